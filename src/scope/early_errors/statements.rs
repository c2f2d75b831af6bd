//! Statements: labels and the jumps to them, declarations where only a statement may stand, heads of `for`
//! ([ES2018 §13](https://tc39.es/ecma262/2018/#sec-ecmascript-language-statements-and-declarations)).

use swc_atoms::Atom;
use swc_common::{Span, Spanned};
use swc_ecma_ast::*;

use super::EarlyErrors;
use crate::{
    ast::as_using,
    problem::Problem,
    scope::bindings::{is_lexical, labeled_function},
};

/// A label around the current statement.
pub(super) struct Label {
    name: Atom,
    span: Span,
    is_loop: bool,
}

/// What a statement is the body of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::scope) enum Body {
    Branch,
    Label,
    Other,
}

/// The loop that a head belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::scope) enum HeadOf {
    In,
    Of,
    Await,
}

// Labels and jumps.
impl EarlyErrors<'_> {
    pub(in crate::scope) fn open_label(&mut self, labeled: &LabeledStmt) {
        let LabeledStmt { label, body, .. } = labeled;
        self.reference(&label.sym, label.span);
        if let Some(first) = self.labels.iter().find(|known| known.name == label.sym) {
            let problem = Problem::duplicate_label(&label.sym, label.span, first.span);
            self.report(problem);
        }
        let mut target = &**body;
        while let Stmt::Labeled(inner) = target {
            target = &inner.body;
        }
        let is_loop =
            matches!(target, Stmt::For(_) | Stmt::ForIn(_) | Stmt::ForOf(_) | Stmt::While(_) | Stmt::DoWhile(_));
        self.labels.push(Label { name: label.sym.clone(), span: label.span, is_loop });
    }

    pub(in crate::scope) fn close_label(&mut self) {
        self.labels.pop();
    }

    pub(in crate::scope) fn break_statement(&mut self, stmt: &BreakStmt) {
        match &stmt.label {
            Some(label) => {
                self.jump_label(label, "break");
            }
            None if self.code.in_loop || self.code.in_switch => {}
            None => self.report(Problem::misplaced_jump(stmt.span, "break", "a loop or a `switch`")),
        }
    }

    /// `for await` in a static block.
    pub(in crate::scope) fn for_await(&mut self, stmt: &ForOfStmt) {
        if stmt.is_await && self.code.in_static_block {
            self.report(Problem::in_static_block(stmt.span.with_hi(stmt.body.span_lo()), "for await"));
        }
    }

    pub(in crate::scope) fn continue_statement(&mut self, stmt: &ContinueStmt) {
        match &stmt.label {
            Some(label) => {
                if let Some((first, false)) = self.jump_label(label, "continue") {
                    self.report(Problem::continue_to_statement(&label.sym, label.span, first));
                }
            }
            None if self.code.in_loop => {}
            None => self.report(Problem::misplaced_jump(stmt.span, "continue", "a loop")),
        }
    }

    /// A `return` that no function is around, or that a static block is around.
    pub(in crate::scope) fn return_statement(&mut self, stmt: &ReturnStmt, is_at_top: bool) {
        if is_at_top {
            self.outside_of_functions.push(Problem::misplaced_return(stmt.span, self.code.is_module));
        } else if self.code.in_static_block {
            self.report(Problem::in_static_block(stmt.span, "return"));
        }
    }

    /// Where the label of a jump stands, and whether at a loop.
    fn jump_label(&mut self, label: &Ident, keyword: &str) -> Option<(Span, bool)> {
        self.reference(&label.sym, label.span);
        let found = self.labels.iter().find(|known| known.name == label.sym);
        let place = found.map(|found| (found.span, found.is_loop));
        if place.is_none() {
            self.report(Problem::unknown_label(&label.sym, label.span, keyword));
        }
        place
    }

    /// Enters what `break` (and in loops `continue`) may leave; returns what [`close_jumps`](Self::close_jumps) wants.
    pub(in crate::scope) fn open_jumps(&mut self, is_loop: bool) -> (bool, bool) {
        let outer = (self.code.in_loop, self.code.in_switch);
        self.code.in_loop |= is_loop;
        self.code.in_switch |= !is_loop;
        outer
    }

    pub(in crate::scope) fn close_jumps(&mut self, (in_loop, in_switch): (bool, bool)) {
        self.code.in_loop = in_loop;
        self.code.in_switch = in_switch;
    }
}

// Positions.
impl EarlyErrors<'_> {
    /// A statement that is the body of another: no declaration, but for plain functions at labels and in branches of
    /// sloppy code (Annex B.3.2, B.3.4).
    pub(in crate::scope) fn sole_statement(&mut self, stmt: &Stmt, body: Body) {
        let what = match stmt {
            Stmt::Decl(Decl::Fn(function)) => {
                let is_plain = !function.function.is_async && !function.function.is_generator;
                if is_plain && body != Body::Other && !self.code.strict {
                    return;
                }
                "a function declaration"
            }
            Stmt::Decl(Decl::Class(_)) => "a class declaration",
            Stmt::Decl(Decl::Var(decl)) if is_lexical(decl) => "a lexical declaration",
            Stmt::Decl(Decl::Using(_)) => "a `using` declaration",
            Stmt::Labeled(labeled) if body != Body::Label && labeled_function(labeled).is_some() => {
                "a labelled function"
            }
            _ => return,
        };
        self.report(Problem::misplaced_declaration(stmt.span(), what));
    }

    /// The top of a script outlives it; that of CommonJS is a function.
    pub(in crate::scope) fn using_at_top(&mut self, stmts: &[Stmt]) {
        let found = stmts.iter().filter_map(as_using);
        let problems = found.map(|using| Problem::misplaced_using(using.span, "at the top of a script"));
        self.outside_of_functions.extend(problems);
    }

    /// An `await using` where nothing awaits. Of those that are no statements, the parser says nothing.
    pub(in crate::scope) fn await_using(&mut self, using: &UsingDecl, is_at_top: bool) {
        let awaits = self.code.in_async || self.code.is_module && is_at_top;
        if using.is_await && self.code.in_static_block {
            self.report(Problem::in_static_block(using.span, "await using"));
        } else if using.is_await && !awaits {
            self.report(Problem::misplaced_await(using.span));
        }
    }

    /// A jump to another clause would leave out the declaration, not the rest of the block.
    pub(in crate::scope) fn using_in_clause(&mut self, stmts: &[Stmt]) {
        let found = stmts.iter().filter_map(as_using);
        self.problems
            .extend(found.map(|using| Problem::misplaced_using(using.span, "directly in a clause of `switch`")));
    }

    /// An expression statement can't begin with `let [`, which begins a declaration.
    pub(in crate::scope) fn expression_statement(&mut self, stmt: &ExprStmt) {
        if self.begins_with(stmt.span, "let") && begins_with_let_bracket(&stmt.expr) {
            self.report(Problem::let_bracket(stmt.span));
        }
    }

    pub(in crate::scope) fn with_statement(&mut self, stmt: &WithStmt) {
        if self.code.strict {
            self.report(Problem::strict_with(stmt.span));
        }
    }

    /// The two semicolons in the head of a `for` are never inserted.
    pub(in crate::scope) fn semicolons_of_for(&mut self, stmt: &ForStmt) {
        let ForStmt { span, init, test, update, body } = stmt;
        let mut at = span.lo;
        let mut semicolons = 0;
        let parts =
            [init.as_ref().map(Spanned::span), test.as_ref().map(Spanned::span), update.as_ref().map(Spanned::span)];
        for part in parts.into_iter().flatten().chain([body.span()]) {
            semicolons += self.text.of(Span { lo: at, hi: part.lo }).matches(';').count();
            at = part.hi;
        }
        if semicolons < 2 && !self.text.of(*span).is_empty() {
            self.report(Problem::missing_semicolon(*span));
        }
    }

    /// In the head of a `for`, an `in` without brackets around it would make it a `for-in`.
    pub(in crate::scope) fn values_in_head(&mut self, decl: &VarDecl) {
        for init in decl.decls.iter().filter_map(|declarator| declarator.init.as_deref()) {
            if has_bare_in(init) {
                self.report(Problem::bare_in(init.span()));
            }
        }
    }

    /// The head of a `for-in`, `for-of` or `for-await`.
    pub(in crate::scope) fn for_head(&mut self, head: &ForHead, kind: HeadOf) {
        let is_of = kind != HeadOf::In;
        match head {
            ForHead::VarDecl(decl) => self.head_declaration(decl, is_of),
            ForHead::Pat(pat) if is_of => {
                let span = pat.span();
                let is_async = matches!(&**pat, Pat::Ident(name) if self.is_word(name, "async"));
                if is_async && kind == HeadOf::Of {
                    self.report(Problem::head_begins_with(span, "async"));
                }
                if self.begins_with(span, "let") && leftmost_name(pat).is_some_and(|name| &*name.sym == "let") {
                    self.report(Problem::head_begins_with(span, "let"));
                }
            }
            _ => {}
        }
    }

    /// Only `for (var x = 1 in o)` may have a value, in sloppy code (Annex B.3.6).
    fn head_declaration(&mut self, decl: &VarDecl, is_of: bool) {
        for declarator in &decl.decls {
            let is_legacy = !is_of && !self.code.strict && decl.kind == VarDeclKind::Var && declarator.name.is_ident();
            if let Some(init) = declarator.init.as_ref().filter(|_| !is_legacy) {
                self.report(Problem::head_initializer(init.span()));
            }
        }
        if let Some(second) = decl.decls.get(1) {
            self.report(Problem::head_declares_many(second.span));
        }
    }

    /// Whether a name is this word, written without an escape.
    fn is_word(&self, name: &Ident, word: &str) -> bool {
        &*name.sym == word && self.text.of(name.span) == word
    }
}

/// Whether an `in` stands in an expression with no brackets around it.
fn has_bare_in(expr: &Expr) -> bool {
    match expr {
        Expr::Bin(bin) => bin.op == op!("in") || has_bare_in(&bin.left) || has_bare_in(&bin.right),
        // What is between `?` and `:` may have one.
        Expr::Cond(cond) => has_bare_in(&cond.test) || has_bare_in(&cond.alt),
        Expr::Assign(assign) => has_bare_in(&assign.right),
        Expr::Yield(YieldExpr { arg: Some(arg), .. }) => has_bare_in(arg),
        Expr::Arrow(arrow) => matches!(&*arrow.body, ArrowFunctionBody::Expr(body) if has_bare_in(body)),
        _ => false,
    }
}

fn begins_with_let_bracket(expr: &Expr) -> bool {
    let mut expr = expr;
    loop {
        match expr {
            Expr::Member(member) if is_let_bracket(member) => return true,
            Expr::Assign(AssignExpr { left: AssignTarget::Simple(SimpleAssignTarget::Member(member)), .. })
                if is_let_bracket(member) =>
            {
                return true;
            }
            _ => match leftmost_operand(expr) {
                Some(operand) => expr = operand,
                None => return false,
            },
        }
    }
}

/// `let[key]`
fn is_let_bracket(member: &MemberExpr) -> bool {
    member.prop.is_computed() && matches!(&*member.obj, Expr::Ident(name) if &*name.sym == "let")
}

fn leftmost_name(pat: &Pat) -> Option<&Ident> {
    let mut expr = match pat {
        Pat::Ident(name) => return Some(name),
        Pat::Expr(expr) => &**expr,
        _ => return None,
    };
    while let Some(operand) = leftmost_operand(expr) {
        expr = operand;
    }
    expr.as_ident()
}

/// The operand that an expression begins with.
fn leftmost_operand(expr: &Expr) -> Option<&Expr> {
    match expr {
        Expr::Member(member) => Some(&member.obj),
        Expr::Call(CallExpr { callee: Callee::Expr(callee), .. }) => Some(callee),
        Expr::TaggedTpl(tagged) => Some(&tagged.tag),
        Expr::Bin(bin) => Some(&bin.left),
        Expr::Cond(cond) => Some(&cond.test),
        Expr::Seq(seq) => seq.exprs.first().map(|first| &**first),
        Expr::Update(update) if !update.prefix => Some(&update.arg),
        Expr::Assign(AssignExpr { left: AssignTarget::Simple(SimpleAssignTarget::Member(member)), .. }) => {
            Some(&member.obj)
        }
        _ => None,
    }
}
