//! Holidays: the rule that a list gives, and the day that it means in a year.

use jiff::civil::{Date, Weekday};

/// When a holiday falls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rule {
    /// The same month and day every year.
    Fixed(i8, i8),
    /// The nth weekday of a month (-1 is the last), and days after it.
    Nth(i8, i8, i8, i8),
    /// The last such weekday before a day of a month.
    Before(i8, i8, i8),
    /// Days from Easter Sunday.
    Easter(i16),
    /// One day in history.
    Once(Date),
}

impl Rule {
    /// Reads a rule as `holidays.txt` describes it; `None` for anything else.
    pub(super) fn parse(s: &str) -> Option<Self> {
        let mut parts = s.split(' ');
        let first = parts.next()?;
        let rest: Vec<&str> = parts.collect();
        if first == "easter" {
            let days = rest.first().map_or(Some(0), |d| d.trim_start_matches('+').parse().ok())?;
            return Some(Self::Easter(days));
        }
        if let [month, day] = first.split('-').collect::<Vec<_>>()[..] {
            return Some(Self::Fixed(month.parse().ok()?, day.parse().ok()?));
        }
        if let [year, month, day] = first.split('-').collect::<Vec<_>>()[..] {
            return Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok().map(Self::Once);
        }
        let month = first.parse().ok()?;
        let weekday = match *rest.first()? {
            "monday" => 1,
            "tuesday" => 2,
            "wednesday" => 3,
            "thursday" => 4,
            "friday" => 5,
            "saturday" => 6,
            "sunday" => 7,
            _ => return None,
        };
        match rest.get(1..)? {
            ["before", day] => Some(Self::Before(month, weekday, day.parse().ok()?)),
            [nth] => Some(Self::Nth(month, weekday, nth.parse().ok()?, 0)),
            [nth, more] => {
                Some(Self::Nth(month, weekday, nth.parse().ok()?, more.trim_start_matches('+').parse().ok()?))
            }
            _ => None,
        }
    }

    /// The day that it falls on in `year`.
    pub(super) fn in_year(self, year: i16) -> Option<Date> {
        match self {
            Self::Fixed(month, day) => Date::new(year, month, day).ok(),
            Self::Nth(month, weekday, nth, more) => {
                let weekday = Weekday::from_monday_one_offset(weekday).ok()?;
                let first = Date::new(year, month, 1).ok()?.nth_weekday_of_month(nth, weekday).ok()?;
                super::shift::days(first, more.into())
            }
            Self::Before(month, weekday, day) => {
                let weekday = Weekday::from_monday_one_offset(weekday).ok()?;
                Date::new(year, month, day).ok()?.nth_weekday(-1, weekday).ok()
            }
            Self::Easter(days) => super::shift::days(easter(year)?, days.into()),
            Self::Once(day) => Some(day),
        }
    }
}

/// Easter Sunday of the Gregorian calendar: the anonymous algorithm (Meeus/Jones/Butcher).
fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    if y < 1583 {
        return None;
    }
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 19 * l) / 433;
    let month = (h + l - 7 * m + 90) / 25;
    let day = (h + l - 7 * m + 33 * month + 19) % 32;
    Date::new(year, month.try_into().ok()?, day.try_into().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::Rule;
    use crate::lexicon::{Lexicon, List};

    #[test]
    fn every_rule_of_the_list_is_read_and_gives_a_day() {
        for e in Lexicon::english().entries(List::Holiday) {
            if e.field(0) == "none" {
                continue;
            }
            let rule = Rule::parse(e.field(0)).unwrap_or_else(|| panic!("{}: {:?}", e.text, e.field(0)));
            assert!(rule.in_year(2024).is_some(), "{}", e.text);
        }
    }

    #[test]
    fn days_of_holidays() {
        let day = |rule: &str, year| Rule::parse(rule).and_then(|r| r.in_year(year)).map(|d| d.to_string());
        assert_eq!(day("easter", 2024).as_deref(), Some("2024-03-31"));
        assert_eq!(day("easter", 1943).as_deref(), Some("1943-04-25"));
        assert_eq!(day("easter -2", 2025).as_deref(), Some("2025-04-18"));
        assert_eq!(day("11 thursday 4", 2013).as_deref(), Some("2013-11-28"));
        assert_eq!(day("11 thursday 4 +1", 2013).as_deref(), Some("2013-11-29"));
        assert_eq!(day("05 monday -1", 2025).as_deref(), Some("2025-05-26"));
        assert_eq!(day("05 monday before 25", 2025).as_deref(), Some("2025-05-19"));
        assert_eq!(day("02-29", 2025), None);
        assert_eq!(day("someday", 2025), None);
    }
}
