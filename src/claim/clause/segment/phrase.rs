//! The noun phrases around a verb, and the subject among them.

use crate::claim::actor::ActorKind;
use crate::claim::clause::segment::{Cutter, NONE, REACH, Subject};
use crate::claim::clause::verb::{Group, is_be};
use crate::text::one_of::one_of;
use crate::text::tag::Tag;

impl Cutter<'_, '_> {
    /// The noun phrase that ends right before token `i` (a comma left out): first and last token.
    pub(super) fn phrase_before(&self, i: usize) -> Option<(usize, usize)> {
        let scene = self.scene;
        let mut z = i.checked_sub(1)?;
        while z > self.range.start && (scene.tag(z) == Tag::Mark || scene.quoted[z]) {
            z -= 1;
        }
        let from = self.range.start.max(z.saturating_sub(30));
        let mut a = None;
        let mut k = z;
        loop {
            let tag = scene.tag(k);
            if tag.is_nominal() && !scene.quoted[k] {
                a = Some(k);
                if matches!(tag, Tag::Determiner)
                    && !(k > from && scene.tag(k - 1) == Tag::Preposition && scene.is(k - 1, "of"))
                {
                    break;
                }
            } else {
                // `the chief of the SVR`, `Smith & Co.`, `a 63-year-old`
                let tied = a.is_some() && (scene.is(k, "of") || scene.is(k, "&"));
                let marks = ["-", ".", "(", ")", "$", "£", "€", "%", "'", "’", "\"", "“", "”"];
                let passed = tied || (tag == Tag::Mark && scene.is_any(k, &marks));
                if !passed {
                    break;
                }
            }
            if k == from {
                break;
            }
            k -= 1;
        }
        a.filter(|a| *a <= z).map(|a| (a, z))
    }

    /// What a relative clause at token `i` belongs to: the phrase before it, or the name before an age or apposition
    /// (`Dame Olwen Farr, chair of the service, who …`).
    pub(super) fn antecedent_before(&self, i: usize) -> Option<(usize, usize)> {
        let scene = self.scene;
        let (mut a, mut z) = self.phrase_before(i)?;
        for _ in 0..2 {
            let aged = (a..=z).all(|k| scene.tag(k) == Tag::Number);
            let opens = |k: usize| matches!(scene.tag(k), Tag::Determiner | Tag::Noun | Tag::Adjective);
            let Some(comma) = a.checked_sub(1).filter(|&k| k > self.range.start && self.is_comma(k)) else { break };
            if !(aged || opens(a)) {
                break;
            }
            let Some((b, y)) = self.phrase_before(comma).filter(|p| p.1 + 1 == comma) else { break };
            let person = scene
                .doc
                .tokens
                .get(y)
                .and_then(|t| scene.mention_at(t.span.start()))
                .is_some_and(|(_, m)| scene.found.actors[m].kind == ActorKind::Person);
            let governed = b > self.range.start && scene.tag(b - 1) == Tag::Preposition && !aged;
            if governed || !(person || aged && scene.tag(y) == Tag::Name || scene.tag(y) == Tag::Number) {
                break;
            }
            (a, z) = (b, y);
        }
        Some((a, z))
    }

    /// Whom `It was X who` puts forward, before the relative pronoun at `i` behind clause `c`: of `X, 50, of the mill, who`
    /// it is X, and of `a nurse, Ann Lee, who` Ann Lee.
    pub(super) fn focus(&self, c: usize, i: usize) -> Option<(usize, usize)> {
        let scene = self.scene;
        let it = matches!(self.clause(c).subject, Subject::Own(a, z) if a == z && scene.is(a, "it"));
        let be =
            self.clause(c).verb.filter(|v| it && is_be(scene, v.head) && scene.is_one(i, one_of!["who", "that"]))?;
        let start = (be.last + 1..i.min(be.last + REACH)).find(|&k| scene.tag(k) != Tag::Adverb)?;
        let Subject::Own(a, z) = self.phrase_after(start) else { return None };
        let is_person = |k: usize| {
            let named = scene.doc.tokens.get(k).and_then(|t| scene.mention_at(t.span.start()));
            named.is_some_and(|(_, m)| scene.found.actors[m].kind == ActorKind::Person)
        };
        let beside = || {
            let comma = Some(z + 1).filter(|&k| self.is_comma(k))?;
            let Subject::Own(b, y) = self.phrase_after(comma + 1) else { return None };
            ((b..=y).any(is_person) && y < i).then_some((b, y))
        };
        let first = Some((a, z)).filter(|_| z < i);
        if (a..=z).any(is_person) {
            return first;
        }
        // `It was cold, and Lee, who …`
        let one = i < z + REACH && !(z + 1..i).any(|k| scene.tag(k) == Tag::Coordinator);
        first.filter(|_| one).map(|f| beside().unwrap_or(f))
    }

    /// Where the noun phrase begins that ends right before the verb at `i`, a phrase with prepositions included.
    pub(super) fn phrase_before_verb(&self, i: usize) -> Option<usize> {
        let from = self.range.start.max(i.saturating_sub(25));
        let mut a = None;
        for k in (from..i).rev() {
            let tag = self.scene.tag(k);
            let inside = tag.is_nominal()
                || matches!(tag, Tag::Preposition | Tag::Coordinator | Tag::Adverb)
                || (tag == Tag::Mark && self.scene.is_one(k, one_of!["-", ".", "'", "’", "&", "(", ")"]));
            if !inside || self.scene.quoted[k] {
                break;
            }
            if tag.is_nominal() {
                a = Some(k);
            }
        }
        a
    }

    pub(super) fn phrase_after(&self, i: usize) -> Subject {
        let scene = self.scene;
        let mut z = None;
        for k in i..self.range.end.min(i + 16) {
            let tag = scene.tag(k);
            if tag.is_nominal() {
                z = Some(k);
            } else if !(tag == Tag::Mark && scene.is_one(k, one_of![".", "-"]) && k + 1 < self.range.end) {
                break;
            }
        }
        z.map_or(Subject::None, |z| Subject::Own(i, z))
    }

    /// The subject that stands between `from` and the verb, among the tokens of clause `c`.
    pub(super) fn subject_between(&self, c: usize, from: usize, group: Group) -> Subject {
        let scene = self.scene;
        if let Some((a, z)) = group.inner_subject {
            return Subject::Own(a, z);
        }
        let mut a = from.max(group.first.saturating_sub(REACH));
        // An opening adjunct: `In 2021 the group paid`, `Under the deal, pay will rise`.
        while a < group.first && matches!(scene.tag(a), Tag::Adverb | Tag::Coordinator | Tag::Mark | Tag::Subordinator)
        {
            a += 1;
        }
        // `At least 17 people, nine of them women, were hurt`
        let counts = scene.doc.tokens.get(a).is_some_and(|t| {
            let q = scene.found.quantities.partition_point(|q| q.span.start() < t.span.start());
            scene.found.quantities.get(q).is_some_and(|q| q.span.start() == t.span.start())
        });
        let leads = !counts && matches!(scene.tag(a), Tag::Preposition | Tag::To | Tag::Gerund | Tag::Participle);
        if a < group.first && leads {
            // Not the one in `on Friday, 3 May, the council met`.
            let in_date = |k: usize| {
                let at = scene.doc.tokens.get(k).map_or(0, |t| t.span.start());
                let d = scene.found.dates.partition_point(|d| d.span.end() <= at);
                scene.found.dates.get(d).is_some_and(|d| d.span.start() <= at)
            };
            let comma = (a..group.first).find(|&k| self.is_comma(k) && !in_date(k));
            a = match comma {
                Some(k) => k + 1,
                None => {
                    let mut k = a + 1;
                    let place = scene.doc.tokens.get(k).map_or(0, |t| t.span.start());
                    let date = scene
                        .found
                        .dates
                        .get(scene.dates_in(crate::text::span::Span::new(place, place + 1)).start)
                        .map(|d| d.span);
                    while k < group.first && date.is_some_and(|d| scene.doc.tokens[k].span.overlaps(d)) {
                        k += 1;
                    }
                    // `In fact the remains were found`: a determiner or pronoun begins a phrase of its own.
                    let opens = |k: &usize| matches!(scene.tag(*k), Tag::Determiner | Tag::Pronoun);
                    let noun = |k: usize| matches!(scene.tag(k), Tag::Noun | Tag::Name | Tag::Adjective | Tag::Number);
                    let next = (a + 2..(a + 4).min(group.first)).find(opens).filter(|n| (a + 1..*n).all(noun));
                    let next = next.or_else(|| self.second_phrase(a + 1, group.first));
                    if k > a + 1 { k } else { next.unwrap_or(a) }
                }
            };
        }
        if let Some(quoted) = (a..group.first).rev().find(|&k| scene.quoted[k]) {
            a = quoted + 1;
        }
        // `Fighting broke out`, `Building the bridge took years`
        let gerund = a < group.first && scene.tag(a) == Tag::Gerund && a == self.range.start;
        // `In May, officials said, the mill caught fire`: they are of another clause.
        let foreign = |k: usize| self.out.owner_of(k) != c && self.out.owner_of(k) != NONE;
        while a < group.first && !gerund && !counts && (!scene.tag(a).is_nominal() || foreign(a)) {
            a += 1;
        }
        let mut z = gerund.then_some(a);
        for k in a..group.first {
            if foreign(k) {
                break;
            }
            if self.is_comma(k) && k > a {
                break;
            }
            if scene.tag(k).is_nominal() {
                z = Some(k);
            }
        }
        match z {
            Some(z) if a <= z => Subject::Own(a, z),
            _ => Subject::None,
        }
    }

    /// Where a second noun phrase begins right behind the one at `i`, before token `end` (`in the hall of mirrors | the
    /// clock`).
    fn second_phrase(&self, i: usize, end: usize) -> Option<usize> {
        let scene = self.scene;
        let noun = |k: usize| matches!(scene.tag(k), Tag::Noun | Tag::Name | Tag::Number);
        let inside = |k: usize| {
            noun(k)
                || matches!(scene.tag(k), Tag::Determiner | Tag::Adjective)
                || scene.is_one(k, one_of!["of", "since"])
        };
        let opens = |k: usize| matches!(scene.tag(k), Tag::Determiner | Tag::Pronoun) && noun(k - 1);
        let last = end.min(i + 9);
        (i + 1..last).take_while(|&k| opens(k) || inside(k)).find(|&k| opens(k))
    }
}
