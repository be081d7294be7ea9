//! Page furniture: which lines of a scraped page are headlines, which are no part of the article, and when the page
//! says that it was published.
//!
//! A line is judged by its form (a breadcrumb, a byline, a date, an address) and by two lists: `furniture.txt` holds
//! phrases, `page_words.txt` the words that date lines and buttons are made of. In doubt a sentence is prose: a claim
//! that is taken for furniture is lost, while furniture that is taken for prose is only noise.

mod address;
mod line;
mod published;

pub(crate) use address::headline_in;
pub use published::published_in;

use crate::lexicon::Lexicon;
use crate::text::document::Document;
use crate::text::sentence::{Part, Sentence};
use crate::text::span::Span;
use crate::text::token::{Token, TokenKind};
use line::Unit;
use std::ops::Range;

/// The most words of a headline.
const LONGEST_HEADLINE: usize = 24;
/// The most words of a line in sentence case that is a sub-heading for want of a full stop.
const LONGEST_LABEL: usize = 8;

/// Where a page head such as ` date 2025-06-30 ` at the start of `text` ends; 0 if there is none.
pub(crate) fn head_end(text: &str) -> usize {
    let lead = text.len() - text.trim_start().len();
    let Some(rest) = text.get(lead..).and_then(|s| s.strip_prefix("date ")) else { return 0 };
    let iso = |(i, b): (usize, u8)| if i == 4 || i == 7 { b == b'-' } else { b.is_ascii_digit() };
    let date = rest.len() >= 10 && rest.bytes().take(10).enumerate().all(iso);
    if date && rest.as_bytes().get(10).is_none_or(u8::is_ascii_whitespace) { lead + 15 } else { 0 }
}

/// Whether the text's last sentence of running text lacks a mark that ends it: the text was cut off.
///
/// ```
/// use corroborate::{Lexicon, text::{document::Document, furniture::ends_mid_sentence}};
/// let lexicon = Lexicon::english();
/// let cut = Document::new("The ferry sank on Monday. It had left the port of", &lexicon);
/// assert!(ends_mid_sentence(&cut));
/// let whole = Document::new("The ferry sank on Monday.\n\nShare this article", &lexicon);
/// assert!(!ends_mid_sentence(&whole));
/// ```
#[must_use]
pub fn ends_mid_sentence(doc: &Document<'_>) -> bool {
    let last = doc.sentences.iter().rev().find(|s| s.part != Part::Furniture);
    last.is_some_and(|s| s.part == Part::Prose && !ends_with_mark(s.span.of(doc.text)))
}

fn ends_with_mark(sentence: &str) -> bool {
    let bare = sentence.trim_end_matches(|c: char| {
        matches!(c, '"' | '\'' | '”' | '’' | '»' | ')' | ']' | '*' | '`' | '\u{200B}') || c.is_whitespace()
    });
    bare.ends_with(['.', '!', '?', '…', '。', '！', '？', '؟', '۔', '।'])
}

/// Sets the part of every sentence. `ranges` holds the tokens of each.
pub(crate) fn mark_parts(
    text: &str,
    sentences: &mut [Sentence],
    tokens: &[Token],
    ranges: &[Range<usize>],
    lexicon: &Lexicon,
) {
    let mut body = false;
    let mut related = false;
    let mut i = 0;
    while i < sentences.len() {
        let mut end = i + 1;
        while end < sentences.len() && same_line(text, sentences[end - 1].span, sentences[end].span) {
            end += 1;
        }
        let last = end == sentences.len();
        let line = &mut sentences[i..end];
        let of = |a: usize, z: usize| ranges[a].start..ranges[z - 1].end;
        let whole = Unit::new(text, tokens, of(i, end), lexicon);
        let stopped = ends_with_mark(line[line.len() - 1].span.of(text));
        if !body && headline_in(text, whole.tokens()).is_some() {
            // Above the article stands its own address; further down, those of others.
            for (k, s) in line.iter_mut().enumerate() {
                let spelt = headline_in(text, &tokens[of(i + k, i + k + 1)]).is_some();
                s.part = if spelt { Part::Headline } else { Part::Furniture };
            }
        } else if whole.is_furniture_line(!stopped, end - i == 1)
            || (related && !stopped && whole.words <= LONGEST_HEADLINE)
        {
            line.iter_mut().for_each(|s| s.part = Part::Furniture);
            related |= whole.opens_related();
        } else {
            related = false;
            let mut prose = false;
            let mut stopped = stopped;
            for (k, s) in line.iter_mut().enumerate() {
                let unit = Unit::new(text, tokens, of(i + k, i + k + 1), lexicon);
                if unit.is_furniture_sentence(k == 0, k + 1 == end - i) {
                    s.part = Part::Furniture;
                } else {
                    prose = true;
                    stopped = ends_with_mark(s.span.of(text));
                }
            }
            if prose && is_headline(&whole, end - i, stopped, !body, last) {
                line.iter_mut().filter(|s| s.part == Part::Prose).for_each(|s| s.part = Part::Headline);
            }
            body |= prose;
        }
        i = end;
    }
}

fn same_line(text: &str, a: Span, b: Span) -> bool {
    !Span::new(a.end(), b.start()).of(text).contains(['\n', '\r', '\u{2028}', '\u{2029}', '\u{85}', '\u{0B}', '\u{0C}'])
}

/// Whether a line of its own is a headline or a sub-heading. `first`: no running text stands before it.
fn is_headline(line: &Unit<'_>, sentences: usize, stopped: bool, first: bool, last: bool) -> bool {
    let text = line.text;
    let tokens = line.tokens();
    let Some(end) = tokens.last().map(|t| t.of(text)) else { return false };
    let words = line.words;
    if words > LONGEST_HEADLINE || sentences > 3 {
        return false;
    }
    let plain_stop = stopped && !line.ends_with_question();
    let opens_plainly =
        tokens.first().is_some_and(|t| t.kind != TokenKind::Mark || is_quote(t.of(text)) || t.of(text) == "$");
    if plain_stop || !opens_plainly || matches!(end, "," | ";" | "-" | "–" | "—") {
        return false;
    }
    let (capitals, long) = line.capitalised_words();
    let title_case = long >= 2 && capitals * 10 >= long * 8 && !line.has_small_verb();
    if line.is_quoted() {
        return false;
    }
    if end == ":" {
        return words <= LONGEST_LABEL && !line.has_small_verb();
    }
    if stopped {
        return title_case && sentences <= 2;
    }
    title_case || (!last && (first || words <= LONGEST_LABEL))
}

fn is_quote(mark: &str) -> bool {
    matches!(mark, "\"" | "“" | "‘" | "'" | "«")
}
