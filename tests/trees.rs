//! Every fixture by the entry that takes a tree: parsed and printed by swc, lowered between.
//!
//! What is printed is the program that `transform` gives, which `fixtures.rs` runs. It is, too, when swc prints comments
//! that stand between all tokens of the source.

use std::path::{Path, PathBuf};

use downlevel::{Modules, Options, swc::lower_program, transform};
use libtest_mimic::{Arguments, Trial};
use swc_common::{FileName, FilePathMapping, SourceMap, sync::Lrc};
use swc_ecma_ast::EsVersion;
use swc_ecma_codegen::{Config, Emitter, text_writer::JsWriter};

#[path = "support/diff.rs"]
mod diff;
#[allow(dead_code, reason = "nothing runs here, but a fixture names the polyfills it needs")]
#[path = "support/engine.rs"]
mod engine;
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
    let trials = cases.map(|(name, directory)| Trial::test(name, move || Ok(test(&directory)?)));
    libtest_mimic::run(&arguments, trials.collect()).exit();
}

/// Comments, of which each place gets one.
const COMMENTS: [&str; 3] = ["/* c */", "/* c\n */", "// c\n"];

fn test(directory: &Path) -> Result<(), String> {
    let fixture = Fixture::load(directory)?;
    test_with(&fixture.input, &fixture.options)?;
    if fixture.kind() == Kind::Module {
        test_with(&fixture.input, &Options { modules: Modules::Preserve, ..fixture.options })?;
    }
    Ok(())
}

fn test_with(source: &str, options: &Options) -> Result<(), String> {
    let expected = transform(source, options).map_err(|errors| errors.to_string())?.code;
    let same = |source: &str| {
        let printed = lowered_as_tree(source, options)?;
        if syntax::is_same_program(&syntax::without_marks(&expected), &syntax::without_marks(&printed))? {
            return Ok(());
        }
        Err(format!("another program:\n{source}\n{}", diff::unified(("as text", &expected), ("as a tree", &printed))))
    };
    same(source)?;
    COMMENTS
        .iter()
        .try_for_each(|comment| same(&syntax::with_comments(source, options.source_type, |_| (*comment).to_owned()).0))
}

/// What swc's generator prints of the tree that swc's parser made and [`lower_program`] lowered.
fn lowered_as_tree(source: &str, options: &Options) -> Result<String, String> {
    let map = Lrc::new(SourceMap::new(FilePathMapping::empty()));
    let file = map.new_source_file(Lrc::new(FileName::Anon), source.to_owned());
    let (mut program, comments) = syntax::tree(&file, options.source_type)?;
    lower_program(&mut program, &file, options).map_err(|errors| format!("{errors}\n{source}"))?;
    let mut code = vec![];
    let writer = JsWriter::new(map.clone(), "\n", &mut code, None);
    let cfg = Config::default().with_target(EsVersion::Es5);
    let printed = Emitter { cfg, cm: map, comments: Some(&comments), wr: writer }.emit_program(&program);
    printed.map_err(|error| error.to_string())?;
    String::from_utf8(code).map_err(|error| error.to_string())
}
