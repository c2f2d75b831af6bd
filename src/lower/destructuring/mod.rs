//! Destructuring: one core for declarations, parameters, assignments, `catch` and loop heads.
//!
//! ```js
//! var { a, b: [c, d = 1], ...rest } = o;
//! // becomes
//! var a = o.a, _b = _take(o.b, 2), c = _b[0], _d = _b[1], d = _d === void 0 ? 1 : _d,
//!   rest = _objectWithoutProperties(o, ["a", "b"]);
//! ```
//!
//! A pattern becomes [`Step`]s, in the order of evaluation that
//! [ES2018 §12.15.5](https://tc39.es/ecma262/2018/#sec-destructuring-assignment) and
//! [§13.3.3](https://tc39.es/ecma262/2018/#sec-destructuring-binding-patterns) give; whoever asked makes statements or
//! expressions of them.
//!
//! The rules that are easy to miss:
//! - the target of an assignment (`f().x`) is evaluated before its value is read;
//! - a default is evaluated only if the value is `undefined`, and before the next value is read.
//!
//! With `iterableIsArray`, an array pattern reads indices: `a = xs[0]`. With `skipForOfIteratorClosing`, its iterator is
//! stepped without a `try` around. With `objectRestNoSymbols`, a rest is what `_objectWithoutKeys` leaves.

mod array;
mod object;

use swc_common::{Span, Spanned};
use swc_ecma_ast::*;

use super::{
    Lower,
    evaluate_once::{base_name, nameless, repeat},
};
use crate::build;

/// What a pattern's names are, and what may be built.
#[derive(Clone, Copy)]
pub(super) struct Mode {
    /// The names are declared here; else they exist already.
    pub(super) declares: bool,
    /// Statements may be built; else expressions only.
    pub(super) in_statement: bool,
}

impl Mode {
    pub(super) const DECLARE: Self = Self { declares: true, in_statement: true };
    pub(super) const ASSIGN: Self = Self { declares: false, in_statement: true };
    pub(super) const ASSIGN_IN_EXPRESSION: Self = Self { declares: false, in_statement: false };
}

/// A piece of lowered destructuring.
pub(super) enum Step {
    /// Something to evaluate.
    Effect(Expr),
    /// A declared name gets its value.
    Bind(Ident, Expr),
    /// A declared name is there, without a value.
    Declare(Ident),
    /// A temporary gets its value.
    Temp(Ident, Expr),
    /// Steps that take values from an iterator, which must be closed afterwards.
    Iterate { iterator: Ident, steps: Vec<Step> },
}

/// Where a value goes, evaluated as far as it must be before the value is read.
enum Target {
    Name(Ident),
    /// A name in parentheses, which names no function.
    Parenthesized(Ident),
    Member(Expr),
    Super(super::object_super::SuperTarget),
    Pattern(Pat),
}

impl Lower {
    /// Takes `value` (lowered) apart by `pat` (not lowered).
    pub(super) fn pattern(&mut self, pat: Pat, value: Expr, mode: Mode, steps: &mut Vec<Step>) {
        match pat {
            Pat::Array(array) => self.array_pattern(array, value, mode, steps),
            Pat::Object(object) => self.object_pattern(object, value, mode, steps),
            Pat::Assign(assign) => self.element(*assign.left, Some(assign.right), value, mode, steps),
            other => self.element(other, None, value, mode, steps),
        }
    }

    /// The value of a default, named after the target.
    pub(super) fn default_value(&mut self, mut default: Expr, target: &Pat) -> Expr {
        match target {
            Pat::Ident(ident) => self.lower_named(&mut default, &ident.sym.clone(), 0),
            _ => self.expr(&mut default),
        }
        default
    }

    /// One target, which gets `value` or the default.
    fn element(&mut self, pat: Pat, default: Option<Box<Expr>>, value: Expr, mode: Mode, steps: &mut Vec<Step>) {
        let target = self.target(pat, mode, steps);
        let value = match default {
            None => value,
            Some(default) => {
                let value = self.hold_step(value, "value", steps);
                let default = match &target {
                    Target::Name(ident) => self.default_value(*default, &Pat::from(ident.clone())),
                    _ => self.lowered(default),
                };
                // value === void 0 ? default : value
                build::conditional(build::is_undefined(repeat(&value)), default, value)
            }
        };
        self.store(target, value, mode, steps);
    }

    /// Evaluates a target as far as the specification does before it reads the value.
    fn target(&mut self, pat: Pat, mode: Mode, steps: &mut Vec<Step>) -> Target {
        match pat {
            Pat::Ident(ident) => Target::Name(ident.id),
            Pat::Expr(expr) => self.target_expression(*expr, steps),
            other => {
                debug_assert!(mode.declares || other.is_array() || other.is_object());
                Target::Pattern(other)
            }
        }
    }

    fn target_expression(&mut self, expr: Expr, steps: &mut Vec<Step>) -> Target {
        match expr {
            Expr::Paren(paren) => match self.target_expression(*paren.expr, steps) {
                Target::Name(ident) => Target::Parenthesized(ident),
                other => other,
            },
            Expr::Ident(ident) => Target::Name(ident),
            Expr::SuperProp(prop) => {
                let mut setup = vec![];
                let target = self.super_target(prop, &mut setup);
                steps.extend(setup.into_iter().map(Step::Effect));
                Target::Super(target)
            }
            Expr::Member(MemberExpr { span, obj, mut prop }) => {
                let obj = self.lowered(obj);
                let obj = Box::new(self.hold_step(obj, "object", steps));
                self.member_property(&mut prop);
                if let MemberProp::Computed(key) = &mut prop {
                    let held = self.hold_step(std::mem::take(&mut *key.expr), "key", steps);
                    *key.expr = held;
                }
                Target::Member(Expr::Member(MemberExpr { span, obj, prop }))
            }
            mut other => {
                self.expr(&mut other);
                Target::Member(other)
            }
        }
    }

    fn store(&mut self, target: Target, value: Expr, mode: Mode, steps: &mut Vec<Step>) {
        match target {
            Target::Name(mut ident) if mode.declares => {
                self.rename(&mut ident);
                let value = self.exporting(&ident, value);
                steps.push(Step::Bind(ident, value));
            }
            Target::Name(ident) | Target::Parenthesized(ident) => {
                let assigned = self.assign_name(ident, value);
                steps.push(Step::Effect(assigned));
            }
            Target::Member(member) => steps.push(Step::Effect(build::assign(member, value))),
            Target::Super(target) => {
                let stored = self.super_store(target, value);
                steps.push(Step::Effect(stored));
            }
            Target::Pattern(pat) => self.pattern(pat, value, mode, steps),
        }
    }

    /// Makes a lowered value usable more than once.
    pub(super) fn hold_step(&mut self, value: Expr, base: &str, steps: &mut Vec<Step>) -> Expr {
        if self.is_repeatable(&value) {
            return value;
        }
        let base = base_name(&value, base);
        let temp = self.local_ident(&base);
        steps.push(Step::Temp(temp.clone(), nameless(value)));
        Expr::Ident(temp)
    }
}

fn split_default(pat: Pat) -> (Pat, Option<Box<Expr>>) {
    match pat {
        Pat::Assign(assign) => (*assign.left, Some(assign.right)),
        other => (other, None),
    }
}

// Steps to code.
impl Lower {
    /// Steps as statements; names and temporaries are declared by `var`.
    pub(super) fn declare_steps(&mut self, steps: Vec<Step>, span: Span) -> Vec<Stmt> {
        let mut stmts = vec![];
        let mut declarators = vec![];
        for step in steps {
            match step {
                Step::Bind(ident, value) if self.is_hoisted_out(&ident) => {
                    flush(&mut declarators, span, &mut stmts);
                    self.declare_hoisted(ident.clone());
                    stmts.push(build::statement_at(span, build::assign(Expr::Ident(ident), value)));
                }
                Step::Declare(ident) if self.is_hoisted_out(&ident) => self.declare_hoisted(ident),
                Step::Declare(ident) => {
                    declarators.push(VarDeclarator { span: ident.span, ..build::declarator(ident, None) })
                }
                Step::Bind(ident, value) | Step::Temp(ident, value) => {
                    let span = ident.span.to(value.span());
                    declarators.push(VarDeclarator { span, ..build::declarator(ident, Some(value)) });
                }
                Step::Effect(effect) => {
                    flush(&mut declarators, span, &mut stmts);
                    stmts.push(build::statement_at(span, effect));
                }
                Step::Iterate { iterator, steps } => {
                    flush(&mut declarators, span, &mut stmts);
                    let body = self.declare_steps(steps, swc_common::DUMMY_SP);
                    stmts.push(self.closing(iterator, body));
                }
            }
        }
        flush(&mut declarators, span, &mut stmts);
        stmts
    }

    /// Steps as expressions; temporaries are declared by the frame.
    pub(super) fn step_expressions(&mut self, steps: Vec<Step>) -> Vec<Expr> {
        let mut exprs = vec![];
        for step in steps {
            match step {
                Step::Effect(effect) => exprs.push(effect),
                Step::Bind(ident, value) => exprs.push(build::assign(Expr::Ident(ident), value)),
                Step::Declare(_) => {}
                Step::Temp(ident, value) => {
                    self.declare(ident.clone(), None);
                    exprs.push(build::assign(Expr::Ident(ident), value));
                }
                // Patterns that are taken apart in an expression put this into a function.
                Step::Iterate { .. } => debug_assert!(false, "a `try` cannot stand in an expression"),
            }
        }
        exprs
    }

    /// `try { body } catch (_e) { iterator.fail(_e); } finally { iterator.close(); }`
    fn closing(&mut self, iterator: Ident, body: Vec<Stmt>) -> Stmt {
        let error = self.local_ident("e");
        let call = |method, args| build::statement(build::call_method(Expr::Ident(iterator.clone()), method, args));
        let fail = call("fail", Some(Expr::Ident(error.clone())));
        let close = call("close", None);
        build::try_catch_finally(body, error, vec![fail], vec![close])
    }
}

fn flush(declarators: &mut Vec<VarDeclarator>, span: Span, stmts: &mut Vec<Stmt>) {
    if !declarators.is_empty() {
        stmts.push(build::var_at(span, std::mem::take(declarators)));
    }
}
