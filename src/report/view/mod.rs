//! What a report for people shows, worked out once for every renderer: labels, lines, values side by side.

mod lookup;
mod words;

use crate::claim::clause::{Claim, ClaimKind};
use crate::compare::finding::{Facet, FindingKind};
use crate::report::Report;
use crate::report::clean::{clip, width};
use crate::report::diff::Piece;
use crate::text::article::Article;
use lookup::Lookup;

/// Everything that is shown, in the order in which it is shown.
#[derive(Debug)]
pub(crate) struct View {
    pub(crate) articles: Vec<Row>,
    /// Divergences that are not explained by time.
    pub(crate) divergences: Vec<Divergence>,
    /// Divergences in which the later article supersedes the earlier.
    pub(crate) updates: Vec<Divergence>,
    pub(crate) agreements: Vec<Agreement>,
    /// What the articles report as a whole, one an event.
    pub(crate) events: Vec<Agreement>,
    /// Which articles share text, one line a pair.
    pub(crate) copies: Vec<String>,
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
        self.pieces.iter().map(|p| p.text.as_str()).collect()
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
    /// The one person on whose word it stands, if there is one, and the sources credited, the nearest last.
    pub(crate) upstream: Vec<String>,
    /// How each article has it, and which took it from which; shown where it leans on one source.
    pub(crate) evidence: Vec<String>,
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
            events: Vec::new(),
            copies: report.copies.iter().map(|c| look.copy(c)).collect(),
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
                FindingKind::Agreement if finding.event => view.events.push(look.agreement(finding)),
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
