//! The articles of one run, made ready for comparing: every claim as a bag of terms.

use crate::claim::Extraction;
use crate::claim::clause::Claim;
use crate::claim::quantity::{Amount, Quantity};
use crate::claim::timex::DateMention;
use crate::compare::vocabulary::{Term, Vocabulary};
use crate::lexicon::Lexicon;
use crate::text::document::Document;
use crate::text::furniture::headline_in;
use crate::text::sentence::Part;
use crate::text::span::Span;
use crate::text::token::Token;
use std::ops::Range;

/// One claim, made ready.
pub(super) struct ClaimView<'a> {
    /// The index of its article.
    pub(super) article: usize,
    /// The claim.
    pub(super) claim: &'a Claim,
    /// The index of the sentence that it begins in.
    pub(super) sentence: usize,
    /// Whether the page's address spells it: it may speak of the event, but nothing is told from its words alone.
    pub(super) of_address: bool,
    /// Its content words.
    pub(super) terms: Vec<Term>,
    /// Which of them its main verb is.
    pub(super) verb: Range<usize>,
    /// Which of its article's terms its subject and its object are; either may be empty.
    pub(super) subject: Range<usize>,
    pub(super) object: Range<usize>,
    /// The same, and those of a subject that stands outside it, at half their weight.
    pub(super) about: Vec<Term>,
}

/// One article, made ready.
pub(super) struct ArticleView<'a> {
    /// What was found in it.
    pub(super) found: &'a Extraction,
    /// Its tokens and sentences.
    pub(super) doc: Document<'a>,
    /// Its content words, page furniture left out.
    pub(super) terms: Vec<Term>,
    /// The numbers of its claims in [`Corpus::claims`].
    pub(super) claims: Range<usize>,
}

impl<'a> ArticleView<'a> {
    /// The content words that begin in `span`.
    pub(super) fn terms_in(&self, span: Span) -> &[Term] {
        let from = self.terms.partition_point(|t| t.span.start() < span.start());
        let to = self.terms.partition_point(|t| t.span.start() < span.end());
        self.terms.get(from..to).unwrap_or(&[])
    }

    /// The quantities inside `span`, in text order. Cost: O(log quantities + found).
    pub(super) fn quantities_in(&self, span: Span) -> impl Iterator<Item = &'a Quantity> + use<'a> {
        let all = self.found.quantities.as_slice();
        let from = all.partition_point(|q| q.span.start() < span.start());
        let begun = all.get(from..).unwrap_or(&[]).iter().take_while(move |q| q.span.start() < span.end());
        begun.filter(move |q| span.covers(q.span))
    }

    /// The dates inside `span`, in text order. Cost: O(log dates).
    pub(super) fn dates_in(&self, span: Span) -> &'a [DateMention] {
        // Dates do not overlap.
        let all = self.found.dates.as_slice();
        let from = all.partition_point(|d| d.span.start() < span.start());
        let to = all.partition_point(|d| d.span.end() <= span.end());
        all.get(from..to).unwrap_or(&[])
    }

    /// The tokens of `span`.
    pub(super) fn tokens(&self, span: Span) -> &[Token] {
        let first = self.doc.token_at(span.start());
        let end = self.doc.token_from(span.end());
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
    /// Makes a run ready. `docs` are the texts of the articles, cut. Cost: O(bytes).
    pub(super) fn new(docs: Vec<Document<'a>>, found: &'a [Extraction], lexicon: &'a Lexicon) -> Self {
        let mut vocabulary = Vocabulary::new(lexicon);
        let mut corpus = Self { articles: Vec::new(), claims: Vec::new() };
        for (n, (doc, found)) in docs.into_iter().zip(found).enumerate() {
            let (mut terms, mut addresses) = (Vec::new(), Vec::new());
            for (i, s) in doc.sentences.iter().enumerate() {
                let tokens = doc.tokens_of(i);
                // Of an address only the headline that it spells.
                let spelt = if s.part == Part::Headline { headline_in(doc.text, tokens) } else { None };
                if let Some(span) = spelt {
                    let (from, to) = (doc.token_at(span.start()), doc.token_at(span.end()));
                    terms.extend(vocabulary.terms(doc.text, doc.tokens.get(from..to).unwrap_or(&[])));
                    addresses.extend([i]);
                } else if s.part != Part::Furniture {
                    terms.extend(vocabulary.terms(doc.text, tokens));
                }
            }
            let terms = with_values(terms, found, &mut vocabulary);
            let first = corpus.claims.len();
            for claim in &found.claims {
                let from = terms.partition_point(|t: &Term| t.span.start() < claim.span.start());
                let to = terms.partition_point(|t: &Term| t.span.start() < claim.span.end());
                let own = terms.get(from..to).unwrap_or(&[]).to_vec();
                let mut about = own.clone();
                if let Some(subject) = claim.subject.filter(|s| !claim.span.overlaps(*s)) {
                    let from = terms.partition_point(|t: &Term| t.span.start() < subject.start());
                    let words = terms.get(from..).unwrap_or(&[]).iter().take_while(|t| t.span.start() < subject.end());
                    about.extend(words.map(|t| Term { base: t.base * 0.5, ..t.clone() }));
                }
                let sentence = doc.sentence_at(claim.span.start()).unwrap_or(0);
                let within = |terms: &[Term], s: Span| {
                    terms.partition_point(|t| t.span.start() < s.start())
                        ..terms.partition_point(|t| t.span.start() < s.end())
                };
                let part = |s: Option<Span>| s.map_or(0..0, |s| within(&terms, s));
                let verb = claim.predicate.as_ref().map_or(0..0, |p| {
                    own.partition_point(|t| t.span.end() <= p.span.start())
                        ..own.partition_point(|t| t.span.start() < p.span.end())
                });
                corpus.claims.push(ClaimView {
                    verb,
                    subject: part(claim.subject),
                    object: part(claim.object),
                    article: n,
                    claim,
                    sentence,
                    of_address: addresses.contains(&sentence),
                    terms: own,
                    about,
                });
            }
            let claims = first..corpus.claims.len();
            corpus.articles.push(ArticleView { found, doc, terms, claims });
        }
        corpus
    }
}

/// Whether a figure is part of a date. Cost: O(log dates).
pub(super) fn in_date(found: &Extraction, figure: Span) -> bool {
    // Dates stand in text order: the last that begins before the figure ends is the one that may overlap it.
    let before = found.dates.partition_point(|d| d.span.start() < figure.end());
    before.checked_sub(1).and_then(|i| found.dates.get(i)).is_some_and(|d| d.span.overlaps(figure))
}

/// Puts the dates and quantities in the place of the words that write them, so that `40,000` and `forty thousand`,
/// `on Sunday` and `June 29` are one term each. Cost: O(terms + values).
fn with_values(terms: Vec<Term>, found: &Extraction, vocabulary: &mut Vocabulary<'_>) -> Vec<Term> {
    let mut values: Vec<(Span, Span, String, f32)> = Vec::new();
    for d in &found.dates {
        if let Some(value) = &d.value {
            values.push((
                d.span,
                d.span,
                format!("date {}", value.to_string().get(..10).unwrap_or(&value.to_string())),
                1.0,
            ));
        }
    }
    for q in &found.quantities {
        let (Some(value), false) = (q.value, in_date(found, q.span)) else { continue };
        let number = match value {
            Amount::Number(n) => n,
            Amount::Range([_, high]) => high,
        };
        // Small whole numbers are met everywhere.
        let small = number.fract() == 0.0 && number.abs() <= 3.0 && q.unit.is_none();
        let key = format!("amount {} {}", number, q.unit.as_deref().unwrap_or(""));
        values.push((q.span, q.number, key, if small { 0.5 } else { 1.2 }));
    }
    values.sort_by_key(|v| v.0);
    let mut out = Vec::with_capacity(terms.len() + values.len());
    let mut at = 0;
    for term in terms {
        while let Some((_, span, key, base)) = values.get(at).filter(|v| v.1.start() <= term.span.start()) {
            out.push(vocabulary.value(key, *base, *span));
            at += 1;
        }
        let covered = at.checked_sub(1).and_then(|i| values.get(i)).is_some_and(|v| v.1.covers(term.span));
        if !covered {
            out.push(term);
        }
    }
    for (_, span, key, base) in values.get(at..).unwrap_or(&[]) {
        out.push(vocabulary.value(key, *base, *span));
    }
    out
}
