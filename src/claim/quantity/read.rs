//! One quantity read at a numeral: bound, range, unit, and what is counted.

use crate::claim::quantity::age::{Age, age, decade_span};
use crate::claim::quantity::bound::{self, Reading};
use crate::claim::quantity::counted::{self, Counted};
use crate::claim::quantity::digits::{after_code, may_be_code};
use crate::claim::quantity::label::label;
use crate::claim::quantity::number::{Form, Numeral, numeral};
use crate::claim::quantity::range::{compound, range, trailing_scale};
use crate::claim::quantity::scan::Scan;
use crate::claim::quantity::score::{ratio, score};
use crate::claim::quantity::state::{self, State};
use crate::claim::quantity::unit::{self, Unit};
use crate::claim::quantity::{Amount, Bound, Quantity, QuantityKind};
use crate::lexicon::List;
use crate::text::fold::single_spaced;
use crate::text::one_of::one_of;
use crate::text::span::Span;
use crate::text::token::TokenKind;

/// What was read at a token: a quantity or nothing, and the token to go on at.
pub(super) struct Read {
    pub(super) quantity: Option<Quantity>,
    pub(super) next: usize,
}

/// The parts of a quantity while they are put together.
pub(super) struct Draft<'a> {
    pub(super) first: usize,
    pub(super) end: usize,
    pub(super) number: Span,
    pub(super) low: Numeral,
    pub(super) high: Option<Numeral>,
    pub(super) sign: f64,
    pub(super) unit: Option<Unit<'a>>,
    pub(super) reading: Option<Reading>,
}

/// Reads what begins at token `i`, not before token `from`.
pub(super) fn read(s: &Scan<'_>, i: usize, from: usize) -> Option<Read> {
    if let Some(n) = after_code(s, i) {
        let unit = unit::code(s, i);
        let number = span(s, i, n.end)?;
        let d = Draft { first: i, end: n.end, number, low: n, high: None, sign: 1.0, unit, reading: None };
        let (quantity, next) = finish(s, d);
        return Some(Read { quantity, next: next.max(i + 1) });
    }
    let Some(n) = numeral(s, i) else { return an_hour(s, i, from) };
    if n.first < from {
        return None;
    }
    let pass = |next: usize| Some(Read { quantity: None, next: next.max(i + 1) });
    if let Some((first, ends)) = decade_span(s, &n).filter(|(first, _)| *first >= from) {
        return Some(in_decade(s, &n, first, ends));
    }
    if let Some(next) = label(s, &n) {
        return pass(next);
    }
    let draft = draft(s, n)?;
    if let Some(read) = score(s, &draft) {
        return Some(read);
    }
    let draft = ratio(s, draft);
    let (quantity, next) = finish(s, draft);
    Some(Read { quantity, next: next.max(i + 1) })
}

/// The numeral with its sign, range and unit.
fn draft<'a>(s: &Scan<'a>, n: Numeral) -> Option<Draft<'a>> {
    let money = unit::money_before(s, n.first);
    let mut first = money.map_or(n.first, |m| m.first);
    let mut sign = 1.0;
    let before = first.wrapping_sub(1);
    let loose = !s.glued(before) || s.is_mark(before.wrapping_sub(1), &['(', '[', '/']);
    let minus = s.is_mark(before, &['-', '−']) && (first == s.start + 1 || s.glued(first) && loose);
    // `plus or minus 3 points`, `+/-3`: a bound, no sign.
    let either = s.is(before.wrapping_sub(1), "or") || s.is_mark(before.wrapping_sub(2), &['+']);
    if !either && (minus || s.is_one(before, one_of!["minus", "negative"])) {
        (first, sign) = (before, -1.0);
    }
    let mut end = n.end;
    let mut unit = money;
    let mut low = n;
    if money.is_some() {
        low = trailing_scale(s, low);
        end = low.end;
        // `$10 million dollars`, `US$5 USD`
        if let Some(u) = unit::after(s, end, low.value).filter(|u| u.sort == "money" && u.factor == 1.0) {
            if !s.is_number(u.end) {
                end = u.end;
                if u.name != "USD" {
                    unit = Some(u);
                }
            }
        }
    } else if let Some(u) = unit_after(s, end, low.value) {
        end = u.end;
        unit = Some(u);
        let scaled = trailing_scale(s, Numeral { end, ..low });
        if u.sort == "money" && scaled.value != low.value {
            // `75 USD million`
            end = scaled.end;
            low = Numeral { end: low.end, ..scaled };
        }
    }
    let number = span(s, n.first, n.end)?;
    let mut d = Draft { first, end, number, low, high: None, sign, unit, reading: None };
    range(s, &mut d);
    if d.high.is_none() {
        compound(s, &mut d);
    }
    Some(d)
}

/// A unit after the numeral, over a hyphen, or after `half`: `half an hour`, `a quarter of an hour`.
pub(super) fn unit_after<'a>(s: &Scan<'a>, end: usize, value: f64) -> Option<Unit<'a>> {
    let hyphen = s.is_mark(end, &['-', '‐', '‑', '–']) && s.glued(end) && s.glued(end + 1);
    let mut j = if hyphen { end + 1 } else { end };
    if value < 1.0 && value > 0.0 {
        if s.is(j, "of") {
            j += 1;
        }
        if s.is_one(j, one_of!["a", "an"]) {
            j += 1;
        }
        let u = unit::after(s, j, f64::INFINITY)?;
        return Some(u);
    }
    // `a couple of days`, `40 more minutes`
    if s.is_one(
        j,
        one_of!["more", "additional", "extra", "full", "whole", "straight", "consecutive", "further", "long", "short"],
    ) && s.is_word(j + 1)
    {
        if let Some(u) = unit::after(s, j + 1, value).filter(|u| u.sort != "money" || u.end > j + 1) {
            return Some(u);
        }
    }
    // `eight hour-long episodes`: the unit belongs to what is counted.
    let of_noun =
        |u: &Unit<'_>| !hyphen && s.is_mark(u.end, &['-', '‐', '‑']) && s.is_one(u.end + 1, one_of!["long", "old"]);
    unit::after(s, j, value).filter(|u| !of_noun(u) || s.word(u.end - 1).ends_with('s'))
}

/// `nearly an hour`, `more than a year`: a bound makes the article a number.
fn an_hour(s: &Scan<'_>, i: usize, from: usize) -> Option<Read> {
    if !s.is_one(i, one_of!["a", "an"]) {
        return None;
    }
    let u = unit::after(s, i + 1, 1.0)
        .filter(|u| matches!(u.sort, "duration" | "distance" | "weight" | "volume" | "area"))?;
    if !s.is_any(i + 1, &[u.name]) {
        return None;
    }
    let half = s.is(u.end, "and") && s.is(u.end + 1, "a") && s.is_one(u.end + 2, one_of!["half", "quarter"]);
    let bounded = bound::before(s, i).filter(|(at, r)| *at >= from && r.bound != Bound::Exact);
    if !half && bounded.is_none() {
        return None;
    }
    let low = Numeral { first: i, end: i + 1, value: 1.0, step: 1.0, vague: None, form: Form::Words, scaled: false };
    let number = span(s, i, i + 1)?;
    let mut d = Draft { first: i, end: u.end, number, low, high: None, sign: 1.0, unit: Some(u), reading: None };
    compound(s, &mut d);
    let (quantity, next) = finish(s, d);
    Some(Read { quantity, next })
}

/// Bound, age, rate, what is counted; and the quantity itself.
fn finish(s: &Scan<'_>, mut d: Draft<'_>) -> (Option<Quantity>, usize) {
    let before = (d.first, bound::before(s, d.first));
    if let (_, Some((first, reading))) = before {
        d.first = first;
        d.reading = Some(reading);
    }
    if d.reading.is_none_or(|r| r.bound == Bound::Exact) {
        after_bound(s, &mut d);
    }
    let last = d.high.unwrap_or(d.low);
    if d.sign > 0.0 && d.unit.is_none_or(|u| u.sort == "duration") {
        let low = || d.high.is_some().then(|| age(s, &d.low, last.end, before)).flatten();
        if let Some(a) = age(s, &last, last.end, before).or_else(low) {
            return of_age(s, d, &a);
        }
    }
    let kind = d.unit.map_or(QuantityKind::Count, |u| u.kind());
    let fraction = d.unit.is_none() && d.low.form == Form::Fraction;
    let mut kind = if fraction { QuantityKind::Ratio } else { kind };
    let mut unit_name = d.unit.map(|u| u.name.to_owned());
    let mut factor = d.unit.map_or(1.0, |u| u.factor);
    let mut per = None;
    let mut offset = 0.0;
    if let Some(u) = d.unit {
        match u.sort {
            "degree" if unit::speaks_of_temperature(s) => kind = QuantityKind::Temperature,
            "temperature" if u.name == "fahrenheit" => offset = -32.0,
            "weight" if u.name == "pound" && unit::pounds_are_money(s, u.first, d.low.value, d.low.scaled) => {
                (kind, factor) = (QuantityKind::Money, 1.0);
                unit_name = Some("GBP".to_owned());
            }
            _ => {}
        }
        if !matches!(u.sort, "speed" | "duration" | "percent point" | "temperature") {
            if let Some((what, end)) = unit::per(s, d.end) {
                per = Some(what);
                d.end = end;
            }
        }
    }
    let magnitude = is_magnitude(s, &mut d);
    if magnitude {
        kind = QuantityKind::Magnitude;
        unit_name = Some("magnitude".to_owned());
    }
    let mut counted = None;
    let mut of_percent = None;
    if d.unit.is_none() && !magnitude {
        counted = noun(s, &mut d).or_else(|| counted::labelled(s, d.first, d.end));
        if d.reading.is_none_or(|r| r.bound == Bound::Exact) {
            after_bound(s, &mut d);
        }
    } else if s.is(d.end, "of") && is_of_something(kind) {
        of_percent = counted::noun_phrase(s, over_determiners(s, d.end + 1), true);
        if let (Some(c), None) = (&of_percent, &per) {
            // `100,000 barrels of oil a day`
            per = unit::per(s, c.end).map(|p| p.0);
        }
    }
    let state = (kind == QuantityKind::Count || kind == QuantityKind::Ratio || of_percent.is_some())
        .then(|| {
            let end = of_percent.as_ref().map_or(d.end, |c| c.end);
            state::state(s, d.first, counted.as_ref().or(of_percent.as_ref()), end)
        })
        .flatten();
    let Some(span) = span(s, d.first, d.end) else { return (None, d.end) };
    let mut q = Quantity::new(s.text, span, kind);
    q.number = d.number;
    fill(&mut q, &d, factor, offset);
    q.unit = unit_name;
    q.per = per;
    let noun = counted.as_ref().or(of_percent.as_ref());
    q.of = what(s, noun, state.as_ref());
    q.noun = noun.and_then(|c| c.noun.clone());
    if let Some(st) = &state {
        if st.is_noun && matches!(st.class.as_str(), "dead" | "injured" | "arrested" | "survived" | "casualty") {
            q.noun = Some("person".to_owned());
        }
        q.state = Some(st.class.clone());
    }
    natural(&mut q, d.low.form);
    // `all but five of the crew`: the five are those of whom it is not said, so that nothing compares with them.
    let before = d.first.wrapping_sub(1);
    if s.is(before, "but") && s.is_one(before.wrapping_sub(1), one_of!["all", "any", "everyone", "everybody"]) {
        q.base = None;
    }
    (Some(q), d.end)
}

fn after_bound(s: &Scan<'_>, d: &mut Draft<'_>) {
    if let Some((end, reading)) = bound::after(s, d.end) {
        d.end = end;
        d.reading = Some(reading);
    }
}

/// The counted noun, over `of` and a hyphen: `dozens of people`, `a three-member panel`.
fn noun(s: &Scan<'_>, d: &mut Draft<'_>) -> Option<Counted> {
    let one = d.low.value == 1.0 && d.high.is_none();
    let fraction = d.low.form == Form::Fraction;
    let hyphen = s.is_mark(d.end, &['-', '‐', '‑']) && s.glued(d.end) && s.is_word(d.end + 1) && s.glued(d.end + 1);
    if hyphen {
        let j = d.end + 1;
        d.end = j + 1;
        return Some(Counted { first: j, end: j + 1, noun: Some(counted::singular(s, j)) });
    }
    let of = s.is(d.end, "of");
    // `five of the victims`; the words between are no part of the quantity.
    let whole = over_determiners(s, d.end + usize::from(of));
    // `two of seven pumps`, `a dozen of the roughly three dozen`
    let whole =
        if of && whole > d.end + 1 { whole + s.entry(List::Bound, whole).map_or(0, |(len, _)| len) } else { whole };
    let many = numeral(s, whole).is_some_and(|n| n.first == whole && n.vague.is_none());
    let partitive = of && (whole > d.end + 1 || fraction || many);
    let from = match () {
        () if partitive || fraction => whole,
        () if of && (d.low.form != Form::Words || d.low.vague.is_some()) => d.end + 1,
        () => d.end,
    };
    // `twelve of the 15 hostages`
    let from = match numeral(s, from).filter(|n| partitive && n.first == from) {
        Some(total) => total.end,
        None => from,
    };
    // `two-thirds of the 193 member states` are of many.
    let total = s.is_number(from.wrapping_sub(1));
    let c = counted::noun_phrase(s, from, !total && (one || fraction && from > d.end))?;
    if !fraction && !partitive {
        d.end = c.end;
    }
    Some(c)
}

/// Past the articles, possessives and numerals before a noun.
fn over_determiners(s: &Scan<'_>, i: usize) -> usize {
    let mut j = i;
    while j < i + 3
        && s.is_one(
            j,
            one_of!["the", "all", "its", "his", "her", "their", "our", "my", "your", "those", "these", "a", "an"],
        )
    {
        j += 1;
    }
    // `half the town's shoes`, `a third of New York City's homes`
    let owner = (j..j + 4).take_while(|&k| s.is_word(k) && !s.has(k, List::Preposition)).last();
    match owner.map(|k| k + 1).filter(|&k| s.kind(k) == Some(TokenKind::Possessive)) {
        Some(k) => k + 1,
        None => j,
    }
}

/// Whether a measure is of a stuff that the words after `of` name: `2.5 tons of cocaine`, `15% of voters`.
fn is_of_something(kind: QuantityKind) -> bool {
    matches!(
        kind,
        QuantityKind::Percent
            | QuantityKind::Weight
            | QuantityKind::Volume
            | QuantityKind::Area
            | QuantityKind::Power
            | QuantityKind::Energy
            | QuantityKind::Data
    )
}

/// `magnitude 6.2`, `a 6.2-magnitude earthquake`.
fn is_magnitude(s: &Scan<'_>, d: &mut Draft<'_>) -> bool {
    if d.unit.is_some() || d.low.value > 10.0 {
        return false;
    }
    let hyphen = s.is_mark(d.end, &['-']);
    if s.is(d.end + usize::from(hyphen), "magnitude") {
        d.end += 1 + usize::from(hyphen);
        return true;
    }
    let mut j = d.first.wrapping_sub(1);
    if s.is_mark(j, &['-']) || s.is(j, "of") {
        j = j.wrapping_sub(1);
    }
    s.is(j, "magnitude")
}

fn of_age(s: &Scan<'_>, mut d: Draft<'_>, a: &Age<'_>) -> (Option<Quantity>, usize) {
    d.first = d.first.min(a.first);
    d.end = d.end.max(a.end);
    if d.reading.is_none() {
        after_bound(s, &mut d);
    }
    let Some(own) = span(s, d.first, d.end) else { return (None, d.end) };
    let mut q = Quantity::new(s.text, own, QuantityKind::Age);
    q.number = d.number;
    fill(&mut q, &d, a.factor, 0.0);
    q.unit = Some(a.unit.to_owned());
    if let Some((from, to)) = a.of {
        q.of = span(s, from, to).map(|x| x.of(s.text).to_owned());
        if s.is_word(to - 1) && !s.is_capitalised(to - 1) {
            q.noun = Some(counted::singular(s, to - 1));
        }
    }
    (Some(q), d.end)
}

/// `her early 30s`: an age between two ends.
fn in_decade(s: &Scan<'_>, n: &Numeral, first: usize, ends: [f64; 2]) -> Read {
    let numeral = |value: f64| Numeral { value, step: 1.0, ..*n };
    let number = span(s, n.first, n.end).unwrap_or_default();
    let (low, high) = (numeral(ends[0]), numeral(ends[1]));
    let d = Draft { first, end: n.end, number, low, high: Some(high), sign: 1.0, unit: None, reading: None };
    let (quantity, next) = match age(s, n, n.end, (n.first, bound::before(s, n.first))) {
        Some(a) => of_age(s, d, &a),
        None => (None, n.end),
    };
    Read { quantity, next: next.max(n.end) }
}

/// Value, bound, and what the value can be in the base unit.
fn fill(q: &mut Quantity, d: &Draft<'_>, factor: f64, offset: f64) {
    let tidy = |v: f64| {
        // A whole number of so few digits is written as it is.
        let tidied = v.fract() == 0.0 && v.abs() < 1e12 || !v.is_finite();
        if tidied { v } else { format!("{v:.12e}").parse().unwrap_or(v) }
    };
    let reading = d.reading.unwrap_or(Reading::EXACT);
    q.bound = reading.bound;
    let low = d.sign * d.low.value;
    let value = match d.high {
        Some(high) => Some(Amount::Range([tidy(low), tidy(d.sign * high.value)])),
        None if d.low.vague.is_some() => None,
        None => Some(Amount::Number(tidy(low))),
    };
    q.value = value;
    let step = d.high.map_or(d.low.step, |h| h.step.min(d.low.step));
    let ends = d.low.vague.unwrap_or([low, d.high.map_or(low, |h| d.sign * h.value)]);
    q.base = Some(super::likeness::base(ends, step, reading, factor, offset, q.kind, d.low.form));
}

/// `half an hour` is 30 minutes: fractions of one unit in whole ones of a smaller.
fn natural(q: &mut Quantity, form: Form) {
    if q.kind != QuantityKind::Duration || form != Form::Fraction {
        return;
    }
    let (Some(Amount::Number(v)), Some(unit)) = (q.value, q.unit.as_deref()) else { return };
    let (times, smaller) = match unit {
        "minute" => (60.0, "second"),
        "hour" => (60.0, "minute"),
        "day" => (24.0, "hour"),
        "year" => (12.0, "month"),
        "decade" => (10.0, "year"),
        "century" => (100.0, "year"),
        _ => return,
    };
    let whole = (v * times * 1e6).round() / 1e6;
    if v < 1.0 && whole.fract() == 0.0 {
        q.value = Some(Amount::Number(whole));
        q.unit = Some(smaller.to_owned());
    }
}

/// `people injured`: the counted words and the word of their state, in the order of the text.
fn what(s: &Scan<'_>, noun: Option<&Counted>, state: Option<&State>) -> Option<String> {
    let noun = noun.and_then(|c| span(s, c.first, c.end)).map(|x| x.of(s.text));
    let word =
        state.filter(|st| !st.is_noun || noun.is_none()).map(|st| st.span.map_or(st.class.as_str(), |x| x.of(s.text)));
    let flat = |t: String| single_spaced(&t);
    match (noun, word) {
        (Some(n), Some(w)) if !n.contains(w) => Some(flat(format!("{n} {w}"))),
        (Some(n), _) => Some(flat(n.to_owned())),
        (None, w) => w.map(|w| flat(w.to_owned())),
    }
}

pub(super) fn span(s: &Scan<'_>, first: usize, end: usize) -> Option<Span> {
    Some(s.get(first)?.span.to(s.get(end.checked_sub(1)?)?.span))
}

/// Whether the numeral at `i` measures a stretch of time that is told from a day, `the past three years`, or all of a
/// date without a value that ends at byte `open`: `in 18 minutes`.
pub(super) fn is_stretch(s: &Scan<'_>, i: usize, open: Option<usize>) -> bool {
    let before = ["past", "last", "next", "coming", "previous", "following", "preceding", "first"];
    let told = s.is_any(i.wrapping_sub(1), &before);
    if !told && open.is_none() {
        return false;
    }
    let Some(n) = numeral(s, i).filter(|n| n.first == i) else { return false };
    let Some(u) = unit::after(s, n.end, n.value).filter(|u| u.sort == "duration") else { return false };
    told || s.get(u.end - 1).is_some_and(|t| Some(t.span.end()) == open)
}

/// Whether a token can begin a quantity.
pub(super) fn opens(s: &Scan<'_>, i: usize) -> bool {
    let Some(t) = s.get(i) else { return false };
    if t.kind == TokenKind::Number || t.lists.has(List::NumberWord) {
        return true;
    }
    match t.bytes(s.text) {
        [b'A'..=b'Z', _, _, ..] => may_be_code(s, i),
        [b'a' | b'A'] | [b'a' | b'A', b'n' | b'N'] => s.get(i + 1).is_some_and(|n| n.lists.has(List::Unit)),
        [0xC2, 0xBC..=0xBE] | [0xE2, 0x85, _] => true,
        _ => false,
    }
}
