//! Fixtures on disk: `fixtures/<feature>/<case>/` with `input.js`, and perhaps `options.json`.

use std::{
    fs,
    path::{Path, PathBuf},
};

use downlevel::{Modules, Options, SourceType};
use serde_json::{Map, Value};

use super::engine::Polyfill;

/// One case, read from its directory.
#[derive(Debug)]
pub struct Fixture {
    pub input: String,
    /// The modules beside `input.js`, by their file names.
    pub modules: Vec<Module>,
    /// The script that runs after `input.js` in the same realm, if there is one.
    pub second: Option<String>,
    pub options: Options,
    /// Why Duktape does not run the output, if it does not.
    pub skips_duktape: Option<String>,
    /// Why it does not behave the same as a module that stays one, if it does not.
    #[allow(dead_code, reason = "most tests lower fixtures as they are meant")]
    pub skips_module: Option<String>,
    /// What Duktape gets before the output runs there.
    pub polyfills: Vec<Polyfill>,
    directory: PathBuf,
}

/// What the input is, and what becomes of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Script,
    /// CommonJS, which may require other files.
    CommonJs,
    /// A module that becomes CommonJS or another format, and may import others.
    Module,
    /// A module that stays one.
    PreservedModule,
}

/// A module that `input.js` imports or requires.
#[derive(Debug)]
#[allow(dead_code, reason = "not every test crate runs modules")]
pub struct Module {
    pub name: String,
    pub source: String,
    /// A CommonJS module to stand in for it where the output runs.
    pub common_js: Option<String>,
}

/// The directories of all cases with their names, `feature/case`, in order of names.
pub fn all() -> Vec<(String, PathBuf)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let cases = directories(&root).into_iter().flat_map(|feature| directories(&feature));
    cases.map(|case| (case.strip_prefix(&root).unwrap_or(&case).to_string_lossy().replace('\\', "/"), case)).collect()
}

fn directories(parent: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(parent).unwrap_or_else(|error| panic!("{}: {error}", parent.display()));
    let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).filter(|path| path.is_dir()).collect();
    paths.sort();
    paths
}

impl Fixture {
    /// Reads the case in `directory`.
    pub fn load(directory: &Path) -> Result<Self, String> {
        let mut fixture = Self {
            input: String::new(),
            modules: vec![],
            second: None,
            options: Options::default(),
            skips_duktape: None,
            skips_module: None,
            polyfills: vec![],
            directory: directory.to_owned(),
        };
        fixture.input = fixture.read("input.js")?.ok_or("has no input.js")?;
        if let Some(json) = fixture.read("options.json")? {
            let fields = serde_json::from_str(&json).map_err(|error| format!("options.json: {error}"))?;
            fixture.configure(fields).map_err(|error| format!("options.json: {error}"))?;
        }
        match fixture.kind() {
            Kind::Script => fixture.second = fixture.read("second.js")?,
            Kind::CommonJs | Kind::Module | Kind::PreservedModule => fixture.modules = fixture.read_modules()?,
        }
        Ok(fixture)
    }

    pub fn kind(&self) -> Kind {
        match (self.options.source_type, self.options.modules) {
            (SourceType::CommonJs, _) => Kind::CommonJs,
            (SourceType::Module, Modules::Preserve) => Kind::PreservedModule,
            (_, Modules::Preserve) => Kind::Script,
            _ => Kind::Module,
        }
    }

    fn read_modules(&self) -> Result<Vec<Module>, String> {
        let entries = fs::read_dir(&self.directory).map_err(|error| error.to_string())?;
        let mut names: Vec<_> =
            entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        names.retain(|name| name.ends_with(".js") && name != "input.js" && name != "output.js");
        names.sort();
        let read = |name: String| {
            let source = self.read(&name)?.unwrap_or_default();
            let common_js = self.read(&name.replace(".js", ".cjs"))?;
            Ok(Module { name, source, common_js })
        };
        names.into_iter().map(read).collect()
    }

    /// `options.json` is an [`Options`] and beside it `"skip": { "duktape": "<reason>", "module": "<reason>" }`, of which
    /// one is enough, and `"polyfills": ["promise"]`.
    fn configure(&mut self, mut fields: Map<String, Value>) -> Result<(), String> {
        if let Some(skip) = fields.remove("skip") {
            for (what, reason) in skip.as_object().into_iter().flatten() {
                let reason = reason.as_str().filter(|reason| !reason.is_empty()).map(str::to_owned);
                match (what.as_str(), reason) {
                    ("duktape", Some(reason)) => self.skips_duktape = Some(reason),
                    ("module", Some(reason)) => self.skips_module = Some(reason),
                    _ => return Err(r#""skip" must be { "duktape": "<reason>", "module": "<reason>" }"#.to_owned()),
                }
            }
        }
        for name in fields.remove("polyfills").iter().flat_map(|names| names.as_array().into_iter().flatten()) {
            let polyfill = name.as_str().and_then(Polyfill::named).ok_or(r#""polyfills" knows "promise" only"#)?;
            self.polyfills.push(polyfill);
        }
        self.options = serde_json::from_value(Value::Object(fields)).map_err(|error| error.to_string())?;
        Ok(())
    }

    /// A file of the case, if it is there.
    pub fn read(&self, name: &str) -> Result<Option<String>, String> {
        let path = self.path(name);
        if !path.exists() {
            return Ok(None);
        }
        fs::read_to_string(path).map(Some).map_err(|error| format!("{name}: {error}"))
    }

    /// Where a file of the case is.
    pub fn path(&self, name: &str) -> PathBuf {
        self.directory.join(name)
    }
}
