//! Heritage and computed keys that `yield` or `await`: they are evaluated before the function around the class is
//! entered, and with them all that comes before.
//!
//! ```js
//! class C extends (yield a) { [k]() {} [yield]() {} }
//! // becomes
//! var C = (_heritage = yield a, _key = _toPropertyKey(k), _key2 = _toPropertyKey(yield), (function () {
//!   …
//! })());
//! ```
//!
//! All of a class is strict code. In a sloppy function, what is taken out of it is not any more: the functions in it say
//! `"use strict"` themselves. What stands outside of these, such as the assignment of a name that nobody declares, stays
//! sloppy.

use swc_atoms::Atom;
use swc_common::Span;
use swc_ecma_ast::*;
use swc_ecma_visit::{Visit, VisitMut, VisitMutWith, VisitWith, noop_visit_mut_type, noop_visit_type};

use crate::{ast::is_directive, build, helpers::Helper, lower::Lower, problem::Problem};

impl Lower {
    /// Takes what must be evaluated before the class out of it.
    pub(super) fn suspended_parts(&mut self, class: &mut Class) -> Vec<Expr> {
        let mut before = vec![];
        if self.frame().suspension.is_none() {
            return before;
        }
        let Some(last) = class.body.iter().rposition(|member| computed_key(member).is_some_and(suspends)) else {
            if let Some(heritage) = class.super_class.as_mut().filter(|heritage| suspends(heritage)) {
                before.push(self.evaluated_before(heritage, "heritage", |_, value| value));
            }
            return before;
        };
        if let Some(heritage) = &mut class.super_class {
            before.push(self.evaluated_before(heritage, "heritage", |_, value| value));
        }
        let names = private_names(class);
        for member in &mut class.body[..=last] {
            let (ClassMember::Method(ClassMethod { key: PropName::Computed(key), .. })
            | ClassMember::ClassProp(ClassProp { key: PropName::Computed(key), .. })) = member
            else {
                continue;
            };
            if let Some(span) = names_one_of(&names, &key.expr) {
                self.problems.push(Problem::private_name_in_suspended_key(span));
                continue;
            }
            before.push(
                self.evaluated_before(&mut key.expr, "key", |this, key| this.helper(Helper::ToPropertyKey, [key])),
            );
        }
        before
    }

    /// `_temp = value`; the temporary takes the place of the expression.
    fn evaluated_before(&mut self, expr: &mut Expr, base: &str, finish: impl FnOnce(&mut Self, Expr) -> Expr) -> Expr {
        let temp = Expr::Ident(self.temp(base));
        let mut value = self.lowered(Box::new(std::mem::replace(expr, temp.clone())));
        if !self.is_strict() {
            value.visit_mut_with(&mut MakeStrict);
        }
        let value = finish(self, value);
        build::assign(temp, value)
    }
}

/// Gives `"use strict"` to the functions of a lowered expression, and by that to those in them.
struct MakeStrict;

impl MakeStrict {
    fn make_strict(stmts: &mut Vec<Stmt>) {
        let mut directives = stmts.iter().take_while(|stmt| is_directive(stmt));
        if !directives.any(Stmt::is_use_strict) {
            stmts.insert(0, build::statement(build::str("use strict")));
        }
    }
}

impl VisitMut for MakeStrict {
    noop_visit_mut_type!();

    fn visit_mut_function(&mut self, function: &mut Function) {
        if let Some(body) = &mut function.body {
            Self::make_strict(&mut body.stmts);
        }
    }
}

fn computed_key(member: &ClassMember) -> Option<&Expr> {
    match member {
        ClassMember::Method(ClassMethod { key: PropName::Computed(key), .. })
        | ClassMember::ClassProp(ClassProp { key: PropName::Computed(key), .. }) => Some(&key.expr),
        _ => None,
    }
}

/// Whether `yield` or `await` of the function around stands in an expression.
fn suspends(expr: &Expr) -> bool {
    let mut find = FindSuspension { found: false };
    expr.visit_with(&mut find);
    find.found
}

struct FindSuspension {
    found: bool,
}

impl Visit for FindSuspension {
    noop_visit_type!();

    fn visit_yield_expr(&mut self, _: &YieldExpr) {
        self.found = true;
    }

    fn visit_await_expr(&mut self, _: &AwaitExpr) {
        self.found = true;
    }

    fn visit_function(&mut self, _: &Function) {}

    fn visit_arrow_expr(&mut self, _: &ArrowExpr) {}

    fn visit_constructor(&mut self, _: &Constructor) {}
}

/// The private names that a class declares.
fn private_names(class: &Class) -> Vec<Atom> {
    let names = class.body.iter().filter_map(|member| match member {
        ClassMember::PrivateProp(property) => Some(&property.key.name),
        ClassMember::PrivateMethod(method) => Some(&method.key.name),
        _ => None,
    });
    names.cloned().collect()
}

/// Where an expression says one of these private names, if it does.
fn names_one_of(names: &[Atom], expr: &Expr) -> Option<Span> {
    if names.is_empty() {
        return None;
    }
    let mut find = FindPrivateName { names: names.to_vec(), found: None };
    expr.visit_with(&mut find);
    find.found
}

struct FindPrivateName {
    names: Vec<Atom>,
    found: Option<Span>,
}

impl Visit for FindPrivateName {
    noop_visit_type!();

    fn visit_private_name(&mut self, name: &PrivateName) {
        if self.names.contains(&name.name) {
            self.found = Some(name.span);
        }
    }

    /// In a class, its own names hide those around it. What it extends stands outside of it.
    fn visit_class(&mut self, class: &Class) {
        class.super_class.visit_with(self);
        let hiding = private_names(class);
        let around = self.names.clone();
        self.names.retain(|name| !hiding.contains(name));
        class.body.visit_with(self);
        self.names = around;
    }
}
