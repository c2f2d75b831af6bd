//! Legal code that the parser refuses or misreads: it is given other text of the same length, and what comes of that is
//! put right in the tree.
//!
//! | source | what the parser gets instead |
//! | --- | --- |
//! | `"\ud803\u{dc80}"`, `"\u{0d803}"` | the same string by other escapes ([`escapes`]) |
//! | `let => 1` | another name |
//! | `"use strict", x` at the start of a function, which is no directive | another string |
//! | `function f() { for (var i = 0 in o); }` ([Annex B.3.6]) | `for (var i = 0 ;  o);` |
//! | `for (using x = f();;)` | `for (const x = f();;)`, and blanks for an `await` before it |
//! | `async(x,)` | nothing: the parser complains, but builds the call |
//!
//! Only escapes are looked for in every file. For all others the parser must have found an error first, and a trial has
//! to get further than the one before ([`search`]). What was replaced in a comment, no node of the tree answers for: then
//! the source is parsed once more without it. Regular expressions, which the line ends of [`escapes`] break, keep theirs.
//!
//! [Annex B.3.6]: https://tc39.es/ecma262/2018/#sec-initializers-in-forin-statement-heads

mod escapes;
mod restore;
mod search;

use std::cmp::Reverse;

use swc_common::{BytePos, SourceFile, Spanned};
use swc_ecma_parser::error::SyntaxError;

use super::Attempt;
use restore::Restore;

/// Text that the parser gets instead of what the source has there.
#[derive(Clone)]
struct Edit {
    at: BytePos,
    kind: Kind,
    /// As long as what it replaces.
    text: String,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// An escape in a string or template.
    Escape,
    /// The parameter of an arrow function whose name is `let`.
    Let,
    /// A string that would be a directive, if it were alone.
    Directive,
    /// The `in` of a `for` whose variable has a value.
    In,
    /// The `using` in the head of a `for` with semicolons.
    Using,
    /// The `await` before it.
    AwaitUsing,
}

/// Each of them parses the source once more.
const TRIALS: usize = 64;

/// What `parse` makes of `file`, as far as that is legal.
pub(super) fn attempt(file: &SourceFile, parse: impl Fn(&SourceFile) -> Attempt) -> Attempt {
    let mut edits = escapes::edits(file);
    let parse = |edits: &[Edit]| if edits.is_empty() { parse(file) } else { parse(&edited(file, edits)) };
    let mut attempt = parse(&edits);
    if edits.is_empty() && attempt.errors.is_empty() {
        return attempt;
    }
    while drop_in_regex(file, &attempt, &mut edits) {
        attempt = parse(&edits);
    }
    let mut trials = TRIALS;
    while let Some((more, better)) = improved(file, &attempt, &edits, parse, &mut trials) {
        edits = more;
        attempt = better;
    }
    loop {
        let mut restore = Restore::new(file, &edits);
        restore.program(&mut attempt);
        let met = restore.met(&attempt);
        if met.len() == edits.len() {
            return attempt;
        }
        edits = met;
        attempt = parse(&edits);
    }
}

/// Drops the escapes on the line of a regular expression that they have broken; returns whether there were some.
fn drop_in_regex(file: &SourceFile, attempt: &Attempt, edits: &mut Vec<Edit>) -> bool {
    let mut broken = attempt.errors.iter().filter(|error| matches!(error.kind(), SyntaxError::UnterminatedRegExp));
    let Some(start) = broken.next().map(Spanned::span_lo) else { return false };
    let rest = file.src.get(start.0.saturating_sub(file.start_pos.0) as usize..).unwrap_or_default();
    let end = start.0 + rest.find('\n').unwrap_or(rest.len()) as u32;
    let count = edits.len();
    edits.retain(|edit| edit.at < start || edit.at.0 >= end);
    edits.len() < count
}

/// The first proposal with which the parser gets further than with `edits` alone, and what it gets.
fn improved(
    file: &SourceFile,
    attempt: &Attempt,
    edits: &[Edit],
    parse: impl Fn(&[Edit]) -> Attempt,
    trials: &mut usize,
) -> Option<(Vec<Edit>, Attempt)> {
    let mut proposals = search::proposals(file, attempt);
    proposals.retain(|proposed| !proposed.iter().all(|edit| edits.iter().any(|known| known.at == edit.at)));
    for proposed in proposals {
        *trials = trials.checked_sub(1)?;
        let more: Vec<Edit> = edits.iter().cloned().chain(proposed).collect();
        let next = parse(&more);
        if reach(&next) > reach(attempt) {
            return Some((more, next));
        }
    }
    None
}

/// How far the parser got: to the end, or to what it could not recover from; and with how few errors.
fn reach(attempt: &Attempt) -> (BytePos, Reverse<usize>) {
    let end = if attempt.program.is_some() { BytePos(u32::MAX) } else { attempt.stopped_at() };
    (end, Reverse(attempt.errors.len()))
}

fn edited(file: &SourceFile, edits: &[Edit]) -> SourceFile {
    let mut text = file.src.to_string();
    for Edit { at, text: replacement, .. } in edits {
        let start = at.0.saturating_sub(file.start_pos.0) as usize;
        text.replace_range(start..start + replacement.len(), replacement);
    }
    let mut edited = file.clone();
    edited.src = text.into();
    edited
}

impl Attempt {
    /// Where the parser found the last error.
    pub(super) fn stopped_at(&self) -> BytePos {
        self.errors.iter().map(Spanned::span_lo).max().unwrap_or_default()
    }
}
