//! The year that goes with a date: `, 1939`, `of that year`, `'45`, `nineteen eighty-six`.

use crate::claim::timex::calendar::Read;
use crate::claim::timex::expr::{Base, Year};
use crate::claim::timex::word::{Atom, Shift, Strength, Unit, Words};
use crate::text::token::{Case, TokenKind};

/// The year that goes with what ends before token `i`: `, 1939`, `1939`, `of that year`, `'45`.
pub(super) fn year_after(w: &Words<'_>, i: usize) -> Read<Year> {
    if !w.joined(i) {
        return None;
    }
    let mut j = i;
    if w.atom(j) == Atom::Comma
        || w.text(j) == "."
            && w.token(j + 1).is_some_and(|t| t.kind == TokenKind::Number)
            && matches!(w.atom(i.wrapping_sub(1)), Atom::Month(_, Strength::Short))
    {
        j += 1;
    }
    if !w.joined(j) {
        return None;
    }
    let comma = j > i;
    let linked = !comma && (w.is(j, "of") || w.is(j, "in"));
    if linked {
        j += 1;
        if w.is(j, "the") {
            j += 1;
        }
        if let Atom::Shift(s) = w.atom(j) {
            return relative_year(w, j, s);
        }
        if w.is(j, "year") && w.is(i, "of") {
            j += 1;
        }
    } else if let Atom::Shift(s @ (Shift::Last | Shift::This | Shift::Next)) = w.atom(j) {
        return if comma { None } else { relative_year(w, j, s) };
    }
    if !w.joined(j) {
        return None;
    }
    match w.atom(j) {
        Atom::Digits(n @ 1000..=2199, 4) => {
            // `June 2000 people`, `May 12, 1500 soldiers`.
            let counted = n % 50 == 0 && !comma && !linked && counts_next(w, j);
            if counted { None } else { with_era(w, i16::try_from(n).ok()?, j + 1) }
        }
        Atom::Digits(n @ 100..=999, 3)
            if matches!(w.atom(j + 1), Atom::Ad | Atom::Bc)
                || !comma && ends_phrase(w, j + 1) && (linked || day_before(w, i)) =>
        {
            with_era(w, i16::try_from(n).ok()?, j + 1)
        }
        Atom::Apostrophe if w.glued(j + 1) && !comma => match w.atom(j + 1) {
            Atom::Digits(n, 2) if !w.is(j + 2, "s") => Some((Year::Of(short_year(n)?), j + 2)),
            _ => None,
        },
        Atom::Digits(n, 2) if linked && w.is(i, "of") && !w.is(j + 1, "percent") && n > 31 => {
            Some((Year::Of(short_year(n)?), j + 1))
        }
        Atom::Count(_) => year_words(w, j).map(|(y, end)| (Year::Of(y), end)),
        _ => None,
    }
}

/// Whether a phrase ends before token `i`.
fn ends_phrase(w: &Words<'_>, i: usize) -> bool {
    matches!(w.text(i), ")" | "," | ";" | "]" | "") || w.text(i) == "." && !w.glued(i + 1)
}

/// Whether a day and its month, `30 September`, stand before token `i`.
fn day_before(w: &Words<'_>, i: usize) -> bool {
    i > 1 && matches!(w.atom(i - 1), Atom::Month(..)) && matches!(w.atom(i - 2), Atom::Digits(1..=31, 1 | 2))
}

/// The year `y`, after or before Christ as the token at `i` says.
fn with_era(w: &Words<'_>, y: i16, i: usize) -> Read<Year> {
    let (end, back) = era(w, i);
    // Astronomical years: 1 BC is the year 0.
    Some((Year::Of(if back { 1 - y } else { y }), end))
}

/// One past `BC` or `AD`, and whether the years are counted back.
pub(super) fn era(w: &Words<'_>, i: usize) -> (usize, bool) {
    match w.atom(i) {
        Atom::Ad => (i + 1, false),
        Atom::Bc => (i + 1, true),
        _ => (i, false),
    }
}

/// `that year`, `last year`, `the same year`.
fn relative_year(w: &Words<'_>, i: usize, shift: Shift) -> Read<Year> {
    if w.atom(i + 1) != Atom::Unit(Unit::Year) {
        return None;
    }
    let (by, base) = match shift {
        Shift::Last => (-1, Base::Publication),
        Shift::Next | Shift::Coming => (1, Base::Publication),
        Shift::This => (0, Base::Current),
        Shift::That => (0, Base::Mention),
        Shift::Previous => (-1, Base::Mention),
        Shift::Following => (1, Base::Mention),
        Shift::Past => return None,
    };
    Some((Year::Relative(by, base), i + 2))
}

/// A year in digits at `i`.
pub(super) fn digits_year(w: &Words<'_>, i: usize) -> Option<i16> {
    match w.atom(i) {
        Atom::Digits(n @ 1000..=2199, 4) => i16::try_from(n).ok(),
        Atom::Digits(n, 2) => short_year(n),
        _ => None,
    }
}

/// The year that two digits stand for: 1940 to 2039.
pub(super) fn short_year(n: u32) -> Option<i16> {
    i16::try_from(if n < 40 { 2000 + n } else { 1900 + n }).ok()
}

/// Whether a plural noun that could be counted follows.
pub(super) fn counts_next(w: &Words<'_>, j: usize) -> bool {
    w.joined(j + 1)
        && w.token(j + 1).is_some_and(|t| {
            let text = t.of(w.doc.text);
            t.case == Case::Lower
                && text.len() > 3
                && (text.ends_with('s') || matches!(text, "people" | "men" | "women" | "children" | "troops"))
                && !matches!(
                    text,
                    "was" | "this" | "whereas" | "towards" | "sales" | "elections" | "games" | "protests" | "olympics"
                )
        })
}

/// A year in words: `nineteen eighty-six`, `two thousand and fifteen`, `nineteen hundred ninety three`.
pub(super) fn year_words(w: &Words<'_>, i: usize) -> Read<i16> {
    let Atom::Count(first) = w.atom(i) else { return None };
    if first == 2 && w.is(i + 1, "thousand") {
        let j = if w.is(i + 2, "and") { i + 3 } else { i + 2 };
        let (n, end) = below_hundred(w, j).unwrap_or((0, i + 2));
        return Some((i16::try_from(2000 + n).ok()?, end));
    }
    if !(16..=20).contains(&first) {
        return None;
    }
    let hundred = w.atom(i + 1) == Atom::Count(100);
    let (n, end) = below_hundred(w, i + 1 + usize::from(hundred))?;
    (n >= 10 || hundred).then_some((i16::try_from(first * 100 + n).ok()?, end))
}

pub(super) fn below_hundred(w: &Words<'_>, i: usize) -> Read<u16> {
    let Atom::Count(n @ 1..=99) = w.atom(i) else { return None };
    if !w.joined(i) {
        return None;
    }
    if n >= 20 {
        let j = if w.atom(i + 1) == Atom::Dash { i + 2 } else { i + 1 };
        if let Atom::Count(units @ 1..=9) = w.atom(j) {
            if w.joined(j) {
                return Some((n + units, j + 1));
            }
        }
    }
    Some((n, i + 1))
}
