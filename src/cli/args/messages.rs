//! The flags that say what is told, and how. All commands that read sources have them.

use std::path::PathBuf;

use anstream::ColorChoice;
use clap::{ValueEnum, builder::PossibleValuesParser, value_parser};
use downlevel::Code;

use super::super::warnings;

/// What is told, and how.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Messages")]
pub struct Messages {
    /// How errors and warnings are written
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t)]
    pub diagnostics_format: Format,

    /// Whether messages have colour
    ///
    /// `auto` is for terminals, and obeys the environment variables NO_COLOR and CLICOLOR_FORCE.
    #[arg(long, value_name = "WHEN", value_enum, default_value_t)]
    pub color: Color,

    /// Leave out warnings of this name, as in `warning[NAME]`; several by commas
    #[arg(long, value_name = "NAME", value_delimiter = ',', hide_short_help = true)]
    #[arg(value_parser = PossibleValuesParser::new(names_of_warnings()))]
    pub no_warn: Vec<String>,

    /// How many errors of a file are told, and how many warnings: 20 unless given, or all with `--verbose`; 0 for all
    ///
    /// A last line says how many more there are. Files that fail for one reason, such as a full disk, count like errors
    /// of one file.
    #[arg(long, value_name = "N", hide_short_help = true)]
    pub max_errors: Option<u32>,

    /// Say nothing but errors
    #[arg(short, long, conflicts_with = "verbose")]
    pub quiet: bool,

    /// Say what is done with each file
    #[arg(short, long)]
    pub verbose: bool,

    /// How many files are worked on at a time: as many as there are processors, unless given
    ///
    /// More than twice as many as that help nobody: they are not started.
    #[arg(short, long, value_name = "N", hide_short_help = true, value_parser = value_parser!(u16).range(1..))]
    pub jobs: Option<u16>,
}

impl Messages {
    /// How many messages of one kind are told of a file.
    pub fn limit(&self) -> usize {
        /// What fits on a screen or two.
        const USUAL: usize = 20;
        match self.max_errors {
            None if self.verbose => usize::MAX,
            None => USUAL,
            Some(0) => usize::MAX,
            Some(limit) => usize::try_from(limit).unwrap_or(usize::MAX),
        }
    }

    /// Whether people want to know what is done step by step.
    pub fn tells_steps(&self) -> bool {
        self.verbose && self.diagnostics_format == Format::Human
    }
}

/// The names of warnings: those of the library, and those of the command.
fn names_of_warnings() -> impl Iterator<Item = &'static str> {
    Code::WARNINGS.iter().map(|code| code.name()).chain(warnings::ALL)
}

/// `--diagnostics-format`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum Format {
    /// For people: the source line with the place marked
    #[default]
    Human,
    /// A line of JSON for each
    Json,
    /// Commands of GitHub Actions, which shows them in the changed files
    Github,
}

/// `--color`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum Color {
    /// On terminals
    #[default]
    Auto,
    /// Into files and pipes, too
    Always,
    /// Not at all
    Never,
}

impl From<Color> for ColorChoice {
    fn from(color: Color) -> Self {
        match color {
            Color::Auto => Self::Auto,
            Color::Always => Self::Always,
            Color::Never => Self::Never,
        }
    }
}

/// `--report` and where it goes.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Messages")]
pub struct ReportArgs {
    /// List the built-ins after ES5 that the output needs at run time, such as Promise
    ///
    /// For each file and in total. On standard output, or on standard error if the code is there already.
    #[arg(long, value_name = "FORMAT", value_enum, num_args = 0..=1, require_equals = true)]
    #[arg(default_missing_value = "human")]
    pub report: Option<ReportFormat>,

    /// Write the report of `--report` to this file
    #[arg(long, value_name = "FILE", requires = "report", hide_short_help = true)]
    #[arg(value_hint = clap::ValueHint::FilePath)]
    pub report_file: Option<PathBuf>,
}

/// `--report`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    /// A line for each file
    Human,
    /// One JSON object
    Json,
}
