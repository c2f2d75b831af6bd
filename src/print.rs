//! A tree to ES5 code and, when asked, a source map.
//!
//! swc's code generator walks the tree. Ours is what it writes into ([`writer`]), what it asks where to break
//! lines ([`layout`]), and the map ([`source_map`]), which the map of the source may carry on
//! ([`input_map`]). It lowers nothing: what is not ES5 comes out as it is, except
//! that numbers and strings are spelled in ES5.

mod comments;
mod input_map;
mod layout;
mod source_map;
#[cfg(test)]
mod tests;
mod writer;

use swc_common::{SourceFile, SourceMap, Spanned, comments::SingleThreadedComments, sync::Lrc};
use swc_ecma_ast::{EsVersion, Program};
use swc_ecma_codegen::{Config, Emitter};

pub(crate) use self::input_map::InputMap;
use self::{comments::Guide, layout::Layout, source_map::Marks, writer::Writer};
use crate::{diagnostic::Problem, options::Options};

/// Code, ending in one line feed, and the source map as JSON if one was asked for.
pub(crate) struct Printed {
    pub(crate) code: String,
    pub(crate) map: Option<String>,
}

/// Prints `program`, which came from `file`. Comments are taken out of `comments` as they are printed.
///
/// `input` is the map of the source, which the new map goes through.
///
/// A name in the tree that keeps the position of a name in the source is that name, renamed: the map says so.
/// Names that stand for nothing in the source must have no position.
///
/// # Errors
/// The generator refuses a node.
pub(crate) fn print(
    program: &Program,
    map: &Lrc<SourceMap>,
    file: &SourceFile,
    comments: Option<&SingleThreadedComments>,
    input: Option<&InputMap>,
    options: &Options,
) -> Result<Printed, Problem> {
    let marks = options.source_map.then(|| Marks::new(file, input));
    let guide = comments.map(|comments| Guide::new(comments, file.start_pos));
    let mut emitter = Emitter {
        cfg: Config::default().with_target(EsVersion::Es5),
        cm: Lrc::new(Layout::new(map.clone(), file)),
        comments: guide.as_ref().map(|guide| guide as _),
        wr: Writer::new(file.src.len(), marks),
    };
    emitter.emit_program(program).map_err(|error| Problem::unprintable(program.span(), &error))?;
    let (code, marks) = emitter.wr.finish();
    Ok(Printed { code, map: marks.map(|marks| marks.into_json(options)) })
}
