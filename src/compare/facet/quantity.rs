//! One count or measure, two values.

use crate::claim::clause::ClaimKind;
use crate::claim::quantity::{Amount, Bound, Quantity, QuantityKind};
use crate::compare::context::Context;
use crate::compare::draft::{PairDifference, Side};
use crate::compare::facet::counted::{dimension, is_converted, is_one_by_one, is_part, is_total, leaves_out, noun};
use crate::compare::facet::scope;
use crate::compare::facet::toll::{GATHERED, is_background, is_other_crowd};
use crate::compare::finding::Facet;
use crate::compare::similarity::{Overlap, Weights, overlap};
use crate::likeness::Likeness;

/// Claims less alike than this may count different things, unless the quantities themselves say what they count.
const ALIKE: f32 = 0.42;
/// The same for quantities that name the same thing in the same state.
const ALIKE_OF_ONE_SLOT: f32 = 0.16;
/// How many times one figure may be the other.
const MAX_RATIO: f64 = 5.0;
/// Quantities of one claim that are compared at most.
const MOST: usize = 32;
/// Words on each side of a quantity that tell what it measures.
const NEAR: usize = 5;
/// Words around two values that are this alike tell of one thing whatever the rest of the claims says.
const NEAR_SAME: f32 = 0.62;
/// How alike those words are, at least.
const NEAR_ALIKE: f32 = 0.42;

/// The differences of quantity between claims `a` and `b`.
pub(crate) fn differences(
    ctx: &Context<'_>,
    a: usize,
    b: usize,
    claims: Overlap,
    weights: &Weights,
) -> Vec<PairDifference> {
    let (xs, ys) = (quantities(ctx, a), quantities(ctx, b));
    let mut out = Vec::new();
    if xs.is_empty() || ys.is_empty() || is_background(ctx, a) != is_background(ctx, b) {
        return out;
    }
    let deed = ctx.same_predicate(a, b) == Some(true) && ctx.same_subject(a, b, weights);
    for x in xs {
        let slot: Vec<(&&Quantity, Likeness)> = ys
            .iter()
            .filter(|y| {
                // Of several sums a total is held against a total.
                let total = |c: usize, q: &Quantity| is_total(ctx, ctx.corpus.claims[c].article, q);
                let parts = |q: &Quantity, all: &[&Quantity]| all.iter().filter(|o| o.kind == q.kind).count() > 1;
                if (parts(x, xs) || parts(y, ys)) && total(a, x) != total(b, y) {
                    return false;
                }
                if is_apart(ctx, (a, x), (b, y)) {
                    return false;
                }
                let of_deed = deed && x.kind == y.kind && only_of_its_sort(x, xs) && only_of_its_sort(y, ys);
                let one =
                    of_deed && x.unit == y.unit && x.noun == y.noun || same_thing(ctx, (a, x), (b, y), claims, weights);
                one && !scope::differs(ctx, (a, x.span), (b, y.span))
            })
            .map(|y| {
                let risen =
                    x.state.is_some() && x.state == y.state && has_grown(x, y) && is_update(ctx, (a, x), (b, y));
                (y, if risen { Likeness::Different } else { x.likeness(y) })
            })
            .collect();
        let agree = |l: &Likeness| matches!(l, Likeness::Same | Likeness::Compatible);
        if slot.iter().any(|(_, l)| agree(l)) {
            continue;
        }
        let [(y, Likeness::Different)] = slot.as_slice() else { continue };
        // Figures far apart seldom measure one thing.
        if x.high().zip(y.high()).is_some_and(|(v, w)| v.max(w) > MAX_RATIO * v.min(w)) {
            continue;
        }
        // The other article may give this value too, of the same thing, elsewhere in the claim.
        if xs.iter().any(|z| z.span != x.span && agree(&z.likeness(y)) && z.unit == x.unit) {
            continue;
        }
        let of = x.state.as_deref().filter(|s| y.state.as_deref() == Some(s));
        out.push(of_figures(ctx, (a, x), (b, y), of, claims.score().max(0.5)));
    }
    out
}

/// Whether a claim has one figure of this sort only, so that it is the figure of what the claim tells.
fn only_of_its_sort(q: &Quantity, all: &[&Quantity]) -> bool {
    all.iter().filter(|o| o.kind == q.kind && o.unit == q.unit && o.noun == q.noun).count() == 1
}

pub(super) fn quantities<'x>(ctx: &'x Context<'_>, claim: usize) -> &'x [&'x Quantity] {
    ctx.read[claim].quantities.get_or_init(|| {
        let view = &ctx.corpus.claims[claim];
        let comparable = |q: &&Quantity| {
            !matches!(q.kind, QuantityKind::Ordinal | QuantityKind::Age)
                && !is_one_by_one(ctx, view.article, q)
                && !is_converted(ctx, view.article, q)
                && ctx
                    .claim_on(view.article, q.span)
                    .is_none_or(|c| c == claim || ctx.corpus.claims[c].claim.kind != ClaimKind::Statement)
        };
        ctx.corpus.articles[view.article].quantities_in(view.claim.span).filter(comparable).take(MOST).collect()
    })
}

/// Whether two quantities are of the same thing.
fn same_thing(
    ctx: &Context<'_>,
    (a, x): (usize, &Quantity),
    (b, y): (usize, &Quantity),
    claims: Overlap,
    weights: &Weights,
) -> bool {
    let other_unit = x.kind == QuantityKind::Duration && x.unit != y.unit;
    if x.kind != y.kind || other_unit || leaves_out(x) != leaves_out(y) || x.likeness(y) == Likeness::Unknown {
        return false;
    }
    let near = near(ctx, (a, x), (b, y), weights);
    let verbs = ctx.same_predicate(a, b);
    let given = |s: &Option<String>, t: &Option<String>| s.is_some() && s == t;
    if x.kind == QuantityKind::Count {
        let noun = given(&x.noun, &y.noun);
        let state = given(&x.state, &y.state);
        if x.state.is_some() && y.state.is_some() && !state {
            return false;
        }
        return (noun && state && claims.score() >= ALIKE_OF_ONE_SLOT)
            || (noun || state) && claims.score() >= ALIKE && near >= NEAR_ALIKE && verbs != Some(false);
    }
    claims.score() >= ALIKE && near >= NEAR_ALIKE && verbs != Some(false)
        || near >= NEAR_SAME && claims.count >= 3
        || near >= NEAR_ALIKE && verbs == Some(true) && claims.count >= 2
}

/// Whether two counts are of a whole and a part of it, or two lengths are measured along two ways.
fn is_apart(ctx: &Context<'_>, (a, x): (usize, &Quantity), (b, y): (usize, &Quantity)) -> bool {
    let article = |c: usize| ctx.corpus.claims[c].article;
    match x.kind {
        QuantityKind::Count => {
            let (of_x, of_y) = (noun(ctx, article(a), a, x), noun(ctx, article(b), b, y));
            is_part((x, &of_x), (y, &of_y)) || is_other_crowd(ctx, (a, x), (b, y))
        }
        QuantityKind::Distance => {
            let along = |c: usize, q: &Quantity| dimension(ctx, article(c), q);
            along(a, x).zip(along(b, y)).is_some_and(|(p, q)| p != q)
        }
        QuantityKind::Percent | QuantityKind::Magnitude => scope::is_other_reckoning(ctx, a, b),
        _ => false,
    }
}

/// How alike the words around two quantities are.
fn near(ctx: &Context<'_>, (a, x): (usize, &Quantity), (b, y): (usize, &Quantity), weights: &Weights) -> f32 {
    let of = |c: usize, q: &Quantity| ctx.around(ctx.corpus.claims[c].article, q.span, NEAR);
    let o = overlap(&of(a, x), &of(b, y), weights);
    if o.count >= 2 || o.plain >= 1 && o.score() >= 0.5 { o.score() } else { 0.0 }
}

/// The difference between the figures `x` of claim `a` and `y` of claim `b`, and what they are figures of, if told.
pub(super) fn of_figures(
    ctx: &Context<'_>,
    (a, x): (usize, &Quantity),
    (b, y): (usize, &Quantity),
    of: Option<&str>,
    score: f32,
) -> PairDifference {
    let side = |c: usize, q: &Quantity| Side { article: ctx.corpus.claims[c].article, claim: c, span: q.span };
    let of = of.map_or(String::new(), |of| format!(" ({of})"));
    PairDifference {
        facet: Facet::Quantity,
        a: side(a, x),
        b: side(b, y),
        reason: format!("“{}” in one article, “{}” in the other{of}", x.text, y.text),
        update: is_update(ctx, (a, x), (b, y)),
        score,
        topic: 0,
    }
}

/// Whether the later article's value supersedes the earlier's: a toll or count that has grown, or a number of missing
/// that has shrunk.
pub(super) fn is_update(ctx: &Context<'_>, (a, x): (usize, &Quantity), (b, y): (usize, &Quantity)) -> bool {
    let day = |c: usize| ctx.published_on(ctx.corpus.claims[c].article);
    let (Some(p), Some(q), Some(v), Some(w)) = (day(a), day(b), x.high(), y.high()) else { return false };
    if p == q || x.kind != QuantityKind::Count {
        return false;
    }
    let (earlier, later) = if p < q { (v, w) } else { (w, v) };
    match x.state.as_deref().or(y.state.as_deref()) {
        Some("missing") => later < earlier,
        // Those in danger recover, or get worse.
        Some("critical") => later != earlier,
        // A crowd of one day is counted anew, and does not grow.
        Some(GATHERED) => false,
        Some(_) => later > earlier,
        None => false,
    }
}

/// Whether a count that was given as the least there is has become more (`at least three died`, later `five`).
pub(super) fn has_grown(x: &Quantity, y: &Quantity) -> bool {
    let least = |p: &Quantity, q: &Quantity| {
        p.bound == Bound::AtLeast && matches!(q.bound, Bound::AtLeast | Bound::Exact) && p.high().is_some()
    };
    let number = |q: &Quantity| match q.value {
        Some(Amount::Number(n)) => Some(n),
        _ => None,
    };
    let (Some(v), Some(w)) = (number(x), number(y)) else { return false };
    v < w && least(x, y) || w < v && least(y, x)
}
