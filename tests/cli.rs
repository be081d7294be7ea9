//! The command `crossref`: what it reads, what it prints, and how it ends.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod support;

use serde_json::Value;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Where `cargo test` puts the example: beside the folder of the tests.
fn binary() -> PathBuf {
    let test = std::env::current_exe().unwrap();
    let file = format!("crossref{}", std::env::consts::EXE_SUFFIX);
    let path = test.parent().and_then(Path::parent).unwrap().join("examples").join(file);
    assert!(path.exists(), "{} is missing: run `cargo build --example crossref` first", path.display());
    path
}

/// What a run gave: exit status, standard output, standard error.
struct Ran {
    status: i32,
    out: String,
    err: String,
}

fn run(args: &[&str], stdin: &str) -> Ran {
    let mut child = Command::new(binary())
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // The command may end before it has read everything.
    let _ = child.stdin.take().unwrap().write_all(stdin.as_bytes());
    let ran = child.wait_with_output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Ran { status: ran.status.code().unwrap(), out: text(ran.stdout), err: text(ran.stderr) }
}

fn json(args: &[&str], stdin: &str) -> Value {
    let ran = run(args, stdin);
    assert_eq!(ran.status, 0, "{}", ran.err);
    serde_json::from_str(&ran.out).unwrap()
}

/// A folder of its own for one test, empty.
fn scratch(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cli").join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn file(folder: &Path, name: &str, bytes: impl AsRef<[u8]>) -> String {
    let path = folder.join(name);
    std::fs::write(&path, bytes).unwrap();
    path.to_string_lossy().into_owned()
}

/// Exit status 2, nothing on standard output, one line on standard error that ends so.
fn fails(args: &[&str], stdin: &str, message: &str) {
    let ran = run(args, stdin);
    assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{}", ran.err);
    assert_eq!(ran.err.lines().count(), 1, "{}", ran.err);
    assert!(ran.err.trim_end().ends_with(message), "{:?} does not end with {message:?}", ran.err);
}

#[test]
fn bad_input_is_named_with_its_place() {
    let at = scratch("bad");
    fails(&[&file(&at, "latin.txt", b"caf\xE9 society")], "", "latin.txt: not UTF-8: byte 0xE9 at offset 3");
    fails(
        &[&file(&at, "half.json", "{\n\"text\": ")],
        "",
        "half.json:2: bad JSON: EOF while parsing a value (column 8)",
    );
    fails(
        &[&file(&at, "third.jsonl", "{\"text\":\"A.\"}\n\nnope\n")],
        "",
        "third.jsonl:3: bad JSON: expected ident (column 2)",
    );
    fails(
        &[&file(&at, "list.json", "[{\"text\":\"A.\"},{\"id\":\"b\"}]")],
        "",
        "list.json: item 2: an article needs a `text`",
    );
    fails(&["-"], "{\"text\":\"A.\",\"published\":\"soon\"}", "stdin:1: `published` is not an EDTF date: \"soon\"");
    fails(
        &[&file(&at, "head.txt", "Outlet: X\nPublished: soon\n\nFire.")],
        "",
        "head.txt:2: not an EDTF date: \"soon\"",
    );
    fails(&[&file(&at, "scan.pdf", "")], "", "scan.pdf: not a .txt, .json or .jsonl file");
    let missing = at.join("missing.txt").to_string_lossy().into_owned();
    assert!(run(&[&missing], "").err.contains("missing.txt: "));
    fails(&[&scratch("empty").to_string_lossy()], "", "empty: no .txt, .json or .jsonl file in this folder");
    fails(&[], "\n", "no article in the input");
}

#[test]
fn bad_usage() {
    for args in [&["--format", "rtf"][..], &["--offsets", "word"], &["--nonsense"], &["--fail-on", "weather"]] {
        assert_eq!(run(args, "{\"text\":\"A.\"}").status, 2, "{args:?}");
    }
    fails(&["--emit", "sentences", "--format", "html"], "", "use --format jsonl, or none");
    fails(&["--emit", "extraction", "--fail-on", "divergence"], "", "use it with --emit report");
    assert_eq!(run(&["--help"], "").status, 0);
}

#[test]
fn odd_articles_are_read_and_noted() {
    let lines = [
        r#"{"id":"empty","published":"2024-03-12","text":""}"#,
        r#"{"id":"marks","published":"2024-03-12","text":"“” \"\" ‘’"}"#,
        r#"{"id":"twice","published":"2024-03-12","text":"Fire broke out in Port Vell."}"#,
        r#"{"id":"twice","published":"2024-03-13","text":"Nobody was hurt in Port Vell."}"#,
        r#"{"text":"The ferry burned."}"#,
    ];
    let report = json(&["-"], &lines.join("\n"));
    let ids: Vec<_> = report["articles"].as_array().unwrap().iter().map(|a| a["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["empty", "marks", "stdin:5", "twice", "twice~2"]);
    let notes = report["notes"].as_array().unwrap();
    for (article, note) in [
        ("empty", "no text"),
        ("marks", "no text"),
        ("stdin:5", "no publication date, given or found: dates such as “on Sunday” have no value"),
        ("twice~2", "another article has the id \"twice\" too: this one is renamed"),
    ] {
        assert!(notes.iter().any(|n| n["article"] == article && n["note"] == note), "no {note:?} in {notes:?}");
    }
}

#[test]
fn what_a_folder_leaves_out_is_noted() {
    let at = scratch("mixed");
    file(&at, "b.txt", "Fire.");
    file(&at, "a.jsonl", "{\"id\":\"x\",\"text\":\"Fire.\"}\n");
    file(&at, "photo.jpg", "");
    let report = json(&[&at.to_string_lossy()], "");
    let note = report["notes"].as_array().unwrap().iter().find(|n| n["article"] == "").unwrap();
    assert!(note["note"].as_str().unwrap().ends_with("mixed left out (not .txt, .json or .jsonl): photo.jpg"));
    assert_eq!(report["articles"].as_array().unwrap().len(), 2);
}

#[test]
fn formats_and_output() {
    let seeds = support::path("examples/seeds").to_string_lossy().into_owned();
    for (format, start) in [
        ("text", "5 ARTICLES"),
        ("json", "{\"schema\":\"corroborate/1\""),
        ("jsonl", "{\"record\":\"report\",\"schema\":\"corroborate/1\"}\n"),
        ("markdown", "# 5 articles cross-referenced"),
        ("html", "<!doctype html>"),
    ] {
        let ran = run(&["--format", format, &seeds], "");
        assert!(ran.status == 0 && ran.out.starts_with(start), "{format}: {}{}", ran.out, ran.err);
        assert!(!ran.out.contains('\u{1b}') && ran.err.is_empty(), "no colour and no progress without a terminal");
    }
    let to = scratch("output").join("report.json").to_string_lossy().into_owned();
    let ran = run(&["-o", &to, &seeds], "");
    assert_eq!((ran.status, ran.out.as_str()), (0, ""));
    assert_eq!(std::fs::read_to_string(&to).unwrap(), run(&[&seeds], "").out, "the default is JSON without a terminal");
    fails(&["-o", "/nowhere/at/all.json", &seeds], "", "(os error 2)");
}

#[test]
fn extractions_and_sentences_are_one_line_an_article() {
    let input = "{\"id\":\"b\",\"text\":\"Ça va 😀. Bon.\"}\n{\"id\":\"a\",\"text\":\"Fire.\"}\n";
    for (unit, start) in [("byte", 13), ("utf16", 10), ("char", 9)] {
        let ran = run(&["--emit", "sentences", "--offsets", unit], input);
        let lines: Vec<Value> = ran.out.lines().map(|l| serde_json::from_str(l).unwrap()).collect();
        assert_eq!((lines.len(), &lines[0]["article"], &lines[1]["article"]), (2, &"b".into(), &"a".into()));
        assert_eq!(lines[0]["sentences"][1]["start"], start, "{unit}");
        let ran = run(&["--emit", "extraction", "--format", "jsonl", "--offsets", unit], input);
        let line: Value = serde_json::from_str(ran.out.lines().next().unwrap()).unwrap();
        assert_eq!(line["sentences"][1]["start"], start, "{unit}");
    }
}

#[test]
fn fail_on_looks_at_the_findings() {
    let seeds = support::path("examples/seeds").to_string_lossy().into_owned();
    let findings = json(&[&seeds], "")["findings"].as_array().unwrap().clone();
    for (option, kind) in [("divergence", "divergence"), ("single-source", "single_source")] {
        let there = findings.iter().any(|f| f["kind"] == kind);
        assert_eq!(run(&["--fail-on", option, &seeds], "").status, i32::from(there), "{option}");
    }
    assert_eq!(run(&["--fail-on", "divergence"], "{\"text\":\"Fire.\"}").status, 0);
}

#[test]
fn the_order_of_paths_does_not_matter() {
    let mut paths: Vec<String> = support::stories()
        .iter()
        .take(1)
        .flat_map(|(name, _)| std::fs::read_dir(support::path("tests/stories").join(name)).unwrap())
        .map(|f| f.unwrap().path().to_string_lossy().into_owned())
        .collect();
    paths.sort();
    let forward = run(&paths.iter().map(String::as_str).collect::<Vec<_>>(), "").out;
    paths.reverse();
    assert_eq!(run(&paths.iter().map(String::as_str).collect::<Vec<_>>(), "").out, forward);
}
