//! From what each word can be to what it is, by the words around it.

use crate::text::tag::Tag;
use crate::text::tag::around::{Place, REACH, has_finite, has_verbal, kind, opens_phrase, predicate_before, within};
use crate::text::tag::participle::past;
use crate::text::tag::word::{Class, Forms, Kind};

/// For each token the next finite verb: see [`finite_ahead`]. Kept from sentence to sentence for their room.
pub(super) struct Ahead {
    sure: Vec<usize>,
    any: Vec<usize>,
}

impl Ahead {
    /// With room for a sentence of so many tokens.
    pub(super) fn with_room(tokens: usize) -> Self {
        Self { sure: Vec::with_capacity(tokens + 1), any: Vec::with_capacity(tokens + 1) }
    }
}

/// Writes the tags of one sentence into `out`.
pub(super) fn resolve(classes: &[Class], ahead: &mut Ahead, out: &mut [Tag]) {
    finite_ahead(classes, ahead);
    for i in 0..classes.len() {
        let tag = tag_at(classes, out, i, &ahead.sure, &ahead.any);
        if let Some(slot) = out.get_mut(i) {
            *slot = tag;
        }
    }
}

/// For each token, the next token after it, before any break or opener of a clause, that is surely finite; and the
/// next that may be.
fn finite_ahead(classes: &[Class], ahead: &mut Ahead) {
    let n = classes.len();
    let Ahead { sure, any } = ahead;
    for list in [&mut *sure, &mut *any] {
        list.clear();
        list.resize(n + 1, usize::MAX);
    }
    for i in (0..n).rev() {
        let c = &classes[i];
        (sure[i], any[i]) = (sure[i + 1], any[i + 1]);
        match c.kind {
            Kind::Break | Kind::Subordinator | Kind::Wh | Kind::That | Kind::Coordinator => {
                (sure[i], any[i]) = (usize::MAX, usize::MAX);
            }
            // `the car she was driving`: the clause of a noun has its own verb, which is no other's.
            Kind::Pronoun if any[i] == i + 1 && follows_noun(classes, i) => {
                (sure[i], any[i]) = (sure[i + 2], any[i + 2]);
            }
            // `to be cleared` is no finite verb.
            Kind::Be | Kind::Have | Kind::Do if i > 0 && classes[i - 1].kind == Kind::To => {}
            Kind::Modal | Kind::Be | Kind::Have | Kind::Do | Kind::PronounAuxiliary => (sure[i], any[i]) = (i, i),
            Kind::Open => {
                let f = c.forms;
                let after_to = i > 0 && classes[i - 1].kind == Kind::To;
                let after_pronoun = i > 0 && matches!(classes[i - 1].kind, Kind::Pronoun | Kind::Indefinite);
                // `of heightened tension`, `the injured passengers`; but `the plane they were on lost its engine`
                let in_phrase = i > 0
                    && !matches!(kind(classes, i + 1), Some(Kind::Determiner))
                    && f.has(Forms::PARTICIPLE)
                    && matches!(
                        classes[i - 1].kind,
                        Kind::Preposition | Kind::Determiner | Kind::Possessive | Kind::Number
                    );
                let past = f.has(Forms::PAST) && !in_phrase;
                let present = f.has(Forms::PRESENT) || (f.has(Forms::BASE) && after_pronoun);
                if (past && (!f.has(Forms::PARTICIPLE) || after_pronoun))
                    || (present && (!f.has(Forms::NOUN) || after_pronoun) && !after_to)
                {
                    (sure[i], any[i]) = (i, i);
                } else if past || (present && !f.has(Forms::NOUN)) {
                    any[i] = i;
                }
            }
            _ => {}
        }
    }
}

/// Whether a common noun stands right before `i`.
fn follows_noun(classes: &[Class], i: usize) -> bool {
    i.checked_sub(1).and_then(|p| classes.get(p)).is_some_and(|c| {
        let f = c.forms;
        c.kind == Kind::Open && (!f.is_verb() || f.has(Forms::NOUN)) && !f.has(Forms::PAST | Forms::GERUND)
    })
}

/// The last tag before `i` that is no adverb, negation or quotation mark.
fn before(classes: &[Class], out: &[Tag], i: usize) -> Option<Tag> {
    let passed = |k: &usize| matches!(out[*k], Tag::Adverb | Tag::Negation) || classes[*k].kind == Kind::Quotation;
    (0..i).rev().take(5).find(|k| !passed(k)).map(|k| out[k])
}

fn tag_at(classes: &[Class], out: &[Tag], i: usize, sure: &[usize], any: &[usize]) -> Tag {
    let before = || before(classes, out, i);
    match classes[i].kind {
        Kind::Mark | Kind::Break | Kind::Quotation => Tag::Mark,
        Kind::Number => Tag::Number,
        Kind::Name => Tag::Name,
        Kind::Pronoun | Kind::Indefinite => Tag::Pronoun,
        Kind::PronounAuxiliary => Tag::PronounAuxiliary,
        Kind::Determiner => Tag::Determiner,
        Kind::Adjective => Tag::Adjective,
        // `the first approach`: an ordinal in a noun phrase.
        Kind::Adverb if i > 0 && in_noun_phrase(classes, out, i) => Tag::Adjective,
        Kind::Adverb => Tag::Adverb,
        Kind::Negation => Tag::Negation,
        Kind::Coordinator => Tag::Coordinator,
        Kind::Preposition => Tag::Preposition,
        Kind::Subordinator => Tag::Subordinator,
        Kind::Possessive => match before() {
            // `it's`, `there's`, `who's`.
            Some(Tag::Pronoun | Tag::Relative)
                if i > 0 && matches!(classes[i - 1].kind, Kind::Pronoun | Kind::Wh | Kind::That) =>
            {
                Tag::Be
            }
            _ => Tag::Possessive,
        },
        Kind::PrepositionOrSubordinator => {
            // `known as`, `as many as 200`
            let comparing = classes[i].is_as
                && (kind(classes, i + 1) == Some(Kind::Number)
                    || (before() == Some(Tag::Participle) && !matches!(kind(classes, i + 1), Some(Kind::Pronoun)))
                    || (i > 1 && classes[i - 2].is_as));
            // `The man seized after the raid was freed`: what follows has no verb of its own.
            let of_noun = || {
                before() == Some(Tag::Participle) && i > 0 && !has_finite(classes, out, i) && one_verb(classes, any, i)
            };
            // `since 1957 the tunnel`
            let dated = kind(classes, i + 1) == Some(Kind::Number)
                && matches!(kind(classes, i + 2), Some(Kind::Determiner | Kind::Pronoun | Kind::Indefinite));
            let clause = !comparing
                && !dated
                && opens_phrase(classes, i + 1)
                && within(i, any[i + 1])
                && any[i + 1] > i + 1
                && !of_noun();
            if clause { Tag::Subordinator } else { Tag::Preposition }
        }
        Kind::That => that(classes, out, i, before(), any),
        Kind::Wh => match before() {
            Some(
                Tag::Noun | Tag::Name | Tag::Mark | Tag::Pronoun | Tag::Number | Tag::Preposition | Tag::Adjective,
            ) if i > 0 => Tag::Relative,
            _ => Tag::Subordinator,
        },
        Kind::To => {
            let verb = classes.get(i + 1).is_some_and(|c| match c.kind {
                Kind::Be | Kind::Have | Kind::Do | Kind::Adverb | Kind::Negation => true,
                Kind::Open => c.forms.has(Forms::BASE),
                _ => false,
            });
            // `went to court with a list`, but `went to press charges`
            let noun = || {
                i > 0
                    && classes[i - 1].leads_to
                    && classes.get(i + 1).is_some_and(|c| c.forms.has(Forms::NOUN))
                    && !opens_phrase(classes, i + 2)
            };
            let verb = verb && !noun();
            if verb { Tag::To } else { Tag::Preposition }
        }
        Kind::Modal => Tag::Modal,
        Kind::Be if matches!(before(), Some(Tag::To | Tag::Modal)) => Tag::Infinitive,
        Kind::Be => Tag::Be,
        Kind::Been | Kind::Done => Tag::Participle,
        Kind::Being | Kind::Having => Tag::Gerund,
        Kind::Have if matches!(before(), Some(Tag::To | Tag::Modal)) => Tag::Infinitive,
        // `have had`
        Kind::Have if before() == Some(Tag::Have) => Tag::Participle,
        Kind::Have => Tag::Have,
        Kind::Do if matches!(before(), Some(Tag::To | Tag::Modal)) => Tag::Infinitive,
        Kind::Do => Tag::Do,
        Kind::Open if !classes[i].forms.is_verb() => {
            if classes[i].forms.has(Forms::ADJECTIVE) {
                Tag::Adjective
            } else {
                Tag::Noun
            }
        }
        Kind::Open => open_verb(classes, out, i, before(), kind(classes, i + 1), sure, any),
    }
}

fn that(classes: &[Class], out: &[Tag], i: usize, prev: Option<Tag>, any: &[usize]) -> Tag {
    let after_noun = matches!(prev, Some(Tag::Noun | Tag::Name | Tag::Number | Tag::Pronoun));
    let verb_next = classes.get(i + 1).is_some_and(|c| match c.kind {
        Kind::Modal | Kind::Be | Kind::Have | Kind::Do | Kind::Adverb | Kind::Negation => true,
        Kind::Open => {
            c.forms.has(Forms::PRESENT | Forms::PAST) || (c.forms.has(Forms::BASE) && !c.forms.has(Forms::NOUN))
        }
        _ => false,
    });
    if i == 0 || matches!(prev, Some(Tag::Preposition | Tag::Subordinator | Tag::Relative)) {
        return if verb_next { Tag::Pronoun } else { Tag::Determiner };
    }
    if after_noun && verb_next {
        return Tag::Relative;
    }
    // `that the ship`, `that he`: no demonstrative before these.
    if i > 0
        && matches!(
            kind(classes, i + 1),
            Some(Kind::Determiner | Kind::Pronoun | Kind::Indefinite | Kind::PronounAuxiliary | Kind::Name)
        )
        && (prev.is_some_and(Tag::is_verbal) || prev == Some(Tag::Adjective))
    {
        return Tag::Subordinator;
    }
    let clause = opens_phrase(classes, i + 1) || matches!(kind(classes, i + 1), Some(Kind::That | Kind::Indefinite));
    if clause && within(i, any[i + 1]) || kind(classes, i + 1) == Some(Kind::That) {
        let speech = classes.get(i.wrapping_sub(1)).is_some_and(|c| c.speech_noun || c.reporting);
        return if after_noun && !speech && !follows_verb_of_telling(classes, out, i) {
            Tag::Relative
        } else {
            Tag::Subordinator
        };
    }
    // `that after 16 hours …, pay rises`: what was said begins with something else.
    if matches!(
        prev,
        Some(Tag::Past | Tag::Present | Tag::Participle | Tag::Gerund | Tag::Infinitive | Tag::Coordinator)
    ) && matches!(
        kind(classes, i + 1),
        Some(Kind::Preposition | Kind::PrepositionOrSubordinator | Kind::Subordinator)
    ) {
        return Tag::Subordinator;
    }
    if verb_next { Tag::Pronoun } else { Tag::Determiner }
}

/// `told the court that`, `warned investors that`: a verb of saying a few words before.
fn follows_verb_of_telling(classes: &[Class], out: &[Tag], i: usize) -> bool {
    let from = i.saturating_sub(6);
    (from..i).rev().take_while(|&k| out[k] != Tag::Mark).any(|k| classes[k].reporting && out[k].is_verbal())
}

/// An open-class word that can be a verb.
fn open_verb(
    classes: &[Class],
    out: &[Tag],
    i: usize,
    prev: Option<Tag>,
    next: Option<Kind>,
    sure: &[usize],
    any: &[usize],
) -> Tag {
    let f = classes[i].forms;
    let before_noun = classes.get(i + 1).is_some_and(|c| {
        matches!(c.kind, Kind::Name | Kind::Adjective | Kind::Number)
            || (c.kind == Kind::Open && (!c.forms.is_verb() || c.forms.has(Forms::NOUN)))
    });
    let nominal = |f: Forms| if f.has(Forms::PARTICIPLE | Forms::ADJECTIVE) { Tag::Adjective } else { Tag::Noun };
    match prev {
        Some(Tag::To) if f.has(Forms::BASE) => return Tag::Infinitive,
        Some(Tag::Modal | Tag::Do) if f.has(Forms::BASE) => return Tag::Infinitive,
        Some(Tag::PronounAuxiliary) => {
            return if f.has(Forms::GERUND) {
                Tag::Gerund
            } else if f.has(Forms::PAST | Forms::PARTICIPLE) {
                Tag::Participle
            } else {
                Tag::Infinitive
            };
        }
        Some(Tag::Have | Tag::Be) | Some(Tag::Participle | Tag::Gerund | Tag::Infinitive)
            if after_auxiliary(classes, out, i) =>
        {
            if f.has(Forms::PAST | Forms::PARTICIPLE) {
                return Tag::Participle;
            }
            if f.has(Forms::GERUND) && !(f.has(Forms::NOUN) && before_noun && !opens_phrase(classes, i + 1)) {
                return Tag::Gerund;
            }
        }
        // Inverted: `did they know`, `will prices rise`.
        Some(Tag::Pronoun) if f.has(Forms::BASE) && i > 1 && matches!(out[i - 2], Tag::Modal | Tag::Do) => {
            return Tag::Infinitive;
        }
        // `St. Brendan's paid.`: a name that ends in a possessive.
        Some(Tag::Possessive)
            if f.has(Forms::PAST) && !before_noun && !has_finite(classes, out, i) && !within(i, sure[i + 1]) =>
        {
            return Tag::Past;
        }
        // `Most die within five years`
        Some(Tag::Determiner)
            if i > 0
                && classes[i - 1].quantifier
                && f.has(Forms::BASE)
                && !f.has(Forms::NOUN | Forms::PAST)
                && !before_noun =>
        {
            return Tag::Present;
        }
        Some(Tag::Determiner | Tag::Possessive) => {
            return if before_noun { nominal(f) } else { Tag::Noun };
        }
        Some(Tag::Adjective)
            if (!f.has(Forms::PAST) || before_noun) && (!f.has(Forms::PRESENT | Forms::PAST) || f.has(Forms::NOUN)) =>
        {
            return if f.has(Forms::PARTICIPLE) { Tag::Adjective } else { Tag::Noun };
        }
        _ => {}
    }
    if f.has(Forms::GERUND) {
        return gerund(classes, i, prev, next, before_noun, f);
    }
    let place = Place { classes, out, i, prev, before_noun, sure, any };
    // `the remarks come`, `they come`: the base form is the participle too.
    let plural = i > 0 && classes[i - 1].forms.has(Forms::PLURAL);
    let base = f.has(Forms::BASE) && !f.has(Forms::PAST) && (plural || prev == Some(Tag::Pronoun));
    if f.has(Forms::PAST | Forms::PARTICIPLE) && !base {
        return past(&place, f);
    }
    present(&place, f)
}

/// Whether the verb before `i` (adverbs left out) is an auxiliary: be, have, or a participle or infinitive of these.
fn after_auxiliary(classes: &[Class], out: &[Tag], i: usize) -> bool {
    let at = (0..i).rev().take(4).find(|&k| !matches!(out[k], Tag::Adverb | Tag::Negation));
    at.is_some_and(|k| {
        matches!(classes[k].kind, Kind::Be | Kind::Been | Kind::Being | Kind::Have | Kind::Having) || out[k] == Tag::Be
    })
}

fn gerund(classes: &[Class], i: usize, prev: Option<Tag>, next: Option<Kind>, before_noun: bool, f: Forms) -> Tag {
    let object = matches!(next, Some(Kind::Determiner | Kind::Pronoun | Kind::That | Kind::To))
        || matches!(next, Some(Kind::Preposition | Kind::PrepositionOrSubordinator | Kind::Adverb));
    if classes.get(i + 1).is_some_and(|c| c.is_of) && !matches!(prev, Some(Tag::Be)) {
        return Tag::Noun;
    }
    match prev {
        None if before_noun && !object && f.has(Forms::NOUN) => Tag::Adjective,
        // `two missing miners`
        Some(Tag::Number) if before_noun && !object => Tag::Adjective,
        Some(Tag::Noun | Tag::Name | Tag::Number) if !object && !opens_phrase(classes, i + 1) => Tag::Noun,
        Some(Tag::Noun) if f.has(Forms::NOUN) && before_noun => Tag::Noun,
        _ => Tag::Gerund,
    }
}

/// Whether there is one finite verb ahead of `i` in its clause, and none behind that.
fn one_verb(classes: &[Class], any: &[usize], i: usize) -> bool {
    let Some(&first) = any.get(i + 1).filter(|&&k| within(i, k)) else { return false };
    let auxiliary = matches!(classes[first].kind, Kind::Modal | Kind::Be | Kind::Have | Kind::Do);
    let from = if auxiliary { first + 2 } else { first + 1 };
    any.get(from).is_none_or(|&k| k == usize::MAX)
}

/// Whether the words before `i` end, with a comma, what stands between a subject and its verb: a noun and a comma before
/// them, and no finite verb.
fn closes_aside(classes: &[Class], out: &[Tag], i: usize) -> bool {
    let comma = |k: &usize| classes[*k].kind == Kind::Break;
    let from = i.saturating_sub(REACH);
    let Some(open) = (from + 1..i.saturating_sub(1)).rev().find(comma) else { return false };
    let last = if out[open + 1] == Tag::Relative { open } else { i };
    comma(&(i - 1)) && matches!(out[open - 1], Tag::Noun | Tag::Name) && !(from..last).any(|k| out[k].is_finite())
}

/// The tag of a base form, or of one in `-s`.
fn present(place: &Place<'_>, f: Forms) -> Tag {
    let &Place { classes, out, i, prev, before_noun, sure, any } = place;
    let plural_subject = i > 0 && out[i - 1] == Tag::Noun && classes[i - 1].forms.has(Forms::PLURAL);
    let follows = opens_phrase(classes, i + 1)
        || matches!(
            kind(classes, i + 1),
            Some(
                Kind::To
                    | Kind::That
                    | Kind::Preposition
                    | Kind::PrepositionOrSubordinator
                    | Kind::Adverb
                    | Kind::Wh
                    | Kind::Subordinator
                    | Kind::Negation
            )
        );
    // `If the talks fail, the union will strike`
    if matches!(prev, Some(Tag::Noun | Tag::Name)) && ends_clause(classes, out, i) {
        return Tag::Present;
    }
    if f.has(Forms::BASE) {
        return match prev {
            Some(Tag::Relative) if f.has(Forms::NOUN) && within(i, sure[i + 1]) => Tag::Noun,
            Some(Tag::Pronoun | Tag::Relative) => Tag::Present,
            Some(Tag::Noun | Tag::Adverb)
                if plural_subject && !(f.has(Forms::NOUN) && (within(i, any[i + 1]) || !follows)) =>
            {
                Tag::Present
            }
            Some(Tag::Coordinator) if !f.has(Forms::NOUN) || (follows && !within(i, sure[i + 1])) => {
                coordinated(out, i, f)
            }
            Some(Tag::Noun | Tag::Name) if !f.has(Forms::NOUN) => Tag::Present,
            None | Some(Tag::Mark) if !f.has(Forms::NOUN) && (!has_finite(classes, out, i) || i == 0) => {
                Tag::Infinitive
            }
            _ if f.has(Forms::NOUN) => Tag::Noun,
            Some(Tag::Preposition | Tag::Number) => Tag::Noun,
            _ => Tag::Infinitive,
        };
    }
    if !f.has(Forms::NOUN) {
        return if matches!(prev, Some(Tag::Preposition)) { Tag::Noun } else { Tag::Present };
    }
    // `still shows the ship`
    if i > 0
        && matches!(out[i - 1], Tag::Adverb | Tag::Negation)
        && opens_phrase(classes, i + 1)
        && prev != Some(Tag::Preposition)
    {
        return Tag::Present;
    }
    match prev {
        Some(Tag::Relative) if within(i, sure[i + 1]) => Tag::Noun,
        Some(Tag::Pronoun | Tag::Relative) => Tag::Present,
        // `Network engineers first detected the fault`
        Some(Tag::Noun | Tag::Name) if subject_of_next(classes, i, any) => Tag::Noun,
        Some(Tag::Noun | Tag::Name)
            if follows
                && !within(i, sure[i + 1])
                && (!has_verbal(classes, out, i) || ends_relative(classes, out, i))
                && (!before_noun || !within(i, any[i + 1]))
                && !plural_subject =>
        {
            Tag::Present
        }
        // `Ann Lee, the mayor, wants a vote`
        Some(Tag::Mark) if follows && !within(i, any[i + 1]) && closes_aside(classes, out, i) => Tag::Present,
        Some(Tag::Coordinator)
            if follows && !within(i, sure[i + 1]) && opens_phrase(classes, i + 1) && has_present(out, i) =>
        {
            Tag::Present
        }
        _ => Tag::Noun,
    }
}

/// Whether the verbs before `i` are those of a relative clause in what begins the sentence: `anyone who lies faces a fine`.
fn ends_relative(classes: &[Class], out: &[Tag], i: usize) -> bool {
    let relative = (0..i).rev().take(REACH).find(|&k| matches!(out[k], Tag::Mark | Tag::Subordinator | Tag::Relative));
    relative.is_some_and(|k| {
        out[k] == Tag::Relative
            && predicate_before(classes, out, i).is_some()
            && (1..REACH).contains(&k)
            && out[..k].iter().all(|t| t.is_nominal() || *t == Tag::Preposition)
    })
}

/// Whether the word at `i` ends a clause that `if` or `when` opens, and that has no verb yet.
fn ends_clause(classes: &[Class], out: &[Tag], i: usize) -> bool {
    if !matches!(kind(classes, i + 1), None | Some(Kind::Break | Kind::Mark)) {
        return false;
    }
    let from = i.saturating_sub(REACH);
    let inside = |k: &usize| out[*k].is_nominal() || matches!(out[*k], Tag::Adverb | Tag::Preposition);
    let opener = (from..i).rev().find(|k| !inside(k));
    opener.is_some_and(|k| {
        k + 1 < i && out[k] == Tag::Subordinator && matches!(classes[k].kind, Kind::Subordinator | Kind::Wh)
    })
}

/// Whether the word at `i` is the subject of a verb right after it, adverbs left out. Before a noun, a word in `-ed` may
/// be an adjective instead (`shows improved results`).
fn subject_of_next(classes: &[Class], i: usize, any: &[usize]) -> bool {
    let next = any[i + 1];
    within(i, next)
        && next <= i + 3
        && (i + 1..next).all(|k| matches!(classes[k].kind, Kind::Adverb | Kind::Negation))
        && (next > i + 1
            || !matches!(kind(classes, next + 1), Some(Kind::Open | Kind::Adjective))
            || !classes[next].forms.has(Forms::PARTICIPLE))
}

/// Whether the adverb at `i` stands between a determiner and what its noun phrase goes on with.
fn in_noun_phrase(classes: &[Class], out: &[Tag], i: usize) -> bool {
    matches!(out[i - 1], Tag::Determiner | Tag::Possessive)
        && !classes[i - 1].quantifier
        && classes.get(i + 1).is_some_and(|c| {
            matches!(c.kind, Kind::Adjective | Kind::Number | Kind::Name)
                || (c.kind == Kind::Open && (!c.forms.is_verb() || c.forms.has(Forms::NOUN | Forms::ADJECTIVE)))
        })
}

/// What a base form after `and` or `or` is: it goes with the last verb before.
fn coordinated(out: &[Tag], i: usize, f: Forms) -> Tag {
    match out[..i].iter().rev().take(REACH).find(|t| t.is_verbal()) {
        Some(Tag::Infinitive | Tag::Modal | Tag::Do) => Tag::Infinitive,
        Some(Tag::Present) => Tag::Present,
        _ if f.has(Forms::NOUN) => Tag::Noun,
        _ => Tag::Infinitive,
    }
}

fn has_present(out: &[Tag], i: usize) -> bool {
    out[..i].iter().rev().take(REACH).find(|t| t.is_finite()) == Some(&Tag::Present)
}
