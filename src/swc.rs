//! For those who hold a tree of swc already: the entry that takes it, and the crates that its types come from.
//!
//! Behind the feature `swc`, which is off unless asked for: swc's crates have a breaking release every few weeks, and what is
//! public of them would be one of this crate each time. **What stands here may change with a minor version**, which the
//! changelog tells; nothing else in the API has a type of swc. Take the crates from here, and they fit.

use swc_common::SourceFile;
use swc_ecma_ast::Program;
pub use {swc_common, swc_ecma_ast, swc_ecma_codegen, swc_ecma_parser};

use crate::{
    Diagnostic, Errors, Options, Severity,
    diagnostic::located,
    nesting, parens,
    pipeline::{add_helpers, lower_tree, required_builtins, wrap},
    scope::Text,
};

/// What [`lower_program`] has to say beside the tree.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Lowering {
    /// As in [`Output::required_builtins`](crate::Output::required_builtins).
    pub required_builtins: Vec<String>,
    /// As in [`Output::warnings`](crate::Output::warnings).
    pub warnings: Vec<Diagnostic>,
}

/// Lowers a tree that the caller holds already, in place: for bundlers that parse and print themselves.
///
/// What it expects:
/// - a tree as `swc_ecma_parser` makes it, not changed since: with its `Paren` nodes and its positions, no two nodes of
///   a kind at the same one. `file` is the text that the positions lie in; diagnostics quote it;
/// - nothing of the `SyntaxContext` of identifiers, functions and blocks, which may hold anything. It is overwritten.
///   Names are resolved by scope alone, so marks of swc's resolver are lost: run the resolver again afterwards if you
///   need them.
///
/// What it leaves behind: a tree that holds ES5 only (with `import` and `export` if the options preserve them), with
/// the parentheses that swc's code generator, which adds none, needs. Identifiers' contexts mean nothing any more; no
/// two bindings rely on them to be told apart. Nodes that were made have no position (`DUMMY_SP`). After an error the
/// tree is of no use.
///
/// # Errors
/// Those of [`transform`](crate::transform), but for what only a parser can tell.
///
/// ```
/// use downlevel::{Options, swc::lower_program};
/// use downlevel::swc::swc_common::{FileName, FilePathMapping, SourceMap, sync::Lrc};
/// use downlevel::swc::swc_ecma_ast::EsVersion;
/// use downlevel::swc::swc_ecma_parser::{EsSyntax, Syntax, parse_file_as_program};
///
/// let map = Lrc::new(SourceMap::new(FilePathMapping::empty()));
/// let file = map.new_source_file(Lrc::new(FileName::Anon), "let f = x => x ** 2;".to_owned());
/// let syntax = Syntax::Es(EsSyntax::default());
/// let mut program = parse_file_as_program(&file, syntax, EsVersion::latest(), None, &mut vec![]).unwrap();
/// lower_program(&mut program, &file, &Options::default())?;
/// assert!(program.as_script().unwrap().body[0].as_decl().unwrap().as_var().unwrap().kind.as_str() == "var");
/// # Ok::<(), downlevel::Errors>(())
/// ```
pub fn lower_program(program: &mut Program, file: &SourceFile, options: &Options) -> Result<Lowering, Errors> {
    nesting::with_stack(file, || {
        let mut lowered = lower_tree(program, Text::new(file, None), vec![], options)?;
        add_helpers(program, &mut lowered, options).map_err(|problem| vec![problem])?;
        wrap(program, &mut lowered);
        parens::enclose_program(program, &lowered.facts.skippable);
        let warnings = located(std::mem::take(&mut lowered.warnings), Severity::Warning, file, &options.filename);
        Ok(Lowering { required_builtins: required_builtins(&lowered), warnings })
    })
    .unwrap_or_else(|problem| Err(vec![problem]))
    .map_err(|problems| Errors::locate(problems, file, &options.filename))
}
