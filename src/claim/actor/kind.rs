//! What a name is the name of: person, organisation, place or something else. No single sign decides; each adds its
//! weight, inside the name and around every mention of it, and the kinds are compared for the whole document.

use crate::claim::actor::ActorKind::{self, Organisation, Other, Person, Place};
use crate::claim::actor::names::{Name, is_suffix};
use crate::claim::actor::words::Words;
use crate::lexicon::{Entry, List};
use crate::text::token::{Case, TokenKind};

/// Weights for person, organisation, place, other.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Signs([i32; 4]);

impl Signs {
    pub(super) fn add(&mut self, kind: ActorKind, weight: i32) {
        self.0[index(kind)] += weight;
    }

    pub(super) fn sum(&mut self, other: Self) {
        for (a, b) in self.0.iter_mut().zip(other.0) {
            *a += b;
        }
    }

    /// The mean of `n` mentions, weighted as up to three, so that one steady sign does not drown the name itself.
    pub(super) fn averaged(self, n: usize) -> Self {
        let n = i32::try_from(n.max(1)).unwrap_or(i32::MAX);
        Self(self.0.map(|w| w.saturating_mul(n.min(3)) / n))
    }

    /// The same with no weight beyond `limit` either way, so that many mentions do not drown the name itself.
    pub(super) fn capped(self, limit: i32) -> Self {
        Self(self.0.map(|w| w.clamp(-limit, limit)))
    }

    pub(super) fn weight(self, kind: ActorKind) -> i32 {
        self.0[index(kind)]
    }

    /// The heaviest kind; of equals the first in the order person, organisation, place, other.
    pub(super) fn best(self) -> ActorKind {
        let mut best = Person;
        for kind in [Organisation, Place, Other] {
            if self.weight(kind) > self.weight(best) {
                best = kind;
            }
        }
        best
    }
}

fn index(kind: ActorKind) -> usize {
    match kind {
        Person => 0,
        Organisation => 1,
        Place => 2,
        Other => 3,
    }
}

fn named(kind: &str) -> Option<ActorKind> {
    match kind {
        "org" => Some(Organisation),
        "place" => Some(Place),
        "other" => Some(Other),
        _ => None,
    }
}

/// What the name itself tells.
pub(super) fn inside(words: &Words<'_>, name: &Name) -> Signs {
    let w = words;
    let mut s = Signs::default();
    let (first, last) = (name.first, name.end - 1);
    let parts: Vec<usize> = (first..name.end).filter(|&k| w.capital(k)).collect();
    let n = parts.len();
    let personal = |k: usize| w.has(k, List::GivenName) || w.has(k, List::Surname);
    let placed = |k: usize| w.has(k, List::Place) || w.has(k, List::Country);
    if let Some(hit) = name.hit {
        if n > 1 && name.title.is_none() {
            s.add(hit.kind, 12);
            return s;
        }
        let sure = if n == 1 && personal(first) { 6 } else { 8 };
        s.add(hit.kind, if hit.list == List::Country { 12 } else { sure });
    }
    s.add(Person, 1);
    let mut end = last;
    if w.is(end, ".") && end > first {
        end -= 1;
    }
    let company = matches!(w.text(end), "Inc" | "Corp" | "Ltd" | "LLC" | "LLP" | "PLC" | "Plc" | "plc" | "Co" | "Bros");
    if company {
        s.add(Organisation, 10);
    } else if is_suffix(w.text(end)) && n > 1 {
        s.add(Person, 8);
    }
    let of = (first + 1..last).find(|&k| matches!(w.text(k), "of" | "for" | "on"));
    let mut headed = false;
    if n > 1 || name.end - first > 1 {
        headed = heads(w, name, end, of, &mut s) && name.title.is_none();
    }
    if (first..name.end).any(|k| w.is(k, "&")) {
        s.add(Organisation, 6);
    }
    if of.is_none() && (first..name.end).any(|k| w.is(k, "and")) {
        s.add(Organisation, 3);
    }
    people(w, name, &parts, headed, &mut s);
    if n == 1 {
        alone(w, first, &mut s);
    }
    if n > 1 {
        if parts.iter().all(|&k| w.is_ordinary(k) && !personal(k)) {
            s.add(Organisation, 2);
            s.add(Other, 3);
            s.add(Person, -2);
        } else if w.has(first, List::Demonym) {
            s.add(Organisation, 3);
            s.add(Person, -3);
        } else if !personal(first) && !personal(*parts.last().unwrap_or(&first)) && placed(first) {
            // `Perth Glory`, `Georgia Tech`
            s.add(Organisation, 5);
        } else if !personal(first) && parts.last().is_some_and(|&z| w.is_ordinary(z) && !personal(z)) {
            s.add(Organisation, 3);
            s.add(Other, 1);
            s.add(Person, -2);
        } else if n <= 3 && of.is_none() {
            s.add(Person, 1);
        } else if n > 4 {
            s.add(Person, -2);
            s.add(Organisation, 1);
        }
    }
    if (first..name.end).any(|k| w.token(k).kind == TokenKind::Number) {
        s.add(Other, 4);
    }
    s
}

/// The words of a name that tell what sort of thing it is.
fn heads(w: &Words<'_>, name: &Name, end: usize, of: Option<usize>, s: &mut Signs) -> bool {
    if let Some(of) = of {
        if let Some(e) = w.lexicon.entry(List::NameHead, w.text(of - 1)) {
            let kind = named(e.field(0)).or(named(e.field(1)));
            if let Some(kind) = kind {
                s.add(kind, 8);
                return true;
            }
        }
        return false;
    }
    let mut strong = false;
    let personal = w.has(name.first, List::GivenName) && w.capital(name.first);
    if let Some(e) = head_at_end(w, name.first, end) {
        if let Some(kind) = named(e.field(0)) {
            let team = e.field(2).contains("team");
            let weak = personal && w.has(end, List::Surname);
            strong = !weak;
            s.add(
                kind,
                if weak {
                    2
                } else if team {
                    7
                } else {
                    6
                },
            );
        }
    }
    if let Some(e) = w.lexicon.entry(List::NameHead, w.text(name.first)) {
        if let Some(kind) = named(e.field(1)) {
            let compass = w.is_ordinary(name.first) && kind == Place;
            s.add(kind, if compass { 2 } else { 4 });
        }
    }
    strong
}

/// The longest head of names that ends at token `end` (`Convention Center` before `Center`).
fn head_at_end<'l>(w: &'l Words<'_>, first: usize, end: usize) -> Option<&'l Entry> {
    (first.max(end.saturating_sub(3))..=end).find_map(|k| {
        let m = w.lexicon.match_at(List::NameHead, w.doc.text, &w.doc.tokens, k)?;
        (k + m.len == end + 1).then_some(m.entry)
    })
}

/// Signs of a person's name.
fn people(w: &Words<'_>, name: &Name, parts: &[usize], headed: bool, s: &mut Signs) {
    let n = parts.len();
    let Some((&a, &z)) = parts.first().zip(parts.last()) else { return };
    if w.has(a, List::GivenName) {
        let weight = match n {
            1 => 4,
            _ if headed => 2,
            2..=4 if w.has(a, List::Place) || w.is_ordinary(a) || w.has(a, List::Country) => 4,
            2..=4 => 6,
            _ => 2,
        };
        s.add(Person, weight);
    }
    if n > 1 && w.has(z, List::Surname) {
        s.add(Person, 3);
    } else if n == 1 && w.has(z, List::Surname) {
        s.add(Person, 4);
    }
    if n > 1 && n <= 3 && w.has(z, List::GivenName) && !w.is_ordinary(a) {
        s.add(Person, 1);
    }
    // Initials: `John F. Kennedy`, `J.K. Rowling`.
    if n > 1
        && parts.iter().any(|&k| {
            let t = w.token(k);
            (t.span.len() == 1 && w.is(k + 1, "."))
                || (t.case == Case::Upper && w.text(k).contains('.') && t.span.len() <= 5)
        })
        && !w.has(a, List::Country)
    {
        s.add(Person, 5);
    }
    for k in name.first..name.end {
        if w.token(k).kind == TokenKind::Word && !w.capital(k) {
            if w.is(k - usize::from(k > name.first), "-") {
                s.add(Person, 5); // `Ka-ki`
            } else if w.has(k, List::NameParticle) {
                s.add(Person, 3);
            }
        }
    }
    if name.title.is_some() {
        s.add(Person, 10);
    }
    let word = w.folded(z);
    const PEOPLE: [&str; 26] = [
        "ov", "ova", "ev", "eva", "enko", "sson", "ssen", "sky", "ski", "ska", "wicz", "escu", "idis", "opoulos",
        "shvili", "yan", "ez", "ic", "off", "berg", "stein", "mann", "son", "sen", "ini", "elli",
    ];
    if word.len() > 5 && PEOPLE.iter().any(|e| word.ends_with(e)) {
        s.add(Person, 2);
    }
}

/// Signs of a name of one word.
fn alone(w: &Words<'_>, i: usize, s: &mut Signs) {
    let t = w.token(i);
    let text = w.text(i);
    match t.case {
        Case::Upper if t.span.len() <= 6 => s.add(Organisation, 4),
        Case::Upper => s.add(Organisation, 2),
        Case::Mixed => {
            let personal = ["Mc", "Mac", "O'", "O\u{2019}", "De", "Di", "La", "Le", "Van", "D'", "Du"]
                .iter()
                .any(|p| text.starts_with(p));
            s.add(if personal { Person } else { Organisation }, 3);
        }
        _ => {}
    }
    let word = w.folded(i);
    const PLACES: [&str; 20] = [
        "stan", "shire", "ville", "burg", "burgh", "grad", "abad", "pur", "land", "polis", "borough", "bury", "stadt",
        "heim", "hausen", "wick", "mouth", "field", "ham", "ford",
    ];
    if word.len() > 5 && !w.has(i, List::Surname) && PLACES.iter().any(|e| word.ends_with(e)) {
        s.add(Place, 3);
    }
    if word.len() > 5
        && ["soft", "tech", "bank", "corp", "media", "gas", "tel", "ware", "air"].iter().any(|e| word.ends_with(e))
    {
        s.add(Organisation, 3);
    }
}

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
            "in" | "near" | "outside" | "across" | "throughout" | "around" | "toward" | "towards" => s.add(Place, 3),
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
        TokenKind::Mark => after_mark(w, i, range.end, s),
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

fn after_mark(w: &Words<'_>, i: usize, end: usize, s: &mut Signs) {
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
                    s.add(Person, 4);
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
