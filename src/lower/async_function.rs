//! Async functions.
//!
//! ```js
//! async function f(a = 1) { return await g(a) + 1; }
//! // becomes
//! function f() {
//!   try {
//!     var a = arguments.length > 0 && arguments[0] !== void 0 ? arguments[0] : 1;
//!   } catch (_e) {
//!     return _async(function () { throw _e; });
//!   }
//!   return _async(function (_m, _state, _sent) {
//!     for (;;) switch (_state) {
//!       case 0:
//!         _m.state = 1;
//!         return g(a);
//!       case 1:
//!         return _sent + 1;
//!     }
//!   });
//! }
//! ```
//!
//! The body becomes a machine as that of a generator does ([`generator`](super::generator)); `await` suspends it.
//! The rules that are easy to miss:
//! - an error in the parameters rejects the promise, it does not throw;
//! - `this`, `arguments` and `super` of an async arrow function are those around it;
//! - async functions have no `prototype`. ES5 can't take it away: where the file has a word by which that can be seen, it
//!   is `undefined`, and what they inherit from is %AsyncFunctionPrototype%.
//!
//! Not kept: `new` of an async function does not throw.
//!
//! Runtime: `_async`, `_asAsync`, `_generatorKind`. Built-in: `Promise`.

use swc_common::DUMMY_SP;
use swc_ecma_ast::*;

use super::Lower;
use crate::{build, helpers::Helper};

impl Lower {
    /// What binds the parameters, so that its errors reject the promise.
    pub(super) fn rejecting(&mut self, prologue: Vec<Stmt>) -> Vec<Stmt> {
        if prologue.is_empty() {
            return prologue;
        }
        let error = self.local_ident("e");
        let throw = build::function(None, vec![], vec![build::throw(Expr::Ident(error.clone()))]);
        let rejected = self.helper(Helper::Async, [throw]);
        // try { prologue } catch (_e) { return _async(function () { throw _e; }); }
        let block = |stmts| BlockStmt { stmts, ..Default::default() };
        let body = block(vec![build::return_at(DUMMY_SP, Some(rejected))]);
        vec![Stmt::Try(Box::new(TryStmt {
            span: DUMMY_SP,
            block: block(prologue),
            handler: Some(CatchClause { span: DUMMY_SP, param: Some(error.into()), body }),
            finalizer: None,
        }))]
    }
}
