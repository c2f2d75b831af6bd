//! Where the results of a run lie, as its files see each other: what relative specifiers become where results have other
//! names than their sources, and where the helpers are.

use std::{
    ffi::OsString,
    path::{Path, PathBuf},
    sync::Arc,
};

use downlevel::RenameModules;
use pathdiff::diff_paths;
use rustc_hash::{FxHashMap, FxHashSet};

use super::paths;

/// What the files of a run know of each other.
#[derive(Default)]
pub struct Results {
    /// The places of all results and their maps; [resolved](paths::resolve).
    pub written: FxHashSet<OsString>,
    /// The results by the places of their sources, both resolved; only if one of them has another extension.
    renamed: Option<Arc<FxHashMap<PathBuf, PathBuf>>>,
    /// The file of the helpers, as the run writes it.
    pub helpers: Option<PathBuf>,
}

impl Results {
    /// Those of `files`, which are lowered, from here to there; `helpers` is the file of the helpers.
    pub fn new(files: &[(&Path, &Path)], helpers: Option<&Path>, written: FxHashSet<OsString>) -> Self {
        let is_renamed = |(source, target): &(&Path, &Path)| source.extension() != target.extension();
        let renamed = files.iter().any(is_renamed).then(|| {
            let mut folders = paths::Folders::default();
            files.iter().map(|(source, target)| (folders.resolve(source), folders.resolve(target))).collect()
        });
        Self { written, renamed: renamed.map(Arc::new), helpers: helpers.map(paths::resolve) }
    }

    /// What becomes of the specifiers in the result of `source`, which is written to `target`.
    pub fn specifiers(&self, source: &Path, target: &Path) -> Option<RenameModules> {
        let results = Arc::clone(self.renamed.as_ref()?);
        let folder = paths::resolve(paths::directory(source));
        let target_folder = paths::resolve(paths::directory(target));
        Some(RenameModules::new(move |specifier| {
            let path = specifier.strip_prefix("./").or_else(|| specifier.starts_with("../").then_some(specifier))?;
            let loaded = candidates(&folder.join(path)).find_map(|path| results.get(&path))?;
            let is_found = candidates(&target_folder.join(path)).any(|path| path == *loaded);
            (!is_found).then(|| relative(loaded, &target_folder))
        }))
    }
}

/// `./b.js` for `/dist/b.js` in `/dist`; both are resolved.
pub fn relative(path: &Path, folder: &Path) -> String {
    let path = diff_paths(path, folder).unwrap_or_else(|| path.to_owned());
    let names: Vec<_> = path.components().map(|component| component.as_os_str().to_string_lossy()).collect();
    let path = names.join("/");
    if path.starts_with("../") { path } else { format!("./{path}") }
}

/// The files that `require` tries for a path, and `import`, which takes it as it is.
fn candidates(path: &Path) -> impl Iterator<Item = PathBuf> + use<> {
    let with = |ending: &str| {
        let mut path = OsString::from(path);
        path.push(ending);
        paths::resolve(Path::new(&path))
    };
    ["", ".js", "/index.js"].map(with).into_iter()
}
