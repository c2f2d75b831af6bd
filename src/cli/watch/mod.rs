//! `--watch`: what changes is lowered again, until Ctrl-C.
//!
//! Any event in a folder that inputs are in makes us look at all inputs again, which is quick; what is lowered is only
//! what then looks different from before. So it does not matter what an editor does to save a file, or which events a
//! system tells of it.

mod folders;
mod state;

use std::{
    path::PathBuf,
    sync::mpsc::{Receiver, channel},
    time::{Duration, Instant},
};

use notify::Event;

use self::{
    folders::Folders,
    state::{Rebuild, State},
};
use super::{
    FAILED, USAGE,
    args::{Args, Format},
    package_type, paths,
    plan::{self, Plan},
    report::{self, Failure, Report},
};

/// An event is acted upon when none has followed it for so long.
const QUIET: Duration = Duration::from_millis(50);
/// But no later than this.
const PATIENCE: Duration = Duration::from_millis(500);
/// An input that is gone may come back for so long: some editors save by moving files.
const GRACE: Duration = Duration::from_millis(200);

/// What the events are told to.
type Events = Receiver<notify::Result<Event>>;

/// Lowers the inputs of `args`, and again whatever changes. Returns the exit code if that is not possible.
pub fn run(args: &Args) -> u8 {
    let (sender, events) = channel();
    match Folders::new(sender).and_then(|folders| start(args, folders, &events)) {
        Ok(code) => code,
        Err(failure) => {
            Report::from(failure).print(&args.messages);
            FAILED
        }
    }
}

fn start(args: &Args, mut folders: Folders, events: &Events) -> Result<u8, Failure> {
    let mut state = State::new(args);
    let first = match look(args, &mut folders)? {
        Ok(plan) => plan,
        Err(failure) => {
            Report::from(failure).print(&args.messages);
            return Ok(USAGE);
        }
    };
    let started = Instant::now();
    let (_, mut report) = state.rebuild(&first);
    report.extend(package_type::warnings(&report, args).into_iter().map(Report::from));
    report.drop_warnings(&args.messages);
    report.print(&args.messages);
    if speaks(args) {
        let summary = first.summary(&report, started.elapsed());
        report::to_stderr(&format!("{summary}\nwatching for changes; Ctrl-C ends\n"));
    }
    let results = args.out_dir.as_deref().map(paths::resolve);
    loop {
        wait(events, results.as_ref())?;
        let mut found = look(args, &mut folders)?;
        if found.as_ref().is_ok_and(|plan| state.misses_inputs(plan)) {
            std::thread::sleep(GRACE);
            found = look(args, &mut folders)?;
        }
        match found {
            Ok(plan) => {
                let started = Instant::now();
                let (rebuild, report) = state.rebuild(&plan);
                report.print(&args.messages);
                if speaks(args) && !rebuild.is_empty() {
                    report::to_stderr(&line(&rebuild, &report, started.elapsed()));
                }
            }
            Err(failure) => state.refused(failure).print(&args.messages),
        }
    }
}

/// Plans, and watches every folder that the plan has looked into before it did.
fn look(args: &Args, folders: &mut Folders) -> Result<Result<Plan, Failure>, Failure> {
    loop {
        match plan::plan(args) {
            Ok(plan) if folders.watch(&plan.folders)? => {}
            result => return Ok(result),
        }
    }
}

/// Waits until something has happened, and a little longer. What happens in the folder of `results` is our own doing.
fn wait(events: &Events, results: Option<&PathBuf>) -> Result<(), Failure> {
    let is_ours = |event: &Event| {
        let inside = |path: &PathBuf| results.is_some_and(|results| path.starts_with(results));
        event.kind.is_access() || !event.paths.is_empty() && event.paths.iter().all(inside)
    };
    let counts = |event: &notify::Result<Event>| event.as_ref().map_or(true, |event| !is_ours(event));
    let ended = |_| Failure::new("the system tells of no more changes");
    while !counts(&events.recv().map_err(ended)?) {}
    let (happened, mut last) = (Instant::now(), Instant::now());
    while happened.elapsed() < PATIENCE {
        match events.recv_timeout(QUIET.saturating_sub(last.elapsed())) {
            Ok(event) if counts(&event) => last = Instant::now(),
            Ok(_) if last.elapsed() < QUIET => {}
            _ => break,
        }
    }
    Ok(())
}

/// Whether people are told what happens.
fn speaks(args: &Args) -> bool {
    args.messages.diagnostics_format == Format::Human && !args.messages.quiet
}

/// `rebuilt src/a.js in 0.01 s, 1 error`
fn line(rebuild: &Rebuild, report: &Report, elapsed: Duration) -> String {
    let name = |files: &[String]| match files {
        [file] => file.clone(),
        files => report::count(files.len(), "file"),
    };
    let mut line = vec![];
    if !rebuild.rebuilt.is_empty() {
        line.push(format!("rebuilt {}", name(&rebuild.rebuilt)));
    }
    if !rebuild.removed.is_empty() {
        line.push(format!("removed {}", name(&rebuild.removed)));
    }
    let mut line = format!("{} in {:.2} s", line.join(", "), elapsed.as_secs_f64());
    line += &report.counts();
    if rebuild.still_failing > 0 {
        line += &format!("; {} with errors left", report::count(rebuild.still_failing, "other file"));
    }
    line + "\n"
}
