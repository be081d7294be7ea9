//! Which credits govern which claims of an article.

use super::surname;
use crate::claim::Extraction;
use crate::claim::clause::Claim;
use crate::claim::credit::{Credit, CreditScope};
use crate::claim::quote::Quote;
use crate::text::article::Article;
use crate::text::fold::fold;
use crate::text::sentence::{Part, Sentence};
use crate::text::span::Span;
use std::collections::BTreeMap;

/// A credit in the first sentences of the prose governs on across paragraphs.
const LEAD: usize = 3;

/// For each sentence and each speaker the credits that govern.
#[derive(Debug, Default)]
pub(super) struct Governing {
    /// Where the sentences begin.
    starts: Vec<usize>,
    /// For each sentence its credits.
    sentences: Vec<Vec<usize>>,
    /// For each speaker the credits of sentences with words of theirs, with the sentence.
    speakers: BTreeMap<String, Vec<(usize, usize)>>,
    /// The credits of the whole article, or of some part of it.
    whole: Vec<usize>,
    /// For each sentence, whether the article has it from its own outlet's reporting (`told KTRW`).
    own: Vec<bool>,
}

impl Governing {
    /// `own` are the places where the outlet credits itself.
    ///
    /// Cost: O(sentences + quotations + credits).
    pub(super) fn new(article: &Article, found: &Extraction, credits: &[Credit], own: &[Span]) -> Self {
        let text = article.text.as_str();
        let mut out = Self {
            starts: found.sentences.iter().map(|s| s.span.start()).collect(),
            sentences: vec![Vec::new(); found.sentences.len()],
            whole: (0..credits.len()).filter(|&c| credits[c].scope != CreditScope::Sentence).collect(),
            own: found
                .sentences
                .iter()
                .map(|s| {
                    let near = own.partition_point(|o| o.end() <= s.span.start());
                    own.get(near).is_some_and(|o| o.overlaps(s.span))
                })
                .collect(),
            ..Self::default()
        };
        let mut active = Active::default();
        let (mut prose, mut next_credit, mut next_quote) = (0, 0, 0);
        let mut paragraph = 0;
        for (s, sentence) in found.sentences.iter().enumerate() {
            let span = sentence.span;
            let begins = s == 0 || breaks(text, &found.sentences[s - 1], sentence);
            if begins {
                paragraph = s;
            }
            let mut own = Vec::new();
            while next_credit < credits.len() && credits[next_credit].span.start() < span.end() {
                let c = &credits[next_credit];
                if c.scope == CreditScope::Sentence && c.span.start() >= span.start() {
                    own.push(next_credit);
                }
                next_credit += 1;
            }
            if sentence.part != Part::Prose {
                continue;
            }
            prose += 1;
            let speaker = speaker(&found.quotes, &mut next_quote, span);
            if own.is_empty() {
                active.carry(begins, speaker.as_deref(), out.own[s]);
            } else {
                active.take(&own, credits, speaker.clone(), prose <= LEAD);
                let by = own.iter().find_map(|&c| credits[c].by.as_deref().map(surname));
                if let Some(who) = speaker.or(by) {
                    out.speakers.entry(who).or_default().extend(own.iter().map(|&c| (s, c)));
                }
                // `He disclosed this on Sunday, as reported by Reuters`: what stands before it is meant.
                if points_back(span.of(text)) {
                    for before in &mut out.sentences[previous(text, &found.sentences, paragraph)..s] {
                        before.extend(own.iter().copied().filter(|&c| credits[c].is_outlet()));
                    }
                }
            }
            out.sentences[s].extend(active.credits.iter().copied());
        }
        out
    }

    /// The credits that govern a claim.
    pub(super) fn of(&self, claim: &Claim, credits: &[Credit]) -> Vec<usize> {
        let at = self.starts.partition_point(|&s| s <= claim.span.start()).saturating_sub(1);
        let own = self.own.get(at).is_some_and(|o| *o);
        let whole = self.whole.iter().copied().filter(|&c| !(own && credits[c].scope == CreditScope::Part));
        let mut out: Vec<usize> = whole.collect();
        if let Some(here) = self.sentences.get(at) {
            out.extend(here);
        }
        // What a speaker says elsewhere has the same occasion as long as no other is named.
        if let Some(theirs) = claim.speaker.as_ref().and_then(|s| self.speakers.get(&surname(&s.name))) {
            // In the order of the sentences.
            let before = theirs.partition_point(|(s, _)| *s <= at);
            let nearest = before.checked_sub(1).and_then(|n| theirs.get(n)).or_else(|| theirs.first());
            if let Some(&(sentence, _)) = nearest {
                let first = theirs.partition_point(|(s, _)| *s < sentence);
                let there = theirs.get(first..).unwrap_or(&[]).iter().take_while(|(s, _)| *s == sentence);
                let has = |outlet: bool, out: &[usize]| {
                    out.iter().any(|&c| credits[c].scope == CreditScope::Sentence && credits[c].is_outlet() == outlet)
                };
                let (outlet, thing) = (has(true, &out), has(false, &out));
                let free = |c: &usize| if credits[*c].is_outlet() { !outlet } else { !thing };
                out.extend(there.map(|&(_, c)| c).filter(free));
            }
        }
        out.sort_unstable();
        out.dedup();
        out
    }
}

/// The credits in force while reading on.
#[derive(Debug, Default)]
struct Active {
    credits: Vec<usize>,
    speaker: Option<String>,
    lead: bool,
}

impl Active {
    /// A sentence with credits of its own.
    fn take(&mut self, own: &[usize], credits: &[Credit], speaker: Option<String>, lead: bool) {
        let names_outlet = own.iter().any(|&c| credits[c].is_outlet());
        let same = speaker.is_some() && speaker == self.speaker;
        // An occasion does not unsay the agency that is credited with the same speaker's words, nor an agency the occasion.
        self.credits.retain(|&c| (same || self.lead) && credits[c].is_outlet() && !names_outlet);
        self.credits.extend(own);
        self.lead = lead && names_outlet || self.lead && !self.credits.is_empty() && !names_outlet;
        self.speaker = speaker;
    }

    /// A sentence without.
    fn carry(&mut self, begins_paragraph: bool, speaker: Option<&str>, own: bool) {
        let other = speaker.is_some() && speaker != self.speaker.as_deref();
        if own || other || begins_paragraph && !self.lead {
            *self = Self::default();
        }
    }
}

/// Whether a line break stands between two sentences.
fn breaks(text: &str, a: &Sentence, b: &Sentence) -> bool {
    Span::new(a.span.end(), b.span.start()).of(text).contains(['\n', '\r', '\u{2029}'])
}

/// The first sentence of the paragraph before the one that begins with sentence `paragraph`.
fn previous(text: &str, sentences: &[Sentence], paragraph: usize) -> usize {
    let mut at = paragraph.saturating_sub(1);
    while at > 0 && paragraph - at < 6 && !breaks(text, &sentences[at - 1], &sentences[at]) {
        at -= 1;
    }
    at
}

/// The speaker of the first quotation in a sentence, by surname; `next` is the first quotation that may touch it.
fn speaker(quotes: &[Quote], next: &mut usize, sentence: Span) -> Option<String> {
    while quotes.get(*next).is_some_and(|q| q.span.end() <= sentence.start()) {
        *next += 1;
    }
    let near = quotes[*next..].iter().take_while(|q| q.span.start() < sentence.end());
    near.filter(|q| q.span.overlaps(sentence)).find_map(|q| q.speaker.as_ref().map(|s| surname(&s.name)))
}

/// Whether a sentence speaks of what stands before it as `this`.
fn points_back(sentence: &str) -> bool {
    let folded = fold(sentence);
    let words: Vec<&str> = folded.split_whitespace().take(40).collect();
    words.windows(2).any(|w| {
        let object = matches!(w[0], "this" | "that");
        object && matches!(w[1], "on" | "in" | "during" | "at" | "to" | "when" | "via" | "through" | "after" | "while")
    }) || words.iter().any(|w| matches!(*w, "this," | "this."))
}
