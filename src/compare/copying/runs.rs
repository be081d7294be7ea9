//! The runs of words that two articles share.

use super::shingle::{Shingles, Word, grams};
use super::{GRAM, Run};
use crate::text::fold::fold;

/// The maximal shared runs of at least five words, in the order of the first text, none overlapping there. Of several
/// places in the second text the one that gives the longest run is taken.
///
/// Cost: O(words) for texts that do not repeat themselves; a gram's places in the second text are tried up to eight.
pub(super) fn runs(first: &str, a: &Shingles, second: &str, b: &Shingles) -> Vec<Run> {
    let mut places: Vec<(u64, usize)> = grams(&b.words).map(|(i, g)| (g, i)).collect();
    places.sort_unstable();
    let mut out = Vec::new();
    let mut free = 0;
    for (i, g) in grams(&a.words) {
        if i < free {
            continue;
        }
        let from = places.partition_point(|&(h, _)| h < g);
        let best = places[from..]
            .iter()
            .take_while(|&&(h, _)| h == g)
            .take(8)
            .map(|&(_, j)| (length(&a.words[i..], &b.words[j..]), j))
            .max_by_key(|&(n, j)| (n, std::cmp::Reverse(j)));
        let Some((n, j)) = best.filter(|&(n, _)| n >= GRAM) else { continue };
        let (x, y) = (&a.words[i..i + n], &b.words[j..j + n]);
        // Hashes agree; so must the words.
        if x.iter().zip(y).all(|(x, y)| same(x.span.of(first), y.span.of(second))) {
            let whole = |w: &[Word]| w[0].span.to(w[n - 1].span);
            out.push(Run { first: whole(x), second: whole(y), words: n });
            free = i + n;
        }
    }
    out
}

/// How many words two stretches have in common from their beginnings, none left out between them.
fn length(a: &[Word], b: &[Word]) -> usize {
    let pairs = a.iter().zip(b).enumerate();
    pairs.take_while(|(k, (x, y))| x.hash == y.hash && (*k == 0 || !x.apart && !y.apart)).count()
}

fn same(a: &str, b: &str) -> bool {
    let plain = |s: &str| fold(s).replace('\'', "");
    a.eq_ignore_ascii_case(b) || plain(a) == plain(b)
}
