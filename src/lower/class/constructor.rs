//! The constructor of a class: an ES5 function that only `new` and `super()` may call.
//!
//! ```js
//! class A { constructor(x) { this.x = x; } }  class B extends A {}
//! // becomes
//! function A(x) { _checkNew(this, A); this.x = x; }
//! function B() { _checkNew(this, B); return _bindThis(_parent(_super).apply(this, arguments), this); }
//! ```
//!
//! ES5 does not say whether a function was called by `new`: an object that inherits from the class's prototype is
//! taken for a new one. So `super()` may call the parent on the object that `new` made for the derived class, and
//! all constructors on the way find `this` right.
//!
//! Runtime: `_checkNew`.

use swc_common::{DUMMY_SP, Span};
use swc_ecma_ast::*;

use super::{
    Building,
    derived::{DerivedThis, separate_returns},
};
use crate::{
    build,
    helpers::Helper,
    lower::{
        Lower,
        evaluate_once::repeat,
        frame::{Frame, FunctionKind},
    },
    scope::function_id,
};

impl Lower {
    /// The function that the class is, as a declaration; and whether it calls `super()`.
    pub(super) fn constructor(
        &mut self,
        constructor: Option<Constructor>,
        name: Ident,
        class: &Building,
        class_span: Span,
    ) -> (Stmt, bool) {
        // _checkNew(this, C);
        let check = self.helper(Helper::CheckNew, vec![build::this(), repeat(&class.itself)]);
        let check = build::statement(check);
        let (function, calls_super) = match constructor {
            Some(constructor) => self.written_constructor(constructor, check, class),
            None => (self.default_constructor(check, class, class_span), class.is_derived()),
        };
        let function = FnDecl { ident: name, declare: false, function: Box::new(function) };
        (Stmt::Decl(Decl::Fn(function)), calls_super)
    }

    fn default_constructor(&mut self, check: Stmt, class: &Building, span: Span) -> Function {
        let mut stmts = vec![check];
        if let Some(parent) = &class.parent {
            // return _bindThis(_parent(_super).apply(this, arguments), this);
            let parent = self.helper(Helper::Parent, vec![Expr::Ident(parent.clone())]);
            let called = build::call_method(parent, "apply", vec![build::this(), build::global("arguments")]);
            let this = self.helper(Helper::BindThis, vec![called, build::this()]);
            stmts.push(build::return_at(DUMMY_SP, Some(this)));
        }
        Function { span, body: Some(FunctionBody { span: DUMMY_SP, stmts }), ..Default::default() }
    }

    fn written_constructor(&mut self, constructor: Constructor, check: Stmt, class: &Building) -> (Function, bool) {
        let Constructor { span, ctxt, params, body, .. } = constructor;
        let mut params = params.into_iter().filter_map(|param| param.param()).collect();
        let mut body = body.unwrap_or_default();
        if class.is_derived() {
            separate_returns(&mut body.stmts, ctxt);
        }
        let home = crate::lower::object_super::Home { object: Some(class.prototype()) };
        let outer_home = self.super_home.replace(home);
        self.open_frame(function_id(ctxt));
        let frame = self.frame();
        frame.kind = FunctionKind::Constructor;
        frame.derived = class.parent.clone().map(DerivedThis::new);
        if let Expr::Ident(itself) = &class.itself {
            frame.self_name = Some(itself.clone());
        }
        let mut prologue = vec![check];
        prologue.append(&mut self.parameters(&mut params));
        let Frame { derived, .. } = self.function_statements(&mut body.stmts, prologue);
        self.super_home = outer_home;
        let calls_super = derived.as_ref().is_some_and(DerivedThis::calls_super);
        if let Some(this) = derived {
            self.return_this(this, &mut body.stmts);
        }
        (Function { span, params, body: Some(body), ..Default::default() }, calls_super)
    }
}
