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
/// The same where both deny something, or neither does.
const ALIKE_IN_TURN: f32 = 0.36;
/// The same where of one it is not known who he is.
const ALIKE_UNKNOWN: f32 = 0.5;
/// Telling words that quotations share at least, where of one it is not known who the speaker is.
const LEAST_UNKNOWN: usize = 3;
/// The same where both deny something and share one telling word only.
const ALIKE_DENIALS: f32 = 0.5;
/// How many times as many words as the other one of them may have.
const MAX_RATIO: usize = 2;
/// Longer quotations are not translated twice without sharing words in order.
const MAX_WORDS: usize = 40;
/// Of a speaker quoted more often it cannot be told which saying is which.
const MAX_QUOTES: usize = 60;
/// Bytes that may stand between two quotations for one to go on with the other (`," she told the court that day. "`).
const GAP: usize = 80;

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
    let sayings: Vec<Saying> = quotes.iter().map(|q| Saying::of(ctx, q)).collect();
    let longer: Vec<Option<Saying>> = (0..quotes.len()).map(|i| sayings[i].gone_on(quotes, &sayings, i)).collect();
    let mut by_speaker: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    let mut unknown = Vec::new();
    for (i, q) in quotes.iter().enumerate().filter(|(_, q)| q.words.len() <= MAX_WORDS) {
        let Some(speaker) = q.quote.speaker.as_ref() else { continue };
        match ctx.speaker(speaker) {
            Some(known) => by_speaker.entry(known).or_default().push(i),
            None if may_be_known(&speaker.name) => unknown.push(i),
            None => {}
        }
    }
    let mut likes: Vec<Like> = Vec::new();
    let like = |a: usize, b: usize, known: bool| -> Option<Like> {
        let apart = quotes[a].article != quotes[b].article;
        if !apart || met.contains(&(a, quotes[b].article)) || met.contains(&(b, quotes[a].article)) {
            return None;
        }
        let versions = [(None, None), (longer[a].as_ref(), None), (None, longer[b].as_ref())];
        let given = versions.iter().enumerate().filter(|(n, (x, y))| *n == 0 || x.or(*y).is_some());
        let scores = given.filter_map(|(n, (x, y))| {
            likeness(x.unwrap_or(&sayings[a]), y.unwrap_or(&sayings[b]), known, weights).map(|score| (n, score))
        });
        let (n, score) = scores.max_by(|(n, s), (m, t)| s.total_cmp(t).then(m.cmp(n)))?;
        Some(Like { a, b, score, goes_on: (n == 1, n == 2) })
    };
    for of_one in by_speaker.values() {
        if of_one.len() > MAX_QUOTES {
            ctx.cuts.add(Cut::Retold, of_one.iter().copied());
            continue;
        }
        for (n, &a) in of_one.iter().enumerate() {
            likes.extend(of_one.iter().skip(n + 1).filter_map(|&b| like(a, b, true)));
        }
    }
    // Whose words they are is not known: they may be anybody's.
    if quotes.len() <= MAX_QUOTES {
        for (n, &a) in unknown.iter().enumerate() {
            let others = (0..quotes.len()).filter(|b| !unknown.iter().take(n + 1).any(|u| u == b));
            likes.extend(others.filter_map(|b| like(a, b, false)));
        }
    } else if !unknown.is_empty() {
        ctx.cuts.add(Cut::Retold, unknown.iter().copied());
    }
    let mut best: BTreeMap<(usize, usize), f32> = BTreeMap::new();
    for &Like { a, b, score, .. } in &likes {
        for (x, y) in [(a, b), (b, a)] {
            let s = best.entry((x, quotes[y].article)).or_insert(0.0);
            *s = s.max(score);
        }
    }
    likes
        .into_iter()
        .filter(|l| l.score >= best[&(l.a, quotes[l.b].article)] && l.score >= best[&(l.b, quotes[l.a].article)])
        .map(|l| Utterance { dice: l.score, retold: Some(l.goes_on), ..align(l.a, l.b, &quotes[l.a], &quotes[l.b]) })
        .collect()
}

/// Two quotations that may be one utterance.
struct Like {
    a: usize,
    b: usize,
    score: f32,
    /// Which of the two is meant together with the one after it.
    goes_on: (bool, bool),
}

/// What a quotation says, or two that go on from one to the other.
struct Saying {
    terms: Vec<Term>,
    words: usize,
    denies: bool,
}

impl Saying {
    fn of(ctx: &Context<'_>, q: &QuoteView<'_>) -> Self {
        Self { terms: terms_of(ctx, q), words: q.words.len(), denies: q.words.iter().any(|w| w.negation) }
    }

    /// Quotation `i` together with the next, where that is the same speaker's and only a few words of the article stand
    /// between the two.
    fn gone_on(&self, quotes: &[QuoteView<'_>], sayings: &[Self], i: usize) -> Option<Self> {
        let (here, next) = (quotes.get(i)?, quotes.get(i + 1)?);
        let who = |q: &QuoteView<'_>| q.quote.speaker.as_ref().map(|s| s.name.clone());
        let near = next.quote.span.start().checked_sub(here.quote.span.end()).is_some_and(|gap| gap <= GAP);
        if here.article != next.article || !near || who(here).is_none() || who(here) != who(next) {
            return None;
        }
        let other = sayings.get(i + 1)?;
        Some(Self {
            terms: self.terms.iter().chain(&other.terms).cloned().collect(),
            words: self.words + other.words,
            denies: self.denies || other.denies,
        })
    }
}

/// Whether a speaker who is no named actor may be one that another article names (`he`, `the player`).
fn may_be_known(name: &str) -> bool {
    name.starts_with("the ") || !name.contains(' ') && name.starts_with(|c: char| c.is_lowercase())
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
fn likeness(x: &Saying, y: &Saying, known: bool, weights: &Weights) -> Option<f32> {
    if x.words.max(y.words) > MAX_RATIO * x.words.min(y.words) {
        return None;
    }
    let o = overlap(&x.terms, &y.terms, weights);
    let least = match o.count {
        0 => return None,
        1 if known && x.denies && y.denies => ALIKE_DENIALS,
        1 => return None,
        n if !known => {
            if n < LEAST_UNKNOWN {
                return None;
            }
            ALIKE_UNKNOWN
        }
        _ if x.denies == y.denies => ALIKE_IN_TURN,
        _ => ALIKE,
    };
    (o.score() >= least).then_some(o.score())
}
