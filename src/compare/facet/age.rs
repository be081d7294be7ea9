//! One person, two ages.

use crate::claim::actor::{Role, RoleKind};
use crate::compare::context::Context;
use crate::compare::draft::{PairDifference, Side};
use crate::compare::facet::role::clip;
use crate::compare::finding::Facet;
use crate::text::span::Span;
use crate::text::token::TokenKind;

/// Days between two articles up to which an age given in both is taken to be of one day.
const SAME_TIME: i64 = 21;
/// Bytes between an age and the name of its bearer, at most.
const NEAR: usize = 40;

/// An age, and whose it is.
struct Age {
    article: usize,
    actor: usize,
    years: i64,
    /// The age and the name.
    span: Span,
}

/// Differences of age between the articles of a cluster, person by person. Cost: O(ages log ages), and
/// for each person O(articles²).
pub(crate) fn differences(ctx: &Context<'_>, articles: &[usize]) -> Vec<PairDifference> {
    let mut ages: Vec<Age> = articles.iter().flat_map(|&a| ages_of(ctx, a)).collect();
    // One of each in an article tells all.
    ages.sort_by_key(|a| (a.actor, a.article, a.years, a.span));
    ages.dedup_by_key(|a| (a.actor, a.article, a.years));
    let mut out = Vec::new();
    for of_one in ages.chunk_by(|x, y| x.actor == y.actor) {
        // An article that gives two ages has slipped, or corrects itself, and is not held against others.
        let by_article = of_one.chunk_by(|x, y| x.article == y.article);
        let of_one: Vec<&Age> = by_article.filter(|ages| ages.len() == 1).flatten().collect();
        for (i, x) in of_one.iter().enumerate() {
            for y in of_one.iter().skip(i + 1).filter(|y| y.article != x.article && differ(ctx, x, y)) {
                let side = |a: &Age| {
                    let claim = ctx.claim_on(a.article, a.span)?;
                    Some(Side { article: a.article, claim, span: clip(a.span, ctx.corpus.claims[claim].claim.span) })
                };
                if let (Some(a), Some(b)) = (side(x), side(y)) {
                    let name = &ctx.actors[x.actor].name;
                    out.push(PairDifference {
                        facet: Facet::Quantity,
                        a,
                        b,
                        reason: format!("{name} is {} in one article and {} in another", x.years, y.years),
                        update: false,
                        score: 0.9,
                        topic: x.actor as u64 * 2 + 1,
                    });
                }
            }
        }
    }
    out
}

/// The ages of an article, with their bearers.
fn ages_of(ctx: &Context<'_>, article: usize) -> Vec<Age> {
    let view = &ctx.corpus.articles[article];
    let age = |&(actor, role): &(usize, &Role)| {
        let number = view.tokens(role.span).iter().find(|t| t.kind == TokenKind::Number)?;
        let years = number.of(view.doc.text).parse().ok()?;
        let both = role.span.to(role.mention);
        let span = if both.len() <= role.span.len() + role.mention.len() + NEAR { both } else { role.span };
        Some(Age { article, actor, years, span })
    };
    ctx.roles[article].iter().filter(|(_, r)| r.kind == RoleKind::Age).filter_map(age).collect()
}

/// Whether two ages of one person cannot both hold, the time between the articles allowed for.
fn differ(ctx: &Context<'_>, x: &Age, y: &Age) -> bool {
    if x.years == y.years {
        return false;
    }
    let (Some(p), Some(q)) = (ctx.published_on(x.article), ctx.published_on(y.article)) else { return true };
    // The later article's age less the earlier's, against the years between them.
    let (grown, days) = if p <= q { (y.years - x.years, q - p) } else { (x.years - y.years, p - q) };
    let years = days / 365;
    let most = if days < SAME_TIME { years } else { years + 1 };
    grown < years || grown > most
}
