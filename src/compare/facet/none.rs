//! Nobody in one article, somebody in another: `No one was hurt`, `three people were injured`.

use crate::claim::actor::ActorKind;
use crate::claim::clause::{Certainty, Polarity};
use crate::claim::quantity::QuantityKind;
use crate::compare::context::Context;
use crate::compare::draft::{PairDifference, Side};
use crate::compare::facet::counted::leaves_out;
use crate::compare::facet::date::of_one_day;
use crate::compare::facet::quantity::quantities;
use crate::compare::facet::stance::is_ahead;
use crate::compare::facet::theme::is_put_forward;
use crate::compare::facet::toll::{is_background, stands_for};
use crate::compare::finding::Facet;
use crate::lexicon::List;
use crate::text::document::Document;
use crate::text::fold::fold;
use crate::text::span::Span;
use std::collections::BTreeMap;

/// Tokens after `no one` within which it is said what happened to nobody.
const WITHIN: usize = 6;
/// Counts of one state that are looked at in an article.
const MOST: usize = 8;
/// What `casualties` may have come to.
const CASUALTY: (&str, [&str; 2]) = ("casualty", ["dead", "injured"]);
/// A state that comes in time, and is compared as how far a case has come.
const ARRESTED: &str = "arrested";
/// The state of those who are on board, or whom somebody takes on board.
const ABOARD: &str = "aboard";
/// States that one person is told to be in.
const ONCE: [&str; 2] = ["dead", "injured"];
/// The topic of these differences; those of opposites lie below.
const TOPIC: u64 = 1 << 33;

/// The differences between articles of which one counts nobody in a state and the other somebody. An article that does
/// both tells of two times or of others. Cost: O(tokens), and for each state O(articles² × MOST).
pub(crate) fn differences(ctx: &Context<'_>, articles: &[usize]) -> Vec<PairDifference> {
    let mut none: BTreeMap<(&str, usize), (usize, Span)> = BTreeMap::new();
    let mut some: BTreeMap<(&str, usize), Vec<(usize, Span)>> = BTreeMap::new();
    for &a in articles {
        for c in ctx.corpus.articles[a].claims.clone().filter(|&c| is_put_forward(ctx, c) && !is_background(ctx, c)) {
            if let Some((state, span)) = nobody(ctx, c).filter(|n| n.0 != ARRESTED) {
                let states = if state == CASUALTY.0 { &CASUALTY.1[..] } else { &[state] };
                for &s in states {
                    none.entry((s, a)).or_insert((c, span));
                }
            }
            if let Some((state, span)) = somebody(ctx, c) {
                let here = some.entry((state, a)).or_default();
                if here.len() < MOST {
                    here.push((c, span));
                }
            }
            for q in quantities(ctx, c).iter().filter(|q| q.kind == QuantityKind::Count) {
                let Some(state) = q.state.as_deref().filter(|s| stands_for(ctx, q, s).is_some()) else { continue };
                let whole = q.low().is_some_and(|n| n >= 1.0) && !leaves_out(q);
                let here = some.entry((state, a)).or_default();
                if whole && here.len() < MOST && !(state == ABOARD && is_taken(ctx, c, q.span)) {
                    here.push((c, q.span));
                }
            }
        }
    }
    let mut out = Vec::new();
    for (&(state, a), &(c, span)) in none.iter().filter(|(key, _)| !some.contains_key(key)) {
        for (&(_, b), counts) in some.range((state, 0)..=(state, usize::MAX)) {
            let count = counts.iter().find(|(d, _)| of_one_day(ctx, c, *d));
            let Some(&(d, count)) = count.filter(|_| !none.contains_key(&(state, b))) else { continue };
            let text = |article: usize, span: Span| span.of(ctx.corpus.articles[article].doc.text);
            out.push(PairDifference {
                facet: Facet::Polarity,
                a: Side { article: a, claim: c, span },
                b: Side { article: b, claim: d, span: count },
                reason: format!("“{}” in one article, “{}” in the other", text(a, span), text(b, count)),
                update: ctx.published_on(a).zip(ctx.published_on(b)).is_some_and(|(none, some)| none < some),
                score: 0.7,
                topic: TOPIC,
            });
        }
    }
    out
}

/// Whether what is counted at `count` is what is done something to (`took 22 people aboard`), and not what is so.
fn is_taken(ctx: &Context<'_>, claim: usize, count: Span) -> bool {
    let c = ctx.corpus.claims[claim].claim;
    let is_so = |lemma: &str| matches!(lemma, "be" | "have" | "carry");
    c.object.is_some_and(|o| o.covers(count)) && c.predicate.as_ref().is_some_and(|p| !is_so(&p.lemma))
}

/// The state that a claim says nobody is in, and the words that say so: `no one was hurt`, `no injuries`.
fn nobody<'c>(ctx: &'c Context<'_>, claim: usize) -> Option<(&'c str, Span)> {
    let view = &ctx.corpus.claims[claim];
    let doc = &ctx.corpus.articles[view.article].doc;
    let cue =
        view.claim.negation.filter(|n| view.claim.polarity == Polarity::Negative && view.claim.span.covers(*n))?;
    let next = doc.token_at(cue.end());
    // `in the second crash`, `in an earlier fire`
    let other = ["first", "second", "third", "other", "another", "earlier", "previous"];
    if ctx.corpus.articles[view.article].tokens(view.claim.span).iter().any(|t| t.is_any(doc.text, &other)) {
        return None;
    }
    let entry = |list: List, i: usize| ctx.lexicon.match_at(list, doc.text, &doc.tokens, i);
    match fold(cue.of(doc.text)).as_str() {
        "no" => {
            // `no reports of injuries`, `no immediate word of any deaths`
            let next = past_reports(doc, next).unwrap_or(next);
            let m = entry(List::StateNoun, next).filter(|m| m.entry.field(2) == "noun")?;
            let last = doc.tokens.get(next + m.len - 1)?;
            Some((m.entry.field(1), cue.to(last.span)))
        }
        "no one" | "nobody" | "no-one" => {
            let verb = view.claim.predicate.as_ref()?.span;
            if doc.tokens.get(next)?.of(doc.text) == "else" || cue.end() > verb.start() {
                return None;
            }
            let end = (next + WITHIN).min(doc.token_from(view.claim.span.end()));
            (next.max(doc.token_at(verb.start()))..end).find_map(|i| {
                let verb = entry(List::State, i).map(|m| (m.entry.field(2), m.len));
                let state = entry(List::StateNoun, i).filter(|m| m.entry.field(2) == "adjective");
                let (state, len) = verb.or_else(|| state.map(|m| (m.entry.field(1), m.len)))?;
                Some((state, cue.to(doc.tokens.get(i + len - 1)?.span)))
            })
        }
        _ => None,
    }
}

/// The state that a claim says one person is in, dead or hurt, and the words that say so: `a guard was hurt`, `Ann Lee
/// died`.
fn somebody<'c>(ctx: &'c Context<'_>, claim: usize) -> Option<(&'c str, Span)> {
    let view = &ctx.corpus.claims[claim];
    let c = view.claim;
    let verb = c.predicate.as_ref()?;
    let doc = &ctx.corpus.articles[view.article].doc;
    let sure = matches!(c.certainty, Certainty::Asserted | Certainty::Reported);
    if c.polarity != Polarity::Positive || !sure || is_ahead(ctx, claim) {
        return None;
    }
    let entry = ctx.lexicon.entry(List::State, &verb.lemma)?;
    let (state, role) = (entry.field(2), entry.field(3));
    let who = if (role == "object") == verb.passive { c.subject } else { c.object.filter(|_| role == "object") }?;
    let noun = doc.token_before(who.end()).filter(|t| who.covers(t.span));
    let person = noun.is_some_and(|t| {
        ctx.lexicon.entry(List::SpeakerNoun, &fold(t.of(doc.text))).is_some_and(|e| e.field(1) == "p")
    });
    let named = ctx.mentions_in(view.article, who).any(|m| m.kind == ActorKind::Person);
    (ONCE.contains(&state) && (person || named)).then(|| (state, who.to(verb.span)))
}

/// Past `reports of any`: of what there are no reports there is none, as far as is known.
fn past_reports(doc: &Document<'_>, i: usize) -> Option<usize> {
    let is = |k: usize, words: &[&str]| doc.tokens.get(k).is_some_and(|t| t.is_any(doc.text, words));
    let i = i + usize::from(is(i, &["immediate", "initial", "known"]));
    let of = is(i, &["report", "reports", "word", "sign", "signs", "record"]) && is(i + 1, &["of"]);
    of.then(|| i + 2 + usize::from(is(i + 2, &["any", "serious", "further"])))
}
