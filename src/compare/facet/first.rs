//! Whether a claim says that something had never been before: `the first to resign`, `nobody had resigned before`.

use crate::claim::clause::Polarity;
use crate::compare::context::Context;
use crate::text::token::Token;

/// Whether a claim says that nothing of the kind had been before, in either way of putting it.
pub(super) fn is_first(ctx: &Context<'_>, claim: usize) -> bool {
    match ctx.corpus.claims[claim].claim.polarity {
        Polarity::Positive => says(ctx, claim, &["first", "unprecedented"]),
        Polarity::Negative => says(ctx, claim, &["before", "ever", "never", "previously", "precedent"]),
    }
}

/// Whether one of `words` stands in a claim.
pub(super) fn says(ctx: &Context<'_>, claim: usize, words: &[&str]) -> bool {
    let view = &ctx.corpus.claims[claim];
    let article = &ctx.corpus.articles[view.article];
    let is = |t: &Token| words.iter().any(|w| t.of(article.doc.text).eq_ignore_ascii_case(w));
    article.tokens(view.claim.span).iter().any(is)
}
