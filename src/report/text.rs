//! The report as plain text: what an editor reads first.

use crate::compare::finding::Facet;
use crate::report::Report;
use crate::report::clean::{clip, clip_start, width};
use crate::report::ink::{Ink, Page, Run};
use crate::report::view::{Agreement, Divergence, FacetView, Place, Quoted, Row, Spot, View, count, facet_label};
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
        copies(&mut page, &self.view.copies);
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
    let date = |r: &Row| r.published.clone().unwrap_or_else(|| "no date".to_owned());
    let label = view.articles.iter().map(|r| width(&r.label)).max().unwrap_or(0).min(page.width() / 3);
    let dates = view.articles.iter().map(|r| width(&date(r))).max().unwrap_or(0);
    for row in &view.articles {
        let name = Run::new(Ink::Bold, pad(&clip(&row.label, label), label));
        let words = row.words.map_or_else(String::new, |n| format!("{:>11}", count(n, "word")));
        let room = page.width().saturating_sub(2 + label + 2 + dates + width(&words) + 2);
        let what = row.title.as_ref().unwrap_or(&row.id);
        let what = if room < 12 { String::new() } else { format!("  {}", clip(what, room)) };
        page.line_in("  ", &[name, Run::plain(format!("  {}{words}{what}", pad(&date(row), dates)))]);
    }
    for event in &view.events {
        page.blank();
        page.wrapped("", "", &[Run::new(Ink::Bold, clip(&event.summary, 2 * page.width() - 8))]);
        standing(page, "", event);
    }
    page.blank();
    page.wrapped("", "", &[Run::new(Ink::Bold, view.sums())]);
    read_first(page, view);
}

/// How many findings of one sort the head names.
const FIRST: usize = 6;

/// What an agreement is called that several articles make and one source stands behind.
const ONE_SOURCE: &str = "looks confirmed, one source";

/// The findings that change what an editor prints, one line each.
fn read_first(page: &mut Page, view: &View) {
    let facets = view.divergences.iter().filter_map(|d| d.facets.first()).take(FIRST);
    let mut leaning: Vec<&Agreement> = view.agreements.iter().filter(|a| a.is_one_source()).collect();
    leaning.sort_by_key(|a| std::cmp::Reverse(a.articles));
    leaning.truncate(FIRST / 2);
    let labels = facets.clone().map(|f| facet_label(f.facet)).chain(leaning.iter().map(|_| ONE_SOURCE));
    let column = labels.map(width).max().unwrap_or(0);
    let room = page.width().saturating_sub(2 + column + 2).max(20);
    if column > 0 {
        page.blank();
    }
    for facet in facets {
        let label = pad(facet_label(facet.facet), column).replace(' ', "\u{a0}");
        let brief = Run::plain(format!("  {}", facet.brief(2 * room - 8)));
        page.wrapped("  ", &" ".repeat(column + 4), &[Run::new(Ink::Facet, label), brief]);
    }
    for item in leaning {
        let articles = format!(" ({})", count(item.articles, "article"));
        let summary = clip(&item.summary, room.saturating_sub(width(&articles)));
        let label = Run::new(Ink::Alert, pad(ONE_SOURCE, column));
        page.line_in("  ", &[label, Run::plain(format!("  {summary}{articles}"))]);
    }
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
        heading(page, n, &item.summary, 2);
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
    let spots = || facet.variants.iter().flat_map(|v| v.spots.iter().map(move |s| (v, s)));
    let at = spots().map(|(_, s)| width(&place(&s.place, dated))).max().unwrap_or(0);
    let fits = value <= page.width() * 3 / 10 && 6 + at + 2 + value <= page.width();
    if facet.facet == Facet::Wording || !fits {
        blocks(page, facet, dated);
        return;
    }
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
        let mut line = vec![Run::plain(variant.marks.open())];
        for piece in &variant.pieces {
            line.push(match (piece.changed, n) {
                (false, _) => Run::plain(piece.text.clone()),
                (true, 0) => Run::new(Ink::Minus, format!("[-{}-]", piece.text)),
                (true, _) => Run::new(Ink::Plus, format!("{{+{}+}}", piece.text)),
            });
        }
        line.push(Run::plain(variant.marks.close()));
        page.wrapped("        ", "        ", &line);
    }
}

/// The sentence around a value, cut to `room` columns with the value in it.
fn context(spot: &Spot, room: usize) -> Vec<Run> {
    let Some(claim) = &spot.context else { return Vec::new() };
    let inner = room.saturating_sub(width(&claim.value) + 2);
    if inner < 16 {
        return Vec::new();
    }
    let left = (inner / 2).max(inner.saturating_sub(width(&claim.after)));
    let before = clip_start(&claim.before, left);
    let after = clip(&claim.after, inner.saturating_sub(width(&before)).max(1));
    vec![
        Run::new(Ink::Dim, format!("  {}{before}", claim.marks.open())),
        Run::new(Ink::Under, claim.value.clone()),
        Run::new(Ink::Dim, format!("{after}{}", claim.marks.close())),
    ]
}

fn agreements(page: &mut Page, view: &View) {
    page.section("AGREEMENTS", view.agreements.len(), "what several articles say");
    if view.agreements.is_empty() {
        page.wrapped("  ", "  ", &[Run::plain("None found.")]);
    }
    for (n, item) in view.agreements.iter().enumerate() {
        page.blank_between(n);
        heading(page, n, &item.summary, 1);
        standing(page, "    ", item);
        quoted(page, &item.quoted, "      ", 2);
    }
}

/// How many articles and sources; where it is one source, how each article has it from there.
fn standing(page: &mut Page, indent: &str, item: &Agreement) {
    let one = item.is_one_source();
    let flag = if one { "ONE SOURCE · " } else { "" };
    page.wrapped(indent, indent, &[Run::new(Ink::Alert, flag), Run::plain(item.standing())]);
    for line in item.evidence.iter().filter(|_| one) {
        page.wrapped(&format!("{indent}  "), &format!("{indent}    "), &[Run::new(Ink::Dim, line.clone())]);
    }
}

/// Claims with their places before them, each cut to so many `lines`.
fn quoted(page: &mut Page, list: &[Quoted], indent: &str, lines: usize) {
    let widest = list.iter().map(|q| width(&place(&q.place, false))).max().unwrap_or(0);
    let column = widest.min(page.width() * 4 / 10);
    let hang = format!("{indent}{}", " ".repeat(column + 2));
    // Room for the words, less what wrapping loses at the ends of lines.
    let room = page.width().saturating_sub(width(&hang)).max(20) * lines - 8 * (lines - 1);
    for q in list {
        let at = place(&q.place, false);
        let words = q.marks.around(&clip(&q.text, room - 2));
        if width(&at) > column {
            page.wrapped(indent, indent, &[Run::new(Ink::Place, at)]);
            page.wrapped(&hang, &hang, &[Run::plain(words)]);
        } else {
            let at = Run::new(Ink::Place, pad(&at, column).replace(' ', "\u{a0}"));
            page.wrapped(indent, &hang, &[at, Run::plain(format!("  {words}"))]);
        }
    }
}

fn singles(page: &mut Page, list: &[Quoted], most: usize) {
    page.section("SINGLE SOURCE", list.len(), "what only one article says");
    if list.is_empty() {
        page.wrapped("  ", "  ", &[Run::plain("None found.")]);
    }
    quoted(page, list.get(..most).unwrap_or(list), "  ", 3);
    let left = list.len().saturating_sub(most);
    if left > 0 {
        let more = format!("and {left} more: --all lists them, --format json has every one");
        page.wrapped("  ", "  ", &[Run::new(Ink::Dim, more)]);
    }
}

fn copies(page: &mut Page, list: &[String]) {
    if list.is_empty() {
        return;
    }
    page.section("SHARED TEXT", list.len(), "passages that two articles have in common, quotations apart");
    for line in list {
        page.wrapped("  ", "    ", &[Run::plain(line.clone())]);
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

/// A finding's number and summary, cut to so many lines: its words stand below in full.
fn heading(page: &mut Page, n: usize, summary: &str, lines: usize) {
    let room = (page.width() - 4) * lines - 8 * (lines - 1);
    page.wrapped(&format!("{:>3} ", n + 1), "    ", &[Run::new(Ink::Bold, clip(summary, room))]);
}

fn pad(s: &str, columns: usize) -> String {
    format!("{s}{}", " ".repeat(columns.saturating_sub(width(s))))
}

#[cfg(test)]
mod tests {
    use super::{TextReport, width};
    use crate::report::fixture::ferry;

    /// Fails with the whole report if one of these lines is not in it, in this order.
    fn shows(text: &str, lines: &[&str]) {
        let mut rest = text.lines();
        for line in lines {
            assert!(rest.any(|l| l == *line), "no line {line:?} (or not there) in\n{text}");
        }
    }

    #[test]
    fn what_an_editor_must_see() {
        let (report, articles) = ferry();
        let text = TextReport::new(&report, &articles).to_string();
        shows(
            &text,
            &[
                "3 ARTICLES",
                "  Harbour Post  2024-03-12   35 words  a1",
                "2 divergences, 1 agreement (1 on one source only), 1 claim in one article only",
                "  quoted in different words    reserved … possibility … each other … time (Harbour Post, Coast",
                "                               Radio) / kept … right … moment (Daily Beacon)",
                "  looks confirmed, one source  nobody was hurt (3 articles)",
                "DIVERGENCES (2)  where articles differ",
                "      Harbour Post (line 3), Coast Radio (line 3)",
                "        “We [-reserved-] for each other the [-possibility-] to call [-each other-] at any [-time-]”",
                "      Daily Beacon (line 3)",
                "        “We {+kept+} for each other the {+right+} to call at any {+moment+}”",
                "      Coast Radio (line 3)   mayor         Mayor Ines Prado in an interview",
                "      Daily Beacon (line 3)  former mayor  former mayor Ines Prado",
                "    ONE SOURCE · 3 articles, 1 source: interview with Ines Prado, via Reuters",
                "  Harbour Post (line 1)  A ferry burned in Port Vell on Monday.",
                "  Daily Beacon, Harbour Post: text ends in mid-sentence",
            ],
        );
    }

    #[test]
    fn a_narrow_page_stays_narrow() {
        let (report, articles) = ferry();
        let text = TextReport::new(&report, &articles).width(60).to_string();
        assert!(text.lines().all(|l| width(l) <= 60), "{text}");
    }

    #[test]
    fn colour_changes_no_word() {
        let (report, articles) = ferry();
        let coloured = TextReport::new(&report, &articles).colour(true).to_string();
        let mut plain = String::new();
        for part in coloured.split('\u{1b}') {
            plain.push_str(part.strip_prefix('[').and_then(|p| p.split_once('m')).map_or(part, |(_, rest)| rest));
        }
        assert_eq!(plain, TextReport::new(&report, &articles).to_string());
    }

    #[test]
    fn updates_are_no_conflicts() {
        let (mut report, articles) = ferry();
        report.findings[1].facets[0].update = true;
        let text = TextReport::new(&report, &articles).to_string();
        let updates = "UPDATES (1)  a later article supersedes an earlier one";
        shows(
            &text,
            &[
                "DIVERGENCES (1)  where articles differ",
                updates,
                "      Harbour Post (2024-03-12, line 3)  mayor         the mayor, Ines Prado in an interview",
            ],
        );
    }
}
