//! `crossref`: cross-references articles from files, folders or standard input.

use corroborate::{Article, Corroborator, Extraction};
use serde_json::json;
use std::io::{Read as _, Write as _};

/// Units of offsets in JSON output.
fn to_chars(text: &str, v: &mut serde_json::Value) {
    match v {
        serde_json::Value::Object(o) => {
            for (k, v) in o.iter_mut() {
                if (k == "start" || k == "end") && v.is_u64() {
                    let n = v.as_u64().map_or(0, |n| n as usize);
                    *v = json!(text.get(..n).map_or(n, |s| s.chars().count()));
                } else {
                    to_chars(text, v);
                }
            }
        }
        serde_json::Value::Array(a) => a.iter_mut().for_each(|v| to_chars(text, v)),
        _ => {}
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let mut emit = "report";
    let mut paths = Vec::new();
    let mut it = args.iter();
    while let Some(a) = it.next() {
        match a.as_str() {
            "--emit" => emit = it.next().map_or("report", String::as_str),
            "--format" | "--offsets" => {
                it.next();
            }
            p => paths.push(p.to_owned()),
        }
    }
    let mut articles: Vec<Article> = Vec::new();
    for p in paths {
        let mut s = String::new();
        std::fs::File::open(&p)?.read_to_string(&mut s)?;
        for l in s.lines().filter(|l| !l.trim().is_empty()) {
            articles.push(serde_json::from_str(l)?);
        }
    }
    let c = Corroborator::english();
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    match emit {
        "sentences" => {
            for a in &articles {
                let mut v = serde_json::to_value(c.sentences(&a.text))?;
                to_chars(&a.text, &mut v);
                writeln!(out, "{}", json!({"article": a.id, "sentences": v}))?;
            }
        }
        "extraction" => {
            for a in &articles {
                let e: Extraction = c.extract(a);
                let mut v = serde_json::to_value(&e)?;
                to_chars(&a.text, &mut v);
                writeln!(out, "{v}")?;
            }
        }
        _ => {
            let r = c.cross_reference(&articles);
            let mut v = serde_json::to_value(&r)?;
            let text: std::collections::BTreeMap<&str, &str> =
                articles.iter().map(|a| (a.id.as_str(), a.text.as_str())).collect();
            let of: std::collections::BTreeMap<&str, &str> =
                r.claims.iter().map(|c| (c.id.as_str(), text[c.article.as_str()])).collect();
            if let Some(cs) = v["claims"].as_array_mut() {
                for c in cs {
                    let a = c["article"].as_str().unwrap_or("").to_owned();
                    to_chars(text[a.as_str()], c);
                }
            }
            if let Some(fs) = v["findings"].as_array_mut() {
                for f in fs {
                    for x in f["facets"].as_array_mut().into_iter().flatten() {
                        for val in x["values"].as_array_mut().into_iter().flatten() {
                            let a = val["claim"].as_str().unwrap_or("").to_owned();
                            to_chars(of[a.as_str()], val);
                        }
                    }
                }
            }
            writeln!(out, "{v}")?;
        }
    }
    Ok(())
}
