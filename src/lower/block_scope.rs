//! `let`, `const` and functions in blocks become `var`s of their function.
//!
//! ```js
//! { let x; const y = 1; function f() {} }
//! // becomes
//! { var f = function f() {}; var x; var y = 1; }
//! ```
//!
//! The names were chosen by [`scope`](crate::scope), so that moving them clashes with nothing; bindings that closures
//! hold in loops are the affair of [`loop_closure`](super::loop_closure).
//!
//! The rules that are easy to miss:
//! - a `let` without a value is `undefined` each time its block is entered, so in a loop it must be reset;
//! - a function in a block exists from the beginning of the block; in sloppy code its name is a variable of the
//!   function too, which gets the value where the declaration stands (Annex B.3.3).

use swc_common::{Span, Spanned};
use swc_ecma_ast::*;

use super::{
    Lower,
    destructuring::{Mode, Step},
    jumps::JumpKind,
};
use crate::{
    build,
    scope::{BindingKind, symbol_id},
};

impl Lower {
    /// A declaration as a statement of its own, unless [`declaration_in_place`](Self::declaration_in_place) does it.
    pub(super) fn variable_declaration(&mut self, decl: VarDecl, out: &mut Vec<Stmt>) {
        let span = decl.span;
        let steps = self.declaration_steps(decl);
        out.extend(self.declare_steps(steps, span));
    }

    /// Lowers a declaration of values for names alone where it stands; returns whether it is one.
    pub(super) fn declaration_in_place(&mut self, decl: &mut VarDecl) -> bool {
        let is_plain = self.is_plain_declaration(decl);
        if is_plain {
            self.plain_declaration(decl);
        }
        is_plain
    }

    /// Whether a declaration stays what it is, but for its keyword: names, none of them exported or declared elsewhere.
    fn is_plain_declaration(&mut self, decl: &VarDecl) -> bool {
        self.frame().loop_body.is_none()
            && decl.decls.iter().all(|declarator| match &declarator.name {
                Pat::Ident(name) => {
                    !self.is_exported(name) && !self.is_suspended_catch_parameter(name) && declarator.init.is_some()
                }
                _ => false,
            })
    }

    fn plain_declaration(&mut self, decl: &mut VarDecl) {
        decl.kind = VarDeclKind::Var;
        for VarDeclarator { span, name, init, .. } in &mut decl.decls {
            if let (Pat::Ident(name), Some(init)) = (name, init) {
                if !self.is_skippable(span.lo) {
                    self.lower_named(init, &name.sym.clone(), symbol_id(name));
                }
                self.rename(name);
                *span = name.span.to(init.span());
            }
        }
    }

    /// What a declaration does, in order. A `var` without a value does nothing, but is declared.
    pub(super) fn declaration_steps(&mut self, decl: VarDecl) -> Vec<Step> {
        let mut steps = vec![];
        let is_var = decl.kind == VarDeclKind::Var;
        for VarDeclarator { span, name, init, .. } in decl.decls {
            // It is lowered here, whether it could be skipped or not.
            self.facts.skippable.remove(span.lo);
            if let Pat::Ident(name) = &name
                && is_var
            {
                self.declare_beside_catch(name);
            }
            match (name, init) {
                (Pat::Ident(name), Some(mut init)) => {
                    let source_name = name.sym.clone();
                    self.lower_named(&mut init, &source_name, symbol_id(&name));
                    let mut ident = name.id;
                    let value = self.initialize(&mut ident, *init);
                    steps.push(Step::Bind(ident, value));
                }
                (Pat::Ident(name), None) => {
                    let mut ident = name.id;
                    self.rename(&mut ident);
                    if !is_var && self.is_reentered(&ident) {
                        steps.push(Step::Bind(ident, build::undefined()));
                    } else {
                        steps.push(Step::Declare(ident));
                    }
                }
                (pat, Some(init)) => {
                    let value = self.lowered(init);
                    self.pattern(pat, value, Mode::DECLARE, &mut steps);
                }
                (_, None) => {}
            }
        }
        steps
    }

    /// Whether the ES5 variable of a block's binding may hold a value when its block is entered.
    fn is_reentered(&mut self, ident: &Ident) -> bool {
        let in_loop = self.frame().jumps.iter().any(|jump| jump.kind == JumpKind::Loop);
        in_loop || self.is_checked(ident) || self.facts.symbol(ident).is_some_and(|symbol| symbol.output.shares_name)
    }

    /// Whether a declared name belongs to a function further out, since the current code is a loop body that became
    /// a function.
    pub(super) fn is_hoisted_out(&mut self, ident: &Ident) -> bool {
        let in_loop_body = self.frame().loop_body.is_some();
        in_loop_body
            && self.facts.symbol(ident).is_some_and(|symbol| {
                symbol.kind == BindingKind::Var
                    || symbol.kind == BindingKind::BlockFunction && symbol.annex_b.is_shared
                    || symbol.kind == BindingKind::Param
                    || symbol.kind == BindingKind::Function
            })
    }

    /// Takes the function declarations out of a block and makes variables of them, where the block begins.
    pub(super) fn hoist_block_functions(&mut self, stmts: &mut Vec<Stmt>, out: &mut Vec<Stmt>) {
        if !stmts.iter().any(is_function) {
            return;
        }
        for stmt in stmts.iter_mut() {
            if !is_function(stmt) {
                continue;
            }
            let Stmt::Decl(Decl::Fn(function)) = std::mem::take(stmt) else { continue };
            *stmt = self.annex_b_assignment(&function.ident);
            let variable = self.function_as_variable(function);
            out.push(variable);
        }
        stmts.retain(|stmt| !stmt.is_empty());
    }

    /// `var f = function f() {};`
    pub(super) fn function_as_variable(&mut self, function: FnDecl) -> Stmt {
        let FnDecl { mut ident, function, .. } = function;
        let source_name = ident.sym.clone();
        let span = function.span;
        // What stands here now is not what the parser made.
        self.facts.skippable.remove(span.lo);
        let mut value = Expr::Fn(FnExpr { ident: None, function });
        self.lower_named(&mut value, &source_name, symbol_id(&ident));
        let value = self.initialize(&mut ident, value);
        let steps = vec![Step::Bind(ident, value)];
        build::one(self.declare_steps(steps, span))
    }

    /// `f = _f;`, where the function in a block and the variable of that name must stay two; else nothing.
    fn annex_b_assignment(&mut self, ident: &Ident) -> Stmt {
        let symbol = self.facts.symbol(ident).filter(|symbol| !symbol.annex_b.is_shared && symbol.annex_b.var != 0);
        match symbol.map(|symbol| (symbol.annex_b.var, symbol.lookups.is_in_with)) {
            None => Stmt::default(),
            Some((variable, is_in_with)) => {
                let mut block_function = build::ident(&ident.sym);
                block_function.ctxt = ident.ctxt;
                self.rename(&mut block_function);
                let variable = build::ident(self.facts.output_name(variable));
                self.declare_hoisted(variable.clone());
                let function = Expr::Ident(block_function);
                build::statement(match is_in_with {
                    true => self.assign_outside_with(variable, function),
                    false => build::assign(Expr::Ident(variable), function),
                })
            }
        }
    }

    /// `var` declarations in the head of a `for`, if declarators are all there is to it.
    pub(super) fn head_declaration(&mut self, mut decl: Box<VarDecl>, out: &mut Vec<Stmt>) -> Option<VarDeclOrExpr> {
        if self.is_plain_declaration(&decl) {
            self.plain_declaration(&mut decl);
            return Some(VarDeclOrExpr::VarDecl(decl));
        }
        let span = decl.span;
        let steps = self.declaration_steps(*decl);
        let mut stmts = self.declare_steps(steps, span);
        let last = stmts.pop()?;
        out.append(&mut stmts);
        match last {
            Stmt::Decl(Decl::Var(decl)) => Some(VarDeclOrExpr::VarDecl(decl)),
            Stmt::Expr(stmt) => Some(VarDeclOrExpr::Expr(stmt.expr)),
            other => {
                out.push(other);
                None
            }
        }
    }

    /// Gives the bindings of a `catch` pattern or a loop head their values.
    pub(super) fn bind_pattern(&mut self, pat: Pat, value: Expr, span: Span) -> Vec<Stmt> {
        let mut steps = vec![];
        self.pattern(pat, value, Mode::DECLARE, &mut steps);
        self.declare_steps(steps, span)
    }
}

fn is_function(stmt: &Stmt) -> bool {
    matches!(stmt, Stmt::Decl(Decl::Fn(_)))
}
