//! The fields of a class.
//!
//! ```js
//! class A { x = 1; [k] = this.x; constructor(x) { f(x); } }
//! class B extends A { y = 2; constructor() { super(); } }
//! // becomes
//! function A(x) { _checkNew(this, A); _fields.call(this); f(x); }
//! function _fields() { _field(this, "x", 1); _field(this, _key, this.x); }
//! var _key = _toPropertyKey(k);
//! function B() { …; var _this = _bindThis(…); _fields.call(_this); return _this; }
//! ```
//!
//! The initial values are evaluated one after the other for each new object, before the parameters of a constructor, in
//! a derived class right after `super()`, wherever that stands. They are code of a method: `this` is the object, `super`
//! looks in the parent, `new.target` is undefined
//! ([ECMAScript §7.3.34](https://tc39.es/ecma262/2025/#sec-initializeinstanceelements)). Where the names that they say
//! mean the same in the constructor, and nothing else calls for a function, they are written into it.
//!
//! The rules that are easy to miss:
//! - a field is defined: a setter that the object inherits is not called;
//! - a computed key is evaluated once, when the class is, in its place between those of the methods;
//! - a function without a name is called after its field.
//!
//! With `setPublicClassFields`, a field is assigned: `this.x = 1;`.
//!
//! Runtime: `_field`, `_toPropertyKey` for computed keys.

use std::mem;

use swc_atoms::Atom;
use swc_common::{DUMMY_SP, Span};
use swc_ecma_ast::*;

use super::{Building, derived::DerivedThis, members::Member};
use crate::{
    build,
    helpers::Helper,
    lower::{
        Lower,
        evaluate_once::repeat,
        frame::FunctionKind,
        object::{into_key_value, member, spelled},
        private_name::Private,
    },
    scope::{FunctionId, function_id, is_temporary},
};

/// What an object gets: a field, or what is needed for private methods.
pub(super) struct Field {
    span: Span,
    kind: Kind,
    value: Option<Initializer>,
}

enum Kind {
    /// With its key, a lowered expression that can be repeated.
    Public(Expr),
    Private {
        name: Atom,
        private: Private,
    },
    /// Of private methods: the store that says who has them.
    Brand(Ident),
    /// A private method as a property: its key, and the function.
    Method {
        key: Ident,
        kind: MethodKind,
        function: Ident,
    },
}

/// The initial value of a field.
struct Initializer {
    function: FunctionId,
    value: Box<Expr>,
}

/// How objects get the fields of a class.
pub(super) enum InstanceFields {
    /// By statements of the constructor.
    Inline(Vec<Field>),
    /// By a function that is called on them.
    Function(Ident, Vec<Field>),
}

// What a class is written with.
impl Lower {
    /// A field. A key that must be evaluated goes to `members`, among which its place is.
    pub(super) fn field(&mut self, field: ClassProp, members: &mut Vec<Member>) -> Field {
        let ClassProp { span, key, value, .. } = field;
        let key = match key {
            PropName::Computed(ComputedPropName { expr, .. }) if !matches!(&*expr, Expr::Lit(Lit::Str(_))) => {
                let variable = self.fresh_ident("key");
                members.push(Member::Key(variable.clone(), expr));
                Expr::Ident(variable)
            }
            PropName::Computed(key) => self.lowered(key.expr),
            key => into_key_value(spelled(key)),
        };
        Field { span, kind: Kind::Public(key), value: value.and_then(|value| initializer(*value)) }
    }

    pub(super) fn private_field(&mut self, field: PrivateProp) -> Option<Field> {
        let PrivateProp { span, key, value, .. } = field;
        let kind = Kind::Private { private: self.private(&key)?, name: key.name };
        Some(Field { span, kind, value: value.and_then(|value| initializer(*value)) })
    }

    /// `var _key = _toPropertyKey(k);`
    pub(super) fn field_key(&mut self, variable: Ident, key: Box<Expr>) -> Stmt {
        let is_done = self.is_primitive_key(&key) || matches!(&*key, Expr::Ident(name) if is_temporary(name));
        let key = self.lowered(key);
        let key = if is_done { key } else { self.helper(Helper::ToPropertyKey, [key]) };
        build::var(variable, key)
    }

    /// Whether a direct `eval` stands in the initial value of a field.
    pub(super) fn evaluates(&self, field: &Field) -> bool {
        field.value.as_ref().is_some_and(|value| self.facts.functions[value.function as usize].has_eval)
    }

    /// Decides how objects get their fields; `constructor` is the one that is written.
    pub(super) fn instance_fields(
        &mut self,
        fields: Vec<Field>,
        constructor: Option<&Constructor>,
        class: &Building,
    ) -> InstanceFields {
        let functions = || fields.iter().filter_map(|field| Some(field.value.as_ref()?.function));
        let is_inline = !fields.iter().any(|field| self.evaluates(field))
            && constructor.is_none_or(|constructor| {
                let constructor = function_id(constructor.ctxt);
                !class.is_derived() && functions().all(|function| self.means_the_same(function, constructor, class))
            });
        if fields.is_empty() || is_inline {
            return InstanceFields::Inline(fields);
        }
        InstanceFields::Function(self.fresh_ident("fields"), fields)
    }

    /// Whether no name that `initializer` says is one that the constructor of the class declares.
    fn means_the_same(&self, initializer: FunctionId, constructor: FunctionId, class: &Building) -> bool {
        !self.facts.functions[constructor as usize].has_eval
            && self
                .facts
                .declared_in_class_by(class.id, constructor)
                .all(|name| self.facts.outward_references(initializer, name).next().is_none())
    }
}

impl Field {
    /// What says that an object has the private methods of a class.
    pub(super) fn of_brand(brand: Ident) -> Self {
        Self { span: DUMMY_SP, kind: Kind::Brand(brand), value: None }
    }

    /// A private method that is a property.
    pub(super) fn of_method(key: Ident, kind: MethodKind, function: Ident) -> Self {
        Self { span: DUMMY_SP, kind: Kind::Method { key, kind, function }, value: None }
    }
}

impl InstanceFields {
    pub(super) fn is_empty(&self) -> bool {
        matches!(self, Self::Inline(fields) if fields.is_empty())
    }

    /// The function, if there is one.
    pub(super) fn function(&self) -> Option<&Ident> {
        match self {
            Self::Function(function, _) => Some(function),
            Self::Inline(_) => None,
        }
    }
}

/// `_fields.call(this)`
pub(super) fn call_fields(function: &Ident, this: Expr) -> Expr {
    build::call_method(Expr::Ident(function.clone()), "call", [this])
}

// What objects get.
impl Lower {
    /// The statements that give an object its fields, where a constructor begins, or its parent has returned.
    pub(super) fn initialized_fields(&mut self, fields: &mut InstanceFields, class: &Building) -> Vec<Stmt> {
        match fields {
            InstanceFields::Inline(fields) => {
                let outer_home = self.super_home.replace(class.home(false));
                let stmts = self.defined_fields(mem::take(fields));
                self.super_home = outer_home;
                stmts
            }
            InstanceFields::Function(function, _) => {
                let this = self.this();
                // _fields.call(this);
                vec![build::statement(call_fields(function, this))]
            }
        }
    }

    /// `function _fields() { … }`
    pub(super) fn fields_function(&mut self, fields: InstanceFields, class: &Building) -> Option<Stmt> {
        let InstanceFields::Function(ident, fields) = fields else { return None };
        let outer_home = self.super_home.replace(class.home(false));
        self.open_element(None);
        let mut stmts = self.defined_fields(fields);
        self.close_frame(&mut stmts);
        self.super_home = outer_home;
        let body = Some(FunctionBody { span: DUMMY_SP, stmts });
        let function = Box::new(Function { body, ..Default::default() });
        Some(Stmt::Decl(Decl::Fn(FnDecl { ident, declare: false, function })))
    }

    /// Enters a function that runs like a method; `derived` if it is the constructor of a derived class.
    pub(super) fn open_element(&mut self, derived: Option<DerivedThis>) {
        let function = self.frame().function;
        self.open_frame(function);
        let frame = self.frame();
        frame.kind = FunctionKind::Method;
        frame.derived = derived;
    }

    /// `_field(this, "x", 1);`, for each
    pub(super) fn defined_fields(&mut self, fields: Vec<Field>) -> Vec<Stmt> {
        let outer = self.frame().function;
        let kind = mem::replace(&mut self.frame().kind, FunctionKind::Method);
        let stmts = fields.into_iter().map(|field| self.defined_field(field)).collect();
        let frame = self.frame();
        frame.function = outer;
        frame.kind = kind;
        stmts
    }

    /// `_field(this, "x", 1);`
    fn defined_field(&mut self, field: Field) -> Stmt {
        let Field { span, kind, value } = field;
        let object = self.this();
        let defined = match kind {
            Kind::Public(key) => {
                let value = self.initial_value(value, repeat(&key));
                if self.assumptions.set_public_class_fields {
                    // this.x = 1;
                    build::assign(member(object, key), value)
                } else {
                    self.helper(Helper::Field, [object, key, value])
                }
            }
            Kind::Private { name, private } => {
                let value = self.initial_value(value, build::str(format!("#{name}")));
                self.defined_private(object, private, value)
            }
            // _privateAdd(_brand, this);
            Kind::Brand(brand) => self.helper(Helper::PrivateAdd, [Expr::Ident(brand), object]),
            Kind::Method { key, kind, function } => {
                let (attribute, flag) = match kind {
                    MethodKind::Method => ("value", None),
                    // Its counterpart may be defined later.
                    MethodKind::Getter => ("get", Some("configurable")),
                    MethodKind::Setter => ("set", Some("configurable")),
                };
                self.defined_property(object, key, flag, attribute, Expr::Ident(function))
            }
        };
        build::statement_at(span, defined)
    }

    fn defined_private(&mut self, object: Expr, private: Private, value: Expr) -> Expr {
        match private {
            Private::Property(key) => self.defined_property(object, key, Some("writable"), "value", value),
            // _privateAdd(_x, this, 1);
            Private::Field(store) | Private::Method { brand: store, .. } | Private::Accessor { brand: store, .. } => {
                self.helper(Helper::PrivateAdd, [Expr::Ident(store), object, value])
            }
        }
    }

    /// `_Object.defineProperty(this, _x, { writable: true, value: 1 })`
    fn defined_property(&mut self, object: Expr, key: Ident, flag: Option<&str>, attribute: &str, value: Expr) -> Expr {
        let built_in = build::name(&self.helper_name(Helper::Object));
        let flag = flag.map(|flag| build::property(flag, build::bool(true)));
        let descriptor = build::object(flag.into_iter().chain([build::property(attribute, value)]).collect());
        build::call_method(built_in, "defineProperty", [object, Expr::Ident(key), descriptor])
    }

    /// An initial value, called after its field.
    fn initial_value(&mut self, value: Option<Initializer>, key: Expr) -> Expr {
        let Some(Initializer { function, mut value }) = value else { return build::undefined() };
        self.frame().function = function;
        self.lower_named_by_key(&mut value, key, false);
        *value
    }
}

/// Takes the function off that [`scope`](crate::scope) has put around the initial value of a field.
fn initializer(value: Expr) -> Option<Initializer> {
    match value {
        Expr::Arrow(ArrowExpr { ctxt, body, .. }) => match *body {
            ArrowFunctionBody::Expr(value) => Some(Initializer { function: function_id(ctxt), value }),
            ArrowFunctionBody::FunctionBody(_) => None,
        },
        _ => None,
    }
}
