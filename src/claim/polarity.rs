//! Polarity: whether a clause asserts or denies, with the scope of what denies.

use crate::claim::clause::scene::{Scene, Stands};
use crate::claim::clause::verb::Group;
use crate::lexicon::List;
use crate::text::one_of::one_of;
use crate::text::span::Span;
use crate::text::tag::Tag;
use serde::{Deserialize, Serialize};

/// Whether a claim asserts or denies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Polarity {
    /// It is so.
    #[default]
    Positive,
    /// It is not so.
    Negative,
}

/// The polarity of a clause, and the word that makes it negative. `own` are its tokens, `verb` its verb group.
/// Two denials make an assertion (`did not fail to`, `no one denied`).
///
/// Cost: O(tokens of the clause).
pub(crate) fn polarity(scene: &Scene<'_>, own: &[usize], verb: Option<Group>) -> (Polarity, Option<Span>) {
    let mut cue = None;
    let mut count = 0;
    // A negative pronoun or determiner and `without` deny once, however often they stand in one clause.
    let mut k = 0;
    while k < own.len() {
        let i = own[k];
        // `neither the bank nor the ministry` denies once.
        let goes_on = count > 0 && scene.is(i, "nor");
        let denial = if scene.may_tell(i, Stands::DENIES) && !goes_on { denies(scene, own, k, verb) } else { None };
        if let Some(len) = denial {
            cue = cue.or(Some(scene.span(i, own[(k + len - 1).min(own.len() - 1)])));
            count += 1;
            k += len;
        } else {
            k += 1;
        }
    }
    if count % 2 == 1 { (Polarity::Negative, cue) } else { (Polarity::Positive, cue) }
}

/// How many tokens from the `k`th of `own`, which may deny, do so; `None` if they do not.
fn denies(scene: &Scene<'_>, own: &[usize], k: usize, verb: Option<Group>) -> Option<usize> {
    let i = own[k];
    let m = scene.lexicon.match_at(List::Negation, scene.doc.text, &scene.doc.tokens, i);
    if let Some(m) = m {
        let sort = m.entry.field(0);
        return match sort {
            // `no fewer than`, `not only`, `no doubt`: no denial.
            "none" => {
                // Skipped by the caller's next steps: the entry holds the word that would deny.
                None
            }
            "verb" => (scene.tag(i).is_verbal() && governs(scene, own, k, verb)).then_some(m.len),
            // `without asking`, but `Without warning, the dam burst`
            "without" => {
                let next = own.get(k + m.len..).unwrap_or(&[]).iter().take(2);
                (k == 0 && next.copied().any(|n| verb.is_some_and(|v| v.first == n))).then_some(m.len)
            }
            _ => (!is_excused(scene, i) && !numbered(scene, i) && !is_contrast(scene, i, verb)).then_some(m.len),
        };
    }
    is_contracted(scene.doc.tokens[i].bytes(scene.doc.text)).then_some(1)
}

/// Whether a word ends in `n't`.
pub(crate) fn is_contracted(word: &[u8]) -> bool {
    match word {
        [_, .., b'n' | b'N', b'\'', b't' | b'T'] => true,
        _ => word.ends_with("n’t".as_bytes()),
    }
}

/// Whether a phrase that does not deny (`not only`, `no fewer than`) holds token `i`.
fn is_excused(scene: &Scene<'_>, i: usize) -> bool {
    (i.saturating_sub(2)..=i).any(|j| {
        scene
            .lexicon
            .match_at(List::Negation, scene.doc.text, &scene.doc.tokens, j)
            .is_some_and(|m| m.entry.field(0) == "none" && j + m.len > i)
    })
}

/// `Lee, not Orr, fired the shot`; `was fired by Lee, not by Orr`: who or what is set aside, and not what is told.
fn is_contrast(scene: &Scene<'_>, i: usize, verb: Option<Group>) -> bool {
    let comma = i.checked_sub(1).is_some_and(|k| scene.is(k, ","));
    let inside = verb.is_some_and(|v| (v.first..=v.last).contains(&i));
    let next = scene.tag(i + 1);
    comma && !inside && scene.is(i, "not") && (next.is_nominal() || matches!(next, Tag::Preposition | Tag::Adverb))
}

/// `No. 5`, `No 10`.
fn numbered(scene: &Scene<'_>, i: usize) -> bool {
    let capital = scene.doc.tokens.get(i).is_some_and(|t| t.is_capitalised());
    capital
        && (scene.tag(i + 1) == Tag::Number && scene.word(i + 1).starts_with(|c: char| c.is_ascii_digit())
            || scene.is(i + 1, "."))
}

/// Whether the denying verb at `own[k]` (`failed`, `refused`) is the predicate and governs what follows.
fn governs(scene: &Scene<'_>, own: &[usize], k: usize, verb: Option<Group>) -> bool {
    let i = own[k];
    let head = verb.is_some_and(|v| v.first <= i && i <= v.last);
    let infinitive = own.get(k + 1).is_some_and(|&n| scene.tag(n) == Tag::To);
    (head || scene.tag(i) == Tag::Infinitive)
        && (infinitive
            || scene.is_one(i, one_of!["deny", "denied", "denies", "denying"])
            || own.get(k + 1).is_some_and(|&n| scene.is_one(n, one_of!["out", "short", "against"])))
}
