//! Noun phrases around a cue: the subject before it, the subject or hearer after it.
//!
//! There is no parser: a phrase is read from its end, which stands next to the cue, by closed word classes (function
//! words), capitals and the list of speaker nouns.

use crate::claim::attribution::scene::{FUNCTION, Scene};
use crate::lexicon::List;
use crate::text::one_of::one_of;
use crate::text::token::TokenKind;

/// What sort of mention a phrase is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    He,
    She,
    They,
    It,
    /// `I`, `we`, `you`.
    Speaker,
    /// `one`, `others`, `nobody`.
    Anybody,
    /// Ends in a name.
    Name,
    /// A common noun for a person.
    Person,
    /// A common noun for a group or body.
    Group,
    /// A common noun for a document or message.
    Document,
    /// `the 63-year-old`.
    Aged,
    /// Another common noun.
    Other,
}

impl Sort {
    /// `he`, `she`, `they`, `it`.
    pub(super) fn is_third_person(self) -> bool {
        matches!(self, Self::He | Self::She | Self::They | Self::It)
    }
}

/// A mention of a possible speaker, in tokens.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mention {
    pub(super) first: usize,
    pub(super) end: usize,
    pub(super) sort: Sort,
    /// The first token of all that belongs to it: roles, appositions, adverbs.
    pub(super) from: usize,
    /// One past the last.
    pub(super) to: usize,
}

/// The longest noun phrase, in tokens.
pub(super) const LONGEST: usize = 14;

impl Scene<'_, '_> {
    /// The subject whose verb stands at `end`, not before token `low`.
    pub(super) fn subject_before(&self, low: usize, end: usize) -> Option<Mention> {
        let mut e = self.skip_verb_words(low, end);
        if e <= low {
            return None;
        }
        let t = e - 1;
        if self.is_mark(t, ",") || self.is_dash(t) {
            return self.subject_over_commas(low, t);
        }
        if self.is_mark(t, ")") {
            e = self.before_bracket(low, t)?;
        }
        if self.is_possessive(t) && self.is_one_of_his(t) {
            return self.subject_ending_at(low, t).map(|m| Mention { to: e, ..m });
        }
        let Some(found) = self.subject_ending_at(low, e) else {
            // `Doctors who examined him found`
            let floor = low.max(e.saturating_sub(LONGEST));
            let who = (floor..e).rev().take_while(|k| self.is_word(*k)).find(|k| self.is(*k, "who"))?;
            return self.antecedent(low, who);
        };
        // `A neighbour who declined to give her name said`: the phrase is inside a relative clause.
        let b = found.from.checked_sub(1).filter(|b| *b > low);
        // `The teenager who filmed Webb said`, but not `Webb, who Lee said`
        let verb = self.is_lower(found.from)
            && (self.has(found.from, List::PastVerb) || self.ends_in(found.from, "ed"))
            && !self.has(found.from, List::SpeakerNoun);
        if let Some(who) = b.filter(|b| verb && self.is(*b, "who")) {
            return self.antecedent(low, who).or(Some(found));
        }
        if let Some(b) = b.filter(|b| self.is_lower(*b) && !self.is_adverb(*b) && !self.has(*b, List::Connective)) {
            let floor = low.max(b.saturating_sub(LONGEST));
            let stop = |k: usize| self.is_quoted(k) || self.is_dash(k) || matches!(self.word(k), "," | "." | ";" | ":");
            let clause = (floor..b).rev().take_while(|k| !stop(*k));
            if let Some(who) = clause.into_iter().find(|k| self.is(*k, "who")) {
                return self.antecedent(low, who).or(Some(found));
            }
        }
        Some(found)
    }

    /// Whether the possessive at token `t` ends the words for somebody: `a friend of Webb's`.
    pub(super) fn is_one_of_his(&self, t: usize) -> bool {
        let of = (t.saturating_sub(5)..t).rev().take_while(|i| self.is_word(*i)).find(|i| self.is(*i, "of"));
        of.and_then(|of| of.checked_sub(1)).is_some_and(|n| self.has(n, List::SpeakerNoun) && self.is_lower(n))
    }

    /// The index of the bracket that opens what closes at `t`.
    pub(super) fn before_bracket(&self, low: usize, t: usize) -> Option<usize> {
        let floor = low.max(t.saturating_sub(20));
        let mut depth = 0usize;
        for i in (floor..=t).rev() {
            if self.is_mark(i, ")") {
                depth += 1;
            } else if self.is_mark(i, "(") {
                depth -= 1;
                if depth == 0 {
                    return Some(i);
                }
            }
        }
        None
    }

    /// Steps left over adverbs, auxiliaries and `went on to`.
    fn skip_verb_words(&self, low: usize, end: usize) -> usize {
        let mut e = end;
        while e > low {
            let i = e - 1;
            let spared = self.token(i).is_some_and(|t| t.is_capitalised()) && i > low;
            let verbal = self.has(i, List::Auxiliary) || self.is_adverb(i) || self.is(i, "since") && end > e;
            if !spared && verbal && !self.is_quoted(i) {
                e = i;
            } else if let Some(start) = self.time_start(low, i) {
                e = start;
            } else if self.is(i, "to")
                && i > low
                && self.is_lower(i - 1)
                && !self.has(i - 1, List::SpeakerNoun)
                && !(i > low + 1 && (self.has(i - 2, List::Determiner) || self.is_possessive(i - 2)))
            {
                // `went on to say`, but not `a plan to allow`
                let on = i - 1 > low && (self.is(i - 1, "on") || self.is(i - 1, "up"));
                e = i - 1 - usize::from(on);
            } else if let Some(start) = self.parenthetical_start(low, i) {
                // `did, however, say`
                e = start;
            } else if self.is_mark(i, ")") && end > low {
                match self.before_bracket(low, i) {
                    Some(b) if b > low => e = b,
                    _ => break,
                }
            } else {
                break;
            }
        }
        e
    }

    /// The first comma of an adverb set off by two, the second at `i`, after an auxiliary: `did, however,`.
    fn parenthetical_start(&self, low: usize, i: usize) -> Option<usize> {
        let start = i.checked_sub(2).filter(|s| *s > low && self.is_mark(i, ",") && self.is_mark(*s, ","))?;
        let word = self.is_adverb(i - 1) || self.has(i - 1, List::Connective);
        (word && self.has(start - 1, List::Auxiliary)).then_some(start)
    }

    /// The first token of a time that ends at `i`: `Monday`, `on Monday`, `earlier this week`, `last night`.
    fn time_start(&self, low: usize, i: usize) -> Option<usize> {
        let named = self.is_time(i);
        if !named && !self.is_grain(i) {
            return None;
        }
        let lead = i.checked_sub(1).filter(|l| *l > low)?;
        let which = self.is_one(lead, one_of!["this", "last", "next", "late", "early", "that"]);
        if !named && !which {
            return None;
        }
        let mut start = if which { lead } else { i };
        let more = ["on", "late", "earlier", "early"];
        while start > low + 1 && (more.iter().any(|w| self.is(start - 1, w)) || self.is_time(start - 1)) {
            start -= 1;
        }
        Some(start)
    }

    /// The phrase that ends at `e`, with what it depends on: `the head of the bank`.
    pub(super) fn subject_ending_at(&self, low: usize, e: usize) -> Option<Mention> {
        let t = e.checked_sub(1).filter(|t| *t >= low)?;
        if self.is(t, "who") || self.is(t, "which") || self.is(t, "that") {
            return self.antecedent(low, t);
        }
        if let Some(sort) = self.pronoun(t).filter(|_| !self.is_hyphened(t)) {
            // `one` may be the number of a noun that is not there; a noun before it makes it part of a phrase.
            if !(self.is(t, "one") || self.is(t, "others")) || t == low || !self.is_lower(t - 1) {
                return Some(Mention { first: t, end: e, sort, from: t, to: e });
            }
        }
        let first = self.phrase_start(low, e);
        if first >= e {
            return None;
        }
        self.with_complement(low, first, e)
    }

    /// `the man, who said`, `a report that said`: the phrase before the relative word.
    pub(super) fn antecedent(&self, low: usize, relative: usize) -> Option<Mention> {
        let e = if relative > low && self.is_mark(relative - 1, ",") { relative - 1 } else { relative };
        let e = if e > low && self.is_mark(e - 1, ")") { self.before_bracket(low, e - 1)? } else { e };
        let t = e.checked_sub(1).filter(|t| *t >= low)?;
        if self.is(relative, "that") && !(self.has(t, List::SpeakerNoun) || self.has(t, List::ReportingNoun)) {
            return None;
        }
        if !self.is_word(t) && self.token(t).is_none_or(|t| t.kind != TokenKind::Number) && !self.is_mark(t, ".") {
            return None;
        }
        // `Jessica Lund, 74, who told`: past the age.
        let age = e < relative && self.token(t).is_some_and(|t| t.kind == TokenKind::Number);
        let e = match t.checked_sub(1).filter(|c| age && *c > low && self.is_mark(*c, ",")) {
            Some(comma) => comma,
            None => e,
        };
        let first = self.phrase_start(low, e);
        if first < e {
            return self.with_complement(low, first, e);
        }
        None
    }

    /// Reads a noun phrase from its end at `e` to the left.
    fn phrase_start(&self, low: usize, e: usize) -> usize {
        let floor = low.max(e.saturating_sub(LONGEST));
        let mut i = e;
        while i > floor {
            let j = i - 1;
            if self.is_quoted(j) {
                // A nickname between two parts of a name.
                let open = (floor..=j).rev().take_while(|k| self.is_quoted(*k)).last().unwrap_or(j);
                if i < e && self.is_name(i) && j - open < 5 && open > floor && self.is_name(open - 1) {
                    i = open;
                    continue;
                }
                // `the "Gravel Road" singer`
                if i < e && self.is_lower(i) && open > floor && self.has(open - 1, List::Determiner) {
                    i = open;
                    continue;
                }
                break;
            }
            if self.is_mark(j, ")") && i < e && self.is_name(i) {
                // `Dr. (Ms.) Femke Roodhart`
                match self.before_bracket(floor, j) {
                    Some(b) if b > floor && j - b <= 4 => {
                        i = b;
                        continue;
                    }
                    _ => break,
                }
            }
            let Some(t) = self.token(j) else { break };
            if let Some(name) = self.named(j).filter(|n| n.start >= floor && n.len() > 1) {
                i = name.start;
                continue;
            }
            let inside = match t.kind {
                TokenKind::Possessive | TokenKind::Number => true,
                TokenKind::Mark => self.joins(j, e),
                // `damaged by Friday's explosion`
                TokenKind::Word if self.is_time(j) && i < e && self.is_possessive(i) => true,
                TokenKind::Word if t.is_capitalised() => {
                    // `The`, `His` begin the phrase; `On`, `But` stand before it.
                    if t.lists.has(List::Determiner) {
                        return if self.is(j, "that") { i } else { j };
                    }
                    let noun =
                        j + 1 == e && t.lists.has(List::SpeakerNoun) && j > low && self.has(j - 1, List::Determiner);
                    noun || self.is_capital(j) && !(j == low && t.lists.has(List::Auxiliary) && !self.is_name(j + 1))
                }
                TokenKind::Word => {
                    if t.lists.has(List::Determiner) && !t.lists.has(List::Connective) && !self.is_hyphened(j) {
                        return j;
                    }
                    let function = t.lists.any(FUNCTION) || t.lists.has(List::Adverb) && j + 1 == e;
                    let particle = i < e && self.is_name(i) && self.has(j, List::NameParticle);
                    // `The Globe and Mail`
                    let and = self.is(j, "and") && i < e && self.is_name(i) && j > floor + 1 && self.is_name(j - 1);
                    // `about 200 people`
                    let number = i < e
                        && self.is_one(j, one_of!["about", "around", "over", "under", "nearly", "almost", "some"])
                        && self.token(i).is_some_and(|t| t.kind == TokenKind::Number);
                    particle
                        || number
                        || self.is_hyphened(j)
                        || and && self.word(j - 2) == "The"
                        || !function && self.opens_title(j)
                        || !(function || self.is_plain_verb(j) || i < e && self.opens_participle(low, j))
                }
            };
            if !inside {
                break;
            }
            i = j;
        }
        i
    }

    /// A part of a word written with hyphens: `mum-of-three`.
    #[inline]
    pub(super) fn is_hyphened(&self, j: usize) -> bool {
        // Most words have white space on either side.
        (self.is_tight(j) || self.is_tight(j + 1)) && self.touches_hyphen(j)
    }

    fn touches_hyphen(&self, j: usize) -> bool {
        self.is_tight(j) && j > 0 && self.is_mark(j - 1, "-") && self.is_tight(j - 1)
            || self.is_tight(j + 1) && self.is_mark(j + 1, "-") && self.is_tight(j + 2)
    }

    /// Whether token `j` stands right after the one before it.
    #[inline]
    pub(super) fn is_tight(&self, j: usize) -> bool {
        self.token(j).is_some_and(|t| !t.space_before)
    }

    /// A small word inside a title before a name: `Chief of Staff Brian Manley`.
    pub(super) fn links_title(&self, j: usize, high: usize) -> bool {
        let title = |k: usize| self.is_capital(k) && (self.has(k, List::SpeakerNoun) || self.has(k, List::Title));
        j > 0
            && self.is_one(j, one_of!["of", "in", "for", "and"])
            && title(j - 1)
            && self.is_capital(j + 1)
            && self.holds_person(j + 2, high.min(j + 7))
    }

    /// Whether a given name and another name stand side by side among these tokens.
    fn holds_person(&self, first: usize, end: usize) -> bool {
        (first..end).take_while(|k| self.is_capital(*k) || self.is_mark(*k, ".")).any(|k| {
            self.has(k, List::GivenName)
                && k + 1 < end
                && (self.is_name(k + 1) || self.is_mark(k + 1, ".") && self.is_name(k + 2))
        })
    }

    /// Whether the phrase `[first, end)` ends in a given name and another name.
    fn is_full_name(&self, first: usize, end: usize) -> bool {
        end >= first + 2 && self.is_name(end - 1) && self.has(end - 2, List::GivenName) && self.is_name(end - 2)
    }

    /// A verb of saying that is no noun.
    pub(super) fn is_plain_verb(&self, i: usize) -> bool {
        if !self.has(i, List::ReportingVerb) || self.has(i, List::SpeakerNoun) || self.has(i, List::ReportingNoun) {
            return false;
        }
        // `A second added`
        if i.checked_sub(1).is_some_and(|b| self.has(b, List::Determiner) && !self.has(b, List::Connective)) {
            return false;
        }
        let m = self.lexicon.match_at(List::ReportingVerb, self.doc.text, &self.doc.tokens, i);
        m.is_some_and(|m| !m.entry.field(3).contains('n'))
    }

    /// Whether the word at `j` opens a clause of its own: `, saying patrols would go on`.
    fn opens_participle(&self, low: usize, j: usize) -> bool {
        let comma = j > low && self.is_mark(j - 1, ",");
        (comma || j == low && !self.has(j, List::ReportingNoun))
            && self.ends_in(j, "ing")
            && self.has(j, List::ReportingVerb)
            && !self.has(j, List::SpeakerNoun)
    }

    /// Whether the mark at `j` is part of a phrase: hyphen, initial, abbreviation, `&`.
    pub(super) fn joins(&self, j: usize, e: usize) -> bool {
        let tight =
            self.token(j).is_some_and(|t| !t.space_before) && self.token(j + 1).is_some_and(|t| !t.space_before);
        match self.word(j) {
            "-" | "\u{2010}" | "\u{2011}" | "/" => tight,
            "&" => j + 1 < e && self.is_name(j + 1),
            // `the nurses' union`
            "'" | "\u{2019}" => {
                j + 1 < e
                    && self.is_word(j + 1)
                    && self.token(j).is_some_and(|t| !t.space_before)
                    && self.token(j + 1).is_some_and(|t| t.space_before)
                    && j.checked_sub(1).is_some_and(|b| self.is_word(b) && self.ends_in(b, "s"))
            }
            "@" | "#" | "$" | "\u{a3}" | "\u{20ac}" => j + 1 < e,
            "%" => true,
            "." => {
                let before = j.checked_sub(1).and_then(|k| self.token(k));
                !self.token(j).is_some_and(|t| t.space_before)
                    && !self.is_line_between(j, j + 1)
                    && before.is_some_and(|t| {
                        t.kind == TokenKind::Word
                            && t.is_capitalised()
                            && (t.lists.has(List::Abbreviation) || t.span.len() <= 4)
                    })
            }
            _ => false,
        }
    }

    /// Extends a phrase to what it depends on (`the mayor of Kent`), and says what it is.
    fn with_complement(&self, low: usize, first: usize, e: usize) -> Option<Mention> {
        let mut head = (first, e);
        // `a statement by the union and Moorland Rail`: both belong to the statement.
        let pair =
            first.checked_sub(1).filter(|a| *a > low && self.is(*a, "and")).map(|and| self.phrase_start(low, and));
        let pair = pair.filter(|l| *l > low && self.is_one(*l - 1, one_of!["by", "from", "of", "for"]));
        if let Some(left) = pair {
            head.0 = left;
        }
        for _ in 0..3 {
            let Some(p) = head.0.checked_sub(1).filter(|p| *p > low) else { break };
            if !self.has(p, List::Preposition) || self.token(p).is_some_and(|t| t.is_capitalised()) || self.is_quoted(p)
            {
                break;
            }
            let left = self.phrase_start(low, p);
            let tail = p - 1;
            // `relatives gathered at the airport accused the airline`
            if left == p && tail > low && head.1 == e && self.is_gathered(tail) {
                head = (self.phrase_start(low, tail), tail);
                break;
            }
            let fits = left < p
                && (self.is_name(tail)
                    || self.has(tail, List::SpeakerNoun)
                    || self.has(tail, List::ReportingNoun)
                    || self.has(left, List::Determiner)
                    || self.is(p, "of")
                    // `people familiar with the matter`
                    || self.has(left, List::SpeakerNoun) && left + 1 < p);
            // `compared her to Ann Lee`
            let object = left + 1 == p && self.object_pronoun(left).is_some();
            // `On Monday in Kent`: a time is nobody.
            if object || !fits || self.is_time(tail) || (left..p).all(|k| self.is_time(k) || !self.is_word(k)) {
                break;
            }
            // `in Lyon under Paul Gaspard`: a person is no part of a place.
            let bare = self.is_name(tail) && !(left..p).any(|k| self.has(k, List::SpeakerNoun));
            if bare && head.1 == e && !self.is(p, "of") && self.is_full_name(p + 1, e) {
                break;
            }
            // `Chief of Staff Brian Manley`: the name is at the end.
            if self.is_capital(tail) && self.holds_person(p + 2, e) && head.1 == e {
                head.0 = left;
                break;
            }
            // `member of parliament Ann Lee`: a body has no name of a person.
            let name = self.named(e - 1).filter(|n| head.1 == e && n.len() > 1 && n.start == p + 2);
            if name.is_some() && self.noun_sort(p + 1) == Some(Sort::Group) && self.is_lower(p + 1) {
                head.0 = left;
                break;
            }
            // `a statement from the minister Ann Lee`: hers, where she is named.
            let by = self.is(p, "from") || self.is(p, "by");
            if by && self.has(tail, List::ReportingNoun) && head.1 == e && self.is_name(e - 1) {
                if pair.is_some() {
                    return Some(Mention { first: head.0, end: e, sort: Sort::Group, from: left, to: e });
                }
                break;
            }
            head = (left, p);
        }
        let joined = self.joined_with(low, head.0);
        let mention = self.mention(head.0, head.1, e)?;
        match joined {
            // `Smith and Jones said`.
            Some(left) if mention.sort == Sort::Name => Some(Mention { first: left, from: left, ..mention }),
            _ => Some(mention),
        }
    }

    /// The first token of a name joined to the phrase at `first` by `and`, where both are the subject.
    fn joined_with(&self, low: usize, first: usize) -> Option<usize> {
        let and = first.checked_sub(1).filter(|a| *a > low && self.is(*a, "and"))?;
        let left = self.phrase_start(low, and);
        let whole = left < and
            && self.is_name(and - 1)
            && (left == low || self.token(left - 1).is_some_and(|t| t.kind == TokenKind::Mark));
        whole.then_some(left)
    }

    /// The mention that a phrase `[first, end)` makes; `to` is the end of all that belongs to it.
    pub(super) fn mention(&self, first: usize, end: usize, to: usize) -> Option<Mention> {
        let mut z = end;
        // `The ferryman himself said`
        while z > first + 1 && self.is_one(z - 1, one_of!["himself", "herself", "itself", "themselves"]) {
            z -= 1;
        }
        let end = if to == end { end } else { z };
        if z == first + 1 && self.is_one(first, one_of!["a", "an", "the"]) {
            return None;
        }
        // `No 10`
        let number = self.token(z - 1).is_some_and(|t| t.kind == TokenKind::Number);
        if number && z >= first + 2 && self.word(z - 2) == "No" {
            return Some(Mention { first: z - 2, end: z, sort: Sort::Group, from: first, to });
        }
        while z > first + 1 && (self.is_time(z - 1) || self.token(z - 1).is_some_and(|t| t.kind == TokenKind::Number)) {
            z -= 1;
        }
        if self.is_name(z - 1) || self.is_mark(z - 1, ".") && z - 1 > first && self.is_name(z - 2) {
            let start = self.name_start(first, z);
            // `to God knows how many`
            let noun = self.has(start, List::SpeakerNoun) && start > first;
            if z - start == 1 && self.has(start, List::NotName) && !noun && self.named(start).is_none() {
                return None;
            }
            // `the Home Minister`, `Kent Police`, and at a sentence's start `Police`: a noun with a capital.
            let last = if self.is_mark(z - 1, ".") { z - 2 } else { z - 1 };
            // `the Christian Democrat`
            let led = start > 0 && last == start + 1 && self.is(start - 1, "the");
            let person = (start..last).any(|k| !led && self.has(k, List::GivenName))
                || last > start && self.is_mark(last - 1, ".");
            let noun =
                self.has(last, List::SpeakerNoun) && !person && (z - first > 1 || !self.has(last, List::Surname));
            if !noun {
                return Some(Mention { first: start, end: z, sort: Sort::Name, from: first, to });
            }
        }
        if (first..z).all(|i| self.is_time(i) || !self.is_word(i)) {
            let age = (first..z).any(|i| self.is(i, "old"));
            if !age {
                return None;
            }
        }
        let sort = (first..z)
            .rev()
            .find_map(|i| self.noun_sort(i))
            // `47 percent of voters`, `dozens of people`
            .or_else(|| (end..to).find_map(|i| self.noun_sort(i)))
            .unwrap_or_else(|| {
                let any = |word: &str| (first..to).any(|i| self.is(i, word));
                match () {
                    () if any("old") => Sort::Aged,
                    // `half of those surveyed`
                    () if any("those") && to - first > 1 => Sort::Group,
                    () => Sort::Other,
                }
            });
        // `the dad-of-one`
        let described = sort == Sort::Person && (first..z).any(|i| self.is(i, "of") && self.is_hyphened(i));
        let sort = if described { Sort::Aged } else { sort };
        if sort == Sort::Other && (self.has(z - 1, List::NotSpeaker) || self.is_grain(z - 1)) {
            return None;
        }
        if sort == Sort::Other {
            let determined = self.has(first, List::Determiner) || (first..z).any(|i| self.is_possessive(i));
            let plural = self.ends_in(z - 1, "s");
            if !determined && !plural && !(first..z).any(|i| self.is_name(i)) {
                return None;
            }
        }
        // `a poll released on Monday`
        let noun = || (first..z).rev().find(|i| self.has(*i, List::SpeakerNoun));
        let noun = if sort == Sort::Document { noun() } else { None };
        let z = noun.filter(|n| n + 1 < z && self.is_participle(n + 1)).map_or(z, |n| n + 1);
        let end = if to > end && to - first <= LONGEST { to } else { z };
        Some(Mention { first, end, sort, from: first, to })
    }

    pub(super) fn is_possessive(&self, i: usize) -> bool {
        self.token(i).is_some_and(|t| t.kind == TokenKind::Possessive)
    }

    /// The first token of the run of capitals that ends at `end`: a name with its title.
    fn name_start(&self, low: usize, end: usize) -> usize {
        let mut i = end;
        while i > low {
            let j = i - 1;
            if let Some(name) = self.named(j).filter(|n| n.start >= low) {
                i = name.start;
                continue;
            }
            let inside = self.is_name(j)
                || self.is_quoted(j)
                || self.token(j).is_some_and(|t| t.kind == TokenKind::Mark) && self.joins(j, end) && j > low
                || self.is_possessive(j) && self.is_name(i)
                || i < end
                    && self.is_name(i)
                    && j > low
                    && (self.has(j, List::NameParticle)
                        || self.is(j, "and") && j > low + 1 && self.word(j - 2) == "The")
                    && self.is_name(j - 1);
            if !inside {
                break;
            }
            i = j;
        }
        while i < end && !self.is_name(i) {
            i += 1;
        }
        i
    }
}
