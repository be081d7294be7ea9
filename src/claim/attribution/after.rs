//! Phrases read forward: the subject after an inverted verb, the hearer, the first subject of a sentence.

use crate::claim::attribution::phrase::{LONGEST, Mention, Sort};
use crate::claim::attribution::scene::{FUNCTION, LINKS, Scene};
use crate::lexicon::{List, ListSet};
use crate::text::one_of::one_of;
use crate::text::token::TokenKind;

/// As [`FUNCTION`], for a word that is a preposition only elsewhere.
const OTHER_THAN_PREPOSITIONS: ListSet =
    ListSet::one(List::Connective).or(ListSet::one(List::Auxiliary)).or(ListSet::one(List::Pronoun));

/// The lists of words that tell what somebody does.
const VERBS: ListSet = ListSet::one(List::Verb).or(ListSet::one(List::ReportingVerb));

impl Scene<'_, '_> {
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
                let one = Mention { first, end: first + 1, sort, from: i, to: first + 1 };
                return Some(self.name_of_one(first, high).map_or(one, |n| Mention { from: i, ..n }));
            }
        }
        if let Some(sort) = self.object_pronoun(first) {
            let bare = sort != Sort::She || self.is_bare_her(first);
            if bare {
                return Some(Mention { first, end: first + 1, sort, from: i, to: first + 1 });
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
            if t.kind == TokenKind::Mark && j > first {
                if let Some(close) = self.title_in_brackets(j, high) {
                    j = close;
                    continue;
                }
            }
            let inside = match t.kind {
                TokenKind::Possessive | TokenKind::Number => true,
                _ if self.is_hyphened(j) => true,
                TokenKind::Mark => j > first && self.joins_forward(j, high),
                TokenKind::Word if t.is_capitalised() => {
                    // `the MP`
                    let noun = j > first && self.has(j - 1, List::Determiner) && t.lists.has(List::SpeakerNoun);
                    self.is_capital(j) || noun || j == first && t.lists.has(List::Determiner)
                }
                TokenKind::Word if t.lists.has(List::Determiner) && !t.lists.has(List::Connective) => {
                    j == first || self.has(j - 1, List::Determiner)
                }
                TokenKind::Word => {
                    let opposite = j > first && self.is(j, "opposite");
                    let function = t.lists.any(if opposite { OTHER_THAN_PREPOSITIONS } else { FUNCTION })
                        || self.is_adverb(j) && !(j > first && self.has(j - 1, List::Determiner))
                        || self.is_plain_verb(j);
                    let particle =
                        || named && self.has(j, List::NameParticle) && self.is_name(j + 1) || self.links_title(j, high);
                    // `an affidavit released on Monday`, `the lawyer met us`, `a source close to him`
                    if j > first
                        && self.has(j - 1, List::SpeakerNoun)
                        && !self.has(j, List::SpeakerNoun)
                        && (self.is_participle(j) || self.has(j, List::PastVerb) || self.is(j, "close"))
                    {
                        break;
                    }
                    if j > first && t.lists.any(VERBS) && (self.is_gesture(j) || self.is_plural_verb(j)) {
                        break;
                    }
                    // After a name, more words belong to it only if they lead to another name or to a speaker.
                    let onward = || !named || self.has(j, List::SpeakerNoun) || self.leads_to_name(j, high);
                    // `the 6ft 2in former wrestler`
                    let number = |i: usize| self.token(i).is_some_and(|t| t.kind == TokenKind::Number);
                    let inches = || j > first && self.is(j, "in") && self.is_tight(j) && number(j - 1);
                    !function && onward() || particle() || inches()
                }
            };
            if !inside {
                break;
            }
            // `Acme's managing director`: a name's owner is not yet the one named.
            named = (named || self.is_name(j)) && t.kind != TokenKind::Possessive;
            j += 1;
        }
        if j <= first {
            return None;
        }
        let mut m = self.mention(first, j, j)?;
        m.from = i;
        // `a commander known as Ann Lee`, `a man named Lee`
        let as_name = if m.sort == Sort::Person { self.known_as(j) } else { None };
        if let Some(n) = as_name.and_then(|k| self.phrase_after(k, high)) {
            if n.sort == Sort::Name {
                return Some(Mention { from: i, ..n });
            }
        }
        if m.sort != Sort::Name {
            // `a spokesman for the ministry`.
            let noun = m.end - 1;
            if j < high && self.is_one(j, one_of!["of", "for", "at", "in", "from", "with"]) {
                if let Some(n) = self.complement_end(j + 1, high) {
                    m.end = n;
                    m.to = n;
                    j = n;
                }
            }
            // `her neighbour to the left, Ann Lee,`, but not `told the minister to leave`
            let to = if self.is(j, "to") {
                self.complement_end(j + 1, high).filter(|n| self.is_mark(*n, ","))
            } else {
                None
            };
            if let Some(n) = to.filter(|n| self.is_name(n + 1)) {
                j = n;
            }
            // `her mother and manager, Ann Lee,`
            if self.is(j, "and")
                && self.is_lower(j + 1)
                && self.has(j + 1, List::SpeakerNoun)
                && self.is_mark(j + 2, ",")
            {
                j += 2;
            }
            // `the mayor, Bob Smith,`, `his opponent, state Treasurer Ann Lee,`: the name is the speaker's.
            let described = || self.has(first, List::Determiner) || (first..m.end).any(|k| self.is_possessive(k));
            if self.is_mark(j, ",") && self.is_word(j + 1) && described() && !self.is_plural(noun) {
                if let Some(n) = self.phrase_after(j + 1, (j + 1 + LONGEST).min(self.doc.tokens.len())) {
                    // `its lead author, Ann Lee of Kent University`
                    let stop = self.is_mark(n.to, ",")
                        || self.is_mark(n.to, ".")
                        || self.is_one(n.to, one_of!["of", "at", "from"]);
                    if n.sort == Sort::Name && stop && n.from == j + 1 {
                        return Some(Mention { from: i, ..n });
                    }
                }
            }
        }
        Some(m)
    }

    /// The token after a bracket at `open` that stands between a title and a name: `Dr. (Smt.) Ann Lee`.
    fn title_in_brackets(&self, open: usize, high: usize) -> Option<usize> {
        if !(self.is_mark(open, "(") || self.is_mark(open, ".") && self.is_mark(open + 1, "(")) {
            return None;
        }
        let title = self.has(open.checked_sub(1)?, List::Title) || self.has(open.checked_sub(2)?, List::Title);
        let close = (open + 1..high.min(open + 6)).find(|k| self.is_mark(*k, ")"))?;
        (title && close + 1 < high && self.is_name(close + 1)).then_some(close + 1)
    }

    /// `one of them, Ann Lee.`, `One, Acme, cited`: who it is follows.
    fn name_of_one(&self, one: usize, high: usize) -> Option<Mention> {
        if !self.is(one, "one") || !self.is(one + 1, "of") && !self.is_mark(one + 1, ",") {
            return None;
        }
        let comma = (one + 1..high.min(one + 8)).find(|k| self.is_mark(*k, ","))?;
        let stop = |m: &Mention| !self.is_word(m.to);
        self.phrase_after(comma + 1, high).filter(|m| m.sort == Sort::Name && m.first == comma + 1).filter(stop)
    }

    fn complement_end(&self, i: usize, high: usize) -> Option<usize> {
        let mut j = i;
        let mut named = false;
        while j < high && !self.is_quoted(j) {
            let Some(t) = self.token(j) else { break };
            // `the Vale Fire and Rescue Service`
            if let Some(name) = self.named(j).filter(|n| n.start == j && n.end <= high && n.len() > 1) {
                j = name.end;
                named = true;
                continue;
            }
            let inside = match t.kind {
                TokenKind::Possessive | TokenKind::Number => true,
                TokenKind::Mark => j > i && self.joins_forward(j, high),
                TokenKind::Word => {
                    self.is_name(j)
                        || j == i && t.lists.has(List::Determiner)
                        || !named
                            && !t.lists.any(FUNCTION)
                            && !self.is_adverb(j)
                            && !self.is_time(j)
                            && !(j > i && (self.is_gesture(j) || self.is_sure_verb(j)))
                            // `officers in riot gear moved`
                            && !(j > i && self.is_past_form(j) && !self.has(j - 1, List::Determiner))
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

    /// Where the name begins after `known as`, `named`, `called`, at token `i`.
    pub(super) fn known_as(&self, i: usize) -> Option<usize> {
        let named = self.is_one(i, one_of!["called", "dubbed", "named", "nicknamed"]);
        let known = self.is_one(i, one_of!["known", "identified"]) && self.is(i + 1, "as");
        (named || known).then(|| i + 1 + usize::from(known)).filter(|k| self.is_name(*k))
    }

    /// Whether the `her` at token `i` is no possessive: `told her that`, but not `her own son`.
    pub(super) fn is_bare_her(&self, i: usize) -> bool {
        !self.is_word(i + 1)
            || self.has(i + 1, List::Connective)
            || self.has(i + 1, List::Pronoun) && !self.is(i + 1, "own")
    }

    /// Whether the word at `j` is the third person of a verb that is seldom a noun: `A man in a cap sits down.`
    fn is_sure_verb(&self, j: usize) -> bool {
        let sure = || {
            let m = self.lexicon.match_at(List::Verb, self.doc.text, &self.doc.tokens, j);
            m.is_some_and(|m| !m.entry.field(2).contains('n'))
        };
        self.is_lower(j) && self.ends_in(j, "s") && sure()
    }

    /// Whether the word at `j`, which may be a plural noun, is what somebody does who then speaks: `The forester shrugs.`
    fn is_gesture(&self, j: usize) -> bool {
        let lower = self.is_lower(j) && !self.has(j, List::SpeakerNoun);
        if !lower || !self.ends_in(j, "s") {
            return false;
        }
        // `the landlord shakes his head`, `the agreement commits both sides`
        let object = || {
            self.has(j + 1, List::Determiner)
                || self.pronoun(j + 1).is_some()
                || self.object_pronoun(j + 1).is_some()
                || self.is_name(j + 1)
        };
        let subject = || j.checked_sub(1).is_some_and(|b| self.has(b, List::SpeakerNoun) && !self.is_plural(b));
        if self.has(j, List::Verb) && object() && subject() {
            return true;
        }
        let noun = self.has(j, List::MessageNoun) || self.has(j, List::ReportingNoun);
        if noun || !self.has(j, List::ReportingVerb) {
            return false;
        }
        let lead = j.checked_sub(1).is_some_and(|b| self.is_lower(b) && !self.has(b, List::Determiner));
        let ends = !self.is_word(j + 1)
            || self.has(j + 1, List::Preposition)
            || self.has(j + 1, List::Connective)
            || self.is_adverb(j + 1);
        let beside = || {
            let m = self.lexicon.match_at(List::ReportingVerb, self.doc.text, &self.doc.tokens, j);
            m.is_some_and(|m| m.entry.field(3).contains('q') && m.entry.field(3).contains('n'))
        };
        lead && ends && beside()
    }

    /// Whether the word at `j` is what the several before it do: `Tribal leaders want a witness`.
    fn is_plural_verb(&self, j: usize) -> bool {
        let object = || {
            self.has(j + 1, List::Determiner)
                || self.has(j + 1, List::Preposition)
                || self.pronoun(j + 1).is_some()
                || self.object_pronoun(j + 1).is_some()
                || self.is_name(j + 1)
        };
        let subject = || j.checked_sub(1).is_some_and(|b| self.has(b, List::SpeakerNoun) && self.is_plural(b));
        self.has(j, List::Verb) && self.is_lower(j) && !self.has(j, List::SpeakerNoun) && subject() && object()
    }

    /// Whether the word at `j` looks like a verb's past form.
    fn is_past_form(&self, j: usize) -> bool {
        self.has(j, List::PastVerb) || self.ends_in(j, "ed") && !self.has(j, List::SpeakerNoun)
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
                // `United captain Tomas`, not `Orlo met Tarn`.
                return !self.is_quoted(k) && (self.has(k - 1, List::SpeakerNoun) || self.has(k - 1, List::Title));
            }
            if !self.is_lower(k) || self.has_any(k, LINKS) || self.has(k, List::Auxiliary) {
                return false;
            }
        }
        false
    }
}
