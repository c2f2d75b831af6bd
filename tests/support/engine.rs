//! The engines that fixtures run on: QuickJS as the modern one, Duktape as the ES5 one.
//!
//! Every run has an engine of its own, with one function that is not of the language: `print` (`prelude.js`).

use std::{
    fmt,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

/// How long a program may run.
const TIME_LIMIT: Duration = Duration::from_secs(5);

const PRELUDE: &str = include_str!("prelude.js");

/// A JavaScript engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// quickjs-ng: ES2023 and more.
    QuickJs,
    /// Duktape 2.2.1: ES5.1 and a few later things, listed in `tests/README.md`.
    Duktape,
}

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::QuickJs => "QuickJS",
            Self::Duktape => "Duktape",
        })
    }
}

/// What a program printed.
#[derive(Debug, Clone, Default)]
pub struct Transcript {
    /// One entry for each call of `print`; an uncaught exception adds `uncaught <name>`.
    pub lines: Vec<String>,
    /// Message and stack of an uncaught exception, in the engine's own words.
    pub note: Option<String>,
}

/// Why a program has no transcript.
#[derive(Debug)]
pub enum Failure {
    /// It is not a program to this engine.
    Syntax(String),
    /// It ran longer than [`TIME_LIMIT`].
    Timeout,
    /// The engine or its binding failed.
    Host(String),
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Syntax(message) => write!(f, "does not parse: {message}"),
            Self::Timeout => write!(f, "still runs after {} seconds", TIME_LIMIT.as_secs()),
            Self::Host(message) => write!(f, "the engine failed: {message}"),
        }
    }
}

impl Engine {
    /// Runs `code` as a script.
    pub fn run(self, code: &str) -> Result<Transcript, Failure> {
        let host = Host::default();
        let ran = match self {
            Self::QuickJs => quickjs::run(code, &host),
            Self::Duktape => duktape::run(code, &host),
        };
        if host.late.load(Ordering::Relaxed) {
            return Err(Failure::Timeout);
        }
        ran?;
        let transcript = host.transcript.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(transcript.clone())
    }
}

/// What a run shares with the engine's callbacks.
#[derive(Clone)]
struct Host {
    transcript: Arc<Mutex<Transcript>>,
    deadline: Instant,
    late: Arc<AtomicBool>,
}

impl Default for Host {
    fn default() -> Self {
        Self { transcript: Arc::default(), deadline: Instant::now() + TIME_LIMIT, late: Arc::default() }
    }
}

impl Host {
    fn write(&self, line: String) {
        self.transcript.lock().unwrap_or_else(PoisonError::into_inner).lines.push(line);
    }

    fn note(&self, text: String) {
        self.transcript.lock().unwrap_or_else(PoisonError::into_inner).note = Some(text);
    }

    /// Whether the engine has to stop. Remembered, because a program can catch what an engine throws to stop it.
    fn is_late(&self) -> bool {
        let late = Instant::now() > self.deadline;
        self.late.fetch_or(late, Ordering::Relaxed) || late
    }
}

mod quickjs {
    use rquickjs::{Context, Ctx, Error, Function, Runtime, Value, context::EvalOptions};

    use super::{Failure, Host, PRELUDE};

    pub fn run(code: &str, host: &Host) -> Result<(), Failure> {
        let runtime = Runtime::new().map_err(failure)?;
        let limit = host.clone();
        runtime.set_interrupt_handler(Some(Box::new(move || limit.is_late())));
        let context = Context::full(&runtime).map_err(failure)?;
        context.with(|ctx| {
            let report = prelude(&ctx, host).map_err(failure)?;
            match ctx.eval_with_options::<Value, _>(code, sloppy()) {
                Ok(_) => {
                    while !host.is_late() && ctx.execute_pending_job() {}
                    Ok(())
                }
                Err(Error::Exception) => uncaught(&ctx, &report, host),
                Err(error) => Err(failure(error)),
            }
        })
    }

    fn prelude<'js>(ctx: &Ctx<'js>, host: &Host) -> rquickjs::Result<Function<'js>> {
        let (writer, noter) = (host.clone(), host.clone());
        let write = Function::new(ctx.clone(), move |line: String| writer.write(line))?;
        let note = Function::new(ctx.clone(), move |text: String| noter.note(text))?;
        ctx.eval_with_options::<Function, _>(PRELUDE, sloppy())?.call((write, note))
    }

    /// The binding runs strict code unless told otherwise.
    fn sloppy() -> EvalOptions {
        let mut options = EvalOptions::default();
        options.strict = false;
        options
    }

    /// Reports the pending exception. A syntax error before anything was printed is taken as one of the program
    /// itself: this engine does not tell compiling and running apart.
    fn uncaught<'js>(ctx: &Ctx<'js>, report: &Function<'js>, host: &Host) -> Result<(), Failure> {
        report.call::<_, ()>((ctx.catch(),)).map_err(failure)?;
        let transcript = host.transcript.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        match &transcript.lines[..] {
            [only] if only == "uncaught SyntaxError" => {
                Err(Failure::Syntax(transcript.note.clone().unwrap_or_default()))
            }
            _ => Ok(()),
        }
    }

    fn failure(error: Error) -> Failure {
        Failure::Host(error.to_string())
    }
}

mod duktape {
    use ducc::{Ducc, Error, ExecSettings, Function, Invocation};

    use super::{Failure, Host, PRELUDE};

    /// Runs the program that was compiled before: only `exec` can be interrupted, and only scripts can catch
    /// what is not an object.
    const DRIVER: &str = r#"
        (function (global) {
            var main = global.__main, report = global.__report;
            delete global.__main;
            delete global.__report;
            try { main.call(global); } catch (error) { report(error); }
        })(this);
    "#;

    pub fn run(code: &str, host: &Host) -> Result<(), Failure> {
        let engine = Ducc::new();
        let report = prelude(&engine, host).map_err(failure)?;
        let main = engine.compile(code, Some("output.js")).map_err(|error| Failure::Syntax(error.to_string()))?;
        engine.globals().set("__main", main).map_err(failure)?;
        engine.globals().set("__report", report).map_err(failure)?;
        let limit = host.clone();
        let settings = ExecSettings { cancel_fn: Some(Box::new(move || limit.is_late())) };
        engine.exec::<()>(DRIVER, None, settings).map_err(failure)
    }

    fn prelude<'a>(engine: &'a Ducc, host: &Host) -> ducc::Result<Function<'a>> {
        let (writer, noter) = (host.clone(), host.clone());
        let write = engine.create_function(move |call: Invocation| {
            let (line,): (String,) = call.args.into(call.ducc)?;
            writer.write(line);
            Ok(())
        });
        let note = engine.create_function(move |call: Invocation| {
            let (text,): (String,) = call.args.into(call.ducc)?;
            noter.note(text);
            Ok(())
        });
        engine.exec::<Function>(PRELUDE, None, ExecSettings { cancel_fn: None })?.call((write, note))
    }

    fn failure(error: Error) -> Failure {
        Failure::Host(error.to_string())
    }
}
