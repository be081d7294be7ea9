//! Results out: JSON, JSON lines, or a report for people.

use crate::Failure;
use crate::args::{Args, Format};
use corroborate::report::html::HtmlReport;
use corroborate::report::markdown::MarkdownReport;
use corroborate::report::offsets::{self, OffsetUnit};
use corroborate::report::records::records;
use corroborate::report::text::TextReport;
use corroborate::text::article::unique_ids;
use corroborate::{Article, Corroborator, Report};
use serde::Serialize;
use std::fmt::Display;
use std::io::{IsTerminal as _, Write};

pub(crate) struct Output<'a> {
    args: &'a Args,
    to: Box<dyn Write>,
    /// What errors call the place that is written to.
    name: String,
    colour: bool,
    unit: OffsetUnit,
}

impl<'a> Output<'a> {
    pub(crate) fn new(args: &'a Args) -> Result<Self, Failure> {
        let stdout = std::io::stdout();
        let colour = args.output.is_none() && anstream::AutoStream::choice(&stdout) != anstream::ColorChoice::Never;
        let (to, name): (Box<dyn Write>, _) = match &args.output {
            Some(path) => {
                let name = path.display().to_string();
                let file = std::fs::File::create(path).map_err(|e| format!("{name}: {e}"))?;
                (Box::new(std::io::BufWriter::new(file)), name)
            }
            None => (Box::new(std::io::BufWriter::new(stdout)), "stdout".to_owned()),
        };
        Ok(Self { args, to, name, colour, unit: args.unit() })
    }

    pub(crate) fn sentences(&mut self, corroborator: &Corroborator, articles: &[Article]) -> Result<(), Failure> {
        #[derive(Serialize)]
        struct Line<'a> {
            article: &'a str,
            sentences: Vec<corroborate::text::sentence::Sentence>,
        }
        for (n, (a, id)) in articles.iter().zip(unique_ids(articles)).enumerate() {
            let sentences = offsets::sentences(&corroborator.sentences(&a.text), &a.text, self.unit);
            self.json(&Line { article: &id, sentences })?;
            progress(n + 1, articles.len());
        }
        self.flush()
    }

    pub(crate) fn extractions(&mut self, corroborator: &Corroborator, articles: &[Article]) -> Result<(), Failure> {
        for (n, (a, id)) in articles.iter().zip(unique_ids(articles)).enumerate() {
            let mut named = a.clone();
            named.id = id;
            self.json(&offsets::extraction(&corroborator.extract(&named), &a.text, self.unit))?;
            progress(n + 1, articles.len());
        }
        self.flush()
    }

    pub(crate) fn report(&mut self, report: &Report, articles: &[Article]) -> Result<(), Failure> {
        let converted = || offsets::report(report, articles, self.unit);
        match self.args.format() {
            Format::Json => self.json(&converted())?,
            Format::Text => {
                let text = TextReport::new(report, articles);
                self.text(text.width(self.args.width).colour(self.colour).all(self.args.all))?;
            }
            Format::Markdown => self.text(MarkdownReport::new(report, articles))?,
            Format::Html => self.text(HtmlReport::new(report, articles))?,
            Format::Jsonl => records(&converted()).try_for_each(|r| self.json(&r))?,
        }
        self.flush()
    }

    /// One line of JSON.
    fn json(&mut self, value: &impl Serialize) -> Result<(), Failure> {
        serde_json::to_writer(&mut self.to, value).map_err(std::io::Error::from).or_else(|e| self.closed(&e))?;
        self.text("\n")
    }

    fn text(&mut self, text: impl Display) -> Result<(), Failure> {
        write!(self.to, "{text}").or_else(|e| self.closed(&e))
    }

    fn flush(&mut self) -> Result<(), Failure> {
        self.to.flush().or_else(|e| self.closed(&e))
    }

    /// A reader that has seen enough (`| head`) is no failure.
    fn closed(&self, e: &std::io::Error) -> Result<(), Failure> {
        if e.kind() == std::io::ErrorKind::BrokenPipe { Ok(()) } else { Err(format!("{}: {e}", self.name)) }
    }
}

/// A counter on standard error, if a person is watching; it goes away with the last article.
pub(crate) fn progress(read: usize, all: usize) {
    let mut stderr = std::io::stderr();
    if stderr.is_terminal() {
        let line = if read < all { format!("\r{read} of {all} articles read") } else { "\r\u{1b}[K".to_owned() };
        let _ = stderr.write_all(line.as_bytes());
    }
}
