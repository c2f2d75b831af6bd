//! Inputs to jobs. What makes no sense is refused here, before anything is written.

use std::{
    collections::BTreeSet,
    ffi::OsString,
    path::{Path, PathBuf},
    time::Duration,
};

use rustc_hash::FxHashSet;

use super::{
    args::{Args, InputSourceMap, ModulesArg, SourceMaps, SourceTypeArg},
    conflicts::{self, Checked},
    job::{Input, Job, Target, Work},
    paths,
    pattern::Pattern,
    report::{Failure, Report},
    results::Results,
    walk::{File, Found, LeftOut, Walker},
};

/// Everything that is to be done.
#[derive(Default)]
pub struct Plan {
    /// The files to lower or to copy, by path.
    pub jobs: Vec<Job>,
    /// Where the results lie.
    pub results: Results,
    /// What is wrong with inputs that became no job.
    pub problems: Vec<Failure>,
    /// What of the inputs is not lowered.
    pub left_out: LeftOut,
    /// What may turn out to be wrong with the results.
    pub warnings: Vec<Failure>,
    /// Where something may change what the plan is.
    pub folders: BTreeSet<PathBuf>,
}

impl Plan {
    /// The last line of a run: `1,240 files, 8.1 MB in 0.4 s, 2 errors, 3 files left out (.ts)`.
    pub fn summary(&self, report: &Report, elapsed: Duration) -> String {
        let left_out = self.left_out.summary().map(|left_out| format!(", {left_out}")).unwrap_or_default();
        report.summary(self.files(), elapsed) + &left_out
    }

    /// How many files are lowered.
    fn files(&self) -> usize {
        self.jobs.iter().filter(|job| job.work == Work::Lower).count()
    }
}

/// Plans what `args` ask for.
///
/// # Errors
/// The first reason why that makes no sense.
pub fn plan(args: &Args) -> Result<Plan, Failure> {
    check_stdin(args)?;
    check_maps(args)?;
    check_watch(args)?;
    let mut plan = match &args.out_dir {
        Some(out_dir) => into_folder(args, out_dir)?,
        None if args.results.in_place => in_place(args)?,
        None => Plan { jobs: vec![single(args)?], ..Plan::default() },
    };
    plan.folders.extend(args.inputs.iter().map(|input| paths::directory(input).to_owned()));
    plan.jobs.extend(helpers(args)?);
    let Checked { jobs, written, warnings } = conflicts::check(plan.jobs, args)?;
    let results = results(&jobs, written);
    Ok(Plan { jobs, results, warnings, ..plan })
}

/// Where the results of `jobs` lie, which are written to `written`.
fn results(jobs: &[Job], written: FxHashSet<OsString>) -> Results {
    let of = |work| jobs.iter().filter(move |job| job.work == work);
    let files: Vec<(&Path, &Path)> =
        of(Work::Lower).filter_map(|job| job.source_file().zip(job.target_file())).collect();
    Results::new(&files, of(Work::Helpers).find_map(Job::target_file), written)
}

/// The job that writes the helpers, if they are to lie among the results.
fn helpers(args: &Args) -> Result<Option<Job>, Failure> {
    let settings = &args.settings;
    let Some(file) = settings.helpers_file() else { return Ok(None) };
    let folder = match (&args.out_dir, &args.output) {
        (Some(out_dir), _) => out_dir.as_path(),
        (None, Some(output)) if !is_dash(output) => paths::directory(output),
        _ if args.results.in_place => {
            return Err(Failure::new(format!(
                "`{file}` is a file among the results, which are written to their sources"
            ))
            .advise(
                "give `--helpers external=MODULE` the name of a package, or the results a folder with `--out-dir`",
            ));
        }
        _ => return Ok(None),
    };
    let is_loaded = match settings.modules {
        ModulesArg::Preserve | ModulesArg::CommonJs | ModulesArg::Amd | ModulesArg::System => true,
        ModulesArg::Umd | ModulesArg::Iife => settings.global_of_helpers().is_some(),
        ModulesArg::None => false,
    };
    let mut target = folder.join(file.strip_prefix("./").unwrap_or(file));
    if target.extension().is_none() {
        target.set_extension("js");
    }
    let job = || Job { input: Input::Helpers, target: Target::File(target), work: Work::Helpers, is_new: false };
    Ok(is_loaded.then(job))
}

fn check_stdin(args: &Args) -> Result<(), Failure> {
    let times = args.inputs.iter().filter(|input| is_dash(input)).count();
    if times > 1 {
        return Err(Failure::new("standard input can be read only once").advise("give `-` one time"));
    }
    if times == 0 && args.settings.stdin_filename.is_some() {
        return Err(Failure::new("`--stdin-filename` names standard input, which is not read")
            .advise("give `-` as the input, or leave `--stdin-filename` out"));
    }
    if times == 1 && args.results.in_place {
        return Err(Failure::new("standard input has no file to be replaced").advise("leave `--in-place` out"));
    }
    if times == 1 && args.out_dir.is_some() {
        return Err(Failure::new("standard input has no file name to be written under in `--out-dir`")
            .advise("write it to a file with `-o FILE`"));
    }
    Ok(())
}

fn check_maps(args: &Args) -> Result<(), Failure> {
    let is_given = matches!(args.settings.maps.input_source_map, InputSourceMap::File(_));
    if is_given && (args.inputs.len() > 1 || args.inputs.iter().any(|input| input.is_dir())) {
        return Err(Failure::new("`--input-source-map` names the map of one file, and there are several inputs")
            .advise("leave it out: the map that each file names is taken then"));
    }
    Ok(())
}

fn check_watch(args: &Args) -> Result<(), Failure> {
    let has_file = args.out_dir.is_some() || args.output.as_deref().is_some_and(|output| !is_dash(output));
    if args.results.watch && args.inputs.iter().any(|input| is_dash(input)) {
        return Err(Failure::new("standard input cannot be watched").advise("give a file, or leave `--watch` out"));
    }
    if args.results.watch && !has_file {
        return Err(Failure::new("`--watch` has no file to write to")
            .advise("give the folder for the results with `--out-dir DIR`, or a file with `-o FILE`"));
    }
    Ok(())
}

fn is_dash(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// One input to a file or to standard output.
fn single(args: &Args) -> Result<Job, Failure> {
    let [input] = args.inputs.as_slice() else {
        let message = match args.output {
            Some(_) => format!("`-o` takes one input, not {}", args.inputs.len()),
            None => format!("there are {} inputs, and no folder to write them to", args.inputs.len()),
        };
        return Err(Failure::new(message).advise("give the folder for the results with `--out-dir DIR`"));
    };
    if input.is_dir() {
        return Err(Failure::new(format!("the input `{}` is a folder", paths::display(input)))
            .advise("give the folder for the results with `--out-dir DIR`"));
    }
    if !is_dash(input) && Pattern::of(input).is_some() {
        return Err(Failure::new(format!(
            "there is no file `{}`, and a pattern needs a folder",
            paths::display(input)
        ))
        .advise("give the folder for the results with `--out-dir DIR`"));
    }
    let input = if is_dash(input) { Input::Stdin } else { Input::File(input.clone()) };
    Ok(Job { input, target: single_target(args)?, work: Work::Lower, is_new: false })
}

fn single_target(args: &Args) -> Result<Target, Failure> {
    let has_map = args.settings.source_maps == SourceMaps::External;
    match &args.output {
        Some(path) if path.is_dir() => {
            let name = paths::display(path);
            Err(Failure::new(format!("`-o` takes a file, and `{name}` is a folder"))
                .advise(format!("use `--out-dir {name}`, or name a file in it")))
        }
        Some(path) if !(is_dash(path) || has_map && is_device(path)) => Ok(Target::File(path.clone())),
        _ if has_map => Err(Failure::new("there is no file for the source map to stand beside")
            .advise("write to a file with `-o FILE`, or use `--source-maps inline`")),
        _ => Ok(Target::Stdout),
    }
}

/// Files, folders and patterns to a folder.
fn into_folder(args: &Args, out_dir: &Path) -> Result<Plan, Failure> {
    if out_dir.exists() && !out_dir.is_dir() {
        return Err(Failure::new(format!("`--out-dir` takes a folder, and `{}` is a file", paths::display(out_dir)))
            .advise("use `-o` to write one file"));
    }
    find(args, Some(out_dir))
}

/// Files, folders and patterns, each file to itself.
fn in_place(args: &Args) -> Result<Plan, Failure> {
    find(args, None)
}

fn find(args: &Args, out_dir: Option<&Path>) -> Result<Plan, Failure> {
    let walker = Walker::new(&args.selection, out_dir)?;
    let mut plan = Finder { args, out_dir, plan: Plan::default() };
    for input in args.inputs.iter().filter(|input| !walker.leaves_out(input)) {
        if input.is_dir() {
            plan.add_folder(input, walker.folder(input));
        } else if let Some(pattern) = Pattern::of(input) {
            plan.add_matches(input, &pattern.base, walker.pattern(&pattern));
        } else {
            let name = input.file_name().unwrap_or(input.as_os_str());
            plan.add_file(Input::File(input.clone()), Path::new(name));
        }
    }
    if plan.plan.jobs.is_empty() && plan.plan.problems.is_empty() {
        plan.plan.problems.push(Failure::new("`--ignore` leaves out every input"));
    }
    Ok(plan.plan)
}

/// The plan for what inputs are found to be, as it grows.
struct Finder<'a> {
    args: &'a Args,
    /// Where results go, if not to the places of their sources.
    out_dir: Option<&'a Path>,
    plan: Plan,
}

impl Finder<'_> {
    fn add_folder(&mut self, folder: &Path, found: Found) {
        if found.is_empty() {
            self.plan.problems.push(
                Failure::new(format!("there is no JavaScript in `{}`", paths::display(folder))).advise(
                    "it needs a .js, .mjs or .cjs file that is not hidden, not in `node_modules` and not ignored",
                ),
            );
        }
        self.add_found(folder, found);
    }

    fn add_matches(&mut self, pattern: &Path, base: &Path, found: Found) {
        if found.is_empty() {
            self.plan.problems.push(Failure::new(format!("no file matches `{}`", paths::display(pattern))));
        }
        self.plan.folders.insert(paths::directory(base).to_owned());
        self.add_found(base, found);
    }

    /// Plans what was found in `folder`, to be laid out as there.
    fn add_found(&mut self, folder: &Path, found: Found) {
        self.plan.problems.extend(found.problems);
        self.plan.folders.extend(found.folders);
        let inside = |file: &File| file.path.strip_prefix(folder).unwrap_or(&file.path).to_owned();
        for file in found.files {
            let inside = inside(&file);
            self.add_file(file.into(), &inside);
        }
        let Some(out_dir) = self.out_dir.filter(|_| self.args.results.copy_files) else {
            return self.plan.left_out.add(&found.others);
        };
        for file in found.others {
            let target = out_dir.join(inside(&file));
            self.plan.jobs.push(Job {
                input: file.into(),
                target: Target::File(target),
                work: Work::Copy,
                is_new: false,
            });
        }
    }

    /// Plans `input` to be lowered to `inside` of the folder of results.
    fn add_file(&mut self, input: Input, inside: &Path) {
        let mut target = match (&input, self.out_dir) {
            (Input::File(path) | Input::Found(path), None) => path.clone(),
            (_, out_dir) => out_dir.unwrap_or(Path::new("")).join(inside),
        };
        match &self.args.results.out_file_extension {
            Some(extension) => _ = target.set_extension(extension),
            None if self.out_dir.is_some() && self.becomes_commonjs(&target) => _ = target.set_extension("cjs"),
            None => {}
        }
        self.plan.jobs.push(Job { input, target: Target::File(target), work: Work::Lower, is_new: false });
    }

    /// Whether Node would take a result for an ES module by its name, and it is none any more.
    fn becomes_commonjs(&self, target: &Path) -> bool {
        let settings = &self.args.settings;
        let is_module = matches!(settings.source_type, SourceTypeArg::Auto | SourceTypeArg::Module);
        is_module && settings.modules.is_loaded_by_require() && target.extension().is_some_and(|it| it == "mjs")
    }
}

/// Whether nothing can stand beside it: a device or a pipe.
fn is_device(path: &Path) -> bool {
    path.metadata().is_ok_and(|there| !there.is_file())
}

impl From<File> for Input {
    fn from(File { path, is_link }: File) -> Self {
        if is_link { Self::File(path) } else { Self::Found(path) }
    }
}
