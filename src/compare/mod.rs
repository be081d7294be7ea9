//! Claims of several articles held against each other.

mod align;
mod assemble;
mod candidates;
mod cluster;
mod context;
pub mod copying;
mod corpus;
pub mod cut;
mod draft;
mod event;
mod facet;
pub mod finding;
mod join;
pub mod link;
mod naming;
pub mod provenance;
mod quotation;
mod repeat;
mod retold;
mod roles;
mod similarity;
mod single;
mod slots;
mod union;
mod vocabulary;
mod words;

use crate::claim::Extraction;
use crate::compare::context::Context;
use crate::compare::copying::Copy;
use crate::compare::corpus::Corpus;
use crate::compare::cut::Cut;
use crate::compare::finding::{Finding, SharedActor};
use crate::compare::provenance::Provenance;
use crate::compare::similarity::Weights;
use crate::lexicon::Lexicon;
use crate::text::article::Article;
use crate::text::document::Document;

/// What comparing gives: the actors across articles and the findings.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Comparison {
    /// Actors across articles.
    pub actors: Vec<SharedActor>,
    /// The findings, those an editor would read first, first.
    pub findings: Vec<Finding>,
    /// The pairs of articles that share text, sorted by their ids.
    pub copies: Vec<Copy>,
    /// What was compared in part only, and how many of it: nothing, for ordinary articles.
    pub cuts: Vec<(Cut, usize)>,
}

/// Compares the claims of `found`, one extraction an article and in the same order.
///
/// Articles are first sorted into events; claims are compared inside each event only.
#[must_use]
pub fn compare(articles: &[Article], found: &[Extraction], lexicon: &Lexicon) -> Comparison {
    let docs = articles.iter().map(|a| Document::new(&a.text, lexicon)).collect();
    compare_cut(articles, docs, found, lexicon)
}

/// As [`compare`], where the texts of the articles are cut already.
pub(crate) fn compare_cut(
    articles: &[Article],
    docs: Vec<Document<'_>>,
    found: &[Extraction],
    lexicon: &Lexicon,
) -> Comparison {
    let corpus = Corpus::new(docs, found, lexicon);
    let actors = link::link(articles, found, lexicon);
    let ctx = Context::new(&corpus, &actors, lexicon);
    let mut findings = Vec::new();
    let events = cluster::clusters(&corpus, &ctx.cuts).into_iter().filter(|c| c.len() > 1);
    for (n, cluster) in events.enumerate() {
        ctx.cuts.begin_event(n);
        let weights = Weights::new(&corpus, &cluster);
        let claims = cluster.iter().flat_map(|&a| corpus.articles[a].claims.clone());
        let claims: Vec<usize> = claims.filter(|&c| !corpus.claims[c].of_address).collect();
        let edges = align::edges(&corpus, &claims, &weights, &ctx.cuts);
        let quotes = quotation::quotations(&corpus, &cluster, lexicon);
        let mut utterances = quotation::utterances(&quotes, &ctx.cuts, |a, b| {
            ctx.same_speaker(quotes[a].quote.speaker.as_ref(), quotes[b].quote.speaker.as_ref())
        });
        utterances.extend(retold::utterances(&ctx, &quotes, &utterances, &weights));
        let mut pairs = facet::quoted::differences(&ctx, &quotes, &utterances);
        let roles = roles::Roles::new(&ctx, &cluster);
        pairs.extend(facet::role::differences(&ctx, &cluster, &roles));
        pairs.extend(facet::age::differences(&ctx, &cluster));
        pairs.extend(facet::spelling::differences(&ctx, &cluster));
        let map = facet::place::Map::new(&ctx, &cluster);
        let deeds = align::deeds(&corpus, &claims, &edges, &weights, &ctx.cuts);
        let doers = facet::actor::Deeds::new(&ctx, &deeds.keys().flat_map(|&(a, b)| [a, b]).collect());
        for (&(a, b), &overlap) in &deeds {
            pairs.extend(facet::place::difference(&ctx, a, b, overlap, &weights, &map));
            pairs.extend(facet::date::difference(&ctx, a, b, &weights));
            pairs.extend(facet::limit::difference(&ctx, a, b, &weights));
            pairs.extend(facet::quantity::differences(&ctx, a, b, overlap, &weights));
            pairs.extend(facet::actor::difference(&ctx, &doers, (a, b), &weights));
            if edges.contains_key(&(a, b)) {
                pairs.extend(facet::stance::differences(&ctx, a, b, overlap, &weights));
            }
            pairs.extend(facet::substitution::differences(&ctx, a, b, &weights));
        }
        pairs.extend(facet::toll::differences(&ctx, &cluster));
        pairs.extend(facet::measure::differences(&ctx, &cluster));
        pairs.extend(facet::misdated::differences(&ctx, &cluster));
        pairs.extend(facet::mistyped::differences(&ctx, &cluster));
        pairs.extend(facet::address::differences(&ctx, &cluster));
        pairs.extend(facet::denied::differences(&ctx, &cluster));
        pairs.extend(facet::appointed::differences(&ctx, &cluster));
        pairs.extend(facet::none::differences(&ctx, &cluster));
        pairs.extend(facet::reversed::differences(&ctx, &cluster));
        pairs.extend(facet::opposite::differences(&ctx, &cluster));
        pairs.extend(facet::outcome::differences(&ctx, &cluster));
        pairs.extend(facet::existence::differences(&ctx, &cluster));
        pairs.extend(facet::undone::differences(&ctx, &cluster));
        pairs.extend(facet::undone::of_one_doer(&ctx, &cluster));
        pairs.extend(facet::ellipsis::differences(&ctx, &claims, &edges, &weights));
        pairs.extend(facet::departure::differences(&ctx, &cluster));
        let happenings = facet::happening::Happenings::new(&ctx, &cluster);
        pairs.extend(happenings.differences(&ctx, &cluster, &map));
        let known = facet::deed::Known::new(&ctx, &cluster);
        pairs.extend(facet::deed::differences(&ctx, &cluster, &known));
        pairs.extend(facet::frame::differences(&ctx, &cluster, &known, &map));
        pairs.extend(facet::cleft::differences(&ctx, &cluster, &weights, &known));
        pairs.extend(facet::status::differences(&ctx, &cluster));
        pairs.extend(facet::attribute::differences(&ctx, &cluster));
        let slots = facet::slot::Slots::new(&ctx, &cluster, &weights, &map);
        pairs.extend(slots.differences(&ctx, &map));
        facet::toll::without_the_dead(&ctx, &cluster, &mut pairs);
        happenings.without_two(&ctx, &mut pairs);
        // Where somebody is from is no place of what happened.
        pairs.extend(facet::home::differences(&ctx, &cluster, &map));
        pairs.extend(facet::sited::differences(&ctx, &cluster, &map));
        let mut groups = align::groups(&corpus, &claims, &edges);
        align::join_by_values(&ctx, &mut groups, &slots.agreements(&ctx, &map));
        groups.extend(align::roles(&ctx, &roles));
        groups.extend(align::quoted(&ctx, &quotes, &utterances));
        let event = event::mentions(&corpus, &cluster);
        findings.extend(assemble::findings(
            &ctx,
            &cluster,
            draft::gather(repeat::without(&ctx, pairs)),
            groups,
            &event,
            &single::supported(&edges),
        ));
    }
    let provenance = Provenance::new(articles, found, lexicon);
    provenance.fill(&mut findings, found);
    assemble::order(&mut findings);
    let cuts = ctx.cuts.counts();
    Comparison { actors, findings, copies: provenance.into_copies(), cuts }
}
