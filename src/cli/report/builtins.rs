//! `--report`: the built-ins after ES5 that the output needs, of each file and in total.

use std::{collections::BTreeSet, fmt::Write};

use serde::Serialize;

use super::{Lowered, Report};

/// The JSON of `--report=json`. A change that breaks readers gets another `version`.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Builtins<'a> {
    version: u8,
    /// What all files need together, sorted.
    required_builtins: BTreeSet<&'a str>,
    files: Vec<File<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct File<'a> {
    input: &'a str,
    output: Option<&'a str>,
    required_builtins: &'a [String],
}

impl<'a> Builtins<'a> {
    /// Of every file that was lowered.
    pub fn of(report: &'a Report) -> Self {
        let file = |Lowered { input, output, required_builtins, .. }: &'a Lowered| File {
            input,
            output: output.as_deref(),
            required_builtins,
        };
        let files: Vec<File> = report.files().map(file).collect();
        let all = files.iter().flat_map(|file| file.required_builtins).map(String::as_str);
        Self { version: 1, required_builtins: all.collect(), files }
    }

    /// One JSON object on one line.
    pub fn json(&self) -> String {
        serde_json::to_string(self).map(|json| json + "\n").unwrap_or_default()
    }

    /// ```text
    /// src/a.js: Promise
    /// src/b.js: nothing
    /// In total: Promise
    /// ```
    pub fn text(&self) -> String {
        let mut text = String::from("Built-ins after ES5 that the output needs:\n");
        for file in &self.files {
            let _ = writeln!(text, "  {}: {}", file.input, list(file.required_builtins));
        }
        if self.files.len() != 1 {
            let total: Vec<&str> = self.required_builtins.iter().copied().collect();
            let _ = writeln!(text, "In total: {}", list(&total));
        }
        text
    }
}

fn list<T: AsRef<str>>(names: &[T]) -> String {
    if names.is_empty() {
        return "none".to_owned();
    }
    names.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(", ")
}
