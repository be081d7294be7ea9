//! Stretches of the calendar: weeks, seasons, quarters, halves of years, decades, centuries.

use crate::claim::timex::calendar::{Read, skip_stop, suffix_end};
use crate::claim::timex::expr::{Base, Calendar, Expr, Field, Year};
use crate::claim::timex::word::{Atom, Shift, Unit, Words};
use crate::claim::timex::year_of::{digits_year, era, year_after};
use crate::date::When;
use crate::lexicon::List;
use crate::text::one_of::one_of;
use crate::text::token::TokenKind;

/// `1990s`, `1930's`.
pub(super) fn decade(w: &Words<'_>, i: usize, n: u32) -> Read<Expr> {
    if !(1000..=2190).contains(&n) || n % 10 != 0 {
        return None;
    }
    let end = plural_end(w, i)?;
    if n % 100 == 0 && n < 2000 {
        // `the 1600s` is a century.
        let y = i16::try_from(n).ok()?;
        return Some((Expr::Between(When::Year(y), When::Year(y + 99)), end));
    }
    Some((Expr::At(When::Decade(u16::try_from(n / 10).ok()?)), end))
}

/// `'90s`, `90s` after `the`, `mid`, ….
pub(super) fn short_decade(w: &Words<'_>, i: usize, n: u32) -> Read<Expr> {
    if !(20..=90).contains(&n) || n % 10 != 0 {
        return None;
    }
    let end = plural_end(w, i)?;
    let mut p = i.checked_sub(1)?;
    let marked = w.atom(p) == Atom::Apostrophe;
    if w.atom(p) == Atom::Dash {
        p = p.checked_sub(1)?;
    }
    // `in her 30s`, `temperatures in the 70s` are no decades.
    let named = w.is(p, "the") || w.atom(p) == Atom::Near || w.is(p, "and") && p > 1 && plural_end(w, p - 2) == Some(p);
    let about = i.saturating_sub(8)..i;
    let other = about.clone().any(|k| {
        w.is_one(
            k,
            one_of![
                "temperature",
                "temperatures",
                "highs",
                "lows",
                "his",
                "her",
                "their",
                "my",
                "degrees",
                "upper",
                "mid",
                "low"
            ],
        ) && !marked
    }) || w.is_one(end, one_of!["degrees", "fahrenheit"]);
    (marked || named && !other).then_some(()).and_then(|()| Some((Expr::Decade(u8::try_from(n / 10).ok()?), end)))
}

/// One past the `s` written on to the digits at `i`.
fn plural_end(w: &Words<'_>, i: usize) -> Option<usize> {
    // `2030's goals` are of one year, `the 1930's` ten.
    let the = || {
        i.checked_sub(1)
            .is_some_and(|p| w.is(p, "the") || matches!(w.atom(p), Atom::Near | Atom::Dash | Atom::Apostrophe))
    };
    let s = w.glued(i + 1) && (w.text(i + 1) == "s" || w.token(i + 1)?.kind == TokenKind::Possessive && the());
    s.then_some(i + 2)
}

/// `the nineties`; not a person `in her thirties`.
pub(super) fn decade_word(w: &Words<'_>, i: usize, tens: u8) -> Read<Expr> {
    let p = i.checked_sub(1)?;
    let article = w.is(p, "the") || w.atom(p) == Atom::Near && p > 0 && w.is(p - 1, "the");
    let century = (w.is(p, "nineteen"), w.is(p, "eighteen"));
    match century {
        (true, _) => Some((Expr::At(When::Decade(190 + u16::from(tens))), i + 1)),
        (_, true) => Some((Expr::At(When::Decade(180 + u16::from(tens))), i + 1)),
        _ => article.then_some((Expr::Decade(tens), i + 1)),
    }
}

/// `17th century`, `7th century BC`.
pub(super) fn century(w: &Words<'_>, i: usize, n: u8) -> Read<Expr> {
    century_word(w, n, suffix_end(w, i)?)
}

pub(super) fn century_word(w: &Words<'_>, n: u8, end: usize) -> Read<Expr> {
    let j = if w.atom(end) == Atom::Dash { end + 1 } else { end };
    if !matches!(w.atom(j), Atom::Unit(Unit::Century)) || !w.joined(j) || !(1..=22).contains(&n) {
        return None;
    }
    let first = i16::from(n - 1) * 100;
    let (end, back) = era(w, j + 1);
    let (a, b) = if back { (-first - 99, -first) } else { (first, first + 99) };
    Some((Expr::Between(When::Year(a), When::Year(b)), end))
}

/// What an ordinal begins: `first quarter of 2013`, `second half of 1942`, `third week of January`.
pub(super) fn ordinal_stretch(w: &Words<'_>, i: usize, n: u8, end: usize) -> Read<Expr> {
    if !w.joined(end) {
        return None;
    }
    // `fourth-quarter profit`.
    let hyphen = w.atom(end) == Atom::Dash && w.glued(end) && w.is(end + 1, "quarter");
    let end = if hyphen { end + 1 } else { end };
    if w.atom(end) == Atom::Unit(Unit::Quarter) && (1..=4).contains(&n) {
        let fiscal = if w.is(end + 1, "of") && w.atom(end + 2) == Atom::Fiscal { end + 3 } else { end + 1 };
        let (year, last) = year_after(w, end + 1)
            .or_else(|| digits_year(w, fiscal).filter(|_| fiscal > end + 1).map(|y| (Year::Of(y), fiscal + 1)))
            .unwrap_or((Year::Open, end + 1));
        // Matches have quarters too: without a year, only where business is spoken of.
        if year == Year::Open && !of_business(w, i) {
            return None;
        }
        return Some((Expr::Calendar(Calendar::new(year, Field::Quarter(n))), last));
    }
    if w.is(end, "half") && (1..=2).contains(&n) {
        let (year, last) = year_after(w, end + 1)?;
        return Some((Expr::Calendar(Calendar::new(year, Field::Half(n))), last));
    }
    if w.is(end, "month") && (1..=12).contains(&n) {
        let (year, last) = year_after(w, end + 1)?;
        return Some((Expr::Calendar(Calendar::new(year, Field::Month(n))), last));
    }
    week_of(w, end, n)
}

/// Whether a word of business or the economy stands near token `i`.
fn of_business(w: &Words<'_>, i: usize) -> bool {
    (i.saturating_sub(40)..(i + 40).min(w.len())).any(|k| w.has(k, List::BusinessWord))
}

/// `week of January`, the nth.
pub(super) fn week_of(w: &Words<'_>, i: usize, n: u8) -> Read<Expr> {
    if !w.is(i, "week") || !w.is_one(i + 1, one_of!["of", "in"]) || n > 5 && n != 0 && !w.is(i + 1, "of") {
        return None;
    }
    let j = i + 2;
    if let Atom::Month(m, _) = w.atom(j) {
        let k = skip_stop(w, j + 1);
        let (year, end) = year_after(w, k).unwrap_or((Year::Open, j + 1));
        return Some((Expr::WeekOf(n, Calendar::new(year, Field::Month(m))), end));
    }
    let month = match w.atom(j) {
        Atom::Shift(Shift::This) => Some((0, Base::Current)),
        Atom::Shift(Shift::Last) => Some((-1, Base::Publication)),
        Atom::Shift(Shift::Next) => Some((1, Base::Publication)),
        _ if w.is(j, "the") => Some((0, Base::Current)),
        _ => None,
    };
    if let (Some((by, base)), Atom::Unit(Unit::Month)) = (month, w.atom(j + 1)) {
        return Some((Expr::WeekOfShifted(n, by, base), j + 2));
    }
    let (year, end) = year_after(w, i + 1)?;
    Some((Expr::WeekOf(n, Calendar::new(year, Field::Whole)), end))
}

/// A season: with a year, or where `the`, `in` and the like show that one is meant.
pub(super) fn season(w: &Words<'_>, i: usize, s: u8) -> Read<Expr> {
    if let Some((year, end)) = year_after(w, i + 1) {
        // `fall of 1989` is a season unless something else falls.
        return Some((Expr::Calendar(Calendar::new(year, Field::Season(s))), end));
    }
    let p = i.checked_sub(1).filter(|_| w.joined(i))?;
    let word = matches!(w.text(i), "spring" | "fall" | "Spring" | "Fall");
    let by = w.is_one(p, one_of!["in", "by", "until", "since", "during", "through", "throughout", "this"])
        || w.is(p, "the")
            && p > 0
            && w.is_one(
                p - 1,
                one_of![
                    "in",
                    "by",
                    "until",
                    "during",
                    "through",
                    "throughout",
                    "over",
                    "of",
                    "for",
                    "since",
                    "before",
                    "after"
                ],
            )
        || matches!(w.atom(p), Atom::Near);
    let next = w.text(i + 1);
    let ends = !w.joined(i + 1)
        || !next.starts_with(char::is_alphabetic)
        || w.is_one(
            i + 1,
            one_of![
                "and", "or", "but", "when", "as", "to", "with", "for", "after", "before", "the", "he", "she", "they",
                "it", "months", "season"
            ],
        );
    let c = Calendar::new(Year::Open, Field::Season(s));
    if by && (!word || ends) {
        return Some((Expr::Calendar(c), i + 1));
    }
    let fall = w.is(i, "fall") && !w.is_one(i + 1, one_of!["campaign", "offensive", "and", "campaigns"]);
    // `Summer Olympics`, `Winter Palace`, but `Spring Offensive`.
    let named = w.token(i)?.is_capitalised()
        && w.joined(i + 1)
        && w.token(i + 1).is_some_and(|t| t.is_capitalised())
        && !w.is_one(i + 1, one_of!["offensive", "offensives", "campaign", "uprising", "fighting", "war"]);
    (!fall && !named).then_some((Expr::Loose(c), i + 1))
}
