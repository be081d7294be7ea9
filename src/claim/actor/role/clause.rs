//! Roles told by a clause: `Ann Smith is the director of …`, `…, who works as a nurse`, `… will be the new mayor`.

use crate::claim::actor::role::{Found, Reader};
use crate::claim::actor::{RoleKind, RoleTense};
use crate::lexicon::List;
use crate::text::fold::with_folded;
use crate::text::token::TokenKind;

/// How many tokens an aside between a name and its verb has at most.
const ASIDE_WITHIN: usize = 24;

impl Reader<'_, '_> {
    /// `Ann Smith, a lawyer from Leeds, will be the new mayor`: a name that opens its sentence, an aside of which
    /// something stands at `k`, and the verb.
    pub(super) fn behind_aside(&self, n: usize, k: usize, end: usize, out: &mut Vec<Found>) {
        let w = self.w;
        let name = &self.names[n];
        if name.title.unwrap_or(name.first) != w.doc.range_of(name.sentence).start {
            return;
        }
        // An age is read already: its comma stands before `k`.
        let closed = k > name.end + 1 && w.is(k - 1, ",");
        let close = if closed { Some(k - 1) } else { (k..end.min(k + ASIDE_WITHIN)).find(|&c| w.is(c, ",")) };
        if let Some(comma) = close {
            self.clause_of_name(n, comma + 1, end, out);
        }
    }

    /// A clause whose verb may stand at `k` and whose subject is name `n`, unless it is a condition.
    pub(super) fn clause_of_name(&self, n: usize, k: usize, end: usize, out: &mut Vec<Found>) {
        let w = self.w;
        let name = &self.names[n];
        let first = name.title.unwrap_or(name.first);
        let only_if = first > w.doc.range_of(name.sentence).start
            && with_folded(w.text(first - 1), |word| matches!(word, "if" | "whether" | "should" | "unless"));
        let verb = k < end && !only_if;
        if verb && (self.held_as(k, end).is_some() || matches!(w.text(k), "turned" | "turns")) {
            self.clause(n, k, end, out);
        }
    }

    /// A clause whose subject is name `n` and whose verb stands at `k`.
    pub(super) fn clause(&self, n: usize, k: usize, end: usize, out: &mut Vec<Found>) {
        let w = self.w;
        let Some(verb) = (k < end).then(|| w.text(k)) else { return };
        if matches!(verb, "is" | "was" | "turned" | "turns") && self.age_number(k + 1) && self.age_ends(k + 2, end) {
            self.push(n, k + 1..k + 2, RoleKind::Age, out);
        } else if let Some((from, tense)) = self.held_as(k, end) {
            let as_is = self.determiner(from)
                || w.has(from, List::Title)
                || w.token_opens(from, List::Title)
                || w.has(from, List::RoleModifier)
                || w.is(from - 1, "as");
            if let Some((role, kind)) = self.phrase(from, end).filter(|_| as_is) {
                let own = self.tense(role.clone());
                let behind = role.end;
                self.push_held(n, role, kind, if own == RoleTense::Current { tense } else { own }, out);
                self.second(n, behind, end, out);
            }
        } else if matches!(
            verb,
            "leads"
                | "heads"
                | "runs"
                | "chairs"
                | "led"
                | "headed"
                | "chaired"
                | "coaches"
                | "coached"
                | "manages"
                | "owns"
                | "founded"
                | "teaches"
                | "plays"
        ) {
            let stop = self.end_of_phrase(k + 1, end);
            if stop > k + 1 {
                self.push(n, k..stop, RoleKind::Office, out);
            }
        }
    }

    /// The second of two roles of name `n`, where the first ends at `k`: `the owner and general manager`.
    pub(super) fn second(&self, n: usize, k: usize, end: usize, out: &mut Vec<Found>) {
        let w = self.w;
        if !w.is(k, "and") || k + 1 >= end {
            return;
        }
        // `the mayor and his wife, a nurse`: two people.
        let article = w.is(k + 1, "the") || w.is(k + 1, "a") || w.is(k + 1, "an");
        if let Some((role, kind)) = self.phrase(k + 1, end).filter(|_| article || !self.determiner(k + 1)) {
            let closed = role.end >= end || w.token(role.end).kind == TokenKind::Mark;
            if closed && kind == RoleKind::Office {
                self.push(n, role, kind, out);
            }
        }
    }

    /// Where the noun phrase begins that the verb at `k` gives its subject as a role, and when it is held.
    fn held_as(&self, k: usize, end: usize) -> Option<(usize, RoleTense)> {
        let w = self.w;
        let is = |k: usize, words: &[&str]| k < end && words.contains(&w.text(k));
        let chosen = |k: usize| is(k, &["named", "appointed", "elected"]);
        // `who was mayor until last year`
        let over = is(k, &["was", "served", "worked"])
            && (k + 1..end).any(|i| w.is(i, "until") || w.is(i, "till") || w.is(i, "previously") || w.is(i, "once"));
        let (from, tense) = if is(k, &["is", "was", "became", "remains"]) {
            // `is to be`, `is set to become`
            let to = if is(k + 1, &["set", "due"]) { k + 2 } else { k + 1 };
            if is(to, &["to"]) && is(to + 1, &["be", "become"]) {
                (to + 2, RoleTense::New)
            } else {
                (k + 1 + usize::from(chosen(k + 1)), RoleTense::Current)
            }
        } else if is(k, &["becomes"]) {
            (k + 1, RoleTense::New)
        } else if is(k, &["will"]) && is(k + 1, &["be", "become"]) {
            (k + 2, RoleTense::New)
        } else if is(k, &["has", "had"]) && is(k + 1, &["been"]) {
            let named = chosen(k + 2);
            (k + 2 + usize::from(named), if named && is(k, &["has"]) { RoleTense::New } else { RoleTense::Current })
        } else {
            let will = is(k, &["will"]);
            let verb = k + usize::from(will);
            let tense = if will { RoleTense::New } else { RoleTense::Current };
            let over = is(verb, &["take", "takes"]) && is(verb + 1, &["over"]);
            let works = is(verb, &["serves", "served", "works", "worked", "serve", "work"]);
            let from = verb + 1 + usize::from(over);
            (works || over)
                .then_some((from + 1, if over { RoleTense::New } else { tense }))
                .filter(|_| is(from, &["as"]))?
        };
        (from < end).then_some((from, if over { RoleTense::Former } else { tense }))
    }

    /// Whether nothing at `k` makes another count of the number before it (`22 points`): a mark, a joining word, the end.
    pub(super) fn age_ends(&self, k: usize, end: usize) -> bool {
        let w = self.w;
        if k >= end {
            return true;
        }
        match w.token(k).kind {
            TokenKind::Mark => !matches!(w.text(k), "-" | "/" | "%" | ":" | "$") || w.token(k).space_before,
            TokenKind::Word => {
                matches!(w.text(k), "and" | "when" | "from" | "of") || w.is(k, "years") && w.is(k + 1, "old")
            }
            TokenKind::Possessive | TokenKind::Number => false,
        }
    }

    /// `He is the bakery's safety manager.` The role of the only person named in the sentence before.
    pub(super) fn of_pronouns(&self, out: &mut Vec<Found>) {
        let w = self.w;
        for s in 1..w.doc.sentences.len() {
            let range = w.doc.range_of(s);
            let k = range.start;
            if range.len() < 4 || !(w.is(k, "He") || w.is(k, "She")) || !(w.is(k + 1, "is") || w.is(k + 1, "was")) {
                continue;
            }
            if let Some(n) = self.only_person_before(k, s) {
                self.clause(n, k + 1, range.end, out);
            }
        }
    }
}
