//! Functions: their frame, their parameters, their statements.
//!
//! The top of a lowered function holds, in this order: its directives, the variables of its frame (aliases of `this`,
//! temporaries), what its parameters became, and functions that had to become variables.

use swc_atoms::Atom;
use swc_common::Spanned;
use swc_ecma_ast::*;

use super::{
    Lower,
    frame::{FunctionFrame, FunctionKind, Suspension},
    literal::normalize_str,
    statement::insert,
};
use crate::{
    ast::is_directive,
    build,
    scope::{FunctionId, function_id},
};

impl Lower {
    /// A function expression.
    pub(super) fn function_expression(&mut self, expr: &mut Expr) {
        let Expr::Fn(FnExpr { mut ident, function }) = std::mem::take(expr) else { return };
        if let Some(name) = &mut ident {
            self.rename(name);
        }
        *expr = self.finished_expression(ident, function, FunctionKind::Plain);
    }

    /// A method that is no accessor, as an expression; `name` is a name that it may have.
    pub(super) fn method_expression(&mut self, name: Option<Ident>, function: Box<Function>) -> Expr {
        self.finished_expression(name, function, FunctionKind::Method)
    }

    /// Lowers a function, and makes it what it is by way of the runtime, if it is a generator or async.
    fn finished_expression(&mut self, ident: Option<Ident>, mut function: Box<Function>, kind: FunctionKind) -> Expr {
        let suspension = Suspension::of(function.is_generator, function.is_async);
        let frame = self.function_of_kind(&mut function, kind, ident.clone(), None);
        let (ident, name) = match frame.wanted_name {
            // What only the function itself calls it is not its name.
            Some(own) => (Some(build::ident(&own)), Some(ident.map_or_else(Atom::default, |ident| ident.sym))),
            None => (ident, None),
        };
        let mut expr = Expr::Fn(FnExpr { ident, function });
        match (suspension, name) {
            (Some(kind), name) => self.marked_function(expr, kind, name.as_deref()),
            (None, Some(name)) => {
                self.set_function_name(&mut expr, build::str(&*name), None);
                expr
            }
            (None, None) => expr,
        }
    }

    /// A function declaration that stays one. At the top of a module, also one whose name is changed: in a cycle, other
    /// modules may call it before this one runs.
    pub(super) fn function_declaration(&mut self, function: &mut FnDecl) {
        let source_name = function.ident.sym.clone();
        self.rename(&mut function.ident);
        let lost_name = (function.ident.sym != source_name).then_some(&*source_name);
        let is_seen = !self.is_only_called(function_id(function.function.ctxt));
        let is_own = self.facts.is_stable(&function.ident);
        let self_name = is_own.then(|| function.ident.clone());
        let suspension = Suspension::of(function.function.is_generator, function.function.is_async);
        let mark = self.variable_of_mark(&function.ident.sym, suspension);
        let frame = self.function_of_kind(&mut function.function, FunctionKind::Plain, self_name, mark.clone());
        if let Some(name) = &frame.wanted_name {
            // var _self = f;
            self.declare(build::ident(name), Some(build::name(&function.ident.sym)));
        }
        match (suspension, lost_name) {
            (Some(kind), name) => self.mark_declaration(function.ident.clone(), kind, name, mark),
            (None, Some(name)) if is_seen => {
                // _setFunctionName(_f, "f");
                let mut named = build::name(&function.ident.sym);
                self.set_function_name(&mut named, build::str(name), None);
                self.frame().first.push(build::statement(named));
            }
            (None, _) => {}
        }
    }

    /// The function of `export default function () {}`; returns the name that it must get, if it must get one.
    pub(super) fn unnamed_declaration(&mut self, function: &mut Function) -> Option<Ident> {
        let suspension = Suspension::of(function.is_generator, function.is_async);
        let Some(kind) = suspension.filter(|kind| self.marks(*kind)) else {
            let frame = self.function_of_kind(function, FunctionKind::Plain, None, None);
            return frame.wanted_name.as_ref().map(build::ident);
        };
        let name = self.fresh_ident("default");
        let mark = self.variable_of_mark("default", suspension);
        self.function_of_kind(function, FunctionKind::Plain, Some(name.clone()), mark.clone());
        self.mark_declaration(name.clone(), kind, Some("default"), mark);
        Some(name)
    }

    /// An accessor, or another method that is neither a generator nor async.
    pub(super) fn function(&mut self, function: &mut Function) {
        self.function_of_kind(function, FunctionKind::Method, None, None);
    }

    /// A setter, which has one parameter in ES5 as well.
    pub(super) fn setter(&mut self, function: &mut Function) {
        self.open_function(function, FunctionKind::Method, None);
        let prologue = self.setter_parameter(&mut function.params);
        self.function_body(function, prologue);
    }

    /// Whether nobody sees what a function is like.
    pub(super) fn is_only_called(&self, function: FunctionId) -> bool {
        self.assumptions.ignore_called_functions && self.facts.is_only_called(function)
    }

    fn function_of_kind(
        &mut self,
        function: &mut Function,
        kind: FunctionKind,
        self_name: Option<Ident>,
        mark: Option<Ident>,
    ) -> FunctionFrame {
        // Only methods see the `super` of the object or class they stand in.
        let home = if kind == FunctionKind::Plain { self.super_home.take() } else { None };
        self.open_function(function, kind, self_name);
        self.frame().mark = mark;
        let prologue = self.parameters(&mut function.params);
        self.frame().suspension = Suspension::of(function.is_generator, function.is_async);
        function.is_generator = false;
        function.is_async = false;
        let frame = self.function_body(function, prologue);
        if kind == FunctionKind::Plain {
            self.super_home = home;
        }
        frame
    }

    fn open_function(&mut self, function: &Function, kind: FunctionKind, self_name: Option<Ident>) {
        self.open_frame(function_id(function.ctxt));
        let is_plain = !function.is_async && !function.is_generator;
        let frame = self.frame();
        frame.kind = if is_plain { kind } else { FunctionKind::Method };
        frame.self_name = self_name;
    }

    fn function_body(&mut self, function: &mut Function, prologue: Vec<Stmt>) -> FunctionFrame {
        match &mut function.body {
            Some(body) => self.function_statements(&mut body.stmts, prologue),
            None => self.close_frame(&mut vec![]),
        }
    }

    /// Lowers the statements of a script or function and closes its frame.
    pub(super) fn function_statements(&mut self, stmts: &mut Vec<Stmt>, mut prologue: Vec<Stmt>) -> FunctionFrame {
        let directives = stmts.iter().take_while(|stmt| is_directive(stmt)).count();
        stmts[..directives].iter_mut().for_each(normalize_directive);
        let suspension = self.frame().suspension;
        if suspension == Some(Suspension::Async) {
            prologue = self.rejecting(prologue);
        }
        self.hidden_parameters(&mut prologue);
        self.hoist_renamed_functions(stmts, &mut prologue);
        let eval_body = self.open_eval_body(stmts.first().map_or(swc_common::DUMMY_SP, Spanned::span));
        if suspension.is_none() && eval_body.is_none() {
            self.body_statements(stmts, directives, prologue);
            return self.close_frame(stmts);
        }
        let mut body = stmts.split_off(directives);
        stmts.append(&mut prologue);
        let mut functions = vec![];
        if eval_body.is_some_and(|body| body.is_in_scope) {
            self.hoist_block_functions(&mut body, &mut functions);
        }
        self.body_statements(&mut body, 0, functions);
        match (suspension, eval_body) {
            (Some(kind), _) => self.suspended_body(kind, body, stmts),
            (None, Some(eval_body)) => stmts.append(&mut self.eval_body(eval_body, body)),
            (None, None) => stmts.append(&mut body),
        }
        self.close_eval_body(eval_body);
        self.close_frame(stmts)
    }

    /// Lowers the statements from `start` on, and puts what comes `before` them there.
    fn body_statements(&mut self, stmts: &mut Vec<Stmt>, start: usize, mut before: Vec<Stmt>) {
        before.extend(self.uninitialized(&stmts[start..]));
        let next = start + before.len();
        insert(stmts, start, before);
        self.lower_from(stmts, next);
    }

    /// `var _x = x` for variables of the body that hide a parameter seen by closures in the parameter list, and
    /// `var _arguments = arguments` for one of that name.
    fn hidden_parameters(&mut self, out: &mut Vec<Stmt>) {
        let function = self.frame().function as usize;
        let pairs = std::mem::take(&mut self.facts.functions[function].hidden_params);
        if pairs.is_empty() {
            return;
        }
        let declarators = pairs.iter().map(|(variable, parameter)| {
            let value = match parameter {
                0 => self.first_arguments(),
                parameter => build::name(self.facts.output_name(*parameter)),
            };
            build::declarator(build::ident(self.facts.output_name(*variable)), Some(value))
        });
        let declarators = declarators.collect();
        out.push(build::var_at(swc_common::DUMMY_SP, declarators));
    }

    fn is_renamed_function(&self, stmt: &Stmt) -> bool {
        matches!(stmt, Stmt::Decl(Decl::Fn(function)) if self.is_renamed(&function.ident))
    }

    /// Whether the output calls what `name` stands for something else.
    pub(super) fn is_renamed(&self, name: &Ident) -> bool {
        self.facts.symbol(name).is_some_and(|symbol| symbol.output.renamed.is_some())
    }

    /// Function declarations whose name was changed keep their `name` as expressions:
    /// `var _f = function f() {}`, before anything else runs.
    fn hoist_renamed_functions(&mut self, stmts: &mut Vec<Stmt>, out: &mut Vec<Stmt>) {
        if !stmts.iter().any(|stmt| self.is_renamed_function(stmt)) {
            return;
        }
        let (renamed, rest): (Vec<_>, Vec<_>) =
            std::mem::take(stmts).into_iter().partition(|stmt| self.is_renamed_function(stmt));
        for stmt in renamed {
            if let Stmt::Decl(Decl::Fn(function)) = stmt {
                let stmt = self.function_as_variable(function);
                out.push(stmt);
            }
        }
        *stmts = rest;
    }
}

/// Spells a directive in ES5.
pub(super) fn normalize_directive(stmt: &mut Stmt) {
    if let Stmt::Expr(stmt) = stmt
        && let Expr::Lit(Lit::Str(text)) = &mut *stmt.expr
    {
        normalize_str(text);
    }
}
