//! The flags about source maps.

use std::{ffi::OsString, path::PathBuf};

use clap::{
    ValueEnum,
    builder::{OsStringValueParser, TypedValueParser},
};
use downlevel::source_mapping_url;

/// What source maps hold.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Source maps")]
pub struct MapArgs {
    /// The map of the source itself, to go through: auto, none or a file
    ///
    /// What another tool made of TypeScript leads back to the TypeScript then. `auto` takes the map that the source
    /// names in its last line (`//# sourceMappingURL=…`), as a file beside it or as data. If that can't be read, the
    /// map leads to the source, and a warning says so.
    #[arg(long, value_name = "FROM", default_value = "auto", hide_short_help = true)]
    #[arg(value_parser = OsStringValueParser::new().map(InputSourceMap::from))]
    pub input_source_map: InputSourceMap,

    /// `sourceRoot` of source maps: what debuggers put before the names of sources
    #[arg(long, value_name = "URL", hide_short_help = true)]
    pub source_root: Option<String>,

    /// Whether source maps hold the texts of their sources
    #[arg(long, value_name = "BOOL", action = clap::ArgAction::Set, default_value_t = true, hide_short_help = true)]
    pub sources_content: bool,
}

/// `--input-source-map`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InputSourceMap {
    /// The one that the source names.
    Auto,
    /// None, whatever the source says.
    None,
    /// This file.
    File(PathBuf),
}

impl From<OsString> for InputSourceMap {
    fn from(text: OsString) -> Self {
        match text.to_str() {
            Some("auto") => Self::Auto,
            Some("none") => Self::None,
            _ => Self::File(text.into()),
        }
    }
}

/// `--source-maps`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum SourceMaps {
    /// None are made
    #[default]
    None,
    /// Into a file beside the result: `app.js.map` for `app.js`
    External,
    /// Into the result itself
    Inline,
    /// Where the source has its own, if it has one
    Same,
}

impl SourceMaps {
    /// Where the map goes if the source is `text`.
    pub fn of(self, text: &str) -> Self {
        match (self, source_mapping_url(text)) {
            (Self::Same, None) => Self::None,
            (Self::Same, Some(url)) if url.starts_with("data:") => Self::Inline,
            (Self::Same, Some(_)) => Self::External,
            (chosen, _) => chosen,
        }
    }
}
