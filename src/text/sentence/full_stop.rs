//! Whether a sentence ends at a single full stop.

use super::Cut;
use super::look::{Gap, char_before, is_blank, is_dash};
use super::next::{Next, Start};
use super::run::Run;
use super::stop::ABBREVIATIONS;
use super::word::Word;
use crate::lexicon::{List, ListSet};

impl Cut<'_> {
    /// A single full stop with white space after it.
    pub(super) fn after_stop(&self, at: usize, run: Run, next: Next) -> bool {
        let text = self.text;
        // Texts that were cut into tokens have a space before the stop.
        let end = match char_before(text, at) {
            Some(c) if is_blank(c) && at > self.start + 1 => at - c.len_utf8(),
            _ => at,
        };
        let word = Word::before(text, end, self.start);
        if next.start == Start::Lower {
            return self.before_lower(run, word, next);
        }
        if next.start == Start::Dash {
            if run.quote_closed {
                // `"…" - Anna Lund`
                return false;
            }
            let abbreviated = word.lists(text, self.lexicon).any(ABBREVIATIONS) || word.dotted(text).is_some();
            return !abbreviated && self.dash_opens(next.word.start);
        }
        if word.is_empty() || word.len() >= 12 {
            return true;
        }
        if next.bracket && next.start == Start::Digit {
            return false;
        }
        if next.start == Start::Digit && self.bracket_open(at) {
            return false;
        }
        let stopped = self.bytes.get(next.word.end) == Some(&b'.');
        let initial = stopped && (next.word.len() == 1 || next.lists.has(List::AbbreviationBeforeNumber));
        let opener = next.lists.has(List::SentenceOpener) && !initial
            || (next.opened && !next.bracket && next.start == Start::Upper);
        if let Some(c) = word.single_letter(text) {
            return self.after_initial(c, word, next, opener);
        }
        let lists = word.lists(text, self.lexicon);
        if let Some(dotted) = word.dotted(text) {
            return self.after_dotted(word, lists, dotted.single, next, opener);
        }
        if word.is_number(text) {
            return !(next.start == Start::Digit && self.is_spaced_decimal(word, next.word));
        }
        if lists.has(List::AbbreviationUnit) && self.number_before(word) {
            return next.start != Start::Digit;
        }
        if next.start == Start::Digit {
            if lists.has(List::AbbreviationBeforeNumber) {
                return false;
            }
            return !(lists.has(List::Abbreviation) || word.of(text).contains('°'));
        }
        if lists.has(List::AbbreviationBeforeName) && word.starts_upper(text) {
            return run.quote_closed;
        }
        if lists.has(List::AbbreviationFinal) {
            return self.after_final(word, next, opener);
        }
        if lists.has(List::Abbreviation) {
            return opener;
        }
        if word.looks_abbreviated(text) && !lists.has(List::AbbreviationUnit) {
            return opener;
        }
        true
    }

    /// A stop before a word in lower case: the writer leaves capitals out, a list item or a web address follows, or
    /// (the rule in print) the sentence goes on.
    fn before_lower(&self, run: Run, word: Word, next: Next) -> bool {
        let text = self.text;
        if self.marker_follows(next.word, next.bracket) {
            return !self.listed_after_colon(next.word);
        }
        if matches!(next.word.of(text), "http" | "https" | "www") {
            return true;
        }
        if self.in_spaced_address(word.start) {
            return false;
        }
        if next.square {
            // An editor's insertion opens the next sentence.
            return true;
        }
        if next.opened || run.quote_closed || run.bracket_closed || run.spaced || self.bracket_open(word.start) {
            return false;
        }
        word.len() >= 2
            && word.of(text).bytes().all(|x| x.is_ascii_lowercase())
            && !word.looks_abbreviated(text)
            && (word.len() >= 4 || word.lists(text, self.lexicon).has(List::OrdinaryWord))
            && !word.lists(text, self.lexicon).any(ABBREVIATIONS.or(ListSet::one(List::AbbreviationUnit)))
    }

    /// Whether a web address was begun before `at`, in a text that was cut into tokens (`http: / / www. example. com`).
    fn in_spaced_address(&self, at: usize) -> bool {
        let from = self.start.max(at.saturating_sub(160));
        let before = self.bytes.get(from..at).unwrap_or(&[]);
        before.windows(3).any(|w| w == b"/ /" || w == b"://") || before.ends_with(b"www. ")
    }

    /// `b) Refusing`, `(ii) Refusing`.
    fn marker_follows(&self, word: Word, bracket: bool) -> bool {
        let w = word.of(self.text).as_bytes();
        let numeral = w.len() == 1 || (w.len() <= 4 && w.iter().all(|x| matches!(x, b'i' | b'v' | b'x')));
        match self.bytes.get(word.end) {
            Some(b')') => numeral,
            Some(b'.') => !bracket && w == b"a" && self.bytes.get(word.end + 1) == Some(&b' '),
            _ => false,
        }
    }

    /// `for these sins: a) Leaving home. b) Refusing`: the items belong to the sentence that announced them.
    fn listed_after_colon(&self, word: Word) -> bool {
        let letter = *self.bytes.get(word.start).unwrap_or(&0);
        if word.len() != 1 || !(b'b'..=b'h').contains(&letter) {
            return false;
        }
        let from = self.start.max(word.start.saturating_sub(300));
        let first = [b':', b' ', b'a', b')'];
        self.bytes[from..word.start].windows(4).any(|w| w == first)
    }

    /// Initials: `John F. Kennedy`, `Plan B. The`, `you and I. Did`.
    fn after_initial(&self, letter: char, word: Word, next: Next, opener: bool) -> bool {
        let text = self.text;
        let before = Word::before(text, word.start.saturating_sub(1), self.start);
        if next.start == Start::Digit {
            // Not after `p. 5`, nor after the direction in `S. 12th Street`.
            return letter.is_uppercase() && !matches!(letter, 'P' | 'N' | 'S' | 'E' | 'W');
        }
        if letter == 'I' && matches!(before.of(text), "and" | "or" | "than" | "as" | "am" | "do" | "did" | "was") {
            return true;
        }
        // `in the U. A. E. Doctors say`, unlike `J. R. R. Tolkien`: three letters, then a word that is no name.
        let names = ListSet::one(List::Surname).or(ListSet::one(List::GivenName)).or(ListSet::one(List::NameHead));
        let ordinary = next.lists.has(List::OrdinaryWord) && !next.lists.any(names);
        opener || (ordinary && self.letters_before(word) >= 2)
    }

    /// How many single letters with a stop and a space stand before `word`, counted up to two.
    fn letters_before(&self, word: Word) -> usize {
        let b = self.bytes;
        let letter = |at: usize| {
            at >= self.start + 3 && b[at - 1] == b' ' && b[at - 2] == b'.' && b[at - 3].is_ascii_uppercase()
        };
        let mut at = word.start;
        let mut n = 0;
        while n < 2 && letter(at) {
            at -= 3;
            n += 1;
        }
        n
    }

    fn after_dotted(&self, word: Word, lists: ListSet, single: bool, next: Next, opener: bool) -> bool {
        if lists.has(List::AbbreviationBeforeName) {
            return false;
        }
        if next.start == Start::Digit {
            // `Manchester, N.J. 08759`
            return next.word.len() != 5
                && !lists.any(ListSet::one(List::AbbreviationBeforeNumber).or(ListSet::one(List::Abbreviation)));
        }
        if lists.has(List::AbbreviationFinal) || !single {
            return self.after_final(word, next, opener);
        }
        opener
    }

    /// `p.m.`, `etc.`: the stop ends the sentence before a capital, unless the word after it belongs to it or the
    /// sentence has only begun (`At 5 a.m. Mr. Smith went`).
    fn after_final(&self, word: Word, next: Next, opener: bool) -> bool {
        if opener {
            return true;
        }
        if next.lists.has(List::TimeFollower) || next.word.all_upper(self.text) && next.word.len() <= 4 {
            return false;
        }
        !self.is_fronted(word)
    }

    /// Whether the sentence so far is only an adverbial in front: a preposition, and at most a few words without a
    /// pause that would close it.
    fn is_fronted(&self, word: Word) -> bool {
        let text = self.text;
        if word.start.saturating_sub(self.start) > 60 {
            return false;
        }
        let mut from = self.start;
        let mut words = 0;
        let so_far = text.get(self.start..word.start).unwrap_or("");
        if let Some(colon) = so_far.find(": ") {
            from += colon + 1;
        }
        let gap = Gap::after(text, from);
        let first = Word::after(text, gap.end);
        for part in text.get(gap.end..word.start).unwrap_or("").split_whitespace() {
            words += 1;
            if part.ends_with('.') && part.len() > 5 {
                return false;
            }
        }
        words <= 9 && first.lists(text, self.lexicon).has(List::Preposition)
    }

    /// `$2. 6 million`: a decimal in a text that was cut into tokens.
    fn is_spaced_decimal(&self, whole: Word, part: Word) -> bool {
        let money = char_before(self.text, whole.start).is_some_and(|c| matches!(c, '$' | '£' | '€'));
        let scale = Word::after(self.text, Gap::after(self.text, part.end).end);
        money
            && part.len() <= 2
            && matches!(scale.of(self.text), "million" | "billion" | "trillion" | "m" | "bn" | "percent")
            || self.in_spaced_address(whole.start)
    }

    fn number_before(&self, word: Word) -> bool {
        let text = self.text;
        let end = match char_before(text, word.start) {
            Some(c) if is_blank(c) || is_dash(c) => word.start - c.len_utf8(),
            _ => return char_before(text, word.start).is_some_and(|c| c.is_ascii_digit()),
        };
        let before = Word::before(text, end, self.start);
        before.of(text).ends_with(|c: char| c.is_numeric())
    }
}
