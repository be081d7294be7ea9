//! Where a stop stands: which rule decides, and the cases without white space behind it.

use super::look::{Gap, char_at, char_before, is_closer, is_dash, is_opener};
use super::next::{Next, Start};
use super::run::Run;
use super::word::Word;
use super::{Cut, Verdict};
use crate::lexicon::{List, ListSet};

impl Cut<'_> {
    pub(super) fn at_stop(&mut self, at: usize) -> Verdict {
        let run = self.read_run(at);
        if run.end == at + 1 && self.bytes[at] == b'!' && self.is_click(at) {
            return Verdict::Goes(run.end);
        }
        if run.marks % 2 == 1 {
            self.in_quote = !self.in_quote;
        }
        let gap = Gap::after(self.text, run.end);
        let Some(next) = char_at(self.text, gap.end) else { return Verdict::Goes(run.end) };
        if gap.lines >= 2 {
            // The line break decides.
            return Verdict::Goes(run.end);
        }
        let single = run.dots == 1 && !run.bang && !run.ellipsis && !run.foreign;
        if at > 0 && self.bytes[at - 1] == b'[' && run.bracket_closed && !single {
            // `[...]`
            return Verdict::Goes(run.end);
        }
        if single {
            if let Some(start) = self.at_list_marker(at, run.end) {
                return start;
            }
        }
        if run.foreign {
            return if run.end - at > 3 || !next.is_numeric() { ends(run.end) } else { Verdict::Goes(run.end) };
        }
        if !gap.space {
            return self.without_space(at, run, next);
        }
        let next = self.next_at(gap.end, next);
        let split = match next.start {
            Start::Inner => false,
            _ if !single && !run.bang && self.opens_sentence(at) => false,
            Start::Symbol if !next.opened && single && self.is_ellipsis(gap.end) => true,
            Start::Symbol if !next.opened && !single => run.bang,
            _ if run.bang => self.after_bang(at, run, next, gap),
            _ if !single => self.after_ellipsis(at, run, next),
            _ => self.after_stop(at, run, next),
        };
        if !split || (single && gap.lines == 0 && next.start == Start::Upper && self.only_name_left(at, gap.end)) {
            return Verdict::Goes(run.end);
        }
        if run.spaced && run.dots == 4 && next.start == Start::Upper && self.bytes.get(at + 1) == Some(&b' ') {
            // `word. . . . Next`: a stop, then an ellipsis that opens the next sentence.
            if run.end - at == 7 && char_before(self.text, at).is_some_and(char::is_alphanumeric) {
                return Verdict::Ends(at + 1, run.end);
            }
        }
        ends(run.end)
    }

    /// Whether nothing of the sentence stands before `at`.
    fn opens_sentence(&self, at: usize) -> bool {
        let before = &self.bytes[self.start..at];
        before.len() < 8 && before.iter().all(|x| x.is_ascii_whitespace() || matches!(x, b'"' | b'\'' | b'[' | b'('))
    }

    /// `!Kung`: a letter of a name.
    fn is_click(&self, at: usize) -> bool {
        let apart = char_before(self.text, at).is_none_or(|c| c.is_whitespace() || is_opener(c));
        apart && char_at(self.text, at + 1).is_some_and(char::is_alphabetic)
    }

    /// `said.He`, `1,000.That`, `type 2).10 This`.
    fn without_space(&mut self, at: usize, run: Run, next: char) -> Verdict {
        let (text, b) = (self.text, self.bytes);
        let goes = Verdict::Goes(run.end);
        let before = char_before(text, at).unwrap_or(' ');
        let single = run.dots == 1 && !run.bang;
        let many = run.dots >= 4 && next.is_uppercase();
        if many && char_at(text, run.end + next.len_utf8()).is_some_and(char::is_lowercase) {
            return ends(run.end);
        }
        if next.is_ascii_digit() && single && (before.is_lowercase() || is_closer(before)) {
            // A footnote's number after the stop.
            let mut i = run.end;
            while b.get(i).is_some_and(u8::is_ascii_digit) && i - run.end < 3 {
                i += 1;
            }
            let gap = Gap::after(text, i);
            let upper = char_at(text, gap.end).is_some_and(char::is_uppercase);
            let word = Word::before(text, at, self.start);
            let plain = !word.lists(text, self.lexicon).any(ABBREVIATIONS) && (word.is_empty() || word.len() > 2);
            return if gap.space && upper && i - run.end < 3 && plain { ends(i) } else { goes };
        }
        if next.is_uppercase() || (is_opener(next) && next != '(' && next != '[' && next != '\'') {
            let word = Word::before(text, at, self.start);
            let after = Word::after(text, run.end);
            let ordinary = run.quote_closed
                || run.bang
                || (word.len() >= 2
                    && word.dotted(text).is_none()
                    && !word.of(text).contains('.')
                    && !word.lists(text, self.lexicon).any(ABBREVIATIONS)
                    && (before.is_lowercase() || word.is_number(text)));
            let follows = is_opener(next)
                || after.of(text).chars().nth(1).is_some_and(char::is_lowercase)
                || after.single_letter(text).is_some_and(|c| c == 'I' || c == 'A');
            if ordinary && follows && !self.in_address(at) {
                return ends(run.end);
            }
        }
        goes
    }

    /// Whether the stop stands in a web or e-mail address or a file name, judged by the characters around it.
    fn in_address(&self, at: usize) -> bool {
        let b = self.bytes;
        let stops = |x: &u8| x.is_ascii_whitespace();
        let from = b[..at].iter().rev().take(60).position(stops).map_or(at.saturating_sub(60), |n| at - n);
        let to = b[at..].iter().take(60).position(stops).map_or(b.len().min(at + 60), |n| at + n);
        let token = &b[from..to];
        token.iter().any(|x| matches!(x, b'@' | b'/' | b'_' | b'=' | b'\\'))
            || token.starts_with(b"www")
            || token.iter().filter(|x| **x == b'.').count() > 2
    }

    fn after_ellipsis(&self, at: usize, run: Run, next: Next) -> bool {
        match next.start {
            Start::Upper => {
                let apart = char_before(self.text, at).is_some_and(char::is_whitespace);
                if apart && run.dots <= 3 && !run.bang && !next.opened && !next.lists.has(List::SentenceOpener) {
                    // Words left out of the middle of a sentence.
                    return false;
                }
                let short = run.dots <= 3;
                let i = matches!(
                    next.word.of(self.text),
                    "I" | "I'm" | "I’m" | "I'd" | "I’d" | "I've" | "I’ve" | "I'll" | "I’ll"
                );
                !short || !i || next.opened || run.quote_closed
            }
            Start::Uncased => true,
            Start::Dash => self.dash_opens(next.word.start),
            Start::Lower | Start::Digit | Start::Inner | Start::Symbol => next.opened && run.quote_closed,
        }
    }

    /// Whether a dash after a stop opens a sentence (`- Posted like sentinels`), rather than going on (`-- you have`).
    pub(super) fn dash_opens(&self, at: usize) -> bool {
        let mut i = at;
        while let Some(c) = char_at(self.text, i).filter(|&c| is_dash(c)) {
            i += c.len_utf8();
            if i - at >= 5 && c == '-' {
                // A rule.
                return true;
            }
        }
        let gap = Gap::after(self.text, i);
        char_at(self.text, gap.end).is_some_and(|c| c.is_uppercase() || is_opener(c))
    }

    /// Whether a bracket was opened shortly before `at` and is not closed.
    pub(super) fn bracket_open(&self, at: usize) -> bool {
        let from = self.start.max(at.saturating_sub(40));
        let near = self.bytes.get(from..at).unwrap_or(&[]);
        if let Some(last) = near.iter().rev().find(|x| matches!(x, b'(' | b')' | b'[' | b']' | b'{' | b'}')) {
            return matches!(last, b'(' | b'[' | b'{');
        }
        // U+FF08
        near.windows(3).any(|w| w == [0xEF, 0xBC, 0x88])
    }
}

/// Every list of abbreviations.
pub(super) const ABBREVIATIONS: ListSet = ListSet::one(List::Abbreviation)
    .or(ListSet::one(List::AbbreviationBeforeName))
    .or(ListSet::one(List::AbbreviationBeforeNumber))
    .or(ListSet::one(List::AbbreviationFinal));

fn ends(at: usize) -> Verdict {
    Verdict::Ends(at, at)
}
