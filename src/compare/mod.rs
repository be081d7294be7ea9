//! Claims of several articles held against each other.

mod align;
mod candidates;
mod cluster;
mod corpus;
mod event;
pub mod finding;
mod similarity;
mod vocabulary;

use crate::claim::Extraction;
use crate::compare::corpus::Corpus;
use crate::compare::finding::{Finding, FindingKind};
use crate::compare::similarity::Weights;
use crate::lexicon::Lexicon;
use crate::text::article::Article;
use std::collections::BTreeSet;

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
pub fn compare(articles: &[Article], found: &[Extraction], lexicon: &Lexicon) -> Comparison {
    let corpus = Corpus::new(articles, found, lexicon);
    let mut findings = Vec::new();
    for cluster in cluster::clusters(&corpus) {
        if cluster.len() < 2 {
            continue;
        }
        let weights = Weights::new(&corpus, &cluster);
        let claims: Vec<usize> = cluster.iter().flat_map(|&a| corpus.articles[a].claims.clone()).collect();
        let edges = align::edges(&corpus, &claims, &weights);
        let groups = align::groups(&corpus, &claims, &edges);
        let mut used = BTreeSet::new();
        let make = |kind, claims: &[usize], score: f32| Finding {
            id: String::new(),
            kind,
            claims: claims.iter().map(|&c| corpus.claims[c].claim.id.clone()).collect(),
            score: f64::from(score),
            summary: String::new(),
            facets: Vec::new(),
            independent_sources: 1,
            upstream: Vec::new(),
        };
        for g in &groups {
            used.extend(g.claims.iter().copied());
            findings.push(make(FindingKind::Agreement, &g.claims, g.score));
        }
        let event: Vec<usize> = event::mentions(&corpus, &cluster).into_iter().map(|(c, _)| c).collect();
        if cluster.len() > 2 {
            findings.push(make(FindingKind::Agreement, &event, 0.5));
        }
        for &c in claims.iter().filter(|c| !used.contains(c)) {
            findings.push(make(FindingKind::SingleSource, &[c], 0.5));
        }
    }
    for (n, f) in findings.iter_mut().enumerate() {
        f.id = format!("f{}", n + 1);
    }
    Comparison { actors: Vec::new(), findings }
}
