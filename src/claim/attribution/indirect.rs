//! Reported speech without marks: `He said that…`, `…, the ministry said`, `denied that`, `accused X of`.

use crate::claim::attribution::cue::{Cue, Form};
use crate::claim::attribution::govern::Governed;
use crate::claim::attribution::indirect_quote;
use crate::claim::attribution::marks;
use crate::claim::attribution::phrase::{Mention, Sort};
use crate::claim::attribution::resolve::Resolver;
use crate::claim::attribution::scene::{Scene, Unit, is_counted};
use crate::claim::quote::{CueForce, Quote};
use crate::lexicon::List;
use crate::text::one_of::{OneOf, one_of};
use crate::text::span::Span;
use crate::text::token::TokenKind;
use std::ops::Range;

/// Words before what something is said of.
const ABOUT: &OneOf<'_> = one_of!["of", "about", "for", "against"];

impl Scene<'_, '_> {
    /// Whether a unit has anything that reports speech; many have not.
    pub(super) fn may_report(&self, unit: &Unit, governed: &Governed) -> bool {
        !governed.cues.all().is_empty()
            || governed.gaps.len() > 1
            || self.marks.next(unit.tokens.clone(), marks::REPORTING_NOUN).is_some()
    }

    /// Adds the reported speech of one unit. Content that holds a quotation of its own is left to that quotation.
    pub(super) fn reported(
        &self,
        unit: &Unit,
        governed: &Governed,
        quotes: &[Quote],
        resolver: &mut Resolver<'_, '_, '_>,
        out: &mut Vec<Quote>,
    ) {
        let first = out.len();
        let mut last: Option<Mention> = None;
        for (g, gap) in governed.gaps.iter().enumerate() {
            let cues = governed.cues.of(g);
            if g > 0 {
                out.extend(self.goes_on(unit, gap, g, cues.first(), quotes));
            }
            for (c, cue) in cues.iter().enumerate() {
                let next = cues.get(c + 1);
                let found = if cue.passive {
                    self.passive(unit, gap, cue, next)
                } else {
                    let mention = cue.subject.or(last).or_else(|| self.goes_before(unit, cue));
                    let verb = mention.filter(|m| self.reports(unit, cue, *m, quotes));
                    verb.and_then(|m| Some((Some(m), self.content(unit, gap, cue, next, m)?)))
                };
                last = cue.subject.or(last);
                let Some((mention, content)) = found else { continue };
                if self.is_said(unit, cue, &content, quotes, &out[first..]) {
                    // What comes out by itself has no speaker: `it emerged that`.
                    let speaker = mention.filter(|_| !cue.uses.itself).map(|m| resolver.speaker(m, None).speaker());
                    let words = self.span(cue.words.clone());
                    out.push(indirect_quote(self.span(content), speaker, words, self.doc.text, cue.force));
                }
            }
            for (noun, content) in self.reporting_nouns(gap) {
                let span = self.span(content);
                let marked = self.holds_quote(unit, span, quotes);
                if marked || out[first..].iter().any(|o| o.span == span) {
                    continue;
                }
                let speaker = noun.owner.map(|m| resolver.speaker(m, None).speaker());
                out.push(indirect_quote(span, speaker, self.span(noun.at..noun.at + 1), self.doc.text, noun.force));
            }
        }
    }

    /// Who a cue without a subject of its own goes on with: `He left, saying it was over`, `joined us and said he won`.
    fn goes_before(&self, unit: &Unit, cue: &Cue) -> Option<Mention> {
        let mut verb = cue.words.start;
        while verb > unit.tokens.start && self.is_adverb(verb - 1) {
            verb -= 1;
        }
        let joined = verb > unit.tokens.start && (self.is(verb - 1, "and") || self.is(verb - 1, "but"));
        let goes_on = cue.form == Form::Participle || cue.form == Form::Finite && joined;
        goes_on.then(|| self.main_subject(unit.tokens.start, cue.words.start)).flatten()
    }

    /// Whether `cue`, with the subject `mention`, can report something at all.
    fn reports(&self, unit: &Unit, cue: &Cue, mention: Mention, quotes: &[Quote]) -> bool {
        // A tag's quotation is what it reports.
        let words = self.span(cue.words.clone());
        let tag = self.tops[unit.tops.clone()].iter().any(|t| {
            let q = &quotes[t.quote];
            q.cue_span == Some(words) && q.marked.end() <= words.start()
        });
        // `No one knows why`
        let no_one = mention.sort == Sort::Anybody && mention.first > 0 && self.is(mention.first - 1, "no");
        let numbered = self.token(mention.first + 1).is_some_and(|t| t.kind == TokenKind::Number);
        let nobody = no_one
            || mention.sort == Sort::Anybody && cue.form == Form::Infinitive
            || !numbered && self.is_one(mention.first, one_of!["no", "nobody", "none", "neither"]);
        // `a project expected to cost millions`
        let awaited = mention.sort == Sort::Other
            && cue.form == Form::Finite
            && cue.force == CueForce::Believed
            && self.is(cue.after, "to");
        !(tag || cue.negated || cue.uses.beside || nobody || awaited)
    }

    /// Whether `content` is enough to be what the cue reports, and neither a quotation's nor reported already.
    fn is_said(&self, unit: &Unit, cue: &Cue, content: &Range<usize>, quotes: &[Quote], out: &[Quote]) -> bool {
        let span = self.span(content.clone());
        let that = content.start > 0 && self.is(content.start - 1, "that");
        let one = cue.uses.object
            && matches!(cue.force, CueForce::Denied | CueForce::Admitted)
            && self.is_lower(content.start)
            && self.pronoun(content.start).is_none();
        let enough = match content.len() {
            0 => false,
            // `denies murder`
            1 => one,
            2 => cue.uses.object || self.is(content.start, "to") || that,
            _ => true,
        };
        // `asked not to be named`
        let unnamed = self.is(content.start, "not")
            && self.is(content.start + 2, "be")
            && self.is_one(content.start + 3, one_of!["named", "identified", "quoted", "photographed"]);
        let enough = enough && !unnamed;
        // A clause may stand inside another piece: `Police said he told them it was over`.
        let words = self.span(cue.words.clone());
        let nested = cue.form != Form::Infinitive
            && (!self.has(content.start, List::Preposition) || self.is(content.start, "to"));
        let known = |o: &Quote| o.span.covers(span) && !(nested && o.span.covers(words));
        enough && !span.is_empty() && !self.holds_quote(unit, span, quotes) && !out.iter().any(known)
    }

    /// Whether a quotation of somebody's words stands in `span`.
    fn holds_quote(&self, unit: &Unit, span: Span, quotes: &[Quote]) -> bool {
        self.tops[unit.tops.clone()].iter().any(|t| {
            let q = &quotes[t.quote];
            is_counted(q.kind) && q.marked.overlaps(span)
        })
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
        whole.then(|| indirect_quote(self.span(content), Some(speaker), cue, self.doc.text, before.force))
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
            // `According to him the books are empty`
            if self.object_pronoun(cue.after - 1).is_some()
                && self.has_clause(cue.after, unit.tokens.end)
                && self.is_word(cue.after)
            {
                return self.trimmed(cue.after..unit.tokens.end);
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
            // `say that is too lenient`: a pronoun.
            let own = self.has(that + 1, List::Auxiliary) && self.is_lower(that + 1);
            return self.trimmed(that + usize::from(!own)..end);
        }
        // Between commas: `The dam, officials say, will hold.`
        let aside = first > gap.start && self.is_mark(first - 1, ",") && self.is_mark(cue.after, ",");
        // `At school she was, she claims, the only girl.`
        let open = first >= gap.start + 3 && self.pronoun(subject.first).is_some() && self.is_left_open(first - 2);
        if aside && cue.form == Form::Finite && (open || self.goes_on_with_verb(cue.after + 1)) {
            let start = (gap.start..first).rev().find(|k| self.is_mark(*k, ";")).map_or(gap.start, |k| k + 1);
            return self.trimmed(start..unit.tokens.end);
        }
        // A tag at the end: `The road is shut, police said.`
        let trailing = first > gap.start
            // `Asked whether she knew, she said: "…"`
            && !self.is_mark(cue.after, ":")
            && self.is_mark(first - 1, ",")
            && self.has_no_content(cue, unit.tokens.end)
            && !self.is_aside(gap.start, first - 1);
        if trailing && cue.form == Form::Finite {
            return self.trimmed(gap.start..first - 1);
        }
        let i = self.content_start(cue);
        // `Fighters who confess will serve a year`
        let who = cue.words.start > gap.start && self.is(cue.words.start - 1, "who");
        if who && self.has(i, List::Auxiliary) {
            return None;
        }
        let (clause, object) = self.may_begin(cue, i, unit.tokens.end);
        let end = if clause { end } else { self.phrase_end(i, end) };
        (clause || object).then(|| self.trimmed(i..end)).flatten()
    }

    /// Whether a clause cannot end with token `i`: `was`, `has taken`, `consists of`.
    fn is_left_open(&self, i: usize) -> bool {
        let participle =
            i > 0 && self.has(i - 1, List::Auxiliary) && (self.ends_in(i, "en") || self.has(i, List::PastVerb));
        self.is_lower(i) && (self.has(i, List::Auxiliary) || self.has(i, List::Preposition) || participle)
    }

    /// Whether the verb of a clause that was broken off stands at `i`: `will hold`, `still needs`.
    fn goes_on_with_verb(&self, i: usize) -> bool {
        let i = i + usize::from(self.is_adverb(i));
        self.has(i, List::Auxiliary)
            || self.is_lower(i)
                && (self.has(i, List::PastVerb)
                    || self.ends_in(i, "ed")
                    || self.has(i, List::Verb) && self.ends_in(i, "s") && !self.ends_in(i, "ss"))
    }

    /// The `that` that begins what is reported, right after the cue or after a time or place: `said on Monday that`.
    pub(super) fn that_after(&self, unit: &Unit, cue: &Cue) -> Option<usize> {
        if !(cue.uses.that || cue.uses.object) {
            return None;
        }
        let i = cue.after;
        let near = i..unit.tokens.end.min(i + 9);
        let that = near.take_while(|k| !self.is_mark(*k, ".")).find(|k| self.is(*k, "that"))?;
        // `said, citing officials, that`, but not `…, he said, adding that`
        let aside = self.is_mark(i, ",") && self.is_mark(that - 1, ",") && that > i + 1;
        let between = self.has(i, List::Preposition) || self.is_time(i) || aside || self.is_adverb(i);
        (that == i || cue.uses.that && between).then_some(that)
    }

    /// Where the content may begin: after the cue, its comma and a time.
    fn content_start(&self, cue: &Cue) -> usize {
        let mut i = cue.after;
        let joined = self.is(i + 1, "and") || self.is(i + 1, "but");
        if self.is_mark(i, ",") && cue.uses.clause && !joined && cue.form == Form::Finite && !cue.inverted {
            i += 1;
        }
        // `vowed on Friday to`, `said late Monday the road`
        let dated = self.has(i, List::Preposition) && self.is_time(i + 1) && self.is_word(i + 2);
        i += usize::from(dated);
        while self.is_time(i) && self.is_word(i + 1) {
            i += 1;
        }
        i
    }

    /// Whether a clause, or another complement, that the cue takes begins at `i`.
    fn may_begin(&self, cue: &Cue, i: usize, end: usize) -> (bool, bool) {
        if self.is_one(i, one_of!["if", "whether", "why", "how", "what", "when", "where", "who"]) {
            return (cue.uses.that || cue.uses.hearer, false);
        }
        let number = self.token(i).is_some_and(|t| t.kind == TokenKind::Number);
        if !self.is_word(i) && !number && !self.is_quoted(i) {
            return (false, false);
        }
        // `said so`, `revealed this during an interview`
        let free = || {
            !self.is_word(i + 1) || self.has(i + 1, List::Preposition) || self.is_adverb(i + 1) || self.is_time(i + 1)
        };
        let pointers =
            one_of!["this", "that", "it", "so", "them", "these", "those", "nothing", "anything", "something", "more"];
        if self.is_one(i, pointers) && free() {
            return (false, false);
        }
        // `said goodbye and left`
        if self.has(i, List::Greeting) && (self.is_one(i + 1, one_of!["and", "but"]) || free()) {
            return (false, false);
        }
        // `vowed to fight`, but not `apologised to the families`
        let infinitive = self.is(i, "to")
            && self.is_lower(i + 1)
            && !self.has(i + 1, List::Determiner)
            && self.object_pronoun(i + 1).is_none();
        let preposition = self.has(i, List::Preposition) && !infinitive && !self.is_hyphened(i);
        let joined = self.is_one(i, one_of!["and", "but"]);
        // `A poll showed Lee leading`, `records show she left`
        let shown = cue.uses.that && cue.subject.is_some_and(|m| m.sort == Sort::Document);
        let clause = (cue.uses.clause || shown) && !preposition && !infinitive && !joined && self.has_clause(i, end);
        let led = infinitive || !preposition || cue.force != CueForce::Believed && self.is_one(i, ABOUT);
        let object = (cue.uses.object || cue.uses.hearer && infinitive) && led && !joined;
        // `said of the closing` tells of what, not what.
        let about = cue.uses.clause && cue.force == CueForce::Said && self.is_one(i, ABOUT);
        (clause, object && !about)
    }

    /// Where a phrase without a subject of its own ends: before a verb that goes on with the sentence's (`denies murder
    /// and is in custody`).
    pub(super) fn phrase_end(&self, i: usize, end: usize) -> usize {
        let goes_on = |k: &usize| {
            (self.is(*k, "and") || self.is(*k, "but"))
                && self.is_lower(k + 1)
                && (self.has(k + 1, List::Auxiliary) || self.has(k + 1, List::PastVerb))
        };
        (i..end).find(goes_on).unwrap_or(end)
    }

    /// Whether these tokens are no clause but lead into one: `Asked about the report,`, `In Kent,`.
    fn is_aside(&self, first: usize, end: usize) -> bool {
        let participle =
            (self.ends_in(first, "ed") || self.ends_in(first, "ing")) && !self.has(first, List::SpeakerNoun);
        let lead = self.has(first, List::Preposition) || self.has(first, List::Connective) || self.is_time(first);
        // Not the month of May.
        let verb = (first..end).any(|i| self.has(i, List::Auxiliary) && (i == first || self.is_lower(i)));
        // `Shipping lanes should move at once`
        let noun = self.ends_in(first, "ing") && self.is_lower(first + 1) && self.is_plural(first + 1);
        let whole = noun && (first + 2..end).next().is_some_and(|i| self.has(i, List::Auxiliary));
        let one = !(first..end).any(|i| self.is_mark(i, ","));
        end <= first + 1
            || one
                && (participle && !self.is_name(first) && !whole || self.has(first, List::Connective) || lead && !verb)
    }

    /// Whether a finite verb follows soon: a subject with an auxiliary or a verb form after it.
    pub(super) fn has_clause(&self, i: usize, end: usize) -> bool {
        let mut words = 0;
        let end = end.min(i + 24);
        for k in i..end {
            // Not the month of May.
            let auxiliary = || self.has(k, List::Auxiliary) && self.is_lower(k);
            if k > i && (auxiliary() || self.is_finite(k)) {
                // `murder and is in custody` has no subject.
                return !(self.is(k - 1, "and") || self.is(k - 1, "but"));
            }
            words += usize::from(self.is_word(k));
        }
        // A verb that no list has.
        words >= 5
    }

    /// Whether the word at `k` has the form of a finite verb, and nothing before it makes it a noun.
    pub(super) fn is_finite(&self, k: usize) -> bool {
        if !self.is_lower(k) {
            return false;
        }
        let led =
            || self.has(k - 1, List::Determiner) || self.has(k - 1, List::Preposition) || self.is_possessive(k - 1);
        let third = || {
            self.ends_in(k, "s") && {
                let entry = self.lexicon.match_at(List::Verb, self.doc.text, &self.doc.tokens, k).map(|m| m.entry);
                let subject =
                    self.is_name(k - 1) || self.has(k - 1, List::SpeakerNoun) || self.has(k - 1, List::Pronoun);
                entry.is_some_and(|e| subject || !e.field(2).contains('n'))
            }
        };
        (self.has(k, List::PastVerb) || self.ends_in(k, "ed") || third()) && !led()
    }

    /// Where the content that a cue begins ends: before the next cue's own clause, or at the unit's end.
    pub(super) fn content_end(&self, unit: &Unit, next: Option<&Cue>) -> usize {
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
    pub(super) fn trimmed(&self, range: Range<usize>) -> Option<Range<usize>> {
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
