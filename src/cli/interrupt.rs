//! Ctrl-C: nothing half-written stays behind.

use super::write;

/// What shells say of a command that Ctrl-C ended: 128 and the number of the signal.
const INTERRUPTED: i32 = 130;

/// Ends the process at Ctrl-C (or when it is told to terminate, or loses its terminal), without the new files that were
/// being written. Results that were moved to their places stay: each of them is whole.
///
/// If that can't be arranged, the process ends all the same, only less tidily.
pub fn arrange() {
    let _ = ctrlc::set_handler(|| write::give_up(INTERRUPTED));
}
