//! Statements that hold no `yield`: they are moved as they are, but their variables belong to the function around the
//! machine, and jumps and returns in them may lead to places in the machine.

use swc_atoms::Atom;
use swc_common::Spanned;
use swc_ecma_ast::*;

use super::{
    emitter::Machine,
    leaps::{Leap, Next},
    temp_ident,
};
use crate::build;

/// What jumps inside of a statement can reach without leaving it.
#[derive(Default)]
struct Inside {
    loops: u32,
    switches: u32,
    labels: Vec<Atom>,
    /// Something in it mentions a label of the machine.
    leaps: bool,
}

impl Inside {
    fn next(&self) -> Next {
        if self.loops > 0 { Next::Labelled } else { Next::Nearest }
    }

    fn has_label(&self, label: Option<&Ident>) -> bool {
        label.is_some_and(|label| self.labels.contains(&label.sym))
    }
}

impl Machine<'_> {
    /// Adds a statement without a `yield` or `await`.
    pub(super) fn whole(&mut self, mut stmt: Stmt) {
        if let Stmt::Decl(Decl::Var(decl)) = stmt {
            return self.declaration(*decl);
        }
        let is_jump = matches!(stmt, Stmt::Break(_) | Stmt::Continue(_) | Stmt::Return(_));
        let mut inside = Inside::default();
        self.adapt(&mut stmt, &mut inside);
        match stmt {
            Stmt::Empty(_) => {}
            stmt if inside.leaps => self.push_labelled(stmt),
            stmt => self.push(stmt),
        }
        self.reachable &= !is_jump;
    }

    /// The function of a body that nothing suspends: its variables belong to the function around it nevertheless, where
    /// parameters may have their names, and functions of the body may use them.
    pub(super) fn without_cases(self, mut body: Vec<Stmt>) -> Expr {
        self.hoist_variables(&mut body);
        build::function(None, vec![], body)
    }

    /// Gives the variables of `body` to the function around it.
    pub(super) fn hoist_variables(mut self, body: &mut Vec<Stmt>) {
        self.adapt_all(body, &mut Inside::default());
    }

    fn adapt(&mut self, stmt: &mut Stmt, inside: &mut Inside) {
        self.lower.facts.skippable.remove(stmt.span_lo());
        match stmt {
            Stmt::Decl(Decl::Var(decl)) => {
                *stmt = match self.hoisted_declaration(std::mem::take(&mut **decl)) {
                    Some(expr) => build::statement(expr),
                    None => Stmt::default(),
                };
            }
            Stmt::Block(block) => self.adapt_all(&mut block.stmts, inside),
            Stmt::If(_) => self.adapt_if(stmt, inside),
            Stmt::Labeled(labeled) => {
                inside.labels.push(labeled.label.sym.clone());
                self.adapt(&mut labeled.body, inside);
                inside.labels.pop();
            }
            Stmt::With(with) => self.adapt(&mut with.body, inside),
            Stmt::For(_) | Stmt::ForIn(_) | Stmt::While(_) | Stmt::DoWhile(_) => self.adapt_loop(stmt, inside),
            Stmt::Switch(switch) => {
                inside.switches += 1;
                switch.cases.iter_mut().for_each(|case| self.adapt_all(&mut case.cons, inside));
                inside.switches -= 1;
            }
            Stmt::Try(stmt) => {
                self.adapt_all(&mut stmt.block.stmts, inside);
                if let Some(handler) = &mut stmt.handler {
                    self.adapt_all(&mut handler.body.stmts, inside);
                }
                if let Some(finalizer) = &mut stmt.finalizer {
                    self.adapt_all(&mut finalizer.stmts, inside);
                }
            }
            Stmt::Break(_) | Stmt::Continue(_) | Stmt::Return(_) => self.adapt_jump(stmt, inside),
            _ => {}
        }
    }

    fn adapt_all(&mut self, stmts: &mut Vec<Stmt>, inside: &mut Inside) {
        stmts.iter_mut().for_each(|stmt| self.adapt(stmt, inside));
        stmts.retain(|stmt| !stmt.is_empty());
    }

    fn adapt_if(&mut self, stmt: &mut Stmt, inside: &mut Inside) {
        let mut next = stmt;
        while let Stmt::If(stmt) = next {
            self.adapt(&mut stmt.cons, inside);
            match &mut stmt.alt {
                Some(alt) => next = alt,
                None => return,
            }
        }
        self.adapt(next, inside);
    }

    fn adapt_loop(&mut self, stmt: &mut Stmt, inside: &mut Inside) {
        inside.loops += 1;
        match stmt {
            Stmt::For(stmt) => {
                if let Some(VarDeclOrExpr::VarDecl(decl)) = &mut stmt.init {
                    let init = self.hoisted_declaration(std::mem::take(&mut **decl));
                    stmt.init = init.map(|init| VarDeclOrExpr::Expr(Box::new(init)));
                }
                self.adapt(&mut stmt.body, inside);
            }
            Stmt::ForIn(stmt) => {
                if let ForHead::VarDecl(decl) = &mut stmt.left
                    && let Some(name) = self.hoisted_head(decl)
                {
                    stmt.left = ForHead::Pat(Box::new(name.into()));
                }
                self.adapt(&mut stmt.body, inside);
            }
            Stmt::While(stmt) => self.adapt(&mut stmt.body, inside),
            Stmt::DoWhile(stmt) => self.adapt(&mut stmt.body, inside),
            _ => {}
        }
        inside.loops -= 1;
    }

    /// A jump or return that leaves the statement.
    fn adapt_jump(&mut self, stmt: &mut Stmt, inside: &mut Inside) {
        let leap = match stmt {
            Stmt::Break(jump) if jump.label.is_none() && inside.loops + inside.switches > 0 => return,
            Stmt::Continue(jump) if jump.label.is_none() && inside.loops > 0 => return,
            Stmt::Break(BreakStmt { label, .. }) | Stmt::Continue(ContinueStmt { label, .. })
                if inside.has_label(label.as_ref()) =>
            {
                return;
            }
            Stmt::Return(_) if !self.leaps.iter().any(|leap| matches!(leap, Leap::Finally { .. })) => return,
            Stmt::Return(stmt) => self.return_leap(std::mem::take(stmt), inside.next()),
            Stmt::Break(jump) => match self.break_target(jump.label.as_ref().map(|label| &label.sym)) {
                Some(target) => self.leap(target, inside.next()),
                None => return,
            },
            Stmt::Continue(jump) => match self.continue_target(jump.label.as_ref().map(|label| &label.sym)) {
                Some(target) => self.leap(target, inside.next()),
                None => return,
            },
            _ => return,
        };
        inside.leaps = true;
        *stmt = build::block(leap);
    }
}

// Declarations.
impl Machine<'_> {
    /// Declares the names outside of the machine; what is left is the assignments, if there are any.
    pub(super) fn hoisted_declaration(&mut self, decl: VarDecl) -> Option<Expr> {
        let mut assignments = vec![];
        for VarDeclarator { span, name, init, .. } in decl.decls {
            let Pat::Ident(name) = name else { continue };
            self.lower.declare_once(name.id.clone());
            if let Some(init) = init {
                assignments.push(build::assign_at(span, Expr::Ident(name.id), *init));
            }
        }
        (!assignments.is_empty()).then(|| build::sequence(assignments))
    }

    /// The name of `for (var name in …)`.
    pub(super) fn hoisted_head(&mut self, decl: &mut VarDecl) -> Option<Ident> {
        match decl.decls.first() {
            Some(VarDeclarator { name: Pat::Ident(name), .. }) => {
                self.lower.declare_once(name.id.clone());
                Some(name.id.clone())
            }
            _ => None,
        }
    }

    /// A new variable outside of the machine.
    pub(super) fn temp(&mut self, base: &str) -> Ident {
        let temp = self.lower.temp(base);
        temp_ident(&temp)
    }
}
