//! The `downlevel` command. All of it is in [`cli`]; what it does to a source is the library's.

#![deny(clippy::print_stdout, clippy::print_stderr)]

mod cli;

use std::process::ExitCode;

/// Trees are many small boxes: with the system's allocator a third of the time goes into making and dropping them.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    cli::run(std::env::args_os())
}
