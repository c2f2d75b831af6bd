//! Literals: octal numbers and escapes, which strict code and templates may not have
//! ([ES2018 §B.1.1, B.1.2](https://tc39.es/ecma262/2018/#sec-additional-syntax-numeric-literals)); numeric separators, which
//! no escape may have.

use memchr::memchr;
use swc_ecma_ast::{Number, Regex, Str, Tpl, TplElement};

use super::EarlyErrors;
use crate::{problem::Problem, syntax::string::has_escapes};

impl EarlyErrors<'_> {
    pub(in crate::scope) fn string(&mut self, string: &Str) {
        let Some(raw) = string.raw.as_ref().filter(|raw| has_escapes(raw, string)) else { return };
        self.met(string.span);
        if self.code.strict && has_legacy_escape(raw) {
            self.report(Problem::octal_escape(string.span, "strict code"));
        }
        if has_separated_escape(raw) {
            self.report(Problem::separated_escape(string.span));
        }
    }

    pub(in crate::scope) fn number(&mut self, number: &Number) {
        let is_legacy = |raw: &str| raw.starts_with('0') && raw[1..].starts_with(|char: char| char.is_ascii_digit());
        if self.code.strict && number.raw.as_ref().is_some_and(|raw| is_legacy(raw)) {
            self.report(Problem::octal_number(number.span));
        }
    }

    /// A template without a tag.
    pub(in crate::scope) fn template(&mut self, template: &Tpl) {
        for quasi in &template.quasis {
            if has_legacy_escape(&quasi.raw) {
                self.report(Problem::octal_escape(quasi.span, "templates"));
            }
            if has_separated_escape(&quasi.raw) {
                self.report(Problem::separated_escape(quasi.span));
            }
        }
    }

    pub(in crate::scope) fn template_text(&mut self, quasi: &TplElement) {
        if memchr(b'\\', quasi.raw.as_bytes()).is_some() {
            self.met(quasi.span);
        }
    }

    pub(in crate::scope) fn regex(&mut self, regex: &Regex) {
        self.met(regex.span);
        if regex.exp.contains(['\u{2028}', '\u{2029}']) {
            self.report(Problem::unterminated_regex(regex.span));
        }
    }
}

/// Whether raw text has an escape such as `\u{1F_639}`, which the parser lets pass.
fn has_separated_escape(raw: &str) -> bool {
    let mut rest = raw.as_bytes();
    while let Some(at) = memchr(b'\\', rest) {
        rest = match &rest[at + 1..] {
            [b'u', b'{', digits @ ..] => {
                let end = memchr(b'}', digits).unwrap_or(digits.len());
                if digits[..end].contains(&b'_') {
                    return true;
                }
                digits
            }
            [_, rest @ ..] => rest,
            [] => return false,
        };
    }
    false
}

/// Whether raw text has an escape by decimal digits other than `\0`: an octal one, or `\8` or `\9`.
pub(crate) fn has_legacy_escape(raw: &str) -> bool {
    let mut rest = raw.as_bytes();
    while let Some(at) = memchr(b'\\', rest) {
        rest = match &rest[at + 1..] {
            [b'1'..=b'9', ..] | [b'0', b'0'..=b'9', ..] => return true,
            [_, rest @ ..] => rest,
            [] => return false,
        };
    }
    false
}
