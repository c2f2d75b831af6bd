//! Room on the stack for sources that nest deeply.
//!
//! Parsing, every walk over the tree, printing and dropping it recurse. Where the stack ends the process ends, so a
//! bound of what a source needs is found before anything else ([`bound`]): what fits on the stack there is runs
//! there, what needs more gets a stack of its own, and what needs more than [`LIMIT`] is refused.

mod bound;

use std::panic::catch_unwind;

use swc_common::{BytePos, SourceFile, Span};

use self::bound::bound;
use crate::diagnostic::Problem;

/// What an open bracket costs, in bytes of stack. Measured: the parser takes 4.7 KB for each of the two in
/// `(function () {`, 3.4 KB for `(`. For the walks after it a bracket is up to four nodes, and what it is lowered
/// to may nest more deeply.
const BRACKET: usize = 16 * 1024 * UNOPTIMIZED;

/// What everything else that nests costs: an operator, a link of a chain, a statement without braces. Measured: the
/// parser takes up to 1.7 KB; see [`bound`] for what counts more than once.
const LINK: usize = 4 * 1024 * UNOPTIMIZED;

/// What a source without any nesting needs.
const BASE: usize = 256 * 1024 * UNOPTIMIZED;

/// Frames of unoptimised code are up to 6 times as large; the costs have some room already.
const UNOPTIMIZED: usize = if cfg!(debug_assertions) { 4 } else { 1 };

/// The largest stack. Address space: only what is used of it becomes memory.
const LIMIT: usize = if cfg!(target_pointer_width = "64") { 1 << 30 } else { 1 << 26 };

/// Up to here nobody doubts that there is as much address space.
const SURELY_AVAILABLE: usize = 1 << 26;

/// Runs `work`, which is to process `file` and to drop what it made, with room enough for it.
///
/// # Errors
/// The source nests too deeply.
pub(crate) fn with_room<T>(file: &SourceFile, work: impl FnOnce() -> T) -> Result<T, Problem> {
    if stacker::remaining_stack().is_some_and(|room| limit_of_any(file.src.as_bytes()) <= room) {
        return Ok(work());
    }
    let bound = bound(&file.src);
    if bound.stack > LIMIT || !is_available(bound.stack) {
        let lo = file.start_pos + BytePos(bound.deepest as u32);
        return Err(Problem::too_deep(Span::new(lo, lo + BytePos(1))));
    }
    Ok(stacker::maybe_grow(bound.stack, bound.stack, work))
}

/// What a source needs at most, whatever its bytes mean: as if all that nests in it were open at once. That is found
/// out quickly, and it is enough for small files on large stacks.
fn limit_of_any(source: &[u8]) -> usize {
    let links: usize = source.iter().map(|byte| usize::from(LINKS_OF_BYTE[usize::from(*byte)])).sum();
    BASE + links * LINK
}

/// How many links [`bound`] counts at most for a byte, a bracket being [`BRACKET`] of them.
const LINKS_OF_BYTE: [u8; 256] = {
    let mut links = [1; 256];
    let brackets = b"([{`";
    let mut at = 0;
    while at < brackets.len() {
        links[brackets[at] as usize] = 1 + (BRACKET / LINK) as u8;
        at += 1;
    }
    // `=>`
    links[b'=' as usize] = bound::HEAVY as u8;
    // A label, and `else` with its two letters of this kind.
    links[b':' as usize] = bound::SLOW as u8;
    links[b'e' as usize] = bound::SLOW.div_ceil(2) as u8;
    links
};

/// Whether the system grants that much address space; `stacker` panics if it does not.
fn is_available(stack: usize) -> bool {
    stack <= SURELY_AVAILABLE || catch_unwind(|| stacker::grow(stack, || ())).is_ok()
}

#[cfg(test)]
mod tests {
    use super::{bound::bound, limit_of_any};

    #[test]
    fn the_quick_limit_is_never_below_the_bound() {
        let pieces = [
            "(",
            "[",
            "{",
            "`${",
            "a=>",
            "class a extends ",
            "else ",
            "if(a)b;else ",
            "a:",
            "!",
            "new ",
            "a+",
            "a.b()",
            "?",
            "? :",
            "do ",
            "for(;;)",
            "a / ( / ",
            "\"\\u1(",
            "<!--(",
            "yield ",
            "function(){",
            "--",
            "...",
            "a=",
        ];
        for first in pieces {
            for second in pieces {
                let source = (first.to_owned() + second).repeat(50);
                assert!(limit_of_any(source.as_bytes()) >= bound(&source).stack, "{first}{second}");
            }
        }
    }
}
