//! One assertion, put forward by one article and denied or hedged by another.

use crate::claim::clause::{Certainty, Claim, ClaimKind, Polarity};
use crate::compare::context::Context;
use crate::compare::draft::{PairDifference, Side};
use crate::compare::finding::Facet;
use crate::compare::similarity::{Overlap, Weights};
use crate::text::fold::fold;
use crate::text::sentence::Part;
use crate::text::span::Span;

/// Claims less alike than this may assert different things.
const ALIKE: f32 = 0.5;

/// The differences of polarity and certainty between claims `a` and `b`.
pub(crate) fn differences(
    ctx: &Context<'_>,
    a: usize,
    b: usize,
    overlap: Overlap,
    weights: &Weights,
) -> Vec<PairDifference> {
    let (x, y) = (&ctx.corpus.claims[a], &ctx.corpus.claims[b]);
    let mut out = Vec::new();
    let comparable = |c: &Claim| c.checkable && c.kind == ClaimKind::Statement && c.part == Part::Prose;
    if overlap.count < 2 || !comparable(x.claim) || !comparable(y.claim) {
        return out;
    }
    let same = ctx.same_predicate(a, b) == Some(true);
    let alike = overlap.score() >= ALIKE && overlap.count > 2 && (same || both_of_rank(ctx, a, b));
    let deed = alike || ctx.same_deed(a, b, weights);
    if !deed {
        return out;
    }
    let side =
        |c: usize| Side { article: ctx.corpus.claims[c].article, claim: c, span: ctx.corpus.claims[c].claim.span };
    let mut push = |facet, reason: String| {
        let (a, b) = (side(a), side(b));
        out.push(PairDifference { facet, a, b, reason, update: false, score: overlap.score().max(0.5), topic: 0 });
    };
    if x.claim.polarity != y.claim.polarity && governs(ctx, if x.claim.polarity == Polarity::Negative { a } else { b })
    {
        let denied = if x.claim.polarity == Polarity::Negative { &x.claim.text } else { &y.claim.text };
        push(Facet::Polarity, format!("one article denies what the other asserts: “{denied}”"));
    } else if x.claim.polarity != y.claim.polarity {
        return out;
    } else if let Some(hedged) =
        hedged_of(x.claim, y.claim).filter(|_| same && !is_charge(x.claim) && !is_charge(y.claim))
    {
        push(Facet::Certainty, format!("one article states as fact what the other does not: “{}”", hedged.text));
    }
    out
}

/// Whether the negation of a claim bears on its main verb or subject, and not on something it adds
/// (`19 were hurt, none of them gravely`).
fn governs(ctx: &Context<'_>, claim: usize) -> bool {
    let view = &ctx.corpus.claims[claim];
    let (Some(cue), Some(verb)) = (view.claim.negation, view.claim.predicate.as_ref()) else { return true };
    let between = Span::new(cue.end().min(verb.span.end()), verb.span.start().max(cue.start()));
    let text = ctx.corpus.articles[view.article].doc.text;
    verb.span.overlaps(cue) || !between.of(text).contains([',', ';', ':', '—'])
}

/// Whether both say of what number in a row something is (`the first time`).
fn both_of_rank(ctx: &Context<'_>, a: usize, b: usize) -> bool {
    let says = |c: usize| {
        let view = &ctx.corpus.claims[c];
        let article = &ctx.corpus.articles[view.article];
        article.tokens(view.claim.span).iter().any(|t| {
            let w = fold(t.of(article.doc.text));
            matches!(w.as_str(), "first" | "unprecedented" | "only" | "new")
        })
    };
    says(a) && says(b)
}

/// Whether a claim is about a charge, which is itself a fact.
fn is_charge(c: &Claim) -> bool {
    let verb = c.predicate.as_ref().map_or("", |p| p.lemma.as_str());
    matches!(
        verb,
        "charge" | "accuse" | "arrest" | "face" | "suspect" | "indict" | "allege" | "hold" | "wanted" | "want"
    )
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
