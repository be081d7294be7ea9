//! How a word of a name sounds, roughly: what ears take for one name (`Quan`, `Kwan`) is written in many ways.

use crate::claim::actor::spelling::usual;
use crate::lexicon::Lexicon;

/// Edits between the sounds of two spellings of one word, at most this part of the longer.
const MOST_EDITS: f64 = 0.34;
/// Sounds shorter than this must be the same.
const SHORT: usize = 5;
/// Letters of the shortest word that is looked at: of shorter ones too many sound alike.
const LETTERS: usize = 4;

/// Whether two different words of names, folded, sound alike: the same consonants, and vowels that are nearly the same.
pub(crate) fn sound_alike(a: &str, b: &str) -> bool {
    if a == b || a.len().min(b.len()) < LETTERS {
        return false;
    }
    let (x, y) = (sound(a), sound(b));
    if x == y {
        return true;
    }
    let consonants = frame(&x);
    if consonants.len() < 2 || consonants != frame(&y) {
        return false;
    }
    let longer = x.len().max(y.len());
    #[expect(clippy::cast_precision_loss, reason = "lengths of words")]
    let few = strsim::osa_distance(&x, &y) as f64 <= longer as f64 * MOST_EDITS;
    few && longer >= SHORT
}

/// Whether two full names, middle names aside, are not the same but would be heard as one, or are by custom.
pub(crate) fn heard_as_one(lexicon: &Lexicon, a: &[String], b: &[String]) -> bool {
    let ([first, .., last], [other_first, .., other_last]) = (a, b) else { return false };
    let heard = |x: &str, y: &str| x == y || sound_alike(x, y) || usual(lexicon, x) == usual(lexicon, y);
    (first, last) != (other_first, other_last) && heard(first, other_first) && heard(last, other_last)
}

/// The consonants by which names that may sound alike are found.
pub(crate) fn sound_key(word: &str) -> String {
    frame(&sound(word))
}

/// What a word sounds like without its vowels, and without the letters that are often silent.
fn frame(sound: &str) -> String {
    let mut out = String::with_capacity(sound.len());
    for (i, c) in sound.chars().enumerate() {
        let silent = matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'w' | 'h') && (i > 0 || c != 'h');
        // What stands on two sides of a silent letter counts once in no spelling: `nn`, but `nan`.
        if !silent {
            out.push(c);
        }
    }
    out
}

/// A folded word as it sounds. Words in other letters than English ones are taken as they are.
fn sound(word: &str) -> String {
    if !word.is_ascii() {
        return word.to_owned();
    }
    let mut out = String::with_capacity(word.len());
    let mut rest = word.as_bytes();
    while let Some(&first) = rest.first() {
        let start = out.is_empty();
        let vowel = out.ends_with(['a', 'e', 'i', 'o', 'u']);
        let (same, len) = match rest {
            // Silent at the end (`Ruaridh`, `Burleigh`), as an `e` behind a consonant is.
            [b'd' | b'g', b'h'] if vowel => ("", 2),
            [b'e'] if !vowel && out.len() > 2 => ("", 1),
            [b'e', b'e' | b'y' | b'a'] | [b'i', b'e' | b'y'] | [b'y'] => ("i", rest.len()),
            [b'k', b'n', ..] | [b'w', b'r', ..] if start => ("", 1),
            [b't', b's', b'c', b'h', ..] => ("c", 4),
            [b's', b'h', b'c', b'h', ..] | [b's', b'z', b'c', b'z', ..] => ("sc", 4),
            [b's', b'c', b'h', ..] => ("s", 3),
            [b't', b'c', b'h', ..] => ("c", 3),
            [b'c', b'h', b'r' | b'l', ..] => ("k", 2),
            // `Cheikh`, `Sheikh`; too many short names differ in it (`Chen`, `Shen`).
            [b'c', b'h', ..] if word.len() > 4 => ("s", 2),
            [b'c', b'h' | b'z', ..] => ("c", 2),
            [b's', b'h' | b'z', ..] => ("s", 2),
            [b'z', b'h', ..] | [b'd', b'j', ..] => ("j", 2),
            [b'k', b'h', ..] => ("h", 2),
            [b'p', b'h', ..] => ("f", 2),
            [b'q', b'u', b'a' | b'e' | b'i' | b'o' | b'y', ..] => ("kw", 2),
            [b'g', b'u', b'e' | b'i', ..] => ("g", 2),
            [b'c', b'k', ..] => ("k", 2),
            [b'c', b'e' | b'i' | b'y', ..] => ("s", 1),
            [b'd' | b'g' | b't' | b'r' | b'w', b'h', ..] => (letter(first), 2),
            [b'c' | b'q', ..] => ("k", 1),
            [b'x', ..] if start => ("s", 1),
            [b'x', ..] => ("ks", 1),
            [b'z', ..] => ("s", 1),
            [b'a', b'u' | b'w', ..] | [b'o', b'w', ..] => ("o", 2),
            [b'a', b'i' | b'y' | b'e', ..] | [b'e', b'i' | b'y', ..] => ("e", 2),
            [b'o', b'o' | b'u', ..] => ("u", 2),
            [b'i', b'e' | b'y', ..] | [b'e', b'e' | b'a', ..] => ("i", 2),
            [b'w', ..] if start => ("v", 1),
            [b'y', ..] => ("i", 1),
            _ => (letter(first), 1),
        };
        for c in same.chars() {
            // A double letter counts once.
            if !out.ends_with(c) {
                out.push(c);
            }
        }
        rest = rest.get(len..).unwrap_or(&[]);
    }
    out
}

/// A letter of the English alphabet as text; anything else is none.
fn letter(byte: u8) -> &'static str {
    const LETTERS: &str = "abcdefghijklmnopqrstuvwxyz";
    let at = usize::from(byte.wrapping_sub(b'a'));
    LETTERS.get(at..at + 1).unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::sound_alike;

    #[test]
    fn words_that_sound_alike() {
        for (a, b, want) in [
            ("quan", "kwan", true),
            ("szymanek", "simanek", true),
            ("marguerite", "margaret", true),
            ("catriona", "katrina", true),
            ("macleod", "mcleod", true),
            ("qorema", "korima", true),
            ("lashawn", "lashon", true),
            ("philippa", "filipa", true),
            ("schroeder", "shrader", true),
            ("cheikh", "sheikh", true),
            ("bechir", "bashir", true),
            ("chen", "shen", false),
            ("reed", "rudd", false),
            ("mohamed", "mahmoud", false),
            ("martin", "marvin", false),
            ("karen", "kieran", false),
            ("robert", "rupert", false),
            ("ann", "anne", false),
        ] {
            assert_eq!(sound_alike(a, b), want, "{a} / {b}");
        }
    }
}
