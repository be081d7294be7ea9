//! What only one article says, and how much an editor would want to know it.

use crate::claim::clause::{Certainty, ClaimKind};
use crate::compare::align::Edges;
use crate::compare::context::Context;
use crate::text::sentence::Part;
use std::collections::BTreeSet;

/// A claim of which this part stands in some claim of another article has its support there, if only in passing.
const SUPPORTED: f32 = 0.7;
/// A claim of fewer telling words asserts too little to stand alone.
const LEAST_TERMS: usize = 2;

/// The claims that another article supports without saying quite the same.
pub(super) fn supported(edges: &Edges) -> BTreeSet<usize> {
    let mut out = BTreeSet::new();
    for (&(a, b), o) in edges {
        if o.shared.0 >= SUPPORTED * o.whole.0 {
            out.insert(a);
        }
        if o.shared.1 >= SUPPORTED * o.whole.1 {
            out.insert(b);
        }
    }
    out
}

/// How newsworthy and checkable a claim is, 0 to 1, or `None` if it is no single-source finding at all: commentary, a
/// headline, a role, or too little.
pub(super) fn rank(ctx: &Context<'_>, claim: usize) -> Option<f32> {
    let view = ctx.corpus.claims.get(claim)?;
    let c = view.claim;
    let telling = view.terms.iter().filter(|t| t.base >= 1.0).count();
    let known_elsewhere = c.kind == ClaimKind::Role
        && ctx.mentions_in(view.article, c.span).any(|m| ctx.actors[m.actor].articles.len() > 1);
    if known_elsewhere || !c.checkable || c.part != Part::Prose || telling < LEAST_TERMS {
        return None;
    }
    let count = |n: usize, most: usize, each: f32| {
        #[expect(clippy::cast_precision_loss, reason = "at most a handful")]
        let n = n.min(most) as f32;
        n * each
    };
    let mut score = 0.3;
    score += count(ctx.mentions_in(view.article, c.span).count(), 3, 0.08);
    score += count(c.quantities.len(), 2, 0.1);
    score += count(c.dates.len(), 1, 0.1);
    score += if c.speaker.is_some() { 0.08 } else { 0.0 };
    score -= match c.kind {
        ClaimKind::Role => 0.2,
        ClaimKind::Quote => 0.05,
        ClaimKind::Statement => 0.0,
    };
    score -= if c.certainty == Certainty::Possible { 0.1 } else { 0.0 };
    Some(score.clamp(0.0, 1.0))
}
