//! From a mention to a speaker: the fullest name that the article gives.

use crate::claim::actor::{self, Actor, ActorKind};
use crate::claim::attribution::message::Authors;
use crate::claim::attribution::phrase::{Mention, Sort};
use crate::claim::attribution::scene::Scene;
use crate::claim::quote::Speaker;
use crate::lexicon::List;
use crate::text::fold::{fold, single_spaced, with_folded};
use crate::text::one_of::one_of;
use crate::text::span::Span;
use crate::text::token::{Case, TokenKind};
use foldhash::fast::FixedState;
use std::collections::HashMap;
use std::iter::Peekable;
use std::ops::Range;
use std::vec::IntoIter;

/// What is known of a person's gender.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gender {
    Male,
    Female,
    Unknown,
}

/// Somebody mentioned, for pronouns to come.
#[derive(Debug, Clone)]
pub(super) struct Known {
    pub(super) name: String,
    pub(super) actor: Option<String>,
    pub(super) sort: Sort,
    pub(super) gender: Gender,
    /// Bytes where the mention began.
    pub(super) at: usize,
}

/// How far back, in bytes, somebody merely named can be meant.
pub(super) const FAR: usize = 700;

/// How far back, in bytes, somebody merely named can be meant whose gender nothing tells.
const NEAR: usize = 250;

/// How many mentions back a pronoun may reach.
pub(super) const BACK: usize = 12;

/// Resolves mentions in text order.
pub(super) struct Resolver<'s, 'a, 't> {
    pub(super) scene: &'s Scene<'a, 't>,
    pub(super) actors: &'s [Actor],
    by_id: HashMap<&'s str, usize, FixedState>,
    /// Mentions of actors by name or by role, in text order.
    pub(super) mentions: Vec<(Span, usize)>,
    /// For a surname, the fullest name that the text gives.
    fullest: HashMap<String, Span, FixedState>,
    /// By name, what its titles say of the bearer.
    genders: HashMap<String, Gender, FixedState>,
    /// For the noun of a role, who bears it; `None` if several do.
    bearers: HashMap<String, Option<Span>, FixedState>,
    /// Nouns for people that the article brings up with `a`: of the `farmer` of `a farmer` it may go on to tell.
    /// With the byte where it does so first.
    pub(super) introduced: HashMap<String, usize, FixedState>,
    /// Bodies by the last word of their names.
    pub(super) bodies: HashMap<String, Vec<usize>, FixedState>,
    /// Persons named outside quotations, in text order.
    pub(super) persons: Vec<(usize, usize)>,
    pub(super) known: Vec<Known>,
    /// Who wrote or sent the messages told of.
    pub(super) authors: Authors,
    /// On a second way through the text, who comes up after the place reached, in text order.
    ahead: Peekable<IntoIter<Known>>,
    /// What mentions were resolved to, by their tokens.
    resolved: HashMap<(usize, usize), Speaker, FixedState>,
}

impl<'s, 'a, 't> Resolver<'s, 'a, 't> {
    pub(super) fn new(scene: &'s Scene<'a, 't>, actors: &'s [Actor]) -> Self {
        let mut mentions: Vec<(Span, usize)> = Vec::new();
        for (n, actor) in actors.iter().enumerate() {
            mentions.extend(actor.mentions.iter().chain(&actor.nominal_mentions).map(|m| (*m, n)));
        }
        mentions.sort_by_key(|(m, n)| (m.start(), m.end(), *n));
        let mut resolver = Self {
            scene,
            actors,
            by_id: actors.iter().enumerate().map(|(n, a)| (a.id.as_str(), n)).collect(),
            mentions,
            fullest: HashMap::with_hasher(FixedState::with_seed(0)),
            genders: HashMap::with_hasher(FixedState::with_seed(0)),
            bearers: HashMap::with_hasher(FixedState::with_seed(0)),
            introduced: HashMap::with_hasher(FixedState::with_seed(0)),
            bodies: HashMap::with_hasher(FixedState::with_seed(0)),
            persons: Vec::new(),
            known: Vec::new(),
            authors: Authors::default(),
            ahead: Vec::new().into_iter().peekable(),
            resolved: HashMap::with_hasher(FixedState::with_seed(0)),
        };
        resolver.read_names();
        for (n, actor) in actors.iter().enumerate().filter(|(_, a)| a.kind == ActorKind::Organisation) {
            if let Some(last) = actor.name.split_whitespace().next_back() {
                resolver.bodies.entry(fold(last)).or_default().push(n);
            }
        }
        for (span, n) in &resolver.mentions {
            let quoted = scene.is_quoted(scene.doc.token_at(span.start()));
            if actors[*n].kind == ActorKind::Person && !quoted {
                resolver.persons.push((span.start(), *n));
            }
        }
        resolver
    }

    /// Every run of capitals of two words or more, by its last word.
    fn read_names(&mut self) {
        let n = self.scene.doc.tokens.len();
        let mut i = 0;
        while i < n {
            if !self.scene.is_name(i) {
                let told = self.scene.has(i, List::SpeakerNoun) && !self.scene.is_quoted(i);
                if told && (1..4).any(|b| i >= b && self.is_indefinite(i - b)) {
                    let at = self.scene.span(i..i + 1).start();
                    self.introduced.entry(fold(self.scene.word(i))).or_insert(at);
                }
                i += 1;
                continue;
            }
            let first = i;
            while i < n && (self.scene.is_name(i) || i > first && self.continues_name(i)) {
                i += 1;
            }
            let (name_first, gender) = self.without_titles(first, i);
            if gender != Gender::Unknown {
                let name = fold(&single_spaced(self.scene.span(name_first..i).of(self.scene.doc.text)));
                self.genders.entry(name).or_insert(gender);
            }
            if i - name_first >= 2 {
                let span = self.scene.span(name_first..i);
                self.read_roles(first..name_first, i, span);
                self.fullest.entry(fold(self.scene.word(i - 1))).or_insert(span);
            }
        }
    }

    /// Whether `a` or the like brings up somebody at token `i`, and does not say what somebody is (`he was a player`,
    /// `Ted Hill, a farmer`).
    fn is_indefinite(&self, i: usize) -> bool {
        let scene = self.scene;
        let told = i.checked_sub(1).is_some_and(|b| {
            scene.is_mark(b, ",") || scene.is_one(b, one_of!["be", "was", "is", "been", "become", "became"])
        });
        !told && scene.is_one(i, one_of!["a", "an", "one", "another"])
    }

    /// The nouns of the roles written beside a name: its titles, the words before it, an apposition after it.
    fn read_roles(&mut self, titles: Range<usize>, end: usize, name: Span) {
        let scene = self.scene;
        let mut nouns: Vec<usize> = titles.clone().collect();
        let floor = titles.start.saturating_sub(4);
        let no_noun = [List::Preposition, List::Auxiliary, List::Connective, List::Pronoun];
        let noun =
            |i: &usize| scene.is_lower(*i) && !no_noun.iter().any(|l| scene.has(*i, *l)) && !scene.is_plain_verb(*i);
        nouns.extend((floor..titles.start).rev().take_while(noun));
        // `Gov. Linda Marsh` at the start of a sentence.
        let short = titles.start.checked_sub(2).filter(|s| scene.has(*s, List::Title) && scene.is_mark(s + 1, "."));
        nouns.extend(short);
        nouns.extend(self.role_before(titles.start, end));
        if scene.is_mark(end, ",") {
            let first = end + 1 + usize::from(scene.has(end + 1, List::Determiner));
            let inside = |i: &usize| {
                scene.is_word(*i) && !scene.has(*i, List::Preposition) && !scene.has(*i, List::Connective)
                    || scene.token(*i).is_some_and(|t| t.kind == TokenKind::Possessive)
            };
            nouns.extend((first..first + 7).take_while(inside));
        }
        for i in nouns.into_iter().filter(|i| scene.is_office(*i)) {
            let noun = scene.office(i);
            let last = |s: Span| s.of(scene.doc.text).split_whitespace().next_back();
            match self.bearers.get_mut(&noun) {
                Some(bearer) => {
                    if bearer.is_some_and(|b| last(b) != last(name)) {
                        *bearer = None;
                    }
                }
                None => {
                    self.bearers.insert(noun, Some(name));
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

    fn continues_name(&self, i: usize) -> bool {
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
    fn without_titles(&self, first: usize, end: usize) -> (usize, Gender) {
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

    /// The actor mentioned inside `span`, the last one there.
    pub(super) fn actor_in(&self, span: Span) -> Option<&'s Actor> {
        let end = self.mentions.partition_point(|(m, _)| m.start() < span.end());
        self.mentions[..end]
            .iter()
            .rev()
            .take(4)
            .find(|(m, _)| m.overlaps(span) && (span.covers(*m) || m.covers(span)))
            .map(|(_, n)| &self.actors[*n])
    }

    /// The speaker that a mention denotes. `outer` is who speaks the quotation that it stands in, if any.
    pub(super) fn speaker(&mut self, mention: Mention, outer: Option<&Speaker>) -> Speaker {
        if let Some(known) = self.resolved.get(&(mention.first, mention.end)) {
            return known.clone();
        }
        let speaker = self.resolve(mention, outer);
        self.resolved.insert((mention.first, mention.end), speaker.clone());
        speaker
    }

    pub(super) fn resolve(&self, mention: Mention, outer: Option<&Speaker>) -> Speaker {
        let scene = self.scene;
        let span = scene.span(mention.first..mention.end);
        let words = span.of(scene.doc.text);
        match mention.sort {
            // Inside a quotation it is somebody of whom the speaker tells.
            sort if sort.is_third_person() && outer.is_some() => {
                let told = outer.and_then(|o| self.told_of_by(o, sort, span.start()));
                let (name, actor) = told.unwrap_or_else(|| (words.to_owned(), None));
                Speaker { name, actor, span }
            }
            Sort::He | Sort::She | Sort::They | Sort::It | Sort::Aged => {
                let named = |a: &Actor| (a.name.clone(), Some(a.id.clone()));
                let it = mention.sort == Sort::It;
                let cleft = it.then(|| self.cleft(mention.first)).flatten().map(named);
                let found = cleft.or_else(|| self.antecedent(mention.sort, span.start()));
                let body = || it.then(|| self.body_before(span.start())).flatten().map(named);
                let found = found.or_else(body);
                let next = || self.named_next(mention).map(named);
                let (name, actor) = found.or_else(next).unwrap_or_else(|| (words.to_owned(), None));
                Speaker { name, actor, span }
            }
            Sort::Speaker => match outer {
                Some(s) => Speaker { span, ..s.clone() },
                None => Speaker { name: words.to_owned(), actor: None, span },
            },
            Sort::Name => self.named(mention, span),
            _ => self.by_role(mention, span),
        }
    }

    fn named(&self, mention: Mention, span: Span) -> Speaker {
        let scene = self.scene;
        if let Some((name, actor)) = self.is_native(mention).then(|| self.spoken_of(mention)).flatten() {
            return Speaker { name, actor, span };
        }
        let own = self.actor_in(span);
        if own.is_none_or(|a| a.mentions.len() == 1 && mention.end - mention.first == 2) {
            if let Some(actor) = self.called_by_given_name(mention) {
                return Speaker { name: actor.name.clone(), actor: Some(actor.id.clone()), span };
            }
        }
        if let Some(actor) = own {
            return Speaker { name: actor.name.clone(), actor: Some(actor.id.clone()), span };
        }
        let (first, _) = self.without_titles(mention.first, mention.end);
        let own = scene.span(first..mention.end);
        let full = if mention.end - first == 1 {
            self.fullest.get(&fold(scene.word(mention.end - 1))).copied().unwrap_or(own)
        } else {
            own
        };
        Speaker { name: single_spaced(full.of(scene.doc.text)), actor: None, span }
    }

    /// `the minister`: the one actor of that role, else the words themselves.
    fn by_role(&self, mention: Mention, span: Span) -> Speaker {
        let scene = self.scene;
        if let Some(author) = self.author_of(mention) {
            return Speaker { span, ..author };
        }
        let exact = self.actor_in(span).filter(|a| a.nominal_mentions.iter().any(|m| m.overlaps(span)));
        let definite = scene.is(mention.first, "the") && !scene.is_plural(mention.end - 1);
        if let Some(actor) = exact {
            return Speaker { name: actor.name.clone(), actor: Some(actor.id.clone()), span };
        }
        if let Some(bearer) = definite.then(|| self.sole_bearer(mention)).flatten() {
            return bearer;
        }
        if let Some((name, actor)) = definite.then(|| self.epithet(mention)).flatten() {
            return Speaker { name, actor, span };
        }
        let meant =
            || self.described(mention).or_else(|| self.body_called(mention)).or_else(|| self.firm_called(mention));
        if let Some(actor) = definite.then(meant).flatten() {
            return Speaker { name: actor.name.clone(), actor: Some(actor.id.clone()), span };
        }
        if let Some(name) = definite.then(|| self.unnamed_before(mention)).flatten() {
            return Speaker { name, actor: None, span };
        }
        if let Some(actor) = self.named_next(mention) {
            return Speaker { name: actor.name.clone(), actor: Some(actor.id.clone()), span };
        }
        // Of two the article goes with the first only (`the union and Moorland Rail`).
        let and = (mention.first..mention.end).find(|i| scene.is(*i, "and"));
        let pair = and.is_some_and(|and| !(mention.first..and).any(|i| scene.has(i, List::Preposition)));
        let article = !pair && scene.is_one(mention.first, one_of!["the", "a", "an", "my", "our"]);
        let own =
            if article && mention.end - mention.first > 1 { scene.span(mention.first + 1..mention.end) } else { span };
        let inside = self.actor_in(span).filter(|a| a.mentions.contains(&own));
        Speaker { name: single_spaced(own.of(scene.doc.text)), actor: inside.map(|a| a.id.clone()), span }
    }

    /// The only person who bears the role of `the <noun>`.
    fn sole_bearer(&self, mention: Mention) -> Option<Speaker> {
        let scene = self.scene;
        if mention.sort != Sort::Person || mention.end - mention.first > 4 {
            return None;
        }
        if (mention.first..mention.end).any(|i| scene.has(i, List::OtherWord)) {
            return None;
        }
        let noun = (mention.first..mention.end).find(|i| scene.has(*i, List::SpeakerNoun))?;
        let name = (*self.bearers.get(&scene.office(noun))?)?;
        let span = scene.span(mention.first..mention.end);
        Some(match self.actor_in(name) {
            Some(actor) => Speaker { name: actor.name.clone(), actor: Some(actor.id.clone()), span },
            None => Speaker { name: single_spaced(name.of(scene.doc.text)), actor: None, span },
        })
    }

    /// Whom a pronoun at byte `at` stands for: the one spoken of last whom it fits, else a person named nearby.
    fn antecedent(&self, sort: Sort, at: usize) -> Option<(String, Option<String>)> {
        let last = || self.known.iter().rev().filter(|k| k.at < at).take(BACK);
        // What is told of the gender of one later on holds before it too.
        let gender = |k: &Known| match k.gender {
            Gender::Unknown => last().find(|o| o.name == k.name && o.gender != k.gender).map_or(k.gender, |o| o.gender),
            told => told,
        };
        let fits = |k: &&Known| match sort {
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
        let known = last().find(fits);
        let person = if wanted == Gender::Unknown { None } else { self.person_before(wanted, at) };
        match (known, person) {
            // Somebody named since, while the one spoken of is far back.
            (Some(k), Some((p, actor)))
                if p > k.at && (at - k.at >= FAR || self.is_nearer(p, actor, wanted, k, at)) =>
            {
                Some((actor.name.clone(), Some(actor.id.clone())))
            }
            (Some(k), _) => Some((k.name.clone(), k.actor.clone())),
            (None, person) => {
                let person = person.map(|(_, a)| a).or_else(|| self.main_person(wanted, at));
                person.map(|a| (a.name.clone(), Some(a.id.clone())))
            }
        }
    }

    /// Whether a person of the gender wanted is named in the paragraph of byte `at`, while the one spoken of is not.
    fn is_nearer(&self, person: usize, actor: &Actor, wanted: Gender, spoken_of: &Known, at: usize) -> bool {
        self.is_one_paragraph(person, at)
            && !self.is_one_paragraph(spoken_of.at, at)
            && self.gender_of(&actor.name) == wanted
    }

    /// The person of that gender named last before byte `at`, and where.
    fn person_before(&self, gender: Gender, at: usize) -> Option<(usize, &'s Actor)> {
        let end = self.persons.partition_point(|(p, _)| *p < at);
        let near = self.persons[..end].iter().rev().take(BACK).take_while(|(p, _)| at - p < FAR);
        let near = near.map(|(p, n)| (*p, &self.actors[*n]));
        near.clone().filter(|(_, a)| a.name.contains(' ')).find(|(_, a)| self.gender_of(&a.name) == gender).or_else(
            || near.take_while(|(p, _)| at - p < NEAR).find(|(_, a)| self.gender_of(&a.name) == Gender::Unknown),
        )
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

    /// Keeps who was spoken of, for pronouns to come.
    pub(super) fn note(&mut self, mention: Mention, speaker: Speaker) {
        if mention.sort == Sort::Speaker {
            return; // The reporter, of whom nobody says `he`.
        }
        let actor = self.actor_of(&speaker);
        let sort = match (mention.sort, actor.map(|a| a.kind)) {
            (Sort::He | Sort::She | Sort::Speaker | Sort::Anybody | Sort::Aged, _) => Sort::Person,
            (Sort::Name, Some(ActorKind::Organisation | ActorKind::Place)) => Sort::Group,
            (Sort::Document, Some(ActorKind::Person)) => Sort::Person,
            (Sort::Name, None) if self.is_acronym(mention) => Sort::Group,
            (Sort::Person, _) if self.scene.is_plural_phrase(mention) => Sort::They,
            (sort, _) => sort,
        };
        let told = match mention.sort {
            Sort::He => Gender::Male,
            Sort::She => Gender::Female,
            _ => Gender::Unknown,
        };
        if told == Gender::Unknown
            && self.known.last().is_some_and(|k| k.gender != Gender::Unknown && k.name == speaker.name)
        {
            return;
        }
        let gender = if told == Gender::Unknown { self.gender(mention, &speaker) } else { told };
        if let Some(last) = self.known.last_mut() {
            if last.name == speaker.name {
                if gender != Gender::Unknown {
                    last.gender = gender;
                }
                return;
            }
        }
        let gender = if gender == Gender::Unknown {
            self.known.iter().rev().take(BACK).find(|k| k.name == speaker.name).map_or(gender, |k| k.gender)
        } else {
            gender
        };
        let Speaker { name, actor, span } = speaker;
        self.known.push(Known { name, actor, sort, gender, at: span.start() });
    }

    fn actor_of(&self, speaker: &Speaker) -> Option<&'s Actor> {
        self.by_id.get(speaker.actor.as_deref()?).map(|&n| &self.actors[n])
    }

    /// One word in capitals is a body, if nothing else is known.
    fn is_acronym(&self, mention: Mention) -> bool {
        mention.end - mention.first == 1 && self.scene.token(mention.first).is_some_and(|t| t.case == Case::Upper)
    }

    /// What titles and the given name say of the bearer of this name.
    pub(super) fn gender_of(&self, name: &str) -> Gender {
        let known = |name: &str| with_folded(name, |n| self.genders.get(n).copied());
        if let Some(g) = known(name) {
            return g;
        }
        let mut words = name.split(' ');
        let (given, last) = (words.next().unwrap_or_default(), words.next_back());
        let Some(last) = last else { return Gender::Unknown };
        match self.scene.lexicon.entry(List::GivenName, given).map(|e| e.field(0)) {
            Some("m") => Gender::Male,
            Some("f") => Gender::Female,
            // `Ms Lee` elsewhere.
            _ => known(last).unwrap_or(Gender::Unknown),
        }
    }

    fn gender(&self, mention: Mention, speaker: &Speaker) -> Gender {
        match self.actor_of(speaker).and_then(|a| a.gender) {
            Some(actor::Gender::Male) => return Gender::Male,
            Some(actor::Gender::Female) => return Gender::Female,
            _ => {}
        }
        let known = self.gender_of(&speaker.name);
        if known == Gender::Unknown { self.noun_gender(mention) } else { known }
    }
}

impl Scene<'_, '_> {
    /// Whether the word at token `i` says what one person is: a noun, or the short form of a title.
    fn is_office(&self, i: usize) -> bool {
        self.has(i, List::SpeakerNoun) && !self.is_plural(i)
            || self.has(i, List::RoleSynonym) && self.has(i, List::Title)
    }

    /// The office that the noun at token `i` names, whatever its form: `governor` for `Gov`.
    pub(super) fn office(&self, i: usize) -> String {
        let m = self.lexicon.match_at(List::RoleSynonym, self.doc.text, &self.doc.tokens, i).filter(|m| m.len == 1);
        m.map_or_else(|| fold(self.word(i)), |m| m.entry.text.clone())
    }
}
