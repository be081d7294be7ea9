//! One thing, two opposites: `the gate was locked`, `the gate was open`; `approved the plan`, `threw it out`.
//!
//! Words of a list of opposites, and those that differ by `un-`, are looked for in what claims say of their subjects. Two
//! claims of two articles are held against each other by whom or what they speak of, whatever else they share.

use crate::claim::clause::Polarity;
use crate::compare::context::Context;
use crate::compare::cut::Cut;
use crate::compare::draft::{PairDifference, Side};
use crate::compare::facet::date::{comes_after, of_one_day};
use crate::compare::facet::first::is_first;
use crate::compare::facet::stance::{denies_nothing, denies_time, governs, is_ahead};
use crate::compare::facet::theme::{Who, is_put_forward, who};
use crate::compare::facet::toll::is_background;
use crate::compare::facet::undone::by_a_word;
use crate::compare::finding::Facet;
use crate::lexicon::{List, is_form_of};
use crate::text::fold::fold;
use crate::text::span::Span;
use crate::text::token::TokenKind;
use std::collections::BTreeMap;

/// Tokens after the verb in which the word for a state stands.
const AFTER: usize = 4;
/// Claims of one line of the list that are held against each other.
const MOST: usize = 48;
/// The first topic of these differences; those of statuses lie below.
const TOPIC: u64 = 1 << 32;

/// What makes two words opposites.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Line {
    /// A line of the list.
    Listed(u32),
    /// A word and the same after `un-`.
    Un(String),
}

/// A claim that says one of two opposites.
struct Told<'c> {
    article: usize,
    claim: usize,
    span: Span,
    side: usize,
    /// Whether it says that it is not so: opposed to what says so in another word of its side (`not locked`, `bolted`).
    denied: bool,
    /// Who does it or is so, and to what it is done.
    agent: Option<Who<'c>>,
    patient: Option<Who<'c>>,
    /// The verb that follows (`refused to resign`).
    then: Option<&'c str>,
    /// Whether it is so for a time only, and of the past.
    state: bool,
    past: bool,
}

/// The differences between articles that say opposites of one thing. An article that says both tells of two times.
/// Cost: O(tokens), and for each line O(MOST²).
pub(crate) fn differences(ctx: &Context<'_>, articles: &[usize]) -> Vec<PairDifference> {
    let mut lines: BTreeMap<Line, Vec<Told<'_>>> = BTreeMap::new();
    for c in articles.iter().flat_map(|&a| ctx.corpus.articles[a].claims.clone()) {
        for (line, told) in told_by(ctx, c) {
            lines.entry(line).or_default().push(told);
        }
    }
    let mut out = Vec::new();
    for (n, all) in lines.into_values().enumerate() {
        let kept = all.get(..MOST.min(all.len())).unwrap_or(&[]);
        ctx.cuts.add(Cut::Opposites, all.iter().skip(MOST).map(|t| t.claim));
        let both = |t: &Told<'_>| kept.iter().any(|u| u.article == t.article && are_opposed(t, u) && of_one(t, u));
        let steady: Vec<&Told<'_>> = kept.iter().filter(|t| !both(t)).collect();
        for (i, x) in steady.iter().enumerate() {
            for y in steady.iter().skip(i + 1).filter(|y| y.article != x.article && are_opposed(x, y)) {
                let times =
                    x.state && (x.past != y.past || at_two_times(ctx, x, y)) || !of_one_day(ctx, x.claim, y.claim);
                let background = || is_background(ctx, x.claim) == is_background(ctx, y.claim);
                if !of_one(x, y) || times || !background() || x.denied != y.denied && !is_denial(ctx, x, y) {
                    continue;
                }
                let side = |t: &Told<'_>| Side { article: t.article, claim: t.claim, span: t.span };
                let text = |t: &Told<'_>| t.span.of(ctx.corpus.articles[t.article].doc.text);
                out.push(PairDifference {
                    facet: Facet::Polarity,
                    a: side(x),
                    b: side(y),
                    reason: format!("“{}” in one article, “{}” in the other", text(x), text(y)),
                    update: x.state && ctx.published_on(x.article) != ctx.published_on(y.article),
                    score: 0.7,
                    topic: TOPIC + n as u64,
                });
            }
        }
    }
    out
}

/// Whether two claims say opposites: words of two sides, or one of them that another of its side is not so.
fn are_opposed(x: &Told<'_>, y: &Told<'_>) -> bool {
    if x.denied == y.denied { !x.denied && x.side != y.side } else { x.side == y.side }
}

/// Whether the one of two claims that says `not` denies what the other tells.
fn is_denial(ctx: &Context<'_>, x: &Told<'_>, y: &Told<'_>) -> bool {
    let (no, yes) = if x.denied { (x.claim, y.claim) } else { (y.claim, x.claim) };
    let both_first = is_first(ctx, no) && is_first(ctx, yes);
    let other = denies_time(ctx, no, yes) || denies_nothing(ctx, no, yes) || is_of_another(ctx, no, yes);
    let later = comes_after(ctx, yes, ctx.corpus.claims[no].article) || is_ahead(ctx, no) != is_ahead(ctx, yes);
    governs(ctx, no) && !both_first && !other && !later
}

/// Whether what two claims speak of is told apart by words behind it (`the key of the safe`, `the key of the van`).
fn is_of_another(ctx: &Context<'_>, a: usize, b: usize) -> bool {
    let rest = |c: usize| {
        let subject = ctx.corpus.claims[c].claim.subject;
        let whole = subject.map_or(&[][..], |s| ctx.terms_in(c, s));
        let head = subject.and_then(|s| who(ctx, c, s)).map_or(0, |w| w.terms.len());
        whole.get(head..).unwrap_or(&[])
    };
    let (p, q) = (rest(a), rest(b));
    !p.is_empty() && !q.is_empty() && !p.iter().any(|t| q.iter().any(|u| t.likeness(u) > 0.0))
}

/// Whether two claims of a state say when or where it is so, each in its own words, or one alone says when.
fn at_two_times(ctx: &Context<'_>, x: &Told<'_>, y: &Told<'_>) -> bool {
    let after = |t: &Told<'_>| {
        let span = ctx.corpus.claims[t.claim].claim.span;
        Span::new(t.span.end(), span.end().max(t.span.end()))
    };
    let (p, q) = (ctx.terms_in(x.claim, after(x)), ctx.terms_in(y.claim, after(y)));
    let apart = !p.is_empty() && !q.is_empty() && !p.iter().any(|t| q.iter().any(|u| t.likeness(u) > 0.0));
    let dated = |t: &Told<'_>| {
        let article = &ctx.corpus.articles[t.article];
        let when = ["after", "before", "during", "until", "when", "while"];
        article.tokens(after(t)).iter().any(|k| k.is_any(article.doc.text, &when))
    };
    apart || dated(x) != dated(y)
}

impl<'c> Told<'c> {
    /// What it is done to, or else who does it.
    fn theme(&self) -> Option<&Who<'c>> {
        self.patient.as_ref().or(self.agent.as_ref())
    }

    /// Who does it to another.
    fn acting(&self) -> Option<&Who<'c>> {
        self.agent.as_ref().filter(|_| self.patient.is_some())
    }
}

/// Whether two claims speak of one thing: one theme (`the strike was called off`, `the strike goes ahead`), and where both
/// tell by whom, one who does it.
fn of_one(x: &Told<'_>, y: &Told<'_>) -> bool {
    let alike = x.theme().zip(y.theme()).is_some_and(|(p, q)| p.is(q));
    let others = x.acting().zip(y.acting()).is_some_and(|(p, q)| !p.is(q));
    // Of one who does both to a thing of one name (`raised its key interest rate`, `cut its main rate`).
    let one_doer = x.acting().zip(y.acting()).is_some_and(|(p, q)| p.is(q));
    let one_name = || {
        let heads = x.patient.as_ref().zip(y.patient.as_ref()).and_then(|(p, q)| p.head().zip(q.head()));
        heads.is_some_and(|(t, u)| t.likeness(u) > 0.0)
    };
    x.then == y.then && (alike || one_doer && one_name()) && !others
}

/// The verb of a claim and the tokens after it in which a word for a state may stand.
struct Predicate<'c> {
    lemma: &'c str,
    passive: bool,
    /// Where the verb begins and ends, and where what is looked at ends.
    first: usize,
    end: usize,
    last: usize,
    /// Whether the verb says that the subject is so.
    is_so: bool,
    past: bool,
}

/// The opposites that a claim says of its subject or object.
fn told_by<'c>(ctx: &'c Context<'_>, claim: usize) -> Vec<(Line, Told<'c>)> {
    let view = &ctx.corpus.claims[claim];
    let c = view.claim;
    let Some(verb) = c.predicate.as_ref().filter(|_| is_put_forward(ctx, claim)) else { return Vec::new() };
    let doc = &ctx.corpus.articles[view.article].doc;
    let (first, end) = (doc.token_at(verb.span.start()), doc.token_from(verb.span.end()));
    let verb = Predicate {
        lemma: &verb.lemma,
        passive: verb.passive,
        first,
        end,
        last: doc.token_from(c.span.end()).min(end + AFTER),
        is_so: matches!(verb.lemma.as_str(), "be" | "remain" | "stay" | "keep" | "become" | "go" | "prove" | "turn"),
        past: doc.tokens.get(first).is_some_and(|t| {
            t.is_any(doc.text, &["was", "were", "had"]) || t.lists.has(List::PastVerb) || t.of(doc.text).ends_with("ed")
        }),
    };
    let mut out = listed(ctx, claim, &verb);
    if c.polarity == Polarity::Positive && (verb.is_so || verb.passive) {
        out.extend(by_prefix(ctx, claim, &verb));
    }
    // What was so for a time long before the event was so of another.
    if is_background(ctx, claim) {
        out.retain(|(_, told)| !told.state);
    }
    out
}

/// The words of the list that a claim says of its subject or object.
fn listed<'c>(ctx: &'c Context<'_>, claim: usize, verb: &Predicate<'c>) -> Vec<(Line, Told<'c>)> {
    let view = &ctx.corpus.claims[claim];
    let c = view.claim;
    let doc = &ctx.corpus.articles[view.article].doc;
    let subject = || c.subject.and_then(|s| who(ctx, claim, s));
    let mut out = Vec::new();
    let mut i = verb.first;
    while i < verb.last {
        let (at, m) = (i, ctx.lexicon.match_at(List::Opposite, doc.text, &doc.tokens, i));
        i += m.as_ref().map_or(1, |m| m.len);
        let Some((a, b)) = m.as_ref().and_then(|_| doc.tokens.get(at).zip(doc.tokens.get(i - 1))) else { continue };
        let span = a.span.to(b.span);
        // `turned down` denies by itself
        let denied = c.polarity == Polarity::Negative && !c.negation.is_some_and(|n| span.overlaps(n));
        if denied && !by_a_word(c) {
            continue;
        }
        let words = fold(span.of(doc.text));
        // A word may stand in several lines.
        for (line, entry) in ctx.lexicon.lines_of(List::Opposite, &words) {
            let Some(side) = entry.fields.iter().position(|f| is_form_of(&words, f)) else { continue };
            let deed = entry.text == "deed";
            // `would be back` is no backing.
            let beside = at >= verb.end && verb.lemma == "be" && !verb.passive;
            // `had lost her footing` says of nobody that she was lost.
            let done = at < verb.end && (verb.passive || c.object.is_none());
            let said = if deed { at <= verb.end && !beside } else { verb.is_so || done };
            if !said {
                continue;
            }
            // What follows a phrasal verb is its object (`turned down the offer`).
            let after = Span::new(span.end(), c.span.end().max(span.end()));
            // `pleaded guilty to theft`: of what stands behind `to` that is so, and not of the theft.
            let whole = doc.tokens.get(i).is_some_and(|t| t.of(doc.text) == "to");
            let phrasal = i >= verb.end && i > at + 1 && !whole;
            let object = c.object.filter(|o| o.start() >= span.end()).or(phrasal.then_some(after));
            let patient = object.filter(|_| deed).and_then(|o| who(ctx, claim, o));
            let (agent, patient) = if deed && verb.passive { (None, subject()) } else { (subject(), patient) };
            let told = Told {
                article: view.article,
                claim,
                span: c.negation.filter(|n| denied && n.end() <= span.start()).map_or(span, |n| n.to(span)),
                side,
                denied,
                agent,
                patient,
                then: (deed && i < verb.end).then_some(verb.lemma),
                state: entry.text == "state",
                past: verb.past,
            };
            out.push((Line::Listed(line), told));
        }
    }
    out
}

/// The words that a claim says of its subject and that may stand with `un-` in another, or without it.
fn by_prefix<'c>(ctx: &'c Context<'_>, claim: usize, verb: &Predicate<'c>) -> Vec<(Line, Told<'c>)> {
    let view = &ctx.corpus.claims[claim];
    let doc = &ctx.corpus.articles[view.article].doc;
    let from = if verb.passive { verb.end.saturating_sub(1) } else { verb.end };
    let complement = (from..verb.last)
        .filter_map(|k| doc.tokens.get(k))
        .take_while(|t| t.kind == TokenKind::Word && !t.lists.has(List::Preposition));
    let told = complement.filter_map(|t| {
        let word = fold(t.of(doc.text));
        let (stem, side) = match word.strip_prefix("un").filter(|s| s.len() > 3 && is_word(ctx, s)) {
            Some(stem) => (stem.to_owned(), 1),
            None if !t.lists.has(List::Determiner) && word.len() > 3 => (word, 0),
            None => return None,
        };
        let told = Told {
            article: view.article,
            claim,
            span: t.span,
            side,
            denied: false,
            agent: view.claim.subject.and_then(|s| who(ctx, claim, s)),
            patient: None,
            then: None,
            state: true,
            past: verb.past,
        };
        Some((Line::Un(stem), told))
    });
    told.collect()
}

/// Whether a word is known, so that what stands after `un` is one.
fn is_word(ctx: &Context<'_>, word: &str) -> bool {
    !ctx.lexicon.lookup(word).0.is_empty()
}
