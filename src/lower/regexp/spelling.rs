//! Spells a pattern so that the parser of patterns reads it right.
//!
//! It takes `\cA` in a class for three characters, and compares the names of groups by their spelling. So control
//! letters become `\x01`, and escapes in names become what they stand for. Both mean the same as before.

use std::borrow::Cow;

use crate::syntax::identifier::is_identifier_name;

/// `pattern` as the parser understands it.
pub(super) fn for_parser(pattern: &str, is_unicode: bool) -> Cow<'_, str> {
    let may_be_misread = pattern.contains(r"\c") || pattern.contains(r"\u") && pattern.contains('<');
    if !may_be_misread {
        return Cow::Borrowed(pattern);
    }
    let mut text = String::with_capacity(pattern.len() + 8);
    let mut in_class = false;
    let mut rest = pattern;
    while let Some(first) = rest.chars().next() {
        let (replaced, length) = match first {
            '\\' if in_class => control_letter(rest, is_unicode),
            '\\' | '(' if !in_class => group_name(rest),
            _ => None,
        }
        .unwrap_or_else(|| (Cow::Borrowed(token(rest)), token(rest).len()));
        in_class = first == '[' || in_class && first != ']';
        text.push_str(&replaced);
        rest = rest.get(length..).unwrap_or_default();
    }
    Cow::Owned(text)
}

/// The first character, and the one that it escapes.
fn token(pattern: &str) -> &str {
    let count = if pattern.starts_with('\\') { 2 } else { 1 };
    let end = pattern.char_indices().nth(count).map_or(pattern.len(), |(end, _)| end);
    pattern.get(..end).unwrap_or(pattern)
}

/// `\cA` to `\x01`, with the length of the former.
fn control_letter(pattern: &str, is_unicode: bool) -> Option<(Cow<'_, str>, usize)> {
    let letter = pattern.strip_prefix(r"\c")?.chars().next()?;
    let is_control = letter.is_ascii_alphabetic() || !is_unicode && (letter.is_ascii_digit() || letter == '_');
    is_control.then(|| (Cow::Owned(format!(r"\x{:02X}", u32::from(letter) % 32)), 3))
}

/// `(?<\u0061>` to `(?<a>` and `\k<\u0061>` to `\k<a>`, with the length of the former.
fn group_name(pattern: &str) -> Option<(Cow<'_, str>, usize)> {
    let opening = ["(?<", r"\k<"].into_iter().find(|opening| pattern.starts_with(opening))?;
    let (name, _) = pattern.strip_prefix(opening)?.split_once('>')?;
    let text = Cow::Owned(format!("{opening}{}>", unescaped(name)?));
    name.contains('\\').then_some((text, opening.len() + name.len() + 1))
}

/// The identifier that `name` spells.
fn unescaped(name: &str) -> Option<String> {
    let mut units = vec![];
    let mut rest = name;
    while let Some(char) = rest.chars().next() {
        let Some(escape) = rest.strip_prefix(r"\u") else {
            units.extend_from_slice(char.encode_utf16(&mut [0; 2]));
            rest = rest.get(char.len_utf8()..)?;
            continue;
        };
        let (digits, after) = match escape.strip_prefix('{') {
            Some(braced) => braced.split_once('}')?,
            None => escape.split_at_checked(4)?,
        };
        match u16::from_str_radix(digits, 16) {
            Ok(unit) => units.push(unit),
            Err(_) => {
                let char = char::from_u32(u32::from_str_radix(digits, 16).ok()?)?;
                units.extend_from_slice(char.encode_utf16(&mut [0; 2]));
            }
        }
        rest = after;
    }
    let name = String::from_utf16(&units).ok()?;
    is_identifier_name(&name).then_some(name)
}
