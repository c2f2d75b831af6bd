//! Exponentiation.
//!
//! ```js
//! a ** b;  x **= y;  2n ** z;
//! // becomes
//! Math.pow(a, b);  x = Math.pow(x, y);  _bigintPower(_2n || (…), z);
//! ```
//!
//! `Math.pow` converts its operands to numbers in the order of the operator, after both are evaluated. `**=` is an
//! [`assignment`](super::assignment).
//!
//! It takes no BigInt: where one of the operands is a literal of these, and in files that say `BigInt`, it is multiplied instead.
//!
//! Runtime: `_bigintPower`; `_pow` in a file that declares or assigns `Math`.

use std::mem;

use swc_ecma_ast::*;

use super::{Lower, bigint::is_bigint};
use crate::{ast::without_parens, build, helpers::Helper};

impl Lower {
    /// `a ** b`
    pub(super) fn exponentiation(&mut self, expr: &mut Expr) {
        let Expr::Bin(bin) = expr else { return };
        let BinExpr { span, left, right, .. } = mem::take(bin);
        let has_bigint = is_bigint(&left) || is_bigint(&right);
        let base = self.lowered(left);
        let exponent = self.lowered(right);
        *expr = self.power(base, exponent, has_bigint).with_span(span);
    }

    /// `base ** exponent` of lowered operands; whether one of them was a BigInt literal.
    pub(super) fn power(&mut self, base: Expr, exponent: Expr, has_bigint: bool) -> Expr {
        let args = vec![without_parens(base), without_parens(exponent)];
        if has_bigint || self.facts.uses_global("BigInt") {
            return self.helper(Helper::BigIntPower, args);
        }
        if self.facts.is_replaced("Math") {
            return self.helper(Helper::Pow, args);
        }
        // Math.pow(base, exponent)
        build::call_method(build::global("Math"), "pow", args)
    }
}
