//! Offsets in other units, for editors that count UTF-16 code units or characters.
//!
//! Inside the crate every span counts bytes. What leaves it can be converted once, here.

use crate::claim::Extraction;
use crate::claim::clause::Claim;
use crate::claim::quote::{Quote, Speaker};
use crate::report::Report;
use crate::text::article::{Article, unique_ids};
use crate::text::sentence::Sentence;
use crate::text::span::Span;
use std::collections::BTreeMap;

/// What an offset counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum OffsetUnit {
    /// Bytes of UTF-8.
    #[default]
    Byte,
    /// UTF-16 code units, as JavaScript strings count.
    Utf16,
    /// Unicode scalar values, as Python strings count.
    Char,
}

/// Byte offsets of one text in another unit. Cost: O(bytes) to build, O(log characters beyond ASCII) to ask.
#[derive(Debug, Clone)]
struct OffsetMap {
    /// After this byte offset, that much is to be taken off.
    shifts: Vec<(usize, usize)>,
}

impl OffsetMap {
    fn new(text: &str, unit: OffsetUnit) -> Self {
        let width = |c: char| match unit {
            OffsetUnit::Byte => c.len_utf8(),
            OffsetUnit::Utf16 => c.len_utf16(),
            OffsetUnit::Char => 1,
        };
        let mut shifts = Vec::new();
        let mut shift = 0;
        if unit != OffsetUnit::Byte && !text.is_ascii() {
            for (i, c) in text.char_indices().filter(|(_, c)| !c.is_ascii()) {
                shift += c.len_utf8() - width(c);
                shifts.push((i + c.len_utf8(), shift));
            }
        }
        Self { shifts }
    }

    fn convert(&self, span: &mut Span) {
        let at = |byte: usize| {
            let n = self.shifts.partition_point(|&(end, _)| end <= byte);
            byte - n.checked_sub(1).map_or(0, |n| self.shifts[n].1)
        };
        *span = Span::new(at(span.start()), at(span.end()));
    }

    fn speaker(&self, speaker: Option<&mut Speaker>) {
        speaker.into_iter().for_each(|s| self.convert(&mut s.span));
    }

    fn quote(&self, quote: &mut Quote) {
        self.convert(&mut quote.span);
        self.convert(&mut quote.marked);
        self.speaker(quote.speaker.as_mut());
        self.speaker(quote.relayed_by.as_mut());
        let spans = quote.parts.iter_mut().chain(&mut quote.notes).chain(quote.cue_span.as_mut());
        spans.for_each(|s| self.convert(s));
    }

    fn claim(&self, claim: &mut Claim) {
        self.convert(&mut claim.span);
        self.speaker(claim.speaker.as_mut());
        claim.repeats.iter_mut().for_each(|s| self.convert(s));
        let spans = [&mut claim.subject, &mut claim.object, &mut claim.negation, &mut claim.hedge];
        spans.into_iter().flatten().for_each(|s| self.convert(s));
        claim.predicate.iter_mut().for_each(|p| self.convert(&mut p.span));
        claim.chain.iter_mut().for_each(|h| self.convert(&mut h.span));
    }
}

/// The same sentences with offsets in `unit`; `text` is what they were cut from.
///
/// ```
/// use corroborate::{Corroborator, report::offsets::{OffsetUnit, sentences}};
/// let text = "Ça va? Oui 😀. Bon.";
/// let ends = |unit| sentences(&Corroborator::english().sentences(text), text, unit).last().map(|s| s.span.end());
/// assert_eq!(ends(OffsetUnit::Byte), Some(22));
/// assert_eq!(ends(OffsetUnit::Utf16), Some(19));
/// assert_eq!(ends(OffsetUnit::Char), Some(18));
/// ```
#[must_use]
pub fn sentences(sentences: &[Sentence], text: &str, unit: OffsetUnit) -> Vec<Sentence> {
    let map = OffsetMap::new(text, unit);
    let mut out = sentences.to_vec();
    out.iter_mut().for_each(|s| map.convert(&mut s.span));
    out
}

/// The same extraction with offsets in `unit`; `text` is the article's.
#[must_use]
pub fn extraction(found: &Extraction, text: &str, unit: OffsetUnit) -> Extraction {
    let map = OffsetMap::new(text, unit);
    let mut out = found.clone();
    out.sentences.iter_mut().for_each(|s| map.convert(&mut s.span));
    out.quotes.iter_mut().for_each(|q| map.quote(q));
    out.dates.iter_mut().for_each(|d| map.convert(&mut d.span));
    for q in &mut out.quantities {
        map.convert(&mut q.span);
        map.convert(&mut q.number);
    }
    for actor in &mut out.actors {
        actor.mentions.iter_mut().chain(&mut actor.nominal_mentions).for_each(|s| map.convert(s));
        for role in &mut actor.role_mentions {
            map.convert(&mut role.span);
            map.convert(&mut role.mention);
        }
    }
    out.credits.iter_mut().for_each(|c| map.convert(&mut c.span));
    out.claims.iter_mut().for_each(|c| map.claim(c));
    out
}

/// The same report with offsets in `unit`; `articles` are those that it was made from.
#[must_use]
pub fn report(report: &Report, articles: &[Article], unit: OffsetUnit) -> Report {
    let mut out = report.clone();
    if unit == OffsetUnit::Byte {
        return out;
    }
    let maps: BTreeMap<String, OffsetMap> =
        unique_ids(articles).into_iter().zip(articles).map(|(id, a)| (id, OffsetMap::new(&a.text, unit))).collect();
    let mut of_claim: BTreeMap<&str, &OffsetMap> = BTreeMap::new();
    for (claim, given) in out.claims.iter_mut().zip(&report.claims) {
        if let Some(map) = maps.get(&claim.article) {
            map.claim(claim);
            of_claim.insert(&given.id, map);
        }
    }
    for value in out.findings.iter_mut().flat_map(|f| &mut f.facets).flat_map(|d| &mut d.values) {
        if let Some(map) = of_claim.get(value.claim.as_str()) {
            map.convert(&mut value.span);
        }
    }
    for copy in &mut out.copies {
        let [first, second] = &copy.articles;
        if let (Some(first), Some(second)) = (maps.get(first), maps.get(second)) {
            for run in &mut copy.runs {
                first.convert(&mut run.first);
                second.convert(&mut run.second);
            }
        }
    }
    out
}
