//! What holds for every text: offsets, order, the shape of the output, cost.

#![expect(clippy::unwrap_used, clippy::string_slice, reason = "a test stops at the first surprise")]

mod support;

use corroborate::report::html::HtmlReport;
use corroborate::report::markdown::MarkdownReport;
use corroborate::report::offsets::{self, OffsetUnit};
use corroborate::report::text::TextReport;
use corroborate::{Article, Report};
use serde_json::{Map, Value, json};
use std::time::{Duration, Instant};
use support::{ENGLISH, each_span, stories};

/// What texts that no newsroom writes are made of.
#[rustfmt::skip]
const BITS: [&str; 39] = [
    "End.", " ", "\"", "“", "”", "‘", "’", "'", "''", "``", "(", ")", ".", "…", "—", "-", "\n", "\r\n", "\u{2029}",
    "\u{200B}", "\u{202E}", "\u{FEFF}", "\0", "e\u{301}", "😀", "👩‍👩‍👧", "U.S. ", "12", "1,000.5", "$", "%", "said ",
    "Mr. ", "June ", "on Sunday ", "“No,” he said. ", "Дa ", "İ", "ß",
];

/// Texts that no newsroom writes.
fn hostile() -> Vec<String> {
    let mut out: Vec<String> = BITS.iter().map(|b| (*b).to_owned()).collect();
    out.extend(BITS.iter().map(|b| b.repeat(40)));
    // Neighbours in a fixed but mixed order.
    out.push((0..600).map(|n| BITS[(n * n * 7 + n * 13 + n / 5) % BITS.len()]).collect());
    out
}

fn all_texts() -> Vec<String> {
    let told = stories().into_iter().flat_map(|(_, articles)| articles).map(|a| a.text);
    told.chain(hostile()).collect()
}

#[test]
fn sentences_and_white_space_give_back_the_text() {
    for text in all_texts() {
        let mut end = 0;
        for s in ENGLISH.sentences(&text) {
            let between = text.get(end..s.span.start()).expect("in order, without overlap, on character boundaries");
            assert_eq!(between.trim(), "", "left out of {text:?}");
            let own = s.span.of(&text);
            assert!(!own.is_empty() && own.trim() == own, "{own:?} is not trimmed");
            end = s.span.end();
        }
        assert_eq!(text[end..].trim(), "", "the tail is left out of {text:?}");
    }
}

#[test]
fn every_span_stands_in_its_text() {
    for text in all_texts() {
        let mut found = serde_json::to_value(ENGLISH.extract(&Article::new("a", &*text))).unwrap();
        each_span(&mut found, &mut |o| {
            let (start, end) = (o["start"].as_u64().unwrap() as usize, o["end"].as_u64().unwrap() as usize);
            let slice =
                text.get(start..end).unwrap_or_else(|| panic!("{o:?} lies outside of its text or splits a character"));
            if let Some(copy) = o.get("text") {
                assert_eq!(slice, copy, "the copy is not what stands there");
            }
        });
    }
}

#[test]
fn every_beginning_of_an_article_is_accepted() {
    let (_, articles) = stories().into_iter().next_back().unwrap();
    for article in articles.iter().take(2) {
        let text = article.text.get(..900).unwrap_or(&article.text);
        for (end, _) in text.char_indices() {
            let _ = ENGLISH.extract(&Article::new("a", &text[..end]));
        }
    }
}

#[test]
fn the_order_of_articles_does_not_matter() {
    for (name, mut articles) in stories() {
        let whole = serde_json::to_string(&ENGLISH.cross_reference(&articles)).unwrap();
        articles.reverse();
        articles.rotate_left(1);
        assert_eq!(serde_json::to_string(&ENGLISH.cross_reference(&articles)).unwrap(), whole, "{name}");
    }
}

/// What a finding says, without what counts articles.
fn said(report: &Report, skip: &str) -> Vec<String> {
    let of = |f: &&corroborate::compare::finding::Finding| !f.claims.iter().all(|c| c.starts_with(skip));
    let line = |f: &corroborate::compare::finding::Finding| format!("{:?} {:?} {:?}", f.kind, f.claims, f.facets);
    report.findings.iter().filter(of).map(line).collect()
}

#[test]
fn an_article_on_something_else_changes_no_finding() {
    let other =
        Article::new("zzz", "The bakery on Mill Lane sells rye bread. Its oven was built by a potter, he said.");
    for (name, mut articles) in stories() {
        let before = said(&ENGLISH.cross_reference(&articles), "zzz");
        articles.push(other.clone());
        assert_eq!(said(&ENGLISH.cross_reference(&articles), "zzz"), before, "{name}");
    }
}

#[test]
fn the_same_article_twice_is_no_second_source() {
    for (name, articles) in stories() {
        let twice: Vec<Article> = articles.iter().take(1).cycle().take(2).cloned().collect();
        for f in ENGLISH.cross_reference(&twice).findings {
            assert!(f.independent_sources <= 1 && f.facets.is_empty(), "{name}: {f:?}");
        }
    }
}

#[test]
fn a_report_reads_back() {
    for (name, articles) in stories() {
        let report = ENGLISH.cross_reference(&articles);
        let read: Report = serde_json::from_str(&serde_json::to_string(&report).unwrap()).unwrap();
        assert_eq!(read, report, "{name}");
    }
}

/// The names that the wire format promises: they may gain company, never change.
#[test]
fn the_wire_format_keeps_its_names() {
    for (_, articles) in stories() {
        let report = serde_json::to_value(ENGLISH.cross_reference(&articles)).unwrap();
        assert_eq!(report["schema"], "corroborate/1");
        has(&report, &["schema", "articles", "actors", "claims", "findings", "notes"]);
        each(&report["articles"], &["id", "outlet", "published", "title"]);
        each(&report["actors"], &["id", "name", "kind", "aliases", "articles"]);
        each(
            &report["findings"],
            &["id", "kind", "claims", "score", "summary", "facets", "independent_sources", "upstream"],
        );
        for finding in items(&report["findings"]) {
            is_word(&finding["kind"], &["agreement", "divergence", "single_source"]);
            each(&finding["facets"], &["facet", "values", "update"]);
            for facet in items(&finding["facets"]) {
                let facets = ["wording", "date", "quantity", "actor", "role", "spelling", "place", "attribution"];
                is_word(&facet["facet"], &[&facets[..], &["polarity", "certainty"]].concat());
                each(&facet["values"], &["claim", "text", "start", "end"]);
            }
        }
        each(&report["notes"], &["article", "note"]);
        claims(&report["claims"]);
        for article in &articles {
            let found = serde_json::to_value(ENGLISH.extract(article)).unwrap();
            has(&found, &["article", "published", "sentences", "quotes", "dates", "quantities", "actors", "claims"]);
            each(&found["sentences"], &["start", "end", "part"]);
            each(&found["quotes"], &["start", "end", "kind", "cue", "speaker"]);
            for quote in items(&found["quotes"]) {
                is_word(&quote["kind"], &["direct", "partial", "indirect", "scare"]);
                if !quote["speaker"].is_null() {
                    has(&quote["speaker"], &["name", "actor", "start", "end"]);
                }
            }
            each(&found["dates"], &["start", "end", "text", "value"]);
            each(&found["quantities"], &["start", "end", "text", "value", "unit", "of", "bound"]);
            for quantity in items(&found["quantities"]) {
                is_word(&quantity["bound"], &["exact", "about", "under", "over", "at_least", "at_most"]);
            }
            each(&found["actors"], &["id", "name", "kind", "mentions", "roles"]);
            for actor in items(&found["actors"]) {
                is_word(&actor["kind"], &["person", "organisation", "place", "other"]);
                each(&actor["mentions"], &["start", "end"]);
            }
            claims(&found["claims"]);
        }
    }
}

fn claims(list: &Value) {
    let names =
        ["id", "kind", "start", "end", "text", "certainty", "polarity", "speaker", "sources", "dates", "quantities"];
    each(list, &[&names[..], &["actors"]].concat());
    for claim in items(list) {
        is_word(&claim["kind"], &["quote", "statement", "role"]);
        is_word(&claim["certainty"], &["asserted", "reported", "alleged", "possible"]);
        is_word(&claim["polarity"], &["positive", "negative"]);
    }
}

fn items(list: &Value) -> &[Value] {
    list.as_array().expect("an array")
}

fn each(list: &Value, names: &[&str]) {
    items(list).iter().for_each(|item| has(item, names));
}

fn has(value: &Value, names: &[&str]) {
    let object = value.as_object().expect("an object");
    names.iter().for_each(|n| assert!(object.contains_key(*n), "no `{n}` in {value}"));
}

fn is_word(value: &Value, words: &[&str]) {
    assert!(words.contains(&value.as_str().expect("a word")), "{value} is none of {words:?}");
}

/// The typed conversion against one that looks at nothing but names in the JSON: a new field with a span that the
/// conversion forgets fails here.
#[test]
fn offsets_in_other_units() {
    let at = |text: &str, unit, byte: &Value| {
        let before = &text[..byte.as_u64().unwrap() as usize];
        match unit {
            OffsetUnit::Utf16 => json!(before.encode_utf16().count()),
            OffsetUnit::Char => json!(before.chars().count()),
            _ => byte.clone(),
        }
    };
    let convert = |text: &str, unit, o: &mut Map<String, Value>| {
        for edge in ["start", "end"] {
            o[edge] = at(text, unit, &o[edge]);
        }
    };
    for (name, articles) in stories() {
        for unit in [OffsetUnit::Byte, OffsetUnit::Utf16, OffsetUnit::Char] {
            for a in &articles {
                let found = ENGLISH.extract(a);
                let mut naive = serde_json::to_value(&found).unwrap();
                each_span(&mut naive, &mut |o| convert(&a.text, unit, o));
                let typed = serde_json::to_value(offsets::extraction(&found, &a.text, unit)).unwrap();
                let missed = difference(&typed, &naive);
                assert_eq!(missed, None, "{name} {} {unit:?}: not converted", a.id);
            }
            let report = ENGLISH.cross_reference(&articles);
            let text = |id: &Value| &articles.iter().find(|a| *id == *a.id).expect("an article").text;
            let article = |claim: &Value| &report.claims.iter().find(|c| *claim == *c.id).expect("a claim").article;
            let mut naive = serde_json::to_value(&report).unwrap();
            for claim in naive["claims"].as_array_mut().unwrap() {
                let text = text(&claim["article"]);
                each_span(claim, &mut |o| convert(text, unit, o));
            }
            each_span(&mut naive["findings"], &mut |o| convert(text(&json!(article(&o["claim"]))), unit, o));
            for copy in naive["copies"].as_array_mut().unwrap() {
                let [first, second] = [0, 1].map(|n| text(&copy["articles"][n]));
                for run in copy["runs"].as_array_mut().unwrap() {
                    each_span(&mut run["first"], &mut |o| convert(first, unit, o));
                    each_span(&mut run["second"], &mut |o| convert(second, unit, o));
                }
            }
            let typed = serde_json::to_value(offsets::report(&report, &articles, unit)).unwrap();
            assert_eq!(difference(&typed, &naive), None, "{name} {unit:?}: not converted");
        }
    }
}

/// The path of the first place where two values differ (`/quotes/3/start`).
fn difference(a: &Value, b: &Value) -> Option<String> {
    let below = |key: &dyn std::fmt::Display, a, b| difference(a, b).map(|rest| format!("/{key}{rest}"));
    match (a, b) {
        (Value::Object(a), Value::Object(b)) if a.len() == b.len() => {
            a.iter().zip(b).find_map(|((k, a), (_, b))| below(k, a, b))
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            a.iter().zip(b).enumerate().find_map(|(n, (a, b))| below(&n, a, b))
        }
        _ => (a != b).then(String::new),
    }
}

#[test]
fn a_printed_report_keeps_to_its_width() {
    for (name, articles) in stories() {
        let report = ENGLISH.cross_reference(&articles);
        for columns in [60, 100, 160] {
            let text = TextReport::new(&report, &articles).width(columns).all(true).to_string();
            let long = text.lines().find(|l| l.chars().count() > columns);
            assert_eq!(long, None, "{name} at {columns}");
        }
    }
}

#[test]
fn nothing_in_an_article_steers_a_terminal_or_a_page() {
    let text = "The \u{1b}[31mmayor\u{1b}[0m said \u{202e}on Sunday\u{202c} that <script>alert(1)</script> 14 people \u{7} were hurt. \
                \u{9b}2J\u{200b} \"<img src=x onerror=alert(1)>,\" said Ines *Prado* of [Port](javascript:x) Vell.\r\n";
    let mut articles: Vec<Article> = stories().remove(0).1;
    for (n, id) in ["<b>a", "b\u{1b}]0;x\u{7}"].iter().enumerate() {
        let text = format!("{text} There were {n} boats.");
        articles.push(Article::new(*id, text).with_title("<i>\u{202e}x").with_outlet("*x*\u{1b}[1m"));
    }
    let report = ENGLISH.cross_reference(&articles);
    for colour in [false, true] {
        let text = TextReport::new(&report, &articles).all(true).colour(colour).to_string();
        let own = |c: char| c == '\n' || (colour && c == '\u{1b}');
        assert_eq!(text.chars().find(|&c| (c.is_control() || "\u{202e}\u{202c}\u{200b}".contains(c)) && !own(c)), None);
    }
    let page = HtmlReport::new(&report, &articles).to_string();
    assert!(page.contains("&lt;script&gt;") && !["<script", "<img", "<i>", "<b>a"].iter().any(|t| page.contains(t)));
    let markdown = MarkdownReport::new(&report, &articles).to_string();
    assert!(
        markdown.contains("&lt;script&gt;")
            && !["<script", "*x*\u{1b}", "[Port](javascript", " *Prado*"].iter().any(|t| markdown.contains(t))
    );
}

/// Four times the text may take four times as long, not sixteen times.
#[test]
fn time_grows_with_the_text_and_no_faster() {
    let once = |text: &str| -> Duration {
        let start = Instant::now();
        let _ = ENGLISH.extract(&Article::new("a", text));
        start.elapsed()
    };
    for bit in BITS {
        let (short, long) = (bit.repeat(32_768 / bit.len()), bit.repeat(131_072 / bit.len()));
        let (mut of_short, mut of_long) = (Duration::MAX, Duration::MAX);
        // The machine may be busy with something else: one quiet moment in ten is enough.
        let quiet = (0..10).any(|_| {
            (of_short, of_long) = (of_short.min(once(&short)), of_long.min(once(&long)));
            // The grace is for memory, which longer texts get from the system anew each time.
            of_long < of_short * 9 + Duration::from_millis(100)
        });
        assert!(quiet, "{bit:?}: 32 kB take {of_short:?}, 128 kB take {of_long:?}");
    }
}

#[test]
fn results_cross_threads() {
    fn sent<T: Send + Sync + 'static>() {}
    sent::<corroborate::Corroborator>();
    sent::<corroborate::Extraction>();
    sent::<corroborate::Error>();
    sent::<Report>();
}
