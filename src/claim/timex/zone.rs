//! Time zones: the offset of a name on a day.

use crate::claim::timex::expr::{Summer, Zone};
use jiff::civil::{Date, Weekday};

/// The zone's offset from UTC on a day, in minutes.
pub(super) fn offset(zone: Zone, day: Date) -> i16 {
    let summer = match zone.summer {
        Summer::Never => None,
        // By the law of 2005: second Sunday of March to first Sunday of November.
        Summer::Us => between(day, (3, 2), (11, 1)),
        // Last Sunday of March to last Sunday of October.
        Summer::Eu => between(day, (3, -1), (10, -1)),
    };
    if summer == Some(true) { zone.minutes + 60 } else { zone.minutes }
}

/// Whether a day lies between the nth Sundays of two months.
fn between(day: Date, from: (i8, i8), to: (i8, i8)) -> Option<bool> {
    let sunday = |(month, nth)| Date::new(day.year(), month, 1).ok()?.nth_weekday_of_month(nth, Weekday::Sunday).ok();
    Some(day >= sunday(from)? && day < sunday(to)?)
}
