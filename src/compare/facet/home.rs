//! One person from two places: `Ann Lee, 25, of Harbour Point`, `Ann Lee of Port Vell`.

use crate::claim::actor::ActorKind;
use crate::compare::context::{Context, Mention};
use crate::compare::draft::{PairDifference, Side};
use crate::compare::facet::place::Map;
use crate::compare::facet::role::clip;
use crate::compare::finding::Facet;
use crate::lexicon::List;
use crate::text::span::Span;
use crate::text::token::{Token, TokenKind};
use std::collections::BTreeSet;

/// Tokens between a name and the `of` or `from` of its bearer's town: an age between commas.
const REACH: usize = 3;
/// Towns of one person in one article that are compared at most.
const MOST: usize = 8;

/// Where an article says somebody is from.
struct Home {
    article: usize,
    person: usize,
    place: Mention,
    /// From the name to the place.
    span: Span,
}

/// Differences of the place that people are said to be from, person by person.
///
/// Cost: O(mentions log mentions), and for each person O(articles²).
pub(crate) fn differences(ctx: &Context<'_>, articles: &[usize], map: &Map) -> Vec<PairDifference> {
    let mut homes: Vec<Home> = articles.iter().flat_map(|&a| homes_of(ctx, a)).collect();
    // One of each in an article tells all.
    homes.sort_by_key(|h| (h.person, h.article, h.place.actor, h.span));
    homes.dedup_by_key(|h| (h.person, h.article, h.place.actor));
    let mut out = Vec::new();
    for of_one in homes.chunk_by(|x, y| x.person == y.person) {
        let places: BTreeSet<usize> = of_one.iter().map(|h| h.place.actor).collect();
        if places.len() < 2 {
            continue;
        }
        let by_article = of_one.chunk_by(|x, y| x.article == y.article);
        let of_one: Vec<&Home> = by_article.flat_map(|homes| homes.iter().take(MOST)).collect();
        for (i, &x) in of_one.iter().enumerate() {
            for &y in of_one.iter().skip(i + 1).filter(|y| y.article != x.article) {
                if map.related(ctx, (x.article, x.place), (y.article, y.place)) && !stated_of(&of_one, x, y, map) {
                    continue;
                }
                let side = |h: &Home| {
                    let claim = ctx.claim_on(h.article, h.span)?;
                    Some(Side { article: h.article, claim, span: clip(h.span, ctx.corpus.claims[claim].claim.span) })
                };
                let text = |h: &Home| h.place.span.of(ctx.corpus.articles[h.article].doc.text);
                if let (Some(a), Some(b)) = (side(x), side(y)) {
                    let name = &ctx.actors[x.person].name;
                    out.push(PairDifference {
                        facet: Facet::Place,
                        a,
                        b,
                        reason: format!("{name} is from {} in one article and from {} in another", text(x), text(y)),
                        update: false,
                        score: 0.8,
                        topic: x.person as u64,
                    });
                }
            }
        }
    }
    out
}

/// Whether neither place lies in the other, and each article gives the person one place only: that an article knows the
/// other's place too is then no doubt, for the place is said of this person.
fn stated_of(of_one: &[&Home], x: &Home, y: &Home, map: &Map) -> bool {
    let alone = |h: &Home| of_one.iter().all(|o| o.article != h.article || map.part_of(o.place.actor, h.place.actor));
    !map.part_of(x.place.actor, y.place.actor) && alone(x) && alone(y)
}

fn homes_of(ctx: &Context<'_>, article: usize) -> Vec<Home> {
    let doc = &ctx.corpus.articles[article].doc;
    let all = ctx.mentions.get(article).map_or(&[][..], Vec::as_slice);
    let mut out = Vec::new();
    for (i, person) in all.iter().enumerate().filter(|(_, m)| m.kind == ActorKind::Person) {
        let Some(place) = all.get(i + 1).filter(|m| m.kind == ActorKind::Place) else { continue };
        let between = ctx.corpus.articles[article].tokens(Span::new(person.span.end(), place.span.start()));
        let aside = |t: &Token| t.kind == TokenKind::Number || t.of(doc.text) == ",";
        if let [before @ .., link] = between {
            let of = matches!(link.of(doc.text), "of" | "from");
            // `of Elm Street` names no town.
            let last = ctx.corpus.articles[article].tokens(place.span).last();
            let street = last.is_some_and(|t| t.lists.has(List::Street));
            if of && !street && before.len() <= REACH && before.iter().all(aside) {
                let span = person.span.to(place.span);
                out.push(Home { article, person: person.actor, place: *place, span });
            }
        }
    }
    out
}
