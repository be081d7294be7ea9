//! What a report for people shows, worked out once for every renderer: labels, lines, values side by side.

use crate::claim::clause::{Claim, ClaimKind};
use crate::compare::finding::{Difference, Facet, FacetValue, Finding, FindingKind};
use crate::report::clean::{clip, one_line, width};
use crate::report::diff::{self, Piece};
use crate::report::lines::Lines;
use crate::report::{ArticleInfo, Report};
use crate::text::article::{Article, unique_ids};
use crate::text::fold::fold;
use std::collections::{BTreeMap, BTreeSet};

/// Everything that is shown, in the order in which it is shown.
#[derive(Debug)]
pub(crate) struct View {
    pub(crate) articles: Vec<Row>,
    /// Divergences that are not explained by time.
    pub(crate) divergences: Vec<Divergence>,
    /// Divergences in which the later article supersedes the earlier.
    pub(crate) updates: Vec<Divergence>,
    pub(crate) agreements: Vec<Agreement>,
    pub(crate) singles: Vec<Quoted>,
    /// What was noticed, and in which articles.
    pub(crate) notes: Vec<(String, Vec<String>)>,
}

/// One article in the head of the report.
#[derive(Debug)]
pub(crate) struct Row {
    /// What it is called further down.
    pub(crate) label: String,
    pub(crate) id: String,
    pub(crate) title: Option<String>,
    pub(crate) published: Option<String>,
    /// Words of its text, if that is at hand.
    pub(crate) words: Option<usize>,
}

/// Where a person finds something.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    pub(crate) label: String,
    pub(crate) line: Option<usize>,
    /// When the article was published: shown where time explains a difference.
    pub(crate) published: Option<String>,
}

impl Place {
    /// The line, and the date where time matters.
    pub(crate) fn detail(&self, dated: bool) -> String {
        let line = self.line.map(|n| format!("line {n}"));
        self.published.clone().filter(|_| dated).into_iter().chain(line).collect::<Vec<_>>().join(", ")
    }
}

/// A claim's words and where they stand.
#[derive(Debug)]
pub(crate) struct Quoted {
    pub(crate) place: Place,
    pub(crate) text: String,
    pub(crate) marks: Marks,
}

/// Whether words are shown between quotation marks: those of a quotation are, those of the article itself are not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Marks(bool);

impl Marks {
    fn of(claim: &Claim) -> Self {
        Self(claim.kind == ClaimKind::Quote)
    }

    pub(crate) const fn open(self) -> &'static str {
        if self.0 { "“" } else { "" }
    }

    pub(crate) const fn close(self) -> &'static str {
        if self.0 { "”" } else { "" }
    }

    /// `text` between the marks.
    pub(crate) fn around(self, text: &str) -> String {
        format!("{}{text}{}", self.open(), self.close())
    }
}

#[derive(Debug)]
pub(crate) struct Divergence {
    pub(crate) summary: String,
    pub(crate) facets: Vec<FacetView>,
}

/// One facet with its values side by side.
#[derive(Debug)]
pub(crate) struct FacetView {
    pub(crate) facet: Facet,
    pub(crate) reason: String,
    /// What most articles have stands first.
    pub(crate) variants: Vec<Variant>,
}

/// One value and the articles that have it.
#[derive(Debug)]
pub(crate) struct Variant {
    /// One an article.
    pub(crate) spots: Vec<Spot>,
    pub(crate) pieces: Vec<Piece>,
    pub(crate) marks: Marks,
}

/// Where a value stands.
#[derive(Debug)]
pub(crate) struct Spot {
    pub(crate) place: Place,
    /// The claim, if it says more than the value.
    pub(crate) context: Option<Context>,
}

/// The claim around a value.
#[derive(Debug)]
pub(crate) struct Context {
    pub(crate) before: String,
    pub(crate) value: String,
    pub(crate) after: String,
    pub(crate) marks: Marks,
}

impl Variant {
    /// The articles that have it.
    fn owners(&self) -> String {
        let labels: Vec<&str> = self.spots.iter().map(|s| s.place.label.as_str()).collect();
        match labels.as_slice() {
            [a, b, c, _, ..] => format!("{a}, {b}, {c} and {} more", labels.len() - 3),
            _ => labels.join(", "),
        }
    }

    /// The words that differ; the value whole if it is compared as a whole.
    fn gist(&self) -> String {
        let changed: Vec<&str> = self.pieces.iter().filter(|p| p.changed).map(|p| p.text.as_str()).collect();
        if changed.is_empty() { self.text() } else { changed.join(" … ") }
    }

    /// The value's words.
    pub(crate) fn text(&self) -> String {
        self.pieces.iter().map(|p| p.text.as_str()).collect::<Vec<_>>().join(" ")
    }
}

impl FacetView {
    /// The values on one line of `room` columns, with who has them: `14 (Harbour Post) / 17 (Coast Radio)`; of a wording
    /// only the words that differ.
    pub(crate) fn brief(&self, room: usize) -> String {
        const SHOWN: usize = 3;
        let more = self.variants.len().saturating_sub(SHOWN);
        let shown = &self.variants[..self.variants.len().min(SHOWN)];
        let tail = if more > 0 { format!(" / {more} more") } else { String::new() };
        let owners: Vec<String> = shown.iter().map(Variant::owners).collect();
        let taken: usize = owners.iter().map(|o| width(o) + " () / ".len()).sum::<usize>() + width(&tail);
        let gists: Vec<String> = shown.iter().map(Variant::gist).collect();
        // Cut to equal shares, unless all fit as they are.
        let whole: usize = gists.iter().map(|g| width(g)).sum();
        let share = (room.saturating_sub(taken) / shown.len().max(1)).max(12);
        let most = if whole + taken <= room { usize::MAX } else { share };
        let side = |(gist, owners): (&String, &String)| format!("{} ({owners})", clip(gist, most));
        gists.iter().zip(&owners).map(side).collect::<Vec<_>>().join(" / ") + &tail
    }
}

#[derive(Debug)]
pub(crate) struct Agreement {
    pub(crate) summary: String,
    pub(crate) articles: usize,
    /// Sources left when those that lean on one another count once.
    pub(crate) sources: usize,
    pub(crate) upstream: Vec<String>,
    pub(crate) quoted: Vec<Quoted>,
}

impl Agreement {
    /// Whether it looks confirmed but stands on one source.
    pub(crate) fn is_one_source(&self) -> bool {
        self.sources <= 1 && self.articles > 1
    }

    /// How many articles, how many sources, and which: `4 articles, 1 source: the interview, via Reuters`.
    pub(crate) fn standing(&self) -> String {
        let counts = format!("{}, {}", count(self.articles, "article"), count(self.sources, "source"));
        match (self.upstream.is_empty(), self.is_one_source()) {
            (true, _) => counts,
            (false, true) => format!("{counts}: {}", self.upstream.join(", via ")),
            (false, false) => format!("{counts} · credited: {}", self.upstream.join(", ")),
        }
    }
}

/// `1 article`, `2 articles`.
pub(crate) fn count(n: usize, thing: &str) -> String {
    format!("{n} {thing}{}", if n == 1 { "" } else { "s" })
}

/// The facet in plain words.
pub(crate) fn facet_label(facet: Facet) -> &'static str {
    match facet {
        Facet::Wording => "quoted in different words",
        Facet::Date => "different dates",
        Facet::Quantity => "different figures",
        Facet::Actor => "who did it, or to whom",
        Facet::Role => "different title or office",
        Facet::Spelling => "name spelled differently",
        Facet::Place => "different places",
        Facet::Attribution => "credited to different speakers",
        Facet::Polarity => "one says so, another denies it",
        Facet::Certainty => "fact in one, hedged in another",
    }
}

impl View {
    pub(crate) fn new(report: &Report, articles: &[Article]) -> Self {
        let look = Lookup::new(report, articles);
        let mut view = Self {
            articles: look.rows(report),
            divergences: Vec::new(),
            updates: Vec::new(),
            agreements: Vec::new(),
            singles: Vec::new(),
            notes: look.notes(report),
        };
        for finding in &report.findings {
            match finding.kind {
                FindingKind::Divergence => {
                    let update = !finding.facets.is_empty() && finding.facets.iter().all(|d| d.update);
                    let list = if update { &mut view.updates } else { &mut view.divergences };
                    list.push(look.divergence(finding));
                }
                FindingKind::Agreement => view.agreements.push(look.agreement(finding)),
                FindingKind::SingleSource => view.singles.extend(look.quoted(finding).into_iter().take(1)),
            }
        }
        view
    }

    /// Agreements that several articles make and one source stands behind.
    pub(crate) fn leaning(&self) -> usize {
        self.agreements.iter().filter(|a| a.is_one_source()).count()
    }

    /// What was found, in one line.
    pub(crate) fn sums(&self) -> String {
        let mut out = format!("{}, ", count(self.divergences.len(), "divergence"));
        out.push_str(&count(self.agreements.len(), "agreement"));
        if self.leaning() > 0 {
            out.push_str(&format!(" ({} on one source only)", self.leaning()));
        }
        out.push_str(&format!(", {} in one article only", count(self.singles.len(), "claim")));
        if !self.updates.is_empty() {
            out.push_str(&format!(", {}", count(self.updates.len(), "update")));
        }
        out
    }
}

/// What a renderer looks up by id.
struct Lookup<'r> {
    claims: BTreeMap<&'r str, &'r Claim>,
    texts: BTreeMap<String, (&'r str, Lines)>,
    labels: BTreeMap<&'r str, String>,
    published: BTreeMap<&'r str, String>,
}

impl<'r> Lookup<'r> {
    fn new(report: &'r Report, articles: &'r [Article]) -> Self {
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

    fn rows(&self, report: &Report) -> Vec<Row> {
        let row = |a: &ArticleInfo| Row {
            label: self.label(&a.id),
            id: one_line(&a.id),
            title: a.title.as_deref().map(one_line),
            published: self.published.get(a.id.as_str()).cloned(),
            words: self.texts.get(&a.id).map(|(text, _)| text.split_whitespace().count()),
        };
        report.articles.iter().map(row).collect()
    }

    fn notes(&self, report: &Report) -> Vec<(String, Vec<String>)> {
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
    fn quoted(&self, finding: &Finding) -> Vec<Quoted> {
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

    fn divergence(&self, finding: &Finding) -> Divergence {
        Divergence {
            summary: summary(&finding.summary),
            facets: finding.facets.iter().map(|d| self.facet(d)).collect(),
        }
    }

    fn agreement(&self, finding: &Finding) -> Agreement {
        let quoted = self.quoted(finding);
        Agreement {
            summary: summary(&finding.summary),
            articles: quoted.len(),
            sources: finding.independent_sources,
            upstream: finding.upstream.iter().map(|s| one_line(s)).collect(),
            quoted,
        }
    }

    fn facet(&self, difference: &Difference) -> FacetView {
        let mut groups: Vec<(String, Vec<&FacetValue>)> = Vec::new();
        for value in &difference.values {
            let key = key(&value.text);
            match groups.iter_mut().find(|(k, _)| *k == key) {
                Some((_, values)) => values.push(value),
                None => groups.push((key, vec![value])),
            }
        }
        groups.sort_by_key(|(_, values)| std::cmp::Reverse(self.articles_of(values)));
        let texts: Vec<&str> = groups.iter().filter_map(|(_, v)| Some(v.first()?.text.as_str())).collect();
        let pieces = if difference.facet == Facet::Wording {
            diff::versions(&texts)
        } else {
            texts.iter().map(|t| vec![Piece { text: one_line(t), changed: false }]).collect()
        };
        let variants = groups.iter().zip(pieces).map(|((_, v), pieces)| Variant {
            spots: self.spots(v),
            pieces,
            marks: Marks(difference.facet == Facet::Wording),
        });
        FacetView { facet: difference.facet, reason: one_line(&difference.reason), variants: variants.collect() }
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

/// A summary without the count that every renderer shows on its own.
fn summary(s: &str) -> String {
    let s = one_line(s);
    let count = |head: &str| {
        let mut words = head.split(' ');
        let number = |w: Option<&str>| w.is_some_and(|w| w.parse::<usize>().is_ok());
        number(words.next()) && words.next() == Some("of") && number(words.next()) && words.next() == Some("articles")
    };
    match s.split_once(": ") {
        Some((head, rest)) if count(head) => rest.to_owned(),
        _ => s,
    }
}

/// What makes two values the same for the reader: letters and digits.
fn key(text: &str) -> String {
    fold(text).split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Of every id the shortest beginning, cut at `_`, `-` or `.`, that no other id begins with; `ids` are sorted.
fn short_ids<'i>(ids: &[&'i str]) -> Vec<&'i str> {
    let shared =
        |a: &str, b: Option<&&str>| b.map_or(0, |b| a.bytes().zip(b.bytes()).take_while(|(x, y)| x == y).count());
    let short = |(i, id): (usize, &&'i str)| {
        let before = i.checked_sub(1).and_then(|i| ids.get(i));
        let common = shared(id, before).max(shared(id, ids.get(i + 1)));
        let mut cuts = id.match_indices(['_', '-', '.']).map(|(at, _)| at).filter(|&at| at > 1 && at > common);
        cuts.next().and_then(|at| id.get(..at)).unwrap_or(id)
    };
    ids.iter().enumerate().map(short).collect()
}

#[cfg(test)]
mod tests {
    use super::{key, short_ids, summary};

    #[test]
    fn labels_are_short() {
        let all = ["000_ec8", "001_a8c", "a1", "wire-2", "wire-2-late", "wire-3-late"];
        assert_eq!(short_ids(&all), ["000", "001", "a1", "wire-2", "wire-2-late", "wire-3"]);
    }

    #[test]
    fn the_count_stands_once() {
        assert_eq!(summary("3 of 5 articles: the chiefs agreed"), "the chiefs agreed");
        assert_eq!(summary("Sept 3: 3 of 5"), "Sept 3: 3 of 5");
    }

    #[test]
    fn punctuation_makes_no_variant() {
        assert_eq!(key("“It’s over, now.”"), key("\"It's over now\""));
    }
}
