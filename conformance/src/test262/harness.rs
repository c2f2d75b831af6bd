//! The files of `harness/`, which run before a test.

use std::{collections::HashMap, fs, path::Path};

use super::metadata::{Flag, Metadata};

/// What every test gets that is not `raw`.
const ALWAYS: [&str; 2] = ["assert.js", "sta.js"];

/// All harness files by name.
pub struct Harness(HashMap<String, String>);

impl Harness {
    pub fn read(checkout: &Path) -> Result<Self, String> {
        let folder = checkout.join("harness");
        let read = || {
            let mut files = HashMap::new();
            for entry in fs::read_dir(&folder)? {
                let entry = entry?;
                if entry.path().extension().is_some_and(|extension| extension == "js") {
                    files.insert(entry.file_name().to_string_lossy().into_owned(), fs::read_to_string(entry.path())?);
                }
            }
            Ok(Self(files))
        };
        read().map_err(|error: std::io::Error| format!("{}: {error}", folder.display()))
    }

    /// The texts that run before a test, in this order (`INTERPRETING.md`, "Test262-Defined Bindings" and `includes`).
    pub fn files_for(&self, test: &Metadata) -> Result<Vec<&str>, String> {
        if test.has(Flag::Raw) {
            return Ok(vec![]);
        }
        let done = test.has(Flag::Async).then_some("doneprintHandle.js");
        let names = ALWAYS.into_iter().chain(done).chain(test.includes.iter().map(String::as_str));
        names.map(|name| self.0.get(name).map(String::as_str).ok_or(format!("no harness file {name}"))).collect()
    }
}
