//! Numbers that count nothing: years, times of day, names, codes, addresses, telephone numbers, idioms.

use crate::claim::quantity::counted;
use crate::claim::quantity::number::{Form, Numeral};
use crate::claim::quantity::scan::{Scan, Sort};
use crate::claim::quantity::state;
use crate::claim::quantity::unit;
use crate::lexicon::{Entry, List};
use crate::text::one_of::one_of;

/// If the numeral counts nothing: one past the last token to pass over.
pub(super) fn label(s: &Scan<'_>, n: &Numeral) -> Option<usize> {
    let (first, end) = (n.first, n.end);
    let before = first.wrapping_sub(1);
    // `Fig. 4`
    let dotted = s.is_mark(before, &['.']) && s.glued(before) && s.has(before.wrapping_sub(1), List::NumberLabel);
    if s.has(before, List::NumberLabel) && !is_numbering(s, before)
        || s.is_mark(before, &['.']) && s.entry_before(List::NumberLabel, first, 2).is_some()
        || dotted
    {
        let name = dotted || s.entry_before(List::NumberLabel, first, 2).is_some();
        let measured = unit::after(s, end, n.value).is_some() || unit::money_before(s, first).is_some();
        if name && !measured {
            return Some(list_end(s, end));
        }
    }
    // `the Group of 20`, but not `a group of 20`.
    let named = |at: usize, e: &Entry| e.text.contains(' ') && (!e.text.ends_with(" of") || s.is_capitalised(at));
    if s.entry_before(List::NumberLabel, first, 3).is_some_and(|(at, e)| named(at, e)) {
        return Some(end);
    }
    // `half past nine`
    if s.is(before, "past") && s.is_one(before.wrapping_sub(1), one_of!["half", "quarter"]) {
        return Some(end);
    }
    match n.form {
        Form::Digits => digits(s, n),
        Form::Words | Form::Group | Form::Fraction => words(s, n),
    }
}

/// Whether `number` is a verb: `the dead now number five`.
fn is_numbering(s: &Scan<'_>, i: usize) -> bool {
    s.is_one(i, one_of!["number", "numbers"]) && s.is_one(i.wrapping_sub(1), one_of!["now", "already", "still", "dead"])
}

/// Past the further numbers of `pages 3, 5 and 7`.
fn list_end(s: &Scan<'_>, end: usize) -> usize {
    let mut end = end;
    for _ in 0..6 {
        let join = s.is_mark(end, &[',', '-', '–', '/', '&']) || s.is_one(end, one_of!["and", "to", "or"]);
        // What is counted after it makes it an amount: `on page 3, 14 people …`.
        let counts = counted_noun(s, end + 2) || unit::after(s, end + 2, 2.0).is_some();
        if join && s.is_number(end + 1) && (!counts || s.glued(end + 1)) {
            end += 2;
        } else {
            break;
        }
    }
    end
}

fn digits(s: &Scan<'_>, n: &Numeral) -> Option<usize> {
    let (first, end) = (n.first, n.end);
    let before = first.wrapping_sub(1);
    let word = s.word(first);
    glued_before(s, n).or_else(|| glued_after(s, n)).or_else(|| telephone(s, n)).or_else(|| {
        if unit::money_before(s, first).is_some() {
            return None;
        }
        // `007`, `020 7946`: no amount begins with a nought.
        if word.len() > 1
            && word.starts_with('0')
            && !word.starts_with("0.")
            && !word.starts_with("0,")
            && n.form == Form::Digits
            && s.mark(first).is_none()
        {
            // `0300 123 4567`
            let mut last = end;
            while last < end + 4 && s.is_number(last) && s.word(last).len() >= 3 {
                last += 1;
            }
            return Some(last);
        }
        // `1. The first point`, `2) The second`.
        if first == s.start
            && s.is_mark(end, &['.', ')'])
            && s.glued(end)
            && n.is_whole()
            && word.len() <= 2
            && end + 1 < s.end
        {
            return Some(end);
        }
        if s.is_mark(before, &['(']) && s.is_mark(end, &[')']) && before == s.start && word.len() <= 2 {
            return Some(end);
        }
        if s.is_mark(before, &['[']) && s.is_mark(end, &[']']) {
            return Some(end);
        }
        if s.is_one(
            end,
            one_of![
                "am",
                "pm",
                "a.m.",
                "p.m.",
                "a.m",
                "p.m",
                "o'clock",
                "o’clock",
                "gmt",
                "bst",
                "est",
                "edt",
                "utc",
                "ist",
                "cet",
                "hrs"
            ],
        ) {
            return Some(end + 1);
        }
        if is_year(s, n) || is_address(s, n) {
            return Some(list_end(s, end));
        }
        if s.is_one(before, one_of!["call", "dial", "dialed", "dialled", "called", "calling", "dialing", "ring"])
            && n.is_whole()
            && word.len() >= 3
            || s.is_one(before, one_of!["text", "texting"]) && matches!(word.len(), 5 | 6) && !word.contains(',')
        {
            return Some(end);
        }
        if is_emergency_call(s, n) || is_postcode(s, n) || is_code(s, n) {
            return Some(end);
        }
        // `18 U.S.C.`, `§ 1001`
        if s.is_one(end, one_of!["u.s.c.", "u.s.c", "usc", "cfr", "c.f.r.", "c.f.r"]) || s.is_mark(before, &['§', '№'])
        {
            return Some(end + 1);
        }
        // `50-50`, `9-to-5`, `24-7`
        if let Some(last) = set_phrase(s, n) {
            return Some(last);
        }
        // `Boeing 737`, `Model 3`, `Studio 54`: a name and its number, with nothing that is counted after it.
        if s.is_capitalised(before) && !s.is_upper_sentence() && part_of_name(s, n) {
            return Some(end);
        }
        None
    })
}

/// A numeral that hangs on what stands before it: `COVID-19`, `5:30`, `#4`, `'90s`, a web address.
fn glued_before(s: &Scan<'_>, n: &Numeral) -> Option<usize> {
    if !s.glued(n.first) {
        return None;
    }
    let before = n.first - 1;
    match s.mark(before)? {
        '#' | '@' | '§' | '№' | '_' | '\\' | '&' | '?' => Some(n.end),
        // `Rule 11(b)(2)`
        '(' => (s.glued(before) && s.is_mark(n.end, &[')'])).then_some(n.end),
        '=' => (s.glued(before)).then_some(n.end),
        '\'' | '’' | '‘' => (s.word(n.first).len() == 2).then_some(n.end),
        ':' => (s.glued(before)).then_some(n.end),
        '/' => s.glued(before).then_some(n.end),
        '.' => (s.glued(before) && n.first == before + 1 && s.is_word(before.wrapping_sub(1))).then_some(n.end),
        '-' | '–' | '‐' | '‑' if s.glued(before) => {
            let prior = before - 1;
            let bound = s.has(prior, List::Bound) || s.is_one(prior, one_of!["magnitude", "under", "over", "sub"]);
            ((s.is_word(prior) || s.is_number(prior)) && !bound).then_some(n.end)
        }
        '%' => (s.is_mark(n.end, &['%']) || s.is_word(n.end) && s.glued(n.end)).then_some(n.end),
        _ => None,
    }
}

/// A numeral that hangs on what follows: `17th`, `1980s`, `5:30`, `12/03`, `5G`.
fn glued_after(s: &Scan<'_>, n: &Numeral) -> Option<usize> {
    let end = n.end;
    if !s.glued(end) {
        return None;
    }
    let joined = s.glued(end + 1) && s.is_number(end + 1);
    match s.mark(end) {
        Some(':') if joined => Some(past_glued(s, end)),
        Some('/') if joined => Some(past_glued(s, end)),
        Some('.' | '_' | '@') if s.glued(end + 1) && s.is_word(end + 1) => Some(end),
        Some('\'' | '’') if s.is(end + 1, "s") => Some(end + 2),
        Some(_) => None,
        // `'s` after a numeral: `the 1990's`.
        None if !s.is_word(end) => Some(end + 1),
        None => {
            // A letter that was not read as a scale is none: `a 4K screen`.
            let scale = s.number_word(end).is_some_and(|(sort, _)| sort != Sort::Short || !s.is(end, "k"));
            let known = unit::after(s, end, n.value).is_some() || scale;
            (!known).then_some(end + 1)
        }
    }
}

/// Past a run of tokens without white space.
fn past_glued(s: &Scan<'_>, i: usize) -> usize {
    let mut j = i + 1;
    while s.glued(j) && (s.is_number(j) || s.is_mark(j, &[':', '/', '-', '.'])) && j < i + 20 {
        j += 1;
    }
    j
}

/// `555-123-4567`, `(555) 123-4567`, `+1 202 555 0123`, `2025-06-30`.
fn telephone(s: &Scan<'_>, n: &Numeral) -> Option<usize> {
    let plain = |i: usize| s.is_number(i) && s.word(i).bytes().all(|b| b.is_ascii_digit());
    if !plain(n.first) {
        return None;
    }
    let joint = |i: usize| s.is_mark(i, &['-', '–', '.', '‑', ')']) && s.glued(i);
    let before = n.first.wrapping_sub(1);
    let plus = s.is_mark(before, &['+']) && s.glued(n.first);
    let mut groups = 1;
    let mut digits = s.word(n.first).len();
    let mut end = n.first + 1;
    let mut hyphens = 0;
    loop {
        let (gap, next) = if joint(end) { (1, end + 1) } else { (0, end) };
        // After the code of a country groups may be short: `+44 20 7946 0958`.
        let short = if plus { 2 } else { 3 };
        if !plain(next) || gap == 0 && s.word(next).len() < short || groups > 6 {
            break;
        }
        hyphens += gap;
        groups += 1;
        digits += s.word(next).len();
        end = next + 1;
    }
    // `555-019-TIPS`, a plate `271-KDM`
    let letters = |i: usize| s.is_upper(i) && (2..=8).contains(&s.word(i).len()) && s.glued(i);
    if hyphens > 0 && joint(end) && letters(end + 1)
        || groups == 1 && digits >= 2 && joint(end) && letters(end + 1) && unit::after(s, end + 1, n.value).is_none()
    {
        let spelt = s.is_mark(end + 2, &['(']) && plain(end + 3) && s.is_mark(end + 4, &[')']);
        return Some(if spelt { end + 4 } else { end + 2 });
    }
    // `1-800-FLOWERS`
    let free = s.word(n.first) == "1" && joint(n.first + 1) && s.word(n.first + 2).starts_with('8');
    if free && s.word(n.first + 2).len() == 3 && joint(n.first + 3) && s.is_upper(n.first + 4) {
        return Some(n.first + 5);
    }
    let paren = s.is_mark(before, &['(']) && s.is_mark(n.first + 1, &[')']);
    let local =
        groups == 2 && hyphens == 1 && s.word(n.first).len() == 3 && s.word(end - 1).len() == 4 && !s.is_word(end);
    let long = groups >= 3 && hyphens >= 1 && !s.is_word(end) || groups >= 3 && hyphens >= 2;
    ((plus && groups >= 2) || (paren && digits >= 10) || local || long && digits >= 3).then_some(end)
}

/// A bare four-digit number that names a year.
fn is_year(s: &Scan<'_>, n: &Numeral) -> bool {
    let word = s.word(n.first);
    if word.len() != 4 || !word.bytes().all(|b| b.is_ascii_digit()) || n.end != n.first + 1 {
        return false;
    }
    if !(1400.0..=2100.0).contains(&n.value)
        || unit::after(s, n.end, n.value).is_some_and(|u| u.sort != "duration" || s.word(n.end) != "year")
    {
        return false;
    }
    let before = n.first.wrapping_sub(1);
    if s.is_one(
        before,
        one_of![
            "in", "since", "by", "until", "till", "early", "late", "mid", "year", "during", "circa", "before", "after",
            "of", "for", "to", "and", "through", "between", "from", "spring", "summer", "autumn", "fall", "winter",
            "fiscal", "the"
        ],
    ) && !counted_noun(s, n.end)
    {
        return true;
    }
    if super::bound::before(s, n.first).is_some()
        || s.is_one(n.end, one_of!["people", "men", "women", "troops", "homes", "jobs", "miles"])
    {
        return false;
    }
    n.value >= 1900.0 || !counted_noun(s, n.end)
}

fn counted_noun(s: &Scan<'_>, end: usize) -> bool {
    counted::noun_phrase(s, end, false).is_some_and(|c| !(c.first..c.end).any(|j| s.is_capitalised(j)))
}

/// `911`, `a 911 operator`.
fn is_emergency_call(s: &Scan<'_>, n: &Numeral) -> bool {
    // `rose to 112`, but `a call to 112`
    let risen = s.is(n.first.wrapping_sub(1), "to") && s.has(n.first.wrapping_sub(2), List::Verb);
    matches!(s.word(n.first), "911" | "999" | "112")
        && (!risen || s.is_one(n.first.wrapping_sub(2), one_of!["call", "calls", "called", "calling"]))
        && n.end == n.first + 1
        && unit::after(s, n.end, n.value).is_none()
        && (s.is_one(
            n.end,
            one_of![
                "call",
                "calls",
                "caller",
                "callers",
                "operator",
                "operators",
                "dispatcher",
                "dispatchers",
                "recording",
                "recordings",
                "tape",
                "tapes"
            ],
        ) || !counted_noun(s, n.end))
}

/// A plain row of digits that is a code: a long one, or one after a word for codes, that counts nothing.
fn is_code(s: &Scan<'_>, n: &Numeral) -> bool {
    let word = s.word(n.first);
    if word.len() < 4 || n.end != n.first + 1 || !word.bytes().all(|b| b.is_ascii_digit()) {
        return false;
    }
    let named = ["code", "pincode", "zip", "postcode", "pin", "account", "port", "docket", "ref", "id", "serial"];
    // A sum that stands by itself, with or without a sign.
    let alone = n.end == s.end && n.first <= s.start + 1;
    (word.len() >= 7 && !alone || s.is_any(n.first.wrapping_sub(1), &named))
        && unit::after(s, n.end, n.value).is_none()
        && !counted_noun(s, n.end)
        && super::bound::before(s, n.first).is_none()
}

/// Two numbers that are one word: `50-50`, `9-to-5`.
fn set_phrase(s: &Scan<'_>, n: &Numeral) -> Option<usize> {
    let dash = |i: usize| s.is_mark(i, &['-', '–', '‑']) && s.glued(i) && s.glued(i + 1);
    let words = s.word(n.first);
    // `3-for-4`, `2-on-1`, `7-of-12`
    if dash(n.end) && s.is_one(n.end + 1, one_of!["for", "on", "of"]) && dash(n.end + 2) && s.is_number(n.end + 3) {
        return Some(n.end + 4);
    }
    if words == "50" && dash(n.end) && s.word(n.end + 1) == "50" {
        return Some(n.end + 2);
    }
    let day = dash(n.end) && s.is(n.end + 1, "to") && dash(n.end + 2) && s.word(n.end + 3) == "5";
    (words == "9" && day).then_some(n.end + 4)
}

/// `CA 92614`, `75008 Paris`
fn is_postcode(s: &Scan<'_>, n: &Numeral) -> bool {
    let word = s.word(n.first);
    if word.len() != 5 || !word.bytes().all(|b| b.is_ascii_digit()) {
        return false;
    }
    let state = n.first.wrapping_sub(1);
    let city = s.is_capitalised(n.end) && !s.glued(n.end) && !counted::is_plural(s, n.end);
    let before_city =
        city && !s.has(n.end, List::Demonym) && unit::after(s, n.end, n.value).is_none() && !s.is_upper_sentence();
    before_city || s.is_upper(state) && s.word(state).len() == 2
}

/// `1600 Pennsylvania Avenue`, `the 100 block of Main Street`.
fn is_address(s: &Scan<'_>, n: &Numeral) -> bool {
    if !n.is_whole() || n.scaled {
        return false;
    }
    if s.is(n.end, "block") && n.value >= 100.0 {
        return true;
    }
    // `31-33 Mill Lane`
    let pair = s.is_mark(n.end, &['-', '–']) && s.glued(n.end) && s.is_number(n.end + 1) && s.glued(n.end + 1);
    let from = if pair { n.end + 2 } else { n.end };
    let mut j = from;
    while j < from + 4 && (s.is_capitalised(j) || s.is_number(j) && j > from || s.is_mark(j, &['.']) && s.glued(j)) {
        if j > from && s.has(j, List::StreetWord) && s.is_capitalised(j) {
            return true;
        }
        j += 1;
    }
    false
}

/// Whether the numeral belongs to the name before it.
fn part_of_name(s: &Scan<'_>, n: &Numeral) -> bool {
    let before = n.first.wrapping_sub(1);
    if n.scaled
        || s.has(before, List::Bound)
        || s.has(before, List::Preposition)
        || s.has(before, List::Connective)
        || s.has(before, List::Auxiliary)
    {
        return false;
    }
    // The first word of a sentence is capitalised anyway, unless it is no ordinary word.
    if before == s.start && s.has(before, List::OrdinaryWord) {
        return false;
    }
    if unit::after(s, hyphen(s, n.end), n.value).is_some() || s.is_mark(n.end, &['-', '–']) && s.is_number(n.end + 1)
    {
        return false;
    }
    if s.has(before, List::ReportingVerb) || s.has(before, List::State) || s.has(before, List::Adverb) {
        return false;
    }
    let noun = counted::noun_phrase(s, n.end, n.value == 1.0).is_some();
    let state = state::state(s, n.first, None, n.end).is_some();
    !noun && !state
}

fn hyphen(s: &Scan<'_>, i: usize) -> usize {
    if s.is_mark(i, &['-', '‐', '‑']) && s.glued(i) { i + 1 } else { i }
}

/// Number words that count nothing.
fn words(s: &Scan<'_>, n: &Numeral) -> Option<usize> {
    let (first, end) = (n.first, n.end);
    let before = first.wrapping_sub(1);
    for j in first.saturating_sub(2).max(s.start)..=first {
        if let Some((len, _)) = s.entry(List::NumberIdiom, j).filter(|(len, _)| j + len > first) {
            return Some((j + len).max(end));
        }
    }
    // `the Big Three`, `Seven Network`, `Fifty Shades`: inside a name.
    let title = s.get(first).is_some_and(|t| s.is_word(first) && t.is_capitalised());
    if title && first != s.start && n.form == Form::Words && !s.is_upper_sentence() {
        let after_mark = s.is_mark(before, &['"', '“', '\'', '‘', ':', '—', '–']);
        let named = s.is_capitalised(before) || s.is_capitalised(end);
        if named && !after_mark || (s.is_capitalised(before) && s.is_capitalised(end)) {
            return Some(end);
        }
    }
    if n.form == Form::Words && n.value == 1.0 && end == first + 1 && !super::score::is_ratio(s, n) {
        return (!is_counting_one(s, n)).then_some(end);
    }
    if s.is_one(end, one_of!["o'clock", "o’clock", "a.m.", "p.m.", "am", "pm"]) {
        return Some(end + 1);
    }
    // `the two agreed`: a pronoun.
    let pronoun = s.is_one(
        before,
        one_of!["the", "these", "those", "all", "other", "his", "her", "their", "last", "first", "top"],
    );
    if n.form == Form::Words && !n.scaled && n.value <= 10.0 && pronoun {
        let j = hyphen(s, end);
        let counts = unit::after(s, j, n.value).is_some()
            || counted::noun_phrase(s, j, false).is_some()
            || state::state(s, first, None, end).is_some()
            || j > end;
        return (!counts).then_some(end);
    }
    if n.form == Form::Words
        && n.value == 0.0
        && !s.is_word(end)
        && !s.is_one(before, one_of!["to", "from", "at", "of", "below", "above"])
    {
        return Some(end);
    }
    None
}

/// Whether token `i` is a verb and hardly ever a noun: `one remains critical`.
fn is_only_verb(s: &Scan<'_>, i: usize) -> bool {
    !s.is_capitalised(i) && s.single(List::Verb, i).is_some_and(|e| !e.field(2).contains('n'))
}

/// Whether `one` counts: a noun or a unit follows, and no word before makes it a pronoun.
fn is_counting_one(s: &Scan<'_>, n: &Numeral) -> bool {
    let before = n.first.wrapping_sub(1);
    if s.is_one(
        before,
        one_of![
            "no", "any", "this", "that", "which", "each", "every", "the", "another", "some", "these", "those", "what",
            "many", "a", "an", "his", "her", "my", "your", "our", "their", "first", "last", "next", "other", "only",
            "new", "old", "big", "small", "same", "such", "everyone"
        ],
    ) && !s.is(before, "only")
    {
        return false;
    }
    if super::bound::before(s, n.first).is_some_and(|(_, r)| r.bound != super::Bound::Exact) {
        return true;
    }
    if s.is_one(before, one_of!["minus", "negative"]) {
        return true;
    }
    let j = hyphen(s, n.end);
    if s.is_mark(j.wrapping_sub(1), &['-', '‐', '‑']) && j > n.end {
        return unit::after(s, j, 1.0).is_some() || s.has(j, List::NumberWord);
    }
    // `one or two`
    if s.is(j, "or") && s.has(j + 1, List::NumberWord) {
        return true;
    }
    unit::after(s, j, 1.0).is_some()
        || counted::noun_phrase(s, j, true)
            .is_some_and(|c| !(s.has(c.end - 1, List::Adverb) || c.end == j + 1 && is_only_verb(s, j)))
        || state::state(s, n.first, None, n.end).is_some()
        || s.start == n.first && s.end == n.end
}
