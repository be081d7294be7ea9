//! Which word lists there are, and sets of them.

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

            pub(super) const fn english(self) -> &'static str {
                match self { $(List::$name => include_str!(concat!("en/", $file)),)* }
            }

            pub(super) const fn form(self) -> Form {
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
    /// Nouns for what somebody is after or has to do.
    Purpose "purposes.txt" Noun;
    /// Nouns that end as adverbs or adjectives do.
    PlainNoun "plain_nouns.txt" Plain;
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
pub(super) enum Form {
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
