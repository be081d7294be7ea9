//! Word lists: plain text files that an editor can extend, compiled in, and the callers' own beside them.
//!
//! A list is one file under `src/lexicon/en/`. Its head (lines that begin with `#`) says what it lists and what its
//! fields mean. [`Lexicon::english`] holds all of them; [`Lexicon::with_list`] adds a caller's lines to one.

mod actors;
mod inflect;
mod parse;
mod word_map;
mod words;

pub(crate) use crate::lexicon::inflect::is_form_of;
pub(crate) use crate::lexicon::word_map::folded_hash;
pub(crate) use crate::lexicon::words::{Sets, UNLISTED};

use crate::error::{Error, Repr};
use crate::lexicon::words::Words;
use crate::text::fold::fold;
use crate::text::tag::Known;
use crate::text::token::{Token, TokenKind, tokens};

/// Declares the lists: name, file, and whether the entries are nouns or verbs whose regular forms are derived.
macro_rules! lists {
    ($($(#[$doc:meta])* $name:ident $file:literal $form:ident;)*) => {
        /// One word list of the lexicon.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        #[repr(u8)]
        pub enum List { $($(#[$doc])* $name,)* }

        impl List {
            /// Every list, in order.
            pub const ALL: &'static [List] = &[$(List::$name,)*];

            /// The name of the file that holds it, under `src/lexicon/en/`.
            #[must_use]
            pub const fn file(self) -> &'static str {
                match self { $(List::$name => $file,)* }
            }

            const fn english(self) -> &'static str {
                match self { $(List::$name => include_str!(concat!("en/", $file)),)* }
            }

            const fn form(self) -> Form {
                match self { $(List::$name => Form::$form,)* }
            }
        }
    };
}

lists! {
    /// Abbreviations after which a sentence ends only before a word that opens one.
    Abbreviation "abbreviations.txt" Plain;
    /// Titles that end in a full stop: no sentence ends between them and a name.
    AbbreviationBeforeName "abbreviations_before_name.txt" Plain;
    /// Abbreviations that stand before a number.
    AbbreviationBeforeNumber "abbreviations_before_number.txt" Plain;
    /// Abbreviations after which a sentence ends before most capitals.
    AbbreviationFinal "abbreviations_final.txt" Plain;
    /// Units of measure that are abbreviated with a full stop.
    AbbreviationUnit "abbreviations_units.txt" Plain;
    /// People, organisations and places known by name, and whatever a newsroom adds.
    Actor "actors.txt" Actors;
    /// Adverbs that stand between a subject and its verb, beside those in `-ly`.
    Adverb "adverbs.txt" Plain;
    /// News agencies and outlets that articles credit, with their aliases.
    Agency "agencies.txt" Aliases;
    /// Forms of be, have, do and the modal verbs.
    Auxiliary "auxiliaries.txt" Plain;
    /// Words that say how a number is to be read (`nearly`, `or more`).
    Bound "bounds.txt" Plain;
    /// Words of business and the economy.
    BusinessWord "business_words.txt" Plain;
    /// Words that open a line which names the writers.
    BylineOpener "byline_openers.txt" Plain;
    /// Words for what somebody stands trial for.
    Charge "charges.txt" Plain;
    /// Words that judge or interpret rather than report.
    Commentary "commentary.txt" Plain;
    /// Words too common to tell one event from another.
    CommonWord "common_words.txt" Plain;
    /// Words that begin or join clauses.
    Connective "connectives.txt" Plain;
    /// Contractions and what they stand for.
    Contraction "contractions.txt" Plain;
    /// Countries and territories with their other names and abbreviations.
    Country "countries.txt" Names;
    /// Words before the name of an outlet that make it a credit.
    CreditCue "credit_cues.txt" Plain;
    /// Words before a colon that open the credit of a picture.
    CreditLabel "credit_labels.txt" Plain;
    /// Currencies with their signs and names.
    Currency "currencies.txt" Aliases;
    /// Words that open a line with the page's date.
    DateLabel "date_labels.txt" Plain;
    /// Words that expressions of time are made of.
    DateWord "date_words.txt" Plain;
    /// Verbs and phrases for what is done once in a story, so by one doer.
    Deed "deeds.txt" Verb;
    /// Verbs before a figure that is wanted.
    Demand "demands.txt" Verb;
    /// Words for people and things of a country, region or faith, and that country.
    Demonym "demonyms.txt" Plain;
    /// Verbs and phrases that say when somebody's time in a post ends.
    Departure "departures.txt" Verb;
    /// Words that begin a noun phrase.
    Determiner "determiners.txt" Plain;
    /// Common nouns for who or what does something, by the groups they may belong to.
    Doer "doers.txt" Noun;
    /// Words written without their first letters, an apostrophe in their place.
    Elision "elisions.txt" Plain;
    /// Adjectives that tell anew who somebody is (`the retired plasterer`).
    EpithetWord "epithet_words.txt" Plain;
    /// Nouns for what happens, is signed, is shut or is called out, by class.
    EventNoun "event_nouns.txt" Noun;
    /// Words that exclude each other in the same place of two claims, with the facet in which these then differ.
    ExclusiveWord "exclusive_words.txt" Sides;
    /// Nouns by which a firm or club named before may be told again.
    FirmWord "firm_words.txt" Plain;
    /// Words beside which a date lies ahead.
    ForwardWord "forward_words.txt" Plain;
    /// Verbs that may tell one deed in two articles, by frames.
    Frame "frames.txt" Verb;
    /// Phrases of a page that are no part of an article, and where they stand.
    Furniture "furniture.txt" Plain;
    /// Nouns for people that tell whether `he` or `she` stands for them.
    GenderedNoun "gendered_nouns.txt" Plain;
    /// Given names; field: `m`, `f` or `u` (either).
    GivenName "given_names.txt" Plain;
    /// What is said without saying anything.
    Greeting "greetings.txt" Plain;
    /// Verbs and phrases for what happens once to somebody, or once in an event.
    Happening "happenings.txt" Verb;
    /// Words that put their clause forward with reserve.
    Hedge "hedges.txt" Plain;
    /// Holidays whose day can be computed.
    Holiday "holidays.txt" Plain;
    /// Plural nouns whose singular is not regular.
    IrregularPlural "irregular_plurals.txt" Plain;
    /// Words beside a name that tell its kind (`city of`, `spokesman`, `river`).
    KindWord "kind_words.txt" Plain;
    /// Words in -ly that are no adverbs.
    LyNoun "ly_nouns.txt" Plain;
    /// Words that tell of what an event has one figure.
    Measure "measures.txt" Aliases;
    /// What a reporter does to whom he quotes next (`I rang my sister`).
    MeetingWord "meeting_words.txt" Plain;
    /// Nouns for what somebody writes, posts or records (`letter`, `tweet`).
    MessageNoun "message_nouns.txt" Noun;
    /// Names of months.
    Month "months.txt" Plain;
    /// Verbs of what two do to each other.
    MutualVerb "mutual_verbs.txt" Verb;
    /// Endings of words that tell what they name (`-ville`, `-soft`).
    NameEnding "name_endings.txt" Plain;
    /// Nouns that end or open a name and tell its kind (`Bank`, `University`, `Lake`, `Cup`).
    NameHead "name_heads.txt" Plain;
    /// Small words inside personal names (`van`, `de`, `bin`).
    NameParticle "name_particles.txt" Plain;
    /// What stands after a name and belongs to it (`Jr`, `Inc`).
    NameSuffix "name_suffixes.txt" Plain;
    /// Names that end in an exclamation or question mark.
    NameWithMark "names_with_mark.txt" Plain;
    /// Words before a quotation that is a name, title or term.
    NamingWord "naming_words.txt" Plain;
    /// Words that deny what their clause says.
    Negation "negations.txt" Plain;
    /// Short forms of given names, and the full ones.
    Nickname "nicknames.txt" Plain;
    /// Words written with a capital that name no actor: months, weekdays, feasts.
    NotName "not_names.txt" Plain;
    /// Nouns that say nothing, though an article stands before them.
    NotSpeaker "not_speakers.txt" Plain;
    /// Phrases that hold a number word and count nothing.
    NumberIdiom "number_idioms.txt" Plain;
    /// Words before a number that is a label.
    NumberLabel "number_labels.txt" Plain;
    /// Words that write numbers.
    NumberWord "number_words.txt" Plain;
    /// What a number after it names (`flight 1987`).
    NumberedThing "numbered_things.txt" Plain;
    /// Where words were said or written before any outlet carried them.
    Occasion "occasions.txt" Plain;
    /// Opposites that one thing may be said to be or to have done.
    Opposite "opposites.txt" Sides;
    /// Frequent English words: with a capital at the start of a sentence or in a headline they are no names.
    OrdinaryWord "ordinary_words.txt" Plain;
    /// Well-known organisations with their acronyms and short names.
    Organisation "organisations.txt" Names;
    /// Things of which one is told whether something came of them (`a ransom was paid`).
    Outcome "outcomes.txt" Sides;
    /// Words before the noun of a role that say that somebody else is meant.
    OtherWord "other_words.txt" Plain;
    /// Verbs whose subject is an outlet that is credited.
    OutletVerb "outlet_verbs.txt" Verb;
    /// Words in the names of outlets, and words for what an outlet is.
    OutletWord "outlet_words.txt" Plain;
    /// Words that a page's buttons, menus and date lines are made of.
    PageWord "page_words.txt" Plain;
    /// Past forms of verbs that do not end in -ed.
    PastVerb "past_verbs.txt" Plain;
    /// General nouns for people, with the nouns of offices and callings that they may stand for.
    PersonKind "person_kinds.txt" Plain;
    /// Cities, regions, states, waters and other places with their other names.
    Place "places.txt" Names;
    /// Platforms where people and bodies post.
    Platform "platforms.txt" Plain;
    /// What a minister or a professor is minister or professor of.
    Portfolio "portfolios.txt" Names;
    /// Posts of which one person holds one in a body at a time.
    Post "posts.txt" Plain;
    /// Degrees and honours written after a name and a comma.
    Postnominal "postnominals.txt" Plain;
    /// Prepositions.
    Preposition "prepositions.txt" Plain;
    /// Participles that open a sentence whose subject answers what was put to it.
    PromptedWord "prompted_words.txt" Plain;
    /// Pronouns that can be the subject of a verb of saying, with their sort.
    Pronoun "pronouns.txt" Plain;
    /// Verbs whose infinitive did not happen.
    Refusal "refusals.txt" Verb;
    /// Nouns for an act of speaking or writing.
    ReportingNoun "reporting_nouns.txt" Noun;
    /// Verbs that introduce what somebody said.
    ReportingVerb "reporting_verbs.txt" Verb;
    /// Posts and trades of which one person has one in one affair, those that exclude each other in a line.
    RivalPost "rival_posts.txt" Names;
    /// Words that say what a post is a post for.
    RoleFunction "role_functions.txt" Names;
    /// Words that stand before a title and belong to it (`former`, `deputy`).
    RoleModifier "role_modifiers.txt" Plain;
    /// Words that can name one and the same office; each line is one sense.
    RoleSynonym "role_synonyms.txt" Names;
    /// Words that say how two roles compare (`deputy`, `veteran`).
    RoleWord "role_words.txt" Plain;
    /// Words that say over how much a figure is reckoned.
    Scope "scopes.txt" Plain;
    /// Verbs after which a bare verb tells what was perceived.
    Sense "senses.txt" Verb;
    /// Words that open a sentence after an abbreviation.
    SentenceOpener "sentence_openers.txt" Plain;
    /// What several may do to one thing, each for himself.
    SharedDeed "shared_deeds.txt" Verb;
    /// Words of a line that says whose report an article is.
    SignOff "sign_offs.txt" Plain;
    /// Common nouns for people, bodies and documents that are quoted as sources.
    SpeakerNoun "speaker_nouns.txt" Noun;
    /// By what means words reach somebody.
    SpeechMeans "speech_means.txt" Plain;
    /// Words of sport: articles with many of them are about it.
    SportWord "sport_words.txt" Plain;
    /// Spots without a name that exclude each other.
    Spot "spots.txt" Noun;
    /// Verbs that say what happened to those who are counted.
    State "states.txt" Verb;
    /// Nouns and adjectives for what happened to those who are counted.
    StateNoun "state_nouns.txt" Noun;
    /// Words that say how far a case has come.
    Status "statuses.txt" Plain;
    /// Last words of the names of streets.
    Street "streets.txt" Plain;
    /// Words that end the name of a street.
    StreetWord "street_words.txt" Plain;
    /// Family names that are no frequent English words.
    Surname "surnames.txt" Plain;
    /// Words of news that say the same thing; an entry is a whole group.
    Synonym "synonyms.txt" Group;
    /// Well-known things with names of their own, with their other names.
    Thing "things.txt" Names;
    /// Words that go on with a time of day that ends in a full stop.
    TimeFollower "time_followers.txt" Plain;
    /// Abbreviations of time zones.
    TimeZone "time_zones.txt" Plain;
    /// Honorifics, ranks, offices, professions and family ties.
    Title "titles.txt" Plain;
    /// What is counted once an event, and the nouns that stand for all who are counted.
    Toll "tolls.txt" Plain;
    /// Words beside a sum that say it is the whole.
    Total "totals.txt" Plain;
    /// Spellings of one name: by transliteration, or by custom.
    Transliteration "transliteration.txt" Names;
    /// Units of measure with their other names.
    Unit "units.txt" Aliases;
    /// Nouns for people whom news often leaves unnamed.
    UnnamedPerson "unnamed_people.txt" Noun;
    /// Common verbs: what the tagger knows a predicate by.
    Verb "verbs.txt" Verb;
    /// Names of the days of the week.
    Weekday "weekdays.txt" Plain;
}

/// How the entries of a list are turned into the forms that are looked up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// The entry and each of its fields but the first, which says of what kind it is.
    Actors,
    /// The entry and the aliases, split by commas, in its first field.
    Aliases,
    /// The entry as it stands.
    Plain,
    /// A noun's singular; field: plural, where it is irregular (`-` for none). Both are looked up.
    Noun,
    /// A verb's base form; fields: past, participle, where they are irregular. All its forms are looked up.
    Verb,
    /// Every field is a word or phrase of one group; regular forms of each are looked up.
    Group,
    /// The entry and each of its fields, all names of one thing, as they stand.
    Names,
    /// The first field is a name for the line; every other field is one side, its words split by commas.
    Sides,
}

/// Where in a line or sentence a phrase of furniture stands.
const FURNITURE_PLACES: [&str; 5] = ["any", "end", "line", "related", "start"];

/// A set of [`List`]s.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct ListSet(u128);

impl ListSet {
    /// No list.
    pub const EMPTY: Self = Self(0);

    /// A set of one list.
    #[must_use]
    pub const fn one(list: List) -> Self {
        Self(1 << list as u8)
    }

    /// Whether `list` is in it.
    #[must_use]
    pub const fn has(self, list: List) -> bool {
        self.0 >> list as u8 & 1 == 1
    }

    /// Whether it holds any list of `other`.
    #[must_use]
    pub const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The lists of either.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether it is empty.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

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
