//! What the finders of claims share: the document, its tags, and what the earlier stages found, ready to be asked.

use crate::claim::Extraction;
use crate::claim::clause::assemble::LONGEST;
use crate::claim::polarity;
use crate::claim::quote::QuoteKind;
use crate::lexicon::{Entry, Lexicon, List, ListSet};
use crate::text::document::Document;
use crate::text::one_of::OneOf;
use crate::text::span::Span;
use crate::text::tag::{Tag, lemma_at, tags};
use crate::text::token::{Token, TokenKind};
use foldhash::fast::FixedState;
use std::collections::HashMap;

/// What the word of a token may tell of its clause: asked of every word of every clause, and of some clauses more than
/// once, so that it is worked out beforehand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Stands(u8);

impl Stands {
    /// That it denies.
    pub(crate) const DENIES: u8 = 1;
    /// That it is put forward with reserve.
    pub(crate) const HEDGES: u8 = 2;
    /// That it judges or interprets.
    pub(crate) const COMMENTS: u8 = 4;
    /// That a name, a value or a partial quotation goes on into it.
    pub(crate) const CONTINUES: u8 = 8;
    /// That one goes on beyond it.
    pub(crate) const GOES_ON: u8 = 16;

    #[inline]
    fn of(text: &str, token: &Token, tag: Tag) -> Self {
        const TELLING: ListSet =
            ListSet::one(List::Negation).or(ListSet::one(List::Hedge)).or(ListSet::one(List::Commentary));
        // Most words tell nothing.
        let listed = token.lists.any(TELLING) || token.may_begin && token.opens.any(TELLING);
        if !listed && tag != Tag::Modal && !token.shape.may_end_in(b't') {
            return Self(0);
        }
        let denies = tag != Tag::Mark && (token.may_open(List::Negation) || polarity::is_contracted(token.bytes(text)));
        let hedges = tag == Tag::Modal || token.may_open(List::Hedge);
        let comments = token.may_open(List::Commentary);
        Self(u8::from(denies) | u8::from(hedges) << 1 | u8::from(comments) << 2)
    }
}

/// A document ready for its claims to be found.
pub(crate) struct Scene<'a> {
    pub(crate) doc: &'a Document<'a>,
    pub(crate) found: &'a Extraction,
    pub(crate) lexicon: &'a Lexicon,
    /// One a token.
    pub(crate) tags: Vec<Tag>,
    /// For each token, whether it stands in a direct quotation (its marks included): no part of a clause.
    pub(crate) quoted: Vec<bool>,
    /// For each token, what a clause that holds it is asked about it.
    stands: Vec<Stands>,
    /// The actors' indices by their ids.
    actors: HashMap<&'a str, usize, FixedState>,
    /// Every mention of every actor, by name or role, in text order, with the actor's index.
    mentions: Vec<(Span, usize)>,
    /// For each token, and for the end, how many of the mentions begin before it.
    mentions_before: Vec<u32>,
    /// The length of the longest mention: how far back a mention that covers a place may begin.
    longest: usize,
}

impl<'a> Scene<'a> {
    pub(crate) fn new(doc: &'a Document<'a>, found: &'a Extraction, lexicon: &'a Lexicon) -> Self {
        let count = found.actors.iter().map(|a| a.mentions.len() + a.nominal_mentions.len()).sum();
        let mut mentions: Vec<(Span, usize)> = Vec::with_capacity(count);
        for (i, a) in found.actors.iter().enumerate() {
            mentions.extend(a.mentions.iter().chain(&a.nominal_mentions).map(|m| (*m, i)));
        }
        mentions.sort_unstable();
        let longest = mentions.iter().map(|m| m.0.len()).max().unwrap_or(0);
        let mut mentions_before: Vec<u32> = Vec::with_capacity(doc.tokens.len() + 1);
        for (n, (span, _)) in (0u32..).zip(&mentions) {
            let end = doc.token_at(span.start()) + 1;
            if mentions_before.len() < end {
                mentions_before.resize(end, n);
            }
        }
        mentions_before.resize(doc.tokens.len() + 1, u32::try_from(mentions.len()).unwrap_or(u32::MAX));
        let tags = tags(doc, lexicon);
        let mut scene = Self {
            doc,
            found,
            lexicon,
            stands: doc.tokens.iter().zip(&tags).map(|(t, tag)| Stands::of(doc.text, t, *tag)).collect(),
            tags,
            quoted: vec![false; doc.tokens.len()],
            actors: found.actors.iter().enumerate().map(|(i, a)| (a.id.as_str(), i)).collect(),
            mentions,
            mentions_before,
            longest,
        };
        for q in found.quotes.iter().filter(|q| q.kind == QuoteKind::Direct) {
            for part in q.stretches() {
                scene.shut(*part);
            }
        }
        scene.hold_together();
        scene
    }

    /// Marks the tokens within names, values and partial quotations: a claim neither begins nor ends there.
    fn hold_together(&mut self) {
        let Self { doc, found, mentions, stands, .. } = self;
        let partial = found.quotes.iter().filter(|q| q.kind == QuoteKind::Partial).map(|q| q.marked);
        let partial = partial.filter(|marked| marked.len() < LONGEST);
        let values = found.dates.iter().map(|d| d.span).chain(found.quantities.iter().map(|q| q.span));
        for span in mentions.iter().map(|m| m.0).chain(values).chain(partial) {
            let first = doc.token_at(span.start());
            let inside = doc.tokens[first..].iter().take_while(|t| t.span.start() < span.end());
            for (t, stands) in inside.zip(&mut stands[first..]) {
                stands.0 |= u8::from(t.span.start() > span.start()) * Stands::CONTINUES;
                stands.0 |= u8::from(t.span.end() < span.end()) * Stands::GOES_ON;
            }
        }
    }

    /// Marks the tokens of `part`, and the quotation marks right around it, as quoted.
    fn shut(&mut self, part: Span) {
        let first = self.doc.token_at(part.start());
        let mut i = first;
        while self.doc.tokens.get(i).is_some_and(|t| t.span.start() < part.end()) {
            self.quoted[i] = true;
            i += 1;
        }
        for k in [first.checked_sub(1), Some(i)].into_iter().flatten() {
            if self.doc.tokens.get(k).is_some_and(|t| self.is_quotation_mark(t)) {
                self.quoted[k] = true;
            }
        }
    }

    fn is_quotation_mark(&self, t: &Token) -> bool {
        t.kind == TokenKind::Mark
            && t.of(self.doc.text).starts_with(['"', '“', '”', '„', '‘', '’', '\'', '«', '»', '`'])
    }

    /// The words of token `i`.
    pub(crate) fn word(&self, i: usize) -> &'a str {
        self.doc.tokens.get(i).map_or("", |t| t.of(self.doc.text))
    }

    /// Whether token `i` is `word` in any case.
    #[inline]
    pub(crate) fn is(&self, i: usize, word: &str) -> bool {
        self.doc.tokens.get(i).is_some_and(|t| t.is(self.doc.text, word))
    }

    /// Whether token `i` is one of some fixed words in any case.
    #[inline]
    pub(crate) fn is_one(&self, i: usize, words: &OneOf<'_>) -> bool {
        self.doc.tokens.get(i).is_some_and(|t| t.is_one(self.doc.text, words))
    }

    /// Whether token `i` is one of `words` in any case.
    #[inline]
    pub(crate) fn is_any(&self, i: usize, words: &[&str]) -> bool {
        self.doc.tokens.get(i).is_some_and(|t| t.is_any(self.doc.text, words))
    }

    /// Whether token `i` is an entry of `list`.
    pub(crate) fn has(&self, i: usize, list: List) -> bool {
        self.doc.tokens.get(i).is_some_and(|t| t.lists.has(list))
    }

    /// The first entry of `list` that is the word at token `i`.
    pub(crate) fn entry(&self, i: usize, list: List) -> Option<&'a Entry> {
        self.doc.tokens.get(i).and_then(|t| self.lexicon.entry_at(list, t))
    }

    /// Whether token `i` may tell `what` of its clause, one of the constants of [`Stands`].
    pub(crate) fn may_tell(&self, i: usize, what: u8) -> bool {
        self.stands.get(i).is_some_and(|s| s.0 & what != 0)
    }

    /// The base form of the verb at token `i`.
    pub(crate) fn lemma(&self, i: usize) -> String {
        self.doc.tokens.get(i).map_or_else(String::new, |t| lemma_at(self.doc.text, t, self.lexicon))
    }

    /// The tag of token `i`.
    pub(crate) fn tag(&self, i: usize) -> Tag {
        self.tags.get(i).copied().unwrap_or(Tag::Mark)
    }

    /// The bytes of tokens `first` to `last`, both included.
    pub(crate) fn span(&self, first: usize, last: usize) -> Span {
        match (self.doc.tokens.get(first), self.doc.tokens.get(last)) {
            (Some(a), Some(b)) if first <= last => a.span.to(b.span),
            _ => Span::default(),
        }
    }

    /// The tokens that stand in `span`.
    pub(crate) fn tokens_in(&self, span: Span) -> std::ops::Range<usize> {
        let first = self.doc.token_at(span.start());
        let end = self.doc.token_from(span.end());
        first..end.max(first)
    }

    /// The index of the actor with this id.
    pub(crate) fn actor(&self, id: &str) -> Option<usize> {
        self.actors.get(id).copied()
    }

    /// How many mentions begin before the byte at `offset`: mentions begin with a token.
    fn mentions_before(&self, offset: usize) -> usize {
        self.mentions_before.get(self.doc.token_from(offset)).map_or(self.mentions.len(), |n| *n as usize)
    }

    /// The mentions of actors that stand in `span`, with the actors' indices.
    pub(crate) fn mentions_in(&self, span: Span) -> impl Iterator<Item = (Span, usize)> + '_ {
        self.mentions_from(self.mentions_before(span.start()), span)
    }

    /// As [`Scene::mentions_in`], of the span of tokens `first` to `last`, both included.
    pub(crate) fn mentions_of(&self, first: usize, last: usize) -> impl Iterator<Item = (Span, usize)> + '_ {
        let before = self.mentions_before.get(first).map_or(self.mentions.len(), |n| *n as usize);
        self.mentions_from(before, self.span(first, last))
    }

    /// Those from the `first` mention on that stand in `span`.
    fn mentions_from(&self, first: usize, span: Span) -> impl Iterator<Item = (Span, usize)> + '_ {
        self.mentions
            .get(first..)
            .unwrap_or(&[])
            .iter()
            .take_while(move |m| m.0.start() < span.end())
            .filter(move |m| span.covers(m.0))
            .copied()
    }

    /// The mention that covers the byte at `offset`.
    pub(crate) fn mention_at(&self, offset: usize) -> Option<(Span, usize)> {
        self.mention_among(self.mentions_before(offset + 1), offset)
    }

    /// The mention that covers the first byte of token `i`.
    pub(crate) fn mention_over(&self, i: usize) -> Option<(Span, usize)> {
        let end = self.mentions_before.get(i + 1).map_or(self.mentions.len(), |n| *n as usize);
        self.mention_among(end, self.doc.tokens.get(i)?.span.start())
    }

    /// The mention that covers the byte at `offset`, of those before the mention `end`.
    fn mention_among(&self, end: usize, offset: usize) -> Option<(Span, usize)> {
        let near = self.mentions.get(..end)?.iter().rev().take(16);
        let longest = self.longest;
        near.take_while(|m| m.0.start() + longest > offset).find(|m| m.0.contains(offset)).copied()
    }

    /// The indices of the dates in `span`.
    pub(crate) fn dates_in(&self, span: Span) -> std::ops::Range<usize> {
        let dates = &self.found.dates;
        let first = dates.partition_point(|d| d.span.start() < span.start());
        let end = dates.partition_point(|d| d.span.start() < span.end());
        first..end.max(first)
    }

    /// The indices of the quantities in `span`.
    pub(crate) fn quantities_in(&self, span: Span) -> std::ops::Range<usize> {
        let quantities = &self.found.quantities;
        let first = quantities.partition_point(|q| q.span.start() < span.start());
        let end = quantities.partition_point(|q| q.span.start() < span.end());
        first..end.max(first)
    }
}
