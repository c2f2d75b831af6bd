//! The commands beside lowering.

use std::path::PathBuf;

use clap::{ValueEnum, ValueHint};
use clap_complete::Shell;
use downlevel::HelperModule;

use super::{ConfigArgs, Messages, Selection, SourceTypeArg, lowering::ModulesArg};

/// What to do.
#[derive(Debug, clap::Subcommand)]
pub enum Subcommand {
    /// Say whether files are ES5, and which newer syntax they hold
    Check(CheckArgs),
    /// Print the module of runtime helpers, for `--helpers external`
    Helpers(HelpersArgs),
    /// Print the completions of a shell
    Completions(CompletionsArgs),
    /// Print a manual page
    Man(ManArgs),
}

const AFTER_CHECK: &str = "\
\x1b[1;4mExamples:\x1b[0m
  downlevel check dist                          Is everything there ES5?
  downlevel check dist --modules preserve       The same for what a bundler will read
  downlevel check dist --diagnostics-format json --max-errors 0
                                                Every place, for other programs

\x1b[1;4mExit codes:\x1b[0m
  0  All files are ES5
  1  One is not, or could not be read
  2  The command makes no sense as it was given";

/// Say whether files are ES5, and which newer syntax they hold
///
/// Of each file, the first place of each piece of newer syntax is shown, with the edition that it is from; all places
/// with `--verbose`. Only syntax is judged: which built-ins the code uses, such as Promise, is another matter.
#[derive(Debug, clap::Args)]
#[command(after_long_help = AFTER_CHECK, args_override_self = true)]
pub struct CheckArgs {
    /// Files and folders to check; `-` is standard input
    ///
    /// Without any, the `outDir` of the configuration is checked, or the current folder.
    #[arg(value_name = "PATH", value_hint = ValueHint::AnyPath)]
    pub paths: Vec<PathBuf>,

    /// How sources are parsed
    #[arg(long, value_name = "TYPE", value_enum, default_value_t)]
    pub source_type: SourceTypeArg,

    /// What is thought of `import` and `export`: `preserve` lets them pass
    #[arg(long, value_name = "FORM", value_enum, default_value_t)]
    pub modules: ModulesArg,

    /// Which files are taken.
    #[command(flatten)]
    pub selection: Selection,

    /// What is told.
    #[command(flatten)]
    pub messages: Messages,

    /// Where more flags come from.
    #[command(flatten)]
    pub config: ConfigArgs,
}

/// Print the module of runtime helpers, for `--helpers external`
#[derive(Debug, clap::Args)]
pub struct HelpersArgs {
    /// How the module exports
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t)]
    pub format: HelperFormat,
}

/// `--format` of `downlevel helpers`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum HelperFormat {
    /// By `exports`
    #[default]
    Cjs,
    /// By `export`
    Esm,
}

impl From<HelperFormat> for HelperModule {
    fn from(format: HelperFormat) -> Self {
        match format {
            HelperFormat::Cjs => Self::CommonJs,
            HelperFormat::Esm => Self::EsModule,
        }
    }
}

/// Print the completions of a shell
#[derive(Debug, clap::Args)]
pub struct CompletionsArgs {
    /// The shell
    #[arg(value_name = "SHELL", value_enum)]
    pub shell: Shell,
}

/// Print a manual page
///
/// To read it: `downlevel man | man -l -`.
#[derive(Debug, clap::Args)]
pub struct ManArgs {
    /// The command that the page is about, such as check
    #[arg(value_name = "COMMAND")]
    pub command: Option<String>,
}
