//! Values that two articles both give of one thing, in sentences that share little else.

use crate::claim::quantity::{Amount, Bound, Quantity, QuantityKind};
use crate::compare::context::Context;
use crate::compare::facet::place::Map;
use crate::compare::facet::slot::value::{Filler, Value};
use crate::compare::facet::slot::{Slots, likeness, same_noun};
use crate::compare::similarity::Overlap;
use crate::likeness::Likeness;

/// Figures of at least so many digits that are not mere zeros (`1,140`) are seldom met twice by chance.
const TELLING: usize = 3;
/// The same with a word of the other's sentence beside it.
const TELLING_IN_COMPANY: usize = 2;
/// Counts below this are met too often.
const SMALL: f64 = 10.0;
/// How alike the surroundings of a measure are at least that was converted.
const CONVERTED: f32 = 0.25;

impl Slots<'_> {
    /// Pairs of claims that give one telling value of one thing, with how alike the words around it are.
    pub(crate) fn agreements(&self, ctx: &Context<'_>, map: &Map) -> Vec<(usize, usize, f32)> {
        let mut out = Vec::new();
        for (&(i, j), &(o, score)) in &self.likes {
            let (x, y) = (&self.values[i], &self.values[j]);
            if x.background == y.background && self.mutual(i, j, score) && is_one(ctx, x, y, o, map) {
                out.push((x.claim.min(y.claim), x.claim.max(y.claim), score));
            }
        }
        out.sort_by(|a, b| b.2.total_cmp(&a.2).then((a.0, a.1).cmp(&(b.0, b.1))));
        out
    }
}

/// Whether two values are the same, and tell enough to be of one thing.
fn is_one(ctx: &Context<'_>, x: &Value<'_>, y: &Value<'_>, o: Overlap, map: &Map) -> bool {
    let (Filler::Amount(p), Filler::Amount(q)) = (x.filler, y.filler) else { return false };
    if p.bound != q.bound && (p.bound != Bound::Exact && q.bound != Bound::Exact) {
        return false;
    }
    let same = x.key.is_some() && x.key == y.key;
    let digits = telling_digits(p).min(telling_digits(q));
    let company = o.plain > 0;
    match p.kind {
        QuantityKind::Ordinal | QuantityKind::Age | QuantityKind::Score => false,
        QuantityKind::Count => {
            same && p.high().is_some_and(|v| v >= SMALL)
                && (digits >= TELLING || digits >= TELLING_IN_COMPANY && company && same_noun(x, y))
        }
        QuantityKind::Money | QuantityKind::Percent => {
            same && (digits >= TELLING || digits >= TELLING_IN_COMPANY && company)
        }
        QuantityKind::Duration => same && digits >= TELLING_IN_COMPANY && company,
        _ if p.unit == q.unit => same && digits >= TELLING_IN_COMPANY,
        // `1.8 metres`, `six feet`
        _ => company && o.score() >= CONVERTED && likeness(ctx, x, y, map) == Likeness::Compatible,
    }
}

/// The digits of a figure up to the last that is not zero (`84,000`: 2).
fn telling_digits(q: &Quantity) -> usize {
    let Some(Amount::Number(n)) = q.value else { return 0 };
    let digits: String = n.abs().to_string().chars().filter(char::is_ascii_digit).collect();
    digits.trim_matches('0').len()
}
