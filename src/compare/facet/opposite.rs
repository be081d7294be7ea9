//! One thing, two opposites: `the gate was locked`, `the gate was open`; `approved the plan`, `threw it out`.
//!
//! Words of a list of opposites, and those that differ by `un-`, are looked for in what claims say of their subjects. Two
//! claims of two articles are held against each other by whom or what they speak of, whatever else they share.

use crate::claim::clause::Polarity;
use crate::compare::context::Context;
use crate::compare::cut::Cut;
use crate::compare::draft::{PairDifference, Side};
use crate::compare::facet::theme::{Who, is_put_forward, who};
use crate::compare::facet::toll::{is_background, of_one_day};
use crate::compare::finding::Facet;
use crate::lexicon::{Entry, List, is_form_of};
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
        let both = |t: &Told<'_>| kept.iter().any(|u| u.article == t.article && u.side != t.side && of_one(t, u));
        let steady: Vec<&Told<'_>> = kept.iter().filter(|t| !both(t)).collect();
        for (i, x) in steady.iter().enumerate() {
            for y in steady.iter().skip(i + 1).filter(|y| y.article != x.article && y.side != x.side) {
                let times =
                    x.state && (x.past != y.past || at_two_times(ctx, x, y)) || !of_one_day(ctx, x.claim, y.claim);
                if !of_one(x, y) || times {
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
    x.then == y.then && alike && !others
}

/// The opposites that a claim says of its subject or object.
fn told_by<'c>(ctx: &'c Context<'_>, claim: usize) -> Vec<(Line, Told<'c>)> {
    let view = &ctx.corpus.claims[claim];
    let c = view.claim;
    let Some(verb) = c.predicate.as_ref().filter(|_| is_put_forward(ctx, claim)) else { return Vec::new() };
    let article = &ctx.corpus.articles[view.article];
    let doc = &article.doc;
    let (first, end) = (doc.token_at(verb.span.start()), doc.token_from(verb.span.end()));
    let last = doc.token_from(c.span.end()).min(end + AFTER);
    let is_so = matches!(verb.lemma.as_str(), "be" | "remain" | "stay" | "keep" | "become" | "go" | "prove");
    let who = |span: Span| who(ctx, claim, span);
    let subject = || c.subject.and_then(who);
    let past = doc.tokens.get(first).is_some_and(|t| t.is_any(doc.text, &["was", "were", "had"]));
    let mut out = Vec::new();
    let mut i = first;
    while i < last {
        let Some(m) = ctx.lexicon.match_at(List::Opposite, doc.text, &doc.tokens, i) else {
            i += 1;
            continue;
        };
        let (at, next) = (i, i + m.len);
        i = next;
        let Some(span) = doc.tokens.get(at).zip(doc.tokens.get(next - 1)).map(|(a, b)| a.span.to(b.span)) else {
            continue;
        };
        // `turned down` denies by itself
        if c.polarity == Polarity::Negative && !c.negation.is_some_and(|n| span.overlaps(n)) {
            continue;
        }
        let words = fold(span.of(doc.text));
        // A word may stand in several lines.
        for (line, entry) in lines_of(ctx, m.entry, &words) {
            let Some(side) = entry.fields.iter().position(|f| is_form_of(&words, f)) else { continue };
            let deed = entry.text == "deed";
            let said = if deed { at <= end } else { is_so || at < end };
            if !said {
                continue;
            }
            let then = (deed && next < end).then_some(verb.lemma.as_str());
            // What follows a phrasal verb is its object (`turned down the offer`).
            let after = Span::new(span.end(), c.span.end().max(span.end()));
            let object = c.object.filter(|o| o.start() >= span.end()).or((next >= end && m.len > 1).then_some(after));
            let patient = object.filter(|_| deed).and_then(who);
            let (agent, patient) = if deed && verb.passive { (None, subject()) } else { (subject(), patient) };
            let state = entry.text == "state";
            out.push((
                Line::Listed(line),
                Told { article: view.article, claim, span, side, agent, patient, then, state, past },
            ));
        }
    }
    if c.polarity == Polarity::Positive && (is_so || verb.passive) {
        let complement = (if verb.passive { end.saturating_sub(1) } else { end }..last).take_while(|&k| {
            doc.tokens.get(k).is_some_and(|t| t.kind == TokenKind::Word && !t.lists.has(List::Preposition))
        });
        for t in complement.filter_map(|k| doc.tokens.get(k)) {
            let word = fold(t.of(doc.text));
            let (stem, side) = match word.strip_prefix("un").filter(|s| s.len() > 3 && is_word(ctx, s)) {
                Some(stem) => (stem.to_owned(), 1),
                None if !t.lists.has(List::Determiner) && word.len() > 3 => (word, 0),
                None => continue,
            };
            let told = Told {
                article: view.article,
                claim,
                span: t.span,
                side,
                agent: subject(),
                patient: None,
                then: None,
                state: true,
                past,
            };
            out.push((Line::Un(stem), told));
        }
    }
    if is_background(ctx, claim) { Vec::new() } else { out }
}

/// Whether a word is known, so that what stands after `un` is one.
fn is_word(ctx: &Context<'_>, word: &str) -> bool {
    !ctx.lexicon.lookup(word).0.is_empty()
}

/// The lines that hold these words.
fn lines_of<'c>(ctx: &'c Context<'_>, found: &'c Entry, words: &str) -> Vec<(u32, &'c Entry)> {
    let single: Vec<(u32, &Entry)> = ctx.lexicon.entries_of(List::Opposite, words).collect();
    if single.is_empty() {
        ctx.lexicon.phrase_id(List::Opposite, words).map(|id| (id, found)).into_iter().collect()
    } else {
        single
    }
}
