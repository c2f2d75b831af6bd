//! Comments that the generator did not print.
//!
//! It prints a comment with the node beside it; that node may be gone by now, and in places such as `f(/* c */)` it asks
//! for none. What it left behind is put at the start of the next line of the output, as a comment that was there already
//! would be printed:
//!
//! - A legal comment (`/*! … */`, `@license`, `@preserve`, `@copyright`) is never lost: its line is the one that begins
//!   with the next code of the source that begins a line, or else it stands at the end.
//! - Any other comment has to belong to what the line begins with: only such as `export const` or `if (` may stand
//!   between them.

use swc_common::{
    BytePos, SourceFile,
    comments::{Comment, CommentKind},
};
use swc_ecma_ast::EsReserved;

use super::line_starts::{Insertion, LineStart, LineStarts};
use crate::syntax::line::LINE_TERMINATORS;

/// What puts `comments`, which are in the order of the source, into `code`.
pub(super) fn insertions(code: &str, lines: LineStarts, comments: Vec<Comment>, file: &SourceFile) -> Vec<Insertion> {
    if comments.is_empty() {
        return vec![];
    }
    let ends: Vec<BytePos> = comments.iter().map(|comment| comment.span.hi).collect();
    let lines = lines.next_after(&ends);
    let mut placed: Vec<(usize, Comment)> = vec![];
    let mut next = None;
    for (comment, line) in comments.into_iter().zip(lines).rev() {
        let belongs = line.is_some_and(|line| belongs_to(&comment, line, next, code, file));
        next = Some((comment.span.lo, belongs));
        if belongs || is_legal(&comment) {
            placed.push((line.map_or(code.len(), |line| line.offset()), comment));
        }
    }
    placed.reverse();
    placed.sort_by_key(|(at, _)| *at);
    placed.chunk_by(|(a, _), (b, _)| a == b).filter_map(|placed| insertion(code, placed)).collect()
}

/// Comments that the law may want to be kept, as other tools know them.
fn is_legal(comment: &Comment) -> bool {
    let text = comment.text.as_bytes();
    let is_marked = |at: usize| {
        let rest = &text[at..];
        [&b"@license"[..], b"@preserve", b"@copyright"]
            .iter()
            .any(|mark| rest.get(..mark.len()).is_some_and(|text| text.eq_ignore_ascii_case(mark)))
    };
    comment.text.trim_start_matches('*').starts_with('!') || memchr::memchr_iter(b'@', text).any(is_marked)
}

/// Whether nothing but keywords and opening punctuators stands between a comment and what begins a line, which closes
/// nothing. What holds of the `next` comment is known.
fn belongs_to(
    comment: &Comment,
    line: LineStart,
    next: Option<(BytePos, bool)>,
    code: &str,
    file: &SourceFile,
) -> bool {
    if code.get(line.offset()..).is_none_or(|code| code.starts_with(['}', ')', ']'])) {
        return false;
    }
    let offset = |pos: BytePos| pos.0.saturating_sub(file.start_pos.0) as usize;
    let end = offset(line.position);
    let mut between = file.src.get(offset(comment.span.hi)..end).unwrap_or_default();
    loop {
        between = between.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '(' | '[' | '{' | '*' | '!'));
        let rest = match next {
            Some((lo, belongs)) if !between.is_empty() && offset(lo) == end - between.len() => return belongs,
            _ if between.starts_with("//") => between.find(LINE_TERMINATORS),
            _ if between.starts_with("/*") => between.find("*/").map(|end| end + 2),
            _ => {
                let end = between.find(|c: char| !c.is_ascii_lowercase()).unwrap_or(between.len());
                is_keyword(&between[..end]).then_some(end)
            }
        };
        match rest {
            Some(rest) => between = &between[rest..],
            None => return between.is_empty(),
        }
    }
}

fn is_keyword(word: &str) -> bool {
    word.is_reserved_in_any() || matches!(word, "async" | "get" | "set")
}

/// Comments, as the generator prints those before a statement.
fn insertion(code: &str, placed: &[(usize, Comment)]) -> Option<Insertion> {
    let at = placed.first()?.0;
    let before = code.get(..at).unwrap_or_default();
    let line = &before[before.rfind('\n').map_or(0, |end| end + 1)..];
    let indent = &line[..line.len() - line.trim_start_matches(' ').len()];
    let mut begins_line = line.len() == indent.len();
    let mut text = String::new();
    for (_, comment) in placed {
        let (open, close, is_tall) = match comment.kind {
            CommentKind::Line => ("//", "", true),
            CommentKind::Block => ("/*", "*/", begins_line && comment.text.contains('\n')),
        };
        text.extend([open, &comment.text, close]);
        text.push(if is_tall { '\n' } else { ' ' });
        if is_tall {
            text.push_str(indent);
        }
        begins_line = is_tall;
    }
    Some(Insertion { at, text })
}
