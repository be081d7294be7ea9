//! One slot of an event, two values: what two articles say of one thing in sentences that share little else.
//!
//! Every figure, date and place of an article is held against those of the same sort in each other article by the words
//! around it, near ones counting most. Two values are of one slot if each is, of all values of its sort in its article,
//! the one whose words are most like the other's (mutual nearest neighbours). They differ only if neither article also
//! gives the other's value (`differ`); a telling value that both give brings their claims together (`agree`).

mod agree;
mod differ;
mod slip;
mod value;

pub(super) use value::is_of_telling;

use crate::claim::quantity::{Quantity, QuantityKind};
use crate::compare::context::{Context, Mention};
use crate::compare::cut::{Cut, Cuts};
use crate::compare::facet::counted::{dimension, is_part, leaves_out, of_one_sense};
use crate::compare::facet::date::{agree, is_of_another};
use crate::compare::facet::place::Map;
use crate::compare::facet::scope;
use crate::compare::facet::slot::value::{Filler, Sort, Value, mark_lone, values_of};
use crate::compare::join::by_keys;
use crate::compare::similarity::{Overlap, Weights, overlap};
use crate::compare::vocabulary::{Term, TermId};
use crate::date::PartialDate;
use crate::lexicon::List;
use crate::likeness::Likeness;
use std::collections::BTreeMap;

/// What is left of the likeness of two dates of which one is to come and the other past.
const OTHER_TIME: f32 = 0.7;
/// Values on each side of one, of its sort, in which its article is looked through for another.
const REACH: usize = 256;
/// Values that share a word with more values than this are not paired by it.
const MAX_VALUES_A_KEY: usize = 48;

/// The values of a cluster, and how alike the words around those are that may be of one slot.
pub(crate) struct Slots<'c> {
    values: Vec<Value<'c>>,
    /// By pairs of values: what the words around them share, and how alike they are.
    likes: BTreeMap<(usize, usize), (Overlap, f32)>,
    /// The values of one sort of one article, in text order.
    of_sort: BTreeMap<(usize, Sort), Vec<usize>>,
    /// Of each value, how like its best match in each other article is.
    best: BTreeMap<(usize, usize), f32>,
}

impl<'c> Slots<'c> {
    /// Reads the values off the articles. Cost: O(values × candidates of each).
    pub(crate) fn new(ctx: &Context<'c>, articles: &[usize], weights: &Weights, map: &Map) -> Self {
        let values: Vec<Value<'_>> = articles
            .iter()
            .flat_map(|&a| {
                let mut of_one = values_of(ctx, a, map);
                mark_lone(ctx, &mut of_one);
                of_one
            })
            .collect();
        let mut likes: BTreeMap<(usize, usize), (Overlap, f32)> = BTreeMap::new();
        for (i, j) in candidates(&values, &ctx.cuts) {
            if comparable(ctx, &values[i], &values[j]) {
                let o = overlap(&values[i].near, &values[j].near, weights);
                let time = if of_one_time(ctx, &values[i], &values[j]) { 1.0 } else { OTHER_TIME };
                likes.insert((i, j), (o, o.score() * time));
            }
        }
        let mut best: BTreeMap<(usize, usize), f32> = BTreeMap::new();
        for (&(i, j), &(_, score)) in &likes {
            for (x, y) in [(i, j), (j, i)] {
                let b = best.entry((x, values[y].article)).or_insert(0.0);
                *b = b.max(score);
            }
        }
        let mut of_sort: BTreeMap<(usize, Sort), Vec<usize>> = BTreeMap::new();
        for (i, v) in values.iter().enumerate() {
            of_sort.entry((v.article, v.filler.sort_of())).or_default().push(i);
        }
        Self { values, likes, of_sort, best }
    }

    /// The values of the sort of `w` in its article, itself among them: of very many those that stand nearest to it.
    fn beside(&self, w: usize) -> impl Iterator<Item = (usize, &Value<'c>)> {
        let own = &self.values[w];
        let all = self.of_sort.get(&(own.article, own.filler.sort_of())).map_or(&[][..], Vec::as_slice);
        let at = all.partition_point(|&i| i < w);
        let near = at.saturating_sub(REACH)..(at + REACH).min(all.len());
        all.get(near).unwrap_or(&[]).iter().map(|&i| (i, &self.values[i]))
    }

    /// Whether `z` may be of the slot of `v`: for a place, among words at least this much like those around `v`.
    fn may_be_of_slot(&self, z: usize, v: usize, least: f32) -> bool {
        let spot = matches!(self.values[v].filler, Filler::Spot(_));
        let like = self.likes.get(&(z.min(v), z.max(v))).map_or(0.0, |(_, score)| *score);
        !spot || like >= least
    }

    /// Whether each of two values is the other's best match.
    fn mutual(&self, i: usize, j: usize, score: f32) -> bool {
        let best = |x: usize, y: usize| self.best.get(&(x, self.values[y].article)).copied().unwrap_or(0.0);
        score >= best(i, j) && score >= best(j, i)
    }
}

/// Whether two dates are both to come or both past when their articles appear: what is to come is another thing than
/// what has been, unless it is said to be one.
fn of_one_time(ctx: &Context<'_>, x: &Value<'_>, y: &Value<'_>) -> bool {
    let ahead = |v: &Value<'_>| {
        let Filler::Day(d) = v.filler else { return None };
        let day = d.value.as_ref().and_then(|d| d.days());
        ctx.published_on(v.article).zip(day).map(|(published, (day, _))| day > published)
    };
    ahead(x) == ahead(y)
}

/// Pairs of values of different articles and one sort that share a word or are one.
fn candidates(values: &[Value<'_>], cuts: &Cuts) -> Vec<(usize, usize)> {
    let mut keyed: Vec<((Sort, TermId), usize)> = Vec::new();
    for (i, v) in values.iter().enumerate() {
        keyed.extend(v.near.iter().flat_map(Term::keys).chain(v.key).map(|k| ((v.filler.sort_of(), k), i)));
    }
    let mut out = Vec::new();
    let too_many = |list: &[((Sort, TermId), usize)]| cuts.add(Cut::Values, list.iter().map(|&(_, i)| i));
    by_keys(keyed, values.len(), MAX_VALUES_A_KEY, too_many, |i, others| {
        out.extend(others.iter().filter(|&&j| values[j].article != values[i].article).map(|&j| (i, j)));
    });
    out
}

/// Whether two values measure in one way, so that they could fill one slot.
fn comparable(ctx: &Context<'_>, x: &Value<'_>, y: &Value<'_>) -> bool {
    match (x.filler, y.filler) {
        (Filler::Amount(p), Filler::Amount(q)) => {
            let per = p.per.is_some() && q.per.is_some() && p.per != q.per;
            if p.kind != q.kind
                || per
                || leaves_out(p) != leaves_out(q)
                || p.kind == QuantityKind::Money && p.unit != q.unit
            {
                return false;
            }
            if p.kind == QuantityKind::Duration && p.unit != q.unit {
                return false;
            }
            // Of several sums a total is held against a total.
            if x.total != y.total && !(x.alone && y.alone) {
                return false;
            }
            let along = |v: &Value<'_>, q: &Quantity| dimension(ctx, v.article, q);
            let other_dimension =
                p.kind == QuantityKind::Distance && along(x, p).zip(along(y, q)).is_some_and(|(a, b)| a != b);
            if other_dimension || p.kind == QuantityKind::Count && is_part((p, &x.noun), (q, &y.noun)) {
                return false;
            }
            let states = p.state.is_some() && q.state.is_some() && p.state != q.state;
            let reckoned = matches!(p.kind, QuantityKind::Percent | QuantityKind::Magnitude);
            !states
                && (p.kind != QuantityKind::Count || same_noun(x, y) || of_people(ctx, p, q))
                && !scope::differs(ctx, (x.claim, x.span), (y.claim, y.span))
                && !(reckoned && scope::is_other_reckoning(ctx, x.claim, y.claim))
        }
        (Filler::Day(p), Filler::Day(q)) => {
            let one_grain =
                |(p, q): (&PartialDate, &PartialDate)| p.grain() == q.grain() && p.is_interval() == q.is_interval();
            p.value.as_ref().zip(q.value.as_ref()).is_some_and(one_grain)
                && is_of_another(ctx, x.article, x.span) == is_of_another(ctx, y.article, y.span)
        }
        (Filler::Spot(_), Filler::Spot(_)) => true,
        _ => false,
    }
}

/// Whether two counts count one thing: one noun, or nouns of one sense.
fn same_noun(x: &Value<'_>, y: &Value<'_>) -> bool {
    of_one_sense(&x.noun, &y.noun)
}

fn likeness(ctx: &Context<'_>, x: &Value<'_>, y: &Value<'_>, map: &Map) -> Likeness {
    match (x.filler, y.filler) {
        (Filler::Amount(p), Filler::Amount(q)) => {
            let bare = |q: &Quantity| Quantity { noun: None, state: None, ..q.clone() };
            bare(p).likeness(&bare(q))
        }
        (Filler::Day(p), Filler::Day(q)) => {
            if agree(p, q, ctx.lexicon) {
                Likeness::Compatible
            } else {
                Likeness::Different
            }
        }
        (Filler::Spot(p), Filler::Spot(q)) => {
            if map.may_be_one(ctx, (x.article, p), (y.article, q)) || names(ctx, x, q) || names(ctx, y, p) {
                Likeness::Compatible
            } else {
                Likeness::Different
            }
        }
        _ => Likeness::Unknown,
    }
}

/// Whether the sentence of a place names this one too.
fn names(ctx: &Context<'_>, v: &Value<'_>, place: Mention) -> bool {
    let sentence = ctx.corpus.articles[v.article].doc.sentences.get(ctx.corpus.claims[v.claim].sentence);
    sentence.is_some_and(|s| ctx.mentions_in(v.article, s.span).any(|m| m.actor == place.actor))
}

/// Whether `z` states what `v` does, of what may be the same thing.
fn states(ctx: &Context<'_>, z: &Value<'_>, v: &Value<'_>, map: &Map) -> bool {
    if !comparable(ctx, z, v) {
        return false;
    }
    match (z.filler, v.filler) {
        (Filler::Spot(p), Filler::Spot(q)) => map.part_of(p.actor, q.actor),
        _ => matches!(likeness(ctx, z, v, map), Likeness::Same | Likeness::Compatible),
    }
}

/// Whether both count people, at least one in a word for anybody (`15 students`, `17 people`).
fn of_people(ctx: &Context<'_>, p: &Quantity, q: &Quantity) -> bool {
    let anybody = |n: &str| n == "person";
    let person = |n: &str| {
        anybody(n)
            || ctx.lexicon.entry(List::SpeakerNoun, n).is_some_and(|e| e.field(1) == "p")
            || ctx.lexicon.entry(List::Demonym, n).is_some()
    };
    let nouns = p.noun.as_deref().zip(q.noun.as_deref());
    nouns.is_some_and(|(m, n)| (anybody(m) || anybody(n)) && person(m) && person(n))
}
