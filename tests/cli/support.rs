//! `Test::new().file("a.js", "var a;").args(["a.js"]).succeeds().stdout("var a;\n")`: each test has a folder of
//! its own, and says with which exit code the command ends.

use std::{
    ffi::{OsStr, OsString},
    fs,
    io::{Read, Write},
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

use tempfile::TempDir;

/// A folder with files, and the command to run in it.
pub struct Test {
    folder: TempDir,
    /// Where the command runs, as seen from the folder.
    inside: String,
    args: Vec<OsString>,
    stdin: Vec<u8>,
    variables: Vec<(&'static str, &'static str)>,
    is_nobody: bool,
}

impl Test {
    pub fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
            inside: String::new(),
            args: vec![],
            stdin: vec![],
            variables: vec![],
            is_nobody: false,
        }
    }

    /// Adds a file, and the folders it needs.
    pub fn file(self, path: impl AsRef<Path>, contents: impl AsRef<[u8]>) -> Self {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, contents).unwrap();
        self
    }

    pub fn folder(self, path: &str) -> Self {
        fs::create_dir_all(self.path(path)).unwrap();
        self
    }

    /// Runs the command in this folder.
    pub fn inside(mut self, folder: &str) -> Self {
        self.inside = folder.to_owned();
        self
    }

    /// Adds a symbolic link.
    #[cfg(unix)]
    pub fn link(self, path: &str, target: &str) -> Self {
        std::os::unix::fs::symlink(target, self.path(path)).unwrap();
        self
    }

    /// Adds a pipe with a name.
    #[cfg(unix)]
    pub fn pipe(self, path: &str) -> Self {
        assert!(Command::new("mkfifo").arg(self.path(path)).status().unwrap().success());
        self
    }

    /// The command does not run with the rights of root, to whom nothing is forbidden.
    #[cfg(unix)]
    pub fn without_rights(mut self) -> Self {
        use std::os::unix::fs::MetadataExt;
        self.is_nobody = fs::metadata(self.folder.path()).unwrap().uid() == 0;
        self.mode("", 0o755)
    }

    #[cfg(unix)]
    pub fn mode(self, path: &str, mode: u32) -> Self {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(self.path(path), fs::Permissions::from_mode(mode)).unwrap();
        self
    }

    pub fn args<A: AsRef<OsStr>>(mut self, args: impl IntoIterator<Item = A>) -> Self {
        self.args = args.into_iter().map(|arg| arg.as_ref().to_owned()).collect();
        self
    }

    pub fn stdin(mut self, stdin: impl AsRef<[u8]>) -> Self {
        self.stdin = stdin.as_ref().to_owned();
        self
    }

    pub fn variable(mut self, name: &'static str, value: &'static str) -> Self {
        self.variables.push((name, value));
        self
    }

    pub fn path(&self, path: impl AsRef<Path>) -> PathBuf {
        self.folder.path().join(path)
    }

    /// Runs the command; it has to end with exit code 0.
    pub fn succeeds(self) -> Done {
        self.run(0)
    }

    /// Runs the command; it has to end with exit code 1.
    pub fn fails(self) -> Done {
        self.run(1)
    }

    /// Runs the command; it has to end with exit code 2.
    pub fn refuses(self) -> Done {
        self.run(2)
    }

    fn run(self, code: i32) -> Done {
        let mut command = self.command(env!("CARGO_BIN_EXE_downlevel"));
        command.args(&self.args);
        self.finish(&mut command, code)
    }

    /// Runs a line of shell, where `$downlevel` is the command.
    #[cfg(unix)]
    pub fn shell(self, line: &str, code: i32) -> Done {
        let mut command = self.command("sh");
        command.args(["-c", line]).env("downlevel", env!("CARGO_BIN_EXE_downlevel"));
        self.finish(&mut command, code)
    }

    fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.current_dir(self.folder.path().join(&self.inside));
        for name in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "RAYON_NUM_THREADS"] {
            command.env_remove(name);
        }
        command.envs(self.variables.iter().copied());
        #[cfg(unix)]
        if self.is_nobody {
            use std::os::unix::process::CommandExt;
            command.uid(65534);
        }
        command
    }

    fn finish(self, command: &mut Command, code: i32) -> Done {
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        // The command need not read it.
        let _ = child.stdin.take().unwrap().write_all(&self.stdin);
        let Output { status, stdout, stderr } = child.wait_with_output().unwrap();
        let stdout = String::from_utf8(stdout).unwrap();
        let stderr = String::from_utf8(stderr).unwrap();
        assert_eq!(status.code(), Some(code), "stdout: {stdout}\nstderr: {stderr}");
        Done { folder: self.folder, stdout, messages: without_figures(&stderr), stderr }
    }
}

/// What the command did.
pub struct Done {
    folder: TempDir,
    stdout: String,
    /// Standard error, the summary without size and time.
    messages: String,
    /// Standard error as it was.
    stderr: String,
}

impl Done {
    #[track_caller]
    pub fn stdout(self, expected: &str) -> Self {
        assert_eq!(self.stdout, expected);
        self
    }

    #[track_caller]
    pub fn stdout_has(self, expected: &str) -> Self {
        assert!(self.stdout.contains(expected), "{}", self.stdout);
        self
    }

    #[track_caller]
    pub fn stdout_lacks(self, unexpected: &str) -> Self {
        assert!(!self.stdout.contains(unexpected), "{}", self.stdout);
        self
    }

    #[track_caller]
    pub fn stderr(self, expected: &str) -> Self {
        assert_eq!(self.messages, expected);
        self
    }

    #[track_caller]
    pub fn stderr_has(self, expected: &str) -> Self {
        assert!(self.messages.contains(expected), "{}", self.messages);
        self
    }

    #[track_caller]
    pub fn stderr_lacks(self, unexpected: &str) -> Self {
        assert!(!self.messages.contains(unexpected), "{}", self.messages);
        self
    }

    #[track_caller]
    pub fn file(self, path: impl AsRef<Path>, expected: &str) -> Self {
        assert_eq!(self.read(path), expected);
        self
    }

    /// Every file of a folder, as paths in it.
    #[track_caller]
    pub fn files(self, folder: &str, expected: &[&str]) -> Self {
        let mut found = vec![];
        list(&self.folder.path().join(folder), Path::new(""), &mut found);
        found.sort();
        assert_eq!(found, expected);
        self
    }

    #[track_caller]
    pub fn no_file(self, path: &str) -> Self {
        assert!(fs::symlink_metadata(self.path(path)).is_err(), "{path} is there");
        self
    }

    pub fn read(&self, path: impl AsRef<Path>) -> String {
        let path = self.path(path);
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}\n{}", path.display(), self.messages))
    }

    pub fn path(&self, path: impl AsRef<Path>) -> PathBuf {
        self.folder.path().join(path)
    }

    pub fn output(&self) -> &str {
        &self.stdout
    }

    /// Standard error with the figures of the summary.
    pub fn all_messages(&self) -> &str {
        &self.stderr
    }

    pub fn messages(&self) -> &str {
        &self.messages
    }
}

/// `3 files, 1 error` for `3 files, 8.1 MB in 0.4 s, 1 error`.
fn without_figures(stderr: &str) -> String {
    let is_figure = |part: &str| part.contains("B in ") && part.ends_with(" s");
    let shortened = |line: &str| {
        let is_summary =
            line.split(", ").next().is_some_and(|part| part.ends_with(" file") || part.ends_with(" files"));
        let parts: Vec<&str> = line.split(", ").filter(|part| !(is_summary && is_figure(part))).collect();
        parts.join(", ")
    };
    stderr.split('\n').map(shortened).collect::<Vec<_>>().join("\n")
}

fn list(folder: &Path, inside: &Path, found: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let path = inside.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            list(&entry.path(), &path, found);
        } else {
            found.push(path.to_str().unwrap().replace('\\', "/"));
        }
    }
}

/// A command that runs until it is ended.
pub struct Running {
    folder: TempDir,
    child: Child,
    stderr: Arc<Mutex<String>>,
    /// Ends when all of standard error is there.
    reader: Option<std::thread::JoinHandle<()>>,
}

/// Machines may be busy; what takes longer than this does not happen.
const PATIENCE: Duration = Duration::from_secs(60);

impl Test {
    /// Starts the command.
    pub fn start(self) -> Running {
        let mut command = self.command(env!("CARGO_BIN_EXE_downlevel"));
        command.args(&self.args).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let mut pipe = child.stderr.take().unwrap();
        let stderr = Arc::new(Mutex::new(String::new()));
        let text = stderr.clone();
        let reader = std::thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(length @ 1..) = pipe.read(&mut buffer) {
                text.lock().unwrap().push_str(&String::from_utf8_lossy(&buffer[..length]));
            }
        });
        Running { folder: self.folder, child, stderr, reader: Some(reader) }
    }
}

impl Running {
    pub fn path(&self, path: impl AsRef<Path>) -> PathBuf {
        self.folder.path().join(path)
    }

    pub fn messages(&self) -> String {
        self.stderr.lock().unwrap().clone()
    }

    /// How many threads it has.
    #[cfg(target_os = "linux")]
    pub fn threads(&self) -> usize {
        fs::read_dir(format!("/proc/{}/task", self.child.id())).unwrap().count()
    }

    /// Writes a file in one step, as careful editors do.
    pub fn save(&self, path: &str, contents: &str) -> &Self {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        let new = path.with_extension("js~new");
        fs::write(&new, contents).unwrap();
        fs::rename(new, path).unwrap();
        self
    }

    /// Waits until something is so.
    #[track_caller]
    pub fn until(&self, what: &str, mut is_so: impl FnMut() -> bool) -> &Self {
        let started = Instant::now();
        while !is_so() {
            assert!(started.elapsed() < PATIENCE, "{what} does not come:\n{}", self.messages());
            std::thread::sleep(Duration::from_millis(10));
        }
        self
    }

    #[track_caller]
    pub fn until_says(&self, text: &str) -> &Self {
        self.until(text, || self.messages().contains(text))
    }

    #[track_caller]
    pub fn until_file(&self, path: &str, contents: &str) -> &Self {
        self.until(path, || fs::read_to_string(self.path(path)).is_ok_and(|found| found == contents))
    }

    #[track_caller]
    pub fn until_gone(&self, path: &str) -> &Self {
        self.until(&format!("the end of {path}"), || !self.path(path).exists())
    }

    /// Presses Ctrl-C. Returns the exit code.
    #[cfg(unix)]
    pub fn interrupt(self) -> (Done, Option<i32>) {
        self.signal("INT")
    }

    /// Sends a signal. Returns the exit code.
    #[cfg(unix)]
    pub fn signal(self, name: &str) -> (Done, Option<i32>) {
        let id = self.child.id().to_string();
        let _ = Command::new("kill").args([&format!("-{name}"), &id]).stderr(Stdio::null()).status().unwrap();
        self.end()
    }

    /// Waits until it has ended by itself. Returns the exit code.
    pub fn end(mut self) -> (Done, Option<i32>) {
        let started = Instant::now();
        let status = loop {
            match self.child.try_wait().unwrap() {
                Some(status) => break status,
                None => assert!(started.elapsed() < PATIENCE, "it does not end"),
            }
            std::thread::sleep(Duration::from_millis(10));
        };
        self.reader.take().unwrap().join().unwrap();
        let stderr = self.messages();
        let folder = std::mem::replace(&mut self.folder, tempfile::tempdir().unwrap());
        let messages = stderr.clone();
        (Done { folder, stdout: String::new(), stderr, messages }, status.code())
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
