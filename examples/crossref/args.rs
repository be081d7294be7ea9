//! The command line.

use crate::Failure;
use clap::{Parser, ValueEnum};
use corroborate::compare::finding::FindingKind;
use corroborate::report::offsets::OffsetUnit;
use std::io::IsTerminal as _;
use std::path::PathBuf;

/// Reads several news articles about one event and says, claim by claim, what they agree on, where they differ, and
/// what only one of them says.
#[derive(Debug, Parser)]
#[command(version, after_help = "Exit status: 0 done; 1 found what --fail-on names; 2 bad usage or input.")]
pub(crate) struct Args {
    /// Files (.txt, .json, .jsonl) or folders of them; `-`, or nothing with piped input, reads JSON lines
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// [default: text on a terminal, json otherwise]
    #[arg(long, value_enum)]
    format: Option<Format>,
    /// What to print
    #[arg(long, value_enum, default_value_t = Emit::Report)]
    pub(crate) emit: Emit,
    /// The unit of every start and end in JSON output
    #[arg(long, value_enum, default_value_t = Offsets::Byte)]
    offsets: Offsets,
    /// Write there instead of to standard output
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Exit with status 1 if the report has such a finding
    #[arg(long, value_enum, value_delimiter = ',')]
    pub(crate) fail_on: Vec<FailOn>,
    /// List every single-source claim in a text report
    #[arg(long)]
    pub(crate) all: bool,
    /// Columns of a text report
    #[arg(long, value_name = "COLUMNS", default_value_t = 100)]
    pub(crate) width: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    Text,
    Json,
    Jsonl,
    Markdown,
    Html,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Emit {
    /// The findings over all articles
    Report,
    /// What was found in each article, one JSON line an article
    Extraction,
    /// The sentences of each article, one JSON line an article
    Sentences,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Offsets {
    Byte,
    Utf16,
    Char,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum FailOn {
    Divergence,
    SingleSource,
}

impl FailOn {
    pub(crate) fn is(self, kind: FindingKind) -> bool {
        match self {
            FailOn::Divergence => kind == FindingKind::Divergence,
            FailOn::SingleSource => kind == FindingKind::SingleSource,
        }
    }
}

impl Args {
    /// What clap cannot see: options that do not go together.
    pub(crate) fn check(&self) -> Result<(), Failure> {
        let lines_only = self.emit != Emit::Report;
        let json = matches!(self.format, None | Some(Format::Json | Format::Jsonl));
        if lines_only && !json {
            return Err("--emit sentences and --emit extraction are JSON lines: use --format jsonl, or none".to_owned());
        }
        if lines_only && !self.fail_on.is_empty() {
            return Err("--fail-on looks at findings: use it with --emit report".to_owned());
        }
        Ok(())
    }

    pub(crate) fn format(&self) -> Format {
        let terminal = self.output.is_none() && std::io::stdout().is_terminal();
        self.format.unwrap_or(if terminal { Format::Text } else { Format::Json })
    }

    pub(crate) fn unit(&self) -> OffsetUnit {
        match self.offsets {
            Offsets::Byte => OffsetUnit::Byte,
            Offsets::Utf16 => OffsetUnit::Utf16,
            Offsets::Char => OffsetUnit::Char,
        }
    }
}
