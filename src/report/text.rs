//! The report as plain text: what an editor reads first.

use crate::compare::finding::Facet;
use crate::report::Report;
use crate::report::clean::{clip, clip_start, width};
use crate::report::ink::{Ink, Page, Run};
use crate::report::view::{Divergence, FacetView, Place, Quoted, Spot, View, count, facet_label};
use crate::text::article::Article;
use std::fmt;

/// A report laid out as text.
///
/// Differing words are marked `[-so-]` in what most articles have and `{+so+}` in the others, so nothing is lost
/// without colour. Control characters and marks that turn the direction of writing are left out.
///
/// ```
/// use corroborate::{Article, Corroborator, report::text::TextReport};
/// let articles = [Article::new("a1", "The ferry left at noon.").with_outlet("Harbour Post")];
/// let report = Corroborator::english().cross_reference(&articles);
/// let text = TextReport::new(&report, &articles).to_string();
/// assert!(text.starts_with("1 ARTICLE"));
/// ```
#[derive(Debug)]
pub struct TextReport {
    view: View,
    width: usize,
    colour: bool,
    all: bool,
}

/// How many single-source claims are listed before the rest is only counted.
const SINGLES: usize = 20;

impl TextReport {
    /// `articles` are those that the report was made from: lines are counted in their texts.
    #[must_use]
    pub fn new(report: &Report, articles: &[Article]) -> Self {
        Self { view: View::new(report, articles), width: 100, colour: false, all: false }
    }

    /// Lines of at most this many columns (100 unless told; never below 40).
    #[must_use]
    pub fn width(mut self, columns: usize) -> Self {
        self.width = columns.max(40);
        self
    }

    /// Whether to colour, with ANSI escapes.
    #[must_use]
    pub fn colour(mut self, colour: bool) -> Self {
        self.colour = colour;
        self
    }

    /// Whether to list every single-source claim, however many there are.
    #[must_use]
    pub fn all(mut self, all: bool) -> Self {
        self.all = all;
        self
    }
}

impl fmt::Display for TextReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut page = Page::new(self.width, self.colour);
        head(&mut page, &self.view);
        divergences(&mut page, "DIVERGENCES", "where articles differ", &self.view.divergences, false);
        agreements(&mut page, &self.view);
        singles(&mut page, &self.view.singles, if self.all { usize::MAX } else { SINGLES });
        divergences(&mut page, "UPDATES", "a later article supersedes an earlier one", &self.view.updates, true);
        notes(&mut page, &self.view);
        f.write_str(&page.finish())
    }
}

/// `Harbour Post (line 12)`.
fn place(at: &Place, dated: bool) -> String {
    let detail = at.detail(dated);
    if detail.is_empty() { at.label.clone() } else { format!("{} ({detail})", at.label) }
}

fn head(page: &mut Page, view: &View) {
    page.heading(&count(view.articles.len(), "article").to_uppercase(), "");
    let column = |of: fn(&crate::report::view::Row) -> String| view.articles.iter().map(|r| width(&of(r))).max();
    let label = column(|r| r.label.clone()).unwrap_or(0).min(page.width() / 3);
    let id = column(|r| r.id.clone()).unwrap_or(0).min(page.width() / 3);
    let date = column(|r| r.published.clone().unwrap_or_else(|| "no date".to_owned())).unwrap_or(0);
    for row in &view.articles {
        let name = pad(&clip(&row.label, label), label);
        let words = row.words.map_or_else(String::new, |n| format!("{:>11}", count(n, "word")));
        let published = pad(row.published.as_deref().unwrap_or("no date"), date);
        let mut line = vec![Run::new(Ink::Bold, format!("  {name}"))];
        line.push(Run::plain(format!("  {}  {published}{words}", pad(&clip(&row.id, id), id))));
        if let Some(title) = &row.title {
            let room = page.width().saturating_sub(label + id + date + width(&words) + 8);
            if room > 15 {
                line.push(Run::plain(format!("  {}", clip(title, room))));
            }
        }
        page.line(&line);
    }
    page.blank();
    page.wrapped("", "", &[Run::new(Ink::Bold, view.sums())]);
}

fn divergences(page: &mut Page, title: &str, what: &str, list: &[Divergence], dated: bool) {
    if list.is_empty() && dated {
        return;
    }
    page.section(title, list.len(), what);
    if list.is_empty() {
        page.wrapped("  ", "  ", &[Run::plain("None found.")]);
    }
    for (n, item) in list.iter().enumerate() {
        page.blank_between(n);
        page.wrapped(&number(n), "    ", &[Run::new(Ink::Bold, item.summary.clone())]);
        for facet in &item.facets {
            let mut line = vec![Run::new(Ink::Facet, facet_label(facet.facet))];
            if !facet.reason.is_empty() && facet.reason != item.summary {
                line.push(Run::new(Ink::Dim, format!(" · {}", facet.reason)));
            }
            page.wrapped("    ", "      ", &line);
            values(page, facet, dated);
        }
    }
}

/// The values side by side: short ones in a table with their sentences, long ones as blocks.
fn values(page: &mut Page, facet: &FacetView, dated: bool) {
    let value = facet.variants.iter().map(|v| width(&v.text())).max().unwrap_or(0);
    if facet.facet == Facet::Wording || value > page.width() * 3 / 10 {
        blocks(page, facet, dated);
        return;
    }
    let spots = || facet.variants.iter().flat_map(|v| v.spots.iter().map(move |s| (v, s)));
    let at = spots().map(|(_, s)| width(&place(&s.place, dated))).max().unwrap_or(0).min(page.width() * 4 / 10);
    for (variant, spot) in spots() {
        let label = pad(&place(&spot.place, dated), at);
        let room = page.width().saturating_sub(6 + width(&label) + 2 + value + 2);
        let mut line = vec![Run::new(Ink::Place, label), Run::plain("  ")];
        line.push(Run::new(Ink::Bold, pad(&variant.text(), value)));
        line.extend(context(spot, room));
        page.line_in("      ", &line);
    }
}

/// Every version whole, with the words marked in which it differs.
fn blocks(page: &mut Page, facet: &FacetView, dated: bool) {
    for (n, variant) in facet.variants.iter().enumerate() {
        let at: Vec<String> = variant.spots.iter().map(|s| place(&s.place, dated)).collect();
        page.wrapped("      ", "      ", &[Run::new(Ink::Place, at.join(", "))]);
        let mut line = vec![Run::plain("“")];
        for (i, piece) in variant.pieces.iter().enumerate() {
            line.push(Run::plain(if i > 0 { " " } else { "" }));
            line.push(match (piece.changed, n) {
                (false, _) => Run::plain(piece.text.clone()),
                (true, 0) => Run::new(Ink::Minus, format!("[-{}-]", piece.text)),
                (true, _) => Run::new(Ink::Plus, format!("{{+{}+}}", piece.text)),
            });
        }
        line.push(Run::plain("”"));
        page.wrapped("        ", "        ", &line);
    }
}

/// The sentence around a value, cut to `room` columns with the value in it.
fn context(spot: &Spot, room: usize) -> Vec<Run> {
    let Some((before, value, after)) = &spot.context else { return Vec::new() };
    let inner = room.saturating_sub(width(value) + 2);
    if inner < 16 {
        return Vec::new();
    }
    let left = (inner / 2).max(inner.saturating_sub(width(after)));
    let before = clip_start(before, left);
    let after = clip(after, inner.saturating_sub(width(&before)).max(1));
    vec![
        Run::new(Ink::Dim, format!("  “{before}")),
        Run::new(Ink::Under, value.clone()),
        Run::new(Ink::Dim, format!("{after}”")),
    ]
}

fn agreements(page: &mut Page, view: &View) {
    page.section("AGREEMENTS", view.agreements.len(), "what several articles say");
    if view.agreements.is_empty() {
        page.wrapped("  ", "  ", &[Run::plain("None found.")]);
    }
    for (n, item) in view.agreements.iter().enumerate() {
        page.blank_between(n);
        page.wrapped(&number(n), "    ", &[Run::new(Ink::Bold, item.summary.clone())]);
        let flag = Run::new(Ink::Alert, if item.is_one_source() { "ONE SOURCE" } else { "" });
        let gap = if item.is_one_source() { " · " } else { "" };
        page.wrapped("    ", "    ", &[flag, Run::plain(format!("{gap}{}", item.standing()))]);
        quoted(page, &item.quoted);
    }
}

/// One line a quotation, clipped.
fn quoted(page: &mut Page, list: &[Quoted]) {
    let column = list.iter().map(|q| width(&place(&q.place, false))).max().unwrap_or(0).min(page.width() * 4 / 10);
    for q in list {
        let at = place(&q.place, false);
        let room = page.width().saturating_sub(6 + column.max(width(&at)) + 4);
        let line = [Run::new(Ink::Place, pad(&at, column)), Run::plain(format!("  “{}”", clip(&q.text, room.max(20))))];
        page.line_in("      ", &line);
    }
}

fn singles(page: &mut Page, list: &[Quoted], most: usize) {
    page.section("SINGLE SOURCE", list.len(), "what only one article says");
    if list.is_empty() {
        page.wrapped("  ", "  ", &[Run::plain("None found.")]);
    }
    let column = list.iter().take(most).map(|q| width(&place(&q.place, false))).max().unwrap_or(0);
    for q in list.iter().take(most) {
        let at = pad(&place(&q.place, false), column.min(page.width() * 4 / 10));
        let indent = " ".repeat(width(&at) + 4);
        page.wrapped(
            "  ",
            &indent,
            &[Run::new(Ink::Place, at.replace(' ', "\u{a0}")), Run::plain(format!("  “{}”", clip(&q.text, 240)))],
        );
    }
    let left = list.len().saturating_sub(most);
    if left > 0 {
        page.wrapped(
            "  ",
            "  ",
            &[Run::new(Ink::Dim, format!("and {left} more: --all lists them, --format json has every one"))],
        );
    }
}

fn notes(page: &mut Page, view: &View) {
    if view.notes.is_empty() {
        return;
    }
    page.section("NOTES", view.notes.len(), "how the articles were read, and what was left out");
    for (note, articles) in &view.notes {
        let mut line = vec![];
        if !articles.is_empty() {
            line.push(Run::new(Ink::Place, format!("{}: ", articles.join(", "))));
        }
        line.push(Run::plain(note.clone()));
        page.wrapped("  ", "    ", &line);
    }
}

fn number(n: usize) -> String {
    format!("{:>3} ", n + 1)
}

fn pad(s: &str, columns: usize) -> String {
    format!("{s}{}", " ".repeat(columns.saturating_sub(width(s))))
}

#[cfg(test)]
mod tests {
    use super::TextReport;
    use crate::report::fixture::ferry;

    #[test]
    fn what_an_editor_must_see() {
        let (report, articles) = ferry();
        let text = TextReport::new(&report, &articles).to_string();
        println!("{text}");
        let narrow = TextReport::new(&report, &articles).width(60).colour(true).to_string();
        println!("{narrow}");
    }
}
