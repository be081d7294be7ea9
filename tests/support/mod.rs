//! What several test files need: the stories under `tests/stories` and `examples/seeds`, and every span of a result.

#![allow(dead_code, reason = "each test file uses a part of it")]

pub(crate) mod scale;

use corroborate::text::input::{InputFormat, articles};
use corroborate::{Article, Corroborator};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::time::{Duration, Instant};

/// One reader for all tests.
pub(crate) static ENGLISH: LazyLock<Corroborator> = LazyLock::new(Corroborator::english);

/// How long this thread has had a core, where the system tells: other work on the machine then does not count. Elsewhere
/// the time since the first call.
pub(crate) fn clock() -> Duration {
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let on_core = told.and_then(|s| s.split(' ').next()?.parse().ok()).filter(|n| *n > 0);
    on_core.map_or_else(|| START.elapsed(), Duration::from_nanos)
}

/// A path of the project.
pub(crate) fn path(of: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(of)
}

/// The articles of one folder, by file name.
pub(crate) fn folder(folder: &Path) -> Vec<Article> {
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|f| f.unwrap().path()).collect();
    files.sort();
    let read = |file: PathBuf| {
        let name = file.to_string_lossy();
        articles(&name, &std::fs::read(&file).unwrap(), InputFormat::of_name(&name).unwrap()).unwrap()
    };
    files.into_iter().flat_map(read).collect()
}

/// Every story with its name, the example's seeds last.
pub(crate) fn stories() -> Vec<(String, Vec<Article>)> {
    let mut folders: Vec<_> = std::fs::read_dir(path("tests/stories")).unwrap().map(|f| f.unwrap().path()).collect();
    folders.sort();
    folders.push(path("examples/seeds"));
    folders.into_iter().map(|f| (f.file_name().unwrap().to_string_lossy().into_owned(), folder(&f))).collect()
}

/// Calls `see` with every object that has a `start` and an `end`, however deep.
pub(crate) fn each_span(value: &mut Value, see: &mut dyn FnMut(&mut serde_json::Map<String, Value>)) {
    match value {
        Value::Object(o) => {
            if o.get("start").is_some_and(Value::is_u64) && o.get("end").is_some_and(Value::is_u64) {
                see(o);
            }
            o.values_mut().for_each(|v| each_span(v, see));
        }
        Value::Array(a) => a.iter_mut().for_each(|v| each_span(v, see)),
        _ => {}
    }
}
