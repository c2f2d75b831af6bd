//! Doing jobs: several at a time, with a bar for people who wait.

use std::{collections::BTreeSet, ffi::OsString, path::Path};

use rustc_hash::FxHashSet;

use super::{
    args::Args,
    job::{Job, Target},
    parallel, paths,
    progress::Progress,
    report::Report,
    unfinished,
};

/// Does the jobs. `written` are the places of all results. What there is to say comes in the order of the jobs.
pub fn run(jobs: &[&Job], written: &FxHashSet<OsString>, args: &Args) -> Vec<Report> {
    clean_up(jobs);
    let progress = Progress::start(jobs.len(), &args.messages);
    parallel::map(jobs, &args.messages, |job| {
        let report = job.run(&args.settings, written);
        progress.done(&report);
        report
    })
}

/// Removes what runs that were killed have left where these jobs write.
fn clean_up(jobs: &[&Job]) {
    let targets = jobs.iter().filter_map(|job| match &job.target {
        Target::File(path) => Some(path),
        Target::Stdout => None,
    });
    let folders: BTreeSet<&Path> = targets.map(|path| paths::directory(path)).collect();
    folders.into_iter().for_each(unfinished::remove_old);
}
