//! One deed, told the other way round: `protesters beat two guards`, `two protesters were beaten by guards`.
//!
//! Claims of two articles with verbs of one sense are held against each other by who does it and to whom it is done,
//! whatever else they share. What two do to each other (`met`, `married`) has no other way round.

use crate::claim::clause::Polarity;
use crate::compare::context::Context;
use crate::compare::cut::Cut;
use crate::compare::draft::{PairDifference, Side};
use crate::compare::facet::date::of_one_day;
use crate::compare::facet::theme::{Who, is_put_forward, who};
use crate::compare::facet::toll::is_background;
use crate::compare::finding::Facet;
use crate::compare::vocabulary::{Term, TermId};
use crate::lexicon::List;
use crate::text::span::Span;
use crate::text::token::{Token, TokenKind};
use std::collections::{BTreeMap, BTreeSet};

/// Claims with verbs of one sense that are held against each other.
const MOST: usize = 32;
/// Tokens after the verb in which what it is done to begins.
const AFTER: usize = 3;

/// Who does what to whom.
struct Told<'c> {
    article: usize,
    claim: usize,
    span: Span,
    doer: Who<'c>,
    done_to: Who<'c>,
    /// The words of the claim beside those two and the verb.
    rest: Vec<&'c Term>,
}

/// What is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Verb<'c> {
    /// A sense of a verb that tells much.
    Sense(TermId),
    /// A verb that may be of anything (`called`).
    Common(&'c str),
}

impl Told<'_> {
    /// Whether the other is the same deed the other way round.
    fn is_reversed(&self, other: &Self) -> bool {
        self.doer.is(&other.done_to) && self.done_to.is(&other.doer) && !self.doer.is(&other.doer)
    }

    /// Whether both claims say something more that is the same: two may call, ask or tell each other one after the
    /// other.
    fn shares_more(&self, other: &Self) -> bool {
        self.rest.iter().any(|t| t.base >= 1.0 && other.rest.iter().any(|u| t.likeness(u) > 0.0))
    }
}

/// The differences between articles of which one tells a deed the one way and another the other way; an article that
/// tells both tells of two deeds. Cost: O(tokens of the claims), and for each sense of a verb O(MOST²).
pub(crate) fn differences(ctx: &Context<'_>, articles: &[usize]) -> Vec<PairDifference> {
    let mut by_verb: BTreeMap<Verb<'_>, Vec<usize>> = BTreeMap::new();
    let mut all: Vec<Told<'_>> = Vec::new();
    for c in articles.iter().flat_map(|&a| ctx.corpus.articles[a].claims.clone()) {
        let Some(told) = told_by(ctx, c) else { continue };
        let verb = ctx.verb_terms(c).iter().filter(|t| t.base >= 1.0);
        let mut keys: Vec<Verb<'_>> = verb.flat_map(|t| t.keys()).map(Verb::Sense).collect();
        if keys.is_empty() {
            keys.extend(ctx.corpus.claims[c].claim.predicate.as_ref().map(|p| Verb::Common(&p.lemma)));
        }
        for key in keys {
            let list = by_verb.entry(key).or_default();
            if list.last() != Some(&all.len()) {
                list.push(all.len());
            }
        }
        all.push(told);
    }
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for (verb, list) in by_verb {
        let common = matches!(verb, Verb::Common(_));
        ctx.cuts.add(Cut::Reversed, list.iter().skip(MOST).map(|&i| all[i].claim));
        let kept = list.get(..MOST.min(list.len())).unwrap_or(&[]);
        for (n, &i) in kept.iter().enumerate() {
            let others = kept
                .iter()
                .skip(n + 1)
                .filter(|&&j| all[i].is_reversed(&all[j]) && (!common || all[i].shares_more(&all[j])));
            pairs.extend(others.map(|&j| (i, j)));
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    let both = pairs.iter().filter(|&&(i, j)| all[i].article == all[j].article);
    let both: BTreeSet<usize> = both.flat_map(|&(i, j)| [i, j]).collect();
    let steady = |i: usize| !both.contains(&i);
    let apart = |&&(i, j): &&(usize, usize)| {
        let (x, y) = (&all[i], &all[j]);
        let one_time = of_one_day(ctx, x.claim, y.claim) && is_background(ctx, x.claim) == is_background(ctx, y.claim);
        x.article != y.article && steady(i) && steady(j) && one_time
    };
    let side = |t: &Told<'_>| Side { article: t.article, claim: t.claim, span: t.span };
    let text = |t: &Told<'_>| t.span.of(ctx.corpus.articles[t.article].doc.text);
    pairs
        .iter()
        .filter(apart)
        .map(|&(i, j)| (&all[i], &all[j]))
        .map(|(x, y)| PairDifference {
            facet: Facet::Actor,
            a: side(x),
            b: side(y),
            reason: format!("“{}” in one article, “{}” in the other: who did it to whom is reversed", text(x), text(y)),
            update: false,
            score: 0.8,
            topic: 0,
        })
        .collect()
}

/// Who does what to whom, if a claim says so.
fn told_by<'c>(ctx: &'c Context<'_>, claim: usize) -> Option<Told<'c>> {
    let view = &ctx.corpus.claims[claim];
    let c = view.claim;
    let verb = c.predicate.as_ref().filter(|_| is_put_forward(ctx, claim) && c.polarity == Polarity::Positive)?;
    if ctx.lexicon.entry(List::MutualVerb, &verb.lemma).is_some() {
        return None;
    }
    let subject = who(ctx, claim, c.subject?)?;
    let other_span = if verb.passive { by_whom(ctx, claim, verb.span)? } else { done_to(ctx, claim, verb.span)? };
    let other = who(ctx, claim, other_span)?;
    let named = |w: &Who<'_>| w.actor.is_some() || w.head().is_some_and(|t| t.base >= 1.0);
    let span = c.subject.map_or(verb.span, |s| s.to(other_span));
    let (doer, done_to) = if verb.passive { (other, subject) } else { (subject, other) };
    let said = [c.subject, Some(other_span), Some(verb.span)];
    let rest = view.terms.iter().filter(|t| !said.iter().flatten().any(|s| s.covers(t.span))).collect();
    (named(&doer) && named(&done_to)).then_some(Told { article: view.article, claim, span, doer, done_to, rest })
}

/// What the verb is done to: its object, or what a preposition right behind it leads to (`ran into a tram`).
fn done_to(ctx: &Context<'_>, claim: usize, verb: Span) -> Option<Span> {
    let view = &ctx.corpus.claims[claim];
    let article = &ctx.corpus.articles[view.article];
    let rest = Span::new(verb.end(), view.claim.span.end().max(verb.end()));
    let tokens = article.tokens(rest);
    let towards = |t: &Token| t.is_any(article.doc.text, &["into", "at", "against", "over", "on"]);
    match tokens.iter().take(AFTER).position(towards) {
        Some(n) if view.claim.object.is_none_or(|o| o.start() >= tokens[n].span.start()) => {
            phrase(past_side(tokens.get(n + 1..)?, article.doc.text), article.doc.text)
        }
        _ => view.claim.object,
    }
}

/// What a side is a side of: `the side of | a milk van`.
fn past_side<'t>(tokens: &'t [Token], text: &str) -> &'t [Token] {
    const SIDES: [&str; 8] = ["side", "back", "rear", "front", "tail", "end", "flank", "corner"];
    match tokens {
        [the, side, of, rest @ ..]
            if the.lists.has(List::Determiner) && side.is_any(text, &SIDES) && of.is_any(text, &["of"]) =>
        {
            rest
        }
        _ => tokens,
    }
}

/// Who did what a passive verb says: the words after `by`.
fn by_whom(ctx: &Context<'_>, claim: usize, verb: Span) -> Option<Span> {
    let view = &ctx.corpus.claims[claim];
    let article = &ctx.corpus.articles[view.article];
    let rest = Span::new(verb.end(), view.claim.span.end().max(verb.end()));
    let tokens = article.tokens(rest);
    let by = tokens.iter().position(|t| t.is_any(article.doc.text, &["by"]))?;
    phrase(tokens.get(by + 1..)?, article.doc.text)
}

/// The words up to a mark, a preposition, or what they are doing (`marchers carrying staves`).
fn phrase(tokens: &[Token], text: &str) -> Option<Span> {
    let stop = |t: &Token| t.lists.has(List::Preposition) || t.kind == TokenKind::Mark && t.of(text) != "-";
    let doing =
        |(n, t): (usize, &Token)| n > 1 && t.of(text).ends_with("ing") || n == 1 && is_plural_doing(tokens, text);
    let end = tokens.iter().enumerate().position(|(n, t)| stop(t) || doing((n, t))).unwrap_or(tokens.len());
    let (first, last) = (tokens.first()?, tokens.get(end.checked_sub(1)?)?);
    Some(first.span.to(last.span))
}

/// `marchers carrying`
fn is_plural_doing(tokens: &[Token], text: &str) -> bool {
    matches!(tokens, [a, b, ..] if a.of(text).ends_with('s') && b.of(text).ends_with("ing"))
}
