//! Words and names cut to what a reader needs.

use crate::report::clean::one_line;
use crate::text::fold::fold;

/// How many words of a quotation stand on either side of a value.
const WORDS: usize = 9;
/// How many characters are looked at for them.
const WINDOW: usize = 400;

/// The last words of `before` and the first of `after`, up to a quotation mark or the end of a line.
pub(super) fn around(before: &str, after: &str) -> (String, String) {
    let mark = |c: char| matches!(c, '“' | '”' | '"' | '‘' | '\n');
    let near = before.char_indices().rev().take(WINDOW).last().map_or("", |(i, _)| before.get(i..).unwrap_or(""));
    let tail = near.rfind(mark).map_or(near, |i| near.get(i..).unwrap_or("").trim_start_matches(mark));
    let end = after.char_indices().take(WINDOW).find(|&(i, c)| {
        // `’` closes only after a mark, else it is an apostrophe.
        let closes = || after.get(..i).is_some_and(|s| s.ends_with([',', '.', '!', '?']));
        mark(c) || (c == '’' && closes())
    });
    let head = end.map_or(after, |(i, _)| after.get(..i).unwrap_or(after)).trim_end_matches([',', ';', ':']);
    let space = |there: bool| if there { " " } else { "" };
    let ellipsis = |there: bool| if there { "…" } else { "" };
    let last: Vec<&str> = tail.split_whitespace().rev().take(WORDS + 1).collect();
    let first: Vec<&str> = head.split_whitespace().take(WORDS + 1).collect();
    let words = |list: &mut dyn Iterator<Item = &&str>| one_line(&list.copied().collect::<Vec<_>>().join(" "));
    let last_words = words(&mut last.iter().take(WORDS).rev());
    let first_words = words(&mut first.iter().take(WORDS));
    (
        format!("{}{last_words}{}", ellipsis(last.len() > WORDS), space(tail.ends_with(char::is_whitespace))),
        format!("{}{first_words}{}", space(head.starts_with(char::is_whitespace)), ellipsis(first.len() > WORDS)),
    )
}

/// A summary without the count that every renderer shows on its own (`3 of 5 articles: …`).
pub(super) fn summary(s: &str) -> String {
    let s = one_line(s);
    let counts = |head: &str| {
        let mut words = head.split(' ');
        let number = |w: Option<&str>| w.is_some_and(|w| w.parse::<usize>().is_ok());
        number(words.next()) && words.next() == Some("of") && number(words.next()) && words.next() == Some("articles")
    };
    match s.split_once(": ") {
        Some((head, rest)) if counts(head) => rest.to_owned(),
        _ => s,
    }
}

/// What makes two values the same for the reader: letters and digits.
pub(super) fn key(text: &str) -> String {
    fold(text).split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Of every id the shortest beginning, cut at `_`, `-` or `.`, that no other id begins with; `ids` are sorted.
pub(super) fn short_ids<'i>(ids: &[&'i str]) -> Vec<&'i str> {
    let shared =
        |a: &str, b: Option<&&str>| b.map_or(0, |b| a.bytes().zip(b.bytes()).take_while(|(x, y)| x == y).count());
    let short = |(i, id): (usize, &&'i str)| {
        let before = i.checked_sub(1).and_then(|i| ids.get(i));
        let common = shared(id, before).max(shared(id, ids.get(i + 1)));
        let mut cuts = id.match_indices(['_', '-', '.']).map(|(at, _)| at).filter(|&at| at > 1 && at > common);
        cuts.next().and_then(|at| id.get(..at)).unwrap_or(id)
    };
    ids.iter().enumerate().map(short).collect()
}

#[cfg(test)]
mod tests {
    use super::{around, key, short_ids, summary};

    #[test]
    fn labels_are_short() {
        let all = ["000_ec8", "001_a8c", "a1", "wire-2", "wire-2-late", "wire-3-late"];
        assert_eq!(short_ids(&all), ["000", "001", "a1", "wire-2", "wire-2-late", "wire-3"]);
    }

    #[test]
    fn a_value_in_its_quotation() {
        assert_eq!(
            around("He said: “We and ", " patients,” he added."),
            ("We and ".to_owned(), " patients".to_owned())
        );
        assert_eq!(around("‘It’s ", ", lads,’ he said"), ("It’s ".to_owned(), ", lads".to_owned()));
        let (before, after) = around("a b c d e f g h i j ", " a b c d e f g h i j");
        assert_eq!((before.as_str(), after.as_str()), ("…b c d e f g h i j ", " a b c d e f g h i…"));
    }

    #[test]
    fn the_count_stands_once() {
        assert_eq!(summary("3 of 5 articles: the chiefs agreed"), "the chiefs agreed");
        assert_eq!(summary("Sept 3: 3 of 5"), "Sept 3: 3 of 5");
    }

    #[test]
    fn punctuation_makes_no_variant() {
        assert_eq!(key("“It’s over, now.”"), key("\"It's over now\""));
    }
}
