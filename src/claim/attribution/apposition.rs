//! Subjects with something between commas after them: ages, roles, relative clauses.

use crate::claim::attribution::phrase::{Mention, Sort};
use crate::claim::attribution::scene::Scene;
use crate::lexicon::List;
use crate::text::one_of::{OneOf, one_of};
use crate::text::token::TokenKind;

/// Participles that are neither regular nor like the past form.
const PARTICIPLES: &OneOf<'_> = one_of![
    "beaten", "born", "chosen", "done", "drawn", "driven", "fallen", "flown", "given", "grown", "hidden", "known",
    "mistaken", "seen", "shaken", "shown", "spoken", "stolen", "sworn", "taken", "thrown", "torn", "worn", "written",
];

/// How many groups between commas a subject may run over.
const GROUPS: usize = 7;

/// The longest group, in tokens.
const LONGEST: usize = 60;

enum Group {
    /// An age, a place, a relative or participial clause.
    Aside,
    Phrase(Mention),
    Pronoun(Mention),
    None,
}

impl Scene<'_, '_> {
    /// The subject before a comma at `comma`: past ages, roles and relative clauses.
    pub(super) fn subject_over_commas(&self, low: usize, comma: usize) -> Option<Mention> {
        let mut right = comma;
        let mut name: Option<(Mention, bool)> = None;
        let mut role: Option<Mention> = None;
        for _ in 0..GROUPS {
            let left = self.group_start(low, right);
            let (group, lead) = self.group(left, right);
            match group {
                Group::Aside => {
                    // `Another passenger, who gave his name only as Mikael, said`
                    if let Some(m) = self.name_given(left, right).filter(|_| name.is_none()) {
                        name = Some((m, false));
                    }
                }
                Group::Phrase(m) if m.sort == Sort::Name => {
                    // `the former skier and member of parliament Ann Lee`: the name belongs to what stands before it.
                    let titled = left > low
                        && self.has(lead, List::Determiner)
                        && m.end - m.first > 1
                        && self.named(m.end - 1).is_some_and(|n| n.len() > 1)
                        && self.is_lower(m.first - 1)
                        && self.has(m.first - 1, List::SpeakerNoun)
                        && (lead..m.first).all(|i| self.is_word(i));
                    let whole = m.from == lead || titled;
                    // `the president and chief executive of Acme`: a role.
                    if !whole
                        && name.is_none()
                        && left > low
                        && (self.has(lead, List::Determiner) || self.is_lower(lead))
                    {
                        if left <= low || !self.is_mark(left - 1, ",") {
                            break;
                        }
                        right = left - 1;
                        continue;
                    }
                    match &name {
                        // `Smith, Acme chairman Lee, said`: the first name is the subject.
                        None => name = Some((m, whole)),
                        // `The remaining GP, Dr Ann Lee, said`
                        Some((n, _)) if self.is_led(lead) && self.is_described(lead, m, *n) => {
                            name = Some((Mention { from: m.from, ..*n }, whole));
                            break;
                        }
                        Some(_) if whole => name = Some((m, whole)),
                        Some(_) => break,
                    }
                    if !whole {
                        break;
                    }
                }
                Group::Phrase(m) => {
                    let whole = m.from == lead;
                    // `residents of Larch Close, Stockport, complained`: the name is a place's.
                    let many = whole && self.is_plural_phrase(m) && self.is_name(m.end - 1);
                    // `The family of a collector, Ian Moss, said`: he is the collector.
                    let kin = whole && m.sort == Sort::Group && name.is_some() && self.is_group_of_one(m);
                    if kin || many && name.as_ref().is_some_and(|(n, _)| n.end - n.first <= 2) {
                        return Some(Mention { to: comma + 1, ..m });
                    }
                    // `Ann Lee, the widow of the late mayor, Tom Hale, said`: the dead say nothing.
                    if name.is_some() && left > low && (lead + 2..right).any(|i| self.is(i, "late")) {
                        name = None;
                        role = Some(m);
                        right = left - 1;
                        continue;
                    }
                    if name.is_some() {
                        // `The head of the bank, Lucas Brennik, said`: the role before the name belongs to it.
                        if let Some((n, _)) = name.as_mut() {
                            if whole && m.sort != Sort::Document {
                                n.from = m.from;
                            }
                        }
                        break;
                    }
                    let described = self.has(lead, List::Determiner) || self.is_lower(lead);
                    if whole || role.is_none() {
                        role = Some(m);
                    }
                    // `a firm whose owner, a lawyer, said`
                    if whole && self.is(left, "whose") {
                        break;
                    }
                    if !whole && !described {
                        break;
                    }
                }
                Group::Pronoun(m) => {
                    if let Some((n, _)) = name.as_mut().filter(|_| self.is(m.first, "one")) {
                        n.from = m.from;
                    }
                    // `One, a nurse from Kent, said`
                    let told = role.filter(|r| self.is(m.first, "one") && r.sort == Sort::Person);
                    if let Some(r) = told.filter(|_| name.is_none()) {
                        return Some(Mention { from: m.from, to: comma + 1, ..r });
                    }
                    if name.is_none() {
                        return Some(Mention { to: comma + 1, ..m });
                    }
                    break;
                }
                Group::None => break,
            }
            if left <= low || !self.is_mark(left - 1, ",") && !self.is_dash(left - 1) {
                break;
            }
            right = left - 1;
        }
        name.map(|(m, _)| m).or(role).map(|m| Mention { to: comma + 1, ..m })
    }

    /// The name that a relative clause gives: `who gave her name as Ann`, `who asked to be identified only as Ann Lee`.
    fn name_given(&self, left: usize, right: usize) -> Option<Mention> {
        if !self.is(left, "who") {
            return None;
        }
        let first = (left..right).rev().take_while(|i| self.is_name(*i)).last()?;
        let lead = first.checked_sub(1)?;
        let given = one_of!["name", "identified", "known", "goes", "named"];
        let told = || self.is(lead, "called") || (left..lead).any(|i| self.is_one(i, given));
        let as_name = self.is_one(lead, one_of!["as", "by", "called"]) && told();
        as_name.then_some(Mention { first, end: right, sort: Sort::Name, from: left, to: right })
    }

    /// `the family of a collector`
    fn is_group_of_one(&self, m: Mention) -> bool {
        (m.first..m.end).any(|i| self.is(i, "of") && self.is_one(i + 1, one_of!["a", "an"]))
    }

    fn is_led(&self, i: usize) -> bool {
        self.has(i, List::Determiner) || self.is_one(i, one_of!["his", "her", "its", "their"])
    }

    /// Whether the group that begins at `lead` describes in words of its own who `name` is.
    fn is_described(&self, lead: usize, group: Mention, name: Mention) -> bool {
        self.is_titled(name)
            || name.end - name.first > 1 && (lead + 1..name.first).any(|i| self.is_lower(i)) && group.first >= lead
    }

    /// Whether a name has a title or a given name: it is a person's.
    fn is_titled(&self, m: Mention) -> bool {
        (m.from..m.end).any(|i| self.has(i, List::GivenName) || self.has(i, List::Title)) && m.end - m.from > 1
    }

    /// Whether these tokens are a name with what its bearer is before it: `retired teacher Ann Lee`.
    fn is_titled_name(&self, lead: usize, end: usize) -> bool {
        let name = (lead + 1..end).find(|i| self.is_name(*i)).filter(|n| *n <= lead + 4);
        let plain = |i: usize| self.is_lower(i) && !self.has(i, List::Preposition) && !self.has(i, List::Determiner);
        name.is_some_and(|n| {
            self.has(n - 1, List::SpeakerNoun) && (lead..n).all(plain) && (n..end).all(|i| self.is_name(i))
        })
    }

    /// The first token of the group that ends at `right`.
    pub(super) fn group_start(&self, low: usize, right: usize) -> usize {
        let low = low.max(right.saturating_sub(LONGEST));
        let mut i = right;
        let mut depth = 0usize;
        while i > low {
            let j = i - 1;
            if self.is_mark(j, ")") {
                depth += 1;
            } else if self.is_mark(j, "(") {
                depth = depth.saturating_sub(1);
            } else if depth == 0
                && (self.is_mark(j, ",") || self.is_mark(j, ";") || self.is_mark(j, ":") || self.is_dash(j))
            {
                break;
            }
            i = j;
        }
        i
    }

    /// Whether `[lead, e)` is a subject and its verb of saying, and no relative clause.
    fn is_inserted_tag(&self, lead: usize, e: usize) -> bool {
        let Some(verb) = e.checked_sub(1).filter(|v| *v > lead) else { return false };
        let says = self.is_lower(verb) && self.has(verb, List::ReportingVerb) && !self.has(verb, List::SpeakerNoun);
        let apart = |i: usize| {
            self.has(i, List::Auxiliary) || self.is_one(i, one_of!["who", "whose", "whom", "which", "that", "where"])
        };
        says && !(lead..verb).any(apart) && self.subject_before(lead, verb).is_some_and(|m| m.to == verb)
    }

    /// What stands between two commas, and where its phrase may begin.
    fn group(&self, left: usize, right: usize) -> (Group, usize) {
        if left >= right {
            return (Group::Aside, left);
        }
        let mut lead = left;
        // `But Smith, the mayor, said`.
        while lead + 1 < right
            && (self.is(lead, "but")
                || self.is(lead, "and")
                || self.is(lead, "yet")
                || self.is(lead, "so")
                || self.is(lead, "that"))
        {
            lead += 1;
        }
        while lead + 1 < right && self.is_adverb(lead) && !self.is_name(lead + 1) {
            lead += 1;
        }
        let e =
            if self.is_mark(right - 1, ")") { self.before_bracket(left, right - 1).unwrap_or(right) } else { right };
        if e <= lead {
            return (Group::Aside, lead);
        }
        if e - lead == 1 {
            if let Some(sort) = self.pronoun(lead) {
                return (Group::Pronoun(Mention { first: lead, end: e, sort, from: lead, to: e }), lead);
            }
        }
        // `D-Conn.`, `I-Vt.`: party and state.
        if self.word(lead).len() == 1 && self.is_mark(lead + 1, "-") {
            return (Group::Aside, lead);
        }
        let lower = self.is_lower(lead);
        let word = self.word(lead);
        let number = self.token(lead).is_some_and(|t| t.kind == TokenKind::Number);
        // `the association, whose chair, Ann Lee, said`: the chair is hers.
        let clause = || (lead..e).any(|i| self.has(i, List::Auxiliary));
        if self.is(lead, "whose") && e - lead <= 6 && !clause() {
            return (self.subject_ending_at(lead + 1, e).map_or(Group::None, Group::Phrase), lead + 1);
        }
        // `Lee, the report says, told her`: a tag set in between.
        if self.is_inserted_tag(lead, e) {
            return (Group::Aside, lead);
        }
        // `the eldest nurse, 91-year-old Ann Lee, wept`
        let old = number && self.is(lead + 2, "year") && self.is(lead + 4, "old") && lead + 5 < e;
        if old && (lead + 5..e).all(|i| self.is_name(i)) {
            return (self.subject_ending_at(lead + 5, e).map_or(Group::None, Group::Phrase), lead + 5);
        }
        let aside = number
            || self.has(lead, List::Preposition)
            || self
                .is_one(lead, one_of!["who", "whose", "whom", "which", "where", "when", "aged", "now", "then", "both"])
            || lower
                && (word.ends_with("ing")
                    || word.ends_with("ed")
                    || self.has(lead, List::PastVerb)
                    || PARTICIPLES.holds(word.as_bytes()))
                && !self.has(lead, List::SpeakerNoun)
                && !self.is_titled_name(lead, e);
        // `in 2021 Lee, 77, said`: a time and no place, and then the name.
        let time = |i: &usize| {
            let number = self.token(*i).is_some_and(|t| t.kind == TokenKind::Number);
            number || self.is_time(*i) || self.is_grain(*i) || self.is_one(*i, one_of!["last", "this", "early", "late"])
        };
        let led = self.has(lead, List::Preposition);
        let dated = lead + 1 + if led { (lead + 1..e).take_while(time).count() } else { 0 };
        if led && dated > lead + 1 && (dated..e).all(|i| self.is_name(i)) && dated < e {
            return (self.subject_ending_at(dated, e).map_or(Group::None, Group::Phrase), dated);
        }
        // `When Ann Lee, the minister, says`
        let when = self.is_one(lead, one_of!["as", "because", "if", "when", "while"]);
        if when && lead + 1 < e && (lead + 1..e).all(|i| self.is_name(i)) {
            return (self.subject_ending_at(lead + 1, e).map_or(Group::None, Group::Phrase), lead + 1);
        }
        if aside && e - lead > 1 && self.token(left).is_some_and(|t| t.is_capitalised()) && self.is_name(e - 1) {
            // `In Kent Smith, the mayor, said`: too uncertain to tell.
            return (Group::Aside, lead);
        }
        if aside {
            return (Group::Aside, lead);
        }
        if self.has(lead, List::NameSuffix) || self.has(lead, List::Postnominal) {
            return (Group::Aside, lead);
        }
        // `The neighbour who made the call, whose name is not known, said`
        let who = (lead + 1..e).find(|i| self.is(*i, "who")).and_then(|who| self.antecedent(lead, who));
        match who.or_else(|| self.subject_ending_at(lead, e)) {
            Some(m) => (Group::Phrase(m), lead),
            // `skipper of the '71 side`
            None if self.is_lower(lead) && self.has(lead, List::SpeakerNoun) => (Group::Aside, lead),
            None => (Group::None, lead),
        }
    }
}
