//! Syntax of editions after ES2018, which is refused, and which edition each piece is from.

use swc_common::{Span, Spanned};
use swc_ecma_ast::*;

use crate::diagnostic::Problem;

/// What is too new about an expression node itself (not its operands).
pub(super) fn of_expr(expr: &Expr, at_top_level: bool) -> Option<Problem> {
    let (feature, edition) = match expr {
        Expr::OptChain(_) => ("optional chaining (`?.`)", 2020),
        Expr::Bin(bin) if bin.op == op!("??") => ("nullish coalescing (`??`)", 2020),
        Expr::Assign(assign) if matches!(assign.op, op!("&&=") | op!("||=") | op!("??=")) => {
            ("logical assignment", 2021)
        }
        Expr::Lit(Lit::BigInt(_)) => ("a BigInt literal", 2020),
        Expr::Lit(Lit::Num(number)) => return of_number(number),
        Expr::Lit(Lit::Regex(regex)) => return of_regex(regex),
        Expr::MetaProp(MetaPropExpr { kind: MetaPropKind::ImportMeta, .. }) => ("`import.meta`", 2020),
        Expr::Call(CallExpr { callee: Callee::Import(_), .. }) => ("dynamic `import()`", 2020),
        Expr::PrivateName(_) => ("a private name", 2022),
        Expr::Member(MemberExpr { prop: MemberProp::PrivateName(_), .. }) => ("a private name", 2022),
        Expr::Await(_) if at_top_level => ("top-level `await`", 2022),
        _ => return None,
    };
    Some(Problem::too_new(expr.span(), feature, edition))
}

/// A numeric separator, which only the source text shows.
pub(super) fn of_number(number: &Number) -> Option<Problem> {
    let separated = number.raw.as_ref().is_some_and(|raw| raw.contains('_'));
    separated.then(|| Problem::too_new(number.span, "a numeric separator", 2021))
}

fn of_regex(regex: &Regex) -> Option<Problem> {
    if regex.flags.contains('d') {
        return Some(Problem::too_new(regex.span, "the regular expression flag `d`", 2022));
    }
    regex.flags.contains('v').then(|| Problem::too_new(regex.span, "the regular expression flag `v`", 2024))
}

pub(super) fn of_class_member(member: &ClassMember) -> Option<Problem> {
    let (feature, edition) = match member {
        ClassMember::ClassProp(_) => ("a class field", 2022),
        ClassMember::PrivateProp(_) => ("a private field", 2022),
        ClassMember::PrivateMethod(_) => ("a private method", 2022),
        ClassMember::StaticBlock(_) => ("a static block", 2022),
        _ => return None,
    };
    Some(Problem::too_new(member.span(), feature, edition))
}

pub(super) fn of_catch(clause: &CatchClause) -> Option<Problem> {
    clause.param.is_none().then(|| Problem::too_new(clause.span, "`catch` without a binding", 2019))
}

pub(super) fn of_module_decl(decl: &ModuleDecl) -> Option<Problem> {
    let (attributes, names): (_, Vec<&ModuleExportName>) = match decl {
        ModuleDecl::Import(import) => (&import.with, import.specifiers.iter().filter_map(imported_name).collect()),
        ModuleDecl::ExportNamed(export) => (&export.with, export.specifiers.iter().flat_map(exported_names).collect()),
        ModuleDecl::ExportAll(export) => (&export.with, vec![]),
        _ => return None,
    };
    if let Some(attributes) = attributes {
        return Some(Problem::too_new(attributes.span, "an import attribute", 2025));
    }
    if let ModuleDecl::ExportNamed(NamedExport { specifiers, .. }) = decl
        && let Some(ExportSpecifier::Namespace(namespace)) = specifiers.first()
    {
        return Some(Problem::too_new(namespace.span, "`export * as name`", 2020));
    }
    let string: Option<Span> = names.into_iter().find_map(|name| match name {
        ModuleExportName::Str(string) => Some(string.span),
        ModuleExportName::Ident(_) => None,
    });
    string.map(|span| Problem::too_new(span, "a string as an export name", 2022))
}

fn imported_name(specifier: &ImportSpecifier) -> Option<&ModuleExportName> {
    match specifier {
        ImportSpecifier::Named(named) => named.imported.as_ref(),
        _ => None,
    }
}

fn exported_names(specifier: &ExportSpecifier) -> impl Iterator<Item = &ModuleExportName> {
    let (orig, exported) = match specifier {
        ExportSpecifier::Named(named) => (Some(&named.orig), named.exported.as_ref()),
        _ => (None, None),
    };
    orig.into_iter().chain(exported)
}
