//! Whom a role means: `the minister`, `the union`, by what the article says of those who bear it.

use crate::claim::actor::ActorKind;
use crate::claim::attribution::phrase::{Mention, Sort};
use crate::claim::attribution::resolve::{BACK, Gender, Resolver, Source};
use crate::claim::attribution::scene::Scene;
use crate::lexicon::{List, folded_hash};
use crate::text::fold::{fold, on_one_line};
use crate::text::one_of::one_of;
use crate::text::span::Span;
use crate::text::token::TokenKind;
use std::collections::hash_map::Entry;
use std::ops::Range;

impl<'s> Resolver<'s, '_, '_> {
    /// `the minister`: the one actor of that role, else the words themselves.
    pub(super) fn by_role(&self, mention: Mention, span: Span) -> Source<'s> {
        let scene = self.scene;
        if let Some(author) = self.author_of(mention) {
            return Source { span, ..author };
        }
        // `Friends of the chef`: their noun is not his.
        let noun = scene.span(scene.head(mention)..scene.head(mention) + 1);
        let exact = self.actor_in(span).filter(|a| a.nominal_mentions.iter().any(|m| m.overlaps(noun)));
        let own = scene.is_one(mention.first, one_of!["his", "her", "their"]) && scene.is_kin(mention.end - 1);
        if let Some(bearer) = own.then(|| self.sole_bearer(mention)).flatten() {
            return bearer;
        }
        let definite = scene.is(mention.first, "the") && !scene.is_plural(mention.end - 1);
        if let Some(actor) = exact {
            return Source::of(actor, span);
        }
        if let Some(bearer) = definite.then(|| self.sole_bearer(mention)).flatten() {
            return bearer;
        }
        // `The innkeeper brings him a beer`: nobody is served by himself.
        let served = scene.served(mention);
        // `The death of Ann Lee, the minister said`: were she meant, a comma would close it.
        let comma = mention.from.checked_sub(2).filter(|b| scene.is_mark(b + 1, ",") && scene.is_name(*b));
        let beside = comma.and_then(|b| self.actor_in(scene.span(b..b + 1)));
        let able = |name: &str| {
            (served == Gender::Unknown || served != self.gender_of(name)) && beside.is_none_or(|a| a.name != name)
        };
        let epithet = definite.then(|| self.epithet(mention)).flatten();
        if let Some((name, actor)) = epithet.filter(|(name, _)| able(name)) {
            return Source { name, actor, span };
        }
        let meant =
            || self.described(mention).or_else(|| self.body_called(mention)).or_else(|| self.firm_called(mention));
        // `In the tavern the landlord poured`: he is the tavern's, nobody told of before.
        let before = definite && !scene.belongs_to_place(mention) && !self.stayed_unnamed(mention);
        if let Some(actor) = before.then(meant).flatten().filter(|a| able(&a.name)) {
            return Source::of(actor, span);
        }
        if let Some(name) = definite.then(|| self.unnamed_before(mention)).flatten() {
            return Source { name, actor: None, span };
        }
        if let Some(actor) = self.named_next(mention) {
            return Source::of(actor, span);
        }
        // Of two the article goes with the first only (`the union and Moorland Rail`).
        let and = (mention.first..mention.end).find(|i| scene.is(*i, "and"));
        let pair = and.is_some_and(|and| !(mention.first..and).any(|i| scene.has(i, List::Preposition)));
        let article = !pair && scene.is_one(mention.first, one_of!["the", "a", "an", "my", "our"]);
        let own =
            if article && mention.end - mention.first > 1 { scene.span(mention.first + 1..mention.end) } else { span };
        let inside = self.actor_in(span).filter(|a| a.mentions.contains(&own));
        Source { name: on_one_line(own.of(scene.doc.text)), actor: inside, span }
    }

    /// Whether the same words told of somebody before of whom the article had not said who it is: so it is none of those
    /// named next to him (`The mayor meets Ann Lee.`).
    fn stayed_unnamed(&self, mention: Mention) -> bool {
        let words = self.scene.span(mention.first + 1..mention.end);
        let words = words.of(self.scene.doc.text);
        self.known.iter().rev().take(BACK).any(|k| k.actor.is_none() && k.name == words)
    }

    /// The only person who bears the role of `the <noun>`.
    fn sole_bearer(&self, mention: Mention) -> Option<Source<'s>> {
        let scene = self.scene;
        if mention.sort != Sort::Person || mention.end - mention.first > 4 {
            return None;
        }
        if (mention.first..mention.end).any(|i| scene.has(i, List::OtherWord)) {
            return None;
        }
        // `the justice minister` is no justice.
        let head = scene.head(mention);
        let noun = (mention.first..mention.end)
            .find(|i| scene.noun_sort(*i).is_some() && !(*i < head && scene.has(*i, List::Portfolio)))?;
        let name = (*self.bearers.get(&scene.office_key(noun))?)?;
        let span = scene.span(mention.first..mention.end);
        Some(match self.actor_in(name) {
            Some(actor) => Source::of(actor, span),
            None => Source { name: on_one_line(name.of(scene.doc.text)), actor: None, span },
        })
    }

    /// The nouns of the roles written beside a name: its titles, the words before it, an apposition after it.
    pub(super) fn read_roles(&mut self, titles: Range<usize>, end: usize, name: Span) {
        let scene = self.scene;
        let mut nouns = std::mem::take(&mut self.nouns);
        nouns.clear();
        nouns.extend(titles.clone());
        let floor = titles.start.saturating_sub(4);
        let no_noun = [List::Preposition, List::Auxiliary, List::Connective, List::Pronoun];
        // `The president received Ann Lee`: a verb stands between.
        let verb = |i: usize| {
            let form = scene.has(i, List::PastVerb) || scene.ends_in(i, "ed") || scene.is_plain_verb(i);
            let third = || {
                let subject = i.checked_sub(1).is_some_and(|b| scene.has(b, List::SpeakerNoun) && !scene.is_plural(b));
                subject && scene.ends_in(i, "s") && scene.has(i, List::Verb)
            };
            (form || third()) && !scene.has(i, List::SpeakerNoun)
        };
        let noun = |i: &usize| scene.is_lower(*i) && !no_noun.iter().any(|l| scene.has(*i, *l)) && !verb(*i);
        nouns.extend((floor..titles.start).rev().take_while(noun));
        // `The rebel commander known as Ann Lee`
        let known =
            (1..3).filter_map(|k| titles.start.checked_sub(k)).find(|k| scene.known_as(*k) == Some(titles.start));
        if let Some(known) = known {
            nouns.extend((known.saturating_sub(3)..known).rev().take_while(noun));
        }
        // `Gov. Linda Marsh` at the start of a sentence.
        let short = titles.start.checked_sub(2).filter(|s| scene.has(*s, List::Title) && scene.is_mark(s + 1, "."));
        nouns.extend(short);
        nouns.extend(self.role_before(titles.start, end));
        // `in Upper Marn, the mother, Ann Lee, said`
        let place = || self.actor_in(name).is_some_and(|a| a.kind == ActorKind::Place);
        if scene.is_mark(end, ",") && !place() {
            let first = end + 1 + usize::from(scene.has(end + 1, List::Determiner));
            // `The director, Ann Lee, described the defendant as calm`: another clause.
            let apart = [List::Preposition, List::Connective, List::Determiner, List::Auxiliary];
            let inside = |i: &usize| {
                scene.is_word(*i) && !apart.iter().any(|l| scene.has(*i, *l)) && !scene.is_plain_verb(*i)
                    || scene.token(*i).is_some_and(|t| t.kind == TokenKind::Possessive)
            };
            let described = first..first + (first..first + 7).take_while(inside).count();
            // `The death of Ann Lee, the minister told reporters`: no comma closes it, so a clause begins.
            let verb = scene.is_lower(described.end)
                && (scene.has(described.end, List::Auxiliary) || scene.is_plain_verb(described.end));
            nouns.extend(described.filter(|_| !verb));
        }
        for &i in nouns.iter().filter(|i| scene.is_office(**i)) {
            self.bear(scene.office_key(i), name);
        }
        self.nouns = nouns;
    }

    /// The kin that a name stands right after: `her husband, Cyril,`, `with husband Lee`.
    pub(super) fn read_kin(&mut self, first: usize, end: usize) {
        let scene = self.scene;
        let Some(before) = first.checked_sub(1) else { return };
        let comma = scene.is_mark(before, ",") && (scene.is_mark(end, ",") || scene.is_mark(end, "."));
        let kin = if comma { before.checked_sub(1) } else { Some(before) };
        if let Some(kin) = kin.filter(|k| scene.is_lower(*k) && scene.is_kin(*k) && scene.is_office(*k)) {
            self.bear(scene.office_key(kin), scene.span(first..end));
        }
    }

    /// Notes who bears the role of a noun; several cannot be told apart.
    pub(super) fn bear(&mut self, noun: u64, name: Span) {
        let text = self.scene.doc.text;
        let last = |s: Span| s.of(text).split_whitespace().next_back();
        match self.bearers.entry(noun) {
            Entry::Vacant(place) => {
                place.insert(Some(name));
            }
            Entry::Occupied(mut known) => {
                if known.get().is_some_and(|b| last(b) != last(name)) {
                    known.insert(None);
                }
            }
        }
    }

    /// The noun of a role that a name between commas follows: `The bishop of Carrow, the Rev. Ann Lee,`.
    fn role_before(&self, first: usize, end: usize) -> Option<usize> {
        let scene = self.scene;
        let title =
            |b: &usize| scene.is_capital(*b) || scene.is_mark(*b, ".") && *b > 0 && scene.has(*b - 1, List::Title);
        let titles = (0..first).rev().take_while(title).count();
        let before = (first - titles).checked_sub(1)?;
        let comma = if scene.is(before, "the") { before.saturating_sub(1) } else { before };
        if !scene.is_mark(comma, ",") || !scene.is_mark(end, ",") {
            return None;
        }
        let inside = |i: &usize| scene.is_word(*i) || scene.is_possessive(*i);
        let left = (comma.saturating_sub(9)..comma).rev().take_while(inside).last()?;
        // The phrase opens its clause, and its own noun comes first.
        let opens = scene.has(left, List::Determiner);
        (left + 1..comma).take_while(|i| !scene.has(*i, List::Preposition)).last().filter(|_| opens)
    }
}

impl Scene<'_, '_> {
    /// Whether the word at token `i` says what one person is: a noun, or the short form of a title.
    fn is_office(&self, i: usize) -> bool {
        self.has(i, List::SpeakerNoun) && !self.is_plural(i)
            || self.has(i, List::RoleSynonym) && self.has(i, List::Title)
    }

    /// The gender of whom the subject `m` does something to, right after the verb: `brings him`, `tells her that`.
    fn served(&self, m: Mention) -> Gender {
        let verb = (m.to..m.to + 3).find(|i| !self.is_adverb(*i)).filter(|i| self.is_lower(*i)).unwrap_or(m.to);
        match self.object_pronoun(verb + 1) {
            Some(Sort::He) => Gender::Male,
            Some(Sort::She) if self.is_bare_her(verb + 1) => Gender::Female,
            _ => Gender::Unknown,
        }
    }

    /// Whether the word at token `i` is a noun for kin: `husband`, `sister`.
    pub(super) fn is_kin(&self, i: usize) -> bool {
        let title = self.token(i).and_then(|t| self.lexicon.entry_at(List::Title, t));
        title.is_some_and(|e| e.field(0) == "family")
    }

    /// The office that the noun at token `i` names, whatever its form: `governor` for `Gov`.
    pub(super) fn office(&self, i: usize) -> String {
        self.synonym(i).map_or_else(|| fold(self.word(i)), str::to_owned)
    }

    /// The hash of the same.
    fn office_key(&self, i: usize) -> u64 {
        folded_hash(self.synonym(i).unwrap_or_else(|| self.word(i)))
    }

    /// The office that the words at token `i` are another name of.
    fn synonym(&self, i: usize) -> Option<&str> {
        let m = self.lexicon.match_at(List::RoleSynonym, self.doc.text, &self.doc.tokens, i);
        // `head of state`
        m.filter(|m| m.len == 1 || self.is(i + 1, "of")).map(|m| m.entry.text.as_str())
    }
}
