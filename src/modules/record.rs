//! What a module imports and exports, whatever becomes of it.
//!
//! ```js
//! import d, { a as b } from "./m";  export let n = 0;  export { b };
//! ```
//!
//! Here, `./m` is requested once, for two names; the variable `n` is exported as `n`, and `b` is passed on. A module that
//! is requested several times is one request, in the place of the first.

use rustc_hash::FxHashMap;
use swc_atoms::{Atom, Wtf8Atom};
use swc_common::Span;
use swc_ecma_ast::*;

use crate::{
    ast::names_in_pattern,
    scope::{BindingKind, Facts, SymbolId, symbol_id},
};

/// What a module imports and exports.
#[derive(Debug)]
pub(crate) struct Record {
    /// Whether exports are read from their variables, where the format can say so.
    uses_getters: bool,
    /// It has an `export`, if only `export {}`.
    pub(super) has_exports: bool,
    pub(super) requests: Vec<Request>,
    /// Their numbers, by what they are required by.
    numbers: FxHashMap<Wtf8Atom, usize>,
    pub(super) imports: FxHashMap<SymbolId, Import>,
    /// The names under which variables of the module are exported.
    pub(super) exported: FxHashMap<SymbolId, Vec<Atom>>,
    /// What has no value before the module runs.
    pub(super) later: Vec<Atom>,
    /// Functions, which have theirs: (the function, the name it is exported by).
    pub(super) functions: Vec<(Atom, Atom)>,
    /// A function without a name is the default export, and is assigned where it is made.
    has_unnamed_function: bool,
    /// Without `initializedBindings`, and where a direct `eval` may assign them, the exports that are read from variables
    /// of the module.
    pub(super) live: Vec<LiveExport>,
    /// Without `initializedBindings`, the variable of a default export that has no name.
    pub(super) default: Option<Atom>,
    /// What other modules hold.
    pub(super) forwarded: Vec<(Atom, Import)>,
    /// How many `export * from` there are.
    pub(super) spreads: usize,
}

/// An export that is read from its variable each time.
#[derive(Debug)]
pub(super) struct LiveExport {
    pub(super) name: Atom,
    pub(super) variable: Atom,
    /// What the variable is called in the source, if it may be read before it is initialised.
    pub(super) checked_as: Option<Atom>,
}

/// A module that is requested.
#[derive(Debug)]
pub(super) struct Request {
    pub(super) specifier: Str,
    pub(super) span: Span,
    /// A base for the names of its variables.
    pub(super) base: String,
    pub(super) has_named: bool,
    pub(super) has_default: bool,
    /// The variable for the module, if there is one.
    pub(super) module: Option<Atom>,
    /// The variable for what has the default import, if that is not the module itself.
    pub(super) default: Option<Atom>,
    /// Variables for the namespace object.
    pub(super) namespaces: Vec<Atom>,
    /// `export * from`
    pub(super) is_spread: bool,
}

/// What is imported.
#[derive(Debug, Clone)]
pub(super) struct Import {
    pub(super) request: usize,
    pub(super) name: ImportName,
}

#[derive(Debug, Clone)]
pub(super) enum ImportName {
    Default,
    Named(Atom),
    /// The namespace object, in this variable.
    Namespace(Atom),
}

impl Record {
    /// Learns what the items of a module import and export. `uses_getters`: exports are read from their variables.
    pub(super) fn new(items: &[ModuleItem], facts: &mut Facts, uses_getters: bool) -> Self {
        let mut this = Self {
            uses_getters,
            has_unnamed_function: false,
            live: vec![],
            default: None,
            has_exports: false,
            requests: vec![],
            numbers: FxHashMap::default(),
            imports: FxHashMap::default(),
            exported: FxHashMap::default(),
            later: vec![],
            functions: vec![],
            forwarded: vec![],
            spreads: 0,
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
        this
    }

    /// Whether it exports a default and nothing else.
    pub(super) fn has_default_alone(&self) -> bool {
        let mut names = self.own_exports().peekable();
        let has_default = self.has_unnamed_function || names.peek().is_some();
        self.spreads == 0 && has_default && names.all(|name| *name == *"default")
    }

    /// Whether the default export is a function that is there from the beginning, and nothing reassigns it.
    pub(super) fn default_is_constant_function(&self, facts: &Facts) -> bool {
        let mut exported = self.exported.iter().filter(|(_, names)| names.iter().any(|name| *name == *"default"));
        let is_constant = |id: &SymbolId| !facts.symbols[*id as usize].writes.reassigned;
        let is_declared = self.functions.iter().any(|(_, name)| *name == *"default");
        self.has_unnamed_function || is_declared && exported.all(|(id, _)| is_constant(id))
    }

    /// The names that it exports itself, and not by `export *`.
    pub(super) fn own_exports(&self) -> impl Iterator<Item = &Atom> {
        let Self { later, functions, live, forwarded, .. } = self;
        let functions = functions.iter().map(|(_, name)| name);
        let live = live.iter().map(|export| &export.name);
        later.iter().chain(functions).chain(live).chain(forwarded.iter().map(|(name, _)| name))
    }

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
                self.spreads += 1;
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
                DefaultDecl::Fn(_) if !self.uses_getters => self.has_unnamed_function = true,
                _ => self.export_unnamed(facts),
            },
            ModuleDecl::ExportDefaultExpr(_) => self.export_unnamed(facts),
            _ => {}
        }
    }

    /// A default export that has no name.
    fn export_unnamed(&mut self, facts: &mut Facts) {
        let name = Atom::from("default");
        if !self.uses_getters {
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
        if self.uses_getters || may_be_assigned_unseen {
            symbol.zone.is_checked |= self.uses_getters && symbol.kind.has_tdz();
            let checked_as = symbol.zone.is_checked.then(|| local.sym.clone());
            let variable = facts.output_name(id).clone();
            return self.live.push(LiveExport { name: exported, variable, checked_as });
        }
        let symbol = &facts.symbols[id as usize];
        match symbol.kind {
            // A function that got another name is assigned with its exports.
            BindingKind::Function if symbol.output.renamed.is_none() => {
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
}

impl Request {
    /// For how many things it is needed.
    pub(super) fn uses(&self) -> usize {
        let Self { has_named, has_default, namespaces, is_spread, .. } = self;
        [*has_named, *has_default, !namespaces.is_empty(), *is_spread].into_iter().filter(|used| *used).count()
    }
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
