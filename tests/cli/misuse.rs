//! Commands that make no sense: refused with exit code 2 before anything is written.

use crate::support::Test;

#[test]
fn no_input() {
    Test::new().refuses().stdout("").stderr_has("<INPUT>...").stderr_has("Usage: downlevel ");
}

#[test]
fn unknown_flags_and_values() {
    let commands: [&[&str]; 7] = [
        &["a.js", "--frobnicate"],
        &["a.js", "--source-type", "json"],
        &["a.js", "--modules", "es6"],
        &["a.js", "--source-maps", "yes"],
        &["a.js", "--helpers", "outline"],
        &["a.js", "--helpers", "external="],
        &["a.js", "-o"],
    ];
    for command in commands {
        Test::new().file("a.js", "var a").args(command).refuses().stdout("").stderr_has("error: ");
    }
}

#[test]
fn several_inputs_and_no_place_for_them() {
    Test::new().file("a.js", "var a").file("b.js", "var b").args(["a.js", "b.js"]).refuses().stdout("").stderr(
        "\
error: there are 2 inputs, and no folder to write them to
  |
  = help: give the folder for the results with `--out-dir DIR`

",
    );
}

#[test]
fn several_inputs_and_one_file() {
    Test::new()
        .file("a.js", "var a")
        .file("b.js", "var b")
        .args(["a.js", "b.js", "-o", "c.js"])
        .refuses()
        .stderr_has("error: `-o` takes one input, not 2\n")
        .stderr_has("--out-dir DIR")
        .no_file("c.js");
}

#[test]
fn a_folder_and_no_folder_for_it() {
    for command in [&["src"] as &[_], &["src", "-o", "a.js"]] {
        Test::new()
            .file("src/a.js", "var a")
            .args(command)
            .refuses()
            .stdout("")
            .stderr_has("error: the input `src` is a folder\n")
            .stderr_has("help: give the folder for the results with `--out-dir DIR`\n")
            .no_file("a.js");
    }
}

#[test]
fn a_file_and_a_folder_for_one_result() {
    Test::new()
        .file("a.js", "var a")
        .args(["a.js", "-o", "b.js", "--out-dir", "dist"])
        .refuses()
        .stderr_has("cannot be used with")
        .no_file("b.js");
}

#[test]
fn a_file_as_the_folder() {
    Test::new()
        .file("src/a.js", "var a")
        .file("dist", "before")
        .args(["src", "--out-dir", "dist"])
        .refuses()
        .stderr_has("error: `--out-dir` takes a folder, and `dist` is a file\n")
        .file("dist", "before");
}
