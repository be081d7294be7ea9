//! EDTF text: reading it strictly, writing it.

use super::{Doubt, Edge, Form, PartialDate, Point, When};
use crate::error::{Error, Repr};
use jiff::civil::{Date, DateTime};
use std::fmt;
use std::str::FromStr;

impl FromStr for PartialDate {
    type Err = Error;

    /// Reads the EDTF forms listed at [`PartialDate`]. A time may carry a fraction of a second, which is dropped.
    ///
    /// # Errors
    /// Anything else, a day that no calendar has, and an interval that ends before it begins.
    fn from_str(s: &str) -> Result<Self, Error> {
        read(s).ok_or_else(|| Repr::Date(s.to_owned()).into())
    }
}

fn read(s: &str) -> Option<PartialDate> {
    let Some((a, b)) = s.split_once('/') else {
        return Some(PartialDate { form: Form::One(point(s)?) });
    };
    let (a, b) = (edge(a)?, edge(b)?);
    let in_order = match (&a, &b) {
        (Edge::At(a), Edge::At(b)) => a.when.first() <= b.when.last(),
        (Edge::Open, Edge::Open) => false,
        _ => true,
    };
    in_order.then_some(PartialDate { form: Form::Interval(a, b) })
}

fn edge(s: &str) -> Option<Edge> {
    if s == ".." { Some(Edge::Open) } else { point(s).map(Edge::At) }
}

fn point(s: &str) -> Option<Point> {
    let (rest, doubt) = match s.as_bytes().last()? {
        b'~' => (s.strip_suffix('~')?, Doubt::About),
        b'?' => (s.strip_suffix('?')?, Doubt::Uncertain),
        b'%' => (s.strip_suffix('%')?, Doubt::Both),
        _ => (s, Doubt::None),
    };
    Some(Point { when: when(rest)?, doubt })
}

fn when(s: &str) -> Option<When> {
    if let Some((day, time)) = s.split_once('T') {
        return match when(day)? {
            When::Day(d) => date_time(d, time),
            _ => None,
        };
    }
    let (sign, rest) = s.strip_prefix('-').map_or((1, s), |rest| (-1, rest));
    let mut parts = rest.split('-');
    let year = parts.next()?;
    if year.len() != 4 {
        return None;
    }
    if let Some(tens) = year.strip_suffix("XX") {
        return (sign == 1 && parts.next().is_none()).then_some(When::Century(digits(tens, 2)?.try_into().ok()?));
    }
    if let Some(tens) = year.strip_suffix('X') {
        return (sign == 1 && parts.next().is_none()).then_some(When::Decade(digits(tens, 3)?));
    }
    let year = digits(year, 4)?;
    if sign == -1 && year == 0 {
        return None;
    }
    let year = sign * i16::try_from(year).ok()?;
    let Some(month) = parts.next() else { return Some(When::Year(year)) };
    let month = u8::try_from(digits(month, 2)?).ok()?;
    let Some(day) = parts.next() else {
        return match month {
            1..=12 => Some(When::Month(year, month)),
            21..=24 => Some(When::Season(year, month)),
            33..=36 => Some(When::Quarter(year, month - 32)),
            _ => None,
        };
    };
    let day = digits(day, 2)?;
    if parts.next().is_some() || month > 12 {
        return None;
    }
    Date::new(year, month.try_into().ok()?, day.try_into().ok()?).ok().map(When::Day)
}

/// `17:32`, `17:32:57`, with `Z`, `+05:30` or `+05` behind it or not.
fn date_time(day: Date, s: &str) -> Option<When> {
    let (clock, zone) = match s.find(['Z', '+', '-']) {
        Some(i) => (s.get(..i)?, Some(offset(s.get(i..)?)?)),
        None => (s, None),
    };
    let (clock, fraction) = clock.split_once('.').map_or((clock, None), |(c, f)| (c, Some(f)));
    if fraction.is_some_and(|f| f.is_empty() || !f.bytes().all(|b| b.is_ascii_digit())) {
        return None;
    }
    let mut parts = clock.split(':');
    let (hour, minute) = (digits(parts.next()?, 2)?, digits(parts.next()?, 2)?);
    let second = parts.next().map(|s| digits(s, 2));
    if parts.next().is_some() || (fraction.is_some() && second.is_none()) {
        return None;
    }
    let seconds = match second {
        Some(s) => s?,
        None => 0,
    };
    let time =
        jiff::civil::Time::new(hour.try_into().ok()?, minute.try_into().ok()?, seconds.try_into().ok()?, 0).ok()?;
    Some(When::Time(DateTime::from_parts(day, time), second.is_some(), zone))
}

fn offset(s: &str) -> Option<i16> {
    if s == "Z" {
        return Some(0);
    }
    let (sign, rest) = match s.strip_prefix('+') {
        Some(rest) => (1, rest),
        None => (-1, s.strip_prefix('-')?),
    };
    let (hours, minutes) = rest.split_once(':').unwrap_or((rest, "00"));
    let (hours, minutes) = (digits(hours, 2)?, digits(minutes, 2)?);
    (hours < 24 && minutes < 60).then_some(sign * i16::try_from(hours * 60 + minutes).ok()?)
}

/// A number of exactly `len` ASCII digits.
fn digits(s: &str, len: usize) -> Option<u16> {
    (s.len() == len && s.bytes().all(|b| b.is_ascii_digit())).then(|| s.parse().ok()).flatten()
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.form {
            Form::One(p) => p.fmt(f),
            Form::Interval(a, b) => write!(f, "{a}/{b}"),
        }
    }
}

impl fmt::Display for Edge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Open => f.write_str(".."),
            Self::At(p) => p.fmt(f),
        }
    }
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.when {
            When::Century(c) => write!(f, "{c:02}XX"),
            When::Decade(d) => write!(f, "{d:03}X"),
            When::Year(y) => year(y, f),
            When::Season(y, s) => year(y, f).and_then(|()| write!(f, "-{s}")),
            When::Quarter(y, q) => year(y, f).and_then(|()| write!(f, "-{}", q + 32)),
            When::Month(y, m) => year(y, f).and_then(|()| write!(f, "-{m:02}")),
            When::Day(d) => day(d, f),
            When::Time(t, seconds, zone) => {
                day(t.date(), f)?;
                write!(f, "T{:02}:{:02}", t.hour(), t.minute())?;
                if seconds {
                    write!(f, ":{:02}", t.second())?;
                }
                match zone {
                    None => Ok(()),
                    Some(0) => f.write_str("Z"),
                    Some(z) => {
                        let sign = if z < 0 { '-' } else { '+' };
                        write!(f, "{sign}{:02}:{:02}", z.abs() / 60, z.abs() % 60)
                    }
                }
            }
        }?;
        f.write_str(match self.doubt {
            Doubt::None => "",
            Doubt::Uncertain => "?",
            Doubt::About => "~",
            Doubt::Both => "%",
        })
    }
}

fn year(y: i16, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let sign = if y < 0 { "-" } else { "" };
    write!(f, "{sign}{:04}", y.unsigned_abs())
}

fn day(d: Date, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    year(d.year(), f)?;
    write!(f, "-{:02}-{:02}", d.month(), d.day())
}

#[cfg(test)]
mod tests {
    use crate::date::PartialDate;
    use crate::error::ErrorKind;

    #[test]
    fn every_form_is_written_as_it_is_read() {
        for s in [
            "2025",
            "0987",
            "-0043",
            "199X",
            "19XX",
            "2025-06",
            "2025-06-29",
            "2024-02-29",
            "2025-21",
            "2025-24",
            "2025-33",
            "2025-36",
            "2025-03~",
            "2025?",
            "2025-03-01%",
            "2025-06-24/2025-06-25",
            "2025/..",
            "../2025-06",
            "1914~/1918",
            "2025-06-29T17:32",
            "2025-06-29T17:32:57",
            "2025-06-29T17:32:57+05:30",
            "2025-06-29T07:00Z",
            "2025-06-29T07:00-03:30",
        ] {
            let date: PartialDate = s.parse().unwrap_or_else(|e| panic!("{s}: {e}"));
            assert_eq!(date.to_string(), s);
            let json = serde_json::to_string(&date).unwrap();
            assert_eq!(json, format!("{s:?}"));
            assert_eq!(serde_json::from_str::<PartialDate>(&json).unwrap(), date);
        }
    }

    #[test]
    fn other_writings_of_a_time_are_read_too() {
        let read = |s: &str| s.parse::<PartialDate>().unwrap().to_string();
        assert_eq!(read("2025-06-29T17:32:57.250Z"), "2025-06-29T17:32:57Z");
        assert_eq!(read("2025-06-29T17:32+05"), "2025-06-29T17:32+05:00");
        assert_eq!(read("2025-06-29T17:32-00:00"), "2025-06-29T17:32Z");
    }

    #[test]
    fn anything_else_is_refused() {
        for s in [
            "",
            " 2025",
            "2025 ",
            "25",
            "20256",
            "2025-6-29",
            "2025-13",
            "2025-20",
            "2025-25",
            "2025-37",
            "2025-02-29",
            "2025-06-31",
            "2025-00-01",
            "2025-21-01",
            "2025-06-29T24:00",
            "2025-06-29T7:00",
            "2025-06T07:00",
            "2025-06-29T17:32:57.",
            "2025-06-29T17:32.5",
            "2025-06-29T17:32+25:00",
            "2025-06-29T",
            "-0000",
            "../..",
            "2025/",
            "/2025",
            "2025/2024",
            "2025/2026/2027",
            "199X-01",
            "-199X",
            "XXXX",
            "2025~~",
            "~",
            "é025",
            "20\u{662}5",
            "2025-06-29T17:3é",
            "last week",
            "+025",
        ] {
            let e = s.parse::<PartialDate>().unwrap_err();
            assert_eq!(e.kind(), ErrorKind::Date, "{s}");
            assert_eq!(e.to_string(), format!("not an EDTF date: {s:?}"));
        }
    }
}
