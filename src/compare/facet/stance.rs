//! One assertion, put forward by one article and denied or hedged by another.

use crate::claim::clause::{Certainty, Claim, ClaimKind, Polarity};
use crate::compare::context::Context;
use crate::compare::draft::{PairDifference, Side};
use crate::compare::finding::Facet;
use crate::compare::similarity::Overlap;
use crate::text::sentence::Part;

/// Claims less alike than this may assert different things.
const ALIKE: f32 = 0.5;

/// The differences of polarity and certainty between claims `a` and `b`.
pub(crate) fn differences(ctx: &Context<'_>, a: usize, b: usize, overlap: Overlap) -> Vec<PairDifference> {
    let (x, y) = (&ctx.corpus.claims[a], &ctx.corpus.claims[b]);
    let mut out = Vec::new();
    let comparable = |c: &Claim| c.checkable && c.kind == ClaimKind::Statement && c.part == Part::Prose;
    if overlap.score() < ALIKE || overlap.count < 3 || !comparable(x.claim) || !comparable(y.claim) {
        return out;
    }
    let side =
        |c: usize| Side { article: ctx.corpus.claims[c].article, claim: c, span: ctx.corpus.claims[c].claim.span };
    let mut push = |facet, reason: String| {
        let (a, b) = (side(a), side(b));
        out.push(PairDifference { facet, a, b, reason, update: false, score: overlap.score(), topic: 0 });
    };
    if x.claim.polarity != y.claim.polarity {
        let denied = if x.claim.polarity == Polarity::Negative { &x.claim.text } else { &y.claim.text };
        push(Facet::Polarity, format!("one article denies what the other asserts: “{denied}”"));
    } else if let Some(hedged) = hedged_of(x.claim, y.claim) {
        push(Facet::Certainty, format!("one article states as fact what the other does not: “{}”", hedged.text));
    }
    out
}

/// The hedged one, if the other is put forward as a fact.
fn hedged_of<'c>(x: &'c Claim, y: &'c Claim) -> Option<&'c Claim> {
    let hedged = |c: &Claim| matches!(c.certainty, Certainty::Possible | Certainty::Alleged);
    let fact = |c: &Claim| c.certainty == Certainty::Asserted;
    match (hedged(x) && fact(y), hedged(y) && fact(x)) {
        (true, _) => Some(x),
        (_, true) => Some(y),
        _ => None,
    }
}
