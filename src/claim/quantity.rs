//! Quantities: how many, how much, how long, how old.

use crate::claim::timex::DateMention;
use crate::lexicon::Lexicon;
use crate::text::document::Document;
use crate::text::span::Span;
use serde::{Deserialize, Serialize};

/// The value of a quantity.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
#[non_exhaustive]
pub enum Amount {
    /// One number.
    Number(f64),
    /// From the first to the second.
    Range([f64; 2]),
}

/// How a quantity's value is to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Bound {
    /// As it stands.
    #[default]
    Exact,
    /// About, around, some.
    About,
    /// Nearly, under, fewer than.
    Under,
    /// More than, over.
    Over,
    /// At least.
    AtLeast,
    /// At most, up to.
    AtMost,
}

/// One quantity.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Quantity {
    /// Where it stands.
    #[serde(flatten)]
    pub span: Span,
    /// Its words.
    pub text: String,
    /// Its value, in `unit`.
    pub value: Option<Amount>,
    /// The unit, normalised (`minute`, `USD`, `percent`, `year` for ages).
    pub unit: Option<String>,
    /// What is counted (`people injured`).
    pub of: Option<String>,
    /// How the value is to be read.
    pub bound: Bound,
}

/// The quantities of a document, in text order; `dates` are no quantities.
#[must_use]
pub fn quantities(_doc: &Document<'_>, _dates: &[DateMention], _lexicon: &Lexicon) -> Vec<Quantity> {
    Vec::new()
}
