//! Modules: what they declare, `import` and `export`.

use swc_atoms::Atom;
use swc_common::Span;
use swc_ecma_ast::*;
use swc_ecma_visit::VisitMutWith;

use super::{
    super::{
        BindingKind, ValueType,
        bindings::{Declared, Hoisted, lexical_names, lexical_names_of_decl, names_of_var_decl},
        early_errors::FunctionName,
        edition,
        environment::ScopeKind,
    },
    Walk,
};

impl Walk<'_> {
    pub(super) fn module(&mut self, module: &mut Module) {
        self.early.begin_module();
        let outside = self.env.open_function(false, true);
        self.env.open_scope(ScopeKind::Function);
        let mut conflicts = vec![];
        for item in &module.body {
            // In a module, functions are lexical declarations.
            names_of_module_item(item, &mut conflicts, &mut |declared| {
                self.declare_in_block(Declared { is_repeatable: false, ..declared });
            });
        }
        self.report_conflicts(&conflicts);
        let Self { early, env, .. } = self;
        early.exports(&module.body, |name| env.lookup(name) != 0);
        module.body.visit_mut_with(self);
        self.env.close_scope();
        self.env.close_function(outside);
    }

    pub(super) fn module_declaration(&mut self, decl: &mut ModuleDecl) {
        self.env.meet(edition::of_module_decl(decl));
        match decl {
            ModuleDecl::Import(import) => {
                self.early.import_phase(import.span, import.phase);
                self.early.string(&import.src);
                self.early.import_attributes(import.with.as_deref());
                for specifier in &mut import.specifiers {
                    if let ImportSpecifier::Named(ImportNamedSpecifier { imported: Some(name), .. }) = specifier {
                        self.early.specifier_name(name);
                    }
                    self.env.initialize(local_of_import(specifier), None);
                }
            }
            ModuleDecl::ExportNamed(export) => self.export_named(export),
            ModuleDecl::ExportAll(export) => {
                self.early.string(&export.src);
                self.early.import_attributes(export.with.as_deref());
            }
            ModuleDecl::ExportDefaultDecl(export) => self.default_declaration(export),
            ModuleDecl::ExportDecl(export) => {
                export.decl.visit_mut_with(self);
                self.declared_escapes(&export.decl);
            }
            _ => decl.visit_mut_children_with(self),
        }
    }

    fn default_declaration(&mut self, decl: &mut ExportDefaultDecl) {
        match &mut decl.decl {
            DefaultDecl::Fn(function) => {
                if let Some(ident) = &mut function.ident {
                    self.env.initialize(ident, None);
                }
                self.env.declares_function();
                let name = function.ident.as_ref().map(|ident| FunctionName { ident, is_inside: false });
                self.plain_function(name, &mut function.function);
            }
            DefaultDecl::Class(class) => match &mut class.ident {
                Some(ident) => {
                    self.named_class(&mut ident.clone(), &mut class.class);
                    self.env.initialize(ident, Some(ValueType::Unknown));
                }
                None => class.class.visit_mut_with(self),
            },
            DefaultDecl::TsInterfaceDecl(_) => {}
        }
    }

    /// `export { a, b as c }`, with or without `from`.
    fn export_named(&mut self, export: &mut NamedExport) {
        if let Some(src) = &export.src {
            self.early.string(src);
        }
        self.early.import_attributes(export.with.as_deref());
        for specifier in &mut export.specifiers {
            match specifier {
                ExportSpecifier::Named(ExportNamedSpecifier { orig, exported, .. }) => {
                    if let Some(exported) = exported {
                        self.early.specifier_name(exported);
                    }
                    match orig {
                        ModuleExportName::Ident(ident) if export.src.is_none() => ident.visit_mut_with(self),
                        other => self.early.specifier_name(other),
                    }
                }
                ExportSpecifier::Namespace(namespace) => self.early.specifier_name(&namespace.name),
                ExportSpecifier::Default(_) => {}
            }
        }
    }
}

fn local_of_import(specifier: &mut ImportSpecifier) -> &mut Ident {
    match specifier {
        ImportSpecifier::Named(named) => &mut named.local,
        ImportSpecifier::Default(default) => &mut default.local,
        ImportSpecifier::Namespace(namespace) => &mut namespace.local,
    }
}

/// The names that an item of a module declares at its top level, and its `var`s that cross a block which declares
/// the same name.
fn names_of_module_item<'a>(
    item: &'a ModuleItem,
    conflicts: &mut Vec<(&'a Atom, Span, Span)>,
    out: &mut impl FnMut(Declared<'a>),
) {
    let lexical = BindingKind::Function;
    match item {
        ModuleItem::Stmt(stmt) => {
            let mut hoisted = Hoisted::new(false, &mut *out);
            hoisted.stmt(stmt);
            conflicts.append(&mut hoisted.conflicts);
            lexical_names([stmt], lexical, out);
        }
        ModuleItem::ModuleDecl(ModuleDecl::ExportDecl(ExportDecl { decl, .. })) => match decl {
            Decl::Var(var) => names_of_var_decl(var, out),
            _ => lexical_names_of_decl(decl, lexical, out),
        },
        ModuleItem::ModuleDecl(ModuleDecl::ExportDefaultDecl(ExportDefaultDecl { decl, .. })) => {
            let (ident, kind) = match decl {
                DefaultDecl::Fn(function) => (&function.ident, lexical),
                DefaultDecl::Class(class) => (&class.ident, BindingKind::Class),
                DefaultDecl::TsInterfaceDecl(_) => (&None, lexical),
            };
            if let Some(ident) = ident {
                out(Declared::new(ident, kind));
            }
        }
        ModuleItem::ModuleDecl(ModuleDecl::Import(import)) => {
            for specifier in &import.specifiers {
                let local = match specifier {
                    ImportSpecifier::Named(named) => &named.local,
                    ImportSpecifier::Default(default) => &default.local,
                    ImportSpecifier::Namespace(namespace) => &namespace.local,
                };
                out(Declared::new(local, BindingKind::Import));
            }
        }
        ModuleItem::ModuleDecl(_) => {}
    }
}
