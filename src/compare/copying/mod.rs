//! Copying: which articles share text, apart from quotations and page furniture, and in what direction it went.
//!
//! Articles are taken as sets of word 5-grams (shingles; Broder 1997, "On the resemblance and containment of
//! documents"). An inverted index of hashed grams gives the pairs that share rare ones; each pair is then held against
//! each other exactly, so that no pair of unrelated articles is ever compared.

mod index;
mod runs;
mod shingle;

use crate::claim::Extraction;
use crate::claim::credit::same_outlet;
use crate::compare::copying::shingle::Shingles;
use crate::text::article::Article;
use crate::text::span::Span;
use serde::{Deserialize, Serialize};

/// Words in one gram.
const GRAM: usize = 5;

/// From this containment on, articles are reported.
const SHARED: f64 = 0.05;

/// From this containment on, one is a copy of the other. Independent reports of one event stay below 0.04, most below
/// 0.01; rewritten agency copy begins at about 0.07.
const COPIED: f64 = 0.1;

/// Fewer shared grams than this are chance.
const FEWEST: usize = 8;

/// How two articles share text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum CopyKind {
    /// The same text.
    Identical,
    /// One is largely or partly copied from the other, or both from a third.
    Copy,
    /// Only a passage is shared.
    Passage,
    /// Two articles of one outlet: the later carries on from the earlier.
    FollowUp,
}

/// A run of words that two articles share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Run {
    /// Where it stands in the first article.
    pub first: Span,
    /// Where it stands in the second.
    pub second: Span,
    /// How many words it has.
    pub words: usize,
}

/// Two articles that share text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Copy {
    /// The ids of the two; the earlier first, where `directed`.
    pub articles: [String; 2],
    /// Whether it is known that the first is the earlier one: by publication time.
    pub directed: bool,
    /// How they share it.
    pub kind: CopyKind,
    /// The share of the smaller article's 5-grams that the other has too, 0 to 1.
    pub containment: f64,
    /// How many 5-grams they share.
    pub shared: usize,
    /// The shared runs of five words or more, in the order of the first article.
    pub runs: Vec<Run>,
}

/// Two articles that share text, by their places in the run.
#[derive(Debug, Clone)]
pub(crate) struct Pair {
    pub(crate) first: usize,
    pub(crate) second: usize,
    pub(crate) copy: Copy,
}

/// The pairs of articles that share text, sorted by their ids.
///
/// `found` holds one extraction an article, in the same order: quotations and furniture are left out. Texts that more
/// than a few dozen articles carry are held against the earliest of them and against their neighbours, not each against
/// each.
///
/// Cost: O(words + grams · log grams) and the exact comparison of each pair that shares rare grams; near-linear in the
/// number of articles.
///
/// ```
/// use corroborate::{Article, Corroborator, compare::copying};
/// let text = "The harbour was closed on Monday night after a tanker ran aground near the old pier.";
/// let a = Article::new("a", text).with_published("2024-03-01".parse()?);
/// let b = Article::new("b", format!("{text} Divers came.")).with_published("2024-03-02".parse()?);
/// let articles = [a, b];
/// let found: Vec<_> = articles.iter().map(|a| Corroborator::english().extract(a)).collect();
/// let copies = copying::copies(&articles, &found);
/// assert_eq!(copies[0].articles, ["a", "b"]);
/// assert!(copies[0].directed && copies[0].containment > 0.9);
/// assert_eq!(copies[0].runs[0].first.of(&articles[0].text).split(' ').count(), 16);
/// # Ok::<(), corroborate::Error>(())
/// ```
#[must_use]
pub fn copies(articles: &[Article], found: &[Extraction]) -> Vec<Copy> {
    pairs(articles, found).into_iter().map(|p| p.copy).collect()
}

/// As [`copies`], with the articles' places.
pub(crate) fn pairs(articles: &[Article], found: &[Extraction]) -> Vec<Pair> {
    let shingles: Vec<Shingles> = articles.iter().zip(found).map(|(a, f)| Shingles::new(&a.text, f)).collect();
    let mut out: Vec<Pair> = index::candidates(&shingles, &by_time(articles, found))
        .into_iter()
        .filter_map(|(a, b)| pair(articles, found, &shingles, a, b))
        .collect();
    out.sort_by(|x, y| x.copy.articles.cmp(&y.copy.articles));
    out
}

/// The articles' places, the earliest first; without a date by id, last.
fn by_time(articles: &[Article], found: &[Extraction]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..articles.len().min(found.len())).collect();
    order.sort_by_cached_key(|&i| {
        let day = found[i].published.as_ref().and_then(|d| d.days()).map_or(i64::MAX, |d| d.0);
        (day, articles[i].id.clone())
    });
    order
}

fn pair(articles: &[Article], found: &[Extraction], shingles: &[Shingles], a: usize, b: usize) -> Option<Pair> {
    let (x, y) = (&shingles[a], &shingles[b]);
    let same = x.whole == y.whole;
    let shared = x.shared_with(y);
    let least = x.grams.len().min(y.grams.len());
    let containment = if least == 0 { f64::from(u8::from(same)) } else { shared as f64 / least as f64 };
    if !same && (shared < FEWEST.min(least) || shared == 0 || containment < SHARED) {
        return None;
    }
    let (earlier, later) = (found[a].published.as_ref(), found[b].published.as_ref());
    let before = |p: Option<&crate::date::PartialDate>, q: Option<&crate::date::PartialDate>| {
        p.zip(q).is_some_and(|(p, q)| p.precedes(q))
    };
    let forward = before(earlier, later);
    let backward = before(later, earlier);
    let swap = backward || !forward && articles[b].id < articles[a].id;
    let (first, second) = if swap { (b, a) } else { (a, b) };
    let outlets = articles[a].outlet.as_deref().zip(articles[b].outlet.as_deref());
    let kind = if same {
        CopyKind::Identical
    } else if outlets.is_some_and(|(p, q)| same_outlet(p, q)) {
        CopyKind::FollowUp
    } else if containment >= COPIED {
        CopyKind::Copy
    } else {
        CopyKind::Passage
    };
    let copy = Copy {
        articles: [articles[first].id.clone(), articles[second].id.clone()],
        directed: forward || backward,
        kind,
        containment,
        shared,
        runs: runs::runs(&articles[first].text, &shingles[first], &articles[second].text, &shingles[second]),
    };
    Some(Pair { first, second, copy })
}

#[cfg(test)]
mod tests;
