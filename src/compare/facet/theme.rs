//! Whom or what a claim speaks of, so that claims of two articles can be held against each other by it.

use crate::claim::clause::{Certainty, ClaimKind};
use crate::compare::context::Context;
use crate::compare::vocabulary::Term;
use crate::lexicon::List;
use crate::text::sentence::Part;
use crate::text::span::Span;
use crate::text::token::{Token, TokenKind};

/// Somebody or something that claims speak of.
pub(super) struct Who<'c> {
    pub(super) actor: Option<usize>,
    pub(super) terms: &'c [Term],
}

impl Who<'_> {
    /// The noun itself.
    pub(super) fn head(&self) -> Option<&Term> {
        self.terms.iter().rfind(|t| !t.value)
    }

    /// Whether two are one: one actor, or one noun with nothing before it that the other has not.
    pub(super) fn is(&self, other: &Self) -> bool {
        self.is_where(other, |_| true)
    }

    /// The same, however many each says there are.
    pub(super) fn is_but_for_values(&self, other: &Self) -> bool {
        self.is_where(other, |t| !t.value)
    }

    /// Whether two are one by those of their words that `counts` tells.
    fn is_where(&self, other: &Self, counts: impl Fn(&Term) -> bool) -> bool {
        if let (Some(x), Some(y)) = (self.actor, other.actor) {
            return x == y;
        }
        let (Some(x), Some(y)) = (self.head(), other.head()) else { return false };
        // `the north gate`, `the south gate`
        let within =
            |p: &[Term], q: &[Term]| p.iter().filter(|t| counts(t)).all(|t| q.iter().any(|u| t.likeness(u) > 0.0));
        x.likeness(y) > 0.0 && (within(self.terms, other.terms) || within(other.terms, self.terms))
    }
}

/// Whom or what a span of a claim names: its words before the first preposition, or those behind `of` where they say only
/// how much of it.
pub(super) fn who<'c>(ctx: &'c Context<'_>, claim: usize, span: Span) -> Option<Who<'c>> {
    let view = &ctx.corpus.claims[claim];
    let doc = &ctx.corpus.articles[view.article].doc;
    let stop = |t: &Token| t.lists.has(List::Preposition) || t.kind == TokenKind::Mark && t.of(doc.text) == ",";
    let tokens = ctx.corpus.articles[view.article].tokens(span);
    // `all three days of the inquest` is the inquest, `two of the men` the men.
    let share = |t: &Token| {
        let listed = [List::Determiner, List::NumberWord, List::Unit].iter().any(|l| t.lists.has(*l));
        listed
            || t.kind == TokenKind::Number
            || t.is_any(doc.text, &["All", "all", "most", "Most", "part", "rest", "whole"])
    };
    let of = tokens.iter().position(|t| !share(t)).filter(|&k| k > 0 && tokens[k].of(doc.text) == "of");
    let tokens = of.and_then(|k| tokens.get(k + 1..)).filter(|rest| !rest.is_empty()).unwrap_or(tokens);
    let start = tokens.first().map_or(span.start(), |t| t.span.start());
    let end = tokens.iter().find(|t| stop(t)).map_or(span.end(), |t| t.span.start());
    let head = Span::new(start, end.max(start));
    let terms = ctx.terms_in(claim, head);
    let named = ctx.mentions_in(view.article, head).map(|m| m.actor).last();
    let actor = named.or_else(|| {
        // `It was found by Ann Lee`: she is the only one named, and not what was found.
        let pronoun =
            terms.is_empty() && view.claim.subject == Some(span) && !span.of(doc.text).eq_ignore_ascii_case("it");
        if pronoun { ctx.doer(claim) } else { None }
    });
    (actor.is_some() || !terms.is_empty()).then_some(Who { actor, terms })
}

/// What a claim is about: what it is done to, or else who does it or is so.
pub(super) fn theme<'c>(ctx: &'c Context<'_>, claim: usize) -> Option<Who<'c>> {
    let c = ctx.corpus.claims[claim].claim;
    let passive = c.predicate.as_ref()?.passive;
    let object = c.object.filter(|_| !passive).and_then(|o| who(ctx, claim, o));
    object.or_else(|| c.subject.and_then(|s| who(ctx, claim, s)))
}

/// Whether a claim of the prose puts forward that something is or is not so, and does not only hold it possible or ask.
pub(super) fn is_put_forward(ctx: &Context<'_>, claim: usize) -> bool {
    let c = ctx.corpus.claims[claim].claim;
    let told = c.kind == ClaimKind::Statement && c.part == Part::Prose;
    told && c.certainty != Certainty::Possible && !is_asked(ctx, claim)
}

/// Whether the sentence of a claim asks it: `Has anyone been arrested?`
pub(super) fn is_asked(ctx: &Context<'_>, claim: usize) -> bool {
    let view = &ctx.corpus.claims[claim];
    let doc = &ctx.corpus.articles[view.article].doc;
    doc.sentences.get(view.sentence).is_some_and(|s| s.span.of(doc.text).trim_end().ends_with('?'))
}
