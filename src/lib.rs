//! ES2018 JavaScript in, ES5 JavaScript that behaves the same out.
//!
//! ```
//! use downlevel::{Options, transform};
//!
//! let output = transform("var max = (...xs) => Math.max(...xs);", &Options::default())?;
//! assert!(output.code.contains("Math.max.apply(Math"));
//! # Ok::<(), downlevel::Errors>(())
//! ```
//!
//! [`transform`] takes source text; [`lower_program`] takes a tree that a bundler holds already.
//! Both are pure functions: the same input gives the same output, on any thread, with no global state.

#![warn(missing_docs)]

mod assumptions;
mod build;
mod check;
mod diagnostic;
mod feature;
mod helpers;
mod keywords;
mod lower;
mod modules;
mod nesting;
mod options;
mod parens;
mod parse;
mod pipeline;
mod print;
mod scope;
mod source_map_url;
mod syntax_error;

pub use assumptions::Assumptions;
pub use check::{Finding, check};
pub use diagnostic::{Diagnostic, Errors, Label, Severity};
pub use feature::Feature;
pub use helpers::{HelperModule, helper_module};
pub use options::{Helpers, Modules, Options, SourceType};
pub use pipeline::{Lowering, Output, lower_program, transform};
pub use source_map_url::source_mapping_url;
