//! One thing, two days: `the farewell concert will be on 28 May`, `the farewell concert is to be on 9 June`.
//!
//! Claims that give one date each are held against each other by what they are about, where their verbs mean one thing or
//! say little by themselves.

use crate::claim::clause::Polarity;
use crate::claim::timex::DateMention;
use crate::compare::context::Context;
use crate::compare::cut::Cut;
use crate::compare::draft::{PairDifference, Side};
use crate::compare::facet::date::{agree, dates_in, is_limit, is_of_another, points_back};
use crate::compare::facet::theme::{Who, is_put_forward, theme};
use crate::compare::finding::Facet;
use crate::compare::vocabulary::{Term, TermId};
use crate::date::Grain;
use crate::lexicon::List;
use crate::text::span::Span;
use std::collections::BTreeMap;

/// Claims about things of one name that are held against each other.
const MOST: usize = 24;

/// A claim that says when something is.
struct Told<'c> {
    article: usize,
    claim: usize,
    about: Who<'c>,
    date: &'c DateMention,
    grain: Grain,
    /// Whether the day is to come when the article appears.
    ahead: Option<bool>,
}

/// The differences between articles that give one thing two days. An article that gives it two itself tells of two
/// things. Cost: O(claims), and for each name O(MOST²).
pub(crate) fn differences(ctx: &Context<'_>, articles: &[usize]) -> Vec<PairDifference> {
    let mut by_name: BTreeMap<TermId, Vec<Told<'_>>> = BTreeMap::new();
    for c in articles.iter().flat_map(|&a| ctx.corpus.articles[a].claims.clone()) {
        let Some(told) = told_by(ctx, c) else { continue };
        let Some(head) = told.about.head().map(|t| t.stem) else { continue };
        by_name.entry(head).or_default().push(told);
    }
    let mut out = Vec::new();
    for all in by_name.into_values() {
        let kept = all.get(..MOST.min(all.len())).unwrap_or(&[]);
        ctx.cuts.add(Cut::Appointed, all.iter().skip(MOST).map(|t| t.claim));
        let differ = |x: &Told<'_>, y: &Told<'_>| !agree(x.date, y.date, ctx.lexicon);
        let steady: Vec<&Told<'_>> = kept
            .iter()
            .filter(|t| !kept.iter().any(|u| u.article == t.article && differ(t, u) && t.about.is(&u.about)))
            .collect();
        for (i, x) in steady.iter().enumerate() {
            for y in steady.iter().skip(i + 1).filter(|y| y.article != x.article) {
                let one_grain = x.grain == y.grain && x.ahead == y.ahead;
                if !one_grain || !differ(x, y) || !x.about.is(&y.about) || !one_verb(ctx, x, y) {
                    continue;
                }
                let side = |t: &Told<'_>| Side { article: t.article, claim: t.claim, span: t.date.span };
                out.push(PairDifference {
                    facet: Facet::Date,
                    a: side(x),
                    b: side(y),
                    reason: format!("“{}” in one article, “{}” in the other", x.date.text, y.date.text),
                    update: false,
                    score: 0.6,
                    topic: 0,
                });
            }
        }
    }
    out
}

/// When something is, if a claim says so with one date and a verb after which it stands.
fn told_by<'c>(ctx: &'c Context<'_>, claim: usize) -> Option<Told<'c>> {
    let view = &ctx.corpus.claims[claim];
    let c = view.claim;
    let told = is_put_forward(ctx, claim) && c.polarity == Polarity::Positive;
    let [date] = dates_in(ctx, claim) else { return None };
    let verb = c.predicate.as_ref().filter(|_| told)?;
    let value = date.value.as_ref()?;
    let bare = is_limit(ctx, view.article, date)
        || is_of_another(ctx, view.article, date.span)
        || points_back(date)
        || value.is_interval();
    let published = ctx.published_on(view.article);
    let ahead = published.zip(value.days()).map(|(day, (first, _))| first > day);
    let about = theme(ctx, claim).filter(|w| w.actor.is_none() && !w.terms.is_empty())?;
    (!bare && date.span.start() >= verb.span.end()).then_some(Told {
        article: view.article,
        claim,
        about,
        date,
        grain: value.grain(),
        ahead,
    })
}

/// Whether two verbs mean one thing, or say little by themselves (`was taken`, `will be`): then nothing else may stand
/// between the verb and the date, or the same (`was made public`).
fn one_verb(ctx: &Context<'_>, x: &Told<'_>, y: &Told<'_>) -> bool {
    let lemma = |t: &Told<'_>| ctx.corpus.claims[t.claim].claim.predicate.as_ref().map_or("", |p| p.lemma.as_str());
    let light = |t: &Told<'_>| ctx.lexicon.entry(List::CommonWord, lemma(t)).is_some();
    if !light(x) || !light(y) {
        return ctx.same_predicate(x.claim, y.claim) == Some(true);
    }
    let between = |t: &Told<'_>| {
        let verb = ctx.corpus.claims[t.claim].claim.predicate.as_ref().map_or(t.date.span, |p| p.span);
        ctx.terms_in(t.claim, Span::new(verb.end(), t.date.span.start().max(verb.end())))
    };
    let (p, q) = (between(x), between(y));
    let with = |p: &[Term], q: &[Term]| p.iter().all(|t| q.iter().any(|u| t.likeness(u) > 0.0));
    (lemma(x) == lemma(y) || lemma(x) == "be" || lemma(y) == "be") && with(p, q) && with(q, p)
}
