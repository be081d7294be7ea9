//! What the passes over a text look for, marked on each token once: most tokens hold nothing for any of them.

use crate::lexicon::{List, ListSet};
use crate::text::one_of::Shape;
use crate::text::token::{Case, Token};
use std::ops::Range;

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
/// A word that begins with a capital.
pub(super) const CAPITAL: u8 = 1 << 6;
/// A verb of sensing: `heard`.
pub(super) const SENSE: u8 = 1 << 7;

/// What only counts outside of quotations.
const OUTSIDE: u8 = CUE | MESSAGE | SPEAKER;

const ACCORDING: Shape = Shape::of(b"according");
const WORDS: Shape = Shape::of(b"words");

/// The lists whose words are marked.
const LISTS: ListSet = ListSet::one(List::ReportingVerb)
    .or(ListSet::one(List::ReportingNoun))
    .or(ListSet::one(List::MessageNoun))
    .or(ListSet::one(List::SpeakerNoun))
    .or(ListSet::one(List::Sense));

/// How many tokens are looked at at once.
const WIDE: usize = 8;
/// One in each byte.
const EACH: u64 = 0x0101_0101_0101_0101;

/// For each token, its marks.
#[derive(Clone)]
pub(super) struct Marks(Vec<u8>);

impl Marks {
    pub(super) fn new(tokens: &[Token]) -> Self {
        let mut marks = Vec::with_capacity(tokens.len() + WIDE);
        marks.extend(tokens.iter().map(of));
        // So that as many can be looked at from every token on.
        marks.resize(tokens.len() + WIDE, 0);
        Self(marks)
    }

    /// Marks tokens as those of a quotation.
    pub(super) fn quote(&mut self, tokens: Range<usize>) {
        for marks in self.0.get_mut(tokens).unwrap_or_default() {
            *marks = *marks & !OUTSIDE | QUOTED;
        }
    }

    pub(super) fn name(&mut self, i: usize) {
        if let Some(marks) = self.0.get_mut(i) {
            *marks |= NAME;
        }
    }

    #[inline]
    pub(super) fn has(&self, i: usize, mark: u8) -> bool {
        self.0.get(i).is_some_and(|m| m & mark != 0)
    }

    /// The first of the tokens that bears one of these marks.
    #[inline]
    pub(super) fn next(&self, tokens: Range<usize>, marks: u8) -> Option<usize> {
        let wanted = u64::from(marks) * EACH;
        let mut i = tokens.start;
        while i < tokens.end {
            let found = u64::from_le_bytes(*self.0.get(i..)?.first_chunk()?) & wanted;
            if found != 0 {
                return Some(i + found.trailing_zeros() as usize / WIDE).filter(|i| *i < tokens.end);
            }
            i += WIDE;
        }
        None
    }

    /// The tokens that bear one of these marks.
    #[inline]
    pub(super) fn all(&self, tokens: Range<usize>, marks: u8) -> impl Iterator<Item = usize> + '_ {
        let Range { mut start, end } = tokens;
        std::iter::from_fn(move || {
            let found = self.next(start..end, marks)?;
            start = found + 1;
            Some(found)
        })
    }
}

/// What a token alone tells.
#[inline]
fn of(t: &Token) -> u8 {
    let capital = u8::from(t.case != Case::Lower) * CAPITAL;
    let opens = t.may_begin && t.opens.has(List::ReportingVerb);
    let cue = opens || t.shape == ACCORDING || t.shape == WORDS;
    if !cue && !t.lists.any(LISTS) {
        return capital;
    }
    let on = |listed: bool, mark: u8| u8::from(listed) * mark;
    let cue = cue || t.lists.has(List::ReportingVerb);
    let noun = on(t.lists.has(List::ReportingNoun), REPORTING_NOUN);
    capital
        | on(cue, CUE)
        | noun
        | on(t.lists.has(List::MessageNoun), MESSAGE)
        | on(t.lists.has(List::SpeakerNoun), SPEAKER)
        | on(t.lists.has(List::Sense), SENSE)
}
