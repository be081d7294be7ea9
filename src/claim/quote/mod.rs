//! Quotations: what stands between quotation marks.

mod kind;
mod marks;
mod notes;
mod pair;

use crate::lexicon::Lexicon;
use crate::text::document::Document;
use crate::text::span::Span;
use serde::{Deserialize, Serialize};

/// How a quotation stands in its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum QuoteKind {
    /// A whole utterance between marks.
    Direct,
    /// Quoted words woven into the reporter's own sentence.
    Partial,
    /// Reported speech without marks.
    Indirect,
    /// Marks around words that no speaker is credited with.
    Scare,
}

/// With what force words are put forward, as the cue tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum CueForce {
    /// `said`, `told`, `wrote`, `announced`, or no cue.
    #[default]
    Said,
    /// Put forward against doubt: `claimed`, `insisted`, `argued`.
    Claimed,
    /// What follows is denied: `denied`, `rejected`.
    Denied,
    /// `admitted`, `conceded`.
    Admitted,
    /// `warned`, `threatened`.
    Warned,
    /// `promised`, `vowed`.
    Promised,
    /// A charge against somebody: `accused`, `alleged`.
    Accused,
    /// A question: `asked`, `wondered`.
    Asked,
    /// A call to act: `urged`, `demanded`, `proposed`.
    Urged,
    /// Held to be so: `believes`, `expects`, `fears`.
    Believed,
    /// A name or judgement: `called it`, `described as`.
    Called,
    /// Blame: `condemned`, `slammed`.
    Criticised,
    /// Praise: `hailed`, `thanked`.
    Praised,
}

impl CueForce {
    /// The force of this name in a word list; `None` if there is none.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "said" => Self::Said,
            "claimed" => Self::Claimed,
            "denied" => Self::Denied,
            "admitted" => Self::Admitted,
            "warned" => Self::Warned,
            "promised" => Self::Promised,
            "accused" => Self::Accused,
            "asked" => Self::Asked,
            "urged" | "demanded" => Self::Urged,
            "believed" => Self::Believed,
            "called" => Self::Called,
            "criticised" => Self::Criticised,
            "praised" => Self::Praised,
            _ => return None,
        })
    }
}

/// Who is credited with words.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Speaker {
    /// The fullest name that the article gives, or the mention's own words (`officials`).
    pub name: String,
    /// The id of the actor, if it is a named one.
    pub actor: Option<String>,
    /// The mention that the attribution names.
    #[serde(flatten)]
    pub span: Span,
}

/// One quotation, or one piece of reported speech.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Quote {
    /// What stands between the marks, the marks excluded; of several parts, from the first to the last.
    #[serde(flatten)]
    pub span: Span,
    /// How it stands in its sentence.
    pub kind: QuoteKind,
    /// The words that attribute it (`said`, `according to`).
    pub cue: Option<String>,
    /// Who is credited with it.
    pub speaker: Option<Speaker>,
    /// The stretches between marks, if there is more than one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Span>,
    /// Where the cue stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cue_span: Option<Span>,
    /// With what force the cue puts it forward.
    #[serde(default)]
    pub force: CueForce,
    /// Who passed the words on, where that is another than the speaker (`Grayson said, according to Frankel`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub relayed_by: Option<Speaker>,
    /// Brackets and ellipses inside it (`(his)`, `[the president]`, `…`), which are not the speaker's.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Span>,
    /// Its span with the marks; of indirect speech, its span.
    #[serde(default, skip_serializing)]
    pub marked: Span,
}

impl Quote {
    /// The stretches between marks: the parts, or the whole span if there is only one.
    #[must_use]
    pub fn stretches(&self) -> &[Span] {
        if self.parts.is_empty() { std::slice::from_ref(&self.span) } else { &self.parts }
    }
}

/// The quotations of a document, as the marks give them: no speaker yet, kind [`QuoteKind::Direct`],
/// [`QuoteKind::Partial`] or [`QuoteKind::Scare`] by their own words and place in the sentence. Quotations inside others
/// come after them; the result is in the order of the opening marks.
///
/// Marks of any style pair by family, straight or curly, paragraph by paragraph; apostrophes, feet and inches are told
/// apart. A closing mark that is missing is taken to stand at the paragraph's end. Cost: O(bytes).
///
/// ```
/// use corroborate::{Lexicon, claim::quote, text::document::Document};
/// let lexicon = Lexicon::english();
/// let doc = Document::new("“Nobody won,” she said. ‘It’s over.’", &lexicon);
/// let words: Vec<_> = quote::quotes(&doc, &lexicon).iter().map(|q| q.span.of(doc.text)).collect();
/// assert_eq!(words, ["Nobody won,", "It’s over."]);
/// ```
#[must_use]
pub fn quotes(doc: &Document<'_>, lexicon: &Lexicon) -> Vec<Quote> {
    pair::pairs(doc.text, lexicon)
        .into_iter()
        .filter_map(|p| {
            let parts: Vec<Span> = p.parts.into_iter().filter(|s| !s.is_empty()).collect();
            let (first, last) = (*parts.first()?, *parts.last()?);
            let notes = parts.iter().flat_map(|s| notes::notes(doc.text, *s)).collect();
            Some(Quote {
                span: first.to(last),
                kind: kind::kind(doc, lexicon, p.marked, first),
                cue: None,
                speaker: None,
                parts: if parts.len() > 1 { parts } else { Vec::new() },
                cue_span: None,
                force: CueForce::Said,
                relayed_by: None,
                notes,
                marked: p.marked,
            })
        })
        .collect()
}
