//! What each article says of a thing that has one value (a toll, the day somebody leaves), if it says one thing of it.

use std::collections::BTreeMap;

/// The values of `articles` by what they are of. An article whose values of one thing differ means several things, and
/// is left out there. Cost: O(values log values).
pub(super) fn values<K: Ord, V: Copy, I: IntoIterator<Item = (K, V)>>(
    articles: &[usize],
    told: impl Fn(usize) -> I,
    differ: impl Fn(V, V) -> bool,
) -> BTreeMap<K, Vec<V>> {
    let mut all: BTreeMap<K, Vec<V>> = BTreeMap::new();
    for &a in articles {
        let mut here: BTreeMap<K, Option<V>> = BTreeMap::new();
        for (of, value) in told(a) {
            let kept = here.entry(of).or_insert(Some(value));
            if kept.is_some_and(|first| differ(first, value)) {
                *kept = None;
            }
        }
        for (of, value) in here {
            all.entry(of).or_default().extend(value);
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::values;

    #[test]
    fn an_article_that_says_two_things_says_neither() {
        let told = |a: usize| [("dead", a), ("hurt", 1), ("hurt", a)];
        let all = values(&[1, 2], told, |x, y| x != y);
        assert_eq!((&all["dead"], &all["hurt"]), (&vec![1, 2], &vec![1]));
    }
}
