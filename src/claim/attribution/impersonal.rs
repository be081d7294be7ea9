//! Reported speech that no subject speaks: `It was announced that`, `is said to have fled`, `the claim that he lied`.

use crate::claim::attribution::cue::Cue;
use crate::claim::attribution::marks;
use crate::claim::attribution::phrase::{Mention, Sort};
use crate::claim::attribution::scene::{Scene, Unit};
use crate::claim::quote::CueForce;
use crate::lexicon::List;
use crate::text::one_of::one_of;
use crate::text::token::TokenKind;
use std::ops::Range;

/// How far a noun's clause is read for its own verb and the verb of the sentence, in tokens.
const REACH: usize = 40;

/// A noun that tells of an act of saying.
pub(super) struct ReportingNoun {
    /// Its token.
    pub(super) at: usize,
    pub(super) force: CueForce,
    /// Whose it is.
    pub(super) owner: Option<Mention>,
}

impl Scene<'_, '_> {
    /// What a passive cue reports, and by whom if it says so: `It was announced (by the ministry) that`, `was told
    /// that`, `is said to have fled`, `is accused of theft`.
    pub(super) fn passive(
        &self,
        unit: &Unit,
        gap: &Range<usize>,
        cue: &Cue,
        next: Option<&Cue>,
    ) -> Option<(Option<Mention>, Range<usize>)> {
        let after = cue.words.end;
        if cue.negated {
            return None;
        }
        let subject = self.subject_before(gap.start, cue.words.start)?;
        let agent = cue.subject.filter(|m| m.from == after + 1);
        let end = self.content_end(unit, next);
        if let Some(that) = self.that_after(unit, cue) {
            let open = subject.sort == Sort::It || cue.uses.hearer;
            return (open && that < end).then(|| Some((agent, self.trimmed(that + 1..end)?))).flatten();
        }
        // `The pair fled, it has been reported.`
        let tag = subject.sort == Sort::It && subject.from > gap.start && self.is_mark(subject.from - 1, ",");
        if tag && cue.uses.clause && self.has_no_content(cue, unit.tokens.end) {
            return Some((agent, self.trimmed(gap.start..subject.from)?));
        }
        let told = self.is_infinitive(after) || self.is(after, "of") && cue.force == CueForce::Accused;
        let is = (subject.to..cue.words.start).any(|i| self.has(i, List::Auxiliary));
        let whole = cue.uses.about && told && is && subject.sort != Sort::It;
        // `Lee, who is said to have fled, left in May`: no more than the clause between the commas.
        let who = (subject.to..cue.words.start).rev().find(|&i| self.is_one(i, one_of!["who", "which"]));
        if let Some(who) = who {
            let aside = self.is_mark(who - 1, ",");
            let end = (after..end).find(|&k| self.is_mark(k, ",")).filter(|_| aside)?;
            return whole.then(|| Some((agent, self.trimmed(who..end)?))).flatten();
        }
        whole.then(|| Some((agent, self.trimmed(subject.from..self.phrase_end(after, end))?))).flatten()
    }

    /// The nouns of a gap that a clause after `that` belongs to, with the clause's tokens.
    pub(super) fn reporting_nouns(&self, gap: &Range<usize>) -> Vec<(ReportingNoun, Range<usize>)> {
        let mut out = Vec::new();
        for at in self.marks.all(gap.clone(), marks::REPORTING_NOUN).filter(|i| self.is(*i + 1, "that")) {
            let m = self.lexicon.match_at(List::ReportingNoun, self.doc.text, &self.doc.tokens, at);
            let Some(entry) = m.map(|m| m.entry).filter(|e| e.field(2).contains('t')) else { continue };
            let first = at + 2;
            // `a claim that was filed`, `the claim that he made`
            let relative = self.has(first, List::Auxiliary) || !self.is_noun(at);
            let Some(end) = self.noun_clause_end(gap, at).filter(|_| !relative) else { continue };
            let Some(content) = self.trimmed(first..end).filter(|c| c.len() > 2) else { continue };
            let force = CueForce::from_name(entry.field(1)).unwrap_or_default();
            out.push((ReportingNoun { at, force, owner: self.owner(gap.start, at) }, content));
        }
        out
    }

    /// Whether the word at `at`, which may be a verb's form too, is a noun: what leads it says so.
    fn is_noun(&self, at: usize) -> bool {
        if !self.has(at, List::ReportingVerb) {
            return true;
        }
        (1..=3).any(|k| {
            at.checked_sub(k).is_some_and(|b| {
                self.has(b, List::Determiner)
                    || self.token(b).is_some_and(|t| t.kind == TokenKind::Possessive)
                    || k == 1 && self.has(b, List::Preposition)
            })
        })
    }

    /// Where the clause after the `that` of the noun at `at` ends: at a comma, or before the verb whose subject the noun
    /// is (`The claim that he lied | is false`).
    fn noun_clause_end(&self, gap: &Range<usize>, at: usize) -> Option<usize> {
        let first = at + 2;
        let limit = gap.end.min(first + REACH);
        // The noun opens the sentence: it has a verb of its own.
        let opens = at <= gap.start + 3;
        let mut verbs = 0;
        let mut i = first;
        while i < limit && !self.is_mark(i, ",") && !self.is_mark(i, ";") && !self.is_dash(i) {
            let auxiliary = self.has(i, List::Auxiliary);
            if i == first || !(auxiliary || self.is_finite(i)) {
                i += 1;
                continue;
            }
            verbs += 1;
            if verbs == 2 && opens {
                let adverbs = (first..i).rev().take_while(|k| self.is_adverb(*k)).count();
                return Some(i - adverbs);
            }
            // `would not step`: one verb.
            while i < limit && (self.has(i, List::Auxiliary) || self.is_adverb(i)) {
                i += 1;
            }
            i += 1;
        }
        (verbs > 0).then_some(if i >= limit { gap.end } else { i })
    }
}
