//! A map by folded words, quick for short ones.

use crate::text::fold::with_folded;
use foldhash::fast::FixedState;
use std::collections::HashMap;
use std::hash::BuildHasher as _;

/// What is known of each of many words.
///
/// Most words are short: the characters of these stand in the table itself, so that finding one touches no other memory,
/// and none is allocated for it.
#[derive(Debug, Clone)]
pub(super) struct WordMap<T> {
    short: HashMap<(u64, u64), T, FixedState>,
    long: HashMap<Box<str>, T, FixedState>,
}

impl<T> Default for WordMap<T> {
    fn default() -> Self {
        Self {
            short: HashMap::with_hasher(FixedState::with_seed(0)),
            long: HashMap::with_hasher(FixedState::with_seed(0)),
        }
    }
}

impl<T> WordMap<T> {
    /// Of an already folded word.
    pub(super) fn get(&self, folded: &str) -> Option<&T> {
        match short_key(folded.as_bytes()) {
            Some(key) => self.short.get(&key),
            None => self.long.get(folded),
        }
    }

    /// Of a word as it is written.
    pub(super) fn get_written(&self, written: &str) -> Option<&T> {
        match short_key_folded(written.as_bytes()) {
            Some(key) => self.short.get(&key),
            None => with_folded(written, |folded| self.get(folded)),
        }
    }

    /// Of the word whose `len` ASCII letters and digits are the first bytes of `chunk`, fewer than all: as
    /// [`WordMap::get_written`], with no step that depends on how many they are.
    #[inline]
    pub(super) fn get_chunk(&self, chunk: u128, len: usize) -> Option<&T> {
        let bytes = chunk & ((1 << (8 * len)) - 1);
        self.short.get(&(lower(bytes as u64), lower((bytes >> 64) as u64) | (len as u64) << 56))
    }

    /// Of an already folded word, which gets `new` if there is nothing yet.
    pub(super) fn entry(&mut self, folded: &str, new: T) -> &mut T {
        match short_key(folded.as_bytes()) {
            Some(key) => self.short.entry(key).or_insert(new),
            None => self.long.entry(folded.into()).or_insert(new),
        }
    }
}

/// A number that tells the folded form of a word from others.
pub(crate) fn folded_hash(written: &str) -> u64 {
    let hash = FixedState::with_seed(0);
    let of_folded = |folded: &str| match short_key(folded.as_bytes()) {
        Some(key) => hash.hash_one(key),
        None => hash.hash_one(folded),
    };
    match short_key_folded(written.as_bytes()) {
        Some(key) => hash.hash_one(key),
        None => with_folded(written, of_folded),
    }
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
    ((low | high) & HIGHEST == 0).then(|| (lower(low), lower(high)))
}

/// One in each byte.
const EACH: u64 = 0x0101_0101_0101_0101;

/// The highest bit of each byte: set in none that is ASCII.
const HIGHEST: u64 = EACH * 0x80;

/// Eight ASCII characters in lower case.
fn lower(bytes: u64) -> u64 {
    // The highest bit of each byte: from `A` on, and beyond `Z`.
    let from = bytes + EACH * u64::from(0x80 - b'A');
    let beyond = bytes + EACH * u64::from(0x7F - b'Z');
    bytes | (from & !beyond & HIGHEST) >> 2
}

#[cfg(test)]
mod tests {
    use super::{short_key, short_key_folded};
    use std::collections::BTreeSet;

    #[test]
    fn keys_tell_words_apart_and_not_their_case() {
        let all = b"abcdefghijklmnopqrstuvwxyz";
        let words: BTreeSet<&[u8]> = (0..=15).flat_map(|len| (0..9).map(move |at| &all[at..at + len])).collect();
        let keys: BTreeSet<_> = words.iter().map(|w| short_key(w).unwrap()).collect();
        assert_eq!(keys.len(), words.len());
        assert!(short_key(&all[..16]).is_none());
        for word in ["a", "it", "U.S", "Who's", "MacArthur", "@Z[`{az", "Entgegenkommend"] {
            let folded = short_key(word.to_ascii_lowercase().as_bytes());
            assert_eq!(short_key_folded(word.as_bytes()), folded, "{word}");
        }
        assert_eq!(short_key_folded("café".as_bytes()), None);
        let mut map = super::WordMap::default();
        map.entry("macarthur", 1);
        let chunk = u128::from_le_bytes(*b"MacArthur spoke.");
        assert_eq!((map.get_chunk(chunk, 9), map.get_chunk(chunk, 8)), (Some(&1), None));
    }
}
