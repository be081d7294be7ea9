//! The lists themselves: sorted, clean, and found again.

use super::{Lexicon, List};
use std::collections::BTreeSet;

#[test]
fn every_list_is_clean_and_sorted() {
    for &list in List::ALL {
        let text = list.english();
        assert!(text.starts_with("# "), "{}: the head says what it lists", list.file());
        assert!(text.ends_with('\n'), "{}: ends with a line break", list.file());
        let mut seen = BTreeSet::new();
        let mut last = String::new();
        for (n, line) in text.lines().enumerate().filter(|(_, l)| !l.starts_with('#') && !l.is_empty()) {
            let at = format!("{}:{}: {line:?}", list.file(), n + 1);
            assert_eq!(line.trim(), line, "{at} has white space around it");
            assert!(seen.insert(line.to_owned()), "{at} stands twice");
            assert!(last.as_str() < line, "{at} is not sorted (byte order) after {last:?}");
            line.clone_into(&mut last);
        }
    }
    assert!(Lexicon::english().entries.len() > 10);
}

#[test]
fn a_bad_line_names_file_and_line() {
    let e = Lexicon::empty().with_list(List::ReportingVerb, "say\n | x\n", "house.txt").unwrap_err();
    assert_eq!(e.to_string(), "house.txt:2: the first field is empty");
    let e = Lexicon::empty().with_list(List::Furniture, "# ours\nread on|somewhere\n", "house.txt").unwrap_err();
    assert_eq!(e.to_string(), "house.txt:2: the second field is none of any, end, line, related, start");
}

#[test]
fn phrases_match_longest_first() {
    let lexicon = Lexicon::empty().with_list(List::Abbreviation, "new york\nnew york times\nnew\n", "x").unwrap();
    let text = "the New York Times, new!";
    let tokens = crate::text::token::tokens(text, &lexicon);
    assert_eq!(lexicon.match_at(List::Abbreviation, text, &tokens, 1).map(|m| m.len), Some(3));
    assert_eq!(lexicon.match_at(List::Abbreviation, text, &tokens, 5).map(|m| m.len), Some(1));
    assert!(lexicon.match_at(List::Abbreviation, text, &tokens, 0).is_none());
}
