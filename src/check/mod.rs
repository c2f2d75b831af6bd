//! Whether a source is ES5.1, and what in it is not: one walk over the tree that parsing gives, which changes nothing.
//!
//! ES5.1 is its grammar (the legacy octal literals of its Annex B among it), not what engines of its time let pass: a
//! function declaration in a block is a finding. What trees do not show (how literals and names are spelled, commas,
//! comments) is read in the text (`text.rs`).

mod options;
mod text;
mod walk;

use swc_common::{FilePathMapping, SourceFile, SourceMap, Spanned, sync::Lrc};
use swc_ecma_parser::error::SyntaxError;

use crate::{
    diagnostic::Errors,
    label::{Label, Source},
    nesting,
    options::{Options, SourceType},
    parse,
    problem::Problem,
    scope::{self, Text},
    syntax::feature::Feature,
    syntax_error,
};
pub use options::CheckOptions;

/// A piece of syntax that is newer than ES5.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "camelCase"))]
#[non_exhaustive]
pub struct Finding {
    /// What it is.
    pub feature: Feature,
    /// Where it is: enough of it to be recognised.
    pub place: Label,
    /// It is in a string that is run as code, such as that of `eval("…")`, and the newest syntax there. The place is that
    /// of the string.
    pub in_string: bool,
}

/// Finds the syntax in `source` that is newer than ES5, in the order of the source; nothing if it is ES5.
///
/// What [`transform`](crate::transform) makes has none, but for a hashbang and for code in strings, which it leaves alone:
/// those findings say so ([`Finding::in_string`]).
///
/// # Errors
/// The syntax errors that the parser reports. Rules that need more than grammar, such as that no name is declared
/// twice, are not looked at.
///
/// ```
/// use downlevel::{CheckOptions, Feature, check};
///
/// let findings = check("var f = a =>\n  a ?? 1;", &CheckOptions::default())?;
/// let found: Vec<_> = findings.iter().map(|finding| (finding.feature, finding.place.line)).collect();
/// assert_eq!(found, [(Feature::ArrowFunction, 1), (Feature::NullishCoalescing, 2)]);
/// assert_eq!(findings[1].feature.edition(), 2020);
///
/// assert!(check("var f = function (a) { return a; };", &CheckOptions::default())?.is_empty());
/// # Ok::<(), downlevel::Errors>(())
/// ```
pub fn check(source: &str, options: &CheckOptions) -> Result<Vec<Finding>, Errors> {
    let options = &options.to_options();
    let map = SourceMap::new(FilePathMapping::empty());
    let file: Lrc<SourceFile> = parse::load(source.to_owned(), &options.filename, &map);
    let walked = nesting::with_stack(&file, || find(&file, options))
        .unwrap_or_else(|problem| Err(vec![problem]))
        .map_err(|problems| Errors::locate(problems, &file, &options.filename))?;
    let source = Source::new(&options.filename, &file);
    let finding = |in_string| {
        let source = &source;
        move |(span, feature)| Finding { feature, place: source.label(span, String::new()), in_string }
    };
    let mut findings: Vec<Finding> = walked.found.into_iter().map(finding(false)).collect();
    let in_strings = walked.code_strings.into_iter().filter_map(|code| Some((code.span, newest(code.text)?)));
    findings.extend(in_strings.map(finding(true)));
    findings.sort_by_key(|finding| (finding.place.line, finding.place.column));
    Ok(findings)
}

/// The newest syntax in a script, if that is newer than ES5; nothing if it does not parse.
pub(crate) fn newest(script: String) -> Option<Feature> {
    let map = SourceMap::new(FilePathMapping::empty());
    let options = Options { source_type: SourceType::Script, ..Options::default() };
    let file: Lrc<SourceFile> = parse::load(script, &options.filename, &map);
    let walked = nesting::with_stack(&file, || find(&file, &options)).ok()?.ok()?;
    walked.found.into_iter().map(|(_, feature)| feature).max_by_key(|feature| feature.edition())
}

fn find(file: &SourceFile, options: &Options) -> Result<walk::Walked, Vec<Problem>> {
    let parse::Parsed { mut program, comments, recovered } = parse::parse(file, options)?;
    let (of_functions, errors): (Vec<_>, Vec<_>) = recovered
        .into_iter()
        .filter(|error| !is_finding(error.kind()))
        .partition(|error| matches!(error.kind(), SyntaxError::InvalidNewTarget));
    if !errors.is_empty() {
        return Err(syntax_error::problems(&errors, file));
    }
    let mut walked = walk::walk(&program, &comments, file, options.modules);
    if !of_functions.is_empty() || !walked.returns.is_empty() {
        let is_module = program.is_module();
        if !scope::is_commonjs(&mut program, Text::new(file, Some(&comments)), options) {
            let returns = walked.returns.iter().map(|span| Problem::misplaced_return(*span, is_module));
            return Err(of_functions
                .iter()
                .map(|error| Problem::misplaced_new_target(error.span()))
                .chain(returns)
                .collect());
        }
    }
    walked.found.sort_by_key(|(span, feature)| (span.lo(), *feature));
    walked.found.dedup();
    Ok(walked)
}

/// Whether the walk has a word for what the parser complains of.
fn is_finding(error: &SyntaxError) -> bool {
    matches!(error, SyntaxError::DeclNotAllowed | SyntaxError::UsingDeclNotEnabled)
}
