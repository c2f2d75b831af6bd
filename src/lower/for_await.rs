//! `for await`.
//!
//! ```js
//! for await (const x of xs) f(x);
//! // becomes
//! var _cursor = _asyncCursor(xs);
//! try {
//!   for (; _cursor.step(await _cursor.next());) { var x = _cursor.value; f(x); }
//! } catch (_e) {
//!   if (_cursor.close(1)) try { await _cursor.closing; } catch (_e2) {}
//!   throw _e;
//! } finally {
//!   if (_cursor.close()) _cursor.closed(await _cursor.closing);
//! }
//! ```
//!
//! and then goes the way of everything that holds an `await` ([`generator`](super::generator)).
//!
//! The rules that are easy to miss: what has no async iterator is iterated by its usual one, and its values are awaited;
//! the iterator is closed as by `for-of`, and what its `return` gives is awaited
//! ([AsyncIteratorClose](https://tc39.es/ecma262/2018/#sec-asynciteratorclose)).
//!
//! Runtime: `_asyncCursor`. Built-in: `Promise`.

use swc_ecma_ast::*;

use super::{Lower, generator::await_value, jumps::with_labels, loops::Labels};
use crate::{build, helpers::Helper, scope::LoopFacts};

impl Lower {
    pub(super) fn for_await_statement(
        &mut self,
        stmt: ForOfStmt,
        facts: LoopFacts,
        labels: Labels,
        out: &mut Vec<Stmt>,
    ) {
        let ForOfStmt { span, left, right, mut body, .. } = stmt;
        let right = self.lowered(right);
        let name = self.local_ident("cursor");
        let call = |method, args| build::call_method(Expr::Ident(name.clone()), method, args);
        let closing = || await_value(build::member(Expr::Ident(name.clone()), "closing"));
        // var _cursor = _asyncCursor(right);
        let opened = self.helper(Helper::AsyncCursor, [right]);
        out.push(build::var(name.clone(), opened));

        // for (; _cursor.step(await _cursor.next());) { … }
        let test = call("step", Some(await_value(call("next", None))));
        let value = build::member(Expr::Ident(name.clone()), "value");
        self.loop_body_with_head(left, value, &mut body, facts, &labels, out);
        let looped = Stmt::For(ForStmt { span, init: None, test: Some(Box::new(test)), update: None, body });

        let error = self.local_ident("e");
        // if (_cursor.close(1)) try { await _cursor.closing; } catch (_e2) {}
        let ignored = self.local_ident("e");
        let waits = build::try_catch(vec![build::statement(closing())], ignored, vec![]);
        let handler =
            vec![build::when(call("close", Some(build::num(1.0))), waits), build::throw(Expr::Ident(error.clone()))];
        // if (_cursor.close()) _cursor.closed(await _cursor.closing);
        let closed = build::statement(call("closed", Some(closing())));
        let finalizer = vec![build::when(call("close", None), closed)];
        out.push(build::try_catch_finally(vec![with_labels(labels, looped)], error, handler, finalizer));
    }
}
