//! Whether a sentence ends at a full stop, a question mark or an exclamation mark.

use super::look::{Gap, char_at, char_before, is_blank, is_closer, is_dash, is_opener, is_quote_mark};
use super::scan::stop_len;
use super::word::Word;
use super::{Cut, Verdict};
use crate::lexicon::{List, ListSet};

/// A run of stops with the marks that close after it: `.`, `?!`, `. . .`, `.”`, `.) [3]`.
#[derive(Debug, Clone, Copy)]
struct Run {
    /// One past its last byte.
    end: usize,
    dots: usize,
    /// It holds `!` or `?`.
    bang: bool,
    /// It holds a stop of another script, which needs no space after it.
    foreign: bool,
    /// It holds an ellipsis sign.
    ellipsis: bool,
    /// Stops with spaces between them.
    spaced: bool,
    /// A quotation mark closes after a stop.
    quote_closed: bool,
    /// A bracket closes after a stop.
    bracket_closed: bool,
    /// Straight double marks in it.
    marks: usize,
}

/// How the text goes on after a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Start {
    Upper,
    Lower,
    Digit,
    /// A letter of a script without case.
    Uncased,
    /// A dash.
    Dash,
    /// A mark that goes on with the same sentence (`,`, `;`, `:`).
    Inner,
    /// Any other mark.
    Symbol,
}

#[derive(Debug, Clone, Copy)]
struct Next {
    start: Start,
    /// Quotation marks or brackets before the word.
    opened: bool,
    /// A bracket before the word.
    bracket: bool,
    word: Word,
    lists: ListSet,
}

impl Cut<'_> {
    pub(super) fn at_stop(&mut self, at: usize) -> Verdict {
        let run = self.read_run(at);
        if run.end == at + 1 && self.bytes[at] == b'!' && self.is_click(at) {
            return Verdict::Goes(run.end);
        }
        if run.marks % 2 == 1 {
            self.in_quote = !self.in_quote;
        }
        let gap = Gap::after(self.text, run.end);
        let Some(next) = char_at(self.text, gap.end) else { return Verdict::Goes(run.end) };
        if gap.lines >= 2 {
            // The line break decides.
            return Verdict::Goes(run.end);
        }
        let single = run.dots == 1 && !run.bang && !run.ellipsis && !run.foreign;
        if at > 0 && self.bytes[at - 1] == b'[' && run.bracket_closed && !single {
            // `[...]`
            return Verdict::Goes(run.end);
        }
        if single {
            if let Some(start) = self.at_list_marker(at, run.end) {
                return start;
            }
        }
        if run.foreign {
            return if run.end - at > 3 || !next.is_numeric() { ends(run.end) } else { Verdict::Goes(run.end) };
        }
        if !gap.space {
            return self.without_space(at, run, next);
        }
        let next = self.next_at(gap.end, next);
        let split = match next.start {
            Start::Inner => false,
            Start::Symbol if !next.opened && !single => run.bang,
            _ if run.bang => self.after_bang(at, run, next, gap),
            _ if !single => self.after_ellipsis(run, next),
            _ => self.after_stop(at, run, next),
        };
        if !split {
            return Verdict::Goes(run.end);
        }
        if run.spaced && run.dots == 4 && next.start == Start::Upper && self.bytes.get(at + 1) == Some(&b' ') {
            // `word. . . . Next`: a stop, then an ellipsis that opens the next sentence.
            if run.end - at == 7 && char_before(self.text, at).is_some_and(char::is_alphanumeric) {
                return Verdict::Ends(at + 1, run.end);
            }
        }
        ends(run.end)
    }

    /// `!Kung`: a letter of a name.
    fn is_click(&self, at: usize) -> bool {
        let apart = char_before(self.text, at).is_none_or(|c| c.is_whitespace() || is_opener(c));
        apart && char_at(self.text, at + 1).is_some_and(char::is_alphabetic)
    }

    fn read_run(&self, at: usize) -> Run {
        let (text, b) = (self.text, self.bytes);
        let mut run = Run {
            end: at,
            dots: 0,
            bang: false,
            foreign: false,
            ellipsis: false,
            spaced: false,
            quote_closed: false,
            bracket_closed: false,
            marks: 0,
        };
        let mut i = at;
        loop {
            let n = stop_len(b, i);
            if n > 0 {
                match (n, char_at(text, i)) {
                    (_, Some('.')) => run.dots += 1,
                    (_, Some('!' | '?' | '‼' | '⁇' | '⁈' | '⁉')) => run.bang = true,
                    (_, Some('…')) => run.ellipsis = true,
                    _ => run.foreign = true,
                }
                i += n;
                continue;
            }
            let Some(c) = char_at(text, i) else { break };
            if is_blank(c) {
                let k = i + c.len_utf8();
                let n = stop_len(b, k);
                if n > 0 {
                    // `. . .`, `? !`, but not ` .50` nor ` .NET`.
                    let after = char_at(text, k + n);
                    if after.is_none_or(|c| c.is_whitespace() || is_closer(c) || stop_len(b, k + n) > 0) {
                        run.spaced = true;
                        i = k;
                        continue;
                    }
                    break;
                }
                if let Some(end) = smiley_end(b, k).or_else(|| footnote_end(b, k)) {
                    i = end;
                    continue;
                }
                // Spaced closing marks: `. " Next`, `. ) Next`.
                let Some(mark) = char_at(text, k) else { break };
                let len = if b[k..].starts_with(b"''") { 2 } else { mark.len_utf8() };
                if !char_at(text, k + len).is_none_or(|c| c.is_whitespace() || stop_len(b, k + len) > 0) {
                    break;
                }
                let closes = match mark {
                    '"' => self.in_quote != (run.marks % 2 == 1),
                    '\'' => self.odd_single_marks(k, len),
                    ')' | ']' | '}' | '”' | '»' => true,
                    _ => false,
                };
                if !closes {
                    break;
                }
                run.marks += usize::from(mark == '"');
                run.quote_closed |= is_quote_mark(mark);
                run.bracket_closed |= !is_quote_mark(mark);
                i = k + len;
                continue;
            }
            if c == '[' {
                match footnote_end(b, i) {
                    Some(end) => {
                        i = end;
                        continue;
                    }
                    None => break,
                }
            }
            if !is_closer(c) {
                break;
            }
            if is_quote_mark(c) && c != '”' && c != '»' {
                // Straight marks, and `’`, close only where no word follows at once, or where one is open.
                let open = c == '"' && self.in_quote != (run.marks % 2 == 1);
                if !open && char_at(text, i + c.len_utf8()).is_some_and(char::is_alphanumeric) {
                    break;
                }
            }
            run.marks += usize::from(c == '"');
            run.quote_closed |= is_quote_mark(c);
            run.bracket_closed |= !is_quote_mark(c);
            i += c.len_utf8();
        }
        run.end = i;
        run
    }

    /// Whether the sentence so far holds an odd number of free-standing `'` (or `''`), so that one is open.
    fn odd_single_marks(&self, at: usize, len: usize) -> bool {
        let from = self.start.max(at.saturating_sub(600));
        let b = &self.bytes[from..at];
        let mark = &b"''"[..len];
        let free = |i: usize| b[i..].starts_with(mark) && b.get(i + len) == Some(&b' ') && (i == 0 || b[i - 1] == b' ');
        (0..b.len()).filter(|&i| b[i] == b'\'' && free(i)).count() % 2 == 1
    }

    fn next_at(&self, at: usize, first: char) -> Next {
        let text = self.text;
        let (mut i, mut c, mut opened, mut bracket) = (at, first, false, false);
        for _ in 0..4 {
            let quote_pair = c == '\'' && self.bytes.get(i + 1) == Some(&b'\'');
            if !is_opener(c) && !(c == '”' || c == '’') {
                break;
            }
            opened = true;
            bracket |= matches!(c, '(' | '[' | '{');
            i += if quote_pair { 2 } else { c.len_utf8() };
            let blank = char_at(text, i).filter(|&c| is_blank(c)).map_or(0, char::len_utf8);
            match char_at(text, i + blank) {
                Some(d) => (i, c) = (i + blank, d),
                None => break,
            }
        }
        let start = if c.is_uppercase() {
            Start::Upper
        } else if c.is_lowercase() {
            Start::Lower
        } else if c.is_numeric() {
            Start::Digit
        } else if c.is_alphabetic() {
            Start::Uncased
        } else if is_dash(c) {
            Start::Dash
        } else if matches!(c, ',' | ';' | ':' | '&' | '/' | '+' | '=' | ')' | ']' | '%') {
            Start::Inner
        } else {
            Start::Symbol
        };
        let word = if c.is_alphanumeric() { Word::after(text, i) } else { Word { start: i, end: i } };
        Next { start, opened, bracket, word, lists: word.lists(text, self.lexicon) }
    }

    /// `said.He`, `1,000.That`, `type 2).10 This`.
    fn without_space(&mut self, at: usize, run: Run, next: char) -> Verdict {
        let (text, b) = (self.text, self.bytes);
        let goes = Verdict::Goes(run.end);
        let before = char_before(text, at).unwrap_or(' ');
        let single = run.dots == 1 && !run.bang;
        if next.is_ascii_digit() && single && (before.is_lowercase() || is_closer(before)) {
            // A footnote's number after the stop.
            let mut i = run.end;
            while b.get(i).is_some_and(u8::is_ascii_digit) && i - run.end < 3 {
                i += 1;
            }
            let gap = Gap::after(text, i);
            let upper = char_at(text, gap.end).is_some_and(char::is_uppercase);
            let word = Word::before(text, at, self.start);
            let plain = !word.lists(text, self.lexicon).any(ABBREVIATIONS) && (word.is_empty() || word.len() > 2);
            return if gap.space && upper && i - run.end < 3 && plain { ends(i) } else { goes };
        }
        if next.is_uppercase() || (is_opener(next) && next != '(' && next != '[' && next != '\'') {
            let word = Word::before(text, at, self.start);
            let after = Word::after(text, run.end);
            let ordinary = run.quote_closed
                || run.bang
                || (word.len() >= 2
                    && word.dotted(text).is_none()
                    && !word.of(text).contains('.')
                    && !word.lists(text, self.lexicon).any(ABBREVIATIONS)
                    && (before.is_lowercase() || word.is_number(text)));
            let follows = is_opener(next)
                || after.of(text).chars().nth(1).is_some_and(char::is_lowercase)
                || after.single_letter(text).is_some_and(|c| c == 'I' || c == 'A');
            if ordinary && follows && !self.in_address(at) {
                return ends(run.end);
            }
        }
        goes
    }

    /// Whether the stop stands in a web or e-mail address or a file name, judged by the characters around it.
    fn in_address(&self, at: usize) -> bool {
        let b = self.bytes;
        let stops = |x: &u8| x.is_ascii_whitespace();
        let from = b[..at].iter().rev().take(60).position(stops).map_or(at.saturating_sub(60), |n| at - n);
        let to = b[at..].iter().take(60).position(stops).map_or(b.len().min(at + 60), |n| at + n);
        let token = &b[from..to];
        token.iter().any(|x| matches!(x, b'@' | b'/' | b'_' | b'=' | b'\\'))
            || token.starts_with(b"www")
            || token.iter().filter(|x| **x == b'.').count() > 2
    }

    fn after_bang(&self, at: usize, run: Run, next: Next, gap: Gap) -> bool {
        match next.start {
            Start::Lower => {
                if run.quote_closed || run.bracket_closed || run.dots > 0 || run.ellipsis || run.spaced || next.opened {
                    return false;
                }
                let word = Word::before(self.text, at, self.start);
                !(word.is_empty()
                    || word.lists(self.text, self.lexicon).has(List::NameWithMark)
                    || next.lists.any(GOES_ON)
                    || self.is_reported(next.word))
            }
            Start::Upper if !next.opened => {
                if run.quote_closed && gap.lines == 0 && self.is_attribution(next.word) {
                    return false;
                }
                let word = Word::before(self.text, at, self.start);
                !(word.lists(self.text, self.lexicon).has(List::NameWithMark)
                    && !run.quote_closed
                    && !next.lists.has(List::SentenceOpener))
            }
            Start::Dash => !run.quote_closed && self.dash_opens(next.word.start),
            // `Viva Maria! (1965)`
            Start::Digit => !next.bracket,
            _ => true,
        }
    }

    /// `he yelled`, `asked the minister`: a verb of saying among the first words.
    fn is_reported(&self, first: Word) -> bool {
        let mut word = first;
        for _ in 0..3 {
            let lists = word.lists(self.text, self.lexicon);
            if lists.has(List::ReportingVerb) {
                return true;
            }
            if self.bytes.get(word.end) != Some(&b' ') {
                return false;
            }
            word = Word::after(self.text, word.end + 1);
        }
        false
    }

    /// `Mr. Lund said`, `Anna Lund asked`: up to three capitalised words and a reporting verb.
    fn is_attribution(&self, first: Word) -> bool {
        let text = self.text;
        let mut word = first;
        for n in 0..5 {
            let lists = word.lists(text, self.lexicon);
            if n > 0 && lists.has(List::ReportingVerb) && !word.starts_upper(text) {
                return true;
            }
            if !word.starts_upper(text) || (n == 0 && lists.has(List::SentenceOpener)) {
                return false;
            }
            let mut from = word.end;
            if self.bytes.get(from) == Some(&b'.') && (lists.any(ABBREVIATIONS) || word.len() == 1) {
                from += 1;
            }
            if self.bytes.get(from) != Some(&b' ') {
                return false;
            }
            word = Word::after(text, from + 1);
            if word.is_empty() {
                return false;
            }
        }
        false
    }

    fn after_ellipsis(&self, run: Run, next: Next) -> bool {
        match next.start {
            Start::Upper => {
                let short = run.dots <= 3;
                let i = matches!(
                    next.word.of(self.text),
                    "I" | "I'm" | "I’m" | "I'd" | "I’d" | "I've" | "I’ve" | "I'll" | "I’ll"
                );
                !(short && i && !next.opened && !run.quote_closed)
            }
            Start::Uncased => true,
            Start::Dash => self.dash_opens(next.word.start),
            Start::Lower | Start::Digit | Start::Inner | Start::Symbol => next.opened && run.quote_closed,
        }
    }

    /// Whether a dash after a stop opens a sentence (`- Posted like sentinels`), rather than going on (`-- you have`).
    fn dash_opens(&self, at: usize) -> bool {
        let mut i = at;
        while let Some(c) = char_at(self.text, i).filter(|&c| is_dash(c)) {
            i += c.len_utf8();
            if i - at > 8 {
                break;
            }
        }
        let gap = Gap::after(self.text, i);
        char_at(self.text, gap.end).is_some_and(|c| c.is_uppercase() || is_opener(c))
    }

    /// A single full stop with white space after it.
    fn after_stop(&self, at: usize, run: Run, next: Next) -> bool {
        let text = self.text;
        // Texts that were cut into tokens have a space before the stop.
        let end = match char_before(text, at) {
            Some(c) if is_blank(c) && at > self.start + 1 => at - c.len_utf8(),
            _ => at,
        };
        let word = Word::before(text, end, self.start);
        if next.start == Start::Lower {
            return self.before_lower(run, word, next);
        }
        if next.start == Start::Dash {
            if run.quote_closed {
                // `"…" - Anna Lund`
                return false;
            }
            let abbreviated = word.lists(text, self.lexicon).any(ABBREVIATIONS) || word.dotted(text).is_some();
            return !abbreviated && self.dash_opens(next.word.start);
        }
        if word.is_empty() || word.len() >= 12 {
            return true;
        }
        if next.bracket && next.start == Start::Digit {
            return false;
        }
        if next.start == Start::Digit && self.bracket_open(at) {
            return false;
        }
        let initial = next.word.len() == 1 && self.bytes.get(next.word.end) == Some(&b'.');
        let opener = next.lists.has(List::SentenceOpener) && !initial
            || (next.opened && !next.bracket && next.start == Start::Upper);
        if let Some(c) = word.single_letter(text) {
            return self.after_initial(c, word, next, opener);
        }
        let lists = word.lists(text, self.lexicon);
        if let Some(dotted) = word.dotted(text) {
            return self.after_dotted(word, lists, dotted.single, next, opener);
        }
        if word.is_number(text) {
            return true;
        }
        if lists.has(List::AbbreviationUnit) && self.number_before(word) {
            return next.start != Start::Digit;
        }
        if next.start == Start::Digit {
            if lists.has(List::AbbreviationBeforeNumber) {
                return false;
            }
            return !(lists.has(List::Abbreviation) || word.of(text).contains('°'));
        }
        if lists.has(List::AbbreviationBeforeName) && word.starts_upper(text) {
            return run.quote_closed;
        }
        if lists.has(List::AbbreviationFinal) {
            return self.after_final(word, next, opener);
        }
        if lists.has(List::Abbreviation) {
            return opener;
        }
        if word.looks_abbreviated(text) && !lists.has(List::AbbreviationUnit) {
            return opener;
        }
        true
    }

    /// A stop before a word in lower case: the writer leaves capitals out, a list item or a web address follows, or
    /// (the rule in print) the sentence goes on.
    fn before_lower(&self, run: Run, word: Word, next: Next) -> bool {
        let text = self.text;
        if self.marker_follows(next.word, next.bracket) {
            return true;
        }
        if matches!(next.word.of(text), "http" | "https" | "www") {
            return true;
        }
        if next.opened || run.quote_closed || run.bracket_closed || run.spaced {
            return false;
        }
        let ordinary = word.len() >= 4
            && word.of(text).bytes().all(|x| x.is_ascii_lowercase())
            && !word.looks_abbreviated(text)
            && !word.lists(text, self.lexicon).any(ABBREVIATIONS.or(ListSet::one(List::AbbreviationUnit)));
        ordinary && !self.is_reported(next.word)
    }

    /// `b) Refusing`, `(ii) Refusing`.
    fn marker_follows(&self, word: Word, bracket: bool) -> bool {
        let w = word.of(self.text).as_bytes();
        let numeral = w.len() == 1 || (w.len() <= 4 && w.iter().all(|x| matches!(x, b'i' | b'v' | b'x')));
        match self.bytes.get(word.end) {
            Some(b')') => numeral,
            Some(b'.') => !bracket && w == b"a" && self.bytes.get(word.end + 1) == Some(&b' '),
            _ => false,
        }
    }

    /// Whether a bracket was opened shortly before `at` and is not closed.
    fn bracket_open(&self, at: usize) -> bool {
        let from = self.start.max(at.saturating_sub(40));
        let last = self.bytes[from..at].iter().rev().find(|x| matches!(x, b'(' | b')' | b'[' | b']'));
        matches!(last, Some(b'(' | b'['))
    }

    /// Initials: `John F. Kennedy`, `Plan B. The`, `you and I. Did`.
    fn after_initial(&self, letter: char, word: Word, next: Next, opener: bool) -> bool {
        let text = self.text;
        let before = Word::before(text, word.start.saturating_sub(1), self.start);
        if next.start == Start::Digit {
            return letter.is_uppercase() && letter != 'P';
        }
        if letter == 'I' && matches!(before.of(text), "and" | "or" | "than" | "as" | "am" | "do" | "did" | "was") {
            return true;
        }
        if letter.is_lowercase() {
            // `5 a. m. The`, or a list marker inside a sentence.
            return opener;
        }
        opener
    }

    fn after_dotted(&self, word: Word, lists: ListSet, single: bool, next: Next, opener: bool) -> bool {
        if lists.has(List::AbbreviationBeforeName) {
            return false;
        }
        if next.start == Start::Digit {
            return !lists.any(ListSet::one(List::AbbreviationBeforeNumber).or(ListSet::one(List::Abbreviation)));
        }
        if lists.has(List::AbbreviationFinal) || !single {
            return self.after_final(word, next, opener);
        }
        opener
    }

    /// `p.m.`, `etc.`: the stop ends the sentence before a capital, unless the word after it belongs to it or the
    /// sentence has only begun (`At 5 a.m. Mr. Smith went`).
    fn after_final(&self, word: Word, next: Next, opener: bool) -> bool {
        if opener {
            return true;
        }
        if next.lists.has(List::TimeFollower) || next.word.all_upper(self.text) && next.word.len() <= 4 {
            return false;
        }
        !self.is_fronted(word)
    }

    /// Whether the sentence so far is only an adverbial in front: a preposition, and at most a few words without a
    /// pause that would close it.
    fn is_fronted(&self, word: Word) -> bool {
        let text = self.text;
        if word.start.saturating_sub(self.start) > 60 {
            return false;
        }
        let mut from = self.start;
        let mut words = 0;
        let so_far = text.get(self.start..word.start).unwrap_or("");
        if let Some(colon) = so_far.find(": ") {
            from += colon + 1;
        }
        let gap = Gap::after(text, from);
        let first = Word::after(text, gap.end);
        for part in text.get(gap.end..word.start).unwrap_or("").split_whitespace() {
            words += 1;
            if part.ends_with('.') && part.len() > 5 {
                return false;
            }
        }
        words <= 9 && first.lists(text, self.lexicon).has(List::Preposition)
    }

    fn number_before(&self, word: Word) -> bool {
        let text = self.text;
        let end = match char_before(text, word.start) {
            Some(c) if is_blank(c) || is_dash(c) => word.start - c.len_utf8(),
            _ => return char_before(text, word.start).is_some_and(|c| c.is_ascii_digit()),
        };
        let before = Word::before(text, end, self.start);
        before.of(text).ends_with(|c: char| c.is_numeric())
    }
}

/// Every list of abbreviations.
const ABBREVIATIONS: ListSet = ListSet::one(List::Abbreviation)
    .or(ListSet::one(List::AbbreviationBeforeName))
    .or(ListSet::one(List::AbbreviationBeforeNumber))
    .or(ListSet::one(List::AbbreviationFinal));

/// Words in lower case that go on after a name with a mark in it: `at Yahoo! in 2004`.
const GOES_ON: ListSet = ListSet::one(List::Preposition).or(ListSet::one(List::Auxiliary));

fn ends(at: usize) -> Verdict {
    Verdict::Ends(at, at)
}

/// The end of a note: `[12]`, `[2–11]`, `[...]`, `[citation needed]`.
fn footnote_end(b: &[u8], at: usize) -> Option<usize> {
    if b.get(at) != Some(&b'[') {
        return None;
    }
    let close = b[at..].iter().take(32).position(|x| *x == b']')?;
    let inside = &b[at + 1..at + close];
    let digits = inside.iter().any(u8::is_ascii_digit);
    let number = inside.iter().all(|x| x.is_ascii_digit() || matches!(x, b',' | b'-' | b' ') || *x >= 0x80);
    let dots = !inside.is_empty() && inside.iter().all(|x| matches!(x, b'.' | b' '));
    let needed = inside.ends_with(b" needed");
    (digits && number || dots || needed).then_some(at + close + 1)
}

/// The end of `:)`, `;-)`.
fn smiley_end(b: &[u8], at: usize) -> Option<usize> {
    if !matches!(b.get(at), Some(b':' | b';')) {
        return None;
    }
    let nose = usize::from(b.get(at + 1) == Some(&b'-'));
    let mouth = matches!(b.get(at + 1 + nose), Some(b')' | b'(' | b'D' | b'P'));
    let end = at + 2 + nose;
    (mouth && b.get(end).is_none_or(u8::is_ascii_whitespace)).then_some(end)
}
