//! Which names a function or block declares: collected before it is walked, since declarations are hoisted.

use rustc_hash::FxHashMap;
use swc_atoms::Atom;
use swc_common::Span;
use swc_ecma_ast::*;

use super::BindingKind;
use crate::ast::for_each_name;

/// A declared name.
#[derive(Clone, Copy)]
pub(super) struct Declared<'a> {
    pub(super) name: &'a Atom,
    pub(super) span: Span,
    pub(super) kind: BindingKind,
    /// For functions: the scope may declare the name again.
    pub(super) is_repeatable: bool,
}

impl<'a> Declared<'a> {
    pub(super) fn new(ident: &'a Ident, kind: BindingKind) -> Self {
        Self { name: &ident.sym, span: ident.span, kind, is_repeatable: false }
    }

    /// Functions may be declared again at the top of a function or script, plain ones also in blocks of sloppy code
    /// (Annex B.3.3.4).
    fn function(function: &'a FnDecl, kind: BindingKind) -> Self {
        let is_plain = !function.function.is_async && !function.function.is_generator;
        Self { is_repeatable: kind == BindingKind::Function || is_plain, ..Self::new(&function.ident, kind) }
    }
}

/// The names that a pattern binds, in source order.
pub(super) fn names_of_pattern<'a>(pat: &'a Pat, kind: BindingKind, out: &mut impl FnMut(Declared<'a>)) {
    for_each_name(pat, &mut |name| out(Declared::new(name, kind)));
}

/// The names that a `var`, `let` or `const` declares.
pub(super) fn names_of_var_decl<'a>(decl: &'a VarDecl, out: &mut impl FnMut(Declared<'a>)) {
    let kind = match decl.kind {
        VarDeclKind::Var => BindingKind::Var,
        VarDeclKind::Let => BindingKind::Let,
        VarDeclKind::Const => BindingKind::Const,
    };
    decl.decls.iter().for_each(|decl| names_of_pattern(&decl.name, kind, out));
}

/// The names that a `using` declares, which are constants.
pub(super) fn names_of_using<'a>(decl: &'a UsingDecl, out: &mut impl FnMut(Declared<'a>)) {
    decl.decls.iter().for_each(|decl| names_of_pattern(&decl.name, BindingKind::Const, out));
}

/// The lexical names that the head of a `for-in` or `for-of` declares.
pub(super) fn names_of_head<'a>(head: &'a ForHead, out: &mut impl FnMut(Declared<'a>)) {
    match head {
        ForHead::VarDecl(decl) if is_lexical(decl) => names_of_var_decl(decl, out),
        ForHead::UsingDecl(decl) => names_of_using(decl, out),
        ForHead::VarDecl(_) | ForHead::Pat(_) => {}
    }
}

/// Whether `decl` declares names of the block it stands in.
pub(super) fn is_lexical(decl: &VarDecl) -> bool {
    decl.kind != VarDeclKind::Var
}

/// The LexicallyScopedDeclarations of a statement list; `functions` is what function declarations of the list are.
pub(super) fn lexical_names<'a>(
    stmts: impl IntoIterator<Item = &'a Stmt>,
    functions: BindingKind,
    out: &mut impl FnMut(Declared<'a>),
) {
    for stmt in stmts {
        match stmt {
            Stmt::Decl(decl) => lexical_names_of_decl(decl, functions, out),
            Stmt::Labeled(labeled) => {
                if let Some(function) = labeled_function(labeled) {
                    out(Declared::function(function, functions));
                }
            }
            _ => {}
        }
    }
}

/// The lexical names of one declaration.
pub(super) fn lexical_names_of_decl<'a>(decl: &'a Decl, functions: BindingKind, out: &mut impl FnMut(Declared<'a>)) {
    match decl {
        Decl::Class(class) => out(Declared::new(&class.ident, BindingKind::Class)),
        Decl::Fn(function) => out(Declared::function(function, functions)),
        Decl::Var(var) if is_lexical(var) => names_of_var_decl(var, out),
        Decl::Using(using) => names_of_using(using, out),
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

/// What a function, script or module hoists out of its statements: its `var`s, which `declare` takes, and in sloppy code
/// the functions of its blocks (Annex B.3.3).
pub(super) struct Hoisted<'a, F> {
    declare: F,
    /// Functions in blocks that nothing between them and the function keeps from being a `var` as well.
    pub(super) block_functions: Vec<BlockFunction<'a>>,
    /// `var`s that cross a block which declares the same name: (name, `var`, declaration in the block).
    pub(super) conflicts: Vec<(&'a Atom, Span, Span)>,
    /// The lexical names of the blocks around the current statement: (how deep the block is, the declaration).
    names_around: FxHashMap<&'a Atom, Vec<(u32, Span)>>,
    /// The blocks up to this depth have their names there. Most have neither a `var` nor a function that asks for them.
    entered: u32,
    sloppy: bool,
}

/// A function in a block that is hoisted as a `var`.
pub(super) struct BlockFunction<'a> {
    pub(super) declared: Declared<'a>,
    /// Nothing but functions comes before it in its block: the `var` gets its value where the block begins.
    pub(super) leads: bool,
}

/// A block around the current statement, and those around it.
#[derive(Clone, Copy)]
struct Around<'a, 'o> {
    block: Block<'a>,
    depth: u32,
    outer: Option<&'o Around<'a, 'o>>,
}

/// What declares lexical names.
#[derive(Clone, Copy)]
enum Block<'a> {
    Stmts(&'a [Stmt]),
    Switch(&'a [SwitchCase]),
    /// The head of a `for`.
    Head(&'a VarDecl),
    /// The head of a `for-in` or `for-of`.
    EachHead(&'a ForHead),
    Catch(&'a Pat),
}

impl<'a> Block<'a> {
    fn names(self, out: &mut impl FnMut(Declared<'a>)) {
        match self {
            Self::Stmts(stmts) => lexical_names(stmts, BindingKind::BlockFunction, out),
            Self::Switch(cases) => {
                lexical_names(cases.iter().flat_map(|case| &case.cons), BindingKind::BlockFunction, out);
            }
            Self::Head(decl) => names_of_var_decl(decl, out),
            Self::EachHead(head) => names_of_head(head, out),
            // A plain catch parameter may be declared by `var` again (Annex B.3.5); a pattern's names may not.
            Self::Catch(Pat::Ident(_)) => {}
            Self::Catch(pat) => names_of_pattern(pat, BindingKind::CatchPattern, out),
        }
    }
}

impl<'a, F: FnMut(Declared<'a>)> Hoisted<'a, F> {
    pub(super) fn new(sloppy: bool, declare: F) -> Self {
        Self {
            declare,
            block_functions: vec![],
            conflicts: vec![],
            names_around: FxHashMap::default(),
            entered: 0,
            sloppy,
        }
    }

    /// Collects from one statement of the function itself.
    pub(super) fn stmt(&mut self, stmt: &'a Stmt) {
        self.stmt_in(stmt, None);
    }

    fn stmt_in(&mut self, stmt: &'a Stmt, around: Option<&Around<'a, '_>>) {
        match stmt {
            Stmt::Decl(Decl::Var(var)) => self.var(var, around),
            Stmt::Block(block) => self.block(&block.stmts, around),
            Stmt::If(stmt) => {
                self.branch(&stmt.cons, around);
                let mut alt = stmt.alt.as_deref();
                while let Some(stmt) = alt {
                    if let Stmt::If(stmt) = stmt {
                        self.branch(&stmt.cons, around);
                        alt = stmt.alt.as_deref();
                    } else {
                        self.branch(stmt, around);
                        alt = None;
                    }
                }
            }
            Stmt::Labeled(stmt) => self.stmt_in(&stmt.body, around),
            Stmt::With(stmt) => self.stmt_in(&stmt.body, around),
            Stmt::While(stmt) => self.stmt_in(&stmt.body, around),
            Stmt::DoWhile(stmt) => self.stmt_in(&stmt.body, around),
            Stmt::For(stmt) => {
                let head = match &stmt.init {
                    Some(VarDeclOrExpr::VarDecl(decl)) => Some(&**decl),
                    _ => None,
                };
                self.for_loop(head, &stmt.body, around);
            }
            Stmt::ForIn(stmt) => self.for_each_loop(&stmt.left, &stmt.body, around),
            Stmt::ForOf(stmt) => self.for_each_loop(&stmt.left, &stmt.body, around),
            Stmt::Switch(stmt) => self.within(Block::Switch(&stmt.cases), around, |this, around| {
                for stmt in stmt.cases.iter().flat_map(|case| &case.cons) {
                    this.nested(stmt, false, around);
                }
            }),
            Stmt::Try(stmt) => {
                self.block(&stmt.block.stmts, around);
                if let Some(handler) = &stmt.handler {
                    self.catch(handler, around);
                }
                if let Some(finalizer) = &stmt.finalizer {
                    self.block(&finalizer.stmts, around);
                }
            }
            _ => {}
        }
    }

    fn var(&mut self, decl: &'a VarDecl, around: Option<&Around<'a, '_>>) {
        if is_lexical(decl) {
            return;
        }
        self.enter(around);
        names_of_var_decl(decl, &mut |var| {
            if let Some((_, declared)) = self.names_around.get(var.name).and_then(|found| found.last()) {
                self.conflicts.push((var.name, var.span, *declared));
            }
            (self.declare)(var);
        });
    }

    fn block(&mut self, stmts: &'a [Stmt], around: Option<&Around<'a, '_>>) {
        self.within(Block::Stmts(stmts), around, |this, around| {
            let mut leads = true;
            for stmt in stmts {
                leads &= matches!(stmt, Stmt::Decl(Decl::Fn(_)));
                this.nested(stmt, leads, around);
            }
        });
    }

    /// The branch of an `if`, where a bare function declaration counts as a block of its own.
    fn branch(&mut self, stmt: &'a Stmt, around: Option<&Around<'a, '_>>) {
        match stmt {
            Stmt::Decl(Decl::Fn(_)) => self.block(std::slice::from_ref(stmt), around),
            _ => self.stmt_in(stmt, around),
        }
    }

    fn for_loop(&mut self, head: Option<&'a VarDecl>, body: &'a Stmt, around: Option<&Around<'a, '_>>) {
        match head {
            Some(decl) if is_lexical(decl) => {
                self.within(Block::Head(decl), around, |this, around| this.stmt_in(body, Some(around)));
            }
            Some(decl) => {
                self.var(decl, around);
                self.stmt_in(body, around);
            }
            None => self.stmt_in(body, around),
        }
    }

    fn for_each_loop(&mut self, head: &'a ForHead, body: &'a Stmt, around: Option<&Around<'a, '_>>) {
        match head {
            ForHead::VarDecl(decl) if !is_lexical(decl) => {
                self.var(decl, around);
                self.stmt_in(body, around);
            }
            ForHead::Pat(_) => self.stmt_in(body, around),
            ForHead::VarDecl(_) | ForHead::UsingDecl(_) => {
                self.within(Block::EachHead(head), around, |this, around| this.stmt_in(body, Some(around)));
            }
        }
    }

    fn catch(&mut self, handler: &'a CatchClause, around: Option<&Around<'a, '_>>) {
        match &handler.param {
            Some(param) => self.within(Block::Catch(param), around, |this, around| {
                this.block(&handler.body.stmts, Some(around));
            }),
            None => self.block(&handler.body.stmts, around),
        }
    }

    /// A statement of a block: a function declaration here is a candidate for Annex B.3.3.
    fn nested(&mut self, stmt: &'a Stmt, leads: bool, around: &Around<'a, '_>) {
        if let Stmt::Decl(Decl::Fn(function)) = stmt {
            let plain = !function.function.is_async && !function.function.is_generator;
            if self.sloppy && plain && self.is_alone(&function.ident.sym, around) {
                let declared = Declared::new(&function.ident, BindingKind::BlockFunction);
                self.block_functions.push(BlockFunction { declared, leads });
            }
        }
        self.stmt_in(stmt, Some(around));
    }

    /// Whether no block around the one that declares this name declares it as well.
    fn is_alone(&mut self, name: &Atom, block: &Around<'a, '_>) -> bool {
        self.enter(Some(block));
        self.names_around.get(name).is_none_or(|found| found.iter().all(|(depth, _)| *depth == block.depth))
    }

    /// Works inside a block.
    fn within(
        &mut self,
        block: Block<'a>,
        outer: Option<&Around<'a, '_>>,
        work: impl FnOnce(&mut Self, &Around<'a, '_>),
    ) {
        let depth = outer.map_or(0, |outer| outer.depth) + 1;
        work(self, &Around { block, depth, outer });
        if self.entered == depth {
            self.entered -= 1;
            block.names(&mut |declared| {
                self.names_around.get_mut(declared.name).and_then(Vec::pop);
            });
        }
    }

    /// Has the names of these blocks in `names_around`.
    fn enter(&mut self, around: Option<&Around<'a, '_>>) {
        let Some(Around { block, depth, outer }) = around.filter(|around| around.depth > self.entered) else { return };
        self.enter(*outer);
        self.entered = *depth;
        block.names(&mut |declared| self.names_around.entry(declared.name).or_default().push((*depth, declared.span)));
    }
}
