//! One happening, two dates.

use crate::claim::timex::DateMention;
use crate::compare::context::Context;
use crate::compare::draft::{PairDifference, Side};
use crate::compare::finding::Facet;
use crate::compare::similarity::Overlap;
use crate::likeness::Likeness;
use crate::text::span::Span;

/// Claims less alike than this may speak of two happenings.
const ALIKE: f32 = 0.42;
/// Of claims more alike than this it does not matter how few words they share.
const LEAST_SHARED: usize = 3;

/// The difference of date between claims `a` and `b`, if there is one.
pub(crate) fn difference(ctx: &Context<'_>, a: usize, b: usize, overlap: Overlap) -> Option<PairDifference> {
    if overlap.score() < ALIKE || overlap.count < LEAST_SHARED {
        return None;
    }
    let (xs, ys) = (dates(ctx, a), dates(ctx, b));
    // One date a side: of several it could not be told which belongs to what is shared.
    let ([x], [y]) = (xs.as_slice(), ys.as_slice()) else { return None };
    let (p, q) = (x.value.as_ref()?, y.value.as_ref()?);
    if p.likeness(q) != Likeness::Different {
        return None;
    }
    let side = |c: usize, d: &DateMention| Side { article: ctx.corpus.claims[c].article, claim: c, span: d.span };
    Some(PairDifference {
        facet: Facet::Date,
        a: side(a, x),
        b: side(b, y),
        reason: format!("“{}” ({p}) in one article, “{}” ({q}) in the other", x.text, y.text),
        update: false,
        score: overlap.score(),
        topic: 0,
    })
}

fn dates<'c>(ctx: &Context<'c>, claim: usize) -> Vec<&'c DateMention> {
    let view = &ctx.corpus.claims[claim];
    let span: Span = view.claim.span;
    ctx.corpus.articles[view.article].found.dates.iter().filter(|d| span.covers(d.span)).collect()
}
