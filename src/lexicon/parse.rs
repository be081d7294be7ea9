//! The form of a list: one entry a line, fields split by `|`, `#` for comments.

use crate::error::{Error, Repr};

pub(super) struct Line {
    /// Counted from 1.
    pub(super) number: usize,
    pub(super) text: String,
    pub(super) fields: Vec<String>,
}

/// The entries of a list, or what is wrong with a line.
pub(super) fn lines<'a>(text: &'a str, file: &'a str) -> impl Iterator<Item = Result<Line, Error>> + 'a {
    text.lines().enumerate().filter_map(move |(n, line)| {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            return None;
        }
        let bad = |message: &str| {
            Some(Err(Repr::Lexicon { file: file.to_owned(), line: n + 1, message: message.to_owned() }.into()))
        };
        let mut fields = line.split('|').map(|f| f.trim().to_owned());
        let first = fields.next().unwrap_or_default();
        if first.is_empty() {
            return bad("the first field is empty");
        }
        if !first.contains(char::is_alphanumeric) {
            return bad("the first field has neither letter nor digit");
        }
        if line.contains(char::is_control) {
            return bad("a control character");
        }
        Some(Ok(Line { number: n + 1, text: first, fields: fields.collect() }))
    })
}
