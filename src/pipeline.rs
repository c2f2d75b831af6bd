//! The way of one file through the rooms: parse, scope, lower, print.

use swc_common::{FilePathMapping, SourceFile, SourceMap, sync::Lrc};
use swc_ecma_ast::{ModuleItem, Program};
use swc_ecma_parser::error::SyntaxError;

use crate::{
    diagnostic::{Diagnostic, Errors, Problem, Severity, Source},
    helpers,
    lower::{self, Lowered},
    options::{Helpers, Modules, Options},
    parse, print,
    scope::{self, is_directive},
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
/// assert_eq!(errors.0[0].primary.column, 1);
/// # Ok::<(), downlevel::Errors>(())
/// ```
pub fn transform(source: &str, options: &Options) -> Result<Output, Errors> {
    let map = Lrc::new(SourceMap::new(FilePathMapping::empty()));
    let file = parse::load(source.to_owned(), &options.filename, &map);
    lower_file(&map, &file, options).map_err(|problems| errors(problems, &file, options))
}

fn lower_file(map: &Lrc<SourceMap>, file: &SourceFile, options: &Options) -> Result<Output, Vec<Problem>> {
    let parse::Parsed { mut program, comments, recovered } = parse::parse(file, options.source_type)?;
    let early: Vec<Problem> = recovered
        .iter()
        // The parser knows nothing of Annex B; scope judges functions in odd places.
        .filter(|error| !matches!(error.kind(), SyntaxError::DeclNotAllowed))
        .map(parse::problem)
        .collect();
    let warnings = lower_tree(&mut program, early, options)?;
    let printed = print::print(&program, map, file, Some(&comments), options).map_err(|problem| vec![problem])?;
    let warnings = located(warnings, Severity::Warning, file, options);
    Ok(Output { code: printed.code, map: printed.map, warnings })
}

/// Scope and lower, with the helpers put in. Returns the warnings.
fn lower_tree(
    program: &mut Program,
    mut problems: Vec<Problem>,
    options: &Options,
) -> Result<Vec<Problem>, Vec<Problem>> {
    let (facts, found) = scope::analyze(program);
    problems.extend(found);
    if let Program::Module(module) = &*program
        && options.modules == Modules::CommonJs
    {
        problems.push(Problem::unsupported(module.span, "a module, with `modules: commonjs`,"));
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut lowered = lower::lower(program, facts, options);
    problems.append(&mut lowered.problems);
    if !problems.is_empty() {
        return Err(problems);
    }
    let warnings = std::mem::take(&mut lowered.warnings);
    add_helpers(program, lowered, options).map_err(|problem| vec![problem])?;
    Ok(warnings)
}

/// Puts the helpers that a file calls before its first statement that is not a directive.
fn add_helpers(program: &mut Program, mut lowered: Lowered, options: &Options) -> Result<(), Problem> {
    if lowered.helpers.is_empty() {
        return Ok(());
    }
    let items: Vec<ModuleItem> = match (&options.helpers, &*program) {
        (Helpers::Inline, _) => {
            for helper in lowered.helpers.closed().iter() {
                if !lowered.helper_names.iter().any(|(known, _)| *known == helper) {
                    let name = lowered.facts.names.reserved(helper.name());
                    lowered.helper_names.push((helper, name));
                }
            }
            let statements = helpers::statements(lowered.helpers, |helper| lowered.helper_name(helper))?;
            statements.into_iter().map(ModuleItem::Stmt).collect()
        }
        (Helpers::External(module), Program::Module(_)) => {
            vec![helpers::imported(lowered.helpers, module, |helper| lowered.helper_name(helper))]
        }
        (Helpers::External(module), Program::Script(_)) => {
            let required = helpers::required(lowered.helpers, module, |helper| lowered.helper_name(helper));
            required.into_iter().map(ModuleItem::Stmt).collect()
        }
    };
    match program {
        Program::Script(script) => {
            let at = script.body.iter().take_while(|stmt| is_directive(stmt)).count();
            script.body.splice(at..at, items.into_iter().filter_map(ModuleItem::stmt));
        }
        Program::Module(module) => {
            let at = module.body.iter().take_while(|item| item.as_stmt().is_some_and(is_directive)).count();
            module.body.splice(at..at, items);
        }
    }
    Ok(())
}

fn errors(problems: Vec<Problem>, file: &SourceFile, options: &Options) -> Errors {
    Errors(located(problems, Severity::Error, file, options))
}

/// In the order of the source.
fn located(mut problems: Vec<Problem>, severity: Severity, file: &SourceFile, options: &Options) -> Vec<Diagnostic> {
    let source = Source { filename: &options.filename, file };
    problems.sort_by_key(|problem| problem.span.lo);
    problems.into_iter().map(|problem| Diagnostic::locate(problem, severity, &source)).collect()
}
