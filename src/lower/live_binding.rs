//! Modules that become CommonJS: their items, and the variables that they import and export.
//!
//! ```js
//! import { a } from "m"; export let n = 0; a(n++);
//! // becomes
//! var _m = require("m"); var n = exports.n = 0; (0, _m.a)((_n = n++, exports.n = n, _n));
//! ```
//!
//! What a name stands for is asked here by [`reference`](super::reference); [`modules`](crate::modules) knows what is
//! imported and exported.

use swc_common::Spanned;
use swc_ecma_ast::*;

use super::{Lower, function::normalize_directive};
use crate::{build, helpers::Helper, modules::CommonJs, scope::is_directive};

// Items.
impl Lower {
    /// A module as a script that CommonJS wraps.
    pub(super) fn commonjs_module(&mut self, module: Module) -> Script {
        let Module { span, body, shebang } = module;
        self.commonjs = Some(CommonJs::new(&body, &mut self.facts, self.assumptions, self.spec));
        self.facts.settle_untouched();
        let mut items = body.into_iter().peekable();
        let mut stmts = vec![];
        while let Some(ModuleItem::Stmt(mut directive)) = items.next_if(|item| item.as_stmt().is_some_and(is_directive))
        {
            normalize_directive(&mut directive);
            stmts.push(directive);
        }
        if !stmts.iter().any(Stmt::is_use_strict) {
            stmts.insert(0, use_strict());
        }
        let items: Vec<ModuleItem> = items.collect();
        let uninitialized = self.uninitialized_items(&items);
        let mut hoisted = vec![];
        let mut rest = vec![];
        for item in items {
            self.commonjs_item(item, &mut hoisted, &mut rest);
        }
        if let Some(commonjs) = self.commonjs.take() {
            stmts.extend(commonjs.opening(&mut |helper, args| self.helper(helper, args)));
            stmts.extend(uninitialized);
            if let Some(default) = commonjs.default_variable() {
                // var _default = _uninitialized;
                let sentinel = self.helper_name(Helper::Uninitialized);
                stmts.push(build::var(build::ident(default), build::name(&sentinel)));
            }
            stmts.append(&mut hoisted);
            stmts.extend(commonjs.links(&mut |helper, args| self.helper(helper, args)));
        }
        stmts.append(&mut rest);
        self.close_frame(&mut stmts);
        Script { span, body: stmts, shebang }
    }

    /// One item. `hoisted` gets what must be there before other modules run.
    fn commonjs_item(&mut self, item: ModuleItem, hoisted: &mut Vec<Stmt>, out: &mut Vec<Stmt>) {
        let stmt = match item {
            ModuleItem::Stmt(stmt) => stmt,
            ModuleItem::ModuleDecl(ModuleDecl::ExportDecl(export)) => Stmt::Decl(export.decl),
            ModuleItem::ModuleDecl(ModuleDecl::ExportDefaultDecl(export)) => match export.decl {
                DefaultDecl::Fn(FnExpr { ident: Some(ident), function }) => {
                    Stmt::Decl(Decl::Fn(FnDecl { ident, declare: false, function }))
                }
                DefaultDecl::Class(ClassExpr { ident: Some(ident), class }) => {
                    Stmt::Decl(Decl::Class(ClassDecl { ident, declare: false, class }))
                }
                // A declaration without a name: the function exists from the beginning.
                DefaultDecl::Fn(function) => return self.export_default(Expr::Fn(function), hoisted),
                DefaultDecl::Class(class) => return self.export_default(Expr::Class(class), out),
                DefaultDecl::TsInterfaceDecl(_) => return,
            },
            ModuleItem::ModuleDecl(ModuleDecl::ExportDefaultExpr(export)) => {
                return self.export_default(*export.expr, out);
            }
            ModuleItem::ModuleDecl(decl) => return self.drop_attributes_of(&decl),
        };
        match stmt {
            Stmt::Decl(Decl::Fn(function)) if self.is_renamed(&function.ident) => {
                let function = self.function_as_variable(function);
                hoisted.push(function);
            }
            Stmt::Decl(Decl::Class(class)) if self.is_exported(&class.ident) => {
                let mut name = class.ident.clone();
                self.statement(Stmt::Decl(Decl::Class(class)), out);
                self.rename(&mut name);
                // exports.C = C;
                let exported = self.exporting(&name.clone(), Expr::Ident(name));
                out.push(build::statement(exported));
            }
            stmt => self.statement(stmt, out),
        }
    }

    /// `exports.default = value;`
    fn export_default(&mut self, mut value: Expr, out: &mut Vec<Stmt>) {
        let span = value.span();
        self.lower_named(&mut value, &"default".into(), 0);
        if let Some(commonjs) = &self.commonjs {
            out.push(build::statement_at(span, commonjs.export_default(value)));
        }
    }
}

// Names.
impl Lower {
    /// What is read where an imported name stands.
    pub(super) fn imported(&self, name: &Ident) -> Option<Expr> {
        self.commonjs.as_ref().and_then(|commonjs| commonjs.imported(name))
    }

    /// Whether an expression, perhaps in parentheses, is the name of an import that is read from its module.
    pub(super) fn is_import(&self, expr: &Expr) -> bool {
        let name = match expr {
            Expr::Ident(name) => name,
            Expr::Paren(paren) => return self.is_import(&paren.expr),
            _ => return false,
        };
        self.imported(name).is_some_and(|value| value.is_member())
    }

    /// Whether what is assigned to a variable must be exported.
    pub(super) fn is_exported(&self, name: &Ident) -> bool {
        self.commonjs.as_ref().is_some_and(|commonjs| commonjs.is_exported(name))
    }

    /// `value`, assigned to the exports that `name` stands for: `exports.a = value`.
    pub(super) fn exporting(&self, name: &Ident, value: Expr) -> Expr {
        match &self.commonjs {
            Some(commonjs) => commonjs.exporting(name, value),
            None => value,
        }
    }
}

/// `"use strict";`
fn use_strict() -> Stmt {
    let directive = Str { raw: Some("\"use strict\"".into()), ..Str::from("use strict") };
    Stmt::Expr(ExprStmt { span: swc_common::DUMMY_SP, expr: Box::new(Expr::Lit(Lit::Str(directive))) })
}
