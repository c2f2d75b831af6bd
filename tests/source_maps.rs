//! Source maps of all fixtures: what a mapping says about an identifier is true.
//!
//! So it is with comments between all tokens, which move.
//!
//! A mapping that points at an identifier of the output leads to the same word in the input, or names the word that
//! it leads to.

use std::path::{Path, PathBuf};

use downlevel::{Compact, Options, transform};
use libtest_mimic::{Arguments, Trial};
use oxc_sourcemap::SourceMap;

#[allow(dead_code, reason = "nothing runs here, but a fixture names the polyfills it needs")]
#[path = "support/engine.rs"]
mod engine;
#[allow(dead_code, reason = "one module is mapped, not those that it imports")]
#[path = "support/fixture.rs"]
mod fixture;
#[allow(dead_code, reason = "programs are not compared")]
#[path = "support/syntax.rs"]
mod syntax;
#[path = "support/words.rs"]
mod words;

use fixture::Fixture;
use words::{Lines, is_identifier, words};

fn main() {
    let arguments = Arguments::from_args();
    let trial = |(name, directory): (String, PathBuf)| {
        let is_parsed = !syntax::REFUSED.contains(&name.as_str());
        Trial::test(name, move || Ok(test(&directory, is_parsed)?))
    };
    let cases = fixture::all()
        .into_iter()
        .filter(|(name, directory)| name != MISPLACED && !directory.join("error.txt").exists());
    libtest_mimic::run(&arguments, cases.map(trial).collect()).exit();
}

/// swc's parser gives a name behind an HTML-like comment the position of that comment.
const MISPLACED: &str = "literals/html_comments";

fn test(directory: &Path, is_parsed: bool) -> Result<(), String> {
    let mut fixture = Fixture::load(directory)?;
    test_input(&fixture)?;
    let compact = fixture.options.compact;
    fixture.options.compact = Compact::Always;
    test_input(&fixture).map_err(|problem| format!("compact: {problem}"))?;
    fixture.options.compact = compact;
    if !is_parsed {
        return Ok(());
    }
    let comment = |number: usize| format!("/*! {number}{}*/", if number.is_multiple_of(2) { "" } else { "\n" });
    fixture.input = syntax::with_comments(&fixture.input, fixture.options.source_type, comment).0;
    test_input(&fixture).map_err(|problem| format!("with comments between all tokens: {problem}"))
}

fn test_input(fixture: &Fixture) -> Result<(), String> {
    let plain = transform(&fixture.input, &fixture.options).map_err(|errors| errors.to_string())?;
    let options = Options { source_map: true, ..fixture.options.clone() };
    let output = transform(&fixture.input, &options).map_err(|errors| errors.to_string())?;
    if output.code != plain.code {
        return Err("the code is another one when a source map is made".to_owned());
    }
    let json = output.map.ok_or("there is no source map")?;
    let map = SourceMap::from_json_string(&json).map_err(|error| format!("the source map cannot be read: {error}"))?;
    check(&map, fixture, &output.code)
}

fn check(map: &SourceMap, fixture: &Fixture, code: &str) -> Result<(), String> {
    if map.get_sources().collect::<Vec<_>>() != [fixture.options.filename.as_str()] {
        return Err(format!("the sources are {:?}", map.get_sources().collect::<Vec<_>>()));
    }
    if map.get_source_contents().collect::<Vec<_>>() != [Some(fixture.input.as_str())] {
        return Err("sourcesContent is not the input".to_owned());
    }
    let (input, output) = (Lines::new(&fixture.input), Lines::new(code));
    // They begin what `a ** b`, `super.m`, `import()` and `export * as a` become.
    let mut generated = &words(code) - &words(&fixture.input);
    generated.extend(["Math", "Object", "Promise", "import"].map(str::to_owned));
    let (mut problems, mut identifiers) = (vec![], 0);
    for token in map.get_source_view_tokens() {
        let (to, from) = ((token.get_dst_line(), token.get_dst_col()), (token.get_src_line(), token.get_src_col()));
        let (Some(written), Some(read)) = (output.word(to), input.word(from)) else {
            problems.push(format!("{} -> {} is outside of the text", place(to), place(from)));
            continue;
        };
        if !is_identifier(&written) {
            continue;
        }
        identifiers += 1;
        if token.get_name().is_none() && generated.contains(&written) {
            // It begins what an expression became, such as `_toArray(xs)`, and leads to where the expression began.
            continue;
        }
        let named = token.get_name().unwrap_or(&written);
        // `export { a as "b" }` says `b`.
        let line = fixture.input.lines().nth(from.0 as usize).unwrap_or_default();
        let is_string = line.get(from.1 as usize..).is_some_and(|rest| rest.starts_with(['"', '\'']));
        if named != read && !is_string {
            problems.push(format!("{} `{written}` as `{named}` -> {} `{read}`", place(to), place(from)));
        }
    }
    if identifiers == 0 {
        problems.push("no identifier is mapped".to_owned());
    }
    if problems.is_empty() { Ok(()) } else { Err(problems.join("\n")) }
}

fn place((line, column): (u32, u32)) -> String {
    format!("{}:{}", line + 1, column + 1)
}
