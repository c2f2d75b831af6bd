//! Arrow functions.
//!
//! ```js
//! function f() { return x => this.y + x; }
//! // becomes
//! function f() { var _this = this; return function (x) { return _this.y + x; }; }
//! ```
//!
//! `this`, `arguments`, `new.target` and `super` are those of the function around: [`frame`](super::frame) keeps the
//! aliases. The parameters' own use of `arguments` (for defaults and rest) is that of the ES5 function.

use swc_ecma_ast::*;

use super::Lower;
use crate::{
    build,
    scope::{function_id, is_directive},
};

impl Lower {
    pub(super) fn arrow_function(&mut self, expr: &mut Expr) {
        let Expr::Arrow(arrow) = expr else { return };
        let ArrowExpr { span, ctxt, params, body, is_async, .. } = std::mem::take(arrow);
        if is_async {
            self.unsupported(span, "an async arrow function");
        }
        self.open_lexical_frame(function_id(ctxt), None);
        let mut params: Vec<Param> = params.into_iter().map(Param::from).collect();
        let prologue = self.parameters(&mut params);
        let mut stmts = match *body {
            ArrowFunctionBody::FunctionBody(body) => body.stmts,
            // return value;
            ArrowFunctionBody::Expr(value) => vec![build::return_at(swc_common::DUMMY_SP, Some(*value))],
        };
        debug_assert!(prologue.is_empty() || !stmts.iter().any(is_directive) || !stmts[0].is_use_strict());
        self.function_statements(&mut stmts, prologue);
        let body = Some(FunctionBody { span, stmts });
        *expr =
            Expr::Fn(FnExpr { ident: None, function: Box::new(Function { params, span, body, ..Default::default() }) });
    }
}
