//! Words quoted early on whose speaker is told only where they are quoted in full: the lead has `“a disgrace to us all”`,
//! and further down the mayor says, `“This is a disgrace to us all.”`

use crate::claim::attribution::scene::{Scene, is_counted};
use crate::claim::quote::{Quote, QuoteKind};
use crate::lexicon::folded_hash;
use crate::text::token::TokenKind;
use foldhash::fast::FixedState;
use std::collections::HashMap;

/// How many words make the words of one quotation those of another.
const WORDS: usize = 3;

/// Credits a quotation without a speaker to whom its words are credited elsewhere, if to one only.
///
/// Cost: O(tokens quoted).
pub(super) fn credit_repeated(scene: &Scene<'_, '_>, quotes: &mut [Quote]) {
    let worded = |i: &usize| scene.token(*i).is_some_and(|t| t.kind != TokenKind::Mark);
    // Most are terms of a word or two.
    let enough = |t: &usize| scene.tops[*t].tokens.clone().filter(worded).nth(WORDS - 1).is_some();
    let open = (0..scene.tops.len()).filter(|t| quotes[scene.tops[*t].quote].speaker.is_none());
    let open: Vec<usize> = open.filter(enough).collect();
    if open.is_empty() {
        return;
    }
    let state = FixedState::with_seed(0);
    let words = |t: usize| -> Vec<u64> {
        let tokens = scene.tops[t].tokens.clone();
        tokens.filter(worded).map(|i| folded_hash(scene.word(i))).collect()
    };
    // Where each run of words stands first; `None` where two persons say it.
    let mut runs: HashMap<[u64; WORDS], Option<(usize, usize)>, FixedState> = HashMap::with_hasher(state.clone());
    let mut said: Vec<Vec<u64>> = vec![Vec::new(); scene.tops.len()];
    for t in 0..scene.tops.len() {
        let quote = &quotes[scene.tops[t].quote];
        let Some(speaker) = quote.speaker.as_ref().filter(|_| is_counted(quote.kind)) else { continue };
        said[t] = words(t);
        for (at, run) in said[t].windows(WORDS).enumerate() {
            let Ok(run) = <[u64; WORDS]>::try_from(run) else { continue };
            let first = runs.entry(run).or_insert(Some((t, at)));
            let other = first.and_then(|(f, _)| quotes[scene.tops[f].quote].speaker.as_ref());
            if other.is_some_and(|o| o.name != speaker.name) {
                *first = None;
            }
        }
    }
    for t in open {
        let own = words(t);
        let run = own.get(..WORDS).and_then(|run| <[u64; WORDS]>::try_from(run).ok());
        let Some((from, at)) = run.and_then(|run| runs.get(&run).copied().flatten()) else { continue };
        let whole = said[from].get(at..at + own.len()).is_some_and(|w| w == own.as_slice());
        if !whole {
            continue;
        }
        let speaker = quotes[scene.tops[from].quote].speaker.clone();
        let quote = &mut quotes[scene.tops[t].quote];
        // With a capital it may be a heading or the title of something.
        let woven = quote.span.of(scene.doc.text).starts_with(char::is_lowercase);
        if quote.kind == QuoteKind::Scare && !woven {
            continue;
        }
        quote.speaker = speaker;
        if quote.kind == QuoteKind::Scare {
            quote.kind = QuoteKind::Partial;
        }
    }
}
