//! Questions about trees that several phases ask. Nothing here depends on another part of the crate.

use swc_common::{Span, Spanned};
use swc_ecma_ast::*;

/// Calls `visit` with each name that a pattern binds, in source order.
pub(crate) fn for_each_name<'a>(pat: &'a Pat, visit: &mut impl FnMut(&'a Ident)) {
    match pat {
        Pat::Ident(ident) => visit(&ident.id),
        Pat::Array(array) => array.elems.iter().flatten().for_each(|elem| for_each_name(elem, visit)),
        Pat::Rest(rest) => for_each_name(&rest.arg, visit),
        Pat::Assign(assign) => for_each_name(&assign.left, visit),
        Pat::Object(object) => {
            for prop in &object.props {
                match prop {
                    ObjectPatProp::KeyValue(pair) => for_each_name(&pair.value, visit),
                    ObjectPatProp::Assign(prop) => visit(&prop.key.id),
                    ObjectPatProp::Rest(rest) => for_each_name(&rest.arg, visit),
                }
            }
        }
        Pat::Expr(_) | Pat::Invalid(_) => {}
    }
}

/// The names that a pattern binds, in source order.
pub(crate) fn names_in_pattern(pat: &Pat, names: &mut Vec<Ident>) {
    for_each_name(pat, &mut |name| names.push(name.clone()));
}

/// IsAnonymousFunctionDefinition.
pub(crate) fn is_anonymous_function(expr: &Expr) -> bool {
    match expr {
        Expr::Paren(paren) => is_anonymous_function(&paren.expr),
        Expr::Fn(function) => function.ident.is_none(),
        Expr::Class(class) => class.ident.is_none(),
        Expr::Arrow(_) => true,
        _ => false,
    }
}

/// Whether one of the arguments is spread.
pub(crate) fn has_spread(args: &[ExprOrSpread]) -> bool {
    args.iter().any(is_spread)
}

pub(crate) fn is_spread(arg: &ExprOrSpread) -> bool {
    arg.spread.is_some()
}

/// Whether a statement is a string literal alone, as directives are.
pub(crate) fn is_directive(stmt: &Stmt) -> bool {
    matches!(stmt, Stmt::Expr(stmt) if matches!(&*stmt.expr, Expr::Lit(Lit::Str(_))))
}

/// The Use Strict Directive that a function body or script begins with.
pub(crate) fn use_strict(stmts: &[Stmt]) -> Option<Span> {
    stmts.iter().take_while(|stmt| is_directive(stmt)).find(|stmt| stmt.is_use_strict()).map(Spanned::span)
}

/// `x` of `((x))`, taken out of them.
pub(crate) fn without_parens(mut expr: Expr) -> Expr {
    while let Expr::Paren(paren) = expr {
        expr = *paren.expr;
    }
    expr
}

/// Takes off what a `using` among the items of a module makes a block of: from the first of them on.
pub(crate) fn take_using_block(items: &mut Vec<ModuleItem>) -> Vec<ModuleItem> {
    let first = items.iter().position(|item| item_as_using(item).is_some());
    first.map_or_else(Vec::new, |at| items.split_off(at))
}

/// The `using` that an item of a module is.
pub(crate) fn item_as_using(item: &ModuleItem) -> Option<&UsingDecl> {
    item.as_stmt().and_then(as_using)
}

/// The `using` that a statement is.
pub(crate) fn as_using(stmt: &Stmt) -> Option<&UsingDecl> {
    match stmt {
        Stmt::Decl(Decl::Using(using)) => Some(using),
        _ => None,
    }
}
