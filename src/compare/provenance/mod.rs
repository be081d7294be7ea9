//! Independence: how many sources are left of a finding's articles when those that lean on one upstream source, or copy
//! one another, count once; and by what chain each article has its claims.
//!
//! Credit and copying are two signals: most copies carry no credit, and most articles that share a credit share no
//! text. Neither is taken for the other, and both are reported.

mod governs;
mod inline;
mod outlets;

use crate::claim::Extraction;
use crate::claim::clause::Claim;
use crate::claim::credit::{Credit, CreditKind, CreditScope};
use crate::compare::copying::{self, Copy, CopyKind, Pair};
use crate::compare::finding::Finding;
use crate::compare::provenance::governs::Governing;
use crate::compare::provenance::outlets::Outlets;
use crate::compare::union::Union;
use crate::lexicon::Lexicon;
use crate::text::article::Article;
use crate::text::fold::fold;
use crate::text::span::Span;
use foldhash::fast::FixedState;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What is left of a finding's sources.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Independence {
    /// How many sources are left when articles with one upstream, or that copy one another, count once. So
    /// do articles that have it on the word of one person or body.
    pub independent_sources: usize,
    /// The upstream sources that more than one of the articles leans on; of a single article, the agencies and outlets
    /// that it credits. First the people and bodies on whose word two articles or more have it, then occasions and
    /// documents, then outlets, each sorted.
    pub upstream: Vec<String>,
    /// The pairs of its articles that share text, by their ids, earlier first where that is known.
    pub copied: Vec<CopyEvidence>,
    /// How each article has it, in the order of the articles: `Naryshkin → interview with Pavel Zarubin → Reuters →
    /// Daily News`. Articles that give neither speaker nor credit have no chain.
    pub chain: Vec<String>,
    /// The one person or body on whose word all its claims stand.
    pub voice: Option<String>,
}

/// Two articles of a finding that share text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CopyEvidence {
    /// Their ids; the earlier first, where `directed`.
    pub articles: [String; 2],
    /// Whether the first is known to be the earlier.
    pub directed: bool,
    /// How they share it.
    pub kind: CopyKind,
}

/// Who leans on whom, of all articles of a run. Built once; [`Provenance::of`] answers for the claims of one finding.
///
/// ```
/// use corroborate::{Article, Corroborator, compare::provenance::Provenance};
/// let english = Corroborator::english();
/// let articles = [
///     Article::new("a", "The mayor resigned on Monday, according to Reuters.").with_outlet("Harbour Post"),
///     Article::new("b", "According to Reuters, the mayor stepped down.").with_outlet("Valley Echo"),
/// ];
/// let found: Vec<_> = articles.iter().map(|a| english.extract(a)).collect();
/// let provenance = Provenance::new(&articles, &found, english.lexicon());
/// let claims: Vec<_> = found.iter().enumerate().map(|(i, f)| (i, &f.claims[0])).collect();
/// let left = provenance.of(&claims);
/// assert_eq!((left.independent_sources, left.upstream), (1, vec!["Reuters".to_owned()]));
/// assert_eq!(left.chain, ["Reuters → Harbour Post", "Reuters → Valley Echo"]);
/// ```
#[derive(Debug)]
pub struct Provenance {
    articles: Vec<Source>,
    outlets: Outlets,
    copies: Vec<Copy>,
    /// The copies by the places of their articles, the smaller first.
    by_place: BTreeMap<(usize, usize), usize>,
    /// For each article, the class of those that copy one another.
    class: Vec<usize>,
}

/// One article as a source.
#[derive(Debug)]
struct Source {
    /// What chains call it: its outlet, or its id.
    label: String,
    /// Its own outlet, as a place in [`Outlets`].
    outlet: Option<usize>,
    credits: Vec<Credit>,
    /// For each credit of an outlet, its place in [`Outlets`].
    credited: Vec<Option<usize>>,
    governing: Governing,
}

/// An upstream source that a claim leans on.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Upstream {
    Outlet(usize),
    /// A statement, post, document or occasion: what it counts as, and whose it is.
    Thing(String, Option<String>),
}

/// What one article gives for the claims of a finding.
#[derive(Debug, Default)]
struct Share<'c> {
    claims: Vec<&'c Claim>,
    /// Where they stand, in order, and the length of the longest.
    spans: Vec<Span>,
    longest: usize,
    credits: Vec<usize>,
    upstream: BTreeSet<Upstream>,
}

/// On whose word alone an article has it.
#[derive(Debug)]
struct Voice<'c> {
    surname: String,
    /// The fullest name that the article gives.
    name: &'c str,
}

impl<'c> Share<'c> {
    /// Whether a claim and a run have half of the shorter in common. Cost: O(log claims) for claims of one sentence.
    fn touches(&self, run: Span) -> bool {
        let from = self.spans.partition_point(|s| s.start() + self.longest < run.start());
        let near = self.spans.get(from..).unwrap_or(&[]).iter().take_while(|s| s.start() < run.end());
        near.into_iter().any(|s| {
            let common = run.end().min(s.end()).saturating_sub(run.start().max(s.start()));
            2 * common >= s.len().min(run.len())
        })
    }

    fn voice(&self) -> Option<Voice<'c>> {
        let surname = common_speaker(self.claims.iter().copied(), true)?;
        let names = self.claims.iter().filter_map(|c| c.speaker.as_ref()).map(|s| s.name.as_str());
        names.max_by_key(|n| fullness(n)).map(|name| Voice { surname, name })
    }
}

impl Provenance {
    /// Reads who credits and who copies whom. `found` holds one extraction an article, in the same order.
    ///
    /// Cost: near-linear in the number and length of the articles; see [`copying::copies`].
    #[must_use]
    pub fn new(articles: &[Article], found: &[Extraction], _lexicon: &Lexicon) -> Self {
        let pairs = copying::pairs(articles, found);
        let mut outlets = Outlets::new(articles, found);
        let inline = inline::credits(articles, found);
        let sources =
            articles.iter().zip(found).zip(inline).map(|((a, f), more)| source(a, f, more, &mut outlets)).collect();
        let mut class = Union::new(articles.len());
        for p in pairs.iter().filter(|p| p.copy.kind != CopyKind::Passage) {
            class.join(p.first, p.second);
        }
        let by_place = pairs
            .iter()
            .enumerate()
            .map(|(n, Pair { first, second, .. })| (((*first).min(*second), (*first).max(*second)), n))
            .collect();
        Self {
            articles: sources,
            outlets,
            copies: pairs.into_iter().map(|p| p.copy).collect(),
            by_place,
            class: (0..articles.len()).map(|a| class.root(a)).collect(),
        }
    }

    /// The pairs of articles that share text, sorted by their ids.
    #[must_use]
    pub fn copies(&self) -> &[Copy] {
        &self.copies
    }

    /// The same, given away.
    #[must_use]
    pub(crate) fn into_copies(self) -> Vec<Copy> {
        self.copies
    }

    /// Says of each finding how many independent sources it has, which, and by what chain. `found` is what the articles
    /// were read into.
    pub(crate) fn fill(&self, findings: &mut [Finding], found: &[Extraction]) {
        let places: HashMap<&str, (usize, &Claim), FixedState> =
            found.iter().enumerate().flat_map(|(a, f)| f.claims.iter().map(move |c| (c.id.as_str(), (a, c)))).collect();
        for finding in findings {
            let claims: Vec<(usize, &Claim)> =
                finding.claims.iter().filter_map(|id| places.get(id.as_str()).copied()).collect();
            let independence = self.independence(&claims, !finding.event);
            finding.independent_sources = independence.independent_sources;
            finding.upstream = independence.upstream;
            finding.copied = independence.copied;
            finding.chain = independence.chain;
            finding.voice = independence.voice;
        }
    }

    /// The independence of a finding whose claims stand in these places: each the place of its article and the claim.
    #[must_use]
    pub fn of(&self, claims: &[(usize, &Claim)]) -> Independence {
        self.independence(claims, true)
    }

    /// As [`Provenance::of`]; `same_fact`: all claims assert one thing, not many about one event.
    fn independence(&self, claims: &[(usize, &Claim)], same_fact: bool) -> Independence {
        let mut shares: BTreeMap<usize, Share<'_>> = BTreeMap::new();
        for &(a, claim) in claims.iter().filter(|(a, _)| *a < self.articles.len()) {
            shares.entry(a).or_default().claims.push(claim);
        }
        for (&a, share) in &mut shares {
            share.spans = share.claims.iter().map(|c| c.span).collect();
            share.spans.sort_unstable();
            share.longest = share.spans.iter().map(|s| s.len()).max().unwrap_or(0);
            let source = &self.articles[a];
            let credits: BTreeSet<usize> =
                share.claims.iter().flat_map(|c| source.governing.of(c, &source.credits)).collect();
            share.credits = credits.into_iter().collect();
            share.upstream = share.credits.iter().filter_map(|&c| source.upstream(c)).collect();
        }
        self.spread_occasions(&mut shares);
        let places: Vec<usize> = shares.keys().copied().collect();
        let voices: Vec<Option<Voice<'_>>> = shares.values().map(Share::voice).collect();
        let copied = self.copied_among(&shares);
        let mut classes = Union::new(places.len());
        let place = |a: usize| places.binary_search(&a).unwrap_or(0);
        for (a, b, _) in copied.iter().filter(|(.., e)| e.kind != CopyKind::FollowUp) {
            classes.join(place(*a), place(*b));
        }
        let leaning = Leaning::new(&shares);
        // What makes articles one source: each is joined to the first that has the same.
        let mut first: BTreeMap<Tie<'_>, usize> = BTreeMap::new();
        for (i, (&a, share)) in shares.iter().enumerate() {
            let voice = voices[i].as_ref().filter(|_| same_fact).map(|v| Tie::Voice(&v.surname));
            let ties = [Some(Tie::Class(self.class[a])), self.articles[a].outlet.map(Tie::Outlet), voice];
            let upstream = share.upstream.iter().flat_map(|u| leaning.ties(u, same_fact));
            for tie in ties.into_iter().flatten().chain(upstream) {
                classes.join(*first.entry(tie).or_insert(i), i);
            }
        }
        // Whoever asserts the claim in several articles is where these have it from, and stands first.
        let things = self.names(&shares, &leaning, same_fact);
        let heard = common_voices(&voices);
        let named = |v: &&(usize, &str)| same_fact && !things.iter().any(|u| fold(u).contains(&fold(v.1)));
        let lent: Vec<String> = heard.iter().filter(named).map(|v| v.1.to_owned()).collect();
        let everywhere = heard.iter().find(|v| v.0 == places.len());
        Independence {
            independent_sources: classes.count(),
            upstream: lent.into_iter().chain(things).collect(),
            copied: copied.into_iter().map(|(.., e)| e).take(MOST_EVIDENCE).collect(),
            chain: self.chains(&shares),
            voice: everywhere.map(|v| v.1.to_owned()),
        }
    }

    /// The evidence that articles copy one another, as far as it touches their claims, pair by pair in order.
    fn copied_among(&self, shares: &BTreeMap<usize, Share<'_>>) -> Vec<(usize, usize, CopyEvidence)> {
        let mut out = Vec::new();
        for (&a, x) in shares {
            for (&(_, b), &n) in self.by_place.range((a, a + 1)..=(a, usize::MAX)) {
                let evidence = shares.get(&b).and_then(|y| copied(&self.copies[n], x, y));
                out.extend(evidence.map(|e| (a, b, e)));
            }
        }
        out
    }

    /// One occasion that one article names for a speaker's words is where the others have the same words from.
    fn spread_occasions(&self, shares: &mut BTreeMap<usize, Share<'_>>) {
        let Some(speaker) = common_speaker(shares.values().flat_map(|s| s.claims.iter().copied()), true) else {
            return;
        };
        let named: BTreeSet<Upstream> = shares
            .values()
            .flat_map(|s| s.upstream.iter())
            .filter(|u| matches!(u, Upstream::Thing(_, by) if by.as_ref().is_none_or(|b| *b == speaker)))
            .cloned()
            .collect();
        // Two occasions: it is not said which of them the others mean.
        let sorts: BTreeSet<&str> = named.iter().filter_map(Upstream::sort).collect();
        if let (Some(thing), 1) = (named.first(), sorts.len()) {
            for share in shares.values_mut() {
                if !share.upstream.iter().any(|u| u.sort().is_some()) {
                    share.upstream.insert(thing.clone());
                }
            }
        }
    }

    /// The names of the upstream sources that count: those of two articles or more, or the one article's outlets.
    fn names(&self, shares: &BTreeMap<usize, Share<'_>>, leaning: &Leaning<'_>, same_fact: bool) -> Vec<String> {
        let outlets: BTreeSet<usize> = shares.keys().filter_map(|&b| self.articles[b].outlet).collect();
        // Occasions before the outlets that carried them.
        let mut names: BTreeSet<(bool, String)> = BTreeSet::new();
        let mut named: BTreeSet<&Upstream> = BTreeSet::new();
        for (&a, share) in shares {
            for u in &share.upstream {
                let others = leaning.others(u, share, same_fact);
                let own = matches!(u, Upstream::Outlet(o) if outlets.contains(o));
                // Of an agency that contributed to an article it is not said what.
                let source = &self.articles[a];
                let surely =
                    |&c: &usize| source.credits[c].scope != CreditScope::Part && source.upstream(c).as_ref() == Some(u);
                let alone = shares.len() == 1 && matches!(u, Upstream::Outlet(_)) && share.credits.iter().any(surely);
                if (others || own || alone) && named.insert(u) {
                    names.insert((matches!(u, Upstream::Outlet(_)), self.name(u, shares)));
                }
            }
        }
        names.into_iter().map(|(_, n)| n).collect()
    }

    /// The name of an upstream source: the fullest that any of the articles gives.
    fn name(&self, u: &Upstream, shares: &BTreeMap<usize, Share<'_>>) -> String {
        match u {
            Upstream::Outlet(o) => self.outlets.name(*o).to_owned(),
            Upstream::Thing(..) => shares
                .iter()
                .flat_map(|(&a, s)| s.credits.iter().map(move |&c| (a, c)))
                .filter(|&(a, c)| self.articles[a].upstream(c).is_some_and(|v| u.is_of(&v, true) || u == &v))
                .map(|(a, c)| self.articles[a].credits[c].name.as_str())
                .max_by_key(|n| (names_person(n), n.len(), std::cmp::Reverse(*n)))
                .unwrap_or_default()
                .to_owned(),
        }
    }

    /// One chain an article that gives a speaker or a credit: speaker, occasion, outlets from the farthest to itself.
    fn chains(&self, shares: &BTreeMap<usize, Share<'_>>) -> Vec<String> {
        let mut out: Vec<String> = Vec::new();
        for (&a, share) in shares {
            let source = &self.articles[a];
            let speaker = common_speaker(share.claims.iter().copied(), false)
                .and_then(|_| share.claims[0].speaker.as_ref().map(|s| s.name.clone()));
            let things = share.credits.iter().map(|&c| &source.credits[c]).filter(|c| !c.is_outlet());
            let mut links: Vec<String> = Vec::new();
            let mut link = |s: String| {
                if !links.contains(&s) {
                    links.push(s);
                }
            };
            let (media, things): (Vec<_>, Vec<_>) = things.partition(|c| c.kind == CreditKind::Media);
            // `the union and Moorland Rail` need not be preceded by `Moorland Rail`.
            let issues =
                |s: &String| things.iter().any(|c| c.by.as_ref().is_some_and(|b| b != s && fold(b).contains(&fold(s))));
            speaker.into_iter().filter(|s| !issues(s)).for_each(&mut link);
            for c in things.iter().chain(&media) {
                if let Some(by) = c.by.as_ref() {
                    link(by.clone());
                }
                link(c.name.clone());
            }
            share
                .credits
                .iter()
                .filter_map(|&c| source.credited[c])
                .for_each(|o| link(self.outlets.name(o).to_owned()));
            if !links.is_empty() {
                links.push(source.label.clone());
                let chain = links.join(" → ");
                if !out.contains(&chain) {
                    out.push(chain);
                }
            }
        }
        out
    }
}

/// The evidence that two articles copy one another, as far as it touches their claims.
fn copied(copy: &Copy, x: &Share<'_>, y: &Share<'_>) -> Option<CopyEvidence> {
    if copy.kind == CopyKind::Passage {
        let (first, second) =
            if x.claims.first().is_some_and(|c| c.article == copy.articles[0]) { (x, y) } else { (y, x) };
        // The runs do not overlap in the first article and stand in its order.
        let near = |s: &Span| {
            let from = copy.runs.partition_point(|r| r.first.end() <= s.start());
            let end = s.end();
            copy.runs.get(from..).unwrap_or(&[]).iter().take_while(move |r| r.first.start() < end)
        };
        let passage = |r: &copying::Run| r.words >= 8 && first.touches(r.first) && second.touches(r.second);
        first.spans.iter().flat_map(near).find(|r| passage(r))?;
    }
    Some(CopyEvidence { articles: copy.articles.clone(), directed: copy.directed, kind: copy.kind })
}

/// Pairs of articles that one finding names as sharing text; [`Provenance::copies`] has them all.
const MOST_EVIDENCE: usize = 256;

/// Something that makes the articles that have it one source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Tie<'u> {
    /// They copy one another.
    Class(usize),
    /// It is theirs, or they credit it.
    Outlet(usize),
    /// On the word of one person or body.
    Voice(&'u str),
    /// An occasion or document, and whose it is.
    Thing(&'u str, &'u str),
    /// The same, whosever it is.
    AnyThing(&'u str),
}

/// How many of a finding's articles lean on each upstream source.
struct Leaning<'u> {
    articles: BTreeMap<&'u Upstream, usize>,
    /// Those that lean on a thing of one sort, whosever it is.
    sorts: BTreeMap<&'u str, usize>,
    /// Those that do not say whose it is.
    nobodys: BTreeMap<&'u str, usize>,
}

impl<'u> Leaning<'u> {
    fn new(shares: &'u BTreeMap<usize, Share<'_>>) -> Self {
        let mut out = Self { articles: BTreeMap::new(), sorts: BTreeMap::new(), nobodys: BTreeMap::new() };
        for share in shares.values() {
            for u in &share.upstream {
                *out.articles.entry(u).or_default() += 1;
            }
            for sort in share.upstream.iter().filter_map(Upstream::sort).collect::<BTreeSet<_>>() {
                *out.sorts.entry(sort).or_default() += 1;
            }
            for u in &share.upstream {
                if let Upstream::Thing(sort, None) = u {
                    *out.nobodys.entry(sort).or_default() += 1;
                }
            }
        }
        out
    }

    /// What ties an article that leans on `u` to others; see [`Upstream::is_of`].
    fn ties(&self, u: &'u Upstream, same_fact: bool) -> impl Iterator<Item = Tie<'u>> {
        let (own, any) = match u {
            Upstream::Outlet(o) => (Some(Tie::Outlet(*o)), None),
            Upstream::Thing(sort, by) => {
                let any = Upstream::may_be_one(sort, same_fact) && self.nobodys.contains_key(sort.as_str());
                (by.as_ref().map(|by| Tie::Thing(sort, by)), any.then_some(Tie::AnyThing(sort)))
            }
        };
        own.into_iter().chain(any)
    }

    /// Whether another article than that of `share`, which leans on `u`, leans on it too.
    fn others(&self, u: &Upstream, share: &Share<'_>, same_fact: bool) -> bool {
        let same = self.articles.get(u).copied().unwrap_or(0) > 1;
        match u {
            Upstream::Outlet(_) => same,
            Upstream::Thing(sort, by) => {
                let may = Upstream::may_be_one(sort, same_fact);
                let count = |of: &BTreeMap<&str, usize>| of.get(sort.as_str()).copied().unwrap_or(0);
                match by {
                    None => may && count(&self.sorts) > 1,
                    Some(_) => {
                        let own = share.upstream.contains(&Upstream::Thing(sort.clone(), None));
                        same || may && count(&self.nobodys) > usize::from(own)
                    }
                }
            }
        }
    }
}

fn source(article: &Article, found: &Extraction, more: Vec<Credit>, outlets: &mut Outlets) -> Source {
    let outlet = article.outlet.as_deref().and_then(|o| outlets.place(o));
    // An outlet that credits itself credits nobody.
    let is_itself = |c: &Credit| {
        let same = article.outlet.as_deref().is_some_and(|o| outlets::is_itself(o, &c.name));
        c.is_outlet() && (same || outlet.is_some() && outlets.place(&c.name) == outlet)
    };
    let mut all: Vec<Credit> = found.credits.iter().cloned().chain(more).collect();
    all.sort_by_key(|c| c.span);
    let (own, credits): (Vec<Credit>, Vec<Credit>) = all.into_iter().partition(is_itself);
    let own: Vec<Span> = own.iter().filter(|c| c.scope == CreditScope::Sentence).map(|c| c.span).collect();
    let credited = credits.iter().map(|c| if c.is_outlet() { outlets.place(&c.name) } else { None }).collect();
    Source {
        label: article.outlet.clone().unwrap_or_else(|| article.id.clone()),
        outlet,
        governing: Governing::new(article, found, &credits, &own),
        credits,
        credited,
    }
}

impl Source {
    /// What credit `c` says that its claims lean on.
    fn upstream(&self, c: usize) -> Option<Upstream> {
        let credit = &self.credits[c];
        match credit.kind {
            CreditKind::Agency | CreditKind::Outlet => self.credited[c].map(Upstream::Outlet),
            CreditKind::Media => None,
            _ => Some(Upstream::Thing(credit.sort.clone(), credit.by.as_deref().map(surname))),
        }
    }
}

impl Upstream {
    /// Whether the two may be one source.
    ///
    /// `same_fact`: both are credited with one fact, so that two press conferences are one even if only one article says
    /// whose it was. Otherwise that must be said on both sides.
    fn is_of(&self, other: &Self, same_fact: bool) -> bool {
        match (self, other) {
            (Self::Outlet(a), Self::Outlet(b)) => a == b,
            (Self::Thing(s, by), Self::Thing(t, of)) => {
                let said = by == of && by.is_some();
                s == t && (said || Self::may_be_one(s, same_fact) && (by.is_none() || of.is_none()))
            }
            _ => false,
        }
    }

    /// Whether two things of a sort are one if it is not said whose one of them is. There is one joint statement and one
    /// set of court papers to an event, but many interviews.
    fn may_be_one(sort: &str, same_fact: bool) -> bool {
        let one_each = ["joint statement", "court documents", "wanted poster", "police report", "autopsy report"];
        (same_fact || one_each.contains(&sort)) && sort != "interview"
    }

    fn sort(&self) -> Option<&str> {
        match self {
            Self::Outlet(_) => None,
            Self::Thing(sort, _) => Some(sort),
        }
    }
}

/// The one speaker of all claims, by surname; `named`: only one whom every claim names, for `officials` here are not
/// those there.
fn common_speaker<'c>(claims: impl Iterator<Item = &'c Claim>, named: bool) -> Option<String> {
    let mut speaker: Option<String> = None;
    for claim in claims {
        let by = claim.speaker.as_ref().filter(|s| !named || s.actor.is_some())?;
        let name = surname(&by.name);
        if speaker.get_or_insert_with(|| name.clone()) != &name {
            return None;
        }
    }
    speaker
}

/// The voices of two articles or more: how many, and the fullest name.
fn common_voices<'c>(voices: &[Option<Voice<'c>>]) -> Vec<(usize, &'c str)> {
    let mut by_surname: BTreeMap<&str, Vec<&'c str>> = BTreeMap::new();
    for v in voices.iter().flatten() {
        by_surname.entry(&v.surname).or_default().push(v.name);
    }
    let several = by_surname.into_values().filter(|n| n.len() > 1);
    several.filter_map(|n| n.iter().copied().max_by_key(|n| fullness(n)).map(|name| (n.len(), name))).collect()
}

/// By what the fullest of several names is chosen: its length, then the alphabet.
fn fullness(name: &str) -> (usize, std::cmp::Reverse<&str>) {
    (name.len(), std::cmp::Reverse(name))
}

/// Whether what stands after `with` is a person's name, not `state television`.
fn names_person(name: &str) -> bool {
    name.split_once(" with ").is_some_and(|(_, who)| who.split(' ').all(|w| w.starts_with(char::is_uppercase)))
}

/// The last word of a name, folded.
fn surname(name: &str) -> String {
    fold(name)
        .split(|c: char| !(c.is_alphanumeric() || c == '-'))
        .rfind(|w| !w.is_empty())
        .unwrap_or_default()
        .to_owned()
}
