//! `known_failures.txt`: the tests that fail today, so that a new failure is seen, and a new pass kept.
//!
//! One line for each, sorted: the path of the test, and the class of its failure. A path ends in `#sloppy` or `#strict`
//! if the test fails in that mode only, or differently in the two.

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

    /// What these outcomes make of the list: tests that were not run keep their lines.
    pub fn updated(&self, outcomes: &[Outcome<'_>], is_whole_suite: bool) -> Self {
        let ran: BTreeSet<&str> = outcomes.iter().map(|outcome| outcome.test.path.as_str()).collect();
        let kept = self.lines.iter().filter(|(entry, _)| !is_whole_suite && !ran.contains(path(entry)));
        let kept = kept.map(|(entry, reason)| (entry.clone(), reason.clone()));
        Self { lines: kept.chain(outcomes.iter().flat_map(entries)).collect() }
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

/// The lines of one test: one if it fails for the same reason in all its modes.
fn entries(outcome: &Outcome<'_>) -> Vec<(String, String)> {
    let reasons = outcome.verdicts.iter().map(|(variant, verdict)| match verdict {
        Verdict::Fail(reason) => (*variant, Some(reason.class.as_str())),
        Verdict::Pass | Verdict::NotCounted(_) => (*variant, None),
    });
    let mut reasons: Vec<(Variant, Option<&str>)> = reasons.collect();
    let same = reasons.windows(2).all(|pair| pair[0].1 == pair[1].1);
    if same {
        reasons.truncate(1);
    }
    let named = |variant| if same { outcome.test.path.clone() } else { entry(outcome.test, variant) };
    reasons.iter().filter_map(|(variant, reason)| Some((named(*variant), (*reason)?.to_owned()))).collect()
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
