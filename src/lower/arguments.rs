//! The object `arguments` of a function.
//!
//! ```js
//! function f() { return () => arguments[0]; }
//! function g() { (() => { arguments = 1; })(); return arguments; }
//! // becomes
//! function f() { var _arguments = arguments; return function () { return _arguments[0]; }; }
//! function g() { var _arguments = arguments; (function () { _arguments = 1; })(); return _arguments; }
//! ```
//!
//! Every ES5 function has such an object, also those that arrow functions, loop bodies and suspended bodies become: what
//! stands in these reads an alias. Where `arguments` is assigned, all of the function uses the alias, if it needs one.
//! Bindings of that name are the affair of [`scope`](crate::scope).
//!
//! The rules that are easy to miss:
//! - with defaults, patterns or a rest, `arguments.callee` throws in sloppy code too. The object of the ES5 function has
//!   it: only what is written so becomes `_calleeError()`;
//! - outside of all functions there is no such object, but CommonJS has one, and a script may find a global of that name;
//! - in a `with` between the arrow function and the function around, it may be a property of the object:
//!   `(_o = _withThis("arguments", [_with])) ? _o.arguments : _arguments`.
//!
//! Runtime: `_calleeError`.

use swc_ecma_ast::*;
use swc_ecma_visit::VisitMutWith;

use super::Lower;
use crate::{
    build,
    helpers::Helper,
    problem::Problem,
    scope::{FileKind, may_be_property, symbol_id},
};

impl Lower {
    /// Whether a name means the object of a function.
    pub(super) fn is_arguments(&self, name: &Ident) -> bool {
        symbol_id(name) == 0 && &*name.sym == "arguments"
    }

    /// Whether an expression, not lowered yet, gives the `arguments` of a function, as the function got them.
    pub(super) fn is_arguments_object(&self, expr: &Expr) -> bool {
        let Expr::Ident(name) = expr else { return false };
        let function = self.frames.get(self.this_frame_index()).map_or(0, |frame| frame.function);
        self.is_arguments(name) && !may_be_property(name) && !self.facts.arguments_may_change(function)
    }

    /// `arguments`, read.
    pub(super) fn arguments(&mut self, name: &Ident) -> Expr {
        let Some(mut variable) = self.arguments_variable() else { return Expr::Ident(name.clone()) };
        variable.span = name.span;
        let mut value = Expr::Ident(variable);
        if self.may_lack_arguments() {
            // _arguments || _tdzError("arguments")
            let missing = self.throw_uninitialized(name);
            value = build::binary(op!("||"), value, missing);
        }
        if !may_be_property(name) {
            return value;
        }
        let around = self.this_frame_index();
        let objects = self.with_objects(|_, with| with.frame >= around);
        let found = self.helper(Helper::WithThis, [build::str("arguments"), objects]);
        let object = self.temp("object");
        // (_object = _withThis("arguments", [_with])) ? _object.arguments : _arguments
        let property = build::member(Expr::Ident(object.clone()), "arguments");
        build::conditional(build::assign(Expr::Ident(object), found), property, value)
    }

    /// `arguments.callee` of a sloppy function whose parameters are more than names.
    pub(super) fn is_missing_callee(&mut self, member: &MemberExpr) -> bool {
        let MemberExpr { obj, prop: MemberProp::Ident(key), .. } = member else { return false };
        if &*key.sym != "callee" || !matches!(&**obj, Expr::Ident(name) if self.is_arguments(name)) {
            return false;
        }
        let function = self.this_frame().function;
        let facts = &self.facts.functions[function as usize];
        function != 0 && !facts.strict && !facts.has_simple_parameters
    }

    /// `arguments`, assigned.
    pub(super) fn rename_arguments(&mut self, name: &mut Ident) {
        let Some(variable) = self.arguments_variable() else { return };
        if may_be_property(name) {
            self.problems.push(Problem::arguments_in_with(name.span));
        }
        name.sym = variable.sym;
    }

    /// `typeof x`. It throws nothing where there is no `arguments`.
    pub(super) fn typeof_expression(&mut self, unary: &mut UnaryExpr) {
        match unary.arg.unwrap_parens_mut() {
            Expr::Ident(name) if self.is_arguments(name) && !may_be_property(name) => self.rename_arguments(name),
            _ => unary.visit_mut_children_with(self),
        }
    }

    /// Whether the current function is a file that CommonJS may not put a function around.
    fn may_lack_arguments(&mut self) -> bool {
        self.this_frame().function == 0 && self.facts.file_kind != FileKind::CommonJs
    }

    /// The variable that holds the `arguments` of the current function, if it needs one.
    pub(super) fn arguments_variable(&mut self) -> Option<Ident> {
        let function = self.this_frame().function;
        if !self.is_lexical() && !self.facts.arguments_are_variable(function) {
            return None;
        }
        let may_lack = self.may_lack_arguments();
        let name = match &self.this_frame().arguments {
            Some(name) => name.clone(),
            None => {
                let names = &mut self.facts.names;
                let name = if function == 0 { names.fresh_at_top("arguments") } else { names.fresh("arguments") };
                let value = own_arguments(may_lack);
                let frame = self.this_frame();
                frame.arguments = Some(name.clone());
                // var _arguments = arguments;
                frame.declare(build::ident(&name), Some(value));
                name
            }
        };
        Some(build::ident(&name))
    }

    /// What a variable called `arguments` holds in the beginning of the current function.
    pub(super) fn first_arguments(&mut self) -> Expr {
        match self.arguments_variable() {
            Some(variable) => Expr::Ident(variable),
            None => own_arguments(self.may_lack_arguments()),
        }
    }
}

/// `arguments` of the current function.
fn own_arguments(may_lack: bool) -> Expr {
    let arguments = || build::global("arguments");
    if !may_lack {
        return arguments();
    }
    // typeof arguments === "undefined" ? void 0 : arguments
    let kind = build::unary(op!("typeof"), arguments());
    let is_missing = build::binary(op!("==="), kind, build::str("undefined"));
    build::conditional(is_missing, build::undefined(), arguments())
}
