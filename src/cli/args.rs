//! What can be typed. The comments on [`Args`] and [`Settings`] are the help page.

mod maps;

use std::path::PathBuf;

use clap::{Parser, ValueEnum};
use downlevel::{Helpers, Modules, SourceType};

pub use maps::{InputSourceMap, MapArgs};

const AFTER_HELP: &str = "\
\x1b[1;4mExamples:\x1b[0m
  downlevel app.js                     Show app.js as ES5
  downlevel app.js -o app.es5.js       Write it to a file
  downlevel src --out-dir dist         Lower a folder: src/ui/menu.js becomes dist/ui/menu.js
  downlevel src --out-dir dist --source-maps external
                                       The same, with dist/ui/menu.js.map for the debugger
  downlevel - --stdin-filename app.mjs < app.mjs
                                       Lower what comes in by a pipe

\x1b[1;4mExit codes:\x1b[0m
  0  Every file was lowered
  1  A file could not be read, lowered or written; the others are written all the same
  2  The command makes no sense as it was given; nothing was written

A file is replaced in one step or not at all. Set NO_COLOR to have messages without colour.";

/// Turn ES2018 JavaScript into ES5 that behaves the same
///
/// Give one file to see the result on standard output, `-o` to have it in a file, and `--out-dir` for several
/// files or whole folders. What is wrong with a source is reported on standard error.
#[derive(Debug, Parser)]
#[command(name = "downlevel", version, max_term_width = 100, after_long_help = AFTER_HELP)]
pub struct Args {
    /// Files and folders to lower; `-` is standard input
    ///
    /// Of a folder, its `.js`, `.mjs` and `.cjs` files are lowered, those in its folders too. `node_modules` and
    /// names that begin with a dot are left out, and so is the folder of `--out-dir`.
    #[arg(value_name = "INPUT", required = true)]
    pub inputs: Vec<PathBuf>,

    /// Write the result to this file
    #[arg(short = 'o', long, value_name = "FILE", conflicts_with = "out_dir")]
    pub output: Option<PathBuf>,

    /// Write the results to this folder
    ///
    /// A file keeps its name, and a folder its layout. Folders that are missing are made.
    #[arg(long, value_name = "DIR")]
    pub out_dir: Option<PathBuf>,

    /// How every file is lowered.
    #[command(flatten)]
    pub settings: Settings,
}

/// How every file is lowered.
#[derive(Debug, clap::Args)]
pub struct Settings {
    /// How sources are parsed
    #[arg(long, value_name = "TYPE", value_enum, default_value_t)]
    pub source_type: SourceTypeArg,

    /// What becomes of `import` and `export`
    #[arg(long, value_name = "FORM", value_enum, default_value_t)]
    pub modules: ModulesArg,

    /// Where source maps go
    #[arg(long, value_name = "WHERE", value_enum, default_value_t)]
    pub source_maps: SourceMaps,

    /// Where the runtime helpers come from: inline, external or external=MODULE
    ///
    /// `inline` puts those that a file needs into the file. `external` loads them from the module
    /// `downlevel/helpers`, `external=MODULE` from a module of your own.
    #[arg(long, value_name = "FROM", value_parser = helpers, default_value = "inline")]
    pub helpers: Helpers,

    /// The name of what comes by standard input, in messages and source maps
    ///
    /// Its extension counts for `--source-type auto`. The file is not opened.
    #[arg(long, value_name = "NAME")]
    pub stdin_filename: Option<PathBuf>,

    /// What source maps hold.
    #[command(flatten)]
    pub maps: MapArgs,
}

/// `--source-type`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum SourceTypeArg {
    /// `.mjs` is a module, `.cjs` a script; anything else is a module if it has `import` or `export`
    #[default]
    Auto,
    /// As scripts
    Script,
    /// As modules
    Module,
}

impl From<SourceTypeArg> for SourceType {
    fn from(arg: SourceTypeArg) -> Self {
        match arg {
            SourceTypeArg::Auto => Self::Auto,
            SourceTypeArg::Script => Self::Script,
            SourceTypeArg::Module => Self::Module,
        }
    }
}

/// `--modules`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum ModulesArg {
    /// They become `require` and `exports`
    #[default]
    #[value(name = "commonjs")]
    CommonJs,
    /// They stay, for a bundler that reads the result
    Preserve,
}

impl From<ModulesArg> for Modules {
    fn from(arg: ModulesArg) -> Self {
        match arg {
            ModulesArg::Preserve => Self::Preserve,
            ModulesArg::CommonJs => Self::CommonJs,
        }
    }
}

/// `--source-maps`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum SourceMaps {
    /// None are made
    #[default]
    None,
    /// Into a file beside the result: `app.js.map` for `app.js`
    External,
    /// Into the result itself
    Inline,
}

/// The module that `--helpers external` loads.
const HELPERS_MODULE: &str = "downlevel/helpers";

fn helpers(text: &str) -> Result<Helpers, &'static str> {
    match text.split_once('=') {
        None if text == "inline" => Ok(Helpers::Inline),
        None if text == "external" => Ok(Helpers::External(HELPERS_MODULE.to_owned())),
        Some(("external", "")) => Err("the name of the module is missing after `external=`"),
        Some(("external", module)) => Ok(Helpers::External(module.to_owned())),
        _ => Err("expected `inline`, `external` or `external=MODULE`"),
    }
}
