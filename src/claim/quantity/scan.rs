//! The tokens of one sentence, asked by index without fear of its edges.

use crate::lexicon::{Entry, Lexicon, List, ListSet};
use crate::text::fold::fold;
use crate::text::one_of::OneOf;
use crate::text::token::{Case, Token, TokenKind};
use std::ops::Range;

/// One sentence of a document.
#[derive(Clone, Copy)]
pub(super) struct Scan<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
    /// The sentence's own.
    own: &'a [Token],
    pub(super) lexicon: &'a Lexicon,
    /// The sentence's first token.
    pub(super) start: usize,
    /// One past its last token.
    pub(super) end: usize,
}

impl<'a> Scan<'a> {
    /// Over the sentence of the tokens in `range`.
    pub(super) fn new(text: &'a str, tokens: &'a [Token], lexicon: &'a Lexicon, range: Range<usize>) -> Self {
        let own = tokens.get(range.clone()).unwrap_or(&[]);
        Self { text, tokens, own, lexicon, start: range.start, end: range.end }
    }

    #[inline]
    pub(super) fn get(&self, i: usize) -> Option<&'a Token> {
        // A token before the sentence is as far beyond its end.
        self.own.get(i.wrapping_sub(self.start))
    }

    /// The text of token `i`, or nothing outside the sentence.
    pub(super) fn word(&self, i: usize) -> &'a str {
        self.get(i).map_or("", |t| t.of(self.text))
    }

    /// Whether token `i` is this word, in any case.
    #[inline]
    pub(super) fn is(&self, i: usize, word: &str) -> bool {
        self.get(i).is_some_and(|t| t.is(self.text, word))
    }

    #[inline]
    pub(super) fn is_one(&self, i: usize, words: &OneOf<'_>) -> bool {
        self.get(i).is_some_and(|t| t.is_one(self.text, words))
    }

    #[inline]
    pub(super) fn is_any(&self, i: usize, words: &[&str]) -> bool {
        self.get(i).is_some_and(|t| t.is_any(self.text, words))
    }

    pub(super) fn kind(&self, i: usize) -> Option<TokenKind> {
        self.get(i).map(|t| t.kind)
    }

    pub(super) fn is_word(&self, i: usize) -> bool {
        self.kind(i) == Some(TokenKind::Word)
    }

    pub(super) fn is_number(&self, i: usize) -> bool {
        self.kind(i) == Some(TokenKind::Number)
    }

    /// The punctuation mark or symbol at `i`.
    pub(super) fn mark(&self, i: usize) -> Option<char> {
        match self.get(i) {
            Some(t) if t.kind == TokenKind::Mark => match *t.bytes(self.text) {
                [mark] => Some(char::from(mark)),
                _ => t.of(self.text).chars().next(),
            },
            _ => None,
        }
    }

    #[inline]
    pub(super) fn is_mark(&self, i: usize, marks: &[char]) -> bool {
        self.kind(i) == Some(TokenKind::Mark) && self.mark(i).is_some_and(|m| marks.contains(&m))
    }

    /// Whether token `i` stands directly after the one before it.
    pub(super) fn glued(&self, i: usize) -> bool {
        i > self.start && self.get(i).is_some_and(|t| !t.space_before)
    }

    pub(super) fn is_capitalised(&self, i: usize) -> bool {
        self.get(i).is_some_and(|t| t.kind == TokenKind::Word && t.is_capitalised())
    }

    pub(super) fn is_upper(&self, i: usize) -> bool {
        self.get(i).is_some_and(|t| t.case == Case::Upper)
    }

    pub(super) fn lists(&self, i: usize) -> ListSet {
        self.get(i).map_or(ListSet::EMPTY, |t| t.lists)
    }

    pub(super) fn has(&self, i: usize, list: List) -> bool {
        self.lists(i).has(list)
    }

    /// The longest entry of `list` at `i` within the sentence, with its length in tokens; symbols count too.
    pub(super) fn entry(&self, list: List, i: usize) -> Option<(usize, &'a Entry)> {
        let token = self.get(i)?;
        if token.kind == TokenKind::Mark {
            return self.lexicon.entries_of(list, token.of(self.text)).next().map(|(_, e)| (1, e));
        }
        let found = self.lexicon.match_at(list, self.text, self.tokens, i).map(|m| (m.len, m.entry));
        found.filter(|(len, _)| i + len <= self.end)
    }

    /// The entry of `list` that is token `i` alone.
    pub(super) fn single(&self, list: List, i: usize) -> Option<&'a Entry> {
        self.get(i).and_then(|t| self.lexicon.entry_at(list, t))
    }

    /// The longest entry of `list` that ends right before token `i`: where it begins, and the entry.
    pub(super) fn entry_before(&self, list: List, i: usize, longest: usize) -> Option<(usize, &'a Entry)> {
        (1..=longest).rev().find_map(|len| self.entry_ending(list, i, len))
    }

    /// The entry of `list` of `len` tokens that ends right before token `i`: where it begins, and the entry.
    pub(super) fn entry_ending(&self, list: List, i: usize, len: usize) -> Option<(usize, &'a Entry)> {
        let j = i.checked_sub(len)?;
        let token = self.get(j)?;
        if token.kind != TokenKind::Mark && !token.may_open(list) {
            return None;
        }
        self.entry(list, j).filter(|(n, _)| *n == len).map(|(_, e)| (j, e))
    }

    /// The sort and value of a number word.
    pub(super) fn number_word(&self, i: usize) -> Option<(Sort, f64)> {
        let entry = self.single(List::NumberWord, i)?;
        Some((Sort::of(entry.field(0))?, entry.field(1).parse().ok()?))
    }

    /// Whether most words of the sentence have a capital: a headline, where capitals mark no names.
    pub(super) fn is_upper_sentence(&self) -> bool {
        let (mut words, mut capitals) = (0, 0);
        for i in self.start..self.end.min(self.start + 40) {
            if self.is_word(i) && self.word(i).len() > 3 {
                words += 1;
                capitals += usize::from(self.is_capitalised(i));
            }
        }
        words > 3 && capitals * 4 >= words * 3
    }

    pub(super) fn folded(&self, i: usize) -> String {
        fold(self.word(i))
    }
}

/// What a number word does; the sorts of `number_words.txt`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    Digit,
    Teen,
    Tens,
    Scale,
    Abbreviation,
    Short,
    Group,
    Some,
    Many,
    Part,
}

impl Sort {
    fn of(name: &str) -> Option<Self> {
        Some(match name {
            "digit" => Self::Digit,
            "teen" => Self::Teen,
            "tens" => Self::Tens,
            "scale" => Self::Scale,
            "abbreviation" => Self::Abbreviation,
            "short" => Self::Short,
            "group" => Self::Group,
            "some" => Self::Some,
            "many" => Self::Many,
            "part" => Self::Part,
            _ => return None,
        })
    }
}
