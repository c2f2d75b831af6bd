//! References to bindings, and names that ES5 cannot spell.
//!
//! ```js
//! { let x = 1; }  a.𠮷 = y; let y;
//! // becomes
//! { var _x = 1; } a["𠮷"] = (y, _tdzError("y"));
//! ```
//!
//! A reference that is certainly evaluated before its binding is initialised throws a ReferenceError, also under
//! `typeof`; one that is assigned throws after the value was computed.

use swc_common::DUMMY_SP;
use swc_ecma_ast::*;
use swc_ecma_visit::VisitMutWith;

use super::Lower;
use crate::{
    build,
    diagnostic::Problem,
    helpers::Helper,
    scope::{is_es5_name, is_in_tdz, may_be_property, symbol_id},
};

/// Why a binding can't be assigned.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Unassignable {
    /// It is a constant: a TypeError.
    Immutable,
    /// It is not initialised yet: a ReferenceError.
    Uninitialized,
}

impl Lower {
    /// A name that is read.
    pub(super) fn reference(&mut self, expr: &mut Expr) {
        let Expr::Ident(ident) = expr else { return };
        if is_in_tdz(ident) {
            *expr = self.throw_uninitialized(ident);
            return;
        }
        if self.is_arguments(ident) {
            *expr = self.arguments(&ident.clone());
            return;
        }
        match self.imported(ident).or_else(|| self.checked_read(ident)) {
            Some(value) => *expr = value,
            None => self.rename(ident),
        }
    }

    /// Gives a name the spelling that it has in the output.
    pub(super) fn rename(&mut self, ident: &mut Ident) {
        let id = symbol_id(ident);
        if self.is_arguments(ident) {
            self.rename_arguments(ident);
        } else if id != 0 {
            if let Some(name) = &self.facts.symbols[id as usize].renamed {
                ident.sym = name.clone();
            }
        } else if !ident.sym.is_ascii() && !is_es5_name(&ident.sym) {
            self.problems.push(Problem::unspellable(ident.span, &ident.sym));
        }
    }

    /// Gives a label that ES5 cannot spell another name.
    pub(super) fn rename_label(&mut self, label: &mut Ident) {
        if label.sym.is_ascii() || is_es5_name(&label.sym) {
            return;
        }
        let known = self.labels.iter().find(|(source, _)| *source == label.sym);
        label.sym = match known {
            Some((_, name)) => name.clone(),
            None => {
                let name = self.facts.names.fresh("label");
                self.labels.push((label.sym.clone(), name.clone()));
                name
            }
        };
    }

    /// Why `ident` can't be assigned, if it can't.
    pub(super) fn unassignable(&self, ident: &Ident) -> Option<Unassignable> {
        if is_in_tdz(ident) {
            return Some(Unassignable::Uninitialized);
        }
        if may_be_property(ident) {
            return None;
        }
        let is_immutable = self.facts.symbol(ident).is_some_and(|symbol| symbol.kind.is_immutable());
        is_immutable.then_some(Unassignable::Immutable)
    }

    /// `value, _readOnlyError("x")`: what an assignment to a name that can't be assigned becomes.
    pub(super) fn throw_unassignable(&mut self, ident: &Ident, why: Unassignable, value: Expr) -> Expr {
        let value = self.checked_value(ident, value);
        let throw = match why {
            Unassignable::Immutable => self.helper(Helper::ReadOnlyError, [build::str(&*ident.sym)]),
            Unassignable::Uninitialized => self.throw_uninitialized(ident),
        };
        build::sequence(vec![value, throw])
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
