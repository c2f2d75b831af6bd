//! Every choice a caller has.

use std::collections::BTreeMap;

use crate::{assumptions::Assumptions, rename_modules::RenameModules};

/// How one file is lowered. Plain data: take [`Options::default`] and change what you need. Minor versions add fields, so
/// that `..Options::default()` has to stand at the end, even if nothing is left for it to give.
///
/// ```
/// use downlevel::{Options, SourceType};
///
/// let options = Options { filename: "src/app.js".into(), source_type: SourceType::Script, ..Options::default() };
/// assert!(!options.source_map);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(default, rename_all = "camelCase", deny_unknown_fields))]
pub struct Options {
    /// The name that diagnostics and the source map give the source. It is not opened; its extension counts for
    /// [`SourceType::Auto`]. Default: `input.js`.
    pub filename: String,
    /// Whether the source is a script, a CommonJS module or an ES module. Default: [`SourceType::Auto`].
    pub source_type: SourceType,
    /// What becomes of `import` and `export`. Default: [`Modules::Preserve`].
    pub modules: Modules,
    /// The name by which AMD, UMD and SystemJS know the module. Default: `None`, it is known by its file.
    pub module_name: Option<String>,
    /// The global that holds the exports in a page, for UMD and IIFE: `Name` or `my.name`. Default: `None`.
    pub global_name: Option<String>,
    /// The globals that hold imported modules in a page, by their specifiers, for UMD and IIFE: `React` for `react`.
    pub globals: BTreeMap<String, String>,
    /// Whether to make a source map (version 3). Default: `false`.
    pub source_map: bool,
    /// The map of the source itself, as JSON: plain or with `sections`. The new map goes through it, so that
    /// TypeScript → another tool → downlevel leads back to the TypeScript. Its sources are named from where the file
    /// is: with `filename: "../src/app.js"`, its `app.ts` becomes `../src/app.ts`. Default: `None`.
    ///
    /// [`source_mapping_url`](crate::source_mapping_url) tells where a source says that its map is. Without
    /// [`Options::source_map`] it is not read.
    pub input_source_map: Option<String>,
    /// `sourceRoot` of the source map: what its readers put before the names of sources. Default: `None`.
    pub source_root: Option<String>,
    /// Whether the source map holds the texts of its sources. Default: `true`.
    pub sources_content: bool,
    /// What an import from a module that was CommonJS from the start gets, in CommonJS, AMD, UMD and IIFE. Default:
    /// [`Interop::Babel`].
    pub interop: Interop,
    /// Other names for the modules that the file loads. Default: `None`. Files and commands cannot say it.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub rename_modules: Option<RenameModules>,
    /// Whether a module whose only export is the default one is that value: `module.exports = exports.default`, in CommonJS,
    /// AMD, UMD and IIFE. Default: `false`.
    ///
    /// A function that nothing reassigns is there before the module requires others. Of anything else, who requires the
    /// module in a circle, before it has run, gets the object of its exports as otherwise. What is assigned to the
    /// exported variable later is seen by those only.
    pub module_exports: bool,
    /// Where the runtime helpers come from. Default: [`Helpers::Inline`].
    pub helpers: Helpers,
    /// Whether the output has no whitespace but what it needs. Default: [`Compact::Auto`].
    pub compact: Compact,
    /// Whether the output is ASCII: other characters become escapes, in comments too. Default: `false`.
    pub ascii_only: bool,
    /// Whether `typeof` knows symbols that a polyfill has made, which are objects. Default: `false`.
    ///
    /// As `@babel/plugin-transform-typeof-symbol`: `typeof x` calls a helper, unless it is compared with a type that neither symbols
    /// nor objects have.
    pub typeof_symbols: bool,
    /// Whether to keep also what costs size or speed everywhere for the sake of a rare program. Default: `false`.
    ///
    /// It turns off all assumptions that are on by default ([`Assumptions::ON_BY_DEFAULT`]), whatever
    /// [`Options::assumptions`] says of them. To keep only some of it, turn single ones off there.
    pub spec: bool,
    /// What becomes of what ES5 cannot do. Default: [`Unsupported::Error`].
    pub unsupported: Unsupported,
    /// What is taken for granted of the code. Default: what next to no program breaks.
    pub assumptions: Assumptions,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            filename: "input.js".into(),
            source_type: SourceType::default(),
            modules: Modules::default(),
            module_name: None,
            global_name: None,
            globals: BTreeMap::new(),
            source_map: false,
            input_source_map: None,
            source_root: None,
            sources_content: true,
            interop: Interop::default(),
            rename_modules: None,
            module_exports: false,
            helpers: Helpers::default(),
            compact: Compact::default(),
            ascii_only: false,
            typeof_symbols: false,
            spec: false,
            unsupported: Unsupported::default(),
            assumptions: Assumptions::default(),
        }
    }
}

impl Options {
    /// What counts of [`Options::assumptions`].
    pub(crate) fn assumed(&self) -> Assumptions {
        if self.spec { self.assumptions.promised() } else { self.assumptions }
    }
}

/// What a source is parsed as, and who else sees what it declares at its top
/// ([ECMAScript §10.1 and §15](https://tc39.es/ecma262/2018/#sec-ecmascript-language-scripts-and-modules)).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "lowercase"))]
#[non_exhaustive]
pub enum SourceType {
    /// What the extension of [`Options::filename`] and the source say:
    /// - a module if the extension is `.mjs`, CommonJS if it is `.cjs`;
    /// - else a module if there is an `import` or `export` declaration;
    /// - else CommonJS if there is a `require`, `module` or `exports` that the file does not declare, unless `typeof`
    ///   asks whether it is there: such a file is written to run as a script, too;
    /// - else a script.
    #[default]
    Auto,
    /// A script: sloppy unless it says `"use strict"`, with HTML-like comments. All scripts of a page share what they
    /// declare at their top.
    Script,
    /// The body of the function that CommonJS puts around a file: as a script, but `return` and `new.target` may stand at
    /// the top, and what is declared there belongs to the file alone.
    CommonJs,
    /// A module: strict, with `import` and `export`.
    Module,
}

impl SourceType {
    /// `Auto` as far as the extension of the file decides it.
    pub(crate) fn of_file(self, filename: &str) -> Self {
        match (self, filename.rsplit_once('.')) {
            (Self::Auto, Some((_, "mjs"))) => Self::Module,
            (Self::Auto, Some((_, "cjs"))) => Self::CommonJs,
            (given, _) => given,
        }
    }
}

/// What becomes of `import` and `export`.
///
/// The library preserves them unless told otherwise, the command does not: who calls the library is a bundler as a rule, which
/// reads them after it, and what the command writes is run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "lowercase"))]
#[non_exhaustive]
pub enum Modules {
    /// They stay as they are, for a bundler that reads the output; everything else is ES5.
    #[default]
    Preserve,
    /// They become `require` and `exports`.
    CommonJs,
    /// `define(["exports", …], function (exports, …) { … })`, for RequireJS and its like.
    Amd,
    /// A module for AMD, CommonJS and pages at once.
    Umd,
    /// A function that is called at once, for a page: what the file declares is no global. The exports are those of
    /// [`Options::global_name`]. Scripts stay scripts.
    Iife,
    /// `System.register`, for SystemJS: the one format that takes `await` at the top of a module.
    System,
    /// The module becomes a script, and its exports are plain declarations: for CloudFront Functions and the like.
    /// Imports are refused.
    None,
}

/// What `import` gets from a module that was CommonJS from the start, where imports are loaded as such (CommonJS, AMD, UMD,
/// IIFE). The names are those of Babel's `importInterop`. SystemJS, and what reads modules that stay modules, decide that
/// themselves.
///
/// ```
/// use downlevel::{Interop, Modules, Options, transform};
///
/// let options = Options { modules: Modules::CommonJs, interop: Interop::Node, ..Options::default() };
/// let output = transform("import a from \"a\"; a();", &options)?;
/// assert_eq!(output.code, "\"use strict\";\nvar _a = require(\"a\");\n_a();\n");
/// # Ok::<(), downlevel::Errors>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "lowercase"))]
#[non_exhaustive]
pub enum Interop {
    /// `__esModule` tells: the exports of a module that was lowered are those of the module. Of any other one, what
    /// `require` gives is the default import.
    #[default]
    Babel,
    /// As Node reads CommonJS: what `require` gives is the default import, whatever it says of itself, and the `default` of
    /// the namespace.
    Node,
    /// All modules were lowered: the default import is the property `default`, the namespace the object of exports.
    None,
}

/// Whether the output has no whitespace but what it needs, and no semicolon before a `}`. Nothing is renamed or spelled
/// otherwise, and legal comments stay. Each statement at the top has a line of its own.
///
/// ```
/// use downlevel::{Compact, Options, transform};
///
/// let options = Options { compact: Compact::Always, ..Options::default() };
/// let output = transform("const f = x => {\n  return x + 1;\n};", &options)?;
/// assert_eq!(output.code, "var f=function(x){return x+1};\n");
/// # Ok::<(), downlevel::Errors>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Compact {
    /// As the source is: one that is minified stays so. That is a source of 500 bytes and more with more than eight
    /// semicolons and closing braces for each line. In files, `"auto"`.
    #[default]
    Auto,
    /// Always. In files, `true`.
    Always,
    /// Never. In files, `false`.
    Never,
}

impl Compact {
    /// For the output of a source.
    pub(crate) fn applies_to(self, source: &str) -> bool {
        let count = |byte| memchr::memchr_iter(byte, source.as_bytes()).count();
        match self {
            Self::Auto => {
                source.len() >= SMALLEST_MINIFIED && count(b'\n') * ENDS_OF_A_LINE < count(b';') + count(b'}')
            }
            Self::Always => true,
            Self::Never => false,
        }
    }
}

/// Less than this may have been written on a line by hand.
const SMALLEST_MINIFIED: usize = 500;

/// Minified code has more ends of statements and blocks for each of its lines.
const ENDS_OF_A_LINE: usize = 8;

/// How files spell [`Compact`]: `"auto"` or a boolean.
#[cfg(feature = "serde")]
mod compact {
    use std::fmt;

    use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

    use super::Compact;

    impl Serialize for Compact {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            match self {
                Self::Auto => serializer.serialize_str("auto"),
                Self::Always => serializer.serialize_bool(true),
                Self::Never => serializer.serialize_bool(false),
            }
        }
    }

    impl<'de> Deserialize<'de> for Compact {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            deserializer.deserialize_any(Spelling)
        }
    }

    struct Spelling;

    impl de::Visitor<'_> for Spelling {
        type Value = Compact;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("`auto`, true or false")
        }

        fn visit_bool<E: de::Error>(self, value: bool) -> Result<Compact, E> {
            Ok(if value { Compact::Always } else { Compact::Never })
        }

        fn visit_str<E: de::Error>(self, value: &str) -> Result<Compact, E> {
            match value {
                "auto" => Ok(Compact::Auto),
                other => Err(E::custom(format_args!("unknown variant `{other}`, expected `auto`, true or false"))),
            }
        }
    }
}

/// What becomes of what ES5 cannot do: regular expressions with lookbehind, the flag `d`, and a few mixtures of pattern
/// modifiers; global names that ES5 cannot spell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "lowercase"))]
#[non_exhaustive]
pub enum Unsupported {
    /// The file is refused.
    #[default]
    Error,
    /// It is left to the engine that runs the code, which throws where it cannot do it: a pattern becomes
    /// `new RegExp(source, flags)`, a global name is read through the global object. Each place gets a warning.
    Runtime,
}

/// Where the runtime helpers come from: the small ES5 functions that lowered code calls.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "camelCase"))]
#[non_exhaustive]
pub enum Helpers {
    /// Each file carries those it uses.
    #[default]
    Inline,
    /// Files load them from this module, so that a bundle holds one copy:
    /// `require("…")` in scripts and in CommonJS, `import` where modules are preserved, one more dependency in AMD, UMD and
    /// SystemJS, and a global of the page in UMD and IIFE, which [`Options::globals`] names.
    External(String),
}
