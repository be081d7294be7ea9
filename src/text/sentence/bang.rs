//! Whether a sentence ends at a question or exclamation mark.

use super::Cut;
use super::look::{Gap, char_before, is_blank};
use super::next::{Next, Start};
use super::run::Run;
use super::stop::ABBREVIATIONS;
use super::word::Word;
use crate::lexicon::{List, ListSet};

impl Cut<'_> {
    /// After `!` or `?`, with white space behind it.
    pub(super) fn after_bang(&self, at: usize, run: Run, next: Next, gap: Gap) -> bool {
        match next.start {
            Start::Lower => {
                if run.quote_closed || run.bracket_closed || run.dots > 0 || run.ellipsis || run.spaced || next.opened {
                    return false;
                }
                let apart = char_before(self.text, at).filter(|&c| is_blank(c)).map_or(0, char::len_utf8);
                let word = Word::before(self.text, at - apart, self.start);
                !(word.is_empty()
                    || word.lists(self.text, self.lexicon).has(List::NameWithMark)
                    || next.lists.any(GOES_ON)
                    || next.word.of(self.text) == "or"
                    || self.is_reported(next.word))
            }
            Start::Upper if !next.opened => {
                if run.quote_closed && gap.lines == 0 && self.is_attribution(next.word) {
                    return false;
                }
                let word = Word::before(self.text, at, self.start);
                !(word.lists(self.text, self.lexicon).has(List::NameWithMark)
                    && run.end == at + 1
                    && !next.lists.has(List::SentenceOpener))
            }
            Start::Dash => !run.quote_closed && self.dash_opens(next.word.start),
            // `Viva Maria! (1965)`
            Start::Digit => !next.bracket && !self.bracket_open(at),
            _ => true,
        }
    }

    /// `he yelled`, `asked the minister`: a verb of saying among the first words.
    fn is_reported(&self, first: Word) -> bool {
        let mut word = first;
        if matches!(word.of(self.text), "i" | "we" | "you") {
            return false;
        }
        for _ in 0..3 {
            let lists = word.lists(self.text, self.lexicon);
            if lists.has(List::ReportingVerb) {
                return true;
            }
            if self.bytes.get(word.end) != Some(&b' ') {
                return false;
            }
            word = Word::after(self.text, word.end + 1);
        }
        false
    }

    /// `Mr. Lund said`, `Anna Lund asked`: up to three capitalised words and a reporting verb.
    fn is_attribution(&self, first: Word) -> bool {
        let text = self.text;
        let mut word = first;
        for n in 0..5 {
            let lists = word.lists(text, self.lexicon);
            if n > 0 && lists.has(List::ReportingVerb) && !word.starts_upper(text) {
                return Word::after(text, word.end + 1).of(text) != "that";
            }
            // `"Why?" I asked.`
            if n == 0 && matches!(word.of(text), "I" | "We") && self.bytes.get(word.end) == Some(&b' ') {
                let verb = Word::after(text, word.end + 1);
                let ends = matches!(self.bytes.get(verb.end), Some(b'.' | b','));
                return ends && verb.lists(text, self.lexicon).has(List::ReportingVerb);
            }
            if !word.starts_upper(text) || (n == 0 && lists.has(List::SentenceOpener)) {
                return false;
            }
            let mut from = word.end;
            if self.bytes.get(from) == Some(&b'.') && (lists.any(ABBREVIATIONS) || word.len() == 1) {
                from += 1;
            }
            if self.bytes.get(from) != Some(&b' ') {
                return false;
            }
            word = Word::after(text, from + 1);
            if word.is_empty() {
                return false;
            }
        }
        false
    }
}

/// Words in lower case that go on after a name with a mark in it: `at Yahoo! in 2004`.
const GOES_ON: ListSet = ListSet::one(List::Preposition).or(ListSet::one(List::Auxiliary));
