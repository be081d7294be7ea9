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
use std::ops::Range;

/// How many headline claims are held against how many of the first claims of the body.
const HEADLINES: usize = 16;
const BODY: usize = 200;
/// The share of content words that a headline must have in common with a claim of the body, of all that either has.
const ALIKE: f32 = 0.75;

/// Merges claims of one kind, speaker, polarity and certainty with the same content words; a claim of the body takes up
/// the headline's. Cost: O(claims).
pub(super) fn merge(scene: &Scene<'_>, claims: &mut Vec<Claim>) {
    let mut words = Bags::new(scene, claims);
    let mut into: Vec<Option<usize>> = vec![None; claims.len()];
    // The body first: a headline is a repeat of it, never the other way about.
    let (headline, prose): (Vec<usize>, Vec<usize>) =
        (0..claims.len()).partition(|&i| claims[i].part == Part::Headline);
    let hash = FixedState::with_seed(0);
    // The first claim of each sketch, and of each bag of those whose sketch is not the only one.
    let mut alone: HashMap<u64, usize, FixedState> = HashMap::with_capacity_and_hasher(claims.len(), hash.clone());
    let mut first: HashMap<u64, usize, FixedState> = HashMap::with_hasher(hash.clone());
    for &i in prose.iter().chain(&headline) {
        let c = &claims[i];
        let seen = *alone.entry(hash.hash_one((c.kind, words.sketch(i)))).or_insert(i);
        if seen == i {
            continue;
        }
        let mut at = Some(seen);
        if claims[seen].kind != c.kind || !words.are_same(seen, i) {
            for k in [seen, i] {
                let own = words.of(k);
                at = (own.len() >= 3).then(|| *first.entry(hash.hash_one((claims[k].kind, own))).or_insert(k));
            }
            at = at.filter(|&at| claims[at].kind == c.kind && words.read(at) == words.read(i));
        }
        into[i] = at.filter(|&at| at != i && same_stand(&claims[at], c));
    }
    let headlines: Vec<usize> = headline
        .into_iter()
        .filter(|&i| into[i].is_none() && claims[i].kind == ClaimKind::Statement)
        .take(HEADLINES)
        .collect();
    let body: Vec<usize> = prose.into_iter().filter(|&i| claims[i].kind == ClaimKind::Statement).take(BODY).collect();
    for h in headlines {
        let may = body.iter().filter(|&&b| words.may_be_alike(h, b) && same_stand(&claims[h], &claims[b]));
        let may: Vec<usize> = may.copied().collect();
        words.of(h);
        may.iter().for_each(|&b| _ = words.of(b));
        let best = may.iter().map(|&b| (alike(words.read(h), words.read(b)), b)).filter(|(s, _)| *s >= ALIKE);
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

/// The content words of each claim.
///
/// Hardly two claims of an article are alike, which a sketch of each tells: only where it does not are the words sorted.
struct Bags {
    /// What each token has for its word, or [`NO_CONTENT`].
    tokens: Vec<u64>,
    claims: Vec<Sketch>,
    /// Of the claims asked for, the words, sorted, each once.
    words: Vec<u64>,
}

/// A claim's content words before they are sorted.
struct Sketch {
    /// One of 64 bits for each word, as if drawn by lot.
    bits: u64,
    tokens: Range<usize>,
    /// The carried subject tells `was arrested` of one from `was arrested` of another.
    carried: Option<u64>,
    /// How many they are, some perhaps twice.
    len: u32,
    /// Where they stand in [`Bags::words`].
    sorted: Option<Range<usize>>,
}

impl Bags {
    fn new(scene: &Scene<'_>, claims: &[Claim]) -> Self {
        let tokens: Vec<u64> =
            scene.doc.tokens.iter().zip(&scene.tags).map(|(t, tag)| of_token(scene, t, *tag)).collect();
        let sketch = |c: &Claim| {
            let range = scene.tokens_in(c.span);
            let carried = c.subject.filter(|s| !c.span.covers(*s));
            let carried = carried.map(|s| of_words(scene.lexicon, s.of(scene.doc.text)));
            let own = tokens[range.clone()].iter().filter(|n| **n != NO_CONTENT).chain(&carried);
            let (bits, len) = own.fold((0, 0), |(bits, len), word| {
                (bits | 1 << (word.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 58), len + 1)
            });
            Sketch { bits, tokens: range, carried, len, sorted: None }
        };
        let claims = claims.iter().map(sketch).collect();
        Self { tokens, claims, words: Vec::new() }
    }

    /// What claims of the same words have in common.
    fn sketch(&self, claim: usize) -> u64 {
        self.claims[claim].bits
    }

    /// The content words of a claim as they stand in it.
    fn unsorted(&self, claim: usize) -> impl Iterator<Item = &u64> {
        let Sketch { tokens, carried, .. } = &self.claims[claim];
        self.tokens[tokens.clone()].iter().filter(|n| **n != NO_CONTENT).chain(carried)
    }

    /// Whether two claims have the same three words or more, in the same order.
    fn are_same(&self, a: usize, b: usize) -> bool {
        self.claims[a].bits.count_ones() >= 3 && self.unsorted(a).eq(self.unsorted(b))
    }

    /// Whether two claims may be [`alike`]: not if too many bits are those of one alone.
    fn may_be_alike(&self, a: usize, b: usize) -> bool {
        let (a, b) = (&self.claims[a], &self.claims[b]);
        let (only_a, only_b) = ((a.bits & !b.bits).count_ones(), (b.bits & !a.bits).count_ones());
        let common = a.len.saturating_sub(only_a).min(b.len.saturating_sub(only_b));
        common as f32 >= ALIKE * (common + only_a + only_b) as f32
    }

    /// The content words of a claim, sorted, each once.
    fn of(&mut self, claim: usize) -> &[u64] {
        if self.claims[claim].sorted.is_none() {
            let start = self.words.len();
            let Sketch { tokens, carried, .. } = &self.claims[claim];
            let own = self.tokens[tokens.clone()].iter().filter(|n| **n != NO_CONTENT);
            self.words.extend(own.chain(carried));
            self.words[start..].sort_unstable();
            let mut end = start;
            for i in start..self.words.len() {
                if end == start || self.words[end - 1] != self.words[i] {
                    self.words[end] = self.words[i];
                    end += 1;
                }
            }
            self.words.truncate(end);
            self.claims[claim].sorted = Some(start..end);
        }
        self.read(claim)
    }

    /// As [`Bags::of`], of a claim that was asked for before.
    fn read(&self, claim: usize) -> &[u64] {
        self.claims[claim].sorted.clone().map_or(&[], |sorted| &self.words[sorted])
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

/// Words in common, of all that either has.
fn alike(a: &[u64], b: &[u64]) -> f32 {
    let common = a.iter().filter(|w| b.binary_search(w).is_ok()).count();
    let all = a.len() + b.len() - common;
    if a.len() < 4 || all == 0 { 0.0 } else { common as f32 / all as f32 }
}
