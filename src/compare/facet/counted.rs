//! What an amount is an amount of, where that stands apart from it: what a count counts, and whether a sum is the whole.

use crate::claim::quantity::Quantity;
use crate::compare::context::Context;
use crate::compare::vocabulary::Term;
use crate::lexicon::{List, ListSet};
use crate::text::span::Span;

/// Tokens before and after a sum among which a word says that it is the whole.
const REACH: [usize; 2] = [4, 3];
/// Terms after `of` that may be what is counted.
const TERMS_AFTER_OF: usize = 3;

/// The words for what is counted: those that follow the number, those after `of` (`13 of the 14 counties`), or else the
/// subject of a claim that gives the number (`the confirmed cases reached 919`).
pub(super) fn noun(ctx: &Context<'_>, article: usize, claim: usize, q: &Quantity) -> Vec<Term> {
    let number_end = q.number.end();
    let own = plain(ctx, article, Span::new(number_end.max(q.span.start()), q.span.end().max(number_end)));
    if !own.is_empty() {
        return own;
    }
    let doc = &ctx.corpus.articles[article].doc;
    let sentence = ctx.corpus.claims[claim].sentence;
    let end = doc.sentences.get(sentence).map_or(q.span.end(), |s| s.span.end()).max(q.span.end());
    if doc.tokens.get(doc.token_at(q.span.end())).is_some_and(|t| t.of(doc.text) == "of") {
        let mut after = plain(ctx, article, Span::new(q.span.end(), end));
        after.truncate(TERMS_AFTER_OF);
        return after;
    }
    let of = ctx.corpus.claims[claim].claim;
    match of.subject {
        Some(subject) if q.noun.is_none() && !subject.overlaps(q.span) => {
            let mut words = plain(ctx, article, subject);
            words.retain(|t| !t.named && t.base >= 1.0);
            words
        }
        _ => own,
    }
}

/// The terms of a stretch that are no values.
fn plain(ctx: &Context<'_>, article: usize, span: Span) -> Vec<Term> {
    let all = &ctx.corpus.articles[article].terms;
    let from = all.partition_point(|t| t.span.start() < span.start());
    let inside = all.get(from..).unwrap_or(&[]).iter().take_while(|t| t.span.start() < span.end());
    inside.filter(|t| !t.value).cloned().collect()
}

/// Whether a word beside a sum says that it is the whole of what the article tells of.
pub(super) fn is_total(ctx: &Context<'_>, article: usize, q: &Quantity) -> bool {
    let doc = &ctx.corpus.articles[article].doc;
    let (first, end) = (doc.token_at(q.span.start()), doc.token_at(q.span.end()));
    let sentence = doc.sentence_at(q.span.start()).and_then(|i| doc.sentences.get(i)).map_or(q.span, |s| s.span);
    let near = first.saturating_sub(REACH[0])..(end + REACH[1]).min(doc.tokens.len());
    let bit = ListSet::one(List::Total);
    near.filter(|&i| doc.tokens.get(i).is_some_and(|t| t.lists.or(t.opens).any(bit) && sentence.covers(t.span)))
        .any(|i| ctx.lexicon.match_at(List::Total, doc.text, &doc.tokens, i).is_some())
}
