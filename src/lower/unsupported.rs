//! What ES5 cannot do, where the caller chose to leave it to the engine that runs the code.
//!
//! ```js
//! /(?<=a)b/u;  /a/d;  f(𠮷);
//! // becomes, with the option `unsupported: "runtime"`
//! new RegExp("(?<=a)b", "u");  new RegExp("a", "d");  f(_globalObject()["𠮷"]);
//! ```
//!
//! An engine that can do it does, and any other throws where the code is reached. Each place gets a warning. A global name
//! that nothing has declared is `undefined` instead of an error, and one that a script declares by `let`, `const` or
//! `class` is no property of the global object.
//!
//! Runtime: `_globalObject`.

use swc_common::{DUMMY_SP, Span};
use swc_ecma_ast::*;

use super::Lower;
use crate::{
    build,
    helpers::Helper,
    options::Unsupported,
    problem::Problem,
    scope::{may_be_property, symbol_id},
    syntax::identifier::is_es5_name,
};

impl Lower {
    /// Says what ES5 cannot do; returns whether it is left to the engine.
    pub(super) fn is_left_to_engine(&mut self, problem: Problem) -> bool {
        match self.unsupported {
            Unsupported::Error => self.problems.push(problem),
            Unsupported::Runtime => self.warnings.push(problem.left_to_engine()),
        }
        self.unsupported == Unsupported::Runtime
    }

    /// `new RegExp("a", "gy")`
    pub(super) fn constructed_regexp(&mut self, span: Span, source: Expr, flags: Expr) -> Expr {
        let args = [source, flags];
        if self.facts.is_replaced("RegExp") {
            // /(?:)/.constructor("a", "gy")
            let literal = Expr::Lit(Lit::Regex(Regex { span: DUMMY_SP, exp: "(?:)".into(), flags: "".into() }));
            return build::call_at(span, build::member(literal, "constructor"), args);
        }
        build::new_at(span, build::global("RegExp"), args)
    }

    /// Whether a name is that of a global variable that ES5 cannot spell, and of no property of the object of a `with`.
    pub(super) fn is_unspellable_global(&self, ident: &Ident) -> bool {
        symbol_id(ident) == 0 && !ident.sym.is_ascii() && !is_es5_name(&ident.sym) && !may_be_property(ident)
    }

    /// `_globalObject()["𠮷"]` for such a name; nothing if the file is refused.
    pub(super) fn property_of_global_object(&mut self, ident: &Ident) -> Option<MemberExpr> {
        if !self.is_left_to_engine(Problem::unspellable(ident.span, &ident.sym)) {
            return None;
        }
        let object = self.helper(Helper::GlobalObject, []);
        let expr = Box::new(build::str(ident.sym.clone()));
        let prop = MemberProp::Computed(ComputedPropName { span: DUMMY_SP, expr });
        Some(MemberExpr { span: ident.span, obj: Box::new(object), prop })
    }
}
