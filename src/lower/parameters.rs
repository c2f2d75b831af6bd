//! Parameters: defaults, patterns and rest.
//!
//! ```js
//! function f(a, { b }, c = 1, ...rest) {}
//! // becomes
//! function f(a, _ref) {
//!   var b = _ref.b,
//!     c = arguments.length > 2 && arguments[2] !== void 0 ? arguments[2] : 1,
//!     rest = [].slice.call(arguments, 3);
//! }
//! ```
//!
//! The rules that are easy to miss:
//! - `length` counts the parameters before the first one with a default, so that one and all after it are read from
//!   `arguments`;
//! - with such a list, `arguments` is not tied to the parameters: where sloppy code uses it, the ES5 parameters get
//!   other names;
//! - a rest parameter that nothing uses costs nothing. One that begins with the first argument, and is only read by index or
//!   `length` and handed on by `f(...rest)`, is `arguments` itself: no other parameter can be tied to it. Of one that comes
//!   after others, `rest[0]` is `arguments[1]`, if nothing else is done with it than that and to read its `length`;
//! - one that a closure in the list may read too early is a variable of the body
//!   ([`temporal_dead_zone`](super::temporal_dead_zone)).
//!
//! With `ignoreFunctionLength`, and in a function of which the file shows that it is only called
//! (`scope/escape/function.rs`): `function f(a, _ref, c) { if (c === void 0) c = 1; … }`.

use swc_common::DUMMY_SP;
use swc_ecma_ast::*;

use super::{
    Lower,
    destructuring::{Mode, Step},
};
use crate::{
    build,
    scope::{element_index, symbol_id},
};

impl Lower {
    /// Lowers a parameter list in place; returns the statements that the function begins with.
    pub(super) fn parameters(&mut self, params: &mut Vec<Param>) -> Vec<Stmt> {
        if params.iter().all(|param| param.pat.is_ident()) {
            params.iter_mut().for_each(|param| self.plain_parameter(param));
            return vec![];
        }
        let untie = self.has_tied_arguments();
        self.frame().closed_to_eval = self.names_closed_to_eval(params.iter().map(|param| &param.pat));
        let function = self.frame().function;
        let keeps_length = !self.assumptions.ignore_function_length && !self.is_only_called(function);
        let mut stmts: Vec<Stmt> =
            self.uninitialized_parameters(params.iter().map(|param| &param.pat)).into_iter().collect();
        let mut steps = vec![];
        let mut formals = vec![];
        let mut optional = false;
        for (index, param) in std::mem::take(params).into_iter().enumerate() {
            optional |= keeps_length && matches!(param.pat, Pat::Assign(_)) || param.pat.is_rest();
            match param.pat {
                Pat::Rest(rest) => self.rest_parameter(*rest.arg, index, &mut steps),
                Pat::Assign(assign) if optional => self.default_parameter(assign, index, &mut steps),
                pat if optional => {
                    // arguments[index]
                    let value = build::index(arguments(), build::num(index as f64));
                    self.pattern(pat, value, Mode::DECLARE, &mut steps);
                }
                Pat::Ident(mut ident) if !untie && !self.is_checked(&ident) => {
                    self.rename(&mut ident);
                    formals.push(Param { pat: Pat::Ident(ident), ..param });
                }
                Pat::Assign(assign) if !untie && assign.left.as_ident().is_some_and(|name| !self.is_checked(name)) => {
                    stmts.append(&mut self.declare_steps(std::mem::take(&mut steps), DUMMY_SP));
                    self.optional_parameter(assign, &mut formals, &mut stmts);
                }
                pat => {
                    let formal = self.formal(&pat);
                    let value = Expr::Ident(formal.clone());
                    formals.push(Param::from(Pat::from(formal)));
                    self.pattern(pat, value, Mode::DECLARE, &mut steps);
                }
            }
        }
        *params = formals;
        self.frame().closed_to_eval.clear();
        stmts.append(&mut self.declare_steps(steps, DUMMY_SP));
        stmts
    }

    /// `if (name === void 0) name = default;`; the name becomes a parameter.
    fn optional_parameter(&mut self, assign: AssignPat, formals: &mut Vec<Param>, stmts: &mut Vec<Stmt>) {
        let Pat::Ident(mut name) = *assign.left else { return };
        let default = self.default_value(*assign.right, Some(&name));
        self.rename(&mut name);
        let variable = || Expr::Ident(name.id.clone());
        let assigned = build::statement(build::assign(variable(), default));
        stmts.push(build::when(build::is_undefined(variable()), assigned));
        formals.push(Param::from(Pat::Ident(name)));
    }

    /// The parameter of a setter stays a parameter whatever it is, since ES5 wants exactly one.
    pub(super) fn setter_parameter(&mut self, params: &mut Vec<Param>) -> Vec<Stmt> {
        let Some(param) = params.pop() else { return vec![] };
        match param.pat {
            Pat::Ident(mut ident) => {
                self.rename(&mut ident);
                params.push(Param { pat: Pat::Ident(ident), ..param });
                vec![]
            }
            pat => {
                let formal = self.formal(&pat);
                let value = Expr::Ident(formal.clone());
                params.push(Param::from(Pat::from(formal)));
                self.frame().closed_to_eval = self.names_closed_to_eval([&pat]);
                let mut stmts: Vec<Stmt> = self.uninitialized_parameters([&pat]).into_iter().collect();
                let mut steps = vec![];
                self.pattern(pat, value, Mode::DECLARE, &mut steps);
                self.frame().closed_to_eval.clear();
                stmts.append(&mut self.declare_steps(steps, DUMMY_SP));
                stmts
            }
        }
    }

    fn plain_parameter(&mut self, param: &mut Param) {
        if let Pat::Ident(ident) = &mut param.pat {
            self.rename(ident);
        }
    }

    /// Whether ES5 would tie `arguments` to the parameters where ES2018 does not.
    fn has_tied_arguments(&mut self) -> bool {
        let facts = self.function_facts();
        !facts.strict && !facts.is_arrow && (facts.uses_arguments || facts.has_eval)
    }

    /// A name for the ES5 parameter that a pattern is read from.
    fn formal(&mut self, pat: &Pat) -> Ident {
        match pat {
            Pat::Ident(ident) => self.local_ident(&ident.sym),
            _ => self.local_ident("ref"),
        }
    }

    fn default_parameter(&mut self, assign: AssignPat, index: usize, steps: &mut Vec<Step>) {
        let at = |index: usize| build::index(arguments(), build::num(index as f64));
        // arguments.length > index && arguments[index] !== void 0
        let given = build::binary(
            op!("&&"),
            build::binary(op!(">"), build::member(arguments(), "length"), build::num(index as f64)),
            build::binary(op!("!=="), at(index), build::undefined()),
        );
        let default = self.default_value(*assign.right, assign.left.as_ident().map(|name| &name.id));
        // given ? arguments[index] : default
        let value = build::conditional(given, at(index), default);
        self.pattern(*assign.left, value, Mode::DECLARE, steps);
    }

    fn rest_parameter(&mut self, pat: Pat, index: usize, steps: &mut Vec<Step>) {
        if let Pat::Ident(ident) = &pat
            && self.facts.symbol(ident).is_some_and(|symbol| !symbol.used)
            && !self.function_facts().has_eval
        {
            return;
        }
        if let Pat::Ident(ident) = &pat
            && self.assumptions.constant_array_iterator
            && if index == 0 { self.facts.is_like_arguments(ident) } else { self.facts.is_read_at_positions(ident) }
        {
            if self.is_arguments_of_function(ident) {
                self.frame().rest = symbol_id(ident);
                self.frame().rest_start = index;
                return;
            }
            if index == 0 {
                // rest = arguments
                return self.pattern(pat, arguments(), Mode::DECLARE, steps);
            }
        }
        // [].slice.call(arguments, index)
        let slice = build::member(build::array(vec![]), "slice");
        let from = if index == 0 { vec![arguments()] } else { vec![arguments(), build::num(index as f64)] };
        let value = build::call_method(slice, "call", from);
        self.pattern(pat, value, Mode::DECLARE, steps);
    }

    /// Whether `arguments` means the object of the current function wherever `rest` is read.
    fn is_arguments_of_function(&mut self, rest: &Ident) -> bool {
        let function = self.frame().function;
        let is_captured = self.facts.symbol(rest).is_none_or(|symbol| symbol.writes.captured);
        !is_captured
            && !self.function_facts().is_arrow
            && !self.declares_in(function, "arguments")
            && !self.facts.arguments_may_change(function)
    }

    /// Whether a member is one of a rest parameter after others, for which `arguments` stands.
    pub(super) fn is_read_from_rest(&mut self, member: &MemberExpr) -> bool {
        let Expr::Ident(name) = &*member.obj else { return false };
        let frame = self.this_frame();
        frame.rest_start > 0 && frame.rest == symbol_id(name)
    }

    /// `rest[0]`, `rest.length`
    pub(super) fn member_of_rest(&mut self, expr: &mut Expr) {
        let Expr::Member(MemberExpr { span, obj, prop }) = expr else { return };
        let Expr::Ident(name) = &**obj else { return };
        let start = self.this_frame().rest_start as f64;
        let all = self.arguments(&Ident { sym: "arguments".into(), ..name.clone() });
        let index = prop.as_computed().and_then(|key| element_index(&key.expr));
        let read = match index {
            // arguments[start + index]
            Some(index) => build::index(all, build::num(start + f64::from(index))),
            // arguments.length > start ? arguments.length - start : 0
            None => {
                let length = build::member(all, "length");
                let has_some = build::binary(op!(">"), length.clone(), build::num(start));
                let left = build::binary(op!(bin, "-"), length, build::num(start));
                build::conditional(has_some, left, build::num(0.0))
            }
        };
        *expr = read.with_span(*span);
    }
}

/// The `arguments` of the ES5 function itself.
fn arguments() -> Expr {
    build::global("arguments")
}
