//! When somebody leaves a post: `will step down on May 3`, `will stay until May 17`.
//!
//! A person leaves a post once, so the days that two articles give are held against each other, whatever verbs they have
//! for it and whether the one tells the end and the other how long it lasts.

use crate::claim::actor::ActorKind;
use crate::claim::clause::{ClaimKind, Polarity};
use crate::claim::timex::DateMention;
use crate::compare::context::Context;
use crate::compare::draft::{PairDifference, Side};
use crate::compare::facet::date::{agree, dates_in};
use crate::compare::facet::sole;
use crate::compare::facet::stance::is_ahead;
use crate::compare::finding::Facet;
use crate::lexicon::List;
use crate::text::sentence::Part;
use crate::text::span::Span;
use crate::text::token::Token;

/// Words between the verb and its date at most.
const NEAR: usize = 6;

/// The differences of date between what the articles of a cluster say of when people leave. Cost: O(tokens).
pub(crate) fn differences(ctx: &Context<'_>, articles: &[usize]) -> Vec<PairDifference> {
    // An article that gives one person two days means two posts, or tells what others say.
    let told = |a: usize| {
        let claims = ctx.corpus.articles[a].claims.clone();
        claims.filter_map(|c| departure(ctx, c).map(|(who, date)| (who, (c, date))))
    };
    let days = sole::values(articles, told, |x, y| !agree(x.1, y.1, ctx.lexicon));
    let mut out = Vec::new();
    for (who, given) in days {
        for (i, &(a, x)) in given.iter().enumerate() {
            for &(b, y) in given.iter().skip(i + 1).filter(|(_, y)| !agree(x, y, ctx.lexicon)) {
                let side =
                    |c: usize, d: &DateMention| Side { article: ctx.corpus.claims[c].article, claim: c, span: d.span };
                out.push(PairDifference {
                    facet: Facet::Date,
                    a: side(a, x),
                    b: side(b, y),
                    reason: format!(
                        "{} leaves on “{}” in one article, on “{}” in the other",
                        ctx.actors[who].name, x.text, y.text
                    ),
                    update: false,
                    score: 0.7,
                    topic: 0,
                });
            }
        }
    }
    out
}

/// Who leaves, and when, as a claim says.
fn departure<'c>(ctx: &Context<'c>, claim: usize) -> Option<(usize, &'c DateMention)> {
    let view = &ctx.corpus.claims[claim];
    let c = view.claim;
    let [date] = dates_in(ctx, claim) else { return None };
    if c.kind != ClaimKind::Statement || c.part != Part::Prose || c.polarity != Polarity::Positive {
        return None;
    }
    let article = &ctx.corpus.articles[view.article];
    let day = date.value.as_ref().and_then(|v| v.days());
    let later = ctx.published_on(view.article).zip(day).is_some_and(|(published, (day, _))| day > published);
    let verb = c.predicate.as_ref()?;
    if !later && !is_ahead(ctx, claim) {
        return None;
    }
    let who = ctx.doer(claim).or_else(|| ctx.subject_actor(claim))?;
    let person = ctx.actors[who].kind == ActorKind::Person;
    let doc = &article.doc;
    let from = c.subject.filter(|s| s.start() < verb.span.start()).map_or(verb.span, |s| s.to(verb.span));
    let first = doc.token_at(from.start());
    let until = doc.token_from(verb.span.end());
    let (at, found) = (first..until).find_map(|i| {
        let m = ctx.lexicon.match_at(List::Departure, doc.text, &doc.tokens, i)?;
        Some((i, m))
    })?;
    // `left for Paris on Friday`, `goes to court on Friday`
    let next = doc.tokens.get(at + found.len)?;
    let elsewhere = next.is_any(doc.text, &["for", "to", "into", "through", "behind", "home"])
        || ctx
            .mentions_in(view.article, Span::new(next.span.start(), c.span.end()))
            .next()
            .is_some_and(|m| m.kind == ActorKind::Place && m.span.start() == next.span.start());
    let before = doc.token_before(date.span.start())?;
    let limit = |t: &Token| t.is_any(doc.text, &["until", "till", "through", "to"]);
    let ends = found.entry.field(2) == "ends";
    let apart = doc.token_at(date.span.start()).saturating_sub(at + found.len);
    let put = if ends { !limit(before) && !before.is_any(doc.text, &["before", "after", "by"]) } else { limit(before) };
    (person && !elsewhere && put && date.span.start() >= verb.span.end() && apart <= NEAR).then_some((who, date))
}
