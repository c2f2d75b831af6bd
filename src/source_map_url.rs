//! The comment that names a file's source map: `//# sourceMappingURL=app.js.map`.
//!
//! It tells where the map of the *source* is. In the output it would be wrong: that has other lines and columns, so it
//! is never printed. Rule that is easy to miss: such text also stands in the strings of bundlers and loaders, and only
//! what ends the file counts ([ECMA-426](https://tc39.es/ecma426/#sec-linking-generated-code)).

use std::sync::LazyLock;

use memchr::memmem::Finder;
use swc_common::{SourceFile, Span, comments::SingleThreadedComments};

use crate::syntax::line::LINE_TERMINATORS;

const NAME: &str = "sourceMappingURL=";

/// The URL of the source map that the last lines of `source` name, if they do.
///
/// It may be relative to the file, absolute, or hold the map itself (`data:`).
///
/// ```
/// use downlevel::source_mapping_url;
///
/// assert_eq!(source_mapping_url("f();\n//# sourceMappingURL=app.js.map\n"), Some("app.js.map"));
/// assert_eq!(source_mapping_url("add('//# sourceMappingURL=' + name);"), None);
/// ```
pub fn source_mapping_url(source: &str) -> Option<&str> {
    for line in source.trim_end().rsplit(LINE_TERMINATORS).map(str::trim) {
        if let Some(url) = url_at_end(line) {
            return Some(url);
        }
        // Other comments may follow it, such as `//# debugId=`.
        if !line.is_empty() && !line.starts_with("//") {
            return None;
        }
    }
    None
}

/// The URL in the comment that ends `line`.
fn url_at_end(line: &str) -> Option<&str> {
    let at = line.rfind(NAME)?;
    let (before, rest) = line.split_at(at);
    let mark = before.trim_end_matches([' ', '\t']).strip_suffix(['#', '@'])?;
    let rest = &rest[NAME.len()..];
    let url = match mark.get(mark.len().checked_sub(2)?..)? {
        "//" => rest,
        "/*" => rest.strip_suffix("*/")?.trim_end(),
        _ => return None,
    };
    (!url.is_empty() && !url.contains(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '`'))).then_some(url)
}

/// Takes these comments out of `comments`, wherever they stand. Returns the place of the last one.
pub(crate) fn remove(comments: &SingleThreadedComments, file: &SourceFile) -> Option<Span> {
    static FINDER: LazyLock<Finder> = LazyLock::new(|| Finder::new(NAME));
    FINDER.find(file.src.as_bytes())?;
    let (mut leading, mut trailing) = comments.borrow_all_mut();
    let mut last: Option<Span> = None;
    for group in leading.values_mut().chain(trailing.values_mut()) {
        group.retain(|comment| {
            let is_one = names_map(&comment.text);
            if is_one && last.is_none_or(|last| last.lo < comment.span.lo) {
                last = Some(comment.span);
            }
            !is_one
        });
    }
    last
}

fn names_map(comment: &str) -> bool {
    comment.strip_prefix(['#', '@']).is_some_and(|rest| rest.trim_start().starts_with(NAME))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_comment_counts() {
        for source in [
            "a//# sourceMappingURL=x",
            "a\n//@ sourceMappingURL=x  \n\n",
            "a\r\n//# sourceMappingURL=x\r\n//# debugId=1\r\n",
            "a /*# sourceMappingURL=x */",
            "a\u{2028}//#\tsourceMappingURL=x",
            "//# sourceMappingURL=y\n//# sourceMappingURL=x",
        ] {
            assert_eq!(source_mapping_url(source), Some("x"), "{source}");
        }
    }

    #[test]
    fn what_is_no_such_comment_does_not() {
        for source in [
            "",
            "a",
            "//# sourceMappingURL=",
            "//# sourceMappingURL=x\na",
            "'//# sourceMappingURL=x'",
            "'//# sourceMappingURL=' + x",
            "# sourceMappingURL=x",
            "// sourceMappingURL=x",
            "//# sourceMappingURL=x y",
            "/*# sourceMappingURL=x",
            "é# sourceMappingURL=x",
        ] {
            assert_eq!(source_mapping_url(source), None, "{source}");
        }
    }
}
