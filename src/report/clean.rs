//! Text made safe to show: on one line, without what steers a terminal, escaped for Markdown or HTML.

use unicode_segmentation::UnicodeSegmentation as _;

/// `s` on one line, without control characters and without marks that turn the direction of writing.
pub(crate) fn one_line(s: &str) -> String {
    let mut out = String::with_capacity(s.len());
    for c in s.chars() {
        if c.is_whitespace() {
            if !out.is_empty() && !out.ends_with(' ') {
                out.push(' ');
            }
        } else if !c.is_control() && !is_steering(c) {
            out.push(c);
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// Marks that change how other characters are shown, or that are not shown at all.
pub(crate) fn is_steering(c: char) -> bool {
    matches!(c, '\u{00AD}' | '\u{061C}' | '\u{180E}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
}

/// How many columns `s` takes, near enough: its grapheme clusters.
pub(crate) fn width(s: &str) -> usize {
    if s.is_ascii() { s.len() } else { s.graphemes(true).count() }
}

/// The first `max` columns of `s`, the last of them an ellipsis if something is left out. Cuts at a word if it can.
pub(crate) fn clip(s: &str, max: usize) -> String {
    // No text has more columns than bytes.
    let cut = if s.len() <= max { None } else { s.grapheme_indices(true).nth(max) };
    let Some((cut, _)) = cut else { return s.to_owned() };
    let room = s.get(..cut).unwrap_or(s);
    let last = room.grapheme_indices(true).next_back().map_or(0, |(i, _)| i);
    let kept = room.get(..last).unwrap_or("");
    let word = kept.rfind(' ').filter(|&i| i * 3 > kept.len() * 2).map_or(kept, |i| kept.get(..i).unwrap_or(kept));
    format!("{}…", word.trim_end_matches([' ', ',', ';', ':', '-', '–', '—', '…']))
}

/// As [`clip`], keeping the end of `s`.
pub(crate) fn clip_start(s: &str, max: usize) -> String {
    if width(s) <= max {
        return s.to_owned();
    }
    let cut = s.grapheme_indices(true).rev().nth(max.saturating_sub(2)).map_or(0, |(i, _)| i);
    let kept = s.get(cut..).unwrap_or(s);
    let word = kept.find(' ').filter(|&i| i * 3 < kept.len()).map_or(kept, |i| kept.get(i..).unwrap_or(kept));
    format!("…{}", word.trim_start())
}

/// Escapes what Markdown (CommonMark, with HTML in it) would read as a mark.
pub(crate) fn markdown(s: &str) -> String {
    let mut out = String::with_capacity(s.len() + 8);
    for c in one_line(s).chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '#' | '|' | '~' | '!' | '{' | '}' => {
                out.push('\\');
                out.push(c);
            }
            c => out.push(c),
        }
    }
    out
}

/// Escapes what HTML would read as a mark, in text and in quoted attributes.
pub(crate) fn html(s: &str) -> String {
    let mut out = String::with_capacity(s.len() + 8);
    for c in one_line(s).chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{clip, clip_start, html, markdown, one_line, width};

    #[test]
    fn nothing_steers_the_terminal() {
        assert_eq!(one_line(" a\r\n\tb\u{1b}[31mc\u{202e}d\u{200b} \u{7}"), "a b[31mcd");
    }

    #[test]
    fn clipped_at_graphemes_and_words() {
        assert_eq!(clip("abc", 3), "abc");
        assert_eq!(clip("abcd", 3), "ab…");
        assert_eq!(clip("e\u{301}e\u{301}e\u{301}e\u{301}", 3), "e\u{301}e\u{301}…");
        assert_eq!(clip("one two three four", 16), "one two three…");
        assert_eq!(clip_start("one two three four", 12), "…three four");
        assert_eq!(clip_start("four", 4), "four");
        assert_eq!(width("e\u{301}x"), 2);
    }

    #[test]
    fn escaped() {
        assert_eq!(markdown("*a* <b> [c](d) #1"), "\\*a\\* &lt;b&gt; \\[c\\](d) \\#1");
        assert_eq!(html("<a href=\"x\">&'"), "&lt;a href=&quot;x&quot;&gt;&amp;&#39;");
    }
}
