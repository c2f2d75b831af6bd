//! The source map of a source, so that ours leads to where that was written: `--input-source-map`.

use std::{
    fs,
    path::{Path, PathBuf},
};

use downlevel::{Code, Diagnostic, Errors, Label, Options, Output, Severity, source_mapping_url, transform};
use serde_json::Value;

use super::{
    args::{InputSourceMap, Settings},
    notice::Notice,
    paths,
    report::{Failure, Report},
    warnings::INPUT_SOURCE_MAP,
};

/// A source to be lowered.
pub struct Source<'a> {
    pub text: &'a str,
    /// What messages call it.
    pub name: &'a str,
    /// The folder that it is in.
    pub folder: &'a Path,
    /// Whether a result is written to the place of this map.
    pub is_replaced: &'a dyn Fn(&Path) -> bool,
}

/// Why a source could not be lowered.
pub enum Stop {
    /// The source is at fault.
    Source(Errors),
    /// The map that was given is.
    Map(Failure),
}

/// Lowers a source, with its map if there is one.
///
/// A map that the source names and that can't be read is worth a warning, one that was given an error.
pub fn lower(
    source: &Source<'_>,
    mut options: Options,
    settings: &Settings,
    report: &mut Report,
) -> Result<Output, Stop> {
    let named = Named::of(source, settings).filter(|_| options.source_map);
    let Some(named) = named else { return transform(source.text, &options).map_err(Stop::Source) };
    if let Some(path) = named.path(source.folder).filter(|path| (source.is_replaced)(path)) {
        return Err(Stop::Map(replaced(&path, source.name)));
    }
    let reason = match named.read(source.folder) {
        Ok(json) => {
            options.input_source_map = Some(json);
            match transform(source.text, &options) {
                Ok(output) => return Ok(output),
                Err(errors) => match about_map(&errors) {
                    Some(error) => reason(error),
                    None => return Err(Stop::Source(errors)),
                },
            }
        }
        Err(reason) => reason,
    };
    match named {
        Named::ByPath(path) => {
            Err(Stop::Map(Failure::new(format!("cannot read the source map `{}`: {reason}", paths::display(path)))))
        }
        Named::ByUrl(url) => {
            report.add([unreadable(source, url, &reason)], source.name);
            options.input_source_map = None;
            transform(source.text, &options).map_err(Stop::Source)
        }
    }
}

/// The error that says that the map can't be read.
fn about_map(errors: &Errors) -> Option<&Diagnostic> {
    errors.iter().find(|error| error.code == Code::InputSourceMap)
}

/// What is wrong with a map, in the words of the library.
fn reason(error: &Diagnostic) -> String {
    error.message.split_once(": ").map_or(&*error.message, |(_, reason)| reason).to_owned()
}

fn replaced(path: &Path, name: &str) -> Failure {
    let message = format!("the source map `{}` of `{name}` would be replaced by a result", paths::display(path));
    Failure::new(message).about(name).advise("write the results to another folder, or say `--input-source-map none`")
}

fn unreadable(source: &Source<'_>, url: &str, reason: &str) -> Notice {
    let start = source.text.rfind(url).unwrap_or_default();
    let data = url.starts_with("data:");
    let what = if data { "the source map in this line".to_owned() } else { format!("the source map `{url}`") };
    Notice {
        severity: Severity::Warning,
        code: INPUT_SOURCE_MAP,
        message: format!("{what} cannot be read: {reason}"),
        advice: Some("the new map leads to this file; if that is meant, say `--input-source-map none`".to_owned()),
        primary: Label::new(source.name, source.text, start..start + url.len()),
        related: vec![],
    }
}

/// How the map of a source is named.
#[derive(Clone, Copy)]
enum Named<'a> {
    /// By the source, from its folder.
    ByUrl(&'a str),
    /// On the command line.
    ByPath(&'a Path),
}

impl<'a> Named<'a> {
    fn of(source: &Source<'a>, settings: &'a Settings) -> Option<Self> {
        match &settings.maps.input_source_map {
            InputSourceMap::None => None,
            InputSourceMap::Auto => source_mapping_url(source.text).map(Self::ByUrl),
            InputSourceMap::File(path) => Some(Self::ByPath(path)),
        }
    }

    /// The file that it is, if it is one.
    fn path(self, folder: &Path) -> Option<PathBuf> {
        match self {
            Self::ByUrl(url) if url.starts_with("data:") => None,
            Self::ByUrl(url) => file_of_url(url, folder).ok(),
            Self::ByPath(path) => Some(path.to_owned()),
        }
    }

    /// The map as JSON, with sources named from `folder`.
    fn read(self, folder: &Path) -> Result<String, String> {
        let path = match self {
            Self::ByUrl(url) if url.starts_with("data:") => return decode_data(url),
            Self::ByUrl(url) => file_of_url(url, folder)?,
            Self::ByPath(path) => path.to_owned(),
        };
        let bytes = fs::read(&path).map_err(|error| paths::reason(&error))?;
        let json = String::from_utf8(bytes).map_err(|_| "it is not UTF-8".to_owned())?;
        let url = paths::relative_url(&path, &paths::resolve(folder));
        Ok(match url.rsplit_once('/') {
            Some((place, _)) => with_place(json, place),
            None => json,
        })
    }
}

/// The map in `data:application/json;base64,…`.
fn decode_data(url: &str) -> Result<String, String> {
    let (kind, data) = url.split_once(',').ok_or("it has no comma")?;
    let bytes = match kind.ends_with(";base64") {
        true => base64_simd::forgiving_decode_to_vec(data.as_bytes()).map_err(|_| "it is not Base64")?,
        false => paths::unescape(data),
    };
    String::from_utf8(bytes).map_err(|_| "it is not UTF-8".to_owned())
}

fn file_of_url(url: &str, folder: &Path) -> Result<PathBuf, String> {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    let path = match path.split_once("://") {
        Some(("file", path)) => path,
        Some(_) => return Err("it is not a file; give the path of a copy with `--input-source-map`".to_owned()),
        None => path,
    };
    Ok(folder.join(paths::of_bytes(paths::unescape(path))))
}

/// Adds the folder that a map is in to the names of its sources, by `sourceRoot`. What is no map stays as it is, for
/// the library to say what is wrong.
fn with_place(json: String, place: &str) -> String {
    let Ok(mut map) = serde_json::from_str::<Value>(&json) else { return json };
    match map.get_mut("sections").and_then(Value::as_array_mut) {
        Some(sections) => {
            sections.iter_mut().filter_map(|section| section.get_mut("map")).for_each(|map| put(map, place))
        }
        None => put(&mut map, place),
    }
    map.to_string()
}

fn put(map: &mut Value, place: &str) {
    let Some(fields) = map.as_object_mut() else { return };
    let root = match fields.get("sourceRoot").and_then(Value::as_str).unwrap_or_default() {
        root if root.starts_with('/') || root.contains("://") => return,
        root => format!("{place}/{root}"),
    };
    fields.insert("sourceRoot".to_owned(), root.into());
}
