//! The fringe of names: what is no name though it has a capital (addresses, abbreviations of common nouns, adjectives of
//! places), and what beside a run of capitals belongs to it (ordinals, nicknames, domains).

use crate::claim::actor::names::Name;
use crate::claim::actor::words::{Capitals, Words};
use crate::lexicon::{List, ListSet};
use crate::text::fold::fold;
use crate::text::token::{Case, TokenKind};
use foldhash::fast::FixedState;
use std::collections::HashSet;
use std::ops::Range;

/// The lists of names that stand for somebody or somewhere by themselves.
const LISTED: ListSet = ListSet::one(List::Country)
    .or(ListSet::one(List::Actor))
    .or(ListSet::one(List::Place))
    .or(ListSet::one(List::Organisation))
    .or(ListSet::one(List::Thing))
    .or(ListSet::one(List::GivenName))
    .or(ListSet::one(List::Surname))
    .or(ListSet::one(List::Demonym));

/// Whether the one word of token `k` is a name by itself.
pub(super) fn is_listed_name(w: &Words<'_>, k: usize) -> bool {
    w.doc.tokens.get(k).is_some_and(|t| t.lists.any(LISTED))
}

fn tight(w: &Words<'_>, k: usize) -> bool {
    w.doc.tokens.get(k).is_some_and(|t| !t.space_before)
}

/// Whether the head of names at token `k` has this flag.
pub(super) fn flagged(w: &Words<'_>, k: usize, flag: &str) -> bool {
    let entry = w.doc.tokens.get(k).and_then(|t| w.lexicon.entry_at(List::NameHead, t));
    entry.is_some_and(|e| e.field(2).split(' ').any(|f| f == flag))
}

/// Whether a number goes on with the word at `k` (`Highway 9`).
pub(super) fn numbered(w: &Words<'_>, k: usize) -> bool {
    w.capital(k) && flagged(w, k, "num")
}

/// Whether token `k` heads the name of an organisation.
pub(super) fn heads_a_body(w: &Words<'_>, k: usize) -> bool {
    let entry = w.doc.tokens.get(k).and_then(|t| w.lexicon.entry_at(List::NameHead, t));
    w.capital(k) && entry.is_some_and(|e| e.field(0) == "org")
}

/// Where the name that begins at token `first` begins if an ordinal before it belongs to it: `65th Air Division`.
pub(super) fn ordinal(w: &Words<'_>, first: usize, sentence: usize) -> usize {
    let ending = first > sentence + 1
        && tight(w, first - 1)
        && w.token(first - 2).kind == TokenKind::Number
        && matches!(w.text(first - 1), "st" | "nd" | "rd" | "th" | "d");
    // The head may stand behind one more word: `1st Cavalry Division`.
    if ending && (flagged(w, first, "nth") || w.capital(first + 1) && flagged(w, first + 1, "nth")) {
        first - 2
    } else {
        first
    }
}

/// Where the name `first..end` begins if digits written on to it belong to it: `3AW`, a station.
pub(super) fn digits(w: &Words<'_>, first: usize, end: usize) -> usize {
    let written_on = first > 0 && end == first + 1 && tight(w, first) && w.token(first - 1).kind == TokenKind::Number;
    let t = w.token(first);
    let measure =
        t.lists.any(ListSet::one(List::Unit).or(ListSet::one(List::NotName)).or(ListSet::one(List::Currency)));
    let apart = first < 2 || !tight(w, first - 1);
    if written_on
        && apart
        && t.case == Case::Upper
        && t.span.len() > 1
        && !measure
        && w.token(first - 1).span.len() == 1
    {
        first - 1
    } else {
        first
    }
}

/// Whether the listed name `i..end` ends in a possessive that is its own (`Macy's`), and not the owner's of what follows
/// (`Wendy's mother`).
pub(super) fn ends_in_possessive(w: &Words<'_>, i: usize, end: usize) -> bool {
    let owns = w.lower_word(end) && !w.is_function(end) && !w.has(end, List::ReportingVerb);
    w.token(end - 1).kind == TokenKind::Possessive && !(w.has(i, List::GivenName) && owns)
}

/// Whether the possessive at `j` belongs to the one word before it: a verb follows, so that nothing is owned
/// (`Dillard's was closed`).
pub(super) fn names_a_shop(w: &Words<'_>, i: usize, j: usize) -> bool {
    const LISTS: ListSet = ListSet::one(List::Country)
        .or(ListSet::one(List::Place))
        .or(ListSet::one(List::Organisation))
        .or(ListSet::one(List::GivenName));
    j == i + 1
        && w.token(i).case == Case::Title
        && !w.token(i).lists.any(LISTS)
        && !w.is_ordinary(i)
        && w.text(j).len() > 1
        && w.doc.tokens.get(j + 1).is_some_and(|_| {
            matches!(w.text(j + 1), "was" | "is" | "has" | "had" | "will" | "would" | "said" | "became")
        })
}

/// Whether token `k` is a quarter of the sky that names a region: `voters in the South`.
pub(super) fn is_region(w: &Words<'_>, k: usize) -> bool {
    let compass =
        w.doc.tokens.get(k).and_then(|t| w.lexicon.entry_at(List::NotName, t)).is_some_and(|e| e.field(0) == "compass");
    compass
        && w.token(k).case == Case::Title
        && k > 0
        && matches!(w.text(k - 1), "the" | "The")
        && !w.capital(k + 1)
        && !(w.is(k + 1, "-") && tight(w, k + 1))
}

/// Whether token `k` is a team's nickname with its article: `the Lakers`.
pub(super) fn team(w: &Words<'_>, k: usize) -> bool {
    k > 0
        && w.capital(k)
        && w.text(k).ends_with('s')
        && flagged(w, k, "team")
        && matches!(w.text(k - 1), "the" | "The")
        && !w.capital(k + 1)
}

/// Whether an adjective made of the name of token `i` stands in `adjectives`: `Dravia`, beside `Dravian`.
pub(super) fn has_adjective(w: &Words<'_>, i: usize, adjectives: &HashSet<String, FixedState>) -> bool {
    if adjectives.is_empty() || w.text(i).len() < 4 {
        return false;
    }
    let mut word = w.folded(i);
    let whole = word.len();
    let stem = word.strip_suffix(['a', 'o', 'e', 'y']).map_or(whole, str::len);
    for len in [whole, stem] {
        for end in ["n", "an", "ian", "ean", "ese", "ish"] {
            word.truncate(len);
            word.push_str(end);
            if adjectives.contains(&word) {
                return true;
            }
        }
    }
    false
}

/// Whether the word of token `k` is of a measure or a currency and a number stands beside it (`125 DKK`).
pub(super) fn measured(w: &Words<'_>, k: usize) -> bool {
    let number = |k: usize| w.doc.tokens.get(k).is_some_and(|t| t.kind == TokenKind::Number);
    w.token(k).lists.any(ListSet::one(List::Unit).or(ListSet::one(List::Currency)))
        && (k > 0 && number(k - 1) || number(k + 1))
}

/// Whether one word made of an ordinary one as those for doers are (`Carder`, `Wexler`) is a family name: no noun for one
/// thing stands without an article, with a capital, in the midst of a sentence or before a verb.
pub(super) fn looks_like_a_family(w: &Words<'_>, name: &Name) -> bool {
    let i = name.first;
    let first = w.doc.range_of(name.sentence).start;
    let t = w.token(i);
    let doer = t.case == Case::Title && !w.is_ordinary(i) && (w.text(i).ends_with("er") || w.text(i).ends_with("or"));
    let stands = if w.placed(i, first) {
        i == first && w.acts_alone(i)
    } else {
        i > first && !w.has(i - 1, List::Determiner) && !w.capital(i - 1)
    };
    doer && stands && w.capitals[name.sentence] == Capitals::Plain && !t.lists.has(List::Title)
}

/// The words that head the longer names of bodies and places (`Court` of `Supreme Court`): with the article they stand
/// for them. Their hashes.
pub(super) fn heads_of_bodies(w: &Words<'_>, names: &[Name]) -> HashSet<u64, FixedState> {
    let mut out = HashSet::default();
    for name in names.iter().filter(|n| n.end - n.first > 1 && n.title.is_none()) {
        let of = (name.first + 1..name.end).find(|&k| w.is(k, "of") || w.is(k, "for"));
        let head = of.unwrap_or(name.end) - 1;
        let kind = w.lexicon.entry_at(List::NameHead, w.token(head)).map_or("", |e| e.field(0));
        if matches!(kind, "org" | "place") && w.capital(head) && w.is_ordinary(head) {
            out.insert(w.hash(head));
        }
    }
    out
}

/// Whether the word of token `k` is one that a hyphen ties to names (`Sachs-led`, `Jones-era`).
pub(super) fn is_tied(w: &Words<'_>, k: usize) -> bool {
    w.text(k).ends_with("ed")
        || w.has(k, List::Preposition)
        || matches!(w.text(k), "run" | "led" | "area" | "born" | "era" | "style" | "bound" | "made" | "like" | "wide")
}

/// Whether a capital only opens a word that a prefix begins (`Co-founded`, `Pro-Beijing`).
pub(super) fn is_prefix(w: &Words<'_>, k: usize) -> bool {
    w.is(k + 1, "-")
        && tight(w, k + 1)
        && matches!(w.text(k), "Co" | "Pro" | "Anti" | "Non" | "Ex" | "Mid" | "Pre" | "Post")
}

/// Whether token `k` ends a name as the domain of a site (`Acme.com`).
pub(super) fn domain(w: &Words<'_>, k: usize) -> bool {
    tight(w, k)
        && w.doc.tokens.get(k).is_some_and(|_| {
            matches!(w.text(k), "com" | "org" | "net" | "gov" | "edu" | "io" | "tv" | "uk" | "ca" | "au" | "Com" | "co")
        })
        && !(w.is(k + 1, "/") && tight(w, k + 1))
}

/// A nickname between marks inside the name that began at token `i`: `William "Buck" May`, `James (Jim) Ross`. `j` is
/// the opening mark; the token after the closing one is returned.
pub(super) fn nickname(w: &Words<'_>, i: usize, j: usize) -> Option<usize> {
    let close = match w.text(j) {
        "(" => ")",
        "\u{201C}" => "\u{201D}",
        "\u{2018}" => "\u{2019}",
        mark => mark,
    };
    let personal = w.has(i, List::GivenName) || w.has(j - 1, List::GivenName);
    if !personal || !w.capital(j - 1) || !tight(w, j + 1) {
        return None;
    }
    // Up to three words, the first with a capital.
    let end = (j + 2..j + 5).find(|&k| w.is(k, close) || close == "\u{2019}" && w.is(k, "'"))?;
    let worded = (j + 1..end).all(|k| w.token(k).kind == TokenKind::Word);
    let brackets = close == ")" && (end > j + 2 || w.token(j + 1).case == Case::Upper || is_place(w, j + 1));
    (worded && w.capital(j + 1) && tight(w, end) && !brackets && w.capital(end + 1) && !tight(w, end + 1))
        .then_some(end + 1)
}

/// The end of a head of names of several words with a possessive among them that begins at token `k`
/// (`Sheriff's Office`).
pub(super) fn owned_head(w: &Words<'_>, k: usize) -> Option<usize> {
    if !w.capital(k) || !w.token_opens(k, List::NameHead) {
        return None;
    }
    let m = w.lexicon.match_at(List::NameHead, w.doc.text, &w.doc.tokens, k)?;
    let owned = (k..k + m.len).any(|j| w.token(j).kind == TokenKind::Possessive);
    (owned && w.capital(k + m.len - 1)).then_some(k + m.len)
}

/// Whether the possessive at `j` binds a head of names to the one word before it: `Rankin's Mill`, `Howe's Brigade`.
pub(super) fn owns_a_head(w: &Words<'_>, i: usize, j: usize) -> bool {
    let place = |k: usize| w.has(k, List::Place) || w.has(k, List::Country) || w.has(k, List::Organisation);
    j == i + 1 && !place(i) && flagged(w, j + 1, "own") && !w.capital(j + 2)
}

/// Whether token `j` is the number of a ruler: `Charles I of England`.
pub(super) fn regnal(w: &Words<'_>, j: usize) -> bool {
    w.is(j, "I")
        && j > 0
        && w.has(j - 1, List::GivenName)
        && w.capital(j - 1)
        && w.doc.tokens.get(j + 1).is_none_or(|t| match t.kind {
            TokenKind::Possessive => true,
            TokenKind::Mark => !matches!(w.text(j + 1), "'" | "\u{2019}"),
            _ => matches!(w.text(j + 1), "of" | "in" | "and" | "was" | "is" | "has" | "had"),
        })
}

/// Whether the tokens stand, among others, between marks of quotation that hold a title: a few words, all of weight with
/// a capital, with no stop at the end. `sentence` are the tokens of the sentence.
pub(super) fn in_a_title(w: &Words<'_>, first: usize, end: usize, sentence: Range<usize>) -> bool {
    const LONGEST: usize = 9;
    let mark = |k: usize| {
        w.token(k).kind == TokenKind::Mark && matches!(w.text(k), "\"" | "\u{201C}" | "\u{201D}" | "\u{AB}" | "\u{BB}")
    };
    let from = first.saturating_sub(LONGEST).max(sentence.start);
    let to = (end + LONGEST).min(sentence.end);
    let (Some(open), Some(close)) = ((from..first).rev().find(|&k| mark(k)), (end..to).find(|&k| mark(k))) else {
        return false;
    };
    // The marks face the words, and others stand beside the name.
    let faces = tight(w, open + 1) && !tight(w, open) && tight(w, close);
    if !faces || close - open > LONGEST || open + 1 == first && close == end {
        return false;
    }
    let close = if w.is(close - 1, ",") { close - 1 } else { close };
    let within = open + 1..close;
    let stop = matches!(w.text(close - 1), "." | "!" | "?");
    let weighty =
        |k: &usize| w.token(*k).kind == TokenKind::Word && (!w.is_function(*k) || w.token(*k).is_capitalised());
    !stop
        && within.clone().filter(weighty).count() > 1
        && within.clone().filter(weighty).all(|k| w.token(k).is_capitalised())
        && within.clone().all(|k| {
            matches!(w.token(k).kind, TokenKind::Word | TokenKind::Possessive | TokenKind::Number)
                || w.is(k, ":")
                || w.is(k, "-")
        })
}

/// Whether a mark that can open a nickname stands at token `k`.
pub(super) fn opens_aside(w: &Words<'_>, k: usize) -> bool {
    matches!(w.text(k), "\"" | "\u{201C}" | "\u{2018}" | "'" | "(")
}

fn is_place(w: &Words<'_>, k: usize) -> bool {
    w.has(k, List::Place) || w.has(k, List::Country) || w.has(k, List::Demonym) || w.has(k, List::NotName)
}

/// Whether the tokens stand inside an address of the web or of mail, or in a sum of money (`US$ 5`).
pub(super) fn in_an_address(w: &Words<'_>, first: usize, end: usize) -> bool {
    let before = first > 0 && tight(w, first) && matches!(w.text(first - 1), "#" | "@" | "_" | "=" | "\\");
    let path = first > 2 && tight(w, first) && w.is(first - 1, "/") && tight(w, first - 1) && is_path(w, first - 1);
    let mail = w.is(end, "@") && w.is(end + 2, ".") && tight(w, end + 2) && tight(w, end + 3);
    let after = tight(w, end)
        && (mail || w.doc.tokens.get(end).is_some_and(|_| matches!(w.text(end), "_" | "$" | "\u{20AC}" | "\u{A3}")));
    let file = tight(w, end)
        && w.is(end, ".")
        && tight(w, end + 1)
        && w.doc
            .tokens
            .get(end + 1)
            .is_some_and(|_| matches!(w.text(end + 1), "pdf" | "doc" | "xls" | "jpg" | "html" | "txt"));
    before || path || after || file
}

/// Whether the slash at `k` is one of a path: a scheme or a domain stands before it.
fn is_path(w: &Words<'_>, k: usize) -> bool {
    let from = k.saturating_sub(24);
    let start = (from..k).rev().find(|&j| !tight(w, j)).unwrap_or(from);
    (start..k).any(|j| w.is(j, "http") || w.is(j, "https") || w.is(j, "www")) || (start..k).any(|j| domain(w, j))
}

/// Whether a lone first word only counts what follows (`Milepost 2`, `Chapter 4`), and is no name elsewhere.
pub(super) fn counted(w: &Words<'_>, i: usize, sentence: usize) -> bool {
    let number = w.doc.tokens.get(i + 1).is_some_and(|t| t.kind == TokenKind::Number && t.space_before);
    // `of Ward 7`, in the midst of a sentence
    let thing = number && i > sentence && w.is(i - 1, "of") && w.has(i, List::NumberedThing);
    thing || number && w.placed(i, sentence) && w.seen_capitalised(i) == 0 && !is_listed_name(w, i)
}

/// Whether `letters` are the initials of the capitals that end before token `i`.
pub(super) fn initials_of(w: &Words<'_>, i: usize, letters: &str) -> bool {
    let mut k = i;
    for letter in letters.chars().rev() {
        let from = k.saturating_sub(3);
        let Some(at) = (from..k).rev().find(|&j| w.capital(j)) else { return false };
        if !w.text(at).starts_with(letter) {
            return false;
        }
        k = at;
    }
    true
}

/// The abbreviations of common nouns, defined in brackets after them in lower case: `sea surface salinity (SSS)`.
pub(super) fn abbreviations<'a>(w: &Words<'a>, names: &[Name]) -> HashSet<&'a str, FixedState> {
    let mut out = HashSet::default();
    for name in names.iter().filter(|n| n.end - n.first == 1 && n.hit.is_none() && n.first > 2) {
        let text = w.text(name.first);
        let letters = text.trim_end_matches('s');
        let bracketed = w.is(name.first - 1, "(") && w.is(name.end, ")");
        if bracketed && letters.len() > 1 && letters.bytes().all(|b| b.is_ascii_uppercase()) && spelt(w, letters, name)
        {
            out.insert(letters);
        }
    }
    out
}

/// Whether the lower-case words before the bracket spell `letters` with their first letters, small words left out.
fn spelt(w: &Words<'_>, letters: &str, name: &Name) -> bool {
    let first = w.doc.range_of(name.sentence).start;
    let mut left = letters.bytes().rev().peekable();
    for k in (first..name.first - 1).rev().take(2 * letters.len() + 2) {
        let t = w.token(k);
        if t.kind != TokenKind::Word {
            if w.is(k, "-") {
                continue;
            }
            return false;
        }
        // Only the first word of a sentence may have a capital.
        if t.is_capitalised() && k != first {
            return false;
        }
        let initial = w.text(k).bytes().next().map(|b| b.to_ascii_uppercase());
        if initial == left.peek().copied() {
            left.next();
            if left.peek().is_none() {
                return true;
            }
        } else if !w.is_function(k) {
            return false;
        }
    }
    false
}

/// Whether a word names a field, a belief or a process by its ending (`Linguistics`, `Physiology`, `Protestantism`).
pub(super) fn is_abstract(w: &Words<'_>, k: usize) -> bool {
    let t = w.token(k);
    let word = w.text(k);
    t.case == Case::Title
        && word.len() > 5
        && !t.lists.any(LISTED)
        && !t.lists.has(List::NameHead)
        && w.ending(k) == Some("field")
}

/// An adjective made of a place's name that no list knows (`Dravian intelligence`): by its ending and the noun behind.
pub(super) fn of_a_people(w: &Words<'_>, i: usize) -> bool {
    let t = w.token(i);
    let known = t.lists.has(List::GivenName) || t.lists.has(List::Surname);
    let word = w.text(i);
    let ending = ["ian", "ean", "ese", "ians", "ish"].iter().any(|e| word.ends_with(e));
    let noun = w.doc.tokens.get(i + 1).is_some_and(|n| {
        n.kind == TokenKind::Word && n.space_before && !n.is_capitalised() && !n.lists.has(List::Auxiliary)
    });
    let plural = word.ends_with("ians");
    !known
        && t.case == Case::Title
        && word.len() > 5
        && (ending
            && (plural
                || noun && !w.is_function(i + 1) && !w.has(i + 1, List::ReportingVerb) && !w.has(i + 1, List::Adverb))
            || of_a_place(w, i) && (noun || word.ends_with('s')))
}

/// Whether a word is made of a place or country that a list has: `Minnesotan`, `Queenslander`, `Siberians`.
pub(super) fn of_a_place(w: &Words<'_>, i: usize) -> bool {
    let t = w.token(i);
    if t.case != Case::Title || t.span.len() < 6 || t.lists.any(LISTED) {
        return false;
    }
    let folded = fold(w.text(i));
    let word = folded.strip_suffix('s').unwrap_or(&folded);
    let placed = |stem: &str| {
        let lists = w.lexicon.lookup(stem).0;
        lists.has(List::Place) || lists.has(List::Country)
    };
    const ENDINGS: [(&str, &str); 8] =
        [("n", ""), ("an", ""), ("ian", ""), ("an", "o"), ("er", ""), ("ese", ""), ("ese", "a"), ("ite", "")];
    ENDINGS.iter().any(|(end, new)| {
        word.strip_suffix(end).is_some_and(|stem| {
            stem.len() > 3 && if new.is_empty() { placed(stem) } else { placed(&format!("{stem}{new}")) }
        })
    })
}
