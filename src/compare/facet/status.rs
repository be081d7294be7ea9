//! How far a case has come: no arrests in one article, an arrest in another; somebody in a critical condition in one, dead
//! in another. The later article supersedes the earlier.

use crate::claim::actor::ActorKind;
use crate::claim::clause::{Certainty, Claim, ClaimKind, Polarity};
use crate::claim::quantity::QuantityKind;
use crate::compare::context::Context;
use crate::compare::draft::{PairDifference, Side};
use crate::compare::facet::stance::is_ahead;
use crate::compare::facet::theme::is_asked;
use crate::compare::facet::toll::is_background;
use crate::compare::finding::Facet;
use crate::lexicon::List;
use crate::text::sentence::Part;
use crate::text::span::Span;
use std::collections::BTreeMap;

/// A negation longer than this is a verb, and what it denies is another's word (`denies the charges`).
const LONGEST_NEGATION: usize = 7;

/// Topics of other differences of polarity lie below.
const TOPIC: u64 = 1;
/// The matters that are each person's own.
const LIFE: &str = "life";
const MISSING: &str = "missing";

/// Whose matter it is, where several people may each have one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Whose {
    /// The whole case's.
    Case,
    /// Somebody's who is named.
    Actor(usize),
    /// Somebody's of whom only the age is told, in years.
    Aged(u64),
}

/// What an article says of one matter: where it first says that the case has not come so far, and where that it has.
#[derive(Default)]
struct Said {
    open: Option<Side>,
    reached: Option<Side>,
}

/// The differences between articles of which one says that a case has not come so far, and another that it has. An
/// article that says both speaks of two people, or of two times. Cost: O(tokens + articles²).
pub(crate) fn differences(ctx: &Context<'_>, articles: &[usize]) -> Vec<PairDifference> {
    let mut matters: BTreeMap<(&str, Whose), Vec<Said>> = BTreeMap::new();
    for &a in articles {
        let mut here: BTreeMap<(&str, Whose), Said> = BTreeMap::new();
        for c in ctx.corpus.articles[a].claims.clone() {
            for (matter, reached, span) in told(ctx, c) {
                let Some(whose) = whose(ctx, c, matter) else { continue };
                let said = here.entry((matter, whose)).or_default();
                let slot = if reached { &mut said.reached } else { &mut said.open };
                slot.get_or_insert(Side { article: a, claim: c, span });
            }
        }
        for (matter, mut said) in here {
            // Who was found had been missing: the article tells both of one person.
            if matter.0 == MISSING && said.reached.is_some() {
                said.open = None;
            }
            matters.entry(matter).or_default().push(said);
        }
    }
    let mut out = Vec::new();
    for (n, all) in matters.values().enumerate() {
        let open = all.iter().filter(|s| s.reached.is_none()).filter_map(|s| s.open);
        let reached: Vec<Side> = all.iter().filter(|s| s.open.is_none()).filter_map(|s| s.reached).collect();
        for a in open {
            // One is on the run, another in custody.
            let one = |b: &&Side| {
                let (p, q) = (ctx.subject_actor(a.claim), ctx.subject_actor(b.claim));
                p.zip(q).is_none_or(|(p, q)| p == q)
            };
            out.extend(reached.iter().filter(one).map(|&b| difference(ctx, a, b, TOPIC + n as u64)));
        }
    }
    out
}

fn difference(ctx: &Context<'_>, open: Side, reached: Side, topic: u64) -> PairDifference {
    let day = |s: Side| ctx.published_on(s.article);
    let text = |s: Side| s.span.of(ctx.corpus.articles[s.article].doc.text);
    PairDifference {
        facet: Facet::Polarity,
        a: open,
        b: reached,
        reason: format!("not yet in one article (“{}”), so in the other (“{}”)", text(open), text(reached)),
        update: day(open).zip(day(reached)).is_some_and(|(p, q)| p < q),
        score: 0.6,
        topic,
    }
}

/// Whose matter a claim tells of. A life is that of the only person it names, or of the only one whose age it gives.
fn whose(ctx: &Context<'_>, claim: usize, matter: &str) -> Option<Whose> {
    if ![LIFE, MISSING].contains(&matter) {
        return Some(Whose::Case);
    }
    let view = &ctx.corpus.claims[claim];
    let found = whose_in(ctx, view.article, view.claim.span, ctx.subject_actor(claim));
    // `the girl of three who was missing since Friday was found`: the sentence tells of one who is missing.
    let sentence = ctx.corpus.articles[view.article].doc.sentences.get(view.sentence).map(|s| s.span);
    match found {
        Some(whose) => whose,
        None if matter == MISSING => sentence.and_then(|s| whose_in(ctx, view.article, s, None)).flatten(),
        None => None,
    }
}

/// The only person named in a span, or the only one whose age it gives: `None` where it tells of nobody, `Some(None)` where
/// of several.
fn whose_in(ctx: &Context<'_>, article: usize, span: Span, subject: Option<usize>) -> Option<Option<Whose>> {
    let mut people: Vec<usize> = ctx
        .mentions_in(article, span)
        .filter(|m| m.kind == ActorKind::Person)
        .map(|m| m.actor)
        .chain(subject)
        .collect();
    people.sort_unstable();
    people.dedup();
    let mut ages: Vec<u64> = ctx.corpus.articles[article]
        .quantities_in(span)
        .filter(|q| q.kind == QuantityKind::Age && (q.noun.is_some() || q.text.ends_with("-old")))
        .filter_map(|q| q.high().map(f64::to_bits))
        .collect();
    ages.dedup();
    match (people.as_slice(), ages.as_slice()) {
        ([], []) => None,
        ([one], []) => Some(Some(Whose::Actor(*one))),
        ([], [one]) => Some(Some(Whose::Aged(*one))),
        _ => Some(None),
    }
}

/// The matters that a claim tells of: which, whether the case has come so far, and by which words.
fn told<'c>(ctx: &Context<'c>, claim: usize) -> Vec<(&'c str, bool, Span)> {
    let view = &ctx.corpus.claims[claim];
    let c = view.claim;
    if c.kind != ClaimKind::Statement || c.part != Part::Prose || is_ahead(ctx, claim) {
        return Vec::new();
    }
    let doc = &ctx.corpus.articles[view.article].doc;
    if is_asked(ctx, claim) {
        return Vec::new();
    }
    // `among those at large`: some of several, of whom the rest may be in custody.
    if ctx.corpus.articles[view.article].tokens(c.span).iter().any(|t| t.is_any(doc.text, &["among", "Among"])) {
        return Vec::new();
    }
    let mut out = Vec::new();
    let (mut t, end) = (doc.token_at(c.span.start()), doc.token_at(c.span.end()));
    while t < end {
        let Some(m) = ctx.lexicon.match_at(List::Status, doc.text, &doc.tokens, t) else {
            t += 1;
            continue;
        };
        let span = doc.tokens[t].span.to(doc.tokens[t + m.len - 1].span);
        t += m.len;
        // What a smaller claim inside this one tells is that one's.
        if ctx.claim_on(view.article, span) != Some(claim) || is_background(ctx, claim) {
            continue;
        }
        // That somebody is charged is a fact, what with is not.
        let sure = c.certainty != Certainty::Possible;
        let faced = || c.predicate.as_ref().is_some_and(|p| p.lemma == "face");
        let told = match (m.entry.field(1), denied(c, span)) {
            ("open", false) if sure => Some(false),
            ("reached", false) if sure => Some(true),
            ("denied", false) if sure && faced() => Some(true),
            ("reached" | "denied", true) if sure => Some(false),
            _ => None,
        };
        out.extend(told.map(|reached| (m.entry.field(0), reached, whole(c, span))));
    }
    out
}

/// Whether a claim denies the words at `span`, by a word of negation before them.
fn denied(c: &Claim, span: Span) -> bool {
    c.polarity == Polarity::Negative
        && c.negation.is_some_and(|n| n.start() < span.start() && n.len() <= LONGEST_NEGATION)
}

/// The words with what denies them.
fn whole(c: &Claim, span: Span) -> Span {
    match c.negation {
        Some(n) if denied(c, span) && c.span.covers(n) => n.to(span),
        _ => span,
    }
}
