//! Credits that only the run can tell: an outlet whose article is in the run, named in another article's text. An
//! extraction knows the agencies of its lists; `told Sportwire` is a credit because Sportwire is one of the outlets.

use crate::claim::Extraction;
use crate::claim::credit::{Credit, CreditKind, CreditScope};
use crate::text::article::Article;
use crate::text::sentence::Part;
use crate::text::span::Span;
use aho_corasick::{AhoCorasick, MatchKind};
use std::collections::BTreeSet;

/// Words before a name of one word that say it is an outlet there (`told Sportwire`, `according to Sportwire`).
const BEFORE: [&str; 9] = ["told", "to", "by", "from", "per", "via", "with", "agency", "the"];
/// A shorter name is too likely to be another word.
const SHORTEST: usize = 4;
/// Credits before a place that may reach to it.
const NEAR: usize = 4;

/// For each article the credits of the other articles' outlets that its extraction does not have, in text order.
///
/// Cost: O(bytes of the outlets' names + bytes of the articles).
pub(super) fn credits(articles: &[Article], found: &[Extraction]) -> Vec<Vec<Credit>> {
    let names: BTreeSet<&str> = articles.iter().filter_map(|a| a.outlet.as_deref()).map(bare).collect();
    let names: Vec<&str> = names.into_iter().filter(|n| n.chars().count() >= SHORTEST).collect();
    let search = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(&names);
    // An automaton of a few names is far from any limit; without one, the extractions' credits alone count.
    let Ok(search) = search else { return vec![Vec::new(); articles.len()] };
    articles
        .iter()
        .zip(found)
        .map(|(article, extraction)| {
            let text = article.text.as_str();
            search
                .find_iter(text)
                .map(|m| (Span::new(m.start(), m.end()), names[m.pattern().as_usize()]))
                .filter(|(span, name)| {
                    let own = article.outlet.as_deref().is_some_and(|o| bare(o) == *name);
                    !own && is_credit(text, *span) && is_prose(extraction, *span)
                })
                .filter(|(span, _)| !is_known(&extraction.credits, *span))
                .map(|(span, name)| Credit {
                    span,
                    name: name.to_owned(),
                    kind: CreditKind::Outlet,
                    scope: CreditScope::Sentence,
                    by: None,
                    sort: name.to_owned(),
                })
                .collect()
        })
        .collect()
}

/// Whether one of the credits, which stand in text order, has these words already. Cost: O(log credits).
fn is_known(credits: &[Credit], span: Span) -> bool {
    let after = credits.partition_point(|c| c.span.start() < span.end());
    credits.get(..after).unwrap_or(&[]).iter().rev().take(NEAR).any(|c| c.span.overlaps(span))
}

/// The name without its article.
fn bare(outlet: &str) -> &str {
    outlet.strip_prefix("The ").or_else(|| outlet.strip_prefix("the ")).unwrap_or(outlet)
}

/// Whether a whole word or words stand there, and a name of one word as a source.
fn is_credit(text: &str, span: Span) -> bool {
    let before = text.get(..span.start()).unwrap_or_default();
    let after = text.get(span.end()..).and_then(|s| s.chars().next());
    let edges = [before.chars().next_back(), after];
    if edges.into_iter().flatten().any(char::is_alphanumeric) {
        return false;
    }
    let word = before.trim_end().rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    span.of(text).contains(' ') || BEFORE.contains(&word)
}

fn is_prose(extraction: &Extraction, span: Span) -> bool {
    let i = extraction.sentences.partition_point(|s| s.span.end() <= span.start());
    extraction.sentences.get(i).is_some_and(|s| s.part == Part::Prose && s.span.covers(span))
}
