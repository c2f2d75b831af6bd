//! The way of one file through the phases: parse, scope, lower, print.

use std::collections::BTreeSet;

use swc_common::{FilePathMapping, SourceFile, SourceMap, Span, sync::Lrc};
use swc_ecma_ast::{ModuleItem, Program};
use swc_ecma_parser::error::SyntaxError;

use crate::{
    ast::is_directive,
    check,
    diagnostic::{Diagnostic, Errors, Severity, located},
    helpers,
    lower::{self, Lowered},
    nesting,
    options::{Helpers, Modules, Options, SourceType},
    parse,
    positions::Positions,
    print,
    problem::Problem,
    scope::{self, Text},
    source_map_url, syntax_error,
};

/// What [`transform`] made of a source.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Output {
    /// The ES5 code, ending in a line feed.
    pub code: String,
    /// The source map as JSON, if [`Options::source_map`] asked for it. The code holds no comment that names it, nor
    /// the one that named the map of the source.
    pub map: Option<String>,
    /// The built-ins after ES5 without which the code can't do all of its work, sorted: `Promise` for async functions,
    /// `Symbol.dispose` for `using`, `RegExp.prototype.sticky` for the flag `y`, `Symbol.match` and `Symbol.replace` for named groups that are used by
    /// methods of strings. What the source itself refers to is not counted.
    pub required_builtins: Vec<String>,
    /// What the source was taken for: never [`SourceType::Auto`].
    pub source_type: SourceType,
    /// Findings that did not keep the file from being lowered.
    pub warnings: Vec<Diagnostic>,
}

/// Lowers the text of one file.
///
/// # Errors
/// Everything that keeps the source from being lowered: syntax errors, constructs that ES5 cannot express.
///
/// ```
/// use downlevel::{Options, transform};
///
/// let output = transform("f(...xs);", &Options::default())?;
/// assert!(output.code.contains("f.apply(void 0, _list(xs))"));
///
/// let errors = transform("/(?<=a)b/", &Options::default()).unwrap_err();
/// assert_eq!(errors.as_slice()[0].primary.column, 2);
/// # Ok::<(), downlevel::Errors>(())
/// ```
pub fn transform(source: &str, options: &Options) -> Result<Output, Errors> {
    let map = Lrc::new(SourceMap::new(FilePathMapping::empty()));
    let file = parse::load(source.to_owned(), &options.filename, &map);
    nesting::with_stack(&file, || lower_file(&map, &file, options))
        .unwrap_or_else(|problem| Err(vec![problem]))
        .map_err(|problems| Errors::locate(problems, &file, &options.filename))
}

/// All phases, and the end of the tree: everything that recurses.
fn lower_file(map: &Lrc<SourceMap>, file: &SourceFile, options: &Options) -> Result<Output, Vec<Problem>> {
    let parse::Parsed { mut program, comments, recovered } = parse::parse(file, options)?;
    let map_comment = source_map_url::remove(&comments, file);
    let input_map = input_map(options, map_comment.unwrap_or_default()).map_err(|problem| vec![problem])?;
    // The parser knows nothing of Annex B and CommonJS; scope judges functions in odd places and `new.target`.
    let is_judged = |error: &SyntaxError| matches!(error, SyntaxError::DeclNotAllowed | SyntaxError::InvalidNewTarget);
    let early = recovered.iter().filter(|error| !is_judged(error.kind()));
    let early = syntax_error::problems(early, file);
    if early.iter().any(Problem::is_foreign) {
        return Err(early);
    }
    let mut lowered = lower_tree(&mut program, Text::new(file, Some(&comments)), early, options)?;
    let source = print::Source { map, file, comments: Some(&comments), input_map: input_map.as_ref() };
    let printed = print_lowered(program, &mut lowered, options, |program, skippable, helpers| {
        print::print(program, skippable, helpers, &source, options)
    });
    let printed = printed.map_err(|problem| vec![problem])?;
    let required_builtins = required_builtins(&lowered);
    let source_type = lowered.facts.file_kind.source_type();
    let warnings = located(lowered.warnings, Severity::Warning, file, &options.filename);
    Ok(Output { code: printed.code, map: printed.map, required_builtins, source_type, warnings })
}

/// The map of the source, if one was given and is needed. `place` is what names it in the source.
fn input_map(options: &Options, place: Span) -> Result<Option<print::InputMap>, Problem> {
    let json = options.input_source_map.as_deref().filter(|_| options.source_map);
    json.map(print::InputMap::read).transpose().map_err(|reason| Problem::input_source_map(place, &reason))
}

/// Scope and lower. The helpers are still to be put in.
pub(crate) fn lower_tree(
    program: &mut Program,
    text: Text<'_>,
    early: Vec<Problem>,
    options: &Options,
) -> Result<Lowered, Vec<Problem>> {
    if let Some(rename) = &options.rename_modules {
        rename.apply(program);
    }
    let (mut facts, mut problems) = scope::analyze(program, text, options);
    // What both found is said once, in our words.
    let is_known = |error: &Problem, known: &[Problem]| known.iter().any(|known| touch(known.span, error.span));
    let rest: Vec<_> = early.into_iter().filter(|error| !is_known(error, &problems)).collect();
    problems.extend(rest);
    if !problems.is_empty() {
        return Err(problems);
    }
    let code_strings = std::mem::take(&mut facts.code_strings);
    let mut lowered = lower::lower(program, facts, options);
    let newer = code_strings.into_iter().filter_map(|code| Some((code.span, check::newest(code.text)?)));
    lowered.warnings.extend(newer.map(|(span, feature)| Problem::code_string(span, feature)));
    problems.append(&mut lowered.problems);
    if problems.is_empty() { Ok(lowered) } else { Err(problems) }
}

/// Sorted, each of them once.
pub(crate) fn required_builtins(lowered: &Lowered) -> Vec<String> {
    let all: BTreeSet<&str> = lowered.builtins.iter().copied().chain(lowered.helpers.required_builtins()).collect();
    all.into_iter().map(str::to_owned).collect()
}

/// Prints a program with its helpers. Those that the file carries are text, which is made once and needs no tree.
fn print_lowered(
    mut program: Program,
    lowered: &mut Lowered,
    options: &Options,
    print: impl FnOnce(Program, &Positions, &print::Prelude<'_>) -> Result<print::Printed, Problem>,
) -> Result<print::Printed, Problem> {
    if options.helpers != Helpers::Inline || lowered.helpers.is_empty() {
        add_helpers(&mut program, lowered, options)?;
        wrap(&mut program, lowered);
        return print(program, &lowered.facts.skippable, &print::Prelude::AtTop(""));
    }
    lowered.name_all_helpers();
    let names = |helper| lowered.helper_name(helper);
    let helpers = match helpers::ready_text(lowered.helpers, names) {
        Some(text) => text,
        None => print::print_compact(helpers::statements(lowered.helpers, names)?)?,
    };
    if lowered.wrapper.is_none() {
        return print(program, &lowered.facts.skippable, &print::Prelude::AtTop(&helpers));
    }
    insert_first(&mut program, vec![ModuleItem::Stmt(print::placeholder())]);
    wrap(&mut program, lowered);
    print(program, &lowered.facts.skippable, &print::Prelude::InPlace(&helpers))
}

/// Puts the helpers that a file calls before its first statement that is not a directive.
pub(crate) fn add_helpers(program: &mut Program, lowered: &mut Lowered, options: &Options) -> Result<(), Problem> {
    if lowered.helpers.is_empty() {
        return Ok(());
    }
    let items: Vec<ModuleItem> = match (&options.helpers, &*program) {
        (Helpers::External(module), Program::Script(script)) if lowered.wrapper.is_some() => {
            let name = |helper: helpers::Helper| (helper.exported_name(), lowered.helper_name(helper));
            let names = lowered.helpers.iter().map(name).collect();
            let parameter = lowered.facts.names.fresh("helpers");
            let declaration =
                lowered.wrapper.as_mut().map(|it| it.load_helpers(module, parameter, names, &script.body));
            declaration.transpose()?.into_iter().map(ModuleItem::Stmt).collect()
        }
        (Helpers::External(_), _) if !matches!(options.modules, Modules::Preserve | Modules::CommonJs) => {
            return Err(Problem::external_helpers());
        }
        (Helpers::Inline, _) => {
            lowered.name_all_helpers();
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
    insert_first(program, items);
    Ok(())
}

/// Puts items before the first one that is no directive.
fn insert_first(program: &mut Program, items: Vec<ModuleItem>) {
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
}

/// Puts what a format of modules has around them around the program.
pub(crate) fn wrap(program: &mut Program, lowered: &mut Lowered) {
    if let (Program::Script(script), Some(wrapper)) = (program, lowered.wrapper.take()) {
        script.body = wrapper.wrap(std::mem::take(&mut script.body));
    }
}

fn touch(a: Span, b: Span) -> bool {
    a.lo <= b.hi && b.lo <= a.hi
}
