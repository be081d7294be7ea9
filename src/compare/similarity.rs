//! How alike two claims are: soft overlap of their terms, weighted by how rare each is in the articles of the event.

use crate::compare::corpus::Corpus;
use crate::compare::vocabulary::{ONE_GROUP, SAME_STEM, Term, TermId};
use crate::text::span::Span;
use foldhash::fast::FixedState;
use std::collections::{HashMap, HashSet};

/// A name or a number says more than another word.
const NAMED: f32 = 1.25;

/// How much each term tells within one event.
pub(super) struct Weights {
    /// How rare each stem is among the sentences, 0 to 1.
    idf: HashMap<TermId, f32, FixedState>,
}

impl Weights {
    /// Counts the terms of `articles`. Cost: O(terms).
    pub(super) fn new(corpus: &Corpus<'_>, articles: &[usize]) -> Self {
        let mut df: HashMap<TermId, u32, FixedState> = HashMap::with_hasher(FixedState::with_seed(3));
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
        #[expect(clippy::cast_precision_loss, reason = "counts of sentences")]
        let rarity = |df: u32| (1.0 + sentences / df.max(1) as f32).ln() / (1.0 + sentences).ln();
        Self { idf: df.into_iter().map(|(stem, n)| (stem, rarity(n))).collect() }
    }

    /// The weight of one term: at most about 1.25.
    pub(super) fn of(&self, term: &Term) -> f32 {
        // What stands in no sentence is as rare as can be.
        let idf = self.idf.get(&term.stem).copied().unwrap_or(1.0);
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

/// The overlap of two bags of terms. Cost: O(|a| × |b|) for bags of a sentence, O(|a| + |b|) for longer ones.
pub(super) fn overlap(a: &[Term], b: &[Term], weights: &Weights) -> Overlap {
    if a.len() > AT_ONCE || b.len() > AT_ONCE {
        let (of_a, of_b) = (Keys::new(a), Keys::new(b));
        return sum(a, b, weights, |n| of_b.best(&a[n]), |n| of_a.best(&b[n]));
    }
    let mut best = [0.0f32; 2 * AT_ONCE];
    let (in_b, in_a) = best.split_at_mut(a.len());
    for (t, x) in a.iter().zip(in_b.iter_mut()) {
        for (u, y) in b.iter().zip(in_a.iter_mut()) {
            let like = t.likeness(u);
            *x = x.max(like);
            *y = y.max(like);
        }
    }
    sum(a, b, weights, |n| in_b[n], |n| in_a[n])
}

/// Terms of two bags at most that are held against each other one by one.
const AT_ONCE: usize = 48;

/// Adds up what two bags share, told how like its best match each term is.
fn sum(a: &[Term], b: &[Term], weights: &Weights, in_b: impl Fn(usize) -> f32, in_a: impl Fn(usize) -> f32) -> Overlap {
    let mut out = Overlap::default();
    let mut met = Met::default();
    for (n, t) in a.iter().enumerate() {
        let (w, l) = (weights.of(t), in_b(n));
        out.whole.0 += w;
        out.shared.0 += w * l;
        if l > 0.0 && met.insert(t.stem) {
            out.count += 1;
            out.plain += usize::from(!t.named);
        }
    }
    for (n, t) in b.iter().enumerate() {
        let w = weights.of(t);
        out.whole.1 += w;
        out.shared.1 += w * in_a(n);
    }
    out
}

/// The stems that were met: few, most of the time.
#[derive(Default)]
struct Met {
    few: Vec<TermId>,
    many: HashSet<TermId, FixedState>,
}

impl Met {
    /// Whether the stem is new.
    fn insert(&mut self, stem: TermId) -> bool {
        if self.few.contains(&stem) || self.many.contains(&stem) {
            return false;
        }
        if self.few.len() < 32 {
            self.few.push(stem);
        } else {
            self.many.insert(stem);
        }
        true
    }
}

/// The stems and groups of a long bag.
struct Keys {
    stems: HashSet<TermId, FixedState>,
    groups: HashSet<TermId, FixedState>,
}

impl Keys {
    fn new(terms: &[Term]) -> Self {
        Self {
            stems: terms.iter().map(|t| t.stem).collect(),
            groups: terms.iter().flat_map(|t| t.groups.iter().copied()).collect(),
        }
    }

    /// How like its best match in the bag a term is.
    fn best(&self, t: &Term) -> f32 {
        if self.stems.contains(&t.stem) {
            SAME_STEM
        } else if t.groups.iter().any(|g| self.groups.contains(g)) {
            ONE_GROUP
        } else {
            0.0
        }
    }
}
