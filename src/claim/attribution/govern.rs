//! Which cue governs which quotation: a tag after it, a cue before it, the one before it in the same sentence.

use crate::claim::attribution::cue::{Cue, Form};
use crate::claim::attribution::phrase::{Mention, Sort};
use crate::claim::attribution::scene::{LINKS, Scene, Unit};
use crate::claim::quote::{CueForce, Quote, QuoteKind};
use crate::lexicon::List;
use crate::text::one_of::one_of;
use crate::text::token::TokenKind;
use std::ops::Range;

/// How many words of a document are no mere term.
const WOVEN: usize = 4;
/// How long the clause is that weaves them in, in tokens.
const CLAUSE: usize = 40;

/// How far before a quotation a noun for words stands, with where they were said (`words on stage were "…"`).
const NOUN_AND_PLACE: usize = 10;

/// Why a quotation is credited to somebody.
#[derive(Debug, Clone, Default)]
pub(super) struct Credit {
    /// The cue's tokens.
    pub(super) cue: Option<Range<usize>>,
    pub(super) force: CueForce,
    pub(super) speaker: Option<Mention>,
    pub(super) relayed_by: Option<Mention>,
    /// The words quoted are a name or judgement, whatever their form.
    pub(super) label: bool,
    /// The cue stands right before the quotation.
    pub(super) adjacent: bool,
}

/// What a unit says of its quotations.
#[derive(Default)]
pub(super) struct Governed {
    /// One for each quotation of the unit; `None` where the unit does not tell.
    pub(super) credits: Vec<Option<Credit>>,
    /// The cues of each gap.
    pub(super) cues: Cues,
    pub(super) gaps: Vec<Range<usize>>,
}

/// The cues of a unit, in order.
#[derive(Default)]
pub(super) struct Cues {
    all: Vec<Cue>,
    /// For each gap, where its own end.
    ends: Vec<usize>,
}

impl Cues {
    /// Of all gaps.
    pub(super) fn all(&self) -> &[Cue] {
        &self.all
    }

    /// Of one gap.
    pub(super) fn of(&self, gap: usize) -> &[Cue] {
        let start = gap.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.all[start..self.ends[gap]]
    }
}

impl Scene<'_, '_> {
    /// Credits the quotations of one unit as far as the unit itself tells.
    pub(super) fn govern(&self, unit: &Unit, quotes: &[Quote]) -> Governed {
        let mut governed = Governed::default();
        self.govern_into(unit, quotes, &mut governed);
        governed
    }

    /// As [`Scene::govern`], in the room of what another unit said.
    pub(super) fn govern_into(&self, unit: &Unit, quotes: &[Quote], governed: &mut Governed) {
        let Governed { credits, cues, gaps } = governed;
        self.gaps(unit, gaps);
        cues.all.clear();
        cues.ends.clear();
        for gap in &*gaps {
            self.cues(gap.clone(), &mut cues.all);
            cues.ends.push(cues.all.len());
        }
        credits.clear();
        for (k, top) in self.tops[unit.tops.clone()].iter().enumerate() {
            let quote = &quotes[top.quote];
            // `Somebody wrote: “Says who?” Lee says she knows him.`
            let colon = gaps[k].end > gaps[k].start && self.is_mark(gaps[k].end - 1, ":");
            let apart = |c: &&Cue| {
                let ended = colon && self.last_char(quote) != Some(',') && !self.is_mark(gaps[k + 1].start, ",");
                ended && !c.inverted && !self.has_no_content(c, gaps[k + 1].end)
            };
            let tag = cues.of(k + 1).iter().find(|c| self.is_tag(&gaps[k + 1], c, quote)).filter(|c| !apart(c));
            let left = self.left_cue(&gaps[k], cues.of(k), quote);
            let split = k > 0 && self.splits(&gaps[k]);
            let own = if tag.is_none() { left.and_then(|l| self.told_for(&gaps[k], l)) } else { None };
            if own.is_some() {
                credits.push(own);
                continue;
            }
            let credit = match (tag, left) {
                (Some(tag), Some(left))
                    if left.uses.clause
                        && left.subject.is_some()
                        && (quote.kind != QuoteKind::Direct || tag.form == Form::Preposition) =>
                {
                    let mut credit = self.credit(unit, cues, left, &gaps[k]);
                    credit.relayed_by = tag.subject;
                    Some(credit)
                }
                // `what a judge called "a disgrace", a court heard`
                (Some(tag), Some(left)) if left.uses.label && left.after == gaps[k].end && left.subject.is_some() => {
                    let mut credit = self.credit(unit, cues, left, &gaps[k]);
                    credit.relayed_by = tag.subject;
                    Some(credit)
                }
                (Some(tag), _) => Some(self.credit(unit, cues, tag, &gaps[k + 1])),
                (None, Some(left)) => Some(self.credit(unit, cues, left, &gaps[k])),
                (None, None) => match credits.last() {
                    Some(Some(before)) if !split => Some(Credit { adjacent: false, ..before.clone() }),
                    _ => self
                        .trailing_tag(gaps, cues, k)
                        .map(|(g, c)| self.credit(unit, cues, c, &gaps[g]))
                        .or_else(|| self.unlisted_tag(&gaps[k + 1], quote))
                        .or_else(|| self.by_noun_or_colon(unit, &gaps[k]))
                        .or_else(|| self.signature(&gaps[k + 1]))
                        .or_else(|| self.by_document(unit, &gaps[k], quote)),
                },
            };
            credits.push(credit);
        }
    }

    /// A gap that begins a sentence of its own between two quotations.
    fn splits(&self, gap: &Range<usize>) -> bool {
        gap.clone().any(|i| self.is_mark(i, ";"))
    }

    fn credit(&self, unit: &Unit, cues: &Cues, cue: &Cue, gap: &Range<usize>) -> Credit {
        let speaker = cue.subject.or_else(|| {
            if cue.passive {
                return None;
            }
            // `…, writing in a post`, `and said`: the subject of the verb before.
            let earlier = cues.all.iter().take_while(|c| c.words.start < cue.words.start);
            // `stood where Ann Lee had celebrated and said`
            let main = |m: &Mention| {
                !m.from.checked_sub(1).is_some_and(|b| self.is_one(b, one_of!["which", "whom", "where", "when"]))
            };
            earlier
                .filter(|c| !c.passive && c.form != Form::Infinitive)
                .filter_map(|c| c.subject.filter(main))
                .last()
                .or_else(|| self.main_subject(unit.tokens.start, cue.words.start))
        });
        let adjacent = (cue.after..gap.end).all(|i| self.is_mark(i, ",") || self.is_mark(i, ":") || self.is(i, "that"));
        Credit {
            cue: Some(cue.words.clone()),
            force: cue.force,
            speaker,
            relayed_by: None,
            label: cue.uses.label,
            adjacent: adjacent && cue.after <= gap.end,
        }
    }

    /// Whether `cue`, in the gap after a quotation, is its tag: `," he said`, `" said Smith`, `", according to`.
    fn is_tag(&self, gap: &Range<usize>, cue: &Cue, quote: &Quote) -> bool {
        // `," he appears to say`
        let appears = cue.form == Form::Infinitive && cue.subject.is_some_and(|m| m.from <= gap.start + 1);
        if cue.passive || cue.form == Form::Infinitive && !appears {
            return false;
        }
        let mut start = gap.start;
        let comma = self.is_mark(start, ",") || self.is_dash(start);
        start += usize::from(comma);
        // `," as she put it`, but not `"Out!" as she spoke`
        if self.is(start, "as") {
            if !comma && self.last_char(quote) != Some(',') {
                return false;
            }
            start += 1;
        }
        while start < cue.words.start && self.is_adverb(start) && self.is_lower(start) {
            start += 1;
        }
        let expects = comma || self.expects_tag(quote);
        // `", but Ian Moss said it was`: another clause.
        if self.has(start, List::Connective) && start < cue.words.start && !self.has(start, List::Adverb) {
            return false;
        }
        if cue.form == Form::Preposition {
            return cue.words.start == start;
        }
        if cue.form == Form::Participle {
            return expects && cue.subject.is_some_and(|m| m.from == start);
        }
        // `", and told the police, "`: the verb goes on from what stands before the quotation.
        let Some(subject) = cue.subject else { return false };
        if cue.inverted {
            return cue.words.start == start || expects && cue.words.start == start + 1;
        }
        let leads = subject.from == start;
        // `The "History" section explains` is no tag.
        let closed = expects || self.last_char(quote) == Some('.');
        if !closed && !matches!(subject.sort, Sort::Name | Sort::He | Sort::She | Sort::They | Sort::Speaker) {
            return false;
        }
        // `"Pop" music, she said` begins with more than the subject.
        let whole = self.is_mark(cue.words.end, ",") || cue.after >= gap.end || !cue.uses.label || cue.uses.clause;
        (leads || expects && self.is_clean(gap.start, subject) && subject.from <= start + 12) && whole
    }

    /// A tag whose verb is in no list: `," he radioed the tower`, `", dijo Burtón.`
    fn unlisted_tag(&self, gap: &Range<usize>, quote: &Quote) -> Option<Credit> {
        let comma = self.is_mark(gap.start, ",");
        if !comma && !self.expects_tag(quote) || quote.kind == QuoteKind::Scare {
            return None;
        }
        let start = gap.start + usize::from(comma);
        let is_verb = |i: usize| {
            i < gap.end
                && self.is_lower(i)
                && ![
                    List::Auxiliary,
                    List::Preposition,
                    List::Connective,
                    List::Determiner,
                    List::Pronoun,
                    List::Adverb,
                ]
                .iter()
                .any(|l| self.has(i, *l))
        };
        let sure = |m: &Mention| matches!(m.sort, Sort::Name | Sort::He | Sort::She | Sort::They);
        if is_verb(start) {
            let m = self.phrase_after(start + 1, gap.end).filter(|m| sure(m) && m.first == start + 1)?;
            let ends = m.to >= gap.end || !self.is_word(m.to);
            return ends.then(|| Credit { cue: Some(start..start + 1), speaker: Some(m), ..Credit::default() });
        }
        let m = self.phrase_after(start, gap.end).filter(|m| sure(m) && m.from == start)?;
        let mut verb = m.to;
        while self.is_adverb(verb) && verb < gap.end {
            verb += 1;
        }
        is_verb(verb).then(|| Credit { cue: Some(verb..verb + 1), speaker: Some(m), ..Credit::default() })
    }

    /// The cue before a quotation that governs it.
    fn left_cue<'c>(&self, gap: &Range<usize>, cues: &'c [Cue], quote: &Quote) -> Option<&'c Cue> {
        let near = |c: &Cue| {
            let d = gap.end.saturating_sub(c.after);
            d <= 3 || self.is_mark(gap.end - 1, ":") && d <= 14 || self.is_mark(gap.end - 1, ",") && d <= 12
        };
        cues.iter().rev().find(|c| {
            // `She thinks they are "cuties"` tells what she thinks of them in a word of hers or theirs.
            let long =
                quote.kind == QuoteKind::Direct || quote.span.of(self.doc.text).split_whitespace().nth(2).is_some();
            // `The plaque says, in words agreed by a committee, that he was "a man of his time"`
            let aside = c.passive && c.subject.is_some_and(|m| self.is_mark(m.to, ",") && self.is(m.to + 1, "that"));
            if aside || c.passive && c.subject.is_none() || c.force == CueForce::Believed && !(near(c) && long) {
                return false;
            }
            // `vowed the search would go on "as long as it takes"`
            let thing = c.uses.beside && c.subject.is_some_and(|m| m.sort == Sort::Other);
            if thing && quote.kind == QuoteKind::Partial {
                return false;
            }
            if self.is_told_within(cues, c, gap.end) {
                return false;
            }
            // `expressed confidence that ties would be "raised to a new level"`
            let felt = c.uses.felt && gap.end.saturating_sub(c.after) <= CLAUSE;
            if felt && (c.after..gap.end).any(|i| self.is(i, "that")) {
                return true;
            }
            // `mocked the plan as "a farce"`
            let named_as = c.uses.label && self.is(gap.end.saturating_sub(1), "as");
            if !c.uses.that && (!c.uses.beside || named_as) && !c.uses.hearer {
                // `called what happened "a farce"`, `called that "untrue"`
                let object = c.uses.label && self.is_one(c.after, one_of!["what", "that"]);
                // `called the hour that followed "a farce"`
                let told = c.uses.label && self.has(c.after, List::Determiner);
                let relative = |i: usize| told && i > c.after + 1 && self.is_one(i, one_of!["that", "which", "who"]);
                let joined = (c.after + usize::from(object)..gap.end)
                    .any(|i| self.has(i, List::Connective) && !self.is(i, "as") && !self.is(i, "and") && !relative(i));
                // `described it, in a post, as "a farce"`
                let last = gap.end.saturating_sub(1);
                // `thanked the crew, who "never took one step back"`
                let whose = self.is(last, "who") && matches!(c.force, CueForce::Praised | CueForce::Criticised);
                let led = self.is(last, "as") || self.is_mark(last, ":") || whose && c.form == Form::Finite;
                return led || !joined && gap.end.saturating_sub(c.after) <= 14;
            }
            // `showed "a complete disregard"` says nothing of who said it; `showed that` does.
            if !(c.uses.clause || c.uses.label || c.uses.object || c.uses.beside) {
                let that = (c.after..gap.end).any(|i| self.is(i, "that"));
                return that || near(c) && (quote.kind == QuoteKind::Direct || self.is_mark(gap.end - 1, ":"));
            }
            // `…, Smith said, "…"` is fine; `…, Smith said. "…"` is another unit.
            !c.uses.beside || near(c)
        })
    }

    /// Whether a cue is part of what somebody is said to say, and tells of no other speaker's words: `said the fire showed
    /// that its fences were`, `hinted that fans should expect`, `wrote that her class had put a cow on the roof:`.
    fn is_told_within(&self, cues: &[Cue], c: &Cue, end: usize) -> bool {
        let Some(subject) = c.subject.filter(|_| !c.inverted && c.form == Form::Finite && !c.passive) else {
            return false;
        };
        let far = c.uses.beside && end.saturating_sub(c.after) > 3;
        if !far && subject.sort != Sort::Other && c.force != CueForce::Believed {
            return false;
        }
        let that = subject.from.checked_sub(1).is_some_and(|b| self.is(b, "that"));
        let outer = cues.iter().take_while(|o| o.words.start < c.words.start).last();
        outer.is_some_and(|o| {
            let says = o.uses.clause && o.form == Form::Finite && !o.passive && o.force != CueForce::Believed;
            let own = o.subject.is_some_and(|m| m.first != subject.first && m.sort != Sort::Other);
            says && own && o.after <= subject.from && (that || o.after == subject.from)
        })
    }

    /// A tag at the end of the sentence, past the gap that follows: `It was "correct" as a host, the press said.`
    fn trailing_tag<'c>(&self, gaps: &[Range<usize>], cues: &'c Cues, k: usize) -> Option<(usize, &'c Cue)> {
        (k + 1..gaps.len()).find_map(|g| {
            let hit = cues.of(g).iter().find(|c| {
                let Some(m) = c.subject else { return false };
                if c.passive || c.form == Form::Infinitive || c.uses.beside {
                    return false;
                }
                if c.form == Form::Preposition {
                    return true;
                }
                let first = if c.inverted { c.words.start } else { m.from };
                let comma =
                    first.checked_sub(1).is_some_and(|b| self.is_mark(b, ",") || b < gaps[g].start && g > k + 1);
                comma && !c.uses.label && self.has_no_content(c, gaps[g].end)
            });
            hit.map(|c| (g, c))
        })
    }

    /// Whether nothing that could be reported follows the cue: a mark, or `in a statement`, `on Monday`.
    pub(super) fn has_no_content(&self, cue: &Cue, end: usize) -> bool {
        let i = cue.after;
        i >= end
            || !self.is_word(i)
            || self.has(i, List::Preposition)
            || self.is_time(i)
            || self.is_adverb(i)
            || self.is_one(i, one_of!["when", "while", "as", "after", "who"])
            || self.ends_in(i, "ing")
    }

    /// `His advice: "…"`, `with the words "…"`, and any sentence that ends in a colon before the quotation.
    fn by_noun_or_colon(&self, unit: &Unit, gap: &Range<usize>) -> Option<Credit> {
        let last = gap.end.checked_sub(1).filter(|l| *l >= gap.start)?;
        let colon = self.is_mark(last, ":");
        // `Her last words on stage in Leeds were "…"`: farther off, with what hangs on it.
        let is = self.is_one(last, one_of!["was", "were"]);
        let within = if is { NOUN_AND_PLACE } else { 4 };
        let noun = (gap.start.max(gap.end.saturating_sub(within))..gap.end).rev().find(|i| {
            let hangs = *i + 4 >= gap.end
                || self.has(i + 1, List::Preposition)
                    && !(i + 1..last)
                        .any(|j| self.has(j, List::PastVerb) || self.has(j, List::Auxiliary) || self.is_mark(j, ","));
            self.has(*i, List::ReportingNoun) && self.is_lower(*i) && hangs
        });
        if let Some(n) = noun {
            let m = self.lexicon.match_at(List::ReportingNoun, self.doc.text, &self.doc.tokens, n);
            let force = m.and_then(|m| CueForce::from_name(m.entry.field(1))).unwrap_or_default();
            let speaker = self.owner(gap.start, n).or_else(|| self.main_subject(unit.tokens.start, n))?;
            return Some(Credit { cue: Some(n..n + 1), force, speaker: Some(speaker), ..Credit::default() });
        }
        if !colon {
            return None;
        }
        let speaker = self.sender(unit, last).or_else(|| self.main_subject(unit.tokens.start, last))?;
        Some(Credit { speaker: Some(speaker), ..Credit::default() })
    }

    /// `And from Ann, 84, in Kent: "…"`: whose message it is.
    fn sender(&self, unit: &Unit, colon: usize) -> Option<Mention> {
        let first = unit.tokens.start + usize::from(self.is(unit.tokens.start, "and"));
        let from = (first..first + 3).find(|i| self.is(*i, "from")).filter(|f| (first..*f).all(|i| self.is_word(i)))?;
        self.phrase_after(from + 1, colon).filter(|m| matches!(m.sort, Sort::Name | Sort::Person))
    }

    /// `His answer, she said, was "…"`: the words are his, whom the cue between the commas only tells of.
    fn told_for(&self, gap: &Range<usize>, cue: &Cue) -> Option<Credit> {
        let last = gap.end.checked_sub(1).filter(|l| self.is_one(*l, one_of!["was", "is"]))?;
        let teller = cue.subject.filter(|_| cue.form == Form::Finite && self.is_mark(last - 1, ","))?;
        let first = if cue.inverted { cue.words.start } else { teller.from };
        let noun = first.checked_sub(2).filter(|n| *n >= gap.start && self.is_mark(n + 1, ","))?;
        let speaker = self.owner(gap.start, noun).filter(|_| self.has(noun, List::ReportingNoun))?;
        let m = self.lexicon.match_at(List::ReportingNoun, self.doc.text, &self.doc.tokens, noun);
        let force = m.and_then(|m| CueForce::from_name(m.entry.field(1))).unwrap_or_default();
        Some(Credit {
            cue: Some(noun..noun + 1),
            force,
            speaker: Some(speaker),
            relayed_by: Some(teller),
            ..Credit::default()
        })
    }

    /// Whose the noun at `n` is: `his advice`, `Smith's statement`.
    pub(super) fn owner(&self, low: usize, n: usize) -> Option<Mention> {
        for j in (low.max(n.saturating_sub(4))..n).rev() {
            let sort = if self.is(j, "his") {
                Sort::He
            } else if self.is(j, "her") {
                Sort::She
            } else if self.is(j, "their") {
                Sort::They
            } else if self.token(j).is_some_and(|t| t.kind == TokenKind::Possessive) {
                return self.subject_before(low, j);
            } else {
                continue;
            };
            return Some(Mention { first: j, end: j + 1, sort, from: j, to: j + 1 });
        }
        None
    }

    /// `The treaty binds both sides to open the road "as soon as the weather allows"`: what a document says is quoted
    /// from it.
    fn by_document(&self, unit: &Unit, gap: &Range<usize>, quote: &Quote) -> Option<Credit> {
        let m = self.main_subject(unit.tokens.start, gap.end).filter(|m| m.sort == Sort::Document)?;
        let words = quote.span.of(self.doc.text).split_whitespace().nth(WOVEN - 1).is_some();
        let passive = (m.to.max(gap.end.saturating_sub(CLAUSE))..gap.end)
            .any(|i| self.is_one(i, one_of!["was", "were", "been", "is", "are", "who"]));
        let woven = quote.kind == QuoteKind::Partial && self.is_lower(gap.end.checked_sub(1)?) && !passive;
        (words && woven).then(|| Credit { speaker: Some(m), ..Credit::default() })
    }

    /// `" - Matthew Ingram`: a name after a dash, and nothing else.
    fn signature(&self, gap: &Range<usize>) -> Option<Credit> {
        if !self.is_dash(gap.start) && !self.is_mark(gap.start, "-") && !self.is_mark(gap.start, "~") {
            return None;
        }
        let m = self.phrase_after(gap.start + 1, gap.end)?;
        let rest = gap.end.saturating_sub(m.to);
        let dated =
            (m.to..gap.end).any(|i| self.is_time(i) || self.token(i).is_some_and(|t| t.kind == TokenKind::Number));
        (!dated && m.sort == Sort::Name && rest <= 14 && (rest == 0 || !self.is_word(m.to)))
            .then(|| Credit { speaker: Some(m), ..Credit::default() })
    }

    /// The first phrase of a sentence that can be its subject, before token `high`.
    pub(super) fn main_subject(&self, low: usize, high: usize) -> Option<Mention> {
        let mut i = low;
        for _ in 0..4 {
            while i < high
                && !self.is_quoted(i)
                && (!self.is_word(i) || self.is_adverb(i) || self.is(i, "but") || self.is(i, "and"))
            {
                i += 1;
            }
            if i >= high || self.is_quoted(i) {
                return None;
            }
            if self.is(i, "according") {
                return None;
            }
            // `Asked what she wanted, she laughed.`
            let asked = i == low && self.has(i, List::PromptedWord);
            let aside = asked
                || self.has_any(i, LINKS)
                || self.is_time(i)
                || self.ends_in(i, "ing") && !self.has(i, List::SpeakerNoun) && !self.opens_title(i)
                || self.ends_in(i, "ed") && (self.is_mark(i + 1, ",") || self.has(i + 1, List::Preposition));
            if !aside {
                let m = self.phrase_after(i, high)?;
                return (m.sort != Sort::Other).then_some(m);
            }
            // Past the comma that ends the aside, or past its time: `At noon on Monday the mayor stepped in`.
            let limit = high.min(i + 40);
            let comma = (i..limit).find(|j| self.is_mark(*j, ","));
            let time = (i + 1..comma.unwrap_or(limit).min(i + 9)).find(|j| {
                let led = self.is_one(j + 1, one_of!["the", "a", "an"]) || self.pronoun(j + 1).is_some();
                self.is_time(*j) && led
            });
            if let Some(time) = time {
                i = time + 1;
                continue;
            }
            // `Among them is Ann Lee, who runs a shop.`
            if let Some(m) = self.name_after_is(i, comma.unwrap_or(limit), high) {
                return Some(m);
            }
            // `In 1968 he married Ann Lee, a singer.`
            if let Some(m) = self.pronoun_after_aside(i, comma.unwrap_or(limit)) {
                return Some(m);
            }
            let comma = comma?;
            if let Some(m) = self.name_after_aside(i, comma, high) {
                return Some(m);
            }
            // `To Ann Lee, a nurse, it looked grey`: the nurse is she.
            let person = self.named(comma - 1).is_some_and(|n| n.len() > 1 && self.has(n.start, List::GivenName));
            let apposed = person && self.is_one(comma + 1, one_of!["a", "an"]);
            let close = (comma + 1..high.min(comma + 12)).find(|j| apposed && self.is_mark(*j, ","));
            i = close.unwrap_or(comma) + 1;
        }
        None
    }

    /// The name after an aside and `is`: `Among them is Ann Lee`, `Watching was Ann Lee`.
    fn name_after_is(&self, low: usize, high: usize, end: usize) -> Option<Mention> {
        let is = (low + 1..high.min(low + 8))
            .take_while(|i| {
                self.is_lower(*i) && !self.is_quoted(*i) && self.pronoun(*i).is_none_or(|s| s == Sort::They)
            })
            .find(|i| self.is_one(*i, one_of!["is", "was"]))?;
        self.phrase_after(is + 1, end).filter(|m| m.sort == Sort::Name && m.from == is + 1)
    }

    /// The pronoun that is the subject after a short aside without a comma: `At Cambridge she was happy`.
    fn pronoun_after_aside(&self, low: usize, high: usize) -> Option<Mention> {
        if !self.has(low, List::Preposition) || self.has(low, List::Connective) {
            return None;
        }
        let i = (low + 1..high.min(low + 6))
            .take_while(|i| !self.has(*i, List::Connective) && !self.is_quoted(*i) && !self.is_mark(*i, ","))
            .find(|i| self.is_one(*i, one_of!["he", "she", "they"]))?;
        let verb = self.is_lower(i + 1) && !self.has(i - 1, List::Preposition) && self.is_name_or_time(i - 1);
        let sort = self.pronoun(i).filter(|_| verb)?;
        Some(Mention { first: i, end: i + 1, sort, from: i, to: i + 1 })
    }

    fn is_name_or_time(&self, i: usize) -> bool {
        let number = self.token(i).is_some_and(|t| t.kind == TokenKind::Number);
        number || self.is_name(i) || self.is_time(i) || self.is_grain(i)
    }

    /// `On the steps of the court Dean Hale, the girl's father, read`: no comma ends the aside; a full name stands right
    /// after a plain noun, and who that is follows between commas.
    fn name_after_aside(&self, low: usize, comma: usize, high: usize) -> Option<Mention> {
        let first = (low..comma).rev().take_while(|&j| self.is_name(j)).last()?;
        if comma - first < 2 || first < low + 2 || !self.has(first, List::GivenName) {
            return None;
        }
        let noun = first - 1;
        let plain = self.is_word(noun) && self.is_lower(noun) && !self.is_adverb(noun);
        // `To his lawyer John Hale, who`: that is the lawyer's name.
        let person = self.doc.tokens.get(noun).is_some_and(|t| {
            let entry = self.lexicon.entry(List::SpeakerNoun, t.of(self.doc.text));
            entry.is_some_and(|e| e.field(1) == "p")
        });
        let lists = [List::Preposition, List::Determiner, List::Title, List::RoleModifier];
        let described = self.has(comma + 1, List::Determiner)
            || self.is(comma + 1, "who")
            || self.token(comma + 1).is_some_and(|t| t.kind == TokenKind::Number)
            || self.token(comma + 2).is_some_and(|t| t.kind == TokenKind::Possessive);
        let closed = (comma + 1..high.min(comma + 12)).any(|j| self.is_mark(j, ","));
        (plain && !person && !lists.iter().any(|&l| self.has(noun, l)) && described && closed).then_some(Mention {
            first,
            end: comma,
            sort: Sort::Name,
            from: first,
            to: comma,
        })
    }
}
