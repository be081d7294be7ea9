//! Findings: what articles agree on, where they differ, what only one says.

use crate::claim::actor::ActorKind;
use crate::compare::provenance::CopyEvidence;
use crate::text::span::Span;
use serde::{Deserialize, Serialize};

/// What a finding says of its claims.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum FindingKind {
    /// Two or more articles speak of the same thing and differ in a facet.
    Divergence,
    /// Two or more articles say the same.
    Agreement,
    /// Only one article says it.
    SingleSource,
}

/// In what two claims differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Facet {
    /// The same utterance in other words.
    Wording,
    /// When.
    Date,
    /// How many, how much, how long, how old.
    Quantity,
    /// Who did it, or to whom.
    Actor,
    /// Title, office or affiliation.
    Role,
    /// One name in two spellings.
    Spelling,
    /// Where.
    Place,
    /// Who is credited with it.
    Attribution,
    /// Asserted or denied.
    Polarity,
    /// Fact or hedged.
    Certainty,
}

/// One side of a divergence.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[non_exhaustive]
pub struct FacetValue {
    /// The claim's id.
    pub claim: String,
    /// The value's words.
    pub text: String,
    /// Where they stand in that claim's article.
    #[serde(flatten)]
    pub span: Span,
}

/// A facet in which claims differ, with every value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Difference {
    /// The facet.
    pub facet: Facet,
    /// The values, one a claim.
    pub values: Vec<FacetValue>,
    /// Whether the later article supersedes the earlier, so that it is no conflict.
    pub update: bool,
    /// Why the values are held to differ, in plain words.
    #[serde(default)]
    pub reason: String,
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Finding {
    /// Unique in the report.
    pub id: String,
    /// What it says of its claims.
    pub kind: FindingKind,
    /// Whether it stands for the event that all its articles report, and not for one assertion: its claims speak of
    /// that event, the most telling first.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub event: bool,
    /// The claims' ids.
    pub claims: Vec<String>,
    /// How sure the alignment is, 0 to 1.
    pub score: f64,
    /// In one line, what it is about.
    pub summary: String,
    /// The differences; empty unless a divergence.
    pub facets: Vec<Difference>,
    /// How many sources are left when articles that credit one upstream, have it on the word of one person or body, or
    /// copy one another, count once.
    pub independent_sources: usize,
    /// The upstream sources that its articles credit, and the people and bodies on whose word several of them have it.
    pub upstream: Vec<String>,
    /// How each of its articles has it: `Naryshkin → interview with Pavel Zarubin → Reuters → Daily News`; articles that
    /// name neither speaker nor source have no chain.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub chain: Vec<String>,
    /// Which of its articles share text with one another.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub copied: Vec<CopyEvidence>,
    /// The one person or body on whose word all its articles have it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub voice: Option<String>,
}

/// One actor across articles.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SharedActor {
    /// Unique in the report.
    pub id: String,
    /// The fullest name.
    pub name: String,
    /// What it is.
    pub kind: ActorKind,
    /// Other names and spellings.
    pub aliases: Vec<String>,
    /// The articles that name it.
    pub articles: Vec<String>,
    /// The ids it has in those articles' extractions.
    #[serde(default)]
    pub members: Vec<String>,
}
