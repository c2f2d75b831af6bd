//! The methods and accessors of a class.
//!
//! ```js
//! m() {}  get a() {}  set a(v) {}  static s() {}
//! // becomes
//! _members(C.prototype, { m: function m() {}, get a() {}, set a(v) {} });
//! _members(C, { s: function s() {} });
//! ```
//!
//! An object literal with the same methods does all that the definition of a method asks for
//! ([`object`](crate::lower::object) knows how it is lowered), but for one thing: its properties are enumerable.
//! `_members` copies their descriptors, without that.
//!
//! Computed keys are evaluated in source order, so that static and other members with such keys take turns; members
//! with plain keys may be defined together.
//!
//! With `setClassMethods`, a method is assigned: `C.prototype.m = function m() {};`. Accessors, and what can't be
//! assigned, are defined as above.
//!
//! Runtime: `_members`, `_computedMembers`.

use swc_ecma_ast::*;

use super::Building;
use crate::{
    build,
    helpers::Helper,
    lower::{Lower, object::member},
};

/// What is evaluated in the order in which it is written.
pub(super) enum Member {
    Method(ClassMethod),
    /// The computed key of a field, and the variable that holds it.
    Key(Ident, Box<Expr>),
}

/// What defines members of one object.
enum Definition {
    /// Members that are defined together.
    Group(Group),
    /// A method that is assigned.
    Assigned(ClassMethod),
    Key(Ident, Box<Expr>),
}

struct Group {
    is_static: bool,
    has_computed: bool,
    props: Vec<PropOrSpread>,
}

impl Lower {
    /// Adds the statements that define `members`.
    pub(super) fn members(&mut self, members: Vec<Member>, class: &Building, out: &mut Vec<Stmt>) {
        let mut definitions: Vec<Definition> = vec![];
        for member in members {
            let method = match member {
                Member::Method(method) => method,
                Member::Key(variable, key) => {
                    definitions.push(Definition::Key(variable, key));
                    continue;
                }
            };
            if self.assumptions.set_class_methods && is_assignable(&method) {
                definitions.push(Definition::Assigned(method));
                continue;
            }
            let is_static = method.is_static;
            let is_computed = method.key.is_computed();
            let prop = property(method);
            match group_for(&mut definitions, is_static, is_computed) {
                Some(group) => {
                    group.has_computed |= is_computed;
                    group.props.push(prop);
                }
                None => definitions.push(Definition::Group(Group {
                    is_static,
                    has_computed: is_computed,
                    props: vec![prop],
                })),
            }
        }
        for definition in definitions {
            out.push(match definition {
                Definition::Group(group) => build::statement(self.defined_group(group, class)),
                Definition::Assigned(method) => build::statement(self.assigned_method(method, class)),
                Definition::Key(variable, key) => self.field_key(variable, key),
            });
        }
    }

    /// `_members(C.prototype, { m: function m() {} })`
    fn defined_group(&mut self, group: Group, class: &Building) -> Expr {
        let Group { is_static, has_computed, props } = group;
        let literal = self.object_of_methods(props, class.home(is_static));
        let helper = if has_computed { Helper::ComputedMembers } else { Helper::Members };
        self.helper(helper, [class.object(is_static), literal])
    }

    /// `C.prototype.m = function m() {}`
    fn assigned_method(&mut self, method: ClassMethod, class: &Building) -> Expr {
        let ClassMethod { span, key, function, is_static, .. } = method;
        let (key, function) = self.method_of_class(MethodProp { key, function }, class.home(is_static));
        build::assign_at(span, member(class.object(is_static), key), function)
    }
}

/// Whether a member can be assigned: it is no accessor, and certainly not named like what every object or function has
/// and keeps.
fn is_assignable(method: &ClassMethod) -> bool {
    let is_free = match &method.key {
        PropName::Ident(name) => is_free_name(&name.sym, method.is_static),
        PropName::Str(name) => name.value.as_str().is_none_or(|name| is_free_name(name, method.is_static)),
        // C[Symbol.hasInstance]
        PropName::Computed(key) => !method.is_static && !key.expr.is_lit(),
        PropName::Num(_) | PropName::BigInt(_) => true,
    };
    method.kind == MethodKind::Method && is_free
}

fn is_free_name(name: &str, is_static: bool) -> bool {
    match name {
        "__proto__" => false,
        "name" | "length" | "arguments" | "caller" => !is_static,
        _ => true,
    }
}

/// The group that a member may join: the last one of its object, unless members would be defined out of order, or
/// computed keys evaluated so.
fn group_for(definitions: &mut [Definition], is_static: bool, is_computed: bool) -> Option<&mut Group> {
    let is_passed = |definition: &Definition| match definition {
        Definition::Group(group) => group.is_static != is_static && !(is_computed && group.has_computed),
        Definition::Assigned(_) => false,
        Definition::Key(..) => !is_computed,
    };
    match definitions.iter_mut().rev().find(|definition| !is_passed(definition)) {
        Some(Definition::Group(group)) if group.is_static == is_static => Some(group),
        _ => None,
    }
}

/// A member as the property of an object literal.
fn property(method: ClassMethod) -> PropOrSpread {
    let ClassMethod { key, function, kind, span, .. } = method;
    let prop = match kind {
        MethodKind::Method => Prop::Method(MethodProp { key, function }),
        MethodKind::Getter => Prop::Getter(GetterProp { span, key, function }),
        MethodKind::Setter => Prop::Setter(SetterProp { span, key, function }),
    };
    PropOrSpread::Prop(Box::new(prop))
}
