//! `--max-errors`: what is told of a file, and of many files to which the same happens, has an end.

use crate::support::Test;

/// 50 errors.
fn test() -> Test {
    Test::new().file("src/a.js", "let a;\n".repeat(51)).file("src/b.js", "let b;\nlet b;\n")
}

fn number_of_errors(text: &str) -> usize {
    text.matches("error[redeclared]").count()
}

#[test]
fn twenty_errors_of_a_file_are_told() {
    let done = test()
        .args(["src", "--out-dir", "dist"])
        .fails()
        .stderr_has(
            "\nerror: 30 more errors in `src/a.js`\n  |\n  = help: `--max-errors 0` tells all\n\nerror[redeclared]: `b`",
        )
        .stderr_has("2 files, 51 errors\n");
    assert_eq!(number_of_errors(done.messages()), 21);
}

#[test]
fn the_number_can_be_chosen() {
    for (args, told, more) in [
        (&["--max-errors", "1"] as &[_], 2, "49 more errors in `src/a.js`"),
        (&["--max-errors=49"], 50, "1 more error in `src/a.js`"),
        (&["--max-errors=50"], 51, ""),
        (&["--max-errors=0"], 51, ""),
        (&["--verbose"], 51, ""),
        (&["--verbose", "--max-errors=2"], 3, "48 more errors in `src/a.js`"),
    ] {
        let done = test().args([&["src", "--out-dir", "dist"], args].concat()).fails();
        assert_eq!(number_of_errors(done.messages()), told, "{args:?}");
        assert!(done.messages().contains(more) && (!more.is_empty() || !done.messages().contains(" more error")));
    }
    test()
        .file("downlevel.toml", "maxErrors = 2")
        .args(["src/a.js"])
        .fails()
        .stderr_has("48 more errors in `src/a.js`");
    test().args(["src/a.js", "--max-errors", "many"]).refuses();
}

#[test]
fn programs_are_told_how_many_more_there_are() {
    let done = test().args(["src/a.js", "--diagnostics-format", "json"]).fails();
    assert_eq!(done.messages().lines().count(), 21);
    let last: serde_json::Value = serde_json::from_str(done.messages().lines().last().unwrap()).unwrap();
    assert_eq!(
        last,
        serde_json::json!({
            "severity": "error", "code": null, "message": "30 more errors in `src/a.js`",
            "advice": "`--max-errors 0` tells all", "file": "src/a.js",
            "line": null, "column": null, "length": null, "utf16Column": null, "utf16Length": null, "range": null,
            "related": [],
        })
    );
    let done = test().args(["src/a.js", "--diagnostics-format=github"]).fails();
    assert_eq!(done.messages().lines().count(), 21);
}

#[test]
fn warnings_are_counted_on_their_own() {
    let source = "var a = /\\udc00/u;\n".repeat(25);
    let done =
        Test::new().file("a.js", source).args(["a.js"]).succeeds().stderr_has("warning: 5 more warnings in `a.js`\n");
    assert_eq!(done.messages().matches("warning[lone-surrogate]").count(), 20);
}

#[test]
fn check_has_the_limit() {
    let done = Test::new()
        .file("a.js", "let a;\n".repeat(50))
        .args(["check", "a.js", "--diagnostics-format", "json"])
        .fails()
        .stdout_has("30 more errors in `a.js`");
    assert_eq!(done.output().lines().count(), 21);
    let done = Test::new().file("a.js", "let a;\n".repeat(50)).args(["check", "a.js", "-v"]).fails();
    assert_eq!(done.output().matches("error[let]").count(), 50);
}

/// As on a full disk.
#[cfg(unix)]
#[test]
fn files_that_fail_for_one_reason_are_told_together() {
    let test = (0..50).fold(Test::new(), |test, index| test.file(format!("src/{index}.js"), "var a;"));
    let done = test
        .mode("", 0o555)
        .without_rights()
        .args(["src", "--out-dir", "dist"])
        .fails()
        .stderr_has("error: cannot write 30 more files: permission was denied\n")
        .stderr_has("50 files, 50 errors\n");
    assert_eq!(done.messages().matches("error: cannot write `").count(), 20);
    let names: Vec<String> = (0..50).map(|index| format!("{index}.js")).collect();
    Test::new()
        .args(names.iter().map(String::as_str).chain(["--out-dir", "dist"]))
        .fails()
        .stderr_has("error: cannot read 30 more files: there is no such file\n");
}

/// What takes a second or two must not take minutes because a file has many of something.
#[test]
fn nothing_is_quadratic() {
    let many = |number: usize, text: &dyn Fn(usize) -> String| (0..number).map(text).collect::<String>();
    let list = |number| many(number, &|index| format!("a{index},"));
    let declarations = |number| many(number, &|index| format!("let a{index};\n"));
    let cases = [
        ("errors in one line", many(20_000, &|_| "let a;".to_owned())),
        ("errors in two lines", format!("let a;\n{}", many(20_000, &|_| "let a;".to_owned()))),
        ("bindings of one name", many(60_000, &|index| format!("{{ let a = {index}; f(() => a); }}\n"))),
        ("exports", many(20_000, &|index| format!("export let a{index} = {index};\n"))),
        ("exported names", format!("{}export {{ {} }};", declarations(20_000), list(20_000))),
        ("imports", many(20_000, &|index| format!("import a{index} from 'm';\n"))),
    ];
    for (what, source) in cases {
        let started = std::time::Instant::now();
        let test = Test::new().file("a.mjs", source).args(["a.mjs", "-o", "b.js", "--max-errors", "0"]);
        if what.starts_with("errors") {
            test.fails()
        } else {
            test.succeeds()
        };
        let elapsed = started.elapsed();
        assert!(elapsed.as_secs() < 40, "{what}: {elapsed:?}");
    }
}
