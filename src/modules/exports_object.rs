//! Modules whose exports are the properties of an object: CommonJS, AMD, UMD, and functions that are called at once.
//!
//! ```js
//! import d, { a as b } from "./m";
//! export let n = 0;
//! export function f() { n++; b(d); }
//! export { b };
//! // becomes
//! "use strict";
//! Object.defineProperty(exports, "__esModule", { value: true });
//! exports.n = void 0;
//! exports.f = f;
//! Object.defineProperty(exports, "b", { enumerable: true, get: function get() { return _m.a; } });
//! var _m = require("./m"), _m2 = _interopDefault(_m);
//! var n = exports.n = 0;
//! function f() { exports.n = ++n; (0, _m.a)(_m2.default); }
//! ```
//!
//! Where a function stands around the module ([`wrapper`](super::wrapper)), it gets `exports` and the modules that are
//! imported as arguments, in place of `require`.
//!
//! The conventions are those of Babel, SWC and TypeScript, so that the output of all four works together: a lowered
//! module says so by `__esModule`; of any other module, the default import is what `require` gives.
//!
//! The rules that are easy to miss:
//! - imports are live: `b` is read from its module each time it is used, and is called without a receiver;
//! - exports are live: whatever assigns an exported variable assigns `exports` too;
//! - modules that import each other find each other's functions, and the names of all exports, before either has run:
//!   they are there before the first `require`;
//! - all imports come first, in the order of the source, wherever they stand;
//! - an export named `__proto__` is defined before it is assigned, or it would give `exports` a prototype;
//! - `export *` gives neither a default nor what the module exports by name.
//!
//! What can't be kept: the variable of a required module has no value before `require` returns, so a function that
//! is called by way of a cycle before that can't use what its module imports from there. A name that is imported and
//! not exported is `undefined`, no error.
//!
//! With `constantReexports`: `exports.b = _m.a;` after the first line that requires. With `enumerableModuleMeta`:
//! `exports.__esModule = true;`.
//!
//! By [`Options::interop`](crate::Options::interop), the default import is `_m` itself (`node`) or `_m.default` (`none`),
//! without a helper. With [`Options::module_exports`](crate::Options::module_exports), the last line of a module whose only
//! export is the default one is `module.exports = exports.default;`. It comes last, so that modules that import each
//! other still find the default by the object that they got. A function that nothing reassigns is there from the
//! beginning: `module.exports = f;` stands before the first `require`, and there is no object of exports.
//!
//! In a module with a direct `eval`, which may assign any variable, exports are read from their variables by getters.
//!
//! Without `initializedBindings`, they always are, so that they throw before they are initialized; without
//! `exportsAreNamespaces`, a namespace is an object as the specification has it.
//!
//! Runtime: `require` and `exports`; `_interopDefault`, `_interopNamespace`, `_nodeNamespace`, `_moduleNamespace`,
//! `_exportStar`, `_exportStars`.

use swc_atoms::Atom;
use swc_common::DUMMY_SP;
use swc_ecma_ast::*;

use super::{
    CallHelper, Linkage, namespace_helper,
    record::{Import, LiveExport, Request},
};
use crate::{build, helpers::Helper, options::Modules};

impl Linkage {
    /// What makes `exports` ready, up to the point where functions must be there.
    pub(super) fn open_exports(&self, helper: &mut CallHelper<'_>) -> Vec<Stmt> {
        let mut stmts = vec![];
        if self.has_exports && self.form == Modules::CommonJs && &*self.exports != "exports" {
            // var _exports = exports;
            stmts.push(build::var(build::ident(&self.exports), build::global("exports")));
        }
        if self.has_exports {
            stmts.push(self.mark());
        }
        let (special, later): (Vec<_>, Vec<_>) = self.record.later.iter().partition(|name| &***name == "__proto__");
        stmts.extend(special.into_iter().map(|name| self.create(name, build::undefined())));
        for names in later.chunks(32) {
            // exports.a = exports.b = void 0;
            let assign = |value, name: &&Atom| build::assign(self.property(name), value);
            stmts.push(build::statement(names.iter().rev().fold(build::undefined(), assign)));
        }
        for LiveExport { name, variable, checked_as } in &self.record.live {
            let value = build::name(variable);
            // Object.defineProperty(exports, "a", { enumerable: true, get: function get() { return _initialized(a, "a"); } });
            let value = match checked_as {
                Some(source_name) => helper(Helper::Initialized, vec![value, build::str(&**source_name)]),
                None => value,
            };
            stmts.push(self.getter(name, value));
        }
        stmts
    }

    /// The exports that need no other module, those that forward to one, and the `require`s.
    pub(super) fn link_exports(&self, helper: &mut CallHelper<'_>) -> Vec<Stmt> {
        let mut stmts = vec![];
        for (function, name) in &self.record.functions {
            stmts.push(self.create(name, build::name(function)));
        }
        if !self.assumptions.constant_reexports {
            stmts.extend(self.record.forwarded.iter().map(|(name, import)| self.forwarding(name, import)));
        }
        self.record.requests.iter().for_each(|request| self.require(request, helper, &mut stmts));
        if self.assumptions.constant_reexports {
            for (name, import) in &self.record.forwarded {
                stmts.push(self.create(name, self.value(import)));
            }
        }
        stmts
    }

    /// `Object.defineProperty(exports, "__esModule", { value: true });`, or `exports.__esModule = true;`
    fn mark(&self) -> Stmt {
        if self.assumptions.enumerable_module_meta {
            return build::statement(build::assign(self.property("__esModule"), build::bool(true)));
        }
        let mark = build::object(vec![build::property("value", build::bool(true))]);
        self.define("__esModule", mark)
    }

    /// `Object.defineProperty(exports, "b", { enumerable: true, get: function get() { return _m.a; } });`
    fn forwarding(&self, name: &str, import: &Import) -> Stmt {
        self.getter(name, self.value(import))
    }

    fn getter(&self, name: &str, value: Expr) -> Stmt {
        let hides_value = value.is_ident_ref_to("get");
        let function_name = (!hides_value).then(|| build::ident(&"get".into()));
        let body = vec![build::return_at(DUMMY_SP, Some(value))];
        let getter = build::property("get", build::function(function_name, vec![], body));
        let property = build::object(vec![build::property("enumerable", build::bool(true)), getter]);
        self.define(name, property)
    }

    /// `exports.name = value;`, or `Object.defineProperty(exports, "__proto__", { value: value, … });`
    fn create(&self, name: &str, value: Expr) -> Stmt {
        if name != "__proto__" {
            return build::statement(build::assign(self.property(name), value));
        }
        let flags = ["writable", "enumerable", "configurable"].map(|flag| build::property(flag, build::bool(true)));
        let property = [build::property("value", value)].into_iter().chain(flags).collect();
        self.define(name, build::object(property))
    }

    /// `Object.defineProperty(exports, "name", property);`
    fn define(&self, name: &str, property: Expr) -> Stmt {
        let args = vec![build::name(&self.exports), build::str(name), property];
        build::statement(build::call_method(build::global("Object"), "defineProperty", args))
    }

    /// `var _m = require("m"), _m2 = _interopDefault(_m), ns = _interopNamespace(_m);`
    fn require(&self, request: &Request, helper: &mut CallHelper<'_>, stmts: &mut Vec<Stmt>) {
        let Request { specifier, span, module, default, namespaces, is_spread, .. } = request;
        let is_given = self.form != Modules::CommonJs;
        let require = || {
            let specifier = Expr::Lit(Lit::Str(specifier.clone()));
            build::call_at(*span, build::global("require"), [specifier])
        };
        // Where it has no variable, the module is used once.
        let given = || module.as_ref().map_or_else(require, build::name);
        let mut declarators = vec![];
        let mut declare = |name: &Atom, value| declarators.push(build::declarator(build::ident(name), Some(value)));
        if let Some(module) = module.as_ref().filter(|_| !is_given) {
            declare(module, require());
        }
        if let Some(default) = default {
            declare(default, helper(Helper::InteropDefault, vec![given()]));
        }
        for (index, namespace) in namespaces.iter().enumerate() {
            let value = match (index, namespace_helper(self.interop, self.assumptions)) {
                (0, Some(wrap)) => helper(wrap, vec![given()]),
                (0, None) => given(),
                _ => build::name(&namespaces[0]),
            };
            declare(namespace, value);
        }
        if !declarators.is_empty() {
            stmts.push(build::var_at(*span, declarators));
        }
        if *is_spread {
            let args = vec![given(), build::name(&self.exports)];
            let copy = match self.assumptions.constant_reexports {
                true => Helper::ExportValues,
                false if self.record.spreads == 1 => Helper::ExportStar,
                false => Helper::ExportStars,
            };
            stmts.push(build::statement_at(*span, helper(copy, args)));
        } else if request.uses() == 0 && !is_given {
            stmts.push(build::statement_at(*span, require()));
        }
    }
}
