//! Quantities: how many, how much, how long, how old.
//!
//! At each numeral (`number`) that is no label (`label`) the words around it are read (`read`): the bound, the unit or
//! the noun that is counted and what happened to it. `likeness` compares two.

mod age;
mod bound;
mod counted;
mod digits;
mod group;
mod label;
mod likeness;
mod number;
mod range;
mod read;
mod scan;
mod score;
mod state;
mod unit;
mod words;

use crate::claim::quantity::scan::Scan;
use crate::claim::timex::DateMention;
use crate::lexicon::Lexicon;
use crate::likeness::Likeness;
use crate::text::document::Document;
use crate::text::span::Span;
use serde::{Deserialize, Serialize};

/// The value of a quantity.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
#[non_exhaustive]
pub enum Amount {
    /// One number.
    Number(f64),
    /// From the first to the second.
    Range([f64; 2]),
}

/// How a quantity's value is to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Bound {
    /// As it stands.
    #[default]
    Exact,
    /// About, around, some.
    About,
    /// Nearly, under, fewer than.
    Under,
    /// More than, over.
    Over,
    /// At least.
    AtLeast,
    /// At most, up to.
    AtMost,
}

/// What sort of thing a quantity measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum QuantityKind {
    /// How many: `14 people`.
    #[default]
    Count,
    /// A sum of money; the unit is its ISO 4217 code.
    Money,
    /// Percent.
    Percent,
    /// Percentage points and basis points.
    PercentPoint,
    /// A share: `half`, `two-thirds`, `one in five`.
    Ratio,
    /// How long in time.
    Duration,
    /// How old.
    Age,
    /// A length or distance.
    Distance,
    /// An area.
    Area,
    /// A volume.
    Volume,
    /// A weight or mass.
    Weight,
    /// A temperature.
    Temperature,
    /// A speed.
    Speed,
    /// Power, as in watts.
    Power,
    /// Energy, as in kilowatt-hours.
    Energy,
    /// An amount of data.
    Data,
    /// The magnitude of an earthquake.
    Magnitude,
    /// The score of a game or a vote.
    Score,
    /// A place in an order.
    Ordinal,
    /// Any other measure.
    Other,
}

/// What a quantity can be, in the base unit of its kind (second, metre, kilogram, degree Celsius, …).
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Base {
    /// The least it can be, if its words say so.
    pub low: Option<f64>,
    /// The most it can be, if its words say so.
    pub high: Option<f64>,
    /// By how much it may have been rounded.
    pub slack: f64,
}

/// One quantity.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Quantity {
    /// Where it stands: from its bound or number to its unit or noun.
    #[serde(flatten)]
    pub span: Span,
    /// Its words.
    pub text: String,
    /// Its value, in `unit`; `None` if it names no number (`dozens`).
    pub value: Option<Amount>,
    /// The unit, normalised (`minute`, `USD`, `percent`, `year` for ages).
    pub unit: Option<String>,
    /// What is counted (`people injured`), or whose age it is.
    pub of: Option<String>,
    /// How the value is to be read.
    pub bound: Bound,
    /// What sort of thing it measures.
    #[serde(default)]
    pub kind: QuantityKind,
    /// The head noun of what is counted, singular and in lower case (`person` for people).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub noun: Option<String>,
    /// What happened to those who are counted, as a class of words of one sense (`dead`, `injured`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<String>,
    /// What a rate is per (`share`, `hour`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub per: Option<String>,
    /// Where its number stands, without bound, unit and noun.
    #[serde(default)]
    pub number: Span,
    /// What it can be in the base unit of its kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base: Option<Base>,
}

impl Quantity {
    fn new(text: &str, span: Span, kind: QuantityKind) -> Self {
        Self {
            span,
            text: span.of(text).to_owned(),
            value: None,
            unit: None,
            of: None,
            bound: Bound::Exact,
            kind,
            noun: None,
            state: None,
            per: None,
            number: span,
            base: None,
        }
    }

    /// The least it can be, in the base unit of its kind.
    #[must_use]
    pub fn low(&self) -> Option<f64> {
        self.base.and_then(|b| b.low)
    }

    /// The most it can be, in the base unit of its kind; of `more than 40`, what it is more than.
    #[must_use]
    pub fn high(&self) -> Option<f64> {
        self.base.and_then(|b| b.high.or(b.low))
    }

    /// How it stands to another.
    ///
    /// `Unknown` unless both measure the same: kind, currency, rate, and, where both say so, the counted noun and state.
    /// `Same`: equal after conversion. `Compatible`: both can hold (rounding, bounds, ranges, conversion, `dozens`).
    ///
    /// ```
    /// use corroborate::claim::quantity::quantities;
    /// use corroborate::likeness::Likeness;
    /// use corroborate::{Lexicon, text::document::Document};
    /// let lexicon = Lexicon::english();
    /// let doc = Document::new("It is five miles, 8 km or 12 km away.", &lexicon);
    /// let found = quantities(&doc, &[], &lexicon);
    /// assert_eq!(found[0].likeness(&found[1]), Likeness::Compatible);
    /// assert_eq!(found[0].likeness(&found[2]), Likeness::Different);
    /// ```
    #[must_use]
    pub fn likeness(&self, other: &Self) -> Likeness {
        likeness::likeness(self, other)
    }
}

/// The quantities of a document, in text order; `dates` are no quantities.
///
/// Years, times of day, ordinals, names with numbers, addresses, telephone numbers and the pronoun `one` are none either.
/// Cost: O(tokens).
///
/// ```
/// use corroborate::claim::quantity::{Amount, Bound, quantities};
/// use corroborate::{Lexicon, text::document::Document};
/// let lexicon = Lexicon::english();
/// let doc = Document::new("The talks lasted nearly half an hour; 14 people were injured.", &lexicon);
/// let found = quantities(&doc, &[], &lexicon);
/// assert_eq!(found[0].text, "nearly half an hour");
/// assert_eq!((found[0].value, found[0].unit.as_deref()), (Some(Amount::Number(30.0)), Some("minute")));
/// assert_eq!(found[0].bound, Bound::Under);
/// assert_eq!(found[1].of.as_deref(), Some("people injured"));
/// assert_eq!(found[1].state.as_deref(), Some("injured"));
/// ```
#[must_use]
pub fn quantities(doc: &Document<'_>, dates: &[DateMention], lexicon: &Lexicon) -> Vec<Quantity> {
    let mut out = Vec::with_capacity(doc.sentences.len() / 2);
    let mut date = 0;
    for i in 0..doc.sentences.len() {
        let range = doc.range_of(i);
        let s = Scan::new(doc.text, &doc.tokens, lexicon, range.clone());
        let (mut t, mut from) = (range.start, range.start);
        while t < range.end {
            if !read::opens(&s, t) {
                t += 1;
                continue;
            }
            let span = doc.tokens[t].span;
            while dates.get(date).is_some_and(|d| d.span.end() <= span.start()) {
                date += 1;
            }
            // `the past three years` is a date and a span of time, and so is `in 18 minutes` where nobody knows when.
            let within = dates.get(date).is_some_and(|d| d.span.overlaps(span));
            let open = dates.get(date).filter(|d| within && d.value.is_none()).map(|d| d.span.end());
            let stretch = within && read::is_stretch(&s, t, open);
            if within && !stretch {
                t += 1;
                from = t;
                continue;
            }
            match read::read(&s, t, from) {
                Some(read) => {
                    out.extend(
                        read.quantity
                            .filter(|q| stretch || !dates.get(date).is_some_and(|d| d.span.overlaps(q.number))),
                    );
                    t = read.next.max(t + 1);
                    from = t;
                }
                None => t += 1,
            }
        }
    }
    out
}
