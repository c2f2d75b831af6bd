//! A tree to ES5 code and, when asked, a source map.
//!
//! swc's code generator walks the tree. Ours is what it writes into ([`writer`]), what it asks where to break lines
//! ([`layout`]) and for comments ([`comments`]), where those go that it passes over ([`unprinted`]), and the map
//! ([`source_map`]), which the map of the source may carry on ([`input_map`]). It lowers nothing: what is not ES5 comes
//! out as it is, except that numbers and strings are spelled in ES5, and that strings can stand in an HTML page
//! ([`inline_script`]) and be ASCII ([`ascii`]).

mod ascii;
mod comments;
mod heads;
mod inline_script;
mod input_map;
mod layout;
mod line_starts;
mod source_map;
#[cfg(test)]
mod tests;
mod unprinted;
mod writer;

use swc_common::{
    BytePos, DUMMY_SP, FilePathMapping, SourceFile, SourceMap, Span, Spanned, comments::SingleThreadedComments,
    sync::Lrc,
};
use swc_ecma_ast::{EsVersion, Expr, Invalid, Module, ModuleItem, Program, Script, Stmt};
use swc_ecma_codegen::{
    Config, Emitter,
    text_writer::{JsWriter, omit_trailing_semi},
};

pub(crate) use self::input_map::InputMap;
use self::{
    comments::Guide,
    layout::Layout,
    line_starts::LineStarts,
    source_map::Marks,
    writer::{Style, Writer},
};
use crate::{ast::is_directive, build, options::Options, parens, positions::Positions, problem::Problem};

/// Code, ending in one line feed, and the source map as JSON if one was asked for.
pub(crate) struct Printed {
    pub(crate) code: String,
    pub(crate) map: Option<String>,
}

/// What a program came from.
pub(crate) struct Source<'s> {
    pub(crate) map: &'s Lrc<SourceMap>,
    pub(crate) file: &'s SourceFile,
    /// They are taken out as they are printed.
    pub(crate) comments: Option<&'s SingleThreadedComments>,
    /// The map of the source, which the new map goes through.
    pub(crate) input_map: Option<&'s InputMap>,
}

/// Lines that the tree does not hold: the helpers.
pub(crate) enum Prelude<'t> {
    /// Behind the directives of the program.
    AtTop(&'t str),
    /// Where the [`placeholder`] stands.
    InPlace(&'t str),
}

/// The statement that a prelude takes the place of.
pub(crate) fn placeholder() -> Stmt {
    build::statement(Expr::Invalid(Invalid { span: DUMMY_SP }))
}

/// Prints `program` with `prelude`.
///
/// `skippable` are the positions of statements and initial values that came from the parser as they are, with their
/// parentheses.
///
/// A name in the tree that keeps the position of a name in the source is that name, renamed: the map says so.
/// Names that stand for nothing in the source must have no position.
///
/// # Errors
/// The generator refuses a node.
pub(crate) fn print(
    mut program: Program,
    skippable: &Positions,
    prelude: &Prelude<'_>,
    source: &Source<'_>,
    options: &Options,
) -> Result<Printed, Problem> {
    let &Source { map, file, comments, input_map } = source;
    let style = Style { compact: options.compact.applies_to(&file.src), ascii: options.ascii_only };
    let marks = options.source_map.then(|| Marks::new(file, input_map));
    let guide = comments.map(|comments| Guide::new(comments, file.start_pos));
    let &(Prelude::AtTop(lines) | Prelude::InPlace(lines)) = prelude;
    let line_starts = guide.as_ref().filter(|guide| !guide.is_empty()).map(|_| LineStarts::new(file));
    let mut emitter = Emitter {
        cfg: Config::default().with_target(EsVersion::Es5),
        cm: Lrc::new(Layout::new(map.clone(), file)),
        comments: guide.as_ref().map(|guide| guide as _),
        wr: Writer::new(lines.len() + file.src.len() * 5 / 4, style, marks, line_starts),
    };
    if let Prelude::InPlace(lines) = prelude {
        emitter.wr.set_prelude(lines);
    } else if !lines.is_empty() {
        let directives = take_directives(&mut program);
        emitter.emit_program(&directives).map_err(|error| Problem::unprintable(directives.span(), &error))?;
        emitter.wr.write_text(lines);
    }
    for mut piece in pieces(program) {
        parens::enclose_program(&mut piece, skippable);
        emitter.emit_program(&piece).map_err(|error| Problem::unprintable(piece.span(), &error))?;
        // The generator ends every line but that of a block.
        emitter.wr.end_line();
    }
    let untaken = || guide.as_ref().map(Guide::untaken).unwrap_or_default();
    Ok(emitter.wr.finish(options, |code, lines| unprinted::insertions(code, lines, untaken(), file)))
}

/// Prints statements that came from no file on one line, without spaces that mean nothing.
///
/// # Errors
/// As of [`print`].
pub(crate) fn print_compact(body: Vec<Stmt>) -> Result<String, Problem> {
    let map = Lrc::new(SourceMap::new(FilePathMapping::empty()));
    let mut script = Program::Script(Script { body, ..Script::default() });
    parens::enclose_program(&mut script, &Positions::default());
    let mut code = vec![];
    let mut emitter = Emitter {
        cfg: Config::default().with_target(EsVersion::Es5).with_minify(true),
        cm: map.clone(),
        comments: None,
        wr: omit_trailing_semi(JsWriter::new(map, "\n", &mut code, None)),
    };
    emitter.emit_program(&script).map_err(|error| Problem::unprintable(script.span(), &error))?;
    drop(emitter);
    let mut code = String::from_utf8_lossy(&code).trim_end().to_owned();
    code.push('\n');
    Ok(code)
}

/// A program statement by statement, so that each can be dropped right after it was printed: what it takes in memory is
/// in the cache then, and would have to be fetched again later. The first piece has the beginning of the program, with its
/// hashbang, and the last one its end; comments belong there.
fn pieces(program: Program) -> Box<dyn Iterator<Item = Program>> {
    match program {
        Program::Script(Script { span, body, mut shebang }) if !body.is_empty() => {
            let spans = spans_of_pieces(span, &body);
            let piece = move |(stmt, span)| Script { span, body: vec![stmt], shebang: shebang.take() };
            Box::new(body.into_iter().zip(spans).map(piece).map(Program::Script))
        }
        Program::Module(Module { span, body, mut shebang }) if !body.is_empty() => {
            let spans = spans_of_pieces(span, &body);
            let piece = move |(item, span)| Module { span, body: vec![item], shebang: shebang.take() };
            Box::new(body.into_iter().zip(spans).map(piece).map(Program::Module))
        }
        program => Box::new(std::iter::once(program)),
    }
}

/// The comments at the beginning of a program are those of an item that begins there, wherever it stands by now.
fn spans_of_pieces<T: Spanned>(span: Span, items: &[T]) -> impl Iterator<Item = Span> + use<T> {
    let is_items = items.iter().any(|item| item.span_lo() == span.lo);
    let lo = if is_items { BytePos::DUMMY } else { span.lo };
    let last = items.len() - 1;
    (0..=last).map(move |index| Span {
        lo: if index == 0 { lo } else { BytePos::DUMMY },
        hi: if index == last { span.hi } else { BytePos::DUMMY },
    })
}

/// Takes the hashbang and the directives off `program`, as a program of their own that no comment belongs to.
fn take_directives(program: &mut Program) -> Program {
    match program {
        Program::Script(script) => {
            let count = script.body.iter().take_while(|stmt| is_directive(stmt)).count();
            let rest = script.body.split_off(count);
            let body = std::mem::replace(&mut script.body, rest);
            Program::Script(Script { span: DUMMY_SP, body, shebang: script.shebang.take() })
        }
        Program::Module(module) => {
            let is_directive = |item: &&ModuleItem| item.as_stmt().is_some_and(is_directive);
            let count = module.body.iter().take_while(is_directive).count();
            let rest = module.body.split_off(count);
            let body = std::mem::replace(&mut module.body, rest);
            Program::Module(Module { span: DUMMY_SP, body, shebang: module.shebang.take() })
        }
    }
}
