//! Escapes by code point that the parser refuses in strings and templates: those of a half of a surrogate pair with
//! leading zeros, and all behind the first half of a pair that has four digits.
//!
//! ```js
//! "\ud803\u{dc80}" + "\u{0d803}" + "\ud803\u{41}"
//! // is parsed as
//! "\ud803\udc80\
//! " + "\ud803\
//! " + "\ud803\x41\
//! "
//! ```
//!
//! What is left over is filled with line ends that a backslash makes vanish.

use memchr::memmem;
use swc_common::{BytePos, SourceFile};

use super::{Edit, Kind};

/// Those of the whole source, be they in a string or not.
pub(super) fn edits(file: &SourceFile) -> Vec<Edit> {
    let source = &*file.src;
    memmem::find_iter(source.as_bytes(), b"\\u{")
        .filter(|at| is_escape(source, *at))
        .filter_map(|at| {
            let text = replacement(source, at)?;
            Some(Edit { at: BytePos(file.start_pos.0 + at as u32), kind: Kind::Escape, text })
        })
        .collect()
}

/// Whether the backslash at `at` is not escaped itself.
fn is_escape(source: &str, at: usize) -> bool {
    let before = source.get(..at).unwrap_or_default();
    (before.len() - before.trim_end_matches('\\').len()).is_multiple_of(2)
}

/// What the escape at `at` is replaced by, if the parser can't read it.
fn replacement(source: &str, at: usize) -> Option<String> {
    let rest = source.get(at + "\\u{".len()..)?;
    let (digits, end) = rest.split_at(rest.bytes().take_while(u8::is_ascii_hexdigit).count());
    if digits.is_empty() || !end.starts_with('}') {
        return None;
    }
    let code_point = match digits.trim_start_matches('0') {
        "" => 0,
        digits => u32::from_str_radix(digits, 16).ok()?,
    };
    let is_half = (0xD800..=0xDFFF).contains(&code_point);
    let is_refused = is_half && digits.len() > 4 || follows_first_half(source, at);
    let length = "\\u{}".len() + digits.len();
    (is_refused && code_point <= 0x10_FFFF).then(|| filled(spelled(code_point), length))
}

/// Whether `\ud803` stands right before.
fn follows_first_half(source: &str, at: usize) -> bool {
    let Some(start) = at.checked_sub("\\ud803".len()) else { return false };
    let code_unit = source.get(start..at).and_then(|text| text.strip_prefix("\\u"));
    let code_unit = code_unit.and_then(|digits| u32::from_str_radix(digits, 16).ok());
    code_unit.is_some_and(|unit| (0xD800..=0xDBFF).contains(&unit)) && is_escape(source, start)
}

/// A code point, so short that at least two bytes are left over.
fn spelled(code_point: u32) -> String {
    match code_point {
        0 => "\\0".to_owned(),
        0x0A => "\\n".to_owned(),
        0x0D => "\\r".to_owned(),
        0x10..=0xFF => format!("\\x{code_point:02x}"),
        0x1000..=0xFFFF => format!("\\u{code_point:04x}"),
        _ => char::from_u32(code_point).map(String::from).unwrap_or_default(),
    }
}

/// `text`, with backslashes before line ends behind it: two bytes, or three.
fn filled(mut text: String, length: usize) -> String {
    let left = length.saturating_sub(text.len());
    if !left.is_multiple_of(2) {
        text.push_str("\\\r\n");
    }
    text.extend(std::iter::repeat_n("\\\n", left / 2 - usize::from(!left.is_multiple_of(2))));
    text
}
