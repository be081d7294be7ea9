//! One person in two offices: title, office or affiliation; and ages.

use crate::claim::actor::{ActorKind, Role, RoleKind};
use crate::compare::context::Context;
use crate::compare::draft::{PairDifference, Side};
use crate::compare::finding::Facet;
use crate::likeness::Likeness;
use crate::text::span::Span;
use crate::text::token::TokenKind;

/// Differences of office and age between the articles of a cluster, person by person.
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
                let facet = match (x.kind, y.kind) {
                    (RoleKind::Office, RoleKind::Office) => Facet::Role,
                    (RoleKind::Age, RoleKind::Age) => Facet::Quantity,
                    _ => continue,
                };
                let different = match facet {
                    Facet::Role => {
                        x.likeness(y, ctx.lexicon) == Likeness::Different && !both_held(ctx, (a, x), (b, y), of_one)
                    }
                    _ => ages_differ(ctx, (a, x), (b, y)),
                };
                if !different {
                    continue;
                }
                let name = &ctx.actors[actor].name;
                let reason = format!("{name} is “{}” in one article and “{}” in another", x.text, y.text);
                if let (Some(a), Some(b)) = (side(ctx, a, x), side(ctx, b, y)) {
                    let topic = actor as u64 * 2 + u64::from(facet == Facet::Quantity);
                    out.push(PairDifference { facet, a, b, reason, update: false, score: 0.9, topic });
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
    let claim = ctx.claim_on(article, span)?;
    Some(Side { article, claim, span: clip(span, ctx.corpus.claims[claim].claim.span) })
}

fn clip(span: Span, to: Span) -> Span {
    if to.covers(span) {
        span
    } else {
        Span::new(span.start().max(to.start()), span.end().min(to.end()).max(span.start().max(to.start())))
    }
}

/// Whether two ages of one person cannot both hold, the time between the articles allowed for.
fn ages_differ(ctx: &Context<'_>, (a, x): (usize, &Role), (b, y): (usize, &Role)) -> bool {
    let (Some(p), Some(q)) = (age(ctx, a, x), age(ctx, b, y)) else { return false };
    if p == q {
        return false;
    }
    let day = |a: usize| ctx.corpus.articles[a].found.published.as_ref().and_then(|d| d.days()).map(|(d, _)| d);
    let (Some(dp), Some(dq)) = (day(a), day(b)) else { return true };
    // The later article's age less the earlier's, against the years between them.
    let (grown, days) = if dp <= dq { (q - p, dq - dp) } else { (p - q, dp - dq) };
    let years = days / 365;
    let most = if days < 21 { years } else { years + 1 };
    grown < years || grown > most
}

fn age(ctx: &Context<'_>, article: usize, role: &Role) -> Option<i64> {
    let view = &ctx.corpus.articles[article];
    let number = view.tokens(role.span).iter().find(|t| t.kind == TokenKind::Number)?;
    number.of(view.doc.text).parse().ok()
}
