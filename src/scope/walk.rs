//! The walk itself, in the order of evaluation.
//!
//! A binding counts as initialised once the walk has passed its initialisation. Since code of one function runs in
//! the order it is walked, a reference that is met before is certainly evaluated too early; one in another function
//! may be evaluated at any time.

use rustc_hash::FxHashMap;
use swc_common::{BytePos, Spanned, SyntaxContext, util::take::Take};
use swc_ecma_ast::*;
use swc_ecma_visit::{VisitMut, VisitMutWith, noop_visit_mut_type};

mod classes;
mod declarations;
mod file_kind;
mod modules;
mod patterns;

use super::{
    BindingKind, Facts, FileKind, FunctionId, SymbolId, ValueType,
    bindings::{
        Declared, is_lexical, labeled_function, lexical_names, names_of_head, names_of_pattern, names_of_var_decl,
    },
    early_errors::{Body as BodyOf, EarlyErrors, Entered, FunctionName, HeadOf, Role, Text},
    edition,
    environment::{Environment, LoopPart, ScopeKind},
    escape::Use,
    function_id,
    skippable::is_nameless_function,
    symbol_id,
};
use crate::{
    ast::{has_spread, use_strict},
    code_string::CodeString,
    options::{Modules, Options},
    problem::Problem,
};
use declarations::Params;

/// Libraries have a new name for each 60 to 100 bytes.
const BYTES_FOR_A_NAME: usize = 80;

/// Walks `program`, filling its `ctxt` slots: unless bindings count as initialized, references of closures may get the
/// [`CHECK_BIT`](super::CHECK_BIT).
pub(super) fn walk(program: &mut Program, text: Text<'_>, options: &Options) -> (Facts, Vec<Problem>) {
    // The statements at the top may become a machine.
    let suspends = program.is_module() && options.modules == Modules::System;
    let assumptions = options.assumed();
    let mut walk = Walk {
        env: Environment::new(!assumptions.initialized_bindings, text.source().len() / BYTES_FOR_A_NAME),
        early: EarlyErrors::new(text),
        suspends,
        has_suspended: false,
        constructors: 0,
        is_special: suspends,
        is_module: program.is_module(),
        lowers_typeof: options.typeof_symbols,
        annex_b: FxHashMap::default(),
        code_strings: vec![],
    };
    match program {
        Program::Script(script) => walk.script(script),
        Program::Module(module) => walk.module(module),
    }
    walk.early.escapes_left();
    let awaits = std::mem::take(&mut walk.env.awaits_at_top);
    let awaits_at_top = !awaits.is_empty();
    let (mut facts, mut problems) = walk.env.finish();
    facts.awaits_at_top = awaits_at_top;
    if !suspends {
        problems.extend(awaits.into_iter().map(Problem::top_level_await));
    }
    facts.file_kind = FileKind::of(program, options, &facts);
    facts.code_strings = walk.code_strings;
    facts.kinds_are_observed =
        walk.has_suspended && (!assumptions.ignore_function_kinds || text.mentions_kinds(walk.constructors));
    facts.changes_parents = !facts.classes.is_empty() && (!assumptions.constant_parents || text.mentions_parents());
    problems.append(&mut walk.early.problems);
    if facts.file_kind != FileKind::CommonJs {
        problems.append(&mut walk.early.outside_of_functions);
    }
    (facts, problems)
}

pub(super) struct Walk<'s> {
    pub(super) env: Environment,
    early: EarlyErrors<'s>,
    /// The current function is a generator or async.
    suspends: bool,
    /// Some function was.
    has_suspended: bool,
    /// How many classes have a `constructor`.
    constructors: usize,
    /// Lowering has to look at every statement of the current function: it is a generator, async, the constructor of
    /// a derived class, a static block, the initial value of a field, or an arrow function in one.
    pub(super) is_special: bool,
    pub(super) is_module: bool,
    /// `typeof` is to be lowered.
    pub(super) lowers_typeof: bool,
    /// The `var` of block functions that have one as well, and whether they lead their block, by the position of their
    /// name.
    annex_b: FxHashMap<BytePos, (SymbolId, bool)>,
    code_strings: Vec<CodeString>,
}

// Scripts, modules and functions.
impl Walk<'_> {
    /// Keeps what a call of a global runs as code. The callee has been resolved.
    fn note_code_string(&mut self, callee: &Expr, args: &[ExprOrSpread]) {
        if let Some((name, code)) = CodeString::of_call(callee, args)
            && symbol_id(name) == 0
        {
            self.code_strings.push(code);
        }
    }

    fn script(&mut self, script: &mut Script) {
        let strict = use_strict(&script.body).is_some();
        self.early.begin_script(strict);
        self.early.using_at_top(&script.body);
        let outside = self.env.open_function(false, strict);
        self.env.open_scope(ScopeKind::Function);
        self.hoist(&script.body, &Params { symbols: 0..0, are_seen: false, is_simple: true });
        script.body.visit_mut_with(self);
        self.env.close_scope();
        self.env.close_function(outside);
    }

    /// What functions, methods, arrows and constructors share. Returns their `ctxt`.
    fn function_like(&mut self, head: Head<'_>, mut params: ParamList<'_>, body: Body<'_>) -> SyntaxContext {
        let Head { role, is_async, is_generator, name } = head;
        let is_arrow = role == Role::Arrow;
        let mut is_simple = true;
        params.for_each(|pat| is_simple &= pat.is_ident());
        let directive = match &body {
            Body::Stmts(stmts) => use_strict(stmts),
            Body::Expr(_) => None,
        };
        if let Some(directive) = directive.filter(|_| !is_simple) {
            self.early.strict_directive(directive);
        }
        let strict = self.early.code.strict || directive.is_some();
        let entered = Entered { role, is_async, is_generator, strict };
        let around = self.early.enter_parameters(entered);
        if let Some(name) = name {
            self.early.own_name(name, &around);
        }
        let outer_suspends = std::mem::replace(&mut self.suspends, is_async || is_generator);
        self.has_suspended |= self.suspends;
        let is_special =
            self.suspends || role == Role::DerivedConstructor || role.is_element() || is_arrow && self.is_special;
        let outer_special = std::mem::replace(&mut self.is_special, is_special);
        let outside = self.env.open_function(is_arrow, strict);
        let id = self.env.function;
        self.env.functions[id as usize].has_simple_parameters = is_simple;
        self.env.functions[id as usize].is_divided = self.suspends;
        self.env.open_scope(ScopeKind::Function);
        if !is_arrow {
            self.env.hide_arguments();
        }
        let first_param = self.env.symbols.len() as SymbolId;
        let may_repeat = is_simple && role == Role::Plain;
        let mut declare = |declared: Declared<'_>| self.declare_param(declared, may_repeat);
        params.for_each(|pat| names_of_pattern(pat, BindingKind::Param, &mut declare));
        let params_end = self.env.symbols.len() as SymbolId;
        params.for_each(|pat| self.bind(pat, true));
        self.early.enter_body(entered);

        // Closures in the parameter list see the parameters, never the variables of the body.
        let has_functions = self.env.functions.len() as FunctionId > id + 1;
        let facts = &mut self.env.functions[id as usize];
        let eval_in_params = std::mem::take(&mut facts.has_eval);
        facts.evaluates_in_parameters = std::mem::take(&mut facts.evaluates);
        facts.eval_sees_arguments = false;
        let are_seen = eval_in_params || has_functions;
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
        if eval_in_params {
            self.hide_from_eval(id, params_end);
        }
        self.env.close_scope();
        self.env.close_function(outside);
        self.early.leave_function(around);
        self.suspends = outer_suspends;
        self.is_special = outer_special;
        SyntaxContext::from_u32(id)
    }

    fn plain_function(&mut self, name: Option<FunctionName<'_>>, function: &mut Function) {
        self.function_of_role(Role::Plain, name, function);
    }

    fn function_of_role(&mut self, role: Role, name: Option<FunctionName<'_>>, function: &mut Function) {
        let head = Head { role, is_async: function.is_async, is_generator: function.is_generator, name };
        let mut nothing = vec![];
        let stmts = function.body.as_mut().map_or(&mut nothing, |body| &mut body.stmts);
        function.ctxt = self.function_like(head, ParamList::Params(&mut function.params), Body::Stmts(stmts));
    }
}

/// What a function is and what it is called.
struct Head<'a> {
    role: Role,
    is_async: bool,
    is_generator: bool,
    name: Option<FunctionName<'a>>,
}

/// Parameters in each of the places that the tree has for them.
enum ParamList<'a> {
    Params(&'a mut [Param]),
    OfArrow(&'a mut [Pat]),
    OfConstructor(&'a mut [ParamOrTsParamProp]),
}

impl ParamList<'_> {
    fn for_each(&mut self, mut work: impl FnMut(&mut Pat)) {
        match self {
            Self::Params(params) => params.iter_mut().for_each(|param| work(&mut param.pat)),
            Self::OfArrow(params) => params.iter_mut().for_each(work),
            Self::OfConstructor(params) => {
                params.iter_mut().filter_map(ParamOrTsParamProp::as_mut_param).for_each(|param| work(&mut param.pat));
            }
        }
    }
}

enum Body<'a> {
    Stmts(&'a mut Vec<Stmt>),
    Expr(&'a mut Expr),
}

// Loops.
impl Walk<'_> {
    /// `walks` if the right side is iterated by `for-of`.
    fn for_head(&mut self, head: &mut ForHead, right: &mut Expr, walks: bool, body: &mut Stmt, lo: BytePos) {
        self.env.open_loop();
        let mut scoped = false;
        names_of_head(head, &mut |name| self.declare_in_scope(ScopeKind::LoopHead, &mut scoped, name));
        if scoped {
            self.env.begin_dead();
        }
        self.env.loop_part(LoopPart::Test);
        if walks {
            self.elements(right)
        } else {
            right.visit_mut_with(self)
        }
        self.env.end_dead();
        self.env.loop_part(LoopPart::Body);
        match head {
            ForHead::VarDecl(decl) => self.var_decl(decl, true),
            ForHead::Pat(pat) => self.assign(pat),
            ForHead::UsingDecl(using) => using.visit_mut_with(self),
        }
        self.loop_body(body);
        self.close_block(scoped);
        self.env.close_loop(lo);
    }

    /// The declarators of a declaration; `in_head` if a loop assigns them.
    fn var_decl(&mut self, decl: &mut VarDecl, in_head: bool) {
        let is_var = decl.kind == VarDeclKind::Var;
        for declarator in &mut decl.decls {
            let beginning = self.begin_candidate();
            self.touch_if(declarator.init.as_deref().is_some_and(is_nameless_function));
            match &mut declarator.init {
                Some(init) if declarator.name.is_array() => self.elements(init),
                init => init.visit_mut_with(self),
            }
            self.end_candidate(declarator.span.lo, beginning);
            let value = match &declarator.init {
                Some(init) => Some(ValueType::by_form(init)),
                None if in_head => Some(ValueType::Unknown),
                None if is_var => None,
                None => Some(ValueType::Primitive),
            };
            match &mut declarator.name {
                Pat::Ident(ident) if is_var => {
                    if in_head && declarator.init.is_some() {
                        // for (var i = 0 in o)
                        self.env.initialize_var(&mut ident.id, Some(ValueType::Unknown), Use::Any);
                    }
                    let how = if in_head { Use::Any } else { Use::Write };
                    self.env.initialize_var(&mut ident.id, value, how);
                }
                Pat::Ident(ident) => {
                    self.env.initialize(&mut ident.id, value);
                    if let Some(init) = declarator.init.as_deref() {
                        self.env.holds(&ident.sym, init);
                    }
                }
                pat => self.bind(pat, value.is_some()),
            }
            if let (Pat::Ident(name), Some(init)) = (&declarator.name, &declarator.init) {
                self.hold_function(name, init);
            }
        }
    }
}

impl VisitMut for Walk<'_> {
    noop_visit_mut_type!();

    fn visit_mut_ident(&mut self, ident: &mut Ident) {
        self.name(ident, Use::Any);
    }

    fn visit_mut_ident_name(&mut self, name: &mut IdentName) {
        self.early.met_word(&name.sym, name.span);
    }

    fn visit_mut_str(&mut self, string: &mut Str) {
        self.early.string(string);
    }

    fn visit_mut_number(&mut self, number: &mut Number) {
        self.early.number(number);
    }

    fn visit_mut_tpl(&mut self, template: &mut Tpl) {
        self.early.template(template);
        template.visit_mut_children_with(self);
    }

    fn visit_mut_tagged_tpl(&mut self, tagged: &mut TaggedTpl) {
        self.called(&mut tagged.tag, true);
        tagged.tpl.visit_mut_children_with(self);
    }

    fn visit_mut_tpl_element(&mut self, quasi: &mut TplElement) {
        self.early.template_text(quasi);
    }

    fn visit_mut_super_prop_expr(&mut self, prop: &mut SuperPropExpr) {
        self.early.super_property(prop);
        prop.visit_mut_children_with(self);
    }

    fn visit_mut_stmt(&mut self, stmt: &mut Stmt) {
        let position = stmt.span_lo();
        let beginning = self.begin_candidate();
        self.touch_statement(stmt);
        stmt.visit_mut_children_with(self);
        if let Stmt::Labeled(labeled) = stmt
            && labeled_function(labeled).is_some()
        {
            *stmt = without_labels(stmt.take());
        }
        self.end_candidate(position, beginning);
    }

    fn visit_mut_expr(&mut self, expr: &mut Expr) {
        // Of all expressions the most frequent, of which there is the least to learn.
        if let Expr::Ident(name) = expr {
            return self.name(name, Use::Any);
        }
        self.early.expression(expr);
        self.touch_expression(expr);
        self.env.meet(edition::of_expr(expr, self.env.function == 0));
        expr.visit_mut_children_with(self);
    }

    fn visit_mut_private_name(&mut self, name: &mut PrivateName) {
        self.touch_if(true);
        self.early.private_reference(name);
    }

    fn visit_mut_bin_expr(&mut self, binary: &mut BinExpr) {
        match &mut *binary.left {
            Expr::PrivateName(name) if binary.op == op!("in") => name.visit_mut_with(self),
            left => left.visit_mut_with(self),
        }
        binary.right.visit_mut_with(self);
    }

    fn visit_mut_call_expr(&mut self, call: &mut CallExpr) {
        if let Callee::Expr(callee) = &call.callee
            && callee.unwrap_parens().is_ident_ref_to("eval")
        {
            self.env.note_direct_eval();
        }
        self.callee(&mut call.callee, has_spread(&call.args));
        self.arguments(&mut call.args);
        if let Callee::Expr(callee) = &call.callee {
            self.note_code_string(callee, &call.args);
        }
    }

    fn visit_mut_new_expr(&mut self, new: &mut NewExpr) {
        new.visit_mut_children_with(self);
        self.note_code_string(&new.callee, new.args.as_deref().unwrap_or_default());
    }

    fn visit_mut_opt_chain_expr(&mut self, chain: &mut OptChainExpr) {
        self.head_of_chain(chain);
        chain.visit_mut_children_with(self);
    }

    fn visit_mut_member_expr(&mut self, member: &mut MemberExpr) {
        self.member(member);
    }

    fn visit_mut_expr_or_spread(&mut self, item: &mut ExprOrSpread) {
        if item.spread.is_some() { self.elements(&mut item.expr) } else { item.expr.visit_mut_with(self) }
    }

    fn visit_mut_unary_expr(&mut self, unary: &mut UnaryExpr) {
        if unary.op == op!("delete") {
            self.note_written(&unary.arg);
        }
        unary.visit_mut_children_with(self);
        if unary.op == op!("typeof") {
            self.note_tested(&unary.arg);
        }
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
                    let how = if assign.op == op!("=") { Use::Write } else { Use::Any };
                    self.assign_name(ident, ValueType::of_assignment(assign.op, &assign.right), how);
                } else {
                    self.early.simple_target(target);
                    match target {
                        SimpleAssignTarget::Member(member) => self.written_member(member),
                        SimpleAssignTarget::Paren(paren) => self.note_written(&paren.expr),
                        _ => {}
                    }
                    target.visit_mut_with(self);
                    assign.right.visit_mut_with(self);
                }
            }
            AssignTarget::Pat(pat) => {
                self.env.divide();
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
        self.early.target(&update.arg);
        self.assign_expr(&mut update.arg, ValueType::Primitive);
    }

    fn visit_mut_prop_name(&mut self, name: &mut PropName) {
        self.env.meet(edition::of_prop_name(name));
        name.visit_mut_children_with(self);
    }

    fn visit_mut_meta_prop_expr(&mut self, meta: &mut MetaPropExpr) {
        if meta.kind == MetaPropKind::NewTarget {
            self.env.note_new_target();
        }
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

    /// The function of a method or accessor: other functions are walked with what they stand in.
    fn visit_mut_function(&mut self, function: &mut Function) {
        self.function_of_role(Role::Method, None, function);
    }

    fn visit_mut_arrow_expr(&mut self, arrow: &mut ArrowExpr) {
        let head = Head { role: Role::Arrow, is_async: arrow.is_async, is_generator: false, name: None };
        let body = match &mut *arrow.body {
            ArrowFunctionBody::FunctionBody(body) => Body::Stmts(&mut body.stmts),
            ArrowFunctionBody::Expr(expr) => Body::Expr(expr),
        };
        arrow.ctxt = self.function_like(head, ParamList::OfArrow(&mut arrow.params), body);
    }

    fn visit_mut_fn_expr(&mut self, function: &mut FnExpr) {
        let Some(ident) = &mut function.ident else { return self.plain_function(None, &mut function.function) };
        // The name's scope is part of the function, so that a loop around does not make it anew.
        let outside = self.env.function;
        self.env.open_scope(ScopeKind::Block);
        let kind = BindingKind::FunctionName;
        self.env.declare_outside(Declared::new(ident, kind), outside);
        self.env.initialize(ident, None);
        let name = FunctionName { ident, is_inside: true };
        self.plain_function(Some(name), &mut function.function);
        self.env.functions[function_id(function.function.ctxt) as usize].own_name = symbol_id(ident);
        self.env.close_scope();
    }

    fn visit_mut_fn_decl(&mut self, function: &mut FnDecl) {
        self.env.initialize(&mut function.ident, None);
        self.env.declares_function();
        let name = FunctionName { ident: &function.ident, is_inside: false };
        self.plain_function(Some(name), &mut function.function);
        self.hold_declared(function);
    }

    fn visit_mut_class(&mut self, class: &mut Class) {
        self.class(class, 0);
    }

    fn visit_mut_class_expr(&mut self, class: &mut ClassExpr) {
        let Some(ident) = &mut class.ident else { return class.class.visit_mut_with(self) };
        self.named_class(ident, &mut class.class);
    }

    fn visit_mut_class_decl(&mut self, class: &mut ClassDecl) {
        self.named_class(&mut class.ident.clone(), &mut class.class);
        self.env.initialize(&mut class.ident, Some(ValueType::Unknown));
        self.env.holds_class(&class.ident.sym, &class.class);
    }

    // Statements.

    fn visit_mut_block_stmt(&mut self, block: &mut BlockStmt) {
        let mut opened = false;
        lexical_names(&block.stmts, BindingKind::BlockFunction, &mut |name| self.declare_block(&mut opened, name));
        block.stmts.visit_mut_with(self);
        self.close_block(opened);
    }

    fn visit_mut_switch_stmt(&mut self, switch: &mut SwitchStmt) {
        switch.discriminant.visit_mut_with(self);
        let mut opened = false;
        let stmts = switch.cases.iter().flat_map(|case| &case.cons);
        lexical_names(stmts, BindingKind::BlockFunction, &mut |name| self.declare_block(&mut opened, name));
        let jumps = self.early.open_jumps(false);
        for case in &mut switch.cases {
            if opened {
                self.env.next_clause();
            }
            self.early.using_in_clause(&case.cons);
            case.visit_mut_with(self);
        }
        self.early.close_jumps(jumps);
        self.close_block(opened);
    }

    fn visit_mut_if_stmt(&mut self, stmt: &mut IfStmt) {
        stmt.test.visit_mut_with(self);
        self.branch(&mut stmt.cons);
        if let Some(alt) = &mut stmt.alt {
            self.branch(alt);
        }
    }

    fn visit_mut_expr_stmt(&mut self, stmt: &mut ExprStmt) {
        self.early.expression_statement(stmt);
        stmt.expr.visit_mut_with(self);
        self.hold_assigned(&stmt.expr);
    }

    fn visit_mut_labeled_stmt(&mut self, stmt: &mut LabeledStmt) {
        self.early.open_label(stmt);
        self.early.sole_statement(&stmt.body, BodyOf::Label);
        stmt.body.visit_mut_with(self);
        self.early.close_label();
    }

    fn visit_mut_break_stmt(&mut self, stmt: &mut BreakStmt) {
        self.early.break_statement(stmt);
    }

    fn visit_mut_continue_stmt(&mut self, stmt: &mut ContinueStmt) {
        self.early.continue_statement(stmt);
    }

    fn visit_mut_with_stmt(&mut self, stmt: &mut WithStmt) {
        self.env.note_eval();
        self.early.with_statement(stmt);
        stmt.obj.visit_mut_with(self);
        self.early.sole_statement(&stmt.body, BodyOf::Other);
        self.env.open_with(stmt.span.lo);
        stmt.body.visit_mut_with(self);
        self.env.close_with();
    }

    fn visit_mut_return_stmt(&mut self, stmt: &mut ReturnStmt) {
        self.early.return_statement(stmt, self.env.function == 0);
        self.env.functions[self.env.function as usize].returns_value |= stmt.arg.is_some();
        stmt.visit_mut_children_with(self);
    }

    fn visit_mut_catch_clause(&mut self, clause: &mut CatchClause) {
        self.env.meet(edition::of_catch(clause));
        let mut opened = false;
        if let Some(param) = &mut clause.param {
            let kind = match param {
                Pat::Ident(_) if self.suspends => BindingKind::SuspendedCatchParam,
                Pat::Ident(_) => BindingKind::CatchParam,
                _ => BindingKind::CatchPattern,
            };
            self.report_hidden_by_body(param, &clause.body);
            names_of_pattern(param, kind, &mut |name| self.declare_block(&mut opened, name));
            self.bind(param, true);
        }
        clause.body.visit_mut_with(self);
        self.close_block(opened);
    }

    fn visit_mut_var_decl(&mut self, decl: &mut VarDecl) {
        self.var_decl(decl, false);
    }

    fn visit_mut_using_decl(&mut self, using: &mut UsingDecl) {
        self.early.await_using(using, self.env.function == 0);
        for newer in edition::of_using(using, self.env.function == 0) {
            self.env.meet(newer);
        }
        for VarDeclarator { name, init, .. } in &mut using.decls {
            init.visit_mut_with(self);
            let value = init.as_deref().map_or(ValueType::Unknown, ValueType::by_form);
            match name {
                Pat::Ident(ident) => self.env.initialize(&mut ident.id, Some(value)),
                pat => self.bind(pat, true),
            }
        }
        if using.is_await {
            self.env.note_yield();
        }
    }

    fn visit_mut_for_stmt(&mut self, stmt: &mut ForStmt) {
        self.early.semicolons_of_for(stmt);
        self.env.open_loop();
        let scoped = match &stmt.init {
            Some(VarDeclOrExpr::VarDecl(decl)) => {
                self.early.values_in_head(decl);
                self.declare_head(decl)
            }
            _ => false,
        };
        self.env.loop_part(LoopPart::Init);
        stmt.init.visit_mut_with(self);
        self.env.loop_part(LoopPart::Test);
        stmt.test.visit_mut_with(self);
        stmt.update.visit_mut_with(self);
        self.env.loop_part(LoopPart::Body);
        self.loop_body(&mut stmt.body);
        self.close_block(scoped);
        self.env.close_loop(stmt.span.lo);
    }

    fn visit_mut_for_in_stmt(&mut self, stmt: &mut ForInStmt) {
        self.early.for_head(&stmt.left, HeadOf::In);
        self.for_head(&mut stmt.left, &mut stmt.right, false, &mut stmt.body, stmt.span.lo);
    }

    fn visit_mut_for_of_stmt(&mut self, stmt: &mut ForOfStmt) {
        self.env.meet(edition::of_for_of(stmt, self.env.function == 0));
        self.early.for_await(stmt);
        self.early.for_head(&stmt.left, if stmt.is_await { HeadOf::Await } else { HeadOf::Of });
        self.for_head(&mut stmt.left, &mut stmt.right, !stmt.is_await, &mut stmt.body, stmt.span.lo);
        if stmt.is_await {
            self.env.note_yield();
        }
    }

    fn visit_mut_while_stmt(&mut self, stmt: &mut WhileStmt) {
        self.env.open_loop();
        stmt.test.visit_mut_with(self);
        self.loop_body(&mut stmt.body);
        self.env.close_loop(stmt.span.lo);
    }

    fn visit_mut_do_while_stmt(&mut self, stmt: &mut DoWhileStmt) {
        self.env.open_loop();
        self.loop_body(&mut stmt.body);
        stmt.test.visit_mut_with(self);
        self.env.close_loop(stmt.span.lo);
    }

    // Modules.

    fn visit_mut_module_decl(&mut self, decl: &mut ModuleDecl) {
        self.module_declaration(decl);
    }
}

// What the visitor above needs.
impl Walk<'_> {
    /// A name that is read.
    pub(super) fn name(&mut self, name: &mut Ident, how: Use) {
        self.early.reference(&name.sym, name.span);
        self.env.read(name, how);
    }

    /// Opens the scope that the head of a loop has for the names that it declares; returns whether it has one.
    fn declare_head(&mut self, decl: &VarDecl) -> bool {
        let mut opened = false;
        if is_lexical(decl) {
            names_of_var_decl(decl, &mut |name| self.declare_in_scope(ScopeKind::LoopHead, &mut opened, name));
        }
        opened
    }

    fn loop_body(&mut self, body: &mut Stmt) {
        self.early.sole_statement(body, BodyOf::Other);
        let jumps = self.early.open_jumps(true);
        body.visit_mut_with(self);
        self.early.close_jumps(jumps);
    }

    /// The branch of an `if`: a bare function declaration is put in a block, as Annex B.3.4 reads it.
    fn branch(&mut self, stmt: &mut Box<Stmt>) {
        self.early.sole_statement(stmt, BodyOf::Branch);
        if stmt.is_decl() {
            let span = stmt.span();
            let stmts = vec![*stmt.take()];
            **stmt = Stmt::Block(BlockStmt { span, stmts, ..Default::default() });
        }
        stmt.visit_mut_with(self);
    }

    /// A catch clause's body may not declare the parameter's names again.
    fn report_hidden_by_body(&mut self, param: &Pat, body: &BlockStmt) {
        lexical_names(&body.stmts, BindingKind::BlockFunction, &mut |declared| {
            names_of_pattern(param, BindingKind::CatchPattern, &mut |hidden| {
                if hidden.name == declared.name {
                    self.env.problems.push(Problem::redeclared(declared.name, declared.span, hidden.span));
                }
            });
        });
    }
}

/// `function f() {}` for `a: b: function f() {}`: nothing can jump to these labels, and ES5 has no such statement. What
/// stood before the labels comes before the function.
fn without_labels(mut stmt: Stmt) -> Stmt {
    let lo = stmt.span_lo();
    while let Stmt::Labeled(labeled) = stmt {
        stmt = *labeled.body;
    }
    if let Stmt::Decl(Decl::Fn(function)) = &mut stmt {
        function.function.span.lo = lo;
    }
    stmt
}

/// `x` in `((x))`.
fn name_in_parens(expr: &mut Expr) -> Option<&mut Ident> {
    match expr {
        Expr::Ident(ident) => Some(ident),
        Expr::Paren(paren) => name_in_parens(&mut paren.expr),
        _ => None,
    }
}
