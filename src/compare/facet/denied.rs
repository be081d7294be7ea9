//! What one article says there was none of, and another tells of: `no signs of violence`, `clear signs of violence`.

use crate::claim::clause::{Certainty, ClaimKind, Polarity};
use crate::compare::context::Context;
use crate::compare::cut::Cut;
use crate::compare::draft::{PairDifference, Side};
use crate::compare::facet::date::comes_after;
use crate::compare::facet::first::is_first;
use crate::compare::facet::stance::is_ahead;
use crate::compare::finding::Facet;
use crate::compare::vocabulary::{Term, TermId};
use crate::lexicon::List;
use crate::text::sentence::Part;
use crate::text::span::Span;
use crate::text::token::{Token, TokenKind};
use std::collections::BTreeMap;

/// Words of a thing that must be met again: one alone may be of anything.
const LEAST: usize = 2;
/// Words of a thing that are looked at.
const MOST: usize = 4;
/// Words that another article may put between those of the thing.
const BETWEEN: usize = 1;
/// Things denied more often than this tell nothing.
const MAX_CLAIMS_A_WORD: usize = 24;

/// Something that a claim says there was none of.
struct Denied {
    claim: usize,
    words: Vec<Term>,
    /// The negation and the thing.
    span: Span,
    /// Whether the thing is one word for what is done (`no appeal`): it is met as a verb.
    deed: bool,
    /// Whether it is denied of all (`none of them was insured`): it is met only where it is told of all.
    of_all: bool,
}

/// The differences between articles of which one denies a thing and the other tells of it.
///
/// Cost: O(tokens), and for each thing denied O(claims that share its first word), capped.
pub(crate) fn differences(ctx: &Context<'_>, articles: &[usize]) -> Vec<PairDifference> {
    let denied: Vec<Denied> = articles
        .iter()
        .flat_map(|&a| ctx.corpus.articles[a].claims.clone())
        .filter_map(|c| denied_by(ctx, c))
        .collect();
    if denied.is_empty() {
        return Vec::new();
    }
    // By article and word.
    let mut denials: BTreeMap<(usize, TermId), Vec<&Denied>> = BTreeMap::new();
    for d in &denied {
        for w in &d.words {
            denials.entry((ctx.corpus.claims[d.claim].article, w.stem)).or_default().push(d);
        }
    }
    let mut telling: BTreeMap<TermId, Vec<usize>> = BTreeMap::new();
    for &a in articles {
        for c in ctx.corpus.articles[a].claims.clone().filter(|&c| tells(ctx, c)) {
            for t in &ctx.corpus.claims[c].terms {
                let list = telling.entry(t.stem).or_default();
                if list.last() != Some(&c) {
                    list.push(c);
                }
            }
        }
    }
    let mut out = Vec::new();
    for d in &denied {
        let of = ctx.corpus.claims[d.claim].article;
        let Some(first) = d.words.first() else { continue };
        let others = telling.get(&first.stem).map_or(&[][..], Vec::as_slice);
        if others.len() > MAX_CLAIMS_A_WORD {
            ctx.cuts.add(Cut::Denials, [d.claim]);
            continue;
        }
        for &c in others.iter().filter(|&&c| ctx.corpus.claims[c].article != of) {
            let article = ctx.corpus.claims[c].article;
            // An article that denies it too means another occasion where it tells of it.
            let denies_too = denials.get(&(article, first.stem)).map_or(&[][..], Vec::as_slice);
            let both = denies_too.iter().take(MAX_CLAIMS_A_WORD).any(|e| meets(&d.words, &e.words).is_some());
            let met = if d.deed { does(ctx, d, c) } else { meets(&d.words, &ctx.corpus.claims[c].terms) };
            let Some(span) = met.filter(|_| !both) else { continue };
            if is_sought(ctx, article, span) || comes_after(ctx, c, of) {
                continue;
            }
            let text = d.span.of(ctx.corpus.articles[of].doc.text);
            out.push(PairDifference {
                facet: Facet::Polarity,
                a: Side { article: of, claim: d.claim, span: d.span },
                b: Side { article, claim: c, span },
                reason: format!("“{text}” in one article, which the other tells of"),
                update: false,
                score: 0.7,
                topic: 0,
            });
        }
    }
    out
}

/// The thing that a claim says there was none of: what follows its `no` up to the next verb or mark.
fn denied_by(ctx: &Context<'_>, claim: usize) -> Option<Denied> {
    let view = &ctx.corpus.claims[claim];
    let c = view.claim;
    // `No mayor had been recalled before`: the one who is recalled now is no denial of it.
    if c.polarity != Polarity::Negative || !is_statement(ctx, claim) || is_first(ctx, claim) {
        return None;
    }
    let doc = &ctx.corpus.articles[view.article].doc;
    if let Some(of_all) = denied_of_all(ctx, claim) {
        return Some(of_all);
    }
    // `denied that rubber bullets had been used`
    let Some(cue) = c.negation.filter(|n| c.span.covers(*n)) else { return subject_denied(ctx, claim) };
    if !cue.of(doc.text).eq_ignore_ascii_case("no") {
        return object_denied(ctx, claim, cue).or_else(|| subject_denied(ctx, claim));
    }
    let from = doc.token_at(cue.end());
    let ends = [List::Auxiliary, List::Connective, List::Pronoun, List::PastVerb];
    let inside = |t: &&Token| {
        (!t.lists.has(List::Preposition) || t.of(doc.text) == "of")
            && c.span.covers(t.span)
            && matches!(t.kind, TokenKind::Word | TokenKind::Number)
            && !ends.iter().any(|l| t.lists.has(*l))
    };
    let end = doc.tokens.get(from..)?.iter().take(2 * MOST).take_while(inside).last()?.span.end();
    let words: Vec<Term> = ctx.terms_in(claim, Span::new(cue.end(), end)).iter().take(MOST).cloned().collect();
    let deed = matches!(words.as_slice(), [one] if is_deed(ctx, claim, one));
    (deed || words.iter().filter(|t| t.base >= 1.0 && !t.value).count() >= LEAST).then(|| Denied {
        claim,
        span: cue.to(Span::new(end, end)),
        words,
        deed,
        of_all: false,
    })
}

/// Whether a word for a thing is also a verb that tells what is done.
fn is_deed(ctx: &Context<'_>, claim: usize, word: &Term) -> bool {
    let doc = &ctx.corpus.articles[ctx.corpus.claims[claim].article].doc;
    let token = doc.tokens.get(doc.token_at(word.span.start()));
    word.base >= 1.0 && !word.value && !word.named && token.is_some_and(|t| t.lists.has(List::Verb))
}

/// Where claim `c` says that the deed which is denied is done, at the same time and by nobody else.
fn does(ctx: &Context<'_>, denied: &Denied, c: usize) -> Option<Span> {
    let deed = denied.words.first()?;
    if denied.of_all && !begins_with(ctx, c, &["all", "every", "each", "both"]) {
        return None;
    }
    let one = ctx.subject_actor(denied.claim).zip(ctx.subject_actor(c)).is_none_or(|(x, y)| x == y);
    let verb = ctx.verb_terms(c).iter().find(|t| t.stem == deed.stem)?;
    let span = if denied.of_all { ctx.corpus.claims[c].claim.span } else { verb.span };
    (one && is_ahead(ctx, denied.claim) == is_ahead(ctx, c)).then_some(span)
}

/// What is denied of all that are meant (`none of them was insured`): one word that tells what is so of them.
fn denied_of_all(ctx: &Context<'_>, claim: usize) -> Option<Denied> {
    let c = ctx.corpus.claims[claim].claim;
    if !begins_with(ctx, claim, &["none", "neither"]) {
        return None;
    }
    let [word] = ctx.verb_terms(claim) else { return None };
    let tells = word.base >= 1.0 && !word.value && !word.named;
    tells.then(|| Denied { claim, span: c.span, words: vec![word.clone()], deed: true, of_all: true })
}

/// Whether the subject of a claim begins with one of `words`.
fn begins_with(ctx: &Context<'_>, claim: usize, words: &[&str]) -> bool {
    let view = &ctx.corpus.claims[claim];
    let text = ctx.corpus.articles[view.article].doc.text;
    let first = view.claim.subject.and_then(|s| s.of(text).split_whitespace().next());
    first.is_some_and(|f| words.iter().any(|w| f.eq_ignore_ascii_case(w)))
}

/// What a passive verb that says little is denied of (`rubber bullets had not been used`).
fn subject_denied(ctx: &Context<'_>, claim: usize) -> Option<Denied> {
    let c = ctx.corpus.claims[claim].claim;
    let verb = c.predicate.as_ref().filter(|p| p.passive)?;
    let subject = c.subject.filter(|s| c.span.covers(*s))?;
    if ctx.terms_in(claim, verb.span).iter().any(|t| t.base >= 1.0) {
        return None;
    }
    let words: Vec<Term> = ctx.terms_in(claim, subject).iter().take(MOST).cloned().collect();
    let tells = words.iter().filter(|t| t.base >= 1.0 && !t.value && !t.named).count() >= LEAST;
    tells.then_some(Denied { claim, span: c.span, words, deed: false, of_all: false })
}

/// The object of a verb that is denied (`none of the passengers had life-threatening burns`).
fn object_denied(ctx: &Context<'_>, claim: usize, cue: Span) -> Option<Denied> {
    let view = &ctx.corpus.claims[claim];
    let object = view.claim.object.filter(|o| o.start() >= cue.end())?;
    let verb = view.claim.predicate.as_ref().map_or(&[][..], |p| ctx.terms_in(claim, p.span));
    // What is not had may be told of with any verb; what is not done, with its own only.
    if verb.iter().any(|t| t.base >= 1.0) {
        return None;
    }
    let words: Vec<Term> = ctx.terms_in(claim, object).iter().take(MOST).cloned().collect();
    (words.iter().filter(|t| t.base >= 1.0 && !t.value && !t.named).count() >= LEAST).then(|| Denied {
        claim,
        span: cue.to(object),
        words,
        deed: false,
        of_all: false,
    })
}

fn is_statement(ctx: &Context<'_>, claim: usize) -> bool {
    let c = ctx.corpus.claims[claim].claim;
    c.kind == ClaimKind::Statement && c.part == Part::Prose
}

/// Whether a claim puts forward what it tells.
fn tells(ctx: &Context<'_>, claim: usize) -> bool {
    let c = ctx.corpus.claims[claim].claim;
    let sure = matches!(c.certainty, Certainty::Asserted | Certainty::Reported);
    is_statement(ctx, claim) && c.polarity == Polarity::Positive && sure
}

/// Where all of `words` stand in `terms`, in order and close together.
fn meets(words: &[Term], terms: &[Term]) -> Option<Span> {
    let first = words.first()?;
    terms.iter().enumerate().filter(|(_, t)| t.stem == first.stem).find_map(|(i, t)| {
        let mut at = i;
        for w in words.get(1..)? {
            let next = terms.get(at + 1..)?.iter().take(BETWEEN + 1).position(|u| u.likeness(w) > 0.0)?;
            at += 1 + next;
        }
        Some(t.span.to(terms.get(at)?.span))
    })
}

/// Whether what stands before a thing says that it is looked for or doubted, and not that it is there.
fn is_sought(ctx: &Context<'_>, article: usize, thing: Span) -> bool {
    let doc = &ctx.corpus.articles[article].doc;
    let before = doc.tokens.get(..doc.token_at(thing.start())).unwrap_or(&[]).iter().rev().take(3);
    let words = ["no", "not", "any", "for", "if", "whether", "without", "possible", "nor", "never"];
    before.into_iter().any(|t| words.iter().any(|w| t.of(doc.text).eq_ignore_ascii_case(w)))
}
