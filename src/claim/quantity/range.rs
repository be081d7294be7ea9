//! A second number that belongs to the first: `10 to 15`, `5 feet 11 inches`, `a year and a half`.

use crate::claim::quantity::number::{Numeral, numeral};
use crate::claim::quantity::read::{Draft, span, unit_after};
use crate::claim::quantity::scan::{Scan, Sort};
use crate::claim::quantity::unit::{self, Unit};
use crate::lexicon::List;
use crate::text::one_of::{OneOf, one_of};

pub(super) fn trailing_scale(s: &Scan<'_>, n: Numeral) -> Numeral {
    match s.number_word(n.end) {
        Some((Sort::Scale | Sort::Abbreviation, scale)) if !n.scaled => {
            Numeral { value: n.value * scale, step: n.step * scale, end: n.end + 1, scaled: true, ..n }
        }
        _ => n,
    }
}

/// `10 to 15`, `$3-$5 million`, `between 10 and 15`: the second number of a range.
pub(super) fn range<'a>(s: &Scan<'a>, d: &mut Draft<'a>) {
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
    // `the 18-to-24 group`
    if dash && to && s.is_mark(j, &['-', '–', '‑']) && s.glued(j) {
        j += 1;
    }
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
    } else if s.is_one(j, one_of!["up", "about", "as", "a"]) && !s.is_one(j, one_of!["a"]) {
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
        // `5-foot-11`, `5-foot-11-inch`
        (Some(a), b) if a.name == "foot" && high.value < 12.0 && b.is_none_or(|b| b.name == "inch") && dash => return,
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
        // `five or six`, `20 or 30`, `200 or 300`
        let round = high.step >= 10.0 && low.step >= 10.0 && high.value - low.value <= high.step;
        let close = high.value - low.value <= 2.0 || round;
        let near = high.value <= low.value * 2.0 && close && low.form == high.form;
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
        let ranging = s.is_one(
            before.wrapping_sub(1),
            one_of![
                "anywhere",
                "ranging",
                "range",
                "ranged",
                "ranges",
                "somewhere",
                "varying",
                "vary",
                "ages",
                "aged",
                "estimates"
            ],
        ) || s.is(before.wrapping_sub(1), "age") && s.is(before.wrapping_sub(2), "in");
        let both = d.unit.is_some() && (money.is_some() || after.is_some());
        // `fell by 60,000 to 7.57 million`, `rose 5,000 to 60,000`
        let apart = d.unit.is_none() && unit.is_none() && high.value > 3.0 * low.value;
        let step = s.is(before, "by") || both || apart;
        if s.is(before, "from") && !ranging || step && moved(s, d.first) {
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
    const MOVES: &OneOf<'_> = one_of![
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
    (first.saturating_sub(4)..first).any(|j| s.is_one(j, MOVES))
}

/// `5'11"`
fn feet_and_inches<'a>(s: &Scan<'a>, d: &mut Draft<'a>) {
    let (foot, n) = (d.end, d.end + 1);
    let whole = d.low.is_whole() && (1.0..9.0).contains(&d.low.value) && s.word(n).len() <= 2;
    if whole && s.is_mark(foot, &['\'', '’', '′']) && s.glued(foot) && s.is_number(n) && s.glued(n) {
        let inch = s.is_mark(n + 1, &['"', '”', '″']) && s.glued(n + 1);
        let inches = s.word(n).parse::<f64>().unwrap_or(12.0);
        let unit = s.lexicon.entry(List::Unit, "foot");
        if let Some(e) = unit.filter(|_| inches < 12.0) {
            let factor = e.field(2).parse().unwrap_or(1.0);
            let end = n + 1 + usize::from(inch);
            d.unit = Some(Unit { first: foot, end, name: &e.text, sort: e.field(1), factor });
            d.low.value += inches / 12.0;
            d.low.step = 1.0 / 12.0;
            d.number = d.number.to(span(s, n, n + 1).unwrap_or(d.number));
            d.end = end;
        }
    }
}

/// Whether the number after feet is inches though they are not named: `6-foot-2`, `6 foot 4 and 200 pounds`.
fn is_inches(s: &Scan<'_>, foot: &Unit<'_>, end: usize, n: &Numeral) -> bool {
    let hyphened = n.first > end && s.is_mark(end, &['-', '‐', '‑']);
    let closes = !s.is_word(n.end) && !s.is_mark(n.end, &['%', '-', '/', ':'])
        || s.has(n.end, List::Pronoun)
        || s.is_one(n.end, one_of!["and", "tall", "with", "in", "at", "who", "but"]);
    n.is_whole() && n.value < 12.0 && closes && (hyphened || n.first == end && s.is_word(foot.first))
}

/// `5 feet 11 inches`, `3 hours and 20 minutes`, `12 ft 2 in`, `two dollars fifty cents`.
pub(super) fn compound<'a>(s: &Scan<'a>, d: &mut Draft<'a>) {
    if d.unit.is_none() {
        feet_and_inches(s, d);
    }
    let Some(unit) = d.unit else { return };
    if !matches!(unit.sort, "duration" | "distance" | "weight" | "money") || !d.low.is_whole() || unit.factor == 0.01 {
        return;
    }
    let mut j = d.end;
    if s.is(j, "and") {
        j += 1;
    } else if s.is_mark(j, &[',']) && matches!(unit.sort, "duration" | "distance") {
        j += 1;
        if s.is(j, "and") {
            j += 1;
        }
    }
    // `a year and a half`
    if s.is(d.end, "and") && s.is_one(j, one_of!["a", "one"]) {
        if let Some((Sort::Part, p)) = s.number_word(j + 1).filter(|(_, p)| *p == 2.0 || *p == 4.0) {
            d.low.value += 1.0 / p;
            d.low.step = 1.0 / p;
            d.end = j + 2;
            return;
        }
    }
    // `6-foot-2`
    if unit.name == "foot" && s.is_mark(j, &['-', '‐', '‑']) && s.glued(j) && s.glued(j + 1) {
        j += 1;
    }
    let Some(n) = numeral(s, j).filter(|n| n.first == j && n.vague.is_none() && !n.scaled) else { return };
    let feet = unit.name == "foot" && s.is(n.end, "in") && (s.is(unit.first, "ft") || !s.is_word(n.end + 1));
    let hyphen = usize::from(s.is_mark(n.end, &['-', '‐', '‑']) && s.glued(n.end) && s.glued(n.end + 1));
    let small = unit::after(s, n.end + hyphen, n.value).filter(|u| u.sort == unit.sort);
    let (factor, name, end) = match small {
        Some(u) => (u.factor, Some(u.name), u.end),
        None if feet => (0.0254, None, n.end + 1),
        None if unit.name == "foot" && is_inches(s, &unit, d.end, &n) => (0.0254, None, n.end),
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
