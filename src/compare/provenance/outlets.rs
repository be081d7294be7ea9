//! The outlets of a run: which names are of one.

use crate::claim::Extraction;
use crate::claim::credit::same_outlet;
use crate::compare::union::Union;
use crate::text::article::Article;
use crate::text::fold::fold;
use std::collections::BTreeMap;

/// The outlets that articles are of or credit, each name with its place.
#[derive(Debug)]
pub(super) struct Outlets {
    /// For each name its outlet.
    places: BTreeMap<String, usize>,
    /// For each outlet the name that reports show.
    names: BTreeMap<usize, String>,
}

impl Outlets {
    /// Cost: O(names · log names), and a comparison of the names that begin alike.
    pub(super) fn new(articles: &[Article], found: &[Extraction]) -> Self {
        let own = articles.iter().filter_map(|a| a.outlet.as_deref());
        let credited = found.iter().flat_map(|f| f.credits.iter().filter(|c| c.is_outlet()).map(|c| c.name.as_str()));
        // An outlet's own name is shown before one by which others credit it.
        let mut known: BTreeMap<&str, bool> = credited.map(|n| (n, false)).collect();
        known.extend(own.map(|n| (n, true)));
        let names: Vec<(&str, bool)> = known.into_iter().collect();
        let mut union = Union::new(names.len());
        let mut alike: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (i, (name, _)) in names.iter().enumerate() {
            for key in keys(name) {
                alike.entry(key).or_default().push(i);
            }
        }
        for group in alike.values() {
            for (n, &a) in group.iter().enumerate() {
                // The names are sorted, so that those that begin alike stand close together.
                for &b in group.iter().skip(n + 1).take(64) {
                    if same_outlet(names[a].0, names[b].0) {
                        union.join(a, b);
                    }
                }
            }
        }
        let places: BTreeMap<String, usize> =
            names.iter().enumerate().map(|(i, (n, _))| ((*n).to_owned(), union.root(i))).collect();
        let mut best: BTreeMap<usize, (bool, usize, &str)> = BTreeMap::new();
        for (i, (name, own)) in names.iter().enumerate() {
            let this = (*own && name.contains(' ') || !name.contains('.'), name.len(), *name);
            let shown = best.entry(union.root(i)).or_insert(this);
            if (this.0, this.1) > (shown.0, shown.1) {
                *shown = this;
            }
        }
        Self { places, names: best.into_iter().map(|(i, (.., n))| (i, n.to_owned())).collect() }
    }

    /// The outlet of a name that an article has or credits.
    pub(super) fn place(&self, name: &str) -> Option<usize> {
        self.places.get(name).copied()
    }

    /// What reports call an outlet.
    pub(super) fn name(&self, place: usize) -> &str {
        self.names.get(&place).map_or("", String::as_str)
    }
}

/// Names of one outlet share one of these.
fn keys(name: &str) -> Vec<String> {
    let folded = fold(name);
    let domain = !folded.contains(' ') && folded.contains('.');
    let words: Vec<&str> =
        folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !matches!(*w, "" | "the" | "www")).collect();
    let words = if domain { &words[..words.len().min(1)] } else { &words[..] };
    let mut out: Vec<String> = words.first().map(|w| (*w).to_owned()).into_iter().collect();
    out.push(words.iter().filter_map(|w| w.chars().next()).collect());
    out.push(words.concat());
    // A domain's first letters, for `kfvs12.com` and `KFVS`.
    out.push(words.first().map(|w| w.chars().take_while(char::is_ascii_alphabetic).collect()).unwrap_or_default());
    out.sort();
    out.dedup();
    out
}

/// Whether an outlet credits itself by this name: its own, or the last part of it (`the Courier`).
pub(super) fn is_itself(outlet: &str, name: &str) -> bool {
    if same_outlet(outlet, name) {
        return true;
    }
    let words = |s: &str| -> Vec<String> {
        fold(s)
            .split(|c: char| !c.is_alphanumeric())
            .filter(|w| !w.is_empty() && *w != "the")
            .map(str::to_owned)
            .collect()
    };
    let (own, credited) = (words(outlet), words(name));
    if credited.is_empty() {
        return false;
    }
    let host = outlet.rsplit_once('.').filter(|_| !outlet.contains(' ')).map(|(h, _)| fold(h));
    own.ends_with(&credited)
        || host.is_some_and(|h| {
            let host = h.rsplit('.').next().unwrap_or_default().to_owned();
            credited.last().is_some_and(|l| l.len() > 3 && *l == host) || host.starts_with(&credited.concat())
        })
}
