//! The stack for one file: the one there is, or a new one.

use std::sync::{Mutex, PoisonError};

use memmap2::MmapMut;

/// Runs `work` where there are `size` bytes of stack. Where that takes a new one, `rest` bytes have to be left for other
/// things.
///
/// # Errors
/// The system does not grant as much address space; `work` was not run.
pub(super) fn on_stack<T, F: FnOnce() -> T>(size: usize, rest: usize, work: F) -> Result<T, F> {
    /// What one thread was granted no other one may take before it is used.
    static ONE_BY_ONE: Mutex<()> = Mutex::new(());
    if stacker::remaining_stack().is_some_and(|room| size <= room) {
        return Ok(work());
    }
    let granting = ONE_BY_ONE.lock().unwrap_or_else(PoisonError::into_inner);
    // `stacker` panics where it is not granted a stack.
    if MmapMut::map_anon(size.saturating_add(rest)).is_err() {
        return Err(work);
    }
    Ok(stacker::grow(size, || {
        drop(granting);
        ask_for_large_pages();
        work()
    }))
}

/// The system hands out the pages of a new stack one by one, when they are touched, and a source that nests deeply
/// touches a thousand of them. Of large pages it needs a few, and what does not nest mostly none: it stays above the
/// place where the first of them could begin.
#[cfg(target_os = "linux")]
#[allow(unsafe_code)]
fn ask_for_large_pages() {
    /// As much as a small page at least.
    const PAGE: usize = 1 << 16;
    let local = 0_u8;
    let here = (&raw const local).addr();
    let Some(room) = stacker::remaining_stack() else { return };
    let (top, bottom) = (here / PAGE * PAGE, here.saturating_sub(room).next_multiple_of(PAGE));
    let size = top.saturating_sub(bottom);
    // SAFETY: This is advice: it changes neither what is in memory nor who may read and write it, wherever it is. What it
    // is given for is the part of this thread's stack that is not in use yet, from its end to below this frame. An error
    // means that there are no large pages.
    let _ = unsafe { libc::madvise(std::ptr::without_provenance_mut(bottom), size, libc::MADV_HUGEPAGE) };
}

/// Elsewhere the system decides by itself.
#[cfg(not(target_os = "linux"))]
fn ask_for_large_pages() {}
