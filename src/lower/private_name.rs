//! Private names: how what is private is read and written.
//!
//! ```js
//! o.#x; o.#x = v; o.#m(a); o.#a; o.#a = v; #x in o;
//! // becomes
//! _privateGet(_x, o); _privateSet(_x, o, v); _privateMethod(_brand, o, _m).call(o, a);
//! _privateMethod(_brand, o, _a).call(o); _privateSetter(_brand, o, _a2, v); _privateIn(_x, o);
//! ```
//!
//! What an object has under a private name is in a store, which the class made for the name
//! ([`class::private`](super::class)). An object that is not in it throws a TypeError, and so does an assignment to a
//! method. A private member is a [`Reference`], so that all that assigns knows it.
//!
//! With `privateFieldsAsProperties`: `o[_x]`.
//!
//! Runtime: `_privateStore`, `_privateGet`, `_privateSet`, `_privateMethod`, `_privateSetter`, `_privateIn`,
//! `_privateError`.

use std::mem;

use swc_atoms::Atom;
use swc_common::Span;
use swc_ecma_ast::*;

use super::{Lower, evaluate_once::CapturedValue, reference::Reference};
use crate::{build, helpers::Helper, problem::Problem};

/// A private name that a class declares.
pub(super) struct NamedPrivate {
    pub(super) name: Atom,
    pub(super) private: Private,
}

/// What stands behind a private name.
#[derive(Clone)]
pub(super) enum Private {
    /// The store that has the values.
    Field(Ident),
    Method {
        brand: Ident,
        function: Ident,
    },
    Accessor {
        brand: Ident,
        getter: Option<Ident>,
        setter: Option<Ident>,
    },
    /// The key of a property.
    Property(Ident),
}

impl Lower {
    /// What a private name means here.
    pub(super) fn private(&self, name: &PrivateName) -> Option<Private> {
        let names = self.private_names.iter().rev().flatten();
        names.filter(|known| known.name == name.name).map(|known| known.private.clone()).next()
    }

    /// `o.#x`, read.
    pub(super) fn private_member(&mut self, expr: &mut Expr) {
        let reference = self.reference_to(mem::take(expr));
        *expr = self.read(reference);
    }

    /// `object.#x` as a reference; the object is lowered.
    pub(super) fn private_reference(&mut self, span: Span, object: Expr, name: &PrivateName) -> Reference {
        match self.private(name) {
            Some(Private::Property(key)) => {
                let key = Box::new(Expr::Ident(key));
                let prop = MemberProp::Computed(ComputedPropName { span: name.span, expr: key });
                let member = MemberExpr { span, obj: Box::new(object), prop };
                Reference::Member { member, has_primitive_key: true }
            }
            Some(private) => Reference::Private { span, object, private },
            None => {
                self.problems.push(Problem::private_name_in_suspended_key(name.span));
                Reference::Name { ident: Ident::default(), parens: None }
            }
        }
    }

    /// The value of a private member.
    pub(super) fn private_get(&mut self, span: Span, object: Expr, private: Private) -> Expr {
        let value = match private {
            Private::Field(store) => self.helper(Helper::PrivateGet, [Expr::Ident(store), object]),
            Private::Method { brand, function } => self.private_function_of(brand, object, function),
            Private::Accessor { brand, getter: Some(getter), .. } => {
                let CapturedValue { init, reuse } = self.capture(object, "object");
                // _privateMethod(_brand, o, _a).call(o)
                build::call_method(self.private_function_of(brand, init, getter), "call", [reuse])
            }
            Private::Accessor { getter: None, .. } => self.helper(Helper::PrivateError, [object]),
            Private::Property(key) => build::index(object, Expr::Ident(key)),
        };
        value.with_span(span)
    }

    /// What an assignment to a private member becomes; its value is `value`.
    pub(super) fn private_set(&mut self, span: Span, object: Expr, private: Private, value: Expr) -> Expr {
        let set = match private {
            Private::Field(store) => self.helper(Helper::PrivateSet, [Expr::Ident(store), object, value]),
            Private::Accessor { brand, setter: Some(setter), .. } => {
                self.helper(Helper::PrivateSetter, [Expr::Ident(brand), object, Expr::Ident(setter), value])
            }
            // _privateError(o, value)
            Private::Method { .. } | Private::Accessor { setter: None, .. } => {
                self.helper(Helper::PrivateError, [object, value])
            }
            Private::Property(key) => build::assign(build::index(object, Expr::Ident(key)), value),
        };
        set.with_span(span)
    }

    /// `_privateMethod(_brand, o, _m)`
    fn private_function_of(&mut self, brand: Ident, object: Expr, function: Ident) -> Expr {
        self.helper(Helper::PrivateMethod, [Expr::Ident(brand), object, Expr::Ident(function)])
    }

    /// `#x in o`
    pub(super) fn private_in(&mut self, expr: &mut Expr) {
        let Expr::Bin(BinExpr { span, left, right, .. }) = mem::take(expr) else { return };
        let Expr::PrivateName(name) = *left else { return };
        let object = self.lowered(right);
        let is_in = match self.private(&name) {
            Some(Private::Field(brand) | Private::Method { brand, .. } | Private::Accessor { brand, .. }) => {
                self.helper(Helper::PrivateIn, [Expr::Ident(brand), object])
            }
            Some(Private::Property(key)) => {
                // _Object.prototype.hasOwnProperty.call(o, _x)
                let built_in = build::name(&self.helper_name(Helper::Object));
                let has = build::member(build::member(built_in, "prototype"), "hasOwnProperty");
                build::call_method(has, "call", [object, Expr::Ident(key)])
            }
            None => {
                self.problems.push(Problem::private_name_in_suspended_key(name.span));
                object
            }
        };
        *expr = is_in.with_span(span);
    }
}

/// Whether an expression is `o.#x`.
pub(super) fn is_private_member(expr: &Expr) -> bool {
    matches!(expr, Expr::Member(member) if member.prop.is_private_name())
}
