//! What becomes of `import` and `export` where they do not stay.
//!
//! [`record`] holds what a module imports and exports and knows no format. A format says how an imported name is read
//! and an exported one is written, and what stands around the module:
//!
//! | format | an import is read | an export is written | around |
//! | --- | --- | --- | --- |
//! | CommonJS | `_m.a` | `exports.a = value` | nothing: the loader puts a function around |
//! | AMD, UMD, a function called at once | `_m.a` | `exports.a = value` | a function that gets the modules ([`wrapper`]) |
//! | SystemJS | `_m.a` | `_export("a", value)` | `System.register` ([`system`]) |
//! | none | refused | nothing: nobody takes it | nothing |

mod exports_object;
mod record;
mod system;
mod wrapper;

use swc_atoms::Atom;
use swc_common::{DUMMY_SP, Span};
use swc_ecma_ast::*;

pub(crate) use self::wrapper::Wrapper;
use self::{
    record::{Import, ImportName, Record, Request},
    system::Registered,
    wrapper::Globals,
};
use crate::{
    assumptions::Assumptions,
    build,
    helpers::Helper,
    options::{Interop, Modules, Options},
    problem::Problem,
    scope::{Facts, SymbolId, is_built_in, symbol_id},
};

/// Names of the wrapper that CommonJS puts around a module, and of what the first lines of a module use. A variable of
/// the module that has one of them gets another.
const NAMES_OF_COMMONJS: &[&str] = &["exports", "require", "module", "__filename", "__dirname", "Object"];

/// The same where a function of ours stands around, which chooses its names. The last two are read for
/// `import.meta.url`.
pub(crate) const NAMES_OF_WRAPPERS: &[&str] = &["Object", "document", "location"];

/// Makes the call of a helper.
type CallHelper<'a> = dyn FnMut(Helper, Vec<Expr>) -> Expr + 'a;

/// When a module gives its default export, the only one, in place of its exports.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum LoneDefault {
    Never,
    /// Before it requires others, as `module.exports`, which is all that is exported: it is a function and stays that.
    AtStart,
    AtEnd,
}

/// A module and the format that it gets.
#[derive(Debug)]
pub(crate) struct Linkage {
    record: Record,
    /// Not [`Modules::Preserve`].
    form: Modules,
    /// It has an object of exports.
    has_exports: bool,
    /// The object of exports: `exports`, or an alias in a file that uses this name otherwise. For SystemJS, the function
    /// that exports.
    exports: Atom,
    /// What AMD and UMD call the `require` that they are given, and SystemJS its context, once something needs it.
    loader: Option<Atom>,
    /// The variable that holds the URL of the module, once something needs it.
    url: Option<Atom>,
    /// What AMD and UMD call the module itself, for its URL.
    module: Option<Atom>,
    globals: Globals,
    interop: Interop,
    lone_default: LoneDefault,
    /// For SystemJS, what runs the module, once that is made.
    registered: Option<Registered>,
    assumptions: Assumptions,
}

impl Linkage {
    /// Learns what the items of a module import and export, and chooses names for what is made of it.
    pub(crate) fn new(items: &[ModuleItem], facts: &mut Facts, options: &Options) -> Self {
        let (form, assumptions) = (options.modules, options.assumed());
        match form {
            Modules::CommonJs => free_names(facts, NAMES_OF_COMMONJS),
            Modules::Amd | Modules::Umd | Modules::Iife => free_names(facts, NAMES_OF_WRAPPERS),
            Modules::System | Modules::None | Modules::Preserve => {}
        }
        let exports = match form {
            Modules::System => facts.names.fresh("export"),
            _ => exports_name(facts),
        };
        let has_object = !matches!(form, Modules::System | Modules::None);
        let mut record = Record::new(items, facts, !assumptions.initialized_bindings && has_object);
        if form == Modules::None {
            free_globals(&record, facts);
        }
        // The loader of SystemJS knows what is in a module.
        let interop = if form == Modules::System { Interop::None } else { options.interop };
        for request in &mut record.requests {
            choose_names(request, form, interop, facts);
        }
        let lone_default = match form {
            _ if !options.module_exports || !has_object || !record.has_default_alone() => LoneDefault::Never,
            Modules::CommonJs if record.default_is_constant_function(facts) => LoneDefault::AtStart,
            _ => LoneDefault::AtEnd,
        };
        let has_exports = match form {
            Modules::None => false,
            _ if lone_default == LoneDefault::AtStart => false,
            // A module that exports nothing has a namespace object as well.
            Modules::CommonJs => record.has_exports || !assumptions.exports_are_namespaces,
            _ => record.has_exports,
        };
        Self {
            record,
            form,
            has_exports,
            exports,
            loader: None,
            url: None,
            module: None,
            globals: Globals::new(options),
            interop,
            lone_default,
            registered: None,
            assumptions,
        }
    }

    /// What the format cannot say. The second list holds warnings.
    pub(crate) fn problems(&self, facts: &Facts) -> (Vec<Problem>, Vec<Problem>) {
        let Record { requests, live, .. } = &self.record;
        match self.form {
            Modules::None => {
                let imports = requests.iter().map(|request| Problem::import_in_script(request.span));
                let symbols = self.record.exported.keys().map(|id| &facts.symbols[*id as usize]);
                let renamed = symbols.filter(|symbol| symbol.output.renamed.is_some());
                let renamed = renamed.map(|symbol| Problem::renamed_export(symbol.span, facts.names.atom(symbol.name)));
                (imports.chain(renamed).collect(), vec![])
            }
            Modules::System => (live.iter().map(|export| Problem::export_and_eval(&export.name)).collect(), vec![]),
            Modules::Umd | Modules::Iife => self.globals.problems(self.form, requests, self.has_exports),
            Modules::Preserve | Modules::CommonJs | Modules::Amd => (vec![], vec![]),
        }
    }

    /// What a name stands for that is imported.
    pub(crate) fn imported(&self, ident: &Ident) -> Option<Expr> {
        self.record.imports.get(&symbol_id(ident)).map(|import| self.value(import))
    }

    /// Whether the value of a variable is exported.
    pub(crate) fn is_exported(&self, ident: &Ident) -> bool {
        self.form != Modules::None && self.record.exported.contains_key(&symbol_id(ident))
    }

    /// `exports.a = exports.b = value`, for the names under which `ident` is exported.
    pub(crate) fn exporting(&self, ident: &Ident, value: Expr) -> Expr {
        match self.record.exported.get(&symbol_id(ident)) {
            Some(names) => names.iter().rev().fold(value, |value, name| self.export(name, value)),
            None => value,
        }
    }

    /// `exports.default = value`, or `_default = value`
    pub(crate) fn export_default(&self, value: Expr) -> Expr {
        match &self.record.default {
            Some(variable) => build::assign(build::name(variable), value),
            None => self.export("default", value),
        }
    }

    /// The variable of a default export that has no name, if it needs one.
    pub(crate) fn default_variable(&self) -> Option<&Atom> {
        self.record.default.as_ref()
    }

    /// What comes before the statements of the module, up to the point where functions must be there.
    pub(crate) fn opening(&self, helper: &mut CallHelper<'_>) -> Vec<Stmt> {
        match self.form {
            Modules::None => vec![],
            Modules::System => self.open_registered(),
            _ => self.declared_url(helper).into_iter().chain(self.open_exports(helper)).collect(),
        }
    }

    /// `var _url = _scriptUrl();`, in AMD `var _url = _absoluteUrl(_module.uri);`, in UMD one of these.
    fn declared_url(&self, helper: &mut CallHelper<'_>) -> Option<Stmt> {
        let url = self.url.as_ref()?;
        let mut of_module = |module| helper(Helper::AbsoluteUrl, vec![build::member(build::name(module), "uri")]);
        let value = match &self.module {
            // _module ? _absoluteUrl(_module.uri) : _scriptUrl()
            Some(module) if self.form == Modules::Umd => {
                let of_module = of_module(module);
                build::conditional(build::name(module), of_module, helper(Helper::ScriptUrl, vec![]))
            }
            Some(module) => of_module(module),
            None => helper(Helper::ScriptUrl, vec![]),
        };
        Some(build::var(build::ident(url), value))
    }

    /// The exports that need no other module, those that forward to one, and the modules themselves.
    pub(crate) fn links(&self, helper: &mut CallHelper<'_>) -> Vec<Stmt> {
        match self.form {
            Modules::None => vec![],
            Modules::System => self.export_functions(),
            _ => self.link_exports(helper),
        }
    }

    /// What the module gives in place of its exports, as its last statement.
    pub(crate) fn closing(&self) -> Option<Stmt> {
        let default = (self.lone_default == LoneDefault::AtEnd).then(|| self.property("default"))?;
        Some(match self.form {
            // module.exports = exports.default;
            Modules::CommonJs => build::statement(build::assign(module_exports(), default)),
            // return exports.default;
            _ => build::return_at(DUMMY_SP, Some(default)),
        })
    }

    /// What is wrong with the global of a page that stands for a module.
    pub(crate) fn problem_of_global(&self, span: Span, specifier: &str) -> Option<Problem> {
        self.globals.problem(span, specifier)
    }

    /// What AMD and UMD call the `require` that they are given, and SystemJS its context.
    pub(crate) fn loader(&mut self, facts: &mut Facts) -> Atom {
        let base = if self.form == Modules::System { "context" } else { "require" };
        self.loader.get_or_insert_with(|| facts.names.fresh(base)).clone()
    }

    /// The variable that holds the URL of the module, in AMD, UMD and in a function that is called at once.
    pub(crate) fn url(&mut self, facts: &mut Facts) -> Atom {
        if matches!(self.form, Modules::Amd | Modules::Umd) {
            self.module.get_or_insert_with(|| facts.names.fresh("module"));
        }
        self.url.get_or_insert_with(|| facts.names.fresh("url")).clone()
    }

    /// `exports.name = value`, which is an expression.
    fn export(&self, name: &str, value: Expr) -> Expr {
        match self.form {
            Modules::None => value,
            // _export("name", value)
            Modules::System => build::call(build::constant(&self.exports), [build::str(name), value]),
            _ => build::assign(self.property(name), value),
        }
    }

    /// `exports.name`, or `module.exports`
    fn property(&self, name: &str) -> Expr {
        if self.lone_default == LoneDefault::AtStart {
            return module_exports();
        }
        build::member(build::constant(&self.exports), name)
    }

    fn value(&self, import: &Import) -> Expr {
        let Request { module, default, .. } = &self.record.requests[import.request];
        let variable = |variable: &Option<Atom>| variable.as_ref().map_or_else(build::undefined, build::name);
        match &import.name {
            ImportName::Default => match self.interop {
                Interop::Babel => build::member(variable(default), "default"),
                Interop::Node => variable(module),
                Interop::None => build::member(variable(module), "default"),
            },
            ImportName::Named(name) => build::member(variable(module), name),
            ImportName::Namespace(variable) => build::name(variable),
        }
    }
}

/// `module.exports`
fn module_exports() -> Expr {
    build::member(build::global("module"), "exports")
}

/// Chooses names for the variables that are needed.
fn choose_names(request: &mut Request, form: Modules, interop: Interop, facts: &mut Facts) {
    let wraps_default = interop == Interop::Babel;
    let needs_module = match form {
        Modules::None | Modules::Preserve => false,
        Modules::CommonJs => request.has_named || request.has_default && !wraps_default || request.uses() > 1,
        Modules::System => request.has_named || request.has_default,
        // A parameter for each.
        Modules::Amd | Modules::Umd | Modules::Iife => true,
    };
    if needs_module {
        request.module = Some(facts.names.fresh(&request.base));
    }
    if request.has_default && wraps_default {
        request.default = Some(facts.names.fresh(&request.base));
    }
}

/// What makes a namespace of what a module gives; `None`: it is one.
pub(crate) fn namespace_helper(interop: Interop, assumptions: Assumptions) -> Option<Helper> {
    match interop {
        Interop::Node => Some(Helper::NodeNamespace),
        _ if !assumptions.exports_are_namespaces => Some(Helper::ModuleNamespace),
        Interop::Babel => Some(Helper::InteropNamespace),
        Interop::None => None,
    }
}

/// Gives other names to variables of the module that have one of `names`.
fn free_names(facts: &mut Facts, names: &[&str]) {
    for index in 1..facts.symbols.len() {
        let symbol = &facts.symbols[index];
        let name = facts.names.atom(symbol.name).clone();
        if symbol.is_variable_of_file() && names.contains(&&*name) {
            let renamed = facts.names.fresh(&name);
            facts.symbols[index].output.renamed = Some(renamed);
        }
    }
}

/// Gives other names to variables of the module, which becomes a script, that would overwrite a global of a page. What
/// is exported keeps its name.
fn free_globals(record: &Record, facts: &mut Facts) {
    for id in 1..facts.symbols.len() {
        let symbol = &facts.symbols[id];
        let name = facts.names.atom(symbol.name).clone();
        let is_exported = record.exported.contains_key(&(id as SymbolId));
        if symbol.is_variable_of_file() && symbol.output.renamed.is_none() && !is_exported && is_built_in(&name) {
            let renamed = facts.names.fresh(&name);
            facts.symbols[id].output.renamed = Some(renamed);
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
