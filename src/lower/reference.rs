//! References: what is read and what is assigned, and names that ES5 cannot spell.
//!
//! ```js
//! { let x = 1; }  a.𠮷 = y; let y;  o[k()] **= 2;
//! // becomes
//! { var _x = 1; } a["𠮷"] = (y, _tdzError("y"));  o[_key = _toPropertyKey(k())] = Math.pow(o[_key], 2);
//! ```
//!
//! A [`Reference`] is a name, a member, a member of `super`, or a private one. Whatever assigns does it by a reference: assignments,
//! `++` and `--`, patterns, the heads of loops. That is where it is known what a name stands for: a constant, an exported
//! variable, one that may not be initialised yet.
//!
//! The rules that are easy to miss:
//! - what is read and then written is evaluated once, and its key is converted to a property key once, before the read;
//! - a reference that is certainly evaluated before its binding is initialised throws a ReferenceError, also under
//!   `typeof`; an assignment throws after its value was computed, and so does one to a constant;
//! - `(x) = function () {}` gives the function no name.
//!
//! Runtime: `_toPropertyKey` for a key that may be an object, `_readOnlyError`, `_tdzError`, `_withThis`.

use std::mem;

use swc_common::{DUMMY_SP, Span, Spanned};
use swc_ecma_ast::*;
use swc_ecma_visit::VisitMutWith;

use super::{
    Lower,
    evaluate_once::{CapturedValue, nameless},
    private_name::Private,
};
use crate::{
    ast::is_anonymous_function,
    build,
    helpers::Helper,
    problem::Problem,
    scope::{is_in_tdz, is_temporary, may_be_in_tdz, may_be_property, symbol_id, without_check},
    syntax::identifier::is_es5_name,
};

/// What can be read and assigned. The parts are lowered.
pub(super) enum Reference {
    /// A variable, perhaps in parentheses.
    Name { ident: Ident, parens: Option<Span> },
    /// `object.property` or `object[key]`
    Member { member: MemberExpr, has_primitive_key: bool },
    /// `super[key]`
    Super { span: Span, key: Expr, has_primitive_key: bool },
    /// `object.#x`
    Private { span: Span, object: Expr, private: Private },
}

/// A reference for two uses: one that evaluates its parts, and one to the same place that evaluates nothing.
pub(super) struct CapturedReference {
    pub(super) init: Reference,
    pub(super) reuse: Reference,
}

/// Why a binding can't be assigned.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Unassignable {
    /// It is a constant: a TypeError.
    Immutable,
    /// The same, unless the object of a `with` around has a property of that name.
    UnlessProperty,
    /// It is not initialised yet: a ReferenceError.
    Uninitialized,
}

impl Reference {
    /// The variable after which an anonymous function is called that is assigned.
    pub(super) fn function_name(&self) -> Option<&Ident> {
        match self {
            Self::Name { ident, parens: None } => Some(ident),
            _ => None,
        }
    }

    /// The same reference, once a read has shown that it is initialised.
    pub(super) fn initialized(self) -> Self {
        match self {
            Self::Name { ident, parens } => Self::Name { ident: without_check(&ident), parens },
            other => other,
        }
    }

    /// Replaces the parts by what `each` makes of them, in the order of evaluation. It gets the part, and a base for the
    /// name of a temporary.
    pub(super) fn map_parts(self, mut each: impl FnMut(Expr, &str) -> Expr) -> Self {
        match self {
            Self::Name { .. } => self,
            Self::Member { mut member, has_primitive_key } => {
                *member.obj = each(mem::take(&mut *member.obj), "object");
                if let MemberProp::Computed(key) = &mut member.prop {
                    *key.expr = each(mem::take(&mut *key.expr), "key");
                }
                Self::Member { member, has_primitive_key }
            }
            Self::Super { span, key, has_primitive_key } => {
                Self::Super { span, key: each(key, "key"), has_primitive_key }
            }
            Self::Private { span, object, private } => Self::Private { span, object: each(object, "object"), private },
        }
    }
}

// References of all kinds.
impl Lower {
    /// The reference that an expression is; lowers its parts.
    pub(super) fn reference_to(&mut self, target: Expr) -> Reference {
        match target {
            Expr::Ident(ident) => {
                match self.is_unspellable_global(&ident).then(|| self.property_of_global_object(&ident)) {
                    Some(Some(member)) => Reference::Member { member, has_primitive_key: true },
                    _ => Reference::Name { ident, parens: None },
                }
            }
            Expr::Paren(ParenExpr { span, expr }) => match self.reference_to(*expr) {
                Reference::Name { ident, .. } => Reference::Name { ident, parens: Some(span) },
                other => other,
            },
            Expr::Member(MemberExpr { span, obj, prop: MemberProp::PrivateName(name) }) => {
                let object = self.lowered(obj);
                self.private_reference(span, object, &name)
            }
            Expr::Member(MemberExpr { span, obj, mut prop }) => {
                let obj = Box::new(self.lowered(obj));
                let has_primitive_key = match &prop {
                    MemberProp::Computed(key) => self.is_primitive_key(&key.expr),
                    MemberProp::Ident(_) | MemberProp::PrivateName(_) => true,
                };
                self.member_property(&mut prop);
                Reference::Member { member: MemberExpr { span, obj, prop }, has_primitive_key }
            }
            Expr::SuperProp(SuperPropExpr { span, prop, .. }) => {
                let has_primitive_key = match &prop {
                    SuperProp::Ident(_) => true,
                    SuperProp::Computed(key) => self.is_primitive_key(&key.expr),
                };
                Reference::Super { span, key: self.super_key(prop), has_primitive_key }
            }
            other => {
                self.unsupported(other.span(), "an assignment to this expression");
                Reference::Name { ident: Ident::default(), parens: None }
            }
        }
    }

    /// Makes a reference usable twice.
    pub(super) fn capture_reference(&mut self, reference: Reference) -> CapturedReference {
        match reference {
            Reference::Name { ident, parens } => CapturedReference {
                init: Reference::Name { ident: ident.clone(), parens },
                reuse: Reference::Name { ident, parens },
            },
            Reference::Member { member: MemberExpr { span, obj, prop }, has_primitive_key } => {
                let object = self.capture(*obj, "object");
                let (prop, same_prop) = match prop {
                    MemberProp::Computed(ComputedPropName { span, expr }) => {
                        let key = self.capture_property_key(*expr, has_primitive_key);
                        let computed = |expr| MemberProp::Computed(ComputedPropName { span, expr: Box::new(expr) });
                        (computed(key.init), computed(key.reuse))
                    }
                    named => (named.clone(), named),
                };
                let member = |obj, prop| Reference::Member {
                    member: MemberExpr { span, obj: Box::new(obj), prop },
                    has_primitive_key: true,
                };
                // (_o = o)[_key = k], _o[_key]
                CapturedReference { init: member(object.init, prop), reuse: member(object.reuse, same_prop) }
            }
            Reference::Super { span, key, has_primitive_key } => {
                let CapturedValue { init, reuse } = self.capture_property_key(key, has_primitive_key);
                let property = |key| Reference::Super { span, key, has_primitive_key: true };
                // super[_key = k], super[_key]
                CapturedReference { init: property(init), reuse: property(reuse) }
            }
            Reference::Private { span, object, private } => {
                let CapturedValue { init, reuse } = self.capture(object, "object");
                // (_o = o).#x, _o.#x
                CapturedReference {
                    init: Reference::Private { span, object: init, private: private.clone() },
                    reuse: Reference::Private { span, object: reuse, private },
                }
            }
        }
    }

    /// The value of a reference.
    pub(super) fn read(&mut self, reference: Reference) -> Expr {
        match reference {
            Reference::Name { ident, .. } => {
                let mut value = Expr::Ident(ident);
                self.reference(&mut value);
                value
            }
            Reference::Member { member, .. } => Expr::Member(member),
            Reference::Super { span, key, has_primitive_key: true } => self.super_get(span, key),
            Reference::Super { span, key, .. } => {
                // _superGet(_home, _toPropertyKey(key), this)
                let key = self.helper(Helper::ToPropertyKey, [key]);
                self.super_get(span, key)
            }
            Reference::Private { span, object, private } => self.private_get(span, object, private),
        }
    }

    /// `reference = value`, or what it becomes. The value is lowered; it is also the value of what is returned.
    pub(super) fn write(&mut self, span: Span, reference: Reference, value: Expr) -> Expr {
        self.write_with(span, op!("="), reference, value)
    }

    /// `reference op= value`, where [`takes_operators`](Self::takes_operators) says that this is right in ES5.
    pub(super) fn write_with(&mut self, span: Span, op: AssignOp, reference: Reference, value: Expr) -> Expr {
        let assign = |target: SimpleAssignTarget, value| {
            Expr::Assign(AssignExpr { span, op, left: target.into(), right: Box::new(value) })
        };
        match reference {
            Reference::Name { mut ident, parens } => {
                if let Some(why) = self.unassignable(&ident) {
                    return self.throw_unassignable(&ident, why, value);
                }
                let value = self.checked_value(&ident, value);
                self.rename(&mut ident);
                // (x) = function () {}
                let target = match parens.filter(|_| is_anonymous_function(&value)) {
                    None => SimpleAssignTarget::Ident(ident.clone().into()),
                    Some(span) => ParenExpr { span, expr: Box::new(Expr::Ident(ident.clone())) }.into(),
                };
                // exports.x = x = value
                self.exporting(&ident, assign(target, value))
            }
            Reference::Member { member, .. } => assign(member.into(), value),
            Reference::Super { span, key, .. } => self.super_set(span, key, value),
            Reference::Private { span, object, private } => self.private_set(span, object, private, value),
        }
    }

    /// Whether `+=` and the like do in ES5 what they do in the source.
    pub(super) fn takes_operators(&self, reference: &Reference) -> bool {
        match reference {
            Reference::Name { ident, .. } => self.is_assignable(ident),
            Reference::Member { .. } => true,
            Reference::Super { .. } | Reference::Private { .. } => false,
        }
    }
}

// Names.
impl Lower {
    /// A name that is read.
    pub(super) fn reference(&mut self, expr: &mut Expr) {
        let Expr::Ident(ident) = expr else { return };
        if is_temporary(ident) {
            return;
        }
        if is_in_tdz(ident) {
            *expr = self.throw_uninitialized(ident);
            return;
        }
        let is_rest = symbol_id(ident) != 0 && self.this_frame().rest == symbol_id(ident);
        if is_rest || self.is_arguments(ident) {
            let name = Ident { sym: "arguments".into(), ..ident.clone() };
            *expr = self.arguments(&name);
            return;
        }
        match self.imported(ident).or_else(|| self.checked_read(ident)) {
            Some(value) => *expr = value,
            None if self.is_unspellable_global(ident) => {
                if let Some(member) = self.property_of_global_object(&ident.clone()) {
                    *expr = Expr::Member(member);
                }
            }
            None => self.rename(ident),
        }
    }

    /// Gives a name the spelling that it has in the output.
    pub(super) fn rename(&mut self, ident: &mut Ident) {
        let id = symbol_id(ident);
        if self.is_arguments(ident) {
            self.rename_arguments(ident);
        } else if id != 0 {
            if let Some(name) = &self.facts.symbols[id as usize].output.renamed {
                ident.sym = name.clone();
            }
        } else if !ident.sym.is_ascii() && !is_es5_name(&ident.sym) {
            self.problems.push(Problem::unspellable(ident.span, &ident.sym));
        }
    }

    /// `value`, as what a declared name gets; the name becomes that of the output.
    pub(super) fn initialize(&mut self, ident: &mut Ident, value: Expr) -> Expr {
        self.rename(ident);
        self.exporting(ident, value)
    }

    /// Whether an assignment to a name is all that ES5 needs, too.
    pub(super) fn is_plain_target(&self, ident: &Ident) -> bool {
        self.is_assignable(ident) && !self.is_exported(ident) && !self.is_unspellable_global(ident)
    }

    /// Whether an assignment to a name certainly does not throw.
    pub(super) fn is_assignable(&self, ident: &Ident) -> bool {
        !may_be_in_tdz(ident) && self.unassignable(ident).is_none()
    }

    /// Whether an assignment to a name certainly throws.
    pub(super) fn is_unassignable(&self, ident: &Ident) -> bool {
        self.unassignable(ident).is_some()
    }

    /// Why `ident` can't be assigned, if it can't.
    fn unassignable(&self, ident: &Ident) -> Option<Unassignable> {
        if is_in_tdz(ident) {
            return Some(Unassignable::Uninitialized);
        }
        let is_immutable = self.facts.symbol(ident).is_some_and(|symbol| symbol.kind.is_immutable());
        let why = if may_be_property(ident) { Unassignable::UnlessProperty } else { Unassignable::Immutable };
        is_immutable.then_some(why)
    }

    /// `value, _readOnlyError("x")`: what an assignment to a name that can't be assigned becomes.
    fn throw_unassignable(&mut self, ident: &Ident, why: Unassignable, value: Expr) -> Expr {
        let value = self.checked_value(ident, value);
        let throw = match why {
            Unassignable::UnlessProperty => {
                // _value = value, _withThis("x", [_with]) || _readOnlyError("x"), x = _value
                let held = Expr::Ident(self.temp("value"));
                let check = self.constant_in_with(ident);
                let assigned = build::assign(Expr::Ident(ident.clone()), held.clone());
                return build::sequence(vec![build::assign(held, nameless(value)), check, assigned]);
            }
            Unassignable::Immutable => self.helper(Helper::ReadOnlyError, [build::str(&*ident.sym)]),
            Unassignable::Uninitialized => self.throw_uninitialized(ident),
        };
        build::sequence(vec![value, throw])
    }

    /// `_withThis("x", [_with]) || _readOnlyError("x")`: an assignment to a constant must find a property instead.
    fn constant_in_with(&mut self, ident: &Ident) -> Expr {
        let found = self.receiver_in_with(&Expr::Ident(ident.clone())).unwrap_or_else(build::undefined);
        let throw = self.helper(Helper::ReadOnlyError, [build::str(&*ident.sym)]);
        build::binary(op!("||"), found, throw)
    }

    /// What `++` and `--` of a constant in a `with` must check before.
    pub(super) fn checked_constant_in_with(&mut self, ident: &Ident) -> Option<Expr> {
        let is_constant = self.unassignable(ident) == Some(Unassignable::UnlessProperty);
        is_constant.then(|| self.constant_in_with(ident))
    }

    /// `_tdzError("x")`
    pub(super) fn throw_uninitialized(&mut self, ident: &Ident) -> Expr {
        self.helper(Helper::TdzError, [build::str(&*ident.sym)])
    }

    /// `.name` or `[key]`: ES5 spells fewer names after a dot.
    pub(super) fn member_property(&mut self, prop: &mut MemberProp) {
        match prop {
            MemberProp::Ident(name) if !name.sym.is_ascii() && !is_es5_name(&name.sym) => {
                let expr = Box::new(build::str(&*name.sym));
                *prop = MemberProp::Computed(ComputedPropName { span: DUMMY_SP, expr });
            }
            MemberProp::Computed(key) => key.expr.visit_mut_with(self),
            MemberProp::Ident(_) | MemberProp::PrivateName(_) => {}
        }
    }
}
