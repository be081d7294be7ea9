//! Looking at the characters around an offset. Every look is bounded.

/// The character at `i`, if `i` is a character boundary before the end.
pub(super) fn char_at(text: &str, i: usize) -> Option<char> {
    match text.as_bytes().get(i) {
        Some(x) if x.is_ascii() => Some(char::from(*x)),
        Some(_) => text.get(i..).and_then(|s| s.chars().next()),
        None => None,
    }
}

/// The character that ends at `i`.
pub(super) fn char_before(text: &str, i: usize) -> Option<char> {
    match i.checked_sub(1).and_then(|k| text.as_bytes().get(k)) {
        Some(x) if x.is_ascii() => Some(char::from(*x)),
        Some(_) => text.get(..i).and_then(|s| s.chars().next_back()),
        None => None,
    }
}

/// White space that does not end a line.
pub(super) fn is_blank(c: char) -> bool {
    c.is_whitespace() && !is_line_break(c)
}

pub(super) const fn is_line_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{0B}' | '\u{0C}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Characters that have no width and no meaning for sentences: zero-width spaces and joiners, bidi controls, BOM.
pub(super) const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

/// Marks that open a quotation or a bracket. Straight marks open too; only their surroundings tell.
pub(super) const fn is_opener(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | '`'
            | '('
            | '['
            | '{'
            | '<'
            | '“'
            | '‘'
            | '„'
            | '‚'
            | '«'
            | '‹'
            | '「'
            | '『'
            | '（'
            | '《'
            | '¿'
            | '¡'
    )
}

/// Marks that close a quotation or a bracket.
pub(super) const fn is_closer(c: char) -> bool {
    matches!(c, '"' | '\'' | '`' | ')' | ']' | '}' | '”' | '’' | '»' | '›' | '」' | '』' | '）' | '》')
}

pub(super) const fn is_quote_mark(c: char) -> bool {
    matches!(c, '"' | '\'' | '`' | '“' | '”' | '„' | '‘' | '’' | '«' | '»')
}

pub(super) const fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | '―' | '‒')
}

/// The most white space that one look crosses.
const WIDEST_GAP: usize = 48;

/// What stands between a mark and the next character that is seen.
#[derive(Debug, Clone, Copy)]
pub(super) struct Gap {
    /// Where the next character stands.
    pub(super) end: usize,
    /// Whether there is any white space.
    pub(super) space: bool,
    /// How many line breaks (CRLF is one).
    pub(super) lines: usize,
}

impl Gap {
    pub(super) fn after(text: &str, from: usize) -> Self {
        let mut gap = Self { end: from, space: false, lines: 0 };
        for _ in 0..WIDEST_GAP {
            let Some(c) = char_at(text, gap.end) else { break };
            if is_line_break(c) {
                let crlf = c == '\n' && gap.end > from && text.as_bytes().get(gap.end - 1) == Some(&b'\r');
                gap.lines += usize::from(!crlf);
                gap.lines += usize::from(c == '\u{2029}');
                gap.space = true;
            } else if c.is_whitespace() {
                gap.space = true;
            } else if !is_invisible(c) {
                return gap;
            }
            gap.end += c.len_utf8();
        }
        gap
    }
}
