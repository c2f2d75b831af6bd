//! `--report`: which built-ins the output needs. What these are is the library's.

use crate::support::Test;

fn test() -> Test {
    Test::new().file("src/a.js", "async function f() {}").file("src/b.js", "var b;")
}

#[test]
fn people_get_a_line_for_each_file() {
    test().args(["src", "--out-dir", "dist", "--report"]).succeeds().stderr("2 files\n").stdout(
        "\
Built-ins after ES5 that the output needs:
  src/a.js: Promise
  src/b.js: none
In total: Promise
",
    );
}

#[test]
fn programs_get_json() {
    let done = test().args(["src", "--out-dir", "dist", "--report=json"]).succeeds();
    let json: serde_json::Value = serde_json::from_str(done.output()).unwrap();
    assert_eq!(
        json,
        serde_json::json!({
            "version": 1,
            "requiredBuiltins": ["Promise"],
            "files": [
                { "input": "src/a.js", "output": "dist/a.js", "requiredBuiltins": ["Promise"] },
                { "input": "src/b.js", "output": "dist/b.js", "requiredBuiltins": [] },
            ],
        })
    );
}

#[test]
fn the_code_is_not_mixed_with_the_report() {
    test()
        .args(["src/b.js", "--report"])
        .succeeds()
        .stdout("var b;\n")
        .stderr("Built-ins after ES5 that the output needs:\n  src/b.js: none\n");
    test()
        .args(["src/b.js", "--report=json"])
        .succeeds()
        .stdout("var b;\n")
        .stderr_has("{\"version\":1,\"requiredBuiltins\":[],\"files\":[{\"input\":\"src/b.js\",\"output\":null,");
    test().args(["src/b.js", "-o", "c.js", "--report"]).succeeds().stdout_has("  src/b.js: none\n").stderr("");
}

#[test]
fn the_report_can_go_to_a_file() {
    test()
        .args(["src/a.js", "--report=json", "--report-file", "x/report.json"])
        .succeeds()
        .stderr("")
        .stdout_has("function f()")
        .stdout_lacks("requiredBuiltins");
    let done =
        test().args(["src", "--out-dir", "dist", "--report", "--report-file", "report.txt"]).succeeds().stdout("");
    assert!(done.read("report.txt").contains("In total: Promise\n"));
    test().args(["src", "--out-dir", "dist", "--report-file", "report.txt"]).refuses().stderr_has("--report");
    test()
        .args(["src", "--out-dir", "dist", "--report", "--report-file", "src"])
        .fails()
        .stderr_has("error: cannot write `src`: it is a folder\n");
}

#[test]
fn files_that_fail_are_not_in_it() {
    Test::new()
        .file("src/a.js", "var = 1")
        .file("src/b.js", "var b;")
        .args(["src", "--out-dir", "dist", "--report"])
        .fails()
        .stdout_lacks("src/a.js")
        .stdout_has("  src/b.js: none\n");
}

#[test]
fn a_report_that_the_configuration_asks_for_can_be_refused() {
    let test = || test().file("downlevel.toml", "report = \"json\"");
    test().args(["src", "--out-dir", "dist"]).succeeds().stdout_has("\"requiredBuiltins\"");
    test().args(["src", "--out-dir", "dist", "--report"]).succeeds().stdout_has("In total: Promise");
    test().args(["src", "--out-dir", "dist", "--no-report"]).succeeds().stdout("");
}
