//! Calls and `new`.
//!
//! ```js
//! f(...a);  o.m(x, ...a, y);  new C(...a);  eval(...a);  f();  // an import
//! // becomes
//! f.apply(void 0, _list(a));
//! o.m.apply(o, [x].concat(_toArray(a), [y]));
//! new (Function.prototype.bind.apply(C, [null].concat(_toArray(a))))();
//! eval(_list(a)[0]);
//! (0, _m.f)();
//! ```
//!
//! The rule that is easy to miss: a call has a `this`. A member is called with its object, also in parentheses, and what
//! becomes a member in ES5, such as an import, is called without one. How the arguments become an array:
//! [`spread`](super::spread).
//!
//! `eval(...a)` sees the variables around it, which `eval.apply` would not: it gets its one argument.
//!
//! `f.apply` throws before the arguments are evaluated if `f` is no function, and is whatever `f` has by that name. Without
//! `calleesAreFunctions`, `_apply(f, void 0, list)` does neither.
//!
//! Runtime: `_apply`.

use std::mem;

use swc_common::Span;
use swc_ecma_ast::*;
use swc_ecma_visit::VisitMutWith;

use super::{Lower, evaluate_once::CapturedValue, private_name::is_private_member};
use crate::{
    ast::{has_spread, without_parens},
    build,
    helpers::Helper,
};

impl Lower {
    /// A call, with or without spread.
    pub(super) fn call(&mut self, expr: &mut Expr) {
        let Expr::Call(call) = expr else { return };
        match &mut call.callee {
            Callee::Expr(callee) if callee.unwrap_parens().is_super_prop() => self.super_call(expr),
            Callee::Expr(callee) if callee.is_paren() && callee.unwrap_parens().is_opt_chain() => {
                let chain = without_parens(mem::take(&mut **callee));
                *expr = self.call_of_chain(call.span, chain, mem::take(&mut call.args));
            }
            Callee::Expr(callee) if has_spread(&call.args) || is_private_member(callee.unwrap_parens()) => {
                let callee = mem::take(&mut **callee);
                *expr = self.spread_call(call.span, callee, mem::take(&mut call.args));
            }
            Callee::Expr(callee) => {
                let is_bare = self.is_import(callee)
                    || self.may_be_declared_by_eval(callee)
                    || callee.unwrap_parens().as_ident().is_some_and(|name| self.is_unspellable_global(name));
                call.visit_mut_children_with(self);
                self.direct_eval(call);
                if let Callee::Expr(callee) = &mut call.callee
                    && is_bare
                {
                    // (0, _m.f)()
                    let function = mem::take(&mut **callee);
                    **callee = build::sequence(vec![build::num(0.0), function]);
                }
            }
            Callee::Super(_) => self.super_constructor_call(expr),
            Callee::Import(_) => self.dynamic_import(expr),
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
        let args = self.new_list([null].into_iter().chain(args.into_iter().flatten()).map(Some));
        // new (Function.prototype.bind.apply(C, [null].concat(_toArray(a))))()
        let bound = build::call_method(self.bind(), "apply", [constructor, args]);
        *expr = build::new_at(span, bound, []);
    }

    fn spread_call(&mut self, span: Span, callee: Expr, args: Vec<ExprOrSpread>) -> Expr {
        // An instance that is a function may inherit from a class alone, without `apply`.
        let is_instance = callee.unwrap_parens().is_this();
        let (function, receiver) = self.function_and_receiver(callee);
        let receiver = receiver.unwrap_or_else(build::undefined);
        if !has_spread(&args) {
            let args = args.into_iter().map(|arg| self.lowered(arg.expr));
            // _privateMethod(_brand, o, _m).call(o, a)
            let args = args.collect();
            return self.call_on(span, function, receiver, args);
        }
        let args = self.argument_list(args);
        if function.is_ident_ref_to("eval") {
            // eval(_list(a)[0])
            let code = self.eval_code(build::index(args, build::num(0.0)));
            return build::call_at(span, function, [code]);
        }
        match is_instance {
            true => self.apply_helper(span, function, receiver, args),
            false => self.apply_on(span, function, receiver, args),
        }
    }

    /// `f.call(receiver, a)`, all lowered; or `_apply(f, receiver, [a])`, if `f` may be no function.
    pub(super) fn call_on(&mut self, span: Span, function: Expr, receiver: Expr, args: Vec<Expr>) -> Expr {
        if !self.assumptions.callees_are_functions {
            return self.apply_on(span, function, receiver, build::array(args));
        }
        build::call_at(span, build::member(function, "call"), [receiver].into_iter().chain(args))
    }

    /// `f.apply(receiver, list)`, all lowered; or `_apply(f, receiver, list)`.
    pub(super) fn apply_on(&mut self, span: Span, function: Expr, receiver: Expr, list: Expr) -> Expr {
        if !self.assumptions.callees_are_functions {
            return self.apply_helper(span, function, receiver, list);
        }
        build::call_at(span, build::member(function, "apply"), [receiver, list])
    }

    /// `_apply(f, receiver, list)`
    fn apply_helper(&mut self, span: Span, function: Expr, receiver: Expr, list: Expr) -> Expr {
        self.helper(Helper::Apply, [function, receiver, list]).with_span(span)
    }

    /// What is called, lowered, and its `this`, if it has one: a member is called with its object, also in
    /// parentheses.
    pub(super) fn function_and_receiver(&mut self, callee: Expr) -> (Expr, Option<Expr>) {
        match without_parens(callee) {
            Expr::Member(member) if self.is_missing_callee(&member) => (self.helper(Helper::CalleeError, []), None),
            Expr::Member(MemberExpr { span, obj, prop }) => {
                let object = self.lowered(obj);
                let CapturedValue { init, reuse } = self.capture(object, "object");
                // (_o = o).m
                (self.member_of_lowered(span, init, prop), Some(reuse))
            }
            Expr::SuperProp(property) => (self.lowered(Box::new(Expr::SuperProp(property))), Some(build::this())),
            callee => {
                let receiver = self.receiver_in_with(&callee);
                (self.lowered(Box::new(callee)), receiver)
            }
        }
    }

    /// `object.p`, where only the key is to be lowered.
    fn member_of_lowered(&mut self, span: Span, object: Expr, mut prop: MemberProp) -> Expr {
        if let MemberProp::PrivateName(name) = &prop {
            let reference = self.private_reference(span, object, name);
            return self.read(reference);
        }
        self.member_property(&mut prop);
        Expr::Member(MemberExpr { span, obj: Box::new(object), prop })
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
