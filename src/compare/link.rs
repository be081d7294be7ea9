//! Actors across articles: which actors of the single extractions are one.

use crate::claim::Extraction;
use crate::claim::actor::sound::{heard_as_one, sound_key};
use crate::claim::actor::spelling::{GENERATIONS, full_names_agree, initials, of_two_genders, usual};
use crate::claim::actor::{Actor, ActorKind, RoleKind};
use crate::compare::finding::SharedActor;
use crate::lexicon::{Lexicon, List};
use crate::text::article::Article;
use crate::text::fold::{fold, single_spaced};
use std::collections::{BTreeMap, BTreeSet};

/// How many candidates that share a word of the name are looked at.
const CANDIDATES: usize = 24;

/// One actor of one article, with its names taken apart.
struct Member<'a> {
    article: usize,
    actor: &'a Actor,
    /// The words of its fullest name, folded, without stops.
    parts: Vec<String>,
    /// Every name that its article gives it, folded, with how often.
    names: BTreeMap<String, usize>,
    /// The entry of the name lists that one of its names is.
    entries: BTreeSet<u32>,
}

/// One actor across articles, in the making.
struct Shared {
    members: Vec<usize>,
    kind: ActorKind,
}

/// Links the actors of `found` across `articles`; one extraction an article, in the same order. The result depends on
/// no order.
///
/// Cost: O(actors · candidates); candidates are found by name, family name, acronym or list entry.
///
/// ```
/// use corroborate::compare::link::link;
/// use corroborate::{Article, Corroborator};
/// let corroborator = Corroborator::english();
/// let articles = [
///     Article::new("a", "Sergei Naryshkin, head of the SVR, spoke."),
///     Article::new("b", "Sergey Naryshkin spoke. The Foreign Intelligence Service (SVR) confirmed it."),
/// ];
/// let found: Vec<_> = articles.iter().map(|a| corroborator.extract(a)).collect();
/// let actors = link(&articles, &found, corroborator.lexicon());
/// assert_eq!(actors.len(), 2);
/// assert_eq!(actors[1].aliases, ["Sergey Naryshkin"]);
/// ```
#[must_use]
pub fn link(articles: &[Article], found: &[Extraction], lexicon: &Lexicon) -> Vec<SharedActor> {
    let mut members = Vec::new();
    for (article, (a, extraction)) in articles.iter().zip(found).enumerate() {
        members.extend(extraction.actors.iter().map(|actor| Member::new(article, actor, &a.text, lexicon)));
    }
    // Fuller names first, so that shorter ones find them; then an order that knows nothing of the articles' order.
    let mut order: Vec<usize> = (0..members.len()).collect();
    order.sort_by_cached_key(|&m| {
        let m = &members[m];
        (m.is_acronym(), std::cmp::Reverse(m.parts.len()), m.parts.clone(), m.is_guess(), m.actor.id.clone())
    });
    let mut linker = Linker { lexicon, members: &members, shared: Vec::new(), index: BTreeMap::new() };
    for m in order {
        let s = linker.find(m).unwrap_or_else(|| {
            linker.shared.push(Shared { members: Vec::new(), kind: members[m].actor.kind });
            linker.shared.len() - 1
        });
        linker.join(m, s);
    }
    linker.finish(found)
}

impl<'a> Member<'a> {
    fn new(article: usize, actor: &'a Actor, text: &str, lexicon: &Lexicon) -> Self {
        let mut names: BTreeMap<String, usize> = BTreeMap::new();
        for m in &actor.mentions {
            *names.entry(plain(m.of(text))).or_insert(0) += 1;
        }
        let full = plain(&actor.name);
        names.entry(full.clone()).or_insert(0);
        let lists = [List::Actor, List::Country, List::Organisation, List::Place];
        // A person has no name that only a list of places or bodies knows.
        let lists = if actor.kind == ActorKind::Person { &lists[..1] } else { &lists[..] };
        let entries = names.keys().flat_map(|n| lists.iter().filter_map(|&l| lexicon.phrase_id(l, n))).collect();
        let mut parts: Vec<String> = full.split(' ').map(str::to_owned).collect();
        // `Dean Anna Lowe`: a word that is a title and a given name is a title for whoever is `Anna Lowe` elsewhere.
        let titled = actor.kind == ActorKind::Person && parts.len() > 2;
        if titled && parts.first().is_some_and(|w| lexicon.entry(List::Title, w).is_some()) {
            parts.remove(0);
            names.entry(parts.join(" ")).or_insert(0);
        }
        Self { article, actor, parts, names, entries }
    }

    /// Whether nothing but its place in a sentence made a lone word the name of a person.
    fn is_guess(&self) -> bool {
        let a = self.actor;
        a.kind == ActorKind::Person && self.parts.len() == 1 && a.role_mentions.is_empty() && a.gender.is_none()
    }

    fn is_acronym(&self) -> bool {
        self.parts.len() == 1 && self.actor.name.chars().all(|c| !c.is_lowercase())
    }
}

/// A name folded, its stops left out, white space made single.
fn plain(name: &str) -> String {
    // `Kim Jong-un`, `Kim Jong Un`
    let mut whole = String::with_capacity(name.len());
    let mut chars = name.chars().peekable();
    while let Some(c) = chars.next() {
        let joins = matches!(c, '-' | '‑') && chars.peek().is_some_and(|next| next.is_lowercase());
        whole.push(if joins { ' ' } else { c });
    }
    let folded: String = fold(&whole).chars().filter(|&c| c != '.' && c != ',').collect();
    let mut words: Vec<&str> = folded.split_whitespace().map(in_full).collect();
    let company = |w: &&str| matches!(*w, "inc" | "corp" | "ltd" | "plc" | "co" | "llc");
    if words.len() > 1 && words.last().is_some_and(|w| company(w) || GENERATIONS.contains(w)) {
        words.pop();
    }
    words.join(" ")
}

/// The full form of a word that names shorten.
fn in_full(word: &str) -> &str {
    match word {
        "mt" => "mount",
        "st" => "saint",
        "ft" => "fort",
        _ => word,
    }
}

/// The words of a body's name in an order of their own, so that `University of Leeds` and `Leeds University` are one.
fn in_order(name: &str) -> String {
    let mut words: Vec<&str> = name.split(' ').filter(|w| !matches!(*w, "of" | "the" | "for" | "and")).collect();
    words.sort_unstable();
    words.join(" ")
}

/// By what full names that sound alike are found.
fn full_sound(first: &str, last: &str) -> String {
    format!("{} {}", sound_key(first), sound_key(last))
}

/// Whether two articles give two people no age in common.
fn other_ages(a: &Actor, b: &Actor) -> bool {
    fn ages(actor: &Actor) -> impl Iterator<Item = &str> {
        actor.role_mentions.iter().filter(|r| r.kind == RoleKind::Age).map(|r| r.text.as_str())
    }
    let number = |s: &str| s.chars().filter(char::is_ascii_digit).collect::<String>();
    ages(a).next().is_some() && ages(b).next().is_some() && !ages(a).any(|x| ages(b).any(|y| number(x) == number(y)))
}

/// By what an actor across articles is found.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum By {
    Name(String),
    Family(String),
    Given(String),
    Sound(String),
    Acronym(String),
    Words(String),
    /// The first word of a body's name.
    First(String),
    Entry(u32),
}

struct Linker<'m, 'a> {
    lexicon: &'m Lexicon,
    members: &'m [Member<'a>],
    shared: Vec<Shared>,
    index: BTreeMap<By, Vec<usize>>,
}

impl Linker<'_, '_> {
    fn candidates(&self, by: &By) -> impl Iterator<Item = usize> + use<'_> {
        self.index.get(by).into_iter().flatten().copied().take(CANDIDATES)
    }

    /// Whether one article already tells the two apart: both have full personal names there, or are places of one name.
    fn apart(&self, s: usize, m: &Member<'_>) -> bool {
        let mut here = self.shared[s].members.iter().map(|&o| &self.members[o]).filter(|o| o.article == m.article);
        match m.actor.kind {
            ActorKind::Person => here.next().is_some(),
            ActorKind::Place => here.any(|o| o.actor.kind == ActorKind::Place && o.parts == m.parts),
            _ => false,
        }
    }

    fn find(&self, m: usize) -> Option<usize> {
        let m = &self.members[m];
        let person = m.actor.kind == ActorKind::Person;
        let kind = |s: &usize| {
            let other = self.shared[*s].kind;
            other == m.actor.kind || (m.parts.len() > 1 || !person && other != ActorKind::Person)
        };
        if !person || m.parts.len() > 1 {
            let by_name = m.names.keys().filter(|n| person || !n.is_empty()).filter(|n| !person || n.contains(' '));
            let hit = by_name
                .flat_map(|n| self.candidates(&By::Name(n.clone())))
                .filter(kind)
                .find(|&s| !(self.apart(s, m) || person && self.is_another(s, m)));
            if hit.is_some() {
                return hit;
            }
        }
        if person { self.find_person(m).or_else(|| self.find_guessed(m)) } else { self.find_other(m) }
    }

    /// The place or body that other articles know by a lone word that was taken for a person's name.
    fn find_guessed(&self, m: &Member<'_>) -> Option<usize> {
        let word = m.parts.first().filter(|_| m.is_guess())?;
        let known = |s: &usize| self.shared[*s].kind != ActorKind::Person;
        let named = self.candidates(&By::Name(word.clone())).find(known);
        named.or_else(|| {
            let mut bodies = self.candidates(&By::First(word.clone()));
            bodies.next().filter(|_| bodies.next().is_none())
        })
    }

    fn find_person(&self, m: &Member<'_>) -> Option<usize> {
        let listed = m.entries.iter().flat_map(|&e| self.candidates(&By::Entry(e)));
        if let Some(s) = listed.into_iter().find(|s| self.shared[*s].kind == ActorKind::Person) {
            return Some(s);
        }
        let (first, last) = m.parts.first().zip(m.parts.last())?;
        let family: Vec<usize> = self.candidates(&By::Family(usual(self.lexicon, last))).collect();
        if m.parts.len() > 1 {
            let given = self.candidates(&By::Given(usual(self.lexicon, first)));
            let agrees = family.into_iter().chain(given).find(|&s| {
                !self.apart(s, m)
                    && self.shared[s].members.iter().take(8).any(|&o| {
                        let other = &self.members[o];
                        other.parts.len() > 1
                            && full_names_agree(self.lexicon, &m.parts, &other.parts)
                            && !self.certainly_two(m, other)
                    })
            });
            return agrees.or_else(|| self.heard(m, first, last));
        }
        // A lone name is one person's only if nobody else bears it.
        let fits = |s: &usize| !self.apart(*s, m);
        let mut lone: Vec<usize> = self.candidates(&By::Name(m.parts.join(" "))).filter(fits).collect();
        lone.extend(family.into_iter().filter(fits));
        lone.sort_unstable();
        lone.dedup();
        if lone.is_empty() {
            lone = self.candidates(&By::Given(usual(self.lexicon, first))).filter(fits).collect();
        }
        if let [only] = lone[..] { Some(only) } else { None }
    }

    /// The one whose full name only sounds like that of `m` (`Kwan`, `Quan`), if the articles do not tell two people.
    fn heard(&self, m: &Member<'_>, first: &str, last: &str) -> Option<usize> {
        let is_one = |o: &usize| {
            let other = &self.members[*o];
            other.parts.len() > 1
                && heard_as_one(self.lexicon, &m.parts, &other.parts)
                && !self.certainly_two(m, other)
                && !of_two_genders(self.lexicon, first, other.parts.first().map_or("", String::as_str))
                && !other_ages(m.actor, other.actor)
        };
        let mut candidates = self.candidates(&By::Sound(full_sound(first, last)));
        candidates.find(|&s| !self.apart(s, m) && self.shared[s].members.iter().take(8).all(is_one))
    }

    /// Whether what else the names say tells two people apart: a father and a son, a man and a woman.
    fn certainly_two(&self, m: &Member<'_>, other: &Member<'_>) -> bool {
        let generation = |m: &Member<'_>| {
            let last = m.actor.name.split_whitespace().next_back()?;
            let last = fold(last.trim_end_matches('.'));
            GENERATIONS.contains(&last.as_str()).then_some(last)
        };
        let gender = |m: &Member<'_>| {
            let given = m.parts.first()?;
            let entry = self.lexicon.entry(List::GivenName, given)?;
            Some(entry.field(0).to_owned()).filter(|g| g == "m" || g == "f")
        };
        let differ = |x: Option<String>, y: Option<String>| x.is_some() && y.is_some() && x != y;
        let same_given = m.parts.first() == other.parts.first();
        differ(generation(m), generation(other)) || !same_given && differ(gender(m), gender(other))
    }

    /// Whether one of the first members of `s` is certainly another person.
    fn is_another(&self, s: usize, m: &Member<'_>) -> bool {
        self.shared[s].members.iter().take(8).any(|&o| self.certainly_two(m, &self.members[o]))
    }

    fn find_other(&self, m: &Member<'_>) -> Option<usize> {
        let same = |s: &usize| self.shared[*s].kind == m.actor.kind;
        if let Some(s) = m.entries.iter().flat_map(|&e| self.candidates(&By::Entry(e))).find(same) {
            return Some(s);
        }
        let worded = m.names.keys().filter(|n| n.contains(' ')).flat_map(|n| self.candidates(&By::Words(in_order(n))));
        if let Some(s) = worded.into_iter().find(same) {
            return Some(s);
        }
        if m.is_acronym() {
            return self.candidates(&By::Acronym(m.parts.join(""))).find(same);
        }
        None
    }

    fn join(&mut self, m: usize, s: usize) {
        let member = &self.members[m];
        self.shared[s].members.push(m);
        let mut keys: Vec<By> = member.names.keys().map(|n| By::Name(n.clone())).collect();
        keys.extend(member.entries.iter().map(|&e| By::Entry(e)));
        if member.actor.kind == ActorKind::Person {
            if let (true, Some((a, z))) = (member.parts.len() > 1, member.parts.first().zip(member.parts.last())) {
                keys.push(By::Family(usual(self.lexicon, z)));
                keys.push(By::Given(usual(self.lexicon, a)));
                keys.push(By::Sound(full_sound(a, z)));
            }
        } else {
            for name in member.names.keys().filter(|n| n.contains(' ')) {
                let parts: Vec<String> = name.split(' ').map(str::to_owned).collect();
                keys.push(By::Acronym(initials(&parts)));
                keys.push(By::Acronym(parts.iter().filter_map(|p| p.chars().next()).collect()));
                keys.push(By::Words(in_order(name)));
                let first = parts.first().filter(|w| self.lexicon.entry(List::OrdinaryWord, w).is_none());
                let body = member.actor.kind == ActorKind::Organisation;
                keys.extend(first.filter(|_| body).map(|w| By::First(w.clone())));
            }
        }
        for key in keys {
            let at = self.index.entry(key).or_default();
            if !at.contains(&s) {
                at.push(s);
            }
        }
    }

    fn finish(self, found: &[Extraction]) -> Vec<SharedActor> {
        let mut out: Vec<SharedActor> = self.shared.iter().map(|s| self.describe(s, found)).collect();
        out.sort_by(|a, b| (&a.id, &a.articles, &a.members).cmp(&(&b.id, &b.articles, &b.members)));
        let mut seen: BTreeMap<String, usize> = BTreeMap::new();
        for actor in &mut out {
            let n = seen.entry(actor.id.clone()).or_insert(0);
            *n += 1;
            if *n > 1 {
                actor.id = format!("{}-{n}", actor.id);
            }
        }
        out
    }

    fn describe(&self, shared: &Shared, found: &[Extraction]) -> SharedActor {
        let members: Vec<&Member<'_>> = shared.members.iter().map(|&m| &self.members[m]).collect();
        // The names as written, with how often; the fullest and most frequent one is the name.
        let mut written: BTreeMap<&str, usize> = BTreeMap::new();
        let mut kinds: BTreeMap<ActorKind, usize> = BTreeMap::new();
        for m in &members {
            *written.entry(&m.actor.name).or_insert(0) += m.actor.mentions.len();
            let sure = if m.is_guess() { 0 } else { m.actor.mentions.len() };
            *kinds.entry(m.actor.kind).or_insert(0) += sure;
        }
        let shouts = |n: &str| n.chars().all(|c| !c.is_lowercase());
        let best = written
            .iter()
            .max_by_key(|(n, count)| (!shouts(n), n.split_whitespace().count(), **count, std::cmp::Reverse(**n)));
        let name = best.map_or_else(String::new, |(n, _)| (*n).to_owned());
        let mut aliases: BTreeMap<String, String> = BTreeMap::new();
        for m in &members {
            for alias in std::iter::once(&m.actor.name).chain(&m.actor.aliases) {
                let key = single_spaced(alias);
                let best = aliases.entry(fold(&key)).or_insert_with(|| key.clone());
                if shouts(best) && !shouts(&key) || (shouts(best) == shouts(&key) && key < *best) {
                    *best = key;
                }
            }
        }
        aliases.remove(&fold(&name));
        let mut articles: Vec<String> = members.iter().map(|m| found[m.article].article.clone()).collect();
        articles.sort();
        articles.dedup();
        let mut ids: Vec<String> = members.iter().map(|m| m.actor.id.clone()).collect();
        ids.sort();
        // What was taken for somebody's name stands where a town's does, most likely.
        let guessed = members.iter().any(|m| m.is_guess());
        let place = |k: ActorKind| guessed && k == ActorKind::Place;
        let kind = kinds.iter().max_by_key(|(k, n)| (**n, place(**k), std::cmp::Reverse(**k)));
        let kind = kind.map_or(shared.kind, |(k, _)| *k);
        let id = members.iter().find(|m| m.actor.name == name).or(members.first()).map_or("", |m| m.actor.id.as_str());
        let slug =
            id.rsplit('/').next().unwrap_or(id).trim_end_matches(|c: char| c.is_ascii_digit()).trim_end_matches('-');
        SharedActor {
            id: if slug.is_empty() { "actor".to_owned() } else { slug.to_owned() },
            name,
            kind,
            aliases: aliases.into_values().collect(),
            articles,
            members: ids,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::link;
    use crate::{Article, Corroborator};

    /// Whether two names, each in an article of its own, are one actor.
    fn is_one(corroborator: &Corroborator, a: &str, b: &str) -> bool {
        let articles = [
            Article::new("a", format!("The talks about the bridge failed, {a} said on Monday.")),
            Article::new("b", format!("The talks about the bridge have failed, according to {b}.")),
        ];
        let found: Vec<_> = articles.iter().map(|a| corroborator.extract(a)).collect();
        link(&articles, &found, corroborator.lexicon()).iter().any(|a| a.articles.len() == 2)
    }

    #[test]
    fn names_across_articles() {
        let corroborator = Corroborator::english();
        let one = [
            ("William Harker", "Bill Harker"),
            ("Kim Jong Un", "Kim Jong-un"),
            ("Maria Gonzalez", "María González"),
            ("Dmitry Peskov", "Dmitri Peskov"),
            ("John F. Kerrigan", "John Kerrigan"),
            ("the Ministry of Defence", "the Defence Ministry"),
            ("the University of Kingsmere", "Kingsmere University"),
            ("the European Central Bank", "the ECB"),
        ];
        let two = [
            ("Peter Walsh", "Catherine Walsh"),
            ("George Allen", "Georgia Allen"),
            ("Daniel Price Sr.", "Daniel Price Jr."),
            ("Northmere Bank", "Southmere Bank"),
            ("Aldersby High School", "Kingsmere High School"),
        ];
        let apart: Vec<_> = one.iter().filter(|(a, b)| !is_one(&corroborator, a, b)).collect();
        let merged: Vec<_> = two.iter().filter(|(a, b)| is_one(&corroborator, a, b)).collect();
        assert!(apart.is_empty() && merged.is_empty(), "taken for two: {apart:?}; taken for one: {merged:?}");
    }
}
