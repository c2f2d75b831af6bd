//! What has been lowered, and what it looked like then.

use std::{
    collections::{HashMap, HashSet},
    fs, io,
    path::{Path, PathBuf},
    time::SystemTime,
};

use super::super::{
    args::{Args, SourceMaps},
    job::Job,
    jobs, paths,
    plan::Plan,
    report::{Failure, Report},
};

/// The state of all files, by what they are written to.
pub struct State<'a> {
    args: &'a Args,
    known: HashMap<PathBuf, Known>,
    /// What was said of the whole the last time.
    said: String,
}

/// The state of a file.
struct Known {
    /// What it looked like when it was lowered.
    look: Look,
    outputs: Vec<PathBuf>,
    /// We have written the outputs.
    is_written: bool,
    has_errors: bool,
}

/// What changed.
#[derive(Default)]
pub struct Rebuild {
    /// What messages call the sources.
    pub rebuilt: Vec<String>,
    /// What messages call the results.
    pub removed: Vec<String>,
    /// How many files that were not rebuilt have errors.
    pub still_failing: usize,
}

impl Rebuild {
    /// Whether nothing did.
    pub fn is_empty(&self) -> bool {
        self.rebuilt.is_empty() && self.removed.is_empty()
    }
}

impl<'a> State<'a> {
    /// Nothing has been lowered.
    pub fn new(args: &'a Args) -> Self {
        Self { args, known: HashMap::new(), said: String::new() }
    }

    /// Whether `plan` lacks an input that was there.
    pub fn misses_inputs(&self, plan: &Plan) -> bool {
        let targets: HashSet<&Path> = plan.jobs.iter().filter_map(Job::target_file).collect();
        self.known.keys().any(|known| !targets.contains(known.as_path()))
    }

    /// Lowers what is new or looks different, and removes what we have written for inputs that are gone.
    pub fn rebuild(&mut self, plan: &Plan) -> (Rebuild, Report) {
        let mut rebuild = Rebuild { removed: self.remove_others(plan), ..Rebuild::default() };
        let looks = plan.jobs.iter().map(|job| (job, look(job, self.args)));
        let changed: Vec<(&Job, Look)> = looks.filter(|(job, look)| self.is_different(job, look)).collect();
        let jobs: Vec<&Job> = changed.iter().map(|(job, _)| *job).collect();
        let reports = jobs::run(&jobs, &plan.results, self.args);
        for ((job, look), report) in changed.into_iter().zip(&reports) {
            rebuild.rebuilt.extend(job.source_file().map(paths::display));
            let Some(target) = job.target_file() else { continue };
            let has_errors = report.has_errors();
            let was_written = self.known.get(target).is_some_and(|known| known.is_written);
            let outputs = job.outputs(&self.args.settings);
            let known = Known { look, outputs, has_errors, is_written: was_written || !has_errors };
            self.known.insert(target.to_owned(), known);
        }
        let fresh: HashSet<&Path> = jobs.iter().filter_map(|job| job.target_file()).collect();
        let is_old = |(path, known): &(&PathBuf, &Known)| known.has_errors && !fresh.contains(path.as_path());
        rebuild.still_failing = self.known.iter().filter(is_old).count();
        let mut report = self.news(plan.problems.iter().chain(&plan.warnings).cloned().map(Report::from).collect());
        report.extend(reports);
        report.drop_warnings(&self.args.messages);
        (rebuild, report)
    }

    /// What to say when there is no plan.
    pub fn refused(&mut self, failure: Failure) -> Report {
        self.news(failure.into())
    }

    /// What is said of the whole is said once.
    fn news(&mut self, report: Report) -> Report {
        let text = report.render_human();
        let is_new = text != self.said;
        self.said = text;
        if is_new { report } else { Report::default() }
    }

    fn is_different(&self, job: &Job, look: &Look) -> bool {
        match job.target_file().and_then(|target| self.known.get(target)) {
            Some(known) => known.look != *look || !known.has_errors && !known.outputs.iter().all(|path| path.exists()),
            None => true,
        }
    }

    /// Removes what we have written and `plan` does not speak of.
    fn remove_others(&mut self, plan: &Plan) -> Vec<String> {
        let outputs: HashSet<PathBuf> = plan.jobs.iter().flat_map(|job| job.outputs(&self.args.settings)).collect();
        let targets: HashSet<&Path> = plan.jobs.iter().filter_map(Job::target_file).collect();
        let mut removed = vec![];
        for (path, known) in self.known.extract_if(|path, _| !targets.contains(path.as_path())) {
            for output in known.outputs.iter().filter(|output| known.is_written && !outputs.contains(*output)) {
                if fs::remove_file(output).is_ok() && *output == path {
                    removed.push(paths::display(output));
                }
                remove_empty_folders(output, self.args.out_dir.as_deref());
            }
        }
        removed.sort();
        removed
    }
}

/// Removes the folders between `out_dir` and `output` that are empty.
fn remove_empty_folders(output: &Path, out_dir: Option<&Path>) {
    let Some(out_dir) = out_dir else { return };
    let inside = |folder: &&Path| folder.starts_with(out_dir) && *folder != out_dir;
    let _: io::Result<()> = output.ancestors().skip(1).take_while(inside).try_for_each(fs::remove_dir);
}

/// What a source and its map look like from outside; none if it is not there.
type Look = [Option<Stamp>; 2];

#[derive(Debug, PartialEq, Eq)]
struct Stamp {
    length: u64,
    modified: Option<SystemTime>,
    /// A file that was moved here may be as old and as long as the one before.
    identity: (u64, i64, i64),
}

fn look(job: &Job, args: &Args) -> Look {
    let Some(source) = job.source_file() else { return [None, None] };
    let mut map = source.as_os_str().to_owned();
    map.push(".map");
    let has_map = args.settings.source_maps != SourceMaps::None;
    [stamp(source), if has_map { stamp(Path::new(&map)) } else { None }]
}

fn stamp(path: &Path) -> Option<Stamp> {
    let there = fs::metadata(path).ok()?;
    Some(Stamp { length: there.len(), modified: there.modified().ok(), identity: identity(&there) })
}

#[cfg(unix)]
fn identity(there: &fs::Metadata) -> (u64, i64, i64) {
    use std::os::unix::fs::MetadataExt;
    (there.ino(), there.ctime(), there.ctime_nsec())
}

#[cfg(not(unix))]
fn identity(_: &fs::Metadata) -> (u64, i64, i64) {
    (0, 0, 0)
}
