//! One file through the library: read, lower, write.

use std::{
    collections::BTreeMap,
    ffi::OsString,
    fs::File,
    io::{self, Read},
    panic::{AssertUnwindSafe, catch_unwind},
    path::{Path, PathBuf},
};

use downlevel::{HelperModule, Helpers, Modules, Options, Output, SourceType, helper_module, transform};
use rustc_hash::FxHashSet;

use super::{
    args::{Settings, SourceMaps},
    decode::decode,
    input_map::{self, Source},
    notice::Notice,
    paths,
    report::{Failure, Lowered, Report},
    results::{self, Results},
    write,
};

/// What messages call standard input that has been given no other name.
pub const STDIN_NAME: &str = "<stdin>";
/// What messages call the module of the helpers.
const HELPERS_NAME: &str = "<helpers>";

/// One file and what is to be done with it.
#[derive(Debug)]
pub struct Job {
    /// Where the source is.
    pub input: Input,
    /// Where the result goes.
    pub target: Target,
    /// What is done.
    pub work: Work,
    /// Whether there was nothing where results go when that was planned.
    pub is_new: bool,
}

/// What is done with a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Work {
    /// It is lowered.
    Lower,
    /// It is copied as it is.
    Copy,
    /// The module of the helpers is written.
    Helpers,
}

/// Where a source comes from.
#[derive(Debug)]
pub enum Input {
    /// Standard input.
    Stdin,
    /// The helpers, which come from no file.
    Helpers,
    /// This file.
    File(PathBuf),
    /// This file, which was found in a folder and is no link.
    Found(PathBuf),
}

/// Where a result goes.
#[derive(Debug)]
pub enum Target {
    /// Standard output.
    Stdout,
    /// This file.
    File(PathBuf),
}

impl From<input_map::Stop> for Stop {
    fn from(stop: input_map::Stop) -> Self {
        match stop {
            input_map::Stop::Source(errors) => Self::Source(errors.into_iter().map(Notice::from).collect()),
            input_map::Stop::Map(failure) => Self::World(failure),
        }
    }
}

/// Why a job came to nothing.
enum Stop {
    /// The source is at fault.
    Source(Vec<Notice>),
    /// The world is.
    World(Failure),
}

impl Job {
    /// Does the work and returns what there is to say about it. `results` are those of the whole run.
    pub fn run(&self, settings: &Settings, results: &Results) -> Report {
        let name = self.name(settings);
        guarded(&name, || self.work(settings, results, &name)).unwrap_or_else(Report::from)
    }

    fn work(&self, settings: &Settings, results: &Results, name: &str) -> Report {
        let mut report = Report::default();
        let done = match self.work {
            Work::Lower => self.lower(settings, results, name, &mut report),
            Work::Copy => self.copy(name, &mut report).map_err(Stop::World),
            Work::Helpers => self.write_helpers(settings),
        };
        match done {
            Ok(()) => {}
            Err(Stop::Source(errors)) => report.add(errors, name),
            Err(Stop::World(failure)) => report.fail(failure),
        }
        report
    }

    /// The files that may be written.
    pub fn outputs(&self, settings: &Settings) -> Vec<PathBuf> {
        let may_have_map = matches!(settings.source_maps, SourceMaps::External | SourceMaps::Same);
        match &self.target {
            Target::Stdout => vec![],
            Target::File(path) if self.work == Work::Lower && may_have_map => vec![path.clone(), map_path(path)],
            Target::File(path) => vec![path.clone()],
        }
    }

    fn lower(&self, settings: &Settings, results: &Results, name: &str, report: &mut Report) -> Result<(), Stop> {
        let (bytes, is_executable) = self.read().map_err(|error| Stop::World(failure("read", name, &error)))?;
        let source = decode(bytes, name).map_err(|error| Stop::Source(vec![*error]))?;
        let bytes = source.len();
        let source_maps = self.source_maps(settings, &source);
        let found = Source {
            text: &source,
            name,
            folder: self.path(settings).map_or(Path::new("."), paths::directory),
            is_replaced: &|map| self.replaces(map, &results.written),
        };
        let mut output =
            input_map::lower(&found, self.options(settings, results, name, source_maps), settings, report)?;
        drop(source);
        report.add(std::mem::take(&mut output.warnings), name);
        let required_builtins = std::mem::take(&mut output.required_builtins);
        let is_module = output.source_type != SourceType::Script;
        self.write(output, source_maps, is_executable).map_err(Stop::World)?;
        let output = match &self.target {
            Target::Stdout => None,
            Target::File(path) => Some(paths::display(path)),
        };
        report.lowered(Lowered { input: name.to_owned(), output, bytes, required_builtins, is_module });
        Ok(())
    }

    /// Writes the module of the helpers, in the format that the results load.
    fn write_helpers(&self, settings: &Settings) -> Result<(), Stop> {
        let module = |format| Ok(helper_module(format));
        let code = match settings.modules.into() {
            Modules::Preserve => module(HelperModule::EsModule),
            Modules::CommonJs => module(HelperModule::CommonJs),
            modules => {
                let global_name = settings.global_of_helpers().map(str::to_owned);
                let options = Options { modules, global_name, filename: HELPERS_NAME.to_owned(), ..Options::default() };
                transform(&helper_module(HelperModule::EsModule), &options).map(|output| output.code)
            }
        };
        let code = code.map_err(|errors| Stop::Source(errors.into_iter().map(Notice::from).collect()))?;
        self.target_file().map_or(Ok(()), |path| self.write_file(path, &code, false)).map_err(Stop::World)
    }

    /// The file that the source is in.
    pub fn source_file(&self) -> Option<&Path> {
        match &self.input {
            Input::File(path) | Input::Found(path) => Some(path),
            Input::Stdin | Input::Helpers => None,
        }
    }

    /// The file that the result goes to.
    pub fn target_file(&self) -> Option<&Path> {
        match &self.target {
            Target::File(path) => Some(path),
            Target::Stdout => None,
        }
    }

    fn copy(&self, name: &str, report: &mut Report) -> Result<(), Failure> {
        let (Input::File(input) | Input::Found(input), Target::File(output)) = (&self.input, &self.target) else {
            return Ok(());
        };
        let mut source = File::open(input).map_err(|error| failure("read", name, &error))?;
        let output_name = paths::display(output);
        write::copy(&mut source, output).map_err(|error| failure("write", &output_name, &error))?;
        report.copied(name.to_owned(), output_name);
        Ok(())
    }

    /// What messages call the source.
    fn name(&self, settings: &Settings) -> String {
        let unnamed = || if self.work == Work::Helpers { HELPERS_NAME } else { STDIN_NAME }.to_owned();
        self.path(settings).map_or_else(unnamed, paths::display)
    }

    /// The path of the source, or the one that standard input is said to have.
    fn path<'a>(&'a self, settings: &'a Settings) -> Option<&'a Path> {
        match &self.input {
            Input::Stdin => settings.stdin_filename.as_deref(),
            _ => self.source_file(),
        }
    }

    /// The source, and whether its file may be executed.
    fn read(&self) -> io::Result<(Vec<u8>, bool)> {
        let mut bytes = vec![];
        match &self.input {
            Input::Stdin => {
                io::stdin().lock().read_to_end(&mut bytes)?;
                Ok((bytes, false))
            }
            Input::Helpers => Ok((bytes, false)),
            Input::File(path) | Input::Found(path) => {
                let mut file = File::open(path)?;
                file.read_to_end(&mut bytes)?;
                Ok((bytes, write::is_executable(&file)))
            }
        }
    }

    /// Where the source map goes if the source is `text`. Standard output has nothing beside it.
    fn source_maps(&self, settings: &Settings, text: &str) -> SourceMaps {
        match (settings.source_maps.of(text), &self.target) {
            (SourceMaps::External, Target::Stdout) => SourceMaps::Inline,
            (source_maps, _) => source_maps,
        }
    }

    /// Whether the source's map is at a place that is written to; not if it is renewed there, since it is read before.
    fn replaces(&self, map: &Path, written: &FxHashSet<OsString>) -> bool {
        let is_own = || match (&self.input, &self.target) {
            (Input::File(input) | Input::Found(input), Target::File(target)) => {
                input == target && paths::resolve(&map_path(target)) == paths::resolve(map)
            }
            _ => false,
        };
        written.contains(paths::resolve(map).as_os_str()) && !is_own()
    }

    fn options(&self, settings: &Settings, results: &Results, name: &str, source_maps: SourceMaps) -> Options {
        let has_map = source_maps != SourceMaps::None;
        let mut globals: BTreeMap<String, String> = settings.globals.iter().cloned().collect();
        let helpers = self.helpers(settings, results, &mut globals);
        let target = self.target_file();
        let rename_modules =
            self.path(settings).zip(target).and_then(|(path, target)| results.specifiers(path, target));
        Options {
            filename: has_map.then(|| self.map_source(settings)).flatten().unwrap_or_else(|| name.to_owned()),
            source_type: settings.source_type.into(),
            modules: settings.modules.into(),
            module_name: settings.module_name.clone(),
            global_name: settings.global_name.clone(),
            globals,
            source_map: has_map,
            source_root: settings.maps.source_root.clone(),
            sources_content: settings.maps.sources_content,
            interop: settings.interop.into(),
            module_exports: settings.module_exports,
            rename_modules,
            helpers,
            compact: settings.compact.into(),
            ascii_only: settings.ascii,
            typeof_symbols: settings.typeof_symbols,
            spec: settings.spec,
            unsupported: settings.unsupported.into(),
            assumptions: settings.assumptions(),
            ..Options::default()
        }
    }

    /// Where the helpers come from, as seen from the result.
    fn helpers(&self, settings: &Settings, results: &Results, globals: &mut BTreeMap<String, String>) -> Helpers {
        let (Some(helpers), Some(target)) = (&results.helpers, self.target_file()) else {
            return settings.helpers.clone();
        };
        let module = results::relative(helpers, &paths::resolve(paths::directory(target)));
        if let Some(global) = settings.global_of_helpers() {
            globals.insert(module.clone(), global.to_owned());
        }
        Helpers::External(module)
    }

    /// What the source map calls the source: a URL relative to the map.
    fn map_source(&self, settings: &Settings) -> Option<String> {
        let path = self.path(settings)?;
        let folder = match &self.target {
            Target::Stdout => Path::new("."),
            Target::File(target) => paths::directory(target),
        };
        Some(paths::relative_url(path, &paths::resolve(folder)))
    }

    /// Writes the map before the code that names it.
    fn write(&self, output: Output, source_maps: SourceMaps, is_executable: bool) -> Result<(), Failure> {
        let Output { mut code, map, .. } = output;
        match (&self.target, map) {
            (Target::File(target), Some(map)) if source_maps == SourceMaps::External => {
                let path = map_path(target);
                self.write_file(&path, &map, false)?;
                add_map_url(&mut code, &paths::url(Path::new(path.file_name().unwrap_or_default())));
            }
            (_, Some(map)) => add_map_url(&mut code, &data_url(&map)),
            (_, None) => {}
        }
        match &self.target {
            Target::Stdout => write::to_stdout(&code).map_err(|error| failure("write", "<stdout>", &error)),
            Target::File(path) => self.write_file(path, &code, is_executable),
        }
    }

    fn write_file(&self, path: &Path, text: &str, is_executable: bool) -> Result<(), Failure> {
        let write = if self.is_new { write::to_new_file } else { write::to_file };
        write(path, text, is_executable).map_err(|error| failure("write", &paths::display(path), &error))
    }
}

/// Keeps a fault of ours in the file that messages call `name` from taking others with it.
///
/// # Errors
/// The work broke down.
pub fn guarded<T>(name: &str, work: impl FnOnce() -> T) -> Result<T, Failure> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|payload| {
        let text = payload.downcast_ref::<&str>().copied();
        let text =
            text.or_else(|| payload.downcast_ref::<String>().map(String::as_str)).unwrap_or("no reason is known");
        Failure::new(format!("downlevel broke down over `{name}`: {text}"))
            .advise("this is a fault of downlevel: please report it, with this file")
    })
}

/// `dist/app.js.map` for `dist/app.js`.
fn map_path(target: &Path) -> PathBuf {
    let mut path = OsString::from(target);
    path.push(".map");
    path.into()
}

fn add_map_url(code: &mut String, url: &str) {
    code.push_str("//# sourceMappingURL=");
    code.push_str(url);
    code.push('\n');
}

fn data_url(map: &str) -> String {
    format!("data:application/json;charset=utf-8;base64,{}", base64_simd::STANDARD.encode_to_string(map))
}

/// What went wrong with the file that messages call `name`.
pub fn failure(action: &str, name: &str, error: &io::Error) -> Failure {
    Failure::new(format!("cannot {action} `{name}`: {}", paths::reason(error))).about(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_an_error_of_its_file() {
        assert_eq!(guarded("src/a.js", || 1).ok(), Some(1));
        let failure = guarded::<()>("src/a.js", || panic!("index {} is odd", 3)).unwrap_err();
        let report = Report::from(failure);
        assert!(report.has_errors());
        assert_eq!(
            anstream::adapter::strip_str(&report.render_human()).to_string(),
            "error: downlevel broke down over `src/a.js`: index 3 is odd\n  |\n  = help: this is a fault of downlevel: \
             please report it, with this file\n\n"
        );
    }
}
