//! The report: every claim, every finding, and what was skipped.

mod clean;
mod diff;
#[cfg(test)]
mod fixture;
pub mod html;
mod ink;
mod lines;
pub mod markdown;
pub(crate) mod notes;
pub mod offsets;
pub mod records;
pub mod text;
mod view;

use crate::claim::clause::Claim;
use crate::compare::copying::Copy;
use crate::compare::finding::{Finding, SharedActor};
use crate::date::PartialDate;
use serde::{Deserialize, Serialize};

/// The schema name that a report carries.
pub const SCHEMA: &str = "corroborate/1";

/// What a report says of an article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ArticleInfo {
    /// Its id.
    pub id: String,
    /// Who published it.
    pub outlet: Option<String>,
    /// When, as given or as found in its text.
    pub published: Option<PartialDate>,
    /// Its headline.
    pub title: Option<String>,
}

/// Something an editor should know of how an article was read.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Note {
    /// The article's id.
    pub article: String,
    /// What was noticed.
    pub note: String,
}

impl Note {
    /// A note on one article, or on the whole run if `article` is empty.
    #[must_use]
    pub fn new(article: impl Into<String>, note: impl Into<String>) -> Self {
        Self { article: article.into(), note: note.into() }
    }
}

/// What several articles agree on, where they differ, and what only one of them says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Report {
    /// [`SCHEMA`].
    pub schema: String,
    /// The articles, sorted by id.
    pub articles: Vec<ArticleInfo>,
    /// Actors across articles.
    pub actors: Vec<SharedActor>,
    /// Every claim of every article.
    pub claims: Vec<Claim>,
    /// The findings, those an editor would read first, first.
    pub findings: Vec<Finding>,
    /// The pairs of articles that share text outside quotations and page furniture, sorted by their ids.
    #[serde(default)]
    pub copies: Vec<Copy>,
    /// What was skipped or noticed.
    pub notes: Vec<Note>,
}
