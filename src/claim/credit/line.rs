//! Credits that stand for a whole article: datelines, bylines, sign-offs, copyright lines.

use super::name::Name;
use super::{Credit, CreditKind, CreditScope, Reader};
use crate::lexicon::List;
use crate::text::fold::fold;
use crate::text::one_of::{OneOf, one_of};
use crate::text::skip::next_special;
use crate::text::token::{Token, TokenKind};
use std::ops::Range;

/// A line longer than this many tokens is running text, unless its end is a sign-off in brackets.
const SHORT: usize = 40;

/// How far into a paragraph a dateline's bracket may stand, in tokens.
const DATELINE: usize = 14;

/// The article-wide credits, appended to `out`.
pub(super) fn credits(reader: &Reader<'_>, out: &mut Vec<Credit>) {
    let lines = lines(reader);
    let count = lines.len();
    for (n, line) in lines.into_iter().enumerate() {
        let line = Line { reader, range: line };
        line.dateline(out);
        line.bracketed_end(out);
        if line.range.len() <= SHORT {
            line.signed(out);
            line.bare(out, n < 6 || n + 4 >= count);
        } else {
            // `… said. (With inputs from PTI)`, `… year. Reporting by The Associated Press.`
            line.tail().signed(out);
        }
    }
}

/// The lines of the text, as ranges of tokens.
fn lines(reader: &Reader<'_>) -> Vec<Range<usize>> {
    let doc = reader.doc;
    let bytes = doc.text.as_bytes();
    let mut out = Vec::new();
    let (mut start, mut at) = (0, 0);
    loop {
        let end = next_special(bytes, at, bytes.len(), |b| matches!(b, b'\n' | b'\r'));
        let next = if end < bytes.len() { doc.token_at(end) } else { doc.tokens.len() };
        if next > start {
            out.push(start..next);
            start = next;
        }
        if end == bytes.len() {
            return out;
        }
        at = end + 1;
    }
}

struct Line<'a, 'd> {
    reader: &'a Reader<'d>,
    range: Range<usize>,
}

impl Line<'_, '_> {
    fn token(&self, i: usize) -> Option<&Token> {
        self.range.contains(&i).then(|| self.reader.token(i)).flatten()
    }

    fn word(&self, i: usize) -> &str {
        if self.range.contains(&i) { self.reader.word(i) } else { "" }
    }

    /// Whether token `i` is `word`.
    fn is(&self, i: usize, word: &str) -> bool {
        self.token(i).is_some_and(|t| t.is(self.reader.doc.text, word))
    }

    /// Whether token `i` is one of some marks.
    fn is_one(&self, i: usize, marks: &OneOf<'_>) -> bool {
        self.token(i).is_some_and(|t| t.is_one(self.reader.doc.text, marks))
    }

    fn push(&self, from: usize, end: usize, name: &Name, out: &mut Vec<Credit>) {
        self.push_part(from, end, name, false, out);
    }

    fn push_part(&self, from: usize, end: usize, name: &Name, part: bool, out: &mut Vec<Credit>) {
        out.push(Credit {
            span: self.reader.span(from, end),
            name: name.name.clone(),
            kind: name.kind,
            scope: if part { CreditScope::Part } else { CreditScope::Article },
            by: None,
            sort: fold(&name.name),
        });
    }

    /// The last sentence or two of the line, as a line of its own.
    fn tail(&self) -> Self {
        let doc = self.reader.doc;
        let last = self.token(self.range.end - 1).and_then(|t| doc.sentence_at(t.span.start()));
        let start = last.map_or(self.range.end, |s| doc.range_of(s).start.max(self.range.start));
        let start = if self.range.end - start > SHORT { self.range.end } else { start };
        Line { reader: self.reader, range: start..self.range.end }
    }

    /// `PARIS (AP) —`, `HALLEN, Nov 13 (CWS) -`, `New Delhi, Jul 5 (PTI) The …`.
    fn dateline(&self, out: &mut Vec<Credit>) {
        let open = (self.range.start..self.range.end.min(self.range.start + DATELINE)).find(|&i| self.is(i, "("));
        let Some(open) = open.filter(|&o| o > self.range.start && self.place_before(o)) else { return };
        let Some(close) = (open + 1..open + 7).find(|&i| self.word(i) == ")") else { return };
        let dashed = matches!(self.word(close + 1), "-" | "–" | "—" | "―" | ":");
        let numbered = (self.range.start..open)
            .any(|i| self.reader.is_time(i) || self.token(i).is_some_and(|t| t.kind == TokenKind::Number));
        let mut any = false;
        let mut p = open + 1;
        while p < close {
            if let Some(name) = self.reader.outlet_at(p, false) {
                if name.end <= close && (dashed || numbered && !name.weak) {
                    self.push(name.first, name.end, &name, out);
                    any = true;
                    p = name.end;
                    continue;
                }
            }
            p += 1;
        }
        // A name that no list knows: the dash after it says enough.
        let capitals = (open + 1..close).all(|i| self.reader.capital(i) || matches!(self.word(i), "&" | "-"));
        if !any && dashed && capitals && close - open <= 5 {
            let name = Name {
                first: open + 1,
                end: close,
                name: self.reader.words(open + 1, close),
                kind: CreditKind::Agency,
                listed: false,
                weak: false,
            };
            self.push(open + 1, close, &name, out);
        }
    }

    /// Whether the line up to token `open` is a place and perhaps a date.
    fn place_before(&self, open: usize) -> bool {
        let r = self.reader;
        let mut lower = 0;
        for i in self.range.start..open {
            let Some(t) = self.token(i) else { return false };
            let fits = match t.kind {
                TokenKind::Word => {
                    t.is_capitalised() || matches!(self.word(i), "and" | "de" | "of" | "the" | "le" | "la")
                }
                TokenKind::Number | TokenKind::Possessive => true,
                TokenKind::Mark => matches!(self.word(i), "," | "." | "-" | "/" | "'" | "’" | "–" | "—" | "(" | ")"),
            };
            lower += usize::from(!fits);
            if r.quoted[i] || lower > 0 {
                return false;
            }
        }
        r.capital(self.range.start)
    }

    /// `… on Monday. (ANI)`, `… on Monday. — AFP`, `(AP/Reuters)` at a line's end.
    fn bracketed_end(&self, out: &mut Vec<Credit>) {
        let end = self.range.end;
        let last = if self.is_one(end - 1, one_of![".", "*"]) { end.saturating_sub(2) } else { end - 1 };
        if self.is(last, ")") {
            let open = (last.saturating_sub(8)..last).rev().find(|&i| self.word(i) == "(");
            let Some(open) = open else { return };
            let mut p = open + 1;
            let mut found = Vec::new();
            while p < last {
                match self.reader.outlet_at(p, false).filter(|n| n.kind == CreditKind::Agency && n.end <= last) {
                    Some(name) => {
                        p = name.end;
                        found.push(name);
                    }
                    None if matches!(self.word(p), "/" | "," | "and" | "&" | "with") => p += 1,
                    None => return,
                }
            }
            // A bracket in mid-text defines an acronym; one after a full stop signs.
            if matches!(self.word(open.wrapping_sub(1)), "." | "”" | "\"" | "'" | "’" | "") {
                for name in found {
                    self.push(name.first, name.end, &name, out);
                }
            }
            return;
        }
        let back = (last.saturating_sub(5)..=last).rev().find(|&i| self.is_one(i, one_of!["-", "–", "—"]));
        if let Some(dash) = back.filter(|&d| d > self.range.start && matches!(self.word(d - 1), "." | "”" | "\"" | "-"))
        {
            if let Some(name) = self.reader.outlet_at(dash + 1, false).filter(|n| n.end == last + 1 && !n.weak) {
                self.push(name.first, name.end, &name, out);
            }
        }
    }

    /// A line that says whose report it is: `By The Associated Press`, `Unipress contributed to this report.`
    fn signed(&self, out: &mut Vec<Credit>) {
        let r = self.reader;
        let sign_off = |i: usize| r.find(List::SignOff, i).filter(|m| i + m.len <= self.range.end);
        let signs = |i: usize| {
            sign_off(i).is_some() || r.token(i).is_some_and(|t| t.kind == TokenKind::Mark) && self.is(i, "©")
        };
        // Most lines have nothing that may sign.
        let may_sign = |t: &Token| t.may_open(List::SignOff) || t.is_mark(r.doc.text, "©");
        if !r.doc.tokens.get(self.range.clone()).is_some_and(|own| own.iter().any(may_sign)) {
            return;
        }
        if !self.range.clone().any(signs)
            || self.range.clone().any(|i| r.token(i).is_some_and(|t| t.is_one(r.doc.text, PICTURE)))
        {
            return;
        }
        let mut from = self.range.start;
        let mut i = from;
        while i < self.range.end {
            let sign = sign_off(i).map(|m| (m.len, m.entry.field(0)));
            let Some((len, shape)) = sign.or((self.word(i) == "©").then_some((1, "rights"))) else {
                // A full stop begins anew: each sentence signs for itself.
                if self.word(i) == "." {
                    from = i + 1;
                }
                i += 1;
                continue;
            };
            let at = i..i + len;
            i = at.end;
            match shape {
                "before" => self.names(from..at.start, &at, shape, out),
                "after" | "part" | "rights" => i = self.names_after(at.end, shape, out),
                _ if at.start == self.range.start => i = self.names_after(at.end, shape, out),
                _ => {}
            }
        }
    }

    /// The outlets named from token `from` to the end of the sentence or line; where that is.
    fn names_after(&self, from: usize, shape: &str, out: &mut Vec<Credit>) -> usize {
        let end = (from..self.range.end).find(|&i| matches!(self.word(i), "." | ";")).unwrap_or(self.range.end);
        self.names(from..end, &(from..from), shape, out);
        end
    }

    /// The outlets named in `within`. `sign`: the words after them that sign.
    fn names(&self, within: Range<usize>, sign: &Range<usize>, shape: &str, out: &mut Vec<Credit>) {
        let r = self.reader;
        let count = out.len();
        let mut p = within.start;
        while p < within.end {
            match r.outlet_at(p, false).filter(|n| n.end <= within.end) {
                Some(name) => {
                    // A surname like `Post` is an author's.
                    if !(name.weak && shape == "byline") {
                        // Rights in a text are most often the outlet's own, an agency's in all of it.
                        let rights = shape == "rights" && name.kind != CreditKind::Agency;
                        let part = rights || matches!(shape, "before" | "part");
                        self.push_part(name.first, name.end, &name, part, out);
                    }
                    p = name.end;
                }
                None => p += 1,
            }
        }
        // `Unipress contributed to this report`: one unknown word can only be an agency; two are a person.
        if out.len() == count && sign.len() > 1 && within.len() == 1 && r.capital(within.start) {
            let (first, end) = (within.start, within.end);
            let name = r.words(first, end);
            let name = Name { first, end, name, kind: CreditKind::Agency, listed: false, weak: false };
            self.push_part(first, sign.end, &name, true, out);
        }
    }

    /// An agency's name alone on a line near the article's beginning or end.
    fn bare(&self, out: &mut Vec<Credit>, near_edge: bool) {
        let marks = |i: usize| self.token(i).is_some_and(|t| t.kind == TokenKind::Mark);
        let start = self.range.clone().find(|&i| !marks(i)).unwrap_or(self.range.end);
        if !near_edge || self.range.len() > 6 || start >= self.range.end {
            return;
        }
        if let Some(name) = self.reader.outlet_at(start, false) {
            if name.kind == CreditKind::Agency && !name.weak && (name.end..self.range.end).all(marks) {
                self.push(name.first, name.end, &name, out);
            }
        }
    }
}

/// A line with one of these words speaks of a picture.
const PICTURE: &OneOf<'_> = one_of![
    "photo",
    "photos",
    "image",
    "images",
    "picture",
    "pictures",
    "photograph",
    "photographer",
    "getty",
    "video",
    "shutterstock",
    "graphic",
    "illustration",
    "footage",
    "courtesy",
    "caption",
    "subscribe",
    "newsletter"
];
