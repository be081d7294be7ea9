//! Certainty: how surely a clause is put forward.

use crate::claim::clause::scene::{Scene, Stands};
use crate::claim::clause::verb::Group;
use crate::claim::quote::CueForce;
use crate::lexicon::List;
use crate::text::one_of::one_of;
use crate::text::span::Span;
use crate::text::tag::Tag;
use serde::{Deserialize, Serialize};

/// How surely a claim is put forward.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Certainty {
    /// In the article's own voice, without reserve.
    #[default]
    Asserted,
    /// On somebody's word.
    Reported,
    /// As a charge or suspicion.
    Alleged,
    /// As possible, planned or conditional.
    Possible,
}

/// The certainty of a clause by its own words, and the word that tells it.
///
/// Modal verbs count only in the clause's own verb group, so that `said it may close` hedges the closing, not the saying.
/// Cost: O(tokens of the clause).
pub(crate) fn hedge(scene: &Scene<'_>, own: &[usize], verb: Option<Group>) -> (Certainty, Option<Span>) {
    let mut found: (Certainty, Option<Span>) = (Certainty::Asserted, None);
    for (k, &i) in own.iter().enumerate() {
        let hit = if scene.may_tell(i, Stands::HEDGES) { word(scene, own, k, verb) } else { None };
        let Some((level, len)) = hit else { continue };
        if rank(level) > rank(found.0) {
            let last = own.get(k + len - 1).copied().unwrap_or(i);
            found = (level, Some(scene.span(i, last)));
        }
    }
    found
}

/// A charge outranks a possibility, a possibility a report.
pub(crate) const fn rank(c: Certainty) -> u8 {
    match c {
        Certainty::Asserted => 0,
        Certainty::Reported => 1,
        Certainty::Possible => 2,
        Certainty::Alleged => 3,
    }
}

fn word(scene: &Scene<'_>, own: &[usize], k: usize, verb: Option<Group>) -> Option<(Certainty, usize)> {
    let i = own[k];
    let tag = scene.tag(i);
    if tag == Tag::Modal {
        let in_verb = verb.is_some_and(|v| v.first <= i && i <= v.last);
        // `should have lit`, `would have fled` did not.
        let missed = scene.is_one(i, one_of!["should", "ought", "would"])
            && verb.is_some_and(|v| (i..=v.last).any(|k| scene.is(k, "have")));
        // `could not swim` tells of what one is able to do, and for sure.
        let unable = scene.is(i, "could") && scene.tag(i + 1) == Tag::Negation;
        let hedging = scene.is_one(i, one_of!["may", "might", "could"]) && !unable || missed;
        return (in_verb && hedging).then_some((Certainty::Possible, 1));
    }
    let m = scene.lexicon.match_at(List::Hedge, scene.doc.text, &scene.doc.tokens, i)?;
    let level = match m.entry.field(0) {
        "alleged" => Certainty::Alleged,
        "reported" => Certainty::Reported,
        _ => Certainty::Possible,
    };
    if m.entry.field(1) == "that" {
        return None;
    }
    // `It is not known`, but `She had not known`
    if m.entry.field(1) == "passive" && !verb.is_some_and(|v| v.passive) {
        return None;
    }
    // A verb hedges only as a predicate or before an infinitive; elsewhere it is a noun or adjective.
    if m.entry.field(1) == "verb" && !tag.is_verbal() {
        return None;
    }
    Some((level, m.len))
}

/// Whether the word at token `i`, before `that`, leaves open what follows (`the possibility that`, `it is likely that`).
pub(crate) fn leaves_open(scene: &Scene<'_>, i: usize) -> bool {
    let m = scene.lexicon.match_at(List::Hedge, scene.doc.text, &scene.doc.tokens, i);
    m.is_some_and(|m| m.len == 1 && m.entry.field(0) == "possible" && m.entry.field(1) != "verb")
}

/// The certainty of what is put forward with this force.
pub(crate) const fn of_force(force: CueForce) -> Certainty {
    match force {
        CueForce::Accused => Certainty::Alleged,
        _ => Certainty::Reported,
    }
}
