//! What did not happen in one article and did in another, by a verb that the articles use of nothing else: `the alarm did not
//! trip`, `it tripped at 7.44`.
//!
//! Claims that share more are held against each other as [`super::stance`] does; here the verb must be enough, so it must
//! tell much and be met in no other claim. Where both are of one doer by name, what is denied may leave its object out
//! (`Lee has not signed`, `Lee signed the lease`).

use crate::claim::clause::{Claim, Polarity};
use crate::compare::context::Context;
use crate::compare::cut::Cut;
use crate::compare::draft::{PairDifference, Side};
use crate::compare::facet::date::{comes_after, of_one_day};
use crate::compare::facet::first::{is_first, says};
use crate::compare::facet::frame::adds_nothing;
use crate::compare::facet::stance::{SHORT, denies_nothing, denies_time, governs, is_ahead};
use crate::compare::facet::theme::{Who, is_put_forward, who};
use crate::compare::facet::toll::is_background;
use crate::compare::finding::Facet;
use crate::compare::vocabulary::{Term, TermId};
use crate::lexicon::List;
use std::collections::BTreeMap;

/// Claims with one verb that are looked at; a verb with more is of more than one thing.
const MOST: usize = 4;
/// Tellings of one deed by one doer that are held against each other.
const MOST_OF_ONE: usize = 16;

/// The differences between articles of which one denies what another tells with the same rare verb. Cost: O(claims).
pub(crate) fn differences(ctx: &Context<'_>, articles: &[usize]) -> Vec<PairDifference> {
    let mut by_verb: BTreeMap<TermId, Vec<usize>> = BTreeMap::new();
    for c in articles.iter().flat_map(|&a| ctx.corpus.articles[a].claims.clone()) {
        if let [verb] = ctx.verb_terms(c) {
            if verb.base >= 1.0 && !verb.value && !verb.named && tells_much(ctx, c) {
                by_verb.entry(verb.stem).or_default().push(c);
            }
        }
    }
    let mut out = Vec::new();
    for claims in by_verb.into_values().filter(|c| c.len() > 1 && c.len() <= MOST) {
        let (no, yes): (Vec<usize>, Vec<usize>) =
            claims.iter().partition(|&&c| ctx.corpus.claims[c].claim.polarity == Polarity::Negative);
        let article = |c: usize| ctx.corpus.claims[c].article;
        for &a in &no {
            for &b in yes.iter().filter(|&&b| article(b) != article(a) && is_denied(ctx, a, b)) {
                // An article that says both speaks of two times.
                let both =
                    yes.iter().any(|&c| article(c) == article(a)) || no.iter().any(|&c| article(c) == article(b));
                if !both {
                    out.push(difference(ctx, a, b));
                }
            }
        }
    }
    out
}

/// The differences between articles of which one denies a deed of somebody by name, and adds nothing (`Lee has not given
/// in`), and the other tells of it and of what it was done to. Cost: O(claims), and for each deed O(MOST_OF_ONE²).
pub(crate) fn of_one_doer(ctx: &Context<'_>, articles: &[usize]) -> Vec<PairDifference> {
    let mut deeds: BTreeMap<(usize, TermId), (Vec<usize>, Vec<usize>)> = BTreeMap::new();
    for c in articles.iter().flat_map(|&a| ctx.corpus.articles[a].claims.clone()) {
        let view = &ctx.corpus.claims[c];
        let active = view.claim.predicate.as_ref().is_some_and(|p| !p.passive && p.lemma != "be");
        let (Some(doer), true) = (ctx.doer(c), active && is_put_forward(ctx, c)) else { continue };
        let no = view.claim.polarity == Polarity::Negative;
        for verb in ctx.verb_terms(c).iter().filter(|t| t.base >= 1.0 && !t.value && !t.named).flat_map(Term::keys) {
            let (denied, told) = deeds.entry((doer, verb)).or_default();
            match no {
                true if view.claim.object.is_none() => denied.push(c),
                false if view.claim.object.is_some() => told.push(c),
                _ => {}
            }
        }
    }
    let mut out = Vec::new();
    for (denied, told) in deeds.into_values().filter(|(n, y)| !n.is_empty() && !y.is_empty()) {
        if denied.len() + told.len() > MOST_OF_ONE {
            ctx.cuts.add(Cut::Denials, denied);
            continue;
        }
        let article = |c: usize| ctx.corpus.claims[c].article;
        for &a in &denied {
            for &b in told.iter().filter(|&&b| article(b) != article(a)) {
                let both =
                    told.iter().any(|&c| article(c) == article(a)) || denied.iter().any(|&c| article(c) == article(b));
                if !both && adds_nothing(ctx, a, b) && is_denied_of_doer(ctx, a, b) {
                    out.push(difference(ctx, a, b));
                }
            }
        }
    }
    out.sort_by_key(|p| (p.a, p.b));
    out.dedup_by_key(|p| (p.a, p.b));
    out
}

/// Whether claim `a` denies what `b` tells.
fn is_denied(ctx: &Context<'_>, a: usize, b: usize) -> bool {
    // `had never failed before`: only one time before is a denial of it.
    let earlier = says(ctx, b, &["before", "earlier", "previously", "already"]);
    [a, b].iter().all(|&c| is_put_forward(ctx, c) && (earlier || !is_first(ctx, c)))
        && of_one_day(ctx, a, b)
        && may_be_one(ctx, a, b)
        && is_denied_of_doer(ctx, a, b)
}

/// The same where it is known that both are of one doer.
fn is_denied_of_doer(ctx: &Context<'_>, a: usize, b: usize) -> bool {
    by_a_word(ctx.corpus.claims[a].claim)
        && governs(ctx, a)
        && !denies_time(ctx, a, b)
        && !denies_nothing(ctx, a, b)
        && !comes_after(ctx, b, ctx.corpus.claims[a].article)
        && is_ahead(ctx, a) == is_ahead(ctx, b)
        && is_background(ctx, a) == is_background(ctx, b)
}

/// Whether the verb alone tells what happened (`tripped`, not `made`).
fn tells_much(ctx: &Context<'_>, claim: usize) -> bool {
    let lemma = ctx.corpus.claims[claim].claim.predicate.as_ref().map(|p| p.lemma.as_str());
    let weak = [List::CommonWord, List::SharedDeed, List::ReportingVerb];
    lemma.is_some_and(|l| weak.iter().all(|&list| ctx.lexicon.entry(list, l).is_none()))
}

/// Whether the claim is denied by a word of negation at its verb, and not by another verb.
pub(super) fn by_a_word(c: &Claim) -> bool {
    c.negation.zip(c.predicate.as_ref()).is_some_and(|(n, v)| v.span.covers(n) && n.len() <= SHORT)
}

/// Whether two claims may be of one doer and one thing: a pronoun may stand for either, but something must be the same.
fn may_be_one(ctx: &Context<'_>, a: usize, b: usize) -> bool {
    let part = |c: usize, object: bool| -> Option<Who<'_>> {
        let claim = ctx.corpus.claims[c].claim;
        let span = if object { claim.object } else { claim.subject };
        span.and_then(|s| who(ctx, c, s))
    };
    let same = |object: bool| part(a, object).zip(part(b, object)).map(|(p, q)| p.is(&q));
    let passive = |c: usize| ctx.corpus.claims[c].claim.predicate.as_ref().map(|p| p.passive);
    let (subject, object) = (same(false), same(true));
    passive(a) == passive(b) && subject != Some(false) && object != Some(false) && is_known(ctx, a, b, subject, object)
}

/// Whether the subject or object is the same, or one subject is a pronoun for a thing.
fn is_known(ctx: &Context<'_>, a: usize, b: usize, subject: Option<bool>, object: Option<bool>) -> bool {
    let thing = |c: usize| {
        let view = &ctx.corpus.claims[c];
        let text = ctx.corpus.articles[view.article].doc.text;
        view.claim.subject.is_some_and(|s| matches!(s.of(text), "it" | "It" | "they" | "They"))
    };
    subject == Some(true) || object == Some(true) || thing(a) != thing(b) && object.is_none()
}

fn difference(ctx: &Context<'_>, a: usize, b: usize) -> PairDifference {
    let side =
        |c: usize| Side { article: ctx.corpus.claims[c].article, claim: c, span: ctx.corpus.claims[c].claim.span };
    let text = &ctx.corpus.claims[a].claim.text;
    PairDifference {
        facet: Facet::Polarity,
        a: side(a),
        b: side(b),
        reason: format!("one article denies what the other asserts: “{text}”"),
        update: false,
        score: 0.6,
        topic: 0,
    }
}
