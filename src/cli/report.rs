//! What there is to say, and the one place that says it.

use std::io::Write;

use downlevel::{Diagnostic, Severity};

use super::frame;

/// Something that is wrong, about no place in a source.
#[derive(Debug, Clone)]
pub struct Failure {
    message: String,
    advice: Option<String>,
}

impl Failure {
    /// `message` is one sentence without a full stop.
    pub fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), advice: None }
    }

    /// Adds what to do about it.
    pub fn advise(mut self, advice: impl Into<String>) -> Self {
        self.advice = Some(advice.into());
        self
    }
}

/// What was found out about a file or several, as text for standard error.
#[derive(Debug, Default)]
pub struct Report {
    text: String,
    errors: usize,
    warnings: usize,
}

impl Report {
    /// Adds what the library found in the file that messages call `name`.
    pub fn add(&mut self, diagnostics: &[Diagnostic], name: &str) {
        for diagnostic in diagnostics {
            self.text.push_str(&frame::render(diagnostic, name));
            match diagnostic.severity {
                Severity::Error => self.errors += 1,
                Severity::Warning => self.warnings += 1,
            }
        }
    }

    /// Adds something that is about no place in a source.
    pub fn fail(&mut self, failure: &Failure) {
        self.text.push_str(&frame::render_plain(&failure.message, failure.advice.as_deref()));
        self.errors += 1;
    }

    /// Whether something went wrong.
    pub fn has_errors(&self) -> bool {
        self.errors > 0
    }

    /// Adds a last line: `12 files, 1 error`.
    pub fn summarize(&mut self, files: usize) {
        let mut line = count(files, "file");
        for (number, unit) in [(self.errors, "error"), (self.warnings, "warning")] {
            if number > 0 {
                line = format!("{line}, {}", count(number, unit));
            }
        }
        self.text.push_str(&line);
        self.text.push('\n');
    }

    /// Writes everything to standard error. If that is closed, nobody wants to know.
    pub fn print(&self) {
        let mut stderr = anstream::stderr().lock();
        let _ = stderr.write_all(self.text.as_bytes()).and_then(|()| stderr.flush());
    }
}

impl From<Failure> for Report {
    fn from(failure: Failure) -> Self {
        let mut report = Self::default();
        report.fail(&failure);
        report
    }
}

impl FromIterator<Self> for Report {
    fn from_iter<T: IntoIterator<Item = Self>>(reports: T) -> Self {
        reports.into_iter().fold(Self::default(), |mut whole, part| {
            whole.text.push_str(&part.text);
            whole.errors += part.errors;
            whole.warnings += part.warnings;
            whole
        })
    }
}

fn count(number: usize, unit: &str) -> String {
    format!("{number} {unit}{}", if number == 1 { "" } else { "s" })
}
