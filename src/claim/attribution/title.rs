//! Titles before a name: where the name itself begins, and what its titles and given name say of its bearer.

use crate::claim::actor::{Actor, RoleKind};
use crate::claim::attribution::phrase::Mention;
use crate::claim::attribution::resolve::{Gender, Resolver};
use crate::lexicon::List;

/// How many mentions of persons are looked through.
const NAMED: usize = 48;

impl<'s> Resolver<'s, '_, '_> {
    pub(super) fn continues_name(&self, i: usize) -> bool {
        let scene = self.scene;
        let tight = scene.token(i).is_some_and(|t| !t.space_before);
        let initial = scene.is_mark(i, ".")
            && tight
            && scene.is_name(i + 1)
            && (scene.word(i - 1).len() == 1 || scene.has(i - 1, List::Abbreviation));
        let hyphen = scene.is_mark(i, "-")
            && tight
            && scene.is_name(i + 1)
            && scene.token(i + 1).is_some_and(|t| !t.space_before);
        let particle = scene.has(i, List::NameParticle) && (scene.is_name(i + 1) || scene.is_name(i + 2));
        initial || hyphen || particle
    }

    /// The first token after titles and roles written as part of a name, and what they say of its bearer.
    pub(super) fn without_titles(&self, first: usize, end: usize) -> (usize, Gender) {
        let scene = self.scene;
        let mut i = first;
        let mut gender = Gender::Unknown;
        while i + 1 < end {
            let title = scene.lexicon.match_at(List::Title, scene.doc.text, &scene.doc.tokens, i);
            let title = title.filter(|t| i + t.len < end);
            match title.map(|t| t.entry.field(1)) {
                Some("m") => gender = Gender::Male,
                Some("f") => gender = Gender::Female,
                _ => {}
            }
            if title.is_some() || scene.has(i, List::SpeakerNoun) {
                i += title.map_or(1, |t| t.len);
                if scene.is_mark(i, ".") && i + 1 < end {
                    i += 1;
                }
                continue;
            }
            // `County Sheriff Dougherty`: what stands before a title goes with it.
            let title_ahead = (i + 1..end.saturating_sub(1)).rev().find(|k| {
                scene.has(*k, List::SpeakerNoun) || scene.has(*k, List::Title) && !scene.has(*k, List::GivenName)
            });
            match title_ahead {
                Some(k) => i = k,
                None => break,
            }
        }
        if gender == Gender::Unknown && end - i >= 2 {
            gender = self.given_gender(i);
        }
        (i, gender)
    }

    /// Who `Mrs Lee` is where the article tells of a Tom Lee and of his mother, Ann: the only one of that gender whom it
    /// calls kin and by a given name alone.
    pub(super) fn titled_kin(&self, mention: Mention) -> Option<&'s Actor> {
        let scene = self.scene;
        let (first, gender) = self.without_titles(mention.first, mention.end);
        if gender == Gender::Unknown || first == mention.first || mention.end != first + 1 {
            return None;
        }
        let at = scene.span(mention.first..mention.end).start();
        let end = self.persons.partition_point(|(p, _)| *p < at);
        let before = || self.persons[..end].iter().take(NAMED).filter_map(|(_, n)| self.actors.get(*n));
        let surname = scene.word(first);
        let shared = before().any(|a| a.name.contains(' ') && a.name.split(' ').next_back() == Some(surname));
        let kin = |a: &&Actor| {
            let given = self.scene.lexicon.entry(List::GivenName, &a.name).map_or("", |e| e.field(0));
            // `Andrea` is a man or a woman: she has been called `she`.
            let known = || self.known.iter().rev().take(NAMED).any(|k| k.name == a.name && k.gender == gender);
            let told = matches!((gender, given), (Gender::Female, "f") | (Gender::Male, "m")) || known();
            told && a.role_mentions.iter().any(|r| r.kind == RoleKind::Family)
        };
        let one = before().find(kin).filter(|_| shared)?;
        before().filter(kin).all(|a| a.id == one.id).then_some(one)
    }

    /// What the given name at token `i` says.
    fn given_gender(&self, i: usize) -> Gender {
        let scene = self.scene;
        if !scene.has(i, List::GivenName) {
            return Gender::Unknown;
        }
        let m = scene.lexicon.match_at(List::GivenName, scene.doc.text, &scene.doc.tokens, i);
        match m.filter(|m| m.len == 1).map(|m| m.entry.field(0)) {
            Some("m") => Gender::Male,
            Some("f") => Gender::Female,
            _ => Gender::Unknown,
        }
    }
}
