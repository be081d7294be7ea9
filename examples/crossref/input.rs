//! Files and folders in, articles out.

use crate::Failure;
use corroborate::Article;
use corroborate::report::Note;
use corroborate::text::input::{InputFormat, articles};
use std::io::{IsTerminal as _, Read as _};
use std::path::{Path, PathBuf};

/// What was read, and what was passed over.
#[derive(Default)]
pub(crate) struct Given {
    pub(crate) articles: Vec<Article>,
    pub(crate) notes: Vec<Note>,
}

/// Reads every path; nothing, or `-`, is standard input.
pub(crate) fn read(paths: &[PathBuf]) -> Result<Given, Failure> {
    let mut given = Given::default();
    if paths.is_empty() {
        if std::io::stdin().is_terminal() {
            return Err("no PATH given and nothing piped in (--help shows the options)".to_owned());
        }
        given.stdin()?;
    }
    for path in paths {
        match path {
            p if p.as_os_str() == "-" => given.stdin()?,
            p if p.is_dir() => given.folder(p)?,
            p => given.file(p)?,
        }
    }
    if given.articles.is_empty() {
        return Err("no article in the input".to_owned());
    }
    Ok(given)
}

impl Given {
    fn stdin(&mut self) -> Result<(), Failure> {
        let mut bytes = Vec::new();
        std::io::stdin().lock().read_to_end(&mut bytes).map_err(|e| format!("stdin: {e}"))?;
        self.add("stdin", &bytes, InputFormat::JsonLines)
    }

    /// Every article file of a folder, by name; folders in it are left alone.
    fn folder(&mut self, folder: &Path) -> Result<(), Failure> {
        let failed = |e: std::io::Error| format!("{}: {e}", folder.display());
        let entries = std::fs::read_dir(folder).map_err(failed)?;
        let mut paths = entries.map(|e| e.map(|e| e.path())).collect::<Result<Vec<_>, _>>().map_err(failed)?;
        paths.sort();
        let is_article = |p: &PathBuf| !p.is_dir() && InputFormat::of_name(&name(p)).is_some();
        let (read, left): (Vec<_>, Vec<_>) = paths.into_iter().partition(is_article);
        if read.is_empty() {
            return Err(format!("{}: no .txt, .json or .jsonl file in this folder", folder.display()));
        }
        if !left.is_empty() {
            let names: Vec<_> = left.iter().filter_map(|p| p.file_name()).map(|n| n.to_string_lossy()).collect();
            let note = format!("{} left out (not .txt, .json or .jsonl): {}", folder.display(), names.join(", "));
            self.notes.push(Note::new("", note));
        }
        read.iter().try_for_each(|p| self.file(p))
    }

    fn file(&mut self, path: &Path) -> Result<(), Failure> {
        let name = name(path);
        let format = match path.extension() {
            // `/dev/fd/63`: what a shell's `<(…)` is called.
            None => InputFormat::JsonLines,
            Some(_) => {
                InputFormat::of_name(&name).ok_or_else(|| format!("{name}: not a .txt, .json or .jsonl file"))?
            }
        };
        let bytes = std::fs::read(path).map_err(|e| format!("{name}: {e}"))?;
        self.add(&name, &bytes, format)
    }

    fn add(&mut self, name: &str, bytes: &[u8], format: InputFormat) -> Result<(), Failure> {
        let found = articles(name, bytes, format).map_err(|e| e.to_string())?;
        if found.is_empty() {
            self.notes.push(Note::new("", format!("{name}: no article in this file")));
        }
        self.articles.extend(found);
        Ok(())
    }
}

fn name(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}
