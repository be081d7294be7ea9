//! Ages: `a 14-year-old`, `aged 30`, `Gardner, 19,`.

use crate::claim::quantity::bound::{self, Reading};
use crate::claim::quantity::number::{Form, Numeral};
use crate::claim::quantity::scan::Scan;
use crate::claim::quantity::unit;
use crate::lexicon::{List, ListSet};
use crate::text::one_of::one_of;

/// An age: where its words end, its unit, and whose it is.
#[derive(Debug, Clone)]
pub(super) struct Age<'a> {
    /// First and one past the last token of its own words (`aged 30`).
    pub(super) first: usize,
    pub(super) end: usize,
    pub(super) unit: &'a str,
    pub(super) factor: f64,
    /// The tokens that name whose age it is.
    pub(super) of: Option<(usize, usize)>,
}

const YEAR: (&str, f64) = ("year", 31_557_600.0);

/// A token and the bound before it, with where its words begin.
pub(super) type Before = (usize, Option<(usize, Reading)>);

/// Reads an age at a numeral; `end` is one past the numeral, or past the second of a range. `known` is a bound that was
/// read: mostly the one before the numeral.
pub(super) fn age<'a>(s: &Scan<'a>, n: &Numeral, end: usize, known: Before) -> Option<Age<'a>> {
    if n.form == Form::Group || n.value > 150.0 && !s.is_one(end, one_of!["years", "year"]) {
        return None;
    }
    decade(s, n, end)
        .or_else(|| old(s, n, end))
        .or_else(|| aged(s, n, end, known))
        .or_else(|| set_off(s, n, end))
        .or_else(|| is_so_old(s, n, end, known))
        .or_else(|| limit(s, n, end))
}

/// `in her 30s`, `in his mid-20s`: the ends of the years meant are told by [`decade_span`].
fn decade<'a>(s: &Scan<'a>, n: &Numeral, end: usize) -> Option<Age<'a>> {
    let (first, _) = decade_span(s, n)?;
    let last = if s.mark(end).is_some() { end + 2 } else { end + 1 };
    let of = s.is(first.wrapping_sub(1), "in").then(|| run_before(s, first - 1)).flatten();
    Some(Age { first, end: last.max(end), unit: YEAR.0, factor: YEAR.1, of })
}

/// The first token of `her early 30s` and the least and most it can be.
pub(super) fn decade_span(s: &Scan<'_>, n: &Numeral) -> Option<(usize, [f64; 2])> {
    let s_follows = s.is(n.end, "s") && s.glued(n.end)
        || s.is_mark(n.end, &['\'', '’']) && s.glued(n.end) && s.is(n.end + 1, "s")
        || s.is_one(n.end, one_of!["'s", "’s"]);
    if !s_follows || n.value % 10.0 != 0.0 || !(20.0..=90.0).contains(&n.value) {
        return None;
    }
    let hyphen = s.is_mark(n.first.wrapping_sub(1), &['-']);
    let part = n.first.wrapping_sub(if hyphen { 2 } else { 1 });
    let (from, to, whose) = match () {
        () if s.is(part, "early") => (0.0, 3.0, part.wrapping_sub(1)),
        () if s.is_one(part, one_of!["mid", "middle"]) => (4.0, 6.0, part.wrapping_sub(1)),
        () if s.is(part, "late") => (7.0, 9.0, part.wrapping_sub(1)),
        () => (0.0, 9.0, part),
    };
    s.is_one(whose, one_of!["his", "her", "their", "my", "our", "your"])
        .then_some((whose, [n.value + from, n.value + to]))
}

/// `14-year-old`, `ten years old`, `18 months of age`.
fn old<'a>(s: &Scan<'a>, n: &Numeral, end: usize) -> Option<Age<'a>> {
    let hyphen = |j: usize| if s.is_mark(j, &['-', '‐', '‑', '–']) { j + 1 } else { j };
    let u = unit::after(s, hyphen(end), f64::INFINITY).filter(|u| u.sort == "duration")?;
    let j = hyphen(u.end);
    let last = if s.is_one(j, one_of!["old", "olds"]) {
        j + 1
    } else if s.is(j, "of") && s.is(j + 1, "age") {
        j + 2
    } else {
        return None;
    };
    // The person or thing is named after a hyphened age, or before `is ten years old`.
    let of = if s.is(last - 1, "olds") { None } else { run_after(s, last) };
    Some(Age { first: n.first, end: last, unit: u.name, factor: u.factor, of })
}

/// Where the bound before the numeral begins, or else the numeral.
fn first_of(s: &Scan<'_>, n: &Numeral, known: Before) -> usize {
    let before = if known.0 == n.first { known.1 } else { bound::before(s, n.first) };
    before.map_or(n.first, |(at, _)| at)
}

/// `aged 30`, `age 87`, `at the age of 40`, `turned 18`.
fn aged<'a>(s: &Scan<'a>, n: &Numeral, end: usize, known: Before) -> Option<Age<'a>> {
    let mut j = first_of(s, n, known).wrapping_sub(1);
    if s.is_one(j, one_of!["between", "from", "of"]) {
        j = j.wrapping_sub(1);
    }
    // `aged 24 and 27`, `ages 3, 5 and 9`
    for _ in 0..6 {
        let and = s.is_one(j, one_of!["and", "or"]) || s.is_mark(j, &[',']);
        let comma = j.wrapping_sub(usize::from(and && s.is_mark(j.wrapping_sub(1), &[','])));
        if !and || !s.is_number(comma.wrapping_sub(1)) || s.is_word(end) && unit::after(s, end, n.value).is_none() {
            break;
        }
        j = comma.wrapping_sub(2);
    }
    let named = s.is_one(j, one_of!["aged", "age", "ages"]);
    let first = if named {
        if j + 1 < n.first && s.is_number(j + 1) { n.first } else { j }
    } else if (s.is_one(j, one_of!["turned", "turns", "turning"])
        || s.is(j, "turn") && s.is_one(j.wrapping_sub(1), one_of!["will", "to", "would", "ll"]))
        && n.is_whole()
        && n.value <= 120.0
        && (!s.is_word(end)
            || s.is_one(end, one_of!["on", "in", "this", "last", "next", "and", "when", "while", "two"]))
    {
        n.first
    } else if s.is(n.first.wrapping_sub(1), "of") && is_person_of(s, n, end) {
        let person = n.first - 2;
        return Some(Age { first: n.first, end, unit: YEAR.0, factor: YEAR.1, of: Some((person, person + 1)) });
    } else {
        return None;
    };
    let unit = unit::after(s, end, n.value).filter(|u| u.sort == "duration");
    let (name, factor, last) = unit.map_or((YEAR.0, YEAR.1, end), |u| (u.name, u.factor, u.end));
    // The word of age, where one stands; a list of ages has it before its first.
    let word = if first == n.first { j } else { first };
    let comma = word.wrapping_sub(1);
    let of = if s.is_mark(comma, &[',', '(']) { run_before(s, comma) } else { run_before(s, word) };
    Some(Age { first, end: last, unit: name, factor, of })
}

/// `Gardner, 19,`, `Mecca Canty (21)`.
fn set_off<'a>(s: &Scan<'a>, n: &Numeral, end: usize) -> Option<Age<'a>> {
    if n.form != Form::Digits || !n.is_whole() || n.end != n.first + 1 || s.word(n.first).len() > 3 {
        return None;
    }
    if !(1.0..=115.0).contains(&n.value) {
        return None;
    }
    if let Some(age) = second_set_off(s, n, end) {
        return Some(age);
    }
    let open = n.first.wrapping_sub(1);
    let paren = s.is_mark(open, &['(']) && s.is_mark(end, &[')', ',']);
    let comma = s.is_mark(open, &[',']);
    if !paren && !comma {
        return None;
    }
    let name = open.wrapping_sub(1);
    let initial = s.is_mark(name, &['.']) && s.is_one(name.wrapping_sub(1), one_of!["jr", "sr"]);
    let name = if initial { name - 1 } else { name };
    let closes = end >= s.end
        || s.is_mark(end, &[',', '.', ';', ')', ':', '?'])
        || s.is_one(end, one_of!["and", "from", "was", "is", "who", "has", "had", "were"])
        // `Gardner, 19 of Dayton`, but not `in Gaza, 20 of them alive`.
        || s.is(end, "of") && s.is_capitalised(end + 1);
    if !closes
        || !s.is_word(name)
        || s.has(name, List::NumberLabel) && !s.is_capitalised(name.wrapping_sub(1))
        || s.is_mark(end, &[',']) && s.is_number(end + 1) && s.glued(end)
    {
        return None;
    }
    let proper = s.is_capitalised(name);
    if !proper {
        // `the driver, 30, was …`, `her sisters, 9 and 11`
        let told = |j: usize| s.is_one(j, one_of!["a", "an", "the", "his", "her", "their"]);
        let pair = s.is(end, "and") && s.is_number(end + 1) && !s.is_word(end + 2) && is_person(s, name);
        if !comma
            || !s.is_mark(end, &[',']) && !pair && end < s.end
            || s.is_number(end + 1) && !pair
            || !is_person(s, name) && !(open.saturating_sub(4)..name).any(told)
        {
            return None;
        }
    } else if comma
        && !s.is_mark(end, &[',', '.', ';', ')', ':'])
        && !s.is_one(end, one_of!["of", "and", "from", "was", "is", "who", "has", "had"])
        && end < s.end
    {
        return None;
    }
    // A list of figures (`Leeds, 3, Hull, 2`) or of names with scores is no list of ages below three.
    if proper && n.value < 3.0 {
        return None;
    }
    let of = run_before(s, open);
    Some(Age { first: n.first, end, unit: YEAR.0, factor: YEAR.1, of })
}

/// Whether token `i` is a noun for persons.
fn is_person(s: &Scan<'_>, i: usize) -> bool {
    s.single(List::SpeakerNoun, i).is_some_and(|e| e.field(1) == "p")
        || s.is_one(i, one_of!["child", "children", "kid", "kids", "twins", "baby", "girls", "boys"])
}

/// The 22 of `the brothers, 19 and 22, had`.
fn second_set_off<'a>(s: &Scan<'a>, n: &Numeral, end: usize) -> Option<Age<'a>> {
    let and = n.first.wrapping_sub(1);
    let comma = and.wrapping_sub(2);
    let name = comma.wrapping_sub(1);
    let listed = s.is(and, "and") && s.is_number(and.wrapping_sub(1)) && s.is_mark(comma, &[',']);
    let closes = end >= s.end || s.is_mark(end, &[',', '.', ';', ')']);
    if !(listed && closes && is_person(s, name)) {
        return None;
    }
    Some(Age { first: n.first, end, unit: YEAR.0, factor: YEAR.1, of: Some((name, name + 1)) })
}

/// `a girl of 12`
fn is_person_of(s: &Scan<'_>, n: &Numeral, end: usize) -> bool {
    let person = n.first.wrapping_sub(2);
    let closes = end >= s.end
        || !s.is_word(end) && !s.is_number(end)
        || s.has(end, List::Auxiliary)
        || s.has(end, List::Preposition)
        || s.is_one(end, one_of!["and", "or", "who", "whose"]);
    s.is_one(
        person,
        one_of!["man", "woman", "boy", "girl", "child", "lad", "youth", "lady", "gentleman", "widow", "widower"],
    ) && s.is_one(person.wrapping_sub(1), one_of!["a", "an", "another", "young", "old", "elderly", "local"])
        && n.is_whole()
        && !n.scaled
        && (1.0..=110.0).contains(&n.value)
        && closes
}

/// `the boy, who is 9,`, `she is 34`: a bare number that a person is.
fn is_so_old<'a>(s: &Scan<'a>, n: &Numeral, end: usize, known: Before) -> Option<Age<'a>> {
    let range = end != n.end || s.is_mark(end, &['-', '–']);
    if range || !n.is_whole() || n.scaled || !(1.0..=115.0).contains(&n.value) || n.form == Form::Fraction {
        return None;
    }
    let mut j = first_of(s, n, known).wrapping_sub(1);
    if s.is_one(j, one_of!["now", "just", "only", "then", "still", "already"]) {
        j = j.wrapping_sub(1);
    }
    let be = s.is_one(j, one_of!["is", "was", "are", "were", "'s", "’s"]);
    let who = j.wrapping_sub(1);
    let person = s.is_one(who, one_of!["who", "he", "she", "both"]);
    let closes = end >= s.end
        || s.is_mark(end, &[',', '.', ';', ')', ':', '?', '!', '"', '”', '—', '–'])
        || s.is_one(end, one_of!["and", "when", "at", "but", "or", "in", "with", "years"]);
    (be && person && closes).then(|| {
        let of = if s.is(who, "who") && s.is_mark(who.wrapping_sub(1), &[',']) { run_before(s, who - 1) } else { None };
        Age { first: n.first, end, unit: YEAR.0, factor: YEAR.1, of }
    })
}

/// `children under 12`, `adults over 65`: a bare number that limits the age of persons.
fn limit<'a>(s: &Scan<'a>, n: &Numeral, end: usize) -> Option<Age<'a>> {
    const PERSONS: [&str; 34] = [
        "people",
        "persons",
        "those",
        "anyone",
        "everyone",
        "children",
        "kids",
        "adults",
        "men",
        "women",
        "boys",
        "girls",
        "teenagers",
        "teens",
        "youths",
        "youngsters",
        "minors",
        "pupils",
        "students",
        "patients",
        "voters",
        "residents",
        "workers",
        "drivers",
        "passengers",
        "visitors",
        "players",
        "males",
        "females",
        "citizens",
        "pensioners",
        "americans",
        "britons",
        "users",
    ];
    if n.form != Form::Digits || !n.is_whole() || !(1.0..=110.0).contains(&n.value) {
        return None;
    }
    let whom = |at: usize| PERSONS.iter().any(|p| s.is(at, p)).then(|| (at, at + 1));
    let over = n.first.wrapping_sub(1);
    let of = if s.is_one(over, one_of!["under", "over", "above", "below"]) {
        whom(over.wrapping_sub(1)).or_else(|| {
            s.is_one(over.wrapping_sub(1), one_of!["aged", "age", "ages"]).then(|| whom(over.wrapping_sub(2))).flatten()
        })
    } else {
        let (last, _) = bound::after(s, end)?;
        let kind = s.is_one(last.wrapping_sub(1), one_of!["older", "over", "up", "under", "younger"]);
        whom(over).filter(|_| kind)
    }?;
    let counted = super::counted::noun_phrase(s, end, false).is_some() || unit::after(s, end, n.value).is_some();
    (!counted).then_some(Age { first: n.first, end, unit: YEAR.0, factor: YEAR.1, of: Some(of) })
}

/// The name that ends right before token `i`, or the single noun there.
fn run_before(s: &Scan<'_>, i: usize) -> Option<(usize, usize)> {
    let mut j = i;
    while j > i.saturating_sub(6) {
        let p = j.wrapping_sub(1);
        let particle = s.has(p, List::NameParticle) && s.is_capitalised(p.wrapping_sub(1)) && j < i;
        let dotted = s.is_mark(p, &['.']) && s.glued(p) && s.is_capitalised(p.wrapping_sub(1));
        let hyphen = s.is_mark(p, &['-']) && s.glued(p) && s.glued(j);
        // `died on Friday aged 87`
        if s.has(p, List::Weekday) || s.has(p, List::Month) && j == i && !s.is_capitalised(p.wrapping_sub(1)) {
            return None;
        }
        if s.is_capitalised(p) || particle || dotted || hyphen {
            j = p;
        } else {
            break;
        }
    }
    if j < i {
        return Some((j, i));
    }
    let p = i.wrapping_sub(1);
    (s.is_word(p) && !s.lists(p).any(NO_NOUN)).then_some((p, i))
}

/// The name that begins at token `i`, or the noun there: `19-year-old Dashwan Smith`, `14-year-old boy`.
fn run_after(s: &Scan<'_>, i: usize) -> Option<(usize, usize)> {
    let mut j = i;
    while j < i + 5 && (s.is_capitalised(j) || j > i && s.is_mark(j, &['-']) && s.glued(j) && s.glued(j + 1)) {
        j += 1;
    }
    if j > i {
        return Some((i, j));
    }
    let word =
        |j: usize| s.is_word(j) && !s.lists(j).any(NO_NOUN) && !s.is_one(j, one_of!["last", "next", "this", "shot"]);
    let mut j = i;
    while word(j) && j < i + 2 && word(j + 1) && !s.get(j).is_some_and(|_| super::counted::is_plural(s, j)) {
        j += 1;
    }
    word(j).then(|| (i, j + 1))
}

const NO_NOUN: ListSet = ListSet::one(List::Auxiliary)
    .or(ListSet::one(List::Preposition))
    .or(ListSet::one(List::Connective))
    .or(ListSet::one(List::Pronoun));
