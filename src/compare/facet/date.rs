//! One happening, two dates.

use crate::claim::timex::DateMention;
use crate::compare::context::Context;
use crate::compare::draft::{PairDifference, Side};
use crate::compare::finding::Facet;
use crate::compare::similarity::{Weights, beside_values, overlap};
use crate::date::{PartialDate, When};
use crate::lexicon::{Lexicon, List};
use crate::likeness::Likeness;
use crate::text::fold::fold;
use crate::text::span::Span;
use crate::text::token::TokenKind;
use jiff::civil::Date;

/// Claims less alike than this may speak of two happenings.
const ALIKE: f32 = 0.45;
/// The same where the words around the two dates are alike.
const ALIKE_NEARBY: f32 = 0.2;
/// Words on each side of a date that tell what happened then.
const NEAR: usize = 5;
/// Words around two dates that are this alike tell of one thing whatever the rest of the claims says.
const NEAR_SAME: f32 = 0.65;
/// How alike those words are, at least.
const NEAR_ALIKE: f32 = 0.5;
/// Dates of one claim that are compared at most.
const MOST: usize = 32;
/// Words before a date among which an `after` or `following` governs it.
const REACH_OF_AFTER: usize = 12;

/// The difference of date between claims `a` and `b`, if there is one.
pub(crate) fn difference(ctx: &Context<'_>, a: usize, b: usize, weights: &Weights) -> Option<PairDifference> {
    let (xs, ys) = (dates(ctx, a), dates(ctx, b));
    if xs.is_empty() || ys.is_empty() || xs.iter().any(|x| ys.iter().any(|y| agree(x, y, ctx.lexicon))) {
        return None;
    }
    let terms = |c: usize| ctx.corpus.claims[c].terms.as_slice();
    let claims = beside_values(terms(a), terms(b), weights);
    if claims.score() < ALIKE_NEARBY || claims.count < 2 || claims.plain == 0 {
        return None;
    }
    let (x, y, near) = nearest(ctx, (a, xs), (b, ys), weights)?;
    // Of several dates in a claim it cannot be told which belongs to what is shared, but by the words around them.
    let alone = xs.len() == 1 && ys.len() == 1;
    let verbs = ctx.same_predicate(a, b);
    if of_two_deeds(ctx, a, b) {
        return None;
    }
    let aligned = alone && claims.score() >= ALIKE && claims.count > 2 && verbs != Some(false);
    if !(aligned || near >= NEAR_ALIKE && (verbs != Some(false) || near >= NEAR_SAME)) {
        return None;
    }
    let of_another = |c: usize, d: &DateMention| is_of_another(ctx, ctx.corpus.claims[c].article, d.span);
    if of_another(a, x) != of_another(b, y) {
        return None;
    }
    let (p, q) = (x.value.as_ref()?, y.value.as_ref()?);
    // A year against a day of another year tells of two happenings.
    let is_year = |d: &PartialDate| d.to_string().len() == 4;
    if is_year(p) != is_year(q) {
        return None;
    }
    let side = |c: usize, d: &DateMention| Side { article: ctx.corpus.claims[c].article, claim: c, span: d.span };
    Some(PairDifference {
        facet: Facet::Date,
        a: side(a, x),
        b: side(b, y),
        reason: format!("“{}” ({p}) in one article, “{}” ({q}) in the other", x.text, y.text),
        update: false,
        score: claims.score().max(near),
        topic: 0,
    })
}

/// Two dates that can both hold, or the same words: resolved to two days, they stand at different distances from
/// what they count from. So do two that name one day of the week and nothing else (`Thursday morning`, `early
/// Thursday`): which week is meant is the reader's guess.
pub(super) fn agree(x: &DateMention, y: &DateMention, lexicon: &Lexicon) -> bool {
    let same_words = || fold(&x.text) == fold(&y.text);
    match (&x.value, &y.value) {
        (Some(p), Some(q)) => {
            p.likeness(q) != Likeness::Different
                || same_words()
                || one_clock(x, y)
                || one_weekday(&x.text, &y.text, lexicon)
                || weeks_apart(x, y, lexicon)
        }
        _ => same_words(),
    }
}

/// Whether two expressions give one time of day, and one of them no day: of which that is, the reader must guess.
fn one_clock(x: &DateMention, y: &DateMention) -> bool {
    let minute = |d: &DateMention| clock(d).map(|(_, at)| at);
    let bare = |d: &DateMention| {
        let text = fold(&d.text);
        let mut words = text.split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty());
        words.all(|w| CLOCK_WORDS.contains(&w))
    };
    minute(x).is_some_and(|p| minute(y) == Some(p)) && (bare(x) || bare(y))
}

/// The day and the time of day, in minutes, that an expression gives, if it gives one by the local clock.
pub(super) fn clock(d: &DateMention) -> Option<(Date, u16)> {
    match d.value.as_ref()?.when()? {
        When::Time(t, _, None) => {
            let (h, m) = (u16::try_from(t.hour()).ok()?, u16::try_from(t.minute()).ok()?);
            Some((t.date(), h * 60 + m))
        }
        _ => None,
    }
}

/// Words of a time of day that names no day.
const CLOCK_WORDS: [&str; 20] = [
    "a", "about", "after", "almost", "am", "around", "at", "before", "clock", "exactly", "just", "m", "midday",
    "midnight", "nearly", "noon", "o", "p", "pm", "shortly",
];

/// Whether two expressions name the same day of the week, and no figure tells of which week.
fn one_weekday(x: &str, y: &str, lexicon: &Lexicon) -> bool {
    bare_weekday(x, lexicon).is_some_and(|d| bare_weekday(y, lexicon) == Some(d))
}

/// The day of the week that an expression names, if nothing in it tells of which week.
fn bare_weekday<'l>(text: &str, lexicon: &'l Lexicon) -> Option<&'l str> {
    let text = fold(text);
    let dated = text.contains(|c: char| c.is_ascii_digit());
    let mut words = text.split_whitespace();
    if dated || words.clone().any(|w| matches!(w, "last" | "next")) {
        return None;
    }
    words.find_map(|w| lexicon.entry_of(List::Weekday, w).map(|e| e.field(0)))
}

/// Whether one names a day of the week and nothing else, and the other a date just one or two weeks from the day that
/// was taken for it (`on Thursday`, weeks after the event).
fn weeks_apart(x: &DateMention, y: &DateMention, lexicon: &Lexicon) -> bool {
    let bare = |d: &DateMention| bare_weekday(&d.text, lexicon).is_some();
    let day = |d: &DateMention| d.value.as_ref().and_then(PartialDate::days).map(|(first, _)| first);
    let weeks = day(x).zip(day(y)).map(|(p, q)| (p - q).abs());
    (bare(x) || bare(y)) && matches!(weeks, Some(7 | 14))
}

/// The two dates whose surroundings are most alike, and how much.
fn nearest<'d>(
    ctx: &Context<'_>,
    (a, xs): (usize, &[&'d DateMention]),
    (b, ys): (usize, &[&'d DateMention]),
    weights: &Weights,
) -> Option<(&'d DateMention, &'d DateMention, f32)> {
    let of = |c: usize, d: &DateMention| ctx.around(ctx.corpus.claims[c].article, d.span, NEAR);
    let same_verb = ctx.same_predicate(a, b) == Some(true);
    let mut best: Option<(&DateMention, &DateMention, f32)> = None;
    for x in xs {
        let around_x = of(a, x);
        for y in ys {
            let o = overlap(&around_x, &of(b, y), weights);
            let enough = o.plain > 0 && (o.count >= 2 || same_verb);
            let near = if enough { o.score() } else { 0.0 };
            if best.is_none_or(|b| near > b.2) {
                best = Some((x, y, near));
            }
        }
    }
    best
}

fn dates<'x>(ctx: &'x Context<'_>, claim: usize) -> &'x [&'x DateMention] {
    ctx.read[claim].dates.get_or_init(|| {
        let article = ctx.corpus.claims[claim].article;
        let inside = dates_in(ctx, claim).iter();
        inside.filter(|d| d.value.is_some() && !is_limit(ctx, article, d) && !points_back(d)).collect()
    })
}

/// The dates in a claim, with or without a value. Cost: O(log dates).
pub(super) fn dates_in<'c>(ctx: &Context<'c>, claim: usize) -> &'c [DateMention] {
    let view = &ctx.corpus.claims[claim];
    let inside = ctx.corpus.articles[view.article].dates_in(view.claim.span);
    inside.get(..MOST).unwrap_or(inside)
}

/// Whether two claims tell of one actor, and the verb of neither is met in the other, as a noun or in another word: somebody, or
/// a body, does two things on two days.
pub(super) fn of_two_deeds(ctx: &Context<'_>, a: usize, b: usize) -> bool {
    let met = |c: usize, other: usize| {
        let told = &ctx.corpus.claims[other].terms;
        ctx.verb_terms(c).iter().any(|t| told.iter().any(|u| t.likeness(u) > 0.0))
    };
    let one = ctx.subject_actor(a).is_some_and(|x| ctx.subject_actor(b) == Some(x));
    one && ctx.same_predicate(a, b) != Some(true) && !met(a, b) && !met(b, a)
}

/// Whether a claim tells of a day after the denying article appeared: there was none of it then.
pub(super) fn comes_after(ctx: &Context<'_>, claim: usize, article: usize) -> bool {
    let days = dates_in(ctx, claim).iter().filter_map(|d| d.value.as_ref().and_then(PartialDate::days));
    ctx.published_on(article).is_some_and(|published| days.into_iter().any(|(first, _)| first > published))
}

/// Whether two claims give no two days.
pub(super) fn of_one_day(ctx: &Context<'_>, a: usize, b: usize) -> bool {
    let (p, q) = (dates_in(ctx, a), dates_in(ctx, b));
    p.iter().all(|d| q.iter().all(|e| agree(d, e, ctx.lexicon)))
}

/// Whether an expression points back at something told before (`that night`, `the same day`): which that is, the reader
/// must guess.
pub(super) fn points_back(d: &DateMention) -> bool {
    let text = fold(&d.text);
    let mut words = text.split_whitespace().skip_while(|w| *w == "the");
    matches!(words.next(), Some("that" | "same"))
}

/// A date that something comes before or after (`by Friday`, `since 2019`) does not say when it happens.
pub(super) fn is_limit(ctx: &Context<'_>, article: usize, d: &DateMention) -> bool {
    let doc = &ctx.corpus.articles[article].doc;
    let limit = |w: &str| matches!(w, "before" | "after" | "by" | "since" | "until" | "till" | "through" | "following");
    let first = doc.tokens.get(doc.token_at(d.span.start())).map(|t| fold(t.of(doc.text)));
    let before = doc.token_before(d.span.start()).map(|t| fold(t.of(doc.text)));
    first.is_some_and(|w| limit(&w)) || before.is_some_and(|w| limit(&w))
}

/// Whether a date belongs to something that a sentence names beside what it tells: `Friday's attack`, `died after being
/// shot on Sunday`. Cost: O(1), a few words are looked at.
pub(super) fn is_of_another(ctx: &Context<'_>, article: usize, date: Span) -> bool {
    let doc = &ctx.corpus.articles[article].doc;
    let next = doc.tokens.get(doc.tokens.partition_point(|t| t.span.start() < date.end()));
    if next.is_some_and(|t| t.kind == TokenKind::Possessive && t.span.start() == date.end()) {
        return true;
    }
    let sentence = doc.sentence_at(date.start()).and_then(|i| doc.sentences.get(i)).map_or(0, |s| s.span.start());
    let before = doc.tokens.get(..doc.token_at(date.start())).unwrap_or(&[]).iter().rev();
    let mut verb = false;
    for t in before.take(REACH_OF_AFTER).take_while(|t| t.span.start() >= sentence) {
        match t.of(doc.text) {
            "after" | "following" => return true,
            // A clause of its own begins after the mark (`after the vote, she left on Friday`).
            "," | ";" | ":" | "—" if verb => return false,
            _ => verb |= t.lists.has(List::Verb) || t.lists.has(List::PastVerb),
        }
    }
    false
}
