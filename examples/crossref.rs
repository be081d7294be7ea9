//! `crossref`: cross-references news articles from files, folders or standard input.
//!
//! ```text
//! cargo run --release --example crossref -- examples/seeds
//! ```

#[path = "crossref/args.rs"]
mod args;
#[path = "crossref/input.rs"]
mod input;
#[path = "crossref/output.rs"]
mod output;

use clap::Parser as _;
use corroborate::Corroborator;
use std::process::ExitCode;

/// What the command failed on, in one line; the exit status is then 2.
type Failure = String;

fn main() -> ExitCode {
    let args = args::Args::parse();
    match run(&args) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(message) => {
            eprintln!("crossref: {}", message.replace(char::is_control, " "));
            ExitCode::from(2)
        }
    }
}

/// Whether nothing was found that `--fail-on` names.
fn run(args: &args::Args) -> Result<bool, Failure> {
    args.check()?;
    let given = input::read(&args.paths)?;
    let corroborator = Corroborator::english();
    let mut out = output::Output::new(args)?;
    match args.emit {
        args::Emit::Sentences => out.sentences(&corroborator, &given.articles)?,
        args::Emit::Extraction => out.extractions(&corroborator, &given.articles)?,
        args::Emit::Report => {
            let mut report = corroborator.cross_reference_watched(&given.articles, &output::progress);
            report.notes.extend(given.notes);
            out.report(&report, &given.articles)?;
            return Ok(!args.fail_on.iter().any(|kind| report.findings.iter().any(|f| kind.is(f.kind))));
        }
    }
    Ok(true)
}
