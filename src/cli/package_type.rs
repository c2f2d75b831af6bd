//! Results that Node would take for ES modules, while they are CommonJS: by their extension, or by the `"type"` of the
//! `package.json` around them.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use serde_json::Value;

use super::{
    args::Args,
    paths,
    report::{self, Failure, Report},
    warnings::PACKAGE_TYPE,
};

/// A warning for each package, and one for files called `.mjs`.
pub fn warnings(report: &Report, args: &Args) -> Vec<Failure> {
    if !args.settings.modules.is_loaded_by_require() {
        return vec![];
    }
    let results = report.files().filter(|file| file.is_module).filter_map(|file| file.output.as_deref());
    let mut of_package: BTreeMap<PathBuf, Vec<&str>> = BTreeMap::new();
    let mut called_mjs = vec![];
    let mut types = Types::default();
    for name in results {
        let path = Path::new(name);
        match path.extension().and_then(|extension| extension.to_str()) {
            Some("mjs") => called_mjs.push(name),
            Some("js") => {
                if let Some(package) = types.package_of_modules(paths::directory(path)) {
                    of_package.entry(package).or_default().push(name);
                }
            }
            _ => {}
        }
    }
    let mjs = first(&called_mjs).map(|name| {
        Failure::new(format!("Node takes {name} for an ES module, and it is CommonJS"))
            .advise("call the result `.cjs`, or keep it a module with `--modules preserve`")
    });
    let packages = of_package.into_iter().filter_map(|(package, names)| {
        let (package, name) = (paths::display(&package), first(&names)?);
        let message = format!("Node takes {name} for an ES module, as `{package}` says, and it is CommonJS");
        Some(Failure::new(message).advise(
            "call results `.cjs` with `--out-file-extension cjs`, put a `package.json` with `{ \"type\": \"commonjs\" }` \
             beside them, or keep them modules with `--modules preserve`",
        ))
    });
    mjs.into_iter().chain(packages).map(|failure| failure.into_warning(PACKAGE_TYPE)).collect()
}

/// `` `dist/a.js` and 3 others ``
fn first(names: &[&str]) -> Option<String> {
    let (first, others) = names.split_first()?;
    Some(match others.len() {
        0 => format!("`{first}`"),
        1 => format!("`{first}` and one other"),
        count => format!("`{first}` and {} others", report::grouped(count)),
    })
}

/// What was found out about folders.
#[derive(Default)]
struct Types {
    known: BTreeMap<PathBuf, Option<PathBuf>>,
}

impl Types {
    /// The nearest `package.json`, if it says that `.js` files in `folder` are ES modules.
    fn package_of_modules(&mut self, folder: &Path) -> Option<PathBuf> {
        if let Some(known) = self.known.get(folder) {
            return known.clone();
        }
        let absolute = paths::resolve(folder);
        let found = absolute.ancestors().find_map(|folder| {
            let path = folder.join("package.json");
            let text = fs::read_to_string(&path).ok()?;
            let package: Option<Value> = serde_json::from_str(&text).ok();
            let is_module = package.is_some_and(|package| package.get("type").is_some_and(|it| it == "module"));
            Some(is_module.then_some(path))
        });
        let found = found.flatten();
        self.known.insert(folder.to_owned(), found.clone());
        found
    }
}
