//! Configuration files.

use crate::support::Test;

const MODULE: &str = "export var a = 1;";
const PRESERVED: &str = "export var a = 1;\n";

#[test]
fn every_kind_of_file_is_found() {
    for (name, text) in [
        ("downlevel.toml", "modules = \"preserve\""),
        ("downlevel.json", "{ \"modules\": \"preserve\" }"),
        ("package.json", "{ \"name\": \"a\", \"downlevel\": { \"modules\": \"preserve\" } }"),
    ] {
        let test = || Test::new().file("a.js", MODULE).file(name, text);
        test().args(["a.js"]).succeeds().stdout(PRESERVED);
        test().args(["a.js", "--no-config"]).succeeds().stdout_has("exports.a = 1;");
        test().file("x/y/a.js", MODULE).inside("x/y").args(["a.js"]).succeeds().stdout(PRESERVED);
    }
}

#[test]
fn the_nearest_file_counts() {
    let test = || Test::new().file("downlevel.toml", "modules = \"preserve\"").file("x/a.js", MODULE).inside("x");
    test().file("x/downlevel.json", "{}").args(["a.js"]).succeeds().stdout_has("exports.a = 1;");
    // These say nothing of downlevel.
    test().file("x/package.json", "{ \"name\": \"x\" }").args(["a.js"]).succeeds().stdout(PRESERVED);
    test().file("x/package.json", "{ broken").args(["a.js"]).succeeds().stdout(PRESERVED);
}

#[test]
fn two_files_in_one_folder_refuse() {
    Test::new()
        .file("a.js", MODULE)
        .file("downlevel.toml", "")
        .file("downlevel.json", "{}")
        .args(["a.js"])
        .refuses()
        .stderr_has("error: there are `downlevel.toml` and `downlevel.json` in ")
        .stderr_has("--config FILE");
}

#[test]
fn a_file_that_is_given_counts() {
    let test = || Test::new().file("a.js", MODULE).file("downlevel.toml", "modules = \"commonjs\"");
    test()
        .file("x/es.toml", "modules = \"preserve\"")
        .args(["a.js", "--config", "x/es.toml"])
        .succeeds()
        .stdout(PRESERVED);
    test()
        .args(["a.js", "--config", "b.toml"])
        .refuses()
        .stderr("error: cannot read the configuration `b.toml`: there is no such file\n\n");
}

#[test]
fn flags_win() {
    let test = || {
        Test::new()
            .file("a.js", MODULE)
            .file("downlevel.toml", "modules = \"preserve\"\nspec = true\nassumptions = [\"noClassCalls\"]")
    };
    test().args(["a.js", "--modules", "commonjs", "--no-spec"]).succeeds().stdout_has("exports.a = 1;");
    test().args(["--print-config"]).succeeds().stdout_has("\"spec\": true");
    test().args(["--print-config", "--no-spec"]).succeeds().stdout_has("\"spec\": false");
    test()
        .args(["--print-config", "--assume", "iterableIsArray"])
        .succeeds()
        .stdout_has("\"assumptions\": [\n    \"noClassCalls\",\n    \"iterableIsArray\"\n  ]");
}

#[test]
fn inputs_and_their_folder_are_those_of_the_file_if_none_are_given() {
    let test = || {
        Test::new()
            .file("src/a.js", "var a")
            .file("b.js", "var b")
            .folder("sub")
            .file("downlevel.toml", "inputs = [\"src\"]\noutDir = \"dist\"")
    };
    test().succeeds().file("dist/a.js", "var a;\n");
    test().args(["b.js"]).succeeds().stdout("var b;\n").no_file("dist");
    test().args(["--out-dir", "other"]).succeeds().file("other/a.js", "var a;\n").no_file("dist");
    test().inside("sub").succeeds().file("dist/a.js", "var a;\n");
}

#[test]
fn paths_are_those_of_the_folder_of_the_file() {
    Test::new()
        .file(
            "config/downlevel.json",
            "{ \"inputs\": [\"../src\"], \"outDir\": \"dist\", \"inputSourceMap\": \"none\" }",
        )
        .file("src/a.js", "var a")
        .args(["--config", "config/downlevel.json"])
        .succeeds()
        .file("config/dist/a.js", "var a;\n");
}

#[test]
fn ignored_places_are_those_of_the_folder_of_the_file() {
    for inside in ["", "src"] {
        Test::new()
            .file(
                "downlevel.toml",
                "inputs = [\"src\"]\noutDir = \"dist\"\nignore = [\"/src/b\", \"c.js\", \"src/e/*\", \"!src/e/f.js\"]",
            )
            .file("src/a.js", "var a")
            .file("src/b/b.js", "var b")
            .file("src/c.js", "var c")
            .file("src/d/b/d.js", "var d")
            .file("src/e/e.js", "var e")
            .file("src/e/f.js", "var f")
            .inside(inside)
            .succeeds()
            .files("dist", &["a.js", "d/b/d.js", "e/f.js"]);
    }
}

#[test]
fn a_configuration_can_be_printed_and_used() {
    let done = Test::new()
        .file(
            "downlevel.toml",
            "inputs = [\"src\"]\noutDir = \"dist\"\njobs = 2\nsourcesContent = false\nreport = true",
        )
        .args(["--print-config"])
        .succeeds()
        .stderr("");
    let printed = done.output();
    let values: serde_json::Value = serde_json::from_str(printed).unwrap();
    assert_eq!(values["inputs"], serde_json::json!(["src"]));
    assert_eq!(values["jobs"], 2);
    assert_eq!(values["sourcesContent"], false);
    assert_eq!(values["report"], "human");
    assert_eq!(values["modules"], "commonjs");
    let again = Test::new().file("downlevel.json", printed).args(["--print-config"]).succeeds();
    assert_eq!(again.output(), printed);
}

#[test]
fn check_takes_what_it_has_flags_for() {
    let test = || Test::new().file("a.mjs", MODULE);
    test()
        .file("downlevel.toml", "modules = \"preserve\"\nspec = true\noutDir = \"dist\"")
        .args(["check", "a.mjs"])
        .succeeds()
        .stdout("1 file is ES5\n");
    test().file("downlevel.toml", "frob = 1").args(["check", "a.mjs"]).refuses().stderr_has("there is no key `frob`");
}

#[test]
fn names_can_be_a_list_or_a_table() {
    for text in [
        "assumptions = [\"iterableIsArray\"]",
        "assumptions = { iterableIsArray = true, noClassCalls = false }",
        "[assumptions]\niterableIsArray = true",
    ] {
        Test::new()
            .file("a.js", "f(...a);")
            .file("downlevel.toml", text)
            .args(["a.js"])
            .succeeds()
            .stdout("f.apply(void 0, a);\n");
    }
}

#[test]
fn the_file_is_named_when_asked() {
    Test::new()
        .file("downlevel.toml", "")
        .file("a.js", "")
        .args(["a.js", "-v"])
        .succeeds()
        .stderr_has("configuration: downlevel.toml\n");
}

#[test]
fn what_is_wrong_is_shown_in_its_line() {
    Test::new().file("downlevel.toml", "spec = true\nmodules = \"es6\"\n").refuses().stdout("").stderr(
        "\
error[configuration]: `modules` cannot be `es6`
 --> downlevel.toml:2:11
  |
2 | modules = \"es6\"
  |           ^^^^^
  |
  = help: it can be `commonjs`, `preserve`, `amd`, `umd`, `iife`, `system`, `none`

",
    );
    Test::new()
        .file("package.json", "{\n  \"downlevel\": {\n    \"outdir\": \"dist\"\n  }\n}")
        .refuses()
        .stderr_has("error[configuration]: there is no key `outdir`\n --> package.json:3:5\n")
        .stderr_has("help: did you mean `outDir`?\n");
}

#[test]
fn what_is_wrong_has_a_message() {
    let cases = [
        ("modules = 3", "`modules` takes a string, not an integer"),
        ("spec = \"yes\"", "`spec` takes true or false, not a string"),
        ("sourcesContent = 1", "`sourcesContent` takes true or false, not an integer"),
        ("inputs = \"src\"", "`inputs` takes a list of strings, not a string"),
        ("inputs = [1]", "`inputs` takes a list of strings, not an integer in it"),
        ("inputs = [\"-\"]", "standard input cannot be an input of every run"),
        ("jobs = 0", "`jobs` cannot be `0`"),
        ("jobs = 1.5", "`jobs` takes an integer, not a fraction"),
        ("helpers = \"x\"", "`helpers` cannot be `x`"),
        ("sourceMaps = \"extrnal\"", "did you mean `external`?"),
        ("assumptions = [\"iterableIsArry\"]", "did you mean `iterableIsArray`?"),
        ("assumptions = { noClassCalls = 1 }", "`assumptions.noClassCalls` takes true or false, not an integer"),
        ("modls = 1", "did you mean `modules`?"),
        ("source-maps = 1", "did you mean `sourceMaps`?"),
        ("config = \"x\"", "there is no key `config`"),
        ("frobnicate = 1", "the keys are `inputs`, "),
        ("modules = ", "this is no TOML: "),
        ("modules = \"preserve\"\nmodules = \"preserve\"", "duplicate key"),
    ];
    for (text, message) in cases {
        Test::new().file("a.js", "").file("downlevel.toml", text).args(["a.js"]).refuses().stderr_has(message);
    }
    for (text, message) in [
        ("[]", "the configuration is a list, not an object"),
        ("{ \"modules\": null }", "`modules` takes a string, not null"),
        ("{ \"modules\": \"preserve\", }", "this is no JSON: "),
        ("", "this is no JSON: "),
    ] {
        Test::new().file("a.js", "").file("downlevel.json", text).args(["a.js"]).refuses().stderr_has(message);
    }
}

#[test]
fn deep_files_do_no_harm() {
    let deep = format!("{{ \"x\": {}{} }}", "[".repeat(100_000), "]".repeat(100_000));
    Test::new().file("a.js", "").file("downlevel.json", &deep).args(["a.js"]).refuses().stderr_has("error");
    Test::new().file("a.js", "").file("package.json", &deep).args(["a.js"]).succeeds();
    let deep = format!("x = {}{}", "[".repeat(100_000), "]".repeat(100_000));
    Test::new().file("a.js", "").file("downlevel.toml", deep).args(["a.js"]).refuses().stderr_has("error");
}

#[test]
fn what_is_on_by_default_is_turned_off_by_its_name() {
    let source = "const f = a => a ?? 1;";
    let lenient = "a != null ? a : 1";
    let strict = "a !== null && a !== void 0 ? a : 1";
    let test = || Test::new().file("a.js", source);
    test().args(["a.js"]).succeeds().stdout_has(lenient);
    test().args(["a.js", "--spec"]).succeeds().stdout_has(strict);
    test().args(["a.js", "--assume", "noDocumentAll=false"]).succeeds().stdout_has(strict);
    test().args(["a.js", "--spec", "--assume", "noDocumentAll"]).succeeds().stdout_has(strict);
    let configured = || test().file("downlevel.toml", "[assumptions]\nnoDocumentAll = false\niterableIsArray = true");
    configured().args(["a.js"]).succeeds().stdout_has(strict);
    configured().args(["a.js", "--assume", "noDocumentAll"]).succeeds().stdout_has(lenient);
    configured()
        .file("b.js", "f(...xs);")
        .args(["b.js", "--assume", "iterableIsArray=false"])
        .succeeds()
        .stdout_has("_list(xs)");
    test()
        .args(["a.js", "--assume", "noDocumentAl=false"])
        .refuses()
        .stderr_has("a similar value exists: 'noDocumentAll'");
}
