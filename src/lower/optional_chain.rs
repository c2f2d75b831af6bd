//! Optional chains ([ECMAScript §13.3.9](https://tc39.es/ecma262/2025/#sec-optional-chains)).
//!
//! ```js
//! x = a?.b.c(d);  f?.(x);  o.m?.(x);  delete a?.b;
//! // becomes
//! x = a == null ? void 0 : a.b.c(d);  f == null || f(x);  (_m = o.m) == null || _m.call(o, x);
//! a == null || delete a.b;
//! ```
//!
//! A chain is everything up to the parentheses around it: where one of its `?.` finds nothing, all of it is skipped. Each
//! `?.` becomes a test of what stands before; what comes after the last one is an ordinary expression of a temporary, and
//! is lowered as one.
//!
//! The rules that are easy to miss:
//! - parentheses end a chain, but `(a?.m)()` still calls with `a` as `this`;
//! - `eval?.(x)` is not a direct call;
//! - `delete a?.b` is true where the chain is skipped.
//!
//! Without `noDocumentAll`: `a === null || a === void 0`, which differs for `document.all`. Without `calleesAreFunctions`,
//! `_apply(_m, _o, [b])` in place of `_m.call(_o, b)`.

use std::mem;

use swc_common::{DUMMY_SP, Span};
use swc_ecma_ast::*;

use super::{
    Lower, Value,
    evaluate_once::{CapturedValue, repeat},
};
use crate::{ast::without_parens, build, helpers::Helper};

/// A link of a chain, in the order of evaluation.
enum Link {
    Member { span: Span, prop: MemberProp, is_optional: bool },
    Call { span: Span, args: Vec<ExprOrSpread>, is_optional: bool },
}

/// A chain taken apart.
struct Chain {
    /// What is tested, in order; lowered. Where one of the tests holds, the chain is skipped.
    tests: Vec<Expr>,
    /// The rest, of temporaries that the tests set; not lowered.
    rest: Expr,
}

impl Lower {
    pub(super) fn optional_chain(&mut self, expr: &mut Expr, value: Value) {
        let chain = self.take_apart(mem::take(expr));
        *expr = self.chained(chain, value, build::undefined());
    }

    /// `delete a?.b`
    pub(super) fn delete_chain(&mut self, span: Span, chain: Expr, value: Value) -> Expr {
        let Chain { tests, rest } = self.take_apart(chain);
        let rest = build::unary(op!("delete"), rest).with_span(span);
        self.chained(Chain { tests, rest }, value, build::bool(true))
    }

    /// `(a?.m)(args)`, a call of a chain in parentheses.
    pub(super) fn call_of_chain(&mut self, span: Span, chain: Expr, args: Vec<ExprOrSpread>) -> Expr {
        let (function, receiver) = self.function_of_chain(chain);
        let CapturedValue { init, reuse } = self.capture(function, "method");
        let mut called = self.call_with(span, reuse, receiver, args);
        self.expr(&mut called);
        // _m = a == null ? void 0 : a.m, _m.call(a, args)
        build::sequence(vec![init, called])
    }

    /// `test || test ? skipped : rest`
    fn chained(&mut self, chain: Chain, value: Value, skipped: Expr) -> Expr {
        let Chain { tests, mut rest } = chain;
        self.lower_expr(&mut rest, value);
        Self::joined(tests, rest, value, skipped)
    }

    /// The same of a rest that is lowered.
    fn joined(tests: Vec<Expr>, rest: Expr, value: Value, skipped: Expr) -> Expr {
        let Some(test) = tests.into_iter().reduce(|all, test| build::binary(op!("||"), all, test)) else { return rest };
        match value {
            Value::Discarded => build::binary(op!("||"), test, rest),
            Value::Used => build::conditional(test, skipped, rest),
        }
    }

    fn take_apart(&mut self, chain: Expr) -> Chain {
        let (mut rest, links) = links(chain);
        let mut tests = vec![];
        for link in links {
            rest = match link {
                Link::Member { span, prop, is_optional } => {
                    let mut obj = Box::new(rest);
                    if is_optional {
                        let value = self.lowered(obj);
                        obj = Box::new(self.tested(value, &mut tests));
                    }
                    Expr::Member(MemberExpr { span, obj, prop })
                }
                Link::Call { span, args, is_optional: true } => self.optional_call(span, rest, args, &mut tests),
                Link::Call { span, args, is_optional: false } => call(span, rest, args),
            };
        }
        Chain { tests, rest }
    }

    /// `function(args)`, `function.call(receiver, args)`, or `_apply(function, receiver, [args])`; the arguments are not lowered.
    fn call_with(&mut self, span: Span, function: Expr, receiver: Option<Expr>, args: Vec<ExprOrSpread>) -> Expr {
        match receiver {
            Some(receiver) if !self.assumptions.callees_are_functions => {
                let elems = args.into_iter().map(Some).collect();
                let list = Expr::Array(ArrayLit { span: DUMMY_SP, elems });
                self.helper(Helper::Apply, [function, receiver, list]).with_span(span)
            }
            Some(receiver) => {
                let receiver = ExprOrSpread::from(Box::new(receiver));
                call(span, build::member(function, "call"), [receiver].into_iter().chain(args).collect())
            }
            // (0, eval)(args)
            None if function.is_ident_ref_to("eval") => {
                call(span, build::sequence(vec![build::num(0.0), function]), args)
            }
            None => call(span, function, args),
        }
    }

    /// `callee?.(args)`
    fn optional_call(&mut self, span: Span, callee: Expr, args: Vec<ExprOrSpread>, tests: &mut Vec<Expr>) -> Expr {
        let (function, receiver) = match callee {
            Expr::Paren(paren) if paren.expr.unwrap_parens().is_opt_chain() => {
                let (function, receiver) = self.function_of_chain(without_parens(*paren.expr));
                (self.tested(function, tests), receiver)
            }
            callee => {
                let (function, receiver) = self.function_and_receiver(callee);
                (self.tested(function, tests), receiver)
            }
        };
        self.call_with(span, function, receiver, args)
    }

    /// What a chain in parentheses gives, lowered, and its `this`.
    fn function_of_chain(&mut self, chain: Expr) -> (Expr, Option<Expr>) {
        let Chain { tests, rest } = self.take_apart(chain);
        let (rest, receiver) = self.function_and_receiver(rest);
        (Self::joined(tests, rest, Value::Used, build::undefined()), receiver)
    }

    /// Adds the test whether `value`, which is lowered, is nothing; gives the value again.
    fn tested(&mut self, value: Expr, tests: &mut Vec<Expr>) -> Expr {
        let CapturedValue { init, reuse } = self.capture(value, "value");
        tests.push(self.is_nullish(CapturedValue { init, reuse: repeat(&reuse) }));
        reuse
    }

    /// `value == null`
    pub(super) fn is_nullish(&self, value: CapturedValue) -> Expr {
        let CapturedValue { init, reuse } = value;
        if !self.assumptions.no_document_all {
            // (_value = value) === null || _value === void 0
            let is_null = build::binary(op!("==="), init, build::null());
            return build::binary(op!("||"), is_null, build::is_undefined(reuse));
        }
        build::binary(op!("=="), init, build::null())
    }
}

/// What a chain begins with, and its links.
fn links(chain: Expr) -> (Expr, Vec<Link>) {
    let mut links = vec![];
    let mut head = chain;
    loop {
        let Expr::OptChain(OptChainExpr { span, optional: is_optional, base }) = head else {
            links.reverse();
            return (head, links);
        };
        let (link, before) = match *base {
            OptChainBase::Member(MemberExpr { obj, prop, .. }) => (Link::Member { span, prop, is_optional }, obj),
            OptChainBase::Call(OptCall { callee, args, .. }) => (Link::Call { span, args, is_optional }, callee),
        };
        links.push(link);
        head = *before;
    }
}

fn call(span: Span, callee: Expr, args: Vec<ExprOrSpread>) -> Expr {
    Expr::Call(CallExpr { span, callee: Callee::Expr(Box::new(callee)), args, ..Default::default() })
}
