//! What is told, and how: `--diagnostics-format`, `--color`, `--no-warn`, `--quiet`, `--verbose`, and the summary.

use crate::support::Test;

/// A pattern for which the library has a warning.
const WARNED: &str = "/\\udc00/u;";

#[test]
fn diagnostics_are_lines_of_json() {
    let done = Test::new()
        .file("a.js", "let a;\nlet a;\n")
        .args(["a.js", "b.js", "--out-dir", "dist", "--diagnostics-format", "json"])
        .fails()
        .stdout("");
    let lines: Vec<serde_json::Value> =
        done.messages().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(
        lines,
        [
            serde_json::json!({
                "severity": "error", "code": "redeclared", "message": "`a` is declared twice in this scope",
                "advice": "rename one of the two, or drop the second declaration",
                "file": "a.js", "line": 2, "column": 5, "length": 1,
                "utf16Column": 5, "utf16Length": 1, "range": { "start": 11, "end": 12 },
                "related": [{
                    "line": 1, "column": 5, "length": 1, "utf16Column": 5, "utf16Length": 1,
                    "range": { "start": 4, "end": 5 }, "note": "`a` is first declared here",
                }],
            }),
            serde_json::json!({
                "severity": "error", "code": null, "message": "cannot read `b.js`: there is no such file",
                "advice": null, "file": "b.js", "line": null, "column": null, "length": null,
                "utf16Column": null, "utf16Length": null, "range": null, "related": [],
            }),
        ]
    );
}

#[test]
fn places_are_counted_in_characters_utf16_and_bytes() {
    let done = Test::new()
        .file("a.js", "var ok; '😀é'; let a; let a;\n")
        .args(["a.js", "--diagnostics-format", "json"])
        .fails();
    let line: serde_json::Value = serde_json::from_str(done.messages().trim()).unwrap();
    assert_eq!([&line["column"], &line["utf16Column"]], [26, 27]);
    assert_eq!(line["range"], serde_json::json!({ "start": 29, "end": 30 }));
}

#[test]
fn diagnostics_are_commands_for_github() {
    Test::new().file("a,b.js", "let a;\nlet a;\n").args(["a,b.js", "--diagnostics-format=github"]).fails().stderr(
        "::error file=a%2Cb.js,line=2,col=5,endColumn=6,title=downlevel%3A redeclared::\
             `a` is declared twice in this scope%0Arename one of the two, or drop the second declaration\n",
    );
    Test::new()
        .args(["50%.js", "--diagnostics-format=github"])
        .fails()
        .stderr("::error file=50%25.js,title=downlevel::cannot read `50%25.js`: there is no such file\n");
    Test::new()
        .file("a.js", WARNED)
        .args(["a.js", "--diagnostics-format=github"])
        .succeeds()
        .stderr_has("::warning file=");
}

#[test]
fn refusals_have_the_format_too() {
    Test::new()
        .file("src/a.js", "")
        .args(["src", "--diagnostics-format=json"])
        .refuses()
        .stderr_has("{\"severity\":\"error\",\"code\":null,\"message\":\"the input `src` is a folder\"");
}

#[test]
fn colour_can_be_chosen() {
    let test = |args: &[&str]| Test::new().file("a.js", "var = 1;").args([&["a.js"], args].concat());
    test(&["--color", "always"]).fails().stderr_has("\u{1b}[");
    test(&["--color", "always"]).variable("NO_COLOR", "1").fails().stderr_has("\u{1b}[");
    test(&["--color", "never"]).variable("CLICOLOR_FORCE", "1").fails().stderr_lacks("\u{1b}");
    test(&["--color", "auto"]).variable("CLICOLOR_FORCE", "1").fails().stderr_has("\u{1b}[");
    test(&["--color", "auto"]).fails().stderr_lacks("\u{1b}");
}

#[test]
fn formats_for_programs_have_no_colour() {
    for format in ["json", "github"] {
        Test::new()
            .file("a.js", "var = 1;")
            .args(["a.js", "--color=always", "--diagnostics-format", format])
            .fails()
            .stderr_lacks("\u{1b}");
    }
}

#[test]
fn warnings_are_turned_off_by_name() {
    let test = || Test::new().file("a.js", WARNED);
    test().args(["a.js"]).succeeds().stderr_has("warning[lone-surrogate]: ");
    test().args(["a.js", "--no-warn", "lone-surrogate"]).succeeds().stderr("");
    test().args(["a.js", "--no-warn=input-source-map,lone-surrogate"]).succeeds().stderr("");
    test().args(["a.js", "--no-warn", "input-source-map"]).succeeds().stderr_has("warning[lone-surrogate]: ");
    test().file("downlevel.toml", "noWarn = [\"lone-surrogate\"]").args(["a.js"]).succeeds().stderr("");
    test()
        .args(["a.js", "--no-warn", "lone-surogate"])
        .refuses()
        .stderr_has("tip: a similar value exists: 'lone-surrogate'");
}

#[test]
fn the_summary_has_files_size_time_and_problems() {
    let done = Test::new()
        .file("src/a.js", "var a".repeat(500).replace("var a", "var a;\n"))
        .file("src/b.js", "var = 1;")
        .file("src/c.js", WARNED)
        .args(["src", "--out-dir", "dist"])
        .fails();
    let last = done.all_messages().lines().last().unwrap();
    assert!(last.starts_with("3 files, 3.5 kB in "), "{last}");
    assert!(last.ends_with(" s, 1 error, 1 warning"), "{last}");
}

#[test]
fn quiet_leaves_errors_only() {
    Test::new().file("src/a.js", WARNED).args(["src", "--out-dir", "dist", "--quiet"]).succeeds().stderr("");
    Test::new().file("a.js", "var = 1").args(["a.js", "-q"]).fails().stderr_has("error[syntax]: ");
    Test::new().file("a.js", "").args(["a.js", "-q", "-v"]).refuses().stderr_has("cannot be used with");
}

#[test]
fn verbose_names_each_file() {
    Test::new()
        .file("src/a.js", "var a;")
        .file("src/b.js", "var = 1;")
        .args(["src", "--out-dir", "dist", "-v"])
        .fails()
        .stderr_has("src/a.js -> dist/a.js (6 B)\n")
        .stderr_lacks("dist/b.js")
        .stderr_has("\n2 files, 1 error\n");
    Test::new()
        .file("a.js", "var a;")
        .args(["a.js", "--verbose"])
        .succeeds()
        .stdout("var a;\n")
        .stderr("a.js (6 B)\n1 file\n");
}

#[test]
fn jobs_are_limited() {
    let test = || Test::new().file("src/a.js", "var a").file("src/b.js", "var b");
    for jobs in ["1", "3", "64"] {
        test().args(["src", "--out-dir", "dist", "--jobs", jobs]).succeeds().files("dist", &["a.js", "b.js"]);
    }
    for jobs in ["0", "-1", "many", "70000"] {
        test().args(["src", "--out-dir", "dist", "-j", jobs]).refuses();
    }
}

#[test]
fn what_looks_like_a_known_mistake_has_advice() {
    for (source, advice) in [
        ("var a: number = 1; var = 2;", "if this is TypeScript, compile it first"),
        ("var a = <div/>; var = 2;", "if this is JSX, compile it first"),
        ("<a>", "if this is HTML, give the JavaScript alone"),
        ("var a = “b”;", "use straight quotes"),
        ("/(?<=a)b/", "match what comes before as well, in a group of its own"),
        ("using a = b;", "put it into a block, `{ … }`, with what needs it"),
        ("{ using a; }", "give it one; it may be `null` or `undefined`"),
        ("<<<<<<< HEAD", "resolve the conflict"),
        ("function f() {", "find the `{` that is not closed"),
        ("function f() { await a; }", "write `async` before the function around it"),
    ] {
        Test::new().file("a.js", source).args(["a.js"]).fails().stderr_has(advice);
    }
}

/// One error says what it is, however many places would be wrong as JavaScript.
#[test]
fn another_language_is_called_by_its_name() {
    let typescript = "interface A<T> { b: string; c?: T }\nexport enum E { F }\nlet a: A<E> = f as any;\n".repeat(50);
    let cases = [
        ("a.js", typescript.as_str(), "TypeScript", "`esbuild --target=es2018 --loader:.js=ts`"),
        ("a.ts", typescript.as_str(), "TypeScript", "`esbuild --target=es2018`"),
        ("a.mts", "var a: number = 1;", "TypeScript", "`esbuild --target=es2018`"),
        ("a", "declare const a: number;", "TypeScript", "`esbuild --target=es2018 --loader=ts`"),
        ("a.js", "abstract class A { private b!: string; constructor(readonly c = 1) {} }", "TypeScript", "=ts`"),
        ("a.js", "import type { A } from 'a';\nexport const b = <T,>(c: T): c is A => c!;", "TypeScript", "=ts`"),
        ("a.js", "export const A = ({ b }) => <p>it's {b}</p>;\n", "JSX", "`esbuild --target=es2018 --loader:.js=jsx`"),
        ("a.jsx", "var a = <><B.C {...d} /></>;", "JSX", "`esbuild --target=es2018`"),
        ("a.tsx", "var a: number = <p>{b as any}</p>;", "TypeScript with JSX", "`esbuild --target=es2018`"),
        ("a.js", "@a class B { @c d() {} }", "JavaScript with decorators", "lower it first, for example with `esbuild"),
        (
            "a.js",
            "/**\n * @flow strict\n */\nimport type { A } from 'a';\nvar b: ?A = (c: any);",
            "Flow",
            "flow-remove-types",
        ),
        ("a.js", "// @flow\ntype A = {| b: number |};", "Flow", "flow-remove-types"),
        (
            "a.js",
            "\u{FEFF}<!DOCTYPE html>\n<html><script>let a = 1;</script></html>",
            "HTML",
            "give the JavaScript alone",
        ),
        ("a.js", "<?xml version=\"1.0\"?>", "HTML", ""),
        ("a.json", "{ \"a\": [1, 2], \"b\": null }", "JSON", "leave it out"),
        (
            "a.css",
            "a.b:hover, #c > d { font-size: 1px; color: red }\n@media print { p { margin: 0 } }",
            "CSS",
            "leave it out",
        ),
        ("a.js", "@charset \"utf-8\";", "CSS", "leave it out"),
        ("a.js", "/* x */ .a { color: red; }", "CSS", "leave it out"),
        ("a.js", "body { margin: 0; }", "CSS", "leave it out"),
    ];
    for (name, source, language, advice) in cases {
        let test = || Test::new().file(name, source);
        let done = test().args([name]).fails().stdout("").stderr_has(advice);
        let expected = format!("error[not-javascript]: this is {language}");
        assert!(done.messages().starts_with(&expected), "{source}: {}", done.messages());
        assert_eq!(done.messages().matches("error").count(), 1, "{}", done.messages());
        test().args(["check", name]).fails().stdout_has(&expected);
    }
}

/// It runs as it is, and nobody would see that it is newer than ES5.
#[test]
fn newer_code_in_strings_is_warned_about() {
    let newer = [
        "eval(\"let a = 1\");",
        "(0, eval)('a => a');",
        "new Function('a', 'return a ?? 1');",
        "Function('{ a }', '');",
        "setTimeout('f(() => 1)', 10);",
        "window.setInterval('class A {}', 10);",
        "eval(__webpack_require__.ts(\"const a = 1;\\n//# sourceURL=webpack:///a.js\"));",
        "function f() { return eval('async () => {}'); }",
    ];
    for source in newer {
        let test = || Test::new().file("a.js", source);
        test()
            .args(["a.js"])
            .succeeds()
            .stderr_has("warning[code-string]: the code in this string stays as it is: it has ");
        test().args(["a.js", "--no-warn", "code-string"]).succeeds().stderr("");
        test()
            .args(["check", "a.js"])
            .succeeds()
            .stdout_has("warning[code-string]: the code in this string has ")
            .stdout_has("1 file is ES5\n");
        test().args(["check", "a.js", "--no-warn=code-string"]).succeeds().stdout("1 file is ES5\n");
    }
    let others = [
        "eval('var a = 1;');",
        "eval(a + 'let b;');",
        "new Function('return this')();",
        "setTimeout(function () {}, 1);",
        "eval('no code (');",
        "f('let a = 1;');",
    ];
    for source in others {
        Test::new().file("a.js", source).args(["a.js"]).succeeds().stderr("");
        Test::new().file("a.js", source).args(["check", "a.js"]).succeeds().stdout("1 file is ES5\n");
    }
    Test::new().file("a.js", "eval(`let a`);").args(["a.js"]).succeeds().stderr_has("warning[code-string]");
    // It is another function.
    let source = "function g(setTimeout) { setTimeout('let a'); }";
    Test::new().file("a.js", source).args(["a.js"]).succeeds().stderr("");
}
