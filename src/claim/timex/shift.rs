//! Calendar arithmetic.

use crate::date::When;
use jiff::Span;
use jiff::civil::Date;

/// The day `n` days after `d`, before it if negative.
pub(super) fn days(d: Date, n: i64) -> Option<Date> {
    d.checked_add(Span::new().try_days(n).ok()?).ok()
}

/// The day `n` months after `d`; the month's last day where it has no such day.
pub(super) fn months(d: Date, n: i32) -> Option<Date> {
    d.checked_add(Span::new().try_months(n).ok()?).ok()
}

/// The year, `n` years on.
pub(super) fn year(y: i16, n: i32) -> Option<i16> {
    i16::try_from(i32::from(y) + n).ok().filter(|y| (-9999..=9999).contains(y))
}

/// Monday of the week that `d` lies in.
pub(super) fn monday(d: Date) -> Option<Date> {
    days(d, -i64::from(d.weekday().to_monday_zero_offset()))
}

/// The day of the week (1 is Monday) in the week that `d` lies in.
pub(super) fn in_week(d: Date, weekday: u8) -> Option<Date> {
    days(monday(d)?, i64::from(weekday) - 1)
}

/// The last such weekday up to `d`, `d` included.
pub(super) fn weekday_up_to(d: Date, weekday: u8) -> Option<Date> {
    let back = (i64::from(d.weekday().to_monday_one_offset()) - i64::from(weekday)).rem_euclid(7);
    days(d, -back)
}

/// The first such weekday from `d` on, `d` included.
pub(super) fn weekday_from(d: Date, weekday: u8) -> Option<Date> {
    let on = (i64::from(weekday) - i64::from(d.weekday().to_monday_one_offset())).rem_euclid(7);
    days(d, on)
}

/// The quarter of a year that `d` lies in.
pub(super) fn quarter(d: Date) -> u8 {
    u8::try_from((d.month() - 1) / 3 + 1).unwrap_or(1)
}

/// The quarter `n` quarters after one.
pub(super) fn quarters(y: i16, q: u8, n: i32) -> Option<When> {
    let all = i32::from(y) * 4 + i32::from(q) - 1 + n;
    Some(When::Quarter(i16::try_from(all.div_euclid(4)).ok()?, u8::try_from(all.rem_euclid(4) + 1).ok()?))
}

/// The month of `d`.
pub(super) fn month(d: Date) -> When {
    When::Month(d.year(), u8::try_from(d.month()).unwrap_or(1))
}

/// How far apart two days are.
pub(super) fn distance(a: Date, b: Date) -> i64 {
    (a.duration_since(b).as_hours() / 24).abs()
}
