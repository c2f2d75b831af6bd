//! Diagnostics and findings as JavaScript has them: flat, with a code frame that is rendered already.

use std::ops::Range;

use downlevel::{Finding, Label, Severity};
use serde::Serialize;

use crate::{frame, notice::Notice};

/// A [`Notice`].
#[derive(Serialize)]
pub struct Message<'a> {
    severity: Severity,
    code: &'a str,
    message: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    advice: Option<&'a str>,
    #[serde(flatten)]
    place: Place<'a>,
    frame: String,
    related: Vec<Place<'a>>,
}

/// A [`Finding`]. It has no frame: a minified line can have thousands.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Newer<'a> {
    feature: &'a str,
    edition: u16,
    message: String,
    in_string: bool,
    #[serde(flatten)]
    place: Place<'a>,
}

/// A [`Label`] without its line, which may be a megabyte.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Place<'a> {
    file: &'a str,
    line: usize,
    column: usize,
    length: usize,
    utf16_column: usize,
    utf16_length: usize,
    range: &'a Range<usize>,
    #[serde(skip_serializing_if = "str::is_empty")]
    note: &'a str,
}

impl<'a> Message<'a> {
    /// Those of `notices`, whose lines are looked at together.
    pub fn all(notices: &'a [Notice]) -> Vec<Self> {
        let mut lines = frame::Lines::default();
        notices.iter().map(|notice| Self::new(notice, &mut lines)).collect()
    }

    fn new(notice: &'a Notice, lines: &mut frame::Lines) -> Self {
        let frame = frame::render(notice, &notice.primary.file, lines);
        Self {
            severity: notice.severity,
            code: notice.code,
            message: &notice.message,
            advice: notice.advice.as_deref(),
            place: Place::from(&notice.primary),
            frame: anstream::adapter::strip_str(&frame).to_string().trim_end().to_owned(),
            related: notice.related.iter().map(Place::from).collect(),
        }
    }
}

impl<'a> From<&'a Finding> for Newer<'a> {
    fn from(Finding { feature, place, in_string, .. }: &'a Finding) -> Self {
        Self {
            feature: feature.name(),
            edition: feature.edition(),
            message: format!("{feature} is from ES{}", feature.edition()),
            in_string: *in_string,
            place: Place::from(place),
        }
    }
}

impl<'a> From<&'a Label> for Place<'a> {
    fn from(Label { file, range, line, column, length, utf16_column, utf16_length, note, .. }: &'a Label) -> Self {
        let (line, column, length) = (*line, *column, *length);
        let (utf16_column, utf16_length) = (*utf16_column, *utf16_length);
        Self { file, line, column, length, utf16_column, utf16_length, range, note }
    }
}
