//! Two claims laid side by side: which of their content words match, and what stands in the same place of both.

use crate::compare::similarity::Weights;
use crate::compare::vocabulary::Term;
use crate::text::span::Span;
use std::ops::Range;

/// Terms of one claim that are laid side by side at most; the rest of a very long one is not looked at.
const MAX_TERMS: usize = 80;
/// A stretch of more terms than this is no single place.
const MAX_GAP: usize = 3;

/// The alignment of two claims.
#[derive(Debug, Clone, Default)]
pub(super) struct Slots {
    /// Pairs of matching terms, in order.
    pub(super) matched: Vec<(usize, usize)>,
    /// What stands between the same two matches of both (or before the first, after the last), where neither side
    /// has more than three terms there. Either may hold no more than function words, or nothing.
    pub(super) gaps: Vec<Gap>,
    /// Weight of what matches in order, as a part of the whole of both.
    pub(super) fraction: f32,
}

/// One place of both claims where they do not match.
#[derive(Debug, Clone)]
pub(super) struct Gap {
    /// The terms of the first that stand there.
    pub(super) a: Range<usize>,
    /// The terms of the second.
    pub(super) b: Range<usize>,
    /// The stretch of text between the matches in the first.
    pub(super) a_span: Span,
    /// The same in the second.
    pub(super) b_span: Span,
}

/// What of two claims can match at most, in whatever order, as a part of the whole of both; see [`Slots::fraction`].
/// Cost: as [`align`], of which it takes a small part.
pub(super) fn most_in_common(a: &[Term], b: &[Term], weights: &Weights) -> f32 {
    let (a, b) = (a.get(..MAX_TERMS).unwrap_or(a), b.get(..MAX_TERMS).unwrap_or(b));
    let mut met = [false; MAX_TERMS];
    let (mut same, mut whole) = (0.0, 0.0);
    for t in a {
        let mut has = false;
        for (u, met) in b.iter().zip(&mut met) {
            let like = t.likeness(u) > 0.0;
            has |= like;
            *met |= like;
        }
        let weight = weights.of(t) + BESIDE;
        whole += weight;
        same += if has { weight } else { 0.0 };
    }
    for (u, met) in b.iter().zip(met) {
        let weight = weights.of(u) + BESIDE;
        whole += weight;
        same += if met { weight } else { 0.0 };
    }
    same / whole.max(f32::MIN_POSITIVE) + 1e-3
}

/// What a term weighs beside its rarity.
const BESIDE: f32 = 0.05;

/// Lays two claims (their terms and spans) side by side (weighted longest common subsequence). Cost: O(|a| × |b|), both capped.
pub(super) fn align((a, a_claim): (&[Term], Span), (b, b_claim): (&[Term], Span), weights: &Weights) -> Slots {
    let (a, b) = (a.get(..MAX_TERMS).unwrap_or(a), b.get(..MAX_TERMS).unwrap_or(b));
    let (n, m) = (a.len(), b.len());
    let weight = |t: &Term| weights.of(t) + BESIDE;
    let (of_a, of_b): (Vec<f32>, Vec<f32>) = (a.iter().map(weight).collect(), b.iter().map(weight).collect());
    let width = m + 1;
    let mut best = vec![0.0f32; (n + 1) * width];
    for i in (0..n).rev() {
        for j in (0..m).rev() {
            let like = a[i].likeness(&b[j]);
            let take = if like > 0.0 { like * of_a[i].min(of_b[j]) + best[(i + 1) * width + j + 1] } else { 0.0 };
            best[i * width + j] = take.max(best[(i + 1) * width + j]).max(best[i * width + j + 1]);
        }
    }
    let mut slots = Slots::default();
    let (mut i, mut j) = (0, 0);
    while i < n && j < m {
        let here = best[i * width + j];
        let like = a[i].likeness(&b[j]);
        let take = if like > 0.0 { like * of_a[i].min(of_b[j]) + best[(i + 1) * width + j + 1] } else { -1.0 };
        if take >= here {
            slots.matched.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if best[(i + 1) * width + j] >= best[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    let (mut i, mut j, mut at_a, mut at_b) = (0, 0, a_claim.start(), b_claim.start());
    let end = (n, m, a_claim.end(), b_claim.end());
    let stops = slots.matched.iter().map(|&(x, y)| (x, y, a[x].span.start(), b[y].span.start())).chain([end]);
    for (x, y, to_a, to_b) in stops {
        if x - i <= MAX_GAP && y - j <= MAX_GAP {
            let (a_span, b_span) = (Span::new(at_a, to_a.max(at_a)), Span::new(at_b, to_b.max(at_b)));
            slots.gaps.push(Gap { a: i..x, b: j..y, a_span, b_span });
        }
        if let (Some(s), Some(t)) = (a.get(x), b.get(y)) {
            (i, j, at_a, at_b) = (x + 1, y + 1, s.span.end(), t.span.end());
        }
    }
    let whole: f32 = of_a.iter().sum::<f32>() + of_b.iter().sum::<f32>();
    let same: f32 = slots.matched.iter().map(|&(i, j)| of_a[i] + of_b[j]).sum();
    slots.fraction = same / whole.max(f32::MIN_POSITIVE);
    slots
}
