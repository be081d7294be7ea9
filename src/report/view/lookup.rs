//! Findings looked up and put into words: labels, lines, values side by side.

use super::words::{around, key, short_ids, summary};
use super::{Agreement, Context, Divergence, FacetView, Marks, Place, Quoted, Row, Spot, Variant, count};
use crate::claim::clause::Claim;
use crate::compare::copying::Copy;
use crate::compare::finding::{Difference, Facet, FacetValue, Finding};
use crate::report::clean::one_line;
use crate::report::diff::{self, Piece};
use crate::report::lines::Lines;
use crate::report::{ArticleInfo, Report};
use crate::text::article::{Article, unique_ids};
use std::collections::{BTreeMap, BTreeSet};

/// What a renderer looks up by id.
pub(super) struct Lookup<'r> {
    claims: BTreeMap<&'r str, &'r Claim>,
    texts: BTreeMap<String, (&'r str, Lines)>,
    labels: BTreeMap<&'r str, String>,
    published: BTreeMap<&'r str, String>,
}

impl<'r> Lookup<'r> {
    pub(super) fn new(report: &'r Report, articles: &'r [Article]) -> Self {
        let ids: Vec<&str> = report.articles.iter().map(|a| a.id.as_str()).collect();
        let mut outlets: BTreeMap<&str, usize> = BTreeMap::new();
        report.articles.iter().filter_map(|a| a.outlet.as_deref()).for_each(|o| *outlets.entry(o).or_default() += 1);
        let label = |(a, short): (&'r ArticleInfo, &'r str)| {
            let label = match a.outlet.as_deref() {
                Some(outlet) if outlets.get(outlet).is_some_and(|n| *n > 1) => format!("{outlet}, {short}"),
                Some(outlet) => outlet.to_owned(),
                None => short.to_owned(),
            };
            (a.id.as_str(), one_line(&label))
        };
        let labels = report.articles.iter().zip(short_ids(&ids)).map(label).collect();
        let texts =
            unique_ids(articles).into_iter().zip(articles).map(|(id, a)| (id, (a.text.as_str(), Lines::new(&a.text))));
        let published = report.articles.iter().filter_map(|a| Some((a.id.as_str(), a.published.as_ref()?.to_string())));
        Self {
            claims: report.claims.iter().map(|c| (c.id.as_str(), c)).collect(),
            texts: texts.collect(),
            labels,
            published: published.collect(),
        }
    }

    pub(super) fn rows(&self, report: &Report) -> Vec<Row> {
        let row = |a: &ArticleInfo| Row {
            label: self.label(&a.id),
            id: one_line(&a.id),
            title: a.title.as_deref().map(one_line),
            published: self.published.get(a.id.as_str()).cloned(),
            words: self.texts.get(&a.id).map(|(text, _)| text.split_whitespace().count()),
        };
        report.articles.iter().map(row).collect()
    }

    pub(super) fn notes(&self, report: &Report) -> Vec<(String, Vec<String>)> {
        let mut out: Vec<(String, Vec<String>)> = Vec::new();
        let mut at: BTreeMap<&str, usize> = BTreeMap::new();
        for note in &report.notes {
            let i = *at.entry(&note.note).or_insert(out.len());
            if i == out.len() {
                out.push((one_line(&note.note), Vec::new()));
            }
            if let (Some((_, articles)), false) = (out.get_mut(i), note.article.is_empty()) {
                articles.push(self.label(&note.article));
            }
        }
        out
    }

    fn label(&self, article: &str) -> String {
        self.labels.get(article).cloned().unwrap_or_else(|| one_line(article))
    }

    fn place(&self, article: &str, offset: usize) -> Place {
        Place {
            label: self.label(article),
            line: self.texts.get(article).map(|(_, lines)| lines.of(offset)),
            published: self.published.get(article).cloned(),
        }
    }

    /// The finding's claims, the first of each article.
    pub(super) fn quoted(&self, finding: &Finding) -> Vec<Quoted> {
        let mut seen = BTreeSet::new();
        let claims = finding.claims.iter().filter_map(|id| self.claims.get(id.as_str()));
        let first = claims.filter(|c| seen.insert(c.article.as_str()));
        first
            .map(|c| Quoted {
                place: self.place(&c.article, c.span.start()),
                text: one_line(&c.text),
                marks: Marks::of(c),
            })
            .collect()
    }

    pub(super) fn divergence(&self, finding: &Finding) -> Divergence {
        Divergence {
            summary: summary(&finding.summary),
            facets: finding.facets.iter().map(|d| self.facet(d)).collect(),
        }
    }

    pub(super) fn agreement(&self, finding: &Finding) -> Agreement {
        let quoted = self.quoted(finding);
        let upstream = finding.upstream.iter().map(|s| one_line(s)).collect();
        let chains = finding.chain.iter().map(|c| self.chain(c));
        let copies = finding.copied.iter().map(|c| took(&c.articles.each_ref().map(|a| self.label(a)), c.directed));
        Agreement {
            summary: summary(&finding.summary),
            articles: quoted.len(),
            sources: finding.independent_sources,
            upstream,
            evidence: chains.chain(copies).collect(),
            quoted,
        }
    }

    /// A chain of sources whose last link, the article, goes by its label.
    fn chain(&self, chain: &str) -> String {
        const ARROW: &str = " → ";
        let (before, article) = chain.rsplit_once(ARROW).map_or(("", chain), |(b, a)| (b, a));
        let arrow = if before.is_empty() { "" } else { ARROW };
        format!("{}{arrow}{}", one_line(before), self.label(article))
    }

    /// How much text two articles share.
    pub(super) fn copy(&self, copy: &Copy) -> String {
        let who = took(&copy.articles.each_ref().map(|a| self.label(a)), copy.directed);
        let words = count(copy.runs.iter().map(|r| r.words).sum(), "word");
        let place = |n: usize, start: usize| place_of(&self.place(copy.articles.get(n).map_or("", |a| a), start));
        let first = copy.runs.iter().max_by_key(|r| r.words);
        let at = first.map_or_else(String::new, |r| {
            format!(", the longest at {} and {}", place(0, r.first.start()), place(1, r.second.start()))
        });
        format!("{who}: {words} in {}{at}", count(copy.runs.len(), "passage"))
    }

    fn facet(&self, difference: &Difference) -> FacetView {
        let mut groups: Vec<Vec<&FacetValue>> = Vec::new();
        let mut of: BTreeMap<String, usize> = BTreeMap::new();
        for value in &difference.values {
            let next = groups.len();
            match groups.get_mut(*of.entry(key(&value.text)).or_insert(next)) {
                Some(values) => values.push(value),
                None => groups.push(vec![value]),
            }
        }
        groups.sort_by_cached_key(|values| std::cmp::Reverse(self.articles_of(values)));
        let texts: Vec<&str> = groups.iter().filter_map(|v| Some(v.first()?.text.as_str())).collect();
        let pieces = if difference.facet == Facet::Wording {
            diff::versions(&texts)
        } else {
            texts.iter().map(|t| vec![Piece { text: one_line(t), changed: false }]).collect()
        };
        let wording = difference.facet == Facet::Wording;
        let variants = groups.iter().zip(pieces).map(|(values, mut pieces)| {
            if let Some((before, after)) = values.first().filter(|_| wording).and_then(|v| self.utterance(v)) {
                pieces.insert(0, Piece { text: before, changed: false });
                pieces.push(Piece { text: after, changed: false });
            }
            Variant { spots: self.spots(values), pieces, marks: Marks(wording) }
        });
        FacetView { facet: difference.facet, reason: one_line(&difference.reason), variants: variants.collect() }
    }

    /// The quotation's words before and after a value, a few at most.
    fn utterance(&self, value: &FacetValue) -> Option<(String, String)> {
        let claim = self.claims.get(value.claim.as_str())?;
        let (text, _) = self.texts.get(&claim.article)?;
        Some(around(text.get(..value.span.start())?, text.get(value.span.end()..)?))
    }

    fn articles_of(&self, values: &[&FacetValue]) -> usize {
        let articles = values.iter().filter_map(|v| self.claims.get(v.claim.as_str())).map(|c| &c.article);
        articles.collect::<BTreeSet<_>>().len()
    }

    /// The first place in each article, in the order of the report's articles.
    fn spots(&self, values: &[&FacetValue]) -> Vec<Spot> {
        let mut first: BTreeMap<&str, &FacetValue> = BTreeMap::new();
        for value in values {
            if let Some(claim) = self.claims.get(value.claim.as_str()) {
                let at = first.entry(&claim.article).or_insert(value);
                if value.span.start() < at.span.start() {
                    *at = value;
                }
            }
        }
        let spot = |(article, v): (&str, &FacetValue)| Spot {
            place: self.place(article, v.span.start()),
            context: self.context(v),
        };
        first.into_iter().map(spot).collect()
    }

    /// The claim that a value stands in, if it says more than the value.
    fn context(&self, value: &FacetValue) -> Option<Context> {
        let claim = self.claims.get(value.claim.as_str())?;
        let at = |offset: usize| offset.checked_sub(claim.span.start());
        let (start, end) = (at(value.span.start())?, at(value.span.end())?);
        let (before, inside, after) = (claim.text.get(..start)?, claim.text.get(start..end)?, claim.text.get(end..)?);
        let rest = before.trim().len() + after.trim().len();
        // White space between the parts is kept, once: `one_line` trims it away at the edges.
        let spaced = |s: &str, edge: fn(&str) -> bool| if edge(s) { " " } else { "" };
        let before_space = spaced(before, |s| s.ends_with(char::is_whitespace));
        let after_space = spaced(after, |s| s.starts_with(char::is_whitespace));
        let context = Context {
            before: format!("{}{before_space}", one_line(before)),
            value: one_line(inside),
            after: format!("{after_space}{}", one_line(after)),
            marks: Marks::of(claim),
        };
        (rest > 0).then_some(context)
    }
}

/// Which of two articles has its text from which, as far as that is known.
fn took([first, second]: &[String; 2], directed: bool) -> String {
    if directed {
        format!("{second} shares text with the earlier {first}")
    } else {
        format!("{first} and {second} share text")
    }
}

fn place_of(place: &Place) -> String {
    let detail = place.detail(false);
    if detail.is_empty() { place.label.clone() } else { format!("{} ({detail})", place.label) }
}
