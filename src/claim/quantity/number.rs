//! Numerals as one value: what each kind of them begins with, and what can follow any ([`scaled`]).

use crate::claim::quantity::digits::{digits, vulgar};
use crate::claim::quantity::group::{bare_scale, group, many, part, some};
use crate::claim::quantity::scan::{Scan, Sort};
use crate::claim::quantity::words::words;
use crate::text::one_of::one_of;

/// A number as written.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Numeral {
    /// Its first token.
    pub(super) first: usize,
    /// One past its last token.
    pub(super) end: usize,
    pub(super) value: f64,
    /// The worth of its last significant digit: 200 is written to the hundreds.
    pub(super) step: f64,
    /// What it can stand for, where it names no number (`dozens`, `several hundred`).
    pub(super) vague: Option<[f64; 2]>,
    pub(super) form: Form,
    /// Whether a word of scale was read (`2 million`).
    pub(super) scaled: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// `14`, `1,234.5`
    Digits,
    /// `fourteen`
    Words,
    /// `two-thirds`, `half`, `3/4`
    Fraction,
    /// `a dozen`, `a couple of`
    Group,
}

impl Numeral {
    pub(super) fn new(first: usize, end: usize, value: f64, step: f64, form: Form) -> Self {
        Self { first, end, value, step, vague: None, form, scaled: false }
    }

    pub(super) fn is_whole(&self) -> bool {
        self.value.fract() == 0.0
    }

    pub(super) fn times(self, scale: f64, end: usize) -> Self {
        Self { value: self.value * scale, step: self.step * scale, end, scaled: true, ..self }
    }
}

/// The numeral that begins at token `i`, or that begins before it with an article (`a million` at `million`).
pub(super) fn numeral(s: &Scan<'_>, i: usize) -> Option<Numeral> {
    if s.is_number(i) {
        return digits(s, i);
    }
    if let Some(part) = vulgar(s, i) {
        return Some(scaled(s, Numeral::new(i, i + 1, part, part, Form::Fraction)));
    }
    let (sort, value) = s.number_word(i)?;
    match sort {
        Sort::Digit | Sort::Teen | Sort::Tens => words(s, i),
        Sort::Scale => bare_scale(s, i),
        Sort::Group => group(s, i, value),
        Sort::Some => some(s, i, value),
        Sort::Many => many(s, i, value),
        Sort::Part => part(s, i, value),
        Sort::Abbreviation | Sort::Short => None,
    }
}

/// Reads what multiplies or adds to a numeral: `million`, `bn`, `dozen`, `and a half`.
pub(super) fn scaled(s: &Scan<'_>, mut n: Numeral) -> Numeral {
    for _ in 0..3 {
        let j = if s.is_mark(n.end, &['-']) && s.glued(n.end) && s.glued(n.end + 1) { n.end + 1 } else { n.end };
        match s.number_word(j) {
            Some((Sort::Scale, scale)) => n = n.times(scale, j + 1),
            Some((Sort::Abbreviation, scale)) if j == n.end && !n.scaled => n = n.times(scale, j + 1),
            Some((Sort::Short, scale)) if j == n.end && !n.scaled && is_short_scale(s, n.first, j) => {
                n = n.times(scale, j + 1);
            }
            Some((Sort::Group, 12.0)) if !n.scaled && n.form != Form::Fraction => {
                n = Numeral { form: Form::Group, ..n.times(12.0, j + 1) };
            }
            Some((Sort::Many, 12.0)) if j == n.end && !n.scaled => n = n.times(12.0, j + 1),
            _ => break,
        }
    }
    and_part(s, n)
}

/// A single letter counts as a scale after money, in capitals, or before a noun; else it is a unit or a name.
fn is_short_scale(s: &Scan<'_>, first: usize, j: usize) -> bool {
    let money = s.mark(first.wrapping_sub(1)).is_some_and(|m| "$£€¥₹₩₽₺₦".contains(m));
    let letter = s.word(j);
    match letter {
        "k" => s.glued(j) || money || !s.is_word(j + 1),
        _ if money => true,
        // `2B users`, but not `221B Baker Street`.
        "M" | "B" | "G" => !s.is_capitalised(j + 1) || s.glued(j) && s.is_upper_sentence(),
        // `10K people`, `50K`, but not `a 4K screen`.
        "K" => s.glued(j) && (s.word(first).len() > 1 || super::counted::is_plural(s, j + 1)),
        "m" | "b" => {
            s.glued(j) && (letter == "b" || s.is_word(j + 1) && !s.glued(j + 1) && super::counted::is_plural(s, j + 1))
        }
        _ => false,
    }
}

/// `and a half`, `and three quarters` after a numeral; after a million they are parts of a million.
pub(super) fn and_part(s: &Scan<'_>, n: Numeral) -> Numeral {
    if n.form == Form::Fraction {
        return n;
    }
    let (dash, at) = (s.is_mark(n.end, &['-']) && s.glued(n.end), n.end);
    let and = if dash { at + 1 } else { at };
    if !s.is(and, "and") {
        return n;
    }
    let from = if s.is_mark(and + 1, &['-']) { and + 2 } else { and + 1 };
    let (count, denominator) = match s.number_word(from) {
        _ if s.is_one(from, one_of!["a", "an"]) => (1.0, if s.is_mark(from + 1, &['-']) { from + 2 } else { from + 1 }),
        Some((Sort::Digit, v)) => (v, if s.is_mark(from + 1, &['-']) { from + 2 } else { from + 1 }),
        _ => return n,
    };
    let Some((Sort::Part, d)) = s.number_word(denominator) else { return n };
    let half = d == 2.0 || d == 4.0;
    if denominator == from || count >= d || !half && count == 1.0 && s.is_word(from) && s.is(from, "a") && d > 5.0 {
        return n;
    }
    let mut part = count / d;
    let mut end = denominator + 1;
    // `one billion and a half million`
    if let Some((Sort::Scale, scale)) = s.number_word(end) {
        part *= scale;
        end += 1;
    } else if n.scaled && n.value >= 1000.0 {
        part *= last_scale(s, n.end);
    }
    Numeral { value: n.value + part, step: part, end, ..n }
}

fn last_scale(s: &Scan<'_>, end: usize) -> f64 {
    match s.number_word(end.wrapping_sub(1)) {
        Some((Sort::Scale | Sort::Abbreviation | Sort::Short, v)) if v >= 1000.0 => v,
        _ => 1.0,
    }
}

/// The token after a hyphen between two number words, or `i` itself.
pub(super) fn over_hyphen(s: &Scan<'_>, i: usize) -> usize {
    if s.is_mark(i, &['-', '‐', '‑']) && (s.number_word(i + 1).is_some()) { i + 1 } else { i }
}
