//! Which names a function or block declares: collected before it is walked, since declarations are hoisted.

use rustc_hash::FxHashMap;
use swc_atoms::Atom;
use swc_common::Span;
use swc_ecma_ast::*;

use super::BindingKind;

/// A declared name.
pub(super) struct Declared {
    pub(super) name: Atom,
    pub(super) span: Span,
    pub(super) kind: BindingKind,
    /// For functions: the scope may declare the name again.
    pub(super) is_repeatable: bool,
}

impl Declared {
    pub(super) fn new(ident: &Ident, kind: BindingKind) -> Self {
        Self { name: ident.sym.clone(), span: ident.span, kind, is_repeatable: false }
    }

    /// Functions may be declared again at the top of a function or script, plain ones also in blocks of sloppy code
    /// (Annex B.3.3.4).
    fn function(function: &FnDecl, kind: BindingKind) -> Self {
        let is_plain = !function.function.is_async && !function.function.is_generator;
        Self { is_repeatable: kind == BindingKind::Function || is_plain, ..Self::new(&function.ident, kind) }
    }
}

/// The names that a pattern binds, in source order.
pub(super) fn names_of_pattern(pat: &Pat, kind: BindingKind, out: &mut Vec<Declared>) {
    match pat {
        Pat::Ident(ident) => out.push(Declared::new(ident, kind)),
        Pat::Array(array) => array.elems.iter().flatten().for_each(|elem| names_of_pattern(elem, kind, out)),
        Pat::Rest(rest) => names_of_pattern(&rest.arg, kind, out),
        Pat::Assign(assign) => names_of_pattern(&assign.left, kind, out),
        Pat::Object(object) => {
            for prop in &object.props {
                match prop {
                    ObjectPatProp::KeyValue(pair) => names_of_pattern(&pair.value, kind, out),
                    ObjectPatProp::Assign(prop) => out.push(Declared::new(&prop.key, kind)),
                    ObjectPatProp::Rest(rest) => names_of_pattern(&rest.arg, kind, out),
                }
            }
        }
        Pat::Expr(_) | Pat::Invalid(_) => {}
    }
}

/// The names that a `var`, `let` or `const` declares.
pub(super) fn names_of_var_decl(decl: &VarDecl, out: &mut Vec<Declared>) {
    let kind = match decl.kind {
        VarDeclKind::Var => BindingKind::Var,
        VarDeclKind::Let => BindingKind::Let,
        VarDeclKind::Const => BindingKind::Const,
    };
    decl.decls.iter().for_each(|decl| names_of_pattern(&decl.name, kind, out));
}

/// Whether `decl` declares names of the block it stands in.
pub(super) fn is_lexical(decl: &VarDecl) -> bool {
    decl.kind != VarDeclKind::Var
}

/// The LexicallyScopedDeclarations of a statement list; `functions` is what function declarations of the list are.
pub(super) fn lexical_names<'a>(
    stmts: impl IntoIterator<Item = &'a Stmt>,
    functions: BindingKind,
    out: &mut Vec<Declared>,
) {
    for stmt in stmts {
        match stmt {
            Stmt::Decl(decl) => lexical_names_of_decl(decl, functions, out),
            Stmt::Labeled(labeled) => {
                if let Some(function) = labeled_function(labeled) {
                    out.push(Declared::function(function, functions));
                }
            }
            _ => {}
        }
    }
}

/// The lexical names of one declaration.
pub(super) fn lexical_names_of_decl(decl: &Decl, functions: BindingKind, out: &mut Vec<Declared>) {
    match decl {
        Decl::Class(class) => out.push(Declared::new(&class.ident, BindingKind::Class)),
        Decl::Fn(function) => out.push(Declared::function(function, functions)),
        Decl::Var(var) if is_lexical(var) => names_of_var_decl(var, out),
        _ => {}
    }
}

/// `f` in `a: b: function f() {}`.
pub(super) fn labeled_function(mut labeled: &LabeledStmt) -> Option<&FnDecl> {
    loop {
        match &*labeled.body {
            Stmt::Labeled(inner) => labeled = inner,
            Stmt::Decl(Decl::Fn(function)) => return Some(function),
            _ => return None,
        }
    }
}

/// What a function, script or module hoists out of its statements: its `var`s, and in sloppy code the functions
/// of its blocks (Annex B.3.3).
#[derive(Default)]
pub(super) struct Hoisted {
    pub(super) vars: Vec<Declared>,
    /// Functions in blocks that nothing between them and the function keeps from being a `var` as well.
    pub(super) block_functions: Vec<BlockFunction>,
    /// `var`s that cross a block which declares the same name: (name, `var`, declaration in the block).
    pub(super) conflicts: Vec<(Atom, Span, Span)>,
    /// The lexical names of the blocks around the statement at hand: (how deep the block is, the declaration).
    around: FxHashMap<Atom, Vec<(u32, Span)>>,
    depth: u32,
    sloppy: bool,
}

/// A function in a block that is hoisted as a `var`.
pub(super) struct BlockFunction {
    pub(super) declared: Declared,
    /// Nothing but functions comes before it in its block: the `var` gets its value where the block begins.
    pub(super) leads: bool,
}

impl Hoisted {
    pub(super) fn new(sloppy: bool) -> Self {
        Self { sloppy, ..Self::default() }
    }

    /// Collects from one statement.
    pub(super) fn stmt(&mut self, stmt: &Stmt) {
        match stmt {
            Stmt::Decl(Decl::Var(var)) => self.var(var),
            Stmt::Block(block) => self.block(&block.stmts),
            Stmt::If(stmt) => {
                self.branch(&stmt.cons);
                let mut alt = stmt.alt.as_deref();
                while let Some(stmt) = alt {
                    if let Stmt::If(stmt) = stmt {
                        self.branch(&stmt.cons);
                        alt = stmt.alt.as_deref();
                    } else {
                        self.branch(stmt);
                        alt = None;
                    }
                }
            }
            Stmt::Labeled(stmt) => self.stmt(&stmt.body),
            Stmt::With(stmt) => self.stmt(&stmt.body),
            Stmt::While(stmt) => self.stmt(&stmt.body),
            Stmt::DoWhile(stmt) => self.stmt(&stmt.body),
            Stmt::For(stmt) => {
                let head = match &stmt.init {
                    Some(VarDeclOrExpr::VarDecl(decl)) => Some(&**decl),
                    _ => None,
                };
                self.for_loop(head, &stmt.body);
            }
            Stmt::ForIn(stmt) => self.for_loop(stmt.left.as_var_decl().map(|decl| &**decl), &stmt.body),
            Stmt::ForOf(stmt) => self.for_loop(stmt.left.as_var_decl().map(|decl| &**decl), &stmt.body),
            Stmt::Switch(stmt) => self.within(
                |names| lexical_names(stmt.cases.iter().flat_map(|case| &case.cons), BindingKind::BlockFunction, names),
                |this| {
                    for stmt in stmt.cases.iter().flat_map(|case| &case.cons) {
                        this.nested(stmt, false);
                    }
                },
            ),
            Stmt::Try(stmt) => {
                self.block(&stmt.block.stmts);
                if let Some(handler) = &stmt.handler {
                    self.catch(handler);
                }
                if let Some(finalizer) = &stmt.finalizer {
                    self.block(&finalizer.stmts);
                }
            }
            _ => {}
        }
    }

    fn var(&mut self, decl: &VarDecl) {
        if is_lexical(decl) {
            return;
        }
        let first = self.vars.len();
        names_of_var_decl(decl, &mut self.vars);
        for var in &self.vars[first..] {
            if let Some((_, declared)) = self.around.get(&var.name).and_then(|found| found.last()) {
                self.conflicts.push((var.name.clone(), var.span, *declared));
            }
        }
    }

    fn block(&mut self, stmts: &[Stmt]) {
        self.within(
            |names| lexical_names(stmts, BindingKind::BlockFunction, names),
            |this| {
                let mut leads = true;
                for stmt in stmts {
                    leads &= matches!(stmt, Stmt::Decl(Decl::Fn(_)));
                    this.nested(stmt, leads);
                }
            },
        );
    }

    /// The branch of an `if`, where a bare function declaration counts as a block of its own.
    fn branch(&mut self, stmt: &Stmt) {
        match stmt {
            Stmt::Decl(Decl::Fn(_)) => self.block(std::slice::from_ref(stmt)),
            _ => self.stmt(stmt),
        }
    }

    fn for_loop(&mut self, head: Option<&VarDecl>, body: &Stmt) {
        match head {
            Some(decl) if is_lexical(decl) => {
                self.within(|names| names_of_var_decl(decl, names), |this| this.stmt(body));
            }
            Some(decl) => {
                self.var(decl);
                self.stmt(body);
            }
            None => self.stmt(body),
        }
    }

    /// A plain catch parameter may be declared by `var` again (Annex B.3.5); a pattern's names may not.
    fn catch(&mut self, handler: &CatchClause) {
        self.within(
            |names| match &handler.param {
                Some(Pat::Ident(_)) | None => {}
                Some(pat) => names_of_pattern(pat, BindingKind::CatchPattern, names),
            },
            |this| this.block(&handler.body.stmts),
        );
    }

    /// A statement of a block: a function declaration here is a candidate for Annex B.3.3.
    fn nested(&mut self, stmt: &Stmt, leads: bool) {
        if let Stmt::Decl(Decl::Fn(function)) = stmt {
            let plain = !function.function.is_async && !function.function.is_generator;
            let depth = self.depth;
            let alone = |found: &Vec<(u32, Span)>| found.iter().all(|(around, _)| *around == depth);
            if self.sloppy && plain && self.around.get(&function.ident.sym).is_none_or(alone) {
                let declared = Declared::new(&function.ident, BindingKind::BlockFunction);
                self.block_functions.push(BlockFunction { declared, leads });
            }
        }
        self.stmt(stmt);
    }

    /// Works inside a scope that declares the names that `names` gives.
    fn within(&mut self, names: impl FnOnce(&mut Vec<Declared>), work: impl FnOnce(&mut Self)) {
        let mut declared = vec![];
        names(&mut declared);
        self.depth += 1;
        for Declared { name, span, .. } in &declared {
            self.around.entry(name.clone()).or_default().push((self.depth, *span));
        }
        work(self);
        self.depth -= 1;
        for Declared { name, .. } in &declared {
            if let Some(found) = self.around.get_mut(name) {
                found.pop();
            }
        }
    }
}
