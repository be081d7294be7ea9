//! The terms that claims are compared by: stems, groups of synonyms, and how common each word is in general.

use crate::lexicon::{Lexicon, List};
use crate::text::fold::fold_into;
use crate::text::span::Span;
use crate::text::token::{Token, TokenKind};
use foldhash::fast::FixedState;
use rust_stemmers::{Algorithm, Stemmer};
use std::collections::HashMap;
use std::rc::Rc;

/// A stem or a synonym group, by number.
pub(super) type TermId = u32;

/// How alike two words of one stem are, and two of one group of synonyms.
pub(super) const SAME_STEM: f32 = 1.0;
pub(super) const ONE_GROUP: f32 = 0.8;

/// Numbers of synonym groups begin here; stems lie below.
const GROUPS: TermId = 1 << 30;

/// One content word of a text.
#[derive(Debug, Clone)]
pub(super) struct Term {
    /// Its stem.
    pub(super) stem: TermId,
    /// The synonym groups it belongs to, sorted; kept once for every place of the word.
    pub(super) groups: Rc<[TermId]>,
    /// How telling the word is in general: 1, or less for common words.
    pub(super) base: f32,
    /// Whether it is capitalised (a name, most likely) or a number.
    pub(super) named: bool,
    /// Whether it is a date or an amount, and not a word.
    pub(super) value: bool,
    /// Where it stands.
    pub(super) span: Span,
}

impl Term {
    /// The stem and the groups.
    pub(super) fn keys(&self) -> impl Iterator<Item = TermId> + '_ {
        std::iter::once(self.stem).chain(self.groups.iter().copied())
    }

    /// How far the two mean the same: 1 for one stem, less for one group.
    pub(super) fn likeness(&self, other: &Self) -> f32 {
        if self.stem == other.stem {
            SAME_STEM
        } else if !self.groups.is_empty() && self.groups.iter().any(|g| other.groups.contains(g)) {
            ONE_GROUP
        } else {
            0.0
        }
    }
}

/// What is known of a folded word.
#[derive(Clone)]
struct Known {
    /// `None` for a word that is left out.
    stem: Option<TermId>,
    groups: Rc<[TermId]>,
    base: f32,
}

/// Numbers stems in the order in which they are met.
pub(super) struct Vocabulary<'l> {
    lexicon: &'l Lexicon,
    stemmer: Stemmer,
    stems: HashMap<Box<str>, TermId, FixedState>,
    words: HashMap<Box<str>, Known, FixedState>,
    /// No groups at all.
    none: Rc<[TermId]>,
    key: String,
}

impl<'l> Vocabulary<'l> {
    pub(super) fn new(lexicon: &'l Lexicon) -> Self {
        Self {
            lexicon,
            stemmer: Stemmer::create(Algorithm::English),
            stems: HashMap::with_hasher(FixedState::with_seed(1)),
            words: HashMap::with_hasher(FixedState::with_seed(2)),
            none: Rc::from([]),
            key: String::new(),
        }
    }

    /// The content words of `tokens`, in order. Cost: O(tokens).
    pub(super) fn terms(&mut self, text: &str, tokens: &[Token]) -> Vec<Term> {
        let mut out = Vec::with_capacity(tokens.len() / 2 + 1);
        let mut i = 0;
        while i < tokens.len() {
            let token = &tokens[i];
            if token.opens.has(List::Synonym) {
                if let Some(m) = self.lexicon.match_at(List::Synonym, text, tokens, i).filter(|m| m.len > 1) {
                    let group = GROUPS + m.id;
                    let span = token.span.to(tokens[i + m.len - 1].span);
                    out.push(Term {
                        stem: group,
                        groups: Rc::from([group]),
                        base: 1.0,
                        named: false,
                        value: false,
                        span,
                    });
                    i += m.len;
                    continue;
                }
            }
            i += 1;
            match token.kind {
                TokenKind::Number => {
                    self.key.clear();
                    self.key.extend(token.of(text).chars().filter(|c| *c != ','));
                    let stem = self.number_of_key();
                    out.push(Term {
                        stem,
                        groups: self.none.clone(),
                        base: 1.0,
                        named: true,
                        value: true,
                        span: token.span,
                    });
                }
                TokenKind::Word => {
                    let known = self.known(text, token);
                    if let Some(stem) = known.stem {
                        let named = token.is_capitalised() && known.base >= 1.0;
                        out.push(Term {
                            stem,
                            groups: known.groups,
                            base: known.base,
                            named,
                            value: false,
                            span: token.span,
                        });
                    }
                }
                TokenKind::Possessive | TokenKind::Mark => {}
            }
        }
        out
    }

    /// The term of a typed value (a date, an amount with its unit), written as a key that no word can be.
    pub(super) fn value(&mut self, key: &str, base: f32, span: Span) -> Term {
        self.key.clear();
        self.key.push_str(key);
        Term { stem: self.number_of_key(), groups: self.none.clone(), base, named: true, value: true, span }
    }

    fn number_of_key(&mut self) -> TermId {
        if let Some(&id) = self.stems.get(self.key.as_str()) {
            return id;
        }
        let id = TermId::try_from(self.stems.len()).unwrap_or(GROUPS - 1).min(GROUPS - 1);
        self.stems.insert(self.key.as_str().into(), id);
        id
    }

    fn known(&mut self, text: &str, token: &Token) -> Known {
        self.key.clear();
        fold_into(token.of(text), &mut self.key);
        if let Some(known) = self.words.get(self.key.as_str()) {
            return known.clone();
        }
        let word: Box<str> = self.key.as_str().into();
        let common = self.lexicon.entries_of(List::CommonWord, &word).next().map(|(_, e)| e.field(0));
        let known = if common == Some("stop") || word.chars().count() < 2 {
            Known { stem: None, groups: self.none.clone(), base: 0.0 }
        } else {
            // `stolen`, `took`: the verb's base form brings its forms together where a stemmer cannot.
            let lemma = crate::text::tag::lemma(&word, self.lexicon);
            let mut groups: Vec<TermId> = [&*word, lemma.as_str()]
                .into_iter()
                .flat_map(|w| self.lexicon.entries_of(List::Synonym, w))
                .map(|(id, _)| GROUPS + id)
                .collect();
            groups.sort_unstable();
            groups.dedup();
            let irregular = self.lexicon.entry(List::Verb, &word).is_some_and(|e| !shares_stem(&e.text, &word));
            self.key = self.stemmer.stem(if irregular { &lemma } else { &word }).into_owned();
            let base = if common == Some("light") { 0.35 } else { 1.0 };
            let groups = if groups.is_empty() { self.none.clone() } else { Rc::from(groups) };
            Known { stem: Some(self.number_of_key()), groups, base }
        };
        self.words.insert(word, known.clone());
        known
    }
}

/// Whether a form of a verb begins as the verb does, so that a stemmer brings the two together (`walked`, not `took`).
fn shares_stem(verb: &str, form: &str) -> bool {
    let same = verb.chars().zip(form.chars()).take_while(|(a, b)| a == b).count();
    same + 1 >= verb.chars().count()
}

#[cfg(test)]
mod tests {
    use super::Vocabulary;
    use crate::lexicon::{Lexicon, List};
    use crate::text::token::tokens;

    /// Words that exclude each other would be taken for a match, and no difference seen, if a line of synonyms held both.
    #[test]
    fn no_synonyms_exclude_each_other() {
        let lexicon = Lexicon::english();
        let groups = |w: &str| lexicon.entries_of(List::Synonym, w.trim()).map(|(id, _)| id).collect::<Vec<_>>();
        let mut both = Vec::new();
        for line in lexicon.entries(List::ExclusiveWord) {
            for (i, side) in line.fields.iter().enumerate() {
                for other in line.fields.iter().skip(i + 1) {
                    for (a, b) in side.split(',').flat_map(|a| other.split(',').map(move |b| (a, b))) {
                        if groups(a).iter().any(|g| groups(b).contains(g)) {
                            both.push(format!("{a} /{b}"));
                        }
                    }
                }
            }
        }
        assert!(both.is_empty(), "{both:?}");
    }

    #[test]
    fn stems_and_groups_bring_words_together() {
        let lexicon = Lexicon::english();
        let mut vocabulary = Vocabulary::new(&lexicon);
        let mut terms = |s: &str| vocabulary.terms(s, &tokens(s, &lexicon));
        let (a, b) = (terms("The minister resigned"), terms("ministers will step down"));
        assert_eq!(a.len(), 2);
        assert_eq!(b.len(), 2);
        assert!(a[0].likeness(&b[0]) > 0.99);
        assert!(a[1].likeness(&b[1]) > 0.5);
        assert!(a[0].likeness(&b[1]) < 0.01);
    }
}
