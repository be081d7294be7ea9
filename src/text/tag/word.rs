//! What a word can be, before its neighbours are looked at.

use crate::lexicon::{Lexicon, List, ListSet, UNLISTED};
use crate::text::fold::with_folded;
use crate::text::token::{Case, Token, TokenKind};

/// What a token can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Mark,
    /// A quotation mark: no boundary.
    Quotation,
    /// A mark or word at which a clause may end: comma, semicolon, colon, dash, bracket.
    Break,
    Possessive,
    Number,
    Name,
    Pronoun,
    /// `nobody`, `others`: a pronoun that can possess.
    Indefinite,
    PronounAuxiliary,
    Determiner,
    Adjective,
    Adverb,
    Negation,
    Preposition,
    /// A preposition that also opens clauses (`after`, `since`, `as`).
    PrepositionOrSubordinator,
    Coordinator,
    Subordinator,
    /// `that`.
    That,
    /// `who`, `which`, `whose`, `where`, `when`.
    Wh,
    To,
    Modal,
    Be,
    Been,
    Being,
    Have,
    Having,
    Do,
    Done,
    /// An open-class word; see its forms.
    Open,
}

/// The forms that an open-class word can have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Forms(u8);

impl Forms {
    pub(super) const BASE: u8 = 1;
    pub(super) const PRESENT: u8 = 2;
    pub(super) const PAST: u8 = 4;
    pub(super) const PARTICIPLE: u8 = 8;
    pub(super) const GERUND: u8 = 16;
    /// As often a noun (or adjective).
    pub(super) const NOUN: u8 = 32;
    pub(super) const ADJECTIVE: u8 = 64;
    /// A plural noun by its ending.
    pub(super) const PLURAL: u8 = 128;

    pub(super) const fn has(self, form: u8) -> bool {
        self.0 & form != 0
    }

    pub(super) const fn is_verb(self) -> bool {
        self.0 & (Self::BASE | Self::PRESENT | Self::PAST | Self::PARTICIPLE | Self::GERUND) != 0
    }
}

/// A token's class.
#[derive(Debug, Clone, Copy)]
pub(super) struct Class {
    pub(super) kind: Kind,
    pub(super) forms: Forms,
    /// A verb that takes a clause or speech as its object.
    pub(super) reporting: bool,
    /// One after which a clause may stand without `that` (`said he left`).
    pub(super) bare_clause: bool,
    /// A verb that is done to something, which stands behind it.
    pub(super) takes_object: bool,
    /// A verb whose participle may have an object behind it, or one that no list has.
    pub(super) two_objects: bool,
    /// A verb behind whose `to` a place or state may stand (`went to court`).
    pub(super) leads_to: bool,
    /// It tells a time (`week`, `Friday`).
    pub(super) is_time: bool,
    /// A noun for an act of speech (`claim`, `reports`): `that` after it opens what was said.
    pub(super) speech_noun: bool,
    /// `most`, `many`: a determiner that can be a subject by itself.
    pub(super) quantifier: bool,
    /// `by`.
    pub(super) by: bool,
    /// `as`.
    pub(super) is_as: bool,
    /// `of`.
    pub(super) is_of: bool,
}

impl Class {
    const fn of(kind: Kind) -> Self {
        Self {
            kind,
            forms: Forms(0),
            reporting: false,
            bare_clause: false,
            takes_object: false,
            two_objects: false,
            leads_to: false,
            is_time: false,
            speech_noun: false,
            quantifier: false,
            by: false,
            is_as: false,
            is_of: false,
        }
    }
}

// Bytes, not `str`: told apart byte by byte instead of by one comparison a word.

fn is_number_word(w: &str) -> bool {
    matches!(
        w.as_bytes(),
        b"one"
            | b"two"
            | b"three"
            | b"four"
            | b"five"
            | b"six"
            | b"seven"
            | b"eight"
            | b"nine"
            | b"ten"
            | b"eleven"
            | b"twelve"
            | b"thirteen"
            | b"fourteen"
            | b"fifteen"
            | b"sixteen"
            | b"seventeen"
            | b"eighteen"
            | b"nineteen"
            | b"twenty"
            | b"thirty"
            | b"forty"
            | b"fifty"
            | b"sixty"
            | b"seventy"
            | b"eighty"
            | b"ninety"
            | b"hundred"
            | b"thousand"
            | b"million"
            | b"billion"
            | b"trillion"
            | b"dozen"
    )
}

/// Pronouns that are a whole noun phrase, in any case.
fn is_pronoun(w: &str) -> bool {
    matches!(
        w.as_bytes(),
        b"i" | b"me"
            | b"he"
            | b"him"
            | b"she"
            | b"it"
            | b"we"
            | b"us"
            | b"they"
            | b"them"
            | b"you"
            | b"himself"
            | b"herself"
            | b"itself"
            | b"themselves"
            | b"ourselves"
            | b"myself"
            | b"yourself"
            | b"someone"
            | b"somebody"
            | b"anyone"
            | b"anybody"
            | b"everyone"
            | b"everybody"
            | b"nobody"
            | b"none"
            | b"nothing"
            | b"something"
            | b"anything"
            | b"everything"
            | b"others"
            | b"there"
            | b"mine"
            | b"hers"
            | b"theirs"
            | b"ours"
    )
}

/// Words in `-ing` that are nouns, or prepositions listed elsewhere.
fn is_ing_noun(w: &str) -> bool {
    matches!(
        w.as_bytes(),
        b"building"
            | b"morning"
            | b"evening"
            | b"thing"
            | b"king"
            | b"spring"
            | b"string"
            | b"ring"
            | b"wing"
            | b"meeting"
            | b"hearing"
            | b"ceiling"
            | b"wedding"
            | b"funding"
            | b"housing"
            | b"clothing"
            | b"briefing"
            | b"beijing"
            | b"anything"
            | b"everything"
            | b"something"
            | b"nothing"
            | b"sibling"
            | b"darling"
            | b"pudding"
            | b"sterling"
            | b"viking"
            | b"lightning"
            | b"offspring"
    )
}

/// Words in `-ed` or `-en` that are no verbs.
fn is_ed_other(w: &str) -> bool {
    matches!(
        w.as_bytes(),
        b"red"
            | b"bed"
            | b"hundred"
            | b"kindred"
            | b"sacred"
            | b"naked"
            | b"wicked"
            | b"united"
            | b"speed"
            | b"need"
            | b"seed"
            | b"breed"
            | b"feed"
            | b"deed"
            | b"indeed"
            | b"shed"
            | b"sled"
            | b"creed"
            | b"greed"
            | b"weed"
            | b"reed"
            | b"alleged"
            | b"aged"
            | b"armed"
            | b"unprecedented"
            | b"so-called"
            | b"ted"
            | b"ned"
            | b"fred"
            | b"ahmed"
            | b"mohammed"
            | b"alfred"
            | b"led"
    )
}

const ADJECTIVE_ENDINGS: &[&str] =
    &["able", "ible", "ous", "ful", "less", "ical", "ic", "ive", "ial", "nal", "ral", "tal", "ish", "ary"];

/// The classes of one sentence's tokens, appended to `out`.
pub(super) fn classes(text: &str, tokens: &[Token], lexicon: &Lexicon, out: &mut Vec<Class>) {
    let (all, capital) = tokens.iter().fold((0usize, 0usize), |(all, capital), t| {
        let word = (t.kind == TokenKind::Word) & (t.span.len() > 3);
        (all + usize::from(word), capital + usize::from(word & t.is_capitalised()))
    });
    // A headline in title case or capitals: a capital tells nothing.
    let cased = all < 4 || capital * 10 < all * 8;
    let mut first = true;
    for t in tokens {
        let mut class = Class::of(Kind::Mark);
        match t.kind {
            TokenKind::Number => class.kind = Kind::Number,
            TokenKind::Possessive => class.kind = Kind::Possessive,
            TokenKind::Mark => {
                class.kind = match *t.bytes(text) {
                    [b',' | b';' | b':' | b'(' | b')' | b'[' | b']' | b'/'] => Kind::Break,
                    [b'"' | b'\''] => Kind::Quotation,
                    [_] => Kind::Mark,
                    _ => match t.of(text) {
                        "–" | "—" | "…" => Kind::Break,
                        "“" | "”" | "‘" | "’" | "«" | "»" => Kind::Quotation,
                        _ => Kind::Mark,
                    },
                };
            }
            TokenKind::Word => {
                class = word(text, t, lexicon, cased && !first);
                // `At 1.40am the drummer lit a fuse.`
                let hour = class.kind == Kind::Be && out.last().is_some_and(|c| c.kind == Kind::Number);
                if hour && t.of(text).eq_ignore_ascii_case("am") {
                    class = Class::of(Kind::Open);
                }
                // `has not yet left`: it joins nothing unless a mark stands before it.
                let joins = out.last().is_none_or(|c| matches!(c.kind, Kind::Break | Kind::Mark | Kind::Coordinator));
                if class.kind == Kind::Coordinator && !joins && t.of(text) == "yet" {
                    class.kind = Kind::Adverb;
                }
                first = false;
            }
        }
        out.push(class);
    }
}

/// What a word can be, however it is written: that depends on nothing but the word and the lexicon, which keeps it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Known {
    class: Class,
    /// It belongs to a closed class.
    closed: bool,
    /// In capitals it is a name (`US`, `WHO`), except for `IT` in a headline.
    acronym: bool,
    is_it: bool,
}

impl Known {
    /// Of `w`, folded; `t` is a token of it.
    fn new(w: &str, t: &Token, lexicon: &Lexicon) -> Self {
        let closed = closed(w, t.lists);
        let class = match closed {
            Some(kind) => Class {
                quantifier: kind == Kind::Determiner
                    && matches!(w, "most" | "many" | "some" | "few" | "all" | "both" | "several" | "these" | "those"),
                by: w == "by",
                is_as: w == "as",
                is_of: w == "of",
                ..Class::of(kind)
            },
            None => open(w, t, lexicon),
        };
        let acronym = matches!(w, "us" | "am" | "it" | "who" | "un");
        Self { class, closed: closed.is_some(), acronym, is_it: w == "it" }
    }
}

/// The class of a word. `cased`: a capital tells a name.
fn word(text: &str, t: &Token, lexicon: &Lexicon, cased: bool) -> Class {
    let capital = cased && t.is_capitalised();
    // Most words that no list holds are names, told by their capital.
    if capital && t.word == UNLISTED && with_folded(t.of(text), |w| closed(w, t.lists).is_none()) {
        return Class::of(Kind::Name);
    }
    let known = lexicon.known(t, |t| with_folded(t.of(text), |w| Known::new(w, t, lexicon)));
    let Known { mut class, closed, acronym, is_it } = known;
    if closed {
        // `May`, `Will`, `US`, `AM`: a name where a capital tells one.
        let named = cased && t.case == Case::Title && class.kind == Kind::Modal;
        let letters = t.case == Case::Upper && acronym;
        if named || (letters && (cased || !is_it)) {
            class.kind = Kind::Name;
        }
        return class;
    }
    let names = ListSet::one(List::GivenName)
        .or(ListSet::one(List::Surname))
        .or(ListSet::one(List::Country))
        .or(ListSet::one(List::Place))
        .or(ListSet::one(List::Organisation));
    let listed_verb = t.lists.has(List::Verb) || t.lists.has(List::ReportingVerb);
    if t.is_capitalised() && (cased || (t.lists.any(names) && !listed_verb && !t.lists.has(List::OrdinaryWord))) {
        return Class::of(Kind::Name);
    }
    class
}

/// The class of a word of an open class.
fn open(w: &str, t: &Token, lexicon: &Lexicon) -> Class {
    let speech_noun = t.lists.has(List::ReportingNoun)
        || lexicon.entry_at(List::Hedge, t).is_some_and(|e| e.field(1) == "that")
        || matches!(
            w,
            "fact"
                | "idea"
                | "news"
                | "condition"
                | "evidence"
                | "sign"
                | "concern"
                | "belief"
                | "suspicion"
                | "doubt"
                | "doubts"
        );
    let clause = lexicon.entry_at(List::ReportingVerb, t).is_some_and(|e| e.field(3).contains(['c', 'h']));
    let forms = forms(w, t, lexicon);
    let kind = if forms.is_verb() {
        Kind::Open
    } else if (w.len() > 3 && w.ends_with("ly") && !t.lists.has(List::PlainNoun)) || t.lists.has(List::Adverb) {
        Kind::Adverb
    } else if is_number_word(w) {
        Kind::Number
    } else if forms.has(Forms::ADJECTIVE) {
        Kind::Adjective
    } else {
        Kind::Open
    };
    let reporting = t.lists.has(List::ReportingVerb);
    let flag = |f: char| lexicon.entry_at(List::Verb, t).map(|e| e.field(2).contains(f));
    let listed = t.lists.has(List::Verb);
    let takes_object = listed && flag('o') == Some(true);
    let two_objects = !listed || flag('d') == Some(true);
    let leads_to = listed && flag('m') == Some(true);
    let times = [List::DateWord, List::Weekday, List::Month, List::Unit];
    let is_time = times.iter().any(|l| t.lists.has(*l));
    Class {
        forms,
        reporting,
        takes_object,
        two_objects,
        leads_to,
        is_time,
        bare_clause: reporting && clause,
        speech_noun,
        ..Class::of(kind)
    }
}

/// The class of a word that belongs to a closed class.
fn closed(w: &str, lists: ListSet) -> Option<Kind> {
    // The longest of them, so that most words are not held against each.
    if w.len() > 11 {
        return closed_listed(w, lists);
    }
    let auxiliary = match w.as_bytes() {
        b"be" | b"am" | b"is" | b"are" | b"was" | b"were" | b"isn't" | b"aren't" | b"wasn't" | b"weren't"
        | b"ain't" => Kind::Be,
        b"been" => Kind::Been,
        b"being" => Kind::Being,
        b"have" | b"has" | b"had" | b"haven't" | b"hasn't" | b"hadn't" => Kind::Have,
        b"having" => Kind::Having,
        b"do" | b"does" | b"did" | b"don't" | b"doesn't" | b"didn't" => Kind::Do,
        b"done" => Kind::Done,
        b"not" | b"never" | b"n't" => Kind::Negation,
        b"to" => Kind::To,
        b"that" => Kind::That,
        b"who" | b"whom" | b"which" | b"whose" | b"where" | b"when" => Kind::Wh,
        b"according" | b"owing" | b"depending" => Kind::Preposition,
        b"furthermore" | b"however" | b"therefore" | b"instead" | b"indeed" | b"hence" | b"elsewhere" | b"overall"
        | b"otherwise" | b"afterwards" | b"afterward" | b"nonetheless" | b"besides" | b"too" | b"maybe" => Kind::Adverb,
        b"and" | b"or" | b"but" | b"nor" | b"yet" | b"&" => Kind::Coordinator,
        b"than" => Kind::Preposition,
        b"after" | b"before" | b"since" | b"until" | b"till" | b"as" | b"once" | b"like" => {
            Kind::PrepositionOrSubordinator
        }
        b"if" | b"because" | b"although" | b"though" | b"unless" | b"while" | b"whilst" | b"whereas" | b"whether"
        | b"how" | b"why" | b"what" | b"lest" | b"whatever" | b"whenever" | b"wherever" | b"whoever" => {
            Kind::Subordinator
        }
        b"her" => Kind::Determiner,
        _ => return closed_listed(w, lists),
    };
    Some(auxiliary)
}

fn closed_listed(w: &str, lists: ListSet) -> Option<Kind> {
    if lists.has(List::Auxiliary) {
        return Some(Kind::Modal);
    }
    if lists.has(List::Contraction) {
        return Some(if w == "let's" { Kind::Modal } else { Kind::PronounAuxiliary });
    }
    if is_pronoun(w) {
        let indefinite = w.len() > 5 && (w.ends_with("one") || w.ends_with("body") || w == "others");
        return Some(if indefinite { Kind::Indefinite } else { Kind::Pronoun });
    }
    if lists.has(List::Preposition) || w == "out" {
        return Some(Kind::Preposition);
    }
    if is_number_word(w) {
        return Some(Kind::Number);
    }
    if lists.has(List::Determiner) {
        return Some(Kind::Determiner);
    }
    None
}

/// The forms of a word by the list of verbs, or else by its ending.
fn forms(w: &str, t: &Token, lexicon: &Lexicon) -> Forms {
    let list = if t.lists.has(List::Verb) { List::Verb } else { List::ReportingVerb };
    let mut forms = 0;
    if t.lists.has(list) {
        if let Some(e) = lexicon.entry_at(list, t) {
            let (past, participle) = (e.field(0), e.field(1));
            let irregular = !past.is_empty();
            if e.text == w {
                forms |= Forms::BASE;
            }
            if past == w || (!irregular && w.ends_with("ed")) || (irregular && participle == w && w.ends_with("ed")) {
                forms |= Forms::PAST;
            }
            if participle == w || (participle.is_empty() && forms & Forms::PAST != 0) {
                forms |= Forms::PARTICIPLE;
            }
            if forms == 0 && w.ends_with("ing") {
                forms |= Forms::GERUND;
            }
            if forms == 0 && w.ends_with('s') {
                forms |= Forms::PRESENT;
            }
            let flags = if list == List::Verb { e.field(2) } else { e.field(3) };
            if flags.contains('n') && forms & (Forms::BASE | Forms::PRESENT | Forms::GERUND) != 0 {
                forms |= Forms::NOUN;
            }
            if forms & Forms::NOUN != 0 && forms & Forms::PRESENT != 0 {
                forms |= Forms::PLURAL;
            }
        }
        return Forms(forms);
    }
    if w.ends_with("ing") && w.len() > 4 && !is_ing_noun(w) {
        forms |= Forms::GERUND | Forms::NOUN;
    } else if w.ends_with("ed") && w.len() > 4 && !is_ed_other(w) {
        forms |= Forms::PAST | Forms::PARTICIPLE | Forms::ADJECTIVE;
    } else if w.len() > 5 && (w.ends_with("ifies") || w.ends_with("izes") || w.ends_with("ises")) {
        forms |= Forms::PRESENT;
    } else if w.len() > 5 && (w.ends_with("ify") || w.ends_with("ize")) {
        forms |= Forms::BASE;
    } else if is_ed_other(w)
        || !t.lists.has(List::PlainNoun) && ADJECTIVE_ENDINGS.iter().any(|e| w.len() > e.len() + 2 && w.ends_with(e))
    {
        forms |= Forms::ADJECTIVE;
    } else if w.ends_with('s') && !w.ends_with("ss") && w.len() > 3
        || t.lists.has(List::IrregularPlural) && t.lists.has(List::SpeakerNoun)
    {
        forms |= Forms::PLURAL;
    }
    Forms(forms)
}

/// The base form of a verb that no list has, by its ending.
pub(super) fn stem(w: &str) -> String {
    let cut = |n: usize| w.get(..w.len() - n).unwrap_or(w);
    // `stopped`; `faked`, `dozing`, `carved`, which have lost an `e`: what ends so after one vowel, or in `v`.
    let base = |s: &str| {
        let vowel = |c: &u8| matches!(c, b'a' | b'e' | b'i' | b'o' | b'u');
        match s.as_bytes() {
            [.., x, y] if x == y && !matches!(x, b's' | b'l' | b'e' | b'f') => {
                s.get(..s.len() - 1).unwrap_or(s).to_owned()
            }
            [.., b'v'] => format!("{s}e"),
            [.., c, v, b'k' | b'z'] if !vowel(c) && vowel(v) => format!("{s}e"),
            _ => s.to_owned(),
        }
    };
    if w.len() > 5 && w.ends_with("ing") {
        base(cut(3))
    } else if w.len() > 4 && w.ends_with("ied") {
        format!("{}y", cut(3))
    } else if w.len() > 4 && w.ends_with("eed") {
        cut(1).to_owned()
    } else if w.len() > 4 && w.ends_with("ed") {
        base(cut(2))
    } else if w.len() > 4 && w.ends_with("ies") {
        format!("{}y", cut(3))
    } else if w.len() > 3 && w.ends_with('s') && !w.ends_with("ss") {
        cut(1).to_owned()
    } else {
        w.to_owned()
    }
}
