//! Every fixture, as a snapshot and as a program that must behave the same before and after. See `README.md`.
//!
//! `cargo test --test fixtures -- object_rest` runs those with `object_rest` in their name.
//! `UPDATE_FIXTURES=1` rewrites `output.js` and `error.txt`; `FIXTURES_INPUT_ONLY=1` only runs the
//! inputs and shows what they print.

use std::{env, fs, path::Path};

use downlevel::{Assumptions, HelperModule, Helpers, Modules, Options, Output, SourceType, helper_module, transform};
use libtest_mimic::{Arguments, Trial};

#[path = "support/diff.rs"]
mod diff;
#[path = "support/engine.rs"]
mod engine;
#[path = "support/es5.rs"]
mod es5;
#[path = "support/fixture.rs"]
mod fixture;
#[path = "support/link.rs"]
mod link;

use engine::{Engine, Failure, Transcript, run_modules};
use fixture::{Fixture, Kind};

fn main() {
    let arguments = Arguments::from_args();
    let mode = Mode::from_environment();
    let trial = |(name, directory): (String, std::path::PathBuf)| {
        Trial::test(name, move || test(&directory, mode).map_err(Into::into))
    };
    let mut trials: Vec<_> = fixture::all().into_iter().map(trial).collect();
    trials.push(Trial::test("every_assumption_has_a_fixture", || every_assumption_has_a_fixture().map_err(Into::into)));
    libtest_mimic::run(&arguments, trials).exit();
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mode {
    Compare,
    Update,
    InputOnly,
}

impl Mode {
    fn from_environment() -> Self {
        let is_set = |name| env::var_os(name).is_some_and(|value| value == "1");
        if is_set("FIXTURES_INPUT_ONLY") {
            Self::InputOnly
        } else if is_set("UPDATE_FIXTURES") {
            Self::Update
        } else {
            Self::Compare
        }
    }
}

fn test(directory: &Path, mode: Mode) -> Result<(), String> {
    let fixture = Fixture::load(directory)?;
    let must_fail = fixture.path("error.txt").exists();
    if mode == Mode::InputOnly {
        return if must_fail { Ok(()) } else { expected_print(&fixture).map(|printed| print!("{printed}")) };
    }
    let result = transform(&fixture.input, &fixture.options);
    let mut problems = vec![];
    if transform(&fixture.input, &fixture.options) != result {
        problems.push("a second transform of the same input gave something else".to_owned());
    }
    match result {
        Ok(_) if must_fail => problems.push("there is an error.txt, but the input was lowered".to_owned()),
        Ok(output) => {
            problems.extend(output_snapshot(&fixture, mode).err());
            problems.extend(well_formed(&fixture, &output).err());
            problems.extend(same_behaviour(&fixture, &output).err());
            problems.extend(as_preserved_module(&fixture).err());
        }
        Err(errors) if must_fail => {
            problems.extend(snapshot(&fixture, "error.txt", &format!("{errors}\n"), mode).err());
        }
        Err(errors) => problems.push(format!("the input was refused:\n{errors}")),
    }
    if problems.is_empty() { Ok(()) } else { Err(problems.join("\n\n")) }
}

fn every_assumption_has_a_fixture() -> Result<(), String> {
    let cases = fixture::all().into_iter().filter(|(name, _)| name.starts_with("assumptions/"));
    let fixtures = cases.map(|(_, directory)| Fixture::load(&directory)).collect::<Result<Vec<_>, _>>()?;
    let is_untested = |name: &&&str| !fixtures.iter().any(|fixture| depends_on(fixture, name));
    let untested: Vec<_> = Assumptions::NAMES.iter().filter(is_untested).copied().collect();
    if untested.is_empty() { Ok(()) } else { Err(format!("no fixture depends on {}", untested.join(", "))) }
}

/// Whether a fixture sets an assumption to what is not the default, and would have another output with the default.
fn depends_on(fixture: &Fixture, assumption: &str) -> bool {
    let mut options = fixture.options.clone();
    let default = Assumptions::default().by_name(assumption).is_some_and(|assumption| *assumption);
    let is_set =
        options.assumptions.by_name(assumption).is_some_and(|given| std::mem::replace(given, default) != default);
    is_set && transform(&fixture.input, &options) != transform(&fixture.input, &fixture.options)
}

/// `output.js` loads the helpers instead of holding them: that is what a reader wants to see.
fn output_snapshot(fixture: &Fixture, mode: Mode) -> Result<(), String> {
    let output = with_external_helpers(fixture, fixture.options.clone(), &fixture.input)?;
    snapshot(fixture, "output.js", &output, mode)
}

fn with_external_helpers(fixture: &Fixture, options: Options, source: &str) -> Result<String, String> {
    let helpers = match &fixture.options.helpers {
        // Other formats cannot load them.
        Helpers::Inline if !can_load_helpers(fixture.options.modules) => Helpers::Inline,
        Helpers::Inline => Helpers::External("helpers".to_owned()),
        external => external.clone(),
    };
    let output = transform(source, &Options { helpers, ..options });
    output.map(|output| output.code).map_err(|errors| format!("the input was refused with external helpers:\n{errors}"))
}

/// Whether a format loads helpers from a module without being told more.
fn can_load_helpers(modules: Modules) -> bool {
    matches!(modules, Modules::Preserve | Modules::CommonJs | Modules::Amd)
}

/// `actual` is what the file of this name holds; in [`Mode::Update`] it is made to be.
fn snapshot(fixture: &Fixture, name: &str, actual: &str, mode: Mode) -> Result<(), String> {
    let expected = fixture.read(name)?;
    if expected.as_deref() == Some(actual) {
        return Ok(());
    }
    if mode == Mode::Update {
        return fs::write(fixture.path(name), actual).map_err(|error| format!("{name}: {error}"));
    }
    match expected {
        Some(expected) => Err(diff::unified((name, &expected), ("now", actual))),
        None => Err(format!("there is no {name}; `UPDATE_FIXTURES=1` writes it:\n{actual}")),
    }
}

fn lines(violations: &[es5::Violation]) -> String {
    violations.iter().map(|violation| format!("{violation}\n")).collect()
}

/// The output is ES5, and lowering it once more changes nothing. Helpers inside of it would be printed at length.
fn well_formed(fixture: &Fixture, output: &Output) -> Result<(), String> {
    let found = violations(fixture, &output.code);
    if !found.is_empty() {
        return Err(format!("the output is not ES5:\n{}{}", lines(&found), numbered(&output.code)));
    }
    let source_type = match fixture.kind() {
        Kind::CommonJs => SourceType::CommonJs,
        _ => SourceType::Auto,
    };
    let again = Options { source_type, ..fixture.options.clone() };
    if let Err(errors) = transform(&output.code, &again) {
        return Err(format!("the output was refused as an input:\n{errors}\n{}", numbered(&output.code)));
    }
    let mut code = with_external_helpers(fixture, fixture.options.clone(), &fixture.input)?;
    if !can_load_helpers(fixture.options.modules) {
        // It holds the helpers, which are spelled otherwise.
        code = with_external_helpers(fixture, again.clone(), &code)?;
    }
    let again = with_external_helpers(fixture, again, &code)?;
    if again == code { Ok(()) } else { Err(diff::unified(("output", &code), ("lowered again", &again))) }
}

/// What in an output is not ES5.
fn violations(fixture: &Fixture, code: &str) -> Vec<es5::Violation> {
    match fixture.kind() {
        Kind::CommonJs => es5::violations(&format!("(function () {{\n{code}}});"), false),
        _ => es5::violations(code, fixture.options.modules == Modules::Preserve),
    }
}

/// Input and output print the same.
fn same_behaviour(fixture: &Fixture, output: &Output) -> Result<(), String> {
    let expected = expected_print(fixture)?;
    if fixture.kind() == Kind::PreservedModule {
        let modules = lowered_modules(fixture, output)?;
        return same_text(&expected, Engine::QuickJs, run_modules(&modules), &output.code);
    }
    let scripts = program(fixture, output)?;
    let engines: &[Engine] =
        if fixture.skips_duktape.is_some() { &[Engine::QuickJs] } else { &[Engine::QuickJs, Engine::Duktape] };
    let run = |engine: Engine| {
        let texts: Vec<_> = scripts.iter().map(String::as_str).collect();
        same_text(&expected, engine, engine.run_with(&texts, &fixture.polyfills), &scripts.concat())
    };
    let differences: Vec<_> = engines.iter().filter_map(|&engine| run(engine).err()).collect();
    if differences.is_empty() { Ok(()) } else { Err(differences.join("\n\n")) }
}

/// What the input prints: on QuickJS, or by `prints.txt` where QuickJS is wrong about it.
fn expected_print(fixture: &Fixture) -> Result<String, String> {
    let printed = run_input(fixture).map(|transcript| text(&transcript));
    match (fixture.read("prints.txt")?, printed) {
        (Some(stated), Ok(printed)) if stated == printed => {
            Err("the input prints what prints.txt says: the file is not needed".to_owned())
        }
        (Some(printed), _) | (None, Ok(printed)) if printed.is_empty() => {
            Err("a fixture must print something".to_owned())
        }
        (Some(printed), _) | (None, Ok(printed)) => Ok(printed),
        (None, Err(failure)) => Err(format!("the input on {}: {failure}", Engine::QuickJs)),
    }
}

fn run_input(fixture: &Fixture) -> Result<Transcript, Failure> {
    match fixture.kind() {
        Kind::Script => {
            let scripts: Vec<_> = [&*fixture.input].into_iter().chain(fixture.second.as_deref()).collect();
            Engine::QuickJs.run_with(&scripts, &[])
        }
        Kind::CommonJs => Engine::QuickJs.run(&link::link(&sources(fixture), Modules::CommonJs)),
        Kind::Module | Kind::PreservedModule => run_modules(&sources(fixture)),
    }
}

/// The same as a module that stays one, unless the fixture says why it differs.
fn as_preserved_module(fixture: &Fixture) -> Result<(), String> {
    match (same_as_preserved_module(fixture), &fixture.skips_module) {
        (Ok(()), Some(_)) => Err("as a module that stays one it prints the same: it need not be skipped".to_owned()),
        (Err(_), Some(_)) => Ok(()),
        (same, None) => same,
    }
}

/// What is a script, or becomes CommonJS, prints the same before and after as a module that stays one.
fn same_as_preserved_module(fixture: &Fixture) -> Result<(), String> {
    let stands_in = fixture.modules.iter().any(|module| module.common_js.is_some());
    if !matches!(fixture.kind(), Kind::Script | Kind::Module) || fixture.second.is_some() || stands_in {
        return Ok(());
    }
    let Some(expected) = print_as_module(fixture)? else { return Ok(()) };
    let options = Options {
        source_type: SourceType::Module,
        modules: Modules::Preserve,
        helpers: Helpers::Inline,
        ..fixture.options.clone()
    };
    let lower = |(name, source): (String, String)| {
        let lowered = transform(&source, &options);
        let code = lowered.map_err(|errors| format!("{name} was refused as a module:\n{errors}"))?.code;
        match es5::violations(&code, true).as_slice() {
            [] => Ok((name, code)),
            found => Err(format!("{name} as a module is not ES5:\n{}{}", lines(found), numbered(&code))),
        }
    };
    let modules = sources(fixture).into_iter().map(lower).collect::<Result<Vec<_>, String>>()?;
    let same = same_text(&expected, Engine::QuickJs, run_modules(&modules), &modules[0].1);
    same.map_err(|difference| format!("as a module that stays one: {difference}"))
}

/// What the input prints as a module, if it can be one and QuickJS is right about it.
fn print_as_module(fixture: &Fixture) -> Result<Option<String>, String> {
    match (run_modules(&sources(fixture)), fixture.read("prints.txt")?) {
        (Ok(transcript), None) => Ok(Some(text(&transcript))),
        (Ok(_), Some(_)) | (Err(Failure::Syntax(_)), _) => Ok(None),
        (Err(failure), _) => Err(format!("the input as a module on {}: {failure}", Engine::QuickJs)),
    }
}

/// The input, and the other files of the fixture.
fn sources(fixture: &Fixture) -> Vec<(String, String)> {
    let others = fixture.modules.iter().map(|module| (module.name.clone(), module.source.clone()));
    [("input.js".to_owned(), fixture.input.clone())].into_iter().chain(others).collect()
}

/// The output as a program that runs: scripts, one after the other, or a module with those that it requires.
fn program(fixture: &Fixture, output: &Output) -> Result<Vec<String>, String> {
    if fixture.kind() != Kind::Script {
        let modules = lowered_modules(fixture, output)?;
        return Ok(match fixture.options.modules {
            Modules::Iife | Modules::None => modules.into_iter().rev().map(|(_, code)| code).collect(),
            form => vec![link::link(&modules, form)],
        });
    }
    let mut scripts = vec![output.code.clone()];
    if let Some(second) = &fixture.second {
        let lowered = transform(second, &fixture.options);
        scripts.push(lowered.map_err(|errors| format!("second.js was refused:\n{errors}"))?.code);
    }
    Ok(scripts)
}

/// The output, and the other files of the fixture as they are lowered.
fn lowered_modules(fixture: &Fixture, output: &Output) -> Result<Vec<(String, String)>, String> {
    let mut modules = vec![("input.js".to_owned(), output.code.clone())];
    for module in &fixture.modules {
        let code = match &module.common_js {
            Some(code) => code.clone(),
            None => {
                let lowered = transform(&module.source, &fixture.options);
                let output = lowered.map_err(|errors| format!("{} was refused:\n{errors}", module.name))?;
                let found = violations(fixture, &output.code);
                if !found.is_empty() {
                    return Err(format!("{} is not ES5:\n{}{}", module.name, lines(&found), output.code));
                }
                output.code
            }
        };
        modules.push((module.name.clone(), code));
    }
    modules.extend(helpers_module(fixture)?);
    Ok(modules)
}

/// The module that holds the helpers, in the format of the fixture, if that loads them.
fn helpers_module(fixture: &Fixture) -> Result<Option<(String, String)>, String> {
    let Helpers::External(name) = &fixture.options.helpers else { return Ok(None) };
    let global_name = fixture.options.globals.get(name).cloned();
    let options = Options { modules: fixture.options.modules, global_name, ..Options::default() };
    let lowered = transform(&helper_module(HelperModule::EsModule), &options);
    let output = lowered.map_err(|errors| format!("the helpers were refused:\n{errors}"))?;
    Ok(Some((name.clone(), output.code)))
}

fn same_text(expected: &str, engine: Engine, ran: Result<Transcript, Failure>, code: &str) -> Result<(), String> {
    let transcript = ran.map_err(|failure| format!("the output on {engine}: {failure}\n{}", numbered(code)))?;
    let printed = text(&transcript);
    if printed == expected {
        return Ok(());
    }
    let difference =
        diff::unified(("the input prints", expected), (&format!("the output prints on {engine}"), &printed));
    Err(format!("{difference}{}", transcript.note.unwrap_or_default()))
}

fn text(transcript: &Transcript) -> String {
    transcript.lines.iter().map(|line| format!("{line}\n")).collect()
}

/// `code` with line numbers.
fn numbered(code: &str) -> String {
    code.lines().enumerate().map(|(index, line)| format!("{:>4} | {line}\n", index + 1)).collect()
}
