//! `this`, `super()` and `return` in the constructors of derived classes.
//!
//! ```js
//! constructor(a) { super(a); if (a) return {}; this.a = a; }
//! constructor(f) { f(() => super()); this.f = f; }
//! // becomes
//! function C(a) {
//!   _checkNew(this, C);
//!   var _this = _bindThis(_super.call(this, a), this);
//!   if (a) return _constructed({}, _this);
//!   _this.a = a;
//!   return _this;
//! }
//! function C(f) {
//!   var _instance = this, _this;
//!   _checkNew(this, C);
//!   f(function () { return _this = _bindThisOnce(_super.call(_instance), _instance, _this); });
//!   _assertThis(_this).f = f;
//!   return _assertThis(_this);
//! }
//! ```
//!
//! `this` is what `super()` makes of it: the object that the parent constructor returned, else the new one. Before
//! that it can't be read, and a second `super()` throws once it has called the parent
//! ([ES2018 §12.3.5.1](https://tc39.es/ecma262/2018/#sec-super-keyword)). What stands after a `super()` statement in
//! its block needs no check. A constructor may return an object or nothing
//! ([ES2018 §9.2.2](https://tc39.es/ecma262/2018/#sec-ecmascript-function-objects-construct-argumentslist-newtarget)).
//!
//! Where this file shows the constructors of all parents, and none of them returns a value, `this` stays what it is:
//!
//! ```js
//! function C(a) { _checkNew(this, C); _super.call(this, a); this.a = a; }
//! ```
//!
//! What a constructor returns is looked at when it has ended: where a `return` stands in a `try`, which must not catch this
//! error, the body becomes a function of its own.
//!
//! A file that sets prototypes may give a class another parent: there, and without `constantParents`,
//! `super()` calls `_parent(_super)`, but for `constantSuper`.
//!
//! With a class of the language as the parent, or `superIsCallableConstructor`: `var _this = _super.call(this, a) || this;`.
//!
//! Runtime: `_bindThis`, `_bindThisOnce`, `_assertThis`, `_constructed`, `_parent`.

use swc_common::{DUMMY_SP, Span, SyntaxContext};
use swc_ecma_ast::*;

use swc_ecma_visit::{Visit, VisitWith, noop_visit_type};

use super::{Building, fields::call_fields};
use crate::{
    assumptions::Assumptions,
    ast::as_using,
    build,
    helpers::Helper,
    lower::{Lower, evaluate_once::repeat},
    problem::Problem,
};

/// `this` of a derived constructor that is being written.
pub(in crate::lower) struct DerivedThis {
    /// What gives the parent constructor.
    parent: Ident,
    /// The variable that holds it once it is bound, if anything refers to it so far.
    variable: Option<Ident>,
    /// The variable that holds the new object, for functions inside.
    instance: Option<Ident>,
    /// Whether it is certainly bound here.
    is_bound: bool,
    result: SuperResult,
    /// How many blocks and lexical functions there are around the current code.
    depth: u32,
    calls_super: bool,
    /// The function that gives the object its fields.
    fields: Option<Ident>,
}

/// What a call of the parent constructor gives.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum SuperResult {
    /// Nothing: `this` stays what it was called on.
    Nothing,
    /// An object or nothing.
    Object,
    Any,
}

impl DerivedThis {
    pub(super) fn new(parent: Ident, result: SuperResult, fields: Option<Ident>) -> Self {
        Self { parent, variable: None, instance: None, is_bound: false, result, depth: 0, calls_super: false, fields }
    }

    /// Of a constructor whose parent has returned.
    pub(super) fn bound(parent: Ident, variable: Ident) -> Self {
        Self { variable: Some(variable), is_bound: true, ..Self::new(parent, SuperResult::Any, None) }
    }

    /// Whether it is said by `this`: it is bound, and needs no variable.
    pub(in crate::lower) fn is_plain(&self) -> bool {
        self.is_bound && self.result == SuperResult::Nothing && self.variable.is_none()
    }

    pub(super) fn calls_super(&self) -> bool {
        self.calls_super
    }
}

/// `super(…)`, and nothing else.
pub(in crate::lower) fn is_super_call(expr: &Expr) -> bool {
    matches!(expr, Expr::Call(CallExpr { callee: Callee::Super(_), .. }))
}

// `super()`.
impl Lower {
    /// `super(a)` as an expression.
    pub(in crate::lower) fn super_constructor_call(&mut self, expr: &mut Expr) {
        let Expr::Call(call) = expr else { return };
        if let Some((result, instance)) = self.parent_called(std::mem::take(call)) {
            *expr = self.bound_once(result, instance);
        }
    }

    /// `_this = _bindThisOnce(result, this, _this)`, and what follows it.
    fn bound_once(&mut self, result: Expr, instance: Expr) -> Expr {
        if self.has_plain_this() {
            // _bindThisOnce(result, this, this)
            return self.helper(Helper::BindThisOnce, [result, repeat(&instance), instance]);
        }
        let variable = Expr::Ident(self.this_variable());
        let this = self.helper(Helper::BindThisOnce, [result, instance, variable.clone()]);
        let this = build::assign(variable.clone(), this);
        match self.call_of_fields() {
            // _this = _bindThisOnce(…), _fields.call(_this), _this
            Some(fields) => build::sequence(vec![this, fields, variable]),
            None => this,
        }
    }

    /// `_fields.call(_this)`
    fn call_of_fields(&mut self) -> Option<Expr> {
        let fields = self.this_frame().derived.as_ref().and_then(|derived| derived.fields.clone())?;
        let this = match self.has_plain_this() {
            true => self.this(),
            false => Expr::Ident(self.this_variable()),
        };
        Some(call_fields(&fields, this))
    }

    /// `super(a);`
    pub(in crate::lower) fn super_statement(&mut self, stmt: ExprStmt, out: &mut Vec<Stmt>) {
        let ExprStmt { span, mut expr } = stmt;
        let Expr::Call(call) = &mut *expr else { return };
        let is_lexical = self.is_lexical();
        let Some((result, instance)) = self.parent_called(std::mem::take(call)) else { return };
        // Nothing that says `this` or `super()` comes before it.
        let is_first = |this: &DerivedThis| !is_lexical && this.depth == 0 && this.variable.is_none() && !this.is_bound;
        if self.this_frame().derived.as_ref().is_some_and(is_first) {
            self.first_bound(span, result, instance, out);
        } else {
            let bound = self.bound_once(result, instance);
            out.push(build::statement_at(span, bound));
        }
        if let Some(derived) = &mut self.this_frame().derived {
            derived.is_bound = true;
        }
    }

    /// `_super.call(this, a);`, or `var _this = _bindThis(_super.call(this, a), this);`
    fn first_bound(&mut self, span: Span, result: Expr, instance: Expr, out: &mut Vec<Stmt>) {
        let Some(derived) = &mut self.this_frame().derived else { return };
        derived.is_bound = true;
        let known = derived.result;
        if derived.is_plain() {
            out.push(build::statement_at(span, result));
        } else {
            let variable = self.fresh_ident("this");
            let this = self.first_bound_this(known, result, instance);
            out.push(build::var_at(span, vec![build::declarator(variable.clone(), Some(this))]));
            if let Some(derived) = &mut self.this_frame().derived {
                derived.variable = Some(variable);
            }
        }
        out.extend(self.call_of_fields().map(build::statement));
    }

    /// `_super.call(this, a)`, and `this` again.
    fn parent_called(&mut self, call: CallExpr) -> Option<(Expr, Expr)> {
        let CallExpr { span, args, .. } = call;
        let Some(derived) = &mut self.this_frame().derived else {
            self.problems.push(Problem::syntax(span, "`super()` may stand in constructors of derived classes only"));
            return None;
        };
        derived.calls_super = true;
        let parent = derived.parent.clone();
        let parent = self.parent_constructor(parent);
        let instance = self.instance();
        let called = if args.iter().any(|arg| arg.spread.is_some()) {
            let list = self.argument_list(args);
            // _super.apply(this, _list(a))
            build::call_at(span, build::member(parent, "apply"), [instance.clone(), list])
        } else {
            let args = args.into_iter().map(|arg| self.lowered(arg.expr));
            let args = [instance.clone()].into_iter().chain(args);
            build::call_at(span, build::member(parent, "call"), args)
        };
        Some((called, instance))
    }

    /// Whether `this` of the current constructor is what it was called on, and bound.
    pub(in crate::lower) fn has_plain_this(&mut self) -> bool {
        self.this_frame().derived.as_ref().is_some_and(DerivedThis::is_plain)
    }

    /// What `super()` of a class gives.
    pub(super) fn super_result(&self, class: &Building) -> SuperResult {
        if self.may_change_parents() {
            SuperResult::Any
        } else if self.facts.constructors_return_nothing(class.id) {
            SuperResult::Nothing
        } else if class.is_native || self.assumptions.super_is_callable_constructor {
            SuperResult::Object
        } else {
            SuperResult::Any
        }
    }

    /// Whether a class may be given another parent, as `super()` would have to see.
    pub(super) fn may_change_parents(&self) -> bool {
        let Assumptions { constant_super, super_is_callable_constructor, .. } = self.assumptions;
        self.facts.changes_parents && !constant_super && !super_is_callable_constructor
    }

    /// `_super`, or `_parent(_super)` where the parent may change.
    pub(super) fn parent_constructor(&mut self, parent: Ident) -> Expr {
        let parent = Expr::Ident(parent);
        if self.may_change_parents() { self.helper(Helper::Parent, [parent]) } else { parent }
    }

    /// `_bindThis(result, instance)`, or `result || instance`: `this`, if it certainly was not bound before.
    pub(super) fn first_bound_this(&mut self, known: SuperResult, result: Expr, instance: Expr) -> Expr {
        if known == SuperResult::Object {
            build::binary(op!("||"), result, instance)
        } else {
            self.helper(Helper::BindThis, [result, instance])
        }
    }

    /// The object that `new` made.
    fn instance(&mut self) -> Expr {
        if !self.is_lexical() {
            return build::this();
        }
        let known = self.this_frame().derived.as_ref().and_then(|derived| derived.instance.clone());
        let instance = known.unwrap_or_else(|| {
            let instance = self.fresh_ident("instance");
            // var _instance = this;
            self.this_frame().declare(instance.clone(), Some(build::this()));
            instance
        });
        if let Some(derived) = &mut self.this_frame().derived {
            derived.instance = Some(instance.clone());
        }
        Expr::Ident(instance)
    }
}

// `this`.
impl Lower {
    /// `_this`, checked unless it is certainly bound.
    pub(in crate::lower) fn derived_this(&mut self) -> Expr {
        let variable = Expr::Ident(self.this_variable());
        let is_bound = self.this_frame().derived.as_ref().is_some_and(|derived| derived.is_bound);
        // _assertThis(_this)
        if is_bound { variable } else { self.helper(Helper::AssertThis, [variable]) }
    }

    /// `(_assertThis(_this), value)`, if `this` may not be bound here.
    pub(in crate::lower) fn after_check_of_this(&mut self, value: Expr) -> Expr {
        build::sequence(self.check_of_this().into_iter().chain([value]).collect())
    }

    /// What throws if `this` is not bound yet, if that may be so.
    pub(in crate::lower) fn check_of_this(&mut self) -> Option<Expr> {
        let may_be_unbound = self.this_frame().derived.as_ref().is_some_and(|derived| !derived.is_bound);
        may_be_unbound.then(|| self.derived_this())
    }

    /// The variable that holds `this` once it is bound.
    pub(in crate::lower) fn this_variable(&mut self) -> Ident {
        let known = self.this_frame().derived.as_ref().and_then(|derived| derived.variable.clone());
        let variable = known.unwrap_or_else(|| {
            let variable = self.fresh_ident("this");
            // var _this;
            self.this_frame().declare(variable.clone(), None);
            variable
        });
        if let Some(derived) = &mut self.this_frame().derived {
            derived.variable = Some(variable.clone());
        }
        variable
    }

    /// Enters a block: what it learns about `this` is forgotten behind it.
    pub(in crate::lower) fn open_block_of_constructor(&mut self) -> bool {
        self.this_frame().derived.as_mut().is_some_and(|derived| {
            derived.depth += 1;
            derived.is_bound
        })
    }

    pub(in crate::lower) fn close_block_of_constructor(&mut self, was_bound: bool) {
        if let Some(derived) = &mut self.this_frame().derived {
            derived.depth -= 1;
            derived.is_bound = was_bound;
        }
    }
}

// `return`.
impl Lower {
    /// What `return value` gives back, if the current code is that of a derived constructor.
    pub(in crate::lower) fn returned_by_constructor(&mut self, value: Option<Expr>) -> Option<Expr> {
        if !self.is_in_derived_constructor() {
            return value;
        }
        if self.has_plain_this() {
            // It returns no value.
            return None;
        }
        let Some(value) = value else { return Some(self.derived_this()) };
        let variable = Expr::Ident(self.this_variable());
        // _constructed(value, _this)
        Some(self.helper(Helper::Constructed, [value, variable]))
    }

    /// Gives `this` back at the end of a constructor, whose frame is closed.
    pub(super) fn return_this(&mut self, derived: DerivedThis, stmts: &mut Vec<Stmt>) {
        if derived.is_plain() {
            return;
        }
        let DerivedThis { variable, is_bound, .. } = derived;
        if let (Some(variable), true) = (&variable, is_bound)
            && let Some(value) = take_last_declared(variable, stmts)
        {
            // return _bindThis(_super.call(this, a), this);
            stmts.push(build::return_at(DUMMY_SP, Some(value)));
            return;
        }
        if stmts.last().is_some_and(|last| last.is_return_stmt() || last.is_throw()) {
            return;
        }
        let variable = variable.map(Expr::Ident);
        let this = match variable {
            Some(variable) if is_bound => variable,
            variable => self.helper(Helper::AssertThis, variable),
        };
        stmts.push(build::return_at(DUMMY_SP, Some(this)));
    }
}

impl Lower {
    /// Whether the current code belongs to a derived constructor, be it in a loop body that became a function.
    pub(in crate::lower) fn is_in_derived_constructor(&self) -> bool {
        let frame = self.frames.iter().rev().find(|frame| frame.loop_body.is_none());
        frame.is_some_and(|frame| frame.derived.is_some())
    }
}

/// `return (() => { body })();`, if the body returns from inside a `try`. The arrow function is lowered as a part of the
/// constructor `ctxt`.
pub(super) fn separate_returns(stmts: &mut Vec<Stmt>, ctxt: SyntaxContext) {
    let mut find = FindReturnInTry::default();
    stmts.visit_with(&mut find);
    if !find.found {
        return;
    }
    let body = FunctionBody { span: DUMMY_SP, stmts: std::mem::take(stmts) };
    let body = Box::new(ArrowFunctionBody::FunctionBody(body));
    let function = Expr::Arrow(ArrowExpr { ctxt, body, ..Default::default() });
    stmts.push(build::return_at(DUMMY_SP, Some(build::call(function, []))));
}

/// Looks for a `return` of the current function that stands in a `try` statement.
#[derive(Default)]
struct FindReturnInTry {
    in_try: bool,
    found: bool,
}

impl Visit for FindReturnInTry {
    noop_visit_type!();

    fn visit_try_stmt(&mut self, stmt: &TryStmt) {
        let outer = std::mem::replace(&mut self.in_try, true);
        stmt.visit_children_with(self);
        self.in_try = outer;
    }

    /// A `using` makes a `try` of what follows it.
    fn visit_stmts(&mut self, stmts: &[Stmt]) {
        let outer = self.in_try;
        for stmt in stmts {
            self.in_try |= as_using(stmt).is_some();
            stmt.visit_with(self);
        }
        self.in_try = outer;
    }

    fn visit_for_of_stmt(&mut self, stmt: &ForOfStmt) {
        let outer = self.in_try;
        self.in_try |= stmt.left.is_using_decl();
        stmt.body.visit_with(self);
        self.in_try = outer;
    }

    fn visit_return_stmt(&mut self, _: &ReturnStmt) {
        self.found |= self.in_try;
    }

    fn visit_expr(&mut self, _: &Expr) {}

    fn visit_function(&mut self, _: &Function) {}

    fn visit_class(&mut self, _: &Class) {}
}

/// Takes the value of `var variable = value;`, if that is the last statement.
fn take_last_declared(variable: &Ident, stmts: &mut Vec<Stmt>) -> Option<Expr> {
    let Some(Stmt::Decl(Decl::Var(decl))) = stmts.last_mut() else { return None };
    let [VarDeclarator { name: Pat::Ident(name), init, .. }] = &mut decl.decls[..] else { return None };
    if name.sym != variable.sym {
        return None;
    }
    let value = init.take()?;
    stmts.pop();
    Some(*value)
}
