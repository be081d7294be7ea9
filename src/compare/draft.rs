//! Differences between two claims, gathered into one difference for all claims that share it.

use crate::compare::finding::Facet;
use crate::compare::union::Union;
use crate::text::span::Span;
use std::collections::{BTreeMap, BTreeSet};

/// One side of a difference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Side {
    /// The index of the article.
    pub(super) article: usize,
    /// The index of the claim.
    pub(super) claim: usize,
    /// Where the value stands.
    pub(super) span: Span,
}

/// A difference between two claims.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct PairDifference {
    /// The facet.
    pub(super) facet: Facet,
    /// The one side.
    pub(super) a: Side,
    /// The other.
    pub(super) b: Side,
    /// Why, in plain words.
    pub(super) reason: String,
    /// Whether the later article supersedes the earlier.
    pub(super) update: bool,
    /// How sure it is, 0 to 1.
    pub(super) score: f32,
    /// What the two are about: pairs of different topics are never gathered into one difference.
    pub(super) topic: u64,
}

/// A difference of two or more claims.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Gathered {
    /// The facet.
    pub(super) facet: Facet,
    /// The sides, by article and place.
    pub(super) sides: Vec<Side>,
    /// Why, of the surest pair.
    pub(super) reason: String,
    /// Whether every pair is an update.
    pub(super) update: bool,
    /// The surest pair's score.
    pub(super) score: f32,
}

/// Gathers pairs that share a side (the same facet, topic and an overlapping value). Cost: O(n log n).
pub(super) fn gather(mut pairs: Vec<PairDifference>) -> Vec<Gathered> {
    pairs.sort_by_key(|p| (p.facet, p.topic, p.a, p.b));
    // Number the distinct sides; those of one facet and topic whose values overlap are one.
    let mut sides: Vec<(Facet, u64, Side)> =
        pairs.iter().flat_map(|p| [(p.facet, p.topic, p.a), (p.facet, p.topic, p.b)]).collect();
    sides.sort();
    sides.dedup();
    let mut union = Union::new(sides.len());
    let mut last: BTreeMap<(Facet, u64, usize), usize> = BTreeMap::new();
    for i in 0..sides.len() {
        let (facet, topic, side) = sides[i];
        if let Some(&j) = last.get(&(facet, topic, side.article)) {
            if sides[j].2.span.overlaps(side.span) {
                union.join(i, j);
            }
        }
        last.insert((facet, topic, side.article), i);
    }
    let number = |facet, topic, side: Side| sides.binary_search(&(facet, topic, side)).unwrap_or(0);
    for p in &pairs {
        let (x, y) = (number(p.facet, p.topic, p.a), number(p.facet, p.topic, p.b));
        union.join(x, y);
    }
    let mut out: BTreeMap<usize, Gathered> = BTreeMap::new();
    let mut shown: BTreeMap<usize, BTreeSet<(usize, Span)>> = BTreeMap::new();
    for p in pairs {
        let at = union.root(number(p.facet, p.topic, p.a));
        let g = out.entry(at).or_insert_with(|| Gathered {
            facet: p.facet,
            sides: Vec::new(),
            reason: p.reason.clone(),
            update: true,
            score: 0.0,
        });
        g.update &= p.update;
        if p.score > g.score {
            (g.score, g.reason) = (p.score, p.reason);
        }
        // The sides of one article do not overlap, so that only neighbours can.
        let taken = shown.entry(at).or_default();
        for side in [p.a, p.b] {
            let here = |s: &(usize, Span)| s.0 == side.article && s.1.overlaps(side.span);
            let key = (side.article, side.span);
            if !taken.range(..=key).next_back().is_some_and(here) && !taken.range(key..).next().is_some_and(here) {
                g.sides.push(side);
                if !side.span.is_empty() {
                    taken.insert(key);
                }
            }
        }
    }
    let mut out: Vec<Gathered> = out.into_values().collect();
    for g in &mut out {
        g.sides.sort_by_key(|s| (s.article, s.span, s.claim));
    }
    out
}
