//! Dates as values: EDTF (ISO 8601-2) at the grain that a text gives.
//!
//! ```
//! use corroborate::PartialDate;
//! use corroborate::likeness::Likeness;
//! let date = |s: &str| s.parse::<PartialDate>();
//! assert_eq!(date("2025-03")?.likeness(&date("2025-03-12")?), Likeness::Compatible);
//! assert_eq!(date("2025-03-11")?.likeness(&date("2025-03-12")?), Likeness::Different);
//! assert_eq!(date("2025-06-29T17:32+05:30")?.likeness(&date("2025-06-29T12:02Z")?), Likeness::Same);
//! # Ok::<(), corroborate::Error>(())
//! ```

mod edtf;
mod extent;

use crate::error::Error;
use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};

/// A date, date-time or interval at the grain given, as EDTF (ISO 8601-2).
///
/// | sort | example |
/// |---|---|
/// | century, decade | `19XX`, `199X` |
/// | year | `2025`, `-0043` (44 BC) |
/// | season (northern) | `2025-21` spring, `-22` summer, `-23` autumn, `-24` winter |
/// | quarter | `2025-33` to `2025-36` |
/// | month, day | `2025-06`, `2025-06-29` |
/// | date-time, with or without a zone | `2025-06-29T17:32`, `2025-06-29T17:32:57+05:30` |
/// | about, uncertain, both | `2025-03~`, `2025-03?`, `2025-03%` |
/// | interval, either end may be open | `2025-06-24/2025-06-25`, `2025/..` |
///
/// [`FromStr`](std::str::FromStr) and [`Display`](std::fmt::Display) are each other's inverse, and so is serde, which
/// uses them. Dates that no calendar has (`2025-02-30`) are refused.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PartialDate {
    form: Form,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Form {
    One(Point),
    Interval(Edge, Edge),
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Edge {
    Open,
    At(Point),
}

/// One stretch of the calendar and how surely it is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
struct Point {
    when: When,
    doubt: Doubt,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Doubt {
    None,
    Uncertain,
    About,
    Both,
}

/// A stretch of the calendar. Decades and centuries are named by their digits (`199` is the 1990s, `19` the 1900s).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum When {
    Century(u8),
    Decade(u16),
    Year(i16),
    /// 21 to 24.
    Season(i16, u8),
    /// 1 to 4.
    Quarter(i16, u8),
    Month(i16, u8),
    Day(Date),
    /// Local time, whether seconds are given, and the zone's offset from UTC in minutes where it is known.
    Time(DateTime, bool, Option<i16>),
}

/// How fine a [`PartialDate`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Grain {
    /// A hundred years.
    Century,
    /// Ten years.
    Decade,
    /// A year.
    Year,
    /// A season.
    Season,
    /// A quarter of a year.
    Quarter,
    /// A month.
    Month,
    /// A day.
    Day,
    /// A time of day.
    Time,
}

impl PartialDate {
    /// The value of `when`, exactly; `None` beyond the years of four digits.
    pub(crate) fn of(when: When) -> Option<Self> {
        when.is_written().then_some(Self { form: Form::One(Point { when, doubt: Doubt::None }) })
    }

    /// From `a` to `b`, both included; `None` if `b` ends before `a` begins.
    pub(crate) fn between(a: When, b: When) -> Option<Self> {
        (a.is_written() && b.is_written() && a.first() <= b.last()).then(|| {
            let edge = |when| Edge::At(Point { when, doubt: Doubt::None });
            Self { form: Form::Interval(edge(a), edge(b)) }
        })
    }

    /// The same, marked as approximate (`~`).
    pub(crate) fn about(mut self) -> Self {
        let mark = |p: &mut Point| p.doubt = Doubt::About;
        match &mut self.form {
            Form::One(p) => mark(p),
            Form::Interval(a, b) => [a, b].into_iter().for_each(|e| {
                if let Edge::At(p) = e {
                    mark(p);
                }
            }),
        }
        self
    }

    /// The stretch that it names; of an interval none.
    pub(crate) fn when(&self) -> Option<When> {
        match self.form {
            Form::One(p) => Some(p.when),
            Form::Interval(..) => None,
        }
    }

    /// How fine it is; of an interval, how fine its finer end is.
    #[must_use]
    pub fn grain(&self) -> Grain {
        let of = |e: &Edge| match e {
            Edge::At(p) => p.when.grain(),
            Edge::Open => Grain::Century,
        };
        match &self.form {
            Form::One(p) => p.when.grain(),
            Form::Interval(a, b) => of(a).max(of(b)),
        }
    }

    /// Whether it is an interval (`a/b`).
    #[must_use]
    pub fn is_interval(&self) -> bool {
        matches!(self.form, Form::Interval(..))
    }

    /// Whether it is marked as approximate or uncertain (`~`, `?`, `%`).
    #[must_use]
    pub fn is_approximate(&self) -> bool {
        let of = |e: &Edge| matches!(e, Edge::At(p) if p.doubt != Doubt::None);
        match &self.form {
            Form::One(p) => p.doubt != Doubt::None,
            Form::Interval(a, b) => of(a) || of(b),
        }
    }
}

impl When {
    /// Whether EDTF can write it with a year of four digits.
    const fn is_written(self) -> bool {
        match self {
            Self::Century(c) => c <= 99,
            Self::Decade(d) => d <= 999,
            Self::Year(y) | Self::Season(y, _) | Self::Quarter(y, _) | Self::Month(y, _) => -9999 <= y && y <= 9999,
            Self::Day(_) | Self::Time(..) => true,
        }
    }

    pub(crate) const fn grain(self) -> Grain {
        match self {
            Self::Century(_) => Grain::Century,
            Self::Decade(_) => Grain::Decade,
            Self::Year(_) => Grain::Year,
            Self::Season(..) => Grain::Season,
            Self::Quarter(..) => Grain::Quarter,
            Self::Month(..) => Grain::Month,
            Self::Day(_) => Grain::Day,
            Self::Time(..) => Grain::Time,
        }
    }
}

impl TryFrom<String> for PartialDate {
    type Error = Error;

    fn try_from(s: String) -> Result<Self, Error> {
        s.parse()
    }
}

impl From<PartialDate> for String {
    fn from(d: PartialDate) -> Self {
        d.to_string()
    }
}
