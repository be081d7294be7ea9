//! What is done once in a story, by two doers: `a neighbour raised the alarm`, `the alarm was raised by a night watchman`.
//!
//! A list names such deeds, with what they are done to, and another common nouns for doers, by groups. Whom one article
//! names is held against whom another names, whatever else their claims share; an article that names two tells of two deeds, and
//! is left out.

use crate::claim::actor::ActorKind;
use crate::claim::clause::Polarity;
use crate::compare::context::Context;
use crate::compare::draft::{PairDifference, Side};
use crate::compare::facet::actor::{self, Deed};
use crate::compare::facet::date::of_one_day;
use crate::compare::facet::sole;
use crate::compare::facet::stance::is_ahead;
use crate::compare::facet::theme::{Who, is_put_forward, who};
use crate::compare::facet::toll::is_background;
use crate::compare::finding::Facet;
use crate::lexicon::{Entry, List, Match, is_form_of};
use crate::text::fold::fold;
use crate::text::span::Span;
use crate::text::token::{Token, TokenKind};
use std::collections::{BTreeMap, BTreeSet};

/// Tokens from the verb on within which a phrase of the list begins (`was at the controls`).
const AFTER: usize = 2;
/// Tokens after the phrase among which the noun for what is done stands.
const REACH: usize = 8;
/// Tokens of an apposition that are read.
const BESIDE: usize = 6;
/// Last words of a body's name that may say what it is.
const HEADS: usize = 2;
/// Words that say that there was another.
const OTHERS: [&str; 8] = ["another", "earlier", "other", "others", "previous", "previously", "second", "third"];

/// A claim that tells who did something.
struct Told<'c> {
    claim: usize,
    deed: &'c str,
    doer: Deed<'c>,
    /// The groups that the doer may belong to.
    groups: BTreeSet<&'c str>,
    /// What it is done to, where the list leaves that open.
    done_to: Option<Who<'c>>,
    /// Whether it is said to be one of several.
    other: bool,
}

/// The differences of doer between what articles tell of one deed. Cost: O(tokens), and for each deed O(tellings²) of
/// those articles that name one doer.
pub(crate) fn differences<'c>(ctx: &'c Context<'_>, articles: &[usize], known: &Known<'c>) -> Vec<PairDifference> {
    let claims = articles.iter().flat_map(|&a| ctx.corpus.articles[a].claims.clone());
    let mut all: Vec<Told<'_>> = claims.flat_map(|c| told_by(ctx, c)).collect();
    let mut by: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    for t in &all {
        by.entry(t.deed).or_default().insert(t.doer.article);
    }
    all.retain(|t| by.get(t.deed).is_some_and(|articles| articles.len() > 1));
    if all.is_empty() {
        return Vec::new();
    }
    all.sort_by_key(|t| (t.doer.article, t.claim));
    for t in &mut all {
        t.groups = groups(ctx, known, &t.doer);
    }
    let told = |a: usize| {
        let from = all.partition_point(|t| t.doer.article < a);
        let here = all.iter().enumerate().skip(from).take_while(move |(_, t)| t.doer.article == a);
        here.map(|(n, t)| (t.deed, n)).collect::<Vec<_>>()
    };
    let two = |x: usize, y: usize| all[x].is_of(&all[y]) && all[x].is_apart(ctx, &all[y]);
    let mut out = Vec::new();
    for given in sole::values(articles, told, two).into_values() {
        for (i, &x) in given.iter().enumerate() {
            let others = given.iter().skip(i + 1).filter(|&&y| two(x, y) && all[x].is_of_one_time(ctx, &all[y]));
            out.extend(others.map(|&y| difference(ctx, &all[x], &all[y])));
        }
    }
    out
}

fn difference(ctx: &Context<'_>, x: &Told<'_>, y: &Told<'_>) -> PairDifference {
    let side = |t: &Told<'_>| Side { article: t.doer.article, claim: t.claim, span: t.doer.doer.to(t.doer.deed) };
    PairDifference {
        facet: Facet::Actor,
        a: side(x),
        b: side(y),
        reason: format!("“{}” in one article, “{}” in the other", x.doer.text(ctx), y.doer.text(ctx)),
        update: false,
        score: 0.7,
        topic: 0,
    }
}

impl Told<'_> {
    /// Whether what is done is done to one thing.
    fn is_of(&self, other: &Self) -> bool {
        if self.other != other.other {
            return false;
        }
        match (&self.done_to, &other.done_to) {
            (Some(p), Some(q)) => p.is(q),
            (p, q) => p.is_none() && q.is_none(),
        }
    }

    /// Whether the doers are certainly two.
    fn is_apart(&self, ctx: &Context<'_>, other: &Self) -> bool {
        let named = |t: &Self| !t.doer.doer_actors.is_empty();
        if !self.groups.is_empty() && !other.groups.is_empty() {
            return self.groups.is_disjoint(&other.groups) && !actor::may_be_one(ctx, &self.doer, &other.doer);
        }
        named(self) && named(other) && actor::apart(ctx, &self.doer, &other.doer)
    }

    fn is_of_one_time(&self, ctx: &Context<'_>, other: &Self) -> bool {
        let (a, b) = (self.claim, other.claim);
        of_one_day(ctx, a, b) && is_background(ctx, a) == is_background(ctx, b) && is_ahead(ctx, a) == is_ahead(ctx, b)
    }
}

/// The deed of the list that a claim tells, with who did it.
fn told_by<'c>(ctx: &'c Context<'_>, claim: usize) -> Option<Told<'c>> {
    let view = &ctx.corpus.claims[claim];
    let c = view.claim;
    let verb = c.predicate.as_ref()?;
    if c.polarity != Polarity::Positive || !is_put_forward(ctx, claim) {
        return None;
    }
    let doc = &ctx.corpus.articles[view.article].doc;
    let (first, end) = (doc.token_at(verb.span.start()), doc.token_from(c.span.end()));
    let last = end.min(doc.token_from(verb.span.end()) + AFTER);
    let found = |i: usize| Some((i, ctx.lexicon.match_at(List::Deed, doc.text, &doc.tokens, i)?));
    let (at, m): (usize, Match<'c>) = (first..last).find_map(found)?;
    let doer = Deed::any(ctx, claim)?;
    // `was found by another prisoner` tells of no other finding.
    let tokens = ctx.corpus.articles[view.article].tokens(c.span).iter();
    let other = tokens.filter(|t| !doer.doer.covers(t.span)).any(|t| t.is_any(doc.text, &OTHERS));
    let after = at + m.len;
    let phrase = Span::new(doc.tokens.get(at)?.span.start(), doc.tokens.get(after.checked_sub(1)?)?.span.end());
    let stop = |t: &&Token| t.lists.has(List::Preposition) || t.kind == TokenKind::Mark;
    let near = doc.tokens.get(after..end.min(after + REACH)).unwrap_or(&[]);
    let near = near.get(..near.iter().take_while(|t| !stop(t)).count()).unwrap_or(&[]);
    // `called off the strike`
    let part = match near {
        _ if verb.passive => c.subject,
        [first, .., last] => c.object.or(Some(first.span.to(last.span))),
        _ => c.object,
    };
    let thing = |e: &Entry| match e.field(3) {
        "-" => true,
        "*" => part.is_some(),
        things => {
            let is_one = |t: &Token| is_form_of(&fold(t.of(doc.text)), things);
            let passive = part.filter(|_| verb.passive);
            passive.map_or(near, |s| ctx.corpus.articles[view.article].tokens(s)).iter().any(is_one)
        }
    };
    let entries = ctx.lexicon.lines_of(List::Deed, &fold(phrase.of(doc.text)));
    // A line that names the thing goes before one of any thing (`fired the first shot`, `fired the coach`).
    let of_any = |e: &Entry| e.field(3) == "*";
    let (_, entry) = entries.into_iter().filter(|(_, e)| thing(e)).min_by_key(|(_, e)| of_any(e))?;
    let done_to = if entry.field(3).starts_with('*') { Some(who(ctx, claim, part?)?) } else { None };
    Some(Told { claim, deed: entry.field(2), doer, groups: BTreeSet::new(), done_to, other })
}

/// The groups of those who have names, by what articles call them (`the regulator`, `Ann Lee, a nurse`).
pub(crate) struct Known<'c>(BTreeMap<usize, BTreeSet<&'c str>>);

impl<'c> Known<'c> {
    pub(crate) fn new(ctx: &'c Context<'_>, articles: &[usize]) -> Self {
        let mut out: BTreeMap<usize, BTreeSet<&str>> = BTreeMap::new();
        for &a in articles {
            for (span, actor) in ctx.nominals.get(a).into_iter().flatten() {
                if let Some(m) = last_noun(ctx, a, *span) {
                    out.entry(*actor).or_default().extend(groups_of(m.entry));
                }
            }
            for m in ctx.mentions.get(a).into_iter().flatten().filter(|m| m.kind == ActorKind::Organisation) {
                if let Some(noun) = beside(ctx, a, m.span) {
                    out.entry(m.actor).or_default().extend(groups_of(noun.entry));
                }
            }
        }
        // `Orrin Liberation Front`, also where it is told by its letters
        let named: BTreeSet<usize> =
            articles.iter().filter_map(|&a| ctx.mentions.get(a)).flatten().map(|m| m.actor).collect();
        let bodies = named.iter().map(|&a| (a, &ctx.actors[a])).filter(|(_, a)| a.kind == ActorKind::Organisation);
        for (actor, shared) in bodies {
            for name in std::iter::once(&shared.name).chain(&shared.aliases) {
                let words: Vec<&str> = name.split_whitespace().collect();
                let heads = words.iter().rev().take(usize::from(words.len() > 1) * HEADS);
                if let Some((_, e)) = heads.flat_map(|w| ctx.lexicon.lines_of(List::Doer, &fold(w))).next() {
                    out.entry(actor).or_default().extend(groups_of(e));
                }
            }
        }
        for (actor, words) in named.iter().filter_map(|&a| Some((a, ctx.role_words.get(a)?))) {
            let told = words.iter().filter_map(|w| ctx.lexicon.entry_of(List::Doer, w)).flat_map(groups_of);
            let told: Vec<&str> = told.collect();
            if !told.is_empty() {
                out.entry(actor).or_default().extend(told);
            }
        }
        Self(out)
    }
}

/// The noun that says what a body is, right before or behind its name: `drugmaker Lorvia`, `Lorvia, the firm behind it`.
fn beside<'c>(ctx: &'c Context<'_>, article: usize, name: Span) -> Option<Match<'c>> {
    let doc = &ctx.corpus.articles[article].doc;
    let (first, next) = (doc.token_at(name.start()), doc.token_from(name.end()));
    let noun = |i: usize| ctx.lexicon.match_at(List::Doer, doc.text, &doc.tokens, i);
    let is = |i: usize, f: fn(&str) -> bool| doc.tokens.get(i).is_some_and(|t| f(t.of(doc.text)));
    let led = first.checked_sub(1).and_then(noun);
    led.or_else(|| {
        let the = |w: &str| matches!(w, "a" | "an" | "the");
        let opens = is(next, |w| w == ",") && is(next + 1, the);
        let ends = (next + 2..next + 2 + BESIDE).find(|&i| doc.tokens.get(i).is_none_or(|t| t.kind == TokenKind::Mark));
        let end = ends.unwrap_or(next + 2 + BESIDE);
        let last = doc.tokens.get(end.checked_sub(1)?).filter(|_| opens && end > next + 2)?;
        last_noun(ctx, article, doc.tokens.get(next + 2)?.span.to(last.span))
    })
}

fn groups_of(e: &Entry) -> impl Iterator<Item = &str> {
    e.field(1).split(',').map(str::trim)
}

/// The last noun for a doer in a span, before a preposition or a comma.
fn last_noun<'c>(ctx: &'c Context<'_>, article: usize, span: Span) -> Option<Match<'c>> {
    let doc = &ctx.corpus.articles[article].doc;
    let (from, end) = (doc.token_at(span.start()), doc.token_from(span.end()));
    let stop = |i: &usize| doc.tokens.get(*i).is_none_or(|t| t.lists.has(List::Preposition) || t.of(doc.text) == ",");
    let end = (from..end).find(stop).unwrap_or(end);
    let (mut i, mut last) = (from, None);
    while i < end {
        let m = ctx.lexicon.match_at(List::Doer, doc.text, &doc.tokens, i);
        i += m.as_ref().map_or(1, |m| m.len);
        last = m.or(last);
    }
    last
}

/// The groups of a doer: of the noun of its phrase, or of what is said of who is named.
pub(super) fn groups<'c>(ctx: &'c Context<'_>, known: &Known<'c>, doer: &Deed<'_>) -> BTreeSet<&'c str> {
    if let Some(m) = last_noun(ctx, doer.article, doer.doer) {
        return groups_of(m.entry).collect();
    }
    doer.doer_actors.iter().filter_map(|a| known.0.get(a)).flatten().copied().collect()
}
