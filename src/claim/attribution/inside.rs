//! Whom the pronouns inside a quotation stand for: somebody of whom the speaker tells, never the speaker.

use crate::claim::actor::Actor;
use crate::claim::attribution::phrase::{Mention, Sort};
use crate::claim::attribution::resolve::{BACK, FAR, Gender, Named, Resolver};
use crate::claim::attribution::scene::Scene;
use crate::claim::quote::Speaker;
use crate::lexicon::List;
use std::borrow::Cow;

/// How far back in the quotation somebody is looked for, in tokens.
const REACH: usize = 60;

impl Scene<'_, '_> {
    /// Whom the pronoun of `mention`, inside a quotation, stands for there: the person told of last in what is quoted
    /// of the paragraph (`“A man pulled me in. He goes, ‘…`).
    pub(super) fn told_of_inside(&self, mention: Mention) -> Option<Mention> {
        let wanted = match mention.sort {
            Sort::He => "m",
            Sort::She => "f",
            _ => return None,
        };
        let floor = mention.first.saturating_sub(REACH);
        for i in (floor..mention.first).rev() {
            if self.is_line_between(i, i + 1) {
                return None;
            }
            let kin = self.has(i, List::GenderedNoun);
            let noun = kin || self.has(i, List::SpeakerNoun) && !self.is_plural(i);
            if !noun || !self.is_quoted(i) || self.is_hyphened(i) {
                continue;
            }
            let token = self.token(i)?;
            let person = match self.lexicon.entry_at(List::GenderedNoun, token) {
                Some(gendered) => gendered.field(0) == wanted,
                None => self.lexicon.entry_at(List::SpeakerNoun, token).is_some_and(|e| e.field(1) == "p"),
            };
            if person {
                let sort = Sort::Person;
                let one = Mention { first: i, end: i + 1, sort, from: i, to: i + 1 };
                let whole = self.subject_ending_at(floor, i + 1).filter(|m| m.first <= i && m.end >= i);
                return Some(whole.map_or(one, |m| Mention { sort, ..m }));
            }
        }
        None
    }
}

impl<'s> Resolver<'s, '_, '_> {
    /// Whom a pronoun that `outer` speaks stands for, where nothing quoted tells: another person of that gender told of
    /// in the paragraph.
    pub(super) fn told_of_by(&self, outer: &Speaker, sort: Sort, at: usize) -> Option<Named<'s>> {
        let wanted = match sort {
            Sort::He => Gender::Male,
            Sort::She => Gender::Female,
            _ => return None,
        };
        let other = |name: &str| name != outer.name;
        let known = self.known.iter().rev().filter(|k| k.at < at).take(BACK);
        let mut near = known.filter(|k| k.actor.is_some() && other(&k.name) && self.is_one_paragraph(k.at, at));
        if let Some(k) = near.find(|k| k.gender == wanted) {
            return Some((k.name.clone(), k.actor));
        }
        let end = self.persons.partition_point(|(p, _)| *p < at);
        let named = self.persons.get(..end)?.iter().rev().take(BACK).take_while(|(p, _)| self.is_one_paragraph(*p, at));
        let fits = |a: &&Actor| other(&a.name) && self.given_or_told(&a.name) == wanted;
        let here = named.filter_map(|(_, n)| self.actors.get(*n)).find(fits);
        let actor = here.or_else(|| {
            // The only other person named not far before who may be of that gender.
            let near = self.persons.get(..end)?.iter().rev().take(BACK).take_while(|(p, _)| at - p < FAR);
            let able = |a: &&Actor| other(&a.name) && [wanted, Gender::Unknown].contains(&self.given_or_told(&a.name));
            let mut near = near.filter_map(|(_, n)| self.actors.get(*n)).filter(able);
            near.next().filter(|a| a.name.contains(' ') && near.all(|b| b.id == a.id))
        })?;
        Some((Cow::Borrowed(&actor.name), Some(actor)))
    }

    /// The gender of the bearer of a name, which may be a given name alone.
    fn given_or_told(&self, name: &str) -> Gender {
        match self.gender_of(name) {
            Gender::Unknown if !name.contains(' ') => {
                match self.scene.lexicon.entry(List::GivenName, name).map(|e| e.field(0)) {
                    Some("m") => Gender::Male,
                    Some("f") => Gender::Female,
                    _ => Gender::Unknown,
                }
            }
            told => told,
        }
    }
}
