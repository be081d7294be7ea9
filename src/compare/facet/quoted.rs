//! What differs between two quotations of one utterance: its words, or who is credited with it.

use crate::compare::context::Context;
use crate::compare::draft::{PairDifference, Side};
use crate::compare::facet::wording::variant;
use crate::compare::finding::Facet;
use crate::compare::quotation::{QuoteView, Utterance};
use crate::text::span::Span;

/// Two speakers of words this much alike are held to be credited with one utterance.
const SAME_WORDS: f32 = 0.85;
/// Words credited to two speakers must be at least this many, or anybody may have said them.
const WORDS_OF_ONE: usize = 4;

/// The differences of each pair of `utterances`.
pub(crate) fn differences(
    ctx: &Context<'_>,
    quotes: &[QuoteView<'_>],
    utterances: &[Utterance],
) -> Vec<PairDifference> {
    let mut out = Vec::new();
    for u in utterances {
        let (a, b) = (&quotes[u.a], &quotes[u.b]);
        let same = ctx.same_speaker(a.quote.speaker.as_ref(), b.quote.speaker.as_ref());
        let side = |q: &QuoteView<'_>, span: Span| {
            let claim = ctx.claim_on(q.article, q.quote.span)?;
            Some(Side { article: q.article, claim, span })
        };
        if same == Some(false) {
            let (Some(x), Some(y)) = (&a.quote.speaker, &b.quote.speaker) else { continue };
            let alike = u.dice >= SAME_WORDS || u.contained >= 0.95;
            let telling = |q: &QuoteView<'_>| q.words.iter().filter(|w| !w.light).count();
            let enough = a.words.len().min(b.words.len()) >= WORDS_OF_ONE && telling(a).min(telling(b)) >= 1;
            let kinds = [x, y].map(|s| s.actor.as_deref().and_then(|id| ctx.actor(id)).map(|i| ctx.actors[i].kind));
            // A body and the person who speaks for it are no two speakers.
            if alike && enough && kinds[0].is_some() && kinds[0] == kinds[1] {
                if let (Some(s), Some(t)) = (side(a, x.span.to(a.quote.span)), side(b, y.span.to(b.quote.span))) {
                    let reason = format!("the same words are credited to {} and to {}", x.name, y.name);
                    out.push(pair(Facet::Attribution, s, t, reason, 0.9));
                }
            }
            continue;
        }
        if let Some((a_goes_on, b_goes_on)) = u.retold {
            let span = |i: usize, goes_on: bool| match quotes.get(i + 1) {
                Some(next) if goes_on => quotes[i].quote.span.to(next.quote.span),
                _ => quotes[i].quote.span,
            };
            let (p, q) = (span(u.a, a_goes_on), span(u.b, b_goes_on));
            let text = |q: &QuoteView<'_>, s: Span| s.of(ctx.corpus.articles[q.article].doc.text).to_owned();
            let reason = format!("one utterance, it seems, told in other words: “{}” and “{}”", text(a, p), text(b, q));
            if let (Some(s), Some(t)) = (side(a, p), side(b, q)) {
                out.push(pair(Facet::Wording, s, t, reason, 0.5 * u.dice));
            }
            continue;
        }
        if let Some(v) = variant(u, a, b) {
            let text = |q: &QuoteView<'_>, s: Span| s.of(ctx.corpus.articles[q.article].doc.text).to_owned();
            let material = if v.material { ", and the difference bears on what was said" } else { "" };
            let reason = format!("one utterance, quoted as “{}” and as “{}”{material}", text(a, v.a), text(b, v.b));
            if let (Some(s), Some(t)) = (side(a, v.a), side(b, v.b)) {
                out.push(pair(Facet::Wording, s, t, reason, 0.6 + 0.4 * u.dice));
            }
        }
    }
    out
}

fn pair(facet: Facet, a: Side, b: Side, reason: String, score: f32) -> PairDifference {
    PairDifference { facet, a, b, reason, update: false, score, topic: 0 }
}
