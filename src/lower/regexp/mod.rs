//! Regular expression literals.
//!
//! ```js
//! /^.$/u;  /a.b/s;  /\p{Lu}/u;  /a/y;  /(?<year>\d+)-\k<year>/;
//! // becomes
//! /^(?:[^\n\r\u2028\u2029\uD800-\uDBFF]|[\uD800-\uDBFF][\uDC00-\uDFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF]))$/;
//! /a[\s\S]b/;  /(?:[A-Z\xC0-…]|\uD801[\uDC00-\uDC27…]|…)/;  new RegExp("a", "y");
//! _namedGroups(/(\d+)-\1/, ["year"]);
//! ```
//!
//! With the flag `u` a pattern sees code points: a pair of surrogates is one character, a half of it is none. ES5 sees
//! code units, so whatever the lowered pattern consumes is a whole character. Without lookbehind it can't tell where
//! a match begins: a match does not begin before a trail surrogate, unless a line begins there. That is right for
//! well-formed strings, also between the matches of `g`.
//!
//! With `iu`, characters are equal by simple case folding (`k` and U+212A), with `i` by toUpperCase: what the former
//! adds is spelled out. A word boundary and a backreference still compare as `i` does, and a backreference to a lone
//! lead surrogate matches the first half of a pair.
//!
//! Every literal that is not [`plain`] is parsed, for a pattern may break the rules of its grammar in any of them. What can't
//! be had:
//! lookbehind, which is refused; the flag `y` on an engine without it, which throws where the literal is evaluated;
//! `source`, `flags`, `unicode` and `dotAll`, which tell of the lowered literal; `groups` of what strings do with a
//! pattern (`match`, `replace`) on engines without `Symbol.replace`, where only `exec` has them.
//!
//! Runtime: `_namedGroups`.

mod class;
mod pattern;
mod plain;
mod spelling;
mod start;
#[cfg(test)]
mod tests;
mod unicode;

use std::fmt::Debug;

use swc_common::{BytePos, DUMMY_SP, Span};
use swc_ecma_ast::*;
use swc_ecma_regexp::{LiteralParser, Options};

use pattern::Es5Pattern;
pub(crate) use plain::is_plain;

use super::Lower;
use crate::{build, diagnostic::Problem, helpers::Helper};

/// Groups within groups take stack: the parser of patterns gets this much for each.
const STACK_OF_A_GROUP: usize = 16 << 10;
const MOST_GROUPS: usize = 10_000;

#[derive(Debug, Clone, Copy)]
struct Flags {
    ignore_case: bool,
    dot_all: bool,
    unicode: bool,
}

impl Lower {
    pub(super) fn regular_expression(&mut self, expr: &mut Expr) {
        let Expr::Lit(Lit::Regex(regex)) = expr else { return };
        if is_plain(regex) {
            return;
        }
        let mut lowered = match lower_pattern(regex) {
            Ok(lowered) => lowered,
            Err(problem) => return self.problems.push(*problem),
        };
        self.problems.append(&mut lowered.problems);
        self.warnings.append(&mut lowered.warnings);
        if let Some(text) = lowered.text {
            regex.exp = text.into();
        }
        let is_sticky = regex.flags.contains('y');
        if regex.flags.contains(['s', 'u', 'y']) {
            regex.flags = regex.flags.replace(['s', 'u', 'y'], "").into();
        }
        if is_sticky {
            *expr = self.sticky(regex);
        }
        if !lowered.names.is_empty() {
            let names = build::array(lowered.names.into_iter().map(build::str).collect());
            // _namedGroups(/(\d+)/, ["year"])
            *expr = self.helper(Helper::NamedGroups, [std::mem::take(expr), names]);
        }
    }

    /// `new RegExp("a", "gy")`
    fn sticky(&mut self, regex: &Regex) -> Expr {
        self.builtins.push("RegExp.prototype.sticky");
        let args = vec![build::str(regex.exp.clone()), build::str(format!("{}y", regex.flags))];
        if self.facts.is_replaced("RegExp") {
            // /(?:)/.constructor("a", "gy")
            let literal = Expr::Lit(Lit::Regex(Regex { span: DUMMY_SP, exp: "(?:)".into(), flags: "".into() }));
            return build::call_at(regex.span, build::member(literal, "constructor"), args);
        }
        build::new_at(regex.span, build::global("RegExp"), args)
    }
}

/// Lowers the pattern of a literal.
fn lower_pattern(regex: &Regex) -> Result<Es5Pattern, Box<Problem>> {
    if regex.exp.contains(['\u{2028}', '\u{2029}']) {
        return Err(Problem::regular_expression(regex.span, "a line ends in it").into());
    }
    let groups = regex.exp.matches('(').count();
    if groups > MOST_GROUPS {
        return Err(Problem::too_deep(regex.span).into());
    }
    let stack = (groups + 1) * STACK_OF_A_GROUP;
    stacker::maybe_grow(stack, stack, || parse_and_lower(regex))
}

fn parse_and_lower(regex: &Regex) -> Result<Es5Pattern, Box<Problem>> {
    let flags = Flags {
        ignore_case: regex.flags.contains('i'),
        dot_all: regex.flags.contains('s'),
        unicode: regex.flags.contains('u'),
    };
    let source = spelling::for_parser(&regex.exp, flags.unicode);
    let is_as_written = source.len() == regex.exp.len();
    let place = |part: Span| {
        let start = regex.span.lo + BytePos(1);
        if is_as_written { Span::new(start + part.lo, start + part.hi) } else { regex.span }
    };
    let options = Options { pattern_span_offset: 0, flags_span_offset: source.len() as u32 + 1 };
    match LiteralParser::new(&source, Some(&regex.flags), options).parse() {
        Ok(parsed) => Ok(pattern::lower(&parsed, &source, flags, &place)),
        Err(error) => {
            let span = span_of(&error).map_or(regex.span, place);
            Err(Problem::regular_expression(span, &error.to_string()).into())
        }
    }
}

/// Where the parser found an error, which it tells in its debug output only.
fn span_of(error: &impl Debug) -> Option<Span> {
    let text = format!("{error:?}");
    let (_, label) = text.rsplit_once("label: ")?;
    let mut numbers = label.split(|char: char| !char.is_ascii_digit()).filter_map(|number| number.parse().ok());
    Some(Span::new(BytePos(numbers.next()?), BytePos(numbers.next()?)))
}
