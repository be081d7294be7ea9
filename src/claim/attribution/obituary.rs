//! Reports of a death: the one who died stays the one told of, however many others are quoted about him.

use crate::claim::actor::{Actor, ActorKind};
use crate::claim::attribution::phrase::{Mention, Sort};
use crate::claim::attribution::resolve::{Gender, Resolver, Source};

/// How many tokens of the text are looked at for the news of the death.
const LEAD: usize = 120;

impl<'s> Resolver<'s, '_, '_> {
    /// The person of whom the first paragraph says that he or she died.
    pub(super) fn find_deceased(&self) -> Option<&'s Actor> {
        let scene = self.scene;
        let died = (0..LEAD).find(|i| scene.is(*i, "died") && !scene.is_quoted(*i))?;
        if (1..=died).any(|i| scene.is_line_between(i - 1, i)) {
            return None;
        }
        let mention = scene.subject_before(0, died).filter(|m| m.sort == Sort::Name);
        // `Ann Lee, botanist, who has died`
        let who = || (1..died).rev().take(3).find(|i| scene.is(*i, "who") && scene.is_mark(i - 1, ","));
        let apposed = || who().and_then(|who| scene.subject_over_commas(0, who - 1)).filter(|m| m.sort == Sort::Name);
        let mention = mention.or_else(apposed)?;
        let actor = self.actor_in(scene.span(mention.first..mention.end))?;
        (actor.kind == ActorKind::Person && actor.name.contains(' ')).then_some(actor)
    }

    /// The one who died, for a pronoun that tells of somebody in a paragraph where nobody else is named before it.
    pub(super) fn tells_of_deceased(&self, mention: Mention) -> Option<Source<'s>> {
        let actor = self.deceased?;
        let wanted = match mention.sort {
            Sort::He => Gender::Male,
            Sort::She => Gender::Female,
            _ => return None,
        };
        let told = self.gender_of(&actor.name);
        let span = self.scene.span(mention.first..mention.end);
        let end = self.persons.partition_point(|(p, _)| *p < span.start());
        let before = self.persons.get(..end)?.last()?;
        let other = self.actors.get(before.1).is_none_or(|a| a.id != actor.id);
        let here = self.is_one_paragraph(before.0, span.start());
        let fits = told == Gender::Unknown || told == wanted;
        (fits && !(other && here)).then(|| Source::of(actor, span))
    }

    /// Settles whom a mention means.
    pub(super) fn settle(&mut self, mention: Mention, speaker: Source<'s>) {
        self.resolved.insert((mention.first, mention.end), speaker.clone());
        self.note(mention, speaker);
    }
}
