//! The `downlevel` command. All of it is in [`cli`]; what it does to a source is the library's.

#![deny(clippy::print_stdout, clippy::print_stderr)]

mod cli;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::run(std::env::args_os())
}
