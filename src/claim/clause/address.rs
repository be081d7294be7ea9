//! The headline that the page's own address spells, as a claim of its own: its words are cut and put in order for
//! machines, so it is never a repeat of the article's headline.

use crate::claim::clause::Claim;
use crate::claim::clause::assemble::clipped;
use crate::claim::clause::scene::Scene;
use crate::text::furniture::headline_in;
use crate::text::sentence::Part;
use crate::text::span::Span;

/// The headline in the address that sentence `s` is, if it is one.
pub(super) fn spelt(scene: &Scene<'_>, s: usize) -> Option<Span> {
    let sentence = scene.doc.sentences.get(s)?;
    if sentence.part != Part::Headline {
        return None;
    }
    headline_in(scene.doc.text, scene.doc.tokens_of(s))
}

/// The claims of the addresses above the article, in text order and without ids. Cost: O(tokens before the body).
pub(super) fn claims(scene: &Scene<'_>) -> Vec<Claim> {
    let above = scene.doc.sentences.iter().take_while(|s| s.part != Part::Prose).count();
    let spelt = (0..above).filter_map(|s| Some((s, spelt(scene, s)?)));
    spelt
        .map(|(s, span)| {
            let text = scene.doc.text;
            let mut claim = Claim::new(String::new(), &scene.found.article, clipped(span, text), text);
            claim.part = Part::Headline;
            claim.sentence = s;
            claim.quantities = scene.quantities_in(claim.span).collect();
            claim
        })
        .collect()
}
