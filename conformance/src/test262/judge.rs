//! Runs one test in one mode, and says whether it passed or why not.

use std::{
    any::Any,
    cell::RefCell,
    fmt, fs,
    panic::{AssertUnwindSafe, catch_unwind},
    path::Path,
    rc::Rc,
};

use downlevel::{Diagnostic, Errors, Modules, Options, SourceType};
use serde::Serialize;

use super::{
    harness::Harness,
    metadata::{Flag, Phase},
    realm::{Code, Engine, Program, Run},
    select::{Test, Variant},
};
use crate::es5::{self, Violation};

/// What [`Judge::judge`] says.
#[derive(Debug)]
pub enum Verdict {
    Pass,
    /// A source with an early error was refused, as it has to be.
    Refused(Cause),
    Fail(Reason),
    /// The engine fails the test as it is, so it cannot judge what became of it.
    NotCounted(Reason),
}

/// Why a test failed.
#[derive(Debug, Clone, Serialize)]
pub struct Reason {
    /// A few words that many failures share.
    pub class: String,
    /// What happened in this test.
    pub detail: String,
}

/// Why a source with an early error was refused.
#[derive(Debug)]
pub enum Cause {
    /// By an error that says so.
    EarlyError {
        /// [`Diagnostic::code`].
        code: downlevel::Code,
    },
    /// By errors that say something else: that a construct is newer, or cannot be lowered.
    Other(Reason),
}

impl Reason {
    fn new(class: impl Into<String>, detail: impl fmt::Display) -> Self {
        Self { class: class.into(), detail: detail.to_string() }
    }
}

/// What lowers tests and runs them.
pub struct Judge<'a> {
    engine: Engine,
    harness: &'a Harness,
    /// `Options::spec`.
    spec: bool,
}

impl<'a> Judge<'a> {
    pub fn new(harness: &'a Harness, spec: bool) -> Result<Self, String> {
        Ok(Self { engine: Engine::new()?, harness, spec })
    }

    /// Lowers a test and runs it.
    pub fn judge(&mut self, test: &Test, variant: Variant) -> Verdict {
        if test.metadata.is_early_error() {
            return self.refuses(test, variant).map_or_else(Verdict::Fail, Verdict::Refused);
        }
        match self.behaves(test, variant) {
            Ok(()) => Verdict::Pass,
            Err(reason) => match self.as_it_is(test, variant) {
                Ok(()) => Verdict::Fail(reason),
                Err(reason) => Verdict::NotCounted(reason),
            },
        }
    }

    /// Why downlevel itself refuses a source with an early error.
    fn refuses(&mut self, test: &Test, variant: Variant) -> Result<Cause, Reason> {
        match lower(&test.code(variant), variant, self.spec) {
            Err(Refusal::EarlyError(found)) => Ok(Cause::EarlyError { code: found.code }),
            Err(refusal @ Refusal::Source(_)) => Ok(Cause::Other(refusal.reason())),
            Err(refusal) => Err(refusal.reason()),
            Ok(code) => {
                let program = Program { harness: &[], code: Code::Script(&code) };
                let class = match self.engine.run(&program).map_err(host)?.thrown {
                    Some(thrown) if thrown.constructor == "SyntaxError" => "accepted, the engine refuses the output",
                    _ => "accepted",
                };
                Err(Reason::new(class, "a source with an early error was lowered"))
            }
        }
    }

    /// Whether the lowered test does what the test expects.
    fn behaves(&mut self, test: &Test, variant: Variant) -> Result<(), Reason> {
        if variant == Variant::Module {
            return self.module_behaves(test);
        }
        let code = lower_to_es5(&test.code(variant), variant, self.spec).map_err(Refusal::reason)?;
        self.run(test, Code::Script(&code))
    }

    /// The same for a module: it and what it imports are lowered to CommonJS, file by file as they are required.
    fn module_behaves(&mut self, test: &Test) -> Result<(), Reason> {
        let failure = Rc::new(RefCell::new(None));
        let (found, spec) = (failure.clone(), self.spec);
        let load = move |path: &Path| {
            let source = fs::read_to_string(path).map_err(|error| error.to_string())?;
            lower_to_es5(&source, Variant::Module, spec).map_err(|refusal| {
                let is_error_of_source = matches!(refusal, Refusal::EarlyError(_) | Refusal::Source(_));
                let reason = refusal.reason();
                let message = reason.detail.clone();
                if !is_error_of_source {
                    *found.borrow_mut() = Some(reason);
                }
                message
            })
        };
        let judged = self.run(test, Code::CommonJs(&test.file, Rc::new(load)));
        failure.take().map_or(judged, Err)
    }

    /// Whether the engine passes the test without lowering.
    fn as_it_is(&mut self, test: &Test, variant: Variant) -> Result<(), Reason> {
        if variant == Variant::Module {
            self.run(test, Code::Module(&test.file))
        } else {
            self.run(test, Code::Script(&test.code(variant)))
        }
    }

    fn run(&mut self, test: &Test, code: Code<'_>) -> Result<(), Reason> {
        let files = self.harness.files_for(&test.metadata).map_err(host)?;
        let run = self.engine.run(&Program { harness: &files, code }).map_err(host)?;
        expect(test, &run)
    }
}

/// Compares a run with what the test expects (`INTERPRETING.md`, "Test Results").
fn expect(test: &Test, run: &Run) -> Result<(), Reason> {
    if run.timed_out {
        return Err(Reason::new("timeout", "it had to be stopped"));
    }
    match (&test.metadata.negative, &run.thrown) {
        (Some(expected), Some(thrown)) if thrown.constructor == expected.constructor => Ok(()),
        (Some(expected), Some(thrown)) => {
            let class = format!("throws {} instead of {}", thrown.constructor, expected.constructor);
            Err(Reason::new(class, &thrown.text))
        }
        (Some(expected), None) if expected.phase == Phase::Resolution => {
            Err(Reason::new("links", format!("it should have thrown a {}", expected.constructor)))
        }
        (Some(expected), None) => {
            Err(Reason::new("throws nothing", format!("it should have thrown a {}", expected.constructor)))
        }
        (None, Some(thrown)) if thrown.constructor == "Test262Error" => Err(Reason::new("assert", &thrown.text)),
        (None, Some(thrown)) => Err(Reason::new(format!("throws {}", thrown.constructor), &thrown.text)),
        (None, None) if test.metadata.has(Flag::Async) => is_done(&run.printed),
        (None, None) => Ok(()),
    }
}

/// Whether an asynchronous test has called `$DONE`, and with nothing to say.
fn is_done(printed: &[String]) -> Result<(), Reason> {
    if let Some(failure) = printed.iter().find_map(|line| line.strip_prefix("Test262:AsyncTestFailure:")) {
        let class = match failure.split_once(':') {
            Some(("Test262Error", _)) => "assert".into(),
            Some((name, _)) => format!("throws {name}"),
            None => "throws".into(),
        };
        return Err(Reason::new(class, failure));
    }
    if printed.iter().any(|line| line == "Test262:AsyncTestComplete") {
        return Ok(());
    }
    Err(Reason::new("never done", "$DONE was not called"))
}

/// Why there is no ES5 code to run.
enum Refusal {
    /// The source breaks a rule of the grammar.
    EarlyError(Box<Diagnostic>),
    /// It holds what is newer than what is lowered, or what ES5 cannot express.
    Source(Box<Diagnostic>),
    /// It is, but could not be lowered.
    Lowering(Box<Diagnostic>),
    NotEs5(Violation),
    Panic(String),
}

impl Refusal {
    fn reason(self) -> Reason {
        match self {
            Self::EarlyError(found) | Self::Source(found) => Reason::new(format!("refused: {}", found.code), &found),
            Self::Lowering(found) => {
                let feature = found.message.strip_suffix(" cannot be lowered to ES5 yet").unwrap_or(&found.message);
                Reason::new(format!("{}: {feature}", found.code), &found)
            }
            Self::NotEs5(found) => Reason::new(format!("not-es5: {}", found.what), &found),
            Self::Panic(message) => Reason::new("panic", message),
        }
    }
}

fn lower_to_es5(source: &str, variant: Variant, spec: bool) -> Result<String, Refusal> {
    let code = lower(source, variant, spec)?;
    match es5::violations(&code, false).into_iter().next() {
        Some(violation) => Err(Refusal::NotEs5(violation)),
        None => Ok(code),
    }
}

fn lower(source: &str, variant: Variant, spec: bool) -> Result<String, Refusal> {
    let source_type = if variant == Variant::Module { SourceType::Module } else { SourceType::Script };
    let options = Options { source_type, modules: Modules::CommonJs, spec, ..Options::default() };
    match catch_unwind(AssertUnwindSafe(|| downlevel::transform(source, &options))) {
        Ok(Ok(output)) => Ok(output.code),
        Ok(Err(errors)) => Err(refusal(errors)),
        Err(panic) => Err(Refusal::Panic(panic_message(&*panic))),
    }
}

/// What stands for all errors of a file: an early error, if there is one, or else one of the source.
fn refusal(errors: Errors) -> Refusal {
    let first = |is: fn(&Diagnostic) -> bool| errors.iter().find(|found| is(found)).cloned().map(Box::new);
    let early_error = first(is_early_error).map(Refusal::EarlyError);
    let of_source = || first(|found| !is_of_lowering(found)).map(Refusal::Source);
    let refusal = early_error.or_else(of_source).or_else(|| first(is_of_lowering).map(Refusal::Lowering));
    refusal.unwrap_or_else(|| Refusal::Panic("refused without a reason".into()))
}

fn is_early_error(found: &Diagnostic) -> bool {
    matches!(found.code, downlevel::Code::Syntax | downlevel::Code::Redeclared)
}

fn is_of_lowering(found: &Diagnostic) -> bool {
    use downlevel::Code::{Internal, TooDeep, Unspellable, Unsupported};
    matches!(found.code, Unsupported | Unspellable | TooDeep | Internal)
}

fn panic_message(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref::<&str>().copied());
    text.unwrap_or("a panic without a message").into()
}

fn host(message: String) -> Reason {
    Reason::new("host", message)
}
