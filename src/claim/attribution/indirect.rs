//! Reported speech without marks: `He said that…`, `…, the ministry said`, `denied that`, `accused X of`.

use crate::claim::attribution::cue::{Cue, Form};
use crate::claim::attribution::govern::Governed;
use crate::claim::attribution::indirect_quote;
use crate::claim::attribution::phrase::{Mention, Sort};
use crate::claim::attribution::resolve::Resolver;
use crate::claim::attribution::scene::{Scene, Unit, is_counted};
use crate::claim::quote::{CueForce, Quote};
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
            out.extend(self.goes_on(unit, gap, g, cues.first(), quotes));
            for (c, cue) in cues.iter().enumerate() {
                let participle = cue.form == Form::Participle;
                // `He left, saying it was over.`
                let main = || participle.then(|| self.main_subject(unit.tokens.start, cue.words.start)).flatten();
                let subject = cue.subject.or_else(|| if cue.passive { None } else { last.or_else(main) });
                last = cue.subject.or(last);
                let Some(mention) = subject else { continue };
                // A tag's quotation is what it reports.
                let tag = self.tops[unit.tops.clone()].iter().any(|t| {
                    let q = &quotes[t.quote];
                    let words = self.span(cue.words.clone());
                    q.cue_span == Some(words) && q.marked.end() <= words.start()
                });
                if tag
                    || cue.passive
                    || cue.negated
                    || cue.uses.beside
                    || mention.sort == Sort::Anybody && cue.form == Form::Infinitive
                {
                    continue;
                }
                let next = cues.get(c + 1);
                let Some(content) = self.content(unit, gap, cue, next, mention) else { continue };
                let span = self.span(content.clone());
                let that = content.start > 0 && self.is(content.start - 1, "that");
                let marked = self.tops[unit.tops.clone()].iter().any(|t| {
                    let q = &quotes[t.quote];
                    is_counted(q.kind) && q.marked.overlaps(span)
                });
                if span.is_empty()
                    || marked
                    || content.len() < 2
                    || content.len() == 2 && !cue.uses.object && !self.is(content.start, "to") && !that
                    || out.iter().any(|o| o.span.covers(span))
                {
                    continue;
                }
                let speaker = resolver.speaker(mention, None);
                let words = self.span(cue.words.clone());
                out.push(indirect_quote(span, speaker, words, self.doc.text, cue.force));
            }
        }
        out
    }

    /// A clause that goes on with what a quotation before it began: `said it was "a farce" and that he would go`.
    fn goes_on(
        &self,
        unit: &Unit,
        gap: &Range<usize>,
        g: usize,
        next: Option<&Cue>,
        quotes: &[Quote],
    ) -> Option<Quote> {
        let before = &quotes[self.tops[unit.tops.start + g.checked_sub(1)?].quote];
        let speaker = before.speaker.clone().filter(|_| is_counted(before.kind))?;
        let cue = before.cue_span.filter(|c| c.end() <= before.marked.start())?;
        let and = gap.start + usize::from(self.is_mark(gap.start, ","));
        let that = and + 1;
        let joined = (self.is(and, "and") || self.is(and, "but")) && self.is(that, "that");
        let end = self.content_end(unit, next).min(gap.end);
        let content = if joined && that + 2 < end { self.trimmed(that + 1..end) } else { None }?;
        let whole = gap.end >= unit.tokens.end || next.is_some();
        whole.then(|| indirect_quote(self.span(content), speaker, cue, self.doc.text, before.force))
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
        if cue.form == Form::Preposition {
            if first > gap.start {
                return self.trimmed(gap.start..first);
            }
            // `According to a poll released on Monday, …`
            let comma = (cue.after..unit.tokens.end.min(cue.after + 14)).find(|k| self.is_mark(*k, ","))?;
            return self.trimmed(comma + 1..unit.tokens.end);
        }
        let mut end = self.content_end(unit, next);
        end = (cue.after..end).find(|k| self.is_mark(*k, ";")).unwrap_or(end);
        // A relative clause between commas ends with the second: `Lee, who said it was over, left.`
        let relative = subject.to < cue.words.start
            && self.is_mark(subject.to, ",")
            && (self.is(subject.to + 1, "who") || self.is(subject.to + 1, "which"));
        if relative {
            end = (cue.after + 2..end).find(|k| self.is_mark(*k, ",")).unwrap_or(end);
        }
        if let Some(that) = self.that_after(unit, cue) {
            // `The paper said, citing officials, that`
            let end = if that < end { end } else { unit.tokens.end };
            return self.trimmed(that + 1..end);
        }
        // Between commas: `The dam, officials say, will hold.`
        let aside = first > gap.start && self.is_mark(first - 1, ",") && self.is_mark(cue.after, ",");
        if aside && cue.form == Form::Finite && self.has(cue.after + 1, List::Auxiliary) {
            return self.trimmed(gap.start..unit.tokens.end);
        }
        // A tag at the end: `The road is shut, police said.`
        let trailing = first > gap.start
            && self.is_mark(first - 1, ",")
            && self.has_no_content(cue, unit.tokens.end)
            && !self.is_aside(gap.start, first - 1);
        if trailing && cue.form == Form::Finite {
            return self.trimmed(gap.start..first - 1);
        }
        let i = self.content_start(cue);
        let (clause, object) = self.may_begin(cue, i, unit.tokens.end);
        (clause || object).then(|| self.trimmed(i..end)).flatten()
    }

    /// The `that` that begins what is reported, right after the cue or after a time or place: `said on Monday that`.
    fn that_after(&self, unit: &Unit, cue: &Cue) -> Option<usize> {
        if !(cue.uses.that || cue.uses.object) {
            return None;
        }
        let i = cue.after;
        let near = i..unit.tokens.end.min(i + 9);
        let that = near.take_while(|k| !self.is_mark(*k, ".")).find(|k| self.is(*k, "that"))?;
        let between = self.has(i, List::Preposition) || self.is_time(i) || self.is_mark(i, ",") || self.is_adverb(i);
        (that == i || cue.uses.that && between).then_some(that)
    }

    /// Where the content may begin: after the cue, its comma and a time.
    fn content_start(&self, cue: &Cue) -> usize {
        let mut i = cue.after;
        let joined = self.is(i + 1, "and") || self.is(i + 1, "but");
        if self.is_mark(i, ",") && cue.uses.clause && !joined && cue.form == Form::Finite && !cue.inverted {
            i += 1;
        }
        while self.is_time(i) && self.is_word(i + 1) {
            i += 1;
        }
        i
    }

    /// Whether a clause, or another complement, that the cue takes begins at `i`.
    fn may_begin(&self, cue: &Cue, i: usize, end: usize) -> (bool, bool) {
        let any = |words: &[&str]| words.iter().any(|w| self.is(i, w));
        if any(&["if", "whether", "why", "how", "what", "when", "where", "who"]) {
            return (cue.uses.that || cue.uses.hearer, false);
        }
        let number = self.token(i).is_some_and(|t| t.kind == TokenKind::Number);
        if !self.is_word(i) && !number && !self.is_quoted(i) {
            return (false, false);
        }
        // `said so`, `revealed this during an interview`
        let free =
            !self.is_word(i + 1) || self.has(i + 1, List::Preposition) || self.is_adverb(i + 1) || self.is_time(i + 1);
        let pointers =
            ["this", "that", "it", "so", "them", "these", "those", "nothing", "anything", "something", "more"];
        if free && any(&pointers) {
            return (false, false);
        }
        // `said goodbye and left`
        let greeting = ["goodbye", "hello", "hi", "no", "sorry", "thanks", "yes"];
        if (free || self.is(i + 1, "and") || self.is(i + 1, "but")) && any(&greeting) {
            return (false, false);
        }
        let infinitive = self.is(i, "to");
        let preposition = self.has(i, List::Preposition) && !infinitive;
        let joined = any(&["and", "but"]);
        // `A poll showed Lee leading`, `records show she left`
        let shown = cue.uses.that && cue.subject.is_some_and(|m| m.sort == Sort::Document);
        let clause = (cue.uses.clause || shown) && !preposition && !infinitive && !joined && self.has_clause(i, end);
        let led = infinitive || !preposition || any(&["of", "against", "about", "for"]);
        let object = (cue.uses.object || cue.uses.hearer && infinitive) && led && !any(&["and", "but"]);
        // `said of the closing` tells of what, not what.
        let about = cue.uses.clause && any(&["of", "about", "for", "against"]) && cue.force == CueForce::Said;
        (clause, object && !about)
    }

    /// Whether these tokens are no clause but lead into one: `Asked about the report,`, `In Kent,`.
    fn is_aside(&self, first: usize, end: usize) -> bool {
        let word = self.word(first);
        let participle = (word.ends_with("ed") || word.ends_with("ing")) && !self.has(first, List::SpeakerNoun);
        let lead = self.has(first, List::Preposition) || self.has(first, List::Connective) || self.is_time(first);
        let verb = (first..end).any(|i| self.has(i, List::Auxiliary));
        let one = !(first..end).any(|i| self.is_mark(i, ","));
        end <= first + 1
            || one && (participle && !self.is_name(first) || self.has(first, List::Connective) || lead && !verb)
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
