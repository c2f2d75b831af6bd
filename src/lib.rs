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
//! - [`Modules::Preserve`], the default, keeps `import` and `export` for the bundler to read.
//! - [`Helpers::External`] and [`helper_module`]: one copy of the helpers for all modules.
//! - [`Options::source_map`] and [`Options::input_source_map`]: maps that lead through the tools before.
//! - [`Diagnostic`] is data: a [`Code`], and a [`Label`] with a byte range, a line, and columns in characters and UTF-16.
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
