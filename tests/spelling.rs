//! Every fixture in the spellings that the output may have: compact, and in ASCII. It is the same program.
//!
//! Comments in compact code are the affair of `comments.rs`, its source map that of `source_maps.rs`.

use std::path::{Path, PathBuf};

use downlevel::{Compact, Options, transform};
use libtest_mimic::{Arguments, Trial};
use swc_common::EqIgnoreSpan;
use swc_ecma_ast::{Number, Program, Regex, Str};
use swc_ecma_visit::{VisitMut, VisitMutWith};

#[path = "support/diff.rs"]
mod diff;
#[allow(dead_code, reason = "nothing runs here, but a fixture names the polyfills it needs")]
#[path = "support/engine.rs"]
mod engine;
#[allow(dead_code, reason = "modules are lowered one by one")]
#[path = "support/fixture.rs"]
mod fixture;
#[allow(dead_code, reason = "no comments are put in")]
#[path = "support/syntax.rs"]
mod syntax;

use fixture::Fixture;

fn main() {
    let arguments = Arguments::from_args();
    let cases = fixture::all().into_iter().filter(|(_, directory)| !directory.join("error.txt").exists());
    let trials = cases.map(|(name, directory): (String, PathBuf)| Trial::test(name, move || Ok(test(&directory)?)));
    libtest_mimic::run(&arguments, trials.collect()).exit();
}

fn test(directory: &Path) -> Result<(), String> {
    let Fixture { input, options, .. } = Fixture::load(directory)?;
    let lower = |compact, ascii_only| {
        let options = Options { compact, ascii_only, ..options.clone() };
        transform(&input, &options).map(|output| output.code).map_err(|errors| errors.to_string())
    };
    let plain = lower(Compact::Never, false)?;
    for (compact, ascii_only) in [(Compact::Always, false), (Compact::Never, true), (Compact::Always, true)] {
        let code = lower(compact, ascii_only)?;
        if ascii_only && !code.is_ascii() {
            return Err(format!("this is not ASCII:\n{code}"));
        }
        if compact == Compact::Always && code.len() > plain.len() && !ascii_only {
            return Err(format!("this is longer than what is not compact:\n{code}"));
        }
        if !unspelled(&plain)?.eq_ignore_span(&unspelled(&code)?) {
            return Err(format!("another program:\n{}", diff::unified(("plain", &plain), ("spelled", &code))));
        }
    }
    Ok(())
}

/// The tree of a program, without the spelling of its literals.
fn unspelled(code: &str) -> Result<Program, String> {
    let mut program = syntax::parsed(code)?;
    program.visit_mut_with(&mut Unspelled);
    Ok(program)
}

struct Unspelled;

impl VisitMut for Unspelled {
    fn visit_mut_str(&mut self, string: &mut Str) {
        string.raw = None;
    }

    fn visit_mut_number(&mut self, number: &mut Number) {
        number.raw = None;
    }

    /// Characters that are not ASCII as escapes, without a backslash before them.
    fn visit_mut_regex(&mut self, regex: &mut Regex) {
        let mut pattern = String::new();
        for char in regex.exp.chars() {
            if char.is_ascii() {
                pattern.push(char);
                continue;
            }
            if pattern.ends_with('\\') && pattern.chars().rev().take_while(|char| *char == '\\').count() % 2 == 1 {
                pattern.pop();
            }
            for unit in char.encode_utf16(&mut [0; 2]) {
                pattern.push_str(&format!("\\u{unit:04X}"));
            }
        }
        regex.exp = pattern.into();
    }
}
