//! Comments between all tokens of every fixture.
//!
//! The output is the same program as without them, whatever they are. Legal ones are in it exactly once each, and still
//! are when it is lowered again; others at most once.

use std::path::{Path, PathBuf};

use downlevel::{Compact, Modules, Options, SourceType, transform};
use libtest_mimic::{Arguments, Trial};

#[path = "support/diff.rs"]
mod diff;
#[allow(dead_code, reason = "nothing runs here, but a fixture names the polyfills it needs")]
#[path = "support/engine.rs"]
mod engine;
#[path = "support/es5.rs"]
mod es5;
#[allow(dead_code, reason = "modules are lowered one by one")]
#[path = "support/fixture.rs"]
mod fixture;
#[path = "support/syntax.rs"]
mod syntax;

use fixture::{Fixture, Kind};

fn main() {
    let arguments = Arguments::from_args();
    let is_lowered = |(name, directory): &(String, PathBuf)| {
        !syntax::REFUSED.contains(&name.as_str()) && !directory.join("error.txt").exists()
    };
    let cases = fixture::all().into_iter().filter(is_lowered);
    let trials = cases.flat_map(|(name, directory)| {
        STYLES.map(|style| {
            let directory = directory.clone();
            Trial::test(format!("{name} {}", style.name), move || Ok(test(&directory, style)?))
        })
    });
    libtest_mimic::run(&arguments, trials.collect()).exit();
}

/// A kind of comment.
#[derive(Clone, Copy)]
struct Style {
    name: &'static str,
    before: &'static str,
    after: &'static str,
    is_legal: bool,
}

const STYLES: [Style; 4] = [
    Style { name: "in a line", before: "/*! ", after: " */", is_legal: true },
    Style { name: "of two lines", before: "/* @license\n ", after: " */", is_legal: true },
    Style { name: "to the end of the line", before: "// @preserve ", after: "\n", is_legal: true },
    Style { name: "without licence", before: "/** ", after: "\n */", is_legal: false },
];

impl Style {
    fn comment(self, number: usize) -> String {
        format!("{}{}{}", self.before, name(number), self.after)
    }
}

/// What tells a comment from the others.
fn name(number: usize) -> String {
    format!("comment {number}.")
}

fn test(directory: &Path, style: Style) -> Result<(), String> {
    let fixture = Fixture::load(directory)?;
    test_with(&fixture.input, style, &fixture.options)?;
    let compact = Options { compact: Compact::Always, ascii_only: true, ..fixture.options.clone() };
    test_with(&fixture.input, style, &compact)?;
    if fixture.options.modules == Modules::CommonJs && fixture.kind() == Kind::Module {
        test_with(&fixture.input, style, &Options { modules: Modules::Preserve, ..fixture.options })?;
    }
    Ok(())
}

fn test_with(source: &str, style: Style, options: &Options) -> Result<(), String> {
    let (commented, count) = syntax::with_comments(source, options.source_type, |number| style.comment(number));
    let lower = |source: &str, options: &Options| {
        transform(source, options).map(|output| output.code).map_err(|errors| format!("{errors}\n{source}"))
    };
    let plain = lower(source, options)?;
    let code = lower(&commented, options)?;
    if !syntax::is_same_program(&syntax::without_marks(&plain), &syntax::without_marks(&code))? {
        return Err(format!("another program:\n{commented}\n{}", diff::unified(("without", &plain), ("with", &code))));
    }
    let is_commonjs = options.source_type == SourceType::CommonJs;
    let found = match is_commonjs {
        true => es5::violations(&format!("(function () {{\n{code}}});"), false),
        false => es5::violations(&code, options.modules == Modules::Preserve),
    };
    if let Some(violation) = found.first() {
        return Err(format!("the output is not ES5: {violation}\n{code}"));
    }
    check_counts(&code, style, count).map_err(|wrong| format!("{wrong}\n{commented}\n{code}"))?;
    let source_type = if is_commonjs { SourceType::CommonJs } else { SourceType::Auto };
    let again = lower(&code, &Options { source_type, ..options.clone() })?;
    check_counts(&again, style, count).map_err(|wrong| format!("lowered again, {wrong}\n{code}\n{again}"))
}

/// Each comment is there as often as it has to be.
fn check_counts(code: &str, style: Style, count: usize) -> Result<(), String> {
    let mut times = vec![0; count];
    let numbers = code.split("comment ").filter_map(|text| text.split_once('.')?.0.parse::<usize>().ok());
    for number in numbers {
        times[number] += 1;
    }
    let is_wrong = |times: &usize| *times > 1 || style.is_legal && *times == 0;
    let wrong = times.iter().enumerate().filter(|(_, times)| is_wrong(times));
    let wrong: Vec<_> = wrong.map(|(number, times)| format!("{}: {times} times", name(number))).collect();
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join(", ")) }
}
