//! Articles from the forms that newsrooms keep them in: raw text, JSON, JSON lines, IPTC ninjs items.
//!
//! Parsing is from bytes or text already in memory; opening files is the caller's business. Every error names the
//! file and the line, or the byte.

mod json;
mod txt;

use crate::error::{Error, Repr};
use crate::text::article::Article;

/// The form of an input file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum InputFormat {
    /// One raw article: `.txt`.
    Text,
    /// One object, an array of objects, or an IPTC ninjs item: `.json`.
    Json,
    /// One object a line: `.jsonl`, standard input.
    JsonLines,
}

impl InputFormat {
    /// The form that a file's name promises, if it is one that is read.
    ///
    /// ```
    /// use corroborate::text::input::InputFormat;
    /// assert_eq!(InputFormat::of_name("wire/3.TXT"), Some(InputFormat::Text));
    /// assert_eq!(InputFormat::of_name("notes.pdf"), None);
    /// ```
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        let (_, extension) = file_name(name).rsplit_once('.')?;
        match extension {
            e if e.eq_ignore_ascii_case("txt") => Some(Self::Text),
            e if e.eq_ignore_ascii_case("json") => Some(Self::Json),
            e if e.eq_ignore_ascii_case("jsonl") || e.eq_ignore_ascii_case("ndjson") => Some(Self::JsonLines),
            _ => None,
        }
    }
}

/// The articles in `bytes`, in the order of the file. `name` (a path) names it in errors and gives an id to articles
/// without one: the file's stem, `file.jsonl:3` in JSON lines, `stem[2]` in an array.
///
/// ```
/// use corroborate::text::input::{InputFormat, articles};
/// let found = articles("wire.jsonl", br#"{"text": "The ferry left at noon."}"#, InputFormat::JsonLines)?;
/// assert_eq!(found[0].id, "wire.jsonl:1");
/// let wrong = articles("wire.jsonl", b"{}\n{\"text\": 5}", InputFormat::JsonLines).unwrap_err();
/// assert_eq!(wrong.to_string(), "wire.jsonl:1: an article needs a `text`");
/// # Ok::<(), corroborate::Error>(())
/// ```
///
/// # Errors
/// Bytes that are not UTF-8, JSON that does not parse or is no article, a date that is none: [`ErrorKind::Input`]
/// with file and line, or file and byte offset.
///
/// [`ErrorKind::Input`]: crate::ErrorKind::Input
pub fn articles(name: &str, bytes: &[u8], format: InputFormat) -> Result<Vec<Article>, Error> {
    let text = utf8(name, bytes)?;
    match format {
        InputFormat::Text => Ok(vec![txt::article(name, text)?]),
        InputFormat::Json => json::document(name, text),
        InputFormat::JsonLines => json::lines(name, text),
    }
}

/// `bytes` as text.
///
/// # Errors
/// The first byte that is not UTF-8, with its value and offset.
pub fn utf8<'b>(name: &str, bytes: &'b [u8]) -> Result<&'b str, Error> {
    std::str::from_utf8(bytes).map_err(|e| {
        let at = e.valid_up_to();
        let value = bytes.get(at).copied().unwrap_or_default();
        error(name, format_args!("not UTF-8: byte 0x{value:02X} at offset {at}"))
    })
}

pub(crate) use txt::article as from_txt;

/// One article from one JSON object.
pub(crate) fn from_json(text: &str) -> Result<Article, Error> {
    let mut found = json::document("article", text)?;
    match (found.pop(), found.is_empty()) {
        (Some(article), true) => Ok(article),
        _ => Err(error("article", "one object is wanted, not an array")),
    }
}

fn error(place: impl ToString, message: impl ToString) -> Error {
    Repr::Input { place: place.to_string(), message: message.to_string() }.into()
}

/// The last part of a path.
fn file_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

/// The last part of a path without its extension.
fn stem(path: &str) -> &str {
    let name = file_name(path);
    match name.rsplit_once('.') {
        Some((stem, _)) if !stem.is_empty() => stem,
        _ => name,
    }
}

/// A date as inputs write them: EDTF, or an ISO 8601 date-time whose seconds and zone are left out.
fn published(written: &str) -> Option<crate::date::PartialDate> {
    let written = written.trim();
    let date_time = written.replacen(' ', "T", 1);
    // `2025-06-30T09:49:00.000+00:00` is kept to the minute, in the zone that it is written in.
    let to_minute = (date_time.get(10..11) == Some("T")).then(|| date_time.get(..16)).flatten();
    to_minute.and_then(|d| d.parse().ok()).or_else(|| written.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::{InputFormat, articles, published, stem};

    #[test]
    fn names() {
        assert_eq!(stem("a/b/003_x.y.txt"), "003_x.y");
        assert_eq!(stem("b\\c.txt"), "c");
        assert_eq!(stem(".txt"), ".txt");
        assert_eq!(stem("-"), "-");
    }

    #[test]
    fn dates_of_feeds() {
        let date = |s| published(s).map(|d| d.to_string()).unwrap_or_default();
        assert_eq!(date("2025-06-30"), "2025-06-30");
        assert_eq!(date(" 2025-06-30T09:49:11.000+02:00"), "2025-06-30T09:49");
        assert_eq!(date("2025-06-30 09:49:11Z"), "2025-06-30T09:49");
        assert_eq!(date("soon"), "");
    }

    #[test]
    fn not_utf8_names_the_byte() {
        let e = articles("x/y.txt", b"ab\xFFcd", InputFormat::Text).unwrap_err();
        assert_eq!(e.to_string(), "x/y.txt: not UTF-8: byte 0xFF at offset 2");
    }
}
