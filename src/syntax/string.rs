//! The text of string literals.

use memchr::memchr2;
use swc_ecma_ast::Str;

/// Whether ES5 spells a string literal as it is written.
pub(crate) fn is_es5_string(str: &Str) -> bool {
    str.raw.as_ref().is_none_or(|raw| !has_escapes(raw, str) && raw.is_ascii() || is_es5_text(raw))
}

/// Whether the raw text of a string, which has two quotes, is longer than the string: every escape is.
pub(crate) fn has_escapes(raw: &str, string: &Str) -> bool {
    raw.len() != string.value.len() + 2
}

fn is_es5_text(raw: &str) -> bool {
    let mut rest = raw.as_bytes();
    while let Some(at) = memchr2(b'\\', FIRST_BYTE_OF_LINE_SEPARATOR, rest) {
        rest = match &rest[at..] {
            [b'\\', b'8' | b'9', ..] | [b'\\', b'u', b'{', ..] => return false,
            [FIRST_BYTE_OF_LINE_SEPARATOR, 0x80, 0xA8 | 0xA9, ..] => return false,
            [b'\\', FIRST_BYTE_OF_LINE_SEPARATOR, rest @ ..] => rest,
            [b'\\', _, rest @ ..] | [_, rest @ ..] => rest,
            [] => rest,
        };
    }
    true
}

/// The first byte of U+2028 and U+2029 in UTF-8.
const FIRST_BYTE_OF_LINE_SEPARATOR: u8 = 0xE2;
