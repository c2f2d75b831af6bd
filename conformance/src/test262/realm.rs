//! QuickJS, with realms as test262 wants them: each program runs in one of its own.

use std::{
    cell::{Cell, RefCell},
    path::Path,
    rc::Rc,
    time::Duration,
};

use cpu_time::ThreadTime;
use rquickjs::{ArrayBuffer, Context, Ctx, Error, Function, Object, Persistent, Runtime, Value, context::EvalOptions};

use super::link::{self, LoadModule};

/// How long a program may run: time of the processor, so that a busy machine does not matter.
const TIME_LIMIT: Duration = Duration::from_secs(10);

const REALM: &str = include_str!("realm.js");

/// A program, and what has to run before it.
pub struct Program<'a> {
    /// Scripts that are run first, in the same realm.
    pub harness: &'a [&'a str],
    pub code: Code<'a>,
}

pub enum Code<'a> {
    Script(&'a str),
    /// A module, linked by the engine.
    Module(&'a Path),
    /// A module as CommonJS, and where the texts of modules come from.
    CommonJs(&'a Path, LoadModule),
}

/// What became of a program.
#[derive(Debug, Default)]
pub struct Run {
    /// What it printed.
    pub printed: Vec<String>,
    /// The exception that it ended with.
    pub thrown: Option<Thrown>,
    /// Whether it had to be stopped.
    pub timed_out: bool,
}

#[derive(Debug)]
pub struct Thrown {
    /// The name of the exception's constructor; what `typeof` says if it is no object.
    pub constructor: String,
    pub text: String,
}

/// One engine for many programs, one after the other.
pub struct Engine {
    runtime: Runtime,
    clock: Clock,
}

/// When the running program has to stop.
#[derive(Clone)]
struct Clock {
    deadline: Rc<Cell<Duration>>,
    /// Remembered, because a program can catch what the engine throws to stop it.
    late: Rc<Cell<bool>>,
}

impl Engine {
    pub fn new() -> Result<Self, String> {
        let runtime = Runtime::new().map_err(message)?;
        let clock = Clock { deadline: Rc::default(), late: Rc::default() };
        let limit = clock.clone();
        runtime.set_interrupt_handler(Some(Box::new(move || limit.is_late())));
        link::install_loader(&runtime);
        Ok(Self { runtime, clock })
    }

    /// Runs a program in a new realm, and then its jobs. An error is one of the host, not of the program.
    pub fn run(&mut self, program: &Program<'_>) -> Result<Run, String> {
        self.clock.start();
        let printed = Rc::new(RefCell::new(vec![]));
        let thrown = self.in_new_realm(program, &printed).map_err(message)?;
        let timed_out = self.clock.late.get();
        if timed_out {
            // Its jobs must not run into the next program.
            *self = Self::new()?;
        }
        let printed = printed.take();
        Ok(Run { printed, thrown, timed_out })
    }

    fn in_new_realm(&self, program: &Program<'_>, printed: &Printed) -> Result<Option<Thrown>, Error> {
        let spare = self.spare_realms(program, printed)?;
        let context = Context::full(&self.runtime)?;
        context.with(|ctx| {
            let realms: Vec<Object> = spare.into_iter().map(|realm| realm.restore(&ctx)).collect::<Result<_, _>>()?;
            let describe = install(&ctx, printed, realms)?;
            let completion = evaluate(&ctx, program, &self.clock);
            if let Err(error) = completion {
                return exception(&ctx, &describe, error).map(Some);
            }
            self.clock.run_jobs(&ctx);
            Ok(None)
        })
    }

    /// As many `$262` of other realms as the program can ask for: a realm cannot be made while a program runs.
    fn spare_realms(
        &self,
        program: &Program<'_>,
        printed: &Printed,
    ) -> Result<Vec<Persistent<Object<'static>>>, Error> {
        let Code::Script(code) = program.code else { return Ok(vec![]) };
        let spare = (0..code.matches("createRealm").count()).map(|_| {
            Context::full(&self.runtime)?.with(|ctx| {
                install(&ctx, printed, vec![])?;
                Ok(Persistent::save(&ctx, ctx.globals().get::<_, Object>("$262")?))
            })
        });
        spare.collect()
    }
}

impl Clock {
    fn start(&self) {
        self.deadline.set(ThreadTime::now().as_duration() + TIME_LIMIT);
        self.late.set(false);
    }

    fn is_late(&self) -> bool {
        let late = ThreadTime::now().as_duration() > self.deadline.get();
        self.late.set(self.late.get() || late);
        late
    }

    fn run_jobs(&self, ctx: &Ctx<'_>) {
        while !self.is_late() && ctx.execute_pending_job() {}
    }
}

/// The lines that a program printed, while it runs.
type Printed = Rc<RefCell<Vec<String>>>;

/// Gives the realm its host functions. The result names errors.
fn install<'js>(ctx: &Ctx<'js>, printed: &Printed, realms: Vec<Object<'js>>) -> Result<Function<'js>, Error> {
    let lines = printed.clone();
    let host = Object::new(ctx.clone())?;
    host.set("print", Function::new(ctx.clone(), move |line: String| lines.borrow_mut().push(line))?)?;
    host.set("gc", Function::new(ctx.clone(), |ctx: Ctx<'js>| ctx.run_gc())?)?;
    host.set("evalScript", Function::new(ctx.clone(), |ctx: Ctx<'js>, code: String| script(&ctx, &code))?)?;
    host.set("detachArrayBuffer", Function::new(ctx.clone(), detach)?)?;
    script(ctx, REALM)?.get::<Function>()?.call((host, realms))
}

fn detach(mut buffer: ArrayBuffer<'_>) {
    buffer.detach();
}

fn evaluate<'js>(ctx: &Ctx<'js>, program: &Program<'_>, clock: &Clock) -> Result<(), Error> {
    for file in program.harness {
        script(ctx, file)?;
    }
    match &program.code {
        Code::Script(code) => script(ctx, code).map(drop),
        Code::Module(file) => {
            let evaluation = link::evaluate_module(ctx, file)?;
            clock.run_jobs(ctx);
            evaluation.result::<Value>().transpose().map(drop)
        }
        Code::CommonJs(file, load) => link::evaluate_common_js(ctx, file, load.clone()),
    }
}

/// Sloppy global code. The binding runs strict code unless told otherwise.
pub fn script<'js>(ctx: &Ctx<'js>, code: &str) -> Result<Value<'js>, Error> {
    let mut options = EvalOptions::default();
    options.strict = false;
    ctx.eval_with_options(code, options)
}

fn exception<'js>(ctx: &Ctx<'js>, describe: &Function<'js>, error: Error) -> Result<Thrown, Error> {
    if !error.is_exception() {
        return Err(error);
    }
    let described: Result<Vec<String>, Error> = describe.call((ctx.catch(),));
    // An exception whose properties throw has no description; one that stops the program cannot be described in time.
    let [constructor, text] = described.unwrap_or_default().try_into().unwrap_or_default();
    Ok(Thrown { constructor, text })
}

fn message(error: Error) -> String {
    error.to_string()
}
