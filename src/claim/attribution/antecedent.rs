//! Whom a pronoun stands for: who was spoken of lately, and what is kept of each for pronouns to come.

use crate::claim::actor::{self, Actor, ActorKind};
use crate::claim::attribution::phrase::{Mention, Sort};
use crate::claim::attribution::resolve::{BACK, FAR, Gender, Known, Named, Resolver, Source};
use crate::lexicon::List;
use crate::text::one_of::one_of;
use crate::text::span::Span;
use crate::text::token::Case;
use std::borrow::Cow;

/// How far back, in bytes, somebody merely named can be meant whose gender nothing tells.
const NEAR: usize = 250;

impl<'s> Resolver<'s, '_, '_> {
    /// Whom a pronoun at byte `at` stands for: the one spoken of last whom it fits, else a person named nearby.
    pub(super) fn antecedent(&self, sort: Sort, at: usize) -> Option<Named<'s>> {
        let named = |a: &'s Actor| (Cow::Borrowed(a.name.as_str()), Some(a));
        let last = || self.known.iter().rev().filter(|k| k.at < at).take(BACK);
        // What is told of the gender of one later on holds before it too.
        let gender = |k: &Known<'s>| match k.gender {
            Gender::Unknown => last().find(|o| o.name == k.name && o.gender != k.gender).map_or(k.gender, |o| o.gender),
            told => told,
        };
        let fits = |k: &&Known<'s>| match sort {
            Sort::He => matches!(k.sort, Sort::Name | Sort::Person) && gender(k) != Gender::Female,
            Sort::She => matches!(k.sort, Sort::Name | Sort::Person) && gender(k) != Gender::Male,
            Sort::Aged => matches!(k.sort, Sort::Name | Sort::Person),
            // `they` is one person too, whose gender the article does not tell.
            Sort::They => matches!(k.sort, Sort::Group | Sort::They) || k.sort == Sort::Person && k.actor.is_none(),
            _ => matches!(k.sort, Sort::Group | Sort::Document | Sort::It),
        };
        let wanted = match sort {
            Sort::He => Gender::Male,
            Sort::She => Gender::Female,
            _ => Gender::Unknown,
        };
        // Somebody without a name of whose gender nothing is told, merely told of in another paragraph, comes after one who
        // has been called `she` or by a woman's name.
        let sure = |k: &&Known<'s>| fits(k) && gender(k) == wanted;
        let vague = |k: &Known<'s>| {
            wanted != Gender::Unknown
                && k.actor.is_none()
                && !(k.spoke && self.is_paragraph_before(k.last, at))
                && gender(k) == Gender::Unknown
                && !self.is_one_paragraph(k.last, at)
        };
        let known = last().find(fits);
        let known = known.filter(|k| !vague(k)).or_else(|| last().find(sure)).or(known);
        let person = if wanted == Gender::Unknown { None } else { self.person_before(wanted, at) };
        match (known, person) {
            // Somebody named since, while the one spoken of is far back.
            (Some(k), Some((p, actor)))
                if p > k.last && (at - k.last >= FAR || self.is_nearer(p, actor, wanted, k, at)) =>
            {
                Some(named(actor))
            }
            (Some(k), _) => Some((k.name.clone(), k.actor)),
            (None, person) => {
                let person = person.map(|(_, a)| a).or_else(|| self.main_person(wanted, at));
                person.map(named)
            }
        }
    }

    /// Whether two places near each other stand in one paragraph or in two that follow each other.
    pub(super) fn is_near(&self, from: usize, to: usize) -> bool {
        to.saturating_sub(from) < FAR && (self.is_one_paragraph(from, to) || self.is_paragraph_before(from, to))
    }

    /// Whether one paragraph ends between two places near each other.
    fn is_paragraph_before(&self, from: usize, to: usize) -> bool {
        let between = Span::new(from.min(to), to).of(self.scene.doc.text);
        to.saturating_sub(from) < FAR && between.split('\n').filter(|l| !l.trim().is_empty()).count() == 2
    }

    /// Whether a person of the gender wanted is named in the paragraph of byte `at`, while the one spoken of is not.
    fn is_nearer(&self, person: usize, actor: &Actor, wanted: Gender, spoken_of: &Known<'_>, at: usize) -> bool {
        self.is_one_paragraph(person, at)
            && !self.is_one_paragraph(spoken_of.last, at)
            && (self.gender_of(&actor.name) == wanted || self.is_only_one_named(person, actor, wanted, at))
    }

    /// Whether an actor, of whose gender nothing is told, is the only person who is named between the start of the
    /// paragraph and byte `at` and could be meant.
    fn is_only_one_named(&self, person: usize, actor: &Actor, wanted: Gender, at: usize) -> bool {
        let end = self.persons.partition_point(|(p, _)| *p < at);
        let here = self.persons[..end].iter().rev().take(BACK).take_while(|(p, _)| self.is_one_paragraph(*p, at));
        let gender = |n: usize| self.gender_of_actor(n);
        let able = |n: usize| gender(n) == wanted || gender(n) == Gender::Unknown;
        let same = |n: usize| self.actors.get(n).is_some_and(|a| a.id == actor.id);
        actor.name.contains(' ') && at - person < NEAR && here.into_iter().all(|(_, n)| !able(*n) || same(*n))
    }

    /// The person of that gender named last before byte `at`, and where.
    fn person_before(&self, gender: Gender, at: usize) -> Option<(usize, &'s Actor)> {
        let end = self.persons.partition_point(|(p, _)| *p < at);
        let near = self.persons[..end].iter().rev().take(BACK).take_while(|(p, _)| at - p < FAR);
        let near = near.map(|(p, n)| (*p, *n));
        let whole = |n: usize| self.actors[n].name.contains(' ');
        let unknown = || near.clone().filter(|(_, n)| self.gender_of_actor(*n) == Gender::Unknown);
        let told = near.clone().find(|(p, n)| {
            // A given name alone counts where nobody was named since.
            let alone = || unknown().next().is_none_or(|(u, _)| u < *p);
            self.gender_of_actor(*n) == gender && (whole(*n) || alone())
        });
        // One of unknown gender named in the paragraph, where one of the gender wanted is not.
        let here = |p: usize| self.is_one_paragraph(p, at);
        let nearer = || unknown().find(|(_, n)| whole(*n)).filter(|(p, _)| here(*p));
        let told = told.filter(|(p, _)| here(*p) || nearer().is_none());
        let found = told.or_else(nearer).or_else(|| unknown().find(|(p, _)| at - p < NEAR));
        found.map(|(p, n)| (p, &self.actors[n]))
    }

    /// Goes back to the start of the text: who was spoken of on the first way through comes up again in
    /// [`Resolver::reach`], so that nobody spoken of later is looked through. Cost: O(n log n) once.
    pub(super) fn rewind(&mut self) {
        let mut met = std::mem::take(&mut self.known);
        met.sort_by_key(|k| k.at);
        self.ahead = met.into_iter().peekable();
    }

    /// Goes on to byte `at`.
    pub(super) fn reach(&mut self, at: usize) {
        while let Some(k) = self.ahead.next_if(|k| k.at < at) {
            self.known.push(k);
        }
    }

    /// Keeps who said something, for pronouns to come.
    pub(super) fn note_source(&mut self, mention: Mention, speaker: Source<'s>) {
        let anew = self.scene.is_one(mention.first, one_of!["a", "an", "another", "one"]);
        self.note(mention, speaker);
        if let Some(last) = self.known.last_mut() {
            last.spoke = anew;
        }
    }

    /// Keeps who was spoken of, for pronouns to come.
    pub(super) fn note(&mut self, mention: Mention, speaker: Source<'s>) {
        if mention.sort == Sort::Speaker {
            return; // The reporter, of whom nobody says `he`.
        }
        let actor = speaker.actor;
        let told = match mention.sort {
            Sort::He => Gender::Male,
            Sort::She => Gender::Female,
            _ => Gender::Unknown,
        };
        if told == Gender::Unknown
            && self.known.last().is_some_and(|k| k.gender != Gender::Unknown && k.name == speaker.name)
        {
            if let Some(last) = self.known.last_mut() {
                last.last = last.last.max(speaker.span.start());
            }
            return;
        }
        let gender = if told == Gender::Unknown { self.gender(mention, &speaker) } else { told };
        if let Some(last) = self.known.last_mut() {
            if last.name == speaker.name {
                if gender != Gender::Unknown {
                    last.gender = gender;
                }
                last.last = last.last.max(speaker.span.start());
                return;
            }
        }
        let gender = if gender == Gender::Unknown {
            self.known.iter().rev().take(BACK).find(|k| k.name == speaker.name).map_or(gender, |k| k.gender)
        } else {
            gender
        };
        let sort = match (mention.sort, actor.map(|a| a.kind)) {
            (Sort::He | Sort::She | Sort::Speaker | Sort::Anybody | Sort::Aged, _) => Sort::Person,
            // `His wife, Sofia, said`; `Her group, Clear Air, has grown`
            (Sort::Name, Some(ActorKind::Place)) if self.is_apposed_to(mention, Sort::Person) => Sort::Person,
            (Sort::Name, _) if self.is_apposed_to(mention, Sort::Group) => Sort::Group,
            (Sort::Name, Some(ActorKind::Organisation | ActorKind::Place)) => Sort::Group,
            (Sort::Document | Sort::It, Some(ActorKind::Person)) => Sort::Person,
            (Sort::Name, None) if self.is_acronym(mention) => Sort::Group,
            (Sort::Person | Sort::Group, _) if self.scene.is_plural_phrase(mention) => Sort::They,
            (sort, _) => sort,
        };
        let Source { name, span, .. } = speaker;
        self.known.push(Known { name, actor, sort, gender, at: span.start(), last: span.start(), spoke: false });
    }

    /// Whether the words before a name say that it is that of a person, or of a group.
    fn is_apposed_to(&self, mention: Mention, sort: Sort) -> bool {
        let scene = self.scene;
        let Some(comma) = mention.first.checked_sub(1).filter(|c| scene.is_mark(*c, ",")) else { return false };
        // `A spokeswoman for the group, Ann Lee,`
        let head = (mention.from..comma).take_while(|i| !scene.has(*i, List::Preposition)).last();
        head.is_some_and(|n| scene.is_lower(n) && scene.noun_sort(n) == Some(sort))
    }

    /// One word in capitals is a body, if nothing else is known.
    fn is_acronym(&self, mention: Mention) -> bool {
        mention.end - mention.first == 1 && self.scene.token(mention.first).is_some_and(|t| t.case == Case::Upper)
    }

    fn gender(&self, mention: Mention, speaker: &Source<'_>) -> Gender {
        match speaker.actor.and_then(|a| a.gender) {
            Some(actor::Gender::Male) => return Gender::Male,
            Some(actor::Gender::Female) => return Gender::Female,
            _ => {}
        }
        // Most go by the name of their actor, of which it is known once it was asked.
        let own = speaker.actor.filter(|a| a.name == speaker.name).map(|a| self.place_of(a));
        let known = own.map_or_else(|| self.gender_of(&speaker.name), |n| self.gender_of_actor(n));
        if known == Gender::Unknown { self.noun_gender(mention) } else { known }
    }
}
