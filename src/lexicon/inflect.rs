//! The regular forms of English verbs and nouns, so that a list need only name the base form.

/// The forms of a verb or of a phrase that begins with one: base, `-s`, `-ing`, past and participle. `irregular` holds
/// the past and the participle where they are not regular; with one given, the participle is the same.
pub(super) fn verb_forms(base: &str, irregular: &[String]) -> Vec<String> {
    let (verb, rest) = base.split_once(' ').map_or((base, String::new()), |(v, r)| (v, format!(" {r}")));
    if verb == "be" {
        return ["am", "are", "be", "been", "being", "is", "was", "were"].map(|f| format!("{f}{rest}")).to_vec();
    }
    // A past that doubles the last consonant doubles it before `-ing` too (`admitted`, `admitting`).
    let last = verb.chars().last().unwrap_or_default();
    let doubled =
        irregular.iter().any(|p| p.strip_prefix(verb).and_then(|p| p.strip_suffix("ed")) == Some(&last.to_string()));
    let ing = if doubled { format!("{verb}{last}ing") } else { with_ending(verb, "ing") };
    let mut forms = vec![verb.to_owned(), third_person(verb), ing];
    let mut past = irregular.iter().map(String::as_str).filter(|s| !s.is_empty()).peekable();
    if past.peek().is_none() {
        forms.push(with_ending(verb, "ed"));
    } else {
        forms.extend(past.map(str::to_owned));
    }
    forms.sort();
    forms.dedup();
    forms.into_iter().map(|f| format!("{f}{rest}")).collect()
}

/// The singular and the plural of a noun or of a phrase that ends in one. `irregular` is the plural where it is not
/// regular, or `-` if there is none.
pub(super) fn noun_forms(singular: &str, irregular: &str) -> Vec<String> {
    match irregular {
        "-" => vec![singular.to_owned()],
        "" => vec![singular.to_owned(), third_person(singular)],
        plural => vec![singular.to_owned(), plural.to_owned()],
    }
}

/// The regular forms of every word of `fields`, of which each may hold several, split by commas. Forms that no one
/// writes (`deathing`) do no harm.
pub(super) fn group_forms<'f>(fields: impl Iterator<Item = &'f String>) -> Vec<String> {
    let words = fields.flat_map(|f| f.split(',')).map(str::trim).filter(|w| !w.is_empty());
    let mut forms: Vec<String> = words.flat_map(|w| verb_forms(w, &[])).collect();
    forms.sort();
    forms.dedup();
    forms
}

/// Whether `word`, already folded, is one of the words of `field` or a regular form of one.
pub(crate) fn is_form_of(word: &str, field: &str) -> bool {
    field.split(',').map(str::trim).any(|w| w == word || verb_forms(w, &[]).iter().any(|f| f == word))
}

fn is_vowel(b: u8) -> bool {
    matches!(b, b'a' | b'e' | b'i' | b'o' | b'u')
}

fn third_person(verb: &str) -> String {
    let b = verb.as_bytes();
    match b {
        [.., c, b'y'] if !is_vowel(*c) => format!("{}ies", verb.trim_end_matches('y')),
        [.., b's' | b'x' | b'z' | b'o'] | [.., b's' | b'c', b'h'] => format!("{verb}es"),
        _ => format!("{verb}s"),
    }
}

fn with_ending(verb: &str, ending: &str) -> String {
    let b = verb.as_bytes();
    // `qu` is one consonant (`quip`, `quit`).
    let vowels = (0..b.len()).filter(|&i| is_vowel(b[i]) && !(b[i] == b'u' && i > 0 && b[i - 1] == b'q')).count();
    match b {
        [.., b'e', b'e'] | [.., b'o', b'e'] | [.., b'y', b'e'] if ending == "ing" => {
            format!("{verb}ing")
        }
        [.., b'i', b'e'] if ending == "ing" => format!("{}ying", verb.trim_end_matches("ie")),
        [.., b'e'] => format!("{}{ending}", verb.strip_suffix('e').unwrap_or(verb)),
        [.., c, b'y'] if ending == "ed" && !is_vowel(*c) => {
            format!("{}ied", verb.trim_end_matches('y'))
        }
        // One short syllable: the last consonant is doubled (`stop`, `stopped`).
        [.., c, v, last]
            if vowels == 1
                && (!is_vowel(*c) || verb.starts_with("qu"))
                && is_vowel(*v)
                && !is_vowel(*last)
                && !matches!(last, b'w' | b'x' | b'y') =>
        {
            format!("{verb}{}{ending}", char::from(*last))
        }
        _ => format!("{verb}{ending}"),
    }
}

#[cfg(test)]
mod tests {
    use super::{noun_forms, verb_forms};

    #[test]
    fn forms_of_verbs() {
        let forms =
            |v: &str, i: &[&str]| verb_forms(v, &i.iter().map(|s| (*s).to_owned()).collect::<Vec<_>>()).join(" ");
        assert_eq!(forms("say", &["said"]), "said say saying says");
        assert_eq!(forms("announce", &[]), "announce announced announces announcing");
        assert_eq!(forms("deny", &[]), "denied denies deny denying");
        assert_eq!(forms("quip", &[]), "quip quipped quipping quips");
        assert_eq!(forms("go on", &["went", "gone"]), "go on goes on going on gone on went on");
        assert_eq!(forms("stress", &[]), "stress stressed stresses stressing");
        assert_eq!(forms("lie", &[]), "lie lied lies lying");
        assert_eq!(forms("admit", &["admitted"]), "admit admits admitted admitting");
        assert_eq!(forms("agree", &[]), "agree agreed agreeing agrees");
    }

    #[test]
    fn forms_of_nouns() {
        assert_eq!(noun_forms("agency", ""), ["agency", "agencies"]);
        assert_eq!(noun_forms("chief of police", "chiefs of police"), ["chief of police", "chiefs of police"]);
        assert_eq!(noun_forms("police", "-"), ["police"]);
    }
}
