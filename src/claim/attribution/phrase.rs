//! Noun phrases around a cue: the subject before it, the subject or hearer after it.
//!
//! There is no parser: a phrase is read from its end, which stands next to the cue, by closed word classes (function
//! words), capitals and the list of speaker nouns.

use crate::claim::attribution::scene::Scene;
use crate::lexicon::List;
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
const LONGEST: usize = 14;

/// How many groups between commas a subject may run over.
const GROUPS: usize = 7;

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
        self.subject_ending_at(low, e)
    }

    /// The index of the bracket that opens what closes at `t`.
    fn before_bracket(&self, low: usize, t: usize) -> Option<usize> {
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
            } else if self.is(i, "to") && i > low && self.is_lower(i - 1) && !self.has(i - 1, List::SpeakerNoun) {
                let on = i - 1 > low && (self.is(i - 1, "on") || self.is(i - 1, "up"));
                e = i - 1 - usize::from(on);
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

    /// The first token of a time that ends at `i`: `Monday`, `on Monday`, `earlier this week`, `last night`.
    fn time_start(&self, low: usize, i: usize) -> Option<usize> {
        let grain = ["week", "month", "year", "weekend", "summer", "winter", "spring", "autumn", "fall"];
        let named = self.is_time(i);
        if !named && !grain.iter().any(|g| self.is(i, g)) {
            return None;
        }
        let lead = i.checked_sub(1).filter(|l| *l > low)?;
        let which = ["this", "last", "next", "late", "early", "that"].iter().any(|w| self.is(lead, w));
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
    fn subject_ending_at(&self, low: usize, e: usize) -> Option<Mention> {
        let t = e.checked_sub(1).filter(|t| *t >= low)?;
        if self.is(t, "who") || self.is(t, "which") || self.is(t, "that") {
            return self.antecedent(low, t);
        }
        if let Some(sort) = self.pronoun(t) {
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
    fn antecedent(&self, low: usize, relative: usize) -> Option<Mention> {
        let e = if relative > low && self.is_mark(relative - 1, ",") { relative - 1 } else { relative };
        let e = if e > low && self.is_mark(e - 1, ")") { self.before_bracket(low, e - 1)? } else { e };
        let t = e.checked_sub(1).filter(|t| *t >= low)?;
        if self.is(relative, "that") && !(self.has(t, List::SpeakerNoun) || self.has(t, List::ReportingNoun)) {
            return None;
        }
        if !self.is_word(t) && self.token(t).is_none_or(|t| t.kind != TokenKind::Number) && !self.is_mark(t, ".") {
            return None;
        }
        // An age or place between commas.
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
                TokenKind::Word if t.is_capitalised() => {
                    // `The`, `His` begin the phrase; `On`, `But` stand before it.
                    if t.lists.has(List::Determiner) {
                        return if self.is(j, "that") { i } else { j };
                    }
                    self.is_capital(j) && !(j == low && t.lists.has(List::Auxiliary) && !self.is_name(j + 1))
                }
                TokenKind::Word => {
                    if t.lists.has(List::Determiner) && !t.lists.has(List::Connective) {
                        return j;
                    }
                    let function = t.lists.has(List::Pronoun)
                        || t.lists.has(List::Preposition)
                        || t.lists.has(List::Auxiliary)
                        || t.lists.has(List::Connective)
                        || t.lists.has(List::Adverb) && j + 1 == e;
                    let particle = i < e && self.is_name(i) && self.has(j, List::NameParticle);
                    // `The Globe and Mail`
                    let and = self.is(j, "and") && i < e && self.is_name(i) && j > floor + 1 && self.is_name(j - 1);
                    particle
                        || self.is_hyphened(j)
                        || and && self.word(j - 2) == "The"
                        || !function && !self.is_plain_verb(j)
                }
            };
            if !inside {
                break;
            }
            i = j;
        }
        i
    }

    /// Inside a word written with hyphens: `mum-of-three`.
    fn is_hyphened(&self, j: usize) -> bool {
        let tight = |k: usize| self.is_mark(k, "-") && self.token(k).is_some_and(|t| !t.space_before);
        j > 0 && tight(j - 1) && tight(j + 1)
    }

    /// A small word inside a title before a name: `Chief of Staff Brian Manley`.
    fn links_title(&self, j: usize, high: usize) -> bool {
        let title = |k: usize| self.is_capital(k) && (self.has(k, List::SpeakerNoun) || self.has(k, List::Title));
        j > 0
            && ["of", "in", "for", "and"].iter().any(|w| self.is(j, w))
            && title(j - 1)
            && self.is_capital(j + 1)
            && self.holds_person(j + 1, high.min(j + 7))
    }

    /// Whether a given name and another name stand side by side among these tokens.
    fn holds_person(&self, first: usize, end: usize) -> bool {
        (first..end).take_while(|k| self.is_capital(*k) || self.is_mark(*k, ".")).any(|k| {
            self.has(k, List::GivenName)
                && k + 1 < end
                && (self.is_name(k + 1) || self.is_mark(k + 1, ".") && self.is_name(k + 2))
        })
    }

    /// A verb of saying that is no noun.
    fn is_plain_verb(&self, i: usize) -> bool {
        if !self.has(i, List::ReportingVerb) || self.has(i, List::SpeakerNoun) || self.has(i, List::ReportingNoun) {
            return false;
        }
        let m = self.lexicon.match_at(List::ReportingVerb, self.doc.text, &self.doc.tokens, i);
        m.is_some_and(|m| !m.entry.field(3).contains('n'))
    }

    /// Whether the mark at `j` is part of a phrase: hyphen, initial, abbreviation, `&`.
    fn joins(&self, j: usize, e: usize) -> bool {
        let tight =
            self.token(j).is_some_and(|t| !t.space_before) && self.token(j + 1).is_some_and(|t| !t.space_before);
        match self.word(j) {
            "-" | "\u{2010}" | "\u{2011}" | "/" => tight,
            "&" => j + 1 < e && self.is_name(j + 1),
            "@" | "#" | "$" | "\u{a3}" | "\u{20ac}" => j + 1 < e,
            "%" => true,
            "." => {
                let before = j.checked_sub(1).and_then(|k| self.token(k));
                !self.token(j).is_some_and(|t| t.space_before)
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
        for _ in 0..3 {
            let Some(p) = head.0.checked_sub(1).filter(|p| *p > low) else { break };
            if !self.has(p, List::Preposition) || self.token(p).is_some_and(|t| t.is_capitalised()) || self.is_quoted(p)
            {
                break;
            }
            let left = self.phrase_start(low, p);
            let tail = p - 1;
            let fits = left < p
                && (self.is_name(tail)
                    || self.has(tail, List::SpeakerNoun)
                    || self.has(tail, List::ReportingNoun)
                    || self.has(left, List::Determiner)
                    || self.is(p, "of"));
            // `On Monday in Kent`: a time is nobody.
            if !fits || self.is_time(tail) || (left..p).all(|k| self.is_time(k) || !self.is_word(k)) {
                break;
            }
            // `Chief of Staff Brian Manley`: the name is at the end.
            if self.is_capital(tail) && self.holds_person(p + 1, e) && head.1 == e {
                head.0 = left;
                break;
            }
            // `a statement from the minister Ann Lee`: hers, where she is named.
            let by = self.is(p, "from") || self.is(p, "by");
            if by && self.has(tail, List::ReportingNoun) && head.1 == e && self.is_name(e - 1) {
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
    fn mention(&self, first: usize, end: usize, to: usize) -> Option<Mention> {
        let mut z = end;
        while z > first
            && (self.is_time(z - 1) || self.token(z - 1).is_some_and(|t| t.kind == TokenKind::Number))
            && z - 1 > first
        {
            z -= 1;
        }
        if self.is_name(z - 1) || self.is_mark(z - 1, ".") && z - 1 > first && self.is_name(z - 2) {
            let start = self.name_start(first, z);
            // `the Home Minister`, `Kent Police`, and at a sentence's start `Police`: a noun with a capital.
            let last = if self.is_mark(z - 1, ".") { z - 2 } else { z - 1 };
            let person =
                (start..last).any(|k| self.has(k, List::GivenName)) || last > start && self.is_mark(last - 1, ".");
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
            .unwrap_or(if (first..z).any(|i| self.is(i, "old")) { Sort::Aged } else { Sort::Other });
        if sort == Sort::Other {
            let determined = self.has(first, List::Determiner) || (first..z).any(|i| self.is_possessive(i));
            let plural = self.word(z - 1).ends_with('s');
            if !determined && !plural && !(first..z).any(|i| self.is_name(i)) {
                return None;
            }
        }
        let end = if to > end && to - first <= LONGEST { to } else { z };
        Some(Mention { first, end, sort, from: first, to })
    }

    fn is_possessive(&self, i: usize) -> bool {
        self.token(i).is_some_and(|t| t.kind == TokenKind::Possessive)
    }

    fn noun_sort(&self, i: usize) -> Option<Sort> {
        if !self.has(i, List::SpeakerNoun) {
            return None;
        }
        let m = self.lexicon.match_at(List::SpeakerNoun, self.doc.text, &self.doc.tokens, i)?;
        Some(match m.entry.field(1) {
            "g" => Sort::Group,
            "d" => Sort::Document,
            _ => Sort::Person,
        })
    }

    /// Whether the noun at `i` is a plural.
    pub(super) fn is_plural(&self, i: usize) -> bool {
        let word = self.word(i);
        self.lexicon
            .match_at(List::SpeakerNoun, self.doc.text, &self.doc.tokens, i)
            .map_or(word.ends_with('s'), |m| m.len == 1 && !word.eq_ignore_ascii_case(&m.entry.text))
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

    /// The subject before a comma at `comma`: past ages, roles and relative clauses.
    fn subject_over_commas(&self, low: usize, comma: usize) -> Option<Mention> {
        let mut right = comma;
        let mut name: Option<(Mention, bool)> = None;
        let mut role: Option<Mention> = None;
        for _ in 0..GROUPS {
            let left = self.group_start(low, right);
            let (group, lead) = self.group(left, right);
            match group {
                Group::Aside => {}
                Group::Phrase(m) if m.sort == Sort::Name => {
                    let whole = m.from == lead;
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
                        Some(_) if whole => name = Some((m, whole)),
                        Some(_) => break,
                    }
                    if !whole {
                        break;
                    }
                }
                Group::Phrase(m) => {
                    let whole = m.from == lead;
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
                    if !whole && !described {
                        break;
                    }
                }
                Group::Pronoun(m) => {
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

    /// The first token of the group that ends at `right`.
    fn group_start(&self, low: usize, right: usize) -> usize {
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
        let aside = number
            || self.has(lead, List::Preposition)
            || self.has(lead, List::Auxiliary) && lower
            || ["who", "whose", "whom", "which", "where", "when", "aged", "now", "then", "both"]
                .iter()
                .any(|w| self.is(lead, w))
            || lower && (word.ends_with("ing") || word.ends_with("ed")) && !self.has(lead, List::SpeakerNoun);
        if aside && e - lead > 1 && self.token(left).is_some_and(|t| t.is_capitalised()) && self.is_name(e - 1) {
            // `In Kent Smith, the mayor, said`: too uncertain to tell.
            return (Group::Aside, lead);
        }
        if aside {
            return (Group::Aside, lead);
        }
        if ["jr", "sr", "ii", "iii", "md", "phd", "qc", "kc", "mp", "inc", "llc", "ltd"]
            .iter()
            .any(|w| self.is(lead, w))
        {
            return (Group::Aside, lead);
        }
        match self.subject_ending_at(lead, e) {
            Some(m) => (Group::Phrase(m), lead),
            None => (Group::None, lead),
        }
    }

    /// A subject or hearer that begins at `i`, before token `high`.
    pub(super) fn phrase_after(&self, i: usize, high: usize) -> Option<Mention> {
        let mut first = i;
        while first < high && self.is_adverb(first) && !self.token(first).is_some_and(|t| t.is_capitalised()) {
            first += 1;
        }
        if first >= high || self.is_quoted(first) {
            return None;
        }
        if let Some(sort) = self.pronoun(first) {
            let noun = self.is(first, "one")
                && self.is_lower(first + 1)
                && first + 1 < high
                && !self.has(first + 1, List::Preposition);
            if !noun {
                return Some(Mention { first, end: first + 1, sort, from: i, to: first + 1 });
            }
        }
        for object in
            [("him", Sort::He), ("her", Sort::She), ("them", Sort::They), ("me", Sort::Speaker), ("us", Sort::Speaker)]
        {
            let bare = !self.is(first, "her")
                || !self.is_word(first + 1)
                || self.has(first + 1, List::Connective)
                || self.has(first + 1, List::Pronoun);
            if self.is(first, object.0) && bare {
                return Some(Mention { first, end: first + 1, sort: object.1, from: i, to: first + 1 });
            }
        }
        let mut j = first;
        let high = high.min(first + LONGEST);
        let mut named = false;
        while j < high {
            let Some(t) = self.token(j) else { break };
            if self.is_quoted(j) {
                let close = (j..high).take_while(|k| self.is_quoted(*k)).last().map_or(j, |k| k + 1);
                if named && close - j <= 5 && self.is_name(close) {
                    j = close;
                    continue;
                }
                break;
            }
            if let Some(name) = self.named(j).filter(|n| n.end <= high && n.len() > 1) {
                j = name.end;
                named = true;
                continue;
            }
            let inside = match t.kind {
                TokenKind::Possessive | TokenKind::Number => true,
                _ if self.is_hyphened(j) => true,
                TokenKind::Mark => j > first && self.joins_forward(j, high),
                TokenKind::Word if t.is_capitalised() => {
                    self.is_capital(j) || j == first && t.lists.has(List::Determiner)
                }
                TokenKind::Word if t.lists.has(List::Determiner) && !t.lists.has(List::Connective) => {
                    j == first || self.has(j - 1, List::Determiner)
                }
                TokenKind::Word => {
                    let function = t.lists.has(List::Pronoun)
                        || t.lists.has(List::Preposition)
                        || t.lists.has(List::Auxiliary)
                        || t.lists.has(List::Connective)
                        || self.is_adverb(j) && !(j > first && self.has(j - 1, List::Determiner))
                        || self.is_plain_verb(j);
                    let particle =
                        named && self.has(j, List::NameParticle) && self.is_name(j + 1) || self.links_title(j, high);
                    // `an affidavit released on Monday`
                    if j > first
                        && self.has(j - 1, List::SpeakerNoun)
                        && !self.has(j, List::SpeakerNoun)
                        && is_participle(self.word(j))
                    {
                        break;
                    }
                    // After a name, more words belong to it only if they lead to another name or to a speaker.
                    let onward = !named || self.has(j, List::SpeakerNoun) || self.leads_to_name(j, high);
                    particle || !function && onward
                }
            };
            if !inside {
                break;
            }
            named |= self.is_name(j);
            j += 1;
        }
        if j <= first {
            return None;
        }
        let mut m = self.mention(first, j, j)?;
        m.from = i;
        if m.sort != Sort::Name {
            // `a spokesman for the ministry`.
            let plural = self.is_plural(m.end - 1);
            if j < high && ["of", "for", "at", "in", "from", "with"].iter().any(|w| self.is(j, w)) {
                if let Some(n) = self.complement_end(j + 1, high) {
                    m.end = n;
                    m.to = n;
                    j = n;
                }
            }
            // `the mayor, Bob Smith,`: the name is the speaker's.
            if self.is_mark(j, ",") && self.is_name(j + 1) && !plural && self.has(first, List::Determiner) {
                if let Some(n) = self.phrase_after(j + 1, (j + 1 + LONGEST).min(self.doc.tokens.len())) {
                    let stop = self.is_mark(n.to, ",") || self.is_mark(n.to, ".");
                    if n.sort == Sort::Name && stop && n.from == n.first {
                        return Some(Mention { from: i, ..n });
                    }
                }
            }
        }
        Some(m)
    }

    fn complement_end(&self, i: usize, high: usize) -> Option<usize> {
        let mut j = i;
        let mut named = false;
        while j < high && !self.is_quoted(j) {
            let Some(t) = self.token(j) else { break };
            let inside = match t.kind {
                TokenKind::Possessive | TokenKind::Number => true,
                TokenKind::Mark => j > i && self.joins_forward(j, high),
                TokenKind::Word => {
                    self.is_name(j)
                        || j == i && t.lists.has(List::Determiner)
                        || !named
                            && !t.lists.has(List::Preposition)
                            && !t.lists.has(List::Connective)
                            && !t.lists.has(List::Auxiliary)
                            && !t.lists.has(List::Pronoun)
                            && !self.is_adverb(j)
                            && !self.is_time(j)
                }
            };
            if !inside {
                break;
            }
            named |= self.is_name(j);
            j += 1;
        }
        (j > i).then_some(j)
    }

    fn joins_forward(&self, j: usize, high: usize) -> bool {
        if self.is_mark(j, ".") {
            return self.joins(j, high) && self.is_name(j + 1) && j + 1 < high;
        }
        self.joins(j, high)
    }

    fn leads_to_name(&self, j: usize, high: usize) -> bool {
        for k in j + 1..high.min(j + 5) {
            if self.is_name(k) {
                return !self.is_quoted(k);
            }
            if !self.is_lower(k)
                || self.has(k, List::Preposition)
                || self.has(k, List::Connective)
                || self.has(k, List::Auxiliary)
            {
                return false;
            }
        }
        false
    }

    pub(super) fn pronoun(&self, i: usize) -> Option<Sort> {
        if !self.has(i, List::Pronoun) {
            return None;
        }
        let entry = self.lexicon.match_at(List::Pronoun, self.doc.text, &self.doc.tokens, i)?.entry;
        Some(match entry.field(0) {
            "m" => Sort::He,
            "f" => Sort::She,
            "t" => Sort::They,
            "n" => Sort::It,
            "s" => Sort::Speaker,
            "x" => Sort::Anybody,
            _ => return None,
        })
    }
}

enum Group {
    /// An age, a place, a relative or participial clause.
    Aside,
    Phrase(Mention),
    Pronoun(Mention),
    None,
}

fn is_participle(word: &str) -> bool {
    word.len() > 4 && (word.ends_with("ed") || word.ends_with("ing"))
}
