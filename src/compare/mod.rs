//! Claims of several articles held against each other.

pub mod finding;

use crate::claim::Extraction;
use crate::compare::finding::Finding;
use crate::lexicon::Lexicon;
use crate::text::article::Article;

/// What comparing gives: the actors across articles and the findings.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Comparison {
    /// Actors across articles.
    pub actors: Vec<finding::SharedActor>,
    /// The findings, those an editor would read first, first.
    pub findings: Vec<Finding>,
}

/// Compares the claims of `found`, one extraction an article and in the same order.
#[must_use]
pub fn compare(_articles: &[Article], _found: &[Extraction], _lexicon: &Lexicon) -> Comparison {
    Comparison::default()
}
