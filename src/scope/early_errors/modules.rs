//! Modules: each name is exported once, and each exported binding is there
//! ([ES2018 §15.2.1.1](https://tc39.es/ecma262/2018/#sec-module-semantics-static-semantics-early-errors)).

use rustc_hash::FxHashMap;
use swc_atoms::{Atom, Wtf8Atom};
use swc_common::{Span, Spanned};
use swc_ecma_ast::*;

use super::EarlyErrors;
use crate::{
    problem::Problem,
    scope::{
        BindingKind,
        bindings::{Declared, lexical_names_of_decl, names_of_var_decl},
    },
};

impl EarlyErrors<'_> {
    /// The exports of a module; `is_declared` knows the names of its top level.
    pub(in crate::scope) fn exports(&mut self, items: &[ModuleItem], is_declared: impl Fn(&Atom) -> bool) {
        let mut exported: FxHashMap<Atom, Span> = FxHashMap::default();
        for decl in items.iter().filter_map(ModuleItem::as_module_decl) {
            for (name, span) in exported_names(decl) {
                match exported.get(&name) {
                    Some(first) => self.report(Problem::duplicate_export(&name, span, *first)),
                    None => drop(exported.insert(name, span)),
                }
            }
            let ModuleDecl::ExportNamed(NamedExport { specifiers, src: None, .. }) = decl else { continue };
            for local in specifiers.iter().filter_map(local_of_export) {
                if !is_declared(&local.sym) {
                    self.report(Problem::unknown_export(&local.sym, local.span));
                }
            }
        }
    }

    /// Phases of imports are proposals, which the parser takes.
    pub(in crate::scope) fn import_phase(&mut self, span: Span, phase: ImportPhase) {
        let word = match phase {
            ImportPhase::Evaluation => return,
            ImportPhase::Defer => "defer",
            ImportPhase::Source => "source",
        };
        self.report(Problem::import_phase(span, word));
    }

    /// Names in specifiers may be any word, also with escapes, and any string without lone surrogates.
    pub(in crate::scope) fn specifier_name(&mut self, name: &ModuleExportName) {
        match name {
            ModuleExportName::Ident(ident) => self.met(ident.span),
            ModuleExportName::Str(string) => {
                self.met(string.span);
                if string.value.as_str().is_none() {
                    self.report(Problem::surrogate_in_name(string.span));
                }
            }
        }
    }

    /// `with { type: "json" }`: each key once, strings as values.
    pub(in crate::scope) fn import_attributes(&mut self, attributes: Option<&ObjectLit>) {
        let mut keys: FxHashMap<Wtf8Atom, Span> = FxHashMap::default();
        for attribute in attributes.iter().flat_map(|attributes| &attributes.props) {
            let Some((key, span, value)) = import_attribute(attribute) else { continue };
            self.met(span);
            if let Some(value) = value {
                self.string(value);
            } else {
                self.report(Problem::attribute_value(attribute.span()));
            }
            if let Some(first) = keys.insert(key, span) {
                self.report(Problem::duplicate_attribute(span, first));
            }
        }
    }
}

/// The names that a declaration exports.
fn exported_names(decl: &ModuleDecl) -> Vec<(Atom, Span)> {
    match decl {
        ModuleDecl::ExportDecl(export) => {
            let mut names = vec![];
            let mut add = |declared: Declared<'_>| names.push((declared.name.clone(), declared.span));
            match &export.decl {
                Decl::Var(var) => names_of_var_decl(var, &mut add),
                other => lexical_names_of_decl(other, BindingKind::Function, &mut add),
            }
            names
        }
        ModuleDecl::ExportDefaultDecl(ExportDefaultDecl { span, .. })
        | ModuleDecl::ExportDefaultExpr(ExportDefaultExpr { span, .. }) => vec![("default".into(), *span)],
        ModuleDecl::ExportNamed(export) => export.specifiers.iter().filter_map(exported_name).collect(),
        _ => vec![],
    }
}

fn exported_name(specifier: &ExportSpecifier) -> Option<(Atom, Span)> {
    let name = match specifier {
        ExportSpecifier::Named(named) => named.exported.as_ref().unwrap_or(&named.orig),
        ExportSpecifier::Namespace(namespace) => &namespace.name,
        ExportSpecifier::Default(_) => return None,
    };
    Some((name.atom().into_owned(), name.span()))
}

fn local_of_export(specifier: &ExportSpecifier) -> Option<&Ident> {
    match specifier {
        ExportSpecifier::Named(ExportNamedSpecifier { orig: ModuleExportName::Ident(local), .. }) => Some(local),
        _ => None,
    }
}

/// The key of an import attribute, and its value if that is a string.
fn import_attribute(attribute: &PropOrSpread) -> Option<(Wtf8Atom, Span, Option<&Str>)> {
    let PropOrSpread::Prop(prop) = attribute else { return None };
    let Prop::KeyValue(KeyValueProp { key, value }) = &**prop else { return None };
    let key = match key {
        PropName::Ident(name) => (name.sym.clone().into(), name.span),
        PropName::Str(string) => (string.value.clone(), string.span),
        _ => return None,
    };
    let value = match &**value {
        Expr::Lit(Lit::Str(string)) => Some(string),
        _ => None,
    };
    Some((key.0, key.1, value))
}
