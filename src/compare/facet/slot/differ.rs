//! Values that fill one slot and are not the same.

use crate::claim::quantity::{Bound, Quantity, QuantityKind};
use crate::claim::timex::DateMention;
use crate::compare::context::Context;
use crate::compare::draft::{PairDifference, Side};
use crate::compare::facet::date::of_two_deeds;
use crate::compare::facet::place::Map;
use crate::compare::facet::quantity::is_update;
use crate::compare::facet::slot::slip::{Slip, slip};
use crate::compare::facet::slot::value::{Filler, Value};
use crate::compare::facet::slot::{Slots, likeness, same_noun, states};
use crate::compare::facet::toll::is_anybody;
use crate::compare::finding::Facet;
use crate::compare::similarity::Overlap;
use crate::date::{Grain, PartialDate};
use crate::lexicon::List;
use crate::likeness::Likeness;
use crate::text::fold::fold;
use std::collections::BTreeSet;

/// Surroundings this alike tell of one slot whatever the verbs.
const SURE: f32 = 0.5;
/// How alike the surroundings of two values are at least, with nothing else in favour of one slot.
const ALIKE: f32 = 0.4;
/// The same where the claims have verbs of one sense, or the measure is a share.
const OF_ONE_VERB: f32 = 0.28;
/// The same where the values count one sort of thing.
const OF_ONE_NOUN: f32 = 0.2;
/// The same for a bound and a figure beyond it that stand alone in their articles.
const BEYOND_BOUND: f32 = 0.1;
/// How many times a figure beyond a bound may be what the bound names: a bound is drawn close to what it is about.
const BOUND_RATIO: f64 = 1.6;
/// How many times one of two lone counts may be the other.
const CLOSE_RATIO: f64 = 1.25;
/// Smaller counts are met too often to tell one thing by being close.
const SMALL: f64 = 10.0;
/// The same for figures of three digits or more, two of them changed about.
const OF_SURE_SLIP: f32 = 0.05;
/// The same for another slip.
const OF_SLIP: f32 = 0.15;
/// The same for a figure that two articles give beside one that no other gives.
const OUTVOTED: f32 = 0.12;
/// A place that an article also names is no other one only if it stands there among words this much as alike.
const KNOWN: f32 = 0.5;
/// How many times one figure may be the other.
const MAX_RATIO: f64 = 2.6;
/// The same for dates that are calendar days or times of day, each the only one of its verb in its article.
const OF_LONE_DAY: f32 = 0.2;
/// The same for times of a day where only names are shared.
const OF_LONE_TIME: f32 = 0.35;

impl Slots<'_> {
    /// The differences of slot between the articles.
    pub(crate) fn differences(&self, ctx: &Context<'_>, map: &Map) -> Vec<PairDifference> {
        let mut out = Vec::new();
        // The values that another article gives too, and the pairs that may differ.
        let (mut told_twice, mut unlike) = (BTreeSet::new(), Vec::new());
        for (&(i, j), &(o, score)) in &self.likes {
            let (x, y) = (&self.values[i], &self.values[j]);
            match likeness(ctx, x, y, map) {
                Likeness::Same | Likeness::Compatible => told_twice.extend([i, j]),
                Likeness::Different if x.background == y.background => unlike.push((i, j, o, score)),
                _ => {}
            }
        }
        for (i, j, o, score) in unlike {
            let (x, y) = (&self.values[i], &self.values[j]);
            // The cheap tests first: few pairs are left for those that look through an article.
            // What only restates the other value in another form (`3:14 a.m. (0214 GMT)`) is no statement of this one.
            let known = |v: usize, w: usize| {
                self.beside(w).any(|(n, z)| {
                    states(ctx, z, &self.values[v], map)
                        && !states(ctx, z, &self.values[w], map)
                        && self.may_be_of_slot(n, v, score * KNOWN)
                })
            };
            let outvoted = told_twice.contains(&i) != told_twice.contains(&j);
            let slot = || enough(ctx, x, y, o, score) || outvoted && enough_outvoted(ctx, x, y, o, score);
            if !self.mutual(i, j, score) || !slot() || known(j, i) || known(i, j) {
                continue;
            }
            let text = |v: &Value<'_>| v.span.of(ctx.corpus.articles[v.article].doc.text);
            let update = match (x.filler, y.filler) {
                (Filler::Amount(p), Filler::Amount(q)) => is_update(ctx, (x.claim, p), (y.claim, q)),
                _ => false,
            };
            let side = |v: &Value<'_>| Side { article: v.article, claim: v.claim, span: v.span };
            out.push(PairDifference {
                facet: facet(x),
                a: side(x),
                b: side(y),
                reason: format!("“{}” in one article, “{}” in the other", text(x), text(y)),
                update,
                score: o.score().max(0.5),
                topic: 0,
            });
        }
        out
    }
}

fn facet(v: &Value<'_>) -> Facet {
    match v.filler {
        Filler::Amount(_) => Facet::Quantity,
        Filler::Day(_) => Facet::Date,
        Filler::Spot(_) => Facet::Place,
    }
}

/// Whether what surrounds two values is enough to take them for one slot.
fn enough(ctx: &Context<'_>, x: &Value<'_>, y: &Value<'_>, o: Overlap, score: f32) -> bool {
    let verb = ctx.same_predicate(x.claim, y.claim) == Some(true);
    match (x.filler, y.filler) {
        (Filler::Amount(p), Filler::Amount(q)) => {
            let (Some(v), Some(w)) = (p.high(), q.high()) else { return false };
            if p.per != q.per {
                return false;
            }
            if let Some(slip) = slip(p, q) {
                let least = if slip == Slip::Sure { OF_SURE_SLIP } else { OF_SLIP };
                if o.plain >= 1 && score >= least {
                    return true;
                }
            }
            // Figures far apart seldom count one thing.
            if v.max(w) > MAX_RATIO * v.min(w) {
                return false;
            }
            let lone_and_close = o.plain >= 1 && score >= BEYOND_BOUND && is_lone_and_close(x, y)
                || o.plain >= 2 && score >= OF_SLIP && is_measured_alone(x, y);
            if lone_and_close {
                return true;
            }
            match p.kind {
                QuantityKind::Count if p.noun.as_deref().is_some_and(is_anybody) => {
                    o.plain >= 2 && (score >= SURE || verb && score >= ALIKE)
                }
                QuantityKind::Count => o.plain >= 2 && score >= OF_ONE_NOUN || o.plain >= 1 && score >= SURE,
                QuantityKind::Money if same_noun(x, y) => score >= OF_ONE_NOUN,
                QuantityKind::Percent => o.plain >= 2 && score >= OF_ONE_VERB,
                QuantityKind::Money if verb && o.plain >= 1 && score >= OF_SLIP => v.max(w) <= 2.0 * v.min(w),
                _ => {
                    let lone = x.alone && y.alone && o.plain >= 3 && score >= ALIKE;
                    verb && score >= OF_ONE_VERB || o.plain >= 2 && score >= SURE || lone
                }
            }
        }
        (Filler::Day(p), Filler::Day(q)) => {
            if of_two_deeds(ctx, x.claim, y.claim) {
                return false;
            }
            // `robbed a bank on Wednesday`, `was charged on Friday with robbing it`
            let apart = ctx.same_predicate(x.claim, y.claim) == Some(false);
            is_lone_day(ctx, (x, p), (y, q), o, score)
                || o.plain >= 2 && (verb && o.score() >= OF_ONE_VERB || !apart && score >= ALIKE)
                || verb && o.plain >= 1 && ctx.same_telling_deed(x.claim, y.claim)
                || verb && o.plain >= 1 && x.alone && y.alone && ctx.may_be_same_deed(x.claim, y.claim)
        }
        (Filler::Spot(_), Filler::Spot(_)) => {
            o.plain >= 2 && (verb && score >= OF_ONE_NOUN || score >= ALIKE)
                || o.plain >= 1 && o.count >= 2 && score >= OF_ONE_NOUN && share_figure(ctx, x, y)
        }
        _ => false,
    }
}

/// The same for two figures of which two articles at least give the one, and one alone the other. Sums and spans of time are
/// too many in a story for it.
fn enough_outvoted(ctx: &Context<'_>, x: &Value<'_>, y: &Value<'_>, o: Overlap, score: f32) -> bool {
    let (Filler::Amount(p), Filler::Amount(q)) = (x.filler, y.filler) else { return false };
    let (Some(v), Some(w)) = (p.high(), q.high()) else { return false };
    if p.per != q.per || v.max(w) > MAX_RATIO * v.min(w) {
        return false;
    }
    match p.kind {
        QuantityKind::Money | QuantityKind::Duration | QuantityKind::Other => false,
        QuantityKind::Count => {
            ctx.same_predicate(x.claim, y.claim) == Some(true) && same_noun(x, y) && o.plain >= 2 && score >= OUTVOTED
        }
        _ => o.plain >= 1 && score >= OUTVOTED,
    }
}

/// Whether two close measures are each the only one of its sort in its article.
fn is_measured_alone(x: &Value<'_>, y: &Value<'_>) -> bool {
    let (Filler::Amount(p), Filler::Amount(q)) = (x.filler, y.filler) else { return false };
    let measure = !matches!(p.kind, QuantityKind::Count | QuantityKind::Percent | QuantityKind::Duration);
    let close = p.high().zip(q.high()).is_some_and(|(v, w)| v.max(w) <= CLOSE_RATIO * v.min(w));
    x.alone && y.alone && measure && close
}

/// Whether the sentences of two values give one figure: what cost the same is the same thing, most likely.
fn share_figure(ctx: &Context<'_>, x: &Value<'_>, y: &Value<'_>) -> bool {
    let figures = |v: &Value<'_>| {
        let view = &ctx.corpus.articles[v.article];
        let sentence = view.doc.sentences.get(ctx.corpus.claims[v.claim].sentence).map_or(v.span, |s| s.span);
        view.quantities_in(sentence).filter(|q| q.kind != QuantityKind::Age && q.high().is_some_and(|n| n > 2.0))
    };
    figures(x).any(|p| figures(y).any(|q| p.kind == q.kind && p.likeness(q) == Likeness::Same))
}

/// Whether two times of day, or two days by month and number, each the only date of its verb in its article, stand among
/// words that are alike: what is told so exactly seldom happened twice.
fn is_lone_day(
    ctx: &Context<'_>,
    (x, p): (&Value<'_>, &DateMention),
    (y, q): (&Value<'_>, &DateMention),
    o: Overlap,
    score: f32,
) -> bool {
    let grain = |d: &DateMention| d.value.as_ref().map(PartialDate::grain);
    let both = |g: Grain| grain(p) == Some(g) && grain(q) == Some(g);
    let (times, days) = (both(Grain::Time), both(Grain::Day) && is_numbered(p, ctx) && is_numbered(q, ctx));
    x.alone
        && y.alone
        && (times && (o.plain >= 1 && score >= OF_LONE_DAY || o.count >= 2 && score >= OF_LONE_TIME)
            || days && o.plain >= 1 && score >= OF_LONE_DAY)
}

/// Whether a date gives month and day.
fn is_numbered(d: &DateMention, ctx: &Context<'_>) -> bool {
    let month = |w: &str| ctx.lexicon.entry_of(List::Month, fold(w).trim_end_matches(['.', ','])).is_some();
    d.text.contains(|c: char| c.is_ascii_digit()) && d.text.split_whitespace().any(month)
}

/// Whether a figure is a bound and the other lies beyond it, close enough to be what the bound was drawn at; or both
/// count one sort of thing and are close. Each must be the only one of its sort in its article.
fn is_lone_and_close(x: &Value<'_>, y: &Value<'_>) -> bool {
    let (Filler::Amount(p), Filler::Amount(q)) = (x.filler, y.filler) else { return false };
    let bound = |q: &Quantity| matches!(q.bound, Bound::Over | Bound::Under | Bound::AtLeast | Bound::AtMost);
    let near = p.high().zip(q.high()).is_some_and(|(v, w)| v.max(w) <= BOUND_RATIO * v.min(w));
    let count = p.kind == QuantityKind::Count && !p.noun.as_deref().is_none_or(is_anybody);
    let close = p.high().zip(q.high()).is_some_and(|(v, w)| v.min(w) >= SMALL && v.max(w) <= CLOSE_RATIO * v.min(w));
    x.alone && y.alone && (near && (bound(p) || bound(q)) || count && close)
}
