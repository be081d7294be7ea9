//! Where names stand: runs of capitalised words with what binds them, cut at titles and nationalities.

use crate::claim::actor::ActorKind;
use crate::claim::actor::fringe;
use crate::claim::actor::kind::named;
use crate::claim::actor::words::{Capitals, Words};
use crate::lexicon::List;
use crate::text::span::Span;
use crate::text::token::{Case, Token, TokenKind};
use foldhash::fast::FixedState;
use std::collections::HashSet;

/// An entry of a name list that is exactly a name of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hit {
    pub(super) kind: ActorKind,
    pub(super) list: List,
    pub(super) id: u32,
}

/// One mention by name.
#[derive(Debug, Clone)]
pub(super) struct Name {
    /// First token.
    pub(super) first: usize,
    /// One past the last token.
    pub(super) end: usize,
    pub(super) span: Span,
    pub(super) sentence: usize,
    /// The list entry that the whole name is.
    pub(super) hit: Option<Hit>,
    /// The first token of the title that stands before it in capitals (`President`).
    pub(super) title: Option<usize>,
    /// A lower-case word is tied to it by a hyphen (`London-based`): that word's token.
    pub(super) tied: Option<usize>,
    /// One frequent word that no list has as a name: a name only if a fuller one holds it (`Gordon Brown`).
    pub(super) plain: bool,
    /// The text has an adjective made of it (`Dravian`, beside `Dravia`).
    pub(super) adjective: bool,
}

/// The names of a document, in text order; they never overlap.
pub(super) fn names(words: &Words<'_>) -> Vec<Name> {
    let mut out = Vec::with_capacity(words.doc.sentences.len());
    let mut adjectives = HashSet::default();
    for sentence in 0..words.doc.sentences.len() {
        let range = words.doc.range_of(sentence);
        let mut scan = Scan {
            words,
            first: range.start,
            end: range.end,
            capitals: words.capitals[sentence],
            sentence,
            out: &mut out,
            adjectives: &mut adjectives,
        };
        let mut i = range.start;
        while i < range.end {
            // Most words open none.
            if !words.capital(i) && !words.has(i, List::NameParticle) {
                i += 1;
                continue;
            }
            let start = if scan.opens_with_particle(i) { i + 2 } else { i };
            if scan.nameable(start) || scan.opens_with_title(start) {
                let end = scan.run(start);
                scan.cut(i, end);
                i = end;
            } else {
                i += 1;
            }
        }
    }
    for name in out.iter_mut().filter(|n| n.end - n.first == 1 && n.hit.is_none() && n.title.is_none()) {
        name.adjective = fringe::has_adjective(words, name.first, &adjectives);
    }
    let family: HashSet<u64, FixedState> = out.iter().filter_map(|n| family_name(words, n)).collect();
    let short = fringe::abbreviations(words, &out);
    let heads = fringe::heads_of_bodies(words, &out);
    out.retain(|n| {
        (!n.plain
            || fringe::looks_like_a_family(words, n)
            || stands_for_a_body(words, n, &heads)
            || !preceded_by_the(words, n.first) && family.contains(&words.hash(n.first)))
            && (n.end - n.first > 1 || !short.contains(words.text(n.first).trim_end_matches('s')))
    });
    out
}

/// Whether a lone head stands, with its article, for a body that is named in full elsewhere: `the Court`.
fn stands_for_a_body(words: &Words<'_>, name: &Name, heads: &HashSet<u64, FixedState>) -> bool {
    preceded_by_the(words, name.first) && !words.is(name.end, "of") && heads.contains(&words.hash(name.first))
}

/// The hash of the last word of a name that is surely a person's: after a title, a given name or an initial.
fn family_name(words: &Words<'_>, name: &Name) -> Option<u64> {
    let last = name.end - 1;
    // `Jannik Sinner`: a word that no list has before a common one.
    let unlisted = last == name.first + 1
        && name.hit.is_none()
        && words.is_plain_word(last)
        && !words.is_plain_word(name.first)
        && !words.has(name.first, List::Place)
        && !words.has(name.first, List::NameHead);
    let personal = name.title.is_some()
        || unlisted
        || last > name.first && (words.has(name.first, List::GivenName) || words.token(name.first).span.len() == 1);
    (personal
        && words.capital(last)
        && (name.title.is_some() || !words.has(last, List::NameHead) || fringe::flagged(words, last, "family")))
    .then(|| words.hash(last))
}

fn preceded_by_the(words: &Words<'_>, i: usize) -> bool {
    i > 0 && (words.is(i - 1, "the") || words.is(i - 1, "The"))
}

pub(super) struct Scan<'a, 'w> {
    pub(super) words: &'a Words<'w>,
    /// The first token of the sentence.
    pub(super) first: usize,
    /// One past its last token.
    pub(super) end: usize,
    pub(super) capitals: Capitals,
    pub(super) sentence: usize,
    pub(super) out: &'a mut Vec<Name>,
    /// The adjectives made of names of places, folded.
    pub(super) adjectives: &'a mut HashSet<String, FixedState>,
}

impl Scan<'_, '_> {
    fn nameable(&self, i: usize) -> bool {
        i < self.end && self.words.capital(i) && self.words.nameable(i, self.first, self.capitals)
    }

    /// `Secretary of State Paul Denby` at the head of a sentence: a title of several words, of which the first alone
    /// may be any word, before a name.
    fn opens_with_title(&self, i: usize) -> bool {
        let w = self.words;
        if !w.capital(i) || !w.token(i).opens.has(List::Title) {
            return false;
        }
        let title = w.lexicon.match_at(List::Title, w.doc.text, &w.doc.tokens, i);
        title.is_some_and(|m| m.len > 1 && w.capital(i + m.len - 1) && self.nameable(i + m.len))
    }

    /// `al-Amr`, `el-Sisi`: a small particle tied to a capital.
    fn opens_with_particle(&self, i: usize) -> bool {
        let w = self.words;
        i + 2 < self.end
            && w.has(i, List::NameParticle)
            && !w.capital(i)
            && w.is(i + 1, "-")
            && !w.token(i + 1).space_before
            && !w.token(i + 2).space_before
            && w.capital(i + 2)
    }

    /// Whether token `i` stands directly after the one before it.
    pub(super) fn tight(&self, i: usize) -> bool {
        i < self.end && !self.words.token(i).space_before
    }

    /// The end of the run that begins at token `i`.
    fn run(&self, i: usize) -> usize {
        let w = self.words;
        let mut j = i + self.phrase(i).unwrap_or(1);
        // Set once the run has gone through `of` or `for`: then `and` may go on with it.
        let mut bound = false;
        while j < self.end && j < i + 24 {
            let t = w.token(j);
            let grown = match t.kind {
                TokenKind::Word if self.tight(j) && !matches!(w.text(j - 1), "." | "-" | "&") => None,
                // `Charles I of England`
                TokenKind::Word if t.is_capitalised() && fringe::regnal(w, j) => Some(j + 1),
                TokenKind::Word if t.is_capitalised() => self.nameable(j).then(|| j + self.phrase(j).unwrap_or(1)),
                TokenKind::Word => self.through_word(i, j, &mut bound),
                TokenKind::Mark => self.through_mark(i, j),
                TokenKind::Possessive => self.through_possessive(i, j),
                // `Highway 9`, `Interstate 95`
                TokenKind::Number => (fringe::numbered(w, j - 1) && t.span.len() <= 4).then_some(j + 1),
            };
            match grown {
                Some(end) if end > j => j = end.min(self.end),
                _ => break,
            }
        }
        j
    }

    /// The length of the longest entry of several words of the name lists that begins at `i`.
    fn phrase(&self, i: usize) -> Option<usize> {
        let w = self.words;
        let Token { opens, may_begin, .. } = *w.token(i);
        if !may_begin {
            return None;
        }
        [List::Actor, List::Organisation, List::Place, List::Country, List::Title, List::Thing]
            .into_iter()
            .filter(|&list| opens.has(list))
            .filter_map(|list| w.lexicon.match_at(list, w.doc.text, &w.doc.tokens, i))
            .filter(|m| m.len > 1 && i + m.len <= self.end)
            .filter(|m| w.capital(i + m.len - 1) || fringe::ends_in_possessive(w, i, i + m.len))
            .map(|m| m.len)
            .max()
    }

    /// Past a lower-case word inside a name: a particle, `of`, `for`, `and`.
    fn through_word(&self, i: usize, j: usize, bound: &mut bool) -> Option<usize> {
        let w = self.words;
        let word = w.text(j);
        match word {
            "of" => {
                if !self.takes_of(j - 1) {
                    return None;
                }
                let k = if w.is(j + 1, "the") { j + 2 } else { j + 1 };
                *bound = true;
                // `Immigration Act of 1924`
                let year =
                    k == j + 1 && k < self.end && w.token(k).kind == TokenKind::Number && w.token(k).span.len() == 4;
                (self.nameable(k) || year && w.capital(j - 1)).then_some(if year { k + 1 } else { k })
            }
            "for" | "on" | "in" | "to" => {
                let head =
                    w.lexicon.entry_at(List::NameHead, w.token(j - 1)).is_some_and(|e| e.field(2).contains("of"));
                if !head || (word == "in" || word == "to") {
                    return None;
                }
                let k = if w.is(j + 1, "the") { j + 2 } else { j + 1 };
                *bound = true;
                let field =
                    w.is_ordinary(k) || w.has(k, List::Demonym) || w.looks_common(k) || fringe::is_abstract(w, k);
                // `Institute for Astronomy`: no name that a list has.
                let unlisted = word == "for" && w.token(k).case == Case::Title && !fringe::is_listed_name(w, k);
                (self.nameable(k) && (field || unlisted)).then_some(k)
            }
            "and" => {
                let k = j + 1;
                if !self.nameable(k) {
                    return None;
                }
                // `Fire and Rescue Service`: a head of several words that holds the `and`.
                if let Some(end) = self.head_through(j) {
                    return Some(end);
                }
                // `the Baltimore and Ohio Railroad`
                if j == i + 1 && preceded_by_the(w, i) && !w.has(i, List::Organisation) {
                    let last = self.last_capital(k);
                    if last > k && fringe::flagged(w, last, "pair") {
                        return Some(last + 1);
                    }
                }
                // `Department of Physics and Astronomy`, `College of Obstetricians and Gynecologists`
                let listed =
                    |k: usize| fringe::is_listed_name(w, k) || w.has(k, List::Title) || w.has(k, List::NameHead);
                let field = |k: usize| w.token(k).case == Case::Title && !listed(k) && !w.has(k, List::NotName);
                let peoples = w.has(j - 1, List::Demonym) && w.has(k, List::Demonym);
                if *bound && j > i + 2 && (field(j - 1) && field(k) && !w.capital(k + 1) || peoples) {
                    return Some(k);
                }
                if !w.is_ordinary(k) || !w.is_ordinary(j - 1) {
                    return None;
                }
                if *bound && j > i + 1 {
                    return Some(k);
                }
                // `Food and Drug Administration`: the words after it end in an organisation's head.
                let last = self.last_capital(k);
                let firm = suffix(w, last) == Some(ActorKind::Organisation);
                let body = fringe::heads_a_body(w, last) && !w.has(j - 1, List::NameHead);
                let head = last > k && (firm || body);
                head.then_some(k)
            }
            _ if w.has(j, List::NameParticle) => {
                let mut k = j;
                while k < self.end && k < j + 3 && w.has(k, List::NameParticle) && !w.capital(k) {
                    k += 1;
                    if w.is(k, "-") && self.tight(k) && self.tight(k + 1) {
                        k += 1;
                    }
                }
                (self.nameable(k) && !w.is_function(k)).then_some(k)
            }
            _ => None,
        }
    }

    /// The end of the head of a name that the ordinary word before the possessive at `j` owns: `Manchester Magistrates'
    /// Court`, `Lord's Resistance Army`.
    fn owned_head(&self, i: usize, j: usize) -> Option<usize> {
        let w = self.words;
        let plural = w.text(j).chars().count() == 1;
        let common = w.is_plain_word(j - 1) || w.has(j - 1, List::Title) || plural && !fringe::is_listed_name(w, j - 1);
        let opens = j - 1 == i && w.placed(i, self.first);
        // `Kerry Packer's Publishing`: a person owns.
        let person = !plural && j - 1 > i && w.has(i, List::GivenName);
        // `the United States' Navy`: what a list has owns, and is no part.
        let listed = self.phrase(i) == Some(j - i);
        if !common
            || listed
            || person
            || opens
            || !w.capital(j - 1)
            || !plural && fringe::heads_a_body(w, j - 1) && !w.text(j - 1).ends_with('s')
            || !self.nameable(j + 1)
            || !w.token(j + 1).space_before
        {
            return None;
        }
        let last = self.last_capital(j + 1);
        let head = w.lexicon.entry_at(List::NameHead, w.token(last)).is_some_and(|e| !e.field(0).is_empty());
        head.then_some(last + 1)
    }

    /// The end of a head of names that begins before the word at `j` and goes on after it.
    fn head_through(&self, j: usize) -> Option<usize> {
        let w = self.words;
        let m = w.lexicon.match_at(List::NameHead, w.doc.text, &w.doc.tokens, j - 1)?;
        let end = j - 1 + m.len;
        (end > j + 1 && end <= self.end && w.capital(end - 1)).then_some(end)
    }

    /// The last of the capitals that follow one another from `k` on.
    fn last_capital(&self, k: usize) -> usize {
        let mut last = k;
        while last < k + 8 && self.nameable(last + 1) && self.words.token(last + 1).space_before {
            last += 1;
        }
        last
    }

    /// Whether the word at `j` goes on with `of` (`University of`).
    fn takes_of(&self, j: usize) -> bool {
        let w = self.words;
        w.has(j, List::NameHead)
            && w.lexicon.entries_of(List::NameHead, &w.folded(j)).any(|(_, e)| e.field(2).contains("of"))
    }

    /// Past a mark inside a name: `J.`, `Ka-ki`, `AT&T`, `Foods, Inc.`
    fn through_mark(&self, i: usize, j: usize) -> Option<usize> {
        let w = self.words;
        match w.text(j) {
            "." if self.tight(j) => {
                if fringe::domain(w, j + 1) {
                    return Some(j + 2);
                }
                let short = w.token(j - 1).span.len() == 1;
                let ends = suffix(w, j - 1).is_some();
                let abbreviation =
                    w.has(j - 1, List::Abbreviation) || (w.has(j - 1, List::Title) && w.token(j - 1).span.len() < 6);
                if j - 1 > i && ends {
                    return Some(j + 1);
                }
                ((short || abbreviation) && self.nameable(j + 1) && !w.is_function(j + 1)).then_some(j + 1)
            }
            // `Ann Porter & Paul Larch` are two.
            "&" if j > i + 1 && w.has(i, List::GivenName) && w.has(j + 1, List::GivenName) => None,
            "&" => self.nameable(j + 1).then_some(j + 2),
            "-" if self.tight(j) && self.tight(j + 1) => self.through_hyphen(i, j),
            "\"" | "\u{201C}" | "\u{2018}" | "'" | "(" if !self.tight(j) => {
                let k = fringe::nickname(w, i, j)?;
                (k < self.end && self.nameable(k) && !w.is_function(k)).then_some(k)
            }
            "'" | "\u{2019}" if self.tight(j) && w.text(j - 1).ends_with('s') => self.owned_head(i, j),
            "," => {
                let k = j + 1;
                (k < self.end && w.capital(k) && suffix(w, k).is_some()).then_some(k + 1)
            }
            _ => None,
        }
    }

    fn through_hyphen(&self, i: usize, j: usize) -> Option<usize> {
        let w = self.words;
        let left = w.token(j - 1);
        let right = w.token(j + 1);
        let listed = |k: usize| {
            w.has(k, List::Country) || w.has(k, List::Demonym) || w.has(k, List::Place) || w.has(k, List::Organisation)
        };
        if right.kind == TokenKind::Number {
            return (left.case == Case::Upper || left.span.len() < 3).then_some(j + 2);
        }
        if right.kind != TokenKind::Word {
            return None;
        }
        if w.capital(j + 1) {
            let apart =
                j - 1 == i && (listed(j - 1) || left.case == Case::Upper) && (listed(j + 1) || w.is_ordinary(j + 1));
            return (!apart && !w.has(j + 1, List::NotName)).then_some(j + 2);
        }
        // `Stoke-on-Trent`, `Saint-Jean-de-Luz`
        if right.span.len() <= 4 && w.is(j + 2, "-") && self.tight(j + 2) && self.tight(j + 3) && w.capital(j + 3) {
            return Some(j + 4);
        }
        // `Leung Kwok-hung`: a short word of no list after a family name, and no word that is tied to names.
        let given = j - 1 > i
            && w.capital(j - 2)
            && w.token(j - 1).space_before
            && left.case == Case::Title
            && left.span.len() <= 5
            && right.span.len() <= 5
            && !w.is_ordinary(j - 1)
            && !w.is_ordinary(j - 2)
            && !fringe::is_tied(w, j + 1)
            && !listed(j - 1)
            && !w.is(j + 2, "-");
        if given {
            return Some(j + 2);
        }
        let syllable = right.span.len() <= 6
            && !listed(j - 1)
            && left.case != Case::Upper
            && !w.is_ordinary(j + 1)
            && !w.has(j + 1, List::Title)
            && !w.has(j + 1, List::RoleModifier);
        syllable.then_some(j + 2)
    }

    /// `People's Republic`, `St John's Hospital`: a possessive inside a name.
    fn through_possessive(&self, i: usize, j: usize) -> Option<usize> {
        let w = self.words;
        let binding = (j - i <= 3 && matches!(w.text(i), "St" | "Saint")) || fringe::owns_a_head(w, i, j);
        // `Wake County Sheriff's Office`
        let head = (i.max(j.saturating_sub(3))..j).find_map(|k| fringe::owned_head(w, k));
        if let Some(end) = head.filter(|&end| end > j && end <= self.end) {
            return Some(end);
        }
        if fringe::names_a_shop(w, i, j) {
            return Some(j + 1);
        }
        if let Some(end) = self.owned_head(i, j) {
            return Some(end);
        }
        (binding && self.nameable(j + 1) && w.token(j + 1).space_before).then_some(j + 1)
    }
}

/// The kind of name that token `k` ends as a suffix: `Jr`, `Inc` and the like.
pub(super) fn suffix(w: &Words<'_>, k: usize) -> Option<ActorKind> {
    let entry = w.lexicon.entry_at(List::NameSuffix, w.doc.tokens.get(k)?)?;
    // `plc` is written without a capital, too.
    (w.capital(k) || w.is(k, "plc")).then(|| named(entry.field(0))).flatten()
}
