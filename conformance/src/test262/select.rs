//! Which tests are run, and in which group they count.

use std::{
    fmt, fs,
    path::{Path, PathBuf},
};

use serde::Serialize;
use walkdir::WalkDir;

use super::{
    code_in_strings,
    metadata::{Flag, Metadata},
};

/// Where the tests of the language are, as opposed to those of built-ins.
const ROOTS: [&str; 2] = ["test/language", "test/annexB/language"];

/// The features of ES2018 and earlier that tests are marked with, and later ones that are lowered. Left out, though
/// older: `tail-call-optimization`, which hardly an engine has, and what needs shared memory. A test with any other
/// feature is not run.
const FEATURES: &[&str] = &[
    "ArrayBuffer",
    "Array.prototype.includes",
    "Array.prototype.values",
    "BigInt",
    "DataView",
    "Float32Array",
    "Float64Array",
    "Int16Array",
    "Int32Array",
    "Int8Array",
    "Map",
    "Object.is",
    "Promise",
    "Promise.prototype.finally",
    "Proxy",
    "Reflect",
    "Reflect.construct",
    "Reflect.set",
    "Reflect.setPrototypeOf",
    "Set",
    "String.fromCodePoint",
    "String.prototype.endsWith",
    "String.prototype.includes",
    "Symbol",
    "Symbol.asyncIterator",
    "Symbol.hasInstance",
    "Symbol.isConcatSpreadable",
    "Symbol.iterator",
    "Symbol.match",
    "Symbol.replace",
    "Symbol.search",
    "Symbol.species",
    "Symbol.split",
    "Symbol.toPrimitive",
    "Symbol.toStringTag",
    "Symbol.unscopables",
    "TypedArray",
    "Uint16Array",
    "Uint32Array",
    "Uint8Array",
    "Uint8ClampedArray",
    "WeakMap",
    "WeakSet",
    "__getter__",
    "__proto__",
    "__setter__",
    "arbitrary-module-namespace-names",
    "arrow-function",
    "async-functions",
    "async-iteration",
    "caller",
    "class",
    "class-fields-private",
    "class-fields-private-in",
    "class-fields-public",
    "class-methods-private",
    "class-static-block",
    "class-static-fields-private",
    "class-static-fields-public",
    "class-static-methods-private",
    "coalesce-expression",
    "computed-property-names",
    "const",
    "cross-realm",
    "default-parameters",
    "destructuring-assignment",
    "destructuring-binding",
    "dynamic-import",
    "explicit-resource-management",
    "exponentiation",
    "export-star-as-namespace-from-module",
    "for-of",
    "generators",
    "import-attributes",
    "import.meta",
    "json-modules",
    "let",
    "logical-assignment-operators",
    "new.target",
    "numeric-separator-literal",
    "object-rest",
    "object-spread",
    "optional-catch-binding",
    "optional-chaining",
    "regexp-dotall",
    "regexp-duplicate-named-groups",
    "regexp-lookbehind",
    "regexp-match-indices",
    "regexp-modifiers",
    "regexp-named-groups",
    "regexp-unicode-property-escapes",
    "regexp-v-flag",
    "rest-parameters",
    "super",
    "template",
    "u180e",
];

/// A test that is run.
#[derive(Debug)]
pub struct Test {
    /// From the checkout, with slashes: what identifies the test.
    pub path: String,
    pub file: PathBuf,
    pub source: String,
    pub metadata: Metadata,
    pub group: Group,
}

/// What a test is about, as far as a transpiler is concerned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Group {
    /// Run it: it must behave.
    Core,
    /// Code in strings that is not ES5, and `eval-code`: lowering ahead of time reaches only part of it.
    Eval,
    /// Regular expression literals.
    Regexp,
    /// Early errors: downlevel itself must refuse it.
    Negative,
    /// Flag `module`.
    Module,
}

impl fmt::Display for Group {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Core => "core",
            Self::Eval => "eval",
            Self::Regexp => "regexp",
            Self::Negative => "negative",
            Self::Module => "module",
        })
    }
}

/// The mode that a test is run in: it decides what is put before its source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Variant {
    Sloppy,
    Strict,
    Module,
}

impl Test {
    /// The modes that the flags ask for (`INTERPRETING.md`, "Strict Mode").
    pub fn variants(&self) -> &'static [Variant] {
        let has = |flag| self.metadata.has(flag);
        if has(Flag::Module) {
            &[Variant::Module]
        } else if has(Flag::NoStrict) || has(Flag::Raw) {
            &[Variant::Sloppy]
        } else if has(Flag::OnlyStrict) {
            &[Variant::Strict]
        } else {
            &[Variant::Sloppy, Variant::Strict]
        }
    }

    /// The source in one of its modes.
    pub fn code(&self, variant: Variant) -> String {
        let directive = if variant == Variant::Strict { "\"use strict\";\n" } else { "" };
        format!("{directive}{}", self.source)
    }

    /// The directory that the test counts in: `language/expressions/object`.
    pub fn directory(&self) -> &str {
        let path = self.path.strip_prefix("test/").unwrap_or(&self.path);
        let depth = if path.starts_with("annexB/") { 4 } else { 3 };
        let mut slashes = path.match_indices('/').map(|(at, _)| at);
        let end = slashes.clone().nth(depth - 1).or_else(|| slashes.next_back());
        end.map_or(path, |end| &path[..end])
    }
}

/// The tests of `checkout` whose path contains `filter`, by path.
pub fn select(checkout: &Path, filter: Option<&str>) -> Result<Vec<Test>, String> {
    let mut tests = vec![];
    for root in ROOTS {
        for entry in WalkDir::new(checkout.join(root)).sort_by_file_name() {
            let entry = entry.map_err(|error| error.to_string())?;
            let path = relative(checkout, entry.path());
            let is_test = entry.file_type().is_file() && path.ends_with(".js") && !path.contains("_FIXTURE");
            if is_test && filter.is_none_or(|filter| path.contains(filter)) {
                tests.extend(read(entry.path(), &path).map_err(|error| format!("{path}: {error}"))?);
            }
        }
    }
    tests.sort_unstable_by(|a, b| a.path.cmp(&b.path));
    Ok(tests)
}

fn relative(checkout: &Path, file: &Path) -> String {
    let parts = file.strip_prefix(checkout).unwrap_or(file).components();
    parts.map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}

/// The test in `file`, unless it needs what is not lowered.
fn read(file: &Path, path: &str) -> Result<Option<Test>, String> {
    let source = fs::read_to_string(file).map_err(|error| error.to_string())?;
    let metadata = Metadata::read(&source)?;
    if !metadata.features.iter().all(|feature| FEATURES.contains(&feature.as_str())) {
        return Ok(None);
    }
    let group = group(path, &source, &metadata);
    Ok(Some(Test { path: path.into(), file: file.into(), source, metadata, group }))
}

fn group(path: &str, source: &str, metadata: &Metadata) -> Group {
    if metadata.has(Flag::Module) {
        Group::Module
    } else if metadata.is_early_error() {
        Group::Negative
    } else if path.contains("/eval-code/") || code_in_strings::is_newer_than_es5(source) {
        Group::Eval
    } else if path.contains("/literals/regexp/") {
        Group::Regexp
    } else {
        Group::Core
    }
}
