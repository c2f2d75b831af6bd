//! The JavaScript files of a folder.

use std::{
    ffi::OsStr,
    path::{Path, PathBuf},
};

use ignore::{DirEntry, Error, WalkBuilder};

use super::{paths, report::Failure};

/// The extensions of JavaScript.
const EXTENSIONS: [&str; 3] = ["js", "mjs", "cjs"];

/// What a folder holds.
#[derive(Default)]
pub struct Found {
    /// Its JavaScript files.
    pub files: Vec<PathBuf>,
    /// What could not be looked at.
    pub problems: Vec<Failure>,
}

/// Finds the JavaScript files under `root`. `out_dir`, [resolved](paths::resolve), is left out.
///
/// Links are followed: what a program loads through them has to be in the output too.
pub fn walk(root: &Path, out_dir: PathBuf) -> Found {
    let mut found = Found::default();
    let walk = WalkBuilder::new(root)
        .standard_filters(false)
        .hidden(true)
        .follow_links(true)
        .filter_entry(move |entry| !is_skipped_folder(entry, &out_dir))
        .build();
    for entry in walk {
        match entry {
            Ok(entry) if is_folder(&entry) || !is_javascript(entry.path()) => {}
            Ok(entry) => found.files.push(entry.into_path()),
            Err(error) => found.problems.extend(problem(&error)),
        }
    }
    found
}

fn is_skipped_folder(entry: &DirEntry, out_dir: &Path) -> bool {
    is_folder(entry) && (entry.file_name() == "node_modules" || paths::resolve(entry.path()) == out_dir)
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
        Error::WithPath { path, err } if is_wanted(path) => {
            Some(Failure::new(format!("cannot read `{}`: {err}", paths::display(path))))
        }
        Error::WithPath { .. } => None,
        other => Some(Failure::new(format!("cannot read a folder: {other}"))),
    }
}

/// Editors leave broken links behind as locks; only JavaScript and folders are missed.
fn is_wanted(path: &Path) -> bool {
    let hidden = path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
    !hidden && (is_javascript(path) || path.is_dir())
}
