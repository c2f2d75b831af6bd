//! Whether code holds a `yield` or `await` of the function at hand. Functions in it are not looked into.

use swc_ecma_ast::*;
use swc_ecma_visit::{Visit, VisitWith, noop_visit_type};

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
