//! Whether two figures are of two things though the words beside them are alike: one was wanted and the other had, they
//! are of two people, or one is of what was left.

use crate::claim::actor::ActorKind;
use crate::compare::context::Context;
use crate::lexicon::List;
use crate::text::fold::fold;
use crate::text::span::Span;
use crate::text::token::Token;
use std::collections::BTreeSet;

/// Tokens before a figure in which a verb may ask for it.
const BEFORE: usize = 6;
/// Tokens after a figure in which it may be said for whom it is.
const AFTER: usize = 3;

/// Whether the figures at `x` in claim `a` and at `y` in claim `b` are of two things.
pub(super) fn differs(ctx: &Context<'_>, (a, x): (usize, Span), (b, y): (usize, Span)) -> bool {
    is_wanted(ctx, a, x) != is_wanted(ctx, b, y)
        || is_left(ctx, a) != is_left(ctx, b)
        || is_of_kin(ctx, a) != is_of_kin(ctx, b)
        || of_two_people(ctx, (a, x), (b, y))
}

/// Whether a verb before the figure asks for it.
fn is_wanted(ctx: &Context<'_>, claim: usize, figure: Span) -> bool {
    let view = &ctx.corpus.claims[claim];
    let doc = &ctx.corpus.articles[view.article].doc;
    let end = doc.token_at(figure.start());
    let first = end.saturating_sub(BEFORE).max(doc.token_at(view.claim.span.start()));
    (first..end).any(|i| ctx.lexicon.match_at(List::Demand, doc.text, &doc.tokens, i).is_some())
}

/// Whether a claim tells of what is still so, a part of what has been.
fn is_left(ctx: &Context<'_>, claim: usize) -> bool {
    let view = &ctx.corpus.claims[claim];
    let article = &ctx.corpus.articles[view.article];
    let left = ["still", "remain", "remains", "remained", "remaining"];
    article.tokens(view.claim.span).iter().any(|t| t.is_any(article.doc.text, &left))
}

/// Whether the subject of a claim is somebody's kin (`his brother`).
fn is_of_kin(ctx: &Context<'_>, claim: usize) -> bool {
    let view = &ctx.corpus.claims[claim];
    let article = &ctx.corpus.articles[view.article];
    let Some(subject) = view.claim.subject else { return false };
    let family =
        |t: &Token| ctx.lexicon.entry(List::Title, t.of(article.doc.text)).is_some_and(|e| e.field(0) == "family");
    article.tokens(subject).windows(2).any(|w| match w {
        [owner, kin] => owner.is_any(article.doc.text, &["his", "her", "their", "His", "Her", "Their"]) && family(kin),
        _ => false,
    })
}

/// Whether two claims reckon over two places or times: each names its own, or one alone says so in a word of the list.
pub(super) fn is_other_reckoning(ctx: &Context<'_>, a: usize, b: usize) -> bool {
    let places = |c: usize| -> Vec<usize> {
        let view = &ctx.corpus.claims[c];
        let all = ctx.mentions_in(view.article, view.claim.span);
        all.filter(|m| m.kind == ActorKind::Place).map(|m| m.actor).collect()
    };
    let words = |c: usize| {
        let view = &ctx.corpus.claims[c];
        let article = &ctx.corpus.articles[view.article];
        let listed = article.tokens(view.claim.span).iter().filter(|t| t.lists.has(List::Scope));
        listed.map(|t| fold(t.of(article.doc.text))).collect::<BTreeSet<_>>()
    };
    let (p, q) = (places(a), places(b));
    !p.is_empty() && !q.is_empty() && !p.iter().any(|m| q.contains(m)) || words(a) != words(b)
}

/// Whether each figure is said to be somebody's, and not the same person's.
fn of_two_people(ctx: &Context<'_>, (a, x): (usize, Span), (b, y): (usize, Span)) -> bool {
    let (p, q) = (whose(ctx, a, x), whose(ctx, b, y));
    let named = |c: usize, m: &usize| {
        ctx.mentions_in(ctx.corpus.claims[c].article, ctx.corpus.claims[c].claim.span).any(|o| o.actor == *m)
    };
    !p.is_empty() && !q.is_empty() && !p.iter().any(|m| named(b, m)) && !q.iter().any(|m| named(a, m))
}

/// The people of the subject and those right after a figure, as `for` or `to` them.
fn whose(ctx: &Context<'_>, claim: usize, figure: Span) -> Vec<usize> {
    let view = &ctx.corpus.claims[claim];
    let doc = &ctx.corpus.articles[view.article].doc;
    let people = |span: Span| {
        let all = ctx.mentions_in(view.article, span);
        all.filter(|m| m.kind == ActorKind::Person).map(|m| m.actor).collect::<Vec<_>>()
    };
    let mut out = view.claim.subject.map(people).unwrap_or_default();
    let at = doc.token_at(figure.end());
    let link = doc.tokens.get(at).is_some_and(|t| t.is_any(doc.text, &["for", "to"]));
    let last = doc.tokens.get(at + AFTER).or(doc.tokens.last()).map(|t| t.span.end());
    if let Some(end) = last.filter(|&end| link && end > figure.end()) {
        out.extend(people(Span::new(figure.end(), end)));
    }
    out
}
