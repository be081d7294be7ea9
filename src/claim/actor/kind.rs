//! What a name is the name of: person, organisation, place or something else. No single sign decides; each adds its
//! weight, inside the name and around every mention of it, and the kinds are compared for the whole document.

use crate::claim::actor::ActorKind::{self, Organisation, Other, Person, Place};
use crate::claim::actor::fringe;
use crate::claim::actor::names::{Name, suffix};
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

/// The kind that a word list calls so.
pub(super) fn named(kind: &str) -> Option<ActorKind> {
    match kind {
        "person" => Some(Person),
        "org" | "organisation" => Some(Organisation),
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
    let mut parts = (first..name.end).filter(|&k| w.capital(k));
    let n = parts.clone().count();
    let personal = |k: usize| w.has(k, List::GivenName) || w.has(k, List::Surname);
    let placed = |k: usize| w.has(k, List::Place) || w.has(k, List::Country);
    if let Some(hit) = name.hit {
        if n > 1 && name.title.is_none() {
            s.add(hit.kind, 12);
            return s;
        }
        let sure = if n == 1 && personal(first) { 6 } else { 8 };
        let sure = match hit.list {
            List::Actor => 16,
            List::Country => 12,
            _ => sure,
        };
        s.add(hit.kind, sure);
    }
    s.add(Person, 1);
    let mut end = last;
    if w.is(end, ".") && end > first {
        end -= 1;
    }
    match suffix(w, end) {
        Some(Person) if n > 1 => s.add(Person, 8),
        Some(kind) if kind != Person => s.add(kind, 10),
        _ => {}
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
    people(w, name, headed, &mut s);
    if n == 1 {
        alone(w, first, &mut s);
        // `the Court`, after the Supreme Court.
        let head = if name.plain { w.lexicon.entry_at(List::NameHead, w.token(first)) } else { None };
        if let Some(kind) = head.and_then(|e| named(e.field(0))) {
            s.add(kind, 6);
        }
        if fringe::is_region(w, first) || name.adjective {
            s.add(Place, 8);
        }
        if fringe::team(w, first) {
            s.add(Organisation, 10);
        }
    }
    if n > 1 {
        if parts.clone().all(|k| w.is_ordinary(k) && !personal(k)) {
            s.add(Organisation, 2);
            s.add(Other, 3);
            s.add(Person, -2);
        } else if n < 4
            && of.is_none()
            && w.has(end, List::Country)
            && !personal(end)
            && !headed
            && !w.has(first, List::GivenName)
        {
            // `Intercord Japan`
            s.add(Organisation, 5);
        } else if headed {
            s.add(Person, -2);
            if s.best() == Organisation && placed(first) {
                s.add(Organisation, 3);
            }
        } else if n == 2
            && w.has(first, List::Organisation)
            && !personal(first)
            && !w.is_ordinary(end)
            && !personal(end)
        {
            // `Toyota Camry`
            s.add(Other, 4);
            s.add(Organisation, 1);
        } else if w.has(first, List::Demonym) {
            s.add(Organisation, 3);
            s.add(Person, -3);
        } else if !personal(first) && !personal(parts.clone().next_back().unwrap_or(first)) && placed(first) {
            // `Perth Glory`, `Georgia Tech`
            s.add(Organisation, 5);
        } else if !personal(first) && parts.next_back().is_some_and(|z| w.is_ordinary(z) && !personal(z)) {
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
    // `Dillard's`: a shop.
    if n == 1 && name.end - first == 2 && w.token(last).kind == TokenKind::Possessive {
        s.add(Organisation, 8);
    }
    if let Some(number) = (first..name.end).find(|&k| w.token(k).kind == TokenKind::Number) {
        if number > first && fringe::numbered(w, number - 1) {
            let head = w.lexicon.entry_at(List::NameHead, w.token(number - 1));
            s.add(head.and_then(|e| named(e.field(0)).or(named(e.field(1)))).unwrap_or(Place), 8);
        } else if number == first && !w.token(first + 1).space_before && n == 1 {
            // `3AW`: a station.
            s.add(Organisation, 4);
        } else if number > first {
            // `F-86 Sabre`
            let model = number == first + 2 && w.is(first + 1, "-") && (w.token(first).span.len() < 3 || n == 1);
            s.add(Other, if model { 8 } else { 4 });
        }
    }
    if n > 1 && of.is_none() && !headed && fringe::is_abstract(w, end) {
        s.add(Other, 5);
    }
    if n == 1 && name.end - first == 3 && fringe::domain(w, last) {
        s.add(Organisation, 6);
    }
    s
}

/// The words of a name that tell what sort of thing it is.
fn heads(w: &Words<'_>, name: &Name, end: usize, of: Option<usize>, s: &mut Signs) -> bool {
    let at_end = head_at_end(w, name.first, end);
    // `Hockey Hall of Fame`: a head that holds the `of` itself.
    if let Some(kind) = at_end.filter(|(len, _)| of.is_some() && *len > 2).and_then(|(_, e)| named(e.field(0))) {
        s.add(kind, 8);
        return true;
    }
    if let Some(of) = of {
        if let Some(e) = w.lexicon.entry_at(List::NameHead, w.token(of - 1)) {
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
    if let Some((_, e)) = at_end {
        if let Some(kind) = named(e.field(0)) {
            let team = e.field(2).contains("team");
            // `Karen Shore`, but not `in Tyler Hill`.
            let governed = name.first > 0
                && matches!(w.text(name.first - 1), "in" | "at" | "on" | "near" | "from" | "to" | "the" | "around");
            let family = fringe::flagged(w, end, "family") && end == name.first + 1 && !governed;
            let weak = personal && (w.has(end, List::Surname) || family);
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
    if let Some(e) = w.lexicon.entry_at(List::NameHead, w.token(name.first)) {
        if let Some(kind) = named(e.field(1)) {
            // `North Bridgton`, but not `Northern Foods`.
            let part = fringe::flagged(w, name.first, "part");
            let weak = fringe::flagged(w, name.first, "weak");
            let alone = part && !strong && !w.is_ordinary(end) && w.text(end).len() > 2;
            // `Lake Erie`, `Camp Howe`
            let sure = kind == Place && !part && !weak && !personal && w.is_ordinary(name.first);
            s.add(
                kind,
                if sure {
                    6
                } else if (part || weak) && !alone {
                    2
                } else {
                    4
                },
            );
            strong |= sure;
        }
    }
    strong
}

/// The longest head of names that ends at token `end` (`Convention Center` before `Center`), with its length.
fn head_at_end<'l>(w: &'l Words<'_>, first: usize, end: usize) -> Option<(usize, &'l Entry)> {
    (first.max(end.saturating_sub(5))..=end).find_map(|k| {
        let m = w.lexicon.match_at(List::NameHead, w.doc.text, &w.doc.tokens, k)?;
        (k + m.len == end + 1).then_some((m.len, m.entry))
    })
}

/// Signs of a person's name.
fn people(w: &Words<'_>, name: &Name, headed: bool, s: &mut Signs) {
    let mut parts = (name.first..name.end).filter(|&k| w.capital(k));
    let n = parts.clone().count();
    let Some((a, z)) = parts.clone().next().zip(parts.clone().next_back()) else { return };
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
        && parts.any(|k| {
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
    if w.ending(z) == Some("person") {
        s.add(Person, 2);
    }
}

/// Signs of a name of one word.
fn alone(w: &Words<'_>, i: usize, s: &mut Signs) {
    let t = w.token(i);
    let text = w.text(i);
    match t.case {
        // `IE6`, `A320`: a model, a version, a road.
        Case::Upper if text.bytes().any(|b| b.is_ascii_digit()) => s.add(Other, 4),
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
    match w.ending(i).and_then(named) {
        Some(Place) if !w.has(i, List::Surname) => s.add(Place, 3),
        Some(Organisation) => s.add(Organisation, 3),
        _ => {}
    }
}
