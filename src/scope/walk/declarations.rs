//! What scripts, functions and blocks declare, before the code in them is walked.

use std::ops::Range;

use swc_atoms::Atom;
use swc_common::Span;
use swc_ecma_ast::*;

use super::{
    super::{
        BindingKind, FunctionId, SymbolId, ValueType,
        bindings::{BlockFunction, Declared, Hoisted, lexical_names},
        environment::ScopeKind,
    },
    Walk,
};
use crate::problem::Problem;

/// The parameters of the function whose body is hoisted.
pub(super) struct Params {
    pub(super) symbols: Range<SymbolId>,
    /// Closures among them may see them.
    pub(super) are_seen: bool,
    pub(super) is_simple: bool,
}

impl Walk<'_> {
    pub(super) fn declare(&mut self, declared: Declared<'_>) -> SymbolId {
        self.early.binding(declared.name, declared.span, declared.kind);
        self.env.declare(declared)
    }

    /// Declares what a function body or script declares: variables, functions, lexical names, and the variables that
    /// Annex B gives to functions in blocks.
    pub(super) fn hoist(&mut self, stmts: &[Stmt], params: &Params) {
        let mut hoisted = Hoisted::new(!self.early.code.strict, |var| self.declare_in_body(var, params));
        stmts.iter().for_each(|stmt| hoisted.stmt(stmt));
        let Hoisted { conflicts, block_functions, .. } = hoisted;
        self.report_conflicts(&conflicts);
        lexical_names(stmts, BindingKind::Function, &mut |declared| {
            if declared.kind == BindingKind::Function {
                self.declare_in_body(declared, params);
            }
        });
        lexical_names(stmts, BindingKind::Function, &mut |declared| {
            if declared.kind != BindingKind::Function {
                self.declare_lexical(declared, params);
            }
        });
        for function in block_functions {
            self.declare_annex_b(function, params);
        }
    }

    fn declare_lexical(&mut self, declared: Declared<'_>, params: &Params) {
        let found = self.env.lookup(declared.name);
        if !params.is_simple && params.symbols.contains(&found) {
            let first = self.env.symbols[found as usize].span;
            self.env.problems.push(Problem::redeclared(declared.name, declared.span, first));
        }
        self.declare(declared);
    }

    /// Notes that a direct `eval` in the parameters of `function` must not find what its body declares, from symbol
    /// `first` on. The body gets a function of its own if it holds an `eval`, which must.
    pub(super) fn hide_from_eval(&mut self, function: FunctionId, first: SymbolId) {
        let facts = &mut self.env.functions[function as usize];
        facts.has_separate_body = std::mem::replace(&mut facts.has_eval, true);
        if facts.has_separate_body {
            return;
        }
        let declared = self.env.symbols.iter_mut().skip(first as usize);
        for symbol in declared.filter(|symbol| symbol.function == function && !symbol.kind.is_native_scope()) {
            symbol.lookups.is_hidden_from_eval = true;
        }
    }

    pub(super) fn report_conflicts(&mut self, conflicts: &[(&Atom, Span, Span)]) {
        for (name, var, lexical) in conflicts {
            self.env.problems.push(Problem::redeclared(name, *var, *lexical));
        }
    }

    /// Declares a variable or function of a body. One that has the name of a parameter is that parameter, unless
    /// closures in the parameter list could tell the difference.
    pub(super) fn declare_in_body(&mut self, declared: Declared<'_>, params: &Params) {
        self.early.binding(declared.name, declared.span, declared.kind);
        let found = self.env.lookup(declared.name);
        let is_param = !params.is_simple && params.symbols.contains(&found);
        if !is_param || declared.kind == BindingKind::Function {
            // A function exists before the parameter gets its value, which must not overwrite it.
            self.env.declare(declared);
        } else if params.are_seen {
            let id = self.env.declare(declared);
            let symbol = &mut self.env.symbols[id as usize];
            symbol.writes.written = true;
            symbol.value = ValueType::Unknown;
            self.env.symbols[found as usize].used = true;
            let function = self.env.function as usize;
            self.env.functions[function].hidden_params.push((id, found));
        }
    }

    /// Gives a function in a block its `var`, unless the function has a parameter or a lexical binding of that name.
    pub(super) fn declare_annex_b(&mut self, BlockFunction { declared, leads }: BlockFunction<'_>, params: &Params) {
        let found = self.env.lookup(declared.name);
        let is_param = params.symbols.clone().any(|param| self.env.is_named(param, declared.name));
        let taken =
            is_param || found != 0 && self.env.is_local(found) && !self.env.symbols[found as usize].kind.is_var_like();
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
        symbol.writes.reassigned |= symbol.writes.written;
        symbol.writes.written = true;
        symbol.value = ValueType::Unknown;
        self.annex_b.insert(position, (var, leads));
    }

    /// Declares a name of a block, in a scope of this kind that is opened for the first of them.
    pub(super) fn declare_in_scope(&mut self, kind: ScopeKind, opened: &mut bool, declared: Declared<'_>) {
        if !std::mem::replace(opened, true) {
            self.env.open_scope(kind);
        }
        self.declare_in_block(declared);
    }

    /// Declares a name of a block or a module.
    pub(super) fn declare_in_block(&mut self, declared: Declared<'_>) {
        let annex_b = self.annex_b.get(&declared.span.lo).copied();
        let id = self.declare(declared);
        if let Some((var, leads)) = annex_b.filter(|_| declared.kind == BindingKind::BlockFunction) {
            self.env.declare_var_of_block_function(id, var, leads);
        }
    }

    /// Declares a name of a block that is no loop, and opens its scope for the first.
    pub(super) fn declare_block(&mut self, opened: &mut bool, declared: Declared<'_>) {
        self.touch_declaration(declared);
        self.declare_in_scope(ScopeKind::Block, opened, declared);
    }

    pub(super) fn close_block(&mut self, opened: bool) {
        if opened {
            self.env.close_scope();
        }
    }

    /// Sloppy functions with plain parameters may name one twice.
    pub(super) fn declare_param(&mut self, declared: Declared<'_>, may_repeat: bool) {
        let found = self.env.lookup(declared.name);
        let repeated = found != 0 && self.env.symbols[found as usize].function == self.env.function;
        if repeated && (!may_repeat || self.early.code.strict) {
            let first = self.env.symbols[found as usize].span;
            self.env.problems.push(Problem::redeclared(declared.name, declared.span, first));
        } else {
            self.declare(declared);
        }
    }
}
