//! ES modules to CommonJS.
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
//! What CommonJS can't keep: the variable of a required module has no value before `require` returns, so a function that
//! is called by way of a cycle before that can't use what its module imports from there. A name that is imported and
//! not exported is `undefined`, no error.
//!
//! With `constantReexports`: `exports.b = _m.a;` after the first line that requires. With `enumerableModuleMeta`:
//! `exports.__esModule = true;`.
//!
//! In a module with a direct `eval`, which may assign any variable, exports are read from their variables by getters.
//!
//! With [`Options::spec`](crate::Options::spec), they always are, so that they throw before they are initialised, and a namespace is an object as the specification has it.
//!
//! Runtime: `require` and `exports`; `_interopDefault`, `_interopNamespace`, `_moduleNamespace`, `_exportStar`.

use rustc_hash::FxHashMap;
use swc_atoms::{Atom, Wtf8Atom};
use swc_common::{DUMMY_SP, Span};
use swc_ecma_ast::*;

use crate::{
    assumptions::Assumptions,
    build,
    helpers::Helper,
    lower::names_in_pattern,
    scope::{BindingKind, Facts, SymbolId, symbol_id},
};

/// Names of the wrapper that CommonJS puts around a module, and of what the module's first lines use. A variable of
/// the module that has one of them gets another.
const TAKEN: &[&str] = &["exports", "require", "module", "__filename", "__dirname", "Object"];

/// What a module imports and exports.
#[derive(Debug)]
pub(crate) struct CommonJs {
    /// The object of exports: `exports`, or an alias in a file that uses this name otherwise.
    exports: Atom,
    assumptions: Assumptions,
    /// Whether exports are read from their variables, and namespaces are what the specification says.
    spec: bool,
    /// It has an `export`, if only `export {}`.
    has_exports: bool,
    requests: Vec<Request>,
    /// Their numbers, by what they are required by.
    numbers: FxHashMap<Wtf8Atom, usize>,
    imports: FxHashMap<SymbolId, Import>,
    /// The names under which variables of the module are exported.
    exported: FxHashMap<SymbolId, Vec<Atom>>,
    /// What has no value before the module runs.
    later: Vec<Atom>,
    /// Functions, which have theirs: (the function, the name it is exported by).
    functions: Vec<(Atom, Atom)>,
    /// With `spec`, and where a direct `eval` may assign them, the exports that are read from variables of the module.
    live: Vec<LiveExport>,
    /// With `spec`, the variable of a default export that has no name.
    default: Option<Atom>,
    /// What other modules hold.
    forwarded: Vec<(Atom, Import)>,
}

/// An export that is read from its variable each time.
#[derive(Debug)]
struct LiveExport {
    name: Atom,
    variable: Atom,
    /// What the variable is called in the source, if it may be read before it is initialised.
    checked_as: Option<Atom>,
}

/// A module that is required.
#[derive(Debug)]
struct Request {
    specifier: Str,
    span: Span,
    /// A base for the names of its variables.
    base: String,
    has_named: bool,
    has_default: bool,
    /// The variable for what `require` gives, if there is one.
    module: Option<Atom>,
    /// The variable for what has the default import.
    default: Option<Atom>,
    /// Variables for the namespace object.
    namespaces: Vec<Atom>,
    /// `export * from`
    is_spread: bool,
}

/// What is imported.
#[derive(Debug, Clone)]
struct Import {
    request: usize,
    name: ImportName,
}

#[derive(Debug, Clone)]
enum ImportName {
    Default,
    Named(Atom),
    /// The namespace object, in this variable.
    Namespace(Atom),
}

impl CommonJs {
    /// Learns what the items of a module import and export, and chooses names for what is made of it.
    pub(crate) fn new(items: &[ModuleItem], facts: &mut Facts, assumptions: Assumptions, spec: bool) -> Self {
        free_taken_names(facts);
        let mut this = Self {
            exports: exports_name(facts),
            assumptions,
            spec,
            live: vec![],
            default: None,
            // With `spec`, a module that exports nothing has a namespace as well.
            has_exports: spec,
            requests: vec![],
            numbers: FxHashMap::default(),
            imports: FxHashMap::default(),
            exported: FxHashMap::default(),
            later: vec![],
            functions: vec![],
            forwarded: vec![],
        };
        let declarations = || items.iter().filter_map(ModuleItem::as_module_decl);
        for decl in declarations() {
            if let ModuleDecl::Import(import) = decl {
                this.import(import, facts);
            } else {
                this.has_exports = true;
                this.forward(decl, facts);
            }
        }
        declarations().for_each(|decl| this.export(decl, facts));
        this.requests.iter_mut().for_each(|request| request.choose_names(facts));
        this
    }

    /// What a name stands for that is imported.
    pub(crate) fn imported(&self, ident: &Ident) -> Option<Expr> {
        self.imports.get(&symbol_id(ident)).map(|import| self.value(import))
    }

    /// Whether the value of a variable is exported.
    pub(crate) fn is_exported(&self, ident: &Ident) -> bool {
        self.exported.contains_key(&symbol_id(ident))
    }

    /// `exports.a = exports.b = value`, for the names under which `ident` is exported.
    pub(crate) fn exporting(&self, ident: &Ident, value: Expr) -> Expr {
        match self.exported.get(&symbol_id(ident)) {
            Some(names) => names.iter().rev().fold(value, |value, name| build::assign(self.property(name), value)),
            None => value,
        }
    }

    /// `exports.default = value`, or `_default = value`
    pub(crate) fn export_default(&self, value: Expr) -> Expr {
        let target = self.default.as_ref().map_or_else(|| self.property("default"), build::name);
        build::assign(target, value)
    }

    /// The variable of a default export that has no name, if it needs one.
    pub(crate) fn default_variable(&self) -> Option<&Atom> {
        self.default.as_ref()
    }

    /// `exports.name`
    fn property(&self, name: &str) -> Expr {
        build::member(build::constant(&self.exports), name)
    }
}

// Learning.
impl CommonJs {
    fn import(&mut self, import: &ImportDecl, facts: &Facts) {
        let request = self.request(&import.src, import.span);
        for specifier in &import.specifiers {
            let (local, name) = match specifier {
                ImportSpecifier::Default(default) => (&default.local, ImportName::Default),
                ImportSpecifier::Named(named) => {
                    let imported = named.imported.as_ref().map_or_else(|| named.local.sym.clone(), export_name);
                    (&named.local, named_import(imported))
                }
                ImportSpecifier::Namespace(namespace) => {
                    let variable = facts.output_name(symbol_id(&namespace.local)).clone();
                    (&namespace.local, ImportName::Namespace(variable))
                }
            };
            let import = self.want(request, name);
            self.imports.insert(symbol_id(local), import);
        }
    }

    /// `export … from`
    fn forward(&mut self, decl: &ModuleDecl, facts: &mut Facts) {
        match decl {
            ModuleDecl::ExportAll(export) => {
                let request = self.request(&export.src, export.span);
                self.requests[request].is_spread = true;
            }
            ModuleDecl::ExportNamed(NamedExport { src: Some(src), specifiers, span, .. }) => {
                let request = self.request(src, *span);
                for specifier in specifiers {
                    let (name, exported) = match specifier {
                        ExportSpecifier::Namespace(namespace) => {
                            let exported = export_name(&namespace.name);
                            (ImportName::Namespace(facts.names.fresh(&exported)), exported)
                        }
                        specifier => {
                            let Some((orig, exported)) = named_export(specifier) else { continue };
                            (named_import(export_name(orig)), exported)
                        }
                    };
                    let import = self.want(request, name);
                    self.forwarded.push((exported, import));
                }
            }
            _ => {}
        }
    }

    /// What a declaration exports of the module itself.
    fn export(&mut self, decl: &ModuleDecl, facts: &mut Facts) {
        match decl {
            ModuleDecl::ExportDecl(export) => {
                for ident in names_of_declaration(&export.decl) {
                    self.export_local(&ident, ident.sym.clone(), facts);
                }
            }
            ModuleDecl::ExportNamed(export) if export.src.is_none() => {
                for (orig, exported) in export.specifiers.iter().filter_map(named_export) {
                    if let ModuleExportName::Ident(local) = orig {
                        self.export_local(local, exported, facts);
                    }
                }
            }
            ModuleDecl::ExportDefaultDecl(ExportDefaultDecl { decl, .. }) => match decl {
                DefaultDecl::Fn(FnExpr { ident: Some(ident), .. })
                | DefaultDecl::Class(ClassExpr { ident: Some(ident), .. }) => {
                    self.export_local(ident, "default".into(), facts);
                }
                DefaultDecl::Fn(_) if !self.spec => {}
                _ => self.export_unnamed(facts),
            },
            ModuleDecl::ExportDefaultExpr(_) => self.export_unnamed(facts),
            _ => {}
        }
    }

    /// A default export that has no name.
    fn export_unnamed(&mut self, facts: &mut Facts) {
        let name = Atom::from("default");
        if !self.spec {
            return self.later.push(name);
        }
        let variable = facts.names.fresh(&name);
        self.default = Some(variable.clone());
        self.live.push(LiveExport { checked_as: Some(name.clone()), name, variable });
    }

    fn export_local(&mut self, local: &Ident, exported: Atom, facts: &mut Facts) {
        let id = symbol_id(local);
        if let Some(import) = self.imports.get(&id) {
            return self.forwarded.push((exported, import.clone()));
        }
        let symbol = &mut facts.symbols[id as usize];
        let may_be_assigned_unseen = facts.functions[0].has_eval && !symbol.kind.is_immutable();
        if self.spec || may_be_assigned_unseen {
            symbol.is_checked |= self.spec && symbol.kind.has_tdz();
            let checked_as = symbol.is_checked.then(|| local.sym.clone());
            let variable = facts.output_name(id).clone();
            return self.live.push(LiveExport { name: exported, variable, checked_as });
        }
        let symbol = &facts.symbols[id as usize];
        match symbol.kind {
            // A function that got another name is assigned with its exports.
            BindingKind::Function if symbol.renamed.is_none() => {
                self.functions.push((local.sym.clone(), exported.clone()))
            }
            _ => self.later.push(exported.clone()),
        }
        self.exported.entry(id).or_default().push(exported);
    }

    /// The number of a module, which is required once.
    fn request(&mut self, src: &Str, span: Span) -> usize {
        let number = *self.numbers.entry(src.value.clone()).or_insert(self.requests.len());
        if number < self.requests.len() {
            return number;
        }
        self.requests.push(Request {
            specifier: Str { raw: None, ..src.clone() },
            span,
            base: base_name(&src.value.to_string_lossy()).to_owned(),
            has_named: false,
            has_default: false,
            module: None,
            default: None,
            namespaces: vec![],
            is_spread: false,
        });
        number
    }

    /// Notes that something is imported.
    fn want(&mut self, request: usize, name: ImportName) -> Import {
        let wanted = &mut self.requests[request];
        match &name {
            ImportName::Default => wanted.has_default = true,
            ImportName::Named(_) => wanted.has_named = true,
            ImportName::Namespace(variable) => wanted.namespaces.push(variable.clone()),
        }
        Import { request, name }
    }

    fn value(&self, import: &Import) -> Expr {
        let Request { module, default, .. } = &self.requests[import.request];
        let variable = |variable: &Option<Atom>| variable.as_ref().map_or_else(build::undefined, build::name);
        match &import.name {
            ImportName::Default => build::member(variable(default), "default"),
            ImportName::Named(name) => build::member(variable(module), name),
            ImportName::Namespace(variable) => build::name(variable),
        }
    }
}

// The first statements of the output.
impl CommonJs {
    /// What makes `exports` ready, up to the point where functions must be there.
    pub(crate) fn opening(&self, helper: &mut CallHelper<'_>) -> Vec<Stmt> {
        let mut stmts = vec![];
        if self.has_exports && &*self.exports != "exports" {
            // var _exports = exports;
            stmts.push(build::var(build::ident(&self.exports), build::global("exports")));
        }
        if self.has_exports {
            stmts.push(self.mark());
        }
        let (special, later): (Vec<_>, Vec<_>) = self.later.iter().partition(|name| &***name == "__proto__");
        stmts.extend(special.into_iter().map(|name| self.create(name, build::undefined())));
        for names in later.chunks(32) {
            // exports.a = exports.b = void 0;
            let assign = |value, name: &&Atom| build::assign(self.property(name), value);
            stmts.push(build::statement(names.iter().rev().fold(build::undefined(), assign)));
        }
        for LiveExport { name, variable, checked_as } in &self.live {
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
    pub(crate) fn links(&self, helper: &mut CallHelper<'_>) -> Vec<Stmt> {
        let mut stmts = vec![];
        for (function, name) in &self.functions {
            stmts.push(self.create(name, build::name(function)));
        }
        if !self.assumptions.constant_reexports {
            stmts.extend(self.forwarded.iter().map(|(name, import)| self.forwarding(name, import)));
        }
        self.requests.iter().for_each(|request| self.require(request, helper, &mut stmts));
        if self.assumptions.constant_reexports {
            for (name, import) in &self.forwarded {
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
        let require = || {
            let specifier = Expr::Lit(Lit::Str(specifier.clone()));
            build::call_at(*span, build::global("require"), [specifier])
        };
        // Where it has no variable, the module is used once.
        let given = || module.as_ref().map_or_else(require, build::name);
        let mut declarators = vec![];
        let mut declare = |name: &Atom, value| declarators.push(build::declarator(build::ident(name), Some(value)));
        if let Some(module) = module {
            declare(module, require());
        }
        if let Some(default) = default {
            declare(default, helper(Helper::InteropDefault, vec![given()]));
        }
        for (index, namespace) in namespaces.iter().enumerate() {
            let value = match index {
                0 if self.spec => helper(Helper::ModuleNamespace, vec![given()]),
                0 => helper(Helper::InteropNamespace, vec![given()]),
                _ => build::name(&namespaces[0]),
            };
            declare(namespace, value);
        }
        if !declarators.is_empty() {
            stmts.push(build::var_at(*span, declarators));
        }
        if *is_spread {
            let args = vec![given(), build::name(&self.exports)];
            let copy = if self.assumptions.constant_reexports { Helper::ExportValues } else { Helper::ExportStar };
            stmts.push(build::statement_at(*span, helper(copy, args)));
        } else if request.uses() == 0 {
            stmts.push(build::statement_at(*span, require()));
        }
    }
}

/// Makes the call of a helper.
type CallHelper<'a> = dyn FnMut(Helper, Vec<Expr>) -> Expr + 'a;

impl Request {
    /// For how many things what `require` gives is needed.
    fn uses(&self) -> usize {
        let Self { has_named, has_default, namespaces, is_spread, .. } = self;
        [*has_named, *has_default, !namespaces.is_empty(), *is_spread].into_iter().filter(|used| *used).count()
    }

    /// Chooses names for the variables that are needed.
    fn choose_names(&mut self, facts: &mut Facts) {
        if self.has_named || self.uses() > 1 {
            self.module = Some(facts.names.fresh(&self.base));
        }
        if self.has_default {
            self.default = Some(facts.names.fresh(&self.base));
        }
    }
}

/// Gives other names to variables of the module that have a name which is taken.
fn free_taken_names(facts: &mut Facts) {
    for index in 1..facts.symbols.len() {
        let symbol = &facts.symbols[index];
        let name = facts.names.atom(symbol.name).clone();
        if symbol.is_variable_of_file() && TAKEN.contains(&&*name) {
            let renamed = facts.names.fresh(&name);
            facts.symbols[index].renamed = Some(renamed);
        }
    }
}

/// The name by which the file can say `exports` everywhere.
fn exports_name(facts: &mut Facts) -> Atom {
    let name = Atom::from("exports");
    if facts.names.find(&name).is_some() {
        return facts.names.fresh(&name);
    }
    // From here on, no function is given this name.
    facts.names.reserve(&name);
    name
}

/// `foo-bar` for `../lib/foo-bar.js`.
fn base_name(specifier: &str) -> &str {
    let file = specifier.rsplit('/').find(|part| !part.is_empty()).unwrap_or_default();
    file.split('.').find(|part| !part.is_empty()).unwrap_or("module")
}

fn named_import(name: Atom) -> ImportName {
    if &*name == "default" { ImportName::Default } else { ImportName::Named(name) }
}

fn named_export(specifier: &ExportSpecifier) -> Option<(&ModuleExportName, Atom)> {
    match specifier {
        ExportSpecifier::Named(named) => {
            Some((&named.orig, export_name(named.exported.as_ref().unwrap_or(&named.orig))))
        }
        _ => None,
    }
}

fn export_name(name: &ModuleExportName) -> Atom {
    name.atom().into_owned()
}

/// The names that an exported declaration declares.
fn names_of_declaration(decl: &Decl) -> Vec<Ident> {
    match decl {
        Decl::Fn(function) => vec![function.ident.clone()],
        Decl::Class(class) => vec![class.ident.clone()],
        Decl::Var(var) => {
            let mut names = vec![];
            var.decls.iter().for_each(|declarator| names_in_pattern(&declarator.name, &mut names));
            names
        }
        _ => vec![],
    }
}
