//! What is seen on a terminal only.

#![cfg(unix)]

use std::{
    fs,
    io::{Read, Write},
    sync::{Arc, Mutex},
    thread::sleep,
    time::{Duration, Instant},
};

use portable_pty::{Child, CommandBuilder, PtySize, native_pty_system};

use crate::support::Test;

/// The command in a terminal, of which everything is kept that it has shown.
struct Terminal {
    test: Test,
    child: Box<dyn Child + Send + Sync>,
    shown: Arc<Mutex<String>>,
}

impl Terminal {
    fn start(test: Test, args: &[&str]) -> Self {
        let size = PtySize { rows: 24, cols: 100, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_downlevel"));
        command.cwd(test.path(""));
        command.args(args);
        command.env("TERM", "xterm");
        command.env_remove("NO_COLOR");
        let child = pair.slave.spawn_command(command).unwrap();
        let mut reader = pair.master.try_clone_reader().unwrap();
        let shown = Arc::new(Mutex::new(String::new()));
        let text = shown.clone();
        std::thread::spawn(move || {
            // The terminal lives as long as somebody looks at it.
            let _master = pair.master;
            let mut buffer = [0; 4096];
            while let Ok(length @ 1..) = reader.read(&mut buffer) {
                text.lock().unwrap().push_str(&String::from_utf8_lossy(&buffer[..length]));
            }
        });
        Self { test, child, shown }
    }

    fn shown(&self) -> String {
        self.shown.lock().unwrap().clone()
    }

    #[track_caller]
    fn until_shows(&self, text: &str) {
        let started = Instant::now();
        while !self.shown().contains(text) {
            assert!(started.elapsed() < Duration::from_secs(60), "{text} does not come: {:?}", self.shown());
            sleep(Duration::from_millis(10));
        }
    }
}

/// One file of several keeps the run waiting.
fn slow() -> Test {
    Test::new().pipe("a.pipe").file("b.js", "var =").file("c.js", "var c")
}

const COMMAND: [&str; 7] = ["a.pipe", "b.js", "c.js", "--out-dir", "dist", "--jobs", "3"];

#[test]
fn a_long_run_has_a_bar() {
    let mut terminal = Terminal::start(slow(), &COMMAND);
    terminal.until_shows("2/3 files, ");
    terminal.until_shows(", 1 file with errors");
    assert!(!terminal.shown().contains("error["), "{:?}", terminal.shown());
    let mut pipe = fs::File::options().write(true).open(terminal.test.path("a.pipe")).unwrap();
    pipe.write_all(b"var a").unwrap();
    drop(pipe);
    terminal.until_shows(", 1 error");
    assert_eq!(terminal.child.wait().unwrap().exit_code(), 1);
    // The bar is gone before anything else is said.
    let shown = terminal.shown();
    let (bar, rest) = shown.split_once("error").and_then(|_| shown.rsplit_once("/3 files")).unwrap();
    assert!(bar.contains("2"), "{shown:?}");
    assert!(rest.contains("\u{1b}[2K") && rest.contains("3 files, "), "{shown:?}");
}

#[test]
fn a_short_run_has_none() {
    let test = Test::new().file("a.js", "var a").file("b.js", "var b");
    let mut terminal = Terminal::start(test, &["a.js", "b.js", "--out-dir", "dist"]);
    terminal.until_shows("2 files, ");
    assert!(terminal.child.wait().unwrap().success());
    assert!(!terminal.shown().contains("2/2"), "{:?}", terminal.shown());
}

#[test]
fn who_wants_quiet_or_every_file_has_none() {
    for flag in ["--quiet", "--verbose", "--diagnostics-format=json"] {
        let mut terminal = Terminal::start(slow(), &[&COMMAND[..], &[flag]].concat());
        sleep(Duration::from_secs(1));
        let mut pipe = fs::File::options().write(true).open(terminal.test.path("a.pipe")).unwrap();
        pipe.write_all(b"var a").unwrap();
        drop(pipe);
        terminal.until_shows("error");
        assert_eq!(terminal.child.wait().unwrap().exit_code(), 1);
        assert!(!terminal.shown().contains("/3 files"), "{flag}: {:?}", terminal.shown());
    }
}

#[test]
fn in_a_pipe_there_is_none() {
    let running = slow().args(COMMAND).start();
    sleep(Duration::from_secs(1));
    assert_eq!(running.messages(), "");
    fs::File::options().write(true).open(running.path("a.pipe")).unwrap().write_all(b"var a").unwrap();
    let (done, code) = running.end();
    assert_eq!(code, Some(1));
    assert!(!done.messages().contains("/3 files"));
}

#[test]
fn messages_have_colour_unless_it_is_refused() {
    for (flags, has_colour) in [(&["--color=auto"] as &[_], true), (&[], true), (&["--color=never"], false)] {
        for command in [&["a.js"] as &[_], &["check", "a.js"]] {
            let test = Test::new().file("a.js", "var = 1;");
            let mut terminal = Terminal::start(test, &[command, flags].concat());
            terminal.until_shows("var = 1;");
            assert_eq!(terminal.child.wait().unwrap().exit_code(), 1);
            assert_eq!(terminal.shown().contains("\u{1b}["), has_colour, "{flags:?}: {:?}", terminal.shown());
        }
    }
}
