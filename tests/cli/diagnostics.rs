//! What is said about a source that cannot be lowered.

use crate::support::Test;

/// The lines after the message, which is the library's.
fn frame(stderr: &str) -> &str {
    stderr.split_once('\n').map_or("", |(_, frame)| frame)
}

#[test]
fn the_place_is_marked() {
    let done = Test::new().file("a.js", "var a;\nvar = 1;\n").args(["a.js"]).fails().stdout("");
    assert!(done.messages().starts_with("error[syntax]: "), "{}", done.messages());
    assert!(frame(done.messages()).starts_with(" --> a.js:2:5\n  |\n2 | var = 1;\n  |     ^\n"), "{}", done.messages());
}

#[test]
fn a_path_is_shown_as_it_was_typed() {
    let test = || Test::new().file("x/a.js", "var = 1;");
    test().args(["./x/a.js"]).fails().stderr_has(" --> ./x/a.js:1:5\n");
    test().args(["x/../x/a.js", "--out-dir", "dist"]).fails().stderr_has(" --> x/../x/a.js:1:5\n");
    test().args(["x/", "--out-dir", "dist"]).fails().stderr_has(" --> x/a.js:1:5\n");
}

#[test]
fn a_source_map_does_not_change_the_path() {
    Test::new()
        .file("x/a.js", "var = 1;")
        .args(["x", "--out-dir", "dist", "--source-maps", "external"])
        .fails()
        .stderr_has(" --> x/a.js:1:5\n");
}

#[test]
fn tabs_and_control_characters_do_not_shift_the_mark() {
    let done = Test::new().file("a.js", "\t/*\u{1b}[31m年*/\tvar = 1;").args(["a.js"]).fails();
    assert!(
        frame(done.messages())
            .starts_with(" --> a.js:1:17\n  |\n1 |     /*␛[31m年*/    var = 1;\n  |                        ^\n"),
        "{}",
        done.messages()
    );
}

#[test]
fn a_long_line_is_cut() {
    let source = format!("{}var = 1;{}", "var a;".repeat(100_000), "var a;".repeat(100_000));
    let done = Test::new().file("a.js", source).args(["a.js"]).fails().stderr_has(" --> a.js:1:600005\n");
    assert!(done.messages().len() < 1000, "{}", done.messages().len());
    done.stderr_has("a;var = 1;var a;");
}

#[test]
fn the_end_of_a_source_can_be_marked() {
    for source in ["(", "(\n", "a = {\n\n", "`"] {
        Test::new().file("a.js", source).args(["a.js"]).fails().stderr_has("^");
    }
}

#[test]
fn text_that_is_not_utf8_is_located() {
    Test::new().file("a.js", b"var a;\nvar b = \"\xE9\";\n").args(["a.js"]).fails().stdout("").stderr(
        "\
error[encoding]: the source is not UTF-8: the byte 0xE9 cannot stand here
 --> a.js:2:10
  |
2 | var b = \"\u{FFFD}\";
  |          ^
  |
  = help: save it as UTF-8, or convert it, for example with `iconv -f WINDOWS-1252 -t UTF-8`

",
    );
}

#[test]
fn utf16_is_recognized() {
    for source in [b"\xFF\xFEv\0a\0r\0", b"\xFE\xFF\0v\0a\0r"] {
        Test::new()
            .file("a.js", source)
            .args(["a.js"])
            .fails()
            .stderr_has("error[encoding]: the source is UTF-16, not UTF-8\n")
            .stderr_has("iconv -f UTF-16 -t UTF-8");
    }
}

#[test]
fn a_byte_order_mark_is_no_error() {
    Test::new().file("a.js", "\u{FEFF}var a = 1").args(["a.js"]).succeeds().stdout("var a = 1;\n");
}

#[test]
fn colours_are_for_terminals() {
    let test = || Test::new().file("a.js", "var = 1;").args(["a.js"]);
    test().fails().stderr_lacks("\u{1b}");
    test().variable("CLICOLOR_FORCE", "1").fails().stderr_has("\u{1b}[").stderr_has("error");
    test().variable("NO_COLOR", "1").fails().stderr_lacks("\u{1b}");
}
