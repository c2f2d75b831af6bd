//! Patterns that are ES5 beyond doubt.
//!
//! ```js
//! /^(?:[a-z_.]+|\d*?)\/$/i;             // plain: it stays as it is
//! /a{2}/;  /(?=a)/;  /\1/;  /a/u        // not plain: it takes a parser to know
//! ```
//!
//! Most patterns are plain, and to see that takes a fraction of the time of parsing them. Whatever is not known here
//! at a glance is left to the parser, be it right or wrong.

use std::{iter::Peekable, slice::Iter};

use swc_ecma_ast::Regex;

type Bytes<'a> = Peekable<Iter<'a, u8>>;

pub(crate) fn is_plain(regex: &Regex) -> bool {
    matches!(&*regex.flags, "" | "g" | "i" | "m" | "gi" | "ig" | "gm" | "mg")
        && is_plain_pattern(&mut regex.exp.as_bytes().iter().peekable()).is_some()
}

fn is_plain_pattern(rest: &mut Bytes<'_>) -> Option<()> {
    let mut groups = 0_usize;
    // Whether a quantifier may follow.
    let mut is_atom = false;
    while let Some(byte) = rest.next() {
        is_atom = match byte {
            b'(' => {
                if rest.next_if_eq(&&b'?').is_some() {
                    rest.next_if_eq(&&b':')?;
                }
                groups += 1;
                false
            }
            b')' => {
                groups = groups.checked_sub(1)?;
                true
            }
            b'|' | b'^' | b'$' => false,
            b'*' | b'+' | b'?' if is_atom => {
                rest.next_if_eq(&&b'?');
                false
            }
            b'*' | b'+' | b'?' | b'{' | b'}' | b']' => return None,
            b'\\' if matches!(rest.peek(), Some(b'b' | b'B')) => {
                rest.next();
                false
            }
            b'\\' => is_plain_escape(rest.next()?).then_some(true)?,
            b'[' => plain_class(rest)?,
            byte if is_character(byte) => true,
            _ => return None,
        };
    }
    (groups == 0).then_some(())
}

/// Whether it is a character, or a part of one in UTF-8, that is no line terminator. Those begin with 0xE2.
fn is_character(byte: &u8) -> bool {
    matches!(byte, b' '..=b'~' | 0x80..=0xE1 | 0xE3..)
}

/// The class of characters, or the character itself, that stands behind a `\`.
fn is_plain_escape(byte: &u8) -> bool {
    matches!(byte, b'd' | b'D' | b'w' | b'W' | b's' | b'S' | b'f' | b'n' | b'r' | b't' | b'v')
        || byte.is_ascii_punctuation() && *byte != b'_'
}

/// What follows a `[`. A `-` is the first or the last in it, or it stands between two of a kind.
fn plain_class(rest: &mut Bytes<'_>) -> Option<bool> {
    rest.next_if_eq(&&b'^');
    let mut last = None;
    for count in 0.. {
        last = match rest.next()? {
            b']' => return (count > 0).then_some(true),
            b'\\' => is_plain_escape(rest.next()?).then_some(None)?,
            b'-' if count > 0 && rest.peek() != Some(&&b']') => {
                let (first, end) = (last?, *rest.next()?);
                let are_of_a_kind = [u8::is_ascii_lowercase, u8::is_ascii_uppercase, u8::is_ascii_digit]
                    .iter()
                    .any(|is_kind| is_kind(&first) && is_kind(&end));
                (are_of_a_kind && first <= end).then_some(None)?
            }
            byte if is_character(byte) => Some(*byte),
            _ => return None,
        };
    }
    None
}
