//! The document as attribution reads it: tokens told apart by whether they are quoted, cut into units.
//!
//! A unit is a sentence of the reporter's own, with the quotations that stand in it: sentence ends inside a quotation
//! do not end it.

use crate::claim::actor::Actor;
use crate::claim::attribution::marks::{self, Marks};
use crate::claim::quote::{Quote, QuoteKind};
use crate::lexicon::{Lexicon, List, ListSet};
use crate::text::document::Document;
use crate::text::one_of::{OneOf, one_of};
use crate::text::span::Span;
use crate::text::token::{Case, Token, TokenKind};
use std::borrow::Cow;
use std::ops::Range;

/// The lists of words that are no names, however they are written.
const SMALL: ListSet = ListSet::one(List::Pronoun)
    .or(ListSet::one(List::Connective))
    .or(ListSet::one(List::Determiner))
    .or(ListSet::one(List::Preposition));

/// The lists of words that join others or stand before them.
pub(super) const LINKS: ListSet = ListSet::one(List::Preposition).or(ListSet::one(List::Connective));

/// The lists of words that end a noun phrase.
pub(super) const FUNCTION: ListSet = LINKS.or(ListSet::one(List::Auxiliary)).or(ListSet::one(List::Pronoun));

/// The lists that hold words for times.
const DATED: ListSet = ListSet::one(List::DateWord).or(ListSet::one(List::Month)).or(ListSet::one(List::Weekday));

/// One quotation that does not stand inside another.
#[derive(Debug, Clone)]
pub(super) struct Top {
    /// Its index among the quotations.
    pub(super) quote: usize,
    /// Its tokens, marks included.
    pub(super) tokens: Range<usize>,
}

/// One sentence of the reporter's.
#[derive(Debug, Clone)]
pub(super) struct Unit {
    /// Its tokens.
    pub(super) tokens: Range<usize>,
    /// Its quotations, as indices into [`Scene::tops`].
    pub(super) tops: Range<usize>,
    /// Whether it begins a paragraph.
    pub(super) begins_paragraph: bool,
}

/// A document with its quotations laid over it.
pub(super) struct Scene<'a, 't> {
    pub(super) doc: &'a Document<'t>,
    /// Those of the document.
    tokens: &'a [Token],
    pub(super) lexicon: &'a Lexicon,
    pub(super) tops: Vec<Top>,
    pub(super) units: Vec<Unit>,
    /// For each token, what the passes over the text look for.
    pub(super) marks: Marks,
    /// For each token, what it alone tells of them.
    plain: Marks,
    /// For each token, the tokens of the named mention that it belongs to.
    named: Cow<'a, [(u32, u32)]>,
}

impl<'a, 't> Scene<'a, 't> {
    pub(super) fn new(doc: &'a Document<'t>, quotes: &[Quote], actors: &[Actor], lexicon: &'a Lexicon) -> Self {
        Self::with_quotes(doc, quotes, lexicon, Marks::new(&doc.tokens), Cow::Owned(named_tokens(doc, actors)))
    }

    /// The same document with other quotations laid over it.
    pub(super) fn under<'b>(&'b self, quotes: &[Quote]) -> Scene<'b, 't> {
        Scene::with_quotes(self.doc, quotes, self.lexicon, self.plain.clone(), Cow::Borrowed(&*self.named))
    }

    fn with_quotes(
        doc: &'a Document<'t>,
        quotes: &[Quote],
        lexicon: &'a Lexicon,
        plain: Marks,
        named: Cow<'a, [(u32, u32)]>,
    ) -> Self {
        let mut tops: Vec<Top> = Vec::with_capacity(quotes.len());
        let mut marks = plain.clone();
        let mut end = 0;
        for (q, quote) in quotes.iter().enumerate() {
            if quote.marked.start() < end {
                continue;
            }
            let woven = quote.kind == QuoteKind::Scare && is_woven(doc, lexicon, quote);
            end = quote.marked.end();
            let tokens = doc.token_from(quote.marked.start())..doc.token_from(end);
            marks.quote(tokens.clone());
            if !woven {
                tops.push(Top { quote: q, tokens });
            }
        }
        let units = units(doc, quotes, &tops);
        let mut scene = Self { doc, tokens: &doc.tokens, lexicon, tops, units, marks, plain, named };
        let mut low = 0;
        while let Some(i) = scene.marks.next(low..doc.tokens.len(), marks::CAPITAL) {
            low = i + 1;
            if scene.can_be_name(i) {
                scene.marks.name(i);
            }
        }
        scene
    }

    #[inline]
    pub(super) fn token(&self, i: usize) -> Option<&'a Token> {
        self.tokens.get(i)
    }

    /// The characters of token `i`.
    #[inline]
    pub(super) fn word(&self, i: usize) -> &'t str {
        self.tokens.get(i).map_or("", |t| t.of(self.doc.text))
    }

    /// Whether token `i` ends in these letters.
    #[inline]
    pub(super) fn ends_in(&self, i: usize, end: &str) -> bool {
        self.tokens.get(i).is_some_and(|t| t.ends_in(self.doc.text, end))
    }

    /// Whether token `i` has the form of a participle, or of a past tense.
    pub(super) fn is_participle(&self, i: usize) -> bool {
        self.token(i).is_some_and(|t| t.span.len() > 4) && (self.ends_in(i, "ed") || self.ends_in(i, "ing"))
    }

    /// Whether token `i` is this word, in any case.
    #[inline]
    pub(super) fn is(&self, i: usize, word: &str) -> bool {
        self.tokens.get(i).is_some_and(|t| t.is(self.doc.text, word))
    }

    /// Whether token `i` is one of some fixed words, in any case.
    #[inline]
    pub(super) fn is_one(&self, i: usize, words: &OneOf<'_>) -> bool {
        self.tokens.get(i).is_some_and(|t| t.is_one(self.doc.text, words))
    }

    #[inline]
    pub(super) fn has(&self, i: usize, list: List) -> bool {
        self.tokens.get(i).is_some_and(|t| t.lists.has(list))
    }

    #[inline]
    pub(super) fn has_any(&self, i: usize, lists: ListSet) -> bool {
        self.tokens.get(i).is_some_and(|t| t.lists.any(lists))
    }

    #[inline]
    pub(super) fn is_quoted(&self, i: usize) -> bool {
        self.marks.has(i, marks::QUOTED)
    }

    #[inline]
    pub(super) fn is_word(&self, i: usize) -> bool {
        self.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Word)
    }

    #[inline]
    pub(super) fn is_lower(&self, i: usize) -> bool {
        self.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Word && !t.is_capitalised())
    }

    /// A capitalised word that is no function word and no time.
    #[inline]
    pub(super) fn is_capital(&self, i: usize) -> bool {
        // `agent Per Orr`
        let given = || self.has(i, List::GivenName) && i > 0 && self.is_lower(i - 1) && self.is_title_case(i + 1);
        self.marks.has(i, marks::CAPITAL) && (!self.has_any(i, SMALL) || given()) && !self.is_time(i)
    }

    fn is_title_case(&self, i: usize) -> bool {
        self.marks.has(i, marks::CAPITAL)
    }

    /// The named mention that token `i` belongs to.
    #[inline]
    pub(super) fn named(&self, i: usize) -> Option<Range<usize>> {
        let (a, z) = *self.named.get(i)?;
        (a < z).then_some(a as usize..z as usize)
    }

    /// A capitalised word that can be part of a name: not one whose capital only tells that a sentence begins.
    #[inline]
    pub(super) fn is_name(&self, i: usize) -> bool {
        self.marks.has(i, marks::NAME)
    }

    fn can_be_name(&self, i: usize) -> bool {
        if !self.is_capital(i) {
            return false;
        }
        // `the B sample`, `Vitamin D levels`: a letter alone is no name, but an initial is a part of one.
        if self.tokens[i].span.len() == 1 && self.is_lower(i + 1) && !(i > 0 && self.is_capital(i - 1)) {
            return false;
        }
        let listed = self.has(i, List::GivenName) || self.has(i, List::Surname);
        let plain = self.tokens[i].case == Case::Title;
        let alone = plain && !self.is_capital(i + 1) && !self.is_mark(i + 1, "-");
        let title = !alone && (self.has(i, List::Title) || self.has(i, List::SpeakerNoun));
        let doubtful = !listed && !title && (self.has(i, List::OrdinaryWord) || alone);
        !doubtful || self.named(i).is_some() || !self.begins_clause(i)
    }

    /// Whether a sentence, line or quotation begins with token `i`.
    fn begins_clause(&self, i: usize) -> bool {
        let Some(before) = i.checked_sub(1).and_then(|b| self.tokens.get(b)) else { return true };
        // After a quotation (`"Not yet," Park said`) the sentence goes on.
        let stop = i >= 2 && self.is_mark(i - 2, ".");
        let tag = self.is_quoted(i - 1) && !self.is_quoted(i) && !stop;
        if before.kind == TokenKind::Mark
            && !tag
            && !matches!(before.of(self.doc.text), "," | "-" | "&" | "(" | "/" | "$")
        {
            return true;
        }
        Span::new(before.span.end(), self.tokens[i].span.start()).of(self.doc.text).contains('\n')
    }

    /// Whether a line ends between tokens `a` and `b`.
    pub(super) fn is_line_between(&self, a: usize, b: usize) -> bool {
        let (Some(a), Some(b)) = (self.token(a), self.token(b)) else { return true };
        Span::new(a.span.end().min(b.span.start()), b.span.start()).of(self.doc.text).contains('\n')
    }

    /// A weekday, month or word of the day. Short forms (`may`, `sun`) are words of their own.
    #[inline]
    pub(super) fn is_time(&self, i: usize) -> bool {
        self.tokens.get(i).is_some_and(|t| t.lists.any(DATED)) && self.is_dated(i)
    }

    fn is_dated(&self, i: usize) -> bool {
        let Some(t) = self.tokens.get(i) else { return false };
        t.span.len() >= 4
            && (t.lists.has(List::Month)
                || t.lists.has(List::Weekday)
                || t.lists.has(List::DateWord) && matches!(self.date_word(i), "part" | "day"))
    }

    /// A stretch of time: `week`, `summer`.
    pub(super) fn is_grain(&self, i: usize) -> bool {
        self.has(i, List::DateWord) && matches!(self.date_word(i), "unit" | "season")
    }

    /// What the word at `i` is in an expression of time.
    fn date_word(&self, i: usize) -> &'a str {
        let token = self.tokens.get(i);
        token.and_then(|t| self.lexicon.entry_at(List::DateWord, t)).map_or("", |e| e.field(0))
    }

    /// An adverb that may stand between a subject and its verb.
    #[inline]
    pub(super) fn is_adverb(&self, i: usize) -> bool {
        self.tokens.get(i).is_some_and(|t| {
            t.kind == TokenKind::Word
                && (t.lists.has(List::Adverb)
                    || t.ends_in(self.doc.text, "ly")
                        && !t.is_capitalised()
                        && t.span.len() > 4
                        && !t.lists.has(List::SpeakerNoun)
                        && !t.lists.has(List::PlainNoun))
        })
    }

    #[inline]
    pub(super) fn is_mark(&self, i: usize, mark: &str) -> bool {
        self.tokens.get(i).is_some_and(|t| t.is_mark(self.doc.text, mark))
    }

    #[inline]
    pub(super) fn is_dash(&self, i: usize) -> bool {
        let spaced = |i: usize| {
            self.token(i).is_some_and(|t| t.space_before) && self.token(i + 1).is_none_or(|t| t.space_before)
        };
        self.token(i).is_some_and(|t| t.kind == TokenKind::Mark)
            && (self.is_one(i, one_of!["\u{2014}", "\u{2013}", "\u{2015}"]) || self.is_mark(i, "-") && spaced(i))
    }

    /// The bytes from the first of these tokens to the last.
    #[inline]
    pub(super) fn span(&self, tokens: Range<usize>) -> Span {
        match (self.tokens.get(tokens.start), tokens.end.checked_sub(1).and_then(|e| self.tokens.get(e))) {
            (Some(a), Some(z)) if tokens.start < tokens.end => a.span.to(z.span),
            _ => Span::default(),
        }
    }

    /// The last character between the marks.
    pub(super) fn last_char(&self, quote: &Quote) -> Option<char> {
        quote.span.of(self.doc.text).trim_end().chars().next_back()
    }

    /// Whether the reporter's sentence seems to go on after this quotation (`"We won," she said`).
    pub(super) fn expects_tag(&self, quote: &Quote) -> bool {
        self.last_char(quote).is_some_and(|c| matches!(c, ',' | '?' | '!' | '-' | '\u{2014}' | '\u{2013}'))
    }

    /// Whether a unit is nothing but quotation: no word outside, but for a note in brackets.
    pub(super) fn stands_alone(&self, unit: &Unit) -> bool {
        let mut depth = 0usize;
        for i in unit.tokens.clone().filter(|i| !self.is_quoted(*i)) {
            if self.is_mark(i, "(") {
                depth += 1;
            } else if self.is_mark(i, ")") {
                depth = depth.saturating_sub(1);
            } else if depth == 0 && self.tokens.get(i).is_some_and(|t| t.kind != TokenKind::Mark) {
                return false;
            }
        }
        true
    }

    /// The gaps around the quotations of a unit, put into `out`: before the first, between, after the last.
    pub(super) fn gaps(&self, unit: &Unit, out: &mut Vec<Range<usize>>) {
        out.clear();
        let mut at = unit.tokens.start;
        for top in &self.tops[unit.tops.clone()] {
            out.push(at..top.tokens.start.max(at));
            at = top.tokens.end;
        }
        out.push(at..unit.tokens.end.max(at));
    }
}

/// Whether a title or term stands within the words for a person: `the "Gravel Road" singer`.
fn is_woven(doc: &Document<'_>, lexicon: &Lexicon, quote: &Quote) -> bool {
    let (open, close) = (doc.token_at(quote.marked.start()), doc.token_from(quote.marked.end()));
    let led = open.checked_sub(1).and_then(|b| doc.tokens.get(b)).is_some_and(|t| t.lists.has(List::Determiner));
    let person = |i: usize| {
        let token = doc.tokens.get(i).filter(|t| !t.is_capitalised() && t.lists.has(List::SpeakerNoun));
        token.and_then(|t| lexicon.entry_at(List::SpeakerNoun, t)).is_some_and(|e| e.field(1) == "p")
    };
    led && (person(close) || person(close + 1))
}

fn units(doc: &Document<'_>, quotes: &[Quote], tops: &[Top]) -> Vec<Unit> {
    let mut out: Vec<Unit> = Vec::with_capacity(doc.sentences.len());
    let (mut top, mut first_top) = (0, 0);
    let mut start = 0;
    let mut begins = true;
    for i in 0..doc.sentences.len() {
        let end = doc.range_of(i).end;
        let next = doc.sentences.get(i + 1).map_or(usize::MAX, |s| s.span.start());
        while top < tops.len() && quotes[tops[top].quote].marked.start() < next {
            top += 1;
        }
        // A boundary inside a quotation is none here.
        let last = top.checked_sub(1).map(|t| &tops[t]);
        if next != usize::MAX && last.is_some_and(|t| t.tokens.end > end && t.tokens.start < end) {
            continue;
        }
        let paragraph = doc.paragraph_ends_after(i);
        // A closing mark that the cut left behind belongs to its quotation.
        let end = last.map_or(end, |t| if t.tokens.start < end { end.max(t.tokens.end) } else { end });
        if end > start {
            out.push(Unit { tokens: start..end, tops: first_top..top, begins_paragraph: begins });
            begins = paragraph;
            first_top = top;
            start = end;
        }
    }
    out
}

/// For each token, the tokens of the mention of an actor that it belongs to; empty where there is none.
fn named_tokens(doc: &Document<'_>, actors: &[Actor]) -> Vec<(u32, u32)> {
    let mut out = vec![(0, 0); doc.tokens.len()];
    for mention in actors.iter().flat_map(|a| &a.mentions) {
        let first = doc.token_at(mention.start());
        // A name is short.
        let beyond = doc.tokens[first..].iter().take_while(|t| t.span.start() < mention.end()).count();
        let end = first + beyond;
        if let (Ok(a), Ok(z)) = (u32::try_from(first), u32::try_from(end)) {
            out[first.min(end)..end].fill((a, z));
        }
    }
    out
}

/// Whether the quotation is counted as somebody's words.
pub(super) fn is_counted(kind: QuoteKind) -> bool {
    matches!(kind, QuoteKind::Direct | QuoteKind::Partial)
}
