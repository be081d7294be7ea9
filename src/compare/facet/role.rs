//! One person in two offices: title, office or affiliation.

use crate::claim::actor::{ActorKind, Role, RoleKind, RoleTense};
use crate::compare::context::Context;
use crate::compare::draft::{PairDifference, Side};
use crate::compare::finding::Facet;
use crate::compare::roles::{Held, Roles, Wording, wordings};
use crate::lexicon::{List, Match};
use crate::likeness::Likeness;
use crate::text::span::Span;
use std::cell::LazyCell;
use std::collections::BTreeSet;

/// Differences of office between the articles of a cluster, person by person. Cost: for each person O(wordings²), of
/// which an article has a few.
pub(crate) fn differences(ctx: &Context<'_>, articles: &[usize], roles: &Roles<'_>) -> Vec<PairDifference> {
    let left = left_office(ctx, articles);
    let mut out = Vec::new();
    for of_one in roles.by_actor().filter(|of| of.first().is_some_and(|h| is_person(ctx, h))) {
        let actor = of_one.first().map_or(0, |h| h.actor);
        let mut given = wordings(of_one);
        given.retain(|w| matches!(w.first.role.kind, RoleKind::Office | RoleKind::Family));
        let told = LazyCell::new(|| told(ctx, roles, &given));
        for (i, x) in given.iter().enumerate() {
            for (k, y) in given.iter().enumerate().skip(i + 1).filter(|(_, y)| y.article != x.article) {
                let different = roles.likeness(ctx, &x.first, &y.first) == Likeness::Different;
                // Of one who steps down in the story both are told: `the mayor` resigned, `the former mayor` is questioned.
                let former = |w: &Wording<'_>| w.first.role.tense == RoleTense::Former;
                let gone = former(x) != former(y) && left.contains(&actor);
                let votes = || (told.get(i).copied().unwrap_or(0), told.get(k).copied().unwrap_or(0));
                let different = different || is_outvoted(ctx, roles, (x, y), votes());
                if !different || gone || both_held(ctx, roles, (x, y), &given) {
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

/// Whether two articles or more give the role of one and a third alone that of the other, two definite posts of which
/// nothing tells whether one person may hold both. `told` says how many articles give each.
fn is_outvoted(
    ctx: &Context<'_>,
    roles: &Roles<'_>,
    (x, y): (&Wording<'_>, &Wording<'_>),
    (p, q): (usize, usize),
) -> bool {
    let open = |w: &Wording<'_>| {
        let role = w.first.role;
        role.kind == RoleKind::Office && role.tense == RoleTense::Current && role.is_definite(ctx.lexicon)
    };
    let outvoted = p.min(q) == 1 && p.max(q) >= 2;
    outvoted && roles.likeness(ctx, &x.first, &y.first) == Likeness::Unknown && open(x) && open(y)
}

/// How many articles give the role of each wording, in its own words or in others that fit. Cost: O(wordings²).
fn told(ctx: &Context<'_>, roles: &Roles<'_>, given: &[Wording<'_>]) -> Vec<usize> {
    let fits = |w: &Wording<'_>, v: &Wording<'_>| {
        matches!(roles.likeness(ctx, &w.first, &v.first), Likeness::Same | Likeness::Compatible)
    };
    let of = |w: &Wording<'_>| {
        let mut articles: Vec<usize> = given.iter().filter(|v| fits(w, v)).map(|v| v.article).collect();
        articles.dedup();
        articles.len()
    };
    given.iter().map(of).collect()
}

/// Those who, as some article tells, resign or are dismissed. Cost: O(claims).
fn left_office(ctx: &Context<'_>, articles: &[usize]) -> BTreeSet<usize> {
    let claims = articles.iter().flat_map(|&a| ctx.corpus.articles[a].claims.clone());
    let gone = claims.filter_map(|c| {
        let view = &ctx.corpus.claims[c];
        let verb = view.claim.predicate.as_ref()?;
        let doc = &ctx.corpus.articles[view.article].doc;
        let mut tokens = doc.token_at(verb.span.start())..doc.token_from(verb.span.end());
        let leaves = tokens.clone().any(|i| {
            let m = ctx.lexicon.match_at(List::Departure, doc.text, &doc.tokens, i);
            // `left for Paris`, `goes home`
            let may_be_any = |m: &Match<'_>| ctx.lexicon.entry(List::CommonWord, &m.entry.text).is_some();
            m.is_some_and(|m| m.entry.field(2) == "ends" && !may_be_any(&m))
        });
        let dismissed = tokens.any(|i| {
            let m = ctx.lexicon.match_at(List::Frame, doc.text, &doc.tokens, i);
            m.is_some_and(|m| m.entry.field(2) == "dismissal")
        });
        match (leaves, dismissed) {
            (true, _) => ctx.doer(c).or_else(|| ctx.subject_actor(c)),
            (_, true) if verb.passive => ctx.subject_actor(c),
            (_, true) => ctx.mentions_in(view.article, view.claim.object?).map(|m| m.actor).next(),
            _ => None,
        }
    });
    gone.collect()
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
