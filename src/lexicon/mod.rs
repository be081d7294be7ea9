//! Word lists: plain text files that an editor can extend, compiled in, and the callers' own beside them.
//!
//! A list is one file under `src/lexicon/en/`. Its head (lines that begin with `#`) says what it lists and what its
//! fields mean. [`Lexicon::english`] holds all of them; [`Lexicon::with_list`] adds a caller's lines to one.

mod actors;
mod inflect;
mod list;
mod parse;
mod word_map;
mod words;

pub use crate::lexicon::list::{List, ListSet};

pub(crate) use crate::lexicon::inflect::is_form_of;
pub(crate) use crate::lexicon::word_map::folded_hash;
pub(crate) use crate::lexicon::words::{Sets, UNLISTED};

use crate::error::{Error, Repr};
use crate::lexicon::list::Form;
use crate::lexicon::words::Words;
use crate::text::fold::fold;
use crate::text::tag::Known;
use crate::text::token::{Token, TokenKind, tokens};

/// Where in a line or sentence a phrase of furniture stands.
const FURNITURE_PLACES: [&str; 5] = ["any", "end", "line", "related", "start"];

/// One line of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Entry {
    /// The list it belongs to.
    pub list: List,
    /// Its first field as written: the word or phrase (of a verb, the base form).
    pub text: String,
    /// Its further fields, trimmed; their meaning stands in the head of the list's file.
    pub fields: Vec<String>,
}

impl Entry {
    /// Field `i` (0 is the first after the word itself), or `""` if the line has no such field.
    #[must_use]
    pub fn field(&self, i: usize) -> &str {
        self.fields.get(i).map_or("", String::as_str)
    }
}

/// An entry found at a token.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Match<'l> {
    /// How many tokens it covers.
    pub len: usize,
    /// The entry's own number, as in [`Lexicon::entries_of`].
    pub id: u32,
    /// The entry.
    pub entry: &'l Entry,
}

/// The word lists in use. Built once, shared by reference; `Send + Sync`.
///
/// ```
/// use corroborate::{Lexicon, List};
/// let lexicon = Lexicon::english();
/// assert!(lexicon.has(List::ReportingVerb, "said"));
/// let lexicon = lexicon.with_list(List::ReportingVerb, "vouchsafe\n", "house.txt")?;
/// assert!(lexicon.has(List::ReportingVerb, "vouchsafed"));
/// # Ok::<(), corroborate::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Lexicon {
    words: Words,
    entries: Vec<Entry>,
}

impl Lexicon {
    /// A lexicon without any word.
    #[must_use]
    pub fn empty() -> Self {
        Self { words: Words::new(), entries: Vec::new() }
    }

    /// The lists that come with the crate. Cost: a few milliseconds; build it once.
    ///
    /// # Panics
    /// Never: a test parses every list that comes with the crate.
    #[must_use]
    pub fn english() -> Self {
        let mut lexicon = Self::empty();
        // Most words of any text are frequent ones.
        let frequent = parse::lines(List::OrdinaryWord.english(), "").flatten().map(|line| line.text);
        lexicon.words.reserve(&frequent.collect::<Vec<_>>());
        for &list in List::ALL {
            lexicon.add(list, list.english(), list.file()).expect("the crate's own lists are tested to parse");
        }
        lexicon.words.close();
        lexicon
    }

    /// The same with more lines in one list. `file` names them in an error.
    ///
    /// # Errors
    /// A line that is not of the list's form; the error names file and line.
    pub fn with_list(mut self, list: List, text: &str, file: &str) -> Result<Self, Error> {
        self.add(list, text, file)?;
        self.words.close();
        Ok(self)
    }

    /// The same with more reporting verbs: [`List::ReportingVerb`].
    ///
    /// # Errors
    /// As [`Lexicon::with_list`].
    pub fn with_reporting_verbs(self, text: &str) -> Result<Self, Error> {
        self.with_list(List::ReportingVerb, text, "reporting verbs")
    }

    /// The lists that hold the single, already folded word `key`, and those with a phrase that begins with it.
    #[must_use]
    pub fn lookup(&self, key: &str) -> (ListSet, ListSet) {
        let sets = self.words.sets(key);
        (sets.lists, sets.opens)
    }

    /// What a token keeps of a word as it is written: its number, to find it again without hashing it, and its lists.
    pub(crate) fn locate(&self, written: &str) -> (u32, Sets) {
        self.words.locate(written)
    }

    /// As [`Lexicon::locate`], of the word of ASCII letters and digits that is the first `len` bytes of `chunk`; `len` is
    /// less than 16.
    #[inline]
    pub(crate) fn locate_chunk(&self, chunk: u128, len: usize) -> (u32, Sets) {
        self.words.locate_chunk(chunk, len)
    }

    /// Whether an entry of several words may begin with `first` and the token after it; false for most others.
    pub(crate) fn may_begin(&self, text: &str, first: &Token, second: &Token) -> bool {
        let number = if second.kind == TokenKind::Word { second.word } else { self.words.number_of(second.of(text)) };
        self.words.may_begin(first.word, number)
    }

    /// Whether `list` holds this single word.
    #[must_use]
    pub fn has(&self, list: List, word: &str) -> bool {
        self.locate(word).1.lists.has(list)
    }

    /// The first entry of `list` that is this single word.
    #[must_use]
    pub fn entry(&self, list: List, word: &str) -> Option<&Entry> {
        self.entry_numbered(list, self.words.number_of(word))
    }

    fn entry_numbered(&self, list: List, number: u32) -> Option<&Entry> {
        self.words.entries(number, list).next().map(|id| &self.entries[id as usize])
    }

    /// As [`Lexicon::entry`], of a token that was cut with this lexicon: nothing is folded or hashed.
    pub(crate) fn entry_at(&self, list: List, token: &Token) -> Option<&Entry> {
        if token.lists.has(list) { self.entry_numbered(list, token.word) } else { None }
    }

    /// What the tagger knows of the word of a token that was cut with this lexicon: worked out when it is first met.
    pub(crate) fn known(&self, token: &Token, read: impl FnOnce(&Token) -> Known) -> Known {
        match self.words.known(token.word) {
            Some(place) => *place.get_or_init(|| read(token)),
            None => read(token),
        }
    }

    /// The first entry of `list` that is this already folded phrase, its words parted by single spaces.
    #[must_use]
    pub fn phrase(&self, list: List, phrase: &str) -> Option<&Entry> {
        self.phrase_id(list, phrase).map(|id| &self.entries[id as usize])
    }

    /// As [`Lexicon::phrase`]: the entry's own number, as in [`Lexicon::entries_of`].
    #[must_use]
    pub fn phrase_id(&self, list: List, phrase: &str) -> Option<u32> {
        let mut parts = phrase.split(' ');
        let first = self.words.number(parts.next()?);
        let rest: Vec<&str> = parts.collect();
        if rest.is_empty() {
            self.words.entries(first, list).next()
        } else {
            self.words.phrase(first, list, &rest).next()
        }
    }

    /// Every entry of `list` that is this already folded phrase, of one word or several and cut as a text is
    /// (`co-pilot`), each with a number that is its own.
    #[must_use]
    pub fn lines_of(&self, list: List, phrase: &str) -> Vec<(u32, &Entry)> {
        let parts: Vec<&str> = tokens(phrase, self).iter().map(|t| t.of(phrase)).collect();
        let Some((first, rest)) = parts.split_first() else { return Vec::new() };
        let first = self.words.number(first);
        let single = self.words.entries(first, list).filter(|_| rest.is_empty());
        single.chain(self.words.phrase(first, list, rest)).map(|id| (id, &self.entries[id as usize])).collect()
    }

    /// Every entry of `list` that is this single, already folded word, each with a number that is its own.
    pub fn entries_of(&self, list: List, key: &str) -> impl Iterator<Item = (u32, &Entry)> {
        self.words.entries(self.words.number(key), list).map(|id| (id, &self.entries[id as usize]))
    }

    /// As [`Lexicon::entry`], of a word that is folded already.
    #[must_use]
    pub fn entry_of(&self, list: List, folded: &str) -> Option<&Entry> {
        self.entry_numbered(list, self.words.number(folded))
    }

    /// The longest entry of [`List::NameEnding`], of up to `longest` bytes, that an already folded word ends in; never the
    /// whole word.
    pub(crate) fn name_ending(&self, folded: &str, longest: usize) -> Option<&Entry> {
        let from = folded.len().saturating_sub(longest).max(1);
        let ends =
            (from..folded.len().saturating_sub(1)).filter(|&at| self.words.may_end_names(&folded.as_bytes()[at..]));
        ends.filter_map(|at| folded.get(at..)).find_map(|end| self.entry_of(List::NameEnding, end))
    }

    /// Every entry of one list, in the order of the file.
    pub fn entries(&self, list: List) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(move |e| e.list == list)
    }

    /// The longest entry of `list`, of one word or several, that begins at token `i` of `tokens`, which were cut with
    /// this lexicon and stand side by side: a token keeps where its word is listed, and whether a phrase may begin with
    /// it and the next.
    ///
    /// Cost: constant for a token that no entry begins with.
    #[must_use]
    #[inline]
    pub fn match_at(&self, list: List, text: &str, tokens: &[Token], i: usize) -> Option<Match<'_>> {
        let token = tokens.get(i)?;
        if token.may_open(list) { self.longest_at(list, text, tokens, i, token) } else { None }
    }

    fn longest_at(&self, list: List, text: &str, tokens: &[Token], i: usize, token: &Token) -> Option<Match<'_>> {
        let (len, id) = self.words.longest(list, text, token, tokens.get(i + 1..).unwrap_or(&[]))?;
        Some(Match { len, id, entry: &self.entries[id as usize] })
    }

    /// Adds the lines of a list; their words are found once [`Words::close`] is called.
    fn add(&mut self, list: List, text: &str, file: &str) -> Result<(), Error> {
        let cutter = Self::empty();
        for line in parse::lines(text, file) {
            let line = line?;
            let allowed: Option<&[&str]> = match list {
                List::Furniture => Some(&FURNITURE_PLACES),
                List::Actor => Some(&actors::KINDS),
                _ => None,
            };
            let second = line.fields.first().map_or("", String::as_str);
            if let Some(allowed) = allowed.filter(|allowed| !allowed.contains(&second)) {
                let message = format!("the second field is none of {}", allowed.join(", "));
                return Err(Repr::Lexicon { file: file.to_owned(), line: line.number, message }.into());
            }
            let id = u32::try_from(self.entries.len()).unwrap_or(u32::MAX);
            let forms = match list.form() {
                Form::Aliases => {
                    let aliases = line.fields.first().map_or("", String::as_str).split(',').map(str::trim);
                    std::iter::once(line.text.as_str())
                        .chain(aliases.filter(|a| !a.is_empty()))
                        .map(str::to_owned)
                        .collect()
                }
                Form::Plain => vec![line.text.clone()],
                Form::Actors => {
                    let others = line.fields.iter().skip(1).filter(|f| f.contains(char::is_alphanumeric));
                    // `the Trust` is found without its article.
                    let bare = |name: &String| name.trim_start_matches("the ").trim_start_matches("The ").to_owned();
                    std::iter::once(&line.text).chain(others).map(bare).collect()
                }
                Form::Names => {
                    let names = line.fields.iter().filter(|f| f.contains(char::is_alphanumeric));
                    std::iter::once(&line.text).chain(names).cloned().collect()
                }
                Form::Noun => inflect::noun_forms(&line.text, line.fields.first().map_or("", String::as_str)),
                // Fields after the second have a meaning of their own.
                Form::Verb => inflect::verb_forms(&line.text, line.fields.get(..2).unwrap_or(&line.fields)),
                Form::Group => inflect::group_forms(std::iter::once(&line.text).chain(&line.fields)),
                Form::Sides => inflect::group_forms(line.fields.iter()),
            };
            for form in forms {
                self.add_form(list, &form, id, &cutter);
            }
            self.entries.push(Entry { list, text: line.text, fields: line.fields });
        }
        Ok(())
    }

    fn add_form(&mut self, list: List, form: &str, id: u32, cutter: &Self) {
        let parts = tokens(form, cutter);
        let parts = parts.iter().map(|t| match t.kind {
            TokenKind::Word | TokenKind::Possessive => fold(t.of(form)).into_boxed_str(),
            _ => t.of(form).into(),
        });
        self.words.add(list, id, parts);
    }
}

#[cfg(test)]
mod tests;
