//! Two figures of which the one may be the other, misread or mistyped: two digits changed about (`31,460`, `31,640`), one
//! other digit (`1,285`, `1,235`), `fourteen` for `forty`. Such figures seldom meet by chance.

use crate::claim::quantity::{Amount, Quantity};

/// How sure it is that one figure is the other gone wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Slip {
    /// Three digits or more, two of them changed about.
    Sure,
    /// Two digits the other way round, one digit of several, `-teen` and `-ty`.
    Likely,
}

/// Decimals of a figure that are looked at, at most.
const DECIMALS: i32 = 3;
/// Larger figures are not written out.
const LARGEST: f64 = 1e15;

/// Whether two figures of one unit are one but for a slip.
pub(super) fn slip(p: &Quantity, q: &Quantity) -> Option<Slip> {
    let (Some(Amount::Number(v)), Some(Amount::Number(w))) = (p.value, q.value) else { return None };
    let (x, y) = digits(v, w).filter(|_| p.unit == q.unit)?;
    let other = x.bytes().zip(y.bytes()).filter(|(a, b)| a != b).count();
    let swapped = other == 2 && sorted(&x) == sorted(&y);
    match x.len() {
        n if n != y.len() || other == 0 => None,
        3.. if swapped => Some(Slip::Sure),
        3.. if other == 1 => Some(Slip::Likely),
        2 if swapped || is_teen(&x, &y) || is_teen(&y, &x) => Some(Slip::Likely),
        _ => None,
    }
}

/// `14`, `40`
fn is_teen(x: &str, y: &str) -> bool {
    matches!((x.as_bytes(), y.as_bytes()), (&[b'1', n], &[m, b'0']) if n == m && n >= b'3')
}

/// The digits of two figures, written out with as many decimals and without the zeros that both end in.
fn digits(v: f64, w: f64) -> Option<(String, String)> {
    let written = |n: f64| (0.0..LARGEST).contains(&n);
    let scale = (0..=DECIMALS).map(|n| 10f64.powi(n)).find(|s| {
        let whole = |n: f64| (n * s - (n * s).round()).abs() < 1e-6;
        whole(v) && whole(w)
    })?;
    let text = |n: f64| format!("{:.0}", n * scale);
    let (mut x, mut y) = (text(v), text(w));
    while x.len() > 1 && x.ends_with('0') && y.len() > 1 && y.ends_with('0') {
        x.pop();
        y.pop();
    }
    (written(v) && written(w)).then_some((x, y))
}

fn sorted(digits: &str) -> Vec<u8> {
    let mut all: Vec<u8> = digits.bytes().collect();
    all.sort_unstable();
    all
}

#[cfg(test)]
mod tests {
    use super::{digits, is_teen};

    #[test]
    fn digits_are_written_alike() {
        let of = |v, w| digits(v, w).map(|(x, y)| format!("{x} {y}"));
        assert_eq!(of(1.34e9, 1.43e9).as_deref(), Some("134 143"));
        assert_eq!(of(11.6, 16.0).as_deref(), Some("116 160"));
        assert_eq!(of(1900.0, 1090.0).as_deref(), Some("190 109"));
        assert_eq!(of(f64::NAN, 1.0), None);
        assert_eq!(of(1e300, 1e299), None);
    }

    #[test]
    fn teens_are_taken_for_tens() {
        assert!(is_teen("14", "40"));
        assert!(!is_teen("14", "50") && !is_teen("11", "10") && !is_teen("12", "20"));
    }
}
