//! Which names of one article name one actor.

use crate::claim::actor::ActorKind;
use crate::claim::actor::gender::{Gender, of_given_name};
use crate::claim::actor::keys::Key;
use crate::claim::actor::names::Name;
use crate::claim::actor::spelling::{full_names_agree, initials, spells, usual_into};
use crate::claim::actor::words::Words;
use crate::lexicon::{Lexicon, List};
use foldhash::fast::FixedState;
use std::collections::HashMap;
use std::hash::BuildHasher as _;

/// The names of one actor: indices of keys, the fullest first.
#[derive(Debug, Clone)]
pub(super) struct Group {
    pub(super) kind: ActorKind,
    pub(super) keys: Vec<usize>,
    pub(super) gender: Option<Gender>,
}

type Index = HashMap<String, Few, FixedState>;

/// A few groups: as most names are borne by one or two, no room is asked for these.
#[derive(Debug, Default)]
struct Few {
    first: [usize; 2],
    len: usize,
    /// All of them, where they are more.
    all: Vec<usize>,
}

impl Few {
    fn as_slice(&self) -> &[usize] {
        if self.all.is_empty() { &self.first[..self.len] } else { &self.all }
    }

    /// Adds a group, unless it is in.
    fn note(&mut self, g: usize) {
        if self.as_slice().contains(&g) {
            return;
        }
        if self.len < self.first.len() {
            self.first[self.len] = g;
            self.len += 1;
            return;
        }
        if self.all.is_empty() {
            self.all.extend(self.first);
        }
        self.all.push(g);
    }
}

/// Indexes of the groups made so far, so that each name looks only at the few that can be it.
struct Groups<'a> {
    lexicon: &'a Lexicon,
    keys: &'a [Key],
    groups: Vec<Group>,
    /// By the hash of kind, name and land.
    exact: HashMap<u64, usize, FixedState>,
    hits: HashMap<u32, usize, FixedState>,
    /// Persons by how their family names sound, and by how their given names do.
    last: HashMap<u64, Few, FixedState>,
    first: HashMap<u64, Few, FixedState>,
    initials: Index,
    core: Index,
    /// Bodies by the head of their name, for `the Court`.
    heads: Index,
}

/// How many groups of one given name are looked at for a misspelt family name.
const FUZZY_LIMIT: usize = 16;

/// The actors as groups of keys, in the order of their fullest names.
pub(super) fn groups(words: &Words<'_>, names: &[Name], keys: &[Key]) -> Vec<Group> {
    let mut order: Vec<usize> = (0..keys.len()).collect();
    order.sort_by_key(|&k| (keys[k].acronym, std::cmp::Reverse(keys[k].parts.len()), k));
    let mut all = Groups {
        lexicon: words.lexicon,
        keys,
        groups: Vec::with_capacity(keys.len()),
        exact: HashMap::with_capacity_and_hasher(keys.len(), FixedState::default()),
        hits: HashMap::default(),
        last: HashMap::with_capacity_and_hasher(keys.len(), FixedState::default()),
        first: HashMap::with_capacity_and_hasher(keys.len(), FixedState::default()),
        initials: HashMap::default(),
        core: HashMap::default(),
        heads: HashMap::default(),
    };
    let defined = definitions(words, names, keys);
    let mut group_of: Vec<Option<usize>> = vec![None; keys.len()];
    for k in order {
        let by_definition = defined.get(&k).and_then(|&full| group_of[full]);
        let sounds = if keys[k].kind == ActorKind::Person { sounds(words.lexicon, &keys[k]) } else { None };
        let g = by_definition.or_else(|| all.find(k, sounds));
        let g = all.join(k, sounds, g);
        group_of[k] = Some(g);
    }
    all.groups
}

/// Acronyms defined in brackets, either way round: `Foreign Intelligence Service (SVR)`, `SVR (Foreign …)`. From the
/// acronym's key to the full name's.
fn definitions(words: &Words<'_>, names: &[Name], keys: &[Key]) -> HashMap<usize, usize, FixedState> {
    let mut key_of = vec![usize::MAX; names.len()];
    for (k, key) in keys.iter().enumerate() {
        for &n in &key.names {
            key_of[n] = k;
        }
    }
    let mut out = HashMap::default();
    for (n, pair) in names.windows(2).enumerate() {
        let [a, b] = pair else { continue };
        let (ka, kb) = (key_of[n], key_of[n + 1]);
        if a.end + 1 != b.first || !words.is(a.end, "(") || ka == usize::MAX || kb == usize::MAX {
            continue;
        }
        let (full, short) = if keys[kb].acronym { (ka, kb) } else { (kb, ka) };
        let closes = words.is(b.end, ")");
        if closes && keys[short].acronym && !keys[full].acronym && keys[full].parts.len() > 1 {
            let letter = keys[short].parts.first().and_then(|p| p.chars().next());
            let fits =
                keys[full].kind != ActorKind::Person && keys[full].parts.iter().any(|p| p.chars().next() == letter);
            if fits || spells(&keys[full].parts, keys[short].parts.first().map_or("", String::as_str)) {
                out.entry(short).or_insert(full);
            }
        }
    }
    out
}

impl Groups<'_> {
    /// The group that key `k` belongs to, if there is one already.
    fn find(&self, k: usize, sounds: Option<Sounds>) -> Option<usize> {
        let key = &self.keys[k];
        if let Some(&g) = self.exact.get(&exact(key.kind, key)) {
            let suffix = |g: usize| self.groups[g].keys.iter().find_map(|&k| self.keys[k].suffix.as_deref());
            let apart = matches!((key.suffix.as_deref(), suffix(g)), (Some(a), Some(b)) if a != b && key.kind == ActorKind::Person);
            // `Mr. Smith` is not the `Smith` of `Mrs. Smith`.
            let crossed = matches!((key.gender, self.groups[g].gender), (Some(a), Some(b)) if a != b);
            if !apart && !crossed {
                return Some(g);
            }
        }
        if let Some(hit) = key.hit.filter(|_| key.land == 0) {
            if let Some(&g) = self.hits.get(&hit.id) {
                if self.groups[g].kind == key.kind {
                    return Some(g);
                }
            }
        }
        if key.kind == ActorKind::Person { self.find_person(key, sounds?) } else { self.find_other(key) }
    }

    fn find_person(&self, key: &Key, sounds: Sounds) -> Option<usize> {
        let z = key.parts.last()?;
        if key.parts.len() == 1 {
            let fits = |g: &&usize| {
                let gender = self.groups[**g].gender;
                key.gender.is_none() || gender.is_none() || key.gender == gender
            };
            let family: Vec<usize> =
                self.last.get(&sounds.last).into_iter().flat_map(Few::as_slice).filter(fits).copied().collect();
            if let [only] = family[..] {
                return Some(only);
            }
            if !family.is_empty() {
                return self.borne_first(key, &family);
            }
            let given: Vec<usize> =
                self.first.get(&sounds.first).into_iter().flat_map(Few::as_slice).filter(fits).copied().collect();
            return if let [only] = given[..] { Some(only) } else { None };
        }
        let agrees = |g: usize| {
            self.groups[g].keys.iter().take(4).any(|&other| {
                let other = &self.keys[other];
                other.parts.len() > 1
                    && full_names_agree(self.lexicon, &key.parts, &other.parts)
                    && (key.suffix.is_none() || other.suffix.is_none() || key.suffix == other.suffix)
            })
        };
        let same_family = self.last.get(&sounds.last).into_iter().flat_map(Few::as_slice).rev().take(FUZZY_LIMIT);
        if let Some(g) = same_family.copied().find(|&g| agrees(g)) {
            return Some(g);
        }
        // A slip in the family name leaves its first letter and nearly its length; look closer only at those.
        let alike = |g: &usize| {
            self.groups[*g].keys.iter().take(4).filter_map(|&k| self.keys[k].parts.last()).any(|other| {
                other.chars().next() == z.chars().next() && other.len().abs_diff(z.len()) <= 1 && z.len() >= 6
            })
        };
        let same_given = self.first.get(&sounds.first).into_iter().flat_map(Few::as_slice).rev().take(FUZZY_LIMIT);
        same_given.copied().filter(alike).find(|&g| agrees(g))
    }

    /// Of several bearers of a lone family name, the one who alone was introduced before the name first stood alone, if
    /// the others are no more than mentioned once.
    fn borne_first(&self, key: &Key, bearers: &[usize]) -> Option<usize> {
        let alone = key.names.first()?;
        let mentions = |g: usize| self.groups[g].keys.iter().flat_map(|&k| &self.keys[k].names);
        let mut introduced = bearers.iter().filter(|&&g| mentions(g).min().is_some_and(|n| n < alone));
        let first = introduced.next().copied()?;
        let others_pass_by = bearers.iter().all(|&g| g == first || mentions(g).count() < 2);
        (introduced.next().is_none() && others_pass_by && key.names.len() > 1).then_some(first)
    }

    fn find_other(&self, key: &Key) -> Option<usize> {
        let same_kind = |g: &&usize| self.groups[**g].kind == key.kind;
        if key.acronym {
            if let Some(g) =
                key.parts.first().and_then(|p| self.initials.get(p)).and_then(|gs| gs.as_slice().iter().find(same_kind))
            {
                return Some(*g);
            }
        }
        if let (true, [word], 0) = (key.kind != ActorKind::Person, &key.parts[..], key.land) {
            for index in [&self.core, &self.heads] {
                if let [only] = index.get(word).map_or(&[][..], |gs| gs.as_slice()) {
                    return Some(*only).filter(|g| same_kind(&g));
                }
            }
        }
        None
    }

    /// Puts key `k` into group `g`, or into a new one; notes how later names may find it.
    fn join(&mut self, k: usize, sounds: Option<Sounds>, g: Option<usize>) -> usize {
        let key = &self.keys[k];
        let g = g.unwrap_or_else(|| {
            self.groups.push(Group { kind: key.kind, keys: Vec::new(), gender: None });
            self.groups.len() - 1
        });
        self.groups[g].keys.push(k);
        let kind = self.groups[g].kind;
        self.exact.entry(exact(kind, key)).or_insert(g);
        if let Some(hit) = key.hit {
            self.hits.entry(hit.id).or_insert(g);
        }
        if kind == ActorKind::Person {
            if self.groups[g].gender.is_none() {
                self.groups[g].gender =
                    key.gender.or_else(|| key.parts.first().and_then(|p| of_given_name(self.lexicon, p)));
            }
            let sounds = if key.parts.len() > 1 { sounds.or_else(|| self::sounds(self.lexicon, key)) } else { None };
            if let Some(Sounds { first, last }) = sounds {
                self.last.entry(last).or_default().note(g);
                self.first.entry(first).or_default().note(g);
            }
        } else if key.parts.len() > 1 || key.suffix.is_some() {
            let short = initials(&key.parts);
            if short.len() > 1 {
                self.initials.entry(short).or_default().note(g);
            }
            let all: String = key.parts.iter().filter_map(|p| p.chars().next()).collect();
            self.initials.entry(all).or_default().note(g);
            if let Some(core) = self.core_of(kind, &key.parts) {
                self.core.entry(core).or_default().note(g);
            }
            let of = key.parts.iter().position(|p| p == "of" || p == "for").unwrap_or(key.parts.len());
            if let Some(head) = of.checked_sub(1).and_then(|at| key.parts.get(at)) {
                if self.lexicon.lookup(head).0.has(List::NameHead) {
                    note_few(&mut self.heads, head, g);
                }
            }
        }
        g
    }

    /// The word by which a longer organisation's name is cut short: `Scientology`, `Enron`.
    fn core_of(&self, kind: ActorKind, parts: &[String]) -> Option<String> {
        let listed = |p: &String| {
            let (lists, _) = self.lexicon.lookup(p);
            [List::Place, List::Country, List::Demonym, List::OrdinaryWord, List::GivenName, List::NameHead]
                .into_iter()
                .any(|l| lists.has(l))
        };
        let of = parts.iter().position(|p| p == "of");
        // `Hurricane Katrina` is cut to its last word.
        if kind == ActorKind::Other {
            let storm = parts
                .first()
                .and_then(|p| self.lexicon.entry_of(List::NameHead, p))
                .is_some_and(|e| e.field(1) == "other");
            return parts.last().filter(|_| storm && parts.len() == 2).cloned();
        }
        if kind == ActorKind::Place {
            return None;
        }
        let core = match of {
            Some(_) => parts.last()?,
            None => parts.first()?,
        };
        (!listed(core)).then(|| core.clone())
    }
}

/// As [`Few::note`], of a word that tells something only while one group has it: two are enough to know that it does not.
fn note_few(index: &mut Index, key: &str, g: usize) {
    let groups = index.entry(key.to_owned()).or_default();
    if groups.len < 2 {
        groups.note(g);
    }
}

/// What tells a name of this kind from others.
fn exact(kind: ActorKind, key: &Key) -> u64 {
    FixedState::with_seed(0).hash_one((kind, &key.parts, key.land))
}

/// What tells how a person's first and last names sound.
#[derive(Debug, Clone, Copy)]
struct Sounds {
    first: u64,
    last: u64,
}

fn sounds(lexicon: &Lexicon, key: &Key) -> Option<Sounds> {
    let mut usual = String::with_capacity(24);
    let mut sound = |part: &str| {
        usual.clear();
        usual_into(lexicon, part, &mut usual);
        FixedState::with_seed(0).hash_one(usual.as_str())
    };
    let last = sound(key.parts.last()?);
    let first = if key.parts.len() > 1 { sound(key.parts.first()?) } else { last };
    Some(Sounds { first, last })
}
