//! The date that a page gives for itself.

use super::line::is_ordinal_suffix;
use crate::date::PartialDate;
use crate::lexicon::List;
use crate::text::document::Document;
use crate::text::sentence::Part;
use crate::text::span::Span;
use crate::text::token::{Token, TokenKind};

/// Lines of furniture looked at from the start of the text, beside those that are labelled (`Published: …`).
const TOP: usize = 12;

/// When the page says that it was published, and where it says so: a page head (` date 2025-06-30 `), a line of its
/// own (`Jun 30, 2025 at 9:49 AM`, `Last Updated: June 29, 2025 17:32:57 IST`), or a dateline with a year in it.
///
/// The time is given where the page gives one; its time zone is not.
///
/// ```
/// use corroborate::{Lexicon, text::{document::Document, furniture::published_in}};
/// let lexicon = Lexicon::english();
/// let doc = Document::new("Ferry Sinks\n\nJun 30, 2025 at 9:49 AM\n\nA ferry sank.", &lexicon);
/// let (date, span) = published_in(&doc).unwrap();
/// assert_eq!(date.to_string(), "2025-06-30T09:49");
/// assert_eq!(span.of(doc.text), "Jun 30, 2025 at 9:49 AM");
/// ```
#[must_use]
pub fn published_in(doc: &Document<'_>) -> Option<(PartialDate, Span)> {
    let mut labelled = None;
    for (n, s) in doc.sentences.iter().enumerate() {
        if s.part != Part::Furniture {
            continue;
        }
        let tokens = doc.tokens_of(n);
        let label = tokens.iter().take(2).any(|t| t.lists.has(List::DateLabel));
        let own_line = (n == 0 || doc.paragraph_ends_after(n - 1) || doc.paragraph_ends_after(n))
            && tokens.first().is_none_or(|t| t.of(doc.text) != "(");
        if !own_line || !(label || n < TOP) {
            continue;
        }
        let Some((date, span)) = date_in(doc.text, tokens) else { continue };
        if n < TOP {
            return Some((date, span));
        }
        labelled = labelled.or(Some((date, span)));
    }
    labelled
}

/// The first full date among `tokens`, with the time beside it.
fn date_in(text: &str, tokens: &[Token]) -> Option<(PartialDate, Span)> {
    let (at, len, value) = (0..tokens.len()).find_map(|i| {
        let (len, y, m, d) = date_at(text, tokens.get(i..)?)?;
        valid(y, m, d).then(|| (i, len, format!("{y:04}-{m:02}-{d:02}")))
    })?;
    let end = at + len;
    let near = (end..tokens.len().min(end + 3)).find_map(|i| time_at(text, &tokens[i..]).map(|t| (i, t)));
    let before = || (at.saturating_sub(10)..at).find_map(|i| time_at(text, &tokens[i..at]).map(|t| (i, t)));
    let (value, from, to) = match near.or_else(before) {
        Some((i, (len, h, min))) => (format!("{value}T{h:02}:{min:02}"), at.min(i), end.max(i + len)),
        None => (value, at, end),
    };
    let span = tokens[from].span.to(tokens[to - 1].span);
    value.parse().ok().map(|date| (date, span))
}

const fn valid(y: u32, m: u32, d: u32) -> bool {
    1900 <= y && y <= 2100 && 1 <= m && m <= 12 && 1 <= d && d <= 31
}

fn number(text: &str, t: Option<&Token>) -> Option<u32> {
    let t = t.filter(|t| t.kind == TokenKind::Number && t.span.len() <= 4)?;
    t.of(text).parse().ok()
}

/// A date at the first token: how many tokens, year, month, day.
fn date_at(text: &str, t: &[Token]) -> Option<(usize, u32, u32, u32)> {
    let word = |i: usize| t.get(i).map_or("", |t| t.of(text));
    let num = |i: usize| number(text, t.get(i));
    if let Some(first) = num(0) {
        let mark = word(1);
        if matches!(mark, "-" | "/" | ".") && word(3) == mark {
            let (a, b) = (num(2)?, num(4)?);
            if t[0].span.len() == 4 {
                return Some((5, first, a, b));
            }
            if t.get(4)?.span.len() == 4 {
                // Day and month in either order, if only one reads as a date.
                return match (first, a) {
                    (d, m) if d > 12 || d == m => Some((5, b, m, d)),
                    (m, d) if d > 12 => Some((5, b, m, d)),
                    _ => None,
                };
            }
            return None;
        }
        // 29 June 2025, 29th of June, 2025
        let mut i = 1 + usize::from(is_ordinal_suffix(mark));
        i += usize::from(word(i) == "of");
        let m = month(word(i))?;
        i += 1;
        i += usize::from(word(i) == ".");
        i += usize::from(word(i) == ",");
        return (t.get(i)?.span.len() == 4).then_some((i + 1, num(i)?, m, first));
    }
    let m = month(word(0))?;
    let mut i = 1 + usize::from(word(1) == ".");
    // `29,` and `2025` may have been read as one number with a comma between; the tokeniser keeps them apart.
    let d = num(i)?;
    i += 1;
    i += usize::from(is_ordinal_suffix(word(i)));
    i += usize::from(word(i) == ",");
    (t.get(i)?.span.len() == 4).then_some((i + 1, num(i)?, m, d))
}

/// `17:32:57`, `9:49 AM`, `9.49 p.m.` at the first token: how many tokens, hour, minute.
fn time_at(text: &str, t: &[Token]) -> Option<(usize, u32, u32)> {
    let word = |i: usize| t.get(i).map_or("", |t| t.of(text));
    let num = |i: usize| number(text, t.get(i));
    let h = num(0)?;
    if word(1) != ":" {
        return None;
    }
    let min = num(2)?;
    let mut len = 3;
    if word(3) == ":" && num(4).is_some() {
        len = 5;
    }
    let half = word(len).to_ascii_lowercase();
    let (h, len) = match half.as_str() {
        "pm" | "p.m." | "p.m" if h < 12 => (h + 12, len + 1),
        "am" | "a.m." | "a.m" if h == 12 => (0, len + 1),
        "pm" | "p.m." | "p.m" | "am" | "a.m." | "a.m" => (h, len + 1),
        _ => (h, len),
    };
    (h < 24 && min < 60).then_some((len, h, min))
}

fn month(word: &str) -> Option<u32> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let word = word.to_ascii_lowercase();
    let named = |m: &&str| {
        **m == word || (word.len() == 3 && m.starts_with(&word)) || (word == "sept" && m.starts_with("sept"))
    };
    MONTHS.iter().position(named).and_then(|i| u32::try_from(i + 1).ok())
}

#[cfg(test)]
mod tests {
    use super::published_in;
    use crate::lexicon::Lexicon;
    use crate::text::document::Document;

    #[test]
    fn finds_the_date_that_a_page_gives() {
        let lexicon = Lexicon::english();
        for (page, want) in [
            (" date 2025-06-30 The ferry sank.", Some("2025-06-30")),
            (" date 2025-06-29 Live Tv\nHome > World > Ferry Sinks", Some("2025-06-29")),
            ("Jun 30, 2025 at 9:49 AM\n\nThe ferry sank.", Some("2025-06-30T09:49")),
            ("Last Updated: June 29, 2025 17:32:57 IST\n\nThe ferry sank.", Some("2025-06-29T17:32")),
            ("Updated 12:05 p.m. EDT, Mon. June 30, 2025\n\nThe ferry sank.", Some("2025-06-30T12:05")),
            ("Published: 10/12/2024\nLast updated: 10 December 2024, 16:20\n\nIt sank.", Some("2024-12-10T16:20")),
            ("Published 13/12/2024\n\nIt sank.", Some("2024-12-13")),
            ("29th of June, 2025\n\nThe ferry sank.", Some("2025-06-29")),
            ("Ferry Sinks Off Norway Sunday, June 29, 2025\n\nIt sank.", Some("2025-06-29")),
            ("OSLO, June 29, 2025 (AP) — The ferry sank.", Some("2025-06-29")),
            ("OSLO, June 29 (AP) — The ferry sank.", None),
            ("The ferry sank on June 29, 2025.", None),
            ("The ferry sank. (Published Monday, Aug. 29, 2016)", None),
            ("Copyright 2025 Harbour Post.", None),
            ("Published: 45/13/2025\n\nIt sank.", None),
            ("", None),
        ] {
            let doc = Document::new(page, &lexicon);
            let got = published_in(&doc).map(|(date, span)| {
                assert!(!span.is_empty() && !span.of(page).is_empty(), "{page}");
                date.to_string()
            });
            assert_eq!(got.as_deref(), want, "{page}");
        }
    }
}
