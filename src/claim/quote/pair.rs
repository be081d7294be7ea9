//! Pairing: which mark closes which, paragraph by paragraph.

use crate::claim::quote::marks::{Family, Mark, Side, char_at, char_before, marks};
use crate::lexicon::Lexicon;
use crate::text::skip::next_special;
use crate::text::span::Span;

/// A quotation as its marks give it.
#[derive(Debug, Clone)]
pub(super) struct Pair {
    /// From the opening mark to the closing one, both included.
    pub(super) marked: Span,
    /// What stands between the marks; several where paragraphs each begin with an opening mark.
    pub(super) parts: Vec<Span>,
}

/// A mark that waits for its partner.
#[derive(Debug, Clone)]
struct Open {
    mark: Span,
    family: Family,
    /// Parts that earlier paragraphs closed off.
    parts: Vec<Span>,
    /// Where the running part begins.
    start: usize,
}

/// How many paragraphs a quotation may run on that are not begun by an opening mark.
const UNMARKED: usize = 3;

/// How many marks ahead a single mark looks for a better partner.
const AHEAD: usize = 32;

/// The quotations of a text, in the order of their opening marks; those inside others come after them.
///
/// Cost: O(bytes).
pub(super) fn pairs(text: &str, lexicon: &Lexicon) -> Vec<Pair> {
    let paragraphs = paragraphs(text);
    let mut out: Vec<Pair> = Vec::new();
    let mut pending: Option<Open> = None;
    let mut unmarked = 0;
    for (n, &paragraph) in paragraphs.iter().enumerate() {
        let marks = marks(text, paragraph, lexicon);
        if let Some(open) = pending.as_mut() {
            let first = marks.iter().find(|m| m.family == open.family);
            match first {
                Some(m) if m.span.start() == paragraph.start() && m.side != Side::Close => {
                    open.start = m.span.end();
                    unmarked = 0;
                }
                Some(m) if m.side == Side::Close && unmarked < UNMARKED && m.family != Family::Single => {
                    open.start = paragraph.start();
                }
                None if unmarked < UNMARKED
                    && open.family != Family::Single
                    && closes_soon(text, &paragraphs, n, open.family, lexicon) =>
                {
                    open.parts.push(paragraph);
                    unmarked += 1;
                    continue;
                }
                _ => {
                    out.extend(pending.take().and_then(|o| unclosed(text, o)));
                    unmarked = 0;
                }
            }
        }
        if marks.is_empty() && pending.is_none() {
            continue;
        }
        let before = pending.take();
        let mut run = Run::new(text, paragraph, &marks, before.clone(), false);
        if run.anomalies > 0 && marks.iter().any(|m| m.straight && m.family == Family::Double) {
            let toggled = Run::new(text, paragraph, &marks, before, true);
            if toggled.anomalies == 0 {
                run = toggled;
            }
        }
        out.append(&mut run.done);
        if let Some(mut open) = run.open {
            let part = Span::new(open.start, paragraph.end()).trim(text);
            if !part.is_empty() {
                open.parts.push(part);
            }
            pending = Some(open);
        }
    }
    out.extend(pending.and_then(|o| unclosed(text, o)));
    out.sort_by_key(|p| (p.marked.start(), std::cmp::Reverse(p.marked.end())));
    out
}

/// Paragraphs: lines, but a line that goes on in lower case belongs to the one before (hard-wrapped text).
fn paragraphs(text: &str) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    let mut at = 0;
    let mut blank = true;
    while at < text.len() {
        let line = Span::new(at, line_end(text.as_bytes(), at));
        let span = line.trim(text);
        at = line.end();
        if span.is_empty() {
            blank |= line.of(text) != "\r";
            continue;
        }
        let goes_on = !blank && char_at(text, span.start()).is_some_and(char::is_lowercase);
        match out.last_mut() {
            Some(last) if goes_on => *last = last.to(span),
            _ => out.push(span),
        }
        blank = false;
    }
    out
}

/// Where the line that begins at byte `at` ends, its break included.
fn line_end(text: &[u8], at: usize) -> usize {
    let mut i = at;
    loop {
        // By its last byte: with the first begin the curly marks too.
        i = next_special(text, i, text.len(), |x| (x == b'\n') | (x == b'\r') | (x == 0xA9));
        match text.get(i) {
            Some(b'\n' | b'\r') => return i + 1,
            Some(_) if text[at..=i].ends_with("\u{2029}".as_bytes()) => return i + 1,
            Some(_) => i += 1,
            None => return text.len(),
        }
    }
}

/// Whether a later paragraph closes the quotation before any opens another.
fn closes_soon(text: &str, paragraphs: &[Span], n: usize, family: Family, lexicon: &Lexicon) -> bool {
    let later = paragraphs.iter().skip(n + 1).take(UNMARKED);
    later
        .filter_map(|p| marks(text, *p, lexicon).into_iter().find(|m| m.family == family))
        .next()
        .is_some_and(|m| m.side == Side::Close)
}

/// A quotation without a closing mark ends with its paragraph, if its opening mark stands where one belongs.
fn unclosed(text: &str, open: Open) -> Option<Pair> {
    let many = open.parts.len() > 1;
    if open.family == Family::Single && !many {
        return None; // an apostrophe
    }
    let (first, last) = (*open.parts.first()?, *open.parts.last()?);
    let before = text.get(..open.mark.start()).unwrap_or("").trim_end_matches([' ', '\t']);
    let after = char_before(before, before.len());
    let fits = many
        || after.is_none_or(|c| matches!(c, '\n' | '\r' | '\u{2029}' | ',' | ':' | '.' | '!' | '?' | '"' | '\u{201D}'));
    // One paragraph more would be another quotation: without its own mark it is not.
    (fits && first.of(text).contains(char::is_alphabetic))
        .then(|| Pair { marked: Span::new(open.mark.start(), last.end()), parts: open.parts })
}

/// The pairing of one paragraph.
struct Run {
    done: Vec<Pair>,
    /// The outermost quotation left open.
    open: Option<Open>,
    /// Marks that found no place.
    anomalies: usize,
}

impl Run {
    fn new(text: &str, paragraph: Span, marks: &[Mark], before: Option<Open>, toggle: bool) -> Self {
        let mut run = Self { done: Vec::new(), open: None, anomalies: 0 };
        let resumed = before.is_some();
        let mut stack: Vec<Open> = before.into_iter().collect();
        let start = stack.first().map_or(0, |o| o.start);
        for (k, m) in marks.iter().enumerate().filter(|(_, m)| m.span.start() >= start) {
            let open_double = stack.iter().any(|o| o.family == m.family);
            let side = match m.side {
                _ if toggle && m.straight && m.family == Family::Double => {
                    if open_double {
                        Side::Close
                    } else {
                        Side::Open
                    }
                }
                Side::Either if open_double => Side::Close,
                Side::Either => Side::Open,
                side => side,
            };
            if side == Side::Open {
                if stack.last().is_some_and(|o| o.family == m.family) {
                    run.anomalies += usize::from(m.straight);
                    // A single mark inside another is an apostrophe.
                    if m.family == Family::Single {
                        continue;
                    }
                }
                stack.push(Open { mark: m.span, family: m.family, parts: Vec::new(), start: m.span.end() });
                continue;
            }
            let Some(depth) = stack.iter().rposition(|o| o.family == m.family) else {
                if m.family != Family::Single {
                    run.anomalies += 1;
                    run.opened_nowhere(text, paragraph, m);
                }
                continue;
            };
            if m.family == Family::Single && (depth + 1 != stack.len() || m.weak && is_possessive(text, marks, k)) {
                continue;
            }
            // What opened inside and never closed was an apostrophe or a slip.
            run.anomalies += stack.drain(depth + 1..).filter(|o| o.family != Family::Single).count();
            let Some(mut open) = stack.pop() else { continue };
            open.parts.push(Span::new(open.start, m.span.start()).trim(text));
            run.done.push(Pair { marked: Span::new(open.mark.start(), m.span.end()), parts: open.parts });
        }
        run.anomalies += stack.iter().skip(usize::from(resumed)).filter(|o| o.family != Family::Single).count();
        let first = stack.iter().position(|o| o.family != Family::Single).unwrap_or(0);
        run.open = stack.into_iter().nth(first);
        run
    }

    /// A closing mark after a whole clause whose opening mark is missing: the quotation begins with the paragraph, or
    /// with the sentence after the one that holds the quotation before.
    fn opened_nowhere(&mut self, text: &str, paragraph: Span, close: &Mark) {
        let clause = char_before(text, close.span.start()).is_some_and(|c| matches!(c, ',' | '.' | '!' | '?'));
        let after = self.done.last().map_or(paragraph.start(), |p| p.marked.end());
        if !clause || after >= close.span.start() {
            return;
        }
        let whole = Span::new(after, close.span.start());
        let start = if self.done.is_empty() { Some(0) } else { whole.of(text).find(". ").map(|i| i + 2) };
        let Some(start) = start else { return };
        let part = Span::new(after + start, close.span.start()).trim(text);
        if part.of(text).split_whitespace().nth(3).is_some() {
            self.done.push(Pair { marked: part.to(close.span), parts: vec![part] });
        }
    }
}

/// Whether a single mark after a letter is a plural's possessive: an `s` before it, a lower-case word after it, and a
/// better closing mark to come.
fn is_possessive(text: &str, marks: &[Mark], k: usize) -> bool {
    let m = &marks[k];
    let plural = char_before(text, m.span.start()).is_some_and(|c| matches!(c, 's' | 'S'));
    let rest = text.get(m.span.end()..).unwrap_or("");
    let word = rest.strip_prefix(' ').and_then(|r| r.chars().next()).is_some_and(char::is_lowercase);
    plural
        && word
        && marks
            .iter()
            .skip(k + 1)
            .take(AHEAD)
            .filter(|n| n.family == Family::Single)
            .take_while(|n| n.side != Side::Open)
            .any(|n| n.side == Side::Close)
}
