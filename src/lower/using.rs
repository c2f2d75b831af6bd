//! `using` and `await using` (explicit resource management, ES2026).
//!
//! ```js
//! { f(); using a = g(), b = h(); k(a, b); }
//! // becomes
//! f();
//! var _resources = [];
//! try {
//!   var a = _using(_resources, g()), b = _using(_resources, h());
//!   k(a, b);
//! } catch (_e) {
//!   _suppress(_resources, _e);
//! } finally {
//!   _dispose(_resources);
//! }
//! ```
//!
//! With an `await using` among the declarations of the block, its values are given to `_asyncUsing`, and the `finally`
//! clause is, before [`generator`](super::generator) takes it apart:
//!
//! ```js
//! for (; _asyncDispose(_resources);) try { await _resources.value; } catch (_e2) { _suppress(_resources, _e2); }
//! ```
//!
//! `for (using x of xs) f(x);` disposes of `x` at the end of each iteration: the head declares a constant, which the body
//! takes as a resource first. `for (using x = f();;)` is a block with a `using` and a loop, and parsed as that.
//!
//! The rules that are easy to miss:
//! - `catch` only keeps the error: `finally` throws it, when all resources are disposed of;
//! - what is exported, imported or a function declaration stays outside of the `try`;
//! - at the end of a block, nothing is awaited whose `await using` was not reached.
//!
//! Runtime: `_using`, `_asyncUsing`, `_dispose`, `_asyncDispose`, `_suppress`. Built-ins: `Symbol.dispose`; for `await using`
//! `Symbol.asyncDispose` and `Promise`.

use swc_common::Spanned;
use swc_ecma_ast::*;

use super::{Lower, destructuring::Step, generator::await_value};
use crate::{ast::as_using, build, helpers::Helper, scope::symbol_id};

/// What holds the resources of a block.
pub(super) struct Resources {
    list: Ident,
    /// Whether a declaration of the block is an `await using`.
    awaits: bool,
}

// Blocks.
impl Lower {
    /// The statements of a block from its first `using` on.
    pub(super) fn using_block(&mut self, stmts: Vec<Stmt>, out: &mut Vec<Stmt>) {
        let resources = self.resources(stmts.iter().filter_map(as_using));
        let mut body = vec![];
        for stmt in stmts {
            match stmt {
                Stmt::Decl(Decl::Using(using)) => self.using_declaration(*using, &resources, &mut body),
                stmt => self.statement(stmt, &mut body),
            }
        }
        self.disposing(resources, body, out);
    }

    /// A list for the resources of a block with these declarations.
    pub(super) fn resources<'a>(&mut self, mut declarations: impl Iterator<Item = &'a UsingDecl>) -> Resources {
        Resources { list: self.local_ident("resources"), awaits: declarations.any(|using| using.is_await) }
    }

    /// `var a = _using(_resources, g());`
    pub(super) fn using_declaration(&mut self, using: UsingDecl, resources: &Resources, out: &mut Vec<Stmt>) {
        let UsingDecl { span, is_await, decls } = using;
        let mut steps = vec![];
        for VarDeclarator { name, init, .. } in decls {
            let Pat::Ident(BindingIdent { id: mut ident, .. }) = name else {
                self.unsupported(name.span(), "a pattern in a `using` declaration");
                continue;
            };
            let Some(mut init) = init else {
                // The name of a loop's head: _using(_resources, x);
                self.rename(&mut ident);
                steps.push(Step::Effect(self.as_resource(Expr::Ident(ident), is_await, resources)));
                continue;
            };
            let source_name = ident.sym.clone();
            self.lower_named(&mut init, &source_name, symbol_id(&ident));
            let value = self.as_resource(*init, is_await, resources);
            let value = self.initialize(&mut ident, value);
            steps.push(Step::Bind(ident, value));
        }
        out.extend(self.declare_steps(steps, span));
    }

    fn as_resource(&mut self, value: Expr, is_await: bool, resources: &Resources) -> Expr {
        let helper = if is_await { Helper::AsyncUsing } else { Helper::Using };
        self.helper(helper, [Expr::Ident(resources.list.clone()), value])
    }

    /// A block that disposes of its resources. Its function declarations come before it.
    pub(super) fn disposing(&mut self, resources: Resources, body: Vec<Stmt>, out: &mut Vec<Stmt>) {
        let Resources { list, awaits } = resources;
        let (functions, body): (Vec<_>, Vec<_>) =
            body.into_iter().partition(|stmt| matches!(stmt, Stmt::Decl(Decl::Fn(_))));
        out.extend(functions);
        // var _resources = [];
        out.push(build::var(list.clone(), build::array(vec![])));
        // catch (_e) { _suppress(_resources, _e); }
        let error = self.local_ident("e");
        let suppressed = self.suppressed(&list, &error);
        let disposed = if awaits {
            self.disposed_async(&list)
        } else {
            build::statement(self.helper(Helper::Dispose, [Expr::Ident(list)]))
        };
        out.push(build::try_catch_finally(body, error, vec![suppressed], vec![disposed]));
    }

    /// `for (; _asyncDispose(_resources);) try { await _resources.value; } catch (_e) { _suppress(_resources, _e); }`
    fn disposed_async(&mut self, list: &Ident) -> Stmt {
        let goes_on = self.helper(Helper::AsyncDispose, [Expr::Ident(list.clone())]);
        let awaited = await_value(build::member(Expr::Ident(list.clone()), "value"));
        let error = self.local_ident("e");
        let suppressed = self.suppressed(list, &error);
        let step = build::try_catch(vec![build::statement(awaited)], error, vec![suppressed]);
        build::repeat_while(goes_on, step)
    }

    /// `_suppress(_resources, _e);`
    fn suppressed(&mut self, list: &Ident, error: &Ident) -> Stmt {
        let args = [Expr::Ident(list.clone()), Expr::Ident(error.clone())];
        build::statement(self.helper(Helper::Suppress, args))
    }
}

// Loops.
/// The head and the body of `for (using x of xs)` as those of `for (const x of xs)`, where the body has taken `x` as a
/// resource first.
pub(super) fn using_head(stmt: ForOfStmt) -> ForOfStmt {
    let ForHead::UsingDecl(mut using) = stmt.left else { return stmt };
    let (span, decls) = (using.span, using.decls.clone());
    // Without a value, which the head gives it.
    using.decls.iter_mut().for_each(|declarator| declarator.init = None);
    let mut stmts = vec![Stmt::Decl(Decl::Using(using))];
    match *stmt.body {
        // One list would do for both blocks, but would await less often.
        Stmt::Block(block) if !block.stmts.iter().any(|stmt| as_using(stmt).is_some()) => stmts.extend(block.stmts),
        body => stmts.push(body),
    }
    let left = ForHead::VarDecl(Box::new(VarDecl { span, kind: VarDeclKind::Const, decls, ..Default::default() }));
    ForOfStmt { left, body: Box::new(build::block(stmts)), ..stmt }
}
