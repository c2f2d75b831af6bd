//! `&&=`, `||=` and `??=` ([ECMAScript §13.15](https://tc39.es/ecma262/2025/#sec-assignment-operators)).
//!
//! ```js
//! x = o.p ||= f();  a ??= b;
//! // becomes
//! x = o.p || (o.p = f());  a != null || (a = b);
//! ```
//!
//! The rules that are easy to miss: nothing is assigned where the left side decides, so a setter is not called and a
//! constant is no error; a function without a name gets that of the variable.

use swc_common::Span;
use swc_ecma_ast::*;

use super::{
    Lower, Value,
    reference::{CapturedReference, Reference},
};
use crate::{build, scope::symbol_id};

impl Lower {
    /// `reference op right`
    pub(super) fn logical_assignment(
        &mut self,
        span: Span,
        op: AssignOp,
        reference: Reference,
        mut right: Box<Expr>,
        value: Value,
    ) -> Expr {
        match reference.function_name() {
            Some(name) => self.lower_named(&mut right, &name.sym, symbol_id(name)),
            None => self.expr(&mut right),
        }
        let CapturedReference { init, reuse } = self.capture_reference(reference);
        let old = self.read(init);
        let written = self.write(span, reuse.initialized(), *right);
        match op {
            op!("&&=") => build::binary(op!("&&"), old, written),
            op!("||=") => build::binary(op!("||"), old, written),
            _ => self.coalesced(old, written, value),
        }
    }
}

/// Whether an operator assigns only if what stands left does not decide.
pub(super) fn is_logical(op: AssignOp) -> bool {
    matches!(op, op!("&&=") | op!("||=") | op!("??="))
}
