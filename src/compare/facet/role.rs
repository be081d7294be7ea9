//! One person in two offices: title, office or affiliation.

use crate::claim::actor::{ActorKind, Role, RoleKind};
use crate::compare::context::Context;
use crate::compare::draft::{PairDifference, Side};
use crate::compare::finding::Facet;
use crate::compare::roles::{Held, Roles, Wording, wordings};
use crate::likeness::Likeness;
use crate::text::span::Span;

/// Differences of office between the articles of a cluster, person by person. Cost: for each person O(wordings²), of
/// which an article has a few.
pub(crate) fn differences(ctx: &Context<'_>, roles: &Roles<'_>) -> Vec<PairDifference> {
    let mut out = Vec::new();
    for of_one in roles.by_actor().filter(|of| of.first().is_some_and(|h| is_person(ctx, h))) {
        let actor = of_one.first().map_or(0, |h| h.actor);
        let mut given = wordings(of_one);
        given.retain(|w| matches!(w.first.role.kind, RoleKind::Office | RoleKind::Family));
        for (i, x) in given.iter().enumerate() {
            for y in given.iter().skip(i + 1).filter(|y| y.article != x.article) {
                let different = roles.likeness(ctx, &x.first, &y.first) == Likeness::Different;
                if !different || both_held(ctx, roles, (x, y), &given) {
                    continue;
                }
                let name = &ctx.actors[actor].name;
                let reason =
                    format!("{name} is “{}” in one article and “{}” in another", x.first.role.text, y.first.role.text);
                let sides = |w: &Wording<'_>| -> Vec<Side> {
                    w.places.iter().filter_map(|role| side(ctx, w.article, role)).collect()
                };
                let (xs, ys) = (sides(x), sides(y));
                for (&a, &b) in xs.iter().flat_map(|a| ys.iter().map(move |b| (a, b))) {
                    let (topic, reason) = (actor as u64 * 2, reason.clone());
                    out.push(PairDifference { facet: Facet::Role, a, b, reason, update: false, score: 0.9, topic });
                }
            }
        }
    }
    out
}

fn is_person(ctx: &Context<'_>, h: &Held<'_>) -> bool {
    ctx.actors[h.actor].kind == ActorKind::Person
}

/// Whether one of the two articles itself gives the person the other's role too, or a third one gives both, each in words
/// that fit that one only (`boss` fits many), so that both may hold.
fn both_held(
    ctx: &Context<'_>,
    roles: &Roles<'_>,
    (x, y): (&Wording<'_>, &Wording<'_>),
    given: &[Wording<'_>],
) -> bool {
    let fits = |w: &Wording<'_>, role: &Held<'_>| {
        matches!(roles.likeness(ctx, &w.first, role), Likeness::Same | Likeness::Compatible)
    };
    let (x_own, y_own) = (x.article, y.article);
    let (x, y) = (&x.first, &y.first);
    given.chunk_by(|v, w| v.article == w.article).any(|here| {
        let article = here.first().map_or(usize::MAX, |w| w.article);
        let says = |role, other| here.iter().any(|w| fits(w, role) && !fits(w, other));
        let too = |role| here.iter().any(|w| fits(w, role));
        article == x_own && too(y) || article == y_own && too(x) || says(x, y) && says(y, x)
    })
}

fn side(ctx: &Context<'_>, article: usize, role: &Role) -> Option<Side> {
    let span = role.span.to(role.mention);
    let span = if span.len() <= role.span.len() + role.mention.len() + 40 { span } else { role.span };
    let claim = ctx.claim_by(article, span)?;
    Some(Side { article, claim, span: clip(span, ctx.corpus.claims[claim].claim.span) })
}

pub(super) fn clip(span: Span, to: Span) -> Span {
    if to.covers(span) {
        span
    } else {
        Span::new(span.start().max(to.start()), span.end().min(to.end()).max(span.start().max(to.start())))
    }
}
