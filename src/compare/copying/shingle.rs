//! An article's words outside quotations and furniture, and its hashed 5-grams.

use super::GRAM;
use crate::claim::Extraction;
use crate::claim::quote::QuoteKind;
use crate::text::fold::fold_into;
use crate::text::sentence::Part;
use crate::text::span::Span;
use foldhash::quality::FixedState;
use std::hash::BuildHasher as _;

/// Words are hashed with a seed of our own, so that results are the same on every run.
const SEED: u64 = 0x636f_7079_696e_6721;

/// One word.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word {
    pub(super) span: Span,
    pub(super) hash: u64,
    /// Whether words were left out before it, so that no gram reaches across.
    pub(super) apart: bool,
}

/// An article as words and grams.
#[derive(Debug)]
pub(super) struct Shingles {
    /// The words outside quotations and furniture, in text order.
    pub(super) words: Vec<Word>,
    /// The hashes of its grams, each once, sorted.
    pub(super) grams: Vec<u64>,
    /// A hash of every word of the text, quotations and furniture included.
    pub(super) whole: u64,
}

impl Shingles {
    pub(super) fn new(text: &str, found: &Extraction) -> Self {
        let left_out = left_out(found);
        let hasher = FixedState::with_seed(SEED);
        let (mut words, mut key) = (Vec::with_capacity(text.len() / 6), String::new());
        let (mut whole, mut next, mut apart) = (0u64, 0, false);
        for span in words_of(text) {
            let word = span.of(text);
            key.clear();
            fold_into(word, &mut key);
            key.retain(|c| c != '\'');
            let hash = hasher.hash_one(key.as_str());
            whole = mix(whole, hash);
            while left_out.get(next).is_some_and(|s| s.end() <= span.start()) {
                next += 1;
                apart = true;
            }
            if left_out.get(next).is_some_and(|s| s.overlaps(span)) {
                apart = true;
                continue;
            }
            words.push(Word { span, hash, apart });
            apart = false;
        }
        let mut grams: Vec<u64> = grams(&words).map(|(_, g)| g).collect();
        grams.sort_unstable();
        grams.dedup();
        Self { words, grams, whole }
    }

    /// How many grams both have.
    pub(super) fn shared_with(&self, other: &Self) -> usize {
        let (mut i, mut j, mut n) = (0, 0, 0);
        while let (Some(a), Some(b)) = (self.grams.get(i), other.grams.get(j)) {
            n += usize::from(a == b);
            i += usize::from(a <= b);
            j += usize::from(b <= a);
        }
        n
    }
}

/// The grams of a run of words: the place of the first word and the hash.
pub(super) fn grams(words: &[Word]) -> impl Iterator<Item = (usize, u64)> + '_ {
    let mut since = 0;
    words.iter().enumerate().filter_map(move |(i, w)| {
        if w.apart {
            since = i;
        }
        let first = (i + 1).checked_sub(GRAM).filter(|&f| f >= since)?;
        Some((first, words[first..=i].iter().fold(SEED, |h, w| mix(h, w.hash))))
    })
}

fn mix(h: u64, word: u64) -> u64 {
    let x = (h.rotate_left(23) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    x ^ (x >> 29)
}

/// Quotations between marks and furniture, in text order, none overlapping.
fn left_out(found: &Extraction) -> Vec<Span> {
    let quoted = found
        .quotes
        .iter()
        .filter(|q| matches!(q.kind, QuoteKind::Direct | QuoteKind::Partial | QuoteKind::Scare))
        .flat_map(|q| q.stretches().iter().copied());
    let furniture = found.sentences.iter().filter(|s| s.part == Part::Furniture).map(|s| s.span);
    let mut spans: Vec<Span> = quoted.chain(furniture).filter(|s| !s.is_empty()).collect();
    spans.sort_unstable();
    let mut out: Vec<Span> = Vec::with_capacity(spans.len());
    for s in spans {
        match out.last_mut().filter(|last| s.start() <= last.end()) {
            Some(last) => *last = last.to(s),
            None => out.push(s),
        }
    }
    out
}

/// Runs of letters and digits, apostrophes inside them included.
fn words_of(text: &str) -> impl Iterator<Item = Span> + '_ {
    let mut chars = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let start = loop {
            let (i, c) = chars.next()?;
            if c.is_alphanumeric() {
                break i;
            }
        };
        let mut end = text.len();
        while let Some(&(i, c)) = chars.peek() {
            let inner = matches!(c, '\'' | '’')
                && text.get(i + c.len_utf8()..).is_some_and(|s| s.starts_with(char::is_alphanumeric));
            let ignored = matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}');
            if !(c.is_alphanumeric() || inner || ignored || unicode_normalization::char::is_combining_mark(c)) {
                end = i;
                break;
            }
            chars.next();
        }
        Some(Span::new(start, end))
    })
}
