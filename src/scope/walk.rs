//! The walk itself, in the order of evaluation.
//!
//! A binding counts as initialised once the walk has passed its initialisation. Since code of one function runs in
//! the order it is walked, a reference that is met before is certainly evaluated too early; one in another function
//! may be evaluated at any time.

use rustc_hash::FxHashMap;
use swc_common::{BytePos, Spanned, SyntaxContext, util::take::Take};
use swc_ecma_ast::*;
use swc_ecma_visit::{VisitMut, VisitMutWith, noop_visit_mut_type};

use super::{
    BindingKind, Facts, FunctionId, SymbolId,
    bindings::{
        Declared, Hoisted, is_lexical, lexical_names, lexical_names_of_decl, names_of_pattern, names_of_var_decl,
    },
    edition,
    environment::{Environment, LoopPart, ScopeKind},
};
use crate::diagnostic::Problem;

/// Walks `program`, filling its `ctxt` slots.
pub(super) fn walk(program: &mut Program) -> (Facts, Vec<Problem>) {
    let mut walk = Walk { env: Environment::new(), strict: false, annex_b: FxHashMap::default() };
    match program {
        Program::Script(script) => walk.script(script),
        Program::Module(module) => walk.module(module),
    }
    walk.env.finish()
}

struct Walk {
    env: Environment,
    strict: bool,
    /// The `var` of block functions that have one as well, by the position of their name.
    annex_b: FxHashMap<BytePos, SymbolId>,
}

// Scripts, modules and functions.
impl Walk {
    fn script(&mut self, script: &mut Script) {
        self.strict = has_use_strict(&script.body);
        let outside = self.env.open_function(false, self.strict);
        self.env.open_scope(ScopeKind::Function);
        self.hoist(&script.body, &Params { symbols: 0..0, are_seen: false, is_simple: true });
        script.body.visit_mut_with(self);
        self.env.close_scope();
        self.env.close_function(outside);
    }

    fn module(&mut self, module: &mut Module) {
        self.strict = true;
        let outside = self.env.open_function(false, true);
        self.env.open_scope(ScopeKind::Function);
        let mut declared = vec![];
        for item in &module.body {
            names_of_module_item(item, &mut declared);
        }
        self.declare_all(declared);
        module.body.visit_mut_with(self);
        self.env.close_scope();
        self.env.close_function(outside);
    }

    /// What functions, methods, arrows and constructors share. Returns their `ctxt`.
    fn function_like(&mut self, is_arrow: bool, mut params: Vec<&mut Pat>, body: Body<'_>) -> SyntaxContext {
        let outer_strict = self.strict;
        self.strict |= matches!(&body, Body::Stmts(stmts) if has_use_strict(stmts));
        let outside = self.env.open_function(is_arrow, self.strict);
        let id = self.env.function;
        self.env.open_scope(ScopeKind::Function);
        let mut names = vec![];
        params.iter().for_each(|pat| names_of_pattern(pat, BindingKind::Param, &mut names));
        let first_param = self.env.symbols.len() as SymbolId;
        let is_simple = params.iter().all(|pat| pat.is_ident());
        self.declare_params(names, is_simple && !is_arrow);
        let params_end = self.env.symbols.len() as SymbolId;
        params.iter_mut().for_each(|pat| self.bind(pat, true));

        // Closures in the parameter list see the parameters, never the variables of the body.
        let facts = &self.env.functions[id as usize];
        let are_seen = facts.has_eval || self.env.functions.len() as FunctionId > id + 1;
        if !is_simple {
            self.env.open_scope(ScopeKind::Body);
        }
        match body {
            Body::Stmts(stmts) => {
                let params = Params { symbols: first_param..params_end, are_seen, is_simple };
                self.hoist(stmts, &params);
                stmts.visit_mut_with(self);
            }
            Body::Expr(expr) => expr.visit_mut_with(self),
        }
        if !is_simple {
            self.env.close_scope();
        }
        self.env.close_scope();
        self.env.close_function(outside);
        self.strict = outer_strict;
        SyntaxContext::from_u32(id)
    }

    fn plain_function(&mut self, function: &mut Function) {
        let mut nothing = vec![];
        let stmts = function.body.as_mut().map_or(&mut nothing, |body| &mut body.stmts);
        let params = function.params.iter_mut().map(|param| &mut param.pat).collect();
        function.ctxt = self.function_like(false, params, Body::Stmts(stmts));
    }

    /// Sloppy functions with plain parameters may name one twice.
    fn declare_params(&mut self, names: Vec<Declared>, may_repeat: bool) {
        for declared in names {
            let found = self.env.lookup(&declared.name);
            let repeated = found != 0 && self.env.symbols[found as usize].function == self.env.function;
            if repeated && (!may_repeat || self.strict) {
                let first = self.env.symbols[found as usize].span;
                self.env.problems.push(Problem::redeclared(&declared.name, declared.span, first));
            } else {
                self.env.declare(declared);
            }
        }
    }
}

/// The parameters of the function whose body is hoisted.
struct Params {
    symbols: std::ops::Range<SymbolId>,
    /// Closures among them may see them.
    are_seen: bool,
    is_simple: bool,
}

enum Body<'a> {
    Stmts(&'a mut Vec<Stmt>),
    Expr(&'a mut Expr),
}

// Declarations.
impl Walk {
    /// Declares what a function body or script declares: variables, functions, lexical names, and the variables that
    /// Annex B gives to functions in blocks.
    fn hoist(&mut self, stmts: &[Stmt], params: &Params) {
        let mut hoisted = Hoisted::new(!self.strict);
        stmts.iter().for_each(|stmt| hoisted.stmt(stmt));
        self.report_conflicts(&hoisted);
        for var in hoisted.vars {
            self.declare_in_body(var, params);
        }
        let mut lexical = vec![];
        lexical_names(stmts, BindingKind::Function, &mut lexical);
        let (functions, lexical): (Vec<_>, Vec<_>) =
            lexical.into_iter().partition(|declared| declared.kind == BindingKind::Function);
        for function in functions {
            self.declare_in_body(function, params);
        }
        for declared in lexical {
            let found = self.env.lookup(&declared.name);
            if !params.is_simple && params.symbols.contains(&found) {
                let first = self.env.symbols[found as usize].span;
                self.env.problems.push(Problem::redeclared(&declared.name, declared.span, first));
            }
            self.env.declare(declared);
        }
        for function in hoisted.block_functions {
            self.declare_annex_b(function, params);
        }
    }

    fn report_conflicts(&mut self, hoisted: &Hoisted) {
        for (name, var, lexical) in &hoisted.conflicts {
            self.env.problems.push(Problem::redeclared(name, *var, *lexical));
        }
    }

    /// Declares a variable or function of a body. One that has the name of a parameter is that parameter, unless
    /// closures in the parameter list could tell the difference.
    fn declare_in_body(&mut self, declared: Declared, params: &Params) {
        let found = self.env.lookup(&declared.name);
        let is_param = !params.is_simple && params.symbols.contains(&found);
        if !is_param || declared.kind == BindingKind::Function {
            // A function exists before the parameter gets its value, which must not overwrite it.
            self.env.declare(declared);
        } else if params.are_seen {
            let id = self.env.declare(declared);
            self.env.symbols[id as usize].written = true;
            let function = self.env.function as usize;
            self.env.functions[function].hidden_params.push((id, found));
        }
    }

    /// Gives a function in a block its `var`, unless the function has a parameter or a lexical binding of that name.
    fn declare_annex_b(&mut self, declared: Declared, params: &Params) {
        let found = self.env.lookup(&declared.name);
        let taken = params.symbols.contains(&found)
            || found != 0 && self.env.is_local(found) && !self.env.symbols[found as usize].kind.is_var_like();
        if taken {
            return;
        }
        let position = declared.span.lo;
        let var = if found != 0 && self.env.is_local(found) {
            found
        } else {
            self.env.declare(Declared { kind: BindingKind::Var, ..declared })
        };
        let symbol = &mut self.env.symbols[var as usize];
        symbol.reassigned |= symbol.written;
        symbol.written = true;
        self.annex_b.insert(position, var);
    }

    fn declare_all(&mut self, names: Vec<Declared>) {
        for declared in names {
            let annex_b = self.annex_b.get(&declared.span.lo).copied();
            let is_block_function = declared.kind == BindingKind::BlockFunction;
            let id = self.env.declare(declared);
            if let Some(var) = annex_b.filter(|_| is_block_function) {
                self.env.symbols[id as usize].annex_b = var;
            }
        }
    }

    /// Opens a scope for a block that declares something; returns whether it did.
    fn open_block(&mut self, names: Vec<Declared>) -> bool {
        let needed = !names.is_empty();
        if needed {
            self.env.open_scope(ScopeKind::Block);
            self.declare_all(names);
        }
        needed
    }

    fn close_block(&mut self, opened: bool) {
        if opened {
            self.env.close_scope();
        }
    }
}

// Patterns.
impl Walk {
    /// Walks a pattern whose names are declared; `assigned` if they get a value here.
    fn bind(&mut self, pat: &mut Pat, assigned: bool) {
        match pat {
            Pat::Ident(ident) => self.env.initialize(&mut ident.id, assigned),
            Pat::Array(array) => array.elems.iter_mut().flatten().for_each(|elem| self.bind(elem, assigned)),
            Pat::Rest(rest) => self.bind(&mut rest.arg, assigned),
            Pat::Assign(assign) => {
                assign.right.visit_mut_with(self);
                self.bind(&mut assign.left, assigned);
            }
            Pat::Object(object) => {
                for prop in &mut object.props {
                    match prop {
                        ObjectPatProp::KeyValue(pair) => {
                            pair.key.visit_mut_with(self);
                            self.bind(&mut pair.value, assigned);
                        }
                        ObjectPatProp::Assign(prop) => {
                            prop.value.visit_mut_with(self);
                            self.env.initialize(&mut prop.key.id, assigned);
                        }
                        ObjectPatProp::Rest(rest) => self.bind(&mut rest.arg, assigned),
                    }
                }
            }
            Pat::Expr(_) | Pat::Invalid(_) => {}
        }
    }

    /// Walks a pattern whose targets exist already.
    fn assign(&mut self, pat: &mut Pat) {
        match pat {
            Pat::Ident(ident) => self.env.assign(&mut ident.id),
            Pat::Array(array) => array.elems.iter_mut().flatten().for_each(|elem| self.assign(elem)),
            Pat::Rest(rest) => self.assign(&mut rest.arg),
            Pat::Assign(assign) => {
                assign.right.visit_mut_with(self);
                self.assign(&mut assign.left);
            }
            Pat::Object(object) => self.assign_object(object),
            Pat::Expr(expr) => self.assign_expr(expr),
            Pat::Invalid(_) => {}
        }
    }

    fn assign_object(&mut self, object: &mut ObjectPat) {
        for prop in &mut object.props {
            match prop {
                ObjectPatProp::KeyValue(pair) => {
                    pair.key.visit_mut_with(self);
                    self.assign(&mut pair.value);
                }
                ObjectPatProp::Assign(prop) => {
                    prop.value.visit_mut_with(self);
                    self.env.assign(&mut prop.key.id);
                }
                ObjectPatProp::Rest(rest) => self.assign(&mut rest.arg),
            }
        }
    }

    /// An expression that is assigned: a name, perhaps in parentheses, or a member.
    fn assign_expr(&mut self, expr: &mut Expr) {
        match expr {
            Expr::Ident(ident) => self.env.assign(ident),
            Expr::Paren(paren) => self.assign_expr(&mut paren.expr),
            _ => expr.visit_mut_with(self),
        }
    }
}

// Loops.
impl Walk {
    fn for_head(&mut self, head: &mut ForHead, right: &mut Expr, body: &mut Stmt, lo: BytePos) {
        self.env.open_loop();
        let mut names = vec![];
        match head {
            ForHead::VarDecl(decl) if is_lexical(decl) => names_of_var_decl(decl, &mut names),
            _ => {}
        }
        let scoped = !names.is_empty();
        if scoped {
            self.env.open_scope(ScopeKind::LoopHead);
            self.declare_all(names);
            self.env.begin_dead();
        }
        self.env.loop_part(LoopPart::Test);
        right.visit_mut_with(self);
        self.env.end_dead();
        self.env.loop_part(LoopPart::Body);
        match head {
            ForHead::VarDecl(decl) => self.var_decl(decl, true),
            ForHead::Pat(pat) => self.assign(pat),
            ForHead::UsingDecl(using) => using.visit_mut_with(self),
        }
        body.visit_mut_with(self);
        self.close_block(scoped);
        self.env.close_loop(lo);
    }

    /// The declarators of a declaration; `in_head` if a loop assigns them.
    fn var_decl(&mut self, decl: &mut VarDecl, in_head: bool) {
        let is_var = decl.kind == VarDeclKind::Var;
        for declarator in &mut decl.decls {
            declarator.init.visit_mut_with(self);
            let assigned = in_head || declarator.init.is_some();
            match &mut declarator.name {
                Pat::Ident(ident) if is_var => self.env.initialize_var(&mut ident.id, assigned),
                pat => self.bind(pat, assigned),
            }
        }
    }
}

impl VisitMut for Walk {
    noop_visit_mut_type!();

    fn visit_mut_ident(&mut self, ident: &mut Ident) {
        self.env.read(ident);
    }

    fn visit_mut_expr(&mut self, expr: &mut Expr) {
        self.env.problems.extend(edition::of_expr(expr, self.env.function == 0));
        expr.visit_mut_children_with(self);
    }

    fn visit_mut_call_expr(&mut self, call: &mut CallExpr) {
        if let Callee::Expr(callee) = &call.callee
            && let Expr::Ident(callee) = &**callee
            && &*callee.sym == "eval"
        {
            self.env.note_eval();
        }
        call.visit_mut_children_with(self);
    }

    fn visit_mut_assign_expr(&mut self, assign: &mut AssignExpr) {
        match &mut assign.left {
            AssignTarget::Simple(target) => {
                let ident = match target {
                    SimpleAssignTarget::Ident(ident) => Some(&mut ident.id),
                    SimpleAssignTarget::Paren(paren) => name_in_parens(&mut paren.expr),
                    _ => None,
                };
                if let Some(ident) = ident {
                    assign.right.visit_mut_with(self);
                    self.env.assign(ident);
                } else {
                    target.visit_mut_with(self);
                    assign.right.visit_mut_with(self);
                }
            }
            AssignTarget::Pat(pat) => {
                assign.right.visit_mut_with(self);
                match pat {
                    AssignTargetPat::Array(array) => {
                        array.elems.iter_mut().flatten().for_each(|elem| self.assign(elem));
                    }
                    AssignTargetPat::Object(object) => self.assign_object(object),
                    AssignTargetPat::Invalid(_) => {}
                }
            }
        }
    }

    fn visit_mut_update_expr(&mut self, update: &mut UpdateExpr) {
        self.assign_expr(&mut update.arg);
    }

    fn visit_mut_prop_name(&mut self, name: &mut PropName) {
        if let PropName::Num(number) = name {
            self.env.problems.extend(edition::of_number(number));
        }
        name.visit_mut_children_with(self);
    }

    fn visit_mut_yield_expr(&mut self, expr: &mut YieldExpr) {
        self.env.note_yield();
        expr.visit_mut_children_with(self);
    }

    fn visit_mut_await_expr(&mut self, expr: &mut AwaitExpr) {
        self.env.note_yield();
        expr.visit_mut_children_with(self);
    }

    // Functions.

    fn visit_mut_function(&mut self, function: &mut Function) {
        self.plain_function(function);
    }

    fn visit_mut_arrow_expr(&mut self, arrow: &mut ArrowExpr) {
        let body = match &mut *arrow.body {
            ArrowFunctionBody::FunctionBody(body) => Body::Stmts(&mut body.stmts),
            ArrowFunctionBody::Expr(expr) => Body::Expr(expr),
        };
        arrow.ctxt = self.function_like(true, arrow.params.iter_mut().collect(), body);
    }

    fn visit_mut_constructor(&mut self, constructor: &mut Constructor) {
        let params = constructor
            .params
            .iter_mut()
            .filter_map(|param| match param {
                ParamOrTsParamProp::Param(param) => Some(&mut param.pat),
                ParamOrTsParamProp::TsParamProp(_) => None,
            })
            .collect();
        let mut nothing = vec![];
        let stmts = constructor.body.as_mut().map_or(&mut nothing, |body| &mut body.stmts);
        constructor.ctxt = self.function_like(false, params, Body::Stmts(stmts));
    }

    fn visit_mut_fn_expr(&mut self, function: &mut FnExpr) {
        let Some(ident) = &mut function.ident else { return self.plain_function(&mut function.function) };
        // The name's scope is part of the function, so that a loop around does not make it anew.
        let outside = self.env.function;
        self.env.open_scope(ScopeKind::Block);
        let kind = BindingKind::FunctionName;
        self.env.declare_outside(Declared { name: ident.sym.clone(), span: ident.span, kind }, outside);
        self.env.initialize(ident, false);
        self.plain_function(&mut function.function);
        self.env.close_scope();
    }

    fn visit_mut_fn_decl(&mut self, function: &mut FnDecl) {
        self.env.initialize(&mut function.ident, false);
        self.plain_function(&mut function.function);
    }

    fn visit_mut_class(&mut self, class: &mut Class) {
        let outer_strict = std::mem::replace(&mut self.strict, true);
        class.super_class.visit_mut_with(self);
        for member in &mut class.body {
            self.env.problems.extend(edition::of_class_member(member));
            member.visit_mut_with(self);
        }
        self.strict = outer_strict;
    }

    fn visit_mut_class_expr(&mut self, class: &mut ClassExpr) {
        let Some(ident) = &mut class.ident else { return class.class.visit_mut_with(self) };
        self.named_class(ident, &mut class.class);
    }

    fn visit_mut_class_decl(&mut self, class: &mut ClassDecl) {
        let mut inner = class.ident.clone();
        self.named_class(&mut inner, &mut class.class);
        // The class's own `ctxt` tells which binding its body sees.
        class.class.ctxt = inner.ctxt;
        self.env.initialize(&mut class.ident, true);
    }

    // Statements.

    fn visit_mut_block_stmt(&mut self, block: &mut BlockStmt) {
        let mut names = vec![];
        lexical_names(&block.stmts, BindingKind::BlockFunction, &mut names);
        let opened = self.open_block(names);
        block.stmts.visit_mut_with(self);
        self.close_block(opened);
    }

    fn visit_mut_switch_stmt(&mut self, switch: &mut SwitchStmt) {
        switch.discriminant.visit_mut_with(self);
        let mut names = vec![];
        lexical_names(switch.cases.iter().flat_map(|case| &case.cons), BindingKind::BlockFunction, &mut names);
        let opened = self.open_block(names);
        switch.cases.visit_mut_with(self);
        self.close_block(opened);
    }

    fn visit_mut_if_stmt(&mut self, stmt: &mut IfStmt) {
        stmt.test.visit_mut_with(self);
        self.branch(&mut stmt.cons);
        if let Some(alt) = &mut stmt.alt {
            self.branch(alt);
        }
    }

    fn visit_mut_labeled_stmt(&mut self, stmt: &mut LabeledStmt) {
        stmt.body.visit_mut_with(self);
    }

    fn visit_mut_break_stmt(&mut self, _: &mut BreakStmt) {}

    fn visit_mut_continue_stmt(&mut self, _: &mut ContinueStmt) {}

    fn visit_mut_with_stmt(&mut self, stmt: &mut WithStmt) {
        self.env.note_eval();
        stmt.visit_mut_children_with(self);
    }

    fn visit_mut_catch_clause(&mut self, clause: &mut CatchClause) {
        self.env.problems.extend(edition::of_catch(clause));
        let mut names = vec![];
        if let Some(param) = &clause.param {
            let kind = if param.is_ident() { BindingKind::CatchParam } else { BindingKind::CatchPattern };
            names_of_pattern(param, kind, &mut names);
        }
        self.report_hidden_by_body(&names, &clause.body);
        let opened = self.open_block(names);
        if let Some(param) = &mut clause.param {
            self.bind(param, true);
        }
        clause.body.visit_mut_with(self);
        self.close_block(opened);
    }

    fn visit_mut_var_decl(&mut self, decl: &mut VarDecl) {
        self.var_decl(decl, false);
    }

    fn visit_mut_for_stmt(&mut self, stmt: &mut ForStmt) {
        self.env.open_loop();
        let mut names = vec![];
        if let Some(VarDeclOrExpr::VarDecl(decl)) = &stmt.init
            && is_lexical(decl)
        {
            names_of_var_decl(decl, &mut names);
        }
        let scoped = !names.is_empty();
        if scoped {
            self.env.open_scope(ScopeKind::LoopHead);
            self.declare_all(names);
        }
        self.env.loop_part(LoopPart::Init);
        stmt.init.visit_mut_with(self);
        self.env.loop_part(LoopPart::Test);
        stmt.test.visit_mut_with(self);
        stmt.update.visit_mut_with(self);
        self.env.loop_part(LoopPart::Body);
        stmt.body.visit_mut_with(self);
        self.close_block(scoped);
        self.env.close_loop(stmt.span.lo);
    }

    fn visit_mut_for_in_stmt(&mut self, stmt: &mut ForInStmt) {
        self.for_head(&mut stmt.left, &mut stmt.right, &mut stmt.body, stmt.span.lo);
    }

    fn visit_mut_for_of_stmt(&mut self, stmt: &mut ForOfStmt) {
        self.for_head(&mut stmt.left, &mut stmt.right, &mut stmt.body, stmt.span.lo);
        if stmt.is_await {
            self.env.note_yield();
        }
    }

    fn visit_mut_while_stmt(&mut self, stmt: &mut WhileStmt) {
        self.env.open_loop();
        stmt.visit_mut_children_with(self);
        self.env.close_loop(stmt.span.lo);
    }

    fn visit_mut_do_while_stmt(&mut self, stmt: &mut DoWhileStmt) {
        self.env.open_loop();
        stmt.visit_mut_children_with(self);
        self.env.close_loop(stmt.span.lo);
    }

    // Modules.

    fn visit_mut_module_decl(&mut self, decl: &mut ModuleDecl) {
        self.env.problems.extend(edition::of_module_decl(decl));
        match decl {
            ModuleDecl::Import(import) => {
                for specifier in &mut import.specifiers {
                    self.env.initialize(local_of_import(specifier), false);
                }
            }
            ModuleDecl::ExportNamed(export) if export.src.is_none() => {
                for specifier in &mut export.specifiers {
                    if let ExportSpecifier::Named(ExportNamedSpecifier {
                        orig: ModuleExportName::Ident(ident), ..
                    }) = specifier
                    {
                        self.env.read(ident);
                    }
                }
            }
            ModuleDecl::ExportNamed(_) | ModuleDecl::ExportAll(_) => {}
            _ => decl.visit_mut_children_with(self),
        }
    }

    fn visit_mut_export_default_decl(&mut self, decl: &mut ExportDefaultDecl) {
        match &mut decl.decl {
            DefaultDecl::Fn(function) => {
                if let Some(ident) = &mut function.ident {
                    self.env.initialize(ident, false);
                }
                self.plain_function(&mut function.function);
            }
            DefaultDecl::Class(class) => match &mut class.ident {
                Some(ident) => {
                    let mut inner = ident.clone();
                    self.named_class(&mut inner, &mut class.class);
                    class.class.ctxt = inner.ctxt;
                    self.env.initialize(ident, true);
                }
                None => class.class.visit_mut_with(self),
            },
            DefaultDecl::TsInterfaceDecl(_) => {}
        }
    }
}

// What the visitor above needs.
impl Walk {
    /// The branch of an `if`: a bare function declaration is put in a block, as Annex B.3.4 reads it.
    fn branch(&mut self, stmt: &mut Box<Stmt>) {
        if stmt.is_decl() {
            if self.strict {
                let message = "a function declaration may stand here in sloppy code only";
                self.env.problems.push(Problem::syntax(stmt.span(), message));
            }
            let span = stmt.span();
            let stmts = vec![*stmt.take()];
            **stmt = Stmt::Block(BlockStmt { span, stmts, ..Default::default() });
        }
        stmt.visit_mut_with(self);
    }

    /// A class with a name of its own inside.
    fn named_class(&mut self, ident: &mut Ident, class: &mut Class) {
        self.env.open_scope(ScopeKind::Block);
        let kind = BindingKind::ClassName;
        self.env.declare(Declared { name: ident.sym.clone(), span: ident.span, kind });
        ident.ctxt = SyntaxContext::from_u32(self.env.lookup(&ident.sym));
        class.visit_mut_with(self);
        self.env.initialize(ident, true);
        self.env.close_scope();
    }

    /// A catch clause's body may not declare the parameter's names again.
    fn report_hidden_by_body(&mut self, params: &[Declared], body: &BlockStmt) {
        if params.is_empty() {
            return;
        }
        let mut names = vec![];
        lexical_names(&body.stmts, BindingKind::BlockFunction, &mut names);
        for declared in names {
            if let Some(param) = params.iter().find(|param| param.name == declared.name) {
                self.env.problems.push(Problem::redeclared(&declared.name, declared.span, param.span));
            }
        }
    }
}

/// Whether a function body or script begins with a Use Strict Directive.
fn has_use_strict(stmts: &[Stmt]) -> bool {
    stmts.iter().take_while(|stmt| is_directive(stmt)).any(Stmt::is_use_strict)
}

/// Whether a statement is a string literal alone, as directives are.
pub(crate) fn is_directive(stmt: &Stmt) -> bool {
    matches!(stmt, Stmt::Expr(stmt) if matches!(&*stmt.expr, Expr::Lit(Lit::Str(_))))
}

/// `x` in `((x))`.
fn name_in_parens(expr: &mut Expr) -> Option<&mut Ident> {
    match expr {
        Expr::Ident(ident) => Some(ident),
        Expr::Paren(paren) => name_in_parens(&mut paren.expr),
        _ => None,
    }
}

fn local_of_import(specifier: &mut ImportSpecifier) -> &mut Ident {
    match specifier {
        ImportSpecifier::Named(named) => &mut named.local,
        ImportSpecifier::Default(default) => &mut default.local,
        ImportSpecifier::Namespace(namespace) => &mut namespace.local,
    }
}

/// The names that an item of a module declares at its top level. All of them may be declared only once, but for
/// `var`s.
fn names_of_module_item(item: &ModuleItem, out: &mut Vec<Declared>) {
    let lexical = BindingKind::Function;
    match item {
        ModuleItem::Stmt(stmt) => {
            let mut hoisted = Hoisted::new(false);
            hoisted.stmt(stmt);
            out.append(&mut hoisted.vars);
            lexical_names([stmt], lexical, out);
        }
        ModuleItem::ModuleDecl(ModuleDecl::ExportDecl(ExportDecl { decl, .. })) => match decl {
            Decl::Var(var) => names_of_var_decl(var, out),
            _ => lexical_names_of_decl(decl, lexical, out),
        },
        ModuleItem::ModuleDecl(ModuleDecl::ExportDefaultDecl(ExportDefaultDecl { decl, .. })) => {
            let (ident, kind) = match decl {
                DefaultDecl::Fn(function) => (&function.ident, lexical),
                DefaultDecl::Class(class) => (&class.ident, BindingKind::Class),
                DefaultDecl::TsInterfaceDecl(_) => (&None, lexical),
            };
            if let Some(Ident { sym, span, .. }) = ident {
                out.push(Declared { name: sym.clone(), span: *span, kind });
            }
        }
        ModuleItem::ModuleDecl(ModuleDecl::Import(import)) => {
            for specifier in &import.specifiers {
                let local = match specifier {
                    ImportSpecifier::Named(named) => &named.local,
                    ImportSpecifier::Default(default) => &default.local,
                    ImportSpecifier::Namespace(namespace) => &namespace.local,
                };
                out.push(Declared { name: local.sym.clone(), span: local.span, kind: BindingKind::Import });
            }
        }
        ModuleItem::ModuleDecl(_) => {}
    }
}
