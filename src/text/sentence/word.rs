//! The words on either side of a candidate, seen without allocating.

use super::look::{char_at, char_before, is_invisible};
use crate::lexicon::{Lexicon, ListSet};

/// Longer words are no abbreviations and open no sentence that a list could name.
const LONGEST: usize = 40;

/// A word, by its bytes.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Word {
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Word {
    /// The word that ends at `end`: letters, digits, apostrophes and inner full stops (`U.S`, `p.m`, `example.com`).
    pub(super) fn before(text: &str, end: usize, floor: usize) -> Self {
        let b = text.as_bytes();
        let mut i = end;
        while i > floor && end - i < LONGEST {
            let x = b[i - 1];
            if x.is_ascii_alphanumeric() {
                i -= 1;
            } else if x == b'.' || x == b'\'' {
                // Inner only.
                let inner = i < end && i >= 2 && (b[i - 2].is_ascii_alphanumeric() || b[i - 2] >= 0x80);
                if !inner || i - 1 <= floor {
                    break;
                }
                i -= 1;
            } else if x >= 0x80 {
                match char_before(text, i) {
                    Some(c) if c.is_alphanumeric() || is_invisible(c) || c == '’' || c == '°' => i -= c.len_utf8(),
                    _ => break,
                }
            } else {
                break;
            }
        }
        Self { start: i.min(end), end }
    }

    /// The word that begins at `start`: letters, digits and inner apostrophes.
    pub(super) fn after(text: &str, start: usize) -> Self {
        let b = text.as_bytes();
        let mut i = start;
        while i < b.len() && i - start < LONGEST {
            let x = b[i];
            let apostrophe = x == b'\'' && i > start && b.get(i + 1).is_some_and(u8::is_ascii_alphabetic);
            if x.is_ascii_alphanumeric() || apostrophe {
                i += 1;
            } else if x >= 0x80 {
                match char_at(text, i) {
                    Some('’') if i > start && b.get(i + 3).is_some_and(u8::is_ascii_alphabetic) => i += 3,
                    Some(c) if c.is_alphanumeric() || is_invisible(c) => i += c.len_utf8(),
                    _ => break,
                }
            } else {
                break;
            }
        }
        Self { start, end: i }
    }

    pub(super) fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or("")
    }

    pub(super) fn len(self) -> usize {
        self.end - self.start
    }

    pub(super) fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// The lists that hold the word.
    pub(super) fn lists(self, text: &str, lexicon: &Lexicon) -> ListSet {
        let word = self.of(text).as_bytes();
        let mut key = [0u8; LONGEST];
        if word.is_empty() || word.len() >= LONGEST {
            return ListSet::EMPTY;
        }
        let mut n = 0;
        let mut k = 0;
        while k < word.len() {
            // Curly apostrophes are straight in folded words.
            if word[k..].starts_with("’".as_bytes()) {
                key[n] = b'\'';
                k += 3;
            } else {
                key[n] = word[k].to_ascii_lowercase();
                k += 1;
            }
            n += 1;
        }
        std::str::from_utf8(&key[..n]).map_or(ListSet::EMPTY, |key| lexicon.lookup(key).0)
    }

    pub(super) fn is_number(self, text: &str) -> bool {
        let w = self.of(text).as_bytes();
        !w.is_empty() && w.iter().all(|x| x.is_ascii_digit() || matches!(x, b'.' | b','))
    }

    /// One letter.
    pub(super) fn single_letter(self, text: &str) -> Option<char> {
        let mut chars = self.of(text).chars();
        match (chars.next(), chars.next()) {
            (Some(c), None) if c.is_alphabetic() => Some(c),
            _ => None,
        }
    }

    /// Letters joined by full stops, none of the parts longer than four: `U.S`, `p.m`, `Ph.D`, `Lt.Col`.
    pub(super) fn dotted(self, text: &str) -> Option<Dotted> {
        let w = self.of(text);
        if !w.contains('.') {
            return None;
        }
        let mut single = true;
        for part in w.split('.') {
            if part.is_empty() || part.len() > 4 || !part.chars().all(char::is_alphabetic) {
                return None;
            }
            single &= part.chars().count() == 1;
        }
        let lower = !w.contains(char::is_uppercase);
        if !single && lower {
            // `said.he`, `bbc.co.uk`
            return None;
        }
        Some(Dotted { single })
    }

    pub(super) fn starts_upper(self, text: &str) -> bool {
        self.of(text).starts_with(char::is_uppercase)
    }

    /// All letters upper case, two or more: an acronym (`BBC`).
    pub(super) fn all_upper(self, text: &str) -> bool {
        let w = self.of(text);
        w.len() >= 2 && w.chars().all(char::is_uppercase)
    }

    /// A short word without a vowel that is no acronym: `Sgt`, `vs`, `Blvd`.
    pub(super) fn looks_abbreviated(self, text: &str) -> bool {
        let w = self.of(text).as_bytes();
        (2..=6).contains(&w.len())
            && w.iter().all(u8::is_ascii_alphabetic)
            && w.iter().any(u8::is_ascii_lowercase)
            && !w.iter().any(|x| b"aeiouyAEIOUY".contains(x))
    }
}

/// What sort of dotted abbreviation a word is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Dotted {
    /// Every part is one letter (`U.S`), unlike `Ph.D`.
    pub(super) single: bool,
}
