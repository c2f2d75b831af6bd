//! HTML-like comments, which the parser takes for a part of the token behind them.
//!
//! ```js
//! <!-- a
//! "use strict";
//! --> b
//! 0b11;
//! // is parsed as
//!   // a
//! "use strict";
//!  // b
//! 0b11;
//! ```
//!
//! Which of these signs begin a comment ([ES2018 §B.1.3](https://tc39.es/ecma262/2018/#sec-html-like-comments)), and
//! which stand in a string or are operators, only the parser knows: so it is asked first, and a file that has some is
//! parsed again. No position may change by that.

use memchr::memmem;
use swc_common::{
    SourceFile,
    comments::{Comment, CommentKind, SingleThreadedComments},
};

/// `file` with ordinary comments in place of those that the parser met, if it met some.
pub(super) fn replaced(file: &SourceFile, comments: &SingleThreadedComments) -> Option<SourceFile> {
    if memmem::find(file.src.as_bytes(), b"<!--").is_none() && memmem::find(file.src.as_bytes(), b"-->").is_none() {
        return None;
    }
    let (leading, trailing) = comments.borrow_all();
    let comments = leading.values().chain(trailing.values()).flatten();
    let mut signs =
        comments.filter_map(|comment| Some((begin_of_text(comment, file), ordinary_sign(comment)?))).peekable();
    signs.peek()?;
    let mut text = file.src.to_string();
    for (begins_text, ordinary) in signs {
        text.replace_range(begins_text - ordinary.len()..begins_text, ordinary);
    }
    let mut replaced = file.clone();
    replaced.src = text.into();
    Some(replaced)
}

/// The offset behind the sign of a comment.
fn begin_of_text(comment: &Comment, file: &SourceFile) -> usize {
    (comment.span.hi - file.start_pos).0 as usize - comment.text.len()
}

/// What the sign of an HTML-like comment is replaced by. The parser lets such a comment begin behind `<` or `-->`.
fn ordinary_sign(comment: &Comment) -> Option<&'static str> {
    let length = (comment.span.hi - comment.span.lo).0 as usize;
    match length.checked_sub(comment.text.len())? {
        0 if comment.kind == CommentKind::Line => Some(" //"),
        3 if comment.kind == CommentKind::Line => Some("  //"),
        _ => None,
    }
}
