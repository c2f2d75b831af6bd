//! Commands beside lowering that only print, and how commands and inputs are told apart.

use crate::support::Test;

#[test]
fn the_helper_module_is_printed() {
    Test::new().args(["helpers"]).succeeds().stdout_has("\nexports.toArray = _toArray;\n");
    Test::new().args(["helpers", "--format", "cjs"]).succeeds().stdout_has("\nexports.toArray = _toArray;\n");
    Test::new().args(["helpers", "--format=esm"]).succeeds().stdout_has("\nexport { _toArray as toArray };\n");
}

#[test]
fn the_helper_module_is_es5() {
    let done = Test::new().args(["helpers"]).succeeds();
    Test::new().stdin(done.output()).args(["check", "-"]).succeeds();
}

#[test]
fn completions_are_printed() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        Test::new()
            .args(["completions", shell])
            .succeeds()
            .stdout_has("out-dir")
            .stdout_has("check")
            .stdout_lacks("no-spec");
    }
    Test::new().args(["completions", "tcl"]).refuses().stderr_has("[possible values: bash, ");
}

#[cfg(unix)]
#[test]
fn completions_are_what_the_shell_takes() {
    let test = Test::new().file("complete.sh", Test::new().args(["completions", "bash"]).succeeds().output());
    test.shell("bash -n complete.sh", 0).stderr("");
}

#[test]
fn manual_pages_are_printed() {
    Test::new()
        .args(["man"])
        .succeeds()
        .stdout_has(".TH downlevel 1")
        .stdout_has("downlevel\\-check(1)")
        .stdout_has(".SH \"EXIT CODES\"")
        .stdout_has("How many files are worked on at a time");
    Test::new().args(["man", "check"]).succeeds().stdout_has(".TH downlevel-check 1");
    Test::new().args(["man", "frob"]).refuses().stderr_has("there is no command `frob`");
}

#[test]
fn a_command_stands_first() {
    Test::new()
        .args(["--quiet", "check", "a.js"])
        .refuses()
        .stderr_has("error: there is no file `check`\n")
        .stderr_has("help: the command of that name stands first: `downlevel check …`\n");
}

#[test]
fn inputs_may_be_named_like_commands() {
    let test = || Test::new().file("check/a.js", "var a").file("helpers", "var b");
    test().args(["./check", "--out-dir", "dist"]).succeeds().file("dist/a.js", "var a;\n");
    test().args(["./helpers"]).succeeds().stdout("var b;\n");
    test().args(["--out-dir", "dist", "check", "helpers"]).succeeds().files("dist", &["a.js", "helpers"]);
    test()
        .args(["check", "--out-dir", "dist"])
        .refuses()
        .stderr_has("error: `check` is a command here, not the input of that name\n")
        .stderr_has("help: write `./check` for the input\n");
}
