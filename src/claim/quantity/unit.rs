//! Units of measure, percentages and currencies beside a numeral.

use crate::claim::quantity::QuantityKind;
use crate::claim::quantity::scan::Scan;
use crate::lexicon::{Entry, List};
use crate::text::one_of::one_of;

/// A unit found beside a numeral.
#[derive(Debug, Clone, Copy)]
pub(super) struct Unit<'a> {
    /// Its first token.
    pub(super) first: usize,
    /// One past its last token.
    pub(super) end: usize,
    /// Its normalised name.
    pub(super) name: &'a str,
    /// Its sort, as in `units.txt`, or `money`.
    pub(super) sort: &'a str,
    /// What one is worth in the base unit.
    pub(super) factor: f64,
}

impl<'a> Unit<'a> {
    fn currency(entry: &'a Entry, first: usize, end: usize) -> Self {
        Self { first, end, name: &entry.text, sort: "money", factor: entry.field(1).parse().unwrap_or(1.0) }
    }

    pub(super) fn kind(&self) -> QuantityKind {
        match self.sort {
            "money" => QuantityKind::Money,
            "percent" => QuantityKind::Percent,
            "percent point" => QuantityKind::PercentPoint,
            "duration" => QuantityKind::Duration,
            "distance" => QuantityKind::Distance,
            "area" => QuantityKind::Area,
            "volume" => QuantityKind::Volume,
            "weight" => QuantityKind::Weight,
            "temperature" => QuantityKind::Temperature,
            "speed" => QuantityKind::Speed,
            "power" => QuantityKind::Power,
            "energy" => QuantityKind::Energy,
            "data" => QuantityKind::Data,
            _ => QuantityKind::Other,
        }
    }
}

/// The sign or code of a currency right before token `i`: `$`, `US$`, `EUR`, `Rs.`.
pub(super) fn money_before<'a>(s: &Scan<'a>, i: usize) -> Option<Unit<'a>> {
    let sign = s.mark(i.wrapping_sub(1)).is_some_and(|m| !m.is_ascii() || m == '$' || m == '.');
    if !sign && !s.is_capitalised(i.wrapping_sub(1)) {
        return None;
    }
    (1..=4usize).rev().find_map(|len| {
        let j = i.checked_sub(len)?;
        let (n, entry) = s.entry(List::Currency, j)?;
        let last = s.mark(i - 1);
        let by_sign = last.is_some_and(|m| m != '.');
        let fits = if by_sign {
            // `A$`, `US $`; but not `a $5 note`.
            len == 1 || s.glued(i - 1) && s.is_capitalised(j) || s.word(j).len() > 1 && s.is_capitalised(j)
        } else {
            s.is_capitalised(j) && (2..=4).contains(&s.word(j).len()) && len <= 2
        };
        (n == len && fits).then(|| Unit::currency(entry, j, i))
    })
}

/// The currency of a code in letters (`USD`, `Rs`).
pub(super) fn of_code<'a>(s: &Scan<'a>, code: &str) -> Option<&'a Entry> {
    let entry = s.lexicon.entry(List::Currency, code)?;
    (code.bytes().all(|b| b.is_ascii_uppercase()) || matches!(code, "Rs" | "Rp" | "Tk" | "Dh")).then_some(entry)
}

/// The currency whose code opens token `i`, on to which a sum is written.
pub(super) fn code<'a>(s: &Scan<'a>, i: usize) -> Option<Unit<'a>> {
    let (code, _) = super::digits::split_code(s.word(i))?;
    of_code(s, code).map(|e| Unit::currency(e, i, i + 1))
}

/// The unit that begins at token `i`, right after a numeral of this value (or after its hyphen).
pub(super) fn after<'a>(s: &Scan<'a>, i: usize, value: f64) -> Option<Unit<'a>> {
    let t = s.get(i)?;
    let mark = s.mark(i);
    if mark.is_none() && t.lists.is_empty() && t.opens.is_empty() {
        return None;
    }
    let unit = s.entry(List::Unit, i).filter(|(len, e)| unit_fits(s, i, *len, e, value));
    let money = s.entry(List::Currency, i).filter(|(len, _)| money_fits(s, i, *len, value));
    match (unit, money) {
        (Some((a, _)), Some((b, m))) if b > a || s.is_one(i, one_of!["c"]) => Some(Unit::currency(m, i, i + b)),
        (Some((len, e)), _) => Some(Unit {
            first: i,
            end: i + len,
            name: &e.text,
            sort: e.field(1),
            factor: e.field(2).parse().unwrap_or(1.0),
        }),
        (None, Some((len, m))) => Some(Unit::currency(m, i, i + len)),
        (None, None) => None,
    }
}

fn unit_fits(s: &Scan<'_>, i: usize, len: usize, entry: &Entry, value: f64) -> bool {
    let word = s.word(i);
    let glued = s.glued(i);
    if s.mark(i).is_some() {
        return true;
    }
    if len == 1 && word.chars().count() == 1 {
        // `20C`, `48m`; a lower-case `c` is cents, a capital `M` millions.
        return match entry.field(1) {
            "temperature" => word.bytes().all(|b| b.is_ascii_uppercase()) && (glued || s.is_mark(i - 1, &['°'])),
            _ => glued && word.bytes().all(|b| b.is_ascii_lowercase()),
        };
    }
    if word == "st" {
        // `9st`, but `1st` and `21st` are ordinals.
        return glued && (value % 10.0 != 1.0 || value % 100.0 == 11.0);
    }
    if len == 1 && !glued && s.is_upper(i) && word.len() <= 3 {
        return !matches!(entry.field(1), "duration" | "distance" | "weight" | "percent" | "volume");
    }
    match word {
        // The ordinal, or the verb.
        "second" | "Second" => value == 1.0 || s.is_mark(i - 1, &['-']) || value == f64::INFINITY,
        "minute" | "stone" | "yard" => !s.is_capitalised(i),
        _ => true,
    }
}

fn money_fits(s: &Scan<'_>, i: usize, len: usize, value: f64) -> bool {
    if s.mark(i).is_some() {
        // `10 $`, but `10 $20` is two amounts.
        return !s.is_number(i + 1) || !s.is_number(i.wrapping_sub(1));
    }
    match s.word(i) {
        "p" | "c" if len == 1 => s.glued(i),
        "P" | "C" | "le" | "LE" | "dh" if len == 1 => false,
        "won" => value >= 1000.0 || len > 1,
        w if len == 1 && w.len() <= 3 && !s.is_upper(i) => {
            !matches!(w, "rs" | "rm" | "rp" | "tk" | "nis" | "lei") || s.glued(i)
        }
        _ => true,
    }
}

/// What a rate is per, after a unit or a counted noun: `a share`, `per barrel`, `an hour`, `/kg`, `each`.
pub(super) fn per(s: &Scan<'_>, i: usize) -> Option<(String, usize)> {
    if s.is_one(i, one_of!["apiece", "each"]) {
        return Some(("each".to_owned(), i + 1));
    }
    let slash = s.is_mark(i, &['/']) && s.glued(i) && s.is_word(i + 1);
    if s.is(i, "per") || slash {
        if let Some(u) = after(s, i + 1, 1.0) {
            return Some((u.name.to_owned(), u.end));
        }
        return s.is_word(i + 1).then(|| (super::counted::singular(s, i + 1), i + 2));
    }
    if s.is_one(i, one_of!["a", "an"]) {
        let noun = s.is_word(i + 1) && PER.iter().any(|p| s.is(i + 1, p));
        let unit = after(s, i + 1, 1.0).filter(|u| u.sort != "money" && u.name.eq_ignore_ascii_case(s.word(i + 1)));
        if let Some(u) = unit {
            // `$5 a day later`
            return (!s.is_one(u.end, one_of!["later", "ago", "earlier", "before", "after"]))
                .then(|| (u.name.to_owned(), u.end));
        }
        return noun.then(|| (super::counted::singular(s, i + 1), i + 2));
    }
    None
}

/// Nouns, besides units of measure, that prices and rates are per.
const PER: [&str; 14] = [
    "share",
    "head",
    "person",
    "unit",
    "piece",
    "barrel",
    "bottle",
    "ticket",
    "dozen",
    "game",
    "seat",
    "vehicle",
    "dose",
    "household",
];

/// Whether a sentence speaks of heat or cold.
pub(super) fn speaks_of_temperature(s: &Scan<'_>) -> bool {
    speaks_of(
        s,
        &[
            "temperature",
            "heat",
            "hot",
            "cold",
            "warm",
            "cool",
            "weather",
            "fever",
            "freez",
            "forecast",
            "high",
            "low",
            "summer",
            "winter",
            "climate",
            "thermometer",
            "mercury",
            "oven",
            "below",
            "chill",
        ],
    )
}

/// Whether pounds are money here: the sentence speaks of paying, or the sum is large.
pub(super) fn pounds_are_money(s: &Scan<'_>, word: usize, value: f64, scaled: bool) -> bool {
    if !s.word(word).starts_with(['p', 'P']) {
        return false;
    }
    let weight = speaks_of(
        s,
        &[
            "weigh",
            "lift",
            "heav",
            "lb",
            "lbs",
            "kilo",
            "gram",
            "ounce",
            "cargo",
            "food",
            "meat",
            "fat",
            "cocaine",
            "drug",
            "marijuana",
            "fish",
            "thrust",
            "explosive",
            "bomb",
            "freight",
            "lost",
            "shed",
            "gained",
            "waste",
            "trash",
            "tall",
            "height",
            "feet",
            "foot",
        ],
    );
    let money = speaks_of(
        s,
        &[
            "pay",
            "paid",
            "cost",
            "worth",
            "fine",
            "price",
            "sold",
            "sell",
            "bought",
            "buy",
            "spend",
            "spent",
            "budget",
            "fund",
            "debt",
            "salary",
            "wage",
            "tax",
            "sterling",
            "pence",
            "invest",
            "profit",
            "bill",
            "earn",
            "deal",
            "raise",
            "compensation",
            "value",
            "loan",
            "grant",
            "fees",
            "income",
        ],
    );
    !weight && (money || scaled && value >= 1e5)
}

fn speaks_of(s: &Scan<'_>, stems: &[&str]) -> bool {
    let begins = |w: &str, stem: &str| w.get(..stem.len()).is_some_and(|h| h.eq_ignore_ascii_case(stem));
    let last = s.end.min(s.start + 80);
    (s.start..last).any(|i| {
        let w = s.word(i);
        s.is_word(i) && w.len() <= 14 && stems.iter().any(|stem| begins(w, stem))
    })
}
