//! Dates of the calendar: months, days, holidays.

use crate::claim::timex::expr::{Calendar, Expr, Field, Year};
use crate::claim::timex::holiday::Rule;
use crate::claim::timex::stretch::{
    century, century_word, decade, decade_word, ordinal_stretch, season, short_decade, week_of,
};
use crate::claim::timex::word::{Atom, Shift, Strength, Words};
use crate::claim::timex::year_of::{below_hundred, digits_year, year_after, year_words};
use crate::lexicon::List;
use crate::text::one_of::{OneOf, one_of};
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
        && (w.has(i - 1, List::Preposition) || w.is_one(i - 1, one_of!["before", "after", "since", "until", "till"]));
    let surname = i > 0
        && w.joined(i)
        && named(i - 1)
        && !preposition
        && !w.has(i - 1, List::Determiner)
        && !matches!(w.atom(i - 1), Atom::Shift(_))
        && (one_word || w.is(i, "new"));
    let part = matches!(w.atom(end), Atom::Part) && w.joined(end);
    // `Easter falls on 31 March`.
    let subject = i == 0 || !w.joined(i) || matches!(w.text(i - 1), "." | ";" | "!" | "?");
    const FALLS: &OneOf<'_> =
        one_of!["falls", "fell", "comes", "came", "arrives", "marks", "begins", "brings", "approaches"];
    let modifies = !(subject && w.is_one(end, FALLS))
        && w.joined(end)
        && w.token(end).is_some_and(|t| t.kind == TokenKind::Word)
        && !goes_on(w, end);
    let shifted = i > 0 && matches!(w.atom(i - 1), Atom::Shift(_) | Atom::Near);
    if surname || one_word && !part && (modifies || !preposition && !shifted && !subject) {
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
        || w.is_one(i, one_of!["and", "as", "when", "before", "after", "but", "that", "which", "or"])
}

/// The holiday named at token `i`.
pub(super) fn holiday(w: &Words<'_>, i: usize) -> Read<Rule> {
    let m = w.lexicon.match_at(List::Holiday, w.doc.text, &w.doc.tokens, i)?;
    let lower = w.token(i)?.case == Case::Lower;
    // `christmas eve` is not read, `valentine's day` is; `an election day` is any.
    let any = w.is_one(i, one_of!["election", "inauguration", "flag", "tax"]);
    if lower && m.len > 1 && (any || !w.is(i + m.len - 1, "day")) {
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
            && w.is_one(i, one_of!["may", "march"])
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
pub(super) fn skip_stop(w: &Words<'_>, j: usize) -> usize {
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
    let by_adjective = p > 0
        && w.is_one(p - 1, one_of!["the", "a", "an"])
        && lower(p)
        && lower(i + 1)
        && !w.has(i + 1, List::Preposition);
    // `(August-September 1950)`.
    let opens_range = matches!(w.atom(i + 2), Atom::Month(..))
        && (w.atom(i + 1) == Atom::Dash || w.is_one(i + 1, one_of!["and", "to", "through"]));
    // `April and May`, `January to March`.
    let by_month = p.checked_sub(1).is_some_and(|q| matches!(w.atom(q), Atom::Month(..)))
        && (w.is_one(p, one_of!["and", "or", "through"])
            || matches!(w.atom(p), Atom::Dash | Atom::Slash | Atom::Comma));
    let capital_follows = w.token(i + 1).is_some_and(|t| t.is_capitalised()) && w.joined(i + 1);
    let shifted = matches!(w.atom(p), Atom::Shift(s) if s != Shift::That) || matches!(w.atom(p), Atom::Near);
    let dash = w.atom(p) == Atom::Dash && p.checked_sub(1).is_some_and(|q| w.atom(q) == Atom::Near);
    let sure = w.is_one(p, one_of!["in", "since", "during"]);
    (by_word && (sure || !capital_follows)) || by_article || by_adjective || opens_range || by_month || shifted || dash
}

/// Whether a preposition or an article stands before token `i`.
pub(super) fn by_preposition(w: &Words<'_>, i: usize) -> bool {
    const WORDS: &OneOf<'_> = one_of![
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
    i.checked_sub(1).is_some_and(|p| w.joined(i) && (w.is_one(p, WORDS) || matches!(w.atom(p), Atom::Weekday(..))))
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
    let unit = w.glued(j + 1) && w.token(j + 1).is_some_and(|t| t.kind == TokenKind::Word);
    let counts = w.is_one(j + 1, one_of!["percent", "per", "million", "billion", "points"]);
    !unit && !counts && !matches!(w.atom(j + 1), Atom::Am | Atom::Pm)
}

/// One past `th`, `st`, `nd`, `rd` written on to the digits at `i`.
pub(super) fn suffix_end(w: &Words<'_>, i: usize) -> Option<usize> {
    (w.glued(i + 1) && w.is_one(i + 1, one_of!["th", "st", "nd", "rd"])).then_some(i + 2)
}

/// `twenty-first`, `third`.
pub(super) fn ordinal_word(w: &Words<'_>, i: usize) -> Read<u8> {
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
    if strength == Strength::Short
        && j == end
        && w.token(j)?.case == Case::Lower
        && w.is_one(j, one_of!["may", "march"])
    {
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
