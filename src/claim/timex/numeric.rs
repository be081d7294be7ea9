//! Dates in digits: `2018-09-23`, `23.04.2022`, `4/23/2022`, `13/04/21`, `20161016`.

use crate::claim::timex::calendar::{Read, valid};
use crate::claim::timex::expr::{Calendar, Expr, Field, Year};
use crate::claim::timex::word::{Atom, Words};
use crate::claim::timex::year_of::{digits_year, short_year, year_after};
use crate::date::When;
use crate::text::one_of::one_of;
use crate::text::token::TokenKind;
use jiff::civil::Date;

/// The date in digits that begins at token `i`.
pub(super) fn at(w: &Words<'_>, i: usize) -> Read<Expr> {
    match w.atom(i) {
        Atom::Digits(n, 4) => year_first(w, i, i16::try_from(n).ok()?),
        Atom::Digits(n, 8) => packed(w, i, n),
        Atom::Digits(n @ 1..=31, 1 | 2) => pair(w, i, u8::try_from(n).ok()?),
        Atom::Month(m, _) => month_first(w, i, m),
        Atom::Other if w.token(i)?.kind == TokenKind::Number => pointed(w, i),
        _ => None,
    }
}

/// Whether the token at `i` is part of a longer chain of digits (a telephone number, a code).
fn chained(w: &Words<'_>, i: usize, end: usize) -> bool {
    let mark = |k: usize| matches!(w.atom(k), Atom::Dash | Atom::Slash) || w.text(k) == ".";
    let digits = |k: usize| w.token(k).is_some_and(|t| t.kind == TokenKind::Number);
    let before = i > 1 && w.glued(i) && mark(i - 1) && w.glued(i - 1) && digits(i - 2);
    let after = w.glued(end) && mark(end) && w.glued(end + 1) && digits(end + 1);
    before || after || i > 0 && w.glued(i) && w.text(i - 1) == "+"
}

fn calendar(y: Year, m: u8, d: u8, end: usize) -> Read<Expr> {
    let field = valid(Field::Day(m, d))?;
    if let (Year::Of(y), Field::Day(m, d)) = (y, field) {
        Date::new(y, i8::try_from(m).ok()?, i8::try_from(d).ok()?).ok()?;
    }
    Some((Expr::Calendar(Calendar::new(y, field)), end))
}

/// `2018-09-23`, `2018/09/23`, `2019-aug-1`, `2015-12`.
fn year_first(w: &Words<'_>, i: usize, y: i16) -> Read<Expr> {
    if !(1000..=2199).contains(&y) {
        return None;
    }
    let mark = w.atom(i + 1);
    let tight = matches!(mark, Atom::Dash | Atom::Slash) && w.glued(i + 1) && w.glued(i + 2);
    if !tight {
        // `2016 10 16`.
        let (Atom::Digits(m @ 1..=12, 2), Atom::Digits(d @ 1..=31, 2)) = (w.atom(i + 1), w.atom(i + 2)) else {
            return None;
        };
        let spaced = w.joined(i + 1) && w.joined(i + 2);
        return if spaced { calendar(Year::Of(y), m as u8, d as u8, i + 3) } else { None };
    }
    let month = match w.atom(i + 2) {
        Atom::Digits(m @ 1..=12, 1 | 2) => u8::try_from(m).ok()?,
        Atom::Month(m, _) => m,
        _ => return None,
    };
    let named = matches!(w.atom(i + 2), Atom::Month(..));
    if w.atom(i + 3) == mark && w.glued(i + 3) && w.glued(i + 4) {
        let Atom::Digits(d @ 1..=31, 1 | 2) = w.atom(i + 4) else { return None };
        return calendar(Year::Of(y), month, u8::try_from(d).ok()?, i + 5);
    }
    // `2015-12` is a month; `2007-08` two years: which, only a later number than a month's shows.
    let month_only = named || matches!(w.atom(i + 2), Atom::Digits(_, 2)) && mark == Atom::Dash && !ranges(w, i, month);
    (month_only && !chained(w, i, i + 3)).then_some((Expr::At(When::Month(y, month)), i + 3))
}

/// Whether `2007-08` is a range of years: the second is the year after the first.
fn ranges(w: &Words<'_>, i: usize, second: u8) -> bool {
    let Atom::Digits(y, _) = w.atom(i) else { return false };
    u32::from(second) > y % 100 && y % 100 != 0 || w.text(i + 1) != "-"
}

/// `20161016`.
fn packed(w: &Words<'_>, i: usize, n: u32) -> Read<Expr> {
    let (y, m, d) = (n / 10_000, n / 100 % 100, n % 100);
    let within = i > 0 && w.glued(i) && w.token(i - 1)?.kind == TokenKind::Word;
    if !(1900..=2099).contains(&y) || within || chained(w, i, i + 1) {
        return None;
    }
    calendar(Year::Of(i16::try_from(y).ok()?), u8::try_from(m).ok()?, u8::try_from(d).ok()?, i + 1)
}

/// `23.04.2022`, which is written day first; `2022.04.23`.
fn pointed(w: &Words<'_>, i: usize) -> Read<Expr> {
    let mut parts = w.text(i).split('.');
    let (a, b, c) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || [a, b, c].iter().any(|p| p.contains(',')) {
        return None;
    }
    let number = |s: &str| s.parse::<u32>().ok();
    let (d, m, y) = if a.len() == 4 { (c, b, a) } else { (a, b, c) };
    if d.len() > 2 || m.len() > 2 || !matches!(y.len(), 2 | 4) {
        return None;
    }
    let year = if y.len() == 4 { i16::try_from(number(y)?).ok()? } else { short_year(number(y)?)? };
    if !(1000..=2199).contains(&year) || y.len() == 2 && (d.len() < 2 || m.len() < 2) {
        return None;
    }
    calendar(Year::Of(year), u8::try_from(number(m)?).ok()?, u8::try_from(number(d)?).ok()?, i + 1)
}

/// `4/23/2022`, `10-1-2018`, `7/6`: two numbers of which either may be the month.
fn pair(w: &Words<'_>, i: usize, a: u8) -> Read<Expr> {
    let mark = w.atom(i + 1);
    if !matches!(mark, Atom::Slash | Atom::Dash) || !w.glued(i + 1) || !w.glued(i + 2) || i > 0 && glued_to_number(w, i)
    {
        return None;
    }
    let Atom::Digits(b @ 1..=31, 1 | 2) = w.atom(i + 2) else { return None };
    let b = u8::try_from(b).ok()?;
    let third = w.atom(i + 3) == mark && w.glued(i + 3) && w.glued(i + 4);
    if third {
        let year = digits_year(w, i + 4).filter(|_| matches!(w.atom(i + 4), Atom::Digits(_, 2 | 4)))?;
        if chained(w, i, i + 5) || mark == Atom::Dash && !matches!(w.atom(i + 4), Atom::Digits(_, 4)) {
            return None;
        }
        return Some((ordered(a, b, Some(year))?, i + 5));
    }
    if mark == Atom::Dash && !after_weekday(w, i) || chained(w, i, i + 3) {
        return None;
    }
    if (a, b) == (9, 11) {
        // The attacks of that day go by its name.
        return Some((Expr::At(When::Day(Date::new(2001, 9, 11).ok()?)), i + 3));
    }
    let introduced =
        after_weekday(w, i) || i > 0 && w.is_one(i - 1, one_of!["on", "next", "by", "until", "since", "dated"]);
    if !introduced {
        return None;
    }
    let (year, end) = match year_after(w, i + 3) {
        Some((Year::Of(y), end)) => (Some(y), end),
        _ => (None, i + 3),
    };
    Some((ordered(a, b, year)?, end))
}

fn glued_to_number(w: &Words<'_>, i: usize) -> bool {
    w.glued(i) && matches!(w.atom(i - 1), Atom::Slash | Atom::Dash | Atom::Colon)
        || w.glued(i) && matches!(w.text(i - 1), "$" | "\u{a3}" | "\u{20ac}" | "#")
}

fn after_weekday(w: &Words<'_>, i: usize) -> bool {
    let p = |k: usize| i.checked_sub(k).is_some_and(|k| matches!(w.atom(k), Atom::Weekday(..)));
    p(1) || p(2) && w.atom(i - 1) == Atom::Comma
}

/// The two numbers as day and month, if either order makes a date.
fn ordered(a: u8, b: u8, year: Option<i16>) -> Option<Expr> {
    let fits = valid(Field::Day(a, b)).or_else(|| valid(Field::Day(b, a))).is_some();
    fits.then_some(Expr::Numeric(a, b, year, None))
}

/// `Sep-23-2020`, `Oct/2`, `Dec/2018`.
fn month_first(w: &Words<'_>, i: usize, m: u8) -> Read<Expr> {
    let mark = w.atom(i + 1);
    if !matches!(mark, Atom::Slash | Atom::Dash) || !w.glued(i + 1) || !w.glued(i + 2) {
        return None;
    }
    match w.atom(i + 2) {
        Atom::Digits(d @ 1..=31, 1 | 2) => {
            let d = u8::try_from(d).ok()?;
            if w.atom(i + 3) == mark && w.glued(i + 3) && w.glued(i + 4) {
                return calendar(Year::Of(digits_year(w, i + 4)?), m, d, i + 5);
            }
            if mark == Atom::Slash { calendar(Year::Open, m, d, i + 3) } else { None }
        }
        Atom::Digits(y @ 1000..=2199, 4) => Some((Expr::At(When::Month(i16::try_from(y).ok()?, m)), i + 3)),
        _ => None,
    }
}
