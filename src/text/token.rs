//! Tokens: the words, numbers and marks of a text, cut once and shared by every stage.

use crate::lexicon::{Lexicon, List, ListSet, Sets, UNLISTED, folded_hash};
use crate::text::one_of::{OneOf, Shape};
use crate::text::span::Span;
use unicode_segmentation::UnicodeSegmentation as _;

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum TokenKind {
    /// Letters, with inner apostrophes (`didn't`, `O'Brien`) and dotted abbreviations (`U.S.`, `p.m.`) kept whole.
    Word,
    /// Digits with inner commas and points (`1,200.5`); a unit written on to it (`3bn`) is a token of its own.
    Number,
    /// `'s` or `’s` after a word, or the apostrophe after a plural's `s`.
    Possessive,
    /// One mark of any other kind: punctuation, currency sign, symbol.
    Mark,
}

/// How a word is capitalised.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Case {
    /// No upper-case letter, or not a word.
    Lower,
    /// First letter upper, the rest lower (`Paris`), or a single upper-case letter.
    Title,
    /// Two or more letters, all upper (`NATO`, `U.S.`).
    Upper,
    /// Anything else (`McDonald`, `iPhone`).
    Mixed,
}

/// One token. Tokens stand in text order, never overlap, and leave out only white space.
#[derive(Debug, Clone, Copy)]
pub struct Token {
    /// Where it stands, in bytes.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
    /// How it is capitalised.
    pub case: Case,
    /// Whether white space (or the text's start) stands before it.
    pub space_before: bool,
    /// The lexicon lists that its folded form is an entry of.
    pub lists: ListSet,
    /// The lists that have an entry of several words beginning with it.
    pub opens: ListSet,
    /// Where the lexicon it was cut with keeps its folded form.
    pub(crate) word: u32,
    /// Whether an entry of several words may begin with it and the next token.
    pub(crate) may_begin: bool,
    /// What tells it from most fixed words that it is held against.
    pub(crate) shape: Shape,
}

impl Token {
    /// Whether it is a word that begins with an upper-case letter.
    #[must_use]
    #[inline]
    pub fn is_capitalised(&self) -> bool {
        matches!(self.case, Case::Title | Case::Upper | Case::Mixed)
    }

    /// Whether an entry of `list` may begin with it.
    #[inline]
    pub(crate) fn may_open(&self, list: List) -> bool {
        self.lists.has(list) || self.may_begin && self.opens.has(list)
    }

    /// Whether it is `word`, in any case of its letters: by its shape alone for most.
    #[inline]
    pub(crate) fn is(&self, text: &str, word: &str) -> bool {
        self.shape == Shape::of(word.as_bytes()) && self.is_written(text, word)
    }

    #[inline(never)]
    fn is_written(&self, text: &str, word: &str) -> bool {
        let (own, word) = (self.bytes(text), word.as_bytes());
        // Most are written so.
        own == word || own.eq_ignore_ascii_case(word)
    }

    /// Whether it is this mark.
    #[inline]
    pub(crate) fn is_mark(&self, text: &str, mark: &str) -> bool {
        let shaped = self.kind == TokenKind::Mark && self.shape == Shape::of(mark.as_bytes());
        shaped && self.bytes(text) == mark.as_bytes()
    }

    /// Whether it is one of some fixed words, in any case of its letters.
    #[inline]
    pub(crate) fn is_one(&self, text: &str, words: &OneOf<'_>) -> bool {
        words.may_hold(self.shape) && words.search(self.shape, self.bytes(text))
    }

    /// Whether it ends in these letters, as they are written: by its shape alone for most.
    #[inline]
    pub(crate) fn ends_in(&self, text: &str, end: &str) -> bool {
        let last = end.as_bytes().last();
        last.is_some_and(|last| self.shape.may_end_in(*last)) && self.bytes(text).ends_with(end.as_bytes())
    }

    /// Whether it is one of `words`, in any case of its letters.
    pub(crate) fn is_any(&self, text: &str, words: &[&str]) -> bool {
        words.iter().any(|word| self.is(text, word))
    }

    /// What tells its folded word from others: the number that its lexicon has for it, else a hash.
    pub(crate) fn word_key(&self, text: &str) -> u64 {
        match self.word {
            UNLISTED => folded_hash(self.of(text)),
            listed => u64::from(listed),
        }
    }

    /// The bytes of the token's own characters: what is only held against others need not be known to be text.
    #[inline]
    pub(crate) fn bytes<'t>(&self, text: &'t str) -> &'t [u8] {
        self.span.bytes(text)
    }

    /// The token's own characters.
    #[must_use]
    #[inline]
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        self.span.of(text)
    }
}

/// Cuts `text` into tokens and looks each word up in `lexicon` once.
///
/// Cost: O(bytes). ASCII runs are cut here; other scripts by the word boundaries of UAX #29.
#[must_use]
pub fn tokens(text: &str, lexicon: &Lexicon) -> Vec<Token> {
    let b = text.as_bytes();
    let mut out: Vec<Token> = Vec::with_capacity(text.len() / 4 + 1);
    let mut i = 0;
    let mut space = true;
    while i < b.len() {
        if b[i] == b' ' {
            space = true;
            i += 1;
            continue;
        }
        let found = match short_word(b, i) {
            Some((len, case, chunk)) => Some((i + len, case, lexicon.locate_chunk(chunk, len))),
            None => plain_word(b, i).map(|(end, case)| (end, case, lexicon.locate(Span::new(i, end).of(text)))),
        };
        if let Some((end, case, (word, Sets { lists, opens }))) = found {
            out.push(Token {
                span: Span::new(i, end),
                kind: TokenKind::Word,
                case,
                space_before: space,
                lists,
                opens,
                word,
                may_begin: false,
                shape: Shape::new(b[i], b[end - 1], end - i),
            });
            space = false;
            i = end;
            continue;
        }
        let c = char_at(text, i);
        if c.is_whitespace() {
            space = true;
            i += c.len_utf8();
            continue;
        }
        let (end, kind) = if c.is_alphabetic() || is_mark(c) {
            match possessive_end(text, i, &out, space) {
                Some(end) => (end, TokenKind::Possessive),
                None => (word_end(text, i), TokenKind::Word),
            }
        } else if c.is_ascii_digit() {
            (number_end(b, i), TokenKind::Number)
        } else if let Some(end) = possessive_end(text, i, &out, space) {
            (end, TokenKind::Possessive)
        } else {
            (i + c.len_utf8(), TokenKind::Mark)
        };
        let span = Span::new(i, end);
        let (case, (word, sets)) = if kind == TokenKind::Word {
            let written = span.of(text);
            (case_of(written), lexicon.locate(written))
        } else {
            (Case::Lower, (UNLISTED, Sets::default()))
        };
        let Sets { lists, opens } = sets;
        let shape = Shape::of(span.bytes(text));
        out.push(Token { span, kind, case, space_before: space, lists, opens, word, may_begin: false, shape });
        space = false;
        i = end;
    }
    for k in 1..out.len() {
        if !out[k - 1].opens.is_empty() {
            out[k - 1].may_begin = lexicon.may_begin(text, &out[k - 1], &out[k]);
        }
    }
    out
}

/// As [`plain_word`], of a word of fewer than 16 letters and no digit that does not stand at the text's very end: its
/// length, how it is capitalised, and the 16 bytes that it begins.
///
/// All of them are looked at at once: where a word ends can never be foretold, so that a loop over its letters would make
/// the processor go back once a word.
#[inline]
fn short_word(b: &[u8], start: usize) -> Option<(usize, Case, u128)> {
    const EACH: u128 = u128::MAX / 0xFF;
    const HIGHEST: u128 = EACH * 0x80;
    let chunk = u128::from_le_bytes(*b.get(start..)?.first_chunk()?);
    let low = chunk & !HIGHEST;
    // The highest bit of each byte between `first` and `last`.
    let between = |bytes: u128, first: u8, last: u8| {
        (bytes + EACH * u128::from(0x80 - first)) & !(bytes + EACH * u128::from(0x7F - last)) & !chunk & HIGHEST
    };
    let letters = between(low | (EACH * 0x20), b'a', b'z');
    let len = (!letters & HIGHEST).trailing_zeros() as usize / 8;
    if len == 0 || len >= 16 {
        return None;
    }
    let next = (chunk >> (8 * len)) as u8;
    if next == b'\'' || !next.is_ascii() || next.is_ascii_digit() || next == b'.' && len == 1 {
        return None;
    }
    let letters = letters & ((1 << (8 * len)) - 1);
    let lower = letters & chunk << 2;
    let case = match letters & !lower {
        0 => Case::Lower,
        0x80 => Case::Title,
        _ if lower == 0 => Case::Upper,
        _ => Case::Mixed,
    };
    Some((len, case, chunk))
}

/// Where a word of ASCII letters and digits ends that begins at `start`, and how it is capitalised: nearly every word,
/// in one pass. `None` if there is none, or if it may go on with an apostrophe, a dotted letter or another script.
fn plain_word(b: &[u8], start: usize) -> Option<(usize, Case)> {
    let first = b.get(start).filter(|x| x.is_ascii_alphabetic())?;
    let (mut upper, mut lower) = (0, 0);
    let mut end = start;
    let next = loop {
        let Some(&x) = b.get(end) else { break b' ' };
        let letter = LETTERS[x as usize];
        if letter == 0 {
            break x;
        }
        upper += usize::from(letter & UPPER != 0);
        lower += usize::from(letter & LOWER != 0);
        end += 1;
    };
    if next == b'\'' || !next.is_ascii() || next == b'.' && end == start + 1 {
        return None;
    }
    Some((end, case_by(upper, lower, first.is_ascii_uppercase())))
}

const UPPER: u8 = 1;
const LOWER: u8 = 2;
const DIGIT: u8 = 4;

/// What each byte is in a word of ASCII; 0 if it is in none.
const LETTERS: [u8; 256] = {
    let mut out = [0; 256];
    let mut x = 0;
    while x < 128 {
        out[x] = match x as u8 {
            b'A'..=b'Z' => UPPER,
            b'a'..=b'z' => LOWER,
            b'0'..=b'9' => DIGIT,
            _ => 0,
        };
        x += 1;
    }
    out
};

fn char_at(text: &str, i: usize) -> char {
    let b = text.as_bytes()[i];
    if b.is_ascii() { char::from(b) } else { text.get(i..).and_then(|s| s.chars().next()).unwrap_or('\u{FFFD}') }
}

fn is_mark(c: char) -> bool {
    !c.is_ascii() && unicode_normalization::char::is_combining_mark(c)
}

fn is_apostrophe(c: char) -> bool {
    c == '\'' || c == '\u{2019}'
}

/// End of an `'s` or `’s` that follows a word directly, or of an apostrophe after a word's final `s`.
fn possessive_end(text: &str, i: usize, out: &[Token], space: bool) -> Option<usize> {
    if space {
        return None;
    }
    let last = out.last()?;
    if last.span.end() != i || !matches!(last.kind, TokenKind::Word | TokenKind::Number) {
        return None;
    }
    let mut chars = text.get(i..)?.chars();
    let first = chars.next()?;
    if !is_apostrophe(first) {
        return None;
    }
    let after = i + first.len_utf8();
    match chars.next() {
        Some(s @ ('s' | 'S')) if !chars.next().is_some_and(char::is_alphanumeric) => Some(after + s.len_utf8()),
        _ => None,
    }
}

fn word_end(text: &str, start: usize) -> usize {
    if let Some(end) = dotted_end(text.as_bytes(), start) {
        return end;
    }
    let b = text.as_bytes();
    let mut i = start;
    while i < b.len() {
        let x = b[i];
        if x.is_ascii_alphanumeric() {
            i += 1;
            continue;
        }
        let c = char_at(text, i);
        if is_apostrophe(c) {
            // Inside a word, but not the `'s` of a possessive.
            let after = i + c.len_utf8();
            let next = b.get(after).map(|_| char_at(text, after));
            let possessive = matches!(next, Some('s' | 'S'))
                && !b.get(after + 1).is_some_and(|_| char_at(text, after + 1).is_alphanumeric());
            if next.is_some_and(char::is_alphabetic) && !possessive {
                i = after;
                continue;
            }
            break;
        }
        if c.is_ascii() {
            break;
        }
        if is_unspaced(c) {
            // Scripts without spaces: one token a UAX #29 word.
            if i == start {
                let word = text.get(i..).and_then(|s| s.split_word_bounds().next()).map_or(c.len_utf8(), str::len);
                return i + word.max(c.len_utf8());
            }
            break;
        }
        if c.is_alphanumeric() || is_mark(c) {
            i += c.len_utf8();
            continue;
        }
        break;
    }
    i.max(start + char_at(text, start).len_utf8())
}

/// Han, kana, Thai, Lao, Khmer and Burmese letters.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{0E00}'..='\u{0EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}'
        | '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// `U.S.`, `p.m.`, `U.N`: single letters joined by full stops, at least two of them.
fn dotted_end(b: &[u8], start: usize) -> Option<usize> {
    let mut i = start;
    let mut letters = 0;
    while i < b.len() && b[i].is_ascii_alphabetic() && b.get(i + 1) == Some(&b'.') {
        letters += 1;
        i += 2;
    }
    if i < b.len() && b[i].is_ascii_alphabetic() && letters >= 1 {
        // `U.S` without the last stop; a longer word after the stop is no part of it.
        if !b.get(i + 1).is_some_and(|x| x.is_ascii_alphanumeric() || *x >= 0x80) {
            return Some(i + 1);
        }
        return (letters >= 2).then_some(i);
    }
    (letters >= 2).then_some(i)
}

fn number_end(b: &[u8], start: usize) -> usize {
    let mut i = start;
    while i < b.len() {
        match b[i] {
            b'0'..=b'9' => i += 1,
            b',' | b'.' if b.get(i + 1).is_some_and(u8::is_ascii_digit) => i += 1,
            _ => break,
        }
    }
    i
}

fn case_of(word: &str) -> Case {
    if word.bytes().all(|b| b.is_ascii_lowercase()) {
        return Case::Lower;
    }
    let (mut upper, mut lower, mut first, mut seen) = (0usize, 0usize, false, false);
    for c in word.chars() {
        if c.is_uppercase() {
            upper += 1;
            first |= !seen;
        } else if c.is_alphabetic() {
            lower += 1;
        } else {
            continue;
        }
        seen = true;
    }
    case_by(upper, lower, first)
}

/// How a word is capitalised, by how many letters are upper and lower case; `first`: its first letter is upper case.
fn case_by(upper: usize, lower: usize, first: bool) -> Case {
    match (upper, lower) {
        (0, _) => Case::Lower,
        (1, _) if first => Case::Title,
        (_, 0) => Case::Upper,
        _ => Case::Mixed,
    }
}
