//! Bare years: four digits that a text uses as a year, not as a number.

use crate::claim::timex::calendar::Read;
use crate::claim::timex::expr::{Calendar, Expr, Field, Year};
use crate::claim::timex::word::{Atom, Strength, Unit, Words};
use crate::claim::timex::year_of::{counts_next, era, short_year, year_words};
use crate::date::When;
use crate::lexicon::List;
use crate::text::one_of::{OneOf, one_of};
use crate::text::token::{Case, TokenKind};

/// Words before a number that show a year.
const BEFORE: &OneOf<'_> = one_of![
    "in",
    "since",
    "until",
    "till",
    "by",
    "during",
    "from",
    "before",
    "after",
    "between",
    "year",
    "years",
    "circa",
    "throughout",
    "pre",
    "post",
    "born",
    "died",
    "early",
    "late",
    "mid",
    "c",
    "ca",
    "through",
];

/// Words before a number that show that it counts or names something.
const COUNTING: &OneOf<'_> = one_of![
    "than",
    "least",
    "most",
    "nearly",
    "over",
    "some",
    "about",
    "approximately",
    "around",
    "almost",
    "total",
    "only",
    "another",
    "up",
    "under",
    "least",
    "roughly",
    "estimated",
    "average",
    "exactly",
];

/// Words after a number that show that it is counted in them.
const UNITS: &OneOf<'_> = one_of![
    "percent",
    "per",
    "km",
    "kilometers",
    "kilometres",
    "miles",
    "meters",
    "metres",
    "m",
    "feet",
    "ft",
    "tons",
    "tonnes",
    "kg",
    "pounds",
    "dollars",
    "euros",
    "people",
    "men",
    "women",
    "soldiers",
    "troops",
    "children",
    "km2",
    "mm",
    "cm",
    "mph",
    "kph",
    "votes",
    "years",
    "days",
    "hours",
    "minutes",
    "weeks",
    "months",
    "times",
    "points",
    "million",
    "billion",
    "thousand",
    "degrees",
    "hrs",
    "and a half",
    "acres",
    "hectares",
    "yards",
    "words",
    "pieces",
    "meter",
    "metre",
    "foot",
    "mile",
    "calories",
    "employees",
    "workers",
    "others",
    "residents",
    "houses",
    "homes",
    "mb",
    "gb",
    "hz",
    "square",
    "g",
    "gm",
    "grams",
    "lb",
    "lbs",
    "oz",
    "l",
    "litres",
    "liters",
    "ml",
    "mg",
    "kw",
    "mw",
    "kwh",
    "gwh",
    "kcal",
    "cc",
    "hp",
    "rpm",
    "seats",
    "jobs",
    "units",
    "students",
    "pupils",
    "patients",
    "passengers",
    "deaths",
    "cases",
    "police",
    "refugees",
    "families",
    "prisoners",
    "staff",
    "members",
    "dollars",
];

/// Words that end the name of a street.
const STREETS: &OneOf<'_> =
    one_of!["street", "st", "avenue", "ave", "road", "rd", "boulevard", "blvd", "drive", "lane", "highway"];

/// How many tokens of a street's name may stand before its last.
const STREET: usize = 2;

/// The year that begins at token `i`.
pub(super) fn at(w: &Words<'_>, i: usize) -> Read<Expr> {
    match w.atom(i) {
        Atom::Digits(n, 4) if (1000..=2199).contains(&n) => digits(w, i, n),
        Atom::Digits(n @ 1..=999, 1..=3) => {
            let p = i.checked_sub(1)?;
            let (end, back) = era(w, i + 1);
            let named =
                end > i + 1 || matches!(w.atom(p), Atom::Ad) || w.is(p, "year") && w.is(p.wrapping_sub(1), "the");
            let y = i16::try_from(n).ok()?;
            named.then_some((whole(if back { 1 - y } else { y }), end))
        }
        Atom::Digits(n, 4 | 5) => {
            let (end, back) = era(w, i + 1);
            let y = i16::try_from(n).ok().filter(|y| *y < 9999)?;
            (back && end > i + 1).then_some((whole(1 - y), end))
        }
        Atom::Apostrophe if w.glued(i + 1) => match w.atom(i + 1) {
            // `'98`, but not `'90s` (read before) nor a closing mark.
            Atom::Digits(n, 2) if w.token(i)?.space_before && !w.glued(i + 2) => Some((whole(short_year(n)?), i + 2)),
            _ => None,
        },
        Atom::Fiscal => fiscal(w, i),
        Atom::Unit(Unit::Year) | Atom::Units(Unit::Year)
            if matches!(w.atom(i + 1), Atom::Digits(..)) && w.joined(i + 1) =>
        {
            at(w, i + 1)
        }
        Atom::Count(_) => {
            let (y, end) = year_words(w, i)?;
            (i > 0 && w.is_one(i - 1, BEFORE) || end > i + 2 && w.is(i + 1, "hundred")).then_some((whole(y), end))
        }
        _ => None,
    }
}

fn whole(y: i16) -> Expr {
    Expr::At(When::Year(y))
}

/// `fiscal 2014`, `fiscal year 2014`: the year of that number.
fn fiscal(w: &Words<'_>, i: usize) -> Read<Expr> {
    let j = if w.is(i + 1, "year") { i + 2 } else { i + 1 };
    match w.atom(j) {
        Atom::Digits(n @ 1900..=2199, 4) => Some((whole(i16::try_from(n).ok()?), j + 1)),
        _ => None,
    }
}

fn digits(w: &Words<'_>, i: usize, n: u32) -> Read<Expr> {
    let y = i16::try_from(n).ok()?;
    let (end, back) = era(w, i + 1);
    if end > i + 1 {
        return Some((whole(if back { 1 - y } else { y }), end));
    }
    if !plausible(w, i, n) {
        return None;
    }
    // `2013 first quarter`.
    if let (Atom::Ordinal(q @ 1..=4), Atom::Unit(Unit::Quarter)) = (w.atom(i + 1), w.atom(i + 2)) {
        return Some((Expr::Calendar(Calendar::new(Year::Of(y), Field::Quarter(q))), i + 3));
    }
    // `2017 q1`, `2017-q1`.
    let j = if w.atom(i + 1) == Atom::Dash && w.glued(i + 2) { i + 2 } else { i + 1 };
    match w.atom(j) {
        Atom::Quarterly(q) if w.joined(j) => {
            return Some((Expr::Calendar(Calendar::new(Year::Of(y), Field::Quarter(q))), j + 1));
        }
        Atom::HalfYear(h) if w.joined(j) => {
            return Some((Expr::Calendar(Calendar::new(Year::Of(y), Field::Half(h))), j + 1));
        }
        Atom::Month(m, s) if j == i + 1 && w.joined(j) && !matches!(w.atom(j + 1), Atom::Digits(..)) => {
            // `2017 april`; a sentence may go on with `March saw`.
            let verb = s == Strength::Short && w.is_one(j, one_of!["may", "march"]);
            if i > 0 && w.is(i - 1, "in") && !verb && closes(w, j + 1) {
                return Some((Expr::At(When::Month(y, m)), j + 1));
            }
        }
        Atom::Season(s) if j == i + 1 && w.joined(j) && closes(w, j + 1) => {
            return Some((Expr::Calendar(Calendar::new(Year::Of(y), Field::Season(s))), j + 1));
        }
        _ => {}
    }
    Some((whole(y), i + 1))
}

fn closes(w: &Words<'_>, i: usize) -> bool {
    !w.joined(i) || !w.text(i).starts_with(char::is_alphanumeric)
}

/// Whether four digits are used as a year.
fn plausible(w: &Words<'_>, i: usize, n: u32) -> bool {
    let next = i + 1;
    let glued_word = w.glued(next) && w.token(next).is_some_and(|t| t.kind == TokenKind::Word);
    if glued_word
        || w.glued(next)
            && matches!(w.text(next), "%" | "\u{b0}" | "/" | "_" | "@" | "+" | "\u{b2}")
            && !slash_year(w, next)
    {
        return false;
    }
    // `1990 Main Street`.
    let capital = |k: usize| w.joined(k) && w.token(k).is_some_and(|t| t.is_capitalised());
    if capital(next) && (1..=STREET).any(|k| capital(next + k) && w.is_one(next + k, STREETS)) {
        return false;
    }
    // `the 1600 block of Grand`.
    if w.is_one(next, one_of!["block", "blk"]) {
        return false;
    }
    let Some(p) = i.checked_sub(1) else { return !w.is_one(next, UNITS) && !number_follows(w, next) };
    let by_word = w.joined(i) && w.is_one(p, BEFORE);
    if w.joined(next) && w.is_one(next, UNITS) && !(by_word && w.is(next, "per")) || number_follows(w, next) {
        return false;
    }
    if w.atom(p) == Atom::Dash && number_before(w, p) {
        return false;
    }
    // `0199 1998 2001`: groups of one number to ring.
    if w.joined(i) && !w.glued(i) && w.token(p).is_some_and(|t| t.kind == TokenKind::Number) {
        return false;
    }
    let before = w.text(p);
    if w.glued(i) {
        // `$2000`, `#1987`, `x2000`, `12-2010-2015`, `A/2009`; a range of years, a bracket or a quotation mark is fine.
        let fine = match w.atom(p) {
            Atom::Dash => !code_before(w, p),
            Atom::Slash => p > 0 && matches!(w.atom(p - 1), Atom::Digits(1000..=2199, 4)),
            Atom::Apostrophe | Atom::Comma => true,
            _ => matches!(before, "(" | "[" | "\"" | "\u{201c}" | "\u{2018}" | "." | ";"),
        };
        if !fine {
            return false;
        }
    }
    let joined = w.joined(i);
    if joined && w.has(p, List::NumberedThing) || joined && before == "." && p > 0 && w.has(p - 1, List::NumberedThing)
    {
        return false;
    }
    if by_word || joined && w.is(p, "than") && p > 0 && w.is_one(p - 1, one_of!["later", "earlier", "sooner"]) {
        // `from 1500 people`, `in 2000 houses`.
        return !(n % 50 == 0 && counts_next(w, i));
    }
    if joined && w.is_one(p, COUNTING) {
        let dated = w.is_one(p, one_of!["about", "around", "approximately", "roughly", "over", "up"])
            && p > 0
            && w.is_one(p - 1, BEFORE)
            || w.is_one(p, one_of!["around", "about"])
                && (closes(w, next) || w.has(next, List::Preposition))
                && !(n % 100 == 0 && n < 1700);
        return dated && !counts_next(w, i);
    }
    let range = match (w.atom(p), p.checked_sub(1).map(|q| w.atom(q))) {
        (Atom::Dash, Some(Atom::Digits(from @ 1000..=2199, 4))) => {
            // `1380-2075` is a price or a number to ring.
            if n <= from || n > from + 400 {
                return false;
            }
            true
        }
        _ => false,
    };
    if range
        || w.atom(next) == Atom::Dash && matches!(w.atom(next + 1), Atom::Digits(1000..=2199, 4) | Atom::Digits(_, 2))
    {
        return true;
    }
    let and =
        matches!(before, "and" | "or" | "to" | "&") && p > 0 && matches!(w.atom(p - 1), Atom::Digits(1000..=2199, 4));
    let bracketed = before == "(" || w.text(next) == ")";
    if and || bracketed {
        return true;
    }
    let recent = (1900..=2050).contains(&n);
    let round = n % 100 == 0 || n % 50 == 0 && !recent;
    // `the 1812 war`, `a 1908 interview`, `January's 1989 coup`.
    let article = w.is_one(p, one_of!["the", "a", "an", "of", "its", "his", "her", "their", "our", "whose"])
        || w.token(p).is_some_and(|t| t.kind == TokenKind::Possessive);
    if round && counts_next(w, i) {
        return false;
    }
    if article {
        return !counts_next(w, i) || !round;
    }
    let whole_line = !joined && !w.joined(next);
    if whole_line {
        return n >= 1500;
    }
    // Elsewhere only what is no round number, or what punctuation sets apart.
    let verb_object =
        w.token(p).is_some_and(|t| t.kind == TokenKind::Word && t.case == Case::Lower) && !closes(w, next);
    recent && (!round || closes(w, next)) && !(verb_object && counts_next(w, i))
        || (1700..1900).contains(&n) && (closes(w, next) || !joined) && !round
}

/// Whether a dash and a number that is no year follow: `2015-32`.
fn number_follows(w: &Words<'_>, i: usize) -> bool {
    w.atom(i) == Atom::Dash
        && match w.atom(i + 1) {
            Atom::Digits(1000..=2199, 4) => {
                w.glued(i) && w.atom(i + 2) == Atom::Dash && w.glued(i + 2) && matches!(w.atom(i + 3), Atom::Digits(..))
            }
            // A day that begins a date of its own, or the second year of a range.
            Atom::Digits(n, 1 | 2) => {
                let dated = matches!(w.atom(i + 2), Atom::Month(..)) || w.is(i + 2, "of") || suffix(w, i + 2);
                let Some(Atom::Digits(y, 4)) = i.checked_sub(1).map(|k| w.atom(k)) else { return !dated };
                !dated && (n <= y % 100 && n != (y + 1) % 100 || y >= 2000 && n >= 30 && n > y % 100 + 12)
            }
            Atom::Digits(..) => true,
            _ => false,
        }
}

fn suffix(w: &Words<'_>, i: usize) -> bool {
    w.glued(i) && w.is_one(i, one_of!["th", "st", "nd", "rd"])
}

/// Whether a number that is no year stands before the dash at `p`: `32 - 2015`.
fn number_before(w: &Words<'_>, p: usize) -> bool {
    p.checked_sub(1).is_some_and(|q| match w.atom(q) {
        Atom::Digits(1000..=2199, 4) => {
            q > 1 && w.glued(q) && w.atom(q - 1) == Atom::Dash && matches!(w.atom(q - 2), Atom::Digits(..))
        }
        Atom::Digits(..) => true,
        _ => false,
    })
}

/// `2013/14`, `1999/2000`.
fn slash_year(w: &Words<'_>, i: usize) -> bool {
    w.text(i) == "/" && w.glued(i + 1) && matches!(w.atom(i + 1), Atom::Digits(_, 2 | 4))
}

/// Whether what stands before the dash at `p` makes a code of it: `ABC-2010`, `138-2010`.
fn code_before(w: &Words<'_>, p: usize) -> bool {
    let Some(q) = p.checked_sub(1).filter(|_| w.glued(p)) else { return false };
    match w.atom(q) {
        Atom::Digits(1000..=2199, 4) => false,
        Atom::Month(..) | Atom::Near => false,
        Atom::Digits(..) => true,
        _ => {
            let word = w.text(q);
            word.len() == 1 && word != "s"
                || !matches!(word, "pre" | "post" | "mid" | "Pre" | "Post" | "Mid" | "s")
                    && w.token(q).is_some_and(|t| t.kind == TokenKind::Word && t.case == Case::Upper)
        }
    }
}
