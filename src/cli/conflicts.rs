//! Makes sure that no two results are written to one place, and none to what is read.

use std::{
    ffi::{OsStr, OsString},
    path::{Path, PathBuf},
};

use rustc_hash::{FxHashMap, FxHashSet};

use super::{
    args::{Args, InputSourceMap},
    job::{Input, Job, Target, Work},
    paths,
    report::Failure,
    warnings::LETTER_CASE,
};

/// Jobs that do not get into each other's way.
#[derive(Default)]
pub struct Checked {
    /// By the paths of their inputs. An input that was given twice is taken once.
    pub jobs: Vec<Job>,
    /// Every place that is written to; [resolved](paths::resolve).
    pub written: FxHashSet<OsString>,
    pub warnings: Vec<Failure>,
}

/// Sorts the jobs and checks them.
///
/// # Errors
/// Two would write to one place, or one to what is read.
pub fn check(mut jobs: Vec<Job>, args: &Args) -> Result<Checked, Failure> {
    jobs.sort_by_cached_key(|job| paths::order(typed(job)));
    drop_old_maps(&mut jobs);
    let mut folders = paths::Folders::default();
    let places: Vec<OsString> = jobs.iter().map(|job| place(job, &mut folders).into()).collect();
    let read = ReadFiles::new(args, &places, &mut folders);
    let mut claims: FxHashMap<OsString, Claim> = FxHashMap::default();
    if let Some(path) = args.report.report_file.as_deref().filter(|path| !is_device(path)) {
        let found = folders.look(path);
        read.allow(path, &found, None)?;
        claims.insert(found.path.into(), Claim::Report);
    }
    let mut checked = Checked::default();
    'jobs: for (mut job, place) in jobs.into_iter().zip(&places) {
        job.is_new = true;
        for output in job.outputs(&args.settings) {
            let found = folders.look(&output);
            job.is_new &= found.is_absent;
            if !found.is_absent && is_device(&output) {
                continue;
            }
            read.allow(&output, &found, Some((&job, place)))?;
            match claims.insert(found.path.into(), Claim::Job { place, input: typed(&job).to_owned() }) {
                None => {}
                Some(Claim::Job { place: other, .. }) if other == place => continue 'jobs,
                Some(Claim::Job { input, .. }) => return Err(same_output(&input, typed(&job), &output)),
                Some(Claim::Report) => return Err(replaced("a result or its map", &output, None, args)),
            }
        }
        checked.jobs.push(job);
    }
    checked.written = claims.into_keys().collect();
    let alike = alike(&checked.jobs);
    // These systems have one file where others have two.
    match alike.first() {
        Some(failure) if paths::HAS_MANY_NAMES => return Err(failure.clone()),
        _ => checked.warnings = alike.into_iter().map(|failure| failure.into_warning(LETTER_CASE)).collect(),
    }
    Ok(checked)
}

/// Who writes to a place.
enum Claim<'a> {
    /// `--report-file`
    Report,
    /// The job for `input`, which is at `place`.
    Job { place: &'a OsStr, input: PathBuf },
}

/// What is read; all places are [resolved](paths::resolve).
struct ReadFiles<'a> {
    inputs: FxHashSet<&'a OsStr>,
    configurations: Vec<PathBuf>,
    input_source_map: Option<PathBuf>,
    args: &'a Args,
}

impl<'a> ReadFiles<'a> {
    fn new(args: &'a Args, inputs: &'a [OsString], folders: &mut paths::Folders) -> Self {
        let input_source_map = match &args.settings.maps.input_source_map {
            InputSourceMap::File(path) => Some(folders.resolve(path)),
            InputSourceMap::Auto | InputSourceMap::None => None,
        };
        Self {
            inputs: inputs.iter().map(OsString::as_os_str).collect(),
            configurations: args.configurations.iter().map(|path| folders.resolve(path)).collect(),
            input_source_map,
            args,
        }
    }

    /// Lets `output` be written, by the job with its place or for the report.
    ///
    /// # Errors
    /// It is read.
    fn allow(&self, output: &Path, found: &paths::Place, job: Option<(&Job, &OsString)>) -> Result<(), Failure> {
        /// What says which files are taken.
        const IGNORE_FILES: [&str; 2] = [".gitignore", ".ignore"];
        let place = found.path.as_os_str();
        let is_own = |place: &OsStr| self.args.results.in_place && job.is_some_and(|(_, own)| own == place);
        let mapped = Path::new(place).extension().filter(|extension| *extension == "map").and(found.path.file_stem());
        let mapped = mapped.map(|name| found.path.with_file_name(name)).filter(|_| !found.is_absent);
        let is_copy = job.is_some_and(|(job, _)| job.work == Work::Copy);
        let what = if self.inputs.contains(place) && !is_own(place) {
            "the input"
        } else if self.configurations.iter().any(|path| path == place) {
            "the configuration"
        } else if self.input_source_map.as_ref().is_some_and(|path| path == place) {
            "the source map"
        } else if mapped.is_some_and(|path| self.inputs.contains(path.as_os_str()) && !is_own(path.as_os_str())) {
            "the source map of an input,"
        } else if !found.is_absent && !is_copy && IGNORE_FILES.iter().any(|name| found.path.ends_with(name)) {
            "the ignore file"
        } else {
            return Ok(());
        };
        Err(replaced(what, output, job.map(|(job, _)| job), self.args))
    }
}

/// Whether nothing is replaced by writing there: a device or a pipe.
fn is_device(path: &Path) -> bool {
    path.metadata().is_ok_and(|there| !there.is_file() && !there.is_dir())
}

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

/// The path of the input as it was typed or found; empty for standard input and the helpers.
fn typed(job: &Job) -> &Path {
    match &job.input {
        Input::Stdin | Input::Helpers => Path::new(""),
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

/// `what` is at the place of `output`, which a result or, if there is no job, the report would be written to.
fn replaced(what: &str, output: &Path, job: Option<&Job>, args: &Args) -> Failure {
    let (by, advice) = match job {
        None => ("the report", "choose another file with `--report-file`"),
        Some(_) if args.results.in_place => ("a result", "leave it out with `--ignore`"),
        Some(_) if args.out_dir.is_some() => ("a result", "choose another `--out-dir`"),
        Some(_) => ("a result", "choose another file with `-o`"),
    };
    Failure::new(format!("{what} `{}` would be replaced by {by}", paths::display(output))).advise(advice)
}

fn same_output(first: &Path, second: &Path, output: &Path) -> Failure {
    let name = |input: &Path| match input.as_os_str().is_empty() {
        true => "the helpers".to_owned(),
        false => format!("`{}`", paths::display(input)),
    };
    Failure::new(format!("{} and {} would both be written to `{}`", name(first), name(second), paths::display(output)))
        .advise("give a folder that holds both, or lower them one by one")
}
