//! From a mention to a speaker: the fullest name that the article gives.

use crate::claim::actor::{Actor, ActorKind};
use crate::claim::attribution::marks;
use crate::claim::attribution::message::Authors;
use crate::claim::attribution::phrase::{Mention, Sort};
use crate::claim::attribution::scene::Scene;
use crate::claim::quote::Speaker;
use crate::lexicon::{List, folded_hash};
use crate::text::fold::on_one_line;
use crate::text::one_of::one_of;
use crate::text::sentence::Part;
use crate::text::span::Span;
use foldhash::fast::FixedState;
use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::HashMap;
use std::iter::Peekable;
use std::vec::IntoIter;

/// What is known of a person's gender.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gender {
    Male,
    Female,
    Unknown,
}

/// The name of a source, and the actor that it is.
pub(super) type Named<'s> = (Cow<'s, str>, Option<&'s Actor>);

/// A [`Speaker`] as yet: most names are those of the actors, or stand in the text.
#[derive(Debug, Clone)]
pub(super) struct Source<'s> {
    pub(super) name: Cow<'s, str>,
    pub(super) actor: Option<&'s Actor>,
    pub(super) span: Span,
}

impl<'s> Source<'s> {
    pub(super) fn of(actor: &'s Actor, span: Span) -> Self {
        Self { name: Cow::Borrowed(&actor.name), actor: Some(actor), span }
    }

    pub(super) fn speaker(&self) -> Speaker {
        Speaker { name: self.name.to_string(), actor: self.actor.map(|a| a.id.clone()), span: self.span }
    }
}

/// Somebody mentioned, for pronouns to come.
#[derive(Debug, Clone)]
pub(super) struct Known<'s> {
    pub(super) name: Cow<'s, str>,
    pub(super) actor: Option<&'s Actor>,
    pub(super) sort: Sort,
    pub(super) gender: Gender,
    /// Bytes where the mention began.
    pub(super) at: usize,
    /// Bytes where the last mention began that nobody else's came after.
    pub(super) last: usize,
    /// Whether the article reports what he said.
    pub(super) spoke: bool,
}

/// How far back, in bytes, somebody merely named can be meant.
pub(super) const FAR: usize = 700;

/// How many persons named before a surname are looked through.
const MENTIONS: usize = 48;

/// For how many that the article tells of room is made at once.
const NOTED: usize = 32;

/// How many mentions back a pronoun may reach.
pub(super) const BACK: usize = 12;

/// Resolves mentions in text order.
pub(super) struct Resolver<'s, 'a, 't> {
    pub(super) scene: &'s Scene<'a, 't>,
    pub(super) actors: &'s [Actor],
    by_id: OnceCell<HashMap<&'s str, usize, FixedState>>,
    /// Mentions of actors by name or by role, in text order.
    pub(super) mentions: Vec<(Span, usize)>,
    /// For the hash of a surname, the fullest name that the text gives.
    fullest: HashMap<u64, Span, FixedState>,
    /// For the hash of a name, what its titles say of the bearer.
    genders: HashMap<u64, Gender, FixedState>,
    /// For each actor, what [`Resolver::gender_of`] says of its name, once that was asked.
    named_genders: Vec<OnceCell<Gender>>,
    /// For the hash of a role's noun, who bears it; `None` if several do.
    pub(super) bearers: HashMap<u64, Option<Span>, FixedState>,
    /// Room for the nouns beside one name.
    pub(super) nouns: Vec<usize>,
    /// Nouns for people that the article brings up with `a`: of the `farmer` of `a farmer` it may go on to tell.
    /// With the byte where it does so first.
    pub(super) introduced: HashMap<u64, usize, FixedState>,
    /// Bodies by the hash of the last word of their names.
    pub(super) bodies: HashMap<u64, Vec<usize>, FixedState>,
    /// The person of whose death the first paragraph tells.
    pub(super) deceased: Option<&'s Actor>,
    /// Persons named outside quotations, in text order.
    pub(super) persons: Vec<(usize, usize)>,
    pub(super) known: Vec<Known<'s>>,
    /// Who wrote or sent the messages told of.
    pub(super) authors: Authors<'s>,
    /// On a second way through the text, who comes up after the place reached, in text order.
    pub(super) ahead: Peekable<IntoIter<Known<'s>>>,
    /// What mentions were resolved to, by their tokens.
    pub(super) resolved: HashMap<(usize, usize), Source<'s>, FixedState>,
}

impl<'s, 'a, 't> Resolver<'s, 'a, 't> {
    pub(super) fn new(scene: &'s Scene<'a, 't>, actors: &'s [Actor]) -> Self {
        let count = actors.iter().map(|a| a.mentions.len() + a.nominal_mentions.len()).sum();
        let mut mentions: Vec<(Span, usize)> = Vec::with_capacity(count);
        for (n, actor) in actors.iter().enumerate() {
            mentions.extend(actor.mentions.iter().chain(&actor.nominal_mentions).map(|m| (*m, n)));
        }
        mentions.sort_by_key(|(m, n)| (m.start(), m.end(), *n));
        let mut resolver = Self {
            scene,
            actors,
            by_id: OnceCell::new(),
            mentions,
            fullest: HashMap::with_capacity_and_hasher(NOTED / 2, FixedState::with_seed(0)),
            genders: HashMap::with_capacity_and_hasher(NOTED / 2, FixedState::with_seed(0)),
            named_genders: vec![OnceCell::new(); actors.len()],
            bearers: HashMap::with_hasher(FixedState::with_seed(0)),
            nouns: Vec::new(),
            introduced: HashMap::with_capacity_and_hasher(NOTED / 2, FixedState::with_seed(0)),
            bodies: HashMap::with_hasher(FixedState::with_seed(0)),
            deceased: None,
            persons: Vec::with_capacity(count),
            known: Vec::with_capacity(scene.units.len().min(NOTED)),
            authors: Authors::default(),
            ahead: Vec::new().into_iter().peekable(),
            resolved: HashMap::with_capacity_and_hasher(scene.units.len(), FixedState::with_seed(0)),
        };
        resolver.read_names();
        for (n, actor) in actors.iter().enumerate().filter(|(_, a)| a.kind == ActorKind::Organisation) {
            if let Some(last) = actor.name.split_whitespace().next_back() {
                resolver.bodies.entry(folded_hash(last)).or_default().push(n);
            }
        }
        let sentences = &scene.doc.sentences;
        let mut after = 0;
        for (span, n) in resolver.mentions.iter().filter(|(_, n)| actors[*n].kind == ActorKind::Person) {
            while sentences.get(after).is_some_and(|s| s.span.start() <= span.start()) {
                after += 1;
            }
            // A byline tells of nobody.
            let byline = after > 0 && sentences[after - 1].part == Part::Furniture;
            if !byline && !scene.is_quoted(scene.doc.token_at(span.start())) {
                resolver.persons.push((span.start(), *n));
            }
        }
        resolver.deceased = resolver.find_deceased();
        resolver
    }

    /// Every run of capitals of two words or more, by its last word.
    fn read_names(&mut self) {
        let n = self.scene.doc.tokens.len();
        let mut low = 0;
        while let Some(first) = self.scene.marks.next(low..n, marks::NAME | marks::SPEAKER) {
            let mut i = first;
            low = i + 1;
            if !self.scene.is_name(i) {
                if (1..4).any(|b| i >= b && self.is_indefinite(i - b)) {
                    let at = self.scene.span(i..i + 1).start();
                    self.introduced.entry(folded_hash(self.scene.word(i))).or_insert(at);
                }
                continue;
            }
            while i < n && (self.scene.is_name(i) || i > first && self.continues_name(i)) {
                i += 1;
            }
            low = i;
            let (name_first, gender) = self.without_titles(first, i);
            if gender != Gender::Unknown {
                let name = on_one_line(self.scene.span(name_first..i).of(self.scene.doc.text));
                self.genders.entry(folded_hash(&name)).or_insert(gender);
            }
            self.read_kin(name_first, i);
            self.read_charge(name_first, i);
            if i - name_first >= 2 {
                let span = self.scene.span(name_first..i);
                self.read_roles(first..name_first, i, span);
                self.fullest.entry(folded_hash(self.scene.word(i - 1))).or_insert(span);
            }
        }
    }

    /// Whether `a` or the like brings up somebody at token `i`, and does not say what somebody is (`he was a player`,
    /// `Ted Hill, a farmer`).
    fn is_indefinite(&self, i: usize) -> bool {
        let scene = self.scene;
        let told = |b| scene.is_mark(b, ",") || scene.is_one(b, one_of!["be", "was", "is", "been", "become", "became"]);
        scene.is_one(i, one_of!["a", "an", "one", "another"]) && !i.checked_sub(1).is_some_and(told)
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
    pub(super) fn speaker(&mut self, mention: Mention, outer: Option<&Speaker>) -> Source<'s> {
        if let Some(known) = self.resolved.get(&(mention.first, mention.end)) {
            return known.clone();
        }
        let speaker = self.resolve(mention, outer);
        self.resolved.insert((mention.first, mention.end), speaker.clone());
        speaker
    }

    pub(super) fn resolve(&self, mention: Mention, outer: Option<&Speaker>) -> Source<'s> {
        let scene = self.scene;
        let span = scene.span(mention.first..mention.end);
        let words = span.of(scene.doc.text);
        match mention.sort {
            // Inside a quotation it is somebody of whom the speaker tells.
            sort if sort.is_third_person() && outer.is_some() => {
                let told = outer.and_then(|o| self.told_of_by(o, sort, span.start()));
                let (name, actor) = told.unwrap_or((Cow::Borrowed(words), None));
                Source { name, actor, span }
            }
            Sort::He | Sort::She | Sort::They | Sort::It | Sort::Aged => {
                let named = |a: &'s Actor| (Cow::Borrowed(a.name.as_str()), Some(a));
                let it = mention.sort == Sort::It;
                let cleft = it.then(|| self.cleft(mention.first)).flatten().map(named);
                let found = cleft.or_else(|| self.antecedent(mention.sort, span.start()));
                let body = || it.then(|| self.body_before(span.start())).flatten().map(named);
                let found = found.or_else(body);
                let next = || self.named_next(mention).map(named);
                let (name, actor) = found.or_else(next).unwrap_or((Cow::Borrowed(words), None));
                Source { name, actor, span }
            }
            Sort::Speaker => match outer {
                Some(s) => Source { name: Cow::Owned(s.name.clone()), actor: self.actor_of(s), span },
                None => Source { name: Cow::Borrowed(words), actor: None, span },
            },
            Sort::Name => self.named(mention, span),
            _ => self.by_role(mention, span),
        }
    }

    fn named(&self, mention: Mention, span: Span) -> Source<'s> {
        let scene = self.scene;
        if let Some((name, actor)) = self.is_native(mention).then(|| self.spoken_of(mention)).flatten() {
            return Source { name, actor, span };
        }
        let own = self.actor_in(span);
        if own.is_none_or(|a| a.mentions.len() == 1 && mention.end - mention.first == 2) {
            if let Some(actor) = self.called_by_given_name(mention) {
                return Source::of(actor, span);
            }
        }
        let alone = own.is_none_or(|a| !a.name.contains(' '));
        if let Some(actor) = alone.then(|| self.titled_kin(mention)).flatten() {
            return Source::of(actor, span);
        }
        let own = self.bearer_last_named(mention).or(own);
        if let Some(actor) = own {
            return Source::of(actor, span);
        }
        let (first, _) = self.without_titles(mention.first, mention.end);
        let own = scene.span(first..mention.end);
        let full = if mention.end - first == 1 {
            self.fullest.get(&folded_hash(scene.word(mention.end - 1))).copied().unwrap_or(own)
        } else {
            own
        };
        Source { name: on_one_line(full.of(scene.doc.text)), actor: None, span }
    }

    /// Of several who bear the surname that a mention is, the one whose whole name was given last: `Ann Lee died. Her
    /// son, Bob Lee, spoke. “I miss her,” Lee said.`
    fn bearer_last_named(&self, mention: Mention) -> Option<&'s Actor> {
        if mention.end - mention.first != 1 || mention.from < mention.first {
            return None;
        }
        let at = self.scene.span(mention.first..mention.end).start();
        let surname = self.scene.word(mention.first);
        let end = self.persons.partition_point(|(p, _)| *p < at);
        let whole = |(p, n): &&(usize, usize)| {
            let given = self.actors[*n].name.strip_suffix(surname);
            given.is_some_and(|given| given.ends_with(' ')) && !self.scene.is(self.scene.doc.token_at(*p), surname)
        };
        let mut bearers = self.persons[..end].iter().rev().take(MENTIONS).filter(whole).map(|(_, n)| *n);
        let last = bearers.next()?;
        bearers.any(|n| n != last).then(|| &self.actors[last])
    }

    pub(super) fn actor_of(&self, speaker: &Speaker) -> Option<&'s Actor> {
        // Few articles ask.
        let by_id = || self.actors.iter().enumerate().map(|(n, a)| (a.id.as_str(), n)).collect();
        let by_id = self.by_id.get_or_init(by_id);
        by_id.get(speaker.actor.as_deref()?).map(|&n| &self.actors[n])
    }

    /// Which of the actors this is: all of them stand side by side.
    pub(super) fn place_of(&self, actor: &Actor) -> usize {
        let first = self.actors.as_ptr().addr();
        std::ptr::from_ref(actor).addr().wrapping_sub(first) / size_of::<Actor>()
    }

    /// As [`Resolver::gender_of`], of the name of actor `n`.
    pub(super) fn gender_of_actor(&self, n: usize) -> Gender {
        match (self.actors.get(n), self.named_genders.get(n)) {
            (Some(actor), Some(gender)) => *gender.get_or_init(|| self.gender_of(&actor.name)),
            _ => Gender::Unknown,
        }
    }

    /// What titles and the given name say of the bearer of this name.
    pub(super) fn gender_of(&self, name: &str) -> Gender {
        let titled = !self.genders.is_empty();
        let known = |name: &str| if titled { self.genders.get(&folded_hash(name)).copied() } else { None };
        if let Some(g) = known(name) {
            return g;
        }
        let mut words = name.split(' ');
        let (given, last) = (words.next().unwrap_or_default(), words.next_back());
        let last = last.unwrap_or(given);
        match self.scene.lexicon.entry(List::GivenName, given).map(|e| e.field(0)) {
            Some("m") => Gender::Male,
            Some("f") => Gender::Female,
            // `Ms Lee` elsewhere.
            _ => known(last).unwrap_or(Gender::Unknown),
        }
    }
}
