//! The report as Markdown (CommonMark with tables), for tickets and wikis.

use crate::compare::finding::Facet;
use crate::report::Report;
use crate::report::clean::markdown as escape;
use crate::report::diff::Piece;
use crate::report::view::{Agreement, Divergence, FacetView, Place, View, count, facet_label};
use crate::text::article::Article;
use std::fmt::{self, Formatter};

/// A report laid out as Markdown. Everything that comes from an article is escaped; differing words are bold.
///
/// ```
/// use corroborate::{Article, Corroborator, report::markdown::MarkdownReport};
/// let articles = [Article::new("a1", "The *ferry* left at noon.").with_title("<b>Ferry</b>")];
/// let report = Corroborator::english().cross_reference(&articles);
/// let text = MarkdownReport::new(&report, &articles).to_string();
/// assert!(text.contains("&lt;b&gt;Ferry&lt;/b&gt;"));
/// ```
#[derive(Debug)]
pub struct MarkdownReport {
    view: View,
}

impl MarkdownReport {
    /// `articles` are those that the report was made from: lines are counted in their texts.
    #[must_use]
    pub fn new(report: &Report, articles: &[Article]) -> Self {
        Self { view: View::new(report, articles) }
    }
}

impl fmt::Display for MarkdownReport {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let view = &self.view;
        writeln!(f, "# {} cross-referenced\n", count(view.articles.len(), "article"))?;
        writeln!(f, "| Article | Id | Published | Words | Title |\n| --- | --- | --- | ---: | --- |")?;
        for row in &view.articles {
            let words = row.words.map_or_else(String::new, |n| n.to_string());
            let (label, id) = (escape(&row.label), escape(&row.id));
            let published = escape(row.published.as_deref().unwrap_or("no date"));
            let title = escape(row.title.as_deref().unwrap_or(""));
            writeln!(f, "| **{label}** | {id} | {published} | {words} | {title} |")?;
        }
        for event in &view.events {
            writeln!(f, "\n{}\n\n{}", escape(&event.summary), standing(event))?;
        }
        writeln!(f, "\n**{}.**", escape(&view.sums()))?;
        divergences(f, "Divergences", &view.divergences, false)?;
        agreements(f, view)?;
        writeln!(f, "\n## Single source ({})\n", view.singles.len())?;
        for q in &view.singles {
            writeln!(f, "- {}: {}", place(&q.place, false), q.marks.around(&escape(&q.text)))?;
        }
        if !view.updates.is_empty() {
            divergences(f, "Updates", &view.updates, true)?;
        }
        if !view.copies.is_empty() {
            writeln!(f, "\n## Shared text ({})\n", view.copies.len())?;
        }
        view.copies.iter().try_for_each(|line| writeln!(f, "- {}", escape(line)))?;
        if !view.notes.is_empty() {
            writeln!(f, "\n## Notes\n")?;
        }
        for (note, articles) in &view.notes {
            let articles: Vec<String> = articles.iter().map(|a| format!("**{}**", escape(a))).collect();
            let at = if articles.is_empty() { String::new() } else { format!("{}: ", articles.join(", ")) };
            writeln!(f, "- {at}{}", escape(note))?;
        }
        Ok(())
    }
}

fn place(at: &Place, dated: bool) -> String {
    let detail = at.detail(dated);
    let detail = if detail.is_empty() { detail } else { format!(" ({})", escape(&detail)) };
    format!("**{}**{detail}", escape(&at.label))
}

fn divergences(f: &mut Formatter<'_>, title: &str, list: &[Divergence], dated: bool) -> fmt::Result {
    writeln!(f, "\n## {title} ({})", list.len())?;
    for (n, item) in list.iter().enumerate() {
        writeln!(f, "\n### {}. {}", n + 1, escape(&item.summary))?;
        for facet in &item.facets {
            let reason = if facet.reason.is_empty() { String::new() } else { format!(": {}", escape(&facet.reason)) };
            writeln!(f, "\n*{}*{reason}\n", facet_label(facet.facet))?;
            values(f, facet, dated)?;
        }
    }
    Ok(())
}

fn values(f: &mut Formatter<'_>, facet: &FacetView, dated: bool) -> fmt::Result {
    for variant in &facet.variants {
        let value: String = variant.pieces.iter().map(piece).collect();
        if facet.facet == Facet::Wording {
            let at: Vec<String> = variant.spots.iter().map(|s| place(&s.place, dated)).collect();
            writeln!(f, "- {}: {}", at.join(", "), variant.marks.around(&value))?;
            continue;
        }
        for spot in &variant.spots {
            write!(f, "- {}: {value}", place(&spot.place, dated))?;
            match &spot.context {
                Some(c) => {
                    let claim = format!("{}**{}**{}", spaced(&c.before), escape(&c.value), spaced(&c.after));
                    writeln!(f, " · {}", c.marks.around(&claim))?;
                }
                None => writeln!(f)?,
            }
        }
    }
    Ok(())
}

/// Escaped, with the space at either edge kept.
fn spaced(s: &str) -> String {
    let edge = |there| if there { " " } else { "" };
    format!("{}{}{}", edge(s.starts_with(' ')), escape(s), edge(s.len() > 1 && s.ends_with(' ')))
}

fn piece(p: &Piece) -> String {
    if p.changed { format!("**{}**", escape(&p.text)) } else { spaced(&p.text) }
}

/// How many articles and sources; where it is one source, how each article has it from there.
fn standing(item: &Agreement) -> String {
    if !item.is_one_source() {
        return escape(&item.standing());
    }
    let evidence: String = item.evidence.iter().map(|e| format!("  \n{}", escape(e))).collect();
    format!("**One source** · {}{evidence}", escape(&item.standing()))
}

fn agreements(f: &mut Formatter<'_>, view: &View) -> fmt::Result {
    writeln!(f, "\n## Agreements ({})", view.agreements.len())?;
    for (n, item) in view.agreements.iter().enumerate() {
        writeln!(f, "\n### {}. {}\n\n{}\n", n + 1, escape(&item.summary), standing(item))?;
        for q in &item.quoted {
            writeln!(f, "- {}: {}", place(&q.place, false), q.marks.around(&escape(&q.text)))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::MarkdownReport;
    use crate::report::fixture::ferry;

    #[test]
    fn a_whole_report() {
        let (report, articles) = ferry();
        let text = MarkdownReport::new(&report, &articles).to_string();
        for line in [
            "| **Harbour Post** | a1 | 2024-03-12 | 35 |  |",
            "### 1. Ines Prado's words differ",
            "- **Daily Beacon** (line 3): “We **kept** for each other the **right** to call at any **moment**”",
            "- **Harbour Post** (line 3): mayor · the **mayor**, Ines Prado in an interview",
            "**One source** · 3 articles, 1 source: interview with Ines Prado, via Reuters",
            "- **Daily Beacon**, **Harbour Post**: text ends in mid-sentence",
        ] {
            assert!(text.lines().any(|l| l == line), "no line {line:?} in\n{text}");
        }
    }
}
