//! Which clause a finite verb belongs to: an open one, one that waits for its verb, or a new one.

use crate::claim::clause::segment::{Cutter, NONE, REACH, Role, Subject};
use crate::claim::clause::verb::{Group, is_condition};
use crate::lexicon::List;
use crate::text::one_of::one_of;
use crate::text::tag::Tag;
use std::ops::Range;

impl Cutter<'_, '_> {
    /// A finite verb: of the innermost clause, of one around it that waits for its verb, or of a new one.
    pub(super) fn finite(&mut self, group: Group) {
        if self.is_tag(group) {
            return;
        }
        let top = self.top();
        if group.first == self.range.start && group.inner_subject.is_some() && is_condition(self.scene, group.first) {
            let c = self.open(Role::Conditional, group.first, Some(top));
            self.give(c, group, group.first);
            return;
        }
        if let Some(p) = self.bare_relative(group) {
            let c = self.open(Role::Question, p, Some(top));
            self.move_owned(p..group.first, top, c);
            self.give(c, group, p);
            return;
        }
        if self.clause(top).verb.is_none() {
            self.give(top, group, self.clause(top).start);
            return;
        }
        let coordinated = self.before(group.first).filter(|&k| self.scene.tag(k) == Tag::Coordinator);
        let tight = coordinated.is_some_and(|k| k == self.range.start || !self.is_comma(k - 1));
        let waiting =
            self.out.stack.iter().rposition(|&c| self.clause(c).verb.is_none() && self.clause(c).role != Role::Aside);
        if let Some(at) = waiting.filter(|_| !tight || self.clause(top).role == Role::Participial) {
            self.resume(at, group);
            return;
        }
        for level in (0..self.out.stack.len()).rev() {
            if let Some(joint) = coordinated.filter(|_| tight && self.is_of_teller(level, group)) {
                let told = self.out.stack[level];
                self.move_owned(joint..group.first, told, self.clause(told).parent.unwrap_or(told));
                continue;
            }
            if self.join(level, group) {
                return;
            }
            if self.clause(self.out.stack[level]).role == Role::Aside {
                break;
            }
        }
        // `the clothes they had slept in`, `a change it said would save`: a clause without opener stays with its noun.
        let start = match group.first.checked_sub(1) {
            Some(p) if self.scene.tag(p) == Tag::Pronoun && p > self.range.start => p,
            _ => self.phrase_before(group.first).map_or(group.first, |(a, _)| a),
        };
        let start = start.max(self.clause(top).verb.map_or(start, |v| v.last + 1)).min(group.first);
        let c = self.open(Role::Question, start, Some(top));
        self.move_owned(start..group.first, top, c);
        self.give(c, group, start);
    }

    /// Whether a verb of saying behind `and` cannot go on from the clause at `level`, which tells what somebody said of a
    /// thing: `ruled that the law was void and ordered a vote`.
    fn is_of_teller(&self, level: usize, group: Group) -> bool {
        let scene = self.scene;
        let clause = self.clause(self.out.stack[level]);
        let teller =
            clause.parent.and_then(|p| self.clause(p).verb).is_some_and(|v| scene.has(v.head, List::ReportingVerb));
        let Subject::Own(a, z) = clause.subject else { return false };
        let speaks = |k: usize| {
            scene.tag(k) == Tag::Pronoun
                || scene.tag(k) == Tag::Name
                || scene.entry(k, List::SpeakerNoun).is_some_and(|e| e.field(1) != "d")
                || scene.has(k, List::Title)
        };
        level > 0
            && teller
            && clause.role == Role::Complement
            && scene.tag(group.head) == Tag::Past
            && group.first == group.last
            && scene.has(group.head, List::ReportingVerb)
            && !(a..=z).any(speaks)
    }

    /// The pronoun that begins a clause without opener, right behind the noun it tells more of: `the car she was driving`.
    fn bare_relative(&self, group: Group) -> Option<usize> {
        let scene = self.scene;
        let p = group.first.checked_sub(1).filter(|&p| p >= self.range.start + 2)?;
        let subject = scene.is_one(p, one_of!["he", "she", "they", "we", "i", "it", "you"]);
        if !subject || scene.tag(p - 1) != Tag::Noun || scene.quoted[p - 1] {
            return None;
        }
        let top = self.top();
        let clause = self.clause(top);
        if self.out.owner_of(p - 1) != top {
            return None;
        }
        match clause.verb {
            // `told the nurse he was cold`
            Some(verb) => (verb.last < p - 1 && !self.takes_clause(verb)).then_some(p),
            // `The house he built burned down`; but `After the vote he left`.
            None => {
                let first = (clause.start..p)
                    .take(REACH)
                    .find(|&k| self.out.owner_of(k) == top && scene.tag(k) != Tag::Mark)?;
                matches!(scene.tag(first), Tag::Determiner | Tag::Noun).then_some(p)
            }
        }
    }

    /// Makes `group` the verb of clause `c`, whose subject is looked for from token `from`.
    fn give(&mut self, c: usize, group: Group, from: usize) {
        self.out.list[c].verb = Some(group);
        if self.clause(c).subject == Subject::None || self.clause(c).role != Role::Relative {
            let own = self.subject_between(c, from, group);
            if own != Subject::None || self.clause(c).subject == Subject::None {
                self.out.list[c].subject = own;
            }
        } else if self.clause(c).role == Role::Relative {
            // `the route that the ship took`, `where schools were used`: a subject of its own after the relative.
            let own = self.subject_between(c, (from + 1).min(group.first), group);
            if own != Subject::None {
                self.out.list[c].subject = own;
            }
        }
    }

    /// The clause at `at` of the stack waited for its verb: what was opened after it is closed.
    fn resume(&mut self, at: usize, group: Group) {
        let c = self.out.stack[at];
        let inner = self.top();
        let from = self.clause(inner).verb.map_or(group.first, |v| v.last + 1);
        let opened = self.clause(self.out.stack[at + 1]).start;
        // The inner clause ends at its last comma, or where the verb begins.
        let comma = (from..group.first).rev().take(REACH).find(|&k| self.is_comma(k) && self.out.owner_of(k) == inner);
        let mut edge = group.first;
        while edge > from && matches!(self.scene.tag(edge - 1), Tag::Adverb | Tag::Negation) {
            edge -= 1;
        }
        let edge = comma.unwrap_or(edge);
        self.move_owned(edge..group.first, inner, c);
        let opening = self.clause(inner).loose && comma.is_none() && self.clause(inner).role == Role::Participial;
        if opening && self.clause(c).start >= opened {
            // `Building the bridge took years`: the gerund is the subject.
            self.move_owned(opened..group.first, inner, c);
            self.out.list[inner].verb = None;
            self.out.list[c].start = opened;
        }
        self.out.stack.truncate(at + 1);
        let start = self.clause(c).start;
        let from = if start < opened || comma.is_none() { start } else { edge + 1 };
        self.give(c, group, from);
    }

    /// `…, officials said, …` and `…, said the minister`: a clause of its own that leaves the others as they are.
    fn is_tag(&mut self, group: Group) -> bool {
        let scene = self.scene;
        if !scene.has(group.head, List::ReportingVerb) || group.passive {
            return false;
        }
        let top = self.top();
        let waits = self.out.stack.iter().any(|&c| self.clause(c).verb.is_none());
        let from = self.clause(top).start.max(group.first.saturating_sub(REACH));
        let begun = (from..group.first).find(|&k| self.out.owner_of(k) == top && scene.tag(k) != Tag::Mark);
        let start = match self.phrase_before_verb(group.first) {
            Some(a) => a,
            None => group.first,
        };
        if start == self.range.start {
            return false;
        }
        let before = start - 1;
        let after_quote = scene.quoted[before];
        let fresh = begun.is_none_or(|b| b >= start);
        if !(self.is_comma(before) || after_quote) || (waits && fresh && !after_quote) {
            return false;
        }
        // `In May, the lights will go`: a verb that tells of speech beside a quotation alone.
        let uses = scene.entry(group.head, List::ReportingVerb).map_or("", |e| e.field(3));
        let near = group.first.saturating_sub(REACH).max(self.range.start)..self.range.end.min(group.last + REACH);
        if uses.contains('q') && !uses.contains(['c', 't']) && !scene.quoted[near].contains(&true) {
            return false;
        }
        // `, who said`, `, and said`: not here. In the middle a comma or the end must follow.
        let inverted = start == group.first;
        if inverted && (group.first != group.head || (waits && !after_quote)) {
            return false;
        }
        let next = (group.last + 1..self.range.end).find(|&k| scene.tag(k) != Tag::Adverb);
        let ends = next.is_none_or(|k| scene.tag(k) == Tag::Mark);
        let object = next.is_some_and(|k| scene.tag(k) == Tag::Preposition) || scene.is(group.head, "told");
        if !(ends || inverted || (after_quote && fresh) || (!waits && object && self.last_words(group))) {
            return false;
        }
        let c = self.open(Role::Tag, start, Some(top));
        for t in start..group.first {
            let owner = self.out.owner_of(t);
            self.move_owned(t..t + 1, owner, c);
        }
        self.out.list[c].verb = Some(group);
        self.out.list[c].subject =
            if inverted { self.phrase_after(group.last + 1) } else { Subject::Own(start, group.first - 1) };
        true
    }

    /// Whether no further verb follows.
    fn last_words(&self, group: Group) -> bool {
        !(group.last + 1..self.range.end.min(group.last + REACH)).any(|k| self.scene.tag(k).is_finite())
    }

    /// Begins a new clause at the boundary found in the clause at `level` after its verb; whether there is one.
    fn join(&mut self, level: usize, group: Group) -> bool {
        let scene = self.scene;
        let c = self.out.stack[level];
        let clause = *self.clause(c);
        let Some(verb) = clause.verb else { return false };
        let low = verb.last + 1;
        let near = low.max(group.first.saturating_sub(REACH));
        let owned = |s: &Self, k: usize| s.out.owner_of(k) == c;
        // `said the army had fired`
        let next = low;
        let bare = scene.has(verb.head, List::ReportingVerb)
            && next == near
            && self.before(group.first).is_none_or(|k| scene.tag(k) != Tag::Coordinator)
            && !(low..group.first).any(|k| matches!(scene.tag(k), Tag::To | Tag::Infinitive) && owned(self, k))
            && next < group.first
            && (scene.tag(next).is_nominal() || scene.tag(next) == Tag::Adverb)
            && !(low..group.first).any(|k| self.is_comma(k) && owned(self, k))
            && self.takes_clause(verb);
        if bare {
            // `told police he had seen it`: the hearer stays with the telling.
            let spoken = group
                .first
                .checked_sub(1)
                .filter(|&p| p > next && scene.is_one(p, one_of!["he", "she", "they", "we", "i"]));
            let next = spoken.unwrap_or(next);
            let k = self.open_at(level, Role::Complement, next, c, true);
            self.take(next..group.first, c, k, group, next);
            return true;
        }
        let coordinator = (near..group.first).rev().find(|&k| scene.tag(k) == Tag::Coordinator && owned(self, k));
        let comma = (near..group.first).rev().find(|&k| self.is_comma(k) && owned(self, k));
        // `…, and on Friday, 3 May, the council met`: what opens the second clause is its own.
        let adjunct = |k: usize| {
            let first = (k + 1..group.first).find(|&t| scene.tag(t) != Tag::Mark);
            let opens = first.is_some_and(|t| scene.tag(t) == Tag::Preposition);
            opens && (k > near && self.is_comma(k - 1)) && !(k..group.first).any(|t| scene.tag(t).is_verbal())
        };
        let Some(edge) = coordinator.filter(|&k| adjunct(k)).or(coordinator.max(comma)) else {
            // A clause reported after a few other words: `told the paper he was tired`.
            if self.takes_clause(verb) && near < group.first {
                let start = self.phrase_before(group.first).map_or(group.first, |(a, _)| a).max(low);
                let k = self.open_at(level, Role::Complement, start, c, true);
                self.take(start..group.first, c, k, group, start);
                return true;
            }
            return false;
        };
        // A coordinator with a comma before it and something between it and the verb: both are the edge.
        let start = edge + 1;
        let participial = matches!(clause.role, Role::Participial | Role::Absolute);
        let host = if participial || clause.role == Role::Tag { clause.parent.unwrap_or(c) } else { c };
        let role = match self.clause(host).role {
            Role::Adverbial | Role::Conditional | Role::Question if comma.is_some() && coordinator.is_none() => {
                Role::Main
            }
            r => r,
        };
        let parent = self.clause(host).parent;
        let k = self.open_at(level, role, start, c, false);
        self.out.list[k].parent = parent;
        self.out.list[k].joined = Some(host);
        let passive = coordinator.is_some() && self.is_done_to(verb, group);
        self.take(start..group.first, c, k, Group { passive: passive || group.passive, ..group }, start);
        if self.clause(k).subject == Subject::None {
            self.out.list[k].subject = match self.clause(host).subject {
                s @ Subject::Antecedent(..) => s,
                _ => Subject::Of(host),
            };
        }
        true
    }

    /// Whether a verb that goes on from a passive one is passive too, its auxiliary left out: `was arrested and charged`, `two
    /// were killed and five injured`.
    fn is_done_to(&self, before: Group, group: Group) -> bool {
        let scene = self.scene;
        let next = scene.tag(group.last + 1);
        // `left three dead and nine injured`
        let done = before.passive || scene.is_one(before.head, one_of!["leave", "leaves", "leaving", "left"]);
        if !done || group.first != group.last || scene.tag(group.head) != Tag::Past || next.is_nominal() {
            return false;
        }
        scene.entry(group.head, List::Verb).is_some_and(|e| {
            let (past, participle) = (e.field(0), e.field(1));
            e.field(2).contains('o')
                && (participle.is_empty() || past == participle || scene.is(group.head, participle))
        })
    }

    /// Closes everything above `level`, and for a clause beside that level the level too.
    fn open_at(&mut self, level: usize, role: Role, start: usize, around: usize, inside: bool) -> usize {
        self.out.stack.truncate(if role == Role::Complement && inside { level + 1 } else { level });
        self.open(role, start, Some(around))
    }

    pub(super) fn take(&mut self, tokens: Range<usize>, from: usize, c: usize, group: Group, start: usize) {
        // What was opened in between hangs on the new clause.
        for t in tokens.clone() {
            let owner = self.out.owner_of(t);
            if owner != NONE && owner != from && self.out.list[owner].parent == Some(from) {
                self.out.list[owner].parent = Some(c);
            }
        }
        self.move_owned(tokens, from, c);
        self.give(c, group, start);
    }

    fn takes_clause(&self, verb: Group) -> bool {
        let scene = self.scene;
        scene.entry(verb.head, List::ReportingVerb).is_some_and(|e| e.field(3).contains(['c', 'h', 't']))
    }
}
