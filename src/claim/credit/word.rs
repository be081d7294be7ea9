//! Words that tell of an agency, a post or a journalist; folded, but for the first letters.

use crate::text::fold::fold;
use crate::text::one_of::{OneOf, one_of};

/// Whether a description is that of a news agency.
pub(super) fn is_agency(description: &str) -> bool {
    let words = fold(description);
    ["news agency", "wire agency", "wire service", "newswire"].iter().any(|w| words.contains(w))
}

/// Words that tell of a post, or name one, before `on` and a platform.
pub(super) const POSTING: &OneOf<'_> = one_of![
    "wrote",
    "posted",
    "posting",
    "writing",
    "tweeted",
    "said",
    "shared",
    "announced",
    "published",
    "post",
    "message",
    "video",
    "thread",
];

/// Whether a word is one for a journalist, or stands before such a word.
pub(super) fn is_journalist(word: &str) -> bool {
    matches!(
        word,
        "reporter"
            | "reporters"
            | "correspondent"
            | "journalist"
            | "journalists"
            | "editor"
            | "host"
            | "anchor"
            | "presenter"
            | "programme"
            | "program"
            | "podcast"
            | "newsroom"
            | "show"
            | "breakfast"
            | "morning"
            | "columnist"
            | "writer"
            | "team"
            | "website"
            | "sister"
            | "flagship"
            | "diplomatic"
            | "political"
            | "chief"
            | "senior"
    )
}
