//! Writing results: to standard output, or to a file that is replaced in one step or not at all.

use std::{
    fs::{self, Permissions},
    io::{self, ErrorKind, Write},
    path::{Component, Path},
};

use super::paths;

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
    let leads_on = path.is_symlink() || path.components().any(|part| part == Component::ParentDir);
    let place = if leads_on { paths::resolve(path) } else { path.to_owned() };
    match fs::metadata(path) {
        Ok(there) if there.is_dir() => Err(ErrorKind::IsADirectory.into()),
        Ok(there) if !there.is_file() => fs::write(path, text),
        Ok(there) if there.permissions().readonly() => Err(ErrorKind::PermissionDenied.into()),
        Ok(there) => replace(&place, text, Some(there.permissions())),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            fs::create_dir_all(paths::directory(&place))?;
            replace(&place, text, None)
        }
        Err(error) => Err(error),
    }
}

/// Writes a new file beside `place`, then moves it there.
fn replace(place: &Path, text: &str, permissions: Option<Permissions>) -> io::Result<()> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".downlevel-").suffix(".tmp");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut new = builder.tempfile_in(paths::directory(place))?;
    new.write_all(text.as_bytes())?;
    if let Some(permissions) = permissions {
        new.as_file().set_permissions(permissions)?;
    }
    new.persist(place)?;
    Ok(())
}
