//! The rewriting walk: each node is met once. On the way down its surroundings are known, on the way up its children
//! are ES5 already.
//!
//! This file says which feature handles which node; each feature has a file of its own, which begins with what it
//! lowers. [`frame`] keeps what a function needs at its top, [`evaluate_once`] what is needed more than once.

mod arguments;
mod arrow;
mod assignment;
mod async_function;
mod bigint;
mod block_scope;
mod calls;
mod catch;
mod class;
mod delete;
mod destructuring;
mod direct_eval;
mod dynamic_import;
mod evaluate_once;
mod exponent;
mod for_await;
mod for_of;
mod frame;
mod function;
mod function_name;
mod generator;
mod import_attributes;
mod import_meta;
mod jumps;
mod literal;
mod live_binding;
mod logical_assignment;
mod loop_closure;
mod loops;
mod module;
mod module_items;
mod new_target;
mod nullish_coalescing;
mod object;
mod object_super;
mod optional_chain;
mod parameters;
mod private_name;
mod reference;
mod regexp;
mod spread;
mod statement;
mod template;
mod temporal_dead_zone;
mod typeof_symbol;
mod unsupported;
mod using;
mod with;

use rustc_hash::{FxHashMap, FxHashSet};
use swc_atoms::Atom;
use swc_common::Span;
use swc_ecma_ast::*;
use swc_ecma_visit::{VisitMut, VisitMutWith, noop_visit_mut_type};

use crate::{
    assumptions::Assumptions,
    build,
    helpers::{Helper, HelperSet},
    modules::{Linkage, Wrapper},
    options::{Interop, Modules, Options, Unsupported},
    problem::Problem,
    scope::{Facts, FunctionId},
};
use frame::FunctionFrame;
use typeof_symbol::is_of_no_symbol;

/// What the walk leaves behind beside the rewritten tree.
pub(crate) struct Lowered {
    /// The facts, with the names that were generated on the way.
    pub(crate) facts: Facts,
    /// What is to stand around the tree and its helpers.
    pub(crate) wrapper: Option<Wrapper>,
    /// The helpers that the tree calls, and the names it calls them by.
    pub(crate) helpers: HelperSet,
    pub(crate) helper_names: Vec<(Helper, Atom)>,
    /// The built-ins after ES5 that the tree uses without a helper.
    pub(crate) builtins: Vec<&'static str>,
    /// What could not be lowered.
    pub(crate) problems: Vec<Problem>,
    /// What is lowered and may differ from the source.
    pub(crate) warnings: Vec<Problem>,
}

impl Lowered {
    /// Gives a name to the helpers that only helpers call, and adds those that hold what the file replaces.
    pub(crate) fn name_all_helpers(&mut self) {
        if self.helpers.is_empty() {
            return;
        }
        for guard in Helper::GUARDS {
            if self.facts.is_replaced(guard.exported_name()) {
                self.helpers.insert(guard);
            }
        }
        for helper in self.helpers.closed().iter() {
            if !self.helper_names.iter().any(|(known, _)| *known == helper) {
                let name = self.facts.names.helper(helper.name());
                self.helper_names.push((helper, name));
            }
        }
    }

    /// The name by which the file calls a helper.
    pub(crate) fn helper_name(&self, helper: Helper) -> Atom {
        let known = self.helper_names.iter().find(|(known, _)| *known == helper);
        known.map_or_else(|| Atom::from(helper.name()), |(_, name)| name.clone())
    }
}

/// Rewrites `program` to ES5.
pub(crate) fn lower(program: &mut Program, facts: Facts, options: &Options) -> Lowered {
    let mut lower = Lower {
        facts,
        modules: options.modules,
        unsupported: options.unsupported,
        typeof_symbols: options.typeof_symbols,
        interop: options.interop,
        assumptions: options.assumed(),
        problems: vec![],
        warnings: vec![],
        helpers: HelperSet::default(),
        helper_names: vec![],
        builtins: vec![],
        bigints: FxHashMap::default(),
        frames: vec![],
        labels: vec![],
        withs: vec![],
        eval_scopes: 0,
        super_home: None,
        private_names: vec![],
        linkage: None,
        wrapper: None,
        wrapper_aliases: vec![],
        machine_names: None,
        declared_names: None,
    };
    lower.open_frame(0);
    match program {
        Program::Script(script) => {
            lower.facts.decide_skippable();
            lower.function_statements(&mut script.body, vec![]);
        }
        Program::Module(module) if options.modules == Modules::Preserve => {
            lower.facts.decide_skippable();
            lower.module_items(&mut module.body);
        }
        Program::Module(module) => {
            let script = lower.linked_module(std::mem::take(module), options);
            *program = Program::Script(script);
        }
    }
    Lowered {
        facts: lower.facts,
        wrapper: lower.wrapper,
        helpers: lower.helpers,
        helper_names: lower.helper_names,
        builtins: lower.builtins,
        problems: lower.problems,
        warnings: lower.warnings,
    }
}

struct Lower {
    facts: Facts,
    modules: Modules,
    /// Whether to keep what costs everywhere for the sake of a rare program.
    unsupported: Unsupported,
    assumptions: Assumptions,
    problems: Vec<Problem>,
    warnings: Vec<Problem>,
    helpers: HelperSet,
    helper_names: Vec<(Helper, Atom)>,
    builtins: Vec<&'static str>,
    /// The variables that hold the values of BigInt literals, by their texts.
    bigints: FxHashMap<Atom, Ident>,
    frames: Vec<FunctionFrame>,
    /// Labels that ES5 cannot spell, and their names in the output.
    labels: Vec<(Atom, Atom)>,
    /// The `with` statements around the current code, outermost first.
    withs: Vec<with::With>,
    /// How many functions around the current code have an object for the variables that `eval` declares.
    eval_scopes: u32,
    /// What `super.property` looks in, inside methods.
    super_home: Option<object_super::Home>,
    /// What the classes around the current code declare, outermost first.
    private_names: Vec<Vec<private_name::NamedPrivate>>,
    /// What a module imports and exports that does not stay one, while its items are lowered.
    typeof_symbols: bool,
    interop: Interop,
    linkage: Option<Linkage>,
    /// What is to stand around it.
    wrapper: Option<Wrapper>,
    /// Aliases of names that the wrapper of CommonJS gives to the file, where the file hides them.
    wrapper_aliases: Vec<(&'static str, Atom)>,
    /// What generators and async functions call what they get when they are resumed, once something needs it.
    machine_names: Option<generator::MachineNames>,
    /// The names in the output of the variables of each function, once something needs them.
    declared_names: Option<FxHashSet<(FunctionId, Atom)>>,
}

/// What becomes of the value of an expression.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Value {
    Used,
    Discarded,
}

impl Lower {
    /// Lowers an expression whose value matters.
    fn expr(&mut self, expr: &mut Expr) {
        self.lower_expr(expr, Value::Used);
    }

    /// Lowers an expression and hands it over.
    fn lowered(&mut self, mut expr: Box<Expr>) -> Expr {
        self.expr(&mut expr);
        *expr
    }

    fn lower_expr(&mut self, expr: &mut Expr, value: Value) {
        match expr {
            Expr::Ident(_) => self.reference(expr),
            Expr::This(this) => {
                let span = this.span;
                *expr = self.this().with_span(span);
            }
            Expr::Lit(_) => self.literal(expr),
            Expr::Paren(_) => self.parenthesized(expr, value),
            Expr::Seq(seq) => self.sequence(seq, value),
            Expr::Arrow(_) => self.arrow_function(expr),
            Expr::Fn(_) => self.function_expression(expr),
            Expr::Object(_) => self.object_literal(expr),
            Expr::Array(_) => self.array_literal(expr),
            Expr::Call(_) => self.call(expr),
            Expr::New(_) => self.new_expression(expr),
            Expr::Assign(_) => self.assignment(expr, value),
            Expr::Update(_) => self.update(expr, value),
            Expr::Bin(bin) if self.typeof_symbols && is_of_no_symbol(bin) => self.comparison_of_type(bin),
            Expr::Bin(bin) if bin.op == op!("**") => self.exponentiation(expr),
            Expr::Bin(bin) if bin.left.is_private_name() => self.private_in(expr),
            Expr::Bin(bin) if bin.op == op!("??") => self.nullish_coalescing(expr, value),
            Expr::OptChain(_) => self.optional_chain(expr, value),
            Expr::Tpl(_) => self.template_literal(expr),
            Expr::TaggedTpl(_) => self.tagged_template(expr),
            Expr::MetaProp(MetaPropExpr { kind: MetaPropKind::NewTarget, .. }) => self.new_target(expr),
            Expr::MetaProp(_) => self.import_meta(expr),
            Expr::SuperProp(_) => self.super_property(expr),
            Expr::Unary(unary) if unary.op == op!("delete") => self.delete(expr, value),
            Expr::Member(member) if member.prop.is_private_name() => self.private_member(expr),
            Expr::Member(member) if self.is_missing_callee(member) => *expr = self.helper(Helper::CalleeError, []),
            Expr::Member(member) if import_meta::is_import_meta(&member.obj) => self.import_meta_property(expr),
            Expr::Member(member) if self.is_read_from_rest(member) => self.member_of_rest(expr),
            Expr::Unary(unary) if unary.op == op!("typeof") && self.typeof_symbols => self.typeof_symbol(expr),
            Expr::Unary(unary) if unary.op == op!("typeof") => self.typeof_expression(unary),
            Expr::Class(_) => self.class_expression(expr),
            Expr::Yield(expr) => self.yield_expression(expr),
            _ => expr.visit_mut_children_with(self),
        }
    }

    fn sequence(&mut self, seq: &mut SeqExpr, value: Value) {
        let last = seq.exprs.len().saturating_sub(1);
        for (index, expr) in seq.exprs.iter_mut().enumerate() {
            self.lower_expr(expr, if index == last { value } else { Value::Discarded });
        }
    }

    /// Parentheses that an expression needed are idle around most of what becomes of it: they are dropped where it
    /// changed, and set anew before printing if it still needs some.
    fn parenthesized(&mut self, expr: &mut Expr, value: Value) {
        let Expr::Paren(paren) = expr else { return };
        let before = std::mem::discriminant(&*paren.expr);
        self.lower_expr(&mut paren.expr, value);
        if std::mem::discriminant(&*paren.expr) != before {
            let inner = std::mem::take(&mut *paren.expr);
            *expr = inner;
        }
    }

    fn unsupported(&mut self, span: Span, feature: &str) {
        self.problems.push(Problem::unsupported(span, feature));
    }

    /// A call of a runtime helper.
    fn helper(&mut self, helper: Helper, args: impl IntoIterator<Item = Expr>) -> Expr {
        let name = self.helper_name(helper);
        build::call(build::constant(&name), args)
    }

    /// The name by which the file calls a helper.
    fn helper_name(&mut self, helper: Helper) -> Atom {
        self.helpers.insert(helper);
        if let Some((_, name)) = self.helper_names.iter().find(|(known, _)| *known == helper) {
            return name.clone();
        }
        let name = self.facts.names.helper(helper.name());
        self.helper_names.push((helper, name.clone()));
        name
    }
}

impl VisitMut for Lower {
    noop_visit_mut_type!();

    fn visit_mut_expr(&mut self, expr: &mut Expr) {
        self.expr(expr);
    }

    fn visit_mut_ident(&mut self, ident: &mut Ident) {
        self.rename(ident);
    }

    fn visit_mut_function(&mut self, function: &mut Function) {
        self.function(function);
    }

    fn visit_mut_stmts(&mut self, stmts: &mut Vec<Stmt>) {
        self.statements(stmts);
    }

    fn visit_mut_stmt(&mut self, stmt: &mut Stmt) {
        self.body(stmt);
    }

    fn visit_mut_member_prop(&mut self, prop: &mut MemberProp) {
        self.member_property(prop);
    }
}
