//! What one article says twice becomes one claim with the further places.

use crate::claim::clause::scene::Scene;
use crate::claim::clause::{Claim, ClaimKind};
use crate::lexicon::{Lexicon, List, UNLISTED, WordMap};
use crate::text::fold::with_folded;
use crate::text::sentence::Part;
use crate::text::tag::Tag;
use std::collections::BTreeMap;

/// How many headline claims are held against how many of the first claims of the body.
const HEADLINES: usize = 16;
const BODY: usize = 200;
/// The share of content words that a headline must have in common with a claim of the body, of all that either has.
const ALIKE: f32 = 0.75;

/// Merges claims of one kind, speaker, polarity and certainty with the same content words; a claim of the body takes up
/// the headline's. Cost: O(claims).
pub(super) fn merge(scene: &Scene<'_>, claims: &mut Vec<Claim>) {
    let mut numbers = Numbers { lexicon: scene.lexicon, others: WordMap::default() };
    let tokens: Vec<u32> = (0..scene.doc.tokens.len()).map(|t| numbers.of_token(scene, t)).collect();
    let mut words = Bags::default();
    claims.iter().for_each(|c| content(scene, c, &tokens, &mut numbers, &mut words));
    let mut into: Vec<Option<usize>> = vec![None; claims.len()];
    let mut first: BTreeMap<(ClaimKind, &[u32]), usize> = BTreeMap::new();
    // The body first: a headline is a repeat of it, never the other way about.
    let order = |part: Part| {
        (0..claims.len())
            .filter(move |_| true)
            .filter(|&i| (claims[i].part == Part::Headline) == (part == Part::Headline))
            .collect::<Vec<_>>()
    };
    for i in order(Part::Prose).into_iter().chain(order(Part::Headline)) {
        let c = &claims[i];
        let own = words.of(i);
        if own.len() < 3 {
            continue;
        }
        let at = *first.entry((c.kind, own)).or_insert(i);
        if at != i && same_stand(&claims[at], c) {
            into[i] = Some(at);
        }
    }
    let headlines: Vec<usize> = order(Part::Headline)
        .into_iter()
        .filter(|&i| into[i].is_none() && claims[i].kind == ClaimKind::Statement)
        .take(HEADLINES)
        .collect();
    let body: Vec<usize> =
        order(Part::Prose).into_iter().filter(|&i| claims[i].kind == ClaimKind::Statement).take(BODY).collect();
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
    words: Vec<u32>,
    /// Where the words of each claim end.
    ends: Vec<usize>,
}

impl Bags {
    fn of(&self, claim: usize) -> &[u32] {
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

/// A number for each folded word: the lexicon's own, or for words that it does not hold one from the other end.
struct Numbers<'l> {
    lexicon: &'l Lexicon,
    others: WordMap<u32>,
}

impl Numbers<'_> {
    /// The number of token `t` if it is a content word, else [`UNLISTED`].
    fn of_token(&mut self, scene: &Scene<'_>, t: usize) -> u32 {
        let tag = scene.tag(t);
        let content = matches!(tag, Tag::Noun | Tag::Name | Tag::Number | Tag::Adjective | Tag::Negation)
            || (tag.is_verbal() && !scene.has(t, List::Auxiliary));
        if !content {
            return UNLISTED;
        }
        // A token keeps its word's number.
        let known = scene.doc.tokens.get(t).map(|t| t.word).filter(|w| *w != UNLISTED);
        known.unwrap_or_else(|| self.of(scene.word(t)))
    }

    fn of(&mut self, word: &str) -> u32 {
        with_folded(word, |folded| {
            let known = self.lexicon.number(folded);
            if known != UNLISTED {
                return known;
            }
            let next = UNLISTED - 1 - u32::try_from(self.others.len()).unwrap_or(0);
            *self.others.entry(folded, next)
        })
    }
}

/// The content words of a claim, folded, by their numbers, sorted, each once: appended to `out`. `tokens` holds the
/// numbers of the document's.
fn content(scene: &Scene<'_>, c: &Claim, tokens: &[u32], numbers: &mut Numbers<'_>, out: &mut Bags) {
    let start = out.words.len();
    out.words.extend(tokens[scene.tokens_in(c.span)].iter().filter(|n| **n != UNLISTED));
    // The carried subject tells `was arrested` of one from `was arrested` of another.
    if let Some(s) = c.subject.filter(|s| !c.span.covers(*s)) {
        out.words.push(numbers.of(s.of(scene.doc.text)));
    }
    out.close(start);
}

/// Words in common, of all that either has.
fn alike(a: &[u32], b: &[u32]) -> f32 {
    let common = a.iter().filter(|w| b.binary_search(w).is_ok()).count();
    let all = a.len() + b.len() - common;
    if a.len() < 4 || all == 0 { 0.0 } else { common as f32 / all as f32 }
}
