//! `known_failures.txt`: the tests that fail today, so that a new failure is seen, and a new pass kept.
//!
//! One line for each, sorted: the path of the test, and why it fails, in a few words that `docs/conformance.md` explains.
//! A path ends in `#sloppy` or `#strict` if the test fails in that mode only. A new line says what can be seen of the
//! failure; a person puts the cause in its place.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs, io,
    path::Path,
};

use super::{
    judge::Verdict,
    select::{Test, Variant},
    suite::Outcome,
};

#[derive(Debug, Default)]
pub struct KnownFailures {
    /// Entry (path, and mode after a `#`) to reason.
    lines: BTreeMap<String, String>,
}

/// How a run differs from what is known.
#[derive(Debug, Default)]
pub struct Difference {
    /// Entries that fail, with their reason, and are not listed.
    pub new: Vec<(String, String)>,
    /// Entries that are listed and do not fail.
    pub gone: Vec<String>,
}

impl KnownFailures {
    pub fn read(file: &Path) -> Result<Self, String> {
        let text = match fs::read_to_string(file) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
            Err(error) => return Err(format!("{}: {error}", file.display())),
        };
        let entries = text.lines().map(|line| line.split_once(' ').unwrap_or((line, "")));
        Ok(Self { lines: entries.map(|(entry, reason)| (entry.into(), reason.trim().into())).collect() })
    }

    pub fn write(&self, file: &Path) -> Result<(), String> {
        let lines: String = self.lines.iter().map(|(entry, reason)| format!("{entry} {reason}\n")).collect();
        fs::write(file, lines).map_err(|error| format!("{}: {error}", file.display()))
    }

    /// What these outcomes make of the list: tests that were not run keep their lines, and failures their reasons.
    pub fn updated(&self, outcomes: &[Outcome<'_>], is_whole_suite: bool) -> Self {
        let ran: BTreeSet<&str> = outcomes.iter().map(|outcome| outcome.test.path.as_str()).collect();
        let kept = self.lines.iter().filter(|(entry, _)| !is_whole_suite && !ran.contains(path(entry)));
        let kept = kept.map(|(entry, reason)| (entry.clone(), reason.clone()));
        let failures = outcomes.iter().flat_map(entries).map(|(entry, seen)| {
            let reason = self.lines.get(&entry).cloned().unwrap_or(seen);
            (entry, reason)
        });
        Self { lines: kept.chain(failures).collect() }
    }

    pub fn compare(&self, outcomes: &[Outcome<'_>], is_whole_suite: bool) -> Difference {
        let mut difference = Difference::default();
        let mut failing = BTreeSet::new();
        for outcome in outcomes {
            for (variant, verdict) in &outcome.verdicts {
                let Verdict::Fail(reason) = verdict else { continue };
                let (path, entry) = (&outcome.test.path, entry(outcome.test, *variant));
                if !self.lines.contains_key(path) && !self.lines.contains_key(&entry) {
                    difference.new.push((entry.clone(), reason.detail.clone()));
                }
                failing.insert(path.clone());
                failing.insert(entry);
            }
        }
        let ran: BTreeSet<&str> = outcomes.iter().map(|outcome| outcome.test.path.as_str()).collect();
        let judged = |entry: &&String| is_whole_suite || ran.contains(path(entry));
        let gone = self.lines.keys().filter(judged).filter(|entry| !failing.contains(*entry));
        difference.gone = gone.cloned().collect();
        difference
    }
}

/// The lines of one test: one if it fails in all its modes.
fn entries(outcome: &Outcome<'_>) -> Vec<(String, String)> {
    let failures = outcome.verdicts.iter().filter_map(|(variant, verdict)| match verdict {
        Verdict::Fail(reason) => Some((entry(outcome.test, *variant), reason.class.clone())),
        Verdict::Pass | Verdict::Refused(_) | Verdict::NotCounted(_) => None,
    });
    let mut failures: Vec<_> = failures.collect();
    if failures.len() == outcome.verdicts.len() {
        failures.truncate(1);
        failures.iter_mut().for_each(|(entry, _)| entry.clone_from(&outcome.test.path));
    }
    failures
}

fn entry(test: &Test, variant: Variant) -> String {
    match variant {
        Variant::Sloppy => format!("{}#sloppy", test.path),
        Variant::Strict => format!("{}#strict", test.path),
        Variant::Module => test.path.clone(),
    }
}

fn path(entry: &str) -> &str {
    entry.split_once('#').map_or(entry, |(path, _)| path)
}
