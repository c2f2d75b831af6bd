//! Which files are taken: patterns, ignore files, `node_modules`, hidden names; and what comes along with them.

use crate::support::Test;

#[test]
fn a_pattern_keeps_the_layout_of_its_folder() {
    let test = || {
        Test::new()
            .file("src/a.js", "var a")
            .file("src/ui/b.js", "var b")
            .file("src/ui/b.test.js", "var t")
            .file("src/ui/deep/c.mjs", "var c")
            .file("src/d.json", "{}")
            .file("src/e.es6", "var e")
    };
    let cases: [(&str, &[&str]); 8] = [
        ("src/**/*.js", &["a.js", "ui/b.js", "ui/b.test.js"]),
        ("src/*.js", &["a.js"]),
        ("./src/*/*.js", &["ui/b.js", "ui/b.test.js"]),
        ("src/**", &["a.js", "ui/b.js", "ui/b.test.js", "ui/deep/c.cjs"]),
        ("src/**/*", &["a.js", "ui/b.js", "ui/b.test.js", "ui/deep/c.cjs"]),
        ("src/ui/[ab].{js,mjs}", &["b.js"]),
        ("**/?.mjs", &["src/ui/deep/c.cjs"]),
        ("src/*.es6", &["e.es6"]),
    ];
    for (pattern, expected) in cases {
        test().args([pattern, "--out-dir", "dist"]).succeeds().files("dist", expected);
    }
}

#[test]
fn a_pattern_without_matches_is_an_error() {
    for pattern in ["src/*.tsx", "none/**/*.js", "a[1].js"] {
        Test::new()
            .file("src/a.js", "var a")
            .args([pattern, "src", "--out-dir", "dist"])
            .fails()
            .stderr_has(&format!("error: no file matches `{pattern}`\n"))
            .files("dist", &["a.js"]);
    }
}

#[test]
fn a_pattern_needs_a_folder() {
    Test::new()
        .file("a.js", "var a")
        .args(["*.js"])
        .refuses()
        .stderr_has("error: there is no file `*.js`, and a pattern needs a folder\n")
        .stderr_has("--out-dir DIR");
}

#[test]
fn a_name_with_signs_in_it_is_a_name() {
    Test::new().file("[a]*.js", "var a").args(["[a]*.js"]).succeeds().stdout("var a;\n");
    Test::new().args(["[a.js"]).fails().stderr_has("cannot read `[a.js`: there is no such file");
}

#[test]
fn ignore_leaves_out_files_and_folders() {
    let test = || {
        Test::new()
            .file("src/a.js", "var a")
            .file("src/a.test.js", "var t")
            .file("src/vendor/b.js", "var b")
            .file("src/ui/vendor/c.js", "var c")
    };
    let cases: [(&[&str], &[&str]); 6] = [
        (&["--ignore", "*.test.js"], &["a.js", "ui/vendor/c.js", "vendor/b.js"]),
        (&["--ignore", "vendor"], &["a.js", "a.test.js"]),
        (&["--ignore", "/src/vendor/"], &["a.js", "a.test.js", "ui/vendor/c.js"]),
        (&["--ignore", "src/**/vendor", "--ignore", "*.test.js"], &["a.js"]),
        (&["--ignore", "*.js", "--ignore", "!a.js"], &["a.js"]),
        (&["--ignore", "nothing"], &["a.js", "a.test.js", "ui/vendor/c.js", "vendor/b.js"]),
    ];
    for (flags, expected) in cases {
        test().args([&["src", "--out-dir", "dist"], flags].concat()).succeeds().files("dist", expected);
    }
    test()
        .args([
            "src/a.js",
            "src/a.test.js",
            "src/vendor/b.js",
            "--ignore=vendor",
            "--ignore=*.test.*",
            "--out-dir=dist",
        ])
        .succeeds()
        .files("dist", &["a.js"]);
    test()
        .args(["src/a.js", "--ignore", "a.js", "--out-dir", "dist"])
        .fails()
        .stderr_has("error: `--ignore` leaves out every input\n");
    test()
        .args(["src", "--ignore", "[z-a]", "--out-dir", "dist"])
        .refuses()
        .stderr_has("error: `--ignore` does not take `[z-a]`: ");
}

#[test]
fn ignore_files_count() {
    let test = || {
        Test::new()
            .folder(".git")
            .file(".gitignore", "*.gen.js\n")
            .file("src/.gitignore", "/b.js\n")
            .file("src/ui/.ignore", "c.js\n")
            .file("src/a.js", "var a")
            .file("src/a.gen.js", "var g")
            .file("src/b.js", "var b")
            .file("src/ui/b.js", "var b")
            .file("src/ui/c.js", "var c")
    };
    for input in ["src", "src/**/*.js"] {
        test().args([input, "--out-dir", "dist"]).succeeds().files("dist", &["a.js", "ui/b.js"]);
    }
    test()
        .args(["src", "--no-gitignore", "--out-dir", "dist"])
        .succeeds()
        .files("dist", &["a.gen.js", "a.js", "b.js", "ui/b.js", "ui/c.js"]);
    // What is named is taken.
    test().args(["src/b.js", "src/a.gen.js", "--out-dir", "dist"]).succeeds().files("dist", &["a.gen.js", "b.js"]);
}

#[test]
fn what_is_ignored_from_outside_is_taken_if_it_is_named() {
    for pattern in ["build", "build/", "/build/*", "build/**", "*.js"] {
        let test = || {
            Test::new()
                .folder(".git")
                .file(".gitignore", pattern)
                .file("build/a.js", "var a")
                .file("build/x/b.js", "var b")
        };
        for input in ["build", "./build", "build/**/*.js"] {
            test().args([input, "--out-dir", "es5"]).succeeds().files("es5", &["a.js", "x/b.js"]);
        }
        test().args(["check", "build"]).succeeds();
    }
}

#[test]
fn outside_of_a_repository_gitignore_means_nothing() {
    Test::new()
        .file("src/.gitignore", "a.js")
        .file("src/a.js", "var a")
        .file("src/.ignore", "b.js")
        .file("src/b.js", "var b")
        .args(["src", "--out-dir", "dist"])
        .succeeds()
        .files("dist", &["a.js"]);
}

#[test]
fn node_modules_are_taken_when_asked_for() {
    let test = || {
        Test::new()
            .folder(".git")
            .file(".gitignore", "node_modules\n")
            .file("a.js", "var a")
            .file("node_modules/p/lib/p.js", "var p")
            .file("node_modules/p/.gitignore", "lib\n")
            .file("node_modules/p/node_modules/q/q.js", "var q")
            .file("x/node_modules/r/r.js", "var r")
    };
    let all = ["a.js", "node_modules/p/lib/p.js", "node_modules/p/node_modules/q/q.js", "x/node_modules/r/r.js"];
    test().args([".", "--out-dir", "dist"]).succeeds().files("dist", &["a.js"]);
    test().args([".", "--out-dir", "dist", "--include-node-modules"]).succeeds().files("dist", &all);
    test().args([".", "--out-dir", "dist", "--include-node-modules", "--no-gitignore"]).succeeds().files("dist", &all);
    test().args(["**/node_modules/**/*.js", "--out-dir", "dist"]).succeeds().files("dist", &all[1..]);
    test().args(["node_modules/p", "--out-dir", "dist"]).succeeds().files("dist", &["lib/p.js", "node_modules/q/q.js"]);
    test()
        .args([".", "--out-dir", "dist", "--include-node-modules", "--ignore", "/node_modules"])
        .succeeds()
        .files("dist", &["a.js", "x/node_modules/r/r.js"]);
}

#[test]
fn hidden_names_are_taken_when_asked_for() {
    let test = || Test::new().file("src/.a.js", "var a").file("src/.b/c.js", "var c").file("src/d.js", "var d");
    test().args(["src", "--out-dir", "dist"]).succeeds().files("dist", &["d.js"]);
    test().args(["src", "--out-dir", "dist", "--hidden"]).succeeds().files("dist", &[".a.js", ".b/c.js", "d.js"]);
    test().args(["src/.b", "--out-dir", "dist"]).succeeds().files("dist", &["c.js"]);
}

#[test]
fn results_can_have_another_extension() {
    let test = || Test::new().file("src/a.js", "var a").file("src/x/b.c.mjs", "var b");
    for extension in ["cjs", ".cjs"] {
        test()
            .args(["src", "--out-dir", "dist", "--out-file-extension", extension, "--source-maps", "external"])
            .succeeds()
            .files("dist", &["a.cjs", "a.cjs.map", "x/b.c.cjs", "x/b.c.cjs.map"]);
    }
    test()
        .file("src/x/b.c.js", "var c")
        .args(["src", "--out-dir", "dist", "--out-file-extension", "js"])
        .refuses()
        .stderr_has("error: `src/x/b.c.js` and `src/x/b.c.mjs` would both be written to `dist/x/b.c.js`\n");
    for wrong in ["", ".", "../x", "a/b"] {
        test().args(["src", "--out-dir", "dist", "--out-file-extension", wrong]).refuses();
    }
}

#[test]
fn what_is_no_javascript_can_be_copied() {
    let test = || {
        Test::new()
            .file("src/a.js", "var a")
            .file("src/a.js.map", "the map of a.js")
            .file("src/style.css", [0xFF, 0x00])
            .file("src/ui/x.json", "{}")
            .file("src/old.map", "{}")
            .file("src/.hidden", "")
            .file("src/node_modules/p/p.css", "")
            .args(["src", "--out-dir", "dist", "--copy-files", "--source-maps", "external"])
    };
    let done = test()
        .succeeds()
        .stderr_has("1 file, ")
        .stderr_has(", 3 copied\n")
        .files("dist", &["a.js", "a.js.map", "old.map", "style.css", "ui/x.json"]);
    assert_eq!(std::fs::read(done.path("dist/style.css")).unwrap(), [0xFF, 0x00]);
    assert_ne!(done.read("dist/a.js.map"), "the map of a.js");
    test()
        .folder("dist/style.css")
        .fails()
        .stderr_has("error: cannot write `dist/style.css`: it is a folder\n")
        .file("dist/a.js", "var a;\n//# sourceMappingURL=a.js.map\n");
    test()
        .args(["src", "--out-dir", "dist", "--copy-files", "--verbose"])
        .succeeds()
        .stderr_has("src/ui/x.json -> dist/ui/x.json (copied)\n");
}

#[cfg(unix)]
mod unix {
    use std::{ffi::OsStr, fs, os::unix::ffi::OsStrExt, os::unix::fs::PermissionsExt};

    use crate::support::Test;

    #[test]
    fn copies_keep_their_permissions() {
        for (mode, before) in [(0o755, 0o600), (0o444, 0o644), (0o640, 0o444)] {
            let test = Test::new().file("src/a.js", "var a").file("src/run.sh", "new").mode("src/run.sh", mode);
            let test = test.file("dist/run.sh", "old").mode("dist/run.sh", before);
            let done = test.args(["src", "--out-dir", "dist", "--copy-files"]).succeeds().file("dist/run.sh", "new");
            assert_eq!(fs::metadata(done.path("dist/run.sh")).unwrap().permissions().mode() & 0o777, mode);
        }
    }

    #[test]
    fn links_in_circles_end() {
        Test::new()
            .file("src/a.js", "var a")
            .file("src/x/b.txt", "")
            .link("src/x/up", "..")
            .link("src/self", "self")
            .args(["src", "--out-dir", "dist", "--copy-files"])
            .succeeds()
            .files("dist", &["a.js", "x/b.txt"]);
    }

    #[test]
    fn what_is_no_file_is_left_alone() {
        Test::new()
            .file("src/a.js", "var a")
            .shell("mkfifo src/b.js src/c.txt && \"$downlevel\" src --out-dir dist --copy-files", 0)
            .files("dist", &["a.js"]);
    }

    /// macOS and its file systems want UTF-8, and take both for one file.
    #[cfg(target_os = "linux")]
    #[test]
    fn names_that_are_not_utf8_are_taken_from_folders() {
        let names = [&b"src/\xE8.js"[..], b"src/\xE9.js", b"src/\xE9.txt"].map(OsStr::from_bytes);
        let test = || names.iter().fold(Test::new(), |test, name| test.file(name, "var a"));
        for input in ["src", "src/*", "src/?.*"] {
            let done =
                test().args([input, "--out-dir", "dist", "--copy-files", "--source-maps", "external"]).succeeds();
            assert_eq!(done.read(OsStr::from_bytes(b"dist/\xE9.js")), "var a;\n//# sourceMappingURL=%E9.js.map\n");
            assert!(done.path(OsStr::from_bytes(b"dist/\xE8.js.map")).exists());
        }
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn names_that_differ_in_case_only_are_a_warning() {
        let test = || Test::new().file("src/Menu.js", "var a").file("src/menu.js", "var b");
        test()
            .args(["src", "--out-dir", "dist"])
            .succeeds()
            .stderr_has("warning[letter-case]: `dist/Menu.js` and `dist/menu.js` differ in case only\n")
            .stderr_has(", 1 warning\n")
            .files("dist", &["Menu.js", "menu.js"]);
        test().args(["src", "--out-dir", "dist", "--no-warn", "letter-case"]).succeeds().stderr_lacks("warning");
        test()
            .args(["src", "--out-dir", "dist", "--diagnostics-format", "json"])
            .succeeds()
            .stderr_has(r#"{"severity":"warning","code":"letter-case","#);
    }
}
