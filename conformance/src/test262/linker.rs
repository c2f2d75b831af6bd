//! What a linker does before modules run: every imported name must resolve to one export
//! ([ES2018 §15.2.1.16](https://tc39.es/ecma262/2018/#sec-source-text-module-records)).
//!
//! One file alone can't know it, so it is no affair of lowering: a bundler or a loader reports it. The runner's loader
//! does so here, from the `import` and `export` declarations of the sources.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use swc_common::{FileName, SourceMap, sync::Lrc};
use swc_ecma_ast::{
    Decl, DefaultDecl, EsVersion, ExportSpecifier, ImportSpecifier, ModuleDecl, ModuleExportName, Pat, Str,
};
use swc_ecma_parser::{EsSyntax, Syntax, parse_file_as_module};
use swc_ecma_visit::{Visit, VisitWith};

use super::link::beside;

/// What is wrong with the names that the module in `file`, and all that it requests, import from each other.
pub fn unresolved(file: &Path) -> Option<String> {
    let mut modules = Modules::default();
    modules.add(file);
    modules.0.iter().find_map(|(path, record)| {
        let indirect = record.indirect.values().filter_map(|import| import.1.as_ref().map(|name| (&import.0, name)));
        indirect.chain(record.imports.iter().map(|(from, name)| (from, name))).find_map(|(from, name)| {
            let resolved = modules.resolve(from, name, &mut BTreeSet::new());
            let is_found = matches!(resolved, Resolution::Found(..));
            (!is_found).then(|| format!("{}: {name} of {} is {resolved:?}", path.display(), from.display()))
        })
    })
}

/// The module records by path.
#[derive(Default)]
struct Modules(BTreeMap<PathBuf, Record>);

/// What a module imports and exports.
#[derive(Default)]
struct Record {
    requested: BTreeSet<PathBuf>,
    /// Names, and the modules that they are imported from.
    imports: Vec<(PathBuf, String)>,
    local: BTreeSet<String>,
    /// By exported name: the module, and the name there, if it is not the namespace.
    indirect: BTreeMap<String, (PathBuf, Option<String>)>,
    stars: Vec<PathBuf>,
}

/// What ResolveExport gives.
#[derive(Debug, PartialEq, Eq)]
enum Resolution {
    /// The module that has the binding, and its name there; none for its namespace.
    Found(PathBuf, Option<String>),
    Missing,
    Ambiguous,
}

impl Modules {
    /// Adds a module and what it requests. One that does not parse is left to who loads it.
    fn add(&mut self, path: &Path) {
        if self.0.contains_key(path) {
            return;
        }
        let record = fs::read_to_string(path).ok().and_then(|source| Record::read(path, source)).unwrap_or_default();
        let requested = record.requested.clone();
        self.0.insert(path.into(), record);
        requested.iter().for_each(|path| self.add(path));
    }

    /// ResolveExport.
    fn resolve(&self, path: &Path, name: &str, seen: &mut BTreeSet<(PathBuf, String)>) -> Resolution {
        let Some(record) = self.0.get(path) else { return Resolution::Missing };
        if !seen.insert((path.into(), name.into())) {
            return Resolution::Missing;
        }
        if record.local.contains(name) {
            return Resolution::Found(path.into(), Some(name.into()));
        }
        match record.indirect.get(name) {
            Some((from, Some(name))) => return self.resolve(from, name, seen),
            Some((from, None)) => return Resolution::Found(from.clone(), None),
            None if name == "default" => return Resolution::Missing,
            None => {}
        }
        let mut found = Resolution::Missing;
        for star in &record.stars {
            match self.resolve(star, name, seen) {
                Resolution::Missing => {}
                other if found == Resolution::Missing || found == other => found = other,
                _ => return Resolution::Ambiguous,
            }
        }
        found
    }
}

impl Record {
    fn read(path: &Path, source: String) -> Option<Self> {
        let map = Lrc::new(SourceMap::default());
        let file = map.new_source_file(Lrc::new(FileName::Anon), source);
        let syntax = Syntax::Es(EsSyntax { explicit_resource_management: true, ..EsSyntax::default() });
        let module = parse_file_as_module(&file, syntax, EsVersion::latest(), None, &mut vec![]).ok()?;
        let mut record = Self::default();
        // By local name: what an import is.
        let mut imported = BTreeMap::new();
        let declarations = || module.body.iter().filter_map(|item| item.as_module_decl());
        declarations().for_each(|decl| record.import(path, decl, &mut imported));
        declarations().for_each(|decl| record.export(path, decl, &imported));
        Some(record)
    }

    fn request(&mut self, path: &Path, specifier: &Str) -> PathBuf {
        let requested = PathBuf::from(beside(&path.to_string_lossy(), &specifier.value.to_string_lossy()));
        self.requested.insert(requested.clone());
        requested
    }

    fn import(&mut self, path: &Path, decl: &ModuleDecl, imported: &mut Imported) {
        let ModuleDecl::Import(import) = decl else { return };
        let from = self.request(path, &import.src);
        for specifier in &import.specifiers {
            let (local, name) = match specifier {
                ImportSpecifier::Default(default) => (&default.local, Some("default".to_owned())),
                ImportSpecifier::Namespace(namespace) => (&namespace.local, None),
                ImportSpecifier::Named(named) => {
                    (&named.local, Some(named.imported.as_ref().map_or_else(|| named.local.sym.to_string(), text)))
                }
            };
            self.imports.extend(name.clone().map(|name| (from.clone(), name)));
            imported.insert(local.sym.to_string(), (from.clone(), name));
        }
    }

    fn export(&mut self, path: &Path, decl: &ModuleDecl, imported: &Imported) {
        match decl {
            ModuleDecl::ExportAll(export) => {
                let from = self.request(path, &export.src);
                self.stars.push(from);
            }
            ModuleDecl::ExportNamed(export) => {
                let from = export.src.as_ref().map(|src| self.request(path, src));
                for specifier in &export.specifiers {
                    self.specifier(specifier, from.as_ref(), imported);
                }
            }
            ModuleDecl::ExportDecl(export) => self.declaration(&export.decl),
            ModuleDecl::ExportDefaultExpr(_)
            | ModuleDecl::ExportDefaultDecl(swc_ecma_ast::ExportDefaultDecl {
                decl: DefaultDecl::Fn(_) | DefaultDecl::Class(_),
                ..
            }) => {
                self.local.insert("default".into());
            }
            _ => {}
        }
    }

    fn specifier(&mut self, specifier: &ExportSpecifier, from: Option<&PathBuf>, imported: &Imported) {
        if let (ExportSpecifier::Namespace(namespace), Some(from)) = (specifier, from) {
            self.indirect.insert(text(&namespace.name), (from.clone(), None));
        }
        let ExportSpecifier::Named(named) = specifier else { return };
        let (original, exported) = (text(&named.orig), text(named.exported.as_ref().unwrap_or(&named.orig)));
        let import = match from {
            Some(from) => Some((from.clone(), Some(original))),
            None => imported.get(&original).cloned(),
        };
        match import {
            Some(import) => drop(self.indirect.insert(exported, import)),
            None => drop(self.local.insert(exported)),
        }
    }

    fn declaration(&mut self, decl: &Decl) {
        let mut names = Names(&mut self.local);
        match decl {
            Decl::Fn(function) => names.add(&function.ident.sym),
            Decl::Class(class) => names.add(&class.ident.sym),
            Decl::Var(var) => var.decls.iter().for_each(|declarator| declarator.name.visit_with(&mut names)),
            _ => {}
        }
    }
}

type Imported = BTreeMap<String, (PathBuf, Option<String>)>;

/// Collects the names that a pattern binds.
struct Names<'a>(&'a mut BTreeSet<String>);

impl Names<'_> {
    fn add(&mut self, name: &str) {
        self.0.insert(name.into());
    }
}

impl Visit for Names<'_> {
    fn visit_pat(&mut self, pat: &Pat) {
        if let Pat::Ident(name) = pat {
            self.add(&name.id.sym);
        }
        pat.visit_children_with(self);
    }

    fn visit_assign_pat_prop(&mut self, prop: &swc_ecma_ast::AssignPatProp) {
        self.add(&prop.key.id.sym);
    }
}

fn text(name: &ModuleExportName) -> String {
    name.atom().to_string()
}
