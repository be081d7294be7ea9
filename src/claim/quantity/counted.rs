//! What is counted: the noun phrase after a numeral, or the label before it.

use crate::claim::quantity::scan::Scan;
use crate::lexicon::{List, ListSet};
use crate::text::one_of::one_of;

/// The noun phrase after a numeral.
#[derive(Debug, Clone, Default)]
pub(super) struct Counted {
    /// Its first token.
    pub(super) first: usize,
    /// One past its head.
    pub(super) end: usize,
    /// Its head, singular.
    pub(super) noun: Option<String>,
}

/// The most tokens of a noun phrase that are read.
const PHRASE: usize = 6;

/// Words that end a noun phrase.
const STOPS: ListSet = ListSet::one(List::Auxiliary)
    .or(ListSet::one(List::Connective))
    .or(ListSet::one(List::Determiner))
    .or(ListSet::one(List::Preposition))
    .or(ListSet::one(List::Pronoun));

/// Whether token `i` looks like a plural noun.
pub(super) fn is_plural(s: &Scan<'_>, i: usize) -> bool {
    if s.has(i, List::IrregularPlural) {
        return true;
    }
    let w = s.word(i);
    let b = w.as_bytes();
    // `MPs`, `TVs`
    if let [letters @ .., b's'] = b {
        if letters.len() >= 2 && letters.iter().all(u8::is_ascii_uppercase) {
            return true;
        }
    }
    b.len() > 3
        && matches!(b, [.., c, b's'] if !matches!(c, b's' | b'u' | b'i'))
        && !s.lists(i).any(STOPS)
        && !s.is_one(
            i,
            one_of![
                "less",
                "this",
                "always",
                "perhaps",
                "besides",
                "towards",
                "afterwards",
                "sometimes",
                "nowadays",
                "overseas",
                "whereas"
            ],
        )
}

/// The singular of the noun at `i`, in lower case.
pub(super) fn singular(s: &Scan<'_>, i: usize) -> String {
    if let Some(e) = s.single(List::IrregularPlural, i) {
        return e.field(0).to_owned();
    }
    let w = s.folded(i);
    if s.has(i, List::IrregularPlural) || !is_plural(s, i) {
        return w;
    }
    if let Some(stem) = w.strip_suffix("ies").filter(|t| t.len() > 2) {
        return format!("{stem}y");
    }
    for ending in ["sses", "shes", "ches", "xes", "zzes"] {
        if w.ends_with(ending) {
            return w.trim_end_matches("es").to_owned() + if ending == "sses" { "ss" } else { "" };
        }
    }
    w.strip_suffix('s').unwrap_or(&w).to_owned()
}

/// The noun phrase that begins at `i`, after a numeral; `one` for a numeral of value one.
pub(super) fn noun_phrase(s: &Scan<'_>, i: usize, one: bool) -> Option<Counted> {
    if s.is(i, "others") {
        return Some(Counted { first: i, end: i + 1, noun: None });
    }
    let mut first = i;
    // `two of the men`, `40 or so people` are read by the caller; `12 more people`, `three other men`.
    while s.is_one(first, one_of!["more", "other", "further", "additional", "such", "different", "separate", "new"])
        && first < i + 2
    {
        first += 1;
    }
    // `One remains in critical condition`, `one dies`: a verb.
    if one && s.is_one(first, one_of!["remains", "survives", "dies"]) {
        return None;
    }
    let mut head = None;
    let mut last_word = None;
    let mut j = first;
    while j < first + PHRASE {
        let Some(t) = s.get(j) else { break };
        if s.is_mark(j, &['-', '‐', '‑']) && j > first && s.glued(j) && s.glued(j + 1) {
            j += 1;
            continue;
        }
        let word = s.is_word(j);
        let number = s.is_number(j) && j > first && !s.glued(j);
        if !word
            || number
            || t.lists.any(STOPS) && !t.lists.has(List::IrregularPlural)
            || t.lists.has(List::NumberWord) && j == first
        {
            break;
        }
        // `12 men say`, but not `9 gag order violations`.
        let within = head.is_none() && is_plural(s, j + 1) && s.is_word(j + 1);
        if t.lists.has(List::ReportingVerb) && j > first && !is_plural(s, j) && !within {
            break;
        }
        if is_plural(s, j) {
            let verb = t.lists.has(List::ReportingVerb) && head.is_some() || t.lists.has(List::State) && head.is_some();
            if verb || head.is_some_and(|h: usize| h + 1 != j) {
                break;
            }
            // The dead and the injured are a noun only where no noun follows: `12 injured people`.
            if t.lists.has(List::StateNoun) && !t.of(s.text).ends_with('s') {
                if is_adjective_before_noun(s, j) {
                    j += 1;
                    continue;
                }
                break;
            }
            head = Some(j);
        } else if head.is_some()
            || (t.lists.has(List::State) || t.lists.has(List::StateNoun)) && !is_adjective_before_noun(s, j)
        {
            break;
        } else {
            last_word = Some(j);
            if one && !is_modifier(s, j) {
                break;
            }
        }
        j += 1;
    }
    let head = match head {
        Some(h) => h,
        // A singular head only after one, or in a compound (`12 percent`, `a 10-member panel`) that others read.
        None if one => last_word.filter(|&h| !s.has(h, List::Adverb) && !is_name(s, h))?,
        None => return None,
    };
    Some(Counted { first, end: head + 1, noun: Some(singular(s, head)) })
}

fn is_name(s: &Scan<'_>, i: usize) -> bool {
    s.is_capitalised(i) && i != s.start
}

/// What stands before the number as its label: `Deaths: 214`, `beds: 3`.
pub(super) fn labelled(s: &Scan<'_>, first: usize, end: usize) -> Option<Counted> {
    let noun = first.wrapping_sub(2);
    if !s.is_mark(first.wrapping_sub(1), &[':']) || !s.glued(first - 1) || !is_plural(s, noun) {
        return None;
    }
    let before = noun.wrapping_sub(1);
    let opens = noun == s.start || s.is_mark(before, &['-', '•', '*', ';', '|', '–', '—', ',']);
    let closes = end >= s.end || s.mark(end).is_some();
    (opens && closes).then(|| Counted { first: noun, end: noun + 1, noun: Some(singular(s, noun)) })
}

/// A word that hardly is a noun itself: an adjective by its ending, a participle, a demonym, or followed by a noun.
fn is_modifier(s: &Scan<'_>, i: usize) -> bool {
    let next = s.get(i + 1).is_some_and(|t| {
        s.is_word(i + 1)
            && !t.lists.any(STOPS)
            && !t.lists.has(List::State)
            && !t.lists.has(List::ReportingVerb)
            && !t.lists.has(List::Adverb)
    });
    let w = s.word(i);
    let ending = ["al", "ic", "ive", "ous", "ed", "ary", "ful", "less", "ish", "ese", "ian", "ior", "ble"];
    next && (s.has(i, List::Demonym)
        || is_name(s, i)
        || ending.iter().any(|e| w.ends_with(e))
        || s.is_one(
            i,
            one_of![
                "big", "small", "young", "old", "large", "new", "key", "single", "further", "good", "great", "more",
                "other", "extra", "main", "local", "last", "final", "long", "short", "bad", "police", "army", "school"
            ],
        ))
}

/// Whether the participle or adjective at `i` stands before the noun it belongs to: `12 injured people`.
fn is_adjective_before_noun(s: &Scan<'_>, i: usize) -> bool {
    (i + 1..i + 4).find(|&j| !s.is_word(j) || s.lists(j).any(STOPS) || is_plural(s, j)).is_some_and(|j| {
        is_plural(s, j) && !s.lists(j).any(STOPS) && (!s.has(j, List::StateNoun) || s.word(j).ends_with('s'))
    })
}
