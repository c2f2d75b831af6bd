//! `--source-type`, `--modules`, `--helpers`, `--compact`, `--ascii` and `--unsupported`.

use crate::support::Test;

/// A name in scripts, a keyword in modules.
const SCRIPT: &str = "var await = 1;";
const MODULE: &str = "export var a = 1;";

#[test]
fn the_extension_decides() {
    Test::new().file("a.mjs", SCRIPT).args(["a.mjs"]).fails().stderr_has(" --> a.mjs:1:5\n");
    Test::new().file("a.mjs", "var a;").args(["a.mjs"]).succeeds();
    Test::new().file("a.cjs", SCRIPT).args(["a.cjs"]).succeeds().stdout("var await = 1;\n");
    Test::new().file("a.cjs", MODULE).args(["a.cjs"]).fails().stderr_has(" --> a.cjs:1:1\n");
}

#[test]
fn the_content_decides_where_the_extension_does_not() {
    Test::new().file("a.js", SCRIPT).args(["a.js"]).succeeds().stdout("var await = 1;\n");
    Test::new().file("a.js", MODULE).args(["a.js"]).succeeds().stdout_has("exports.a = 1;\n");
}

#[test]
fn the_name_of_standard_input_decides() {
    Test::new().stdin(SCRIPT).args(["-"]).succeeds();
    Test::new().stdin(SCRIPT).args(["-", "--stdin-filename", "a.mjs"]).fails().stderr_has(" --> a.mjs:1:5\n");
    Test::new().stdin(MODULE).args(["-", "--stdin-filename", "a.cjs"]).fails().stderr_has(" --> a.cjs:1:1\n");
}

#[test]
fn commonjs_may_return_at_its_top() {
    let returns = "if (a) return;";
    let lowered = "if (a) return;\n";
    Test::new().file("a.cjs", returns).args(["a.cjs"]).succeeds().stdout(lowered);
    Test::new().file("a.js", returns).args(["a.js", "--source-type", "commonjs"]).succeeds().stdout(lowered);
    Test::new().stdin(returns).args(["-", "--stdin-filename", "a.cjs"]).succeeds().stdout(lowered);
    Test::new().file("a.js", "require(a); return;").args(["a.js"]).succeeds().stdout("require(a);\nreturn;\n");
    // The advice works.
    let refused = Test::new().file("a.js", returns).args(["a.js"]).fails();
    refused.stderr_has("by the extension .cjs or the source type `commonjs`");
    Test::new()
        .file("downlevel.toml", "sourceType = \"commonjs\"")
        .file("a.js", returns)
        .args(["a.js"])
        .succeeds()
        .stdout(lowered);
    for (file, args) in
        [("a.cjs", vec!["check", "a.cjs"]), ("a.js", vec!["check", "a.js", "--source-type", "commonjs"])]
    {
        Test::new().file(file, returns).args(args).succeeds();
    }
    Test::new().file("a.js", returns).args(["check", "a.js"]).fails().stdout_has("`return` must stand in a function");
    Test::new().args(["completions", "bash"]).succeeds().stdout_has("auto script commonjs module");
}

#[test]
fn a_source_type_that_is_given_decides() {
    Test::new().file("a.js", SCRIPT).args(["a.js", "--source-type", "module"]).fails().stderr_has(" --> a.js:1:5\n");
    Test::new().file("a.js", MODULE).args(["a.js", "--source-type", "script"]).fails().stderr_has(" --> a.js:1:1\n");
    Test::new().file("a.mjs", SCRIPT).args(["a.mjs", "--source-type", "script"]).succeeds();
    Test::new().file("a.cjs", MODULE).args(["a.cjs", "--source-type=module"]).succeeds();
    Test::new().file("a.js", SCRIPT).args(["a.js", "--source-type", "auto"]).succeeds();
}

#[test]
fn modules_become_commonjs_or_are_preserved() {
    let test = || Test::new().file("a.js", MODULE);
    test().args(["a.js"]).succeeds().stdout_has("exports.a = 1;\n");
    test().args(["a.js", "--modules", "commonjs"]).succeeds().stdout_has("exports.a = 1;\n");
    test().args(["a.js", "--modules", "preserve"]).succeeds().stdout("export var a = 1;\n");
}

#[test]
fn scripts_are_scripts_whatever_becomes_of_modules() {
    Test::new().file("a.js", "var a = 1").args(["a.js", "--modules", "commonjs"]).succeeds().stdout("var a = 1;\n");
}

#[test]
fn no_helpers_where_none_are_needed() {
    for helpers in ["inline", "external", "external=@acme/helpers", "external=a=b"] {
        Test::new().file("a.js", "var a = 1").args(["a.js", "--helpers", helpers]).succeeds().stdout("var a = 1;\n");
    }
}

#[test]
fn what_es5_cannot_do_is_refused_or_left_to_the_engine() {
    let test = || Test::new().file("a.js", "var a;\nf(/(?<=a)b/d, 𠮷);");
    test().args(["a.js"]).fails().stderr_has("error[lookbehind]").stderr_has(" --> a.js:2:4\n");
    test()
        .args(["a.js", "--unsupported", "runtime"])
        .succeeds()
        .stdout_has("new RegExp(\"(?<=a)b\", \"d\"), _globalObject()[")
        .stderr_has("warning[lookbehind]")
        .stderr_has("warning[match-indices]")
        .stderr_has("warning[unspellable]")
        .stderr_has(" --> a.js:2:15\n");
    test().file("downlevel.toml", "unsupported = \"runtime\"").args(["a.js"]).succeeds();
    test().file("downlevel.toml", "unsupported = \"runtime\"").args(["a.js", "--unsupported=error"]).fails();
}

#[test]
fn a_file_with_bigints_gets_one_warning() {
    let test = || Test::new().file("a.js", "f(1n);\ng(2n);");
    test().args(["a.js", "-o", "b.js"]).succeeds().stderr_has("warning[bigint]").stderr_has(" --> a.js:1:3\n");
    test().args(["a.js", "-o", "b.js", "--report"]).succeeds().stdout_has("BigInt");
}

/// Code without whitespace, and what becomes of it.
const MINIFIED: &str = "f(function(a){return a+1});if(a){b()}else{c()}";
const COMPACT: &str = "f(function(a){return a+1});\nif(a){b()}else{c()}\n";
const PRETTY: &str = "f(function(a) {\n  return a + 1;\n});\nif (a) {\n  b();\n} else {\n  c();\n}\n";

#[test]
fn what_is_minified_stays_so() {
    // As little may have been written on a line by hand.
    Test::new().file("a.js", MINIFIED).args(["a.js"]).succeeds().stdout(PRETTY);
    let many = MINIFIED.repeat(20);
    Test::new().file("a.js", &many).args(["a.js"]).succeeds().stdout(&COMPACT.repeat(20));
    Test::new().file("a.js", &many).args(["a.js", "--compact=false"]).succeeds().stdout(&PRETTY.repeat(20));
    Test::new().file("a.js", PRETTY.repeat(20)).args(["a.js"]).succeeds().stdout(&PRETTY.repeat(20));
}

#[test]
fn output_can_be_compact() {
    for compact in ["--compact", "--compact=true"] {
        Test::new().file("a.js", PRETTY).args(["a.js", compact]).succeeds().stdout(COMPACT);
    }
    let config = Test::new().file("downlevel.toml", "compact = true").file("a.js", PRETTY);
    config.args(["a.js"]).succeeds().stdout(COMPACT);
    // Comments and hashbangs end where their lines do.
    let source = "#!/usr/bin/env node\n\"use strict\";\nf();  // a\nfunction g() {  // b\n  return;\n}\n";
    let compact = "#!/usr/bin/env node\n\"use strict\";\nf(); // a\nfunction g(){return}\n";
    Test::new().file("a.js", source).args(["a.js", "--compact"]).succeeds().stdout(compact);
    let with_helper = "#!node\nvar _toArray=require(\"downlevel/helpers\").toArray;\nf(_toArray(a));\n";
    let args = ["a.js", "--compact", "--helpers", "external"];
    Test::new().file("a.js", "#!node\nf([...a]);").args(args).succeeds().stdout(with_helper);
    Test::new()
        .file("a.js", "a = b + +c - -d / /e/.f < !--g;")
        .args(["a.js", "--compact"])
        .succeeds()
        .stdout("a=b+ +c- -d/ /e/.f< !--g;\n");
}

#[test]
fn output_can_be_ascii() {
    let source = "/*! © */\nvar é = \"😀\\é\" + /[ä-ü]/.source;\n";
    let ascii = "/*! \\u00A9 */ var \\u00E9 = \"\\uD83D\\uDE00\\u00E9\" + /[\\u00E4-\\u00FC]/.source;\n";
    Test::new().file("a.js", source).args(["a.js", "--ascii"]).succeeds().stdout(ascii);
    Test::new().file("downlevel.toml", "ascii = true").file("a.js", source).args(["a.js"]).succeeds().stdout(ascii);
}
