//! Doing jobs: several at a time, with a bar for people who wait.

use std::{collections::BTreeSet, path::Path};

use super::{args::Args, job::Job, parallel, paths, progress::Progress, report::Report, results::Results, unfinished};

/// Does the jobs. What there is to say comes in the order of the jobs.
pub fn run(jobs: &[&Job], results: &Results, args: &Args) -> Vec<Report> {
    clean_up(jobs);
    let progress = Progress::start(jobs.len(), &args.messages);
    parallel::map(jobs, &args.messages, |job| {
        let report = job.run(&args.settings, results);
        progress.done(&report);
        report
    })
}

/// Removes what runs that were killed have left where these jobs write.
fn clean_up(jobs: &[&Job]) {
    let targets = jobs.iter().filter_map(|job| job.target_file());
    let folders: BTreeSet<&Path> = targets.map(paths::directory).collect();
    folders.into_iter().for_each(unfinished::remove_old);
}
