//! Sentences: where each one stands and what part of the page it belongs to.
//!
//! [`sentence_spans`] walks the text once. It looks for the few bytes that can end a sentence (full stops, question
//! and exclamation marks, line breaks, list markers) and decides only there, from a bounded window on either side.
//! What the words of that window mean (titles, abbreviations, words that open a sentence) stands in word lists.
//!
//! Policy: a quotation of several sentences is split inside its marks; `"Stop!" he said.` is one sentence.

mod bang;
mod credit;
mod full_stop;
mod lines;
mod listing;
mod look;
mod next;
mod opening;
mod run;
mod scan;
mod stop;
mod word;

use crate::lexicon::Lexicon;
use crate::text::document::Document;
use crate::text::furniture;
use crate::text::span::Span;
use listing::Listing;
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

impl Sentence {
    /// A sentence of running text.
    #[must_use]
    pub const fn prose(span: Span) -> Self {
        Self { span, part: Part::Prose }
    }
}

/// The sentences of `text`, in order, each with its part; together they cover every character that is not white space.
///
/// Cost: O(bytes). Where only the spans are wanted, [`sentence_spans`] is several times as fast.
///
/// ```
/// use corroborate::{Lexicon, text::sentence::sentences};
/// let text = "Ferry Fire Kills Two\n\nThe U.S. Coast Guard said two people died. More are missing.";
/// let found = sentences(text, &Lexicon::english());
/// assert_eq!(found.len(), 3);
/// assert_eq!(found[1].span.of(text), "The U.S. Coast Guard said two people died.");
/// ```
#[must_use]
pub fn sentences(text: &str, lexicon: &Lexicon) -> Vec<Sentence> {
    Document::new(text, lexicon).sentences
}

/// The spans of the sentences of `text`, in order, found as they are asked for; nothing is allocated.
///
/// Cost: O(bytes), also on one paragraph of any length and on runs of stops or spaces.
///
/// ```
/// use corroborate::{Lexicon, text::sentence::sentence_spans};
/// let text = "\"Will it sail at 5 p.m.?\" he asked. Mr. Lund did not know.";
/// let lexicon = Lexicon::english();
/// let found: Vec<_> = sentence_spans(text, &lexicon).map(|s| s.of(text)).collect();
/// assert_eq!(found, ["\"Will it sail at 5 p.m.?\" he asked.", "Mr. Lund did not know."]);
/// ```
#[must_use]
pub fn sentence_spans<'t>(text: &'t str, lexicon: &'t Lexicon) -> SentenceSpans<'t> {
    SentenceSpans {
        cut: Cut { text, bytes: text.as_bytes(), lexicon, start: 0, paragraph: true, in_quote: false, listing: None },
        pos: 0,
        fresh: true,
        head: furniture::head_end(text),
    }
}

/// The iterator of [`sentence_spans`].
#[derive(Debug, Clone)]
pub struct SentenceSpans<'t> {
    cut: Cut<'t>,
    /// Everything before has been looked at.
    pos: usize,
    /// A sentence has just begun.
    fresh: bool,
    /// Where a page head at the text's start ends; 0 if there is none.
    head: usize,
}

/// The text, and what is known of the sentence that is being read.
#[derive(Debug, Clone)]
struct Cut<'t> {
    text: &'t str,
    bytes: &'t [u8],
    lexicon: &'t Lexicon,
    /// Where the sentence began.
    start: usize,
    /// Whether it is the first of its paragraph.
    paragraph: bool,
    /// Whether an odd number of straight double marks stands between the paragraph's start and here.
    in_quote: bool,
    /// The list item that the sentence is, if it began with a list marker.
    listing: Option<Listing>,
}

/// What a candidate turned out to be.
enum Verdict {
    /// The sentence goes on; look for the next candidate from here.
    Goes(usize),
    /// The sentence ends before the first offset; look for the next candidate from the second.
    Ends(usize, usize),
}

impl Iterator for SentenceSpans<'_> {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        if self.head > 0 {
            let head = std::mem::take(&mut self.head);
            self.pos = head;
            self.cut.begin(head, true);
            return Some(Span::new(0, head).trim(self.cut.text));
        }
        if std::mem::take(&mut self.fresh) {
            if let Some(end) = self.cut.opening_end(self.cut.start) {
                let span = Span::new(self.cut.start, end).trim(self.cut.text);
                self.pos = end;
                self.cut.begin(end, false);
                return Some(span);
            }
        }
        while let Some((at, class)) = scan::next_candidate(self.cut.bytes, self.pos) {
            match self.cut.verdict(at, class) {
                Verdict::Goes(pos) => self.pos = pos,
                Verdict::Ends(end, pos) => {
                    let span = Span::new(self.cut.start, end).trim(self.cut.text);
                    self.pos = pos;
                    self.cut.begin(end, class == scan::Class::Line);
                    self.fresh = true;
                    if !span.is_empty() {
                        return Some(span);
                    }
                }
            }
        }
        let whole = self.cut.bytes.len();
        let end = self.cut.date_at_line_end(whole).unwrap_or(whole);
        let span = Span::new(self.cut.start, end).trim(self.cut.text);
        self.pos = whole;
        self.cut.start = end;
        (!span.is_empty()).then_some(span)
    }
}

impl std::iter::FusedIterator for SentenceSpans<'_> {}

impl Cut<'_> {
    /// A new sentence begins at or after `start`.
    fn begin(&mut self, start: usize, paragraph: bool) {
        self.start = start;
        self.paragraph = paragraph;
        self.listing = None;
    }

    fn verdict(&mut self, at: usize, class: scan::Class) -> Verdict {
        match class {
            scan::Class::Stop => self.at_stop(at),
            scan::Class::Line => self.at_line(at),
            scan::Class::Mark => {
                self.in_quote = !self.in_quote;
                Verdict::Goes(at + 1)
            }
            scan::Class::Colon => self.at_colon(at),
            scan::Class::Bracket => self.at_bracket(at),
            scan::Class::Bullet(len) => self.at_bullet(at, len),
        }
    }
}
