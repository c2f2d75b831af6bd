//! What a configuration file holds, and where in the file: the same for JSON and TOML.

use std::ops::Range;

use downlevel::{Label, Severity};

use super::super::{notice::Notice, report::Report};

/// A place in the text of the file, in bytes.
pub type Place = Range<usize>;

/// A value and its place.
#[derive(Debug)]
pub struct Node {
    pub value: Value,
    pub place: Place,
}

/// A value.
#[derive(Debug)]
pub enum Value {
    Bool(bool),
    Integer(String),
    Text(String),
    List(Vec<Node>),
    Table(Vec<Entry>),
    /// What no key takes: its name.
    Other(&'static str),
}

/// A key of a table and its value.
#[derive(Debug)]
pub struct Entry {
    pub key: String,
    pub place: Place,
    pub node: Node,
}

impl Value {
    /// What a message calls it.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Bool(_) => "a boolean",
            Self::Integer(_) => "an integer",
            Self::Text(_) => "a string",
            Self::List(_) => "a list",
            Self::Table(_) => "a table",
            Self::Other(kind) => kind,
        }
    }
}

/// What is wrong with a file.
#[derive(Debug)]
pub struct Wrong {
    pub place: Place,
    pub message: String,
    pub advice: Option<String>,
}

impl Wrong {
    pub fn new(place: &Place, message: impl Into<String>) -> Self {
        Self { place: place.clone(), message: message.into(), advice: None }
    }

    /// Adds what to do about it.
    pub fn advise(mut self, advice: impl Into<String>) -> Self {
        self.advice = Some(advice.into());
        self
    }
}

/// The text of a file, and what messages call the file.
pub struct Text<'a> {
    pub name: &'a str,
    pub source: &'a str,
}

impl Text<'_> {
    /// `wrong` with the line that it is about.
    pub fn report(&self, wrong: Wrong) -> Report {
        let notice = Notice {
            severity: Severity::Error,
            code: "configuration",
            message: wrong.message,
            advice: wrong.advice,
            primary: Label::new(self.name, self.source, wrong.place),
            related: vec![],
        };
        let mut report = Report::default();
        report.add([notice], self.name);
        report
    }
}
