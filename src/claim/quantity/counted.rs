//! What is counted, and what happened to it: `14 people were injured`, `killed at least 12`.

use crate::claim::quantity::scan::Scan;
use crate::lexicon::{List, ListSet};
use crate::text::one_of::one_of;
use crate::text::span::Span;

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

/// What happened to those who are counted.
#[derive(Debug, Clone)]
pub(super) struct State {
    pub(super) class: String,
    /// Its word, if that is a participle or an adjective that can stand after the noun.
    pub(super) span: Option<Span>,
    /// Whether the word is the counted noun itself (`deaths`).
    pub(super) is_noun: bool,
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

/// What happened to the counted whose numeral begins at `first` (bound words left out: `before`) and whose noun phrase
/// covers `noun`.
pub(super) fn state(s: &Scan<'_>, before: usize, noun: Option<&Counted>, end: usize) -> Option<State> {
    // `12 deaths`, `12 injured people`.
    if let Some(c) = noun {
        for j in (c.first..c.end).rev() {
            if let Some((_, e)) = s.entry(List::StateNoun, j) {
                return Some(of(s, j, 1, e.field(1), j + 1 == c.end && e.field(2) == "noun"));
            }
            if j + 1 < c.end {
                if let Some(e) = participle(s, j) {
                    return Some(of(s, j, 1, e, false));
                }
            }
        }
    }
    after(s, end).or_else(|| governing(s, before)).or_else(|| toll(s, before))
}

fn of(s: &Scan<'_>, i: usize, len: usize, class: &str, is_noun: bool) -> State {
    let adjective = s.entry(List::StateNoun, i).is_some_and(|(_, e)| e.field(2) == "adjective" || is_noun);
    let tally = s.entry(List::StateNoun, i).is_some_and(|(_, e)| e.field(2) == "tally");
    let finite = s.has(i, List::State) && participle(s, i).is_none() && !adjective;
    let span = match (s.get(i), s.get(i + len - 1)) {
        (Some(a), Some(b)) if !finite && !tally && !s.is(i, "toll") => Some(a.span.to(b.span)),
        _ => None,
    };
    State { class: class.to_owned(), span, is_noun }
}

/// The state that a past participle at `i` gives to its object.
fn participle<'a>(s: &Scan<'a>, i: usize) -> Option<&'a str> {
    let e = s.single(List::State, i)?;
    let w = s.word(i);
    // `kills` is no participle, nor is `kill`.
    let present = w.ends_with('s') || w.eq_ignore_ascii_case(&e.text);
    let past = !present || e.field(0).eq_ignore_ascii_case(w);
    (past && !w.ends_with("ing") && e.field(3) == "object").then(|| e.field(2))
}

/// After the noun: `people injured`, `people were injured`, `people have died`, `dead`, `people were in custody`.
fn after(s: &Scan<'_>, end: usize) -> Option<State> {
    let mut j = end;
    let (mut be, mut have, mut any) = (false, false, false);
    // `people who were …`, `people, including two children, were …` (the latter is too far).
    // `the men who shot a guard` did it themselves.
    let does = s.is_one(j, one_of!["who", "that", "which"]);
    if does || s.is_mark(j, &[',']) && s.is_one(j + 1, one_of!["was", "were", "have", "had", "are", "is", "has"]) {
        j += 1;
    }
    for _ in 0..6 {
        if s.is_one(
            j,
            one_of![
                "was",
                "were",
                "is",
                "are",
                "been",
                "being",
                "be",
                "remain",
                "remained",
                "remains",
                "feared",
                "presumed",
                "confirmed",
                "reported",
                "left",
                "found",
                "listed",
                "believed",
                "got",
                "pronounced",
                "declared"
            ],
        ) {
            be = true;
            any = true;
        } else if s.is_one(j, one_of!["have", "had", "has"]) {
            have = true;
            any = true;
        } else if s.has(j, List::Auxiliary) {
            any = true;
        } else if s.is_one(j, one_of!["to", "not"]) && any
            || s.has(j, List::Adverb)
            || s.is_word(j) && s.word(j).ends_with("ly")
            || s.is_one(j, one_of!["still", "badly", "now"])
        {
            if s.is_one(j, one_of!["not", "never"]) {
                return None;
            }
        } else {
            break;
        }
        j += 1;
    }
    if let Some((len, e)) = s.entry(List::StateNoun, j).filter(|(_, e)| e.field(2) == "adjective") {
        // `14 missing children` belongs to the noun; here none follows. `Two men shot dead a guard` did it themselves.
        let verb = s.has(j, List::State) || len > 1 && s.has(j, List::Verb);
        if verb && !be && !passive(s, j + len - 1) {
            return None;
        }
        return Some(of(s, j, len, e.field(1), false));
    }
    let e = s.single(List::State, j)?;
    match e.field(3) {
        "subject" => (!be || s.word(j).ends_with("ing")).then(|| of(s, j, 1, e.field(2), false)),
        _ => {
            let class = participle(s, j)?;
            // `14 people killed in the blast`, but not `14 people killed a man` nor `have killed`.
            (be || !have && !does && passive(s, j)).then(|| of(s, j, 1, class, false))
        }
    }
}

/// Whether a participle without an auxiliary is a passive: no object follows.
fn passive(s: &Scan<'_>, j: usize) -> bool {
    let t = j + 1;
    let object = s.has(t, List::Determiner) && !s.is_one(t, one_of!["this", "last", "that"])
        || s.is_number(t)
        || s.has(t, List::NumberWord)
        || s.is_capitalised(t)
        || s.is_one(t, one_of!["him", "her", "them", "us", "me", "himself", "themselves"]);
    !object
}

/// The verb or noun that governs the number: `killed 12`, `killing at least 12`, `arrested 14 men`.
fn governing(s: &Scan<'_>, before: usize) -> Option<State> {
    let mut j = before.wrapping_sub(1);
    for _ in 0..2 {
        if s.is_one(j, one_of!["another", "the", "some", "all", "these", "those", "his", "her", "their"]) {
            j = j.wrapping_sub(1);
        }
    }
    let e = s.single(List::State, j)?;
    if e.field(3) != "object" {
        return None;
    }
    // `was killed 12 days later` has no object.
    let prior = j.wrapping_sub(1);
    // `to arrest the two men`, `could kill 200`: it has not happened.
    let open = ["to", "will", "would", "can", "could", "may", "might", "shall", "should", "must", "not", "never"];
    if s.is_any(prior, &open) {
        return None;
    }
    let passive = s.is_one(prior, one_of!["was", "were", "been", "is", "are", "be", "being"])
        || s.has(prior, List::Adverb) && s.is_one(prior.wrapping_sub(1), one_of!["was", "were", "been"]);
    (!passive).then(|| of(s, j, 1, e.field(2), false))
}

/// `the death toll rose to 12`, `the number of injured stood at 40`.
fn toll(s: &Scan<'_>, before: usize) -> Option<State> {
    if !s.is_one(
        before.wrapping_sub(1),
        one_of![
            "to", "at", "of", "is", "was", "reached", "reaches", "hit", "hits", "passed", "topped", "exceeded", "than"
        ],
    ) {
        return None;
    }
    let from = before.saturating_sub(12).max(s.start);
    let mut j = before.wrapping_sub(1);
    while j > from {
        j -= 1;
        if s.is_mark(j, &[',', ';', '"', '“', '”', '—']) {
            return None;
        }
        if s.is(j, "toll") {
            let class = if s.is_one(j.wrapping_sub(1), one_of!["injury", "casualty"]) { "injured" } else { "dead" };
            return Some(of(s, j, 1, class, false));
        }
        if let Some((len, e)) = s.entry(List::StateNoun, j).filter(|(_, e)| e.field(2) == "tally") {
            return Some(of(s, j, len, e.field(1), false));
        }
        if s.is(j, "of") && s.is_one(j.wrapping_sub(1), one_of!["number", "total", "count", "tally"]) {
            let k = (j + 1..before).find(|&k| s.has(k, List::StateNoun) || s.has(k, List::State))?;
            if let Some((len, e)) = s.entry(List::StateNoun, k) {
                return Some(of(s, k, len, e.field(1), false));
            }
            return participle(s, k).map(|class| of(s, k, 1, class, false));
        }
    }
    None
}
