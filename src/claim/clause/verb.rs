//! Verb groups: a predicate with its auxiliaries.

use crate::claim::clause::scene::Scene;
use crate::text::one_of::{OneOf, one_of};
use crate::text::tag::Tag;
use crate::text::token::{Token, TokenKind};

/// A verb with its auxiliaries, negations and the adverbs between them, in tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Group {
    /// The first token.
    pub(crate) first: usize,
    /// The verb itself.
    pub(crate) head: usize,
    /// The last token.
    pub(crate) last: usize,
    /// Whether the subject is what is acted on.
    pub(crate) passive: bool,
    /// `he'll`, `did they`, `nor had the crew known`: the subject stands inside, from its first to its last token.
    pub(crate) inner_subject: Option<(usize, usize)>,
}

/// Tokens of a subject inside of a verb group, at most.
const LONGEST: usize = 8;

const BE: &OneOf<'_> = one_of![
    "be", "been", "being", "is", "are", "was", "were", "am", "'s", "’s", "isn't", "aren't", "wasn't", "weren't"
];

/// Whether token `i` is a form of `be`.
pub(crate) fn is_be(scene: &Scene<'_>, i: usize) -> bool {
    scene.tag(i) == Tag::Be || scene.is_one(i, BE)
}

/// The verb group that begins at token `i`, before token `end`: with a finite verb, or with the verb form there.
pub(crate) fn group_at(scene: &Scene<'_>, i: usize, end: usize) -> Option<Group> {
    let first = scene.tag(i);
    let mut group = Group { first: i, head: i, last: i, passive: false, inner_subject: None };
    match first {
        Tag::PronounAuxiliary => group.inner_subject = Some((i, i)),
        t if t.is_verbal() => {}
        _ => return None,
    }
    let mut be = is_be(scene, i) || first == Tag::PronounAuxiliary;
    let mut k = i + 1;
    if let Some(verb) = inverted(scene, i, end) {
        group.inner_subject = Some((k, verb - 1));
        group.passive = be && scene.tag(verb) == Tag::Participle && !is_be(scene, verb);
        be |= is_be(scene, verb);
        (group.head, group.last) = (verb, verb);
        k = verb + 1;
    }
    // `this is yet to be submitted` may be the last words of the text.
    while k < end && scene.quoted.get(k) == Some(&false) {
        let tag = scene.tag(k);
        let head = group.head;
        let auxiliary = || {
            matches!(scene.tag(head), Tag::Modal | Tag::Be | Tag::Have | Tag::Do | Tag::PronounAuxiliary)
                || is_be(scene, head)
                || scene.is_one(head, one_of!["have", "having", "had", "get", "got", "getting"])
        };
        match tag {
            Tag::Adverb | Tag::Negation => {}
            // `had “severely damaged”`
            Tag::Mark if auxiliary() && scene.is_one(k, one_of!["\"", "“", "‘"]) => {}
            Tag::Pronoun
                if group.head == i
                    && k == i + 1
                    && group.inner_subject.is_none()
                    && auxiliary()
                    && scene.tag(k + 1).is_verbal() =>
            {
                group.inner_subject = Some((k, k));
            }
            Tag::Infinitive | Tag::Participle | Tag::Gerund if auxiliary() => {
                group.passive = tag == Tag::Participle && be && !is_be(scene, k);
                be |= is_be(scene, k);
                group.head = k;
                group.last = k;
            }
            // `was hand-fed`
            _ if auxiliary() && is_compound(scene, k, end) => {
                group.passive = be;
                (group.head, group.last) = (k + 2, k + 2);
                k += 2;
            }
            _ => break,
        }
        k += 1;
    }
    if first == Tag::Participle && group.head == i {
        group.passive = true;
    }
    Some(group)
}

/// Words before which an auxiliary stands ahead of its subject.
const INVERTING: &OneOf<'_> = one_of!["nor", "neither", "never", "rarely", "seldom", "hardly", "scarcely"];

/// The verb of the auxiliary at token `i`, behind a subject that stands between the two: `nor had the crew known`, `Had the
/// alarm sounded, …`.
fn inverted(scene: &Scene<'_>, i: usize, end: usize) -> Option<usize> {
    let before = i.checked_sub(1).filter(|&p| scene.tag(p) != Tag::Mark);
    let led = before.is_some_and(|p| scene.is_one(p, INVERTING)) || is_condition(scene, i);
    let auxiliary = matches!(scene.tag(i), Tag::Be | Tag::Have | Tag::Do | Tag::Modal);
    // A pronoun alone is read as it comes.
    if !led || !auxiliary || scene.tag(i + 1) == Tag::Pronoun {
        return None;
    }
    let last = (i + 1..end.min(i + LONGEST)).take_while(|&k| scene.tag(k).is_nominal() && !scene.quoted[k]).last()?;
    let verb = (last + 1..end.min(last + 3)).find(|&k| !matches!(scene.tag(k), Tag::Adverb | Tag::Negation))?;
    let fits = match scene.tag(i) {
        Tag::Be => matches!(scene.tag(verb), Tag::Participle | Tag::Gerund),
        Tag::Have => matches!(scene.tag(verb), Tag::Participle | Tag::Past),
        _ => scene.tag(verb) == Tag::Infinitive,
    };
    fits.then_some(verb)
}

/// Whether the auxiliary at token `i` opens a sentence as a condition: `Had the alarm sounded`, `Should the talks fail`.
pub(crate) fn is_condition(scene: &Scene<'_>, i: usize) -> bool {
    let capital = scene.doc.tokens.get(i).is_some_and(Token::is_capitalised);
    capital && scene.is_one(i, one_of!["had", "should"]) && scene.tag(i + 1).is_nominal()
}

/// Whether a word, a hyphen and a participle, nothing between them, stand at token `k` and before `end`.
fn is_compound(scene: &Scene<'_>, k: usize, end: usize) -> bool {
    let tokens = scene.doc.tokens.get(k..end.min(k + 3)).unwrap_or(&[]);
    let joined = |a: &Token, b: &Token| a.span.end() == b.span.start();
    matches!(tokens, [a, dash, b] if joined(a, dash) && joined(dash, b) && a.kind == TokenKind::Word)
        && scene.is(k + 1, "-")
        && matches!(scene.tag(k + 2), Tag::Participle | Tag::Past)
        // `have work-related questions`
        && !matches!(scene.tag(k + 3), Tag::Noun | Tag::Adjective | Tag::Gerund)
}
