//! What reading, comparing and showing cost grows with the text and no faster, whatever the text.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod support;

use corroborate::Article;
use corroborate::report::html::HtmlReport;
use corroborate::report::markdown::MarkdownReport;
use corroborate::report::text::TextReport;
use std::time::Duration;
use support::scale::RUNS;
use support::{ENGLISH, clock, folder, path};

/// Bytes of the shorter runs; the longer ones have four times as many.
const BYTES: usize = 48_000;

/// The mean of so many runs.
fn mean(articles: &[Article], runs: u32) -> Duration {
    (0..runs).map(|_| whole(articles)).sum::<Duration>() / runs
}

fn whole(articles: &[Article]) -> Duration {
    let start = clock();
    let report = ENGLISH.cross_reference(articles);
    let length = serde_json::to_string(&report).unwrap().len()
        + TextReport::new(&report, articles).all(true).to_string().len()
        + MarkdownReport::new(&report, articles).to_string().len()
        + HtmlReport::new(&report, articles).to_string().len();
    assert!(length > 0);
    clock() - start
}

/// Four times the text may take four times as long, and somewhat more while bounds are not yet reached; not sixteen times.
#[test]
fn four_times_the_text_takes_no_sixteen_times_as_long() {
    let seeds = folder(&path("examples/seeds"));
    for (name, make) in RUNS {
        let (short, long) = (make(&seeds, BYTES), make(&seeds, 4 * BYTES));
        let (mut of_short, mut of_long) = (Duration::ZERO, Duration::ZERO);
        let linear = (0..4).any(|_| {
            // The shorter one as often as makes up the longer, one right after the other: a machine's speed changes.
            (of_short, of_long) = (mean(&short, 4), whole(&long));
            of_long < of_short * 10 + Duration::from_millis(60)
        });
        assert!(linear, "{name}: {BYTES} bytes take {of_short:?}, four times as many {of_long:?}");
    }
}
