//! What went wrong, where, and what to do about it.
//!
//! Inside the crate a finding is a [`Problem`]: spans and words. [`Diagnostic::locate`] turns it into what
//! callers see, with lines and columns. Every message of the crate is made by a function of [`Problem`], so
//! that wording lives in one place.

use std::{borrow::Cow, fmt};

use swc_common::{DUMMY_SP, SourceFile, Span};

/// One finding about a source, ready to be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "camelCase"))]
pub struct Diagnostic {
    /// Whether it stopped the file from being lowered.
    pub severity: Severity,
    /// A stable name for this kind of finding, such as `syntax` or `unsupported`.
    pub code: &'static str,
    /// What is wrong: one sentence without a full stop.
    pub message: String,
    /// What to do about it, if something can be done.
    pub advice: Option<String>,
    /// The place it is about.
    pub primary: Label,
    /// Further places that explain it, such as the first of two declarations.
    pub related: Vec<Label>,
}

/// A place in a source, with the line it stands on.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "camelCase"))]
pub struct Label {
    /// [`Options::filename`](crate::Options::filename).
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// Column in Unicode characters, from 1.
    pub column: usize,
    /// How many characters of that line the place covers, at least 1.
    pub length: usize,
    /// The text of the line, without its terminator.
    pub source_line: String,
    /// What to say about this place; empty for a primary place that needs no more than the message.
    pub note: String,
}

/// How bad a [`Diagnostic`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "lowercase"))]
pub enum Severity {
    /// Nothing was produced.
    Error,
    /// The output was produced, and may differ from the source in the way described.
    Warning,
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
    pub(crate) fn locate(problem: Problem, severity: Severity, source: &Source<'_>) -> Self {
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
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Errors(pub Vec<Diagnostic>);

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

/// Where spans lead: the source text and the name to show for it.
pub(crate) struct Source<'a> {
    pub(crate) filename: &'a str,
    pub(crate) file: &'a SourceFile,
}

impl Source<'_> {
    fn label(&self, span: Span, note: String) -> Label {
        let src: &str = &self.file.src;
        let start = self.offset(span.lo, src);
        let end = self.offset(span.hi, src).max(start);
        let line_start = src[..start]
            .rfind(['\n', '\r', '\u{2028}', '\u{2029}'])
            .map_or(0, |at| at + src[at..].chars().next().map_or(1, char::len_utf8));
        let rest = &src[line_start..];
        let line_end = line_start + rest.find(['\n', '\r', '\u{2028}', '\u{2029}']).unwrap_or(rest.len());
        Label {
            file: self.filename.to_owned(),
            line: 1 + count_line_ends(&src[..line_start]),
            column: 1 + src[line_start..start].chars().count(),
            length: src[start.min(line_end)..end.min(line_end).max(start.min(line_end))].chars().count().max(1),
            source_line: src[line_start..line_end].to_owned(),
            note,
        }
    }

    /// The byte offset of a position, moved back onto a character boundary of the text.
    fn offset(&self, pos: swc_common::BytePos, src: &str) -> usize {
        let offset = pos.0.saturating_sub(self.file.start_pos.0) as usize;
        src.floor_char_boundary(offset.min(src.len()))
    }
}

/// How many line terminators a text holds; CR LF is one.
fn count_line_ends(text: &str) -> usize {
    let crlf = text.matches("\r\n").count();
    text.matches(['\n', '\r', '\u{2028}', '\u{2029}']).count() - crlf
}

/// A finding inside the crate: spans and words.
#[derive(Debug)]
pub(crate) struct Problem {
    pub(crate) span: Span,
    pub(crate) code: &'static str,
    pub(crate) message: Cow<'static, str>,
    pub(crate) advice: Option<Cow<'static, str>>,
    pub(crate) related: Vec<(Span, String)>,
}

impl Problem {
    fn new(span: Span, code: &'static str, message: impl Into<Cow<'static, str>>) -> Self {
        Self { span, code, message: message.into(), advice: None, related: vec![] }
    }

    fn advise(mut self, advice: impl Into<Cow<'static, str>>) -> Self {
        self.advice = Some(advice.into());
        self
    }

    /// The source breaks a rule of the grammar.
    pub(crate) fn syntax(span: Span, message: impl Into<Cow<'static, str>>) -> Self {
        Self::new(span, "syntax", message)
    }

    /// A name is declared twice in one scope.
    pub(crate) fn redeclared(name: &str, span: Span, first: Span) -> Self {
        let mut problem = Self::new(span, "redeclared", format!("`{name}` is declared twice in this scope"));
        problem.related.push((first, format!("`{name}` is first declared here")));
        problem.advise("rename one of the two, or drop the second declaration")
    }

    /// Valid ES2018 that is not lowered.
    pub(crate) fn unsupported(span: Span, feature: &str) -> Self {
        Self::new(span, "unsupported", format!("{feature} cannot be lowered to ES5 yet"))
            .advise("lower this construct with another tool first, or write it without it")
    }

    /// A global name that ES5 has no way to spell.
    pub(crate) fn unspellable(span: Span, name: &str) -> Self {
        Self::new(span, "unspellable", format!("ES5 cannot spell the global name `{name}`"))
            .advise("declare it in this file, or read it as a property of the global object")
    }

    /// The pattern or the flags of a regular expression break the grammar.
    pub(crate) fn regular_expression(span: Span, message: &str) -> Self {
        let mut message = message.trim_start_matches("Invalid regular expression: ").to_owned();
        if let Some(first) = message.get_mut(..1) {
            first.make_ascii_lowercase();
        }
        Self::syntax(span, format!("invalid regular expression: {message}"))
    }

    /// A lookbehind assertion in a regular expression.
    pub(crate) fn lookbehind(span: Span) -> Self {
        Self::new(span, "lookbehind", "ES5 regular expressions cannot look behind")
            .advise("match what comes before as well, in a group of its own, and leave it out of what you use")
    }

    /// A pattern with the flag `u` that looks for trail surrogates on their own.
    pub(crate) fn lone_trail_surrogate(span: Span) -> Self {
        Self::new(
            span,
            "lone-surrogate",
            "ES5 finds a match that begins with a trail surrogate only where a line begins",
        )
        .advise("match what may come before as well, as in `/(?:^|[^])\\uDC00/u`")
    }

    /// Syntax of an edition after ES2018.
    pub(crate) fn too_new(span: Span, feature: &str, edition: u16) -> Self {
        Self::new(span, "too-new", format!("{feature} is ES{edition}; downlevel takes ES2018"))
            .advise("lower to ES2018 first, for example with `esbuild --target=es2018`")
    }

    /// The source nests more deeply than can be handled.
    pub(crate) fn too_deep(span: Span) -> Self {
        Self::new(span, "too-deep", "the source nests too deeply to be lowered")
            .advise("split the expression or statement that nests here")
    }

    /// The printer refused the tree.
    pub(crate) fn unprintable(span: Span, error: &std::io::Error) -> Self {
        Self::new(span, "internal", format!("the lowered code could not be printed: {error}"))
            .advise("this is a fault of downlevel: please report it, with the source")
    }

    /// The text of a runtime helper is not what the parser takes: a mistake in this crate, not in the source.
    pub(crate) fn broken_helper(name: &str, reason: &str) -> Self {
        Self::new(DUMMY_SP, "internal", format!("the helper `{name}` does not parse: {reason}"))
            .advise("this is a bug in downlevel: please report it")
    }
}
