//! Ctrl-C, `kill`, a terminal that is closed: nothing half-written stays behind.
//!
//! Results that were moved to their places stay: each of them is whole. If that can't be arranged, the process ends all
//! the same, only less tidily.

use super::unfinished;

/// Ends the process when a signal tells it to, without the new files that were being written. The exit code is what
/// shells say of a command that the signal ended: 128 and its number.
#[cfg(unix)]
pub fn arrange() {
    use signal_hook::iterator::Signals;
    let Ok(mut signals) = Signals::new(SIGNALS) else { return };
    std::thread::spawn(move || {
        if let Some(signal) = signals.forever().next() {
            unfinished::exit(exit_code(signal));
        }
    });
}

/// As [`arrange`], where one file at a time is written, after which the process ends. That needs no thread, which takes
/// longer to start than a small file to lower.
#[cfg(unix)]
pub fn arrange_for_one() {
    use signal_hook::flag;
    for signal in SIGNALS {
        let code = exit_code(signal);
        let _ = flag::register_conditional_shutdown(signal, code, &unfinished::IS_IDLE);
        let _ = flag::register_usize(signal, &unfinished::EXIT_CODE, code as usize);
    }
}

#[cfg(unix)]
const SIGNALS: [i32; 3] = {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    [SIGINT, SIGTERM, SIGHUP]
};

#[cfg(unix)]
const fn exit_code(signal: i32) -> i32 {
    128 + signal
}

/// Ends the process at Ctrl-C, without the new files that were being written.
#[cfg(not(unix))]
pub fn arrange() {
    /// As on Unix.
    const INTERRUPTED: i32 = 130;
    let _ = ctrlc::set_handler(|| unfinished::exit(INTERRUPTED));
}

/// As [`arrange`].
#[cfg(not(unix))]
pub fn arrange_for_one() {
    arrange();
}
