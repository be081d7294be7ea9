//! An article's text, cut once: sentences and tokens that every later stage reads.

use crate::lexicon::Lexicon;
use crate::text::furniture::mark_parts;
use crate::text::sentence::{Sentence, sentence_spans};
use crate::text::span::Span;
use crate::text::token::{Token, tokens};
use std::ops::Range;

/// A text with its sentences and tokens.
///
/// ```
/// use corroborate::{Lexicon, text::document::Document};
/// let lexicon = Lexicon::english();
/// let doc = Document::new("He left. She stayed.", &lexicon);
/// assert_eq!(doc.sentences.len(), 2);
/// let words: Vec<_> = doc.tokens_of(1).iter().map(|t| t.of(doc.text)).collect();
/// assert_eq!(words, ["She", "stayed", "."]);
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub struct Document<'t> {
    /// The text as given.
    pub text: &'t str,
    /// Its sentences, in order.
    pub sentences: Vec<Sentence>,
    /// Its tokens, in order.
    pub tokens: Vec<Token>,
    /// For each sentence, the range of its tokens.
    ranges: Vec<Range<usize>>,
    /// For every [`STEP`] bytes, the first token that ends after them: where a search for a byte begins.
    steps: Vec<usize>,
}

/// How many bytes lie between two entries of `Document::steps`: some three words.
const STEP: usize = 16;

impl<'t> Document<'t> {
    /// Cuts `text`. Cost: O(bytes).
    #[must_use]
    pub fn new(text: &'t str, lexicon: &Lexicon) -> Self {
        let mut sentences: Vec<Sentence> = Vec::with_capacity(text.len() / 100 + 1);
        sentences.extend(sentence_spans(text, lexicon).map(Sentence::prose));
        let tokens = tokens(text, lexicon);
        let mut ranges = Vec::with_capacity(sentences.len());
        let mut t = 0;
        for s in &sentences {
            while t < tokens.len() && tokens[t].span.start() < s.span.start() {
                t += 1;
            }
            let first = t;
            while t < tokens.len() && tokens[t].span.start() < s.span.end() {
                t += 1;
            }
            ranges.push(first..t);
        }
        mark_parts(text, &mut sentences, &tokens, &ranges, lexicon);
        let steps = steps(&tokens, text.len());
        Self { text, sentences, tokens, ranges, steps }
    }

    /// The indices of the tokens of sentence `i`; empty if there is no such sentence.
    #[must_use]
    pub fn range_of(&self, i: usize) -> Range<usize> {
        self.ranges.get(i).cloned().unwrap_or(0..0)
    }

    /// The tokens of sentence `i`.
    #[must_use]
    pub fn tokens_of(&self, i: usize) -> &[Token] {
        &self.tokens[self.range_of(i)]
    }

    /// The index of the sentence that holds the byte at `offset`, or of the last one that begins before it.
    #[must_use]
    pub fn sentence_at(&self, offset: usize) -> Option<usize> {
        self.sentences.partition_point(|s| s.span.start() <= offset).checked_sub(1)
    }

    /// The index of the first token that ends after `offset`.
    #[must_use]
    pub fn token_at(&self, offset: usize) -> usize {
        let mut i = self.steps.get(offset / STEP).copied().unwrap_or(self.tokens.len());
        while self.tokens.get(i).is_some_and(|t| t.span.end() <= offset) {
            i += 1;
        }
        i
    }

    /// The index of the first token that begins at or after `offset`.
    #[must_use]
    pub(crate) fn token_from(&self, offset: usize) -> usize {
        let i = self.token_at(offset);
        i + usize::from(self.tokens.get(i).is_some_and(|t| t.span.start() < offset))
    }

    /// The last token that ends at or before `offset`.
    #[must_use]
    pub fn token_before(&self, offset: usize) -> Option<&Token> {
        self.token_at(offset).checked_sub(1).and_then(|i| self.tokens.get(i))
    }

    /// Whether sentences `i` and `i + 1` stand in different paragraphs (a blank line, or a line break, between them).
    #[must_use]
    pub fn paragraph_ends_after(&self, i: usize) -> bool {
        match (self.sentences.get(i), self.sentences.get(i + 1)) {
            (Some(a), Some(b)) => {
                let between = Span::new(a.span.end(), b.span.start()).of(self.text);
                between != " " && between.contains(['\n', '\r', '\u{2029}'])
            }
            _ => true,
        }
    }
}

/// For every [`STEP`] bytes of a text, the first of its tokens that ends after them.
fn steps(tokens: &[Token], len: usize) -> Vec<usize> {
    let mut out = Vec::with_capacity(len / STEP + 1);
    for (i, t) in tokens.iter().enumerate() {
        while out.len() * STEP < t.span.end() {
            out.push(i);
        }
    }
    out
}
