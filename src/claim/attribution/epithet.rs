//! Whom a phrase describes anew: `the Maryland Democrat`, `the retired plasterer`, `the Bulgarian`, `Plucky Nora`.

use crate::claim::actor::{Actor, ActorKind};
use crate::claim::attribution::phrase::{Mention, Sort};
use crate::claim::attribution::resolve::{FAR, Gender, Known, Named, Resolver};
use crate::lexicon::{List, folded_hash};
use crate::text::one_of::one_of;
use crate::text::token::TokenKind;

/// How many persons named before are looked through.
const MENTIONS: usize = 48;

impl<'s> Resolver<'s, '_, '_> {
    /// Whom `the Maryland Democrat`, `the retired plasterer` describes anew: the person spoken of last.
    pub(super) fn epithet(&self, mention: Mention) -> Option<Named<'s>> {
        let scene = self.scene;
        let words = mention.first + 1..mention.end;
        let hyphen = |i: usize| scene.is_hyphened(i) || scene.is_mark(i, "-");
        let number = |i: usize| scene.token(i).is_some_and(|t| t.kind == TokenKind::Number);
        let quoted = words.clone().filter(|i| scene.is_quoted(*i)).count();
        // `the 6ft 2in former wrestler`
        let inches = |i: usize| scene.is(i, "in") && number(i - 1);
        let plain = words.clone().all(|i| {
            hyphen(i)
                || scene.is_quoted(i)
                || number(i)
                || inches(i)
                || scene.is_word(i) && !scene.has(i, List::Preposition)
        });
        let measures = words.clone().filter(|i| number(*i) || i.checked_sub(1).is_some_and(number)).count();
        let told = self.is_native(mention)
            || words.clone().rev().skip(1).any(|i| {
                scene.is_capital(i)
                    || scene.is_quoted(i)
                    || scene.has(i, List::EpithetWord)
                    || self.is_age(i)
                    || scene.is_one(i, one_of!["time", "generation"]) && scene.is_hyphened(i)
            });
        // `the father of three`
        let parent = words.len() == 3
            && scene.is_kin(mention.first + 1)
            && scene.is(mention.first + 2, "of")
            && (scene.has(mention.first + 3, List::NumberWord) || number(mention.first + 3));
        if mention.sort == Sort::Person && parent {
            return self.spoken_of(mention).or_else(|| self.only_one_near(mention));
        }
        if mention.sort != Sort::Person && !self.is_native(mention)
            || !plain
            || !told
            || words.len() - quoted - measures > 6
        {
            return None;
        }
        // Somebody named since goes before one spoken of before that.
        let at = scene.span(mention.first..mention.end).start();
        let spoken = self.spoken_of(mention);
        let named = |k: &&Known<'_>| k.at < at && k.sort == Sort::Name;
        let since = self.known.iter().rev().find(named).is_some_and(|k| self.is_near(k.last, at));
        let near = || self.only_one_near(mention);
        let meant = if since { spoken.or_else(near) } else { near().or(spoken) };
        meant.filter(|(_, actor)| self.can_hold(*actor, mention))
    }

    /// The only person named since the paragraph before began, whoever was the subject: `The hero was the doorman, Ian Moss.`
    fn only_one_near(&self, mention: Mention) -> Option<Named<'s>> {
        let at = self.scene.span(mention.first..mention.end).start();
        let gender = self.noun_gender(mention);
        let end = self.persons.partition_point(|(p, _)| *p < at);
        let near = self.persons.get(..end)?.iter().rev().take(MENTIONS).take_while(|(p, _)| self.is_near(*p, at));
        let mut near = near.map(|(_, n)| *n);
        let one = near.next()?;
        let actor = self.actors.get(one)?;
        let told = self.gender_of_actor(one);
        let fits = gender == Gender::Unknown || told == Gender::Unknown || gender == told;
        (near.all(|n| n == one) && fits && actor.name.contains(' ')).then(|| (actor.name.as_str().into(), Some(actor)))
    }

    /// Whether the `old` of `61-year-old` stands at `i`, before a noun that the article brings nobody else up with.
    fn is_age(&self, i: usize) -> bool {
        let scene = self.scene;
        let old = scene.is(i, "old") && scene.is_hyphened(i) && scene.is_lower(i + 1);
        old && !self.introduced.contains_key(&folded_hash(scene.word(i + 1)))
    }

    /// Whether somebody may be meant by `the UN chief`, which names an office and whose it is: whom the article calls so.
    fn can_hold(&self, actor: Option<&Actor>, mention: Mention) -> bool {
        let words = mention.first + 1..mention.end;
        !self.is_office_of_a_body(mention.first, mention.end - 1) || actor.is_none_or(|a| self.is_told_as(a, words))
    }

    /// Whether the noun at `head` is that of an office, and a name before it tells whose.
    pub(super) fn is_office_of_a_body(&self, first: usize, head: usize) -> bool {
        let named = |i: usize| self.scene.is_name(i) && !self.scene.has(i, List::Demonym);
        self.is_office_noun(head) && (first + 1..head).any(named)
    }

    /// The person spoken of last by name before a mention, if the gender fits.
    pub(super) fn spoken_of(&self, mention: Mention) -> Option<Named<'s>> {
        let at = self.scene.span(mention.first..mention.end).start();
        let gender = self.noun_gender(mention);
        // One word that is nobody's name anywhere in the article (`The Bell trophy`) is passed over.
        let is_somebody = |k: &Known<'_>| k.actor.is_some() || k.name.contains(' ');
        let last = self
            .known
            .iter()
            .rev()
            .take_while(|k| k.at < at && at - k.at < FAR)
            .find(|k| k.sort == Sort::Name && is_somebody(k))?;
        let fits = gender == Gender::Unknown || last.gender == Gender::Unknown || gender == last.gender;
        let person = last.actor.is_none_or(|a| a.kind == ActorKind::Person);
        (fits && person).then(|| (last.name.clone(), last.actor))
    }

    /// Whether a mention is `the Bulgarian`, of one person.
    pub(super) fn is_native(&self, mention: Mention) -> bool {
        let scene = self.scene;
        let noun = mention.end - 1;
        let word = scene.word(noun);
        // `the British` and `the Chinese` are many.
        let many = ["s", "ish", "ch", "ese"].iter().any(|e| word.ends_with(e));
        let the = noun.checked_sub(1).is_some_and(|b| scene.is(b, "the"));
        noun <= mention.first + 1 && the && !many && scene.has(noun, List::Demonym)
    }

    /// The person meant by a given name with an adjective before it, at the head of a sentence: `Plucky Nora`.
    pub(super) fn called_by_given_name(&self, mention: Mention) -> Option<&'s Actor> {
        let scene = self.scene;
        let given = mention.end.checked_sub(1).filter(|g| *g == mention.first + 1 || *g == mention.first)?;
        let adjective = given == mention.first || scene.has(mention.first, List::OrdinaryWord);
        if !adjective || !scene.has(given, List::GivenName) || scene.has(mention.first, List::Title) {
            return None;
        }
        let at = scene.span(mention.first..mention.end).start();
        let word = scene.word(given);
        let end = self.persons.partition_point(|(p, _)| *p < at);
        let named = self.persons.get(..end)?.iter().rev().take(MENTIONS).filter_map(|(_, n)| self.actors.get(*n));
        let mut called = named.filter(|a| a.name.split(' ').next() == Some(word) && a.name.contains(' '));
        let one = called.next()?;
        called.all(|a| a.id == one.id).then_some(one)
    }
}
