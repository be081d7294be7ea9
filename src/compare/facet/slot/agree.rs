//! Values that two articles both give of one thing, in sentences that share little else.

use crate::claim::quantity::{Amount, Bound, Quantity, QuantityKind};
use crate::claim::timex::DateMention;
use crate::compare::context::Context;
use crate::compare::facet::date::clock;
use crate::compare::facet::place::Map;
use crate::compare::facet::slot::value::{Filler, Value};
use crate::compare::facet::slot::{Slots, likeness, same_noun};
use crate::compare::similarity::Overlap;
use crate::date::Grain;
use crate::likeness::Likeness;

/// Figures of at least so many digits that are not mere zeros (`1,140`) are seldom met twice by chance.
const TELLING: usize = 3;
/// The same with a word of the other's sentence beside it.
const TELLING_IN_COMPANY: usize = 2;
/// Counts below this are met too often.
const SMALL: f64 = 10.0;
/// Minutes to which a time of day is often rounded.
const HALF_AN_HOUR: u16 = 30;
/// How alike the surroundings of a measure are at least that was converted.
const CONVERTED: f32 = 0.25;
/// How many times one of two figures that can be one may be the other.
const NEAR: f64 = 1.15;
/// How alike the words around them are at least.
const NEAR_ALIKE: f32 = 0.2;

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
    let (p, q) = match (x.filler, y.filler) {
        (Filler::Amount(p), Filler::Amount(q)) => (p, q),
        (Filler::Day(p), Filler::Day(q)) => return is_one_day(p, q, o),
        _ => return false,
    };
    if is_near(ctx, x, y, o, map) {
        return true;
    }
    if p.bound != q.bound && (p.bound != Bound::Exact && q.bound != Bound::Exact) {
        return false;
    }
    let same = x.key.is_some() && x.key == y.key;
    let digits = telling_digits(p).min(telling_digits(q));
    let company = o.plain > 0;
    match p.kind {
        QuantityKind::Ordinal | QuantityKind::Age => false,
        QuantityKind::Score => same && o.count > 0,
        QuantityKind::Count => {
            same && p.high().is_some_and(|v| v >= SMALL)
                && (digits >= TELLING || digits >= TELLING_IN_COMPANY && company && same_noun(x, y))
        }
        QuantityKind::Money | QuantityKind::Percent => {
            same && (digits >= TELLING || digits >= TELLING_IN_COMPANY && company)
        }
        // What lasted as long, and nothing else did, or was kept within the same bound.
        QuantityKind::Duration => {
            let alone = x.alone && y.alone;
            let bounded = p.bound == q.bound && !matches!(p.bound, Bound::Exact | Bound::About);
            same && (digits >= TELLING_IN_COMPANY && (company || alone) || alone && bounded)
        }
        _ if p.unit == q.unit => same && digits >= TELLING_IN_COMPANY,
        // `1.8 metres`, `six feet`
        _ => company && o.score() >= CONVERTED && likeness(ctx, x, y, map) == Likeness::Compatible,
    }
}

/// Whether two times are one time of one day, or two dates one day of a month or one month that is told so.
fn is_one_day(p: &DateMention, q: &DateMention, o: Overlap) -> bool {
    let (Some(v), Some(w)) = (&p.value, &q.value) else { return false };
    let grain = v.grain();
    let numbered = |d: &DateMention| d.text.contains(|c: char| c.is_ascii_digit());
    // `at 6:17`: to the minute, it is seldom met by chance.
    let to_the_minute = || clock(p).is_some_and(|(_, m)| m % HALF_AN_HOUR != 0) && clock(q).is_some();
    grain == w.grain()
        && v.likeness(w) == Likeness::Same
        && (o.plain > 0 || grain == Grain::Time && to_the_minute())
        && numbered(p)
        && numbered(q)
        && matches!(grain, Grain::Time | Grain::Day | Grain::Month)
}

/// Whether two figures, one or both of them rounded or a bound, can be one, among words that are alike.
fn is_near(ctx: &Context<'_>, x: &Value<'_>, y: &Value<'_>, o: Overlap, map: &Map) -> bool {
    let (Filler::Amount(p), Filler::Amount(q)) = (x.filler, y.filler) else { return false };
    let (Some(v), Some(w)) = (p.high(), q.high()) else { return false };
    let kind = matches!(p.kind, QuantityKind::Count | QuantityKind::Money | QuantityKind::Percent);
    kind && v.max(w) <= NEAR * v.min(w)
        && (p.kind != QuantityKind::Count || v >= SMALL)
        && matches!(likeness(ctx, x, y, map), Likeness::Compatible | Likeness::Same)
        && (o.plain >= 2 || o.plain == 1 && same_noun(x, y))
        && o.score() >= NEAR_ALIKE
}

/// The digits of a figure up to the last that is not zero (`84,000`: 2).
fn telling_digits(q: &Quantity) -> usize {
    let Some(Amount::Number(n)) = q.value else { return 0 };
    let digits: String = n.abs().to_string().chars().filter(char::is_ascii_digit).collect();
    digits.trim_matches('0').len()
}
