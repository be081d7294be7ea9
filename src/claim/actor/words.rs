//! What single words tell: whether a capital letter means a name here.

use crate::claim::actor::{fringe, sport};
use crate::lexicon::{Lexicon, List, ListSet};
use crate::text::document::Document;
use crate::text::fold::{fold, with_folded};
use crate::text::token::{Case, Token, TokenKind};
use foldhash::fast::FixedState;
use std::collections::{HashMap, HashSet};

/// How a sentence uses capitals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Capitals {
    /// On names and first words only.
    Plain,
    /// On nearly every word, as in headlines.
    Titled,
    /// On every letter.
    Shouted,
}

/// A document with what its words tell of one another.
pub(super) struct Words<'a> {
    pub(super) doc: &'a Document<'a>,
    pub(super) lexicon: &'a Lexicon,
    pub(super) capitals: Vec<Capitals>,
    /// For each token, whether it is a word that begins with a capital; `I` is none.
    capital: Vec<bool>,
    /// Hashes of the words, not ordinary ones, that stand somewhere in lower case.
    lower: HashSet<u64, FixedState>,
    /// Hashes of the words that stand somewhere with a capital which its place does not explain, with how often.
    upper: HashMap<u64, u32, FixedState>,
    /// Hashes of the letters that stand in brackets after the words whose initials they are.
    defined: HashSet<u64, FixedState>,
    /// The article is about sport.
    pub(super) sport: bool,
}

/// The lists of words that only bind others together.
const FUNCTION: ListSet = ListSet::one(List::Determiner)
    .or(ListSet::one(List::Preposition))
    .or(ListSet::one(List::Auxiliary))
    .or(ListSet::one(List::Pronoun))
    .or(ListSet::one(List::Connective));

/// The lists of words that are no names by themselves.
const ORDINARY: ListSet = ListSet::one(List::OrdinaryWord)
    .or(ListSet::one(List::CommonWord))
    .or(ListSet::one(List::SpeakerNoun))
    .or(ListSet::one(List::ReportingVerb))
    .or(ListSet::one(List::ReportingNoun))
    .or(ListSet::one(List::Adverb))
    .or(FUNCTION);

/// The lists whose single words are names.
const NAMES: ListSet = ListSet::one(List::GivenName)
    .or(ListSet::one(List::Actor))
    .or(ListSet::one(List::Surname))
    .or(ListSet::one(List::Country))
    .or(ListSet::one(List::Place))
    .or(ListSet::one(List::Organisation))
    .or(ListSet::one(List::Thing))
    .or(ListSet::one(List::Demonym));

impl<'a> Words<'a> {
    /// Reads the whole document once. Cost: O(tokens).
    pub(super) fn new(doc: &'a Document<'a>, lexicon: &'a Lexicon) -> Self {
        let capitals = (0..doc.sentences.len()).map(|s| capitals_of(doc, s)).collect();
        let capital = doc.tokens.iter().map(|t| is_capital(t, doc.text)).collect();
        let mut words = Self {
            doc,
            lexicon,
            capitals,
            capital,
            lower: HashSet::with_capacity_and_hasher(doc.tokens.len() / 12, FixedState::default()),
            upper: HashMap::with_capacity_and_hasher(doc.tokens.len() / 8, FixedState::default()),
            defined: HashSet::default(),
            sport: sport::is_about_sport(doc, lexicon),
        };
        for s in 0..doc.sentences.len() {
            if words.capitals[s] != Capitals::Plain {
                continue;
            }
            let range = doc.range_of(s);
            for i in range.clone() {
                let t = &doc.tokens[i];
                if t.kind != TokenKind::Word || t.span.len() < 2 {
                    continue;
                }
                if t.is_capitalised() {
                    if t.case == Case::Upper && words.defines(i) {
                        let h = words.hash(i);
                        words.defined.insert(h);
                    }
                    if !words.placed(i, range.start) {
                        let h = words.hash(i);
                        *words.upper.entry(h).or_insert(0) += 1;
                    }
                } else if !t.lists.any(ORDINARY) {
                    let h = words.hash(i);
                    words.lower.insert(h);
                }
            }
        }
        words
    }

    /// Whether the letters at token `i` stand in brackets after the words whose initials they are: `Enforcement
    /// Directorate (ED)`.
    fn defines(&self, i: usize) -> bool {
        i > 1 && self.is(i - 1, "(") && self.is(i + 1, ")") && fringe::initials_of(self, i - 1, self.text(i))
    }

    /// Whether the word of token `i`, in capitals, is an acronym that the text defines.
    pub(super) fn is_defined(&self, i: usize) -> bool {
        !self.defined.is_empty() && self.token(i).case == Case::Upper && self.defined.contains(&self.hash(i))
    }

    pub(super) fn token(&self, i: usize) -> &Token {
        &self.doc.tokens[i]
    }

    pub(super) fn text(&self, i: usize) -> &'a str {
        self.doc.tokens[i].of(self.doc.text)
    }

    /// Whether token `i` is this one mark or word, as written.
    pub(super) fn is(&self, i: usize, word: &str) -> bool {
        self.doc.tokens.get(i).is_some_and(|t| t.span.len() == word.len() && t.bytes(self.doc.text) == word.as_bytes())
    }

    pub(super) fn has(&self, i: usize, list: List) -> bool {
        self.doc.tokens.get(i).is_some_and(|t| t.lists.has(list))
    }

    /// Whether an entry of several words of `list` begins with token `i`.
    pub(super) fn token_opens(&self, i: usize, list: List) -> bool {
        self.doc.tokens.get(i).is_some_and(|t| t.opens.has(list))
    }

    /// A word that begins with a capital; `I` is none.
    pub(super) fn capital(&self, i: usize) -> bool {
        self.capital.get(i).copied().unwrap_or(false)
    }

    pub(super) fn is_function(&self, i: usize) -> bool {
        self.doc.tokens.get(i).is_some_and(|t| t.lists.any(FUNCTION))
    }

    /// A frequent word, in one of its forms.
    pub(super) fn is_ordinary(&self, i: usize) -> bool {
        self.doc.tokens.get(i).is_some_and(|t| t.lists.any(ORDINARY))
    }

    /// A frequent word or one made of it, and no name that a list knows.
    pub(super) fn is_plain_word(&self, i: usize) -> bool {
        let t = self.token(i);
        !t.lists.any(NAMES) && (t.lists.any(ORDINARY) || t.case == Case::Title && self.derived(i))
    }

    pub(super) fn folded(&self, i: usize) -> String {
        fold(self.text(i))
    }

    /// What tells the folded word of token `i` from others.
    pub(super) fn hash(&self, i: usize) -> u64 {
        self.token(i).word_key(self.doc.text)
    }

    /// How often the word of token `i` stands with a capital that only a name explains.
    pub(super) fn seen_capitalised(&self, i: usize) -> u32 {
        self.upper.get(&self.hash(i)).copied().unwrap_or(0)
    }

    fn seen_lower(&self, i: usize) -> bool {
        self.lower.contains(&self.hash(i))
    }

    /// Whether the place of token `i` explains a capital: first in its sentence, after an opening mark, a colon or a
    /// spaced dash. `first` is the first token of its sentence.
    pub(super) fn placed(&self, i: usize, first: usize) -> bool {
        if i == first {
            return true;
        }
        let p = &self.doc.tokens[i - 1];
        if p.kind != TokenKind::Mark {
            // A list number before it: `1. Name`, `2 Name`.
            return p.kind == TokenKind::Number && i - 1 == first;
        }
        match p.of(self.doc.text) {
            "'" => p.space_before || i - 1 == first || self.doc.tokens[i - 2].kind == TokenKind::Mark,
            "\"" | "\u{201C}" | "\u{2018}" | "\u{AB}" | "`" => true,
            ":" | "?" | "!" | "\u{2022}" | "*" | ">" | "|" | "\u{2026}" => true,
            "-" | "\u{2013}" | "\u{2014}" => p.space_before && self.token(i).space_before,
            "." => {
                // After an initial or an abbreviation the stop ends no sentence.
                i < 2 || {
                    let w = &self.doc.tokens[i - 2];
                    w.kind != TokenKind::Word
                        || !(w.span.len() == 1 || w.lists.has(List::Abbreviation) || w.lists.has(List::Title))
                }
            }
            _ => (first..i).all(|k| self.doc.tokens[k].kind == TokenKind::Mark),
        }
    }

    /// Whether the capitalised token `i` can be (part of) a name. `first` is the first token of its sentence.
    pub(super) fn nameable(&self, i: usize, first: usize, capitals: Capitals) -> bool {
        let t = self.token(i);
        if !self.capital(i) {
            return false;
        }
        if self.is_defined(i) {
            return true;
        }
        let placed = capitals != Capitals::Plain || self.placed(i, first);
        let tied = |k: usize| self.doc.tokens.get(k).is_some_and(|t| !t.space_before);
        if t.span.len() <= 2 && self.is(i + 1, "-") && tied(i + 1) && tied(i + 2) {
            // `F-86 Sabre`
            if t.case != Case::Lower && self.number(i + 2) && !t.lists.has(List::NotName) {
                return true;
            }
        }
        // `Liz Cheney, R-Wyo.`: a party and a state.
        let tagged = i > first && matches!(self.text(i - 1), "," | "(") && matches!(self.text(i), "R" | "D" | "I");
        if tagged && self.is(i + 1, "-") && tied(i + 1) {
            return false;
        }
        if placed && fringe::is_prefix(self, i) {
            return false;
        }
        if t.span.len() == 1 {
            // `T-shirt`, `X-ray`
            if self.is(i + 1, "-") && tied(i + 1) && tied(i + 2) && !self.capital(i + 2) && !self.number(i + 2) {
                return false;
            }
            // `J. Smith` at the head of a sentence; `Ann B. Porter` in a headline.
            if placed && self.is(i + 1, ".") && self.capital(i + 2) && !self.is_function(i + 2) {
                let after_name = i > first && self.capital(i - 1);
                if after_name || !self.is_ordinary(i + 2) {
                    return true;
                }
            }
        }
        // `Ann B. Shade`, `Paul Larch Jr.` in a headline.
        if placed && i > first && t.case != Case::Lower {
            let initial = i > first + 2 && self.is(i - 1, ".") && self.doc.tokens[i - 2].span.len() == 1;
            if initial && self.capital(i - 2) && self.capital(i - 3) && !self.is_function(i) {
                return true;
            }
            if self.capital(i - 1) && matches!(self.text(i), "Jr" | "Sr" | "II" | "III") {
                return true;
            }
        }
        let next = self.capital(i + 1) && self.token(i + 1).space_before && !self.is_function(i + 1);
        if t.lists.has(List::NotName) && !(t.lists.has(List::Title) && (next || self.is(i + 1, "."))) {
            let calendar = self.lexicon.entry_at(List::NotName, t).is_some_and(|e| e.field(0) == "calendar");
            // `Theresa May`: a month after a given name is a name. Other words are so beside others (`Bible Society`).
            if capitals == Capitals::Plain && fringe::is_region(self, i) {
                return true;
            }
            let after_name = i > first && self.capital(i - 1);
            // `Ed Shanahan`, `Jan de Vries`
            let particle = self.has(i + 1, List::NameParticle) && self.capital(i + 2) && !self.is_function(i + 2);
            if t.lists.has(List::GivenName) && (particle || next && !self.is_plain_word(i + 1)) {
                // `Jan Kroslak`, but not `in April Microsoft`
                let dated = |k: usize| self.has(k, List::Preposition) || self.has(k, List::DateWord) || self.number(k);
                if !calendar
                    || t.case == Case::Title && (i == first || !dated(i - 1)) && !self.has(i + 1, List::NotName)
                {
                    return true;
                }
            }
            return match calendar {
                true => {
                    after_name
                        && self.token(i - 1).lists.has(List::GivenName)
                        && self.doc.tokens.get(i + 1).is_none_or(|n| n.kind != TokenKind::Number)
                }
                false => {
                    self.phrase_at(i)
                        || capitals == Capitals::Plain && (after_name || next && (!placed || self.heads_a_name(i)))
                }
            };
        }
        if !placed {
            // `(A. Hollis 91)`
            if t.span.len() == 1
                && self.is(i + 1, ".")
                && tied(i + 1)
                && self.capital(i + 2)
                && !self.is_function(i + 2)
            {
                return true;
            }
            if t.lists.any(FUNCTION) || t.case == Case::Upper && t.span.len() > 1 && t.lists.any(ORDINARY) {
                // `James To`, `Doctor Who`, but not `But`; `WHO`, but not `VERY`.
                let listed = t.case == Case::Upper && t.lists.any(NAMES);
                let surname = t.case == Case::Title
                    && i > first
                    && self.capital(i - 1)
                    && self.has(i - 1, List::GivenName)
                    && !next;
                // `the All Progressives Congress`
                let bound =
                    t.case == Case::Title && next && (self.is(i, "All") || self.is(i, "Our")) && self.heads_a_name(i);
                return listed || surname || bound;
            }
            return true;
        }
        if self.phrase_at(i) {
            return true;
        }
        if t.lists.any(FUNCTION) {
            return false;
        }
        let mixed = t.case == Case::Mixed || (t.case == Case::Upper && capitals != Capitals::Shouted);
        if mixed && t.span.len() > 1 {
            return !t.lists.any(ORDINARY) || t.lists.any(NAMES) || self.seen_capitalised(i) > 0;
        }
        // `Actor Ann Porter Dies`, but not `US Spy Chiefs Speak`.
        let borne = i > first && self.capital(i - 1) && self.has(i - 1, List::GivenName);
        let bearer = next && (capitals == Capitals::Plain || borne || !self.is_plain_word(i + 1));
        if t.lists.has(List::Title) && (bearer || self.is(i + 1, ".") && self.capital(i + 2) && t.span.len() < 6) {
            return true;
        }
        let ordinary = t.lists.any(ORDINARY);
        if ordinary {
            if t.lists.has(List::GivenName) && next && !self.is_ordinary(i + 1) {
                return true;
            }
            if capitals == Capitals::Plain && next && self.heads_a_name(i) {
                return true;
            }
            // `Hurricane Katrina struck`, `Lake Erie froze`: a head that opens names.
            let opens =
                self.lexicon.entry_at(List::NameHead, t).is_some_and(|e| matches!(e.field(1), "place" | "other"));
            if capitals != Capitals::Shouted
                && opens
                && next
                && !self.is_plain_word(i + 1)
                && !t.lists.has(List::Adverb)
            {
                return true;
            }
            if fringe::numbered(self, i) && self.number(i + 1) {
                return true;
            }
            // `Ann Sands` in a line of names.
            let verb = t.lists.has(List::Verb) || t.lists.has(List::ReportingVerb) || t.lists.has(List::Adverb);
            if capitals == Capitals::Titled
                && !verb
                && i > first
                && self.capital(i - 1)
                && self.has(i - 1, List::GivenName)
            {
                return true;
            }
            // `Hamilton Field` in a line of names.
            // `SVR Chiefs Hold`: many people, not the name of a team.
            let place = i > first && (self.has(i - 1, List::Place) || self.has(i - 1, List::Country));
            let crowd = fringe::flagged(self, i, "team") && i > first && !place && self.is_plain_word(i);
            if capitals == Capitals::Titled && t.lists.has(List::NameHead) && !crowd && self.follows_a_name(i, first) {
                return true;
            }
            let often = if capitals == Capitals::Plain { 1 } else { 2 };
            // `Bishop retired`, after Ann Bishop: what is no name after all is left out once the names are known.
            let verb = self.after_is_verb(i) || self.lower_word(i + 1) && self.has(i + 1, List::Verb);
            return self.seen_capitalised(i) >= often && (next || capitals != Capitals::Plain || verb);
        }
        if t.lists.any(NAMES) || self.seen_capitalised(i) > 0 {
            return true;
        }
        // `Ann Porter Dies`
        if capitals == Capitals::Titled && i > first && self.capital(i - 1) && self.has(i - 1, List::GivenName) {
            let verb = t.lists.has(List::Verb) || t.lists.has(List::ReportingVerb) || t.lists.has(List::Adverb);
            if !verb && t.case == Case::Title && self.derived(i) {
                return true;
            }
        }
        // `Carder was born`: no noun of one thing is a subject without an article.
        let one = self.text(i).ends_with("er") || self.text(i).ends_with("or");
        if capitals == Capitals::Plain && i == first && one && self.acts_alone(i) && !self.seen_lower(i) {
            return true;
        }
        if self.seen_lower(i) || self.derived(i) || self.opens_a_clause(i) {
            return false;
        }
        next && capitals == Capitals::Plain || t.span.len() > 2
    }

    /// Whether token `i` is a word without a capital, apart from the one before it.
    pub(super) fn lower_word(&self, i: usize) -> bool {
        self.doc.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Word && t.space_before && !t.is_capitalised())
    }

    fn number(&self, i: usize) -> bool {
        self.doc.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Number)
    }

    /// Whether an entry of several words of the name lists begins at `i`.
    fn phrase_at(&self, i: usize) -> bool {
        let t = self.token(i);
        t.may_begin
            && [List::Actor, List::Organisation, List::Place, List::Country, List::Thing].into_iter().any(|list| {
                t.opens.has(list)
                    && self
                        .lexicon
                        .match_at(list, self.doc.text, &self.doc.tokens, i)
                        .is_some_and(|m| m.len > 1 && (i + 1..i + m.len).any(|k| self.capital(k)))
            })
    }

    /// Whether the capitals from `i` on end in a word that ends names (`Human Rights Commission`).
    fn heads_a_name(&self, i: usize) -> bool {
        let mut k = i;
        while k < i + 6 && self.capital(k + 1) && self.token(k + 1).space_before {
            k += 1;
        }
        // `Great Service!` is a line by itself.
        if self.is(k + 1, "!") && (i == 0 || self.is(i - 1, "!") || self.is(i - 1, ".")) {
            return false;
        }
        // `Avoid Highway 9`: what the number tells of stands by itself.
        if k == i + 1 && fringe::numbered(self, k) && self.number(k + 1) && self.has(i, List::Verb) {
            return false;
        }
        k > i && self.has(k, List::NameHead) && !self.has(i, List::Adverb) && !self.has(i, List::ReportingVerb)
    }

    /// Whether a word that no list has is a common noun or an adjective by its ending (`Mandatory`, `Utilization`).
    pub(super) fn looks_common(&self, i: usize) -> bool {
        self.text(i).len() > 6 && !self.token(i).lists.any(NAMES) && self.ending(i) == Some("common")
    }

    /// What [`List::NameEnding`] tells of the word of token `i`, of six letters or more, by the longest ending that fits.
    pub(super) fn ending(&self, i: usize) -> Option<&'a str> {
        const LONGEST: usize = 8;
        let lexicon = self.lexicon;
        if self.text(i).len() < 6 && self.text(i).is_ascii() {
            return None;
        }
        with_folded(self.text(i), |word| {
            let entry = if word.len() > 5 { lexicon.name_ending(word, LONGEST) } else { None };
            entry.map(|e| e.field(0))
        })
    }

    /// Whether a first word that no list has is a verb's form, an adverb or an adjective by its ending, and what follows
    /// is no verb of which it could be the subject (`Cloaking himself in`, `Inexplicably, the club`).
    fn opens_a_clause(&self, i: usize) -> bool {
        let word = self.text(i);
        let ends = |ends: &[&str]| ends.iter().any(|e| word.ends_with(e));
        let lower = self.lower_word(i + 1);
        let kind = self.has(i + 1, List::KindWord) && !self.text(i + 1).ends_with("self");
        let follows = lower && !self.after_is_verb(i) && !kind;
        word.len() > 5
            // What it is told of is no matter.
            && (!self.capital(i + 1) && self.looks_common(i)
                || ends(&["ing", "ed", "ly", "est", "able", "ible", "ful", "ous"]) && follows
                || word.ends_with("ly") && self.is(i + 1, ","))
    }

    /// Whether a word that is no ordinary one stands with a capital before token `i`.
    fn follows_a_name(&self, i: usize, first: usize) -> bool {
        let name = |k: usize| self.capital(k) && !self.is_plain_word(k) && !self.is_ordinary(k);
        i > first
            && (name(i - 1) || i > first + 1 && self.has(i - 1, List::NameHead) && self.capital(i - 1) && name(i - 2))
    }

    /// Whether a verb of saying or an auxiliary follows token `i`.
    fn after_is_verb(&self, i: usize) -> bool {
        self.has(i + 1, List::ReportingVerb)
            || self.has(i + 1, List::Auxiliary)
            || self.doc.tokens.get(i + 1).is_some_and(|t| t.kind == TokenKind::Possessive)
    }

    /// Whether what follows token `i` is the verb of one who acts (`was`, `has`, `said`).
    pub(super) fn acts_alone(&self, i: usize) -> bool {
        let verb = self.doc.tokens.get(i + 1).map_or("", |_| self.text(i + 1));
        matches!(verb, "was" | "is" | "has" | "had" | "will" | "would" | "did" | "said" | "says" | "told")
    }

    /// Whether the word is a regular form or derivation of an ordinary one (`rescuers`, `unfortunately`).
    fn derived(&self, i: usize) -> bool {
        with_folded(self.text(i), |word| word.len() >= 4 && self.is_derived(word))
    }

    fn is_derived(&self, word: &str) -> bool {
        let known = |w: &str| w.len() > 2 && self.lexicon.lookup(w).0.any(ORDINARY);
        let stem = |w: &str| {
            // By the last letter: most words are held against a few of the endings.
            let endings: &[(&str, &[&str])] = match w.as_bytes().last() {
                Some(b't') => &[("est", &["", "e"]), ("iest", &["y"]), ("ist", &["", "e", "y"]), ("ment", &[""])],
                Some(b's') => &[
                    ("s", &[""]),
                    ("es", &["", "e"]),
                    ("ies", &["y"]),
                    ("ers", &["", "e"]),
                    ("ors", &["", "e"]),
                    ("ness", &[""]),
                    ("less", &[""]),
                    ("ists", &["", "e", "y"]),
                ],
                Some(b'd') => &[("ed", &["", "e"]), ("ied", &["y"])],
                Some(b'g') => &[("ing", &["", "e"])],
                Some(b'r') => &[("er", &["", "e"]), ("or", &["", "e"])],
                Some(b'y') => &[("ly", &["", "le"]), ("ily", &["y"]), ("ally", &["", "al"])],
                Some(b'm') => &[("ism", &[""])],
                Some(b'e') => &[("able", &["", "e"])],
                Some(b'n') => &[("ation", &["", "e"])],
                _ => &[],
            };
            endings.iter().any(|(end, new)| {
                w.strip_suffix(end).is_some_and(|base| {
                    new.iter().any(|n| if n.is_empty() { known(base) } else { known(&format!("{base}{n}")) })
                        || base.as_bytes().last().is_some_and(|&l| {
                            base.strip_suffix(char::from(l)).is_some_and(|b| b.ends_with(char::from(l)) && known(b))
                        })
                })
            })
        };
        if stem(word) {
            return true;
        }
        let prefixes: &[&str] = match word.as_bytes().first() {
            Some(b'u') => &["un", "under"],
            Some(b'r') => &["re"],
            Some(b'n') => &["non"],
            Some(b'a') => &["anti"],
            Some(b'p') => &["pre"],
            Some(b'o') => &["over", "out"],
            Some(b'm') => &["mis", "multi"],
            Some(b'd') => &["dis"],
            Some(b'i') => &["inter"],
            Some(b's') => &["self"],
            _ => &[],
        };
        prefixes.iter().any(|p| word.strip_prefix(p).is_some_and(|rest| rest.len() > 3 && (known(rest) || stem(rest))))
    }
}

fn is_capital(t: &Token, text: &str) -> bool {
    if t.kind != TokenKind::Word || !t.is_capitalised() {
        return false;
    }
    // `I`, `I'm`, `We'll`, `Don’t`
    let word = t.of(text);
    word != "I" && !contracted(word)
}

/// Whether a word is a pronoun or an auxiliary run together with another (`we'll`, `don't`).
fn contracted(word: &str) -> bool {
    // The first byte of a curly apostrophe tells it well enough: a word without either byte has none.
    let may = word.bytes().any(|b| matches!(b, b'\'' | 0xE2));
    may && word.find(['\'', '\u{2019}']).is_some_and(|at| {
        let tail = word.get(at..).unwrap_or("").trim_start_matches(['\'', '\u{2019}']);
        matches!(tail, "ll" | "re" | "ve" | "m" | "d" | "t" | "LL" | "RE" | "VE" | "T")
    })
}

/// How sentence `s` uses capitals.
fn capitals_of(doc: &Document<'_>, s: usize) -> Capitals {
    let (mut upper, mut words, mut content, mut titled) = (0usize, 0usize, 0usize, 0usize);
    let mut first = true;
    let tokens = doc.tokens_of(s);
    // Added up without a choice: what the next word is can never be foretold.
    for t in tokens {
        let (word, len, capital) = (t.kind == TokenKind::Word, t.span.len(), t.is_capitalised());
        words += usize::from(word & (len > 1));
        upper += usize::from(word & (len > 1) & (t.case == Case::Upper));
        let own = word & !first & (len > 2) & (!t.lists.any(FUNCTION) | capital);
        content += usize::from(own);
        titled += usize::from(own & capital);
        first &= !word;
    }
    let stopped = tokens.last().is_some_and(|t| t.of(doc.text) == ".");
    if words >= 2 && upper == words || words >= 3 && upper * 10 >= words * 8 {
        Capitals::Shouted
    } else if content >= 3 && titled * 10 >= content * 9 && !stopped
        || content >= 5 && titled * 10 >= content * 8 && !stopped
        || content >= 6 && titled == content
    {
        Capitals::Titled
    } else {
        Capitals::Plain
    }
}
