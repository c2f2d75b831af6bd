//! What the library promises of itself: the same output on any thread, whatever other threads do.

use std::thread;

use downlevel::{Diagnostic, Errors, Options, Output, swc::Lowering, transform};

#[allow(dead_code, reason = "nothing runs here, but a fixture names the polyfills it needs")]
#[path = "support/engine.rs"]
mod engine;
#[allow(dead_code, reason = "one module is lowered, not those that it imports")]
#[path = "support/fixture.rs"]
mod fixture;

use fixture::Fixture;

const THREADS: usize = 4;
/// All fixtures would take a minute.
const EVERY: usize = 6;

/// Sources of many features, some of them with errors.
fn cases() -> Vec<(String, Options)> {
    let case = |(_, directory): (String, std::path::PathBuf)| {
        let fixture = Fixture::load(&directory).unwrap();
        (fixture.input, Options { source_map: true, ..fixture.options })
    };
    fixture::all().into_iter().step_by(EVERY).map(case).collect()
}

#[test]
fn many_threads_make_what_one_makes() {
    let cases = cases();
    let alone: Vec<Result<Output, Errors>> = cases.iter().map(|(source, options)| transform(source, options)).collect();
    assert!(alone.iter().any(Result::is_ok) && alone.iter().any(Result::is_err));
    thread::scope(|scope| {
        for number in 0..THREADS {
            let (cases, alone) = (&cases, &alone);
            scope.spawn(move || {
                // Each thread has an order of its own, so that different sources meet.
                let begin = number * cases.len() / THREADS;
                for index in (begin..cases.len()).chain(0..begin) {
                    let (source, options) = &cases[index];
                    assert!(transform(source, options) == alone[index], "{source}");
                }
            });
        }
    });
}

#[test]
fn everything_can_go_to_another_thread() {
    fn is_shared<T: Send + Sync + 'static>() {}
    is_shared::<Options>();
    is_shared::<Output>();
    is_shared::<Lowering>();
    is_shared::<Errors>();
    is_shared::<Diagnostic>();
}
