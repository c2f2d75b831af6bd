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
//! Runtime: `_members`.

use swc_ecma_ast::*;

use super::Building;
use crate::{
    build,
    helpers::Helper,
    lower::{Lower, evaluate_once::repeat},
};

/// Members of one object that are defined together.
struct Group {
    is_static: bool,
    has_computed: bool,
    props: Vec<PropOrSpread>,
}

impl Lower {
    /// Adds the statements that define `members`.
    pub(super) fn members(&mut self, members: Vec<ClassMember>, class: &Building, out: &mut Vec<Stmt>) {
        let mut groups: Vec<Group> = vec![];
        for member in members {
            let ClassMember::Method(method) = member else { continue };
            let is_static = method.is_static;
            let is_computed = method.key.is_computed();
            let prop = property(method);
            match group_for(&mut groups, is_static, is_computed) {
                Some(group) => {
                    group.has_computed |= is_computed;
                    group.props.push(prop);
                }
                None => groups.push(Group { is_static, has_computed: is_computed, props: vec![prop] }),
            }
        }
        for Group { is_static, props, .. } in groups {
            let target = if is_static { repeat(&class.itself) } else { class.prototype() };
            let literal = self.object_of_methods(props, repeat(&target));
            // _members(C.prototype, { m: function m() {} });
            let defined = self.helper(Helper::Members, vec![target, literal]);
            out.push(build::statement(defined));
        }
    }
}

/// The group that a member may join: the last one of its object, unless computed keys would be evaluated out of order.
fn group_for(groups: &mut [Group], is_static: bool, is_computed: bool) -> Option<&mut Group> {
    let at = groups.iter().rposition(|group| group.is_static == is_static)?;
    let in_order = !is_computed || groups[at + 1..].iter().all(|group| !group.has_computed);
    groups.get_mut(at).filter(|_| in_order)
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
