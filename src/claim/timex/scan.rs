//! Finds the expressions of time in a text, in order.

use crate::claim::timex::calendar::{self, Read, day_of_month, suffix_end};
use crate::claim::timex::clock::{self, Time};
use crate::claim::timex::expr::{Base, Calendar, Expr, Field, Found, Name, Year};
use crate::claim::timex::word::{Atom, Strength, Unit, Words};
use crate::claim::timex::year_of::year_after;
use crate::claim::timex::{bare_year, numeric, relative};
use crate::date::When;
use crate::lexicon::List;
use crate::text::one_of::one_of;
use crate::text::token::TokenKind;

/// Every expression of time, in text order; none overlap.
pub(super) fn scan(w: &Words<'_>) -> Vec<Found> {
    let mut out: Vec<Found> = Vec::new();
    let mut i = 0;
    while i < w.len() {
        let may_start = match w.atom(i) {
            Atom::Other => starts_otherwise(w, i),
            Atom::Comma | Atom::Dash | Atom::Slash | Atom::Colon => false,
            _ => true,
        };
        if !may_start {
            i += 1;
            continue;
        }
        let from = out.last().map_or(0, |f| f.end);
        if let Some(n) = calendar::no_date(w, i) {
            i += n;
            continue;
        }
        if let Some(end) = pair(w, i, &mut out) {
            i = end;
            continue;
        }
        match expression(w, i) {
            Some(mut found) => {
                found.first = found.first.min(lead(w, found.first, from));
                i = found.end.max(i + 1);
                if !repeats(w, &found) {
                    out.push(found);
                }
            }
            None => i += 1,
        }
    }
    join(w, &mut out);
    out
}

/// A token without a meaning of its own here that an expression may begin with: `8.30pm`, `a year ago`, a holiday.
fn starts_otherwise(w: &Words<'_>, i: usize) -> bool {
    let Some(t) = w.token(i) else { return false };
    match t.kind {
        TokenKind::Number => true,
        TokenKind::Word => {
            t.lists.has(List::Holiday)
                || t.opens.has(List::Holiday)
                || t.is_one(w.doc.text, one_of!["a", "an", "half"])
                    && matches!(w.text(i), "a" | "an" | "A" | "An" | "half" | "Half")
                    && (matches!(w.atom(i + 1), Atom::Unit(_) | Atom::Count(_)) || w.is_one(i + 1, one_of!["a", "an"]))
        }
        _ => false,
    }
}

/// Where an expression begins with the `the` before it.
fn lead(w: &Words<'_>, first: usize, from: usize) -> usize {
    let Some(p) = first.checked_sub(1).filter(|p| *p >= from && w.joined(first)) else { return first };
    let takes = match w.atom(first) {
        Atom::Unit(_)
        | Atom::Units(_)
        | Atom::Shift(_)
        | Atom::EdgeOf
        | Atom::Near
        | Atom::Season(_)
        | Atom::Part
        | Atom::Decade(_)
        | Atom::Apostrophe
        | Atom::Ordinal(_)
        | Atom::Fiscal => true,
        Atom::Digits(n, len) => len <= 2 || n % 10 == 0 && w.is(first + 1, "s"),
        _ => false,
    };
    if takes && w.is(p, "the") { p } else { first }
}

/// Whether it happens again and again: `every Monday`, `each June`.
fn repeats(w: &Words<'_>, found: &Found) -> bool {
    let each = found.first.checked_sub(1).is_some_and(|p| w.atom(p) == Atom::Each && w.joined(found.first));
    let weekday = matches!(found.expr, Expr::Weekday(_));
    let from = found.first.saturating_sub(6);
    // `once a week on Monday`, `Saturday mornings`.
    let weekly = weekday
        && (w.is_one(found.end, one_of!["mornings", "afternoons", "evenings", "nights"])
            || (from..found.first).any(|k| {
                w.is(k, "weekly") || w.is_one(k, one_of!["per", "a"]) && w.is(k + 1, "week") && w.joined(k + 1)
            }));
    // `on a Tuesday` is any of them.
    let any = weekday && found.first > 0 && w.is(found.first - 1, "a") && !w.is(found.end, "in");
    // `open Tuesday to Sunday`.
    let hours = weekday
        && found.first > 0
        && w.is_one(found.first - 1, one_of!["open", "closed"])
        && connector(w, found.end).is_some();
    each || weekly || any || hours
}

/// The expression that begins at token `i`: a date, a time, or both.
fn expression(w: &Words<'_>, i: usize) -> Option<Found> {
    if let Some(time) = clock::at(w, i) {
        if let Some(found) = time_first(w, i, time) {
            return Some(found);
        }
    }
    let (expr, end) = dated(w, i)?;
    let mut found = Found::new(i, end, expr);
    found.about = is_about(w, i);
    if let Some((time, end)) = time_after(w, end) {
        found.clock = Some(time.clock);
        found.end = end;
    }
    if let (Expr::Weekday(d), None) = (found.expr, found.clock) {
        at_distance(w, d, &mut found);
    }
    Some(found)
}

/// `Monday two weeks from now`, `Thursday, two years from today`.
fn at_distance(w: &Words<'_>, d: u8, found: &mut Found) {
    let j = if w.atom(found.end) == Atom::Comma { found.end + 1 } else { found.end };
    if !matches!(w.atom(j), Atom::Count(_) | Atom::Digits(..)) || !w.joined(j) {
        return;
    }
    if let Some((Expr::Offset(by, distance, Base::Publication), end)) = relative::at(w, j) {
        found.expr = Expr::WeekdayAt(d, by, distance);
        found.end = end;
    }
}

/// Whether the date at `i` is said to be approximate: `about`, `around`, `c.`.
fn is_about(w: &Words<'_>, i: usize) -> bool {
    let Some(p) = i.checked_sub(1).filter(|_| w.joined(i)) else { return false };
    match w.text(p) {
        "c" | "ca" => false,
        "." => p > 0 && matches!(w.text(p - 1), "c" | "ca") && w.glued(p),
        // `how about Friday`.
        _ => w.atom(p) == Atom::About && !(p > 0 && w.is_one(p - 1, one_of!["how", "what"])),
    }
}

/// A time of day, and the date after it: `4:17 a.m. Friday`, `10 p.m. on June 3`.
fn time_first(w: &Words<'_>, i: usize, time: Time) -> Option<Found> {
    let mut j = time.end;
    // `3:30 p.m. local time (1030 GMT) on Tuesday`.
    if w.text(j) == "(" {
        if let Some(other) = clock::at(w, j + 1).filter(|o| w.text(o.end) == ")") {
            j = other.end + 1;
        }
    }
    if w.atom(j) == Atom::Comma {
        j += 1;
    }
    if w.is_one(j, one_of!["on", "of"]) {
        j += 1;
    }
    let date = w.joined(time.end) && w.joined(j);
    let after = date
        .then(|| {
            let k = if w.is(j, "the") { j + 1 } else { j };
            dated(w, k).filter(|(e, _)| is_day(e))
        })
        .flatten();
    let (expr, end) = match after {
        Some(read) => read,
        None if time.sure || introduces_time(w, i) => (Expr::Clock, time.end),
        None => return None,
    };
    // `8:05 p.m., April 2 EST`: the zone goes with the time.
    let time = if time.clock.zone.is_none() { clock::with_zone(w, Time { end, ..time }) } else { Time { end, ..time } };
    let mut found = Found::new(i, time.end, expr);
    found.clock = Some(time.clock);
    found.about = is_about(w, i);
    Some(found)
}

/// Whether an expression can name a single day.
fn is_day(e: &Expr) -> bool {
    match e {
        Expr::Calendar(c) => matches!(c.field, Field::Day(..) | Field::Holiday(_)),
        Expr::Shifted(_, u, _) => *u == Unit::Day,
        Expr::Weekday(_)
        | Expr::DayOfMonth(..)
        | Expr::Deictic(_)
        | Expr::PartOf(..)
        | Expr::WeekdayOfWeek(..)
        | Expr::Numeric(..) => true,
        Expr::Named(_, n, _) => matches!(n, Name::Weekday(_) | Name::Day(..)),
        Expr::At(When::Day(_)) => true,
        _ => false,
    }
}

/// Whether a bare `17:32` is shown to be a time by the word before it.
fn introduces_time(w: &Words<'_>, i: usize) -> bool {
    // `won by 1:20` is by how much.
    let ahead = |p: usize| {
        w.is(p, "by")
            && p > 0
            && (w.has(p - 1, List::PastVerb)
                || matches!(w.atom(p - 1), Atom::Ordinal(_))
                || w.is_one(p - 1, one_of!["ahead", "behind", "faster", "slower", "him", "her", "them", "record"]))
    };
    i.checked_sub(1).filter(|p| w.joined(i) && !ahead(*p)).is_some_and(|p| {
        w.is_one(
            p,
            one_of!["at", "by", "until", "till", "around", "about", "from", "before", "after", "since", "@", "time"],
        )
    })
}

/// A time of day after a date: `Friday at 10 a.m.`, `June 29, 2025 17:32:57 IST`.
fn time_after(w: &Words<'_>, end: usize) -> Option<(Time, usize)> {
    let mut j = end;
    // `Mar 4, 2020 / 06:00 AM` stands on stamps.
    let stamp = matches!(w.atom(j), Atom::Slash) || matches!(w.text(j), "|" | "\u{b7}" | "\u{2022}");
    if matches!(w.atom(j), Atom::Comma | Atom::Dash) || w.text(j) == "(" || stamp && !w.glued(j) {
        j += 1;
    }
    let mut introduced = false;
    for _ in 0..2 {
        if w.is_one(j, one_of!["at", "around", "about", "by", "shortly", "just", "after", "before", "from", "T"]) {
            introduced = true;
            j += 1;
        }
    }
    if !w.joined(j) || !w.joined(end) {
        return None;
    }
    let time = clock::at(w, j)?;
    let direct = j == end || w.atom(end) == Atom::Comma;
    // What belongs to a later date is left to it: `on Friday at 10 a.m. Saturday`.
    (time.sure || introduced || direct).then_some((time, time.end))
}

/// A date without a time of day, with what narrows it down: `early`, `the end of`, `the night of`.
fn dated(w: &Words<'_>, i: usize) -> Read<Expr> {
    match w.atom(i) {
        Atom::Near => near(w, i),
        Atom::Earlier | Atom::Later if w.is_one(i, one_of!["earlier", "later"]) => sooner(w, i),
        Atom::EdgeOf => edge_of(w, i),
        Atom::Unknown => Some((Expr::Unknown, i + 1)),
        Atom::Ad => bare_year::at(w, i + 1),
        _ => core(w, i),
    }
}

fn core(w: &Words<'_>, i: usize) -> Read<Expr> {
    numeric::at(w, i)
        .or_else(|| calendar::at(w, i))
        .or_else(|| relative::at(w, i))
        .or_else(|| bare_year::at(w, i))
        .or_else(|| the_nth(w, i))
}

/// `the 20th`, where nothing follows that the ordinal could count; `the thirty-first day of the month`.
fn the_nth(w: &Words<'_>, i: usize) -> Read<Expr> {
    let p = i.checked_sub(1)?;
    let (d, end) =
        if w.is(p, "the") { day_of_month(w, p)? } else { day_number(w, i).filter(|(_, end)| *end > i + 1)? };
    let of = if w.is(end, "day") { end + 1 } else { end };
    let k = if w.is(of, "of") { of + 1 } else { of };
    let month = match w.text(k) {
        "this" | "the" => Some((0, Base::Current)),
        "next" => Some((1, Base::Publication)),
        "last" => Some((-1, Base::Publication)),
        "that" => Some((0, Base::Mention)),
        _ => None,
    };
    if let (Some((by, base)), true) = (month, w.is(k + 1, "month") && w.joined(k)) {
        return Some((Expr::DayOfShifted(d, by, base), k + 2));
    }
    if !matches!(w.atom(i), Atom::Digits(..)) {
        return None;
    }
    let before = p.checked_sub(1).is_some_and(|q| {
        w.is_one(q, one_of!["on", "by", "until", "since", "of", "from"])
            || w.is(q, "about") && q > 0 && w.is(q - 1, "or")
    });
    let after = !w.joined(end)
        || !w.text(end).starts_with(char::is_alphanumeric) && w.atom(end) != Atom::Dash
        || w.has(end, List::Determiner)
        || w.has(end, List::Preposition)
        || w.has(end, List::Pronoun)
        || w.has(end, List::Auxiliary)
        || w.is_one(end, one_of!["and", "but", "when"]);
    (w.is(p, "the") && before && after).then_some((Expr::DayOfMonth(d, None), end))
}

/// `early next week`, `mid-March`, `late in 1942`, `early on Monday`.
fn near(w: &Words<'_>, i: usize) -> Read<Expr> {
    let mut j = i + 1;
    if w.is(j, "to") && matches!(w.atom(j + 1), Atom::Dash) {
        return None;
    }
    if w.atom(j) == Atom::Dash && w.glued(j) && w.glued(j + 1) {
        j += 1;
    }
    if w.is_one(j, one_of!["in", "on"]) {
        j += 1;
    }
    if w.is(j, "the") {
        j += 1;
    }
    if !w.joined(i + 1) || !w.joined(j) {
        return None;
    }
    // `early the next morning` reads as `the next morning`; `early morning hours of Friday` as its part of the day.
    core(w, j).or_else(|| current(w, j))
}

/// `earlier this week`, `later that day`, `earlier in the year`, `later on Tuesday`.
fn sooner(w: &Words<'_>, i: usize) -> Read<Expr> {
    let mut j = i + 1;
    if w.is_one(j, one_of!["in", "on"]) {
        j += 1;
    }
    if w.is(j, "the") {
        j += 1;
    }
    if !w.joined(i + 1) || !w.joined(j) {
        return None;
    }
    let fits = matches!(
        w.atom(j),
        Atom::Shift(_)
            | Atom::Day(_)
            | Atom::Weekday(_, Strength::Name)
            | Atom::Month(_, Strength::Name | Strength::Word)
    ) || j > i + 1;
    fits.then(|| core(w, j).or_else(|| current(w, j)))?
}

/// `the year` and the like after a word that makes it the current one.
fn current(w: &Words<'_>, j: usize) -> Read<Expr> {
    match w.atom(j) {
        Atom::Unit(u @ (Unit::Day | Unit::Week | Unit::Month | Unit::Quarter | Unit::Year | Unit::Decade)) => {
            Some((Expr::Shifted(0, u, Base::Current), j + 1))
        }
        Atom::Season(s) => Some((Expr::Calendar(Calendar::new(Year::Open, Field::Season(s))), j + 1)),
        _ => None,
    }
}

/// `end of March`, `beginning of the 1980s`, `end of year`, `rest of the week`.
fn edge_of(w: &Words<'_>, i: usize) -> Read<Expr> {
    if !w.is(i + 1, "of") || w.is_one(i, one_of!["eve", "turn", "height"]) {
        return None;
    }
    let j = if w.is(i + 2, "the") { i + 3 } else { i + 2 };
    if !w.joined(j) {
        return None;
    }
    core(w, j).or_else(|| current(w, j)).filter(|(e, _)| !matches!(e, Expr::Unknown))
}

/// Two days that share a month: `6-7 January 1916`, `March 5-9, 1918`, `between 3 and 12 of September`, and two years
/// of which the second is cut short: `1915-17`. Adds both and says where they end.
fn pair(w: &Words<'_>, i: usize, out: &mut Vec<Found>) -> Option<usize> {
    if matches!(w.atom(i), Atom::Unit(Unit::Year) | Atom::Units(Unit::Year)) && w.joined(i + 1) {
        let end = short_years(w, i + 1, out)?;
        let at = out.len().checked_sub(2)?;
        out.get_mut(at)?.first = lead(w, i, 0);
        return Some(end);
    }
    days_then_month(w, i, out).or_else(|| month_then_days(w, i, out)).or_else(|| short_years(w, i, out))
}

/// The connector of a range at `i`, and what follows it.
fn connector(w: &Words<'_>, i: usize) -> Option<(usize, bool)> {
    if !w.joined(i) || !w.joined(i + 1) {
        return None;
    }
    let range = matches!(w.atom(i), Atom::Dash) || w.is_one(i, one_of!["to", "until", "till", "through", "thru"]);
    (range || w.is_one(i, one_of!["and", "or"])).then_some((i + 1, range))
}

fn days_then_month(w: &Words<'_>, i: usize, out: &mut Vec<Found>) -> Option<usize> {
    let (a, end) = day_number(w, i)?;
    let (j, range) = connector(w, end)?;
    let j = if w.is(j, "the") { j + 1 } else { j };
    let (b, after) = day_number(w, j)?;
    let of = if w.is(after, "of") { after + 1 } else { after };
    let Atom::Month(m, s) = w.atom(of) else { return None };
    if a >= b || s == Strength::Short && w.is_one(of, one_of!["may", "march"]) && of == after {
        return None;
    }
    let Some((Expr::Calendar(second), last)) = calendar::at(w, j) else { return None };
    let Field::Day(m2, _) = second.field else { return None };
    if m2 != m {
        return None;
    }
    let field = calendar::valid(Field::Day(m, a))?;
    let between = i > 0 && w.is(i - 1, "between");
    let mut first = Found::new(i, end, Expr::Calendar(Calendar::new(second.year, field)));
    first.to_next = range || between;
    out.push(first);
    out.push(Found::new(j, last, Expr::Calendar(second)));
    Some(last)
}

fn day_number(w: &Words<'_>, i: usize) -> Read<u8> {
    match w.atom(i) {
        Atom::Digits(d @ 1..=31, 1 | 2) => Some((u8::try_from(d).ok()?, suffix_end(w, i).unwrap_or(i + 1))),
        Atom::Ordinal(_) | Atom::Count(20 | 30) => day_of_month(w, i),
        _ => None,
    }
}

fn month_then_days(w: &Words<'_>, i: usize, out: &mut Vec<Found>) -> Option<usize> {
    let Atom::Month(m, _) = w.atom(i) else { return None };
    let (Expr::Calendar(first), end) = calendar::at(w, i)? else { return None };
    let Field::Day(_, a) = first.field else { return None };
    if first.year != Year::Open {
        return None;
    }
    let (mut j, range) = connector(w, end)?;
    if w.is(j, "the") {
        j += 1;
    }
    let (b, after) = day_number(w, j)?;
    // `March 5 and 20 people`, `May 3-5 percent`, `June 24-July 2`.
    let counted = w.joined(after)
        && w.text(after).starts_with(char::is_alphanumeric)
        && !range
        && suffix_end(w, j).is_none()
        && !calendar::goes_on(w, after)
        || w.glued(after) && matches!(w.text(after), "%" | ":" | ".") && w.glued(after + 1)
        || matches!(w.atom(after), Atom::Am | Atom::Pm | Atom::Month(..) | Atom::Colon)
        || w.is(after, "percent");
    if a >= b || counted {
        return None;
    }
    let (year, last) = year_after(w, after).unwrap_or((Year::Open, after));
    let day = |d| calendar::valid(Field::Day(m, d)).map(|f| Expr::Calendar(Calendar::new(year, f)));
    let mut one = Found::new(i, end, day(a)?);
    one.to_next = range || i > 0 && w.is(i - 1, "between");
    let two = Found::new(j, last, day(b)?);
    out.push(one);
    out.push(two);
    Some(last)
}

/// `1915-17`, `1890 – 91`, `2013/14`.
fn short_years(w: &Words<'_>, i: usize, out: &mut Vec<Found>) -> Option<usize> {
    let (Atom::Digits(a @ 1000..=2199, 4), Atom::Dash | Atom::Slash, Atom::Digits(b, 2)) =
        (w.atom(i), w.atom(i + 1), w.atom(i + 2))
    else {
        return None;
    };
    let more = w.glued(i + 3)
        && (matches!(w.atom(i + 3), Atom::Dash | Atom::Slash) || w.text(i + 3).starts_with(char::is_alphanumeric));
    let next = b == (a + 1) % 100;
    let ahead = b > a % 100;
    let far = a >= 2000 && b >= 30 && b > a % 100 + 12;
    if !w.joined(i + 1) || !w.joined(i + 2) || more || far || !(ahead || next) || b <= 12 && !next && a % 100 == 0 {
        return None;
    }
    let (expr, _) = bare_year::at(w, i)?;
    let second = a - a % 100 + b + if ahead { 0 } else { 100 };
    let mut one = Found::new(i, i + 1, expr);
    one.to_next = true;
    out.push(one);
    out.push(Found::new(i + 2, i + 3, Expr::At(When::Year(i16::try_from(second).ok()?))));
    Some(i + 3)
}

/// Marks neighbours that are the ends of one range, and lets the first share what only the second says.
fn join(w: &Words<'_>, out: &mut [Found]) {
    for k in 1..out.len() {
        let (left, right) = out.split_at_mut(k);
        let (Some(a), Some(b)) = (left.last_mut(), right.first_mut()) else { continue };
        let the = w.is(b.first.wrapping_sub(1), "the") && b.first > a.end;
        let start = b.first - usize::from(the);
        if start != a.end + 1 || !w.joined(a.end) || !w.joined(start) {
            continue;
        }
        let Some((_, range)) = connector(w, a.end) else { continue };
        let between = a.first.checked_sub(1).is_some_and(|p| w.is(p, "between"));
        if range || w.is(a.end, "and") && between {
            a.to_next = true;
        }
        share(a, b);
    }
}

/// `January and February 1937`, `July to September 1936`: the year goes for both; `10 a.m. to 6 p.m. Saturday`: so does
/// the day.
fn share(a: &mut Found, b: &Found) {
    if a.to_next && a.expr == Expr::Clock && b.clock.is_some() {
        a.expr = b.expr;
        return;
    }
    let (Expr::Calendar(x), Expr::Calendar(y)) = (&mut a.expr, &b.expr) else { return };
    let key = |f: Field| match f {
        Field::Month(m) => Some((m, 0)),
        Field::Day(m, d) => Some((m, d)),
        Field::Season(s) => Some((s, 0)),
        Field::Quarter(q) => Some((q, 0)),
        _ => None,
    };
    if let (Year::Open, Some(p), Some(q)) = (x.year, key(x.field), key(y.field)) {
        x.year = match y.year {
            Year::Of(year) if p > q => Year::Of(year.saturating_sub(1)),
            year => year,
        };
    }
}
