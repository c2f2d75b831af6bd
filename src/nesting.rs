//! Room on the stack for sources that nest deeply.
//!
//! Parsing, every walk over the tree, printing and dropping it recurse. Where the stack ends the process ends, so it is
//! found out before anything else what a source needs: what fits on the stack there is runs there, what needs more gets
//! a stack of its own. What a source may need at most is found out quickly ([`limit`]); only where that is too much, its
//! brackets are read ([`bound`]), and what needs more than [`LIMIT`] by that is refused.

mod bound;
mod limit;
mod stack;
#[cfg(test)]
mod tests;

use swc_common::{BytePos, SourceFile, Span};

use self::{
    bound::{Bound, bound},
    limit::limit,
    stack::on_stack,
};
use crate::problem::Problem;

/// What an open bracket costs, in bytes of stack. Measured: the parser takes 4.7 KB for each of the two in
/// `(function () {`, 3.4 KB for `(`. For the walks after it a bracket is up to four nodes, and what it is lowered
/// to may nest more deeply.
const BRACKET: usize = 16 * 1024 * UNOPTIMIZED;

/// What everything else that nests costs: an operator, a link of a chain, a statement without braces. Measured: the
/// parser takes up to 1.7 KB; see [`bound`] for what counts more than once.
const LINK: usize = 4 * 1024 * UNOPTIMIZED;

/// What a source without any nesting needs.
const BASE: usize = 256 * 1024 * UNOPTIMIZED;

/// Frames of unoptimised code are up to 6 times as large; the costs have some slack already.
const UNOPTIMIZED: usize = if cfg!(debug_assertions) { 4 } else { 1 };

/// The largest stack. Address space: only what is used of it becomes memory.
const LIMIT: usize = if cfg!(target_pointer_width = "64") { 1 << 30 } else { 1 << 26 };

/// What the work needs beside the stack, where address space is limited (`ulimit -v`).
const HEAP: usize = 1 << 26;

/// Runs `work`, which is to process `file` and to drop what it made, on a stack that is large enough for it.
///
/// # Errors
/// The source nests too deeply.
pub(crate) fn with_stack<T>(file: &SourceFile, work: impl FnOnce() -> T) -> Result<T, Problem> {
    let work = match limit(file.src.as_bytes()) {
        Some(limit) => match on_stack(limit, HEAP, work) {
            Ok(done) => return Ok(done),
            Err(work) => work,
        },
        None => work,
    };
    let Bound { stack, deepest } = bound(&file.src);
    let refused = if stack > LIMIT { Err(()) } else { on_stack(stack, HEAP, work).map_err(|_| ()) };
    refused.map_err(|()| {
        let lo = file.start_pos + BytePos(deepest as u32);
        Problem::too_deep(Span::new(lo, lo + BytePos(1)))
    })
}
