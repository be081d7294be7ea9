//! The event that the articles of a cluster report, and the claims that speak of it.

use crate::compare::corpus::Corpus;
use crate::compare::vocabulary::TermId;
use crate::text::span::Span;
use std::collections::BTreeMap;

/// Terms in at least this part of the articles are central.
const CENTRAL: f32 = 0.4;
/// A sentence whose central terms add up to less (each weighs the part of the articles that have it) does not speak of
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
        let view = &corpus.articles[a];
        let strength_of = |span: Span| {
            let from = view.terms.partition_point(|t| t.span.start() < span.start());
            let inside = view.terms.get(from..).unwrap_or(&[]).iter().take_while(|t| t.span.start() < span.end());
            let mut stems: Vec<TermId> = inside.map(|t| t.stem).collect();
            stems.sort_unstable();
            stems.dedup();
            stems.iter().filter_map(|t| central.get(t)).sum::<f32>()
        };
        // A sentence speaks of the event by all its words; the claim that stands for it is the one with most of them.
        let mut next = view.claims.start;
        for of_sentence in
            corpus.claims.get(view.claims.clone()).unwrap_or(&[]).chunk_by(|x, y| x.sentence == y.sentence)
        {
            let first = next;
            next += of_sentence.len();
            let Some(sentence) = of_sentence.first().and_then(|c| view.doc.sentences.get(c.sentence)) else { continue };
            let strength = strength_of(sentence.span);
            if strength < MENTION {
                continue;
            }
            let told = of_sentence.iter().enumerate().map(|(n, c)| (strength_of(c.claim.span), c.claim.span, n));
            let best = told.max_by(|x, y| x.0.total_cmp(&y.0).then(y.1.cmp(&x.1)).then(x.2.cmp(&y.2)));
            out.extend(best.map(|(.., n)| (first + n, strength)));
        }
    }
    out
}
