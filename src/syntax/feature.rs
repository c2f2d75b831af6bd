//! The syntax that came after ES5: what each piece is called, which edition it is from, and whether it is lowered.
//!
//! This is the one table of features: what is refused, with which advice, and what the walk over scopes may pass by are
//! derived from it.

use std::fmt;

/// Declares the enum, and for each feature its name, what messages call it, and its edition.
macro_rules! features {
    ($($edition:literal { $($feature:ident = $name:literal, $description:literal $(, refused $advice:literal)?;)* })*) => {
        /// A piece of syntax that came after ES5.1. `Display` gives the words for a message: `an arrow function`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(feature = "serde", derive(serde::Serialize))]
        #[non_exhaustive]
        pub enum Feature {
            $($(
                #[doc = concat!("ES", $edition, ": ", $description, ".")]
                #[cfg_attr(feature = "serde", serde(rename = $name))]
                $feature,
            )*)*
        }

        impl Feature {
            /// All of them, by edition.
            pub const ALL: &[Self] = &[$($(Self::$feature,)*)*];

            /// A stable name, such as `arrow-function`.
            pub const fn name(self) -> &'static str {
                match self {
                    $($(Self::$feature => $name,)*)*
                }
            }

            /// The year of the edition of ECMAScript that it is from, such as 2015.
            pub const fn edition(self) -> u16 {
                match self {
                    $($(Self::$feature => $edition,)*)*
                }
            }
        }

        impl Feature {
            /// What to do about syntax that is not lowered; `None` for all that is.
            pub(crate) const fn refused(self) -> Option<&'static str> {
                match self {
                    $($($(Self::$feature => Some($advice),)?)*)*
                    _ => None,
                }
            }
        }

        impl Feature {
            /// Whether it stays where modules are preserved.
            pub(crate) const fn is_left_to_bundlers(self) -> bool {
                matches!(
                    self,
                    Self::Import
                        | Self::Export
                        | Self::DynamicImport
                        | Self::ImportMeta
                        | Self::ImportAttribute
                        | Self::StringExportName
                )
            }
        }

        impl fmt::Display for Feature {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(match self {
                    $($(Self::$feature => $description,)*)*
                })
            }
        }
    };
}

features! {
    2015 {
        Let = "let", "a `let` declaration";
        Const = "const", "a `const` declaration";
        BlockFunction = "block-function", "a function declaration in a block";
        ArrowFunction = "arrow-function", "an arrow function";
        Class = "class", "a class";
        Generator = "generator", "a generator function";
        DefaultParameter = "default-parameter", "a default parameter";
        RestParameter = "rest-parameter", "a rest parameter";
        Destructuring = "destructuring", "destructuring";
        Spread = "spread", "spread (`...`)";
        ShorthandProperty = "shorthand-property", "a shorthand property";
        ShorthandMethod = "shorthand-method", "a shorthand method";
        ComputedProperty = "computed-property", "a computed property name";
        DuplicateProperty = "duplicate-property", "a second property of the same name";
        ForOf = "for-of", "a `for-of` loop";
        TemplateLiteral = "template-literal", "a template literal";
        NewTarget = "new-target", "`new.target`";
        Import = "import", "an `import` declaration";
        Export = "export", "an `export` declaration";
        BinaryOrOctalNumber = "binary-or-octal-number", "a number with `0b` or `0o`";
        LeadingZero = "leading-zero", "a decimal number that begins with `0`";
        CodePointEscape = "code-point-escape", "an escape with braces (`\\u{…}`)";
        NewerName = "newer-name", "a name with characters that ES5 does not take";
        HtmlLikeComment = "html-like-comment", "an HTML-like comment";
        RegExpSticky = "regexp-sticky", "the regular expression flag `y`";
        RegExpUnicode = "regexp-unicode", "the regular expression flag `u`";
    }
    2016 {
        Exponentiation = "exponentiation", "exponentiation (`**`)";
    }
    2017 {
        AsyncFunction = "async-function", "an async function";
        TrailingComma = "trailing-comma", "a comma after the last argument or parameter";
    }
    2018 {
        AsyncGenerator = "async-generator", "an async generator";
        ForAwait = "for-await", "a `for await` loop";
        ObjectRest = "object-rest", "rest in an object pattern";
        ObjectSpread = "object-spread", "spread in an object literal";
        TemplateEscape = "template-escape", "a free escape in a tagged template";
        RegExpDotAll = "regexp-dot-all", "the regular expression flag `s`";
        RegExpLookbehind = "regexp-lookbehind", "lookbehind in a regular expression";
        RegExpNamedGroup = "regexp-named-group", "a named group in a regular expression";
        RegExpProperty = "regexp-property", "a Unicode property in a regular expression";
    }
    2019 {
        OptionalCatchBinding = "optional-catch-binding", "`catch` without a binding";
        LineSeparator = "line-separator", "a line separator in a string";
    }
    2020 {
        OptionalChaining = "optional-chaining", "optional chaining (`?.`)";
        NullishCoalescing = "nullish-coalescing", "nullish coalescing (`??`)";
        BigInt = "bigint", "a BigInt literal";
        ImportMeta = "import-meta", "`import.meta`";
        DynamicImport = "dynamic-import", "dynamic `import()`";
        ExportNamespace = "export-namespace", "`export * as name`";
    }
    2021 {
        LogicalAssignment = "logical-assignment", "logical assignment";
        NumericSeparator = "numeric-separator", "a numeric separator";
    }
    2022 {
        ClassField = "class-field", "a class field";
        PrivateField = "private-field", "a private field";
        PrivateMethod = "private-method", "a private method";
        PrivateName = "private-name", "a private name";
        StaticBlock = "static-block", "a static block";
        TopLevelAwait = "top-level-await", "top-level `await`";
        StringExportName = "string-export-name", "a string as an export name";
        RegExpIndices = "regexp-indices", "the regular expression flag `d`";
    }
    2023 {
        Hashbang = "hashbang", "a hashbang";
    }
    2024 {
        RegExpSets = "regexp-sets", "the regular expression flag `v`";
    }
    2025 {
        ImportAttribute = "import-attribute", "an import attribute";
        RegExpModifiers = "regexp-modifiers", "a group with modifiers";
        RegExpDuplicateGroup = "regexp-duplicate-group", "a second group of the same name";
    }
    2026 {
        Using = "using", "a `using` declaration";
    }
}
