//! The command line: arguments to a plan, a plan to files.
//!
//! `args` is what can be typed, and `config` what files say instead. `plan` turns that into jobs: `pattern` and `walk` find
//! the files, `conflicts` refuses what would get in the way of something else, before anything is written. `lower` does
//! the jobs once, `watch` again and again, both by `jobs`; `job` takes one file through the library, `results` knows
//! where the others are, `write` replaces files in one step, `report` says what happened, and `package_type` what Node
//! will make of it. The commands beside lowering are `check` and those of `prints`.

mod args;
mod check;
mod config;
mod conflicts;
mod decode;
mod frame;
mod input_map;
mod job;
mod jobs;
mod lower;
mod notice;
mod package_type;
mod parallel;
mod paths;
mod pattern;
mod plan;
mod prints;
mod progress;
mod report;
mod results;
mod signals;
mod unfinished;
mod walk;
mod warnings;
mod watch;
mod write;

use std::{
    ffi::OsString,
    io::{self, Write},
    path::Path,
    process::ExitCode,
};

use anstream::ColorChoice;
use clap::{ArgMatches, CommandFactory, FromArgMatches, error::ErrorKind};

use args::{Args, Cli, Messages, Subcommand};
use report::{Failure, Report};

/// Every file was lowered.
const SUCCESS: u8 = 0;
/// A file could not be read, lowered or written.
const FAILED: u8 = 1;
/// The command makes no sense as it was given.
const USAGE: u8 = 2;

/// Runs the command with `args`, of which the first is its own name.
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let args: Vec<OsString> = args.into_iter().collect();
    ExitCode::from(parse(&args).and_then(obey).unwrap_or_else(|error| {
        let printed = error.print().and_then(|()| io::stdout().flush());
        if !error.use_stderr() {
            return said(printed);
        }
        explain_name(&args);
        USAGE
    }))
}

/// What is to be done.
struct Task {
    matches: ArgMatches,
    cli: Cli,
    /// What is wrong with the configuration, and whether nothing can be done because of it.
    objection: Option<Objection>,
}

enum Objection {
    Refusal(Report),
    Warning(Report),
}

impl Task {
    fn read(args: &[OsString]) -> Result<Self, clap::Error> {
        let matches = args::command().try_get_matches_from(args)?;
        let cli = Cli::from_arg_matches(&matches)?;
        set_color(cli.messages());
        Ok(Self { matches, cli, objection: None })
    }
}

/// Reads `args`, and then the configuration with `args` on top of it.
///
/// # Errors
/// What clap says of the arguments, be it good or bad: `--help` is an error to it.
fn parse(args: &[OsString]) -> Result<Task, clap::Error> {
    let typed = Task::read(args)?;
    match config::find(&typed.cli) {
        Ok(None) => Ok(typed),
        Ok(Some(configuration)) => {
            let mut all = Task::read(&configuration.add_to(args, &typed.cli))?;
            if all.cli.messages().is_some_and(Messages::tells_steps) {
                report::to_stderr(&format!("configuration: {}\n", paths::display(&configuration.path)));
            }
            all.objection =
                configuration.objection(&typed.cli, &typed.matches).map(Report::from).map(Objection::Warning);
            all.cli.args.configurations.push(configuration.path);
            Ok(all)
        }
        Err(report) => Ok(Task { objection: Some(Objection::Refusal(report)), ..typed }),
    }
}

/// Does it, and returns the exit code.
fn obey(Task { matches, cli, objection }: Task) -> Result<u8, clap::Error> {
    match objection {
        None => {}
        Some(Objection::Refusal(report)) => return Ok(refuse(&report, cli.messages())),
        Some(Objection::Warning(mut report)) => {
            if let Some(messages) = cli.messages() {
                report.drop_warnings(messages);
                report.print(messages);
            }
        }
    }
    let text = match &cli.command {
        None if cli.args.print_config => config::print(&matches),
        None if cli.args.inputs.is_empty() => return Err(missing_input(&cli.args)),
        None => return Ok(lower(&cli.args)),
        Some(Subcommand::Check(args)) => return Ok(check::run(args)),
        Some(Subcommand::Helpers(args)) => prints::helpers(args),
        Some(Subcommand::Completions(args)) => prints::completions(args, Cli::command()),
        Some(Subcommand::Man(args)) => prints::man(args, args::command())?,
    };
    Ok(said(report::to_stdout(&text)))
}

fn lower(args: &Args) -> u8 {
    if args.has_many() || args.results.watch {
        signals::arrange();
    } else {
        signals::arrange_for_one();
    }
    if args.results.watch { watch::run(args) } else { lower::run(args) }
}

/// The exit code of a command that only prints. A reader that has seen enough is no error.
fn said(printed: io::Result<()>) -> u8 {
    match write::unless_closed(printed) {
        Ok(()) => SUCCESS,
        Err(error) => {
            report::to_stderr(&Report::from(job::failure("write", "<stdout>", &error)).render_human());
            FAILED
        }
    }
}

/// Colors hold for the whole run.
fn set_color(messages: Option<&Messages>) {
    if let Some(messages) = messages {
        ColorChoice::from(messages.color).write_global();
    }
}

fn refuse(report: &Report, messages: Option<&Messages>) -> u8 {
    if let Some(messages) = messages {
        report.print(messages);
    }
    USAGE
}

fn missing_input(args: &Args) -> clap::Error {
    let message = match args.results.in_place {
        true => "there is no input: give the files or the folder that `--in-place` is to replace",
        false => "there is no input: give a file, a folder, or `-`",
    };
    args::command().error(ErrorKind::MissingRequiredArgument, message)
}

/// A folder that is named like a command is not what such a name stands for.
fn explain_name(args: &[OsString]) {
    let Some(name) = args.get(1).and_then(|name| name.to_str()) else { return };
    if Path::new(name).exists() && args::command().find_subcommand(name).is_some() {
        let failure = Failure::new(format!("`{name}` is a command here, not the input of that name"));
        report::to_stderr(&Report::from(failure.advise(format!("write `./{name}` for the input"))).render_human());
    }
}
