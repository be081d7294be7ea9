//! Carry-over: whose words a quotation is when its own sentence does not tell.

use crate::claim::attribution::cue::{Cue, Form};
use crate::claim::attribution::govern::{Credit, Governed};
use crate::claim::attribution::phrase::{Mention, Sort};
use crate::claim::attribution::resolve::Resolver;
use crate::claim::attribution::scene::{Scene, Unit, is_counted};
use crate::claim::quote::{CueForce, Quote, QuoteKind};
use crate::lexicon::List;
use crate::text::one_of::one_of;
use std::cell::LazyCell;

/// Who spoke, or was spoken of, last.
#[derive(Debug, Default)]
pub(super) struct Carry {
    /// The source of the unit before, if that unit credited anything to it.
    speaker: Option<Mention>,
    /// The subject of the unit before.
    subject: Option<Mention>,
    /// Who spoke, or was spoken of, before that in the same paragraph.
    earlier: Option<Mention>,
    /// The subject of the running unit's first cue.
    cued: Option<Mention>,
    /// The subject of the running unit.
    main: Option<Mention>,
    /// Whether the running unit begins a paragraph.
    begins_paragraph: bool,
    /// The two who spoke last: the later one, and the one before.
    voices: [Option<Voice>; 2],
    /// Whether the unit before was a question put to the other of the two, or an answer in such an exchange.
    exchange: bool,
    /// Units since one of them spoke.
    silent: usize,
    /// The only one quoted so far, unless there were several.
    only: Option<Voice>,
    several: bool,
    /// Whether the paragraph before is the reporter's own question or prompt, which a quotation answers.
    asked: Asked,
    /// Who answered the reporter's questions last.
    answers: Option<Mention>,
    /// Whose statement the whole text is, as its heading says.
    author: Option<Mention>,
    /// Room for whom a unit tells of.
    told_of: Vec<Mention>,
}

/// What the reporter put to somebody in the paragraph before.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Asked {
    #[default]
    Nothing,
    /// `The truth, please.`
    Prompt,
    /// `Why come back?`
    Question,
}

impl Scene<'_, '_> {
    /// Whose statement a text is by its heading: `Statement by Governor Ann Lee on the storm`.
    fn heading_author(&self) -> Option<Mention> {
        let end = self.units.first()?.tokens.end.min(HEADING);
        let noun = (0..end)
            .find(|i| self.has(*i, List::MessageNoun) || self.is_one(*i, one_of!["remarks", "statement", "tribute"]))?;
        let by = self.is_one(noun + 1, one_of!["by", "from", "of"]).then_some(noun + 1)?;
        let line = (by..end).take_while(|i| !self.is_line_between(*i, *i + 1)).last()? + 2;
        self.phrase_after(by + 1, line).filter(|m| m.sort == Sort::Name && noun <= 2)
    }

    /// What the reporter puts to somebody in this unit, which quotes nobody.
    fn puts(&self, unit: &Unit) -> Asked {
        let last = unit.tokens.end.saturating_sub(1);
        if self.is_mark(last, "?") {
            return Asked::Question;
        }
        let short = unit.tokens.len() <= PROMPT && !unit.tokens.clone().any(|i| self.is_name(i));
        if short && unit.begins_paragraph { Asked::Prompt } else { Asked::Nothing }
    }

    /// Who does something between two quotations of one paragraph: `“It was late.” Ann Lee looks away. “Nobody came.”`
    fn between(&self, u: usize) -> Option<Mention> {
        let (next, then) = (self.units.get(u + 1)?, self.units.get(u + 2)?);
        let plain = !next.begins_paragraph && next.tops.is_empty() && next.tokens.len() <= ACTION;
        let goes_on = !then.begins_paragraph && self.is_quoted(then.tokens.start);
        let told = (plain && goes_on).then(|| self.main_subject(next.tokens.start, next.tokens.end)).flatten()?;
        let opens = told.from == next.tokens.start && matches!(told.sort, Sort::Name | Sort::He | Sort::She);
        opens.then_some(told)
    }

    /// Whether the reporter speaks to somebody in the unit: `One critic called you lazy.`
    fn addresses(&self, unit: &Unit) -> bool {
        unit.tokens.clone().any(|i| self.is_one(i, one_of!["you", "your"]) && !self.is_quoted(i))
    }

    /// Whose name a sentence gives of its subject: `The man who won is the baker Ann Lee, who …`.
    fn named_after(&self, unit: &Unit, main: Mention) -> Option<Mention> {
        if main.sort != Sort::Person {
            return None;
        }
        if let Some(name) = self.apposed(unit, main) {
            return Some(name);
        }
        if !self.is(main.first, "the") {
            return None;
        }
        let is = (main.to..unit.tokens.end.min(main.to + IDENTIFIED))
            .take_while(|i| self.is_word(*i) && !self.is_quoted(*i))
            .find(|i| self.is(*i, "is") || self.is(*i, "was"))?;
        self.phrase_after(is + 1, unit.tokens.end).filter(|m| m.sort == Sort::Name && m.from == is + 1)
    }

    /// The full name between commas behind a subject, past a clause or an age: `The inspector who brought the case, Ann Lee,
    /// left`, `The eldest nurse, 91-year-old Ann Lee, wept`.
    fn apposed(&self, unit: &Unit, main: Mention) -> Option<Mention> {
        let end = unit.tokens.end;
        let comma = if self.is(main.to, "who") {
            let near = main.to..end.min(main.to + IDENTIFIED);
            near.take_while(|i| !self.is_quoted(*i)).find(|i| self.is_mark(*i, ","))?
        } else {
            Some(main.to).filter(|i| self.is_mark(*i, ",") && self.is(i + 2, "-") && self.is(i + 3, "year"))?
        };
        let first = if self.is(comma + 3, "year") { comma + 6 } else { comma + 1 };
        let name = first..first + (first..end).take_while(|i| self.is_name(*i)).count();
        let whole = name.len() > 1 && self.is_mark(name.end, ",") && self.is_lower(name.end + 1);
        let sort = Sort::Name;
        whole.then_some(Mention { first: name.start, end: name.end, sort, from: name.start, to: name.end })
    }

    /// Whom the reporter, the subject, meets or asks: `I rang my sister`.
    fn met(&self, unit: &Unit, i: Mention) -> Option<Mention> {
        if !self.has(i.to, List::MeetingWord) {
            return None;
        }
        let end = unit.tokens.end.min(i.to + 4);
        let object =
            (i.to + 1..end).find(|k| self.is(*k, "my") || self.has(*k, List::Determiner) || self.is_name(*k))?;
        let met = self.phrase_after(object + usize::from(self.is(object, "my")), unit.tokens.end)?;
        let one = matches!(met.sort, Sort::Person | Sort::Name) && !self.is_plural_phrase(met);
        (one && (i.to..object).all(|k| self.is_lower(k) && !self.has(k, List::Preposition))).then_some(met)
    }

    /// Whether a subject is kin, without a name, of the one whom the text goes on to call by the same pronoun: `his
    /// father`, `her sister`.
    fn is_own_kin(&self, m: Mention) -> bool {
        let owner = if self.is(m.first, "his") {
            "m"
        } else if self.is(m.first, "her") {
            "f"
        } else {
            return false;
        };
        let kin = |i: usize| {
            let title = self.lexicon.entry(List::Title, self.word(i)).is_some_and(|e| e.field(0) == "family");
            let gender = self.lexicon.entry(List::GenderedNoun, self.word(i));
            title && gender.is_some_and(|e| e.field(0) == owner)
        };
        m.sort == Sort::Person && (m.first + 1..m.end).any(kin)
    }

    /// Whether a pronoun and `cue` end a unit that quotes nothing: `The road is shut, she said.`
    fn is_trailing(&self, unit: &Unit, cue: &Cue) -> bool {
        let pronoun = cue.subject.filter(|m| matches!(m.sort, Sort::He | Sort::She));
        let comma = pronoun.and_then(|m| m.from.checked_sub(1)).is_some_and(|b| self.is_mark(b, ","));
        let plain = cue.form == Form::Finite && !cue.passive && !cue.inverted;
        unit.tops.is_empty() && plain && comma && self.has_no_content(cue, unit.tokens.end)
    }
}

/// Somebody who was quoted.
#[derive(Debug, Clone)]
struct Voice {
    mention: Mention,
    /// Which of the quotations.
    quote: usize,
}

impl Voice {
    fn name<'q>(&self, quotes: &'q [Quote]) -> Option<&'q str> {
        quotes.get(self.quote)?.speaker.as_ref().map(|s| s.name.as_str())
    }
}

/// How far from a subject the `is` stands that tells its name, in tokens.
const IDENTIFIED: usize = 12;
/// How many tokens of a text its heading may have.
const HEADING: usize = 40;
/// How many tokens tell what a speaker does between two sentences.
const ACTION: usize = 12;
/// How many tokens a reporter's prompt may have.
const PROMPT: usize = 6;
/// How many clauses of one unit are looked at for whom it tells of.
const CLAUSES: usize = 4;
/// How many units without a quotation end an exchange.
const SILENCE: usize = 2;

impl Carry {
    pub(super) fn new(scene: &Scene<'_, '_>) -> Self {
        Self { author: scene.heading_author(), ..Self::default() }
    }

    /// Notes whom the unit speaks of, before its own pronouns are resolved.
    pub(super) fn enter(
        &mut self,
        scene: &Scene<'_, '_>,
        unit: &Unit,
        governed: &Governed,
        resolver: &mut Resolver<'_, '_, '_>,
    ) {
        self.begins_paragraph = unit.begins_paragraph;
        let cues = governed.cues.all().iter().filter(|c| !c.passive && !c.negated && c.form != Form::Infinitive);
        let main = scene.main_subject(unit.tokens.start, unit.tokens.end);
        // `A neighbour described how it was the first that the governor had heard of it`
        let within = |c: &&Cue| {
            let other = main.is_some_and(|m| m.sort == Sort::Person && c.subject.is_some_and(|s| s.first != m.first));
            c.force == CueForce::Believed && other
        };
        let cues = cues.filter(|c| !(c.uses.label || c.uses.beside) || c.uses.clause);
        self.cued = cues.filter(|c| !within(c)).find_map(|c| c.subject);
        self.main = main.map(|m| scene.named_after(unit, m).unwrap_or(m));
        // `Clinton's server was "a mistake", she said`
        let first = unit.tokens.start;
        let owner = (first..unit.tokens.end.min(first + 4)).find(|i| scene.is_possessive(*i) && !scene.is_quoted(*i));
        if let Some(m) = owner.and_then(|i| scene.subject_before(first, i)).filter(|m| m.sort == Sort::Name) {
            let speaker = resolver.speaker(m, None);
            resolver.note(m, speaker);
        }
        // `The suspect is armed, she said`: whom the clause tells of is not who tells it.
        let told = governed.cues.all().iter().any(|c| scene.is_trailing(unit, c));
        let goes_on = self.speaker.is_some() && !self.begins_paragraph;
        let told = self.main.filter(|m| told && (m.sort == Sort::Person || goes_on && m.sort == Sort::Name));
        let told = told.or_else(|| self.main.filter(|m| scene.is_own_kin(*m)));
        // `Kuip's father, a postman who taught him, was there`: the postman is the father.
        let apposed = |m: &Mention| {
            let comma = m.from.checked_sub(1).filter(|c| scene.is_mark(*c, ","));
            m.sort == Sort::Person && self.main.is_some_and(|s| comma == Some(s.to) && s.sort == Sort::Person)
        };
        let held = |m: &Mention| !apposed(m) && told.is_none_or(|t| t.first != m.first);
        let cues = governed.cues.all().iter().filter(|c| c.form == Form::Finite && !c.passive && !c.negated);
        let clauses = cues.filter(|c| c.uses.clause).filter_map(|c| c.subject).take(CLAUSES);
        // The `one` of `one of its drivers` alone is nobody.
        let main = self.main.filter(|m| m.sort != Sort::Anybody);
        let mut told_of = std::mem::take(&mut self.told_of);
        told_of.clear();
        for m in [main, self.cued].into_iter().flatten().chain(clauses) {
            if held(&m) && told_of.iter().all(|t| t.first != m.first) {
                told_of.push(m);
            }
        }
        told_of.sort_by_key(|m| m.first);
        let addresses = LazyCell::new(|| scene.addresses(unit));
        for &m in &told_of {
            // `one voter in ten` is nobody.
            let rate = scene.is(m.first, "one") && scene.is(m.end.saturating_sub(2), "in");
            // Somebody without a name, told of in a question to another.
            let aside = m.sort == Sort::Person && *addresses;
            if rate || aside {
                continue;
            }
            if matches!(m.sort, Sort::Name | Sort::Person | Sort::Group | Sort::Document) {
                let speaker = resolver.speaker(m, None);
                if self.cued.is_some_and(|c| c.first == m.first) {
                    resolver.note_source(m, speaker);
                } else {
                    resolver.note(m, speaker);
                }
            }
        }
        // `I rang my sister.` She may speak next.
        if let Some(m) = self.main.filter(|m| m.sort == Sort::Speaker).and_then(|m| scene.met(unit, m)) {
            let speaker = resolver.speaker(m, None);
            resolver.note(m, speaker);
        }
        // `In a 1987 interview, she was asked` in a report of her death.
        let telling = self.main.filter(|m| self.cued.is_none_or(|c| c.first != m.first));
        if let Some((m, deceased)) = telling.and_then(|m| Some((m, resolver.tells_of_deceased(m)?))) {
            resolver.settle(m, deceased);
        }
        // `He thanked Lee. “A hero,” he said.`: he comes up again after whoever was named before.
        if let Some(m) = self.main.filter(|m| matches!(m.sort, Sort::He | Sort::She) && held(m)) {
            let speaker = resolver.speaker(m, None);
            if speaker.actor.is_some() || speaker.name != speaker.span.of(scene.doc.text) {
                resolver.note(m, speaker);
            }
        }
        if self.asked != Asked::Nothing && self.answers.is_none() {
            self.answers = match &self.only {
                Some(voice) if !self.several => Some(voice.mention),
                None if self.asked == Asked::Question => resolver.interviewed(unit.tokens.start),
                _ => None,
            };
        }
        resolver.read_messages(unit, self.cued.or(self.main));
        self.told_of = told_of;
    }

    /// Credits a quotation whose unit does not tell.
    pub(super) fn credit(&self, scene: &Scene<'_, '_>, u: usize, quote: &Quote, quotes: &[Quote]) -> Option<Credit> {
        if !is_counted(quote.kind) {
            return None;
        }
        let alone = scene.stands_alone(&scene.units[u]);
        // `“Why not?” the lawyer asked.` and, in the next paragraph, `“I was afraid.”`
        if let Some(other) = self.voices[1].as_ref().filter(|_| self.exchange && alone && self.begins_paragraph) {
            return Some(Credit { speaker: Some(other.mention), ..Credit::default() });
        }
        let long = quote.span.of(scene.doc.text).split_whitespace().nth(5).is_some();
        // Woven into a sentence without a cue, only a long one goes on with what was reported before.
        let goes_on = quote.kind == QuoteKind::Partial && long && !self.begins_paragraph && self.speaker.is_some();
        if !alone && !goes_on {
            return None;
        }
        let ahead = if self.begins_paragraph { self.ahead(scene, u, quotes) } else { None };
        let asked = self.asked != Asked::Nothing && alone && self.begins_paragraph;
        let answers = self.answers.filter(|_| asked);
        let author = || self.author.filter(|_| alone && self.begins_paragraph && self.only.is_none() && !self.several);
        let told = || self.speaker.or_else(|| self.person()).or(self.earlier);
        let mention = ahead.or(answers).or_else(told).or_else(author);
        mention.map(|m| Credit { speaker: Some(m), ..Credit::default() })
    }

    /// Notes who was quoted.
    fn heard(&mut self, mention: Mention, quote: usize, quotes: &[Quote]) {
        let voice = Voice { mention, quote };
        let Some(name) = voice.name(quotes) else { return };
        match &self.only {
            None if !self.several => self.only = Some(voice.clone()),
            Some(only) if only.name(quotes) != Some(name) => {
                self.several = true;
                self.only = None;
            }
            _ => {}
        }
        if self.voices[0].as_ref().is_some_and(|v| v.name(quotes) == Some(name)) {
            return;
        }
        self.voices[1] = self.voices[0].replace(voice);
    }

    fn person(&self) -> Option<Mention> {
        self.subject
            .filter(|m| matches!(m.sort, Sort::Name | Sort::Person | Sort::He | Sort::She | Sort::They | Sort::Group))
    }

    /// The source of the next quotation in the same paragraph, told by a tag after it.
    fn ahead(&self, scene: &Scene<'_, '_>, u: usize, quotes: &[Quote]) -> Option<Mention> {
        if let Some(between) = scene.between(u) {
            return Some(between);
        }
        let next = scene.units.get(u + 1).filter(|n| !n.begins_paragraph && !n.tops.is_empty())?;
        let starts_quoted = scene.is_quoted(next.tokens.start);
        if !starts_quoted {
            return None;
        }
        let governed = scene.govern(next, quotes);
        governed.credits.first().cloned().flatten().and_then(|c| c.speaker)
    }

    /// Remembers what a unit tells for those to come.
    pub(super) fn leave(&mut self, scene: &Scene<'_, '_>, unit: &Unit, credits: &[Option<Credit>], quotes: &[Quote]) {
        let counted = unit.tops.clone().zip(credits).filter(|(t, _)| is_counted(quotes[scene.tops[*t].quote].kind));
        let last = counted.rev().find_map(|(t, c)| c.as_ref().and_then(|c| Some((t, c, c.speaker?))));
        let quoted = last.map(|(_, _, speaker)| speaker);
        match last {
            Some((t, credit, mention)) => {
                let place = scene.tops[t].quote;
                let quote = &quotes[place];
                let question = credit.force == CueForce::Asked && scene.last_char(quote) == Some('?');
                let goes_on = self.exchange && credit.cue.is_none() && self.begins_paragraph;
                self.exchange = question || goes_on;
                self.silent = 0;
                self.heard(mention, place, quotes);
            }
            None => {
                self.exchange = false;
                self.silent += 1;
                if self.silent > SILENCE {
                    self.voices = [None, None];
                }
            }
        }
        let question = || unit.begins_paragraph && scene.is_mark(unit.tokens.end.saturating_sub(1), "?");
        let quiet = last.is_none() && (self.cued.is_none() || scene.addresses(unit) || question());
        self.asked = if quiet { scene.puts(unit) } else { Asked::Nothing };
        // Who spoke earlier in the paragraph, should nobody come between.
        let earlier = self.speaker.or_else(|| self.person()).or(self.earlier);
        self.earlier = if unit.begins_paragraph { None } else { earlier };
        self.speaker = quoted.or(self.cued);
        self.subject = self.main;
    }
}
