//! One thing that came to something in one article and not in another: `a ransom was paid`, `no ransom was paid`; `the
//! alarm sounded`, `none of the alarms was working`.
//!
//! A list names things of which one is told whether something came of them, with the words for it. What an article says
//! of such a thing is read off its subject or object and its verb, whatever else the sentence tells.

use crate::claim::clause::{Certainty, Claim, ClaimKind, Polarity, Predicate};
use crate::compare::context::Context;
use crate::compare::cut::Cut;
use crate::compare::draft::{PairDifference, Side};
use crate::compare::facet::date::of_one_day;
use crate::compare::facet::stance::is_ahead;
use crate::compare::facet::toll::is_background;
use crate::compare::finding::Facet;
use crate::compare::vocabulary::Term;
use crate::lexicon::{List, is_form_of};
use crate::text::fold::fold;
use crate::text::sentence::Part;
use crate::text::span::Span;
use crate::text::token::{Token, TokenKind};
use std::collections::BTreeMap;

/// Tokens after the verb in which the word for a state stands.
const AFTER: usize = 4;
/// Claims of one thing that are held against each other.
const MOST: usize = 32;
/// The first topic of these differences; those of counts of nobody lie below.
const TOPIC: u64 = 1 << 34;
/// Words before a thing by which another one is meant, or not all of them.
const NOT_ALL: [&str; 16] = [
    "another",
    "additional",
    "certain",
    "extra",
    "few",
    "further",
    "half",
    "last",
    "many",
    "more",
    "most",
    "next",
    "other",
    "second",
    "several",
    "some",
];
/// Words that deny the thing after them, all of it.
const NONE: [&str; 4] = ["no", "none", "neither", "any"];

/// A claim that says whether something came of a thing.
struct Told<'c> {
    article: usize,
    claim: usize,
    /// The thing and what became of it.
    span: Span,
    came: bool,
    /// Whether the list says that it may come later.
    stage: bool,
    /// Whether a word of negation says that it did not.
    denied: bool,
    /// The words for the thing, with those before it.
    thing: &'c [Term],
    /// Who does it, where that is told.
    doer: Option<usize>,
    /// Whether the thing is counted.
    counted: bool,
    /// Whether it is denied of all of them.
    none: bool,
    /// What of (`the body of the pilot`), and what else the claim says after its verb.
    of: &'c [Term],
    rest: &'c [Term],
}

/// The differences between articles of which one says that something came of a thing, and another that nothing did. An
/// article that says both tells of two things or two times. Cost: O(tokens), and for each thing O(MOST²).
pub(crate) fn differences(ctx: &Context<'_>, articles: &[usize]) -> Vec<PairDifference> {
    let mut things: BTreeMap<u32, Vec<Told<'_>>> = BTreeMap::new();
    for c in articles.iter().flat_map(|&a| ctx.corpus.articles[a].claims.clone()) {
        for (line, told) in told_by(ctx, c) {
            things.entry(line).or_default().push(told);
        }
    }
    let mut out = Vec::new();
    for (line, all) in things {
        let kept = all.get(..MOST.min(all.len())).unwrap_or(&[]);
        ctx.cuts.add(Cut::Outcomes, all.iter().skip(MOST).map(|t| t.claim));
        let both = |t: &Told<'_>| kept.iter().any(|u| u.article == t.article && u.came != t.came);
        let steady: Vec<&Told<'_>> = kept.iter().filter(|t| !both(t)).collect();
        for no in steady.iter().filter(|t| !t.came) {
            for yes in steady.iter().filter(|t| t.came && t.article != no.article && of_one(ctx, no, t)) {
                let side = |t: &Told<'_>| Side { article: t.article, claim: t.claim, span: t.span };
                let text = |t: &Told<'_>| t.span.of(ctx.corpus.articles[t.article].doc.text);
                let days = ctx.published_on(no.article).zip(ctx.published_on(yes.article));
                out.push(PairDifference {
                    facet: Facet::Polarity,
                    a: side(no),
                    b: side(yes),
                    reason: format!("“{}” in one article, “{}” in the other", text(no), text(yes)),
                    // What is not so any more may be so again; what has come stays so.
                    update: no.stage && days.is_some_and(|(n, y)| n < y || n > y && !no.denied),
                    score: 0.7,
                    topic: TOPIC + u64::from(line),
                });
            }
        }
    }
    out
}

/// Whether `yes` tells of the very thing of which `no` says that nothing came.
fn of_one(ctx: &Context<'_>, no: &Told<'_>, yes: &Told<'_>) -> bool {
    let within = |p: &[Term], q: &[Term]| p.iter().all(|t| q.iter().any(|u| t.likeness(u) > 0.0));
    let one_noun = no.thing.last().zip(yes.thing.last()).is_some_and(|(t, u)| t.stem == u.stem);
    // `the flight data recorder`, `the cockpit voice recorder`
    let one_thing = !one_noun || within(no.thing, yes.thing) || within(yes.thing, no.thing);
    let doers = no.doer.zip(yes.doer).is_none_or(|(x, y)| x == y);
    // `No weapon was found in the house` is no word on what lay in the garden.
    let when = |t: &Term| {
        let text = t.span.of(ctx.corpus.articles[no.article].doc.text);
        ["all", "any", "time", "moment", "point", "stage"].iter().any(|w| text.eq_ignore_ascii_case(w))
    };
    let said = |t: &Term| ctx.corpus.claims[yes.claim].terms.iter().any(|u| t.likeness(u) > 0.0);
    let bounded = no.rest.iter().chain(no.of).any(|t| !t.value && !when(t) && !said(t));
    let counted = (no.counted || yes.counted) && !no.none;
    one_thing && doers && !bounded && !counted && of_one_day(ctx, no.claim, yes.claim)
}

/// What a claim says of the things of the list.
fn told_by<'c>(ctx: &'c Context<'_>, claim: usize) -> Vec<(u32, Told<'c>)> {
    let view = &ctx.corpus.claims[claim];
    let c = view.claim;
    if c.part != Part::Prose || c.certainty == Certainty::Possible || is_ahead(ctx, claim) {
        return Vec::new();
    }
    let out = match c.predicate.as_ref().filter(|_| c.kind == ClaimKind::Statement) {
        Some(verb) => by_verb(ctx, claim, verb),
        None if c.kind == ClaimKind::Quote => by_words(ctx, claim),
        None => Vec::new(),
    };
    if out.is_empty() || is_background(ctx, claim) { Vec::new() } else { out }
}

/// A stretch of tokens that stands in the list, with the line and the field of it.
struct Found {
    line: u32,
    field: usize,
    stage: bool,
    span: Span,
    /// The token after it.
    end: usize,
}

/// The entries that the tokens from `i` on make up.
fn entries(ctx: &Context<'_>, article: usize, i: usize) -> Vec<Found> {
    let doc = &ctx.corpus.articles[article].doc;
    let Some(m) = ctx.lexicon.match_at(List::Outcome, doc.text, &doc.tokens, i) else { return Vec::new() };
    let Some((first, last)) = doc.tokens.get(i).zip(doc.tokens.get(i + m.len - 1)) else { return Vec::new() };
    let span = first.span.to(last.span);
    let words = fold(span.of(doc.text));
    let lines = ctx.lexicon.lines_of(List::Outcome, &words).into_iter();
    let field = |fields: &[String]| fields.iter().position(|f| is_form_of(&words, f));
    lines
        .filter_map(|(line, e)| {
            Some(Found { line, field: field(&e.fields)?, stage: e.text == "stage", span, end: i + m.len })
        })
        .collect()
}

/// The fields of the list.
const THING: usize = 0;
const DOES: usize = 1;
const DONE: usize = 2;
const DOES_NOT: usize = 3;

/// What a statement with a verb says.
fn by_verb<'c>(ctx: &'c Context<'_>, claim: usize, verb: &Predicate) -> Vec<(u32, Told<'c>)> {
    let view = &ctx.corpus.claims[claim];
    let c = view.claim;
    let doc = &ctx.corpus.articles[view.article].doc;
    let (first, end) = (doc.token_at(verb.span.start()), doc.token_from(verb.span.end()));
    let is_so = matches!(verb.lemma.as_str(), "be" | "remain" | "stay" | "keep");
    let last = doc.token_from(c.span.end()).min(if is_so { end + AFTER } else { end });
    let words: Vec<Found> = (first..last)
        .flat_map(|i| entries(ctx, view.article, i))
        .filter(|f| f.field != THING && (is_so || f.span.end() >= verb.span.end()))
        .collect();
    if words.is_empty() {
        return Vec::new();
    }
    let mut out = Vec::new();
    for (part, is_subject) in [(c.subject, true), (c.object, false)] {
        let Some(part) = part.filter(|p| is_subject || p.start() >= verb.span.end()) else { continue };
        let Some(head) = head(ctx, view.article, part) else { continue };
        let things = (head.first..head.end).flat_map(|i| entries(ctx, view.article, i));
        for thing in things.filter(|t| t.field == THING && t.end == head.end) {
            let fits = |f: &&Found| {
                let fits = match f.field {
                    DOES => is_subject && !verb.passive,
                    DONE => is_subject == verb.passive,
                    _ => is_subject != (f.field == DONE) || verb.passive,
                };
                f.line == thing.line && fits
            };
            let Some(word) = words.iter().find(fits) else { continue };
            let Some(denied) = denial(c, head.whole, verb.span.to(word.span)) else { continue };
            let from = word.span.end().max(thing.span.end()).max(verb.span.end());
            let told = Told {
                article: view.article,
                claim,
                span: told_at(doc.text, c, denied, (head.part, thing.span), verb.span.to(word.span)),
                came: (word.field == DOES_NOT) == denied,
                stage: thing.stage,
                denied,
                thing: ctx.terms_in(claim, head.whole),
                doer: if is_subject { None } else { ctx.subject_actor(claim) },
                counted: head.counted,
                none: head.none,
                of: ctx.terms_in(claim, head.of),
                rest: rest(ctx, claim, from),
            };
            out.push((thing.line, told));
        }
    }
    out
}

/// What an utterance of one passive clause says, of which no verb is known (`“No ransom was paid, by us or anyone”`).
fn by_words<'c>(ctx: &'c Context<'_>, claim: usize) -> Vec<(u32, Told<'c>)> {
    let view = &ctx.corpus.claims[claim];
    let c = view.claim;
    let doc = &ctx.corpus.articles[view.article].doc;
    let (from, to) = (doc.token_at(c.span.start()), doc.token_from(c.span.end()));
    let auxiliary = |i: usize| doc.tokens.get(i).is_some_and(|t| t.lists.has(List::Auxiliary));
    let Some(first) = (from..to.min(from + AFTER)).find(|&i| auxiliary(i)) else { return Vec::new() };
    let Some(subject) = doc.tokens.get(first.saturating_sub(1)).map(|t| c.span.to(t.span)) else { return Vec::new() };
    let subject = Span::new(c.span.start(), subject.end().min(doc.tokens[first].span.start()));
    let Some(head) = head(ctx, view.article, subject).filter(|h| h.end == first) else { return Vec::new() };
    let passes = |i: &usize| auxiliary(*i) || c.negation.is_some_and(|n| doc.tokens[*i].span.overlaps(n));
    let at = first + (first..to).take_while(passes).count();
    // `No ransom will be paid` tells of what is to come.
    let modal = ["will", "would", "shall", "should", "can", "could", "may", "might", "must"];
    if doc.tokens.get(first..at).unwrap_or(&[]).iter().any(|t| t.is_any(doc.text, &modal)) {
        return Vec::new();
    }
    let mut out = Vec::new();
    for word in entries(ctx, view.article, at).iter().filter(|f| f.field == DONE) {
        let things = (head.first..head.end).flat_map(|i| entries(ctx, view.article, i));
        let Some(thing) = things.into_iter().find(|t| t.line == word.line && t.field == THING && t.end == head.end)
        else {
            continue;
        };
        let verb = doc.tokens[first].span.to(word.span);
        let cue = c.negation.filter(|n| subject.covers(*n) || verb.covers(*n));
        if cue.is_none() && c.polarity == Polarity::Negative {
            continue;
        }
        let told = Told {
            article: view.article,
            claim,
            span: cue.unwrap_or(verb).to(thing.span.to(verb)),
            came: cue.is_none(),
            stage: thing.stage,
            denied: cue.is_some(),
            thing: ctx.terms_in(claim, head.whole),
            doer: None,
            counted: head.counted,
            none: head.none,
            of: &[],
            rest: rest(ctx, claim, word.span.end()),
        };
        out.push((thing.line, told));
    }
    out
}

/// The noun of a subject or object, with the words before it.
struct Head {
    first: usize,
    end: usize,
    part: Span,
    whole: Span,
    of: Span,
    counted: bool,
    none: bool,
}

/// The noun of a part of a clause: its words before the first preposition, or of `none of the alarms in the house` those
/// after the first.
fn head(ctx: &Context<'_>, article: usize, part: Span) -> Option<Head> {
    let view = &ctx.corpus.articles[article];
    let doc = &view.doc;
    let (from, to) = (doc.token_at(part.start()), doc.token_from(part.end()));
    let at = |i: usize| doc.tokens.get(i);
    let is = |i: usize, words: &[&str]| at(i).is_some_and(|t| t.is_any(doc.text, words));
    let all = ["all", "any", "both", "each", "either", "neither", "none", "one"];
    let of = (from..to.min(from + 3)).find(|&i| is(i, &["of"]));
    let first = of.filter(|&i| (from..i).any(|k| is(k, &all))).map_or(from, |i| i + 1);
    let stop = |t: &Token| t.lists.has(List::Preposition) || t.kind == TokenKind::Mark;
    let end = (first..to).find(|&i| at(i).is_some_and(stop)).unwrap_or(to);
    let whole = at(first)?.span.to(at(end.checked_sub(1)?)?.span);
    if end <= first || (from..end).any(|i| is(i, &NOT_ALL)) {
        return None;
    }
    let is_of = is(end, &["of"]) && end < to;
    let of = Span::new(whole.end(), if is_of { part.end().max(whole.end()) } else { whole.end() });
    let counted = view.quantities_in(part).any(|q| q.span.start() < whole.end());
    // `Schools were never locked down`: a bare plural is all of them.
    let bare = from + 1 == end && whole.of(doc.text).ends_with('s');
    Some(Head { first, end, part, whole, of, counted, none: bare || (from..end).any(|i| is(i, &NONE)) })
}

/// Whether a claim denies what it says of the thing at `thing` by `verb`; `None` where its negation stands elsewhere.
fn denial(c: &Claim, thing: Span, verb: Span) -> Option<bool> {
    if c.polarity == Polarity::Positive {
        return Some(false);
    }
    let cue = c.negation?;
    // `none of the alarms`, `no siren`
    let subject = c.subject.is_some_and(|s| s.covers(cue) && s.overlaps(thing));
    (subject || thing.covers(cue) || verb.covers(cue)).then_some(true)
}

/// What a claim says after its verb and thing, up to the next comma and to words that say no more than when.
fn rest<'c>(ctx: &'c Context<'_>, claim: usize, from: usize) -> &'c [Term] {
    let view = &ctx.corpus.claims[claim];
    let doc = &ctx.corpus.articles[view.article].doc;
    let end = view.claim.span.end().max(from);
    let ends = [",", "after", "as", "before", "so", "until", "when", "while", "yet"];
    let mut tokens = ctx.corpus.articles[view.article].tokens(Span::new(from, end)).iter();
    let mark = tokens.find(|t| t.is_any(doc.text, &ends));
    ctx.terms_in(claim, Span::new(from, mark.map_or(end, |t| t.span.start())))
}

/// The words that say what came of a thing: the verb, and the thing if it stands beside it.
fn told_at(text: &str, c: &Claim, denied: bool, (part, thing): (Span, Span), verb: Span) -> Span {
    let between = Span::new(thing.end().min(verb.end()), verb.start().max(thing.end().min(verb.end())));
    let first = c.negation.filter(|n| denied && part.covers(*n)).unwrap_or(thing);
    if between.of(text).contains([',', ';', ':', '(', '—']) { verb } else { first.to(verb).to(thing) }
}
