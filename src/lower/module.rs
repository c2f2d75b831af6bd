//! Modules that keep their `import`s and `export`s, for a bundler that reads the output.
//!
//! ```js
//! export const { a } = o; export let f = () => 1;
//! // becomes
//! var a = o.a; export { a }; export var f = function f() { return 1; };
//! ```
//!
//! `import()`, `import.meta`, import attributes and strings as names of exports stay, since only a bundler can tell what
//! they mean. `export * as ns from "m"`, which older bundlers do not know, becomes an import and an export.

use swc_common::{DUMMY_SP, Span};
use swc_ecma_ast::*;

use super::{Lower, class::GivenName, function::normalize_directive};
use crate::{
    ast::{is_directive, item_as_using, names_in_pattern, take_using_block},
    build,
    syntax::identifier::is_es5_name,
};

impl Lower {
    /// The items of a module that keeps its `import`s and `export`s.
    pub(super) fn module_items(&mut self, items: &mut Vec<ModuleItem>) {
        let directives = items.iter().take_while(|item| item.as_stmt().is_some_and(is_directive)).count();
        let mut rest = items.split_off(directives);
        items.iter_mut().filter_map(ModuleItem::as_mut_stmt).for_each(normalize_directive);
        let mut out = std::mem::take(items);
        out.extend(self.uninitialized_items(&rest).map(ModuleItem::Stmt));
        let block = take_using_block(&mut rest);
        let mut stmts = vec![];
        rest.into_iter().for_each(|item| self.module_item(item, &mut stmts, &mut out));
        if !block.is_empty() {
            self.using_items(block, &mut out);
        }
        let mut vars = vec![];
        self.close_frame(&mut vars);
        for (index, stmt) in vars.into_iter().enumerate() {
            out.insert(directives + index, ModuleItem::Stmt(stmt));
        }
        *items = out;
    }

    /// `stmts` is empty, before and after: one list does for all items.
    fn module_item(&mut self, item: ModuleItem, stmts: &mut Vec<Stmt>, out: &mut Vec<ModuleItem>) {
        match item {
            ModuleItem::Stmt(stmt) => {
                self.statement(stmt, stmts);
                out.extend(stmts.drain(..).map(ModuleItem::Stmt));
            }
            ModuleItem::ModuleDecl(decl) => self.module_declaration(decl, out),
        }
    }

    /// The items of a module from its first `using` on:
    /// `using a = f(); export let b = a;` → `export { b }; var _resources = []; try { … var b = a; } …`
    fn using_items(&mut self, items: Vec<ModuleItem>, out: &mut Vec<ModuleItem>) {
        let resources = self.resources(items.iter().filter_map(item_as_using));
        let mut body = vec![];
        for item in items {
            let mut lowered = vec![];
            match item {
                ModuleItem::Stmt(Stmt::Decl(Decl::Using(using))) => {
                    self.using_declaration(*using, &resources, &mut body);
                }
                ModuleItem::ModuleDecl(ModuleDecl::ExportDefaultExpr(mut export)) => {
                    // It is going to be the value of a variable, which must not give it a name.
                    self.lower_named(&mut export.expr, &"default".into(), 0);
                    lowered.push(ModuleItem::ModuleDecl(ModuleDecl::ExportDefaultExpr(export)));
                }
                item => self.module_item(item, &mut vec![], &mut lowered),
            }
            for item in lowered {
                match item {
                    ModuleItem::Stmt(stmt) => body.push(stmt),
                    ModuleItem::ModuleDecl(decl) => out.push(self.outside_of_block(decl, &mut body)),
                }
            }
        }
        let mut stmts = vec![];
        self.disposing(resources, body, &mut stmts);
        out.extend(stmts.into_iter().map(ModuleItem::Stmt));
    }

    /// What stays of a lowered `import` or `export` when what it evaluates goes to the `body` of a block.
    fn outside_of_block(&mut self, decl: ModuleDecl, body: &mut Vec<Stmt>) -> ModuleItem {
        let (span, specifiers) = match decl {
            ModuleDecl::ExportDecl(ExportDecl { span, decl: Decl::Var(decl) }) => {
                let mut names = vec![];
                decl.decls.iter().for_each(|declarator| names_in_pattern(&declarator.name, &mut names));
                body.push(Stmt::Decl(Decl::Var(decl)));
                (span, names.into_iter().map(export_of).collect())
            }
            ModuleDecl::ExportDefaultExpr(ExportDefaultExpr { span, expr }) => {
                // var _default = value;
                let local = self.fresh_ident("default");
                body.push(build::var_at(span, vec![build::declarator(local.clone(), Some(*expr))]));
                (DUMMY_SP, vec![export_as_default(local)])
            }
            decl => return ModuleItem::ModuleDecl(decl),
        };
        let export = NamedExport { span, specifiers, src: None, type_only: false, with: None };
        ModuleItem::ModuleDecl(ModuleDecl::ExportNamed(export))
    }

    fn module_declaration(&mut self, decl: ModuleDecl, out: &mut Vec<ModuleItem>) {
        let decl = match decl {
            ModuleDecl::ExportDecl(export) => return self.export_declaration(export, out),
            ModuleDecl::ExportDefaultExpr(mut export) => {
                if export.expr.unwrap_parens().is_class() {
                    self.lower_named(&mut export.expr, &"default".into(), 0);
                } else {
                    self.expr(&mut export.expr);
                }
                ModuleDecl::ExportDefaultExpr(export)
            }
            ModuleDecl::ExportDefaultDecl(ExportDefaultDecl { span, decl: DefaultDecl::Class(class) }) => {
                return self.default_class(span, class, out);
            }
            ModuleDecl::ExportDefaultDecl(mut export) => {
                if let DefaultDecl::Fn(function) = &mut export.decl {
                    self.default_function(function);
                }
                ModuleDecl::ExportDefaultDecl(export)
            }
            ModuleDecl::ExportNamed(export) if export.specifiers.iter().any(ExportSpecifier::is_namespace) => {
                return self.export_namespace(export, out);
            }
            ModuleDecl::ExportNamed(mut export) => {
                for specifier in &mut export.specifiers {
                    plain_export_names(specifier);
                    if export.src.is_none() {
                        self.export_specifier(specifier);
                    }
                }
                ModuleDecl::ExportNamed(export)
            }
            ModuleDecl::Import(mut import) => {
                import.specifiers.iter_mut().for_each(|specifier| self.import_specifier(specifier));
                ModuleDecl::Import(import)
            }
            other => other,
        };
        out.push(ModuleItem::ModuleDecl(decl));
    }

    /// `export default function () {}`: a declaration, which may have no name.
    fn default_function(&mut self, function: &mut FnExpr) {
        let FnExpr { ident, function: body } = function;
        if let Some(name) = ident {
            let mut declaration = FnDecl { ident: name.clone(), declare: false, function: std::mem::take(body) };
            self.function_declaration(&mut declaration);
            *name = declaration.ident;
            *body = declaration.function;
            return;
        }
        *ident = self.unnamed_declaration(body);
    }

    /// `export const { a } = o;` → `var a = o.a; export { a };`
    fn export_declaration(&mut self, export: ExportDecl, out: &mut Vec<ModuleItem>) {
        let ExportDecl { span, decl } = export;
        let stays = match &decl {
            Decl::Var(var) => var.decls.iter().all(|decl| decl.name.is_ident()),
            _ => true,
        };
        let mut names = vec![];
        match &decl {
            Decl::Var(var) => var.decls.iter().for_each(|declarator| names_in_pattern(&declarator.name, &mut names)),
            Decl::Class(class) => names.push(class.ident.clone()),
            Decl::Fn(function) => names.push(function.ident.clone()),
            _ => {}
        }
        let is_renamed = names.iter().any(|name| self.is_renamed(name));
        let mut stmts = vec![];
        self.statement(Stmt::Decl(decl), &mut stmts);
        match stmts.pop() {
            Some(Stmt::Decl(decl)) if stays && !is_renamed && stmts.is_empty() => {
                out.push(ModuleItem::ModuleDecl(ModuleDecl::ExportDecl(ExportDecl { span, decl })));
            }
            last => {
                stmts.extend(last);
                out.extend(stmts.into_iter().map(ModuleItem::Stmt));
                let mut specifiers: Vec<_> = names.into_iter().map(export_of).collect();
                specifiers.iter_mut().for_each(|specifier| self.export_specifier(specifier));
                let export = NamedExport { span, specifiers, src: None, type_only: false, with: None };
                out.push(ModuleItem::ModuleDecl(ModuleDecl::ExportNamed(export)));
            }
        }
    }

    /// `export default class C {}` → `var C = …; export { C as default };`; one without a name is exported as a value.
    fn default_class(&mut self, span: Span, class: ClassExpr, out: &mut Vec<ModuleItem>) {
        let ClassExpr { ident, class } = class;
        let decl = match ident {
            Some(ident) => {
                let mut stmts = vec![];
                self.class_declaration(ClassDecl { ident: ident.clone(), declare: false, class }, &mut stmts);
                out.extend(stmts.into_iter().map(ModuleItem::Stmt));
                let mut local = ident;
                self.rename(&mut local);
                let specifiers = vec![export_as_default(local)];
                ModuleDecl::ExportNamed(NamedExport { span, specifiers, src: None, type_only: false, with: None })
            }
            None => {
                let mut expr = Box::new(Expr::Class(ClassExpr { ident, class }));
                self.named_class_expression(&mut expr, GivenName::Text("default".into(), 0));
                ModuleDecl::ExportDefaultExpr(ExportDefaultExpr { span, expr })
            }
        };
        out.push(ModuleItem::ModuleDecl(decl));
    }

    /// `export * as ns from "m";` → `import * as _ns from "m"; export { _ns as ns };`
    fn export_namespace(&mut self, export: NamedExport, out: &mut Vec<ModuleItem>) {
        let NamedExport { span, specifiers, src, with, .. } = export;
        let Some(src) = src else { return };
        let mut exported = vec![];
        let mut imported = vec![];
        for specifier in specifiers {
            let ExportSpecifier::Namespace(ExportNamespaceSpecifier { span, mut name }) = specifier else { continue };
            plain_name(&mut name);
            let local = self.fresh_ident(&name.atom());
            imported.push(ImportSpecifier::Namespace(ImportStarAsSpecifier { span: DUMMY_SP, local: local.clone() }));
            let exported_name = Some(name);
            let specifier = ExportNamedSpecifier { span, exported: exported_name, ..named_specifier(local) };
            exported.push(ExportSpecifier::Named(specifier));
        }
        let import = ImportDecl { span, specifiers: imported, src, type_only: false, with, phase: Default::default() };
        out.push(ModuleItem::ModuleDecl(ModuleDecl::Import(import)));
        let export = NamedExport { span: DUMMY_SP, specifiers: exported, src: None, type_only: false, with: None };
        out.push(ModuleItem::ModuleDecl(ModuleDecl::ExportNamed(export)));
    }

    /// `export { x }` → `export { _x as x }`, if `x` was renamed.
    fn export_specifier(&mut self, specifier: &mut ExportSpecifier) {
        let ExportSpecifier::Named(named) = specifier else { return };
        let ModuleExportName::Ident(local) = &mut named.orig else { return };
        let name = local.sym.clone();
        self.rename(local);
        if local.sym != name && named.exported.is_none() {
            named.exported = Some(ModuleExportName::Ident(build::ident(&name)));
        }
    }

    /// `import { x }` → `import { x as _x }`, if `x` was renamed.
    fn import_specifier(&mut self, specifier: &mut ImportSpecifier) {
        match specifier {
            ImportSpecifier::Named(named) => {
                named.imported.iter_mut().for_each(plain_name);
                let name = named.local.sym.clone();
                self.rename(&mut named.local);
                if named.local.sym != name && named.imported.is_none() {
                    named.imported = Some(ModuleExportName::Ident(build::ident(&name)));
                }
            }
            ImportSpecifier::Default(default) => self.rename(&mut default.local),
            ImportSpecifier::Namespace(namespace) => self.rename(&mut namespace.local),
        }
    }
}

fn plain_export_names(specifier: &mut ExportSpecifier) {
    if let ExportSpecifier::Named(named) = specifier {
        plain_name(&mut named.orig);
        named.exported.iter_mut().for_each(plain_name);
    }
}

/// `export { a as "b" }` → `export { a as b }`: older bundlers know no strings there.
fn plain_name(name: &mut ModuleExportName) {
    if let ModuleExportName::Str(string) = name
        && let Some(value) = string.value.as_str().filter(|value| is_es5_name(value))
    {
        *name = ModuleExportName::Ident(Ident { span: string.span, ..build::ident(&value.into()) });
    }
}

fn export_of(local: Ident) -> ExportSpecifier {
    ExportSpecifier::Named(named_specifier(local))
}

/// `x as default`
fn export_as_default(local: Ident) -> ExportSpecifier {
    let exported = Some(ModuleExportName::Ident(build::ident(&"default".into())));
    ExportSpecifier::Named(ExportNamedSpecifier { exported, ..named_specifier(local) })
}

fn named_specifier(local: Ident) -> ExportNamedSpecifier {
    let span = local.span;
    ExportNamedSpecifier { span, orig: ModuleExportName::Ident(local), exported: None, is_type_only: false }
}
