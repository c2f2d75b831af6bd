//! `downlevel check`. What it finds in a source is the library's (`tests/check.rs`).

use crate::support::Test;

#[test]
fn es5_passes() {
    Test::new().file("a.js", "var a = 1;").args(["check", "a.js"]).succeeds().stdout("1 file is ES5\n").stderr("");
    Test::new()
        .file("dist/a.js", "var a = 1;")
        .file("dist/b/c.cjs", "var b = function () {};")
        .args(["check", "dist"])
        .succeeds()
        .stdout("2 files are ES5\n");
}

#[test]
fn newer_syntax_is_shown_once_for_each_feature() {
    Test::new()
        .file("dist/a.js", "let a = 1;\nlet b = a ?? 2;\n")
        .file("dist/b.js", "var a;")
        .args(["check", "dist"])
        .fails()
        .stderr("")
        .stdout(
            "\
error[let]: a `let` declaration is ES2015, the first of 2 in this file
 --> dist/a.js:1:1
  |
1 | let a = 1;
  | ^^^

error[nullish-coalescing]: nullish coalescing (`??`) is ES2020
 --> dist/a.js:2:11
  |
2 | let b = a ?? 2;
  |           ^^

1 of 2 files is not ES5: it holds syntax up to ES2020
",
        );
}

#[test]
fn verbose_shows_every_place() {
    let test = || Test::new().file("a.js", "let a;\nlet b;\n");
    test().args(["check", "a.js"]).fails().stdout_lacks(" --> a.js:2:1\n");
    test().args(["check", "a.js", "-v"]).fails().stdout_has(" --> a.js:1:1\n").stdout_has(" --> a.js:2:1\n");
}

#[test]
fn quiet_has_no_summary() {
    Test::new().file("a.js", "var a;").args(["check", "-q", "a.js"]).succeeds().stdout("");
    Test::new().file("a.js", "let a;").args(["check", "-q", "a.js"]).fails().stdout_lacks("not ES5");
}

#[test]
fn modules_are_newer_unless_they_are_preserved() {
    let test = || Test::new().file("a.mjs", "export var a = 1;");
    test().args(["check", "a.mjs"]).fails().stdout_has("error[export]: an `export` declaration is ES2015\n");
    test().args(["check", "--modules", "preserve", "a.mjs"]).succeeds();
}

#[test]
fn each_place_is_a_line_of_json() {
    let done = Test::new()
        .file("a.js", "let a;\nlet b;\n")
        .args(["check", "a.js", "--diagnostics-format", "json"])
        .fails()
        .stderr("");
    let lines: Vec<serde_json::Value> = done.output().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 2);
    assert_eq!(
        lines[1],
        serde_json::json!({
            "severity": "error", "code": "let", "message": "a `let` declaration is ES2015", "advice": null,
            "file": "a.js", "line": 2, "column": 1, "length": 3, "utf16Column": 1, "utf16Length": 3,
            "range": { "start": 7, "end": 10 }, "edition": 2015, "related": [],
        })
    );
}

#[test]
fn each_place_is_an_annotation_for_github() {
    Test::new()
        .file("x/a.js", "let a;\n")
        .args(["check", "x", "--diagnostics-format", "github"])
        .fails()
        .stdout("::error file=x/a.js,line=1,col=1,endColumn=4,title=downlevel%3A let::a `let` declaration is ES2015\n");
}

#[test]
fn what_cannot_be_checked_fails() {
    Test::new().args(["check", "a.js"]).fails().stdout_has("error: cannot read `a.js`: there is no such file\n");
    Test::new().folder("x").args(["check", "x"]).fails().stdout_has("error: there is no JavaScript in `x`\n");
    Test::new().file("a.js", "var = 1").args(["check", "a.js"]).fails().stdout_has("error[syntax]: ");
    Test::new().file("a.js", b"\xFF").args(["check", "a.js"]).fails().stdout_has("error[encoding]: ");
}

#[test]
fn standard_input_is_checked() {
    Test::new().stdin("let a;").args(["check", "-"]).fails().stdout_has(" --> <stdin>:1:1\n");
    Test::new().stdin("var a;").args(["check", "-"]).succeeds();
}

#[test]
fn what_is_lowered_passes() {
    let done = Test::new()
        .file(
            "a.js",
            "class A { *m() { yield* [...arguments]; } }\nasync () => { for await (let [a] of b) c`d${a}`; };",
        )
        .args(["a.js", "-o", "b.js"])
        .succeeds();
    Test::new().file("b.js", done.read("b.js")).args(["check", "b.js"]).succeeds();
}

#[test]
fn without_a_path_the_results_of_the_project_are_checked() {
    let test = || Test::new().file("dist/a.js", "var a;").file("src/a.js", "let a;");
    test().args(["check"]).fails().stdout_has("1 of 2 files is not ES5");
    test().file("downlevel.toml", "outDir = \"dist\"").args(["check"]).succeeds().stdout("1 file is ES5\n");
    let test = || test().file("x/downlevel.json", "{\"inputs\": [\"../src\"], \"outDir\": \"../dist\"}");
    test().inside("x").args(["check"]).succeeds().stdout("1 file is ES5\n");
    test().inside("x").args(["check", "../src"]).fails();
    Test::new()
        .file("downlevel.toml", "outDir = \"dist\"")
        .args(["check"])
        .fails()
        .stdout_has("cannot read `dist`: there is no such file");
}
