//! Quotations of different articles that are one utterance, in the same words or in others.

use crate::claim::quote::{Quote, QuoteKind};
use crate::compare::corpus::Corpus;
use crate::compare::words::{Word, words_of};
use crate::lexicon::Lexicon;
use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::collections::{BTreeMap, BTreeSet};

/// Quoted words that tell at least this much can be recognised again.
const LEAST_WEIGHT: f32 = 1.75;
/// Part of the shorter quotation's words, in order, that stand in the longer one.
const CONTAINED: f32 = 0.75;
/// Weighted Dice of the words in order: two versions of one utterance.
const VERSION: f32 = 0.52;
/// The same where both are credited to the same speaker.
const VERSION_SAME_SPEAKER: f32 = 0.42;
/// A word of more quotations than this brings no two of them together.
const MAX_QUOTES_A_WORD: usize = 60;

/// One quotation, made ready.
pub(super) struct QuoteView<'a> {
    /// The index of its article.
    pub(super) article: usize,
    /// The quotation.
    pub(super) quote: &'a Quote,
    /// Its words.
    pub(super) words: Vec<Word>,
    /// What they tell, in all.
    weight: f32,
}

/// Two quotations held to be one utterance.
#[derive(Debug, Clone)]
pub(super) struct Utterance {
    /// Index of the one.
    pub(super) a: usize,
    /// Index of the other.
    pub(super) b: usize,
    /// How much of both is the same, 0 to 1.
    pub(super) dice: f32,
    /// How much of the shorter stands in the longer.
    pub(super) contained: f32,
    /// Whether they are one by what they say, and not by their words.
    pub(super) retold: bool,
    /// The word-by-word alignment.
    pub(super) ops: Vec<DiffOp>,
}

/// The quotations of `articles` that say enough to be recognised, in order.
pub(super) fn quotations<'a>(corpus: &Corpus<'a>, articles: &[usize], lexicon: &Lexicon) -> Vec<QuoteView<'a>> {
    let mut out = Vec::new();
    for &article in articles {
        let view = &corpus.articles[article];
        for quote in view.found.quotes.iter().filter(|q| matches!(q.kind, QuoteKind::Direct | QuoteKind::Partial)) {
            let words = words_of(quote, &view.doc, lexicon);
            let weight = words.iter().map(Word::weight).sum();
            if weight >= LEAST_WEIGHT && words.len() >= 3 {
                out.push(QuoteView { article, quote, words, weight });
            }
        }
    }
    out
}

/// Pairs of quotations of different articles that are one utterance. `same_speaker` tells of two quotations whether
/// they are credited to one person (`None`: cannot be told).
///
/// Cost: linear in the quotations but for words that many of them share, of which at most 60 each are paired.
pub(super) fn utterances(
    quotes: &[QuoteView<'_>],
    same_speaker: impl Fn(usize, usize) -> Option<bool>,
) -> Vec<Utterance> {
    let mut index: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
    for (i, q) in quotes.iter().enumerate() {
        let keys: BTreeSet<u64> = q.words.iter().filter(|w| !w.light).map(|w| w.key).collect();
        for k in keys {
            index.entry(k).or_default().push(i);
        }
    }
    let mut pairs: BTreeMap<(usize, usize), u32> = BTreeMap::new();
    for list in index.values().filter(|l| l.len() <= MAX_QUOTES_A_WORD) {
        for (n, &a) in list.iter().enumerate() {
            for &b in list.iter().skip(n + 1).filter(|&&b| quotes[a].article != quotes[b].article) {
                *pairs.entry((a, b)).or_default() += 1;
            }
        }
    }
    pairs
        .into_iter()
        .filter_map(|((a, b), _)| {
            let u = align(a, b, &quotes[a], &quotes[b]);
            let speaker = same_speaker(a, b);
            let version = if speaker == Some(true) { VERSION_SAME_SPEAKER } else { VERSION };
            (u.dice >= version || u.contained >= CONTAINED).then_some(u)
        })
        .collect()
}

/// Lays two quotations side by side, word by word.
pub(super) fn align(a: usize, b: usize, x: &QuoteView<'_>, y: &QuoteView<'_>) -> Utterance {
    let keys = |q: &QuoteView<'_>| q.words.iter().map(|w| w.key).collect::<Vec<_>>();
    let ops = capture_diff_slices(Algorithm::Myers, &keys(x), &keys(y));
    let mut same = 0.0;
    let mut run_weight: f32 = 0.0;
    let mut longest: f32 = 0.0;
    for op in &ops {
        if let DiffOp::Equal { old_index, len, .. } = *op {
            let w: f32 = x.words.iter().skip(old_index).take(len).map(Word::weight).sum();
            same += w;
            run_weight = run_weight.max(w);
            longest = longest.max(w);
        }
    }
    let shorter = x.weight.min(y.weight);
    // Single words met by chance are no containment: a run of some weight must stand in both.
    let contained =
        if longest >= LEAST_WEIGHT.min(0.5 * shorter) { same / shorter.max(f32::MIN_POSITIVE) } else { 0.0 };
    Utterance { a, b, dice: 2.0 * same / (x.weight + y.weight).max(f32::MIN_POSITIVE), contained, retold: false, ops }
}
