//! How two quantities stand to each other.

use crate::claim::quantity::bound::Reading;
use crate::claim::quantity::number::Form;
use crate::claim::quantity::{Amount, Base, Bound, Quantity, QuantityKind};
use crate::likeness::Likeness;

/// How far beyond a strict bound (`more than`, `under`) values begin, as a part of the bound.
const STRICT: f64 = 1e-6;

/// What a quantity can be in the base unit of its kind.
///
/// `ends` are its value or the two ends of its range, `step` the worth of its last significant digit.
pub(super) fn base(
    ends: [f64; 2],
    step: f64,
    reading: Reading,
    factor: f64,
    offset: f64,
    kind: QuantityKind,
    form: Form,
) -> Base {
    let convert = |v: f64| (v + offset) * factor;
    let [a, b] = ends.map(convert);
    let (low, high) = if a <= b { (a, b) } else { (b, a) };
    let (low, high) = match reading.bound {
        Bound::Exact => (Some(low), Some(high)),
        Bound::About => (Some(low - 0.1 * low.abs()), Some(high + 0.1 * high.abs())),
        Bound::Under if reading.near => (Some(low - 0.15 * low.abs()), Some(high)),
        Bound::AtMost => (Some(low - 0.5 * low.abs()), Some(high)),
        // `more than twelve` is not twelve.
        Bound::Under => (Some(low - 0.5 * low.abs()), Some(high - STRICT * high.abs())),
        Bound::Over => (Some(low + STRICT * low.abs()), None),
        Bound::AtLeast => (Some(low), None),
    };
    let magnitude = a.abs().max(b.abs());
    let size = step.abs() * factor;
    // Small counts and ages are meant as they stand; 200 is written to the hundreds, but 260 is not called so.
    let counted = matches!(kind, QuantityKind::Count | QuantityKind::Age | QuantityKind::Score);
    let exact = counted && (magnitude < 100.0 || step.abs() <= 1.0 && factor == 1.0);
    let slack = match form {
        Form::Fraction => 0.06 * magnitude,
        Form::Group if magnitude > 2.0 => 0.1 * magnitude,
        // A bound is meant as it stands: nobody writes `more than 80` of 79.
        _ if !reading.near && !matches!(reading.bound, Bound::Exact | Bound::About) => 0.0,
        _ if exact => 0.0,
        _ => (size / 2.0).min(magnitude / if magnitude >= 1000.0 { 12.0 } else { 20.0 }),
    };
    Base { low, high, slack }
}

/// Fractions and percentages measure the same.
fn same_kind(a: QuantityKind, b: QuantityKind) -> bool {
    let share = |k| matches!(k, QuantityKind::Percent | QuantityKind::Ratio);
    a == b || share(a) && share(b)
}

pub(super) fn likeness(a: &Quantity, b: &Quantity) -> Likeness {
    let given = |x: &Option<String>, y: &Option<String>| x.is_some() && y.is_some() && x != y;
    if !same_kind(a.kind, b.kind) || a.per != b.per {
        return Likeness::Unknown;
    }
    match a.kind {
        QuantityKind::Count if given(&a.noun, &b.noun) || given(&a.state, &b.state) => return Likeness::Unknown,
        QuantityKind::Money if a.unit != b.unit => return Likeness::Unknown,
        // Degrees of an unnamed scale, and units of the kinds that are kept together, only with their like.
        QuantityKind::Other if a.unit != b.unit => return Likeness::Unknown,
        QuantityKind::Temperature if a.unit != b.unit && (is_bare_degree(a) || is_bare_degree(b)) => {
            return Likeness::Unknown;
        }
        QuantityKind::Score => {
            return match (a.value, b.value) {
                (Some(Amount::Range(x)), Some(Amount::Range(y))) if x == y => Likeness::Same,
                (Some(Amount::Range([x, y])), Some(Amount::Range([v, w]))) if x == w && y == v => Likeness::Compatible,
                (Some(_), Some(_)) => Likeness::Different,
                _ => Likeness::Unknown,
            };
        }
        _ => {}
    }
    let (Some(x), Some(y)) = (a.base, b.base) else { return Likeness::Unknown };
    let converted = a.unit != b.unit;
    if a.bound == b.bound && equal(&x, &y, converted) && a.value.is_some() && b.value.is_some() {
        return Likeness::Same;
    }
    // A conversion is rounded once more.
    let widest = |v: &Base| v.high.or(v.low).map_or(0.0, f64::abs);
    let extra = if converted { 0.03 * widest(&x).max(widest(&y)) } else { 0.0 };
    if meets(&x, &y, x.slack + extra) || meets(&y, &x, y.slack + extra) {
        Likeness::Compatible
    } else {
        Likeness::Different
    }
}

fn is_bare_degree(q: &Quantity) -> bool {
    q.unit.as_deref() == Some("degree")
}

fn equal(x: &Base, y: &Base, converted: bool) -> bool {
    let near = |a: Option<f64>, b: Option<f64>| match (a, b) {
        (Some(a), Some(b)) => (a - b).abs() <= if converted { 2e-3 } else { 1e-9 } * a.abs().max(b.abs()),
        (None, None) => true,
        _ => false,
    };
    near(x.low, y.low) && near(x.high, y.high)
}

/// Whether what `x` can be, widened by `slack`, meets what `y` can be.
fn meets(x: &Base, y: &Base, slack: f64) -> bool {
    let below = |low: Option<f64>, high: Option<f64>| match (low, high) {
        (Some(l), Some(h)) => l <= h + 1e-9 * h.abs(),
        _ => true,
    };
    below(x.low.map(|v| v - slack), y.high) && below(y.low, x.high.map(|v| v + slack))
}
