//! Lists within a line: `1. The first item 2. The second item`, `a) here b) there`, `• one • two`.

use super::look::{char_at, char_before, is_blank};
use super::word::Word;
use super::{Cut, Verdict};

/// The marker that a sentence began with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Listing {
    kind: Kind,
    value: u32,
    form: Form,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Number,
    Lower,
    Upper,
}

/// What follows the number or letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Stop,
    Bracket,
    StopBracket,
}

fn value_of(word: &str) -> Option<(Kind, u32)> {
    let b = word.as_bytes();
    match b {
        [x] if x.is_ascii_lowercase() => Some((Kind::Lower, u32::from(*x))),
        [x] if x.is_ascii_uppercase() => Some((Kind::Upper, u32::from(*x))),
        _ if (1..=3).contains(&b.len()) && b.iter().all(u8::is_ascii_digit) => {
            Some((Kind::Number, b.iter().fold(0, |n, x| n * 10 + u32::from(x - b'0'))))
        }
        _ => None,
    }
}

impl Cut<'_> {
    /// A single stop that belongs to a list marker.
    pub(super) fn at_list_marker(&mut self, at: usize, end: usize) -> Option<Verdict> {
        let form = match (end - at, self.bytes.get(at + 1)) {
            (1, _) => Form::Stop,
            (2, Some(b')')) => Form::StopBracket,
            _ => return None,
        };
        self.marker(at, end, form)
    }

    pub(super) fn at_bracket(&mut self, at: usize) -> Verdict {
        self.marker(at, at + 1, Form::Bracket).unwrap_or(Verdict::Goes(at + 1))
    }

    pub(super) fn at_bullet(&mut self, at: usize, len: usize) -> Verdict {
        let apart = char_before(self.text, at).is_some_and(is_blank);
        if apart && self.text.get(self.start..at).is_some_and(|s| s.contains(char::is_alphanumeric)) {
            return Verdict::Ends(at, at + len);
        }
        Verdict::Goes(at + len)
    }

    fn marker(&mut self, at: usize, end: usize, form: Form) -> Option<Verdict> {
        let bytes = self.bytes;
        let x = *bytes.get(at.checked_sub(1)?)?;
        if !x.is_ascii_alphanumeric() {
            return None;
        }
        let mut from = at - 1;
        while from > self.start && at - from < 4 && bytes[from - 1].is_ascii_alphanumeric() {
            from -= 1;
        }
        let word = Word { start: from, end: at };
        let (kind, value) = value_of(word.of(self.text))?;
        if !char_at(self.text, end).is_none_or(char::is_whitespace) {
            return None;
        }
        let found = Listing { kind, value, form };
        let lead = bytes.get(self.start..from)?;
        if lead.len() <= 8 && !lead.iter().any(u8::is_ascii_alphanumeric) {
            // The sentence begins with the marker, so it does not end here.
            self.listing = Some(found);
            return Some(Verdict::Goes(end));
        }
        let last = self.listing?;
        let follows = last.kind == kind && last.form == form && last.value + 1 == value;
        let apart = char_before(self.text, from).is_some_and(char::is_whitespace);
        // The scan comes back to the marker, which then opens the sentence.
        (follows && apart).then_some(Verdict::Ends(from, from))
    }
}
