//! Modules: each name is exported once, and each exported binding is there
//! ([ES2018 §15.2.1.1](https://tc39.es/ecma262/2018/#sec-module-semantics-static-semantics-early-errors)).

use rustc_hash::FxHashMap;
use swc_atoms::Atom;
use swc_common::Span;
use swc_ecma_ast::*;

use super::EarlyErrors;
use crate::{
    diagnostic::Problem,
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
    pub(in crate::scope) fn import_phase(&mut self, import: &ImportDecl) {
        let word = match import.phase {
            ImportPhase::Evaluation => return,
            ImportPhase::Defer => "defer",
            ImportPhase::Source => "source",
        };
        self.report(Problem::import_phase(import.span, word));
    }

    /// Names in specifiers may be any word, also with escapes.
    pub(in crate::scope) fn specifier_name(&mut self, name: &ModuleExportName) {
        match name {
            ModuleExportName::Ident(ident) => self.met(ident.span),
            ModuleExportName::Str(string) => self.met(string.span),
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
    match specifier {
        ExportSpecifier::Named(named) => match named.exported.as_ref().unwrap_or(&named.orig) {
            ModuleExportName::Ident(ident) => Some((ident.sym.clone(), ident.span)),
            ModuleExportName::Str(_) => None,
        },
        _ => None,
    }
}

fn local_of_export(specifier: &ExportSpecifier) -> Option<&Ident> {
    match specifier {
        ExportSpecifier::Named(ExportNamedSpecifier { orig: ModuleExportName::Ident(local), .. }) => Some(local),
        _ => None,
    }
}
