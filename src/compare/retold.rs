//! Quotations that are one utterance told in other words, as when it was translated twice.
//!
//! Word by word such quotations share little. What tells them is that one speaker is credited with both, that what both
//! say, order and synonyms looked past, is much the same, and that neither has anything more like it in the other's
//! article (mutual nearest neighbours).

use crate::compare::context::Context;
use crate::compare::cut::Cut;
use crate::compare::quotation::{QuoteView, Utterance, align};
use crate::compare::similarity::{Weights, overlap};
use crate::compare::vocabulary::Term;
use std::collections::{BTreeMap, BTreeSet};

/// Quotations of one speaker less alike than this may be two utterances.
const ALIKE: f32 = 0.46;
/// The same where both deny something and share one telling word only.
const ALIKE_DENIALS: f32 = 0.5;
/// How many times as many words as the other one of them may have.
const MAX_RATIO: usize = 2;
/// Longer quotations are not translated twice without sharing words in order.
const MAX_WORDS: usize = 40;
/// Of a speaker quoted more often it cannot be told which saying is which.
const MAX_QUOTES: usize = 60;

/// The pairs of `quotes` that are one utterance by what they say; `known` are those that are by their words.
///
/// Cost: O(quotations²) of one speaker, of whom at most 60 are looked at.
pub(super) fn utterances(
    ctx: &Context<'_>,
    quotes: &[QuoteView<'_>],
    known: &[Utterance],
    weights: &Weights,
) -> Vec<Utterance> {
    // A quotation that has its like in an article is not sought there again.
    let met: BTreeSet<(usize, usize)> =
        known.iter().flat_map(|u| [(u.a, quotes[u.b].article), (u.b, quotes[u.a].article)]).collect();
    let terms: Vec<Vec<Term>> = quotes.iter().map(|q| terms_of(ctx, q)).collect();
    let mut by_speaker: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (i, q) in quotes.iter().enumerate().filter(|(_, q)| q.words.len() <= MAX_WORDS) {
        if let Some(speaker) = q.quote.speaker.as_ref().and_then(|s| ctx.speaker(s)) {
            by_speaker.entry(speaker).or_default().push(i);
        }
    }
    let mut likes: Vec<(usize, usize, f32)> = Vec::new();
    for of_one in by_speaker.values() {
        if of_one.len() > MAX_QUOTES {
            ctx.cuts.add(Cut::Retold, of_one.iter().copied());
            continue;
        }
        for (n, &a) in of_one.iter().enumerate() {
            for &b in of_one.iter().skip(n + 1).filter(|&&b| quotes[a].article != quotes[b].article) {
                if met.contains(&(a, quotes[b].article)) || met.contains(&(b, quotes[a].article)) {
                    continue;
                }
                if let Some(score) = likeness((&quotes[a], &terms[a]), (&quotes[b], &terms[b]), weights) {
                    likes.push((a, b, score));
                }
            }
        }
    }
    let mut best: BTreeMap<(usize, usize), f32> = BTreeMap::new();
    for &(a, b, score) in &likes {
        for (x, y) in [(a, b), (b, a)] {
            let s = best.entry((x, quotes[y].article)).or_insert(0.0);
            *s = s.max(score);
        }
    }
    likes
        .into_iter()
        .filter(|&(a, b, s)| s >= best[&(a, quotes[b].article)] && s >= best[&(b, quotes[a].article)])
        .map(|(a, b, s)| Utterance { dice: s, retold: true, ..align(a, b, &quotes[a], &quotes[b]) })
        .collect()
}

/// The content words of a quotation, as claims are compared by.
fn terms_of(ctx: &Context<'_>, q: &QuoteView<'_>) -> Vec<Term> {
    let all = &ctx.corpus.articles[q.article].terms;
    let mut out = Vec::new();
    for part in q.quote.stretches() {
        let from = all.partition_point(|t| t.span.start() < part.start());
        let inside = all.get(from..).unwrap_or(&[]).iter().take_while(|t| t.span.start() < part.end());
        out.extend(inside.filter(|t| !q.quote.notes.iter().any(|n| n.overlaps(t.span))).cloned());
    }
    out
}

/// How alike two quotations are in what they say; `None` if not enough to be one utterance.
fn likeness((x, a): (&QuoteView<'_>, &[Term]), (y, b): (&QuoteView<'_>, &[Term]), weights: &Weights) -> Option<f32> {
    let (n, m) = (x.words.len(), y.words.len());
    if n.max(m) > MAX_RATIO * n.min(m) {
        return None;
    }
    let o = overlap(a, b, weights);
    let denies = |q: &QuoteView<'_>| q.words.iter().any(|w| w.negation);
    let least = match o.count {
        0 => return None,
        1 if denies(x) && denies(y) => ALIKE_DENIALS,
        1 => return None,
        _ => ALIKE,
    };
    (o.score() >= least).then_some(o.score())
}
