//! One thing, two attributes: `the left engine` in one article, `the right engine` in another.

use crate::compare::context::Context;
use crate::compare::draft::{PairDifference, Side};
use crate::compare::finding::Facet;
use crate::compare::vocabulary::TermId;
use crate::lexicon::{List, is_form_of};
use crate::text::fold::fold;
use crate::text::span::Span;
use std::collections::BTreeMap;

/// A noun with a word before it that excludes others.
struct Attribute {
    article: usize,
    claim: usize,
    span: Span,
    facet: Facet,
    /// Which side of its line of the list it is.
    side: usize,
}

/// The differences between articles that each give one thing one attribute, throughout, and not the same: words that
/// exclude each other (the list's lines for places) before one noun.
///
/// Cost: O(tokens), and for each noun O(articles²).
pub(crate) fn differences(ctx: &Context<'_>, articles: &[usize]) -> Vec<PairDifference> {
    // By noun, and the line of the list.
    let mut things: BTreeMap<(TermId, u32), Vec<Attribute>> = BTreeMap::new();
    for &article in articles {
        for (key, a) in attributes(ctx, article) {
            // One of each sort in an article tells all.
            let list = things.entry(key).or_default();
            if !list.iter().any(|b| b.article == a.article && b.side == a.side) {
                list.push(a);
            }
        }
    }
    let mut out = Vec::new();
    for ((_, line), list) in &things {
        // An article that gives the thing two attributes speaks of two things.
        let steady: Vec<&Attribute> =
            list.iter().filter(|a| list.iter().all(|b| b.article != a.article || b.side == a.side)).collect();
        for (n, x) in steady.iter().enumerate() {
            for y in steady.iter().skip(n + 1).filter(|y| y.article != x.article) {
                if x.side != y.side {
                    let side = |a: &Attribute| Side { article: a.article, claim: a.claim, span: a.span };
                    let text = |a: &Attribute| a.span.of(ctx.corpus.articles[a.article].doc.text);
                    out.push(PairDifference {
                        facet: x.facet,
                        a: side(x),
                        b: side(y),
                        reason: format!("“{}” in one article, “{}” in the other", text(x), text(y)),
                        update: false,
                        score: 0.6,
                        topic: u64::from(*line),
                    });
                }
            }
        }
    }
    out
}

/// The attributes of one article, each with its noun and line.
fn attributes(ctx: &Context<'_>, article: usize) -> Vec<((TermId, u32), Attribute)> {
    let view = &ctx.corpus.articles[article];
    let mut out = Vec::new();
    for (i, t) in view.doc.tokens.iter().enumerate() {
        if !t.lists.has(List::ExclusiveWord) || t.is_capitalised() {
            continue;
        }
        let word = fold(t.of(view.doc.text));
        let near = view.doc.tokens.get(i + 1).map_or(t.span, |n| n.span);
        // `the engine on the left side`: what follows says nothing of what it belongs to.
        let at = view.terms.partition_point(|x| x.span.start() < near.start());
        let Some(noun) =
            view.terms.get(at).filter(|n| n.span.start() == near.start() && !n.value && !n.named && n.base >= 1.0)
        else {
            continue;
        };
        let span = t.span.to(noun.span);
        let Some(claim) = ctx.claim_on(article, span) else { continue };
        for (line, entry) in ctx.lexicon.entries_of(List::ExclusiveWord, &word) {
            let side = entry.fields.iter().position(|f| is_form_of(&word, f));
            if let (Some(side), "place") = (side, entry.text.as_str()) {
                out.push(((noun.stem, line), Attribute { article, claim, span, facet: Facet::Place, side }));
            }
        }
    }
    out
}
