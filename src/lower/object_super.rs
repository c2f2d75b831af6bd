//! `super.x` in methods and accessors of object literals.
//!
//! ```js
//! o = { m(k) { super.m(k); return super[k] += 1; } };
//! // becomes
//! o = _home = { m: function m(k) {
//!   _superGet(_home, "m", this).call(this, k);
//!   return _superSet(_home, _key = _toPropertyKey(k), _superGet(_home, _key, this) + 1, this);
//! } };
//! ```
//!
//! A method knows the object that it was written in, its home
//! ([ES2018 §9.2.9](https://tc39.es/ecma262/2018/#sec-makemethod)), wherever it is called: `super` begins at the
//! prototype that the home has at that time, and getters and setters found there run on `this`. Each evaluation of an
//! object literal makes a home of its own: [`object`](super::object) sees to that.
//!
//! The rules that are easy to miss:
//! - an assignment to `super.x` changes `this`, unless there is a setter in the prototype;
//! - it throws in strict code only, where the property can't be written;
//! - a computed key is converted to a property key once;
//! - in the constructor of a derived class, `this` is looked at before a computed key is evaluated.
//!
//! A method that a class of the file is written with, and the current class inherits, is no accessor, unless someone has
//! made it one since: it is looked up without a receiver, `Object.getPrototypeOf(C.prototype).m.call(this, k)`. Without
//! `constantMethods`, it is not trusted. With `constantSuper`, every method is looked
//! up so, and in classes, which hold their parents, `_base.m.call(this, k)`.
//!
//! Runtime: `_superGet`, `_superSet`, `_toPropertyKey`.

use std::mem;

use swc_common::Span;
use swc_ecma_ast::*;

use super::{Lower, evaluate_once::repeat};
use crate::{assumptions::Assumptions, ast::without_parens, build, helpers::Helper, problem::Problem, scope::ClassId};

/// The object that the current method belongs to.
#[derive(Clone, Default)]
pub(super) struct Home {
    /// What gives it inside the method: an expression that can be repeated. Whoever lowers an object literal leaves it
    /// out; it is then a new variable once something asks for it. A class knows its own.
    pub(super) object: Option<Expr>,
    /// Where its prototype may be held.
    pub(super) parent: Option<ParentPlace>,
    /// Its new variable is one of the file.
    pub(super) is_at_top: bool,
}

/// The variable for a prototype in the function around a class.
#[derive(Clone, Copy)]
pub(super) struct ParentPlace {
    pub(super) frame: usize,
    pub(super) class: ClassId,
    pub(super) is_static: bool,
}

impl Lower {
    /// `super.x`, read.
    pub(super) fn super_property(&mut self, expr: &mut Expr) {
        let property = self.reference_to(mem::take(expr));
        *expr = self.read(property);
    }

    /// `super.m(a)`; the callee may stand in parentheses.
    pub(super) fn super_call(&mut self, expr: &mut Expr) {
        let Expr::Call(CallExpr { span, callee: Callee::Expr(callee), args, .. }) = mem::take(expr) else { return };
        let mut method = without_parens(*callee);
        self.super_method(&mut method);
        let this = self.this();
        *expr = if args.iter().any(|arg| arg.spread.is_some()) {
            let list = self.argument_list(args);
            // _superGet(_home, "m", this).apply(this, [a].concat(_toArray(b)))
            self.apply_on(span, method, this, list)
        } else {
            let args = args.into_iter().map(|arg| self.lowered(arg.expr));
            // _superGet(_home, "m", this).call(this, a)
            let args = args.collect();
            self.call_on(span, method, this, args)
        };
    }

    /// `super.m`, to be called.
    fn super_method(&mut self, expr: &mut Expr) {
        let Expr::SuperProp(property) = expr else { return };
        if self.is_written_method(&property.prop) {
            let SuperPropExpr { span, prop: SuperProp::Ident(name), .. } = take_property(property) else { return };
            let home = self.home(span);
            // _Object.getPrototypeOf(_home).m
            *expr = build::member(self.prototype_of(home), &name.sym).with_span(span);
            return;
        }
        if !self.assumptions.constant_super {
            return self.super_property(expr);
        }
        let SuperPropExpr { span, prop, .. } = take_property(property);
        let parent = self.parent_of_home(span);
        let method = match prop {
            SuperProp::Ident(name) => build::member(parent, &name.sym),
            SuperProp::Computed(key) => build::index(parent, self.lowered(key.expr)),
        };
        *expr = method.with_span(span);
    }

    /// Whether the file shows a method where `super` will find the property.
    fn is_written_method(&self, prop: &SuperProp) -> bool {
        let place = self.super_home.as_ref().and_then(|home| home.parent).filter(|place| !place.is_static);
        let (Some(place), SuperProp::Ident(name)) = (place, prop) else { return false };
        let Assumptions { constant_super, constant_methods, .. } = self.assumptions;
        constant_methods && !constant_super && self.facts.inherits_method(place.class, &name.sym)
    }

    /// `_base`, or `Object.getPrototypeOf(_home)`
    fn parent_of_home(&mut self, span: Span) -> Expr {
        let Some(place) = self.super_home.as_ref().and_then(|home| home.parent) else {
            let home = self.home(span);
            return self.prototype_of(home);
        };
        let parent = Expr::Ident(self.parent_variable(place));
        self.after_check_of_this(parent)
    }

    fn parent_variable(&mut self, ParentPlace { frame, is_static, .. }: ParentPlace) -> Ident {
        let parents = &self.frames[frame].parents;
        let known = if is_static { &parents.of_class } else { &parents.of_prototype };
        if let Some(known) = known {
            return known.clone();
        }
        let variable = self.fresh_ident("base");
        let parents = &mut self.frames[frame].parents;
        *(if is_static { &mut parents.of_class } else { &mut parents.of_prototype }) = Some(variable.clone());
        variable
    }

    /// `Object.getPrototypeOf(object)`
    pub(super) fn prototype_of(&mut self, object: Expr) -> Expr {
        let built_in = if self.facts.is_replaced("Object") {
            build::name(&self.helper_name(Helper::Object))
        } else {
            build::global("Object")
        };
        build::call_method(built_in, "getPrototypeOf", [object])
    }

    /// `_superGet(_home, key, this)`
    pub(super) fn super_get(&mut self, span: Span, key: Expr) -> Expr {
        let args = vec![self.home(span), key, self.this()];
        self.helper(Helper::SuperGet, args).with_span(span)
    }

    /// `_superSet(_home, key, value, this)`, in strict code with a further `true`. Its value is `value`.
    pub(super) fn super_set(&mut self, span: Span, key: Expr, value: Expr) -> Expr {
        let home = self.home(span);
        let mut args = vec![home, key, value, self.this()];
        if self.is_strict() {
            args.push(build::bool(true));
        }
        self.helper(Helper::SuperSet, args).with_span(span)
    }

    /// The home object of the current method.
    fn home(&mut self, span: Span) -> Expr {
        if self.super_home.is_none() {
            self.problems.push(Problem::syntax(span, "`super` may stand in methods only"));
        }
        let known = self.super_home.as_ref().and_then(|home| home.object.as_ref()).map(repeat);
        if let Some(object) = known {
            return self.after_check_of_this(object);
        }
        let is_at_top = self.super_home.as_ref().is_some_and(|home| home.is_at_top);
        let variable = if is_at_top { self.ident_at_top("home") } else { self.fresh_ident("home") };
        let object = Expr::Ident(variable);
        if let Some(home) = &mut self.super_home {
            home.object = Some(repeat(&object));
        }
        object
    }

    /// The key of `super.x` as a value.
    pub(super) fn super_key(&mut self, prop: SuperProp) -> Expr {
        match prop {
            SuperProp::Ident(name) => build::str(&*name.sym).with_span(name.span),
            SuperProp::Computed(key) => self.lowered(key.expr),
        }
    }
}

/// Takes `super.x` out of the tree.
pub(super) fn take_property(property: &mut SuperPropExpr) -> SuperPropExpr {
    let span = property.span;
    let prop = mem::replace(&mut property.prop, SuperProp::Ident(IdentName::default()));
    SuperPropExpr { span, obj: Super { span }, prop }
}
