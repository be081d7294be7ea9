//! A day that two articles give, and in a third that never gives it one beside it, or one that a slip makes of it (12 May,
//! 21 May), which nobody else gives. Days in figures seldom meet so by chance, whatever the rest of the sentences. A time
//! of day is held against another of that day, where the sentences have a word in common.

use crate::claim::clause::Polarity;
use crate::claim::timex::DateMention;
use crate::compare::context::Context;
use crate::compare::draft::{PairDifference, Side};
use crate::compare::facet::date::{clock, dates_in};
use crate::compare::facet::moment::APART;
use crate::compare::facet::slot::is_of_telling;
use crate::compare::facet::stance::is_ahead;
use crate::compare::facet::theme::is_put_forward;
use crate::compare::finding::Facet;
use crate::date::{PartialDate, When};
use crate::lexicon::List;
use crate::text::token::TokenKind;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// Days between one and another given for it.
const BESIDE: i32 = 3;
/// Years between two that are given for the month of one thing.
const YEARS: i16 = 3;
/// Times of one day that are looked at.
const CLOCKS: usize = 32;
/// Mentions of one day in one article that are looked at.
const MENTIONS: usize = 8;

/// A day, a month, or a time of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Given {
    Day(Date),
    Month(i16, u8),
    /// In minutes.
    Clock(Date, u16),
}

/// A claim that gives one.
#[derive(Debug, Clone, Copy)]
struct Told<'c> {
    claim: usize,
    mention: &'c DateMention,
    /// Whether it stands there in figures: `12 May`, `May 2023`.
    figures: bool,
}

impl Told<'_> {
    /// Whether the day of the week stands beside it.
    fn is_of_weekday(&self, ctx: &Context<'_>, article: usize) -> bool {
        ctx.corpus.articles[article].tokens(self.mention.span).iter().any(|t| t.lists.has(List::Weekday))
    }
}

/// What the articles of a cluster give.
#[derive(Default)]
struct Calendar<'c> {
    /// The articles that give it, in whatever words.
    known: BTreeMap<Given, BTreeSet<usize>>,
    /// The claims that do, by article.
    told: BTreeMap<Given, BTreeMap<usize, Vec<Told<'c>>>>,
}

/// The differences of day between the articles of a cluster. Cost: O(dates × (BESIDE + YEARS)), and for each pair of days
/// O(articles × terms of a claim).
pub(crate) fn differences(ctx: &Context<'_>, articles: &[usize]) -> Vec<PairDifference> {
    let calendar = Calendar::new(ctx, articles);
    let mut out = Vec::new();
    for (&other, told) in &calendar.told {
        // Given by one article alone, in figures.
        let Some((&b, here)) = told.iter().next().filter(|_| calendar.articles(other).len() == 1) else { continue };
        let Some(&y) = here.iter().find(|t| t.figures) else { continue };
        // Whoever mistypes a day seldom gives it the right day of the week.
        let meant = y.is_of_weekday(ctx, b);
        let clocks = calendar.clocks_beside(other);
        for (day, near) in beside(other).into_iter().chain(clocks) {
            let near = if near == Near::Slip && meant { Near::IfAlike } else { near };
            let known = calendar.articles(day);
            if known.len() < 2 || known.contains(&b) || calendar.gives_about(b, day) {
                continue;
            }
            out.extend(calendar.against(ctx, day, (b, y), near));
        }
    }
    out
}

impl<'c> Calendar<'c> {
    fn new(ctx: &Context<'c>, articles: &[usize]) -> Self {
        let mut out = Self::default();
        for &a in articles {
            for d in &ctx.corpus.articles[a].found.dates {
                for day in given(d) {
                    out.known.entry(day).or_default().insert(a);
                }
            }
            for c in ctx.corpus.articles[a].claims.clone().filter(|&c| is_put_forward(ctx, c)) {
                let positive = ctx.corpus.claims[c].claim.polarity == Polarity::Positive;
                for d in dates_in(ctx, c).iter().filter(|d| positive && !is_of_telling(ctx, a, d.span)) {
                    for day in given(d) {
                        let here = out.told.entry(day).or_default().entry(a).or_default();
                        if here.len() < MENTIONS {
                            here.push(Told { claim: c, mention: d, figures: in_figures(ctx, a, d, day) });
                        }
                    }
                }
            }
        }
        out
    }

    fn articles(&self, day: Given) -> &BTreeSet<usize> {
        static NONE: BTreeSet<usize> = BTreeSet::new();
        self.known.get(&day).unwrap_or(&NONE)
    }

    /// The times of one day.
    fn times_of(&self, day: Date) -> impl Iterator<Item = (Given, u16)> + '_ {
        let all = self.known.range(Given::Clock(day, 0)..=Given::Clock(day, u16::MAX));
        all.take(CLOCKS).filter_map(|(g, _)| if let Given::Clock(_, at) = *g { Some((*g, at)) } else { None })
    }

    /// The other times of the day, if `of` is one.
    fn clocks_beside(&self, of: Given) -> Vec<(Given, Near)> {
        let Given::Clock(day, at) = of else { return Vec::new() };
        self.times_of(day).filter(|(_, t)| t.abs_diff(at) > APART).map(|(g, _)| (g, Near::IfAlike)).collect()
    }

    /// Whether an article gives a time of day that may be the one given.
    fn gives_about(&self, article: usize, of: Given) -> bool {
        let Given::Clock(day, at) = of else { return false };
        self.times_of(day).any(|(g, t)| t.abs_diff(at) <= APART && self.articles(g).contains(&article))
    }

    /// What the articles that give `day` tell of it that is likest to `y`, against `y`.
    fn against(&self, ctx: &Context<'_>, day: Given, (b, y): (usize, Told<'_>), near: Near) -> Vec<PairDifference> {
        let Some(told) = self.told.get(&day) else { return Vec::new() };
        let ahead = is_ahead(ctx, y.claim);
        let of_one_time = |t: &&Told<'_>| is_ahead(ctx, t.claim) == ahead;
        let mut likest: Vec<(usize, f32, Told<'_>)> = Vec::new();
        for (&a, here) in told {
            let mut best: Option<(f32, Told<'_>)> = None;
            for &x in here.iter().filter(of_one_time) {
                let alike = alike(ctx, x.claim, y.claim);
                if best.is_none_or(|(most, kept)| alike > most || alike == most && x.figures && !kept.figures) {
                    best = Some((alike, x));
                }
            }
            likest.extend(best.map(|(alike, x)| (a, alike, x)));
        }
        let figures = told.values().flatten().any(|t| t.figures);
        let any = likest.iter().any(|l| l.1 > 0.0);
        if !figures || near == Near::IfAlike && !any {
            return Vec::new();
        }
        // Of those that tell of the day, the ones that tell of the same, where any does.
        likest.retain(|l| if any { l.1 > 0.0 } else { l.2.figures });
        likest.into_iter().map(|(a, _, x)| difference((a, x), (b, y))).collect()
    }
}

fn difference((a, x): (usize, Told<'_>), (b, y): (usize, Told<'_>)) -> PairDifference {
    PairDifference {
        facet: Facet::Date,
        a: Side { article: a, claim: x.claim, span: x.mention.span },
        b: Side { article: b, claim: y.claim, span: y.mention.span },
        reason: format!("“{}” in one article, “{}” in the other", x.mention.text, y.mention.text),
        update: false,
        score: 0.6,
        topic: 0,
    }
}

/// The day, the month of a year, or the time of a day and its day that an expression gives.
fn given(d: &DateMention) -> impl Iterator<Item = Given> + use<> {
    let about = d.value.as_ref().is_some_and(PartialDate::is_approximate);
    let (first, second) = match d.value.as_ref().and_then(PartialDate::when) {
        Some(When::Time(t, ..)) => (Some(Given::Day(t.date())), clock(d).map(|(day, at)| Given::Clock(day, at))),
        Some(When::Day(day)) if !about => (Some(Given::Day(day)), None),
        Some(When::Month(year, month)) if !about => (Some(Given::Month(year, month)), None),
        _ => (None, None),
    };
    first.into_iter().chain(second)
}

/// Whether a day is named by its month and number, a month by its name and year, or a time of day by a number.
fn in_figures(ctx: &Context<'_>, article: usize, d: &DateMention, given: Given) -> bool {
    let tokens = ctx.corpus.articles[article].tokens(d.span);
    let clock = matches!(given, Given::Clock(..));
    let number = tokens.iter().any(|t| t.kind == TokenKind::Number || clock && t.lists.has(List::NumberWord));
    number && (clock || tokens.iter().any(|t| t.lists.has(List::Month)))
}

/// When one day is taken for another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Near {
    /// Whatever the claims say.
    Always,
    /// The same, unless its weekday stands beside it.
    Slip,
    /// Where the claims share a word.
    IfAlike,
}

/// What may have been given for a day: the days beside it, those that two digits changed about or one other digit make of
/// it, and the same day of the month before or after; for a month the same of another year.
fn beside(of: Given) -> Vec<(Given, Near)> {
    match of {
        Given::Clock(..) => Vec::new(),
        Given::Month(year, month) => (-YEARS..=YEARS)
            .filter(|n| *n != 0)
            .map(|n| (Given::Month(year.saturating_add(n), month), Near::IfAlike))
            .collect(),
        Given::Day(day) => {
            let days = (-BESIDE..=BESIDE).filter(|n| *n != 0).filter_map(|n| {
                let near = if n.abs() == 1 { Near::Always } else { Near::IfAlike };
                Some((day.checked_add(jiff::Span::new().try_days(n).ok()?).ok()?, near))
            });
            let slips = (1..=day.days_in_month()).filter(|n| is_slip(*n, day.day()) && n.abs_diff(day.day()) > 3);
            let slips = slips.filter_map(|n| Some((Date::new(day.year(), day.month(), n).ok()?, Near::Slip)));
            let months = [-1, 1].into_iter().filter_map(|n| {
                let other = day.checked_add(jiff::Span::new().try_months(n).ok()?).ok()?;
                (other.day() == day.day()).then_some((other, Near::IfAlike))
            });
            days.chain(slips).chain(months).map(|(d, near)| (Given::Day(d), near)).collect()
        }
    }
}

/// `12`, `21`; `4`, `14`; `18`, `28`
fn is_slip(m: i8, n: i8) -> bool {
    let (p, q) = ((m / 10, m % 10), (n / 10, n % 10));
    m != n && (p == (q.1, q.0) || p.1 == q.1)
}

/// How much the words tell that two claims share, the dates left out.
fn alike(ctx: &Context<'_>, a: usize, b: usize) -> f32 {
    let (x, y) = (&ctx.corpus.claims[a].terms, &ctx.corpus.claims[b].terms);
    let shared = x.iter().filter(|t| !t.value && y.iter().any(|u| t.likeness(u) > 0.0));
    shared.map(|t| t.base).sum()
}

#[cfg(test)]
mod tests {
    use super::is_slip;

    #[test]
    fn slips_of_a_day() {
        assert!(is_slip(12, 21) && is_slip(4, 14) && is_slip(18, 28) && is_slip(3, 30));
        assert!(!is_slip(12, 12) && !is_slip(11, 12) && !is_slip(3, 12));
    }
}
