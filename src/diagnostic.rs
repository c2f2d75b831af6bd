//! What went wrong, where, and what to do about it, as callers see it: with lines and columns.

use std::{borrow::Cow, fmt, slice, vec};

use swc_common::SourceFile;

use crate::{
    code::Code,
    label::{Label, Source},
    problem::Problem,
};

/// One finding about a source, ready to be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "camelCase"))]
#[non_exhaustive]
pub struct Diagnostic {
    /// Whether it stopped the file from being lowered.
    pub severity: Severity,
    /// What kind of finding it is.
    pub code: Code,
    /// What is wrong: one sentence without a full stop.
    pub message: String,
    /// What to do about it, if something can be done.
    pub advice: Option<String>,
    /// The place it is about.
    pub primary: Label,
    /// Further places that explain it, such as the first of two declarations.
    pub related: Vec<Label>,
}

/// How bad a [`Diagnostic`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "lowercase"))]
#[non_exhaustive]
pub enum Severity {
    /// Nothing was produced.
    Error,
    /// The output was produced, and may differ from the source in the way described.
    Warning,
}

impl Severity {
    /// The word for it: `error`, `warning`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// `file:line:column: message`, and the advice on a line of its own.
impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Label { file, line, column, .. } = &self.primary;
        write!(f, "{file}:{line}:{column}: {}", self.message)?;
        if let Some(advice) = &self.advice {
            write!(f, "\n  {advice}")?;
        }
        Ok(())
    }
}

impl Diagnostic {
    fn locate(problem: Problem, severity: Severity, source: &Source<'_>) -> Self {
        Self {
            severity,
            code: problem.code,
            message: problem.message.into_owned(),
            advice: problem.advice.map(Cow::into_owned),
            primary: source.label(problem.span, String::new()),
            related: problem.related.into_iter().map(|(span, note)| source.label(span, note)).collect(),
        }
    }
}

/// Why a source could not be lowered: every error that was found in it, in source order; never empty.
///
/// ```
/// use downlevel::{Errors, Options, transform};
///
/// let errors: Errors = transform("let a; let a;\nlet b; let b;", &Options::default()).unwrap_err();
/// let lines: Vec<usize> = errors.iter().map(|error| error.primary.line).collect();
/// assert_eq!(lines, [1, 2]);
/// for error in errors {
///     println!("{error} [{}]", error.code);
/// }
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(transparent))]
pub struct Errors(Vec<Diagnostic>);

impl Errors {
    /// The errors of a file.
    pub(crate) fn locate(problems: Vec<Problem>, file: &SourceFile, filename: &str) -> Self {
        Self::new(located(problems, Severity::Error, file, filename))
    }

    fn new(diagnostics: Vec<Diagnostic>) -> Self {
        debug_assert!(!diagnostics.is_empty(), "who fails says why");
        Self(diagnostics)
    }

    /// One after the other.
    pub fn iter(&self) -> slice::Iter<'_, Diagnostic> {
        self.0.iter()
    }

    /// All of them.
    pub fn as_slice(&self) -> &[Diagnostic] {
        &self.0
    }

    /// All of them, to be kept.
    pub fn into_vec(self) -> Vec<Diagnostic> {
        self.0
    }
}

impl IntoIterator for Errors {
    type Item = Diagnostic;
    type IntoIter = vec::IntoIter<Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a> IntoIterator for &'a Errors {
    type Item = &'a Diagnostic;
    type IntoIter = slice::Iter<'a, Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl fmt::Display for Errors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, diagnostic) in self.0.iter().enumerate() {
            if index > 0 {
                writeln!(f)?;
            }
            diagnostic.fmt(f)?;
        }
        Ok(())
    }
}

impl std::error::Error for Errors {}

/// The findings about a file, in the order of the source.
pub(crate) fn located(
    mut problems: Vec<Problem>,
    severity: Severity,
    file: &SourceFile,
    filename: &str,
) -> Vec<Diagnostic> {
    if problems.is_empty() {
        return vec![];
    }
    let source = Source::new(filename, file);
    problems.sort_by_key(|problem| problem.span.lo);
    problems.into_iter().map(|problem| Diagnostic::locate(problem, severity, &source)).collect()
}
