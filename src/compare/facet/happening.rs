//! What happens once: to one person (`died`, `was arrested`), or in an event (`the fire broke out`, `the papers were
//! signed`). The places and times that two articles give for it are held against each other, whatever else their claims
//! share; an article that gives two tells of two happenings, and is left out.

use crate::claim::actor::ActorKind;
use crate::claim::clause::Polarity;
use crate::claim::timex::DateMention;
use crate::compare::context::{Context, Mention};
use crate::compare::draft::{PairDifference, Side};
use crate::compare::facet::date::{agree, dates_in, is_limit, is_of_another, points_back};
use crate::compare::facet::place::{Map, spots as place_spots};
use crate::compare::facet::slot::is_of_telling;
use crate::compare::facet::sole;
use crate::compare::facet::theme::is_put_forward;
use crate::compare::facet::toll::is_background;
use crate::compare::finding::Facet;
use crate::date::{Grain, PartialDate, When};
use crate::lexicon::{Entry, List};
use crate::text::fold::fold;
use crate::text::span::Span;
use crate::text::token::{Token, TokenKind};

/// Tokens after the verb in which a phrase of the list may begin (`had the road open again`).
const AFTER: usize = 5;
/// Tokens after the phrase in which a place stands.
const REACH: usize = 12;
/// Tokens of a noun phrase that names a spot.
const LONGEST_SPOT: usize = 7;
/// Minutes between two times of day that are two times.
const APART: u16 = 45;
/// Days between a month and a day that lies well outside of it.
const MONTH: i64 = 7;
/// Minutes of a day.
const DAY: u16 = 24 * 60;
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

/// Where something happens.
#[derive(Clone)]
struct Spot<'c> {
    span: Span,
    place: Option<Mention>,
    /// What sort of spot a common noun names, on each level.
    groups: Vec<(&'c str, &'c str)>,
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
            x.kind != y.kind || people && x.each && y.each || x.clock.is_some() && of_two_days(ctx, x, y)
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
            let ((p, a), (q, b)) = x.clock.zip(y.clock)?;
            // Which night is meant is often the reader's guess.
            let gap = p.abs_diff(q);
            (gap.min(DAY - gap) > APART && !of_two_days(ctx, x, y)).then_some((a, b))
        }
        Of::Day => {
            let (p, q) = x.day.zip(y.day)?;
            let ((from, to), (first, last)) = p.value.as_ref()?.days().zip(q.value.as_ref()?.days())?;
            let gap = (first - to).max(from - last);
            let grain = |d: &DateMention| d.value.as_ref().map(|v| v.grain().min(Grain::Day));
            // The night before may be told as the next day, its evening may not.
            let (before, after) = if from > last { ((y, q), (x, p)) } else { ((x, p), (y, q)) };
            let nightly =
                is_of(ctx, before.0.article, before.1, &NIGHT) && !is_of(ctx, after.0.article, after.1, &DAYTIME);
            let early = is_of(ctx, after.0.article, after.1, &EARLY);
            let two = gap > 1 || gap == 1 && !nightly && !early;
            // A month may be told for the day, and is another where the day lies outside.
            let month = |d: &DateMention| matches!(grain(d), Some(Grain::Month)) && gap > MONTH;
            let grains = grain(p) == grain(q) || month(p) || month(q);
            (two && grains && !agree(p, q, ctx.lexicon)).then_some((p.span, q.span))
        }
        Of::Place => {
            let pairs = || x.spots.iter().flat_map(|s| y.spots.iter().map(move |t| (s, t)));
            let mut found = None;
            for (s, t) in pairs() {
                match likeness(ctx, (x.article, s), (y.article, t), map) {
                    Some(true) => return None,
                    Some(false) => found = found.or(Some((s.span, t.span))),
                    None => {}
                }
            }
            found
        }
    }
}

/// Whether two tellings name days that lie apart: a meeting on Monday is not that on Friday.
fn of_two_days(ctx: &Context<'_>, x: &Told<'_>, y: &Told<'_>) -> bool {
    let days = |t: &Told<'_>| {
        let named = |d: &&DateMention| {
            let view = &ctx.corpus.articles[t.article];
            view.tokens(d.span).iter().any(|k| k.lists.has(List::Weekday) || k.lists.has(List::Month))
        };
        dates_in(ctx, t.claim).iter().filter(named).find_map(|d| d.value.as_ref().and_then(PartialDate::days))
    };
    days(x).zip(days(y)).is_some_and(|((a, z), (b, y))| (b - z).max(a - y) > 1)
}

/// Whether two spots are one or two; `None` where that cannot be told.
fn likeness(ctx: &Context<'_>, (a, x): (usize, &Spot<'_>), (b, y): (usize, &Spot<'_>), map: &Map) -> Option<bool> {
    if let Some((p, q)) = x.place.zip(y.place) {
        if map.part_of(p.actor, q.actor) {
            return Some(true);
        }
        return (!map.related(ctx, (a, p), (b, q))).then_some(false);
    }
    let levels = || x.groups.iter().flat_map(|p| y.groups.iter().filter(move |q| p.0 == q.0).map(move |q| (p.1, q.1)));
    if levels().any(|(p, q)| p == q) { Some(true) } else { levels().next().map(|_| false) }
}

/// Words for the night that begins a day's evening, or is past midnight.
const NIGHT: [&str; 5] = ["night", "late", "overnight", "midnight", "yesterday"];
/// Words for the hours that another may count to the day before.
const EARLY: [&str; 7] = ["early", "overnight", "midnight", "dawn", "yesterday", "hours", "night"];
/// Words for the hours that are no night.
const DAYTIME: [&str; 6] = ["afternoon", "noon", "midday", "evening", "lunchtime", "morning"];

/// Whether a day is told with one of `words`, in the expression or right before it.
fn is_of(ctx: &Context<'_>, article: usize, d: &DateMention, words: &[&str]) -> bool {
    let doc = &ctx.corpus.articles[article].doc;
    let text = fold(&d.text);
    text.split_whitespace().any(|w| words.contains(&w))
        || doc.token_before(d.span.start()).is_some_and(|t| t.is_any(doc.text, words))
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
    let spots = if tells("place") { spots(ctx, claim, (at, after), named, kind != "onset") } else { Vec::new() };
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
const OTHERS: [&str; 11] =
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

/// The time of day and the day at which a claim says it happened, if it gives one of each.
fn times<'c>(ctx: &Context<'c>, claim: usize, until: bool) -> (Option<(u16, Span)>, Option<&'c DateMention>) {
    let article = ctx.corpus.claims[claim].article;
    let told = |d: &&DateMention| {
        let limit = if until { !is_after(ctx, article, d, &["until", "till"]) } else { is_limited(ctx, article, d) };
        d.value.is_some()
            && !limit
            && !points_back(d)
            && !is_of_telling(ctx, article, d.span)
            && !is_of_another(ctx, article, d.span)
    };
    let clock = |d: &DateMention| match d.value.as_ref()?.when()? {
        When::Time(t, _, None) => {
            let (h, m) = (u16::try_from(t.hour()).ok()?, u16::try_from(t.minute()).ok()?);
            Some((h * 60 + m, d.span))
        }
        _ => None,
    };
    let sole = |clocks: bool| {
        // `a day later than planned, on Tuesday`
        let offset = |d: &&DateMention| d.text.ends_with(" later") || d.text.ends_with(" earlier");
        let all = dates_in(ctx, claim).iter().filter(told).filter(|d| clock(d).is_some() == clocks);
        let mut all = all.filter(|d| !offset(d));
        let first = all.next()?;
        all.next().is_none().then_some(first)
    };
    let at = sole(true);
    (at.and_then(clock), sole(false).or(at))
}

/// Whether one of `words` stands before a date, a few words between the two (`until almost midnight`).
fn is_after(ctx: &Context<'_>, article: usize, d: &DateMention, words: &[&str]) -> bool {
    let doc = &ctx.corpus.articles[article].doc;
    let i = doc.token_at(d.span.start());
    (i.saturating_sub(3)..=i).filter_map(|k| doc.tokens.get(k)).any(|t| t.is_any(doc.text, words))
}

/// Whether something comes before or after a date, and not just before or after it (`minutes before 10 p.m.`).
fn is_limited(ctx: &Context<'_>, article: usize, d: &DateMention) -> bool {
    let doc = &ctx.corpus.articles[article].doc;
    let near = ["just", "shortly", "minutes", "moments", "soon", "seconds"];
    let i = doc.token_at(d.span.start());
    let just = (i.saturating_sub(2)..=i).filter_map(|k| doc.tokens.get(k)).any(|t| t.is_any(doc.text, &near));
    !just && (is_limit(ctx, article, d) || is_after(ctx, article, d, &["until", "till", "since"]))
}

/// The spots that a claim gives after the phrase that ends at token `after`, or before a `where` that opens it.
fn spots<'c>(
    ctx: &'c Context<'_>,
    claim: usize,
    (at, after): (usize, usize),
    named: &[Mention],
    with_names: bool,
) -> Vec<Spot<'c>> {
    let view = &ctx.corpus.claims[claim];
    let doc = &ctx.corpus.articles[view.article].doc;
    let end = doc.token_from(view.claim.span.end());
    let start = doc.token_at(view.claim.span.start());
    let word = |i: usize| doc.tokens.get(i).map_or("", |t| t.of(doc.text));
    let mut out = Vec::new();
    let from = if matches!(word(start), "where") && start < at {
        let comma = start.checked_sub(1).filter(|&i| word(i) == ",").unwrap_or(start);
        comma.saturating_sub(LONGEST_SPOT)..comma
    } else {
        let stop = |i: &usize| {
            let t = doc.tokens.get(*i);
            t.is_none_or(|t| t.lists.has(List::Connective) || t.is_any(doc.text, &[";", "—", "–"]))
        };
        let until = (after..end.min(after + REACH)).find(stop).unwrap_or(end.min(after + REACH));
        after..until
    };
    let mut i = from.start;
    while i < from.end {
        if matches!(
            word(i),
            "in" | "inside" | "at" | "through" | "via" | "under" | "beneath" | "on" | "to" | "In" | "At"
        ) {
            if let Some((spot, next)) = common_spot(ctx, view.article, i + 1, from.end) {
                out.push(spot);
                i = next;
                continue;
            }
        }
        i += 1;
    }
    if with_names {
        // A name ends what leads to it, however long that is (`in a room over the bar of an inn in Orrin`).
        let until = if from.start == after { end } else { from.end };
        let opens = |i: &usize| doc.tokens.get(*i).is_none_or(|t| t.lists.has(List::Connective));
        let until = (from.start..until).find(opens).unwrap_or(until);
        let span = doc.tokens.get(from.start).zip(until.checked_sub(1).and_then(|e| doc.tokens.get(e)));
        if let Some(span) = span.filter(|_| from.start < until).map(|(a, b)| a.span.to(b.span)) {
            let here = named.iter().filter(|m| m.kind == ActorKind::Place && span.covers(m.span));
            out.extend(here.map(|m| Spot { span: m.span, place: Some(*m), groups: Vec::new() }));
        }
    }
    out
}

/// The spot that a noun phrase names which begins at token `from`, and where the phrase ends.
fn common_spot<'c>(ctx: &'c Context<'_>, article: usize, from: usize, end: usize) -> Option<(Spot<'c>, usize)> {
    let doc = &ctx.corpus.articles[article].doc;
    let end = end.min(from + LONGEST_SPOT);
    let open = |t: &Token| {
        t.kind == TokenKind::Word && !t.lists.has(List::Preposition) && !t.lists.has(List::Connective)
            || t.is_any(doc.text, &["-", "'s", "’s"])
            || t.kind == TokenKind::Number
            || t.kind == TokenKind::Possessive
    };
    // `at the hospital an hour later`
    let next = |i: usize| i > from && doc.tokens.get(i).is_some_and(|t| t.lists.has(List::Determiner));
    let until = (from..end).find(|&i| next(i) || !doc.tokens.get(i).is_some_and(open)).unwrap_or(end);
    for i in from..until {
        let Some(m) = ctx.lexicon.match_at(List::Spot, doc.text, &doc.tokens, i) else { continue };
        let (first, next) = (doc.tokens.get(i)?, i + m.len);
        // The noun itself, not one before another (`hospital staff`), unless a time follows.
        let ends = next >= until
            || doc.tokens.get(next).is_some_and(|t| {
                t.lists.has(List::Weekday) || !t.lists.has(List::OrdinaryWord) && t.kind != TokenKind::Word
            });
        if !ends {
            continue;
        }
        let last = doc.tokens.get(next.checked_sub(1)?)?;
        let entries = ctx.lexicon.lines_of(List::Spot, &fold(first.span.to(last.span).of(doc.text)));
        let groups = entries.into_iter().map(|(_, e)| (e.field(1), e.field(2))).collect();
        let begin = doc.tokens.get(from)?;
        return Some((Spot { span: begin.span.to(last.span), place: None, groups }, next));
    }
    None
}
