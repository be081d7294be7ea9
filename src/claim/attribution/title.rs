//! Titles before a name: where the name itself begins, and what its titles and given name say of its bearer.

use crate::claim::attribution::resolve::{Gender, Resolver};
use crate::lexicon::List;

impl Resolver<'_, '_, '_> {
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
