//! What happened to those who are counted: `14 people were injured`, `killed at least 12`.

use crate::claim::quantity::counted::Counted;
use crate::claim::quantity::scan::Scan;
use crate::lexicon::{List, ListSet};
use crate::text::one_of::one_of;
use crate::text::span::Span;

/// What happened to those who are counted.
#[derive(Debug, Clone)]
pub(super) struct State {
    pub(super) class: String,
    /// Its word, if that is a participle or an adjective that can stand after the noun.
    pub(super) span: Option<Span>,
    /// Whether the word is the counted noun itself (`deaths`).
    pub(super) is_noun: bool,
}

/// Words that lead away from what is counted.
const OPENERS: ListSet = ListSet::one(List::Connective)
    .or(ListSet::one(List::Preposition))
    .or(ListSet::one(List::Pronoun))
    .or(ListSet::one(List::ReportingVerb));

/// The states of those who merely were there.
const PRESENT: [&str; 2] = ["aboard", "inside"];

/// What happened to the counted whose numeral begins at `first` (bound words left out: `before`) and whose noun phrase
/// covers `noun`.
pub(super) fn state(s: &Scan<'_>, before: usize, noun: Option<&Counted>, end: usize) -> Option<State> {
    if let Some(c) = noun {
        if let Some(lost) = lives_lost(s, before, c) {
            return Some(lost);
        }
        // `12 deaths`, `12 injured people`.
        for j in (c.first..c.end).rev() {
            if let Some((_, e)) = s.entry(List::StateNoun, j) {
                let own = of(s, j, 1, e.field(1), j + 1 == c.end && e.field(2) == "noun");
                // `three detainees were released`: what became of them says more than what they were.
                return own.is_noun.then(|| after(s, end)).flatten().or(Some(own));
            }
            if j + 1 < c.end {
                if let Some(e) = participle(s, j) {
                    return Some(of(s, j, 1, e, false));
                }
            }
        }
    }
    let of_those = noun.is_none().then(|| past_those(s, end)).flatten();
    let after = |j: usize| after(s, j);
    after(of_those.unwrap_or(end))
        .or_else(|| noun.and_then(|_| past_group(s, end)).and_then(after))
        .or_else(|| governing(s, before))
        .or_else(|| brought_to(s, before, end))
        .or_else(|| toll(s, before))
}

/// `claimed five lives`, `the fire has cost 12 lives`.
fn lives_lost(s: &Scan<'_>, before: usize, noun: &Counted) -> Option<State> {
    let takes = one_of![
        "claim", "claims", "claimed", "claiming", "cost", "costs", "costing", "take", "takes", "took", "taken",
        "taking"
    ];
    let lives = noun.end == noun.first + 1 && s.is(noun.first, "lives");
    (lives && s.is_one(before.wrapping_sub(1), takes)).then(|| State {
        class: "dead".to_owned(),
        span: None,
        is_noun: true,
    })
}

/// Past the whole of which some are counted: `five | of the injured were …`, `two | of those hurt remain …`.
fn past_those(s: &Scan<'_>, end: usize) -> Option<usize> {
    let whole = s.is(end, "of") && s.is_one(end + 1, one_of!["the", "those", "its", "their", "his", "her"]);
    let hurt = s.has(end + 2, List::StateNoun) || participle(s, end + 2).is_some();
    (whole && hurt).then_some(end + 3)
}

/// Past the group that the counted are of: `four members | of one family | died`, `14 cars | of a train | were …`.
fn past_group(s: &Scan<'_>, end: usize) -> Option<usize> {
    if !s.is_one(end, one_of!["of", "from"]) {
        return None;
    }
    let verb = |k: usize| s.has(k, List::Auxiliary) || s.has(k, List::State) || s.entry(List::StateNoun, k).is_some();
    let k = (end + 2..end + 9).take_while(|&k| s.is_word(k)).find(|&k| verb(k))?;
    let plain =
        |k: usize| s.is_word(k) && (!s.lists(k).any(OPENERS) || s.is_one(k, one_of!["of", "from", "in", "on", "one"]));
    (end + 1..k).all(plain).then_some(k)
}

/// `brings to six the number killed`, `taking to 12 the number of people who have died`.
fn brought_to(s: &Scan<'_>, before: usize, end: usize) -> Option<State> {
    let to = before.wrapping_sub(1);
    let brings = ["bring", "brings", "bringing", "brought", "take", "takes", "taking", "took"];
    if !(s.is(to, "to") && s.is_any(to.wrapping_sub(1), &brings) && s.is(end, "the")) {
        return None;
    }
    if !s.is_one(end + 1, one_of!["number", "total", "count", "tally"]) {
        return None;
    }
    let k = (end + 2..end + 9)
        .take_while(|&k| s.is_word(k))
        .find(|&k| s.has(k, List::StateNoun) || s.has(k, List::State) && !s.has(k, List::Auxiliary))?;
    state_at(s, k)
}

/// The state that the word at `k` tells of.
fn state_at(s: &Scan<'_>, k: usize) -> Option<State> {
    if let Some((len, e)) = s.entry(List::StateNoun, k) {
        return Some(of(s, k, len, e.field(1), false));
    }
    let verb = s.single(List::State, k)?;
    match verb.field(3) {
        "subject" => Some(of(s, k, 1, verb.field(2), false)),
        _ => participle(s, k).map(|class| of(s, k, 1, class, false)),
    }
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
    let (state, len, j) = right_after(s, end)?;
    // `27 children on board were hurt`: what became of those who were there says more.
    let there = PRESENT.contains(&state.class.as_str());
    let more = there && s.is_one(j + len, one_of!["was", "were", "have", "had", "are"]);
    let became = more.then(|| right_after(s, j + len)).flatten().map(|(state, ..)| state);
    became.or(Some(state))
}

/// The first state told after the noun, with how many words tell it and the token where they begin.
fn right_after(s: &Scan<'_>, end: usize) -> Option<(State, usize, usize)> {
    let mut j = end;
    let (mut be, mut have, mut any) = (false, false, false);
    // `people who were …`, `people, including two children, were …` (the latter is too far).
    // `the men who shot a guard` did it themselves.
    let does = s.is_one(j, one_of!["who", "that", "which"]);
    if does || s.is_mark(j, &[',']) && s.is_one(j + 1, one_of!["was", "were", "have", "had", "are", "is", "has"]) {
        j += 1;
    }
    for _ in 0..8 {
        // `left the tracks`
        if s.entry(List::StateNoun, j).is_some_and(|(len, e)| len > 1 && e.field(2) == "adjective") {
            break;
        }
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
                "known",
                "thought",
                "understood",
                "got",
                "pronounced",
                "declared"
            ],
        ) {
            be = true;
            any = true;
        } else if s.is_one(j, one_of!["have", "had", "has"]) {
            // `are known to have died`
            (have, be) = (true, false);
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
        // `six people inside the shop`: of which building, only the words after it tell.
        if s.is(j, "inside") && len == 1 && s.has(j + 1, List::Determiner) {
            return None;
        }
        return Some((of(s, j, len, e.field(1), false), len, j));
    }
    let e = s.single(List::State, j)?;
    let state = match e.field(3) {
        "subject" => (!be || s.word(j).ends_with("ing")).then(|| of(s, j, 1, e.field(2), false)),
        _ => {
            let class = participle(s, j)?;
            // `14 people killed in the blast`, but not `14 people killed a man` nor `have killed`.
            (be || !have && !does && passive(s, j)).then(|| of(s, j, 1, class, false))
        }
    };
    Some((state?, 1, j))
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

/// `the death toll rose to 12`, `the number of injured stood at 40`, `the dead number five`.
fn toll(s: &Scan<'_>, before: usize) -> Option<State> {
    let numbers = s.is_one(before.wrapping_sub(1), one_of!["number", "numbers", "numbered"]);
    if numbers {
        let from = before.saturating_sub(12).max(s.start);
        let those = |&k: &usize| s.is_one(k.wrapping_sub(1), one_of!["the", "The"]) && s.has(k, List::StateNoun);
        return (from..before.wrapping_sub(1)).find(those).and_then(|k| state_at(s, k));
    }
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
            return state_at(s, k);
        }
    }
    None
}
