//! Cuts a sentence into clauses: a shallow grammar over tags, without a tree. One pass from left to right keeps a stack
//! of the clauses that are open; each token belongs to the innermost clause that it stands in.

mod finite;
mod phrase;

use crate::claim::clause::scene::Scene;
use crate::claim::clause::verb::{Group, group_at};
use crate::lexicon::List;
use crate::text::one_of::one_of;
use crate::text::tag::Tag;
use std::ops::Range;

/// How a clause hangs on the one around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// By itself.
    Main,
    /// `who …`, `which …`.
    Relative,
    /// `when …`, `because …`.
    Adverbial,
    /// `if …`, `unless …`.
    Conditional,
    /// What is said, known, agreed: `that …`.
    Complement,
    /// `whether …`, `how …`: not asserted.
    Question,
    /// `killing three`, `held in Geneva`.
    Participial,
    /// `with the president receiving …`.
    Absolute,
    /// `…, officials said, …`
    Tag,
    /// Between dashes or brackets.
    Aside,
}

/// Where a clause's subject stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Subject {
    /// Nowhere.
    None,
    /// In the clause: first and last token.
    Own(usize, usize),
    /// Before the clause: what a relative or participle belongs to.
    Antecedent(usize, usize),
    /// It is the subject of that clause.
    Of(usize),
}

/// One clause.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Clause {
    pub(crate) role: Role,
    /// The word that opens it, no part of its content (`that`, `and`, `when`).
    pub(crate) start: usize,
    pub(crate) verb: Option<Group>,
    pub(crate) subject: Subject,
    /// The clause around it.
    pub(crate) parent: Option<usize>,
    /// The clause that it is joined to.
    pub(crate) joined: Option<usize>,
    /// Whether a comma parts it from the clause around it.
    pub(crate) loose: bool,
}

/// The clauses of one sentence.
#[derive(Debug, Default)]
pub(crate) struct Clauses {
    pub(crate) first: usize,
    pub(crate) list: Vec<Clause>,
    /// For each token of the sentence, the clause that it belongs to; `NONE` for quoted words.
    pub(crate) owner: Vec<usize>,
    /// Participles that restrict a noun (`a man carrying …`): first and last token, and what they belong to. Their
    /// tokens belong to the clause around.
    pub(crate) restrictive: Vec<(Group, usize, (usize, usize))>,
    /// While the sentence is cut: the open clauses, the outermost first.
    stack: Vec<usize>,
}

/// No clause.
pub(crate) const NONE: usize = usize::MAX;

/// How many clauses may be open at once.
const DEPTH: usize = 24;

/// How many tokens a search for a boundary goes back.
const REACH: usize = 80;

impl Clauses {
    /// The clause of token `t`.
    pub(crate) fn owner_of(&self, t: usize) -> usize {
        t.checked_sub(self.first).and_then(|k| self.owner.get(k)).copied().unwrap_or(NONE)
    }
}

/// Cuts the sentence of these tokens into `out`, whatever that held before. Cost: O(tokens); each search back is bounded.
pub(crate) fn segment(scene: &Scene<'_>, range: Range<usize>, out: &mut Clauses) {
    out.first = range.start;
    out.list.clear();
    out.owner.clear();
    out.owner.resize(range.len(), NONE);
    out.restrictive.clear();
    out.stack.clear();
    let mut cutter = Cutter { scene, range: range.clone(), out };
    cutter.open(Role::Main, range.start, None);
    let mut i = range.start;
    while i < range.end {
        i = cutter.step(i);
    }
    cutter.finish();
}

struct Cutter<'s, 'a> {
    scene: &'s Scene<'a>,
    range: Range<usize>,
    out: &'s mut Clauses,
}

impl Cutter<'_, '_> {
    fn top(&self) -> usize {
        self.out.stack.last().copied().unwrap_or(0)
    }

    fn clause(&self, c: usize) -> &Clause {
        &self.out.list[c]
    }

    fn open(&mut self, role: Role, start: usize, parent: Option<usize>) -> usize {
        let c = self.out.list.len();
        self.out.list.push(Clause {
            role,
            start,
            verb: None,
            subject: Subject::None,
            parent,
            joined: None,
            loose: false,
        });
        // A stack deeper than any sentence needs: forget what is in its middle.
        if self.out.stack.len() >= DEPTH {
            self.out.stack.drain(1..DEPTH / 2);
        }
        self.out.stack.push(c);
        c
    }

    fn own(&mut self, tokens: Range<usize>, c: usize) {
        for t in tokens {
            if !self.scene.quoted[t] {
                self.out.owner[t - self.range.start] = c;
            }
        }
    }

    /// Gives the tokens of `tokens` that belong to `from` to `to`.
    fn move_owned(&mut self, tokens: Range<usize>, from: usize, to: usize) {
        for t in tokens {
            let slot = &mut self.out.owner[t - self.range.start];
            if *slot == from {
                *slot = to;
            }
        }
    }

    fn is_comma(&self, i: usize) -> bool {
        self.scene.tag(i) == Tag::Mark && self.scene.is(i, ",") && !self.scene.quoted[i]
    }

    /// The token before `i` that is no adverb, in the sentence.
    fn before(&self, i: usize) -> Option<usize> {
        (self.range.start..i).rev().take(4).find(|&k| !matches!(self.scene.tag(k), Tag::Adverb | Tag::Negation))
    }

    /// Reads what stands at token `i`; the next token to read.
    #[inline]
    fn step(&mut self, i: usize) -> usize {
        let tag = self.scene.tag(i);
        // Most words belong to the clause around them, and change nothing.
        let plain = tag.is_nominal() || matches!(tag, Tag::Preposition | Tag::Adverb | Tag::Infinitive | Tag::To);
        if plain && !self.scene.quoted[i] {
            self.out.owner[i - self.range.start] = self.top();
            return i + 1;
        }
        self.turn(i, tag)
    }

    /// As [`Cutter::step`], where a clause may begin or end.
    fn turn(&mut self, i: usize, tag: Tag) -> usize {
        if self.scene.quoted[i] {
            return self.gap(i);
        }
        match tag {
            Tag::Mark => self.mark(i),
            Tag::Relative | Tag::Subordinator => self.opener(i, tag),
            Tag::Gerund | Tag::Participle => return self.participle(i),
            t if t.is_finite() || t == Tag::PronounAuxiliary => {
                if let Some(group) = group_at(self.scene, i, self.range.end) {
                    self.finite(group);
                    let top = self.top();
                    self.own(group.first..group.last + 1, top);
                    return group.last + 1;
                }
            }
            _ => {}
        }
        let top = self.top();
        self.own(i..i + 1, top);
        i + 1
    }

    /// A direct quotation: what follows it begins anew if a clause was complete before it.
    fn gap(&mut self, i: usize) -> usize {
        let mut k = i;
        while k < self.range.end && self.scene.quoted[k] {
            k += 1;
        }
        let top = self.top();
        if k < self.range.end && self.clause(top).verb.is_some() {
            self.restart(k);
        }
        k
    }

    /// A new main clause at token `start`.
    fn restart(&mut self, start: usize) {
        self.out.stack.clear();
        self.open(Role::Main, start, None);
    }

    fn mark(&mut self, i: usize) {
        let word = self.scene.word(i);
        match word {
            "," => self.comma(i),
            ";" | ":" if !self.between_digits(i) => {
                let joined = self.top();
                self.restart(i + 1);
                let top = self.top();
                self.out.list[top].joined = Some(joined);
            }
            "(" | "[" => {
                let parent = self.top();
                self.open(Role::Aside, i + 1, Some(parent));
            }
            ")" | "]" => self.close_aside(),
            "–" | "—" | "-" if self.is_dash(i) => {
                let inside = self.out.stack.iter().any(|&c| self.clause(c).role == Role::Aside && self.dashed(c));
                if inside {
                    self.close_aside();
                } else {
                    let parent = self.top();
                    self.open(Role::Aside, i + 1, Some(parent));
                }
            }
            _ => {}
        }
    }

    /// Whether the aside `c` was opened by a dash.
    fn dashed(&self, c: usize) -> bool {
        let start = self.clause(c).start;
        start > self.range.start && !matches!(self.scene.word(start - 1), "(" | "[")
    }

    fn is_dash(&self, i: usize) -> bool {
        let spaced = |k: usize| self.scene.doc.tokens.get(k).is_some_and(|t| t.space_before);
        self.scene.word(i) != "-" && (self.scene.word(i) == "—" || spaced(i)) || (spaced(i) && spaced(i + 1))
    }

    fn between_digits(&self, i: usize) -> bool {
        i > self.range.start
            && self.scene.tag(i - 1) == Tag::Number
            && self.scene.doc.tokens.get(i + 1).is_some_and(|t| !t.space_before)
    }

    fn close_aside(&mut self) {
        if let Some(at) = self.out.stack.iter().rposition(|&c| self.clause(c).role == Role::Aside) {
            self.out.stack.truncate(at);
        }
        if self.out.stack.is_empty() {
            self.restart(self.range.start);
        }
    }

    /// An opening clause ends at its comma; so does `officials said` in the middle.
    fn comma(&mut self, i: usize) {
        let top = self.top();
        let clause = *self.clause(top);
        let Some(parent) = clause.parent else { return };
        let waits = self.clause(parent).verb.is_none();
        // `few, if any, survived`
        if clause.verb.is_none() && clause.role == Role::Conditional && clause.loose && i > clause.start {
            self.out.stack.pop();
            return;
        }
        if clause.verb.is_none() || !waits {
            return;
        }
        let opening = match clause.role {
            Role::Adverbial | Role::Conditional | Role::Participial | Role::Question | Role::Absolute => {
                let from = self.clause(parent).start.max(clause.start.saturating_sub(REACH));
                !(from..clause.start).any(|t| self.out.owner_of(t) == parent && self.scene.tag(t).is_nominal())
            }
            Role::Tag => true,
            _ => false,
        };
        if opening {
            self.out.stack.pop();
            if clause.role != Role::Tag {
                self.out.list[parent].start = i + 1;
            }
        }
    }

    fn opener(&mut self, i: usize, tag: Tag) {
        let scene = self.scene;
        let before = i.checked_sub(1).filter(|k| *k >= self.range.start);
        let joined = before.is_some_and(|k| scene.tag(k) == Tag::Coordinator);
        let top = self.top();
        let role = if tag == Tag::Relative {
            Role::Relative
        } else if scene.is_one(i, one_of!["that"]) {
            Role::Complement
        } else if scene.is_one(i, one_of!["whether", "how", "why", "what", "who", "which", "whose", "whom"]) {
            Role::Question
        } else if scene.is_one(i, one_of!["if", "unless", "lest"]) {
            let asked = before.is_some_and(|k| scene.has(k, List::ReportingVerb))
                || self.before(i).is_some_and(|k| scene.is_one(k, one_of!["see", "know", "say", "clear", "sure"]));
            if asked { Role::Question } else { Role::Conditional }
        } else if scene.is_one(i, one_of!["when", "where"]) && before.is_some_and(|k| scene.has(k, List::ReportingVerb))
        {
            Role::Question
        } else {
            Role::Adverbial
        };
        let loose = before.is_some_and(|k| self.is_comma(k));
        // `and that …`, `and who …` goes beside the clause of the same kind.
        let mut parent = top;
        if joined && matches!(role, Role::Complement | Role::Relative) {
            if let Some(at) = self.out.stack.iter().rposition(|&c| self.clause(c).role == role) {
                parent = self.clause(self.out.stack[at]).parent.unwrap_or(0);
                self.out.stack.truncate(at);
            }
        }
        let mut start = if role == Role::Relative { i } else { i + 1 };
        let mut subject = Subject::None;
        if role == Role::Relative {
            // `of which`, `both of whom`, `most of which`
            let mut k = i;
            while k > self.range.start && scene.tag(k - 1) == Tag::Preposition {
                k -= 1;
                let counted = k > self.range.start
                    && (matches!(scene.tag(k - 1), Tag::Number | Tag::Determiner)
                        || scene.is_one(k - 1, one_of!["most", "many", "some"]));
                if scene.is(k, "of") && counted {
                    k -= 1;
                }
            }
            self.own(k..i, NONE);
            start = k;
            if let Some((a, z)) = self.focus(top, k).or_else(|| self.antecedent_before(k)) {
                subject = Subject::Antecedent(a, z);
            }
        }
        let c = self.open(role, start, Some(parent));
        self.out.list[c].subject = subject;
        self.out.list[c].loose = loose;
        self.own(start..i, c);
        // `If convicted, he faces ten years`
        if matches!(role, Role::Conditional | Role::Adverbial) && scene.tag(i + 1) == Tag::Participle {
            self.out.list[c].verb = group_at(scene, i + 1, self.range.end);
            self.out.list[c].subject = Subject::Of(parent);
        }
    }

    /// A participle or gerund outside of a finite verb's group; the next token to read.
    fn participle(&mut self, i: usize) -> usize {
        let scene = self.scene;
        let Some(group) = group_at(scene, i, self.range.end) else {
            let top = self.top();
            self.own(i..i + 1, top);
            return i + 1;
        };
        let top = self.top();
        let gerund = scene.tag(i) == Tag::Gerund;
        let prev = self.before(i);
        let next = group.last + 1;
        let Some(p) = prev else {
            // At the start of the sentence.
            let c = self.open(Role::Participial, i, Some(top));
            self.out.list[c].verb = Some(group);
            self.out.list[c].subject = Subject::Of(top);
            self.out.list[c].loose = true;
            self.own(i..next, c);
            return next;
        };
        let first = if p + 1 < i { p + 1 } else { i };
        let after_mark = self.is_comma(p) || scene.quoted[p] || self.is_dash(p) && scene.tag(p) == Tag::Mark;
        let beside =
            scene.tag(p) == Tag::Coordinator && matches!(self.clause(top).role, Role::Participial | Role::Absolute);
        if after_mark || beside {
            let mut parent = top;
            let mut subject = None;
            if matches!(self.clause(top).role, Role::Participial) && (beside || gerund) {
                subject = Some(self.clause(top).subject);
                parent = self.clause(top).parent.unwrap_or(0);
                self.out.stack.pop();
            } else if beside {
                subject = Some(self.clause(top).subject);
            }
            let antecedent = || self.phrase_before(p).map_or(Subject::Of(parent), |(a, z)| Subject::Antecedent(a, z));
            let subject = subject.unwrap_or_else(|| {
                if gerund && (self.clause(parent).verb.is_some() || self.clause(parent).role != Role::Main) {
                    Subject::Of(parent)
                } else {
                    antecedent()
                }
            });
            let c = self.open(Role::Participial, first, Some(parent));
            self.out.list[c].verb = Some(group);
            self.out.list[c].subject = subject;
            self.out.list[c].loose = true;
            self.own(first..next, c);
            return next;
        }
        // `with the president receiving …`
        if let Some((a, z)) = self.phrase_before(i) {
            let with =
                a.checked_sub(1).filter(|w| *w >= self.range.start && scene.is_one(*w, one_of!["with", "without"]));
            if scene.tag(p).is_nominal() && with.is_some() {
                let c = self.open(Role::Absolute, a, Some(top));
                self.out.list[c].verb = Some(group);
                self.out.list[c].subject = Subject::Own(a, z);
                self.out.list[c].loose = true;
                self.own(a..next, c);
                return next;
            }
            if scene.tag(p).is_nominal() && p + 1 == i {
                self.out.restrictive.push((group, top, (a, z)));
            }
        }
        if scene.is(p, "without") && p + 1 == i {
            let c = self.open(Role::Participial, p, Some(top));
            self.out.list[c].verb = Some(group);
            self.out.list[c].subject = Subject::Of(top);
            self.own(p..next, c);
            return next;
        }
        self.own(i..next, top);
        next
    }

    /// Clauses without a verb go to the clause before or around them.
    fn finish(&mut self) {
        // Both stand earlier in the list, so that one pass settles every chain.
        let mut to = std::mem::take(&mut self.out.stack);
        to.clear();
        to.extend(0..self.out.list.len());
        for (c, clause) in self.out.list.iter().enumerate().filter(|(_, clause)| clause.verb.is_none()) {
            let host = if clause.role == Role::Main { clause.joined } else { clause.parent };
            if let Some(host) = host.filter(|h| *h < c) {
                to[c] = to[host];
            }
        }
        for slot in self.out.owner.iter_mut().filter(|o| **o != NONE) {
            *slot = to[*slot];
        }
        for (_, c, _) in &mut self.out.restrictive {
            *c = to[*c];
        }
        self.out.stack = to;
    }
}
