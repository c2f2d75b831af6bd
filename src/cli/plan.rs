//! Inputs to jobs. What makes no sense is refused here, before anything is written.

use std::{
    collections::{HashMap, HashSet},
    path::{Path, PathBuf},
};

use super::{
    args::{Args, InputSourceMap, SourceMaps},
    job::{Input, Job, Target},
    paths,
    report::Failure,
    walk::walk,
};

/// Everything that is to be done.
pub struct Plan {
    /// The files to lower, by path.
    pub jobs: Vec<Job>,
    /// What is wrong with inputs that became no job.
    pub problems: Vec<Failure>,
}

/// Plans what `args` ask for.
///
/// # Errors
/// The first reason why that makes no sense.
pub fn plan(args: &Args) -> Result<Plan, Failure> {
    check_stdin(args)?;
    check_maps(args)?;
    let mut plan = match &args.out_dir {
        Some(out_dir) => into_folder(&args.inputs, out_dir)?,
        None => Plan { jobs: vec![single(args)?], problems: vec![] },
    };
    plan.jobs = settle(plan.jobs, args)?;
    Ok(plan)
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
    let input = if is_dash(input) { Input::Stdin } else { Input::File(input.clone()) };
    Ok(Job { input, target: single_target(args)? })
}

fn single_target(args: &Args) -> Result<Target, Failure> {
    match &args.output {
        Some(path) if path.is_dir() => {
            let name = paths::display(path);
            Err(Failure::new(format!("`-o` takes a file, and `{name}` is a folder"))
                .advise(format!("use `--out-dir {name}`, or name a file in it")))
        }
        Some(path) if !is_dash(path) => Ok(Target::File(path.clone())),
        _ if args.settings.source_maps == SourceMaps::External => {
            Err(Failure::new("there is no file for the source map to stand beside")
                .advise("write to a file with `-o FILE`, or use `--source-maps inline`"))
        }
        _ => Ok(Target::Stdout),
    }
}

/// Files and folders to a folder.
fn into_folder(inputs: &[PathBuf], out_dir: &Path) -> Result<Plan, Failure> {
    if out_dir.exists() && !out_dir.is_dir() {
        return Err(Failure::new(format!("`--out-dir` takes a folder, and `{}` is a file", paths::display(out_dir)))
            .advise("use `-o` to write one file"));
    }
    let mut plan = Plan { jobs: vec![], problems: vec![] };
    for input in inputs {
        if input.is_dir() {
            plan.add_folder(input, out_dir);
        } else {
            plan.add_file(input.clone(), Path::new(input.file_name().unwrap_or(input.as_os_str())), out_dir);
        }
    }
    Ok(plan)
}

impl Plan {
    fn add_folder(&mut self, folder: &Path, out_dir: &Path) {
        let found = walk(folder, paths::resolve(out_dir));
        if found.files.is_empty() && found.problems.is_empty() {
            self.problems.push(
                Failure::new(format!("there is no JavaScript in `{}`", paths::display(folder)))
                    .advise("it needs a .js, .mjs or .cjs file outside of `node_modules` and hidden folders"),
            );
        }
        self.problems.extend(found.problems);
        for file in found.files {
            let inside = file.strip_prefix(folder).unwrap_or(&file).to_owned();
            self.add_file(file, &inside, out_dir);
        }
    }

    /// Plans `file` to be written to `inside` of `out_dir`.
    fn add_file(&mut self, file: PathBuf, inside: &Path, out_dir: &Path) {
        self.jobs.push(Job { input: Input::File(file), target: Target::File(out_dir.join(inside)) });
    }
}

/// Sorts the jobs and makes sure that no two write to one place, and none to an input. An input that was given
/// twice is lowered once.
fn settle(mut jobs: Vec<Job>, args: &Args) -> Result<Vec<Job>, Failure> {
    jobs.sort_by(|a, b| typed(a).cmp(typed(b)));
    let places: Vec<PathBuf> = jobs.iter().map(|job| paths::resolve(typed(job))).collect();
    let inputs: HashSet<&PathBuf> = places.iter().collect();
    let mut claims: HashMap<PathBuf, (&PathBuf, PathBuf)> = HashMap::new();
    let mut settled = vec![];
    let mut folders = paths::Folders::default();
    'jobs: for (job, place) in jobs.into_iter().zip(&places) {
        for output in job.outputs(&args.settings) {
            let output_place = folders.resolve(&output);
            if inputs.contains(&output_place) {
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
    Ok(settled)
}

/// The path of the input as it was typed or found; empty for standard input.
fn typed(job: &Job) -> &Path {
    match &job.input {
        Input::Stdin => Path::new(""),
        Input::File(path) => path,
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
