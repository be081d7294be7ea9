//! What titles, given names and pronouns tell of a person's gender, for the pronouns that stand for the person.

use crate::claim::actor::words::Words;
use crate::lexicon::{Lexicon, List};
use serde::{Deserialize, Serialize};

/// A person's grammatical gender in the text: which pronoun stands for the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Gender {
    /// `he`
    Male,
    /// `she`
    Female,
}

/// By the `m` or `f` of a list's field.
fn letter(field: &str) -> Option<Gender> {
    match field {
        "m" => Some(Gender::Male),
        "f" => Some(Gender::Female),
        _ => None,
    }
}

/// What the title that begins at token `i` tells.
pub(super) fn of_title(words: &Words<'_>, i: usize) -> Option<Gender> {
    let m = words.lexicon.match_at(List::Title, words.doc.text, &words.doc.tokens, i)?;
    letter(m.entry.field(1))
}

/// What a given name tells, by the list.
pub(super) fn of_given_name(lexicon: &Lexicon, folded: &str) -> Option<Gender> {
    let entry = lexicon.entries_of(List::GivenName, folded).next().map(|(_, e)| e)?;
    letter(entry.field(0))
}

/// What a role tells (`actress`, `widow`).
pub(super) fn of_role(words: &Words<'_>, tokens: std::ops::Range<usize>) -> Option<Gender> {
    tokens.filter(|&k| words.has(k, List::Title)).find_map(|k| of_title(words, k))
}
