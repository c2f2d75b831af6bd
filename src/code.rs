//! The names of what can be wrong with a source: programs go by them, since wording may change.

use std::fmt;

/// Declares the enum, and the name of each code.
macro_rules! codes {
    ($($(#[doc = $doc:literal])* $code:ident = $name:literal,)*) => {
        /// What kind of finding a [`Diagnostic`](crate::Diagnostic) is. Its name is stable; `Display` and serde give it.
        ///
        /// ```
        /// use downlevel::{Code, Options, transform};
        ///
        /// let errors = transform("let a; let a;", &Options::default()).unwrap_err();
        /// assert_eq!(errors.iter().next().map(|error| error.code), Some(Code::Redeclared));
        /// assert_eq!(Code::Redeclared.name(), "redeclared");
        /// ```
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(feature = "serde", derive(serde::Serialize))]
        #[non_exhaustive]
        pub enum Code {
            $(
                $(#[doc = $doc])*
                #[cfg_attr(feature = "serde", serde(rename = $name))]
                $code,
            )*
        }

        impl Code {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$code,)*];

            /// The stable name, such as `too-new`.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$code => $name,)*
                }
            }
        }
    };
}

codes! {
    /// The source breaks a rule of the grammar.
    Syntax = "syntax",
    /// A name is declared twice in one scope.
    Redeclared = "redeclared",
    /// The source is in another language, such as TypeScript.
    NotJavaScript = "not-javascript",
    /// Syntax of an edition that is not lowered.
    TooNew = "too-new",
    /// Syntax that could be lowered, and is not yet.
    Unsupported = "unsupported",
    /// A name that ES5 cannot spell, and that must not change.
    Unspellable = "unspellable",
    /// A BigInt literal: a warning that the engine must have `BigInt`.
    BigInt = "bigint",
    /// Lookbehind in a regular expression.
    Lookbehind = "lookbehind",
    /// The flag `d` of a regular expression.
    MatchIndices = "match-indices",
    /// A regular expression in which `^` matches at lines in one part and not in another.
    LineStarts = "line-starts",
    /// A regular expression in which a reference to a group alone ignores case.
    IgnoredCase = "ignored-case",
    /// A regular expression that looks for half of a pair of surrogates.
    LoneSurrogate = "lone-surrogate",
    /// What is used in a `with` would need another name.
    With = "with",
    /// What direct `eval` may use would need another name or place.
    Eval = "eval",
    /// Import attributes, where `import` becomes `require`: a warning if nothing depends on them.
    ImportAttribute = "import-attribute",
    /// `import.meta`, where the format of modules has nothing like it.
    ImportMeta = "import-meta",
    /// The format of modules has nothing for what the source does.
    ModuleFormat = "module-format",
    /// `await` at the top of a module, where that cannot wait.
    TopLevelAwait = "top-level-await",
    /// A page has no name for what a module imports or exports.
    NoGlobal = "no-global",
    /// A string that is run as code holds syntax that is newer than ES5.
    CodeString = "code-string",
    /// A private name in a computed key of its own class, where the key must be evaluated before the class.
    PrivateKey = "private-key",
    /// The source nests too deeply.
    TooDeep = "too-deep",
    /// [`Options::input_source_map`](crate::Options::input_source_map) is no source map.
    InputSourceMap = "input-source-map",
    /// A fault of this crate.
    Internal = "internal",
}

impl Code {
    /// Those that a warning can have.
    pub const WARNINGS: &[Self] = &[
        Self::BigInt,
        Self::CodeString,
        Self::IgnoredCase,
        Self::ImportAttribute,
        Self::LineStarts,
        Self::LoneSurrogate,
        Self::Lookbehind,
        Self::MatchIndices,
        Self::NoGlobal,
        Self::Unspellable,
        Self::Unsupported,
    ];
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
