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

use memmap2::MmapMut;
use swc_common::{BytePos, SourceFile, Span};

use self::{bound::bound, limit::limit, stack::on_stack};
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
    if let Some(limit) = limit(file.src.as_bytes()).filter(|limit| is_available(*limit)) {
        return Ok(on_stack(limit, work));
    }
    let bound = bound(&file.src);
    if bound.stack > LIMIT || !is_available(bound.stack) {
        let lo = file.start_pos + BytePos(bound.deepest as u32);
        return Err(Problem::too_deep(Span::new(lo, lo + BytePos(1))));
    }
    Ok(on_stack(bound.stack, work))
}

/// Whether there is as much room, or the system grants as much address space: `stacker` panics where it does not.
fn is_available(stack: usize) -> bool {
    stack <= SURELY_AVAILABLE
        || stacker::remaining_stack().is_some_and(|room| stack <= room)
        || MmapMut::map_anon(stack).is_ok()
}
