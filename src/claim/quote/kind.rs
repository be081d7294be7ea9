//! How a quotation stands in its sentence, as far as its own words and its neighbours show.

use crate::claim::quote::QuoteKind;
use crate::claim::quote::marks::char_before;
use crate::lexicon::{Lexicon, List};
use crate::text::document::Document;
use crate::text::span::Span;
use crate::text::token::TokenKind;

/// The kind of the quotation `marked` (marks included) whose first stretch is `words`.
pub(super) fn kind(doc: &Document<'_>, lexicon: &Lexicon, marked: Span, words: Span) -> QuoteKind {
    let first = doc.token_at(words.start());
    let end = doc.token_from(words.end());
    let open = doc.token_at(marked.start());
    let close = doc.token_from(marked.end());
    let count = doc.tokens.get(first..end).unwrap_or(&[]).iter().filter(|t| t.kind != TokenKind::Mark).count();
    let last = char_before(doc.text, words.end());
    let finished = last.is_some_and(|c| matches!(c, '.' | '!' | '?' | ',' | '\u{2026}' | '-' | '\u{2014}'));
    if count == 0 {
        return QuoteKind::Scare;
    }
    if !finished && is_nickname(doc, open, close, count) {
        return QuoteKind::Scare;
    }
    // A comma or full stop before the closing mark may be the sentence's own (`known as "the Butcher," he`).
    let ends = last.is_some_and(|c| matches!(c, ',' | '.')) && count <= 6;
    if (!finished || ends) && is_named(doc, lexicon, open) {
        return QuoteKind::Scare;
    }
    if !finished && count <= 4 && is_of_person(doc, lexicon, open, close) {
        return QuoteKind::Scare;
    }
    // `Her slogan, "Stronger Together," was` and `On NBC's "Meet the Press," he` have the sentence's comma inside.
    let before = open.checked_sub(1).and_then(|b| doc.tokens.get(b));
    let of = before.is_some_and(|t| t.kind == TokenKind::Possessive || t.lists.has(List::Preposition));
    let comma = last == Some(',') && !of && !doc.tokens.get(close).is_some_and(|t| t.lists.has(List::Auxiliary));
    // `She wrote: "Avoid Highway 9."` is an utterance.
    let announced = before.is_some_and(|t| t.of(doc.text) == ":") && last == Some('.');
    // `“It won,” she said. “All thanks to Lee.”`: after a sentence, and one of its own.
    let alone = before.is_some_and(|t| t.of(doc.text) == ".")
        && last == Some('.')
        && doc.tokens.get(close).is_none_or(|t| t.is_capitalised() || t.kind == TokenKind::Mark)
        && doc
            .sentence_at(marked.start())
            .and_then(|s| doc.sentences.get(s))
            .is_some_and(|s| s.span.start() == marked.start());
    if is_title(doc, first, end) && !comma && !announced && !alone && !last.is_some_and(|c| matches!(c, '!' | '?')) {
        return QuoteKind::Scare;
    }
    let capital = doc
        .tokens
        .get(first..end)
        .and_then(|t| t.iter().find(|t| t.kind != TokenKind::Mark))
        .is_some_and(|t| t.is_capitalised() || t.kind == TokenKind::Number);
    let note = words.of(doc.text).starts_with(['[', '(', '\u{2026}', '.']);
    if (capital || note) && (count >= 3 || finished) { QuoteKind::Direct } else { QuoteKind::Partial }
}

/// `Armando “AJ” Perez`: between two names, without a pause.
fn is_nickname(doc: &Document<'_>, open: usize, close: usize, count: usize) -> bool {
    let name =
        |t: Option<&crate::text::token::Token>| t.is_some_and(|t| t.kind == TokenKind::Word && t.is_capitalised());
    count <= 3 && open > 0 && name(doc.tokens.get(open - 1)) && name(doc.tokens.get(close))
}

/// After a word that says it is a name or term: `the film "X"`, `so-called "X"`.
fn is_named(doc: &Document<'_>, lexicon: &Lexicon, open: usize) -> bool {
    let lower = doc.tokens.get(open + 1).is_some_and(|t| t.kind == TokenKind::Word && !t.is_capitalised());
    (1..=4).any(|k| {
        open.checked_sub(k)
            .and_then(|at| lexicon.match_at(List::NamingWord, doc.text, &doc.tokens, at))
            // `enjoyed the show "immensely"` is no title.
            .is_some_and(|m| m.len == k && !(m.entry.field(0) == "w" && lower))
    })
}

/// `the "Succession" actor`: a capital, and around it the words for a person.
fn is_of_person(doc: &Document<'_>, lexicon: &Lexicon, open: usize, close: usize) -> bool {
    let led = open.checked_sub(1).and_then(|b| doc.tokens.get(b)).is_some_and(|t| t.lists.has(List::Determiner));
    let capital = doc.tokens.get(open + 1).is_some_and(|t| t.kind == TokenKind::Word && t.is_capitalised());
    let noun = doc.tokens.get(close).filter(|t| !t.is_capitalised() && t.lists.has(List::SpeakerNoun));
    let person = noun.and_then(|t| lexicon.entry_at(List::SpeakerNoun, t)).is_some_and(|e| e.field(1) == "p");
    led && capital && person
}

/// Two words or more, every one of four letters or more with a capital: a title.
fn is_title(doc: &Document<'_>, first: usize, end: usize) -> bool {
    let (mut capitals, mut words) = (0, 0);
    let tokens = doc.tokens.get(first..end).unwrap_or(&[]);
    if tokens.len() > 14 {
        return false;
    }
    for (k, t) in tokens.iter().enumerate() {
        if t.kind != TokenKind::Word {
            // A sentence ends inside it.
            if k + 1 < tokens.len()
                && matches!(t.of(doc.text), "." | "!" | "?")
                && k > 0
                && tokens[k - 1].span.len() > 3
            {
                return false;
            }
            continue;
        }
        words += 1;
        if t.is_capitalised() {
            capitals += usize::from(t.of(doc.text) != "I" && !t.lists.has(List::Weekday));
        } else if t.span.len() >= 4 {
            return false;
        }
    }
    capitals >= 2 && words <= 12 && 2 * capitals >= words
}
