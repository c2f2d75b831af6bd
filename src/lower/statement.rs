//! Statements: which feature handles which, and lists of them.

use swc_common::{BytePos, Spanned};
use swc_ecma_ast::*;
use swc_ecma_visit::VisitMutWith;

use super::{
    Lower, Value,
    assignment::is_pattern_assignment,
    class::derived::is_super_call,
    jumps::{Jump, JumpKind},
};
use crate::{ast::as_using, build};

impl Lower {
    /// The statements of a block.
    pub(super) fn statements(&mut self, stmts: &mut Vec<Stmt>) {
        let mut first: Vec<Stmt> = self.uninitialized(&*stmts).into_iter().collect();
        self.hoist_block_functions(stmts, &mut first);
        let start = first.len();
        insert(stmts, 0, first);
        self.statement_list(stmts, start);
    }

    /// Statements of a block whose names exist already, from `start` on.
    fn statement_list(&mut self, stmts: &mut Vec<Stmt>, start: usize) {
        let this_before = self.open_block_of_constructor();
        self.lower_from(stmts, start);
        self.close_block_of_constructor(this_before);
    }

    /// Lowers the statements from `start` on. The list stays where it is until one of them becomes none or several.
    pub(super) fn lower_from(&mut self, stmts: &mut Vec<Stmt>, start: usize) {
        let mut lowered = vec![];
        for at in start..stmts.len() {
            if as_using(&stmts[at]).is_some() {
                let block = stmts.split_off(at);
                return self.using_block(block, stmts);
            }
            if self.lower_in_place(&mut stmts[at]) {
                continue;
            }
            self.statement_anew(std::mem::take(&mut stmts[at]), &mut lowered);
            if lowered.len() == 1
                && let Some(stmt) = lowered.pop()
            {
                stmts[at] = stmt;
                continue;
            }
            let rest = stmts.split_off(at + 1);
            stmts.truncate(at);
            stmts.append(&mut lowered);
            return self.lower_onto(rest, stmts);
        }
    }

    /// Lowers the rest of a list of statements.
    fn lower_onto(&mut self, rest: Vec<Stmt>, out: &mut Vec<Stmt>) {
        let mut rest = rest.into_iter();
        while let Some(stmt) = rest.next() {
            if as_using(&stmt).is_some() {
                let block = [stmt].into_iter().chain(rest).collect();
                return self.using_block(block, out);
            }
            self.statement(stmt, out);
        }
    }

    /// The one statement that is the body of another.
    pub(super) fn body(&mut self, stmt: &mut Stmt) {
        if !stmt.is_decl() && self.stays(stmt) {
            return;
        }
        if let Stmt::Block(block) = stmt {
            return self.statements(&mut block.stmts);
        }
        let mut stmts = vec![std::mem::take(stmt)];
        self.statements(&mut stmts);
        *stmt = match stmts.len() {
            0 => Stmt::default(),
            _ => build::one(stmts),
        };
    }

    /// Lowers one statement, which may become none or several.
    pub(super) fn statement(&mut self, mut stmt: Stmt, out: &mut Vec<Stmt>) {
        if self.lower_in_place(&mut stmt) {
            out.push(stmt);
        } else {
            self.statement_anew(stmt, out);
        }
    }

    /// Lowers a statement that stays one statement, where it stands. Returns whether it is one; else it is as it was.
    fn lower_in_place(&mut self, stmt: &mut Stmt) -> bool {
        if self.stays(stmt) {
            return true;
        }
        match stmt {
            Stmt::Decl(Decl::Var(decl)) => return self.declaration_in_place(decl),
            Stmt::Return(stmt) => return self.return_in_place(stmt),
            Stmt::Decl(Decl::Class(_)) | Stmt::Labeled(_) | Stmt::Switch(_) | Stmt::Break(_) | Stmt::Continue(_) => {
                return false;
            }
            Stmt::For(_) | Stmt::ForIn(_) | Stmt::ForOf(_) | Stmt::While(_) | Stmt::DoWhile(_) => return false,
            Stmt::Expr(stmt) if is_pattern_assignment(&stmt.expr) || is_super_call(&stmt.expr) => return false,
            Stmt::Expr(stmt) => self.expression_statement(stmt),
            Stmt::Decl(Decl::Fn(function)) => self.function_declaration(function),
            Stmt::Block(block) => self.statements(&mut block.stmts),
            Stmt::If(stmt) => self.if_statement(stmt),
            Stmt::Try(stmt) => self.try_statement(stmt),
            Stmt::Throw(stmt) => self.expr(&mut stmt.arg),
            Stmt::With(stmt) => self.with_statement(stmt),
            _ => stmt.visit_mut_children_with(self),
        }
        true
    }

    /// Lowers a statement of those that may become another one, or several.
    fn statement_anew(&mut self, stmt: Stmt, out: &mut Vec<Stmt>) {
        match stmt {
            Stmt::Decl(Decl::Var(decl)) => self.variable_declaration(*decl, out),
            Stmt::Decl(Decl::Class(class)) => self.class_declaration(class, out),
            Stmt::Expr(stmt) if is_super_call(&stmt.expr) => self.super_statement(stmt, out),
            Stmt::Expr(stmt) => self.pattern_assignment_statement(stmt, out),
            Stmt::Labeled(labeled) => self.labeled_statement(labeled, out),
            Stmt::Break(_) | Stmt::Continue(_) => self.jump_statement(stmt, out),
            Stmt::Return(stmt) => self.return_statement(stmt, out),
            Stmt::Switch(switch) => self.switch_statement(switch, out),
            stmt => self.loop_statement(stmt, vec![], out),
        }
    }

    /// Whether a statement stays as it is. A function declaration may have to move, or to become a variable.
    fn stays(&mut self, stmt: &Stmt) -> bool {
        self.is_skippable(stmt.span_lo())
            && match stmt {
                Stmt::Decl(Decl::Fn(function)) => !self.is_renamed(&function.ident),
                _ => true,
            }
    }

    /// Whether the statement, or the initial value of the variable, that begins here has nothing to lower.
    pub(super) fn is_skippable(&mut self, position: BytePos) -> bool {
        let is_moved = self.eval_scopes > 0 || self.frames.last().is_none_or(|frame| frame.loop_body.is_some());
        if is_moved {
            self.facts.skippable.remove(position);
        }
        !is_moved && self.facts.skippable.contains(position)
    }

    fn expression_statement(&mut self, stmt: &mut ExprStmt) {
        let was_string = matches!(&*stmt.expr, Expr::Lit(Lit::Str(_)));
        self.lower_expr(&mut stmt.expr, Value::Discarded);
        if !was_string && matches!(&*stmt.expr, Expr::Lit(Lit::Str(_))) {
            // What became a string must not become a directive.
            let expr = std::mem::take(&mut stmt.expr);
            *stmt.expr = Expr::Paren(ParenExpr { span: expr.span(), expr });
        }
    }

    /// An `if`; a long `else if` chain is walked, not recursed into.
    fn if_statement(&mut self, stmt: &mut IfStmt) {
        let mut stmt = stmt;
        loop {
            self.expr(&mut stmt.test);
            self.body(&mut stmt.cons);
            match stmt.alt.as_deref_mut() {
                Some(Stmt::If(next)) => stmt = next,
                Some(other) => return self.body(other),
                None => return,
            }
        }
    }

    fn switch_statement(&mut self, mut switch: SwitchStmt, out: &mut Vec<Stmt>) {
        self.expr(&mut switch.discriminant);
        out.extend(self.uninitialized(switch.cases.iter().flat_map(|case| &case.cons)));
        for case in &mut switch.cases {
            self.hoist_block_functions(&mut case.cons, out);
        }
        self.frame().jumps.push(Jump { labels: vec![], kind: JumpKind::Switch });
        for case in &mut switch.cases {
            if let Some(test) = &mut case.test {
                self.expr(test);
            }
            self.statement_list(&mut case.cons, 0);
        }
        self.frame().jumps.pop();
        out.push(Stmt::Switch(switch));
    }

    fn try_statement(&mut self, stmt: &mut TryStmt) {
        self.statements(&mut stmt.block.stmts);
        if let Some(handler) = &mut stmt.handler {
            self.catch_clause(handler);
        }
        if let Some(finalizer) = &mut stmt.finalizer {
            self.statements(&mut finalizer.stmts);
        }
    }
}

/// Puts statements before the one at `at`.
pub(super) fn insert(stmts: &mut Vec<Stmt>, at: usize, before: Vec<Stmt>) {
    if !before.is_empty() {
        stmts.splice(at..at, before);
    }
}
