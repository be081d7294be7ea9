//! From what an expression says to the date that it means: counted from publication and from the date mentioned last.

use crate::claim::timex::ahead::{Direction, direction};
use crate::claim::timex::context::Context;
use crate::claim::timex::expr::{Anchor, Base, Calendar, Distance, Expr, Field, Found, Name, Year};
use crate::claim::timex::holiday::Rule;
use crate::claim::timex::shift;
use crate::claim::timex::word::{Unit, Words};
use crate::claim::timex::zone;
use crate::date::{PartialDate, When};
use crate::text::one_of::one_of;
use jiff::civil::{Date, DateTime, Time};

/// A date that was made out.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Value {
    One(When),
    /// From one to the other.
    From(When, When),
    /// About then.
    About(When),
}

impl Value {
    pub(super) fn date(self) -> Option<PartialDate> {
        match self {
            Self::One(when) => PartialDate::of(when),
            Self::From(a, b) => PartialDate::between(a, b),
            Self::About(when) => PartialDate::of(when).map(PartialDate::about),
        }
    }

    /// Its beginning, at its own grain.
    pub(super) fn when(self) -> When {
        match self {
            Self::One(when) | Self::From(when, _) | Self::About(when) => when,
        }
    }
}

/// What `found` means. `first` is the date that begins the range which it ends.
pub(super) fn resolve(w: &Words<'_>, cx: &Context, found: &Found, first: Option<Value>) -> Option<Value> {
    let r = Resolver { w, cx, found, first };
    let value = r.expr(&found.expr)?;
    match (found.clock, value) {
        (Some(clock), Value::One(When::Day(day)) | Value::About(When::Day(day))) => {
            let time = Time::new(
                i8::try_from(clock.hour % 24).ok()?,
                i8::try_from(clock.minute).ok()?,
                clock.second.map_or(Some(0), |s| i8::try_from(s).ok())?,
                0,
            );
            let at = DateTime::from_parts(day, time.ok()?);
            Some(Value::One(When::Time(at, clock.second.is_some(), clock.zone.map(|z| zone::offset(z, day)))))
        }
        (Some(_), _) => None,
        (None, value) => Some(value),
    }
}

/// What one expression is resolved from.
pub(super) struct Resolver<'r> {
    pub(super) w: &'r Words<'r>,
    pub(super) cx: &'r Context,
    pub(super) found: &'r Found,
    /// The date that begins the range which it ends.
    pub(super) first: Option<Value>,
}

fn one(when: When) -> Option<Value> {
    Some(Value::One(when))
}

fn day(d: Date) -> Option<Value> {
    one(When::Day(d))
}

impl Resolver<'_> {
    fn tells(&self) -> bool {
        self.cx.tells(self.found.first)
    }

    fn direction(&self) -> Direction {
        if self.since() { Direction::Behind } else { direction(self.w, self.found.first, self.found.end) }
    }

    /// Whether the date is what something has gone on from: `since August`.
    fn since(&self) -> bool {
        self.found.first.checked_sub(1).is_some_and(|p| self.w.is(p, "since"))
    }

    fn expr(&self, e: &Expr) -> Option<Value> {
        match *e {
            Expr::Calendar(c) => self.calendar(c),
            Expr::At(when) => one(when),
            Expr::Between(a, b) => Some(Value::From(a, b)),
            Expr::Decade(tens) => self.decade(tens),
            Expr::Weekday(d) => self.weekday(d).and_then(day),
            Expr::DayOfMonth(d, weekday) => self.day_of_month(d, weekday).and_then(day),
            Expr::DayOfShifted(d, by, base) => {
                let (y, m) = self.month_of(base)?;
                let first = shift::months(Date::new(y, i8::try_from(m).ok()?, 1).ok()?, by)?;
                day(Date::new(first.year(), first.month(), i8::try_from(d).ok()?).ok()?)
            }
            Expr::WeekOfShifted(n, by, base) => {
                let (y, m) = self.month_of(base)?;
                let first = shift::months(Date::new(y, i8::try_from(m).ok()?, 1).ok()?, by)?;
                week_in(shift::month(first), n)
            }
            Expr::Loose(c) if self.tells() => self.calendar(c),
            Expr::Loose(_) => None,
            Expr::WeekendOf(c) => {
                let d = self.calendar(c)?.when().first();
                // A holiday early in the week goes with the weekend before it.
                let near = if d.weekday().to_monday_one_offset() <= 2 { shift::days(d, -7)? } else { d };
                let a = shift::in_week(near, 6)?;
                Some(Value::From(When::Day(a), When::Day(shift::days(a, 1)?)))
            }
            Expr::WeekHolding(c) => {
                let monday = shift::monday(self.calendar(c)?.when().first())?;
                Some(Value::From(When::Day(monday), When::Day(shift::days(monday, 6)?)))
            }
            Expr::Night => self.night(),
            Expr::WeekdayAt(d, by, distance) => {
                let from = shift::months(self.cx.published?, distance.months * by)?;
                day(shift::in_week(shift::days(from, i64::from(distance.days * by))?, d)?)
            }
            // `what is today Germany`: not the day of writing.
            Expr::Deictic(0) if self.tells() => None,
            Expr::Deictic(n) => day(shift::days(self.cx.published?, n.into())?),
            Expr::PartOf(by, base) => day(shift::days(self.base_day(base)?, by.into())?),
            Expr::Shifted(by, unit, base) => self.shifted(by, unit, base),
            Expr::Named(by, name, base) => self.named(by, name, base),
            Expr::WeekdayOfWeek(d, by, base) => {
                let from = self.base_day(base).or(self.cx.published)?;
                day(shift::in_week(shift::days(from, i64::from(by) * 7)?, d)?)
            }
            Expr::Offset(by, d, base) => self.offset(by, d, base),
            Expr::OffsetFrom(by, d, anchor) => self.offset_from(by, d, anchor),
            Expr::Stretch(by, d, base) => self.stretch(by, d, base),
            Expr::WeekOf(n, c) => self.week_of(n, c),
            Expr::SameQuarter => self.cx.last_quarter().and_then(one),
            Expr::Clock => day(self.day_of_clock()?),
            Expr::Numeric(a, b, year, weekday) => self.numeric(a, b, year, weekday),
            Expr::Unknown => None,
        }
    }

    /// The day of a time of day; one that ends a range comes after its beginning (`10 p.m. to 2 a.m.`).
    fn day_of_clock(&self) -> Option<Date> {
        let Some(Value::One(When::Time(from, ..))) = self.first else {
            return self.cx.day_of_clock(self.found.first);
        };
        let clock = self.found.clock?;
        let before = (clock.hour % 24, clock.minute) < (from.hour().unsigned_abs(), from.minute().unsigned_abs());
        if before { shift::days(from.date(), 1) } else { Some(from.date()) }
    }

    /// The night from one day to the next: that of a day just mentioned, else the one before or after publication.
    fn night(&self) -> Option<Value> {
        let at = self.found.first;
        let direction = self.direction();
        // `you may park overnight`: any night.
        if direction == Direction::Open {
            return None;
        }
        let ahead = direction == Direction::Ahead;
        let evening = match (self.cx.day_just_mentioned(at), self.cx.published) {
            (_, Some(p)) if ahead && !self.tells() => p,
            (Some(d), p) if self.tells() || p.is_some_and(|p| d < p) || p.is_none() => d,
            _ if self.tells() => return None,
            (_, p) => shift::days(p?, -1)?,
        };
        Some(Value::From(When::Day(evening), When::Day(shift::days(evening, 1)?)))
    }

    /// The day that a base stands for.
    fn base_day(&self, base: Base) -> Option<Date> {
        match base {
            Base::Publication => self.cx.published,
            Base::Mention => self.cx.last_day(self.found.first),
            Base::Current if self.tells() => self.cx.last_day(self.found.first),
            Base::Current => self.cx.published,
        }
    }

    /// The year that a base stands for.
    fn base_year(&self, base: Base) -> Option<i16> {
        match base {
            Base::Publication => self.cx.published.map(Date::year),
            Base::Mention => self.cx.last_year(),
            Base::Current if self.tells() => self.cx.story_year(),
            Base::Current => self.cx.published.map(Date::year),
        }
    }

    fn year(&self, year: Year) -> Option<Option<i16>> {
        match year {
            Year::Open => Some(None),
            Year::Of(y) => Some(Some(y)),
            Year::Relative(by, base) => Some(Some(shift::year(self.base_year(base)?, by)?)),
        }
    }

    pub(super) fn calendar(&self, c: Calendar) -> Option<Value> {
        match self.year(c.year)? {
            Some(y) => in_year(c.field, y),
            None => self.open_year(c.field, c.weekday),
        }
    }

    /// A date whose year is not told.
    fn open_year(&self, field: Field, weekday: Option<u8>) -> Option<Value> {
        if let Field::Holiday(Rule::Once(d)) = field {
            return day(d);
        }
        let fits = |y: i16| {
            let v = in_year(field, y)?;
            let d = v.when().first();
            let right = weekday.is_none_or(|n| d.weekday().to_monday_one_offset() == i8::try_from(n).unwrap_or(0));
            right.then_some((v, d))
        };
        // The end of a range comes after its beginning.
        if let Some(first) = self.first {
            let from = first.when().first();
            return (0..=1).filter_map(|n| fits(from.year() + n)).find(|(_, d)| *d >= from).map(|(v, _)| v);
        }
        if let Some((year, month)) = self.cx.carried(self.found.first) {
            return self.carried(field, year, month);
        }
        let published = self.cx.published?;
        let middle = |v: Value| {
            let (a, z) = (v.when().first(), v.when().last());
            shift::days(a, shift::distance(z, a) / 2).unwrap_or(a)
        };
        let mut near: Option<(Value, Date, i64)> = None;
        let reach = if weekday.is_some() { 6 } else { 1 };
        for n in -reach..=reach {
            let Some((v, _)) = shift::year(published.year(), n).and_then(fits) else { continue };
            let inside = v.when().first() <= published && published <= v.when().last();
            let far = if inside { 0 } else { shift::distance(middle(v), published) };
            // Of two that are as far, the earlier one.
            if near.is_none_or(|(_, _, best)| far < best) {
                near = Some((v, v.when().first(), far));
            }
        }
        let (value, first, _) = near?;
        if weekday.is_some() {
            return Some(value);
        }
        let y = value.when().first().year();
        let other = match self.direction() {
            Direction::Ahead
                if value.when().last() < published && shift::distance(published, value.when().last()) > 45 =>
            {
                fits(y + 1)
            }
            way @ (Direction::Behind | Direction::Told) if first > published => {
                let slack = if self.since() { 0 } else { slack(field, way) };
                (shift::distance(first, published) > slack).then(|| fits(y - 1)).flatten()
            }
            _ => None,
        };
        Some(other.map_or(value, |(v, _)| v))
    }

    /// In a narrative: the year of the date before, or the next one where the year turned.
    fn carried(&self, field: Field, year: i16, month: Option<u8>) -> Option<Value> {
        let of = |f: Field| match f {
            Field::Month(m) | Field::Day(m, _) => Some(m),
            Field::Season(24) => Some(12),
            Field::Season(s) => Some((s - 21) * 3 + 4),
            Field::Holiday(rule) => rule.in_year(year).and_then(|d| u8::try_from(d.month()).ok()),
            _ => None,
        };
        let turned = match (month, of(field)) {
            (Some(before), Some(now)) => before >= 10 && now + 8 <= before,
            _ => false,
        };
        in_year(field, if turned { year + 1 } else { year })
    }

    fn decade(&self, tens: u8) -> Option<Value> {
        let reference = self.base_year(Base::Current).or(self.cx.published.map(Date::year)).unwrap_or(2000);
        let century = if i16::from(tens) * 10 > reference % 100 { reference / 100 - 1 } else { reference / 100 };
        one(When::Decade(u16::try_from(century * 10 + i16::from(tens)).ok()?))
    }

    fn weekday(&self, d: u8) -> Option<Date> {
        if let Some(first) = self.first {
            return shift::weekday_from(first.when().first(), d);
        }
        if self.tells() {
            return shift::weekday_from(self.cx.last_day(self.found.first)?, d);
        }
        let published = self.cx.published?;
        match self.direction() {
            Direction::Ahead => shift::weekday_from(published, d),
            _ => shift::weekday_up_to(published, d),
        }
    }

    fn day_of_month(&self, d: u8, weekday: Option<u8>) -> Option<Date> {
        let in_month = |y: i16, m: i8| Date::new(y, m, i8::try_from(d).ok()?).ok();
        if let (Some(n), Some(published)) = (weekday, self.cx.published) {
            return (-12..=12)
                .filter_map(|k| shift::months(published.first_of_month(), k))
                .filter_map(|f| in_month(f.year(), f.month()))
                .filter(|x| i8::try_from(n) == Ok(x.weekday().to_monday_one_offset()))
                .min_by_key(|x| shift::distance(*x, published));
        }
        if let Some((y, m)) = self.cx.last_month(self.found.first) {
            return in_month(y, i8::try_from(m).ok()?);
        }
        let published = self.cx.published?;
        let near = (-1..=1)
            .filter_map(|n| shift::months(published.first_of_month(), n))
            .filter_map(|f| in_month(f.year(), f.month()));
        match self.direction() {
            Direction::Ahead => near.filter(|x| *x >= published).min(),
            Direction::Behind => near.filter(|x| *x <= published).max(),
            Direction::Open | Direction::Told => near.min_by_key(|x| shift::distance(*x, published)),
        }
    }

    fn shifted(&self, by: i32, unit: Unit, base: Base) -> Option<Value> {
        let broad = !matches!(unit, Unit::Day | Unit::Weekend);
        let fallback = || (broad && base == Base::Mention && by != 0).then_some(self.cx.published).flatten();
        let from = || self.base_day(base).or_else(fallback);
        match unit {
            Unit::Day => day(shift::days(from()?, by.into())?),
            Unit::Week => {
                let a = shift::monday(shift::days(from()?, i64::from(by) * 7)?)?;
                Some(Value::From(When::Day(a), When::Day(shift::days(a, 6)?)))
            }
            Unit::Fortnight => {
                let a = shift::monday(shift::days(from()?, i64::from(by) * 14)?)?;
                Some(Value::From(When::Day(a), When::Day(shift::days(a, 13)?)))
            }
            Unit::Weekend => self.weekend(by, base),
            Unit::Month => {
                let (y, m) = match self.month_of(base) {
                    Some(found) => found,
                    None => fallback().map(|d| (d.year(), u8::try_from(d.month()).unwrap_or(1)))?,
                };
                one(shift::month(shift::months(Date::new(y, i8::try_from(m).ok()?, 1).ok()?, by)?))
            }
            Unit::Quarter => {
                if let (Base::Mention, Some(When::Quarter(y, q))) = (base, self.cx.last()) {
                    return one(shift::quarters(y, q, by)?);
                }
                let d = from()?;
                one(shift::quarters(d.year(), shift::quarter(d), by)?)
            }
            Unit::Year => {
                let y = self.base_year(base).or_else(|| fallback().map(Date::year))?;
                one(When::Year(shift::year(y, by)?))
            }
            Unit::Decade => {
                let y = self.base_year(base).or_else(|| fallback().map(Date::year))?;
                one(When::Decade(u16::try_from(y.div_euclid(10) + i16::try_from(by).ok()?).ok()?))
            }
            Unit::Century => {
                let y = (self.base_year(base)?.div_euclid(100) + i16::try_from(by).ok()?) * 100;
                Some(Value::From(When::Year(y), When::Year(y + 99)))
            }
            Unit::Second | Unit::Minute | Unit::Hour => None,
        }
    }

    fn month_of(&self, base: Base) -> Option<(i16, u8)> {
        let of = |d: Date| (d.year(), u8::try_from(d.month()).unwrap_or(1));
        match base {
            Base::Publication => self.cx.published.map(of),
            Base::Mention => self.cx.last_month(self.found.first),
            Base::Current if self.tells() => self.cx.last_month(self.found.first),
            Base::Current => self.cx.published.map(of),
        }
    }

    /// Saturday and Sunday: early in a week those before it, late in it those that end it, unless the sentence says.
    fn weekend(&self, by: i32, base: Base) -> Option<Value> {
        let from = self.base_day(base).or(self.cx.published)?;
        let weekday = from.weekday().to_monday_one_offset();
        let saturday = shift::in_week(from, 6)?;
        let back = match (by, self.direction()) {
            (-1, _) if weekday >= 6 => -1,
            (-1, _) => -1,
            (0, Direction::Ahead) => 0,
            (0, Direction::Behind | Direction::Told) if weekday < 6 => -1,
            (0, Direction::Open) if weekday < 4 => -1,
            (by, _) => by,
        };
        let a = shift::days(saturday, i64::from(back) * 7)?;
        Some(Value::From(When::Day(a), When::Day(shift::days(a, 1)?)))
    }

    fn named(&self, by: i32, name: Name, base: Base) -> Option<Value> {
        let from = match base {
            Base::Mention if !matches!(name, Name::Weekday(_)) => self.cx.last_point(),
            base => self.base_day(base),
        };
        let from = from.or_else(|| {
            let year = if base == Base::Publication { None } else { self.base_year(base) };
            year.and_then(|y| Date::new(y, 6, 15).ok()).or(self.cx.published.filter(|_| !self.tells()))
        })?;
        let field = match name {
            Name::Weekday(d) => {
                return day(match (by, base) {
                    (-1, Base::Publication) => self.last_weekday(from, d)?,
                    (-1, _) if self.cx.last_day(self.found.first).is_none() => {
                        shift::in_week(shift::days(from, -7)?, d)?
                    }
                    (-1, _) => shift::weekday_up_to(shift::days(from, -1)?, d)?,
                    (1, Base::Publication) if self.coming() => shift::weekday_from(shift::days(from, 1)?, d)?,
                    (1, Base::Publication) => shift::in_week(shift::days(from, 7)?, d)?,
                    (1, _) => shift::weekday_from(shift::days(from, 1)?, d)?,
                    _ => shift::in_week(from, d)?,
                });
            }
            Name::Month(m) => Field::Month(m),
            Name::Day(m, d) => Field::Day(m, d),
            Name::Season(s) => Field::Season(s),
            Name::Holiday(rule) => Field::Holiday(rule),
        };
        let mut years = (-2..=2).filter_map(|n| shift::year(from.year(), n)).filter_map(|y| in_year(field, y));
        match by {
            -1 => years.rfind(|v| v.when().last() < from),
            1 => years.find(|v| v.when().first() > from),
            _ if field == Field::Season(24) && from.month() <= 3 => in_year(field, from.year() - 1),
            _ => in_year(field, from.year()),
        }
    }

    /// `last Tuesday`: the most recent one, but that of the week before where it was only yesterday or the day before,
    /// which news calls by its name alone.
    fn last_weekday(&self, from: Date, d: u8) -> Option<Date> {
        let near = shift::weekday_up_to(shift::days(from, -1)?, d)?;
        let past = (self.found.first..self.found.end).any(|i| self.w.is_one(i, one_of!["past", "this"]));
        let close = near >= shift::monday(from)? && shift::distance(from, near) <= 2;
        if past || !close { Some(near) } else { shift::days(near, -7) }
    }

    /// Whether `coming` or `upcoming` names the next such day rather than the one of next week.
    fn coming(&self) -> bool {
        (self.found.first..self.found.end).any(|i| self.w.is_one(i, one_of!["coming", "upcoming"]))
    }

    fn offset(&self, by: i32, d: Distance, base: Base) -> Option<Value> {
        match d.unit {
            Unit::Second => None,
            Unit::Minute | Unit::Hour => {
                let from = if base == Base::Publication { self.cx.published_time? } else { self.cx.last_time()? };
                let at = from.0.checked_add(jiff::SignedDuration::from_mins((d.minutes * by).into())).ok()?;
                one(When::Time(at, false, from.1))
            }
            Unit::Day | Unit::Week | Unit::Weekend | Unit::Fortnight => {
                let from = self.base_day(base)?;
                let at = shift::days(shift::months(from, d.months * by)?, i64::from(d.days * by))?;
                Some(if d.unit == Unit::Day || base == Base::Mention || by > 0 {
                    Value::One(When::Day(at))
                } else {
                    Value::About(When::Day(at))
                })
            }
            Unit::Month | Unit::Quarter => {
                let (y, m) = self.month_of(base)?;
                let from = Date::new(y, i8::try_from(m).ok()?, 1).ok()?;
                one(shift::month(shift::months(from, d.months * by)?))
            }
            Unit::Year => self.years_off(by * d.months / 12, base),
            Unit::Decade | Unit::Century => {
                let y = self.base_year(base)?;
                Some(Value::About(When::Year(shift::year(y, by * d.months / 12)?)))
            }
        }
    }

    /// So many years off: of a period its like, of a day the year; `a year ago` is about a month.
    fn years_off(&self, n: i32, base: Base) -> Option<Value> {
        if base == Base::Mention && n.abs() == 1 {
            match self.cx.last() {
                Some(When::Quarter(y, q)) => return one(When::Quarter(shift::year(y, n)?, q)),
                Some(When::Month(y, m)) => return one(When::Month(shift::year(y, n)?, m)),
                // `third-quarter earnings on Nov. 9; a year earlier`
                Some(When::Day(_)) => {
                    if let Some(When::Quarter(y, q)) = self.cx.quarter_near(self.found.first) {
                        return one(When::Quarter(shift::year(y, n)?, q));
                    }
                }
                _ => {}
            }
        }
        if base == Base::Publication && n == -1 {
            let d = self.cx.published?;
            return Some(Value::About(shift::month(shift::months(d, -12)?)));
        }
        one(When::Year(shift::year(self.base_year(base)?, n)?))
    }

    fn offset_from(&self, by: i32, d: Distance, anchor: Anchor) -> Option<Value> {
        let from = match anchor {
            Anchor::Deictic(n) => shift::days(self.cx.published?, n.into())?,
            Anchor::Weekday(n) => {
                let published = self.cx.published?;
                if by > 0 { shift::weekday_from(published, n)? } else { shift::weekday_up_to(published, n)? }
            }
            Anchor::Calendar(c) => match self.calendar(c)?.when() {
                When::Day(x) => x,
                When::Year(y) if d.unit == Unit::Year => {
                    return one(When::Year(shift::year(y, by * d.months / 12)?));
                }
                when if d.days == 0 => when.first(),
                _ => return None,
            },
        };
        let at = shift::days(shift::months(from, d.months * by)?, i64::from(d.days * by))?;
        if d.minutes != 0 { None } else { day(at) }
    }

    fn stretch(&self, by: i32, d: Distance, base: Base) -> Option<Value> {
        if self.tells() {
            return None;
        }
        let from = self.base_day(base)?;
        let to = shift::days(shift::months(from, d.months * by)?, i64::from(d.days * by))?;
        let (a, b) = if by < 0 { (to, from) } else { (from, to) };
        match d.unit {
            Unit::Second | Unit::Minute | Unit::Hour => None,
            Unit::Day | Unit::Week | Unit::Fortnight | Unit::Weekend => Some(Value::From(When::Day(a), When::Day(b))),
            Unit::Month => Some(Value::From(shift::month(a), shift::month(b))),
            Unit::Quarter => {
                let q = |d: Date, n| shift::quarters(d.year(), shift::quarter(d), n);
                let n = d.months / 3;
                let (a, b) = if by < 0 { (q(from, -n)?, q(from, -1)?) } else { (q(from, 1)?, q(from, n)?) };
                Some(if a == b { Value::One(a) } else { Value::From(a, b) })
            }
            Unit::Year | Unit::Decade | Unit::Century => Some(Value::From(When::Year(a.year()), When::Year(b.year()))),
        }
    }

    fn week_of(&self, n: u8, c: Calendar) -> Option<Value> {
        let week = |a: Date| Some(Value::From(When::Day(a), When::Day(shift::days(a, 6)?)));
        match c.field {
            Field::Whole => {
                let y = self.year(c.year)??;
                let n = if n == 0 { 52 } else { n % 100 };
                // Week 1 holds 4 January.
                let first = shift::monday(Date::new(y, 1, 4).ok()?)?;
                week(shift::days(first, (i64::from(n) - 1) * 7)?)
            }
            _ => week_in(self.calendar(c)?.when(), n),
        }
    }
}

/// How many days ahead a date may lie though the sentence looks back.
fn slack(field: Field, direction: Direction) -> i64 {
    match (field, direction) {
        (Field::Day(..) | Field::Holiday(_), Direction::Told) => 100,
        (Field::Day(..) | Field::Holiday(_), _) => 30,
        (Field::Month(_), Direction::Told) => 60,
        _ => 0,
    }
}

/// The nth week of a stretch, counted from its first day; 0 is its last seven days.
fn week_in(stretch: When, n: u8) -> Option<Value> {
    let a = match n {
        0 => shift::days(stretch.last(), -6)?,
        n => shift::days(stretch.first(), (i64::from(n) - 1) * 7)?,
    };
    let b = shift::days(a, 6)?.min(stretch.last());
    (a <= b).then_some(Value::From(When::Day(a), When::Day(b)))
}

/// A field in a year that is known.
fn in_year(field: Field, y: i16) -> Option<Value> {
    match field {
        Field::Whole => one(When::Year(y)),
        Field::Month(m) => one(When::Month(y, m)),
        Field::Day(m, d) => day(Date::new(y, i8::try_from(m).ok()?, i8::try_from(d).ok()?).ok()?),
        Field::Season(s) => one(When::Season(y, s)),
        Field::Quarter(q) => one(When::Quarter(y, q)),
        Field::Half(1) => Some(Value::From(When::Month(y, 1), When::Month(y, 6))),
        Field::Half(_) => Some(Value::From(When::Month(y, 7), When::Month(y, 12))),
        Field::Holiday(rule) => day(rule.in_year(y)?),
    }
}
