//! Words that say how a number is to be read: `nearly`, `at least`, `or more`.

use crate::claim::quantity::Bound;
use crate::claim::quantity::scan::Scan;
use crate::lexicon::{Entry, List};
use crate::text::one_of::one_of;

/// How close to the number the words say the value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Reading {
    pub(super) bound: Bound,
    /// A little less, not just anything less (`nearly` against `fewer than`).
    pub(super) near: bool,
}

impl Reading {
    pub(super) const EXACT: Self = Self { bound: Bound::Exact, near: false };

    fn of(entry: &Entry) -> Option<Self> {
        let (bound, near) = match entry.field(0) {
            "exact" => (Bound::Exact, false),
            "about" => (Bound::About, false),
            "near" => (Bound::Under, true),
            "under" => (Bound::Under, false),
            "over" => (Bound::Over, false),
            "at_least" => (Bound::AtLeast, false),
            "at_most" => (Bound::AtMost, false),
            _ => return None,
        };
        Some(Self { bound, near })
    }
}

const LONGEST: usize = 5;

/// The bound before token `i`, and where its words begin.
pub(super) fn before(s: &Scan<'_>, i: usize) -> Option<(usize, Reading)> {
    let mut first = i;
    let mut found: Option<Reading> = None;
    for _ in 0..3 {
        if let Some((at, reading)) = symbol(s, first) {
            first = at;
            found = Some(reading);
            continue;
        }
        // `about a 20-minute walk`
        let article = s.is_one(first.wrapping_sub(1), one_of!["a", "an"]) && found.is_none();
        let end = if article { first - 1 } else { first };
        // `65 and over 50 deaths`: of `and over` and `over` the one that stands before a number.
        let hit = (1..=LONGEST).rev().find_map(|n| {
            s.entry_ending(List::Bound, end, n).filter(|(_, e)| {
                e.field(1) != "after" && (!article || matches!(e.field(0), "about" | "near" | "at_least"))
            })
        });
        let Some((at, entry)) = hit else { break };
        let Some(reading) = Reading::of(entry) else { break };
        if !is_bound_here(s, at, end, reading) {
            break;
        }
        first = at;
        // `only about 20`: the one that says more counts; of two that do, the first (`at least about 20`).
        if found.is_none() || reading.bound != Bound::Exact {
            found = Some(reading);
        }
    }
    found.or_else(|| limit(s, first)).map(|r| (first, r))
}

/// `a minimum term of 28 years`, `a maximum fine of $500`: a limit that is named before what it limits.
fn limit(s: &Scan<'_>, i: usize) -> Option<Reading> {
    let of = i.wrapping_sub(1);
    if !s.is(of, "of") || s.is_one(of.wrapping_sub(1), one_of!["wage", "wages", "price", "age", "score"]) {
        return None;
    }
    (2..=4).map(|n| of.wrapping_sub(n)).find_map(|j| {
        let bound = match s.word(j) {
            "minimum" => Bound::AtLeast,
            "maximum" => Bound::AtMost,
            _ => return None,
        };
        (j + 1..of).all(|k| s.is_word(k) && !s.has(k, List::Preposition)).then_some(Reading { bound, near: false })
    })
}

/// A sign before token `i`.
fn symbol(s: &Scan<'_>, i: usize) -> Option<(usize, Reading)> {
    let j = i.wrapping_sub(1);
    let of = |bound| Reading { bound, near: false };
    Some(match s.mark(j)? {
        '±' => (j, of(Bound::About)),
        '-' | '−' if s.is_mark(j.wrapping_sub(1), &['/']) && s.is_mark(j.wrapping_sub(2), &['+']) => {
            (j - 2, of(Bound::About))
        }
        '~' | '≈' | '∼' if !s.is_number(j.wrapping_sub(1)) => (j, of(Bound::About)),
        '<' => (j, of(Bound::Under)),
        '>' => (j, of(Bound::Over)),
        '≤' => (j, of(Bound::AtMost)),
        '≥' => (j, of(Bound::AtLeast)),
        '=' if s.is_mark(j.wrapping_sub(1), &['<']) => (j - 1, of(Bound::AtMost)),
        '=' if s.is_mark(j.wrapping_sub(1), &['>']) => (j - 1, of(Bound::AtLeast)),
        _ => return None,
    })
}

/// Some of the words have other uses right before a number.
fn is_bound_here(s: &Scan<'_>, at: usize, end: usize, reading: Reading) -> bool {
    let one = end == at + 1;
    let previous = at.wrapping_sub(1);
    if one && s.is_one(at, one_of!["another", "additional", "further"]) {
        return true;
    }
    if one && s.is(at, "over") {
        // `over three days` is during, unless the time is measured: `for over three days`.
        let time = (end..end + 6).find_map(|j| super::unit::after(s, j, 2.0)).is_some_and(|u| u.sort == "duration");
        if time
            && !s.is_one(
                previous,
                one_of![
                    "for", "well", "just", "took", "lasted", "after", "last", "is", "was", "of", "lasts", "takes",
                    "spent", "been", "in", "little"
                ],
            )
        {
            return false;
        }
        return !s.is_one(previous, one_of!["all", "turned", "handed", "carried", "took", "hand", "take"]) || time;
    }
    if one && s.is(at, "about") {
        return !s.is_one(
            previous,
            one_of![
                "talk",
                "talked",
                "talking",
                "told",
                "worried",
                "concerned",
                "questions",
                "know",
                "know",
                "think",
                "thinking",
                "information",
                "asked",
                "something",
                "stories",
                "news"
            ],
        );
    }
    if one && s.is(at, "around") {
        return !s.is_one(previous, one_of!["all", "turn", "turned"]);
    }
    if one && s.is(at, "near") {
        // `highs near 110F`, but not `near 40 homes`.
        let unit = (end..end + 4).find_map(|j| super::unit::after(s, j, 2.0)).map(|u| u.sort);
        return matches!(unit, Some("temperature" | "percent" | "money" | "degree"))
            || s.mark(end).is_some_and(|m| "$£€¥₹".contains(m));
    }
    if one && s.is_one(at, one_of!["under", "below", "above", "beyond"]) {
        // `under two of the bridges` is rare; `under Article 5` is no number that counts.
        return reading.bound != Bound::Exact;
    }
    if s.is(at, "up") && s.is(at + 1, "to") {
        return !s.is_one(previous, one_of!["get", "gets", "stood", "woke", "add", "adds", "stand", "live"]);
    }
    true
}

/// The bound after a number or its noun at token `i`, and one past its words.
pub(super) fn after(s: &Scan<'_>, i: usize) -> Option<(usize, Reading)> {
    if s.is_mark(i, &['+']) && s.glued(i) {
        return Some((i + 1, Reading { bound: Bound::AtLeast, near: false }));
    }
    let i = if s.is_mark(i, &['-']) && s.glued(i) && s.glued(i + 1) {
        if !s.is_one(i + 1, one_of!["plus", "odd", "ish"]) {
            return None;
        }
        i + 1
    } else {
        if s.is_one(i, one_of!["odd", "ish"]) && !s.is(i, "odd") {
            return None;
        }
        i
    };
    let (len, entry) = s.entry(List::Bound, i).filter(|(_, e)| e.field(1) != "before")?;
    if s.is(i, "plus") && (s.glued(i + 1) || s.is_number(i + 1) || !s.is_word(i + 1)) && !s.glued(i) {
        return None;
    }
    // `300 or more than 40`: the words belong to what follows.
    if s.is_number(i + len) || s.number_word(i + len).is_some() {
        return None;
    }
    Some((i + len, Reading::of(entry)?))
}
