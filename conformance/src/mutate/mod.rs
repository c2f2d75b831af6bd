//! Spoilt files: whatever a text is, downlevel must not panic or hang, and what it lowers must be ES5.
//!
//! A case is a number (its seed): a file of the corpus, changed in a few places. Each fourth is lowered with the option
//! `spec`.

mod change;

use std::{fs, panic, path::PathBuf, sync::mpsc, thread, time::Duration};

use clap::Args;
use downlevel::{Code, Helpers, Modules, Options, SourceType};
use indicatif::{ParallelProgressIterator, ProgressBar};
use rayon::prelude::*;
use walkdir::WalkDir;

use crate::{
    es5,
    same_tree::{same_tree, with_stack},
};

/// How long one text may take.
const TIME_LIMIT: Duration = Duration::from_secs(20);

#[derive(Debug, Args)]
pub struct MutateArgs {
    /// Folders with the JavaScript files to spoil
    #[arg(default_value = concat!(env!("CARGO_MANIFEST_DIR"), "/../fixtures"))]
    corpus: Vec<PathBuf>,

    /// The seed of the first case
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,

    /// How many cases
    #[arg(long, value_name = "N", default_value_t = 10_000)]
    count: u64,

    /// Only print the texts
    #[arg(long)]
    print: bool,

    /// Print each seed before its case: the last one is that of a crash that names none
    #[arg(long)]
    verbose: bool,
}

/// Lowers the texts. `false` if one of them shows a fault.
pub fn run(args: &MutateArgs) -> Result<bool, String> {
    let corpus = read(&args.corpus)?;
    let seeds = args.seed..args.seed.saturating_add(args.count);
    if args.print {
        seeds.for_each(|seed| println!("// seed {seed}\n{}", change::text(seed, &corpus)));
        return Ok(true);
    }
    let hook = panic::take_hook();
    panic::set_hook(Box::new(|_| {}));
    let progress = ProgressBar::new(args.count);
    let faults = seeds.into_par_iter().progress_with(progress.clone()).filter(|seed| {
        if args.verbose {
            progress.suspend(|| println!("seed {seed}"));
        }
        let fault = in_time(*seed, change::text(*seed, &corpus)).err();
        if let Some(fault) = &fault {
            progress.suspend(|| println!("seed {seed}: {fault}"));
        }
        fault.is_some()
    });
    let faults = faults.count();
    panic::set_hook(hook);
    println!("{} texts: {faults} faults", args.count);
    Ok(faults == 0)
}

fn read(folders: &[PathBuf]) -> Result<Vec<String>, String> {
    let mut files = vec![];
    for entry in folders.iter().flat_map(|folder| WalkDir::new(folder).sort_by_file_name()) {
        let entry = entry.map_err(|error| error.to_string())?;
        if entry.path().extension().is_some_and(|extension| extension == "js") {
            files.push(
                fs::read_to_string(entry.path()).map_err(|error| format!("{}: {error}", entry.path().display()))?,
            );
        }
    }
    if files.is_empty() { Err("no JavaScript files to spoil".into()) } else { Ok(files) }
}

/// Looks at a text, but not for longer than [`TIME_LIMIT`]: what hangs is left behind. Where the stack ends, the
/// process says the name of the thread: which seed it was.
fn in_time(seed: u64, text: String) -> Result<(), String> {
    let (send, receive) = mpsc::channel();
    let thread = thread::Builder::new().name(format!("seed {seed}"));
    thread.spawn(move || send.send(look(&text, seed.is_multiple_of(4)))).map_err(|error| error.to_string())?;
    match receive.recv_timeout(TIME_LIMIT) {
        Ok(found) => found,
        Err(mpsc::RecvTimeoutError::Timeout) => Err("it takes too long".into()),
        Err(mpsc::RecvTimeoutError::Disconnected) => Err("panic".into()),
    }
}

fn look(text: &str, spec: bool) -> Result<(), String> {
    for source_type in [SourceType::Script, SourceType::Module] {
        let options = Options { source_type, modules: Modules::CommonJs, spec, ..Options::default() };
        let Ok(output) = downlevel::transform(text, &options) else { continue };
        if let Some(violation) = violation(&output.code) {
            return Err(format!("{source_type:?}: the output is not ES5: {violation}"));
        }
        // Without the helpers: they are compact, and do not name their functions.
        let options = Options { helpers: Helpers::External("helpers".into()), ..options };
        let Ok(output) = downlevel::transform(text, &options) else {
            return Err(format!("{source_type:?}: refused with external helpers"));
        };
        let as_script = Options { source_type: SourceType::Script, ..options };
        match downlevel::transform(&output.code, &as_script) {
            Ok(again) if again.code == output.code || same_tree(&again.code, &output.code) => {}
            Ok(again) => {
                let changed = output.code.lines().zip(again.code.lines()).find(|(before, after)| before != after);
                return Err(format!("{source_type:?}: the output changes when it is lowered again: {changed:?}"));
            }
            // What is lowered nests more deeply than its source.
            Err(errors) if errors.iter().any(|error| error.code == Code::TooDeep) => {}
            Err(errors) => return Err(format!("{source_type:?}: the output is refused: {errors}")),
        }
    }
    Ok(())
}

fn violation(code: &str) -> Option<String> {
    with_stack(|| es5::violations(code, false).first().map(ToString::to_string)).unwrap_or_else(Some)
}
