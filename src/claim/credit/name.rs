//! Names of agencies and outlets: those of the list, call signs, and names that end in a word for an outlet.

use super::{CreditKind, NEAR, Reader};
use crate::lexicon::{Entry, List, Match};
use crate::text::fold::{fold, single_spaced};
use crate::text::one_of::one_of;
use crate::text::span::Span;
use crate::text::token::{Case, Token, TokenKind};

/// A name is at most this many tokens long: a word for an outlet right behind it, and its article, are [`NEAR`].
const LONGEST: usize = NEAR - 1;

/// An outlet's name at some tokens.
#[derive(Debug, Clone)]
pub(super) struct Name {
    /// Its first token.
    pub(super) first: usize,
    /// One past its last token.
    pub(super) end: usize,
    pub(super) name: String,
    pub(super) kind: CreditKind,
    /// Whether it stands in the list.
    pub(super) listed: bool,
    /// The list's entry says that it is also an everyday word, or it is known by one word alone (`the Post`).
    pub(super) weak: bool,
}

impl Name {
    /// The same, of an agency if `agency`.
    pub(super) fn of_agency(mut self, agency: bool) -> Self {
        if agency {
            self.kind = CreditKind::Agency;
        }
        self
    }
}

/// What a word says of an outlet: see the head of `outlet_words.txt`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum OutletRole {
    Name,
    Noun,
    Weak,
    Media,
}

impl Reader<'_> {
    pub(super) fn token(&self, i: usize) -> Option<&Token> {
        self.doc.tokens.get(i)
    }

    pub(super) fn word(&self, i: usize) -> &str {
        self.token(i).map_or("", |t| t.of(self.doc.text))
    }

    pub(super) fn is(&self, i: usize, list: List) -> bool {
        self.token(i).is_some_and(|t| t.lists.has(list))
    }

    pub(super) fn capital(&self, i: usize) -> bool {
        self.token(i).is_some_and(|t| t.kind == TokenKind::Word && t.is_capitalised())
    }

    pub(super) fn find(&self, list: List, i: usize) -> Option<Match<'_>> {
        self.lexicon.match_at(list, self.doc.text, &self.doc.tokens, i)
    }

    /// The text from token `a` to before token `b`.
    pub(super) fn span(&self, a: usize, b: usize) -> Span {
        match (self.token(a), b.checked_sub(1).and_then(|b| self.token(b))) {
            (Some(a), Some(b)) => Span::new(a.span.start(), b.span.end().max(a.span.end())),
            _ => Span::default(),
        }
    }

    /// The words from token `a` to before token `b`, on one line.
    pub(super) fn words(&self, a: usize, b: usize) -> String {
        single_spaced(self.span(a, b).of(self.doc.text))
    }

    /// Whether a word for an outlet begins at token `i`: how long it is and what it says.
    pub(super) fn outlet_word(&self, i: usize) -> Option<(usize, OutletRole)> {
        let m = self.find(List::OutletWord, i)?;
        let capital = self.capital(i + m.len - 1);
        let has = |role: &str| m.entry.field(0).split(',').any(|r| r.trim() == role);
        let role = if capital && has("name") {
            OutletRole::Name
        } else if has("media") {
            OutletRole::Media
        } else if has("noun") {
            OutletRole::Noun
        } else if has("weak") {
            OutletRole::Weak
        } else {
            return None;
        };
        Some((m.len, role))
    }

    /// The outlet whose name begins at token `i`. `beside`: a word for an outlet stands before it, so that any name will
    /// do.
    pub(super) fn outlet_at(&self, i: usize, beside: bool) -> Option<Name> {
        let token = self.token(i)?;
        let starts = token.is_capitalised() || token.lists.has(List::Agency) || token.opens.has(List::Agency);
        if token.kind != TokenKind::Word && !token.lists.has(List::Agency) || !starts {
            return None;
        }
        let article = token.is_one(self.doc.text, one_of!["the", "a", "an"])
            && matches!(self.word(i), "The" | "THE" | "A" | "An");
        let known =
            self.listed(i).or_else(|| if article { self.listed(i + 1) } else { None }).or_else(|| self.call_sign(i));
        if known.is_some() {
            return known;
        }
        // Most names have no word for an outlet in or after them.
        let near = self.outlet_words.get(i) == Some(&true) || self.opens_outlet(i + usize::from(article));
        let named = if near { self.named_so(i) } else { None };
        match named {
            None if beside => self.any_name(i),
            None if near => self.name_before_noun(i),
            named => named,
        }
    }

    /// Whether token `i` is a word that names of outlets begin with.
    fn opens_outlet(&self, i: usize) -> bool {
        let heads = |word| {
            matches!(word, "Radio" | "Agence" | "Agencia" | "Agenzia" | "Agência" | "TV" | "Channel" | "Télé" | "Canal")
        };
        self.capital(i) && matches!(self.token(i).map(|t| t.span.len()), Some(2..=8)) && heads(self.word(i))
    }

    /// A name of the list.
    fn listed(&self, i: usize) -> Option<Name> {
        let m = self.find(List::Agency, i)?;
        let end = i + m.len;
        if !self.written_as(m.entry, i, end) {
            return None;
        }
        let all_caps = m.len == 1 && self.token(i)?.case == Case::Upper;
        // A longer name goes on: `Guardian Council` is no newspaper. After an acronym comes a programme or a person.
        if self.capital(end) && !all_caps && !self.is_time(end) && !self.begins_line(end) {
            match self.outlet_word(end) {
                Some((len, OutletRole::Name)) if !self.capital(end + len) => {}
                _ => return None,
            }
        }
        let kind = if m.entry.field(1) == "agency" { CreditKind::Agency } else { CreditKind::Outlet };
        let weak = m.entry.field(2) == "common";
        // `NBC Connecticut`, `FOX 7`: a local station, not the network.
        let local = all_caps && m.entry.field(1) == "broadcaster" && !self.begins_line(end);
        let number = self.token(end).is_some_and(|t| t.kind == TokenKind::Number && t.span.len() <= 2);
        let place =
            self.capital(end) && !self.capital(end + 1) && !self.is_time(end) && self.outlet_word(end).is_none();
        if local && (number || place) {
            let name = self.words(i, end + 1);
            return Some(Name { first: i, end: end + 1, name, kind, listed: true, weak: false });
        }
        Some(Name { first: i, end, name: m.entry.text.clone(), kind, listed: true, weak })
    }

    /// Whether the tokens have the capitals of the name or of the alias that they match.
    fn written_as(&self, entry: &Entry, i: usize, end: usize) -> bool {
        let words = self.words(i, end);
        let folded = fold(&words);
        let upper = |s: &str| s.chars().all(|c| !c.is_lowercase());
        std::iter::once(entry.text.as_str())
            .chain(entry.field(0).split(',').map(str::trim))
            .filter(|form| fold(form) == folded)
            .any(|form| *form == words || upper(&words) || (!upper(form) && self.capital(end - 1)))
    }

    /// A US call sign: `KTRV`, `WDSU-TV`, `KTRW 11 News`.
    fn call_sign(&self, i: usize) -> Option<Name> {
        let b = self.token(i)?.bytes(self.doc.text);
        if b.len() != 4 || !matches!(b.first(), Some(b'K' | b'W')) || !b.iter().all(u8::is_ascii_uppercase) {
            return None;
        }
        let sign = self.word(i);
        // Acronyms of this shape that are no stations.
        if matches!(sign, "KPMG" | "WADA" | "WIPO" | "WNBA" | "WWII" | "WHOI" | "WMDS" | "WOLA") {
            return None;
        }
        let mut end = i + 1;
        if self.word(end) == "-" && matches!(self.word(end + 1), "TV" | "FM" | "AM" | "DT" | "LD" | "CD") {
            end += 2;
        }
        if self.token(end).is_some_and(|t| t.kind == TokenKind::Number && t.span.len() <= 2) {
            end += 1;
        }
        if let Some((len, OutletRole::Name)) = self.outlet_word(end) {
            end += len;
        }
        Some(Name { first: i, end, name: sign.to_owned(), kind: CreditKind::Outlet, listed: true, weak: false })
    }

    /// Whether a line break stands before token `i`.
    pub(super) fn begins_line(&self, i: usize) -> bool {
        match (i.checked_sub(1).and_then(|k| self.token(k)), self.token(i)) {
            (Some(a), Some(b)) if b.space_before => {
                let gap = &self.doc.text.as_bytes()[a.span.end()..b.span.start()];
                gap.iter().any(|c| matches!(c, b'\n' | b'\r'))
            }
            (a, _) => a.is_none(),
        }
    }

    /// One past the last token of the run of capitalised words at `i`: `Bugle-Star`, `Post and Courier` included.
    fn run_end(&self, i: usize) -> usize {
        let mut end = i;
        while end < i + LONGEST {
            if self.capital(end) && !(end > i && (self.is_time(end) || self.begins_line(end))) {
                end += 1;
            } else if end > i
                && (matches!(self.word(end), "-" | "&")
                    || matches!(self.word(end), "and" | "of" | "de" | "la" | "del" | "i"))
                && self.capital(end + 1)
                && end + 1 < i + LONGEST
                && (self.word(end) != "-" || !self.token(end + 1).is_some_and(|t| t.space_before))
            {
                end += 2;
            } else {
                break;
            }
        }
        end
    }

    /// A name that ends in a word for an outlet (`Harbour Post`), or begins with one (`Radio Farda`, `Channel 9`).
    fn named_so(&self, i: usize) -> Option<Name> {
        if !self.capital(i) {
            return None;
        }
        let first = self.word(i);
        let article = matches!(first, "The" | "A" | "An");
        let begin = i + usize::from(article);
        let end = self.run_end(begin);
        if self.opens_outlet(begin) {
            let number = self.token(begin + 1).is_some_and(|t| t.kind == TokenKind::Number);
            let end = if number { begin + 2 } else { end };
            return (end >= begin + 2).then(|| self.outlet(begin, end, false));
        }
        // The last word for an outlet, which ends the run; `named_so` is not met inside a longer name.
        let word =
            (begin..end).find(|&k| matches!(self.outlet_word(k), Some((len, OutletRole::Name)) if k + len == end))?;
        // `By BILL FULLERAssociated Press`: a byline that ran into the agency.
        let clumsy = |k: usize| self.word(k).bytes().take(4).filter(u8::is_ascii_uppercase).count() == 4;
        if (begin..end).any(|k| self.token(k).is_some_and(|t| t.case == Case::Mixed) && clumsy(k)) {
            return None;
        }
        let alone = word == begin;
        let the = article || i > 0 && self.word(i - 1).eq_ignore_ascii_case("the");
        if alone && !the {
            return None;
        }
        Some(self.outlet(begin, end, alone))
    }

    /// Any run of capitalised words, where the word before says that it is an outlet.
    fn any_name(&self, i: usize) -> Option<Name> {
        let end = self.run_end(i);
        (self.capital(i) && end > i).then(|| self.outlet(i, end, false))
    }

    /// A name with a word for an outlet after it: `the Sozcu newspaper`.
    fn name_before_noun(&self, i: usize) -> Option<Name> {
        let end = self.run_end(i);
        if end == i || end > i + 4 || demonym_like(self.word(end - 1)) {
            return None;
        }
        match self.outlet_word(end) {
            Some((_, OutletRole::Noun)) => Some(self.outlet(i, end, false)),
            _ => None,
        }
    }

    fn outlet(&self, first: usize, end: usize, weak: bool) -> Name {
        let name = self.words(first, end);
        let agency = ["Agency", "Wire", "Wire Service", "Newswire", "Press Service"].iter().any(|w| name.ends_with(w));
        let kind = if agency { CreditKind::Agency } else { CreditKind::Outlet };
        Name { first, end, name, kind, listed: false, weak }
    }

    /// Whether a weekday or month stands at token `i`.
    pub(super) fn is_time(&self, i: usize) -> bool {
        let w = self.word(i).trim_end_matches('.');
        // All begin so, and most words do not.
        if !matches!(w.as_bytes(), [b'A' | b'D' | b'F' | b'J' | b'M'..=b'O' | b'S' | b'T' | b'W', b'a'..=b'u', _, ..]) {
            return false;
        }
        let names = [
            "Monday",
            "Tuesday",
            "Wednesday",
            "Thursday",
            "Friday",
            "Saturday",
            "Sunday",
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ];
        names.iter().any(|n| *n == w || (w.len() >= 3 && w.len() <= 4 && n.starts_with(w)))
    }
}

/// Whether a word looks like an adjective of a country (`Russian`, `Turkish`, `Chinese`, `Iraqi`), or is a word like
/// `Kremlin` that says whose media are meant.
pub(super) fn demonym_like(word: &str) -> bool {
    let endings =
        ["ian", "ean", "can", "ish", "ese", "aqi", "eli", "ani", "ech", "ench", "utch", "reek", "erman", "orean"];
    let words = ["Kremlin", "Western", "Thai", "Swiss", "Local", "State", "National", "US", "U.S.", "UK", "EU", "Gulf"];
    endings.iter().any(|e| word.ends_with(e)) || words.contains(&word)
}

/// Whether two names are of one outlet: the same but for `The`, case and marks, initials (`AD`, `Allied Dispatch`), a
/// shorter form at the front (`KTRV`, `KTRV News 9`; `Northgate`, `Northgate News Agency`), or the name as a domain
/// (`nbcnews.com`, `NBC News`).
///
/// ```
/// use corroborate::claim::credit::same_outlet;
/// assert!(same_outlet("The Harbour Post", "Harbour Post"));
/// assert!(same_outlet("AD", "Allied Dispatch") && same_outlet("nbcnews.com", "NBC News"));
/// assert!(!same_outlet("Daily Star", "Daily Comet") && !same_outlet("Continental Affairs", "Continental News"));
/// ```
#[must_use]
pub fn same_outlet(a: &str, b: &str) -> bool {
    let (x, y) = (parts(a), parts(b));
    if x.is_empty() || y.is_empty() {
        return false;
    }
    let (short, long) = if x.len() <= y.len() { (&x, &y) } else { (&y, &x) };
    if long.starts_with(short) && !(short.len() < long.len() && short.len() == 1 && vague(&short[0])) {
        return true;
    }
    if short.len() == 1 && long.len() > 1 {
        let initials: String = long.iter().filter_map(|w| w.chars().next()).collect();
        let joined = long.concat();
        let s = &short[0];
        // `kfvs12` for a domain that begins with a call sign or an acronym.
        return *s == initials || (is_domain(a) || is_domain(b)) && (*s == joined);
    }
    if short.len() == 1 && (is_domain(a) != is_domain(b)) {
        let (host, name) = if is_domain(a) { (&x[0], &y[0]) } else { (&y[0], &x[0]) };
        return host
            .strip_prefix(name.as_str())
            .is_some_and(|r| name.len() >= 3 && r.bytes().all(|b| b.is_ascii_digit()));
    }
    false
}

/// Words too common at the front of names to stand for one.
fn vague(word: &str) -> bool {
    matches!(
        word,
        "daily" | "sunday" | "new" | "morning" | "evening" | "news" | "channel" | "radio" | "national" | "local"
    )
}

fn is_domain(name: &str) -> bool {
    !name.contains(' ') && name.rsplit_once('.').is_some_and(|(a, z)| a.len() >= 2 && matches!(z.len(), 2..=6))
}

fn parts(name: &str) -> Vec<String> {
    let mut host = name.trim();
    if is_domain(host) {
        host = host.strip_prefix("www.").unwrap_or(host);
        let mut labels: Vec<&str> = host.split('.').collect();
        labels.pop();
        if labels.len() > 1 && matches!(labels.last(), Some(&("co" | "com" | "org" | "net"))) {
            labels.pop();
        }
        return labels.last().map(|l| fold(l).replace('-', "")).into_iter().collect();
    }
    fold(host)
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty() && *w != "the")
        .map(str::to_owned)
        .collect()
}
