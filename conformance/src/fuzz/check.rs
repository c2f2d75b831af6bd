//! Runs a program before and after it is lowered, and compares what it prints.

use std::{
    fmt,
    panic::{AssertUnwindSafe, catch_unwind},
};

use downlevel::{Code, Helpers, Modules, Options, SourceType};

use super::{
    grammar::FILES,
    program::{Depth, Program, Runnable},
};
use crate::{
    engine::{Engine, Failure, Transcript},
    es5,
    same_tree::same_tree,
};

/// What is wrong with a lowered program.
#[derive(Debug, PartialEq, Eq)]
pub struct Fault {
    pub kind: FaultKind,
    pub detail: String,
    /// What modules become.
    pub format: Modules,
    /// The lowered program, if there is one.
    pub output: Option<Runnable>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FaultKind {
    Panic,
    Refused,
    /// With a code of its own, by which README says what cannot be kept.
    RefusedByRule,
    NotEs5,
    NotIdempotent,
    DoesNotParse,
    PrintsOther,
    PrintsOtherOnDuktape,
    Endless,
}

impl Fault {
    /// Whether it may well have the same cause: the same kind, and the same words apart from the place.
    pub fn is_like(&self, other: &Self) -> bool {
        (self.kind, self.format) == (other.kind, other.format) && self.words() == other.words()
    }

    fn words(&self) -> Option<&str> {
        match self.kind {
            FaultKind::Refused | FaultKind::NotEs5 | FaultKind::PrintsOther | FaultKind::PrintsOtherOnDuktape => {
                self.detail.lines().next().and_then(|line| line.split_once(": ")).map(|(_, words)| words)
            }
            _ => None,
        }
    }
}

impl FaultKind {
    fn is_of_run(self) -> bool {
        matches!(self, Self::PrintsOther | Self::PrintsOtherOnDuktape | Self::Endless)
    }
}

impl fmt::Display for FaultKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Panic => "downlevel panics",
            Self::Refused => "downlevel refuses it",
            Self::RefusedByRule => "downlevel refuses what it cannot keep",
            Self::NotEs5 => "the output is not ES5",
            Self::NotIdempotent => "the output changes when it is lowered again",
            Self::DoesNotParse => "the output does not parse",
            Self::PrintsOther => "the output prints something else",
            Self::PrintsOtherOnDuktape => "the output prints something else on Duktape",
            Self::Endless => "the output does not end",
        })
    }
}

/// Sizes of stacks, both smaller than that of a thread.
const STACKS: [usize; 2] = [150_000, 800_000];

/// What a check finds.
#[derive(Debug)]
pub enum Finding {
    Fine {
        /// It prints a RangeError, mostly since it exhausts the stack, and does so when it is lowered.
        meets_range_error: bool,
    },
    /// It differs, but not with `Options::spec`, which was made for it.
    FineWithSpec,
    /// It differs, and so does what one of the two prints when it has another stack: how many calls an engine has room
    /// for is its own affair.
    StackDepth {
        /// It is the same where it recurses less.
        is_compared: bool,
    },
    /// It is refused for what README says is refused about `with` and `eval`.
    Refused,
    Fault(Box<Fault>),
    /// The program itself does not run: a mistake of the engine's, or a limit. (Or one of the generator.)
    NoProgram,
}

/// What a program is held to.
#[derive(Debug, Clone, Copy)]
pub struct Demands {
    /// The output also has to run on Duktape.
    pub on_duktape: bool,
    /// It is lowered with `Options::spec` from the beginning.
    pub spec: bool,
}

/// Lowers and runs the program of a text.
pub fn check(text: &str, demands: Demands) -> Finding {
    let program = Program::new(text);
    match check_at(Depth::Usual, &program, demands) {
        Finding::StackDepth { .. } => match check_at(Depth::Small, &program, demands) {
            Finding::Fine { meets_range_error: false } | Finding::FineWithSpec => {
                Finding::StackDepth { is_compared: true }
            }
            Finding::Fault(fault) => Finding::Fault(fault),
            _ => Finding::StackDepth { is_compared: false },
        },
        finding => finding,
    }
}

fn check_at(depth: Depth, program: &Program, demands: Demands) -> Finding {
    let source = program.source();
    let Ok(expected) = source.run(Engine::QuickJs, depth) else { return Finding::NoProgram };
    if prints(&expected, "InternalError") {
        return Finding::NoProgram;
    }
    let comparison = Comparison { program, expected, depth, demands };
    let Err(fault) = comparison.same_in_all_formats(demands.spec) else {
        return Finding::Fine { meets_range_error: prints(&comparison.expected, "RangeError") };
    };
    if fault.kind == FaultKind::RefusedByRule {
        return Finding::Refused;
    }
    let mut codes = std::iter::once(&source).chain(&fault.output);
    if fault.kind.is_of_run() && codes.any(depends_on_stack) {
        return Finding::StackDepth { is_compared: false };
    }
    let is_of_spec = fault.kind == FaultKind::PrintsOther && !demands.spec;
    // Of what is not early, the format that differs has to do with it.
    if is_of_spec && comparison.same_with_spec(fault.format).is_ok() {
        return Finding::FineWithSpec;
    }
    Finding::Fault(Box::new(fault))
}

/// Whether a program prints something else when it has another stack.
fn depends_on_stack(code: &Runnable) -> bool {
    let [small, large] = STACKS.map(|bytes| code.run_in_stack(bytes).map(|transcript| transcript.lines).ok());
    small != large
}

/// Whether it prints the name of an error. By `InternalError`, QuickJS tells that it compiled a function wrongly (`yield*`
/// in a pattern of `for await` in a `try`).
fn prints(transcript: &Transcript, error: &str) -> bool {
    transcript.lines.iter().any(|line| line.contains(error))
}

/// A program, and what it is to print when it is lowered.
struct Comparison<'a> {
    program: &'a Program,
    expected: Transcript,
    depth: Depth,
    demands: Demands,
}

impl Comparison<'_> {
    fn same_in_all_formats(&self, spec: bool) -> Result<(), Fault> {
        self.program.formats(spec).iter().try_for_each(|&format| self.same_in(format, spec))
    }

    fn same_with_spec(&self, format: Modules) -> Result<(), Fault> {
        let formats = self.program.formats(true);
        let formats = if formats.contains(&format) { &[format] } else { formats };
        formats.iter().try_for_each(|&format| self.same_in(format, true))
    }

    fn same_in(&self, format: Modules, spec: bool) -> Result<(), Fault> {
        let is_module = matches!(self.program, Program::Modules { .. });
        self.same_when_lowered(Lowering { is_module, format, spec })
    }

    fn same_when_lowered(&self, lowering: Lowering) -> Result<(), Fault> {
        let output = self.program.lowered(lowering.format, |source| {
            let output = lowering.lower(source, Helpers::Inline)?;
            match es5::violations(&output, lowering.stays_module()).into_iter().next() {
                Some(violation) => Err(Fault {
                    output: Some(Runnable::script(output)),
                    ..lowering.fault(FaultKind::NotEs5, violation.to_string())
                }),
                None => Ok(output),
            }
        })?;
        let found = self.same_on(Engine::QuickJs, FaultKind::PrintsOther, &output, lowering);
        let found = found.and_then(|()| match lowering.format {
            Modules::Preserve if lowering.is_module => Ok(()),
            // Its proxies are not enough for namespaces.
            Modules::CommonJs if lowering.spec => Ok(()),
            Modules::Preserve | Modules::CommonJs if self.demands.on_duktape => {
                self.same_on(Engine::Duktape, FaultKind::PrintsOtherOnDuktape, &output, lowering)
            }
            _ => Ok(()),
        });
        found.map_err(|fault| Fault { output: Some(output), ..fault })?;
        self.program.lowered(lowering.format, |source| lowering.same_when_lowered_again(source)).map(drop)
    }

    fn same_on(&self, engine: Engine, kind: FaultKind, output: &Runnable, lowering: Lowering) -> Result<(), Fault> {
        let fault = |kind, detail| lowering.fault(kind, detail);
        match output.run(engine, self.depth) {
            Ok(actual) if actual.lines == self.expected.lines => Ok(()),
            Ok(actual) => Err(fault(kind, first_difference(&self.expected, &actual))),
            Err(Failure::Syntax(message)) => Err(fault(FaultKind::DoesNotParse, message)),
            Err(Failure::Timeout) => Err(fault(FaultKind::Endless, engine.to_string())),
            Err(Failure::Host(message)) => Err(fault(kind, message)),
        }
    }
}

/// How a file is lowered.
#[derive(Clone, Copy)]
struct Lowering {
    is_module: bool,
    format: Modules,
    spec: bool,
}

impl Lowering {
    fn stays_module(self) -> bool {
        self.is_module && self.format == Modules::Preserve
    }

    fn lower(self, source: &str, helpers: Helpers) -> Result<String, Fault> {
        let source_type = if self.is_module { SourceType::Module } else { SourceType::Script };
        self.lower_as(source_type, source, helpers)
    }

    fn lower_as(self, source_type: SourceType, source: &str, helpers: Helpers) -> Result<String, Fault> {
        // UMD wants to know which globals a page has; there is no page here.
        let is_umd = self.format == Modules::Umd;
        let globals = FILES.iter().filter(|_| is_umd).map(|file| (format!("./{file}"), "global".into()));
        let options = Options {
            source_type,
            modules: self.format,
            global_name: is_umd.then(|| "global".into()),
            globals: globals.collect(),
            spec: self.spec,
            helpers,
            ..Options::default()
        };
        match catch_unwind(AssertUnwindSafe(|| downlevel::transform(source, &options))) {
            Ok(Ok(output)) => Ok(output.code),
            Ok(Err(errors)) if errors.iter().all(|error| matches!(error.code, Code::With | Code::Eval)) => {
                Err(self.fault(FaultKind::RefusedByRule, errors.to_string()))
            }
            Ok(Err(errors)) => Err(self.fault(FaultKind::Refused, errors.to_string())),
            Err(_) => Err(self.fault(FaultKind::Panic, String::new())),
        }
    }

    /// Lowering an output again changes nothing. Without the helpers: they are compact, and do not name their functions.
    fn same_when_lowered_again(self, source: &str) -> Result<String, Fault> {
        let source_type = match self.format {
            _ if !self.is_module => SourceType::Script,
            Modules::Preserve => SourceType::Module,
            Modules::CommonJs => SourceType::CommonJs,
            _ => return Ok(String::new()),
        };
        let helpers = || Helpers::External("helpers".into());
        let output = self.lower(source, helpers())?;
        let again = self.lower_as(source_type, &output, helpers())?;
        // Where lines end depends on where things stood.
        if again == output || same_tree(&again, &output) {
            return Ok(again);
        }
        let changed = output.lines().zip(again.lines()).find(|(before, after)| before != after);
        let fault = self.fault(FaultKind::NotIdempotent, format!("{changed:?}"));
        Err(Fault { output: Some(Runnable::script(output)), ..fault })
    }

    fn fault(self, kind: FaultKind, detail: String) -> Fault {
        Fault { kind, detail, format: self.format, output: None }
    }
}

fn first_difference(expected: &Transcript, actual: &Transcript) -> String {
    let same = expected.lines.iter().zip(&actual.lines).take_while(|(expected, actual)| expected == actual).count();
    let line = |transcript: &Transcript| transcript.lines.get(same).cloned().unwrap_or("the end".into());
    let note = actual.note.as_deref().or(expected.note.as_deref()).unwrap_or_default();
    format!("line {}: expected {}, got {}\n{note}", same + 1, line(expected), line(actual))
}
