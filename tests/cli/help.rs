//! `--help` and `--version`.

use crate::support::Test;

#[test]
fn the_long_help_has_examples_and_exit_codes() {
    Test::new()
        .args(["--help"])
        .succeeds()
        .stderr("")
        .stdout_has("Examples:\n")
        .stdout_has("downlevel src --out-dir dist")
        .stdout_has("Exit codes:\n");
}

#[test]
fn the_short_help_fits_a_screen() {
    let done = Test::new().args(["-h"]).succeeds().stderr("").stdout_has("--out-dir").stdout_has("--help");
    assert!(done.output().lines().count() <= 50, "{}", done.output());
}

#[test]
fn the_version_is_that_of_the_package() {
    Test::new().args(["--version"]).succeeds().stdout(concat!("downlevel ", env!("CARGO_PKG_VERSION"), "\n"));
}
