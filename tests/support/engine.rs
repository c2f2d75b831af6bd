//! The engines that fixtures run on: QuickJS as the modern one, Duktape as the ES5 one.
//!
//! Every run has an engine of its own, with one function that is not of the language: `print` (`prelude.js`).

use std::{
    fmt,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use cpu_time::ThreadTime;

/// How long a program may run: time of the processor, so that a busy machine does not matter.
const TIME_LIMIT: Duration = Duration::from_secs(5);

const PRELUDE: &str = include_str!("prelude.js");
const JOBS: &str = include_str!("jobs.js");

/// A built-in that Duktape lacks, written in ES5.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Polyfill {
    /// `Promise`, with a queue of jobs that is worked off when the program has run.
    Promise,
}

impl Polyfill {
    pub fn named(name: &str) -> Option<Self> {
        (name == "promise").then_some(Self::Promise)
    }

    fn source(self) -> &'static str {
        match self {
            Self::Promise => include_str!("../polyfills/promise-polyfill/polyfill.js"),
        }
    }
}

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
        self.run_with(&[code], &[])
    }

    /// Runs scripts one after the other in one realm, on Duktape after polyfills.
    pub fn run_with(self, scripts: &[&str], polyfills: &[Polyfill]) -> Result<Transcript, Failure> {
        transcript(|host| match self {
            Self::QuickJs => quickjs::run(scripts, host),
            Self::Duktape => duktape::run(scripts, polyfills, host),
        })
    }
}

/// Runs the first of `modules` (file names and sources) on QuickJS. They import each other as `./name`.
#[allow(dead_code, reason = "not every test crate runs modules")]
pub fn run_modules(modules: &[(String, String)]) -> Result<Transcript, Failure> {
    transcript(|host| quickjs::run_modules(modules, host))
}

/// Runs a script on QuickJS, then the first of `modules` if there is one. It has this many bytes of stack, or those that
/// the engine gives a program.
#[allow(dead_code, reason = "only generated programs exhaust the stack")]
pub fn run_in_stack(script: &str, modules: &[(String, String)], bytes: Option<usize>) -> Result<Transcript, Failure> {
    transcript(|host| quickjs::run_in_stack(script, modules, bytes, host))
}

fn transcript(run: impl FnOnce(&Host) -> Result<(), Failure>) -> Result<Transcript, Failure> {
    let host = Host::default();
    let ran = run(&host);
    if host.late.load(Ordering::Relaxed) {
        return Err(Failure::Timeout);
    }
    ran?;
    let transcript = host.transcript.lock().unwrap_or_else(PoisonError::into_inner);
    Ok(transcript.clone())
}

/// What a run shares with the engine's callbacks.
#[derive(Clone)]
struct Host {
    transcript: Arc<Mutex<Transcript>>,
    deadline: Duration,
    late: Arc<AtomicBool>,
}

impl Default for Host {
    fn default() -> Self {
        Self {
            transcript: Arc::default(),
            deadline: ThreadTime::now().as_duration() + TIME_LIMIT,
            late: Arc::default(),
        }
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
        let late = ThreadTime::now().as_duration() > self.deadline;
        self.late.fetch_or(late, Ordering::Relaxed) || late
    }
}

mod quickjs {
    use std::collections::HashMap;

    use rquickjs::{
        Context, Ctx, Error, Function, Module, Runtime, Value,
        context::EvalOptions,
        loader::{ImportAttributes, Loader, Resolver},
        module::Declared,
    };

    use super::{Failure, Host, PRELUDE};

    pub fn run(scripts: &[&str], host: &Host) -> Result<(), Failure> {
        let runtime = runtime(host)?;
        with_prelude(&runtime, host, |ctx| {
            scripts.iter().try_for_each(|code| ctx.eval_with_options::<Value, _>(*code, sloppy()).map(drop))
        })
    }

    pub fn run_modules(modules: &[(String, String)], host: &Host) -> Result<(), Failure> {
        run_in_stack("", modules, None, host)
    }

    pub fn run_in_stack(
        script: &str,
        modules: &[(String, String)],
        bytes: Option<usize>,
        host: &Host,
    ) -> Result<(), Failure> {
        let runtime = runtime(host)?;
        if let Some(bytes) = bytes {
            runtime.set_max_stack_size(bytes);
        }
        runtime.set_loader(Beside, Sources(modules.iter().cloned().collect()));
        with_prelude(&runtime, host, |ctx| {
            ctx.eval_with_options::<Value, _>(script, sloppy())?;
            let Some((name, source)) = modules.first() else { return Ok(()) };
            Module::evaluate(ctx.clone(), name.as_bytes(), source.as_bytes())?.finish::<Value>().map(drop)
        })
    }

    fn runtime(host: &Host) -> Result<Runtime, Failure> {
        let runtime = Runtime::new().map_err(failure)?;
        let limit = host.clone();
        runtime.set_interrupt_handler(Some(Box::new(move || limit.is_late())));
        Ok(runtime)
    }

    fn with_prelude(
        runtime: &Runtime,
        host: &Host,
        run: impl FnOnce(&Ctx<'_>) -> rquickjs::Result<()>,
    ) -> Result<(), Failure> {
        let context = Context::full(runtime).map_err(failure)?;
        context.with(|ctx| {
            let report = prelude(&ctx, host).map_err(failure)?;
            match run(&ctx) {
                Ok(()) => {
                    while !host.is_late() && ctx.execute_pending_job() {}
                    Ok(())
                }
                Err(Error::Exception) => uncaught(&ctx, &report, host),
                Err(error) => Err(failure(error)),
            }
        })
    }

    /// `./name` means the module of that name, wherever it is said.
    struct Beside;

    impl Resolver for Beside {
        fn resolve<'js>(
            &mut self,
            _: &Ctx<'js>,
            _: &str,
            name: &str,
            _: Option<ImportAttributes<'js>>,
        ) -> rquickjs::Result<String> {
            Ok(name.trim_start_matches("./").to_owned())
        }
    }

    struct Sources(HashMap<String, String>);

    impl Loader for Sources {
        fn load<'js>(
            &mut self,
            ctx: &Ctx<'js>,
            name: &str,
            _: Option<ImportAttributes<'js>>,
        ) -> rquickjs::Result<Module<'js, Declared>> {
            let source = self.0.get(name).ok_or_else(|| Error::new_loading(name))?;
            Module::declare(ctx.clone(), name, source.as_bytes())
        }
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

    use super::{Failure, Host, JOBS, PRELUDE, Polyfill};

    /// Runs the programs that were compiled before: only `exec` can be interrupted, and only scripts can catch
    /// what is not an object.
    const DRIVER: &str = r#"
        (function (global) {
            var mains = global.__mains, report = global.__report, work = global.__work;
            delete global.__mains;
            delete global.__report;
            delete global.__work;
            try {
                for (var i = 0; i < mains.length; i++) mains[i].call(global);
                if (work) work();
            } catch (error) { report(error); }
        })(this);
    "#;

    pub fn run(scripts: &[&str], polyfills: &[Polyfill], host: &Host) -> Result<(), Failure> {
        let engine = Ducc::new();
        let report = prelude(&engine, host).map_err(failure)?;
        let mains = engine.create_array();
        for code in scripts {
            let main = engine.compile(code, Some("output.js")).map_err(|error| Failure::Syntax(error.to_string()))?;
            mains.push(main).map_err(failure)?;
        }
        engine.globals().set("__mains", mains).map_err(failure)?;
        engine.globals().set("__report", report).map_err(failure)?;
        if !polyfills.is_empty() {
            let work = evaluate::<Function>(&engine, JOBS)?;
            engine.globals().set("__work", work).map_err(failure)?;
        }
        for polyfill in polyfills {
            evaluate::<ducc::Value>(&engine, polyfill.source())?;
        }
        let limit = host.clone();
        let settings = ExecSettings { cancel_fn: Some(Box::new(move || limit.is_late())) };
        engine.exec::<()>(DRIVER, None, settings).map_err(failure)
    }

    fn evaluate<'a, T: ducc::FromValue<'a>>(engine: &'a Ducc, code: &str) -> Result<T, Failure> {
        engine.exec::<T>(code, None, ExecSettings { cancel_fn: None }).map_err(failure)
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
