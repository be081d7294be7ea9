//! One deed, two doers; or one doer and one sufferer, changed about.

use crate::claim::actor::ActorKind;
use crate::claim::clause::{Claim, ClaimKind};
use crate::compare::context::{Context, Mention};
use crate::compare::corpus::ClaimView;
use crate::compare::draft::{PairDifference, Side};
use crate::compare::facet::stance::is_ahead;
use crate::compare::finding::Facet;
use crate::compare::similarity::{Weights, overlap};
use crate::compare::vocabulary::Term;
use crate::lexicon::List;
use crate::text::fold::fold;
use crate::text::sentence::Part;
use crate::text::span::Span;
use crate::text::token::{Token, TokenKind};
use foldhash::fast::FixedState;
use std::collections::{BTreeSet, HashMap};

/// What is done, and to whom, must be at least this alike, the doers left out.
const ALIKE: f32 = 0.42;
/// What the deed is done to must be at least this alike, where nothing else is looked at.
const ALIKE_DONE_TO: f32 = 0.65;
/// Words that what is done must share, the doers left out.
const LEAST_SHARED: usize = 2;

/// Nouns for people that may stand for anybody.
const GENERIC: [&str; 23] = [
    "man",
    "woman",
    "boy",
    "girl",
    "officer",
    "official",
    "agent",
    "person",
    "suspect",
    "gunman",
    "victim",
    "driver",
    "resident",
    "witness",
    "guest",
    "patient",
    "passenger",
    "customer",
    "pupil",
    "men",
    "women",
    "people",
    "member",
];
/// Tokens after `from` among which the one is named whom something came from.
const FROM: usize = 8;
/// Tokens after `by` in which a name or noun for the doer stands.
const BY: usize = 6;
/// A doer of more bytes than this is a whole clause.
const LONGEST: usize = 80;

/// The difference of actor between claims `a` and `b`, if there is one.
pub(crate) fn difference(
    ctx: &Context<'_>,
    deeds: &Deeds<'_>,
    (a, b): (usize, usize),
    weights: &Weights,
) -> Option<PairDifference> {
    let (x, y) = (deeds.0.get(&a)?, deeds.0.get(&b)?);
    if !x.verb.iter().any(|t| y.verb.iter().any(|u| t.likeness(u) > 0.0)) || x.claim.polarity != y.claim.polarity {
        return None;
    }
    let reversed = x.doer_actors.len() == 1
        && y.doer_actors.len() == 1
        && x.doer_actors != y.doer_actors
        && x.done_to_actors.is_superset(&y.doer_actors)
        && y.done_to_actors.is_superset(&x.doer_actors);
    // What two do to each other has no other way round.
    let mutual = |d: &Deed<'_>| {
        let lemma = d.claim.predicate.as_ref().map_or("", |p| p.lemma.as_str());
        ctx.lexicon.entry(List::MutualVerb, lemma).is_some()
    };
    if reversed && (mutual(x) || mutual(y)) {
        return None;
    }
    let reason = if reversed {
        format!(
            "“{}” does it in one article, “{}” in the other: who did it to whom is reversed",
            x.text(ctx),
            y.text(ctx)
        )
    } else {
        let rest = overlap(&x.rest, &y.rest, weights);
        if (rest.score() < ALIKE || rest.count < LEAST_SHARED) && !one_deed(ctx, x, y, weights) {
            return None;
        }
        // `who led the club` is not of the one `who will run` it.
        let own = [x, y].iter().all(|d| !d.is_ours(ctx) && !shared(ctx, d));
        if !apart(ctx, x, y) || is_ahead(ctx, a) != is_ahead(ctx, b) || !own {
            return None;
        }
        format!("“{}” in one article, “{}” in the other", x.text(ctx), y.text(ctx))
    };
    let side = |d: &Deed<'_>, claim: usize| Side { article: d.article, claim, span: d.doer.to(d.deed) };
    let score = overlap(&x.rest, &y.rest, weights).score();
    Some(PairDifference { facet: Facet::Actor, a: side(x, a), b: side(y, b), reason, update: false, score, topic: 0 })
}

/// Whether several may do what is told, each for himself (`condemned the attack`), unless one is said to be the first.
pub(super) fn shared(ctx: &Context<'_>, deed: &Deed<'_>) -> bool {
    let view = &ctx.corpus.articles[deed.article];
    let doc = &view.doc;
    let last = doc.token_from(deed.deed.end());
    if view.tokens(deed.claim.span).iter().any(|t| t.is_any(doc.text, &["first"])) {
        return false;
    }
    // `was co-founded by`, `was also founded by`
    if view.tokens(deed.deed).iter().any(|t| t.is_any(doc.text, &["also", "co"])) {
        return true;
    }
    let found = |i: usize| ctx.lexicon.match_at(List::SharedDeed, doc.text, &doc.tokens, i);
    (doc.token_at(deed.deed.start())..last).rev().find_map(found).is_some()
}

/// Whether both tell the same of the same thing, whatever else they add (when, where, who the doer is): the verb tells
/// much, and what it is done to is one thing in both.
fn one_deed(ctx: &Context<'_>, x: &Deed<'_>, y: &Deed<'_>, weights: &Weights) -> bool {
    let tells = |d: &Deed<'_>| d.verb.iter().any(|t| t.base >= 1.0);
    let o = overlap(&x.done_to, &y.done_to, weights);
    // Only one of a sort was the first.
    let first = |d: &Deed<'_>| {
        let view = &ctx.corpus.articles[d.article];
        d.done_to_span.is_some_and(|s| view.tokens(s).iter().take(2).any(|t| t.is_any(view.doc.text, &["first"])))
    };
    (tells(x) || tells(y)) && o.plain > 0 && (o.score() >= ALIKE_DONE_TO || first(x) && first(y))
}

/// Who does what to whom, by every claim that is compared.
pub(crate) struct Deeds<'c>(HashMap<usize, Deed<'c>, FixedState>);

impl<'c> Deeds<'c> {
    /// Of `claims`. Cost: O(bytes of the claims).
    pub(crate) fn new(ctx: &Context<'c>, claims: &BTreeSet<usize>) -> Self {
        Self(claims.iter().filter_map(|&c| Deed::of(ctx, c).map(|d| (c, d))).collect())
    }
}

/// Who does what to whom, by one claim.
pub(super) struct Deed<'c> {
    pub(super) article: usize,
    pub(super) claim: &'c Claim,
    /// Who does it.
    pub(super) doer: Span,
    /// The verb, or the claim's words from it on.
    pub(super) deed: Span,
    pub(super) verb: Vec<Term>,
    doer_terms: Vec<Term>,
    pub(super) doer_actors: BTreeSet<usize>,
    done_to_actors: BTreeSet<usize>,
    /// What it is done to, and its words.
    done_to_span: Option<Span>,
    done_to: Vec<Term>,
    /// The claim's words without the doer.
    pub(super) rest: Vec<Term>,
}

impl<'c> Deed<'c> {
    pub(super) fn of(ctx: &Context<'c>, claim: usize) -> Option<Self> {
        Self::any(ctx, claim).filter(|d| !d.verb.is_empty())
    }

    /// The same of verbs too that tell nothing by themselves (`was at the wheel`).
    pub(super) fn any(ctx: &Context<'c>, claim: usize) -> Option<Self> {
        let view: &ClaimView<'c> = ctx.corpus.claims.get(claim)?;
        let c = view.claim;
        if c.kind != ClaimKind::Statement || c.part != Part::Prose {
            return None;
        }
        let predicate = c.predicate.as_ref()?;
        let article = view.article;
        let doc = &ctx.corpus.articles[article].doc;
        // `The first call came from the driver`: what comes was made by whom it comes from.
        let source = (predicate.lemma == "come").then(|| from_phrase(ctx, article, predicate.span, c.span)).flatten();
        let made = c.subject.filter(|_| source.is_some());
        let doer = match source {
            Some(person) => person,
            None if predicate.passive => by_phrase(ctx, article, predicate.span, c.span)?,
            None => c.subject?,
        };
        // `Ann Lee, the head of X, who …`: the subject of what follows an apposition is the person before it.
        let people = |s: Span| ctx.mentions_in(article, s).any(|m| m.kind == ActorKind::Person);
        let before = ctx.mention_before(article, doer.start()).filter(|m| {
            let between = Span::new(m.span.end(), doer.start()).of(doc.text).trim();
            m.kind == ActorKind::Person && matches!(between, "," | ", who")
        });
        let doer = before.filter(|_| !people(doer)).map_or(doer, |m| m.span);
        // Of a long subject, with its appositions, the name it begins with.
        let doer = if doer.len() > LONGEST {
            ctx.mentions_in(article, doer).next().filter(|m| m.span.start() == doer.start())?.span
        } else {
            doer
        };
        // `two relatives of a man who opened fire`: whoever stands last may be meant.
        let tokens = ctx.corpus.articles[article].tokens(doer);
        let relative = |t: &Token| matches!(t.of(doc.text), "who" | "which" | "that");
        let whose =
            doc.tokens.get(doc.token_at(doer.end())).is_some_and(relative) || tokens.last().is_some_and(relative);
        if doer.is_empty() || doer.overlaps(predicate.span) || whose && tokens.iter().any(|t| t.of(doc.text) == "of") {
            return None;
        }
        let done_to = if predicate.passive || made.is_some() { c.subject } else { c.object };
        let all = &ctx.corpus.articles[article].terms;
        let inside = |s: Span| -> Vec<Term> {
            let from = all.partition_point(|t| t.span.start() < s.start());
            all.get(from..).unwrap_or(&[]).iter().take_while(|t| t.span.start() < s.end()).cloned().collect()
        };
        // Of `made the first approach` the object says what was done.
        let mut verb = made.map_or_else(|| inside(predicate.span), inside);
        if verb.is_empty() {
            verb = c.object.map(inside).unwrap_or_default();
        }
        // `the offices at Fennick`: a name behind a preposition is not who is meant.
        let actors = |s: Span| {
            let named: Vec<Mention> = ctx.mentions_in(article, s).collect();
            let inside = |t: &Token| named.iter().any(|m| m.span.covers(t.span));
            let tokens = ctx.corpus.articles[article].tokens(s);
            let behind = tokens.iter().find(|t| t.lists.has(List::Preposition) && !inside(t));
            let end = behind.map_or(s.end(), |t| t.span.start());
            let meant = |m: &&Mention| m.span.start() < end && !(m.span.end() < s.end() && is_owner(ctx, article, m));
            named.iter().filter(meant).map(|m| m.actor).collect::<BTreeSet<_>>()
        };
        // A pronoun says nothing by itself.
        let doer_terms = inside(doer);
        if doer_terms.is_empty() || doc.text.is_empty() {
            return None;
        }
        let rest = view.terms.iter().filter(|t| !doer.covers(t.span)).cloned().collect();
        Some(Self {
            article,
            claim: c,
            doer,
            deed: predicate.span,
            verb,
            doer_terms,
            doer_actors: actors(doer),
            done_to_actors: done_to.map(actors).unwrap_or_default(),
            done_to_span: done_to,
            done_to: done_to.map(inside).unwrap_or_default(),
            rest,
        })
    }

    pub(super) fn text<'t>(&self, ctx: &Context<'t>) -> &'t str {
        self.doer.of(ctx.corpus.articles[self.article].doc.text)
    }

    /// Whether it is the teller's own (`my father`), of whom no other article tells.
    pub(super) fn is_ours(&self, ctx: &Context<'_>) -> bool {
        let view = &ctx.corpus.articles[self.article];
        view.tokens(self.doer).iter().any(|t| t.is_any(view.doc.text, &["my", "My", "our", "Our", "I", "we", "We"]))
    }

    fn kinds(&self, ctx: &Context<'_>) -> BTreeSet<ActorKind> {
        self.doer_actors.iter().map(|&a| ctx.actors[a].kind).collect()
    }

    /// Whether the doer is named by a noun for a person (`a night guard`).
    pub(super) fn is_person(&self, ctx: &Context<'_>) -> bool {
        if self.doer_actors.is_empty() {
            let tokens = ctx.corpus.articles[self.article].tokens(self.doer);
            let text = ctx.corpus.articles[self.article].doc.text;
            return tokens.iter().any(|t| {
                let word = fold(t.of(text));
                let person = ctx.lexicon.entries_of(List::SpeakerNoun, &word).any(|(_, e)| e.field(1) == "p");
                (person || t.lists.has(List::Title)) && !GENERIC.contains(&word.trim_end_matches('s'))
            });
        }
        self.kinds(ctx).iter().all(|k| *k == ActorKind::Person)
    }
}

/// Whether two doers may be one: they share a name or a word, or one is told by the other's office.
pub(super) fn may_be_one(ctx: &Context<'_>, x: &Deed<'_>, y: &Deed<'_>) -> bool {
    let share_words = x.doer_terms.iter().any(|t| y.doer_terms.iter().any(|u| t.likeness(u) > 0.0));
    if !x.doer_actors.is_disjoint(&y.doer_actors) || share_words && !namesakes(ctx, x, y) {
        return true;
    }
    // One name in two spellings is one doer, most likely.
    let last = |d: &Deed<'_>| d.text(ctx).split_whitespace().next_back().map(fold).unwrap_or_default();
    let (p, q) = (last(x), last(y));
    if p != q && p.len() > 4 && q.len() > 4 && strsim::damerau_levenshtein(&p, &q) <= 2 {
        return true;
    }
    let office = |named: &Deed<'_>, other: &Deed<'_>| {
        let text = ctx.corpus.articles[other.article].doc.text;
        let known = |word: &String| named.doer_actors.iter().any(|&a| ctx.role_words[a].contains(word));
        // `the PM`
        let short = |word: &String| {
            let usual = ctx.lexicon.phrase(List::RoleSynonym, word).map(|e| fold(&e.text));
            usual.is_some_and(|u| u.contains(' ') && u.split(' ').all(|w| known(&w.to_owned())))
        };
        let words = other.doer_terms.iter().map(|t| fold(t.span.of(text)));
        words.into_iter().any(|w| known(&w) || short(&w))
    };
    office(x, y) || office(y, x)
}

/// Whether the two doers are certainly two: two people, or two bodies, that share no word, and neither is the other's
/// office.
pub(super) fn apart(ctx: &Context<'_>, x: &Deed<'_>, y: &Deed<'_>) -> bool {
    if may_be_one(ctx, x, y) {
        return false;
    }
    let both_people = x.is_person(ctx) && y.is_person(ctx);
    let both_bodies = !x.doer_actors.is_empty()
        && !y.doer_actors.is_empty()
        && [x, y].iter().all(|d| d.kinds(ctx).iter().all(|k| matches!(k, ActorKind::Organisation | ActorKind::Place)));
    both_people || both_bodies
}

/// Whether the two are people of one surname with first names of their own.
fn namesakes(ctx: &Context<'_>, x: &Deed<'_>, y: &Deed<'_>) -> bool {
    let name = |d: &Deed<'_>| -> Option<Vec<String>> {
        let mut actors = d.doer_actors.iter();
        let actor = &ctx.actors[*actors.next()?];
        let words: Vec<String> = actor.name.split_whitespace().map(fold).collect();
        (actors.next().is_none() && actor.kind == ActorKind::Person && words.len() > 1).then_some(words)
    };
    name(x).zip(name(y)).is_some_and(|(p, q)| p.last() == q.last() && p.first() != q.first())
}

/// The person right after `from` behind a verb: `came from the tanker's driver, Pavel Ostrow`.
fn from_phrase(ctx: &Context<'_>, article: usize, verb: Span, claim: Span) -> Option<Span> {
    let view = &ctx.corpus.articles[article];
    let tokens = view.tokens(Span::new(verb.end(), claim.end().max(verb.end())));
    let from = tokens.first().filter(|t| t.of(view.doc.text) == "from")?;
    let near = Span::new(from.span.end(), tokens.get(FROM.min(tokens.len() - 1))?.span.end());
    let person = |m: &Mention| m.kind == ActorKind::Person && near.covers(m.span);
    ctx.mentions_in(article, near).find(person).map(|m| m.span)
}

/// Whether whose somebody or something is stands there: of `Hale's lawyer, Ann Lee` he is not who is meant.
fn is_owner(ctx: &Context<'_>, article: usize, m: &Mention) -> bool {
    let doc = &ctx.corpus.articles[article].doc;
    doc.tokens.get(doc.token_from(m.span.end())).is_some_and(|t| t.kind == TokenKind::Possessive)
}

/// The phrase after `by` that tells who did what a passive verb says.
fn by_phrase(ctx: &Context<'_>, article: usize, verb: Span, claim: Span) -> Option<Span> {
    let view = &ctx.corpus.articles[article];
    let after = Span::new(verb.end(), claim.end().max(verb.end()));
    let tokens = view.tokens(after);
    let by = tokens.iter().position(|t| fold(t.of(view.doc.text)) == "by")?;
    let named = ctx
        .mentions_in(article, after)
        .filter(|m| !is_owner(ctx, article, m))
        .find(|m| tokens.get(by + 1..).is_some_and(|r| r.iter().take(BY).any(|t| t.span.start() == m.span.start())));
    if let Some(m) = named {
        return Some(m.span);
    }
    let near = tokens.get(by + 1..)?;
    if let Some(noun) = near.iter().take(5).find(|t| t.lists.has(List::Title)) {
        return Some(noun.span);
    }
    let stop = |t: &&Token| t.lists.has(List::Preposition) || t.kind == TokenKind::Mark;
    let phrase = near.get(..near.iter().take(BY).take_while(|t| !stop(t)).count())?;
    let first = view.doc.token_at(phrase.first()?.span.start());
    let found = |i: usize| {
        let m = ctx.lexicon.match_at(List::Doer, view.doc.text, &view.doc.tokens, i)?;
        view.doc.tokens.get((i + m.len).checked_sub(1)?)
    };
    let last = (first..first + phrase.len()).rev().find_map(found)?;
    Some(phrase.first()?.span.to(last.span))
}
