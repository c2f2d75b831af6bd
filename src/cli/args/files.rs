//! The flags that say which files are taken, and how results are written.

use clap::ArgAction;

/// Which files of folders and patterns are taken.
#[derive(Debug, Clone, Default, clap::Args)]
#[command(next_help_heading = "Files")]
pub struct Selection {
    /// Leave out what this pattern matches, as a line of .gitignore would; can be given again
    ///
    /// It begins at the current folder: `*.test.js` is a name in any folder, `/src/vendor` a place. Files that are
    /// inputs themselves are left out, too.
    #[arg(long, value_name = "GLOB", action = ArgAction::Append, hide_short_help = true)]
    pub ignore: Vec<String>,

    /// Take what .gitignore and .ignore leave out
    #[arg(long, hide_short_help = true)]
    pub no_gitignore: bool,

    /// Take names that begin with a dot
    #[arg(long, hide_short_help = true)]
    pub hidden: bool,

    /// Take what is in folders named node_modules
    #[arg(long, hide_short_help = true)]
    pub include_node_modules: bool,
}

/// How results are written.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Files")]
pub struct OutputArgs {
    /// Lower again what changes, until Ctrl-C
    ///
    /// A result is removed when its source is gone, if this run has written it.
    #[arg(short, long, conflicts_with = "report")]
    pub watch: bool,

    /// Replace each input by its result, such as the files of a finished build
    ///
    /// Unless `--source-maps` is given, a file that has a source map keeps one: beside it or in it, leading on through
    /// the map it had.
    #[arg(long, conflicts_with_all = ["output", "out_dir", "watch", "copy_files", "out_file_extension"])]
    pub in_place: bool,

    /// Copy what is not JavaScript to `--out-dir`
    ///
    /// The source maps of lowered files are not copied.
    #[arg(long, hide_short_help = true)]
    pub copy_files: bool,

    /// The extension of results in `--out-dir`, such as cjs
    ///
    /// Relative specifiers that lead to a file of the same run follow. A .mjs that becomes CommonJS is called .cjs anyway.
    #[arg(long, value_name = "EXT", value_parser = extension, hide_short_help = true)]
    pub out_file_extension: Option<String>,
}

fn extension(text: &str) -> Result<String, &'static str> {
    let extension = text.strip_prefix('.').unwrap_or(text);
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
    if extension.is_empty() || extension.starts_with('.') || !extension.chars().all(is_name) {
        return Err("expected an extension such as `js`, `mjs` or `cjs`");
    }
    Ok(extension.to_owned())
}
