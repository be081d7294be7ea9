//! How fast actors are found, and whether the time grows with the number of actors no faster than the text.
//!
//! ```text
//! cargo bench --bench actors
//! ```

#![expect(clippy::print_stdout, reason = "what a bench is for")]

use corroborate::claim::actor::actors;
use corroborate::compare::link::link;
use corroborate::text::document::Document;
use corroborate::{Article, Corroborator, Extraction, Lexicon};
use std::fmt::Write as _;
use std::hint::black_box;
use std::time::{Duration, Instant};

fn main() {
    // `cargo test --benches` runs this too, without that option: then there is nothing to measure.
    if !std::env::args().any(|a| a == "--bench") {
        return;
    }
    let lexicon = Lexicon::english();
    println!("{:>8} {:>8} {:>8} {:>8}", "people", "kB", "MB/s", "us/name");
    for people in [100, 400, 1_600, 6_400] {
        let text = text(people);
        let doc = Document::new(&text, &lexicon);
        let taken = best(|| {
            black_box(actors(&doc, &[], "a", &lexicon));
        });
        let (kb, s) = (text.len() as f64 / 1e3, taken.as_secs_f64());
        println!("{people:>8} {kb:>8.0} {:>8.1} {:>8.2}", kb / 1e3 / s, s * 1e6 / (2 * people) as f64);
    }
    println!("\n{:>8} {:>12}", "articles", "link us/actor");
    let english = Corroborator::english();
    for n in [10, 40, 160] {
        let articles: Vec<Article> = (0..n).map(|i| Article::new(format!("a{i:03}"), text(40))).collect();
        let found: Vec<Extraction> = articles.iter().map(|a| english.extract(a)).collect();
        let all: usize = found.iter().map(|f| f.actors.len()).sum();
        let taken = best(|| {
            black_box(link(&articles, &found, &lexicon));
        });
        println!("{n:>8} {:>12.2}", taken.as_secs_f64() * 1e6 / all as f64);
    }
}

fn best(run: impl Fn()) -> Duration {
    let time = |_| {
        let start = Instant::now();
        run();
        start.elapsed()
    };
    (0..5).map(time).min().unwrap_or_default()
}

/// Sentences about so many people, each named in full and then by the family name.
fn text(people: usize) -> String {
    const GIVEN: [&str; 8] = ["Ann", "Boris", "Clara", "Dmitri", "Elena", "Frank", "Gita", "Henry"];
    const SYLLABLES: [&str; 12] = ["bar", "den", "gor", "hal", "kem", "lo", "mar", "ni", "ros", "sta", "tov", "vel"];
    let mut out = String::new();
    for i in 0..people {
        let family = [i % 12, i / 12 % 12, i / 144 % 12, i / 1_728 % 12].map(|k| SYLLABLES[k]).concat();
        let family = family
            .chars()
            .enumerate()
            .map(|(k, c)| if k == 0 { c.to_ascii_uppercase() } else { c })
            .collect::<String>();
        let _ = write!(
            out,
            "{} {family}, a teacher from the north, told the council in London on Monday that the old bridge had to be \
             closed before the winter came. \n\n{family} said the harbour board would answer within a week or so. ",
            GIVEN[i % 8]
        );
    }
    out
}
