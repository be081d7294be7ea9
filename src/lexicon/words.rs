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
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Sets {
    pub(crate) lists: ListSet,
    pub(crate) opens: ListSet,
}

/// Every folded word of an entry, each with a number.
///
/// Texts are looked up here word by word, and the lists are larger than a processor's cache: a lookup touches the table
/// and one place in `sets`, no more.
#[derive(Debug, Clone)]
pub(super) struct Words {
    /// The numbers of the words that [`short_key`] has a key for: all but a few.
    short: HashMap<(u64, u64), u32, FixedState>,
    long: HashMap<Box<str>, u32, FixedState>,
    /// By number.
    sets: Vec<Sets>,
    /// By number: what the tagger found out of each word of a text so far.
    known: Vec<OnceLock<Known>>,
    /// By number.
    words: Vec<Word>,
}

#[derive(Debug, Clone, Default)]
struct Word {
    /// Entries that are this one word.
    entries: Vec<(List, u32)>,
    /// Entries of several words that begin with it, by list.
    phrases: Vec<Phrase>,
}

/// An entry of several words, without its first one.
#[derive(Debug, Clone)]
struct Phrase {
    list: List,
    /// The number of the word after the first: most phrases are told from a text by it.
    second: u32,
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
        Self {
            short: HashMap::with_hasher(FixedState::with_seed(0)),
            long: HashMap::with_hasher(FixedState::with_seed(0)),
            sets: Vec::new(),
            known: Vec::new(),
            words: Vec::new(),
        }
    }

    /// The number of an already folded word.
    pub(super) fn number(&self, folded: &str) -> u32 {
        let found = match short_key(folded.bytes()) {
            Some(key) => self.short.get(&key),
            None => self.long.get(folded),
        };
        found.copied().unwrap_or(UNLISTED)
    }

    /// The number of a word as it is written.
    pub(super) fn number_of(&self, written: &str) -> u32 {
        match short_key(written.bytes().map(|b| b.to_ascii_lowercase())).filter(|_| written.is_ascii()) {
            Some(key) => self.short.get(&key).copied().unwrap_or(UNLISTED),
            None => with_folded(written, |folded| self.number(folded)),
        }
    }

    pub(super) fn sets(&self, number: u32) -> Sets {
        self.sets.get(number as usize).copied().unwrap_or_default()
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
        let mut phrases = self.phrases(number, list).iter();
        phrases.find(|p| p.rest.iter().map(|t| &*t.text).eq(rest.iter().copied())).map(|p| p.id)
    }

    fn phrases(&self, number: u32, list: List) -> &[Phrase] {
        let all = self.words.get(number as usize).map_or(&[][..], |w| &w.phrases);
        let all = &all[all.partition_point(|p| p.list < list)..];
        &all[..all.partition_point(|p| p.list == list)]
    }

    /// The longest entry of `list` that begins with `token` and goes on with `following`: how many tokens it covers.
    pub(super) fn longest(&self, list: List, text: &str, token: &Token, following: &[Token]) -> Option<(usize, u32)> {
        let mut best = None;
        if token.lists.has(list) {
            best = self.entries(token.word, list).next().map(|id| (1, id));
        }
        if let (true, Some(next)) = (token.opens.has(list), following.first()) {
            let phrases = self.phrases(token.word, list).iter();
            for phrase in phrases.filter(|p| next.kind != TokenKind::Word || p.second == next.word) {
                let len = phrase.rest.len() + 1;
                if best.is_some_and(|(longest, _)| longest >= len) || phrase.rest.len() > following.len() {
                    continue;
                }
                if phrase.rest.iter().zip(following).all(|(part, t)| part.is(text, t)) {
                    best = Some((len, phrase.id));
                }
            }
        }
        best
    }

    /// Adds entry `id` of `list`, whose folded words and marks are `parts`.
    pub(super) fn add(&mut self, list: List, id: u32, parts: impl IntoIterator<Item = Box<str>>) {
        let mut parts = parts.into_iter();
        let Some(first) = parts.next() else { return };
        let at = self.number_or_new(first);
        let rest: Box<[Part]> = parts.map(|text| Part { word: self.number_or_new(text.clone()), text }).collect();
        let (Some(sets), Some(word)) = (self.sets.get_mut(at as usize), self.words.get_mut(at as usize)) else {
            return;
        };
        // Another list may make another word of it.
        self.known[at as usize] = OnceLock::new();
        match rest.first() {
            None => {
                sets.lists = sets.lists.or(ListSet::one(list));
                word.entries.push((list, id));
            }
            Some(part) => {
                sets.opens = sets.opens.or(ListSet::one(list));
                let at = word.phrases.partition_point(|p| p.list <= list);
                word.phrases.insert(at, Phrase { list, second: part.word, rest, id });
            }
        }
    }

    fn number_or_new(&mut self, folded: Box<str>) -> u32 {
        let new = u32::try_from(self.words.len()).unwrap_or(UNLISTED);
        let number = match short_key(folded.bytes()) {
            Some(key) => *self.short.entry(key).or_insert(new),
            None => *self.long.entry(folded).or_insert(new),
        };
        if number == new {
            self.words.push(Word::default());
            self.sets.push(Sets::default());
            self.known.push(OnceLock::new());
        }
        number
    }
}

/// The bytes of a short word and how many they are, in one value.
fn short_key(word: impl ExactSizeIterator<Item = u8>) -> Option<(u64, u64)> {
    let len = word.len();
    if len > 15 {
        return None;
    }
    let bytes = word.fold(0u128, |key, byte| key << 8 | u128::from(byte));
    Some((bytes as u64, (bytes >> 64) as u64 | (len as u64) << 56))
}

/// Whether `word` folds to `folded`, without folding it where that can be seen at once.
fn folds_to(word: &str, folded: &str) -> bool {
    if word.is_ascii() { word.eq_ignore_ascii_case(folded) } else { fold(word) == folded }
}
