//! A page of text: runs of words in different inks, wrapped at a width, with or without colour.

use crate::report::clean::{clip, width};

/// How words are shown on a terminal that has colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ink {
    Plain,
    Bold,
    Dim,
    /// Where something stands.
    Place,
    /// In what articles differ.
    Facet,
    /// What an editor must not miss.
    Alert,
    /// A value inside its sentence.
    Under,
    /// Words that the other versions lack, in the first version.
    Minus,
    /// Words that the first version lacks.
    Plus,
}

impl Ink {
    const fn code(self) -> &'static str {
        match self {
            Ink::Plain => "",
            Ink::Bold => "\u{1b}[1m",
            Ink::Dim => "\u{1b}[2m",
            Ink::Place => "\u{1b}[36m",
            Ink::Facet => "\u{1b}[33m",
            Ink::Alert => "\u{1b}[1;35m",
            Ink::Under => "\u{1b}[4m",
            Ink::Minus => "\u{1b}[31m",
            Ink::Plus => "\u{1b}[32m",
        }
    }
}

const RESET: &str = "\u{1b}[0m";

/// Words in one ink.
#[derive(Debug, Clone)]
pub(crate) struct Run {
    ink: Ink,
    text: String,
}

impl Run {
    pub(crate) fn new(ink: Ink, text: impl Into<String>) -> Self {
        Self { ink, text: text.into() }
    }

    pub(crate) fn plain(text: impl Into<String>) -> Self {
        Self::new(Ink::Plain, text)
    }
}

/// A text being laid out.
#[derive(Debug)]
pub(crate) struct Page {
    out: String,
    width: usize,
    colour: bool,
}

impl Page {
    pub(crate) fn new(width: usize, colour: bool) -> Self {
        Self { out: String::new(), width, colour }
    }

    pub(crate) fn width(&self) -> usize {
        self.width
    }

    pub(crate) fn finish(self) -> String {
        self.out
    }

    pub(crate) fn blank(&mut self) {
        self.out.push('\n');
    }

    /// A blank line before every item but the first.
    pub(crate) fn blank_between(&mut self, n: usize) {
        if n > 0 {
            self.blank();
        }
    }

    pub(crate) fn heading(&mut self, title: &str, rest: &str) {
        self.line(&[Run::new(Ink::Bold, title), Run::new(Ink::Dim, rest)]);
    }

    /// A heading with a rule above it.
    pub(crate) fn section(&mut self, title: &str, n: usize, what: &str) {
        self.blank();
        let rule = "─".repeat(self.width);
        self.line(&[Run::new(Ink::Dim, rule)]);
        let title = format!("{title} ({n})");
        let room = self.width.saturating_sub(width(&title) + 2);
        self.heading(&title, &format!("  {}", clip(what, room)));
        self.blank();
    }

    /// One line as it is, however long.
    pub(crate) fn line(&mut self, runs: &[Run]) {
        self.line_in("", runs);
    }

    pub(crate) fn line_in(&mut self, indent: &str, runs: &[Run]) {
        self.out.push_str(indent);
        for run in runs {
            self.put(run.ink, &run.text);
        }
        self.end_line();
    }

    /// Wraps at spaces; `first` stands before the first line, `rest` before the others. A no-break space is written as
    /// a space. Words longer than a line stand on one of their own.
    pub(crate) fn wrapped(&mut self, first: &str, rest: &str, runs: &[Run]) {
        let mut line: Vec<(Ink, String)> = Vec::new();
        let mut indent = first;
        let mut column = width(first);
        for word in words(runs) {
            let long: usize = word.parts.iter().map(|(_, text)| width(text)).sum();
            let mut spaces = word.spaces;
            if !line.is_empty() && column + spaces + long > self.width {
                self.flush(indent, &mut line);
                (indent, column, spaces) = (rest, width(rest), 0);
            }
            // A space between two words of one ink belongs to it; else it has none.
            let continues = matches!((line.last(), word.parts.first()), (Some((a, _)), Some((b, _))) if a == b);
            for _ in 0..spaces {
                match line.last_mut() {
                    Some((_, text)) if continues => text.push(' '),
                    _ => line.push((Ink::Plain, " ".to_owned())),
                }
            }
            for (ink, text) in word.parts {
                match line.last_mut() {
                    Some((last, open)) if *last == ink => open.push_str(text),
                    _ => line.push((ink, text.to_owned())),
                }
            }
            column += spaces + long;
        }
        self.flush(indent, &mut line);
    }

    fn flush(&mut self, indent: &str, line: &mut Vec<(Ink, String)>) {
        self.out.push_str(indent);
        for (ink, text) in line.drain(..) {
            self.put(ink, &text.replace('\u{a0}', " "));
        }
        self.end_line();
    }

    fn put(&mut self, ink: Ink, text: &str) {
        if self.colour && ink != Ink::Plain && !text.is_empty() {
            self.out.push_str(ink.code());
            self.out.push_str(text);
            self.out.push_str(RESET);
        } else {
            self.out.push_str(text);
        }
    }

    fn end_line(&mut self) {
        self.out.truncate(self.out.trim_end_matches(' ').len());
        self.out.push('\n');
    }
}

/// What stands between two spaces: it may have several inks.
#[derive(Default)]
struct Word<'r> {
    /// How many spaces stand before it.
    spaces: usize,
    parts: Vec<(Ink, &'r str)>,
}

fn words(runs: &[Run]) -> Vec<Word<'_>> {
    let mut out: Vec<Word<'_>> = Vec::new();
    let mut open = Word::default();
    for run in runs {
        for (i, part) in run.text.split(' ').enumerate() {
            if i > 0 {
                if open.parts.is_empty() {
                    open.spaces += 1;
                } else {
                    out.push(std::mem::take(&mut open));
                    open.spaces = 1;
                }
            }
            if !part.is_empty() {
                open.parts.push((run.ink, part));
            }
        }
    }
    if !open.parts.is_empty() {
        out.push(open);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Ink, Page, Run};

    #[test]
    fn wrapped_at_the_width_whatever_the_inks() {
        let runs = [Run::plain("one “"), Run::new(Ink::Minus, "two three"), Run::plain("” four")];
        let mut page = Page::new(13, false);
        page.wrapped("- ", "  ", &runs);
        assert_eq!(page.finish(), "- one “two\n  three” four\n");
        let mut page = Page::new(13, true);
        page.wrapped("- ", "  ", &runs);
        assert_eq!(page.finish(), "- one “\u{1b}[31mtwo\u{1b}[0m\n  \u{1b}[31mthree\u{1b}[0m” four\n");
    }

    #[test]
    fn a_word_longer_than_the_line() {
        let mut page = Page::new(6, false);
        page.wrapped("", "  ", &[Run::plain("a incomprehensible b")]);
        assert_eq!(page.finish(), "a\n  incomprehensible\n  b\n");
    }
}
