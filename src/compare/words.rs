//! Quoted words, made comparable: marks, case, contractions and editorial notes looked past.

use crate::claim::quote::Quote;
use crate::lexicon::{Lexicon, List};
use crate::text::document::Document;
use crate::text::fold::fold;
use crate::text::span::Span;
use crate::text::token::TokenKind;
use foldhash::fast::FixedState;
use std::hash::BuildHasher as _;

/// Words of one quotation that are compared at most; the rest is not looked at.
pub(super) const MAX_WORDS: usize = 400;

/// Words that turn what is said into its opposite.
const NEGATIONS: [&str; 7] = ["not", "no", "never", "none", "nothing", "nobody", "neither"];

/// One word of a quotation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Word {
    /// Its folded form, hashed with a fixed seed.
    pub(super) key: u64,
    /// Where it stands; the words of one contraction share their span.
    pub(super) span: Span,
    /// Whether it is a function word.
    pub(super) light: bool,
    /// Whether it begins with an upper-case letter.
    pub(super) capital: bool,
    /// Whether it negates.
    pub(super) negation: bool,
}

impl Word {
    /// How much it tells: a function word a quarter of another.
    pub(super) fn weight(&self) -> f32 {
        if self.light { 0.25 } else { 1.0 }
    }
}

/// The words of `quote`, its notes left out and contractions written out.
pub(super) fn words_of(quote: &Quote, doc: &Document<'_>, lexicon: &Lexicon) -> Vec<Word> {
    let hasher = FixedState::with_seed(4);
    let mut out: Vec<Word> = Vec::new();
    let mut push = |word: &str, span: Span, light: bool, capital: bool| {
        if out.len() < MAX_WORDS {
            let negation = NEGATIONS.contains(&word);
            out.push(Word { key: hasher.hash_one(word), span, light, capital, negation });
        }
    };
    for part in quote.stretches() {
        let first = doc.token_at(part.start());
        for t in doc.tokens.get(first..).unwrap_or(&[]).iter().take_while(|t| t.span.start() < part.end()) {
            if t.kind == TokenKind::Mark || quote.notes.iter().any(|n| n.overlaps(t.span)) {
                continue;
            }
            let folded = fold(t.of(doc.text));
            let stop = |w: &str| lexicon.entries_of(List::CommonWord, w).any(|(_, e)| e.field(0) == "stop");
            if t.kind == TokenKind::Possessive {
                // `it's`, `that's`: a verb; `Russia's`: part of the name, and no word of its own.
                if doc.token_before(t.span.start()).is_some_and(|p| p.lists.has(List::CommonWord)) {
                    push("is", t.span, true, false);
                }
                continue;
            }
            match lexicon.entry(List::Contraction, &folded).map(|e| e.field(0).to_owned()) {
                Some(long) => long.split(' ').for_each(|w| push(w, t.span, true, false)),
                None => {
                    let light = t.kind == TokenKind::Word && stop(&folded);
                    let digits: String = folded.chars().filter(|c| *c != ',').collect();
                    push(&digits, t.span, light, t.is_capitalised());
                }
            }
        }
    }
    out
}
