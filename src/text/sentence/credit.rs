//! A name at a paragraph's end: `I had to leave because of them. Ann Lund`.

use super::Cut;
use super::look::is_line_break;
use crate::lexicon::List;

/// How long such a name may be, in bytes.
const LONGEST: usize = 60;
/// How long what it credits is at least, in bytes: not `London, Jack. White Fang`.
const SHORTEST: usize = 24;

impl Cut<'_> {
    /// Whether all that is left of the paragraph from `at` on, after the stop at `stop`, is a name: who took the
    /// picture, or who spoke the words that are set apart. It belongs to the words before it.
    pub(super) fn only_name_left(&self, stop: usize, at: usize) -> bool {
        if stop - self.start < SHORTEST {
            return false;
        }
        let rest = self.bytes.get(at..self.bytes.len().min(at + LONGEST)).unwrap_or(&[]);
        // Most sentences go on in lower case, which the second word of a name does not.
        let Some(space) = rest.iter().position(|&b| b == b' ') else { return false };
        if rest.get(space + 1).is_some_and(|b| b.is_ascii() && !b.is_ascii_uppercase()) {
            return false;
        }
        let Some(len) = rest.iter().position(|&b| b == b'\n' || b == b'\r') else { return false };
        let Some(line) = self.text.get(at..at + len).map(str::trim_end) else { return false };
        if line.chars().any(is_line_break) {
            return false;
        }
        let mut words = 0;
        for word in line.split(' ') {
            let mut letters = word.chars();
            let name = letters.next().is_some_and(char::is_uppercase)
                && letters.next().is_some_and(char::is_lowercase)
                && letters.all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’'));
            if !name || self.lexicon.has(List::SentenceOpener, word) {
                return false;
            }
            words += 1;
        }
        (2..=3).contains(&words)
    }
}
