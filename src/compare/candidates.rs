//! Which claims may speak of the same thing: those that share two of their rarest keys.
//!
//! A claim's keys are its stems and synonym groups; its rarest few are paired, and claims that share a pair, or one
//! very rare key, are candidates. Keys of many claims are left out, so that the number of candidates grows with the
//! number of claims and not with its square.

use crate::compare::corpus::Corpus;
use crate::compare::vocabulary::{Term, TermId};
use crate::text::span::Span;
use std::collections::{BTreeMap, BTreeSet};

/// How many of a claim's rarest keys are paired.
const RAREST: usize = 8;
/// Keys of a verb, and of what stands around it, that are paired at most.
const MOST_KEYS: usize = 8;
/// A pair of keys that more claims share tells nothing.
const MAX_CLAIMS_A_PAIR: usize = 64;

/// Pairs of claims (as sorted indices) of different articles that share a word of what is done and one of whom it is
/// done by or to, however rare their other words.
pub(super) fn of_one_deed(corpus: &Corpus<'_>, claims: &[usize]) -> BTreeSet<(usize, usize)> {
    let mut index: BTreeMap<(TermId, TermId), Vec<usize>> = BTreeMap::new();
    for &c in claims {
        let view = &corpus.claims[c];
        let Some(verb) = view.claim.predicate.as_ref().map(|p| p.span) else { continue };
        let part = |s: Span| corpus.articles[view.article].terms_in(s);
        let parts = [view.claim.subject, view.claim.object];
        let args: BTreeSet<TermId> =
            parts.into_iter().flatten().flat_map(part).flat_map(Term::keys).take(MOST_KEYS).collect();
        let verbs: BTreeSet<TermId> = part(verb).iter().flat_map(Term::keys).take(MOST_KEYS).collect();
        for &v in &verbs {
            for &a in args.iter().filter(|a| **a != v) {
                index.entry((v, a)).or_default().push(c);
            }
        }
    }
    across(corpus, index.values())
}

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
    across(corpus, index.values())
}

/// The pairs of different articles in each list that is not too long.
fn across<'l>(corpus: &Corpus<'_>, lists: impl Iterator<Item = &'l Vec<usize>>) -> BTreeSet<(usize, usize)> {
    let mut out = BTreeSet::new();
    for list in lists.filter(|l| l.len() <= MAX_CLAIMS_A_PAIR) {
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
