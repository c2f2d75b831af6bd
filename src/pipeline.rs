//! The way of one file through the rooms: parse, scope, lower, print.

use swc_common::{FilePathMapping, SourceFile, SourceMap, comments::SingleThreadedComments, sync::Lrc};
use swc_ecma_ast::Program;

use crate::{
    diagnostic::{Diagnostic, Errors, Problem, Severity, Source},
    nesting,
    options::Options,
    parse, print,
};

/// What [`transform`] made of a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Output {
    /// The ES5 code, ending in a line feed.
    pub code: String,
    /// The source map as JSON, if [`Options::source_map`] asked for it. The code holds no comment that names it.
    pub map: Option<String>,
    /// Findings that did not keep the file from being lowered.
    pub warnings: Vec<Diagnostic>,
}

/// Lowers the text of one file.
///
/// # Errors
/// Everything that keeps the source from being lowered: syntax errors, constructs that ES5 cannot express,
/// syntax newer than ES2018.
///
/// ```
/// use downlevel::{Options, transform};
///
/// let output = transform("f(...xs);", &Options::default())?;
/// assert!(output.code.contains("f.apply(void 0, _toArray(xs))"));
///
/// let errors = transform("a ?? b", &Options::default()).unwrap_err();
/// assert_eq!(errors.0[0].primary.column, 3);
/// # Ok::<(), downlevel::Errors>(())
/// ```
pub fn transform(source: &str, options: &Options) -> Result<Output, Errors> {
    let map = Lrc::new(SourceMap::new(FilePathMapping::empty()));
    let file = parse::load(source.to_owned(), &options.filename, &map);
    nesting::with_room(&file, || run(&file, &map, options))
        .unwrap_or_else(|problem| Err(vec![problem]))
        .map_err(|problems| errors(problems, &file, options))
}

/// All rooms, and the end of the tree: everything that recurses.
fn run(file: &SourceFile, map: &Lrc<SourceMap>, options: &Options) -> Result<Output, Vec<Problem>> {
    let parsed = parse::parse(file, options.source_type)?;
    let printed =
        print::print(&parsed.program, map, file, Some(&parsed.comments), options).map_err(|problem| vec![problem])?;
    Ok(Output { code: printed.code, map: printed.map, warnings: vec![] })
}

fn errors(mut problems: Vec<Problem>, file: &SourceFile, options: &Options) -> Errors {
    let source = Source { filename: &options.filename, file };
    problems.sort_by_key(|problem| problem.span.lo);
    Errors(problems.into_iter().map(|problem| Diagnostic::locate(problem, Severity::Error, &source)).collect())
}
