//! What there is to say, and the one place that says it.
//!
//! Jobs run on many threads; each keeps what it has to say in a [`Report`] of its own. They are joined in the order of
//! the plan, and written as `--diagnostics-format` asks.

mod builtins;
mod limit;
mod machine;
mod numbers;

use std::{
    io::{self, Write},
    time::Duration,
};

use downlevel::Severity;

use super::{
    args::{Format, Messages},
    frame::{self, Lines},
    notice::Notice,
    write,
};
pub use builtins::Builtins;
pub use numbers::{count, grouped};

/// Something that is wrong, about no place in a source.
#[derive(Debug, Clone)]
pub struct Failure {
    severity: Severity,
    /// The name by which it can be turned off, if it is a warning.
    code: Option<&'static str>,
    message: String,
    advice: Option<String>,
    /// The file that it is about, for programs: people find it in the message.
    file: Option<String>,
}

impl Failure {
    /// `message` is one sentence without a full stop.
    pub fn new(message: impl Into<String>) -> Self {
        Self { severity: Severity::Error, code: None, message: message.into(), advice: None, file: None }
    }

    /// Makes a warning of it, which is turned off by `name`.
    pub fn into_warning(self, name: &'static str) -> Self {
        Self { severity: Severity::Warning, code: Some(name), ..self }
    }

    /// Adds the file that it is about.
    pub fn about(mut self, file: &str) -> Self {
        self.file = Some(file.to_owned());
        self
    }

    /// The message with `files` for the file that it is about.
    fn of_files(&self, files: &str) -> Option<String> {
        self.file.as_ref().map(|file| self.message.replacen(&format!("`{file}`"), files, 1))
    }

    /// Adds what to do about it.
    pub fn advise(mut self, advice: impl Into<String>) -> Self {
        self.advice = Some(advice.into());
        self
    }
}

/// A file that was lowered and written.
#[derive(Debug, Clone)]
pub struct Lowered {
    /// What messages call the source.
    pub input: String,
    /// The file that it was written to; none for standard output.
    pub output: Option<String>,
    /// The length of the source in bytes.
    pub bytes: usize,
    /// The built-ins after ES5 that the output needs.
    pub required_builtins: Vec<String>,
    /// It is no script.
    pub is_module: bool,
}

/// What was found out about a file or several.
#[derive(Debug, Default)]
pub struct Report {
    entries: Vec<Entry>,
}

#[derive(Debug, Clone)]
enum Entry {
    /// What was found in the file that messages call `name`; `edition` is that of newer syntax.
    Found {
        name: String,
        notice: Notice,
        edition: Option<u16>,
    },
    Failed(Failure),
    Lowered(Lowered),
    /// A file was copied, from and to these.
    Copied {
        input: String,
        output: String,
    },
}

impl Entry {
    /// How bad it is; nothing for good news.
    fn severity(&self) -> Option<Severity> {
        match self {
            Self::Found { notice, .. } => Some(notice.severity),
            Self::Failed(failure) => Some(failure.severity),
            Self::Lowered(_) | Self::Copied { .. } => None,
        }
    }
}

impl Report {
    /// Adds what was found in the file that messages call `name`.
    pub fn add(&mut self, found: impl IntoIterator<Item: Into<Notice>>, name: &str) {
        let entry = |notice: Notice| Entry::Found { name: name.to_owned(), notice, edition: None };
        self.entries.extend(found.into_iter().map(Into::into).map(entry));
    }

    /// Adds a piece of syntax that is newer than ES5.
    pub fn add_newer(&mut self, notice: Notice, edition: u16, name: &str) {
        self.entries.push(Entry::Found { name: name.to_owned(), notice, edition: Some(edition) });
    }

    /// Adds something that is about no place in a source.
    pub fn fail(&mut self, failure: Failure) {
        self.entries.push(Entry::Failed(failure));
    }

    /// Adds a file that was lowered.
    pub fn lowered(&mut self, file: Lowered) {
        self.entries.push(Entry::Lowered(file));
    }

    /// Adds a file that was copied.
    pub fn copied(&mut self, input: String, output: String) {
        self.entries.push(Entry::Copied { input, output });
    }

    /// Forgets the warnings that nobody wants to read.
    pub fn drop_warnings(&mut self, messages: &Messages) {
        let is_wanted = |code| !messages.quiet && !messages.no_warn.iter().any(|name| name == code);
        self.entries.retain(|entry| match entry {
            Entry::Found { notice, .. } if notice.severity == Severity::Warning => is_wanted(notice.code),
            Entry::Failed(Failure { severity: Severity::Warning, code: Some(code), .. }) => is_wanted(code),
            _ => true,
        });
    }

    /// Whether something went wrong.
    pub fn has_errors(&self) -> bool {
        self.number_of(Severity::Error) > 0
    }

    /// The files that were lowered.
    pub fn files(&self) -> impl Iterator<Item = &Lowered> {
        self.entries.iter().filter_map(|entry| match entry {
            Entry::Lowered(file) => Some(file),
            Entry::Found { .. } | Entry::Failed(_) | Entry::Copied { .. } => None,
        })
    }

    /// One line for a run over `files` files: `1,240 files, 8.1 MB in 0.4 s, 2 errors`.
    pub fn summary(&self, files: usize, elapsed: Duration) -> String {
        let bytes = self.files().map(|file| file.bytes).sum();
        let mut line = format!("{}, {} in {:.1} s", count(files, "file"), numbers::size(bytes), elapsed.as_secs_f64());
        line += &self.counts();
        line
    }

    /// `, 2 errors, 1 warning, 3 copied`, without what there is none of.
    pub fn counts(&self) -> String {
        let mut line = String::new();
        for (severity, unit) in [(Severity::Error, "error"), (Severity::Warning, "warning")] {
            match self.number_of(severity) {
                0 => {}
                number => line = format!("{line}, {}", count(number, unit)),
            }
        }
        match self.entries.iter().filter(|entry| matches!(entry, Entry::Copied { .. })).count() {
            0 => {}
            copied => line = format!("{line}, {} copied", grouped(copied)),
        }
        line
    }

    /// Everything as text: as people read it, or as programs do.
    pub fn render(&self, messages: &Messages) -> String {
        let mut lines = Lines::default();
        let mut render = |entry: &Entry| match (entry, messages.diagnostics_format) {
            (Entry::Lowered(_) | Entry::Copied { .. }, _) if !messages.verbose => None,
            (entry, Format::Human) => Some(human(entry, &mut lines)),
            (entry, Format::Json) => Some(machine::json(entry)),
            (entry, Format::Github) => Some(machine::github(entry)),
        };
        limit::limited(&self.entries, messages.limit()).iter().filter_map(|entry| render(entry)).collect()
    }

    /// Everything as people read it.
    pub fn render_human(&self) -> String {
        let mut lines = Lines::default();
        self.entries.iter().map(|entry| human(entry, &mut lines)).collect()
    }

    /// Writes everything to standard error.
    pub fn print(&self, messages: &Messages) {
        to_stderr(&self.render(messages));
    }

    fn number_of(&self, severity: Severity) -> usize {
        self.entries.iter().filter(|entry| entry.severity() == Some(severity)).count()
    }
}

fn human(entry: &Entry, lines: &mut Lines) -> String {
    match entry {
        Entry::Found { name, notice, .. } => frame::render(notice, name, lines),
        Entry::Failed(failure) => {
            let Failure { severity, code, message, advice, .. } = failure;
            frame::render_plain(*severity, *code, message, advice.as_deref())
        }
        Entry::Copied { input, output } => format!("{input} -> {output} (copied)\n"),
        Entry::Lowered(Lowered { input, output: Some(output), bytes, .. }) => {
            format!("{input} -> {output} ({})\n", numbers::size(*bytes))
        }
        Entry::Lowered(Lowered { input, output: None, bytes, .. }) => format!("{input} ({})\n", numbers::size(*bytes)),
    }
}

/// Writes to standard error. If that is closed, nobody wants to know.
pub fn to_stderr(text: &str) {
    let mut stderr = anstream::stderr().lock();
    let _ = stderr.write_all(text.as_bytes()).and_then(|()| stderr.flush());
}

/// Writes to standard output, where a reader may have seen enough.
pub fn to_stdout(text: &str) -> io::Result<()> {
    let mut stdout = anstream::stdout().lock();
    write::unless_closed(stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()))
}

impl From<Failure> for Report {
    fn from(failure: Failure) -> Self {
        Self { entries: vec![Entry::Failed(failure)] }
    }
}

impl Extend<Self> for Report {
    fn extend<T: IntoIterator<Item = Self>>(&mut self, reports: T) {
        self.entries.extend(reports.into_iter().flat_map(|report| report.entries));
    }
}

impl FromIterator<Self> for Report {
    fn from_iter<T: IntoIterator<Item = Self>>(reports: T) -> Self {
        let mut whole = Self::default();
        whole.extend(reports);
        whole
    }
}
