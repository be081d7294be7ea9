//! Claims: one checkable assertion each, as small as a clause allows.

mod address;
mod assemble;
mod repeat;
pub(crate) mod scene;
pub(crate) mod segment;
pub(crate) mod verb;

pub use crate::claim::certainty::Certainty;
pub use crate::claim::polarity::Polarity;
pub use crate::claim::source::{SourceHop, SourceKind};

use crate::claim::Extraction;
use crate::claim::clause::scene::Scene;
use crate::claim::quote::Speaker;
use crate::lexicon::Lexicon;
use crate::text::document::Document;
use crate::text::sentence::Part;
use crate::text::span::Span;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;

/// What sort of claim it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ClaimKind {
    /// Words that a speaker is credited with.
    Quote,
    /// A clause of the article.
    Statement,
    /// That somebody holds a role.
    Role,
}

/// The main verb of a claim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Predicate {
    /// The verb with its auxiliaries.
    #[serde(flatten)]
    pub span: Span,
    /// Its base form; of `failed to produce` or `is expected to rise` that of the last verb.
    pub lemma: String,
    /// Whether the subject is what is acted on (`was arrested`, `arrested by`).
    pub passive: bool,
}

/// One checkable assertion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Claim {
    /// `article#n`, unique in the run.
    pub id: String,
    /// The article's id.
    pub article: String,
    /// What sort of claim it is.
    pub kind: ClaimKind,
    /// Where it stands; never beyond its sentence.
    #[serde(flatten)]
    pub span: Span,
    /// Its words.
    pub text: String,
    /// How surely it is put forward.
    pub certainty: Certainty,
    /// Whether it asserts or denies.
    pub polarity: Polarity,
    /// On whose word it stands.
    pub speaker: Option<Speaker>,
    /// The sources it names, nearest first: occasion, agency, outlet.
    pub sources: Vec<String>,
    /// Indices into the extraction's dates.
    pub dates: Vec<usize>,
    /// Indices into the extraction's quantities.
    pub quantities: Vec<usize>,
    /// Ids of the actors named in it, and of the subject carried into it.
    pub actors: Vec<String>,
    /// What part of the page it stands in.
    #[serde(default)]
    pub part: Part,
    /// Whether a person could check it: not commentary, forecast, question or generic truth.
    pub checkable: bool,
    /// Further places where the same article says the same.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub repeats: Vec<Span>,
    /// The index of the sentence that it begins in.
    #[serde(default)]
    pub sentence: usize,
    /// Who or what it is about, in the claim or before it: of a relative clause what it belongs to, of a joined clause
    /// the subject that both share.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<Span>,
    /// Its main verb.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub predicate: Option<Predicate>,
    /// The direct object, or what the subject is said to be.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub object: Option<Span>,
    /// Ids of the places named in it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<String>,
    /// The word that denies it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub negation: Option<Span>,
    /// The word that tells how sure it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hedge: Option<Span>,
    /// Every source it rests on, nearest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub chain: Vec<SourceHop>,
}

impl Claim {
    /// A positive, checkable statement of these words, with nothing else known of it.
    #[must_use]
    pub(crate) fn new(id: String, article: &str, span: Span, text: &str) -> Self {
        Self {
            id,
            article: article.to_owned(),
            kind: ClaimKind::Statement,
            span,
            text: span.of(text).to_owned(),
            certainty: Certainty::Asserted,
            polarity: Polarity::Positive,
            speaker: None,
            sources: Vec::new(),
            dates: Vec::new(),
            quantities: Vec::new(),
            actors: Vec::new(),
            part: Part::Prose,
            checkable: true,
            repeats: Vec::new(),
            sentence: 0,
            subject: None,
            predicate: None,
            object: None,
            places: Vec::new(),
            negation: None,
            hedge: None,
            chain: Vec::new(),
        }
    }
}

/// The claims of a document, in text order; `found` holds what the earlier stages found in it.
///
/// A clause with its adjuncts is one claim; relative clauses, participles and what is said or agreed are claims of their
/// own, with the subject carried into them. Dates, quantities and actors belong to the innermost clause that holds them.
/// What a sentence only uses to credit its words (`officials said`) is no claim.
///
/// Cost: O(tokens); see the limits in the modules for what a search may look at.
///
/// ```
/// use corroborate::{Article, Corroborator};
/// let text = "The ferry, which was built in 1991, left Port Vell on Monday and sank off Orua, killing 14 people.";
/// let found = Corroborator::english().extract(&Article::new("a", text));
/// let words: Vec<_> = found.claims.iter().map(|c| c.text.as_str()).collect();
/// assert_eq!(words, [
///     "The ferry, which was built in 1991, left Port Vell on Monday",
///     "which was built in 1991",
///     "sank off Orua",
///     "killing 14 people",
/// ]);
/// ```
#[must_use]
pub fn claims(doc: &Document<'_>, found: &Extraction, lexicon: &Lexicon) -> Vec<Claim> {
    let scene = Scene::new(doc, found, lexicon);
    let made = assemble::claims(&scene);
    let place = |(i, c): (usize, &Claim)| (c.span.start(), Reverse(c.span.end()), c.kind as u8, i);
    let mut order: Vec<_> = made.iter().enumerate().map(place).collect();
    order.sort_unstable();
    // Each is moved once only: they are large.
    let mut made: Vec<Option<Claim>> = made.into_iter().map(Some).collect();
    let mut out: Vec<Claim> = Vec::with_capacity(made.len());
    out.extend(order.into_iter().filter_map(|(.., i)| made[i].take()));
    repeat::merge(&scene, &mut out);
    out.splice(0..0, address::claims(&scene));
    for (n, c) in out.iter_mut().enumerate() {
        c.id = numbered(&found.article, n + 1);
    }
    out
}

/// `article#n`, for an `n` from 1.
fn numbered(article: &str, n: usize) -> String {
    let mut id = String::with_capacity(article.len() + 8);
    id.push_str(article);
    id.push('#');
    push_digits(n, &mut id);
    id
}

fn push_digits(n: usize, out: &mut String) {
    if n >= 10 {
        push_digits(n / 10, out);
    }
    out.push(char::from(b'0' + (n % 10) as u8));
}
