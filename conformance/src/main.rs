//! Holds downlevel to test262 and to generated programs. Not published.
//!
//! ```text
//! cargo run --release -p conformance                       test262 in ../shared/test262
//! cargo run --release -p conformance -- <checkout>         test262 elsewhere
//! ```

#[path = "../../tests/support/es5.rs"]
mod es5;
mod test262;

use std::process::ExitCode;

use clap::Parser;

/// Holds downlevel to test262 and to generated programs
#[derive(Debug, Parser)]
struct Cli {
    #[command(flatten)]
    test262: test262::Test262Args,
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    match test262::run(&cli.test262) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::from(2)
        }
    }
}
