//! Claims of what is no clause: restrictive participles, appositions, fragments, quotations and roles.

use crate::claim::actor::RoleKind;
use crate::claim::certainty::{Certainty, hedge, of_force, rank};
use crate::claim::clause::assemble::Maker;
use crate::claim::clause::assemble::attribution::named;
use crate::claim::clause::assemble::extent::{LONGEST, clipped};
use crate::claim::clause::assemble::reading::Reading;
use crate::claim::clause::{Claim, ClaimKind, Predicate};
use crate::claim::polarity::polarity;
use crate::claim::quote::{Quote, QuoteKind};
use crate::claim::source::{chain, credits_of};
use crate::text::one_of::one_of;
use crate::text::sentence::Part;
use crate::text::span::Span;
use crate::text::tag::Tag;

impl<'a> Maker<'_, 'a> {
    /// `a man carrying 20 kg of heroin`: a claim if it holds a value or a name.
    pub(super) fn restrictive(&mut self, r: &Reading<'a>, k: usize, part: Part) {
        let scene = self.scene;
        let (verb, c, antecedent) = r.clauses.restrictive[k];
        let stop = |t: usize| {
            r.clauses.owner_of(t) != c
                || scene.quoted[t]
                || (scene.tag(t) == Tag::Mark && !scene.is_one(t, one_of!["-", "%", "$", "£", "€", "'", "’"]))
                || scene.tag(t).is_finite()
                || scene.tag(t) == Tag::Coordinator
        };
        let end = (verb.last + 1..verb.last + 40).find(|&t| stop(t)).unwrap_or(verb.last + 40);
        if end < verb.first + 4 {
            return;
        }
        let Some(span) = self.trimmed(r, verb.first, end - 1, c) else { return };
        let mut claim = Claim::new(String::new(), &scene.found.article, span, scene.doc.text);
        claim.dates = r.dates_in(scene, span).collect();
        claim.quantities = r.quantities_in(scene, span).collect();
        let named = scene.mentions_in(span).count();
        if claim.dates.is_empty() && claim.quantities.is_empty() && named == 0 {
            return;
        }
        claim.part = part;
        claim.sentence = r.index;
        let own: Vec<usize> = (verb.first..end).collect();
        let (pole, cue) = polarity(scene, &own, Some(verb));
        (claim.polarity, claim.negation) = (pole, cue);
        let mut ids: Vec<usize> = scene
            .mentions_in(scene.span(antecedent.0, antecedent.1))
            .chain(scene.mentions_in(span))
            .map(|m| m.1)
            .collect();
        self.set_actors(&mut ids, &mut claim);
        claim.subject = Some(scene.span(antecedent.0, antecedent.1));
        claim.predicate = Some(Predicate {
            span: scene.span(verb.first, verb.last),
            lemma: scene.lemma(verb.head),
            passive: verb.passive,
        });
        claim.object = self.object(r, c, verb.last);
        self.stand(r, c, &mut claim);
        claim.checkable = !r.asks && !claim.dates.is_empty() | !claim.quantities.is_empty();
        self.out.push(claim);
    }

    /// `…, a port on the island of Little Sabel, …`
    pub(super) fn appositions(&mut self, r: &Reading<'a>, part: Part) {
        let scene = self.scene;
        for c in 0..r.clauses.list.len() {
            let own = r.own(c);
            let mut k = 1;
            while k + 3 < own.len() {
                let t = own[k];
                let opens = scene.is_one(own[k - 1], one_of![",", "—", "–"])
                    && own[k - 1] + 1 == t
                    && k > 1
                    && scene.tag(own[k - 2]).is_nominal()
                    && scene.is_one(t, one_of!["a", "an", "the"]);
                if !opens {
                    k += 1;
                    continue;
                }
                let mut e = k;
                while e < own.len()
                    && own[e] == t + (e - k)
                    && !scene.is_one(own[e], one_of![",", ";", "—", "–", "."])
                    && !scene.tag(own[e]).is_finite()
                    && scene.tag(own[e]) != Tag::Coordinator
                {
                    e += 1;
                }
                let closed = e == own.len() || scene.tag(own[e]) == Tag::Mark || own[e] != t + (e - k);
                if closed && e - k >= 4 {
                    self.apposition(r, c, (own[k - 2], t, own[e - 1]), part);
                }
                k = e.max(k + 1);
            }
        }
    }

    fn apposition(&mut self, r: &Reading<'a>, c: usize, (before, a, z): (usize, usize, usize), part: Part) {
        let scene = self.scene;
        let Some(span) = self.trimmed(r, a, z, c) else { return };
        let subject = scene.mention_at(scene.doc.tokens[before].span.start());
        let roles = |i: usize| scene.found.actors[i].role_mentions.iter().take(64).any(|m| m.span.overlaps(span));
        if subject.is_some_and(|(_, i)| roles(i)) {
            return;
        }
        let mut claim = Claim::new(String::new(), &scene.found.article, span, scene.doc.text);
        claim.part = part;
        claim.sentence = r.index;
        claim.dates = r.dates_in(scene, span).collect();
        claim.quantities = r.quantities_in(scene, span).collect();
        claim.subject = Some(subject.map_or_else(|| scene.span(before, before), |s| s.0));
        let mut ids: Vec<usize> =
            subject.map(|s| s.1).into_iter().chain(scene.mentions_in(span).map(|m| m.1)).collect();
        self.set_actors(&mut ids, &mut claim);
        self.stand(r, c, &mut claim);
        claim.checkable =
            !r.asks && (!claim.dates.is_empty() || !claim.quantities.is_empty() || claim.actors.len() > 1);
        self.out.push(claim);
    }

    /// A sentence without any verb.
    pub(super) fn fragment(&mut self, r: &Reading<'a>, part: Part) {
        let scene = self.scene;
        let (Some(&a), Some(&z)) = (r.tokens.iter().min(), r.tokens.iter().max()) else { return };
        let Some(span) = self.trimmed(r, a, z, 0) else { return };
        let mut claim = Claim::new(String::new(), &scene.found.article, span, scene.doc.text);
        claim.part = part;
        claim.sentence = r.index;
        claim.dates = r.dates_in(scene, span).collect();
        claim.quantities = r.quantities_in(scene, span).collect();
        let mut ids: Vec<usize> = scene.mentions_in(span).map(|m| m.1).collect();
        self.set_actors(&mut ids, &mut claim);
        let own: Vec<usize> = (a..=z).collect();
        (claim.polarity, claim.negation) = polarity(scene, &own, None);
        (claim.certainty, claim.hedge) = hedge(scene, &own, None);
        claim.chain = chain(scene, &r.credits, &self.whole, None, None);
        claim.sources = named(&claim.chain);
        claim.checkable = !r.asks && !claim.quantities.is_empty();
        self.out.push(claim);
    }

    /// One claim a sentence of each quotation.
    pub(super) fn quotations(&mut self) {
        let scene = self.scene;
        for q in scene.found.quotes.iter().filter(|q| matches!(q.kind, QuoteKind::Direct | QuoteKind::Partial)) {
            let least = if q.kind == QuoteKind::Direct { 2 } else { 3 };
            for stretch in q.stretches() {
                let mut s = scene.doc.sentence_at(stretch.start()).unwrap_or(0);
                while let Some(sentence) = scene.doc.sentences.get(s).filter(|x| x.span.start() < stretch.end()) {
                    let span =
                        Span::new(stretch.start().max(sentence.span.start()), stretch.end().min(sentence.span.end()));
                    if sentence.part != Part::Furniture && sentence.span.end() > stretch.start() {
                        self.quotation(q, span.trim(scene.doc.text), s, least);
                    }
                    s += 1;
                }
            }
        }
    }

    fn quotation(&mut self, q: &Quote, span: Span, s: usize, least: usize) {
        let scene = self.scene;
        let tokens = scene.tokens_in(span);
        let own: Vec<usize> = tokens.clone().collect();
        let words = own.iter().filter(|&&t| scene.tag(t) != Tag::Mark).count();
        if words < least {
            return;
        }
        let span = clipped(span, scene.doc.text);
        let mut claim = Claim::new(String::new(), &scene.found.article, span, scene.doc.text);
        claim.kind = ClaimKind::Quote;
        claim.part = scene.doc.sentences[s].part;
        claim.sentence = s;
        claim.dates = scene.dates_in(span).collect();
        claim.quantities = scene.quantities_in(span).collect();
        let verb = own
            .iter()
            .find(|&&t| scene.tag(t).is_finite())
            .and_then(|&t| crate::claim::clause::verb::group_at(scene, t, tokens.end));
        (claim.polarity, claim.negation) = polarity(scene, &own, verb);
        let (sure, hedged) = hedge(scene, &own, verb);
        claim.hedge = hedged;
        claim.certainty =
            if q.speaker.is_some() && rank(sure) < rank(Certainty::Reported) { of_force(q.force) } else { sure };
        claim.speaker.clone_from(&q.speaker);
        let mut ids: Vec<usize> = scene.mentions_in(span).map(|m| m.1).collect();
        let speaker = q.speaker.as_ref().and_then(|s| s.actor.as_deref());
        ids.extend(speaker.and_then(|id| scene.actor(id)));
        self.set_actors(&mut ids, &mut claim);
        claim.chain = chain(
            scene,
            &credits_of(scene, scene.doc.sentences[s].span).collect::<Vec<_>>(),
            &self.whole,
            q.speaker.as_ref(),
            q.relayed_by.as_ref(),
        );
        claim.sources = named(&claim.chain);
        let asks = (tokens.start..tokens.end).rev().take(2).any(|t| scene.is(t, "?"));
        claim.checkable = q.kind == QuoteKind::Direct && q.speaker.is_some() && words >= 4 && !asks;
        self.out.push(claim);
    }

    /// That an actor holds a role, once for each place that says so.
    pub(super) fn roles(&mut self) {
        let scene = self.scene;
        for actor in &scene.found.actors {
            for role in actor.role_mentions.iter().filter(|r| r.kind != RoleKind::Nationality) {
                let span = role.span.to(role.mention);
                let Some(s) = scene.doc.sentence_at(span.start()) else { continue };
                let sentence = scene.doc.sentences[s];
                if sentence.part == Part::Furniture || !sentence.span.covers(span) || span.len() > LONGEST / 2 {
                    continue;
                }
                let mut claim = Claim::new(String::new(), &scene.found.article, span, scene.doc.text);
                claim.kind = ClaimKind::Role;
                claim.part = sentence.part;
                claim.sentence = s;
                claim.subject = Some(role.mention);
                claim.object = Some(role.span);
                claim.actors = vec![actor.id.clone()];
                claim.quantities = scene.quantities_in(role.span).collect();
                claim.dates = scene.dates_in(role.span).collect();
                claim.chain = chain(scene, &[], &self.whole, None, None);
                claim.sources = named(&claim.chain);
                self.out.push(claim);
            }
        }
    }
}
