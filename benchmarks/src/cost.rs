//! What something costs: CPU time of this thread, peak memory of this process.

use nix::{
    sys::resource::{UsageWho, getrusage},
    time::ClockId,
};

/// CPU time of `work` in milliseconds. What it returns is dropped before the clock stops.
pub(crate) fn milliseconds<T>(work: impl FnOnce() -> T) -> f64 {
    let start = cpu_milliseconds();
    drop(std::hint::black_box(work()));
    cpu_milliseconds() - start
}

fn cpu_milliseconds() -> f64 {
    let time = ClockId::CLOCK_THREAD_CPUTIME_ID.now().expect("the system has a clock for each thread");
    time.tv_sec() as f64 * 1e3 + time.tv_nsec() as f64 / 1e6
}

/// The most memory that this process has had, in megabytes.
pub(crate) fn peak_megabytes() -> f64 {
    let usage = getrusage(UsageWho::RUSAGE_SELF).expect("the system knows what a process used");
    usage.max_rss() as f64 / 1024.0
}

pub(crate) fn geometric_mean(values: impl Iterator<Item = f64>) -> f64 {
    let (sum, count) = values.fold((0.0, 0.0), |(sum, count), value| (sum + value.ln(), count + 1.0));
    (sum / count).exp()
}

/// Of nothing, it is no number.
pub(crate) fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}
