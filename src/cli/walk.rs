//! The files of folders and patterns.
//!
//! `.gitignore` and `.ignore` count as they do for ripgrep, but for what is asked for by name: a folder that is an
//! input is walked though a `.gitignore` around it names it, and in `node_modules` they do not count, since packages
//! ship what they ignore.

use std::{
    collections::BTreeMap,
    ffi::OsStr,
    io::ErrorKind,
    path::{Path, PathBuf},
    sync::Arc,
};

use ignore::{
    DirEntry, Error, WalkBuilder,
    gitignore::{Gitignore, GitignoreBuilder},
};

use super::{
    args::Selection,
    paths,
    pattern::{NODE_MODULES, Pattern},
    report::{Failure, count},
};

/// The extensions of JavaScript.
const EXTENSIONS: [&str; 3] = ["js", "mjs", "cjs"];
/// The extensions of what becomes JavaScript by other tools.
const RELATED: [&str; 6] = ["jsx", "ts", "tsx", "mts", "cts", "vue"];

/// Files that are not taken although somebody may think so, by their extensions.
#[derive(Default)]
pub struct LeftOut(BTreeMap<&'static str, usize>);

impl LeftOut {
    /// Adds those of `files`.
    pub fn add(&mut self, files: &[File]) {
        for file in files {
            let extension = file.path.extension().and_then(OsStr::to_str);
            if let Some(related) = RELATED.into_iter().find(|related| Some(*related) == extension) {
                *self.0.entry(related).or_default() += 1;
            }
        }
    }

    /// `3 files left out (.jsx, .ts)`; nothing if there are none.
    pub fn summary(&self) -> Option<String> {
        let extensions: Vec<String> = self.0.keys().map(|extension| format!(".{extension}")).collect();
        let number = count(self.0.values().sum(), "file");
        (!extensions.is_empty()).then(|| format!("{number} left out ({})", extensions.join(", ")))
    }
}

/// What was found.
#[derive(Default)]
pub struct Found {
    /// JavaScript files, and what a pattern names like them.
    pub files: Vec<File>,
    /// All other files.
    pub others: Vec<File>,
    /// Where they were looked for.
    pub folders: Vec<PathBuf>,
    /// What could not be looked at.
    pub problems: Vec<Failure>,
}

/// A file that was found.
pub struct File {
    pub path: PathBuf,
    pub is_link: bool,
}

impl File {
    fn of(entry: DirEntry) -> Self {
        Self { is_link: entry.path_is_symlink(), path: entry.into_path() }
    }
}

impl Found {
    /// Whether there is neither a file to lower nor a reason why not.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty() && self.problems.is_empty()
    }
}

/// Looks for files.
pub struct Walker<'a> {
    selection: &'a Selection,
    /// Left out; [resolved](paths::resolve).
    out_dir: PathBuf,
    /// The patterns of `--ignore`.
    ignored: Arc<Gitignore>,
}

/// What counts in one walk.
#[derive(Clone, Copy)]
struct Rules {
    ignore_files: bool,
    /// Those of folders around the root, too.
    outer_ignore_files: bool,
    node_modules: bool,
}

impl<'a> Walker<'a> {
    /// Looks for what `selection` says, outside of `out_dir`.
    ///
    /// # Errors
    /// A pattern of `--ignore` makes no sense.
    pub fn new(selection: &'a Selection, out_dir: Option<&Path>) -> Result<Self, Failure> {
        let mut ignored = GitignoreBuilder::new(std::env::current_dir().unwrap_or_default());
        for pattern in &selection.ignore {
            ignored.add_line(None, pattern).map_err(|error| refused(pattern, &error))?;
        }
        let ignored = Arc::new(ignored.build().map_err(|error| refused(&selection.ignore.join(" "), &error))?);
        Ok(Self { selection, out_dir: out_dir.map(paths::resolve).unwrap_or_default(), ignored })
    }

    /// Whether `--ignore` leaves out an input.
    pub fn leaves_out(&self, input: &Path) -> bool {
        !self.ignored.is_empty()
            && input.ancestors().filter(|path| path.file_name().is_some()).any(|path| {
                let is_folder = path != input || path.is_dir();
                self.ignored.matched(path, is_folder).is_ignore()
            })
    }

    /// The files under `root`.
    ///
    /// Links are followed: what a program loads through them has to be in the output too.
    pub fn folder(&self, root: &Path) -> Found {
        self.look(root, self.selection.include_node_modules, |path| Some(is_javascript(path)))
    }

    /// The files that match `pattern`.
    pub fn pattern(&self, pattern: &Pattern) -> Found {
        let wants_node_modules = pattern.names_node_modules || self.selection.include_node_modules;
        self.look(&pattern.base, wants_node_modules, |path| {
            let inside = path.strip_prefix(&pattern.base).unwrap_or(path);
            pattern.matches(inside).then(|| !pattern.is_open || is_javascript(path))
        })
    }

    /// `judge` says whether a file is to be lowered; nothing if it is none of ours.
    fn look(&self, root: &Path, node_modules: bool, judge: impl Fn(&Path) -> Option<bool>) -> Found {
        let is_package = root.components().any(|part| part.as_os_str() == NODE_MODULES);
        let ignore_files = !self.selection.no_gitignore && !is_package;
        let mut rules =
            Rules { ignore_files, outer_ignore_files: ignore_files, node_modules: node_modules || is_package };
        let mut found = Found::default();
        self.walk(root, rules, &judge, &mut found);
        if found.is_empty() && ignore_files {
            // A folder of results is ignored as a whole, and still somebody asks for it.
            rules.outer_ignore_files = false;
            found = Found::default();
            self.walk(root, rules, &judge, &mut found);
        }
        found
    }

    fn walk(&self, root: &Path, rules: Rules, judge: &impl Fn(&Path) -> Option<bool>, found: &mut Found) {
        for entry in self.entries(root, rules) {
            match entry {
                Ok(entry) if is_folder(&entry) => {
                    // Ignore files name `node_modules`, so it has a walk of its own.
                    let packages = entry.path().join(NODE_MODULES);
                    if rules.ignore_files && rules.node_modules && packages.is_dir() && !self.skips(&packages) {
                        let rules = Rules { ignore_files: false, outer_ignore_files: false, ..rules };
                        self.walk(&packages, rules, judge, found);
                    }
                    found.folders.push(entry.into_path());
                }
                Ok(entry) if !entry.file_type().is_some_and(|kind| kind.is_file()) => {}
                Ok(entry) => match judge(entry.path()) {
                    Some(true) => found.files.push(File::of(entry)),
                    Some(false) => found.others.push(File::of(entry)),
                    None => {}
                },
                Err(error) => found.problems.extend(problem(&error)),
            }
        }
    }

    fn entries(&self, root: &Path, rules: Rules) -> ignore::Walk {
        let (ignored, out_dir) = (self.ignored.clone(), self.out_dir.clone());
        let skips_node_modules = rules.ignore_files || !rules.node_modules;
        WalkBuilder::new(root)
            .standard_filters(false)
            .hidden(!self.selection.hidden)
            .ignore(rules.ignore_files)
            .git_ignore(rules.ignore_files)
            .parents(rules.outer_ignore_files)
            .follow_links(true)
            .filter_entry(move |entry| {
                let is_folder = is_folder(entry);
                let is_skipped =
                    || skips_node_modules && entry.file_name() == NODE_MODULES || leads_to(entry, &out_dir);
                !(is_folder && is_skipped() || ignored.matched(entry.path(), is_folder).is_ignore())
            })
            .build()
    }

    fn skips(&self, folder: &Path) -> bool {
        self.ignored.matched(folder, true).is_ignore() || paths::resolve(folder) == self.out_dir
    }
}

fn refused(pattern: &str, error: &Error) -> Failure {
    Failure::new(format!("`--ignore` does not take `{pattern}`: {error}"))
}

/// Whether a folder is the one at `place`. One that has another name can be no other than by a link.
fn leads_to(folder: &DirEntry, place: &Path) -> bool {
    let may_have_names = folder.depth() == 0 || folder.path_is_symlink() || paths::HAS_MANY_NAMES;
    (may_have_names || Some(folder.file_name()) == place.file_name()) && paths::resolve(folder.path()) == place
}

fn is_folder(entry: &DirEntry) -> bool {
    entry.file_type().is_some_and(|kind| kind.is_dir())
}

fn is_javascript(path: &Path) -> bool {
    path.extension().and_then(OsStr::to_str).is_some_and(|extension| EXTENSIONS.contains(&extension))
}

/// What to say about a place that could not be looked at; nothing if it would have been left out anyway.
fn problem(error: &Error) -> Option<Failure> {
    match error {
        Error::WithDepth { err, .. } => problem(err),
        // A link to a folder around it leads to nothing new.
        Error::Loop { .. } => None,
        Error::WithPath { path, err } if is_wanted(path) || is_too_long(err) => {
            Some(Failure::new(format!("cannot read `{}`: {err}", paths::display(path))))
        }
        Error::WithPath { .. } => None,
        other => Some(Failure::new(format!("cannot read a folder: {other}"))),
    }
}

/// Whether the system has no such names, whatever is there.
fn is_too_long(error: &Error) -> bool {
    error.io_error().is_some_and(|error| error.kind() == ErrorKind::InvalidFilename)
}

/// Editors leave broken links behind as locks; only JavaScript and folders are missed.
fn is_wanted(path: &Path) -> bool {
    let hidden = path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
    !hidden && (is_javascript(path) || path.is_dir())
}
