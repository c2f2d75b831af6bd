//! The command line: arguments to a plan, a plan to files.
//!
//! `args` is what can be typed, and `config` what files say instead. `plan` turns that into jobs: `pattern` and `walk` find
//! the files, `settle` refuses what makes no sense before anything is written. `lower` does the jobs, once or with `watch`
//! again and again; `job` takes one file through the library, `write` replaces files in one step, `report` says what
//! happened. The commands beside lowering are `check` and those of `prints`.

mod args;
mod check;
mod config;
mod decode;
mod frame;
mod input_map;
mod interrupt;
mod job;
mod lower;
mod paths;
mod pattern;
mod plan;
mod prints;
mod progress;
mod report;
mod settle;
mod threads;
mod walk;
mod watch;
mod write;

use std::{ffi::OsString, path::Path, process::ExitCode};

use anstream::ColorChoice;
use clap::{ArgMatches, CommandFactory, FromArgMatches, error::ErrorKind};

use args::{Cli, Messages, Subcommand};
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
        let _ = error.print();
        if !error.use_stderr() {
            return SUCCESS;
        }
        explain_name(&args);
        USAGE
    }))
}

/// What is to be done.
struct Task {
    matches: ArgMatches,
    cli: Cli,
    /// What is wrong with the configuration.
    refusal: Option<Report>,
}

impl Task {
    fn read(args: &[OsString]) -> Result<Self, clap::Error> {
        let matches = args::command().try_get_matches_from(args)?;
        let cli = Cli::from_arg_matches(&matches)?;
        set_color(cli.messages());
        Ok(Self { matches, cli, refusal: None })
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
            let all = Task::read(&configuration.add_to(args, &typed.cli))?;
            if all.cli.messages().is_some_and(Messages::tells_steps) {
                report::to_stderr(&format!("configuration: {}\n", paths::display(&configuration.path)));
            }
            Ok(all)
        }
        Err(report) => Ok(Task { refusal: Some(report), ..typed }),
    }
}

/// Does it, and returns the exit code.
fn obey(Task { matches, cli, refusal }: Task) -> Result<u8, clap::Error> {
    if let Some(report) = refusal {
        return Ok(refuse(&report, cli.messages()));
    }
    match &cli.command {
        None if cli.args.print_config => report::to_stdout(&config::print(&matches)),
        None if cli.args.inputs.is_empty() => return Err(missing_input()),
        None => return Ok(lower::run(&cli.args)),
        Some(Subcommand::Check(args)) => return Ok(check::run(args)),
        Some(Subcommand::Helpers(args)) => report::to_stdout(&prints::helpers(args)),
        Some(Subcommand::Completions(args)) => report::to_stdout(&prints::completions(args, Cli::command())),
        Some(Subcommand::Man(args)) => report::to_stdout(&prints::man(args, args::command())?),
    }
    Ok(SUCCESS)
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

fn missing_input() -> clap::Error {
    args::command().error(ErrorKind::MissingRequiredArgument, "there is no input: give a file, a folder, or `-`")
}

/// A folder that is named like a command is not what such a name stands for.
fn explain_name(args: &[OsString]) {
    let Some(name) = args.get(1).and_then(|name| name.to_str()) else { return };
    if Path::new(name).exists() && args::command().find_subcommand(name).is_some() {
        let failure = Failure::new(format!("`{name}` is a command here, not the input of that name"));
        report::to_stderr(&Report::from(failure.advise(format!("write `./{name}` for the input"))).render_human());
    }
}
