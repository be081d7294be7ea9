//! What the text says a person is: titles before a name, appositions around it, ages, family ties.

mod clause;

use crate::claim::actor::names::Name;
use crate::claim::actor::words::Words;
use crate::claim::actor::{ActorKind, Role, RoleKind, RoleTense};
use crate::lexicon::{Entry, List};
use crate::text::fold::{single_spaced, with_folded};
use crate::text::span::Span;
use crate::text::token::TokenKind;
use foldhash::fast::FixedState;
use std::collections::HashMap;
use std::ops::Range;

/// How many tokens of a noun phrase are read for its title, and how many in all.
const TITLE_WITHIN: usize = 9;
const PHRASE_WITHIN: usize = 22;

/// A role and the name (by index) that it is tied to.
pub(super) struct Found {
    pub(super) name: usize,
    pub(super) role: Role,
    /// Its tokens.
    pub(super) tokens: Range<usize>,
}

/// The roles of every person named, in text order. `kinds` holds a kind for each name.
pub(super) fn roles(words: &Words<'_>, names: &[Name], kinds: &[ActorKind]) -> Vec<Found> {
    let mut name_at = vec![usize::MAX; words.doc.tokens.len()];
    for (n, name) in names.iter().enumerate() {
        name_at[name.first..name.end].fill(n);
    }
    let reader = Reader { w: words, names, kinds, name_at };
    let mut out = Vec::new();
    for (n, kind) in kinds.iter().enumerate() {
        if *kind == ActorKind::Person {
            reader.before(n, &mut out);
            reader.after(n, &mut out);
        }
    }
    reader.of_pronouns(&mut out);
    reader.ages_of_nominals(&mut out);
    out.sort_by_key(|f| (f.role.span, f.role.mention));
    out.dedup_by(|b, a| a.role.span == b.role.span && a.name == b.name);
    out
}

struct Reader<'a, 'w> {
    w: &'a Words<'w>,
    names: &'a [Name],
    kinds: &'a [ActorKind],
    /// The name that each token belongs to.
    name_at: Vec<usize>,
}

impl Reader<'_, '_> {
    fn title(&self, k: usize) -> Option<(usize, &Entry)> {
        let w = self.w;
        let m = w.lexicon.match_at(List::Title, w.doc.text, &w.doc.tokens, k)?;
        Some((m.len, m.entry))
    }

    fn is_word(&self, k: usize) -> bool {
        self.w.doc.tokens.get(k).is_some_and(|t| t.kind == TokenKind::Word)
    }

    fn possessive(&self, k: usize) -> bool {
        self.w.doc.tokens.get(k).is_some_and(|t| t.kind == TokenKind::Possessive)
    }

    fn determiner(&self, k: usize) -> bool {
        self.w.has(k, List::Determiner)
    }

    /// Whether token `k` can stand inside a noun phrase before its title.
    fn modifies(&self, k: usize) -> bool {
        let w = self.w;
        match w.token(k).kind {
            TokenKind::Word => {
                if self.name_at[k] != usize::MAX || w.has(k, List::RoleModifier) || w.has(k, List::Title) {
                    return true;
                }
                // `off-duty`
                if w.is(k + 1, "-") && !w.token(k + 1).space_before && w.is_function(k) {
                    return w.doc.tokens.get(k + 2).is_some_and(|t| !t.space_before && t.kind == TokenKind::Word);
                }
                !w.is_function(k) && !w.has(k, List::ReportingVerb) && !w.has(k, List::Adverb)
            }
            TokenKind::Possessive => true,
            TokenKind::Number => w.is(k + 1, "-") || k > 0 && w.is(k - 1, "-"),
            TokenKind::Mark => {
                // A hyphen inside a word, the stop of an abbreviation.
                (w.is(k, "-") && !w.token(k).space_before && w.doc.tokens.get(k + 1).is_some_and(|t| !t.space_before))
                    || (w.is(k, ".") && k > 0 && (w.has(k - 1, List::Title) || w.has(k - 1, List::Abbreviation)))
                    || w.is(k, "&")
            }
        }
    }

    /// Roles before name `n`: a title next to it, or a noun phrase and a comma.
    fn before(&self, n: usize, out: &mut Vec<Found>) {
        let w = self.w;
        let name = &self.names[n];
        let start = w.doc.range_of(name.sentence).start;
        let Some((title, end)) = self.title_before(name, start) else {
            if name.first > start && w.is(name.first - 1, ",") {
                self.phrase_before(n, name.first - 1, start, out);
            } else if name.first >= start + 5 && self.is_age(name.first - 5) {
                self.push(n, name.first - 5..name.first, RoleKind::Age, out);
            } else if name.first > start && w.has(name.first - 1, List::Demonym) && w.capital(name.first - 1) {
                self.push(n, name.first - 1..name.first, RoleKind::Nationality, out);
            }
            return;
        };
        let mut from = self.widen(title, start);
        // `played under coach Ann Lee`, but `under secretary`
        if w.is(from, "under") && from < title && !w.is(from + 1, "secretary") && !w.is(from + 1, "-") {
            from += 1;
        }
        // `25-year-old tattoo artist`: not from the middle of an age on.
        if let Some(age) = from.checked_sub(4).filter(|&a| a >= start && self.is_age(a) && a + 5 <= title) {
            from = age;
        }
        if self.is_age(from) && from + 5 <= title {
            self.push(n, from..from + 5, RoleKind::Age, out);
            from += 5;
        } else if from >= start + 5 && self.is_age(from - 5) {
            self.push(n, from - 5..from, RoleKind::Age, out);
        }
        let Some((_, entry)) = self.title(title) else { return };
        // `the director of the clinic, Dr. Vale`
        let form = matches!(entry.field(0), "address" | "honorific");
        if form && from == title && title > start && w.is(title - 1, ",") {
            self.phrase_before(n, title - 1, start, out);
        }
        if entry.field(0) == "address" && from == title {
            return;
        }
        let kind = if entry.field(0) == "family" { RoleKind::Family } else { RoleKind::Office };
        self.push(n, from..end, kind, out);
    }

    /// The first token and the end of the title that stands directly before the name.
    fn title_before(&self, name: &Name, start: usize) -> Option<(usize, usize)> {
        if let Some(t) = name.title {
            return Some((t, name.first));
        }
        let w = self.w;
        let mut end = name.first;
        if end > start + 1 && w.is(end - 1, ".") {
            end -= 1;
        }
        let from = start.max(end.saturating_sub(5));
        (from..end).find_map(|k| {
            let (len, _) = self.title(k)?;
            // Not the tail of a longer word (`co-founder`), not a name.
            (k + len == end && self.name_at[k] == usize::MAX).then_some((k, name.first))
        })
    }

    /// Where a noun phrase with its title at `title` begins: without its article, `former` and nationalities included.
    fn widen(&self, title: usize, start: usize) -> usize {
        let w = self.w;
        let mut sure = title;
        let mut known = true;
        let mut k = title;
        let low = start.max(title.saturating_sub(TITLE_WITHIN));
        while k > low {
            let p = k - 1;
            if self.determiner(p) {
                // Everything between the article and the title belongs to it.
                return k;
            }
            if !self.modifies(p) || w.is(p, ".") && !w.has(p - usize::from(p > 0), List::Title) {
                break;
            }
            // `the Senate met Rep. Vale`: a verb before a title in capitals.
            let verb = w.has(p, List::Verb) && !w.has(p, List::RoleModifier) && !w.has(p, List::Title);
            if verb && !w.capital(p) && w.capital(title) {
                break;
            }
            if self.name_at[p] != usize::MAX {
                let other = &self.names[self.name_at[p]];
                // A person before the title belongs to another clause, unless the title is theirs (`Hale's lawyer`).
                let person = self.kinds[self.name_at[p]] == ActorKind::Person && !self.possessive(other.end);
                if other.first < low || person {
                    break;
                }
                k = other.first;
            } else {
                k = p;
            }
            known &= self.name_at[k] != usize::MAX
                || w.token(k).kind != TokenKind::Word
                || w.has(k, List::RoleModifier)
                || w.has(k, List::RoleFunction)
                || w.has(k, List::Portfolio)
                || w.has(k, List::Title)
                || (w.has(k, List::Demonym) && w.capital(k));
            // A word that no list knows is taken only if an article opens the phrase.
            if known && w.token(k).kind == TokenKind::Word {
                sure = k;
            }
        }
        sure
    }

    /// `33-year-old` at token `k`: five tokens.
    fn is_age(&self, k: usize) -> bool {
        let w = self.w;
        w.doc.tokens.get(k).is_some_and(|t| t.kind == TokenKind::Number)
            && w.is(k + 1, "-")
            && (w.is(k + 2, "year") || w.is(k + 2, "years"))
            && w.is(k + 3, "-")
            && w.is(k + 4, "old")
    }

    /// `The director of the agency, Ann Smith`; `his wife, Mary`: the phrase before the `comma`.
    fn phrase_before(&self, n: usize, comma: usize, start: usize, out: &mut Vec<Found>) {
        let w = self.w;
        let low = start.max(comma.saturating_sub(PHRASE_WITHIN));
        let mut k = comma;
        while k > low {
            k -= 1;
            if w.token(k).kind == TokenKind::Mark
                && matches!(w.text(k), "," | ";" | ":" | "(" | "\"" | "\u{201C}" | "\u{201D}")
            {
                break;
            }
            let opens = self.determiner(k)
                || k == start
                || (self.name_at[k] != usize::MAX && self.names[self.name_at[k]].first == k)
                || (w.capital(k) && w.has(k, List::Title) && !self.modifies(k - 1));
            if !opens {
                continue;
            }
            if let Some((role, kind)) = self.phrase(k, comma) {
                if role.end == comma {
                    self.push(n, role, kind, out);
                    return;
                }
            }
        }
    }

    /// Roles after name `n`: an age, an apposition, a relative clause, `X is the director of …`.
    fn after(&self, n: usize, out: &mut Vec<Found>) {
        let w = self.w;
        let name = &self.names[n];
        let end = w.doc.range_of(name.sentence).end;
        let mut k = name.end;
        self.aside(n, k, end, out);
        // A party or a nationality in brackets: `(D-N.Y.)`.
        if w.is(k, "(") && k < end {
            if let Some(close) = (k + 1..(k + 6).min(end)).find(|&c| w.is(c, ")")) {
                if close == k + 2 && self.age_number(k + 1) {
                    self.push(n, k + 1..k + 2, RoleKind::Age, out);
                }
                k = close + 1;
            }
        }
        if k >= end {
            return;
        }
        if w.is(k, ",") {
            k += 1;
            if k < end && self.age_number(k) && self.age_ends(k + 1, end) {
                self.push(n, k..k + 1, RoleKind::Age, out);
                k += 2;
            } else if k + 1 < end && (w.is(k, "aged") || w.is(k, "age")) && self.age_number(k + 1) {
                self.push(n, k + 1..k + 2, RoleKind::Age, out);
                k += if w.is(k + 2, ",") { 3 } else { 2 };
            }
            if k < end && self.is_age(k) {
                self.push(n, k..k + 5, RoleKind::Age, out);
            }
            if k < end && w.is(k, "who") {
                self.clause(n, k + 1, end, out);
            } else if k < end && !w.is(k, "whose") {
                // `Viktor Vale, once director of the mine`
                let once = w.is(k, "once") || w.is(k, "formerly") || w.is(k, "then");
                let now = w.is(k, "now") || w.is(k, "currently");
                let found = self.phrase(k + usize::from(once || now), end);
                if let Some((role, kind)) = found.filter(|(role, _)| !self.opens_clause(k, role.end)) {
                    // Another name right behind is a list of people, not an apposition.
                    let behind = role.end;
                    self.push(n, if once { k..behind } else { role }, kind, out);
                    self.second(n, behind, end, out);
                }
                self.behind_aside(n, k, end, out);
            }
        } else {
            self.clause_of_name(n, k, end, out);
        }
    }

    /// Whether a phrase between a comma and `behind` begins a clause of its own: `The death of Vale, the minister told
    /// reporters`. An apposition would end in a comma.
    fn opens_clause(&self, k: usize, behind: usize) -> bool {
        let w = self.w;
        let verb = w.has(behind, List::ReportingVerb) && !w.has(behind, List::SpeakerNoun);
        self.determiner(k) && !w.capital(behind) && (verb || w.has(behind, List::Auxiliary))
    }

    /// `Vale (the mine's director)`, `Vale — the mine's director — left`: nothing else stands between the marks.
    fn aside(&self, n: usize, k: usize, end: usize, out: &mut Vec<Found>) {
        let w = self.w;
        let close = [("(", ")"), ("\u{2013}", "\u{2013}"), ("\u{2014}", "\u{2014}")]
            .into_iter()
            .find(|(open, _)| w.is(k, open));
        if let Some((_, close)) = close.filter(|_| k + 1 < end && self.determiner(k + 1)) {
            if let Some((role, kind)) = self.phrase(k + 1, end).filter(|(role, _)| w.is(role.end, close)) {
                self.push(n, role, kind, out);
            }
        }
    }

    /// `The 33-year-old actress`, `the 22-year-old`: the age of the one person who bears that role, else of the only
    /// person named in the sentence so far or, failing that, in the one before.
    fn ages_of_nominals(&self, out: &mut Vec<Found>) {
        let w = self.w;
        let mut bearers: HashMap<u64, Option<usize>, FixedState> = HashMap::default();
        for f in out.iter().filter(|f| f.role.kind == RoleKind::Office) {
            let surname = w.hash(self.names[f.name].end - 1);
            for k in f.tokens.clone().filter(|&k| w.has(k, List::Title)) {
                let bearer = bearers.entry(w.hash(k)).or_insert(Some(f.name));
                if bearer.is_some_and(|n| w.hash(self.names[n].end - 1) != surname) {
                    *bearer = None;
                }
            }
        }
        for s in 0..w.doc.sentences.len() {
            let range = w.doc.range_of(s);
            for k in range.clone() {
                let opens = || k > range.start && (w.is(k - 1, "the") || w.is(k - 1, "The"));
                if !self.is_age(k) || !opens() {
                    continue;
                }
                let rest = k + 5;
                // The noun that closes the phrase, a name's own age aside.
                let stop = (rest..(rest + 4).min(range.end))
                    .find(|&j| !self.is_word(j) || !self.modifies(j) || self.name_at[j] != usize::MAX)
                    .unwrap_or((rest + 4).min(range.end));
                if stop < range.end && self.name_at[stop] != usize::MAX {
                    continue;
                }
                let noun = (rest..stop).find(|&j| w.has(j, List::Title)).map(|j| w.hash(j));
                let by_role = noun.and_then(|n| bearers.get(&n).copied().flatten());
                if let Some(n) = by_role.or_else(|| self.only_person_before(k, s)) {
                    self.push(n, k..rest, RoleKind::Age, out);
                }
            }
        }
    }

    /// The last mention of the one person named before token `k` in sentence `s`, or in the sentence before it.
    fn only_person_before(&self, k: usize, s: usize) -> Option<usize> {
        let only = |tokens: Range<usize>| -> Option<Option<usize>> {
            let mut found: Option<usize> = None;
            for j in tokens {
                let n = self.name_at[j];
                if n == usize::MAX || self.kinds[n] != ActorKind::Person || Some(n) == found {
                    continue;
                }
                let last = |n: usize| self.w.hash(self.names[n].end - 1);
                if found.is_some_and(|o| last(o) != last(n)) {
                    return Some(None);
                }
                found = Some(n);
            }
            found.map(Some)
        };
        let here = self.w.doc.range_of(s).start..k;
        match only(here) {
            Some(n) => n,
            None => only(self.w.doc.range_of(s.checked_sub(1)?)).flatten(),
        }
    }

    fn age_number(&self, k: usize) -> bool {
        self.w.doc.tokens.get(k).is_some_and(|t| {
            t.kind == TokenKind::Number
                && t.span.len() <= 3
                && self.w.text(k).parse::<u32>().is_ok_and(|n| (1..=120).contains(&n))
        })
    }

    /// The role that the noun phrase at `k` names: without its article, with what hangs on it (`of …`, `at …`).
    fn phrase(&self, k: usize, end: usize) -> Option<(Range<usize>, RoleKind)> {
        let w = self.w;
        let mut from = k;
        while from < end && self.determiner(from) && from < k + 2 {
            from += 1;
        }
        if from + 5 < end && self.is_age(from) {
            from += 5;
        }
        let mut j = from;
        let mut last: Option<(usize, &Entry)> = None;
        while j < end && j < from + TITLE_WITHIN {
            if let Some((len, entry)) = self.title(j) {
                let named = self.name_at[j] != usize::MAX;
                if !named && entry.field(0) != "address" {
                    last = Some((j + len, entry));
                    j += len;
                    continue;
                }
            }
            if !(self.modifies(j) || last.is_none() && self.joins(j, from, end)) {
                break;
            }
            // A name follows the title: `the director Ann Smith` is read from that name.
            if last.is_some() && self.name_at[j] != usize::MAX {
                return None;
            }
            j += 1;
        }
        let (mut stop, entry) = last?;
        if j > stop && j < end && self.is_word(j - 1) && !w.is(j, ",") && stop + 1 < j {
            return None;
        }
        if stop < end && self.possessive(stop) {
            return None;
        }
        if stop < end && self.is_word(stop) && self.name_at[stop] != usize::MAX {
            return None;
        }
        if stop < end && matches!(w.text(stop), "of" | "at" | "for" | "in" | "with" | "from" | "to" | "on") {
            stop = self.end_of_phrase(stop, end);
        }
        let kind = if entry.field(0) == "family" { RoleKind::Family } else { RoleKind::Office };
        Some((from..stop, kind))
    }

    /// Whether the `and` at `j` stands between two plain words before a title: `a search and rescue coordinator`.
    fn joins(&self, j: usize, from: usize, end: usize) -> bool {
        let plain = |k: usize| {
            self.is_word(k) && !self.w.capital(k) && self.modifies(k) && self.title(k).is_none() && !self.determiner(k)
        };
        self.w.is(j, "and") && j > from && j + 2 < end && plain(j - 1) && plain(j + 1)
    }

    /// Where the phrase that goes on at `k` ends: at a mark, a verb or a relative.
    fn end_of_phrase(&self, k: usize, end: usize) -> usize {
        let w = self.w;
        // `the interior minister of that country`
        let of_that = |j: usize| j > k && w.is(j, "that") && w.is(j - 1, "of");
        let mut j = k;
        while j < end && j < k + PHRASE_WITHIN {
            let t = w.token(j);
            match t.kind {
                TokenKind::Word => {
                    let inside_name = self.name_at[j] != usize::MAX;
                    let breaks = w.has(j, List::Auxiliary)
                        || w.has(j, List::Pronoun)
                        || (w.has(j, List::Connective) && !w.is(j, "and") && !of_that(j))
                        || (w.has(j, List::ReportingVerb) && !w.capital(j) && j > k + 1 && !self.determiner(j - 1));
                    if !inside_name && breaks {
                        break;
                    }
                    // `and` goes on only between names or what one office is for, never to a new clause.
                    if w.is(j, "and")
                        && !inside_name
                        && !(w.capital(j + 1) && self.name_at[j + 1] != usize::MAX && w.capital(j - 1))
                        && !(w.has(j - 1, List::Portfolio) && w.has(j + 1, List::Portfolio))
                    {
                        break;
                    }
                }
                TokenKind::Mark => {
                    let tied = w.is(j, "-") && !t.space_before
                        || self.name_at[j] != usize::MAX
                        || w.is(j, ".")
                            && j + 1 < end
                            && self.name_at[j + 1] != usize::MAX
                            && w.token(j - 1).span.len() <= 4
                        || w.is(j, "&")
                        || matches!(w.text(j), "'" | "\u{2019}") && !t.space_before && w.text(j - 1).ends_with('s');
                    if !tied {
                        break;
                    }
                }
                TokenKind::Possessive | TokenKind::Number => {}
            }
            j += 1;
        }
        // No phrase ends in a small word.
        while j > k && (w.is_function(j - 1) && self.name_at[j - 1] == usize::MAX) {
            j -= 1;
        }
        j
    }

    fn push(&self, n: usize, tokens: Range<usize>, kind: RoleKind, out: &mut Vec<Found>) {
        let tense = self.tense(tokens.clone());
        self.push_held(n, tokens, kind, tense, out);
    }

    /// As [`Self::push`], of a role whose clause tells when it is held.
    fn push_held(&self, n: usize, tokens: Range<usize>, kind: RoleKind, tense: RoleTense, out: &mut Vec<Found>) {
        let w = self.w;
        if tokens.is_empty() {
            return;
        }
        let mut end = tokens.end;
        // The space between title and name is no part of it; a title's own stop is.
        while end > tokens.start + 1 && w.is(end - 1, ",") {
            end -= 1;
        }
        // `no-nonsense judge`: not from the middle of a word on.
        let mut start = tokens.start;
        while start + 2 < end && w.is(start, "-") && !w.token(start).space_before {
            start += 2;
        }
        let span = w.token(start).span.to(w.token(end - 1).span);
        let mention: Span = self.names[n].span;
        if span.overlaps(mention) {
            return;
        }
        let text = single_spaced(span.of(w.doc.text));
        out.push(Found { name: n, role: Role { span, text, kind, tense, mention }, tokens: start..end });
    }

    fn tense(&self, mut tokens: Range<usize>) -> RoleTense {
        tokens
            .find_map(|k| {
                with_folded(self.w.text(k), |word| match word {
                    "former" | "formerly" | "once" | "ex" | "onetime" | "sometime" | "ousted" | "deposed" | "then"
                    | "late" => Some(RoleTense::Former),
                    "acting" | "interim" | "caretaker" => Some(RoleTense::Acting),
                    "incoming" | "elect" | "designate" => Some(RoleTense::Incoming),
                    // Not the one of `New York`.
                    "new" | "newly" if self.name_at[k] == usize::MAX => Some(RoleTense::New),
                    _ => None,
                })
            })
            .unwrap_or_default()
    }
}
