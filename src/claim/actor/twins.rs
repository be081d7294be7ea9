//! Places of one name in two lands: `Springfield, Illinois` and `Springfield, Massachusetts`.

use crate::claim::actor::names::Name;
use crate::claim::actor::words::Words;
use crate::lexicon::List;
use crate::text::fold::fold;
use foldhash::fast::FixedState;
use std::collections::HashMap;

/// How many lands of one name are told apart.
const LANDS: usize = 100;

/// For each name the number, from 1, of the land it lies in, where the text names places of its name in several; else 0.
/// A mention without a land lies in the one named last before it, or in the first.
pub(super) fn lands(words: &Words<'_>, names: &[Name]) -> Vec<u8> {
    let mut out = vec![0; names.len()];
    let placed: Vec<(usize, u32)> = names
        .windows(2)
        .enumerate()
        .filter_map(|(n, pair)| {
            let [a, b] = pair else { return None };
            let land = b.hit.filter(|_| is_land(words, b))?;
            let place = a.title.is_none() && a.hit.is_none_or(|h| h.list == List::Place) && !is_land(words, a);
            (place && b.first == a.end + 1 && words.is(a.end, ",")).then_some((n, land.id))
        })
        .collect();
    if placed.len() < 2 {
        return out;
    }
    let text = |n: usize| fold(names[n].span.of(words.doc.text));
    let mut of: HashMap<String, Vec<u32>, FixedState> = HashMap::default();
    for &(n, land) in &placed {
        let lands = of.entry(text(n)).or_default();
        if !lands.contains(&land) && lands.len() < LANDS {
            lands.push(land);
        }
    }
    of.retain(|_, lands| lands.len() > 1);
    if of.is_empty() {
        return out;
    }
    let mut last: HashMap<String, u8, FixedState> = HashMap::default();
    let mut own = placed.into_iter().peekable();
    for (n, number) in out.iter_mut().enumerate() {
        let land = own.next_if(|&(at, _)| at == n).map(|(_, land)| land);
        let text = text(n);
        let Some(lands) = of.get(&text) else { continue };
        let own = land.and_then(|l| lands.iter().position(|&x| x == l)).and_then(|at| u8::try_from(at + 1).ok());
        *number = own.or_else(|| last.get(&text).copied()).unwrap_or(1);
        last.insert(text, *number);
    }
    out
}

/// Whether a name is a country's or a state's: one that has an abbreviation (`Illinois`, `Ill`).
fn is_land(words: &Words<'_>, name: &Name) -> bool {
    let short = |form: &String| form.len() <= 4;
    name.hit.is_some_and(|h| match h.list {
        List::Country => true,
        List::Place => words
            .lexicon
            .match_at(List::Place, words.doc.text, &words.doc.tokens, name.first)
            .is_some_and(|m| m.entry.fields.iter().any(short)),
        _ => false,
    })
}
