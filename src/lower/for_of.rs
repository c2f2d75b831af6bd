//! `for-of`.
//!
//! ```js
//! for (const x of xs) f(x);
//! // becomes
//! var _cursor = _forOf(xs), _index = 0;
//! try {
//!   for (; _cursor ? _cursor.step() : _index < xs.length;) {
//!     var x = _cursor ? _cursor.value : xs[_index++];
//!     f(x);
//!   }
//! } catch (_e) {
//!   if (_cursor) _cursor.fail(_e);
//!   throw _e;
//! } finally {
//!   if (_cursor) _cursor.close();
//! }
//! ```
//!
//! `_forOf` gives nothing for an array that iterates as arrays do, which is then indexed: its length is read anew each
//! time, as the array's own iterator would. Anything else gives an iterator, which is closed when the loop is left
//! before its end: by `break`, `return` or a jump to an outer label, where errors of `return()` count, and by a throw,
//! where they do not ([ES2018 §7.4.6](https://tc39.es/ecma262/2018/#sec-iteratorclose)).
//!
//! An array literal, and the array of a constant that does not escape (`scope/escape/array.rs`), is walked by index:
//! `for (var _i = 0, _xs = xs; _i < _xs.length; _i++) { var x = _xs[_i]; f(x); }`. That leaves out an iterator of all
//! arrays that someone has replaced; with [`Options::spec`](crate::Options::spec), it is asked here as well.
//!
//! With `iterableIsArray`, everything is walked by index. With `skipForOfIteratorClosing`: the loop above without the
//! `try`.

use swc_ecma_ast::*;

use super::{
    Lower,
    evaluate_once::{nameless, repeat},
    jumps::with_labels,
    loops::Labels,
};
use crate::{
    build,
    helpers::Helper,
    scope::{ArrayFact, LoopFacts},
};

impl Lower {
    pub(super) fn for_of_statement(&mut self, stmt: ForOfStmt, facts: LoopFacts, labels: Labels, out: &mut Vec<Stmt>) {
        if stmt.is_await {
            return self.for_await_statement(stmt, facts, labels, out);
        }
        if self.assumptions.iterable_is_array || self.is_unescaped_array(&stmt.right) {
            self.index_loop(stmt, facts, labels, out);
        } else {
            self.iterator_loop(stmt, facts, labels, out);
        }
    }

    /// Whether an expression, not lowered yet, gives an array whose iterator is certainly not its own.
    pub(super) fn is_unescaped_array(&self, expr: &Expr) -> bool {
        !self.spec && self.facts.unescaped_array(expr) != ArrayFact::Unknown
    }

    /// `for (var _i = 0, _xs = xs; _i < _xs.length; _i++) { var x = _xs[_i]; … }`
    fn index_loop(&mut self, stmt: ForOfStmt, facts: LoopFacts, labels: Labels, out: &mut Vec<Stmt>) {
        let ForOfStmt { span, left, right, mut body, .. } = stmt;
        let right = self.lowered(right);
        let index = self.local_ident("i");
        let mut heads = vec![build::declarator(index.clone(), Some(build::num(0.0)))];
        let list = self.held_list(right, &mut heads);
        let test = build::binary(op!("<"), Expr::Ident(index.clone()), build::member(repeat(&list), "length"));
        let update = build::increment(index.clone());
        let value = build::index(list, Expr::Ident(index));
        self.loop_body_with_head(left, value, &mut body, facts, &labels, out);
        let heads = VarDecl { kind: VarDeclKind::Var, decls: heads, ..Default::default() };
        let init = Some(VarDeclOrExpr::VarDecl(Box::new(heads)));
        let looped =
            Stmt::For(ForStmt { span, init, test: Some(Box::new(test)), update: Some(Box::new(update)), body });
        out.push(with_labels(labels, looped));
    }

    fn iterator_loop(&mut self, stmt: ForOfStmt, facts: LoopFacts, labels: Labels, out: &mut Vec<Stmt>) {
        let ForOfStmt { span, left, right, mut body, .. } = stmt;
        let right = self.lowered(right);
        let iterator_name = self.local_ident("cursor");
        let index = self.local_ident("index");
        let iterator = || Expr::Ident(iterator_name.clone());
        let mut heads = vec![];
        let list = self.held_list(right, &mut heads);
        let opened = self.helper(Helper::ForOf, [repeat(&list)]);
        heads.push(build::declarator(iterator_name.clone(), Some(opened)));
        heads.push(build::declarator(index.clone(), Some(build::num(0.0))));
        out.push(build::var_at(span, heads));

        // _cursor ? _cursor.step() : _index < list.length
        let length = build::member(repeat(&list), "length");
        let test = build::conditional(
            iterator(),
            build::call_method(iterator(), "step", []),
            build::binary(op!("<"), Expr::Ident(index.clone()), length),
        );
        // _cursor ? _cursor.value : list[_index++]
        let value = build::conditional(
            iterator(),
            build::member(iterator(), "value"),
            build::index(list, build::increment(index)),
        );
        self.loop_body_with_head(left, value, &mut body, facts, &labels, out);
        let looped = Stmt::For(ForStmt { span, init: None, test: Some(Box::new(test)), update: None, body });
        let looped = with_labels(labels, looped);
        out.push(if self.assumptions.skip_for_of_iterator_closing {
            looped
        } else {
            self.closing_loop(looped, &iterator_name)
        });
    }

    /// A loop that closes its iterator when it is left.
    fn closing_loop(&mut self, looped: Stmt, iterator: &Ident) -> Stmt {
        let iterator = || Expr::Ident(iterator.clone());
        // catch (_e) { if (_cursor) _cursor.fail(_e); throw _e; }
        let error = self.local_ident("e");
        let fail = build::call_method(iterator(), "fail", [Expr::Ident(error.clone())]);
        let handler = vec![build::when(iterator(), build::statement(fail)), build::throw(Expr::Ident(error.clone()))];
        // finally { if (_cursor) _cursor.close(); }
        let close = build::call_method(iterator(), "close", []);
        let finalizer = vec![build::when(iterator(), build::statement(close))];
        build::try_catch_finally(vec![looped], error, handler, finalizer)
    }

    /// The iterated value, as something that can be said again.
    fn held_list(&mut self, value: Expr, heads: &mut Vec<VarDeclarator>) -> Expr {
        if self.is_repeatable(&value) {
            return value;
        }
        let list = self.local_ident("values");
        heads.push(build::declarator(list.clone(), Some(nameless(value))));
        Expr::Ident(list)
    }
}
