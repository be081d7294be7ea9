//! Whom the lead tells of before the article gives the name: `A beekeeper says he has lost a million bees.` and, in the
//! next paragraph, `Alwyn Rowe, from Nant Farm, found his hives overturned.`

use crate::claim::actor::Actor;
use crate::claim::attribution::phrase::{Mention, Sort};
use crate::claim::attribution::resolve::{Gender, Resolver};
use crate::lexicon::List;
use crate::text::one_of::{OneOf, one_of};
use crate::text::span::Span;

/// Those who speak for others or about them: an article need not name them, and names others next.
const BYSTANDERS: &OneOf<'_> = one_of![
    "analyst",
    "attorney",
    "coroner",
    "detective",
    "expert",
    "friend",
    "insider",
    "judge",
    "lawyer",
    "magistrate",
    "neighbor",
    "neighbour",
    "officer",
    "official",
    "prosecutor",
    "relative",
    "reporter",
    "source",
    "spokesman",
    "spokesperson",
    "spokeswoman",
    "witness",
];

/// How long the first paragraphs may be, in bytes; so the cost does not grow with the article.
const LEAD: usize = 2_000;
/// How far into its paragraph the name may stand, in bytes.
const NEAR: usize = 30;

impl<'s> Resolver<'s, '_, '_> {
    /// Who the person is whom a phrase of the first paragraph tells of without a name: whoever is named first, without
    /// any office, at the head of the second paragraph or as the speaker there.
    pub(super) fn named_next(&self, mention: Mention) -> Option<&'s Actor> {
        let scene = self.scene;
        let text = scene.doc.text;
        let at = scene.span(mention.first..mention.end).start();
        // `The secretary of the school came in` tells of one whom readers need not know by name.
        let new = scene.is_one(mention.first, one_of!["a", "an"]);
        let (place, n) = *self.persons.first()?;
        if !new || !matches!(mention.sort, Sort::Person | Sort::Aged) || at >= place || place > LEAD {
            return None;
        }
        if scene.is_plural_phrase(mention) {
            return None;
        }
        let between = Span::new(at, place).of(text);
        let before = Span::new(0, at).of(text);
        let second = between.matches("\n\n").count() == 1 && !before.trim_start().contains('\n');
        let bystander = (mention.first..mention.end).any(|i| BYSTANDERS.holds(scene.word(i).as_bytes()));
        if !second || bystander {
            return None;
        }
        let actor = self.actors.get(n).filter(|a| a.name.contains(' ') && self.has_no_office(a))?;
        let head = between.rsplit("\n\n").next().is_some_and(|p| p.len() <= NEAR);
        let token = scene.doc.token_at(place);
        let tag = token.checked_sub(1).is_some_and(|b| {
            scene.is_quoted(b)
                || scene.has(b, List::ReportingVerb) && b.checked_sub(1).is_some_and(|q| scene.is_quoted(q))
        });
        let (noun, name) = (self.noun_gender(mention), self.gender_of(&actor.name));
        let fits = noun == Gender::Unknown || name == Gender::Unknown || noun == name;
        ((head || tag) && fits).then_some(actor)
    }
}
