//! Classes.
//!
//! ```js
//! class C extends B { constructor(a) { super(a); this.a = a; } m() {} static s() {} get [k]() {} }
//! // becomes
//! var C = (function () {
//!   "use strict";
//!   function C(a) {
//!     _checkNew(this, C);
//!     var _this = _bindThis(_super.call(this, a), this);
//!     _this.a = a;
//!     return _this;
//!   }
//!   var _super = _inherits(C, B);
//!   _members(C.prototype, { m: function m() {} });
//!   _members(C, { s: function s() {} });
//!   _computedMembers(C.prototype, _defineAccessor({}, _key = _toPropertyKey(k), function () {}));
//!   return _class(C);
//! })();
//! ```
//!
//! The function around gives each evaluation of the class a binding of its name that its methods see and nothing
//! can assign ([ES2018 §14.6.13](https://tc39.es/ecma262/2018/#sec-runtime-semantics-classdefinitionevaluation)). It
//! takes `this`, `arguments` and `new.target` of computed keys from around, as an arrow function does; `yield` and
//! `await` can't be in it, so that they are evaluated before.
//!
//! The rules that are easy to miss:
//! - all of a class is strict code, the heritage and the computed keys too;
//! - `prototype` can't be written, methods are not enumerable, the name inside is not that outside;
//! - a class without a name is called after what it is written for, unless it has a static `name`;
//! - the parent of a constructor is what its prototype is when `super()` is called, if the file sets prototypes;
//! - a class of the same file is a parent that can be called as a function, others may be native;
//! - the name inside is not initialised before the end, which closures in the heritage and in keys can see: without
//!   `initializedBindings`, they look at a variable beside the function.
//!
//! Each part has a file: [`constructor`], [`derived`] for `this` and `super()`, [`members`], [`fields`], [`statics`],
//! [`private`], [`suspended`].
//!
//! Runtime: `_class`, `_inherits`, `_subclass`, `_link`, `_members`, `_field`, `_checkNew`, and what the files of the parts
//! name.

mod constructor;
pub(super) mod derived;
mod fields;
mod members;
mod private;
mod statics;
mod suspended;

use swc_atoms::Atom;
use swc_common::SyntaxContext;
use swc_ecma_ast::*;

use super::{
    Lower,
    destructuring::Step,
    evaluate_once::repeat,
    frame::Parents,
    object_super::{Home, ParentPlace},
    statement::insert,
};
use crate::{
    assumptions::Assumptions,
    build,
    helpers::Helper,
    scope::{ClassId, SymbolId, TEMP, may_be_property, symbol_id},
};
use fields::Field;
use members::Member;
use statics::StaticElement;

/// What a class without a name is called.
pub(super) enum GivenName {
    /// It is written for nothing that has a name.
    None,
    /// A text, and the variable that the class initialises, 0 if it is for something else.
    Text(Atom, SymbolId),
    /// A property key, as a lowered expression.
    Key(Expr),
}

/// A class that is being written.
struct Building {
    /// What gives the class inside of it.
    itself: Expr,
    /// What gives the parent constructor, if there is one.
    parent: Option<Ident>,
    id: ClassId,
    /// Whether some class of the file extends it.
    is_extended: bool,
    /// Whether its parent is a class of the language.
    is_native: bool,
    /// The frame of the function around.
    frame: usize,
}

impl Building {
    fn is_derived(&self) -> bool {
        self.parent.is_some()
    }

    /// Where `super` begins in a member.
    fn home(&self, is_static: bool) -> Home {
        Home {
            object: Some(self.object(is_static)),
            parent: Some(ParentPlace { frame: self.frame, class: self.id, is_static }),
            is_at_top: false,
        }
    }

    /// The object that gets a member: `C` or `C.prototype`.
    fn object(&self, is_static: bool) -> Expr {
        if is_static { repeat(&self.itself) } else { self.prototype() }
    }

    /// `C.prototype`
    fn prototype(&self) -> Expr {
        build::member(repeat(&self.itself), "prototype")
    }
}

impl Lower {
    /// A class expression that is written for nothing that names it.
    pub(super) fn class_expression(&mut self, expr: &mut Expr) {
        self.named_class_expression(expr, GivenName::None);
    }

    /// A class expression, called `given` if it has no name.
    pub(super) fn named_class_expression(&mut self, expr: &mut Expr, given: GivenName) {
        let Expr::Class(ClassExpr { class, .. }) = std::mem::take(expr) else { return };
        *expr = self.class(class, given);
    }

    /// `class C {}` → `var C = (function () { … })();`
    pub(super) fn class_declaration(&mut self, class: ClassDecl, out: &mut Vec<Stmt>) {
        let ClassDecl { mut ident, class, .. } = class;
        let span = class.span;
        let value = self.class(class, GivenName::Text(ident.sym.clone(), symbol_id(&ident)));
        self.rename(&mut ident);
        out.extend(self.declare_steps(vec![Step::Bind(ident, value)], span));
    }

    fn class(&mut self, class: Box<Class>, given: GivenName) -> Expr {
        let mut class = class;
        let mut before = self.suspended_parts(&mut class);
        let Class { span, ctxt, body, super_class, .. } = *class;
        // A name that is not there is an error, but who extends it would not have it dropped.
        let is_pure = super_class.as_deref().is_none_or(Expr::is_ident) && !body.iter().any(has_effect);
        let is_strict = self.is_strict();
        let function = self.frame().function;
        self.open_lexical_frame(function, None);
        self.frame().is_class_body = true;
        let is_extended = match given {
            GivenName::Text(_, variable) => self.facts.symbols[variable as usize].is_extended,
            GivenName::None | GivenName::Key(_) => false,
        };
        let (name, to_set) = self.class_name(ctxt.as_u32(), given);
        let early_name = self.early_class_name(ctxt.as_u32());
        let itself = self.unhidden_name(ctxt.as_u32(), &name);
        let is_aliased = itself.sym != name.sym;
        let class = Building {
            itself: Expr::Ident(itself.clone()),
            parent: super_class.is_some().then(|| self.fresh_ident("super")),
            id: ctxt.as_u32(),
            is_extended,
            is_native: super_class.as_deref().is_some_and(|heritage| self.is_native_class(heritage)),
            frame: self.frames.len() - 1,
        };
        let heritage = super_class.map(|heritage| self.lowered(heritage));
        let private = self.open_private_names(&body);
        let mut parts = self.split(body);
        let private = self.private_members(private, &class, &mut parts);
        let Parts { constructor, members, fields, statics, .. } = parts;
        let mut fields = self.instance_fields(fields, constructor.as_ref(), &class);
        let (constructor, calls_super) = self.constructor(constructor, name.clone(), &mut fields, &class, span);
        // "use strict";
        let mut stmts = if is_strict { vec![] } else { vec![build::statement(build::str("use strict"))] };
        if let Some(early_name) = &early_name {
            // var C = _uninitialized;
            let sentinel = self.helper_name(Helper::Uninitialized);
            stmts.push(build::var(early_name.clone(), build::name(&sentinel)));
        }
        stmts.push(constructor);
        stmts.extend(self.fields_function(fields, &class));
        if is_aliased {
            // var _C = C;
            stmts.push(build::var(itself, Expr::Ident(name.clone())));
        }
        if let Some(text) = to_set {
            // _setFunctionName(C, "name");
            let named = self.helper(Helper::SetFunctionName, [Expr::Ident(name.clone()), text]);
            stmts.push(build::statement(named));
        }
        if let (Some(heritage), Some(parent)) = (heritage, class.parent.clone()) {
            // var _super = _inherits(C, B);
            let inherits = self.inherits(&name, heritage, &class, calls_super);
            stmts.push(if calls_super { build::var(parent, inherits) } else { build::statement(inherits) });
        }
        let at = stmts.len();
        stmts.extend(private);
        self.members(members, &class, &mut stmts);
        // return _class(C);
        let mut finished = self.helper(Helper::Class, [Expr::Ident(name.clone())]);
        if let Some(early_name) = early_name {
            // return C = _class(_C);
            finished = build::assign(Expr::Ident(early_name), finished);
        }
        if !statics.is_empty() {
            // _class(C); _field(C, "x", 1); return C;
            stmts.push(build::statement(finished));
            self.static_elements(statics, &class, &mut stmts);
            finished = Expr::Ident(name);
        }
        stmts.push(build::return_at(swc_common::DUMMY_SP, Some(finished)));
        let parents = self.constant_parents(&class);
        insert(&mut stmts, at, parents);
        self.close_private_names();
        self.close_frame(&mut stmts);
        // (function () { … })()
        let evaluates = self.facts.classes[ctxt.as_u32() as usize].evaluates;
        let value = self.called_in_place(span, build::function(None, vec![], stmts), evaluates);
        let value = if is_pure && !evaluates { build::pure(value) } else { value };
        before.push(value);
        build::sequence(before)
    }

    /// `_inherits(C, B)`, or what is enough of it.
    fn inherits(&mut self, name: &Ident, heritage: Expr, class: &Building, calls_super: bool) -> Expr {
        let itself = || Expr::Ident(name.clone());
        let is_of_file = self.facts.extends_class_of_file(class.id);
        let helper = if self.may_change_parents() {
            Helper::Link
        } else if self.assumptions.super_is_callable_constructor || is_of_file || class.is_native {
            Helper::Subclass
        } else {
            Helper::Inherits
        };
        let parent = self.helper(helper, [itself(), heritage]);
        if helper == Helper::Subclass && class.is_native && calls_super {
            // _native(_subclass(C, Error), C)
            return self.helper(Helper::Native, [parent, itself()]);
        }
        parent
    }

    /// Whether a heritage, not lowered yet, is a class of the language, or what the page has in its place.
    fn is_native_class(&self, heritage: &Expr) -> bool {
        let Expr::Ident(name) = heritage.unwrap_parens() else { return false };
        let is_known = matches!(
            &*name.sym,
            "Error"
                | "EvalError"
                | "RangeError"
                | "ReferenceError"
                | "SyntaxError"
                | "TypeError"
                | "URIError"
                | "Array"
                | "Date"
                | "Map"
                | "Promise"
                | "RegExp"
                | "Set"
                | "WeakMap"
                | "WeakSet"
        );
        let Assumptions { constant_parents, super_is_callable_constructor, .. } = self.assumptions;
        is_known
            && symbol_id(name) == 0
            && constant_parents
            && !super_is_callable_constructor
            && !may_be_property(name)
            && !self.facts.is_replaced(&name.sym)
    }

    /// `var _base = Object.getPrototypeOf(C.prototype);`, where members use it.
    fn constant_parents(&mut self, class: &Building) -> Vec<Stmt> {
        let Parents { of_class, of_prototype } = std::mem::take(&mut self.frame().parents);
        let mut declarators = vec![];
        for (name, object) in [(of_class, repeat(&class.itself)), (of_prototype, class.prototype())] {
            if let Some(name) = name {
                let parent = self.prototype_of(object);
                declarators.push(build::declarator(name, Some(parent)));
            }
        }
        if declarators.is_empty() { vec![] } else { vec![build::var_at(swc_common::DUMMY_SP, declarators)] }
    }

    /// The name of the ES5 function, and the `name` that must be set if that is not the right one.
    fn class_name(&mut self, class: ClassId, given: GivenName) -> (Ident, Option<Expr>) {
        let own = self.facts.classes[class as usize].name;
        if own != 0 {
            let symbol = &self.facts.symbols[own as usize];
            let source_name = self.facts.names.atom(symbol.name).clone();
            if symbol.zone.is_checked {
                return (self.fresh_ident(&source_name), Some(build::str(&*source_name)));
            }
            let to_set = symbol.output.renamed.is_some().then(|| build::str(&*source_name));
            let ident = build::ident(self.facts.output_name(own));
            return (Ident { ctxt: SyntaxContext::from_u32(TEMP), ..ident }, to_set);
        }
        let to_set = match given {
            GivenName::None => build::str(""),
            GivenName::Key(key) => key,
            GivenName::Text(name, binding) => match self.native_class_name(class, &name, binding) {
                Some(ident) => return (Ident { ctxt: SyntaxContext::from_u32(TEMP), ..ident }, None),
                None => build::str(&*name),
            },
        };
        (self.fresh_ident("class"), Some(to_set))
    }

    /// The variable that a named class initialises at its end, if a closure may read it before: the ES5 function, which
    /// is there from the beginning, has another name then.
    fn early_class_name(&self, class: ClassId) -> Option<Ident> {
        let own = self.facts.classes[class as usize].name;
        let is_checked = self.facts.symbols[own as usize].zone.is_checked;
        is_checked.then(|| build::ident(self.facts.output_name(own)))
    }

    /// A name for the class that nothing inside of it hides.
    fn unhidden_name(&mut self, class: ClassId, name: &Ident) -> Ident {
        if self.facts.declares_in_class(class, &name.sym) { self.fresh_ident(&name.sym) } else { name.clone() }
    }
}

/// Whether evaluating a member may do something: a static value or block, or a computed key.
fn has_effect(member: &ClassMember) -> bool {
    match member {
        ClassMember::Method(method) => method.key.is_computed(),
        ClassMember::ClassProp(field) => field.is_static || field.key.is_computed(),
        ClassMember::PrivateProp(field) => field.is_static,
        ClassMember::Constructor(_) | ClassMember::PrivateMethod(_) | ClassMember::Empty(_) => false,
        _ => true,
    }
}

/// The parts of a class, each in order.
#[derive(Default)]
struct Parts {
    constructor: Option<Constructor>,
    members: Vec<Member>,
    fields: Vec<Field>,
    statics: Vec<StaticElement>,
    private_methods: Vec<PrivateMethod>,
}

impl Lower {
    fn split(&mut self, body: Vec<ClassMember>) -> Parts {
        let mut parts = Parts::default();
        let Parts { constructor, members, fields, statics, private_methods } = &mut parts;
        for member in body {
            match member {
                ClassMember::Constructor(found) => *constructor = Some(found),
                ClassMember::Method(method) => members.push(Member::Method(method)),
                ClassMember::ClassProp(field) if field.is_static => {
                    statics.push(StaticElement::Field(self.field(field, members)));
                }
                ClassMember::ClassProp(field) => fields.push(self.field(field, members)),
                ClassMember::PrivateProp(field) if field.is_static => {
                    statics.extend(self.private_field(field).map(StaticElement::Field));
                }
                ClassMember::PrivateProp(field) => fields.extend(self.private_field(field)),
                ClassMember::PrivateMethod(method) => private_methods.push(method),
                ClassMember::StaticBlock(block) => statics.push(StaticElement::Block(block)),
                _ => {}
            }
        }
        parts
    }
}
