//! What the words around a mention tell of its kind: prepositions, verbs, appositions, tables of results.

use crate::claim::actor::ActorKind::{self, Organisation, Other, Person, Place};
use crate::claim::actor::kind::Signs;
use crate::claim::actor::names::Name;
use crate::claim::actor::words::Words;
use crate::lexicon::List;
use crate::text::token::{Case, TokenKind};

/// What stands around one mention of the name.
pub(super) fn around(words: &Words<'_>, name: &Name) -> Signs {
    let mut s = Signs::default();
    if quoted(words, name) {
        s.add(Other, 7);
    }
    before(words, name, &mut s);
    after(words, name, &mut s);
    s
}

/// Whether marks of quotation stand on both sides: a title of a work, a nickname.
fn quoted(w: &Words<'_>, name: &Name) -> bool {
    let mark =
        |k: usize| w.doc.tokens.get(k).is_some_and(|_| matches!(w.text(k), "\"" | "\u{201C}" | "\u{201D}" | "''"));
    let end = if w.is(name.end, ",") || w.is(name.end, ".") { name.end + 1 } else { name.end };
    name.first > 0 && mark(name.first - 1) && mark(end)
}

/// `spokesman for`, `analyst at`, `shares in`: words before the preposition that make an organisation of what follows.
fn employs(w: &Words<'_>, k: usize) -> bool {
    matches!(
        w.text(k),
        "spokesman"
            | "spokeswoman"
            | "spokesperson"
            | "analyst"
            | "economist"
            | "trader"
            | "dealer"
            | "strategist"
            | "shares"
            | "stake"
            | "analysts"
            | "executive"
            | "stakes"
            | "merger"
            | "professor"
    )
}

fn before(w: &Words<'_>, name: &Name, s: &mut Signs) {
    let range = w.doc.range_of(name.sentence);
    if name.first == range.start {
        return;
    }
    let mut p = name.first - 1;
    if w.is(p, "the") || w.is(p, "The") {
        s.add(Person, -5);
        s.add(Organisation, 2);
        s.add(Other, 1);
        if p == range.start {
            return;
        }
        p -= 1;
    }
    let t = w.token(p);
    if t.kind == TokenKind::Word && (!t.is_capitalised() || p == range.start) {
        let word = w.folded(p);
        match word.as_str() {
            "for" | "at" | "with" | "in" if p > range.start && employs(w, p - 1) => {
                s.add(Organisation, 4);
                s.add(Place, -2);
            }
            word if is_position(word) => s.add(Place, 3),
            "at" => s.add(Place, 2),
            "from" | "inside" => s.add(Place, 1),
            "into" | "to" => s.add(Place, 1),
            "mr" | "mrs" | "ms" => s.add(Person, 10),
            "by" => {
                s.add(Person, 1);
                s.add(Organisation, 1);
            }
            "downtown" | "northern" | "southern" | "eastern" | "western" | "central" | "upstate" | "nearby" => {
                s.add(Place, 4)
            }
            "company" | "firm" | "group" | "band" | "newspaper" | "magazine" | "agency" | "broadcaster" | "giant"
            | "carrier" | "airline" | "club" | "rivals" | "maker" | "bank" | "party" | "daily" | "website"
            | "startup" | "charity" | "network" | "station" | "channel" | "team" | "side" | "parent" | "subsidiary"
            | "publisher" | "label" => {
                s.add(Organisation, 4);
            }
            "city" | "town" | "village" | "province" | "region" | "capital" | "island" | "county" | "state"
            | "district" | "suburb" | "neighborhood" | "neighbourhood" | "port" | "resort" | "river" | "country" => {
                s.add(Place, 4)
            }
            _ if t.lists.has(List::Title) => s.add(Person, 5),
            _ if t.lists.has(List::ReportingVerb) => s.add(Person, 2),
            _ => {}
        }
        if word == "of" && p > range.start {
            match w.folded(p - 1).as_str() {
                "city" | "town" | "village" | "province" | "state" | "capital" | "outskirts" | "north" | "south"
                | "east" | "west" | "island" | "port" | "suburb" | "people" | "kilometers" | "kilometres" | "miles"
                | "km" | "part" | "parts" => {
                    s.add(Place, 4);
                }
                "wife" | "husband" | "son" | "daughter" | "mother" | "father" | "brother" | "sister" | "widow"
                | "death" | "murder" | "friend" | "killing" | "arrest" | "resignation" => s.add(Person, 3),
                "member" | "members" | "chairman" | "head" | "president" | "director" | "leader" | "founder"
                | "chief" | "spokesman" | "shares" | "subsidiary" | "unit" | "ceo" | "employees" | "owner" => {
                    s.add(Organisation, 2)
                }
                _ => {}
            }
        }
    } else if t.kind == TokenKind::Mark && w.is(p, ",") && p > range.start && w.capital(p - 1) {
        // `Irving, Texas`
        if name.hit.is_some_and(|h| h.kind == Place) {
            s.add(Place, 2);
        }
    }
}

fn after(w: &Words<'_>, name: &Name, s: &mut Signs) {
    let range = w.doc.range_of(name.sentence);
    let i = name.end;
    if name.first == range.start && dateline(w, i, range.end) && w.token(name.first).case == Case::Upper {
        s.add(Place, 9);
    }
    if name.hit.is_some_and(|h| h.list == List::Place) && plays(w, name, &range) {
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
            let word = w.text(i);
            match word {
                "who" | "whose" => s.add(Person, 4),
                "which" => s.add(Organisation, 2),
                "shares" | "stock" | "employees" | "executives" | "spokesman" | "spokeswoman" | "spokesperson"
                | "officials" | "reporter" | "correspondent" | "analyst" | "chief" | "bosses" | "plc"
                | "subsidiary" | "unit" => {
                    s.add(Organisation, 3);
                }
                "resident" | "residents" | "native" | "area" | "suburb" | "metro" | "downtown" | "neighborhood"
                | "neighbourhood" => {
                    s.add(Place, 3);
                }
                "rose" | "fell" | "gained" | "climbed" | "jumped" | "dropped" | "slipped" | "closed" | "traded"
                | "posted" | "acquired" | "unveiled" | "launched" => s.add(Organisation, 3),
                "was" | "is" | "has" | "had" => person_verb(w, i + 1, range.end, s),
                "died" | "married" | "graduated" | "starred" | "himself" | "herself" | "wrote" | "sang"
                | "resigned" | "testified" | "grew" => s.add(Person, 4),
                _ if t.lists.has(List::ReportingVerb) => {
                    s.add(Person, 2);
                    s.add(Organisation, 1);
                }
                _ => {}
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
                let family = w.lexicon.entry(List::Title, w.text(next)).is_some_and(|e| e.field(0) == "family");
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
            after_mark(w, i, range.end, placed, s);
        }
        _ => {}
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

/// Whether a city stands for its team: in a score (`Chicago 3`), in a fixture (`CHICAGO AT DETROIT`), as who beat whom.
fn plays(w: &Words<'_>, name: &Name, range: &std::ops::Range<usize>) -> bool {
    let i = name.end;
    if i >= range.end {
        // The end of a fixture.
        return name.first > range.start + 1
            && (w.is(name.first - 1, "AT") || w.is(name.first - 1, "at"))
            && short(w, range);
    }
    let t = w.token(i);
    match t.kind {
        TokenKind::Number => t.span.len() <= 3 && !(w.is(i + 1, "-") && t.span.len() > 2) && short(w, range),
        TokenKind::Word => match w.text(i) {
            "beat" | "defeated" | "edged" | "downed" | "routed" | "swept" | "outscored" | "blanked" | "thrashed" => {
                true
            }
            "AT" | "at" => name.first == range.start && w.capital(i + 1) && short(w, range),
            _ => false,
        },
        _ => false,
    }
}

/// A line of a table or a list of results: few words that are no names.
fn short(w: &Words<'_>, range: &std::ops::Range<usize>) -> bool {
    let plain = range.clone().filter(|&k| w.token(k).kind == TokenKind::Word && !w.capital(k)).take(4).count();
    plain < 4 && range.len() < 40
}

/// `is a city`, `was a French company`: the noun that tells what the subject is.
fn class_noun(w: &Words<'_>, i: usize, end: usize) -> Option<ActorKind> {
    if !matches!(w.doc.tokens.get(i).map(|_| w.text(i)), Some("a" | "an" | "the")) {
        return None;
    }
    for k in i + 1..(i + 7).min(end) {
        if w.token(k).kind != TokenKind::Word || w.is_function(k) {
            return None;
        }
        let kind = match w.text(k) {
            "city" | "town" | "village" | "municipality" | "suburb" | "province" | "island" | "capital"
            | "district" | "commune" | "river" | "mountain" | "lake" | "country" | "township" | "hamlet" | "region"
            | "neighborhood" | "neighbourhood" | "settlement" | "county" => Place,
            "company" | "band" | "firm" | "newspaper" | "organization" | "organisation" | "party" | "label"
            | "club" | "team" | "university" | "school" | "agency" | "airline" | "magazine" | "broadcaster"
            | "retailer" | "manufacturer" | "charity" | "nonprofit" => Organisation,
            "film" | "album" | "song" | "novel" | "book" | "game" | "ship" | "series" | "language" | "magnitude" => {
                Other
            }
            _ => continue,
        };
        // The last noun of the phrase counts: not `a company director`.
        let more = w.doc.tokens.get(k + 1).is_some_and(|t| t.kind == TokenKind::Word && !w.is_function(k + 1));
        return (!more).then_some(kind);
    }
    None
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

/// A preposition that places are named after.
fn is_position(word: &str) -> bool {
    ["in", "near", "outside", "across", "throughout", "around", "toward", "towards"]
        .iter()
        .any(|p| word.eq_ignore_ascii_case(p))
}

fn after_mark(w: &Words<'_>, i: usize, end: usize, placed: bool, s: &mut Signs) {
    match w.text(i) {
        "," if i + 1 < end => {
            let next = w.token(i + 1);
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
                if w.token(j).kind != TokenKind::Word {
                    break;
                }
                if w.capital(j) {
                    if j == k && k == i + 1 {
                        if w.has(j, List::Place) || w.has(j, List::Country) {
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
                match w.text(j) {
                    "company" | "firm" | "maker" | "group" | "organization" | "organisation" | "agency"
                    | "nonprofit" | "bank" | "manufacturer" | "retailer" | "party" | "newspaper" | "magazine" => {
                        s.add(Organisation, 4);
                        break;
                    }
                    "city" | "town" | "village" | "suburb" | "province" | "island" | "capital" | "district" => {
                        s.add(Place, 4);
                        break;
                    }
                    _ => {}
                }
            }
        }
        "(" if i + 2 < end && w.is(i + 2, ")") => {
            let t = w.token(i + 1);
            if w.has(i + 1, List::Country) || w.has(i + 1, List::Demonym) {
                s.add(Person, 3);
            } else if t.kind == TokenKind::Word && t.case == Case::Upper && t.span.len() >= 2 {
                s.add(Organisation, 4);
            } else if t.kind == TokenKind::Number && t.span.len() <= 2 {
                s.add(Person, 2);
            }
        }
        _ => {}
    }
}
