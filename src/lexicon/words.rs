//! The words of the lists, found by their characters, and the phrases that begin with them.

use crate::lexicon::word_map::WordMap;
use crate::lexicon::{List, ListSet};
use crate::text::fold::fold;
use crate::text::tag::Known;
use crate::text::token::{Token, TokenKind};
use foldhash::fast::FixedState;
use std::collections::HashMap;
use std::sync::OnceLock;

/// What a token that stands in no entry has for its word.
pub(crate) const UNLISTED: u32 = u32::MAX;

/// The lists that hold a word, and those with a phrase that begins with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub(crate) struct Sets {
    pub(crate) lists: ListSet,
    pub(crate) opens: ListSet,
}

/// Every folded word of an entry, each with a number.
///
/// Texts are looked up here word by word, and the lists are larger than a processor's cache: a lookup touches one place
/// of the table and one of the few sets of lists that words have in common.
#[derive(Debug, Clone)]
pub(super) struct Words {
    places: WordMap<Place>,
    /// Every set of lists that some word has.
    sets: Vec<Sets>,
    set_index: HashMap<Sets, u32, FixedState>,
    /// By number.
    words: Vec<Word>,
    /// The entries of every word that are this one word, in the order of the numbers: side by side for the frequent ones.
    entries: Vec<(List, u32)>,
    /// By number: where its entries end.
    ends: Vec<u32>,
    /// One bit for each first two words of a phrase, which some share: see [`Words::may_begin`].
    pairs: Vec<u64>,
    /// One bit for each entry of [`List::NameEnding`], which some share.
    endings: [u64; ENDINGS / 64],
    /// By number: what the tagger found out of each word of a text so far.
    known: Vec<OnceLock<Known>>,
}

/// What the table holds of a word.
#[derive(Debug, Clone, Copy)]
struct Place {
    number: u32,
    /// Its index in `sets`.
    sets: u32,
}

const NOWHERE: Place = Place { number: UNLISTED, sets: 0 };

#[derive(Debug, Clone, Default)]
struct Word {
    /// Entries that are this one word: what `Words::entries` is made of.
    entries: Vec<(List, u32)>,
    /// Entries of several words that begin with it, in the order of their keys.
    phrases: Vec<Phrase>,
    /// The list of each phrase and the number of its second word: see [`phrase_key`].
    keys: Vec<u64>,
}

/// An entry of several words, without its first one.
#[derive(Debug, Clone)]
struct Phrase {
    rest: Box<[Part]>,
    id: u32,
}

/// A word of a phrase, or a mark.
#[derive(Debug, Clone)]
struct Part {
    word: u32,
    text: Box<str>,
}

impl Part {
    /// Whether `token` is this word; a number, a mark or a possessive keeps no word and is held against the characters.
    fn is(&self, text: &str, token: &Token) -> bool {
        if token.kind == TokenKind::Word { token.word == self.word } else { folds_to(token.of(text), &self.text) }
    }
}

impl Words {
    pub(super) fn new() -> Self {
        let none = Sets::default();
        Self {
            places: WordMap::default(),
            sets: vec![none],
            set_index: std::iter::once((none, 0)).collect(),
            words: Vec::new(),
            entries: Vec::new(),
            ends: Vec::new(),
            pairs: Vec::new(),
            endings: [0; ENDINGS / 64],
            known: Vec::new(),
        }
    }

    fn place(&self, folded: &str) -> Place {
        self.places.get(folded).copied().unwrap_or(NOWHERE)
    }

    fn place_of(&self, written: &str) -> Place {
        self.places.get_written(written).copied().unwrap_or(NOWHERE)
    }

    /// The number of an already folded word.
    pub(super) fn number(&self, folded: &str) -> u32 {
        self.place(folded).number
    }

    /// The number of a word as it is written.
    pub(super) fn number_of(&self, written: &str) -> u32 {
        self.place_of(written).number
    }

    /// The lists of an already folded word.
    pub(super) fn sets(&self, folded: &str) -> Sets {
        self.sets[self.place(folded).sets as usize]
    }

    /// The number of a word as it is written, and its lists.
    pub(super) fn locate(&self, written: &str) -> (u32, Sets) {
        let place = self.place_of(written);
        (place.number, self.sets[place.sets as usize])
    }

    /// As [`Words::locate`], of the word of ASCII letters and digits that is the first `len` bytes of `chunk`.
    #[inline]
    pub(super) fn locate_chunk(&self, chunk: u128, len: usize) -> (u32, Sets) {
        let place = self.places.get_chunk(chunk, len).copied().unwrap_or(NOWHERE);
        (place.number, self.sets[place.sets as usize])
    }

    pub(super) fn known(&self, number: u32) -> Option<&OnceLock<Known>> {
        self.known.get(number as usize)
    }

    /// The entries of `list` that are the word of this number.
    pub(super) fn entries(&self, number: u32, list: List) -> impl Iterator<Item = u32> {
        let end_of = |n: usize| self.ends.get(n).map(|end| *end as usize);
        let start = (number as usize).checked_sub(1).and_then(end_of).unwrap_or(0);
        let all = end_of(number as usize).and_then(|end| self.entries.get(start..end)).unwrap_or(&[]);
        all.iter().filter(move |(l, _)| *l == list).map(|&(_, id)| id)
    }

    /// The entries of `list` that begin with the word of this number and go on with the words of `rest`.
    pub(super) fn phrase<'w>(&'w self, number: u32, list: List, rest: &'w [&str]) -> impl Iterator<Item = u32> + 'w {
        let phrases = rest.first().map_or(&[][..], |second| self.phrases(number, list, self.number(second)));
        phrases.iter().filter(move |p| p.rest.iter().map(|t| &*t.text).eq(rest.iter().copied())).map(|p| p.id)
    }

    /// The entries of `list` that begin with these two words.
    fn phrases(&self, first: u32, list: List, second: u32) -> &[Phrase] {
        let Some(word) = self.words.get(first as usize) else { return &[] };
        let key = phrase_key(list, second);
        let from = word.keys.partition_point(|k| *k < key);
        let len = word.keys[from..].iter().take_while(|k| **k == key).count();
        &word.phrases[from..from + len]
    }

    /// The longest entry of `list` that begins with `token` and goes on with `following`: how many tokens it covers.
    pub(super) fn longest(&self, list: List, text: &str, token: &Token, following: &[Token]) -> Option<(usize, u32)> {
        let mut best = None;
        if token.lists.has(list) {
            best = self.entries(token.word, list).next().map(|id| (1, id));
        }
        if let (true, Some(next)) = (token.may_begin && token.opens.has(list), following.first()) {
            let second = if next.kind == TokenKind::Word { next.word } else { self.number_of(next.of(text)) };
            for phrase in self.phrases(token.word, list, second) {
                let len = phrase.rest.len() + 1;
                if best.is_some_and(|(longest, _)| longest >= len) || phrase.rest.len() > following.len() {
                    continue;
                }
                if phrase.rest.iter().zip(following).skip(1).all(|(part, t)| part.is(text, t)) {
                    best = Some((len, phrase.id));
                }
            }
        }
        best
    }

    /// Whether a phrase of some list may begin with these two words: false for nearly all that none begins with.
    ///
    /// The table is small enough to stay near the processor, so that most words of a text that might open a phrase are
    /// told not to, once, without a look at what is kept of them.
    pub(super) fn may_begin(&self, first: u32, second: u32) -> bool {
        let (place, bit) = pair_bit(first, second);
        self.pairs.get(place).is_some_and(|bits| bits & bit != 0)
    }

    /// Whether these letters may be an entry of [`List::NameEnding`]: false for nearly all that are none, at less than the
    /// cost of a look-up, of which each word would need several.
    pub(super) fn may_end_names(&self, letters: &[u8]) -> bool {
        let (place, bit) = ending_bit(letters);
        self.endings[place] & bit != 0
    }

    /// Gives words numbers that stand side by side, before those that are added later.
    pub(super) fn reserve(&mut self, folded: &[String]) {
        for word in folded {
            self.place_mut(word);
        }
    }

    /// Adds entry `id` of `list`, whose folded words and marks are `parts`.
    pub(super) fn add(&mut self, list: List, id: u32, parts: impl IntoIterator<Item = Box<str>>) {
        let mut parts = parts.into_iter();
        let Some(first) = parts.next() else { return };
        let Place { number, sets } = *self.place_mut(&first);
        let rest: Box<[Part]> = parts.map(|text| Part { word: self.place_mut(&text).number, text }).collect();
        let mut sets = self.sets[sets as usize];
        let word = &mut self.words[number as usize];
        // Another list may make another word of it.
        self.known[number as usize] = OnceLock::new();
        match rest.first() {
            None => {
                if list == List::NameEnding {
                    let (place, bit) = ending_bit(first.as_bytes());
                    self.endings[place] |= bit;
                }
                sets.lists = sets.lists.or(ListSet::one(list));
                word.entries.push((list, id));
            }
            Some(part) => {
                sets.opens = sets.opens.or(ListSet::one(list));
                // Behind those of the same key: the first of the lists goes first.
                let key = phrase_key(list, part.word);
                let at = word.keys.partition_point(|k| *k <= key);
                word.keys.insert(at, key);
                self.pairs.resize(PAIRS / 64, 0);
                let (place, bit) = pair_bit(number, part.word);
                self.pairs[place] |= bit;
                word.phrases.insert(at, Phrase { rest, id });
            }
        }
        let next = u32::try_from(self.sets.len()).unwrap_or(0);
        let index = *self.set_index.entry(sets).or_insert(next);
        if index == next {
            self.sets.push(sets);
        }
        self.place_mut(&first).sets = index;
    }

    /// Makes what has been added be found by [`Words::entries`].
    pub(super) fn close(&mut self) {
        self.entries.clear();
        self.ends.clear();
        for word in &self.words {
            self.entries.extend(&word.entries);
            self.ends.push(u32::try_from(self.entries.len()).unwrap_or(u32::MAX));
        }
    }

    /// The place of a folded word, which gets one if it has none.
    fn place_mut(&mut self, folded: &str) -> &mut Place {
        let next = u32::try_from(self.words.len()).unwrap_or(UNLISTED);
        let new = Place { number: next, sets: 0 };
        let place = self.places.entry(folded, new);
        if place.number == next {
            self.words.push(Word::default());
            self.known.push(OnceLock::new());
        }
        place
    }
}

/// A list and the number of a phrase's second word: most phrases are told from a text by these.
fn phrase_key(list: List, second: u32) -> u64 {
    u64::from(list as u8) << 32 | u64::from(second)
}

/// How many bits `Words::pairs` has: some twenty for each pair of the lists that come with the crate.
const PAIRS: usize = 1 << 19;

/// How many bits `Words::endings` has: some twelve for each ending of the list that comes with the crate.
const ENDINGS: usize = 1 << 11;

/// The bit of an ending, as if drawn by lot, and where it stands.
fn ending_bit(letters: &[u8]) -> (usize, u64) {
    let ends = |a: Option<&u8>, z: Option<&u8>| u32::from(*a.unwrap_or(&0)) | u32::from(*z.unwrap_or(&0)) << 8;
    let key = ends(letters.first(), letters.last()) | (letters.len() as u32) << 16;
    let drawn = (key.wrapping_mul(0x9E37_79B1) >> (u32::BITS - ENDINGS.trailing_zeros())) as usize;
    (drawn / 64, 1 << (drawn % 64))
}

/// The bit of two words, as if drawn by lot, and where it stands.
const fn pair_bit(first: u32, second: u32) -> (usize, u64) {
    let drawn = ((first as u64) << 32 | second as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    // The bits that both words had a part in.
    let drawn = (drawn ^ drawn >> 32).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (64 - PAIRS.trailing_zeros());
    (drawn as usize / 64, 1 << (drawn % 64))
}

/// Whether `word` folds to `folded`, without folding it where that can be seen at once.
fn folds_to(word: &str, folded: &str) -> bool {
    if word.is_ascii() { word.eq_ignore_ascii_case(folded) } else { fold(word) == folded }
}
