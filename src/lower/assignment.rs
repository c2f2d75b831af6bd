//! Assignments: to names that can't be assigned, by patterns, and by operators that ES5 lacks.
//!
//! ```js
//! const c = 1; c = f(); x = { a: o.p } = v;
//! // becomes
//! var c = 1; f(), _readOnlyError("c"); x = (_v = v, o.p = _v.a, _v);
//! ```
//!
//! The rules that are easy to miss: the value of a destructuring assignment is its right side; an assignment to a
//! constant throws only after the right side was evaluated; `(f) = function () {}` gives the function no name.

use swc_ecma_ast::*;
use swc_ecma_visit::VisitMutWith;

use super::{Lower, Value, destructuring::Mode};
use crate::{
    build,
    scope::{may_be_in_tdz, symbol_id, without_check},
};

impl Lower {
    pub(super) fn assignment(&mut self, expr: &mut Expr, value: Value) {
        if let Expr::Assign(AssignExpr { left, right, op, .. }) = expr
            && matches!(left, AssignTarget::Simple(SimpleAssignTarget::Member(_)))
            && *op != op!("**=")
        {
            left.visit_mut_with(self);
            return self.expr(right);
        }
        let Expr::Assign(AssignExpr { span, op, left, right }) = std::mem::take(expr) else { return };
        *expr = match left {
            AssignTarget::Pat(pat) => self.pattern_assignment(pat.into(), right, value),
            AssignTarget::Simple(SimpleAssignTarget::Ident(name)) => self.name_assignment(span, op, name, right),
            AssignTarget::Simple(SimpleAssignTarget::SuperProp(prop)) => {
                let left = AssignTarget::Simple(SimpleAssignTarget::SuperProp(prop));
                self.super_assignment(AssignExpr { span, op, left, right })
            }
            AssignTarget::Simple(SimpleAssignTarget::Paren(paren)) => {
                self.parenthesized_assignment(span, op, paren, right)
            }
            left if op == op!("**=") => self.exponent_assignment(AssignExpr { span, op, left, right }),
            mut left => {
                left.visit_mut_with(self);
                let right = Box::new(self.lowered(right));
                Expr::Assign(AssignExpr { span, op, left, right })
            }
        };
    }

    fn name_assignment(&mut self, span: swc_common::Span, op: AssignOp, name: BindingIdent, right: Box<Expr>) -> Expr {
        if let Some(why) = self.unassignable(&name) {
            let value = self.combined(op, &name, right);
            return self.throw_unassignable(&name, why, value);
        }
        if op != op!("=") && may_be_in_tdz(&name) {
            // x = _initialized(x, "x") + right
            let value = self.combined(op, &name, right);
            return self.assign_name(without_check(&name), value);
        }
        if op == op!("**=") {
            let variable = name.id.clone();
            let left = AssignTarget::Simple(SimpleAssignTarget::Ident(name));
            let assigned = self.exponent_assignment(AssignExpr { span, op, left, right });
            return self.exporting(&variable, assigned);
        }
        let mut right = right;
        if op == op!("=") {
            self.lower_named(&mut right, &name.sym.clone(), symbol_id(&name));
        } else {
            self.expr(&mut right);
        }
        let mut ident = name.id;
        if may_be_in_tdz(&ident) {
            *right = self.checked_value(&ident, std::mem::take(&mut *right));
        }
        self.rename(&mut ident);
        let left = AssignTarget::Simple(SimpleAssignTarget::Ident(ident.clone().into()));
        self.exporting(&ident, Expr::Assign(AssignExpr { span, op, left, right }))
    }

    /// What would be assigned: the right side, or both sides combined.
    fn combined(&mut self, op: AssignOp, name: &Ident, right: Box<Expr>) -> Expr {
        let right = self.lowered(right);
        match op.to_update() {
            None => right,
            Some(op) => {
                let mut left = Expr::Ident(name.clone());
                self.reference(&mut left);
                match op {
                    op!("**") => self.power(left, right),
                    op => build::binary(op, left, right),
                }
            }
        }
    }

    /// `(x) = value`: the parentheses stay around a name, so that it names no function.
    fn parenthesized_assignment(
        &mut self,
        span: swc_common::Span,
        op: AssignOp,
        paren: ParenExpr,
        right: Box<Expr>,
    ) -> Expr {
        let mut inner = paren.expr;
        while let Expr::Paren(paren) = *inner {
            inner = paren.expr;
        }
        let target = match *inner {
            Expr::Ident(mut name) if self.unassignable(&name).is_none() && op == op!("=") => {
                let variable = name.clone();
                self.rename(&mut name);
                let target = ParenExpr { span: paren.span, expr: Box::new(Expr::Ident(name)) };
                let left = AssignTarget::Simple(SimpleAssignTarget::Paren(target));
                let right = self.lowered(right);
                let right = Box::new(self.checked_value(&variable, right));
                return self.exporting(&variable, Expr::Assign(AssignExpr { span, op, left, right }));
            }
            Expr::Ident(name) => return self.name_assignment(span, op, name.into(), right),
            Expr::Member(member) => SimpleAssignTarget::Member(member),
            Expr::SuperProp(prop) => SimpleAssignTarget::SuperProp(prop),
            other => SimpleAssignTarget::Paren(ParenExpr { span: paren.span, expr: Box::new(other) }),
        };
        if let SimpleAssignTarget::Paren(_) = target {
            let right = Box::new(self.lowered(right));
            return Expr::Assign(AssignExpr { span, op, left: AssignTarget::Simple(target), right });
        }
        let mut expr = Expr::Assign(AssignExpr { span, op, left: AssignTarget::Simple(target), right });
        self.assignment(&mut expr, Value::Used);
        expr
    }

    /// `name = value`, or what it becomes if the name can't be assigned. The value is lowered.
    pub(super) fn assign_name(&mut self, mut name: Ident, value: Expr) -> Expr {
        if let Some(why) = self.unassignable(&name) {
            return self.throw_unassignable(&name, why, value);
        }
        let value = self.checked_value(&name, value);
        self.rename(&mut name);
        let assigned = build::assign(Expr::Ident(name.clone()), value);
        self.exporting(&name, assigned)
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

    /// `++` and `--`.
    pub(super) fn update(&mut self, expr: &mut Expr, value: Value) {
        let Expr::Update(update) = expr else { return };
        match strip_parens(&mut update.arg) {
            Expr::Ident(name) => {
                if let Some(why) = self.unassignable(name) {
                    let name = name.clone();
                    let mut value = Expr::Ident(name.clone());
                    self.reference(&mut value);
                    // +c, _readOnlyError("c")
                    *expr = self.throw_unassignable(&name, why, build::unary(op!(unary, "+"), value));
                    return;
                }
                let variable = without_check(name);
                let check = self.checked_read(name);
                self.rename(name);
                if self.is_exported(&variable) {
                    self.exported_update(&variable, expr, value);
                }
                if let Some(check) = check {
                    // _initialized(x, "x"), x++
                    *expr = build::sequence(vec![check, std::mem::take(expr)]);
                }
            }
            Expr::SuperProp(_) => self.super_update(expr),
            other => {
                other.visit_mut_children_with(self);
            }
        }
    }
}

fn strip_parens(expr: &mut Expr) -> &mut Expr {
    match expr {
        Expr::Paren(paren) => strip_parens(&mut paren.expr),
        other => other,
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
