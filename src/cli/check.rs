//! `downlevel check`: which files are not ES5, and what in them is not.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    io::{self, Read},
    path::{Path, PathBuf},
};

use downlevel::{CheckOptions, Code, Feature, Finding, Severity, check};

use super::{
    FAILED, SUCCESS, USAGE,
    args::{CheckArgs, Format},
    decode::decode,
    job::{self, STDIN_NAME},
    notice::Notice,
    parallel, paths,
    pattern::Pattern,
    report::{self, Failure, Report, count},
    walk::{LeftOut, Walker},
};

/// What was found in a file.
#[derive(Default)]
struct Checked {
    report: Report,
    /// The newest edition that the file has syntax of; none if it is ES5 or could not be read.
    newest: Option<u16>,
}

/// Checks the files of `args` and returns the exit code. What was found goes to standard output.
pub fn run(args: &CheckArgs) -> u8 {
    let Found { files, problems, left_out } = match files(args) {
        Ok(found) => found,
        Err(failure) => {
            Report::from(failure).print(&args.messages);
            return USAGE;
        }
    };
    let checked = parallel::map(&files.iter().collect::<Vec<_>>(), &args.messages, |file| check_guarded(file, args));
    let newest: Vec<u16> = checked.iter().filter_map(|file| file.newest).collect();
    let reports = problems.into_iter().map(Report::from).chain(checked.into_iter().map(|file| file.report));
    let mut whole: Report = reports.collect();
    whole.drop_warnings(&args.messages);
    let mut text = whole.render(&args.messages);
    if args.messages.diagnostics_format == Format::Human && !args.messages.quiet {
        text += &summary(files.len(), &newest, &whole);
        text += &left_out.summary().map(|left_out| left_out + "\n").unwrap_or_default();
    }
    if let Err(error) = report::to_stdout(&text) {
        Report::from(job::failure("write", "<stdout>", &error)).print(&args.messages);
        return FAILED;
    }
    if whole.has_errors() { FAILED } else { SUCCESS }
}

/// The files to check.
#[derive(Default)]
struct Found {
    /// Each once and sorted.
    files: BTreeSet<PathBuf>,
    /// What could not be looked at.
    problems: Vec<Failure>,
    left_out: LeftOut,
}

/// Finds the files to check.
///
/// # Errors
/// An input or a pattern makes no sense.
fn files(args: &CheckArgs) -> Result<Found, Failure> {
    let walker = Walker::new(&args.selection, None)?;
    let mut all = Found::default();
    let here = [PathBuf::from(".")];
    let paths = if args.paths.is_empty() { &here } else { args.paths.as_slice() };
    for input in paths.iter().filter(|input| !walker.leaves_out(input)) {
        let name = paths::display(input);
        let (found, nothing) = if input.is_dir() {
            (walker.folder(input), format!("there is no JavaScript in `{name}`"))
        } else if let Some(pattern) = Pattern::of(input) {
            (walker.pattern(&pattern), format!("no file matches `{name}`"))
        } else {
            all.files.insert(input.clone());
            continue;
        };
        if found.is_empty() {
            all.problems.push(Failure::new(nothing));
        }
        all.files.extend(found.files.into_iter().map(|file| file.path));
        all.problems.extend(found.problems);
        all.left_out.add(&found.others);
    }
    Ok(all)
}

fn check_guarded(path: &Path, args: &CheckArgs) -> Checked {
    let name = if is_stdin(path) { STDIN_NAME.to_owned() } else { paths::display(path) };
    let checked = job::guarded(&name, || check_file(path, &name, args));
    checked.unwrap_or_else(|failure| Checked { report: failure.into(), newest: None })
}

fn check_file(path: &Path, name: &str, args: &CheckArgs) -> Checked {
    let bytes = match read(path) {
        Ok(bytes) => bytes,
        Err(error) => return Checked { report: job::failure("read", name, &error).into(), newest: None },
    };
    let options =
        CheckOptions { filename: name.to_owned(), source_type: args.source_type.into(), modules: args.modules.into() };
    let found = decode(bytes, name)
        .map_err(|error| vec![*error])
        .and_then(|source| check(&source, &options).map_err(|errors| errors.into_iter().map(Notice::from).collect()));
    match found {
        Ok(findings) => checked(findings, name, args),
        Err(errors) => {
            let mut report = Report::default();
            report.add(errors, name);
            Checked { report, newest: None }
        }
    }
}

fn is_stdin(path: &Path) -> bool {
    path == Path::new("-")
}

fn read(path: &Path) -> io::Result<Vec<u8>> {
    if !is_stdin(path) {
        return fs::read(path);
    }
    let mut bytes = vec![];
    io::stdin().lock().read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// People see the first place of each feature unless they ask for all, programs see every place.
fn checked(findings: Vec<Finding>, name: &str, args: &CheckArgs) -> Checked {
    let mut numbers: BTreeMap<Feature, usize> = BTreeMap::new();
    for finding in findings.iter().filter(|finding| !finding.in_string) {
        *numbers.entry(finding.feature).or_default() += 1;
    }
    let (in_strings, findings): (Vec<_>, Vec<_>) = findings.into_iter().partition(|finding| finding.in_string);
    let newest = findings.iter().map(|finding| finding.feature.edition()).max();
    let shows_all = args.messages.verbose || args.messages.diagnostics_format != Format::Human;
    let mut report = Report::default();
    report.add(in_strings.into_iter().map(in_string), name);
    for finding in findings {
        let edition = finding.feature.edition();
        if shows_all {
            report.add_newer(notice(finding, 1), edition, name);
        } else if let Some(number) = numbers.remove(&finding.feature) {
            report.add_newer(notice(finding, number), edition, name);
        }
    }
    Checked { report, newest }
}

/// A string that is run as code: a warning, since nobody knows whether that is what it is there for.
fn in_string(Finding { feature, place, .. }: Finding) -> Notice {
    Notice {
        severity: Severity::Warning,
        code: Code::CodeString.name(),
        message: format!("the code in this string has {feature}, which is ES{}", feature.edition()),
        advice: Some("write it in ES5; with webpack, choose a `devtool` without `eval`".to_owned()),
        primary: place,
        related: vec![],
    }
}

/// A finding that stands for `number` of its kind.
fn notice(Finding { feature, place, .. }: Finding, number: usize) -> Notice {
    let more = match number {
        1 => String::new(),
        number => format!(", the first of {} in this file", report::grouped(number)),
    };
    Notice {
        severity: Severity::Error,
        code: feature.name(),
        message: format!("{feature} is ES{}{more}", feature.edition()),
        advice: None,
        primary: place,
        related: vec![],
    }
}

/// `2 of 14 files are not ES5: they hold syntax up to ES2020`
fn summary(files: usize, newest: &[u16], whole: &Report) -> String {
    match newest.iter().max() {
        Some(edition) => {
            let (verb, subject) = if newest.len() == 1 { ("is", "it holds") } else { ("are", "they hold") };
            let number = report::grouped(newest.len());
            format!("{number} of {} {verb} not ES5: {subject} syntax up to ES{edition}\n", count(files, "file"))
        }
        None if whole.has_errors() => format!("{}, of which not all could be checked\n", count(files, "file")),
        None if files == 1 => "1 file is ES5\n".to_owned(),
        None => format!("{} are ES5\n", count(files, "file")),
    }
}
