//! Which claims may speak of the same thing: those that share two of their rarest keys.
//!
//! A claim's keys are its stems and synonym groups; its rarest few are paired, and claims that share a pair, or one
//! very rare key, are candidates. Keys of many claims are left out, so that the number of candidates grows with the
//! number of claims and not with its square.

use crate::compare::corpus::Corpus;
use crate::compare::vocabulary::TermId;
use std::collections::{BTreeMap, BTreeSet};

/// How many of a claim's rarest keys are paired.
const RAREST: usize = 8;
/// A pair of keys that more claims share tells nothing.
const MAX_CLAIMS_A_PAIR: usize = 64;

/// Pairs of claims (as sorted indices) of different articles among `claims` that may match.
pub(super) fn candidates(corpus: &Corpus<'_>, claims: &[usize]) -> BTreeSet<(usize, usize)> {
    let mut df: BTreeMap<TermId, u32> = BTreeMap::new();
    let keys: Vec<BTreeSet<TermId>> = claims
        .iter()
        .map(|&c| corpus.claims[c].about.iter().flat_map(|t| t.keys().collect::<Vec<_>>()).collect())
        .collect();
    for set in &keys {
        for &k in set {
            *df.entry(k).or_default() += 1;
        }
    }
    let mut index: BTreeMap<(TermId, TermId), Vec<usize>> = BTreeMap::new();
    for (&c, set) in claims.iter().zip(&keys) {
        let mut rare: Vec<(u32, TermId)> = set.iter().map(|&k| (df[&k], k)).filter(|(n, _)| *n > 1).collect();
        rare.sort_unstable();
        rare.truncate(RAREST);
        for (i, &(n, k)) in rare.iter().enumerate() {
            if n <= 6 || rare.len() == 1 {
                index.entry((k, k)).or_default().push(c);
            }
            for &(_, l) in rare.iter().skip(i + 1) {
                index.entry((k.min(l), k.max(l))).or_default().push(c);
            }
        }
    }
    let mut out = BTreeSet::new();
    for list in index.values().filter(|l| l.len() <= MAX_CLAIMS_A_PAIR) {
        for (i, &a) in list.iter().enumerate() {
            for &b in list.iter().skip(i + 1) {
                if corpus.claims[a].article != corpus.claims[b].article {
                    out.insert((a.min(b), a.max(b)));
                }
            }
        }
    }
    out
}
