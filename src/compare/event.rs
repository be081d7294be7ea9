//! The event that the articles of a cluster report, and the claims that speak of it.

use crate::compare::corpus::Corpus;
use crate::compare::vocabulary::TermId;
use std::collections::BTreeMap;

/// Terms in at least this part of the articles are central.
const CENTRAL: f32 = 0.4;
/// A claim whose central terms add up to less (each weighs the part of the articles that have it) does not speak of
/// the event.
const MENTION: f32 = 0.9;

/// The claims of `articles` that speak of the event all of them report, and for each how strongly.
pub(super) fn mentions(corpus: &Corpus<'_>, articles: &[usize]) -> Vec<(usize, f32)> {
    let mut df: BTreeMap<TermId, u32> = BTreeMap::new();
    for &a in articles {
        let mut seen: Vec<TermId> = corpus.articles[a].terms.iter().filter(|t| t.base >= 1.0).map(|t| t.stem).collect();
        seen.sort_unstable();
        seen.dedup();
        for t in seen {
            *df.entry(t).or_default() += 1;
        }
    }
    #[expect(clippy::cast_precision_loss, reason = "counts of articles")]
    let central: BTreeMap<TermId, f32> = df
        .into_iter()
        .filter(|&(_, n)| n >= 2)
        .map(|(t, n)| (t, n as f32 / articles.len() as f32))
        .filter(|&(_, part)| part >= CENTRAL)
        .collect();
    let mut out = Vec::new();
    for &a in articles {
        for c in corpus.articles[a].claims.clone() {
            let mut stems: Vec<TermId> = corpus.claims[c].terms.iter().map(|t| t.stem).collect();
            stems.sort_unstable();
            stems.dedup();
            let strength: f32 = stems.iter().filter_map(|t| central.get(t)).sum();
            if strength >= MENTION {
                out.push((c, strength));
            }
        }
    }
    out
}
