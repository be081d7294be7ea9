//! Claims of different articles that say the same, in groups.

use crate::claim::clause::ClaimKind;
use crate::compare::candidates::{candidates, of_one_deed};
use crate::compare::cluster::average_link;
use crate::compare::context::Context;
use crate::compare::corpus::Corpus;
use crate::compare::cut::Cuts;
use crate::compare::quotation::{QuoteView, Utterance};
use crate::compare::roles::{Held, Roles};
use crate::compare::similarity::{Overlap, Weights, overlap};
use crate::likeness::Likeness;
use std::collections::BTreeMap;

/// Two claims at least this alike may stand in one group.
const JOIN: f32 = 0.44;
/// The claims of a group are at least this alike on average.
const GROUP: f32 = 0.30;
/// What is left of the likeness of two claims that share names and numbers only.
const NAMES_ALONE: f32 = 0.6;

/// How sure it is at least that two claims with one telling value say the same.
const LEAST_BY_VALUE: f32 = 0.4;
/// What is left of it where one asserts and the other denies.
const TURNED: f32 = 0.6;

/// Claims of one group at most; of many articles, two of each.
const MOST_IN_A_GROUP: usize = 128;

/// Claims that speak of the same thing.
#[derive(Debug, Clone)]
pub(super) struct ClaimGroup {
    /// The claims' indices in the corpus, sorted.
    pub(super) claims: Vec<usize>,
    /// How alike they are on average, 0 to 1.
    pub(super) score: f32,
}

/// What is known of every pair of claims that may match.
pub(super) type Edges = BTreeMap<(usize, usize), Overlap>;

/// The pairs of claims among `claims` that share enough to be looked at.
pub(super) fn edges(corpus: &Corpus<'_>, claims: &[usize], weights: &Weights, cuts: &Cuts) -> Edges {
    candidates(corpus, claims, cuts)
        .into_iter()
        .map(|(a, b)| ((a, b), overlap(&corpus.claims[a].about, &corpus.claims[b].about, weights)))
        .filter(|(k, o)| o.count >= 2 && !is_role(corpus, k.0) && !is_role(corpus, k.1))
        .collect()
}

/// The pairs whose deeds are held against each other: `edges`, and those that share little else than a deed.
pub(super) fn deeds(corpus: &Corpus<'_>, claims: &[usize], edges: &Edges, weights: &Weights, cuts: &Cuts) -> Edges {
    let mut all = edges.clone();
    for (a, b) in of_one_deed(corpus, claims, cuts) {
        if !edges.contains_key(&(a, b)) && !is_role(corpus, a) && !is_role(corpus, b) {
            let o = overlap(&corpus.claims[a].about, &corpus.claims[b].about, weights);
            if o.count >= 2 {
                all.insert((a, b), o);
            }
        }
    }
    all
}

/// Claims that somebody holds a role are held against each other person by person.
fn is_role(corpus: &Corpus<'_>, claim: usize) -> bool {
    corpus.claims[claim].claim.kind == ClaimKind::Role
}

/// How alike two claims are for the purpose of joining them. Names and numbers alone say what two claims are about,
/// not that they say the same of it.
fn join_score(o: Overlap) -> f32 {
    if o.plain == 0 { o.score() * NAMES_ALONE } else { o.score() }
}

/// Groups of two or more claims of at least two articles.
pub(super) fn groups(corpus: &Corpus<'_>, claims: &[usize], edges: &Edges) -> Vec<ClaimGroup> {
    let turned = |(a, b): (usize, usize)| corpus.claims[a].claim.polarity != corpus.claims[b].claim.polarity;
    let mut strong: BTreeMap<(usize, usize), f32> = edges
        .iter()
        .map(|(&k, o)| (k, join_score(*o) * if turned(k) { TURNED } else { 1.0 }))
        .filter(|(_, s)| *s >= JOIN)
        .collect();
    let scores = strong.clone();
    let articles = claims.chunk_by(|&a, &b| corpus.claims[a].article == corpus.claims[b].article).count();
    let most = MOST_IN_A_GROUP.max(2 * articles);
    let mut groups = average_link(claims, &mut strong, (GROUP, most));
    groups.retain(|g| g.iter().any(|&c| corpus.claims[c].article != corpus.claims[g[0]].article));
    let of: BTreeMap<usize, usize> =
        groups.iter().enumerate().flat_map(|(n, g)| g.iter().map(move |&c| (c, n))).collect();
    let mut sums = vec![(0.0f32, 0.0f32); groups.len()];
    for (&(a, b), s) in &scores {
        if let Some(&n) = of.get(&a).filter(|n| of.get(&b) == Some(n)) {
            sums[n] = (sums[n].0 + s, sums[n].1 + 1.0);
        }
    }
    groups.into_iter().zip(sums).map(|(claims, (sum, n))| ClaimGroup { claims, score: sum / n.max(1.0) }).collect()
}

/// Joins claims that give one telling value: one that stands alone joins the other's group, two make a group.
/// `pairs` are claims of different articles with how alike what surrounds the value is, the likest first.
pub(super) fn join_by_values(ctx: &Context<'_>, groups: &mut Vec<ClaimGroup>, pairs: &[(usize, usize, f32)]) {
    let mut of: BTreeMap<usize, usize> = BTreeMap::new();
    for (g, group) in groups.iter().enumerate() {
        of.extend(group.claims.iter().map(|&c| (c, g)));
    }
    for &(a, b, likeness) in pairs.iter().filter(|(a, b, _)| !is_role(ctx.corpus, *a) && !is_role(ctx.corpus, *b)) {
        match (of.get(&a).copied(), of.get(&b).copied()) {
            // Each has a group for something else that it says: the smaller gives its claim to the other too.
            (Some(g), Some(h)) if g != h => {
                let size = |g: usize| groups[g].claims.len();
                let (kept, new) = if (size(g), h) >= (size(h), g) { (g, b) } else { (h, a) };
                if !groups[kept].claims.contains(&new) {
                    groups[kept].claims.push(new);
                    groups[kept].claims.sort_unstable();
                }
            }
            (Some(_), Some(_)) => {}
            (Some(g), None) | (None, Some(g)) => {
                let new = if of.contains_key(&a) { b } else { a };
                groups[g].claims.push(new);
                groups[g].claims.sort_unstable();
                of.insert(new, g);
            }
            (None, None) => {
                of.extend([(a, groups.len()), (b, groups.len())]);
                groups.push(ClaimGroup { claims: vec![a, b], score: likeness.clamp(LEAST_BY_VALUE, 1.0) });
            }
        }
    }
}

/// Groups of claims whose quotations are one utterance.
pub(super) fn quoted(ctx: &Context<'_>, quotes: &[QuoteView<'_>], utterances: &[Utterance]) -> Vec<ClaimGroup> {
    let mut edges: BTreeMap<(usize, usize), f32> =
        utterances.iter().map(|u| ((u.a, u.b), u.dice.max(u.contained))).collect();
    let all: Vec<usize> = (0..quotes.len()).collect();
    average_link(&all, &mut edges, (0.4, MOST_IN_A_GROUP))
        .into_iter()
        .filter(|g| g.len() > 1)
        .filter_map(|g| {
            let mut claims: Vec<usize> =
                g.iter().filter_map(|&q| ctx.claim_on(quotes[q].article, quotes[q].quote.span)).collect();
            claims.sort_unstable();
            claims.dedup();
            (claims.len() > 1).then_some(ClaimGroup { claims, score: 0.9 })
        })
        .collect()
}

/// Groups of claims that give one person the same role, person by person.
pub(super) fn roles(ctx: &Context<'_>, roles: &Roles<'_>) -> Vec<ClaimGroup> {
    let mut out = Vec::new();
    for of_one in roles.by_actor() {
        let mut groups: Vec<(&Held<'_>, Vec<usize>)> = Vec::new();
        for held in of_one {
            let span = held.role.span.to(held.role.mention);
            let claim = ctx.claim_on(held.article, span).filter(|&c| is_role(ctx.corpus, c));
            let Some(claim) = claim else { continue };
            let same = |r: &Held<'_>| matches!(roles.likeness(ctx, r, held), Likeness::Same | Likeness::Compatible);
            match groups.iter_mut().find(|(r, _)| same(r)) {
                Some((_, g)) => g.push(claim),
                None => groups.push((held, vec![claim])),
            }
        }
        for (_, mut claims) in groups {
            claims.sort_unstable();
            claims.dedup();
            if claims.iter().any(|&c| ctx.corpus.claims[c].article != ctx.corpus.claims[claims[0]].article) {
                // Who somebody is comes after what happened.
                out.push(ClaimGroup { claims, score: 0.4 });
            }
        }
    }
    out
}
