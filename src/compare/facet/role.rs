//! One person in two offices: title, office or affiliation.

use crate::claim::actor::{ActorKind, Role, RoleKind};
use crate::compare::context::Context;
use crate::compare::draft::{PairDifference, Side};
use crate::compare::finding::Facet;
use crate::likeness::Likeness;
use crate::text::span::Span;

/// Differences of office between the articles of a cluster, person by person.
pub(crate) fn differences(ctx: &Context<'_>, articles: &[usize]) -> Vec<PairDifference> {
    let mut held: Vec<(usize, usize, &Role)> = articles
        .iter()
        .flat_map(|&a| ctx.roles[a].iter().map(move |&(actor, role)| (actor, a, role)))
        .filter(|(actor, _, _)| ctx.actors[*actor].kind == ActorKind::Person)
        .collect();
    held.sort_by_key(|&(actor, article, role)| (actor, article, role.span));
    let mut out = Vec::new();
    for of_one in held.chunk_by(|x, y| x.0 == y.0) {
        for (i, &(actor, a, x)) in of_one.iter().enumerate() {
            for &(_, b, y) in of_one.iter().skip(i + 1).filter(|(_, b, _)| *b != a) {
                if x.kind != RoleKind::Office || y.kind != RoleKind::Office {
                    continue;
                }
                let different =
                    x.likeness(y, ctx.lexicon) == Likeness::Different && !both_held(ctx, (a, x), (b, y), of_one);
                if !different {
                    continue;
                }
                let name = &ctx.actors[actor].name;
                let reason = format!("{name} is “{}” in one article and “{}” in another", x.text, y.text);
                if let (Some(a), Some(b)) = (side(ctx, a, x), side(ctx, b, y)) {
                    let topic = actor as u64 * 2;
                    out.push(PairDifference { facet: Facet::Role, a, b, reason, update: false, score: 0.9, topic });
                }
            }
        }
    }
    out
}

/// Whether one of the two articles itself gives the person the other's role too, so that both may hold.
fn both_held(ctx: &Context<'_>, x: (usize, &Role), y: (usize, &Role), of_one: &[(usize, usize, &Role)]) -> bool {
    let says = |article: usize, role: &Role| {
        of_one.iter().any(|(_, a, r)| {
            *a == article && r.kind == role.kind && matches!(r.likeness(role, ctx.lexicon), Likeness::Same)
        })
    };
    says(x.0, y.1) || says(y.0, x.1)
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
