//! The words of the lists, found by their characters, and the phrases that begin with them.

use crate::lexicon::{List, ListSet};
use crate::text::fold::{fold, with_folded};
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
    /// The words that [`short_key`] has a key for: all but a few.
    short: HashMap<(u64, u64), Place, FixedState>,
    long: HashMap<Box<str>, Place, FixedState>,
    /// Every set of lists that some word has.
    sets: Vec<Sets>,
    set_index: HashMap<Sets, u32, FixedState>,
    /// By number.
    words: Vec<Word>,
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
    /// Entries that are this one word.
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
            short: HashMap::with_hasher(FixedState::with_seed(0)),
            long: HashMap::with_hasher(FixedState::with_seed(0)),
            sets: vec![none],
            set_index: std::iter::once((none, 0)).collect(),
            words: Vec::new(),
            known: Vec::new(),
        }
    }

    fn place(&self, folded: &str) -> Place {
        let found = match short_key(folded.as_bytes()) {
            Some(key) => self.short.get(&key),
            None => self.long.get(folded),
        };
        found.copied().unwrap_or(NOWHERE)
    }

    fn place_of(&self, written: &str) -> Place {
        match short_key_folded(written.as_bytes()) {
            Some(key) => self.short.get(&key).copied().unwrap_or(NOWHERE),
            None => with_folded(written, |folded| self.place(folded)),
        }
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

    pub(super) fn known(&self, number: u32) -> Option<&OnceLock<Known>> {
        self.known.get(number as usize)
    }

    /// The entries of `list` that are the word of this number.
    pub(super) fn entries(&self, number: u32, list: List) -> impl Iterator<Item = u32> {
        let all = self.words.get(number as usize).map_or(&[][..], |w| &w.entries);
        all.iter().filter(move |(l, _)| *l == list).map(|&(_, id)| id)
    }

    /// The first entry of `list` that begins with the word of this number and goes on with the words of `rest`.
    pub(super) fn phrase(&self, number: u32, list: List, rest: &[&str]) -> Option<u32> {
        let second = self.number(rest.first()?);
        let mut phrases = self.phrases(number, list, second).iter();
        phrases.find(|p| p.rest.iter().map(|t| &*t.text).eq(rest.iter().copied())).map(|p| p.id)
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
        if let (true, Some(next)) = (token.opens.has(list), following.first()) {
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
                sets.lists = sets.lists.or(ListSet::one(list));
                word.entries.push((list, id));
            }
            Some(part) => {
                sets.opens = sets.opens.or(ListSet::one(list));
                // Behind those of the same key: the first of the lists goes first.
                let key = phrase_key(list, part.word);
                let at = word.keys.partition_point(|k| *k <= key);
                word.keys.insert(at, key);
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

    /// The place of a folded word, which gets one if it has none.
    fn place_mut(&mut self, folded: &str) -> &mut Place {
        let next = u32::try_from(self.words.len()).unwrap_or(UNLISTED);
        let new = Place { number: next, sets: 0 };
        let place = match short_key(folded.as_bytes()) {
            Some(key) => self.short.entry(key).or_insert(new),
            None => self.long.entry(folded.into()).or_insert(new),
        };
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

/// The bytes of a short word and how many they are, in two numbers.
///
/// They are read in two overlapping pieces instead of one by one: the end of a loop over a word can never be foretold.
fn short_key(word: &[u8]) -> Option<(u64, u64)> {
    let len = word.len();
    let (low, high) = match (word.first_chunk(), word.last_chunk(), word.first_chunk(), word.last_chunk()) {
        (Some(a), Some(z), ..) if len < 16 => {
            (u64::from_le_bytes(*a), u64::from_le_bytes(*z).checked_shr(8 * (16 - len as u32)).unwrap_or(0))
        }
        (None, None, Some(a), Some(z)) => {
            (u64::from(u32::from_le_bytes(*a)) | u64::from(u32::from_le_bytes(*z)) << (8 * (len - 4)), 0)
        }
        _ => match *word {
            [] => (0, 0),
            [a] => (u64::from(a), 0),
            [a, b] => (u64::from(a) | u64::from(b) << 8, 0),
            [a, b, c] => (u64::from(a) | u64::from(b) << 8 | u64::from(c) << 16, 0),
            _ => return None,
        },
    };
    Some((low, high | (len as u64) << 56))
}

/// As [`short_key`] of the word in lower case; `None` if it is not ASCII.
fn short_key_folded(word: &[u8]) -> Option<(u64, u64)> {
    let (low, high) = short_key(word)?;
    ((low | high) & EACH * 0x80 == 0).then(|| (lower(low), lower(high)))
}

/// One in each byte.
const EACH: u64 = 0x0101_0101_0101_0101;

/// Eight ASCII characters in lower case.
fn lower(bytes: u64) -> u64 {
    // The highest bit of each byte: from `A` on, and beyond `Z`.
    let from = bytes + EACH * u64::from(0x80 - b'A');
    let beyond = bytes + EACH * u64::from(0x7F - b'Z');
    bytes | (from & !beyond & EACH * 0x80) >> 2
}

/// Whether `word` folds to `folded`, without folding it where that can be seen at once.
fn folds_to(word: &str, folded: &str) -> bool {
    if word.is_ascii() { word.eq_ignore_ascii_case(folded) } else { fold(word) == folded }
}

#[cfg(test)]
mod tests {
    use super::{short_key, short_key_folded};
    use std::collections::BTreeSet;

    #[test]
    fn keys_tell_words_apart_and_not_their_case() {
        let all = "abcdefghijklmnopqrstuvwxyz";
        let words: Vec<&str> = (0..=15).flat_map(|len| (0..9).map(move |at| &all[at..at + len])).collect();
        let keys: BTreeSet<_> = words.iter().map(|w| short_key(w.as_bytes()).unwrap()).collect();
        assert_eq!(keys.len(), words.iter().collect::<BTreeSet<_>>().len());
        assert!(short_key(&all.as_bytes()[..16]).is_none());
        for word in ["a", "it", "U.S", "Who's", "MacArthur", "@Z[`{az", "Entgegenkommend"] {
            let folded = short_key(word.to_ascii_lowercase().as_bytes());
            assert_eq!(short_key_folded(word.as_bytes()), folded, "{word}");
        }
        assert_eq!(short_key_folded("café".as_bytes()), None);
    }
}
