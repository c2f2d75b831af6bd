//! Puts the tree right that was parsed from other text.

use swc_common::{BytePos, SourceFile, Span, Spanned, util::take::Take};
use swc_ecma_ast::*;
use swc_ecma_parser::error::{Error, SyntaxError};
use swc_ecma_visit::{VisitMut, VisitMutWith, noop_visit_mut_type};

use super::{Attempt, Edit, Kind};

pub(super) struct Restore<'a> {
    file: &'a SourceFile,
    /// In the order of the source, and whether the tree has a node there.
    edits: Vec<(&'a Edit, bool)>,
    /// What follows the last argument of calls of `async`.
    ends_of_async: Vec<Span>,
    /// The declarations that the parser took for those of constants, and what it would have said of them.
    usings: Vec<Span>,
    errors: Vec<Error>,
}

impl<'a> Restore<'a> {
    pub(super) fn new(file: &'a SourceFile, edits: &'a [Edit]) -> Self {
        let mut edits: Vec<_> = edits.iter().map(|edit| (edit, false)).collect();
        edits.sort_by_key(|(edit, _)| edit.at);
        Self { file, edits, ends_of_async: vec![], usings: vec![], errors: vec![] }
    }

    /// The tree as the source has it. Nothing is left of errors that were none.
    pub(super) fn program(&mut self, attempt: &mut Attempt) {
        if let Some(program) = &mut attempt.program {
            program.visit_mut_with(self);
        }
        attempt.errors.retain(|error| {
            let at = error.span_lo();
            let is_comma = matches!(error.kind(), SyntaxError::TS1005) && self.source(error.span()) == ",";
            let is_in = |spans: &[Span]| spans.iter().any(|span| span.lo <= at && at < span.hi);
            let is_constant = matches!(error.kind(), SyntaxError::ConstDeclarationsRequireInitialization);
            !(is_comma && is_in(&self.ends_of_async) || is_constant && is_in(&self.usings))
        });
        attempt.errors.append(&mut self.errors);
    }

    /// The edits for which the tree has a node. Without a tree, nobody knows.
    pub(super) fn met(self, attempt: &Attempt) -> Vec<Edit> {
        let is_known = attempt.program.is_some();
        self.edits.into_iter().filter(|(_, met)| *met || !is_known).map(|(edit, _)| edit.clone()).collect()
    }

    fn source(&self, span: Span) -> &'a str {
        let offset = |position: BytePos| position.0.saturating_sub(self.file.start_pos.0) as usize;
        self.file.src.get(offset(span.lo)..offset(span.hi)).unwrap_or_default()
    }

    /// Whether there are edits of this kind in `span`, which are answered for by that.
    fn meets(&mut self, span: Span, kind: Kind) -> bool {
        self.place_of(span, kind).is_some()
    }

    /// The place of the last of them.
    fn place_of(&mut self, span: Span, kind: Kind) -> Option<BytePos> {
        let start = self.edits.partition_point(|(edit, _)| edit.at < span.lo);
        let end = self.edits.partition_point(|(edit, _)| edit.at < span.hi);
        let mut place = None;
        for (edit, met) in self.edits.get_mut(start..end).unwrap_or_default() {
            if edit.kind == kind {
                *met = true;
                place = Some(edit.at);
            }
        }
        place
    }

    /// The head of a `for` that has become `var i = 0 ;  o`.
    fn is_for_in(&mut self, stmt: &ForStmt) -> bool {
        let ForStmt { init: Some(VarDeclOrExpr::VarDecl(decl)), test: Some(test), update: None, .. } = stmt else {
            return false;
        };
        let is_alone = matches!(&decl.decls[..], [VarDeclarator { init: Some(_), .. }]);
        is_alone && self.meets(Span { lo: decl.span_hi(), hi: test.span_lo() }, Kind::In)
    }
}

// `for (using x = f();;)`.
impl Restore<'_> {
    fn is_for_using(&mut self, stmt: &ForStmt) -> bool {
        let head = stmt.init.as_ref().and_then(VarDeclOrExpr::as_var_decl);
        head.is_some_and(|decl| decl.kind == VarDeclKind::Const && self.meets(decl.span, Kind::Using))
    }

    /// `{ using x = f(); for (;;); }`: iterations share the binding, as they do a constant.
    fn for_using(&mut self, stmt: Stmt) -> Stmt {
        let Stmt::For(ForStmt { span, init: Some(VarDeclOrExpr::VarDecl(decl)), test, update, body }) = stmt else {
            return stmt;
        };
        let awaits = self.place_of(span.with_hi(decl.span.lo), Kind::AwaitUsing);
        let declared = decl.span.with_lo(awaits.unwrap_or(decl.span.lo));
        for VarDeclarator { name, init, .. } in &decl.decls {
            let wrong = match init {
                _ if !name.is_ident() => SyntaxError::InvalidNameInUsingDecl,
                None => SyntaxError::InitRequiredForUsingDecl,
                Some(_) => continue,
            };
            self.errors.push(Error::new(name.span(), wrong));
        }
        self.usings.push(declared);
        let using = UsingDecl { span: declared, is_await: awaits.is_some(), decls: decl.decls };
        // Each statement begins at a place of its own.
        let looped = Stmt::For(ForStmt { span: span.with_lo(decl.span.hi), init: None, test, update, body });
        let stmts = vec![Stmt::Decl(Decl::Using(Box::new(using))), looped];
        Stmt::Block(BlockStmt { span, stmts, ..Default::default() })
    }

    /// Whether a statement is such a block, and none of the source.
    fn is_from_for_using(&self, stmt: &Stmt) -> bool {
        matches!(stmt, Stmt::Block(block) if !self.source(block.span).starts_with('{'))
    }
}

/// `{ using x = f(); l: for (;;); }` for `l: { using x = f(); for (;;); }`, so that `continue l` finds its loop.
fn label_inside(stmt: Stmt) -> Stmt {
    match stmt {
        Stmt::Labeled(LabeledStmt { span, label, body }) => match *body {
            Stmt::Block(mut block) => {
                if let Some(looped) = block.stmts.pop() {
                    let labeled = LabeledStmt { span: block.span, label, body: Box::new(looped) };
                    block.stmts.push(Stmt::Labeled(labeled));
                }
                Stmt::Block(BlockStmt { span, ..block })
            }
            body => Stmt::Labeled(LabeledStmt { span, label, body: Box::new(body) }),
        },
        other => other,
    }
}

impl VisitMut for Restore<'_> {
    noop_visit_mut_type!();

    fn visit_mut_stmt(&mut self, stmt: &mut Stmt) {
        stmt.visit_mut_children_with(self);
        match stmt {
            Stmt::For(found) if self.is_for_in(found) => *stmt = for_in(stmt.take()),
            Stmt::For(found) if self.is_for_using(found) => *stmt = self.for_using(stmt.take()),
            Stmt::Labeled(labeled) if self.is_from_for_using(&labeled.body) => *stmt = label_inside(stmt.take()),
            _ => {}
        }
    }

    fn visit_mut_ident(&mut self, ident: &mut Ident) {
        if self.meets(ident.span, Kind::Let) {
            ident.sym = "let".into();
        }
    }

    fn visit_mut_expr(&mut self, expr: &mut Expr) {
        expr.visit_mut_children_with(self);
        if let Expr::Lit(Lit::Str(string)) = expr
            && self.meets(string.span, Kind::Directive)
        {
            string.value = "use strict".into();
            string.raw = Some(self.source(string.span).into());
            // Those who read the output may have the same parser.
            *expr = Expr::Paren(ParenExpr { span: string.span, expr: Box::new(expr.take()) });
        }
    }

    fn visit_mut_str(&mut self, string: &mut Str) {
        if self.meets(string.span, Kind::Escape) {
            string.raw = Some(self.source(string.span).into());
        }
    }

    fn visit_mut_tpl_element(&mut self, quasi: &mut TplElement) {
        if self.meets(quasi.span, Kind::Escape) {
            quasi.raw = self.source(quasi.span).into();
        }
    }

    fn visit_mut_call_expr(&mut self, call: &mut CallExpr) {
        call.visit_mut_children_with(self);
        let is_async = matches!(&call.callee, Callee::Expr(callee) if callee.is_ident_ref_to("async"));
        if let Some(last) = call.args.last().filter(|_| is_async) {
            self.ends_of_async.push(Span { lo: last.span_hi(), hi: call.span.hi });
        }
    }
}

/// `for (var i = 0 in o);` for `for (var i = 0 ;  o);`
fn for_in(stmt: Stmt) -> Stmt {
    match stmt {
        Stmt::For(ForStmt { span, init: Some(VarDeclOrExpr::VarDecl(decl)), test: Some(right), body, .. }) => {
            Stmt::ForIn(ForInStmt { span, left: ForHead::VarDecl(decl), right, body })
        }
        other => other,
    }
}
