//! Cities and clubs that play: in a table, in a score, in a fixture, and in the prose of an article about sport, the name
//! of a city is its team's.

use crate::claim::actor::names::Name;
use crate::claim::actor::words::Words;
use crate::lexicon::List;
use crate::text::document::Document;
use crate::text::token::TokenKind;
use std::ops::Range;

/// What [`List::KindWord`] calls a word beside the name of a team.
pub(super) const TEAM: &str = "team";

/// Whether an article is about sport: at least three words of [`List::SportWord`], and one in forty.
pub(super) fn is_about_sport(doc: &Document<'_>) -> bool {
    let words = doc.tokens.iter().filter(|t| t.lists.has(List::SportWord)).count();
    words > 2 && words * 40 >= doc.tokens.len()
}

/// Whether this mention stands for a team.
pub(super) fn is_team(w: &Words<'_>, name: &Name, range: &Range<usize>) -> bool {
    let city = name.hit.is_some_and(|h| h.list == List::Place);
    if name.title.is_some() || !(city || name.hit.is_none()) {
        return false;
    }
    let person = w.has(name.first, List::GivenName) && (!city || name.end > name.first + 1);
    played_for(w, name, range)
        || city && plays(w, name, range)
        || !person && (in_a_table(w, name, range) || w.sport && city && in_prose(w, name, range))
}

/// Whether a city stands for its team: in a score (`Chicago 3`), in a fixture (`CHICAGO AT DETROIT`), as who beat whom.
fn plays(w: &Words<'_>, name: &Name, range: &Range<usize>) -> bool {
    let i = name.end;
    if i >= range.end {
        return ends_a_fixture(w, name, range);
    }
    let t = w.token(i);
    match t.kind {
        TokenKind::Number => t.span.len() <= 3 && !(w.is(i + 1, "-") && t.span.len() > 2) && short(w, range),
        TokenKind::Word => match w.text(i) {
            _ if sport_word(w, i, 1) => true,
            "AT" | "at" => name.first == range.start && w.capital(i + 1) && short(w, range),
            _ => false,
        },
        _ => false,
    }
}

fn ends_a_fixture(w: &Words<'_>, name: &Name, range: &Range<usize>) -> bool {
    name.first > range.start + 1 && (w.is(name.first - 1, "AT") || w.is(name.first - 1, "at")) && short(w, range)
}

/// Whether a name that no list has stands in a score (`Stoke City 1 Port Vale 0`), a standing (`HARTFORD 10 6 5 62`) or a
/// fixture in capitals.
fn in_a_table(w: &Words<'_>, name: &Name, range: &Range<usize>) -> bool {
    let number = |k: usize| k < range.end && w.token(k).kind == TokenKind::Number && w.token(k).span.len() <= 3;
    let i = name.end;
    if i >= range.end {
        return ends_a_fixture(w, name, range) && w.is(name.first - 1, "AT");
    }
    // `Smith 70 72 69`, after a given name or an initial, is a player.
    let initial = (name.first..name.end).any(|k| w.token(k).span.len() == 1);
    if !number(i) || initial || w.has(name.end - 1, List::Surname) || !short(w, range) {
        return w.is(i, "AT") && name.first == range.start && w.capital(i + 1) && short(w, range);
    }
    let standing = (i + 1..i + 4).all(number);
    let opens = name.first == range.start || number(name.first - 1) || w.token(name.first - 1).kind == TokenKind::Mark;
    let mark = |k: usize| matches!(w.text(k), "," | "-" | "\u{2013}");
    let next = if i + 1 < range.end && mark(i + 1) { i + 2 } else { i + 1 };
    let against = next < range.end && w.capital(next) && {
        let end = (next..range.end).find(|&k| w.token(k).kind == TokenKind::Number).unwrap_or(range.end);
        number(end) && end - next <= 4 && !number(end + 1)
    };
    opens && (standing || against)
        || number(i) && i + 1 >= range.end && name.first > range.start && {
            let before = (range.start..name.first).find(|&k| w.token(k).kind == TokenKind::Number);
            before.is_some_and(|k| k > range.start && w.capital(range.start) && name.first - k <= 2)
        }
}

/// Whether a city in the prose of an article about sport is its team: it acts, is played against, or owns a player.
fn in_prose(w: &Words<'_>, name: &Name, range: &Range<usize>) -> bool {
    let listed = |k: usize| w.has(k, List::Place) || w.has(k, List::Country) || w.token_opens(k, List::Country);
    let i = name.end;
    if i >= range.end || name.tied.is_some() || w.is(i, ",") && w.capital(i + 1) && listed(i + 1) {
        return false;
    }
    let before = name.first.checked_sub(1).filter(|&p| p >= range.start);
    let word = before.map_or("", |p| w.text(p));
    if matches!(word, "for" | "against" | "over" | "beat" | "beating" | "than" | "versus" | "vs" | "v") {
        return !w.capital(i);
    }
    // `Carlton plays Fremantle`
    if before.is_some_and(|p| sport_word(w, p, 1) || sport_word(w, p, 2)) {
        return !w.capital(i);
    }
    let subject = before.is_none_or(|p| w.token(p).kind == TokenKind::Mark && !w.is(p, ",") || joins(w.text(p)));
    if !subject
        && word != "the"
        && !w.has(name.first - 1, List::Preposition)
        && w.token(i).kind == TokenKind::Possessive
    {
        return false;
    }
    match w.token(i).kind {
        // `Ipswich's Micky Stockwell`, `Denver's defence`
        TokenKind::Possessive => {
            (subject || !w.has(name.first - 1, List::Preposition))
                && (w.has(i + 1, List::GivenName) || w.has(i + 1, List::SportWord) || w.has(i + 1, List::Title))
        }
        TokenKind::Word if w.lower_word(i) => {
            w.has(i, List::SportWord)
                || w.has(i, List::Title)
                || subject && (w.has(i, List::Verb) || w.has(i, List::PastVerb) || w.has(i, List::Auxiliary))
        }
        _ => false,
    }
}

/// A word after which a clause begins.
fn joins(word: &str) -> bool {
    matches!(word, "and" | "but" | "as" | "when" | "while" | "after" | "before" | "that" | "if" | "because" | "where")
}

/// Whether the name stands for a team by what is before it: `played for Lausanne`, `26 games with Quill`.
fn played_for(w: &Words<'_>, name: &Name, range: &Range<usize>) -> bool {
    let Some(p) = name.first.checked_sub(2).filter(|&p| p >= range.start) else { return false };
    let owns = w.doc.tokens.get(name.end).is_some_and(|t| t.kind == TokenKind::Possessive);
    if matches!(w.text(p + 1), "for" | "with") && sport_word(w, p, 2) && !owns {
        return true;
    }
    // `Surrey beat Somerset`
    sport_word(w, p + 1, 1) && w.capital(p) && name.hit.is_some()
}

/// A line of a table or a list of results: few words that are no names.
fn short(w: &Words<'_>, range: &Range<usize>) -> bool {
    let plain = range.clone().filter(|&k| w.token(k).kind == TokenKind::Word && !w.capital(k)).take(4).count();
    plain < 4 && range.len() < 40
}

/// Whether column `i` of [`List::KindWord`] says that a name beside token `k` is a team's: a city's, perhaps.
fn sport_word(w: &Words<'_>, k: usize, i: usize) -> bool {
    let entry = w.doc.tokens.get(k).and_then(|t| w.lexicon.entry_at(List::KindWord, t));
    entry.is_some_and(|e| e.field(i) == TEAM)
}
