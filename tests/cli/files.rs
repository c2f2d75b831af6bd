//! One file to another: what is at the output's place before, and what is there afterwards.

use crate::support::Test;

#[test]
fn a_file_goes_to_a_file() {
    Test::new()
        .file("a.js", "var a = 1")
        .args(["a.js", "-o", "b.js"])
        .succeeds()
        .stdout("")
        .stderr("")
        .file("b.js", "var a = 1;\n");
}

#[test]
fn folders_of_the_output_are_made() {
    Test::new().file("a.js", "var a").args(["a.js", "-o", "x/y/b.js"]).succeeds().file("x/y/b.js", "var a;\n");
}

#[test]
fn an_output_is_kept_when_the_input_is_wrong() {
    Test::new()
        .file("a.js", "var = 1;")
        .file("b.js", "before")
        .args(["a.js", "-o", "b.js"])
        .fails()
        .file("b.js", "before");
}

#[test]
fn a_missing_input_is_an_error() {
    Test::new().args(["a.js"]).fails().stdout("").stderr("error: cannot read `a.js`: there is no such file\n\n");
}

#[test]
fn an_output_that_is_a_folder_refuses() {
    Test::new()
        .file("a.js", "var a;")
        .folder("dist")
        .args(["a.js", "-o", "dist"])
        .refuses()
        .stderr_has("error: `-o` takes a file, and `dist` is a folder\n")
        .stderr_has("help: use `--out-dir dist`, or name a file in it\n");
}

#[test]
fn an_output_below_a_file_is_an_error() {
    Test::new()
        .file("a.js", "var a;")
        .file("b", "before")
        .args(["a.js", "-o", "b/c.js"])
        .fails()
        .stderr_has("error: cannot write `b/c.js`: ")
        .file("b", "before");
}

#[test]
fn an_input_is_not_replaced() {
    let outputs = ["a.js", "./a.js", "x/../a.js", "x/../../PARENT/a.js"];
    for output in outputs {
        let test = Test::new().file("a.js", "var a = 1").folder("x");
        let parent = test.path("").file_name().unwrap().to_str().unwrap().to_owned();
        let output = output.replace("PARENT", &parent);
        test.args(["a.js", "-o", &output])
            .refuses()
            .stderr_has("would be replaced by a result\n")
            .stderr_has("help: choose another file with `-o`\n")
            .file("a.js", "var a = 1");
    }
}

#[cfg(unix)]
mod unix {
    use std::{
        ffi::OsStr,
        fs,
        os::unix::{
            ffi::OsStrExt,
            fs::{MetadataExt, PermissionsExt},
        },
    };

    use crate::support::Test;

    #[test]
    fn an_input_is_not_replaced_through_links() {
        let test = || Test::new().file("x/a.js", "var a = 1").link("to_file.js", "x/a.js").link("to_folder", "x");
        for (input, output) in [("x/a.js", "to_file.js"), ("to_file.js", "x/a.js"), ("x/a.js", "to_folder/a.js")] {
            test().args([input, "-o", output]).refuses().stderr_has("would be replaced").file("x/a.js", "var a = 1");
        }
    }

    #[test]
    fn a_new_file_has_the_usual_mode() {
        let done = Test::new().file("a.js", "var a;").shell("umask 027; \"$downlevel\" a.js -o b.js", 0);
        assert_eq!(fs::metadata(done.path("b.js")).unwrap().permissions().mode() & 0o777, 0o640);
    }

    #[test]
    fn an_existing_file_keeps_its_mode() {
        for mode in [0o755, 0o600, 0o666] {
            let done = Test::new()
                .file("a.js", "var a;")
                .file("b.js", "before")
                .mode("b.js", mode)
                .args(["a.js", "-o", "b.js"])
                .succeeds()
                .file("b.js", "var a;\n");
            assert_eq!(fs::metadata(done.path("b.js")).unwrap().permissions().mode() & 0o777, mode);
        }
    }

    #[test]
    fn what_may_be_executed_may_be_afterwards() {
        let mode =
            |done: &crate::support::Done, path| fs::metadata(done.path(path)).unwrap().permissions().mode() & 0o777;
        let test = || Test::new().file("src/a.js", "#!/usr/bin/env node\nvar a;").mode("src/a.js", 0o700);
        let done = test().shell("umask 022; \"$downlevel\" src/a.js -o b.js --source-maps external", 0);
        assert_eq!((mode(&done, "b.js"), mode(&done, "b.js.map")), (0o755, 0o644));
        let done = test().file("src/c.js", "").shell("umask 027; \"$downlevel\" src --out-dir dist", 0);
        assert_eq!((mode(&done, "dist/a.js"), mode(&done, "dist/c.js")), (0o750, 0o640));
        for (before, after) in [(0o644, 0o755), (0o600, 0o700), (0o640, 0o750), (0o755, 0o755)] {
            let done = test().file("b.js", "").mode("b.js", before).args(["src/a.js", "-o", "b.js"]).succeeds();
            assert_eq!(mode(&done, "b.js"), after);
        }
        let done = test().args(["src", "--in-place"]).succeeds();
        assert_eq!(mode(&done, "src/a.js"), 0o700);
    }

    #[test]
    fn a_write_protected_file_is_kept() {
        Test::new()
            .file("a.js", "var a;")
            .file("b.js", "before")
            .mode("b.js", 0o444)
            .args(["a.js", "-o", "b.js"])
            .fails()
            .stderr("error: cannot write `b.js`: permission was denied\n\n")
            .file("b.js", "before");
    }

    #[test]
    fn a_link_stays_and_its_target_is_replaced() {
        let done = Test::new()
            .file("a.js", "var a;")
            .file("real/b.js", "before")
            .link("b.js", "real/b.js")
            .args(["a.js", "-o", "b.js"])
            .succeeds()
            .file("real/b.js", "var a;\n")
            .files("real", &["b.js"]);
        assert!(fs::symlink_metadata(done.path("b.js")).unwrap().is_symlink());
    }

    #[test]
    fn the_target_of_a_broken_link_is_made() {
        let done = Test::new()
            .file("a.js", "var a;")
            .link("b.js", "real/new/b.js")
            .args(["a.js", "-o", "b.js"])
            .succeeds()
            .file("real/new/b.js", "var a;\n");
        assert!(fs::symlink_metadata(done.path("b.js")).unwrap().is_symlink());
    }

    #[test]
    fn links_in_a_circle_are_an_error() {
        let test = || Test::new().file("a.js", "var a;").link("x.js", "y.js").link("y.js", "x.js");
        test().args(["x.js"]).fails().stderr_has("error: cannot read `x.js`: ");
        test().args(["a.js", "-o", "x.js"]).fails().stderr_has("error: cannot write `x.js`: ");
    }

    #[test]
    fn a_file_is_replaced_in_one_step() {
        let test = Test::new().file("a.js", "var a;").file("b.js", "before");
        fs::hard_link(test.path("b.js"), test.path("other.js")).unwrap();
        let done = test.args(["a.js", "-o", "b.js"]).succeeds().file("b.js", "var a;\n").file("other.js", "before");
        let inode = |path| fs::metadata(done.path(path)).unwrap().ino();
        assert_ne!(inode("b.js"), inode("other.js"));
    }

    #[test]
    fn a_file_is_not_replaced_by_half_a_result() {
        Test::new()
            .file("a.js", "var a = 1;\n".repeat(10_000))
            .file("dist/a.js", "before")
            .shell("trap '' XFSZ; ulimit -f 8; \"$downlevel\" a.js -o dist/a.js", 1)
            .stderr_has("error: cannot write `dist/a.js`: File too large")
            .file("dist/a.js", "before")
            .files("dist", &["a.js"]);
    }

    #[test]
    fn a_device_is_written_to() {
        Test::new().file("a.js", "var a = 1").args(["a.js", "-o", "/dev/stdout"]).succeeds().stdout("var a = 1;\n");
        Test::new().file("a.js", "var a = 1").args(["a.js", "-o", "/dev/null"]).succeeds().stdout("");
        Test::new()
            .file("a.js", "var a = 1")
            .args(["a.js", "-o", "/dev/null", "--source-maps", "external"])
            .refuses()
            .stderr_has("error: there is no file for the source map to stand beside\n");
        assert!(!fs::exists("/dev/null.map").unwrap());
        assert!(!fs::metadata("/dev/null").unwrap().is_file());
    }

    /// macOS and its file systems want UTF-8.
    #[cfg(target_os = "linux")]
    #[test]
    fn names_need_not_be_utf8() {
        let input = OsStr::from_bytes(b"\xE9.js");
        let output = OsStr::from_bytes(b"out-\xE9.js");
        Test::new().file(input, "var a").args([input, OsStr::new("-o"), output]).succeeds().file(output, "var a;\n");
        Test::new().file(input, "var = 1").args([input]).fails().stderr_has(" --> \u{FFFD}.js:1:5\n");
    }

    #[test]
    fn names_cannot_move_the_cursor() {
        Test::new().args(["a\u{1b}[2J\n.js"]).fails().stderr_has("cannot read `a\u{FFFD}[2J\u{FFFD}.js`");
    }
}
