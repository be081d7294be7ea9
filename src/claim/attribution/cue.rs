//! Cues: the words that tell that somebody said something, with their subject and hearer.

use crate::claim::attribution::marks;
use crate::claim::attribution::phrase::{Mention, Sort};
use crate::claim::attribution::scene::{LINKS, Scene};
use crate::claim::quote::CueForce;
use crate::lexicon::List;
use crate::text::one_of::{OneOf, one_of};
use crate::text::token::TokenKind;
use std::ops::Range;

/// What a verb of saying allows; the letters of its list's last field.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Uses {
    /// A clause without `that`.
    pub(super) clause: bool,
    /// A clause after `that`.
    pub(super) that: bool,
    /// The words quoted are a name or judgement.
    pub(super) label: bool,
    /// An object or infinitive tells what was said.
    pub(super) object: bool,
    /// The hearer stands before what was said.
    pub(super) hearer: bool,
    /// Only beside a quotation.
    pub(super) beside: bool,
    /// Its forms are nouns too.
    pub(super) noun: bool,
    /// A past form before `to` tells of whom something is said.
    pub(super) about: bool,
    /// Its object is a feeling, of which a clause after `that` tells.
    pub(super) felt: bool,
    /// It comes out by itself: its subject is an `it` that nobody is meant by.
    pub(super) itself: bool,
}

/// The form of a cue's verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// `say`, `says`, `said`.
    Finite,
    /// `saying`.
    Participle,
    /// `to say`.
    Infinitive,
    /// `according to`.
    Preposition,
}

/// One cue.
#[derive(Debug, Clone)]
pub(super) struct Cue {
    /// Its own words.
    pub(super) words: Range<usize>,
    pub(super) force: CueForce,
    pub(super) uses: Uses,
    pub(super) form: Form,
    /// Who speaks.
    pub(super) subject: Option<Mention>,
    /// Whether the subject follows the verb (`said Smith`).
    pub(super) inverted: bool,
    /// The token after the verb, its inverted subject and its hearer.
    pub(super) after: usize,
    /// `did not say`, `declined to say`.
    pub(super) negated: bool,
    /// `was told`: the subject is the hearer.
    pub(super) passive: bool,
}

impl Scene<'_, '_> {
    /// Adds the cues among the tokens of `gap`, in order, to `out`. Cost: O(tokens).
    pub(super) fn cues(&self, gap: Range<usize>, out: &mut Vec<Cue>) {
        let mut low = gap.start;
        while let Some(i) = self.marks.next(low..gap.end, marks::CUE) {
            let cue = if self.token(i).is_some_and(|t| t.may_open(List::ReportingVerb)) {
                self.verb_cue(&gap, i)
            } else if self.is(i, "according") && self.is(i + 1, "to") || self.is(i, "words") && self.is(i + 1, "of") {
                self.according(&gap, i)
            } else {
                None
            };
            low = cue.as_ref().map_or(i + 1, |c| c.words.end);
            out.extend(cue);
        }
    }

    fn according(&self, gap: &Range<usize>, i: usize) -> Option<Cue> {
        let subject = self.phrase_after(i + 2, gap.end)?;
        Some(Cue {
            words: i..i + 2,
            force: CueForce::Said,
            uses: Uses { clause: true, ..Uses::default() },
            form: Form::Preposition,
            subject: Some(subject),
            inverted: true,
            after: subject.to,
            negated: false,
            passive: false,
        })
    }

    fn verb_cue(&self, gap: &Range<usize>, i: usize) -> Option<Cue> {
        let m = self.lexicon.match_at(List::ReportingVerb, self.doc.text, &self.doc.tokens, i)?;
        let end = i + m.len;
        if end > gap.end || self.is_name(i) && i > gap.start {
            return None;
        }
        let letters =
            m.entry.field(3).bytes().filter(u8::is_ascii_lowercase).fold(0u32, |all, b| all | 1 << (b - b'a'));
        let has = |letter: u8| letters >> (letter - b'a') & 1 == 1;
        let uses = Uses {
            clause: has(b'c'),
            that: has(b'c') || has(b't'),
            label: has(b'l'),
            object: has(b'o'),
            hearer: has(b'h'),
            beside: has(b'q') && !has(b'c') && !has(b't'),
            noun: has(b'n'),
            about: has(b'p'),
            felt: has(b'f'),
            itself: has(b'i'),
        };
        let force = CueForce::from_name(m.entry.field(2)).unwrap_or_default();
        let word = self.word(i);
        let base = m.entry.text.as_bytes();
        let base = &base[..base.iter().position(|b| *b == b' ').unwrap_or(base.len())];
        let ing = word.len() > base.len() && word.ends_with("ing");
        let plain = word.as_bytes().eq_ignore_ascii_case(base);
        let third = !plain && word.ends_with('s');
        let past = !ing && (!plain && !third || m.entry.fields.iter().take(2).any(|f| f == word));
        let before = i.checked_sub(1).filter(|b| *b >= gap.start);
        let infinitive = plain && before.is_some_and(|b| self.is(b, "to"));
        let heard = if plain && !infinitive { self.heard_subject(gap.start, i) } else { None };
        if heard.is_none() && before.is_some_and(|b| self.is_noun_lead(b)) {
            return None;
        }
        if uses.noun && (plain && !past || third) && !infinitive && heard.is_none() && !self.agrees(gap, i, third) {
            return None;
        }
        // `its sales forecast for the year`: a past form like the plain one is a noun after a plain noun.
        let thing = |b: usize| {
            let verbal = [List::SpeakerNoun, List::Auxiliary, List::Adverb, List::Pronoun, List::Connective];
            self.is_lower(b) && !verbal.iter().any(|l| self.has(b, *l)) && !self.is_adverb(b)
        };
        if uses.noun && plain && past && !infinitive && heard.is_none() && before.is_some_and(thing) {
            return None;
        }
        let form = if ing {
            Form::Participle
        } else if infinitive {
            Form::Infinitive
        } else {
            Form::Finite
        };
        // `a man believed to be in Spain`, `a car believed involved`
        let held = force == CueForce::Believed && self.is_participle(end) && self.is_lower(end);
        let of_whom = uses.about && past && (held || self.is_infinitive(end));
        let passive = past && (of_whom || self.is_passive(gap, i, end, uses));
        let mut cue = Cue {
            words: i..end,
            force,
            uses,
            form,
            subject: None,
            inverted: false,
            after: end,
            negated: self.is_negated(gap.start, i),
            passive,
        };
        match heard {
            Some(_) => cue.subject = heard,
            None => self.find_subject(gap, &mut cue),
        }
        // `the Lafayette suspects were`
        if uses.noun && third && self.has(end, List::Auxiliary) {
            return None;
        }
        // `In a video posted on Monday, Lee said`: a participle, which tells of the message.
        let beside = |m: &Mention| (m.to..i).all(|k| self.is_adverb(k));
        if past && !cue.inverted && cue.subject.filter(beside).is_some_and(|m| self.is_means(gap.start, m)) {
            let dated = !self.is_word(end)
                || self.is_time(end)
                || self.is_adverb(end)
                || self.has(end, List::Preposition)
                || self.has(end, List::DateWord);
            if dated && form == Form::Finite {
                return None;
            }
        }
        // `the savings claimed for the scheme`: a participle, whose noun nobody is.
        let reduced = past && !cue.inverted && self.is_one(end, one_of!["for", "by", "against"]);
        if reduced && cue.subject.is_some_and(|m| m.sort == Sort::Other && m.to == i) {
            return None;
        }
        // `read about the closure in the paper`
        if force == CueForce::Said && past && self.is(i, "read") && self.is(end, "about") {
            return None;
        }
        if uses.itself && !cue.subject.is_some_and(|m| m.sort == Sort::It) {
            return None;
        }
        if uses.hearer && !cue.inverted && !cue.passive {
            if let Some(hearer) = self.phrase_after(end, gap.end) {
                cue.after = self.after_hearer(hearer, uses, end);
            }
        } else if !cue.inverted
            && self.is(end, "to")
            && (self.is(end + 1, "reporters")
                || self.object_pronoun(end + 1).is_some()
                || self.phrase_after(end + 1, gap.end).is_some_and(|h| h.sort == Sort::Name))
        {
            cue.after = self.phrase_after(end + 1, gap.end).map_or(cue.after, |h| h.to);
        }
        Some(cue)
    }

    /// Whether a phrase is the message in which somebody says something: `In a video`, `in an Instagram story`.
    fn is_means(&self, low: usize, m: Mention) -> bool {
        let thing = matches!(m.sort, Sort::Document | Sort::Other | Sort::Name);
        let led = m
            .from
            .checked_sub(1)
            .filter(|b| *b >= low)
            .is_some_and(|b| self.is_one(b, one_of!["in", "on", "via", "through", "to"]));
        thing && led && self.is_one(m.from, one_of!["a", "an", "another", "the"])
    }

    /// `to` with a verb after it, and no hearer: `said to have fled`, not `said to me`.
    pub(super) fn is_infinitive(&self, to: usize) -> bool {
        self.is(to, "to")
            && self.is_lower(to + 1)
            && (self.has(to + 1, List::Auxiliary) || self.has(to + 1, List::Verb))
            && !self.has(to + 1, List::SpeakerNoun)
    }

    /// The token after the hearer, or `end` where the phrase is no hearer but the subject of what is said: `warned the
    /// worst is to come`. What is asked for is not the hearer's: `asked the president for help`.
    fn after_hearer(&self, hearer: Mention, uses: Uses, end: usize) -> usize {
        if uses.clause && self.has(hearer.to, List::Auxiliary) {
            return end;
        }
        let wish = uses.object.then(|| (hearer.first..hearer.to).find(|k| self.is(*k, "for"))).flatten();
        let after = wish.unwrap_or(hearer.to);
        // `asked anyone with information to call`
        let onward = after..after + 9;
        let with = uses.object && (self.is(after, "with") || self.is(after, "in") || self.is(after, "who"));
        let to = onward.take_while(|k| self.is_word(*k)).find(|k| self.is(*k, "to")).filter(|_| with);
        to.unwrap_or(after)
    }

    /// Whether the token before makes a noun or adjective of what follows: `a`, `the`, `his`, `Smith's`, `of`.
    fn is_noun_lead(&self, b: usize) -> bool {
        let possessive = self.token(b).is_some_and(|t| t.kind == TokenKind::Possessive);
        // `A friend of Webb's said`
        if possessive && self.is_one_of_his(b) {
            return false;
        }
        if possessive {
            // `he's said`
            return b.checked_sub(1).is_none_or(|p| self.pronoun(p).is_none());
        }
        const LEADS: &OneOf<'_> = one_of![
            "a", "an", "the", "his", "her", "its", "their", "our", "my", "your", "this", "these", "those", "no"
        ];
        const VERBAL: &OneOf<'_> = one_of!["as", "by", "in", "after", "without", "before", "for", "since", "with"];
        let preposition = self.has(b, List::Preposition) && !self.has(b, List::Adverb) && !self.is(b, "to");
        self.is_one(b, LEADS) || preposition && !self.is_one(b, VERBAL)
    }

    /// Whether a form that may be a noun (`claims`, `report`) is a verb here: its subject stands right before it.
    fn agrees(&self, gap: &Range<usize>, i: usize, third: bool) -> bool {
        let mut b = i;
        while b > gap.start && (self.is_adverb(b - 1) || self.has(b - 1, List::Auxiliary)) {
            b -= 1;
            if self.has(b, List::Auxiliary) && !third {
                return true; // `will claim`
            }
        }
        let Some(b) = b.checked_sub(1).filter(|b| *b >= gap.start) else {
            // `"No," claims Smith`; `"No," reports the father of two.`
            let tag = |m: &Mention| {
                let one = m.sort == Sort::Person && self.is(m.first, "the") && !self.is_plural_phrase(*m);
                i > 0 && self.is_quoted(i - 1) && one && !self.is_word(m.to)
            };
            return third
                && self
                    .phrase_after(i + 1, gap.end)
                    .is_some_and(|m| m.sort == Sort::Name || self.pronoun(m.first).is_some() || tag(&m));
        };
        // `two seconds before`
        let many = third && self.has(b, List::NumberWord) && !self.is(b, "one");
        if self.pronoun(b).is_some() && !many || self.is(b, "who") || self.is(b, "which") {
            return true;
        }
        if self.is_mark(b, ",") || self.is_dash(b) {
            let many = |m: &Mention| !third && m.sort == Sort::Group;
            return self.subject_before(gap.start, i).is_some_and(|m| m.sort == Sort::Name || many(&m))
                || third && self.phrase_after(i + 1, gap.end).is_some_and(|m| m.sort == Sort::Name);
        }
        let of = self.is(i + 1, "of") || self.is(i + 1, "from") || self.is(i + 1, "against");
        if self.is_name(b) && !self.has(b, List::SpeakerNoun) {
            // `Americans call it`
            if !of && (third || self.ends_in(b, "s")) {
                return true;
            }
            // `Reports in Spain claim`
            let group = self.subject_ending_at(gap.start, b + 1).filter(|m| m.end < b + 1 || m.first + 1 < b);
            return !of && !third && group.is_some_and(|m| m.sort != Sort::Name && self.is_plural_phrase(m));
        }
        self.has(b, List::SpeakerNoun) && self.is_plural(b) != third && !of
            || self.is(b, "police") && plain_plural(third)
    }

    fn is_negated(&self, low: usize, i: usize) -> bool {
        let mut b = i;
        for _ in 0..5 {
            let Some(p) = b.checked_sub(1).filter(|p| *p >= low) else { return false };
            let negated = self.is(p, "not") || self.is(p, "never");
            if negated || self.ends_in(p, "n't") || self.ends_in(p, "n\u{2019}t") {
                return true;
            }
            // `have yet to say`
            let yet = self.is(p, "yet") && self.is(p + 1, "to");
            if yet || self.has(p, List::Refusal) || self.is(p, "without") {
                return true;
            }
            if !(self.is_adverb(p) || self.has(p, List::Auxiliary) || self.is(p, "to")) {
                return false;
            }
            b = p;
        }
        false
    }

    /// A participle after a form of be (`was told`), or without the object that an active verb would have.
    fn is_passive(&self, gap: &Range<usize>, i: usize, end: usize, uses: Uses) -> bool {
        let mut b = i;
        while let Some(p) = b.checked_sub(1).filter(|p| *p >= gap.start) {
            if self.is_one(
                p,
                one_of![
                    "was", "were", "been", "being", "be", "is", "are", "wasn't", "weren't", "isn't", "aren't", "get",
                    "got"
                ],
            ) {
                return true;
            }
            if !self.is_adverb(p) {
                break;
            }
            b = p;
        }
        // `which officials dismissed as "a farce"`
        let relative = || {
            let subject = self.subject_before(gap.start, i);
            let lead = subject.and_then(|m| m.from.checked_sub(1)).filter(|r| *r >= gap.start);
            lead.is_some_and(|r| self.is_one(r, one_of!["that", "what", "which", "whom"]))
        };
        let bare = self.is(end, "by") || self.is(end, "of") && !uses.object || self.is(end, "as") && !relative();
        let transitive = uses.label || uses.hearer;
        // `in a statement read by her lawyer`, but `said by telephone`
        let means = self.lexicon.match_at(List::SpeechMeans, self.doc.text, &self.doc.tokens, end + 1).is_some();
        let agent = self.is(end, "by") && !means;
        transitive && bare && !uses.clause || agent
    }

    fn find_subject(&self, gap: &Range<usize>, cue: &mut Cue) {
        let i = cue.words.start;
        if cue.passive {
            // `was called a farce by Smith`
            let by = (cue.words.end..gap.end.min(cue.words.end + 8)).find(|k| self.is(*k, "by"));
            cue.subject = by.and_then(|b| self.phrase_after(b + 1, gap.end));
            return;
        }
        let mut lead = i;
        while lead > gap.start && self.is_adverb(lead - 1) {
            lead -= 1;
        }
        let before = self.subject_before(gap.start, i);
        let at_start = lead == gap.start || self.is_mark(lead - 1, ",") || self.is_dash(lead - 1);
        if at_start && cue.form == Form::Finite {
            // `…, said Smith.` but not `Smith, 44, said the deal was off.`
            let direct = before.is_none_or(|m| m.end + 1 >= lead && !(m.from..m.end).any(|k| self.is_mark(k, ",")));
            let clean = before.is_some_and(|m| self.is_clean(gap.start, m));
            let after = self.phrase_after(cue.words.end, gap.end);
            // `They held Clay, 20, in Kent, said the mayor, Ann Lee.`: a name and nothing after it is the speaker's.
            let named = !cue.uses.hearer && cue.uses.clause;
            let closed = |m: &Mention| m.to >= gap.end && !self.is_quoted(m.to) || self.is_mark(m.to, ".");
            let named = named && after.as_ref().is_some_and(|m| m.sort == Sort::Name && closed(m));
            if direct || !clean || named {
                if let Some(m) = after {
                    // `the letter, sent on Friday, orders Lee to leave`
                    let bidden = (cue.uses.hearer || cue.uses.object) && self.is_infinitive(m.to)
                        || cue.uses.hearer && cue.uses.clause && self.is(m.to, "that");
                    // `informs me that`; `wrote the single word "none"`
                    let told = m.end == m.first + 1 && self.object_pronoun(m.first).is_some()
                        || m.sort == Sort::Other && self.is_quoted(m.to);
                    let object = told
                        || m.sort == Sort::It
                        || bidden
                        || cue.uses.label && !cue.uses.clause && m.sort != Sort::Name;
                    if !object && self.ends_clause(m.to, gap.end) {
                        cue.inverted = true;
                        cue.after = m.to;
                        cue.subject = Some(m);
                        return;
                    }
                }
            }
            if direct && lead > gap.start {
                // `In a note her brother, Daniel, thanked`: the name is set off from what it tells of.
                cue.subject = before.filter(|m| {
                    let set_off = m.from.checked_sub(1).is_some_and(|b| b > gap.start && self.is_mark(b, ","));
                    set_off && m.sort == Sort::Name && m.end + 1 == lead && self.tells_who(gap.start, m.from - 1)
                });
                return;
            }
        }
        match cue.form {
            Form::Participle => {
                let b = i.checked_sub(1).filter(|b| *b >= gap.start);
                if b.is_some_and(|b| self.is(b, "as")) {
                    cue.subject = self.quoted_as(gap.start, i - 1);
                } else if b.is_some_and(|b| {
                    // `non-life threatening wounds`
                    self.is_word(b)
                        && !self.is_hyphened(b)
                        && !self.has(b, List::Preposition)
                        && !self.has(b, List::Connective)
                        || self.is_mark(b, ")")
                }) {
                    cue.subject = before;
                }
            }
            // `slept on the floor of the hall to protest`
            Form::Infinitive => {
                let inside = before.filter(|m| m.sort == Sort::Other).and_then(|m| m.from.checked_sub(1));
                let inside =
                    inside.is_some_and(|b| b > gap.start && self.has(b, List::Preposition) && !self.is(b, "for"));
                cue.subject = if inside { self.main_subject(gap.start, i) } else { before };
            }
            _ => cue.subject = before,
        }
    }

    /// Whether what stands before the comma at `comma` tells who is named after it: `her brother`, `the man who built it`.
    fn tells_who(&self, low: usize, comma: usize) -> bool {
        let first = self.group_start(low, comma);
        let relative = (first..comma).any(|i| self.is_one(i, one_of!["who", "that", "which"]));
        self.has(comma - 1, List::SpeakerNoun) || relative && self.has(first, List::Determiner)
    }

    /// Who is quoted before the `as` at `as_at`: `quoted Smith as saying`, `Smith was quoted by the paper as saying`.
    fn quoted_as(&self, low: usize, as_at: usize) -> Option<Mention> {
        let floor = low.max(as_at.saturating_sub(12));
        let by = (floor..as_at).rev().find(|k| self.is(*k, "by"));
        let verb = by.unwrap_or(as_at).checked_sub(1).filter(|v| *v >= floor && self.has(*v, List::ReportingVerb));
        self.subject_before(low, verb.unwrap_or(as_at))
    }

    /// The subject of the bare infinitive at `verb`: `heard Walker yell`, `heard him say`.
    fn heard_subject(&self, low: usize, verb: usize) -> Option<Mention> {
        let last = verb.checked_sub(1).filter(|l| *l > low)?;
        self.marks.next(low..verb, marks::SENSE)?;
        let object =
            self.object_pronoun(last).map(|sort| Mention { first: last, end: verb, sort, from: last, to: verb });
        let found = object.or_else(|| self.subject_ending_at(low, verb))?;
        let sensed = found.from.checked_sub(1).filter(|b| *b >= low)?;
        self.has(sensed, List::Sense).then_some(found)
    }

    /// Whether a phrase begins its clause.
    pub(super) fn is_clean(&self, low: usize, m: Mention) -> bool {
        let Some(b) = m.from.checked_sub(1).filter(|b| *b >= low) else { return true };
        self.is_mark(b, ",")
            || self.is_mark(b, ";")
            || self.is_mark(b, ":")
            || self.is_dash(b)
            || self.has(b, List::Connective)
            || self.is_adverb(b)
            || self.is_quoted(b)
            || self.is_time(b)
    }

    /// Whether a clause can end before token `i`: a mark, a preposition, a conjunction, or the gap's end.
    fn ends_clause(&self, i: usize, end: usize) -> bool {
        if i >= end {
            return true;
        }
        !self.is_word(i) && !self.is_mark(i, "(") && !self.token(i).is_some_and(|t| t.kind == TokenKind::Number)
            || self.is_mark(i, "(")
            || self.has_any(i, LINKS)
            || self.is_adverb(i)
            || self.is_time(i)
            || self.ends_in(i, "ing")
    }
}

fn plain_plural(third: bool) -> bool {
    !third
}
