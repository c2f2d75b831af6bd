//! Exponentiation.
//!
//! ```js
//! a ** b;  x **= y;
//! // becomes
//! Math.pow(a, b);  x = Math.pow(x, y);
//! ```
//!
//! `Math.pow` converts its operands to numbers in the order of the operator, after both are evaluated. `**=` is an
//! [`assignment`](super::assignment).
//!
//! Runtime: `_pow` in a file that declares or assigns `Math`.

use std::mem;

use swc_ecma_ast::*;

use super::{Lower, spread::without_parens};
use crate::{build, helpers::Helper};

impl Lower {
    /// `a ** b`
    pub(super) fn exponentiation(&mut self, expr: &mut Expr) {
        let Expr::Bin(bin) = expr else { return };
        let BinExpr { span, left, right, .. } = mem::take(bin);
        let base = self.lowered(left);
        let exponent = self.lowered(right);
        *expr = self.power(base, exponent).with_span(span);
    }

    /// `base ** exponent` of lowered operands.
    pub(super) fn power(&mut self, base: Expr, exponent: Expr) -> Expr {
        let args = vec![without_parens(base), without_parens(exponent)];
        if self.facts.is_replaced("Math") {
            return self.helper(Helper::Pow, args);
        }
        // Math.pow(base, exponent)
        build::call_method(build::global("Math"), "pow", args)
    }
}
