//! Actors: people, organisations and places, their names and their roles.

use crate::claim::quote::Quote;
use crate::lexicon::Lexicon;
use crate::text::document::Document;
use crate::text::span::Span;
use serde::{Deserialize, Serialize};

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
    /// Those words.
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
}

/// The actors of a document, in the order of their first mention. `article` is the first part of their ids.
#[must_use]
pub fn actors(_doc: &Document<'_>, _quotes: &[Quote], _article: &str, _lexicon: &Lexicon) -> Vec<Actor> {
    Vec::new()
}
