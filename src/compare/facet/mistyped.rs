//! A figure that two articles give, and in a third that never gives it the same digits changed about (318, 381), which
//! nobody else gives. Such figures seldom meet by chance, whatever the rest of the sentences.

use crate::claim::clause::Polarity;
use crate::claim::quantity::{Amount, Quantity, QuantityKind};
use crate::compare::context::Context;
use crate::compare::draft::PairDifference;
use crate::compare::facet::quantity::{of_figures, quantities};
use crate::compare::facet::theme::is_put_forward;
use crate::compare::facet::toll::is_anybody;
use crate::lexicon::List;
use std::collections::{BTreeMap, BTreeSet};

/// Figures of one article with the same digits that are looked at.
const FIGURES: usize = 16;
/// Digits met in more orders than this tell nothing.
const ORDERS: usize = 12;
/// Larger figures are not written out.
const LARGEST: f64 = 1e15;

/// A figure in a claim.
type Told<'c> = (usize, &'c Quantity);

/// What figures that may be one another mistyped have in common: kind, unit, digits in order, and zeros behind them.
type Digits<'c> = (u8, Option<&'c str>, String, usize);

/// The differences of figure between the articles of a cluster. Cost: O(figures log figures), and for each set of digits,
/// of at most [`ORDERS`] figures, O(articles).
pub(crate) fn differences(ctx: &Context<'_>, articles: &[usize]) -> Vec<PairDifference> {
    let mut all: BTreeMap<Digits<'_>, BTreeMap<String, BTreeMap<usize, Vec<Told<'_>>>>> = BTreeMap::new();
    for &a in articles {
        for c in ctx.corpus.articles[a].claims.clone().filter(|&c| is_told(ctx, c)) {
            for &q in quantities(ctx, c) {
                let Some((digits, written)) = digits(q) else { continue };
                let here = all.entry(digits).or_default().entry(written).or_default().entry(a).or_default();
                if here.len() < FIGURES {
                    here.push((c, q));
                }
            }
        }
    }
    let mut out = Vec::new();
    for values in all.values().filter(|v| (2..=ORDERS).contains(&v.len())) {
        for alone in values.values().filter(|told| told.len() == 1) {
            for many in values.values().filter(|told| told.len() > 1) {
                out.extend(against(ctx, many, alone));
            }
        }
    }
    out
}

/// What several articles give alike against what another alone does.
fn against<'c>(
    ctx: &Context<'_>,
    many: &BTreeMap<usize, Vec<Told<'c>>>,
    alone: &BTreeMap<usize, Vec<Told<'c>>>,
) -> Vec<PairDifference> {
    let Some((&b, here)) = alone.iter().next().filter(|(b, _)| !many.contains_key(b)) else { return Vec::new() };
    let pair = |told: &Vec<Told<'c>>| -> Option<(Told<'c>, Told<'c>)> {
        let mut all = told.iter().flat_map(|x| here.iter().map(move |y| (*x, *y)));
        all.find(|(x, y)| is_of_one(ctx, x.1, y.1))
    };
    let pairs: Vec<(Told<'c>, Told<'c>)> = many.values().filter_map(pair).collect();
    let known = pairs.first().is_some_and(|(x, _)| {
        let all = &ctx.corpus.articles[b].found.quantities;
        all.iter().any(|q| q.kind == x.1.kind && q.value == x.1.value)
    });
    let given: BTreeSet<usize> = pairs.iter().map(|(x, _)| ctx.corpus.claims[x.0].article).collect();
    if known || given.len() < 2 {
        return Vec::new();
    }
    pairs.into_iter().map(|(x, y)| of_figures(ctx, x, y, None, 0.6)).collect()
}

/// Whether a claim tells that something is so.
fn is_told(ctx: &Context<'_>, claim: usize) -> bool {
    is_put_forward(ctx, claim) && ctx.corpus.claims[claim].claim.polarity == Polarity::Positive
}

/// Whether two figures may measure or count one thing.
fn is_of_one(ctx: &Context<'_>, x: &Quantity, y: &Quantity) -> bool {
    if x.per != y.per {
        return false;
    }
    let (Some(p), Some(q)) = (x.noun.as_deref(), y.noun.as_deref()) else { return true };
    let sense = |noun: &str| ctx.lexicon.entry(List::Synonym, noun).map(|e| e.text.clone());
    // `124 people`, `142 passengers`: some of them may be crew.
    let person = |noun: &str| ctx.lexicon.entry(List::SpeakerNoun, noun).is_some_and(|e| e.field(1) == "p");
    let anybody = is_anybody(p) && !person(q) || is_anybody(q) && !person(p);
    x.kind != QuantityKind::Count || p == q || anybody || sense(p).is_some_and(|s| sense(q) == Some(s))
}

/// The digits of a figure in order, and as they are written; `None` where there are fewer than two to change about.
fn digits(q: &Quantity) -> Option<(Digits<'_>, String)> {
    let Some(Amount::Number(n)) = q.value else { return None };
    if !(0.0..LARGEST).contains(&n) || q.kind == QuantityKind::Age {
        return None;
    }
    // Three decimals are more than newspapers print.
    let all = format!("{:.0}", n * 1e3);
    let written = all.trim_end_matches('0');
    let mut sorted: Vec<char> = written.chars().collect();
    sorted.sort_unstable();
    let several = sorted.first() != sorted.last();
    let key = (q.kind as u8, q.unit.as_deref(), sorted.into_iter().collect(), all.len() - written.len());
    several.then(|| (key, written.to_owned()))
}
