//! Dates told from another day: `yesterday`, `last week`, `the next day`, `two days later`, `the past 30 days`.

use crate::claim::timex::ahead::{Direction, direction};
use crate::claim::timex::calendar::{self, Read, day_of_month, holiday, suffix_end};
use crate::claim::timex::clock;
use crate::claim::timex::expr::{Anchor, Base, Calendar, Distance, Expr, Field, Name, Year};
use crate::claim::timex::numeric;
use crate::claim::timex::word::{Atom, Shift, Strength, Unit, Words};
use crate::claim::timex::year_of::year_after;
use crate::lexicon::List;
use crate::text::one_of::{OneOf, one_of};
use crate::text::token::TokenKind;

/// The relative date that begins at token `i`.
pub(super) fn at(w: &Words<'_>, i: usize) -> Read<Expr> {
    match w.atom(i) {
        Atom::Day(n) => Some(day(w, i, n)),
        Atom::Weekday(d, s) => weekday(w, i, d, s),
        Atom::Shift(s) => shifted(w, i, s),
        Atom::Unit(u) => unit(w, i, u),
        Atom::Digits(..) | Atom::Count(_) => counted(w, i),
        Atom::Part if w.is(i, "overnight") => overnight(w, i),
        Atom::Part => part_of(w, i),
        Atom::Other if w.is_one(i, one_of!["a", "an"]) => counted(w, i),
        Atom::Other if w.is(i, "half") => half_an_hour(w, i),
        _ => None,
    }
}

/// `yesterday`, `tomorrow night`.
fn day(w: &Words<'_>, i: usize, n: i8) -> (Expr, usize) {
    (Expr::Deictic(n), part_end(w, i + 1))
}

/// One past a part of the day that follows: `night`, `early evening`.
pub(super) fn part_end(w: &Words<'_>, i: usize) -> usize {
    match w.atom(i) {
        Atom::Part if w.joined(i) => i + 1,
        Atom::Near if w.joined(i + 1) && matches!(w.atom(i + 1), Atom::Part) => i + 2,
        _ => i,
    }
}

fn weekday(w: &Words<'_>, i: usize, d: u8, strength: Strength) -> Read<Expr> {
    let mut j = i + 1;
    if strength == Strength::Short && w.text(j) == "." && w.glued(j) {
        j += 1;
    }
    let plain = j;
    if w.atom(j) == Atom::Comma || w.text(j) == "(" {
        j += 1;
    }
    if w.is(j, "the") && day_of_month(w, j).is_none() {
        j += 1;
    }
    if w.joined(j) {
        if let Some((Expr::Calendar(mut c), end)) = calendar::at(w, j).or_else(|| numeric::at(w, j)) {
            if matches!(c.field, Field::Day(..)) {
                c.weekday = Some(d);
                return Some((Expr::Calendar(c), end));
            }
        }
        if let Some((Expr::Numeric(a, b, year, _), end)) = numeric::at(w, j) {
            return Some((Expr::Numeric(a, b, year, Some(d)), end));
        }
        // `Tuesday the eleventh`, `Friday 31`; not `the sun the second`.
        let named = strength != Strength::Short || w.token(i).is_some_and(|t| t.is_capitalised());
        if let Some((day, end)) = day_of_month(w, j).filter(|_| j == plain && named) {
            let sure =
                w.is(j, "the") || suffix_end(w, j).is_some() || !w.token(end).is_some_and(|t| t.is_capitalised());
            let bare = !w.is(j, "the") && suffix_end(w, j).is_none();
            let said = bare && w.joined(end) && w.text(end).starts_with(char::is_alphabetic) && !w.is(end, "at");
            if sure && !said {
                return Some((Expr::DayOfMonth(day, Some(d)), end));
            }
        }
    }
    // `Monday of next week`, `Monday last week`.
    let k = if w.is(plain, "of") { plain + 1 } else { plain };
    let k = if k > plain && w.is(k, "the") { k + 1 } else { k };
    if let Atom::Shift(s) = w.atom(k) {
        if w.atom(k + 1) == Atom::Unit(Unit::Week) && w.joined(k) {
            let (by, base) = way(s, w.is(k.wrapping_sub(1), "the"))?;
            return Some((Expr::WeekdayOfWeek(d, by, base), k + 2));
        }
    }
    if strength == Strength::Short && !introduces_day(w, i, plain) {
        return None;
    }
    // `The Sunday Herald reported`.
    let named = i > 0
        && w.is(i - 1, "the")
        && w.token(plain).is_some_and(|t| t.is_capitalised())
        && w.joined(plain)
        && !matches!(w.atom(plain), Atom::Part | Atom::Month(..));
    (!named).then_some((Expr::Weekday(d), part_end(w, plain)))
}

/// Whether an abbreviated weekday is meant: a preposition before it, or a time or a part of the day after it.
fn introduces_day(w: &Words<'_>, i: usize, next: usize) -> bool {
    let before =
        i.checked_sub(1).is_some_and(|p| w.is(p, "on") || matches!(w.atom(p), Atom::Shift(s) if s != Shift::That));
    let named =
        w.token(next).is_some_and(|t| t.is_capitalised()) && w.joined(next) && !matches!(w.atom(next), Atom::Part);
    let lower = w.token(i).is_some_and(|t| !t.is_capitalised());
    before && !lower && !named
        || clock::at(w, next).is_some_and(|t| t.sure) && w.joined(next)
        || w.is(next, "at") && matches!(w.atom(next + 1), Atom::Digits(..)) && !lower
        || matches!(w.atom(next), Atom::Part) && w.joined(next)
}

/// How far a shift goes and from where; `the` before it makes it count from what was mentioned.
fn way(s: Shift, the: bool) -> Option<(i32, Base)> {
    Some(match s {
        Shift::Last => (-1, Base::Publication),
        Shift::Next if the => (1, Base::Mention),
        Shift::Next | Shift::Coming => (1, Base::Publication),
        Shift::This => (0, Base::Current),
        Shift::That => (0, Base::Mention),
        Shift::Previous => (-1, Base::Mention),
        Shift::Following => (1, Base::Mention),
        Shift::Past => return None,
    })
}

fn shifted(w: &Words<'_>, i: usize, first: Shift) -> Read<Expr> {
    let the = i.checked_sub(1).is_some_and(|p| w.is(p, "the")) && w.joined(i);
    // `to this day` is no day.
    if first == Shift::This && w.is(i + 1, "day") && i > 0 && w.is(i - 1, "to") {
        return None;
    }
    // `this past Monday`, `that same day`, `this coming week`.
    let (s, j) = match (first, w.atom(i + 1)) {
        (Shift::This, Atom::Shift(Shift::Past | Shift::Last)) => (Shift::Last, i + 2),
        (Shift::This, Atom::Shift(s @ (Shift::Coming | Shift::Next))) => (s, i + 2),
        (Shift::That | Shift::This, Atom::Shift(Shift::That)) => (Shift::That, i + 2),
        _ => (first, i + 1),
    };
    let s =
        if s == Shift::Past && the && !matches!(w.atom(j), Atom::Unit(_)) && !is_count(w, j) { return None } else { s };
    if !w.joined(j) {
        return None;
    }
    if let Some(read) = stretch(w, j, s) {
        return read;
    }
    // `early`, `late` and `calendar` may stand between: `that early morning`, `this fiscal year`.
    let j =
        if matches!(w.atom(j), Atom::Near | Atom::Fiscal) || w.is_one(j, one_of!["calendar", "financial", "working"]) {
            j + 1
        } else {
            j
        };
    match w.atom(j) {
        Atom::Unit(Unit::Second | Unit::Minute | Unit::Hour) => None,
        Atom::Unit(u) => {
            if s == Shift::Past || s == Shift::Last && the && u != Unit::Weekend {
                return Some((Expr::Stretch(-1, Distance::of(1, u)?, Base::Current), j + 1));
            }
            let (by, base) = way(s, the)?;
            let end = if u == Unit::Day { part_end(w, j + 1) } else { j + 1 };
            // `the following week on Tuesday`, `this week Monday`.
            let k = if w.is(end, "on") { end + 1 } else { end };
            if let (Unit::Week, Atom::Weekday(d, _)) = (u, w.atom(k)) {
                return Some((Expr::WeekdayOfWeek(d, by, base), k + 1));
            }
            Some((Expr::Shifted(by, u, base), end))
        }
        Atom::Weekday(d, _) => {
            // `said that Monday's vote`; `the attack following Monday's vote`.
            if s == Shift::That && !w.is(i, "same") || s == Shift::Following && !the {
                return None;
            }
            let (by, base) = match s {
                Shift::Past => (-1, Base::Publication),
                s => way(s, the)?,
            };
            // `next Friday 5/12`: the date itself says more.
            if let Some((e @ (Expr::Calendar(_) | Expr::Numeric(..)), end)) = weekday(w, j, d, Strength::Name) {
                return Some((e, end));
            }
            Some((Expr::Named(by, Name::Weekday(d), base), part_end(w, j + 1)))
        }
        Atom::Month(m, _) => {
            if s == Shift::That && !w.is(i, "same") && !demonstrative(w, i, j) {
                return None;
            }
            let (by, base) = way(s, the)?;
            match calendar::at(w, j)? {
                (Expr::Calendar(c), end) => match (c.field, c.year) {
                    (Field::Day(m, d), Year::Open) => Some((Expr::Named(by, Name::Day(m, d), base), end)),
                    (_, Year::Open) => Some((Expr::Named(by, Name::Month(m), base), end)),
                    _ => Some((Expr::Calendar(c), end)),
                },
                _ => None,
            }
        }
        Atom::Season(n) => {
            let (by, base) = way(s, the)?;
            if w.is(i, "that") && !w.joined(j) {
                return None;
            }
            Some((Expr::Named(by, Name::Season(n), base), j + 1))
        }
        Atom::Part => {
            let (by, base) = way(s, the)?;
            let by = i8::try_from(by).ok()?;
            let end = j + 1;
            Some((if s == Shift::Last { Expr::Deictic(-1) } else { Expr::PartOf(by, base) }, end))
        }
        _ => {
            let (by, base) = way(s, the)?;
            if let (Some((Expr::Calendar(c), end)), Atom::Digits(..)) = (calendar::at(w, j), w.atom(j)) {
                if let (Field::Day(m, d), Year::Open, true) = (c.field, c.year, s != Shift::That) {
                    return Some((Expr::Named(by, Name::Day(m, d), base), end));
                }
            }
            let (rule, end) = holiday(w, j)?;
            (s != Shift::That).then_some((Expr::Named(by, Name::Holiday(rule), base), end))
        }
    }
}

/// Whether `that` at `i` points at the month at `j`, rather than opening a clause: `he was freed that July`.
fn demonstrative(w: &Words<'_>, i: usize, j: usize) -> bool {
    let clause = i > 0 && (w.has(i - 1, List::ReportingVerb) || w.has(i - 1, List::ReportingNoun));
    let ends = closes(w, j + 1) || w.has(j + 1, List::Preposition) || w.has(j + 1, List::Pronoun);
    !clause && ends && w.token(j).is_some_and(|t| t.is_capitalised())
}

fn is_count(w: &Words<'_>, i: usize) -> bool {
    matches!(w.atom(i), Atom::Count(_) | Atom::Vague | Atom::Digits(_, 1..=3))
}

/// `the past 30 days`, `the last two years`, `the next few weeks`. The outer `None`: it is no stretch.
fn stretch(w: &Words<'_>, j: usize, s: Shift) -> Option<Read<Expr>> {
    if !is_count(w, j) {
        return None;
    }
    let vague = w.atom(j) == Atom::Vague || w.is(j, "couple");
    let (n, k) = number(w, j).unwrap_or((0, j + 1));
    let k = if w.is(k, "of") { k + 1 } else { k };
    let (Atom::Units(u) | Atom::Unit(u)) = w.atom(k) else { return Some(None) };
    // `the last five months of her life` are counted from something else.
    if w.is(k + 1, "of") || matches!(u, Unit::Second | Unit::Minute | Unit::Hour) {
        return Some(None);
    }
    if vague {
        return Some(Some((Expr::Unknown, k + 1)));
    }
    let by = match s {
        Shift::Last | Shift::Past | Shift::Previous => -1,
        Shift::Next | Shift::Coming | Shift::Following => 1,
        _ => return Some(None),
    };
    Some(Distance::of(n, u).map(|d| (Expr::Stretch(by, d, Base::Current), k + 1)))
}

/// A number in digits or words.
pub(super) fn number(w: &Words<'_>, i: usize) -> Read<i32> {
    match w.atom(i) {
        Atom::Digits(n, 1..=4) => Some((i32::try_from(n).ok()?, i + 1)),
        Atom::Count(n @ (20 | 30 | 40 | 50 | 60 | 70 | 80 | 90)) => {
            let j = if w.atom(i + 1) == Atom::Dash { i + 2 } else { i + 1 };
            match w.atom(j) {
                Atom::Count(m @ 1..=9) => Some((i32::from(n + m), j + 1)),
                _ => Some((i32::from(n), i + 1)),
            }
        }
        Atom::Count(n) => Some((i32::from(n), i + 1)),
        Atom::Other if w.is_one(i, one_of!["a", "an"]) => {
            let j = i + 1;
            match w.atom(j) {
                Atom::Count(n @ (2 | 12 | 100)) => Some((i32::from(n), if w.is(j + 1, "of") { j + 2 } else { j + 1 })),
                _ => Some((1, j)),
            }
        }
        _ => None,
    }
}

/// A distance: `two days`, `a year`, `2 years 1 month and 21 days`.
fn distance(w: &Words<'_>, i: usize) -> Read<Distance> {
    let (n, j) = number(w, i)?;
    if !w.joined(j) || j > i + 1 && w.atom(j) == Atom::Dash {
        return None;
    }
    let (Atom::Unit(u) | Atom::Units(u)) = w.atom(j) else { return None };
    let mut all = (Distance::of(n, u)?, j + 1);
    for _ in 0..3 {
        let k = if w.is(all.1, "and") || w.atom(all.1) == Atom::Comma { all.1 + 1 } else { all.1 };
        let Some((n, j)) = number(w, k).filter(|_| w.joined(k)) else { break };
        let (Atom::Unit(u) | Atom::Units(u)) = w.atom(j) else { break };
        let Some(more) = Distance::of(n, u) else { break };
        all = (all.0.and(more), j + 1);
    }
    Some(all)
}

/// What a distance makes: `two days later`, `a year ago`, `three weeks from tomorrow`, `in two weeks`.
fn counted(w: &Words<'_>, i: usize) -> Read<Expr> {
    let (d, end) = distance(w, i)?;
    if !w.joined(end) && w.token(end).is_some() {
        return None;
    }
    let place = |by: i32, base, end| Some((Expr::Offset(by, d, base), end));
    match w.atom(end) {
        // `a week ago today`: to the day.
        Atom::Ago => match w.atom(end + 1) {
            Atom::Day(n) if w.joined(end + 1) && d.minutes == 0 => {
                Some((Expr::OffsetFrom(-1, d, Anchor::Deictic(n)), end + 2))
            }
            _ => place(-1, Base::Publication, end + 1),
        },
        Atom::Later if w.is(end, "after") => {
            from_day(w, end + 1, d, 1).or_else(|| closes(w, end + 1).then(|| place(1, Base::Mention, end + 1))?)
        }
        Atom::Later if w.is(end, "later") || w.is(end, "afterwards") || w.is(end, "afterward") => {
            place(1, Base::Mention, end + 1)
        }
        Atom::Earlier if w.is(end, "before") => {
            from_day(w, end + 1, d, -1).or_else(|| closes(w, end + 1).then(|| place(-1, Base::Mention, end + 1))?)
        }
        Atom::Earlier => place(-1, Base::Mention, end + 1),
        _ if w.is(end, "from") && w.is(end + 1, "now") => place(1, Base::Publication, end + 2),
        _ if w.is(end, "from") || w.is(end, "since") => from_day(w, end + 1, d, 1),
        _ if w.is(i.wrapping_sub(1), "in") && i > 0 => ahead(w, i, end, d),
        _ => None,
    }
}

/// Whether nothing follows that a `before` or `after` could govern.
fn closes(w: &Words<'_>, i: usize) -> bool {
    !w.joined(i)
        || !w.text(i).starts_with(|c: char| c.is_alphanumeric())
        || w.is_one(i, one_of!["and", "but", "in", "at", "on", "when"])
}

/// Whether a noun phrase begins at token `i`.
fn opens_noun(w: &Words<'_>, i: usize) -> bool {
    w.has(i, List::Determiner) || w.token(i).is_some_and(|t| t.is_capitalised() || t.kind != TokenKind::Word)
}

/// The day that a distance is counted from: `yesterday`, `Christmas`, `January 15`.
fn from_day(w: &Words<'_>, i: usize, d: Distance, by: i32) -> Read<Expr> {
    if !w.joined(i) {
        return None;
    }
    let i = if w.is(i, "the") { i + 1 } else { i };
    let (anchor, end) = match w.atom(i) {
        Atom::Day(n) => (Anchor::Deictic(n), i + 1),
        Atom::Weekday(n, Strength::Name) => (Anchor::Weekday(n), i + 1),
        Atom::Shift(_) | Atom::Other if w.is(i, "new") && w.is(i + 1, "year") => {
            let day = Field::Day(1, 1);
            (Anchor::Calendar(Calendar::new(Year::Open, day)), i + 2)
        }
        _ => match calendar::at(w, i)? {
            (Expr::Calendar(c), end) => (Anchor::Calendar(c), end),
            _ => return None,
        },
    };
    Some((Expr::OffsetFrom(by, d, anchor), end))
}

/// `in two weeks`: ahead of publication, where the sentence looks ahead and it is no measure of time taken.
fn ahead(w: &Words<'_>, i: usize, end: usize, d: Distance) -> Read<Expr> {
    let taken = w.is_one(end, one_of!["of", "or", "and", "to"])
        || w.token(end).is_some_and(|t| t.kind == TokenKind::Possessive);
    let first = i > 2
        && w.is_one(
            i - 2,
            one_of!["time", "once", "first", "that", "only", "win", "loss", "most", "least", "more", "than"],
        );
    let ahead = match direction(w, i - 1, end) {
        Direction::Ahead => true,
        Direction::Open => matches!(d.unit, Unit::Minute | Unit::Hour),
        _ => false,
    };
    (!taken && !first && ahead).then_some((Expr::Offset(1, d, Base::Publication), end))
}

fn half_an_hour(w: &Words<'_>, i: usize) -> Read<Expr> {
    if !w.is_one(i + 1, one_of!["a", "an"]) || !w.is(i + 2, "hour") {
        return None;
    }
    let d = Distance::of(30, Unit::Minute)?;
    match w.atom(i + 3) {
        Atom::Ago => Some((Expr::Offset(-1, d, Base::Publication), i + 4)),
        Atom::Later => Some((Expr::Offset(1, d, Base::Mention), i + 4)),
        _ if w.is(i + 3, "from") && w.is(i + 4, "now") => Some((Expr::Offset(1, d, Base::Publication), i + 5)),
        _ if i > 0 && w.is(i - 1, "in") => Some((Expr::Offset(1, d, Base::Publication), i + 3)),
        _ => None,
    }
}

/// What a unit begins: `day before yesterday`, `year before`, `year to date`, `week after next`, `month's end`.
fn unit(w: &Words<'_>, i: usize, u: Unit) -> Read<Expr> {
    let the = i.checked_sub(1).is_some_and(|p| w.is(p, "the")) && w.joined(i);
    let edge = i.checked_sub(1).is_some_and(|p| w.is_one(p, one_of!["of", "in"]))
        && i.checked_sub(2).is_some_and(|p| matches!(w.atom(p), Atom::EdgeOf));
    let next = i + 1;
    let d = Distance::of(1, u)?;
    match w.atom(next) {
        // `the year-ago quarter`, `year-earlier sales`.
        Atom::Dash if u == Unit::Year && w.glued(next) && matches!(w.atom(next + 1), Atom::Ago | Atom::Earlier) => {
            let period =
                matches!(w.atom(next + 2), Atom::Unit(Unit::Quarter | Unit::Month)) || w.is(next + 2, "period");
            Some((Expr::Offset(-1, d, Base::Mention), next + 2 + usize::from(period)))
        }
        // `for the quarter`: the one mentioned before.
        _ if u == Unit::Quarter && the && names_period(w, i) => Some((Expr::SameQuarter, next)),
        Atom::Ago if !the => Some((Expr::Offset(-1, d, Base::Publication), next + 1)),
        Atom::Earlier if the && w.is_one(next, one_of!["before", "earlier", "previously"]) => {
            from_day(w, next + 1, d, -1)
                .or_else(|| closes(w, next + 1).then_some((Expr::Shifted(-1, u, Base::Mention), next + 1)))
        }
        Atom::Later if the && w.is(next, "after") => {
            if matches!(w.atom(next + 1), Atom::Shift(Shift::Next)) {
                return Some((Expr::Shifted(2, u, Base::Publication), next + 2));
            }
            from_day(w, next + 1, d, 1)
                .or_else(|| closes(w, next + 1).then_some((Expr::Shifted(1, u, Base::Mention), next + 1)))
        }
        Atom::Shift(Shift::Following) if the && (closes(w, next + 1) || !opens_noun(w, next + 1)) => {
            Some((Expr::Shifted(1, u, Base::Mention), next + 1))
        }
        Atom::Digits(..) if u == Unit::Week => {
            let Atom::Digits(n @ 1..=53, _) = w.atom(next) else { return None };
            // Matches have weeks too: without a year only `the week 12` and `Thursday, week 12` are of the calendar.
            let plain = w.token(i).is_some_and(|t| !t.is_capitalised())
                && (the || i > 1 && matches!(w.atom(i - 2), Atom::Weekday(..)));
            let current = (Year::Relative(0, Base::Current), next + 1);
            let (year, end) = year_after(w, next + 1).or(plain.then_some(current))?;
            let c = Calendar::new(year, Field::Whole);
            Some((Expr::WeekOf(u8::try_from(n).ok()? + 100, c), end))
        }
        _ if w.is(next, "to") && w.is(next + 1, "date") && the => {
            Some((Expr::Shifted(0, u, Base::Publication), next + 2))
        }
        // `the weekend of May 3`.
        _ if u == Unit::Weekend && the && w.is(next, "of") && w.joined(next + 1) => match calendar::at(w, next + 1)? {
            (Expr::Calendar(c @ Calendar { field: Field::Day(..) | Field::Holiday(_), .. }), end) => {
                Some((Expr::WeekendOf(c), end))
            }
            _ => None,
        },
        // `the week of May 6`, `the week beginning 6 May`.
        _ if u == Unit::Week && w.is_one(next, one_of!["of", "beginning", "starting"]) && w.joined(next + 1) => {
            match calendar::at(w, next + 1)? {
                (Expr::Calendar(c @ Calendar { field: Field::Day(..) | Field::Holiday(_), .. }), end) => {
                    Some((Expr::WeekHolding(c), end))
                }
                _ => None,
            }
        }
        _ if u == Unit::Weekend && the => Some((Expr::Shifted(0, u, Base::Current), next)),
        _ if (the && names_current(w, i) || edge)
            && !matches!(u, Unit::Second | Unit::Minute | Unit::Hour | Unit::Day | Unit::Decade | Unit::Century) =>
        {
            Some((Expr::Shifted(0, u, Base::Current), next))
        }
        _ if !the && matches!(u, Unit::Year | Unit::Month | Unit::Week) => {
            // `year-end`, `month's end`.
            let gap = w.atom(next) == Atom::Dash || w.token(next)?.kind == TokenKind::Possessive;
            // `at year end`.
            if w.is(next, "end") && w.joined(next) && i > 0 && w.is_one(i - 1, one_of!["at", "by", "until", "before"]) {
                return Some((Expr::Shifted(0, u, Base::Current), next + 1));
            }
            (gap && w.is(next + 1, "end")).then_some((Expr::Shifted(0, u, Base::Current), next + 2))
        }
        _ => None,
    }
}

/// Whether `the quarter` is one of a year: `in the quarter`, `for the quarter`.
fn names_period(w: &Words<'_>, i: usize) -> bool {
    i > 1 && w.is_one(i - 2, one_of!["in", "for", "during", "of", "over", "throughout"]) && closes(w, i + 1)
}

/// Whether `the year`, `the month`, `the week` means the current one: `later in the year`, `the end of the month`.
fn names_current(w: &Words<'_>, i: usize) -> bool {
    let Some(p) = i.checked_sub(2) else { return false };
    let edge = |k: usize| matches!(w.atom(k), Atom::EdgeOf | Atom::Near | Atom::Later | Atom::Earlier);
    let half = |k: usize| w.is_one(k, one_of!["half", "part", "rest", "most", "quarter"]);
    let ends = closes(w, i + 1);
    w.is_one(p, one_of!["of", "in"]) && ends && p.checked_sub(1).is_some_and(|k| edge(k) || half(k)) || ends && edge(p)
}

/// `overnight` as an adverb, alone or with the day on which the night began; not `an overnight stay`.
fn overnight(w: &Words<'_>, i: usize) -> Read<Expr> {
    let k = if w.is(i + 1, "on") { i + 2 } else { i + 1 };
    if w.joined(k) {
        let day = match w.atom(k) {
            Atom::Weekday(d, s) => weekday(w, k, d, s),
            Atom::Day(n) => Some(day(w, k, n)),
            Atom::Month(..) | Atom::Digits(..) => calendar::at(w, k),
            _ => None,
        };
        if let Some(read) = day {
            return Some(read);
        }
    }
    const GROWING: &OneOf<'_> = one_of![
        "become",
        "becomes",
        "became",
        "change",
        "changes",
        "changed",
        "turned",
        "transformed",
        "happen",
        "famous",
        "disappear",
        "stay",
        "stays",
        "stayed",
        "staying",
        "sleep",
        "slept",
        "kept",
    ];
    let noun =
        i > 0 && w.joined(i) && (w.has(i - 1, List::Determiner) || w.is_one(i - 1, one_of!["new", "first", "-"]));
    let idiom = (i.saturating_sub(5)..i).any(|k| w.is_one(k, GROWING));
    let next = i + 1;
    let into = w.is_one(next, one_of!["into", "to", "from", "between"]);
    let adverb = closes(w, next)
        || w.has(next, List::Preposition)
        || w.has(next, List::Auxiliary)
        || w.has(next, List::Determiner) && i > 0;
    (!noun && !idiom && !into && adverb).then_some((Expr::Night, next))
}

/// `night of April 18`, `early morning hours of Friday`.
fn part_of(w: &Words<'_>, i: usize) -> Read<Expr> {
    let j = if w.is(i + 1, "hours") { i + 2 } else { i + 1 };
    if !w.is(j, "of") || !w.joined(j) {
        return None;
    }
    let k = if w.is(j + 1, "the") { j + 2 } else { j + 1 };
    // `the night of the night of`: one part of one day.
    if !w.joined(k) || matches!(w.atom(k), Atom::Part) {
        return None;
    }
    calendar::at(w, k)
        .or_else(|| at(w, k))
        .or_else(|| day_of_month(w, j + 1).map(|(d, end)| (Expr::DayOfMonth(d, None), end)))
}
