//! How reading, comparing and showing grow with the text: MB/s over runs of some size, of four times that and of sixteen
//! times, and how many times as long four times the text takes (4 is linear, 16 is quadratic).
//!
//! ```text
//! cargo bench --bench growth [RUN] [KB=64]
//! ```

#![expect(clippy::print_stdout, clippy::unwrap_used, reason = "what a bench is for")]

#[path = "../tests/support/mod.rs"]
mod support;

use corroborate::report::html::HtmlReport;
use corroborate::report::markdown::MarkdownReport;
use corroborate::report::text::TextReport;
use corroborate::{Article, Extraction, Report};
use std::hint::black_box;
use support::scale::RUNS;
use support::{ENGLISH, clock, folder, path};

const TIMES: [usize; 3] = [1, 4, 16];

fn main() {
    // `cargo test --benches` runs this too, without that option: then there is nothing to measure.
    if !std::env::args().any(|a| a == "--bench") {
        return;
    }
    let args: Vec<String> = std::env::args().skip(1).filter(|a| !a.starts_with('-')).collect();
    let kb = args.iter().find_map(|a| a.strip_prefix("KB=")).and_then(|n| n.parse().ok()).unwrap_or(64);
    let wanted: Vec<&String> = args.iter().filter(|a| !a.starts_with("KB=")).collect();
    let seeds = folder(&path("examples/seeds"));
    let head = |of: &str| format!("{:>7}{:>7}{:>7}{:>12}", of, "x4", "x16", "growth");
    println!("{:<38}{}{}{}", format!("MB/s at {kb} kB"), head("read"), head("compare"), head("show"));
    for (name, make) in RUNS {
        if !wanted.is_empty() && !wanted.iter().any(|w| name.contains(w.as_str())) {
            continue;
        }
        let times = TIMES.map(|n| Timed::new(make(&seeds, n * kb * 1000)));
        let part = |of: fn(&Timed) -> f64| {
            let speed = times.each_ref().map(|t| format!("{:>7.2}", t.bytes / of(t) / 1e6)).concat();
            format!("{speed}{:>6.1}{:>6.1}", of(&times[1]) / of(&times[0]), of(&times[2]) / of(&times[1]))
        };
        println!("{name:<38}{}{}{}", part(|t| t.read), part(|t| t.compared), part(|t| t.shown));
    }
}

/// How many seconds a run took, stage by stage.
struct Timed {
    bytes: f64,
    read: f64,
    compared: f64,
    shown: f64,
}

impl Timed {
    fn new(articles: Vec<Article>) -> Self {
        let bytes = articles.iter().map(|a| a.text.len()).sum::<usize>() as f64;
        let (read, found) = timed(|| articles.iter().map(|a| ENGLISH.extract(a)).collect::<Vec<Extraction>>());
        let (compared, _) = timed(|| ENGLISH.compare(&articles, &found));
        let report = ENGLISH.cross_reference(&articles);
        let (shown, ()) = timed(|| show(&report, &articles));
        Self { bytes, read, compared, shown }
    }
}

fn show(report: &Report, articles: &[Article]) {
    black_box(serde_json::to_string(report).unwrap());
    black_box(TextReport::new(report, articles).all(true).to_string());
    black_box(MarkdownReport::new(report, articles).to_string());
    black_box(HtmlReport::new(report, articles).to_string());
}

/// The better of two runs.
fn timed<T>(run: impl Fn() -> T) -> (f64, T) {
    let once = || {
        let start = clock();
        let out = run();
        ((clock() - start).as_secs_f64(), out)
    };
    let ((first, _), (second, out)) = (once(), once());
    (first.min(second), out)
}
