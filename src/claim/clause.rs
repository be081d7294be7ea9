//! Claims: one checkable assertion each, as small as a clause allows.

use crate::claim::Extraction;
use crate::claim::quote::Speaker;
use crate::lexicon::Lexicon;
use crate::text::document::Document;
use crate::text::sentence::Part;
use crate::text::span::Span;
use serde::{Deserialize, Serialize};

/// What sort of claim it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ClaimKind {
    /// Words that a speaker is credited with.
    Quote,
    /// A clause of the article.
    Statement,
    /// That somebody holds a role.
    Role,
}

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

/// One checkable assertion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Claim {
    /// `article#n`, unique in the run.
    pub id: String,
    /// The article's id.
    pub article: String,
    /// What sort of claim it is.
    pub kind: ClaimKind,
    /// Where it stands; never beyond its sentence.
    #[serde(flatten)]
    pub span: Span,
    /// Its words.
    pub text: String,
    /// How surely it is put forward.
    pub certainty: Certainty,
    /// Whether it asserts or denies.
    pub polarity: Polarity,
    /// On whose word it stands.
    pub speaker: Option<Speaker>,
    /// The sources it names, nearest first: occasion, agency, outlet.
    pub sources: Vec<String>,
    /// Indices into the extraction's dates.
    pub dates: Vec<usize>,
    /// Indices into the extraction's quantities.
    pub quantities: Vec<usize>,
    /// Ids of the actors named in it, and of the subject carried into it.
    pub actors: Vec<String>,
    /// What part of the page it stands in.
    #[serde(default)]
    pub part: Part,
    /// Whether a person could check it: not commentary, forecast, question or generic truth.
    pub checkable: bool,
    /// Further places where the same article says the same.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub repeats: Vec<Span>,
}

/// The claims of a document, in text order; `found` holds what the earlier stages found in it.
#[must_use]
pub fn claims(doc: &Document<'_>, found: &Extraction, _lexicon: &Lexicon) -> Vec<Claim> {
    let prose = doc.sentences.iter().filter(|s| s.part != Part::Furniture);
    prose
        .enumerate()
        .map(|(n, s)| Claim {
            id: format!("{}#{}", found.article, n + 1),
            article: found.article.clone(),
            kind: ClaimKind::Statement,
            span: s.span,
            text: s.span.of(doc.text).to_owned(),
            certainty: Certainty::Asserted,
            polarity: Polarity::Positive,
            speaker: None,
            sources: Vec::new(),
            dates: within(s.span, found.dates.iter().map(|d| d.span)),
            quantities: within(s.span, found.quantities.iter().map(|q| q.span)),
            actors: found
                .actors
                .iter()
                .filter(|a| a.mentions.iter().any(|m| s.span.covers(*m)))
                .map(|a| a.id.clone())
                .collect(),
            part: s.part,
            checkable: true,
            repeats: Vec::new(),
        })
        .collect()
}

fn within(span: Span, items: impl Iterator<Item = Span>) -> Vec<usize> {
    items.enumerate().filter(|(_, s)| span.covers(*s)).map(|(i, _)| i).collect()
}
