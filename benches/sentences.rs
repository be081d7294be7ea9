//! How fast sentences are found, beside UAX #29 (`unicode_sentences` of unicode-segmentation), and how the time grows
//! with the length of one paragraph and on texts made to be slow.
//!
//! ```text
//! cargo bench --bench sentences
//! ```
//!
//! `benches/peers` is a crate of its own that runs further splitters on the same text.

#![expect(clippy::print_stdout, clippy::string_slice, reason = "what a bench is for; cut at character boundaries")]

use corroborate::Lexicon;
use corroborate::text::document::Document;
use corroborate::text::sentence::sentence_spans;
use corroborate::text::token::tokens;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use unicode_segmentation::UnicodeSegmentation as _;

/// Every figure is the best of the runs that fit into this.
const BUDGET: Duration = Duration::from_millis(400);

fn main() {
    // `cargo test --benches` runs this too, without that option: then there is nothing to measure.
    if !std::env::args().any(|a| a == "--bench") {
        return;
    }
    let lexicon = Lexicon::english();
    let news = news();
    let paragraph: String = news.split_whitespace().collect::<Vec<_>>().join(" ").repeat(2_000_000 / news.len() + 1);

    println!("{:<44}{:>9}{:>12}{:>9}", "news stories", "MB/s", "pieces", "ratio");
    let ours = |text: &str| sentence_spans(text, &lexicon).count();
    let uax29 = |text: &str| text.unicode_sentences().count();
    let base = best(|| uax29(&news));
    for (name, time, n) in [
        ("sentence_spans", best(|| ours(&news)), ours(&news)),
        ("unicode_sentences", base, uax29(&news)),
        ("tokens", best(|| tokens(&news, &lexicon).len()), tokens(&news, &lexicon).len()),
        (
            "Document::new (sentences, parts, tokens)",
            best(|| Document::new(&news, &lexicon).sentences.len()),
            ours(&news),
        ),
    ] {
        let ratio = base.as_secs_f64() / time.as_secs_f64();
        println!("{name:<44}{:>9.1}{n:>12}{ratio:>9.2}", speed(&news, time));
    }

    println!("\n{:<44}{:>9}{:>12}{:>9}", "growth", "8 kB, µs", "64 kB, µs", "ratio");
    let piece = |n: usize| &paragraph[..cut(&paragraph, n)];
    let (small, large) = (best(|| ours(piece(250_000))), best(|| ours(piece(2_000_000))));
    let (a, b) = (small.as_secs_f64() * 1e6, large.as_secs_f64() * 1e6);
    println!("{:<44}{a:>9.0}{b:>12.0}{:>9.1}", "one paragraph of news (250 kB, 2 MB)", b / a);
    for bit in [
        ".",
        " .",
        ". ",
        "\"",
        "\". ",
        ".\n",
        "\n",
        "\r\n",
        "(",
        ") ",
        "1. ",
        "a) ",
        "U.S. ",
        "Mr. ",
        "…",
        "。",
        "! ? ",
        "http://",
        "- ",
        "A",
        "’",
        " '' ",
        "[1]",
        "End. [",
        "St. 5 ft. ",
    ] {
        let text = |n: usize| format!("End.{}", bit.repeat(n / bit.len()));
        let (small, large) = (text(8_000), text(64_000));
        let (a, b) = (best(|| ours(&small)).as_secs_f64() * 1e6, best(|| ours(&large)).as_secs_f64() * 1e6);
        println!("{:<44}{a:>9.0}{b:>12.0}{:>9.1}", format!("{bit:?} repeated"), b / a);
    }
    let stops = ".".repeat(1_000_000);
    println!("{:<44}{:>21.1}", "a million full stops, ms", best(|| ours(&stops)).as_secs_f64() * 1e3);
}

/// The project's own stories, as one text.
fn news() -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files: Vec<PathBuf> = Vec::new();
    for place in ["examples/seeds", "tests/stories"] {
        collect(&root.join(place), &mut files);
    }
    files.sort();
    let texts: Vec<String> = files.iter().map(|f| std::fs::read_to_string(f).expect("a story in UTF-8")).collect();
    let all = texts.join("\n\n");
    let times = 400_000 / all.len().max(1) + 1;
    vec![all; times].join("\n\n")
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|e| e == "txt") {
            files.push(path);
        }
    }
}

fn cut(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|&i| text.is_char_boundary(i)).unwrap_or(0)
}

fn best<T>(run: impl Fn() -> T) -> Duration {
    let start = Instant::now();
    let mut best = Duration::MAX;
    while best == Duration::MAX || start.elapsed() < BUDGET {
        let one = Instant::now();
        black_box(run());
        best = best.min(one.elapsed());
    }
    best
}

fn speed(text: &str, time: Duration) -> f64 {
    text.len() as f64 / 1e6 / time.as_secs_f64()
}
