//! Which articles may share text: an inverted index of hashed grams.

use super::FEWEST;
use super::shingle::Shingles;
use std::collections::BTreeMap;

/// A gram that more articles have than this pairs each of them with the earliest and with its neighbour only.
const COMMON: usize = 48;

/// The pairs of articles that share grams or are the same throughout. `order` holds the articles' places, the earliest
/// first.
pub(super) fn candidates(shingles: &[Shingles], order: &[usize]) -> Vec<(usize, usize)> {
    let mut out = same_throughout(shingles, order);
    let postings = Postings::new(shingles, order);
    // For each article the later ones that share a gram with it, counted; places are ranks in `order`.
    let mut count = vec![0u32; order.len()];
    let mut touched: Vec<u32> = Vec::new();
    for (rank, &article) in order.iter().enumerate() {
        for list in postings.of(rank) {
            for &other in later(list, rank) {
                let n = &mut count[other as usize];
                if *n == 0 {
                    touched.push(other);
                }
                *n += 1;
            }
        }
        for other in touched.drain(..) {
            let shared = std::mem::take(&mut count[other as usize]) as usize;
            let second = order[other as usize];
            let least = shingles[article].grams.len().min(shingles[second].grams.len());
            if shared >= FEWEST.min(least) {
                out.push((article, second));
            }
        }
    }
    out.sort_unstable();
    out.dedup();
    out
}

/// The articles after `rank` that a posting list pairs it with.
fn later(list: &[u32], rank: usize) -> &[u32] {
    let Ok(at) = list.binary_search_by_key(&rank, |&r| r as usize) else { return &[] };
    if list.len() <= COMMON || at == 0 { &list[at + 1..] } else { &list[at + 1..list.len().min(at + 2)] }
}

/// Each article with the first that has the same words throughout.
fn same_throughout(shingles: &[Shingles], order: &[usize]) -> Vec<(usize, usize)> {
    let mut first: BTreeMap<u64, usize> = BTreeMap::new();
    let mut out = Vec::new();
    for &i in order {
        // A text without a word is no copy of another.
        if shingles[i].whole == 0 {
            continue;
        }
        match first.get(&shingles[i].whole) {
            Some(&f) => out.push((f, i)),
            None => {
                first.insert(shingles[i].whole, i);
            }
        }
    }
    out
}

/// For each gram that at least two articles have, their ranks in ascending order.
struct Postings {
    /// (gram, rank), sorted.
    ranks: Vec<u32>,
    /// Where each gram's ranks begin and end.
    lists: Vec<(u32, u32)>,
    /// For each article, the lists that it is in.
    of: Vec<Vec<u32>>,
}

impl Postings {
    fn new(shingles: &[Shingles], order: &[usize]) -> Self {
        let mut all: Vec<(u64, u32)> = Vec::with_capacity(order.iter().map(|&a| shingles[a].grams.len()).sum());
        for (rank, &a) in (0u32..).zip(order) {
            all.extend(shingles[a].grams.iter().map(|&g| (g, rank)));
        }
        all.sort_unstable();
        let (mut ranks, mut lists, mut of) = (Vec::new(), Vec::new(), vec![Vec::new(); order.len()]);
        for list in all.chunk_by(|a, b| a.0 == b.0).filter(|l| l.len() > 1) {
            let id = u32::try_from(lists.len()).unwrap_or(u32::MAX);
            let begin = u32::try_from(ranks.len()).unwrap_or(u32::MAX);
            for &(_, rank) in list {
                ranks.push(rank);
                of[rank as usize].push(id);
            }
            lists.push((begin, u32::try_from(ranks.len()).unwrap_or(u32::MAX)));
        }
        Self { ranks, lists, of }
    }

    fn of(&self, rank: usize) -> impl Iterator<Item = &[u32]> {
        self.of[rank].iter().map(|&l| {
            let (a, z) = self.lists[l as usize];
            &self.ranks[a as usize..z as usize]
        })
    }
}
