//! What the resolution of a date depends on: when the text was published, what was mentioned before, and whether the
//! text tells of the day or of history.

use crate::claim::timex::expr::{Base, Calendar, Expr, Field, Found, Year};
use crate::claim::timex::order::month_first;
use crate::claim::timex::resolve::Value;
use crate::claim::timex::shift;
use crate::claim::timex::word::Words;
use crate::date::{PartialDate, When};
use crate::lexicon::List;
use jiff::civil::{Date, DateTime};

/// How many tokens back a day may have been mentioned for `the next day` to be counted from it.
const REACH: usize = 400;

/// How many tokens back a date of another year may stand for its year to go on.
const CARRY: usize = 60;

/// How many tokens back a day counts as just mentioned.
const JUST: usize = 25;

/// What is known where a date stands.
#[derive(Debug, Default)]
pub(super) struct Context {
    /// The day of publication.
    pub(super) published: Option<Date>,
    /// Its time and zone, where they are given.
    pub(super) published_time: Option<(DateTime, Option<i16>)>,
    /// Whether the text tells of years gone by, so that a date without a year goes on from the one before.
    pub(super) narrative: bool,
    /// Whether dates in digits put the month first, where the text shows it.
    pub(super) month_first: Option<bool>,
    last: Option<(When, usize)>,
    day: Option<(Date, usize)>,
    /// The last one of them that is close to publication.
    close: Option<Date>,
    month: Option<(i16, u8, usize)>,
    year: Option<i16>,
    quarter: Option<(When, usize)>,
    /// Where a narrative has come to: the year, and the month where one was told.
    story: Option<(i16, Option<u8>)>,
    /// For each date found, the year that it names.
    years: Vec<Option<Named>>,
}

/// A year that a date names.
#[derive(Debug, Clone, Copy)]
struct Named {
    year: i16,
    /// Whether the date opens its sentence or stands on a line of its own: there a narrative moves on.
    leads: bool,
    /// Whether it is one of two years of a range.
    range: bool,
    /// The next other year that is named after it, ranges left out.
    next: Option<i16>,
    /// Whether the next two that are named are the same.
    stays: bool,
}

impl Context {
    pub(super) fn new(published: Option<&PartialDate>, found: &[Found], w: &Words<'_>) -> Self {
        let when = published.and_then(PartialDate::when);
        let (day, time) = match when {
            Some(When::Day(d)) => (Some(d), None),
            Some(When::Time(t, _, zone)) => (Some(t.date()), Some((t, zone))),
            _ => (None, None),
        };
        Self {
            published: day,
            published_time: time,
            narrative: is_narrative(day, found),
            month_first: month_first(day, found, w),
            years: named_years(found, w),
            ..Self::default()
        }
    }

    /// Remembers a date that was made out at a token.
    pub(super) fn note(&mut self, value: Value, at: usize) {
        let when = value.when();
        match (value, when) {
            (Value::From(..), When::Day(d)) => {
                self.month = Some((d.year(), u8::try_from(d.month()).unwrap_or(1), at));
                self.year = Some(d.year());
            }
            (Value::From(..), _) | (_, When::Decade(_) | When::Century(_)) => return,
            (_, When::Day(d)) => self.note_day(d, at),
            (_, When::Time(t, ..)) => self.note_day(t.date(), at),
            (_, When::Month(y, m)) => {
                self.month = Some((y, m, at));
                self.year = Some(y);
            }
            (_, When::Year(y) | When::Season(y, _) | When::Quarter(y, _)) => {
                if matches!(when, When::Quarter(..)) {
                    self.quarter = Some((when, at));
                }
                if self.month.is_some_and(|(before, ..)| before != y) {
                    self.month = None;
                }
                self.year = Some(y);
            }
        }
        self.last = Some((when, at));
    }

    fn note_day(&mut self, d: Date, at: usize) {
        self.day = Some((d, at));
        if self.published.is_some_and(|p| shift::distance(d, p) <= 7) {
            self.close = Some(d);
        }
        self.month = Some((d.year(), u8::try_from(d.month()).unwrap_or(1), at));
        self.year = Some(d.year());
    }

    /// The day mentioned last.
    pub(super) fn last_day(&self, at: usize) -> Option<Date> {
        let (d, was) = self.day?;
        (at.saturating_sub(was) <= REACH).then_some(d)
    }

    /// The month mentioned last.
    pub(super) fn last_month(&self, at: usize) -> Option<(i16, u8)> {
        let (y, m, was) = self.month?;
        (at.saturating_sub(was) <= REACH).then_some((y, m))
    }

    /// Whether dates are counted from the story that is told rather than from publication: in a narrative, unless the
    /// day mentioned last is close to publication.
    pub(super) fn tells(&self, at: usize) -> bool {
        self.narrative
            && !matches!((self.last_day(at), self.published), (Some(d), Some(p)) if shift::distance(d, p) <= 31)
    }

    /// The first day of what was mentioned last.
    pub(super) fn last_point(&self) -> Option<Date> {
        self.last.map(|(when, _)| when.first())
    }

    /// The year mentioned last.
    pub(super) fn last_year(&self) -> Option<i16> {
        self.year
    }

    /// The quarter mentioned last.
    pub(super) fn last_quarter(&self) -> Option<When> {
        self.quarter.map(|(q, _)| q)
    }

    /// The quarter mentioned in the sentences just before.
    pub(super) fn quarter_near(&self, at: usize) -> Option<When> {
        self.quarter.filter(|(_, was)| at.saturating_sub(*was) <= CARRY).map(|(q, _)| q)
    }

    /// The day mentioned shortly before, in the same breath.
    pub(super) fn day_just_mentioned(&self, at: usize) -> Option<Date> {
        let (d, was) = self.day?;
        (at.saturating_sub(was) <= JUST).then_some(d)
    }

    /// The year in which a narrative has come to stand.
    pub(super) fn story_year(&self) -> Option<i16> {
        self.story.map(|(y, _)| y).or(self.year)
    }

    /// What was mentioned last.
    pub(super) fn last(&self) -> Option<When> {
        self.last.map(|(when, _)| when)
    }

    /// The time mentioned last, if nothing else was mentioned since.
    pub(super) fn last_time(&self) -> Option<(DateTime, Option<i16>)> {
        match self.last {
            Some((When::Time(t, _, zone), _)) => Some((t, zone)),
            _ => None,
        }
    }

    /// The day that a time of day belongs to: the one mentioned last, in news only if it was just mentioned or is close
    /// to publication; else that of publication.
    pub(super) fn day_of_clock(&self, at: usize) -> Option<Date> {
        let last = self.last_day(at);
        if self.tells(at) {
            return last;
        }
        let Some(published) = self.published else { return last };
        let near = |d: Date| shift::distance(d, published) <= 7;
        let just = self.day_just_mentioned(at).is_some();
        last.filter(|d| just || near(*d)).or(self.close).or(Some(published))
    }

    /// Moves the story on to the `k`th date found, which means `value`.
    ///
    /// A year named within a sentence is an aside where the story goes on after it from where it was before
    /// (`declassified in 2005`, `to be completed by 1998`).
    pub(super) fn tell(&mut self, k: usize, found: &Found, value: Value, ends_range: bool) {
        let month = match value.when() {
            When::Month(_, m) => Some(m),
            When::Day(d) => u8::try_from(d.month()).ok(),
            When::Time(t, ..) => u8::try_from(t.month()).ok(),
            When::Season(_, s @ 21..=23) => Some((s - 21) * 3 + 4),
            _ => None,
        };
        let Some(named) = self.years.get(k).copied().flatten() else {
            let goes_on = matches!(found.expr, Expr::Calendar(Calendar { year: Year::Open, .. }));
            let year = value.when().first().year();
            // The end of a range does not carry the story over the turn of a year.
            let turned = ends_range && self.story.is_some_and(|(now, _)| year > now);
            if goes_on && month.is_some() && !turned {
                self.story = Some((year, month));
            }
            return;
        };
        let moves = match (self.story, named.next) {
            _ if named.leads || named.stays => true,
            (None, _) => true,
            _ if named.range => false,
            (Some((now, _)), Some(next)) if named.year > now => next >= named.year || next < now,
            (Some((now, _)), Some(next)) if named.year < now => next < now,
            (Some((now, _)), None) => (named.year - now).abs() <= 1,
            _ => true,
        };
        if moves {
            // A bare year behind a date (`December 7, in 1941`) leaves its month standing.
            let before = self.story.filter(|(y, _)| *y == named.year).and_then(|(_, m)| m);
            self.story = Some((named.year, month.or(before)));
        }
    }

    /// The year, and the month if any, from which a date without a year goes on; `None` where it is counted from
    /// publication.
    pub(super) fn carried(&self, at: usize) -> Option<(i16, Option<u8>)> {
        if self.narrative {
            return self.story;
        }
        let (when, was) = self.last?;
        let far = self
            .published
            .is_some_and(|p| shift::distance(when.first(), p) > 400 && shift::distance(when.last(), p) > 400);
        let dated = matches!(when, When::Day(_) | When::Time(..) | When::Month(..));
        let month = self.month.filter(|(y, ..)| self.year == Some(*y)).map(|(_, m, _)| m);
        (far && dated && at.saturating_sub(was) <= CARRY).then_some((self.year?, month))
    }
}

/// The year that each date names, where it names one.
fn named_years(found: &[Found], w: &Words<'_>) -> Vec<Option<Named>> {
    let bare = |f: &Found| matches!(f.expr, Expr::At(When::Year(_)));
    let mut out: Vec<Option<Named>> = vec![None; found.len()];
    // From the end: the year that comes next, how often it is named in a row, and the one after that.
    let (mut coming, mut run, mut after): (Option<i16>, usize, Option<i16>) = (None, 0, None);
    for (k, f) in found.iter().enumerate().rev() {
        let Some(year) = explicit(f) else { continue };
        let before = k.checked_sub(1).and_then(|p| found.get(p)).filter(|p| p.to_next);
        let second = before.is_some_and(|p| bare(p) && bare(f));
        let range = second || f.to_next && bare(f);
        let same = coming == Some(year);
        let next = if same { after } else { coming };
        if let Some(place) = out.get_mut(k) {
            *place = Some(Named { year, leads: !second && opens_sentence(w, f), range, next, stays: same && run >= 2 });
        }
        if !range {
            if same {
                run += 1;
            } else {
                (after, coming, run) = (coming, Some(year), 1);
            }
        }
    }
    out
}

/// The year that a date names.
fn explicit(f: &Found) -> Option<i16> {
    match f.expr {
        Expr::Calendar(Calendar { year: Year::Of(y), .. }) | Expr::At(When::Year(y) | When::Month(y, _)) => Some(y),
        Expr::At(When::Day(d)) => Some(d.year()),
        _ => None,
    }
}

/// Whether no more than a preposition and an article stand between a date and the beginning of its sentence or line.
fn opens_sentence(w: &Words<'_>, f: &Found) -> bool {
    let Some(t) = w.token(f.first) else { return false };
    let start = w.doc.sentence_at(t.span.start()).map_or(0, |s| w.doc.range_of(s).start);
    let bare = f.first <= start || !w.joined(f.first);
    let line = f.first > 0 && (f.first - 1 == start || !w.joined(f.first - 1));
    bare || line && (w.has(f.first - 1, List::Preposition) || w.is(f.first - 1, "the"))
}

/// Whether a text tells of years gone by: it dates by the year, mostly years before publication, and hardly ever from
/// the day on which it was written.
fn is_narrative(published: Option<Date>, found: &[Found]) -> bool {
    let (mut old, mut dated, mut new, mut deictic) = (0, 0, 0, 0);
    for f in found {
        match (explicit(f), f.expr) {
            (Some(y), e) if published.is_none_or(|p| y != p.year()) => {
                dated += usize::from(!matches!(e, Expr::At(When::Year(_))));
                old += usize::from(published.is_none_or(|p| y < p.year() - 1));
            }
            (Some(_), _) => new += 1,
            // A day without a year, close to publication by its own.
            (None, Expr::Calendar(Calendar { year: Year::Open, field: Field::Day(m, d), .. })) => {
                deictic += usize::from(published.is_some_and(|p| is_close(p, m, d)));
            }
            (
                None,
                Expr::Weekday(_)
                | Expr::Deictic(_)
                | Expr::Offset(_, _, Base::Publication)
                | Expr::Shifted(_, _, Base::Publication)
                | Expr::Named(_, _, Base::Publication),
            ) => deictic += 1,
            _ => {}
        }
    }
    dated >= 3 && dated >= 2 * deictic && dated >= new || old >= 5 && old >= 3 * (new + deictic)
}

/// Whether a day of the year lies within two weeks of publication.
fn is_close(published: Date, m: u8, d: u8) -> bool {
    let (Ok(m), Ok(d)) = (i8::try_from(m), i8::try_from(d)) else { return false };
    (-1..=1).filter_map(|n| Date::new(published.year() + n, m, d).ok()).any(|x| shift::distance(x, published) <= 14)
}
