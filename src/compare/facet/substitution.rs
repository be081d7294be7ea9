//! Two claims that are alike but for one place: a negation, words that exclude each other, another name.

use crate::claim::actor::ActorKind;
use crate::claim::clause::ClaimKind;
use crate::compare::context::{Context, Mention};
use crate::compare::draft::{PairDifference, Side};
use crate::compare::facet::first::is_first;
use crate::compare::facet::stance::{denies_nothing, is_ahead};
use crate::compare::finding::Facet;
use crate::compare::similarity::Weights;
use crate::compare::slots::{Gap, Slots, align, most_in_common};
use crate::lexicon::{List, is_form_of};
use crate::text::fold::fold;
use crate::text::span::Span;
use crate::text::token::{Token, TokenKind};

/// Claims less alike than this, word by word in order, are no versions of one sentence.
const ALIKE: f32 = 0.62;
/// Roles that begin before a word and may hold it: an age or an office inside another.
const NESTED: usize = 4;
/// Words that two versions of one sentence share in order, at least.
const LEAST_MATCHED: usize = 3;
/// For another name in the same place, more alike still: two events may have much in common.
const ALIKE_BUT_FOR_A_NAME: f32 = 0.72;

/// The differences of claims `a` and `b`.
pub(crate) fn differences(ctx: &Context<'_>, a: usize, b: usize, weights: &Weights) -> Vec<PairDifference> {
    let (x, y) = (&ctx.corpus.claims[a], &ctx.corpus.claims[b]);
    // Two quotations are held against each other word by word, as such.
    if x.claim.kind != ClaimKind::Statement && y.claim.kind != ClaimKind::Statement
        || x.claim.kind == ClaimKind::Role
        || y.claim.kind == ClaimKind::Role
    {
        return Vec::new();
    }
    // Most pairs are far from it, which is seen without laying them side by side.
    if most_in_common(&x.terms, &y.terms, weights) < ALIKE {
        return Vec::new();
    }
    let slots = align((&x.terms, x.claim.span), (&y.terms, y.claim.span), weights);
    let plain = slots.matched.iter().filter(|&&(i, _)| x.terms.get(i).is_some_and(|t| !t.named)).count();
    if slots.fraction < ALIKE || slots.matched.len() < LEAST_MATCHED || plain < 2 {
        return Vec::new();
    }
    let no_denial = || is_first(ctx, a) && is_first(ctx, b) || denies_nothing(ctx, a, b) || denies_nothing(ctx, b, a);
    let mut out = Vec::new();
    let mut turned: Vec<(Facet, Span, Span, String)> = Vec::new();
    for gap in &slots.gaps {
        let (s, t) = (tokens(ctx, x.article, gap.a_span), tokens(ctx, y.article, gap.b_span));
        let (text_a, text_b) = (text(ctx, x.article), text(ctx, y.article));
        let words = exclusive(ctx, (s, text_a), (t, text_b));
        if let Some((facet, p, q)) =
            words.filter(|&(_, p, q)| !in_role(ctx, x.article, p) || !in_role(ctx, y.article, q))
        {
            let reason = format!("“{}” against “{}” in the same place", p.of(text_a), q.of(text_b));
            match facet {
                Facet::Polarity => turned.push((facet, p, q, reason)),
                _ => out.push((facet, p, q, reason, 0.8)),
            }
        }
        let (n, m) = (negation(ctx, s, text_a), negation(ctx, t, text_b));
        if n.is_some() != m.is_some() && is_ahead(ctx, a) == is_ahead(ctx, b) && !no_denial() {
            let (p, q) = (
                around(x.claim.span, gap.a_span, &slots, gap, true, ctx, a),
                around(y.claim.span, gap.b_span, &slots, gap, false, ctx, b),
            );
            let cue = n.or(m).map_or("", |c| if n.is_some() { c.of(text_a) } else { c.of(text_b) });
            turned.push((Facet::Polarity, p, q, format!("“{cue}” stands in only one of the two")));
        }
        if slots.fraction >= ALIKE_BUT_FOR_A_NAME {
            if let Some((facet, p, q)) = other_name(ctx, (x.article, gap.a_span), (y.article, gap.b_span)) {
                let reason = format!("{} in one article, {} in the other", p.of(text_a), q.of(text_b));
                out.push((facet, p, q, reason, 0.75));
            }
        }
    }
    // Two turns undo each other (`not right`, `wrong`).
    if turned.len() % 2 == 1 {
        out.extend(turned.into_iter().take(1).map(|(f, p, q, r)| (f, p, q, r, 0.8)));
    }
    out.into_iter()
        .map(|(facet, p, q, reason, score)| PairDifference {
            facet,
            a: Side { article: x.article, claim: a, span: p },
            b: Side { article: y.article, claim: b, span: q },
            reason,
            update: false,
            score: score * slots.fraction,
            topic: 0,
        })
        .collect()
}

fn text<'c>(ctx: &Context<'c>, article: usize) -> &'c str {
    ctx.corpus.articles[article].doc.text
}

fn tokens<'c>(ctx: &Context<'c>, article: usize, span: Span) -> &'c [Token] {
    ctx.corpus.articles[article].tokens(span)
}

/// Words of two sides of one line of the list, one in each place.
fn exclusive(
    ctx: &Context<'_>,
    (s, text_a): (&[Token], &str),
    (t, text_b): (&[Token], &str),
) -> Option<(Facet, Span, Span)> {
    for p in s.iter().filter(|t| t.lists.has(List::ExclusiveWord)) {
        let word = fold(p.of(text_a));
        for q in t.iter().filter(|t| t.lists.has(List::ExclusiveWord)) {
            let other = fold(q.of(text_b));
            if word == other {
                continue;
            }
            for (_, entry) in ctx.lexicon.entries_of(List::ExclusiveWord, &word) {
                let side = |w: &str| entry.fields.iter().position(|f| is_form_of(w, f));
                if let (Some(i), Some(j)) = (side(&word), side(&other)) {
                    if i != j && s.iter().all(|t| !same(t, text_a, &other)) && t.iter().all(|t| !same(t, text_b, &word))
                    {
                        let facet = match entry.text.as_str() {
                            "place" => Facet::Place,
                            "actor" => Facet::Actor,
                            _ => Facet::Polarity,
                        };
                        return Some((facet, p.span, q.span));
                    }
                }
            }
        }
    }
    None
}

/// Whether the span stands in what somebody is (`the second officer`), which is compared as that.
fn in_role(ctx: &Context<'_>, article: usize, span: Span) -> bool {
    let all = &ctx.roles[article];
    let begun = all.partition_point(|(_, role)| role.span.start() <= span.start());
    all.get(..begun).unwrap_or(&[]).iter().rev().take(NESTED).any(|(_, role)| role.span.covers(span))
}

fn same(t: &Token, text: &str, word: &str) -> bool {
    fold(t.of(text)) == word
}

/// A word that negates what follows, unless it begins an aside (`— no relation to the mayor —`), which another article
/// may leave out.
fn negation(ctx: &Context<'_>, tokens: &[Token], text: &str) -> Option<Span> {
    let is_mark = |t: &Token| matches!(t.of(text), "—" | "–" | "-" | "," | "(" | ")" | "--");
    let aside = |i: usize| {
        let before = i.checked_sub(1).and_then(|n| tokens.get(n));
        before.is_some_and(is_mark) && tokens.get(i + 1..).unwrap_or(&[]).iter().any(is_mark)
    };
    tokens
        .iter()
        .enumerate()
        .find(|&(i, t)| {
            if aside(i) || is_no_denial(i, tokens, text) {
                return false;
            }
            t.kind == TokenKind::Word && {
                let w = fold(t.of(text));
                matches!(w.as_str(), "not" | "never" | "no" | "nobody" | "none" | "nor" | "neither" | "without")
                    || w.ends_with("n't") && ctx.lexicon.has(List::Contraction, &w)
                    || w == "cannot"
            }
        })
        .map(|(_, t)| t.span)
}

/// The stretch of a gap with the matched words on both sides of it.
fn around(claim: Span, gap_span: Span, slots: &Slots, gap: &Gap, first: bool, ctx: &Context<'_>, c: usize) -> Span {
    let terms = &ctx.corpus.claims[c].terms;
    let pick = |m: &(usize, usize)| if first { m.0 } else { m.1 };
    let (from, to) = if first { (gap.a.start, gap.a.end) } else { (gap.b.start, gap.b.end) };
    let before = slots.matched.iter().map(pick).rfind(|&i| i < from).and_then(|i| terms.get(i));
    let after = slots.matched.iter().map(pick).find(|&i| i >= to).and_then(|i| terms.get(i));
    let start = before.map_or(gap_span.start(), |t| t.span.start());
    let end = after.map_or(gap_span.end(), |t| t.span.end());
    let span = Span::new(start.max(claim.start()), end.min(claim.end()).max(start.max(claim.start())));
    span.trim(text(ctx, ctx.corpus.claims[c].article))
}

/// Another actor of the same kind in the same place, when neither article has the other's there.
fn other_name(ctx: &Context<'_>, (a, s): (usize, Span), (b, t): (usize, Span)) -> Option<(Facet, Span, Span)> {
    let only = |article: usize, span: Span| -> Option<Mention> {
        let mut all = ctx.mentions_in(article, span);
        let first = all.next()?;
        all.next().is_none().then_some(first)
    };
    let (x, y) = (only(a, s)?, only(b, t)?);
    if x.actor == y.actor || x.kind != y.kind {
        return None;
    }
    match x.kind {
        ActorKind::Place => Some((Facet::Place, x.span, y.span)),
        ActorKind::Person | ActorKind::Organisation => Some((Facet::Actor, x.span, y.span)),
        _ => None,
    }
}

/// Whether a word of negation tells a thing from another (`hit the bus, and not the other way about`), or says that it was
/// so before (`no longer`).
fn is_no_denial(i: usize, tokens: &[Token], text: &str) -> bool {
    let at = |n: usize, word: &str| tokens.get(n).is_some_and(|t| t.is(text, word));
    // `and not inspected` denies.
    let thing = tokens.get(i + 1).is_some_and(|t| t.lists.has(List::Determiner) || t.lists.has(List::Preposition));
    let after_and = i.checked_sub(1).is_some_and(|b| at(b, "and"));
    at(i, "not") && after_and && thing || at(i, "no") && at(i + 1, "longer")
}
