//! Runs the tests on all cores.

use std::panic;

use indicatif::{ParallelProgressIterator, ProgressBar, ProgressStyle};
use rayon::{ThreadPoolBuilder, prelude::*};

use super::{
    harness::Harness,
    judge::{Cause, Judge, Verdict},
    select::{Test, Variant},
};

/// What became of a test in each of its modes.
#[derive(Debug)]
pub struct Outcome<'a> {
    pub test: &'a Test,
    pub verdicts: Vec<(Variant, Verdict)>,
}

/// The modes of a test taken together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Summary {
    Passed,
    Failed,
    NotCounted,
}

impl Outcome<'_> {
    pub fn summary(&self) -> Summary {
        let any = |is: fn(&Verdict) -> bool| self.verdicts.iter().any(|(_, verdict)| is(verdict));
        if any(|verdict| matches!(verdict, Verdict::Fail(_))) {
            Summary::Failed
        } else if any(|verdict| matches!(verdict, Verdict::Pass | Verdict::Refused(_))) {
            Summary::Passed
        } else {
            Summary::NotCounted
        }
    }

    /// The code of the error by which a source with an early error is refused in all of its modes.
    pub fn refused_by(&self) -> Option<downlevel::Code> {
        let codes = self.verdicts.iter().map(|(_, verdict)| match verdict {
            Verdict::Refused(Cause::EarlyError { code }) => Some(*code),
            _ => None,
        });
        codes.reduce(|first, next| first.and(next)).flatten()
    }
}

/// The outcomes of all tests, in their order. `jobs` is the number of threads, 0 for as many as there are cores.
pub fn run<'a>(tests: &'a [Test], harness: &Harness, spec: bool, jobs: usize) -> Result<Vec<Outcome<'a>>, String> {
    let pool = ThreadPoolBuilder::new().num_threads(jobs).stack_size(STACK_SIZE).build();
    let pool = pool.map_err(|error| error.to_string())?;
    // A panic is a verdict, with its message: it need not be printed as well.
    let hook = panic::take_hook();
    panic::set_hook(Box::new(|_| {}));
    let outcomes = pool.install(|| {
        let judge = || Judge::new(harness, spec);
        let outcome = |judge: &mut Result<Judge<'_>, String>, test| match judge {
            Ok(judge) => Ok(outcome(test, judge)),
            Err(message) => Err(message.clone()),
        };
        tests.par_iter().progress_with(progress(tests.len())).map_init(judge, outcome).collect()
    });
    panic::set_hook(hook);
    outcomes
}

/// The engine's own limit is far lower; this is for the parser, which recurses.
const STACK_SIZE: usize = 16 << 20;

fn outcome<'a>(test: &'a Test, judge: &mut Judge<'_>) -> Outcome<'a> {
    let judged = test.variants().iter().map(|variant| (*variant, judge.judge(test, *variant)));
    Outcome { test, verdicts: judged.collect() }
}

/// Shown on a terminal only.
fn progress(length: usize) -> ProgressBar {
    let style = ProgressStyle::with_template("{wide_bar} {pos}/{len} {eta}");
    ProgressBar::new(length as u64).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}
