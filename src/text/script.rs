//! Letters that look like those of another script.

/// Whether a word mixes Latin letters with Greek or Cyrillic ones, or holds letters meant for formulas: `P\u{430}ris`
/// with a Cyrillic `а` reads as `Paris` and is not. Cost: linear in the word.
pub(crate) fn mixes_scripts(word: &str) -> bool {
    let foreign = word.chars().any(|c| matches!(c, '\u{370}'..='\u{52F}'));
    let latin = word.chars().any(|c| c.is_ascii_alphabetic());
    (foreign && latin) || word.chars().any(|c| matches!(c, '\u{1D400}'..='\u{1D7FF}' | '\u{FF21}'..='\u{FF5A}'))
}
