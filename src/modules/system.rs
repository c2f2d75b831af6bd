//! Modules for SystemJS.
//!
//! ```js
//! import { a } from "./m";  export { b } from "./m";  export let n = a;  export function f() { n++; }
//! // becomes
//! System.register(["./m"], function (_export) {
//!   "use strict";
//!   var _m, n;
//!   _export("n", void 0);
//!   function f() { var _n; _n = n++, _export("n", n), _n; }
//!   _export("f", f);
//!   return {
//!     setters: [function (module) { _m = module; _export("b", module.b); }],
//!     execute: function () { n = _export("n", _m.a); }
//!   };
//! });
//! ```
//!
//! The function that is registered runs before any module does: functions exist from then on, and are exported, so that
//! modules that import each other find them. Variables belong to it; `execute` assigns them. A setter is called when its
//! module is linked, and whenever that exports anew: it passes on what is exported again.
//!
//! The rules that are easy to miss:
//! - `export *` gives neither a default nor what the module exports by name;
//! - with `await` at the top of the module, `execute` gives a promise.
//!
//! Helpers of another module are set as what is imported is. They are there when the first module runs, so the function
//! that is registered itself may call none: such a file is refused.
//!
//! Runtime: `_exportNames` for `export *`.

use swc_atoms::Atom;
use swc_common::DUMMY_SP;
use swc_ecma_ast::*;
use swc_ecma_visit::{Visit, VisitWith};

use super::{
    CallHelper, Linkage,
    record::{ImportName, Request},
};
use crate::{build, helpers::Helper};

/// What the function that is registered gives.
#[derive(Debug)]
pub(super) struct Registered {
    setters: Vec<Expr>,
    execute: Expr,
}

impl Registered {
    /// `return { setters: [function (module) { … }], execute: function () { … } };`
    pub(super) fn into_return(self) -> Stmt {
        let setters = build::property("setters", build::array(self.setters));
        build::return_at(DUMMY_SP, Some(build::object(vec![setters, build::property("execute", self.execute)])))
    }

    /// `function (module) { _forOf = module.forOf; }`, for helpers: (exported name, name in the file).
    pub(super) fn set_helpers(&mut self, names: &[(&str, Atom)]) {
        let set = |(exported, name): &(&str, Atom)| {
            build::statement(build::assign(build::name(name), build::member(build::global("module"), exported)))
        };
        self.setters.push(build::function(None, vec![build::ident(&"module".into())], names.iter().map(set).collect()));
    }
}

/// Whether one of `names` is read by `stmts` themselves, and not by functions in them.
pub(super) fn is_read_at_once(stmts: &[Stmt], names: &[(&str, Atom)]) -> bool {
    let mut reads = Reads { names, found: false };
    stmts.visit_with(&mut reads);
    reads.found
}

struct Reads<'a> {
    names: &'a [(&'a str, Atom)],
    found: bool,
}

impl Visit for Reads<'_> {
    fn visit_function(&mut self, _: &Function) {}

    fn visit_ident(&mut self, ident: &Ident) {
        self.found |= self.names.iter().any(|(_, name)| *name == ident.sym);
    }
}

impl Linkage {
    /// The names of all exports, before one of them has a value.
    pub(super) fn open_registered(&self) -> Vec<Stmt> {
        let names = self.record.later.iter();
        names.map(|name| build::statement(self.export(name, build::undefined()))).collect()
    }

    pub(super) fn export_functions(&self) -> Vec<Stmt> {
        let functions = self.record.functions.iter();
        functions.map(|(function, name)| build::statement(self.export(name, build::name(function)))).collect()
    }

    /// The variables that setters assign, and what they hold before: no setter gives the namespace of a module that
    /// exports nothing.
    pub(crate) fn imported_variables(&self) -> Vec<(Atom, Option<Expr>)> {
        let mut variables = vec![];
        for request in &self.record.requests {
            variables.extend(request.module.iter().map(|module| (module.clone(), None)));
            let namespaces = self.imported_namespaces(request);
            variables.extend(namespaces.map(|variable| (variable.clone(), Some(build::object(vec![])))));
        }
        variables
    }

    /// Takes what runs the module, and makes the setters.
    pub(crate) fn register(&mut self, execute: Expr, helper: &mut CallHelper<'_>) {
        let setters = self.record.requests.iter().map(|request| self.setter(request, helper)).collect();
        self.registered = Some(Registered { setters, execute });
    }

    fn setter(&self, request: &Request, helper: &mut CallHelper<'_>) -> Expr {
        let module = || build::global("module");
        let variables = request.module.iter().chain(self.imported_namespaces(request));
        let mut exprs: Vec<Expr> = variables.map(|variable| build::assign(build::name(variable), module())).collect();
        for (exported, import) in &self.record.forwarded {
            if !std::ptr::eq(&self.record.requests[import.request], request) {
                continue;
            }
            let value = match &import.name {
                ImportName::Default => build::member(module(), "default"),
                ImportName::Named(name) => build::member(module(), name),
                ImportName::Namespace(_) => module(),
            };
            exprs.push(self.export(exported, value));
        }
        if request.is_spread {
            // _exportNames(module, _export, ["a", "b"]);
            let own = self.record.own_exports().map(|name| build::str(&**name)).collect();
            exprs.push(helper(Helper::ExportNames, vec![module(), build::constant(&self.exports), build::array(own)]));
        }
        let params = if exprs.is_empty() { vec![] } else { vec![build::ident(&"module".into())] };
        build::function(None, params, exprs.into_iter().map(build::statement).collect())
    }

    /// The variables of `import * as`; those of `export * as` are not needed.
    fn imported_namespaces<'a>(&'a self, request: &'a Request) -> impl Iterator<Item = &'a Atom> {
        let imports = &self.record.imports;
        request.namespaces.iter().filter(move |variable| {
            imports.values().any(|import| matches!(&import.name, ImportName::Namespace(it) if it == *variable))
        })
    }
}
