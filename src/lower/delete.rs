//! `delete`.
//!
//! ```js
//! delete super[k];  () => delete this;
//! // becomes
//! _deleteSuperError(k);  function () { return _this, true; };
//! ```
//!
//! The rules that are easy to miss:
//! - `delete super.x` throws a ReferenceError, after `x` was evaluated, if it is computed, but not converted;
//! - what is no reference is evaluated, and the result is `true`, also where it becomes a name or a member.
//!
//! Runtime: `_deleteSuperError`.

use std::mem;

use swc_ecma_ast::*;

use super::{Lower, Value, import_meta::is_import_meta, object_super::take_property};
use crate::{build, helpers::Helper};

impl Lower {
    pub(super) fn delete(&mut self, expr: &mut Expr, value: Value) {
        let Expr::Unary(UnaryExpr { span, arg: operand, .. }) = expr else { return };
        let span = *span;
        match operand.unwrap_parens_mut() {
            Expr::Ident(name) if !self.is_unspellable_global(name) => self.rename(name),
            // delete _globalObject()["𠮷"]
            Expr::Ident(_) => self.expr(operand.unwrap_parens_mut()),
            Expr::Member(member) if is_import_meta(&member.obj) => self.import_meta(&mut member.obj),
            Expr::Member(_) => self.expr(operand),
            Expr::OptChain(_) => {
                let chain = mem::take(operand.unwrap_parens_mut());
                *expr = self.delete_chain(span, chain, value);
            }
            Expr::SuperProp(property) => {
                let check = self.check_of_this();
                let key = self.super_key(take_property(property).prop);
                let key = build::sequence(check.into_iter().chain([key]).collect());
                // _deleteSuperError(key)
                *expr = self.helper(Helper::DeleteSuperError, [key]).with_span(span);
            }
            _ => {
                self.expr(operand);
                if matches!(operand.unwrap_parens(), Expr::Ident(_) | Expr::Member(_)) {
                    // What ES5 could delete was a value: value, true
                    let value = mem::take(&mut **operand);
                    *expr = build::sequence(vec![value, build::bool(true)]).with_span(span);
                }
            }
        }
    }
}
