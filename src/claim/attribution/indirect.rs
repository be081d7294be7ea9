//! Reported speech without marks: `He said that…`, `…, the ministry said`, `denied that`, `accused X of`.

use crate::claim::attribution::cue::{Cue, Form};
use crate::claim::attribution::govern::Governed;
use crate::claim::attribution::indirect_quote;
use crate::claim::attribution::phrase::{Mention, Sort};
use crate::claim::attribution::resolve::Resolver;
use crate::claim::attribution::scene::{Scene, Unit, is_counted};
use crate::claim::quote::Quote;
use crate::lexicon::List;
use crate::text::token::TokenKind;
use std::ops::Range;

impl Scene<'_, '_> {
    /// The reported speech of one unit. Content that holds a quotation of its own is left to that quotation.
    pub(super) fn reported(
        &self,
        unit: &Unit,
        governed: &Governed,
        quotes: &[Quote],
        resolver: &mut Resolver<'_, '_, '_>,
    ) -> Vec<Quote> {
        let mut out: Vec<Quote> = Vec::new();
        let mut last: Option<Mention> = None;
        for (g, gap) in governed.gaps.iter().enumerate() {
            let cues = &governed.cues[g];
            for (c, cue) in cues.iter().enumerate() {
                let subject = cue.subject.or(if cue.passive { None } else { last });
                last = cue.subject.or(last);
                let Some(mention) = subject else { continue };
                if cue.passive
                    || cue.negated
                    || cue.uses.beside
                    || mention.sort == Sort::Anybody && cue.form == Form::Infinitive
                {
                    continue;
                }
                let next = cues.get(c + 1);
                let Some(content) = self.content(unit, gap, cue, next, mention) else { continue };
                let span = self.span(content.clone());
                let marked = self.tops[unit.tops.clone()].iter().any(|t| {
                    let q = &quotes[t.quote];
                    is_counted(q.kind) && q.marked.overlaps(span)
                });
                if span.is_empty() || marked || content.len() < 3 || out.iter().any(|o| o.span.covers(span)) {
                    continue;
                }
                let speaker = resolver.speaker(mention, None);
                let words = self.span(cue.words.clone());
                out.push(indirect_quote(span, speaker, words, self.doc.text, cue.force));
            }
        }
        out
    }

    /// What a cue reports.
    fn content(
        &self,
        unit: &Unit,
        gap: &Range<usize>,
        cue: &Cue,
        next: Option<&Cue>,
        subject: Mention,
    ) -> Option<Range<usize>> {
        let first = if cue.inverted { cue.words.start } else { subject.from.min(cue.words.start) };
        // A tag at the end: `The road is shut, police said.`
        let trailing = first > gap.start && self.is_mark(first - 1, ",") && self.has_no_content(cue, unit.tokens.end);
        if trailing && cue.form != Form::Participle && cue.form != Form::Infinitive {
            return self.trimmed(gap.start..first - 1);
        }
        if cue.form == Form::Preposition {
            if first == gap.start {
                let comma = self.is_mark(cue.after, ",");
                return comma.then(|| self.trimmed(cue.after + 1..self.content_end(unit, next))).flatten();
            }
            return self.trimmed(gap.start..first);
        }
        let mut i = cue.after;
        // `said on Monday that`, `told reporters in Kent that`
        let that = (i..unit.tokens.end.min(i + 9))
            .take_while(|k| !self.is_quoted(*k) && !self.is_mark(*k, "."))
            .find(|k| self.is(*k, "that"));
        if let Some(that) = that.filter(|t| {
            *t == i
                || cue.uses.that
                    && (self.has(i, List::Preposition) || self.is_time(i) || self.is_mark(i, ",") || self.is_adverb(i))
        }) {
            if cue.uses.that || cue.uses.clause || cue.uses.object {
                return self.trimmed(that + 1..self.content_end(unit, next));
            }
        }
        if self.is_mark(i, ",")
            && cue.uses.clause
            && !self.is(i + 1, "and")
            && !self.is(i + 1, "but")
            && cue.form == Form::Finite
        {
            i += 1;
        }
        while self.is_time(i) && self.is_word(i + 1) {
            i += 1;
        }
        let wh = ["if", "whether", "why", "how", "what", "when", "where", "who"].iter().any(|w| self.is(i, w));
        if wh && (cue.uses.that || cue.uses.hearer) {
            return self.trimmed(i..self.content_end(unit, next));
        }
        if !self.is_word(i) && self.token(i).is_none_or(|t| t.kind != TokenKind::Number) && !self.is_quoted(i) {
            return None;
        }
        // `said so`, `revealed this during an interview`
        let pointer = ["this", "that", "it", "so", "them", "these", "those"].iter().any(|w| self.is(i, w));
        if pointer
            && (!self.is_word(i + 1)
                || self.has(i + 1, List::Preposition)
                || self.is_adverb(i + 1)
                || self.is_time(i + 1))
        {
            return None;
        }
        let infinitive = self.is(i, "to");
        let preposition = self.has(i, List::Preposition) && !infinitive;
        if cue.uses.clause
            && !preposition
            && !infinitive
            && !self.is(i, "and")
            && !self.is(i, "but")
            && self.has_clause(i, unit.tokens.end)
        {
            return self.trimmed(i..self.content_end(unit, next));
        }
        let object = infinitive
            || self.is(i, "of")
            || self.is(i, "against")
            || self.is(i, "about")
            || self.is(i, "for")
            || !preposition;
        if (cue.uses.object || cue.uses.hearer && infinitive) && object {
            return self.trimmed(i..self.content_end(unit, next));
        }
        None
    }

    /// Whether a finite verb follows soon: a subject with an auxiliary or a verb form after it.
    fn has_clause(&self, i: usize, end: usize) -> bool {
        let mut words = 0;
        for k in i..end.min(i + 24) {
            if self.has(k, List::Auxiliary) && k > i {
                return true;
            }
            let word = self.word(k);
            if k > i && self.is_lower(k) && (word.ends_with("ed") || word.ends_with('s') && !word.ends_with("ss")) {
                return true;
            }
            words += usize::from(self.is_word(k));
        }
        words >= 4
    }

    /// Where the content that a cue begins ends: before the next cue's own clause, or at the unit's end.
    fn content_end(&self, unit: &Unit, next: Option<&Cue>) -> usize {
        let end = unit.tokens.end;
        let Some(next) = next else { return end };
        if next.form == Form::Preposition {
            return if next.words.start > unit.tokens.start && self.is_mark(next.words.start - 1, ",") {
                next.words.start - 1
            } else {
                end
            };
        }
        // `…, and added that`, `…, but Lee said`: the next cue begins a clause of its own.
        let first = next.subject.filter(|_| !next.inverted).map_or(next.words.start, |m| m.from.min(next.words.start));
        let mut b = first;
        while b > unit.tokens.start
            && (self.is_adverb(b - 1) || self.has(b - 1, List::Connective) && !self.is(b - 1, "that"))
        {
            b -= 1;
        }
        let joined =
            b < first && (self.is(first - 1, "and") || self.is(first - 1, "but") || self.is(first - 1, "while"));
        let comma =
            b > unit.tokens.start && (self.is_mark(b - 1, ",") || self.is_dash(b - 1) || self.is_mark(b - 1, ";"));
        if comma && (joined || next.form == Form::Participle) {
            return b - usize::from(comma);
        }
        if joined && next.subject.is_none() { b } else { end }
    }

    /// The range without marks at its ends.
    fn trimmed(&self, range: Range<usize>) -> Option<Range<usize>> {
        let (mut a, mut z) = (range.start, range.end);
        while a < z
            && !self.is_word(a)
            && !self.is_quoted(a)
            && self.token(a).is_some_and(|t| t.kind == TokenKind::Mark)
            && !matches!(self.word(a), "$" | "\u{a3}" | "\u{20ac}" | "(" | "[")
        {
            a += 1;
        }
        while z > a && matches!(self.word(z - 1), "." | "," | ";" | ":" | "!" | "?" | "\u{2014}" | "\u{2013}" | "-") {
            z -= 1;
        }
        (a < z).then_some(a..z)
    }
}
