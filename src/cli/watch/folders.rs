//! The folders that are watched: each on its own, so that nothing is wasted on what is left out, such as `node_modules`.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs::{self, Metadata},
    path::{Path, PathBuf},
    sync::mpsc::Sender,
};

use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};

use super::super::{paths, report::Failure};

/// The folders that are watched.
pub struct Folders {
    watcher: RecommendedWatcher,
    /// A folder of the same name may be another one later.
    watched: BTreeMap<PathBuf, Identity>,
}

impl Folders {
    /// Watches nothing yet. What happens will be told to `sender`.
    ///
    /// # Errors
    /// The system has no way to do so.
    pub fn new(sender: Sender<notify::Result<Event>>) -> Result<Self, Failure> {
        let watcher = notify::recommended_watcher(sender)
            .map_err(|error| Failure::new(format!("cannot watch for changes: {}", reason(&error))))?;
        Ok(Self { watcher, watched: BTreeMap::new() })
    }

    /// Watches these folders and no others. Returns whether one is new: something may have happened in it before.
    ///
    /// # Errors
    /// A folder that is there cannot be watched.
    pub fn watch(&mut self, folders: &BTreeSet<PathBuf>) -> Result<bool, Failure> {
        let wanted: BTreeMap<PathBuf, Identity> = folders.iter().filter_map(|path| identity(path)).collect();
        // In this order: the system knows a folder that was moved by one name only.
        let is_gone = |path: &PathBuf, identity: &mut Identity| wanted.get(path) != Some(&*identity);
        let gone: Vec<PathBuf> = self.watched.extract_if(.., is_gone).map(|(path, _)| path).collect();
        for path in gone {
            // It may not be there any more.
            let _ = self.watcher.unwatch(&path);
        }
        let mut is_any_new = false;
        for (path, identity) in wanted {
            if self.watched.contains_key(&path) {
                continue;
            }
            match self.watcher.watch(&path, RecursiveMode::NonRecursive) {
                Ok(()) => {
                    is_any_new = true;
                    self.watched.insert(path, identity);
                }
                Err(_) if !path.exists() => {}
                Err(error) => return Err(refused(&path, &error)),
            }
        }
        Ok(is_any_new)
    }
}

fn refused(path: &Path, error: &notify::Error) -> Failure {
    let failure = Failure::new(format!("cannot watch `{}`: {}", paths::display(path), reason(error)));
    match error.kind {
        notify::ErrorKind::MaxFilesWatch => {
            failure.advise("raise the limit, for example with `sysctl fs.inotify.max_user_watches=524288`")
        }
        _ => failure,
    }
}

fn reason(error: &notify::Error) -> String {
    match &error.kind {
        notify::ErrorKind::Io(error) => paths::reason(error),
        notify::ErrorKind::Generic(reason) => reason.clone(),
        notify::ErrorKind::MaxFilesWatch => "the system does not watch so many folders".to_owned(),
        kind => format!("{kind:?}"),
    }
}

/// What tells a folder from another of the same name.
type Identity = (u64, u64);

fn identity(path: &Path) -> Option<(PathBuf, Identity)> {
    let there = fs::metadata(path).ok().filter(Metadata::is_dir)?;
    Some((path.to_owned(), numbers(&there)))
}

#[cfg(unix)]
fn numbers(there: &Metadata) -> Identity {
    use std::os::unix::fs::MetadataExt;
    (there.dev(), there.ino())
}

#[cfg(not(unix))]
fn numbers(there: &Metadata) -> Identity {
    let created = there.created().ok().and_then(|time| time.duration_since(std::time::UNIX_EPOCH).ok());
    (0, created.map_or(0, |time| time.as_nanos() as u64))
}
