//! Quotations: what stands between quotation marks.

use crate::lexicon::Lexicon;
use crate::text::document::Document;
use crate::text::span::Span;
use serde::{Deserialize, Serialize};

/// How a quotation stands in its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum QuoteKind {
    /// A whole utterance between marks.
    Direct,
    /// Quoted words woven into the reporter's own sentence.
    Partial,
    /// Reported speech without marks.
    Indirect,
    /// Marks around words that no speaker is credited with.
    Scare,
}

/// Who is credited with words.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Speaker {
    /// The fullest name that the article gives, or the mention's own words (`officials`).
    pub name: String,
    /// The id of the actor, if it is a named one.
    pub actor: Option<String>,
    /// The mention that the attribution names.
    #[serde(flatten)]
    pub span: Span,
}

/// One quotation, or one piece of reported speech.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Quote {
    /// What stands between the marks, the marks excluded; of several parts, from the first to the last.
    #[serde(flatten)]
    pub span: Span,
    /// How it stands in its sentence.
    pub kind: QuoteKind,
    /// The words that attribute it (`said`, `according to`).
    pub cue: Option<String>,
    /// Who is credited with it.
    pub speaker: Option<Speaker>,
    /// The stretches between marks, if there is more than one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Span>,
    /// Editorial notes and ellipses inside it (`(his)`, `[the president]`, `…`): not the speaker's words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Span>,
    /// Where the cue stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cue_span: Option<Span>,
}

impl Quote {
    /// The stretches between marks: the parts, or the whole span if there is only one.
    #[must_use]
    pub fn stretches(&self) -> &[Span] {
        if self.parts.is_empty() { std::slice::from_ref(&self.span) } else { &self.parts }
    }
}

/// The quotations of a document, as the marks give them: no speaker yet, kind [`QuoteKind::Direct`] or
/// [`QuoteKind::Partial`] by their place in the sentence.
#[must_use]
pub fn quotes(_doc: &Document<'_>, _lexicon: &Lexicon) -> Vec<Quote> {
    Vec::new()
}
