//! Results that Node finds and reads: their extensions, the specifiers that name them, and the file of the helpers.

use super::support::Test;

/// A module of each extension, which load each other.
fn package() -> Test {
    Test::new()
        .file(
            "src/main.mjs",
            "import './lib/a.mjs';\nimport './b.js';\nexport * from './c.cjs';\nimport 'fs';\nimport('./lib/a.mjs');\n",
        )
        .file("src/lib/a.mjs", "import '../b.js';\nimport '../missing.mjs';\n")
        .file("src/b.js", "export var b;\n")
        .file("src/c.cjs", "require('./lib');\nrequire('./b');\nrequire('./b.js');\nrequire(name);\n")
        .file("src/lib/index.js", "var i;\n")
}

#[test]
fn modules_that_become_commonjs_are_called_cjs() {
    let done = package().args(["src", "--out-dir", "dist"]).succeeds();
    let done = done.files("dist", &["b.js", "c.cjs", "lib/a.cjs", "lib/index.js", "main.cjs"]);
    let main = done.read("dist/main.cjs");
    for line in ["require(\"./lib/a.cjs\");", "require(\"./b.js\");", "require(\"./c.cjs\")", "require(\"fs\");"] {
        assert!(main.contains(line), "{line}\n{main}");
    }
    assert_eq!(main.matches("./lib/a.cjs").count(), 2, "{main}");
    done.file("dist/lib/a.cjs", "\"use strict\";\nrequire(\"../b.js\");\nrequire(\"../missing.mjs\");\n")
        .file("dist/c.cjs", "require('./lib');\nrequire('./b');\nrequire('./b.js');\nrequire(name);\n");
}

#[test]
fn what_stays_a_module_keeps_its_name() {
    for modules in ["preserve", "amd", "system", "iife"] {
        package()
            .args([
                "src",
                "--out-dir",
                "dist",
                "--modules",
                modules,
                "--globals",
                "./lib/a.mjs=A",
                "--ignore",
                "main.mjs",
            ])
            .succeeds()
            .files("dist", &["b.js", "c.cjs", "lib/a.mjs", "lib/index.js"]);
    }
    Test::new()
        .file("a.mjs", "var a")
        .args(["a.mjs", "--out-dir", "dist", "--source-type", "script"])
        .succeeds()
        .files("dist", &["a.mjs"]);
}

#[test]
fn specifiers_follow_another_extension() {
    package()
        .args(["src", "--out-dir", "dist", "--out-file-extension", "cjs"])
        .succeeds()
        .files("dist", &["b.cjs", "c.cjs", "lib/a.cjs", "lib/index.cjs", "main.cjs"])
        .file(
            "dist/c.cjs",
            "require(\"./lib/index.cjs\");\nrequire(\"./b.cjs\");\nrequire(\"./b.cjs\");\nrequire(name);\n",
        )
        .file("dist/lib/a.cjs", "\"use strict\";\nrequire(\"../b.cjs\");\nrequire(\"../missing.mjs\");\n");
    Test::new()
        .file("src/a.js", "import b from './b.js';\nexport { b };\nexport * from './b.js';\nimport('./b.js');\n")
        .file("src/b.js", "export default 1;\n")
        .args(["src", "--out-dir", "dist", "--out-file-extension", "mjs", "--modules", "preserve"])
        .succeeds()
        .file(
            "dist/a.mjs",
            "import b from \"./b.mjs\";\nexport { b };\nexport * from \"./b.mjs\";\nimport(\"./b.mjs\");\n",
        );
}

#[test]
fn specifiers_follow_inputs_of_several_folders() {
    Test::new()
        .file("one/a.mjs", "import '../two/b.mjs';\n")
        .file("two/b.mjs", "var b;\n")
        .args(["one/a.mjs", "two/b.mjs", "--out-dir", "dist"])
        .succeeds()
        .file("dist/a.cjs", "\"use strict\";\nrequire(\"./b.cjs\");\n");
}

#[test]
fn two_results_of_one_name_are_refused() {
    Test::new()
        .file("src/a.mjs", "var a")
        .file("src/a.cjs", "var a")
        .args(["src", "--out-dir", "dist"])
        .refuses()
        .stderr_has("would both be written to `dist/a.cjs`")
        .no_file("dist");
}

#[test]
fn the_package_around_results_is_asked_what_they_are() {
    let test = |package: &str| {
        Test::new()
            .file("package.json", package)
            .file("src/a.js", "export var a;\n")
            .file("src/b.js", "require('x');\n")
            .file("src/page.js", "var page;\n")
    };
    let module = "{ \"type\": \"module\" }";
    test(module)
        .args(["src", "--out-dir", "dist"])
        .succeeds()
        .stderr_has("warning[package-type]: Node takes `dist/a.js` and one other for an ES module, as `")
        .stderr_has("package.json` says, and it is CommonJS")
        .stderr_has("3 files, 1 warning");
    // What it advises works.
    test(module).args(["src", "--out-dir", "dist", "--out-file-extension", "cjs"]).succeeds().stderr("3 files\n");
    test(module).args(["src", "--out-dir", "dist", "--modules", "preserve"]).succeeds().stderr("3 files\n");
    test(module)
        .file("dist/package.json", "{ \"type\": \"commonjs\" }")
        .args(["src", "--out-dir", "dist"])
        .succeeds()
        .stderr("3 files\n");
    test(module).args(["src", "--out-dir", "dist", "--no-warn", "package-type"]).succeeds().stderr("3 files\n");
    test("{}").args(["src", "--out-dir", "dist"]).succeeds().stderr("3 files\n");
    test("{ broken").args(["src", "--out-dir", "dist"]).succeeds().stderr("3 files\n");
    Test::new()
        .file("a.mjs", "export var a;\n")
        .args(["a.mjs", "-o", "b.mjs"])
        .succeeds()
        .stderr_has("warning[package-type]: Node takes `b.mjs` for an ES module, and it is CommonJS");
}

#[test]
fn helpers_lie_among_the_results() {
    let test = || Test::new().file("src/a.js", "f(...a);\n").file("src/ui/b.js", "f(...b);\nmodule.exports = 1;\n");
    let done = test().args(["src", "--out-dir", "dist", "--helpers", "external=./rt/helpers.js"]).succeeds();
    let done = done
        .files("dist", &["a.js", "rt/helpers.js", "ui/b.js"])
        .file("dist/a.js", "var _list = require(\"./rt/helpers.js\").list;\nf.apply(void 0, _list(a));\n");
    assert!(done.read("dist/ui/b.js").contains("require(\"../rt/helpers.js\").list"));
    assert!(done.read("dist/rt/helpers.js").contains("exports.list = "));
    // In the format of the run, and without an extension.
    let done = test()
        .file("src/c.js", "export default [...a];\n")
        .args(["src/c.js", "--out-dir", "dist", "--modules", "preserve", "--helpers", "external=./helpers"])
        .succeeds();
    assert!(done.read("dist/c.js").starts_with("import { toArray as _toArray } from \"./helpers.js\";\n"));
    assert!(done.read("dist/helpers.js").contains("export {"));
    let done = test()
        .file("src/ui/c.js", "export default [...a];\n")
        .args([
            "src",
            "--ignore",
            "a.js",
            "--ignore",
            "b.js",
            "--out-dir",
            "dist",
            "--modules",
            "umd",
            "--global-name",
            "C",
            "--helpers",
            "external=./h.js",
            "--globals",
            "./h.js=my.helpers",
        ])
        .succeeds();
    assert!(done.read("dist/ui/c.js").contains("factory(global.C = {}, global.my.helpers)"));
    assert!(done.read("dist/h.js").contains("global.my.helpers = {}"));
    let done = test()
        .file("src/c.js", "export function c() { return [...a]; }\n")
        .args(["src/c.js", "--out-dir", "dist", "--modules", "system", "--helpers", "external=./h.js"])
        .succeeds();
    assert!(done.read("dist/c.js").starts_with("System.register([\"./h.js\"]"));
    assert!(done.read("dist/h.js").contains("System.register([], "));
    // Beside a single result.
    test()
        .args(["src/a.js", "-o", "out/a.js", "--helpers", "external=./h.js"])
        .succeeds()
        .files("out", &["a.js", "h.js"]);
    // A package is no file, and standard output has nothing beside it.
    test()
        .args(["src/a.js", "-o", "a.js", "--helpers", "external"])
        .succeeds()
        .files("", &["a.js", "src/a.js", "src/ui/b.js"]);
    test()
        .args(["src/a.js", "--helpers", "external=./h.js"])
        .succeeds()
        .stdout_has("require(\"./h.js\")")
        .files("", &["src/a.js", "src/ui/b.js"]);
}

#[test]
fn helpers_replace_nothing() {
    let test = || Test::new().file("src/a.js", "f(...a);\n");
    test()
        .args(["src", "--out-dir", "dist", "--helpers", "external=./a.js"])
        .refuses()
        .stderr_has("would both be written to `dist/a.js`");
    test()
        .args(["src", "--out-dir", "dist", "--helpers", "external=../src/a.js"])
        .refuses()
        .stderr_has("the input `dist/../src/a.js` would be replaced by a result")
        .file("src/a.js", "f(...a);\n");
    test()
        .args(["src", "--in-place", "--helpers", "external=./h.js"])
        .refuses()
        .stderr_has("`./h.js` is a file among the results, which are written to their sources");
}
