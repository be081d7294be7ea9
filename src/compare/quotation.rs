//! Quotations of different articles that are one utterance, in the same words or in others.

use crate::claim::quote::{Quote, QuoteKind};
use crate::compare::corpus::Corpus;
use crate::compare::cut::{Cut, Cuts};
use crate::compare::join::by_keys;
use crate::compare::words::{Word, words_of};
use crate::lexicon::Lexicon;
use similar::{Algorithm, DiffOp, capture_diff_slices};

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
    /// How much each word tells wherever it stands, sorted by the words.
    tells: Vec<(u64, f32)>,
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
    /// Set if they are one by what they say, and not by their words: which of the two is so together with the one after
    /// it.
    pub(super) retold: Option<(bool, bool)>,
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
                let tells = tells(&words);
                out.push(QuoteView { article, quote, words, weight, tells });
            }
        }
    }
    out
}

/// The words, sorted, with what all places of each tell.
fn tells(words: &[Word]) -> Vec<(u64, f32)> {
    let mut all: Vec<(u64, f32)> = words.iter().map(|w| (w.key, w.weight())).collect();
    all.sort_by(|x, y| x.0.cmp(&y.0).then(x.1.total_cmp(&y.1)));
    all.dedup_by(|next, kept| {
        let same = next.0 == kept.0;
        kept.1 += if same { next.1 } else { 0.0 };
        same
    });
    all
}

/// What two quotations have in common at most, whatever the order of their words. Cost: O(words).
fn most_shared(x: &QuoteView<'_>, y: &QuoteView<'_>) -> f32 {
    let (mut i, mut j, mut sum) = (0, 0, 0.0);
    while let (Some(a), Some(b)) = (x.tells.get(i), y.tells.get(j)) {
        sum += if a.0 == b.0 { a.1.min(b.1) } else { 0.0 };
        i += usize::from(a.0 <= b.0);
        j += usize::from(b.0 <= a.0);
    }
    sum
}

/// Pairs of quotations of different articles that are one utterance. `same_speaker` tells of two quotations whether
/// they are credited to one person (`None`: cannot be told).
///
/// Cost: linear in the quotations: words that more than 60 of them share bring none of them together.
pub(super) fn utterances(
    quotes: &[QuoteView<'_>],
    cuts: &Cuts,
    same_speaker: impl Fn(usize, usize) -> Option<bool>,
) -> Vec<Utterance> {
    let telling =
        |(i, q): (usize, &QuoteView<'_>)| q.words.iter().filter(|w| !w.light).map(|w| (w.key, i)).collect::<Vec<_>>();
    let keyed: Vec<(u64, usize)> = quotes.iter().enumerate().flat_map(telling).collect();
    let mut out = Vec::new();
    let too_many = |list: &[(u64, usize)]| cuts.add(Cut::Quotations, list.iter().map(|&(_, i)| i));
    by_keys(keyed, quotes.len(), MAX_QUOTES_A_WORD, too_many, |a, others| {
        for &b in others.iter().filter(|&&b| quotes[a].article != quotes[b].article) {
            // Most pairs share a word or two and are done with here.
            let (x, y) = (&quotes[a], &quotes[b]);
            let shared = most_shared(x, y) + SLACK;
            if 2.0 * shared < VERSION_SAME_SPEAKER * (x.weight + y.weight)
                && shared < CONTAINED * x.weight.min(y.weight)
            {
                continue;
            }
            let u = align(a, b, x, y);
            let speaker = same_speaker(a, b);
            let version = if speaker == Some(true) { VERSION_SAME_SPEAKER } else { VERSION };
            if u.dice >= version || u.contained >= CONTAINED {
                out.push(u);
            }
        }
    });
    out
}

/// What adding up in another order may change.
const SLACK: f32 = 0.01;

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
    Utterance { a, b, dice: 2.0 * same / (x.weight + y.weight).max(f32::MIN_POSITIVE), contained, retold: None, ops }
}
