//! The flags that say how sources are read and lowered.

use std::path::PathBuf;

use clap::{
    ValueEnum,
    builder::{PossibleValue, PossibleValuesParser},
};
use downlevel::{Assumptions, Compact, Helpers, Interop, Modules, SourceType, Unsupported};

use super::{MapArgs, SourceMaps};

/// Behind the name of an assumption that is not made.
pub const TAKEN_BACK: &str = "=false";

/// How every file is lowered.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Lowering")]
pub struct Settings {
    /// How sources are parsed
    #[arg(long, value_name = "TYPE", value_enum, default_value_t)]
    pub source_type: SourceTypeArg,

    /// What becomes of `import` and `export`
    #[arg(long, value_name = "FORM", value_enum, default_value_t)]
    pub modules: ModulesArg,

    /// What the default import of a module is, where imports become `require` and the like
    #[arg(long, value_name = "HABIT", value_enum, default_value_t, hide_short_help = true)]
    pub interop: InteropArg,

    /// A module whose only export is the default one is that value: `module.exports = exports.default`
    ///
    /// For CommonJS, AMD, UMD and IIFE.
    #[arg(long, hide_short_help = true)]
    pub module_exports: bool,

    /// The name by which AMD, UMD and SystemJS know the module
    #[arg(long, value_name = "NAME", hide_short_help = true)]
    pub module_name: Option<String>,

    /// The global that holds the exports in a page, for `umd` and `iife`
    #[arg(long, value_name = "NAME", hide_short_help = true)]
    pub global_name: Option<String>,

    /// The globals that hold imported modules in a page, for `umd` and `iife`: react=React; several by commas
    #[arg(long, value_name = "MODULE=GLOBAL", value_delimiter = ',', hide_short_help = true, value_parser = global)]
    pub globals: Vec<(String, String)>,

    /// Where source maps go
    #[arg(long, value_name = "WHERE", value_enum, default_value_t)]
    #[arg(default_value_if("in_place", "true", "same"))]
    pub source_maps: SourceMaps,

    /// Where the runtime helpers come from: inline, external or external=MODULE
    ///
    /// `inline` puts those that a file needs into the file. `external` loads them from the module
    /// `downlevel/helpers`, `external=MODULE` from a module of your own; `downlevel helpers` prints that module.
    /// `external=./FILE` is a file among the results, which the run writes.
    #[arg(long, value_name = "FROM", value_parser = helpers, default_value = "inline")]
    pub helpers: Helpers,

    /// What is taken for granted of the code, for shorter and faster output; several by commas
    #[arg(long, value_name = "NAME", value_delimiter = ',', hide_possible_values = true, long_help = assumptions())]
    #[arg(value_parser = PossibleValuesParser::new(assumption_values()))]
    pub assume: Vec<String>,

    /// Whether the output has no whitespace but what it needs
    ///
    /// Nothing is renamed, and legal comments stay. With `auto`, a source that is minified stays so.
    #[arg(long, value_name = "WHEN", value_enum, default_value_t, hide_short_help = true)]
    #[arg(num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    pub compact: CompactArg,

    /// Write nothing but ASCII: other characters become escapes
    #[arg(long, hide_short_help = true)]
    pub ascii: bool,

    /// Make `typeof` know the symbols of a polyfill, which are objects
    #[arg(long, hide_short_help = true)]
    pub typeof_symbols: bool,

    /// Keep also what costs everywhere for the sake of a rare program
    ///
    /// It turns off what `--assume` takes for granted by default. Every read of a binding that may come before its
    /// declaration has run is checked then, also from closures.
    #[arg(long)]
    pub spec: bool,

    /// What becomes of what ES5 cannot do, such as lookbehind in a regular expression
    ///
    /// README.md lists what that is. With `runtime`, each place gets a warning.
    #[arg(long, value_name = "WHAT", value_enum, default_value_t, hide_short_help = true)]
    pub unsupported: UnsupportedArg,

    /// The name of what comes by standard input, in messages and source maps
    ///
    /// Its extension counts for `--source-type auto`. The file is not opened.
    #[arg(long, value_name = "NAME", hide_short_help = true)]
    pub stdin_filename: Option<PathBuf>,

    /// What source maps hold.
    #[command(flatten)]
    pub maps: MapArgs,
}

/// The help of `--assume`.
fn assumptions() -> String {
    let is_on = |name: &&&str| Assumptions::ON_BY_DEFAULT.contains(name);
    let promised: Vec<_> = Assumptions::NAMES.iter().filter(|name| !is_on(name)).copied().collect();
    format!(
        "What is taken for granted of the code, for shorter and faster output; several by commas\n\n\
         The names are Babel's, where it has them. Each gives something up: docs/command-line.md says what.\n\n\
         - {}\n\nThese are on; `NAME=false` turns one off, `--spec` all of them:\n\n- {}",
        promised.join("\n- "),
        Assumptions::ON_BY_DEFAULT.join("\n- ")
    )
}

/// `NAME`, and `NAME=false` to take it back.
fn assumption_values() -> Vec<PossibleValue> {
    let names = Assumptions::NAMES.iter().map(|name| PossibleValue::new(*name));
    let taken_back = Assumptions::NAMES.iter().map(|name| PossibleValue::new(format!("{name}{TAKEN_BACK}")).hide(true));
    names.chain(taken_back).collect()
}

impl Settings {
    /// The file of the helpers, where `--helpers external=./FILE` says that it lies among the results.
    pub fn helpers_file(&self) -> Option<&str> {
        match &self.helpers {
            Helpers::External(module) if module.starts_with("./") || module.starts_with("../") => Some(module),
            _ => None,
        }
    }

    /// The global of a page that holds the helpers.
    pub fn global_of_helpers(&self) -> Option<&str> {
        let Helpers::External(helpers) = &self.helpers else { return None };
        self.globals.iter().find(|(module, _)| module == helpers).map(|(_, global)| global.as_str())
    }

    /// What is taken for granted after `--assume`.
    pub fn assumptions(&self) -> Assumptions {
        let mut assumptions = Assumptions::default();
        for text in &self.assume {
            let (name, is_on) = text.strip_suffix(TAKEN_BACK).map_or((text.as_str(), true), |name| (name, false));
            if let Some(assumption) = assumptions.by_name(name) {
                *assumption = is_on;
            }
        }
        assumptions
    }
}

/// `--source-type`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum SourceTypeArg {
    /// `.mjs` is a module, `.cjs` CommonJS; else `import` or `export` makes a module, a free `require`, `module` or
    /// `exports` CommonJS
    #[default]
    Auto,
    /// As scripts, which share what they declare at their top
    Script,
    /// As CommonJS modules: `return` may stand at the top, and what is declared there belongs to the file
    #[value(name = "commonjs")]
    CommonJs,
    /// As modules
    Module,
}

impl From<SourceTypeArg> for SourceType {
    fn from(arg: SourceTypeArg) -> Self {
        match arg {
            SourceTypeArg::Auto => Self::Auto,
            SourceTypeArg::Script => Self::Script,
            SourceTypeArg::CommonJs => Self::CommonJs,
            SourceTypeArg::Module => Self::Module,
        }
    }
}

/// `--interop`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum InteropArg {
    /// What `require` gives, unless it says by `__esModule` that it was a module
    #[default]
    Babel,
    /// What `require` gives, as Node does it
    Node,
    /// The property `default` of what `require` gives
    None,
}

impl From<InteropArg> for Interop {
    fn from(arg: InteropArg) -> Self {
        match arg {
            InteropArg::Babel => Self::Babel,
            InteropArg::Node => Self::Node,
            InteropArg::None => Self::None,
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
    /// `define`, for RequireJS and its like
    Amd,
    /// For AMD, CommonJS and pages at once
    Umd,
    /// A function that is called at once, for a page
    Iife,
    /// `System.register`, for SystemJS
    System,
    /// None: the module becomes a script with plain declarations
    None,
}

impl ModulesArg {
    /// Whether Node loads the results by `require`.
    pub fn is_loaded_by_require(self) -> bool {
        matches!(self, Self::CommonJs | Self::Umd)
    }
}

impl From<ModulesArg> for Modules {
    fn from(arg: ModulesArg) -> Self {
        match arg {
            ModulesArg::Preserve => Self::Preserve,
            ModulesArg::CommonJs => Self::CommonJs,
            ModulesArg::Amd => Self::Amd,
            ModulesArg::Umd => Self::Umd,
            ModulesArg::Iife => Self::Iife,
            ModulesArg::System => Self::System,
            ModulesArg::None => Self::None,
        }
    }
}

/// `--compact`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum CompactArg {
    /// As the source is: what is minified stays so
    #[default]
    Auto,
    /// Always
    True,
    /// Never
    False,
}

impl From<CompactArg> for Compact {
    fn from(arg: CompactArg) -> Self {
        match arg {
            CompactArg::Auto => Self::Auto,
            CompactArg::True => Self::Always,
            CompactArg::False => Self::Never,
        }
    }
}

/// `--unsupported`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum UnsupportedArg {
    /// The file is refused
    #[default]
    Error,
    /// It is left to the engine: a pattern becomes `new RegExp(source, flags)`, which throws when it is reached
    Runtime,
}

impl From<UnsupportedArg> for Unsupported {
    fn from(arg: UnsupportedArg) -> Self {
        match arg {
            UnsupportedArg::Error => Self::Error,
            UnsupportedArg::Runtime => Self::Runtime,
        }
    }
}

/// The module that `--helpers external` loads.
const HELPERS_MODULE: &str = "downlevel/helpers";

fn global(text: &str) -> Result<(String, String), &'static str> {
    let (module, name) = text.rsplit_once('=').ok_or("expected MODULE=GLOBAL, as in react=React")?;
    Ok((module.to_owned(), name.to_owned()))
}

fn helpers(text: &str) -> Result<Helpers, &'static str> {
    match text.split_once('=') {
        None if text == "inline" => Ok(Helpers::Inline),
        None if text == "external" => Ok(Helpers::External(HELPERS_MODULE.to_owned())),
        Some(("external", "")) => Err("the name of the module is missing after `external=`"),
        Some(("external", module)) => Ok(Helpers::External(module.to_owned())),
        _ => Err("expected `inline`, `external` or `external=MODULE`"),
    }
}
