//! How the text goes on after a stop.

use super::Cut;
use super::look::{char_at, is_blank, is_dash, is_opener};
use super::word::Word;
use crate::lexicon::ListSet;

/// How the text goes on after a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Start {
    Upper,
    Lower,
    Digit,
    /// A letter of a script without case.
    Uncased,
    /// A dash.
    Dash,
    /// A mark that goes on with the same sentence (`,`, `;`, `:`).
    Inner,
    /// Any other mark.
    Symbol,
}

#[derive(Debug, Clone, Copy)]
pub(super) struct Next {
    pub(super) start: Start,
    /// Quotation marks or brackets before the word.
    pub(super) opened: bool,
    /// A bracket before the word.
    pub(super) bracket: bool,
    /// That bracket is a square one.
    pub(super) square: bool,
    pub(super) word: Word,
    pub(super) lists: ListSet,
}

impl Cut<'_> {
    /// What begins at `at` with the character `first`.
    pub(super) fn next_at(&self, at: usize, first: char) -> Next {
        let text = self.text;
        let (mut i, mut c, mut opened, mut bracket) = (at, first, false, false);
        let square = first == '[';
        for _ in 0..4 {
            let quote_pair = c == '\'' && self.bytes.get(i + 1) == Some(&b'\'');
            if !is_opener(c) && c != '”' && c != '’' {
                break;
            }
            opened = true;
            bracket |= matches!(c, '(' | '[' | '{');
            i += if quote_pair { 2 } else { c.len_utf8() };
            let blank = char_at(text, i).filter(|&c| is_blank(c)).map_or(0, char::len_utf8);
            match char_at(text, i + blank) {
                Some(d) => (i, c) = (i + blank, d),
                None => break,
            }
        }
        let start = if c.is_uppercase() {
            Start::Upper
        } else if c.is_lowercase() {
            Start::Lower
        } else if c.is_numeric() {
            Start::Digit
        } else if c.is_alphabetic() {
            Start::Uncased
        } else if is_dash(c) {
            Start::Dash
        } else if matches!(c, ',' | ';' | ':' | '&' | '/' | '+' | '=' | ')' | ']' | '%') {
            Start::Inner
        } else {
            Start::Symbol
        };
        let word = if c.is_alphanumeric() { Word::after(text, i) } else { Word { start: i, end: i } };
        Next { start, opened, bracket, square, word, lists: word.lists(text, self.lexicon) }
    }
}
