//! Source text to a tree: a script or a module, with every syntax error that the parser reports.
//!
//! Whether a script is CommonJS, which decides about `return` at its top, is known when its names are: the parser takes
//! it everywhere.

mod html_comments;
mod legal;

use swc_common::{FileName, SourceFile, SourceMap, Spanned, comments::SingleThreadedComments, sync::Lrc};
use swc_ecma_ast::{EsVersion, Program};
use swc_ecma_parser::{
    EsSyntax, Syntax, error::Error, parse_file_as_module, parse_file_as_program, parse_file_as_script,
};

use crate::{
    options::{Options, SourceType},
    problem::Problem,
    syntax_error,
};

/// A parsed file and what later rooms need of its text.
pub(crate) struct Parsed {
    pub(crate) program: Program,
    pub(crate) comments: SingleThreadedComments,
    /// Errors that the parser recovered from, for `scope` to judge: some are false alarms of Annex B code.
    pub(crate) recovered: Vec<Error>,
}

/// Adds `source` to `map`.
pub(crate) fn load(source: String, filename: &str, map: &SourceMap) -> Lrc<SourceFile> {
    map.new_source_file(Lrc::new(FileName::Custom(filename.to_owned())), source)
}

/// What the parser makes of a source.
struct Attempt {
    /// Nothing after an error that the parser could not recover from.
    program: Option<Program>,
    comments: SingleThreadedComments,
    errors: Vec<Error>,
}

/// Parses `file`.
///
/// # Errors
/// The first error that the parser cannot recover from, after those that it could; or that the source is no JavaScript.
pub(crate) fn parse(file: &SourceFile, options: &Options) -> Result<Parsed, Vec<Problem>> {
    let source_type = options.source_type.of_file(&options.filename);
    let attempt = legal::attempt(file, |file| parse_text(file, source_type));
    // In modules they are refused.
    let is_script = match &attempt.program {
        Some(program) => program.is_script(),
        None => matches!(source_type, SourceType::Script | SourceType::CommonJs),
    };
    let replaced = if is_script { html_comments::replaced(file, &attempt.comments) } else { None };
    let Attempt { program, comments, errors } = match replaced {
        Some(replaced) => legal::attempt(&replaced, |file| parse_text(file, SourceType::Script)),
        None => attempt,
    };
    match program {
        Some(program) => Ok(Parsed { program, comments, recovered: errors }),
        None => Err(syntax_error::problems(&errors, file)),
    }
}

/// Of a source of the type `Auto`, the parser answers with what it made of it as a module, if it complains of the script; but
/// it complains of legal scripts too, such as of a function in a clause of `if`. What is wrong as a module, and no more so as
/// a script, is a script.
fn parse_text(file: &SourceFile, source_type: SourceType) -> Attempt {
    let attempt = parse_as(file, source_type);
    let is_script = attempt.program.as_ref().is_some_and(Program::is_script);
    if source_type != SourceType::Auto || is_script || attempt.errors.is_empty() {
        return attempt;
    }
    let script = parse_as(file, SourceType::Script);
    // What follows a fatal error was not looked at.
    let stopped_at = if attempt.program.is_some() { file.end_pos } else { attempt.stopped_at() };
    let is_known = |error: &Error| attempt.errors.iter().any(|known| known.span_lo() == error.span_lo());
    let is_no_worse = script.errors.iter().all(|error| error.span_lo() > stopped_at || is_known(error));
    if script.program.is_some() && is_no_worse { script } else { attempt }
}

fn parse_as(file: &SourceFile, source_type: SourceType) -> Attempt {
    let syntax = EsSyntax {
        import_attributes: true,
        allow_return_outside_function: true,
        explicit_resource_management: true,
        ..EsSyntax::default()
    };
    let syntax = Syntax::Es(syntax);
    let target = EsVersion::latest();
    let comments = SingleThreadedComments::default();
    let mut errors = vec![];
    let result = match source_type {
        SourceType::Auto => parse_file_as_program(file, syntax, target, Some(&comments), &mut errors),
        SourceType::Script | SourceType::CommonJs => {
            parse_file_as_script(file, syntax, target, Some(&comments), &mut errors).map(Program::Script)
        }
        SourceType::Module => {
            parse_file_as_module(file, syntax, target, Some(&comments), &mut errors).map(Program::Module)
        }
    };
    let program = result.map_err(|fatal| errors.push(fatal)).ok();
    // The parser stumbles more than once over the same place.
    errors.sort_by_key(Spanned::span_lo);
    errors.dedup_by_key(|error| error.span_lo());
    Attempt { program, comments, errors }
}
