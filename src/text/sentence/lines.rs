//! Line breaks: the end of a paragraph, or a soft wrap inside one.

use super::look::{char_at, is_line_break, is_opener};
use super::word::Word;
use super::{Cut, Verdict};
use crate::lexicon::List;

/// Lines wrapped by a machine are at most this long.
const WIDEST_WRAP: usize = 100;
/// A shorter line was not wrapped for want of room.
const NARROWEST_WRAP: usize = 42;

impl Cut<'_> {
    pub(super) fn at_line(&mut self, at: usize) -> Verdict {
        let mut end = at;
        let mut lines = 0;
        let mut last = ' ';
        while let Some(c) = char_at(self.text, end).filter(|c| c.is_whitespace()) {
            if is_line_break(c) && !(c == '\n' && last == '\r') {
                lines += 1 + usize::from(c == '\u{2029}');
            }
            last = c;
            end += c.len_utf8();
        }
        if lines <= 1 && self.is_soft_wrap(at, end) {
            return Verdict::Goes(end);
        }
        if let Some(date) = self.date_at_line_end(at) {
            return Verdict::Ends(date, at);
        }
        self.in_quote = false;
        Verdict::Ends(at, end)
    }

    /// Whether the one line break before `next` only wraps a line of running text.
    fn is_soft_wrap(&self, at: usize, next: usize) -> bool {
        let (text, b) = (self.text, self.bytes);
        let Some(first) = char_at(text, next) else { return false };
        let line = length_before(b, at);
        let line_text = &b[at - line..at];
        let last = line_text.iter().rev().find(|x| !x.is_ascii_whitespace()).copied().unwrap_or(b' ');
        // A line that reads like running text has a word in lower case near its end; headlines, bylines and list
        // items have none, or end in a mark.
        let words = || line_text.rsplit(|x| *x == b' ').filter(|w| !w.is_empty()).take(5);
        let running = words().any(|w| w[0].is_ascii_lowercase()) && words().count() >= 4;
        let open =
            last.is_ascii_alphanumeric() || last >= 0x80 || matches!(last, b',' | b'-' | b'.' | b')' | b'"' | b'\'');
        if first.is_lowercase() {
            return last == b',' || (open && running && line >= NARROWEST_WRAP / 2);
        }
        let fits = (NARROWEST_WRAP..=WIDEST_WRAP).contains(&line);
        if !fits || !running || !open || !(first.is_alphanumeric() || is_opener(first)) {
            return false;
        }
        // The next word would not have fitted, and the text goes on to a full stop or to another line.
        let following = b[next..].iter().take(WIDEST_WRAP + 1).position(|x| *x == b'\n' || *x == b'\r');
        let length = following.unwrap_or_else(|| b.len().min(next + WIDEST_WRAP + 1) - next);
        let end = next + length;
        let more = b[end..].iter().take(3).filter(|x| **x == b'\n').count() == 1 && end + 2 < b.len();
        let stopped = b[next..end].iter().rev().take(3).any(|x| matches!(x, b'.' | b'!' | b'?'));
        let word = Word::after(text, next);
        if word.lists(text, self.lexicon).has(List::DateLabel) {
            return false;
        }
        let word = word.len();
        length <= WIDEST_WRAP && line + 1 + word > length && (stopped || more && length * 4 >= line * 3)
    }
}

/// The length of the line that ends at `at`, looked at no further back than a wrapped line can reach.
fn length_before(b: &[u8], at: usize) -> usize {
    let from = at.saturating_sub(WIDEST_WRAP + 1);
    b[from..at].iter().rev().position(|x| *x == b'\n' || *x == b'\r').unwrap_or(at - from)
}
