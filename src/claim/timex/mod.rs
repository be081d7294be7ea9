//! Dates in text (TIMEX) and their values (EDTF).
//!
//! Three steps: `word` says what each token can mean, `scan` finds the expressions, `resolve` tells what day each
//! means, from the day of publication and the date mentioned last (`context`).

mod ahead;
mod bare_year;
mod calendar;
mod clock;
mod context;
mod expr;
mod holiday;
mod numeric;
mod order;
mod relative;
mod resolve;
mod scan;
mod shift;
mod stretch;
mod word;
mod year_of;
mod zone;

use crate::claim::timex::context::Context;
use crate::claim::timex::expr::Expr;
use crate::claim::timex::resolve::Value;
use crate::claim::timex::word::Words;
use crate::date::PartialDate;
use crate::lexicon::Lexicon;
use crate::text::document::Document;
use crate::text::span::Span;
use serde::{Deserialize, Serialize};

/// One date expression.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct DateMention {
    /// Where it stands.
    #[serde(flatten)]
    pub span: Span,
    /// Its words.
    pub text: String,
    /// The date it denotes; `None` where that cannot be told.
    pub value: Option<PartialDate>,
    /// What it may be, where its own words leave two readings and nothing else decides (`12/03/2024`).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub readings: Vec<PartialDate>,
    /// The whole range, if it is one end of one (`from Monday to Thursday` has a mention for each end).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub range: Option<PartialDate>,
}

/// The dates of a document, in text order; relative ones resolve against `published` and the date mentioned last.
///
/// Durations (`for two days`) and what recurs (`every Monday`) are no dates. Either end of a range is a mention of its
/// own, and both name the whole range. Cost: O(tokens).
///
/// ```
/// use corroborate::{Lexicon, claim::timex::dates, text::document::Document};
/// let lexicon = Lexicon::english();
/// let doc = Document::new("It sank on Tuesday, two days after leaving port in early May.", &lexicon);
/// let found = dates(&doc, Some(&"2025-05-09".parse()?), &lexicon);
/// let found: Vec<_> = found.iter().map(|d| (&*d.text, d.value.as_ref().map(ToString::to_string))).collect();
/// assert_eq!(found, [("Tuesday", Some("2025-05-06".into())), ("early May", Some("2025-05".into()))]);
/// # Ok::<(), corroborate::Error>(())
/// ```
#[must_use]
pub fn dates(doc: &Document<'_>, published: Option<&PartialDate>, lexicon: &Lexicon) -> Vec<DateMention> {
    let w = Words::new(doc, lexicon);
    let found = scan::scan(&w);
    let mut cx = Context::new(published, &found, &w);
    let mut out: Vec<DateMention> = Vec::with_capacity(found.len());
    let mut first: Option<Value> = None;
    for (k, f) in found.iter().enumerate() {
        let value = resolve::resolve(&w, &cx, f, first);
        if let Some(v) = value {
            cx.note(v, f.first);
            cx.tell(k, f, v, first.is_some());
        }
        if value.is_none() && matches!(f.expr, Expr::Loose(_)) {
            continue;
        }
        let (Some(a), Some(z)) = (w.token(f.first), w.token(f.end - 1)) else { continue };
        let span = a.span.to(z.span);
        let edtf = value.and_then(Value::date).map(|d| if f.about { d.about() } else { d });
        let mut mention =
            DateMention { span, text: span.of(doc.text).to_owned(), value: edtf, range: None, readings: Vec::new() };
        if value.is_none() {
            mention.readings = order::readings(&w, &cx, f);
        }
        if let (Some(from), Some(to), Some(before)) = (first, value, out.last_mut()) {
            mention.range = PartialDate::between(from.when(), to.when());
            before.range.clone_from(&mention.range);
        }
        out.push(mention);
        first = value.filter(|_| f.to_next);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::dates;
    use crate::lexicon::Lexicon;
    use crate::text::document::Document;

    #[test]
    fn words_of_time_without_end_are_read_through() {
        let lexicon = Lexicon::english();
        let published = "2020-05-01".parse().ok();
        for bit in [
            "the night of ",
            "early ",
            "end of the ",
            "year ",
            "years ",
            "1999, ",
            "Friday, ",
            "(August-",
            "1 a.m. on ",
            "10 a.m. (1 a.m.) ",
            "two weeks from ",
            "the day before ",
            "Friday the ",
            "last ",
            "this ",
            "past ",
            "12:",
            "3-",
            "1/",
            "1915-17 ",
            "May 5 and ",
            "'90s ",
            "New Year's ",
            "of that year ",
            "later ",
            "fiscal ",
            "AD ",
            "a couple of ",
            "week of ",
            "third quarter ",
            "Monday to ",
            "a\r",
            "twenty ",
            "Christmas weekend ",
        ] {
            let text = bit.repeat(20_000 / bit.len());
            let doc = Document::new(&text, &lexicon);
            let mut end = 0;
            for d in dates(&doc, published.as_ref(), &lexicon) {
                assert_eq!(d.span.of(&text), d.text, "{bit:?}");
                assert!(d.span.start() >= end, "{bit:?}: overlap");
                end = d.span.end();
            }
        }
    }
}
