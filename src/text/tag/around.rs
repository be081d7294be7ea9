//! A word among those around it: what may be told of a place in a sentence from what stands before and behind.

use crate::text::tag::Tag;
use crate::text::tag::word::{Class, Forms, Kind};

/// How far before or behind a verb is looked for, in tokens.
pub(super) const REACH: usize = 40;

/// A word that may be a verb, with its whole context.
pub(super) struct Place<'s> {
    pub(super) classes: &'s [Class],
    /// The tags so far.
    pub(super) out: &'s [Tag],
    pub(super) i: usize,
    /// The last tag before it that is no adverb, negation or quotation mark.
    pub(super) prev: Option<Tag>,
    /// Whether what stands right behind may begin with a noun.
    pub(super) before_noun: bool,
    /// For each token the next verb that is surely finite, and the next that may be.
    pub(super) sure: &'s [usize],
    pub(super) any: &'s [usize],
}

pub(super) fn within(i: usize, at: usize) -> bool {
    at != usize::MAX && at > i && at - i <= REACH
}

pub(super) fn kind(classes: &[Class], i: usize) -> Option<Kind> {
    classes.get(i).map(|c| c.kind)
}

/// Whether a noun phrase may begin at `i`.
pub(super) fn opens_phrase(classes: &[Class], i: usize) -> bool {
    classes.get(i).is_some_and(|c| {
        matches!(
            c.kind,
            Kind::Determiner | Kind::Pronoun | Kind::Name | Kind::Number | Kind::Adjective | Kind::PronounAuxiliary
        ) || (c.kind == Kind::Open && (!c.forms.is_verb() || c.forms.has(Forms::NOUN) || c.forms.has(Forms::GERUND)))
    })
}

/// The tokens before `i` in its clause, the last first.
fn before_in_clause<'s>(classes: &'s [Class], out: &'s [Tag], i: usize) -> impl Iterator<Item = usize> + 's {
    let ends = |k: &usize| {
        matches!(out[*k], Tag::Subordinator | Tag::Relative | Tag::Coordinator)
            || (out[*k] == Tag::Mark && classes[*k].kind != Kind::Quotation)
    };
    (0..i).rev().take(REACH).take_while(move |k| !ends(k))
}

/// The last verb before `i` in its clause that may be the predicate, with its place.
pub(super) fn predicate_before(classes: &[Class], out: &[Tag], i: usize) -> Option<usize> {
    before_in_clause(classes, out, i).find(|&k| out[k].is_finite())
}

/// Whether such a verb stands there.
pub(super) fn has_finite(classes: &[Class], out: &[Tag], i: usize) -> bool {
    predicate_before(classes, out, i).is_some()
}

/// The last verb of any form before `i` in its clause.
pub(super) fn last_verb_before(classes: &[Class], out: &[Tag], i: usize) -> Option<usize> {
    before_in_clause(classes, out, i).find(|&k| out[k].is_verbal())
}

/// Whether a verb of any form stands before `i` in its clause.
pub(super) fn has_verbal(classes: &[Class], out: &[Tag], i: usize) -> bool {
    last_verb_before(classes, out, i).is_some()
}
