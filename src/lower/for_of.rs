//! `for-of`.
//!
//! ```js
//! for (const x of xs) f(x);
//! // becomes
//! var _of = _forOf(xs), _i = 0;
//! try {
//!   for (; _i < _of.length || _of._go && _of._go(_i = 0);) {
//!     var x = _of[_i++];
//!     f(x);
//!   }
//! } catch (_e) {
//!   _close(_of, [_e]);
//! } finally {
//!   _close(_of);
//! }
//! ```
//!
//! `_forOf` gives an array that iterates as arrays do, which is then indexed: its length is read anew each time, as the
//! array's own iterator would. Of anything else it gives a cursor, which has no `length`: `_of._go(_i = 0)` takes the
//! next value into its element 0. The iterator is closed when the loop is left before its end: by `break`, `return` or a
//! jump to an outer label, where errors of `return()` count, and by a throw, where they do not
//! ([ES2018 §7.4.6](https://tc39.es/ecma262/2018/#sec-iteratorclose)).
//!
//! An array literal, the array of a constant that does not escape (`scope/escape/array.rs`), and `arguments` are walked
//! by index: `for (var _i = 0, _xs = xs; _i < _xs.length; _i++) { var x = _xs[_i]; f(x); }`. That leaves out an iterator
//! that someone has replaced, of all arrays or of `arguments` (which njs and Rhino have none for); without
//! `constantArrayIterator`, it is asked here as well, and `_iterated` sees to it that no array is indexed.
//!
//! With `iterableIsArray`, everything is walked by index. With `skipForOfIteratorClosing`: the loop above without the
//! `try`.
//!
//! Runtime: `_forOf`, `_close`, `_iterated`.

use swc_ecma_ast::*;

use super::{
    Lower,
    evaluate_once::{nameless, repeat},
    jumps::with_labels,
    loops::Labels,
    using::using_head,
};
use crate::{
    build,
    helpers::Helper,
    scope::{ArrayFact, LoopFacts},
};

impl Lower {
    pub(super) fn for_of_statement(&mut self, stmt: ForOfStmt, facts: LoopFacts, labels: Labels, out: &mut Vec<Stmt>) {
        let stmt = using_head(stmt);
        if stmt.is_await {
            return self.for_await_statement(stmt, facts, labels, out);
        }
        let is_indexed = self.is_unescaped_array(&stmt.right)
            || self.assumptions.constant_array_iterator && self.is_arguments_object(&stmt.right);
        if self.assumptions.iterable_is_array || is_indexed {
            self.index_loop(stmt, facts, labels, out);
        } else {
            self.iterator_loop(stmt, facts, labels, out);
        }
    }

    /// Whether an expression, not lowered yet, gives an array whose iterator is certainly not its own.
    pub(super) fn is_unescaped_array(&self, expr: &Expr) -> bool {
        self.assumptions.constant_array_iterator && self.facts.unescaped_array(expr) != ArrayFact::Unknown
    }

    /// `for (var _i = 0, _xs = xs; _i < _xs.length; _i++) { var x = _xs[_i]; … }`
    fn index_loop(&mut self, stmt: ForOfStmt, facts: LoopFacts, labels: Labels, out: &mut Vec<Stmt>) {
        let ForOfStmt { span, left, right, mut body, .. } = stmt;
        let right = self.lowered(right);
        let index = self.local_ident("i");
        let mut heads = vec![build::declarator(index.clone(), Some(build::num(0.0)))];
        let list = self.held_of(right, &mut heads);
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

    /// The loop over what `_forOf` gives.
    fn iterator_loop(&mut self, stmt: ForOfStmt, facts: LoopFacts, labels: Labels, out: &mut Vec<Stmt>) {
        let ForOfStmt { span, left, right, mut body, .. } = stmt;
        let right = self.lowered(right);
        let (list_name, index) = (self.local_ident("of"), self.local_ident("i"));
        let list = || Expr::Ident(list_name.clone());
        let opened = self.iterating_helper(Helper::ForOf, right, []);
        let heads = vec![
            build::declarator(list_name.clone(), Some(opened)),
            build::declarator(index.clone(), Some(build::num(0.0))),
        ];
        out.push(build::var_at(span, heads));

        // _i < _of.length || _of._go && _of._go(_i = 0)
        let is_within = build::binary(op!("<"), Expr::Ident(index.clone()), build::member(list(), "length"));
        let first = build::assign(Expr::Ident(index.clone()), build::num(0.0));
        let goes = build::call_method(list(), "_go", [first]);
        let goes = build::binary(op!("&&"), build::member(list(), "_go"), goes);
        let test = build::binary(op!("||"), is_within, goes);
        // _of[_i++]
        let value = build::index(list(), build::increment(index));
        self.loop_body_with_head(left, value, &mut body, facts, &labels, out);
        let looped = Stmt::For(ForStmt { span, init: None, test: Some(Box::new(test)), update: None, body });
        let looped = with_labels(labels, looped);
        out.push(if self.assumptions.skip_for_of_iterator_closing {
            looped
        } else {
            self.closing(list_name, vec![looped])
        });
    }

    /// `try { body } catch (_e) { _close(_of, [_e]); } finally { _close(_of); }`
    pub(super) fn closing(&mut self, list: Ident, body: Vec<Stmt>) -> Stmt {
        let error = self.local_ident("e");
        let thrown = build::array(vec![Expr::Ident(error.clone())]);
        let fail = self.helper(Helper::Close, [Expr::Ident(list.clone()), thrown]);
        let close = self.helper(Helper::Close, [Expr::Ident(list)]);
        build::try_catch_finally(body, error, vec![build::statement(fail)], vec![build::statement(close)])
    }

    /// `_helper(iterable, …)` of a helper that iterates; `_helper(_iterated(iterable), …)` where the iterator of arrays may
    /// have been replaced, `_helper(_nextOnce(iterable), …)` where `next` may be, `_helper(_arrayLike(iterable), …)` where what
    /// is like an array is iterable.
    pub(super) fn iterating_helper(
        &mut self,
        helper: Helper,
        iterable: Expr,
        args: impl IntoIterator<Item = Expr>,
    ) -> Expr {
        let iterable = match self.assumptions.array_like_is_iterable {
            true => self.helper(Helper::ArrayLike, [iterable]),
            false => iterable,
        };
        let iterable = match self.assumptions.constant_array_iterator {
            true => iterable,
            false => self.helper(Helper::Iterated, [iterable]),
        };
        let iterable = match self.assumptions.constant_next {
            true => iterable,
            false => self.helper(Helper::NextOnce, [iterable]),
        };
        self.helper(helper, [iterable].into_iter().chain(args))
    }

    /// The iterated value, as something that can be said again.
    fn held_of(&mut self, value: Expr, heads: &mut Vec<VarDeclarator>) -> Expr {
        if self.is_repeatable(&value) {
            return value;
        }
        let list = self.local_ident("values");
        heads.push(build::declarator(list.clone(), Some(nameless(value))));
        Expr::Ident(list)
    }
}
