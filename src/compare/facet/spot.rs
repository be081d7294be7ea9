//! Where something happens, by name or by a common noun: `in the cellar`, `at a quarry near Orvik`.

use crate::compare::context::{Context, Mention};
use crate::compare::facet::place::Map;
use crate::lexicon::List;
use crate::text::fold::fold;
use crate::text::span::Span;
use crate::text::token::{Token, TokenKind};

/// Tokens after the phrase in which a place stands.
const REACH: usize = 12;
/// The level of words for a part of a spot (`the bottom of a ravine`): behind its `of` stands the spot.
const PART: &str = "part of";
/// Words behind a spot that begin to say where it is (`a lake close to Orrin`).
const BEHIND: [&str; 10] = ["close", "early", "east", "just", "late", "north", "not", "owned", "south", "west"];
/// The level of what stands by itself.
const GROUND: &str = "ground";
/// Tokens of a noun phrase that names a spot.
const LONGEST_SPOT: usize = 7;

/// Where something happens.
#[derive(Clone)]
pub(super) struct Spot<'c> {
    pub(super) span: Span,
    pub(super) place: Option<Mention>,
    /// What sort of spot a common noun names, on each level.
    groups: Vec<(&'c str, &'c str)>,
}

/// Two spots of two tellings that cannot be one, if none of them can. What befalls somebody `once` does so at one place,
/// though an article names the other's place too.
pub(super) fn two_spots(
    ctx: &Context<'_>,
    (a, xs): (usize, &[Spot<'_>]),
    (b, ys): (usize, &[Spot<'_>]),
    map: &Map,
    once: bool,
) -> Option<(Span, Span)> {
    // Two spots of one town are two spots.
    let named = |s: &Spot<'_>, t: &Spot<'_>| s.place.is_some() && t.place.is_some();
    let of_kind = |by_name: bool| {
        let pairs = xs.iter().flat_map(|s| ys.iter().map(move |t| (s, t))).filter(move |(s, t)| named(s, t) == by_name);
        let mut found = None;
        for (s, t) in pairs {
            match likeness(ctx, (a, s), (b, t), map, once) {
                Some(true) => return Some(None),
                Some(false) => found = found.or(Some(Some((s.span, t.span)))),
                None => {}
            }
        }
        found
    };
    of_kind(false).or_else(|| of_kind(true)).flatten()
}

/// Whether two spots are one or two; `None` where that cannot be told.
fn likeness(
    ctx: &Context<'_>,
    (a, x): (usize, &Spot<'_>),
    (b, y): (usize, &Spot<'_>),
    map: &Map,
    once: bool,
) -> Option<bool> {
    if let Some((p, q)) = x.place.zip(y.place) {
        if map.part_of(p.actor, q.actor) {
            return Some(true);
        }
        let one = if once { map.may_be_one(ctx, (a, p), (b, q)) } else { map.related(ctx, (a, p), (b, q)) };
        return (!one).then_some(false);
    }
    let levels = || x.groups.iter().flat_map(|p| y.groups.iter().filter(move |q| p.0 == q.0).map(move |q| (*p, *q)));
    // Two rooms of one house are two.
    let inside = || levels().filter(|(p, _)| p.0 != GROUND);
    if inside().next().is_some() {
        return Some(inside().any(|(p, q)| p.1 == q.1));
    }
    if levels().any(|(p, q)| p.1 == q.1) { Some(true) } else { levels().next().map(|_| false) }
}

/// The spots of a claim, or else of the clause with `when` or `as` right behind it: what happens then happens there
/// (`drowned when his boat was smashed at Orrin`).
pub(super) fn spots_or_then<'c>(
    ctx: &'c Context<'_>,
    claim: usize,
    at: (usize, usize),
    named: &[Mention],
    with_names: bool,
) -> Vec<Spot<'c>> {
    let own = spots(ctx, claim, at, named, with_names);
    if !own.is_empty() {
        return own;
    }
    let then = then(ctx, claim).and_then(|c| Some((c, ctx.corpus.claims[c].claim.predicate.as_ref()?.span)));
    then.map_or_else(Vec::new, |(c, verb)| {
        let doc = &ctx.corpus.articles[ctx.corpus.claims[claim].article].doc;
        spots(ctx, c, (doc.token_at(verb.start()), doc.token_from(verb.end())), named, with_names)
    })
}

/// The claim that tells what happened as a claim did: the next of its sentence, behind `when` or `as`.
fn then(ctx: &Context<'_>, claim: usize) -> Option<usize> {
    let view = &ctx.corpus.claims[claim];
    let article = &ctx.corpus.articles[view.article];
    let end = view.claim.span.end();
    let all = ctx.corpus.claims.get(article.claims.clone())?;
    let first = all.partition_point(|c| c.sentence < view.sentence);
    let here = all.get(first..)?.iter().take_while(|c| c.sentence == view.sentence).zip(article.claims.start + first..);
    let next = here.filter(|(c, _)| c.claim.span.start() >= end).min_by_key(|(c, _)| c.claim.span.start())?.1;
    let span = ctx.corpus.claims[next].claim.span;
    let words = Span::new(end, span.start()).of(article.doc.text).trim();
    let first = article.tokens(span).first().map_or("", |t| t.of(article.doc.text));
    let at_once = |w: &str| matches!(w, "when" | "as" | "while");
    (at_once(words) || words.is_empty() && at_once(first)).then_some(next)
}

/// The spots that a claim gives after the phrase that ends at token `after`, or before a `where` that opens it.
pub(super) fn spots<'c>(
    ctx: &'c Context<'_>,
    claim: usize,
    (at, after): (usize, usize),
    named: &[Mention],
    with_names: bool,
) -> Vec<Spot<'c>> {
    let view = &ctx.corpus.claims[claim];
    let doc = &ctx.corpus.articles[view.article].doc;
    let end = doc.token_from(view.claim.span.end());
    let start = doc.token_at(view.claim.span.start());
    let word = |i: usize| doc.tokens.get(i).map_or("", |t| t.of(doc.text));
    let mut out = Vec::new();
    let from = if matches!(word(start), "where") && start < at {
        let comma = start.checked_sub(1).filter(|&i| word(i) == ",").unwrap_or(start);
        comma.saturating_sub(LONGEST_SPOT)..comma
    } else {
        let stop = |i: &usize| {
            let t = doc.tokens.get(*i);
            t.is_none_or(|t| t.lists.has(List::Connective) || t.is_any(doc.text, &[";", "—", "–"]))
        };
        let until = (after..end.min(after + REACH)).find(stop).unwrap_or(end.min(after + REACH));
        after..until
    };
    // `In the cellar the boy was found`
    let subject = view.claim.subject.map_or(start, |s| doc.token_at(s.start()));
    for i in (start..subject.min(start + REACH)).chain(from.clone()) {
        let done =
            out.last().is_some_and(|s: &Spot<'_>| doc.tokens.get(i).is_some_and(|t| t.span.start() < s.span.end()));
        if !done && leads(word(i)) {
            out.extend(
                common_spot(ctx, view.article, i + 1, if i < subject { subject } else { from.end }).map(|s| s.0),
            );
        }
    }
    if with_names {
        // A name ends what leads to it, however long that is (`in a room over the bar of an inn in Orrin`).
        let until = if from.start == after { end } else { from.end };
        let opens = |i: &usize| doc.tokens.get(*i).is_none_or(|t| t.lists.has(List::Connective));
        let until = (from.start..until).find(opens).unwrap_or(until);
        let span = doc.tokens.get(from.start).zip(until.checked_sub(1).and_then(|e| doc.tokens.get(e)));
        if let Some(span) = span.filter(|_| from.start < until).map(|(a, b)| a.span.to(b.span)) {
            let here = named.iter().filter(|m| span.covers(m.span));
            out.extend(here.map(|m| Spot { span: m.span, place: Some(*m), groups: Vec::new() }));
        }
    }
    out
}

/// Whether a word leads to where something happens.
fn leads(word: &str) -> bool {
    const WORDS: [&str; 20] = [
        "In", "At", "On", "Outside", "in", "inside", "at", "through", "via", "under", "beneath", "on", "to", "into",
        "from", "onto", "aboard", "behind", "outside", "beside",
    ];
    WORDS.contains(&word)
}

/// The spot that a noun phrase names which begins at token `from`, and where the phrase ends.
fn common_spot<'c>(ctx: &'c Context<'_>, article: usize, from: usize, end: usize) -> Option<(Spot<'c>, usize)> {
    let doc = &ctx.corpus.articles[article].doc;
    let open = |t: &Token| {
        t.kind == TokenKind::Word && !t.lists.has(List::Preposition) && !t.lists.has(List::Connective)
            || t.is_any(doc.text, &["-", "'s", "’s"])
            || t.kind == TokenKind::Number
            || t.kind == TokenKind::Possessive
    };
    // `at the hospital an hour later`
    let next = |i: usize| doc.tokens.get(i).is_some_and(|t| t.lists.has(List::Determiner));
    let phrase = |from: usize| {
        let end = end.min(from + LONGEST_SPOT);
        (from..end).find(|&i| i > from && next(i) || !doc.tokens.get(i).is_some_and(open)).unwrap_or(end)
    };
    let lines = |words: Span| ctx.lexicon.lines_of(List::Spot, &fold(words.of(doc.text)));
    let (mut from, mut until) = (from, phrase(from));
    // `at the bottom of a ravine`
    let part = |i: usize| doc.tokens.get(i).is_some_and(|t| lines(t.span).iter().any(|(_, e)| e.field(1) == PART));
    if doc.tokens.get(until).is_some_and(|t| t.of(doc.text) == "of") && until.checked_sub(1).is_some_and(part) {
        from = until + 1;
        until = phrase(from);
    }
    for i in from..until {
        let Some(m) = ctx.lexicon.match_at(List::Spot, doc.text, &doc.tokens, i) else { continue };
        let (first, next) = (doc.tokens.get(i)?, i + m.len);
        // The noun itself, not one before another (`hospital staff`), unless a time follows.
        let ends = next >= until
            || doc.tokens.get(next).is_some_and(|t| {
                t.lists.has(List::Weekday)
                    || !t.lists.has(List::OrdinaryWord) && t.kind != TokenKind::Word
                    || t.is_any(doc.text, &BEHIND)
            });
        if !ends {
            continue;
        }
        let last = doc.tokens.get(next.checked_sub(1)?)?;
        let groups = lines(first.span.to(last.span)).into_iter().map(|(_, e)| (e.field(1), e.field(2)));
        let groups = groups.filter(|(level, _)| *level != PART).collect();
        let begin = doc.tokens.get(from)?;
        return Some((Spot { span: begin.span.to(last.span), place: None, groups }, next));
    }
    None
}
