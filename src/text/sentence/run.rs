//! A run of stops and the marks that close after it.

use super::Cut;
use super::look::{char_at, char_before, is_blank, is_closer, is_invisible, is_line_break, is_quote_mark};
use super::scan::stop_len;

/// A run of stops with the marks that close after it: `.`, `?!`, `. . .`, `.”`, `.) [3]`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Run {
    /// One past its last byte.
    pub(super) end: usize,
    pub(super) dots: usize,
    /// It holds `!` or `?`.
    pub(super) bang: bool,
    /// It holds a stop of another script, which needs no space after it.
    pub(super) foreign: bool,
    /// It holds an ellipsis sign.
    pub(super) ellipsis: bool,
    /// Stops with spaces between them.
    pub(super) spaced: bool,
    /// A quotation mark closes after a stop.
    pub(super) quote_closed: bool,
    /// A bracket closes after a stop.
    pub(super) bracket_closed: bool,
    /// Straight double marks in it.
    pub(super) marks: usize,
}

impl Cut<'_> {
    pub(super) fn read_run(&self, at: usize) -> Run {
        let (text, b) = (self.text, self.bytes);
        let mut run = Run {
            end: at,
            dots: 0,
            bang: false,
            foreign: false,
            ellipsis: false,
            spaced: false,
            quote_closed: false,
            bracket_closed: false,
            marks: 0,
        };
        let mut i = at;
        loop {
            let n = stop_len(b, i);
            if n > 0 {
                match (n, char_at(text, i)) {
                    (_, Some('.')) => run.dots += 1,
                    (_, Some('!' | '?' | '‼' | '⁇' | '⁈' | '⁉')) => run.bang = true,
                    (_, Some('…')) => run.ellipsis = true,
                    _ => run.foreign = true,
                }
                i += n;
                continue;
            }
            let Some(c) = char_at(text, i) else { break };
            if is_invisible(c) {
                i += c.len_utf8();
                continue;
            }
            if is_blank(c) {
                let k = i + c.len_utf8();
                let n = stop_len(b, k);
                if n > 0 {
                    if i == at + 1 && run.dots == 1 && self.is_ellipsis(k) && self.ends_word(at) {
                        // `an abyss. ... and uneasy`: the ellipsis opens the next sentence.
                        break;
                    }
                    // `. . .`, `? !`, but not ` .50` nor ` .NET`.
                    let after = char_at(text, k + n);
                    if after.is_none_or(|c| c.is_whitespace() || is_closer(c) || stop_len(b, k + n) > 0) {
                        run.spaced = true;
                        i = k;
                        continue;
                    }
                    break;
                }
                if let Some(end) = smiley_end(b, k).or_else(|| footnote_end(b, k)) {
                    i = end;
                    continue;
                }
                // Spaced closing marks: `. " Next`, `. ) Next`.
                let Some(mark) = char_at(text, k) else { break };
                let len = if b[k..].starts_with(b"''") { 2 } else { mark.len_utf8() };
                if !char_at(text, k + len).is_none_or(|c| c.is_whitespace() || stop_len(b, k + len) > 0) {
                    break;
                }
                let line_ends = char_at(text, k + len).is_none_or(is_line_break);
                let closes = match mark {
                    '"' | '\'' if line_ends => true,
                    '"' => self.in_quote != (run.marks % 2 == 1),
                    '\'' => self.odd_single_marks(k, len),
                    ')' | ']' | '}' | '”' | '»' => true,
                    _ => false,
                };
                if !closes {
                    break;
                }
                run.marks += usize::from(mark == '"');
                run.quote_closed |= is_quote_mark(mark);
                run.bracket_closed |= !is_quote_mark(mark);
                i = k + len;
                continue;
            }
            if c == '[' {
                match footnote_end(b, i) {
                    Some(end) => {
                        i = end;
                        continue;
                    }
                    None => break,
                }
            }
            if !is_closer(c) {
                break;
            }
            if is_quote_mark(c) && c != '”' && c != '»' {
                // Straight marks, and `’`, close only where no word follows at once, or where one is open.
                let open = c == '"' && self.in_quote != (run.marks % 2 == 1);
                if !open && char_at(text, i + c.len_utf8()).is_some_and(char::is_alphanumeric) {
                    break;
                }
            }
            run.marks += usize::from(c == '"');
            run.quote_closed |= is_quote_mark(c);
            run.bracket_closed |= !is_quote_mark(c);
            i += c.len_utf8();
        }
        run.end = i;
        run
    }

    /// Whether an ellipsis stands at `at`: two or three stops without a space, or the sign.
    pub(super) fn is_ellipsis(&self, at: usize) -> bool {
        let dots = self.bytes[at..].iter().take(4).take_while(|x| **x == b'.').count();
        (2..=3).contains(&dots) || char_at(self.text, at) == Some('…')
    }

    /// Whether a word, or a mark that closes after one, stands right before `at`.
    fn ends_word(&self, at: usize) -> bool {
        char_before(self.text, at).is_some_and(|c| c.is_alphanumeric() || is_closer(c))
    }

    /// Whether a free-standing `'` (or `''`) closes: an odd number of them stands in the sentence so far, or none
    /// does, for what opened was another mark or another sentence.
    fn odd_single_marks(&self, at: usize, len: usize) -> bool {
        let from = self.start.max(at.saturating_sub(600));
        let b = &self.bytes[from..at];
        let mark = &b"''"[..len];
        let free = |i: usize| b[i..].starts_with(mark) && b.get(i + len) == Some(&b' ') && (i == 0 || b[i - 1] == b' ');
        let marks = (0..b.len()).filter(|&i| b[i] == b'\'' && free(i)).count();
        if marks > 0 {
            return marks % 2 == 1;
        }
        let ahead = &self.bytes[at + len..self.bytes.len().min(at + 300)];
        let end = ahead.windows(3).position(|w| w[0] == b' ' && matches!(w[1], b'.' | b'!' | b'?') && w[2] == b' ');
        let ahead = &ahead[..end.unwrap_or(ahead.len())];
        let closes = |w: &&[u8]| w[1..].starts_with(mark) && w[1 + len] == b' ' && w[0] != b's';
        ahead.windows(len + 2).filter(closes).count() % 2 == 0
    }
}

/// The end of a note: `[12]`, `[2–11]`, `[...]`, `[citation needed]`.
fn footnote_end(b: &[u8], at: usize) -> Option<usize> {
    if b.get(at) != Some(&b'[') {
        return None;
    }
    let close = b[at..].iter().take(32).position(|x| *x == b']')?;
    let inside = &b[at + 1..at + close];
    let digits = inside.iter().any(u8::is_ascii_digit);
    let number = inside.iter().all(|x| x.is_ascii_digit() || matches!(x, b',' | b'-' | b' ') || *x >= 0x80);
    let dots = !inside.is_empty() && inside.iter().all(|x| matches!(x, b'.' | b' '));
    let needed = inside.ends_with(b" needed");
    (digits && number || dots || needed).then_some(at + close + 1)
}

/// The end of `:)`, `;-)`.
fn smiley_end(b: &[u8], at: usize) -> Option<usize> {
    if !matches!(b.get(at), Some(b':' | b';')) {
        return None;
    }
    let nose = usize::from(b.get(at + 1) == Some(&b'-'));
    let mouth = matches!(b.get(at + 1 + nose), Some(b')' | b'(' | b'D' | b'P'));
    let end = at + 2 + nose;
    (mouth && b.get(end).is_none_or(u8::is_ascii_whitespace)).then_some(end)
}
