//! Literals that ES5 spells differently.
//!
//! ```js
//! "\u{1F600}";  0b101;  0o17;
//! // becomes
//! "\uD83D\uDE00";  5;  15;
//! ```
//!
//! The text of a string is changed where it must be and else kept as it was written, with its quotes: what a
//! directive does depends on its text. U+2028 and U+2029 end a line in ES5, also inside of a string.

use std::{fmt::Write, iter::Peekable, str::Chars};

use swc_ecma_ast::*;

use super::Lower;
use crate::syntax::string::is_es5_string;

impl Lower {
    pub(super) fn literal(&mut self, expr: &mut Expr) {
        match expr {
            Expr::Lit(Lit::Str(str)) => normalize_str(str),
            Expr::Lit(Lit::Num(number)) => normalize_number(number),
            Expr::Lit(Lit::Regex(_)) => self.regular_expression(expr),
            Expr::Lit(Lit::BigInt(_)) => self.bigint_literal(expr),
            _ => {}
        }
    }
}

/// Spells a string literal, directive or property name in ES5.
pub(super) fn normalize_str(str: &mut Str) {
    if let Some(raw) = str.raw.as_ref().filter(|_| !is_es5_string(str)) {
        str.raw = Some(es5_text(raw).into());
    }
}

/// Spells a number, or a property name that is one, in ES5. Octal literals of old (`017`) stay.
pub(super) fn normalize_number(number: &mut Number) {
    let Some(raw) = &number.raw else { return };
    let is_es5 = match raw.as_bytes() {
        [b'0', b'b' | b'B' | b'o' | b'O', ..] => false,
        [b'0', b'0'..=b'9', ..] => !raw.contains(['8', '9']),
        raw => !raw.contains(&b'_'),
    };
    if !is_es5 {
        // Without a text of its own, an infinite value is printed as a division.
        number.raw = number.value.is_infinite().then(|| "2e308".into());
    }
}

/// The text of a string literal with what ES5 does not know spelled otherwise.
fn es5_text(raw: &str) -> String {
    let mut text = String::with_capacity(raw.len());
    let mut chars = raw.chars().peekable();
    while let Some(char) = chars.next() {
        match char {
            '\\' => escape(&mut chars, &mut text),
            '\u{2028}' | '\u{2029}' => push_code_unit(&mut text, char as u16),
            _ => text.push(char),
        }
    }
    text
}

/// Copies what follows a backslash.
fn escape(chars: &mut Peekable<Chars>, text: &mut String) {
    let escaped = chars.next();
    match escaped {
        // \u{1F600}
        Some('u') if chars.next_if_eq(&'{').is_some() => {
            let digits = chars.by_ref().take_while(|char| *char != '}');
            let code_point = digits
                .filter_map(|digit| digit.to_digit(16))
                .fold(0u32, |value, digit| value.wrapping_mul(16).wrapping_add(digit));
            push_code_point(text, code_point);
        }
        // ES5 gives \8 and \9 no meaning.
        Some(digit @ ('8' | '9')) => {
            text.push_str(r"\x3");
            text.push(digit);
        }
        _ => {
            text.push('\\');
            text.extend(escaped);
        }
    }
}

fn push_code_point(text: &mut String, code_point: u32) {
    match char::from_u32(code_point) {
        Some(char) => char.encode_utf16(&mut [0; 2]).iter().for_each(|unit| push_code_unit(text, *unit)),
        // A surrogate.
        None => push_code_unit(text, code_point as u16),
    }
}

/// `\uD83D`
fn push_code_unit(text: &mut String, unit: u16) {
    // Writing to a String can't fail.
    let _ = write!(text, "\\u{unit:04X}");
}
