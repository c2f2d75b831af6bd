//! The constructor of a class: an ES5 function that only `new` and `super()` may call.
//!
//! ```js
//! class A { constructor(x) { this.x = x; } }  class B extends A {}
//! // becomes
//! function A(x) { _checkNew(this, A); this.x = x; }
//! function B() { _super.apply(this, arguments); }
//! ```
//!
//! ES5 does not say whether a function was called by `new`: an object that inherits from the class's prototype is
//! taken for a new one. So `super()` may call the parent on the object that `new` made for the derived class, and
//! all constructors on the way find `this` right.
//!
//! In a class that stands alone, the `constructor` of what `new` made is the class: `this && this.constructor === A ||
//! _checkNew(this, A)`. Without `constructorTellsNew`, its word is not taken for it. Where classes extend
//! each other, it would be another one, and V8 is slower with it.
//!
//! A derived class that begins with `super()`, and whose parents are all in the file, leaves the check to these:
//! `function B(x) { _super.call(this, x); }`. Without `constructorTellsNew`, it has its own.
//!
//! With `noClassCalls`: `function A(x) { this.x = x; }`.
//!
//! Runtime: `_checkNew`, `_checkDerivedNew` in files that set prototypes.

use swc_common::{DUMMY_SP, Span};
use swc_ecma_ast::*;

use super::{
    Building,
    derived::{DerivedThis, SuperResult, is_super_call, separate_returns},
    fields::InstanceFields,
};
use crate::{
    build,
    helpers::Helper,
    lower::{
        Lower,
        evaluate_once::repeat,
        frame::{FunctionFrame, FunctionKind},
    },
    scope::function_id,
};

impl Lower {
    /// The function that the class is, as a declaration; and whether it calls `super()`.
    pub(super) fn constructor(
        &mut self,
        constructor: Option<Constructor>,
        name: Ident,
        fields: &mut InstanceFields,
        class: &Building,
        class_span: Span,
    ) -> (Stmt, bool) {
        let begins_with_super = constructor.as_ref().is_none_or(begins_with_super);
        let is_checked_by_parent = class.is_derived()
            && begins_with_super
            && self.assumptions.constructor_tells_new
            && self.super_result(class) == SuperResult::Nothing;
        let check = if is_checked_by_parent { vec![] } else { self.check_of_new(class) };
        let (function, calls_super) = match constructor {
            Some(constructor) => self.written_constructor(constructor, check, fields, class),
            None => (self.default_constructor(check, fields, class, class_span), class.is_derived()),
        };
        let function = FnDecl { ident: name, declare: false, function: Box::new(function) };
        (Stmt::Decl(Decl::Fn(function)), calls_super)
    }

    /// `_checkNew(this, C);`, unless nobody calls the class without `new`.
    fn check_of_new(&mut self, class: &Building) -> Vec<Stmt> {
        if self.assumptions.no_class_calls {
            return vec![];
        }
        let helper = if self.may_change_parents() { Helper::CheckDerivedNew } else { Helper::CheckNew };
        let mut check = self.helper(helper, [build::this(), repeat(&class.itself)]);
        if self.assumptions.constructor_tells_new && !class.is_derived() && !class.is_extended {
            let constructor = build::member(build::this(), "constructor");
            let is_own = build::binary(op!("==="), constructor, repeat(&class.itself));
            let is_new = build::binary(op!("&&"), build::this(), is_own);
            // this && this.constructor === C || _checkNew(this, C);
            check = build::binary(op!("||"), is_new, check);
        }
        vec![build::statement(check)]
    }

    fn default_constructor(
        &mut self,
        check: Vec<Stmt>,
        fields: &mut InstanceFields,
        class: &Building,
        span: Span,
    ) -> Function {
        let mut stmts = check;
        let has_fields = !fields.is_empty();
        if let Some(parent) = &class.parent {
            let called = self.parent_constructor(parent.clone());
            let called = build::call_method(called, "apply", [build::this(), build::global("arguments")]);
            let known = self.super_result(class);
            if known == SuperResult::Nothing {
                // _super.apply(this, arguments);
                stmts.push(build::statement(called));
                if has_fields {
                    self.open_element(None);
                    stmts.append(&mut self.initialized_fields(fields, class));
                    self.close_frame(&mut stmts);
                }
                return Function { span, body: Some(FunctionBody { span: DUMMY_SP, stmts }), ..Default::default() };
            }
            let this = self.first_bound_this(known, called, build::this());
            if has_fields {
                let variable = self.fresh_ident("this");
                self.open_element(Some(DerivedThis::bound(parent.clone(), variable.clone())));
                // var _this = _bindThis(_parent(_super).apply(this, arguments), this);
                stmts.push(build::var(variable.clone(), this));
                stmts.append(&mut self.initialized_fields(fields, class));
                stmts.push(build::return_at(DUMMY_SP, Some(Expr::Ident(variable))));
                self.close_frame(&mut stmts);
            } else {
                // return _bindThis(_parent(_super).apply(this, arguments), this);
                stmts.push(build::return_at(DUMMY_SP, Some(this)));
            }
        } else if has_fields {
            self.open_element(None);
            stmts.append(&mut self.initialized_fields(fields, class));
            self.close_frame(&mut stmts);
        }
        Function { span, body: Some(FunctionBody { span: DUMMY_SP, stmts }), ..Default::default() }
    }

    fn written_constructor(
        &mut self,
        constructor: Constructor,
        check: Vec<Stmt>,
        fields: &mut InstanceFields,
        class: &Building,
    ) -> (Function, bool) {
        let Constructor { span, ctxt, params, body, .. } = constructor;
        let mut params = params.into_iter().filter_map(|param| param.param()).collect();
        let mut body = body.unwrap_or_default();
        if class.is_derived() {
            separate_returns(&mut body.stmts, ctxt);
        }
        let outer_home = self.super_home.replace(class.home(false));
        let result = self.super_result(class);
        self.open_frame(function_id(ctxt));
        let frame = self.frame();
        frame.kind = FunctionKind::Constructor;
        frame.derived = class.parent.clone().map(|parent| DerivedThis::new(parent, result, fields.function().cloned()));
        if let Expr::Ident(itself) = &class.itself {
            frame.self_name = Some(itself.clone());
        }
        let mut prologue = check;
        if !class.is_derived() && !fields.is_empty() {
            prologue.append(&mut self.initialized_fields(fields, class));
        }
        prologue.append(&mut self.parameters(&mut params));
        let FunctionFrame { derived, .. } = self.function_statements(&mut body.stmts, prologue);
        self.super_home = outer_home;
        let calls_super = derived.as_ref().is_some_and(DerivedThis::calls_super);
        if let Some(this) = derived {
            self.return_this(this, &mut body.stmts);
        }
        (Function { span, params, body: Some(body), ..Default::default() }, calls_super)
    }
}

/// Whether the first thing that a constructor does is `super(…)`.
fn begins_with_super(constructor: &Constructor) -> bool {
    let first = constructor.body.as_ref().and_then(|body| body.stmts.first());
    let is_simple =
        |param: &ParamOrTsParamProp| matches!(param, ParamOrTsParamProp::Param(param) if param.pat.is_ident());
    constructor.params.iter().all(is_simple)
        && matches!(first, Some(Stmt::Expr(ExprStmt { expr, .. })) if is_super_call(expr))
}
