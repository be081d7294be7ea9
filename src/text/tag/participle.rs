//! Whether a form in `-ed` is a verb in the past or a participle: `seized the boat`, `the boat seized in May`.

use crate::text::tag::Tag;
use crate::text::tag::around::{
    Place, REACH, has_finite, kind, last_verb_before, opens_phrase, predicate_before, within,
};
use crate::text::tag::word::{Class, Forms, Kind};

/// The tag of a form in `-ed`, or of an irregular past or participle.
pub(super) fn past(place: &Place<'_>, f: Forms) -> Tag {
    let &Place { classes, out, i, prev, before_noun, sure, any } = place;
    if !f.has(Forms::PAST) {
        // Only a participle (`taken`, `given`).
        return if before_noun && !matches!(prev, Some(Tag::Noun | Tag::Name)) {
            Tag::Adjective
        } else {
            Tag::Participle
        };
    }
    if !f.has(Forms::PARTICIPLE) {
        return if matches!(prev, Some(Tag::Have | Tag::Be)) { Tag::Participle } else { Tag::Past };
    }
    // `Shocked locals watched`, `Founded in 1962, the firm makes pumps`: no sentence begins with its verb in the past.
    if prev.is_none() && i == 0 && kind(classes, i + 1) != Some(Kind::Determiner) {
        return if before_noun { Tag::Adjective } else { Tag::Participle };
    }
    // `The sirens, bought in 2016, did not sound`
    if prev == Some(Tag::Mark) && interrupts(classes, out, i) {
        return Tag::Participle;
    }
    if before_noun && matches!(prev, Some(Tag::Past | Tag::Present | Tag::Gerund | Tag::Infinitive)) {
        return Tag::Adjective;
    }
    // `some of the efforts made in Geneva`: the clause has its verb, and this one no object.
    if matches!(prev, Some(Tag::Noun | Tag::Name | Tag::Number))
        && !opens_phrase(classes, i + 1)
        && predicate_before(classes, out, i).is_some_and(|k| !takes_clause(classes, k) && !in_relative(out, k))
    {
        return Tag::Participle;
    }
    let base_too = f.has(Forms::BASE);
    let by_agent = classes.get(i + 1).is_some_and(|c| c.by) && kind(classes, i + 2) != Some(Kind::Number);
    match prev {
        // `the plane they were on lost its engine`
        Some(Tag::Preposition)
            if kind(classes, i + 1) == Some(Kind::Determiner) && i >= 2 && out[i - 2].is_finite() =>
        {
            return Tag::Past;
        }
        Some(Tag::Preposition) => return if before_noun { Tag::Adjective } else { Tag::Noun },
        Some(Tag::Pronoun | Tag::Relative) => return Tag::Past,
        Some(Tag::Subordinator) => {
            // `when asked`, `as expected`; but `what happened`.
            return if within(i, sure[i + 1]) || before_noun { Tag::Adjective } else { Tag::Participle };
        }
        _ => {}
    }
    if matches!(prev, None | Some(Tag::Mark | Tag::Coordinator)) && before_noun && within(i, sure[i + 1]) {
        return Tag::Adjective;
    }
    // `that the firm lost the case was no surprise`: what is done to the subject leaves no object.
    if matches!(prev, Some(Tag::Noun | Tag::Name)) && has_object(classes, i) && !has_finite(classes, out, i) {
        return Tag::Past;
    }
    if within(i, sure[i + 1])
        && !(classes[i].bare_clause && opens_phrase(classes, i + 1))
        && !ends_before_clause(classes, i, prev, sure[i + 1])
    {
        return Tag::Participle;
    }
    // `The man arrested on Monday and charged on Tuesday is free`
    if matches!(prev, Some(Tag::Noun | Tag::Name)) && is_paired(classes, i, sure)
        || prev == Some(Tag::Coordinator) && joins_participle(classes, out, i)
        || matches!(prev, Some(Tag::Noun)) && !opens_phrase(classes, i + 1) && ends_infinitive(classes, out, i)
    {
        return Tag::Participle;
    }
    // `The beams stacked on the deck crushed a car`: of two verbs with nothing between, the second is the main one.
    if matches!(prev, Some(Tag::Noun | Tag::Name)) && !classes[i].bare_clause && main_verb_ahead(classes, i, any) {
        return Tag::Participle;
    }
    // `The report published by the ministry` — not `Prices increased by 5%`.
    if by_agent && matches!(prev, Some(Tag::Noun | Tag::Name | Tag::Number | Tag::Mark)) {
        return Tag::Participle;
    }
    if base_too
        && f.has(Forms::NOUN)
        && matches!(prev, Some(Tag::Noun))
        && !opens_phrase(classes, i + 1)
        && has_finite(classes, out, i)
    {
        return Tag::Noun;
    }
    Tag::Past
}

/// Whether an object opens right behind the verb at `i`, and no time (`released this week`), and the verb has but one.
fn has_object(classes: &[Class], i: usize) -> bool {
    let time = || classes.get(i + 2..).unwrap_or(&[]).iter().take(2).any(|c| c.is_time);
    kind(classes, i + 1) == Some(Kind::Determiner) && !classes[i].two_objects && !time()
}

/// Whether the finite verb at `j` is that of a clause of time or reason which opens between the two, so that the verb at
/// `i` is the main one: `seized the boat after it was sold`, `fell ill as the ship left`; but `the man seized after the
/// raid is free`.
fn ends_before_clause(classes: &[Class], i: usize, prev: Option<Tag>, j: usize) -> bool {
    let Some(p) = (i + 1..j).find(|&k| classes[k].kind == Kind::PrepositionOrSubordinator) else { return false };
    if !opens_phrase(classes, p + 1) || j == p + 1 {
        return false;
    }
    let object = matches!(
        kind(classes, i + 1),
        Some(Kind::Determiner | Kind::Pronoun | Kind::PronounAuxiliary | Kind::Name | Kind::Number)
    );
    // `described as`, `used as`
    let as_what = p == i + 1 && classes[p].is_as && (classes[i].takes_object || classes[i].reporting);
    let named = matches!(prev, Some(Tag::Name | Tag::Pronoun));
    !as_what && (object || named || kind(classes, p + 1) == Some(Kind::Pronoun) || !classes[i].takes_object)
}

/// Whether the verb at `i` and another behind `and` may both be participles, with a finite verb behind these: both are
/// done to something, and neither has an object.
fn is_paired(classes: &[Class], i: usize, sure: &[usize]) -> bool {
    let is_break = |c: &Class| matches!(c.kind, Kind::Break | Kind::Coordinator | Kind::Subordinator | Kind::Wh);
    let Some(joint) = classes.iter().enumerate().skip(i + 1).take(REACH).find(|(_, c)| is_break(c)) else {
        return false;
    };
    let (c, second) = (joint.0, joint.0 + 1);
    let done = |k: usize| {
        let of = classes.get(k).filter(|c| c.takes_object && !c.bare_clause && c.kind == Kind::Open);
        of.is_some_and(|c| c.forms.has(Forms::PAST) && c.forms.has(Forms::PARTICIPLE))
            && matches!(kind(classes, k + 1), Some(Kind::Preposition | Kind::Adverb))
    };
    classes[c].kind == Kind::Coordinator
        && done(i)
        && done(second)
        && sure.get(second + 1).is_some_and(|&k| within(second, k))
}

/// Whether the verb at `i`, right behind `and`, goes on from a participle (`the car stolen in May and found in June`).
fn joins_participle(classes: &[Class], out: &[Tag], i: usize) -> bool {
    let Some(joint) = i.checked_sub(1).filter(|&c| out[c] == Tag::Coordinator) else { return false };
    let before = |k: &usize| out[*k].is_verbal() || out[*k] == Tag::Mark || out[*k] == Tag::Coordinator;
    let Some(verb) = (0..joint).rev().take(REACH).find(before) else { return false };
    let of_noun = |k: usize| matches!(out[k], Tag::Noun | Tag::Name | Tag::Mark);
    out[verb] == Tag::Participle
        && verb.checked_sub(1).is_none_or(of_noun)
        && !opens_phrase(classes, i + 1)
        && predicate_before(classes, out, verb).is_none()
}

/// Whether the word at `i` says what comes of the object of an infinitive: `told to wait and keep the doors shut`.
fn ends_infinitive(classes: &[Class], out: &[Tag], i: usize) -> bool {
    let Some(verb) = last_verb_before(classes, out, i) else { return false };
    let joined = verb.checked_sub(1).filter(|&c| out[c] == Tag::Coordinator);
    out[verb] == Tag::Infinitive && joined.is_some_and(|c| has_finite(classes, out, c))
}

/// Whether the verb at `i` has a preposition right behind it, and a verb in the past with an object follows in the same
/// clause.
fn main_verb_ahead(classes: &[Class], i: usize, any: &[usize]) -> bool {
    let led = matches!(kind(classes, i + 1), Some(Kind::Preposition | Kind::To));
    let Some(&j) = any.get(i + 1).filter(|&&j| led && within(i, j)) else { return false };
    if (i + 1..j).any(|k| classes[k].kind == Kind::PrepositionOrSubordinator) {
        return false;
    }
    let noun =
        |c: &Class| c.kind == Kind::Name || c.kind == Kind::Open && (!c.forms.is_verb() || c.forms.has(Forms::NOUN));
    let object = match kind(classes, j + 1) {
        Some(Kind::Determiner | Kind::Pronoun | Kind::Name) => true,
        // `killed two`, but `opened two years ago`
        Some(Kind::Number) => !matches!(kind(classes, j + 2), Some(Kind::Open)),
        Some(Kind::Open) => classes[j].reporting && noun(&classes[j + 1]),
        _ => false,
    };
    object && classes[j].forms.has(Forms::PAST) && noun(&classes[j - 1])
}

/// Whether the words from `i`, after a comma, stand between a subject and its verb: no verb before, and a comma with a
/// verb right behind it ahead.
fn interrupts(classes: &[Class], out: &[Tag], i: usize) -> bool {
    if i < 2 || !matches!(out[i - 2], Tag::Noun | Tag::Name | Tag::Number) || out[i - 1] != Tag::Mark {
        return false;
    }
    if (0..i).rev().take(REACH).any(|k| out[k].is_finite()) {
        return false;
    }
    let ahead = (i + 1..classes.len().min(i + REACH)).filter(|&k| classes[k].kind == Kind::Break);
    let verb = |k: usize| {
        let next =
            (k + 1..classes.len().min(k + 4)).find(|&n| !matches!(classes[n].kind, Kind::Adverb | Kind::Negation));
        next.is_some_and(|n| match classes[n].kind {
            Kind::Modal | Kind::Be | Kind::Have | Kind::Do => true,
            Kind::Open => {
                let f = classes[n].forms;
                let object =
                    || matches!(kind(classes, n + 1), Some(Kind::Determiner | Kind::Number | Kind::Pronoun | Kind::To));
                f.has(Forms::PAST) || (f.has(Forms::PRESENT) && (!f.has(Forms::NOUN) || object()))
            }
            _ => false,
        })
    };
    ahead.take(6).any(verb)
}

/// Whether a clause without `that` may follow the verb at `k`: not behind a preposition (`responded to shots fired`).
fn takes_clause(classes: &[Class], k: usize) -> bool {
    classes[k].bare_clause && !matches!(kind(classes, k + 1), Some(Kind::Preposition | Kind::To))
}

/// Whether the verb at `k` is that of a relative clause: the clause around it may wait for its own.
fn in_relative(out: &[Tag], k: usize) -> bool {
    (0..k)
        .rev()
        .take(REACH)
        .find(|&j| matches!(out[j], Tag::Mark | Tag::Subordinator | Tag::Relative))
        .is_some_and(|j| out[j] == Tag::Relative)
}
