//! What an article asserts: quotations, dates, quantities, actors, and the claims made of them.

pub mod actor;
pub mod attribution;
mod certainty;
mod checkable;
pub mod clause;
pub mod credit;
mod polarity;
pub mod quantity;
pub mod quote;
mod source;
pub mod timex;

use crate::claim::actor::Actor;
use crate::claim::clause::Claim;
use crate::claim::credit::Credit;
use crate::claim::quantity::Quantity;
use crate::claim::quote::Quote;
use crate::claim::timex::DateMention;
use crate::date::PartialDate;
use crate::text::sentence::Sentence;
use serde::{Deserialize, Serialize};

/// Everything found in one article. All spans are bytes of its text.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Extraction {
    /// The article's id.
    pub article: String,
    /// When it was published: as given, or as found in its text.
    pub published: Option<PartialDate>,
    /// Its sentences.
    pub sentences: Vec<Sentence>,
    /// Its quotations, in text order.
    pub quotes: Vec<Quote>,
    /// Its dates, in text order.
    pub dates: Vec<DateMention>,
    /// Its quantities, in text order.
    pub quantities: Vec<Quantity>,
    /// Its actors, in the order of their first mention.
    pub actors: Vec<Actor>,
    /// What it credits, in text order.
    #[serde(default)]
    pub credits: Vec<Credit>,
    /// Its claims, in text order.
    pub claims: Vec<Claim>,
    /// How it was read, and what was left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
}
