//! Source text to a tree: a script or a module, with every syntax error that the parser reports.

mod html_comments;

use swc_common::{FileName, SourceFile, SourceMap, Spanned, comments::SingleThreadedComments, sync::Lrc};
use swc_ecma_ast::{EsVersion, Program};
use swc_ecma_parser::{
    EsSyntax, Syntax, error::Error, parse_file_as_module, parse_file_as_program, parse_file_as_script,
};

use crate::{diagnostic::Problem, options::SourceType, syntax_error};

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

/// Parses `file`.
///
/// # Errors
/// The first error that the parser cannot recover from, after those that it could.
pub(crate) fn parse(file: &SourceFile, source_type: SourceType) -> Result<Parsed, Vec<Problem>> {
    let comments = SingleThreadedComments::default();
    let parsed = parse_text(file, source_type, comments.clone());
    // In modules they are refused.
    let is_script = parsed.as_ref().map_or(source_type == SourceType::Script, |parsed| parsed.program.is_script());
    let replaced = if is_script { html_comments::replaced(file, &comments) } else { None };
    match replaced {
        Some(replaced) => parse_text(&replaced, SourceType::Script, SingleThreadedComments::default()),
        None => parsed,
    }
}

fn parse_text(
    file: &SourceFile,
    source_type: SourceType,
    comments: SingleThreadedComments,
) -> Result<Parsed, Vec<Problem>> {
    let syntax = Syntax::Es(EsSyntax { import_attributes: true, ..EsSyntax::default() });
    let target = EsVersion::latest();
    let mut recovered = vec![];
    let result = match source_type {
        SourceType::Auto => parse_file_as_program(file, syntax, target, Some(&comments), &mut recovered),
        SourceType::Script => {
            parse_file_as_script(file, syntax, target, Some(&comments), &mut recovered).map(Program::Script)
        }
        SourceType::Module => {
            parse_file_as_module(file, syntax, target, Some(&comments), &mut recovered).map(Program::Module)
        }
    };
    let result = result.map_err(|fatal| recovered.push(fatal));
    // The parser stumbles more than once over the same place.
    recovered.sort_by_key(Spanned::span_lo);
    recovered.dedup_by_key(|error| error.span_lo());
    match result {
        Ok(program) => Ok(Parsed { program, comments, recovered }),
        Err(()) => Err(recovered.iter().map(|error| syntax_error::problem(error, file)).collect()),
    }
}
