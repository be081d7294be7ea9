//! Addresses of pages: lines that hold nothing else, and the headline that many of them spell.

use crate::text::span::Span;
use crate::text::token::{Token, TokenKind};

/// Fewer words are a section or a name, not a headline.
const LEAST_WORDS: usize = 4;
/// A longer number at the end of a headline in an address is the page's own.
const LONGEST_NUMBER: usize = 4;

/// Whether tokens are a web or e-mail address, a handle or tags, and nothing else.
pub(super) fn is_address(text: &str, tokens: &[Token]) -> bool {
    let Some((first, last)) = tokens.first().zip(tokens.last()) else { return false };
    if matches!(first.of(text), "http" | "https" | "www") {
        // In a text that was cut into tokens, an address is: more marks than words.
        let marks = tokens.iter().filter(|t| matches!(t.of(text), "/" | "." | "-" | "_" | ":")).count();
        let words = tokens.iter().filter(|t| matches!(t.kind, TokenKind::Word | TokenKind::Number)).count();
        if marks >= words {
            return true;
        }
    }
    let mut parts = first.span.to(last.span).of(text).split_whitespace();
    parts.all(|p| {
        p.starts_with("http://")
            || p.starts_with("https://")
            || p.starts_with("www.")
            || ((p.starts_with('@') || p.starts_with('#')) && p.len() > 2)
            || (p.contains('@') && p.contains('.') && !p.starts_with('.'))
    })
}

/// Where an address of the web spells a headline (`https://post.example/news/ferry-sinks-off-orua-9921`): the longest
/// run of words that hyphens or low lines join, of four or more.
pub(crate) fn headline_in(text: &str, tokens: &[Token]) -> Option<Span> {
    if !matches!(tokens.first()?.of(text), "http" | "https" | "www") || !is_address(text, tokens) {
        return None;
    }
    let runs = tokens.split(|t| t.kind == TokenKind::Mark && !matches!(t.of(text), "-" | "_"));
    let longest = runs.map(trimmed).max_by_key(|run| words_of(run))?;
    let span = longest.first()?.span.to(longest.last()?.span);
    (words_of(longest) >= LEAST_WORDS).then_some(span)
}

/// A run without the marks and the page's number at its ends.
fn trimmed(mut run: &[Token]) -> &[Token] {
    let extra = |t: &Token| t.kind == TokenKind::Mark || t.kind == TokenKind::Number && t.span.len() > LONGEST_NUMBER;
    while let Some((_, rest)) = run.split_first().filter(|(t, _)| extra(t)) {
        run = rest;
    }
    while let Some((_, rest)) = run.split_last().filter(|(t, _)| extra(t)) {
        run = rest;
    }
    run
}

fn words_of(run: &[Token]) -> usize {
    run.iter().filter(|t| t.kind == TokenKind::Word && t.span.len() > 1).count()
}

#[cfg(test)]
mod tests {
    use super::headline_in;
    use crate::lexicon::Lexicon;
    use crate::text::token::tokens;

    #[test]
    fn headlines_in_addresses() {
        let lexicon = Lexicon::english();
        let found = |text| headline_in(text, &tokens(text, &lexicon)).map(|s| s.of(text));
        for (text, headline) in [
            (
                "https://post.example/2024/03/ferry-sinks-off-orua-killing-14-992146.html",
                Some("ferry-sinks-off-orua-killing-14"),
            ),
            ("http: / / www. post. example / ferry - sinks - off - orua", Some("ferry - sinks - off - orua")),
            (
                "www.post.example/uk_news/bank_raises_rates_for_third_time?page=2",
                Some("bank_raises_rates_for_third_time"),
            ),
            ("https://post.example/world/europe/story?id=992146", None),
            ("https://post.example/anna-lund", None),
            ("The ferry-sinks-off-orua story ran on page one.", None),
        ] {
            assert_eq!(found(text), headline, "{text}");
        }
    }
}
