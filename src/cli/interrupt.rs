//! Ctrl-C: nothing half-written stays behind.
//!
//! Results that were moved to their places stay: each of them is whole. If that can't be arranged, the process ends all
//! the same, only less tidily.

use std::{
    process,
    sync::atomic::{AtomicBool, Ordering},
};

use super::write;

/// What shells say of a command that Ctrl-C ended: 128 and the number of the signal.
const INTERRUPTED: i32 = 130;

/// Ends the process at Ctrl-C (or when it is told to terminate, or loses its terminal), without the new files that were
/// being written.
pub fn arrange() {
    let _ = ctrlc::set_handler(|| write::give_up(INTERRUPTED));
}

/// As [`arrange`], where one file at a time is written, after which the process ends. That needs no thread, which takes
/// longer to start than a small file to lower.
#[cfg(unix)]
pub fn arrange_for_one() {
    use signal_hook::{
        consts::{SIGHUP, SIGINT, SIGTERM},
        flag,
    };
    for signal in [SIGINT, SIGTERM, SIGHUP] {
        let _ = flag::register_conditional_shutdown(signal, INTERRUPTED, &IDLE);
        let _ = flag::register(signal, &CALLED);
    }
}

/// As [`arrange`].
#[cfg(not(unix))]
pub fn arrange_for_one() {
    arrange();
}

/// Whether no file is being written.
static IDLE: AtomicBool = AtomicBool::new(true);

/// Whether Ctrl-C came while one was.
static CALLED: AtomicBool = AtomicBool::new(false);

/// A file is being written: until this is dropped, what [`arrange_for_one`] arranged waits.
pub struct Busy(());

impl Busy {
    pub fn begin() -> Self {
        IDLE.store(false, Ordering::SeqCst);
        Self(())
    }
}

impl Drop for Busy {
    fn drop(&mut self) {
        IDLE.store(true, Ordering::SeqCst);
        if CALLED.load(Ordering::SeqCst) {
            process::exit(INTERRUPTED);
        }
    }
}
