//! Names of functions that are written without one.
//!
//! ```js
//! const f = () => 1;  const g = function () { return g2(); };  o = { [k]: () => 1, if: () => 2 };
//! // becomes
//! var f = function f() { return 1; };  var g = function g() { return g2(); };
//! o = _defineProperty({}, _key = _toPropertyKey(k), _setFunctionName(function () { return 1; }, _key));
//! ```
//!
//! An anonymous function gets the name of the variable, property or parameter that it is written for
//! ([ES2018 §14.1.21](https://tc39.es/ecma262/2018/#sec-isanonymousfunctiondefinition)), also in parentheses, but
//! no binding of that name: an ES5 name in the function may hide no variable that the function uses. Where it would,
//! and where the name is no identifier of ES5, the property `name` is set. A function of which the file shows that it is
//! only called (`scope/escape/function.rs`) has its name from nobody: `var f = function () {…}`. In an object literal, the
//! engine finds the name: `{ "a-b": function () {…} }`, unless `inferredNames` is off.
//!
//! Runtime: `_setFunctionName`.

use swc_atoms::Atom;
use swc_ecma_ast::*;

use super::{Lower, class::GivenName, jumps::JumpKind};
use crate::{
    ast::{is_anonymous_function, without_parens},
    build,
    helpers::Helper,
    options::Modules,
    scope::{BindingKind, ClassId, FileKind, FunctionId, SymbolId, function_id},
    syntax::identifier::is_es5_identifier,
};

impl Lower {
    /// Lowers `expr`; if it is an anonymous function, it is called `name`. `binding` is the variable that it
    /// initialises, 0 if it is for something else.
    pub(super) fn lower_named(&mut self, expr: &mut Expr, name: &Atom, binding: SymbolId) {
        self.lower_with_name(expr, name, binding, false);
    }

    /// `is_inferred` says that the engine names what is a function expression then.
    fn lower_with_name(&mut self, expr: &mut Expr, name: &Atom, binding: SymbolId, is_inferred: bool) {
        if !is_anonymous_function(expr) {
            return self.expr(expr);
        }
        *expr = without_parens(std::mem::take(expr));
        if expr.is_class() {
            return self.named_class_expression(expr, GivenName::Text(name.clone(), binding));
        }
        if self.needs_no_name(expr, binding) {
            return self.expr(expr);
        }
        let function = anonymous_function_id(expr);
        let is_inferred =
            is_inferred && function.is_some_and(|function| !self.facts.functions[function as usize].has_eval);
        let ident = function.and_then(|function| self.native_name(function, name, binding));
        match (expr, ident) {
            (expr @ Expr::Fn(_), Some(ident)) => {
                if let Expr::Fn(function) = expr {
                    function.ident = Some(ident);
                }
                self.function_expression(expr);
            }
            (expr, ident) => {
                self.expr(expr);
                let is_inferred = is_inferred && expr.is_fn_expr();
                match (anonymous_function_mut(expr), ident) {
                    (Some(function), Some(ident)) => function.ident = Some(ident),
                    _ if is_inferred => {}
                    _ => self.set_function_name(expr, build::str(&**name), None),
                }
            }
        }
    }

    /// Lowers `expr`; if it is an anonymous function, it is called what `key` is, a lowered property key that can be
    /// evaluated here. `is_in_literal` says that it stands behind that key in an object literal.
    pub(super) fn lower_named_by_key(&mut self, expr: &mut Expr, key: Expr, is_in_literal: bool) {
        match string_value(&key) {
            Some(name) => self.lower_with_name(expr, &name, 0, is_in_literal && self.assumptions.inferred_names),
            None if is_anonymous_function(expr) => {
                *expr = without_parens(std::mem::take(expr));
                if expr.is_class() {
                    return self.named_class_expression(expr, GivenName::Key(key));
                }
                self.expr(expr);
                self.set_function_name(expr, key, None);
            }
            None => self.expr(expr),
        }
    }

    /// The function of a method, called what `key` is. `is_in_literal` says that it stands behind that key in an object
    /// literal.
    pub(super) fn named_method(&mut self, function: Box<Function>, key: Expr, is_in_literal: bool) -> Expr {
        let id = function_id(function.ctxt);
        let ident = string_value(&key).and_then(|name| self.native_name(id, &name, 0));
        let is_named = ident.is_some();
        let mut method = self.method_expression(ident, function);
        let has_eval = self.facts.functions[id as usize].has_eval;
        let is_inferred = is_in_literal && self.assumptions.inferred_names && !has_eval && method.is_fn_expr();
        if !is_named && !is_inferred {
            self.set_function_name(&mut method, key, None);
        }
        method
    }

    /// `_setFunctionName(function () {}, key, "get")`
    pub(super) fn set_function_name(&mut self, function: &mut Expr, key: Expr, prefix: Option<&str>) {
        let mut args = vec![std::mem::take(function), key];
        args.extend(prefix.map(build::str));
        *function = self.helper(Helper::SetFunctionName, args);
    }

    /// Whether nobody asks a function for its name, not even once it is lowered: a rest parameter becomes a use of
    /// `arguments`, which show the function, and a function in a block may be given to its `var`.
    fn needs_no_name(&mut self, expr: &Expr, binding: SymbolId) -> bool {
        let symbol = &self.facts.symbols[binding as usize];
        let is_given = symbol.annex_b.var != 0 && !symbol.annex_b.is_shared;
        let is_only_called = anonymous_function_id(expr).is_some_and(|function| self.is_only_called(function));
        is_only_called && !is_given && (self.is_strict() || !has_rest(expr))
    }

    /// `name` as the name of an ES5 function expression, if it is one and hides nothing from the function.
    fn native_name(&mut self, function: FunctionId, name: &Atom, binding: SymbolId) -> Option<Ident> {
        let hides = self.facts.functions[function as usize].has_eval
            || self.hides(self.facts.outward_references(function, name), name, binding);
        self.name_unless(hides, name)
    }

    /// `name` as the name of the ES5 function that a class becomes, in the same way.
    pub(super) fn native_class_name(&mut self, class: ClassId, name: &Atom, binding: SymbolId) -> Option<Ident> {
        let hides = self.function_facts().has_eval
            || self.hides(self.facts.outward_references_of_class(class, name), name, binding);
        self.name_unless(hides, name)
    }

    fn name_unless(&mut self, hides: bool, name: &Atom) -> Option<Ident> {
        // In a module that stays one, `await` is reserved.
        let is_module = self.modules == Modules::Preserve && self.facts.file_kind == FileKind::Module;
        let is_word = !is_es5_identifier(name) || is_module && name == "await";
        if hides || is_word || self.facts.names.is_generated(name) {
            return None;
        }
        if name.starts_with('_') {
            // From here on, nothing else may be generated that has this name.
            self.facts.names.intern(name);
        }
        Some(build::ident(name))
    }

    /// Whether one of the bindings that a function or class refers to by `name` has that name in the output, other than
    /// the one that will hold the function for good.
    fn hides(&self, mut outward: impl Iterator<Item = SymbolId>, name: &Atom, binding: SymbolId) -> bool {
        let is_itself = |symbol| symbol == binding && self.is_initialized_for_good(binding);
        outward.any(|symbol| symbol == 0 || self.facts.output_name(symbol) == name && !is_itself(symbol))
    }

    /// Whether a binding keeps the value that it gets here.
    fn is_initialized_for_good(&self, binding: SymbolId) -> bool {
        let symbol = &self.facts.symbols[binding as usize];
        !symbol.writes.reassigned
            && !self.facts.functions[symbol.function as usize].has_eval
            && (symbol.kind != BindingKind::Var || !self.is_in_loop())
    }

    /// Whether a loop of the current function, whose body may have become a function, may come here again.
    pub(super) fn is_in_loop(&self) -> bool {
        self.frames.last().is_some_and(|frame| {
            frame.loop_body.is_some() || frame.jumps.iter().any(|jump| jump.kind == JumpKind::Loop)
        })
    }
}

fn anonymous_function_id(expr: &Expr) -> Option<FunctionId> {
    match expr {
        Expr::Fn(function) => Some(function_id(function.function.ctxt)),
        Expr::Arrow(arrow) => Some(function_id(arrow.ctxt)),
        _ => None,
    }
}

fn has_rest(function: &Expr) -> bool {
    match function {
        Expr::Fn(function) => function.function.params.last().is_some_and(|param| param.pat.is_rest()),
        Expr::Arrow(arrow) => arrow.params.last().is_some_and(Pat::is_rest),
        _ => false,
    }
}

/// The ES5 function without a name that an arrow function became, also in `_asGenerator(function () {})`.
fn anonymous_function_mut(expr: &mut Expr) -> Option<&mut FnExpr> {
    match expr {
        Expr::Fn(function) if function.ident.is_none() => Some(function),
        Expr::Call(call) => match call.args.first_mut() {
            Some(ExprOrSpread { expr, .. }) if expr.is_fn_expr() || expr.is_call() => anonymous_function_mut(expr),
            _ => None,
        },
        _ => None,
    }
}

/// The text of a string literal, if it has no lone surrogates.
fn string_value(expr: &Expr) -> Option<Atom> {
    match expr {
        Expr::Lit(Lit::Str(string)) => string.value.as_str().map(Atom::from),
        _ => None,
    }
}
