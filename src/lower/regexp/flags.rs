//! What flags and modifiers mean where a part of a pattern stands, and which flags the literal has in ES5.
//!
//! ```js
//! /a(?i:b)/;  /(?-i:\d)[a-z]/i;  /a(?m:^b)/;  /^a(?m:b$)/;  /a(?s:.)/;
//! // becomes
//! /a(?:[Bb])/;  /(?:\d)[a-z]/i;  /a(?:^b)/m;  /^a(?:b(?=[\n\r\u2028\u2029]|$))/;  /a(?:[\s\S])/;
//! ```
//!
//! ES5 has flags for the whole literal only. Its `i` stays as long as no part that minds the case would be changed by
//! it; else all cases are spelled out. Its `m` is what the `^` need, for there is no other way to say what either kind of `^`
//! means; a `$` can be said as an assertion.

use swc_ecma_regexp::ast::*;

use super::{members::Members, unicode::Cases};

/// How a part of a pattern is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Flags {
    pub(super) ignore_case: bool,
    pub(super) multiline: bool,
    pub(super) dot_all: bool,
    /// `u` or `v`: a pattern sees code points.
    pub(super) unicode: bool,
    /// `v`
    pub(super) sets: bool,
}

impl Flags {
    pub(super) fn new(flags: &str) -> Self {
        Self {
            ignore_case: flags.contains('i'),
            multiline: flags.contains('m'),
            dot_all: flags.contains('s'),
            unicode: flags.contains(['u', 'v']),
            sets: flags.contains('v'),
        }
    }

    /// Inside of a group with modifiers.
    pub(super) fn modified(mut self, modifiers: Option<&Modifiers>) -> Self {
        if let Some(Modifiers { enabling, disabling, .. }) = modifiers {
            let apply = |flag: &mut bool, modifier: Modifier| {
                *flag = (*flag || enabling.contains(modifier)) && !disabling.contains(modifier);
            };
            apply(&mut self.ignore_case, Modifier::I);
            apply(&mut self.multiline, Modifier::M);
            apply(&mut self.dot_all, Modifier::S);
        }
        self
    }
}

/// The flags of the ES5 literal that change what its pattern matches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Es5Flags {
    pub(super) ignore_case: bool,
    pub(super) multiline: bool,
}

impl Es5Flags {
    /// Of a pattern without modifiers.
    pub(super) fn of_all(flags: Flags) -> Self {
        Self { ignore_case: flags.ignore_case, multiline: flags.multiline }
    }

    /// Of a pattern in which modifiers change `flags`.
    pub(super) fn chosen(pattern: &Pattern, source: &str, flags: Flags) -> Self {
        let mut search = Search { source, is_ignored: false, is_minded: false, start: None, end: None };
        search.disjunction(&pattern.body, flags);
        Self {
            ignore_case: search.is_ignored && !search.is_minded,
            multiline: search.start.or(search.end).unwrap_or(flags.multiline),
        }
    }

    /// Which cases have to be spelled out in a part that is read by `flags`.
    pub(super) fn cases(self, flags: Flags) -> Cases {
        match (flags.ignore_case, self.ignore_case, flags.unicode) {
            (false, ..) | (true, true, false) => Cases::AsWritten,
            (true, true, true) => Cases::MissedByEs5,
            (true, false, true) => Cases::Folded,
            (true, false, false) => Cases::Uppercased,
        }
    }
}

/// What is found in a pattern.
struct Search<'a> {
    source: &'a str,
    /// Some part ignores the case.
    is_ignored: bool,
    /// Some part has cases and minds them.
    is_minded: bool,
    /// Whether the first `^`, and the first `$`, is at lines.
    start: Option<bool>,
    end: Option<bool>,
}

impl Search<'_> {
    fn disjunction(&mut self, disjunction: &Disjunction, flags: Flags) {
        disjunction.body.iter().flat_map(|alternative| &alternative.body).for_each(|term| self.term(term, flags));
    }

    fn term(&mut self, term: &Term, flags: Flags) {
        let has_cases = match term {
            Term::Quantifier(quantifier) => return self.term(&quantifier.body, flags),
            Term::CapturingGroup(group) => return self.disjunction(&group.body, flags),
            Term::LookAroundAssertion(assertion) => return self.disjunction(&assertion.body, flags),
            Term::IgnoreGroup(group) => {
                return self.disjunction(&group.body, flags.modified(group.modifiers.as_ref()));
            }
            Term::BoundaryAssertion(assertion) => {
                let first = match assertion.kind {
                    BoundaryAssertionKind::Start => &mut self.start,
                    BoundaryAssertionKind::End => &mut self.end,
                    BoundaryAssertionKind::Boundary | BoundaryAssertionKind::NegativeBoundary => return,
                };
                first.get_or_insert(flags.multiline);
                return;
            }
            Term::IndexedReference(_) | Term::NamedReference(_) => true,
            Term::Dot(_) => false,
            // Only parts that mind the case need be looked at.
            _ if flags.ignore_case => true,
            term => Members::of(self.source, term, flags).has_cases(),
        };
        self.is_ignored |= flags.ignore_case;
        self.is_minded |= has_cases && !flags.ignore_case;
    }
}
