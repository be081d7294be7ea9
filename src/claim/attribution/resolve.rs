//! From a mention to a speaker: the fullest name that the article gives.

use crate::claim::actor::{Actor, ActorKind};
use crate::claim::attribution::phrase::{Mention, Sort};
use crate::claim::attribution::scene::Scene;
use crate::claim::quote::Speaker;
use crate::lexicon::List;
use crate::text::fold::fold;
use crate::text::span::Span;
use crate::text::token::Case;
use foldhash::fast::FixedState;
use std::collections::HashMap;

/// What is known of a person's gender.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Gender {
    Male,
    Female,
    Unknown,
}

/// Somebody mentioned, for pronouns to come.
#[derive(Debug, Clone)]
struct Known {
    name: String,
    actor: Option<String>,
    sort: Sort,
    gender: Gender,
    /// Bytes where the mention began.
    at: usize,
}

/// How many mentions back a pronoun may reach.
const BACK: usize = 12;

/// Resolves mentions in text order.
pub(super) struct Resolver<'s, 'a, 't> {
    scene: &'s Scene<'a, 't>,
    actors: &'s [Actor],
    /// Mentions of actors by name or by role, in text order.
    mentions: Vec<(Span, usize)>,
    /// For a surname, the fullest name that the text gives.
    fullest: HashMap<String, Span, FixedState>,
    /// By name, what its titles say of the bearer.
    genders: HashMap<String, Gender, FixedState>,
    known: Vec<Known>,
    /// What mentions were resolved to, by their first token.
    resolved: HashMap<usize, Speaker, FixedState>,
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
            mentions,
            fullest: HashMap::with_hasher(FixedState::with_seed(0)),
            genders: HashMap::with_hasher(FixedState::with_seed(0)),
            known: Vec::new(),
            resolved: HashMap::with_hasher(FixedState::with_seed(0)),
        };
        resolver.read_names();
        resolver
    }

    /// Every run of capitals of two words or more, by its last word.
    fn read_names(&mut self) {
        let n = self.scene.doc.tokens.len();
        let mut i = 0;
        while i < n {
            if !self.scene.is_name(i) {
                i += 1;
                continue;
            }
            let first = i;
            while i < n && (self.scene.is_name(i) || i > first && self.continues_name(i)) {
                i += 1;
            }
            let (name_first, gender) = self.without_titles(first, i);
            let key = fold(self.scene.word(i - 1));
            if gender != Gender::Unknown {
                let name = fold(&flat(self.scene.span(name_first..i).of(self.scene.doc.text)));
                self.genders.entry(name).or_insert(gender);
            }
            if i - name_first >= 2 {
                let span = self.scene.span(name_first..i);
                self.fullest.entry(key).or_insert(span);
            }
        }
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
    fn actor_in(&self, span: Span) -> Option<&'s Actor> {
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
        if let Some(known) = self.resolved.get(&mention.first) {
            return known.clone();
        }
        let speaker = self.resolve(mention, outer);
        self.resolved.insert(mention.first, speaker.clone());
        speaker
    }

    fn resolve(&self, mention: Mention, outer: Option<&Speaker>) -> Speaker {
        let scene = self.scene;
        let span = scene.span(mention.first..mention.end);
        let words = span.of(scene.doc.text);
        match mention.sort {
            Sort::He | Sort::She | Sort::They | Sort::It | Sort::Aged => {
                let found = self.antecedent(mention.sort, span.start());
                let (name, actor) = found.map_or((words.to_owned(), None), |k| (k.name.clone(), k.actor.clone()));
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
        if let Some(actor) = self.actor_in(span) {
            return Speaker { name: actor.name.clone(), actor: Some(actor.id.clone()), span };
        }
        let (first, _) = self.without_titles(mention.first, mention.end);
        let own = scene.span(first..mention.end);
        let full = if mention.end - first == 1 {
            self.fullest.get(&fold(scene.word(mention.end - 1))).copied().unwrap_or(own)
        } else {
            own
        };
        Speaker { name: flat(full.of(scene.doc.text)), actor: None, span }
    }

    /// `the minister`: the one actor of that role, else the words themselves.
    fn by_role(&self, mention: Mention, span: Span) -> Speaker {
        let scene = self.scene;
        let exact = self.actor_in(span).filter(|a| a.nominal_mentions.iter().any(|m| m.overlaps(span)));
        let definite = scene.is(mention.first, "the") && !scene.is_plural(mention.end - 1);
        let actor = exact.or_else(|| if definite { self.sole_bearer(mention) } else { None });
        if let Some(actor) = actor {
            return Speaker { name: actor.name.clone(), actor: Some(actor.id.clone()), span };
        }
        let article = ["the", "a", "an", "my", "our"].iter().any(|w| scene.is(mention.first, w));
        let own =
            if article && mention.end - mention.first > 1 { scene.span(mention.first + 1..mention.end) } else { span };
        let inside = self.actor_in(span).filter(|a| a.mentions.contains(&own));
        Speaker { name: flat(own.of(scene.doc.text)), actor: inside.map(|a| a.id.clone()), span }
    }

    /// The only person whose roles name the noun of `the <noun>`.
    fn sole_bearer(&self, mention: Mention) -> Option<&'s Actor> {
        let scene = self.scene;
        if mention.sort != Sort::Person || mention.end - mention.first > 3 {
            return None;
        }
        let noun = fold(scene.span(mention.first + 1..mention.end).of(scene.doc.text));
        let mut bearers = self.actors.iter().filter(|a| {
            a.kind == ActorKind::Person
                && a.roles
                    .iter()
                    .any(|r| fold(r).split(' ').any(|w| w == noun) || noun.contains(' ') && fold(r).contains(&noun))
        });
        let first = bearers.next()?;
        bearers.next().is_none().then_some(first)
    }

    fn antecedent(&self, sort: Sort, at: usize) -> Option<&Known> {
        let fits = |k: &&Known| match sort {
            Sort::He => k.gender != Gender::Female && matches!(k.sort, Sort::Name | Sort::Person),
            Sort::She => k.gender != Gender::Male && matches!(k.sort, Sort::Name | Sort::Person),
            Sort::Aged => matches!(k.sort, Sort::Name | Sort::Person),
            Sort::They => matches!(k.sort, Sort::Group | Sort::They),
            _ => matches!(k.sort, Sort::Group | Sort::Document | Sort::It),
        };
        let sure = |k: &&Known| match sort {
            Sort::He => k.gender == Gender::Male,
            Sort::She => k.gender == Gender::Female,
            _ => true,
        };
        let recent = || self.known.iter().rev().filter(|k| k.at < at).take(BACK);
        recent()
            .find(fits)
            .filter(|k| sure(k))
            .or_else(|| recent().find(fits))
            .or_else(|| recent().find(|k| sort == Sort::They && !k.name.is_empty()))
    }

    /// Keeps who was spoken of, for pronouns to come.
    pub(super) fn note(&mut self, mention: Mention, speaker: &Speaker) {
        let actor = speaker.actor.as_ref().and_then(|id| self.actors.iter().find(|a| a.id == *id));
        let sort = match (mention.sort, actor.map(|a| a.kind)) {
            (Sort::He | Sort::She | Sort::Speaker | Sort::Anybody | Sort::Aged, _) => Sort::Person,
            (Sort::Name, Some(ActorKind::Organisation | ActorKind::Place)) => Sort::Group,
            (Sort::Name, None) if self.is_acronym(mention) => Sort::Group,
            (Sort::Person, _) if self.scene.is_plural(mention.end - 1) => Sort::They,
            (sort, _) => sort,
        };
        let gender = match mention.sort {
            Sort::He => Gender::Male,
            Sort::She => Gender::Female,
            _ => self.gender(mention, speaker),
        };
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
        self.known.push(Known {
            name: speaker.name.clone(),
            actor: speaker.actor.clone(),
            sort,
            gender,
            at: speaker.span.start(),
        });
    }

    /// One word in capitals is a body, if nothing else is known.
    fn is_acronym(&self, mention: Mention) -> bool {
        mention.end - mention.first == 1 && self.scene.token(mention.first).is_some_and(|t| t.case == Case::Upper)
    }

    fn gender(&self, mention: Mention, speaker: &Speaker) -> Gender {
        let scene = self.scene;
        let mut words = speaker.name.split(' ');
        let (given, last) = (words.next().unwrap_or_default(), words.next_back());
        if let Some(g) = self.genders.get(&fold(&speaker.name)) {
            return *g;
        }
        if last.is_some() {
            match scene.lexicon.entry(List::GivenName, given).map(|e| e.field(0)) {
                Some("m") => return Gender::Male,
                Some("f") => return Gender::Female,
                _ => {}
            }
        }
        // `Ms Lee` elsewhere.
        if let Some(g) = last.and_then(|l| self.genders.get(&fold(l))) {
            return *g;
        }
        let mut words = (mention.from.min(mention.first)..mention.end).map(|i| scene.word(i));
        words
            .find_map(|w| {
                let w = w.strip_prefix("ex-").unwrap_or(w);
                let male = [
                    "man",
                    "father",
                    "husband",
                    "brother",
                    "son",
                    "uncle",
                    "grandfather",
                    "spokesman",
                    "boy",
                    "businessman",
                    "chairman",
                    "policeman",
                    "congressman",
                    "actor",
                    "king",
                    "prince",
                    "boyfriend",
                    "dad",
                    "nephew",
                ];
                let female = [
                    "woman",
                    "mother",
                    "wife",
                    "sister",
                    "daughter",
                    "aunt",
                    "grandmother",
                    "spokeswoman",
                    "girl",
                    "businesswoman",
                    "chairwoman",
                    "policewoman",
                    "congresswoman",
                    "actress",
                    "queen",
                    "princess",
                    "girlfriend",
                    "mum",
                    "mom",
                    "niece",
                    "widow",
                ];
                if male.iter().any(|m| w.eq_ignore_ascii_case(m)) {
                    Some(Gender::Male)
                } else if female.iter().any(|f| w.eq_ignore_ascii_case(f)) {
                    Some(Gender::Female)
                } else {
                    None
                }
            })
            .unwrap_or(Gender::Unknown)
    }
}

/// Words on one line.
fn flat(s: &str) -> String {
    s.split_whitespace().collect::<Vec<_>>().join(" ")
}
