//! One name in two spellings.

use crate::claim::actor::ActorKind;
use crate::compare::context::Context;
use crate::compare::draft::{PairDifference, Side};
use crate::compare::finding::Facet;
use crate::text::fold::fold;
use crate::text::span::Span;
use std::collections::BTreeMap;

/// Edits between two spellings of one word of a name, at most this part of the longer.
const MOST_EDITS: f64 = 0.34;

/// Names of one actor that differ in the spelling of a word, between the articles of a cluster.
pub(crate) fn differences(ctx: &Context<'_>, articles: &[usize]) -> Vec<PairDifference> {
    // For each actor and article, the first mention of each form of two words or more (or of one, of an actor that
    // has no longer form there).
    let mut forms: BTreeMap<usize, Vec<(usize, Span, Vec<String>)>> = BTreeMap::new();
    for &article in articles {
        let text = ctx.corpus.articles[article].doc.text;
        let mut seen: Vec<(usize, Vec<String>)> = Vec::new();
        for m in &ctx.mentions[article] {
            if m.kind == ActorKind::Other {
                continue;
            }
            let words: Vec<String> = m.span.of(text).split_whitespace().map(fold).collect();
            if words.is_empty() || seen.iter().any(|(a, w)| *a == m.actor && *w == words) {
                continue;
            }
            seen.push((m.actor, words.clone()));
            forms.entry(m.actor).or_default().push((article, m.span, words));
        }
    }
    let mut out = Vec::new();
    for (actor, forms) in forms {
        let standing = |article: usize, words: &[String]| forms.iter().any(|(a, _, w)| *a == article && *w == words);
        for (i, (a, x, xs)) in forms.iter().enumerate() {
            for (b, y, ys) in forms.iter().skip(i + 1).filter(|(b, _, _)| b != a) {
                // An article that writes it both ways has slipped; that is no difference between the two.
                if !differ(xs, ys) || standing(*a, ys) || standing(*b, xs) {
                    continue;
                }
                let (Some(p), Some(q)) = (ctx.claim_on(*a, *x), ctx.claim_on(*b, *y)) else { continue };
                let text = |article: usize, span: Span| span.of(ctx.corpus.articles[article].doc.text).to_owned();
                out.push(PairDifference {
                    facet: Facet::Spelling,
                    a: Side { article: *a, claim: p, span: *x },
                    b: Side { article: *b, claim: q, span: *y },
                    reason: format!("one name, spelled “{}” and “{}”", text(*a, *x), text(*b, *y)),
                    update: false,
                    score: 0.85,
                    topic: actor as u64,
                });
            }
        }
    }
    out
}

/// Whether two forms of one name spell a word differently: as many words, all the same but for one or two that are
/// only a few letters apart.
fn differ(a: &[String], b: &[String]) -> bool {
    let plain = |w: &String| w.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let (a, b): (Vec<String>, Vec<String>) = (a.iter().map(plain).collect(), b.iter().map(plain).collect());
    if a.len() != b.len() || a == b {
        return false;
    }
    let mut apart = 0;
    for (x, y) in a.iter().zip(&b).filter(|(x, y)| x != y) {
        let longer = x.chars().count().max(y.chars().count());
        let shorter = x.chars().count().min(y.chars().count());
        #[expect(clippy::cast_precision_loss, reason = "lengths of words")]
        let near = strsim::damerau_levenshtein(x, y) as f64 <= (longer as f64 * MOST_EDITS).max(1.0);
        // An initial or a short form (`J.`, `Jo`/`Joseph`) is no other spelling.
        if shorter < 3 || !near || x.chars().next() != y.chars().next() && shorter < 5 {
            return false;
        }
        apart += 1;
    }
    apart <= 2 && (a.len() > 1 || a.iter().all(|w| w.chars().count() >= 5))
}

#[cfg(test)]
mod tests {
    use super::differ;

    #[test]
    fn spellings_of_a_name() {
        let words = |s: &str| s.split(' ').map(crate::text::fold::fold).collect::<Vec<_>>();
        for (a, b, want) in [
            ("Sergei Naryshkin", "Sergey Naryshkin", true),
            ("Yevgeny Sorokhin", "Evgeny Sorokin", true),
            ("Joost van Aarle", "Joos van Aerle", true),
            ("Sergei Naryshkin", "Naryshkin", false),
            ("J. Smith", "John Smith", false),
            ("José Díaz", "Jose Diaz", false),
            ("John Smith", "Jane Smith", false),
        ] {
            assert_eq!(differ(&words(a), &words(b)), want, "{a} / {b}");
        }
    }
}
