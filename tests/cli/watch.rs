//! `--watch`: what changes is lowered again.

use std::fs;

use crate::support::{Running, Test};

const WATCH: [&str; 4] = ["src", "--out-dir", "dist", "--watch"];

/// `src/a.js` and `src/b.js`, lowered once and watched.
fn watched(flags: &[&str]) -> Running {
    let test = Test::new().file("src/a.js", "var a").file("src/b.js", "var b");
    let running = test.args([&WATCH, flags].concat()).start();
    running.until_says("watching for changes; Ctrl-C ends\n");
    running
}

/// The lines that came after the first run.
fn lines(running: &Running) -> Vec<String> {
    let said = running.messages();
    let (_, after) = said.split_once("ends\n").unwrap();
    after.lines().map(|line| line.split(" in 0.").next().unwrap_or_default().to_owned()).collect()
}

#[test]
fn only_what_changed_is_lowered() {
    let running = watched(&[]);
    let before = fs::metadata(running.path("dist/b.js")).unwrap().modified().unwrap();
    running.save("src/a.js", "var c").until_file("dist/a.js", "var c;\n").until_says("rebuilt src/a.js in ");
    running.save("src/a.js", "var d").until_file("dist/a.js", "var d;\n");
    running.until("two lines", || lines(&running).len() == 2);
    assert_eq!(lines(&running), ["rebuilt src/a.js", "rebuilt src/a.js"]);
    assert_eq!(fs::metadata(running.path("dist/b.js")).unwrap().modified().unwrap(), before);
}

#[test]
fn what_changes_at_once_is_one_rebuild() {
    let running = watched(&[]);
    running.save("src/a.js", "var c").save("src/b.js", "var d");
    running.until_file("dist/a.js", "var c;\n").until_file("dist/b.js", "var d;\n");
    running.until("a line", || !lines(&running).is_empty());
}

#[test]
fn errors_do_not_end_it() {
    let running = watched(&[]);
    running.save("src/a.js", "var = 1").until_says(" --> src/a.js:1:5\n").until_says("rebuilt src/a.js in ");
    assert_eq!(fs::read_to_string(running.path("dist/a.js")).unwrap(), "var a;\n");
    running
        .save("src/b.js", "var e")
        .until_file("dist/b.js", "var e;\n")
        .until_says("; 1 other file with errors left\n");
    running.save("src/a.js", "var c").until_file("dist/a.js", "var c;\n");
    running.until("a third line", || lines(&running).last().is_some_and(|line| line == "rebuilt src/a.js"));
    assert_eq!(running.messages().matches("error[").count(), 1);
}

#[test]
fn it_begins_with_errors_too() {
    let running = Test::new().file("src/a.js", "var =").args(WATCH).start();
    running.until_says("watching for changes").save("src/a.js", "var a").until_file("dist/a.js", "var a;\n");
}

#[test]
fn results_go_when_their_sources_go() {
    let running = watched(&["--source-maps", "external"]);
    fs::create_dir_all(running.path("dist/x")).unwrap();
    fs::write(running.path("dist/x/mine.js"), "").unwrap();
    running.save("src/x/y/c.js", "var c").until("x/y/c.js", || running.path("dist/x/y/c.js.map").exists());
    running.until_says("rebuilt src/x/y/c.js in ");
    fs::remove_dir_all(running.path("src/x")).unwrap();
    running.until_gone("dist/x/y").until_says("removed dist/x/y/c.js in ");
    assert!(running.path("dist/x/mine.js").exists());
    fs::rename(running.path("src/a.js"), running.path("src/z.js")).unwrap();
    running.until_gone("dist/a.js").until_gone("dist/a.js.map");
    running.until("z.js", || running.path("dist/z.js").exists());
    running.until_says("rebuilt src/z.js, removed dist/a.js in ");
}

#[test]
fn new_folders_are_watched() {
    let running = watched(&[]);
    running.save("src/new/deep/c.js", "var c").until_file("dist/new/deep/c.js", "var c;\n");
    running.save("src/new/deep/c.js", "var d").until_file("dist/new/deep/c.js", "var d;\n");
    fs::rename(running.path("src/new"), running.path("src/moved")).unwrap();
    running.until_file("dist/moved/deep/c.js", "var d;\n").until_gone("dist/new");
    running.save("src/moved/deep/c.js", "var e").until_file("dist/moved/deep/c.js", "var e;\n");
}

#[test]
fn an_input_folder_may_come_back() {
    let running = watched(&[]);
    fs::rename(running.path("src"), running.path("away")).unwrap();
    running.until_gone("dist/a.js").until_says("error: ");
    fs::rename(running.path("away"), running.path("src")).unwrap();
    running.until_file("dist/a.js", "var a;\n");
    running.save("src/a.js", "var c").until_file("dist/a.js", "var c;\n");
}

#[test]
fn what_editors_leave_is_not_lowered() {
    let running = watched(&[]);
    for name in ["src/4913", "src/.a.js.swp", "src/a.js~", "src/#a.js#"] {
        fs::write(running.path(name), "var =").unwrap();
    }
    // As vim does it.
    fs::rename(running.path("src/a.js"), running.path("src/a.js~")).unwrap();
    fs::write(running.path("src/a.js"), "var c").unwrap();
    running.until_file("dist/a.js", "var c;\n");
    running.save("src/b.js", "var d").until_file("dist/b.js", "var d;\n");
    running.until_says("rebuilt");
    assert!(!running.messages().contains("error"), "{}", running.messages());
}

#[test]
fn one_file_to_another() {
    let running = Test::new().file("a.js", "var a").args(["a.js", "-o", "b.js", "--watch"]).start();
    running.until_says("watching for changes").until_file("b.js", "var a;\n");
    running.save("a.js", "var c").until_file("b.js", "var c;\n");
    fs::remove_file(running.path("a.js")).unwrap();
    running.until_says("error: cannot read `a.js`: there is no such file");
    running.save("a.js", "var d").until_file("b.js", "var d;\n");
}

#[test]
fn patterns_and_copies() {
    let running = Test::new()
        .file("src/a.js", "var a")
        .file("src/x/b.css", "one")
        .args(["src/**", "--out-dir", "dist", "--watch", "--copy-files", "--ignore", "*.test.js"])
        .start();
    running.until_says("watching for changes").until_file("dist/x/b.css", "one");
    running.save("src/x/b.test.js", "var =").save("src/x/b.css", "two").until_file("dist/x/b.css", "two");
    running.save("src/x/c.js", "var c").until_file("dist/x/c.js", "var c;\n");
    assert!(!running.messages().contains("error"), "{}", running.messages());
}

#[test]
fn a_refusal_does_not_end_it() {
    let running = watched(&["--out-file-extension", "js"]);
    running.save("src/a.mjs", "var c").until_says("would both be written to `dist/a.js`");
    fs::remove_file(running.path("src/a.mjs")).unwrap();
    running.save("src/a.js", "var d").until_file("dist/a.js", "var d;\n");
}

#[test]
fn quiet_says_nothing() {
    let running = Test::new().file("src/a.js", "var a").args([&WATCH, &["--quiet"] as &[_]].concat()).start();
    running.until_file("dist/a.js", "var a;\n").save("src/a.js", "var c").until_file("dist/a.js", "var c;\n");
    running.save("src/a.js", "var =").until_says("error[syntax]");
    assert!(!running.messages().contains("rebuilt") && !running.messages().contains("watching"));
}

#[test]
fn it_needs_files() {
    Test::new()
        .file("a.js", "var a")
        .args(["a.js", "--watch"])
        .refuses()
        .stderr_has("error: `--watch` has no file to write to\n");
    Test::new().args(["-", "-o", "a.js", "--watch"]).refuses().stderr_has("error: standard input cannot be watched\n");
}

#[cfg(unix)]
#[test]
fn control_c_ends_it() {
    let (done, code) = watched(&[]).interrupt();
    assert_eq!(code, Some(130));
    done.files("dist", &["a.js", "b.js"]);
}
