//! The `downlevel` command, run as users run it.
//!
//! Sources are ES5 or broken, so that nothing here depends on how something is lowered.

#![cfg(feature = "cli")]

mod check;
mod commands;
mod config;
mod conflicts;
mod diagnostics;
mod files;
mod folders;
mod help;
mod in_place;
mod input_maps;
mod limits;
mod messages;
mod misuse;
mod node_packages;
mod options;
mod report;
mod robustness;
mod selection;
mod source_maps;
mod streams;
mod support;
mod terminal;
mod watch;
