//! One deed that two articles tell with one verb, or another of its sense, of one thing: `the children were found in the
//! cellar`, `firefighters discovered the children in the attic`.
//!
//! Claims are brought together by their verb and by what it is done to, or who does it where it is done to nothing, whatever
//! else they share; this is the frame of frame semantics (Fillmore, 1976) as far as words in order show it. Where, when, and
//! whether it was so is then held against each other. An article that gives two values for one frame tells of two deeds, and is
//! left out.

use crate::claim::clause::{Certainty, ClaimKind, Polarity, Predicate};
use crate::claim::quantity::{Quantity, QuantityKind};
use crate::claim::timex::DateMention;
use crate::compare::context::{Context, Mention};
use crate::compare::cut::Cut;
use crate::compare::draft::{PairDifference, Side};
use crate::compare::facet::actor::{self, Deed};
use crate::compare::facet::counted::{is_part, leaves_out, noun, of_one_sense};
use crate::compare::facet::date::{comes_after, of_one_day};
use crate::compare::facet::deed::{Known, groups};
use crate::compare::facet::elapsed::falls_within;
use crate::compare::facet::first::is_first;
use crate::compare::facet::happening::OTHERS;
use crate::compare::facet::moment::{of_two_days, times, two_clocks, two_days};
use crate::compare::facet::place::{Map, spots as place_spots};
use crate::compare::facet::quantity::{of_figures, quantities};
use crate::compare::facet::scope;
use crate::compare::facet::sole;
use crate::compare::facet::spot::{Spot, spots_or_then, two_spots};
use crate::compare::facet::stance::{
    denies_nothing, denies_time, governs, hedged_of, is_able, is_ahead, is_charge, is_condition, is_undecided,
};
use crate::compare::facet::theme::{Who, theme};
use crate::compare::facet::toll::is_background;
use crate::compare::finding::Facet;
use crate::compare::vocabulary::{Term, TermId};
use crate::lexicon::List;
use crate::likeness::Likeness;
use crate::text::fold::fold;
use crate::text::sentence::Part;
use crate::text::span::Span;
use crate::text::token::Token;
use std::collections::{BTreeMap, BTreeSet};

/// Frames told more often than this tell nothing.
const MOST: usize = 48;

/// How many times one count may be the other.
const MAX_RATIO: f64 = 4.0;

/// How much a verb and the words for what it is done to tell together, at least.
const TELLING: f32 = 1.0;

/// What a telling says of its deed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Of {
    Clock,
    Day,
    Place,
    Doer,
    Count,
    Denial,
    Doubt,
}

/// What is done: a sense of the verb, or a frame of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Done<'c> {
    Sense(TermId),
    Frame(&'c str),
}

/// Whether those who are counted do it or have it done to them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Share {
    Doer,
    Theme,
}

/// What a deed is done to, or who does it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Head {
    Actor(usize),
    Noun(TermId),
}

/// A claim with what it tells of its deed.
struct Told<'c> {
    article: usize,
    claim: usize,
    theme: Who<'c>,
    doer: Option<Deed<'c>>,
    /// The groups that the doer may belong to.
    groups: BTreeSet<&'c str>,
    /// Whether it is put forward that it was so.
    sure: bool,
    clock: Option<(u16, Span)>,
    day: Option<&'c DateMention>,
    spots: Vec<Spot<'c>>,
    /// How many did it, or had it done to them.
    count: Option<(Share, &'c Quantity)>,
}

/// The differences between articles that tell one deed. Cost: O(tokens), and for each frame O(tellings²), capped.
pub(crate) fn differences<'c>(
    ctx: &'c Context<'_>,
    articles: &[usize],
    known: &Known<'c>,
    map: &Map,
) -> Vec<PairDifference> {
    let mut keyed: Vec<((Done<'_>, Head), usize)> = Vec::new();
    for &a in articles {
        for c in ctx.corpus.articles[a].claims.clone().filter(|&c| is_telling(ctx, c)) {
            keyed.extend(keys(ctx, c).into_iter().map(|k| (k, c)));
        }
    }
    keyed.sort_unstable();
    keyed.dedup();
    let article = |x: &((Done<'_>, Head), usize)| ctx.corpus.claims[x.1].article;
    let of_several = |list: &[((Done<'_>, Head), usize)]| {
        let several = list.iter().any(|x| article(x) != article(&list[0]));
        if several && list.len() > MOST {
            ctx.cuts.add(Cut::Frames, list.iter().map(|x| x.1));
        }
        several && list.len() <= MOST
    };
    let frames: Vec<&[_]> = keyed.chunk_by(|x, y| x.0 == y.0).filter(|l| of_several(l)).collect();
    let mut concerned: Vec<usize> = frames.iter().flat_map(|l| l.iter().map(|x| x.1)).collect();
    concerned.sort_unstable();
    concerned.dedup();
    let named: BTreeMap<usize, Vec<Mention>> = articles.iter().map(|&a| (a, place_spots(ctx, a))).collect();
    let all: BTreeMap<usize, Told<'_>> =
        concerned.into_iter().filter_map(|c| Some((c, told(ctx, c, &named, known)?))).collect();
    let mut out = Vec::new();
    for frame in frames {
        let here: Vec<&Told<'_>> = frame.iter().filter_map(|x| all.get(&x.1)).collect();
        for of in [Of::Clock, Of::Day, Of::Place, Of::Doer, Of::Count, Of::Denial, Of::Doubt] {
            compare(ctx, articles, &here, of, map, &mut out);
        }
    }
    // A frame is met by each sense of its words.
    out.sort_by_key(|p| (p.facet, p.a, p.b));
    out.dedup_by_key(|p| (p.facet, p.a, p.b));
    out
}

/// The differences between the tellings of one frame in one respect.
fn compare(
    ctx: &Context<'_>,
    articles: &[usize],
    here: &[&Told<'_>],
    of: Of,
    map: &Map,
    out: &mut Vec<PairDifference>,
) {
    let given = |t: &Told<'_>| match of {
        Of::Clock => t.sure && t.clock.is_some(),
        Of::Day => t.sure && t.day.is_some(),
        Of::Place => t.sure && !t.spots.is_empty(),
        Of::Doer => t.sure && t.doer.is_some(),
        Of::Count => t.sure && t.count.is_some(),
        Of::Denial | Of::Doubt => true,
    };
    let told = |a: usize| {
        here.iter()
            .enumerate()
            .filter(move |(_, t)| t.article == a && given(t))
            .map(|(n, _)| ((), n))
            .collect::<Vec<_>>()
    };
    let differ = |x: usize, y: usize| apart(ctx, here[x], here[y], of, map).is_some();
    for given in sole::values(articles, told, differ).into_values() {
        for (i, &x) in given.iter().enumerate() {
            for &y in given.iter().skip(i + 1).filter(|&&y| is_one(ctx, here[x], here[y], of)) {
                if let Some((p, q)) = apart(ctx, here[x], here[y], of, map) {
                    out.push(difference(ctx, (here[x], p), (here[y], q), of));
                }
            }
        }
    }
}

fn difference(ctx: &Context<'_>, (x, p): (&Told<'_>, Span), (y, q): (&Told<'_>, Span), of: Of) -> PairDifference {
    if let (Of::Count, Some((_, v)), Some((_, w))) = (of, x.count, y.count) {
        let days = ctx.published_on(x.article).zip(ctx.published_on(y.article));
        // Later articles count more.
        let grown = days.zip(v.high().zip(w.high())).is_some_and(|((p, q), (m, n))| p < q && m < n || q < p && n < m);
        let figures = of_figures(ctx, (x.claim, v), (y.claim, w), None, 0.6);
        return PairDifference { update: figures.update || grown, ..figures };
    }
    let text = |t: &Told<'_>, s: Span| s.of(ctx.corpus.articles[t.article].doc.text).to_owned();
    let claim = |t: &Told<'_>| ctx.corpus.claims[t.claim].claim;
    let reason = match of {
        Of::Denial => {
            let denied = if claim(x).polarity == Polarity::Negative { x } else { y };
            format!("one article denies what the other asserts: “{}”", claim(denied).text)
        }
        Of::Doubt => {
            let hedged = hedged_of(claim(x), claim(y)).map_or("", |c| c.text.as_str());
            format!("one article states as fact what the other does not: “{hedged}”")
        }
        _ => format!("“{}” in one article, “{}” in the other", text(x, p), text(y, q)),
    };
    let facet = match of {
        Of::Clock | Of::Day => Facet::Date,
        Of::Place => Facet::Place,
        Of::Doer => Facet::Actor,
        Of::Count => Facet::Quantity,
        Of::Denial => Facet::Polarity,
        Of::Doubt => Facet::Certainty,
    };
    PairDifference {
        facet,
        a: Side { article: x.article, claim: x.claim, span: p },
        b: Side { article: y.article, claim: y.claim, span: q },
        reason,
        update: false,
        score: 0.6,
        topic: 0,
    }
}

/// Whether two tellings of one frame tell of one deed: of one thing, by doers who may be one, and at one time.
fn is_one(ctx: &Context<'_>, x: &Told<'_>, y: &Told<'_>, of: Of) -> bool {
    let (a, b) = (x.claim, y.claim);
    let open = is_undecided(ctx, a) || is_undecided(ctx, b);
    let time = is_background(ctx, a) == is_background(ctx, b) && (open || is_ahead(ctx, a) == is_ahead(ctx, b));
    time && if of == Of::Count { x.theme.is_but_for_values(&y.theme) } else { x.theme.is(&y.theme) }
}

/// The two values in which two tellings differ.
fn apart(ctx: &Context<'_>, x: &Told<'_>, y: &Told<'_>, of: Of, map: &Map) -> Option<(Span, Span)> {
    let doers = x.doer.as_ref().zip(y.doer.as_ref());
    if of != Of::Doer && doers.is_some_and(|(p, q)| actor::apart(ctx, p, q) || x.is_of_other_group(y)) {
        return None;
    }
    let whole = |t: &Told<'_>| ctx.corpus.claims[t.claim].claim.span;
    match of {
        Of::Doer => {
            let (p, q) = doers.filter(|(p, q)| {
                let done = [x, y].iter().all(|t| !is_able(ctx, t.claim));
                let own = [p, q].iter().all(|d| !d.is_ours(ctx) && !actor::shared(ctx, d));
                // `is the governor` tells of no deed, and of two people it is true of both.
                let does = |d: &Deed<'_>| d.claim.predicate.as_ref().is_some_and(|v| v.lemma != "be");
                let named = [p, q].iter().all(|d| does(d) && !d.doer_actors.is_empty());
                let two = x.is_of_other_group(y) && !actor::may_be_one(ctx, p, q) || named && actor::apart(ctx, p, q);
                done && own && two
            })?;
            Some((p.doer.to(p.deed), q.doer.to(q.deed)))
        }
        Of::Count => {
            let ((p, v), (q, w)) = x.count.zip(y.count)?;
            let nouns = |t: &Told<'_>, n: &Quantity| noun(ctx, t.article, t.claim, n);
            let (of_v, of_w) = (nouns(x, v), nouns(y, w));
            let one = p == q && (v.noun == w.noun || of_one_sense(&of_v, &of_w));
            let far = v.high().zip(w.high()).is_none_or(|(m, n)| m.max(n) > MAX_RATIO * m.min(n));
            let two = one && v.likeness(w) == Likeness::Different;
            // Within one article, two counts tell of two deeds.
            let told = || {
                !far && !is_part((v, &of_v), (w, &of_w))
                    && !of_two_days(ctx, x.claim, y.claim)
                    && !scope::differs(ctx, (x.claim, v.span), (y.claim, w.span))
                    && !gives(ctx, x.article, w)
                    && !gives(ctx, y.article, v)
            };
            (two && (x.article == y.article || told())).then_some((v.span, w.span))
        }
        Of::Denial => {
            let negative = |t: &Told<'_>| ctx.corpus.claims[t.claim].claim.polarity == Polarity::Negative;
            let (no, yes) = match (negative(x), negative(y)) {
                (true, false) => (x, y),
                (false, true) => (y, x),
                _ => return None,
            };
            (yes.sure && is_denied(ctx, no.claim, yes.claim) && adds_nothing(ctx, no.claim, yes.claim))
                .then(|| (whole(x), whole(y)))
        }
        Of::Doubt => {
            let claim = |t: &Told<'_>| ctx.corpus.claims[t.claim].claim;
            let hedged = hedged_of(claim(x), claim(y))?;
            let (doubt, fact) = if std::ptr::eq(hedged, claim(x)) { (x, y) } else { (y, x) };
            // What a word outside it hedges (`warned that`) is somebody's word.
            hedged.hedge.filter(|h| hedged.span.covers(*h))?;
            let one = claim(x).polarity == claim(y).polarity
                && (!is_able(ctx, doubt.claim)
                    || is_believed(ctx, doubt.claim)
                    || is_undecided(ctx, doubt.claim) && is_ahead(ctx, fact.claim))
                && !is_charge(claim(x))
                && !is_charge(claim(y));
            (one && !is_condition(ctx, x.claim)
                && !is_condition(ctx, y.claim)
                && adds_nothing(ctx, doubt.claim, fact.claim))
            .then(|| (whole(x), whole(y)))
        }
        Of::Clock if of_two_days(ctx, x.claim, y.claim) => None,
        Of::Clock => x.clock.zip(y.clock).and_then(|(p, q)| two_clocks(p, q)),
        Of::Day => x.day.zip(y.day).and_then(|(p, q)| two_days(ctx, (x.article, p), (y.article, q))),
        Of::Place if !of_one_day(ctx, x.claim, y.claim) => None,
        Of::Place => two_spots(ctx, (x.article, &x.spots), (y.article, &y.spots), map, false),
    }
}

/// Whether something is held to be so (`is believed to be extinct`), and not looked ahead to (`is expected to`).
fn is_believed(ctx: &Context<'_>, claim: usize) -> bool {
    let view = &ctx.corpus.claims[claim];
    let doc = &ctx.corpus.articles[view.article].doc;
    let cue = view.claim.hedge.map_or(&[][..], |h| ctx.corpus.articles[view.article].tokens(h));
    let held = |t: &Token| t.lists.has(List::ReportingVerb) && !t.lists.has(List::ForwardWord);
    matches!(cue, [verb, to] if held(verb) && to.of(doc.text) == "to")
}

/// Whether one claim denies what another tells, by a word that bears on its verb.
fn is_denied(ctx: &Context<'_>, no: usize, yes: usize) -> bool {
    let both_first = is_first(ctx, no) && is_first(ctx, yes);
    let later = comes_after(ctx, yes, ctx.corpus.claims[no].article);
    governs(ctx, no) && !both_first && !later && !denies_time(ctx, no, yes) && !denies_nothing(ctx, no, yes)
}

impl Told<'_> {
    /// Whether the doers are of two groups that have nothing in common.
    fn is_of_other_group(&self, other: &Self) -> bool {
        !self.groups.is_empty() && !other.groups.is_empty() && self.groups.is_disjoint(&other.groups)
    }
}

/// Whether all that a claim tells beside its verb stands in the other too: what is denied or doubted is then not what
/// it adds (`was not hit by the train`, `was hit by a car`).
pub(super) fn adds_nothing(ctx: &Context<'_>, claim: usize, other: usize) -> bool {
    let told = &ctx.corpus.claims[other].about;
    let view = &ctx.corpus.claims[claim];
    let source: Vec<Span> = view.claim.chain.iter().map(|hop| hop.span).collect();
    // A day up to which there was none is no thing of its own if the other tells of a day before.
    let timed = falls_within(ctx, claim, other);
    let own = view.terms.iter().filter(|t| !(timed && t.value || source.iter().any(|s| s.covers(t.span))));
    own.filter(|t| !view.claim.hedge.is_some_and(|h| h.overlaps(t.span)))
        .all(|t| told.iter().any(|u| t.likeness(u) > 0.0))
}

/// Whether a claim tells that something was done, once as far as its words show.
fn is_telling(ctx: &Context<'_>, claim: usize) -> bool {
    let view = &ctx.corpus.claims[claim];
    let doc = &ctx.corpus.articles[view.article].doc;
    // `found that the dam was unsafe` says what was found, `found the boy` whom.
    let object = view.claim.object.is_some();
    let says = |p: &Predicate| !object && !p.passive && ctx.lexicon.entry(List::ReportingVerb, &p.lemma).is_some();
    !view.of_address
        && view.claim.kind == ClaimKind::Statement
        && view.claim.part == Part::Prose
        && view.claim.predicate.as_ref().is_some_and(|p| !says(p))
        && !ctx.corpus.articles[view.article].tokens(view.claim.span).iter().any(|t| t.is_any(doc.text, &OTHERS))
}

/// The words of a claim's verb, or of what it says that something is (`is extinct`).
fn what_is_said<'c>(ctx: &'c Context<'_>, claim: usize) -> &'c [Term] {
    let view = &ctx.corpus.claims[claim];
    let be = view.claim.predicate.as_ref().filter(|p| p.lemma == "be" && !p.passive);
    let complement = be.and(view.claim.object).map(|o| ctx.terms_in(claim, o));
    match complement {
        Some([.., last]) if !last.value && !last.named => complement.unwrap_or(&[]),
        _ => ctx.verb_terms(claim),
    }
}

/// The frames of a claim: each sense of its verb with each of what it is done to.
fn keys<'c>(ctx: &'c Context<'_>, claim: usize) -> Vec<(Done<'c>, Head)> {
    let Some(theme) = theme(ctx, claim) else { return Vec::new() };
    let said = what_is_said(ctx, claim);
    let weight = |terms: &[Term]| terms.iter().map(|t| t.base).sum::<f32>();
    let heads: Vec<Head> = match (theme.actor, theme.head()) {
        (Some(actor), _) => vec![Head::Actor(actor)],
        (None, Some(noun)) if weight(theme.terms) + weight(said) >= TELLING => noun.keys().map(Head::Noun).collect(),
        _ => return Vec::new(),
    };
    let senses = said.iter().flat_map(|t| t.keys()).map(Done::Sense);
    senses.chain(listed(ctx, claim)).flat_map(|d| heads.iter().map(move |h| (d, *h))).collect()
}

/// The frames of the list that a claim's verb stands in.
fn listed<'c>(ctx: &'c Context<'_>, claim: usize) -> impl Iterator<Item = Done<'c>> {
    let view = &ctx.corpus.claims[claim];
    let doc = &ctx.corpus.articles[view.article].doc;
    let verb = view.claim.predicate.as_ref().map(|p| p.span);
    let tokens = verb.map_or(0..0, |v| doc.token_at(v.start())..doc.token_from(v.end()));
    // The verb itself is the last of its words.
    let found = tokens.rev().find_map(|i| {
        let m = ctx.lexicon.match_at(List::Frame, doc.text, &doc.tokens, i)?;
        Some(doc.tokens.get(i)?.span.to(doc.tokens.get((i + m.len).checked_sub(1)?)?.span))
    });
    let lines = found.map_or_else(Vec::new, |span| ctx.lexicon.lines_of(List::Frame, &fold(span.of(doc.text))));
    lines.into_iter().map(|(_, e)| Done::Frame(e.field(2)))
}

fn told<'c>(
    ctx: &'c Context<'_>,
    claim: usize,
    named: &BTreeMap<usize, Vec<Mention>>,
    known: &Known<'c>,
) -> Option<Told<'c>> {
    let view = &ctx.corpus.claims[claim];
    let verb = view.claim.predicate.as_ref()?;
    let doc = &ctx.corpus.articles[view.article].doc;
    let doer = Deed::any(ctx, claim);
    let (clock, day) = times(ctx, claim, false);
    let at = (doc.token_at(verb.span.start()), doc.token_from(verb.span.end()));
    let named = named.get(&view.article).map_or(&[][..], Vec::as_slice);
    Some(Told {
        article: view.article,
        claim,
        theme: theme(ctx, claim)?,
        groups: doer.as_ref().map_or_else(BTreeSet::new, |d| groups(ctx, known, d)),
        doer,
        sure: view.claim.polarity == Polarity::Positive
            && matches!(view.claim.certainty, Certainty::Asserted | Certainty::Reported),
        count: counted(ctx, claim),
        clock,
        day,
        spots: spots_or_then(ctx, claim, at, named, true),
    })
}

/// Whether an article gives a count of just these, wherever.
fn gives(ctx: &Context<'_>, article: usize, q: &Quantity) -> bool {
    let all = &ctx.corpus.articles[article].found.quantities;
    all.iter().any(|o| o.noun == q.noun && matches!(o.likeness(q), Likeness::Same | Likeness::Compatible))
}

/// How many a claim says did its deed, or had it done to them, if it counts them once.
fn counted<'c>(ctx: &'c Context<'_>, claim: usize) -> Option<(Share, &'c Quantity)> {
    let c = ctx.corpus.claims[claim].claim;
    let passive = c.predicate.as_ref()?.passive;
    let counts = |s: Span| {
        let inside = move |q: &&&Quantity| s.covers(q.span) && q.kind == QuantityKind::Count && q.per.is_none();
        quantities(ctx, claim).iter().filter(move |q| inside(q) && q.value.is_some() && !leaves_out(q))
    };
    let only = |s: Span, share: Share| {
        let mut all = counts(s);
        let one = all.next()?;
        all.next().is_none().then_some((share, *one))
    };
    match c.object.filter(|_| !passive) {
        Some(object) => only(object, Share::Theme).or_else(|| only(c.subject?, Share::Doer)),
        None => only(c.subject?, Share::Theme),
    }
}
