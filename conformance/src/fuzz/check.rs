//! Runs a program before and after it is lowered, and compares what it prints.

use std::{
    fmt,
    panic::{AssertUnwindSafe, catch_unwind},
};

use downlevel::{Code, Helpers, Options, SourceType};

use crate::{
    engine::{Engine, Failure, Transcript, run_in_stack},
    es5,
    same_tree::same_tree,
};

/// What is wrong with a lowered program.
#[derive(Debug, PartialEq, Eq)]
pub struct Fault {
    pub kind: FaultKind,
    pub detail: String,
    /// The lowered program, if there is one.
    pub output: Option<String>,
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
        self.kind == other.kind && self.words() == other.words()
    }

    fn words(&self) -> Option<&str> {
        match self.kind {
            FaultKind::NotEs5 | FaultKind::PrintsOther | FaultKind::PrintsOtherOnDuktape => {
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
    Fine,
    /// It differs, but not with `Options::spec`, which was made for it.
    FineWithSpec,
    /// It differs, and so does what one of the two prints when it has another stack: how many calls an engine has room
    /// for is its own affair.
    StackDepth,
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

/// Lowers and runs `source`.
pub fn check(source: &str, demands: Demands) -> Finding {
    let Ok(expected) = Engine::QuickJs.run(source) else { return Finding::NoProgram };
    if fails_inside(&expected) {
        return Finding::NoProgram;
    }
    let Err(fault) = same_when_lowered(source, &expected, demands) else { return Finding::Fine };
    if fault.kind == FaultKind::RefusedByRule {
        return Finding::Refused;
    }
    let codes = [Some(source), fault.output.as_deref()];
    if fault.kind.is_of_run() && codes.into_iter().flatten().any(depends_on_stack) {
        return Finding::StackDepth;
    }
    let by_spec = Demands { spec: true, ..demands };
    let is_of_spec = fault.kind == FaultKind::PrintsOther && !demands.spec;
    if is_of_spec && same_when_lowered(source, &expected, by_spec).is_ok() {
        return Finding::FineWithSpec;
    }
    Finding::Fault(Box::new(fault))
}

/// Whether a program prints something else when it has another stack.
fn depends_on_stack(code: &str) -> bool {
    let [small, large] = STACKS.map(|bytes| run_in_stack(code, bytes).map(|transcript| transcript.lines).ok());
    small != large
}

/// QuickJS tells so that it compiled a function wrongly (`yield*` in a pattern of `for await` in a `try`).
fn fails_inside(transcript: &Transcript) -> bool {
    transcript.lines.iter().any(|line| line.contains("InternalError"))
}

fn same_when_lowered(source: &str, expected: &Transcript, demands: Demands) -> Result<(), Fault> {
    let output = lower(source, demands.spec, Helpers::Inline)?;
    if let Some(violation) = es5::violations(&output, false).into_iter().next() {
        return Err(Fault { kind: FaultKind::NotEs5, detail: violation.to_string(), output: Some(output) });
    }
    same_everywhere(&output, expected, demands.on_duktape)?;
    same_when_lowered_again(source, demands.spec)
}

/// Lowering an output again changes nothing. Without the helpers: they are compact, and do not name their functions.
fn same_when_lowered_again(source: &str, spec: bool) -> Result<(), Fault> {
    let helpers = || Helpers::External("helpers".into());
    let output = lower(source, spec, helpers())?;
    let again = lower(&output, spec, helpers())?;
    // Where lines end depends on where things stood.
    if again == output || same_tree(&again, &output) {
        return Ok(());
    }
    let changed = output.lines().zip(again.lines()).find(|(before, after)| before != after);
    Err(Fault { kind: FaultKind::NotIdempotent, detail: format!("{changed:?}"), output: Some(output) })
}

fn lower(source: &str, spec: bool, helpers: Helpers) -> Result<String, Fault> {
    let fault = |kind, detail| Fault { kind, detail, output: None };
    let options = Options { source_type: SourceType::Script, spec, helpers, ..Options::default() };
    match catch_unwind(AssertUnwindSafe(|| downlevel::transform(source, &options))) {
        Ok(Ok(output)) => Ok(output.code),
        Ok(Err(errors)) if errors.iter().all(|error| matches!(error.code, Code::With | Code::Eval)) => {
            Err(fault(FaultKind::RefusedByRule, errors.to_string()))
        }
        Ok(Err(errors)) => Err(fault(FaultKind::Refused, errors.to_string())),
        Err(_) => Err(fault(FaultKind::Panic, String::new())),
    }
}

fn same_everywhere(output: &str, expected: &Transcript, on_duktape: bool) -> Result<(), Fault> {
    same(output, expected, Engine::QuickJs, FaultKind::PrintsOther)?;
    if on_duktape { same(output, expected, Engine::Duktape, FaultKind::PrintsOtherOnDuktape) } else { Ok(()) }
}

fn same(output: &str, expected: &Transcript, engine: Engine, kind: FaultKind) -> Result<(), Fault> {
    let fault = |kind, detail| Fault { kind, detail, output: Some(output.into()) };
    match engine.run(output) {
        Ok(actual) if actual.lines == expected.lines => Ok(()),
        Ok(actual) => Err(fault(kind, first_difference(expected, &actual))),
        Err(Failure::Syntax(message)) => Err(fault(FaultKind::DoesNotParse, message)),
        Err(Failure::Timeout) => Err(fault(FaultKind::Endless, engine.to_string())),
        Err(Failure::Host(message)) => Err(fault(kind, message)),
    }
}

fn first_difference(expected: &Transcript, actual: &Transcript) -> String {
    let same = expected.lines.iter().zip(&actual.lines).take_while(|(expected, actual)| expected == actual).count();
    let line = |transcript: &Transcript| transcript.lines.get(same).cloned().unwrap_or("the end".into());
    let note = actual.note.as_deref().or(expected.note.as_deref()).unwrap_or_default();
    format!("line {}: expected {}, got {}\n{note}", same + 1, line(expected), line(actual))
}
