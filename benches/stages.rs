//! How fast every stage and the whole are, over the project's own stories, each text once, 4 and 16 times over: a stage
//! whose speed falls from left to right does not grow linearly.
//!
//! ```text
//! cargo bench --bench stages [STAGE] [x1|x4|x16]
//! ```

#![expect(clippy::print_stdout, reason = "what a bench is for")]

use corroborate::claim::{actor, attribution, clause, quantity, quote, timex};
use corroborate::text::document::Document;
use corroborate::text::input::{InputFormat, articles};
use corroborate::{Article, Corroborator, Extraction};
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

const TIMES: [usize; 3] = [1, 4, 16];
/// Every figure is the best of the runs that fit into this.
const BUDGET: Duration = Duration::from_millis(400);

fn main() {
    // `cargo test --benches` runs this too, without that option: then there is nothing to measure.
    if !std::env::args().any(|a| a == "--bench") {
        return;
    }
    let given: Vec<String> = std::env::args().skip(1).filter(|a| !a.starts_with('-')).collect();
    let (columns, wanted): (Vec<String>, Vec<String>) = given.into_iter().partition(|a| a.starts_with('x'));
    let asked = |n: &usize| columns.is_empty() || columns.contains(&format!("x{n}"));
    let times: Vec<usize> = TIMES.into_iter().filter(asked).collect();
    let corroborator = Corroborator::english();
    let sets: Vec<Set> = times.iter().map(|&n| Set::new(&corroborator, n)).collect();
    let head = format!("MB/s, best of {} ms", BUDGET.as_millis());
    println!("{head:<24}{}", times.iter().map(|n| format!("{:>8}", format!("x{n}"))).collect::<String>());
    for (name, stage) in STAGES {
        if !wanted.is_empty() && !wanted.iter().any(|w| name.contains(w.as_str())) {
            continue;
        }
        let speeds = sets
            .iter()
            .map(|set| format!("{:>8.2}", set.bytes as f64 / 1e6 / best(|| stage(&corroborator, set)).as_secs_f64()));
        println!("{name:<24}{}", speeds.collect::<String>());
    }
}

fn best(run: impl Fn()) -> Duration {
    let start = Instant::now();
    let mut best = Duration::MAX;
    while best == Duration::MAX || start.elapsed() < BUDGET {
        let one = Instant::now();
        run();
        best = best.min(one.elapsed());
    }
    best
}

/// What the stages read: prepared outside of the timed part.
struct Set {
    stories: Vec<Vec<Article>>,
    found: Vec<Vec<Extraction>>,
    bytes: usize,
}

impl Set {
    fn new(corroborator: &Corroborator, times: usize) -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/stories");
        let mut folders: Vec<_> =
            std::fs::read_dir(folder).expect("tests/stories").flatten().map(|f| f.path()).collect();
        folders.sort();
        let stories: Vec<Vec<Article>> = folders.iter().map(|f| story(f, times)).collect();
        let found = stories.iter().map(|s| s.iter().map(|a| corroborator.extract(a)).collect()).collect();
        let bytes = stories.iter().flatten().map(|a| a.text.len()).sum();
        Self { stories, found, bytes }
    }

    /// Runs a stage on every article with its extraction.
    fn each(&self, lexicon: &corroborate::Lexicon, stage: impl Fn(&Document<'_>, &Extraction)) {
        for (a, f) in self.stories.iter().zip(&self.found).flat_map(|(a, f)| a.iter().zip(f)) {
            // Cutting the text is part of every stage's figure; its own line says how much that is.
            stage(&Document::new(&a.text, lexicon), f);
        }
    }
}

fn story(folder: &Path, times: usize) -> Vec<Article> {
    let mut files: Vec<_> = std::fs::read_dir(folder).expect("a story").flatten().map(|f| f.path()).collect();
    files.sort();
    let read = |file: &std::path::PathBuf| {
        let bytes = std::fs::read(file).expect("an article");
        articles(&file.to_string_lossy(), &bytes, InputFormat::Text).expect("an article")
    };
    let mut out: Vec<Article> = files.iter().flat_map(read).collect();
    out.iter_mut().for_each(|a| a.text = format!("{}\n\n", a.text.trim_end()).repeat(times));
    out
}

type Stage = fn(&Corroborator, &Set);

const STAGES: [(&str, Stage); 11] = [
    ("sentences", |c, set| {
        for a in set.stories.iter().flatten() {
            black_box(c.sentences(&a.text));
        }
    }),
    ("document", |c, set| {
        set.each(c.lexicon(), |doc, _| {
            black_box(doc);
        });
    }),
    ("+ dates", |c, set| {
        set.each(c.lexicon(), |doc, f| {
            black_box(timex::dates(doc, f.published.as_ref(), c.lexicon()));
        });
    }),
    ("+ quantities", |c, set| {
        set.each(c.lexicon(), |doc, f| {
            black_box(quantity::quantities(doc, &f.dates, c.lexicon()));
        });
    }),
    ("+ quotations", |c, set| {
        set.each(c.lexicon(), |doc, _| {
            black_box(quote::quotes(doc, c.lexicon()));
        });
    }),
    ("+ actors", |c, set| {
        set.each(c.lexicon(), |doc, f| {
            black_box(actor::actors(doc, &f.quotes, &f.article, c.lexicon()));
        });
    }),
    ("+ attribution", |c, set| {
        set.each(c.lexicon(), |doc, f| {
            // What it finds without marks is no part of what it is given.
            let marked = f.quotes.iter().filter(|q| q.kind != quote::QuoteKind::Indirect).cloned().collect();
            black_box(attribution::attribute(doc, marked, &f.actors, c.lexicon()));
        });
    }),
    ("+ claims", |c, set| {
        set.each(c.lexicon(), |doc, f| {
            black_box(clause::claims(doc, f, c.lexicon()));
        });
    }),
    ("text to claims", |c, set| {
        for articles in &set.stories {
            black_box(c.extract_all(articles));
        }
    }),
    ("comparison alone", |c, set| {
        for (articles, found) in set.stories.iter().zip(&set.found) {
            black_box(c.compare(articles, found));
        }
    }),
    ("whole", |c, set| {
        for articles in &set.stories {
            black_box(c.cross_reference(articles));
        }
    }),
];
