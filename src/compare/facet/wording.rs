//! The same utterance in other words.
//!
//! Looked past: quotation marks, case, punctuation, contractions, editorial notes, and words that only one article
//! quotes before or after what both quote.

use crate::compare::quotation::{QuoteView, Utterance};
use crate::compare::words::Word;
use crate::text::span::Span;
use similar::DiffOp;

/// Where two versions of one utterance part.
#[derive(Debug, Clone)]
pub(crate) struct Variant {
    /// The words of the first that differ, from the first such word to the last.
    pub(crate) a: Span,
    /// The same of the second.
    pub(crate) b: Span,
    /// Whether a negation stands in only one of them, or another name or number.
    pub(crate) material: bool,
}

/// How `u`'s two quotations differ in words, or `None` if they do not.
pub(crate) fn variant(u: &Utterance, a: &QuoteView<'_>, b: &QuoteView<'_>) -> Option<Variant> {
    let equal = |op: &DiffOp| matches!(op, DiffOp::Equal { .. });
    let first = u.ops.iter().position(equal)?;
    let last = u.ops.iter().rposition(equal)?;
    let mut material = false;
    let (mut from, mut to) = (None::<(usize, usize)>, (0, 0));
    for (i, op) in u.ops.iter().enumerate() {
        if equal(op) {
            continue;
        }
        let (x, y) = (op.old_range(), op.new_range());
        // Words at an end that only one side quotes were left out by the other; a replacement there is a difference
        // only when both sides go on about as long.
        let at_end = i < first || i > last;
        if at_end && (x.is_empty() || y.is_empty() || x.len().abs_diff(y.len()) > 3 || x.len().max(y.len()) > 6) {
            continue;
        }
        let (xs, ys) = (a.words.get(x.clone()).unwrap_or(&[]), b.words.get(y.clone()).unwrap_or(&[]));
        material |= xs.iter().any(|w| w.negation) != ys.iter().any(|w| w.negation)
            || (!xs.is_empty() && !ys.is_empty() && xs.iter().chain(ys).any(|w| w.capital && !w.light));
        from.get_or_insert((x.start, y.start));
        to = (x.end, y.end);
    }
    let (x, y) = from?;
    Some(Variant { a: stretch(&a.words, x, to.0)?, b: stretch(&b.words, y, to.1)?, material })
}

/// The span of words `from..to`; where there are none, of the two around the gap.
fn stretch(words: &[Word], from: usize, to: usize) -> Option<Span> {
    let (from, to) = if from < to { (from, to) } else { (from.saturating_sub(1), (to + 1).min(words.len())) };
    let part = words.get(from..to)?;
    Some(part.first()?.span.to(part.last()?.span))
}
