//! What stands before the first sentence of a paragraph without a stop of its own: datelines, dates glued to a
//! headline or to the text, rules of asterisks and dashes.

use super::Cut;
use super::look::{Gap, char_at, is_blank, is_dash};
use super::word::Word;
use crate::lexicon::List;

/// A dateline is at most so long.
const LONGEST_DATELINE: usize = 90;

impl Cut<'_> {
    /// Where the piece ends that stands for itself at `start`; `None` if the sentence simply begins there.
    pub(super) fn opening_end(&self, start: usize) -> Option<usize> {
        let at = Gap::after(self.text, start).end;
        let first = *self.bytes.get(at)?;
        if is_rule(first) {
            return self.rule_end(at, first);
        }
        if !self.paragraph || !first.is_ascii_uppercase() {
            return None;
        }
        if let Some(end) = full_date(self.text, at) {
            let gap = Gap::after(self.text, end);
            let goes_on = gap.space && gap.lines == 0 && char_at(self.text, gap.end).is_some_and(char::is_uppercase);
            return goes_on.then_some(end);
        }
        self.dateline_end(at)
    }

    /// `*** `, `----- `: three marks or more, apart.
    fn rule_end(&self, at: usize, mark: u8) -> Option<usize> {
        let len = self.bytes[at..].iter().take_while(|x| **x == mark).count();
        let apart = char_at(self.text, at + len).is_some_and(char::is_whitespace);
        let line_ends = Gap::after(self.text, at + len).lines > 0;
        (apart && (len >= 5 || len >= 3 && (line_ends || mark != b'-'))).then_some(at + len)
    }

    /// `LONDON (Reuters) - `, `ST. LOUIS, Mo., June 3 (AP) — `: capitals or an agency in brackets, then a dash.
    fn dateline_end(&self, at: usize) -> Option<usize> {
        let (text, b) = (self.text, self.bytes);
        let window = b.get(at..b.len().min(at + LONGEST_DATELINE))?;
        let first = Word::after(text, at);
        let capitals = first.all_upper(text) || (first.of(text) == "ST" && b.get(first.end) == Some(&b'.'));
        let mut agency = false;
        let mut comma = false;
        let mut words = 0;
        let mut i = at;
        while i - at < window.len() {
            let c = char_at(text, i)?;
            if c == '(' {
                agency = true;
                let close = b[i..].iter().take(40).position(|x| *x == b')')?;
                i += close + 1;
                continue;
            }
            if c.is_alphanumeric() {
                let word = Word::after(text, i);
                let inner = i > at && b[i - 1] == b'-';
                let lower = !inner && word.of(text).starts_with(char::is_lowercase);
                if word.is_empty()
                    || (lower && !matches!(word.of(text), "de" | "da" | "of" | "la" | "al" | "el" | "and"))
                {
                    return None;
                }
                words += 1;
                i = word.end;
                continue;
            }
            if is_dash(c) {
                let mut end = i;
                while let Some(c) = char_at(text, end).filter(|&c| is_dash(c)) {
                    end += c.len_utf8();
                }
                let spaced = i > at && b[i - 1] == b' ';
                let after = char_at(text, end)?;
                if !spaced || !is_blank(after) {
                    if c == '-' && !spaced && !is_blank(after) {
                        // A hyphen in a name.
                        i = end;
                        continue;
                    }
                    return None;
                }
                return (agency || capitals && (comma || words <= 4)).then_some(end);
            }
            if !matches!(c, ' ' | ',' | '.' | '\'' | '’' | '/') {
                return None;
            }
            comma |= c == ',';
            i += c.len_utf8();
        }
        None
    }

    /// Where a date stands that closes the paragraph `..at` behind a headline: `… of Magicians Wednesday, October 9,
    /// 2013`.
    pub(super) fn date_at_line_end(&self, at: usize) -> Option<usize> {
        let b = self.bytes;
        let end = at - b[self.start..at].iter().rev().take(4).take_while(|x| x.is_ascii_whitespace()).count();
        let year = b.get(end.checked_sub(4)?..end)?;
        if !year.iter().all(u8::is_ascii_digit) {
            return None;
        }
        let from = self.start.max(end.saturating_sub(34));
        let mut i = from.max(self.start + 1);
        while i < end {
            if b[i].is_ascii_uppercase() && b[i - 1] == b' ' && full_date(self.text, i) == Some(end) {
                return self.text.get(self.start..i).is_some_and(|s| !s.trim().is_empty()).then_some(i);
            }
            i += 1;
        }
        None
    }

    /// Whether a picture's credit begins with the word before the colon at `at`: `… in Milan Image: Lund`.
    pub(super) fn at_colon(&mut self, at: usize) -> super::Verdict {
        let (text, b) = (self.text, self.bytes);
        let goes = super::Verdict::Goes(at + 1);
        if b.get(at + 1) == Some(&b'/') && b.get(at + 2) == Some(&b'/') {
            return self.address_after_address(at).map_or(goes, |end| super::Verdict::Ends(end, at + 1));
        }
        if b.get(at + 1) != Some(&b' ') || at <= self.start + 5 {
            return goes;
        }
        let word = Word::before(text, at, self.start);
        let credit = word.start > self.start + 1
            && b[word.start - 1] == b' '
            && word.lists(text, self.lexicon).has(List::CreditLabel)
            && b.get(at + 2).is_some_and(|x| x.is_ascii_uppercase() || *x == b'@')
            && !matches!(b[word.start - 2], b',' | b':' | b'-');
        if credit && word.starts_upper(text) { super::Verdict::Ends(word.start, at + 1) } else { goes }
    }

    /// Where a web address begins that follows another with only a space between.
    fn address_after_address(&self, at: usize) -> Option<usize> {
        let b = self.bytes;
        let scheme = Word::before(self.text, at, self.start);
        if !matches!(scheme.of(self.text), "http" | "https")
            || scheme.start <= self.start
            || b[scheme.start - 1] != b' '
        {
            return None;
        }
        let last = b[self.start..scheme.start - 1].iter().rev().take(200).position(u8::is_ascii_whitespace);
        let last = last.map_or(self.start, |n| scheme.start - 1 - n);
        (b[last..].starts_with(b"http://") || b[last..].starts_with(b"https://")).then_some(scheme.start)
    }
}

/// Marks that rules between parts of a page are made of.
const fn is_rule(x: u8) -> bool {
    matches!(x, b'*' | b'-' | b'=' | b'_' | b'~' | b'#' | b'+')
}

const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// The end of `Wednesday, October 9, 2013` (or `Wednesday, 9 October 2013`) at `at`.
fn full_date(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    let day = WEEKDAYS.iter().find(|day| rest.starts_with(**day))?;
    let b = text.as_bytes();
    let mut i = at + day.len();
    let (mut words, mut numbers) = (0, 0);
    while words + numbers < 3 {
        while b.get(i).is_some_and(|x| matches!(x, b',' | b' ' | b'.')) {
            i += 1;
        }
        let word = Word::after(text, i);
        if word.is_empty() {
            return None;
        }
        if word.is_number(text) && word.len() <= 4 {
            numbers += 1;
        } else if word.starts_upper(text) && (3..=9).contains(&word.len()) {
            words += 1;
        } else {
            return None;
        }
        i = word.end;
        if numbers == 2 {
            return (words == 1 && word.len() == 4).then_some(i);
        }
    }
    None
}
