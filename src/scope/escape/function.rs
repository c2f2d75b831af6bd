//! Functions that are only called.
//!
//! ```js
//! function add(a, b = 1) { return a + b; }  const twice = (x) => 2 * x;
//! twice(add(1));
//! // nobody can ask for the `length` of `add` or the `name` of `twice`
//! ```
//!
//! A function declaration, and a function that a variable is declared with or that a statement assigns, can be had by that
//! name alone, and by the name that it has inside. If nothing is done with these names but to call them, nobody sees what
//! the function is like: its parameters may be written in another way, and it needs no name.
//!
//! The easy ones to miss: an exported name escapes, without a reference; a function in a block may have a `var` as well;
//! and `arguments.callee` of sloppy code is the function. One that asks for its `new.target` compares it with itself once
//! it is lowered: it stays as it is, as do generators and async functions.

use swc_ecma_ast::*;
use swc_ecma_visit::VisitMutWith;

use super::{
    super::{BindingKind, Facts, FunctionId, SymbolId, function_id, symbol_id, walk::Walk},
    Use,
};

impl Facts {
    /// Whether a function is only ever called.
    pub(crate) fn is_only_called(&self, function: FunctionId) -> bool {
        let function = &self.functions[function as usize];
        let escapes_itself = function.uses_arguments && !function.strict && !function.is_arrow;
        !escapes_itself
            && !function.uses_new_target
            && function.holder != 0
            && self.is_only_called_by(function.holder)
            && (function.own_name == 0 || self.is_only_called_by(function.own_name))
    }

    fn is_only_called_by(&self, binding: SymbolId) -> bool {
        use BindingKind::{BlockFunction, Const, Function, FunctionName, Let, Var};
        let symbol = &self.symbols[binding as usize];
        matches!(symbol.kind, BlockFunction | Const | Function | FunctionName | Let | Var)
            && !symbol.escape.is_more_than_called
            && !self.functions[symbol.function as usize].has_eval
            && (symbol.annex_b.var == 0 || self.is_only_called_by(symbol.annex_b.var))
    }
}

impl Walk<'_> {
    /// Walks the function of a call, or a tag. `is_plain`: nothing but that is done with it.
    pub(in crate::scope) fn called(&mut self, function: &mut Expr, is_plain: bool) {
        self.receiver_escapes(function);
        match function {
            Expr::Ident(name) if is_plain => self.name(name, Use::Call),
            function => function.visit_mut_with(self),
        }
    }

    /// Notes that a variable is declared with a function, if it is.
    pub(in crate::scope) fn hold_function(&mut self, name: &Ident, init: &Expr) {
        match init {
            Expr::Arrow(arrow) if !arrow.is_async => self.hold(symbol_id(name), function_id(arrow.ctxt)),
            Expr::Fn(function) => self.hold_plain(name, &function.function),
            Expr::Paren(paren) => self.hold_function(name, &paren.expr),
            _ => {}
        }
    }

    /// The same of a statement `name = function () {};`, as declarations become it. What the last statement of a script
    /// gives may be seen.
    pub(in crate::scope) fn hold_assigned(&mut self, expr: &Expr) {
        match expr {
            Expr::Assign(AssignExpr { op: op!("="), left: AssignTarget::Simple(target), right, .. }) => {
                if let SimpleAssignTarget::Ident(name) = target
                    && self.env.function != 0
                {
                    self.hold_function(name, right);
                }
            }
            Expr::Seq(sequence) => sequence.exprs.iter().for_each(|expr| self.hold_assigned(expr)),
            _ => {}
        }
    }

    /// Notes that a name is declared as a function. Generators and async functions are handed to a helper.
    pub(in crate::scope) fn hold_declared(&mut self, declared: &FnDecl) {
        let binding = symbol_id(&declared.ident);
        self.env.symbols[binding as usize].escape.is_more_than_called |= is_special(&declared.function);
        self.hold_plain(&declared.ident, &declared.function);
    }

    /// Notes what holds a function that is walked already, unless it is a generator or async.
    fn hold_plain(&mut self, name: &Ident, function: &Function) {
        if !is_special(function) {
            self.hold(symbol_id(name), function_id(function.ctxt));
        }
    }

    fn hold(&mut self, binding: SymbolId, function: FunctionId) {
        self.env.functions[function as usize].holder = binding;
    }
}

fn is_special(function: &Function) -> bool {
    function.is_async || function.is_generator
}
