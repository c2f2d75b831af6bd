//! Words of JavaScript and the places where they stand, as source maps count.

use std::collections::BTreeSet;

/// The words of a text.
pub fn words(text: &str) -> BTreeSet<String> {
    let is_part = |char: char| char == '$' || unicode_id_start::is_id_continue(char);
    text.split(|char| !is_part(char)).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// The lines of a text, by UTF-16 units: what positions of source maps count in.
pub struct Lines(Vec<Vec<u16>>);

impl Lines {
    pub fn new(text: &str) -> Self {
        let mut lines = vec![vec![]];
        let mut chars = text.chars().peekable();
        while let Some(char) = chars.next() {
            match char {
                '\r' if chars.peek() == Some(&'\n') => {}
                '\n' | '\r' | '\u{2028}' | '\u{2029}' => lines.push(vec![]),
                _ => {
                    if let Some(line) = lines.last_mut() {
                        line.extend(char.encode_utf16(&mut [0; 2]).iter());
                    }
                }
            }
        }
        Self(lines)
    }

    /// The word that starts at a place, empty if none does; nothing if the text has no such place.
    pub fn word(&self, (line, column): (u32, u32)) -> Option<String> {
        let rest = self.0.get(line as usize)?.get(column as usize..)?;
        let text = String::from_utf16_lossy(rest);
        let mut rest = text.as_str();
        let is_part = |char| matches!(char, '$' | '\u{200c}' | '\u{200d}') || unicode_id_start::is_id_continue(char);
        Some(std::iter::from_fn(|| next_char(&mut rest)).take_while(|&char| is_part(char)).collect())
    }
}

/// Takes a character off `rest`; an escape, `\uXXXX` or `\u{X}`, stands for one.
fn next_char(rest: &mut &str) -> Option<char> {
    let (code, after) = match rest.strip_prefix("\\u") {
        Some(braced) if braced.starts_with('{') => braced[1..].split_once('}')?,
        Some(escape) => escape.split_at_checked(4)?,
        None => {
            let char = rest.chars().next()?;
            *rest = &rest[char.len_utf8()..];
            return Some(char);
        }
    };
    *rest = after;
    char::from_u32(u32::from_str_radix(code, 16).ok()?)
}

/// Whether a word is the name of something: no number, and no keyword, since those come and go.
pub fn is_identifier(word: &str) -> bool {
    let keywords = [
        "break",
        "case",
        "catch",
        "const",
        "continue",
        "debugger",
        "default",
        "delete",
        "do",
        "else",
        "false",
        "finally",
        "for",
        "function",
        "get",
        "if",
        "in",
        "instanceof",
        "let",
        "new",
        "null",
        "return",
        "set",
        "switch",
        "this",
        "throw",
        "true",
        "try",
        "typeof",
        "var",
        "void",
        "while",
        "with",
    ];
    !word.is_empty() && !word.starts_with(|char: char| char.is_ascii_digit()) && !keywords.contains(&word)
}
