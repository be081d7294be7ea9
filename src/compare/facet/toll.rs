//! Tolls: how many died, were hurt, are missing or were arrested in the one event that a cluster reports.
//!
//! A count whose state is given and whose noun may stand for anybody (`12 were hurt`, `19 people injured`) has one slot
//! an event, so two articles' counts are held against each other however little else their sentences share.

use crate::claim::clause::{Certainty, ClaimKind, Polarity};
use crate::claim::quantity::{Quantity, QuantityKind};
use crate::claim::timex::DateMention;
use crate::compare::context::Context;
use crate::compare::draft::PairDifference;
use crate::compare::facet::counted::{leaves_out, noun, of_one_sense};
use crate::compare::facet::date::of_one_day;
use crate::compare::facet::quantity::{has_grown, is_update, of_figures, quantities};
use crate::compare::facet::sole;
use crate::compare::finding::Facet;
use crate::lexicon::List;
use crate::likeness::Likeness;
use crate::text::span::Span;
use crate::text::token::Token;
use std::collections::{BTreeMap, BTreeSet};

/// Nouns that stand for all who are counted, whatever is told of them.
const ANYBODY: [&str; 3] = ["person", "victim", "casualty"];
/// The state of those who came together: a crowd is one of its day, and there may be one on another.
pub(super) const GATHERED: &str = "gathered";
/// How many sentences of a paragraph may go on from one that dates what is told.
const GOES_ON: usize = 5;
/// The state of the dead.
const DEAD: &str = "dead";
/// The states of people among whom an article may count the dead.
const HURT: [&str; 3] = ["injured", "shot", "stabbed"];
/// Days before publication beyond which what a claim dates is another event.
const BACKGROUND: i64 = 45;

/// The differences of toll between the articles of a cluster.
pub(crate) fn differences(ctx: &Context<'_>, articles: &[usize]) -> Vec<PairDifference> {
    // What an article counts in one state, if all its counts can be one: several may be parts of a whole.
    let told = |a: usize| {
        let claims = ctx.corpus.articles[a].claims.clone().filter(|&c| {
            let claim = ctx.corpus.claims[c].claim;
            let told = claim.kind == ClaimKind::Statement && claim.certainty != Certainty::Possible;
            told && !is_background(ctx, c)
        });
        claims.flat_map(|c| {
            let counts = quantities(ctx, c).iter().filter(|q| q.kind == QuantityKind::Count);
            counts.filter_map(move |&q| {
                let state = q.state.as_deref().filter(|s| stands_for(ctx, q, s).is_some())?;
                Some((state, (c, q)))
            })
        })
    };
    let slots = sole::values(articles, told, |x, y| differ(x.1, y.1));
    let mut out = Vec::new();
    for (state, tolls) in slots {
        for (i, &(a, x)) in tolls.iter().enumerate() {
            for &(b, y) in tolls.iter().skip(i + 1) {
                let update = is_update(ctx, (a, x), (b, y));
                if !(differ(x, y) || update && has_grown(x, y)) || leaves_out(x) != leaves_out(y) {
                    continue;
                }
                let all = [x, y].iter().all(|q| stands_for(ctx, q, state) == Some(Stands::ForAll));
                let nouns = |c: usize, q: &Quantity| noun(ctx, ctx.corpus.claims[c].article, c, q);
                let one = || x.noun == y.noun || of_one_sense(&nouns(a, x), &nouns(b, y));
                // Fewer guests than people may be some of them; a later article's more is news.
                if !(all || update || one()) || is_other_crowd(ctx, (a, x), (b, y)) {
                    continue;
                }
                out.push(of_figures(ctx, (a, x), (b, y), Some(state), 0.7));
            }
        }
    }
    out
}

/// Whether two counts of one state are of different numbers, whatever those who are counted are called.
fn differ(x: &Quantity, y: &Quantity) -> bool {
    let number = |q: &Quantity| Quantity { noun: None, ..q.clone() };
    number(x).likeness(&number(y)) == Likeness::Different
}

/// For whom the noun of a count stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stands {
    /// For all who are in the state.
    ForAll,
    /// For some of them, perhaps.
    ForSome,
}

/// Whether a count may be the toll of `state`, and whether its noun stands for all.
pub(super) fn stands_for(ctx: &Context<'_>, q: &Quantity, state: &str) -> Option<Stands> {
    let Some(noun) = q.noun.as_deref() else { return Some(Stands::ForAll) };
    if ANYBODY.contains(&noun) {
        return Some(Stands::ForAll);
    }
    let entry = ctx.lexicon.entry_of(List::Toll, state)?;
    let has = |field: usize| entry.field(field).split(',').any(|n| n.trim() == noun);
    match (has(0), has(1)) {
        (true, _) => Some(Stands::ForAll),
        (_, true) => Some(Stands::ForSome),
        _ => None,
    }
}

/// Whether two counts are of crowds of two days.
pub(super) fn is_other_crowd(ctx: &Context<'_>, (a, x): (usize, &Quantity), (b, y): (usize, &Quantity)) -> bool {
    [x, y].iter().any(|q| q.state.as_deref() == Some(GATHERED)) && !of_one_day(ctx, a, b)
}

/// `pairs` without counts of people hurt that differ by just the number of the dead of either article: one counts them
/// with the hurt, the other does not (`ten people were shot, one fatally`, `nine were hurt and one killed`).
pub(crate) fn without_the_dead(ctx: &Context<'_>, articles: &[usize], pairs: &mut Vec<PairDifference>) {
    let mut dead: BTreeMap<usize, BTreeSet<u64>> = BTreeMap::new();
    for &a in articles {
        let counts = ctx.corpus.articles[a].found.quantities.iter().filter(|q| q.state.as_deref() == Some(DEAD));
        // Whole numbers, so that their bits can be compared.
        let whole = counts.filter_map(Quantity::high).filter(|n| n.fract() == 0.0);
        dead.insert(a, whole.map(f64::to_bits).collect());
    }
    pairs.retain(|p| {
        let (Some(x), Some(y)) = (ctx.quantity_at(p.a.article, p.a.span), ctx.quantity_at(p.b.article, p.b.span))
        else {
            return true;
        };
        let hurt =
            |q: &Quantity| q.kind == QuantityKind::Count && q.state.as_deref().is_some_and(|s| HURT.contains(&s));
        let apart = x.high().zip(y.high()).map(|(v, w)| (v - w).abs().to_bits());
        let died = |a: usize| apart.is_some_and(|n| dead.get(&a).is_some_and(|d| d.contains(&n)));
        !(p.facet == Facet::Quantity
            && hurt(x)
            && hurt(y)
            && !leaves_out(x)
            && (died(p.a.article) || died(p.b.article)))
    });
}

/// Whether a noun may stand for anybody, so that its counts may be of different people.
pub(super) fn is_anybody(noun: &str) -> bool {
    ANYBODY.contains(&noun) || matches!(noun, "man" | "woman")
}

/// Whether the sentence of a claim dates what it tells well before its article appeared, or goes on from one that does.
pub(super) fn is_background(ctx: &Context<'_>, claim: usize) -> bool {
    *ctx.read[claim].background.get_or_init(|| told_as_background(ctx, claim))
}

fn told_as_background(ctx: &Context<'_>, claim: usize) -> bool {
    let view = &ctx.corpus.claims[claim];
    let article = &ctx.corpus.articles[view.article];
    let Some(published) = ctx.published_on(view.article) else { return false };
    if follows_a_long_time(ctx, claim) {
        return true;
    }
    let mut sentence = view.sentence;
    for _ in 0..GOES_ON {
        let Some(span) = article.doc.sentences.get(sentence).map(|s| s.span) else { return false };
        let all = &article.found.dates;
        let from = all.partition_point(|d| d.span.start() < span.start());
        let here = all.get(from..).unwrap_or(&[]).iter().take_while(|d| d.span.start() < span.end());
        let here = here.filter(|d| sentence != view.sentence || is_of_claim(ctx, claim, d));
        let mut days = here.filter_map(|d| d.value.as_ref().and_then(|v| v.days())).peekable();
        if days.peek().is_some() {
            return days.any(|(_, last)| last + BACKGROUND < published);
        }
        // `It comes a year after … . Two were arrested.`
        let Some(before) = sentence.checked_sub(1).and_then(|i| article.doc.sentences.get(i)) else { return false };
        let gap = Span::new(before.span.end(), span.start()).of(article.doc.text);
        if gap.contains(['\n', '\u{2028}', '\u{2029}']) {
            return false;
        }
        sentence -= 1;
        let claims = ctx.corpus.claims.get(article.claims.clone()).unwrap_or(&[]);
        let first = claims.partition_point(|c| c.sentence < sentence);
        let of_sentence = claims.get(first..).unwrap_or(&[]).iter().take_while(|c| c.sentence == sentence);
        if (article.claims.start + first..).zip(of_sentence).any(|(c, _)| follows_a_long_time(ctx, c)) {
            return true;
        }
    }
    false
}

/// Whether a date may tell when what a claim says happened: one inside a claim within it tells of that
/// (`the gauges, put up in 2019, showed nothing`), and what has not been since a day goes on.
fn is_of_claim(ctx: &Context<'_>, claim: usize, date: &DateMention) -> bool {
    let view = &ctx.corpus.claims[claim];
    let doc = &ctx.corpus.articles[view.article].doc;
    let since = doc.token_before(date.span.start()).is_some_and(|t| t.of(doc.text) == "since");
    let inner = ctx.claim_on(view.article, date.span).filter(|&c| c != claim).map(|c| ctx.corpus.claims[c].claim);
    let within = inner.is_some_and(|c| {
        c.kind == ClaimKind::Statement && view.claim.span.covers(c.span) && c.span.len() < view.claim.span.len()
    });
    !(within || since && view.claim.polarity == Polarity::Negative)
}

/// Whether a claim stands after a stretch of months or years and `after` (`comes two years after others were hurt`).
fn follows_a_long_time(ctx: &Context<'_>, claim: usize) -> bool {
    let view = &ctx.corpus.claims[claim];
    let article = &ctx.corpus.articles[view.article];
    let start = view.claim.span.start();
    let after = |t: &&Token| t.is_any(article.doc.text, &["after", "since"]);
    let Some(after) = article.doc.token_before(start).filter(after).map(|t| t.span.start()) else { return false };
    let all = &article.found.quantities;
    let before = all.get(..all.partition_point(|q| q.span.end() < after)).and_then(<[Quantity]>::last);
    before.is_some_and(|q| {
        let gap = Span::new(q.span.end(), after).of(article.doc.text);
        gap.trim().is_empty() && matches!(q.unit.as_deref(), Some("year" | "month"))
    })
}
