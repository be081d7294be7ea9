//! One slot of an event, two values: what two articles say of one thing in sentences that share little else.
//!
//! Every figure, date and place of an article is held against those of the same sort in each other article by the words
//! around it, near ones counting most. Two values are of one slot if each is, of all values of its sort in its article,
//! the one whose words are most like the other's; and they differ only if neither article also gives the other's value
//! (mutual nearest neighbours).

use crate::claim::clause::ClaimKind;
use crate::claim::quantity::{Bound, Quantity, QuantityKind};
use crate::claim::timex::DateMention;
use crate::compare::context::{Context, Mention};
use crate::compare::corpus::in_date;
use crate::compare::draft::{PairDifference, Side};
use crate::compare::facet::counted::{is_total, noun, purpose};
use crate::compare::facet::date::{agree, is_limit, is_of_another};
use crate::compare::facet::place::Map;
use crate::compare::facet::quantity::is_update;
use crate::compare::facet::toll::{is_anybody, is_background};
use crate::compare::finding::Facet;
use crate::compare::similarity::{Overlap, Weights, overlap};
use crate::compare::vocabulary::{Term, TermId};
use crate::date::PartialDate;
use crate::lexicon::List;
use crate::likeness::Likeness;
use crate::text::sentence::Part;
use crate::text::span::Span;
use crate::text::token::{Token, TokenKind};
use std::collections::{BTreeMap, BTreeSet};

/// Words on each side of a value that count in full.
const CLOSE: usize = 4;
/// What a word of the same claim counts, and what another of the same sentence does.
const FARTHER: [f32; 2] = [0.75, 0.35];
/// Surroundings this alike tell of one slot whatever the verbs.
const SURE: f32 = 0.5;
/// How alike the surroundings of two values are at least, with nothing else in favour of one slot.
const ALIKE: f32 = 0.4;
/// The same where the claims have verbs of one sense, or the measure is a share.
const OF_ONE_VERB: f32 = 0.28;
/// The same where the values count one sort of thing.
const OF_ONE_NOUN: f32 = 0.2;
/// The same for a bound and a figure beyond it that stand alone in their articles.
const BEYOND_BOUND: f32 = 0.1;
/// How many times a figure beyond a bound may be what the bound names: a bound is drawn close to what it is about.
const BOUND_RATIO: f64 = 1.6;
/// How many times one of two lone counts may be the other.
const CLOSE_RATIO: f64 = 1.25;
/// Smaller counts are met too often to tell one thing by being close.
const SMALL: f64 = 10.0;
/// What is left of the likeness of two dates of which one is to come and the other past.
const OTHER_TIME: f32 = 0.7;
/// How many times one figure may be the other.
const MAX_RATIO: f64 = 2.6;
/// Values that share a word with more values than this are not paired by it.
const MAX_VALUES_A_KEY: usize = 48;

/// A value that fills a slot.
#[derive(Clone, Copy)]
enum Filler<'c> {
    Amount(&'c Quantity),
    Day(&'c DateMention),
    Spot(Mention),
}

impl<'c> Filler<'c> {
    /// What an amount measures: its kind, unit and counted noun.
    fn sort(self) -> Option<(QuantityKind, Option<&'c str>, Option<&'c str>)> {
        match self {
            Self::Amount(q) => Some((q.kind, q.unit.as_deref(), q.noun.as_deref())),
            _ => None,
        }
    }
}

/// One value in its sentence.
struct Value<'c> {
    article: usize,
    claim: usize,
    span: Span,
    filler: Filler<'c>,
    /// The words around it, each weighted by how near it stands.
    near: Vec<Term>,
    /// What is counted, as terms.
    noun: Vec<Term>,
    background: bool,
    /// Whether it is a sum that its article calls the whole.
    total: bool,
    /// Whether its article gives no other value of its sort.
    alone: bool,
}

/// The differences of slot between the articles of a cluster. Cost: O(values × candidates of each).
pub(crate) fn differences(ctx: &Context<'_>, articles: &[usize], weights: &Weights, map: &Map) -> Vec<PairDifference> {
    let values: Vec<Value<'_>> = articles
        .iter()
        .flat_map(|&a| {
            let mut of_one = values_of(ctx, a, map);
            mark_lone(&mut of_one);
            of_one
        })
        .collect();
    let mut likes: BTreeMap<(usize, usize), (Overlap, f32)> = BTreeMap::new();
    for (i, j) in candidates(&values) {
        if comparable(ctx, &values[i], &values[j]) {
            let o = overlap(&values[i].near, &values[j].near, weights);
            let time = if of_one_time(ctx, &values[i], &values[j]) { 1.0 } else { OTHER_TIME };
            likes.insert((i, j), (o, o.score() * time));
        }
    }
    // Of each value, how like its best match in each other article is.
    let mut best: BTreeMap<(usize, usize), f32> = BTreeMap::new();
    for (&(i, j), &(_, score)) in &likes {
        for (x, y) in [(i, j), (j, i)] {
            let b = best.entry((x, values[y].article)).or_insert(0.0);
            *b = b.max(score);
        }
    }
    let mut out = Vec::new();
    for (&(i, j), &(o, score)) in &likes {
        let (x, y) = (&values[i], &values[j]);
        if likeness(ctx, x, y, map) != Likeness::Different || x.background != y.background {
            continue;
        }
        // The cheap tests first: few pairs are left for those that look through an article.
        let mutual = score >= best[&(i, y.article)] && score >= best[&(j, x.article)];
        // What only restates the other value in another form (`3:14 a.m. (0214 GMT)`) is no statement of this one.
        let known = |v: &Value<'_>, w: &Value<'_>| {
            values.iter().any(|z| z.article == w.article && states(ctx, z, v, map) && !states(ctx, z, w, map))
        };
        if !mutual || !enough(ctx, x, y, o, score) || known(y, x) || known(x, y) {
            continue;
        }
        let text = |v: &Value<'_>| v.span.of(ctx.corpus.articles[v.article].doc.text);
        let update = match (x.filler, y.filler) {
            (Filler::Amount(p), Filler::Amount(q)) => is_update(ctx, (x.claim, p), (y.claim, q)),
            _ => false,
        };
        let side = |v: &Value<'_>| Side { article: v.article, claim: v.claim, span: v.span };
        out.push(PairDifference {
            facet: facet(x),
            a: side(x),
            b: side(y),
            reason: format!("“{}” in one article, “{}” in the other", text(x), text(y)),
            update,
            score: o.score().max(0.5),
            topic: 0,
        });
    }
    out
}

fn facet(v: &Value<'_>) -> Facet {
    match v.filler {
        Filler::Amount(_) => Facet::Quantity,
        Filler::Day(_) => Facet::Date,
        Filler::Spot(_) => Facet::Place,
    }
}

/// Whether what surrounds two values is enough to take them for one slot.
fn enough(ctx: &Context<'_>, x: &Value<'_>, y: &Value<'_>, o: Overlap, score: f32) -> bool {
    let verb = ctx.same_predicate(x.claim, y.claim) == Some(true);
    match (x.filler, y.filler) {
        (Filler::Amount(p), Filler::Amount(q)) => {
            let (Some(v), Some(w)) = (p.high(), q.high()) else { return false };
            // Figures far apart seldom count one thing.
            if v.max(w) > MAX_RATIO * v.min(w) {
                return false;
            }
            if o.plain >= 1 && score >= BEYOND_BOUND && is_lone_and_close(x, y) {
                return true;
            }
            match p.kind {
                QuantityKind::Count if p.noun.as_deref().is_some_and(is_anybody) => {
                    o.plain >= 2 && (score >= SURE || verb && score >= ALIKE)
                }
                QuantityKind::Count => o.plain >= 2 && score >= OF_ONE_NOUN,
                QuantityKind::Money if same_noun(x, y) => score >= OF_ONE_NOUN,
                QuantityKind::Percent => o.plain >= 2 && score >= OF_ONE_VERB,
                _ => verb && score >= OF_ONE_VERB || o.plain >= 2 && score >= SURE,
            }
        }
        (Filler::Day(_), Filler::Day(_)) => {
            o.plain >= 2 && (verb && o.score() >= OF_ONE_VERB || score >= ALIKE)
                || verb && o.plain >= 1 && ctx.same_telling_deed(x.claim, y.claim)
        }
        (Filler::Spot(_), Filler::Spot(_)) => o.plain >= 2 && (verb && score >= OF_ONE_NOUN || score >= ALIKE),
        _ => false,
    }
}

/// Whether a figure is a bound and the other lies beyond it, close enough to be what the bound was drawn at; or both
/// count one sort of thing and are close. Each must be the only one of its sort in its article.
fn is_lone_and_close(x: &Value<'_>, y: &Value<'_>) -> bool {
    let (Filler::Amount(p), Filler::Amount(q)) = (x.filler, y.filler) else { return false };
    let bound = |q: &Quantity| matches!(q.bound, Bound::Over | Bound::Under | Bound::AtLeast | Bound::AtMost);
    let near = p.high().zip(q.high()).is_some_and(|(v, w)| v.max(w) <= BOUND_RATIO * v.min(w));
    let count = p.kind == QuantityKind::Count && !p.noun.as_deref().is_none_or(is_anybody);
    let close = p.high().zip(q.high()).is_some_and(|(v, w)| v.min(w) >= SMALL && v.max(w) <= CLOSE_RATIO * v.min(w));
    x.alone && y.alone && (near && (bound(p) || bound(q)) || count && close)
}

/// Marks the amounts that are the only one of their sort, or the only total of it, in their article. Cost: O(amounts log amounts).
fn mark_lone(values: &mut [Value<'_>]) {
    let mut counts = BTreeMap::new();
    for v in values.iter() {
        if let Some(sort) = v.filler.sort() {
            *counts.entry((sort, v.total)).or_insert(0) += 1;
        }
    }
    for v in values {
        v.alone = v.filler.sort().is_some_and(|s| counts.get(&(s, v.total)) == Some(&1));
    }
}

/// Whether two dates are both to come or both past when their articles appear: what is to come is another thing than
/// what has been, unless it is said to be one.
fn of_one_time(ctx: &Context<'_>, x: &Value<'_>, y: &Value<'_>) -> bool {
    let ahead = |v: &Value<'_>| {
        let Filler::Day(d) = v.filler else { return None };
        let published = ctx.corpus.articles[v.article].found.published.as_ref().and_then(|d| d.days());
        published.zip(d.value.as_ref().and_then(|d| d.days())).map(|(p, d)| d.0 > p.0)
    };
    ahead(x) == ahead(y)
}

/// The values of one article's prose.
fn values_of<'c>(ctx: &Context<'c>, article: usize, map: &Map) -> Vec<Value<'c>> {
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
        });
    };
    for q in &view.found.quantities {
        if !in_date(view.found, q.span)
            && !is_whole(ctx, article, q.span)
            && q.value.is_some()
            && !matches!(q.kind, QuantityKind::Ordinal | QuantityKind::Age)
        {
            push(q.span, Filler::Amount(q));
        }
    }
    let told = |d: &DateMention| is_of_telling(ctx, article, d.span) || is_of_a_name(ctx, article, d.span);
    for d in view.found.dates.iter().filter(|d| d.value.is_some() && !is_limit(ctx, article, d) && !told(d)) {
        push(d.span, Filler::Day(d));
    }
    for m in map.innermost(ctx, article) {
        push(m.span, Filler::Spot(m));
    }
    out
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
fn is_of_telling(ctx: &Context<'_>, article: usize, date: Span) -> bool {
    let doc = &ctx.corpus.articles[article].doc;
    let i = doc.token_at(date.start());
    let says = |t: Option<&Token>| t.is_some_and(|t| t.lists.has(List::ReportingVerb));
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

fn terms_in(ctx: &Context<'_>, article: usize, span: Span) -> Vec<Term> {
    let all = &ctx.corpus.articles[article].terms;
    let from = all.partition_point(|t| t.span.start() < span.start());
    all.get(from..)
        .unwrap_or(&[])
        .iter()
        .take_while(|t| t.span.start() < span.end())
        .filter(|t| !t.value)
        .cloned()
        .collect()
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

/// Pairs of values of different articles and one sort that share a word.
fn candidates(values: &[Value<'_>]) -> BTreeSet<(usize, usize)> {
    let mut index: BTreeMap<(u8, TermId), Vec<usize>> = BTreeMap::new();
    for (i, v) in values.iter().enumerate() {
        let sort = match v.filler {
            Filler::Amount(_) => 0,
            Filler::Day(_) => 1,
            Filler::Spot(_) => 2,
        };
        let keys: BTreeSet<TermId> = v.near.iter().flat_map(|t| t.keys().collect::<Vec<_>>()).collect();
        for k in keys {
            index.entry((sort, k)).or_default().push(i);
        }
    }
    let mut out = BTreeSet::new();
    for list in index.values().filter(|l| l.len() <= MAX_VALUES_A_KEY) {
        for (n, &i) in list.iter().enumerate() {
            for &j in list.iter().skip(n + 1) {
                if values[i].article != values[j].article {
                    out.insert((i.min(j), i.max(j)));
                }
            }
        }
    }
    out
}

/// Whether two values measure in one way, so that they could fill one slot.
fn comparable(ctx: &Context<'_>, x: &Value<'_>, y: &Value<'_>) -> bool {
    match (x.filler, y.filler) {
        (Filler::Amount(p), Filler::Amount(q)) => {
            if p.kind != q.kind || p.per != q.per || p.kind == QuantityKind::Money && p.unit != q.unit {
                return false;
            }
            if p.kind == QuantityKind::Duration && p.unit != q.unit {
                return false;
            }
            // Of several sums a total is held against a total.
            if x.total != y.total && !(x.alone && y.alone) {
                return false;
            }
            let states = p.state.is_some() && q.state.is_some() && p.state != q.state;
            !states && (p.kind != QuantityKind::Count || same_noun(x, y))
        }
        (Filler::Day(p), Filler::Day(q)) => {
            // `Sunday`, `Saturday night`: a day and a part of one.
            let of_a_day = |d: &PartialDate| d.days().is_some_and(|(first, last)| first == last);
            let one_grain = |(p, q): (&PartialDate, &PartialDate)| {
                (p.grain() == q.grain() || of_a_day(p) && of_a_day(q)) && p.is_interval() == q.is_interval()
            };
            p.value.as_ref().zip(q.value.as_ref()).is_some_and(one_grain)
                && is_of_another(ctx, x.article, x.span) == is_of_another(ctx, y.article, y.span)
        }
        (Filler::Spot(_), Filler::Spot(_)) => true,
        _ => false,
    }
}

/// Whether two counts count one thing: one noun, or nouns of one sense.
fn same_noun(x: &Value<'_>, y: &Value<'_>) -> bool {
    x.noun.iter().any(|t| y.noun.iter().any(|u| t.likeness(u) > 0.0))
}

fn likeness(ctx: &Context<'_>, x: &Value<'_>, y: &Value<'_>, map: &Map) -> Likeness {
    match (x.filler, y.filler) {
        (Filler::Amount(p), Filler::Amount(q)) => {
            let bare = |q: &Quantity| Quantity { noun: None, state: None, ..q.clone() };
            bare(p).likeness(&bare(q))
        }
        (Filler::Day(p), Filler::Day(q)) => {
            if agree(p, q, ctx.lexicon) {
                Likeness::Compatible
            } else {
                Likeness::Different
            }
        }
        (Filler::Spot(p), Filler::Spot(q)) => {
            if map.related(ctx, (x.article, p), (y.article, q)) {
                Likeness::Compatible
            } else {
                Likeness::Different
            }
        }
        _ => Likeness::Unknown,
    }
}

/// Whether `z` states what `v` does, of what may be the same thing.
fn states(ctx: &Context<'_>, z: &Value<'_>, v: &Value<'_>, map: &Map) -> bool {
    if !comparable(ctx, z, v) {
        return false;
    }
    match (z.filler, v.filler) {
        (Filler::Spot(p), Filler::Spot(q)) => map.part_of(p.actor, q.actor),
        _ => matches!(likeness(ctx, z, v, map), Likeness::Same | Likeness::Compatible),
    }
}
