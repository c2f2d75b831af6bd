//! The names of the command's own warnings, by which `--no-warn` turns them off.

use downlevel::Code;

/// The map of a source cannot be read.
pub const INPUT_SOURCE_MAP: &str = Code::InputSourceMap.name();
/// The names of two results differ in case only.
pub const LETTER_CASE: &str = "letter-case";
/// The configuration asks for source maps, and there is no place for them.
pub const NO_SOURCE_MAP: &str = "no-source-map";

/// Node takes a result for an ES module that is none.
pub const PACKAGE_TYPE: &str = "package-type";

/// All of them.
pub const ALL: [&str; 4] = [INPUT_SOURCE_MAP, LETTER_CASE, NO_SOURCE_MAP, PACKAGE_TYPE];
