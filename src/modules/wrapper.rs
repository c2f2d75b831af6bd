//! What stands around a module.
//!
//! ```js
//! // AMD
//! define(["exports", "./m"], function (exports, _m) { … });
//! // UMD
//! (function (global, factory) {
//!   if (typeof define === "function" && define.amd) define(["exports", "react"], factory);
//!   else if (typeof exports === "object") factory(exports, require("react"));
//!   else factory(global.Name = {}, global.React);
//! })(typeof globalThis === "object" ? globalThis : typeof self === "object" ? self : this, function (exports, _react) { … });
//! // a function that is called at once
//! var Name = (function (exports, _react) { …; return exports; })({}, React);
//! // SystemJS
//! System.register(["./m"], function (_export, _context) { … });
//! ```
//!
//! A page has no modules: there, those that are imported are globals, whose names the caller gives. A name may have dots:
//! `my.lib` is the property `lib` of `my`, which is made if it is not there. For `import()`, the function is given the `require`
//! of AMD or CommonJS; in a page, one that knows these globals:
//!
//! ```js
//! factory(function (specifier) {
//!   if (specifier === "react") return global.React;
//!   throw Error("no global stands for " + specifier);
//! });
//! ```

use std::collections::BTreeMap;

use swc_atoms::Atom;
use swc_common::{DUMMY_SP, Span};
use swc_ecma_ast::*;

use super::{
    Linkage, LoneDefault,
    record::Request,
    system::{Registered, is_read_at_once},
};
use crate::{
    build,
    options::{Modules, Options},
    problem::Problem,
    syntax::identifier::{is_es5_identifier, is_es5_name},
};

/// The names by which a page and a loader know the module and what it imports.
#[derive(Debug, Clone)]
pub(super) struct Globals {
    module_name: Option<String>,
    global_name: Option<String>,
    imported: BTreeMap<String, String>,
}

impl Globals {
    pub(super) fn new(options: &Options) -> Self {
        Self {
            module_name: options.module_name.clone(),
            global_name: options.global_name.clone(),
            imported: options.globals.clone(),
        }
    }

    /// Errors and warnings about names that are missing or no names.
    pub(super) fn problems(
        &self,
        form: Modules,
        requests: &[Request],
        has_exports: bool,
    ) -> (Vec<Problem>, Vec<Problem>) {
        let mut errors = vec![];
        let mut warnings = vec![];
        for request in requests {
            let specifier = request.specifier.value.to_string_lossy();
            if request.uses() == 0 && !self.imported.contains_key(&*specifier) {
                warnings.push(Problem::loaded_by_page(request.span, &specifier));
            } else {
                errors.extend(self.problem(request.span, &specifier));
            }
        }
        match &self.global_name {
            Some(name) if !is_global(name) => errors.push(Problem::bad_global(DUMMY_SP, name)),
            None if has_exports && form == Modules::Umd => errors.push(Problem::no_global_name()),
            None if has_exports => warnings.push(Problem::lost_exports()),
            _ => {}
        }
        (errors, warnings)
    }

    /// What is wrong with the global that stands for a module.
    pub(super) fn problem(&self, span: Span, specifier: &str) -> Option<Problem> {
        match self.imported.get(specifier) {
            Some(name) if is_global(name) => None,
            Some(name) => Some(Problem::bad_global(span, name)),
            None => Some(Problem::no_global(span, specifier)),
        }
    }

    /// The global that holds an imported module, as a property of `global` if there is one.
    fn of(&self, request: &Requested, global: Option<&str>) -> Expr {
        let name = self.imported.get(&*request.specifier.value.to_string_lossy()).filter(|_| request.is_used);
        name.map_or_else(build::undefined, |name| named(name, global))
    }

    /// A `require` for pages: `function (specifier) { if (specifier === "react") return global.React; throw …; }`
    fn require(&self, global: Option<&str>) -> Expr {
        let specifier = || build::ident(&"specifier".into());
        let mut stmts: Vec<Stmt> = self
            .imported
            .iter()
            .filter(|(_, name)| is_global(name))
            .map(|(module, name)| {
                let is_it = build::binary(op!("==="), Expr::Ident(specifier()), build::str(&**module));
                build::when(is_it, build::return_at(DUMMY_SP, Some(named(name, global))))
            })
            .collect();
        // throw Error("no global stands for " + specifier);
        let text = build::binary(op!(bin, "+"), build::str("no global stands for "), Expr::Ident(specifier()));
        stmts.push(build::throw(build::call(build::global("Error"), [text])));
        build::function(None, vec![specifier()], stmts)
    }
}

/// `a.b`, or `global.a.b`
fn named(name: &str, global: Option<&str>) -> Expr {
    let mut names = global.into_iter().chain(name.split('.'));
    let first = build::global(names.next().unwrap_or_default());
    names.fold(first, build::member)
}

/// Whether `name` is `a` or `a.b.c`.
fn is_global(name: &str) -> bool {
    name.split('.').all(is_es5_name) && name.split('.').next().is_some_and(is_es5_identifier)
}

/// The function around a module, and what it is given.
#[derive(Debug)]
pub(crate) struct Wrapper {
    form: Modules,
    exports: Option<Atom>,
    loader: Option<Atom>,
    /// What AMD calls the module.
    module: Option<Atom>,
    requests: Vec<Requested>,
    globals: Globals,
    /// The function returns what the module gives.
    returns_value: bool,
    /// What a module for SystemJS gives.
    registered: Option<Registered>,
}

/// A module that is imported.
#[derive(Debug)]
struct Requested {
    specifier: Str,
    parameter: Option<Atom>,
    /// Something of it is used: it is not imported for its effects alone.
    is_used: bool,
}

impl Requested {
    fn specifier(&self) -> Expr {
        Expr::Lit(Lit::Str(self.specifier.clone()))
    }
}

impl Linkage {
    /// What stands around the module, if anything does.
    pub(crate) fn wrapper(self) -> Option<Wrapper> {
        let Self { form, exports, has_exports, loader, module, globals, record, lone_default, registered, .. } = self;
        let returns_value = lone_default != LoneDefault::Never;
        let has_wrapper = matches!(form, Modules::Amd | Modules::Umd | Modules::Iife | Modules::System);
        let exports = (has_exports || form == Modules::System).then_some(exports);
        let requests = record.requests.into_iter().map(|request| Requested {
            is_used: request.uses() > 0,
            specifier: Str { span: DUMMY_SP, ..request.specifier },
            parameter: request.module,
        });
        let requests = requests.collect();
        has_wrapper.then(|| Wrapper { form, exports, loader, module, requests, globals, returns_value, registered })
    }
}

impl Wrapper {
    /// `var _forOf = _helpers.forOf;`, to stand before the statements of the module: the wrapper loads `module`, which
    /// `parameter` names, for the helpers, which are `(exported name, name in the file)`.
    ///
    /// # Errors
    /// SystemJS loads nothing before the function that it is given has run, whose statements `body` are, and it calls
    /// helpers. Nothing says which global of a page the module is.
    pub(crate) fn load_helpers(
        &mut self,
        module: &str,
        parameter: Atom,
        names: Vec<(&str, Atom)>,
        body: &[Stmt],
    ) -> Result<Stmt, Problem> {
        let problem = match self.form {
            Modules::System if is_read_at_once(body, &names) => Some(Problem::registered_helpers()),
            Modules::Umd | Modules::Iife => self.globals.problem(DUMMY_SP, module),
            _ => None,
        };
        if let Some(problem) = problem {
            return Err(problem);
        }
        if let Some(registered) = &mut self.registered {
            registered.set_helpers(&names);
        }
        // A setter assigns them, if there is one.
        let value = |exported| match self.registered {
            Some(_) => None,
            None => Some(build::member(build::name(&parameter), exported)),
        };
        let declarators =
            names.into_iter().map(|(exported, name)| build::declarator(build::ident(&name), value(exported)));
        let declaration = build::var_at(DUMMY_SP, declarators.collect());
        let specifier = Str { span: DUMMY_SP, value: module.into(), raw: None };
        self.requests.push(Requested { specifier, parameter: Some(parameter), is_used: true });
        Ok(declaration)
    }

    /// The statements of the file whose module consists of `body`.
    pub(crate) fn wrap(self, body: Vec<Stmt>) -> Vec<Stmt> {
        match self.form {
            Modules::Amd => self.amd(body),
            Modules::Umd => self.umd(body),
            Modules::Iife => self.iife(body),
            Modules::System => self.system(body),
            Modules::Preserve | Modules::CommonJs | Modules::None => body,
        }
    }

    fn amd(self, body: Vec<Stmt>) -> Vec<Stmt> {
        let args = self.defined(self.factory(body));
        vec![build::statement(build::call(build::global("define"), args))]
    }

    fn umd(self, body: Vec<Stmt>) -> Vec<Stmt> {
        let is = |name: &str, kind: &str| {
            build::binary(op!("==="), build::unary(op!("typeof"), build::global(name)), build::str(kind))
        };
        // typeof define === "function" && define.amd
        let is_amd = build::binary(op!("&&"), is("define", "function"), build::member(build::global("define"), "amd"));
        let defined = build::call(build::global("define"), self.defined(build::global("factory")));
        // factory(exports, require("react"))
        let exports = self.exports.iter().map(|_| build::global("exports"));
        let requests = self.requests.iter();
        let required = requests.map(|it| build::call(build::global("require"), [it.specifier()]));
        let loader = self.loader.iter().map(|_| build::global("require"));
        let module = self.module.iter().map(|_| module_of_commonjs());
        let mut commonjs = build::call(build::global("factory"), loader.chain(module).chain(exports).chain(required));
        if self.returns_value {
            // module.exports = factory(exports, require("react"))
            commonjs = build::assign(build::member(build::global("module"), "exports"), commonjs);
        }
        // factory(global.Name = {}, global.React), or global.Name = factory({}, global.React)
        let global = || build::global("global");
        let (mut parents, target) = made(self.globals.global_name.as_deref(), global);
        let exports = target.iter().filter(|_| self.exports.is_some()).map(|target| match self.returns_value {
            true => build::object(vec![]),
            false => build::assign(target.clone(), build::object(vec![])),
        });
        let globals = self.requests.iter().map(|request| self.globals.of(request, Some("global")));
        let loader = self.loader.iter().map(|_| self.globals.require(Some("global")));
        let module = self.module.iter().map(|_| build::undefined());
        let made = build::call(build::global("factory"), loader.chain(module).chain(exports).chain(globals));
        parents.push(match &target {
            Some(target) if self.returns_value => build::assign(target.clone(), made),
            _ => made,
        });
        let in_page = build::statement(build::sequence(parents));
        let otherwise = build::when_else(is("exports", "object"), build::statement(commonjs), Some(in_page));
        let choice = build::when_else(is_amd, build::statement(defined), Some(otherwise));
        let params = ["global", "factory"].map(|name| build::ident(&name.into()));
        let outer = build::function(None, params.into(), vec![choice]);
        // typeof globalThis === "object" ? globalThis : typeof self === "object" ? self : this
        let root = build::conditional(is("self", "object"), build::global("self"), build::this());
        let root = build::conditional(is("globalThis", "object"), build::global("globalThis"), root);
        vec![build::statement(build::call(outer, [root, self.factory(body)]))]
    }

    fn iife(self, mut body: Vec<Stmt>) -> Vec<Stmt> {
        let exports = self.exports.clone().filter(|_| self.globals.global_name.is_some());
        if let Some(exports) = exports.as_ref().filter(|_| !self.returns_value) {
            body.push(build::return_at(DUMMY_SP, Some(build::name(exports))));
        }
        let loader = self.loader.iter().map(|_| self.globals.require(None));
        let given = loader.chain(self.exports.iter().map(|_| build::object(vec![])));
        let globals = self.requests.iter().map(|request| self.globals.of(request, None));
        let args: Vec<Expr> = given.chain(globals).collect();
        let call = build::call(self.factory(body), args);
        let name = self.globals.global_name.as_deref().filter(|_| exports.is_some());
        match name.map(|name| name.split_once('.')) {
            None => vec![build::statement(call)],
            // var Name = (function (exports) { … })({});
            Some(None) => vec![build::var(build::ident(&name.unwrap_or_default().into()), call)],
            // var my = my || {}; my.lib = (function (exports) { … })({});
            Some(Some((first, rest))) => {
                let root = build::ident(&first.into());
                let there = build::binary(op!("||"), Expr::Ident(root.clone()), build::object(vec![]));
                let (parents, target) = made(Some(rest), || Expr::Ident(root.clone()));
                let mut stmts = vec![build::var(root.clone(), there)];
                stmts.extend(parents.into_iter().map(build::statement));
                stmts.extend(target.map(|target| build::statement(build::assign(target, call))));
                stmts
            }
        }
    }

    fn system(self, mut body: Vec<Stmt>) -> Vec<Stmt> {
        let requests = self.requests.iter().map(Requested::specifier).collect();
        let params = self.exports.iter().chain(&self.loader).map(build::ident).collect();
        body.extend(self.registered.map(Registered::into_return));
        let register = build::function(None, params, body);
        let name = self.globals.module_name.iter().map(|name| build::str(&**name));
        let args: Vec<Expr> = name.chain([build::array(requests), register]).collect();
        vec![build::statement(build::call_method(build::global("System"), "register", args))]
    }

    /// The function that the module becomes.
    fn factory(&self, body: Vec<Stmt>) -> Expr {
        let params = self
            .loader
            .iter()
            .chain(&self.module)
            .chain(&self.exports)
            .chain(self.requests.iter().filter_map(|it| it.parameter.as_ref()));
        build::function(None, params.map(build::ident).collect(), body)
    }

    /// What `define` is called with.
    fn defined(&self, factory: Expr) -> Vec<Expr> {
        let name = self.globals.module_name.iter().map(|name| build::str(&**name));
        let loader = self.loader.iter().map(|_| build::str("require"));
        let exports = self.exports.iter().map(|_| build::str("exports"));
        let requests = self.requests.iter().map(Requested::specifier);
        let module = self.module.iter().map(|_| build::str("module"));
        let requests: Vec<Expr> = loader.chain(module).chain(exports).chain(requests).collect();
        name.chain([build::array(requests), factory]).collect()
    }
}

/// `{ uri: require("url").pathToFileURL(__filename).href }`: what AMD says of a module.
fn module_of_commonjs() -> Expr {
    let url = build::call(build::global("require"), [build::str("url")]);
    let url = build::member(build::call_method(url, "pathToFileURL", [build::global("__filename")]), "href");
    build::object(vec![build::property("uri", url)])
}

/// What `root.a.b` needs, as `root.a = root.a || {}`, and itself.
fn made(name: Option<&str>, root: impl Fn() -> Expr) -> (Vec<Expr>, Option<Expr>) {
    let names: Vec<&str> = name.into_iter().flat_map(|name| name.split('.')).collect();
    let Some((_, parents)) = names.split_last() else { return (vec![], None) };
    let path = |length: usize| names.iter().take(length).fold(root(), |object, name| build::member(object, name));
    let parents = (1..=parents.len())
        .map(|length| build::assign(path(length), build::binary(op!("||"), path(length), build::object(vec![]))));
    (parents.collect(), Some(path(names.len())))
}
