//! Values that are needed more than once.
//!
//! ```js
//! f().m(...xs);
//! // becomes
//! var _f; (_f = f()).m.apply(_f, _list(xs));
//! ```
//!
//! What can be said again without effect and with the same value needs no temporary: `this`, literals, and bindings
//! that are never reassigned. A function without a name must not get that of the temporary.

use swc_ecma_ast::*;

use super::Lower;
use crate::{
    ast::{is_anonymous_function, without_parens},
    build,
    scope::TEMP,
};

/// An expression to evaluate first, and one that gives its value again without effect.
pub(super) struct CapturedValue {
    pub(super) init: Expr,
    pub(super) reuse: Expr,
}

impl Lower {
    /// Makes a lowered expression usable twice. The temporary's name is taken from the expression, else from `base`.
    pub(super) fn capture(&mut self, expr: Expr, base: &str) -> CapturedValue {
        if self.is_repeatable(&expr) {
            return CapturedValue { reuse: repeat(&expr), init: expr };
        }
        let temp = self.temp(&base_name(&expr, base));
        CapturedValue { init: build::assign(Expr::Ident(temp.clone()), nameless(expr)), reuse: Expr::Ident(temp) }
    }

    /// Whether a lowered expression has no effect and the same value whenever it is evaluated again nearby.
    pub(super) fn is_repeatable(&self, expr: &Expr) -> bool {
        match expr {
            Expr::This(_) => true,
            Expr::Lit(Lit::Regex(_)) => false,
            Expr::Lit(_) => true,
            Expr::Ident(ident) => self.facts.is_stable(ident),
            Expr::Unary(UnaryExpr { op: op!("void"), arg, .. }) => matches!(&**arg, Expr::Lit(_)),
            _ => false,
        }
    }
}

/// What a temporary can hold without giving it a name: `(0, function () {})`.
pub(super) fn nameless(expr: Expr) -> Expr {
    if is_anonymous_function(&expr) {
        return build::sequence(vec![build::num(0.0), without_parens(expr)]);
    }
    expr
}

/// A copy of a repeatable expression: a leaf, or `void 0`.
pub(super) fn repeat(expr: &Expr) -> Expr {
    expr.clone()
}

/// A name that tells what a temporary holds: `a.b` gives `b`, `f()` gives `f`, but a call of a helper gives nothing.
pub(super) fn base_name(expr: &Expr, base: &str) -> String {
    match expr {
        Expr::Ident(ident) => ident.sym.to_string(),
        Expr::Member(MemberExpr { prop: MemberProp::Ident(name), .. }) => name.sym.to_string(),
        Expr::Call(CallExpr { callee: Callee::Expr(callee), .. }) => match &**callee {
            Expr::Ident(function) if function.ctxt.as_u32() != TEMP => function.sym.to_string(),
            _ => base.to_owned(),
        },
        _ => base.to_owned(),
    }
}
