//! Exponentiation.
//!
//! ```js
//! a ** b;  x **= y;  o[k()] **= y;
//! // becomes
//! Math.pow(a, b);  x = Math.pow(x, y);  o[_key = _toPropertyKey(k())] = Math.pow(o[_key], y);
//! ```
//!
//! `Math.pow` converts its operands to numbers in the order of the operator, after both are evaluated. A compound
//! assignment evaluates its object and its key once, and converts the key to a property key once, before it reads.
//!
//! Runtime: `_toPropertyKey` for a key that may be an object, `_pow` in a file that declares or assigns `Math`.

use std::mem;

use swc_common::{Span, Spanned};
use swc_ecma_ast::*;

use super::{
    Lower,
    evaluate_once::{CapturedValue, repeat},
    spread::without_parens,
};
use crate::{build, helpers::Helper, scope::ValueType};

impl Lower {
    /// `a ** b`
    pub(super) fn exponentiation(&mut self, expr: &mut Expr) {
        let Expr::Bin(bin) = expr else { return };
        let BinExpr { span, left, right, .. } = mem::take(bin);
        let base = self.lowered(left);
        let exponent = self.lowered(right);
        *expr = self.power(base, exponent).with_span(span);
    }

    /// `x **= y`, where `x` can be assigned.
    pub(super) fn exponent_assignment(&mut self, assign: AssignExpr) -> Expr {
        let AssignExpr { span, left, right, .. } = assign;
        let (target, again) = match target(left) {
            Expr::SuperProp(property) => return self.super_power(property, *right).with_span(span),
            Expr::Member(member) => self.member_once(member),
            mut name @ Expr::Ident(_) => {
                self.expr(&mut name);
                (repeat(&name), name)
            }
            other => {
                self.unsupported(span, "an assignment to this expression");
                return other;
            }
        };
        let exponent = self.lowered(right);
        // x = Math.pow(x, y)
        build::assign_at(span, target, self.power(again, exponent))
    }

    /// `base ** exponent` of lowered operands.
    pub(super) fn power(&mut self, base: Expr, exponent: Expr) -> Expr {
        let args = vec![without_parens(base), without_parens(exponent)];
        if self.facts.is_replaced("Math") {
            return self.helper(Helper::Pow, args);
        }
        // Math.pow(base, exponent)
        build::call_method(build::global("Math"), "pow", args)
    }

    /// `super.x **= y`, by way of an assignment and an exponentiation that are lowered then.
    fn super_power(&mut self, property: SuperPropExpr, exponent: Expr) -> Expr {
        let SuperPropExpr { span, obj, prop } = property;
        let (prop, again) = match prop {
            SuperProp::Computed(ComputedPropName { span, expr }) => {
                let key_type = self.facts.value_type(&expr);
                let CapturedValue { init, reuse } = self.key_once(*expr, key_type);
                let computed = |expr| SuperProp::Computed(ComputedPropName { span, expr: Box::new(expr) });
                (computed(init), computed(reuse))
            }
            SuperProp::Ident(name) => (SuperProp::Ident(name.clone()), SuperProp::Ident(name)),
        };
        // super[_key = k] = super[_key] ** y
        let base = Expr::SuperProp(SuperPropExpr { span, obj, prop: again });
        let right = Box::new(build::binary(op!("**"), base, exponent));
        let left = SimpleAssignTarget::SuperProp(SuperPropExpr { span, obj, prop });
        let mut assign = Expr::Assign(AssignExpr { span, op: op!("="), left: left.into(), right });
        self.expr(&mut assign);
        assign
    }

    /// A lowered member to assign, and one to read after that.
    fn member_once(&mut self, member: MemberExpr) -> (Expr, Expr) {
        let MemberExpr { span, obj, mut prop } = member;
        let object = self.lowered(obj);
        let object = self.capture(object, "object");
        let (prop, again) = match prop {
            MemberProp::Computed(ComputedPropName { span, expr }) => {
                let key_type = self.facts.value_type(&expr);
                let key = self.lowered(expr);
                let CapturedValue { init, reuse } = self.key_once(key, key_type);
                let computed = |expr| MemberProp::Computed(ComputedPropName { span, expr: Box::new(expr) });
                (computed(init), computed(reuse))
            }
            MemberProp::Ident(_) | MemberProp::PrivateName(_) => {
                self.member_property(&mut prop);
                (prop.clone(), prop)
            }
        };
        // (_o = o)[_key = k], _o[_key]
        (member_at(span, object.init, prop), member_at(span, object.reuse, again))
    }

    /// A key that is converted once, if it needs that.
    fn key_once(&mut self, key: Expr, key_type: ValueType) -> CapturedValue {
        if key_type != ValueType::Unknown {
            return self.capture(key, "key");
        }
        let temp = self.temp("key");
        let key = self.helper(Helper::ToPropertyKey, [key]);
        // _key = _toPropertyKey(k)
        CapturedValue { init: build::assign(Expr::Ident(temp.clone()), key), reuse: Expr::Ident(temp) }
    }
}

fn member_at(span: Span, object: Expr, prop: MemberProp) -> Expr {
    Expr::Member(MemberExpr { span, obj: Box::new(object), prop })
}

fn target(left: AssignTarget) -> Expr {
    match left {
        AssignTarget::Simple(SimpleAssignTarget::Ident(name)) => Expr::Ident(name.id),
        AssignTarget::Simple(SimpleAssignTarget::Member(member)) => Expr::Member(member),
        AssignTarget::Simple(SimpleAssignTarget::SuperProp(property)) => Expr::SuperProp(property),
        AssignTarget::Simple(SimpleAssignTarget::Paren(paren)) => without_parens(*paren.expr),
        other => Expr::Invalid(Invalid { span: other.span() }),
    }
}
