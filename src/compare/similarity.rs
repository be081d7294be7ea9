//! How alike two claims are: soft overlap of their terms, weighted by how rare each is in the articles of the event.

use crate::compare::corpus::Corpus;
use crate::compare::vocabulary::{Term, TermId};
use crate::text::span::Span;
use std::collections::HashMap;

/// A name or a number says more than another word.
const NAMED: f32 = 1.25;

/// How much each term tells within one event.
pub(super) struct Weights {
    /// Sentences that hold the stem.
    df: HashMap<TermId, u32, foldhash::fast::FixedState>,
    sentences: f32,
}

impl Weights {
    /// Counts the terms of `articles`. Cost: O(terms).
    pub(super) fn new(corpus: &Corpus<'_>, articles: &[usize]) -> Self {
        let mut df = HashMap::with_hasher(foldhash::fast::FixedState::with_seed(3));
        let mut sentences = 0u32;
        let mut seen: Vec<TermId> = Vec::new();
        for &a in articles {
            let view = &corpus.articles[a];
            let mut t = 0;
            for s in &view.doc.sentences {
                seen.clear();
                while let Some(term) = view.terms.get(t).filter(|x| x.span.start() < s.span.end()) {
                    seen.push(term.stem);
                    t += 1;
                }
                seen.sort_unstable();
                seen.dedup();
                for &stem in &seen {
                    *df.entry(stem).or_insert(0) += 1;
                }
                sentences += u32::from(!seen.is_empty());
            }
        }
        #[expect(clippy::cast_precision_loss, reason = "counts of sentences")]
        let sentences = sentences.max(1) as f32;
        Self { df, sentences }
    }

    /// The weight of one term: at most about 1.25.
    pub(super) fn of(&self, term: &Term) -> f32 {
        #[expect(clippy::cast_precision_loss, reason = "counts of sentences")]
        let df = self.df.get(&term.stem).copied().unwrap_or(1).max(1) as f32;
        let idf = (1.0 + self.sentences / df).ln() / (1.0 + self.sentences).ln();
        term.base * idf * if term.named { NAMED } else { 1.0 }
    }
}

/// What two claims share.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Overlap {
    /// Weight of what each shares with the other, and of the whole of each.
    pub(super) shared: (f32, f32),
    /// The whole weight of each.
    pub(super) whole: (f32, f32),
    /// How many distinct terms of the first have their like in the second.
    pub(super) count: usize,
    /// How many of those are neither names nor numbers.
    pub(super) plain: usize,
}

impl Overlap {
    /// Weighted Dice coefficient.
    pub(super) fn dice(self) -> f32 {
        (self.shared.0 + self.shared.1) / (self.whole.0 + self.whole.1).max(f32::MIN_POSITIVE)
    }

    /// How much of the one that shares more of itself lies in the other.
    pub(super) fn containment(self) -> f32 {
        let part = |s: f32, w: f32| s / w.max(f32::MIN_POSITIVE);
        part(self.shared.0, self.whole.0).max(part(self.shared.1, self.whole.1))
    }

    /// 0 to 1.
    pub(super) fn score(self) -> f32 {
        0.65 * self.dice() + 0.35 * self.containment()
    }
}

/// The words within `reach` of `span` on either side in the sentence that holds it, values left out: what is said of it.
pub(super) fn around(terms: &[Term], sentence: Span, span: Span, reach: usize) -> Vec<Term> {
    let before = terms.partition_point(|t| t.span.start() < span.start());
    let after = terms.partition_point(|t| t.span.start() < span.end());
    let inside = |t: &&Term| !t.value && sentence.covers(t.span);
    let mut out: Vec<Term> = terms
        .get(..before)
        .unwrap_or(&[])
        .iter()
        .rev()
        .take_while(|t| sentence.covers(t.span))
        .filter(inside)
        .take(reach)
        .cloned()
        .collect();
    out.reverse();
    let rest = terms.get(after..).unwrap_or(&[]).iter();
    out.extend(rest.take_while(|t| sentence.covers(t.span)).filter(inside).take(reach).cloned());
    out
}

/// The overlap of two claims, dates and amounts left out: how far they speak of one thing, whatever the figures.
pub(super) fn beside_values(a: &[Term], b: &[Term], weights: &Weights) -> Overlap {
    let words = |terms: &[Term]| terms.iter().filter(|t| !t.value).cloned().collect::<Vec<_>>();
    overlap(&words(a), &words(b), weights)
}

/// The overlap of two bags of terms. Cost: O(|a| × |b|), both at most a sentence long.
pub(super) fn overlap(a: &[Term], b: &[Term], weights: &Weights) -> Overlap {
    let best = |t: &Term, among: &[Term]| among.iter().map(|u| t.likeness(u)).fold(0.0, f32::max);
    let mut out = Overlap::default();
    let mut met: Vec<TermId> = Vec::new();
    for t in a {
        let (w, l) = (weights.of(t), best(t, b));
        out.whole.0 += w;
        out.shared.0 += w * l;
        if l > 0.0 && !met.contains(&t.stem) {
            met.push(t.stem);
            out.plain += usize::from(!t.named);
        }
    }
    for t in b {
        let w = weights.of(t);
        out.whole.1 += w;
        out.shared.1 += w * best(t, a);
    }
    out.count = met.len();
    out
}
