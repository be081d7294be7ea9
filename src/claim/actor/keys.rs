//! The distinct names of a document and the kind of each.

use crate::claim::actor::ActorKind;
use crate::claim::actor::around;
use crate::claim::actor::gender::{self, Gender};
use crate::claim::actor::kind::{self, Signs};
use crate::claim::actor::names::{Hit, Name, suffix as suffix_of};
use crate::claim::actor::twins;
use crate::claim::actor::words::Words;
use crate::lexicon::List;
use crate::text::fold::fold_into;
use crate::text::token::TokenKind;
use foldhash::fast::FixedState;
use std::collections::{HashMap, HashSet};
use std::hash::BuildHasher as _;

/// The variant of a name whose mentions are those of a team that bears it.
const TEAM: u8 = 4;

/// One distinct name with all its mentions.
#[derive(Debug, Clone)]
pub(super) struct Key {
    /// Its words, folded, without stops and without what `suffix` holds.
    pub(super) parts: Vec<String>,
    /// `jr`, `inc`, `iii`.
    pub(super) suffix: Option<String>,
    /// Its mentions: indices into the names.
    pub(super) names: Vec<usize>,
    pub(super) hit: Option<Hit>,
    pub(super) kind: ActorKind,
    pub(super) signs: Signs,
    /// What the titles before it tell.
    pub(super) gender: Option<Gender>,
    /// Written in capitals throughout and short.
    pub(super) acronym: bool,
    /// The number of the land it lies in, if places of its name lie in several; else 0.
    pub(super) land: u8,
    /// Its mentions are those of a name on the lists of places that what stands around them tells to be the place.
    pub(super) place: bool,
}

/// The distinct names of `names`, in the order of their first mention, with their kinds.
pub(super) fn keys(words: &Words<'_>, names: &[Name]) -> Vec<Key> {
    let mut keys: Vec<Key> = Vec::with_capacity(names.len().div_ceil(2));
    let hash = FixedState::with_seed(0);
    let mut index: HashMap<u64, usize, FixedState> = HashMap::with_capacity_and_hasher(names.len(), hash.clone());
    let mut own = Spelling::default();
    let mut sums: Vec<Signs> = Vec::with_capacity(names.len());
    let mut votes: Vec<Votes> = Vec::with_capacity(names.len());
    let lands = twins::lands(words, names);
    for (n, name) in names.iter().enumerate() {
        own.read(words, name);
        if own.len() == 0 {
            continue;
        }
        let local = around::around(words, name);
        let gender = name.title.and_then(|t| gender::of_title(words, t));
        // A name that can be a place's or a person's is told apart mention by mention.
        let variant = match (name.hit, name.title, gender) {
            // `Chicago 3, Detroit 2`: a city that plays.
            (Some(hit), None, _) if hit.list == List::Place && local.weight(ActorKind::Organisation) >= 6 => TEAM,
            (_, None, _) if lands[n] > 0 => TEAM + lands[n],
            (_, Some(_), Some(Gender::Male)) if own.len() == 1 => 2,
            (_, Some(_), Some(Gender::Female)) if own.len() == 1 => 3,
            (Some(hit), None, _)
                if hit.kind == ActorKind::Place && own.len() == 1 && local.weight(ActorKind::Place) >= 3 =>
            {
                1
            }
            _ => 0,
        };
        own.close(variant);
        let k = *index.entry(hash.hash_one(own.text.as_str())).or_insert(keys.len());
        if k == keys.len() {
            let mut inside = kind::inside(words, name);
            if variant == TEAM {
                // What the word itself tells of the place counts no more.
                inside.add(ActorKind::Organisation, 8);
            }
            keys.push(Key {
                acronym: own.len() == 1 && is_acronym(words, name),
                parts: own.parts(),
                suffix: own.suffix.clone(),
                names: Vec::new(),
                hit: name.hit,
                kind: ActorKind::Other,
                signs: inside,
                gender: None,
                place: variant == 1,
                land: lands[n],
            });
            sums.push(Signs::default());
            votes.push(Votes::default());
        }
        keys[k].names.push(n);
        keys[k].gender = keys[k].gender.or(gender);
        keys[k].hit = keys[k].hit.or(name.hit);
        if name.title.is_some() && keys[k].names.len() > 1 {
            sums[k].add(ActorKind::Person, 8);
        }
        sums[k].sum(local);
        votes[k].count(local);
    }
    let mut key_of = vec![usize::MAX; names.len()];
    keys.iter().enumerate().for_each(|(k, key)| key.names.iter().for_each(|&n| key_of[n] = k));
    for ((key, local), votes) in keys.iter_mut().zip(&sums).zip(&votes) {
        // A name that is told by its own words needs no votes.
        let told = key.hit.is_some() || key.signs.weight(key.signs.best()) >= 8;
        let mut local = local.averaged(key.names.len()).capped(11);
        // `near Tarnow National Laboratory`: a body is somewhere, too.
        if key.hit.is_none()
            && key.parts.len() > 1
            && key.signs.best() == ActorKind::Organisation
            && key.signs.weight(ActorKind::Organisation) >= 6
        {
            local.add(ActorKind::Place, 2.min(local.weight(ActorKind::Place)) - local.weight(ActorKind::Place));
        }
        key.signs.sum(local);
        if let Some((kind, weight)) = votes.steady().filter(|_| !told) {
            key.signs.add(kind, weight);
        }
        key.kind = key.signs.best();
    }
    lean_on_company(words, names, &key_of, &mut keys);
    lean_on_fuller(words, names, &mut keys);
    keys
}

/// How many mentions of a name speak clearly for each kind.
#[derive(Debug, Clone, Copy, Default)]
struct Votes([usize; 4]);

const KINDS: [ActorKind; 4] = [ActorKind::Person, ActorKind::Organisation, ActorKind::Place, ActorKind::Other];

impl Votes {
    fn count(&mut self, local: Signs) {
        for (n, kind) in self.0.iter_mut().zip(KINDS) {
            *n += usize::from(local.weight(kind) >= 3);
        }
    }

    /// The kind that at least two mentions speak for, and twice as many as for any other, with what that weighs.
    fn steady(&self) -> Option<(ActorKind, i32)> {
        let (top, &n) = self.0.iter().enumerate().max_by_key(|&(i, &n)| (n, std::cmp::Reverse(i)))?;
        let apart = self.0.iter().enumerate().all(|(i, &m)| i == top || 2 * m <= n);
        (n > 1 && apart).then_some((KINDS[top], if n > 2 { 6 } else { 4 }))
    }
}

/// A name leans on those it is listed with: in `Gorla, Milan and Bremm` an unknown name is a place like the others.
fn lean_on_company(words: &Words<'_>, names: &[Name], key_of: &[usize], keys: &mut [Key]) {
    // How name `n` is tied to the next: by `and`, by a comma, or not at all.
    let tie = |n: usize| -> Option<bool> {
        let (a, b) = names.get(n).zip(names.get(n + 1))?;
        if a.sentence != b.sentence || b.first < a.end || b.first - a.end > 2 || b.first == a.end {
            return None;
        }
        let gap = a.end..b.first;
        // `Lamine and Real Madrid's Kylian`: what owns is not listed with what stands before it.
        if words.doc.tokens.get(b.end).is_some_and(|t| t.kind == TokenKind::Possessive) {
            return None;
        }
        let joins = |k: usize| words.is(k, "and") || words.is(k, "or");
        if !gap.clone().all(|k| words.is(k, ",") || joins(k)) {
            return None;
        }
        Some(gap.clone().any(joins))
    };
    let mut signs: Vec<(usize, ActorKind)> = Vec::new();
    for n in 0..names.len() {
        let listed = match tie(n) {
            Some(true) => true,
            Some(false) => tie(n + 1).is_some() || n > 0 && tie(n - 1).is_some(),
            None => false,
        };
        let (Some(&a), Some(&b)) = (key_of.get(n), key_of.get(n + 1)) else { continue };
        if !listed || a == b || a == usize::MAX || b == usize::MAX {
            continue;
        }
        for (of, from) in [(a, b), (b, a)] {
            let kind = keys[from].kind;
            if keys[from].signs.weight(kind) >= 6 && keys[of].signs.weight(keys[of].kind) < 6 {
                signs.push((of, kind));
            }
        }
    }
    signs.sort_unstable();
    signs.dedup();
    for (k, kind) in signs {
        keys[k].signs.add(kind, 3);
        keys[k].kind = keys[k].signs.best();
    }
}

/// A single word leans on the fuller names that hold it: a family name on the person, a short name on the company.
fn lean_on_fuller(words: &Words<'_>, names: &[Name], keys: &mut [Key]) {
    let mut last: HashMap<&str, ActorKind, FixedState> = HashMap::default();
    let mut first: HashMap<&str, ActorKind, FixedState> = HashMap::default();
    for key in keys.iter().filter(|k| k.parts.len() > 1) {
        if let (Some(a), Some(z)) = (key.parts.first(), key.parts.last()) {
            if key.kind == ActorKind::Person {
                last.insert(z, ActorKind::Person);
            }
            // `Katrina`, after Hurricane Katrina.
            let storm = key.names.first().is_some_and(|&n| {
                let entry = words.lexicon.entry_at(List::NameHead, words.token(names[n].first));
                entry.is_some_and(|e| e.field(1) == "other")
            });
            if key.kind == ActorKind::Other && storm && key.parts.len() == 2 {
                last.entry(z).or_insert(ActorKind::Other);
            }
            if key.kind == ActorKind::Person || key.suffix.is_some() {
                first.entry(a).or_insert(key.kind);
            }
        }
    }
    // Places that some mentions tell outright: the others are that place too.
    let siblings: HashSet<&str, FixedState> =
        keys.iter().filter(|k| k.place && k.parts.len() == 1).flat_map(|k| &k.parts).map(String::as_str).collect();
    let leaning = |key: &Key| -> Option<(ActorKind, i32)> {
        let part = key.parts.first()?.as_str();
        let placed = key.hit.is_some_and(|h| h.list == List::Country);
        if let Some(kind) = last.get(part).filter(|_| !placed) {
            return Some((*kind, if *kind == ActorKind::Person { 6 } else { 9 }));
        }
        if siblings.contains(part) {
            return Some((ActorKind::Place, 5));
        }
        let kind = *first.get(part)?;
        let given = key.names.first().is_some_and(|&n| words.has(names[n].first, List::GivenName));
        (kind != ActorKind::Person || given || key.hit.is_none()).then_some((kind, 4))
    };
    let lone = keys.iter().enumerate().filter(|(_, k)| k.parts.len() == 1);
    let leans: Vec<(usize, Option<(ActorKind, i32)>)> = lone.map(|(k, key)| (k, leaning(key))).collect();
    for (k, lean) in leans {
        if let Some((kind, weight)) = lean {
            keys[k].signs.add(kind, weight);
        }
        keys[k].kind = keys[k].signs.best();
    }
}

fn is_acronym(words: &Words<'_>, name: &Name) -> bool {
    let text = words.text(name.first);
    text.len() >= 2 && text.len() <= 8 && text.chars().all(|c| c.is_uppercase() || c == '.' || c.is_ascii_digit())
}

/// How a name is spelled. One serves for all names: its room is kept.
#[derive(Default)]
struct Spelling {
    /// Its folded words, a space between them; once it is closed, with what else tells one key from another.
    text: String,
    /// Where each word ends.
    ends: Vec<usize>,
    /// The suffix that says little of who it is.
    suffix: Option<String>,
}

impl Spelling {
    /// How many words it has.
    fn len(&self) -> usize {
        self.ends.len()
    }

    fn parts(&self) -> Vec<String> {
        let starts = std::iter::once(0).chain(self.ends.iter().map(|end| end + 1));
        starts.zip(&self.ends).map(|(start, &end)| self.text.get(start..end).unwrap_or("").to_owned()).collect()
    }

    /// Adds the suffix and the variant to the text.
    fn close(&mut self, variant: u8) {
        if let Some(part) = &self.suffix {
            self.text.push(' ');
            self.text.push_str(part);
        }
        self.text.push(char::from(variant));
    }

    fn read(&mut self, words: &Words<'_>, name: &Name) {
        self.text.clear();
        self.ends.clear();
        self.suffix = None;
        let mut glue = false;
        // A nickname between marks is no part of what the name is compared by.
        let mut aside = false;
        for k in name.first..name.end {
            let t = words.token(k);
            if t.kind == TokenKind::Mark && k > name.first {
                match words.text(k) {
                    // `Magistrates' Court`
                    "\u{2019}" | "'" if !aside && !t.space_before => continue,
                    "\"" | "\u{201C}" | "\u{201D}" | "\u{2018}" | "\u{2019}" | "'" | "(" | ")" => {
                        aside = !aside;
                        continue;
                    }
                    _ => {}
                }
            }
            if aside {
                continue;
            }
            match t.kind {
                TokenKind::Word | TokenKind::Number => {
                    if k > name.first && suffix_of(words, k).is_some() {
                        self.suffix = Some(words.folded(k).replace('.', ""));
                        continue;
                    }
                    self.word(words.text(k), glue);
                    glue = false;
                }
                TokenKind::Mark => glue = words.is(k, "-"),
                TokenKind::Possessive => {
                    if let Some(end) = self.ends.last_mut() {
                        self.text.push_str("'s");
                        *end = self.text.len();
                    }
                }
            }
        }
    }

    /// Adds a word, folded and without stops: to the last one if `glue`.
    fn word(&mut self, word: &str, glue: bool) {
        if !self.ends.is_empty() {
            self.text.push(if glue { '-' } else { ' ' });
        }
        if glue {
            self.ends.pop();
        }
        let start = self.text.len();
        fold_into(word, &mut self.text);
        while let Some(stop) = self.text.get(start..).and_then(|own| own.find('.')) {
            self.text.remove(start + stop);
        }
        self.ends.push(self.text.len());
    }
}
