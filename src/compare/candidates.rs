//! Which claims may speak of the same thing: those that share two of their rarest keys.
//!
//! A claim's keys are its stems and synonym groups; its rarest few are paired, and claims that share a pair, or one
//! very rare key, are candidates. Keys of many claims are left out, and a claim has only so many candidates, those first
//! with which it shares the rarest keys: their number grows with the number of claims and not with its square.

use crate::compare::corpus::Corpus;
use crate::compare::cut::{Cut, Cuts};
use crate::compare::vocabulary::{Term, TermId};
use crate::text::span::Span;
use foldhash::fast::FixedState;
use std::collections::{BTreeSet, HashMap};

/// How many of a claim's rarest keys are paired.
const RAREST: usize = 8;
/// Keys of a verb, and of what stands around it, that are paired at most.
const MOST_KEYS: usize = 8;
/// A pair of keys that more claims share tells nothing; of many articles, one that more than two claims of each share.
const MAX_CLAIMS_A_PAIR: usize = 64;
/// Claims further on in the run that one claim is held against at most.
const MOST_CANDIDATES: usize = 96;

/// Pairs of claims (as sorted indices) of different articles that share a word of what is done and one of whom it is
/// done by or to, however rare their other words.
///
/// Cost: O(claims) times a constant.
pub(super) fn of_one_deed(corpus: &Corpus<'_>, claims: &[usize], cuts: &Cuts) -> Vec<(usize, usize)> {
    let mut keyed = Vec::new();
    for (at, &c) in (0u32..).zip(claims) {
        let view = &corpus.claims[c];
        let Some(verb) = view.claim.predicate.as_ref().map(|p| p.span) else { continue };
        let part = |s: Span| corpus.articles[view.article].terms_in(s);
        let parts = [view.claim.subject, view.claim.object];
        let args: BTreeSet<TermId> =
            parts.into_iter().flatten().flat_map(part).flat_map(Term::keys).take(MOST_KEYS).collect();
        let verbs: BTreeSet<TermId> = part(verb).iter().flat_map(Term::keys).take(MOST_KEYS).collect();
        for &v in &verbs {
            keyed.extend(args.iter().filter(|a| **a != v).map(|&a| (key(v, a), at)));
        }
    }
    pairs(corpus, claims, keyed, cuts)
}

/// Pairs of claims (as sorted indices) of different articles among `claims`, which are sorted, that may match.
///
/// Cost: O(terms) and O(claims) times a constant.
pub(super) fn candidates(corpus: &Corpus<'_>, claims: &[usize], cuts: &Cuts) -> Vec<(usize, usize)> {
    let mut df: HashMap<TermId, u32, FixedState> = HashMap::with_hasher(FixedState::with_seed(6));
    let mut keys: Vec<TermId> = Vec::new();
    let of = |c: usize, keys: &mut Vec<TermId>| {
        keys.clear();
        keys.extend(corpus.claims[c].about.iter().flat_map(Term::keys));
        keys.sort_unstable();
        keys.dedup();
    };
    for &c in claims {
        of(c, &mut keys);
        for &k in &keys {
            *df.entry(k).or_default() += 1;
        }
    }
    let mut keyed = Vec::new();
    let mut rare: Vec<(u32, TermId)> = Vec::new();
    for (at, &c) in (0u32..).zip(claims) {
        of(c, &mut keys);
        rare.clear();
        rare.extend(keys.iter().map(|&k| (df[&k], k)).filter(|(n, _)| *n > 1));
        rare.sort_unstable();
        rare.truncate(RAREST);
        for (i, &(n, k)) in rare.iter().enumerate() {
            if n <= 6 || rare.len() == 1 {
                keyed.push((key(k, k), at));
            }
            keyed.extend(rare.iter().skip(i + 1).map(|&(_, l)| (key(k.min(l), k.max(l)), at)));
        }
    }
    pairs(corpus, claims, keyed, cuts)
}

/// Two keys as one.
fn key(a: TermId, b: TermId) -> u64 {
    u64::from(a) << 32 | u64::from(b)
}

/// The pairs of claims of different articles that have a key in common; `keyed` are keys with the places in `claims` of
/// those that have them.
fn pairs(corpus: &Corpus<'_>, claims: &[usize], mut keyed: Vec<(u64, u32)>, cuts: &Cuts) -> Vec<(usize, usize)> {
    keyed.sort_unstable();
    let article = |at: u32| corpus.claims[claims[at as usize]].article;
    let articles = claims.chunk_by(|&a, &b| corpus.claims[a].article == corpus.claims[b].article).count();
    let most = MAX_CLAIMS_A_PAIR.max(2 * articles);
    let mut lists: Vec<&[(u64, u32)]> = Vec::new();
    let mut dropped: Vec<u32> = Vec::new();
    for list in keyed.chunk_by(|x, y| x.0 == y.0).filter(|l| l.len() > 1) {
        if list.len() <= most {
            lists.push(list);
        } else {
            dropped.extend(list.iter().map(|l| l.1));
        }
    }
    // The rarest keys first.
    lists.sort_by_key(|l| l.len());
    let mut of: Vec<(u32, u32)> =
        (0u32..).zip(&lists).flat_map(|(n, list)| list.iter().map(move |&(_, at)| (at, n))).collect();
    of.sort_unstable();
    let mut seen = vec![u32::MAX; claims.len()];
    let mut out: Vec<(usize, usize)> = Vec::new();
    let mut here: Vec<u32> = Vec::new();
    for of_one in of.chunk_by(|x, y| x.0 == y.0) {
        let at = of_one[0].0;
        here.clear();
        for &(_, n) in of_one {
            if here.len() >= MOST_CANDIDATES {
                dropped.push(at);
                break;
            }
            let list = lists[n as usize];
            let later = list.partition_point(|&(_, other)| article(other) <= article(at));
            for &(_, other) in list.get(later..).unwrap_or(&[]) {
                if seen[other as usize] != at {
                    seen[other as usize] = at;
                    here.push(other);
                }
            }
        }
        here.sort_unstable();
        out.extend(here.iter().map(|&other| (claims[at as usize], claims[other as usize])));
    }
    dropped.sort_unstable();
    dropped.dedup();
    cuts.add(Cut::Claims, dropped.into_iter().map(|at| claims[at as usize]));
    out
}
