//! What every facet may look at: the corpus, the word lists, and which mention is which actor.

use crate::claim::actor::{ActorKind, Role, RoleKind};
use crate::claim::quantity::Quantity;
use crate::claim::quote::Speaker;
use crate::claim::timex::DateMention;
use crate::compare::corpus::{ClaimView, Corpus};
use crate::compare::cut::Cuts;
use crate::compare::finding::SharedActor;
use crate::compare::similarity::{Weights, around, overlap};
use crate::compare::vocabulary::Term;
use crate::lexicon::{Lexicon, List};
use crate::text::fold::fold;
use crate::text::span::Span;
use foldhash::fast::FixedState;
use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;

/// One mention of an actor by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mention {
    /// Where it stands.
    pub(super) span: Span,
    /// The index of the actor across articles.
    pub(super) actor: usize,
    /// What the actor is.
    pub(super) kind: ActorKind,
}

/// What facets read off a claim, each once.
#[derive(Debug, Default)]
pub(super) struct Read<'c> {
    /// Its dates that say when it happens.
    pub(super) dates: OnceCell<Vec<&'c DateMention>>,
    /// Its figures.
    pub(super) quantities: OnceCell<Vec<&'c Quantity>>,
    /// The places where it happens.
    pub(super) places: OnceCell<Vec<Mention>>,
    /// Where the noun that tells what is done stands among the terms of its article.
    pub(super) deed_noun: OnceCell<Option<usize>>,
    /// Whether it tells of what was long before.
    pub(super) background: OnceCell<bool>,
}

/// A run, with its actors resolved across articles.
pub(super) struct Context<'c> {
    /// The articles and claims.
    pub(super) corpus: &'c Corpus<'c>,
    /// The word lists.
    pub(super) lexicon: &'c Lexicon,
    /// The actors across articles.
    pub(super) actors: &'c [SharedActor],
    /// Mentions by name, an article each, in text order.
    pub(super) mentions: Vec<Vec<Mention>>,
    /// Descriptions that mean an actor (`the minister`), an article each, in text order.
    pub(super) nominals: Vec<Vec<(Span, usize)>>,
    /// Roles, an article each, with their bearers.
    pub(super) roles: Vec<Vec<(usize, &'c Role)>>,
    /// The words of every role of an actor, folded, by actor.
    pub(super) role_words: Vec<BTreeSet<String>>,
    /// What the facets have read off each claim so far: a claim is held against many.
    pub(super) read: Vec<Read<'c>>,
    /// What was left out so far.
    pub(super) cuts: Cuts,
    shared: HashMap<&'c str, usize, FixedState>,
    /// Who alone is called so, by the noun of the office.
    offices: BTreeMap<String, Option<usize>>,
}

impl<'c> Context<'c> {
    /// Resolves the mentions of a run. Cost: O(mentions log mentions).
    pub(super) fn new(corpus: &'c Corpus<'c>, actors: &'c [SharedActor], lexicon: &'c Lexicon) -> Self {
        let mut shared = HashMap::with_hasher(FixedState::with_seed(5));
        for (i, a) in actors.iter().enumerate() {
            shared.extend(a.members.iter().map(|m| (m.as_str(), i)));
        }
        let (mut mentions, mut nominals, mut roles) = (Vec::new(), Vec::new(), Vec::new());
        for view in &corpus.articles {
            let (mut here, mut meant, mut held) = (Vec::new(), Vec::new(), Vec::new());
            for a in &view.found.actors {
                if let Some(&actor) = shared.get(a.id.as_str()) {
                    // A lone name that was taken for a person's may be known for a place's.
                    let kind = if a.kind == ActorKind::Person { actors[actor].kind } else { a.kind };
                    here.extend(a.mentions.iter().map(|&span| Mention { span, actor, kind }));
                    meant.extend(a.nominal_mentions.iter().map(|&span| (span, actor)));
                    held.extend(a.role_mentions.iter().map(|r| (actor, r)));
                }
            }
            here.sort_by_key(|m| (m.span, m.actor));
            held.sort_by_key(|(actor, r)| (r.span, *actor));
            meant.sort_unstable();
            mentions.push(here);
            nominals.push(meant);
            roles.push(held);
        }
        let mut offices: BTreeMap<String, Option<usize>> = BTreeMap::new();
        for (actor, role) in roles.iter().flatten().filter(|(_, r): &&(usize, &Role)| r.kind == RoleKind::Office) {
            let sole = offices.entry(office(lexicon, &role.text)).or_insert(Some(*actor));
            *sole = sole.filter(|a| a == actor);
        }
        let read = corpus.claims.iter().map(|_| Read::default()).collect();
        let mut role_words = vec![BTreeSet::new(); actors.len()];
        for (actor, role) in roles.iter().flatten() {
            let words: &mut BTreeSet<String> = &mut role_words[*actor];
            words.extend(role.text.split_whitespace().map(fold));
        }
        Self {
            corpus,
            lexicon,
            actors,
            mentions,
            nominals,
            roles,
            role_words,
            read,
            cuts: Cuts::default(),
            shared,
            offices,
        }
    }

    /// The actor of an extraction's actor id.
    pub(super) fn actor(&self, id: &str) -> Option<usize> {
        self.shared.get(id).copied()
    }

    /// The day on which an article appeared, in days.
    pub(super) fn published_on(&self, article: usize) -> Option<i64> {
        self.corpus.articles[article].found.published.as_ref().and_then(|d| d.days()).map(|d| d.0)
    }

    /// The mentions inside a span of one article.
    pub(super) fn mentions_in(&self, article: usize, span: Span) -> impl Iterator<Item = Mention> + '_ {
        let all = self.mentions.get(article).map_or(&[][..], Vec::as_slice);
        let from = all.partition_point(|m| m.span.start() < span.start());
        all.iter()
            .skip(from)
            .take_while(move |m| m.span.start() < span.end())
            .filter(move |m| span.covers(m.span))
            .copied()
    }

    /// The last mention that ends at or before `at`. Cost: O(log mentions).
    pub(super) fn mention_before(&self, article: usize, at: usize) -> Option<Mention> {
        let all = self.mentions.get(article)?;
        let begun = all.partition_point(|m| m.span.start() < at);
        all.get(..begun)?.iter().rev().find(|m| m.span.end() <= at).copied()
    }

    /// The actor who speaks: by name, or as the only one who is called what the speaker is called.
    pub(super) fn speaker(&self, s: &Speaker) -> Option<usize> {
        let named = s.actor.as_deref().and_then(|id| self.actor(id));
        named.or_else(|| self.offices.get(&office(self.lexicon, &s.name)).copied().flatten())
    }

    /// Whether two speakers are one; `None` where that cannot be told.
    pub(super) fn same_speaker(&self, a: Option<&Speaker>, b: Option<&Speaker>) -> Option<bool> {
        let (a, b) = (a?, b?);
        let known = |s: &Speaker| s.actor.as_deref().and_then(|id| self.actor(id));
        match (known(a), known(b)) {
            // Of several who bear a surname, which is meant by it alone cannot be told.
            (Some(x), Some(y)) if x != y && self.may_be_one(x, y) => None,
            (Some(x), Some(y)) => Some(x == y),
            _ if self.speaker(a).is_some_and(|x| self.speaker(b) == Some(x)) => Some(true),
            _ => last_word(&a.name).zip(last_word(&b.name)).and_then(|(x, y)| (x == y).then_some(true)),
        }
    }

    /// Whether the one actor is known by no more than the last word of the other's name.
    fn may_be_one(&self, x: usize, y: usize) -> bool {
        let (p, q) = (&self.actors[x].name, &self.actors[y].name);
        let bare = |n: &str| !n.contains(char::is_whitespace);
        bare(p) != bare(q) && last_word(p).is_some_and(|w| last_word(q) == Some(w))
    }

    /// The words around a value (a date, an amount, a place) in its sentence.
    pub(super) fn around(&self, article: usize, span: Span, reach: usize) -> Vec<Term> {
        let view = &self.corpus.articles[article];
        let sentence =
            view.doc.sentence_at(span.start()).and_then(|i| view.doc.sentences.get(i)).map_or(span, |s| s.span);
        around(&view.terms, sentence, span, reach)
    }

    /// Whether the main verbs of two claims mean the same; `None` where one has none, or says little by itself and
    /// the noun beside it does not tell either (`gave the order`).
    pub(super) fn same_predicate(&self, a: usize, b: usize) -> Option<bool> {
        let (x, y) = (self.verb_terms(a), self.verb_terms(b));
        if x.iter().any(|t| y.iter().any(|u| t.likeness(u) > 0.0)) {
            return Some(true);
        }
        let (p, q) = (self.deed_noun(a), self.deed_noun(b));
        // The verb's own noun, not one of its sense (`left two dead`, `were killed`: who did it stands elsewhere).
        let noun = |n: Option<&Term>, verb: &[Term]| n.is_some_and(|t| verb.iter().any(|u| t.stem == u.stem));
        if noun(p, y) || noun(q, x) || p.zip(q).is_some_and(|(t, u)| t.stem == u.stem) {
            return Some(true);
        }
        (!x.is_empty() && !y.is_empty()).then_some(false)
    }

    /// The terms of a claim's main verb.
    pub(super) fn verb_terms(&self, claim: usize) -> &[Term] {
        let view = self.corpus.claims.get(claim);
        view.and_then(|v| v.terms.get(v.verb.clone())).unwrap_or(&[])
    }

    /// The noun that tells what is done where the verb says little: the object of `gave an order` or `had no contact`,
    /// the subject of `no decision was taken`.
    fn deed_noun(&self, claim: usize) -> Option<&Term> {
        let view = self.corpus.claims.get(claim)?;
        let at = self.read.get(claim)?.deed_noun.get_or_init(|| self.find_deed_noun(claim));
        self.corpus.articles[view.article].terms.get((*at)?)
    }

    /// The same, as its place among the terms of the article.
    fn find_deed_noun(&self, claim: usize) -> Option<usize> {
        let view = self.corpus.claims.get(claim)?;
        let c = view.claim;
        let verb = c.predicate.as_ref()?;
        // `is a county` tells what something is, not what it does.
        if verb.lemma == "be" || self.verb_terms(claim).iter().any(|t| t.base >= 1.0) {
            return None;
        }
        let noun = if verb.passive { &view.subject } else { &view.object };
        let terms = self.corpus.articles[view.article].terms.get(noun.clone())?;
        terms.iter().rposition(|t| t.base >= 1.0 && !t.value && !t.named).map(|n| noun.start + n)
    }

    /// Whether two claims say the same verb of the same doer, and of the same thing done to where they name one: one
    /// deed, whatever else they tell of it. What a passive verb has for its subject is what the deed is done to.
    pub(super) fn same_deed(&self, a: usize, b: usize, weights: &Weights) -> bool {
        if self.same_predicate(a, b) != Some(true) {
            return false;
        }
        let ((doer, done_to), (other, to_other)) = (self.parts_of_deed(a), self.parts_of_deed(b));
        let alike =
            |p: &[Term], q: &[Term]| (!p.is_empty() && !q.is_empty()).then(|| overlap(p, q, weights).score() >= 0.5);
        let doers = match (self.subject_actor(a), self.subject_actor(b)) {
            (Some(x), Some(y)) if !doer.is_empty() && !other.is_empty() => Some(x == y),
            _ => alike(doer, other),
        };
        match (doers, alike(done_to, to_other)) {
            (Some(false), _) | (_, Some(false)) | (None, None) => false,
            // One of the two has nothing that the deed is done to.
            (Some(true), None) => done_to.is_empty() == to_other.is_empty(),
            (Some(true), Some(true)) => true,
            // Who does it is not told: the verb must tell much (`leaving a town in tears`, `has not left the town`).
            (None, Some(true)) => [a, b].iter().any(|&c| self.verb_terms(c).iter().any(|t| t.base >= 1.0)),
        }
    }

    /// The actor that is the subject of a claim, by name or by a description that means it.
    pub(super) fn subject_actor(&self, claim: usize) -> Option<usize> {
        let view = self.corpus.claims.get(claim)?;
        let subject = view.claim.subject?;
        let named = self.mentions_in(view.article, subject).map(|m| m.actor).next();
        named.or_else(|| {
            let meant = self.nominals.get(view.article)?;
            let from = meant.partition_point(|(m, _)| m.start() < subject.start());
            let inside = meant.get(from..)?.iter().take_while(|(m, _)| m.start() < subject.end());
            inside.filter(|(m, _)| subject.covers(*m)).map(|(_, actor)| *actor).next()
        })
    }

    /// Whether two claims say the same verb of the same named actor, pronouns resolved, and the verb alone tells what
    /// happened (`is sentenced`, not `is` or `goes`).
    pub(super) fn same_telling_deed(&self, a: usize, b: usize) -> bool {
        self.same_telling_verb(a, b) && self.doer(a).zip(self.doer(b)).is_some_and(|(x, y)| x == y)
    }

    /// The same where whoever does it is left to a pronoun in one of the two.
    pub(super) fn may_be_same_deed(&self, a: usize, b: usize) -> bool {
        let pronoun = |c: usize| {
            let view = &self.corpus.claims[c];
            let text = self.corpus.articles[view.article].doc.text;
            let subject = view.claim.subject.map_or("", |s| s.of(text));
            ["it", "he", "she", "they"].iter().any(|p| subject.eq_ignore_ascii_case(p))
        };
        let one = self.doer(a).zip(self.doer(b)).is_none_or(|(x, y)| x == y);
        one && (pronoun(a) || pronoun(b)) && self.same_telling_verb(a, b)
    }

    /// The actor that is the subject of a claim by name, or the one person of a claim about a pronoun.
    pub(super) fn doer(&self, claim: usize) -> Option<usize> {
        let c = self.corpus.claims[claim].claim;
        let subject = c.subject?;
        let named = self.mentions_in(self.corpus.claims[claim].article, subject).map(|m| m.actor).next();
        named.or_else(|| match c.actors.as_slice() {
            [one] => self.actor(one),
            _ => None,
        })
    }

    /// Whether two claims say, or both deny, one verb that tells what happened by itself, in one voice.
    fn same_telling_verb(&self, a: usize, b: usize) -> bool {
        let claim = |c: usize| self.corpus.claims[c].claim;
        let passive = |c: usize| claim(c).predicate.as_ref().map(|p| p.passive);
        let telling = |c: usize| {
            let lemma = claim(c).predicate.as_ref().map(|p| p.lemma.as_str());
            lemma.is_some_and(|l| self.lexicon.entry(List::CommonWord, l).is_none())
        };
        claim(a).polarity == claim(b).polarity
            && passive(a) == passive(b)
            && telling(a)
            && telling(b)
            && self.same_predicate(a, b) == Some(true)
    }

    /// Who does what a claim tells, and whom or what it is done to, as terms; either may be empty.
    pub(super) fn parts_of_deed(&self, claim: usize) -> (&[Term], &[Term]) {
        let view = &self.corpus.claims[claim];
        let (c, terms) = (view.claim, &self.corpus.articles[view.article].terms);
        let part = |range: &Range<usize>| terms.get(range.clone()).unwrap_or(&[]);
        let (subject, object) = (part(&view.subject), part(&view.object));
        if c.predicate.as_ref().is_some_and(|p| p.passive) { (&[], subject) } else { (subject, object) }
    }

    /// Whether the subjects of two claims share most of their words.
    pub(super) fn same_subject(&self, a: usize, b: usize, weights: &Weights) -> bool {
        let subject = |c: usize| {
            let view = &self.corpus.claims[c];
            self.corpus.articles[view.article].terms.get(view.subject.clone()).unwrap_or(&[])
        };
        overlap(subject(a), subject(b), weights).score() >= 0.5
    }

    /// The terms of the article of `claim` that stand in `span`.
    pub(super) fn terms_in(&self, claim: usize, span: Span) -> &[Term] {
        self.corpus.articles[self.corpus.claims[claim].article].terms_in(span)
    }

    /// The claim that says what stands in `span`, or else one that is told by whoever is named there.
    pub(super) fn claim_by(&self, article: usize, span: Span) -> Option<usize> {
        self.claim_on(article, span).or_else(|| {
            let view = self.corpus.articles.get(article)?;
            let told = |c: &ClaimView<'_>| c.claim.speaker.as_ref().is_some_and(|s| s.span.overlaps(span));
            let sentence = view.doc.sentence_at(span.start())?;
            let all = self.corpus.claims.get(view.claims.clone())?;
            let first = all.partition_point(|c| c.sentence < sentence);
            let here = all.get(first..)?.iter().take_while(|c| c.sentence == sentence);
            here.enumerate().find(|(_, c)| told(c)).map(|(n, _)| view.claims.start + first + n)
        })
    }

    /// The quantity of an article that stands at `span`. Cost: O(log quantities).
    pub(super) fn quantity_at(&self, article: usize, span: Span) -> Option<&'c Quantity> {
        let all = self.corpus.articles.get(article)?.found.quantities.as_slice();
        all.get(all.partition_point(|q| q.span.start() < span.start())).filter(|q| q.span == span)
    }

    /// The claim that says what stands in `span`: the smallest one that covers it, else the one that covers most of it.
    pub(super) fn claim_on(&self, article: usize, span: Span) -> Option<usize> {
        // Claims stand in text order and stay inside their sentence, so none that begins before it can reach the span.
        let view = self.corpus.articles.get(article)?;
        let sentence = view.doc.sentence_at(span.start()).and_then(|i| view.doc.sentences.get(i));
        let from = sentence.map_or(0, |s| s.span.start());
        let all = self.corpus.claims.get(view.claims.clone())?;
        let first = all.partition_point(|c| c.claim.span.start() < from);
        let end = all.partition_point(|c| c.claim.span.start() < span.end());
        let range = view.claims.start + first..view.claims.start + end.max(first);
        let shared = |c: &ClaimView<'_>| {
            let s = c.claim.span;
            s.end().min(span.end()).saturating_sub(s.start().max(span.start()))
        };
        range
            .filter_map(|i| self.corpus.claims.get(i).map(|c| (i, c)))
            .filter(|(_, c)| shared(c) > 0)
            .max_by_key(|(i, c)| (shared(c), std::cmp::Reverse((c.claim.span.len(), *i))))
            .map(|(i, _)| i)
    }
}

/// The office that a role or a speaker's description names, whatever its form (`head of state` for `President`).
fn office(lexicon: &Lexicon, text: &str) -> String {
    let text = fold(text);
    let of = |phrase: &str| lexicon.phrase(List::RoleSynonym, phrase).map(|e| fold(&e.text));
    of(&text).unwrap_or_else(|| {
        let post = text.split(" of ").next().unwrap_or(&text).split(',').next().unwrap_or(&text).trim();
        of(post).unwrap_or_else(|| post.to_owned())
    })
}

fn last_word(name: &str) -> Option<String> {
    name.split_whitespace().next_back().map(fold)
}
