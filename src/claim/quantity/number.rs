//! Numerals: digits, number words, scales and fractions, as one value.

use crate::claim::quantity::scan::{Scan, Sort};
use crate::lexicon::List;

/// A number as written.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Numeral {
    /// Its first token.
    pub(super) first: usize,
    /// One past its last token.
    pub(super) end: usize,
    pub(super) value: f64,
    /// The worth of its last significant digit: 200 is written to the hundreds.
    pub(super) step: f64,
    /// What it can stand for, where it names no number (`dozens`, `several hundred`).
    pub(super) vague: Option<[f64; 2]>,
    pub(super) form: Form,
    /// Whether a word of scale was read (`2 million`).
    pub(super) scaled: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// `14`, `1,234.5`
    Digits,
    /// `fourteen`
    Words,
    /// `two-thirds`, `half`, `3/4`
    Fraction,
    /// `a dozen`, `a couple of`
    Group,
}

impl Numeral {
    fn new(first: usize, end: usize, value: f64, step: f64, form: Form) -> Self {
        Self { first, end, value, step, vague: None, form, scaled: false }
    }

    pub(super) fn is_whole(&self) -> bool {
        self.value.fract() == 0.0
    }

    fn times(self, scale: f64, end: usize) -> Self {
        Self { value: self.value * scale, step: self.step * scale, end, scaled: true, ..self }
    }
}

/// The numeral that begins at token `i`, or that begins before it with an article (`a million` at `million`).
pub(super) fn numeral(s: &Scan<'_>, i: usize) -> Option<Numeral> {
    if s.is_number(i) {
        return digits(s, i);
    }
    if let Some(part) = vulgar(s, i) {
        return Some(scaled(s, Numeral::new(i, i + 1, part, part, Form::Fraction)));
    }
    let (sort, value) = s.number_word(i)?;
    match sort {
        Sort::Digit | Sort::Teen | Sort::Tens => words(s, i),
        Sort::Scale => bare_scale(s, i),
        Sort::Group => group(s, i, value),
        Sort::Some => some(s, i, value),
        Sort::Many => many(s, i, value),
        Sort::Part => part(s, i, value),
        Sort::Abbreviation | Sort::Short => None,
    }
}

/// A vulgar fraction in one character.
fn vulgar(s: &Scan<'_>, i: usize) -> Option<f64> {
    // Some of them count as letters or digits to Unicode, so that the token may be a word.
    let mut chars = s.word(i).chars();
    let c = chars.next().filter(|c| !c.is_ascii() && chars.next().is_none())?;
    Some(match c {
        '½' => 0.5,
        '⅓' => 1.0 / 3.0,
        '⅔' => 2.0 / 3.0,
        '¼' => 0.25,
        '¾' => 0.75,
        '⅕' => 0.2,
        '⅖' => 0.4,
        '⅗' => 0.6,
        '⅘' => 0.8,
        '⅙' => 1.0 / 6.0,
        '⅚' => 5.0 / 6.0,
        '⅛' => 0.125,
        '⅜' => 0.375,
        '⅝' => 0.625,
        '⅞' => 0.875,
        _ => return None,
    })
}

/// The value and step of a token of digits; `None` for a version number or another code.
fn plain_digits(word: &str) -> Option<(f64, f64)> {
    let groups_of_three = |s: &str, mark: char| {
        let mut groups = s.split(mark);
        groups.next().is_some_and(|g| (1..=3).contains(&g.len()) && g != "0") && groups.all(|g| g.len() == 3)
    };
    // The Indian system: two digits a group but for the last.
    let indian = |s: &str| {
        let mut groups = s.rsplit(',');
        groups.next().is_some_and(|g| g.len() == 3)
            && s.split(',').next().is_some_and(|g| g.len() <= 2)
            && s.split(',').rev().skip(1).all(|g| (1..=2).contains(&g.len()))
    };
    let (whole, decimals) = match word.split_once('.') {
        Some((a, b)) if !b.contains(['.', ',']) => (a, b),
        Some(_) if groups_of_three(word, '.') => (word, ""),
        Some(_) => return None,
        None => (word, ""),
    };
    let mut clean: String;
    let mut decimals = decimals.to_owned();
    if whole.contains(',') {
        if groups_of_three(whole, ',') || indian(whole) {
            clean = whole.replace(',', "");
        } else if let (Some((a, b)), true) = (whole.split_once(','), decimals.is_empty()) {
            // A decimal comma.
            if b.contains(',') || b.len() > 2 {
                return None;
            }
            clean = a.to_owned();
            b.clone_into(&mut decimals);
        } else {
            return None;
        }
    } else {
        clean = whole.replace('.', "");
    }
    if clean.len() + decimals.len() > 30 {
        return None;
    }
    let zeros = clean.len() - clean.trim_end_matches('0').len();
    let step = match decimals.len() {
        0 if zeros == clean.len() => 1.0,
        0 => power(i32::try_from(zeros).unwrap_or(0)),
        n => power(-i32::try_from(n).unwrap_or(0)),
    };
    clean.push('.');
    clean.push_str(&decimals);
    clean.push('0');
    Some((clean.parse().ok()?, step))
}

fn power(exponent: i32) -> f64 {
    10f64.powi(exponent)
}

fn digits(s: &Scan<'_>, i: usize) -> Option<Numeral> {
    let word = s.word(i);
    let (value, step) = plain_digits(word)?;
    let mut n = Numeral::new(i, i + 1, value, step, Form::Digits);
    // `.08`
    if s.is_mark(i.wrapping_sub(1), &['.', '·']) && s.glued(i) && !s.glued(i - 1) && !word.contains(['.', ',']) {
        let places = i32::try_from(word.len()).unwrap_or(0);
        return Some(scaled(s, Numeral::new(i - 1, i + 1, value * power(-places), power(-places), Form::Digits)));
    }
    // `1 234 567`
    if (1..=3).contains(&word.len()) && !word.contains(['.', ',']) {
        let group = |j: usize| s.is_number(j) && s.word(j).len() == 3 && s.word(j).bytes().all(|b| b.is_ascii_digit());
        let mut j = i + 1;
        while group(j) && !s.glued(j) && j - i < 6 {
            n.value = n.value * 1000.0 + s.word(j).parse::<f64>().unwrap_or(0.0);
            j += 1;
        }
        if j > i + 1 {
            n.end = j;
            n.step = 1.0;
        }
    }
    if n.is_whole() {
        // `3/4`
        if let Some((part, end)) = slash(s, i) {
            return Some(scaled(s, Numeral::new(i, end, part, part, Form::Fraction)));
        }
        // `3 1/2`, `3-1/2`, `3½`
        let gap = if s.is_mark(n.end, &['-']) && s.glued(n.end) { n.end + 1 } else { n.end };
        if let Some((part, end)) = slash(s, gap).or_else(|| vulgar(s, gap).map(|p| (p, gap + 1))) {
            n.value += part;
            n.step = part;
            n.end = end;
        }
    }
    Some(scaled(s, n))
}

/// `1/2`: a fraction below one with a denominator that people use, and no date or code.
fn slash(s: &Scan<'_>, i: usize) -> Option<(f64, usize)> {
    if !(s.is_number(i) && s.is_mark(i + 1, &['/', '⁄']) && s.glued(i + 1) && s.is_number(i + 2) && s.glued(i + 2)) {
        return None;
    }
    if s.is_mark(i + 3, &['/']) && s.glued(i + 3) || s.is_mark(i.wrapping_sub(1), &['/']) {
        return None;
    }
    let (a, b): (u32, u32) = (s.word(i).parse().ok()?, s.word(i + 2).parse().ok()?);
    let usual = matches!(b, 2..=6 | 8 | 10 | 12 | 16 | 32 | 64 | 100);
    (a > 0 && a < b && usual && !s.word(i).starts_with('0')).then(|| (f64::from(a) / f64::from(b), i + 3))
}

/// Reads what multiplies or adds to a numeral: `million`, `bn`, `dozen`, `and a half`.
fn scaled(s: &Scan<'_>, mut n: Numeral) -> Numeral {
    for _ in 0..3 {
        let j = if s.is_mark(n.end, &['-']) && s.glued(n.end) && s.glued(n.end + 1) { n.end + 1 } else { n.end };
        match s.number_word(j) {
            Some((Sort::Scale, scale)) => n = n.times(scale, j + 1),
            Some((Sort::Abbreviation, scale)) if j == n.end && !n.scaled => n = n.times(scale, j + 1),
            Some((Sort::Short, scale)) if j == n.end && !n.scaled && is_short_scale(s, n.first, j) => {
                n = n.times(scale, j + 1);
            }
            Some((Sort::Group, 12.0)) if !n.scaled && n.form != Form::Fraction => {
                n = Numeral { form: Form::Group, ..n.times(12.0, j + 1) };
            }
            Some((Sort::Many, 12.0)) if j == n.end && !n.scaled => n = n.times(12.0, j + 1),
            _ => break,
        }
    }
    and_part(s, n)
}

/// A single letter counts as a scale after money, in capitals, or before a noun; else it is a unit or a name.
fn is_short_scale(s: &Scan<'_>, first: usize, j: usize) -> bool {
    let money = s.mark(first.wrapping_sub(1)).is_some_and(|m| "$£€¥₹₩₽₺₦".contains(m));
    let letter = s.word(j);
    match letter {
        "k" => s.glued(j) || money || !s.is_word(j + 1),
        _ if money => true,
        "M" | "B" | "G" => !s.is_capitalised(j + 1) || s.glued(j),
        "K" => s.glued(j),
        "m" | "b" => {
            s.glued(j) && (letter == "b" || s.is_word(j + 1) && !s.glued(j + 1) && super::counted::is_plural(s, j + 1))
        }
        _ => false,
    }
}

/// `and a half`, `and three quarters` after a numeral; after a million they are parts of a million.
fn and_part(s: &Scan<'_>, n: Numeral) -> Numeral {
    if n.form == Form::Fraction {
        return n;
    }
    let (dash, at) = (s.is_mark(n.end, &['-']) && s.glued(n.end), n.end);
    let and = if dash { at + 1 } else { at };
    if !s.is(and, "and") {
        return n;
    }
    let from = if s.is_mark(and + 1, &['-']) { and + 2 } else { and + 1 };
    let (count, denominator) = match s.number_word(from) {
        _ if s.is_any(from, &["a", "an"]) => (1.0, if s.is_mark(from + 1, &['-']) { from + 2 } else { from + 1 }),
        Some((Sort::Digit, v)) => (v, if s.is_mark(from + 1, &['-']) { from + 2 } else { from + 1 }),
        _ => return n,
    };
    let Some((Sort::Part, d)) = s.number_word(denominator) else { return n };
    let half = d == 2.0 || d == 4.0;
    if denominator == from || count >= d || !half && count == 1.0 && s.is_word(from) && s.is(from, "a") && d > 5.0 {
        return n;
    }
    let mut part = count / d;
    let mut end = denominator + 1;
    // `one billion and a half million`
    if let Some((Sort::Scale, scale)) = s.number_word(end) {
        part *= scale;
        end += 1;
    } else if n.scaled && n.value >= 1000.0 {
        part *= last_scale(s, n.end);
    }
    Numeral { value: n.value + part, step: part, end, ..n }
}

fn last_scale(s: &Scan<'_>, end: usize) -> f64 {
    match s.number_word(end.wrapping_sub(1)) {
        Some((Sort::Scale | Sort::Abbreviation | Sort::Short, v)) if v >= 1000.0 => v,
        _ => 1.0,
    }
}

/// The token after a hyphen between two number words, or `i` itself.
fn over_hyphen(s: &Scan<'_>, i: usize) -> usize {
    if s.is_mark(i, &['-', '‐', '‑']) && (s.number_word(i + 1).is_some()) { i + 1 } else { i }
}

/// Number words from `i`: `two hundred and three thousand`, `nine point four`, `two-thirds`.
fn words(s: &Scan<'_>, i: usize) -> Option<Numeral> {
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
            Sort::Scale => value *= v,
            _ => break,
        }
        j = over_hyphen(s, j + 1);
        if j > k + 6 {
            break;
        }
    }
    value < last_scale
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

/// `half a million`, `a quarter of a million`, `two thirds of a billion`, `half a dozen`.
fn of_scale(s: &Scan<'_>, n: Numeral) -> Numeral {
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
fn bare_scale(s: &Scan<'_>, i: usize) -> Option<Numeral> {
    let before = i.wrapping_sub(1);
    let article = s.is_any(before, &["a", "an"]);
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
fn group(s: &Scan<'_>, i: usize, value: f64) -> Option<Numeral> {
    let before = i.wrapping_sub(1);
    let article = s.is_any(before, &["a", "another"]);
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
    if s.is(end, "of") || s.is_any(end, &["more"]) {
        end += usize::from(s.is(end, "of"));
    } else if !matches!(s.number_word(end), Some((Sort::Scale, _))) {
        return None;
    }
    if !article || s.is_any(end, &["the", "a", "his", "her", "their", "these", "those"]) {
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
fn some(s: &Scan<'_>, i: usize, low: f64) -> Option<Numeral> {
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
    let first = if s.is_any(i.wrapping_sub(1), &["a"]) { i - 1 } else { i };
    let n = Numeral::new(first, end, scale, scale, Form::Group);
    Some(Numeral { vague: Some([low * scale, 9.0 * scale]), scaled: true, ..n })
}

/// `dozens`, `hundreds of thousands`.
fn many(s: &Scan<'_>, i: usize, unit: f64) -> Option<Numeral> {
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
    if s.is_any(i.wrapping_sub(1), &["in"]) && !of {
        return None;
    }
    let value = unit * scale;
    let low = if unit == 12.0 { 20.0 } else { 1.5 * value };
    let n = Numeral::new(i, end, value, value, Form::Group);
    Some(Numeral { vague: Some([low.max(value), 10.0 * value]), scaled: true, ..n })
}

/// A fraction whose count is not written: `half`, `a third`, `a quarter`.
fn part(s: &Scan<'_>, i: usize, d: f64) -> Option<Numeral> {
    let before = i.wrapping_sub(1);
    let article = s.is_any(before, &["a", "an"]);
    let first = if article { before } else { i };
    let bounded =
        s.has(first.wrapping_sub(1), List::Bound) || super::bound::before(s, first).is_some_and(|b| b.0 < first);
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
            let unit = super::unit::after(s, next + 1, f64::INFINITY)
                .is_some_and(|u| u.sort == "duration" || u.sort == "distance");
            return (unit && !s.is(next + 1, "day")).then_some(n);
        }
        let follows = s.is_any(
            next,
            &["of", "an", "a", "the", "its", "their", "his", "her", "our", "all", "those", "these", "that", "what"],
        ) || s.is_any(next, &["were", "are", "is", "was", "have", "had"])
            || article && super::unit::after(s, next, f64::INFINITY).is_some();
        let halves = s.is_any(
            before,
            &[
                "first", "second", "other", "latter", "better", "bottom", "top", "lower", "upper", "opening", "final",
                "the", "this", "last", "that", "each", "in", "my", "northern", "southern", "eastern", "western", "1st",
                "2nd", "per",
            ],
        );
        let by = s.is_any(before, &["by", "almost", "nearly"]);
        return (!halves && (follows || bounded || by || i == s.start && !s.is_word(next))).then_some(n);
    }
    if s.word(i).ends_with(['s', 'S']) || !article {
        return None;
    }
    let of = s.is(next, "of") && !s.is_any(next + 1, &["its", "his", "her"]) || s.is(next, "of");
    (of || bounded || n.first == s.start && n.end == s.end).then_some(n)
}

#[cfg(test)]
mod tests {
    use super::plain_digits;

    #[test]
    fn digits_with_marks() {
        let value = |s| plain_digits(s).map(|d| d.0);
        assert_eq!(value("1,234,567.5"), Some(1_234_567.5));
        assert_eq!(value("12,34,567"), Some(1_234_567.0));
        assert_eq!(value("1.234.567"), Some(1_234_567.0));
        assert_eq!(value("5,00"), Some(5.0));
        assert_eq!(value("17.2.1"), None);
        assert_eq!(value("1,2,3"), None);
        assert_eq!(plain_digits("1200").map(|d| d.1), Some(100.0));
        assert_eq!(plain_digits("0.25").map(|d| d.1), Some(0.01));
    }
}
