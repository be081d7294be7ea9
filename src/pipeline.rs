//! The one file that knows every stage: text → claims → comparison → report.

use crate::claim::{Extraction, actor, attribution, clause, quantity, quote, timex};
use crate::compare::{self, Comparison};
use crate::lexicon::Lexicon;
use crate::report::{ArticleInfo, Note, Report, SCHEMA};
use crate::text::article::{Article, with_unique_ids};
use crate::text::document::Document;
use crate::text::sentence::{self, Sentence};

/// Reads articles and compares them. Built once, used often; `Send + Sync`.
///
/// ```
/// use corroborate::{Article, Corroborator};
/// let corroborator = Corroborator::english();
/// let report = corroborator.cross_reference(&[Article::new("a1", "The ferry left at noon.")]);
/// assert_eq!(report.articles.len(), 1);
/// ```
#[derive(Debug, Clone)]
pub struct Corroborator {
    lexicon: Lexicon,
}

impl Corroborator {
    /// With the crate's own word lists.
    #[must_use]
    pub fn english() -> Self {
        Self::new(Lexicon::english())
    }

    /// With a caller's word lists.
    #[must_use]
    pub fn new(lexicon: Lexicon) -> Self {
        Self { lexicon }
    }

    /// The word lists in use.
    #[must_use]
    pub fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    /// The sentences of a text.
    #[must_use]
    pub fn sentences(&self, text: &str) -> Vec<Sentence> {
        sentence::sentences(text, &self.lexicon)
    }

    /// Everything found in one article.
    #[must_use]
    pub fn extract(&self, article: &Article) -> Extraction {
        let lexicon = &self.lexicon;
        let doc = Document::new(&article.text, lexicon);
        let published = article.published.clone();
        let dates = timex::dates(&doc, published.as_ref(), lexicon);
        let quantities = quantity::quantities(&doc, &dates, lexicon);
        let quotes = quote::quotes(&doc, lexicon);
        let actors = actor::actors(&doc, &quotes, &article.id, lexicon);
        let quotes = attribution::attribute(&doc, quotes, &actors, lexicon);
        let mut found = Extraction {
            article: article.id.clone(),
            published,
            sentences: doc.sentences.clone(),
            quotes,
            dates,
            quantities,
            actors,
            claims: Vec::new(),
        };
        found.claims = clause::claims(&doc, &found, lexicon);
        found
    }

    /// Compares articles by what was found in them; `found` holds one extraction an article, in the same order.
    #[must_use]
    pub fn compare(&self, articles: &[Article], found: &[Extraction]) -> Comparison {
        compare::compare(articles, found, &self.lexicon)
    }

    /// Reads articles and compares them.
    #[must_use]
    pub fn cross_reference(&self, articles: &[Article]) -> Report {
        let mut notes = Vec::new();
        let named = |(id, given): (String, &Article)| {
            if id != given.id {
                notes.push(Note::new(
                    &id,
                    format!("another article has the id {:?} too: this one is renamed", given.id),
                ));
            }
            Article { id, ..given.clone() }
        };
        let articles: Vec<Article> = with_unique_ids(articles).into_iter().map(named).collect();
        let found: Vec<Extraction> = articles.iter().map(|a| self.extract(a)).collect();
        let Comparison { actors, findings } = self.compare(&articles, &found);
        Report {
            schema: SCHEMA.to_owned(),
            articles: articles
                .iter()
                .zip(&found)
                .map(|(a, f)| ArticleInfo {
                    id: a.id.clone(),
                    outlet: a.outlet.clone(),
                    published: f.published.clone(),
                    title: a.title.clone(),
                })
                .collect(),
            actors,
            claims: found.into_iter().flat_map(|f| f.claims).collect(),
            findings,
            notes,
        }
    }
}
