//! On whose word a claim stands, and who a phrase names.

use crate::claim::actor::{ActorKind, Gender};
use crate::claim::certainty::{Certainty, hedge, leaves_open, of_force, rank};
use crate::claim::clause::Claim;
use crate::claim::clause::assemble::Maker;
use crate::claim::clause::assemble::reading::Reading;
use crate::claim::clause::segment::{Role, Subject};
use crate::claim::clause::verb::Group;
use crate::claim::polarity::{Polarity, polarity};
use crate::claim::quote::{CueForce, Speaker};
use crate::claim::source::{SourceHop, SourceKind, chain};
use crate::lexicon::List;
use crate::text::one_of::one_of;
use crate::text::span::Span;
use crate::text::tag::Tag;

/// On whose word a clause stands.
pub(super) struct Word<'a> {
    pub(super) speaker: Option<Speaker>,
    pub(super) relayed: Option<&'a Speaker>,
    pub(super) force: CueForce,
}

impl<'a> Maker<'_, 'a> {
    /// Where it is the saying itself that is told, and not what was said: it is denied (`no inspector had warned that …`)
    /// or told of the hearer (`the firm was warned that …`). What was said, up to its end, belongs to it.
    pub(super) fn saying_at_issue(&self, r: &Reading<'a>, c: usize, verb: Group) -> Option<Span> {
        let scene = self.scene;
        if !scene.has(verb.head, List::ReportingVerb) {
            return None;
        }
        let heard =
            verb.passive && scene.is_one(verb.head, one_of!["told", "warned", "informed", "notified", "alerted"]);
        // By a word of its own: who denies something says that it is not so.
        let head = scene.span(verb.head, verb.head);
        let denied = || match polarity(scene, r.own(c), Some(verb)) {
            (Polarity::Negative, Some(cue)) => !cue.overlaps(head),
            _ => false,
        };
        let said = |d: usize| r.clauses.list[d].role == Role::Complement && r.clauses.list[d].parent == Some(c);
        let said = (c + 1..r.clauses.list.len().min(c + 4)).find(|&d| r.holder[d] == d && said(d))?;
        if !heard && !denied() {
            return None;
        }
        self.extent(r, said)
    }

    /// What a governing clause does to what stands under it.
    pub(super) fn under(
        &self,
        r: &Reading<'a>,
        p: usize,
        pole: &mut Polarity,
        sure: &mut Certainty,
        claim: &mut Claim,
    ) {
        let scene = self.scene;
        let Some(verb) = r.clauses.list[p].verb else { return };
        // `it is possible that`, `the possibility that`: of what follows, not of the clause around it.
        let head = claim.span.start();
        let that = scene.doc.token_at(head).checked_sub(2).filter(|&k| r.own(p).contains(&k));
        if let Some(k) = that.filter(|&k| scene.is(k + 1, "that") && leaves_open(scene, k)) {
            if rank(*sure) < rank(Certainty::Possible) {
                *sure = Certainty::Possible;
                claim.hedge = claim.hedge.or(Some(scene.span(k, k)));
            }
        }
        let (above, cue) = polarity(scene, r.own(p), Some(verb));
        let denies = scene.is_one(
            verb.head,
            one_of![
                "deny", "denied", "denies", "denying", "reject", "rejected", "rejects", "refuted", "disputed",
                "disputes"
            ],
        );
        if denies {
            // The denying verb is counted in `above` already where it is listed.
            *pole = flip(*pole);
            claim.negation = claim.negation.or(cue).or(Some(scene.span(verb.head, verb.head)));
        } else if above == Polarity::Negative {
            // `did not say that`: not asserted.
            if rank(*sure) < rank(Certainty::Possible) {
                *sure = Certainty::Possible;
            }
            if r.own(p).iter().any(|&t| scene.is_one(t, one_of!["evidence", "indication", "truth", "sign"])) {
                *pole = flip(*pole);
            }
        }
        let (level, span) = hedge(scene, r.own(p), Some(verb));
        if rank(level) > rank(*sure) {
            *sure = level;
            claim.hedge = claim.hedge.or(span);
        }
    }

    /// On whose word clause `c` stands: the reported speech that covers it, or the clause of saying around it.
    pub(super) fn word_of(&self, r: &Reading<'a>, c: usize) -> Option<Word<'a>> {
        let scene = self.scene;
        let verb = r.clauses.list[c].verb?;
        let place = scene.span(verb.head, verb.head);
        let covering = r.indirect.iter().filter(|q| q.span.covers(place)).min_by_key(|q| q.span.len());
        if let Some(q) = covering {
            return Some(Word { speaker: q.speaker.clone(), relayed: q.relayed_by.as_ref(), force: q.force });
        }
        let mut at = c;
        for _ in 0..6 {
            let clause = r.clauses.list[at];
            let parent = clause.parent?;
            let v = r.clauses.list[parent].verb;
            if clause.role == Role::Complement && v.is_some_and(|v| scene.has(v.head, List::ReportingVerb)) {
                let v = v?;
                let entry = scene.entry(v.head, List::ReportingVerb);
                let force = entry.and_then(|e| CueForce::from_name(e.field(2))).unwrap_or_default();
                let speaker =
                    self.subject(r, parent, 0).filter(|(a, z)| self.can_speak(*a, *z)).map(|(a, z)| self.speaker(a, z));
                return speaker.map(|s| Word { speaker: Some(s), relayed: None, force });
            }
            at = parent;
        }
        None
    }

    /// Certainty, speaker and sources as of clause `c`.
    pub(super) fn stand(&self, r: &Reading<'a>, c: usize, claim: &mut Claim) {
        let word = self.word_of(r, c);
        claim.certainty = word.as_ref().map_or(Certainty::Asserted, |w| of_force(w.force));
        let (speaker, relayed) = word.map_or((None, None), |w| (w.speaker, w.relayed));
        claim.chain = chain(self.scene, &r.credits, &self.whole, speaker.as_ref(), relayed);
        claim.speaker = speaker;
        claim.sources = named(&claim.chain);
    }

    /// Whether the sentence's credit says where its content comes from (`as reported by`, `according to`).
    pub(super) fn is_relayed(&self, r: &Reading<'a>) -> bool {
        r.credits.iter().any(|&c| {
            let words = self.scene.found.credits[c].span.of(self.scene.doc.text);
            let first = words.split_whitespace().next().unwrap_or("");
            ["as", "according", "per", "reported", "first", "citing", "quoting"]
                .iter()
                .any(|w| first.eq_ignore_ascii_case(w))
        })
    }

    /// Whether the phrase names somebody or something that can say things.
    fn can_speak(&self, a: usize, z: usize) -> bool {
        !self.scene.is_one(a, one_of!["no", "nobody", "none", "neither"])
            && (self.is_agent(a, z, self.actor_of(a, z)) || (a..=z).any(|t| self.scene.has(t, List::SpeakerNoun)))
    }

    fn speaker(&self, a: usize, z: usize) -> Speaker {
        let scene = self.scene;
        let span = scene.span(a, z);
        let actor = self.actor_of(a, z).map(|i| &scene.found.actors[i]);
        Speaker {
            name: actor.map_or_else(|| span.of(scene.doc.text).to_owned(), |a| a.name.clone()),
            actor: actor.map(|a| a.id.clone()),
            span,
        }
    }

    /// The actor that a phrase names or, of a pronoun, stands for.
    pub(super) fn actor_of(&self, a: usize, z: usize) -> Option<usize> {
        let scene = self.scene;
        let (mut person, mut last) = (None, None);
        for (_, i) in scene.mentions_of(a, z) {
            last = Some(i);
            if scene.found.actors[i].kind == ActorKind::Person {
                person = last;
            }
        }
        if let Some(i) = person.or(last) {
            return Some(i);
        }
        if let Some((_, i)) = scene.mention_over(a) {
            return Some(i);
        }
        if a != z {
            return None;
        }
        let gender = if scene.is_one(a, one_of!["he", "him", "he'd", "he'll", "he’d", "he’ll"]) {
            Gender::Male
        } else if scene.is_one(a, one_of!["she", "she'd", "she'll", "she’d", "she’ll"]) {
            Gender::Female
        } else {
            return None;
        };
        self.last_person.filter(|i| scene.found.actors[*i].gender.is_none_or(|g| g == gender))
    }

    /// Whether a phrase is one who acts; `actor` is whom it names.
    pub(super) fn is_agent(&self, a: usize, z: usize, actor: Option<usize>) -> bool {
        let scene = self.scene;
        let named = actor.is_some_and(|i| scene.found.actors[i].kind != ActorKind::Place);
        let head_named =
            scene.tag(z) == Tag::Name || scene.tag(a) == Tag::Name && !(a..=z).any(|t| scene.tag(t) == Tag::Possessive);
        (named && (head_named || a == z)) || (a == z && scene.is_one(a, one_of!["he", "she", "they", "who"]))
    }

    pub(super) fn note_subject(&mut self, r: &Reading<'a>, c: usize) {
        if let Subject::Own(a, z) = r.clauses.list[c].subject {
            if let Some(i) = self.actor_of(a, z).filter(|i| self.scene.found.actors[*i].kind == ActorKind::Person) {
                self.last_person = Some(i);
            }
        }
    }

    /// First and last token of the subject of clause `c`.
    pub(super) fn subject(&self, r: &Reading<'a>, c: usize, depth: usize) -> Option<(usize, usize)> {
        match r.clauses.list[c].subject {
            Subject::Own(a, z) => {
                // A relative pronoun by itself is nobody.
                let relative = a == z && self.scene.tag(a) == Tag::Relative;
                (!relative).then_some((a, z))
            }
            Subject::Antecedent(a, z) => Some((a, z)),
            Subject::Of(d) if depth < 8 && d != c => self.subject(r, d, depth + 1),
            _ => None,
        }
    }
}

pub(super) fn flip(p: Polarity) -> Polarity {
    if p == Polarity::Positive { Polarity::Negative } else { Polarity::Positive }
}

/// The names that a reader would call sources: all but the speaker.
pub(super) fn named(chain: &[SourceHop]) -> Vec<String> {
    let others = chain.iter().filter(|h| !matches!(h.kind, SourceKind::Speaker | SourceKind::Anonymous));
    others.map(|h| h.name.clone()).collect()
}
