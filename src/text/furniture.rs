//! Page furniture: which lines of a scraped page are no part of the article.

/// Where a page head such as ` date 2025-06-30 ` at the start of `text` ends; 0 if there is none.
pub(crate) fn head_end(text: &str) -> usize {
    let rest = text.trim_start();
    let Some(rest) = rest.strip_prefix("date ") else { return 0 };
    let digits =
        rest.bytes().take(10).enumerate().all(|(i, b)| if i == 4 || i == 7 { b == b'-' } else { b.is_ascii_digit() });
    if digits && rest.as_bytes().get(10).is_some_and(u8::is_ascii_whitespace) {
        return text.len() - rest.len() + 10;
    }
    0
}
