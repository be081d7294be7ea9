//! Actors: people, organisations and places, their names and their roles.
//!
//! Names are found as runs of capitals (`names`), typed by many small signs summed over the document (`kind`,
//! `keys`), and put together into actors (`alias`). No trained model: the signs are word lists and local grammar.

mod alias;
mod around;
mod cut;
mod fringe;
mod gender;
mod keys;
mod kind;
mod names;
mod nominal;
mod role;
mod role_likeness;
pub(crate) mod sound;
pub(crate) mod spelling;
mod sport;
mod twins;
mod words;

pub use crate::claim::actor::gender::Gender;

use crate::claim::actor::alias::Group;
use crate::claim::actor::keys::Key;
use crate::claim::actor::names::Name;
use crate::claim::actor::words::Words;
use crate::claim::quote::Quote;
use crate::lexicon::Lexicon;
use crate::text::document::Document;
use crate::text::fold::single_spaced;
use crate::text::span::Span;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What an actor is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ActorKind {
    /// A person.
    Person,
    /// An organisation.
    Organisation,
    /// A place.
    Place,
    /// Anything else with a name.
    Other,
}

/// When a role is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum RoleTense {
    /// Held now, or not said.
    #[default]
    Current,
    /// `former`, `ex-`, `then-`, `the late`.
    Former,
    /// `acting`, `interim`.
    Acting,
    /// `incoming`, `-elect`, `designate`.
    Incoming,
    /// `the new`, `becomes`, `will be`: held from what is told on, begun or not.
    New,
}

/// What a role says of its bearer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum RoleKind {
    /// A title, office, profession or affiliation.
    #[default]
    Office,
    /// An age.
    Age,
    /// A nationality.
    Nationality,
    /// A family tie.
    Family,
}

/// One role at one place in the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Role {
    /// The role's own words (`former President`).
    #[serde(flatten)]
    pub span: Span,
    /// Those words, white space between them as one space.
    pub text: String,
    /// What it says of its bearer.
    pub kind: RoleKind,
    /// When it is held.
    pub tense: RoleTense,
    /// The mention it is tied to.
    pub mention: Span,
}

/// One actor of one article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Actor {
    /// `article/slug`, unique in the run.
    pub id: String,
    /// The fullest name that the article gives.
    pub name: String,
    /// What it is.
    pub kind: ActorKind,
    /// Its other names as the article writes them, each once, in text order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// Every mention by name, in text order.
    pub mentions: Vec<Span>,
    /// The roles that the article gives, each once, in text order.
    pub roles: Vec<String>,
    /// The roles with their places.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub role_mentions: Vec<Role>,
    /// Mentions by a role that stands for this one actor (`the prime minister`), in text order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub nominal_mentions: Vec<Span>,
    /// Which pronoun stands for the person, where titles, roles or the given name tell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gender: Option<Gender>,
}

/// The actors of a document, in the order of their first mention. `article` is the first part of their ids.
///
/// Cost: linear in the text and in the number of names.
///
/// ```
/// use corroborate::claim::actor::{ActorKind, actors};
/// use corroborate::{Lexicon, text::document::Document};
/// let lexicon = Lexicon::english();
/// let doc = Document::new("Sergei Naryshkin leads the SVR. Naryshkin spoke in Moscow.", &lexicon);
/// let found = actors(&doc, &[], "a1", &lexicon);
/// assert_eq!(found[0].name, "Sergei Naryshkin");
/// assert_eq!(found[0].mentions.len(), 2);
/// assert_eq!(found[2].kind, ActorKind::Place);
/// ```
#[must_use]
pub fn actors(doc: &Document<'_>, _quotes: &[Quote], article: &str, lexicon: &Lexicon) -> Vec<Actor> {
    let words = Words::new(doc, lexicon);
    let names = names::names(&words);
    let keys = keys::keys(&words, &names);
    let mut groups = alias::groups(&words, &names, &keys);
    groups.sort_by_key(|g| first_mention(g, &keys));
    let group_of = GroupOf::new(&groups, &keys, names.len());
    let kinds: Vec<ActorKind> =
        group_of.name.iter().map(|&g| groups.get(g).map_or(ActorKind::Other, |g| g.kind)).collect();
    let roles = role::roles(&words, &names, &kinds);
    let mut nominals = {
        let mut named = vec![false; doc.tokens.len()];
        names.iter().for_each(|n| named[n.first..n.end].fill(true));
        roles.iter().for_each(|r| named[r.tokens.clone()].fill(true));
        let kinds: Vec<ActorKind> = groups.iter().map(|g| g.kind).collect();
        nominal::nominals(&words, &roles, &keys, &kinds, &group_of.key, &group_of.name, &named)
    };
    let mut roles_of: Vec<Vec<role::Found>> = groups.iter().map(|_| Vec::new()).collect();
    for found in roles {
        if let Some(of) = roles_of.get_mut(group_of.name[found.name]) {
            of.push(found);
        }
    }
    let mut slugs = BTreeMap::new();
    let mut out = Vec::with_capacity(groups.len());
    for (g, group) in groups.iter().enumerate() {
        let mut mentions: Vec<Span> =
            group.keys.iter().flat_map(|&k| keys[k].names.iter().map(|&n| names[n].span)).collect();
        mentions.sort();
        let slug = slug(group, &keys);
        let mut id = String::with_capacity(article.len() + slug.len() + 1);
        id.extend([article, "/", &slug]);
        let seen = slugs.entry(slug).or_insert(0usize);
        *seen += 1;
        if *seen > 1 {
            id = format!("{id}-{seen}");
        }
        let found = std::mem::take(&mut roles_of[g]);
        let gender = group.gender.or_else(|| found.iter().find_map(|f| gender::of_role(&words, f.tokens.clone())));
        let mut texts: Vec<String> = Vec::new();
        for f in &found {
            if !texts.iter().any(|t| t.eq_ignore_ascii_case(&f.role.text)) {
                texts.push(f.role.text.clone());
            }
        }
        let name = fullest_name(group, &keys, &names, doc.text);
        let mut aliases: Vec<String> = Vec::new();
        for m in &mentions {
            let written = m.of(doc.text);
            if written == name || aliases.iter().any(|a| a == written) {
                continue;
            }
            let alias = single_spaced(written);
            if alias != name && !aliases.contains(&alias) {
                aliases.push(alias);
            }
        }
        out.push(Actor {
            id,
            name,
            aliases,
            kind: group.kind,
            mentions,
            roles: texts,
            role_mentions: found.into_iter().map(|f| f.role).collect(),
            nominal_mentions: std::mem::take(&mut nominals[g]),
            gender,
        });
    }
    out
}

/// The group of each key and of each name.
struct GroupOf {
    key: Vec<usize>,
    name: Vec<usize>,
}

impl GroupOf {
    fn new(groups: &[Group], keys: &[Key], names: usize) -> Self {
        let mut of = Self { key: vec![usize::MAX; keys.len()], name: vec![usize::MAX; names] };
        for (g, group) in groups.iter().enumerate() {
            for &k in &group.keys {
                of.key[k] = g;
                keys[k].names.iter().for_each(|&n| of.name[n] = g);
            }
        }
        of
    }
}

fn first_mention(group: &Group, keys: &[Key]) -> usize {
    group.keys.iter().filter_map(|&k| keys[k].names.first()).min().copied().unwrap_or(usize::MAX)
}

/// The fullest name as the text writes it, white space made single, a mention that is not all capitals preferred.
fn fullest_name(group: &Group, keys: &[Key], names: &[Name], text: &str) -> String {
    let fullest = group.keys.iter().max_by_key(|&&k| {
        let key = &keys[k];
        let letters: usize = key.parts.iter().map(String::len).sum();
        (!key.acronym, key.parts.len() + usize::from(key.suffix.is_some()), letters, key.names.len())
    });
    let mentions = fullest.map_or(&[][..], |&k| &keys[k].names);
    let quiet = |n: &&usize| names[**n].span.of(text).chars().any(char::is_lowercase);
    let best = mentions.iter().find(quiet).or_else(|| mentions.first());
    best.map_or_else(String::new, |&n| single_spaced(names[n].span.of(text)))
}

/// A short readable id: a person's family name, else the whole name.
fn slug(group: &Group, keys: &[Key]) -> String {
    let Some(key) = group.keys.iter().map(|&k| &keys[k]).max_by_key(|k| (!k.acronym, k.parts.len())) else {
        return String::new();
    };
    let words =
        if group.kind == ActorKind::Person { key.parts.get(key.parts.len() - 1..) } else { Some(&key.parts[..]) };
    let words = words.unwrap_or(&[]);
    let mut out = String::with_capacity(words.iter().map(|w| w.len() + 1).sum());
    for word in words {
        for c in word.chars().filter(|c| c.is_alphanumeric() || *c == '-') {
            out.push(c);
        }
        out.push('-');
    }
    let bare = out.trim_matches('-');
    match bare.len() {
        0 => "actor".to_owned(),
        len if out.starts_with(bare) => {
            out.truncate(len);
            out
        }
        _ => bare.to_owned(),
    }
}
