//! `import()` ([ECMAScript §13.3.10](https://tc39.es/ecma262/2025/#sec-import-calls)).
//!
//! ```js
//! import("./page.js");  import(name);
//! // becomes
//! Promise.resolve().then(function () { return _interopNamespace(require("./page.js")); });
//! _dynamicImport(name, function (_specifier) { return _interopNamespace(require(_specifier)); });
//! ```
//!
//! Where modules are preserved it stays, for a bundler, also in scripts. AMD has `require([specifier], …)`, SystemJS
//! `_context.import(specifier)`. UMD asks the loader that it meets. A page, for UMD and for a function that is called at once,
//! gives the globals that the caller has named.
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
//! Runtime: `_requireLater` for AMD, `_requireAnywhere` for UMD, `_dynamicImport` where the specifier is no literal, `_importWith` for such options, `_interopNamespace`.
//! Built-in: `Promise`.

use std::mem;

use swc_common::{DUMMY_SP, Span};
use swc_ecma_ast::*;
use swc_ecma_visit::VisitMutWith;

use super::Lower;
use crate::{build, helpers::Helper, modules::namespace_helper, options::Modules, problem::Problem};

impl Lower {
    pub(super) fn dynamic_import(&mut self, expr: &mut Expr) {
        let Expr::Call(call) = expr else { return };
        if self.modules == Modules::Preserve {
            return call.args.visit_mut_with(self);
        }
        let span = call.span;
        let mut args = mem::take(&mut call.args).into_iter();
        let specifier = literal(args.next().map_or_else(build::undefined, |arg| *arg.expr));
        if let Some(problem) = self.problem_of_import(span, specifier.as_ref().ok()) {
            return self.problems.push(problem);
        }
        let options = args.next().map(|options| *options.expr).filter(|options| !self.drop_options(options));
        *expr = match specifier {
            Ok(specifier) if options.is_none() && !self.facts.is_replaced("Promise") => {
                self.builtins.push("Promise");
                self.loaded_later(span, Expr::Lit(Lit::Str(specifier)))
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

    /// What the format can't do. A page has those modules that a global stands for.
    fn problem_of_import(&self, span: Span, literal: Option<&Str>) -> Option<Problem> {
        let refused = |formats| Some(Problem::not_in_format(span, "`import()`", formats));
        let page = match (self.modules, &self.linkage) {
            (Modules::Umd | Modules::Iife, Some(linkage)) => linkage,
            (Modules::Umd | Modules::Iife | Modules::None, _) => {
                return refused("`--modules commonjs`, `amd` or `system`");
            }
            _ => return None,
        };
        match literal {
            Some(specifier) => page.problem_of_global(span, &specifier.value.to_string_lossy()),
            None if self.modules == Modules::Umd => None,
            None => refused("`--modules commonjs`, `amd`, `umd` or `system`"),
        }
    }

    /// The promise of a module with a literal specifier.
    fn loaded_later(&mut self, span: Span, specifier: Expr) -> Expr {
        if !matches!(self.modules, Modules::CommonJs | Modules::Iife) {
            return self.loaded(specifier).with_span(span);
        }
        let load = self.load_function(vec![], specifier);
        // Promise.resolve().then(function () { return load; })
        let resolved = build::call_method(build::global("Promise"), "resolve", []);
        build::call_at(span, build::member(resolved, "then"), [load])
    }

    /// `function (params) { return loaded; }`
    fn load_function(&mut self, params: Vec<Ident>, specifier: Expr) -> Expr {
        let loaded = self.loaded(specifier);
        build::function(None, params, vec![build::return_at(DUMMY_SP, Some(loaded))])
    }

    /// The namespace of a module, or the promise of it.
    fn loaded(&mut self, specifier: Expr) -> Expr {
        match self.modules {
            // _context.import(specifier), in scripts System.import(specifier)
            Modules::System => {
                let loader = self.loader().unwrap_or_else(|| build::global("System"));
                build::call_method(loader, "import", [specifier])
            }
            Modules::Amd => self.promised(Helper::RequireLater, specifier),
            Modules::Umd => self.promised(Helper::RequireAnywhere, specifier),
            _ => {
                let require = self.require();
                self.namespace(build::call(require, [specifier]))
            }
        }
    }

    /// The function that loads modules.
    fn require(&mut self) -> Expr {
        let around = if self.modules == Modules::CommonJs { None } else { self.loader() };
        around.unwrap_or_else(|| self.wrapper_name("require"))
    }

    /// `_requireLater(_require, specifier).then(_interopNamespace)`
    fn promised(&mut self, helper: Helper, specifier: Expr) -> Expr {
        let require = self.require();
        let loaded = self.helper(helper, [require, specifier]);
        match namespace_helper(self.interop, self.assumptions) {
            Some(wrap) => {
                self.helpers.insert(wrap);
                build::call_method(loaded, "then", [build::constant(&self.helper_name(wrap))])
            }
            None => loaded,
        }
    }

    /// `_interopNamespace(module)`
    fn namespace(&mut self, module: Expr) -> Expr {
        match namespace_helper(self.interop, self.assumptions) {
            Some(wrap) => self.helper(wrap, [module]),
            None => module,
        }
    }

    /// What loads modules in the function around this one, if there is such a function.
    pub(super) fn loader(&mut self) -> Option<Expr> {
        let Self { linkage, facts, .. } = self;
        linkage.as_mut().map(|linkage| build::constant(&linkage.loader(facts)))
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
