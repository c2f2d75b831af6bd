//! Whether code holds a `yield` or `await` of the current function. Functions in it are not looked into.
//!
//! Statements nest, and a machine asks each of them: before it takes a body apart, those that hold one are marked, by a
//! block around them whose `ctxt` is [`SUSPENDS`].

use swc_common::SyntaxContext;
use swc_ecma_ast::*;
use swc_ecma_visit::{Visit, VisitMut, VisitMutWith, VisitWith, noop_visit_mut_type, noop_visit_type};

use crate::scope::SUSPENDS;

pub(in crate::lower) fn suspends(code: &(impl VisitWith<Search> + ?Sized)) -> bool {
    let mut search = Search { found: false };
    code.visit_with(&mut search);
    search.found
}

pub(in crate::lower) struct Search {
    found: bool,
}

impl Visit for Search {
    noop_visit_type!();

    fn visit_expr(&mut self, expr: &Expr) {
        match expr {
            Expr::Yield(_) | Expr::Await(_) => self.found = true,
            Expr::Ident(_) | Expr::Lit(_) | Expr::This(_) | Expr::Fn(_) => {}
            _ if self.found => {}
            _ => expr.visit_children_with(self),
        }
    }

    fn visit_stmt(&mut self, stmt: &Stmt) {
        if !self.found {
            stmt.visit_children_with(self);
        }
    }

    fn visit_function(&mut self, _: &Function) {}
}

/// Marks the statements that suspend. `false` if none does.
pub(super) fn mark(stmts: &mut Vec<Stmt>) -> bool {
    let mut marks = Marks { found: false };
    stmts.visit_mut_with(&mut marks);
    marks.found
}

pub(super) fn is_marked(stmt: &Stmt) -> bool {
    matches!(stmt, Stmt::Block(block) if block.ctxt.as_u32() == SUSPENDS)
}

/// The statement without its mark, if it has one.
pub(super) fn unmarked(stmt: Stmt) -> Result<Stmt, Stmt> {
    match stmt {
        Stmt::Block(mut block) if block.ctxt.as_u32() == SUSPENDS => block.stmts.pop().ok_or_else(Stmt::default),
        stmt => Err(stmt),
    }
}

struct Marks {
    found: bool,
}

impl VisitMut for Marks {
    noop_visit_mut_type!();

    fn visit_mut_stmt(&mut self, stmt: &mut Stmt) {
        let found_before = std::mem::replace(&mut self.found, false);
        stmt.visit_mut_children_with(self);
        if self.found {
            let stmts = vec![std::mem::take(stmt)];
            let ctxt = SyntaxContext::from_u32(SUSPENDS);
            *stmt = Stmt::Block(BlockStmt { ctxt, stmts, ..Default::default() });
        }
        self.found |= found_before;
    }

    fn visit_mut_expr(&mut self, expr: &mut Expr) {
        self.found = self.found || suspends(expr);
    }

    fn visit_mut_function(&mut self, _: &mut Function) {}
}
