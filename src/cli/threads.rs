//! The threads that work on several files at once.

use rayon::ThreadPoolBuilder;

use super::args::Messages;

/// Nearly every file is so small that the library sees at once that it fits on a stack of this size, whatever is in it.
/// Address space: only what is used of it becomes memory.
const STACK: usize = if cfg!(target_pointer_width = "64") { 1 << 28 } else { 1 << 22 };

/// To be called before the first work that is shared out. The only error is that there are no such threads or that they
/// are there already: the work goes on with others then.
pub fn start(messages: &Messages) {
    let jobs = messages.jobs.map_or(0, usize::from);
    let _ = ThreadPoolBuilder::new().num_threads(jobs).stack_size(STACK).build_global();
}
