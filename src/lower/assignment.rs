//! Assignments, `++` and `--`: to names that can't be assigned, to exported names and to `super`, by patterns, and by
//! operators that ES5 lacks.
//!
//! ```js
//! const c = 1; c = f(); x = { a: o.p } = v; o[k] **= 2; export let n = 0; f(n++);
//! // becomes
//! var c = 1; f(), _readOnlyError("c"); x = (_v = v, o.p = _v.a, _v); o[_key = _toPropertyKey(k)] = Math.pow(o[_key], 2);
//! var n = exports.n = 0; f((_n = n++, exports.n = n, _n));
//! ```
//!
//! What is assigned is a [`Reference`]; this file says what is written to it. The value of a destructuring assignment is
//! its right side.

use std::mem;

use swc_common::Span;
use swc_ecma_ast::*;
use swc_ecma_visit::VisitMutWith;

use super::{
    Lower, Value,
    bigint::is_bigint,
    destructuring::Mode,
    evaluate_once::repeat,
    logical_assignment::is_logical,
    reference::{CapturedReference, Reference},
};
use crate::{
    build,
    scope::{symbol_id, without_check},
};

impl Lower {
    pub(super) fn assignment(&mut self, expr: &mut Expr, value: Value) {
        if let Expr::Assign(assign) = expr
            && self.is_es5_assignment(assign)
        {
            return self.assignment_in_place(assign);
        }
        let Expr::Assign(AssignExpr { span, op, left, right }) = mem::take(expr) else { return };
        *expr = match left {
            AssignTarget::Pat(pat) => self.pattern_assignment(pat.into(), right, value),
            AssignTarget::Simple(target) => {
                let reference = self.reference_to(*<Box<Expr>>::from(target));
                if op == op!("=") {
                    self.simple_assignment(span, reference, right)
                } else if is_logical(op) {
                    self.logical_assignment(span, op, reference, right, value)
                } else {
                    self.compound_assignment(span, op, reference, right)
                }
            }
        };
    }

    /// `++` and `--`.
    pub(super) fn update(&mut self, expr: &mut Expr, value: Value) {
        let Expr::Update(update) = expr else { return };
        match update.arg.unwrap_parens_mut() {
            Expr::Ident(name) if self.is_plain_target(name) => return self.rename(name),
            Expr::Member(member) if !member.prop.is_private_name() => return member.visit_mut_children_with(self),
            _ => {}
        }
        let Expr::Update(UpdateExpr { span, op, prefix, arg }) = mem::take(expr) else { return };
        *expr = match self.reference_to(*arg) {
            Reference::Name { ident, .. } => {
                let arg = Box::new(Expr::Ident(without_check(&ident)));
                self.update_name(ident, UpdateExpr { span, op, prefix, arg }, value)
            }
            reference => self.update_by_one(span, op, reference, !prefix && value == Value::Used),
        };
    }

    /// Whether an assignment stays one: to a member, or to a variable that is nothing but that.
    fn is_es5_assignment(&self, assign: &AssignExpr) -> bool {
        assign.op != op!("**=")
            && !is_logical(assign.op)
            && match &assign.left {
                AssignTarget::Simple(SimpleAssignTarget::Ident(name)) => self.is_plain_target(name),
                AssignTarget::Simple(SimpleAssignTarget::Member(member)) => !member.prop.is_private_name(),
                AssignTarget::Simple(_) => false,
                AssignTarget::Pat(_) => false,
            }
    }

    fn assignment_in_place(&mut self, assign: &mut AssignExpr) {
        let AssignExpr { op, left, right, .. } = assign;
        match left {
            AssignTarget::Simple(SimpleAssignTarget::Ident(name)) => {
                if *op == op!("=") {
                    self.lower_named(right, &name.sym, symbol_id(name));
                } else {
                    self.expr(right);
                }
                self.rename(name);
            }
            left => {
                left.visit_mut_with(self);
                self.expr(right);
            }
        }
    }

    /// `reference = right`
    fn simple_assignment(&mut self, span: Span, reference: Reference, mut right: Box<Expr>) -> Expr {
        match reference.function_name() {
            Some(name) => self.lower_named(&mut right, &name.sym, symbol_id(name)),
            None => self.expr(&mut right),
        }
        self.write(span, reference, *right)
    }

    /// `reference op= right`
    fn compound_assignment(&mut self, span: Span, op: AssignOp, reference: Reference, right: Box<Expr>) -> Expr {
        let operator = op.to_update().filter(|operator| *operator == op!("**") || !self.takes_operators(&reference));
        let Some(operator) = operator else {
            let right = self.lowered(right);
            return self.write_with(span, op, reference, right);
        };
        let CapturedReference { init, reuse } = self.capture_reference(reference);
        let old = self.read(reuse);
        let has_bigint = is_bigint(&right);
        let right = self.lowered(right);
        let value = match operator {
            op!("**") => self.power(old, right, has_bigint),
            operator => build::binary(operator, old, right),
        };
        // o[_key = k] = Math.pow(o[_key], right)
        self.write(span, init.initialized(), value)
    }

    /// `x++` of an exported variable, of one that may not be initialised, or of one that can't be assigned.
    fn update_name(&mut self, name: Ident, mut update: UpdateExpr, value: Value) -> Expr {
        if let Some(check) = self.checked_constant_in_with(&name) {
            // _withThis("c", [_with]) || _readOnlyError("c"), c++
            return build::sequence(vec![check, Expr::Update(update)]);
        }
        if self.is_unassignable(&name) {
            let reference = Reference::Name { ident: without_check(&name), parens: None };
            let old = self.read(Reference::Name { ident: name, parens: None });
            // +c, _readOnlyError("c")
            return self.write(update.span, reference, build::unary(op!(unary, "+"), old));
        }
        let check = self.checked_read(&name);
        self.expr(&mut update.arg);
        let updated = self.export_update(&name, update, value);
        // _initialized(x, "x"), x++
        build::sequence(check.into_iter().chain([updated]).collect())
    }

    /// The update of a variable, and of what is exported of it.
    fn export_update(&mut self, name: &Ident, mut update: UpdateExpr, value: Value) -> Expr {
        if !self.is_exported(name) {
            return Expr::Update(update);
        }
        if update.prefix || value == Value::Discarded {
            // exports.n = ++n
            update.prefix = true;
            return self.exporting(name, Expr::Update(update));
        }
        // _n = n++, exports.n = n, _n
        let old = Expr::Ident(self.temp(&name.sym));
        let exported = self.exporting(name, repeat(&update.arg));
        build::sequence(vec![build::assign(old.clone(), Expr::Update(update)), exported, old])
    }

    /// `super.x++`, and whatever else takes no operators.
    fn update_by_one(&mut self, span: Span, op: UpdateOp, reference: Reference, gives_old: bool) -> Expr {
        let CapturedReference { init, reuse } = self.capture_reference(reference);
        let by_one = if op == op!("++") { op!(bin, "+") } else { op!(bin, "-") };
        let old = self.read(reuse);
        // +_superGet(_home, "x", this)
        let old = build::unary(op!(unary, "+"), old);
        if !gives_old {
            // _superSet(_home, "x", +_superGet(_home, "x", this) + 1, this)
            return self.write(span, init, build::binary(by_one, old, build::num(1.0)));
        }
        let temp = Expr::Ident(self.temp("old"));
        let old = build::assign(temp.clone(), old);
        let written = self.write(span, init, build::binary(by_one, old, build::num(1.0)));
        // _superSet(_home, "x", (_old = +_superGet(_home, "x", this)) + 1, this), _old
        build::sequence(vec![written, temp]).with_span(span)
    }

    fn pattern_assignment(&mut self, pat: Pat, right: Box<Expr>, value: Value) -> Expr {
        let source = self.lowered(right);
        let mut steps = vec![];
        if value == Value::Discarded {
            self.pattern(pat, source, Mode::ASSIGN_IN_EXPRESSION, &mut steps);
            return build::sequence(self.step_expressions(steps));
        }
        let source = self.hold_step(source, "ref", &mut steps);
        self.pattern(pat, source.clone(), Mode::ASSIGN_IN_EXPRESSION, &mut steps);
        let mut exprs = self.step_expressions(steps);
        exprs.push(source);
        build::sequence(exprs)
    }

    /// A destructuring assignment that is a statement of its own.
    pub(super) fn pattern_assignment_statement(&mut self, stmt: ExprStmt, out: &mut Vec<Stmt>) {
        let ExprStmt { span, expr } = stmt;
        let mut expr = *expr;
        while let Expr::Paren(paren) = expr {
            expr = *paren.expr;
        }
        let Expr::Assign(AssignExpr { left: AssignTarget::Pat(pat), right, .. }) = expr else { return };
        let source = self.lowered(right);
        let mut steps = vec![];
        self.pattern(pat.into(), source, Mode::ASSIGN, &mut steps);
        out.extend(self.declare_steps(steps, span));
    }
}

/// Whether a statement is a destructuring assignment and nothing else.
pub(super) fn is_pattern_assignment(expr: &Expr) -> bool {
    match expr {
        Expr::Assign(assign) => matches!(assign.left, AssignTarget::Pat(_)),
        Expr::Paren(paren) => is_pattern_assignment(&paren.expr),
        _ => false,
    }
}
