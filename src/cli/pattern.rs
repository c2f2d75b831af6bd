//! Inputs that are patterns: `'src/**/*.js'`, in quotes so that no shell takes them apart.
//!
//! What stands before the first part with a sign in it is the folder whose layout the results keep.

use std::path::{Path, PathBuf};

use globset::{GlobBuilder, GlobMatcher};

/// A pattern of files.
pub struct Pattern {
    /// The folder to look in.
    pub base: PathBuf,
    /// It speaks of `node_modules`, so these are meant.
    pub names_node_modules: bool,
    /// It does not say how names end, so JavaScript is meant.
    pub is_open: bool,
    matcher: GlobMatcher,
}

impl Pattern {
    /// The pattern that `input` is, if it is one: it has a sign in it, and no file of this name is there.
    pub fn of(input: &Path) -> Option<Self> {
        let text = input.to_str().filter(|text| text.contains(SIGNS) && !input.exists())?;
        let is_separator = |c: char| c == '/' || std::path::is_separator(c);
        let sign = text.find(SIGNS).unwrap_or_default();
        let (base, inside) = match text.get(..sign).and_then(|before| before.rfind(is_separator)) {
            Some(0) => text.split_at(1),
            Some(at) => (&text[..at], &text[at + 1..]),
            None => (".", text),
        };
        let glob = GlobBuilder::new(inside).literal_separator(true).build().ok()?;
        Some(Self {
            base: base.into(),
            names_node_modules: inside.split(is_separator).any(|part| part == NODE_MODULES),
            is_open: inside.ends_with('*'),
            matcher: glob.compile_matcher(),
        })
    }

    /// Whether a path in the folder matches.
    pub fn matches(&self, inside: &Path) -> bool {
        self.matcher.is_match(inside)
    }
}

/// What makes a pattern of a path.
const SIGNS: [char; 4] = ['*', '?', '[', '{'];
pub const NODE_MODULES: &str = "node_modules";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folder_ends_before_the_first_sign() {
        for (input, base) in [
            ("src/**/*.js", "src"),
            ("src/ui/*.js", "src/ui"),
            ("*.js", "."),
            ("/*.js", "/"),
            ("/a/{b,c}/*.js", "/a"),
            ("../x?/y.js", ".."),
        ] {
            let pattern = Pattern::of(Path::new(input)).unwrap();
            assert_eq!(pattern.base, Path::new(base), "{input}");
        }
    }

    #[test]
    fn a_star_does_not_cross_folders() {
        let pattern = Pattern::of(Path::new("src/*/{a,b}.js")).unwrap();
        assert!(pattern.matches(Path::new("x/a.js")));
        assert!(!pattern.matches(Path::new("x/y/a.js")));
        assert!(!pattern.matches(Path::new("a.js")));
    }
}
