//! Dates in text (TIMEX) and their values (EDTF).

use crate::date::PartialDate;
use crate::lexicon::Lexicon;
use crate::text::document::Document;
use crate::text::span::Span;
use serde::{Deserialize, Serialize};

/// One date expression.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct DateMention {
    /// Where it stands.
    #[serde(flatten)]
    pub span: Span,
    /// Its words.
    pub text: String,
    /// The date it denotes; `None` where that cannot be told.
    pub value: Option<PartialDate>,
}

/// The dates of a document, in text order; relative ones resolve against `published` and the date mentioned last.
#[must_use]
pub fn dates(_doc: &Document<'_>, _published: Option<&PartialDate>, _lexicon: &Lexicon) -> Vec<DateMention> {
    Vec::new()
}
