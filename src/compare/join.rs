//! Things that have a key in common, found through lists of who has which key.

/// Calls `see` for each thing, in order, with the later things that share a key with it, each once and in order.
/// `keyed` holds keys with the numbers of the things that have them, below `things`. A key of more than `most` things
/// brings none together; `too_many` is told of them.
///
/// Cost: O(n log n) in `keyed`, and for each thing O(`most` × its keys).
pub(super) fn by_keys<K: Ord>(
    mut keyed: Vec<(K, usize)>,
    things: usize,
    most: usize,
    mut too_many: impl FnMut(&[(K, usize)]),
    mut see: impl FnMut(usize, &[usize]),
) {
    keyed.sort_unstable();
    keyed.dedup();
    let mut of: Vec<(usize, &[(K, usize)])> = Vec::new();
    for list in keyed.chunk_by(|x, y| x.0 == y.0) {
        if list.len() > most {
            too_many(list);
        } else if list.len() > 1 {
            of.extend(list.iter().map(|&(_, thing)| (thing, list)));
        }
    }
    of.sort_by_key(|x| x.0);
    let mut seen = vec![usize::MAX; things];
    let mut others: Vec<usize> = Vec::new();
    for of_one in of.chunk_by(|x, y| x.0 == y.0) {
        let Some(&(thing, _)) = of_one.first() else { continue };
        others.clear();
        for &(_, list) in of_one {
            let later = list.partition_point(|&(_, other)| other <= thing);
            for &(_, other) in list.get(later..).unwrap_or(&[]) {
                if seen.get(other).is_some_and(|by| *by != thing) {
                    seen[other] = thing;
                    others.push(other);
                }
            }
        }
        others.sort_unstable();
        see(thing, &others);
    }
}

#[cfg(test)]
mod tests {
    use super::by_keys;

    #[test]
    fn later_things_once_and_in_order() {
        let keyed =
            vec![('b', 2), ('a', 0), ('a', 2), ('b', 0), ('a', 1), ('c', 3), ('d', 0), ('d', 1), ('d', 2), ('d', 3)];
        let (mut dropped, mut pairs) = (0, Vec::new());
        by_keys(keyed, 4, 3, |list| dropped += list.len(), |a, others| pairs.push((a, others.to_vec())));
        assert_eq!(dropped, 4);
        assert_eq!(pairs, [(0, vec![1, 2]), (1, vec![2]), (2, vec![])]);
    }
}
