//! Makes sure that no two results are written to one place, and none to an input.

use std::{
    ffi::{OsStr, OsString},
    path::{Path, PathBuf},
};

use rustc_hash::{FxHashMap, FxHashSet};

use super::{
    args::Args,
    job::{Input, Job, Target, Work},
    paths,
    report::Failure,
};

/// Sorts the jobs. An input that was given twice is taken once. The second list is of warnings.
///
/// # Errors
/// Two jobs would write to one place, or one to an input.
pub fn settle(mut jobs: Vec<Job>, args: &Args) -> Result<(Vec<Job>, Vec<Failure>), Failure> {
    jobs.sort_by_cached_key(|job| paths::order(typed(job)));
    drop_old_maps(&mut jobs);
    let mut folders = paths::Folders::default();
    let places: Vec<OsString> = jobs.iter().map(|job| place(job, &mut folders).into()).collect();
    let inputs: FxHashSet<&OsStr> = places.iter().map(OsString::as_os_str).collect();
    let mut claims: FxHashMap<OsString, (&OsStr, PathBuf)> = FxHashMap::default();
    let mut settled = vec![];
    'jobs: for (mut job, place) in jobs.into_iter().zip(&places) {
        job.is_new = true;
        for output in job.outputs(&args.settings) {
            let paths::Place { path: output_place, is_absent } = folders.look(&output);
            let output_place = OsString::from(output_place);
            job.is_new &= is_absent;
            if inputs.contains(output_place.as_os_str()) {
                return Err(replaces_input(&output, args));
            }
            match claims.insert(output_place, (place, typed(&job).to_owned())) {
                Some((other, _)) if other == place => continue 'jobs,
                Some((_, other)) => return Err(same_output(&other, typed(&job), &output)),
                None => {}
            }
        }
        settled.push(job);
    }
    let alike = alike(&settled);
    // These systems have one file where others have two.
    match alike.first() {
        Some(failure) if paths::HAS_MANY_NAMES => Err(failure.clone()),
        _ => Ok((settled, alike.into_iter().map(|failure| failure.into_warning(LETTER_CASE)).collect())),
    }
}

/// What the warning about names that differ in case only is turned off by.
pub const LETTER_CASE: &str = "letter-case";

/// The map of a source is not that of its result: it is not copied.
fn drop_old_maps(jobs: &mut Vec<Job>) {
    if jobs.iter().all(|job| job.work == Work::Lower) {
        return;
    }
    let lowered = jobs.iter().filter(|job| job.work == Work::Lower);
    let lowered: FxHashSet<OsString> = lowered.map(|job| typed(job).into()).collect();
    jobs.retain(|job| {
        let path = typed(job);
        let is_map =
            path.extension() == Some(OsStr::new("map")) && lowered.contains(path.with_extension("").as_os_str());
        job.work == Work::Lower || !is_map
    });
}

/// Results that would be one file where upper and lower case are the same.
fn alike(jobs: &[Job]) -> Vec<Failure> {
    let mut seen: FxHashMap<String, &Path> = FxHashMap::default();
    let targets = jobs.iter().filter_map(|job| match &job.target {
        Target::File(path) => Some(path),
        Target::Stdout => None,
    });
    targets
        .filter_map(|path| {
            let first = seen.insert(path.to_str()?.to_lowercase(), path)?;
            let [first, second] = [first, path].map(paths::display);
            Some(
                Failure::new(format!("`{first}` and `{second}` differ in case only"))
                    .advise("on Windows and macOS they are one file: rename one of the two"),
            )
        })
        .collect()
}

/// The path of the input as it was typed or found; empty for standard input.
fn typed(job: &Job) -> &Path {
    match &job.input {
        Input::Stdin => Path::new(""),
        Input::File(path) | Input::Found(path) => path,
    }
}

/// Where the input is, links followed.
fn place(job: &Job, folders: &mut paths::Folders) -> PathBuf {
    match &job.input {
        Input::Found(path) => folders.resolve_found(path),
        _ => folders.resolve(typed(job)),
    }
}

fn replaces_input(output: &Path, args: &Args) -> Failure {
    let option = if args.out_dir.is_some() { "`--out-dir`" } else { "file with `-o`" };
    Failure::new(format!("the input `{}` would be replaced by a result", paths::display(output)))
        .advise(format!("choose another {option}"))
}

fn same_output(first: &Path, second: &Path, output: &Path) -> Failure {
    let [first, second, output] = [first, second, output].map(paths::display);
    Failure::new(format!("`{first}` and `{second}` would both be written to `{output}`"))
        .advise("give a folder that holds both, or lower them one by one")
}
