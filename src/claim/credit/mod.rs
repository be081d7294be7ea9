//! Credits: where an article says that it has something from: agencies and outlets in datelines, sign-offs and running
//! text; statements, posts, documents; interviews and other occasions.

mod body;
mod line;
mod name;
mod word;

use crate::claim::quote::{Quote, QuoteKind};
use crate::lexicon::{Lexicon, List};
use crate::text::document::Document;
use crate::text::sentence::Part;
use crate::text::span::Span;
use serde::{Deserialize, Serialize};

pub use self::name::same_outlet;

/// What is credited.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum CreditKind {
    /// A news agency.
    Agency,
    /// A newspaper, broadcaster, magazine or site.
    Outlet,
    /// Outlets without a name (`Russian state media`): shown, but never held to be the same twice.
    Media,
    /// A statement or press release.
    Statement,
    /// A post on a platform.
    Post,
    /// A document, such as court papers.
    Document,
    /// An interview, press conference, speech or hearing.
    Occasion,
}

/// How far a credit reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum CreditScope {
    /// The whole article: a dateline, byline or sign-off.
    Article,
    /// Some of the article, and it is not said which part: `Reuters contributed to this report`.
    Part,
    /// Its sentence, and what follows until another source is named.
    Sentence,
}

/// One credit at one place in an article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Credit {
    /// The credit's own words, cue and name (`as reported by Reuters`).
    #[serde(flatten)]
    pub span: Span,
    /// The name in the form in which reports show it (`Associated Press`, `interview with Pavel Zarubin`,
    /// `joint statement`).
    pub name: String,
    /// What is credited.
    pub kind: CreditKind,
    /// How far it reaches.
    pub scope: CreditScope,
    /// Whose statement, post, document or occasion it is, as far as the sentence says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// What a statement, post, document or occasion counts as (`press conference` for a media briefing); of an outlet,
    /// its name. Two credits of one kind and sort, by nobody else, are held to be of one thing.
    pub sort: String,
}

impl Credit {
    /// Whether an outlet or agency is credited by name.
    #[must_use]
    pub fn is_outlet(&self) -> bool {
        matches!(self.kind, CreditKind::Agency | CreditKind::Outlet)
    }
}

/// The credits of a document, in text order. `quotes` are its attributed quotations: what somebody says between marks
/// is no credit of the article, and the speaker of a sentence is the issuer of the statement it mentions.
///
/// An outlet's credit of itself (`told KTRW` in an article of KTRW) is found too: who the outlet is, only the caller
/// knows; see [`same_outlet`].
///
/// Cost: O(tokens); each look around a token is bounded.
///
/// ```
/// use corroborate::{Lexicon, claim::credit::credits, text::document::Document};
/// let lexicon = Lexicon::english();
/// let doc = Document::new("The mayor resigned, as first reported by the AP.", &lexicon);
/// let found = credits(&doc, &[], &lexicon);
/// assert_eq!(found[0].name, "Associated Press");
/// assert_eq!(found[0].span.of(doc.text), "first reported by the AP");
/// ```
#[must_use]
pub fn credits(doc: &Document<'_>, quotes: &[Quote], lexicon: &Lexicon) -> Vec<Credit> {
    let reader = Reader { doc, lexicon, quoted: quoted(doc, quotes), outlet_words: outlet_words(doc) };
    let mut out = Vec::new();
    line::credits(&reader, &mut out);
    out.sort_by_key(|c| (c.span.start(), c.span.end()));
    out.dedup_by(|b, a| a.span.overlaps(b.span));
    let lines = out.len();
    for (s, sentence) in doc.sentences.iter().enumerate() {
        if sentence.part != Part::Furniture {
            body::credits(&reader, s, quotes, &mut out);
        }
    }
    // What a line says of the whole article is not said again of its sentence.
    let body = out.split_off(lines);
    out.extend({
        let whole = &out;
        let free = |c: &Credit| {
            let near = whole.partition_point(|w| w.span.end() <= c.span.start());
            whole.get(near).is_none_or(|w| !w.span.overlaps(c.span))
        };
        body.into_iter().filter(free).collect::<Vec<_>>()
    });
    out.sort_by_key(|c| (c.span.start(), c.span.end()));
    out
}

/// What the finders of credits share.
struct Reader<'a> {
    doc: &'a Document<'a>,
    lexicon: &'a Lexicon,
    /// For each token, whether it stands between quotation marks.
    quoted: Vec<bool>,
    /// For each token, whether it or one of the `NEAR` after it can begin a word for an outlet.
    outlet_words: Vec<bool>,
}

/// How far behind a token a word for an outlet can matter to it.
const NEAR: usize = 9;

fn outlet_words(doc: &Document<'_>) -> Vec<bool> {
    let mut out = vec![false; doc.tokens.len()];
    for (i, _) in doc.tokens.iter().enumerate().filter(|(_, t)| t.lists.or(t.opens).has(List::OutletWord)) {
        out[i.saturating_sub(NEAR)..=i].fill(true);
    }
    out
}

fn quoted(doc: &Document<'_>, quotes: &[Quote]) -> Vec<bool> {
    let mut out = vec![false; doc.tokens.len()];
    for q in quotes.iter().filter(|q| matches!(q.kind, QuoteKind::Direct | QuoteKind::Partial)) {
        for part in q.stretches() {
            let first = doc.token_at(part.start());
            for (i, t) in doc.tokens.iter().enumerate().skip(first) {
                if t.span.start() >= part.end() {
                    break;
                }
                out[i] = true;
            }
        }
    }
    out
}
