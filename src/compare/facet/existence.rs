//! Whether there was such a thing: `there was an open tender`, `without a tender`, `no tender was held`.

use crate::claim::clause::Polarity;
use crate::compare::context::Context;
use crate::compare::cut::Cut;
use crate::compare::draft::{PairDifference, Side};
use crate::compare::facet::date::of_one_day;
use crate::compare::facet::stance::is_ahead;
use crate::compare::facet::theme::{is_put_forward, who};
use crate::compare::facet::toll::is_background;
use crate::compare::finding::Facet;
use crate::compare::vocabulary::{Term, TermId};
use crate::lexicon::List;
use crate::text::fold::fold;
use crate::text::span::Span;
use crate::text::token::{Token, TokenKind};
use std::collections::BTreeMap;

/// Tokens after `no` or `without` among which the thing stands.
const REACH: usize = 4;
/// Claims of one thing that are held against each other.
const MOST: usize = 8;

/// The differences between articles of which one says that there was a thing and the other that there was none. Cost:
/// O(tokens of the claims), and for each thing O(MOST²).
pub(crate) fn differences(ctx: &Context<'_>, articles: &[usize]) -> Vec<PairDifference> {
    let mut there: BTreeMap<TermId, Vec<(usize, Span)>> = BTreeMap::new();
    let claims = || articles.iter().flat_map(|&a| ctx.corpus.articles[a].claims.clone());
    for c in claims() {
        if let Some((thing, span)) = there_was(ctx, c) {
            there.entry(thing).or_default().push((c, span));
        }
    }
    let mut none: BTreeMap<TermId, Vec<(usize, Span)>> = BTreeMap::new();
    for c in claims().filter(|_| !there.is_empty()) {
        for (thing, span) in there_was_none(ctx, c).into_iter().filter(|(t, _)| there.contains_key(t)) {
            none.entry(thing).or_default().push((c, span));
        }
    }
    let article = |c: usize| ctx.corpus.claims[c].article;
    let mut out = Vec::new();
    for (thing, mut denied) in none {
        let Some(told) = there.get(&thing).map(|t| t.get(..MOST.min(t.len())).unwrap_or(t)) else { continue };
        ctx.cuts.add(Cut::Denials, denied.iter().skip(MOST).map(|(c, _)| *c));
        denied.truncate(MOST);
        for &(a, p) in &denied {
            for &(b, q) in told.iter().filter(|(b, _)| article(*b) != article(a)) {
                // An article that says both speaks of two.
                let both = told.iter().any(|(c, _)| article(*c) == article(a))
                    || denied.iter().any(|(c, _)| article(*c) == article(b));
                let one_time = of_one_day(ctx, a, b) && is_background(ctx, a) == is_background(ctx, b);
                if !both && one_time && !of_two(ctx, (a, p), (b, q)) && is_ahead(ctx, a) == is_ahead(ctx, b) {
                    out.push(difference(ctx, (a, p), (b, q)));
                }
            }
        }
    }
    out
}

fn difference(ctx: &Context<'_>, (a, p): (usize, Span), (b, q): (usize, Span)) -> PairDifference {
    let side = |claim: usize, span: Span| Side { article: ctx.corpus.claims[claim].article, claim, span };
    let text = |claim: usize, span: Span| span.of(ctx.corpus.articles[ctx.corpus.claims[claim].article].doc.text);
    PairDifference {
        facet: Facet::Polarity,
        a: side(a, p),
        b: side(b, q),
        reason: format!("“{}” in one article, “{}” in the other", text(a, p), text(b, q)),
        update: false,
        score: 0.6,
        topic: 0,
    }
}

/// Whether what follows the two nouns says that they are of two things (`damage to the church`, `damage to the hall`).
fn of_two(ctx: &Context<'_>, (a, p): (usize, Span), (b, q): (usize, Span)) -> bool {
    let of = |claim: usize, thing: Span| {
        let view = &ctx.corpus.claims[claim];
        let doc = &ctx.corpus.articles[view.article].doc;
        let led = doc.tokens.get(doc.token_from(thing.end())).filter(|t| t.lists.has(List::Preposition))?;
        let rest = Span::new(led.span.end(), view.claim.span.end().max(led.span.end()));
        who(ctx, claim, rest)
    };
    of(a, p).zip(of(b, q)).is_some_and(|(x, y)| !x.is(&y))
}

/// The thing that a claim says there was (`there was an open tender`), by a noun that tells much.
fn there_was(ctx: &Context<'_>, claim: usize) -> Option<(TermId, Span)> {
    let view = &ctx.corpus.claims[claim];
    let c = view.claim;
    let doc = &ctx.corpus.articles[view.article].doc;
    let there = c.subject.is_some_and(|s| s.of(doc.text).eq_ignore_ascii_case("there"));
    let verb = c.predicate.as_ref().filter(|p| p.lemma == "be")?;
    if !there || c.polarity != Polarity::Positive || !is_put_forward(ctx, claim) {
        return None;
    }
    let object = who(ctx, claim, c.object?)?;
    let head = object.head().filter(|t| tells_much(ctx, claim, t))?;
    Some((head.stem, verb.span.to(head.span)))
}

/// The things that a claim says there were none of, with the word that denies them.
fn there_was_none(ctx: &Context<'_>, claim: usize) -> Vec<(TermId, Span)> {
    let view = &ctx.corpus.claims[claim];
    let doc = &ctx.corpus.articles[view.article].doc;
    if !is_put_forward(ctx, claim) {
        return Vec::new();
    }
    let mut out = Vec::new();
    let (from, end) = (doc.token_at(view.claim.span.start()), doc.token_from(view.claim.span.end()));
    for i in from..end {
        let denies = |t: &&Token| t.lists.has(List::Negation) && t.is_any(doc.text, &["No", "no", "without"]);
        let Some(cue) = doc.tokens.get(i).filter(denies) else { continue };
        let near = doc.tokens.get(i + 1..end.min(i + 1 + REACH)).unwrap_or(&[]);
        // `without a permit`, but `without doubt`
        if cue.of(doc.text) == "without" && !near.first().is_some_and(|t| t.is_any(doc.text, &["a", "an", "any"])) {
            continue;
        }
        let stop =
            |t: &&Token| t.lists.has(List::Preposition) || t.lists.has(List::Auxiliary) || t.kind == TokenKind::Mark;
        let Some(last) = near.iter().take_while(|t| !stop(t)).last() else { continue };
        let terms = ctx.terms_in(claim, Span::new(cue.span.end(), last.span.end()));
        if let [.., head] = terms {
            if tells_much(ctx, claim, head) && head.span.end() == last.span.end() {
                out.push((head.stem, cue.span.to(head.span)));
            }
        }
    }
    out
}

/// Whether a noun tells of what there is (`tender`, not `time`).
fn tells_much(ctx: &Context<'_>, claim: usize, term: &Term) -> bool {
    let doc = &ctx.corpus.articles[ctx.corpus.claims[claim].article].doc;
    let word = fold(term.span.of(doc.text));
    term.base >= 1.0 && !term.value && !term.named && ctx.lexicon.entry_of(List::CommonWord, &word).is_none()
}
