//! Standard input and standard output.

use std::{
    fs,
    io::Read,
    process::{Command, Stdio},
};

use crate::support::Test;

#[test]
fn a_file_goes_to_standard_output() {
    Test::new().file("a.js", "var a = 1").args(["a.js"]).succeeds().stdout("var a = 1;\n").stderr("");
}

#[test]
fn standard_input_is_read() {
    Test::new().stdin("var a = 1").args(["-"]).succeeds().stdout("var a = 1;\n").stderr("");
}

#[test]
fn nothing_comes_of_nothing() {
    Test::new().stdin("").args(["-"]).succeeds().stderr("");
}

#[test]
fn standard_input_goes_to_a_file() {
    Test::new().stdin("var a = 1").args(["-", "-o", "a.js"]).succeeds().stdout("").file("a.js", "var a = 1;\n");
}

#[test]
fn a_dash_is_standard_output_too() {
    Test::new().file("a.js", "var a = 1").args(["a.js", "-o", "-"]).succeeds().stdout("var a = 1;\n").no_file("-");
}

#[test]
fn a_file_named_dash_is_reached_by_its_path() {
    Test::new().file("-", "var a = 1").args(["./-"]).succeeds().stdout("var a = 1;\n");
}

#[test]
fn standard_input_may_be_replaced() {
    #[cfg(unix)]
    Test::new().file("a.js", "var a = 1").shell("\"$downlevel\" - -o a.js < a.js", 0).file("a.js", "var a = 1;\n");
}

#[test]
fn standard_input_has_a_name_in_messages() {
    Test::new().stdin("var = 1;").args(["-"]).fails().stdout("").stderr_has(" --> <stdin>:1:5\n");
    Test::new()
        .stdin("var = 1;")
        .args(["-", "--stdin-filename", "src/a.js"])
        .fails()
        .stdout("")
        .stderr_has(" --> src/a.js:1:5\n");
}

#[test]
fn standard_input_may_be_given_once() {
    Test::new().args(["-", "-"]).refuses().stderr_has("error: standard input can be read only once\n");
}

#[test]
fn a_name_for_standard_input_needs_standard_input() {
    Test::new()
        .file("a.js", "var a;")
        .args(["a.js", "--stdin-filename", "b.js"])
        .refuses()
        .stdout("")
        .stderr_has("error: `--stdin-filename` names standard input, which is not read\n");
}

#[test]
fn standard_input_cannot_go_to_a_folder() {
    Test::new()
        .args(["-", "--out-dir", "dist"])
        .refuses()
        .stderr_has("help: write it to a file with `-o FILE`\n")
        .no_file("dist");
}

#[test]
fn a_closed_pipe_ends_quietly() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.js");
    fs::write(&path, "var a = 1;\n".repeat(100_000)).unwrap();
    let mut child = Command::new(env!("CARGO_BIN_EXE_downlevel"))
        .arg(path)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdout.take().unwrap().read_exact(&mut [0; 10]).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_device_is_an_error() {
    Test::new()
        .file("a.js", "var a = 1;")
        .shell("\"$downlevel\" a.js > /dev/full", 1)
        .stderr_has("error: cannot write `<stdout>`: No space left on device");
}

#[cfg(target_os = "linux")]
#[test]
fn closed_standard_error_is_no_panic() {
    Test::new().file("a.js", "var = 1;").shell("\"$downlevel\" a.js 2> /dev/full", 1);
    Test::new().file("a.js", "var = 1;").shell("\"$downlevel\" a.js 2>&-", 1);
}
