//! The forms of furniture: what a line or a sentence of a page is made of.

use crate::lexicon::{Lexicon, List, ListSet};
use crate::text::furniture::address::is_address;
use crate::text::token::{Case, Token, TokenKind};
use std::ops::Range;

/// Longer stretches are running text, whatever phrase they hold.
const LONGEST: usize = 48;
/// Longer lines are no buttons, dates or bylines.
const SHORT: usize = 16;

/// Where in its line a stretch stands.
#[derive(Debug, Clone, Copy)]
struct Place {
    first: bool,
    last: bool,
    /// It is the whole line.
    line: bool,
    /// It is one sentence.
    inner: bool,
}

/// A line or a sentence, by its tokens.
#[derive(Debug, Clone)]
pub(super) struct Unit<'a> {
    pub(super) text: &'a str,
    /// The tokens of the whole text.
    pub(super) tokens: &'a [Token],
    pub(super) range: Range<usize>,
    pub(super) lexicon: &'a Lexicon,
    /// How many words and numbers it has.
    pub(super) words: usize,
}

impl<'a> Unit<'a> {
    pub(super) fn new(text: &'a str, tokens: &'a [Token], range: Range<usize>, lexicon: &'a Lexicon) -> Self {
        let own = tokens.get(range.clone()).unwrap_or(&[]);
        let words = own.iter().filter(|t| matches!(t.kind, TokenKind::Word | TokenKind::Number)).count();
        Self { text, tokens, range, lexicon, words }
    }

    pub(super) fn tokens(&self) -> &'a [Token] {
        self.tokens.get(self.range.clone()).unwrap_or(&[])
    }

    fn word(&self, i: usize) -> &'a str {
        self.tokens().get(i).map_or("", |t| t.of(self.text))
    }

    /// How many words of four letters or more begin with a capital, and how many there are.
    pub(super) fn capitalised_words(&self) -> (usize, usize) {
        let long = |t: &&Token| t.kind == TokenKind::Word && (t.span.len() >= 4 || t.case == Case::Upper);
        let small = ListSet::one(List::Preposition).or(ListSet::one(List::Connective));
        let words = self.tokens().iter().filter(long).filter(|t| t.is_capitalised() || !t.lists.any(small));
        words.fold((0, 0), |(capitals, all), t| (capitals + usize::from(t.is_capitalised()), all + 1))
    }

    pub(super) fn ends_with_question(&self) -> bool {
        let last =
            self.tokens().iter().rev().map(|t| t.of(self.text)).find(|w| !matches!(*w, "\"" | "”" | "’" | "'" | ")"));
        matches!(last, Some("?" | "!" | "…"))
    }

    /// Whether it begins and ends with quotation marks: somebody speaks.
    pub(super) fn is_quoted(&self) -> bool {
        let ends = |w: &str| matches!(w, "\"" | "”" | "’" | "'");
        matches!(self.word(0), "\"" | "“" | "‘" | "'") && self.tokens().last().is_some_and(|t| ends(t.of(self.text)))
    }

    /// Whether a verb of being, having or saying stands in it in lower case, as it does not in a title.
    pub(super) fn has_small_verb(&self) -> bool {
        let verbs = ListSet::one(List::Auxiliary).or(ListSet::one(List::ReportingVerb));
        self.tokens().iter().any(|t| t.case == Case::Lower && t.lists.any(verbs))
    }

    /// Whether a whole line is no part of the article. `open`: it does not end in a full stop; `single`: it is one
    /// sentence.
    pub(super) fn is_furniture_line(&self, open: bool, single: bool) -> bool {
        let words = self.words;
        if words == 0 {
            return true;
        }
        if words > LONGEST {
            return false;
        }
        self.is_made_of_page_words(words)
            || (open && words <= LONGEST && self.is_breadcrumb())
            || (words <= SHORT && self.is_byline(open))
            || is_address(self.text, self.tokens())
            || (open && words <= SHORT && self.is_credited_picture())
            || self.is_copyright()
            || self.has_phrase(Place { first: true, last: true, line: true, inner: single })
    }

    /// Whether one sentence of a line that is not furniture as a whole is no part of the article. `first`, `last`: where in
    /// the line it stands.
    pub(super) fn is_furniture_sentence(&self, first: bool, last: bool) -> bool {
        let words = self.words;
        // Of a sentence that is the whole line these were asked before.
        let asked = first && last;
        words == 0
            || words <= LONGEST
                && (self.is_dateline(first, last)
                    || self.is_bracketed_note(last && !first)
                    || !asked && self.is_copyright()
                    || (words <= SHORT && self.is_credit_label() && !first)
                    || !asked && self.has_phrase(Place { first, last, line: false, inner: true })
                    || (first != last && self.is_date_head()))
    }

    /// Whether a list of other articles follows (`Read more about the fire:`, `Related:`).
    pub(super) fn opens_related(&self) -> bool {
        self.tokens().last().is_some_and(|t| t.of(self.text) == ":")
            && self.phrase_at(0).is_some_and(|(_, place)| place == "related")
    }

    fn phrase_at(&self, i: usize) -> Option<(usize, &'a str)> {
        let found = self.lexicon.match_at(List::Furniture, self.text, self.tokens, self.range.start + i)?;
        Some((found.len, found.entry.field(0)))
    }

    /// Whether it holds a phrase of `furniture.txt` at the place that the list gives for it.
    fn has_phrase(&self, at: Place) -> bool {
        let tokens = self.tokens();
        let mut start = 0;
        while tokens.get(start).is_some_and(|t| t.kind == TokenKind::Mark) {
            start += 1;
        }
        let end = tokens.len() - tokens.iter().rev().take_while(|t| t.kind == TokenKind::Mark).count();
        // In a line of several sentences a phrase of the whole line counts where it begins.
        let places = if at.inner { 0..tokens.len() } else { start..tokens.len().min(start + 1) };
        for i in places {
            if !tokens[i].may_open(List::Furniture) {
                continue;
            }
            let Some((len, place)) = self.phrase_at(i) else { continue };
            let at_start = i == start;
            let at_end = i + len >= end;
            let hit = match place {
                "any" => at.inner,
                "start" => at_start && at.first && at.inner && !self.is_reported_speech(),
                "related" => at_start && at.line && !self.is_reported_speech(),
                "end" => at_end && at.last && at.inner,
                "line" => at_start && at_end && at.line,
                _ => false,
            };
            if hit {
                return true;
            }
        }
        false
    }

    /// Words of saying or quotation marks: the sentence reports, whatever it begins with.
    fn is_reported_speech(&self) -> bool {
        let words = self.tokens();
        let said = |t: &Token| {
            t.case == Case::Lower
                && matches!(t.of(self.text), "said" | "says" | "told" | "added" | "announced" | "warned")
        };
        words.iter().any(said) || words.iter().filter(|t| matches!(t.of(self.text), "\"" | "“" | "”")).count() >= 2
    }

    /// Buttons and date lines: `Share Tweet Email`, `Last Updated: June 29, 2025 17:32:57 IST`, `3 min read`.
    fn is_made_of_page_words(&self, words: usize) -> bool {
        if words > SHORT {
            return false;
        }
        let mut known = 0;
        for t in self.tokens() {
            let w = t.of(self.text);
            match t.kind {
                TokenKind::Word if t.lists.has(List::PageWord) || is_ordinal_suffix(w) => known += 1,
                // A link or a handle.
                TokenKind::Word if t.span.start() > 0 && self.text.as_bytes()[t.span.start() - 1] == b'@' => known += 1,
                TokenKind::Word | TokenKind::Possessive => return false,
                TokenKind::Number => {}
                _ if matches!(w, "$" | "€" | "£" | "%" | "\"" | "“" | "?") => return false,
                _ => {}
            }
        }
        known > 0 || self.tokens().iter().all(|t| t.kind == TokenKind::Number || !matches!(t.of(self.text), "$" | "%"))
    }

    /// `date 2025-06-30` before the first sentence, a date behind the headline.
    fn is_date_head(&self) -> bool {
        self.is_made_of_page_words(self.words)
            && self.tokens().iter().any(|t| t.kind == TokenKind::Number)
            && self.tokens().iter().any(|t| t.lists.has(List::PageWord))
    }

    /// `Home > World > Europe`, `News | Sport | Weather`.
    fn is_breadcrumb(&self) -> bool {
        let count = |marks: &[&str]| {
            let spaced = |t: &&Token| t.kind == TokenKind::Mark && t.space_before && marks.contains(&t.of(self.text));
            self.tokens().iter().filter(spaced).count()
        };
        count(&[">", "»", "›", "→"]) >= 2 || count(&["|", "·"]) >= 2 || {
            let first = self.tokens().first();
            count(&[">", "»", "›", "/", "|"]) >= 1
                && first.is_some_and(|t| t.of(self.text).eq_ignore_ascii_case("home"))
        }
    }

    /// `By Anna Lund`, `BY JAN SHAW, Staff Writer`, `By Anna Lund and Jan Shaw in Oslo`.
    fn is_byline(&self, open: bool) -> bool {
        let tokens = self.tokens();
        let mut i = tokens.iter().take(3).take_while(|t| t.lists.has(List::BylineOpener)).count();
        let by = self.word(i).eq_ignore_ascii_case("by");
        let colon = i > 0 && self.word(i) == ":" && self.word(i - 1).ends_with("ing");
        if !by && !colon {
            return false;
        }
        i += 1;
        let rest = tokens.get(i..).unwrap_or(&[]);
        let names = rest.iter().filter(|t| t.kind == TokenKind::Word);
        let small =
            ListSet::one(List::Preposition).or(ListSet::one(List::NameParticle)).or(ListSet::one(List::Determiner));
        let (mut capitals, mut lower, mut roles, mut others) = (0, 0, 0, 0);
        for t in names {
            if t.is_capitalised() {
                capitals += 1;
            } else if t.lists.any(small) || matches!(t.of(self.text), "and" | "for") {
                lower += 1;
            } else if t.lists.any(ListSet::one(List::Title).or(ListSet::one(List::SpeakerNoun)))
                || self.is_press_word(t)
            {
                lower += 1;
                roles += 1;
            } else {
                others += 1;
            }
        }
        let first = rest.first().is_some_and(|t| t.is_capitalised() && !is_weekday(t.of(self.text)));
        let numbers = rest.iter().filter(|t| t.kind == TokenKind::Number).count();
        first
            && capitals >= 1
            && others <= 2 * usize::from(roles > 0)
            && lower <= capitals + 3
            && (open || capitals <= 8)
            && numbers <= 6
    }

    fn is_press_word(&self, t: &Token) -> bool {
        t.lists.has(List::PageWord) || t.lists.has(List::BylineOpener)
    }

    /// `© 2025 Harbour Post`, `(c) 2025 …`, `Copyright Associated Press`.
    fn is_copyright(&self) -> bool {
        let first = self.word(0);
        let second = || self.word(1);
        matches!(first, "©" | "Copyright" | "COPYRIGHT") && self.words <= SHORT * 2 && !self.is_reported_speech()
            || (first == "(" && (second() == "©" || second() == "c" && self.word(2) == ")"))
            || self.tokens().windows(2).any(|w| w[1].kind == TokenKind::Number && w[0].is(self.text, "©"))
    }

    /// A whole sentence in brackets that is the page's, not the article's: `(AP Photo/Anna Lund)`,
    /// `(Published Monday, Aug. 29, 2016)`, `(Reporting by Jan Shaw; editing by Anna Lund)`.
    fn is_bracketed_note(&self, behind: bool) -> bool {
        if !matches!(self.word(0), "(" | "[") {
            return false;
        }
        let closes = self.tokens().iter().rev().take(2).any(|t| matches!(t.of(self.text), ")" | "]"));
        closes
            && (self.is_credit_label()
                || self.names_agency_photo()
                || self.opens_with_page_word()
                || (behind && self.is_name_only()))
    }

    /// A name or two and nothing else: behind a caption, whose picture it is (`(Anna Lund)`, `(WTMJ)`).
    fn is_name_only(&self) -> bool {
        let mut words = self.tokens().iter().filter(|t| t.kind != TokenKind::Mark);
        self.words <= 4 && words.all(|t| t.kind == TokenKind::Word && t.is_capitalised())
    }

    fn opens_with_page_word(&self) -> bool {
        let inner = self.tokens().get(1);
        let inner = inner.filter(|t| t.lists.has(List::PageWord) || t.lists.has(List::BylineOpener));
        inner.is_some() && self.tokens().iter().any(|t| t.kind == TokenKind::Number) || {
            inner.is_some_and(|t| t.lists.has(List::BylineOpener))
                && self.tokens().iter().any(|t| t.of(self.text) == "by")
        }
    }

    /// `Image: Anna Lund`, `Photo: Reuters`, `Photo by Anna Lund`.
    fn is_credit_label(&self) -> bool {
        let tokens = self.tokens();
        let i = usize::from(matches!(self.word(0), "(" | "["));
        let label = |t: &Token| t.lists.has(List::CreditLabel) && t.is_capitalised();
        tokens.get(i).is_some_and(label) && matches!(self.word(i + 1), ":" | "by" | "via" | "courtesy" | "/" | "credit")
    }

    /// `AP Photo`, `Jail Photo`, `/Getty Images`.
    fn names_agency_photo(&self) -> bool {
        let tokens = self.tokens();
        self.words <= SHORT
            && tokens.windows(2).any(|w| {
                let label = w[1].lists.has(List::CreditLabel) && w[1].is_capitalised();
                label && (w[0].is_capitalised() || w[0].of(self.text) == "/")
            })
    }

    /// A caption without a sentence in it that ends in a credit: `Anna Lund (Photo: family)`, `Jan Shaw/Getty Images`.
    fn is_credited_picture(&self) -> bool {
        let tokens = self.tokens();
        let bracket = tokens.iter().position(|t| t.of(self.text) == "(");
        let credit = match bracket {
            Some(k) if tokens.last().is_some_and(|t| t.of(self.text) == ")") => {
                let inner = Unit::new(self.text, self.tokens, self.range.start + k..self.range.end, self.lexicon);
                inner.is_credit_label() || inner.names_agency_photo()
            }
            _ => false,
        };
        let before = tokens.get(..bracket.unwrap_or(0)).unwrap_or(&[]);
        let names_only = before.iter().filter(|t| t.kind == TokenKind::Word).all(Token::is_capitalised);
        (credit && names_only) || self.is_credit_label()
    }

    /// `LONDON (Reuters) -`: the piece before the first sentence of a report.
    fn is_dateline(&self, first: bool, last: bool) -> bool {
        first && !last && self.tokens().last().is_some_and(|t| matches!(t.of(self.text), "-" | "–" | "—")) && {
            self.tokens().iter().filter(|t| t.kind == TokenKind::Word).filter(|t| t.is_capitalised()).count() * 2
                >= self.words
        }
    }
}

pub(super) fn is_ordinal_suffix(word: &str) -> bool {
    matches!(word, "st" | "nd" | "rd" | "th")
}

fn is_weekday(word: &str) -> bool {
    matches!(word, "Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Sunday")
}
