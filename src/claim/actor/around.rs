//! What the words around a mention tell of its kind: prepositions, verbs, appositions, tables of results.

use crate::claim::actor::ActorKind::{self, Organisation, Other, Person, Place};
use crate::claim::actor::fringe;
use crate::claim::actor::kind::{Signs, named};
use crate::claim::actor::names::Name;
use crate::claim::actor::sport::{self, TEAM};
use crate::claim::actor::words::Words;
use crate::lexicon::List;
use crate::text::token::{Case, TokenKind};

/// What stands around one mention of the name.
pub(super) fn around(words: &Words<'_>, name: &Name) -> Signs {
    let mut s = Signs::default();
    if quoted(words, name) {
        s.add(Other, 7);
    }
    let told = before(words, name, &mut s);
    after(words, name, told, &mut s);
    s
}

/// Whether marks of quotation stand on both sides: a title of a work, a nickname.
fn quoted(w: &Words<'_>, name: &Name) -> bool {
    let mark =
        |k: usize| w.doc.tokens.get(k).is_some_and(|_| matches!(w.text(k), "\"" | "\u{201C}" | "\u{201D}" | "''"));
    let end = if w.is(name.end, ",") || w.is(name.end, ".") { name.end + 1 } else { name.end };
    name.first > 0 && mark(name.first - 1) && mark(end)
}

/// What column `i` of [`List::KindWord`] says of a name beside token `k`.
fn kind_word(w: &Words<'_>, k: usize, i: usize) -> Option<ActorKind> {
    let entry = w.lexicon.entry_at(List::KindWord, w.doc.tokens.get(k)?)?;
    named(entry.field(i)).or_else(|| (i == GOVERNS && entry.field(i) == TEAM).then_some(Organisation))
}

/// Columns of [`List::KindWord`].
const ITSELF: usize = 0;
const AFTER_NAME: usize = 1;
const GOVERNS: usize = 2;

/// What stands before it; returned is the kind that a noun there says outright.
fn before(w: &Words<'_>, name: &Name, s: &mut Signs) -> Option<ActorKind> {
    let range = w.doc.range_of(name.sentence);
    if name.first == range.start {
        return None;
    }
    let mut p = name.first - 1;
    let the = w.is(p, "the") || w.is(p, "The");
    if the {
        s.add(Person, -5);
        s.add(Organisation, 2);
        s.add(Other, 1);
        if p == range.start {
            return None;
        }
        p -= 1;
    }
    let t = w.token(p);
    if t.kind == TokenKind::Word && (!t.is_capitalised() || p == range.start) {
        let word = w.text(p);
        let governed = if p > range.start { kind_word(w, p - 1, GOVERNS) } else { None };
        // `director of the Tarnow chapter`: the name only tells which chapter.
        let modifies = the && w.lower_word(name.end) && !w.is_function(name.end);
        let barred = modifies || is_country(name);
        if let Some(kind) = governed.filter(|&kind| {
            let stake = word == "in" && kind_word(w, p - 1, AFTER_NAME) == Some(Organisation);
            (governs(kind, word) || stake) && !(barred && kind == Organisation)
        }) {
            s.add(kind, 4);
            if kind == Organisation {
                s.add(Place, -2);
            }
            return Some(kind);
        } else if word == "of" && p > range.start && matches!(w.text(p - 1), "I" | "II" | "III" | "IV" | "V" | "VI") {
            // `Charles II of Spain`
            s.add(Place, 4);
        } else if word == "of" && !the && p > range.start && w.capital(p - 1) && !w.is_plain_word(p - 1) {
            // `Paul Larch of Quellen`
            s.add(Place, 3);
        } else if word == "of"
            && !the
            && p > range.start
            && w.token(name.first).case != Case::Upper
            && is_person_aside(w, p - 1)
        {
            // `Ann Porter, 61, of Port Vell`
            s.add(Place, 5);
        } else if let Some(kind) = example_of(w, p, range.start).filter(|_| !the) {
            s.add(kind, 4);
        } else if word == "to" && !the && starts_from(w, p, range.start) {
            // `from New Orleans to Port Vell`
            s.add(Place, 4);
        } else if is_position(word) {
            // `in Tarrell's office`: the position is the office's.
            let owns = w.doc.tokens.get(name.end).is_some_and(|t| t.kind == TokenKind::Possessive);
            let short = name.end == name.first + 1
                || name.end <= name.first + 3
                    && !w.has(name.first, List::GivenName)
                    && !w.has(name.end - 1, List::NameHead);
            let within = !the && short && matches!(word, "in" | "In" | "near" | "outside");
            let weight = match (owns, within) {
                (true, _) => 1,
                (_, true) => 5,
                _ => 3,
            };
            s.add(Place, weight);
            // `in Perry, Iowa`
            let listed = |k: usize| w.has(k, List::Place) || w.has(k, List::Country) || w.token_opens(k, List::Country);
            if w.is(name.end, ",")
                && w.capital(name.end + 1)
                && listed(name.end + 1)
                && !w.has(name.end + 1, List::GivenName)
            {
                s.add(Place, 4);
            }
        } else if let Some(kind) = kind_word(w, p, ITSELF) {
            s.add(kind, 4);
            return Some(kind);
        } else if let (true, Some(kind)) =
            (is_naming(word) && p > range.start, kind_word(w, p.saturating_sub(1), ITSELF))
        {
            // `a drug called Veraxil`
            s.add(kind, 4);
            return Some(kind);
        } else if t.lists.has(List::Title) {
            s.add(Person, 5);
        } else {
            match word {
                "at" => s.add(Place, 2),
                "from" => s.add(Place, 2),
                "inside" | "into" | "to" => s.add(Place, 1),
                "by" => {
                    s.add(Person, 1);
                    s.add(Organisation, 1);
                }
                _ if t.lists.has(List::ReportingVerb) => s.add(Person, 2),
                _ => {}
            }
        }
    } else if t.kind == TokenKind::Mark && w.is(p, ",") && p > range.start && w.capital(p - 1) {
        // `Irving, Texas`
        if name.hit.is_some_and(|h| h.kind == Place) {
            s.add(Place, 2);
        } else if chained(w, name, p - 1, &range) {
            s.add(Place, 4);
        }
    } else if t.kind == TokenKind::Mark && w.is(p, ",") && p > range.start && !w.has(name.first, List::GivenName) {
        // `an American rock band, Eels,`
        let alone = name.end == name.first + 1 && !(p.saturating_sub(5).max(range.start)..p).any(|k| w.is(k, "of"));
        let ends = alone && (w.is(name.end, ",") || w.is(name.end, "."));
        if let Some(kind) = kind_word(w, p - 1, ITSELF).filter(|_| ends && name.title.is_none()) {
            s.add(kind, 4);
        }
    }
    None
}

/// Whether a name follows, after a comma, one that stands where places do: `in Senlis, Picardy.`
fn chained(w: &Words<'_>, name: &Name, last: usize, range: &std::ops::Range<usize>) -> bool {
    let mut k = last;
    while k > range.start && last - k < 4 && w.capital(k - 1) {
        k -= 1;
    }
    let placed = k > range.start + 1 && matches!(w.text(k - 1), "in" | "at" | "near" | "from" | "outside");
    let ends = name.end >= range.end || w.is(name.end, ",") || w.is(name.end, ".") || w.is(name.end, ";");
    let number = w.doc.tokens.get(name.end + 1).is_some_and(|t| t.kind == TokenKind::Number);
    placed && ends && !number && name.title.is_none() && !w.has(name.first, List::GivenName)
}

fn after(w: &Words<'_>, name: &Name, told: Option<ActorKind>, s: &mut Signs) {
    let range = w.doc.range_of(name.sentence);
    let i = name.end;
    if name.first == range.start && dateline(w, i, range.end) && w.token(name.first).case == Case::Upper {
        s.add(Place, 9);
    }
    if sport::is_team(w, name, &range) {
        s.add(Organisation, 8);
    }
    if let Some(k) = name.tied {
        match w.text(k) {
            "based" | "born" | "area" | "bound" | "controlled" | "held" => s.add(Place, 3),
            "owned" | "backed" | "led" | "run" | "listed" => s.add(Organisation, 1),
            "era" | "style" => s.add(Person, 1),
            _ => {}
        }
        return;
    }
    if i >= range.end {
        return;
    }
    let t = w.token(i);
    match t.kind {
        TokenKind::Word if !t.is_capitalised() => {
            let kind = kind_word(w, i, AFTER_NAME);
            if let Some(kind) = kind.filter(|&kind| !(kind == Organisation && is_country(name))) {
                s.add(kind, if kind == Person { 4 } else { 3 });
                // `the Monti government`: the article is the noun's, not the name's.
                let the = name.first > range.start && (w.is(name.first - 1, "the") || w.is(name.first - 1, "The"));
                if kind == Person && the {
                    s.add(Person, 5);
                    s.add(Organisation, -2);
                }
            } else if matches!(w.text(i), "was" | "is" | "has" | "had" | "are" | "were") {
                if told.is_none() {
                    person_verb(w, i + 1, range.end, s);
                }
                // `Moth are`: one name, many people.
                let opens = name.first == range.start || w.is(name.first - 1, "The");
                if matches!(w.text(i), "are" | "were") && opens && !w.text(name.end - 1).ends_with('s') {
                    s.add(Organisation, 3);
                }
            } else if t.lists.has(List::ReportingVerb) {
                s.add(Person, 2);
                s.add(Organisation, 1);
                speaks_as(w, name, i + 1, range.end, s);
            }
        }
        TokenKind::Possessive => {
            let next = i + 1;
            if w.capital(next) && w.capital(next + 1) && w.has(next, List::GivenName) {
                // `DAB's Elizabeth Quat`
                s.add(Person, -3);
                s.add(Organisation, 3);
            }
            if next < range.end && w.has(next, List::Title) && !w.capital(next) {
                let family = w.lexicon.entry_at(List::Title, w.token(next)).is_some_and(|e| e.field(0) == "family");
                if family {
                    s.add(Person, 4);
                } else {
                    s.add(Organisation, 1);
                    s.add(Place, 1);
                }
            }
        }
        TokenKind::Mark => {
            // `In Paris, the minister said`: what follows the comma is no apposition.
            let placed = name.first > range.start && is_position(w.text(name.first - 1));
            let other = told.is_some_and(|kind| kind != Person);
            after_mark(w, i, range.end, placed || other, other, s);
        }
        _ => {}
    }
}

/// The kind of what a name stands as an example of: `firms such as Lisel`, `cities like Gao`.
fn example_of(w: &Words<'_>, p: usize, first: usize) -> Option<ActorKind> {
    let noun = match w.text(p) {
        "as" if p > first + 1 && w.is(p - 1, "such") => p - 2,
        "like" | "including" if p > first => p - 1,
        _ => return None,
    };
    let noun = if noun > first && w.is(noun, ",") { noun - 1 } else { noun };
    let word = w.text(noun);
    let singular = || {
        let stems = [word.strip_suffix("ies").map(|s| format!("{s}y")), word.strip_suffix('s').map(str::to_owned)];
        let entry = stems.into_iter().flatten().find_map(|s| w.lexicon.entry(List::KindWord, &s));
        entry.and_then(|e| named(e.field(ITSELF)))
    };
    if w.capital(noun) { None } else { kind_word(w, noun, ITSELF).or_else(singular) }
}

/// Whether the `to` at token `p` follows `from` and a name in capitals.
fn starts_from(w: &Words<'_>, p: usize, first: usize) -> bool {
    let mut k = p;
    while k > first && p - k < 4 && w.capital(k - 1) {
        k -= 1;
    }
    k < p && k > first && w.is(k - 1, "from")
}

/// Whether what ends at token `k` is a comma or bracket after an age or a name: `Ann Porter, 61,`, `J. Hale (42)`.
fn is_person_aside(w: &Words<'_>, k: usize) -> bool {
    let age = |k: usize| w.token(k).kind == TokenKind::Number && w.token(k).span.len() < 3;
    k > 1
        && matches!(w.text(k), "," | ")")
        && (age(k - 1) || w.is(k, ",") && w.capital(k - 1) && !w.is_plain_word(k - 1))
}

/// Who says what it, he or she will do: the first pronoun after the verb, if no other name comes before it.
fn speaks_as(w: &Words<'_>, name: &Name, from: usize, end: usize, s: &mut Signs) {
    const WITHIN: usize = 8;
    if name.title.is_some() || is_country(name) {
        return;
    }
    for k in from..(from + WITHIN).min(end) {
        match w.text(k) {
            "it" | "its" => {
                // `said it was raining`, `said it is clear that`: nobody.
                let empty = w.is(k, "it")
                    && matches!(w.doc.tokens.get(k + 1).map(|_| w.text(k + 1)), Some("is" | "was" | "'s"));
                if !empty {
                    s.add(Organisation, 4);
                    s.add(Person, -3);
                }
                return;
            }
            "he" | "she" | "his" | "her" => {
                s.add(Person, 3);
                return;
            }
            _ if w.capital(k) && !w.has(k, List::NotName) && !w.has(k, List::Weekday) => return,
            _ => {}
        }
    }
}

/// What follows the place of a dateline: `(Reuters)`, `, June 29`, `1996-12-06`, a country, a dash.
fn dateline(w: &Words<'_>, i: usize, end: usize) -> bool {
    if i >= end {
        return false;
    }
    let t = w.token(i);
    match t.kind {
        TokenKind::Number => t.span.len() == 4 && w.is(i + 1, "-"),
        TokenKind::Mark => match w.text(i) {
            "(" => w.has(i + 1, List::Organisation),
            "," => {
                w.has(i + 1, List::Country)
                    || w.has(i + 1, List::Place)
                    || w.token_opens(i + 1, List::Country)
                    || w.has(i + 1, List::NotName)
            }
            "-" | "\u{2013}" | "\u{2014}" | ":" => t.space_before || w.is(i, ":"),
            _ => false,
        },
        _ => false,
    }
}

/// `is a city`, `was a French company`, `is a retired nurse`: the last noun of the phrase tells what the subject is.
fn class_noun(w: &Words<'_>, i: usize, end: usize) -> Option<ActorKind> {
    if !matches!(w.doc.tokens.get(i).map(|_| w.text(i)), Some("a" | "an" | "the")) {
        return None;
    }
    let within = |&k: &usize| w.token(k).kind == TokenKind::Word && !w.is_function(k);
    let last = (i + 1..(i + 9).min(end)).take_while(within).last()?;
    kind_word(w, last, ITSELF).or_else(|| {
        let sort = w.lexicon.entry_at(List::Title, w.token(last))?.field(0);
        (sort == "job" && !w.capital(last)).then_some(Person)
    })
}

fn person_verb(w: &Words<'_>, i: usize, end: usize, s: &mut Signs) {
    if let Some(kind) = class_noun(w, i, end) {
        s.add(kind, 5);
        return;
    }
    match w.doc.tokens.get(i).map(|_| w.text(i)) {
        Some(
            "born" | "arrested" | "married" | "elected" | "appointed" | "sentenced" | "convicted" | "survived"
            | "raised",
        ) => {
            s.add(Person, 4);
        }
        Some("founded" | "acquired" | "headquartered") => s.add(Organisation, 3),
        Some("located" | "situated") => s.add(Place, 2),
        _ => {}
    }
}

fn is_country(name: &Name) -> bool {
    name.hit.is_some_and(|h| h.list == List::Country)
}

/// Whether this preposition stands between a word of [`List::KindWord`] and a name of that kind.
fn governs(kind: ActorKind, word: &str) -> bool {
    match kind {
        Place => matches!(word, "of" | "to" | "from"),
        Organisation => matches!(word, "of" | "for" | "at" | "with" | "by"),
        Other => matches!(word, "of" | "in" | "on" | "for"),
        Person => matches!(word, "of" | "to"),
    }
}

/// A word between a noun and the name that it bears.
fn is_naming(word: &str) -> bool {
    matches!(word, "called" | "named" | "dubbed" | "nicknamed" | "codenamed")
}

/// A preposition that places are named after.
fn is_position(word: &str) -> bool {
    ["in", "near", "outside", "across", "throughout", "around", "toward", "towards"]
        .iter()
        .any(|p| word.eq_ignore_ascii_case(p))
}

/// `placed`: no apposition follows; `other`: what stands before says that it is no person.
fn after_mark(w: &Words<'_>, i: usize, end: usize, placed: bool, other: bool, s: &mut Signs) {
    match w.text(i) {
        "," if i + 1 < end => {
            let next = w.token(i + 1);
            if other && !w.capital(i + 1) {
                return;
            }
            if next.kind == TokenKind::Number
                && next.span.len() <= 2
                && (w.is(i + 2, ",") || w.is(i + 2, ".") || w.is(i + 2, ")"))
            {
                s.add(Person, 6);
                return;
            }
            if w.is(i + 1, "who") || w.is(i + 1, "whose") {
                s.add(Person, 5);
                return;
            }
            if w.is(i + 1, "aged") {
                s.add(Person, 6);
                return;
            }
            let k = if matches!(w.text(i + 1), "a" | "an" | "the") { i + 2 } else { i + 1 };
            // `Smith, a lawyer`; `Acme, a company`; `Gao, a city`
            for j in k..(k + 5).min(end) {
                // `Vale, the company's director`: what is owned tells what the name is, not its owner.
                let owner = w.doc.tokens.get(j + 1).is_some_and(|t| t.kind == TokenKind::Possessive);
                if w.token(j).kind == TokenKind::Possessive || owner && !w.capital(j) && j + 2 < end {
                    continue;
                }
                if w.token(j).kind != TokenKind::Word {
                    break;
                }
                if w.capital(j) {
                    if j == k && k == i + 1 {
                        if w.has(j, List::Place) || w.has(j, List::Country) || w.token_opens(j, List::Country) {
                            s.add(Place, 3);
                        }
                        break;
                    }
                    continue;
                }
                if w.has(j, List::Title) {
                    if !placed {
                        s.add(Person, 4);
                    }
                    break;
                }
                if w.is_function(j) {
                    break;
                }
                if let Some(kind) = kind_word(w, j, ITSELF) {
                    s.add(kind, 4);
                    break;
                }
            }
        }
        "(" if i + 2 < end && w.is(i + 2, ")") => {
            let t = w.token(i + 1);
            if w.has(i + 1, List::Country) || w.has(i + 1, List::Demonym) {
                s.add(Person, 3);
            } else if t.kind == TokenKind::Word && t.case == Case::Upper && t.span.len() >= 2 {
                // Letters that begin the name's own words tell more.
                let own = fringe::initials_of(w, i, w.text(i + 1));
                s.add(Organisation, if own { 6 } else { 4 });
            } else if t.kind == TokenKind::Number && t.span.len() <= 2 {
                s.add(Person, 2);
            }
        }
        _ => {}
    }
}
