//! `It was not.`: a sentence that denies, or grants, what the sentence before it puts forward, and names nothing anew.
//!
//! What it denies is held to be denied of every claim that goes with that sentence.

use crate::claim::clause::Claim;
use crate::compare::context::Context;
use crate::compare::cut::Cut;
use crate::compare::draft::{PairDifference, Side};
use crate::compare::facet::first::is_first;
use crate::compare::finding::Facet;
use crate::compare::similarity::{Overlap, Weights, overlap};
use crate::compare::vocabulary::Term;
use crate::lexicon::List;
use crate::text::token::TokenKind;
use std::collections::BTreeMap;

/// Words of such a sentence at most (`She is not the first, though`).
const MOST: usize = 7;
/// Words for what the sentence before names (`You couldn't make it up` is about nothing of it).
const WHAT_WAS_NAMED: [&str; 8] = ["it", "he", "she", "they", "this", "that", "one", "some"];
/// Of an event no more of them are looked at.
const MOST_OF_EVENT: usize = 64;
/// A claim less alike than this may put forward something else than what is denied.
const ALIKE: f32 = 0.4;
/// The same where both say that something was the first of its kind.
const ALIKE_FIRST: f32 = 0.2;

/// The differences between what such sentences of `claims` say and what goes with the sentences before them, by `edges`.
///
/// Cost: O(such sentences × claims), of at most 64 sentences.
pub(crate) fn differences(
    ctx: &Context<'_>,
    claims: &[usize],
    edges: &BTreeMap<(usize, usize), Overlap>,
    weights: &Weights,
) -> Vec<PairDifference> {
    // What is denied or granted, by the claim that puts it forward.
    let mut turned: BTreeMap<usize, usize> = BTreeMap::new();
    for &c in claims.iter().filter(|&&c| is_elliptical(ctx, c)) {
        turned.extend(meant(ctx, c).into_iter().map(|m| (m, c)));
    }
    if turned.is_empty() {
        return Vec::new();
    }
    let left_out: Vec<usize> = turned.keys().copied().skip(MOST_OF_EVENT).collect();
    ctx.cuts.add(Cut::Ellipses, left_out.iter().copied());
    left_out.iter().for_each(|c| {
        turned.remove(c);
    });
    let mut out = Vec::new();
    let firsts: Vec<usize> = claims.iter().copied().filter(|&c| is_first(ctx, c)).collect();
    for (&meant, &turn) in &turned {
        let first = is_first(ctx, meant);
        let of = ctx.corpus.claims[turn].article;
        // That something was the first of its kind may be put in any words.
        let others = if first { firsts.as_slice() } else { claims };
        for &other in others.iter().filter(|&&c| ctx.corpus.claims[c].article != of && !turned.contains_key(&c)) {
            let (x, y) = (&ctx.corpus.claims[turn], &ctx.corpus.claims[other]);
            let shared = edges.get(&(meant.min(other), meant.max(other))).copied();
            let alike = |o: Overlap| o.score() >= ALIKE && o.count >= 2;
            let overlap = match first {
                true => overlap(&ctx.corpus.claims[meant].about, &y.about, weights),
                false => shared.unwrap_or_default(),
            };
            let sides = first || ctx.corpus.claims[meant].claim.polarity == y.claim.polarity;
            if !sides || !(alike(overlap) || first && overlap.plain >= 1 && overlap.score() >= ALIKE_FIRST) {
                continue;
            }
            out.push(PairDifference {
                facet: Facet::Polarity,
                a: Side { article: x.article, claim: turn, span: x.claim.span },
                b: Side { article: y.article, claim: other, span: y.claim.span },
                reason: format!(
                    "“{}”, says one article of “{}”, which the other puts forward",
                    x.claim.text, ctx.corpus.claims[meant].claim.text
                ),
                update: false,
                score: overlap.score(),
                topic: 0,
            });
        }
    }
    out
}

/// Whether a claim has no more than a pronoun, an auxiliary, perhaps `not`, and words of the sentence before it.
fn is_elliptical(ctx: &Context<'_>, claim: usize) -> bool {
    let view = &ctx.corpus.claims[claim];
    let article = &ctx.corpus.articles[view.article];
    let Some(sentence) = article.doc.sentences.get(view.sentence) else { return false };
    let words = || article.tokens(sentence.span).iter().filter(|t| t.kind != TokenKind::Mark);
    let mut first = words();
    let pronoun = first.next().is_some_and(|t| {
        let word = t.of(article.doc.text);
        WHAT_WAS_NAMED.iter().any(|w| word.eq_ignore_ascii_case(w))
    });
    let verb = first.next().is_some_and(|t| t.lists.has(List::Auxiliary));
    // `They did not say to whom.` tells something of its own.
    let says = words().any(|t| t.lists.has(List::ReportingVerb));
    pronoun
        && verb
        && !says
        && words().take(MOST + 1).count() <= MOST
        && view.terms.iter().all(|t| !t.named && !t.value)
}

/// The claims of the sentence before `claim`'s that it turns about.
fn meant(ctx: &Context<'_>, claim: usize) -> Vec<usize> {
    if asks_whether(ctx, claim) {
        return Vec::new();
    }
    let view = &ctx.corpus.claims[claim];
    let turns = |c: &Claim| c.polarity != view.claim.polarity;
    let known = |t: &Term, of: usize| ctx.corpus.claims[of].terms.iter().any(|u| t.likeness(u) > 0.0);
    // Claims stand in text order: back to the first of the sentence before.
    let sentence = |c: usize| ctx.corpus.claims[c].sentence;
    let back = (ctx.corpus.articles[view.article].claims.start..claim).rev();
    let near = back.take_while(|&c| sentence(c) + 1 >= view.sentence);
    let before = near.filter(|&c| sentence(c) + 1 == view.sentence);
    before.filter(|&c| turns(ctx.corpus.claims[c].claim) && view.terms.iter().all(|t| known(t, c))).collect()
}

/// Whether the sentence before ends in what is asked (`asked whether he had told them. He had not.`): that is what is
/// answered, and nobody put it forward.
fn asks_whether(ctx: &Context<'_>, claim: usize) -> bool {
    let view = &ctx.corpus.claims[claim];
    let article = &ctx.corpus.articles[view.article];
    let Some(before) = view.sentence.checked_sub(1).and_then(|s| article.doc.sentences.get(s)) else { return false };
    // `Asked whether it was safe, he said that it had been tested.` puts something forward after it.
    let last = article.tokens(before.span).iter().rev().take_while(|t| !t.is(article.doc.text, ","));
    last.into_iter().any(|t| t.is(article.doc.text, "whether"))
}
