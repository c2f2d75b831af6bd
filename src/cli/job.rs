//! One file through the library: read, lower, write.

use std::{
    ffi::OsString,
    fs,
    io::{self, Read},
    path::{Path, PathBuf},
};

use downlevel::{Diagnostic, Options, Output};

use super::{
    args::{Settings, SourceMaps},
    decode::decode,
    input_map::{self, Source},
    paths,
    report::{Failure, Lowered, Report},
    write,
};

/// What messages call standard input that has been given no other name.
pub const STDIN_NAME: &str = "<stdin>";

/// One file to be lowered.
#[derive(Debug)]
pub struct Job {
    /// Where the source is.
    pub input: Input,
    /// Where the result goes.
    pub target: Target,
}

/// Where a source comes from.
#[derive(Debug)]
pub enum Input {
    /// Standard input.
    Stdin,
    /// This file.
    File(PathBuf),
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
            input_map::Stop::Source(errors) => Self::Source(errors.0),
            input_map::Stop::Map(failure) => Self::World(failure),
        }
    }
}

/// Why a job came to nothing.
enum Stop {
    /// The source is at fault.
    Source(Vec<Diagnostic>),
    /// The world is.
    World(Failure),
}

impl Job {
    /// Lowers the file and returns what there is to say about it.
    pub fn run(&self, settings: &Settings) -> Report {
        let name = self.name(settings);
        let mut report = Report::default();
        match self.lower(settings, &name, &mut report) {
            Ok(()) => {}
            Err(Stop::Source(errors)) => report.add(errors, &name),
            Err(Stop::World(failure)) => report.fail(failure),
        }
        report
    }

    /// The files that are written.
    pub fn outputs(&self, settings: &Settings) -> Vec<PathBuf> {
        match &self.target {
            Target::Stdout => vec![],
            Target::File(path) if settings.source_maps == SourceMaps::External => vec![path.clone(), map_path(path)],
            Target::File(path) => vec![path.clone()],
        }
    }

    fn lower(&self, settings: &Settings, name: &str, report: &mut Report) -> Result<(), Stop> {
        let bytes = self.read().map_err(|error| Stop::World(failure("read", name, &error)))?;
        let source = decode(bytes, name).map_err(|error| Stop::Source(vec![*error]))?;
        let bytes = source.len();
        let folder = self.path(settings).map_or(Path::new("."), paths::directory);
        let found = Source { text: &source, name, folder };
        let mut output = input_map::lower(&found, self.options(settings, name), settings, report)?;
        drop(source);
        report.add(std::mem::take(&mut output.warnings), name);
        let required_builtins = std::mem::take(&mut output.required_builtins);
        self.write(output, settings.source_maps).map_err(Stop::World)?;
        let output = match &self.target {
            Target::Stdout => None,
            Target::File(path) => Some(paths::display(path)),
        };
        report.lowered(Lowered { input: name.to_owned(), output, bytes, required_builtins });
        Ok(())
    }

    /// What messages call the source.
    fn name(&self, settings: &Settings) -> String {
        self.path(settings).map_or_else(|| STDIN_NAME.to_owned(), paths::display)
    }

    /// The path of the source, or the one that standard input is said to have.
    fn path<'a>(&'a self, settings: &'a Settings) -> Option<&'a Path> {
        match &self.input {
            Input::Stdin => settings.stdin_filename.as_deref(),
            Input::File(path) => Some(path),
        }
    }

    fn read(&self) -> io::Result<Vec<u8>> {
        match &self.input {
            Input::Stdin => {
                let mut bytes = vec![];
                io::stdin().lock().read_to_end(&mut bytes)?;
                Ok(bytes)
            }
            Input::File(path) => fs::read(path),
        }
    }

    fn options(&self, settings: &Settings, name: &str) -> Options {
        Options {
            filename: self.map_source(settings).unwrap_or_else(|| name.to_owned()),
            source_type: settings.source_type.of(self.path(settings)),
            modules: settings.modules.into(),
            source_map: settings.source_maps != SourceMaps::None,
            source_root: settings.maps.source_root.clone(),
            sources_content: settings.maps.sources_content,
            helpers: settings.helpers.clone(),
            spec: settings.spec,
            assumptions: settings.assumptions(),
            ..Options::default()
        }
    }

    /// What the source map calls the source: a URL relative to the map.
    fn map_source(&self, settings: &Settings) -> Option<String> {
        let path = self.path(settings).filter(|_| settings.source_maps != SourceMaps::None)?;
        let folder = match &self.target {
            Target::Stdout => Path::new("."),
            Target::File(target) => paths::directory(target),
        };
        Some(paths::relative_url(path, &paths::resolve(folder)))
    }

    /// Writes the map before the code that names it.
    fn write(&self, output: Output, source_maps: SourceMaps) -> Result<(), Failure> {
        let Output { mut code, map, .. } = output;
        match (&self.target, map) {
            (Target::File(target), Some(map)) if source_maps == SourceMaps::External => {
                let path = map_path(target);
                write_file(&path, &map)?;
                add_map_url(&mut code, &paths::url(Path::new(path.file_name().unwrap_or_default())));
            }
            (_, Some(map)) => add_map_url(&mut code, &data_url(&map)),
            (_, None) => {}
        }
        match &self.target {
            Target::Stdout => write::to_stdout(&code).map_err(|error| failure("write", "<stdout>", &error)),
            Target::File(path) => write_file(path, &code),
        }
    }
}

fn write_file(path: &Path, text: &str) -> Result<(), Failure> {
    write::to_file(path, text).map_err(|error| failure("write", &paths::display(path), &error))
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
    Failure::new(format!("cannot {action} `{name}`: {}", paths::reason(error)))
}
