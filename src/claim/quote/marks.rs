//! Quotation marks: where they stand, of which family they are, and whether they can open or close.

use crate::lexicon::{Lexicon, List};
use crate::text::skip::next_special;
use crate::text::span::Span;

/// Marks of one family close each other, whatever their style.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Family {
    /// `"`, `“ ”`, `„ ‟`, `''`, ` `` `, `＂`.
    Double,
    /// `'`, `‘ ’`, `‚ ‛`, `` ` ``.
    Single,
    /// `« »`.
    Guillemet,
    /// `‹ ›`.
    Angle,
    /// `「 」` and `『 』`.
    Corner,
}

/// What a mark does, as its shape and its neighbours show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// Opens.
    Open,
    /// Closes.
    Close,
    /// Closes what is open, else opens.
    Either,
}

/// One quotation mark.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mark {
    pub(super) span: Span,
    pub(super) family: Family,
    pub(super) side: Side,
    /// Straight: its side is known by its neighbours only.
    pub(super) straight: bool,
    /// A single mark after a letter may be an apostrophe (`the players' union`).
    pub(super) weak: bool,
}

/// The quotation marks of one paragraph, in order. Apostrophes and signs of feet and inches are left out.
pub(super) fn marks(text: &str, paragraph: Span, lexicon: &Lexicon) -> Vec<Mark> {
    let b = text.as_bytes();
    let mut out = Vec::new();
    let mut i = paragraph.start();
    loop {
        // Bytes that no mark begins with, at once: nearly all.
        i = next_special(b, i, paragraph.end(), |x| (x >= 0xC2) | (x == b'"') | (x == b'\'') | (x == b'`'));
        if i >= paragraph.end() {
            return out;
        }
        let Some((len, family, shape)) = shape_at(b, i) else {
            i += 1;
            continue;
        };
        let span = Span::new(i, i + len);
        i += len;
        let before = if span.start() == paragraph.start() { None } else { char_before(text, span.start()) };
        let after = if span.end() >= paragraph.end() { None } else { char_at(text, span.end()) };
        let mark = match family {
            Family::Single => single(span, shape, before, after)
                .filter(|m| m.side == Side::Close || !is_elision(text, span.end(), lexicon)),
            _ => double(text, span, family, shape, before, after),
        };
        out.extend(mark);
    }
}

/// The side that a mark's shape shows, if any.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    Straight,
    Left,
    Right,
}

fn shape_at(b: &[u8], i: usize) -> Option<(usize, Family, Shape)> {
    let at = |k: usize| b.get(i + k).copied().unwrap_or(0);
    Some(match b[i] {
        b'"' => (1, Family::Double, Shape::Straight),
        b'\'' if at(1) == b'\'' => (2, Family::Double, Shape::Straight),
        b'\'' => (1, Family::Single, Shape::Straight),
        b'`' if at(1) == b'`' => (2, Family::Double, Shape::Left),
        b'`' => (1, Family::Single, Shape::Left),
        0xC2 if at(1) == 0xAB => (2, Family::Guillemet, Shape::Left),
        0xC2 if at(1) == 0xBB => (2, Family::Guillemet, Shape::Right),
        0xE2 if at(1) == 0x80 => match at(2) {
            0x98 | 0x9A | 0x9B => (3, Family::Single, Shape::Left),
            0x99 => (3, Family::Single, Shape::Right),
            0x9C | 0x9E | 0x9F => (3, Family::Double, Shape::Left),
            0x9D => (3, Family::Double, Shape::Right),
            0xB9 => (3, Family::Angle, Shape::Left),
            0xBA => (3, Family::Angle, Shape::Right),
            _ => return None,
        },
        0xE3 if at(1) == 0x80 => match at(2) {
            0x8C | 0x8E => (3, Family::Corner, Shape::Left),
            0x8D | 0x8F => (3, Family::Corner, Shape::Right),
            _ => return None,
        },
        0xEF if at(1) == 0xBC && at(2) == 0x82 => (3, Family::Double, Shape::Straight),
        _ => return None,
    })
}

pub(super) fn char_before(text: &str, i: usize) -> Option<char> {
    text.get(..i).and_then(|s| s.chars().next_back())
}

pub(super) fn char_at(text: &str, i: usize) -> Option<char> {
    text.get(i..).and_then(|s| s.chars().next())
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '\'' | '`' | '\u{2018}'..='\u{201F}' | '\u{AB}' | '\u{BB}' | '\u{2039}' | '\u{203A}' | '\u{FF02}')
}

/// Nothing of a word or number: the text's edge, white space, an opening bracket, a dash.
fn free_before(c: Option<char>) -> bool {
    c.is_none_or(|c| {
        c.is_whitespace()
            || matches!(c, '(' | '[' | '{' | '-' | '/' | '\u{2010}'..='\u{2015}' | '\u{200B}' | '\u{FEFF}')
    })
}

fn free_after(c: Option<char>) -> bool {
    c.is_none_or(|c| {
        c.is_whitespace()
            || matches!(
                c,
                ')' | ']' | '}' | ',' | '.' | ';' | ':' | '!' | '?' | '-' | '/' | '\u{2010}'
                    ..='\u{2015}' | '\u{2026}' | '\u{200B}' | '\u{FEFF}'
            )
    })
}

fn double(
    text: &str,
    span: Span,
    family: Family,
    shape: Shape,
    before: Option<char>,
    after: Option<char>,
) -> Option<Mark> {
    let straight = shape == Shape::Straight;
    if straight && is_inches(text, span) {
        return None;
    }
    let opens = (free_before(before) || before.is_some_and(is_quote)) && !free_after(after);
    let closes = !free_before(before) && (free_after(after) || after.is_some_and(is_quote));
    let side = match shape {
        // A curly mark turned the wrong way is as common as that: `said. ”We` and `gone,“ he`.
        Shape::Left if closes && !opens => Side::Either,
        Shape::Left => Side::Open,
        Shape::Right if opens && !closes => Side::Either,
        Shape::Right => Side::Close,
        Shape::Straight if opens && !closes => Side::Open,
        Shape::Straight if closes && !opens => Side::Close,
        Shape::Straight => Side::Either,
    };
    Some(Mark { span, family, side, straight, weak: false })
}

/// `5'11"`, `6' 2"`: feet and inches; the mark belongs to the number.
fn is_inches(text: &str, span: Span) -> bool {
    let b = text.as_bytes();
    let mut i = span.start();
    let digits = |i: &mut usize| {
        let end = *i;
        while *i > 0 && end - *i < 4 && (b[*i - 1].is_ascii_digit() || b[*i - 1] == b'.') {
            *i -= 1;
        }
        *i < end
    };
    if !digits(&mut i) {
        return false;
    }
    if i > 0 && matches!(b[i - 1], b' ' | b'-') {
        i -= 1;
    }
    let feet = match text.get(..i).and_then(|s| s.chars().next_back()) {
        Some(c @ ('\'' | '\u{2019}' | '\u{2032}')) => i - c.len_utf8(),
        _ => return false,
    };
    feet > 0 && b[feet - 1].is_ascii_digit()
}

fn single(span: Span, shape: Shape, before: Option<char>, after: Option<char>) -> Option<Mark> {
    let mark = |side, weak| Some(Mark { span, family: Family::Single, side, straight: shape == Shape::Straight, weak });
    let opens = (free_before(before) || before.is_some_and(is_quote)) && !free_after(after);
    let word_before = before.is_some_and(char::is_alphanumeric);
    let word_after = after.is_some_and(char::is_alphanumeric);
    if opens && shape != Shape::Right {
        return mark(Side::Open, false);
    }
    if shape == Shape::Left || free_before(before) || word_after {
        return None; // an apostrophe
    }
    // Feet (`6'`) are no quotation.
    if shape == Shape::Straight
        && before.is_some_and(|c| c.is_ascii_digit())
        && after.is_some_and(|c| c.is_ascii_digit())
    {
        return None;
    }
    mark(Side::Close, word_before)
}

/// Words that begin with an apostrophe: `'em`, `'til`, `'90s`.
fn is_elision(text: &str, start: usize, lexicon: &Lexicon) -> bool {
    let rest = text.get(start..).unwrap_or("");
    let word = rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 2 && (word.len() == 2 || word.get(2..) == Some("s")) {
        return true;
    }
    lexicon.has(List::Elision, word)
}
