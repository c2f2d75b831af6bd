//! Folders: which files are lowered, where they go, and what is said about them.

use crate::support::Test;

#[test]
fn a_folder_keeps_its_layout() {
    Test::new()
        .file("src/a.js", "var a")
        .file("src/ui/b.mjs", "var b")
        .file("src/ui/deep/c.cjs", "var c")
        .args(["src", "--out-dir", "dist"])
        .succeeds()
        .stdout("")
        .stderr("3 files\n")
        .file("dist/a.js", "var a;\n")
        .file("dist/ui/b.cjs", "\"use strict\";\nvar b;\n")
        .file("dist/ui/deep/c.cjs", "var c;\n")
        .files("dist", &["a.js", "ui/b.cjs", "ui/deep/c.cjs"]);
}

#[test]
fn only_javascript_is_taken() {
    Test::new()
        .file("src/a.js", "var a")
        .file("src/a.json", "{}")
        .file("src/a.ts", "var a")
        .file("src/js", "var a")
        .file("src/node_modules/b/b.js", "var a")
        .file("src/x/node_modules/b/b.js", "var a")
        .file("src/.cache/c.js", "var a")
        .file("src/.eslintrc.js", "var a")
        .args(["src", "--out-dir", "dist"])
        .succeeds()
        .stderr("1 file, 1 file left out (.ts)\n")
        .files("dist", &["a.js"]);
}

#[test]
fn what_is_named_is_taken() {
    Test::new()
        .file("node_modules/b/b.js", "var b")
        .file(".hidden/c.js", "var c")
        .file("d.txt", "var d")
        .args(["node_modules", ".hidden", "d.txt", "--out-dir", "dist"])
        .succeeds()
        .stderr("3 files\n")
        .files("dist", &["b/b.js", "c.js", "d.txt"]);
}

#[test]
fn files_and_folders_can_be_mixed() {
    Test::new()
        .file("main.js", "var a")
        .file("x/in/deep.js", "var b")
        .file("lib/c.js", "var c")
        .args(["main.js", "x/in/deep.js", "lib", "--out-dir", "dist"])
        .succeeds()
        .stderr("3 files\n")
        .files("dist", &["c.js", "deep.js", "main.js"]);
}

#[test]
fn one_bad_file_does_not_stop_the_others() {
    Test::new()
        .file("src/a.js", "var a")
        .file("src/b.js", "var = 1;")
        .file("src/c.js", "var c")
        .file("dist/b.js", "before")
        .args(["src", "--out-dir", "dist"])
        .fails()
        .stderr_has(" --> src/b.js:1:5\n")
        .stderr_has("\n3 files, 1 error\n")
        .file("dist/a.js", "var a;\n")
        .file("dist/b.js", "before")
        .file("dist/c.js", "var c;\n");
}

#[test]
fn a_missing_input_does_not_stop_the_others() {
    Test::new()
        .file("a.js", "var a")
        .args(["a.js", "b.js", "--out-dir", "dist"])
        .fails()
        .stderr("error: cannot read `b.js`: there is no such file\n\n2 files, 1 error\n")
        .files("dist", &["a.js"]);
}

#[test]
fn a_folder_at_the_place_of_an_output_does_not_stop_the_others() {
    Test::new()
        .file("src/a.js", "var a")
        .file("src/b.js", "var b")
        .folder("dist/a.js")
        .args(["src", "--out-dir", "dist"])
        .fails()
        .stderr("error: cannot write `dist/a.js`: it is a folder\n\n2 files, 1 error\n")
        .files("dist", &["b.js"]);
}

#[test]
fn a_folder_may_be_named_like_a_file() {
    Test::new()
        .file("src/x.js/a.js", "var a")
        .args(["src", "--out-dir", "dist"])
        .succeeds()
        .stderr("1 file\n")
        .files("dist", &["x.js/a.js"]);
}

#[test]
fn a_folder_without_javascript_is_an_error() {
    Test::new()
        .file("docs/a.txt", "")
        .folder("empty")
        .file("a.js", "var a")
        .args(["empty", "docs", "a.js", "--out-dir", "dist"])
        .fails()
        .stderr_has("error: there is no JavaScript in `empty`\n")
        .stderr_has("error: there is no JavaScript in `docs`\n")
        .stderr_has("1 file, 2 errors\n")
        .files("dist", &["a.js"]);
}

#[test]
fn the_output_is_not_lowered_again() {
    for (input, out_dir) in [(".", "dist"), ("./", "./dist/"), (".", "build/es5")] {
        let test = || Test::new().file("a.js", "var a").file("x/b.js", "var b");
        test().args([input, "--out-dir", out_dir]).succeeds().stderr("2 files\n");
        test()
            .file(format!("{out_dir}/a.js"), "before")
            .file(format!("{out_dir}/old.js"), "before")
            .args([input, "--out-dir", out_dir])
            .succeeds()
            .stderr("2 files\n")
            .files(out_dir, &["a.js", "old.js", "x/b.js"])
            .file(format!("{out_dir}/a.js"), "var a;\n");
    }
}

#[test]
fn an_input_is_not_replaced() {
    for (input, out_dir) in [("src", "src"), ("src", "./src"), ("src/x", "src/x/../x"), ("src/x/b.js", "src/x")] {
        Test::new()
            .file("src/a.js", "var a")
            .file("src/x/b.js", "var b")
            .args([input, "--out-dir", out_dir])
            .refuses()
            .stderr_has("would be replaced by a result\n")
            .stderr_has("help: choose another `--out-dir`\n")
            .file("src/a.js", "var a")
            .file("src/x/b.js", "var b");
    }
}

#[test]
fn an_input_is_not_replaced_by_the_result_of_another() {
    Test::new()
        .file("src/a.js", "var a")
        .file("a.js", "var b")
        .args(["src/a.js", "a.js", "--out-dir", "."])
        .refuses()
        .stderr_has("error: the input `./a.js` would be replaced by a result\n")
        .file("a.js", "var b");
}

#[test]
fn two_inputs_cannot_have_one_output() {
    Test::new()
        .file("x/index.js", "var x")
        .file("y/index.js", "var y")
        .args(["y/index.js", "x", "--out-dir", "dist"])
        .refuses()
        .stderr_has("error: `x/index.js` and `y/index.js` would both be written to `dist/index.js`\n")
        .no_file("dist");
}

#[test]
fn an_input_given_twice_is_lowered_once() {
    Test::new()
        .file("src/a.js", "var a")
        .args(["src", "src/a.js", "./src/a.js", "--out-dir", "dist"])
        .succeeds()
        .stderr("1 file\n")
        .files("dist", &["a.js"]);
}

#[test]
fn reports_come_by_path_and_in_one_piece() {
    let names: Vec<String> = (0..60).map(|index| format!("src/{:02}/f{index:02}.js", index % 7)).collect();
    let mut sorted = names.clone();
    sorted.sort();
    let expected: String = sorted.iter().map(|name| format!(" --> {name}:1:5\n")).collect();
    let test = names.iter().fold(Test::new(), |test, name| test.file(name, "var = 1;"));
    let done = test.variable("RAYON_NUM_THREADS", "8").args(["src", "--out-dir", "dist"]).fails();
    let places: String = done.messages().split_inclusive('\n').filter(|line| line.starts_with(" -->")).collect();
    assert_eq!(places, expected);
    done.stderr_has("\n60 files, 60 errors\n").no_file("dist");
}

#[cfg(unix)]
mod unix {
    use crate::support::Test;

    #[test]
    fn links_are_followed() {
        Test::new()
            .file("shared/s.js", "var s")
            .file("t.js", "var t")
            .file("src/a.js", "var a")
            .link("src/shared", "../shared")
            .link("src/t.js", "../t.js")
            .link("src/around", ".")
            .args(["src", "--out-dir", "dist"])
            .succeeds()
            .stderr("3 files\n")
            .files("dist", &["a.js", "shared/s.js", "t.js"]);
    }

    #[test]
    fn a_linked_folder_is_an_input() {
        Test::new()
            .file("real/a.js", "var a")
            .link("src", "real")
            .args(["src", "--out-dir", "dist"])
            .succeeds()
            .files("dist", &["a.js"]);
    }

    #[test]
    fn a_broken_link_is_an_error_if_it_is_javascript() {
        Test::new()
            .file("src/a.js", "var a")
            .link("src/x.js", "nowhere.js")
            .link("src/notes.txt", "nowhere.txt")
            .link("src/.#lock.js", "nobody@nowhere")
            .args(["src", "--out-dir", "dist"])
            .fails()
            .stderr_has("error: cannot read `src/x.js`: ")
            .stderr_has("\n1 file, 1 error\n")
            .files("dist", &["a.js"]);
    }

    #[test]
    fn the_output_is_not_lowered_again_through_links() {
        Test::new()
            .file("a.js", "var a")
            .file("dist/old.js", "var old")
            .link("to_dist", "dist")
            .args([".", "--out-dir", "to_dist"])
            .succeeds()
            .stderr("1 file\n")
            .files("dist", &["a.js", "old.js"]);
    }

    #[test]
    fn an_input_is_not_replaced_through_links() {
        Test::new()
            .file("src/a.js", "var a")
            .link("dist", "src")
            .args(["src", "--out-dir", "dist"])
            .refuses()
            .stderr_has("would be replaced")
            .file("src/a.js", "var a");
        Test::new()
            .file("src/a.js", "var a")
            .folder("dist")
            .link("dist/a.js", "../src/a.js")
            .args(["src", "--out-dir", "dist"])
            .refuses()
            .stderr_has("error: the input `dist/a.js` would be replaced by a result\n")
            .file("src/a.js", "var a");
    }
}

#[test]
fn what_is_left_out_is_told() {
    let test = || {
        Test::new()
            .file("src/a.js", "var a;")
            .file("src/b.ts", "")
            .file("src/c.jsx", "")
            .file("src/d.ts", "")
            .file("src/e.css", "")
    };
    test()
        .args(["src", "--out-dir", "dist"])
        .succeeds()
        .stderr("1 file, 3 files left out (.jsx, .ts)\n")
        .files("dist", &["a.js"]);
    test().args(["src", "--out-dir", "dist", "--copy-files"]).succeeds().stderr("1 file, 4 copied\n");
    test().args(["src", "--out-dir", "dist", "-q"]).succeeds().stderr("");
    test().args(["src/**/*.js", "--out-dir", "dist"]).succeeds().stderr("1 file\n");
    test().args(["check", "src"]).succeeds().stdout("1 file is ES5\n3 files left out (.jsx, .ts)\n");
}
