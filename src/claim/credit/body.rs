//! Credits in running text: `as reported by Reuters`, `told the BBC`, `in a joint statement`, `in an interview with`.

use super::name::{Name, OutletRole, demonym_like};
use super::word::{POSTING, is_agency, is_journalist};
use super::{Credit, CreditKind, CreditScope, Reader};
use crate::claim::quote::Quote;
use crate::lexicon::{List, ListSet};
use crate::text::fold::{fold, with_folded};
use crate::text::span::Span;
use crate::text::token::TokenKind;
use std::cell::OnceCell;
use std::ops::Range;

/// At most this many tokens stand between a cue and the name it credits.
const REACH: usize = 12;

/// The credits of sentence `s`, appended to `out`.
pub(super) fn credits(reader: &Reader<'_>, s: usize, quotes: &[Quote], out: &mut Vec<Credit>) {
    let range = reader.doc.range_of(s);
    let span = reader.doc.sentences[s].span;
    let sentence = Sentence { reader, range: range.clone(), span, quotes, speaker: OnceCell::new() };
    let mut i = range.start;
    while i < range.end {
        // Most words open nothing.
        let next = if opens(reader, i) && !reader.quoted[i] { sentence.at(i, out) } else { None };
        i = next.map_or(i + 1, |n| n.max(i + 1));
    }
}

/// Whether a credit may begin at token `i`.
#[inline]
fn opens(reader: &Reader<'_>, i: usize) -> bool {
    const OPENERS: ListSet =
        ListSet::one(List::Occasion).or(ListSet::one(List::CreditCue)).or(ListSet::one(List::Agency));
    let t = &reader.doc.tokens[i];
    t.is_capitalised()
        || t.lists.any(OPENERS)
        || t.may_begin && t.opens.any(OPENERS)
        || t.kind == TokenKind::Word && t.is_one(reader.doc.text, POSTING)
}

/// The speaker of the first quotation that touches a sentence.
fn speaker_in(sentence: Span, quotes: &[Quote]) -> Option<&str> {
    let near = quotes.partition_point(|q| q.span.end() < sentence.start());
    let touching = quotes.iter().skip(near.saturating_sub(1)).take_while(|q| q.span.start() < sentence.end());
    touching
        .filter(|q| q.span.overlaps(sentence) || q.speaker.as_ref().is_some_and(|s| sentence.covers(s.span)))
        .find_map(|q| q.speaker.as_ref().map(|s| s.name.as_str()))
}

fn is_pronoun(reader: &Reader<'_>, name: &str) -> bool {
    reader.lexicon.has(List::Pronoun, name)
}

struct Sentence<'a, 'd> {
    reader: &'a Reader<'d>,
    range: Range<usize>,
    span: Span,
    quotes: &'a [Quote],
    /// Who speaks in it, once that was asked: few sentences ask.
    speaker: OnceCell<Option<&'a str>>,
}

impl<'a> Sentence<'a, '_> {
    /// Who speaks in it, if that is told by more than a pronoun.
    fn speaker(&self) -> Option<&'a str> {
        let read = || speaker_in(self.span, self.quotes).filter(|name| !is_pronoun(self.reader, name));
        *self.speaker.get_or_init(read)
    }

    /// The credit that begins at token `i`, appended to `out`; the token after it.
    fn at(&self, i: usize, out: &mut Vec<Credit>) -> Option<usize> {
        // `an interview with` names a person as often as an outlet.
        if let Some(next) = self.occasion(i, out) {
            return Some(next);
        }
        if let Some(m) = self.reader.find(List::CreditCue, i) {
            if let Some(next) = self.after_cue(i, i + m.len, Reach::of(m.entry.field(0)), out) {
                return Some(next);
            }
        }
        if let Some(next) = self.post(i, out) {
            return Some(next);
        }
        let name = self.reader.outlet_at(i, false)?;
        self.before_verb(&name, out);
        Some(name.end)
    }

    fn push(&self, from: usize, end: usize, name: &Name, out: &mut Vec<Credit>) {
        out.push(Credit {
            span: self.reader.span(from, end),
            name: name.name.clone(),
            kind: name.kind,
            scope: CreditScope::Sentence,
            by: None,
            sort: fold(&name.name),
        });
    }

    /// What a cue credits: the outlet after it, past words for what it is.
    fn after_cue(&self, cue: usize, from: usize, reach: Reach, out: &mut Vec<Credit>) -> Option<usize> {
        let r = self.reader;
        let mut p = from;
        // Words since the cue that say what is credited, and whether one says that it is an outlet.
        let (mut beside, mut loose, mut capital) = (false, 0, None);
        let mut described = None;
        while p < self.range.end && p < from + REACH {
            if let Some(name) = r.outlet_at(p, beside) {
                if let Some(name) = self.accept(name, reach, beside, loose, capital.is_some()) {
                    let agency = described.is_some_and(|d| is_agency(&r.words(d, name.first)));
                    return Some(self.with_more(cue, name.of_agency(agency), out));
                }
                return None;
            }
            if let Some((len, role)) = r.outlet_word(p) {
                if role == OutletRole::Media {
                    let first = capital.or(described).unwrap_or(p);
                    let name = Name {
                        first,
                        end: p + len,
                        name: r.words(first, p + len),
                        kind: CreditKind::Media,
                        listed: false,
                        weak: false,
                    };
                    self.push(cue, p + len, &name, out);
                    return Some(p + len);
                }
                beside = role != OutletRole::Name;
                capital = None;
                described.get_or_insert(p);
                p += len;
                continue;
            }
            let t = r.token(p)?;
            match t.kind {
                TokenKind::Possessive => {}
                TokenKind::Mark if r.word(p) == "-" && !t.space_before => {}
                TokenKind::Word if t.lists.has(List::Determiner) => {
                    if loose > 0 && reach == Reach::To {
                        return None;
                    }
                }
                TokenKind::Word if t.is_capitalised() => {
                    // `Russian`, `Kremlin`: whose outlet it is.
                    if !r.is_time(p) {
                        capital.get_or_insert(p);
                    }
                }
                TokenKind::Word => {
                    let ends =
                        t.lists.has(List::Connective) || t.lists.has(List::Auxiliary) || t.lists.has(List::Pronoun);
                    if ends || reach == Reach::Near || (reach == Reach::To && t.lists.has(List::Preposition)) {
                        return None;
                    }
                    described.get_or_insert(p);
                    loose += 1;
                }
                _ => return None,
            }
            p += 1;
        }
        None
    }

    /// Whether a cue's reach extends to a name.
    fn accept(&self, name: Name, reach: Reach, beside: bool, loose: usize, capital: bool) -> Option<Name> {
        let r = self.reader;
        let described = beside || matches!(r.outlet_word(name.end), Some((_, OutletRole::Noun | OutletRole::Weak)));
        if capital && !described || reach == Reach::To && loose > 0 && !described {
            return None;
        }
        // `told Time that …` counts, `told Time` of a list of everyday words does not without `magazine`.
        let the = || name.first > 0 && with_folded(r.word(name.first - 1), |w| w == "the");
        if name.weak && !described && !the() {
            return None;
        }
        // `the Guardian's lawyers` are not the Guardian; `CNN's Jake Tapper` and `the BBC's correspondent` are.
        let possessive = r.token(name.end).is_some_and(|t| t.kind == TokenKind::Possessive);
        if possessive && reach == Reach::To {
            let next = name.end + 1;
            let of_it = r.capital(next) || r.outlet_word(next).is_some() || is_journalist(&fold(r.word(next)));
            return of_it.then_some(name);
        }
        Some(name)
    }

    /// Pushes `name` and those joined to it (`Reuters and the BBC`); the token after the last.
    fn with_more(&self, cue: usize, name: Name, out: &mut Vec<Credit>) -> usize {
        let r = self.reader;
        let mut name = name;
        // `NBC station WDSU`, `the news agency Fars`: the name after the word is the outlet's own.
        if let Some((len, OutletRole::Noun | OutletRole::Weak)) = r.outlet_word(name.end) {
            if let Some(own) = r.outlet_at(name.end + len, true) {
                name = own;
            }
        }
        self.push(cue, name.end, &name, out);
        let mut end = name.end;
        while end < self.range.end {
            let mut p = end;
            while p < end + 3 && matches!(r.word(p), "," | "and" | "&" | "or" | "the") {
                p += 1;
            }
            let joined = if p > end { r.outlet_at(p, false) } else { None };
            let Some(next) = joined.filter(|n| !n.weak && self.joins(n)) else { break };
            self.push(next.first, next.end, &next, out);
            end = next.end;
        }
        end
    }

    /// Whether a name after a comma or `and` is one more outlet, not the subject of a clause of its own.
    fn joins(&self, name: &Name) -> bool {
        self.verb_after(name.end, true).is_none()
    }

    /// `Reuters reported`, `The BBC, citing police, said`, `the Tass news agency quoted him as saying`.
    fn before_verb(&self, name: &Name, out: &mut Vec<Credit>) {
        let r = self.reader;
        let mut end = name.end;
        let mut described = false;
        if let Some((len, OutletRole::Noun | OutletRole::Weak)) = r.outlet_word(end) {
            end += len;
            described = true;
        }
        if name.weak && !described {
            let the = name.first > 0 && fold(r.word(name.first - 1)) == "the";
            // `The Post reported` has its article inside the sentence's first word.
            if !the {
                return;
            }
        }
        if let Some(verb) = self.verb_after(end, name.listed || described) {
            self.push(name.first, verb, name, out);
        }
    }

    /// One past the verb of which the words before token `at` are the subject; `listed`: those words are sure to name
    /// an outlet, so that a verb of any speaker will do.
    fn verb_after(&self, at: usize, listed: bool) -> Option<usize> {
        let r = self.reader;
        let mut p = at;
        // `'s John Smith`: a journalist of the outlet.
        if r.token(p).is_some_and(|t| t.kind == TokenKind::Possessive) {
            p += 1;
            while p < at + 6 && (r.capital(p) || is_journalist(&fold(r.word(p)))) {
                p += 1;
            }
        }
        if r.word(p) == "," && matches!(r.word(p + 1), "citing" | "quoting" | "which") {
            let mut q = p + 1;
            while q < p + 16 && q < self.range.end && r.word(q) != "," {
                q += 1;
            }
            if r.word(q) == "," {
                p = q + 1;
            } else if r.word(p + 1) != "which" {
                return None;
            }
        }
        for _ in 0..4 {
            let t = r.token(p)?;
            if p >= self.range.end || t.is_capitalised() && !r.is_time(p) {
                return None;
            }
            if let Some(m) = r.find(List::OutletVerb, p) {
                return (listed || m.entry.field(2) != "listed").then_some(p + 1);
            }
            let word = r.word(p);
            let passes =
                t.lists.has(List::Adverb) || word.ends_with("ly") || matches!(word, "has" | "had" | "have" | "on");
            if !passes && !r.is_time(p) {
                return None;
            }
            p += 1;
        }
        None
    }

    /// Statements, documents, interviews and other occasions.
    fn occasion(&self, i: usize, out: &mut Vec<Credit>) -> Option<usize> {
        let r = self.reader;
        let m = r.find(List::Occasion, i)?;
        let end = i + m.len;
        let kind = match m.entry.field(0) {
            "statement" => CreditKind::Statement,
            "document" => CreditKind::Document,
            "post" => CreditKind::Post,
            _ => CreditKind::Occasion,
        };
        let before = self.introduced(i);
        let (by, by_end) = self.issuer(end);
        let verb = || self.verb_after(by_end, true).is_some();
        let holds = match kind {
            // `the affidavit says`, `according to court papers`.
            CreditKind::Document => before == Some(Intro::Cue) || (before.is_some() && m.len > 1) || verb(),
            // `The mayor issued a statement` needs no other verb.
            _ => match before {
                Some(Intro::Verb(_)) => true,
                Some(Intro::Cue) => m.len > 1 && self.attributes() || verb(),
                Some(Intro::Place) => self.attributes() || verb(),
                None => verb(),
            },
        };
        if !holds {
            return None;
        }
        let sort = m.entry.field(1).to_owned();
        let mut name = m.entry.text.clone();
        let mut last = by_end;
        // A document speaks for itself; what a person says of it makes it none of theirs.
        let speaker = if kind == CreditKind::Document { None } else { self.speaker() };
        let subject = || match before {
            Some(Intro::Verb(v)) => self.subject(v),
            _ => None,
        };
        let mut by = by.or_else(|| speaker.map(str::to_owned)).or_else(subject);
        if sort == "interview" {
            match self.interviewer(end) {
                Interviewer::Outlet(outlet, next) => {
                    self.push(i, next, &outlet, out);
                    return Some(next);
                }
                Interviewer::Person(person, next) => {
                    name = format!("interview with {person}");
                    last = next;
                    by = self.speaker().map(str::to_owned);
                }
                Interviewer::Unnamed => {
                    "interview".clone_into(&mut name);
                    last = end;
                    by = self.speaker().map(str::to_owned);
                }
            }
        } else if kind == CreditKind::Post {
            if let Some(platform) = self.platform(end) {
                name = format!("post on {}", platform.0);
                last = platform.1;
            }
        }
        out.push(Credit { span: r.span(i, last), name, kind, scope: CreditScope::Sentence, by, sort });
        Some(last)
    }

    /// How the noun phrase whose head is at token `i` is brought in.
    fn introduced(&self, i: usize) -> Option<Intro> {
        let r = self.reader;
        let mut p = i;
        while p > self.range.start && i - p < 6 {
            p -= 1;
            let t = r.token(p)?;
            let word = r.word(p);
            if t.kind == TokenKind::Word {
                let according = || p > self.range.start && with_folded(r.word(p - 1), |w| w == "according");
                // What the word tells, were it that nothing is brought in.
                let told = with_folded(word, |folded| match folded {
                    "issued" | "released" | "issues" | "gave" | "held" | "told" | "made" => Some(Some(Intro::Verb(p))),
                    "per" => Some(Some(Intro::Cue)),
                    _ if t.lists.has(List::Preposition) => Some(match folded {
                        "to" if according() => Some(Intro::Cue),
                        "in" | "at" | "during" | "on" | "from" | "via" | "through" => Some(Intro::Place),
                        _ => None,
                    }),
                    "citing" | "quoting" => Some(Some(Intro::Cue)),
                    _ => None,
                });
                if let Some(intro) = told {
                    return intro;
                }
                if t.lists.has(List::Connective) || t.lists.has(List::Auxiliary) {
                    return None;
                }
            } else if t.kind == TokenKind::Mark && word != "-" {
                return None;
            }
        }
        None
    }

    /// The name before the verb at token `v`: `Chief Ada Lund` of `police Chief Ada Lund issued a statement`.
    fn subject(&self, v: usize) -> Option<String> {
        let r = self.reader;
        let end = (self.range.start..v).rev().take(4).find(|&k| r.capital(k))? + 1;
        let start = (self.range.start..end).rev().take(6).take_while(|&k| r.capital(k)).last()?;
        Some(r.words(start, end))
    }

    /// Whether the sentence says that somebody said something.
    fn attributes(&self) -> bool {
        let r = self.reader;
        self.speaker().is_some() || self.range.clone().any(|i| r.is(i, List::ReportingVerb) && !r.quoted[i])
    }

    /// The issuer after a statement or document (`by the union and the company`), and the token after it.
    fn issuer(&self, at: usize) -> (Option<String>, usize) {
        let r = self.reader;
        if !matches!(r.word(at), "by" | "from" | "of") {
            return (None, at);
        }
        let mut p = at + 1;
        while p < self.range.end && p < at + REACH {
            let Some(t) = r.token(p) else { break };
            let ends = t.kind == TokenKind::Mark && !matches!(r.word(p), "-" | "&")
                || t.lists.has(List::OutletVerb) && !t.is_capitalised()
                || t.lists.has(List::Auxiliary)
                || (t.lists.has(List::Preposition) && !matches!(r.word(p), "of" | "for"))
                || r.is_time(p);
            if ends {
                break;
            }
            p += 1;
        }
        if p == at + 1 { (None, at) } else { (Some(r.words(at + 1, p)), p) }
    }

    /// Who interviews, after `interview`: `with Kremlin state television journalist Pavel Zarubin`.
    fn interviewer(&self, at: usize) -> Interviewer {
        let r = self.reader;
        let start = (at..at + 3).find(|&k| matches!(r.word(k), "with" | "by"));
        let Some(start) = start.filter(|&k| k == at || !r.token(at).is_some_and(|t| t.kind == TokenKind::Mark)) else {
            return Interviewer::Unnamed;
        };
        // The last run of capitals before the phrase ends is the person, if what stands before it describes one.
        let (mut p, mut run, mut media) = (start + 1, None, None);
        let mut commas = 0;
        while p < self.range.end && p < start + 1 + REACH {
            if let Some(name) = r.outlet_at(p, false) {
                if media.is_none() && !name.weak {
                    return Interviewer::Outlet(name.clone(), name.end);
                }
            }
            let Some(t) = r.token(p) else { break };
            if let Some((len, OutletRole::Media)) = r.outlet_word(p) {
                media = Some((start + 1, p + len));
                p += len;
                continue;
            }
            match t.kind {
                TokenKind::Word if t.is_capitalised() && !r.is_time(p) => {
                    let mut end = p;
                    while end < self.range.end && end < p + 5 && r.capital(end) && !r.is_time(end) {
                        end += 1;
                    }
                    let person = end - p >= 2 || !demonym_like(r.word(p));
                    // After a comma only a full name in apposition.
                    if person && (commas == 0 || end - p >= 2) && !(commas > 0 && run.is_some()) {
                        run = Some((p, end));
                    }
                    p = end;
                    continue;
                }
                TokenKind::Word if t.lists.has(List::Connective) || t.lists.has(List::Auxiliary) => break,
                TokenKind::Word if t.lists.has(List::Preposition) && r.word(p) != "of" && r.word(p) != "for" => break,
                TokenKind::Mark if r.word(p) == "," && commas == 0 && run.is_none_or(|(_, e)| e != p) => commas += 1,
                TokenKind::Mark if r.word(p) != "-" => break,
                _ => {}
            }
            p += 1;
        }
        match (run, media) {
            (Some((a, b)), m) if m.is_none_or(|(_, e)| b > e) => Interviewer::Person(r.words(a, b), b),
            (_, Some((a, b))) => {
                let a = if r.is(a, List::Determiner) { a + 1 } else { a };
                Interviewer::Person(r.words(a, b), b)
            }
            _ => Interviewer::Unnamed,
        }
    }

    /// The platform named after `on`, at token `at` or a little later.
    fn platform(&self, at: usize) -> Option<(&str, usize)> {
        let r = self.reader;
        let on = (at..at + 2).find(|&k| matches!(r.word(k), "on" | "to" | "via"))?;
        (on + 1..on + 5).find_map(|k| self.platform_at(k))
    }

    fn platform_at(&self, k: usize) -> Option<(&str, usize)> {
        let r = self.reader;
        if k >= self.range.end {
            return None;
        }
        let is = |k: usize, word: &str| with_folded(r.word(k), |w| w == word);
        if is(k, "social") && is(k + 1, "media") {
            return Some(("social media", k + 2));
        }
        let m = r.find(List::Platform, k)?;
        // `X` is a letter too, and `threads` a word.
        r.capital(k).then(|| (m.entry.text.as_str(), k + m.len))
    }

    /// `wrote on X`, `posted on his Facebook page`.
    fn post(&self, i: usize, out: &mut Vec<Credit>) -> Option<usize> {
        let r = self.reader;
        let verb = r.token(i).filter(|t| t.is_one(r.doc.text, POSTING))?;
        let (platform, end) = match self.platform(i + 1) {
            Some(found) => found,
            None if verb.is(r.doc.text, "tweeted") => ("Twitter", i + 1),
            None => return None,
        };
        out.push(Credit {
            span: r.span(i, end),
            name: format!("post on {platform}"),
            kind: CreditKind::Post,
            scope: CreditScope::Sentence,
            by: self.speaker().map(str::to_owned),
            sort: "post".to_owned(),
        });
        Some(end)
    }
}

/// How freely words may stand between a cue and the name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reach {
    /// `according to a report published on Sunday by Reuters`.
    Of,
    /// `told the state news agency TASS`, but not `told officials at the Times building`.
    To,
    /// Nothing but `the` (`per`).
    Near,
}

impl Reach {
    fn of(field: &str) -> Self {
        match field {
            "to" => Self::To,
            "near" => Self::Near,
            _ => Self::Of,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Intro {
    Cue,
    Place,
    /// `issued a statement`: the verb's token.
    Verb(usize),
}

enum Interviewer {
    Outlet(Name, usize),
    Person(String, usize),
    Unnamed,
}
