//! `typeof` of symbols that a polyfill has made, which are objects: with [`Options::typeof_symbols`](crate::Options).
//!
//! ```js
//! typeof a.b;      typeof c === "symbol";       typeof d === "string";
//! // becomes
//! _typeof(a.b);    (typeof c === "undefined" ? "undefined" : _typeof(c)) === "symbol";    typeof d === "string";
//! ```
//!
//! The rules that are easy to miss:
//! - `typeof` of a name that nobody declares throws nothing;
//! - a comparison with what is neither `"symbol"` nor `"object"` stays: a symbol is neither before nor after.
//!
//! Runtime: `_typeof`.

use std::mem;

use swc_ecma_ast::*;

use super::Lower;
use crate::{build, helpers::Helper, scope::symbol_id};

impl Lower {
    /// `typeof operand`
    pub(super) fn typeof_symbol(&mut self, expr: &mut Expr) {
        let Expr::Unary(unary) = expr else { return };
        let is_undeclared = unary.arg.unwrap_parens().as_ident().is_some_and(|name| symbol_id(name) == 0);
        self.typeof_expression(unary);
        let UnaryExpr { span, arg, .. } = unary;
        let (span, operand) = (*span, mem::take(&mut **arg));
        let undeclared = operand.unwrap_parens().as_ident().filter(|_| is_undeclared).cloned();
        let type_of = self.helper(Helper::TypeOf, [operand]).with_span(span);
        *expr = match undeclared {
            // typeof a === "undefined" ? "undefined" : _typeof(a)
            Some(name) => {
                let undefined = || build::str("undefined");
                let plain = build::unary(op!("typeof"), Expr::Ident(name));
                build::conditional(build::binary(op!("==="), plain, undefined()), undefined(), type_of)
            }
            None => type_of,
        };
    }

    /// A comparison that [`is_of_no_symbol`].
    pub(super) fn comparison_of_type(&mut self, bin: &mut BinExpr) {
        for side in [&mut bin.left, &mut bin.right] {
            if let Expr::Unary(unary) = side.unwrap_parens_mut() {
                self.typeof_expression(unary);
            }
        }
    }
}

/// Whether `typeof` is compared with a type that neither symbols nor objects have.
pub(super) fn is_of_no_symbol(bin: &BinExpr) -> bool {
    let is_comparison = matches!(bin.op, op!("==") | op!("!=") | op!("===") | op!("!=="));
    let is_typeof = |expr: &Expr| matches!(expr.unwrap_parens(), Expr::Unary(unary) if unary.op == op!("typeof"));
    let is_other = |expr: &Expr| {
        let Expr::Lit(Lit::Str(text)) = expr.unwrap_parens() else { return false };
        text.value != *"symbol" && text.value != *"object"
    };
    is_comparison && (is_typeof(&bin.left) && is_other(&bin.right) || is_typeof(&bin.right) && is_other(&bin.left))
}
