//! What an event has one value of: one ransom, one magnitude, one turnout, so many homes.
//!
//! A figure is named by a word of the list of measures beside it, or by the noun that it counts. If an article gives one
//! figure of a name, and another article another, they are held against each other whatever the rest of their sentences.
//! Small counts are met too often to be of one thing: such a one is held only against a count that two articles give.

use crate::claim::clause::Polarity;
use crate::claim::quantity::{Quantity, QuantityKind};
use crate::compare::context::Context;
use crate::compare::draft::PairDifference;
use crate::compare::facet::counted::{is_part, leaves_out, noun};
use crate::compare::facet::quantity::{of_figures, quantities};
use crate::compare::facet::scope;
use crate::compare::facet::sole;
use crate::compare::facet::theme::is_put_forward;
use crate::compare::facet::toll::{is_anybody, is_background};
use crate::lexicon::List;
use crate::likeness::Likeness;
use crate::text::span::Span;
use std::collections::BTreeSet;

/// Tokens on each side of a figure among which a word tells what it measures.
const REACH: usize = 8;
/// How many times one figure may be the other: figures far apart seldom measure one thing.
const MAX_RATIO: f64 = 2.6;
/// The same where a word says what both measure.
const MAX_RATIO_LISTED: f64 = 4.0;
/// Smaller counts are met too often to be of one thing because they count one sort of thing.
const SMALL: f64 = 100.0;

/// The least of a number of things told of as known (`the 14 lorries`).
const FEW: f64 = 5.0;

/// The least of a number of things that two articles give alike.
const FEWEST: f64 = 2.0;

/// What a figure is a figure of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Measure<'c> {
    /// A line of the list.
    Listed(&'c str),
    /// A counted noun.
    Count(&'c str),
    /// A counted noun that means all of its sort in the story, in the first word of its line of synonyms.
    All(&'c str),
    /// A counted noun of a small number, in the first word of its line of synonyms: only against two articles that agree.
    Few(&'c str),
}

/// The differences of measure between the articles of a cluster. Cost: O(figures × REACH), and for each measure
/// O(articles² × figures of an article).
pub(crate) fn differences(ctx: &Context<'_>, articles: &[usize]) -> Vec<PairDifference> {
    let currencies = currencies(ctx, articles);
    let told = |a: usize| {
        let claims = ctx.corpus.articles[a].claims.clone().filter(|&c| is_told(ctx, c));
        claims.flat_map(|c| {
            let figures = quantities(ctx, c).iter().filter(|q| q.value.is_some() && !leaves_out(q) && q.per.is_none());
            let telling = |m: &Measure<'_>, q: &Quantity| {
                matches!(m, Measure::Listed(_)) || !q.noun.as_deref().is_some_and(|n| currencies.contains(n))
            };
            let measured = figures.filter_map(|&q| Some((measure(ctx, c, q).filter(|m| telling(m, q))?, (c, q))));
            measured.collect::<Vec<_>>()
        })
    };
    let values = sole::values(articles, told, |x, y| differ(x.1, y.1));
    let mut out = Vec::new();
    for (measure, given) in values {
        let few = matches!(measure, Measure::Few(_));
        let told_twice: Vec<bool> =
            if few { given.iter().map(|g| is_told_twice(g, &given)).collect() } else { Vec::new() };
        for (i, &(a, x)) in given.iter().enumerate() {
            for (j, &(b, y)) in given.iter().enumerate().skip(i + 1) {
                let ratio = if matches!(measure, Measure::Listed(_)) { MAX_RATIO_LISTED } else { MAX_RATIO };
                let far = x.high().zip(y.high()).is_none_or(|(v, w)| v.max(w) > ratio * v.min(w));
                if far
                    || !differ(x, y)
                    || is_known(ctx, a, y)
                    || is_known(ctx, b, x)
                    || scope::differs(ctx, (a, x.span), (b, y.span))
                    || scope::is_other_reckoning(ctx, a, b)
                    || few && (!told_twice[i] && !told_twice[j] || is_of_part(ctx, (a, x), (b, y)))
                {
                    continue;
                }
                let name = match measure {
                    Measure::Listed(name) | Measure::Count(name) | Measure::All(name) | Measure::Few(name) => name,
                };
                out.push(of_figures(ctx, (a, x), (b, y), Some(name), 0.6));
            }
        }
    }
    out
}

/// The counted nouns that an article says the worth of in a currency (`300 crowns ($28)`): sums of them are of many
/// things.
fn currencies<'c>(ctx: &'c Context<'_>, articles: &[usize]) -> BTreeSet<&'c str> {
    let views = articles.iter().map(|&a| &ctx.corpus.articles[a]);
    let nouns = views.flat_map(|view| {
        let (all, text) = (&view.found.quantities, view.doc.text);
        all.windows(2).filter_map(move |pair| {
            let [sum, worth] = pair else { return None };
            let gap = Span::new(sum.span.end(), worth.span.start().max(sum.span.end())).of(text);
            (worth.kind == QuantityKind::Money && gap.trim() == "(").then_some(sum.noun.as_deref()).flatten()
        })
    });
    nouns.collect()
}

/// Whether a claim tells what is so of the event itself.
fn is_told(ctx: &Context<'_>, claim: usize) -> bool {
    is_put_forward(ctx, claim)
        && ctx.corpus.claims[claim].claim.polarity == Polarity::Positive
        && !is_background(ctx, claim)
}

/// Whether two figures of one measure exclude each other; `measured 7.2` has no unit beside it.
fn differ(x: &Quantity, y: &Quantity) -> bool {
    let (x, y) = (bare(x), bare(y));
    let of_kind = |q: &Quantity, kind: QuantityKind| Quantity { kind, unit: None, ..q.clone() };
    if x.kind == y.kind {
        x.likeness(&y) == Likeness::Different
    } else {
        of_kind(&x, QuantityKind::Magnitude).likeness(&of_kind(&y, QuantityKind::Magnitude)) == Likeness::Different
    }
}

/// A figure without what it counts.
fn bare(q: &Quantity) -> Quantity {
    Quantity { noun: None, state: None, ..q.clone() }
}

/// Whether the article of a claim also gives this figure, of whatever.
fn is_known(ctx: &Context<'_>, claim: usize, q: &Quantity) -> bool {
    let all = &ctx.corpus.articles[ctx.corpus.claims[claim].article].found.quantities;
    let q = bare(q);
    all.iter().any(|o| o.kind == q.kind && matches!(bare(o).likeness(&q), Likeness::Same | Likeness::Compatible))
}

/// What a figure of a claim is a figure of: by the nearest word of the list, else by its noun.
fn measure<'c>(ctx: &'c Context<'_>, claim: usize, q: &'c Quantity) -> Option<Measure<'c>> {
    let view = &ctx.corpus.claims[claim];
    let doc = &ctx.corpus.articles[view.article].doc;
    let sentence = doc.sentences.get(view.sentence).map_or(view.claim.span, |s| s.span);
    let (first, end) = (doc.token_at(q.span.start()), doc.token_at(q.span.end()));
    let low = first.saturating_sub(REACH).max(doc.token_at(sentence.start()));
    let high = (end + REACH).min(doc.token_from(sentence.end()));
    let mut best: Option<(usize, &str)> = None;
    let named = |i: usize| {
        let m = ctx.lexicon.match_at(List::Measure, doc.text, &doc.tokens, i)?;
        let listed = |field: usize, word: &str| m.entry.field(field).split(',').any(|w| w.trim() == word);
        let noun = match (m.entry.field(2), q.noun.as_deref()) {
            ("", None) => true,
            ("", Some(_)) => q.kind != QuantityKind::Count,
            (_, None) => listed(2, "-"),
            (_, noun) => noun.is_some_and(|n| listed(2, n)),
        };
        (noun && listed(1, name_of(q.kind))).then_some(m.entry.text.as_str())
    };
    for i in (low..high).filter(|i| !(first..end).contains(i)) {
        let far = if i < first { first - i } else { i - end };
        if let Some(name) = named(i).filter(|_| best.is_none_or(|(d, _)| far < d)) {
            best = Some((far, name));
        }
    }
    // `There was a ransom. It came to $5m.`
    let it = doc.tokens.get(doc.token_at(view.claim.span.start())).is_some_and(|t| t.is_any(doc.text, &["It", "it"]));
    if let (None, true, Some(before)) = (best, it, view.sentence.checked_sub(1).map(|s| doc.range_of(s))) {
        best = before.rev().take(2 * REACH).find_map(named).map(|name| (0, name));
    }
    if let Some((_, name)) = best {
        return Some(Measure::Listed(name));
    }
    let noun = q.noun.as_deref().filter(|n| !is_anybody(n))?;
    let counts = |least: f64| q.kind == QuantityKind::Count && q.high().is_some_and(|n| n >= least);
    if counts(SMALL) {
        return Some(Measure::Count(noun));
    }
    let sense = ctx.lexicon.entry(List::Synonym, noun).map_or(noun, |e| &e.text);
    // `the 14 lorries`: all of those of which the article tells, so that a smaller number tells as much.
    let the = first.checked_sub(1).and_then(|i| doc.tokens.get(i)).is_some_and(|t| t.is_any(doc.text, &["The", "the"]));
    if the && counts(FEW) {
        return Some(Measure::All(sense));
    }
    let of_people = ctx.lexicon.entry(List::PersonKind, noun).is_some();
    (counts(FEWEST) && !of_people).then_some(Measure::Few(sense))
}

/// Whether two articles at least give a figure, among those of one measure with one an article.
fn is_told_twice((_, q): &(usize, &Quantity), given: &[(usize, &Quantity)]) -> bool {
    given.iter().filter(|(_, o)| o.value == q.value).take(2).count() == 2
}

/// Whether one of two counts of one noun counts a part of what the other does.
fn is_of_part(ctx: &Context<'_>, (a, x): (usize, &Quantity), (b, y): (usize, &Quantity)) -> bool {
    let of = |c: usize, q: &Quantity| noun(ctx, ctx.corpus.claims[c].article, c, q);
    is_part((x, &of(a, x)), (y, &of(b, y)))
}

/// The name of a sort of figure, as in the report.
fn name_of(kind: QuantityKind) -> &'static str {
    match kind {
        QuantityKind::Money => "money",
        QuantityKind::Percent => "percent",
        QuantityKind::Duration => "duration",
        QuantityKind::Distance => "distance",
        QuantityKind::Weight => "weight",
        QuantityKind::Speed => "speed",
        QuantityKind::Magnitude => "magnitude",
        QuantityKind::Count => "count",
        QuantityKind::Other => "other",
        _ => "",
    }
}
