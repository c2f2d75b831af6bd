//! `??` ([ECMAScript §13.13](https://tc39.es/ecma262/2025/#sec-binary-logical-operators)).
//!
//! ```js
//! x = f() ?? b;  f() ?? b();
//! // becomes
//! x = (_f = f()) != null ? _f : b;  f() != null || b();
//! ```
//!
//! Without `noDocumentAll` the test is `_f !== null && _f !== void 0`, which differs for
//! `document.all`.

use std::mem;

use swc_ecma_ast::*;

use super::{
    Lower, Value,
    evaluate_once::{CapturedValue, repeat},
};
use crate::build;

impl Lower {
    pub(super) fn nullish_coalescing(&mut self, expr: &mut Expr, value: Value) {
        let Expr::Bin(BinExpr { span, left, right, .. }) = mem::take(expr) else { return };
        let left = self.lowered(left);
        let mut right = *right;
        self.lower_expr(&mut right, value);
        *expr = self.coalesced(left, right, value).with_span(span);
    }

    /// `left ?? right`, both lowered.
    pub(super) fn coalesced(&mut self, left: Expr, right: Expr, value: Value) -> Expr {
        if value == Value::Discarded && self.assumptions.no_document_all {
            // left != null || right
            return build::binary(op!("||"), build::binary(op!("!="), left, build::null()), right);
        }
        let CapturedValue { init, reuse } = self.capture(left, "value");
        let test = self.is_present(CapturedValue { init, reuse: repeat(&reuse) });
        build::conditional(test, reuse, right)
    }

    /// `value != null`
    fn is_present(&self, value: CapturedValue) -> Expr {
        let CapturedValue { init, reuse } = value;
        if !self.assumptions.no_document_all {
            // (_value = value) !== null && _value !== void 0
            let is_not_null = build::binary(op!("!=="), init, build::null());
            return build::binary(op!("&&"), is_not_null, build::binary(op!("!=="), reuse, build::undefined()));
        }
        build::binary(op!("!="), init, build::null())
    }
}
