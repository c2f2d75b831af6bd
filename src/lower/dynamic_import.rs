//! `import()` ([ECMAScript §13.3.10](https://tc39.es/ecma262/2025/#sec-import-calls)).
//!
//! ```js
//! import("./page.js");  import(name);
//! // becomes
//! Promise.resolve().then(function () { return _interopNamespace(require("./page.js")); });
//! _dynamicImport(name, function (_specifier) { return _interopNamespace(require(_specifier)); });
//! ```
//!
//! Where modules are preserved it stays, for a bundler, also in scripts.
//!
//! The rules that are easy to miss:
//! - the specifier is evaluated and made a string at once, and the module is loaded later;
//! - what throws while the specifier is made a string, or while the module is loaded, rejects the promise;
//! - what throws while the specifier is evaluated is thrown;
//! - a comment before the specifier stays there: bundlers read it.
//!
//! Options other than literal import attributes are looked at when they are there: see
//! [`import_attributes`](super::import_attributes).
//!
//! Runtime: `_dynamicImport` where the specifier is no literal, `_importWith` for such options, `_interopNamespace`.
//! Built-in: `Promise`.

use std::mem;

use swc_ecma_ast::*;
use swc_ecma_visit::VisitMutWith;

use super::Lower;
use crate::{build, helpers::Helper, options::Modules};

impl Lower {
    pub(super) fn dynamic_import(&mut self, expr: &mut Expr) {
        let Expr::Call(call) = expr else { return };
        if self.modules == Modules::Preserve {
            return call.args.visit_mut_with(self);
        }
        let span = call.span;
        let mut args = mem::take(&mut call.args).into_iter();
        let specifier = args.next().map_or_else(build::undefined, |arg| *arg.expr);
        let options = args.next().map(|options| *options.expr).filter(|options| !self.drop_options(options));
        *expr = match literal(specifier) {
            Ok(specifier) if options.is_none() && !self.facts.is_replaced("Promise") => {
                self.builtins.push("Promise");
                let load = self.load_function(vec![], Expr::Lit(Lit::Str(specifier)));
                // Promise.resolve().then(function () { return load; })
                let resolved = build::call_method(build::global("Promise"), "resolve", []);
                build::call_at(span, build::member(resolved, "then"), [load])
            }
            specifier => {
                let specifier = specifier.map_or_else(|expr| expr, |literal| Expr::Lit(Lit::Str(literal)));
                let specifier = self.lowered(Box::new(specifier));
                let name = self.fresh_ident("specifier");
                let options = options.map(|options| self.lowered(Box::new(options)));
                let load = self.load_function(vec![name.clone()], Expr::Ident(name));
                let helper = if options.is_some() { Helper::ImportWith } else { Helper::DynamicImport };
                self.helper(helper, [specifier].into_iter().chain(options).chain([load])).with_span(span)
            }
        };
    }

    /// `function (params) { return _interopNamespace(require(specifier)); }`
    fn load_function(&mut self, params: Vec<Ident>, specifier: Expr) -> Expr {
        let require = self.wrapper_name("require");
        let interop = if self.spec { Helper::ModuleNamespace } else { Helper::InteropNamespace };
        let namespace = self.helper(interop, [build::call(require, [specifier])]);
        build::function(None, params, vec![build::return_at(swc_common::DUMMY_SP, Some(namespace))])
    }

    /// A name that the wrapper of CommonJS gives to the file, or an alias if something hides it here.
    pub(super) fn wrapper_name(&mut self, name: &'static str) -> Expr {
        let functions: Vec<_> = self.frames.iter().map(|frame| frame.function).collect();
        if !self.facts.is_hidden_in(&name.into(), &functions) {
            return build::global(name);
        }
        if let Some((_, alias)) = self.wrapper_aliases.iter().find(|(of, _)| *of == name) {
            return build::constant(alias);
        }
        let alias = self.fresh_ident(name);
        self.wrapper_aliases.push((name, alias.sym.clone()));
        // var _require = require;
        self.frames[0].declare(alias.clone(), Some(build::global(name)));
        Expr::Ident(alias)
    }
}

/// The specifier as a string, if it is one as it stands.
fn literal(specifier: Expr) -> Result<Str, Expr> {
    match specifier {
        Expr::Lit(Lit::Str(string)) => Ok(Str { raw: None, ..string }),
        Expr::Tpl(Tpl { span, exprs, mut quasis }) if exprs.is_empty() && quasis.len() == 1 => {
            match quasis.pop().and_then(|quasi| quasi.cooked) {
                Some(value) => Ok(Str { span, value, raw: None }),
                None => Err(build::undefined()),
            }
        }
        Expr::Paren(paren) => literal(*paren.expr),
        other => Err(other),
    }
}
