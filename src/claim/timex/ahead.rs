//! Which way a sentence looks: whether a date in it lies behind the publication or ahead of it.

use crate::claim::timex::word::{Atom, Strength, Words};
use crate::lexicon::List;
use crate::text::one_of::one_of;
use crate::text::token::{Case, TokenKind};

/// Which way a sentence looks where a date stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Direction {
    Ahead,
    Behind,
    /// What was said of it is past, not it itself (`announced a May start`, `set June 3 as the day`).
    Told,
    /// It does not say.
    Open,
}

/// Past forms of verbs that settle a date to come.
const SETTING: &[&str] =
    &["set", "fixed", "named", "chose", "picked", "moved", "changed", "has", "have", "had", "booked", "made"];

/// How many tokens are read on either side.
const WINDOW: usize = 16;

/// Which way the sentence looks at the date that covers tokens `first..end`.
///
/// The nearest verb before the date decides, for a date follows what it dates (`said Monday it will`); where none
/// stands before it in the sentence, the nearest one after it does.
pub(super) fn direction(w: &Words<'_>, first: usize, end: usize) -> Direction {
    // `the vote is Nov. 5`, `the funeral is on Monday`, `Monday is a holiday`.
    let p = if first > 0 && w.is_one(first - 1, one_of!["on", "at", "from"]) { first - 1 } else { first };
    let is = |i: usize| w.is_one(i, one_of!["is", "are"]);
    if p > 0 && w.joined(first) && is(p - 1) || w.joined(end) && is(end) && opens(w, first) {
        return Direction::Ahead;
    }
    let mut i = first;
    for _ in 0..WINDOW {
        if i == 0 || closes(w, i - 1) {
            break;
        }
        i -= 1;
        match cue(w, i) {
            Direction::Open => {}
            // `until Monday the road had been closed`.
            Direction::Ahead if w.is_one(i, one_of!["until", "till"]) => {
                let had = (end..(end + WINDOW).min(w.len())).take_while(|k| !closes(w, *k)).any(|k| w.is(k, "had"));
                return if had { Direction::Behind } else { Direction::Ahead };
            }
            found => return found,
        }
    }
    // After the date only verbs tell: `until` looks ahead to another one.
    for i in end..(end + WINDOW).min(w.len()) {
        if closes(w, i) {
            break;
        }
        match cue(w, i) {
            Direction::Open => {}
            Direction::Ahead
                if w.is_one(
                    i,
                    one_of![
                        "until",
                        "till",
                        "starting",
                        "beginning",
                        "effective",
                        "ahead",
                        "upcoming",
                        "deadline",
                        "pending"
                    ],
                ) => {}
            found => return found,
        }
    }
    Direction::Open
}

/// Whether a sentence or a clause begins at token `i`.
fn opens(w: &Words<'_>, i: usize) -> bool {
    i.checked_sub(1).is_none_or(|p| closes(w, p) || matches!(w.text(p), "," | "and" | "but"))
}

/// Whether a sentence or a line ends at token `i`.
fn closes(w: &Words<'_>, i: usize) -> bool {
    let text = w.text(i);
    let ended = |k: usize| matches!(w.text(k), "." | "!" | "?");
    match text {
        "!" | "?" | ";" => true,
        // A quotation that ends with its sentence; words quoted within one do not stop the search.
        "\"" | "\u{201d}" => i > 0 && ended(i - 1),
        "." => {
            let next = w.token(i + 1);
            let opens = next.is_none_or(|t| t.space_before && (t.is_capitalised() || t.kind != TokenKind::Word));
            let short =
                i > 0 && (matches!(w.atom(i - 1), Atom::Month(_, Strength::Short)) || w.has(i - 1, List::Abbreviation));
            opens && !short || !w.joined(i + 1)
        }
        _ => !w.joined(i + 1),
    }
}

/// `Council to vote Thursday`: an infinitive in the place of the predicate is what headlines make of `will`.
fn is_headline_future(w: &Words<'_>, to: usize) -> bool {
    let Some(start) = (to.saturating_sub(6)..to).rev().find(|&k| k == 0 || closes(w, k - 1)) else { return false };
    let subject = |k: usize| {
        w.token(k).is_some_and(|t| t.kind == TokenKind::Word)
            && !w.has(k, List::Auxiliary)
            && !w.has(k, List::PastVerb)
            && !w.has(k, List::Preposition)
            && !w.has(k, List::Pronoun)
            && !w.has(k, List::ReportingVerb)
            && !is_ed(w, k)
            && w.token(k).is_some_and(|t| t.is_capitalised() || !w.has(k, List::Verb) || k == start)
    };
    to > start && (start..to).all(subject) && w.has(to + 1, List::Verb) && w.joined(to + 1)
}

fn cue(w: &Words<'_>, i: usize) -> Direction {
    let Some(t) = w.token(i) else { return Direction::Open };
    if w.is(i, "to") && is_headline_future(w, i) {
        return Direction::Ahead;
    }
    if t.kind != TokenKind::Word {
        return Direction::Open;
    }
    // `I'll`, `they'll`.
    if w.text(i).ends_with("'ll") || w.text(i).ends_with("\u{2019}ll") {
        return Direction::Ahead;
    }
    if t.lists.has(List::ForwardWord)
        || t.opens.has(List::ForwardWord)
            && w.lexicon.match_at(List::ForwardWord, w.doc.text, &w.doc.tokens, i).is_some()
    {
        // `may` the verb, not the month; `was expected` looks ahead, `had planned` too.
        if i > 0
            && w.is_one(i - 1, one_of!["did", "didn't", "the", "a", "an"])
            && w.is_one(i, one_of!["open", "close", "begin", "start"])
        {
            return Direction::Open;
        }
        return if t.case == Case::Lower || i == 0 || !w.joined(i) || !t.lists.has(List::Month) {
            Direction::Ahead
        } else {
            Direction::Open
        };
    }
    if t.lists.has(List::PastVerb) && t.case == Case::Lower || is_ed(w, i) {
        // `will cut`, `to hit`: a form that is not only past.
        let helps = |p: usize| {
            w.is_one(p, one_of!["to", "not"])
                || matches!(
                    w.text(p),
                    "will" | "would" | "can" | "could" | "may" | "might" | "shall" | "should" | "must"
                )
        };
        if i > 0 && helps(i - 1) {
            return Direction::Open;
        }
        // `will be held`, `is to have left`: the helper decides.
        let helped = i > 0 && w.is_one(i - 1, one_of!["be", "have", "been", "being", "is", "are", "get"]);
        return match helped {
            true => Direction::Open,
            false if t.lists.has(List::ReportingVerb) || SETTING.contains(&w.text(i)) => Direction::Told,
            false => Direction::Behind,
        };
    }
    Direction::Open
}

/// A regular past form.
fn is_ed(w: &Words<'_>, i: usize) -> bool {
    let text = w.text(i);
    text.len() > 4
        && text.ends_with("ed")
        && w.token(i).is_some_and(|t| t.case == Case::Lower)
        && !matches!(
            text,
            "indeed"
                | "hundred"
                | "speed"
                | "exceed"
                | "proceed"
                | "succeed"
                | "naked"
                | "sacred"
                | "breed"
                | "agreed-upon"
        )
        && !w.is_one(i + 1, one_of!["by"])
}
