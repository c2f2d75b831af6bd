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
//! Modifiers, `(?i:…)`, are told of in [`flags`], groups of one name in [`groups`], the flag `v` in [`strings`].
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
//! lookbehind, match indices (the flag `d`) and some mixtures of modifiers, which are refused or
//! [left to the engine](super::unsupported); the flag `y` on an engine without it, which throws where the literal is evaluated;
//! `source`, `flags`, `unicode` and `dotAll`, which tell of the lowered literal; `groups` of what strings do with a
//! pattern (`match`, `replace`) on engines without `Symbol.replace`, where only `exec` has them.
//!
//! Runtime: `_namedGroups`, `_duplicateGroups`.

mod class;
mod emoji;
mod flags;
mod groups;
mod members;
mod pattern;
mod spelling;
mod start;
mod strings;
#[cfg(test)]
mod tests;
mod unicode;

use std::{fmt::Debug, ops::Range};

use swc_atoms::Atom;
use swc_common::{BytePos, Span};
use swc_ecma_ast::*;
use swc_ecma_regexp::{LiteralParser, Options};

use flags::{Es5Flags, Flags};
use pattern::{Es5Pattern, has_duplicates};

use super::Lower;
use crate::{build, helpers::Helper, problem::Problem, syntax::regexp::is_plain};

/// Groups within groups take stack: the parser of patterns gets this much for each.
const STACK_OF_A_GROUP: usize = 16 << 10;
const MOST_GROUPS: usize = 10_000;

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
        if regex.flags.contains('d') {
            lowered.unsupported.push(Problem::match_indices(regex.span));
        }
        if !lowered.unsupported.is_empty() {
            let regex = regex.clone();
            *expr = self.left_to_engine(regex, lowered.unsupported);
            return;
        }
        self.warnings.append(&mut lowered.warnings);
        if let Some(text) = lowered.text {
            regex.exp = text.into();
        }
        let is_sticky = regex.flags.contains('y');
        regex.flags = es5_flags(&regex.flags, lowered.flags);
        if is_sticky {
            *expr = self.sticky(regex);
        }
        if !lowered.names.is_empty() {
            let helper = if has_duplicates(&lowered.names) { Helper::DuplicateGroups } else { Helper::NamedGroups };
            let names = build::array(lowered.names.into_iter().map(build::str).collect());
            // _namedGroups(/(\d+)/, ["year"])
            *expr = self.helper(helper, [std::mem::take(expr), names]);
        }
    }

    /// A literal that ES5 cannot have, as it is: `new RegExp("(?<=a)b", "u")`
    fn left_to_engine(&mut self, Regex { span, exp, flags }: Regex, unsupported: Vec<Problem>) -> Expr {
        if flags.contains('d') {
            self.builtins.push("RegExp.prototype.hasIndices");
        }
        for problem in unsupported {
            self.is_left_to_engine(problem);
        }
        self.constructed_regexp(span, build::str(exp), build::str(flags))
    }

    /// `new RegExp("a", "gy")`
    fn sticky(&mut self, regex: &Regex) -> Expr {
        self.builtins.push("RegExp.prototype.sticky");
        self.constructed_regexp(regex.span, build::str(regex.exp.clone()), build::str(format!("{}y", regex.flags)))
    }
}

/// The flags of the source that ES5 has, with those that its pattern needs.
fn es5_flags(flags: &Atom, needed: Es5Flags) -> Atom {
    let is_needed = |flag: char| match flag {
        'i' => needed.ignore_case,
        'm' => needed.multiline,
        flag => flag == 'g',
    };
    let more = ['i', 'm'].into_iter().filter(|&flag| is_needed(flag) && !flags.contains(flag));
    if flags.chars().all(is_needed) && more.clone().next().is_none() {
        return flags.clone();
    }
    flags.chars().filter(|&flag| is_needed(flag)).chain(more).collect::<String>().into()
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
    let flags = Flags::new(&regex.flags);
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

/// The text of a part of a pattern.
fn text_at(source: &str, span: Span) -> &str {
    source.get(range(span)).unwrap_or_default()
}

fn range(span: Span) -> Range<usize> {
    span.lo.0 as usize..span.hi.0 as usize
}
