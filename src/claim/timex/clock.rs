//! Times of day: `17:32:57 IST`, `4:17 a.m.`, `10 o'clock`, `noon`, `2230 GMT`.

use crate::claim::timex::expr::{Clock, Summer, Zone};
use crate::claim::timex::word::{Atom, Words};
use crate::lexicon::List;
use crate::text::one_of::one_of;
use crate::text::token::{Case, Token, TokenKind};

/// A time of day that begins at a token.
#[derive(Debug, Clone, Copy)]
pub(super) struct Time {
    pub(super) clock: Clock,
    /// One past its last token.
    pub(super) end: usize,
    /// Whether it can be nothing else; a bare `17:32` may be a score.
    pub(super) sure: bool,
}

/// The time of day that begins at token `i`.
pub(super) fn at(w: &Words<'_>, i: usize) -> Option<Time> {
    match w.atom(i) {
        Atom::Hour(hour) => Some(with_zone(w, Time { clock: clock(hour, 0), end: i + 1, sure: true })),
        Atom::Digits(n, len) => digits(w, i, n, len),
        Atom::Count(n @ 1..=12) if matches!(w.atom(i + 1), Atom::Am | Atom::Pm | Atom::OClock) => {
            named(w, i + 1, u8::try_from(n).ok()?, 0, None)
        }
        Atom::Other if w.token(i).is_some_and(|t| t.kind == TokenKind::Number) => pointed(w, i),
        _ => None,
    }
}

fn clock(hour: u8, minute: u8) -> Clock {
    Clock { hour, minute, second: None, zone: None }
}

fn digits(w: &Words<'_>, i: usize, n: u32, len: u8) -> Option<Time> {
    if len == 4 {
        return military(w, i, n);
    }
    let hour = u8::try_from(n).ok().filter(|h| *h <= 24 && len <= 2)?;
    if w.atom(i + 1) == Atom::Colon && w.glued(i + 1) && w.glued(i + 2) {
        let minute = two_digits(w, i + 2)?;
        let (second, end) = match w.atom(i + 3) {
            Atom::Colon if w.glued(i + 3) && w.glued(i + 4) => (Some(two_digits(w, i + 4)?), i + 5),
            _ => (None, i + 3),
        };
        // A score or a ratio goes on with a third number or a bar.
        if w.glued(end) && matches!(w.atom(end), Atom::Colon | Atom::Slash) {
            return None;
        }
        if second.is_none() && opens_range(w, end) {
            if let Some(time) = first_of_range(w, end, hour, minute) {
                return Some(time);
            }
        }
        return named(w, end, hour, minute, second);
    }
    match w.atom(i + 1) {
        Atom::Am | Atom::Pm | Atom::OClock => named(w, i + 1, hour, 0, None),
        _ if opens_range(w, i + 1) => first_of_range(w, i + 1, hour, 0),
        Atom::Hour(12) if hour == 12 => Some(Time { clock: clock(12, 0), end: i + 2, sure: true }),
        Atom::Hour(_) if hour == 12 => Some(Time { clock: clock(0, 0), end: i + 2, sure: true }),
        _ => None,
    }
}

/// Whether a range of hours may go on at token `i`.
fn opens_range(w: &Words<'_>, i: usize) -> bool {
    w.joined(i)
        && w.joined(i + 1)
        && matches!(w.atom(i + 1), Atom::Digits(1..=12, 1 | 2) | Atom::Hour(_))
        && (w.atom(i) == Atom::Dash || w.is_one(i, one_of!["to", "until", "till", "and", "through"]))
}

/// `5` in `from 5 to 8 p.m.`: the half of the day is told by the second, or by its being the later one.
fn first_of_range(w: &Words<'_>, end: usize, hour: u8, minute: u8) -> Option<Time> {
    let between = || (end.saturating_sub(6)..end).any(|k| w.is(k, "between"));
    if !(1..=12).contains(&hour) || w.is(end, "and") && !between() {
        return None;
    }
    let (later, to) = match w.atom(end + 1) {
        Atom::Hour(h) => (h, 0),
        Atom::Digits(n, _) => {
            let colon = w.atom(end + 2) == Atom::Colon && w.glued(end + 2) && w.glued(end + 3);
            let half = if colon { end + 4 } else { end + 2 };
            let to = if colon { two_digits(w, end + 3)? } else { 0 };
            let n = u8::try_from(n).ok()? % 12;
            match w.atom(half) {
                Atom::Am if w.joined(half) => (n, to),
                Atom::Pm if w.joined(half) => (n + 12, to),
                _ => return None,
            }
        }
        _ => return None,
    };
    let noon = hour % 12 + 12;
    // The latest such hour before the end of the range.
    let fits = |h: u8| (h, minute) < (if later == 0 { 24 } else { later }, to);
    let hour = if fits(noon) { noon } else { hour % 12 };
    Some(Time { clock: clock(hour, minute), end, sure: true })
}

/// `2230 GMT`, `0900 hours`.
fn military(w: &Words<'_>, i: usize, n: u32) -> Option<Time> {
    let (hour, minute) = (u8::try_from(n / 100).ok()?, u8::try_from(n % 100).ok()?);
    if hour > 23 || minute > 59 || !w.joined(i + 1) {
        return None;
    }
    let time = Time { clock: clock(hour, minute), end: i + 1, sure: true };
    let zoned = with_zone(w, time);
    if zoned.end > time.end {
        return Some(zoned);
    }
    (w.is_one(i + 1, one_of!["hrs", "hours"]) && w.text(i).starts_with('0')).then_some(Time { end: i + 2, ..time })
}

/// `8.30pm`: hours and minutes split by a point.
fn pointed(w: &Words<'_>, i: usize) -> Option<Time> {
    let (hour, minute) = w.text(i).split_once('.')?;
    let (hour, minute): (u8, u8) = (hour.parse().ok()?, (minute.len() == 2).then(|| minute.parse().ok())??);
    let half = matches!(w.atom(i + 1), Atom::Am | Atom::Pm);
    let time = named(w, i + 1, hour, minute, None).filter(|_| minute < 60)?;
    (half || time.clock.zone.is_some()).then_some(time)
}

fn two_digits(w: &Words<'_>, i: usize) -> Option<u8> {
    match w.atom(i) {
        Atom::Digits(n, 2) if n < 60 => u8::try_from(n).ok(),
        _ => None,
    }
}

/// The half of the day and the zone that follow an hour.
fn named(w: &Words<'_>, i: usize, hour: u8, minute: u8, second: Option<u8>) -> Option<Time> {
    let joined = w.joined(i);
    let (hour, end, sure) = match w.atom(i) {
        Atom::Am if joined && (1..=12).contains(&hour) => (hour % 12, i + 1, true),
        Atom::Pm if joined && (1..=12).contains(&hour) => (hour % 12 + 12, i + 1, true),
        Atom::Am | Atom::Pm if joined && hour < 24 => (hour, i + 1, true),
        Atom::OClock if joined && hour <= 12 => (hour, i + 1, true),
        _ if hour < 24 => (hour, i, second.is_some()),
        _ => return None,
    };
    // `a.m` leaves its last full stop to the next token where a space follows.
    let end = if end > i && w.text(i).contains('.') && !w.text(i).ends_with('.') && w.glued(end) && w.text(end) == "." {
        end + 1
    } else {
        end
    };
    Some(with_zone(w, Time { clock: Clock { hour, minute, second, zone: None }, end, sure }))
}

/// Adds the zone that follows: `IST`, `(GMT)`, `GMT+3`, `local time`.
pub(super) fn with_zone(w: &Words<'_>, time: Time) -> Time {
    let i = time.end;
    if !w.joined(i) {
        return time;
    }
    if w.is(i, "local") && w.is(i + 1, "time") {
        return Time { end: i + 2, sure: true, ..time };
    }
    let bracket = w.text(i) == "(";
    let at = i + usize::from(bracket);
    let Some((mut zone, mut end)) = zone(w, at) else {
        // `Baghdad time`: a place whose offset is not listed.
        let place = w.token(i).is_some_and(Token::is_capitalised) && w.is(i + 1, "time") && w.joined(i + 1);
        return if place { Time { end: i + 2, sure: true, ..time } } else { time };
    };
    if zone.minutes == 0 && w.glued(end) && matches!(w.text(end), "+" | "-" | "\u{2212}") && w.glued(end + 1) {
        if let Atom::Digits(hours @ 0..=14, 1 | 2) = w.atom(end + 1) {
            let sign = if w.text(end) == "+" { 1 } else { -1 };
            let mut minutes = 60 * i16::try_from(hours).unwrap_or(0);
            end += 2;
            if let (Atom::Colon, Some(m), true) = (w.atom(end), two_digits(w, end + 1), w.glued(end)) {
                minutes += i16::from(m);
                end += 2;
            }
            zone = Zone { minutes: sign * minutes, summer: Summer::Never };
        }
    }
    if bracket {
        if w.text(end) != ")" {
            return time;
        }
        end += 1;
    }
    Time { clock: Clock { zone: Some(zone), ..time.clock }, end, sure: true }
}

/// The zone named at token `i`, by its letters (`GMT`) or in words (`Eastern time`), and one past its name.
fn zone(w: &Words<'_>, i: usize) -> Option<(Zone, usize)> {
    let m = w.lexicon.match_at(List::TimeZone, w.doc.text, &w.doc.tokens, i)?;
    let fits = if m.len == 1 { w.token(i)?.case == Case::Upper } else { w.token(i)?.is_capitalised() };
    if !fits {
        return None;
    }
    let field = m.entry.field(0);
    let (offset, rule) = field.split_once(' ').unwrap_or((field, ""));
    let summer = match rule {
        "us" => Summer::Us,
        "eu" => Summer::Eu,
        _ => Summer::Never,
    };
    let (hours, minutes) = offset.trim_start_matches(['+', '-']).split_once(':')?;
    let all: i16 = hours.parse::<i16>().ok()? * 60 + minutes.parse::<i16>().ok()?;
    Some((Zone { minutes: if offset.starts_with('-') { -all } else { all }, summer }, i + m.len))
}
