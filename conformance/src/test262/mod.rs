//! test262, the conformance suite of ECMAScript: the tests of the language whose features are lowered, run.
//!
//! `docs/conformance.md` says how tests are chosen, grouped and judged.

mod code_in_strings;
mod harness;
mod judge;
mod known_failures;
mod link;
mod linker;
mod metadata;
mod realm;
mod report;
mod select;
mod suite;

use std::path::{Path, PathBuf};

use clap::Args;

use self::{
    harness::Harness,
    known_failures::{Difference, KnownFailures},
    report::Report,
};

#[derive(Debug, Args)]
pub struct Test262Args {
    /// A checkout of test262
    #[arg(default_value = "../shared/test262")]
    checkout: PathBuf,

    /// Lower with the option `spec`
    #[arg(long)]
    spec: bool,

    /// Run only the tests with this text in their path
    #[arg(long, value_name = "TEXT")]
    filter: Option<String>,

    /// How many threads; 0 for one per core
    #[arg(long, value_name = "N", default_value_t = 0)]
    jobs: usize,

    /// Print the report as JSON
    #[arg(long)]
    json: bool,

    /// Print every failure, and every test that is not counted
    #[arg(long)]
    verbose: bool,

    /// Write the list of known failures anew
    #[arg(long)]
    update: bool,

    /// The list of known failures, if not the one in the repository
    #[arg(long, value_name = "FILE")]
    known_failures: Option<PathBuf>,
}

impl Test262Args {
    fn known_failures(&self) -> PathBuf {
        let name = if self.spec { "known_failures_spec.txt" } else { "known_failures.txt" };
        self.known_failures.clone().unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join(name))
    }
}

/// Runs the suite. `false` if the failures are not those that are known, or if an early error is refused for another reason.
pub fn run(args: &Test262Args) -> Result<bool, String> {
    let is_whole_suite = args.filter.is_none();
    let tests = select::select(&args.checkout, args.filter.as_deref())?;
    if tests.is_empty() {
        return Err(format!("no tests in {}", args.checkout.display()));
    }
    let outcomes = suite::run(&tests, &Harness::read(&args.checkout)?, args.spec, args.jobs)?;
    let report = Report::of(&outcomes);
    show(&report, args)?;
    let list = args.known_failures();
    let known = KnownFailures::read(&list)?;
    if args.update {
        known.updated(&outcomes, is_whole_suite).write(&list)?;
        return Ok(true);
    }
    let difference = known.compare(&outcomes, is_whole_suite);
    explain(&difference, &list);
    for test in &report.refused_otherwise {
        eprintln!("refused for another reason than its early error: {test}");
    }
    Ok(difference.new.is_empty() && difference.gone.is_empty() && report.refused_otherwise.is_empty())
}

fn show(report: &Report<'_>, args: &Test262Args) -> Result<(), String> {
    if args.json {
        println!("{}", serde_json::to_string_pretty(report).map_err(|error| error.to_string())?);
        return Ok(());
    }
    print!("{report}");
    if args.verbose {
        for failure in &report.failures {
            println!("{failure}");
        }
        for test in &report.not_counted {
            println!("not counted: {test}");
        }
    }
    Ok(())
}

fn explain(difference: &Difference, list: &Path) {
    for (entry, reason) in &difference.new {
        eprintln!("new failure: {entry}\n    {reason}");
    }
    if !difference.gone.is_empty() {
        eprintln!("no longer failures; remove these lines from {} (or run with --update):", list.display());
        for entry in &difference.gone {
            eprintln!("    {entry}");
        }
    }
}
