//! Direct `eval`, whose code sees the variables, `this` and `arguments` around it, and declares variables there.
//!
//! ```js
//! function f(a = eval(code)) {}
//! () => eval(code);
//! for (let i in o) { g(() => i); eval(code); }
//! // becomes
//! function f() { var a = …arguments[0] !== void 0 ? arguments[0] : eval(_parameterCode(code, ["arguments", "a"])); }
//! function () { return (function () { return eval(code); }).apply(_this, _arguments); }
//! with (_scope) {
//!   var _loop = function _loop(i) {
//!     return (function () {
//!       with (_scope) { g(function () { return i; }); eval(_evalCode(code, _scope)); }
//!     }).apply(_this, _arguments);
//!   };
//!   for (var i in o) _loop(i);
//! }
//! ```
//!
//! - The variables that code in a parameter list declares lie outside of the parameters, and may not have their names,
//!   nor that of `arguments` where the function has its own: a SyntaxError
//!   ([ECMAScript §19.2.1.3](https://tc39.es/ecma262/#sec-evaldeclarationinstantiation)). In ES5 the parameters are
//!   variables beside them, which the code would overwrite. What the body declares is not seen there: it has other names,
//!   or the body a function of its own if it holds an `eval` as well.
//! - An arrow function, a loop body and a body that can be suspended become functions with a `this` and `arguments` of
//!   their own: what may hold an `eval` is called with those around. It sees a copy of `arguments`. In the parameter list
//!   of an arrow function it sees `this`, but the arrow's own `arguments`.
//! - Where a sloppy function becomes several, its parts share the variables that `eval` declares: they are properties of
//!   the object of a `with` around each part. `_evalCode` finds their names. Those that the function declares itself
//!   stay its variables, by way of accessors. A function that is found in the object must not get it as `this`:
//!   `(0, f)()`.
//!
//! Not kept: what the code itself says in newer syntax, `new.target` for one, is not lowered.
//!
//! Runtime: `_parameterCode`, `_evalCode`.

use rustc_hash::FxHashSet;
use swc_atoms::Atom;
use swc_common::DUMMY_SP;
use swc_ecma_ast::*;

use super::Lower;
use crate::{
    ast::names_in_pattern,
    build,
    helpers::Helper,
    problem::Problem,
    scope::{BindingKind, FunctionId, may_be_property, symbol_id},
};

/// What the parts of a function share for the variables that `eval` declares.
#[derive(Clone)]
pub(super) struct EvalScope {
    /// The object that holds them.
    object: Ident,
    /// Accessors for the variables that the function declares itself, if it declares some.
    own: Option<Ident>,
}

/// How the body of a function is written on account of an `eval` in it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct EvalBody {
    /// It becomes a function that is called with `this` and `arguments` from around.
    is_function: bool,
    /// It stands in a `with`: the functions that it declares are variables.
    pub(super) is_in_scope: bool,
}

// Parameter lists.
impl Lower {
    /// The names that `eval` may not declare in this parameter list, if it stands there at all.
    pub(super) fn names_closed_to_eval<'a>(&mut self, params: impl IntoIterator<Item = &'a Pat>) -> Vec<Atom> {
        let facts = self.function_facts();
        if facts.strict || !facts.has_eval {
            return vec![];
        }
        let mut closed = if facts.is_arrow { vec![] } else { vec!["arguments".into()] };
        let mut names = vec![];
        params.into_iter().for_each(|param| names_in_pattern(param, &mut names));
        closed.extend(names.into_iter().map(|name| name.sym).filter(|name| &**name != "let"));
        closed
    }

    /// `(function (a) { var a = …eval(code)… }).bind(_this)`: an arrow function with an `eval` in its parameter list.
    pub(super) fn bound_for_eval(&mut self, function: FunctionId, arrow: Expr) -> Expr {
        if !self.facts.functions[function as usize].evaluates_in_parameters {
            return arrow;
        }
        let this = self.this_for_eval();
        build::call_method(arrow, "bind", [this])
    }
}

// Calls.
impl Lower {
    /// Lowers the arguments of a direct `eval`.
    pub(super) fn direct_eval(&mut self, call: &mut CallExpr) {
        let is_eval = |callee: &Callee| callee.as_expr().is_some_and(|callee| is_eval(callee));
        let Some(code) = call.args.first_mut().filter(|_| is_eval(&call.callee)) else { return };
        let value = std::mem::take(&mut *code.expr);
        *code.expr = self.eval_code(value);
    }

    /// The code that a direct `eval` is given.
    pub(super) fn eval_code(&mut self, code: Expr) -> Expr {
        let names: Vec<Expr> = self.frame().closed_to_eval.iter().map(|name| build::str(&**name)).collect();
        if !names.is_empty() {
            // _parameterCode(code, ["arguments", "a"])
            return self.helper(Helper::ParameterCode, [code, build::array(names)]);
        }
        match self.eval_scope() {
            // _evalCode(code, _scope, _own)
            Some(EvalScope { object, own }) => {
                let args = [code, Expr::Ident(object)].into_iter().chain(own.map(Expr::Ident));
                self.helper(Helper::EvalCode, args)
            }
            None => code,
        }
    }

    /// Whether what is called may be a function that `eval` declared as a property of a `with` object.
    pub(super) fn may_be_declared_by_eval(&self, callee: &Expr) -> bool {
        use BindingKind::{Function, Param, Var};
        let Expr::Ident(name) = callee.unwrap_parens() else { return false };
        self.eval_scopes > 0
            && &*name.sym != "eval"
            && !may_be_property(name)
            && self.facts.symbol(name).is_none_or(|symbol| matches!(symbol.kind, Function | Param | Var))
    }
}

// Parts.
impl Lower {
    /// Enters the body of the current function; returns what an `eval` in it makes necessary, if anything.
    pub(super) fn open_eval_body(&mut self, span: swc_common::Span) -> Option<EvalBody> {
        let is_arrow = self.this_frame_index() + 1 != self.frames.len();
        let suspension = self.frame().suspension;
        let is_derived = self.frame().derived.is_some();
        let facts = self.function_facts();
        if !facts.evaluates && !facts.has_separate_body {
            return None;
        }
        let is_function = is_arrow && facts.evaluates || facts.has_separate_body;
        let is_in_scope = facts.evaluates && !facts.strict && (suspension.is_some() || facts.has_divided_eval);
        if facts.has_separate_body && (suspension.is_some() || is_derived) {
            self.problems.push(Problem::eval_in_parameters_and_body(span));
        }
        if is_in_scope {
            self.open_eval_scope();
        }
        Some(EvalBody { is_function, is_in_scope })
    }

    pub(super) fn close_eval_body(&mut self, body: Option<EvalBody>) {
        if body.is_some_and(|body| body.is_in_scope) {
            self.eval_scopes -= 1;
        }
    }

    /// The statements of a body that is not suspended.
    pub(super) fn eval_body(&mut self, body: EvalBody, stmts: Vec<Stmt>) -> Vec<Stmt> {
        let stmts = self.in_eval_scope(stmts);
        if body.is_function { self.called_for_eval(stmts) } else { stmts }
    }

    /// The statements of a function that a part of the current function became, and that hold an `eval`.
    pub(super) fn eval_part(&mut self, stmts: Vec<Stmt>) -> Vec<Stmt> {
        let stmts = self.in_eval_scope(stmts);
        self.called_for_eval(stmts)
    }

    /// Calls a function that stands for an expression of the current function. `evaluates`: an `eval` stands in it.
    pub(super) fn called_in_place(&mut self, span: swc_common::Span, function: Expr, evaluates: bool) -> Expr {
        if evaluates { self.applied(function).with_span(span) } else { build::call_at(span, function, []) }
    }

    /// `return (function () { stmts }).apply(_this, _arguments);`
    fn called_for_eval(&mut self, stmts: Vec<Stmt>) -> Vec<Stmt> {
        let result = self.applied(build::function(None, vec![], stmts));
        vec![build::return_at(DUMMY_SP, Some(result))]
    }

    /// `function.apply(_this, _arguments)`
    fn applied(&mut self, function: Expr) -> Expr {
        let this = self.this_for_eval();
        if self.this_frame().function == 0 {
            return build::call_method(function, "call", [this]);
        }
        let arguments = self.arguments_variable().map_or_else(|| build::global("arguments"), Expr::Ident);
        build::call_method(function, "apply", [this, arguments])
    }

    /// `this`, also where it is not bound yet.
    fn this_for_eval(&mut self) -> Expr {
        match &self.this_frame().derived {
            Some(derived) if !derived.is_plain() => Expr::Ident(self.this_variable()),
            _ => self.this(),
        }
    }

    /// `with (_scope) { stmts }`, if the current function has such a scope.
    fn in_eval_scope(&mut self, stmts: Vec<Stmt>) -> Vec<Stmt> {
        let Some(scope) = self.eval_scope() else { return stmts };
        let obj = Box::new(Expr::Ident(scope.object));
        vec![Stmt::With(WithStmt { span: DUMMY_SP, obj, body: Box::new(build::block(stmts)) })]
    }

    fn eval_scope(&mut self) -> Option<EvalScope> {
        let function = self.frame().function;
        let frames = self.frames.iter().rev().take_while(|frame| frame.function == function);
        frames.filter_map(|frame| frame.eval_scope.clone()).next()
    }

    /// `var _scope = _Object.create(null), _own = { get x() { return x; }, set x(_value) { x = _value; } };`
    fn open_eval_scope(&mut self) {
        self.eval_scopes += 1;
        let object = self.fresh_ident("scope");
        let built_in = self.helper_name(Helper::Object);
        let created = build::call_method(build::name(&built_in), "create", [build::null()]);
        self.declare(object.clone(), Some(created));
        let accessors = self.accessors_for_eval();
        let own = (!accessors.is_empty()).then(|| self.fresh_ident("own"));
        if let Some(own) = &own {
            self.declare(own.clone(), Some(build::object(accessors)));
        }
        self.frame().eval_scope = Some(EvalScope { object, own });
    }

    /// Accessors for each variable of the current function that code may declare again. Of a parameter and a variable of
    /// one name, the variable is declared later, and is what the body means.
    fn accessors_for_eval(&mut self) -> Vec<Prop> {
        use BindingKind::{Function, Param, Var};
        let function = self.frame().function;
        let is_own = |kind| matches!(kind, Var | Function | Param);
        let symbols = (1..).zip(self.facts.symbols.iter().skip(1));
        let own = symbols.filter(|(_, symbol)| symbol.function == function && is_own(symbol.kind));
        let mut names: Vec<(Atom, Atom)> = own
            .map(|(id, symbol)| (self.facts.names.atom(symbol.name).clone(), self.facts.output_name(id).clone()))
            .filter(|(name, _)| &**name != "arguments")
            .collect();
        let mut seen = FxHashSet::default();
        names.reverse();
        names.retain(|(name, _)| seen.insert(name.clone()));
        names.reverse();
        let parameter = self.fresh_ident("value");
        names.into_iter().flat_map(|(name, variable)| accessors(&name, &variable, &parameter)).collect()
    }
}

/// `get name() { return variable; }, set name(_value) { variable = _value; }`
fn accessors(name: &Atom, variable: &Atom, parameter: &Ident) -> [Prop; 2] {
    let key = || PropName::Ident(IdentName::from(name.clone()));
    let function = |params: Vec<Ident>, stmt| {
        let params = params.into_iter().map(|param| Param::from(Pat::from(param))).collect();
        let body = Some(FunctionBody { span: DUMMY_SP, stmts: vec![stmt] });
        Box::new(Function { params, body, ..Default::default() })
    };
    let value = build::return_at(DUMMY_SP, Some(build::name(variable)));
    let assigned = build::statement(build::assign(build::name(variable), Expr::Ident(parameter.clone())));
    let setter = function(vec![parameter.clone()], assigned);
    [
        Prop::Getter(GetterProp { span: DUMMY_SP, key: key(), function: function(vec![], value) }),
        Prop::Setter(SetterProp { span: DUMMY_SP, key: key(), function: setter }),
    ]
}

fn is_eval(callee: &Expr) -> bool {
    matches!(callee.unwrap_parens(), Expr::Ident(name) if &*name.sym == "eval" && symbol_id(name) == 0)
}
