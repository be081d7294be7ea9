//! `It was the mayor who called it off`: a sentence made to say who did it, against another article's doer.
//!
//! A cleft sentence takes what was done as known and puts forward by whom (Huddleston and Pullum, *The Cambridge Grammar
//! of the English Language*, 2002, chapter 16). So what is done may be told in quite other words, and still be the same.

use crate::claim::clause::Polarity;
use crate::compare::context::Context;
use crate::compare::cut::Cut;
use crate::compare::draft::{PairDifference, Side};
use crate::compare::facet::actor::{Deed, apart, may_be_one};
use crate::compare::facet::date::{agree, dates_in};
use crate::compare::facet::deed::{Known, groups};
use crate::compare::facet::stance::is_ahead;
use crate::compare::finding::Facet;
use crate::compare::similarity::{Weights, overlap};
use crate::lexicon::List;
use crate::text::fold::fold;
use crate::text::span::Span;
use crate::text::token::Token;
use std::collections::BTreeMap;

/// Of an article that is full of such sentences none is looked at.
const MAX_OF_ARTICLE: usize = 8;
/// Of an event no more of them are looked at.
const MAX_OF_EVENT: usize = 64;
/// What is done must be at least this alike, the doers left out, where one sentence is a cleft.
const ALIKE: f32 = 0.3;
/// The same where both are: both say who it was.
const BOTH: f32 = 0.16;
/// The same where one verb is most of it.
const SAME: f32 = 0.6;
/// Words between `it was` and `who`.
const BETWEEN: usize = 24;

/// The differences of doer between the clefts of some articles and what the others tell.
///
/// Cost: O(clefts × claims), of at most 64 clefts.
pub(crate) fn differences<'c>(
    ctx: &'c Context<'_>,
    articles: &[usize],
    weights: &Weights,
    known: &Known<'c>,
) -> Vec<PairDifference> {
    let mut clefts: Vec<(usize, Deed<'_>)> = Vec::new();
    for &a in articles {
        let here: Vec<usize> = ctx.corpus.articles[a].claims.clone().filter(|&c| is_cleft(ctx, c)).collect();
        if here.len() > MAX_OF_ARTICLE {
            ctx.cuts.add(Cut::Clefts, here.iter().copied());
            continue;
        }
        clefts.extend(here.into_iter().filter_map(|c| Deed::of(ctx, c).map(|d| (c, d))));
    }
    if clefts.is_empty() {
        return Vec::new();
    }
    let left_out = clefts.split_off(clefts.len().min(MAX_OF_EVENT));
    ctx.cuts.add(Cut::Clefts, left_out.iter().map(|(c, _)| *c));
    let told: Vec<(usize, Deed<'_>)> = articles
        .iter()
        .flat_map(|&a| ctx.corpus.articles[a].claims.clone())
        .filter_map(|c| Deed::of(ctx, c).map(|d| (c, d)))
        .collect();
    let mut out = Vec::new();
    for (a, x) in &clefts {
        // The likest deed of each other article: a cleft answers one question.
        let mut best: BTreeMap<usize, (f32, usize, &Deed<'_>)> = BTreeMap::new();
        for (b, y) in told.iter().filter(|(_, y)| y.article != x.article) {
            let Some(score) = likeness(ctx, (*a, x), (*b, y), clefts.iter().any(|(c, _)| c == b), weights) else {
                continue;
            };
            let kept = best.entry(y.article).or_insert((score, *b, y));
            if score > kept.0 {
                *kept = (score, *b, y);
            }
        }
        for (score, b, y) in best.into_values().filter(|(_, _, y)| apart(ctx, x, y) || contrasted(ctx, known, x, y)) {
            let side = |d: &Deed<'_>, claim: usize| Side { article: d.article, claim, span: d.doer.to(d.deed) };
            out.push(PairDifference {
                facet: Facet::Actor,
                a: side(x, *a),
                b: side(y, b),
                reason: format!("“{}” in one article, “{}” in the other", x.text(ctx), y.text(ctx)),
                update: false,
                score: score.max(0.5),
                topic: 0,
            });
        }
    }
    out
}

/// Whether two doers are of groups that have nothing in common (`firefighters`, `a neighbour`), or a person and a body by
/// name, and neither is known by a word of the other's.
fn contrasted<'c>(ctx: &'c Context<'_>, known: &Known<'c>, x: &Deed<'_>, y: &Deed<'_>) -> bool {
    let (p, q) = (groups(ctx, known, x), groups(ctx, known, y));
    let named = |d: &Deed<'_>| !d.doer_actors.is_empty();
    let sorts = named(x) && named(y) && x.is_person(ctx) != y.is_person(ctx);
    let groups = !p.is_empty() && !q.is_empty() && p.is_disjoint(&q);
    (sorts || groups) && !may_be_one(ctx, x, y)
}

/// How alike what is done is, the doers left out; `None` if it may be something else.
fn likeness(
    ctx: &Context<'_>,
    (a, x): (usize, &Deed<'_>),
    (b, y): (usize, &Deed<'_>),
    both: bool,
    weights: &Weights,
) -> Option<f32> {
    let positive = [x, y].iter().all(|d| d.claim.polarity == Polarity::Positive);
    let days = (dates_in(ctx, a), dates_in(ctx, b));
    let other_day = days.0.iter().any(|d| days.1.iter().any(|e| !agree(d, e, ctx.lexicon)));
    // `who led the club` is not of the one `who will run` it.
    if !positive || other_day || is_ahead(ctx, a) != is_ahead(ctx, b) {
        return None;
    }
    let o = overlap(&x.rest, &y.rest, weights);
    let one_verb = x.verb.iter().any(|t| y.verb.iter().any(|u| t.likeness(u) > 0.0));
    // Not synonyms alone.
    let one_word = x.rest.iter().any(|t| !t.value && !t.named && y.rest.iter().any(|u| t.stem == u.stem));
    let first = |d: &Deed<'_>| ctx.corpus.articles[d.article].tokens(d.claim.span).iter().any(|t| is_first(ctx, d, t));
    // `It was X who found him`: a pronoun has no words of its own.
    let open = |c: usize, d: &Deed<'_>| object(d).is_some_and(|s| ctx.terms_in(c, s).is_empty());
    let least = if open(a, x) || open(b, y) { ALIKE } else { SAME };
    let same_deed = one_verb && o.plain >= 1 && o.score() >= least;
    let enough = match both {
        true => one_word && o.plain >= 1 && o.score() >= BOTH || first(x) && first(y),
        false => one_word && (o.plain >= 2 && (o.score() >= ALIKE || one_verb) || same_deed),
    };
    enough.then(|| o.score())
}

/// What a deed is done to.
fn object(deed: &Deed<'_>) -> Option<Span> {
    let passive = deed.claim.predicate.as_ref().is_some_and(|p| p.passive);
    if passive { deed.claim.subject } else { deed.claim.object }
}

/// Whether a token of a deed's claim says that nobody did it before.
fn is_first(ctx: &Context<'_>, deed: &Deed<'_>, token: &Token) -> bool {
    token.of(ctx.corpus.articles[deed.article].doc.text) == "first"
}

/// Whether a claim is what follows `it was X who`.
fn is_cleft(ctx: &Context<'_>, claim: usize) -> bool {
    let view = &ctx.corpus.claims[claim];
    let article = &ctx.corpus.articles[view.article];
    let text = article.doc.text;
    let Some(subject) = view.claim.subject else { return false };
    let opens = |w: &str| ["who", "that", "which"].iter().any(|o| w.eq_ignore_ascii_case(o));
    let first = article.doc.tokens.get(article.doc.token_at(view.claim.span.start()));
    if !first.is_some_and(|t| opens(t.of(text))) || subject.end() > view.claim.span.start() {
        return false;
    }
    let Some(sentence) = article.doc.sentences.get(view.sentence) else { return false };
    let before = article.tokens(Span::new(sentence.span.start(), subject.start()));
    let near = before.get(before.len().saturating_sub(BETWEEN)..).unwrap_or(&[]);
    let it = near.windows(2).rposition(|w| fold(w[0].of(text)) == "it" && matches!(w[1].of(text), "was" | "is"));
    // `It was cold, and Lee, who …` is none.
    it.and_then(|i| near.get(i + 2..)).is_some_and(|rest| !rest.iter().any(|t| t.lists.has(List::Connective)))
}
