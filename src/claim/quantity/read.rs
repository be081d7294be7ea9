//! One quantity read at a numeral: bound, range, unit, and what is counted.

use crate::claim::quantity::age::{Age, age};
use crate::claim::quantity::bound::{self, Reading};
use crate::claim::quantity::counted::{self, Counted};
use crate::claim::quantity::label::label;
use crate::claim::quantity::number::{Form, Numeral, numeral};
use crate::claim::quantity::scan::{Scan, Sort};
use crate::claim::quantity::unit::{self, Unit};
use crate::claim::quantity::{Amount, Bound, Quantity, QuantityKind};
use crate::lexicon::List;
use crate::text::span::Span;

/// What was read at a token: a quantity or nothing, and the token to go on at.
pub(super) struct Read {
    pub(super) quantity: Option<Quantity>,
    pub(super) next: usize,
}

/// The parts of a quantity while they are put together.
struct Draft<'a> {
    first: usize,
    end: usize,
    number: Span,
    low: Numeral,
    high: Option<Numeral>,
    sign: f64,
    unit: Option<Unit<'a>>,
    reading: Option<Reading>,
}

/// Reads what begins at token `i`, not before token `from`.
pub(super) fn read(s: &Scan<'_>, i: usize, from: usize) -> Option<Read> {
    let Some(n) = numeral(s, i) else { return an_hour(s, i, from) };
    if n.first < from {
        return None;
    }
    let pass = |next: usize| Some(Read { quantity: None, next: next.max(i + 1) });
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
    if s.is_any(before, &["minus", "negative"]) {
        (first, sign) = (before, -1.0);
    } else if s.is_mark(before, &['-', '−']) && s.glued(first) && !s.glued(before) {
        (first, sign) = (before, -1.0);
    } else if s.is_mark(before, &['-', '−']) && first == s.start + 1 {
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
fn unit_after<'a>(s: &Scan<'a>, end: usize, value: f64) -> Option<Unit<'a>> {
    let hyphen = s.is_mark(end, &['-', '‐', '‑', '–']) && s.glued(end) && s.glued(end + 1);
    let mut j = if hyphen { end + 1 } else { end };
    if value < 1.0 && value > 0.0 {
        if s.is(j, "of") {
            j += 1;
        }
        if s.is_any(j, &["a", "an"]) {
            j += 1;
        }
        let u = unit::after(s, j, f64::INFINITY)?;
        return (j == end || j == end + 1 && hyphen || u.sort != "percent").then_some(u).or(Some(u));
    }
    // `a couple of days`, `40 more minutes`
    if s.is_any(
        j,
        &["more", "additional", "extra", "full", "whole", "straight", "consecutive", "further", "long", "short"],
    ) && s.is_word(j + 1)
    {
        if let Some(u) = unit::after(s, j + 1, value).filter(|u| u.sort != "money" || u.end > j + 1) {
            return Some(u);
        }
    }
    unit::after(s, j, value)
}

fn trailing_scale(s: &Scan<'_>, n: Numeral) -> Numeral {
    match s.number_word(n.end) {
        Some((Sort::Scale | Sort::Abbreviation, scale)) if !n.scaled => {
            Numeral { value: n.value * scale, step: n.step * scale, end: n.end + 1, scaled: true, ..n }
        }
        _ => n,
    }
}

/// `10 to 15`, `$3-$5 million`, `between 10 and 15`: the second number of a range.
fn range<'a>(s: &Scan<'a>, d: &mut Draft<'a>) {
    let at = d.end;
    let before = d.first.wrapping_sub(1);
    let between = s.is(before, "between")
        || s.is(before, "of") && s.is(before.wrapping_sub(1), "ages") && s.is(before.wrapping_sub(2), "between");
    let dash = s.is_mark(at, &['-', '–', '—', '~', '‑']);
    let to = s.is(at, "to") || dash && s.is(at + 1, "to");
    let joined = dash || to || between && s.is(at, "and") || s.is(at, "or");
    if !joined {
        return;
    }
    let mut j = at + 1 + usize::from(dash && to);
    // A dash between words is no range, nor is a minus sign.
    if dash && !to && (s.glued(at) != s.glued(at + 1)) && d.unit.is_none_or(|u| u.sort != "money") {
        return;
    }
    if dash && s.is_mark(at, &['—']) && !s.glued(at) {
        return;
    }
    let sign = s.is_mark(j, &['$', '£', '€', '¥', '₹']);
    if sign {
        j += 1;
    } else if s.is_any(j, &["up", "about", "as", "a"]) && !s.is_any(j, &["a"]) {
        return;
    }
    if s.is(j, "a") {
        j += 1;
    }
    let Some(high) = numeral(s, j).filter(|h| h.vague.is_none() && (h.first == j || h.first + 1 == j)) else { return };
    let (mut low, mut high) = (d.low, high);
    let mut end = high.end;
    let money = unit::money_before(s, high.first);
    if money.is_some() {
        high = trailing_scale(s, high);
        end = high.end;
    }
    let after = unit_after(s, end, high.value);
    let unit = match (d.unit, money.or(after)) {
        (None, u) => u,
        (Some(a), None) if a.sort == "money" || dash => Some(a),
        (Some(a), Some(b)) if a.name == b.name => Some(a),
        // `£3-4 million`, `5C to 10 degrees`
        (Some(a), Some(b)) if a.sort == b.sort && a.sort != "money" => Some(b),
        _ => return,
    };
    // The scale is written once: `3-5 million`.
    if high.scaled && !low.scaled && low.value < high.value {
        let scale = scale_of(s, &high);
        if scale > 1.0 && low.value * scale < high.value && low.value < 1000.0 {
            low.value *= scale;
            low.step *= scale;
        }
    }
    if s.is(at, "or") {
        let near = high.value <= low.value * 2.0 && high.value - low.value <= 2.0 && low.form == high.form;
        let adjacent = low.is_whole() && high.is_whole();
        if !near || !adjacent || d.unit.is_some() {
            return;
        }
    }
    if low.value >= high.value {
        return;
    }
    // `rose from 10% to 15%` names two values, `rose 3 per cent to 20 per cent` too.
    if s.is(at, "to") {
        let ranging = s.is_any(
            before.wrapping_sub(1),
            &["anywhere", "ranging", "range", "ranged", "ranges", "somewhere", "varying", "vary"],
        );
        let both = d.unit.is_some() && (money.is_some() || after.is_some());
        if s.is(before, "from") && !ranging || both && moved(s, d.first) {
            return;
        }
    }
    if is_year_range(s, &low, &high) {
        return;
    }
    d.low = low;
    d.high = Some(high);
    d.unit = unit;
    d.number = d.number.to(span(s, high.first, high.end).unwrap_or(d.number));
    d.end = after.map_or(end, |u| u.end);
    if between {
        d.first = before;
    }
}

fn is_year_range(s: &Scan<'_>, low: &Numeral, high: &Numeral) -> bool {
    let year = |n: &Numeral| {
        let w = s.word(n.first);
        w.len() == 4 && w.bytes().all(|b| b.is_ascii_digit()) && (1500.0..2100.0).contains(&n.value)
    };
    year(low) && year(high)
}

/// The scale words of a numeral, multiplied.
fn scale_of(s: &Scan<'_>, n: &Numeral) -> f64 {
    (n.first..n.end)
        .filter_map(|j| s.number_word(j))
        .filter(|(sort, _)| matches!(sort, Sort::Scale | Sort::Abbreviation | Sort::Short))
        .map(|(_, v)| v)
        .product()
}

/// Whether a verb of rise or fall stands shortly before: what follows `to` is then the level reached.
fn moved(s: &Scan<'_>, first: usize) -> bool {
    const MOVES: [&str; 44] = [
        "rose",
        "fell",
        "dropped",
        "climbed",
        "gained",
        "lost",
        "slid",
        "jumped",
        "sank",
        "slipped",
        "surged",
        "tumbled",
        "plunged",
        "increased",
        "decreased",
        "grew",
        "declined",
        "eased",
        "edged",
        "rise",
        "fall",
        "drop",
        "rising",
        "falling",
        "up",
        "down",
        "risen",
        "fallen",
        "soared",
        "shed",
        "added",
        "advanced",
        "gain",
        "increase",
        "decrease",
        "decline",
        "cut",
        "cutting",
        "raised",
        "raise",
        "lowered",
        "shrank",
        "dipped",
        "higher",
    ];
    (first.saturating_sub(4)..first).any(|j| s.is_any(j, &MOVES))
}

/// `5 feet 11 inches`, `3 hours and 20 minutes`, `12 ft 2 in`, `two dollars fifty cents`.
fn compound<'a>(s: &Scan<'a>, d: &mut Draft<'a>) {
    let Some(unit) = d.unit else { return };
    if !matches!(unit.sort, "duration" | "distance" | "weight" | "money") || !d.low.is_whole() || unit.factor == 0.01 {
        return;
    }
    let mut j = d.end;
    if s.is(j, "and") {
        j += 1;
    } else if s.is_mark(j, &[',']) && unit.sort == "duration" {
        j += 1;
        if s.is(j, "and") {
            j += 1;
        }
    }
    // `a year and a half`
    if s.is(d.end, "and") && s.is_any(j, &["a", "one"]) {
        if let Some((Sort::Part, p)) = s.number_word(j + 1).filter(|(_, p)| *p == 2.0 || *p == 4.0) {
            d.low.value += 1.0 / p;
            d.low.step = 1.0 / p;
            d.end = j + 2;
            return;
        }
    }
    let Some(n) = numeral(s, j).filter(|n| n.first == j && n.vague.is_none() && !n.scaled) else { return };
    let feet = matches!(unit.name, "foot") && s.is(n.end, "in") && !s.is_word(n.end + 1);
    let small = unit::after(s, n.end, n.value).filter(|u| u.sort == unit.sort);
    let (factor, name, end) = match small {
        Some(u) => (u.factor, Some(u.name), u.end),
        None if feet => (0.0254, None, n.end + 1),
        None if unit.sort == "money"
            && s.is_word(unit.first)
            && n.value >= 10.0
            && n.value < 100.0
            && j == d.end
            && !s.is_word(n.end)
            && !s.is_mark(n.end, &['%']) =>
        {
            (0.01, None, n.end)
        }
        None => return,
    };
    if factor >= unit.factor || n.value * factor >= unit.factor || unit.sort == "money" && factor == 1.0 {
        return;
    }
    let part = n.value * factor / unit.factor;
    match (unit.sort, small) {
        // The smaller unit of time keeps whole numbers whole.
        ("duration", Some(u)) => {
            d.low.value = d.low.value * unit.factor / u.factor + n.value;
            d.low.step = 1.0;
            d.unit = Some(Unit { name: name.unwrap_or(unit.name), ..u });
        }
        _ => {
            d.low.value += part;
            d.low.step = factor / unit.factor;
        }
    }
    d.end = end;
    d.number = d.number.to(span(s, n.first, n.end).unwrap_or(d.number));
    if unit.sort == "duration" {
        if let Some(u) = d.unit {
            d.unit = Some(Unit { first: unit.first, ..u });
            compound(s, d);
        }
    }
}

/// `3-1`, `won 3 to 1`, `a 52-48 vote`.
fn score(s: &Scan<'_>, d: &Draft<'_>) -> Option<Read> {
    let n = d.low;
    if d.unit.is_some() || !n.is_whole() || n.scaled || n.value > 999.0 || n.form == Form::Group {
        return None;
    }
    let second = match d.high {
        Some(high) => high,
        None => {
            let dash = s.is_mark(n.end, &['-', '–', '‑']) && s.glued(n.end) == s.glued(n.end + 1);
            let to = s.is(n.end, "to") && !s.is(n.first.wrapping_sub(1), "from");
            if !dash && !to {
                return None;
            }
            numeral(s, n.end + 1).filter(|m| m.first == n.end + 1 && m.is_whole() && !m.scaled && m.value <= n.value)?
        }
    };
    if second.end - second.first > 3 || !second.is_whole() || second.scaled {
        return None;
    }
    let near = (n.first.saturating_sub(6)..n.first).chain(second.end..second.end + 3);
    let contest = near.into_iter().any(|j| {
        s.is_any(
            j,
            &[
                "won",
                "win",
                "wins",
                "winning",
                "beat",
                "beats",
                "beating",
                "lost",
                "lose",
                "loss",
                "defeat",
                "defeated",
                "victory",
                "draw",
                "drew",
                "lead",
                "led",
                "leads",
                "leading",
                "score",
                "scored",
                "vote",
                "voted",
                "votes",
                "majority",
                "ruled",
                "ruling",
                "decision",
                "tie",
                "tied",
                "rout",
                "triumph",
                "record",
                "trailed",
                "aggregate",
                "thrashed",
                "downed",
                "favor",
                "favour",
                "approved",
                "rejected",
                "passed",
                "against",
            ],
        )
    });
    let bare = !(s.is_word(second.end) && counted::noun_phrase(s, second.end, false).is_some());
    let dash = s.is_mark(n.end, &['-', '–', '‑']);
    let falls = second.value <= n.value;
    if unit_after(s, second.end, second.value).is_some() || !(falls && (dash || contest) || contest && bare) {
        return None;
    }
    let span = span(s, n.first, second.end)?;
    let mut q = Quantity::new(s.text, span, QuantityKind::Score);
    q.number = span;
    q.value = Some(Amount::Range([n.value, second.value]));
    Some(Read { quantity: Some(q), next: second.end })
}

/// `one in five`, `nine out of 10`: one value.
fn ratio<'a>(s: &Scan<'a>, d: Draft<'a>) -> Draft<'a> {
    let n = d.low;
    if d.unit.is_some() || d.high.is_some() || d.sign < 0.0 {
        return d;
    }
    let Some(of) = ratio_of(s, &n) else { return d };
    let value = n.value / of.value;
    let number = span(s, n.first, of.end).unwrap_or(d.number);
    Draft { low: Numeral { value, step: value, form: Form::Fraction, end: of.end, ..n }, end: of.end, number, ..d }
}

/// Whether a ratio begins with this numeral.
pub(super) fn is_ratio(s: &Scan<'_>, n: &Numeral) -> bool {
    ratio_of(s, n).is_some()
}

/// The second number of a ratio that begins with `n`.
fn ratio_of(s: &Scan<'_>, n: &Numeral) -> Option<Numeral> {
    if !n.is_whole() || n.scaled {
        return None;
    }
    let out = s.is(n.end, "out") && s.is(n.end + 1, "of");
    let j = match () {
        () if out => n.end + 2,
        () if s.is(n.end, "in") => n.end + 1,
        () => return None,
    };
    let j = if s.is(j, "every") { j + 1 } else { j };
    let of = numeral(s, j).filter(|m| m.first == j && m.is_whole() && m.vague.is_none())?;
    let plain = n.value < of.value && of.value >= 2.0 && n.value > 0.0;
    let round = matches!(of.value as u32, 2..=12 | 15 | 16 | 20 | 25 | 30 | 40 | 50 | 100) || of.scaled;
    let fits = plain && (out || round && n.value <= 10.0);
    (fits && unit_after(s, of.end, of.value).is_none() && label(s, &of).is_none()).then_some(of)
}

/// `nearly an hour`, `more than a year`: a bound makes the article a number.
fn an_hour(s: &Scan<'_>, i: usize, from: usize) -> Option<Read> {
    if !s.is_any(i, &["a", "an"]) {
        return None;
    }
    let u = unit::after(s, i + 1, 1.0)
        .filter(|u| matches!(u.sort, "duration" | "distance" | "weight" | "volume" | "area"))?;
    if !s.is_any(i + 1, &[u.name]) {
        return None;
    }
    let half = s.is(u.end, "and") && s.is(u.end + 1, "a") && s.is_any(u.end + 2, &["half", "quarter"]);
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
    if let Some((first, reading)) = bound::before(s, d.first) {
        d.first = first;
        d.reading = Some(reading);
    }
    if d.reading.is_none_or(|r| r.bound == Bound::Exact) {
        after_bound(s, &mut d);
    }
    let last = d.high.unwrap_or(d.low);
    if d.sign > 0.0 && d.unit.is_none_or(|u| u.sort == "duration") {
        if let Some(a) =
            age(s, &last, last.end).or_else(|| d.high.is_some().then(|| age(s, &d.low, last.end)).flatten())
        {
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
            "weight" if u.name == "pound" && s.word(u.first).starts_with(['p', 'P']) => {
                if unit::pounds_are_money(s, d.low.value, d.low.scaled) {
                    (kind, factor) = (QuantityKind::Money, 1.0);
                    unit_name = Some("GBP".to_owned());
                }
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
        counted = noun(s, &mut d);
        if d.reading.is_none_or(|r| r.bound == Bound::Exact) {
            after_bound(s, &mut d);
        }
    } else if matches!(kind, QuantityKind::Percent) && s.is(d.end, "of") {
        let from = d.end + 1 + usize::from(s.is_any(d.end + 1, &["the", "all", "its", "their", "those", "these"]));
        of_percent = counted::noun_phrase(s, from, false);
    }
    let state = (kind == QuantityKind::Count || kind == QuantityKind::Ratio || of_percent.is_some())
        .then(|| {
            let end = of_percent.as_ref().map_or(d.end, |c| c.end);
            counted::state(s, d.first, counted.as_ref().or(of_percent.as_ref()), end)
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
    let mut from = d.end;
    let of = s.is(from, "of") && (d.low.form != Form::Words || d.low.vague.is_some());
    if of || fraction {
        from += usize::from(s.is(from, "of"));
        while s.is_any(from, &["the", "all", "its", "his", "her", "their", "our", "those", "these"]) && from < d.end + 3
        {
            from += 1;
        }
    }
    let c = counted::noun_phrase(s, from, one || fraction && from > d.end)?;
    if !fraction {
        d.end = c.end;
    }
    Some(c)
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
        if !s.is_capitalised(to - 1) {
            q.noun = Some(counted::singular(s, to - 1));
        }
    }
    (Some(q), d.end)
}

/// Value, bound, and what the value can be in the base unit.
fn fill(q: &mut Quantity, d: &Draft<'_>, factor: f64, offset: f64) {
    let tidy = |v: f64| if v == 0.0 || !v.is_finite() { v } else { format!("{v:.12e}").parse().unwrap_or(v) };
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
fn what(s: &Scan<'_>, noun: Option<&Counted>, state: Option<&counted::State>) -> Option<String> {
    let noun = noun.and_then(|c| span(s, c.first, c.end)).map(|x| x.of(s.text));
    let word =
        state.filter(|st| !st.is_noun || noun.is_none()).map(|st| st.span.map_or(st.class.as_str(), |x| x.of(s.text)));
    let flat = |t: String| t.split_whitespace().collect::<Vec<_>>().join(" ");
    match (noun, word) {
        (Some(n), Some(w)) if !n.contains(w) => Some(flat(format!("{n} {w}"))),
        (Some(n), _) => Some(flat(n.to_owned())),
        (None, w) => w.map(|w| flat(w.to_owned())),
    }
}

fn span(s: &Scan<'_>, first: usize, end: usize) -> Option<Span> {
    Some(s.get(first)?.span.to(s.get(end.checked_sub(1)?)?.span))
}

/// Whether a token can begin a quantity.
pub(super) fn opens(s: &Scan<'_>, i: usize) -> bool {
    let Some(t) = s.get(i) else { return false };
    if s.is_number(i) || t.lists.has(List::NumberWord) {
        return true;
    }
    let w = t.of(s.text);
    match w.as_bytes() {
        [b'a' | b'A'] | [b'a' | b'A', b'n' | b'N'] => s.get(i + 1).is_some_and(|n| n.lists.has(List::Unit)),
        [0xC2, 0xBC..=0xBE] | [0xE2, 0x85, _] => true,
        _ => false,
    }
}
