//! Configuration files: what could be typed as flags, written down.
//!
//! One file counts for a run: that of `--config`, or the nearest of `downlevel.toml`, `downlevel.json` and a
//! `package.json` with the key `downlevel`, in the current folder or a folder around it. It is turned into flags, which
//! are put before those that were typed: so what is typed wins, lists grow, and each value is judged by its flag.
//!
//! `inputs` and `outDir` belong together: they count if no input was typed.

mod json;
mod keys;
mod print;
mod toml;
mod tree;

use std::{
    env,
    ffi::OsString,
    fs,
    io::ErrorKind,
    path::{Path, PathBuf},
};

use clap::{ArgMatches, parser::ValueSource};

use self::{keys::Setting, tree::Text};
use super::{
    args::{self, Args, Cli, ConfigArgs, Subcommand},
    paths,
    report::{Failure, Report},
    warnings::NO_SOURCE_MAP,
};
pub use print::print;

const TOML: &str = "downlevel.toml";
const JSON: &str = "downlevel.json";
const PACKAGE: &str = "package.json";
/// The key of [`PACKAGE`].
const PACKAGE_KEY: &str = "downlevel";

/// A configuration file as flags.
#[derive(Debug)]
pub struct Configuration {
    /// Where it is, as seen from the current folder.
    pub path: PathBuf,
    settings: Vec<Setting>,
}

/// Finds and reads the file that counts for `cli`.
///
/// # Errors
/// It cannot be read, or holds what is no configuration.
pub fn find(cli: &Cli) -> Result<Option<Configuration>, Report> {
    let args = match &cli.command {
        None => &cli.args.config,
        Some(Subcommand::Check(check)) => &check.config,
        Some(Subcommand::Helpers(_) | Subcommand::Completions(_) | Subcommand::Man(_)) => return Ok(None),
    };
    match args {
        ConfigArgs { no_config: true, .. } => Ok(None),
        ConfigArgs { config: Some(path), .. } => read(path),
        ConfigArgs { .. } => search(),
    }
}

/// Looks in the current folder and those around it.
fn search() -> Result<Option<Configuration>, Report> {
    let Ok(here) = env::current_dir() else { return Ok(None) };
    let mut up = PathBuf::new();
    for folder in here.ancestors() {
        let names = [TOML, JSON].into_iter().filter(|name| folder.join(name).is_file()).collect::<Vec<_>>();
        if let [first, second] = names.as_slice() {
            return Err(Failure::new(format!("there are `{first}` and `{second}` in `{}`", paths::display(folder)))
                .advise("keep one of the two, or choose one with `--config FILE`")
                .into());
        }
        for name in names.into_iter().chain([PACKAGE].into_iter().filter(|name| folder.join(name).is_file())) {
            if let Some(found) = read(&up.join(name))? {
                return Ok(Some(found));
            }
        }
        up.push("..");
    }
    Ok(None)
}

/// Reads one file; nothing if it is a `package.json` that says nothing of this command.
fn read(path: &Path) -> Result<Option<Configuration>, Report> {
    let name = paths::display(path);
    let source = fs::read_to_string(path).map_err(|error| {
        let reason = match error.kind() {
            ErrorKind::NotFound => "there is no such file".to_owned(),
            _ => error.to_string(),
        };
        Failure::new(format!("cannot read the configuration `{name}`: {reason}"))
    })?;
    let text = Text { name: &name, source: source.strip_prefix('\u{FEFF}').unwrap_or(&source) };
    let tree = match path.extension() {
        Some(extension) if extension == "toml" => Some(toml::parse(text.source)),
        _ if path.file_name().is_some_and(|name| name == PACKAGE) => json::parse_key(text.source, PACKAGE_KEY),
        _ => Some(json::parse(text.source)),
    };
    let Some(tree) = tree else { return Ok(None) };
    let folder = paths::directory(path);
    let folder = if folder == Path::new(".") { Path::new("") } else { folder };
    let settings =
        tree.and_then(|tree| keys::settings(&tree, folder, &args::command())).map_err(|wrong| text.report(wrong))?;
    Ok(Some(Configuration { path: path.to_owned(), settings }))
}

impl Configuration {
    /// `typed`, of which the first is the name of the command, with the flags of the file put in.
    pub fn add_to(&self, typed: &[OsString], cli: &Cli) -> Vec<OsString> {
        let command = &args::command();
        let (at, flags) = match &cli.command {
            None => (1, command),
            Some(_) => (2, typed.get(1).and_then(|name| command.find_subcommand(name)).unwrap_or(command)),
        };
        let (before, after) = typed.split_at_checked(at).unwrap_or((typed, &[]));
        let mut args = before.to_vec();
        for setting in &self.settings {
            if !setting.is_input && setting.is_of(flags) && self.counts(setting, cli) {
                args.extend_from_slice(&setting.flags);
            }
        }
        args.extend_from_slice(after);
        let inputs = self.inputs(cli);
        if !inputs.is_empty() {
            args.push("--".into());
            args.extend(inputs);
        }
        args
    }

    /// What is to be lowered or checked, if nothing of the kind was typed. What is replaced in its place is always typed.
    fn inputs(&self, cli: &Cli) -> Vec<OsString> {
        let of = |is_it: fn(&Setting) -> bool| self.settings.iter().filter(move |setting| is_it(setting));
        match &cli.command {
            None if cli.args.inputs.is_empty() && !cli.args.results.in_place => {
                of(|setting| setting.is_input).flat_map(|setting| setting.flags.clone()).collect()
            }
            Some(Subcommand::Check(check)) if check.paths.is_empty() => {
                of(|setting| setting.is_out_dir).filter_map(Setting::value).collect()
            }
            _ => vec![],
        }
    }

    fn counts(&self, setting: &Setting, cli: &Cli) -> bool {
        let Args { inputs, output, results, .. } = &cli.args;
        if setting.is_out_dir {
            return inputs.is_empty() && output.is_none() && !results.in_place;
        }
        !(setting.is_external_source_maps() && self.has_no_file(cli))
    }

    /// Whether the result goes where nothing can stand beside it: to standard output or a device.
    fn has_no_file(&self, cli: &Cli) -> bool {
        let Args { inputs, output, out_dir, results, .. } = &cli.args;
        let is_project = inputs.is_empty() && self.settings.iter().any(|setting| setting.is_out_dir);
        match output {
            Some(path) => {
                path == Path::new("-") || path.metadata().is_ok_and(|there| !there.is_file() && !there.is_dir())
            }
            None => out_dir.is_none() && !results.in_place && !is_project,
        }
    }

    /// A warning about what the file asks for and this run, as it was `typed`, cannot give.
    pub fn objection(&self, cli: &Cli, typed: &ArgMatches) -> Option<Failure> {
        let asks = cli.command.is_none()
            && self.settings.iter().any(Setting::is_external_source_maps)
            && typed.value_source("source_maps") != Some(ValueSource::CommandLine);
        (asks && self.has_no_file(cli) && !cli.args.print_config).then(|| {
            Failure::new("there is no source map: standard output has no file for it to stand beside")
                .advise("write to a file with `-o FILE`, or use `--source-maps inline`")
                .into_warning(NO_SOURCE_MAP)
        })
    }
}
