//! What each token can mean in an expression of time.

use crate::lexicon::{Entry, Lexicon, List, ListSet};
use crate::text::document::Document;
use crate::text::one_of::OneOf;
use crate::text::token::{Case, Token, TokenKind};

/// A unit of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Fortnight,
    Weekend,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

/// Which of several days, weeks, ….
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shift {
    Last,
    Past,
    Next,
    Coming,
    This,
    That,
    Previous,
    Following,
}

/// What a token can mean in an expression of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Atom {
    Other,
    /// Its number; whether it counts only beside a day or year.
    Month(u8, Strength),
    Weekday(u8, Strength),
    Unit(Unit),
    Units(Unit),
    Season(u8),
    /// `morning`, `evening`, `night`.
    Part,
    Hour(u8),
    Day(i8),
    Shift(Shift),
    /// `early`, `late`, `mid`.
    Near,
    /// `end`, `beginning`, … `of`.
    EdgeOf,
    Ago,
    Later,
    Earlier,
    Count(u16),
    Vague,
    Ordinal(u8),
    Decade(u8),
    Am,
    Pm,
    OClock,
    Ad,
    Bc,
    About,
    Each,
    Fiscal,
    Unknown,
    Quarterly(u8),
    HalfYear(u8),
    /// Digits only: the number and how many digits it has.
    Digits(u32, u8),
    Comma,
    Dash,
    Slash,
    Colon,
    Apostrophe,
}

/// How much a name of a month or weekday says by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Strength {
    /// It is nothing else.
    Name,
    /// It is also a word or a person's name.
    Word,
    /// An abbreviation, or a name in lower case.
    Short,
}

/// The tokens of a document with what each can mean.
pub(super) struct Words<'d> {
    pub(super) doc: &'d Document<'d>,
    pub(super) lexicon: &'d Lexicon,
    pub(super) atoms: Vec<Atom>,
}

const LISTS: ListSet = ListSet::one(List::DateWord).or(ListSet::one(List::Month)).or(ListSet::one(List::Weekday));

impl<'d> Words<'d> {
    pub(super) fn new(doc: &'d Document<'d>, lexicon: &'d Lexicon) -> Self {
        let atoms = doc.tokens.iter().map(|t| atom(t, doc.text, lexicon)).collect();
        Self { doc, lexicon, atoms }
    }

    pub(super) fn len(&self) -> usize {
        self.atoms.len()
    }

    /// What token `i` can mean; nothing beyond the end.
    pub(super) fn atom(&self, i: usize) -> Atom {
        self.atoms.get(i).copied().unwrap_or(Atom::Other)
    }

    pub(super) fn token(&self, i: usize) -> Option<&Token> {
        self.doc.tokens.get(i)
    }

    /// The characters of token `i`; none beyond the end.
    pub(super) fn text(&self, i: usize) -> &str {
        self.token(i).map_or("", |t| t.of(self.doc.text))
    }

    /// Whether token `i` is this word, whatever its case.
    #[inline]
    pub(super) fn is(&self, i: usize, word: &str) -> bool {
        self.token(i).is_some_and(|t| t.is(self.doc.text, word))
    }

    #[inline]
    pub(super) fn is_one(&self, i: usize, words: &OneOf<'_>) -> bool {
        self.token(i).is_some_and(|t| t.is_one(self.doc.text, words))
    }

    /// Whether token `i` stands directly after the one before it.
    pub(super) fn glued(&self, i: usize) -> bool {
        self.token(i).is_some_and(|t| !t.space_before)
    }

    /// Whether tokens `i - 1` and `i` can belong to one expression: both exist and no line ends between them, unless
    /// a long line was wrapped there.
    pub(super) fn joined(&self, i: usize) -> bool {
        let (Some(a), Some(b)) = (i.checked_sub(1).and_then(|p| self.token(p)), self.token(i)) else { return false };
        if !b.space_before {
            return true;
        }
        let gap = self.doc.text.as_bytes().get(a.span.end()..b.span.start()).unwrap_or(&[]);
        // So are most.
        if gap == b" " {
            return true;
        }
        match gap.iter().filter(|b| matches!(b, b'\n' | b'\r')).count() {
            0 => true,
            1 => {
                // The length of the line before, as far as it matters.
                let before = self.doc.text.as_bytes().get(a.span.end().saturating_sub(101)..a.span.end());
                let line = before.map_or(0, |b| b.iter().rev().take_while(|c| !matches!(c, b'\n' | b'\r')).count());
                (50..=100).contains(&line) && !self.is_final(i - 1)
            }
            _ => false,
        }
    }

    /// Whether a sentence ends with token `i`.
    fn is_final(&self, i: usize) -> bool {
        matches!(self.text(i), "." | "!" | "?" | ":")
    }

    /// Whether a word of `list` (of one token) stands at `i`.
    pub(super) fn has(&self, i: usize, list: List) -> bool {
        self.token(i).is_some_and(|t| t.lists.has(list))
    }
}

#[inline]
fn atom(t: &Token, text: &str, lexicon: &Lexicon) -> Atom {
    match t.kind {
        TokenKind::Word if t.lists.any(LISTS) => word(t, lexicon),
        TokenKind::Word | TokenKind::Possessive => Atom::Other,
        TokenKind::Number => digits(t.of(text)),
        TokenKind::Mark => match *t.bytes(text) {
            [b','] => Atom::Comma,
            [b'-' | b'~'] => Atom::Dash,
            [b'/'] => Atom::Slash,
            [b':'] => Atom::Colon,
            [b'\''] => Atom::Apostrophe,
            [_] => Atom::Other,
            _ => match t.of(text) {
                "\u{2010}" | "\u{2011}" | "\u{2012}" | "\u{2013}" | "\u{2014}" | "\u{2212}" => Atom::Dash,
                "\u{2019}" | "\u{2018}" => Atom::Apostrophe,
                _ => Atom::Other,
            },
        },
    }
}

fn digits(s: &str) -> Atom {
    match (u8::try_from(s.len()), s.parse()) {
        (Ok(len), Ok(n)) if len <= 8 && s.bytes().all(|b| b.is_ascii_digit()) => Atom::Digits(n, len),
        _ => Atom::Other,
    }
}

fn word(t: &Token, lexicon: &Lexicon) -> Atom {
    if let Some(e) = lexicon.entry_at(List::Month, t) {
        return Atom::Month(number(e), strength(e, t));
    }
    if let Some(e) = lexicon.entry_at(List::Weekday, t) {
        return Atom::Weekday(number(e), strength(e, t));
    }
    lexicon.entry_at(List::DateWord, t).map_or(Atom::Other, |e| date_word(e, t))
}

fn number(e: &Entry) -> u8 {
    e.field(0).parse().unwrap_or(1)
}

fn strength(e: &Entry, t: &Token) -> Strength {
    match e.field(1) {
        "word" if t.case == Case::Lower => Strength::Short,
        "word" => Strength::Word,
        "full" if t.case == Case::Lower => Strength::Word,
        "full" => Strength::Name,
        _ => Strength::Short,
    }
}

fn date_word(e: &Entry, t: &Token) -> Atom {
    let value = e.field(1);
    let n = || value.parse().unwrap_or(0);
    match e.field(0) {
        "unit" => Atom::Unit(unit(value)),
        "units" => Atom::Units(unit(value)),
        "season" => Atom::Season(value.parse().unwrap_or(21)),
        "part" => Atom::Part,
        "clock" => Atom::Hour(n()),
        "day" => Atom::Day(value.parse().unwrap_or(0)),
        "shift" => Atom::Shift(match value {
            "last" => Shift::Last,
            "past" => Shift::Past,
            "next" => Shift::Next,
            "coming" => Shift::Coming,
            "this" => Shift::This,
            "that" => Shift::That,
            "previous" => Shift::Previous,
            _ => Shift::Following,
        }),
        "edge" if value == "near" => Atom::Near,
        "edge" => Atom::EdgeOf,
        "after" => match value {
            "ago" => Atom::Ago,
            "later" => Atom::Later,
            _ => Atom::Earlier,
        },
        "count" => Atom::Count(value.parse().unwrap_or(1)),
        "vague" => Atom::Vague,
        "ordinal" => Atom::Ordinal(n()),
        "decade" => Atom::Decade(n()),
        "half" if value == "am" => Atom::Am,
        "half" => Atom::Pm,
        "oclock" => Atom::OClock,
        "era" if t.case != Case::Upper => Atom::Other,
        "era" if value == "ad" => Atom::Ad,
        "era" => Atom::Bc,
        "about" => Atom::About,
        "each" => Atom::Each,
        "fiscal" => Atom::Fiscal,
        "unknown" => Atom::Unknown,
        "quarterly" => Atom::Quarterly(n()),
        "halfyear" => Atom::HalfYear(n()),
        _ => Atom::Other,
    }
}

fn unit(name: &str) -> Unit {
    match name {
        "second" => Unit::Second,
        "minute" => Unit::Minute,
        "hour" => Unit::Hour,
        "week" => Unit::Week,
        "fortnight" => Unit::Fortnight,
        "weekend" => Unit::Weekend,
        "month" => Unit::Month,
        "quarter" => Unit::Quarter,
        "year" => Unit::Year,
        "decade" => Unit::Decade,
        "century" => Unit::Century,
        _ => Unit::Day,
    }
}
