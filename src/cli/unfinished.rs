//! New files that are not at their places yet: whatever ends the process, none of them stays behind.
//!
//! A result is written to a file beside its place, and moved there when it is whole. The process ends in no other state
//! than before or after that move. Only a process that is killed leaves such a file; the next run
//! [removes](remove_old) it.

use std::{
    collections::BTreeSet,
    ffi::OsStr,
    fs::{self, File},
    io,
    path::{Path, PathBuf},
    process,
    sync::{
        Mutex, MutexGuard, PoisonError, RwLock, RwLockReadGuard,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    time::Duration,
};

use tempfile::NamedTempFile;

const PREFIX: &str = ".downlevel-";
const SUFFIX: &str = ".tmp";
/// How many characters stand between the two.
const RANDOM: usize = 6;
/// What is older than this is not being written any more.
const OLD: Duration = Duration::from_secs(3600);

/// Makes a new file in `folder`, with the access rights that new files have, and those to execute it if `is_executable`.
pub fn create(folder: &Path, is_executable: bool) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(PREFIX).suffix(SUFFIX).rand_bytes(RANDOM);
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(if is_executable { 0o777 } else { 0o666 }));
    #[cfg(not(unix))]
    let _ = is_executable;
    let _open = gate();
    let file = builder.tempfile_in(folder)?;
    list().insert(file.path().to_owned());
    Ok(file)
}

/// Moves a new file to its place, or drops it if it could not be written.
pub fn finish(file: NamedTempFile, written: io::Result<()>, place: &Path) -> io::Result<File> {
    let _open = gate();
    list().remove(file.path());
    written.and_then(|()| file.persist(place).map_err(|error| error.error))
}

/// Removes what runs that were killed have left in `folder`: files that have such a name and that nobody has written to
/// for long.
pub fn remove_old(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    let is_old = |path: &Path| {
        let there = path.symlink_metadata().ok().filter(|there| there.is_file());
        let age = there.and_then(|there| there.modified().ok()?.elapsed().ok());
        age.is_some_and(|age| age > OLD)
    };
    for entry in entries.flatten() {
        if is_name(&entry.file_name()) && is_old(&entry.path()) {
            // Who may not remove it is not worse off than before.
            let _ = fs::remove_file(entry.path());
        }
    }
}

fn is_name(name: &OsStr) -> bool {
    let name = name.to_str().and_then(|name| name.strip_prefix(PREFIX)?.strip_suffix(SUFFIX));
    name.is_some_and(|random| random.len() == RANDOM && random.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

/// Where a file is made or moved to its place, the process does not end in the midst of it: whoever ends it closes this.
static GATE: RwLock<()> = RwLock::new(());

fn gate() -> RwLockReadGuard<'static, ()> {
    GATE.read().unwrap_or_else(PoisonError::into_inner)
}

/// All of them.
static LIST: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());

fn list() -> MutexGuard<'static, BTreeSet<PathBuf>> {
    LIST.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Removes all unfinished files and ends the process. Not to be called by a signal handler.
pub fn exit(code: i32) -> ! {
    let _closed = GATE.write().unwrap_or_else(PoisonError::into_inner);
    for path in list().iter() {
        let _ = fs::remove_file(path);
    }
    process::exit(code)
}

/// Whether no file is being written: a signal handler may end the process.
pub static IS_IDLE: AtomicBool = AtomicBool::new(true);

/// The exit code that a signal handler has left because a file was being written; 0 if none has.
pub static EXIT_CODE: AtomicUsize = AtomicUsize::new(0);

/// A file is being written: until this is dropped, signal handlers leave the end to it.
pub struct Busy(());

impl Busy {
    pub fn begin() -> Self {
        IS_IDLE.store(false, Ordering::SeqCst);
        Self(())
    }
}

impl Drop for Busy {
    fn drop(&mut self) {
        IS_IDLE.store(true, Ordering::SeqCst);
        if let code @ 1.. = EXIT_CODE.load(Ordering::SeqCst) {
            process::exit(i32::try_from(code).unwrap_or(1));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_names_are_taken() {
        assert!(is_name(".downlevel-a1B2c3.tmp".as_ref()));
        for name in
            ["a.tmp", ".downlevel-.tmp", ".downlevel-a1B2c.tmp", ".downlevel-a1B2c34.tmp", ".downlevel-é1B2c.tmp"]
        {
            assert!(!is_name(name.as_ref()), "{name}");
        }
    }
}
