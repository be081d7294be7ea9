//! What an editor or translator put into a quotation: brackets and ellipses that a comparison of wording looks past.

use crate::text::span::Span;

/// The longest bracket that still counts as a note, in bytes.
const LONGEST: usize = 80;

/// The notes in one stretch of quoted text: `[the president]`, `(his)`, `[sic]`, `…`, `. . .`, in order.
///
/// Cost: O(bytes).
pub(super) fn notes(text: &str, stretch: Span) -> Vec<Span> {
    let b = text.as_bytes();
    let end = stretch.end().min(b.len());
    let mut out = Vec::new();
    let mut i = stretch.start();
    while i < end {
        let found = match b[i] {
            b'[' => bracket(b, i, end, b']'),
            b'(' => bracket(b, i, end, b')'),
            b'.' => dots(b, i, end),
            0xE2 if b.get(i + 1) == Some(&0x80) && b.get(i + 2) == Some(&0xA6) => Some(i + 3),
            _ => None,
        };
        match found {
            Some(to) => {
                out.push(Span::new(i, to));
                i = to;
            }
            None => i += 1,
        }
    }
    out
}

fn bracket(b: &[u8], start: usize, end: usize, close: u8) -> Option<usize> {
    let to = end.min(start + LONGEST);
    let len = b.get(start..to)?.iter().position(|&x| x == close || x == b'\n')?;
    (b[start + len] == close && len > 1).then_some(start + len + 1)
}

/// Three full stops or more, white space between them or not.
fn dots(b: &[u8], start: usize, end: usize) -> Option<usize> {
    let (mut i, mut last, mut n) = (start, start, 0);
    while i < end && (b[i] == b'.' || b[i] == b' ') {
        if b[i] == b'.' {
            n += 1;
            last = i + 1;
        } else if i > start && b[i - 1] == b' ' {
            break;
        }
        i += 1;
    }
    (n >= 3).then_some(last)
}

#[cfg(test)]
mod tests {
    use super::notes;
    use crate::text::span::Span;

    #[test]
    fn brackets_and_ellipses() {
        let text = "in (his) brain ... and [the president] . . . goes. Then… it (ends";
        let found: Vec<_> = notes(text, Span::new(0, text.len())).iter().map(|s| s.of(text)).collect();
        assert_eq!(found, ["(his)", "...", "[the president]", ". . .", "…"]);
    }
}
