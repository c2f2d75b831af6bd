//! Spread in calls, in `new` and in array literals.
//!
//! ```js
//! f(...a);  o.m(x, ...a, y);  new C(...a);  [, ...a, b];
//! // becomes
//! f.apply(void 0, _toArray(a));
//! o.m.apply(o, [x].concat(_toArray(a), [y]));
//! new (Function.prototype.bind.apply(C, [null].concat(_toArray(a))))();
//! [,].concat(_toArray(a), [b]);
//! ```
//!
//! A spread is iterated when it is reached, before the arguments after it are evaluated, and anything may be
//! iterable: `_toArray` gives a new array of what the iterator yields, where holes are `undefined`. `concat` takes
//! apart whatever is an array, so no value of the program is given to it bare. Holes of an array literal stay holes.
//! `eval(...a)` sees the variables around it, which `eval.apply` would not: it gets its one argument.
//!
//! Runtime: `_toArray`.

use std::mem;

use swc_common::Span;
use swc_ecma_ast::*;
use swc_ecma_visit::VisitMutWith;

use super::{Lower, evaluate_once::Once};
use crate::{build, helpers::Helper, parens::enclose_operands};

impl Lower {
    /// A call, with or without spread.
    pub(super) fn call(&mut self, expr: &mut Expr) {
        let Expr::Call(call) = expr else { return };
        match &mut call.callee {
            Callee::Expr(callee) if callee.unwrap_parens().is_super_prop() => self.super_call(expr),
            Callee::Expr(callee) if has_spread(&call.args) => {
                let callee = mem::take(&mut **callee);
                *expr = self.spread_call(call.span, callee, mem::take(&mut call.args));
            }
            Callee::Expr(callee) => {
                let is_import = self.is_import(callee);
                call.visit_mut_children_with(self);
                self.direct_eval(call);
                if let Callee::Expr(callee) = &mut call.callee
                    && is_import
                {
                    // (0, _m.f)()
                    let function = mem::take(&mut **callee);
                    **callee = build::sequence(vec![build::num(0.0), function]);
                }
            }
            Callee::Super(_) => self.super_constructor_call(expr),
            Callee::Import(_) => {}
        }
    }

    /// `new`, with or without spread.
    pub(super) fn new_expression(&mut self, expr: &mut Expr) {
        let Expr::New(new) = expr else { return };
        if !new.args.as_deref().is_some_and(has_spread) {
            return new.visit_mut_children_with(self);
        }
        let NewExpr { span, callee, args, .. } = mem::take(new);
        let constructor = without_parens(self.lowered(callee));
        let null = ExprOrSpread::from(Box::new(build::null()));
        let args = self.list([null].into_iter().chain(args.into_iter().flatten()).map(Some));
        // new (Function.prototype.bind.apply(C, [null].concat(_toArray(a))))()
        let bound = build::call_method(self.bind(), "apply", vec![constructor, args]);
        *expr = build::new_at(span, bound, vec![]);
    }

    /// An array literal, with or without spread.
    pub(super) fn array_literal(&mut self, expr: &mut Expr) {
        let Expr::Array(array) = expr else { return };
        if !array.elems.iter().flatten().any(is_spread) {
            return array.visit_mut_children_with(self);
        }
        let ArrayLit { span, elems } = mem::take(array);
        *expr = self.list(elems).with_span(span);
    }

    /// One lowered expression that gives a new array of the arguments.
    pub(super) fn argument_list(&mut self, args: Vec<ExprOrSpread>) -> Expr {
        self.list(args.into_iter().map(Some))
    }

    fn spread_call(&mut self, span: Span, callee: Expr, args: Vec<ExprOrSpread>) -> Expr {
        let (function, receiver) = self.function_and_receiver(callee);
        let args = self.argument_list(args);
        if function.is_ident_ref_to("eval") {
            // eval(_toArray(a)[0])
            return build::call_at(span, function, vec![build::index(args, build::num(0.0))]);
        }
        // f.apply(receiver, [x].concat(_toArray(a)))
        build::call_at(span, build::member(function, "apply"), vec![receiver, args])
    }

    /// What is called, and its `this`: a member is called with its object, also in parentheses.
    fn function_and_receiver(&mut self, callee: Expr) -> (Expr, Expr) {
        match without_parens(callee) {
            Expr::Member(MemberExpr { span, obj, mut prop }) => {
                let object = self.lowered(obj);
                let Once { first, again } = self.once(object, "object");
                self.member_property(&mut prop);
                // (_o = o).m
                let mut function = Expr::Member(MemberExpr { span, obj: Box::new(first), prop });
                enclose_operands(&mut function);
                (function, again)
            }
            mut function => {
                self.expr(&mut function);
                (function, build::undefined())
            }
        }
    }

    /// An array of `elems`: what lies between spreads stays an array literal.
    fn list(&mut self, elems: impl IntoIterator<Item = Option<ExprOrSpread>>) -> Expr {
        let mut parts = vec![];
        let mut literal = vec![];
        for elem in elems {
            match elem {
                Some(ExprOrSpread { spread: Some(_), expr }) => {
                    close_literal(&mut literal, &mut parts);
                    let iterable = self.lowered(expr);
                    parts.push(self.helper(Helper::ToArray, vec![iterable]));
                }
                Some(mut elem) => {
                    self.expr(&mut elem.expr);
                    literal.push(Some(elem));
                }
                None => literal.push(None),
            }
        }
        close_literal(&mut literal, &mut parts);
        // [x].concat(_toArray(a), [y])
        let mut parts = parts.into_iter();
        let first = parts.next().unwrap_or_else(|| build::array(vec![]));
        if parts.len() == 0 { first } else { build::call_method(first, "concat", parts.collect()) }
    }

    /// `Function.prototype.bind`, also where `Function` is something of the file's own.
    fn bind(&self) -> Expr {
        let prototype = if self.facts.is_replaced("Function") {
            build::function(None, vec![], vec![])
        } else {
            build::member(build::global("Function"), "prototype")
        };
        build::member(prototype, "bind")
    }
}

/// Ends an array literal between spreads.
fn close_literal(literal: &mut Vec<Option<ExprOrSpread>>, parts: &mut Vec<Expr>) {
    if !literal.is_empty() {
        let mut array = Expr::Array(ArrayLit { elems: mem::take(literal), ..ArrayLit::default() });
        enclose_operands(&mut array);
        parts.push(array);
    }
}

fn has_spread(args: &[ExprOrSpread]) -> bool {
    args.iter().any(is_spread)
}

fn is_spread(arg: &ExprOrSpread) -> bool {
    arg.spread.is_some()
}

/// `x` of `((x))`; whoever takes it encloses it anew.
pub(super) fn without_parens(mut expr: Expr) -> Expr {
    while let Expr::Paren(paren) = expr {
        expr = *paren.expr;
    }
    expr
}
