//! What may be legal where the parser found an error.

use memchr::memmem;
use swc_common::{BytePos, SourceFile, Spanned};

use super::{Attempt, Edit, Kind, TRIALS};
use crate::syntax::line::LINE_TERMINATORS;

/// Edits that may help, each group of them for itself.
pub(super) fn proposals(file: &SourceFile, attempt: &Attempt) -> Vec<Vec<Edit>> {
    let source = &*file.src;
    let offset = |position: BytePos| position.0.saturating_sub(file.start_pos.0) as usize;
    let edit = |at: usize, kind: Kind, text: &str| Edit {
        at: BytePos(file.start_pos.0 + at as u32),
        kind,
        text: text.to_owned(),
    };
    let errors = attempt.errors.iter().map(|error| offset(error.span_lo()));
    let names = errors.filter_map(|at| let_before_arrow(source, at));
    let mut proposals: Vec<_> = names.map(|at| vec![edit(at, Kind::Let, "_et")]).collect();
    let strings: Vec<_> = strings_that_go_on(source).map(|at| edit(at, Kind::Directive, "'use_strict'")).collect();
    if !strings.is_empty() {
        proposals.push(strings);
    }
    if attempt.program.is_none() {
        let heads = heads_with_using(source).flat_map(|HeadWithUsing { awaits, using }| {
            let awaits = awaits.map(|at| edit(at, Kind::AwaitUsing, "     "));
            awaits.into_iter().chain([edit(using, Kind::Using, "const")])
        });
        proposals.extend(Some(heads.collect::<Vec<_>>()).filter(|edits| !edits.is_empty()));
        let words = words_in_head(source, offset(attempt.stopped_at()));
        proposals.extend(words.take(TRIALS).map(|at| vec![edit(at, Kind::In, "; ")]));
    }
    proposals
}

/// Where the `let` stands before the `=>` at `at`.
fn let_before_arrow(source: &str, at: usize) -> Option<usize> {
    let (before, after) = source.split_at_checked(at)?;
    let mut before = before.trim_end();
    while let Some((head, _)) = before.strip_suffix("*/").and_then(|comment| comment.rsplit_once("/*")) {
        before = head.trim_end();
    }
    let name = before.len().checked_sub("let".len())?;
    (after.starts_with("=>") && is_word(source, name, "let")).then_some(name)
}

/// Where a string `use strict` begins that is an operand.
fn strings_that_go_on(source: &str) -> impl Iterator<Item = usize> {
    let words = memmem::find_iter(source.as_bytes(), b"use strict");
    words.filter_map(|at| {
        let quote = source.get(..at)?.chars().next_back().filter(|quote| matches!(quote, '"' | '\''))?;
        let after = source.get(at + "use strict".len()..)?.strip_prefix(quote)?;
        goes_on(without_trivia(after)).then_some(at - 1)
    })
}

/// Whether what begins here continues an expression, whether or not a line ended before.
fn goes_on(after: &str) -> bool {
    let is_operator = after
        .starts_with([',', '+', '-', '*', '/', '%', '.', '[', '(', '?', '=', '<', '>', '&', '|', '^', '`'])
        || after.starts_with("!=");
    let is_other = ["++", "--", "<!--", "=>"].into_iter().any(|sign| after.starts_with(sign));
    is_operator && !is_other || is_word(after, 0, "in") || is_word(after, 0, "instanceof")
}

/// The words `in` between a `for (var` and `end`, if that is in its head: those of the innermost loops first, in their
/// order.
fn words_in_head(source: &str, end: usize) -> impl Iterator<Item = usize> {
    let before = source.get(..end).unwrap_or_default();
    let heads = memmem::rfind_iter(before.as_bytes(), b"for").filter_map(|at| Some((at, head_with_var(before, at)?)));
    let heads = heads.take(TRIALS).filter(|(_, head)| is_open(head));
    heads.flat_map(|(head, _)| {
        let words = memmem::find_iter(&before.as_bytes()[head..], b"in").map(move |at| head + at);
        words.filter(|at| is_word(before, *at, "in"))
    })
}

/// The text from the bracket of a head that declares a `var`, if its `for` is at `at`.
fn head_with_var(source: &str, at: usize) -> Option<&str> {
    let head = source.get(at + "for".len()..).filter(|_| is_word(source, at, "for")).map(without_trivia)?;
    let declares = is_word(without_trivia(head.strip_prefix('(')?), 0, "var");
    declares.then_some(head)
}

/// Where the words stand in `for (await using x =`.
struct HeadWithUsing {
    awaits: Option<usize>,
    using: usize,
}

/// The heads of loops that begin with a `using` and give it a value.
fn heads_with_using(source: &str) -> impl Iterator<Item = HeadWithUsing> {
    memmem::find_iter(source.as_bytes(), b"for").filter_map(|at| {
        let place = |text: &str| source.len() - text.len();
        let behind = |text: &str, word: &str| {
            source.get(place(text) + word.len()..).filter(|_| is_word(source, place(text), word))
        };
        let head = without_trivia(source.get(at..).and_then(|text| behind(text, "for"))?);
        let head = without_trivia(head.strip_prefix('(')?);
        let after_await = behind(head, "await");
        let declaration = after_await.map_or(Some(head), on_the_same_line)?;
        let name = on_the_same_line(behind(declaration, "using")?)?;
        let after_name = without_trivia(name.trim_start_matches(is_part_of_word));
        let is_value = after_name.starts_with('=') && !after_name.starts_with("==") && !after_name.starts_with("=>");
        let awaits = after_await.map(|_| place(head));
        (is_value && name.starts_with(is_part_of_word)).then_some(HeadWithUsing { awaits, using: place(declaration) })
    })
}

/// `text` behind its spaces and comments, if no line ends there.
fn on_the_same_line(text: &str) -> Option<&str> {
    let rest = without_trivia(text);
    let skipped = &text[..text.len() - rest.len()];
    (!skipped.contains(LINE_TERMINATORS)).then_some(rest)
}

/// Whether the bracket that `text` begins with is never closed, as far as brackets alone can tell.
fn is_open(text: &str) -> bool {
    let mut depth = 0;
    for byte in text.bytes() {
        match byte {
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return false;
        }
    }
    true
}

/// Whether `word` stands at `at`, and is no part of a longer one.
fn is_word(source: &str, at: usize, word: &str) -> bool {
    let Some((before, after)) = source.split_at_checked(at) else { return false };
    let behind = after.strip_prefix(word);
    behind.is_some_and(|behind| !behind.starts_with(is_part_of_word)) && !before.ends_with(is_part_of_word)
}

fn is_part_of_word(char: char) -> bool {
    char.is_alphanumeric() || matches!(char, '_' | '$' | '\\')
}

/// `text` behind its spaces and comments.
fn without_trivia(text: &str) -> &str {
    let mut text = text.trim_start();
    loop {
        let rest = if let Some(comment) = text.strip_prefix("//") {
            comment.split_once('\n').map(|(_, rest)| rest)
        } else {
            text.strip_prefix("/*").and_then(|comment| comment.split_once("*/")).map(|(_, rest)| rest)
        };
        match rest {
            Some(rest) => text = rest.trim_start(),
            None => return text,
        }
    }
}
