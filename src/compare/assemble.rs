//! Findings made of groups and differences, named, scored and put in the order in which an editor would read them.

use crate::compare::align::ClaimGroup;
use crate::compare::context::Context;
use crate::compare::draft::{Gathered, Side};
use crate::compare::finding::{Difference, Facet, FacetValue, Finding, FindingKind};
use crate::compare::single;
use crate::text::fold::single_spaced;
use crate::text::sentence::Part;
use crate::text::span::Span;
use std::collections::{BTreeMap, BTreeSet};

/// The findings of one event.
pub(super) fn findings(
    ctx: &Context<'_>,
    cluster: &[usize],
    differences: Vec<Gathered>,
    groups: Vec<ClaimGroup>,
    event: &[(usize, f32)],
    supported: &BTreeSet<usize>,
) -> Vec<Finding> {
    let mut out = Vec::new();
    // Claims that some other article speaks of too.
    let mut shared: BTreeSet<usize> = BTreeSet::new();
    let mut parted = Parted::default();
    for (n, d) in differences.iter().enumerate() {
        if !matches!(d.facet, Facet::Spelling | Facet::Role) {
            for x in &d.sides {
                shared.insert(x.claim);
                parted.of_claim.entry(x.claim).or_default().push(n);
            }
        }
        out.push(divergence(ctx, d));
    }
    for g in groups {
        shared.extend(g.claims.iter().copied());
        // Claims that differ in some facet do not agree: each is kept only with those it does not differ from.
        let kept = parted.without(&g.claims, |c| ctx.corpus.claims[c].article);
        if articles_of(ctx, &kept).len() > 1 {
            out.push(plain(ctx, cluster, FindingKind::Agreement, kept, g.score));
        }
    }
    if cluster.len() > 2 {
        let claims = strongest_first(ctx, event);
        let articles = articles_of(ctx, &claims).len();
        if articles > 1 {
            let lead = claims.first().map_or("", |c| ctx.corpus.claims[*c].claim.text.as_str());
            let summary =
                format!("{articles} of {} articles report this event: {}", cluster.len(), single_spaced(lead));
            let f = plain(ctx, cluster, FindingKind::Agreement, claims, 0.5);
            out.push(Finding { event: true, summary, ..f });
        }
    }
    for &a in cluster {
        for c in ctx.corpus.articles[a].claims.clone() {
            if shared.contains(&c) || supported.contains(&c) {
                continue;
            }
            if let Some(score) = single::rank(ctx, c) {
                out.push(plain(ctx, cluster, FindingKind::SingleSource, vec![c], score));
            }
        }
    }
    out
}

/// Which differences a claim is a side of: claims of different articles that are sides of one do not agree.
#[derive(Default)]
struct Parted {
    of_claim: BTreeMap<usize, Vec<usize>>,
}

impl Parted {
    /// The first of `claims`, and each further one that differs from none kept before it. Cost: O(sides of the claims).
    fn without(&self, claims: &[usize], article: impl Fn(usize) -> usize) -> Vec<usize> {
        // Of each difference met the article of its sides, `None` if there are several.
        let mut met: BTreeMap<usize, Option<usize>> = BTreeMap::new();
        let mut kept = Vec::new();
        for &c in claims {
            let (own, here) = (self.of_claim.get(&c).map_or(&[][..], Vec::as_slice), Some(article(c)));
            if own.iter().all(|d| met.get(d).is_none_or(|a| *a == here)) {
                kept.push(c);
                for &d in own {
                    met.entry(d).and_modify(|a| *a = a.filter(|a| Some(*a) == here)).or_insert(here);
                }
            }
        }
        kept
    }
}

/// The claims that speak of the event, the most telling first; what stands at the head of an article tells most.
fn strongest_first(ctx: &Context<'_>, event: &[(usize, f32)]) -> Vec<usize> {
    let mut event: Vec<(f32, usize)> = event
        .iter()
        .map(|&(c, strength)| {
            let view = &ctx.corpus.claims[c];
            let lead = view.sentence < 3 && view.claim.part == Part::Prose;
            (if lead { strength * 1.5 } else { strength }, c)
        })
        .collect();
    event.sort_by(|x, y| y.0.total_cmp(&x.0).then(x.1.cmp(&y.1)));
    event.into_iter().map(|(_, c)| c).collect()
}

fn articles_of(ctx: &Context<'_>, claims: &[usize]) -> BTreeSet<usize> {
    claims.iter().map(|&c| ctx.corpus.claims[c].article).collect()
}

fn plain(ctx: &Context<'_>, cluster: &[usize], kind: FindingKind, claims: Vec<usize>, score: f32) -> Finding {
    let articles = articles_of(ctx, &claims);
    let text = claims.first().map_or("", |&c| ctx.corpus.claims[c].claim.text.as_str());
    let line = single_spaced(text);
    let summary = match kind {
        FindingKind::SingleSource => line,
        _ => format!("{} of {} articles: {line}", articles.len(), cluster.len()),
    };
    let ids: Vec<String> = claims.iter().map(|&c| ctx.corpus.claims[c].claim.id.clone()).collect();
    finding(kind, ids, score, summary, Vec::new(), articles.len())
}

fn divergence(ctx: &Context<'_>, d: &Gathered) -> Finding {
    let value = |s: &Side| FacetValue {
        claim: ctx.corpus.claims[s.claim].claim.id.clone(),
        text: text_of(ctx, s.article, s.span).to_owned(),
        span: s.span,
    };
    let values: Vec<FacetValue> = d.sides.iter().map(value).collect();
    let mut claims: Vec<usize> = d.sides.iter().map(|s| s.claim).collect();
    claims.dedup();
    let articles = articles_of(ctx, &claims).len();
    let ids = claims.iter().map(|&c| ctx.corpus.claims[c].claim.id.clone()).collect();
    let difference = Difference { facet: d.facet, values, update: d.update, reason: d.reason.clone() };
    finding(FindingKind::Divergence, ids, d.score, d.reason.clone(), vec![difference], articles)
}

fn finding(
    kind: FindingKind,
    claims: Vec<String>,
    score: f32,
    summary: String,
    facets: Vec<Difference>,
    sources: usize,
) -> Finding {
    let facet = facets.first().map(|f| f.facet);
    Finding {
        id: name(kind, facet, &claims),
        kind,
        event: false,
        claims,
        score: (f64::from(score.clamp(0.0, 1.0)) * 1000.0).round() / 1000.0,
        summary,
        facets,
        independent_sources: sources,
        upstream: Vec::new(),
        chain: Vec::new(),
        copied: Vec::new(),
        voice: None,
    }
}

/// A name made of what the finding says, so that another article in the run does not change it (FNV-1a, 32 bits).
fn name(kind: FindingKind, facet: Option<Facet>, claims: &[String]) -> String {
    let mut hash: u32 = 0x811c_9dc5;
    let said = format!("{kind:?} {facet:?} {}", claims.join(" "));
    for b in said.bytes() {
        hash = (hash ^ u32::from(b)).wrapping_mul(0x0100_0193);
    }
    format!("f{hash:08x}")
}

/// Divergences first, then agreements, then single sources. Agreements of most sources come first; of divergences
/// those of most articles, for what differs differs whoever they had it from. Then the surest.
pub(super) fn order(findings: &mut Vec<Finding>) {
    let articles = |f: &Finding| {
        let of = |id: &'_ String| id.rsplit_once('#').map_or(0, |(article, _)| article.len());
        f.claims.chunk_by(|a, b| a.get(..of(a)) == b.get(..of(b))).count()
    };
    let sources = |f: &Finding| if f.kind == FindingKind::Divergence { articles(f) } else { f.independent_sources };
    findings.sort_by(|x, y| {
        (x.kind, x.facets.iter().all(|f| f.update))
            .cmp(&(y.kind, y.facets.iter().all(|f| f.update)))
            .then(sources(y).cmp(&sources(x)))
            .then(y.score.total_cmp(&x.score))
            .then(x.claims.cmp(&y.claims))
            .then(x.id.cmp(&y.id))
    });
    findings.dedup_by(|x, y| x.id == y.id);
}

fn text_of<'c>(ctx: &Context<'c>, article: usize, span: Span) -> &'c str {
    span.of(ctx.corpus.articles[article].doc.text)
}
