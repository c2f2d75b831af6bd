//! Spoilt files: whatever a text is, downlevel must not panic or hang, and what it lowers must be ES5.
//!
//! A case is a number (its seed): a file of the corpus, changed in a few places. Each fourth is lowered with the option
//! `spec`.

mod change;

use std::{fs, panic, path::PathBuf, sync::mpsc, thread, time::Duration};

use clap::Args;
use downlevel::{Modules, Options, SourceType};
use indicatif::{ParallelProgressIterator, ProgressBar};
use rayon::prelude::*;
use walkdir::WalkDir;

use crate::es5;

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

    /// Print each seed before its case: the last one is that of a crash
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
        let fault = in_time(change::text(*seed, &corpus), seed % 4 == 0).err();
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

/// Looks at a text, but not for longer than [`TIME_LIMIT`]: what hangs is left behind.
fn in_time(text: String, spec: bool) -> Result<(), String> {
    let (send, receive) = mpsc::channel();
    thread::spawn(move || send.send(look(&text, spec)));
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
        if text.contains("<!--") {
            // The parser takes such a comment for a part of the token after it, now and then, and so it is printed.
            continue;
        }
        if let Some(violation) = violation(&output.code) {
            return Err(format!("{source_type:?}: the output is not ES5: {violation}"));
        }
        let as_script = Options { source_type: SourceType::Script, ..options };
        match downlevel::transform(&output.code, &as_script) {
            Ok(again) if again.code == output.code => {}
            Ok(again) => {
                let changed = output.code.lines().zip(again.code.lines()).find(|(before, after)| before != after);
                return Err(format!("{source_type:?}: the output changes when it is lowered again: {changed:?}"));
            }
            Err(errors) => return Err(format!("{source_type:?}: the output is refused: {errors}")),
        }
    }
    Ok(())
}

/// The check recurses, and makes no room for itself as downlevel does.
fn violation(code: &str) -> Option<String> {
    let check = || es5::violations(code, false).into_iter().next();
    thread::scope(|scope| {
        let checked = thread::Builder::new().stack_size(LARGE_STACK).spawn_scoped(scope, check);
        match checked.map(thread::ScopedJoinHandle::join) {
            Ok(Ok(violation)) => violation,
            Ok(Err(_)) => Some("the check panics".into()),
            Err(error) => Some(error.to_string()),
        }
    })
}

/// Address space: only what is used of it becomes memory.
const LARGE_STACK: usize = 1 << 30;
