//! Writing results: to standard output, or to a file that is replaced in one step or not at all.

use std::{
    borrow::Cow,
    collections::BTreeSet,
    fs::{self, File, Metadata, Permissions},
    io::{self, ErrorKind, Write},
    path::{Component, Path, PathBuf},
    process,
    sync::{Mutex, MutexGuard, PoisonError, RwLock, RwLockReadGuard},
};

use tempfile::NamedTempFile;

use super::{interrupt::Busy, paths};

/// Writes to standard output. A reader that has seen enough is no error.
pub fn to_stdout(text: &str) -> io::Result<()> {
    let mut stdout = io::stdout().lock();
    match stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}

/// Writes to a file, and makes the folders it needs.
///
/// A link stays, and what it leads to is replaced. An existing file keeps its permissions. Devices and pipes
/// are written to.
pub fn to_file(path: &Path, text: &str) -> io::Result<()> {
    let there = path.symlink_metadata();
    let is_link = there.as_ref().is_ok_and(Metadata::is_symlink);
    let place = place(path, is_link);
    let write = |file: &mut File| file.write_all(text.as_bytes());
    match if is_link { path.metadata() } else { there } {
        Ok(there) if there.is_dir() => Err(ErrorKind::IsADirectory.into()),
        Ok(there) if !there.is_file() => fs::write(path, text),
        Ok(there) if there.permissions().readonly() => Err(ErrorKind::PermissionDenied.into()),
        Ok(there) => replace(&place, Some(there.permissions()), write),
        Err(error) if error.kind() == ErrorKind::NotFound => replace(&place, None, write),
        Err(error) => Err(error),
    }
}

/// The same where nothing is.
pub fn to_new_file(path: &Path, text: &str) -> io::Result<()> {
    replace(&place(path, false), None, |file| file.write_all(text.as_bytes()))
}

fn place(path: &Path, is_link: bool) -> Cow<'_, Path> {
    let leads_on = is_link || path.components().any(|part| part == Component::ParentDir);
    if leads_on { paths::resolve(path).into() } else { path.into() }
}

/// Copies what is left of `source` to a file, with its permissions, and makes the folders it needs.
pub fn copy(source: &mut File, path: &Path) -> io::Result<()> {
    if path.is_dir() {
        return Err(ErrorKind::IsADirectory.into());
    }
    let permissions = source.metadata()?.permissions();
    replace(&paths::resolve(path), Some(permissions), |file| io::copy(source, file).map(|_| ()))
}

/// Writes a new file beside `place`, then moves it there.
fn replace(
    place: &Path,
    permissions: Option<Permissions>,
    write: impl FnOnce(&mut File) -> io::Result<()>,
) -> io::Result<()> {
    let _busy = Busy::begin();
    let folder = paths::directory(place);
    let mut new = new_file(folder).or_else(|error| match error.kind() {
        ErrorKind::NotFound => fs::create_dir_all(folder).and_then(|()| new_file(folder)),
        _ => Err(error),
    })?;
    let written = write(new.as_file_mut()).and_then(|()| match permissions {
        Some(permissions) => new.as_file().set_permissions(permissions),
        None => Ok(()),
    });
    let _open = gate();
    unfinished().remove(new.path());
    match written {
        Ok(()) => new.persist(place).map(|_| ()).map_err(|error| error.error),
        Err(error) => {
            drop(new);
            Err(error)
        }
    }
}

/// Where a file is made or moved to its place, the process does not end in the midst of it: whoever ends it closes this.
static GATE: RwLock<()> = RwLock::new(());

fn gate() -> RwLockReadGuard<'static, ()> {
    GATE.read().unwrap_or_else(PoisonError::into_inner)
}

/// New files that have not been moved to their places yet.
static UNFINISHED: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());

fn unfinished() -> MutexGuard<'static, BTreeSet<PathBuf>> {
    UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner)
}

fn new_file(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".downlevel-").suffix(".tmp");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let _open = gate();
    let file = builder.tempfile_in(folder)?;
    unfinished().insert(file.path().to_owned());
    Ok(file)
}

/// Removes all unfinished files and ends the process.
pub fn give_up(exit_code: i32) -> ! {
    let _closed = GATE.write().unwrap_or_else(PoisonError::into_inner);
    let unfinished = unfinished();
    for path in unfinished.iter() {
        let _ = fs::remove_file(path);
    }
    process::exit(exit_code)
}
