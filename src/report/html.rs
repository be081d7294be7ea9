//! The report as one HTML page that needs nothing else: no script, no network.

use crate::compare::finding::Facet;
use crate::report::Report;
use crate::report::clean::html as escape;
use crate::report::view::{Agreement, Divergence, FacetView, Place, Quoted, View, count, facet_label};
use crate::text::article::Article;
use std::fmt::{self, Formatter};

/// A report laid out as an HTML page. Everything that comes from an article is escaped, and the page's own policy
/// (CSP) forbids scripts and requests.
///
/// ```
/// use corroborate::{Article, Corroborator, report::html::HtmlReport};
/// let articles = [Article::new("a1", "The ferry left at noon.").with_title("<script>")];
/// let report = Corroborator::english().cross_reference(&articles);
/// let page = HtmlReport::new(&report, &articles).to_string();
/// assert!(page.starts_with("<!doctype html>") && !page.contains("<script"));
/// ```
#[derive(Debug)]
pub struct HtmlReport {
    view: View,
}

impl HtmlReport {
    /// `articles` are those that the report was made from: lines are counted in their texts.
    #[must_use]
    pub fn new(report: &Report, articles: &[Article]) -> Self {
        Self { view: View::new(report, articles) }
    }
}

/// How many single-source claims stand open; the rest is folded away.
const OPEN: usize = 20;

impl fmt::Display for HtmlReport {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let view = &self.view;
        let title = format!("{} cross-referenced", count(view.articles.len(), "article"));
        write!(f, "{}", include_str!("page.html").replace("{title}", &title))?;
        writeln!(f, "<h1>{title}</h1>\n<table class=articles>")?;
        for row in &view.articles {
            let words = row.words.map_or_else(String::new, |n| count(n, "word"));
            let (label, id) = (escape(&row.label), escape(&row.id));
            let published = escape(row.published.as_deref().unwrap_or("no date"));
            let title = escape(row.title.as_deref().unwrap_or(""));
            writeln!(f, "<tr><th>{label}<td>{id}<td>{published}<td class=n>{words}<td>{title}")?;
        }
        writeln!(f, "</table>")?;
        view.events.iter().try_for_each(|e| writeln!(f, "<p><b>{}</b><br>{}", escape(&e.summary), standing(e)))?;
        writeln!(f, "<p><b>{}.</b>", escape(&view.sums()))?;
        divergences(f, "Divergences", "where articles differ", &view.divergences, false)?;
        agreements(f, view)?;
        singles(f, &view.singles)?;
        if !view.updates.is_empty() {
            divergences(f, "Updates", "a later article supersedes an earlier one", &view.updates, true)?;
        }
        if !view.copies.is_empty() {
            heading(
                f,
                "Shared text",
                view.copies.len(),
                "passages that two articles have in common, quotations apart",
            )?;
            writeln!(f, "<ul>")?;
            view.copies.iter().try_for_each(|line| writeln!(f, "<li>{}", escape(line)))?;
            writeln!(f, "</ul>")?;
        }
        notes(f, view)?;
        writeln!(f, "</html>")
    }
}

fn heading(f: &mut Formatter<'_>, title: &str, n: usize, what: &str) -> fmt::Result {
    writeln!(f, "<h2>{title} <span class=n>{n}</span> <small>{what}</small></h2>")?;
    if n == 0 { writeln!(f, "<p>None found.") } else { Ok(()) }
}

fn place(at: &Place, dated: bool) -> String {
    let detail = at.detail(dated);
    let detail = if detail.is_empty() { detail } else { format!(" <small>{}</small>", escape(&detail)) };
    format!("<b>{}</b>{detail}", escape(&at.label))
}

fn divergences(f: &mut Formatter<'_>, title: &str, what: &str, list: &[Divergence], dated: bool) -> fmt::Result {
    heading(f, title, list.len(), what)?;
    for item in list {
        writeln!(f, "<article><h3>{}</h3>", escape(&item.summary))?;
        for facet in &item.facets {
            let reason = if facet.reason.is_empty() { String::new() } else { format!(" · {}", escape(&facet.reason)) };
            writeln!(f, "<p class=facet><b>{}</b>{reason}", facet_label(facet.facet))?;
            values(f, facet, dated)?;
        }
        writeln!(f, "</article>")?;
    }
    Ok(())
}

fn values(f: &mut Formatter<'_>, facet: &FacetView, dated: bool) -> fmt::Result {
    writeln!(f, "<table class=values>")?;
    for (n, variant) in facet.variants.iter().enumerate() {
        let tag = if n == 0 { "del" } else { "ins" };
        let pieces = variant.pieces.iter().map(|p| {
            let text = spaced(&p.text);
            if p.changed { format!("<{tag}>{text}</{tag}>") } else { text }
        });
        let value: String = pieces.collect();
        if facet.facet == Facet::Wording {
            let at: Vec<String> = variant.spots.iter().map(|s| place(&s.place, dated)).collect();
            writeln!(f, "<tr><th>{}<td>{}", at.join("<br>"), variant.marks.around(&value))?;
            continue;
        }
        for spot in &variant.spots {
            write!(f, "<tr><th>{}<td class=value>{value}<td class=context>", place(&spot.place, dated))?;
            match &spot.context {
                Some(c) => {
                    let claim = format!("{}<mark>{}</mark>{}", spaced(&c.before), escape(&c.value), spaced(&c.after));
                    writeln!(f, "{}", c.marks.around(&claim))?;
                }
                None => writeln!(f)?,
            }
        }
    }
    writeln!(f, "</table>")
}

/// Escaped, with the space at either edge kept.
fn spaced(s: &str) -> String {
    let edge = |there| if there { " " } else { "" };
    format!("{}{}{}", edge(s.starts_with(' ')), escape(s), edge(s.len() > 1 && s.ends_with(' ')))
}

/// How many articles and sources; where it is one source, how each article has it from there.
fn standing(item: &Agreement) -> String {
    if !item.is_one_source() {
        return escape(&item.standing());
    }
    let evidence: String = item.evidence.iter().map(|e| format!("<br><small>{}</small>", escape(e))).collect();
    format!("<span class=flag>one source</span> {}{evidence}", escape(&item.standing()))
}

fn agreements(f: &mut Formatter<'_>, view: &View) -> fmt::Result {
    heading(f, "Agreements", view.agreements.len(), "what several articles say")?;
    for item in &view.agreements {
        writeln!(f, "<article><h3>{}</h3>\n<p>{}", escape(&item.summary), standing(item))?;
        writeln!(f, "<div class=cards>")?;
        for q in &item.quoted {
            writeln!(f, "<blockquote>{}<p>{}</blockquote>", place(&q.place, false), q.marks.around(&escape(&q.text)))?;
        }
        writeln!(f, "</div></article>")?;
    }
    Ok(())
}

fn singles(f: &mut Formatter<'_>, list: &[Quoted]) -> fmt::Result {
    heading(f, "Single source", list.len(), "what only one article says")?;
    let (open, folded) = list.split_at(list.len().min(OPEN));
    let table = |f: &mut Formatter<'_>, list: &[Quoted]| {
        writeln!(f, "<table class=values>")?;
        list.iter().try_for_each(|q| {
            writeln!(f, "<tr><th>{}<td>{}", place(&q.place, false), q.marks.around(&escape(&q.text)))
        })?;
        writeln!(f, "</table>")
    };
    if !open.is_empty() {
        table(f, open)?;
    }
    if !folded.is_empty() {
        writeln!(f, "<details><summary>and {} more</summary>", folded.len())?;
        table(f, folded)?;
        writeln!(f, "</details>")?;
    }
    Ok(())
}

fn notes(f: &mut Formatter<'_>, view: &View) -> fmt::Result {
    if view.notes.is_empty() {
        return Ok(());
    }
    heading(f, "Notes", view.notes.len(), "how the articles were read, and what was left out")?;
    writeln!(f, "<ul>")?;
    for (note, articles) in &view.notes {
        let articles: Vec<String> = articles.iter().map(|a| format!("<b>{}</b>", escape(a))).collect();
        let at = if articles.is_empty() { String::new() } else { format!("{}: ", articles.join(", ")) };
        writeln!(f, "<li>{at}{}", escape(note))?;
    }
    writeln!(f, "</ul>")
}

#[cfg(test)]
mod tests {
    use super::HtmlReport;
    use crate::report::fixture::ferry;

    #[test]
    fn a_whole_page() {
        let (mut report, articles) = ferry();
        report.articles[0].title = Some("<img src=x onerror=alert(1)>".to_owned());
        let page = HtmlReport::new(&report, &articles).to_string();
        for part in [
            "We <del>reserved</del> for each other the <del>possibility</del>",
            "We <ins>kept</ins> for each other the <ins>right</ins>",
            "<td class=value>former mayor<td class=context><mark>former mayor</mark> Ines Prado",
            "<span class=flag>one source</span> 3 articles, 1 source: interview with Ines Prado, via Reuters",
            "Content-Security-Policy",
            "&lt;img src=x onerror=alert(1)&gt;",
        ] {
            assert!(page.contains(part), "no {part:?} in\n{page}");
        }
        assert!(!page.contains("<img") && !page.contains('\u{202e}'));
    }
}
