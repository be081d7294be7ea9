//! One name in several spellings: transliteration, custom, a slip of the pen; initials, short forms, acronyms.

use crate::lexicon::{Lexicon, List};
use crate::text::fold::fold;
use crate::text::script::mixes_scripts;

/// Words that an acronym leaves out.
fn small(word: &str) -> bool {
    matches!(word, "of" | "and" | "the" | "for" | "on" | "in" | "to" | "de" | "la" | "del" | "du" | "des" | "&")
}

/// What tells a son from his father, folded; no part of how the name is spelled.
pub(crate) const GENERATIONS: [&str; 5] = ["jr", "sr", "ii", "iii", "iv"];

/// The first letters of a name's words without the small ones; hyphenated words give one letter a part.
pub(crate) fn initials(parts: &[String]) -> String {
    parts.iter().filter(|p| !small(p)).flat_map(|p| p.split('-')).filter_map(|p| p.chars().next()).collect()
}

/// Whether an acronym is made of the name's first letters, with or without the small words.
pub(crate) fn spells(parts: &[String], acronym: &str) -> bool {
    let all: String = parts.iter().filter_map(|p| p.chars().next()).collect();
    acronym.len() > 1 && (initials(parts) == acronym || all == acronym)
}

/// A folded word of a name in the form that its spellings share: by the table, else by sound.
pub(crate) fn usual(lexicon: &Lexicon, part: &str) -> String {
    let mut out = String::with_capacity(part.len());
    usual_into(lexicon, part, &mut out);
    out
}

/// As [`usual`], appended to `out`.
pub(super) fn usual_into(lexicon: &Lexicon, part: &str, out: &mut String) {
    match lexicon.entry_of(List::Transliteration, part) {
        Some(e) => skeleton(&fold(&e.text), out),
        None => skeleton(part, out),
    }
}

/// A word without what transliterations differ in: `zh`/`j`, `kh`/`h`, `ph`/`f`, `w`/`v`, `iy`/`y`/`i`, double letters.
/// Appended to `out`, which is empty.
fn skeleton(word: &str, out: &mut String) {
    let word = word.strip_suffix("'s").unwrap_or(word);
    if !word.is_ascii() || word.len() < 4 {
        out.push_str(word);
        return;
    }
    let mut rest = word.as_bytes();
    while let Some(&first) = rest.first() {
        // Bytes, so that they are told apart by a tree of comparisons.
        let (same, len) = match rest {
            [b't', b's', b'c', b'h', ..] => ("ch", 4),
            [b's', b'h', b'c', b'h', ..] => ("sh", 4),
            [b's', b'c', b'h', ..] => ("sh", 3),
            [b't', b'c', b'h', ..] => ("ch", 3),
            [b'z', b'h', ..] | [b'd', b'j', ..] => ("j", 2),
            [b'k', b'h', ..] => ("h", 2),
            [b'g', b'h', ..] => ("g", 2),
            [b'p', b'h', ..] => ("f", 2),
            [b'c', b'k', ..] => ("k", 2),
            [b'o', b'u', ..] | [b'o', b'o', ..] => ("u", 2),
            [b'e', b'e' | b'i' | b'y', ..] | [b'i', b'y' | b'e', ..] | [b'y', b'y', ..] => ("i", 2),
            [b'w', ..] => ("v", 1),
            [b'y', ..] => ("i", 1),
            [b'q', ..] => ("k", 1),
            _ => ("", 1),
        };
        let own = (same.is_empty()).then(|| char::from(first));
        for c in same.chars().chain(own) {
            // A double letter counts once.
            if !out.ends_with(c) {
                out.push(c);
            }
        }
        rest = rest.get(len..).unwrap_or(&[]);
    }
}

/// Whether two given names can be one person's: the same, an initial, a nickname, another spelling.
pub(crate) fn given_names_agree(lexicon: &Lexicon, a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    let initial = |s: &str| s.chars().count() == 1 || (s.len() == 2 && !s.contains(['a', 'e', 'i', 'o', 'u', 'y']));
    // `J.D.`, folded to `jd`, against `James`.
    if initial(a) || initial(b) {
        return a.chars().next() == b.chars().next();
    }
    let short_for =
        |x: &str, y: &str| lexicon.entries_of(List::Nickname, x).any(|(_, e)| e.fields.iter().any(|f| fold(f) == y));
    short_for(a, b) || short_for(b, a) || usual(lexicon, a) == usual(lexicon, b)
}

/// Whether two words of a name are one word in two spellings: of one sound, or one edit apart in a long word.
pub(crate) fn close(lexicon: &Lexicon, a: &str, b: &str) -> bool {
    (a.len() >= 6 && b.len() >= 6 && strsim::osa_distance(a, b) <= 1)
        || usual(lexicon, a) == usual(lexicon, b)
        || (a.len() >= 6 && b.len() >= 6 && strsim::osa_distance(&usual(lexicon, a), &usual(lexicon, b)) <= 1)
}

/// Whether a given name is the initials of another's first and middle name, written together: `A.J.`, of `Armando J.`
fn run_together(given: &str, full: &[String]) -> bool {
    let firsts = full.get(..full.len().saturating_sub(1)).unwrap_or(&[]);
    given.chars().count() == 2 && firsts.len() == 2 && given.chars().eq(firsts.iter().filter_map(|p| p.chars().next()))
}

/// Whether both are known given names, of different genders: no slip of the pen (`Andrew`, `Andrea`).
pub(crate) fn of_two_genders(lexicon: &Lexicon, a: &str, b: &str) -> bool {
    let gender = |s| lexicon.entry_of(List::GivenName, s).map(|e| e.field(0));
    gender(a).zip(gender(b)).is_some_and(|(a, b)| a != b)
}

/// Whether two full personal names (two words or more each) can be one person's.
pub(crate) fn full_names_agree(lexicon: &Lexicon, a: &[String], b: &[String]) -> bool {
    let (Some((a1, an)), Some((b1, bn))) = (a.first().zip(a.last()), b.first().zip(b.last())) else { return false };
    let same_family = an == bn || usual(lexicon, an) == usual(lexicon, bn);
    let given = given_names_agree(lexicon, a1, b1) || run_together(a1, b) || run_together(b1, a);
    // A slip in the family name is believed only when the given names are written out and agree, and the reverse.
    let slip = given && a1.len() > 2 && b1.len() > 2 && close(lexicon, an, bn);
    let given_slip = same_family
        && an.len() >= 5
        && a1.len() >= 5
        && strsim::osa_distance(a1, b1) <= 1
        && !of_two_genders(lexicon, a1, b1);
    if !(same_family && given || slip || given_slip) {
        return false;
    }
    // A letter of another script is no slip of the pen.
    let disguised = |n: &[String]| n.iter().any(|w| mixes_scripts(w));
    if disguised(a) != disguised(b) {
        return false;
    }
    // Middle names and initials must not speak against each other.
    let middle =
        |n: &[String]| n.get(1..n.len() - 1).unwrap_or(&[]).iter().filter_map(|m| m.chars().next()).collect::<Vec<_>>();
    let (x, y) = (middle(a), middle(b));
    x.is_empty() || y.is_empty() || x.iter().any(|c| y.contains(c))
}

#[cfg(test)]
mod tests {
    use super::{full_names_agree, given_names_agree, spells, usual};
    use crate::lexicon::Lexicon;

    #[test]
    fn names_in_two_spellings() {
        let lexicon = Lexicon::english();
        let parts = |s: &str| s.split(' ').map(str::to_owned).collect::<Vec<_>>();
        for (a, b, want) in [
            ("sergei naryshkin", "sergey naryshkin", true),
            ("volodymyr zelensky", "volodymyr zelenskyy", true),
            ("yevgeny sorokhin", "evgeny sorokin", true),
            ("elias tomarua", "elias tomaruha", true),
            ("bill clinton", "william j clinton", true),
            ("donald trump", "donald j trump", true),
            ("george w bush", "george h bush", false),
            ("jd vance", "james vance", true),
            ("tina coyle", "brian coyle", false),
            ("john smith", "jane smith", false),
            ("andrew blake", "andrea blake", false),
            ("armando j perez", "aj perez", true),
            ("alberto m perez", "aj perez", false),
            ("muammar gaddafi", "moammar qaddafi", true),
            ("sergei naryshkin", "sergei n\u{430}ryshkin", false),
        ] {
            assert_eq!(full_names_agree(&lexicon, &parts(a), &parts(b)), want, "{a} / {b}");
        }
        assert_eq!(usual(&lexicon, "kiev"), usual(&lexicon, "kyiv"));
        assert!(given_names_agree(&lexicon, "liz", "elizabeth"));
        assert!(spells(&parts("foreign affairs and trade department"), "fatd"));
    }
}
