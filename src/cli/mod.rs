//! The command line: arguments to a plan, a plan to files.
//!
//! `args` is what can be typed, `plan` turns it into jobs and refuses what makes no sense before anything is
//! written, `job` takes one file through the library, `report` says what happened.

mod args;
mod decode;
mod frame;
mod input_map;
mod job;
mod paths;
mod plan;
mod report;
mod walk;
mod write;

use std::{ffi::OsString, process::ExitCode};

use clap::Parser;
use rayon::prelude::*;

use args::Args;
use plan::Plan;
use report::Report;

/// Every file was lowered.
const SUCCESS: u8 = 0;
/// A file could not be read, lowered or written.
const FAILED: u8 = 1;
/// The command makes no sense as it was given.
const USAGE: u8 = 2;

/// Runs the command with `args`, of which the first is its own name.
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let status = match Args::try_parse_from(args) {
        Ok(args) => run_parsed(&args),
        Err(error) => {
            let _ = error.print();
            if error.use_stderr() { USAGE } else { SUCCESS }
        }
    };
    ExitCode::from(status)
}

fn run_parsed(args: &Args) -> u8 {
    match plan::plan(args) {
        Ok(plan) => carry_out(&plan, args),
        Err(failure) => {
            Report::from(failure).print();
            USAGE
        }
    }
}

/// Files are lowered in parallel; what there is to say about them comes in the order of the plan.
fn carry_out(plan: &Plan, args: &Args) -> u8 {
    let reports: Vec<Report> = match plan.jobs.as_slice() {
        // Not worth a thread.
        [job] => vec![job.run(&args.settings)],
        jobs => jobs.par_iter().map(|job| job.run(&args.settings)).collect(),
    };
    let mut whole: Report = plan.problems.iter().cloned().map(Report::from).chain(reports).collect();
    if args.out_dir.is_some() {
        whole.summarize(plan.jobs.len());
    }
    whole.print();
    if whole.has_errors() { FAILED } else { SUCCESS }
}
