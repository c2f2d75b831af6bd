//! `with`, in sloppy code.
//!
//! ```js
//! with (o) f(...xs);
//! // becomes
//! with ({ _with: o }) with (_with) f.apply(_withThis("f", [_with]), _list(xs));
//! ```
//!
//! ES5 has the statement itself. What is said inside of it may be a property of the object, so that
//! [`scope`](crate::scope) lets bindings from outside keep their names there, and gives those of its blocks names that the
//! object should not have. References are not checked, but for assignments to constants: `_withThis("c", [_with]) ||
//! _readOnlyError("c")`.
//!
//! The rule that is easy to miss: a function that is found in the object is called with the object as `this`. Who must
//! name the object gets it from a scope around the statement, which closures hold as they hold the object's own.
//!
//! A function declared in the body belongs to its block, and its `var` (Annex B.3.3) to the function around, where the
//! object is not looked at: `_setF(_f)`.
//!
//! Runtime: `_withThis`.

use std::mem;

use swc_common::BytePos;
use swc_ecma_ast::*;

use super::{Lower, evaluate_once::nameless};
use crate::{
    build,
    helpers::Helper,
    scope::{may_be_property, symbol_id},
};

/// A `with` statement around the current code.
pub(super) struct With {
    start: BytePos,
    /// The frame that it stands in.
    pub(super) frame: usize,
    /// What gives its object, once something needs it.
    object: Option<Ident>,
}

impl Lower {
    pub(super) fn with_statement(&mut self, stmt: &mut WithStmt) {
        self.expr(&mut stmt.obj);
        let frame = self.frames.len().saturating_sub(1);
        self.withs.push(With { start: stmt.span.lo, frame, object: None });
        self.body(&mut stmt.body);
        if let Some(With { object: Some(object), .. }) = self.withs.pop() {
            // with ({ _with: o }) with (_with) body
            let value = nameless(mem::replace(&mut *stmt.obj, Expr::Ident(object.clone())));
            let inner = Box::new(Stmt::With(mem::take(stmt)));
            let holder = build::object(vec![build::property(&object.sym, value)]);
            *stmt = WithStmt { obj: Box::new(holder), body: inner, ..WithStmt::default() };
        }
    }

    /// `[_with2, _with]`: the objects of the `with` statements around that are asked for, innermost first.
    pub(super) fn with_objects(&mut self, is_asked: impl Fn(&Self, &With) -> bool) -> Expr {
        let mut objects = vec![];
        for at in (0..self.withs.len()).rev() {
            if !is_asked(self, &self.withs[at]) {
                continue;
            }
            let object = match &self.withs[at].object {
                Some(object) => object.clone(),
                None => self.fresh_ident("with"),
            };
            self.withs[at].object = Some(object.clone());
            objects.push(Expr::Ident(object));
        }
        build::array(objects)
    }

    /// `_withThis("f", [_with])`: the `this` of a call of what may be a property of such an object.
    pub(super) fn receiver_in_with(&mut self, function: &Expr) -> Option<Expr> {
        let Expr::Ident(name) = function else { return None };
        if !may_be_property(name) {
            return None;
        }
        let symbol = symbol_id(name);
        let objects = self.with_objects(|this, with| this.facts.is_outside_with(symbol, with.start));
        Some(self.helper(Helper::WithThis, [build::str(&*name.sym), objects]))
    }

    /// `_set(value)`, where `_set` stands outside of all `with` statements.
    pub(super) fn assign_outside_with(&mut self, variable: Ident, value: Expr) -> Expr {
        let set = self.fresh_ident("set");
        let parameter = self.fresh_ident("value");
        let assigned = build::assign(Expr::Ident(variable), Expr::Ident(parameter.clone()));
        let itself = Some(build::ident(&set.sym));
        let function = build::function(itself, vec![parameter], vec![build::statement(assigned)]);
        // var _set = function _set(_value) { variable = _value; };
        self.hoisting_frame().declare(set.clone(), Some(function));
        build::call(Expr::Ident(set), [value])
    }
}
