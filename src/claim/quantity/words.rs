//! Numerals in words: `two hundred and three thousand`, `nine point four`, `two-thirds`.

use crate::claim::quantity::digits::power;
use crate::claim::quantity::group::of_scale;
use crate::claim::quantity::number::{Form, Numeral, and_part, over_hyphen};
use crate::claim::quantity::scan::{Scan, Sort};

/// Number words from `i`: `two hundred and three thousand`, `nine point four`, `two-thirds`.
pub(super) fn words(s: &Scan<'_>, i: usize) -> Option<Numeral> {
    let (mut total, mut current, mut last_scale) = (0f64, 0f64, f64::INFINITY);
    let mut end = i;
    let mut last: Option<Sort> = None;
    let mut scaled = false;
    let mut j = i;
    while j < i + 24 {
        let after_and = last == Some(Sort::Scale) && s.is(j, "and");
        let k = if after_and { j + 1 } else { over_hyphen(s, j) };
        let Some((sort, value)) = s.number_word(k) else { break };
        match (last, sort) {
            (None | Some(Sort::Scale), Sort::Digit | Sort::Teen | Sort::Tens) => {
                if after_and && !joins(s, k, last_scale) {
                    break;
                }
                current += value;
            }
            (Some(Sort::Tens), Sort::Digit) if value > 0.0 => current += value,
            (Some(Sort::Tens | Sort::Teen), Sort::Teen | Sort::Tens) => {
                // `nineteen eighty`, `twenty twenty`: a year, unless the parts of a fraction follow.
                let (_, denominator) = fraction(s, k)?;
                return (last == Some(Sort::Tens)).then(|| {
                    let v = current / denominator.0;
                    Numeral::new(i, denominator.1, v, v, Form::Fraction)
                });
            }
            (Some(_), Sort::Scale) if !after_and => {
                scaled = true;
                if value <= 100.0 {
                    if current == 0.0 || current >= 100.0 {
                        break;
                    }
                    current *= value;
                } else if current == 0.0 || value >= last_scale {
                    // `three lakh crore`
                    total = (total + current) * value;
                    current = 0.0;
                    last_scale = value;
                } else {
                    total += current * value;
                    current = 0.0;
                    last_scale = value;
                }
                last_scale = last_scale.min(value.max(100.0));
            }
            _ => break,
        }
        last = Some(sort);
        end = k + 1;
        j = end;
    }
    // `the twenty-fifth`, `the hundred and first`
    let and = s.is(end, "and") || s.is_mark(end, &['-', '‐', '‑']) && s.glued(end);
    let next = if and { end + 1 } else { end };
    let ordinal = matches!(s.number_word(next), Some((Sort::Part, d)) if d > 2.0 && d != 4.0 || s.is(next, "fourth"))
        && !s.word(next).ends_with('s');
    if matches!(last, Some(Sort::Tens | Sort::Scale)) && (ordinal || s.is(next, "first")) {
        return None;
    }
    let value = total + current;
    let mut n = Numeral { scaled, ..Numeral::new(i, end, value, word_step(value), Form::Words) };
    if (s.is(end, "point")) && !scaled {
        n = decimals(s, n);
    }
    if s.is(end, "over") && value <= 10.0 && !scaled {
        return Some(n);
    }
    if let Some(f) = parts(s, n) {
        return Some(f);
    }
    if !scaled {
        if let Some((Sort::Group, g)) = s.number_word(over_hyphen(s, end)).filter(|(_, g)| matches!(*g, 12.0 | 20.0)) {
            // `two dozen`, `three score`; not `two score goals`.
            if g == 12.0 || s.is(end + 1, "and") {
                n = Numeral { form: Form::Group, scaled: true, ..n.times(g, over_hyphen(s, end) + 1) };
            }
        } else if let Some((Sort::Many, 12.0)) = s.number_word(end) {
            n = n.times(12.0, end + 1);
        }
    }
    Some(and_part(s, n))
}

/// Whether the number after an `and` at `k` is a lower part of the same number.
fn joins(s: &Scan<'_>, k: usize, last_scale: f64) -> bool {
    let mut j = k;
    let mut value = 0.0;
    while let Some((sort, v)) = s.number_word(j) {
        match sort {
            Sort::Digit | Sort::Teen | Sort::Tens => value += v,
            // `two hundred and three thousand` is one number, `two thousand and three thousand` are two.
            Sort::Scale if last_scale <= 100.0 && v > 100.0 => break,
            Sort::Scale => value *= v,
            _ => break,
        }
        j = over_hyphen(s, j + 1);
        if j > k + 6 {
            break;
        }
    }
    // A fraction is added, not joined: `two million and five ninths`.
    value < last_scale && !matches!(s.number_word(j), Some((Sort::Part, _)))
}

/// How exact a number in words is: its last significant digit.
fn word_step(value: f64) -> f64 {
    let mut step = 1.0;
    while value != 0.0 && step < 1e15 && value % (step * 10.0) == 0.0 {
        step *= 10.0;
    }
    step
}

/// `nine point four`, `zero point zero eight`.
fn decimals(s: &Scan<'_>, n: Numeral) -> Numeral {
    let mut places = String::new();
    let mut j = n.end + 1;
    while let Some((Sort::Digit | Sort::Teen | Sort::Tens, v)) = s.number_word(j) {
        places.push_str(&format!("{v}"));
        j += 1;
        if places.len() > 12 {
            break;
        }
    }
    match format!("0.{places}").parse::<f64>() {
        Ok(part) if !places.is_empty() => {
            let step = power(-i32::try_from(places.len()).unwrap_or(0));
            let n = Numeral { value: n.value + part, step, end: j, ..n };
            match s.number_word(j) {
                Some((Sort::Scale, scale)) => n.times(scale, j + 1),
                _ => n,
            }
        }
        _ => n,
    }
}

/// The denominator that ends a fraction and begins at or after `k`: `fifths`, `twenty fifths`.
fn fraction(s: &Scan<'_>, k: usize) -> Option<(f64, (f64, usize))> {
    let (mut value, mut j) = (0.0, k);
    while let Some((sort, v)) = s.number_word(j) {
        match sort {
            Sort::Tens => value += v,
            Sort::Part => return Some((0.0, (value + v, j + 1))),
            _ => return None,
        }
        j = over_hyphen(s, j + 1);
    }
    None
}

/// `two thirds`, `three-quarters of a million` after the count `n`.
fn parts(s: &Scan<'_>, n: Numeral) -> Option<Numeral> {
    if !n.is_whole() || n.value < 1.0 {
        return None;
    }
    let at = over_hyphen(s, n.end);
    let (Sort::Part, d) = s.number_word(at)? else { return None };
    let plural = s.word(at).ends_with(['s', 'S']);
    if plural != (n.value > 1.0) || d == 2.0 && n.value > 1.0 || d == 4.0 && n.value > 3.0 {
        return None;
    }
    // `two quarters` and `one quarter` are mostly spans of three months, `one second`…
    if d == 4.0 && n.value == 2.0 {
        return None;
    }
    let value = n.value / d;
    Some(of_scale(s, Numeral::new(n.first, at + 1, value, value, Form::Fraction)))
}
