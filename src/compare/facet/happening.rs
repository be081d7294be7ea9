//! What happens once: to one person (`died`, `was arrested`), or in an event (`the fire broke out`, `the papers were
//! signed`). The places and times that two articles give for it are held against each other, whatever else their claims
//! share; an article that gives two tells of two happenings, and is left out.

use crate::claim::actor::ActorKind;
use crate::claim::clause::Polarity;
use crate::claim::timex::DateMention;
use crate::compare::context::{Context, Mention};
use crate::compare::draft::{PairDifference, Side};
use crate::compare::facet::moment::{of_two_days, times, two_clocks, two_days};
use crate::compare::facet::place::{Map, spots as place_spots};
use crate::compare::facet::sole;
use crate::compare::facet::spot::{Spot, spots_or_then, two_spots};
use crate::compare::facet::theme::is_put_forward;
use crate::compare::facet::toll::is_background;
use crate::compare::finding::Facet;
use crate::lexicon::{Entry, List};
use crate::text::fold::fold;
use crate::text::span::Span;
use crate::text::token::{Token, TokenKind};

/// Tokens after the verb in which a phrase of the list may begin (`had the road open again`).
const AFTER: usize = 5;
/// Letters that two spellings of a name may differ in.
const EDITS: usize = 3;

/// What a telling says of its happening.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Of {
    Clock,
    Day,
    Place,
}

/// A claim that tells of a happening.
struct Told<'c> {
    article: usize,
    claim: usize,
    kind: &'c str,
    /// The class of noun that stands for it.
    class: Option<&'c str>,
    /// To whom it happens, by name.
    who: Option<usize>,
    /// Whether it happens to each person once.
    each: bool,
    /// Whether it is one of several.
    other: bool,
    clock: Option<(u16, Span)>,
    day: Option<&'c DateMention>,
    spots: Vec<Spot<'c>>,
}

/// What the articles of a cluster tell of happenings, by article.
pub(crate) struct Happenings<'c>(Vec<Told<'c>>);

impl<'c> Happenings<'c> {
    /// Reads it off the articles. Cost: O(tokens).
    pub(crate) fn new(ctx: &'c Context<'_>, articles: &[usize]) -> Self {
        let mut all: Vec<Told<'_>> = articles.iter().flat_map(|&a| told_by(ctx, a)).collect();
        all.sort_by_key(|t| (t.article, t.claim));
        Self(all)
    }

    /// `pairs` without places and times of two kinds of happenings, or of what happened to two people or on two days.
    pub(crate) fn without_two(&self, ctx: &Context<'_>, pairs: &mut Vec<PairDifference>) {
        let told = |side: &Side| {
            let at = self.0.binary_search_by_key(&(side.article, side.claim), |t| (t.article, t.claim));
            at.ok().and_then(|i| self.0.get(i))
        };
        let two = |x: &Told<'_>, y: &Told<'_>| {
            let people = x.who.zip(y.who).is_some_and(|(p, q)| p != q && !may_be_one(ctx, p, q));
            x.kind != y.kind || people && x.each && y.each || x.clock.is_some() && of_two_days(ctx, x.claim, y.claim)
        };
        let compared = |p: &PairDifference| matches!(p.facet, Facet::Date | Facet::Place);
        pairs.retain(|p| !(compared(p) && told(&p.a).zip(told(&p.b)).is_some_and(|(x, y)| two(x, y))));
    }

    /// The differences of place and time between what the articles say of one happening.
    pub(crate) fn differences(&self, ctx: &Context<'_>, articles: &[usize], map: &Map) -> Vec<PairDifference> {
        differences(ctx, articles, map, &self.0)
    }
}

fn differences(ctx: &Context<'_>, articles: &[usize], map: &Map, all: &[Told<'_>]) -> Vec<PairDifference> {
    let told = |a: usize| {
        let from = all.partition_point(|t| t.article < a);
        let here = all.iter().enumerate().skip(from).take_while(move |(_, t)| t.article == a);
        here.flat_map(|(n, t)| {
            let given =
                [t.clock.map(|_| Of::Clock), t.day.map(|_| Of::Day), (!t.spots.is_empty()).then_some(Of::Place)];
            let of = |of: Of| ((t.kind, t.who.filter(|_| t.each), of), n);
            given.into_iter().flatten().map(of).collect::<Vec<_>>()
        })
    };
    let mut out = Vec::new();
    for of in [Of::Clock, Of::Day, Of::Place] {
        let differ = |x: &Told<'_>, y: &Told<'_>| x.other || y.other || apart(ctx, x, y, of, map).is_some();
        let apart = |x: usize, y: usize| all.get(x).zip(all.get(y)).is_some_and(|(x, y)| differ(x, y));
        let one = |a: usize| told(a).filter(|((.., o), _)| *o == of).collect::<Vec<_>>();
        for given in sole::values(articles, one, apart).into_values() {
            for (i, &x) in given.iter().enumerate() {
                for &y in given.iter().skip(i + 1) {
                    let Some((x, y)) = all.get(x).zip(all.get(y)).filter(|(x, y)| !x.other && !y.other) else {
                        continue;
                    };
                    let both = || given.iter().any(|&z| all.get(z).is_some_and(|z| names_both(x, y, z, map)));
                    if let Some((p, q)) = apart_of_one(ctx, x, y, of, map).filter(|_| of != Of::Place || !both()) {
                        out.push(difference(ctx, (x, p), (y, q), of));
                    }
                }
            }
        }
    }
    out
}

fn difference(ctx: &Context<'_>, (x, p): (&Told<'_>, Span), (y, q): (&Told<'_>, Span), of: Of) -> PairDifference {
    let text = |t: &Told<'_>, s: Span| s.of(ctx.corpus.articles[t.article].doc.text).to_owned();
    PairDifference {
        facet: if of == Of::Place { Facet::Place } else { Facet::Date },
        a: Side { article: x.article, claim: x.claim, span: p },
        b: Side { article: y.article, claim: y.claim, span: q },
        reason: format!("“{}” in one article, “{}” in the other", text(x, p), text(y, q)),
        update: false,
        score: 0.7,
        topic: 0,
    }
}

/// The two values in which two tellings differ, if they tell of one happening.
fn apart_of_one(ctx: &Context<'_>, x: &Told<'_>, y: &Told<'_>, of: Of, map: &Map) -> Option<(Span, Span)> {
    let classes = x.class.zip(y.class).is_none_or(|(p, q)| p == q || [p, q].iter().any(|c| is_call(c)));
    let people = x.who.zip(y.who).is_none_or(|(p, q)| p == q || !x.each && may_be_one(ctx, p, q));
    // A storm strikes one town after another.
    let place = |t: &Told<'_>| {
        let named = ctx.mentions_in(t.article, ctx.corpus.claims[t.claim].claim.span);
        named.filter(|m| m.kind == ActorKind::Place).collect::<Vec<_>>()
    };
    let (p, q) = (place(x), place(y));
    let elsewhere = of != Of::Place
        && !x.each
        && !p.is_empty()
        && !q.is_empty()
        && !p.iter().any(|m| q.iter().any(|n| map.may_be_one(ctx, (x.article, *m), (y.article, *n))));
    if !classes || !people || elsewhere { None } else { apart(ctx, x, y, of, map) }
}

/// Whether a third telling has the place of one and its article names that of the other: then one may lie in the other.
fn names_both(x: &Told<'_>, y: &Told<'_>, z: &Told<'_>, map: &Map) -> bool {
    let places = |t: &Told<'_>| t.spots.iter().filter_map(|s| s.place).collect::<Vec<_>>();
    let (xs, ys) = (places(x), places(y));
    let has = |of: &[Mention]| places(z).iter().any(|m| of.iter().any(|n| map.part_of(m.actor, n.actor)));
    let names = |of: &[Mention]| of.iter().any(|m| map.names(z.article, m.actor));
    has(&xs) && names(&ys) || has(&ys) && names(&xs)
}

/// Whether a class of nouns is of those who are called, or of the call: it may be for anything.
fn is_call(class: &str) -> bool {
    matches!(class, "crew" | "signal")
}

/// Whether two names may be one in two spellings.
fn may_be_one(ctx: &Context<'_>, p: usize, q: usize) -> bool {
    let (p, q) = (fold(&ctx.actors[p].name), fold(&ctx.actors[q].name));
    p.chars().next() == q.chars().next() && strsim::damerau_levenshtein(&p, &q) <= EDITS
}

/// The two values in which two tellings differ.
fn apart(ctx: &Context<'_>, x: &Told<'_>, y: &Told<'_>, of: Of, map: &Map) -> Option<(Span, Span)> {
    match of {
        Of::Clock => {
            let (p, q) = x.clock.zip(y.clock)?;
            if of_two_days(ctx, x.claim, y.claim) { None } else { two_clocks(p, q) }
        }
        Of::Day => x.day.zip(y.day).and_then(|(p, q)| two_days(ctx, (x.article, p), (y.article, q))),
        Of::Place => {
            let once = x.each && y.each && x.who.is_some() && x.who == y.who;
            two_spots(ctx, (x.article, &x.spots), (y.article, &y.spots), map, once)
        }
    }
}

/// The happenings that an article tells of.
fn told_by<'c>(ctx: &'c Context<'_>, article: usize) -> Vec<Told<'c>> {
    let named = place_spots(ctx, article);
    let claims = ctx.corpus.articles[article].claims.clone();
    claims.filter_map(|c| told(ctx, c, &named)).collect()
}

/// The happening that a claim tells of.
fn told<'c>(ctx: &'c Context<'_>, claim: usize, named: &[Mention]) -> Option<Told<'c>> {
    let view = &ctx.corpus.claims[claim];
    let c = view.claim;
    let verb = c.predicate.as_ref()?;
    let doc = &ctx.corpus.articles[view.article].doc;
    if c.polarity != Polarity::Positive || !is_put_forward(ctx, claim) {
        return None;
    }
    let (first, end) = (doc.token_at(verb.span.start()), doc.token_from(c.span.end()));
    let last = end.min(doc.token_from(verb.span.end()) + AFTER);
    // `last` stands before the verb.
    let first = first.saturating_sub(1).max(doc.token_at(c.span.start()));
    // What befell the people of the story may lie years back.
    let past = is_background(ctx, claim);
    // A verb may stand in several lines, and a word before it be another verb's noun (`the fire began`).
    let known = |i: usize| {
        let found = ctx.lexicon.match_at(List::Happening, doc.text, &doc.tokens, i)?;
        let phrase = doc.tokens.get(i)?.span.to(doc.tokens.get((i + found.len).checked_sub(1)?)?.span);
        let lines = ctx.lexicon.lines_of(List::Happening, &fold(phrase.of(doc.text)));
        let (entry, of) = lines.into_iter().find_map(|(_, e)| {
            let near = matches!(e.field(3), "named" | "somebody") || !past;
            Some((e, undergoer(ctx, claim, e.field(3)).filter(|_| near)?))
        })?;
        Some((i, found, entry, of))
    };
    let (at, found, entry, (class, who)) = (first..last).find_map(known)?;
    let after = at + found.len;
    let subject = c.subject?;
    let begin = doc.token_at(subject.start());
    let than = |i: usize| doc.tokens.get(i + 1).is_some_and(|t| t.of(doc.text) == "than");
    let of_two = |i: usize| {
        doc.tokens.get(i).is_some_and(|t| t.is_any(doc.text, &OTHERS) || t.of(doc.text) == "again") && !than(i)
    };
    let again = found.entry.text.ends_with("again");
    let parts = [begin..doc.token_from(subject.end()), at.saturating_sub(2)..(after + 2).min(end)];
    let other = !again && parts.into_iter().flatten().any(of_two);
    let (kind, of) = (entry.field(2), entry.field(3));
    let tells = |what: &str| entry.field(4).split(',').any(|f| f.trim() == what);
    let until = tells("until");
    let (mut clock, mut day) = (None, None);
    if until || tells("clock") || tells("day") {
        (clock, day) = times(ctx, claim, until);
    }
    let spots =
        if tells("place") { spots_or_then(ctx, claim, (at, after), named, kind != "onset") } else { Vec::new() };
    Some(Told {
        article: view.article,
        claim,
        kind: if kind == "alarm" { "onset" } else { kind },
        class,
        who,
        each: of == "named",
        other,
        clock: clock.filter(|_| until || tells("clock")),
        day: day.filter(|_| until || tells("day")),
        spots,
    })
}

/// Words that say that there was another.
pub(super) const OTHERS: [&str; 11] =
    ["another", "back", "earlier", "later", "other", "others", "previous", "second", "separate", "some", "third"];

/// What happens, by its class, or to whom, if it is what an entry of the list asks for.
fn undergoer<'c>(ctx: &'c Context<'_>, claim: usize, of: &str) -> Option<(Option<&'c str>, Option<usize>)> {
    let view = &ctx.corpus.claims[claim];
    let c = view.claim;
    let article = &ctx.corpus.articles[view.article];
    let (subject, verb) = (c.subject?, c.predicate.as_ref()?);
    if of == "anybody" {
        return Some((None, None));
    }
    if matches!(of, "named" | "somebody") {
        // `The driver, 52-year-old cook Ann Lee, died`
        let until = if subject.start() < verb.span.start() { verb.span } else { subject };
        let person = |span: Span| {
            let mut people =
                ctx.mentions_in(view.article, span).filter(|m| m.kind == ActorKind::Person).map(|m| m.actor);
            let one = people.next()?;
            people.all(|p| p == one).then_some(one)
        };
        let done_to = c.object.filter(|_| !verb.passive).and_then(person);
        let who = done_to.or_else(|| person(subject.to(until))).or_else(|| ctx.doer(claim));
        let who = who.filter(|&a| ctx.actors[a].kind == ActorKind::Person);
        let number = |t: &Token| t.kind == TokenKind::Number || t.lists.has(List::NumberWord);
        let counted = article.tokens(subject).iter().any(number);
        let somebody = of == "somebody" && !counted && is_somebody(ctx, view.article, subject);
        return (who.is_some() || somebody).then_some((None, who));
    }
    let classed = |span: Span| {
        let stop = |t: &&Token| !(t.lists.has(List::Preposition) || t.kind == TokenKind::Mark);
        let words = article.tokens(span).iter().take_while(stop);
        words.filter_map(|t| class_of(ctx, &fold(t.of(article.doc.text)), of)).last()
    };
    // `St Ann's will be closed`, of which the article says elsewhere that it is a school
    let by_name = || {
        let actor = ctx.mentions_in(view.article, subject).next()?.actor;
        let all = ctx.mentions.get(view.article)?.iter().filter(|m| m.actor == actor);
        let next = |m: &Mention| {
            let from = article.doc.token_from(m.span.end());
            let after = article.doc.tokens.get(from..(from + 4).min(article.doc.tokens.len())).unwrap_or(&[]);
            after.iter().find_map(|t| class_of(ctx, &fold(t.of(article.doc.text)), of))
        };
        all.filter_map(next).next()
    };
    let class = classed(subject).or_else(by_name).or_else(|| c.object.and_then(classed))?;
    Some((Some(class), None))
}

/// The class of a noun, if it is one of those asked for.
fn class_of<'c>(ctx: &'c Context<'_>, word: &str, asked: &str) -> Option<&'c str> {
    let class = |e: &'c Entry| e.field(1);
    let all = ctx.lexicon.entries_of(List::EventNoun, word).map(|(_, e)| class(e));
    let mut all = all.filter(|class| asked.split(',').any(|a| a.trim() == *class));
    all.next()
}

/// Whether the words of a span may stand for one person or one group of people.
fn is_somebody(ctx: &Context<'_>, article: usize, span: Span) -> bool {
    let view = &ctx.corpus.articles[article];
    view.tokens(span).iter().any(|t| {
        [List::UnnamedPerson, List::GenderedNoun, List::Weekday].iter().any(|l| t.lists.has(*l))
            || t.is_any(view.doc.text, &["he", "she", "they", "He", "She", "They", "who", "trio", "pair", "couple"])
    })
}
