//! Modules that become something else: their items, in the order in which they run.
//!
//! ```js
//! import { a } from "m"; export function f() {} export default a;
//! // becomes
//! "use strict"; exports.f = f; var _m = require("m"); function f() {} exports.default = _m.a;
//! ```
//!
//! What imports and exports become is the affair of [`modules`](crate::modules).

use swc_atoms::Atom;
use swc_common::Spanned;
use swc_ecma_ast::*;

use super::{Lower, frame::Suspension, function::normalize_directive};
use crate::{
    ast::{is_directive, item_as_using, take_using_block},
    build,
    helpers::Helper,
    modules::Linkage,
    options::{Modules, Options},
};

impl Lower {
    /// A module as the statements of a script, or of the function that is to stand around them.
    pub(super) fn linked_module(&mut self, module: Module, options: &Options) -> Script {
        let Module { span, body, shebang } = module;
        let linkage = Linkage::new(&body, &mut self.facts, options);
        let (mut errors, mut warnings) = linkage.problems(&self.facts);
        self.problems.append(&mut errors);
        self.warnings.append(&mut warnings);
        self.linkage = Some(linkage);
        self.facts.decide_skippable();
        if self.facts.awaits_at_top {
            self.frame().suspension = Some(Suspension::Async);
        }
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
        self.linked_items(items, &mut hoisted, &mut rest);
        if self.modules == Modules::System {
            self.executed(rest, &mut hoisted);
            rest = vec![];
        }
        if let Some(linkage) = self.linkage.take() {
            stmts.extend(linkage.opening(&mut |helper, args| self.helper(helper, args)));
            stmts.extend(uninitialized);
            if let Some(default) = linkage.default_variable() {
                // var _default = _uninitialized;
                let sentinel = self.helper_name(Helper::Uninitialized);
                stmts.push(build::var(build::ident(default), build::name(&sentinel)));
            }
            stmts.append(&mut hoisted);
            stmts.extend(linkage.links(&mut |helper, args| self.helper(helper, args)));
            rest.extend(linkage.closing());
            self.wrapper = linkage.wrapper();
        }
        stmts.append(&mut rest);
        self.close_frame(&mut stmts);
        Script { span, body: stmts, shebang }
    }

    /// `execute: function () { … }`: the statements of a module for SystemJS, whose functions and variables belong to the
    /// function around.
    fn executed(&mut self, stmts: Vec<Stmt>, hoisted: &mut Vec<Stmt>) {
        let body = if self.facts.awaits_at_top {
            let mut body = vec![];
            self.suspended_body(Suspension::Async, stmts, &mut body);
            let promise = body.pop();
            hoisted.append(&mut body);
            promise.into_iter().collect()
        } else {
            let (mut functions, stmts): (Vec<_>, _) =
                stmts.into_iter().partition(|stmt| matches!(stmt, Stmt::Decl(Decl::Fn(_))));
            hoisted.append(&mut functions);
            self.without_variables(stmts)
        };
        // Its own name must hide nothing.
        let name = Atom::from("execute");
        let is_free = self.facts.names.find(&name).is_none();
        let execute = build::function(is_free.then(|| build::ident(&name)), vec![], body);
        let Some(mut linkage) = self.linkage.take() else { return };
        let variables = linkage.imported_variables();
        linkage.register(execute, &mut |helper, args| self.helper(helper, args));
        variables.into_iter().for_each(|(variable, init)| self.declare(build::ident(&variable), init));
        self.linkage = Some(linkage);
    }

    fn linked_items(&mut self, mut items: Vec<ModuleItem>, hoisted: &mut Vec<Stmt>, out: &mut Vec<Stmt>) {
        let block = take_using_block(&mut items);
        items.into_iter().for_each(|item| self.linked_item(item, hoisted, out));
        if block.is_empty() {
            return;
        }
        let resources = self.resources(block.iter().filter_map(item_as_using));
        let mut body = vec![];
        for item in block {
            match item {
                ModuleItem::Stmt(Stmt::Decl(Decl::Using(using))) => {
                    self.using_declaration(*using, &resources, &mut body);
                }
                item => self.linked_item(item, hoisted, &mut body),
            }
        }
        self.disposing(resources, body, out);
    }

    /// One item. `hoisted` gets what must be there before other modules run.
    fn linked_item(&mut self, item: ModuleItem, hoisted: &mut Vec<Stmt>, out: &mut Vec<Stmt>) {
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
        if self.modules == Modules::None && value.is_fn_expr() {
            // A function that nobody can call.
            return;
        }
        let span = value.span();
        self.lower_named(&mut value, &"default".into(), 0);
        if let Some(linkage) = &self.linkage {
            out.push(build::statement_at(span, linkage.export_default(value)));
        }
    }
}

/// `"use strict";`
fn use_strict() -> Stmt {
    let directive = Str { raw: Some("\"use strict\"".into()), ..Str::from("use strict") };
    Stmt::Expr(ExprStmt { span: swc_common::DUMMY_SP, expr: Box::new(Expr::Lit(Lit::Str(directive))) })
}
