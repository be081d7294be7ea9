//! Sentence splitters side by side on one text: MB/s, sentences found, speed beside unicode-segmentation.
//!
//! ```text
//! cargo run --release --manifest-path benches/peers/Cargo.toml -- FILE [RULES.srx]
//! ```
//!
//! `RULES.srx` is a rules file for `srx` (its crate ships LanguageTool's as `data/segment.srx`); without it that
//! splitter is left out.

use std::hint::black_box;
use std::time::{Duration, Instant};
use unicode_segmentation::UnicodeSegmentation as _;

const BUDGET: Duration = Duration::from_secs(2);

fn main() {
    let mut args = std::env::args().skip(1);
    let file = args.next().expect("usage: peers FILE [RULES.srx]");
    let text = std::fs::read_to_string(file).expect("a text file in UTF-8");
    let lexicon = corroborate::Lexicon::english();
    let icu = icu_segmenter::SentenceSegmenter::new(Default::default());
    let rules = args.next().map(|path| {
        let rules: srx::SRX = std::fs::read_to_string(path).expect("a rules file").parse().expect("SRX rules");
        rules.language_rules("en")
    });

    println!("{:<28}{:>9}{:>12}{:>9}", format!("{} kB", text.len() / 1000), "MB/s", "sentences", "ratio");
    let base = best(|| text.unicode_sentences().count()).0;
    let show = |name: &str, (time, n): (Duration, usize)| {
        let speed = text.len() as f64 / 1e6 / time.as_secs_f64();
        println!("{name:<28}{speed:>9.2}{n:>12}{:>9.2}", base.as_secs_f64() / time.as_secs_f64());
    };
    show("corroborate", best(|| corroborate::text::sentence::sentence_spans(&text, &lexicon).count()));
    show("unicode-segmentation", best(|| text.unicode_sentences().count()));
    show("icu_segmenter", best(|| icu.segment_str(&text).count().saturating_sub(1)));
    show("sentencex", best(|| sentencex::segment("en", &text).len()));
    if let Some(rules) = &rules {
        show("srx", best(|| rules.split(&text).count()));
    }
}

/// The best time of those that fit into the budget, and the result.
fn best(run: impl Fn() -> usize) -> (Duration, usize) {
    let start = Instant::now();
    let mut best = (Duration::MAX, 0);
    while best.0 == Duration::MAX || start.elapsed() < BUDGET {
        let one = Instant::now();
        let n = black_box(run());
        best = (best.0.min(one.elapsed()), n);
    }
    best
}
