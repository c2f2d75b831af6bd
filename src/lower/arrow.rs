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

use super::{Lower, frame::Suspension};
use crate::{build, scope::function_id};

impl Lower {
    pub(super) fn arrow_function(&mut self, expr: &mut Expr) {
        let Expr::Arrow(arrow) = std::mem::take(expr) else { return };
        let ArrowExpr { span, ctxt, params, body, is_async, .. } = arrow;
        let id = function_id(ctxt);
        self.open_lexical_frame(id, None);
        let mut params: Vec<Param> = params.into_iter().map(Param::from).collect();
        let prologue = self.parameters(&mut params);
        let suspension = Suspension::of(false, is_async);
        self.frame().suspension = suspension;
        let mut stmts = match *body {
            ArrowFunctionBody::FunctionBody(body) => body.stmts,
            // return value;
            ArrowFunctionBody::Expr(value) => vec![build::return_at(swc_common::DUMMY_SP, Some(*value))],
        };
        let this_before = self.open_block_of_constructor();
        self.function_statements(&mut stmts, prologue);
        self.close_block_of_constructor(this_before);
        let body = Some(FunctionBody { span, stmts });
        let function = Box::new(Function { params, span, body, ..Default::default() });
        let function = Expr::Fn(FnExpr { ident: None, function });
        let function = match suspension {
            Some(kind) => self.marked_function(function, kind, None),
            None => function,
        };
        *expr = self.bound_for_eval(id, function);
    }
}
