//! Dates of the calendar: months, days, seasons, quarters, decades, centuries, holidays.

use crate::claim::timex::expr::{Base, Calendar, Expr, Field, Year};
use crate::claim::timex::holiday::Rule;
use crate::claim::timex::word::{Atom, Shift, Strength, Unit, Words};
use crate::date::When;
use crate::lexicon::List;
use crate::text::token::{Case, TokenKind};

/// What was read, and one past its last token.
pub(super) type Read<T> = Option<(T, usize)>;

/// The calendar date that begins at token `i`.
pub(super) fn at(w: &Words<'_>, i: usize) -> Read<Expr> {
    if let Some((rule, end)) = holiday(w, i) {
        return feast(w, i, rule, end);
    }
    match w.atom(i) {
        Atom::Month(m, _) => month(w, i, m),
        Atom::Digits(d @ 1..=31, 1 | 2) => day_first(w, i, d as u8)
            .or_else(|| century(w, i, d as u8))
            .or_else(|| ordinal_stretch(w, i, d as u8, suffix_end(w, i)?))
            .or_else(|| short_decade(w, i, d)),
        Atom::Digits(n, _) => decade(w, i, n).or_else(|| short_decade(w, i, n)),
        Atom::Count(1..=31) if ordinal_word(w, i).is_none() => {
            let (d, end) = below_hundred(w, i)?;
            let (e, last) = word_day_first(w, u8::try_from(d).ok()?, end)?;
            // `two March reports`: only with a year.
            matches!(e, Expr::Calendar(Calendar { year: Year::Of(_), .. })).then_some((e, last))
        }
        Atom::Ordinal(_) | Atom::Count(20 | 30) => {
            let (n, end) = ordinal_word(w, i)?;
            word_day_first(w, n, end).or_else(|| century_word(w, n, end)).or_else(|| ordinal_stretch(w, i, n, end))
        }
        Atom::Apostrophe if w.glued(i + 1) => match w.atom(i + 1) {
            Atom::Digits(n, 2) => short_decade(w, i + 1, n),
            _ => None,
        },
        Atom::Decade(tens) => decade_word(w, i, tens),
        Atom::Season(s) => season(w, i, s),
        Atom::Quarterly(q) => {
            let end = if w.atom(i + 1) == Atom::Dash && w.glued(i + 2) { i + 2 } else { i + 1 };
            let (year, end) = year_after(w, end).unwrap_or((Year::Open, i + 1));
            Some((Expr::Calendar(Calendar::new(year, Field::Quarter(q))), end))
        }
        Atom::HalfYear(h) => {
            let (year, end) = year_after(w, i + 1)?;
            Some((Expr::Calendar(Calendar::new(year, Field::Half(h))), end))
        }
        Atom::Shift(Shift::Last) if w.is(i + 1, "week") => week_of(w, i + 1, 0),
        Atom::Shift(Shift::Last) if w.is(i + 1, "quarter") && w.is(i + 2, "of") => {
            let (year, end) = year_after(w, i + 2)?;
            Some((Expr::Calendar(Calendar::new(year, Field::Quarter(4))), end))
        }
        _ => None,
    }
}

/// A holiday, the year after it, and whether its weekend is meant.
fn feast(w: &Words<'_>, i: usize, rule: Rule, end: usize) -> Read<Expr> {
    let weekend = w.is(end, "weekend") && w.joined(end);
    let after = end + usize::from(weekend);
    if let Some((year, end)) = year_after(w, after) {
        let c = Calendar::new(year, Field::Holiday(rule));
        return Some((if weekend { Expr::WeekendOf(c) } else { Expr::Calendar(c) }, end));
    }
    let c = Calendar::new(Year::Open, Field::Holiday(rule));
    if weekend {
        return Some((Expr::WeekendOf(c), after));
    }
    // `Johnnie Christmas`, `Chinese New Year`, `Easter Island`, `Christmas shopping`.
    let one_word = end == i + 1;
    let named = |k: usize| w.token(k).is_some_and(|t| t.kind == TokenKind::Word && t.is_capitalised());
    let preposition = i > 0
        && w.joined(i)
        && (w.has(i - 1, List::Preposition) || w.is_any(i - 1, &["before", "after", "since", "until", "till"]));
    let surname = i > 0
        && w.joined(i)
        && named(i - 1)
        && !preposition
        && !w.has(i - 1, List::Determiner)
        && !matches!(w.atom(i - 1), Atom::Shift(_))
        && (one_word || w.is(i, "new"));
    let part = matches!(w.atom(end), Atom::Part(_)) && w.joined(end);
    let modifies = w.joined(end) && w.token(end).is_some_and(|t| t.kind == TokenKind::Word) && !goes_on(w, end);
    let shifted = i > 0 && matches!(w.atom(i - 1), Atom::Shift(_) | Atom::Near);
    if surname || one_word && !part && (modifies || !preposition && !shifted && i > 0) {
        return None;
    }
    Some((Expr::Calendar(c), if part { end + 1 } else { end }))
}

/// Whether token `i` goes on with the sentence rather than with the noun phrase of what stands before it.
pub(super) fn goes_on(w: &Words<'_>, i: usize) -> bool {
    w.has(i, List::Determiner)
        || w.has(i, List::Preposition)
        || w.has(i, List::Auxiliary)
        || w.has(i, List::Pronoun)
        || w.is_any(i, &["and", "as", "when", "before", "after", "but", "that", "which", "or"])
}

/// The holiday named at token `i`.
pub(super) fn holiday(w: &Words<'_>, i: usize) -> Read<Rule> {
    let m = w.lexicon.match_at(List::Holiday, w.doc.text, &w.doc.tokens, i)?;
    let lower = w.token(i)?.case == Case::Lower;
    if lower && m.len > 1 && !w.is(i + m.len - 1, "day") {
        return None;
    }
    Some((Rule::parse(m.entry.field(0))?, i + m.len))
}

/// How many tokens a name covers that has a weekday or a month in it and is no date (a newspaper, an event).
pub(super) fn no_date(w: &Words<'_>, i: usize) -> Option<usize> {
    let m = w.lexicon.match_at(List::Holiday, w.doc.text, &w.doc.tokens, i)?;
    (m.entry.field(0) == "none" && w.token(i)?.is_capitalised()).then_some(m.len)
}

/// A month and what of day and year follows it.
fn month(w: &Words<'_>, i: usize, m: u8) -> Read<Expr> {
    let mut j = skip_stop(w, i + 1);
    // `October, 1st`.
    if w.atom(j) == Atom::Comma
        && matches!(w.atom(j + 1), Atom::Digits(1..=31, 1 | 2))
        && suffix_end(w, j + 1).is_some()
    {
        j += 1;
    }
    let calendar = |year, field, end| Some((Expr::Calendar(Calendar::new(year, field)), end));
    if let Some((d, end)) = day_of_month(w, j) {
        let (year, end) = year_after(w, end).unwrap_or((Year::Open, end));
        // `they may second the motion`, `may 5 people enter`.
        if year == Year::Open
            && w.is_any(i, &["may", "march"])
            && !w.token(i)?.is_capitalised()
            && !by_preposition(w, i)
        {
            return None;
        }
        return calendar(year, valid(Field::Day(m, d))?, end);
    }
    if let Some((year, end)) = year_after(w, j) {
        return calendar(year, Field::Month(m), end);
    }
    // `the December quarter`.
    if m % 3 == 0 && w.is(i + 1, "quarter") && w.joined(i + 1) {
        let (year, end) = year_after(w, i + 2).unwrap_or((Year::Open, i + 2));
        return calendar(year, Field::Quarter(m / 3), end);
    }
    match w.atom(i) {
        Atom::Month(_, Strength::Short) => None,
        Atom::Month(_, Strength::Word) if !introduced(w, i) => None,
        // A full name's own stop is the sentence's.
        _ => calendar(Year::Open, Field::Month(m), i + 1),
    }
}

/// After an abbreviated month, its full stop.
fn skip_stop(w: &Words<'_>, j: usize) -> usize {
    let short = j.checked_sub(1).is_some_and(|i| matches!(w.atom(i), Atom::Month(_, Strength::Short)));
    if short && w.text(j) == "." && w.glued(j) { j + 1 } else { j }
}

/// Whether what stands before a bare month shows that a month is meant.
fn introduced(w: &Words<'_>, i: usize) -> bool {
    let Some(p) = i.checked_sub(1).filter(|_| w.joined(i)) else { return false };
    let by_word = by_preposition(w, i);
    // `the March report`, but not `the March on Rome` nor `the May family`.
    let by_article = w.is(p, "the") && w.token(i + 1).is_some_and(|t| t.case == Case::Lower && t.span.len() > 3);
    // `the costly August battles`.
    let lower =
        |k: usize| w.token(k).is_some_and(|t| t.kind == TokenKind::Word && t.case == Case::Lower && t.span.len() > 2);
    let by_adjective =
        p > 0 && w.is_any(p - 1, &["the", "a", "an"]) && lower(p) && lower(i + 1) && !w.has(i + 1, List::Preposition);
    // `(August-September 1950)`.
    let opens_range = matches!(w.atom(i + 2), Atom::Month(..))
        && (w.atom(i + 1) == Atom::Dash || w.is_any(i + 1, &["and", "to", "through"]));
    // `April and May`, `January to March`.
    let by_month = p.checked_sub(1).is_some_and(|q| matches!(w.atom(q), Atom::Month(..)))
        && (w.is_any(p, &["and", "or", "through"]) || matches!(w.atom(p), Atom::Dash | Atom::Slash | Atom::Comma));
    let capital_follows = w.token(i + 1).is_some_and(|t| t.is_capitalised()) && w.joined(i + 1);
    let shifted = matches!(w.atom(p), Atom::Shift(s) if s != Shift::That) || matches!(w.atom(p), Atom::Near);
    let dash = w.atom(p) == Atom::Dash && p.checked_sub(1).is_some_and(|q| w.atom(q) == Atom::Near);
    let sure = w.is_any(p, &["in", "since", "during"]);
    (by_word && (sure || !capital_follows)) || by_article || by_adjective || opens_range || by_month || shifted || dash
}

/// Whether a preposition or an article stands before token `i`.
fn by_preposition(w: &Words<'_>, i: usize) -> bool {
    const WORDS: &[&str] = &[
        "in",
        "on",
        "since",
        "until",
        "till",
        "by",
        "of",
        "from",
        "to",
        "during",
        "through",
        "throughout",
        "before",
        "after",
        "between",
        "for",
        "mid",
        "early",
        "late",
        "each",
        "every",
        "a",
        "an",
        "around",
        "about",
        "towards",
        "toward",
        "into",
    ];
    i.checked_sub(1).is_some_and(|p| w.joined(i) && (w.is_any(p, WORDS) || matches!(w.atom(p), Atom::Weekday(..))))
}

/// A day of the month, in digits or words: `5`, `5th`, `the 5th`, `the fifth`.
pub(super) fn day_of_month(w: &Words<'_>, i: usize) -> Read<u8> {
    if !w.joined(i) {
        return None;
    }
    let j = if w.is(i, "the") && w.joined(i + 1) { i + 1 } else { i };
    let bare = j == i;
    match w.atom(j) {
        Atom::Digits(d @ 1..=31, 1 | 2) => {
            let d = u8::try_from(d).ok()?;
            if let Some(end) = suffix_end(w, j) {
                return Some((d, end));
            }
            (bare && stands_alone(w, j)).then_some((d, j + 1))
        }
        Atom::Ordinal(_) | Atom::Count(20 | 30) if ordinal_word(w, j).is_some() => {
            ordinal_word(w, j).filter(|(d, _)| *d <= 31)
        }
        // `January twenty-five`, read aloud.
        Atom::Count(1..=30) if bare => {
            let (d, end) = below_hundred(w, j)?;
            let closes =
                year_words(w, end).is_some() || !w.joined(end) || !w.text(end).starts_with(char::is_alphanumeric);
            (d <= 31 && closes).then_some((u8::try_from(d).ok()?, end))
        }
        _ => None,
    }
}

/// Whether the digits at `j` are not the beginning of something longer (a time, a sum, a share).
fn stands_alone(w: &Words<'_>, j: usize) -> bool {
    let next = w.text(j + 1);
    if w.glued(j + 1) && (w.atom(j + 1) == Atom::Colon || matches!(next, "%" | "\u{b0}")) {
        return false;
    }
    // `5th` was tried before; other letters written on to it make it something else (`5km`).
    !(w.glued(j + 1) && w.token(j + 1).is_some_and(|t| t.kind == TokenKind::Word))
        && !w.is_any(j + 1, &["percent", "per", "million", "billion", "points"])
        && !matches!(w.atom(j + 1), Atom::Am | Atom::Pm)
}

/// One past `th`, `st`, `nd`, `rd` written on to the digits at `i`.
pub(super) fn suffix_end(w: &Words<'_>, i: usize) -> Option<usize> {
    (w.glued(i + 1) && w.is_any(i + 1, &["th", "st", "nd", "rd"])).then_some(i + 2)
}

/// `twenty-first`, `third`.
fn ordinal_word(w: &Words<'_>, i: usize) -> Read<u8> {
    match w.atom(i) {
        Atom::Ordinal(n) => Some((n, i + 1)),
        Atom::Count(tens @ (20 | 30)) => {
            let j = if w.atom(i + 1) == Atom::Dash { i + 2 } else { i + 1 };
            match w.atom(j) {
                Atom::Ordinal(n @ 1..=9) if w.joined(j) => Some((u8::try_from(tens).ok()? + n, j + 1)),
                _ => None,
            }
        }
        _ => None,
    }
}

/// A day and the month after it: `12 September`, `25th of August`, `3-Jan-2019`.
fn day_first(w: &Words<'_>, i: usize, d: u8) -> Read<Expr> {
    let end = suffix_end(w, i).unwrap_or(i + 1);
    let separator = matches!(w.atom(end), Atom::Dash | Atom::Slash) && w.glued(end) && w.glued(end + 1);
    if separator {
        let Atom::Month(m, _) = w.atom(end + 1) else { return None };
        let after = end + 2;
        let same = w.atom(after) == w.atom(end) && w.glued(after) && w.glued(after + 1);
        let (year, end) = if same {
            let y = digits_year(w, after + 1)?;
            (Year::Of(y), after + 2)
        } else {
            (Year::Open, after)
        };
        return valid(Field::Day(m, d)).map(|f| (Expr::Calendar(Calendar::new(year, f)), end));
    }
    word_day_first(w, d, end)
}

fn word_day_first(w: &Words<'_>, d: u8, end: usize) -> Read<Expr> {
    let day = if w.is(end, "day") && w.is(end + 1, "of") { end + 1 } else { end };
    let j = if w.is(day, "of") { day + 1 } else { day };
    let Atom::Month(m, strength) = w.atom(j) else { return None };
    if !w.joined(end) || !w.joined(j) || d > 31 {
        return None;
    }
    // `14 may have died`.
    if strength == Strength::Short && j == end && w.token(j)?.case == Case::Lower && w.is_any(j, &["may", "march"]) {
        let dated = year_after(w, j + 1).is_some() || end > 0 && suffix_end(w, end.saturating_sub(2)) == Some(end);
        if !dated {
            return None;
        }
    }
    let k = skip_stop(w, j + 1);
    let field = valid(Field::Day(m, d))?;
    Some(match year_after(w, k) {
        Some((year, end)) => (Expr::Calendar(Calendar::new(year, field)), end),
        None => (Expr::Calendar(Calendar::new(Year::Open, field)), j + 1),
    })
}

/// The field, if any year has such a day.
pub(super) fn valid(field: Field) -> Option<Field> {
    match field {
        Field::Day(m, d) => {
            let last = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].get(usize::from(m).checked_sub(1)?)?;
            (1..=*last).contains(&d).then_some(field)
        }
        _ => Some(field),
    }
}

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
            if matches!(w.atom(j + 1), Atom::Ad | Atom::Bc) || linked && w.is(i, "of") && w.is(j - 1, "year") =>
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

fn below_hundred(w: &Words<'_>, i: usize) -> Read<u16> {
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

/// `1990s`, `1930's`.
fn decade(w: &Words<'_>, i: usize, n: u32) -> Read<Expr> {
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
fn short_decade(w: &Words<'_>, i: usize, n: u32) -> Read<Expr> {
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
        w.is_any(
            k,
            &[
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
                "low",
            ],
        ) && !marked
    }) || w.is_any(end, &["degrees", "fahrenheit"]);
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
fn decade_word(w: &Words<'_>, i: usize, tens: u8) -> Read<Expr> {
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
fn century(w: &Words<'_>, i: usize, n: u8) -> Read<Expr> {
    century_word(w, n, suffix_end(w, i)?)
}

fn century_word(w: &Words<'_>, n: u8, end: usize) -> Read<Expr> {
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
fn ordinal_stretch(w: &Words<'_>, i: usize, n: u8, end: usize) -> Read<Expr> {
    if !w.joined(end) {
        return None;
    }
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
fn week_of(w: &Words<'_>, i: usize, n: u8) -> Read<Expr> {
    if !w.is(i, "week") || !w.is_any(i + 1, &["of", "in"]) || n > 5 && n != 0 && !w.is(i + 1, "of") {
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
fn season(w: &Words<'_>, i: usize, s: u8) -> Read<Expr> {
    if let Some((year, end)) = year_after(w, i + 1) {
        // `fall of 1989` is a season unless something else falls.
        return Some((Expr::Calendar(Calendar::new(year, Field::Season(s))), end));
    }
    let p = i.checked_sub(1).filter(|_| w.joined(i))?;
    let word = matches!(w.text(i), "spring" | "fall" | "Spring" | "Fall");
    let by = w.is_any(p, &["in", "by", "until", "since", "during", "through", "throughout", "this"])
        || w.is(p, "the")
            && p > 0
            && w.is_any(p - 1, &["in", "by", "until", "during", "through", "throughout", "over", "of", "for", "since"])
        || matches!(w.atom(p), Atom::Near);
    let next = w.text(i + 1);
    let ends = !w.joined(i + 1)
        || !next.starts_with(char::is_alphabetic)
        || w.is_any(
            i + 1,
            &[
                "and", "or", "but", "when", "as", "to", "with", "for", "after", "before", "the", "he", "she", "they",
                "it", "months", "season",
            ],
        );
    let c = Calendar::new(Year::Open, Field::Season(s));
    if by && (!word || ends) {
        return Some((Expr::Calendar(c), i + 1));
    }
    let fall = w.is(i, "fall") && !w.is_any(i + 1, &["campaign", "offensive", "and", "campaigns"]);
    // `Summer Olympics`, `Winter Palace`, but `Spring Offensive`.
    let named = w.token(i)?.is_capitalised()
        && w.joined(i + 1)
        && w.token(i + 1).is_some_and(|t| t.is_capitalised())
        && !w.is_any(i + 1, &["offensive", "offensives", "campaign", "uprising", "fighting", "war"]);
    (!fall && !named).then_some((Expr::Loose(c), i + 1))
}
