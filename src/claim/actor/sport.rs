//! Cities and clubs that play: in a table, in a score, in a fixture, and in the prose of an article about sport, the name
//! of a city is its team's.

use crate::claim::actor::names::Name;
use crate::claim::actor::words::Words;
use crate::lexicon::{Lexicon, List};
use crate::text::document::Document;
use crate::text::token::{Case, TokenKind};
use std::ops::Range;

/// What [`List::KindWord`] calls a word beside the name of a team.
pub(super) const TEAM: &str = "team";

/// How near a sign of sport stands to `played with`, in tokens.
const SIGN_WITHIN: usize = 20;

/// Whether an article is about sport: at least three signs of it, and one in forty words. Signs are the words of
/// [`List::SportWord`], nicknames of teams and scores (`42-16`).
pub(super) fn is_about_sport(doc: &Document<'_>, lexicon: &Lexicon) -> bool {
    let tight = |i: usize| doc.tokens.get(i).is_some_and(|t| !t.space_before);
    let points = |i: usize| doc.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Number && t.span.len() < 4);
    let signs = doc.tokens.iter().enumerate().filter(|&(i, t)| match t.kind {
        TokenKind::Word if t.lists.has(List::SportWord) => true,
        TokenKind::Word => {
            t.is_capitalised()
                && lexicon.entry_at(List::NameHead, t).is_some_and(|e| e.field(2).contains("team"))
                && t.of(doc.text).ends_with('s')
        }
        TokenKind::Number => {
            points(i)
                && doc.tokens.get(i + 1).is_some_and(|m| m.of(doc.text) == "-")
                && tight(i + 1)
                && tight(i + 2)
                && points(i + 2)
                && !doc.tokens.get(i + 3).is_some_and(|t| t.of(doc.text) == "-" && !t.space_before)
        }
        _ => false,
    });
    let signs = signs.count();
    signs > 2 && signs * 40 >= doc.tokens.len()
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

/// Whether a city in the prose of an article about sport is its team: all but where it tells a place, or what follows is
/// told of it as of a city.
fn in_prose(w: &Words<'_>, name: &Name, range: &Range<usize>) -> bool {
    let listed = |k: usize| w.has(k, List::Place) || w.has(k, List::Country) || w.token_opens(k, List::Country);
    let i = name.end;
    let chained = i < range.end && w.is(i, ",") && w.capital(i + 1) && listed(i + 1);
    let dated = i < range.end && w.token(i).kind == TokenKind::Number && w.token(i).span.len() == 4;
    if name.tied.is_some() || chained || dated || w.capital(i) && w.token(i).space_before {
        return false;
    }
    let before = name.first.checked_sub(1).filter(|&p| p >= range.start);
    let word = before.map_or("", |p| w.text(p));
    // `Carlton plays Fremantle`
    if before.is_some_and(|p| sport_word(w, p, 1) || sport_word(w, p, 2)) {
        return true;
    }
    let against = matches!(word, "for" | "against" | "over" | "than" | "versus" | "vs" | "v" | "by" | "with");
    let placed = match before {
        Some(p) if w.is(p, ",") => w.capital(p - usize::from(p > range.start)),
        Some(p) => {
            !against
                && (w.has(p, List::Preposition)
                    || w.has(p, List::Determiner)
                    || w.is(p, "-") && !w.token(name.first).space_before)
        }
        None => false,
    };
    if placed {
        return false;
    }
    if i >= range.end {
        return before.is_some();
    }
    match w.token(i).kind {
        // `Ipswich's Nick Dray`, `Denver's defence`
        TokenKind::Possessive => {
            w.has(i + 1, List::GivenName) || w.has(i + 1, List::SportWord) || w.has(i + 1, List::Title)
        }
        TokenKind::Word if w.lower_word(i) => {
            let told = w.has(i, List::SportWord) || w.has(i, List::Title);
            let acts = w.has(i, List::Verb) || w.has(i, List::PastVerb) || w.has(i, List::Auxiliary);
            told || acts && before.is_none_or(|p| !w.has(p, List::Verb)) || w.is_function(i) || w.has(i, List::Adverb)
        }
        TokenKind::Word => w.token(i).case == Case::Upper && !w.is(i, "AT"),
        TokenKind::Mark => !w.is(i, "("),
        TokenKind::Number => true,
    }
}

/// Whether the name stands for a team by what is before it: `played for Lausanne`, `26 games with Lisel`.
fn played_for(w: &Words<'_>, name: &Name, range: &Range<usize>) -> bool {
    let Some(p) = name.first.checked_sub(2).filter(|&p| p >= range.start) else { return false };
    let owns = w.doc.tokens.get(name.end).is_some_and(|t| t.kind == TokenKind::Possessive);
    // `has played with Sparrow since school` is of music, unless the article is about sport.
    let near = |k: usize| w.has(k, List::SportWord);
    let noun = !matches!(w.text(p), "play" | "plays" | "played" | "playing")
        || (range.start.max(p.saturating_sub(SIGN_WITHIN))..p).chain(p + 3..range.end.min(p + SIGN_WITHIN)).any(near);
    let side = w.is(p + 1, "for") || w.is(p + 1, "with") && (w.sport || noun);
    if side && sport_word(w, p, 2) && !owns {
        return true;
    }
    // `Surrey beat Somerset`
    sport_word(w, p + 1, 1) && w.capital(p) && name.hit.is_some()
}

/// A line of a table or a list of results: few words that are no names.
fn short(w: &Words<'_>, range: &Range<usize>) -> bool {
    range.len() < 40 && range.clone().filter(|&k| w.token(k).kind == TokenKind::Word && !w.capital(k)).nth(3).is_none()
}

/// Whether column `i` of [`List::KindWord`] says that a name beside token `k` is a team's: a city's, perhaps.
fn sport_word(w: &Words<'_>, k: usize, i: usize) -> bool {
    let entry = w.doc.tokens.get(k).and_then(|t| w.lexicon.entry_at(List::KindWord, t));
    entry.is_some_and(|e| e.field(i) == TEAM)
}
