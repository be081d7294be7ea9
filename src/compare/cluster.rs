//! Which articles report the same event.
//!
//! Two steps, so that an unrelated article changes nothing: first *topics*, articles that share enough telling words
//! by weights that do not depend on the run; then, inside one topic, average-link clustering (UPGMA) by TF-IDF over
//! that topic alone, with names and numbers weighted threefold and words of a single article left out.

use crate::compare::corpus::Corpus;
use crate::compare::cut::{Cut, Cuts};
use crate::compare::join::by_keys;
use crate::compare::union::Union;
use crate::compare::vocabulary::TermId;
use foldhash::fast::FixedState;
use std::collections::{BTreeMap, HashMap};

/// Names and numbers tell events apart better than other words.
const NAME_WEIGHT: f32 = 3.0;
/// Articles of one topic share at least this part of the smaller one's telling words.
const TOPIC: f32 = 0.06;
/// Articles of one event are at least this alike on average.
const EVENT: f32 = 0.18;
/// A term that stands in more articles than this brings no two articles together as candidates.
const MAX_ARTICLES_A_TERM: usize = 200;

/// The weighted terms of one article, sorted.
type Bag = Vec<(TermId, f32)>;

/// The articles of each event, as sorted indices; the events in the order of their first article. Every article
/// belongs to one.
///
/// Cost: O(terms log terms), and for each pair of articles that share a term which is not too common the terms of both.
pub(super) fn clusters(corpus: &Corpus<'_>, cuts: &Cuts) -> Vec<Vec<usize>> {
    let bags: Vec<Bag> = corpus
        .articles
        .iter()
        .map(|a| {
            let mut bag: Bag =
                a.terms.iter().map(|t| (t.stem, t.base * if t.named { NAME_WEIGHT } else { 1.0 })).collect();
            // In the order of the text within each term, so that sums are always the same.
            bag.sort_by_key(|t| t.0);
            bag.dedup_by(|next, kept| {
                let same = next.0 == kept.0;
                kept.1 += if same { next.1 } else { 0.0 };
                same
            });
            bag
        })
        .collect();
    let mut out: Vec<Vec<usize>> = topics(&bags, cuts).iter().flat_map(|topic| events(&bags, topic, cuts)).collect();
    out.sort();
    out
}

/// Calls `see` with each pair of articles that share a term which is not too common, in order.
fn candidates(bags: &[Bag], among: &[usize], cuts: &Cuts, mut see: impl FnMut(usize, usize)) {
    let telling = |a: usize| bags[a].iter().filter(|(_, w)| *w >= 1.0).map(|(t, _)| *t);
    let all: Vec<(TermId, usize)> =
        among.iter().enumerate().flat_map(|(n, &a)| telling(a).map(move |t| (t, n))).collect();
    let too_many = |list: &[(TermId, usize)]| cuts.add(Cut::Articles, list.iter().map(|&(_, n)| among[n]));
    by_keys(all, among.len(), MAX_ARTICLES_A_TERM, too_many, |n, others| {
        others.iter().for_each(|&m| see(among[n], among[m]));
    });
}

/// Groups of articles that share enough words by weights of their own.
fn topics(bags: &[Bag], cuts: &Cuts) -> Vec<Vec<usize>> {
    let all: Vec<usize> = (0..bags.len()).collect();
    let mass: Vec<f32> = bags.iter().map(|b| b.iter().map(|(_, w)| 1.0 + w.max(1.0).ln()).sum()).collect();
    let mut union = Union::new(bags.len());
    candidates(bags, &all, cuts, |a, b| {
        // What others have brought together need not be looked at.
        if union.root(a) != union.root(b) {
            let shared: f32 = common(&bags[a], &bags[b]).map(|(_, x, y)| 1.0 + x.min(y).max(1.0).ln()).sum();
            if shared >= TOPIC * mass[a].min(mass[b]) {
                union.join(a, b);
            }
        }
    });
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for a in all {
        groups.entry(union.root(a)).or_default().push(a);
    }
    groups.into_values().collect()
}

/// The terms of both, with their weight in each.
fn common<'b>(a: &'b Bag, b: &'b Bag) -> impl Iterator<Item = (TermId, f32, f32)> + 'b {
    let (mut i, mut j) = (0, 0);
    std::iter::from_fn(move || {
        while let (Some(&(t, x)), Some(&(u, y))) = (a.get(i), b.get(j)) {
            i += usize::from(t <= u);
            j += usize::from(u <= t);
            if t == u {
                return Some((t, x, y));
            }
        }
        None
    })
}

/// The events of one topic.
fn events(bags: &[Bag], topic: &[usize], cuts: &Cuts) -> Vec<Vec<usize>> {
    let mut df: HashMap<TermId, usize, FixedState> = HashMap::with_hasher(FixedState::with_seed(7));
    for &a in topic {
        for (t, _) in &bags[a] {
            *df.entry(*t).or_default() += 1;
        }
    }
    #[expect(clippy::cast_precision_loss, reason = "counts of articles are small")]
    let n = topic.len() as f32;
    let vectors: BTreeMap<usize, Bag> = topic
        .iter()
        .map(|&a| {
            let mut v: Bag = bags[a]
                .iter()
                .filter(|(t, _)| df[t] > 1)
                .map(|&(t, w)| {
                    #[expect(clippy::cast_precision_loss, reason = "counts of articles are small")]
                    let idf = (1.0 + n / df[&t] as f32).ln();
                    (t, (1.0 + w.max(0.3).ln()).max(0.1) * idf)
                })
                .collect();
            let norm = v.iter().map(|(_, w)| w * w).sum::<f32>().sqrt().max(f32::MIN_POSITIVE);
            v.iter_mut().for_each(|(_, w)| *w /= norm);
            (a, v)
        })
        .collect();
    let mut edges: BTreeMap<(usize, usize), f32> = BTreeMap::new();
    candidates(bags, topic, cuts, |a, b| {
        edges.insert((a, b), common(&vectors[&a], &vectors[&b]).map(|(_, x, y)| x * y).sum());
    });
    average_link(topic, &mut edges, (EVENT, usize::MAX))
}

/// UPGMA over a sparse graph (a missing edge counts as 0): merges the two groups that are most alike on average until
/// none reaches `least`. `edges` holds the likeness of single items and is used up.
///
/// No group grows beyond `most` items, which bounds what a merge costs.
pub(super) fn average_link(
    items: &[usize],
    edges: &mut BTreeMap<(usize, usize), f32>,
    (least, most): (f32, usize),
) -> Vec<Vec<usize>> {
    let mut groups: BTreeMap<usize, Vec<usize>> = items.iter().map(|&i| (i, vec![i])).collect();
    // For each group, the summed likeness to every other it touches.
    let mut near: BTreeMap<usize, BTreeMap<usize, f32>> = items.iter().map(|&i| (i, BTreeMap::new())).collect();
    let mut queue = std::collections::BinaryHeap::new();
    for (&(a, b), &w) in edges.iter() {
        if a == b || !groups.contains_key(&a) || !groups.contains_key(&b) {
            continue;
        }
        near.entry(a).or_default().insert(b, w);
        near.entry(b).or_default().insert(a, w);
        queue.push(Merge { mean: w, a: a.min(b), b: a.max(b), sizes: (1, 1) });
    }
    edges.clear();
    while let Some(Merge { mean, a, b, sizes }) = queue.pop() {
        if mean < least {
            break;
        }
        let (Some(x), Some(y)) = (groups.get(&a), groups.get(&b)) else { continue };
        if (x.len(), y.len()) != sizes {
            continue; // out of date
        }
        if x.len() + y.len() > most {
            continue;
        }
        let gone = groups.remove(&b).unwrap_or_default();
        groups.entry(a).or_default().extend(gone);
        let size = groups[&a].len();
        for (c, w) in near.remove(&b).unwrap_or_default() {
            if c == a {
                continue;
            }
            *near.entry(a).or_default().entry(c).or_default() += w;
            let back = near.entry(c).or_default();
            back.remove(&b);
            *back.entry(a).or_default() += w;
        }
        if let Some(n) = near.get_mut(&a) {
            n.remove(&b);
            for (&c, &sum) in n.iter() {
                let other = groups.get(&c).map_or(0, Vec::len);
                #[expect(clippy::cast_precision_loss, reason = "group sizes are small")]
                let mean = sum / (size * other.max(1)) as f32;
                if other > 0 && mean >= least {
                    let sizes = if a < c { (size, other) } else { (other, size) };
                    queue.push(Merge { mean, a: a.min(c), b: a.max(c), sizes });
                }
            }
        }
    }
    let mut out: Vec<Vec<usize>> = groups
        .into_values()
        .map(|mut g| {
            g.sort_unstable();
            g
        })
        .collect();
    out.sort();
    out
}

/// A merge to come; the greatest mean first, then the smallest indices, so that the order is always the same.
#[derive(Debug, PartialEq)]
struct Merge {
    mean: f32,
    a: usize,
    b: usize,
    sizes: (usize, usize),
}

impl Eq for Merge {}

impl PartialOrd for Merge {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Merge {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.mean.total_cmp(&other.mean).then(other.a.cmp(&self.a)).then(other.b.cmp(&self.b))
    }
}

#[cfg(test)]
mod tests {
    use super::average_link;

    #[test]
    fn no_chain_of_weak_links() {
        // 0-1 and 2-3 are close; 1-2 alone would chain them.
        let mut edges = [((0, 1), 0.9), ((2, 3), 0.9), ((1, 2), 0.6)].into_iter().collect();
        assert_eq!(average_link(&[0, 1, 2, 3], &mut edges, (0.5, 9)), [vec![0, 1], vec![2, 3]]);
        let mut edges = [((0, 1), 0.9), ((0, 2), 0.7), ((1, 2), 0.6)].into_iter().collect();
        assert_eq!(average_link(&[0, 1, 2, 3], &mut edges, (0.5, 9)), [vec![0, 1, 2], vec![3]]);
    }
}
