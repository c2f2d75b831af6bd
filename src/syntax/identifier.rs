//! Names that ES5 can spell, and its reserved words.

use swc_ecma_ast::EsReserved;

/// Whether `name` is an [IdentifierName](https://tc39.es/ecma262/2025/#prod-IdentifierName) without escapes.
pub(crate) fn is_identifier_name(name: &str) -> bool {
    name.starts_with(starts_name) && name.chars().all(continues_name)
}

/// Whether a name may begin with it.
pub(crate) fn starts_name(char: char) -> bool {
    matches!(char, '$' | '_') || unicode_id_start::is_id_start(char)
}

/// Whether it may be in a name.
pub(crate) fn continues_name(char: char) -> bool {
    matches!(char, '$' | '_' | '\u{200C}' | '\u{200D}') || unicode_id_start::is_id_continue(char)
}

/// Whether ES5 can spell `name` as a property name after a dot
/// ([ES5.1 §7.6](https://262.ecma-international.org/5.1/#sec-7.6)): letters of the Basic Multilingual Plane only.
pub(crate) fn is_es5_name(name: &str) -> bool {
    if let [first, ..] = name.as_bytes()
        && name.bytes().all(is_plain_part)
    {
        return !first.is_ascii_digit();
    }
    let mut chars = name.chars();
    let in_plane = |char: char| {
        u32::from(char) <= 0xFFFF
            // Other_ID_Start and Other_ID_Continue: ES5 goes by general categories, where these are no letters.
            && !matches!(char, '\u{B7}' | '\u{387}' | '\u{1369}'..='\u{1371}' | '\u{1885}' | '\u{1886}' | '\u{19DA}'
                | '\u{2118}' | '\u{212E}' | '\u{309B}' | '\u{309C}' | '\u{30FB}' | '\u{FF65}')
    };
    chars
        .next()
        .is_some_and(|first| first == '$' || first == '_' || in_plane(first) && unicode_id_start::is_id_start(first))
        && chars.all(|char| {
            matches!(char, '$' | '_' | '\u{200C}' | '\u{200D}')
                || in_plane(char) && unicode_id_start::is_id_continue(char)
        })
}

fn is_plain_part(byte: u8) -> bool {
    PLAIN_PARTS[usize::from(byte)]
}

/// The bytes that nearly all names are made of.
const PLAIN_PARTS: [bool; 256] = {
    let mut parts = [false; 256];
    let mut byte = 0;
    while byte < parts.len() {
        parts[byte] = (byte as u8).is_ascii_alphanumeric() || matches!(byte as u8, b'$' | b'_');
        byte += 1;
    }
    parts
};

/// Whether ES5 can spell `name` as the name of a variable, in strict code too.
pub(crate) fn is_es5_identifier(name: &str) -> bool {
    is_es5_name(name) && !is_reserved(name)
}

/// The reserved words of ES5 ([ES5.1 §7.6.1](https://262.ecma-international.org/5.1/#sec-7.6.1)), those of strict
/// code included, and the two names that strict code may not bind.
fn is_reserved(name: &str) -> bool {
    // Most names are no words of this kind, and to see that takes no table.
    name.len() <= LONGEST_WORD
        && name.bytes().all(|byte| byte.is_ascii_lowercase())
        && (name.is_reserved() || name.is_reserved_in_strict_mode(false) || name.is_reserved_in_strict_bind())
}

/// The length of `instanceof` and `implements`.
const LONGEST_WORD: usize = 10;

#[cfg(test)]
mod tests {
    use super::is_es5_identifier;

    #[test]
    fn reserved_words_are_no_identifiers() {
        let words = "break case catch class const continue debugger default delete do else enum export extends false \
            finally for function if implements import in instanceof interface let new null package private protected \
            public return static super switch this throw true try typeof var void while with yield eval arguments";
        for word in words.split_whitespace() {
            assert!(!is_es5_identifier(word), "{word}");
        }
        for name in ["Class", "instanceOf", "class1", "undefined", "of", "async", "constructor"] {
            assert!(is_es5_identifier(name), "{name}");
        }
    }
}
