//! Paths: what they lead to, how one looks from another, and how they are written.

use std::{
    ffi::OsString,
    fs,
    io::{self, ErrorKind},
    path::{Component, Path, PathBuf, is_separator},
};

use pathdiff::diff_paths;
use percent_encoding::percent_decode_str;
use rustc_hash::FxHashMap;

/// How a path is shown: as it was typed, fit for one line of a terminal.
pub fn display(path: &Path) -> String {
    path.to_string_lossy().replace(char::is_control, "\u{FFFD}")
}

/// The place that `path` leads to, links followed, whether or not something is there already.
pub fn resolve(path: &Path) -> PathBuf {
    /// As many links as Linux follows.
    const MAX_LINKS: u8 = 40;
    resolve_links(path, MAX_LINKS)
}

fn resolve_links(path: &Path, links_left: u8) -> PathBuf {
    if let Ok(found) = path.canonicalize() {
        return found;
    }
    let parent = directory(path);
    if let (Ok(link), Some(links_left)) = (fs::read_link(path), links_left.checked_sub(1)) {
        return resolve_links(&parent.join(link), links_left);
    }
    match path.components().next_back() {
        Some(Component::Normal(name)) => resolve_links(parent, links_left).join(name),
        Some(Component::ParentDir) => {
            let mut place = resolve_links(parent, links_left);
            place.pop();
            place
        }
        _ => std::path::absolute(path).unwrap_or_else(|_| path.to_owned()),
    }
}

/// Folders that were resolved before: many files lie in few.
#[derive(Default)]
pub struct Folders {
    known: FxHashMap<OsString, Place>,
}

/// What a path leads to.
pub struct Place {
    /// Links followed.
    pub path: PathBuf,
    /// Whether there is nothing, and so nothing in it.
    pub is_absent: bool,
}

impl Folders {
    /// As [`resolve`] does; quickly for what is no link.
    pub fn resolve(&mut self, path: &Path) -> PathBuf {
        self.look(path).path
    }

    /// The same, and whether anything is there.
    pub fn look(&mut self, path: &Path) -> Place {
        let Some(Component::Normal(name)) = path.components().next_back() else {
            return Place { path: resolve(path), is_absent: false };
        };
        let folder = self.folder(directory(path));
        let kind = if folder.is_absent { Kind::Absent } else { Kind::of(path) };
        let place = if kind == Kind::Link { resolve(path) } else { folder.path.join(name) };
        Place { path: place, is_absent: kind == Kind::Absent }
    }

    /// As [`Self::resolve`] does, for a file that is known to be there and to be no link.
    pub fn resolve_found(&mut self, path: &Path) -> PathBuf {
        match path.file_name() {
            Some(name) if !HAS_MANY_NAMES => self.folder(directory(path)).path.join(name),
            _ => self.resolve(path),
        }
    }

    fn folder(&mut self, folder: &Path) -> &Place {
        if !self.known.contains_key(folder.as_os_str()) {
            let found = self.look(folder);
            self.known.insert(folder.into(), found);
        }
        &self.known[folder.as_os_str()]
    }
}

/// Whether a file has several names without links, in other letters. Only the system knows which one is its own.
pub const HAS_MANY_NAMES: bool = cfg!(any(windows, target_os = "macos"));

/// What is at a path.
#[derive(PartialEq, Eq)]
enum Kind {
    Absent,
    Plain,
    /// A link, or what may be one.
    Link,
}

impl Kind {
    fn of(path: &Path) -> Self {
        match path.symlink_metadata() {
            Ok(there) if there.is_symlink() || HAS_MANY_NAMES => Self::Link,
            Ok(_) => Self::Plain,
            Err(error) if error.kind() == ErrorKind::NotFound => Self::Absent,
            Err(_) => Self::Link,
        }
    }
}

/// Sorted by this, what lies in a folder stands together: it is the order of the parts of paths, for paths that have none
/// without a name.
pub fn order(path: &Path) -> Vec<u8> {
    // Between two parts there is less than any name has.
    let rank = |byte: &u8| if is_separator(char::from(*byte)) { 0 } else { *byte };
    path.as_os_str().as_encoded_bytes().iter().map(rank).collect()
}

/// The folder that holds `path`.
pub fn directory(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if parent.as_os_str().is_empty() => Path::new("."),
        Some(parent) => parent,
        None => path,
    }
}

/// `path` as a URL that is relative to the folder `base`, which is [resolved](resolve).
///
/// The name of `path` itself stays as it was typed: if it is a link, its target is of no interest.
pub fn relative_url(path: &Path, base: &Path) -> String {
    let folder = resolve(directory(path));
    let relative: PathBuf = diff_paths(&folder, base)
        .unwrap_or(folder)
        .components()
        .chain(path.file_name().map(Component::Normal))
        .collect();
    url(&relative)
}

/// A relative path as a URL: slashes between the names, and `%XX` for what a URL reads otherwise.
pub fn url(path: &Path) -> String {
    let mut url = String::new();
    for component in path.components() {
        if !url.is_empty() {
            url.push('/');
        }
        escape(component.as_os_str().as_encoded_bytes(), &mut url);
    }
    url
}

fn escape(bytes: &[u8], url: &mut String) {
    use std::fmt::Write;
    for chunk in bytes.utf8_chunks() {
        for character in chunk.valid().chars() {
            if character.is_control() || character.is_whitespace() || "\"#%:<>?\\^`{|}".contains(character) {
                let mut buffer = [0; 4];
                for byte in character.encode_utf8(&mut buffer).bytes() {
                    let _ = write!(url, "%{byte:02X}");
                }
            } else {
                url.push(character);
            }
        }
        for byte in chunk.invalid() {
            let _ = write!(url, "%{byte:02X}");
        }
    }
}

/// What `%XX` stand for in a URL.
pub fn unescape(url: &str) -> Vec<u8> {
    percent_decode_str(url).collect()
}

/// The path that these bytes spell.
#[cfg(unix)]
pub fn of_bytes(bytes: Vec<u8>) -> PathBuf {
    use std::os::unix::ffi::OsStringExt;
    std::ffi::OsString::from_vec(bytes).into()
}

/// The path that these bytes spell.
#[cfg(not(unix))]
pub fn of_bytes(bytes: Vec<u8>) -> PathBuf {
    String::from_utf8_lossy(&bytes).into_owned().into()
}

/// Why something could not be done with a file.
pub fn reason(error: &io::Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => "there is no such file".to_owned(),
        ErrorKind::IsADirectory => "it is a folder".to_owned(),
        ErrorKind::PermissionDenied => "permission was denied".to_owned(),
        _ => error.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn urls_escape_what_would_be_read_otherwise() {
        assert_eq!(url(Path::new("a b/c#d?e%f.js")), "a%20b/c%23d%3Fe%25f.js");
        assert_eq!(url(Path::new("a:b\\é.js")), "a%3Ab%5Cé.js");
    }

    #[test]
    fn escapes_are_read() {
        assert_eq!(unescape("a%20b%C3%A9%2"), "a bé%2".as_bytes());
        assert_eq!(unescape("%+1%zz%"), b"%+1%zz%");
    }

    #[test]
    fn folders_stay_together() {
        let paths =
            ["", "/", "a", "a/b", "a/b/c", "a/bc", "a-b", "a-b/c", "a.js", "a/é", "ab", "b/a", "É"].map(Path::new);
        for a in paths {
            for b in paths {
                assert_eq!(order(a).cmp(&order(b)), a.cmp(b), "{a:?} {b:?}");
            }
        }
    }

    #[test]
    fn places_that_do_not_exist_resolve() {
        let here = resolve(Path::new("."));
        assert_eq!(resolve(Path::new("no/such/../file.js")), here.join("no/file.js"));
        assert_eq!(resolve(Path::new("nothing.js")), here.join("nothing.js"));
    }

    #[test]
    fn relative_to_a_folder() {
        let here = resolve(Path::new("."));
        assert_eq!(relative_url(Path::new("no/a.js"), &here.join("dist/x")), "../../no/a.js");
        assert_eq!(relative_url(Path::new("./a.js"), &here), "a.js");
    }
}
