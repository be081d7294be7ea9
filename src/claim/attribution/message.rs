//! Whose words a message is: `his letter`, `a note from Lee`, `In an email, Lee told …` and, later, `the email read`.

use crate::claim::attribution::marks;
use crate::claim::attribution::phrase::{Mention, Sort};
use crate::claim::attribution::resolve::{Resolver, Source};
use crate::claim::attribution::scene::{Scene, Unit};
use crate::lexicon::List;
use crate::text::fold::fold;
use crate::text::one_of::{OneOf, one_of};
use std::collections::BTreeMap;

/// How far before the noun its verb stands, in tokens.
const VERB: usize = 7;
/// How far, in bytes, an `it` may stand from the message it means.
const FAR: usize = 400;

/// How a message is made or sent, after it.
const MADE_BY: &OneOf<'_> =
    one_of!["written", "sent", "signed", "posted", "penned", "published", "issued", "released", "recorded"];
/// And before it.
const MADE: &OneOf<'_> =
    one_of!["wrote", "sent", "posted", "penned", "issued", "released", "published", "recorded", "tweeted", "shared"];

/// Who wrote or sent the messages told of so far.
#[derive(Debug, Default)]
pub(super) struct Authors<'s> {
    /// By the message's noun.
    by_noun: BTreeMap<String, Source<'s>>,
    /// Of the message told of last, with the byte where it was.
    last: Option<(usize, Source<'s>)>,
}

impl Scene<'_, '_> {
    /// Who wrote the message whose noun stands at token `noun`, as far as its own phrase tells.
    fn author(&self, low: usize, noun: usize) -> Option<Mention> {
        let able = |m: &Mention| !matches!(m.sort, Sort::Other | Sort::Document | Sort::It | Sort::Anybody);
        let owner = self.owner(low, noun).filter(|m| {
            let first = m.to + usize::from(self.is_possessive(m.to));
            (first..noun).all(|i| self.is_word(i) && !self.has(i, List::Preposition) && !self.has(i, List::Determiner))
        });
        // `a letter from Lee`, `a post by Lee`, `a note signed by Lee`
        let by = if self.is(noun + 1, "from") || self.is(noun + 1, "by") {
            Some(noun + 1)
        } else {
            let made = MADE_BY.holds(self.word(noun + 1).as_bytes());
            (noun + 2..noun + 4).find(|k| made && self.is(*k, "by"))
        };
        let from = || self.phrase_after(by? + 1, by? + 12);
        // `an email that Lee sent to her sister`
        let that = noun + 1 + usize::from(self.is(noun + 1, "that") || self.is(noun + 1, "which"));
        let verb = (that + 1..that + VERB)
            .take_while(|i| self.is_word(*i) && !self.is_quoted(*i))
            .find(|i| MADE.holds(self.word(*i).as_bytes()));
        let whose = || self.subject_before(that, verb?).filter(|m| m.from == that);
        owner.or_else(from).or_else(whose).filter(able)
    }

    /// Who makes the message at `noun`, by the verb right before it: `Lee said Hale had sent a message`.
    fn maker(&self, low: usize, noun: usize) -> Option<Mention> {
        let floor = low.max(noun.saturating_sub(5));
        let verb = (floor..noun)
            .rev()
            .take_while(|i| self.is_word(*i) && !self.has(*i, List::Preposition))
            .find(|i| MADE.holds(self.word(*i).as_bytes()))?;
        self.subject_before(low, verb)
    }

    /// Whether `subject`, who tells something in the sentence, does so in the message at `noun` or makes it: `In an email
    /// to staff, Lee said`, `Lee wrote him a letter`.
    fn is_sent_by(&self, low: usize, noun: usize, subject: Mention) -> bool {
        let floor = low.max(noun.saturating_sub(VERB));
        if subject.first <= noun && noun < subject.end {
            return false;
        }
        let lead = (floor..noun)
            .rev()
            .find(|i| !self.is_lower(*i) || self.has(*i, List::Determiner) || self.has(*i, List::Preposition));
        let means = lead.and_then(|l| if self.has(l, List::Determiner) { l.checked_sub(1) } else { Some(l) });
        let means = means.is_some_and(|p| self.is_one(p, one_of!["in", "on", "via", "through"]));
        let made = (floor.max(subject.to)..noun).any(|i| MADE.holds(self.word(i).as_bytes()));
        means || made
    }
}

impl<'s> Resolver<'s, '_, '_> {
    /// Notes who wrote the messages that a unit tells of; `subject` is who tells something in it.
    pub(super) fn read_messages(&mut self, unit: &Unit, subject: Option<Mention>) {
        let scene = self.scene;
        let low = unit.tokens.start;
        for i in scene.marks.all(unit.tokens.clone(), marks::MESSAGE) {
            let able = |m: &Mention| !matches!(m.sort, Sort::Other | Sort::Document | Sort::It | Sort::Anybody);
            let made = || scene.maker(low, i).filter(able);
            let sender = || made().or_else(|| subject.filter(able).filter(|m| scene.is_sent_by(low, i, *m)));
            let noun = fold(scene.word(i));
            let Some(author) = scene.author(low, i).or_else(sender) else {
                // Another one, of nobody knows whom.
                if (1..4).any(|b| i >= low + b && (scene.is(i - b, "a") || scene.is(i - b, "an"))) {
                    self.authors.by_noun.remove(&noun);
                }
                continue;
            };
            let speaker = self.speaker(author, None);
            self.authors.last = Some((scene.span(i..i + 1).start(), speaker.clone()));
            self.authors.by_noun.insert(noun, speaker);
        }
    }

    /// The author of the message that a mention is: its own phrase tells, or the article told before.
    pub(super) fn author_of(&self, mention: Mention) -> Option<Source<'s>> {
        let scene = self.scene;
        let noun = (mention.first..mention.end).find(|i| scene.has(*i, List::MessageNoun))?;
        if mention.sort != Sort::Document {
            return None;
        }
        if let Some(author) = scene.author(mention.from.min(mention.first), noun) {
            return Some(self.resolve(author, None));
        }
        // `She posted a picture captioned "…"`
        let able = |m: &Mention| !matches!(m.sort, Sort::Other | Sort::Document | Sort::It | Sort::Anybody);
        if let Some(maker) = scene.maker(noun.saturating_sub(VERB), noun).filter(able) {
            return Some(self.resolve(maker, None));
        }
        // `A statement said`, right after a body was told of: the body's.
        if scene.is(mention.first, "a") && scene.is(noun, "statement") {
            let at = scene.span(noun..noun + 1).start();
            let last = self.known.last().filter(|k| k.sort == Sort::Group && self.is_one_paragraph(k.at, at))?;
            let span = scene.span(mention.first..mention.end);
            return Some(Source { name: last.name.clone(), actor: last.actor, span });
        }
        let definite = scene.is(mention.first, "the") && mention.first + 2 >= noun;
        self.authors.by_noun.get(&fold(scene.word(noun))).filter(|_| definite).cloned()
    }

    /// The author of the message told of last, for the `it` of `it read`.
    pub(super) fn last_author(&self, it: Mention, read: bool) -> Option<Source<'s>> {
        if self.resolved.contains_key(&(it.first, it.end)) {
            return None;
        }
        let span = self.scene.span(it.first..it.end);
        let (at, author) = self.authors.last.as_ref()?;
        // What merely `said` it may be a body told of since, or in another paragraph.
        let since = self.known.iter().rev().take_while(|k| k.last > *at);
        let other = || since.into_iter().any(|k| matches!(k.sort, Sort::Group | Sort::Document | Sort::It));
        if !read && (other() || !self.is_one_paragraph(*at, span.start())) {
            return None;
        }
        (span.start().saturating_sub(*at) < FAR).then(|| Source { span, ..author.clone() })
    }
}
