//! What can be typed. The comments on the structs are the help page.
//!
//! A flag is a key of configuration files as well (`--out-dir` is `outDir`) unless [`config`](super::config) says
//! otherwise, so a new one needs no more than its line here.

mod commands;
mod configuration;
mod files;
mod lowering;
mod maps;
mod messages;

use std::path::PathBuf;

use clap::{Arg, ArgAction, Command, CommandFactory, Parser, ValueHint};

pub use commands::{CheckArgs, CompletionsArgs, HelpersArgs, ManArgs, Subcommand};
pub use configuration::ConfigArgs;
pub use files::{OutputArgs, Selection};
pub use lowering::{ModulesArg, Settings, SourceTypeArg, TAKEN_BACK};
pub use maps::{InputSourceMap, MapArgs, SourceMaps};
pub use messages::{Format, Messages, ReportArgs, ReportFormat};

const AFTER_HELP: &str = "\
\x1b[1;4mExamples:\x1b[0m
  downlevel app.js                     Show app.js as ES5
  downlevel app.js -o app.es5.js       Write it to a file
  downlevel src --out-dir dist         Lower a folder: src/ui/menu.js becomes dist/ui/menu.js
  downlevel src --out-dir dist --source-maps external
                                       The same, with dist/ui/menu.js.map for the debugger
  downlevel src --out-dir dist --report
                                       The same, and say which built-ins the output needs
  downlevel - --stdin-filename app.mjs < app.mjs
                                       Lower what comes in by a pipe
  downlevel dist --in-place            Lower what a bundler has made, with its maps
  downlevel check dist                 Is everything there ES5?

\x1b[1;4mExit codes:\x1b[0m
  0  Every file was lowered
  1  A file could not be read, lowered or written; the others are written all the same
  2  The command makes no sense as it was given; nothing was written

A file is replaced in one step or not at all. A command stands first: after any other argument, and as `./check`,
its name is an input. Every flag can be set in downlevel.toml, downlevel.json or package.json, and a switch that is
on there is turned off by `--no-` before its name.";

/// Turn modern JavaScript into ES5 that behaves the same
///
/// Give one file to see the result on standard output, `-o` to have it in a file, and `--out-dir` for several
/// files or whole folders. What is wrong with a source is reported on standard error.
#[derive(Debug, Parser)]
#[command(name = "downlevel", version, long_version = LONG_VERSION, max_term_width = 100)]
#[command(after_long_help = AFTER_HELP, args_override_self = true)]
#[command(args_conflicts_with_subcommands = true, disable_help_subcommand = true)]
#[command(subcommand_value_name = "COMMAND", override_usage = USAGE)]
pub struct Cli {
    /// What to do, if not to lower the inputs.
    #[command(subcommand)]
    pub command: Option<Subcommand>,

    /// The inputs and what becomes of them.
    #[command(flatten)]
    pub args: Args,
}

const USAGE: &str = "downlevel [OPTIONS] <INPUT>...\n       downlevel <COMMAND>";

/// The version, and the commit where it is known.
const LONG_VERSION: &str = env!("DOWNLEVEL_VERSION");

/// Files to be lowered.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Files, folders and patterns to lower; `-` is standard input
    ///
    /// Of a folder, its `.js`, `.mjs` and `.cjs` files are lowered, those in its folders too. `node_modules`, names
    /// that begin with a dot, what .gitignore and .ignore name, and the folder of `--out-dir` are left out. A pattern
    /// such as 'src/**/*.js' stands in quotes.
    #[arg(value_name = "INPUT", value_hint = ValueHint::AnyPath)]
    pub inputs: Vec<PathBuf>,

    /// Write the result to this file
    #[arg(short = 'o', long, value_name = "FILE", conflicts_with = "out_dir", value_hint = ValueHint::FilePath)]
    pub output: Option<PathBuf>,

    /// Write the results to this folder
    ///
    /// A file keeps its name, and a folder its layout. Folders that are missing are made.
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub out_dir: Option<PathBuf>,

    /// Which files are taken.
    #[command(flatten)]
    pub selection: Selection,

    /// How results are written.
    #[command(flatten)]
    pub results: OutputArgs,

    /// How every file is lowered.
    #[command(flatten)]
    pub settings: Settings,

    /// What is told.
    #[command(flatten)]
    pub messages: Messages,

    /// What is told of the output.
    #[command(flatten)]
    pub report: ReportArgs,

    /// Where more flags come from.
    #[command(flatten)]
    pub config: ConfigArgs,

    /// Print what the flags and the configuration file come to, as JSON
    #[arg(long, hide_short_help = true, help_heading = "Configuration")]
    pub print_config: bool,

    /// The configuration files that were read.
    #[arg(skip)]
    pub configurations: Vec<PathBuf>,
}

impl Args {
    /// Whether there may be many results, none of them on standard output.
    pub fn has_many(&self) -> bool {
        self.out_dir.is_some() || self.results.in_place
    }
}

impl Cli {
    /// How messages are wanted, by commands that have any.
    pub fn messages(&self) -> Option<&Messages> {
        match &self.command {
            None => Some(&self.args.messages),
            Some(Subcommand::Check(args)) => Some(&args.messages),
            Some(Subcommand::Helpers(_) | Subcommand::Completions(_) | Subcommand::Man(_)) => None,
        }
    }
}

/// The command line as clap knows it, with the `--no-…` of each switch.
pub fn command() -> Command {
    let command = Cli::command();
    let names: Vec<String> = command.get_subcommands().map(|command| command.get_name().to_owned()).collect();
    names.into_iter().fold(with_negations(command), |command, name| command.mut_subcommand(name, with_negations))
}

/// `--no-spec` for `--spec`, and `--gitignore` for `--no-gitignore`.
fn with_negations(command: Command) -> Command {
    let needs_no_value = |arg: &Arg| arg.get_num_args().is_some_and(|range| range.min_values() == 0);
    let is_switch = |arg: &&Arg| matches!(arg.get_action(), ArgAction::SetTrue) || needs_no_value(arg);
    let switches: Vec<String> =
        command.get_arguments().filter(is_switch).filter_map(Arg::get_long).map(str::to_owned).collect();
    let is_taken = |command: &Command, name: &str| command.get_arguments().any(|arg| arg.get_long() == Some(name));
    switches.into_iter().fold(command, |command, name| {
        let negation = name.strip_prefix("no-").map_or_else(|| format!("no-{name}"), str::to_owned);
        if is_taken(&command, &negation) {
            return command;
        }
        let id = name.replace('-', "_");
        command.arg(Arg::new(&negation).long(negation).action(ArgAction::SetTrue).hide(true).overrides_with(id))
    })
}
