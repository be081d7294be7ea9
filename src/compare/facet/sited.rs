//! Where a thing stands that two articles at least place alike, and another elsewhere: `a mill at Orrin`, `the mill near
//! Sall`.
//!
//! A noun for a spot before a place by name says where that one is. It is held against another article's only if a third
//! places it as one of the two does, and neither article names the other's place: what is called alike may be two.

use crate::claim::actor::ActorKind;
use crate::compare::context::{Context, Mention};
use crate::compare::draft::{PairDifference, Side};
use crate::compare::facet::place::Map;
use crate::compare::facet::sole;
use crate::compare::facet::theme::is_put_forward;
use crate::compare::facet::toll::is_background;
use crate::compare::finding::Facet;
use crate::lexicon::List;
use crate::text::span::Span;
use crate::text::token::Token;
use std::collections::BTreeMap;

/// Tokens before a place among which the preposition stands (`in the quiet town of`).
const REACH: usize = 6;
/// Articles that place a thing alike, at least.
const LEAST: usize = 2;

/// A place of a thing.
#[derive(Clone, Copy)]
struct Site {
    claim: usize,
    place: Mention,
    /// From the thing to the place.
    span: Span,
}

/// The differences between articles that place one thing apart. Cost: O(mentions), and for each sort of thing
/// O(articles²).
pub(crate) fn differences(ctx: &Context<'_>, articles: &[usize], map: &Map) -> Vec<PairDifference> {
    let article = |s: &Site| ctx.corpus.claims[s.claim].article;
    let told = |a: usize| ctx.mentions[a].iter().filter_map(move |m| site(ctx, a, *m));
    let given = sole::values(articles, told, |x: Site, y: Site| x.place.actor != y.place.actor);
    let mut out = Vec::new();
    for sites in given.into_values() {
        let mut count: BTreeMap<usize, usize> = BTreeMap::new();
        for s in &sites {
            *count.entry(s.place.actor).or_insert(0) += 1;
        }
        let votes = |s: &Site| count.get(&s.place.actor).copied().unwrap_or(0);
        for (i, x) in sites.iter().enumerate() {
            for y in sites.iter().skip(i + 1) {
                let told_twice = votes(x) >= LEAST || votes(y) >= LEAST;
                let one_time = is_background(ctx, x.claim) == is_background(ctx, y.claim);
                if told_twice && one_time && !map.related(ctx, (article(x), x.place), (article(y), y.place)) {
                    out.push(difference(ctx, x, y));
                }
            }
        }
    }
    out
}

fn difference(ctx: &Context<'_>, x: &Site, y: &Site) -> PairDifference {
    let article = |s: &Site| ctx.corpus.claims[s.claim].article;
    let side = |s: &Site| Side { article: article(s), claim: s.claim, span: s.span };
    let text = |s: &Site| s.span.of(ctx.corpus.articles[article(s)].doc.text);
    PairDifference {
        facet: Facet::Place,
        a: side(x),
        b: side(y),
        reason: format!("“{}” in one article, “{}” in the other", text(x), text(y)),
        update: false,
        score: 0.6,
        topic: 0,
    }
}

/// What a place is the place of, by the line of the list that the noun before it stands on, with both.
fn site<'c>(ctx: &'c Context<'_>, article: usize, place: Mention) -> Option<(&'c str, Site)> {
    if place.kind != ActorKind::Place {
        return None;
    }
    let claim = ctx.claim_on(article, place.span).filter(|&c| is_put_forward(ctx, c))?;
    let doc = &ctx.corpus.articles[article].doc;
    let at = doc.token_at(place.span.start());
    let before = doc.tokens.get(at.saturating_sub(REACH)..at)?;
    let leads =
        |t: &Token| t.is_any(doc.text, &["above", "at", "below", "beside", "by", "in", "near", "off", "on", "outside"]);
    let lead = before.iter().rposition(leads)?;
    let (head, rest) = before.split_at(lead);
    if !is_of_town(rest.get(1..)?, doc.text) {
        return None;
    }
    let head = match head {
        [nouns @ .., comma] if comma.is_any(doc.text, &[","]) => nouns,
        nouns => nouns,
    };
    let noun = head.last().filter(|t| !t.is_capitalised())?;
    let sort = ctx.lexicon.entry(List::Spot, noun.of(doc.text))?;
    Some((&sort.text, Site { claim, place, span: noun.span.to(place.span) }))
}

/// Whether nothing stands between a preposition and a place by name but what sort of place it is (`the`, `the small town
/// of`).
fn is_of_town(between: &[Token], text: &str) -> bool {
    match between {
        [] => true,
        [the] => the.is_any(text, &["the"]),
        [the, .., sort, of] => {
            the.lists.has(List::Determiner)
                && of.is_any(text, &["of"])
                && sort.is_any(text, &["city", "district", "hamlet", "island", "suburb", "town", "village"])
        }
        _ => false,
    }
}
