//! How the search for copies grows with the number of articles, and whether it finds what comparing all pairs would.
//!
//! ```text
//! cargo bench --bench copying
//! ```

#![expect(clippy::print_stdout, reason = "what a bench is for")]

use corroborate::compare::copying;
use corroborate::compare::provenance::Provenance;
use corroborate::{Article, Corroborator, Extraction, Lexicon};
use std::collections::{BTreeMap, BTreeSet};
use std::time::Instant;

fn main() {
    if !std::env::args().any(|a| a == "--bench") {
        return;
    }
    println!(
        "{:>9} {:>9} {:>9} {:>11} {:>13} {:>7} {:>7} {:>7}",
        "articles", "words", "copies s", "us/article", "provenance s", "P", "R", "F"
    );
    for n in [1_000, 10_000] {
        let articles = corpus(n);
        let words: usize = articles.iter().map(|a| a.text.split(' ').count()).sum();
        // Only who wrote when is needed; quotations and furniture there are none.
        let found: Vec<Extraction> = articles
            .iter()
            .map(|a| {
                let mut e = Extraction::default();
                (e.article, e.published) = (a.id.clone(), a.published.clone());
                e
            })
            .collect();
        let start = Instant::now();
        let copies = copying::copies(&articles, &found);
        let taken = start.elapsed().as_secs_f64();
        let start = Instant::now();
        let provenance = Provenance::new(&articles, &found, &Lexicon::empty());
        let both = start.elapsed().as_secs_f64();
        assert_eq!(provenance.copies().len(), copies.len());
        let got: BTreeSet<[String; 2]> = copies.iter().map(|c| sorted(&c.articles)).collect();
        let want = exact(&articles);
        let hits = got.intersection(&want).count() as f64;
        let (p, r) = (hits / got.len() as f64, hits / want.len() as f64);
        println!(
            "{n:>9} {words:>9} {taken:>9.2} {:>11.1} {both:>13.2} {p:>7.3} {r:>7.3} {:>7.3}",
            taken * 1e6 / n as f64,
            2.0 * p * r / (p + r)
        );
    }
    // Reading the articles, for scale.
    let (english, articles) = (Corroborator::english(), corpus(50));
    let start = Instant::now();
    let read = articles.iter().map(|a| english.extract(a).claims.len()).sum::<usize>();
    let each = start.elapsed().as_secs_f64() * 1e6 / articles.len() as f64;
    println!("reading one article ({} claims): {each:.0} us", read / articles.len());
}

/// Articles of about 400 words with the frequencies of a language (Zipf). Of each ten, one is copied by two others,
/// the one wholly, the other by a third, and one more takes a single paragraph.
fn corpus(n: usize) -> Vec<Article> {
    let mut random = Random(0x5eed);
    let mut out: Vec<Vec<String>> = Vec::new();
    for i in 0..n {
        let mut paragraphs: Vec<String> = (0..8).map(|_| random.paragraph()).collect();
        let source = i - i % 10;
        let taken = match i % 10 {
            1 => 8,
            2 => 3,
            3 => 1,
            _ => 0,
        };
        if taken > 0 {
            paragraphs[..taken].clone_from_slice(&out[source][..taken]);
        }
        out.push(paragraphs);
    }
    let day = |i: usize| format!("2024-{:02}-{:02}", 1 + i / 28 % 12, 1 + i % 28).parse().expect("a date");
    out.into_iter()
        .enumerate()
        .map(|(i, p)| Article::new(format!("a{i:05}"), p.join("\n\n")).with_published(day(i)))
        .collect()
}

struct Random(u64);

impl Random {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % n
    }

    fn paragraph(&mut self) -> String {
        let words = 40 + self.below(20);
        (0..words)
            .map(|_| {
                // A word's rank falls off as one over its frequency.
                let u = self.below(1 << 20) as f64 / f64::from(1 << 20);
                format!("w{}", (30_000f64.powf(u)) as u64)
            })
            .collect::<Vec<_>>()
            .join(" ")
            + "."
    }
}

fn sorted([a, b]: &[String; 2]) -> [String; 2] {
    if a <= b { [a.clone(), b.clone()] } else { [b.clone(), a.clone()] }
}

/// The pairs whose exact containment of 5-grams is at least 0.05, counted over every gram that two articles share.
fn exact(articles: &[Article]) -> BTreeSet<[String; 2]> {
    let grams: Vec<BTreeSet<Vec<&str>>> = articles
        .iter()
        .map(|a| {
            let words: Vec<&str> = a.text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
            words.windows(5).map(<[&str]>::to_vec).collect()
        })
        .collect();
    let mut of: BTreeMap<&[&str], Vec<usize>> = BTreeMap::new();
    for (i, set) in grams.iter().enumerate() {
        for g in set {
            of.entry(g).or_default().push(i);
        }
    }
    let mut shared: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for list in of.values() {
        for (k, &a) in list.iter().enumerate() {
            for &b in &list[k + 1..] {
                *shared.entry((a, b)).or_default() += 1;
            }
        }
    }
    shared
        .into_iter()
        .filter(|&((a, b), n)| n >= 8 && n as f64 >= 0.05 * grams[a].len().min(grams[b].len()) as f64)
        .map(|((a, b), _)| sorted(&[articles[a].id.clone(), articles[b].id.clone()]))
        .collect()
}
