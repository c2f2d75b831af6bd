//! Direct `eval` in a parameter list.
//!
//! ```js
//! function f(a = eval(code)) {}
//! // becomes
//! function f() { var a = …arguments[0] !== void 0 ? arguments[0] : eval(_parameterCode(code, ["arguments", "a"])); }
//! ```
//!
//! The variables that such code declares lie outside of the parameters, and may not have their names, nor that of
//! `arguments` where the function has its own: a SyntaxError
//! ([ECMAScript §19.2.1.3](https://tc39.es/ecma262/#sec-evaldeclarationinstantiation)). In ES5 the parameters are
//! variables beside them, which the code would overwrite. An `eval` in an arrow function's body is the arrow's own affair.
//! Code that is evaluated anywhere else needs nothing.
//!
//! Runtime: `_parameterCode`.

use swc_atoms::Atom;
use swc_ecma_ast::*;

use super::{Lower, module::names_in_pattern};
use crate::{build, helpers::Helper, scope::symbol_id};

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

    /// Lowers the arguments of a direct `eval`.
    pub(super) fn direct_eval(&mut self, call: &mut CallExpr) {
        let names: Vec<Expr> = self.frame().closed_to_eval.iter().map(|name| build::str(&**name)).collect();
        let is_eval = |callee: &Callee| callee.as_expr().is_some_and(|callee| is_eval(callee));
        let Some(code) = call.args.first_mut().filter(|_| !names.is_empty() && is_eval(&call.callee)) else { return };
        // _parameterCode(code, ["arguments", "a"])
        let value = std::mem::take(&mut *code.expr);
        *code.expr = self.helper(Helper::ParameterCode, [value, build::array(names)]);
    }
}

fn is_eval(callee: &Expr) -> bool {
    matches!(callee.unwrap_parens(), Expr::Ident(name) if &*name.sym == "eval" && symbol_id(name) == 0)
}
