//! Parts of speech: one tag a token, by closed-class lists, the forms of common verbs, endings and a few words of
//! context. Deterministic, made for finding the predicates of news sentences rather than for full syntax.

mod around;
mod context;
mod participle;
mod word;

pub(crate) use crate::text::tag::word::Known;

use crate::lexicon::{Lexicon, List};
use crate::text::document::Document;
use crate::text::fold::with_folded;
use crate::text::one_of::{OneOf, one_of};
use crate::text::token::{Token, TokenKind};

/// A part of speech.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Tag {
    /// A common noun, or any word that nothing tells to be something else.
    Noun,
    /// A word with a capital that is no ordinary word at that place.
    Name,
    /// `he`, `this` standing alone, `who` as a question.
    Pronoun,
    /// A pronoun with its auxiliary (`we've`, `they'll`).
    PronounAuxiliary,
    /// `the`, `its`, `some`.
    Determiner,
    /// `'s` of a possessor.
    Possessive,
    /// An adjective, or a participle in front of its noun.
    Adjective,
    /// An adverb.
    Adverb,
    /// `not`, `never`.
    Negation,
    /// A number in digits or words.
    Number,
    /// A preposition.
    Preposition,
    /// `to` before an infinitive.
    To,
    /// `and`, `but`, `or`, `nor`.
    Coordinator,
    /// A word that opens a clause with a subject of its own (`that`, `after`, `because`, `whether`).
    Subordinator,
    /// `who`, `which`, `whose`, `that`, `where`, `when` after what they refer to.
    Relative,
    /// `will`, `may`, `could`.
    Modal,
    /// A form of `be` that is finite.
    Be,
    /// A form of `have` that is finite.
    Have,
    /// A form of `do` that is finite.
    Do,
    /// An infinitive.
    Infinitive,
    /// A finite verb in the present.
    Present,
    /// A finite verb in the past.
    Past,
    /// A past participle.
    Participle,
    /// A form in `-ing` used as a verb.
    Gerund,
    /// Punctuation and other marks.
    Mark,
}

impl Tag {
    /// Whether a verb so tagged can be the predicate of a clause by itself.
    #[must_use]
    pub const fn is_finite(self) -> bool {
        matches!(self, Self::Modal | Self::Be | Self::Have | Self::Do | Self::Present | Self::Past)
    }

    /// Whether it is any form of a verb or auxiliary.
    #[must_use]
    pub const fn is_verbal(self) -> bool {
        self.is_finite() || matches!(self, Self::Infinitive | Self::Participle | Self::Gerund)
    }

    /// Whether it can stand inside a noun phrase.
    #[must_use]
    pub const fn is_nominal(self) -> bool {
        matches!(
            self,
            Self::Noun
                | Self::Name
                | Self::Pronoun
                | Self::Determiner
                | Self::Possessive
                | Self::Adjective
                | Self::Number
        )
    }
}

/// The tags of a document's tokens, in order.
///
/// Cost: O(tokens).
///
/// ```
/// use corroborate::{Lexicon, text::document::Document, text::tag::{self, Tag}};
/// let lexicon = Lexicon::english();
/// let doc = Document::new("The ferry left the port.", &lexicon);
/// let tags = tag::tags(&doc, &lexicon);
/// assert_eq!(tags, [Tag::Determiner, Tag::Noun, Tag::Past, Tag::Determiner, Tag::Noun, Tag::Mark]);
/// ```
#[must_use]
pub fn tags(doc: &Document<'_>, lexicon: &Lexicon) -> Vec<Tag> {
    let longest = (0..doc.sentences.len()).map(|s| doc.range_of(s).len()).max().unwrap_or(0);
    let mut classes = Vec::with_capacity(longest);
    let mut ahead = context::Ahead::with_room(longest);
    let mut out = vec![Tag::Mark; doc.tokens.len()];
    for s in 0..doc.sentences.len() {
        let range = doc.range_of(s);
        let tokens = &doc.tokens[range.clone()];
        classes.clear();
        word::classes(doc.text, tokens, lexicon, &mut classes);
        context::resolve(&classes, &mut ahead, &mut out[range]);
    }
    out
}

/// The base form of a verb, as the list of verbs has it or by its ending; the folded word itself if it is no verb.
///
/// ```
/// use corroborate::{Lexicon, text::tag::lemma};
/// let lexicon = Lexicon::english();
/// assert_eq!(lemma("struck", &lexicon), "strike");
/// assert_eq!(lemma("was", &lexicon), "be");
/// assert_eq!(lemma("Killing", &lexicon), "kill");
/// ```
#[must_use]
pub fn lemma(word: &str, lexicon: &Lexicon) -> String {
    let listed = |folded: &str| {
        [List::Verb, List::ReportingVerb].into_iter().find_map(|l| lexicon.entry_of(l, folded)).map(|e| e.text.clone())
    };
    with_folded(word, |folded| lemma_of(folded, listed))
}

/// As [`lemma`], of a token that was cut with `lexicon`.
pub(crate) fn lemma_at(text: &str, token: &Token, lexicon: &Lexicon) -> String {
    if token.kind != TokenKind::Word {
        return lemma(token.of(text), lexicon);
    }
    let listed = || {
        [List::Verb, List::ReportingVerb].into_iter().find_map(|l| lexicon.entry_at(l, token)).map(|e| e.text.clone())
    };
    // Most words need not be folded.
    match if token.is_one(text, AUXILIARIES) { None } else { listed() } {
        Some(base) => base,
        None => with_folded(token.of(text), |folded| lemma_of(folded, |_| listed())),
    }
}

/// The forms of auxiliaries that [`lemma_of`] knows.
const AUXILIARIES: &OneOf<'_> = one_of![
    "am", "is", "are", "was", "were", "been", "being", "isn't", "aren't", "wasn't", "weren't", "'s", "has", "had",
    "having", "hasn't", "haven't", "hadn't", "does", "did", "doing", "done", "didn't", "doesn't", "don't"
];

fn lemma_of(folded: &str, listed: impl FnOnce(&str) -> Option<String>) -> String {
    match folded.as_bytes() {
        b"am" | b"is" | b"are" | b"was" | b"were" | b"been" | b"being" | b"isn't" | b"aren't" | b"wasn't"
        | b"weren't" | b"'s" => "be".to_owned(),
        b"has" | b"had" | b"having" | b"hasn't" | b"haven't" | b"hadn't" => "have".to_owned(),
        b"does" | b"did" | b"doing" | b"done" | b"didn't" | b"doesn't" | b"don't" => "do".to_owned(),
        _ => listed(folded).unwrap_or_else(|| word::stem(folded)),
    }
}

#[cfg(test)]
mod tests {
    use super::{Tag, tags};
    use crate::lexicon::Lexicon;
    use crate::text::document::Document;

    /// The words of `text` that got one of the tags `want`.
    fn words(text: &str, want: impl Fn(Tag) -> bool) -> String {
        let lexicon = Lexicon::english();
        let doc = Document::new(text, &lexicon);
        let tags = tags(&doc, &lexicon);
        let hits = doc.tokens.iter().zip(&tags).filter(|(_, t)| want(**t));
        hits.map(|(t, _)| t.of(text)).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn finite_verbs() {
        let cases = [
            ("The talks held in Geneva will resume on Monday.", "will"),
            ("Police reports say that the strikes continue.", "say continue"),
            ("Mount Oruvai erupted before dawn, killing three and forcing 200 to leave.", "erupted"),
            ("Volcano kills three in Sabel Islands", "kills"),
            ("The man who shot him fled.", "shot fled"),
            ("The deal reached at dawn after 16 hours of talks was signed by both sides.", "was"),
            ("He said he had lost the keys.", "said had"),
            ("The injured passengers were taken to hospital.", "were"),
            ("The report published by the ministry on Friday said nothing.", "said"),
            ("Airlines have cancelled more than 300 flights.", "have"),
            ("The company plans to cut jobs.", "plans"),
            ("It is the second attack this year.", "is"),
            ("Sirens sounded in Kelani shortly before 5 a.m.", "sounded"),
            ("She has not paid and does not want to.", "has does"),
            ("Analysts expect prices to rise.", "expect"),
            ("At 1.40am the drummer lit a fuse, and I am sure of it.", "lit am"),
        ];
        for (text, want) in cases {
            assert_eq!(words(text, Tag::is_finite), want, "{text}");
        }
    }

    #[test]
    fn verbs_that_no_list_has() {
        let lexicon = Lexicon::english();
        let cases =
            [("faked", "fake"), ("zonking", "zonk"), ("dozed", "doze"), ("whizzed", "whiz"), ("revving", "rev")];
        for (word, base) in cases {
            assert_eq!(super::lemma(word, &lexicon), base);
        }
    }

    #[test]
    fn openers_of_clauses() {
        let opener = |t| matches!(t, Tag::Subordinator | Tag::Relative);
        let cases = [
            ("After 16 hours of talks, pay will rise.", ""),
            ("After the roof fell, they ran.", "After"),
            ("He left before dawn.", ""),
            ("She said that that man lied.", "that"),
            ("The ship, which sank in May, was old.", "which"),
            ("That call was followed by talks.", ""),
            ("Police said the car that hit him was stolen.", "that"),
        ];
        for (text, want) in cases {
            assert_eq!(words(text, opener), want, "{text}");
        }
    }
}
