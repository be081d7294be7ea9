//! One assertion, put forward by one article and denied or hedged by another.

use crate::claim::actor::ActorKind;
use crate::claim::clause::{Certainty, Claim, ClaimKind, Polarity};
use crate::claim::quantity::{Quantity, QuantityKind};
use crate::claim::timex::DateMention;
use crate::compare::context::Context;
use crate::compare::draft::{PairDifference, Side};
use crate::compare::facet::date::{agree, comes_after, dates_in, is_limit};
use crate::compare::facet::elapsed::falls_within;
use crate::compare::facet::first::{is_first, says};
use crate::compare::facet::quantity::quantities;
use crate::compare::facet::theme::who;
use crate::compare::finding::Facet;
use crate::compare::similarity::{Overlap, Weights, beside_values, overlap};
use crate::compare::vocabulary::Term;
use crate::likeness::Likeness;
use crate::text::fold::fold;
use crate::text::sentence::Part;
use crate::text::span::Span;
use std::collections::BTreeSet;

/// Claims less alike than this may assert different things.
const ALIKE: f32 = 0.5;
/// The same for doubt, where the verbs are others.
const ALIKE_OF_OTHER_VERBS: f32 = 0.36;
/// The same for doubt, where the verbs say little.
const ALIKE_OF_ONE_DOUBT: f32 = 0.4;
/// The same where they share few words.
const MUCH_ALIKE: f32 = 0.6;
/// The same for what one article tells with reserve and another as a fact, with a verb that both have.
const RESERVED: f32 = 0.44;
/// What follows `be` where the subject is said to have brought something about.
const BLAMES: [&str; 5] = ["at fault", "behind", "responsible", "the cause", "to blame"];
/// Bytes of a word of negation (`not`, `never`).
pub(super) const SHORT: usize = 5;

/// The differences of polarity and certainty between claims `a` and `b`.
pub(crate) fn differences(
    ctx: &Context<'_>,
    a: usize,
    b: usize,
    shared: Overlap,
    weights: &Weights,
) -> Vec<PairDifference> {
    let (x, y) = (&ctx.corpus.claims[a], &ctx.corpus.claims[b]);
    let mut out = Vec::new();
    let comparable = |n: usize| {
        let c = ctx.corpus.claims[n].claim;
        (c.checkable || is_doubted(ctx, n)) && c.kind == ClaimKind::Statement && c.part == Part::Prose
    };
    if shared.count < 2 || !comparable(a) || !comparable(b) || of_two_people(ctx, a, b) {
        return out;
    }
    let same = ctx.same_predicate(a, b) == Some(true);
    let much = shared.score() >= ALIKE && shared.count > 2
        || one_verb(x.claim, y.claim) && shared.score() >= MUCH_ALIKE && shared.plain >= 2;
    let alike = much && (same || both_of_rank(ctx, a, b));
    let deed = alike || ctx.same_deed(a, b, weights);
    let told_as_fact =
        |a: usize, b: usize| charge_told_as_fact(ctx, a, b, weights) || may_be_told_as_fact(ctx, a, b, weights);
    let charged = told_as_fact(a, b) || told_as_fact(b, a);
    let reserved = told_with_reserve(ctx, (a, b), weights).map(|c| ctx.corpus.claims[c].claim);
    if !deed && !charged && reserved.is_none() && !is_of_one_matter(ctx, (a, b), weights) {
        return out;
    }
    let side =
        |c: usize| Side { article: ctx.corpus.claims[c].article, claim: c, span: ctx.corpus.claims[c].claim.span };
    // `suspect that the brakes failed`, `when the brakes failed`
    let one_deed = shared.count > 2
        || one_verb(x.claim, y.claim)
            && one_subject(ctx, a, b)
            && shared.plain >= 2
            && [a, b].iter().any(|&c| is_hedged(ctx.corpus.claims[c].claim) && !is_able(ctx, c));
    let (negative, positive) = if x.claim.polarity == Polarity::Negative { (a, b) } else { (b, a) };
    let mut push = |facet, reason: String| {
        let (a, b) = (side(a), side(b));
        // What came about after the one article appeared is no conflict.
        let update = facet == Facet::Polarity && comes_after(ctx, positive, ctx.corpus.claims[negative].article);
        out.push(PairDifference { facet, a, b, reason, update, score: shared.score().max(0.5), topic: 0 });
    };
    if !deed {
        let hedged = reserved.unwrap_or(if is_hedged(x.claim) { x.claim } else { y.claim });
        push(Facet::Certainty, format!("one article states as fact what the other does not: “{}”", hedged.text));
    } else if x.claim.polarity != y.claim.polarity
        && is_ahead(ctx, a) == is_ahead(ctx, b)
        && !(is_first(ctx, a) && is_first(ctx, b))
        && governs(ctx, negative)
        && !denies_time(ctx, negative, positive)
        && !denies_nothing(ctx, negative, positive)
    {
        let denied = &ctx.corpus.claims[negative].claim.text;
        push(Facet::Polarity, format!("one article denies what the other asserts: “{denied}”"));
    } else if x.claim.polarity != y.claim.polarity || is_condition(ctx, a) || is_condition(ctx, b) {
        return out;
    } else if let Some(hedged) = hedged_of(x.claim, y.claim)
        .filter(|_| same && one_deed && !is_charge(x.claim) && !is_charge(y.claim))
        .or(reserved)
    {
        push(Facet::Certainty, format!("one article states as fact what the other does not: “{}”", hedged.text));
    }
    out
}

/// Whether what two claims tell is done to two people by name (`drove Ann Lee`, `drove Carla Orr`).
fn of_two_people(ctx: &Context<'_>, a: usize, b: usize) -> bool {
    let people = |c: usize| -> BTreeSet<usize> {
        let view = &ctx.corpus.claims[c];
        let behind = view.claim.predicate.as_ref().map_or(view.claim.span.end(), |p| p.span.end());
        let all = ctx.mentions_in(view.article, view.claim.span);
        all.filter(|m| m.kind == ActorKind::Person && m.span.start() >= behind).map(|m| m.actor).collect()
    };
    let (p, q) = (people(a), people(b));
    !p.is_empty() && !q.is_empty() && p.is_disjoint(&q)
}

/// Whether one claim tells as a fact what the other, of the same polarity, says only may have been, in words that share
/// most of what matters and with verbs that do not differ (`a bird strike may have been to blame`, `birds caused it`).
fn is_of_one_matter(ctx: &Context<'_>, (a, b): (usize, usize), weights: &Weights) -> bool {
    let (x, y) = (ctx.corpus.claims[a].claim, ctx.corpus.claims[b].claim);
    let sums = |c: usize| quantities(ctx, c).iter().filter(|q| is_sum(q));
    let one =
        |q: &Quantity, r: &Quantity| q.unit == r.unit && q.likeness(r) != Likeness::Different && q.high() == r.high();
    let sum = sums(a).any(|q| sums(b).any(|r| one(q, r)));
    let doubt = [a, b].map(|c| is_doubted(ctx, c) || sum && ctx.corpus.claims[c].claim.hedge.is_some());
    let open = [is_undecided(ctx, a), is_undecided(ctx, b)];
    if !doubt.iter().chain(&open).any(|d| *d) || x.polarity != y.polarity || is_charge(x) || is_charge(y) {
        return false;
    }
    let told = beside_values(&without_source(ctx, a), &without_source(ctx, b), weights);
    let verbs = ctx.same_predicate(a, b);
    let alike = verbs != Some(false) && told.score() >= ALIKE_OF_ONE_DOUBT && told.plain >= 2
        || told.score() >= ALIKE_OF_OTHER_VERBS && told.plain >= 2
        // One sum is hardly spent twice.
        || sum && told.plain >= 1 && (told.count >= 2 || one_subject(ctx, a, b));
    // What goes on is not what may have happened, unless much else is the same.
    let fact = |c: usize, claim: &Claim| {
        !(is_hedged(claim) || sum && claim.hedge.is_some())
            && (!is_present(ctx, c) || told.score() >= MUCH_ALIKE && told.count > 2)
    };
    let apart = is_ahead(ctx, a) == is_ahead(ctx, b) && (doubt[0] && fact(b, y) || doubt[1] && fact(a, x));
    let settled = |c: usize, claim: &Claim| !is_hedged(claim) && is_ahead(ctx, c);
    let much = told.score() >= ALIKE_OF_ONE_DOUBT && told.plain >= 2 && (verbs == Some(true) || told.plain >= 3);
    alike && (apart || much && (open[0] && settled(b, y) || open[1] && settled(a, x)))
}

/// Of two claims that say much the same, the one that puts it forward with reserve, if the other does as a fact.
fn told_with_reserve(ctx: &Context<'_>, (a, b): (usize, usize), weights: &Weights) -> Option<usize> {
    let claim = |c: usize| ctx.corpus.claims[c].claim;
    let (doubt, fact) = match (is_reserved(claim(a)), is_reserved(claim(b))) {
        (true, false) => (a, b),
        (false, true) => (b, a),
        _ => return None,
    };
    let (d, f) = (claim(doubt), claim(fact));
    let asserted = f.hedge.is_none() && f.certainty == Certainty::Asserted && !is_charge(f);
    // What a word outside it hedges (`warned that`) is somebody's word.
    let ahead = d.certainty == Certainty::Possible && is_able(ctx, doubt);
    if !asserted || d.polarity != f.polarity || !d.hedge.is_some_and(|cue| d.span.covers(cue)) || ahead {
        return None;
    }
    let told = overlap(&without_source(ctx, a), &without_source(ctx, b), weights);
    let has_verb = || {
        let about = &ctx.corpus.claims[fact].about;
        ctx.verb_terms(doubt).iter().any(|t| about.iter().any(|u| t.likeness(u) > 0.0))
    };
    let one = told.plain >= 2
        && told.score() >= RESERVED
        && is_ahead(ctx, a) == is_ahead(ctx, b)
        && !is_condition(ctx, a)
        && !is_condition(ctx, b)
        && (ctx.same_predicate(a, b) == Some(true) || has_verb());
    one.then_some(doubt)
}

/// Whether a claim stands under a word of doubt, charge or hearsay.
fn is_reserved(c: &Claim) -> bool {
    is_hedged(c) || c.certainty == Certainty::Reported && c.hedge.is_some()
}

/// Whether a figure is one of which there are hardly two: a sum of money, a measure.
fn is_sum(q: &Quantity) -> bool {
    matches!(q.kind, QuantityKind::Money | QuantityKind::Area | QuantityKind::Volume | QuantityKind::Weight)
}

/// Whether both claims speak of one noun (`the bank`).
fn one_subject(ctx: &Context<'_>, a: usize, b: usize) -> bool {
    let who = |c: usize| ctx.corpus.claims[c].claim.subject.and_then(|s| who(ctx, c, s));
    who(a).zip(who(b)).is_some_and(|(x, y)| x.is(&y))
}

/// The words of a claim before the one on whose word it stands (`…, according to Ann Lee, the chief inspector`).
fn without_source(ctx: &Context<'_>, claim: usize) -> Vec<Term> {
    let view = &ctx.corpus.claims[claim];
    let verb = view.claim.predicate.as_ref().map_or(view.claim.span.start(), |p| p.span.end());
    let after = |s: Span| s.start() >= verb && view.claim.span.covers(s);
    let source = view.claim.chain.iter().map(|hop| hop.span).filter(|s| after(*s)).map(|s| s.start()).min();
    view.about.iter().filter(|t| source.is_none_or(|at| t.span.start() < at)).cloned().collect()
}

/// Whether what a claim tells is still open: `may close`, `is considering a sale`.
pub(super) fn is_undecided(ctx: &Context<'_>, claim: usize) -> bool {
    let view = &ctx.corpus.claims[claim];
    let Some(verb) = view.claim.predicate.as_ref() else { return false };
    let mut words = verb.span.of(ctx.corpus.articles[view.article].doc.text).split_whitespace();
    let modal = words.next().is_some_and(|w| matches!(w, "may" | "might" | "could")) && words.all(|w| w != "have");
    is_hedged(view.claim) && (modal || matches!(verb.lemma.as_str(), "consider" | "weigh" | "mull" | "contemplate"))
}

/// Whether the verb of a claim stands in the present (`comes`, `are`): what goes on is not what may have happened.
fn is_present(ctx: &Context<'_>, claim: usize) -> bool {
    let view = &ctx.corpus.claims[claim];
    let text = ctx.corpus.articles[view.article].doc.text;
    let first = view.claim.predicate.as_ref().and_then(|p| p.span.of(text).split_whitespace().next());
    let alone = view.claim.predicate.as_ref().is_some_and(|p| matches!(p.span.of(text), "has" | "have"));
    alone || first.is_some_and(|w| w == "are" || w.ends_with('s') && !matches!(w, "was" | "has"))
}

/// Whether the words that hedge a claim stand in its own verb, and doubt that something has happened (`may have been`,
/// `is thought to have`), rather than allow it or look ahead to it.
fn is_doubted(ctx: &Context<'_>, claim: usize) -> bool {
    let view = &ctx.corpus.claims[claim];
    let Some((cue, verb)) = view.claim.hedge.zip(view.claim.predicate.as_ref()) else { return false };
    let words = verb.span.of(ctx.corpus.articles[view.article].doc.text);
    let text = ctx.corpus.articles[view.article].doc.text;
    // `may be to blame`
    let after = text.get(verb.span.end()..).unwrap_or("").trim_start();
    let blames = || verb.lemma == "be" && BLAMES.iter().any(|b| after.starts_with(b));
    is_hedged(view.claim)
        && verb.span.covers(cue)
        && (words.split_whitespace().skip(1).any(|w| w == "have") || blames())
}

/// Whether the word that hedges a claim stands in its verb and says what can or will be rather than what was (`before it
/// could be stopped`).
pub(super) fn is_able(ctx: &Context<'_>, claim: usize) -> bool {
    let c = ctx.corpus.claims[claim].claim;
    let inside = c.hedge.zip(c.predicate.as_ref()).is_some_and(|(cue, verb)| verb.span.covers(cue));
    inside && !is_doubted(ctx, claim)
}

/// Whether both have one and the same verb, and what is denied is so by a word of negation, not by a verb that the other
/// may have too (`refused transport`, `refused to go`).
fn one_verb(x: &Claim, y: &Claim) -> bool {
    fn lemma(c: &Claim) -> Option<&str> {
        c.predicate.as_ref().map(|p| p.lemma.as_str())
    }
    let own = |c: &Claim| match (c.negation, c.predicate.as_ref()) {
        (Some(cue), Some(verb)) => {
            c.polarity == Polarity::Positive || cue.end() <= verb.span.end() && cue.len() <= SHORT
        }
        _ => true,
    };
    lemma(x).is_some() && lemma(x) == lemma(y) && own(x) && own(y)
}

/// Whether the negation of a claim bears on its main verb or subject, and not on something it adds
/// (`19 were hurt, none of them gravely`).
pub(super) fn governs(ctx: &Context<'_>, claim: usize) -> bool {
    let view = &ctx.corpus.claims[claim];
    let (Some(cue), Some(verb)) = (view.claim.negation, view.claim.predicate.as_ref()) else { return true };
    let between = Span::new(cue.end().min(verb.span.end()), verb.span.start().max(cue.start()));
    let text = ctx.corpus.articles[view.article].doc.text;
    verb.span.overlaps(cue) || !between.of(text).contains([',', ';', ':', '—'])
}

/// Whether a claim denies only that something happened by, before or since a date (`was not released before 2017`) of
/// which the other does not speak.
pub(super) fn denies_time(ctx: &Context<'_>, negative: usize, positive: usize) -> bool {
    if falls_within(ctx, negative, positive) {
        return false;
    }
    let article = ctx.corpus.claims[negative].article;
    let told = dates_in(ctx, positive);
    let apart = |d: &&DateMention| !told.iter().any(|e| agree(d, e, ctx.lexicon));
    dates_in(ctx, negative).iter().any(|d| is_limit(ctx, article, d) && apart(&d))
}

/// Whether a claim denies nothing that another may tell of: it says that nothing like it has been since (`No bridge had
/// fallen since then`), of which the other does not speak, or that somebody gave no comment (`Lee could not be reached`).
pub(super) fn denies_nothing(ctx: &Context<'_>, claim: usize, other: usize) -> bool {
    let view = &ctx.corpus.claims[claim];
    let text = ctx.corpus.articles[view.article].doc.text;
    let since = |c: usize| says(ctx, c, &["since"]);
    let perfect =
        || says(ctx, claim, &["had", "has", "have"]) && says(ctx, claim, &["no", "nobody", "none", "nothing"]);
    // A village that could not be reached is told of in other ways.
    let person = || ctx.subject_actor(claim).is_some_and(|n| ctx.actors[n].kind == ActorKind::Person);
    let reached = view.claim.predicate.as_ref().is_some_and(|p| {
        let words = p.span.of(text);
        p.passive && p.lemma == "reach" && (words.starts_with("could") || words.starts_with("can"))
    });
    // `should have lit` tells of nothing that was.
    let owed = says(ctx, other, &["should", "ought"]);
    // `existed only on paper`, `was hardly used`
    let barely = || {
        let view = &ctx.corpus.claims[other];
        let doc = &ctx.corpus.articles[view.article].doc;
        let near = view
            .claim
            .predicate
            .as_ref()
            .map_or(0..0, |p| doc.token_at(p.span.start())..doc.token_from(p.span.end()) + 1);
        near.filter_map(|i| doc.tokens.get(i))
            .any(|t| t.is_any(doc.text, &["only", "barely", "hardly", "scarcely", "merely"]))
    };
    let long = || since(claim) && !since(other) && perfect() && !falls_within(ctx, claim, other);
    owed || barely() || reached && person() || long()
}

/// Whether both say of what number in a row something is (`the first time`).
fn both_of_rank(ctx: &Context<'_>, a: usize, b: usize) -> bool {
    let says = |c: usize| says(ctx, c, &["first", "unprecedented", "only", "new"]);
    says(a) && says(b)
}

/// Whether a claim is about a charge, which is itself a fact.
pub(super) fn is_charge(c: &Claim) -> bool {
    let verb = c.predicate.as_ref().map_or("", |p| p.lemma.as_str());
    matches!(
        verb,
        "charge" | "accuse" | "arrest" | "face" | "suspect" | "indict" | "allege" | "hold" | "wanted" | "want"
    )
}

/// Whether a claim tells of what is still to come (`detectives would catch them`): that it has not come yet is no
/// denial.
pub(super) fn is_ahead(ctx: &Context<'_>, claim: usize) -> bool {
    let view = &ctx.corpus.claims[claim];
    let article = &ctx.corpus.articles[view.article];
    let ahead = |w: &str| matches!(w, "will" | "would" | "shall" | "won't" | "wouldn't");
    let verb = view.claim.predicate.as_ref();
    verb.is_some_and(|p| article.tokens(p.span).iter().any(|t| ahead(&fold(t.of(article.doc.text)))))
}

/// Whether claim `a` says that somebody may have done, or is accused of, the very thing that `b` says was done
/// (`had been accused of photographing radar stations`, `who photographed radar stations`).
fn charge_told_as_fact(ctx: &Context<'_>, a: usize, b: usize, weights: &Weights) -> bool {
    let (x, y) = (&ctx.corpus.claims[a], &ctx.corpus.claims[b]);
    if !is_hedged(x.claim) || y.claim.certainty != Certainty::Asserted || x.claim.polarity != y.claim.polarity {
        return false;
    }
    let (Some(deed), Some(object)) = (y.claim.predicate.as_ref(), y.claim.object) else { return false };
    let (Some(cue), Some(verb)) = (x.claim.hedge, x.claim.predicate.as_ref()) else { return false };
    // The deed stands after the words that hedge it.
    let after = cue.end().max(verb.span.start());
    let told: Vec<Term> = x.terms.iter().filter(|t| t.span.start() >= after).cloned().collect();
    let (deed, object) = (ctx.terms_in(b, deed.span), ctx.terms_in(b, object));
    let has = |terms: &[Term]| overlap(terms, &told, weights);
    let (d, o) = (has(deed), has(object));
    d.count > 0 && o.plain > 0 && o.shared.0 >= 0.6 * o.whole.0 && (o.count >= 2 || d.whole.0 >= 1.0)
}

/// Whether claim `a` says that something may be what `b` says it is (`could be an EF3`, `rated the tornado an EF3`).
fn may_be_told_as_fact(ctx: &Context<'_>, a: usize, b: usize, weights: &Weights) -> bool {
    let (x, y) = (&ctx.corpus.claims[a], &ctx.corpus.claims[b]);
    let (Some(verb), Some(subject), Some(object)) = (x.claim.predicate.as_ref(), x.claim.subject, x.claim.object)
    else {
        return false;
    };
    let words = verb.span.of(ctx.corpus.articles[x.article].doc.text);
    if !["may be", "might be", "could be"].contains(&words)
        || y.claim.hedge.is_some()
        || x.claim.polarity != y.claim.polarity
        || is_ahead(ctx, b)
    {
        return false;
    }
    let (subject, object) = (ctx.terms_in(a, subject), ctx.terms_in(a, object));
    let told = overlap(object, &y.about, weights);
    let of_one = overlap(subject, &y.about, weights);
    let whole = |o: Overlap| o.count > 0 && o.shared.0 >= 0.99 * o.whole.0;
    whole(told) && whole(of_one) && object.iter().any(|t| t.base >= 1.0 && !t.value)
}

/// Whether a claim is hedged by a condition only (`if you are wondering`), which doubts nothing.
pub(super) fn is_condition(ctx: &Context<'_>, claim: usize) -> bool {
    let view = &ctx.corpus.claims[claim];
    let doc = &ctx.corpus.articles[view.article].doc;
    let before = doc.token_before(view.claim.span.start()).map(|t| t.span);
    before.or(view.claim.hedge).is_some_and(|cue| cue.of(doc.text).eq_ignore_ascii_case("if"))
}

fn is_hedged(c: &Claim) -> bool {
    matches!(c.certainty, Certainty::Possible | Certainty::Alleged)
}

/// The hedged one, if the other is put forward without a hedge.
pub(super) fn hedged_of<'c>(x: &'c Claim, y: &'c Claim) -> Option<&'c Claim> {
    match (is_hedged(x), is_hedged(y)) {
        (true, false) => Some(x),
        (false, true) => Some(y),
        _ => None,
    }
}
