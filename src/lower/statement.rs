//! Statements: which feature handles which, and lists of them.

use swc_common::{DUMMY_SP, Spanned};
use swc_ecma_ast::*;
use swc_ecma_visit::VisitMutWith;

use super::{
    Lower, Value,
    assignment::is_pattern_assignment,
    class::derived::is_super_call,
    frame::{Jump, JumpKind},
};
use crate::{build, parens::enclose_statement, scope::is_directive};

impl Lower {
    /// The statements of a block.
    pub(super) fn statements(&mut self, stmts: &mut Vec<Stmt>) {
        let mut source = std::mem::take(stmts);
        let mut out = Vec::with_capacity(source.len());
        out.extend(self.uninitialized(&source));
        self.hoist_block_functions(&mut source, &mut out);
        self.statement_list(source, &mut out);
        *stmts = out;
    }

    /// Statements whose names exist already.
    fn statement_list(&mut self, stmts: Vec<Stmt>, out: &mut Vec<Stmt>) {
        let this_before = self.open_block_of_constructor();
        for stmt in stmts {
            self.statement(stmt, out);
        }
        self.close_block_of_constructor(this_before);
    }

    /// The one statement that is the body of another.
    pub(super) fn body(&mut self, stmt: &mut Stmt) {
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
        match stmt {
            Stmt::Decl(Decl::Var(decl)) => return self.variable_declaration(decl, out),
            Stmt::Decl(Decl::Class(class)) => return self.class_declaration(class, out),
            Stmt::Expr(stmt) => return self.expression_statement(stmt, out),
            Stmt::Labeled(labeled) => return self.labeled_statement(labeled, out),
            Stmt::For(_) | Stmt::ForIn(_) | Stmt::ForOf(_) | Stmt::While(_) | Stmt::DoWhile(_) => {
                return self.loop_statement(stmt, vec![], out);
            }
            Stmt::Break(_) | Stmt::Continue(_) => return self.jump_statement(stmt, out),
            Stmt::Return(stmt) => return self.return_statement(stmt, out),
            Stmt::Switch(switch) => return self.switch_statement(switch, out),
            Stmt::Decl(Decl::Fn(ref mut function)) => self.function_declaration(function),
            Stmt::Block(ref mut block) => self.statements(&mut block.stmts),
            Stmt::If(ref mut stmt) => self.if_statement(stmt),
            Stmt::Try(ref mut stmt) => self.try_statement(stmt),
            _ => stmt.visit_mut_children_with(self),
        }
        enclose_statement(&mut stmt);
        out.push(stmt);
    }

    fn expression_statement(&mut self, mut stmt: ExprStmt, out: &mut Vec<Stmt>) {
        if is_pattern_assignment(&stmt.expr) {
            return self.pattern_assignment_statement(stmt, out);
        }
        if is_super_call(&stmt.expr) {
            return self.super_statement(stmt, out);
        }
        let was_string = matches!(&*stmt.expr, Expr::Lit(Lit::Str(_)));
        self.lower_expr(&mut stmt.expr, Value::Discarded);
        if !was_string && matches!(&*stmt.expr, Expr::Lit(Lit::Str(_))) {
            // What became a string must not become a directive.
            let expr = std::mem::take(&mut stmt.expr);
            *stmt.expr = Expr::Paren(ParenExpr { span: expr.span(), expr });
        }
        let mut stmt = Stmt::Expr(stmt);
        debug_assert!(was_string || !is_directive(&stmt));
        enclose_statement(&mut stmt);
        out.push(stmt);
    }

    fn labeled_statement(&mut self, labeled: LabeledStmt, out: &mut Vec<Stmt>) {
        let mut labels = vec![(labeled.span, labeled.label)];
        let mut body = *labeled.body;
        while let Stmt::Labeled(inner) = body {
            labels.push((inner.span, inner.label));
            body = *inner.body;
        }
        labels.iter_mut().for_each(|(_, label)| self.rename_label(label));
        match body {
            Stmt::For(_) | Stmt::ForIn(_) | Stmt::ForOf(_) | Stmt::While(_) | Stmt::DoWhile(_) => {
                self.loop_statement(body, labels, out);
            }
            mut body => {
                let names = labels.iter().map(|(_, label)| label.sym.clone()).collect();
                self.frame().jumps.push(Jump { labels: names, kind: JumpKind::Label });
                self.body(&mut body);
                self.frame().jumps.pop();
                out.push(super::loops::with_labels(labels, body));
            }
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
            let stmts = std::mem::take(&mut case.cons);
            self.statement_list(stmts, &mut case.cons);
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

    /// `catch ({ a }) { … }` → `catch (_e) { var a = _e.a; … }`
    fn catch_clause(&mut self, clause: &mut CatchClause) {
        let mut bound = match clause.param.take() {
            Some(Pat::Ident(mut ident)) => {
                self.rename(&mut ident);
                clause.param = Some(Pat::Ident(ident));
                vec![]
            }
            Some(pat) => {
                let error = self.local_ident("e");
                clause.param = Some(error.clone().into());
                self.bind_pattern(pat, Expr::Ident(error), DUMMY_SP)
            }
            None => vec![],
        };
        self.statements(&mut clause.body.stmts);
        if !bound.is_empty() {
            bound.append(&mut clause.body.stmts);
            clause.body.stmts = bound;
        }
    }
}
