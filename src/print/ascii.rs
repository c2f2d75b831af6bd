//! Code without characters that are not ASCII: each is written as an escape, or two.
//!
//! ```js
//! var é = "😀" + /[ä-ü]/.source; // ©
//! // becomes
//! var \u00E9 = "\uD83D\uDE00" + /[\u00E4-\u00FC]/.source; // \u00A9
//! ```
//!
//! The rule that is easy to miss: in strings and patterns, what stands behind a backslash is escaped already. `"\é"` is
//! `"é"`, so that the backslash goes; a line that a backslash continues behind U+2028 goes as a whole.

use std::{borrow::Cow, fmt::Write};

/// A name. ES5 has none with characters above U+FFFF; modules that stay some may export such.
pub(super) fn name(text: &str) -> Cow<'_, str> {
    if text.chars().all(|char| u32::from(char) <= 0xFFFF) {
        return escaped(text);
    }
    let mut code = String::with_capacity(text.len() * 2);
    for char in text.chars() {
        match u32::from(char) {
            // Writing to a String can't fail.
            astral @ 0x10000.. => _ = write!(code, "\\u{{{astral:X}}}"),
            _ => push(char, &mut code),
        }
    }
    Cow::Owned(code)
}

/// The text of a comment.
pub(super) fn escaped(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let mut code = String::with_capacity(text.len() * 2);
    text.chars().for_each(|char| push(char, &mut code));
    Cow::Owned(code)
}

/// The text of a string or a pattern.
pub(super) fn literal(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let mut code = String::with_capacity(text.len() * 2);
    let mut chars = text.chars();
    while let Some(char) = chars.next() {
        if char != '\\' {
            push(char, &mut code);
            continue;
        }
        match chars.next() {
            Some('\u{2028}' | '\u{2029}') => {}
            Some(escaped) if escaped.is_ascii() => code.extend(['\\', escaped]),
            Some(plain) => push(plain, &mut code),
            None => code.push('\\'),
        }
    }
    Cow::Owned(code)
}

fn push(char: char, code: &mut String) {
    if char.is_ascii() {
        return code.push(char);
    }
    for unit in char.encode_utf16(&mut [0; 2]) {
        // Writing to a String can't fail.
        let _ = write!(code, "\\u{unit:04X}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_take_braces_where_pairs_are_no_name() {
        assert_eq!(name("plain"), "plain");
        assert_eq!(name("é"), "\\u00E9");
        assert_eq!(name("é𝒴x"), "\\u00E9\\u{1D4B4}x");
    }
}
