//! When something happens, by the clock and by the day.

use crate::claim::timex::DateMention;
use crate::compare::context::Context;
use crate::compare::facet::date::{agree, clock, dates_in, is_limit, is_of_another, points_back};
use crate::compare::facet::slot::is_of_telling;
use crate::date::{Grain, PartialDate};
use crate::lexicon::List;
use crate::text::fold::fold;
use crate::text::span::Span;

/// Minutes between two times of day that are two times.
pub(super) const APART: u16 = 45;
/// Days between a month and a day that lies well outside of it.
const MONTH: i64 = 7;
/// Minutes of a day.
const DAY: u16 = 24 * 60;
/// Words for the night that begins a day's evening, or is past midnight.
const NIGHT: [&str; 5] = ["night", "late", "overnight", "midnight", "yesterday"];
/// Words for the hours that another may count to the day before.
const EARLY: [&str; 7] = ["early", "overnight", "midnight", "dawn", "yesterday", "hours", "night"];
/// Words for the hours that are no night.
const DAYTIME: [&str; 6] = ["afternoon", "noon", "midday", "evening", "lunchtime", "morning"];

/// Whether a day is told with one of `words`, in the expression or right before it.
fn is_of(ctx: &Context<'_>, article: usize, d: &DateMention, words: &[&str]) -> bool {
    let doc = &ctx.corpus.articles[article].doc;
    let text = fold(&d.text);
    text.split_whitespace().any(|w| words.contains(&w))
        || doc.token_before(d.span.start()).is_some_and(|t| t.is_any(doc.text, words))
}

/// Two times of day, in minutes, that are not one; which night is meant is often the reader's guess.
pub(super) fn two_clocks((p, a): (u16, Span), (q, b): (u16, Span)) -> Option<(Span, Span)> {
    let gap = p.abs_diff(q);
    (gap.min(DAY - gap) > APART).then_some((a, b))
}

/// Two days that are not one.
pub(super) fn two_days(
    ctx: &Context<'_>,
    (a, p): (usize, &DateMention),
    (b, q): (usize, &DateMention),
) -> Option<(Span, Span)> {
    let ((from, to), (first, last)) = p.value.as_ref()?.days().zip(q.value.as_ref()?.days())?;
    let gap = (first - to).max(from - last);
    let grain = |d: &DateMention| d.value.as_ref().map(|v| v.grain().min(Grain::Day));
    // The night before may be told as the next day, its evening may not.
    let (before, after) = if from > last { ((b, q), (a, p)) } else { ((a, p), (b, q)) };
    let nightly = is_of(ctx, before.0, before.1, &NIGHT) && !is_of(ctx, after.0, after.1, &DAYTIME);
    let early = is_of(ctx, after.0, after.1, &EARLY);
    let two = gap > 1 || gap == 1 && !nightly && !early;
    // A month may be told for the day, and is another where the day lies outside.
    let month = |d: &DateMention| matches!(grain(d), Some(Grain::Month)) && gap > MONTH;
    let grains = grain(p) == grain(q) || month(p) || month(q);
    (two && grains && !agree(p, q, ctx.lexicon)).then_some((p.span, q.span))
}

/// Whether two claims name days that lie apart: a meeting on Monday is not that on Friday.
pub(super) fn of_two_days(ctx: &Context<'_>, a: usize, b: usize) -> bool {
    let days = |claim: usize| {
        let named = |d: &&DateMention| {
            let view = &ctx.corpus.articles[ctx.corpus.claims[claim].article];
            view.tokens(d.span).iter().any(|k| k.lists.has(List::Weekday) || k.lists.has(List::Month))
        };
        dates_in(ctx, claim).iter().filter(named).find_map(|d| d.value.as_ref().and_then(PartialDate::days))
    };
    days(a).zip(days(b)).is_some_and(|((from, to), (first, last))| (first - to).max(from - last) > 1)
}

/// The time of day and the day at which a claim says it happened, if it gives one of each.
pub(super) fn times<'c>(
    ctx: &Context<'c>,
    claim: usize,
    until: bool,
) -> (Option<(u16, Span)>, Option<&'c DateMention>) {
    let article = ctx.corpus.claims[claim].article;
    let told = |d: &&DateMention| {
        let limit = if until { !is_after(ctx, article, d, &["until", "till"]) } else { is_limited(ctx, article, d) };
        d.value.is_some()
            && !limit
            && !points_back(d)
            && !is_of_telling(ctx, article, d.span)
            && !is_of_another(ctx, article, d.span)
    };
    let clock = |d: &DateMention| clock(d).map(|(_, at)| (at, d.span));
    let sole = |clocks: bool| {
        // `a day later than planned, on Tuesday`
        let offset = |d: &&DateMention| d.text.ends_with(" later") || d.text.ends_with(" earlier");
        let all = dates_in(ctx, claim).iter().filter(told).filter(|d| clock(d).is_some() == clocks);
        let mut all = all.filter(|d| !offset(d));
        let first = all.next()?;
        all.next().is_none().then_some(first)
    };
    let at = sole(true);
    (at.and_then(clock), sole(false).or(at))
}

/// Whether one of `words` stands before a date, a few words between the two (`until almost midnight`).
fn is_after(ctx: &Context<'_>, article: usize, d: &DateMention, words: &[&str]) -> bool {
    let doc = &ctx.corpus.articles[article].doc;
    let i = doc.token_at(d.span.start());
    (i.saturating_sub(3)..=i).filter_map(|k| doc.tokens.get(k)).any(|t| t.is_any(doc.text, words))
}

/// Whether something comes before or after a date, and not just before or after it (`minutes before 10 p.m.`).
fn is_limited(ctx: &Context<'_>, article: usize, d: &DateMention) -> bool {
    let doc = &ctx.corpus.articles[article].doc;
    let near = ["just", "shortly", "minutes", "moments", "soon", "seconds"];
    let i = doc.token_at(d.span.start());
    let just = (i.saturating_sub(2)..=i).filter_map(|k| doc.tokens.get(k)).any(|t| t.is_any(doc.text, &near));
    !just && (is_limit(ctx, article, d) || is_after(ctx, article, d, &["until", "till", "since"]))
}
