//! Checkability: whether a person could check a clause against the world, or whether it only judges, advises, asks,
//! foretells or says what always holds.

use crate::claim::certainty::Certainty;
use crate::claim::clause::scene::{Scene, Stands};
use crate::claim::clause::segment::Role;
use crate::claim::clause::verb::{Group, is_be};
use crate::lexicon::List;
use crate::text::one_of::{OneOf, one_of};
use crate::text::tag::Tag;

/// Words that say how a thing ranks: that can be looked up.
const RANKS: &OneOf<'_> = one_of![
    "first",
    "second",
    "third",
    "last",
    "only",
    "largest",
    "biggest",
    "smallest",
    "highest",
    "lowest",
    "longest",
    "shortest",
    "oldest",
    "youngest",
    "deadliest",
    "worst",
    "fastest",
    "record",
    "unprecedented",
];

/// What is known of a clause when its checkability is asked.
pub(crate) struct Facts<'f> {
    /// Its own tokens.
    pub(crate) own: &'f [usize],
    pub(crate) verb: Option<Group>,
    /// The base form of its verb.
    pub(crate) lemma: &'f str,
    pub(crate) role: Role,
    pub(crate) certainty: Certainty,
    /// Whether its sentence ends in a question mark.
    pub(crate) asks: bool,
    /// How many dates and quantities stand in it.
    pub(crate) values: usize,
    /// How many actors are named in it, the subject included.
    pub(crate) actors: usize,
    /// Whether its subject is a named actor, a person, or a pronoun for one.
    pub(crate) agent: bool,
    /// First and last token of its subject.
    pub(crate) subject: Option<(usize, usize)>,
}

/// Whether a clause is checkable. Cost: O(tokens of the clause).
pub(crate) fn checkable(scene: &Scene<'_>, f: &Facts<'_>) -> bool {
    if f.asks || matches!(f.role, Role::Conditional | Role::Question) {
        return false;
    }
    let Some(verb) = f.verb else { return f.values > 0 };
    let (mut judged, mut advised, mut voices) = (0, false, false);
    for &i in f.own.iter().filter(|&&i| scene.may_tell(i, Stands::COMMENTS)) {
        if let Some(m) = scene.lexicon.match_at(List::Commentary, scene.doc.text, &scene.doc.tokens, i) {
            match m.entry.field(0) {
                "judgement" => judged += 1,
                "voices" => voices = true,
                "advice" => advised |= verb.first <= i && i <= verb.last,
                _ => {}
            }
        }
    }
    let subject_voices = voices && f.subject.is_some_and(|(a, z)| (a..=z).any(|i| voice(scene, i)));
    // Orders to the reader, opinions of the writer.
    let first_person = f.subject.is_some_and(|(a, z)| {
        a == z && (scene.is_one(a, one_of!["i", "we", "you", "us"]) || (scene.is(a, "one") && present(scene, verb)))
    });
    if first_person || (scene.tag(verb.first) == Tag::Infinitive && f.subject.is_none()) {
        return false;
    }
    if f.values > 0 || f.own.iter().any(|&i| scene.is_one(i, RANKS)) {
        return true;
    }
    if advised || subject_voices {
        return false;
    }
    let hedged = matches!(scene.tag(verb.first), Tag::Modal)
        && scene.is_one(verb.first, one_of!["may", "might", "could", "can", "would"]);
    let perfect = hedged && (verb.first..=verb.last).any(|i| scene.is(i, "have"));
    if f.certainty == Certainty::Possible && hedged && !perfect && (f.actors == 0 || judged > 0) {
        return false;
    }
    let interprets = !f.agent && scene.lexicon.entry(List::Commentary, f.lemma).is_some_and(|e| e.field(0) == "verb");
    if interprets && (judged > 0 || present(scene, verb)) {
        return false;
    }
    if judged > 0 && (is_be(scene, verb.head) || f.actors == 0 || judged > 1) {
        return false;
    }
    // What always holds: the simple present, nobody named.
    let definite =
        f.subject.is_some_and(|(a, z)| a < z && scene.is_one(a, one_of!["the", "its", "his", "her", "their"]));
    if f.actors == 0 && !definite && present(scene, verb) && f.role != Role::Complement {
        return false;
    }
    // A participle says when its host says it; without anybody or anything named it adds no fact.
    !(f.role == Role::Participial && f.actors == 0 && scene.tag(verb.first) == Tag::Gerund && f.own.len() < 4)
}

/// Whether token `i` is a word for those whose opinions a comment passes on.
fn voice(scene: &Scene<'_>, i: usize) -> bool {
    scene.entry(i, List::Commentary).is_some_and(|e| e.field(0) == "voices")
}

/// The simple present: no progressive, no perfect, no modal.
fn present(scene: &Scene<'_>, verb: Group) -> bool {
    match scene.tag(verb.first) {
        Tag::Present => true,
        Tag::Be => {
            verb.head == verb.first && scene.is_one(verb.first, one_of!["is", "are", "isn't", "aren't", "'s", "’s"])
        }
        Tag::Do => scene.is_one(verb.first, one_of!["do", "does", "don't", "doesn't"]),
        Tag::Have => verb.head == verb.first && scene.is_one(verb.first, one_of!["has", "have"]),
        Tag::Modal => scene.is(verb.first, "can"),
        _ => false,
    }
}
