//! What the passes over a text look for, marked on each token once: most tokens hold nothing for any of them.

use crate::lexicon::List;
use crate::text::one_of::Shape;
use crate::text::token::Token;

/// It stands in a quotation or is one of its marks.
pub(super) const QUOTED: u8 = 1;
/// It can be part of a name.
pub(super) const NAME: u8 = 1 << 1;
/// A cue may begin with it, outside of quotations.
pub(super) const CUE: u8 = 1 << 2;
/// A noun that tells of an act of saying.
pub(super) const REPORTING_NOUN: u8 = 1 << 3;
/// A noun for a message, outside of quotations.
pub(super) const MESSAGE: u8 = 1 << 4;
/// A noun for somebody who may speak, outside of quotations.
pub(super) const SPEAKER: u8 = 1 << 5;

/// What only counts outside of quotations.
const OUTSIDE: u8 = CUE | MESSAGE | SPEAKER;

const ACCORDING: Shape = Shape::of(b"according");
const WORDS: Shape = Shape::of(b"words");

/// What the token alone tells. Nothing here branches: what a word is cannot be foretold.
#[inline]
pub(super) fn of(t: &Token) -> u8 {
    let on = |list: List, mark: u8| u8::from(t.lists.has(list)) * mark;
    let verb = t.lists.has(List::ReportingVerb) | t.may_begin & t.opens.has(List::ReportingVerb);
    let cue = verb | (t.shape == ACCORDING) | (t.shape == WORDS);
    u8::from(cue) * CUE
        | on(List::ReportingNoun, REPORTING_NOUN)
        | on(List::MessageNoun, MESSAGE)
        | on(List::SpeakerNoun, SPEAKER)
}

/// The same for a token of a quotation.
#[inline]
pub(super) fn quoted(marks: u8) -> u8 {
    marks & !OUTSIDE | QUOTED
}
