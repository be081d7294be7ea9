//! What one article says twice becomes one claim with the further places.

use crate::claim::clause::scene::Scene;
use crate::claim::clause::{Claim, ClaimKind};
use crate::lexicon::{Lexicon, List, UNLISTED, folded_hash};
use crate::text::sentence::Part;
use crate::text::tag::Tag;
use crate::text::token::{Token, TokenKind};
use foldhash::fast::FixedState;
use std::collections::HashMap;
use std::hash::BuildHasher as _;

/// How many headline claims are held against how many of the first claims of the body.
const HEADLINES: usize = 16;
const BODY: usize = 200;
/// The share of content words that a headline must have in common with a claim of the body, of all that either has.
const ALIKE: f32 = 0.75;

/// Merges claims of one kind, speaker, polarity and certainty with the same content words; a claim of the body takes up
/// the headline's. Cost: O(claims).
pub(super) fn merge(scene: &Scene<'_>, claims: &mut Vec<Claim>) {
    let tokens: Vec<u64> = scene.doc.tokens.iter().zip(&scene.tags).map(|(t, tag)| of_token(scene, t, *tag)).collect();
    let mut words = Bags::default();
    claims.iter().for_each(|c| content(scene, c, &tokens, &mut words));
    let mut into: Vec<Option<usize>> = vec![None; claims.len()];
    // The body first: a headline is a repeat of it, never the other way about.
    let (headline, prose): (Vec<usize>, Vec<usize>) =
        (0..claims.len()).partition(|&i| claims[i].part == Part::Headline);
    let hash = FixedState::with_seed(0);
    let mut first: HashMap<u64, usize, FixedState> = HashMap::with_capacity_and_hasher(claims.len(), hash.clone());
    for &i in prose.iter().chain(&headline) {
        let c = &claims[i];
        let own = words.of(i);
        if own.len() < 3 {
            continue;
        }
        let at = *first.entry(hash.hash_one((c.kind, own))).or_insert(i);
        if at != i && claims[at].kind == c.kind && words.of(at) == own && same_stand(&claims[at], c) {
            into[i] = Some(at);
        }
    }
    let headlines: Vec<usize> = headline
        .into_iter()
        .filter(|&i| into[i].is_none() && claims[i].kind == ClaimKind::Statement)
        .take(HEADLINES)
        .collect();
    let body: Vec<usize> = prose.into_iter().filter(|&i| claims[i].kind == ClaimKind::Statement).take(BODY).collect();
    for h in headlines {
        let best = body
            .iter()
            .map(|&b| (alike(words.of(h), words.of(b)), b))
            .filter(|(s, b)| *s >= ALIKE && same_stand(&claims[h], &claims[*b]));
        let best = best.max_by(|x, y| x.0.total_cmp(&y.0).then(y.1.cmp(&x.1)));
        into[h] = best.map(|(_, b)| b);
    }
    let spans: Vec<_> = claims.iter().map(|c| c.span).collect();
    for (i, target) in into.iter().enumerate() {
        let Some(t) = target else { continue };
        let mut t = *t;
        // A headline may go to a claim that went to another.
        if let Some(further) = into[t] {
            t = further;
        }
        if claims[t].repeats.len() < 32 {
            claims[t].repeats.push(spans[i]);
        }
    }
    for c in claims.iter_mut() {
        c.repeats.sort_unstable();
    }
    let mut keep = into.iter().map(Option::is_none);
    claims.retain(|_| keep.next().unwrap_or(true));
}

fn same_stand(a: &Claim, b: &Claim) -> bool {
    a.polarity == b.polarity
        && (a.part == Part::Headline
            || b.part == Part::Headline
            || (a.certainty == b.certainty
                && a.speaker.as_ref().map(|s| &s.name) == b.speaker.as_ref().map(|s| &s.name)))
}

/// The content words of each claim, one after the other.
#[derive(Default)]
struct Bags {
    words: Vec<u64>,
    /// Where the words of each claim end.
    ends: Vec<usize>,
}

impl Bags {
    fn of(&self, claim: usize) -> &[u64] {
        let start = claim.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.words[start..self.ends[claim]]
    }

    /// Closes the words of a claim, which begin at `start`: sorted, each once.
    fn close(&mut self, start: usize) {
        self.words[start..].sort_unstable();
        let mut end = start;
        for i in start..self.words.len() {
            if end == start || self.words[end - 1] != self.words[i] {
                self.words[end] = self.words[i];
                end += 1;
            }
        }
        self.words.truncate(end);
        self.ends.push(end);
    }
}

/// What token `t` has for its word if that is no content word.
const NO_CONTENT: u64 = u64::MAX;

/// What tells the folded word of a token from others, or [`NO_CONTENT`].
fn of_token(scene: &Scene<'_>, token: &Token, tag: Tag) -> u64 {
    let content = matches!(tag, Tag::Noun | Tag::Name | Tag::Number | Tag::Adjective | Tag::Negation)
        || (tag.is_verbal() && !token.lists.has(List::Auxiliary));
    if !content {
        return NO_CONTENT;
    }
    if token.kind == TokenKind::Word {
        token.word_key(scene.doc.text)
    } else {
        of_words(scene.lexicon, token.of(scene.doc.text))
    }
}

/// The number of a word or phrase in the lexicon, or a hash where it has none.
fn of_words(lexicon: &Lexicon, words: &str) -> u64 {
    match lexicon.locate(words).0 {
        UNLISTED => folded_hash(words),
        listed => u64::from(listed),
    }
}

/// The content words of a claim, folded, by what tells them apart, sorted, each once: appended to `out`. `tokens` holds
/// those of the document.
fn content(scene: &Scene<'_>, c: &Claim, tokens: &[u64], out: &mut Bags) {
    let start = out.words.len();
    out.words.extend(tokens[scene.tokens_in(c.span)].iter().filter(|n| **n != NO_CONTENT));
    // The carried subject tells `was arrested` of one from `was arrested` of another.
    if let Some(s) = c.subject.filter(|s| !c.span.covers(*s)) {
        out.words.push(of_words(scene.lexicon, s.of(scene.doc.text)));
    }
    out.close(start);
}

/// Words in common, of all that either has.
fn alike(a: &[u64], b: &[u64]) -> f32 {
    let common = a.iter().filter(|w| b.binary_search(w).is_ok()).count();
    let all = a.len() + b.len() - common;
    if a.len() < 4 || all == 0 { 0.0 } else { common as f32 / all as f32 }
}
