//! What is done on the thread that calls or on the thread pool: the same in both.

use std::{
    mem,
    panic::{self, AssertUnwindSafe},
};

use downlevel::{CheckOptions, Finding, Options};
use napi::{Either, Env, Error, Result, Task, bindgen_prelude::Uint8Array};
use napi_derive::napi;
use serde::Serialize;

use crate::{
    decode::decode,
    message::{Message, Newer},
    notice::Notice,
    options,
};

/// A text, or the bytes of a file.
pub enum Source {
    Text(String),
    Bytes(Vec<u8>),
}

impl Source {
    fn decode(self, name: &str) -> std::result::Result<String, Failure> {
        match self {
            Self::Text(text) => Ok(text),
            Self::Bytes(bytes) => decode(bytes, name).map_err(|notice| Failure(vec![*notice])),
        }
    }
}

struct Failure(Vec<Notice>);

impl From<downlevel::Errors> for Failure {
    fn from(errors: downlevel::Errors) -> Self {
        Self(notices(errors))
    }
}

fn notices(diagnostics: impl IntoIterator<Item = downlevel::Diagnostic>) -> Vec<Notice> {
    diagnostics.into_iter().map(Notice::from).collect()
}

/// What a call gives back. Lists of structures are JSON, for one crossing of the border.
#[napi(object)]
#[derive(Default)]
pub struct Reply {
    /// The code, of a transform that went well.
    pub code: Option<String>,
    /// Its source map, if one was asked for.
    pub map: Option<String>,
    /// The built-ins that the code needs.
    pub required_builtins: Option<Vec<String>>,
    /// The warnings about a transform that went well, if there are any: a list of messages.
    pub warnings: Option<String>,
    /// What is newer than ES5, of a check that went well: a list of findings.
    pub findings: Option<String>,
    /// Why it did not go well: a list of messages.
    pub errors: Option<String>,
}

impl From<Failure> for Reply {
    fn from(Failure(errors): Failure) -> Self {
        Self { errors: Some(json(&Message::all(&errors))), ..Self::default() }
    }
}

fn json<T: Serialize>(items: &[T]) -> String {
    serde_json::to_string(items).unwrap_or_default()
}

/// One source to be looked at in one way.
pub struct Job {
    source: Source,
    options: Options,
}

impl Job {
    fn new(source: Either<String, Uint8Array>, options: &str) -> Result<Self> {
        Ok(Self { options: options::read(options)?, source: source.into() })
    }

    /// Runs once: the source is given up.
    fn run(&mut self, work: impl FnOnce(&str, &Options) -> std::result::Result<Reply, downlevel::Errors>) -> Reply {
        let source = mem::replace(&mut self.source, Source::Text(String::new()));
        let work = |text: String| work(&text, &self.options).map_err(Failure::from);
        source.decode(&self.options.filename).and_then(work).unwrap_or_else(Reply::from)
    }
}

/// A panic on the thread pool would end the process.
fn guarded(work: impl FnOnce() -> Reply) -> Result<Reply> {
    panic::catch_unwind(AssertUnwindSafe(work)).map_err(|_| Error::from_reason("downlevel: a bug: the addon panicked"))
}

/// A source to be lowered.
pub struct Transform(Job);

impl Transform {
    /// # Errors
    /// The options are wrong.
    pub fn new(source: Either<String, Uint8Array>, options: &str) -> Result<Self> {
        Job::new(source, options).map(Self)
    }

    /// Lowers it.
    pub fn run(&mut self) -> Reply {
        self.0.run(|text, options| {
            let downlevel::Output { code, map, required_builtins, warnings, .. } = downlevel::transform(text, options)?;
            let warnings = (!warnings.is_empty()).then(|| json(&Message::all(&notices(warnings))));
            let required_builtins = Some(required_builtins);
            Ok(Reply { code: Some(code), map, required_builtins, warnings, ..Reply::default() })
        })
    }
}

impl Task for Transform {
    type Output = Reply;
    type JsValue = Reply;

    fn compute(&mut self) -> Result<Reply> {
        guarded(|| self.run())
    }

    fn resolve(&mut self, _: Env, reply: Reply) -> Result<Reply> {
        Ok(reply)
    }
}

/// A source to be checked.
pub struct Check(Job);

impl Check {
    /// # Errors
    /// The options are wrong.
    pub fn new(source: Either<String, Uint8Array>, options: &str) -> Result<Self> {
        Job::new(source, options).map(Self)
    }

    /// Checks it.
    pub fn run(&mut self) -> Reply {
        self.0.run(|text, options| {
            let findings: Vec<Finding> = downlevel::check(text, &CheckOptions::from(options))?;
            Ok(Reply {
                findings: Some(json(&findings.iter().map(Newer::from).collect::<Vec<_>>())),
                ..Reply::default()
            })
        })
    }
}

impl Task for Check {
    type Output = Reply;
    type JsValue = Reply;

    fn compute(&mut self) -> Result<Reply> {
        guarded(|| self.run())
    }

    fn resolve(&mut self, _: Env, reply: Reply) -> Result<Reply> {
        Ok(reply)
    }
}
