//! What lowering costs, held against parsing and printing alone and against SWC's ES5 passes.
//!
//! Times are CPU seconds of this thread, so that a machine that is shared with others still gives figures.

mod cost;
mod folder;
mod growth;
mod nesting;
mod ratios;
mod way;

use std::path::PathBuf;

use clap::{Parser, Subcommand};

use way::Way;

#[cfg(feature = "mimalloc")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[derive(Parser)]
#[command(about)]
struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Every way over every file, interleaved: a table of ratios to the floor
    Ratios {
        /// Files, or folders of them
        #[arg(required = true)]
        paths: Vec<PathBuf>,
        /// How often each is measured; the median of the ratios counts
        #[arg(long, default_value_t = 15)]
        rounds: usize,
        /// Leave SWC out
        #[arg(long)]
        no_swc: bool,
    },
    /// One way over one file, once: CPU time and peak memory
    Run {
        way: Way,
        file: PathBuf,
        /// How often, for profilers
        #[arg(long, default_value_t = 1)]
        times: usize,
    },
    /// Time and memory from 100 KB to 100 MB
    Growth {
        /// What is repeated
        file: PathBuf,
        /// The folder for generated files
        #[arg(long, default_value = "target/benchmarks/growth")]
        out: PathBuf,
    },
    /// Deep nesting against the same number side by side
    Nesting {
        #[arg(long, default_value_t = 400)]
        depth: usize,
    },
    /// The floor of the command line: read, parse, print and write a folder, on all cores
    Folder {
        input: PathBuf,
        #[arg(long)]
        out_dir: PathBuf,
    },
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    match Args::parse().command {
        Command::Ratios { paths, rounds, no_swc } => ratios::ratios(&paths, rounds, !no_swc),
        Command::Run { way, file, times } => growth::run(way, &file, times),
        Command::Growth { file, out } => growth::growth(&file, &out),
        Command::Nesting { depth } => nesting::nesting(depth),
        Command::Folder { input, out_dir } => folder::folder(&input, &out_dir),
    }
}
