//! For those who hold a tree of swc already: parse, lower in place, print. `cargo run --example program --features swc`

use std::error::Error;

use downlevel::{Options, swc::lower_program};
// As they fit together.
use downlevel::swc::swc_common::{FileName, FilePathMapping, SourceMap, sync::Lrc};
use downlevel::swc::swc_ecma_ast::EsVersion;
use downlevel::swc::swc_ecma_codegen::{Config, Emitter, text_writer::JsWriter};
use downlevel::swc::swc_ecma_parser::{EsSyntax, Syntax, parse_file_as_program};

const SOURCE: &str = "for (const [key, value] of entries) handlers.push(() => value ** key);";

pub(crate) fn main() -> Result<(), Box<dyn Error>> {
    let map = Lrc::new(SourceMap::new(FilePathMapping::empty()));
    let file = map.new_source_file(Lrc::new(FileName::Custom("app.js".into())), SOURCE.to_owned());
    let syntax = Syntax::Es(EsSyntax::default());
    let mut program = parse_file_as_program(&file, syntax, EsVersion::latest(), None, &mut vec![])
        .map_err(|error| error.kind().msg().into_owned())?;

    // The tree has to be as the parser made it, so passes of your own come after this.
    let lowering = lower_program(&mut program, &file, &Options::default())?;
    assert!(lowering.warnings.is_empty());

    let mut code = vec![];
    let writer = JsWriter::new(map.clone(), "\n", &mut code, None);
    let cfg = Config::default().with_target(EsVersion::Es5);
    Emitter { cfg, cm: map, comments: None, wr: writer }.emit_program(&program)?;
    println!("{}", String::from_utf8(code)?);
    Ok(())
}
