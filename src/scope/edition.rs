//! Syntax of editions after ES2018, which the table of features says to lower or to refuse.

use swc_common::{Span, Spanned};
use swc_ecma_ast::*;

use crate::syntax::feature::Feature;

/// A piece of syntax and its place.
pub(crate) type Newer = (Span, Feature);

/// What is too new about an expression node itself (not its operands).
#[inline]
pub(crate) fn of_expr(expr: &Expr, at_top_level: bool) -> Option<Newer> {
    let feature = match expr {
        // The links after it are parts of the chain, too.
        Expr::OptChain(chain) if chain.optional => Feature::OptionalChaining,
        Expr::Bin(bin) if bin.op == op!("??") => Feature::NullishCoalescing,
        Expr::Assign(assign) if matches!(assign.op, op!("&&=") | op!("||=") | op!("??=")) => Feature::LogicalAssignment,
        Expr::Lit(Lit::BigInt(_)) => Feature::BigInt,
        Expr::Lit(Lit::Num(number)) => return of_number(number),
        Expr::Lit(Lit::Regex(regex)) => return of_regex(regex),
        Expr::MetaProp(MetaPropExpr { kind: MetaPropKind::ImportMeta, .. }) => Feature::ImportMeta,
        Expr::Call(CallExpr { callee: Callee::Import(_), .. }) => Feature::DynamicImport,
        Expr::PrivateName(_) => Feature::PrivateName,
        Expr::Member(MemberExpr { prop: MemberProp::PrivateName(_), .. }) => Feature::PrivateName,
        Expr::Await(_) if at_top_level => Feature::TopLevelAwait,
        _ => return None,
    };
    Some((expr.span(), feature))
}

/// What is too new about a property key that is not computed.
pub(crate) fn of_prop_name(name: &PropName) -> Option<Newer> {
    match name {
        PropName::Num(number) => of_number(number),
        PropName::BigInt(number) => Some((number.span, Feature::BigInt)),
        _ => None,
    }
}

/// `for await` outside of functions.
pub(crate) fn of_for_of(stmt: &ForOfStmt, at_top_level: bool) -> Option<Newer> {
    let head = stmt.span.with_hi(stmt.body.span_lo());
    (stmt.is_await && at_top_level).then_some((head, Feature::TopLevelAwait))
}

pub(crate) fn of_using(decl: &UsingDecl, at_top_level: bool) -> [Option<Newer>; 2] {
    let awaits = decl.is_await && at_top_level;
    [Some((decl.span, Feature::Using)), awaits.then_some((decl.span, Feature::TopLevelAwait))]
}

/// A numeric separator, which only the source text shows.
pub(crate) fn of_number(number: &Number) -> Option<Newer> {
    let separated = number.raw.as_ref().is_some_and(|raw| raw.contains('_'));
    separated.then_some((number.span, Feature::NumericSeparator))
}

fn of_regex(regex: &Regex) -> Option<Newer> {
    if regex.flags.contains('d') {
        return Some((regex.span, Feature::RegExpIndices));
    }
    regex.flags.contains('v').then_some((regex.span, Feature::RegExpSets))
}

pub(crate) fn of_class_member(member: &ClassMember) -> Option<Newer> {
    let feature = match member {
        ClassMember::ClassProp(_) => Feature::ClassField,
        ClassMember::PrivateProp(_) => Feature::PrivateField,
        ClassMember::PrivateMethod(_) => Feature::PrivateMethod,
        ClassMember::StaticBlock(_) => Feature::StaticBlock,
        _ => return None,
    };
    Some((member.span(), feature))
}

pub(crate) fn of_catch(clause: &CatchClause) -> Option<Newer> {
    clause.param.is_none().then_some((clause.span, Feature::OptionalCatchBinding))
}

pub(crate) fn of_module_decl(decl: &ModuleDecl) -> Option<Newer> {
    let (attributes, names): (_, Vec<&ModuleExportName>) = match decl {
        ModuleDecl::Import(import) => (&import.with, import.specifiers.iter().filter_map(imported_name).collect()),
        ModuleDecl::ExportNamed(export) => (&export.with, export.specifiers.iter().flat_map(exported_names).collect()),
        ModuleDecl::ExportAll(export) => (&export.with, vec![]),
        _ => return None,
    };
    if let Some(attributes) = attributes {
        return Some((attributes.span, Feature::ImportAttribute));
    }
    if let ModuleDecl::ExportNamed(NamedExport { specifiers, .. }) = decl
        && let Some(ExportSpecifier::Namespace(namespace)) = specifiers.first()
    {
        return Some((namespace.span, Feature::ExportNamespace));
    }
    let string: Option<Span> = names.into_iter().find_map(|name| match name {
        ModuleExportName::Str(string) => Some(string.span),
        ModuleExportName::Ident(_) => None,
    });
    string.map(|span| (span, Feature::StringExportName))
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
        ExportSpecifier::Namespace(namespace) => (None, Some(&namespace.name)),
        ExportSpecifier::Default(_) => (None, None),
    };
    orig.into_iter().chain(exported)
}
