//! Numerals in digits: `1,234.5`, `1 234 567`, `3/4`, `3½`.

use crate::claim::quantity::number::{Form, Numeral, scaled};
use crate::claim::quantity::read::span;
use crate::claim::quantity::scan::Scan;
use crate::claim::quantity::unit;
use crate::text::token::TokenKind;

/// A vulgar fraction in one character.
pub(super) fn vulgar(s: &Scan<'_>, i: usize) -> Option<f64> {
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
    // Nearly all are digits alone, few enough to be told exactly.
    if word.len() <= 15 && word.bytes().all(|b| b.is_ascii_digit()) {
        let value = word.bytes().fold(0u64, |n, b| n * 10 + u64::from(b - b'0'));
        let zeros = word.bytes().rev().take_while(|b| *b == b'0').count();
        let step = if zeros == word.len() { 1.0 } else { power(i32::try_from(zeros).unwrap_or(0)) };
        return Some((value as f64, step));
    }
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

pub(super) fn power(exponent: i32) -> f64 {
    10f64.powi(exponent)
}

pub(super) fn digits(s: &Scan<'_>, i: usize) -> Option<Numeral> {
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

/// Whether token `i` looks like a code of a currency with a sum written on to it.
pub(super) fn may_be_code(s: &Scan<'_>, i: usize) -> bool {
    s.get(i).is_some_and(|t| {
        t.kind == TokenKind::Word
            && t.is_capitalised()
            && matches!(t.bytes(s.text), [b'A'..=b'Z', b'A'..=b'Z' | b'a'..=b'z', rest @ ..] if rest.iter().take(2).any(u8::is_ascii_digit))
    })
}

/// `Rs500`, `USD115m`, `RM3.5`: the sum that is written on to the code of a currency, and its scale.
pub(super) fn after_code(s: &Scan<'_>, i: usize) -> Option<Numeral> {
    if !may_be_code(s, i) {
        return None;
    }
    // `Rs1,200`, `RM3.5`
    let mut end = i + 1;
    while end < i + 9 && s.is_mark(end, &['.', ',']) && s.glued(end) && s.is_number(end + 1) && s.glued(end + 1) {
        end += 2;
    }
    let (code, sum) = split_code(span(s, i, end)?.of(s.text))?;
    unit::of_code(s, code)?;
    let digits = sum.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let (value, step) = plain_digits(digits)?;
    // `COP28`: a code that is more often something else.
    let other = matches!(code, "COP" | "CUP" | "ALL" | "TOP" | "PEN" | "TRY" | "MAD" | "PHP" | "RON" | "BAM" | "GEL");
    if other && value < 1000.0 {
        return None;
    }
    let scale = match sum.get(digits.len()..)? {
        "" => return Some(scaled(s, Numeral::new(i, end, value, step, Form::Digits))),
        "k" | "K" => 1e3,
        "m" | "M" | "mn" | "mln" => 1e6,
        "b" | "B" | "bn" | "bln" => 1e9,
        "tn" | "trn" => 1e12,
        "cr" => 1e7,
        _ => return None,
    };
    Some(Numeral::new(i, end, value, step, Form::Digits).times(scale, end))
}

/// A word's letters and the digits after them.
pub(super) fn split_code(word: &str) -> Option<(&str, &str)> {
    let at = word.find(|c: char| c.is_ascii_digit()).filter(|at| (2..=3).contains(at))?;
    word.split_at_checked(at)
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
