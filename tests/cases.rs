//! The case files under `tests/cases`: one phenomenon a case, readable and extendable without knowing Rust.
//!
//! A case is: comment lines (`#`), the input, a line `---`, the expected lines, a line `===`. Lines of the input that
//! begin with `@` set something (`@ published 2025-06-30`); a line `@ article NAME` begins an article where a case
//! needs several. What the expected lines look like stands at the head of each file. A known wrong answer stays in
//! its file, asserted, under a comment `# WRONG: what it should be`.

use corroborate::claim::quantity::Amount;
use corroborate::compare::provenance::Provenance;
use corroborate::{Article, Corroborator, Extraction};
use std::fmt::Write as _;
use std::path::Path;
use std::sync::LazyLock;

static ENGLISH: LazyLock<Corroborator> = LazyLock::new(Corroborator::english);

struct Case {
    line: usize,
    articles: Vec<Article>,
    expected: String,
}

/// Reads a case file; anything malformed stops the test with its line.
fn cases(file: &Path) -> Vec<Case> {
    let text = std::fs::read_to_string(file).expect("a case file");
    let name = file.display();
    let (mut out, mut input, mut expected) = (Vec::new(), Vec::new(), Vec::new());
    let (mut first, mut after_bar) = (0, false);
    for (n, line) in text.lines().enumerate() {
        match line {
            "---" => {
                assert!(!after_bar, "{name}:{}: a second '---' in one case", n + 1);
                after_bar = true;
            }
            "===" => {
                assert!(after_bar, "{name}:{}: '===' without '---'", n + 1);
                out.push(Case { line: first + 1, articles: articles(&input), expected: expected.join("\n") });
                (input, expected, after_bar) = (Vec::new(), Vec::new(), false);
            }
            _ if line.starts_with('#') => {}
            _ if after_bar => expected.push(line),
            _ if input.is_empty() && line.is_empty() => {}
            _ => {
                if input.is_empty() {
                    first = n;
                }
                input.push(line);
            }
        }
    }
    assert!(input.is_empty() && !after_bar, "{name}: the last case does not end with '==='");
    assert!(!out.is_empty(), "{name}: no case");
    out
}

fn articles(input: &[&str]) -> Vec<Article> {
    let (mut out, mut lines): (Vec<Article>, Vec<&str>) = (Vec::new(), Vec::new());
    let mut current = Article::new("a", "");
    let mut finish = |current: &mut Article, lines: &mut Vec<&str>, next: &str| {
        let mut done = std::mem::replace(current, Article::new(next, ""));
        done.text = lines.join("\n").trim_end().to_owned();
        lines.clear();
        if !done.text.is_empty() {
            out.push(done);
        }
    };
    for line in input {
        let Some(setting) = line.strip_prefix("@ ") else {
            lines.push(line);
            continue;
        };
        let (key, value) = setting.split_once(' ').unwrap_or((setting, ""));
        match key {
            "article" => finish(&mut current, &mut lines, value),
            "published" => current.published = Some(value.parse().expect("an EDTF date")),
            "outlet" => current.outlet = Some(value.to_owned()),
            "title" => current.title = Some(value.to_owned()),
            _ => panic!("unknown setting {key:?}"),
        }
    }
    finish(&mut current, &mut lines, "");
    out
}

/// Runs every case of one file and fails with all that differ.
fn check(file: &str, render: impl Fn(&[Article]) -> String) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases").join(file);
    let mut wrong = String::new();
    for case in cases(&path) {
        let got = render(&case.articles);
        let got = got.trim_end();
        if got != case.expected.trim_end() {
            let _ = writeln!(wrong, "tests/cases/{file}:{}\n  want:\n{}\n  got:\n{got}\n", case.line, case.expected);
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

fn of_extraction(render: impl Fn(&str, &Extraction, &mut String)) -> impl Fn(&[Article]) -> String {
    move |articles| {
        let mut out = String::new();
        for a in articles {
            render(&a.text, &ENGLISH.extract(a), &mut out);
        }
        out
    }
}

/// Text on one line.
fn flat(s: &str) -> String {
    s.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The contract's word for a value (`single_source`, `direct`).
fn word(v: impl serde::Serialize) -> String {
    serde_json::to_value(v).expect("a serialisable value").as_str().unwrap_or("-").to_owned()
}

#[test]
fn sentences() {
    check(
        "sentences.txt",
        of_extraction(|text, e, out| {
            for s in &e.sentences {
                let _ = writeln!(out, "{}: {}", word(s.part), flat(s.span.of(text)));
            }
        }),
    );
}

fn quotes_of(text: &str, e: &Extraction, out: &mut String, indirect: bool) {
    for q in e.quotes.iter().filter(|q| (word(q.kind) == "indirect") == indirect) {
        let words = q.stretches().iter().map(|s| flat(s.of(text))).collect::<Vec<_>>().join(" … ");
        let speaker = q.speaker.as_ref().map_or("-", |s| &s.name);
        let _ = writeln!(out, "{} | {words} | {speaker} | {}", word(q.kind), q.cue.as_deref().unwrap_or("-"));
    }
}

#[test]
fn quotes() {
    check("quotes.txt", of_extraction(|text, e, out| quotes_of(text, e, out, false)));
}

#[test]
fn attributions() {
    check("attributions.txt", of_extraction(|text, e, out| quotes_of(text, e, out, false)));
}

#[test]
fn reported_speech() {
    check("reported_speech.txt", of_extraction(|text, e, out| quotes_of(text, e, out, true)));
}

#[test]
fn dates() {
    check(
        "dates.txt",
        of_extraction(|text, e, out| {
            for d in &e.dates {
                assert_eq!(d.span.of(text), d.text);
                let readings: Vec<String> = d.readings.iter().map(ToString::to_string).collect();
                let unsure = || ["?".to_owned(), readings.join(" or ")].join(" ").trim_end().to_owned();
                let value = d.value.as_ref().map_or_else(unsure, ToString::to_string);
                let _ = writeln!(out, "{} = {value}", flat(&d.text));
            }
        }),
    );
}

#[test]
fn quantities() {
    check(
        "quantities.txt",
        of_extraction(|text, e, out| {
            for q in &e.quantities {
                assert_eq!(q.span.of(text), q.text);
                let value = match q.value {
                    Some(Amount::Number(n)) => n.to_string(),
                    Some(Amount::Range([a, b])) => format!("{a}..{b}"),
                    _ => "?".to_owned(),
                };
                let unit = q.unit.as_deref().unwrap_or("-");
                let of = q.of.as_deref().unwrap_or("-");
                let _ = writeln!(out, "{} = {value} | {unit} | {of} | {}", flat(&q.text), word(q.bound));
            }
        }),
    );
}

#[test]
fn actors() {
    check(
        "actors.txt",
        of_extraction(|text, e, out| {
            for a in &e.actors {
                let mentions = a.mentions.iter().map(|m| flat(m.of(text))).collect::<Vec<_>>().join(", ");
                let _ = write!(out, "{} | {} | {mentions}", word(a.kind), a.name);
                if !a.roles.is_empty() {
                    let _ = write!(out, " | {}", a.roles.join(", "));
                }
                out.push('\n');
            }
        }),
    );
}

#[test]
fn credits() {
    check(
        "credits.txt",
        of_extraction(|text, e, out| {
            for c in &e.credits {
                let by = c.by.as_deref().unwrap_or("-");
                let own = flat(c.span.of(text));
                let _ = writeln!(out, "{} | {} | {} | {own} | {by}", word(c.kind), c.name, word(c.scope));
            }
        }),
    );
}

/// All claims of a case's articles taken as one finding: what is left of their sources.
#[test]
fn provenance() {
    check("provenance.txt", |articles| {
        let found: Vec<Extraction> = articles.iter().map(|a| ENGLISH.extract(a)).collect();
        let provenance = Provenance::new(articles, &found, ENGLISH.lexicon());
        let claims: Vec<_> = found.iter().enumerate().flat_map(|(i, f)| f.claims.iter().map(move |c| (i, c))).collect();
        let left = provenance.of(&claims);
        let mut out = format!("{} | {}\n", left.independent_sources, left.upstream.join(", "));
        for copy in provenance.copies() {
            let order = if copy.directed { ">" } else { "-" };
            let words: Vec<String> = copy.runs.iter().map(|r| r.words.to_string()).collect();
            let [a, b] = &copy.articles;
            let _ = writeln!(out, "{} | {a} {order} {b} | {}", word(copy.kind), words.join(" "));
        }
        for chain in &left.chain {
            let _ = writeln!(out, "{chain}");
        }
        out
    });
}

#[test]
fn claims() {
    check(
        "claims.txt",
        of_extraction(|_, e, out| {
            for c in &e.claims {
                let speaker = c.speaker.as_ref().map_or("-", |s| &s.name);
                let _ = writeln!(
                    out,
                    "{}{} | {} | {} | {speaker} | {}",
                    word(c.kind),
                    if c.checkable { "" } else { "?" },
                    word(c.certainty),
                    word(c.polarity),
                    flat(&c.text)
                );
            }
        }),
    );
}

#[test]
fn predicates() {
    check(
        "predicates.txt",
        of_extraction(|text, e, out| {
            for c in &e.claims {
                let Some(p) = &c.predicate else { continue };
                let part = |s: Option<corroborate::Span>| s.map_or("-", |s| s.of(text));
                let done = if p.passive { "is done to" } else { "does" };
                let _ = writeln!(out, "{} | {done} | {} | {}", p.lemma, part(c.subject), part(c.object));
            }
        }),
    );
}

/// The findings of some kinds, one a line; the finding that stands for the whole event is left out.
fn findings(articles: &[Article], kinds: &[&str]) -> String {
    let report = ENGLISH.cross_reference(articles);
    let mut out = String::new();
    for f in report.findings.iter().filter(|f| !f.event && kinds.contains(&word(f.kind).as_str())) {
        let claim = |id: &str| report.claims.iter().find(|c| c.id == *id).expect("a claim of the report");
        let _ = write!(out, "{}", word(f.kind));
        if f.facets.is_empty() {
            for c in &f.claims {
                let _ = write!(out, " | {}: {}", claim(c).article, flat(&claim(c).text));
            }
        }
        for d in &f.facets {
            let _ = write!(out, " [{}{}]", word(d.facet), if d.update { ", update" } else { "" });
            for v in &d.values {
                let _ = write!(out, " | {}: {}", claim(&v.claim).article, flat(&v.text));
            }
        }
        out.push('\n');
    }
    out
}

#[test]
fn alignment() {
    check("alignment.txt", |articles| findings(articles, &["agreement"]));
}

#[test]
fn deeds() {
    check("deeds.txt", |articles| findings(articles, &["divergence"]));
}

#[test]
fn frames() {
    check("frames.txt", |articles| findings(articles, &["divergence"]));
}

#[test]
fn happenings() {
    check("happenings.txt", |articles| findings(articles, &["divergence"]));
}

#[test]
fn divergences() {
    check("divergences.txt", |articles| findings(articles, &["divergence"]));
}

#[test]
fn single_source() {
    check("single_source.txt", |articles| findings(articles, &["single_source"]));
}
