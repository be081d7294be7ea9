//! Past the bytes of a text that cannot matter, many at a time.

const CHUNK: usize = 32;

/// The index of the first byte from `from` to before `end` for which `special` holds, else `end`.
///
/// Most stretches hold none: so many bytes are tested at once that the loop compiles to vector code.
#[inline]
pub(crate) fn next_special(bytes: &[u8], from: usize, end: usize, special: impl Fn(u8) -> bool) -> usize {
    let mut i = from;
    while let Some(chunk) = bytes.get(i..i + CHUNK).filter(|_| i + CHUNK <= end) {
        if chunk.iter().fold(false, |any, &x| any | special(x)) {
            break;
        }
        i += CHUNK;
    }
    let rest = bytes.get(i..end.min(bytes.len())).unwrap_or(&[]);
    (i + rest.iter().position(|&x| special(x)).unwrap_or(rest.len())).min(end)
}

#[cfg(test)]
mod tests {
    use super::next_special;

    #[test]
    fn finds_the_first_wherever_it_stands() {
        for lead in 0..80 {
            let text = format!("{}.{}.", "a".repeat(lead), "b".repeat(lead));
            let b = text.as_bytes();
            assert_eq!(next_special(b, 0, b.len(), |x| x == b'.'), lead);
            assert_eq!(next_special(b, lead + 1, b.len(), |x| x == b'.'), b.len() - 1);
            assert_eq!(next_special(b, 0, b.len(), |x| x == b'!'), b.len());
            assert_eq!(next_special(b, 0, lead, |x| x == b'.'), lead);
        }
    }
}
