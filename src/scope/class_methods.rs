//! What is written of the parents of classes, for `super.m()` and `super()`.
//!
//! ```js
//! class A { m() {} get a() {} }  class B extends A { m() { super.m(); } }
//! // B extends a class of this file in which m is a method, not an accessor, and whose constructor returns nothing
//! ```
//!
//! What the file shows is what is known: someone may give a prototype another member of the name later, or a class another
//! prototype.

use swc_atoms::Atom;
use swc_ecma_ast::*;

use super::{ClassId, Facts, FunctionId, SymbolId, function_id, symbol_id};

/// What instances inherit, and what constructs them.
#[derive(Debug, Default)]
pub(crate) struct Inherited {
    /// The class that this one extends, if that is a name.
    pub(super) parent: SymbolId,
    is_derived: bool,
    constructor: Option<FunctionId>,
    /// The methods whose names are written.
    methods: Vec<Atom>,
    /// Members may be there that are no methods: accessors, and what has a computed key.
    has_others: bool,
}

impl Inherited {
    /// What a class, walked already, gives to its instances.
    pub(super) fn of(class: &Class) -> Self {
        let mut inherited = Self { is_derived: class.super_class.is_some(), ..Self::default() };
        if let Some(Expr::Ident(parent)) = class.super_class.as_deref() {
            inherited.parent = symbol_id(parent);
        }
        for member in &class.body {
            if let ClassMember::Constructor(constructor) = member {
                inherited.constructor = Some(function_id(constructor.ctxt));
            }
            let ClassMember::Method(method) = member else { continue };
            match (&method.key, method.kind) {
                _ if method.is_static => {}
                (PropName::Ident(name), MethodKind::Method) => inherited.methods.push(name.sym.clone()),
                _ => inherited.has_others = true,
            }
        }
        inherited
    }
}

impl Facts {
    /// Whether the nearest member that the parent of `class` has by this name is written as a method.
    pub(crate) fn inherits_method(&self, class: ClassId, name: &Atom) -> bool {
        let mut class = class;
        for _ in &self.classes {
            let Some(parent) = self.class_of(self.classes[class as usize].inherited.parent) else { return false };
            let Inherited { methods, has_others, .. } = &self.classes[parent as usize].inherited;
            if *has_others || methods.contains(name) {
                return !has_others;
            }
            class = parent;
        }
        false
    }

    /// Whether all that constructs an instance of `class`, up to the parent that has none, is written in this file and returns
    /// nothing: `this` is what `new` made.
    pub(crate) fn constructors_return_nothing(&self, class: ClassId) -> bool {
        let mut class = class;
        for _ in &self.classes {
            let &Inherited { parent, is_derived, constructor, .. } = &self.classes[class as usize].inherited;
            if constructor.is_some_and(|constructor| self.functions[constructor as usize].returns_value) {
                return false;
            }
            if !is_derived {
                return true;
            }
            let Some(parent) = self.class_of(parent) else { return false };
            class = parent;
        }
        false
    }

    /// Whether a class extends one that this file declares: that is an ES5 function in the output.
    pub(crate) fn extends_class_of_file(&self, class: ClassId) -> bool {
        self.class_of(self.classes[class as usize].inherited.parent).is_some()
    }

    /// The class that a binding holds, if it holds nothing else.
    fn class_of(&self, symbol: SymbolId) -> Option<ClassId> {
        let symbol = &self.symbols[symbol as usize];
        symbol.class.filter(|_| !symbol.writes.reassigned && !self.functions[symbol.function as usize].has_eval)
    }
}
