//! The days that a date covers, and how two dates compare by them.

use super::{Doubt, Edge, Form, Grain, PartialDate, Point, When};
use crate::likeness::Likeness;
use jiff::civil::{Date, date};

/// The day that days are counted from.
const EPOCH: Date = date(1970, 1, 1);

/// The most by which two unzoned clocks can differ at one instant, in minutes (offsets run from -12 to +14 hours).
const ZONE_SPREAD: i64 = 26 * 60;
/// Minutes by which an approximate time may be off that is given to the hour (`around 1 a.m.`).
const ABOUT_AN_HOUR: i64 = 25;
/// The same for one given to the minute (`around 3:30 a.m.`).
const ABOUT_A_MINUTE: i64 = 15;

impl PartialDate {
    /// The first and the last day that it covers, both included, counted from 1970-01-01; `None` where an end is open.
    ///
    /// A date-time covers its own local day. A season is taken as meteorological and northern (spring is March to
    /// May), winter as beginning in the year named.
    ///
    /// ```
    /// use corroborate::PartialDate;
    /// assert_eq!("1970-01".parse::<PartialDate>()?.days(), Some((0, 30)));
    /// assert_eq!("1970-01-02/..".parse::<PartialDate>()?.days(), None);
    /// # Ok::<(), corroborate::Error>(())
    /// ```
    #[must_use]
    pub fn days(&self) -> Option<(i64, i64)> {
        match &self.form {
            Form::One(p) => Some(p.when.days()),
            Form::Interval(Edge::At(a), Edge::At(b)) => Some((a.when.days().0, b.when.days().1)),
            Form::Interval(..) => None,
        }
    }

    /// How it stands to `other`, by the stretches of time that they cover.
    ///
    /// Equal stretches are the same, however written; stretches that share a day are compatible (`2025-03` and
    /// `2025-03-12`); disjoint ones are different. Two times of day with zones compare as instants. Two of which a zone
    /// is missing cannot be told apart while the zone could explain the distance. A date marked as approximate reaches
    /// further on either side: three days, a month, two years, by its grain.
    #[must_use]
    pub fn likeness(&self, other: &Self) -> Likeness {
        if let (Some(a), Some(b)) = (self.minutes(), other.minutes()) {
            return times(a, b, self.is_approximate() || other.is_approximate());
        }
        let ((a, z), (b, y)) = (self.reach(), other.reach());
        if a > y || b > z {
            Likeness::Different
        } else if self.bounds() == other.bounds()
            && self.is_approximate() == other.is_approximate()
            && (self.grain() == Grain::Time) == (other.grain() == Grain::Time)
        {
            Likeness::Same
        } else {
            Likeness::Compatible
        }
    }

    /// Whether it is surely over before `other` begins.
    ///
    /// ```
    /// use corroborate::PartialDate;
    /// let (a, b): (PartialDate, PartialDate) = ("2025-06-29".parse()?, "2025-06-30T09:49".parse()?);
    /// assert!(a.precedes(&b) && !b.precedes(&a));
    /// assert!(!"2025-06".parse::<PartialDate>()?.precedes(&b), "June holds the day");
    /// # Ok::<(), corroborate::Error>(())
    /// ```
    #[must_use]
    pub fn precedes(&self, other: &Self) -> bool {
        if self.likeness(other) != Likeness::Different {
            return false;
        }
        match (self.minutes(), other.minutes()) {
            (Some((a, Some(x))), Some((b, Some(y)))) => a - i64::from(x) < b - i64::from(y),
            (Some((a, _)), Some((b, _))) => a < b,
            _ => self.bounds().1 < other.bounds().0,
        }
    }

    /// A time of day as minutes since 1970-01-01, local, and its zone's offset.
    fn minutes(&self) -> Option<(i64, Option<i16>)> {
        let When::Time(t, _, zone) = self.when()? else { return None };
        let day = days_since_epoch(t.date());
        Some((day * 1440 + i64::from(t.hour()) * 60 + i64::from(t.minute()), zone))
    }

    fn bounds(&self) -> (i64, i64) {
        let (first, last) = self.edges();
        (first.map_or(i64::MIN, |p| p.when.days().0), last.map_or(i64::MAX, |p| p.when.days().1))
    }

    /// The bounds, widened where they are approximate.
    fn reach(&self) -> (i64, i64) {
        let slack = |p: Option<&Point>| {
            p.filter(|p| p.doubt != Doubt::None).map_or(0, |p| match p.when {
                When::Day(_) | When::Time(..) => 3,
                When::Month(..) => 31,
                When::Season(..) | When::Quarter(..) => 92,
                When::Year(_) => 731,
                When::Decade(_) => 1827,
                When::Century(_) => 9132,
            })
        };
        let (first, last) = self.edges();
        let (a, z) = self.bounds();
        (a.saturating_sub(slack(first)), z.saturating_add(slack(last)))
    }

    fn edges(&self) -> (Option<&Point>, Option<&Point>) {
        fn point(edge: &Edge) -> Option<&Point> {
            match edge {
                Edge::At(p) => Some(p),
                Edge::Open => None,
            }
        }
        match &self.form {
            Form::One(p) => (Some(p), Some(p)),
            Form::Interval(a, b) => (point(a), point(b)),
        }
    }
}

fn times((a, zone_a): (i64, Option<i16>), (b, zone_b): (i64, Option<i16>), about: bool) -> Likeness {
    let distance = match (zone_a, zone_b) {
        (Some(x), Some(y)) => (a - i64::from(x)) - (b - i64::from(y)),
        _ => a - b,
    }
    .abs();
    match (zone_a, zone_b) {
        _ if about && distance <= if a % 60 == 0 || b % 60 == 0 { ABOUT_AN_HOUR } else { ABOUT_A_MINUTE } => {
            Likeness::Compatible
        }
        (Some(_), Some(_)) | (None, None) if distance == 0 => Likeness::Same,
        (Some(_), Some(_)) | (None, None) => Likeness::Different,
        _ if distance == 0 => Likeness::Compatible,
        _ if distance <= ZONE_SPREAD => Likeness::Unknown,
        _ => Likeness::Different,
    }
}

impl When {
    /// Its first day.
    pub(crate) fn first(self) -> Date {
        match self {
            Self::Century(c) => day(i16::from(c) * 100, 1, 1),
            Self::Decade(d) => day(i16::try_from(d * 10).unwrap_or(i16::MAX), 1, 1),
            Self::Year(y) => day(y, 1, 1),
            Self::Season(y, 21) => day(y, 3, 1),
            Self::Season(y, 22) => day(y, 6, 1),
            Self::Season(y, 23) => day(y, 9, 1),
            Self::Season(y, _) => day(y, 12, 1),
            Self::Quarter(y, q) => day(y, q * 3 - 2, 1),
            Self::Month(y, m) => day(y, m, 1),
            Self::Day(d) => d,
            Self::Time(t, ..) => t.date(),
        }
    }

    /// Its last day.
    pub(crate) fn last(self) -> Date {
        match self {
            Self::Century(c) => day(i16::from(c) * 100 + 99, 12, 31),
            Self::Decade(d) => day(i16::try_from(d * 10 + 9).unwrap_or(i16::MAX), 12, 31),
            Self::Year(y) => day(y, 12, 31),
            Self::Season(y, 21) => day(y, 5, 31),
            Self::Season(y, 22) => day(y, 8, 31),
            Self::Season(y, 23) => day(y, 11, 30),
            Self::Season(y, _) => day(y.saturating_add(1), 2, 1).last_of_month(),
            Self::Quarter(y, q) => day(y, q * 3, 1).last_of_month(),
            Self::Month(y, m) => day(y, m, 1).last_of_month(),
            Self::Day(d) => d,
            Self::Time(t, ..) => t.date(),
        }
    }

    fn days(self) -> (i64, i64) {
        (days_since_epoch(self.first()), days_since_epoch(self.last()))
    }
}

/// A day that exists; the calendar's end where the year is beyond it.
fn day(year: i16, month: u8, day: i8) -> Date {
    i8::try_from(month).ok().and_then(|m| Date::new(year, m, day).ok()).unwrap_or(Date::MAX)
}

fn days_since_epoch(d: Date) -> i64 {
    d.duration_since(EPOCH).as_hours() / 24
}

#[cfg(test)]
mod tests {
    use crate::date::PartialDate;
    use crate::likeness::Likeness::{self, Compatible, Different, Same, Unknown};

    fn date(s: &str) -> PartialDate {
        s.parse().unwrap()
    }

    #[test]
    fn days_covered() {
        let days = |s: &str| date(s).days();
        assert_eq!(days("1970-01-01"), Some((0, 0)));
        assert_eq!(days("1969-12-31T23:59-05:00"), Some((-1, -1)));
        assert_eq!(days("1970"), Some((0, 364)));
        assert_eq!(days("1970-33"), Some((0, 89)));
        assert_eq!(days("1970-36"), Some((273, 364)));
        assert_eq!(days("1969-24"), Some((-31, 58)));
        assert_eq!(days("197X"), Some((0, 3651)));
        assert_eq!(days("1970-01-02/1970-01-04"), Some((1, 3)));
        assert_eq!(days("../1970"), None);
        assert_eq!(days("9999-24").map(|d| d.0), Some(2_932_866));
    }

    #[test]
    fn likeness_of_dates() {
        let rows: &[(&str, &str, Likeness)] = &[
            ("2025-03", "2025-03-12", Compatible),
            ("2025-03", "2025-03", Same),
            ("2025-33", "2025-01/2025-03", Same),
            ("2025-06-24", "2025-06-25", Different),
            ("2025-06-23/2025-06-29", "2025-06-24", Compatible),
            ("2025-06-23/2025-06-29", "2025-07-01", Different),
            ("2025-06-29/..", "2025-07-01", Compatible),
            ("2025-06-29/..", "2024", Different),
            ("2025-06-24~", "2025-06-26", Compatible),
            ("2025-06-24~", "2025-06-24", Compatible),
            ("2025-06-24~", "2025-07-26", Different),
            ("2025-06-29", "2025-06-29T17:32", Compatible),
            ("2025-06-29T17:32", "2025-06-29T17:32", Same),
            ("2025-06-29T17:32", "2025-06-29T17:40", Different),
            ("2025-06-29T17:32~", "2025-06-29T17:40", Compatible),
            ("2025-06-30T01:00+05:30", "2025-06-29T19:30Z", Same),
            ("2025-06-29T17:32+05:30", "2025-06-29T17:32Z", Different),
            ("2025-06-29T17:32+05:30", "2025-06-29T12:02", Unknown),
            ("2025-06-29T17:32+05:30", "2025-06-29T17:32", Compatible),
            ("2025-06-29T17:32+05:30", "2025-07-02T17:32", Different),
            ("199X", "1994", Compatible),
            ("19XX", "2003", Different),
        ];
        for (a, b, want) in rows {
            assert_eq!(date(a).likeness(&date(b)), *want, "{a} and {b}");
            assert_eq!(date(b).likeness(&date(a)), *want, "{b} and {a}");
        }
    }
}
