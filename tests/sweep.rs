//! Runs that no newsroom sends: articles put together at random, from a fixed seed, of news and of what breaks readers.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod support;

use corroborate::report::html::HtmlReport;
use corroborate::report::markdown::MarkdownReport;
use corroborate::report::offsets::{self, OffsetUnit};
use corroborate::report::records::records;
use corroborate::report::text::TextReport;
use corroborate::text::article::unique_ids;
use corroborate::{Article, Extraction, Report};
use serde::Serialize;
use serde_json::Value;
use std::panic::catch_unwind;
use support::{ENGLISH, each_span};

const RUNS: u64 = 300;

const UNITS: [OffsetUnit; 3] = [OffsetUnit::Byte, OffsetUnit::Utf16, OffsetUnit::Char];

/// What news is made of: most of a text, and the same in several articles, so that there is something to compare.
#[rustfmt::skip]
const NEWS: [&str; 62] = [
    "At least 14 people were hurt on Monday", "Nine people were killed", "Nobody was hurt", "No shots were fired",
    "a ferry caught fire in Port Vell", "The ferry's engine had been repaired twice", "Police found the bag",
    "police did not find the bag", "Dr. Anna Berger", "Berger", "Anna Bergér", "Mr. J. R. O'Neil Jr.",
    "Lt. Col. Ivo Prado", "Prime Minister Sir Tom Hale", "the mayor of Port Vell", "the Port Authority (PA)",
    "the PA’s", "the boys'", "she", "who", "his", "said", "told Reuters", "denied that", "announced:", "added,",
    "according to", "claimed", "would not say", "reportedly", "never", "without", "neither", "it isn’t", "may have",
    "on June 3", "3 June 2024", "June 3-5, 2024", "2024-06-31", "at 10:30 a.m.", "last Sunday", "between 1999 and",
    "yesterday", "1,000.5", "$1.2bn", "€5", "£", "12%", "3-4", "two-thirds of", "twelve hundred", "-7 °C", "1/2",
    "aged 34,", "99999999999999999999999999", "in the U.S.", "and", "because", "to", "the",
    "“We saw smoke,” said Anna Berger.", "\"Nobody was hurt,\" he said, \"and nobody fell.\"",
];

/// What stands between and around: marks without partners, characters of no width, furniture.
#[rustfmt::skip]
const HOSTILE: [&str; 87] = [
    "\"", "“", "”", "‘", "’", "'", "''", "``", "«", "»", "‹", "›", "„", "‚", "‟", "「", "」", "＂", "”“", "\u{2032}", "(",
    ")", "[", "]", "{", "}", "<", ">", "[...]", "(sic)", "…", "...", "?!", ";", ":", "—", "–", "--", "-", "/", "&amp;",
    "@x", "https://example.org/a?b=“c”&d=1,2#é", "https: //www. example .org / x", "www.example.org.", "a@b.org", "😀",
    "👩‍👩‍👧", "🇫🇷", "e\u{301}", "\u{301}", "\u{20E3}", "Z\u{334}\u{335}\u{336}\u{337}a\u{334}\u{335}", "שלום",
    "مرحبا ١٢", "\u{202E}", "\u{2067}", "\u{200B}", "\u{200D}", "\u{FEFF}", "\u{AD}", "\0", "\u{1b}[31m", "\u{A0}",
    "\u{3000}", "İstanbul", "ß", "ﬁve", "１２", "½", "⅓", "Да", "东京。", "WATCH: Ferry burns", "Read more:",
    "By Anna Berger", "Share this article", "Advertisement", "© 2024 Reuters", "PORT VELL (AP) —",
    "Published 3 June 2024", "* * *", "- one", "1.", "| a | b |", "[x](javascript:y)", "\u{10FFFF}",
];

const BREAKS: [&str; 9] = ["\n", "\n\n", "\r\n", "\r\n\r\n", "\r", "\u{2028}", "\u{2029}", "\u{85}", "\t"];

/// SplitMix64.
struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut x = self.0;
        x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((x ^ (x >> 31)) % n as u64) as usize
    }

    fn of<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.below(list.len())]
    }

    /// `hostile` of a hundred pieces are no news.
    fn text(&mut self, hostile: usize) -> String {
        let mut out = String::new();
        for _ in 0..self.below(60) {
            match self.below(100) {
                n if n < hostile => out.push_str(self.of(&HOSTILE)),
                99 => {
                    out.push_str(&self.of(&["x", "Ab", "é", "1", "9,", "o-", "O'", "😀"]).repeat(1 + self.below(700)))
                }
                _ => out.push_str(self.of(&NEWS)),
            }
            match self.below(20) {
                0 => {}
                1 | 2 => out.push_str(self.of(&BREAKS)),
                3..=6 => out.push_str(". "),
                7 => out.push_str(", "),
                _ => out.push(' '),
            }
        }
        out
    }

    fn article(&mut self) -> Article {
        let hostile = [10, 25, 50, 90][self.below(4)];
        let blank = self.below(12) == 0;
        let text = if blank { self.of(&BREAKS).repeat(self.below(5)) } else { self.text(hostile) };
        let mut article = Article::new(self.of(&["a", "b", "b", "b~2", "", "é\"<\u{202E}"]), text);
        let outlet = self.of(&["Reuters", "Harbour Post", "", "*“\u{1b}é"]);
        article.outlet = (self.below(2) == 0).then(|| outlet.to_owned());
        article.published = self.of(&["2024-06-03", "2024-06", "2024-06-05", "none"]).parse().ok();
        article.title = (self.below(3) == 0).then(|| format!("{} {}", self.of(&NEWS), self.of(&HOSTILE)));
        article
    }

    fn run(&mut self) -> Vec<Article> {
        let mut articles: Vec<Article> = (0..=self.below(4)).map(|_| self.article()).collect();
        // What one article says another often says too, all of it or but for its end.
        if articles.len() > 1 && self.below(3) == 0 {
            let (half, end) = (articles[0].text.chars().count() / 2, self.text(20));
            articles[1].text = articles[0].text.chars().take(half).chain(end.chars()).collect();
        }
        articles
    }
}

fn json(of: &impl Serialize) -> String {
    serde_json::to_string(of).unwrap()
}

/// Every span, in order, with the copy of its words if it has one.
fn spans(of: &impl Serialize) -> Vec<([usize; 2], Option<String>)> {
    let mut out = Vec::new();
    each_span(&mut serde_json::to_value(of).unwrap(), &mut |o| {
        let at = ["start", "end"].map(|edge| o[edge].as_u64().unwrap() as usize);
        out.push((at, o.get("text").and_then(Value::as_str).map(str::to_owned)));
    });
    out
}

/// Byte spans that stand in `text`, and the same ones in another unit.
fn same_places(text: &str, bytes: &impl Serialize, other: &impl Serialize, unit: OffsetUnit) {
    let (bytes, other) = (spans(bytes), spans(other));
    assert_eq!(bytes.len(), other.len());
    for ((at, copy), (converted, _)) in bytes.iter().zip(&other) {
        let slice = text.get(at[0]..at[1]).unwrap_or_else(|| panic!("{at:?} is no stretch of characters"));
        if let Some(copy) = copy {
            // A role's copy has single spaces.
            let spaced = slice.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(slice == copy || spaced == *copy, "{copy:?} is not what stands at {at:?}: {slice:?}");
        }
        let count = |end: usize| match (unit, text.get(..end).unwrap()) {
            (OffsetUnit::Utf16, before) => before.encode_utf16().count(),
            (OffsetUnit::Char, before) => before.chars().count(),
            _ => end,
        };
        assert_eq!(at.map(count), *converted, "{at:?} in {unit:?}");
    }
}

fn spans_hold(articles: &[Article], report: &Report) {
    let ids = unique_ids(articles);
    let text = |id: &str| &*articles[ids.iter().position(|i| i == id).unwrap()].text;
    for article in articles {
        let (cut, found) = (ENGLISH.sentences(&article.text), ENGLISH.extract(article));
        assert!(found.quotes.iter().all(|q| article.text.get(q.marked.start()..q.marked.end()).is_some()));
        assert_eq!(json(&serde_json::from_str::<Extraction>(&json(&found)).unwrap()), json(&found), "read back");
        for unit in UNITS {
            same_places(&article.text, &cut, &offsets::sentences(&cut, &article.text, unit), unit);
            same_places(&article.text, &found, &offsets::extraction(&found, &article.text, unit), unit);
        }
    }
    for unit in UNITS {
        let converted = offsets::report(report, articles, unit);
        for (claim, other) in report.claims.iter().zip(&converted.claims) {
            assert_eq!(claim.span.of(text(&claim.article)), claim.text);
            same_places(text(&claim.article), claim, other, unit);
        }
        let values = |r: &Report| r.findings.iter().flat_map(|f| f.facets.clone()).flat_map(|d| d.values).collect();
        let (values, others): (Vec<_>, Vec<_>) = (values(report), values(&converted));
        for (value, other) in values.iter().zip(&others) {
            let claim = report.claims.iter().find(|c| c.id == value.claim).expect("the claim of a value");
            same_places(text(&claim.article), value, other, unit);
        }
        for (copy, other) in report.copies.iter().zip(&converted.copies) {
            for (run, other) in copy.runs.iter().zip(&other.runs) {
                same_places(text(&copy.articles[0]), &run.first, &other.first, unit);
                same_places(text(&copy.articles[1]), &run.second, &other.second, unit);
            }
        }
    }
}

/// All that is ever shown of a run.
fn shown(articles: &[Article]) -> Vec<String> {
    let report = ENGLISH.cross_reference(articles);
    let text = |columns, all| TextReport::new(&report, articles).width(columns).all(all).colour(!all).to_string();
    let mut out = UNITS.map(|unit| json(&offsets::report(&report, articles, unit))).to_vec();
    out.extend(records(&report).map(|r| json(&r)));
    out.extend([text(60, true), text(100, false), MarkdownReport::new(&report, articles).to_string()]);
    out.push(HtmlReport::new(&report, articles).to_string());
    out
}

/// How many differences were found.
fn holds(articles: &[Article]) -> usize {
    let once = shown(articles);
    assert_eq!(shown(articles), once, "the second time");
    let turned: Vec<Article> = articles.iter().rev().cloned().collect();
    assert_eq!(shown(&turned), once, "in reverse order");
    let report = ENGLISH.cross_reference(articles);
    assert_eq!(serde_json::from_str::<Report>(&json(&report)).unwrap(), report, "read back");
    let found: Vec<_> = articles.iter().map(|a| ENGLISH.extract(a)).collect();
    let _ = ENGLISH.compare(articles, &found);
    spans_hold(articles, &report);
    report.findings.iter().map(|f| f.facets.len()).sum()
}

#[test]
fn whatever_is_sent_is_read() {
    let mut differences = 0;
    for seed in 0..RUNS {
        let articles = Random(seed << 32).run();
        differences += catch_unwind(|| holds(&articles)).unwrap_or_else(|_| panic!("run {seed}: {articles:#?}"));
    }
    assert!(differences > 20, "{differences} differences: the runs give too little to compare");
}
