//! What nouns and pronouns say of whom they mean: one or several, a person, a body or a document.

use crate::claim::attribution::phrase::{Mention, Sort};
use crate::claim::attribution::scene::Scene;
use crate::lexicon::List;
use crate::text::one_of::one_of;

impl Scene<'_, '_> {
    pub(super) fn noun_sort(&self, i: usize) -> Option<Sort> {
        let m = self.lexicon.match_at(List::SpeakerNoun, self.doc.text, &self.doc.tokens, i)?;
        // `The Courier counted`: the paper, not somebody who carries letters.
        let paper = i > 0 && self.is_capital(i) && self.has(i, List::OutletWord);
        if paper && self.is_one(i - 1, one_of!["the"]) {
            return Some(Sort::Group);
        }
        Some(match m.entry.field(1) {
            "g" => Sort::Group,
            "d" => Sort::Document,
            _ => Sort::Person,
        })
    }

    /// The last token of a mention before what it depends on: the `minister` of `the minister for trade`.
    pub(super) fn head(&self, m: Mention) -> usize {
        let inside = |i: &usize| *i == m.first || !self.has(*i, List::Preposition);
        (m.first..m.end).take_while(inside).last().unwrap_or(m.first)
    }

    /// Whether the noun that a mention is about is a plural: `officers in riot gear`.
    pub(super) fn is_plural_phrase(&self, m: Mention) -> bool {
        // `one of its drivers`
        if self.is(m.first, "one") && self.is(m.first + 1, "of") {
            return false;
        }
        let head = (m.first..m.end).take_while(|i| *i == m.first || !self.has(*i, List::Preposition));
        let noun = head.filter(|i| self.has(*i, List::SpeakerNoun)).last();
        // `most of her colleagues`: the noun is what they are most of.
        let of = || (m.first + 1..m.end).find(|i| self.has(*i, List::SpeakerNoun));
        noun.or_else(of).is_some_and(|i| self.is_plural(i))
    }

    /// Whether the word at `i` is a participle that tells of several before it: `relatives gathered`.
    pub(super) fn is_gathered(&self, i: usize) -> bool {
        let form = self.is_lower(i) && (self.ends_in(i, "ed") || self.has(i, List::PastVerb));
        let noun = i.checked_sub(1).filter(|n| self.is_lower(*n) && self.has(*n, List::SpeakerNoun));
        form && noun.is_some_and(|n| self.is_plural(n))
    }

    /// Whether the word at `j` is part of somebody's title, though a verb: `teaching assistant Ann Lee`.
    pub(super) fn opens_title(&self, j: usize) -> bool {
        let title = self.is_lower(j + 1) && self.has(j + 1, List::SpeakerNoun) && self.is_name(j + 2);
        title && self.ends_in(j, "ing")
    }

    /// Whether the noun at `i` is a plural.
    pub(super) fn is_plural(&self, i: usize) -> bool {
        match self.lexicon.match_at(List::SpeakerNoun, self.doc.text, &self.doc.tokens, i) {
            Some(m) => m.len == 1 && !self.is(i, &m.entry.text),
            None => self.ends_in(i, "s"),
        }
    }

    /// What a pronoun in the object's form stands for.
    pub(super) fn object_pronoun(&self, i: usize) -> Option<Sort> {
        if !self.is_one(i, one_of!["him", "her", "them", "me", "us"]) {
            return None;
        }
        let forms =
            [("him", Sort::He), ("her", Sort::She), ("them", Sort::They), ("me", Sort::Speaker), ("us", Sort::Speaker)];
        forms.into_iter().find(|(form, _)| self.is(i, form)).map(|(_, sort)| sort)
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
