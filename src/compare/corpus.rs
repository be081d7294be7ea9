//! The articles of one run, made ready for comparing: every claim as a bag of terms.

use crate::claim::Extraction;
use crate::claim::clause::Claim;
use crate::compare::vocabulary::{Term, Vocabulary};
use crate::lexicon::Lexicon;
use crate::text::article::Article;
use crate::text::document::Document;
use crate::text::span::Span;
use crate::text::token::Token;

/// One claim, made ready.
pub(super) struct ClaimView<'a> {
    /// The index of its article.
    pub(super) article: usize,
    /// The claim.
    pub(super) claim: &'a Claim,
    /// The index of the sentence that it begins in.
    pub(super) sentence: usize,
    /// Its content words.
    pub(super) terms: Vec<Term>,
}

/// One article, made ready.
pub(super) struct ArticleView<'a> {
    /// The article.
    pub(super) article: &'a Article,
    /// What was found in it.
    pub(super) found: &'a Extraction,
    /// Its tokens and sentences.
    pub(super) doc: Document<'a>,
    /// Its content words, page furniture left out.
    pub(super) terms: Vec<Term>,
    /// The numbers of its claims in [`Corpus::claims`].
    pub(super) claims: std::ops::Range<usize>,
}

impl ArticleView<'_> {
    /// The tokens of `span`.
    pub(super) fn tokens(&self, span: Span) -> &[Token] {
        let first = self.doc.token_at(span.start());
        let end = self.doc.tokens.partition_point(|t| t.span.start() < span.end());
        self.doc.tokens.get(first..end).unwrap_or(&[])
    }
}

/// Every article and claim of a run.
pub(super) struct Corpus<'a> {
    /// The articles, in the order given.
    pub(super) articles: Vec<ArticleView<'a>>,
    /// Their claims, article by article.
    pub(super) claims: Vec<ClaimView<'a>>,
}

impl<'a> Corpus<'a> {
    /// Makes a run ready. Cost: O(bytes).
    pub(super) fn new(articles: &'a [Article], found: &'a [Extraction], lexicon: &'a Lexicon) -> Self {
        let mut vocabulary = Vocabulary::new(lexicon);
        let mut corpus = Self { articles: Vec::new(), claims: Vec::new() };
        for (n, (article, found)) in articles.iter().zip(found).enumerate() {
            let doc = Document::new(&article.text, lexicon);
            let mut terms = Vec::new();
            for (i, s) in doc.sentences.iter().enumerate() {
                if s.part != crate::text::sentence::Part::Furniture {
                    terms.extend(vocabulary.terms(doc.text, doc.tokens_of(i)));
                }
            }
            let first = corpus.claims.len();
            for claim in &found.claims {
                let from = terms.partition_point(|t: &Term| t.span.start() < claim.span.start());
                let to = terms.partition_point(|t: &Term| t.span.start() < claim.span.end());
                corpus.claims.push(ClaimView {
                    article: n,
                    claim,
                    sentence: doc.sentence_at(claim.span.start()).unwrap_or(0),
                    terms: terms.get(from..to).unwrap_or(&[]).to_vec(),
                });
            }
            let claims = first..corpus.claims.len();
            corpus.articles.push(ArticleView { article, found, doc, terms, claims });
        }
        corpus
    }
}
