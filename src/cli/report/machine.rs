//! What there is to say, for programs: a line of JSON for each, or commands of GitHub Actions.

use std::ops::Range;

use downlevel::Label;
use serde::Serialize;

use super::{Entry, Failure, Notice};

/// One line of `--diagnostics-format json`. What is about no place has `null` for all that says where.
#[derive(Serialize, Default)]
#[serde(rename_all = "camelCase")]
struct Line<'a> {
    severity: &'static str,
    code: Option<&'static str>,
    message: &'a str,
    advice: Option<&'a str>,
    file: Option<&'a str>,
    line: Option<usize>,
    column: Option<usize>,
    length: Option<usize>,
    utf16_column: Option<usize>,
    utf16_length: Option<usize>,
    /// In bytes of the file.
    range: Option<Range<usize>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    edition: Option<u16>,
    related: Vec<Place<'a>>,
}

/// A further place in the same file.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Place<'a> {
    line: usize,
    column: usize,
    length: usize,
    utf16_column: usize,
    utf16_length: usize,
    range: Range<usize>,
    note: &'a str,
}

impl<'a> Line<'a> {
    fn of(entry: &'a Entry) -> Option<Self> {
        match entry {
            Entry::Found { name, notice, edition } => Some(Self::found(name, notice, *edition)),
            Entry::Failed(failure) => {
                let Failure { severity, code, message, advice, file } = failure;
                Some(Self {
                    severity: severity.name(),
                    code: *code,
                    message,
                    advice: advice.as_deref(),
                    file: file.as_deref(),
                    ..Self::default()
                })
            }
            Entry::Lowered(_) | Entry::Copied { .. } => None,
        }
    }

    fn found(name: &'a str, notice: &'a Notice, edition: Option<u16>) -> Self {
        let Label { line, column, length, utf16_column, utf16_length, .. } = notice.primary;
        let place = |label: &'a Label| Place {
            line: label.line,
            column: label.column,
            length: label.length,
            utf16_column: label.utf16_column,
            utf16_length: label.utf16_length,
            range: label.range.clone(),
            note: &label.note,
        };
        Self {
            severity: notice.severity.name(),
            code: Some(notice.code),
            message: &notice.message,
            advice: notice.advice.as_deref(),
            file: Some(name),
            line: Some(line),
            column: Some(column),
            length: Some(length),
            utf16_column: Some(utf16_column),
            utf16_length: Some(utf16_length),
            range: Some(notice.primary.range.clone()),
            edition,
            related: notice.related.iter().map(place).collect(),
        }
    }
}

/// A line of JSON.
pub fn json(entry: &Entry) -> String {
    let line = Line::of(entry).and_then(|line| serde_json::to_string(&line).ok());
    line.map(|line| line + "\n").unwrap_or_default()
}

/// `::error file=src/a.js,line=1,col=5,endColumn=8,title=downlevel: syntax::Message%0AAdvice`
pub fn github(entry: &Entry) -> String {
    let Some(line) = Line::of(entry) else { return String::new() };
    let mut properties = vec![];
    properties.extend(line.file.map(|file| format!("file={}", property(file))));
    if let (Some(number), Some(column), Some(length)) = (line.line, line.column, line.length) {
        properties.push(format!("line={number}"));
        properties.push(format!("col={column}"));
        properties.push(format!("endColumn={}", column.saturating_add(length)));
    }
    let title = line.code.map_or_else(|| "downlevel".to_owned(), |code| format!("downlevel: {code}"));
    properties.push(format!("title={}", property(&title)));
    let advice = line.advice.map(|advice| format!("\n{advice}")).unwrap_or_default();
    let message = data(&format!("{}{advice}", line.message));
    format!("::{} {}::{message}\n", line.severity, properties.join(","))
}

/// The text of a command, in which a line end would end the command.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A property of a command, in which `:` and `,` end it too.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
