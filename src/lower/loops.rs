//! Loops: their heads, labels and bodies. What a body needs when closures hold its bindings is in
//! [`loop_closure`](super::loop_closure), `for-of` in [`for_of`](super::for_of).
//!
//! ```js
//! for (const { length } in o) f(length);
//! // becomes
//! for (var _key in o) { var length = _key.length; f(length); }
//! ```

use swc_common::{Span, Spanned};
use swc_ecma_ast::*;

use super::{
    Lower, Value,
    destructuring::Mode,
    jumps::{Jump, JumpKind, label_names, with_labels},
    private_name::is_private_member,
};
use crate::{build, scope::LoopFacts};

/// The labels in front of a loop, with the spans of their statements, outermost first.
pub(super) type Labels = Vec<(Span, Ident)>;

impl Lower {
    /// A loop, with its labels.
    pub(super) fn loop_statement(&mut self, stmt: Stmt, labels: Labels, out: &mut Vec<Stmt>) {
        let facts = self.facts.loops.get(&stmt.span().lo).copied().unwrap_or_default();
        match stmt {
            Stmt::For(stmt) if facts.needs_closure() => self.for_with_closures(stmt, facts, labels, out),
            Stmt::For(stmt) => self.for_statement(stmt, labels, out),
            Stmt::ForIn(stmt) => self.for_in_statement(stmt, facts, labels, out),
            Stmt::ForOf(stmt) => self.for_of_statement(stmt, facts, labels, out),
            Stmt::While(mut stmt) => {
                self.repeated(|this| this.expr(&mut stmt.test));
                self.loop_body(&mut stmt.body, facts, &labels, out);
                out.push(with_labels(labels, Stmt::While(stmt)));
            }
            Stmt::DoWhile(mut stmt) => {
                self.loop_body(&mut stmt.body, facts, &labels, out);
                self.repeated(|this| this.expr(&mut stmt.test));
                out.push(with_labels(labels, Stmt::DoWhile(stmt)));
            }
            other => out.push(other),
        }
    }

    fn for_statement(&mut self, mut stmt: ForStmt, labels: Labels, out: &mut Vec<Stmt>) {
        stmt.init = match stmt.init.take() {
            Some(VarDeclOrExpr::VarDecl(decl)) => self.head_declaration(decl, out),
            Some(VarDeclOrExpr::Expr(mut expr)) => {
                self.lower_expr(&mut expr, Value::Discarded);
                Some(VarDeclOrExpr::Expr(expr))
            }
            None => None,
        };
        self.for_test_and_update(&mut stmt);
        self.loop_body(&mut stmt.body, LoopFacts::default(), &labels, out);
        out.push(with_labels(labels, Stmt::For(stmt)));
    }

    pub(super) fn for_test_and_update(&mut self, stmt: &mut ForStmt) {
        self.repeated(|this| {
            if let Some(test) = &mut stmt.test {
                this.expr(test);
            }
            if let Some(update) = &mut stmt.update {
                this.lower_expr(update, Value::Discarded);
            }
        });
    }

    /// Lowers a part of a loop's head that every iteration evaluates.
    fn repeated(&mut self, part: impl FnOnce(&mut Self)) {
        self.frame().jumps.push(Jump { labels: vec![], kind: JumpKind::Loop });
        part(self);
        self.frame().jumps.pop();
    }

    fn for_in_statement(&mut self, stmt: ForInStmt, facts: LoopFacts, labels: Labels, out: &mut Vec<Stmt>) {
        let ForInStmt { span, mut left, mut right, mut body } = stmt;
        if let ForHead::VarDecl(decl) = &mut left {
            self.value_before_loop(decl, out);
        }
        self.expr(&mut right);
        let left = match self.simple_head(left, facts) {
            Ok(head) => {
                self.loop_body(&mut body, facts, &labels, out);
                head
            }
            Err(head) => {
                let key = self.local_ident("key");
                self.loop_body_with_head(head, Expr::Ident(key.clone()), &mut body, facts, &labels, out);
                declare_head(key)
            }
        };
        out.push(with_labels(labels, Stmt::ForIn(ForInStmt { span, left, right, body })));
    }

    /// `var i = 0; for (var i in o);` for `for (var i = 0 in o);`, which not all engines that follow ES2015 take.
    fn value_before_loop(&mut self, decl: &mut VarDecl, out: &mut Vec<Stmt>) {
        let Some(declarator) = decl.decls.first_mut().filter(|declarator| declarator.init.is_some()) else { return };
        let (name, init) = (declarator.name.clone(), declarator.init.take());
        let with_value = VarDeclarator { name, init, ..declarator.clone() };
        self.variable_declaration(VarDecl { span: decl.span, decls: vec![with_value], ..VarDecl::default() }, out);
    }

    /// A head that ES5 has as well, lowered; else the head as it was.
    fn simple_head(&mut self, head: ForHead, facts: LoopFacts) -> Result<ForHead, ForHead> {
        match head {
            ForHead::VarDecl(mut decl) => {
                let is_var = decl.kind == VarDeclKind::Var;
                let Some(VarDeclarator { name: Pat::Ident(name), .. }) = decl.decls.first_mut() else {
                    return Err(ForHead::VarDecl(decl));
                };
                if facts.needs_closure() && !is_var || self.is_exported(name) {
                    return Err(ForHead::VarDecl(decl));
                }
                self.rename(&mut name.id);
                if self.is_hoisted_out(&name.id) {
                    let name = name.id.clone();
                    self.declare_hoisted(name.clone());
                    return Ok(ForHead::Pat(Box::new(name.into())));
                }
                decl.kind = VarDeclKind::Var;
                Ok(ForHead::VarDecl(decl))
            }
            ForHead::Pat(mut pat) => match &mut *pat {
                Pat::Ident(name) if self.is_plain_target(name) => {
                    self.rename(&mut name.id);
                    Ok(ForHead::Pat(pat))
                }
                Pat::Expr(expr) if expr.is_member() && !is_private_member(expr) => {
                    self.repeated(|this| this.expr(expr));
                    Ok(ForHead::Pat(pat))
                }
                _ => Err(ForHead::Pat(pat)),
            },
            other => Err(other),
        }
    }

    /// The statements that give what a head names its value.
    pub(super) fn bind_head(&mut self, head: ForHead, value: Expr) -> Vec<Stmt> {
        let mut steps = vec![];
        let span = head.span();
        match head {
            ForHead::VarDecl(decl) => {
                if let Some(declarator) = decl.decls.into_iter().next() {
                    self.pattern(declarator.name, value, Mode::DECLARE, &mut steps);
                }
            }
            ForHead::Pat(pat) => self.pattern(*pat, value, Mode::ASSIGN, &mut steps),
            // It was made a constant.
            ForHead::UsingDecl(_) => {}
        }
        self.declare_steps(steps, span)
    }

    /// Lowers the body of a loop in place.
    pub(super) fn loop_body(&mut self, body: &mut Stmt, facts: LoopFacts, labels: &Labels, out: &mut Vec<Stmt>) {
        if facts.needs_closure() {
            return self.body_in_function(body, None, facts, labels, out);
        }
        self.frame().jumps.push(Jump { labels: label_names(labels), kind: JumpKind::Loop });
        self.body(body);
        self.frame().jumps.pop();
    }

    /// Lowers a body that begins with giving the names of the head their value.
    pub(super) fn loop_body_with_head(
        &mut self,
        head: ForHead,
        value: Expr,
        body: &mut Stmt,
        facts: LoopFacts,
        labels: &Labels,
        out: &mut Vec<Stmt>,
    ) {
        if facts.needs_closure() && is_lexical_head(&head) {
            return self.body_in_function(body, Some((head, value)), facts, labels, out);
        }
        self.frame().jumps.push(Jump { labels: label_names(labels), kind: JumpKind::Loop });
        let mut stmts = self.bind_head(head, value);
        self.frame().jumps.pop();
        self.loop_body(body, facts, labels, out);
        append_body(&mut stmts, std::mem::take(body));
        *body = build::block(stmts);
    }
}

fn is_lexical_head(head: &ForHead) -> bool {
    matches!(head, ForHead::VarDecl(decl) if decl.kind != VarDeclKind::Var)
}

/// Adds a loop's body to statements that come before it.
pub(super) fn append_body(stmts: &mut Vec<Stmt>, body: Stmt) {
    match body {
        Stmt::Block(block) => stmts.extend(block.stmts),
        Stmt::Empty(_) => {}
        other => stmts.push(other),
    }
}

/// `var name`, as a head.
fn declare_head(name: Ident) -> ForHead {
    let decl = VarDecl { kind: VarDeclKind::Var, decls: vec![build::declarator(name, None)], ..Default::default() };
    ForHead::VarDecl(Box::new(decl))
}
