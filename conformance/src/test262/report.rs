//! What a run of the suite tells: rates by group, by directory and by feature, why sources with early errors are refused,
//! and the failures.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::{self, Display},
};

use serde::Serialize;

use super::{
    judge::{Cause, Reason, Verdict},
    select::Variant,
    suite::{Outcome, Summary},
};

/// A run of the suite, as `--json` prints it.
#[derive(Debug, Serialize)]
pub struct Report<'a> {
    pub groups: BTreeMap<String, Rate>,
    pub directories: BTreeMap<&'a str, Rate>,
    pub features: BTreeMap<&'a str, Rate>,
    /// How many tests with an early error, by the codes that refuse them.
    pub refused_by: BTreeMap<&'a str, usize>,
    /// Those that are refused, but for another reason.
    pub refused_otherwise: Vec<Failure<'a>>,
    pub failures: Vec<Failure<'a>>,
    /// What the engine fails without lowering.
    pub not_counted: Vec<Failure<'a>>,
}

/// How many tests passed. A test passes if it does in each of its modes.
#[derive(Debug, Clone, Copy, Default, Serialize)]
pub struct Rate {
    pub passed: usize,
    pub failed: usize,
    pub not_counted: usize,
}

#[derive(Debug, Serialize)]
pub struct Failure<'a> {
    pub path: &'a str,
    pub variant: Variant,
    #[serde(flatten)]
    pub reason: &'a Reason,
}

impl<'a> Report<'a> {
    pub fn of(outcomes: &'a [Outcome<'a>]) -> Self {
        let mut report = Self {
            groups: BTreeMap::new(),
            directories: BTreeMap::new(),
            features: BTreeMap::new(),
            refused_by: BTreeMap::new(),
            refused_otherwise: vec![],
            failures: vec![],
            not_counted: vec![],
        };
        for outcome in outcomes {
            report.add(outcome);
        }
        report
    }

    fn add(&mut self, outcome: &'a Outcome<'a>) {
        let summary = outcome.summary();
        self.groups.entry(outcome.test.group.to_string()).or_default().add(summary);
        self.directories.entry(outcome.test.directory()).or_default().add(summary);
        for feature in &outcome.test.metadata.features {
            self.features.entry(feature).or_default().add(summary);
        }
        if let Some(code) = outcome.refused_by() {
            *self.refused_by.entry(code.name()).or_default() += 1;
        }
        for (variant, verdict) in &outcome.verdicts {
            let (reason, list) = match verdict {
                Verdict::Pass | Verdict::Refused(Cause::EarlyError { .. }) => continue,
                Verdict::Refused(Cause::Other(reason)) => (reason, &mut self.refused_otherwise),
                Verdict::Fail(reason) => (reason, &mut self.failures),
                Verdict::NotCounted(reason) => (reason, &mut self.not_counted),
            };
            list.push(Failure { path: &outcome.test.path, variant: *variant, reason });
        }
    }
}

impl Rate {
    fn add(&mut self, summary: Summary) {
        match summary {
            Summary::Passed => self.passed += 1,
            Summary::Failed => self.failed += 1,
            Summary::NotCounted => self.not_counted += 1,
        }
    }

    fn percent(self) -> f64 {
        100.0 * self.passed as f64 / (self.passed + self.failed).max(1) as f64
    }
}

impl Display for Report<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        table(f, "group", self.groups.iter().map(|(name, rate)| (name.as_str(), *rate)))?;
        table(f, "directory", self.directories.iter().map(|(name, rate)| (*name, *rate)))?;
        table(f, "feature", self.features.iter().map(|(name, rate)| (*name, *rate)))?;
        self.refusals(f)
    }
}

impl Report<'_> {
    /// By which codes sources with early errors are refused.
    fn refusals(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{:<48} {:>7}", "early errors refused", "tests")?;
        for (code, tests) in &self.refused_by {
            writeln!(f, "{:<48} {tests:>7}", format!("as {code}"))?;
        }
        let otherwise: BTreeSet<&str> = self.refused_otherwise.iter().map(|refused| refused.path).collect();
        writeln!(f, "{:<48} {:>7}", "for another reason", otherwise.len())?;
        writeln!(f)
    }
}

fn table<'a>(f: &mut fmt::Formatter<'_>, title: &str, rows: impl Iterator<Item = (&'a str, Rate)>) -> fmt::Result {
    writeln!(f, "{title:<48} {:>7} {:>7} {:>12} {:>8}", "passed", "failed", "not counted", "rate")?;
    for (name, rate) in rows {
        let Rate { passed, failed, not_counted } = rate;
        writeln!(f, "{name:<48} {passed:>7} {failed:>7} {not_counted:>12} {:>6.1} %", rate.percent())?;
    }
    writeln!(f)
}

/// `path#variant: class` and what happened, on one line.
impl Display for Failure<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let variant = match self.variant {
            Variant::Sloppy => "#sloppy",
            Variant::Strict => "#strict",
            Variant::Module => "",
        };
        let detail = self.reason.detail.lines().collect::<Vec<_>>().join(" ");
        write!(f, "{}{variant}: {} ({detail})", self.path, self.reason.class)
    }
}
