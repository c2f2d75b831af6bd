//! Statements that hold a `yield` or `await`, taken apart into cases and jumps.

use swc_atoms::Atom;
use swc_common::Span;
use swc_ecma_ast::*;

use super::{
    emitter::{Clause, Label, Machine},
    leaps::{Leap, Next},
    suspends::{is_marked, unmarked},
};
use crate::{build, helpers::Helper};

impl Machine<'_> {
    pub(super) fn statements(&mut self, stmts: Vec<Stmt>) {
        for stmt in stmts {
            self.statement(stmt, vec![]);
        }
    }

    /// A statement with the labels in front of it.
    fn statement(&mut self, stmt: Stmt, labels: Vec<Atom>) {
        let stmt = match unmarked(stmt) {
            Ok(stmt) => stmt,
            Err(stmt) => {
                let stmt = labels.into_iter().rev().fold(stmt, |body, label| {
                    Stmt::Labeled(LabeledStmt {
                        span: Span::default(),
                        label: build::ident(&label),
                        body: Box::new(body),
                    })
                });
                return self.whole(stmt);
            }
        };
        match stmt {
            Stmt::Block(block) => self.labelled(labels, |this| this.statements(block.stmts)),
            Stmt::Expr(stmt) => self.effect(*stmt.expr),
            Stmt::Decl(Decl::Var(decl)) => self.declaration(*decl),
            Stmt::If(stmt) => self.labelled(labels, |this| this.if_statement(stmt)),
            Stmt::Labeled(labeled) => {
                let mut labels = labels;
                labels.push(labeled.label.sym);
                self.statement(*labeled.body, labels);
            }
            Stmt::For(stmt) => self.for_statement(stmt, labels),
            Stmt::ForIn(stmt) => self.for_in_statement(stmt, labels),
            Stmt::While(stmt) => self.while_statement(stmt, labels),
            Stmt::DoWhile(stmt) => self.do_while_statement(stmt, labels),
            Stmt::Switch(stmt) => self.labelled(labels, |this| this.switch_statement(stmt)),
            Stmt::Return(stmt) => self.return_statement(stmt),
            Stmt::Throw(stmt) => {
                let arg = Box::new(self.expr(*stmt.arg));
                self.push(Stmt::Throw(ThrowStmt { arg, ..stmt }));
            }
            Stmt::Try(stmt) => self.labelled(labels, |this| this.try_statement(*stmt)),
            Stmt::With(stmt) => self.with_statement(stmt),
            other => self.whole(other),
        }
    }

    /// A statement that is no loop: `break label` leads behind it.
    fn labelled(&mut self, labels: Vec<Atom>, write: impl FnOnce(&mut Self)) {
        if labels.is_empty() {
            return write(self);
        }
        let end = self.new_label();
        self.leaps.push(Leap::Block { labels, break_to: end });
        write(self);
        self.leaps.pop();
        self.mark(end);
    }

    pub(super) fn declaration(&mut self, decl: VarDecl) {
        for declarator in decl.decls {
            let VarDeclarator { name: Pat::Ident(name), init, span, .. } = declarator else { continue };
            self.lower.declare_once(name.id.clone());
            if let Some(init) = init {
                let value = self.expr(*init);
                self.push(build::statement_at(span, build::assign_at(span, Expr::Ident(name.id), value)));
            }
        }
    }

    fn if_statement(&mut self, stmt: IfStmt) {
        let IfStmt { span, test, cons, alt } = stmt;
        let test = self.expr(*test);
        if !is_marked(&cons) && alt.as_ref().is_none_or(|alt| !is_marked(alt)) {
            return self.whole(Stmt::If(IfStmt { span, test: Box::new(test), cons, alt }));
        }
        let end = self.new_label();
        let otherwise = if alt.is_some() { self.new_label() } else { end };
        self.goto_if(not(test), otherwise);
        self.statement(*cons, vec![]);
        if let Some(alt) = alt {
            self.goto(end);
            self.mark(otherwise);
            self.statement(*alt, vec![]);
        }
        self.mark(end);
    }

    fn return_statement(&mut self, stmt: ReturnStmt) {
        let arg = stmt.arg.map(|value| Box::new(self.expr(*value)));
        let stmts = self.return_leap(ReturnStmt { arg, ..stmt }, Next::Nearest);
        stmts.into_iter().for_each(|stmt| self.push_labelled(stmt));
        self.reachable = false;
    }

    /// Only the object may hold a `yield`: in the body, every name would have to be looked up in it.
    fn with_statement(&mut self, stmt: WithStmt) {
        if is_marked(&stmt.body) {
            return self.lower.unsupported(stmt.span, "`yield` or `await` in a `with` statement");
        }
        let obj = Box::new(self.expr(*stmt.obj));
        self.whole(Stmt::With(WithStmt { obj, ..stmt }));
    }
}

// Loops.
impl Machine<'_> {
    /// The body of a loop, between the labels that its jumps lead to.
    fn loop_body(&mut self, body: Stmt, labels: Vec<Atom>, break_to: Label, continue_to: Label) {
        self.leaps.push(Leap::Loop { labels, break_to, continue_to });
        self.statement(body, vec![]);
        self.leaps.pop();
    }

    fn while_statement(&mut self, stmt: WhileStmt, labels: Vec<Atom>) {
        let (begin, end) = (self.new_label(), self.new_label());
        self.mark(begin);
        self.leave_unless(*stmt.test, end);
        self.loop_body(*stmt.body, labels, end, begin);
        self.goto(begin);
        self.mark(end);
    }

    fn do_while_statement(&mut self, stmt: DoWhileStmt, labels: Vec<Atom>) {
        let (begin, next, end) = (self.new_label(), self.new_label(), self.new_label());
        self.mark(begin);
        self.loop_body(*stmt.body, labels, end, next);
        self.mark(next);
        let test = self.expr(*stmt.test);
        self.goto_if(test, begin);
        self.mark(end);
    }

    fn for_statement(&mut self, stmt: ForStmt, labels: Vec<Atom>) {
        match stmt.init {
            Some(VarDeclOrExpr::VarDecl(decl)) => self.declaration(*decl),
            Some(VarDeclOrExpr::Expr(expr)) => self.effect(*expr),
            None => {}
        }
        let (begin, next, end) = (self.new_label(), self.new_label(), self.new_label());
        self.mark(begin);
        if let Some(test) = stmt.test {
            self.leave_unless(*test, end);
        }
        self.loop_body(*stmt.body, labels, end, next);
        self.mark(next);
        if let Some(update) = stmt.update {
            self.effect(*update);
        }
        self.goto(begin);
        self.mark(end);
    }

    fn leave_unless(&mut self, test: Expr, end: Label) {
        if !matches!(&test, Expr::Lit(Lit::Bool(Bool { value: true, .. }))) {
            let test = self.expr(test);
            self.goto_if(not(test), end);
        }
    }

    /// `_keys = _keysIn(object); while (_keys.step()) { key = _keys.value; … }`
    fn for_in_statement(&mut self, stmt: ForInStmt, labels: Vec<Atom>) {
        let target = match stmt.left {
            ForHead::VarDecl(mut decl) => {
                let Some(name) = self.hoisted_head(&mut decl) else { return };
                Expr::Ident(name)
            }
            ForHead::Pat(pat) => match *pat {
                Pat::Ident(name) => Expr::Ident(name.id),
                Pat::Expr(expr) => *expr,
                _ => return,
            },
            ForHead::UsingDecl(_) => return,
        };
        let object = self.expr(*stmt.right);
        let keys = self.temp("keys");
        let opened = self.lower.helper(Helper::KeysIn, [object]);
        self.push_expr(build::assign(Expr::Ident(keys.clone()), opened));
        let (begin, end) = (self.new_label(), self.new_label());
        self.mark(begin);
        let step = build::call_method(Expr::Ident(keys.clone()), "step", []);
        self.goto_if(not(step), end);
        self.effect(build::assign(target, build::member(Expr::Ident(keys), "value")));
        self.loop_body(*stmt.body, labels, end, begin);
        self.goto(begin);
        self.mark(end);
    }
}

impl Machine<'_> {
    /// The tests run in order up to the first that is equal; then the statements from there on, or from `default`.
    fn switch_statement(&mut self, stmt: SwitchStmt) {
        let value = self.expr(*stmt.discriminant);
        let value = self.hold(value, "value");
        let end = self.new_label();
        let mut default = end;
        let mut bodies = vec![];
        for case in stmt.cases {
            let label = self.new_label();
            match case.test {
                Some(test) => {
                    let test = self.expr(*test);
                    self.goto_if(build::binary(op!("==="), value.clone(), test), label);
                }
                None => default = label,
            }
            bodies.push((label, case.cons));
        }
        self.goto(default);
        self.leaps.push(Leap::Switch { break_to: end });
        for (label, stmts) in bodies {
            self.mark(label);
            self.statements(stmts);
        }
        self.leaps.pop();
        self.mark(end);
    }

    fn try_statement(&mut self, stmt: TryStmt) {
        let TryStmt { block, handler, finalizer, .. } = stmt;
        let end = self.new_label();
        let Some(finalizer) = finalizer else {
            self.try_block(block, handler, |this| this.goto(end));
            return self.mark(end);
        };
        // Thrown completions begin at `caught`, all others at `begin`.
        let (caught, begin) = (self.new_label(), self.new_label());
        let completion = self.temp("finally");
        let around = self.region;
        let region = self.new_region(Clause::Finally(caught));
        self.leaps.push(Leap::Finally { begin, completion: completion.clone() });
        match handler {
            // Its own region is entered at once.
            Some(_) => self.region = region,
            None => self.enter_region(region),
        }
        self.try_block(block, handler, |this| {
            // _finally = end;
            let after = this.label_outside(end, begin);
            this.push_labelled(build::statement(build::assign(Expr::Ident(completion.clone()), after)));
            this.goto(begin);
        });
        self.leaps.pop();
        self.region = around;
        self.mark(caught);
        // _finally = _sent;
        let sent = self.sent();
        self.push_expr(build::assign(Expr::Ident(completion.clone()), sent));
        self.mark(begin);
        self.statements(finalizer.stmts);
        self.end_finally(completion);
        self.mark(end);
    }

    /// A block and its `catch` clause; `leave` is how both are left.
    fn try_block(&mut self, block: BlockStmt, handler: Option<CatchClause>, leave: impl Fn(&mut Self)) {
        let Some(handler) = handler else {
            self.statements(block.stmts);
            return leave(self);
        };
        let around = self.region;
        let caught = self.new_label();
        let region = self.new_region(Clause::Catch(caught));
        self.enter_region(region);
        self.statements(block.stmts);
        leave(self);
        self.region = around;
        self.mark(caught);
        if let Some(Pat::Ident(name)) = handler.param {
            // e = _sent;
            self.lower.declare_once(name.id.clone());
            let sent = self.sent();
            self.push_expr(build::assign(Expr::Ident(name.id), sent));
        }
        self.statements(handler.body.stmts);
        leave(self);
    }

    /// Goes where the completion of a `finally` clause says, or on to the next one.
    fn end_finally(&mut self, completion: Ident) {
        if !self.reachable {
            return;
        }
        let state = || Expr::Ident(self.names.state.clone());
        let completion = || Expr::Ident(completion.clone());
        // _state = _after(_m, _finally);
        let machine = Expr::Ident(self.names.machine.clone());
        let after = self.lower.helper(Helper::After, [machine, completion()]);
        let returns = build::binary(op!("<"), state(), build::num(0.0));
        let value = build::member(completion(), "value");
        let goes_on = build::assign(state(), after);
        let outer = self.innermost_finally();
        let returned = match outer {
            // return _finally.value;
            None => build::return_at(Span::default(), Some(value)),
            Some((begin, outer)) => {
                // { _finally2 = _finally; _state = 5; continue; }
                let hand_on = build::statement(build::assign(Expr::Ident(outer), completion()));
                let mut stmts = vec![hand_on];
                stmts.append(&mut self.jump(begin, Next::Nearest));
                build::block(stmts)
            }
        };
        self.push_expr(goes_on);
        self.push_labelled(build::when(returns, returned));
        self.push(Stmt::Continue(ContinueStmt { span: Span::default(), label: None }));
        self.reachable = false;
    }
}

/// `!(test)`
fn not(test: Expr) -> Expr {
    build::unary(op!("!"), test)
}
