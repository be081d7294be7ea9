//! What an expression of time says, before it is known what day it is.

use crate::claim::timex::holiday::Rule;
use crate::claim::timex::word::Unit;
use crate::date::When;

/// An expression found: its tokens and what it says.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Found {
    /// Its first token.
    pub(super) first: usize,
    /// One past its last token.
    pub(super) end: usize,
    pub(super) expr: Expr,
    /// The time of day that stands with it.
    pub(super) clock: Option<Clock>,
    /// Whether it and the next one are the ends of one range.
    pub(super) to_next: bool,
    /// Whether it is said to be approximate.
    pub(super) about: bool,
}

impl Found {
    pub(super) fn new(first: usize, end: usize, expr: Expr) -> Self {
        Self { first, end, expr, clock: None, to_next: false, about: false }
    }
}

/// What a date expression says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Expr {
    /// A date of the calendar, of which the year may be open.
    Calendar(Calendar),
    /// Fixed by its own words.
    At(When),
    /// Fixed, from one stretch to another (a century, the first half of a year).
    Between(When, When),
    /// The tens of a decade without its century (`the nineties`).
    Decade(u8),
    Weekday(u8),
    /// `the 20th`, `Friday the 20th`.
    DayOfMonth(u8, Option<u8>),
    /// A day of a month counted from the base's (`the 21st of this month`).
    DayOfShifted(u8, i32, Base),
    /// A season named in passing (`the summer offensive`): a date only where a story is told.
    Loose(Calendar),
    /// The weekend of a day (`Easter weekend`).
    WeekendOf(Calendar),
    /// The week that a day lies in (`the week of May 6`).
    WeekHolding(Calendar),
    /// The night from one day to the next (`overnight`).
    Night,
    /// A weekday in the week at a distance from publication (`Monday two weeks from now`).
    WeekdayAt(u8, i32, Distance),
    /// Days from publication (`yesterday`).
    Deictic(i8),
    /// A part of the day that was mentioned or of the day of publication (`this morning`).
    PartOf(i8, Base),
    /// A whole unit, counted from the one that holds the base (`last week`, `the next day`, `that year`).
    Shifted(i32, Unit, Base),
    /// A named day, month or season, before, at or after the base (`last August`, `next Friday`).
    Named(i32, Name, Base),
    /// Monday of next week.
    WeekdayOfWeek(u8, i32, Base),
    /// At a distance from the base (`two days later`, `a year ago`).
    Offset(i32, Distance, Base),
    /// At a distance from a day of its own (`two days before Christmas`).
    OffsetFrom(i32, Distance, Anchor),
    /// From the base over a distance (`the past 30 days`).
    Stretch(i32, Distance, Base),
    /// A week of a month or a year, counted from 1; 0 is the last.
    WeekOf(u8, Calendar),
    /// The quarter that was mentioned before (`for the quarter`).
    SameQuarter,
    /// The same of the month that a shift names (`the last week of this month`).
    WeekOfShifted(u8, i32, Base),
    /// Only a time of day.
    Clock,
    /// A numeric day and month in an order that its own words do not tell: first, second, year.
    Numeric(u8, u8, Option<i16>, Option<u8>),
    /// Known to be a date, not which (`recently`).
    Unknown,
}

/// A date of the calendar; what is open is told by its surroundings.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Calendar {
    pub(super) year: Year,
    pub(super) field: Field,
    pub(super) weekday: Option<u8>,
}

impl Calendar {
    pub(super) fn new(year: Year, field: Field) -> Self {
        Self { year, field, weekday: None }
    }
}

/// How the year of a date is told.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Year {
    Open,
    Of(i16),
    /// Years from the base (`of last year`).
    Relative(i32, Base),
}

/// What of a year is meant.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Field {
    Whole,
    Month(u8),
    Day(u8, u8),
    Season(u8),
    Quarter(u8),
    Half(u8),
    Holiday(Rule),
}

/// What is counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Base {
    /// The day of publication.
    Publication,
    /// The date mentioned last.
    Mention,
    /// The date mentioned last in a narrative, else the day of publication.
    Current,
}

/// A named stretch of which there are many.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Name {
    Weekday(u8),
    Month(u8),
    Day(u8, u8),
    Season(u8),
    Holiday(Rule),
}

/// A day that a distance is counted from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Anchor {
    Deictic(i8),
    Weekday(u8),
    Calendar(Calendar),
}

/// A distance in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Distance {
    pub(super) months: i32,
    pub(super) days: i32,
    pub(super) minutes: i32,
    /// Its finest unit.
    pub(super) unit: Unit,
}

impl Distance {
    /// So many of a unit; `None` where that is beyond any calendar.
    pub(super) fn of(count: i32, unit: Unit) -> Option<Self> {
        if count > 9_000 {
            return None;
        }
        let (months, days, minutes) = match unit {
            Unit::Second => (0, 0, 0),
            Unit::Minute => (0, 0, count),
            Unit::Hour => (0, 0, count * 60),
            Unit::Day => (0, count, 0),
            Unit::Week | Unit::Weekend => (0, count * 7, 0),
            Unit::Fortnight => (0, count * 14, 0),
            Unit::Month => (count, 0, 0),
            Unit::Quarter => (count * 3, 0, 0),
            Unit::Year => (count * 12, 0, 0),
            Unit::Decade => (count * 120, 0, 0),
            Unit::Century => (count * 1200, 0, 0),
        };
        Some(Self { months, days, minutes, unit })
    }

    /// Both together.
    pub(super) fn and(self, other: Self) -> Self {
        Self {
            months: self.months + other.months,
            days: self.days + other.days,
            minutes: self.minutes + other.minutes,
            unit: other.unit,
        }
    }
}

/// A time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Clock {
    pub(super) hour: u8,
    pub(super) minute: u8,
    pub(super) second: Option<u8>,
    pub(super) zone: Option<Zone>,
}

/// A time zone: minutes from UTC, and whose rule of summer time applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Zone {
    pub(super) minutes: i16,
    pub(super) summer: Summer,
}

/// When clocks are an hour ahead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Summer {
    Never,
    /// As in the United States.
    Us,
    /// As in the European Union and Britain.
    Eu,
}
