//! References that may come before their declaration was evaluated.
//!
//! ```js
//! switch (a) { case 0: let x = 1; default: f(x); }
//! // becomes
//! var x = _uninitialized;  switch (a) { case 0: var x = 1; default: f(_initialized(x, "x")); }
//! ```
//!
//! In doubt are the references in a later clause of a `switch`, and without `initializedBindings` those of
//! closures:
//!
//! ```js
//! function f() { return x; }  f();  let x = 1;
//! // becomes
//! var x = _uninitialized;  function f() { return _initialized(x, "x"); }  f();  var x = 1;
//! ```
//!
//! What is certainly too early throws by itself (see [`reference`](super::reference)). An assignment throws after its
//! value was computed. Parameters are variables of the body then. Not looked after are the names of loop
//! heads that closures in the same head see.
//!
//! Runtime: `_uninitialized`, `_initialized`, `_assignable`.

use swc_common::DUMMY_SP;
use swc_ecma_ast::*;

use super::Lower;
use crate::{
    ast::names_in_pattern,
    build,
    helpers::Helper,
    scope::{may_be_in_tdz, without_check},
};

impl Lower {
    /// `var x = _uninitialized;` for what `stmts` declare and someone may read too early.
    pub(super) fn uninitialized<'a>(&mut self, stmts: impl IntoIterator<Item = &'a Stmt>) -> Option<Stmt> {
        if !self.has_checks() {
            return None;
        }
        let mut names = vec![];
        stmts.into_iter().for_each(|stmt| names_of_statement(stmt, &mut names));
        self.uninitialized_names(names)
    }

    /// The same for what parameters declare.
    pub(super) fn uninitialized_parameters<'a>(&mut self, params: impl IntoIterator<Item = &'a Pat>) -> Option<Stmt> {
        if !self.has_checks() {
            return None;
        }
        let mut names = vec![];
        params.into_iter().for_each(|param| names_in_pattern(param, &mut names));
        self.uninitialized_names(names)
    }

    /// The same for the items of a module.
    pub(super) fn uninitialized_items(&mut self, items: &[ModuleItem]) -> Option<Stmt> {
        if !self.has_checks() {
            return None;
        }
        let mut names = vec![];
        items.iter().for_each(|item| names_of_item(item, &mut names));
        self.uninitialized_names(names)
    }

    /// Whether any reference is checked: in this file, or, unless bindings count as initialized, in the files that import from it.
    fn has_checks(&self) -> bool {
        !self.assumptions.initialized_bindings || self.facts.has_checks
    }

    fn uninitialized_names(&mut self, mut names: Vec<Ident>) -> Option<Stmt> {
        names.retain(|name| self.facts.symbol(name).is_some_and(|symbol| symbol.zone.is_checked));
        let mut declarators = vec![];
        for mut name in names {
            self.rename(&mut name);
            let sentinel = self.helper_name(Helper::Uninitialized);
            declarators.push(build::declarator(name, Some(build::name(&sentinel))));
        }
        (!declarators.is_empty()).then(|| build::var_at(DUMMY_SP, declarators))
    }

    /// Whether the variable of `name` holds more than its value: whether it is initialised.
    pub(super) fn is_checked(&self, name: &Ident) -> bool {
        self.facts.symbol(name).is_some_and(|symbol| symbol.zone.is_checked)
    }

    /// `_initialized(x, "x")`, if `name` may be read too early.
    pub(super) fn checked_read(&mut self, name: &Ident) -> Option<Expr> {
        if !may_be_in_tdz(name) {
            return None;
        }
        let variable = Expr::Ident(self.checked_variable(name));
        Some(self.helper(Helper::Initialized, [variable, build::str(&*name.sym)]))
    }

    /// `_assignable(value, x, "x")`, if `name` may be assigned too early; else `value`.
    pub(super) fn checked_value(&mut self, name: &Ident, value: Expr) -> Expr {
        if !may_be_in_tdz(name) {
            return value;
        }
        let variable = Expr::Ident(self.checked_variable(name));
        self.helper(Helper::Assignable, [value, variable, build::str(&*name.sym)])
    }

    fn checked_variable(&mut self, name: &Ident) -> Ident {
        let mut variable = without_check(name);
        self.rename(&mut variable);
        variable
    }
}

/// The names that a statement of a block declares by `let`, `const`, `using` and `class`.
fn names_of_statement(stmt: &Stmt, names: &mut Vec<Ident>) {
    if let Stmt::Decl(decl) = stmt {
        names_of_declaration(decl, names);
    }
}

fn names_of_item(item: &ModuleItem, names: &mut Vec<Ident>) {
    match item {
        ModuleItem::Stmt(stmt) => names_of_statement(stmt, names),
        ModuleItem::ModuleDecl(ModuleDecl::ExportDecl(export)) => names_of_declaration(&export.decl, names),
        ModuleItem::ModuleDecl(ModuleDecl::ExportDefaultDecl(export)) => {
            if let DefaultDecl::Class(class) = &export.decl {
                names.extend(class.ident.clone());
            }
        }
        ModuleItem::ModuleDecl(_) => {}
    }
}

fn names_of_declaration(decl: &Decl, names: &mut Vec<Ident>) {
    match decl {
        Decl::Var(decl) if decl.kind != VarDeclKind::Var => {
            decl.decls.iter().for_each(|declarator| names_in_pattern(&declarator.name, names));
        }
        Decl::Using(using) => {
            // What the head of a loop declares has its value.
            let declared = using.decls.iter().filter(|declarator| declarator.init.is_some());
            declared.for_each(|declarator| names_in_pattern(&declarator.name, names));
        }
        Decl::Class(class) => names.push(class.ident.clone()),
        _ => {}
    }
}
