//! The report as records, one JSON object each, for tools that read line by line.

use crate::claim::clause::Claim;
use crate::compare::finding::{Finding, SharedActor};
use crate::report::{ArticleInfo, Note, Report};
use serde::Serialize;

/// One part of a report; in JSON, the field `record` says which.
#[derive(Debug, Clone, Copy, Serialize)]
#[serde(tag = "record", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Record<'r> {
    /// Stands first.
    Report {
        /// The report's schema.
        schema: &'r str,
    },
    /// An article.
    Article(&'r ArticleInfo),
    /// An actor across articles.
    Actor(&'r SharedActor),
    /// A claim.
    Claim(&'r Claim),
    /// A finding.
    Finding(&'r Finding),
    /// A note.
    Note(&'r Note),
}

/// The parts of a report, in its order.
///
/// ```
/// use corroborate::{Article, Corroborator, report::records::records};
/// let report = Corroborator::english().cross_reference(&[Article::new("a1", "The ferry left at noon.")]);
/// let lines: Vec<String> = records(&report).map(|r| serde_json::to_string(&r).unwrap()).collect();
/// assert_eq!(lines[0], r#"{"record":"report","schema":"corroborate/1"}"#);
/// assert!(lines[1].starts_with(r#"{"record":"article","id":"a1","#));
/// ```
pub fn records(report: &Report) -> impl Iterator<Item = Record<'_>> {
    std::iter::once(Record::Report { schema: &report.schema })
        .chain(report.articles.iter().map(Record::Article))
        .chain(report.actors.iter().map(Record::Actor))
        .chain(report.claims.iter().map(Record::Claim))
        .chain(report.findings.iter().map(Record::Finding))
        .chain(report.notes.iter().map(Record::Note))
}
