//! What is written never replaces what is read, nor anything else that is written.

use crate::support::Test;

/// Two files with maps, a configuration, and a map of another name.
fn test() -> Test {
    Test::new()
        .file("src/a.js", "var a;\n//# sourceMappingURL=a.js.map\n")
        .file("src/a.js.map", MAP)
        .file("src/b.js", "var b;\n//# sourceMappingURL=other.map\n")
        .file("src/other.map", MAP)
        .file("x.toml", "spec = true")
}

const MAP: &str = "{\"version\":3,\"sources\":[\"a.ts\"],\"names\":[],\"mappings\":\"AAAA\"}";

#[track_caller]
fn refuses(args: &[&str], message: &str, files: &[(&str, &str)]) {
    let done = files.iter().fold(test(), |test, (path, text)| test.file(path, text)).args(args).refuses();
    let done = done.stderr_has(message).no_file("dist/a.js").file("src/a.js.map", MAP).file("src/other.map", MAP);
    let done = done.file("x.toml", "spec = true").file("src/a.js", "var a;\n//# sourceMappingURL=a.js.map\n");
    files.iter().fold(done, |done, (path, text)| done.file(path, text));
}

#[test]
fn a_report_replaces_nothing_that_is_read() {
    let cases: [(&[&str], &str); 7] = [
        (&["--out-dir", "dist", "src", "--report-file", "src/a.js"], "the input `src/a.js`"),
        (&["--out-dir", "dist", "src", "--report-file", "src/../src/b.js"], "the input `src/../src/b.js`"),
        (&["--out-dir", "dist", "src", "--report-file", "src/a.js.map"], "the source map of an input, `src/a.js.map`"),
        (&["--out-dir", "dist", "src", "--report-file", "x.toml", "--config", "x.toml"], "the configuration `x.toml`"),
        (&["src/a.js", "--report-file", "src/a.js"], "the input `src/a.js`"),
        (
            &["src/a.js", "--report-file=src/other.map", "--input-source-map=src/other.map", "--source-maps=inline"],
            "the source map `src/other.map`",
        ),
        (&["src/a.js", "--report-file", ".gitignore"], "the ignore file `.gitignore`"),
    ];
    for (args, what) in cases {
        let args = [args, &["--report"]].concat();
        refuses(&args, &format!("error: {what} would be replaced by the report\n"), &[(".gitignore", "")]);
    }
}

#[test]
fn a_report_replaces_no_result() {
    for args in [
        &["src", "--out-dir", "dist", "--report-file", "dist/a.js"] as &[_],
        &["src", "--out-dir", "dist", "--source-maps=external", "--report-file", "dist/../dist/a.js.map"],
        &["src/a.js", "-o", "dist/a.js", "--report-file", "dist/a.js"],
    ] {
        let message = "would be replaced by the report\n  |\n  = help: choose another file with `--report-file`\n";
        refuses(&[args, &["--report=json"]].concat(), message, &[]);
    }
}

#[test]
fn the_key_of_the_configuration_is_checked_too() {
    Test::new()
        .file("src/a.js", "var a;")
        .file("downlevel.toml", "inputs = [\"src\"]\noutDir = \"dist\"\nreport = \"json\"\nreportFile = \"src/a.js\"")
        .args(&[] as &[&str])
        .refuses()
        .stderr_has("the input `src/a.js` would be replaced by the report")
        .file("src/a.js", "var a;");
    Test::new()
        .file("a.js", "var a;")
        .file("downlevel.toml", "spec = true")
        .args(["a.js", "-o", "downlevel.toml"])
        .refuses()
        .stderr_has("the configuration `downlevel.toml` would be replaced by a result")
        .file("downlevel.toml", "spec = true");
}

#[test]
fn a_result_replaces_nothing_that_is_read() {
    let cases: [(&[&str], &str); 5] = [
        (
            &["src/a.js", "-o", "src/other.map", "--input-source-map=src/other.map", "--source-maps=inline"],
            "the source map `src/other.map` would be replaced by a result\n",
        ),
        (
            &["src/a.js", "-o", "x.toml", "--config", "x.toml"],
            "the configuration `x.toml` would be replaced by a result\n",
        ),
        (
            &["src/a.js", "-o", "src/a.js.map"],
            "the source map of an input, `src/a.js.map` would be replaced by a result\n",
        ),
        (&["src/a.js", "-o", ".ignore"], "the ignore file `.ignore` would be replaced by a result\n"),
        (
            &["src/a.js", "-o", "src/other", "--source-maps=external", "--input-source-map=src/other.map"],
            "the source map `src/other.map` would be replaced by a result\n",
        ),
    ];
    for (args, message) in cases {
        refuses(args, message, &[(".ignore", "x")]);
    }
}

/// Only the source says which map it has.
#[test]
fn a_map_that_a_source_names_is_not_replaced() {
    test()
        .args(["src/b.js", "-o", "src/other.map", "--source-maps", "inline"])
        .fails()
        .stderr_has("error: the source map `src/other.map` of `src/b.js` would be replaced by a result\n")
        .stderr_has("help: write the results to another folder, or say `--input-source-map none`\n")
        .file("src/other.map", MAP);
    test().args(["src/b.js", "-o", "src/other.map"]).succeeds().file("src/other.map", "var b;\n");
}

#[cfg(unix)]
#[test]
fn links_do_not_hide_what_is_read() {
    test()
        .link("report.json", "src/a.js")
        .args(["src", "--out-dir", "dist", "--report", "--report-file", "report.json"])
        .refuses()
        .stderr_has("the input `report.json` would be replaced by the report");
}

#[cfg(unix)]
#[test]
fn devices_are_not_replaced() {
    test().args(["src/a.js", "-o", "/dev/null", "--report", "--report-file", "/dev/null"]).succeeds();
}
