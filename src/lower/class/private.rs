//! The private members that a class declares.
//!
//! ```js
//! class A { #x = 1; #m() {} get #a() {} static #s = 2; }
//! // becomes
//! function A() { _privateAdd(_brand, this); _privateAdd(_x, this, 1); }
//! var _x = _privateStore(), _brand = _privateStore(), _s = _privateStore();
//! var _m = _setFunctionName(function () {}, "#m");
//! function _a() {}
//! _class(A);
//! _privateAdd(_s, A, 2);
//! ```
//!
//! Each evaluation of a class makes new stores: one for each field, and one for all methods and accessors together,
//! which says who has them. The class itself has one for its static methods. An object gets its methods before its fields.
//!
//! With `privateFieldsAsProperties`, what is private is a property that is not enumerable, with a name that nothing else
//! has: `_Object.defineProperty(this, _x, { writable: true, value: 1 });`.
//!
//! How they are read and written: [`private_name`](crate::lower::private_name).
//!
//! Runtime: `_privateStore`, `_privateAdd`, `_privateKey`, `_setFunctionName`.

use std::mem;

use swc_atoms::Atom;
use swc_ecma_ast::*;

use super::{Building, Parts, fields::Field, statics::StaticElement};
use crate::{
    build,
    helpers::Helper,
    lower::{
        Lower,
        private_name::{NamedPrivate, Private},
    },
};

/// What the private members of a class need in the function around it.
#[derive(Default)]
pub(super) struct PrivateMembers {
    /// The variables of methods and accessors, in order.
    functions: Vec<Ident>,
    /// The stores that say who has methods and accessors: objects, and the class.
    brands: [Option<Ident>; 2],
    declarators: Vec<VarDeclarator>,
}

// Names.
impl Lower {
    /// Enters the body of a class: its private names mean something from here on.
    pub(super) fn open_private_names(&mut self, body: &[ClassMember]) -> PrivateMembers {
        let mut names: Vec<NamedPrivate> = vec![];
        let mut members = PrivateMembers::default();
        for member in body {
            match member {
                ClassMember::PrivateProp(field) => {
                    let private = self.private_variable(&field.key.name, &mut members);
                    names.push(NamedPrivate { name: field.key.name.clone(), private });
                }
                ClassMember::PrivateMethod(method) => self.declare_private_method(method, &mut names, &mut members),
                _ => {}
            }
        }
        self.private_names.push(names);
        members
    }

    pub(super) fn close_private_names(&mut self) {
        self.private_names.pop();
    }

    fn declare_private_method(
        &mut self,
        method: &PrivateMethod,
        names: &mut Vec<NamedPrivate>,
        members: &mut PrivateMembers,
    ) {
        let PrivateMethod { key, kind, is_static, .. } = method;
        let function = self.fresh_ident(&key.name);
        members.functions.push(function.clone());
        let known = names.iter_mut().find(|known| known.name == key.name).map(|known| &mut known.private);
        match (kind, known) {
            (MethodKind::Getter, Some(Private::Accessor { getter, .. })) => *getter = Some(function),
            (MethodKind::Setter, Some(Private::Accessor { setter, .. })) => *setter = Some(function),
            (_, Some(_)) => {}
            _ if self.has_private_properties() => {
                let private = self.private_variable(&key.name, members);
                names.push(NamedPrivate { name: key.name.clone(), private });
            }
            _ => {
                let brand = self.brand(*is_static, members);
                let private = match kind {
                    MethodKind::Method => Private::Method { brand, function },
                    MethodKind::Getter => Private::Accessor { brand, getter: Some(function), setter: None },
                    MethodKind::Setter => Private::Accessor { brand, getter: None, setter: Some(function) },
                };
                names.push(NamedPrivate { name: key.name.clone(), private });
            }
        }
    }

    /// The store of methods and accessors.
    fn brand(&mut self, is_static: bool, members: &mut PrivateMembers) -> Ident {
        let [of_objects, of_class] = &mut members.brands;
        let known = if is_static { of_class } else { of_objects };
        if let Some(known) = known {
            return known.clone();
        }
        let brand = self.fresh_ident("brand");
        let store = self.helper(Helper::PrivateStore, []);
        members.declarators.push(build::declarator(brand.clone(), Some(store)));
        *known = Some(brand.clone());
        brand
    }

    /// Whether what is private is a property.
    fn has_private_properties(&self) -> bool {
        self.assumptions.private_fields_as_properties || self.assumptions.private_fields_as_symbols
    }

    /// `_x = _privateStore()`, or `_x = _privateKey("x")`, `_privateSymbol("x")`
    fn private_variable(&mut self, name: &Atom, members: &mut PrivateMembers) -> Private {
        let variable = self.fresh_ident(name);
        let (value, private) = if self.has_private_properties() {
            let key =
                if self.assumptions.private_fields_as_symbols { Helper::PrivateSymbol } else { Helper::PrivateKey };
            (self.helper(key, [build::str(&**name)]), Private::Property(variable.clone()))
        } else {
            (self.helper(Helper::PrivateStore, []), Private::Field(variable.clone()))
        };
        members.declarators.push(build::declarator(variable, Some(value)));
        private
    }
}

// Methods.
impl Lower {
    /// Makes the functions, and lets objects and the class get them before all else. Returns the statement that declares
    /// what is private.
    pub(super) fn private_members(
        &mut self,
        members: PrivateMembers,
        class: &Building,
        parts: &mut Parts,
    ) -> Vec<Stmt> {
        let PrivateMembers { functions, brands, mut declarators } = members;
        let mut accessors = vec![];
        let mut first = brands.map(|brand| brand.map(Field::of_brand).into_iter().collect::<Vec<_>>());
        for (variable, method) in functions.into_iter().zip(mem::take(&mut parts.private_methods)) {
            let PrivateMethod { key, kind, is_static, .. } = &method;
            if let Some(Private::Property(property)) = self.private(key) {
                let [of_objects, of_class] = &mut first;
                let fields = if *is_static { of_class } else { of_objects };
                fields.push(Field::of_method(property, *kind, variable.clone()));
            }
            let outer_home = self.super_home.replace(class.home(*is_static));
            let PrivateMethod { key, mut function, kind, .. } = method;
            if kind == MethodKind::Method {
                // _m = _setFunctionName(function () {}, "#m")
                let function = self.named_method(function, build::str(format!("#{}", key.name)), false);
                declarators.push(build::declarator(variable, Some(function)));
            } else {
                // function _a() {}
                self.function(&mut function);
                accessors.push(Stmt::Decl(Decl::Fn(FnDecl { ident: variable, declare: false, function })));
            }
            self.super_home = outer_home;
        }
        let [of_objects, of_class] = first;
        parts.fields.splice(0..0, of_objects);
        parts.statics.splice(0..0, of_class.into_iter().map(StaticElement::Field));
        if !declarators.is_empty() {
            // var _x = _privateStore();
            accessors.insert(0, build::var_at(swc_common::DUMMY_SP, declarators));
        }
        accessors
    }
}
