//! Patterns: what they declare gets its value, or what they assign; either in the order of evaluation.

use swc_ecma_ast::*;
use swc_ecma_visit::VisitMutWith;

use super::{super::ValueType, super::escape::Use, Walk};

impl Walk<'_> {
    /// Walks a pattern whose names are declared; `assigned` if they get a value here.
    pub(super) fn bind(&mut self, pat: &mut Pat, assigned: bool) {
        match pat {
            Pat::Ident(ident) => self.env.initialize(&mut ident.id, assigned.then_some(ValueType::Unknown)),
            Pat::Array(array) => array.elems.iter_mut().flatten().for_each(|elem| self.bind(elem, assigned)),
            Pat::Rest(rest) => {
                self.bind(&mut rest.arg, assigned);
                self.hold_rest(&rest.arg);
            }
            Pat::Assign(assign) => {
                assign.right.visit_mut_with(self);
                self.bind(&mut assign.left, assigned);
            }
            Pat::Object(object) => {
                for prop in &mut object.props {
                    match prop {
                        ObjectPatProp::KeyValue(pair) => {
                            pair.key.visit_mut_with(self);
                            self.bind(&mut pair.value, assigned);
                        }
                        ObjectPatProp::Assign(prop) => {
                            prop.value.visit_mut_with(self);
                            self.env.initialize(&mut prop.key.id, assigned.then_some(ValueType::Unknown));
                        }
                        ObjectPatProp::Rest(rest) => self.bind(&mut rest.arg, assigned),
                    }
                }
            }
            Pat::Expr(_) | Pat::Invalid(_) => {}
        }
    }

    /// Walks a pattern whose targets exist already.
    pub(super) fn assign(&mut self, pat: &mut Pat) {
        match pat {
            Pat::Ident(ident) => self.assign_name(&mut ident.id, ValueType::Unknown, Use::Any),
            Pat::Array(array) => array.elems.iter_mut().flatten().for_each(|elem| self.assign(elem)),
            Pat::Rest(rest) => self.assign(&mut rest.arg),
            Pat::Assign(assign) => {
                assign.right.visit_mut_with(self);
                self.assign(&mut assign.left);
            }
            Pat::Object(object) => self.assign_object(object),
            Pat::Expr(expr) => {
                self.early.target(expr);
                self.assign_expr(expr, ValueType::Unknown);
            }
            Pat::Invalid(_) => {}
        }
    }

    pub(super) fn assign_object(&mut self, object: &mut ObjectPat) {
        for prop in &mut object.props {
            match prop {
                ObjectPatProp::KeyValue(pair) => {
                    pair.key.visit_mut_with(self);
                    self.assign(&mut pair.value);
                }
                ObjectPatProp::Assign(prop) => {
                    prop.value.visit_mut_with(self);
                    self.assign_name(&mut prop.key.id, ValueType::Unknown, Use::Any);
                }
                ObjectPatProp::Rest(rest) => {
                    self.early.object_rest(&rest.arg);
                    self.assign(&mut rest.arg);
                }
            }
        }
    }

    pub(super) fn assign_name(&mut self, ident: &mut Ident, value: ValueType, how: Use) {
        self.early.assigned(&ident.sym, ident.span);
        self.env.assign(ident, value, how);
    }

    /// An expression that is assigned: a name, perhaps in parentheses, or a member.
    pub(super) fn assign_expr(&mut self, expr: &mut Expr, value: ValueType) {
        match expr {
            Expr::Ident(ident) => self.assign_name(ident, value, Use::Any),
            Expr::Paren(paren) => self.assign_expr(&mut paren.expr, value),
            Expr::Member(member) => {
                self.written_member(member);
                expr.visit_mut_with(self);
            }
            _ => expr.visit_mut_with(self),
        }
    }
}
