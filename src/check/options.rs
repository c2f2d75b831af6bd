//! What `check` has to know of a source.

use crate::options::{Modules, Options, SourceType};

/// How one file is checked. Plain data, as [`Options`]: take [`CheckOptions::default`] and change what you need.
///
/// ```
/// use downlevel::{CheckOptions, Modules, Options, check, transform};
///
/// // Whether code can be run as it is: `import` and `export` are findings, too.
/// let alone = CheckOptions { modules: Modules::CommonJs, ..CheckOptions::default() };
/// assert_eq!(check("export var a;", &alone)?.len(), 1);
///
/// // What belongs to the options that something was lowered with.
/// let options = Options { filename: "app.mjs".into(), ..Options::default() };
/// let output = transform("export const a = 1;", &options)?;
/// assert!(check(&output.code, &CheckOptions::from(&options))?.is_empty());
/// # Ok::<(), downlevel::Errors>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(default, rename_all = "camelCase", deny_unknown_fields))]
pub struct CheckOptions {
    /// As [`Options::filename`]. Default: `input.js`.
    pub filename: String,
    /// As [`Options::source_type`]. Default: [`SourceType::Auto`].
    pub source_type: SourceType,
    /// With [`Modules::Preserve`], `import` and `export`, `import()` and `import.meta` are no findings.
    /// Default: that.
    pub modules: Modules,
}

impl Default for CheckOptions {
    fn default() -> Self {
        Self::from(&Options::default())
    }
}

/// Those for what is lowered with these options, before and after.
impl From<&Options> for CheckOptions {
    fn from(options: &Options) -> Self {
        Self { filename: options.filename.clone(), source_type: options.source_type, modules: options.modules }
    }
}

impl CheckOptions {
    /// As the parser and the walk over scopes take them.
    pub(super) fn to_options(&self) -> Options {
        let Self { filename, source_type, modules } = self.clone();
        Options { filename, source_type, modules, ..Options::default() }
    }
}
