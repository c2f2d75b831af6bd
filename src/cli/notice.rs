//! What is said of a place in a file: what the library found, and what only the command looks at, such as whether the bytes
//! of a file are text.

use downlevel::{Diagnostic, Label, Severity};

/// A message with its place. It has the fields of a [`Diagnostic`], but for its code: the command has more of them.
#[derive(Debug, Clone)]
pub struct Notice {
    pub severity: Severity,
    pub code: &'static str,
    /// One sentence without a full stop.
    pub message: String,
    pub advice: Option<String>,
    pub primary: Label,
    pub related: Vec<Label>,
}

impl From<Diagnostic> for Notice {
    fn from(Diagnostic { severity, code, message, advice, primary, related, .. }: Diagnostic) -> Self {
        Self { severity, code: code.name(), message, advice, primary, related }
    }
}
