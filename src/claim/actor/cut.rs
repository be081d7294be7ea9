//! A run of capitals cut into names: at titles, at nationalities, between a place and a person.

use crate::claim::actor::ActorKind;
use crate::claim::actor::fringe;
use crate::claim::actor::kind::named;
use crate::claim::actor::names::{Hit, Name, Scan, suffix};
use crate::claim::actor::words::Capitals;
use crate::lexicon::{Entry, List, ListSet};
use crate::text::token::{Case, TokenKind};

/// The lists whose entries are names.
const HITS: ListSet = ListSet::one(List::Actor)
    .or(ListSet::one(List::Country))
    .or(ListSet::one(List::Organisation))
    .or(ListSet::one(List::Place))
    .or(ListSet::one(List::Thing));

impl Scan<'_, '_> {
    /// Cuts the run `i..end` into names.
    pub(super) fn cut(&mut self, i: usize, mut end: usize) {
        // `Jason Beer KC`
        while end > i + 2 && self.honour(end - 1) {
            end -= 1;
        }
        if let Some((start, len)) = self.title_in(i, end) {
            let rest = start + len;
            if rest < end {
                self.plain(i, start);
                self.push(rest, end, Some(start));
            } else if start == i && end == i + 1 {
                self.push(i, end, None);
            } else {
                self.plain(i, start);
            }
        } else {
            self.plain(i, end);
        }
    }

    /// Whether a listed thing begins with the title of `len` tokens at `k` (`Doctor Who`).
    fn opens_a_thing(&self, k: usize, len: usize) -> bool {
        let w = self.words;
        w.token_opens(k, List::Thing)
            && w.lexicon.match_at(List::Thing, w.doc.text, &w.doc.tokens, k).is_some_and(|m| m.len > len)
    }

    /// Whether token `k` is letters that stand after a name (`KC`, `MBE`).
    fn honour(&self, k: usize) -> bool {
        let w = self.words;
        w.token(k).case != Case::Title
            && w.lexicon.entry_at(List::Title, w.token(k)).is_some_and(|e| e.field(0) == "after")
    }

    /// The last title inside the run that splits it: what follows is a person's name, or nothing follows.
    fn title_in(&self, i: usize, end: usize) -> Option<(usize, usize)> {
        let w = self.words;
        if self.hit(i, end).is_some() {
            return None;
        }
        let mut found: Option<(usize, usize, &Entry)> = None;
        let mut k = i;
        while k < end {
            match w.lexicon.match_at(List::Title, w.doc.text, &w.doc.tokens, k) {
                // `Harold "Junior" Larch`: no title between marks.
                Some(m)
                    if k + m.len <= end
                        && !self.opens_a_thing(k, m.len)
                        && !(k + m.len < end && w.token(k + m.len).kind == TokenKind::Possessive)
                        && m.entry.field(0) != "after"
                        && !(k > i && fringe::opens_aside(w, k - 1))
                        && fringe::owned_head(w, k).is_none_or(|head| head > end) =>
                {
                    let mut len = m.len;
                    if w.is(k + len, ".") && k + len < end {
                        len += 1;
                    }
                    // A given name that is a title too (`Dean Kamen`, `Earl Warren`) stays a name when it opens the run.
                    let name =
                        w.has(k, List::GivenName) && m.len == 1 && k == i && found.is_none() && !w.is(k + 1, ".");
                    // `Lt. Gov. Paul Shah`, `Stephen King`: after a given name it is a family name.
                    let begun = found.map_or(i, |(start, len, _)| start + len);
                    let family = k + len == end
                        && m.len == 1
                        && k > begun
                        && w.has(begun, List::GivenName)
                        && (k == begun + 1 || m.entry.field(0) == "honorific")
                        && (begun..k).all(|j| w.token(j).kind != TokenKind::Word || w.capital(j))
                        && !w.is(end, "of");
                    if !name && !family {
                        found = Some((k, len, m.entry));
                    }
                    k += len;
                }
                _ => k += 1,
            }
        }
        let (start, len, entry) = found?;
        let sort = entry.field(0);
        let rest = start + len;
        if rest == end {
            // A trade alone at the end is a part of the name (`Toronto Star`).
            return (sort != "job" && sort != "family" || start == i).then_some((start, len));
        }
        if w.is(start + len, "of") || w.is(start + len, "for") {
            return None;
        }
        let person = sort == "honorific" || w.has(rest, List::GivenName) || w.is(rest + 1, ".");
        // `Judge Hill`: a head that is a family name too.
        let family = end - rest == 1 && start == i && fringe::flagged(w, rest, "family");
        let head =
            !family && w.lexicon.entry_at(List::NameHead, w.token(end - 1)).is_some_and(|e| !e.field(0).is_empty());
        // `Princess Road`, `President Hotel`
        if end - rest == 1
            && start == i
            && !family
            && !w.has(rest, List::Surname)
            && w.lexicon.entry_at(List::NameHead, w.token(rest)).is_some_and(|e| matches!(e.field(0), "place" | "org"))
        {
            return None;
        }
        // `Neighbour Sandra Pike`: a trade at the head of a sentence, and a full name that a street could have.
        let called = sort == "job" && start == i && end - rest == 2 && w.has(rest, List::GivenName) && {
            let street = w.lexicon.entry_at(List::NameHead, w.token(end - 1)).is_some_and(|e| e.field(0) == "place");
            street && w.placed(i, self.first) && !w.has(rest, List::Place)
        };
        let place = called || sort == "rank" || sort == "office" || sort == "honorific";
        if head && end - rest >= 1 && !(person && place) {
            return None;
        }
        if sort == "honorific" && entry.text == "Saint" {
            return None;
        }
        (end - rest <= 6).then_some((start, len))
    }

    /// A run without a title: strips a nationality, parts a place from a person after it.
    fn plain(&mut self, i: usize, end: usize) {
        let w = self.words;
        if i >= end {
            return;
        }
        if self.hit(i, end).is_none() {
            let listed = w.lexicon.match_at(List::Demonym, w.doc.text, &w.doc.tokens, i).map(|m| m.len);
            // `Minnesotan Scott Larch`
            let made = || (end - i > 2 && w.has(i + 1, List::GivenName) && fringe::of_a_place(w, i)).then_some(1);
            if let Some(len) = listed.or_else(made) {
                let rest = i + len;
                if rest >= end {
                    return;
                }
                let head = w
                    .lexicon
                    .entry(List::NameHead, w.text(end - 1))
                    .is_some_and(|e| !e.field(0).is_empty() || e.field(2).contains("of"));
                let joined = (i..end).any(|k| matches!(w.text(k), "of" | "and" | "&" | "for" | "-"));
                if !head && !joined {
                    self.plain(rest, end);
                    return;
                }
            }
            // `Independent U.S.` in a headline: a common word before a country.
            if end - i == 2
                && w.has(end - 1, List::Country)
                && w.is_plain_word(i)
                && !w.has(i, List::NameHead)
                && (self.capitals != Capitals::Plain || w.placed(i, self.first))
            {
                self.push(end - 1, end, None);
                return;
            }
            // `Little Maisie Marsh`, `Tragic Carter Bell` at the head of a sentence.
            if self.opens_plainly(i, end) {
                self.plain(i + 1, end);
                return;
            }
            // `Texas Sally Smith`, `India Sachin Tendulkar`: a known place, then a given name and more.
            if let Some((_, len)) = self.longest_hit(i, end) {
                let rest = i + len;
                if rest + 1 < end
                    && !w.has(i, List::NameHead)
                    && w.has(rest, List::GivenName)
                    && !w.has(i, List::GivenName)
                    && !w.is_ordinary(end - 1)
                {
                    self.push(i, rest, None);
                    self.plain(rest, end);
                    return;
                }
            }
            // `University of Texas Ann Porter`: a body, then a given name and a family name.
            let k = end.saturating_sub(2);
            if k > i + 1
                && w.capital(k - 1)
                && w.has(k, List::GivenName)
                && !w.has(k, List::Place)
                && !w.is_ordinary(k)
                && w.capital(end - 1)
                && !w.has(end - 1, List::NameHead)
                && (i..k).any(|h| h > i && fringe::heads_a_body(w, h) || w.is(h + 1, "of") && w.has(h, List::NameHead))
            {
                self.push(i, k, None);
                self.push(k, end, None);
                return;
            }
        }
        self.push(i, end, None);
    }

    /// Whether a common word that only its place gives a capital opens the run `i..end`, before a person's full name.
    fn opens_plainly(&self, i: usize, end: usize) -> bool {
        let w = self.words;
        end == i + 3
            && w.placed(i, self.first)
            && w.is_plain_word(i)
            && w.seen_capitalised(i) == 0
            && (i..end).all(|k| w.token(k).kind == TokenKind::Word && w.token(k).case == Case::Title)
            && (w.has(i + 1, List::GivenName) || w.has(i, List::EpithetWord))
            && !w.has(i + 1, List::Place)
            && !w.is_ordinary(i + 1)
            && !w.is_ordinary(end - 1)
            && !w.has(end - 1, List::NameHead)
    }

    /// The list entry that `i..end` is, if it is one.
    fn hit(&self, i: usize, end: usize) -> Option<Hit> {
        self.longest_hit(i, end)
            .filter(|(_, len)| i + len == end || (i + len + 1 == end && self.words.is(end - 1, ".")))
            .map(|h| h.0)
    }

    /// The longest list entry at `i` that ends at or before `end`; its case must fit.
    fn longest_hit(&self, i: usize, end: usize) -> Option<(Hit, usize)> {
        let w = self.words;
        let t = w.token(i);
        let lists = if t.may_begin { t.lists.or(t.opens) } else { t.lists };
        if !lists.any(HITS) {
            return None;
        }
        [
            (List::Actor, ActorKind::Other),
            (List::Country, ActorKind::Place),
            (List::Organisation, ActorKind::Organisation),
            (List::Place, ActorKind::Place),
            (List::Thing, ActorKind::Other),
        ]
        .into_iter()
        .filter(|(list, _)| lists.has(*list))
        .filter_map(|(list, kind)| {
            let m = w.lexicon.match_at(list, w.doc.text, &w.doc.tokens, i)?;
            let fits =
                i + m.len <= end && (m.len > 1 || self.capitals == Capitals::Shouted || fits_case(m.entry, w.text(i)));
            // A list of all kinds tells the kind of each.
            let kind = if list == List::Actor { named(m.entry.field(0)).unwrap_or(kind) } else { kind };
            fits.then_some((Hit { kind, list, id: m.id }, m.len))
        })
        .fold(None, |best: Option<(Hit, usize)>, h| if best.is_none_or(|b| b.1 < h.1) { Some(h) } else { best })
    }

    fn push(&mut self, first: usize, mut end: usize, title: Option<usize>) {
        let w = self.words;
        // A stop that closes the sentence is no part of the name, unless an abbreviation needs it.
        let before = end.saturating_sub(2);
        let abbreviated = suffix(w, before).is_some() && !w.text(before).bytes().all(|b| matches!(b, b'I' | b'V'));
        if end - first > 1 && w.is(end - 1, ".") && !abbreviated && w.token(end - 2).span.len() > 1 {
            end -= 1;
        }
        if first >= end {
            return;
        }
        // `pro-Beijing`, `non-EU`: an adjective made of a name.
        if first > self.first + 1
            && w.is(first - 1, "-")
            && self.tight(first - 1)
            && self.tight(first)
            && w.token(first - 2).kind == TokenKind::Word
            && (!w.capital(first - 2) || fringe::is_prefix(w, first - 2))
            && !w.has(first - 2, List::NameParticle)
        {
            return;
        }
        if fringe::in_an_address(w, first, end) || fringe::in_a_title(w, first, end, self.first..self.end) {
            return;
        }
        let first = fringe::digits(w, fringe::ordinal(w, first, self.first), end);
        let alone = end - first == 1;
        let team = alone && fringe::team(w, first);
        let unlisted = alone && title.is_none() && self.hit(first, end).is_none();
        if unlisted && fringe::of_a_people(w, first) {
            let word = w.folded(first);
            self.adjectives.insert(word.strip_suffix('s').map_or_else(|| word.clone(), str::to_owned));
            return;
        }
        if unlisted && (fringe::counted(w, first, self.first) || fringe::is_abstract(w, first)) {
            return;
        }
        // A title that stands alone is a name only if a fuller one ends in it (`Stephen King`).
        let mut title_only = false;
        if alone && title.is_none() {
            let t = w.token(first);
            title_only = t.lists.has(List::Title) && !t.lists.has(List::GivenName) && self.hit(first, end).is_none();
            if fringe::measured(w, first) {
                return;
            }
            let no_name = t.lists.has(List::NotName) && !fringe::is_region(w, first) && !w.is_defined(first);
            if t.span.len() < 2 || no_name {
                return;
            }
        }
        let tied =
            (w.is(end, "-") && self.tight(end) && self.tight(end + 1) && end + 1 < self.end && !w.capital(end + 1))
                .then_some(end + 1);
        self.out.push(Name {
            first,
            end,
            span: w.token(first).span.to(w.token(end - 1).span),
            sentence: self.sentence,
            hit: self.hit(first, end),
            title,
            tied,
            adjective: false,
            plain: unlisted
                && !w.is_defined(first)
                && (title_only || w.is_plain_word(first))
                && !fringe::is_region(w, first)
                && !team,
        });
    }
}

/// Whether a word in the text can be this entry: a form written in capitals matches only capitals (`WHO`, `US`).
fn fits_case(entry: &Entry, word: &str) -> bool {
    std::iter::once(&entry.text).chain(&entry.fields).any(|form| {
        form.eq_ignore_ascii_case(word) && (form == word || !shouts(form) || shouts(word)) || !form.is_ascii()
    })
}

fn shouts(word: &str) -> bool {
    word.chars().all(|c| !c.is_lowercase())
}
