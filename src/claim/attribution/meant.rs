//! Whom a phrase means that names nobody: a definite description, the `it` of a cleft sentence, the `it` of a body.

use crate::claim::actor::{Actor, ActorKind, RoleKind};
use crate::claim::attribution::phrase::{Mention, Sort};
use crate::claim::attribution::resolve::{BACK, FAR, Gender, Resolver};
use crate::claim::attribution::scene::Scene;
use crate::lexicon::{List, folded_hash};
use crate::text::fold::fold;
use crate::text::one_of::one_of;
use crate::text::span::Span;
use std::borrow::Cow;
use std::ops::Range;

/// Tokens after `it was` among which the name stands, and tokens after the name among which `who` does.
const REACH: usize = 8;
/// How many times more often than the next the main person of an article is named.
const MAIN: usize = 2;
/// How far into a sentence somebody may belong to the place it begins with, in tokens.
const PLACE: usize = 40;
/// How many mentions are counted.
const MENTIONS: usize = 48;

impl<'s> Resolver<'s, '_, '_> {
    /// Whom `the goalkeeper` or `the outgoing mayor` describes, where nobody is called so: the only person told of before
    /// by a noun of its kind, else the only person named in its own paragraph, else the one whom the article names most.
    pub(super) fn described(&self, mention: Mention) -> Option<&'s Actor> {
        let scene = self.scene;
        let head = (mention.first..mention.end).take_while(|i| !scene.has(*i, List::Preposition)).last()?;
        let wanted = mention.sort == Sort::Person && scene.has(head, List::SpeakerNoun);
        if !wanted {
            return None;
        }
        let from = self.told_after(head)?;
        let at = scene.span(mention.first..mention.end).start();
        let end = self.persons.partition_point(|(p, _)| *p < at);
        // `A stranger kissed Ann Lee.`: whom the sentence names that brings him up is another.
        let same = scene.doc.sentence_at(from).filter(|_| from > 0).and_then(|s| scene.doc.sentences.get(s));
        let from = same.map_or(from, |s| s.span.end());
        let start = self.persons.partition_point(|(p, _)| *p < from);
        let before = self.persons.get(start..end)?;
        let noun = self.noun_gender(mention);
        let of_gender = |n: usize| {
            let actor = self.actors.get(n)?;
            let name = self.gender_of_actor(n);
            let gender = noun == Gender::Unknown || name == Gender::Unknown || noun == name;
            gender.then_some(actor)
        };
        // The first mentions tell; so the cost does not grow with the article.
        let first = before.iter().take(MENTIONS).map(|(_, n)| *n);
        let kind = || first.clone().filter_map(of_gender).filter(|a| self.is_told_as(a, mention.first + 1..head + 1));
        // A name of one word may yet be no person's.
        let fits = |n: usize| of_gender(n).filter(|a| a.name.contains(' ') && self.has_no_office(a));
        let nearby = before.iter().rev().take(BACK).take_while(|(p, _)| self.is_one_paragraph(*p, at));
        let here: Vec<usize> = nearby.map(|(_, n)| *n).collect();
        let only = here.first().filter(|n| here.iter().all(|m| m == *n)).and_then(|n| fits(*n));
        let mut told = kind();
        if let Some(one) = told.next() {
            // `Skipper Hale saw red.` and, in a paragraph that names Lee alone, `the striker`: not the skipper.
            let nearer = only.filter(|a| a.id != one.id && !self.is_called(one, head));
            return nearer.or_else(|| told.all(|a| a.id == one.id).then_some(one));
        }
        // `the branch secretary` is of a branch that nothing was told of.
        let body = |i: usize| scene.is_lower(i) && scene.has(i, List::NameHead) && !scene.has(i, List::RoleModifier);
        // `the man in charge of housing` is told of by his office.
        let charged = scene.is(head + 1, "in") && scene.is(head + 2, "charge");
        // `the United Nations Secretary-General` is of a body that the article says nobody belongs to.
        let high = self.is_office_of_a_body(mention.first, head);
        if scene.has(head, List::UnnamedPerson) && !charged || high || (mention.first + 1..head).any(body) {
            return None;
        }
        match only {
            Some(only) => Some(only),
            None => main_one(first.clone().filter(|n| fits(*n).is_some()))
                // An office is another's, unless the article is about one person and says more of the office.
                .filter(|n| {
                    let more = head > mention.first + 1 && first.clone().filter(|m| m == n).nth(2).is_some();
                    more || !self.is_office_noun(head)
                })
                .and_then(fits),
        }
    }

    /// Whom an interview is with, as far as its text tells before token `i`: the only person named, or the one named far
    /// more often than any other.
    pub(super) fn interviewed(&self, i: usize) -> Option<Mention> {
        let at = self.scene.span(i..i + 1).start();
        let end = self.persons.partition_point(|(p, _)| *p < at);
        let before = self.persons.get(..end.min(MENTIONS))?;
        let n = main_one(before.iter().map(|(_, n)| *n))?;
        let (place, _) = before.iter().rev().find(|(_, m)| *m == n)?;
        let first = self.scene.doc.token_at(*place);
        let end = self.scene.named(first)?.end;
        Some(Mention { first, end, sort: Sort::Name, from: first, to: end })
    }

    /// Whether the noun at token `head` is that of an office (`minister`, `speaker`), which one person holds.
    pub(super) fn is_office_noun(&self, head: usize) -> bool {
        let entry = self.scene.lexicon.entry(List::Title, self.scene.word(head));
        entry.is_some_and(|e| matches!(e.field(0), "office" | "rank"))
    }

    /// From which byte on somebody is told of who may be `the <noun>`: from the start, or from where the article's first
    /// paragraph brings one up (`A shoe company may lose millions.`) whose name it gives next. `None` where `a <noun>`
    /// comes later: then it is that one, who has no name.
    fn told_after(&self, noun: usize) -> Option<usize> {
        let Some(at) = self.introduced.get(&folded_hash(self.scene.word(noun))) else { return Some(0) };
        let lead = Span::new(0, *at).of(self.scene.doc.text.trim_start());
        (!lead.contains('\n')).then_some(*at)
    }

    /// The person of that gender, or of none that is told, whom the article names most before byte `at`, or the only one
    /// it names at all.
    pub(super) fn main_person(&self, gender: Gender, at: usize) -> Option<&'s Actor> {
        let end = self.persons.partition_point(|(p, _)| *p < at);
        let fits = |n: &usize| {
            let told = self.gender_of_actor(*n);
            gender != Gender::Unknown && (told == gender || told == Gender::Unknown)
        };
        let named = || self.persons.iter().take(end.min(MENTIONS)).map(|(_, n)| *n).filter(fits);
        let only = named().next().filter(|n| named().all(|m| m == *n));
        // Of those whose gender is told there is one only.
        let told = |n: &usize| self.gender_of_actor(*n) == gender;
        let sure = named().find(told).filter(|n| named().filter(told).all(|m| m == *n));
        main_one(named()).or(only).or(sure).and_then(|n| self.actors.get(n))
    }

    /// Whom `the insider` means after `a source close to the family`: the one without a name spoken of last, if the
    /// noun may be said of him.
    pub(super) fn unnamed_before(&self, mention: Mention) -> Option<Cow<'s, str>> {
        let scene = self.scene;
        let head = mention.end - 1;
        let kinds = scene.lexicon.entry_of(List::PersonKind, &fold(scene.word(head)))?;
        let last = self.known.last().filter(|k| k.actor.is_none() && k.sort == Sort::Person)?;
        let at = scene.span(mention.first..mention.end).start();
        let mut special = kinds.field(0).split(',').map(str::trim);
        let told = special.any(|kind| last.name.split(' ').any(|w| w.eq_ignore_ascii_case(kind)));
        (told && scene.has(head, List::UnnamedPerson) && at.saturating_sub(last.at) < FAR).then(|| last.name.clone())
    }

    pub(super) fn has_no_office(&self, actor: &Actor) -> bool {
        // `who plays the villain` tells what somebody does, not whose office it is.
        let does = |text: &str| {
            let first = text.split(' ').next().unwrap_or_default();
            let lexicon = self.scene.lexicon;
            first.ends_with('s') && lexicon.has(List::Verb, first) && !lexicon.has(List::SpeakerNoun, first)
        };
        !actor.role_mentions.iter().any(|r| r.kind == RoleKind::Office && !does(&r.text))
    }

    /// Whether the article calls a person by the noun that ends these tokens, or by one of which it may be said.
    pub(super) fn is_told_as(&self, actor: &Actor, words: Range<usize>) -> bool {
        let scene = self.scene;
        let mut offices = actor.role_mentions.iter().filter(|r| r.kind == RoleKind::Office).peekable();
        // Most are called by no office.
        if offices.peek().is_none() {
            return false;
        }
        let head = words.end - 1;
        let (noun, plain) = (scene.office(head), fold(scene.word(head)));
        // `the president` is nobody of whom the article says that he is an executive.
        let held = self.is_office_noun(head);
        // `the UN chief` is no president of whom the article says nothing of the UN.
        let body = self.is_office_of_a_body(words.start.saturating_sub(1), head);
        let general = |general: &str, special: &str| {
            let entry = scene.lexicon.entry_of(List::PersonKind, general).filter(|_| !body);
            entry.is_some_and(|e| e.field(0).split(',').any(|w| w.trim() == special))
        };
        // `the deputy chairman` is no chairman.
        let narrow = |i: &usize| {
            if scene.is(*i, "veteran") {
                return false;
            }
            let person = scene.lexicon.entry(List::SpeakerNoun, scene.word(*i)).is_some_and(|e| e.field(1) == "p");
            scene.has(*i, List::RoleFunction) || person || scene.has(*i, List::OtherWord)
        };
        let mut narrower = (words.start..head).filter(narrow);
        offices.any(|role| {
            let office = || role.text.split([' ', '-']).map(fold);
            let told = office().any(|w| w == noun || w == plain || general(&plain, &w) || !held && general(&w, &plain));
            // A shadow minister is no minister.
            let first = scene.doc.token_at(role.span.start());
            let shadow = (first.saturating_sub(3)..first + 1).any(|i| scene.is(i, "shadow"));
            let shadow = shadow && !words.clone().any(|i| scene.is(i, "shadow"));
            told && !shadow && narrower.all(|i| office().any(|w| scene.is(i, &w)))
        })
    }

    /// Whether the article calls a person by the very noun at token `head`.
    fn is_called(&self, actor: &Actor, head: usize) -> bool {
        let (noun, plain) = (self.scene.office(head), fold(self.scene.word(head)));
        let mut offices = actor.role_mentions.iter().filter(|r| r.kind == RoleKind::Office);
        offices.any(|role| role.text.split([' ', '-']).map(fold).any(|w| w == noun || w == plain))
    }

    /// The organisation meant by `the company`, `the retailer`: the only one named before that can be one, or the one
    /// named far more often than any other.
    pub(super) fn firm_called(&self, mention: Mention) -> Option<&'s Actor> {
        let scene = self.scene;
        let noun = mention.end - 1;
        if mention.end - mention.first != 2 || !scene.has(noun, List::FirmWord) {
            return None;
        }
        let from = self.told_after(noun)?;
        let at = scene.span(mention.first..mention.end).start();
        let end = self.mentions.partition_point(|(m, _)| m.start() < at);
        let start = self.mentions.partition_point(|(m, _)| m.start() < from);
        let before = self.mentions.get(start..end)?;
        let firms = before.iter().take(MENTIONS * 2);
        let firms = firms.filter(|(_, n)| self.actors.get(*n).is_some_and(|a| self.can_be_firm(a)));
        // Of several the only one that is not merely bought from, sold to or working with.
        let aside = |m: Span| {
            let first = scene.doc.token_at(m.start());
            first.checked_sub(1).is_some_and(|b| scene.has(b, List::Preposition))
        };
        let mut acting = firms.clone().filter(|(m, _)| !aside(*m)).map(|(_, n)| *n);
        let only = acting.next().filter(|n| acting.all(|m| m == *n));
        let firms: Vec<usize> = firms.map(|(_, n)| *n).collect();
        main_one(firms.iter().copied()).or(only).and_then(|n| self.actors.get(n))
    }

    /// Whether nothing in the name of an organisation says that it is a public body, or an outlet.
    fn can_be_firm(&self, actor: &Actor) -> bool {
        let lexicon = self.scene.lexicon;
        let public = |word: &str| {
            let body = lexicon.entry(List::SpeakerNoun, word).is_some_and(|e| e.field(1) == "g");
            (body || lexicon.has(List::OutletWord, word)) && !lexicon.has(List::FirmWord, word)
        };
        let credited = || lexicon.phrase(List::Agency, &fold(&actor.name)).is_some();
        actor.kind == ActorKind::Organisation && !actor.name.split(' ').any(public) && !credited()
    }

    pub(super) fn is_one_paragraph(&self, from: usize, to: usize) -> bool {
        to.saturating_sub(from) < FAR && !Span::new(from.min(to), to).of(self.scene.doc.text).contains('\n')
    }

    /// The person of `It was the premier, Hugh Allen, who …`, for the `it` at token `it`.
    pub(super) fn cleft(&self, it: usize) -> Option<&'s Actor> {
        let scene = self.scene;
        if !scene.is_one(it + 1, one_of!["was", "is"]) {
            return None;
        }
        let name = (it + 2..it + 2 + REACH).find(|i| scene.is_name(*i))?;
        let actor = self.actor_in(scene.span(name..name + 1)).filter(|a| a.kind == ActorKind::Person)?;
        (name + 1..=name + REACH).any(|i| scene.is(i, "who")).then_some(actor)
    }

    /// The one body that ends its name in the noun of `the institute`, `the electoral council`.
    pub(super) fn body_called(&self, mention: Mention) -> Option<&'s Actor> {
        let scene = self.scene;
        if mention.sort != Sort::Group || mention.end - mention.first > 3 {
            return None;
        }
        let words: Vec<&str> = (mention.first + 1..mention.end).map(|i| scene.word(i)).collect();
        let called = |a: &&Actor| {
            let name: Vec<&str> = a.name.split_whitespace().collect();
            a.kind == ActorKind::Organisation
                && name.len() > words.len()
                && name.iter().rev().zip(words.iter().rev()).all(|(n, w)| n.eq_ignore_ascii_case(w))
        };
        let ending_so = self.bodies.get(&folded_hash(words.last()?))?;
        // So many that nobody could tell which is meant.
        let mut bodies = ending_so.iter().take(BACK).filter_map(|n| self.actors.get(*n)).filter(called);
        bodies.next().filter(|_| bodies.next().is_none())
    }

    /// The body named last in the paragraph of byte `at`, for an `it` there.
    pub(super) fn body_before(&self, at: usize) -> Option<&'s Actor> {
        let end = self.mentions.partition_point(|(m, _)| m.start() < at);
        let near = self.mentions.get(..end)?.iter().rev().take(BACK);
        let here = near.take_while(|(m, _)| self.is_one_paragraph(m.start(), at));
        here.filter_map(|(_, n)| self.actors.get(*n)).find(|a| a.kind == ActorKind::Organisation)
    }
}

impl Scene<'_, '_> {
    /// Whether the sentence of a mention begins with a place that is told of anew: `At the Ship, where it is warm, the
    /// landlord`.
    pub(super) fn belongs_to_place(&self, mention: Mention) -> bool {
        let Some(first) = self.sentence_start(mention.first) else { return false };
        let place = self.is_one(first, one_of!["at", "in", "inside", "outside", "behind", "across", "opposite", "on"])
            && (self.is(first + 1, "the") || self.is_name(first + 1))
            && !self.is_one(first + 2, one_of!["end", "event", "meantime", "moment", "past", "time"])
            && !self.is_time(first + 1)
            && !self.is_time(first + 2)
            && !self.is_grain(first + 2);
        place
            && (first + 3..first + PLACE).contains(&mention.first)
            && (first..mention.first).all(|i| {
                !self.has(i, List::MessageNoun)
                    && !self.has(i, List::ReportingNoun)
                    && !self.is_quoted(i)
                    && !self.pronoun(i).is_some_and(|s| s.is_third_person())
            })
    }

    /// The first token of the sentence that token `i` stands in.
    fn sentence_start(&self, i: usize) -> Option<usize> {
        let sentence = self.doc.sentence_at(self.token(i)?.span.start())?;
        Some(self.doc.range_of(sentence).start)
    }
}

/// The one named far more often than any other of those named.
fn main_one(named: impl Iterator<Item = usize>) -> Option<usize> {
    // They are few: each is counted beside the others.
    let mut counts: Vec<(usize, usize)> = Vec::with_capacity(8);
    for n in named {
        match counts.iter_mut().find(|(_, m)| *m == n) {
            Some((count, _)) => *count += 1,
            None => counts.push((1, n)),
        }
    }
    let (most, n) = counts.iter().copied().max()?;
    let next = counts.iter().filter(|(_, m)| *m != n).map(|(count, _)| *count).max().unwrap_or(0);
    (most >= MAIN * next).then_some(n)
}
