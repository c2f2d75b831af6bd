//! How far a long run is, for people who look at a terminal.

use std::{
    io::{IsTerminal, stderr},
    sync::{
        atomic::{AtomicUsize, Ordering},
        mpsc::{RecvTimeoutError, Sender, channel},
    },
    thread::{self, JoinHandle},
    time::Duration,
};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::{
    args::{Format, Messages},
    report::{Report, count},
};

/// A run that is over by then has no bar.
const DELAY: Duration = Duration::from_millis(500);
/// The bar moves this often.
const TICK: Duration = Duration::from_millis(100);
const TEMPLATE: &str = "{bar:30} {human_pos}/{human_len} files, {per_sec}{msg}";

/// A bar on standard error, which goes away at the end. In files and pipes there is none.
pub struct Progress(Option<Bar>);

struct Bar {
    bar: ProgressBar,
    errors: AtomicUsize,
    /// Shows the bar after a while, unless the other end is dropped before.
    late: Option<(Sender<()>, JoinHandle<()>)>,
}

impl Progress {
    /// Begins a run over some files.
    pub fn start(files: usize, messages: &Messages) -> Self {
        let is_wanted = messages.diagnostics_format == Format::Human && !messages.quiet && !messages.verbose;
        if !is_wanted || files < 2 || !stderr().is_terminal() {
            return Self(None);
        }
        let bar = ProgressBar::with_draw_target(Some(files as u64), ProgressDrawTarget::hidden());
        if let Ok(style) = ProgressStyle::with_template(TEMPLATE) {
            bar.set_style(style.progress_chars("=> "));
        }
        let (sender, ended) = channel();
        let shown = bar.clone();
        let late = thread::spawn(move || {
            if ended.recv_timeout(DELAY) == Err(RecvTimeoutError::Timeout) {
                shown.set_draw_target(ProgressDrawTarget::stderr());
                shown.enable_steady_tick(TICK);
            }
        });
        Self(Some(Bar { bar, errors: AtomicUsize::new(0), late: Some((sender, late)) }))
    }

    /// One file is done.
    pub fn done(&self, report: &Report) {
        let Some(Bar { bar, errors, .. }) = &self.0 else { return };
        if report.has_errors() {
            let errors = errors.fetch_add(1, Ordering::Relaxed) + 1;
            bar.set_message(format!(", {} with errors", count(errors, "file")));
        }
        bar.inc(1);
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        if let Some((sender, late)) = self.late.take() {
            drop(sender);
            let _ = late.join();
        }
        self.bar.finish_and_clear();
    }
}
