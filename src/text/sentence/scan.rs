//! The search for bytes at which a sentence may end.

/// What stands at a candidate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// A mark that can end a sentence.
    Stop,
    /// A line break.
    Line,
    /// A straight double quotation mark.
    Mark,
    /// A colon, as in web addresses and picture credits.
    Colon,
    /// A closing round bracket, as in the list marker `2)`.
    Bracket,
    /// A bullet of so many bytes.
    Bullet(usize),
}

const CHUNK: usize = 32;

/// The first candidate at or after `from`.
pub(super) fn next_candidate(b: &[u8], from: usize) -> Option<(usize, Class)> {
    let mut i = from;
    loop {
        // Most stretches hold no candidate: 32 bytes are tested at once (the loop compiles to vector code).
        while let Some(chunk) = b.get(i..i + CHUNK) {
            if chunk.iter().fold(false, |any, &x| any | is_special(x)) {
                break;
            }
            i += CHUNK;
        }
        let end = b.len().min(i + CHUNK);
        while i < end {
            if SPECIAL[b[i] as usize] {
                if let Some(class) = class_at(b, i) {
                    return Some((i, class));
                }
            }
            i += 1;
        }
        if i >= b.len() {
            return None;
        }
    }
}

/// Bytes that are, or begin, a candidate. Continuation bytes of UTF-8 (below 0xC0) are not.
const fn is_special(x: u8) -> bool {
    (x == b'.')
        | (x == b'!')
        | (x == b'?')
        | (x == b'"')
        | (x == b')')
        | (x == b':')
        | ((x >= 0x0A) & (x <= 0x0D))
        | (x >= 0xC2)
}

/// The same, for one byte at a time.
const SPECIAL: [bool; 256] = {
    let mut out = [false; 256];
    let mut x = 0;
    while x < 256 {
        out[x] = is_special(x as u8);
        x += 1;
    }
    out
};

fn class_at(b: &[u8], i: usize) -> Option<Class> {
    match b[i] {
        b'.' | b'!' | b'?' => Some(Class::Stop),
        b'\n' | b'\r' | 0x0B | 0x0C => Some(Class::Line),
        b'"' => Some(Class::Mark),
        b')' => Some(Class::Bracket),
        b':' => Some(Class::Colon),
        x if x < 0xC2 => None,
        _ if stop_len(b, i) > 0 => Some(Class::Stop),
        0xC2 if b.get(i + 1) == Some(&0x85) => Some(Class::Line),
        0xE2 => match (b.get(i + 1), b.get(i + 2)) {
            // U+2028, U+2029
            (Some(0x80), Some(0xA8 | 0xA9)) => Some(Class::Line),
            // U+2022, U+2043, U+25AA, U+25CF, U+25E6
            (Some(0x80), Some(0xA2)) | (Some(0x81), Some(0x83)) => Some(Class::Bullet(3)),
            (Some(0x96), Some(0xAA)) | (Some(0x97), Some(0x8F | 0xA6)) => Some(Class::Bullet(3)),
            _ => None,
        },
        _ => None,
    }
}

/// The length in bytes of the sentence-ending mark at `i`, 0 if there is none: `. ! ?` and the marks of other
/// scripts (`…`, `‼`, `。`, `！`, `？`, `．`, `؟`, `۔`, `।`, `॥`, `։`, `።`, `။`, `។`).
pub(super) fn stop_len(b: &[u8], i: usize) -> usize {
    let Some(&x) = b.get(i) else { return 0 };
    match x {
        b'.' | b'!' | b'?' => 1,
        0xD6 if b.get(i + 1) == Some(&0x89) => 2,
        0xD8 if b.get(i + 1) == Some(&0x9F) => 2,
        0xDB if b.get(i + 1) == Some(&0x94) => 2,
        0xE0..=0xEF => match (x, b.get(i + 1), b.get(i + 2)) {
            (0xE2, Some(0x80), Some(0xA6 | 0xBC | 0xBD)) | (0xE2, Some(0x81), Some(0x87..=0x89)) => 3,
            (0xE3, Some(0x80), Some(0x82))
            | (0xEF, Some(0xBC), Some(0x81 | 0x8E | 0x9F))
            | (0xEF, Some(0xBD), Some(0xA1)) => 3,
            (0xE0, Some(0xA5), Some(0xA4 | 0xA5)) => 3,
            (0xE1, Some(0x8D), Some(0xA2 | 0xA7 | 0xA8)) | (0xE1, Some(0x81), Some(0x8A | 0x8B)) => 3,
            (0xE1, Some(0x9F), Some(0x94 | 0x95)) => 3,
            _ => 0,
        },
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::{Class, next_candidate, stop_len};

    #[test]
    fn finds_every_candidate_wherever_it_stands() {
        for lead in 0..80 {
            let text = format!("{}.{}?", "a".repeat(lead), "é".repeat(lead));
            let b = text.as_bytes();
            assert_eq!(next_candidate(b, 0), Some((lead, Class::Stop)));
            assert_eq!(next_candidate(b, lead + 1), Some((text.len() - 1, Class::Stop)));
            assert_eq!(next_candidate(b, text.len()), None);
        }
    }

    #[test]
    fn knows_the_stops_of_other_scripts() {
        for c in ['…', '‼', '。', '！', '？', '．', '؟', '۔', '।', '॥', '։', '።', '။', '។'] {
            assert_eq!(stop_len(c.to_string().as_bytes(), 0), c.len_utf8(), "{c}");
        }
        for c in ['“', '”', '’', '—', 'é', '、', '，'] {
            assert_eq!(stop_len(c.to_string().as_bytes(), 0), 0, "{c}");
        }
    }
}
