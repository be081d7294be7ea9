//! Mentions by a role or a class that stands for one actor of the article: `the prime minister`, `the ministry`.

use crate::claim::actor::ActorKind;
use crate::claim::actor::keys::Key;
use crate::claim::actor::role::Found;
use crate::claim::actor::words::Words;
use crate::lexicon::List;
use crate::text::fold::fold_into;
use crate::text::span::Span;
use crate::text::token::TokenKind;
use foldhash::fast::FixedState;
use std::collections::HashMap;

/// For each group, its nominal mentions. `group_of` holds the group of each name; `named` tells which tokens belong to
/// a name or to a role that stands beside one.
pub(super) fn nominals(
    words: &Words<'_>,
    roles: &[Found],
    keys: &[Key],
    kinds: &[ActorKind],
    group_of_key: &[usize],
    group_of_name: &[usize],
    named: &[bool],
) -> Vec<Vec<Span>> {
    // The word or phrase that stands for exactly one actor, and from which token on; `None` once two share it.
    let mut bearers: HashMap<String, Option<(usize, usize)>, FixedState> = HashMap::default();
    let mut note = |phrase: String, group: usize, from: usize| {
        let bearer = bearers.entry(phrase).or_insert(Some((group, from)));
        if bearer.is_some_and(|b| b.0 != group) {
            *bearer = None;
        }
    };
    for f in roles {
        let group = group_of_name[f.name];
        for k in f.tokens.clone() {
            if let Some(m) = words.lexicon.match_at(List::Title, words.doc.text, &words.doc.tokens, k) {
                if matches!(m.entry.field(0), "office" | "rank" | "job") && k + m.len <= f.tokens.end {
                    note(phrase(words, k, m.len), group, f.tokens.start);
                }
            }
        }
    }
    for (k, key) in keys.iter().enumerate() {
        let group = group_of_key[k];
        if kinds.get(group) == Some(&ActorKind::Organisation) && key.parts.len() > 1 {
            let of = key.parts.iter().position(|p| p == "of" || p == "for");
            let head = match of {
                Some(of) => key.parts.get(of.saturating_sub(1)),
                None => key.parts.last(),
            };
            let first = key.names.first().copied().unwrap_or(0);
            if let Some(head) = head.filter(|h| words.lexicon.lookup(h).0.has(List::NameHead)) {
                note(head.clone(), group, first);
            }
        }
    }
    let mut out = vec![Vec::new(); kinds.len()];
    let mut whole = String::new();
    if bearers.is_empty() {
        return out;
    }
    for (i, token) in words.doc.tokens.iter().enumerate() {
        if !token.is(words.doc.text, "the")
            || !matches!(token.of(words.doc.text), "the" | "The")
            || named.get(i + 1).copied().unwrap_or(true)
        {
            continue;
        }
        let (len, found) = longest(words, &bearers, i + 1, &mut whole);
        let Some((group, from)) = found else { continue };
        let next = i + 1 + len;
        let goes_on = words.is(next, "of")
            || words.is(next, "-")
            || named.get(next).copied().unwrap_or(false)
            || words.doc.tokens.get(next).is_some_and(|t| {
                t.kind == TokenKind::Word
                    && (words.has(next, List::Title) || words.has(next, List::SpeakerNoun))
                    && !words.has(next, List::ReportingVerb)
            });
        if !goes_on && (kinds[group] != ActorKind::Person || from < i) {
            out[group].push(words.token(i).span.to(words.token(next - 1).span));
        }
    }
    out
}

fn phrase(words: &Words<'_>, k: usize, len: usize) -> String {
    let mut out = String::with_capacity(32);
    phrase_into(words, k, len, &mut out);
    out
}

fn phrase_into(words: &Words<'_>, k: usize, len: usize, out: &mut String) {
    out.clear();
    for t in k..k + len {
        if t > k {
            out.push(' ');
        }
        fold_into(words.text(t), out);
    }
}

type Bearers = HashMap<String, Option<(usize, usize)>, FixedState>;

/// The bearer of the longest phrase of up to three lower-case words at `i`, with the phrase's length; `whole` is room for
/// the words.
fn longest(words: &Words<'_>, bearers: &Bearers, i: usize, whole: &mut String) -> (usize, Option<(usize, usize)>) {
    if !words.has(i, List::Title) && !words.has(i, List::NameHead) && !words.token_opens(i, List::Title) {
        return (0, None);
    }
    let is_word = |k: &usize| words.doc.tokens.get(*k).is_some_and(|t| t.kind == TokenKind::Word);
    let longest = (i..i + 3).take_while(is_word).count();
    phrase_into(words, i, longest, whole);
    // A shorter phrase is the same without its last words.
    let mut phrase = whole.as_str();
    for len in (1..=longest).rev() {
        if let Some(found) = bearers.get(phrase) {
            return (len, *found);
        }
        phrase = phrase.rsplit_once(' ').map_or("", |(rest, _)| rest);
    }
    (0, None)
}
