//! Work on several files at once.

use memmap2::MmapOptions;
use rayon::{ThreadPool, ThreadPoolBuilder, prelude::*};

use super::args::Messages;

/// Does `work` with each of `items`. The results come in their order.
///
/// Where the system grants no threads, it is done without.
pub fn map<T: Sync, R: Send>(items: &[T], messages: &Messages, work: impl Fn(&T) -> R + Sync + Send) -> Vec<R> {
    match pool(items.len(), messages) {
        Some(pool) => pool.install(|| items.par_iter().map(work).collect()),
        None => items.iter().map(work).collect(),
    }
}

/// As many threads as help; none if one file at a time is worked on.
fn pool(items: usize, messages: &Messages) -> Option<ThreadPool> {
    let processors = std::thread::available_parallelism().map_or(1, usize::from);
    let wanted = messages.jobs.map_or(processors, usize::from);
    let threads = wanted.min(2 * processors).min(items);
    (threads > 1).then(|| start(threads)).flatten()
}

/// Nearly every file is so small that the library sees at once that it fits on a stack of the first size, whatever is in
/// it. That is address space, which is limited where `ulimit -v` is: files that need more get a stack of their own.
#[cfg(target_pointer_width = "64")]
const STACKS: [usize; 3] = [1 << 28, 1 << 24, 1 << 21];
#[cfg(not(target_pointer_width = "64"))]
const STACKS: [usize; 2] = [1 << 22, 1 << 21];

/// What a thread needs beside its stack: two allocators reserve memory for each.
const HEAP: usize = 192 << 20;

fn start(threads: usize) -> Option<ThreadPool> {
    let is_granted = |(threads, stack): &(usize, usize)| {
        let length = (threads + 1).saturating_mul(stack.saturating_add(HEAP));
        MmapOptions::new().len(length).no_reserve_swap().map_anon().is_ok()
    };
    let build = |(threads, stack)| ThreadPoolBuilder::new().num_threads(threads).stack_size(stack).build().ok();
    let fewer = |threads: usize| STACKS.map(|stack| (threads, stack));
    fewer(threads).into_iter().chain(fewer(2)).filter(is_granted).find_map(build)
}
