//! A date that one article sets as a limit (`born before 1975`) and the other article's date of the same deed, beyond it.

use crate::claim::clause::Polarity;
use crate::claim::timex::DateMention;
use crate::compare::context::Context;
use crate::compare::draft::{PairDifference, Side};
use crate::compare::facet::date::{agree, dates_in, is_limit, is_of_another};
use crate::compare::finding::Facet;
use crate::compare::similarity::{Weights, beside_values};
use crate::date::Grain;
use crate::text::token::TokenKind;

/// Claims with a last day each that are less alike than this may be of two things.
const ALIKE: f32 = 0.5;

/// On which side of a limit something is said to lie.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reach {
    Before,
    After,
}

/// The date of one claim that lies beyond the limit of the other, if the two tell one deed. Cost: O(log dates).
pub(crate) fn difference(ctx: &Context<'_>, a: usize, b: usize, weights: &Weights) -> Option<PairDifference> {
    if let Some(two) = deadlines(ctx, a, b, weights) {
        return Some(two);
    }
    if sole(ctx, a).is_none() || sole(ctx, b).is_none() {
        return None;
    }
    let born = is_of_birth(ctx, a) && is_of_birth(ctx, b);
    let deed = born || ctx.same_predicate(a, b) == Some(true);
    let told = |c: usize| ctx.corpus.claims[c].claim.polarity == Polarity::Positive;
    // `was not released before 2017` sets no limit to when it was.
    if !deed || !told(a) || !told(b) {
        return None;
    }
    let (x, y) = [(a, b), (b, a)].into_iter().find_map(|(p, q)| {
        let (limit, side) = only_limit(ctx, p)?;
        let date = only_date(ctx, q)?;
        let ((from, to), (first, last)) = (limit.value.as_ref()?.days()?, date.value.as_ref()?.days()?);
        // Of an hour the day itself is on neither side (`shortly before 6 a.m.`, `5.50 a.m.`).
        let hour = limit.value.as_ref().is_some_and(|v| v.grain() > Grain::Day);
        let beyond = match side {
            Reach::Before => first > from || first == from && !hour,
            Reach::After => last < to || last == to && !hour,
        };
        let pair = if p == a { (limit, date) } else { (date, limit) };
        beyond.then_some(pair)
    })?;
    if !ctx.same_subject(a, b, weights) && !ctx.same_telling_deed(a, b) {
        return None;
    }
    let reason = format!("“{}” in one article, “{}” in the other, on the wrong side of it", x.text, y.text);
    Some(of_dates(ctx, (a, x), (b, y), reason))
}

fn of_dates(
    ctx: &Context<'_>,
    (a, x): (usize, &DateMention),
    (b, y): (usize, &DateMention),
    reason: String,
) -> PairDifference {
    let side = |claim: usize, d: &DateMention| Side { article: ctx.corpus.claims[claim].article, claim, span: d.span };
    let (a, b) = (side(a, x), side(b, y));
    PairDifference { facet: Facet::Date, a, b, reason, update: false, score: 0.6, topic: 0 }
}

/// Two days up to which one thing may be done (`has until May 12 to appeal`, `was given until May 22 to appeal`).
fn deadlines(ctx: &Context<'_>, a: usize, b: usize, weights: &Weights) -> Option<PairDifference> {
    let (x, y) = (deadline(ctx, a)?, deadline(ctx, b)?);
    let (p, q) = (x.value.as_ref()?, y.value.as_ref()?);
    let view = |c: usize| &ctx.corpus.claims[c];
    let told = beside_values(&view(a).about, &view(b).about, weights);
    let one_thing = told.score() >= ALIKE && told.plain >= 2 && view(a).claim.polarity == view(b).claim.polarity;
    if !one_thing || p.grain() != q.grain() || agree(x, y, ctx.lexicon) {
        return None;
    }
    let reason = format!("up to “{}” in one article, up to “{}” in the other", x.text, y.text);
    Some(of_dates(ctx, (a, x), (b, y), reason))
}

/// The one date of a claim if it is the last day for what the claim tells.
fn deadline<'c>(ctx: &Context<'c>, claim: usize) -> Option<&'c DateMention> {
    let date = sole(ctx, claim)?;
    let doc = &ctx.corpus.articles[ctx.corpus.claims[claim].article].doc;
    let before = doc.token_before(date.span.start())?;
    let last = before.is_any(doc.text, &["until", "till", "by"])
        || before.is(doc.text, "to") && doc.token_before(before.span.start()).is_some_and(|t| t.is(doc.text, "up"));
    last.then_some(date)
}

/// Whether the one date of a claim is a birthday: `(born 12 July 1979)`, `was born before 1975`. It stands beside the
/// verb, which need not be the claim's own.
fn is_of_birth(ctx: &Context<'_>, claim: usize) -> bool {
    let Some(date) = sole(ctx, claim) else { return false };
    let doc = &ctx.corpus.articles[ctx.corpus.claims[claim].article].doc;
    let before = doc.tokens.get(..doc.token_at(date.span.start())).unwrap_or(&[]).iter().rev();
    let mut words = before.map(|t| t.of(doc.text)).take(2);
    words.find(|w| !matches!(*w, "on" | "in" | "before" | "after")) == Some("born")
}

/// The one date of a claim, if it has no other.
fn sole<'c>(ctx: &Context<'c>, claim: usize) -> Option<&'c DateMention> {
    match dates_in(ctx, claim) {
        [only] if only.value.is_some() => Some(only),
        _ => None,
    }
}

/// The one date of a claim where it is a limit, with the side on which what the claim tells lies.
fn only_limit<'c>(ctx: &Context<'c>, claim: usize) -> Option<(&'c DateMention, Reach)> {
    let date = sole(ctx, claim)?;
    let doc = &ctx.corpus.articles[ctx.corpus.claims[claim].article].doc;
    let reach = match doc.token_before(date.span.start())?.of(doc.text) {
        "before" => Reach::Before,
        "after" => Reach::After,
        _ => return None,
    };
    // `after Tuesday's raid`: the limit is the raid.
    let next = doc.tokens.get(doc.token_at(date.span.end()));
    let owner = next.is_some_and(|t| t.kind == TokenKind::Possessive && t.span.start() == date.span.end());
    (!owner).then_some((date, reach))
}

/// The one date of a claim where it says when what the claim tells happened.
fn only_date<'c>(ctx: &Context<'c>, claim: usize) -> Option<&'c DateMention> {
    let article = ctx.corpus.claims[claim].article;
    sole(ctx, claim).filter(|d| !is_limit(ctx, article, d) && !is_of_another(ctx, article, d.span))
}
