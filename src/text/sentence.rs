//! Sentences and what part of the page each belongs to.

use crate::lexicon::Lexicon;
use crate::text::span::Span;
use serde::{Deserialize, Serialize};

/// What part of a page a sentence belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Part {
    /// A headline, sub-heading or caption title.
    Headline,
    /// Running text.
    #[default]
    Prose,
    /// Page furniture: navigation, bylines, date lines, disclaimers. Never a claim.
    Furniture,
}

/// One sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Sentence {
    /// Where it stands, white space trimmed.
    #[serde(flatten)]
    pub span: Span,
    /// What part of the page it belongs to.
    pub part: Part,
}

/// The sentences of `text`, in order; together they cover every character that is not white space.
#[must_use]
pub fn sentences(text: &str, _lexicon: &Lexicon) -> Vec<Sentence> {
    let mut out = Vec::new();
    let b = text.as_bytes();
    let mut start = 0;
    let mut i = 0;
    let push = |out: &mut Vec<Sentence>, a: usize, z: usize| {
        let span = Span::new(a, z).trim(text);
        if !span.is_empty() {
            out.push(Sentence { span, part: Part::Prose });
        }
    };
    while i < b.len() {
        let stop = matches!(b[i], b'.' | b'!' | b'?') && b.get(i + 1).is_none_or(u8::is_ascii_whitespace);
        i += 1;
        if stop || b[i - 1] == b'\n' {
            push(&mut out, start, i);
            start = i;
        }
    }
    push(&mut out, start, b.len());
    out
}
