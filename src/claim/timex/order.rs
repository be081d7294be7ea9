//! Dates in digits of which either number may be the month: `12/03/2024`.

use crate::claim::timex::calendar::valid;
use crate::claim::timex::context::Context;
use crate::claim::timex::expr::{Calendar, Expr, Field, Found, Year};
use crate::claim::timex::resolve::{Resolver, Value};
use crate::claim::timex::shift;
use crate::claim::timex::word::{Atom, Words};
use crate::date::PartialDate;
use jiff::civil::Date;

impl Resolver<'_> {
    /// What two numbers mean: what else fits decides, then the order that the text keeps; else nothing does.
    pub(super) fn numeric(&self, a: u8, b: u8, year: Option<i16>, weekday: Option<u8>) -> Option<Value> {
        match self.orders(a, b, year, weekday) {
            (Some(x), Some(y)) if x == y => Some(x),
            (Some(x), None) => Some(x),
            (None, Some(y)) => Some(y),
            (Some(x), Some(y)) => match self.cx.month_first {
                Some(true) => Some(x),
                Some(false) => Some(y),
                None => self.near_publication(x, y),
            },
            (None, None) => None,
        }
    }

    /// The date with the month first, and with the day first, where there is one.
    pub(super) fn orders(
        &self,
        a: u8,
        b: u8,
        year: Option<i16>,
        weekday: Option<u8>,
    ) -> (Option<Value>, Option<Value>) {
        let year = year.map_or(Year::Open, Year::Of);
        let read = |m: u8, d: u8| {
            let c = Calendar { year, field: valid(Field::Day(m, d))?, weekday };
            let v = self.calendar(c)?;
            let right = weekday
                .is_none_or(|n| v.when().first().weekday().to_monday_one_offset() == i8::try_from(n).unwrap_or(0));
            right.then_some(v)
        };
        (read(a, b), read(b, a))
    }

    /// Of two readings with a weekday, both of which fit, the one close to publication.
    fn near_publication(&self, x: Value, y: Value) -> Option<Value> {
        let published = self.cx.published?;
        let far = |v: Value| shift::distance(v.when().first(), published);
        match self.found.expr {
            Expr::Numeric(_, _, None, Some(_)) if far(x) * 3 < far(y) => Some(x),
            Expr::Numeric(_, _, None, Some(_)) if far(y) * 3 < far(x) => Some(y),
            _ => None,
        }
    }
}

/// The dates that two numbers may mean, where nothing tells which is the month; else none.
pub(super) fn readings(w: &Words<'_>, cx: &Context, found: &Found) -> Vec<PartialDate> {
    let Expr::Numeric(a, b, year, weekday) = found.expr else { return Vec::new() };
    let (x, y) = Resolver { w, cx, found, first: None }.orders(a, b, year, weekday);
    [x, y].into_iter().flatten().filter_map(Value::date).collect()
}

/// Whether the months come first in the dates of a text.
///
/// Its dates in digits tell where some of them leave no choice; else those in words, if they keep to one order
/// (`March 14` or `14 March`); else the zones of its times (`9 p.m. ET`, `21:00 BST`).
pub(super) fn month_first(published: Option<Date>, found: &[Found], w: &Words<'_>) -> Option<bool> {
    let (mut digits, mut words, mut zones) = ([0, 0], [0, 0], [0, 0]);
    for f in found {
        match f.clock.and_then(|c| c.zone).map(|z| z.minutes) {
            Some(-480..=-240) => zones[0] += 1,
            Some(1..) => zones[1] += 1,
            _ => {}
        }
        match f.expr {
            Expr::Numeric(a, b, year, _) => {
                let is = |m: u8, d: u8| {
                    published.is_some_and(|p| {
                        year == Some(p.year()) && u8::try_from(p.month()) == Ok(m) && u8::try_from(p.day()) == Ok(d)
                    })
                };
                if a > 12 || a != b && is(b, a) {
                    digits[1] += 1;
                } else if b > 12 || a != b && is(a, b) {
                    digits[0] += 1;
                }
            }
            Expr::Calendar(Calendar { field: Field::Day(..), .. }) => {
                let first = (f.first..f.end).find_map(|i| match w.atom(i) {
                    Atom::Month(..) => Some(0),
                    Atom::Digits(1..=31, 1 | 2) => Some(1),
                    _ => None,
                });
                if let Some(seen) = first.and_then(|k: usize| words.get_mut(k)) {
                    *seen += 1;
                }
            }
            _ => {}
        }
    }
    let one = |[month, day]: [usize; 2]| match (month, day) {
        (1.., 0) => Some(true),
        (0, 1..) => Some(false),
        _ => None,
    };
    let silent = |counts| counts == [0, 0];
    match (silent(digits), silent(words)) {
        (false, _) => one(digits),
        (true, false) => one(words),
        (true, true) => one(zones),
    }
}
