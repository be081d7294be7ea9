//! One happening, two places.

use crate::claim::actor::ActorKind;
use crate::compare::context::{Context, Mention};
use crate::compare::draft::{PairDifference, Side};
use crate::compare::finding::Facet;
use crate::compare::naming;
use crate::compare::similarity::{Overlap, Weights, overlap};
use crate::lexicon::List;
use crate::text::fold::fold;
use crate::text::span::Span;
use crate::text::token::{Token, TokenKind};
use std::collections::BTreeSet;

/// Claims less alike than this may speak of two happenings.
const ALIKE: f32 = 0.42;
/// The same where the words around the two places are alike.
const ALIKE_NEARBY: f32 = 0.25;
/// Words on each side of a place that tell what happened there.
const NEAR: usize = 3;
/// How alike those words are, at least.
const NEAR_ALIKE: f32 = 0.5;

/// Places told one after another, and bytes of them, of which the last is led by `and`.
const LONGEST_LIST: usize = 8;
const LONGEST_GAP: usize = 60;

/// What the articles of a cluster tell of places.
pub(crate) struct Map {
    /// Which lie in which.
    parts: BTreeSet<(usize, usize)>,
    /// Which articles name which.
    named: BTreeSet<(usize, usize)>,
}

impl Map {
    /// Reads it off the articles. Cost: O(bytes).
    pub(crate) fn new(ctx: &Context<'_>, articles: &[usize]) -> Self {
        Self { parts: parts(ctx, articles), named: naming::places(ctx, articles) }
    }

    /// The places, buildings and seats of an article at which, by its prepositions, something happens; of a place and
    /// what it lies in (`at Orvik, in Sennmark`) the inner one.
    pub(super) fn innermost(&self, ctx: &Context<'_>, article: usize) -> Vec<Mention> {
        let all = &ctx.mentions[article];
        let outer = |i: usize, m: &Mention| {
            i.checked_sub(1).and_then(|i| all.get(i)).is_some_and(|p| self.parts.contains(&(p.actor, m.actor)))
        };
        all.iter()
            .enumerate()
            .filter(|&(i, m)| m.kind != ActorKind::Person && is_spot(ctx, article, *m) && !outer(i, m))
            .map(|(_, m)| *m)
            .collect()
    }

    /// Whether two places are one, or one lies in the other.
    pub(crate) fn part_of(&self, p: usize, q: usize) -> bool {
        p == q || self.parts.contains(&(p, q)) || self.parts.contains(&(q, p))
    }

    /// Whether the place that one article names may be, or lie in, the other's; an article that names the other's
    /// place anywhere knows both, and may mean both.
    pub(crate) fn related(&self, ctx: &Context<'_>, (a, x): (usize, Mention), (b, y): (usize, Mention)) -> bool {
        let known = |article: usize, actor: usize| self.named.contains(&(article, actor));
        self.may_be_one(ctx, (a, x), (b, y)) || known(a, y.actor) || known(b, x.actor)
    }

    /// Whether an article names a place anywhere.
    pub(super) fn names(&self, article: usize, place: usize) -> bool {
        self.named.contains(&(article, place))
    }

    /// The same, by the two names alone.
    pub(super) fn may_be_one(&self, ctx: &Context<'_>, (a, x): (usize, Mention), (b, y): (usize, Mention)) -> bool {
        self.part_of(x.actor, y.actor)
            || one_in_other(ctx, (a, x), (b, y))
            || Level::of(ctx, a, x) != Level::of(ctx, b, y)
    }
}

/// How large a place is, as far as its name tells: a street lies in some town, and a town in some land.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Level {
    Street,
    /// A building, a peak, a park.
    Spot,
    Town,
    Land,
}

impl Level {
    fn of(ctx: &Context<'_>, article: usize, m: Mention) -> Self {
        let name = m.span.of(ctx.corpus.articles[article].doc.text);
        let last = name.split_whitespace().next_back().unwrap_or(name).trim_end_matches('.');
        let is_land = ctx.lexicon.phrase(List::Country, &fold(name)).is_some();
        let one_word = last.len() == name.len();
        match () {
            () if is_land => Self::Land,
            () if !one_word && ctx.lexicon.entry(List::Street, last).is_some() => Self::Street,
            () if !one_word && ctx.lexicon.entry(List::NameHead, last).is_some() => Self::Spot,
            () => Self::Town,
        }
    }
}

/// Which places lie in which, as the articles of a cluster say (`Orvik, Sennmark`; `a base at Orvik in Sennmark`).
fn parts(ctx: &Context<'_>, articles: &[usize]) -> BTreeSet<(usize, usize)> {
    let mut out = BTreeSet::new();
    for &a in articles {
        let text = ctx.corpus.articles[a].doc.text;
        let places: Vec<&Mention> = ctx.mentions[a].iter().filter(|m| m.kind == ActorKind::Place).collect();
        for (i, pair) in places.windows(2).enumerate() {
            // `Tarn, Orvik and Holm` are three.
            let is_list = || {
                let all = places.get(i + 1..).unwrap_or(&[]).iter().take(LONGEST_LIST);
                all.into_iter().any(|m| {
                    let led = Span::new(pair[1].span.end(), m.span.end().max(pair[1].span.end()));
                    let ends = led.len() <= LONGEST_GAP && led.of(text).bytes().all(|b| b != b'.' && b != b'\n');
                    let rest = text.get(m.span.end()..).unwrap_or("").trim_start_matches(',');
                    let joint = rest.strip_prefix(" and ").or_else(|| rest.strip_prefix(" or "));
                    ends && joint.is_some_and(|r| r.starts_with(char::is_uppercase))
                })
            };
            let between = text.get(pair[0].span.end()..pair[1].span.start()).unwrap_or(".");
            let near = between.len() <= 40 && !between.contains(['.', ';', '\n']);
            let of = Span::new(pair[0].span.end(), pair[1].span.start().max(pair[0].span.end()));
            if near && !is_list() && (between.trim().is_empty() || between.trim() == "," || leads_outwards(ctx, a, of))
            {
                out.insert((pair[0].actor, pair[1].actor));
            }
        }
    }
    out
}

/// Whether the words between two places say that the first lies in the second (`, a port on the island of`), and not what
/// happened there (`was shot in`) or how far it is (`, 35 miles northeast of`).
fn leads_outwards(ctx: &Context<'_>, article: usize, between: Span) -> bool {
    let view = &ctx.corpus.articles[article];
    let tokens = view.tokens(between);
    let tokens = match tokens {
        [rest @ .., the] if the.lists.has(List::Determiner) => rest,
        all => all,
    };
    let [before @ .., link] = tokens else { return false };
    let tells = [List::Auxiliary, List::PastVerb, List::ReportingVerb, List::Connective];
    let side = |t: &Token| {
        let word = fold(t.of(view.doc.text));
        ["north", "south", "east", "west"].iter().any(|d| word.ends_with(d))
            || matches!(word.as_str(), "outside" | "block")
    };
    link.is_any(view.doc.text, &["in", "of", "on"])
        && !before.iter().any(|t| t.kind == TokenKind::Number || side(t) || tells.iter().any(|l| t.lists.has(*l)))
}

/// The difference of place between claims `a` and `b`, if there is one.
pub(crate) fn difference(
    ctx: &Context<'_>,
    a: usize,
    b: usize,
    claims: Overlap,
    weights: &Weights,
    map: &Map,
) -> Option<PairDifference> {
    if claims.score() < ALIKE_NEARBY {
        return None;
    }
    let (xs, ys) = (places(ctx, a), places(ctx, b));
    let ([x], [y]) = (xs, ys) else { return None };
    let at = |c: usize| ctx.corpus.claims[c].article;
    if map.related(ctx, (at(a), *x), (at(b), *y)) {
        return None;
    }
    let near = {
        let of = |c: usize, m: &Mention| ctx.around(ctx.corpus.claims[c].article, m.span, NEAR);
        overlap(&of(a, x), &of(b, y), weights)
    };
    let verbs = ctx.same_predicate(a, b);
    if verbs == Some(false) && near.score() < NEAR_ALIKE {
        return None;
    }
    if claims.score() < ALIKE && (near.score() < NEAR_ALIKE || near.count == 0) || claims.count < 2 {
        return None;
    }
    let text = |c: usize, m: &Mention| m.span.of(ctx.corpus.articles[ctx.corpus.claims[c].article].doc.text);
    Some(PairDifference {
        facet: Facet::Place,
        a: Side { article: ctx.corpus.claims[a].article, claim: a, span: x.span },
        b: Side { article: ctx.corpus.claims[b].article, claim: b, span: y.span },
        reason: format!("{} in one article, {} in the other", text(a, x), text(b, y)),
        update: false,
        score: claims.score(),
        topic: 0,
    })
}

/// The places of an article at which, by its prepositions, something happens.
pub(super) fn spots(ctx: &Context<'_>, article: usize) -> Vec<Mention> {
    let text = ctx.corpus.articles[article].doc.text;
    // A body that sits in a building (`at Linden School`).
    let house = |m: &Mention| {
        let last = m.span.of(text).split_whitespace().next_back().unwrap_or("");
        m.kind == ActorKind::Organisation && ctx.lexicon.entry(List::Spot, &fold(last)).is_some()
    };
    let all = ctx.mentions[article].iter();
    all.filter(|m| m.kind == ActorKind::Place && is_spot(ctx, article, **m) || house(m) && is_at(ctx, article, **m))
        .copied()
        .collect()
}

/// The places in which, by its prepositions, what a claim says happens.
fn places<'x>(ctx: &'x Context<'_>, claim: usize) -> &'x [Mention] {
    ctx.read[claim].places.get_or_init(|| {
        let view = &ctx.corpus.claims[claim];
        ctx.mentions_in(view.article, view.claim.span)
            .filter(|m| m.kind == ActorKind::Place && is_spot(ctx, view.article, *m))
            .collect()
    })
}

/// The word before a mention, a `the` between the two left out.
fn before<'d>(ctx: &Context<'d>, article: usize, m: Mention) -> Option<&'d Token> {
    let doc = &ctx.corpus.articles[article].doc;
    match doc.token_before(m.span.start()) {
        Some(t) if matches!(t.of(doc.text), "the" | "The") => doc.token_before(t.span.start()),
        t => t,
    }
}

/// Whether `in`, `at` or `inside` stands before a mention.
fn is_at(ctx: &Context<'_>, article: usize, m: Mention) -> bool {
    let text = ctx.corpus.articles[article].doc.text;
    before(ctx, article, m).is_some_and(|t| t.is_any(text, &["In", "At", "in", "at", "inside"]))
}

/// Whether a preposition of place stands before a mention.
fn is_spot(ctx: &Context<'_>, article: usize, m: Mention) -> bool {
    let doc = &ctx.corpus.articles[article].doc;
    before(ctx, article, m).is_some_and(|t| {
        let word = fold(t.of(doc.text));
        // Bodies are places of what happens outside or inside them; `at` a body may be with it, `to` it may be for it.
        let place = matches!(word.as_str(), "outside" | "inside" | "near");
        let town = matches!(word.as_str(), "in" | "into" | "at" | "on" | "off" | "to");
        // `according to Austin County's police`
        let cited =
            || doc.token_before(t.span.start()).is_some_and(|b| b.is_any(doc.text, &["According", "according"]));
        place || m.kind == ActorKind::Place && town && !cited()
    })
}

/// Whether all words of the one name stand in the other (`Holmfleet`, `Holmfleet Town`).
fn one_in_other(ctx: &Context<'_>, (a, x): (usize, Mention), (b, y): (usize, Mention)) -> bool {
    let words = |article: usize, m: Mention| -> BTreeSet<String> {
        let text = ctx.corpus.articles[article].doc.text;
        m.span.of(text).split_whitespace().map(fold).collect()
    };
    let (p, q) = (words(a, x), words(b, y));
    p.is_subset(&q) || q.is_subset(&p)
}
