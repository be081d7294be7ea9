//! What an editor should know of how an article was read.

use crate::claim::Extraction;
use crate::report::clean::{clip, is_steering, one_line};
use crate::text::article::Article;
use crate::text::script::mixes_scripts;
use crate::text::sentence::Part;
use crate::text::skip::next_special;
use std::collections::BTreeSet;

/// How many examples a note names.
const EXAMPLES: usize = 3;

/// The notes on one article, in a fixed order; `mid_sentence` says that its text breaks off. Cost: O(bytes).
pub(crate) fn notes(article: &Article, found: &Extraction, mid_sentence: bool) -> Vec<String> {
    let text = article.text.as_str();
    let mut out = Vec::new();
    if !text.contains(char::is_alphanumeric) {
        out.push("no text".to_owned());
        return out;
    }
    if found.published.is_none() {
        out.push("no publication date, given or found: dates such as “on Sunday” have no value".to_owned());
    }
    if mid_sentence {
        out.push("text ends in mid-sentence".to_owned());
    }
    out.extend(furniture_left_out(found, text));
    let words = words_beyond_ascii(text);
    out.extend(invisible(&words, text));
    out.extend(look_alikes(&words));
    out
}

/// What stands between white space and is not all ASCII but for quotation marks and dashes: nothing else can be invisible
/// or a look-alike.
fn words_beyond_ascii(text: &str) -> Vec<&str> {
    let bytes = text.as_bytes();
    let mut out = Vec::new();
    let (mut from, mut at) = (0, 0);
    loop {
        let hit = next_special(bytes, at, bytes.len(), |b| !b.is_ascii());
        if hit == bytes.len() {
            return out;
        }
        // U+2010 to U+2027
        if let [0xE2, 0x80, 0x90..=0xA7, ..] = bytes[hit..] {
            at = hit + 3;
            continue;
        }
        let start = bytes[from..hit].iter().rposition(u8::is_ascii_whitespace).map_or(from, |k| from + k + 1);
        let end = bytes[hit..].iter().position(u8::is_ascii_whitespace).map_or(bytes.len(), |k| hit + k);
        out.extend(text.get(start..end));
        (from, at) = (end, end);
    }
}

/// What was held to be no part of the article: an editor sees if that is wrong.
fn furniture_left_out(found: &Extraction, text: &str) -> Option<String> {
    let pieces = found.sentences.iter().filter(|s| s.part == Part::Furniture).map(|s| s.span.of(text));
    let n = pieces.clone().count();
    if n == 0 {
        return None;
    }
    let noun = if n == 1 { "piece" } else { "pieces" };
    let named: Vec<String> = pieces.take(EXAMPLES).map(|p| format!("“{}”", clip(&one_line(p), 40))).collect();
    let more = if n > EXAMPLES { ", …" } else { "" };
    Some(format!("{n} {noun} of page furniture left out: {}{more}", named.join(", ")))
}

/// Characters that are not shown, or that change how others are.
fn invisible(words: &[&str], text: &str) -> Option<String> {
    // A byte-order mark at the very start is how some editors save, and a soft hyphen how some pages break words.
    let skipped = usize::from(text.starts_with('\u{FEFF}'));
    let mut kinds = BTreeSet::new();
    let found =
        words.iter().flat_map(|w| w.chars()).skip(skipped).filter(|&c| c != '\u{AD}' && is_steering(c)).inspect(|&c| {
            kinds.insert(c);
        });
    let n = found.count();
    let kinds: Vec<String> = kinds.iter().map(|&c| format!("U+{:04X}", u32::from(c))).collect();
    let noun = if n == 1 { "character" } else { "characters" };
    (n > 0).then(|| format!("{n} invisible or direction-changing {noun} ({})", kinds.join(", ")))
}

/// Words that mix Latin letters with Greek or Cyrillic ones, or with letters meant for formulas.
fn look_alikes(words: &[&str]) -> Option<String> {
    let words = words.iter().flat_map(|w| w.split(|c: char| !c.is_alphanumeric())).filter(|w| !w.is_ascii());
    let mut found: Vec<&str> = words.filter(|w| mixes_scripts(w)).collect();
    let n = found.len();
    found.dedup();
    let named: Vec<String> = found.iter().take(EXAMPLES).map(|w| format!("“{}”", one_line(w))).collect();
    let noun = if n == 1 { "word" } else { "words" };
    let more = if found.len() > EXAMPLES { ", …" } else { "" };
    (n > 0).then(|| format!("{n} {noun} with look-alike letters of another script ({}{more})", named.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::notes;
    use crate::claim::Extraction;
    use crate::text::article::Article;
    use crate::text::sentence::{Part, Sentence};
    use crate::text::span::Span;

    fn of(text: &str) -> Vec<String> {
        let found = Extraction { published: "2024-03-12".parse().ok(), ..Extraction::default() };
        notes(&Article::new("a", text), &found, false)
    }

    #[test]
    fn nothing_to_read() {
        assert_eq!(of(""), ["no text"]);
        assert_eq!(of(" “” \n"), ["no text"]);
        assert!(of("Fire.").is_empty());
        assert!(
            notes(&Article::new("a", "Fire."), &Extraction::default(), false)[0].starts_with("no publication date")
        );
    }

    #[test]
    fn what_was_left_out() {
        let text = "Live Tv\nHome > World\nFire.\nShare\nRead more";
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(i, _)| i + 1));
        let pieces = starts.zip(text.lines()).map(|(start, line)| (start, line.len()));
        let sentence = |(start, len)| Sentence { span: Span::new(start, start + len), part: Part::Furniture };
        let mut found = Extraction { published: "2024".parse().ok(), ..Extraction::default() };
        found.sentences = pieces.map(sentence).filter(|s| s.span.of(text) != "Fire.").collect();
        assert_eq!(
            notes(&Article::new("a", text), &found, true),
            ["text ends in mid-sentence", "4 pieces of page furniture left out: “Live Tv”, “Home > World”, “Share”, …"]
        );
    }

    #[test]
    fn tricks_with_characters() {
        assert_eq!(
            of("Pay\u{200B}ment \u{202E}to\u{202C}"),
            ["3 invisible or direction-changing characters (U+200B, U+202C, U+202E)"]
        );
        assert_eq!(of("Bank of P\u{430}ris"), ["1 word with look-alike letters of another script (“P\u{430}ris”)"]);
        assert!(of("\u{FEFF}Café in Москва, 5 µm, Ελλάδα").is_empty());
    }
}
