//! Classes: their names, and their members in the order in which they are written.

use swc_common::{SyntaxContext, util::take::Take};
use swc_ecma_ast::*;
use swc_ecma_visit::VisitMutWith;

use super::{
    super::{
        BindingKind, SymbolId, bindings::Declared, class_methods::Inherited, early_errors::Role, edition,
        environment::ScopeKind, function_id,
    },
    Body, Head, ParamList, Walk,
};

impl Walk<'_> {
    /// A class; `name` is the binding of its name that it sees.
    pub(super) fn class(&mut self, class: &mut Class, name: SymbolId) {
        let outer_strict = std::mem::replace(&mut self.early.code.strict, true);
        let id = self.env.open_class(name);
        self.early.class(class);
        class.super_class.visit_mut_with(self);
        self.early.open_private_names(class);
        for member in &mut class.body {
            self.env.meet(edition::of_class_member(member));
            match member {
                ClassMember::Constructor(constructor) => {
                    self.env.in_member(name, true);
                    self.constructor(constructor, class.super_class.is_some());
                    self.env.in_member(name, false);
                }
                ClassMember::Method(method) => {
                    method.key.visit_mut_with(self);
                    self.env.in_member(name, true);
                    method.function.visit_mut_with(self);
                    self.env.in_member(name, false);
                }
                ClassMember::ClassProp(field) => {
                    field.key.visit_mut_with(self);
                    if let Some(value) = &mut field.value {
                        self.env.in_member(name, true);
                        self.initializer(value);
                        self.env.in_member(name, false);
                    }
                }
                ClassMember::PrivateMethod(method) => {
                    self.env.in_member(name, true);
                    method.function.visit_mut_with(self);
                    self.env.in_member(name, false);
                }
                ClassMember::PrivateProp(field) => {
                    if let Some(value) = &mut field.value {
                        self.env.in_member(name, true);
                        self.initializer(value);
                        self.env.in_member(name, false);
                    }
                }
                ClassMember::StaticBlock(block) => {
                    self.env.in_member(name, true);
                    self.static_block(&mut block.body);
                    self.env.in_member(name, false);
                }
                other => other.visit_mut_with(self),
            }
        }
        self.early.close_private_names();
        self.env.close_class(id, Inherited::of(class));
        class.ctxt = SyntaxContext::from_u32(id);
        self.early.code.strict = outer_strict;
    }

    /// A class with a name of its own inside.
    pub(super) fn named_class(&mut self, ident: &mut Ident, class: &mut Class) {
        self.env.open_scope(ScopeKind::Block);
        let kind = BindingKind::ClassName;
        let outer_strict = std::mem::replace(&mut self.early.code.strict, true);
        let declared = Declared::new(ident, kind);
        self.early.binding(declared.name, declared.span, declared.kind);
        self.env.declare_outside(declared, self.env.function);
        self.early.code.strict = outer_strict;
        let name = self.env.lookup(&ident.sym);
        self.class(class, name);
        self.env.initialize(ident, None);
        self.env.close_scope();
    }

    /// A class constructor; that of a derived class calls `super()`.
    fn constructor(&mut self, constructor: &mut Constructor, is_derived: bool) {
        constructor.key.visit_mut_with(self);
        self.constructors += 1;
        let role = if is_derived { Role::DerivedConstructor } else { Role::Constructor };
        let head = Head { role, is_async: false, is_generator: false, name: None };
        let params = ParamList::OfConstructor(&mut constructor.params);
        let mut nothing = vec![];
        let stmts = constructor.body.as_mut().map_or(&mut nothing, |body| &mut body.stmts);
        constructor.ctxt = self.function_like(head, params, Body::Stmts(stmts));
    }
}

// Parts of classes that run like methods.
impl Walk<'_> {
    /// The initial value of a field: evaluated as a function of its own, whose number stays with it.
    fn initializer(&mut self, value: &mut Box<Expr>) {
        let ctxt = self.element(Role::Initializer, Body::Expr(value));
        let body = Box::new(ArrowFunctionBody::Expr(value.take()));
        **value = Expr::Arrow(ArrowExpr { ctxt, body, ..Default::default() });
    }

    fn static_block(&mut self, block: &mut BlockStmt) {
        let first = self.env.symbols.len();
        block.ctxt = self.element(Role::StaticBlock, Body::Stmts(&mut block.stmts));
        let id = function_id(block.ctxt);
        let is_declared = self.env.symbols[first..].iter().any(|symbol| symbol.function == id);
        self.env.functions[id as usize].has_variables = is_declared;
    }

    fn element(&mut self, role: Role, body: Body<'_>) -> SyntaxContext {
        let head = Head { role, is_async: false, is_generator: false, name: None };
        self.function_like(head, ParamList::Params(&mut []), body)
    }
}
