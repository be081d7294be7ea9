//! Sentences that two articles share word for word: what one of them says elsewhere is then no difference between them.

use crate::compare::context::Context;
use crate::compare::draft::PairDifference;
use crate::compare::finding::Facet;
use crate::text::fold::fold;
use std::collections::BTreeSet;

/// `pairs` without those in which one article also says what the other does: the claim of one side stands, word for
/// word, in the article of the other. An article compared with its own copy so has no difference.
///
/// Cost: O(bytes of the claims concerned).
pub(super) fn without(ctx: &Context<'_>, pairs: Vec<PairDifference>) -> Vec<PairDifference> {
    let concerned: BTreeSet<usize> = pairs.iter().flat_map(|p| [p.a.article, p.b.article]).collect();
    let said: BTreeSet<(usize, String)> = concerned
        .into_iter()
        .flat_map(|a| ctx.corpus.articles[a].claims.clone().map(move |c| (a, c)))
        .map(|(a, c)| (a, words(&ctx.corpus.claims[c].claim.text)))
        .collect();
    let says = |article: usize, claim: usize| said.contains(&(article, words(&ctx.corpus.claims[claim].claim.text)));
    pairs
        .into_iter()
        .filter(|p| {
            let (b_too, a_too) = (says(p.b.article, p.a.claim), says(p.a.article, p.b.claim));
            match p.facet {
                // Quotations are compared for their own sake: an article that has both versions differs from one
                // that has a single one.
                Facet::Wording | Facet::Attribution => {
                    let credited = |x: usize, y: usize| {
                        ctx.corpus.claims[x].claim.speaker.as_ref().map(|s| &s.name)
                            == ctx.corpus.claims[y].claim.speaker.as_ref().map(|s| &s.name)
                    };
                    !(b_too && a_too) || p.facet == Facet::Attribution && !credited(p.a.claim, p.b.claim)
                }
                _ => !b_too && !a_too,
            }
        })
        .collect()
}

/// A claim's letters and digits, folded.
fn words(text: &str) -> String {
    fold(text).chars().filter(|c| c.is_alphanumeric()).collect()
}
