//! Folding for comparison. Folded text is never shown and its offsets are never used.

use std::borrow::Cow;
use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// Lower case, without diacritics, curly marks straightened: the form in which words are looked up and compared.
///
/// ```
/// assert_eq!(corroborate::text::fold::fold("Müller’s “Café”"), "muller's \"cafe\"");
/// ```
#[must_use]
pub fn fold(s: &str) -> String {
    let mut out = String::with_capacity(s.len());
    fold_into(s, &mut out);
    out
}

/// The words of `s` on one line, one space between them: how names and excerpts that a text breaks are shown.
pub(crate) fn single_spaced(s: &str) -> String {
    on_one_line(s).into_owned()
}

/// As [`single_spaced`]; nearly all are so already.
pub(crate) fn on_one_line(s: &str) -> Cow<'_, str> {
    if is_single_spaced(s.as_bytes()) {
        return Cow::Borrowed(s);
    }
    let mut out = String::with_capacity(s.len());
    for word in s.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    Cow::Owned(out)
}

/// Whether it is ASCII with single spaces between words and no other white space: so are nearly all.
fn is_single_spaced(s: &[u8]) -> bool {
    let mut space = true;
    for &b in s {
        if !(b' '..0x7F).contains(&b) || b == b' ' && space {
            return false;
        }
        space = b == b' ';
    }
    !space
}

/// What `read` makes of the folded form of `s`; a short ASCII word is folded without an allocation.
pub(crate) fn with_folded<T>(s: &str, read: impl FnOnce(&str) -> T) -> T {
    let mut buffer = [0u8; 32];
    let long;
    let folded = if s.bytes().all(|b| b.is_ascii() && !b.is_ascii_uppercase()) {
        // Most words are written so.
        s
    } else if let Some(short) = in_lower_case(s, &mut buffer) {
        short
    } else {
        long = fold(s);
        &long
    };
    read(folded)
}

/// A short word of ASCII in lower case, written into `buffer`.
fn in_lower_case<'b>(s: &str, buffer: &'b mut [u8; 32]) -> Option<&'b str> {
    let short = buffer.get_mut(..s.len()).filter(|_| s.is_ascii())?;
    short.copy_from_slice(s.as_bytes());
    short.make_ascii_lowercase();
    std::str::from_utf8(short).ok()
}

/// As [`fold`], appended to `out`.
pub fn fold_into(s: &str, out: &mut String) {
    if s.is_ascii() {
        let from = out.len();
        out.push_str(s);
        if let Some(added) = out.get_mut(from..) {
            added.make_ascii_lowercase();
        }
        return;
    }
    // NFKD, character by character: it would only put marks in order beyond that, and none of them is kept.
    for c in s.chars() {
        decompose_compatible(c, |part| push_folded(part, out));
    }
}

fn push_folded(c: char, out: &mut String) {
    match c {
        c if c.is_ascii() && c != '`' => out.push(c.to_ascii_lowercase()),
        '\u{2018}' | '\u{2019}' | '\u{201B}' | '\u{02BC}' | '`' | '\u{00B4}' => out.push('\''),
        '\u{201C}' | '\u{201D}' | '\u{201E}' | '\u{00AB}' | '\u{00BB}' => out.push('"'),
        '\u{2010}'..='\u{2015}' | '\u{2212}' => out.push('-'),
        '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' | '\u{00AD}' => {}
        'ø' | 'Ø' => out.push('o'),
        'ł' | 'Ł' => out.push('l'),
        'ß' => out.push_str("ss"),
        'æ' | 'Æ' => out.push_str("ae"),
        'đ' | 'Đ' => out.push('d'),
        'ı' => out.push('i'),
        c if is_combining_mark(c) => {}
        c => out.extend(c.to_lowercase()),
    }
}
