//! Numerals without a count of their own: `a million`, `a dozen`, `several hundred`, `dozens`, `half`, `a third`.

use crate::claim::quantity::number::{Form, Numeral, and_part, over_hyphen};
use crate::claim::quantity::scan::{Scan, Sort};
use crate::claim::quantity::words::words;
use crate::claim::quantity::{bound, unit};
use crate::lexicon::List;
use crate::text::one_of::one_of;

/// `half a million`, `a quarter of a million`, `two thirds of a billion`, `half a dozen`.
pub(super) fn of_scale(s: &Scan<'_>, n: Numeral) -> Numeral {
    let mut j = over_hyphen(s, n.end);
    if s.is(j, "of") && s.is(j + 1, "a") {
        j += 2;
    } else if s.is(j, "a") {
        j += 1;
    }
    match s.number_word(j) {
        Some((Sort::Scale, scale)) if scale > 100.0 || n.value == 0.5 => {
            Numeral { form: Form::Words, ..n.times(scale, j + 1) }
        }
        Some((Sort::Group, 12.0)) if n.value == 0.5 => Numeral { form: Form::Group, ..n.times(12.0, j + 1) },
        _ => n,
    }
}

/// `a million`, `a hundred thousand`; a scale without an article only after a bound or where a sentence begins.
pub(super) fn bare_scale(s: &Scan<'_>, i: usize) -> Option<Numeral> {
    let before = i.wrapping_sub(1);
    let article = s.is_one(before, one_of!["a", "an"]);
    if !article && i != s.start && !s.has(before, List::Bound) {
        return None;
    }
    let (_, mut value) = s.number_word(i)?;
    let mut end = i + 1;
    while let Some((Sort::Scale, scale)) = s.number_word(end) {
        value *= scale;
        end += 1;
    }
    let first = if article { before } else { i };
    // `a hundredth`, `a hundred and twenty`
    let mut n = Numeral { scaled: true, ..Numeral::new(first, end, value, value, Form::Words) };
    if s.is(end, "and")
        || s.number_word(end).is_some_and(|(sort, _)| matches!(sort, Sort::Tens | Sort::Teen | Sort::Digit))
    {
        let from = if s.is(end, "and") { end + 1 } else { end };
        if let Some(low) = s.number_word(from).filter(|(x, _)| matches!(x, Sort::Digit | Sort::Teen | Sort::Tens)) {
            if let Some(rest) = words(s, from).filter(|r| r.value < value && r.form == Form::Words && low.1 > 0.0) {
                n = Numeral { value: value + rest.value, step: rest.step, end: rest.end, ..n };
            }
        }
    }
    if let Some((Sort::Part, d)) = s.number_word(n.end).filter(|(_, d)| *d >= 100.0) {
        let value = n.value / d;
        return Some(Numeral::new(first, n.end + 1, value, value, Form::Fraction));
    }
    Some(and_part(s, n))
}

/// `a dozen`, `a couple of`, `a pair of`.
pub(super) fn group(s: &Scan<'_>, i: usize, value: f64) -> Option<Numeral> {
    let before = i.wrapping_sub(1);
    let article = s.is_one(before, one_of!["a", "another"]);
    if value == 12.0 {
        let first = if s.is(before, "a") { before } else { i };
        let bound = article || s.has(before, List::Bound) || i == s.start;
        let mut n = Numeral { scaled: true, ..Numeral::new(first, i + 1, 12.0, 12.0, Form::Group) };
        if let Some((Sort::Scale, scale)) = s.number_word(i + 1) {
            n = n.times(scale, i + 2);
        }
        return bound.then_some(n);
    }
    // `of` is part of it: `a couple of hundred people`.
    let mut end = i + 1;
    if s.is(end, "of") || s.is_one(end, one_of!["more"]) {
        end += usize::from(s.is(end, "of"));
    } else if !matches!(s.number_word(end), Some((Sort::Scale, _))) {
        return None;
    }
    if !article || s.is_one(end, one_of!["the", "a", "his", "her", "their", "these", "those"]) {
        return None;
    }
    let first = if s.is(before, "a") { before } else { i };
    let n = Numeral::new(first, end, value, 1.0, Form::Group);
    Some(match s.number_word(end) {
        Some((Sort::Scale, scale)) => n.times(scale, end + 1),
        Some((Sort::Group, 12.0)) => n.times(12.0, end + 1),
        _ => n,
    })
}

/// `several hundred`, `a few thousand`: between two and nine of the scale.
pub(super) fn some(s: &Scan<'_>, i: usize, low: f64) -> Option<Numeral> {
    let (sort, scale) = s.number_word(i + 1)?;
    if sort != Sort::Scale && !(sort == Sort::Group && scale == 12.0) {
        return None;
    }
    let mut scale = scale;
    let mut end = i + 2;
    if let Some((Sort::Scale, more)) = s.number_word(end) {
        scale *= more;
        end += 1;
    }
    let first = if s.is_one(i.wrapping_sub(1), one_of!["a"]) { i - 1 } else { i };
    let n = Numeral::new(first, end, scale, scale, Form::Group);
    Some(Numeral { vague: Some([low * scale, 9.0 * scale]), scaled: true, ..n })
}

/// `dozens`, `hundreds of thousands`.
pub(super) fn many(s: &Scan<'_>, i: usize, unit: f64) -> Option<Numeral> {
    let of = s.is(i + 1, "of");
    let further = if of { s.number_word(i + 2) } else { None };
    let (scale, end) = match further {
        Some((Sort::Many | Sort::Scale, v)) if v >= 1000.0 => (v, i + 3),
        _ => (1.0, i + 1),
    };
    match unit {
        10.0 if scale == 1.0 => return None,
        20.0 if !of || !s.is_word(i + 2) || s.has(i + 2, List::Determiner) => return None,
        _ => {}
    }
    if s.is_one(i.wrapping_sub(1), one_of!["in"]) && !of {
        return None;
    }
    let value = unit * scale;
    let low = if unit == 12.0 { 20.0 } else { 1.5 * value };
    let n = Numeral::new(i, end, value, value, Form::Group);
    Some(Numeral { vague: Some([low.max(value), 10.0 * value]), scaled: true, ..n })
}

/// A fraction whose count is not written: `half`, `a third`, `a quarter`.
pub(super) fn part(s: &Scan<'_>, i: usize, d: f64) -> Option<Numeral> {
    let before = i.wrapping_sub(1);
    let article = s.is_one(before, one_of!["a", "an"]);
    let first = if article { before } else { i };
    let bounded = s.has(first.wrapping_sub(1), List::Bound) || bound::before(s, first).is_some_and(|b| b.0 < first);
    let n = of_scale(s, Numeral::new(first, i + 1, 1.0 / d, 1.0 / d, Form::Fraction));
    if n.scaled {
        return (article || d == 2.0).then_some(n);
    }
    let next = i + 1;
    if d == 2.0 {
        if s.word(i).ends_with(['s', 'S']) {
            return None;
        }
        let hyphen = s.is_mark(next, &['-']) && s.glued(next);
        if hyphen {
            let unit =
                unit::after(s, next + 1, f64::INFINITY).is_some_and(|u| u.sort == "duration" || u.sort == "distance");
            return (unit && !s.is(next + 1, "day")).then_some(n);
        }
        let follows = s.is_one(
            next,
            one_of![
                "of", "an", "a", "the", "its", "their", "his", "her", "our", "all", "those", "these", "that", "what"
            ],
        ) || s.is_one(next, one_of!["were", "are", "is", "was", "have", "had"])
            || article && unit::after(s, next, f64::INFINITY).is_some();
        let halves = s.is_one(
            before,
            one_of![
                "first", "second", "other", "latter", "better", "bottom", "top", "lower", "upper", "opening", "final",
                "the", "this", "last", "that", "each", "in", "my", "northern", "southern", "eastern", "western", "1st",
                "2nd", "per"
            ],
        );
        let by = s.is_one(before, one_of!["by", "almost", "nearly"]);
        return (!halves && (follows || bounded || by || i == s.start && !s.is_word(next))).then_some(n);
    }
    if s.word(i).ends_with(['s', 'S']) || !article {
        return None;
    }
    let of = s.is(next, "of");
    // `a third less`, `cut by a quarter`
    let compared = s.is_one(
        next,
        one_of![
            "less", "more", "fewer", "higher", "lower", "bigger", "larger", "smaller", "cheaper", "faster", "slower",
            "longer", "shorter", "off"
        ],
    ) || s.is(first.wrapping_sub(1), "by");
    (of || compared || bounded || n.first == s.start && n.end == s.end).then_some(n)
}
