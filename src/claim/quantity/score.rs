//! Two numbers set against each other: `3-1`, `one in five`.

use crate::claim::quantity::counted;
use crate::claim::quantity::label::label;
use crate::claim::quantity::number::{Form, Numeral, numeral};
use crate::claim::quantity::read::{Draft, Read, span, unit_after};
use crate::claim::quantity::scan::Scan;
use crate::claim::quantity::{Amount, Quantity, QuantityKind};
use crate::lexicon::List;
use crate::text::one_of::one_of;

/// `3-1`, `won 3 to 1`, `a 52-48 vote`.
pub(super) fn score(s: &Scan<'_>, d: &Draft<'_>) -> Option<Read> {
    let n = d.low;
    if d.unit.is_some() || !n.is_whole() || n.scaled || n.value > 999.0 || n.form == Form::Group {
        return None;
    }
    // `girls aged between eight and 15` is a range.
    if s.is(d.first, "between") {
        return None;
    }
    // `by 310 votes to 298`
    if d.high.is_none()
        && s.is_one(n.end, one_of!["votes", "goals", "points", "runs", "seats", "games"])
        && s.is(n.end + 1, "to")
    {
        let loser =
            numeral(s, n.end + 2).filter(|m| m.first == n.end + 2 && m.is_whole() && !m.scaled && m.value <= n.value);
        if let Some(m) =
            loser.filter(|m| !s.is_word(m.end) || s.has(m.end, List::Preposition) || s.is_one(m.end, one_of!["and"]))
        {
            return set_against(s, &n, &m);
        }
    }
    // `two-to-one`, `5-to-1`
    let hyphen = |i: usize| s.is_mark(i, &['-', '–', '‑']) && s.glued(i) && s.glued(i + 1);
    if d.high.is_none() && hyphen(n.end) && s.is(n.end + 1, "to") && hyphen(n.end + 2) {
        let lower = numeral(s, n.end + 3).filter(|m| m.first == n.end + 3 && m.is_whole() && m.value <= n.value);
        if let Some(m) = lower {
            return set_against(s, &n, &m);
        }
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
        s.is_one(
            j,
            one_of![
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
                "split",
                "divided"
            ],
        )
    });
    // `the court, by 6 to 3, said`
    let by = s.is(n.first.wrapping_sub(1), "by") && s.is(n.end, "to") && s.is_mark(second.end, &[',', '.']);
    let contest = contest || by;
    let bare = !(s.is_word(second.end) && counted::noun_phrase(s, second.end, false).is_some());
    let dash = s.is_mark(n.end, &['-', '–', '‑']);
    let falls = second.value <= n.value;
    if unit_after(s, second.end, second.value).is_some() || !(falls && (dash || contest) || contest && bare) {
        return None;
    }
    set_against(s, &n, &second)
}

fn set_against(s: &Scan<'_>, n: &Numeral, second: &Numeral) -> Option<Read> {
    let span = span(s, n.first, second.end)?;
    let mut q = Quantity::new(s.text, span, QuantityKind::Score);
    q.number = span;
    q.value = Some(Amount::Range([n.value, second.value]));
    Some(Read { quantity: Some(q), next: second.end })
}

/// `one in five`, `nine out of 10`: one value.
pub(super) fn ratio<'a>(s: &Scan<'a>, d: Draft<'a>) -> Draft<'a> {
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
    // `one in 350`, `1 in 10,000`
    let odds = n.value == 1.0 && of.value % 10.0 == 0.0;
    let round = matches!(of.value as u32, 2..=12 | 15 | 16 | 20 | 25 | 30 | 40 | 50 | 100) || of.scaled || odds;
    let fits = plain && (out || round && n.value <= 10.0);
    (fits && unit_after(s, of.end, of.value).is_none() && label(s, &of).is_none()).then_some(of)
}
