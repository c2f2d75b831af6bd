//! When the world does not do as it should: full disks, read-only folders, files that come and go, Ctrl-C.

#![cfg(unix)]

use std::{fs, io::Write, thread::sleep, time::Duration};

use crate::support::{Done, Test};

#[test]
fn a_full_disk() {
    if !fs::exists("/dev/full").unwrap() {
        return;
    }
    Test::new()
        .file("a.js", "var a")
        .args(["a.js", "-o", "/dev/full"])
        .fails()
        .stderr_has("error: cannot write `/dev/full`: No space left on device");
    Test::new()
        .file("a.js", "var a")
        .shell("\"$downlevel\" a.js > /dev/full", 1)
        .stderr_has("error: cannot write `<stdout>`: No space left on device");
}

#[test]
fn a_file_that_is_too_large_does_not_stop_the_others() {
    let large = "var a = 1;\n".repeat(10_000);
    Test::new()
        .file("src/a.js", "var a;")
        .file("src/b.js", &large)
        .file("src/c.txt", &large)
        .file("src/d.js", "var d;")
        .file("dist/b.js", "before")
        .shell("trap '' XFSZ; ulimit -f 8; \"$downlevel\" src --out-dir dist --copy-files", 1)
        .stderr_has("error: cannot write `dist/b.js`: File too large")
        .stderr_has("error: cannot write `dist/c.txt`: File too large")
        .file("dist/b.js", "before")
        .files("dist", &["a.js", "b.js", "d.js"]);
}

#[test]
fn folders_and_files_that_may_not_be_used() {
    let done = Test::new()
        .file("src/a.js", "var a")
        .file("src/b.js", "var b")
        .file("src/locked/c.js", "var c")
        .mode("src/b.js", 0)
        .mode("src/locked", 0)
        .file("dist/a.js", "before")
        .mode("dist", 0o555)
        .without_rights()
        .args(["src", "--out-dir", "dist"])
        .fails()
        .stderr_has("error: cannot write `dist/a.js`: permission was denied\n")
        .stderr_has("error: cannot read `src/b.js`: permission was denied\n")
        .stderr_has("error: cannot read `src/locked`: ")
        .stderr_has(", 3 errors\n")
        .file("dist/a.js", "before")
        .files("dist", &["a.js"]);
    fs::set_permissions(done.path("src/locked"), std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
    Test::new()
        .file("src/a.js", "var a")
        .mode("", 0o555)
        .without_rights()
        .args(["src", "--out-dir", "dist"])
        .fails()
        .stderr_has("error: cannot write `dist/a.js`: permission was denied\n");
}

/// The first of three jobs waits for a pipe, so that the test can do something before the others begin.
#[test]
fn a_file_that_vanishes_does_not_stop_the_others() {
    let running = Test::new()
        .pipe("a.pipe")
        .file("b.js", "var b")
        .file("c.js", "var c")
        .args(["a.pipe", "b.js", "c.js", "--out-dir", "dist", "--jobs", "1"])
        .start();
    // This waits until the command reads.
    let mut pipe = fs::File::options().write(true).open(running.path("a.pipe")).unwrap();
    fs::remove_file(running.path("b.js")).unwrap();
    pipe.write_all(b"var a").unwrap();
    drop(pipe);
    let (done, code) = running.end();
    assert_eq!(code, Some(1));
    assert!(done.messages().contains("error: cannot read `b.js`: there is no such file\n"), "{}", done.messages());
    done.file("dist/a.pipe", "var a;\n").file("dist/c.js", "var c;\n").files("dist", &["a.pipe", "c.js"]);
}

#[test]
fn control_c_ends_a_run() {
    let running = Test::new().pipe("a.pipe").args(["a.pipe", "-o", "b.js"]).start();
    let _pipe = fs::File::options().write(true).open(running.path("a.pipe")).unwrap();
    let (done, code) = running.interrupt();
    assert_eq!(code, Some(130));
    done.no_file("b.js").files("", &["a.pipe"]);
}

/// At whatever moment it comes.
#[test]
fn control_c_leaves_whole_files_only() {
    let code = "var a = 1;\n".repeat(2_000);
    let mut interrupted = 0;
    for round in 0..12 {
        let test = (0..40).fold(Test::new(), |test, index| test.file(format!("src/{index}.js"), &code));
        let test = (0..40).fold(test, |test, index| test.file(format!("src/{index}.txt"), &code));
        let running = test.args(["src", "--out-dir", "dist", "--copy-files", "--source-maps", "external"]).start();
        running.until("a result", || round % 2 == 0 || running.path("dist").exists());
        sleep(Duration::from_millis(15 * round));
        let (done, status) = running.interrupt();
        assert!(matches!(status, Some(0 | 130)) || status.is_none(), "{status:?}");
        interrupted += usize::from(status == Some(130));
        assert_whole(&done, &code);
    }
    assert!(interrupted > 0);
}

/// As above, where no thread waits for it.
#[test]
fn control_c_leaves_one_whole_file() {
    let code = "var a = 1;\n".repeat(100_000);
    let mut interrupted = 0;
    for round in 0..12 {
        let running = Test::new().file("a.js", &code).args(["a.js", "-o", "b.js"]).start();
        sleep(Duration::from_millis(12 * round));
        let (done, status) = running.interrupt();
        interrupted += usize::from(status == Some(130));
        if done.path("b.js").exists() {
            done.file("b.js", &code).files("", &["a.js", "b.js"]);
        } else {
            done.files("", &["a.js"]);
        }
    }
    assert!(interrupted > 0);
}

fn assert_whole(done: &Done, code: &str) {
    let Ok(entries) = fs::read_dir(done.path("dist")) else { return };
    for entry in entries {
        let path = entry.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        match path.extension().and_then(|extension| extension.to_str()) {
            Some("js") => assert!(text.starts_with(code) && text.ends_with(".js.map\n"), "{}", path.display()),
            Some("txt") => assert!(text == code, "{}", path.display()),
            Some("map") => assert!(text.ends_with('}'), "{}", path.display()),
            _ => panic!("{} is left", path.display()),
        }
    }
}

#[test]
fn signals_have_their_exit_codes() {
    for (name, code) in [("INT", 130), ("TERM", 143), ("HUP", 129)] {
        for args in [&["a.pipe", "-o", "b.js"] as &[_], &["a.pipe", "--out-dir", "dist"], &["a.pipe"]] {
            let running = Test::new().pipe("a.pipe").args(args).start();
            let _pipe = fs::File::options().write(true).open(running.path("a.pipe")).unwrap();
            let (done, ended) = running.signal(name);
            assert_eq!(ended, Some(code), "{name} {args:?}");
            done.files("", &["a.pipe"]);
        }
    }
}

#[test]
fn what_a_killed_run_has_left_is_removed() {
    let names = ["dist/.downlevel-aB3dE6.tmp", "dist/x/.downlevel-000000.tmp", "src/.downlevel-aB3dE6.tmp"];
    let others = ["dist/.downlevel-aB3dE6.tm", "dist/.downlevel-long-name.tmp", "dist/downlevel-aB3dE6.tmp"];
    let test = names.iter().chain(&others).fold(Test::new(), |test, name| test.file(name, "half"));
    let test = test.file("src/a.js", "var a;").file("src/x/b.js", "var b;").file("dist/.downlevel-zzzzzz.tmp", "half");
    for name in names.iter().chain(&others) {
        let file = fs::File::options().write(true).open(test.path(name)).unwrap();
        file.set_modified(std::time::SystemTime::now() - Duration::from_secs(3700)).unwrap();
    }
    let done = test.args(["src", "--out-dir", "dist"]).succeeds();
    let done = others.iter().fold(done, |done, name| done.file(name, "half"));
    // A run that goes on may be writing it.
    let done = done.file("dist/.downlevel-zzzzzz.tmp", "half");
    // Nothing is written here.
    done.no_file(names[0]).no_file(names[1]).file(names[2], "half");
    let test = Test::new().file("a.js", "var a;").file(".downlevel-aB3dE6.tmp", "half");
    let file = fs::File::options().write(true).open(test.path(".downlevel-aB3dE6.tmp")).unwrap();
    file.set_modified(std::time::SystemTime::now() - Duration::from_secs(3700)).unwrap();
    test.args(["a.js", "-o", "b.js"]).succeeds().files("", &["a.js", "b.js"]);
}

/// Commands that only print notice, too, that nobody gets it.
#[cfg(target_os = "linux")]
#[test]
fn text_that_cannot_be_written_is_an_error() {
    for args in [
        "helpers",
        "helpers --format esm",
        "completions bash",
        "man",
        "man check",
        "--help",
        "-h",
        "--version",
        "check --help",
        "--print-config",
        "check a.js",
        "check b.js",
        "a.js",
        "src --out-dir dist --report",
        "a.js -o c.js --report=json",
    ] {
        let test = || Test::new().file("a.js", "var a;").file("b.js", "let b;").file("src/a.js", "var a;");
        test()
            .shell(&format!("\"$downlevel\" {args} > /dev/full"), 1)
            .stderr_has("error: cannot write `<stdout>`: No space left on device");
        // A reader that has seen enough is no error.
        let code = i32::from(args == "check b.js");
        test()
            .shell(&format!("(\"$downlevel\" {args}; echo $? > code) | true; exit $(cat code)"), code)
            .stderr_lacks("write");
    }
}

/// Where address space is limited, threads and their stacks are fewer and smaller.
#[cfg(target_os = "linux")]
#[test]
fn little_address_space_is_enough() {
    let test = || (0..20).fold(Test::new(), |test, index| test.file(format!("src/{index}.js"), "var a;"));
    for kilobytes in [150_000, 300_000, 450_000, 700_000, 1_500_000] {
        for command in ["src --out-dir dist", "src --out-dir dist -j 4", "check src -j 4"] {
            test().shell(&format!("ulimit -v {kilobytes}; \"$downlevel\" {command}"), 0);
        }
        let deep = format!("{}1{}", "[".repeat(20_000), "]".repeat(20_000));
        let test = Test::new().file("a.js", deep).file("b.js", "var b;");
        test.shell(
            &format!("ulimit -v {kilobytes}; \"$downlevel\" a.js b.js --out-dir dist; code=$?; test $code -le 1"),
            0,
        )
        .stderr_lacks("broke down")
        .file("dist/b.js", "var b;\n");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn many_jobs_are_no_more_than_help() {
    let test = (0..50).fold(Test::new(), |test, index| test.file(format!("src/{index}.js"), "var a;"));
    let running = test.pipe("a.pipe").args(["a.pipe", "src", "--out-dir", "dist", "-j", "1000"]).start();
    let mut pipe = fs::File::options().write(true).open(running.path("a.pipe")).unwrap();
    let processors = std::thread::available_parallelism().unwrap().get();
    let threads = running.threads();
    assert!(threads <= 2 * processors + 2, "{threads}");
    pipe.write_all(b"var a").unwrap();
    drop(pipe);
    assert_eq!(running.end().1, Some(0));
}

/// It is a chain of `+` in ES5.
#[test]
fn a_template_of_very_many_parts_is_refused() {
    let source = format!("var a = `{}`;", "${a}".repeat(300_000));
    Test::new().file("a.js", source).args(["a.js", "-o", "b.js"]).fails().stderr_has("error[too-deep]: ");
}

#[cfg(target_os = "linux")]
#[test]
fn paths_that_are_too_long_are_told() {
    let name = "x".repeat(250);
    let line =
        format!("(for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17; do mkdir {name}; cd {name}; done; echo > a.js)");
    Test::new()
        .folder("src")
        .shell(&format!("cd src; {line}; cd ..; \"$downlevel\" src --out-dir dist"), 1)
        .stderr_has("File name too long")
        .stderr_lacks("there is no JavaScript");
}
