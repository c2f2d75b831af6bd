//! Holds downlevel to test262 and to generated programs. Not published.
//!
//! ```text
//! cargo run --release -p conformance                       test262 in ../shared/test262
//! cargo run --release -p conformance -- <checkout>         test262 elsewhere
//! cargo run --release -p conformance -- contexts           every expression in every place
//! cargo run --release -p conformance -- fuzz --seed 7      generated programs
//! cargo run --release -p conformance -- mutate --seed 7    mutated files
//! ```

mod contexts;
#[allow(dead_code, reason = "no polyfills are needed here")]
#[path = "../../tests/support/engine.rs"]
mod engine;
#[path = "../../tests/support/es5.rs"]
mod es5;
mod fuzz;
#[path = "../../tests/support/link.rs"]
mod link;
mod mutate;
mod same_tree;
mod test262;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Holds downlevel to test262 and to generated programs
#[derive(Debug, Parser)]
#[command(args_conflicts_with_subcommands = true)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,

    #[command(flatten)]
    test262: test262::Test262Args,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Run test262 (this is also done without a command)
    Test262(test262::Test262Args),
    /// Run every expression in every place
    Contexts(contexts::ContextsArgs),
    /// Run generated programs
    Fuzz(fuzz::FuzzArgs),
    /// Run mutated files
    Mutate(mutate::MutateArgs),
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    let held = match &cli.command {
        Some(Command::Contexts(args)) => contexts::run(args),
        Some(Command::Fuzz(args)) => fuzz::run(args),
        Some(Command::Mutate(args)) => mutate::run(args),
        Some(Command::Test262(args)) => test262::run(args),
        None => test262::run(&cli.test262),
    };
    match held {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::from(2)
        }
    }
}
