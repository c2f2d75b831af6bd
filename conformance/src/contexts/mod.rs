//! Every expression in every place where an expression can stand, in every kind of function and module: what a case
//! prints must not change when it is lowered. Random programs find what lies deep; this finds what lies near.
//!
//! Cases run by the hundred in one program. Where that prints something else, each of its cases runs alone.

mod lists;
mod program;

use clap::Args;
use downlevel::{Modules, Options, SourceType};
use indicatif::{ParallelProgressIterator, ProgressBar};
use rayon::prelude::*;

use self::{
    lists::{EXPRESSIONS, OPERATORS, STATEMENTS},
    program::{Kind, MAIN, PRELUDE, case, program},
};
use crate::{
    engine::{Engine, Failure, Transcript, run_modules},
    es5,
};

const PRELUDE_TEXT: &str = include_str!("prelude.js");

#[derive(Debug, Args)]
pub struct ContextsArgs {
    /// Only cases that hold this text
    #[arg(long, value_name = "TEXT")]
    only: Option<String>,

    /// How many cases that nest more deeply than two expressions, for each kind
    #[arg(long, value_name = "N", default_value_t = 2000)]
    deep: usize,

    /// The seed of those
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
}

/// Checks all cases. `false` if one of them fails.
pub fn run(args: &ContextsArgs) -> Result<bool, String> {
    let mut bodies = all_bodies();
    bodies.extend(deep_bodies(args));
    bodies.retain(|body| args.only.as_ref().is_none_or(|text| body.contains(text)));
    let batches: Vec<(Kind, &[String])> =
        Kind::ALL.iter().flat_map(|kind| bodies.chunks(100).map(|chunk| (*kind, chunk))).collect();
    let progress = ProgressBar::new(batches.len() as u64);
    let counts = batches.into_par_iter().progress_with(progress.clone()).map(|(kind, bodies)| {
        let cases: Vec<String> = valid_cases(kind, bodies);
        let faults = check(kind, &cases);
        for fault in &faults {
            progress.suspend(|| println!("=== {kind:?}\n{fault}\n"));
        }
        (cases.len(), faults.len())
    });
    let (count, failures) = counts.reduce(|| (0, 0), |a, b| (a.0 + b.0, a.1 + b.1));
    println!("{count} cases: {failures} fail");
    Ok(failures == 0)
}

/// Each expression in each statement, and in each operator, whose value is used or not.
fn all_bodies() -> Vec<String> {
    let mut bodies = vec![];
    for expression in EXPRESSIONS {
        bodies.extend(STATEMENTS.iter().map(|statement| put(statement, expression)));
        for operator in OPERATORS {
            let expression = put(operator, expression);
            bodies.push(put("log($);", &expression));
            if may_differ_unused(operator) {
                bodies.push(put("$;", &expression));
            }
        }
    }
    bodies
}

/// Whether an operator may be lowered otherwise where nobody needs its value.
fn may_differ_unused(operator: &str) -> bool {
    ["=", "++", "--", "?", "&&", "||", ", a", "delete", "yield", "await"].iter().any(|part| operator.contains(part))
}

/// A sample of expressions in operators in operators in statements.
fn deep_bodies(args: &ContextsArgs) -> Vec<String> {
    let mut dice = fastrand::Rng::with_seed(args.seed);
    let mut pick = |list: &[&'static str]| list[dice.usize(..list.len())];
    let mut body = || {
        let expression = put(pick(OPERATORS), &put(pick(OPERATORS), pick(EXPRESSIONS)));
        put(pick(STATEMENTS), &expression)
    };
    (0..args.deep).map(|_| body()).collect()
}

/// Puts an expression in place of every `$`, in parentheses if it is more than a word.
fn put(place: &str, expression: &str) -> String {
    let is_word = expression.chars().all(|c| c.is_ascii_alphanumeric());
    if is_word { place.replace('$', expression) } else { place.replace('$', &format!("({expression})")) }
}

/// The cases that the engine takes: an expression cannot stand everywhere.
fn valid_cases(kind: Kind, bodies: &[String]) -> Vec<String> {
    let cases: Vec<String> = bodies.iter().filter(|body| kind.takes(body)).map(|body| case(kind, body)).collect();
    let mode = if kind.is_module() { "\"use strict\"; " } else { "" };
    let probes: String = cases
        .iter()
        .map(|case| {
            let code = if kind.is_top() { format!("{mode}{case}") } else { format!("{mode}({case})") };
            format!(
                "try {{ Function({}); print(\"1\"); }} catch (error) {{ print(\"0\"); }}\n",
                serde_json::json!(code)
            )
        })
        .collect();
    let Ok(answers) = Engine::QuickJs.run(&probes) else { return vec![] };
    cases.into_iter().zip(answers.lines).filter(|(_, answer)| answer == "1").map(|(case, _)| case).collect()
}

/// What is wrong with the cases.
fn check(kind: Kind, cases: &[String]) -> Vec<String> {
    let Some(together) = same(kind, cases).err().filter(|_| !cases.is_empty()) else { return vec![] };
    let alone = |case: &String| {
        let finding = same(kind, std::slice::from_ref(case));
        finding.err().map(|fault| format!("{case}\n{fault}"))
    };
    let faults: Vec<String> = cases.iter().filter_map(alone).collect();
    if faults.is_empty() {
        return vec![format!("{} cases, but none of them alone:\n{together}", cases.len())];
    }
    faults
}

/// Lowers the cases by default and with the option `spec`.
fn same(kind: Kind, cases: &[String]) -> Result<(), String> {
    let source = program(kind, cases);
    let expected = run_source(kind, &source).map_err(|failure| format!("the source {failure}"))?;
    same_when_lowered(kind, false, &source, &expected)?;
    same_when_lowered(kind, true, &source, &expected).map_err(|fault| format!("spec: {fault}"))
}

fn same_when_lowered(kind: Kind, spec: bool, source: &str, expected: &Transcript) -> Result<(), String> {
    let output = lower(kind, spec, source)?;
    if let Some(violation) = es5::violations(&output, kind.is_preserved()).into_iter().next() {
        return Err(format!("the output is not ES5: {violation}\n{output}"));
    }
    let actual = run_output(kind, &output).map_err(|failure| format!("the output {failure}\n{output}"))?;
    if actual.lines == expected.lines {
        return Ok(());
    }
    let at = expected.lines.iter().zip(&actual.lines).take_while(|(expected, actual)| expected == actual).count();
    let line = |transcript: &Transcript| transcript.lines.get(at).cloned().unwrap_or("the end".into());
    let note = actual.note.clone().or(expected.note.clone()).unwrap_or_default();
    Err(format!("expected {}, got {}\n{note}\n{output}", line(expected), line(&actual)))
}

fn lower(kind: Kind, spec: bool, source: &str) -> Result<String, String> {
    let source_type = match kind {
        Kind::CommonJsSource => SourceType::CommonJs,
        kind if kind.is_module() => SourceType::Module,
        _ => SourceType::Script,
    };
    let modules = if kind.is_preserved() { Modules::Preserve } else { Modules::CommonJs };
    let options = Options { source_type, modules, spec, ..Options::default() };
    downlevel::transform(source, &options).map(|output| output.code).map_err(|errors| format!("refused: {errors}"))
}

fn run_source(kind: Kind, source: &str) -> Result<Transcript, Failure> {
    if kind == Kind::CommonJsSource {
        return run_commonjs(source);
    }
    if !kind.is_module() {
        return Engine::QuickJs.run(&format!("{PRELUDE_TEXT}\n{source}"));
    }
    run_modules(&[(MAIN.into(), source.into()), (PRELUDE.into(), prelude_module())])
}

fn run_output(kind: Kind, output: &str) -> Result<Transcript, Failure> {
    if !kind.is_module() || kind.is_preserved() {
        return run_source(kind, output);
    }
    run_commonjs(output)
}

/// Runs a CommonJS module that may require itself.
fn run_commonjs(output: &str) -> Result<Transcript, Failure> {
    let open = "(function () { var module = { exports: {} };\n\
        (function (exports, require, module) {\n";
    let close = "\n}).call(void 0, module.exports, function (name) { return name === \"./main.js\" ? module.exports : {}; }, module);\n})();";
    Engine::QuickJs.run(&format!("{PRELUDE_TEXT}\n{open}{output}{close}"))
}

/// The prelude as a module that defines its functions for others.
fn prelude_module() -> String {
    format!("(0, eval)({});", serde_json::json!(PRELUDE_TEXT))
}
