//! Which articles name which places anywhere in their text, whether or not the name was taken for a mention there.

use crate::claim::actor::ActorKind;
use crate::compare::context::Context;
use aho_corasick::{AhoCorasick, MatchKind};
use std::collections::BTreeSet;

/// Pairs of an article and a place that its text names: one pass over each text for all names at once.
///
/// Cost: O(bytes of the names + bytes of the articles).
pub(super) fn places(ctx: &Context<'_>, articles: &[usize]) -> BTreeSet<(usize, usize)> {
    let (mut names, mut owners): (Vec<&str>, Vec<usize>) = (Vec::new(), Vec::new());
    let here: BTreeSet<usize> = articles.iter().flat_map(|&a| &ctx.mentions[a]).map(|m| m.actor).collect();
    for (i, actor) in here.into_iter().map(|i| (i, &ctx.actors[i])).filter(|(_, a)| a.kind == ActorKind::Place) {
        for name in std::iter::once(&actor.name).chain(&actor.aliases).filter(|n| !n.is_empty()) {
            names.push(name);
            owners.push(i);
        }
    }
    let search =
        AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).ascii_case_insensitive(true).build(&names);
    // An automaton of a few hundred names is far from any limit; without one, mentions alone decide.
    let Ok(search) = search else { return BTreeSet::new() };
    let mut out = BTreeSet::new();
    for &a in articles {
        let text = ctx.corpus.articles[a].doc.text;
        for m in search.find_iter(text) {
            let before = text.get(..m.start()).and_then(|s| s.chars().next_back());
            let after = text.get(m.end()..).and_then(|s| s.chars().next());
            // It does not look at word edges itself.
            if ![before, after].into_iter().flatten().any(char::is_alphanumeric) {
                out.insert((a, owners[m.pattern().as_usize()]));
            }
        }
    }
    out
}
