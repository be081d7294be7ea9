//! Time zones: the offset of an abbreviation on a day.

use crate::claim::timex::expr::Zone;
use jiff::civil::{Date, Weekday};

/// The zone's offset from UTC on a day, in minutes.
pub(super) fn offset(zone: Zone, day: Date) -> i16 {
    if zone.us && us_summer(day) == Some(true) { zone.minutes + 60 } else { zone.minutes }
}

/// Whether the summer time of the United States (law of 2005) holds: second Sunday of March to first Sunday of November.
fn us_summer(day: Date) -> Option<bool> {
    let sunday = |month, nth| Date::new(day.year(), month, 1).ok()?.nth_weekday_of_month(nth, Weekday::Sunday).ok();
    Some(day >= sunday(3, 2)? && day < sunday(11, 1)?)
}
