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
fn every_flag_is_documented() {
    let documented = include_str!("../../docs/command-line.md");
    for command in [&["--help"] as &[_], &["check", "--help"], &["helpers", "--help"]] {
        let done = Test::new().args(command).succeeds();
        for line in done.output().lines().filter(|line| line.trim_start().starts_with('-')) {
            let flag = line.split([' ', '[', '=', ',']).find(|word| word.starts_with("--")).unwrap_or("--help");
            assert!(documented.contains(&format!("`{flag}")), "{flag}");
        }
    }
}

#[test]
fn the_version_is_that_of_the_package() {
    let version = concat!("downlevel ", env!("CARGO_PKG_VERSION"));
    Test::new().args(["-V"]).succeeds().stdout(&format!("{version}\n"));
    let done = Test::new().args(["--version"]).succeeds();
    let rest = done.output().strip_prefix(version).unwrap();
    // Builds for release know their commit.
    assert!(rest == "\n" || rest.starts_with(" (") && rest.ends_with(")\n"), "{rest}");
}

#[test]
fn every_assumption_is_documented() {
    let documented = include_str!("../../docs/command-line.md");
    for name in downlevel::Assumptions::NAMES {
        assert!(documented.contains(&format!("| `{name}` |")), "{name}");
    }
}
