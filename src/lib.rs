//! Modern JavaScript in, ES5 JavaScript that behaves the same out.
//!
//! ```
//! use downlevel::{Options, transform};
//!
//! let output = transform("var max = (...xs) => Math.max(...xs);", &Options::default())?;
//! assert!(output.code.contains("Math.max.apply(Math"));
//! # Ok::<(), downlevel::Errors>(())
//! ```
//!
//! [`transform`] takes source text, [`check`] finds what is newer than ES5. [`Options`] says everything that can be
//! chosen, [`Errors`] everything that is wrong with a source.
//!
//! # For a bundler
//! A module goes through [`transform`] when it is loaded, on any thread. `import` and `export` stay for the bundler to read
//! ([`Modules::Preserve`], the default), and so does what only a bundler knows the meaning of, such as `import()` and
//! `import.meta`. The helpers come from a module that the bundler resolves, so that all modules share one copy; it shakes.
//!
//! ```
//! use downlevel::{HelperModule, Helpers, Options, Output, SourceType, helper_module, transform};
//!
//! /// What a loader gives for a module. `map` is what the tools before have made.
//! fn load(path: &str, source: &str, map: Option<String>) -> Result<Output, downlevel::Errors> {
//!     if path == "downlevel/helpers" {
//!         let options = Options { source_type: SourceType::Module, ..Options::default() };
//!         return transform(&helper_module(HelperModule::EsModule), &options);
//!     }
//!     transform(source, &Options {
//!         filename: path.into(),
//!         source_type: SourceType::Module,
//!         source_map: true,
//!         input_source_map: map,
//!         helpers: Helpers::External("downlevel/helpers".into()),
//!         ..Options::default()
//!     })
//! }
//!
//! let output = load("src/a.js", "export const max = (...xs) => Math.max(...xs, 0);", None)?;
//! assert!(output.code.starts_with("import { toArray as _toArray } from \"downlevel/helpers\";\n"));
//! assert!(output.map.is_some_and(|map| map.contains("src/a.js")));
//! assert!(output.required_builtins.is_empty() && output.warnings.is_empty());
//!
//! // Everything that is wrong is data: a code, and places in bytes, characters and UTF-16.
//! let errors = load("src/b.js", "let a;\nlet a;", None).unwrap_err();
//! let error = errors.iter().next().unwrap();
//! assert_eq!(error.code.name(), "redeclared");
//! assert_eq!((error.primary.line, error.primary.column, error.primary.range.clone()), (2, 5, 11..12));
//! assert_eq!(error.related[0].line, 1);
//! # Ok::<(), downlevel::Errors>(())
//! ```
//!
//! - [`Options::rename_modules`] gives modules other names, [`Options::assumptions`] makes the output shorter.
//! - [`Output::required_builtins`] says which polyfills the output needs beyond what the source uses itself.
//! - A bundler that emits the modules itself lowers its chunks instead, each as a whole: [`check`] makes sure that nothing is
//!   left. One that holds trees of swc takes `swc::lower_program` (feature `swc`).
//!
//! # Features
//! - `cli` (default): the command. Libraries leave it out by `default-features = false`.
//! - `serde`: `Options` and `CheckOptions` from and to JSON; what is found to JSON.
//! - `swc`: `swc::lower_program`, for who holds a tree of swc already. Off unless asked for, since swc's crates break often:
//!   what is behind it may change with minor versions.
//!
//! # What holds
//! - **Deterministic.** The output depends on the source and the options, and on nothing else: no time, no random order,
//!   no environment, no files.
//! - **Thread-safe.** All functions can be called on many threads at once, and all types be sent between them. No call
//!   sees anything of another one: there is no state to set up or to share.
//! - **No panics.** A source that can't be lowered is an [`Errors`], however it is broken and however deeply it nests.
//! - **ES5 or an error.** Nothing newer reaches the output in silence; `import` and `export` do if [`Modules::Preserve`]
//!   asks for it.
//!
//! # Examples
//! In the repository, each to be run with `cargo run --example NAME`:
//! - `transform`: text to text, with what there is to say
//! - `loader`: a bundler's loader, with one copy of the helpers for several modules
//! - `program` (with `--features swc`): parse and print with swc, lower the tree between
//! - `source_maps`: TypeScript → esbuild → downlevel, with one map to the TypeScript

#![warn(missing_docs)]

mod assumptions;
mod ast;
mod build;
mod check;
mod code;
mod code_string;
mod diagnostic;
mod foreign;
mod helpers;
mod label;
mod lower;
mod modules;
mod nesting;
mod options;
mod parens;
mod parse;
mod pipeline;
mod positions;
mod print;
mod problem;
mod rename_modules;
mod scope;
mod source_map_url;
#[cfg(feature = "swc")]
pub mod swc;
mod syntax;
mod syntax_error;

pub use assumptions::Assumptions;
pub use check::{CheckOptions, Finding, check};
pub use code::Code;
pub use diagnostic::{Diagnostic, Errors, Severity};
pub use helpers::{HelperModule, helper_module};
pub use label::Label;
pub use options::{Compact, Helpers, Interop, Modules, Options, SourceType, Unsupported};
pub use pipeline::{Output, transform};
pub use rename_modules::RenameModules;
pub use source_map_url::source_mapping_url;
pub use syntax::feature::Feature;
