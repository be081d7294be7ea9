//! The chain of sources that a claim rests on: who says so, on what occasion, and through whom it came.

use crate::claim::clause::scene::Scene;
use crate::claim::credit::{CreditKind, CreditScope};
use crate::claim::quote::Speaker;
use crate::text::span::Span;
use serde::{Deserialize, Serialize};

/// What one link of a chain of sources is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum SourceKind {
    /// A named person, body or group that says so.
    Speaker,
    /// Somebody without a name (`officials`, `a person familiar with the matter`).
    Anonymous,
    /// An interview, press conference or hearing.
    Occasion,
    /// A statement, post or document.
    Document,
    /// A news agency.
    Agency,
    /// A newspaper, broadcaster or site.
    Outlet,
}

/// One link of the chain of sources of a claim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SourceHop {
    /// What it is.
    pub kind: SourceKind,
    /// Its name, as reports show it.
    pub name: String,
    /// Where the article names it.
    #[serde(flatten)]
    pub span: Span,
}

/// The chain of a claim in `sentence`, nearest first: speaker, who passed it on, occasion, document, agency or outlet.
/// `credits` are the indices of the sentence's own credits; those of the whole article come last.
pub(crate) fn chain(
    scene: &Scene<'_>,
    credits: &[usize],
    whole: &[usize],
    speaker: Option<&Speaker>,
    relayed: Option<&Speaker>,
) -> Vec<SourceHop> {
    let speakers = usize::from(speaker.is_some()) + usize::from(relayed.is_some());
    let mut out: Vec<SourceHop> = Vec::with_capacity(speakers + credits.len() + whole.len());
    for s in [speaker, relayed].into_iter().flatten() {
        let kind = if s.actor.is_some() { SourceKind::Speaker } else { SourceKind::Anonymous };
        out.push(SourceHop { kind, name: s.name.clone(), span: s.span });
    }
    for &c in credits.iter().chain(whole) {
        let credit = &scene.found.credits[c];
        let kind = match credit.kind {
            CreditKind::Agency => SourceKind::Agency,
            CreditKind::Occasion => SourceKind::Occasion,
            CreditKind::Statement | CreditKind::Post | CreditKind::Document => SourceKind::Document,
            CreditKind::Outlet | CreditKind::Media => SourceKind::Outlet,
        };
        if out.iter().all(|h| h.name != credit.name) {
            out.push(SourceHop { kind, name: credit.name.clone(), span: credit.span });
        }
    }
    out.sort_by_key(|h| match h.kind {
        SourceKind::Speaker | SourceKind::Anonymous => 0,
        SourceKind::Occasion => 1,
        SourceKind::Document => 2,
        SourceKind::Agency | SourceKind::Outlet => 3,
    });
    out
}

/// The indices of the credits of `sentence`.
pub(crate) fn credits_of<'s>(scene: &'s Scene<'_>, sentence: Span) -> impl Iterator<Item = usize> + 's {
    let credits = &scene.found.credits;
    let first = credits.partition_point(|c| c.span.start() < sentence.start());
    let near = credits.get(first..).unwrap_or(&[]).iter().enumerate();
    near.take_while(move |(_, c)| c.span.start() < sentence.end())
        .filter(|(_, c)| c.scope == CreditScope::Sentence)
        .map(move |(i, _)| first + i)
}

/// The indices of the credits that hold for the whole article, at most eight.
pub(crate) fn whole_credits(scene: &Scene<'_>) -> Vec<usize> {
    let all = scene.found.credits.iter().enumerate();
    all.filter(|(_, c)| c.scope == CreditScope::Article && c.is_outlet()).map(|(i, _)| i).take(8).collect()
}
