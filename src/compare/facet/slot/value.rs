//! The values of an article that may fill a slot, each with the words around it.

use crate::claim::clause::ClaimKind;
use crate::claim::quantity::{Quantity, QuantityKind};
use crate::claim::timex::DateMention;
use crate::compare::context::{Context, Mention};
use crate::compare::corpus::in_date;
use crate::compare::facet::counted::{is_converted, is_one_by_one, is_total, noun, purpose};
use crate::compare::facet::date::{is_limit, points_back};
use crate::compare::facet::place::Map;
use crate::compare::facet::toll::is_background;
use crate::compare::vocabulary::{Term, TermId};
use crate::lexicon::List;
use crate::text::sentence::Part;
use crate::text::span::Span;
use crate::text::token::{Token, TokenKind};
use std::collections::BTreeMap;

/// Words on each side of a value that count in full.
const CLOSE: usize = 4;
/// What a word of the same claim counts, and what another of the same sentence does.
const FARTHER: [f32; 2] = [0.75, 0.35];

/// A value that fills a slot.
#[derive(Clone, Copy)]
pub(super) enum Filler<'c> {
    Amount(&'c Quantity),
    Day(&'c DateMention),
    Spot(Mention),
}

/// What values are of one sort: only these are held against each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sort {
    Amount(QuantityKind),
    Day,
    Spot,
}

impl<'c> Filler<'c> {
    /// Its sort.
    pub(super) fn sort_of(self) -> Sort {
        match self {
            Self::Amount(q) => Sort::Amount(q.kind),
            Self::Day(_) => Sort::Day,
            Self::Spot(_) => Sort::Spot,
        }
    }

    /// What an amount measures: its kind, unit and counted noun.
    pub(super) fn sort(self) -> Option<(QuantityKind, Option<&'c str>, Option<&'c str>)> {
        match self {
            Self::Amount(q) => Some((q.kind, q.unit.as_deref(), q.noun.as_deref())),
            _ => None,
        }
    }
}

/// One value in its sentence.
pub(super) struct Value<'c> {
    pub(super) article: usize,
    pub(super) claim: usize,
    pub(super) span: Span,
    pub(super) filler: Filler<'c>,
    /// The words around it, each weighted by how near it stands.
    pub(super) near: Vec<Term>,
    /// What is counted, as terms.
    pub(super) noun: Vec<Term>,
    /// Whether its sentence dates what it tells well before the article appeared.
    pub(super) background: bool,
    /// Whether it is a sum that its article calls the whole.
    pub(super) total: bool,
    /// Whether its article gives no other value of its sort; of a date: no other date of a verb of that sense.
    pub(super) alone: bool,
    /// What the value itself is, as a term.
    pub(super) key: Option<TermId>,
}

/// The values of one article's prose.
pub(super) fn values_of<'c>(ctx: &Context<'c>, article: usize, map: &Map) -> Vec<Value<'c>> {
    let view = &ctx.corpus.articles[article];
    let mut out = Vec::new();
    let mut push = |span: Span, filler: Filler<'c>| {
        let Some(claim) = ctx.claim_on(article, span) else { return };
        let of = ctx.corpus.claims[claim].claim;
        if of.kind == ClaimKind::Role || of.part == Part::Furniture {
            return;
        }
        let noun = match filler {
            Filler::Amount(q) if q.kind == QuantityKind::Money => purpose(ctx, article, claim, q),
            Filler::Amount(q) => noun(ctx, article, claim, q),
            _ => Vec::new(),
        };
        out.push(Value {
            article,
            claim,
            span,
            filler,
            near: near(ctx, article, claim, span),
            noun,
            background: is_background(ctx, claim),
            total: matches!(filler, Filler::Amount(q) if is_total(ctx, article, q)),
            alone: false,
            key: key(ctx, article, span),
        });
    };
    for q in &view.found.quantities {
        if !in_date(view.found, q.span)
            && !is_whole(ctx, article, q.span)
            && !is_one_by_one(ctx, article, q)
            && !is_converted(ctx, article, q)
            && q.value.is_some()
            && !matches!(q.kind, QuantityKind::Ordinal | QuantityKind::Age)
        {
            push(q.span, Filler::Amount(q));
        }
    }
    let told =
        |d: &DateMention| is_of_telling(ctx, article, d.span) || is_of_a_name(ctx, article, d.span) || points_back(d);
    for d in view.found.dates.iter().filter(|d| d.value.is_some() && !is_limit(ctx, article, d) && !told(d)) {
        push(d.span, Filler::Day(d));
    }
    for m in map.innermost(ctx, article) {
        push(m.span, Filler::Spot(m));
    }
    out
}

/// The term that stands for the value of `span`.
fn key(ctx: &Context<'_>, article: usize, span: Span) -> Option<TermId> {
    let terms = ctx.corpus.articles[article].terms_in(span);
    terms.iter().find(|t| t.value).map(|t| t.stem)
}

/// Marks the amounts that are the only one of their sort, or the only total of it, in their article, and the dates that
/// are the only one of their verb. Cost: O(values log values).
pub(super) fn mark_lone(ctx: &Context<'_>, values: &mut [Value<'_>]) {
    let verb = |v: &Value<'_>| match v.filler {
        Filler::Day(_) => ctx.corpus.claims[v.claim].claim.predicate.as_ref().map(|p| p.lemma.clone()),
        _ => None,
    };
    let (mut counts, mut verbs) = (BTreeMap::new(), BTreeMap::new());
    for v in values.iter() {
        if let Some(sort) = v.filler.sort() {
            *counts.entry((sort, v.total)).or_insert(0) += 1;
        }
        if let Some(lemma) = verb(v) {
            *verbs.entry(lemma).or_insert(0) += 1;
        }
    }
    for v in values {
        v.alone = v.filler.sort().is_some_and(|s| counts.get(&(s, v.total)) == Some(&1))
            || verb(v).is_some_and(|lemma| verbs.get(&lemma) == Some(&1));
    }
}

/// Whether a count is the whole that another is taken out of (`six of the nine members`).
fn is_whole(ctx: &Context<'_>, article: usize, count: Span) -> bool {
    let doc = &ctx.corpus.articles[article].doc;
    let mut before = doc.tokens.get(..doc.token_at(count.start())).unwrap_or(&[]).iter().rev();
    let mut last = before.next();
    if last.is_some_and(|t| matches!(t.of(doc.text), "the" | "its" | "their")) {
        last = before.next();
    }
    let part = |t: &Token| t.kind == TokenKind::Number || t.lists.has(List::NumberWord);
    last.is_some_and(|t| t.of(doc.text) == "of") && before.next().is_some_and(part)
}

/// Whether a date tells when something was said (`officials said Monday`, `on Tuesday announced`), not when it happened.
pub(in crate::compare::facet) fn is_of_telling(ctx: &Context<'_>, article: usize, date: Span) -> bool {
    let doc = &ctx.corpus.articles[article].doc;
    let i = doc.token_at(date.start());
    // `the report, published on 4 October`, `was announced on Monday`: what was done to it then.
    let done = |t: &Token| {
        let helps = ["was", "were", "been", "is", "are", "be", ","];
        doc.token_before(t.span.start()).is_some_and(|b| b.is_any(doc.text, &helps))
    };
    let says = |t: Option<&Token>| t.is_some_and(|t| t.lists.has(List::ReportingVerb) && !done(t));
    let before = i.checked_sub(1).and_then(|n| doc.tokens.get(n));
    let on = before.is_some_and(|t| matches!(t.of(doc.text), "on" | "late" | "early"));
    let before = if on { i.checked_sub(2).and_then(|n| doc.tokens.get(n)) } else { before };
    let here = says(before) || says(doc.tokens.get(doc.token_at(date.end())));
    // `told the agency by phone Saturday`
    let verb = ctx.claim_on(article, date).and_then(|c| ctx.corpus.claims[c].claim.predicate.as_ref());
    here || verb.is_some_and(|p| matches!(p.lemma.as_str(), "say" | "tell"))
}

/// Whether a bare year is the first word of a name (`the 2008 Champions League final`).
fn is_of_a_name(ctx: &Context<'_>, article: usize, date: Span) -> bool {
    let doc = &ctx.corpus.articles[article].doc;
    let next = doc.tokens.get(doc.token_at(date.end()));
    date.of(doc.text).bytes().all(|b| b.is_ascii_digit())
        && next.is_some_and(|t| t.is_capitalised() && t.span.start() == date.end() + 1)
}

/// The terms of a stretch that are no values.
fn terms_in(ctx: &Context<'_>, article: usize, span: Span) -> Vec<Term> {
    ctx.corpus.articles[article].terms_in(span).iter().filter(|t| !t.value).cloned().collect()
}

/// The words of the sentence around `value`, each weighted by how near it stands.
fn near(ctx: &Context<'_>, article: usize, claim: usize, value: Span) -> Vec<Term> {
    let view = &ctx.corpus.articles[article];
    let c = ctx.corpus.claims[claim].claim;
    let Some(sentence) = view.doc.sentences.get(ctx.corpus.claims[claim].sentence) else { return Vec::new() };
    let from = view.terms.partition_point(|t| t.span.start() < sentence.span.start());
    let to = view.terms.partition_point(|t| t.span.start() < sentence.span.end());
    let at = view.terms.partition_point(|t| t.span.start() < value.start());
    let after = view.terms.partition_point(|t| t.span.start() < value.end());
    let subject = |t: &Term| c.subject.is_some_and(|s| s.covers(t.span));
    let verb = |t: &Term| c.predicate.as_ref().is_some_and(|s| s.span.overlaps(t.span));
    (from..to)
        .filter_map(|i| view.terms.get(i).map(|t| (i, t)))
        .filter(|(_, t)| !t.value && (!value.overlaps(t.span)))
        .map(|(i, t)| {
            let far = if i < at { at - i } else { (i + 1).saturating_sub(after) };
            let scale = if far <= CLOSE || subject(t) || verb(t) {
                1.0
            } else if c.span.covers(t.span) {
                FARTHER[0]
            } else {
                FARTHER[1]
            };
            Term { base: t.base * scale, ..t.clone() }
        })
        .chain(terms_in(ctx, article, value))
        .collect()
}
