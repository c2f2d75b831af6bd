//! Writing results: to standard output, or to a file that is replaced in one step or not at all.

use std::{
    borrow::Cow,
    fs::{self, File, Metadata, Permissions},
    io::{self, ErrorKind, Write},
    path::{Component, Path},
};

use super::{
    paths,
    unfinished::{self, Busy},
};

/// Writes to standard output. A reader that has seen enough is no error.
pub fn to_stdout(text: &str) -> io::Result<()> {
    let mut stdout = io::stdout().lock();
    unless_closed(stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()))
}

/// A reader that has seen enough is no error.
pub fn unless_closed(result: io::Result<()>) -> io::Result<()> {
    match result {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}

/// Writes to a file, and makes the folders it needs.
///
/// A link stays, and what it leads to is replaced. An existing file keeps its permissions, and may be executed afterwards
/// if `is_executable`. Devices and pipes are written to.
pub fn to_file(path: &Path, text: &str, is_executable: bool) -> io::Result<()> {
    let there = path.symlink_metadata();
    let is_link = there.as_ref().is_ok_and(Metadata::is_symlink);
    let place = place(path, is_link);
    let write = |file: &mut File| file.write_all(text.as_bytes());
    match if is_link { path.metadata() } else { there } {
        Ok(there) if there.is_dir() => Err(ErrorKind::IsADirectory.into()),
        Ok(there) if !there.is_file() => fs::write(path, text),
        Ok(there) if there.permissions().readonly() => Err(ErrorKind::PermissionDenied.into()),
        Ok(there) => replace(&place, is_executable, Some(permissions(&there, is_executable)), write),
        Err(error) if error.kind() == ErrorKind::NotFound => replace(&place, is_executable, None, write),
        Err(error) => Err(error),
    }
}

/// The same where nothing is.
pub fn to_new_file(path: &Path, text: &str, is_executable: bool) -> io::Result<()> {
    replace(&place(path, false), is_executable, None, |file| file.write_all(text.as_bytes()))
}

fn place(path: &Path, is_link: bool) -> Cow<'_, Path> {
    let leads_on = is_link || path.components().any(|part| part == Component::ParentDir);
    if leads_on { paths::resolve(path).into() } else { path.into() }
}

/// Those of an existing file. Who may read a file that became executable may execute it.
#[cfg(unix)]
fn permissions(there: &Metadata, is_executable: bool) -> Permissions {
    use std::os::unix::fs::PermissionsExt;
    let mode = there.permissions().mode();
    if is_executable { Permissions::from_mode(mode | (mode & 0o444) >> 2) } else { there.permissions() }
}

#[cfg(not(unix))]
fn permissions(there: &Metadata, _: bool) -> Permissions {
    there.permissions()
}

/// Whether the owner of a file may execute it.
#[cfg(unix)]
pub fn is_executable(file: &File) -> bool {
    use std::os::unix::fs::PermissionsExt;
    file.metadata().is_ok_and(|there| there.is_file() && there.permissions().mode() & 0o100 != 0)
}

/// Elsewhere nothing says so.
#[cfg(not(unix))]
pub fn is_executable(_: &File) -> bool {
    false
}

/// Copies what is left of `source` to a file, with its permissions, and makes the folders it needs.
pub fn copy(source: &mut File, path: &Path) -> io::Result<()> {
    if path.is_dir() {
        return Err(ErrorKind::IsADirectory.into());
    }
    let permissions = source.metadata()?.permissions();
    replace(&paths::resolve(path), false, Some(permissions), |file| io::copy(source, file).map(|_| ()))
}

/// Writes a new file beside `place`, then moves it there.
fn replace(
    place: &Path,
    is_executable: bool,
    permissions: Option<Permissions>,
    write: impl FnOnce(&mut File) -> io::Result<()>,
) -> io::Result<()> {
    let _busy = Busy::begin();
    let folder = paths::directory(place);
    let mut new = unfinished::create(folder, is_executable).or_else(|error| match error.kind() {
        ErrorKind::NotFound => fs::create_dir_all(folder).and_then(|()| unfinished::create(folder, is_executable)),
        _ => Err(error),
    })?;
    let written = write(new.as_file_mut()).and_then(|()| match permissions {
        Some(permissions) => new.as_file().set_permissions(permissions),
        None => Ok(()),
    });
    unfinished::finish(new, written, place).map(|_| ())
}
